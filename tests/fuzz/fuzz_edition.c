/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever stands in an edition folder that is read back, an earlier edition or one to compare: a
 * file is sound exactly where nothing is reported; what a manifest defines and what a table releases
 * is, written once more, the same; and of what is sound every finding is finite and every line can
 * be shown.
 *
 * The input is parts, each behind a line `=== NAME`: `frigivet.csv` and `resultater.csv` whole, and
 * `rettelser`, changes to the manifest, one a line: a path and what then stands there, as in
 * `definitions.indikatorer.0.faktor 1e9`; nothing there deletes. What is not in the input is that of
 * a small plan's edition. A digit as first byte chooses: 1 the internal edition, 2 in English, 4
 * makes the internal edition again, as `run --verify` does.
 */
#include "pejling/program/edition_read.h"

#undef NDEBUG
#include <assert.h>
#include <jansson.h>
#include <stdint.h>
#include <sys/stat.h>

#include "../support/fuzz_world.h"
#include "pejling/present/comparison_page.h"
#include "pejling/present/released_sheet.h"
#include "pejling/present/results.h"
#include "pejling/program/command_verify.h"
#include "pejling/program/comparable.h"
#include "pejling/program/definitions.h"
#include "pejling/program/pipeline.h"
#include "pejling/program/released_read.h"
#include "pejling/stats/distribution.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* --- the edition that is changed -------------------------------------------------------------- */
#define CHANGED "aendret"

static const char *const editions[] = {"delt", "intern"};

static const char plan[] = "nøgle;værdi\ntitel;Plan\nkommune;by\nplanstart;2021-10-01\n"
                           "planslut;2025-09-30\nbasisår;2020\nudgave;2024\nillustrativ;ja\n";
static const char areas[] = "kode;navn;rolle;del_af;fra;til\nby;Byen;kommune;;;\n"
                            "nord;Nord;område;by;;\nsyd;Syd;område;by;;\n"
                            "n1;Nord 1;afdeling;nord;2018-01-01;2022-06-01\n";
static const char indicators[] =
    "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
    "andelen;Andel;andel;pct.;ned;kalenderår;K;1\nraten;Rate;rate;pr. 1.000;ned;kvartal;K;\n"
    "snittet;Snit;gennemsnit;point;op;skoleår;K;\nsvarene;Svar;survey;pct.;op;kalenderår;K;\n"
    "tallet;Tal;værdi;kr.;neutral;kalenderår;K;\n";
static const char breaks[] = "indikator;område;periode;årsag\nandelen;syd;2017;Ny opgørelse\n";

/* Ten years of everything, the first of »syd« too small to be shown. */
static const char *figures(struct arena *arena)
{
    const char *rows = "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning\n";
    for (int year = 2013; year <= 2022; year++) {
        int step = year - 2013;
        rows = arena_printf(
            arena,
            "%sandelen;by;%d;;%d;9000;;\nandelen;nord;%d;;%d;900;;\nandelen;syd;%d;;%d;%d;;\n"
            "raten;by;%dK1;;%d;9000;;\nraten;nord;%dK1;;%d;900;;\nraten;syd;%dK1;;%d;800;;\n"
            "snittet;by;%d/%02d;;;900;6,9;2,1\nsnittet;nord;%d/%02d;;;90;6,%d;2,2\n"
            "svarene;by;%d;;;900;61,5;\nsvarene;nord;%d;;;300;5%d;\n"
            "tallet;by;%d;;;;%d00;\ntallet;nord;%d;;;;%d00;\n",
            rows, year, 2000 + 9 * step, year, 300 - 11 * step, year, step < 2 ? 3 : 250 - step,
            step < 2 ? 30 : 800, year, 90 + step, year, 12 - step / 2, year, 11 + step % 3, year,
            (year + 1) % 100, year, (year + 1) % 100, step, year, year, step, year, 30 + step, year,
            40 + step);
    }
    return rows;
}

static void write_text(struct arena *arena, const char *name, const char *text)
{
    fuzz_write(arena, name, text, strlen(text));
}

