/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/move_split.h"

#include <assert.h>
#include <math.h>

#include "pejling/findings/level.h"
#include "pejling/stats/difference.h"

/* --- who stays and who moves ------------------------------------------------------------------ */
bool mover_groups_given(const struct released_table *table, const struct indicator *indicator,
                        const struct area *area, enum mover_group group)
{
    struct released_series groups = released_groups(table, indicator, area);
    for (size_t i = 0; i < groups.count; i++)
        if (mover_group_of(groups.cells[i].group) == group)
            return true;
    return false;
}

static const struct released_cell *find_group(const struct released_table *table,
                                              const struct indicator *indicator,
                                              const struct area *area, struct period period,
                                              enum mover_group group)
{
    struct released_series groups = released_groups(table, indicator, area);
    for (size_t i = 0; i < groups.count; i++)
        if (mover_group_of(groups.cells[i].group) == group &&
            period_compare(groups.cells[i].period, period) == 0)
            return groups.cells + i;
    return NULL;
}

/* Everybody without a group, as far as two released figures tell. */
static struct released_cell without(const struct released_cell *everybody,
                                    const struct released_cell *group)
{
    assert(group); /* an open one */
    double factor = everybody->indicator->factor;
    struct released_cell rest = *everybody;
    rest.denominator = fmax(0, everybody->denominator - group->denominator);
    double counted = released_count(everybody) - released_count(group);
    double share = rest.denominator > 0 ? fmax(0, counted / rest.denominator) : 0;
    bool is_share = everybody->indicator->measure == MEASURE_SHARE;
    rest.value = factor * (is_share ? fmin(1, share) : share);
    rest.numerator = 0;
    rest.has_numerator = false;
    return rest;
}

/* Not given at all: what is hidden or withheld must not be worked out from the others. */
static bool is_not_given(const struct released_cell *cell)
{
    return !cell || (cell->release == RELEASE_ABSENT && cell->reason == REASON_MISSING);
}

static struct movers lacking(const struct released_cell *cell)
{
    return (struct movers){.reason = cell ? cell->reason : REASON_MISSING,
                           .hidden = cell && cell->release == RELEASE_HIDDEN};
}

/* How far the count of a rounded figure can be from the one it was made of. */
static double rounding_of(const struct released_cell *cell)
{
    return 0.5 * pow(10, -cell->indicator->decimals) / cell->indicator->factor * cell->denominator;
}

/* Whether stayers and in-movers have everybody's events, as near as the rounding lets see. */
static bool count_adds_up(const struct movers *movers)
{
    const struct released_cell *cells[] = {&movers->stayers, &movers->in_movers,
                                           &movers->everybody};
    double rounding = PERSONS_ROUNDING;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        rounding += rounding_of(cells[i]);
    double difference =
        released_count(cells[0]) + released_count(cells[1]) - released_count(cells[2]);
    return fabs(difference) <= rounding;
}

struct movers movers_find(const struct released_table *table, const struct indicator *indicator,
                          const struct area *area, struct period period)
{
    const struct released_cell *everybody = released_cell(table, indicator, area, period);
    const struct released_cell *stayers = find_group(table, indicator, area, period, MOVER_STAYERS);
    const struct released_cell *in_movers = find_group(table, indicator, area, period, MOVER_IN);
    bool has_stayers = stayers && released_is_open(stayers);
    bool has_in_movers = in_movers && released_is_open(in_movers);
    if (!released_is_open(everybody))
        return lacking(everybody);
    if (!has_stayers && !is_not_given(stayers))
        return lacking(stayers);
    if (!has_in_movers && (!is_not_given(in_movers) || !has_stayers))
        return lacking(in_movers ? in_movers : stayers);
    struct movers movers = {.everybody = *everybody,
                            .derived_stayers = !has_stayers,
                            .derived_in_movers = !has_in_movers};
    movers.stayers = has_stayers ? *stayers : without(everybody, in_movers);
    movers.in_movers = has_in_movers ? *in_movers : without(everybody, stayers);
    double together = movers.stayers.denominator + movers.in_movers.denominator;
    if (fabs(together - everybody->denominator) > PERSONS_ROUNDING)
        return (struct movers){.reason = REASON_INCONSISTENT_INPUT};
    if (!count_adds_up(&movers))
        return (struct movers){.reason = REASON_INCONSISTENT_INPUT};
    if (!(movers.stayers.denominator > 0))
        return (struct movers){.reason = REASON_EMPTY_STRATUM};
    return movers;
}

