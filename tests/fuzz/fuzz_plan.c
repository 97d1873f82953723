/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a plan folder holds, the whole pipeline ends: with an edition whose machine files can be
 * read, or with a problem reported and nothing published. What is published is explained series by
 * series, has no news compared with itself, and comes out the same when it is made once more by a
 * plan that names it as its earlier edition. All in one process, without gnuplot.
 *
 * The input is files one after the other, each behind a line `=== NAME`; a file that is not in it
 * is that of a small plan, so that one bad file still meets good ones. A digit as first byte
 * chooses: 1 the internal edition, 2 in English, 4 leaving out what is faulty.
 */
#include "pejling/program/pipeline.h"

#undef NDEBUG
#include <assert.h>
#include <jansson.h>
#include <stdint.h>
#include <sys/stat.h>

#include "../support/fuzz_world.h"
#include "pejling/findings/edition_news.h"
#include "pejling/present/explanation.h"
#include "pejling/program/edition_read.h"
#include "pejling/stats/distribution.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct {
    const char *name, *text; /* NULL: not there */
} files[] = {
    {"plan.csv", "nøgle;værdi\ntitel;Plan\nkommune;by\nplanstart;2021-10-01\n"
                 "planslut;2025-09-30\nbasisår;2020\nudgave;2024\nillustrativ;ja\n"},
    {"omraader.csv", "kode;navn;rolle;del_af\nby;Byen;kommune;\nnord;Nord;område;by\n"
                     "syd;Syd;område;by\n"},
    {"indikatorer.csv", "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                        "andelen;Andel;andel;pct.;ned;kalenderår;K;1\n"
                        "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;\n"},
    {"observationer/tal.csv", "indikator;område;periode;gruppe;tæller;nævner\n"
                              "andelen;by;2019;;2000;9000\nandelen;nord;2019;;300;900\n"
                              "andelen;syd;2019;;250;800\nandelen;by;2020;;2010;9010\n"
                              "andelen;nord;2020;;290;905\nandelen;syd;2020;;3;30\n"
                              "andelen;by;2022;;1990;9020\nandelen;nord;2022;;270;910\n"
                              "andelen;syd;2022;;255;820\nraten;by;2022;;90;9020\n"
                              "raten;nord;2022;;12;910\nraten;syd;2022;;11;820\n"},
    {"brud.csv", NULL},
    {"maaltal.csv", NULL},
    {"forandringsteori.csv", NULL},
    {"kalibrering.csv", NULL},
};

#define FILES (sizeof files / sizeof *files)

static void make_world(void)
{
    fuzz_folder();
    setenv("PEJLING_GNUPLOT", "/nonexistent", 1);
    distribution_start();
}

static void write_plan(struct arena *arena, const char *text)
{
    assert(mkdir(fuzz_file(arena, "plan"), 0700) == 0);
    assert(mkdir(fuzz_file(arena, "plan/observationer"), 0700) == 0);
    for (size_t i = 0; i < FILES; i++) {
        size_t length = 0;
        const char *name = arena_printf(arena, "plan/%s", files[i].name);
        const char *given = fuzz_part(text, files[i].name, &length);
        if (given)
            fuzz_write(arena, name, given, length);
        else if (files[i].text)
            fuzz_write(arena, name, files[i].text, strlen(files[i].text));
    }
}

static bool exists(struct arena *arena, const char *name)
{
    return access(fuzz_file(arena, name), F_OK) == 0;
}

static void check_json(struct arena *arena, const char *name)
{
    json_t *root = json_load_file(fuzz_file(arena, name), 0, NULL);
    assert(json_is_object(root));
    json_decref(root);
}

/* One run of the plan; whether it published. */
static bool run(struct diagnostics *diagnostics, unsigned choice, const char *output)
{
    struct arena *arena = diagnostics->arena;
    const struct run_options options = {
        .plan = fuzz_file(arena, "plan"),
        .output = fuzz_file(arena, output),
        .edition = choice & 1 ? EDITION_INTERNAL : EDITION_SHARED,
        .language = diagnostics->language,
        .keep_going = choice & 4,
    };
    bool published = pipeline_run(diagnostics, &options);
    int status = diagnostics_exit_status(diagnostics, options.keep_going, false);
    assert(published == (status == 0 || status == 1 || status == 5));
    assert(exists(arena, output) == published);
    assert(!exists(arena, arena_printf(arena, ".%s.ny", output)));
    assert(published || diagnostics->count > 0);
    return published;
}