static void make_world(void)
{
    struct arena *arena = arena_new();
    setenv("PEJLING_GNUPLOT", "/nonexistent", 1);
    setenv("PEJLING_CHROMIUM", "/nonexistent", 1);
    distribution_start();
    assert(mkdir(fuzz_file(arena, "plan"), 0700) == 0);
    assert(mkdir(fuzz_file(arena, "plan/observationer"), 0700) == 0);
    assert(mkdir(fuzz_file(arena, CHANGED), 0700) == 0);
    write_text(arena, "plan/plan.csv", plan);
    write_text(arena, "plan/omraader.csv", areas);
    write_text(arena, "plan/indikatorer.csv", indicators);
    write_text(arena, "plan/brud.csv", breaks);
    write_text(arena, "plan/observationer/tal.csv", figures(arena));
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct diagnostics diagnostics = {.arena = arena};
        const struct run_options options = {.plan = fuzz_file(arena, "plan"),
                                            .output = fuzz_file(arena, editions[edition]),
                                            .edition = (enum edition)edition};
        assert(pipeline_run(&diagnostics, &options));
    }
    arena_free(arena);
}

/* --- changing it ------------------------------------------------------------------------------ */
static json_t *child_of(json_t *node, const char *key)
{
    return json_is_array(node) ? json_array_get(node, (size_t)strtoul(key, NULL, 10))
                               : json_object_get(node, key);
}

static void set_child(json_t *node, const char *key, json_t *value)
{
    size_t index = (size_t)strtoul(key, NULL, 10);
    if (json_is_array(node) && value)
        json_array_set(node, index, value);
    else if (json_is_array(node))
        json_array_remove(node, index);
    else if (value)
        json_object_set(node, key, value);
    else
        json_object_del(node, key);
    json_decref(value);
}

/* `definitions.plan.delta 0.5`; a line that leads nowhere changes nothing. */
static void change(json_t *root, char *line)
{
    char *space = strchr(line, ' '), *dot;
    if (space)
        *space = '\0';
    while (root && (dot = strchr(line, '.'))) {
        *dot = '\0';
        root = child_of(root, line);
        line = dot + 1;
    }
    if (root)
        set_child(root, line, space ? json_loads(space + 1, JSON_DECODE_ANY, NULL) : NULL);
}

static void write_manifest(struct arena *arena, const char *from, const char *to, const char *text)
{
    size_t length;
    const char *sound = fuzz_read(arena, arena_printf(arena, "%s/manifest.json", from), &length);
    const char *changes = fuzz_part(text, "rettelser", &length);
    json_t *root = json_loads(sound, 0, NULL);
    char *rest = arena_text(arena, changes ? changes : "", changes ? length : 0);
    for (char *line; *rest; change(root, line)) {
        line = rest;
        rest += strcspn(rest, "\n");
        if (*rest)
            *rest++ = '\0';
    }
    assert(json_dump_file(root, fuzz_file(arena, arena_printf(arena, "%s/manifest.json", to)), 0) ==
           0);
    json_decref(root);
}

static void write_changed(struct arena *arena, const char *from, const char *text)
{
    static const char *const names[] = {"frigivet.csv", "resultater.csv"};
    write_manifest(arena, from, CHANGED, text);
    for (size_t i = 0; i < 2; i++) {
        size_t length;
        const char *bytes = fuzz_part(text, names[i], &length);
        if (!bytes)
            bytes = fuzz_read(arena, arena_printf(arena, "%s/%s", from, names[i]), &length);
        fuzz_write(arena, arena_printf(arena, CHANGED "/%s", names[i]), bytes, length);
    }
}

/* --- what was read ---------------------------------------------------------------------------- */
static void check_definitions(struct arena *arena, const struct edition_manifest *manifest)
{
    const char *fault = NULL;
    assert(!manifest->definitions || !manifest->fault);
    assert(!manifest->fault || *manifest->fault);
    if (!manifest->definitions)
        return;
    json_t *first = definitions_json(manifest->definitions);
    const struct catalogue *again = definitions_read(arena, first, &fault);
    assert(again && !fault);
    json_t *second = definitions_json(again);
    assert(json_equal(first, second));
    json_decref(first);
    json_decref(second);
}

