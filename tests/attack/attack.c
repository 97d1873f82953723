/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * attack [-v] CASE...: attacks the editions of cases made by make_plan. A case is a folder with
 * `plan` and its published edition `out`; and, where there is one, the plan `earlier` with the
 * edition `earlier_out`. One line a case: `pass CASE`, or `FAIL CASE` with its faults (-v: each of
 * them); then the sums. Exit status 1 where a case fails.
 *
 * attack --twin CASE FOLDER FIRST: writes a twin's counts into FOLDER, a copy of the case's plan.
 * attack --strings CASE: prints texts that would give hidden figures of the case away, one a line.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "judge.h"

/* A case as both pairs of eyes see it. */
struct attack_case {
    struct plan known[2], truth[2];
    struct edition edition[2];
    struct view views[2];
};

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static struct attack_case *read_case(const char *folder)
{
    struct attack_case *out = keep(sizeof *out);
    const char *plan = keep_format("%s/plan", folder);
    const char *earlier = keep_format("%s/earlier", folder);
    bool has_earlier = is_folder(earlier) && is_folder(keep_format("%s/earlier_out", folder));
    out->known[0] = plan_read(plan, ATTACKER, NULL);
    out->truth[0] = plan_read(plan, JUDGE, &out->known[0]);
    out->edition[0] = edition_read(keep_format("%s/out", folder), &out->known[0]);
    out->views[0] = (struct view){&out->known[0], &out->truth[0], &out->edition[0]};
    if (has_earlier) {
        out->known[1] = plan_read(earlier, ATTACKER, &out->known[0]);
        out->truth[1] = plan_read(earlier, JUDGE, &out->known[0]);
        out->edition[1] = edition_read(keep_format("%s/earlier_out", folder), &out->known[0]);
        out->views[1] = (struct view){&out->known[1], &out->truth[1], &out->edition[1]};
    }
    return out;
}

static struct tally judge_case(const char *folder, bool tell)
{
    const struct attack_case *attacked = read_case(folder);
    struct tally tally = {.judged = 0};
    for (int i = 0; i < attacked->known[0].indicator_count; i++)
        judge_indicator(attacked->views, i, tell, &tally);
    tally.faults[FAULT_LEAK] += edition_leaks(&attacked->edition[0], tell);
    bool alone =
        !attacked->views[1].edition; /* a revision can be of few where no figure is small */
    if (tally.any_hidden && !tally.any_small && alone)
        tally.faults[FAULT_NEEDLESS]++;
    return tally;
}

static void add_tally(struct tally *sum, const struct tally *tally)
{
    for (int i = 0; i < FAULTS; i++)
        sum->faults[i] += tally->faults[i];
    for (int i = 0; i <= COUNTRY; i++) {
        sum->places[i] += tally->places[i];
        sum->primary[i] += tally->primary[i];
        sum->secondary[i] += tally->secondary[i];
    }
    sum->judged += tally->judged;
    sum->known_zeros += tally->known_zeros;
    sum->afterwards += tally->afterwards;
    sum->glpsol_runs += tally->glpsol_runs;
    sum->undecided += tally->undecided;
}

/* One `sum` line a number, for run.sh to add up. */
static void print_sums(const struct tally *sum)
{
    static const char *const roles[] = {"section", "area", "total", "rest", "twin"};
    for (int i = 0; i < FAULTS; i++)
        printf("sum fault_%s %ld\n", fault_names[i], sum->faults[i]);
    for (int i = SECTION; i <= TWIN; i++)
        printf("sum %s_places %ld\nsum %s_primary %ld\nsum %s_secondary %ld\n", roles[i],
               sum->places[i], roles[i], sum->primary[i], roles[i], sum->secondary[i]);
    printf("sum afterwards %ld\n", sum->afterwards);
    printf("sum judged %ld\nsum known_zeros %ld\nsum glpsol_runs %ld\nsum undecided %ld\n",
           sum->judged, sum->known_zeros, sum->glpsol_runs, sum->undecided);
}

