/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/age_band.h"
#include "pejling/base/mover_group.h"

/* A cell with the ages of its group, where that says any. */
struct part {
    const struct cell *cell;
    bool aged;
    struct age_band band;
};

/* The cells of one period, everybody first where there is such a cell. */
struct place {
    struct arena *arena; /* of what is found */
    const struct part *items;
    size_t count;
    struct part *others;       /* room for as many, for one search at a time */
    const struct cell **taken; /* likewise */
    struct relation_list *found;
};

/* Everybody of the period; NULL where there is no such cell. */
static const struct cell *everybody_of(const struct place *place)
{
    const struct cell *first = place->items[0].cell;
    return first->group ? NULL : first;
}

/* Those who have moved out are no part of everybody of the period that tells of them. */
static bool is_elsewhere(const struct cell *cell)
{
    return mover_group_of(cell->group) == MOVER_OUT;
}

static double persons(const struct cell *cell)
{
    return cell->amounts.denominator;
}

static void add(struct place *place, const struct cell *whole, const struct cell *const *parts,
                size_t count, bool partial)
{
    struct relation_list *found = place->found;
    const struct cell **copy = arena_alloc(place->arena, count, sizeof *copy);
    memcpy(copy, parts, count * sizeof *copy);
    found->items = arena_grow(place->arena, found->items, found->count, &found->capacity,
                              sizeof *found->items);
    found->items[found->count++] = (struct relation){
        .kind = RELATION_GROUPS, .whole = whole, .parts = copy, .count = count, .partial = partial};
}

static void add_overlapping(struct place *place, const struct cell *whole,
                            const struct cell *const *parts, size_t count,
                            const struct cell *shared)
{
    add(place, whole, parts, count, false);
    struct relation *found = &place->found->items[place->found->count - 1];
    found->overlapping = true;
    found->shared = shared;
}

/* The groups that could make up a whole, and those taken so far. */
struct sum_search {
    struct place *place;
    const struct cell *whole;
    struct part *parts;
    const struct cell **taken;
    size_t count, taken_count;
    size_t steps;
};

static double persons_left(const struct sum_search *search)
{
    double left = persons(search->whole);
    for (size_t i = 0; i < search->taken_count; i++)
        left -= persons(search->taken[i]);
    return left;
}

/* Keeps what is taken: all of the whole, or a part of it with persons left over. */
static void keep(struct sum_search *search)
{
    double left = persons_left(search);
    if (search->taken_count && left > -0.5 && persons(search->whole) > 0)
        add(search->place, search->whole, search->taken, search->taken_count, left > 0.5);
}

static bool fits_between(const struct sum_search *search, int from, int last)
{
    for (size_t i = 0; i < search->count; i++) {
        const struct part *part = &search->parts[i];
        if (part->aged && from <= part->band.from && part->band.to <= last)
            return true;
    }
    return false;
}

/*
 * Takes bands of ages without an age in common, one after the other, until no further one fits
 * between or behind them.
 */
static void chain_ages(struct sum_search *search, int from, int last)
{
    if (!fits_between(search, from, last)) {
        keep(search);
        return;
    }
    for (size_t i = 0; i < search->count && ++search->steps < GROUPS_STEPS; i++) {
        const struct part *part = &search->parts[i];
        if (!part->aged || part->band.from < from || part->band.to > last ||
            fits_between(search, from, part->band.from - 1))
            continue;
        search->taken[search->taken_count++] = part->cell;
        chain_ages(search, part->band.to + 1, last);
        search->taken_count--;
    }
}

/* Whether what is taken has the whole's count too: persons alone may add up by chance. */
static bool counts_add_up(const struct sum_search *search)
{
    double left = search->whole->amounts.numerator;
    for (size_t i = 0; i < search->taken_count; i++)
        left -= search->taken[i]->amounts.numerator;
    return fabs(left) < 0.5;
}

/* Takes groups without ages, or leaves them, as long as no more persons are taken than needed. */
static void fill_up(struct sum_search *search, size_t at)
{
    double left = persons_left(search);
    if (left < 0.5 && counts_add_up(search))
        keep(search);
    if (left < 0.5 || at == search->count || ++search->steps > GROUPS_STEPS)
        return;
    const struct part *part = &search->parts[at];
    if (!part->aged && persons(part->cell) < left + 0.5) {
        search->taken[search->taken_count++] = part->cell;
        fill_up(search, at + 1);
        search->taken_count--;
    }
    fill_up(search, at + 1);
}

