/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

const char *const fault_names[FAULTS] = {"open", "exact",    "narrow", "limits",
                                         "leak", "needless", "claim",  "unsound"};

struct judge {
    const struct view *views;
    const struct indicator *indicator;
    struct solver *solver;
    struct solver *beforehand;      /* of whoever has not seen the current edition */
    unsigned *seen_low, *seen_high; /* bits of whole counts, and complements, found possible */
    struct tally *tally;
    int number;
    bool tell;
};

void report_fault(const struct plan *plan, int indicator, const struct unknown *place,
                  enum fault fault, const char *text)
{
    static const char *const roles[] = {"", "pooled to ", "remainder of ", "revision of "};
    printf("    %s: %s %s%s %s %s%s: %s\n", fault_names[fault], plan->indicators[indicator].code,
           roles[place->role], place->area < 0 ? "?" : plan->areas[place->area].code,
           plan->periods[place->period], plan->groups[place->group],
           place->edition ? " (earlier edition)" : "", text);
}

static void fault(struct judge *judge, int unknown, enum fault fault, const char *text)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    /* To work out what an earlier edition hid takes knowing which hidden figures were revised
     * since; the judge tells that, no reader does. Counted by itself. */
    if (place->edition)
        judge->tally->afterwards++;
    else
        judge->tally->faults[fault]++;
    if (judge->tell)
        report_fault(judge->views[0].known, judge->number, place, fault, text);
}

/* --- what is small ------------------------------------------------------------------------------
 */

static bool is_small(const struct indicator *indicator, double count)
{
    return count > 0 && count < indicator->threshold - 1e-9;
}

static bool is_few(const struct judge *judge, const struct unknown *unknown)
{
    return unknown->persons < judge->views[0].known->smallest_denominator;
}

static double truth_of(const struct judge *judge, const struct unknown *unknown)
{
    return (double)unknown->truth / (double)judge->indicator->unit;
}

static bool has_small_complement(const struct judge *judge, const struct unknown *unknown)
{
    double truth = truth_of(judge, unknown);
    return judge->indicator->measure == SHARE &&
           is_small(judge->indicator, unknown->persons - truth);
}

static bool is_none_or_all(const struct judge *judge, const struct unknown *unknown)
{
    bool all = judge->indicator->measure == SHARE && truth_of(judge, unknown) >= unknown->persons;
    return unknown->truth == 0 || all;
}

/* Whether the place must not be shown, for its own sake. */
static bool is_primary(const struct judge *judge, const struct unknown *unknown)
{
    if (unknown->area >= 0 && unknown->role == CELL &&
        is_public(&judge->views[0].known->areas[unknown->area]))
        return false;
    return is_few(judge, unknown) || is_small(judge->indicator, truth_of(judge, unknown)) ||
           has_small_complement(judge, unknown) ||
           (judge->indicator->sensitive && is_none_or_all(judge, unknown));
}

/* --- what is possible ---------------------------------------------------------------------------
 */

/* Notes what the solution at hand shows to be possible, for every unknown at once. */
static void note_solution(struct judge *judge)
{
    const struct system *system = judge->solver->system;
    long unit = judge->indicator->unit;
    for (int i = 0; i < system->unknown_count; i++) {
        long value = judge->solver->value[i];
        long complement = lround(system->unknowns[i].persons) * unit - value;
        if (value % unit == 0 && value / unit < 32)
            judge->seen_low[i] |= 1u << (value / unit);
        if (value % unit == 0 && complement >= 0 && complement / unit < 32)
            judge->seen_high[i] |= 1u << (complement / unit);
    }
}

static bool can_lie(struct judge *judge, int unknown, long low, long high)
{
    if (!solver_can(judge->solver, unknown, low, high))
        return false;
    note_solution(judge);
    return true;
}

/* Whether a whole count, give or take half a person where counts have a decimal, is possible. */
static bool can_be(struct judge *judge, int unknown, long count, bool complement)
{
    long unit = judge->indicator->unit;
    const unsigned *seen = complement ? judge->seen_high : judge->seen_low;
    if (count < 32 && (seen[unknown] >> count & 1))
        return true;
    long persons = lround(judge->solver->system->unknowns[unknown].persons);
    long value = unit * (complement ? persons - count : count);
    return can_lie(judge, unknown, value - unit / 2, value + (unit - 1) / 2);
}

