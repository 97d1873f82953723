/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * calibrate [--replicates N] [--edition delt|intern] [--store] PLAN: how often the verdicts on the
 * panel of a plan folder are wrong. Invented figures (simulate.h) go through the whole verdict:
 * both engines, the pools, the hidden years, the family of tests; N times (2000) for each of three
 * correlations of neighbouring years and slopes of 0, 1 and 2 deltas. Both editions are done unless
 * one is asked for, since what the shared one hides is part of its panel.
 *
 * One stream of random numbers a replicate, seeded by its number and the same in every scenario:
 * the result does not depend on how many processes share the work. With --store the rates are
 * written to kalibrering.csv in the plan folder, for the report to cite. Exit status 0 where the
 * limits of report.h are kept, 1 where not, 2 for a bad command line, 3 for a plan that cannot be
 * used.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pejling/base/arena.h"
#include "pejling/base/fault.h"
#include "pejling/disclosure/protect.h"
#include "pejling/findings/panel.h"
#include "pejling/program/pipeline.h"
#include "pejling/stats/distribution.h"
#include "report.h"

#define REPLICATES 2000
#define SEED 20211001UL

struct options {
    const char *plan;
    size_t replicates;
    bool editions[EDITION_INTERNAL + 1];
    bool store;
};

/* --- the work, shared among processes --------------------------------------------------------- */
/* One in `step` of the replicates, from `first`. */
static void run_share(struct simulator *simulator, struct tally *tally, size_t first, size_t step,
                      size_t replicates)
{
    for (size_t i = first; i < replicates; i += step)
        for (int rho = 0; rho < CALIBRATION_RHOS; rho++)
            for (int slope = 0; slope < SLOPES; slope++) {
                const struct scenario scenario = {(enum calibration_rho)rho, slope};
                struct arena *scratch = arena_new();
                simulator_draw(simulator, scenario, SEED + i);
                struct verdicts verdicts = verdicts_compute(scratch, &simulator->table, NULL);
                tally_add(tally, simulator, scenario, &verdicts);
                arena_free(scratch);
            }
}