/* Each group by itself that lies within the whole: everybody, or a band of ages. */
static void keep_each(struct sum_search *search, struct age_band whole)
{
    for (size_t i = 0; i < search->count; i++) {
        const struct part *part = &search->parts[i];
        bool within = part->aged ? whole.from <= part->band.from && part->band.to <= whole.to
                                 : !search->whole->group;
        search->taken[0] = part->cell;
        search->taken_count = 1;
        if (within && persons_left(search) > 0.5)
            keep(search);
    }
    search->taken_count = 0;
}

/* What makes up a whole, or lies within it. */
static void relate_whole(struct place *place, const struct part *whole)
{
    struct sum_search search = {
        .place = place, .whole = whole->cell, .parts = place->others, .taken = place->taken};
    const struct age_band band = whole->aged ? whole->band : (struct age_band){0, AGE_BAND_OLDEST};
    if (whole->cell->group && !whole->aged)
        return;
    for (size_t i = 0; i < place->count; i++) {
        const struct part *part = &place->items[i];
        if (part != whole && part->cell->group && persons(part->cell) > 0)
            search.parts[search.count++] = *part;
    }
    chain_ages(&search, band.from, band.to);
    keep_each(&search, band);
    search.steps = 0;
    if (!whole->cell->group)
        fill_up(&search, 0);
}

static const struct cell *find_band(const struct place *place, struct age_band sought)
{
    for (size_t i = 0; i < place->count; i++) {
        const struct part *part = &place->items[i];
        if (part->aged && part->band.from == sought.from && part->band.to == sought.to)
            return part->cell;
    }
    return NULL;
}

/*
 * Two bands with ages in common, neither within the other. Together they are a band of their own,
 * or everybody where none of the other groups reaches further.
 */
static void relate_overlap(struct place *place, const struct part *first, const struct part *second)
{
    const struct age_band both = {second->band.from, first->band.to};
    const struct age_band either = {first->band.from, second->band.to};
    const struct cell *shared = find_band(place, both);
    const struct cell *whole = find_band(place, either);
    if (!whole)
        whole = everybody_of(place);
    if (!whole)
        return;
    double twice = persons(first->cell) + persons(second->cell) - persons(whole);
    if (twice < 0.5 || (shared && fabs(twice - persons(shared)) > 0.5) ||
        (!shared && !whole->group))
        return; /* persons beyond both, or nobody knows how many */
    add_overlapping(place, whole, (const struct cell *const[]){first->cell, second->cell}, 2,
                    shared);
}

/* Bands side by side that are to reach across another, and those taken so far. */
struct run_search {
    struct place *place;
    const struct cell *across;
    struct age_band sought, held;
    const struct cell **taken;
    size_t taken_count, steps;
};

/* Keeps the run where it has ages beyond the band it reaches across, and no cell stands for it. */
static void keep_run(const struct run_search *search)
{
    const struct cell *all = everybody_of(search->place);
    double together = 0;
    for (size_t i = 0; i < search->taken_count; i++)
        together += persons(search->taken[i]);
    bool is_all = all && fabs(together - persons(all)) < 0.5;
    if (!is_all && !find_band(search->place, search->held) &&
        together > persons(search->across) + 0.5)
        add_overlapping(search->place, search->across, search->taken, search->taken_count, NULL);
}

/* Takes one band after the other from where the run has come to. */
static void extend_run(struct run_search *search)
{
    const struct age_band held = search->held;
    if (held.to >= search->sought.to) {
        keep_run(search);
        return;
    }
    for (size_t i = 0; i < search->place->count && ++search->steps < GROUPS_STEPS; i++) {
        const struct part *next = &search->place->items[i];
        if (!next->aged || next->band.from != held.to + 1)
            continue;
        search->taken[search->taken_count++] = next->cell;
        search->held = (struct age_band){held.from, next->band.to};
        extend_run(search);
        search->held = held;
        search->taken_count--;
    }
}

/* The runs of bands that begin at or before the first age of a band, and end at or behind its last. */
static void relate_runs(struct place *place, const struct part *across)
{
    struct run_search search = {
        .place = place, .across = across->cell, .sought = across->band, .taken = place->taken};
    for (size_t i = 0; across->aged && i < place->count; i++) {
        const struct part *first = &place->items[i];
        if (!first->aged || first->band.from > search.sought.from ||
            first->band.to < search.sought.from || first->band.to >= search.sought.to)
            continue;
        search.taken[0] = first->cell;
        search.taken_count = 1;
        search.held = first->band;
        extend_run(&search);
    }
}

