/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small plan folders for tests: written into a temporary folder, read back, and removed.
 *
 * PLAN_FOLDER_TEST(test) gives a test a folder with the base files below as its state. The test
 * replaces what it is about with plan_folder_write, and reads with plan_folder_read or
 * plan_folder_release.
 *
 * In a text to be written, `^` marks the field, and `~` the line, that a message is expected to
 * name; the marks are not written.
 *
 */
#ifndef PEJLING_TESTS_PLAN_FOLDER_H
#define PEJLING_TESTS_PLAN_FOLDER_H

#include "near.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/disclosure/protect.h"
#include "pejling/model/catalogue_read.h"
#include "pejling/model/cells.h"

#define PLAN_FOLDER_FILES 12

struct plan_folder {
    struct arena *arena;
    struct diagnostics diagnostics;
    const char *path;
    const char *names[PLAN_FOLDER_FILES]; /* of the files written so far */
    size_t count;
    struct catalogue catalogue;
    struct observations observations;
    struct cells cells;
};

/* --- the base files: one municipality, two areas, one indicator of each type ---------------------
 */
#define BASE_PLAN                                                                                  \
    "nøgle;værdi\n"                                                                              \
    "titel;Prøveplan\n"                                                                           \
    "kommune;by\n"                                                                                 \
    "planstart;2021-10-01\n"                                                                       \
    "planslut;2025-09-30\n"                                                                        \
    "basisår;2021\n"                                                                              \
    "udgave;2025\n"

#define AREAS_HEADER "kode;navn;rolle;del_af;fra;til;alias;note\n"
#define BASE_AREAS                                                                                 \
    AREAS_HEADER "by;Byen;kommune;;;;;\n"                                                          \
                 "nord;Nordparken;område;by;;;;\n"                                                \
                 "syd;Sydparken;område;by;;;;\n"

#define INDICATORS_HEADER "kode;navn;type;enhed;god_retning;opgørelse;kilde\n"
#define BASE_INDICATORS                                                                            \
    INDICATORS_HEADER "andelen;Andel;andel;pct.;op;kalenderår;K\n"                                \
                      "raten;Rate;rate;pr. 1.000;ned;kalenderår;K\n"                              \
                      "snittet;Gennemsnit;gennemsnit;point;op;kalenderår;K\n"                     \
                      "svarene;Survey;survey;pct.;op;kalenderår;K\n"                              \
                      "tallet;Værdi;værdi;kr.;neutral;kalenderår;K\n"

/* The figures' columns, so that a row reads: indicator;area;period;group;x;n;value;spread;status */
#define FIGURES_HEADER "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status\n"
#define FIGURES_FILE "observationer/tal.csv"
#define BASE_FIGURES FIGURES_HEADER "andelen;by;2020;;500;1000;;;\n"
/* One of each of the other indicators, so that nothing is to be remarked on. */
#define OTHER_FIGURES                                                                              \
    "raten;by;2020;;20;1000;;;\nsnittet;by;2020;;;900;6,5;2,5;\nsvarene;by;2020;;;900;61,5;;\n"    \
    "tallet;by;2020;;;;300;;\n"

/* --- writing ---------------------------------------------------------------------------------- */
static inline bool plan_folder_has(const struct plan_folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->count; i++)
        if (strcmp(folder->names[i], name) == 0)
            return true;
    return false;
}

static inline const char *plan_folder_file(struct plan_folder *folder, const char *name)
{
    return arena_printf(folder->arena, "%s/%s", folder->path, name);
}

/* plan_folder_write(folder, name, text): one file, in place of an earlier one of that name. */
static inline void plan_folder_write(struct plan_folder *folder, const char *name, const char *text)
{
    const char *slash = strchr(name, '/');
    if (slash)
        mkdir(plan_folder_file(folder, arena_text(folder->arena, name, (size_t)(slash - name))),
              0700);
    if (!plan_folder_has(folder, name)) {
        assert_true(folder->count < PLAN_FOLDER_FILES);
        folder->names[folder->count++] = name;
    }
    FILE *stream = fopen(plan_folder_file(folder, name), "wb");
    assert_non_null(stream);
    for (; *text; text++)
        if (*text != '^' && *text != '~')
            fputc(*text, stream);
    assert_int_equal(fclose(stream), 0);
}

/* plan_folder_remove(folder, name): takes one file away again. */
static inline void plan_folder_remove(struct plan_folder *folder, const char *name)
{
    unlink(plan_folder_file(folder, name));
}

/* plan_folder_figures(folder, rows): observationer/tal.csv with FIGURES_HEADER and these rows. */
static inline void plan_folder_figures(struct plan_folder *folder, const char *rows)
{
    plan_folder_write(folder, FIGURES_FILE,
                      arena_printf(folder->arena, "%s%s", FIGURES_HEADER, rows));
}

