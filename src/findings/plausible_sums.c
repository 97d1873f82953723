/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_sums.h"

#include "pejling/base/mover_group.h"
#include "pejling/findings/remark_places.h"

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    const struct indicator *indicator;
    struct remark_places parts, groups;
};

/* The areas that an area is made of. */
struct parts {
    const struct area **areas;
    size_t count, capacity;
};

/* Some cells' counts together; `counted` is known while every cell shows its own. */
struct sum {
    double persons, counted;
    bool lacks_counted, lacks_part;
};

static void add(struct sum *sum, const struct released_cell *cell)
{
    sum->persons += cell->denominator;
    sum->counted += cell->numerator;
    sum->lacks_counted = sum->lacks_counted || !cell->has_numerator;
}

static bool exceeds(const struct sum *sum, const struct released_cell *whole)
{
    return sum->persons > whole->denominator + PERSONS_ROUNDING ||
           (!sum->lacks_counted && whole->has_numerator &&
            sum->counted > whole->numerator + PERSONS_ROUNDING);
}

/* --- parts and the whole ---------------------------------------------------------------------- */
static void add_area(struct arena *arena, struct parts *parts, const struct area *area)
{
    parts->areas =
        arena_grow(arena, parts->areas, parts->count, &parts->capacity, sizeof *parts->areas);
    parts->areas[parts->count++] = area;
}

static bool is_part_of_one(const struct area *area)
{
    const struct area *whole = area->part_of;
    return whole && ((area->role == AREA_SECTION && whole->role == AREA_ESTATE) ||
                     (area->role == AREA_ESTATE && whole->role == AREA_MUNICIPALITY));
}

/* The parts of each area of the catalogue: its sections or areas; a total is made of areas too. */
static const struct parts *parts_of_areas(struct arena *arena, const struct catalogue *catalogue)
{
    struct parts *parts = arena_alloc(arena, catalogue->area_count, sizeof *parts);
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (is_part_of_one(area))
            add_area(arena, &parts[area->part_of->index], area);
        for (size_t j = 0; j < catalogue->area_count && area->role == AREA_TOTAL; j++)
            if (catalogue->areas[j].role == AREA_ESTATE &&
                catalogue->areas[j].part_of == area->part_of)
                add_area(arena, &parts[i], &catalogue->areas[j]);
    }
    return parts;
}

static void remark_at(struct search *search, struct remark_places *places,
                      const struct released_cell *cell)
{
    char text[PERIOD_TEXT];
    struct arena *arena = search->diagnostics->arena;
    remark_places_add(places, arena, arena_copy(arena, period_text(text, cell->period)),
                      cell->area);
}

/*
 * The part's open cells into the sums of the whole's periods. A hidden one is not missing: its sum
 * was compared.
 */
static void add_part(const struct search *search, const struct area *part,
                     const struct released_series *wholes, struct sum *sums)
{
    struct released_series series = released_series(search->table, search->indicator, part);
    const struct released_cell *cell = series.cells, *end = series.cells + series.count;
    for (size_t i = 0; i < wholes->count; i++) {
        const struct released_cell *whole = &wholes->cells[i];
        while (cell < end && period_compare(cell->period, whole->period) < 0)
            cell++;
        bool has_cell = cell < end && period_compare(cell->period, whole->period) == 0;
        if (!area_is_active(part, whole->time))
            continue;
        if (!has_cell || cell->release == RELEASE_ABSENT)
            sums[i].lacks_part = true;
        else if (cell->release == RELEASE_OPEN)
            add(&sums[i], cell);
    }
}

/* The figures for everybody that are less than their parts. */
static void look_at_parts(struct search *search, const struct area *area, const struct parts *parts)
{
    struct released_series wholes = released_series(search->table, search->indicator, area);
    if (parts->count == 0)
        return;
    struct sum *sums = arena_alloc(search->diagnostics->arena, wholes.count, sizeof *sums);
    for (size_t i = 0; i < parts->count; i++)
        add_part(search, parts->areas[i], &wholes, sums);
    for (size_t i = 0; i < wholes.count; i++)
        if (released_is_open(&wholes.cells[i]) && sums[i].lacks_part &&
            exceeds(&sums[i], &wholes.cells[i]))
            remark_at(search, &search->parts, &wholes.cells[i]);
}

/* --- groups and everybody ---------------------------------------------------------------------- */

/* Those that are more than everybody. Who left was among everybody of the period before. */
static void look_at_groups(struct search *search, const struct area *area)
{
    struct released_series groups = released_groups(search->table, search->indicator, area);
    for (size_t i = 0; i < groups.count; i++) {
        const struct released_cell *cell = &groups.cells[i];
        const struct released_cell *everybody =
            released_cell(search->table, cell->indicator, cell->area, cell->period);
        struct sum group = {0};
        add(&group, cell);
        if (released_is_open(cell) && mover_group_of(cell->group) != MOVER_OUT &&
            released_is_open(everybody) && exceeds(&group, everybody))
            remark_at(search, &search->groups, cell);
    }
}

static void report(const struct search *search)
{
    const struct indicator *indicator = search->indicator;
    const struct remark_places *parts = &search->parts, *groups = &search->groups;
    for (size_t i = 0; i < parts->count; i++)
        diagnostics_report(search->diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« i %s for %s: delene er tilsammen mere end helheden, selv om der "
                           "mangler dele · se efter, om alle tal er opgjort ens",
                           "»%s« in %s for %s: the parts together are more than the whole, though "
                           "some are missing · check that all figures are counted alike",
                           indicator->code, parts->items[i].areas, parts->items[i].what);
    for (size_t i = 0; i < groups->count; i++)
        diagnostics_report(search->diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« i %s for %s: en undergruppe er større end alle · ret tallene, "
                           "eller lad gruppe være tom ved alle",
                           "»%s« in %s for %s: a subgroup is greater than everybody · mend the "
                           "figures, or leave gruppe empty for everybody",
                           indicator->code, groups->items[i].areas, groups->items[i].what);
}

void plausible_sums_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    const struct parts *parts = parts_of_areas(diagnostics->arena, catalogue);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        struct search search = {
            .diagnostics = diagnostics, .table = table, .indicator = &catalogue->indicators[i]};
        for (size_t j = 0; j < catalogue->area_count; j++) {
            if (!measure_has_counts(search.indicator->measure))
                break;
            look_at_parts(&search, &catalogue->areas[j], &parts[j]);
            look_at_groups(&search, &catalogue->areas[j]);
        }
        report(&search);
    }
}
