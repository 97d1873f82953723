/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody can work out who knows a released table, all denominators and the municipality's
 * counts, by trying every assignment of whole numbers to the smallest pieces of a plan: sections,
 * what is left of an area beside them, areas without sections, and the rest. Nothing here uses the
 * code under test. For shares and rates of one municipality, without groups, and few persons.
 *
 *   onlooker_look -> onlooker_rule ... -> onlooker_try -> onlooker_fault
 */
#ifndef PEJLING_TESTS_ONLOOKER_H
#define PEJLING_TESTS_ONLOOKER_H

#include "plan_folder.h"

#include "pejling/base/number.h"

#define ONLOOKER_ATOMS 32
#define ONLOOKER_CELLS 80
#define ONLOOKER_RULES 240
#define ONLOOKER_MORE 4      /* events in a place than it has persons */
#define ONLOOKER_VALUES 4096 /* larger counts are not looked at: they are far from small */

/* The smallest pieces: persons of one place in one period. */
struct onlooker_atom {
    const struct area *area; /* of an area with sections: what they leave of it */
    struct period period;
    long most; /* that can be counted among them */
};

/* low <= the sum of the members <= high. */
struct onlooker_rule {
    uint32_t members;
    long low, high;
};

/* A figure that may be hidden: a cell, or what is left of an area beside its sections. */
struct onlooker_figure {
    const struct cell *cell; /* of the area, for what is left */
    bool is_left;
    uint32_t members;
    long count, persons, whole_count, whole_persons; /* the true one, and the municipality's */
    bool hidden;
    bool *possible;           /* by count */
    long best_low, best_high; /* what it could be if nothing of ours were known */
    const struct released_cell *shown;
};

struct onlooker {
    struct plan_folder *folder;
    const struct released_table *table;
    const struct indicator *indicator;
    struct onlooker_atom atoms[ONLOOKER_ATOMS];
    struct onlooker_rule rules[ONLOOKER_RULES];
    struct onlooker_figure figures[ONLOOKER_CELLS];
    size_t atom_count, rule_count, figure_count, fitting;
    long counts[ONLOOKER_ATOMS];
};

/* --- the pieces ------------------------------------------------------------------------------- */
static inline const struct cell *onlooker_raw(const struct onlooker *onlooker,
                                              const struct area *area, struct period period)
{
    for (size_t i = 0; i < onlooker->folder->cells.count; i++) {
        const struct cell *cell = onlooker->folder->cells.items[i];
        if (cell->indicator == onlooker->indicator && cell->area == area && !cell->reason &&
            period_compare(cell->period, period) == 0)
            return cell;
    }
    return NULL;
}

static inline bool onlooker_is_share(const struct onlooker *onlooker)
{
    return onlooker->indicator->measure == MEASURE_SHARE;
}

/* Whether an atom is among the persons of an area. */
static inline bool onlooker_is_in(const struct area *atom, const struct area *area)
{
    const struct area *estate = atom->role == AREA_SECTION ? atom->part_of : atom;
    if (area->role == AREA_MUNICIPALITY)
        return true;
    if (area->role == AREA_TOTAL)
        return atom->role != AREA_REST;
    return atom == area || (area->role == AREA_ESTATE && estate == area);
}

static inline uint32_t onlooker_members(const struct onlooker *onlooker, const struct area *area,
                                        struct period period)
{
    uint32_t members = 0;
    for (size_t i = 0; i < onlooker->atom_count; i++)
        if (onlooker_is_in(onlooker->atoms[i].area, area) &&
            period_compare(onlooker->atoms[i].period, period) == 0)
            members |= (uint32_t)1 << i;
    return members;
}

static inline void onlooker_add_atom(struct onlooker *onlooker, const struct area *area,
                                     const struct cell *whole, double persons)
{
    assert_true(onlooker->atom_count < ONLOOKER_ATOMS);
    /* Of events there can be more than persons; a few more are enough to try. */
    double most = persons;
    if (!onlooker_is_share(onlooker))
        most = fmin(whole->amounts.numerator,
                    area->role == AREA_REST ? HUGE_VAL : persons + ONLOOKER_MORE);
    onlooker->atoms[onlooker->atom_count++] =
        (struct onlooker_atom){area, whole->period, (long)most};
}