static void relate_overlaps(struct place *place)
{
    for (size_t i = 0; i < place->count; i++) {
        const struct part *first = &place->items[i];
        for (size_t j = 0; first->aged && j < place->count; j++) {
            const struct part *second = &place->items[j];
            if (second->aged && first->band.from < second->band.from &&
                second->band.from <= first->band.to && first->band.to < second->band.to)
                relate_overlap(place, first, second);
        }
    }
}

static void relate_place(struct place *place)
{
    for (size_t i = 0; i < place->count; i++)
        relate_whole(place, &place->items[i]);
    for (size_t i = 0; i < place->count; i++)
        relate_runs(place, &place->items[i]);
    relate_overlaps(place);
}

/* By period, and within that as they stand in the list: by group, everybody first. */
static int compare_periods(const void *left, const void *right)
{
    const struct part *a = left;
    const struct part *b = right;
    int order = period_compare(a->cell->period, b->cell->period);
    return order ? order : group_compare(a->cell->group, b->cell->group);
}

/* Everybody of the latest period before that of a cell; NULL where none has a figure. */
static const struct cell *everybody_before(const struct cell *const *cells, size_t count,
                                           const struct cell *cell)
{
    const struct cell *before = NULL;
    for (size_t i = 0; i < count && !cells[i]->group; i++)
        if (!cells[i]->reason && cells[i]->period.kind != PERIOD_UNKNOWN &&
            period_compare(cells[i]->period, cell->period) < 0)
            before = cells[i];
    return before;
}

/* Whether the one can be a part of the other: no more who count, and no more who do not. */
static bool can_hold(const struct cell *whole, const struct cell *part)
{
    double counted = whole->amounts.numerator - part->amounts.numerator;
    double others = persons(whole) - persons(part) - counted;
    bool is_share = measure_counts_persons(whole->indicator->measure);
    return persons(whole) > persons(part) + 0.5 && counted > -0.5 && (!is_share || others > -0.5);
}

/* Those who have moved out lie within everybody of the period before, whom they were counted among. */
static void relate_out_movers(struct arena *arena, const struct cell *const *cells, size_t count,
                              struct relation_list *found)
{
    struct place place = {.arena = arena, .found = found};
    for (size_t i = 0; i < count; i++) {
        if (cells[i]->reason || !is_elsewhere(cells[i]) || !(persons(cells[i]) > 0))
            continue;
        const struct cell *before = everybody_before(cells, count, cells[i]);
        if (before && can_hold(before, cells[i]))
            add(&place, before, &cells[i], 1, true);
    }
}

/* The cells with a figure, of those who are there; a group's name is read once for its periods. */
static size_t take_parts(const struct cell *const *cells, size_t count, struct part *parts)
{
    size_t taken = 0;
    struct part part = {.cell = NULL};
    bool elsewhere = false;
    for (size_t i = 0; i < count; i++) {
        bool is_next = !part.cell || group_compare(part.cell->group, cells[i]->group) != 0;
        part.cell = cells[i];
        if (is_next) {
            part.aged = part.cell->group && age_band_parse(part.cell->group, &part.band);
            elsewhere = is_elsewhere(part.cell);
        }
        if (!part.cell->reason && !elsewhere)
            parts[taken++] = part;
    }
    return taken;
}

/* What binds the cells of each period. */
static void relate_periods(struct arena *arena, struct arena *scratch,
                           const struct cell *const *cells, size_t count,
                           struct relation_list *found)
{
    struct part *parts = arena_room(scratch, count, sizeof *parts);
    struct place place = {.arena = arena,
                          .others = arena_room(scratch, count, sizeof *place.others),
                          .taken = arena_room(scratch, count, sizeof(struct cell *)),
                          .found = found};
    size_t all = take_parts(cells, count, parts);
    if (all)
        qsort(parts, all, sizeof *parts, compare_periods);
    for (size_t i = 0; i < all; i += place.count) {
        place.items = &parts[i];
        place.count = 1;
        while (i + place.count < all &&
               period_compare(parts[i + place.count].cell->period, parts[i].cell->period) == 0)
            place.count++;
        if (place.count > 1)
            relate_place(&place);
    }
}

struct relation_list groups_relate(struct arena *arena, const struct cell *const *cells,
                                   size_t count)
{
    struct relation_list found = {0};
    /* Everybody comes first, and given values have nobody to add up. */
    if (!count || !cells[count - 1]->group || cells[0]->indicator->measure == MEASURE_VALUE)
        return found;
    struct arena *scratch = arena_new();
    relate_periods(arena, scratch, cells, count, &found);
    arena_free(scratch);
    relate_out_movers(arena, cells, count, &found);
    return found;
}