/* --- the change in two parts ------------------------------------------------------------------ */

/* Both parts of a change between two periods that have movers. */
struct move_split {
    struct estimate stayers, moves;
};

static struct move_split split_change(const struct finding_list *list, const struct movers *before,
                                      const struct movers *after)
{
    double part_before = before->stayers.denominator / before->everybody.denominator;
    double part_after = after->stayers.denominator / after->everybody.denominator;
    double mean = (part_before + part_after) / 2, half = (part_after - part_before) / 2;
    const struct estimate levels[] = {level_estimate(&after->stayers, list->confidence),
                                      level_estimate(&before->stayers, list->confidence),
                                      level_estimate(&after->in_movers, list->confidence),
                                      level_estimate(&before->in_movers, list->confidence)};
    const double of_stayers[] = {mean, -mean, 0, 0};
    const double of_moves[] = {half, half, 1 - part_after, -(1 - part_before)};
    struct move_split split = {difference_mover_sum(levels, of_stayers, 4),
                               difference_mover_sum(levels, of_moves, 4)};
    /* The groups' rounded levels add up to everybody's but for the rounding. */
    double shown = after->everybody.value - before->everybody.value;
    double more = shown - split.stayers.value - split.moves.value;
    split.moves.value += more;
    split.moves.lower += more;
    split.moves.upper += more;
    return split;
}

/* Both parts of level_change: of its two periods, or none for its reason. */
static void add_split(struct finding_list *list, const struct finding *level_change)
{
    struct finding part = *level_change;
    struct move_split split = {part.estimate, part.estimate};
    if (part.estimate.state != ESTIMATE_UNDEFINED) {
        struct movers before = movers_find(list->table, part.indicator, part.area, part.from);
        struct movers after = movers_find(list->table, part.indicator, part.area, part.to);
        const struct movers *lacks = before.reason ? &before : &after;
        part.hidden = lacks->hidden;
        split.stayers = split.moves = estimate_undefined(lacks->reason);
        if (!lacks->reason)
            split = split_change(list, &before, &after);
    }
    part.statistic = STATISTIC_STAYERS_CHANGE;
    part.estimate = split.stayers;
    finding_list_add(list, part);
    part.statistic = STATISTIC_MOVES_CHANGE;
    part.estimate = split.moves;
    finding_list_add(list, part);
}

/* --- in-movers beside out-movers -------------------------------------------------------------- */
static void add_difference(struct finding_list *list, const struct released_cell *cell)
{
    const struct released_cell *in_movers =
        find_group(list->table, cell->indicator, cell->area, cell->period, MOVER_IN);
    const struct released_cell *out_movers =
        find_group(list->table, cell->indicator, cell->area, cell->period, MOVER_OUT);
    const struct released_cell *lacks = released_is_open(in_movers) ? out_movers : in_movers;
    struct finding finding = {.indicator = cell->indicator,
                              .area = cell->area,
                              .statistic = STATISTIC_MOVERS_DIFFERENCE,
                              .from = cell->period,
                              .to = cell->period,
                              .periods = 1};
    if (released_is_open(in_movers) && released_is_open(out_movers)) {
        finding.estimate = gap_to_rest(in_movers, out_movers, list->confidence);
    } else {
        finding.hidden = lacks && lacks->release == RELEASE_HIDDEN;
        finding.estimate = estimate_undefined(lacks ? lacks->reason : REASON_MISSING);
    }
    finding_list_add(list, finding);
}

void move_split_findings(struct finding_list *list, const struct indicator *indicator,
                         const struct area *area)
{
    const struct released_table *table = list->table;
    struct released_series series = released_series(table, indicator, area);
    bool is_area = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
    if (!is_area || !measure_has_counts(indicator->measure) || series.count == 0)
        return;
    bool has_in = mover_groups_given(table, indicator, area, MOVER_IN);
    const struct finding *change = finding_list_find(list, indicator, area, STATISTIC_LEVEL_CHANGE);
    if (change && (has_in || mover_groups_given(table, indicator, area, MOVER_STAYERS)))
        add_split(list, change);
    if (has_in && mover_groups_given(table, indicator, area, MOVER_OUT))
        for (size_t i = 0; i < series.count; i++)
            add_difference(list, &series.cells[i]);
}