/* The pieces of one period, the rest last; what is left of an area with sections is one too. */
static inline void onlooker_add_atoms(struct onlooker *onlooker, const struct cell *whole)
{
    const struct catalogue *catalogue = &onlooker->folder->catalogue;
    double rest = whole->amounts.denominator;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *estate = &catalogue->areas[i];
        const struct cell *cell = onlooker_raw(onlooker, estate, whole->period);
        if (estate->role != AREA_ESTATE || !cell)
            continue;
        double left = cell->amounts.denominator;
        for (size_t j = 0; j < catalogue->area_count; j++) {
            const struct area *section = &catalogue->areas[j];
            const struct cell *part = onlooker_raw(onlooker, section, whole->period);
            if (section->role != AREA_SECTION || section->part_of != estate || !part)
                continue;
            onlooker_add_atom(onlooker, section, whole, part->amounts.denominator);
            left -= part->amounts.denominator;
        }
        if (left > 0)
            onlooker_add_atom(onlooker, estate, whole, left);
        rest -= cell->amounts.denominator;
    }
    if (rest > 0)
        onlooker_add_atom(onlooker, catalogue_rest(catalogue, whole->area), whole, rest);
}

/* --- what is known ---------------------------------------------------------------------------- */
/* onlooker_rule(onlooker, members, low, high): one thing more that is known. */
static inline void onlooker_rule(struct onlooker *onlooker, uint32_t members, long low, long high)
{
    assert_true(onlooker->rule_count < ONLOOKER_RULES);
    onlooker->rules[onlooker->rule_count++] = (struct onlooker_rule){members, low, high};
}

/* The tenths (where the indicator has one decimal) that a count would be shown with. */
static inline double onlooker_rounded(const struct onlooker *onlooker, long count, double persons)
{
    double value = onlooker->indicator->factor * (double)count / persons;
    return floor(value * pow(10, onlooker->indicator->decimals) + 0.5 + 1e-9);
}

/* The least and the greatest count that is shown as so much. */
static inline void onlooker_read_rounded(struct onlooker *onlooker, uint32_t members,
                                         const struct released_cell *shown)
{
    double told = round(shown->value * pow(10, onlooker->indicator->decimals));
    long low = 0, high;
    while (onlooker_rounded(onlooker, low, shown->denominator) < told)
        low++;
    high = low;
    while (onlooker_rounded(onlooker, high + 1, shown->denominator) <= told)
        high++;
    onlooker_rule(onlooker, members, low, high);
}

static inline bool onlooker_is_few(const struct onlooker *onlooker, long count)
{
    return count > 0 && count < (long)onlooker->indicator->minimum_count;
}

/* Whether there are few, or few without, among so many. */
static inline bool onlooker_are_few(const struct onlooker *onlooker, long count, long persons)
{
    return onlooker_is_few(onlooker, count) ||
           (onlooker_is_share(onlooker) && onlooker_is_few(onlooker, persons - count));
}

/* Whether it is an area of a total that is hidden for its own sake. */
static inline bool onlooker_has_small_total(const struct onlooker *onlooker,
                                            const struct onlooker_figure *figure)
{
    const struct plan_folder *folder = onlooker->folder;
    for (size_t i = 0; i < folder->cells.count && figure->cell->area->role == AREA_ESTATE; i++) {
        const struct cell *cell = folder->cells.items[i];
        if (cell->area->role == AREA_TOTAL && !cell->reason &&
            cell->indicator == onlooker->indicator &&
            period_compare(cell->period, figure->cell->period) == 0)
            return cell->amounts.denominator < folder->catalogue.plan.minimum_denominator ||
                   onlooker_are_few(onlooker, lround(cell->amounts.numerator),
                                    lround(cell->amounts.denominator));
    }
    return false;
}

/* Whether the municipality itself, or the hidden total, has so few that each part is hidden. */
static inline bool onlooker_is_of_few(const struct onlooker *onlooker,
                                      const struct onlooker_figure *figure)
{
    return !figure->is_left &&
           (onlooker_are_few(onlooker, figure->whole_count, figure->whole_persons) ||
            onlooker_has_small_total(onlooker, figure));
}

