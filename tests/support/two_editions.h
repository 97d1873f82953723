/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two editions of one plan folder for the tests of what is new: the figures of then and of now,
 * both made into tables of the same catalogue, as the pipeline has them.
 */
#ifndef PEJLING_TESTS_TWO_EDITIONS_H
#define PEJLING_TESTS_TWO_EDITIONS_H

#include "plan_folder.h"

#include "pejling/findings/edition_news.h"
#include "pejling/stats/distribution.h"

struct two_editions {
    struct released_table then_table, now_table;
    struct findings then, now;
    struct edition_news news;
};

/* The cells of a table that was made with an earlier reading of the catalogue, in this one. */
static inline struct released_table table_in(struct plan_folder *folder,
                                             const struct released_table *table)
{
    struct released_cell *cells = arena_alloc(folder->arena, table->count + 1, sizeof *cells);
    for (size_t i = 0; i < table->count; i++) {
        cells[i] = table->cells[i];
        cells[i].indicator = indicator_of(folder, table->cells[i].indicator->code);
        cells[i].area = area_of(folder, table->cells[i].area->code);
    }
    return released_table_make(folder->arena, &folder->catalogue, table->edition, cells,
                               table->count);
}

/* compare_again(folder, both): of findings that a test has changed by hand. */
static inline void compare_again(struct plan_folder *folder, struct two_editions *both)
{
    const struct edition_pair pair = {&both->then, &both->now, NULL, NULL};
    both->news = edition_news_compare(folder->arena, &pair);
}

/*
 * compare_editions_of(folder, then, now, edition, earlier): the earlier one of that kind.
 * compare_editions(folder, then, now, edition): the earlier one is shared.
 */
static inline struct two_editions *compare_editions_of(struct plan_folder *folder, const char *then,
                                                       const char *now, enum edition edition,
                                                       enum edition earlier)
{
    struct two_editions *both = arena_alloc(folder->arena, 1, sizeof *both);
    distribution_start();
    plan_folder_figures(folder, then);
    struct released_table before = plan_folder_release(folder, earlier);
    const struct indicator *kept = before.count ? before.cells->indicator : NULL;
    plan_folder_figures(folder, now);
    both->now_table = plan_folder_release(folder, edition);
    assert_true(kept == NULL || kept != both->now_table.cells->indicator);
    both->then_table = table_in(folder, &before);
    both->then = findings_compute(folder->arena, &both->then_table);
    both->now = findings_compute(folder->arena, &both->now_table);
    compare_again(folder, both);
    return both;
}

static inline struct two_editions *compare_editions(struct plan_folder *folder, const char *then,
                                                    const char *now, enum edition edition)
{
    return compare_editions_of(folder, then, now, edition, EDITION_SHARED);
}

/*
 * panel_rows(folder, last): »andelen« from 2014 to that year: »nord« rises by 3 pct.-point a year
 * towards the 50 of the municipality, »syd« stays at 40.
 */
static inline const char *panel_rows(struct plan_folder *folder, int last)
{
    const char *rows = "";
    for (int year = 2014; year <= last; year++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;10000;20000;;;\nandelen;nord;%d;;%d;2000;;;\n"
                            "andelen;syd;%d;;800;2000;;;\n",
                            rows, year, year, 400 + 60 * (year - 2014), year);
    return rows;
}

/* replaced(folder, text, before, after): with one occurrence of `before`, which must be there. */
static inline const char *replaced(struct plan_folder *folder, const char *text, const char *before,
                                   const char *after)
{
    const char *at = strstr(text, before);
    assert_non_null(at);
    return arena_printf(folder->arena, "%.*s%s%s", (int)(at - text), text, after,
                        at + strlen(before));
}

#endif