static void write_all(int to, const void *bytes, size_t length)
{
    for (const char *at = bytes; length > 0;) {
        ssize_t written = write(to, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        fault_unless(written > 0, "write to a pipe");
        at += written;
        length -= (size_t)written;
    }
}

static void read_all(int from, void *bytes, size_t length)
{
    for (char *at = bytes; length > 0;) {
        ssize_t got = read(from, at, length);
        if (got < 0 && errno == EINTR)
            continue;
        fault_unless(got > 0, "a process of the simulation ended early");
        at += got;
        length -= (size_t)got;
    }
}

/* The reading end of a pipe from a process that does one share. */
static int start_share(struct simulator *simulator, struct tally *tally, size_t first, size_t step,
                       size_t replicates)
{
    int ends[2];
    fault_unless(pipe(ends) == 0, "pipe");
    fflush(NULL);
    pid_t child = fork();
    fault_unless(child >= 0, "fork");
    if (child == 0) {
        close(ends[0]);
        run_share(simulator, tally, first, step, replicates);
        write_all(ends[1], tally->counts, tally_size(tally) * sizeof *tally->counts);
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

static struct tally run_all(struct arena *arena, struct simulator *simulator, size_t replicates)
{
    struct tally tally = tally_make(arena, simulator), part = tally_make(arena, simulator);
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t processes = cores > 1 ? (size_t)cores : 1;
    int *pipes = arena_alloc(arena, processes, sizeof *pipes);
    for (size_t i = 0; i < processes; i++)
        pipes[i] = start_share(simulator, &part, i, processes, replicates);
    for (size_t i = 0; i < processes; i++) {
        read_all(pipes[i], part.counts, tally_size(&part) * sizeof *part.counts);
        close(pipes[i]);
        for (size_t k = 0; k < tally_size(&tally); k++) {
            tally.counts[k].sum += part.counts[k].sum;
            tally.counts[k].squares += part.counts[k].squares;
        }
    }
    while (wait(NULL) > 0)
        ;
    return tally;
}

/* --- one edition after the other -------------------------------------------------------------- */
/* NULL, and a problem reported, where the edition cannot be protected. */
static struct result *calibrate(struct diagnostics *diagnostics, const struct loaded_plan *plan,
                                enum edition edition, size_t replicates)
{
    struct arena *arena = diagnostics->arena;
    struct result *result = arena_alloc(arena, 1, sizeof *result);
    struct simulator *simulator = arena_alloc(arena, 1, sizeof *simulator);
    struct tally *tally = arena_alloc(arena, 1, sizeof *tally);
    struct released_table *table = arena_alloc(arena, 1, sizeof *table);
    if (!pipeline_release(diagnostics, plan, edition, table))
        return NULL;
    *simulator = simulator_make(arena, table);
    *tally = run_all(arena, simulator, replicates);
    *result = (struct result){simulator, tally, panel_key(arena, table), replicates, SEED};
    return result;
}

static bool store(struct diagnostics *diagnostics, const char *folder,
                  struct result *const results[], size_t count)
{
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, "%s/kalibrering.csv", folder));
    report_header(sink);
    for (size_t i = 0; i < count; i++)
        report_rows(sink, results[i]);
    return sink_close(sink);
}

/* The exit status. */
static int run(struct diagnostics *diagnostics, const struct options *options)
{
    static const char *const names[] = {[EDITION_SHARED] = "delt", [EDITION_INTERNAL] = "intern"};
    struct result *results[EDITION_INTERNAL + 1];
    size_t count = 0;
    bool kept = true;
    struct loaded_plan plan = pipeline_load(diagnostics, options->plan);
    if (diagnostics_stop(diagnostics, false))
        return 3;
    for (int edition = EDITION_INTERNAL; edition >= EDITION_SHARED; edition--) {
        if (!options->editions[edition])
            continue;
        struct result *result =
            calibrate(diagnostics, &plan, (enum edition)edition, options->replicates);
        if (!result)
            return 4;
        printf("%s%s, edition %s, ", count ? "\n\n" : "", options->plan, names[edition]);
        report_print(result);
        kept = report_judge(result) && kept;
        if (count == 0 || strcmp(results[0]->panel, result->panel) != 0)
            results[count++] = result;
    }
    if (options->store && !store(diagnostics, options->plan, results, count))
        return 3;
    return kept ? 0 : 1;
}

/* False where the command line is not one. */
static bool read_options(int argc, char **argv, struct options *options)
{
    *options = (struct options){.replicates = REPLICATES, .editions = {true, true}};
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--store") == 0) {
            options->store = true;
        } else if (strcmp(argv[i], "--replicates") == 0) {
            options->replicates = strtoul(value, NULL, 10);
            i++;
        } else if (strcmp(argv[i], "--edition") == 0) {
            options->editions[EDITION_SHARED] = strcmp(value, "delt") == 0;
            options->editions[EDITION_INTERNAL] = strcmp(value, "intern") == 0;
            i++;
        } else if (argv[i][0] != '-' && !options->plan) {
            options->plan = argv[i];
        } else {
            return false;
        }
    }
    bool any = options->editions[EDITION_SHARED] || options->editions[EDITION_INTERNAL];
    return options->plan && any && options->replicates > 0 && options->replicates <= 1000000;
}

int main(int argc, char **argv)
{
    struct options options;
    if (!read_options(argc, argv, &options)) {
        fprintf(stderr,
                "usage: calibrate [--replicates N] [--edition delt|intern] [--store] PLAN\n");
        return 2;
    }
    distribution_start();
    struct diagnostics diagnostics = {.arena = arena_new()};
    int status = run(&diagnostics, &options);
    if (status == 3)
        diagnostics_print(&diagnostics, stderr);
    arena_free(diagnostics.arena);
    return status;
}