/* Whether none and all would be shown in its place, so that a hidden count is neither. */
static inline bool onlooker_is_neither(const struct onlooker *onlooker,
                                       const struct onlooker_figure *figure)
{
    return figure->cell->area->role != AREA_SECTION && !figure->is_left &&
           !onlooker->indicator->sensitive && !onlooker_is_of_few(onlooker, figure) &&
           figure->persons >= (long)onlooker->folder->catalogue.plan.minimum_denominator;
}

/* What a figure can be for all that is public. */
static inline void onlooker_public(const struct onlooker *onlooker,
                                   const struct onlooker_figure *figure, long *low, long *high)
{
    bool share = onlooker_is_share(onlooker);
    long without = figure->whole_persons - figure->whole_count;
    *low = onlooker_is_neither(onlooker, figure);
    *high = share ? figure->persons - *low : ONLOOKER_VALUES - 1;
    if (figure->is_left)
        return;
    if (figure->whole_count < *high)
        *high = figure->whole_count;
    if (share && figure->persons - without > *low)
        *low = figure->persons - without;
}

/* What a figure shows. */
static inline void onlooker_read(struct onlooker *onlooker, const struct onlooker_figure *figure)
{
    const struct released_cell *shown = figure->shown;
    long low, high;
    onlooker_public(onlooker, figure, &low, &high);
    if (figure->cell->area->role == AREA_MUNICIPALITY)
        onlooker_rule(onlooker, figure->members, figure->count, figure->count);
    else if (figure->hidden)
        onlooker_rule(onlooker, figure->members, low, high);
    else if (shown->has_numerator)
        onlooker_rule(onlooker, figure->members, lround(shown->numerator),
                      lround(shown->numerator));
    else
        onlooker_read_rounded(onlooker, figure->members, shown);
}

static inline struct onlooker_figure *onlooker_add_figure(struct onlooker *onlooker,
                                                          const struct cell *cell)
{
    const struct area *municipality = area_municipality(cell->area);
    const struct cell *whole = onlooker_raw(onlooker, municipality, cell->period);
    assert_true(onlooker->figure_count < ONLOOKER_CELLS);
    struct onlooker_figure *figure = &onlooker->figures[onlooker->figure_count++];
    *figure = (struct onlooker_figure){
        .cell = cell,
        .members = onlooker_members(onlooker, cell->area, cell->period),
        .count = lround(cell->amounts.numerator),
        .persons = lround(cell->amounts.denominator),
        .whole_count = lround(whole->amounts.numerator),
        .whole_persons = lround(whole->amounts.denominator),
        .possible = arena_alloc(onlooker->folder->arena, ONLOOKER_VALUES, sizeof(bool)),
        .shown = &onlooker->table->cells[cell->index]};
    figure->hidden = figure->shown->release == RELEASE_HIDDEN;
    return figure;
}

/* What the sections with a figure leave of their area, where there is anything left. */
static inline void onlooker_add_left(struct onlooker *onlooker, const struct cell *cell)
{
    uint32_t all = onlooker_members(onlooker, cell->area, cell->period);
    for (size_t i = 0; i < onlooker->atom_count; i++) {
        const struct onlooker_atom *atom = &onlooker->atoms[i];
        if (!(all >> i & 1) || atom->area != cell->area || all == (uint32_t)1 << i)
            continue;
        struct onlooker_figure *figure = onlooker_add_figure(onlooker, cell);
        figure->members = (uint32_t)1 << i;
        figure->is_left = figure->hidden = true;
        for (size_t j = 0; j < onlooker->atom_count; j++) {
            if (j == i || !(all >> j & 1))
                continue;
            const struct cell *part = onlooker_raw(onlooker, onlooker->atoms[j].area, cell->period);
            figure->count -= lround(part->amounts.numerator);
            figure->persons -= lround(part->amounts.denominator);
        }
    }
}

static inline uint32_t onlooker_members_of_pool(const struct onlooker *onlooker,
                                                const struct released_pool *pool)
{
    uint32_t members = 0;
    for (size_t i = 0; i < onlooker->atom_count; i++) {
        struct period period = onlooker->atoms[i].period;
        if (period_compare(period, pool->from) >= 0 && period_compare(period, pool->to) <= 0)
            members |= (uint32_t)1 << i & onlooker_members(onlooker, pool->area, period);
    }
    return members;
}

