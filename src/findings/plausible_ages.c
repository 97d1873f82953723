/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_ages.h"

#include <stdlib.h>
#include <strings.h>

#include "pejling/findings/age_partition.h"
#include "pejling/findings/remark_places.h"

#define WHOLE_BAND 5 /* so many years may be a group of their own that a period lacks */

/* Two neighbouring groups, the younger first, and the periods in which ages between them lack. */
struct hole {
    const struct released_cell *below, *above;
    const char *periods;
};

/* A cell of a group that says its ages, with them. */
struct aged_cell {
    const struct released_cell *cell;
    struct age_band band;
};

/* Those of one period, in the order of groups. */
struct aged_period {
    const struct aged_cell *items;
    size_t count;
};

struct search {
    struct arena *arena; /* of what is looked for in one place, and no longer */
    const struct released_table *table;
    const struct aged_period *periods; /* all that have such cells, in their order */
    size_t period_count;
    struct hole *holes;
    size_t count, capacity;
};

/* The ages of a group; those of `over 18` from 18 on. */
static bool read_band(const struct released_cell *cell, struct age_band *band)
{
    if (!age_band_parse(cell->group, band))
        return false;
    if (strncasecmp(cell->group, "over ", 5) == 0)
        band->from--;
    return true;
}

/* By period, and within that as they stand in the table: by group. */
static int compare_aged(const void *left, const void *right)
{
    const struct aged_cell *a = left;
    const struct aged_cell *b = right;
    int order = period_compare(a->cell->period, b->cell->period);
    return order ? order : (a->cell > b->cell) - (a->cell < b->cell);
}

/* The cells of groups with ages; a group's name is read once for all its periods. */
static size_t take_aged(const struct released_series *groups, struct aged_cell *aged)
{
    size_t count = 0;
    struct aged_cell each = {.cell = NULL};
    bool has_ages = false;
    for (size_t i = 0; i < groups->count; i++) {
        const struct released_cell *last = each.cell;
        each.cell = &groups->cells[i];
        if (!last || group_compare(last->group, each.cell->group) != 0)
            has_ages = read_band(each.cell, &each.band);
        if (has_ages)
            aged[count++] = each;
    }
    return count;
}

static void take_periods(struct search *search, const struct released_series *groups)
{
    struct aged_cell *aged = arena_room(search->arena, groups->count, sizeof *aged);
    struct aged_period *periods = arena_room(search->arena, groups->count, sizeof *periods);
    size_t count = take_aged(groups, aged);
    if (count)
        qsort(aged, count, sizeof *aged, compare_aged);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || period_compare(aged[i - 1].cell->period, aged[i].cell->period) != 0)
            periods[search->period_count++] = (struct aged_period){.items = &aged[i]};
        periods[search->period_count - 1].count++;
    }
    search->periods = periods;
}

static bool has_band(const struct aged_period *period, struct age_band sought)
{
    for (size_t i = 0; i < period->count; i++)
        if (period->items[i].band.from == sought.from && period->items[i].band.to == sought.to)
            return true;
    return false;
}

/*
 * Whether each group is followed by one from the next age on, or by none: then no age between two
 * lacks, as the group that ends last before it would not be followed so.
 */
static bool follow_each_other(const struct aged_period *period)
{
    bool begins[AGE_BAND_OLDEST + 2] = {false};
    int last = 0;
    for (size_t i = 0; i < period->count; i++) {
        int from = period->items[i].band.from;
        begins[from] = true;
        if (from > last)
            last = from;
    }
    for (size_t i = 0; i < period->count; i++)
        if (period->items[i].band.to < last && !begins[period->items[i].band.to + 1])
            return false;
    return true;
}

/* --- groups that add up to everybody ---------------------------------------------------------- */
static bool is_covered(const struct aged_period *period, int age)
{
    for (size_t i = 0; i < period->count; i++)
        if (period->items[i].band.from <= age && age <= period->items[i].band.to)
            return true;
    return false;
}

static bool leaves_out(const struct aged_period *period, const struct released_cell *below,
                       const struct released_cell *above)
{
    struct age_band younger, older;
    if (!below || !above || !read_band(below, &younger) || !read_band(above, &older))
        return false;
    for (int age = younger.to + 1; age < older.from; age++)
        if (!is_covered(period, age))
            return true;
    return false;
}

/* --- groups that another period has without the hole ------------------------------------------ */

/* Whether another period has `whole` for `own`, beside the neighbour, and this one has not. */
static bool is_elsewhere(const struct search *search, const struct aged_period *here,
                         struct age_band whole, struct age_band own, struct age_band neighbour)
{
    if (has_band(here, whole))
        return false;
    for (size_t i = 0; i < search->period_count; i++) {
        const struct aged_period *there = &search->periods[i];
        if (has_band(there, whole) && has_band(there, neighbour) && !has_band(there, own))
            return true;
    }
    return false;
}

