/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Means of hidden places. A whole's mean is its parts' mean weighted with their persons, so that
 * what is shown of the whole and of the other parts leaves an interval for a hidden one. Assumes
 * marks from -3 to 12, and that each printed mean is right to half its last decimal.
 */
#include <math.h>

#include "judge.h"

struct means {
    const struct view *view;
    int indicator, period;
    double low[256], high[256]; /* by area */
    bool contradictory;         /* nothing follows */
};

static const struct cell *known_cell(const struct means *means, int area)
{
    return plan_cell(means->view->known, means->indicator, area, means->period, 0);
}

static void start_area(struct means *means, int area)
{
    const struct plan *plan = means->view->known;
    const struct release_row *row =
        edition_cell(means->view->edition, means->indicator, area, means->period, 0);
    double half = 0.5 * pow(10, -plan->indicators[means->indicator].decimals) + 1e-9;
    means->low[area] = -3;
    means->high[area] = 12;
    if (is_public(&plan->areas[area]))
        means->low[area] = means->high[area] = known_cell(means, area)->value;
    else if (row->release == OPEN || row->release == ROUNDED) {
        means->low[area] = row->value - half;
        means->high[area] = row->value + half;
    }
}

/* Narrows every term of whole = parts; `parts[0]` is the whole. */
static void narrow(struct means *means, const int *parts, int count)
{
    for (int k = 0; k < count; k++) {
        double low = 0, high = 0, persons = known_cell(means, parts[k])->persons;
        for (int other = 0; other < count; other++) {
            double weight = known_cell(means, parts[other])->persons;
            if (other == k)
                continue;
            bool adds = k == 0 || other == 0; /* the whole is on the other side */
            low += weight * (adds ? means->low[parts[other]] : -means->high[parts[other]]);
            high += weight * (adds ? means->high[parts[other]] : -means->low[parts[other]]);
        }
        means->low[parts[k]] = fmax(means->low[parts[k]], low / persons);
        means->high[parts[k]] = fmin(means->high[parts[k]], high / persons);
    }
}

/* The whole and its parts, where every one has persons; 0 otherwise. */
static int gather(const struct means *means, int whole, int *parts)
{
    const struct plan *plan = means->view->known;
    enum role role = plan->areas[whole].role;
    int count = 0;
    if (role != ESTATE && role != TOTAL && role != MUNICIPALITY)
        return 0;
    parts[count++] = whole;
    for (int i = 0; i < plan->area_count; i++) {
        const struct area *area = &plan->areas[i];
        bool is_part =
            role == ESTATE ? area->role == SECTION && area->part_of == whole : area->role == ESTATE;
        is_part = is_part || (role == MUNICIPALITY && area->role == REST);
        if (is_part && is_active(area, plan->periods[means->period]))
            parts[count++] = i;
    }
    for (int k = 0; k < count; k++) {
        const struct cell *cell = known_cell(means, parts[k]);
        if (cell->standing != HERE || !(cell->persons > 0))
            return 0;
    }
    return count > 1 ? count : 0;
}

/* The rest that an invented municipality leaves may need marks beyond the scale. */
static bool contradicts_itself(const struct means *means)
{
    for (int area = 0; area < means->view->known->area_count; area++)
        if (means->low[area] > means->high[area] + 1e-6)
            return true;
    return false;
}

static void judge_mean(const struct means *means, int area, bool tell, struct tally *tally)
{
    const struct view *view = means->view;
    const struct plan *plan = view->truth;
    const struct cell *cell = plan_cell(plan, means->indicator, area, means->period, 0);
    double spread = plan_cell(plan, means->indicator, plan->municipality, means->period, 0)->spread;
    const struct release_row *row =
        edition_cell(view->edition, means->indicator, area, means->period, 0);
    enum release release = row->release;
    bool few = cell->persons < plan->smallest_denominator ||
               cell->persons < plan->indicators[means->indicator].threshold;
    struct unknown place = {.area = area, .period = means->period};
    if (cell->standing != HERE || is_public(&plan->areas[area]))
        return;
    tally->any_small = tally->any_small || few;
    tally->any_hidden = tally->any_hidden || (release == HIDDEN && !row->withheld);
    bool open = few && (release == OPEN || release == ROUNDED);
    bool narrow_interval = few && !means->contradictory && release == HIDDEN &&
                           means->high[area] - cell->value < spread &&
                           cell->value - means->low[area] < spread;
    tally->judged += release == HIDDEN;
    if (!open && !narrow_interval)
        return;
    tally->faults[open ? FAULT_OPEN : FAULT_EXACT]++;
    if (tell)
        report_fault(plan, means->indicator, &place, open ? FAULT_OPEN : FAULT_EXACT,
                     keep_format("%g of %g persons lies from %g to %g", cell->value, cell->persons,
                                 means->low[area], means->high[area]));
}

void judge_means(const struct view *view, int indicator, bool tell, struct tally *tally)
{
    const struct plan *plan = view->known;
    for (int period = 0; period < plan->period_count; period++) {
        struct means means = {.view = view, .indicator = indicator, .period = period};
        int parts[256];
        if (plan->area_count > 256)
            return;
        for (int area = 0; area < plan->area_count; area++)
            start_area(&means, area);
        for (int round = 0; round < 20; round++)
            for (int whole = 0; whole < plan->area_count; whole++)
                narrow(&means, parts, gather(&means, whole, parts));
        means.contradictory = contradicts_itself(&means);
        for (int area = 0; area < plan->area_count; area++)
            judge_mean(&means, area, tell, tally);
    }
}