/* The most that a part of the municipality can have, by its public figures. */
static void public_limits(const struct judge *judge, const struct unknown *unknown, double *count,
                          double *complement)
{
    const struct plan *plan = judge->views[unknown->edition].known;
    const struct cell *all =
        plan_cell(plan, judge->number, plan->municipality, unknown->period, unknown->group);
    double unit = (double)judge->indicator->unit;
    *count = *complement = judge->indicator->measure == SHARE ? unknown->persons : HUGE_VAL;
    if (unknown->role == REVISION) {
        *count = (double)unknown->high / unit;
        *complement = unknown->persons - (double)unknown->low / unit;
    }
    if (unknown->role == POOLED || unknown->role == REVISION || all->standing != HERE)
        return;
    *count = fmin(*count, all->count);
    if (judge->indicator->measure == SHARE)
        *complement = fmin(*complement, all->persons - all->count);
}

/* Whether a place was known beforehand not to lie there: the current edition cannot help that. */
static bool is_ruled_out(struct judge *judge, const struct unknown *place, long low, long high)
{
    const struct system *system = judge->beforehand->system;
    for (int i = 0; i < system->unknown_count; i++) {
        const struct unknown *same = &system->unknowns[i];
        if (same->role == place->role && same->area == place->area && same->group == place->group &&
            same->period == place->period && same->edition == place->edition &&
            same->truth == place->truth && fabs(same->persons - place->persons) < 0.5)
            return !solver_can(judge->beforehand, i, low, high);
    }
    return false;
}

static bool is_count_ruled_out(struct judge *judge, const struct unknown *place, double count)
{
    long unit = judge->indicator->unit, value = lround(count) * unit;
    return is_ruled_out(judge, place, value - unit / 2, value + (unit - 1) / 2);
}

/* The first small count that is not possible though it should be; 0 where there is none. */
static long impossible_small(struct judge *judge, int unknown, bool complement)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    double count, other;
    public_limits(judge, place, &count, &other);
    double most = fmin(judge->indicator->threshold - 1, complement ? other : count);
    if (!judge->indicator->sensitive && judge->indicator->measure == SHARE)
        most = fmin(most, place->persons - 1); /* all of few persons are no small count */
    for (long v = 1; v <= (long)most; v++)
        if (!can_be(judge, unknown, v, complement) &&
            !is_count_ruled_out(judge, place, complement ? place->persons - (double)v : (double)v))
            return v;
    return 0;
}

/* Whether so many whole counts are possible, the true one among them. */
static bool has_room(struct judge *judge, int unknown, long needed)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    long unit = judge->indicator->unit, truth = place->truth / unit, found = 1;
    for (long step = 1; step <= 4 * needed && found < needed; step++) {
        found += truth >= step && can_be(judge, unknown, truth - step, false);
        if (found < needed)
            found += can_be(judge, unknown, truth + step, false);
    }
    return found >= needed;
}

static bool is_exact(struct judge *judge, int unknown)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    long apart = judge->indicator->unit / 2 + 1; /* another whole person */
    return !can_lie(judge, unknown, place->low, place->truth - apart) &&
           !can_lie(judge, unknown, place->truth + apart, place->high) &&
           !(is_ruled_out(judge, place, 0, place->truth - apart) &&
             is_ruled_out(judge, place, place->truth + apart, LONG_MAX));
}

/* --- verdicts -----------------------------------------------------------------------------------
 */

static void judge_room(struct judge *judge, int unknown)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    double count, complement, truth = truth_of(judge, place);
    public_limits(judge, place, &count, &complement);
    double values = 1 + count - fmax(0, place->persons - complement);
    judge->tally->judged++;
    if (values < 2)
        return;
    if (is_exact(judge, unknown)) {
        fault(judge, unknown, FAULT_EXACT, keep_format("it is %g of %g", truth, place->persons));
        return;
    }
    if (place->role == REMAINDER)
        return; /* of what no cell stands for, it is enough that nobody can work it out */
    bool low = is_small(judge->indicator, truth), high = has_small_complement(judge, place);
    long lacks = low ? impossible_small(judge, unknown, false) : 0;
    long high_lacks = high ? impossible_small(judge, unknown, true) : 0;
    if (lacks || high_lacks)
        fault(judge, unknown, FAULT_NARROW,
              keep_format("%g of %g: it cannot be %ld%s", truth, place->persons,
                          lacks ? lacks : high_lacks, lacks ? "" : " less than everybody"));
    else if (!low && !high && is_primary(judge, place) &&
             !has_room(judge, unknown, (long)fmin(values, judge->indicator->threshold - 1)))
        fault(judge, unknown, FAULT_NARROW,
              keep_format("%g of %g: too few values", truth, place->persons));
}

