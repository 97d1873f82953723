/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_partition.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static bool same_band(struct age_band a, struct age_band b)
{
    return a.from == b.from && a.to == b.to;
}

bool age_groups_given(const struct released_table *table, const struct indicator *indicator,
                      const struct area *area)
{
    struct released_series groups = released_groups(table, indicator, area);
    struct age_band first = {-1, -1}, band;
    for (size_t i = 0; i < groups.count; i++) {
        if (!age_band_parse(groups.cells[i].group, &band) || same_band(band, first))
            continue;
        if (first.from >= 0)
            return true;
        first = band;
    }
    return false;
}

/* A cell of an age group, with its ages. */
struct aged_cell {
    struct age_band band;
    const struct released_cell *cell;
};

/* The age groups of a place; names are read here and nowhere else. */
struct aged_cells {
    struct aged_cell *items;
    size_t count;
};

static struct aged_cells aged_cells_of(struct arena *arena, const struct released_table *table,
                                       const struct indicator *indicator, struct age_place place)
{
    struct released_series groups = released_groups(table, indicator, place.area);
    struct aged_cells aged = {arena_alloc(arena, groups.count + 1, sizeof *aged.items), 0};
    for (size_t i = 0; i < groups.count; i++) {
        struct aged_cell each = {.cell = &groups.cells[i]};
        if (period_compare(each.cell->period, place.period) == 0 &&
            age_band_parse(each.cell->group, &each.band))
            aged.items[aged.count++] = each;
    }
    return aged;
}

/* NULL where there is none, or more than one. */
static const struct released_cell *cell_of_band(const struct aged_cells *aged,
                                                struct age_band sought)
{
    const struct released_cell *found = NULL;
    for (size_t i = 0; i < aged->count; i++) {
        if (!same_band(aged->items[i].band, sought))
            continue;
        if (found)
            return NULL;
        found = aged->items[i].cell;
    }
    return found;
}

const struct released_cell *age_group_cell(const struct released_table *table,
                                           const struct indicator *indicator,
                                           struct age_place place, struct age_band band)
{
    struct released_series groups = released_groups(table, indicator, place.area);
    const struct released_cell *found = NULL;
    struct age_band own;
    for (size_t i = 0; i < groups.count; i++) {
        const struct released_cell *cell = &groups.cells[i];
        if (period_compare(cell->period, place.period) != 0 || !age_band_parse(cell->group, &own) ||
            !same_band(own, band))
            continue;
        if (found)
            return NULL;
        found = cell;
    }
    return found;
}

/* --- why there is none ------------------------------------------------------------------------ */
static struct age_partition none(const struct released_cell *cell, enum reason reason)
{
    return (struct age_partition){.reason = reason,
                                  .hidden = cell && cell->release == RELEASE_HIDDEN};
}

/* What stands in the way in one place; REASON_NONE where nothing does. */
static struct age_partition obstacle(const struct released_cell *everybody,
                                     const struct aged_cells *aged, enum reason without)
{
    struct age_partition empty = {.reason = REASON_NONE};
    if (!everybody || everybody->release != RELEASE_OPEN)
        return none(everybody, everybody ? everybody->reason : without);
    for (size_t i = 0; i < aged->count; i++) {
        const struct released_cell *cell = aged->items[i].cell;
        if (cell->release == RELEASE_HIDDEN)
            return none(cell, cell->reason);
        if (cell->reason == REASON_NO_DENOMINATOR)
            empty.reason = REASON_EMPTY_STRATUM;
    }
    return aged->count ? empty : none(NULL, without);
}

/* All the places that a set must do for. */
struct places {
    const struct released_table *table;
    const struct indicator *indicator;
    const struct age_place *items;
    const struct aged_cells *aged;
    size_t count;
};

static const struct released_cell *everybody_in(const struct places *places, size_t i)
{
    return released_cell(places->table, places->indicator, places->items[i].area,
                         places->items[i].period);
}

static struct age_partition why_none(const struct places *places)
{
    for (size_t i = 0; i < places->count; i++) {
        bool is_own = places->items[i].area == places->items[0].area;
        struct age_partition found = obstacle(everybody_in(places, i), &places->aged[i],
                                              is_own ? REASON_MISSING : REASON_NO_COMPARATOR);
        if (found.reason != REASON_NONE)
            return found;
    }
    return none(NULL, REASON_INCOMPLETE);
}

/* --- the finest set --------------------------------------------------------------------------- */

/* A band that is open everywhere, and the best set that ends with it. */
struct candidate {
    struct age_band band;
    double persons;   /* in all places together */
    double together;  /* of the set */
    size_t set_count; /* its bands */
    size_t before;    /* the band before this one in it; SIZE_MAX for none */
};

