/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_partition.h"

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

const struct released_cell *age_group_cell(const struct released_table *table,
                                           const struct indicator *indicator,
                                           struct age_place place, struct age_band sought)
{
    struct released_series groups = released_groups(table, indicator, place.area);
    const struct released_cell *found = NULL;
    struct age_band band;
    for (size_t i = 0; i < groups.count; i++) {
        const struct released_cell *cell = &groups.cells[i];
        if (period_compare(cell->period, place.period) != 0 ||
            !age_band_parse(cell->group, &band) || !same_band(band, sought))
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
static struct age_partition obstacle(const struct released_table *table,
                                     const struct indicator *indicator, struct age_place place,
                                     enum reason without)
{
    const struct released_cell *everybody =
        released_cell(table, indicator, place.area, place.period);
    struct released_series groups = released_groups(table, indicator, place.area);
    struct age_partition empty = {.reason = REASON_NONE};
    struct age_band band;
    size_t count = 0;
    if (!everybody || everybody->release != RELEASE_OPEN)
        return none(everybody, everybody ? everybody->reason : without);
    for (size_t i = 0; i < groups.count; i++) {
        const struct released_cell *cell = &groups.cells[i];
        if (period_compare(cell->period, place.period) != 0 || !age_band_parse(cell->group, &band))
            continue;
        count++;
        if (cell->release == RELEASE_HIDDEN)
            return none(cell, cell->reason);
        if (cell->reason == REASON_NO_DENOMINATOR)
            empty.reason = REASON_EMPTY_STRATUM;
    }
    return count ? empty : none(NULL, without);
}

static struct age_partition why_none(const struct released_table *table,
                                     const struct indicator *indicator,
                                     const struct age_place *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool is_own = places[i].area == places[0].area;
        struct age_partition found =
            obstacle(table, indicator, places[i], is_own ? REASON_MISSING : REASON_NO_COMPARATOR);
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
static double persons_of(const struct released_table *table, const struct indicator *indicator,
                         const struct age_place *places, size_t count, struct age_band band)
{
    double persons = 0;
    for (size_t i = 0; i < count; i++) {
        const struct released_cell *cell = age_group_cell(table, indicator, places[i], band);
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

static struct candidate *find_candidates(struct arena *arena, const struct released_table *table,
                                         const struct indicator *indicator,
                                         const struct age_place *places, size_t place_count,
                                         size_t *count)
{
    struct released_series groups = released_groups(table, indicator, places[0].area);
    struct candidate *items = arena_alloc(arena, groups.count + 1, sizeof *items);
    struct age_band band;
    *count = 0;
    for (size_t i = 0; i < groups.count; i++) {
        const struct released_cell *cell = &groups.cells[i];
        if (period_compare(cell->period, places[0].period) != 0 ||
            !age_band_parse(cell->group, &band))
            continue;
        double persons = persons_of(table, indicator, places, place_count, band);
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

static bool adds_up(const struct released_table *table, const struct indicator *indicator,
                    const struct age_partition *partition, struct age_place place)
{
    const struct released_cell *everybody =
        released_cell(table, indicator, place.area, place.period);
    if (!everybody || everybody->release != RELEASE_OPEN)
        return false;
    double left = everybody->denominator;
    for (size_t i = 0; i < partition->count; i++)
        left -= age_group_cell(table, indicator, place, partition->bands[i])->denominator;
    return fabs(left) < PERSONS_ROUNDING;
}

/*
 * As everybody is the most that groups without persons in common can have in a place, a set that
 * adds up in each has the most persons in all of them together.
 */
struct age_partition age_partition_find(struct arena *arena, const struct released_table *table,
                                        const struct indicator *indicator,
                                        const struct age_place *places, size_t count)
{
    size_t found;
    struct candidate *items = find_candidates(arena, table, indicator, places, count, &found);
    const struct candidate *best = NULL;
    find_sets(items, found);
    for (size_t i = 0; i < found; i++)
        if (!best || is_better(items[i].together, items[i].set_count, best))
            best = &items[i];
    if (!best || best->set_count < 2)
        return why_none(table, indicator, places, count);
    struct age_partition partition = take_set(arena, items, best);
    for (size_t i = 0; i < count; i++)
        if (!adds_up(table, indicator, &partition, places[i]))
            return why_none(table, indicator, places, count);
    return partition;
}

struct strata age_partition_strata(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator,
                                   const struct age_partition *partition, struct age_place place)
{
    double *x = arena_alloc(arena, partition->count + 1, sizeof *x);
    double *n = arena_alloc(arena, partition->count + 1, sizeof *n);
    for (size_t i = 0; i < partition->count; i++) {
        const struct released_cell *cell =
            age_group_cell(table, indicator, place, partition->bands[i]);
        n[i] = cell->denominator;
        x[i] = released_count(cell);
    }
    return (struct strata){x, n, partition->count};
}