/* plan_folder_reset(folder): the base files and no others. */
static inline void plan_folder_reset(struct plan_folder *folder)
{
    while (folder->count)
        plan_folder_remove(folder, folder->names[--folder->count]);
    plan_folder_write(folder, "plan.csv", BASE_PLAN);
    plan_folder_write(folder, "omraader.csv", BASE_AREAS);
    plan_folder_write(folder, "indikatorer.csv", BASE_INDICATORS);
    plan_folder_write(folder, FIGURES_FILE, BASE_FIGURES);
}

/* --- making and removing ---------------------------------------------------------------------- */
static inline struct plan_folder *plan_folder_new(void)
{
    struct arena *arena = arena_new();
    struct plan_folder *folder = arena_alloc(arena, 1, sizeof *folder);
    const char *place = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", place ? place : "/tmp");
    *folder = (struct plan_folder){.arena = arena, .diagnostics.arena = arena};
    folder->path = mkdtemp(path);
    assert_non_null(folder->path);
    plan_folder_reset(folder);
    return folder;
}

static inline void plan_folder_free(struct plan_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        unlink(plan_folder_file(folder, folder->names[i]));
    rmdir(plan_folder_file(folder, "observationer"));
    rmdir(folder->path);
    arena_free(folder->arena);
}

static inline int plan_folder_setup(void **state)
{
    *state = plan_folder_new();
    return 0;
}

static inline int plan_folder_teardown(void **state)
{
    plan_folder_free(*state);
    return 0;
}

/* A test with a plan folder of its own as its state. */
#define PLAN_FOLDER_TEST(test)                                                                     \
    cmocka_unit_test_setup_teardown(test, plan_folder_setup, plan_folder_teardown)

/* --- reading ---------------------------------------------------------------------------------- */
static inline void plan_folder_forget_problems(struct plan_folder *folder)
{
    folder->diagnostics =
        (struct diagnostics){.arena = folder->arena, .language = folder->diagnostics.language};
}

/* plan_folder_read_catalogue(folder): the catalogue alone; problems are to be looked at. */
static inline void plan_folder_read_catalogue(struct plan_folder *folder)
{
    plan_folder_forget_problems(folder);
    folder->catalogue = catalogue_read(&folder->diagnostics, folder->path);
}

static inline void plan_folder_print(const struct plan_folder *folder)
{
    for (size_t i = 0; i < folder->diagnostics.count; i++) {
        const struct diagnostic *item = &folder->diagnostics.items[i];
        print_error("  %s:%u:%u: (%d) %s\n", item->at.file, item->at.line, item->at.column,
                    (int)item->problem, item->text);
    }
}

/* plan_folder_read_figures(folder): the catalogue, and the figures with it. */
static inline void plan_folder_read_figures(struct plan_folder *folder)
{
    plan_folder_read_catalogue(folder);
    folder->observations =
        observations_read(&folder->diagnostics, folder->path, &folder->catalogue);
}

/* plan_folder_read(folder): everything, which must be free of problems other than remarks. */
static inline void plan_folder_read(struct plan_folder *folder)
{
    plan_folder_read_figures(folder);
    if (diagnostics_stop(&folder->diagnostics, false)) {
        plan_folder_print(folder);
        fail_msg("the plan folder has problems");
    }
    folder->cells =
        cells_build(&folder->diagnostics, &folder->catalogue, &folder->observations, true);
}

/* plan_folder_release(folder, edition): everything up to the released table. */
static inline struct released_table plan_folder_release(struct plan_folder *folder,
                                                        enum edition edition)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    struct released_table table;
    plan_folder_read(folder);
    if (!protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &none, edition,
                 &table)) {
        plan_folder_print(folder);
        fail_msg("something cannot be protected");
    }
    return table;
}

/* --- looking up ------------------------------------------------------------------------------- */
static inline const struct indicator *indicator_of(const struct plan_folder *folder,
                                                   const char *code)
{
    const struct indicator *indicator = catalogue_indicator(&folder->catalogue, code);
    assert_non_null(indicator);
    return indicator;
}

static inline const struct area *area_of(const struct plan_folder *folder, const char *code)
{
    const struct area *area = catalogue_area(&folder->catalogue, code);
    assert_non_null(area);
    return area;
}

static inline struct period period_of(const char *text)
{
    struct period period;
    assert_int_equal(period_parse(text, &period), PERIOD_OK);
    return period;
}

/* group_cell_of(…): the cell of a subgroup, or with NULL of everybody; NULL where there is none. */
static inline const struct cell *group_cell_of(const struct plan_folder *folder,
                                               const char *indicator, const char *area,
                                               const char *period, const char *group)
{
    const struct cell *found = NULL;
    for (size_t i = 0; i < folder->cells.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        if (cell->indicator != indicator_of(folder, indicator) ||
            cell->area != area_of(folder, area) || group_compare(cell->group, group) != 0 ||
            period_compare(cell->period, period_of(period)) != 0)
            continue;
        assert_null(found);
        found = cell;
    }
    return found;
}