/* --- what the other commands say of it -------------------------------------------------------- */
#define EXPLAINED 12 /* series; more of them would say the same */

static void check_explanations(struct diagnostics *diagnostics, const struct findings *findings)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    size_t series = catalogue->indicator_count * catalogue->area_count;
    for (size_t i = 0; i < series && i < EXPLAINED; i++) {
        const struct explanation_request request = {
            &catalogue->indicators[i / catalogue->area_count],
            &catalogue->areas[i % catalogue->area_count], NULL, 0};
        fuzz_lines(explanation_text(diagnostics->arena, diagnostics->language, findings, &request));
    }
}

/* Read back without the plan, explained, and compared with itself. */
static void check_edition(struct diagnostics *diagnostics)
{
    struct arena *arena = diagnostics->arena;
    const char *folder = fuzz_file(arena, "ud");
    struct edition_content edition;
    size_t before = diagnostics->count;
    check_json(arena, "ud/manifest.json");
    check_json(arena, "ud/resultater.json");
    assert(edition_open(diagnostics, folder, &edition));
    assert(edition_fill(diagnostics, folder, edition.manifest.definitions, &edition));
    assert(diagnostics->count == before);
    const struct findings findings = findings_compute(arena, &edition.table);
    const struct edition_pair pair = {&findings, &findings, edition.manifest.definitions,
                                      &edition.told};
    assert(edition_news_compare(arena, &pair).count == 0);
    check_explanations(diagnostics, &findings);
}

/* --- the edition as its own predecessor ------------------------------------------------------- */
/* Whether the plan could be told so; not where it has one, or is written in a way of its own. */
static bool name_predecessor(struct diagnostics *diagnostics)
{
    static const char line[] = "\ntidligere_udgave;../ud\n";
    struct arena *arena = diagnostics->arena;
    size_t length;
    char *bytes = fuzz_read(arena, "plan/plan.csv", &length);
    char *longer = arena_alloc(arena, length + sizeof line, 1);
    memcpy(longer, bytes, length);
    memcpy(longer + length, line, sizeof line);
    fuzz_write(arena, "plan/plan.csv", longer, length + sizeof line - 1);
    struct loaded_plan plan = pipeline_load(diagnostics, fuzz_file(arena, "plan"));
    return plan.earlier.count == 1 && plan.catalogue->indicator_count > 0 &&
           strcmp(plan.catalogue->plan.previous_edition, "../ud") == 0;
}

/* What has gone out may go out again. */
static void check_second_year(struct diagnostics *diagnostics, unsigned choice)
{
    struct arena *arena = diagnostics->arena;
    struct diagnostics tried = {.arena = arena}, again = {.arena = arena};
    size_t length, second_length;
    again.language = diagnostics->language;
    if (!name_predecessor(&tried) || diagnostics_stop(&tried, choice & 4))
        return;
    assert(run(&again, choice, "igen"));
    const char *first = fuzz_read(arena, "ud/frigivet.csv", &length);
    const char *second = fuzz_read(arena, "igen/frigivet.csv", &second_length);
    assert(length == second_length && memcmp(first, second, length) == 0);
    assert(file_remove_tree(fuzz_file(arena, "igen")));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!*fuzz_path)
        make_world();
    struct arena *arena = arena_new();
    unsigned choice = length && bytes[0] >= '0' && bytes[0] <= '7' ? bytes[0] - '0' : 0;
    struct diagnostics diagnostics = {.arena = arena,
                                      .language = choice & 2 ? LANGUAGE_ENGLISH : LANGUAGE_DANISH};
    write_plan(arena, arena_text(arena, (const char *)bytes, length));
    if (run(&diagnostics, choice, "ud")) {
        check_edition(&diagnostics);
        if (!(choice & 1))
            check_second_year(&diagnostics, choice);
        assert(file_remove_tree(fuzz_file(arena, "ud")));
    }
    assert(file_remove_tree(fuzz_file(arena, "plan")));
    arena_free(arena);
    return 0;
}