/* --- with everything hidden ------------------------------------------------------------------- */
/* The same pieces, of which no more is known than what is public: a rule for each figure. */
static inline struct onlooker *onlooker_with_all_hidden(const struct onlooker *onlooker)
{
    struct onlooker *all = arena_alloc(onlooker->folder->arena, 1, sizeof *all);
    *all = *onlooker;
    all->rule_count = 0;
    for (size_t i = 0; i < all->figure_count; i++) {
        const struct onlooker_figure *figure = &all->figures[i];
        long low, high;
        onlooker_public(all, figure, &low, &high);
        /* A municipality's figure stands open, and so does none or everybody. */
        bool stands = figure->cell->area->role == AREA_MUNICIPALITY || figure->count < low ||
                      figure->count > high;
        onlooker_rule(all, figure->members, stands ? figure->count : low,
                      stands ? figure->count : high);
    }
    for (size_t i = 0; i < all->atom_count; i++)
        onlooker_rule(all, (uint32_t)1 << i, 0, all->atoms[i].most);
    return all;
}

/* The most, or with `sign` -1 the least, that some pieces can be together, by the rules. */
static inline long onlooker_bound(const struct onlooker *all, uint32_t members, int sign)
{
    const size_t atoms = all->rule_count - all->atom_count; /* where the rules of pieces begin */
    long sum = 0;
    for (size_t i = 0; i < all->rule_count; i++) {
        const struct onlooker_rule *rule = &all->rules[i];
        long single = 0, together = sign > 0 ? rule->high : rule->low;
        if (!rule->members || rule->members & ~members)
            continue;
        for (size_t j = 0; j < all->atom_count; j++)
            if (rule->members >> j & 1)
                single += sign > 0 ? all->rules[atoms + j].high : all->rules[atoms + j].low;
        if (i < atoms && sign * (single - together) <= 0)
            continue;
        sum += together;
        members &= ~rule->members;
    }
    return sum;
}

/* Narrows one rule by another that it is a part of, or that is a part of it. */
static inline bool onlooker_tighten(const struct onlooker *all, const struct onlooker_rule *by,
                                    struct onlooker_rule *rule)
{
    uint32_t others = by->members & ~rule->members, more = rule->members & ~by->members;
    if (!(by->members & rule->members) || (others && more))
        return false;
    long from = by->low - onlooker_bound(all, others, 1) + onlooker_bound(all, more, -1);
    long to = by->high - onlooker_bound(all, others, -1) + onlooker_bound(all, more, 1);
    bool moved = from > rule->low || to < rule->high;
    rule->low = from > rule->low ? from : rule->low;
    rule->high = to < rule->high ? to : rule->high;
    return moved;
}

/* What each figure could be with everything hidden: no hiding keeps more than that unknown. */
static inline void onlooker_find_best(struct onlooker *onlooker)
{
    struct onlooker *all = onlooker_with_all_hidden(onlooker);
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < all->rule_count; i++)
            for (size_t j = 0; j < all->rule_count; j++)
                moved = onlooker_tighten(all, &all->rules[j], &all->rules[i]) || moved;
    }
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        onlooker->figures[i].best_low = all->rules[i].low;
        onlooker->figures[i].best_high = all->rules[i].high;
    }
}

/* onlooker_look(folder, table, indicator): what the table says of it, in the folder's arena. */
static inline struct onlooker *
onlooker_look(struct plan_folder *folder, const struct released_table *table, const char *indicator)
{
    struct onlooker *onlooker = arena_alloc(folder->arena, 1, sizeof *onlooker);
    onlooker->folder = folder;
    onlooker->table = table;
    onlooker->indicator = indicator_of(folder, indicator);
    for (size_t i = 0; i < folder->cells.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        if (cell->indicator == onlooker->indicator && cell->area->role == AREA_MUNICIPALITY)
            onlooker_add_atoms(onlooker, cell);
    }
    for (size_t i = 0; i < folder->cells.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        if (cell->indicator != onlooker->indicator || cell->reason)
            continue;
        assert_null(cell->group);
        onlooker_add_figure(onlooker, cell);
        if (cell->area->role == AREA_ESTATE)
            onlooker_add_left(onlooker, cell);
    }
    for (size_t i = 0; i < onlooker->figure_count; i++)
        onlooker_read(onlooker, &onlooker->figures[i]);
    for (size_t i = 0; i < table->pool_count; i++) {
        long sum = lround(table->pools[i].numerator);
        if (table->pools[i].indicator == onlooker->indicator)
            onlooker_rule(onlooker, onlooker_members_of_pool(onlooker, &table->pools[i]), sum, sum);
    }
    onlooker_find_best(onlooker);
    return onlooker;
}

