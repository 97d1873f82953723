/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "system.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct builder {
    struct system *system;
    const struct view *view;
    int edition;
    int first_new; /* the unknowns before it are of the earlier edition */
    int *cells[2]; /* the unknown at each place, or -1 */
};

static void *longer(void *items, int count, int *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room ? 2 * *room : 64;
    void *copy = keep((size_t)*room * size);
    return count ? memcpy(copy, items, (size_t)count * size) : copy;
}

static int add_unknown(struct system *system, struct unknown unknown)
{
    system->unknowns = longer(system->unknowns, system->unknown_count, &system->unknown_room,
                              sizeof *system->unknowns);
    system->unknowns[system->unknown_count] = unknown;
    return system->unknown_count++;
}

static void add_term(struct system *system, int unknown, long sign)
{
    system->terms =
        longer(system->terms, system->term_count, &system->term_room, sizeof *system->terms);
    system->terms[system->term_count++] = (struct term){unknown, sign};
}

/* The terms since `first` become an equation. */
static void add_equation(struct system *system, int first)
{
    system->equations = longer(system->equations, system->equation_count, &system->equation_room,
                               sizeof *system->equations);
    system->equations[system->equation_count++] =
        (struct equation){first, system->term_count - first};
}

static const struct indicator *indicator_of(const struct system *system)
{
    return &system->plan->indicators[system->indicator];
}

static long in_units(const struct system *system, double count)
{
    return lround(count * (double)indicator_of(system)->unit);
}

/* The counts that a printed value allows: those that round to it. */
static void limit_by_value(const struct system *system, struct unknown *unknown, double value)
{
    const struct indicator *indicator = indicator_of(system);
    double half = 0.5 * pow(10, -indicator->decimals) + 1e-9;
    double scale = unknown->persons * (double)indicator->unit / indicator->factor;
    long low = (long)ceil((value - half) * scale), high = (long)floor((value + half) * scale);
    unknown->low = low > unknown->low ? low : unknown->low;
    unknown->high = high < unknown->high ? high : unknown->high;
}

/*
 * What the program says it does: of an area, the total and the rest it hides no zero, and of a share
 * not everybody, unless the indicator is sensitive or the persons are few.
 */
static void limit_by_method(const struct system *system, struct unknown *unknown)
{
    const struct indicator *indicator = indicator_of(system);
    enum role role = system->plan->areas[unknown->area].role;
    bool is_area = role == ESTATE || role == TOTAL || role == REST;
    if (!is_area || unknown->group || indicator->sensitive ||
        unknown->persons < system->plan->smallest_denominator)
        return;
    unknown->low = 1;
    if (indicator->measure == SHARE)
        unknown->high--;
}

static void limit(const struct system *system, struct unknown *unknown,
                  const struct release_row *row)
{
    unknown->release = row->release;
    unknown->withheld = row->withheld;
    unknown->lowest = row->lowest;
    unknown->highest = row->highest;
    if (row->release == OPEN)
        unknown->low = unknown->high = in_units(system, row->count);
    else if (row->release == ROUNDED)
        limit_by_value(system, unknown, row->value);
    else if (row->release == HIDDEN && unknown->role == CELL)
        limit_by_method(system, unknown);
}

static struct unknown make_unknown(const struct system *system, enum role_in_system role,
                                   double persons, long truth)
{
    return (struct unknown){.role = role,
                            .area = -1,
                            .persons = persons,
                            .lowest = NAN,
                            .highest = NAN,
                            .low = 0,
                            .high = in_units(system, persons),
                            .truth = truth};
}

/* Whether the earlier edition had the same persons and, as the judge tells, the same count. */
static bool is_unrevised(const struct unknown *now, const struct unknown *before)
{
    return now->truth == before->truth && fabs(now->persons - before->persons) < 0.5;
}