static void judge_limits(struct judge *judge, int unknown)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    double unit = (double)judge->indicator->unit;
    if (isnan(place->lowest) || isnan(place->highest))
        return;
    long lowest = (long)ceil(place->lowest * unit - 1e-6);
    long highest = (long)floor(place->highest * unit + 1e-6);
    if (place->truth < lowest || place->truth > highest)
        fault(judge, unknown, FAULT_UNSOUND, "the truth lies outside the published limits");
    else if (can_lie(judge, unknown, place->low, lowest - 1) ||
             can_lie(judge, unknown, highest + 1, place->high))
        fault(judge, unknown, FAULT_LIMITS,
              keep_format("%g to %g is less than what is possible", place->lowest, place->highest));
}

static void count_place(struct judge *judge, const struct unknown *place)
{
    struct tally *tally = judge->tally;
    bool hidden = place->release == HIDDEN;
    tally->any_small = tally->any_small || is_primary(judge, place);
    if (place->role != CELL || place->edition || place->group)
        return;
    enum role role = judge->views[0].known->areas[place->area].role;
    tally->any_hidden = tally->any_hidden || (hidden && !place->withheld);
    tally->places[role]++;
    tally->primary[role] += hidden && is_primary(judge, place);
    tally->secondary[role] += hidden && !is_primary(judge, place);
}

static void judge_unknown(struct judge *judge, int unknown)
{
    const struct unknown *place = &judge->solver->system->unknowns[unknown];
    bool named = place->role == CELL || place->role == POOLED;
    bool primary = is_primary(judge, place);
    count_place(judge, place);
    if (named && place->release == OPEN && primary && !place->edition)
        fault(judge, unknown, FAULT_OPEN,
              keep_format("%g of %g", truth_of(judge, place), place->persons));
    if (named && place->release == ROUNDED && is_few(judge, place))
        fault(judge, unknown, FAULT_OPEN, "a rate of too few persons");
    if (place->breaks_claim && !place->edition)
        fault(judge, unknown, FAULT_CLAIM, keep_format("%g", truth_of(judge, place)));
    bool secret =
        primary && !(place->area >= 0 && is_public(&judge->views[0].known->areas[place->area]));
    if (named)
        secret = primary ? place->release == HIDDEN || place->release == ROUNDED
                         : place->release == HIDDEN && !place->withheld;
    if (place->edition && !primary)
        secret = false; /* what it was then endangers nobody */
    if (!secret || place->known_before)
        return;
    if (!judge->indicator->sensitive && is_none_or_all(judge, place))
        judge->tally->known_zeros += judge->solver->low[unknown] == judge->solver->high[unknown];
    else
        judge_room(judge, unknown);
}

/* A survey's places hang together with nothing: only their own rule is judged. */
static void judge_survey(const struct view *view, int indicator, bool tell, struct tally *tally)
{
    const struct plan *plan = view->truth;
    const struct indicator *is = &plan->indicators[indicator];
    for (int area = 0; area < plan->area_count; area++)
        for (int period = 0; period < plan->period_count; period++) {
            const struct cell *cell = plan_cell(plan, indicator, area, period, 0);
            double yes =
                isnan(cell->value) ? cell->count : round(cell->value / is->factor * cell->persons);
            bool few = cell->persons < plan->smallest_denominator;
            bool small = is_small(is, yes) || is_small(is, cell->persons - yes);
            bool none = is->sensitive && (yes <= 0 || yes >= cell->persons);
            if (cell->standing != HERE || is_public(&plan->areas[area]))
                continue;
            enum release release = edition_cell(view->edition, indicator, area, period, 0)->release;
            tally->any_small = tally->any_small || few || small || none;
            tally->any_hidden = tally->any_hidden || release == HIDDEN;
            if ((release != OPEN && release != ROUNDED) || !(few || small || none))
                continue;
            struct unknown place = {.area = area, .period = period};
            tally->faults[FAULT_OPEN]++;
            if (tell)
                report_fault(plan, indicator, &place, FAULT_OPEN,
                             keep_format("%g of %g answers", yes, cell->persons));
        }
}

static struct judge make_judge(const struct view views[2], int indicator, struct solver *solver)
{
    size_t room = (size_t)(solver->system->unknown_count + 1) * sizeof(unsigned);
    return (struct judge){.views = views,
                          .indicator = &views[0].known->indicators[indicator],
                          .solver = solver,
                          .seen_low = keep(room),
                          .seen_high = keep(room),
                          .number = indicator};
}