/* --- trying everything ------------------------------------------------------------------------ */
static inline void onlooker_note(struct onlooker *onlooker)
{
    onlooker->fitting++;
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        struct onlooker_figure *figure = &onlooker->figures[i];
        long count = 0;
        for (size_t j = 0; j < onlooker->atom_count; j++)
            count += figure->members >> j & 1 ? onlooker->counts[j] : 0;
        if (count < ONLOOKER_VALUES)
            figure->possible[count] = true;
    }
}

/* From where to where the atom can lie by one rule, given the atoms before it. */
static inline void onlooker_narrow(const struct onlooker *onlooker, size_t at,
                                   const struct onlooker_rule *rule, long *low, long *high)
{
    long before = 0, behind = 0;
    for (size_t i = 0; i < onlooker->atom_count; i++) {
        if (i == at || !(rule->members >> i & 1))
            continue;
        if (i < at)
            before += onlooker->counts[i];
        else
            behind += onlooker->atoms[i].most;
    }
    *low = rule->low - before - behind > *low ? rule->low - before - behind : *low;
    *high = rule->high - before < *high ? rule->high - before : *high;
}

static inline void onlooker_try_from(struct onlooker *onlooker, size_t at)
{
    if (at == onlooker->atom_count) {
        onlooker_note(onlooker);
        return;
    }
    long low = 0, high = onlooker->atoms[at].most;
    for (size_t i = 0; i < onlooker->rule_count; i++)
        if (onlooker->rules[i].members >> at & 1)
            onlooker_narrow(onlooker, at, &onlooker->rules[i], &low, &high);
    for (long count = low; count <= high; count++) {
        onlooker->counts[at] = count;
        onlooker_try_from(onlooker, at + 1);
    }
}

/* onlooker_try(onlooker): what is possible, from every assignment there is. */
static inline void onlooker_try(struct onlooker *onlooker)
{
    onlooker_try_from(onlooker, 0);
    assert_true(onlooker->fitting > 0); /* the truth, at least */
    for (size_t i = 0; i < onlooker->figure_count; i++)
        assert_true(onlooker->figures[i].count >= ONLOOKER_VALUES ||
                    onlooker->figures[i].possible[onlooker->figures[i].count]);
}

/* --- what must be uncertain ------------------------------------------------------------------- */
static inline bool onlooker_is_small(const struct onlooker *onlooker, long count)
{
    return onlooker_is_few(onlooker, count) || (!count && onlooker->indicator->sensitive);
}

/* onlooker_must_hide(onlooker, figure): hidden for its own sake. */
static inline bool onlooker_must_hide(const struct onlooker *onlooker,
                                      const struct onlooker_figure *figure)
{
    const struct plan *plan = &onlooker->folder->catalogue.plan;
    bool without =
        onlooker_is_share(onlooker) && onlooker_is_small(onlooker, figure->persons - figure->count);
    return figure->cell->area->role != AREA_MUNICIPALITY &&
           (figure->persons < (long)plan->minimum_denominator ||
            onlooker_is_small(onlooker, figure->count) || without ||
            onlooker_is_of_few(onlooker, figure));
}

/* Whether a count is possible, or would not be with everything hidden either. */
static inline bool onlooker_can_be(const struct onlooker_figure *figure, long count)
{
    return count < figure->best_low || count > figure->best_high || count >= ONLOOKER_VALUES ||
           figure->possible[count];
}

/* Whether a small count is told to be another than one of the small ones. */
static inline bool onlooker_is_narrowed(const struct onlooker *onlooker,
                                        const struct onlooker_figure *figure)
{
    bool with = onlooker_is_small(onlooker, figure->count);
    bool without =
        onlooker_is_share(onlooker) && onlooker_is_small(onlooker, figure->persons - figure->count);
    for (long i = 1; i < (long)onlooker->indicator->minimum_count; i++)
        if ((with && !onlooker_can_be(figure, i)) ||
            (without && !onlooker_can_be(figure, figure->persons - i)))
            return true;
    return false;
}

