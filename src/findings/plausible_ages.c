/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_ages.h"

#include <strings.h>

#include "pejling/findings/age_partition.h"
#include "pejling/findings/remark_places.h"

#define WHOLE_BAND 5 /* so many years may be a group of their own that a period lacks */

/* Two neighbouring groups, the younger first, and the periods in which ages between them lack. */
struct hole {
    const struct released_cell *below, *above;
    const char *periods;
};

/* What ages a group is of, if it says so. */
struct ages {
    bool known;
    struct age_band band;
};

struct search {
    struct arena *arena;
    const struct released_table *table;
    const struct indicator *indicator;
    const struct area *area;
    struct released_series groups;
    const struct ages *ages; /* of each of them: they are asked for in every period */
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

static const struct ages *read_ages(struct arena *arena, const struct released_series *groups)
{
    struct ages *ages = arena_alloc(arena, groups->count, sizeof *ages);
    for (size_t i = 0; i < groups->count; i++)
        ages[i].known = read_band(&groups->cells[i], &ages[i].band);
    return ages;
}

static bool same_band(struct age_band a, struct age_band b)
{
    return a.from == b.from && a.to == b.to;
}

static bool has_band(const struct search *search, struct period period, struct age_band sought)
{
    for (size_t i = 0; i < search->groups.count; i++)
        if (search->ages[i].known && same_band(search->ages[i].band, sought) &&
            period_compare(search->groups.cells[i].period, period) == 0)
            return true;
    return false;
}

/* --- groups that add up to everybody ---------------------------------------------------------- */
static bool is_covered(const struct search *search, struct period period, int age)
{
    for (size_t i = 0; i < search->groups.count; i++) {
        const struct ages *ages = &search->ages[i];
        if (ages->known && ages->band.from <= age && age <= ages->band.to &&
            period_compare(search->groups.cells[i].period, period) == 0)
            return true;
    }
    return false;
}

static bool leaves_out(const struct search *search, const struct released_cell *below,
                       const struct released_cell *above)
{
    struct age_band younger, older;
    if (!below || !above || !read_band(below, &younger) || !read_band(above, &older))
        return false;
    for (int age = younger.to + 1; age < older.from; age++)
        if (!is_covered(search, below->period, age))
            return true;
    return false;
}

/* --- groups that another period has without the hole ------------------------------------------ */

/* Whether a period of its own has `whole` for `own`, beside the neighbour, and this one has not. */
static bool is_elsewhere(const struct search *search, struct period here, struct age_band whole,
                         struct age_band own, struct age_band neighbour)
{
    for (size_t i = 0; i < search->groups.count; i++) {
        struct period there = search->groups.cells[i].period;
        if (search->ages[i].known && same_band(search->ages[i].band, whole) &&
            has_band(search, there, neighbour) && !has_band(search, there, own))
            return !has_band(search, here, whole);
    }
    return false;
}

static bool differs(const struct search *search, const struct released_cell *below,
                    const struct released_cell *above)
{
    struct age_band younger, older;
    if (!read_band(below, &younger) || !read_band(above, &older) || older.from - younger.to < 2 ||
        older.from - younger.to > WHOLE_BAND)
        return false;
    const struct age_band longer = {younger.from, older.from - 1};
    const struct age_band earlier = {younger.to + 1, older.to};
    return is_elsewhere(search, below->period, longer, younger, older) ||
           is_elsewhere(search, below->period, earlier, older, younger);
}

/* The group of the same period that begins first behind the last age of another. */
static const struct released_cell *next_group(const struct search *search,
                                              const struct released_cell *below)
{
    const struct released_cell *next = NULL;
    struct age_band own, first = {0, 0};
    bool has_own = read_band(below, &own);
    for (size_t i = 0; has_own && i < search->groups.count; i++) {
        const struct ages *ages = &search->ages[i];
        if (!ages->known || ages->band.from <= own.to || (next && ages->band.from >= first.from) ||
            period_compare(search->groups.cells[i].period, below->period) != 0)
            continue;
        next = &search->groups.cells[i];
        first = ages->band;
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

static bool look_at_partition(struct search *search, struct period period)
{
    const struct age_place place = {search->area, period};
    struct age_partition all =
        age_partition_find(search->arena, search->table, search->indicator, &place, 1);
    bool found = false;
    for (size_t i = 1; i < all.count; i++) {
        const struct released_cell *below =
            age_group_cell(search->table, search->indicator, place, all.bands[i - 1]);
        const struct released_cell *above =
            age_group_cell(search->table, search->indicator, place, all.bands[i]);
        if (!leaves_out(search, below, above))
            continue;
        hole_add(search, below, above);
        found = true;
    }
    return found;
}

static void look_at_period(struct search *search, struct period period)
{
    if (look_at_partition(search, period))
        return;
    for (size_t i = 0; i < search->groups.count; i++) {
        const struct released_cell *below = &search->groups.cells[i];
        const struct released_cell *above =
            period_compare(below->period, period) == 0 ? next_group(search, below) : NULL;
        if (above && differs(search, below, above))
            hole_add(search, below, above);
    }
}

/* A cell of the first period behind that of another, of all where that is NULL. */
static const struct released_cell *next_period(const struct released_series *groups,
                                               const struct released_cell *last)
{
    const struct released_cell *next = NULL;
    for (size_t i = 0; i < groups->count; i++) {
        const struct released_cell *cell = &groups->cells[i];
        if ((!last || period_compare(cell->period, last->period) > 0) &&
            (!next || period_compare(cell->period, next->period) < 0))
            next = cell;
    }
    return next;
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
    struct search search = {.arena = diagnostics->arena,
                            .table = table,
                            .indicator = indicator,
                            .area = area,
                            .groups = released_groups(table, indicator, area)};
    search.ages = read_ages(search.arena, &search.groups);
    for (const struct released_cell *cell = NULL; (cell = next_period(&search.groups, cell));)
        look_at_period(&search, cell->period);
    for (size_t i = 0; i < search.count; i++)
        report(diagnostics, &search.holes[i]);
}

void plausible_ages_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++)
            if (!remark_place_is_derived(table, &catalogue->indicators[i], &catalogue->areas[j]))
                look_at(diagnostics, table, &catalogue->indicators[i], &catalogue->areas[j]);
}