static inline const struct cell *cell_of(const struct plan_folder *folder, const char *indicator,
                                         const char *area, const char *period)
{
    return group_cell_of(folder, indicator, area, period, NULL);
}

/* released_of(…): the released cell for everybody, which must be there. */
static inline const struct released_cell *released_of(const struct plan_folder *folder,
                                                      const struct released_table *table,
                                                      const char *indicator, const char *area,
                                                      const char *period)
{
    const struct released_cell *cell = released_cell(table, indicator_of(folder, indicator),
                                                     area_of(folder, area), period_of(period));
    assert_non_null(cell);
    return cell;
}

/* --- messages --------------------------------------------------------------------------------- */
/* Where the mark of a text stands; line 0 without one. */
static inline struct location plan_folder_place(const char *name, const char *text)
{
    struct location at = {name, 1, 1};
    for (; *text && *text != '^' && *text != '~'; text++) {
        bool starts_character = ((unsigned char)*text & 0xC0) != 0x80;
        at.column = *text == '\n' ? 1 : at.column + starts_character;
        at.line += *text == '\n';
    }
    if (*text == '\0')
        return (struct location){.file = name};
    if (*text == '~')
        at.column = 0;
    return at;
}

static inline bool diagnostic_is(const struct diagnostic *item, enum problem problem,
                                 struct location at, const char *says)
{
    return item->problem == problem && strcmp(item->at.file, at.file) == 0 &&
           item->at.line == at.line && item->at.column == at.column && strstr(item->text, says);
}

static inline void assert_problem_at(const struct plan_folder *folder, enum problem problem,
                                     struct location at, const char *says, const char *file,
                                     int line)
{
    for (size_t i = 0; i < folder->diagnostics.count; i++)
        if (diagnostic_is(&folder->diagnostics.items[i], problem, at, says))
            return;
    print_error("nowhere: %s:%u:%u: (%d) %s\n", at.file, at.line, at.column, (int)problem, says);
    plan_folder_print(folder);
    _fail(file, line);
}

/* assert_problem(folder, problem, name, text, says): one of that kind, at the mark of the text. */
#define assert_problem(folder, problem, name, text, says)                                          \
    assert_problem_at((folder), (problem), plan_folder_place((name), (text)), (says), __FILE__,    \
                      __LINE__)

static inline void assert_problem_count_at(const struct plan_folder *folder, size_t count,
                                           const char *file, int line)
{
    if (folder->diagnostics.count == count)
        return;
    print_error("%zu problems, not %zu:\n", folder->diagnostics.count, count);
    plan_folder_print(folder);
    _fail(file, line);
}

/* assert_problem_count(folder, count): as many as that, remarks and all. */
#define assert_problem_count(folder, count)                                                        \
    assert_problem_count_at((folder), (count), __FILE__, __LINE__)

/* A file with one fault, marked in its text, and what is to be said of it. */
struct faulty_file {
    const char *name, *text;
    enum problem problem;
    const char *says;
};

/*
 * check_faults(folder, faults, count, read): each fault alone, among the base files: nothing else
 * is said, and in English the same is said of the same place in other words.
 */
static inline void check_faults(struct plan_folder *folder, const struct faulty_file *faults,
                                size_t count, void (*read)(struct plan_folder *folder))
{
    for (size_t i = 0; i < count; i++) {
        const struct faulty_file *fault = &faults[i];
        plan_folder_reset(folder);
        plan_folder_write(folder, fault->name, fault->text);
        folder->diagnostics.language = LANGUAGE_DANISH;
        read(folder);
        assert_problem(folder, fault->problem, fault->name, fault->text, fault->says);
        assert_problem_count(folder, 1);
        const char *danish = folder->diagnostics.items[0].text;
        assert_non_null(strstr(danish, " · "));
        folder->diagnostics.language = LANGUAGE_ENGLISH;
        read(folder);
        assert_problem(folder, fault->problem, fault->name, fault->text, " · ");
        assert_problem_count(folder, 1);
        assert_string_not_equal(folder->diagnostics.items[0].text, danish);
    }
}

/* CHECK_FAULTS(folder, faults, read): the same for a whole array. */
#define CHECK_FAULTS(folder, faults, read)                                                         \
    check_faults((folder), (faults), sizeof(faults) / sizeof *(faults), (read))

/* total_in(catalogue, municipality): the total of a municipality's areas, NULL for none. */
static inline const struct area *total_in(const struct catalogue *catalogue,
                                          const struct area *municipality)
{
    for (size_t i = 0; municipality && i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_TOTAL && catalogue->areas[i].part_of == municipality)
            return &catalogue->areas[i];
    return NULL;
}

#endif