/* A figure that was published before, or is now, is known in both editions. */
static void merge(struct unknown *before, const struct unknown *now)
{
    bool was_open = before->release == OPEN;
    before->low = now->low > before->low ? now->low : before->low;
    before->high = now->high < before->high ? now->high : before->high;
    before->release = now->release;
    before->withheld = now->withheld;
    before->lowest = now->lowest;
    before->highest = now->highest;
    before->edition = 0;
    before->known_before = was_open;
}

/* The unknown of the current edition; and its revision, where an earlier one had other persons. */
static int join_earlier(struct builder *builder, struct unknown now, size_t place)
{
    struct system *system = builder->system;
    int before = builder->edition == 0 && builder->cells[1] ? builder->cells[1][place] : -1;
    if (before < 0)
        return add_unknown(system, now);
    if (is_unrevised(&now, &system->unknowns[before])) {
        merge(&system->unknowns[before], &now);
        return before;
    }
    struct unknown then = system->unknowns[before];
    double came = now.persons - then.persons;
    int current = add_unknown(system, now);
    if (fabs(came) < 0.5 || is_public(&system->plan->areas[now.area]))
        return current;
    struct unknown moved =
        make_unknown(system, REVISION, fabs(came), labs(now.truth - then.truth));
    moved.area = now.area;
    moved.period = now.period;
    moved.group = now.group;
    int first = system->term_count;
    add_term(system, current, 1);
    add_term(system, before, -1);
    add_term(system, add_unknown(system, moved), came > 0 ? -1 : 1);
    add_equation(system, first);
    return current;
}

static void add_cell(struct builder *builder, int area, int period, int group)
{
    struct system *system = builder->system;
    const struct view *view = builder->view;
    size_t place = plan_place(system->plan, system->indicator, area, period, group);
    const struct cell *known = &view->known->cells[place];
    builder->cells[builder->edition][place] = -1;
    if (known->standing != HERE)
        return;
    struct unknown cell =
        make_unknown(system, CELL, known->persons, in_units(system, view->truth->cells[place].count));
    cell.area = area;
    cell.period = period;
    cell.group = group;
    cell.edition = builder->edition;
    if (is_public(&system->plan->areas[area])) {
        cell.release = OPEN;
        cell.low = cell.high = in_units(system, known->count);
    } else {
        limit(system, &cell, view->edition->cells[place]);
    }
    builder->cells[builder->edition][place] = join_earlier(builder, cell, place);
}

static int unknown_at(const struct builder *builder, int area, int period, int group)
{
    const struct system *system = builder->system;
    size_t place = plan_place(system->plan, system->indicator, area, period, group);
    return builder->cells[builder->edition][place];
}

/* An equation under way: the whole, then its parts. */
struct sum {
    int first;
    double persons; /* what the parts so far leave of the whole's */
    long truth;
    bool complete;
};

static struct sum start_sum(struct builder *builder, int whole)
{
    struct system *system = builder->system;
    const struct unknown *unknown = &system->unknowns[whole];
    struct sum sum = {system->term_count, unknown->persons, unknown->truth, true};
    add_term(system, whole, 1);
    return sum;
}

static void add_part(struct builder *builder, struct sum *sum, int part)
{
    struct system *system = builder->system;
    sum->persons -= system->unknowns[part].persons;
    sum->truth -= system->unknowns[part].truth;
    add_term(system, part, -1);
}

/* Whether the earlier edition has said the same of the same unknowns. */
static bool is_repeated(const struct builder *builder, const struct sum *sum)
{
    bool repeated = builder->edition == 0 && builder->first_new > 0;
    for (int i = sum->first; i < builder->system->term_count; i++)
        repeated = repeated && builder->system->terms[i].unknown < builder->first_new;
    return repeated;
}

