/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a small plan shows of its first indicator, for tests of exposures and equations: a plan
 * folder as it was read, with some of its cells hidden by name, and the quantities and equations
 * found again by name.
 */
#ifndef PEJLING_TESTS_EXPOSURE_BENCH_H
#define PEJLING_TESTS_EXPOSURE_BENCH_H

#include "plan_folder.h"

#include "pejling/base/number.h"
#include "pejling/disclosure/equations.h"

#define BY "andelen;by;2020;;500;1000;;;\n"
#define AREAS "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;120;;;\n"
#define SECTIONS BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n"

/* --- what a table shows ----------------------------------------------------------------------- */
/* The cell as a shared edition shows it. */
static inline struct released_cell show(const struct cell *cell)
{
    enum measure measure = cell->indicator->measure;
    bool counted = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    struct released_cell shown = {.indicator = cell->indicator,
                                  .area = cell->area,
                                  .period = cell->period,
                                  .group = cell->group,
                                  .release = cell->reason ? RELEASE_ABSENT : RELEASE_OPEN};
    if (cell->reason)
        return shown;
    shown.denominator = cell->amounts.denominator;
    shown.value = number_round(cell_value(cell), cell->indicator->decimals);
    shown.has_numerator = counted && cell->area->role != AREA_REST;
    shown.numerator = shown.has_numerator ? cell->amounts.numerator : 0;
    return shown;
}

/* Whether a cell is named in a list like `nord syd/unge n1@2021`; the period if not 2020. */
static inline bool is_named(struct plan_folder *folder, const struct cell *cell, const char *list)
{
    const char *name = arena_printf(
        folder->arena, " %s%s%s%s ", cell->area->code, cell->group ? "/" : "",
        cell->group ? cell->group : "",
        cell->period.year == 2020 ? "" : arena_printf(folder->arena, "@%d", cell->period.year));
    return strstr(arena_printf(folder->arena, " %s ", list), name) != NULL;
}

static const struct earlier_editions no_earlier = {NULL, 0, NULL};

/* The first indicator of the plan as it was read, with these cells hidden. */
static inline struct exposure expose(struct plan_folder *folder, const char *hidden)
{
    struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &no_earlier};
    assert_true(exposure_next(&exposure, &folder->cells));
    struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
    for (size_t i = 0; i < exposure.count; i++) {
        shown[i] = show(exposure.cells[i]);
        if (is_named(folder, exposure.cells[i], hidden))
            shown[i].release = RELEASE_HIDDEN;
    }
    exposure.shown = shown;
    return exposure;
}

static inline struct equations_list build(struct plan_folder *folder, const char *rows,
                                          const char *hidden)
{
    plan_folder_figures(folder, rows);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, hidden);
    return equations_build(folder->arena, &exposure);
}

/* The one part that there is. */
static inline struct equations build_one(struct plan_folder *folder, const char *rows,
                                         const char *hidden)
{
    struct equations_list list = build(folder, rows, hidden);
    assert_int_equal(list.count, 1);
    return list.items[0];
}

/* --- looking up ------------------------------------------------------------------------------- */
/* The place of a cell's quantity, by a name as above; the number of quantities for none. */
static inline size_t find(struct plan_folder *folder, const struct equations *equations,
                          const char *name)
{
    for (size_t i = 0; i < equations->count; i++)
        if (equations->quantities[i].cell && is_named(folder, equations->quantities[i].cell, name))
            return i;
    return equations->count;
}

/* The part that a cell is in. */
static inline struct equations part_with(struct plan_folder *folder, struct equations_list list,
                                         const char *name)
{
    for (size_t i = 0; i < list.count; i++)
        if (find(folder, &list.items[i], name) < list.items[i].count)
            return list.items[i];
    fail_msg("no part has »%s«", name);
    return (struct equations){0};
}

static inline const struct quantity *
quantity_of(struct plan_folder *folder, const struct equations *equations, const char *name)
{
    size_t at = find(folder, equations, name);
    assert_true(at < equations->count);
    return &equations->quantities[at];
}

/* The only quantity without a cell; a band of ages may be among the parts twice, to no harm. */
static inline const struct quantity *nameless(const struct equations *equations)
{
    const struct quantity *found = NULL;
    for (size_t i = 0; i < equations->count; i++) {
        const struct quantity *each = &equations->quantities[i];
        if (each->cell)
            continue;
        if (found) {
            assert_near(each->truth, found->truth, 0);
            assert_near(each->persons, found->persons, 0);
        }
        found = each;
    }
    assert_non_null(found);
    return found;
}

/* Whether one equation has just these terms: `+samlet -nord -syd`, `?` for one without a cell. */
static inline const struct equation *
equation_of(struct plan_folder *folder, const struct equations *equations, const char *terms)
{
    for (size_t i = 0; i < equations->equation_count; i++) {
        const struct equation *equation = &equations->items[i];
        const char *text = "";
        for (size_t j = 0; j < equation->count; j++) {
            const struct cell *cell = equations->quantities[equation->terms[j].quantity].cell;
            const char *name = !cell ? "?" : cell->area->code;
            if (cell && cell->period.year != 2020)
                name = arena_printf(folder->arena, "%s@%d", name, cell->period.year);
            if (cell && cell->group)
                name = arena_printf(folder->arena, "%s/%s", name, cell->group);
            text = arena_printf(folder->arena, "%s%s%c%s", text, j ? " " : "",
                                equation->terms[j].sign > 0 ? '+' : '-', name);
        }
        if (strcmp(text, terms) == 0)
            return equation;
    }
    return NULL;
}

static inline void assert_span(struct span span, double low, double high)
{
    if (isinf(low) || isinf(high))
        assert_true(isinf(span.low) == isinf(low) && isinf(span.high) == isinf(high));
    else {
        assert_near(span.low, low, 1e-9);
        assert_near(span.high, high, 1e-9);
    }
}

/* --- three years together --------------------------------------------------------------------- */
static inline struct released_pool pool_of(const struct plan_folder *folder, const char *area,
                                           double count, double persons)
{
    return (struct released_pool){.indicator = indicator_of(folder, "andelen"),
                                  .area = area_of(folder, area),
                                  .from = period_of("2019"),
                                  .to = period_of("2021"),
                                  .numerator = count,
                                  .denominator = persons};
}

#define THREE_YEARS                                                                                \
    "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;110;;;\nandelen;nord;2021;;2;120;;;\n"

#endif