/* The same table, by its bytes, once it is written and read again. */
static void check_table(struct diagnostics *diagnostics, const struct released_table *table)
{
    struct arena *arena = diagnostics->arena;
    const struct place place = {diagnostics, fuzz_folder(), ""};
    const struct input_file file = {fuzz_file(arena, RELEASED_FILE), RELEASED_FILE, PROBLEM_INPUT};
    struct released_table again;
    size_t length, same_length;
    assert(released_write(&place, table));
    const char *bytes = fuzz_read(arena, RELEASED_FILE, &length);
    assert(released_read(diagnostics, &file, table->catalogue, table->edition, &again));
    assert(again.count == table->count && again.pool_count == table->pool_count);
    assert(released_write(&place, &again));
    const char *same = fuzz_read(arena, RELEASED_FILE, &same_length);
    assert(length == same_length && memcmp(bytes, same, length) == 0);
}

/* Everything that is said of the difference, one way; how much there is of it. */
static size_t check_comparison(struct diagnostics *diagnostics, const struct edition_content *then,
                               const struct edition_content *now)
{
    struct arena *arena = diagnostics->arena;
    const struct place place = {diagnostics, fuzz_folder(), ""};
    const struct findings before = findings_compute(arena, &then->table);
    const struct findings after = findings_compute(arena, &now->table);
    const struct edition_pair pair = {&before, &after, then->manifest.definitions, &then->told};
    const struct edition_news news = edition_news_compare(arena, &pair);
    const struct comparison told = comparison_tell(arena, diagnostics->language, &news, "2023");
    const struct sheet sheet = results_sheet(arena, &after);
    fuzz_sheet(&sheet);
    fuzz_lines(comparison_text(arena, diagnostics->language, &told));
    assert(comparison_page_write(&place, &told) && comparison_table_write(&place, &news, "2023"));
    return news.count;
}

static void compare(struct diagnostics *diagnostics, const char *sound, const char *text)
{
    struct arena *arena = diagnostics->arena;
    struct edition_content changed, kept;
    const char *folder = fuzz_file(arena, CHANGED), *reason;
    bool open = edition_open(diagnostics, folder, &changed);
    assert(open == (diagnostics->count == 0));
    check_definitions(arena, &changed.manifest);
    assert(edition_open(diagnostics, fuzz_file(arena, sound), &kept) || !open);
    if (!open || !comparable(diagnostics, "manifest.json", changed.manifest.definitions,
                             kept.manifest.definitions, &reason))
        return;
    const struct catalogue *catalogue = kept.manifest.definitions;
    size_t before = diagnostics->count;
    bool filled = edition_fill(diagnostics, folder, catalogue, &changed);
    assert(filled == (diagnostics->count == before));
    if (!filled)
        return;
    assert(edition_fill(diagnostics, fuzz_file(arena, sound), catalogue, &kept));
    check_table(diagnostics, &changed.table);
    size_t news = check_comparison(diagnostics, &changed, &kept);
    assert(strstr(text, FUZZ_MARK) || news == 0);
    check_comparison(diagnostics, &kept, &changed);
}

/* What is told of an edition that is made again is told on standard output, where nobody looks. */
static void verify(struct diagnostics *diagnostics, const char *text)
{
    struct arena *arena = diagnostics->arena;
    struct command_line line = {.diagnostics = diagnostics,
                                .verify = fuzz_file(arena, editions[EDITION_INTERNAL])};
    const char *manifest = "intern/manifest.json";
    size_t length;
    const char *sound = fuzz_read(arena, manifest, &length);
    write_manifest(arena, editions[EDITION_INTERNAL], editions[EDITION_INTERNAL], text);
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert(freopen("/dev/null", "w", stdout));
    int status = command_verify(&line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    fuzz_write(arena, manifest, sound, length);
    /* its manifest has been written anew, and so is never the one that its checksums are of */
    assert(status == 1 || status == 3);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!*fuzz_path)
        make_world();
    struct arena *arena = arena_new();
    unsigned choice = length && bytes[0] >= '0' && bytes[0] <= '7' ? bytes[0] - '0' : 0;
    struct diagnostics diagnostics = {.arena = arena,
                                      .language = choice & 2 ? LANGUAGE_ENGLISH : LANGUAGE_DANISH};
    const char *text = arena_text(arena, (const char *)bytes, length);
    const char *sound = editions[choice & 1 ? EDITION_INTERNAL : EDITION_SHARED];
    write_changed(arena, sound, text);
    if (choice & 4)
        verify(&diagnostics, text);
    else
        compare(&diagnostics, sound, text);
    arena_free(arena);
    return 0;
}