static int compare_ends(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    int order = (a->band.to > b->band.to) - (a->band.to < b->band.to);
    return order ? order : (a->band.from > b->band.from) - (a->band.from < b->band.from);
}

/* The persons of a band in all places together; 0 where one of them does not show it. */
static double persons_of(const struct places *places, struct age_band band)
{
    double persons = 0;
    for (size_t i = 0; i < places->count; i++) {
        const struct released_cell *cell = cell_of_band(&places->aged[i], band);
        if (!cell || cell->release != RELEASE_OPEN || !(cell->denominator > 0))
            return 0;
        persons += cell->denominator;
    }
    return persons;
}

/* Whether a set has more persons than that of a candidate, or as many in more bands. */
static bool is_better(double together, size_t bands, const struct candidate *than)
{
    if (fabs(together - than->together) > PERSONS_ROUNDING)
        return together > than->together;
    return bands > than->set_count;
}

/* Sets each candidate's best set: the most persons, and of those that have as many the most bands. */
static void find_sets(struct candidate *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        items[i].together = items[i].persons;
        items[i].set_count = 1;
        items[i].before = SIZE_MAX;
        for (size_t j = 0; j < i; j++) {
            double together = items[j].together + items[i].persons;
            size_t bands = items[j].set_count + 1;
            if (items[j].band.to >= items[i].band.from || !is_better(together, bands, &items[i]))
                continue;
            items[i].together = together;
            items[i].set_count = bands;
            items[i].before = j;
        }
    }
}

static struct candidate *find_candidates(struct arena *arena, const struct places *places,
                                         size_t *count)
{
    const struct aged_cells *first = &places->aged[0];
    struct candidate *items = arena_alloc(arena, first->count + 1, sizeof *items);
    *count = 0;
    for (size_t i = 0; i < first->count; i++) {
        struct age_band band = first->items[i].band;
        double persons = persons_of(places, band);
        if (persons > 0)
            items[(*count)++] = (struct candidate){.band = band, .persons = persons};
    }
    if (*count)
        qsort(items, *count, sizeof *items, compare_ends);
    return items;
}

/* The bands of the set that ends with a candidate. */
static struct age_partition take_set(struct arena *arena, const struct candidate *items,
                                     const struct candidate *last)
{
    struct age_band *bands = arena_alloc(arena, last->set_count, sizeof *bands);
    struct age_partition partition = {.bands = bands, .count = last->set_count};
    for (size_t i = partition.count; i-- > 0; last = &items[last->before]) {
        bands[i] = last->band;
        if (last->before == SIZE_MAX)
            break;
    }
    return partition;
}

static bool adds_up(const struct age_partition *partition, const struct released_cell *everybody,
                    const struct aged_cells *aged)
{
    if (!everybody || everybody->release != RELEASE_OPEN)
        return false;
    double left = everybody->denominator;
    for (size_t i = 0; i < partition->count; i++)
        left -= cell_of_band(aged, partition->bands[i])->denominator;
    return fabs(left) < PERSONS_ROUNDING;
}

/*
 * As everybody is the most that groups without persons in common can have in a place, a set that
 * adds up in each has the most persons in all of them together.
 */
static struct age_partition find(struct arena *arena, const struct places *places)
{
    size_t found;
    struct candidate *items = find_candidates(arena, places, &found);
    const struct candidate *best = NULL;
    find_sets(items, found);
    for (size_t i = 0; i < found; i++)
        if (!best || is_better(items[i].together, items[i].set_count, best))
            best = &items[i];
    if (!best || best->set_count < 2)
        return why_none(places);
    struct age_partition partition = take_set(arena, items, best);
    for (size_t i = 0; i < places->count; i++)
        if (!adds_up(&partition, everybody_in(places, i), &places->aged[i]))
            return why_none(places);
    return partition;
}

struct age_partition age_partition_find(struct arena *arena, const struct released_table *table,
                                        const struct indicator *indicator,
                                        const struct age_place *places, size_t count)
{
    struct aged_cells *aged = arena_alloc(arena, count, sizeof *aged);
    for (size_t i = 0; i < count; i++)
        aged[i] = aged_cells_of(arena, table, indicator, places[i]);
    const struct places all = {table, indicator, places, aged, count};
    return find(arena, &all);
}

struct strata age_partition_strata(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator,
                                   const struct age_partition *partition, struct age_place place)
{
    double *x = arena_alloc(arena, partition->count + 1, sizeof *x);
    double *n = arena_alloc(arena, partition->count + 1, sizeof *n);
    const struct aged_cells aged = aged_cells_of(arena, table, indicator, place);
    for (size_t i = 0; i < partition->count; i++) {
        const struct released_cell *cell = cell_of_band(&aged, partition->bands[i]);
        assert(cell);
        n[i] = cell->denominator;
        x[i] = released_count(cell);
    }
    return (struct strata){x, n, partition->count};
}