/* Whether a hidden count is told to be one of very few, around the true one. */
static inline bool onlooker_is_one_of_few(const struct onlooker *onlooker,
                                          const struct onlooker_figure *figure)
{
    long least = (long)onlooker->indicator->minimum_count - 1, found = 1;
    if (!figure->is_left && !onlooker_is_neither(onlooker, figure))
        least += 2; /* none too, and one more */
    if (figure->best_high - figure->best_low + 1 < least)
        least = figure->best_high - figure->best_low + 1;
    if (figure->count >= ONLOOKER_VALUES - least)
        return false;
    for (long i = figure->count + 1; i < ONLOOKER_VALUES && figure->possible[i]; i++)
        found++;
    for (long i = figure->count - 1; i >= 0 && figure->possible[i]; i--)
        found++;
    return found < least;
}

/*
 * onlooker_fault(onlooker): the first figure that must be hidden and is not, or of which too much
 * is told; NULL for none.
 */
static inline const struct onlooker_figure *onlooker_fault(const struct onlooker *onlooker)
{
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        const struct onlooker_figure *figure = &onlooker->figures[i];
        bool must = onlooker_must_hide(onlooker, figure);
        if (must && !figure->hidden)
            return figure;
        if (must && onlooker_is_narrowed(onlooker, figure))
            return figure;
        if (figure->hidden && (must || !figure->is_left) &&
            onlooker_is_one_of_few(onlooker, figure))
            return figure;
    }
    return NULL;
}

static inline void onlooker_print(const struct onlooker *onlooker)
{
    char period[PERIOD_TEXT];
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        const struct onlooker_figure *figure = &onlooker->figures[i];
        long low = 0, high = ONLOOKER_VALUES - 1;
        while (low < high && !figure->possible[low])
            low++;
        while (high > low && !figure->possible[high])
            high--;
        print_error("%s%s %s: %ld of %ld, %s, from %ld to %ld\n", figure->cell->area->code,
                    figure->is_left ? " (left)" : "", period_text(period, figure->cell->period),
                    figure->count, figure->persons, figure->hidden ? "hidden" : "shown", low, high);
    }
}

/* onlooker_assert_safe(folder, table, indicator): nobody can work anything out. */
static inline void onlooker_assert_safe(struct plan_folder *folder,
                                        const struct released_table *table, const char *indicator)
{
    struct onlooker *onlooker = onlooker_look(folder, table, indicator);
    onlooker_try(onlooker);
    const struct onlooker_figure *fault = onlooker_fault(onlooker);
    if (!fault)
        return;
    onlooker_print(onlooker);
    fail_msg("too much is told of »%s«", fault->cell->area->code);
}

/* --- changing a table ------------------------------------------------------------------------- */
/* onlooker_copy(folder, table): the table with cells of its own, to change in place. */
static inline struct released_cell *onlooker_copy(struct plan_folder *folder,
                                                  struct released_table *table)
{
    struct released_cell *cells = arena_alloc(folder->arena, table->count, sizeof *cells);
    memcpy(cells, table->cells, table->count * sizeof *cells);
    table->cells = cells;
    return cells;
}

/* onlooker_show(cell, out): the cell as it would stand if it were not hidden. */
static inline void onlooker_show(const struct cell *cell, struct released_cell *out)
{
    out->release = RELEASE_OPEN;
    out->reason = REASON_NONE;
    out->has_numerator = cell->area->role != AREA_REST;
    out->numerator = out->has_numerator ? cell->amounts.numerator : 0;
    out->denominator = cell->amounts.denominator;
    out->value = number_round(cell_value(cell), cell->indicator->decimals);
}

static inline bool onlooker_is_none_or_all(const struct onlooker *onlooker,
                                           const struct onlooker_figure *figure)
{
    return figure->count == 0 || (onlooker_is_share(onlooker) && figure->count == figure->persons);
}

/*
 * onlooker_goes_along(onlooker, figure): a section with none or everybody, which is hidden with a
 * hidden one beside it, and comes back without.
 */
static inline bool onlooker_goes_along(const struct onlooker *onlooker,
                                       const struct onlooker_figure *figure)
{
    return figure->cell->area->role == AREA_SECTION && onlooker_is_none_or_all(onlooker, figure) &&
           !onlooker_must_hide(onlooker, figure);
}

#endif