/* What the program says of a hidden figure's limits holds for an attacker who trusts all else. */
static void judge_all_limits(const struct view views[2], int indicator, bool tell,
                             struct tally *tally)
{
    struct system system = system_build(views, indicator, TRUSTING);
    struct solver solver = solver_make(&system);
    struct judge judge = make_judge(views, indicator, &solver);
    judge.tally = tally;
    judge.tell = tell;
    for (int i = 0; solver.consistent && i < system.unknown_count; i++)
        if (system.unknowns[i].release == HIDDEN && !system.unknowns[i].edition)
            judge_limits(&judge, i);
    tally->glpsol_runs += solver.glpsol_runs;
    tally->undecided += solver.undecided;
}

static bool is_pinned(struct solver *solver, int unknown, long apart)
{
    const struct unknown *place = &solver->system->unknowns[unknown];
    return !solver_can(solver, unknown, place->low, place->truth - apart) &&
           !solver_can(solver, unknown, place->truth + apart, place->high);
}

/* Somebody who knows which figures are small must not get one of them from three years together. */
static void judge_insiders(const struct view views[2], struct judge *judge)
{
    const struct view alone[2] = {views[0]};
    struct system with = system_build(alone, judge->number, INSIDER);
    struct system without = system_build(alone, judge->number, INSIDER_WITHOUT_POOLS);
    struct solver solver = solver_make(&with), without_pools = solver_make(&without);
    long apart = judge->indicator->unit / 2 + 1; /* another whole person */
    for (int i = 0; solver.consistent && i < without.unknown_count; i++) {
        const struct unknown *place = &with.unknowns[i]; /* pools come behind all others */
        bool small = is_small(judge->indicator, truth_of(judge, place)) ||
                     has_small_complement(judge, place);
        if (place->role == CELL && place->release == HIDDEN && small &&
            is_pinned(&solver, i, apart) && !is_pinned(&without_pools, i, apart)) {
            judge->tally->faults[FAULT_EXACT]++;
            if (judge->tell)
                report_fault(views[0].known, judge->number, place, FAULT_EXACT,
                             "three years together tell it to whoever knows that it is small");
        }
    }
}

/* Whether the source itself withholds figures, which must not follow from the others. */
static bool has_withheld(const struct plan *plan, int indicator)
{
    for (int area = 0; area < plan->area_count; area++)
        for (int period = 0; period < plan->period_count; period++)
            for (int group = 0; group < plan->group_count; group++)
                if (plan_cell(plan, indicator, area, period, group)->standing == WITHHELD)
                    return true;
    return false;
}

static void judge_counts(const struct view views[2], int indicator, bool tell, struct tally *tally)
{
    struct system system = system_build(views, indicator, EVERY_EDITION);
    struct system before = system_build(views, indicator, BEFOREHAND);
    struct solver solver = solver_make(&system), beforehand = solver_make(&before);
    struct judge judge = make_judge(views, indicator, &solver);
    judge.beforehand = &beforehand;
    int wrong = solver.contradiction;
    judge.tally = tally;
    judge.tell = tell;
    if (!solver.consistent) {
        const struct unknown *place = &system.unknowns[wrong];
        fault(&judge, wrong, FAULT_UNSOUND,
              keep_format("%g of %g is not among the solutions, %ld to %ld",
                          truth_of(&judge, place), place->persons, solver.low[wrong],
                          solver.high[wrong]));
        return;
    }
    note_solution(&judge);
    tally->any_small = tally->any_small || has_withheld(views[0].truth, indicator);
    for (int i = 0; i < system.unknown_count; i++)
        judge_unknown(&judge, i);
    judge_insiders(views, &judge);
    tally->glpsol_runs += solver.glpsol_runs;
    tally->undecided += solver.undecided;
}

void judge_indicator(const struct view views[2], int indicator, bool tell, struct tally *tally)
{
    switch (views[0].known->indicators[indicator].measure) {
    case SHARE:
    case RATE:
        judge_counts(views, indicator, tell, tally);
        judge_all_limits(views, indicator, tell, tally);
        break;
    case MEAN:
        judge_means(&views[0], indicator, tell, tally);
        break;
    case SURVEY:
        judge_survey(&views[0], indicator, tell, tally);
        break;
    case VALUE:
        break;
    }
}
