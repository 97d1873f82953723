/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "system.h"

#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_EVENTS 1000000000L

struct builder {
    struct system *system;
    const struct view *view;
    int edition;
    int first_new; /* the unknowns before it are of the earlier edition */
    bool *revised; /* by period: whether any figure of it was */
    enum reader reader;
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
static void limit_by_value(const struct system *system, struct unknown *unknown,
                           const struct release_row *row)
{
    const struct indicator *indicator = indicator_of(system);
    bool more = row->decimals > indicator->decimals; /* trailing zeros are not printed */
    double value = row->value;
    double half = 0.5 * pow(10, -(more ? row->decimals : indicator->decimals));
    double scale = unknown->persons * (double)indicator->unit / indicator->factor;
    /* Halves are rounded up. */
    long low = (long)ceil((value - half) * scale - 1e-6);
    long high = (long)ceil((value + half) * scale - 1e-6) - 1;
    unknown->low = low > unknown->low ? low : unknown->low;
    unknown->high = high < unknown->high ? high : unknown->high;
}

/* The public figures of the municipality at a place; NULL where there are none. */
static const struct cell *public_whole(const struct system *system, const struct unknown *unknown)
{
    const struct plan *plan = system->plan;
    int area = plan->municipality;
    enum measure measure = indicator_of(system)->measure;
    if (area < 0 || area == unknown->area || plan->areas[unknown->area].role == COUNTRY ||
        (measure != SHARE && measure != RATE))
        return NULL;
    const struct cell *whole =
        plan_cell(plan, system->indicator, area, unknown->period, unknown->group);
    return isnan(whole->count) || isnan(whole->persons) ? NULL : whole;
}

/* No more of an area's persons can be counted, or not be, than of the municipality's. */
static void limit_by_whole(const struct system *system, struct unknown *unknown)
{
    const struct cell *whole = public_whole(system, unknown);
    if (!whole)
        return;
    long most = in_units(system, whole->count), least = unknown->low;
    if (indicator_of(system)->measure == SHARE)
        least = in_units(system, unknown->persons - (whole->persons - whole->count));
    if (unknown->truth > most || unknown->truth < least)
        return; /* not counted alike */
    unknown->high = most < unknown->high ? most : unknown->high;
    unknown->low = least > unknown->low ? least : unknown->low;
}

/* Whether the municipality's own count, or complement, is small: then every part is hidden. */
static bool is_of_few(const struct system *system, const struct unknown *unknown)
{
    const struct cell *whole = public_whole(system, unknown);
    double threshold = (double)indicator_of(system)->threshold;
    if (!whole)
        return false;
    double without = whole->persons - whole->count;
    return (whole->count > 0 && whole->count < threshold) ||
           (indicator_of(system)->measure == SHARE && without > 0 && without < threshold);
}

/* Whether the total is hidden, with all its areas: then the total may be too small to be seen. */
static bool is_hidden_with_total(const struct builder *builder, const struct unknown *unknown)
{
    const struct plan *plan = builder->system->plan;
    bool all = plan->areas[unknown->area].role == ESTATE, total = false;
    for (int i = 0; i < plan->area_count && all; i++) {
        const struct area *area = &plan->areas[i];
        enum release release = edition_cell(builder->view->edition, builder->system->indicator, i,
                                            unknown->period, unknown->group)
                                   ->release;
        total = total || (area->role == TOTAL && release == HIDDEN);
        all = area->role != ESTATE || release == HIDDEN || release == UNSAID;
    }
    return all && total;
}

/*
 * What the program says it does: of an area, the total and the rest it hides no zero, and of a
 * share not everybody, unless the indicator is sensitive, the persons are few, the municipality has
 * only a small count itself, or the total may have. Where it does so all the same the judge says
 * so, and the attacker does without.
 */
static void limit_by_claim(const struct builder *builder, struct unknown *unknown)
{
    const struct system *system = builder->system;
    const struct indicator *indicator = indicator_of(system);
    enum role role = system->plan->areas[unknown->area].role;
    bool is_area = role == ESTATE || role == TOTAL || role == REST || role == TWIN;
    if (!is_area || unknown->group || indicator->sensitive ||
        unknown->persons < system->plan->smallest_denominator || is_of_few(system, unknown) ||
        is_hidden_with_total(builder, unknown))
        return;
    long most = indicator->measure == SHARE ? unknown->high - 1 : unknown->high;
    unknown->breaks_claim = unknown->truth < 1 || unknown->truth > most;
    if (unknown->breaks_claim)
        return;
    unknown->low = 1;
    unknown->high = most;
}

static bool is_insider(const struct builder *builder)
{
    return builder->reader == INSIDER || builder->reader == INSIDER_WITHOUT_POOLS;
}

/* What is small is small, from either end. */
static void limit_by_size(const struct system *system, struct unknown *unknown)
{
    const struct indicator *indicator = indicator_of(system);
    long small = in_units(system, indicator->threshold) - 1;
    long persons = in_units(system, unknown->persons), without = persons - unknown->truth;
    if (unknown->truth > 0 && unknown->truth <= small)
        unknown->high = small < unknown->high ? small : unknown->high;
    if (indicator->measure == SHARE && without > 0 && without <= small)
        unknown->low = persons - small > unknown->low ? persons - small : unknown->low;
}

static void limit(const struct builder *builder, struct unknown *unknown,
                  const struct release_row *row)
{
    const struct system *system = builder->system;
    unknown->release = row->release;
    unknown->withheld = row->withheld;
    unknown->lowest = row->lowest;
    unknown->highest = row->highest;
    if (row->release == OPEN)
        unknown->low = unknown->high = in_units(system, row->count);
    else if (row->release == ROUNDED)
        limit_by_value(system, unknown, row);
    else if (row->release == HIDDEN && unknown->role == CELL) {
        limit_by_claim(builder, unknown);
        limit_by_whole(system, unknown);
        if (is_insider(builder))
            limit_by_size(system, unknown);
    }
}

/* Of persons no more than there are have what is counted; of events there is no limit. */
static long most_of(const struct system *system, double persons)
{
    return indicator_of(system)->measure == SHARE ? in_units(system, persons) : MOST_EVENTS;
}

static struct unknown make_unknown(const struct system *system, enum role_in_system role,
                                   double persons, long truth)
{
    return (struct unknown){.role = role,
                            .area = -1,
                            .persons = persons,
                            .lowest = NO_NUMBER,
                            .highest = NO_NUMBER,
                            .low = 0,
                            .high = most_of(system, persons),
                            .truth = truth};
}

static bool is_same(double persons, double count, const struct cell *before)
{
    return fabs(persons - before->persons) < 0.5 && fabs(count - before->count) < 0.01;
}

/* Where anything of a period was revised, only figures that one of the editions shows are linked.
 */
static bool is_unrevised(const struct builder *builder, const struct unknown *now,
                         const struct unknown *before)
{
    bool shown = now->release == OPEN || now->release == ROUNDED || before->release == OPEN ||
                 before->release == ROUNDED;
    if (builder->reader == TRUSTING || builder->reader == BEFOREHAND)
        shown = true;
    return now->truth == before->truth && fabs(now->persons - before->persons) < 0.5 &&
           (shown || !builder->revised[now->period]);
}

static void find_revised(struct builder *builder, const struct view views[2])
{
    const struct plan *now = views[0].truth, *before = views[1].truth;
    int indicator = builder->system->indicator;
    builder->revised = keep((size_t)now->period_count * sizeof *builder->revised);
    for (int area = 0; before && area < now->area_count; area++)
        for (int period = 0; period < now->period_count; period++)
            for (int group = 0; group < now->group_count; group++) {
                size_t place = plan_place(now, indicator, area, period, group);
                const struct cell *cell = &now->cells[place], *then = &before->cells[place];
                if (cell->standing == HERE && then->standing == HERE &&
                    !is_same(cell->persons, cell->count, then))
                    builder->revised[period] = true;
            }
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

/*
 * Of those who came to a place no more are counted, or not, than of those who came to all of the
 * municipality; and of those who left.
 */
static void limit_by_revision(const struct builder *builder, struct unknown *moved, double came,
                              const struct unknown *place)
{
    const struct system *system = builder->system;
    const struct plan *now = builder->view[0].known, *before = builder->view[1].known;
    int area = system->plan->municipality;
    if (area < 0)
        return;
    const struct cell *is = plan_cell(now, system->indicator, area, place->period, place->group);
    const struct cell *was =
        plan_cell(before, system->indicator, area, place->period, place->group);
    double persons = is->persons - was->persons;
    if (is->standing != HERE || was->standing != HERE || persons * came < 0 ||
        fabs(persons) < moved->persons - 0.5)
        return;
    long high = labs(in_units(system, is->count) - in_units(system, was->count)), low = 0;
    if (fabs(persons) < moved->persons + 0.5)
        low = high; /* they are all there are */
    else if (indicator_of(system)->measure == SHARE)
        low = in_units(system, moved->persons - fabs(persons)) + high;
    if (moved->truth < low || moved->truth > high)
        return; /* others were corrected as well */
    moved->low = low > moved->low ? low : moved->low;
    moved->high = high < moved->high ? high : moved->high;
}

/* The unknown of the current edition; and its revision, where an earlier one had other persons. */
static int join_earlier(struct builder *builder, struct unknown now, size_t place)
{
    struct system *system = builder->system;
    int before = builder->edition == 0 && builder->cells[1] ? builder->cells[1][place] : -1;
    if (before < 0)
        return add_unknown(system, now);
    if (is_unrevised(builder, &now, &system->unknowns[before])) {
        merge(&system->unknowns[before], &now);
        return before;
    }
    struct unknown then = system->unknowns[before];
    double came = now.persons - then.persons;
    int current = add_unknown(system, now);
    const struct area *area = &system->plan->areas[now.area];
    if (fabs(came) < 0.5 || is_public(area) || area->role == REST)
        return current;
    struct unknown moved = make_unknown(system, REVISION, fabs(came), labs(now.truth - then.truth));
    limit_by_revision(builder, &moved, came, &now);
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
    struct unknown cell = make_unknown(system, CELL, known->persons,
                                       in_units(system, view->truth->cells[place].count));
    cell.area = area;
    cell.period = period;
    cell.group = group;
    cell.edition = builder->edition;
    if (is_public(&system->plan->areas[area])) {
        cell.release = OPEN;
        cell.low = cell.high = in_units(system, known->count);
    } else if (builder->reader == BEFOREHAND && builder->edition == 0) {
        limit_by_whole(system, &cell);
    } else {
        limit(builder, &cell, view->edition->cells[place]);
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

/*
 * What the municipality's own figures for the same groups leave over, where all of them are there:
 * no area has more of it.
 */
static long most_left(const struct system *system, const struct sum *sum)
{
    double left = 0;
    int area = system->plan->municipality;
    for (int i = sum->first; i < system->term_count; i++) {
        const struct unknown *term = &system->unknowns[system->terms[i].unknown];
        const struct unknown *whole = &system->unknowns[system->terms[sum->first].unknown];
        if (area < 0 || term->role != CELL || term->area != whole->area || whole->persons <= 0)
            return LONG_MAX;
        left += (double)system->terms[i].sign *
                plan_cell(system->plan, system->indicator, area, term->period, term->group)->count;
    }
    return isnan(left) ? LONG_MAX : in_units(system, left);
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

/* What the parts leave is an unknown of its own, unless they are all there: that unknown, or -1. */
static int end_sum(struct builder *builder, struct sum *sum, int area, int period, int group)
{
    struct system *system = builder->system;
    int left = -1;
    if (fabs(sum->persons) < 0.5 && sum->truth == 0)
        sum->complete = true; /* nobody is left, and nothing happened to them */
    if (sum->complete && is_repeated(builder, sum)) {
        system->term_count = sum->first;
        return -1;
    }
    if (!sum->complete) {
        double persons = sum->persons < 0 ? 0 : sum->persons;
        struct unknown remainder = make_unknown(system, REMAINDER, persons, sum->truth);
        long most = most_left(system, sum);
        if (most >= remainder.truth && most < remainder.high)
            remainder.high = most;
        remainder.area = area;
        remainder.period = period;
        remainder.group = group;
        remainder.edition = builder->edition;
        left = add_unknown(system, remainder);
        add_term(system, left, -1);
    }
    add_equation(system, sum->first);
    return left;
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
        bool is_part =
            of_estate ? area->role == SECTION && area->part_of == whole : area->role == ESTATE;
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

/* Persons of certain ages: a group, everybody, or what one leaves of another. */
struct ages {
    uint64_t mask; /* a bit for each run of ages that no group divides */
    double persons;
    int unknown, group;
    int of, without; /* which two it is the difference of */
};

enum { MOST_AGES = 48 };

struct age_system {
    struct ages items[MOST_AGES];
    int count;
    uint64_t nobody; /* ages without persons */
};

/* The ages of a group such as 15-29; false for groups that are no ages. */
static bool read_ages(const char *label, int *first, int *last)
{
    int read = 0;
    return sscanf(label, "%d-%d%n", first, last, &read) == 2 && label[read] == '\0';
}

/* The ages where a group begins, or has ended, divide all ages into runs. */
static int find_runs(const struct plan *plan, int starts[64])
{
    int count = 0, edges[2];
    for (int group = 1; group < plan->group_count; group++) {
        if (!read_ages(plan->groups[group], &edges[0], &edges[1]))
            continue;
        edges[1]++;
        for (int k = 0; k < 2; k++) {
            int at = 0;
            while (at < count && starts[at] != edges[k])
                at++;
            if (at == count && count < 62)
                starts[count++] = edges[k];
        }
    }
    return count;
}

/* Bit 0 is for the ages below every edge. Everybody has all bits. */
static uint64_t mask_of(const struct plan *plan, int group, const int *starts, int runs)
{
    int first, last;
    uint64_t mask = 0;
    if (group == 0)
        return (2ull << runs) - 1;
    if (!read_ages(plan->groups[group], &first, &last))
        return 0;
    for (int run = 0; run < runs; run++)
        if (starts[run] >= first && starts[run] <= last)
            mask |= 2ull << run;
    return mask;
}

static void collect_ages(const struct builder *builder, int area, int period,
                         struct age_system *ages)
{
    const struct plan *plan = builder->system->plan;
    int starts[64], runs = find_runs(plan, starts);
    ages->count = 0;
    for (int group = 0; group < plan->group_count && ages->count < MOST_AGES; group++) {
        int unknown = unknown_at(builder, area, period, group);
        uint64_t mask = mask_of(plan, group, starts, runs) & ~ages->nobody;
        if (unknown >= 0 && mask)
            ages->items[ages->count++] = (struct ages){
                mask, builder->system->unknowns[unknown].persons, unknown, group, -1, -1};
    }
}

static int find_mask(const struct age_system *ages, uint64_t mask)
{
    for (int i = 0; i < ages->count; i++)
        if (ages->items[i].mask == mask)
            return i;
    return -1;
}

/* Adds what the part leaves of the whole that holds it; true where that is nobody. */
static bool add_difference(struct age_system *ages, int of, int without)
{
    const struct ages whole = ages->items[of], part = ages->items[without];
    uint64_t left = whole.mask & ~part.mask;
    if ((part.mask & ~whole.mask) || !left)
        return false;
    if (whole.persons - part.persons < 0.5) {
        ages->nobody |= left;
        return true;
    }
    if (find_mask(ages, left) < 0 && ages->count < MOST_AGES)
        ages->items[ages->count++] =
            (struct ages){left, whole.persons - part.persons, -1, whole.group, of, without};
    return false;
}

/* What each leaves of each, until nothing new comes; true where that is nobody: then begin anew. */
static bool add_differences(struct age_system *ages)
{
    for (int i = 0; i < ages->count; i++)
        for (int j = 0; j < i; j++)
            if (add_difference(ages, i, j) || add_difference(ages, j, i))
                return true;
    return false;
}

/* whole = part + what is left, which becomes an unknown of its own. */
static void add_left(struct builder *builder, int area, int period, struct age_system *ages,
                     int left)
{
    const struct ages *whole = &ages->items[ages->items[left].of];
    const struct ages *part = &ages->items[ages->items[left].without];
    struct sum sum = start_sum(builder, whole->unknown);
    add_part(builder, &sum, part->unknown);
    sum.complete = false;
    ages->items[left].unknown = end_sum(builder, &sum, area, period, whole->group);
}

/* Every whole that is two disjoint parts; or one, once the ages of nobody are left out. */
static void relate_ages(struct builder *builder, int area, int period,
                        const struct age_system *ages)
{
    for (int i = 0; i < ages->count; i++)
        for (int j = 0; j < ages->count; j++)
            for (int k = 0; k <= j; k++) {
                const struct ages *whole = &ages->items[i], *part = &ages->items[j];
                const struct ages *other = &ages->items[k];
                bool defined = ages->items[j].of == i && ages->items[j].without == k;
                bool overlap = j != k && (part->mask & other->mask);
                if (i == j || i == k || defined || overlap || (j == k && i < j) ||
                    (part->mask | other->mask) != whole->mask)
                    continue;
                struct sum sum = start_sum(builder, whole->unknown);
                add_part(builder, &sum, part->unknown);
                if (j != k)
                    add_part(builder, &sum, other->unknown);
                end_sum(builder, &sum, area, period, whole->group);
            }
}

static void relate_groups(struct builder *builder, int area, int period)
{
    struct age_system ages = {.count = 0};
    do
        collect_ages(builder, area, period, &ages);
    while (add_differences(&ages));
    for (int i = 0; i < ages.count; i++)
        if (ages.items[i].unknown < 0)
            add_left(builder, area, period, &ages, i);
    relate_ages(builder, area, period, &ages);
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
    pooled.high = most_of(system, pooled.persons);
    pooled.area = row->area;
    pooled.group = row->group;
    pooled.period = row->to;
    pooled.edition = builder->edition;
    limit(builder, &pooled, row);
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
        for (int area = 0; area < plan->area_count; area++)
            relate_groups(builder, area, period);
    }
    bool unseen = builder->reader == INSIDER_WITHOUT_POOLS ||
                  (builder->reader == BEFOREHAND && builder->edition == 0);
    for (int i = 0; !unseen && i < builder->view->edition->pooled_count; i++)
        if (builder->view->edition->pooled[i].indicator == system->indicator)
            add_pooled(builder, &builder->view->edition->pooled[i]);
}

/* The earlier edition first, so that the current one can be joined to it. */
struct system system_build(const struct view views[2], int indicator, enum reader reader)
{
    struct system system = {.plan = views[0].known, .indicator = indicator};
    struct builder builder = {.system = &system, .reader = reader};
    find_revised(&builder, views);
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