static int attack_cases(char **cases, bool tell)
{
    struct tally sum = {.judged = 0};
    int failed = 0;
    for (; *cases; cases++) {
        struct tally tally = judge_case(*cases, tell);
        long faults = 0;
        for (int i = 0; i < FAULTS; i++)
            faults += tally.faults[i];
        printf("%s %s", faults ? "FAIL" : "pass", *cases);
        for (int i = 0; i < FAULTS; i++)
            if (tally.faults[i])
                printf(" %s=%ld", fault_names[i], tally.faults[i]);
        putchar('\n');
        failed += faults > 0;
        add_tally(&sum, &tally);
        forget_all();
    }
    print_sums(&sum);
    return failed > 0;
}

/*
 * A number by its first seven digits, cut off and not rounded, as it begins wherever the program
 * prints it with six decimals; in fewer digits others would have it by chance.
 */
static void print_string(double number)
{
    enum { DIGITS = 7, DECIMALS = 6 };
    char text[40];
    size_t length = 0;
    int digits = 0, decimals = -1;
    snprintf(text, sizeof text, "%.12f", number);
    for (; text[length] && digits < DIGITS && decimals < DECIMALS; length++) {
        digits += text[length] != '.' && (digits > 0 || text[length] != '0');
        decimals += text[length] == '.' || decimals >= 0;
    }
    if (!isfinite(number) || digits < DIGITS || decimals < 0)
        return;
    text[length] = '\0';
    puts(text);
    *strchr(text, '.') = ',';
    puts(text);
}

/* The share or rate of a hidden count and its 95 per cent Wilson limits, as share and as shown. */
static void print_strings(const struct cell *cell, double factor)
{
    const double z = 1.959963984540054, persons = cell->persons, share = cell->count / persons;
    double middle = share + z * z / (2 * persons), scale = 1 + z * z / persons;
    double half = z * sqrt(share * (1 - share) / persons + z * z / (4 * persons * persons));
    const double numbers[] = {share, (middle - half) / scale, (middle + half) / scale};
    for (int i = 0; i < 3; i++) {
        print_string(numbers[i]);
        print_string(factor * numbers[i]);
    }
}

/* Whether an open place may print the same numbers, or many places could by accident. */
static bool is_common(const struct attack_case *attacked, int indicator, const struct cell *cell)
{
    const struct plan *plan = &attacked->truth[0];
    for (double n = 1; n < 97; n++)
        if (fabs(remainder(n * cell->count / cell->persons, 1)) < 1e-9)
            return true;
    size_t place = plan_place(plan, indicator, 0, 0, 0);
    for (; place < plan_place(plan, indicator + 1, 0, 0, 0); place++) {
        enum release release = attacked->edition[0].cells[place]->release;
        double other = plan->cells[place].count / plan->cells[place].persons;
        if (release != HIDDEN && fabs(other - cell->count / cell->persons) < 1e-9)
            return true;
    }
    return false;
}

static int print_canaries(const char *folder)
{
    const struct attack_case *attacked = read_case(folder);
    const struct plan *plan = &attacked->truth[0];
    for (int i = 0; i < plan->indicator_count; i++) {
        size_t end = plan_place(plan, i + 1, 0, 0, 0);
        for (size_t place = plan_place(plan, i, 0, 0, 0); place < end; place++) {
            const struct cell *cell = &plan->cells[place];
            bool hidden = attacked->edition[0].cells[place]->release == HIDDEN;
            if (hidden && cell->standing == HERE && cell->count > 0 &&
                !is_common(attacked, i, cell))
                print_strings(cell, plan->indicators[i].factor);
        }
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (getenv("ATTACK_STEPS"))
        solver_steps = strtol(getenv("ATTACK_STEPS"), NULL, 10);
    if (argc == 5 && strcmp(argv[1], "--twin") == 0) {
        int first = (int)strtol(argv[4], NULL, 10);
        printf("%d\n", judge_twin(read_case(argv[2])->views, argv[3], first));
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "--strings") == 0)
        return print_canaries(argv[2]);
    bool tell = argc > 1 && strcmp(argv[1], "-v") == 0;
    if (argc < 2 + tell) {
        fputs("usage: attack [-v] CASE... | --twin CASE FOLDER FIRST | --strings CASE\n", stderr);
        return 2;
    }
    return attack_cases(argv + 1 + tell, tell);
}