/* What the parts leave is an unknown of its own, unless they are all there. */
static void end_sum(struct builder *builder, struct sum *sum, int area, int period, int group)
{
    struct system *system = builder->system;
    if (is_repeated(builder, sum)) {
        system->term_count = sum->first;
        return;
    }
    if (!sum->complete) {
        double persons = sum->persons < 0 ? 0 : sum->persons;
        struct unknown remainder = make_unknown(system, REMAINDER, persons, sum->truth);
        remainder.area = area;
        remainder.period = period;
        remainder.group = group;
        remainder.edition = builder->edition;
        add_term(system, add_unknown(system, remainder), -1);
    }
    add_equation(system, sum->first);
}

static void add_parts(struct builder *builder, struct sum *sum, int whole, int period, int group);

/* The part; or its own parts where it has no figure itself. */
static void add_area(struct builder *builder, struct sum *sum, int area, int period, int group)
{
    int part = unknown_at(builder, area, period, group);
    if (part >= 0) {
        add_part(builder, sum, part);
        return;
    }
    sum->complete = false;
    if (builder->system->plan->areas[area].role == ESTATE)
        add_parts(builder, sum, area, period, group);
}

static void add_parts(struct builder *builder, struct sum *sum, int whole, int period, int group)
{
    const struct plan *plan = builder->system->plan;
    bool of_estate = plan->areas[whole].role == ESTATE;
    for (int i = 0; i < plan->area_count; i++) {
        const struct area *area = &plan->areas[i];
        bool is_part = of_estate ? area->role == SECTION && area->part_of == whole
                                 : area->role == ESTATE;
        if (is_part && is_active(area, plan->periods[period]))
            add_area(builder, sum, i, period, group);
    }
}

static int area_of_role(const struct plan *plan, enum role role)
{
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].role == role)
            return i;
    return -1;
}

/* Sections in areas, areas in the total, areas and rest in the municipality. */
static void relate_areas(struct builder *builder, int period, int group)
{
    struct system *system = builder->system;
    const struct plan *plan = system->plan;
    for (int i = 0; i < plan->area_count; i++) {
        enum role role = plan->areas[i].role;
        int whole = unknown_at(builder, i, period, group);
        if (whole < 0 || (role != ESTATE && role != TOTAL && role != MUNICIPALITY))
            continue;
        struct sum sum = start_sum(builder, whole);
        add_parts(builder, &sum, i, period, group);
        int parts = system->term_count - sum.first - 1;
        int rest = area_of_role(plan, REST);
        if (role == MUNICIPALITY && rest >= 0)
            add_area(builder, &sum, rest, period, group);
        if (parts > 0)
            end_sum(builder, &sum, i, period, group);
        else
            system->term_count = sum.first;
    }
}

static void relate_twins(struct builder *builder, int period, int group)
{
    struct system *system = builder->system;
    const struct plan *plan = system->plan;
    int area = area_of_role(plan, REST);
    int rest = area < 0 ? -1 : unknown_at(builder, area, period, group);
    if (rest < 0 || area_of_role(plan, TWIN) < 0)
        return;
    struct sum sum = start_sum(builder, rest);
    sum.complete = false;
    for (int i = 0; i < plan->area_count; i++) {
        int twin = unknown_at(builder, i, period, group);
        if (plan->areas[i].role == TWIN && twin >= 0)
            add_part(builder, &sum, twin);
    }
    if (sum.persons > 0)
        end_sum(builder, &sum, area, period, group);
    else
        system->term_count = sum.first;
}

/* The ages of a group such as 15-29; of everybody, and of groups that are no ages, false. */
static bool read_ages(const char *label, int *first, int *last)
{
    int read = 0;
    return sscanf(label, "%d-%d%n", first, last, &read) == 2 && label[read] == '\0';
}

/* Whether group `part` lies within `whole`; everybody holds all. */
static bool is_within(const struct plan *plan, int part, int whole)
{
    int first, last, from, to;
    if (part == whole || !read_ages(plan->groups[part], &first, &last))
        return false;
    if (whole == 0)
        return true;
    return read_ages(plan->groups[whole], &from, &to) && first >= from && last <= to;
}