static bool differs(const struct search *search, const struct aged_period *here,
                    struct age_band younger, struct age_band older)
{
    if (older.from - younger.to < 2 || older.from - younger.to > WHOLE_BAND)
        return false;
    const struct age_band longer = {younger.from, older.from - 1};
    const struct age_band earlier = {younger.to + 1, older.to};
    return is_elsewhere(search, here, longer, younger, older) ||
           is_elsewhere(search, here, earlier, older, younger);
}

/* The group that begins first behind the last age of another. */
static const struct aged_cell *next_group(const struct aged_period *period, struct age_band below)
{
    const struct aged_cell *next = NULL;
    for (size_t i = 0; i < period->count; i++) {
        const struct aged_cell *each = &period->items[i];
        if (each->band.from > below.to && (!next || each->band.from < next->band.from))
            next = each;
    }
    return next;
}

/* --- what is found ---------------------------------------------------------------------------- */
static void hole_add(struct search *search, const struct released_cell *below,
                     const struct released_cell *above)
{
    char text[PERIOD_TEXT];
    period_text(text, below->period);
    for (size_t i = 0; i < search->count; i++) {
        struct hole *hole = &search->holes[i];
        if (group_compare(hole->below->group, below->group) != 0 ||
            group_compare(hole->above->group, above->group) != 0)
            continue;
        hole->periods = arena_printf(search->arena, "%s, %s", hole->periods, text);
        return;
    }
    search->holes = arena_grow(search->arena, search->holes, search->count, &search->capacity,
                               sizeof *search->holes);
    search->holes[search->count++] = (struct hole){below, above, arena_copy(search->arena, text)};
}

static bool look_at_partition(struct search *search, const struct aged_period *period)
{
    const struct released_cell *any = period->items[0].cell;
    const struct age_place place = {any->area, any->period};
    struct age_partition all =
        age_partition_find(search->arena, search->table, any->indicator, &place, 1);
    bool found = false;
    for (size_t i = 1; i < all.count; i++) {
        if (all.bands[i].from == all.bands[i - 1].to + 1)
            continue;
        const struct released_cell *below =
            age_group_cell(search->table, any->indicator, place, all.bands[i - 1]);
        const struct released_cell *above =
            age_group_cell(search->table, any->indicator, place, all.bands[i]);
        if (!leaves_out(period, below, above))
            continue;
        hole_add(search, below, above);
        found = true;
    }
    return found;
}

static void look_at_period(struct search *search, const struct aged_period *period)
{
    if (follow_each_other(period) || look_at_partition(search, period))
        return;
    for (size_t i = 0; i < period->count; i++) {
        const struct aged_cell *below = &period->items[i];
        const struct aged_cell *above = next_group(period, below->band);
        if (above && differs(search, period, below->band, above->band))
            hole_add(search, below->cell, above->cell);
    }
}

static void report(struct diagnostics *diagnostics, const struct hole *hole)
{
    struct age_band below, above;
    if (!read_band(hole->below, &below) || !read_band(hole->above, &above))
        return;
    const char *ages =
        below.to + 2 == above.from
            ? arena_printf(diagnostics->arena, "%d", below.to + 1)
            : arena_printf(diagnostics->arena, "%d-%d", below.to + 1, above.from - 1);
    diagnostics_report(diagnostics, PROBLEM_REMARK, remark_place_at(hole->below),
                       "»%s« i »%s« for %s: alderen %s er hverken med i »%s« eller »%s« · ret "
                       "gruppens navn, eller skriv også tal for den alder",
                       "»%s« in »%s« for %s: the age %s is neither in »%s« nor in »%s« · mend the "
                       "group's name, or write figures of that age too",
                       hole->below->indicator->code, hole->below->area->code, hole->periods, ages,
                       hole->below->group, hole->above->group);
}

static void look_at(struct diagnostics *diagnostics, const struct released_table *table,
                    const struct indicator *indicator, const struct area *area)
{
    const struct released_series groups = released_groups(table, indicator, area);
    if (!groups.count)
        return;
    struct search search = {.arena = arena_new(), .table = table};
    take_periods(&search, &groups);
    for (size_t i = 0; i < search.period_count; i++)
        look_at_period(&search, &search.periods[i]);
    for (size_t i = 0; i < search.count; i++)
        report(diagnostics, &search.holes[i]);
    arena_free(search.arena);
}

void plausible_ages_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++)
            if (!remark_place_is_derived(table, &catalogue->indicators[i], &catalogue->areas[j]))
                look_at(diagnostics, table, &catalogue->indicators[i], &catalogue->areas[j]);
}