static bool overlap(const struct plan *plan, int one, int other)
{
    int first = 0, last = 0, from = 0, to = 0;
    read_ages(plan->groups[one], &first, &last);
    read_ages(plan->groups[other], &from, &to);
    return first <= to && from <= last;
}

enum { MOST_GROUPS = 16 };

/* Each way to take groups out of `whole` that do not overlap: `taken` so far, from `next` on. */
static void take_out(struct builder *builder, int area, int period, int whole, int next,
                     int taken[MOST_GROUPS], int count)
{
    const struct plan *plan = builder->system->plan;
    for (int group = next; group < plan->group_count && count < MOST_GROUPS; group++) {
        bool fits = is_within(plan, group, whole) && unknown_at(builder, area, period, group) >= 0;
        for (int i = 0; i < count; i++)
            fits = fits && !overlap(plan, group, taken[i]);
        if (!fits)
            continue;
        taken[count] = group;
        struct sum sum = start_sum(builder, unknown_at(builder, area, period, whole));
        for (int i = 0; i <= count; i++)
            add_part(builder, &sum, unknown_at(builder, area, period, taken[i]));
        sum.complete = sum.persons < 0.5;
        end_sum(builder, &sum, area, period, whole);
        take_out(builder, area, period, whole, group + 1, taken, count + 1);
    }
}

static void relate_groups(struct builder *builder, int period)
{
    const struct plan *plan = builder->system->plan;
    int taken[MOST_GROUPS];
    for (int area = 0; area < plan->area_count; area++)
        for (int whole = 0; whole < plan->group_count; whole++)
            if (unknown_at(builder, area, period, whole) >= 0)
                take_out(builder, area, period, whole, 1, taken, 0);
}

static void add_pooled(struct builder *builder, const struct release_row *row)
{
    struct system *system = builder->system;
    struct unknown pooled = make_unknown(system, POOLED, 0, 0);
    int first = system->term_count;
    for (int period = row->from; period <= row->to; period++) {
        int cell = unknown_at(builder, row->area, period, row->group);
        if (cell < 0) {
            system->term_count = first;
            return;
        }
        pooled.persons += system->unknowns[cell].persons;
        pooled.truth += system->unknowns[cell].truth;
        add_term(system, cell, 1);
    }
    pooled.high = in_units(system, pooled.persons);
    pooled.area = row->area;
    pooled.group = row->group;
    pooled.period = row->to;
    pooled.edition = builder->edition;
    limit(system, &pooled, row);
    add_term(system, add_unknown(system, pooled), -1);
    add_equation(system, first);
}

static void add_edition(struct builder *builder)
{
    struct system *system = builder->system;
    const struct plan *plan = system->plan;
    size_t places = plan_place(plan, plan->indicator_count, 0, 0, 0);
    builder->cells[builder->edition] = keep(places * sizeof *builder->cells[0]);
    for (int area = 0; area < plan->area_count; area++)
        for (int period = 0; period < plan->period_count; period++)
            for (int group = 0; group < plan->group_count; group++)
                add_cell(builder, area, period, group);
    for (int period = 0; period < plan->period_count; period++) {
        for (int group = 0; group < plan->group_count; group++) {
            relate_areas(builder, period, group);
            relate_twins(builder, period, group);
        }
        relate_groups(builder, period);
    }
    for (int i = 0; i < builder->view->edition->pooled_count; i++)
        if (builder->view->edition->pooled[i].indicator == system->indicator)
            add_pooled(builder, &builder->view->edition->pooled[i]);
}

/* The earlier edition first, so that the current one can be joined to it. */
struct system system_build(const struct view views[2], int indicator)
{
    struct system system = {.plan = views[0].known, .indicator = indicator};
    struct builder builder = {.system = &system};
    for (int edition = 1; edition >= 0; edition--) {
        if (!views[edition].known)
            continue;
        builder.view = &views[edition];
        builder.edition = edition;
        builder.first_new = system.unknown_count;
        add_edition(&builder);
    }
    return system;
}
