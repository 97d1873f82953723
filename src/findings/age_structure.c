/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_structure.h"

#include <math.h>

#include "pejling/findings/gap_series.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/distribution.h"

#define FEWEST 10 /* events, and of shares persons without, for an interval */

/* --- one period ------------------------------------------------------------------------------- */
static struct age_split no_split(enum reason reason, bool hidden)
{
    struct estimate none = estimate_undefined(reason);
    return (struct age_split){hidden, none, none, none};
}

static double total(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum;
}

/* One of the two areas: its groups, and how far the level shown lies from what they add up to. */
struct side {
    struct strata strata;
    double counted, persons, shown_more;
    bool adds_up;
};

static struct side take_side(struct arena *arena, const struct released_table *table,
                             const struct indicator *indicator,
                             const struct age_partition *partition, struct age_place place)
{
    const struct released_cell *everybody =
        released_cell(table, indicator, place.area, place.period);
    struct side side = {.strata = age_partition_strata(arena, table, indicator, partition, place)};
    side.counted = total(side.strata.x, side.strata.count);
    side.persons = total(side.strata.n, side.strata.count);
    side.shown_more = everybody->value - indicator->factor * side.counted / side.persons;
    /* Half a unit of the last decimal from everybody, half from the groups, half a person. */
    double rounding = table->edition == EDITION_SHARED ? pow(10, -indicator->decimals) : 0;
    side.adds_up =
        fabs(side.shown_more) < 1.001 * rounding + 0.5 * indicator->factor / side.persons;
    return side;
}

/*
 * A group in which nobody has it, or all of a share's persons do, is without chance in the formulas'
 * eyes, and their interval is then too narrow.
 */
static bool has_few(const struct side *side, enum measure measure)
{
    bool few = side->counted < FEWEST;
    if (measure == MEASURE_SHARE)
        few = few || side->persons - side->counted < FEWEST;
    for (size_t i = 0; i < side->strata.count && !few; i++) {
        double x = side->strata.x[i], without = side->strata.n[i] - x;
        few = !(x > 0) || (measure == MEASURE_SHARE && !(without > 0));
    }
    return few;
}

static struct estimate normal(enum method method, double value, double error, bool few,
                              double confidence)
{
    double reach = normal_quantile(0.5 + confidence / 2) * error;
    return few ? estimate_point(method, value, REASON_TOO_FEW_EVENTS)
               : estimate_interval(method, value, value - reach, value + reach);
}

static struct estimate shifted(struct estimate estimate, double by)
{
    estimate.value += by;
    estimate.lower += by;
    estimate.upper += by;
    return estimate;
}

static struct estimate standardise(const struct indicator *indicator, const struct side *own,
                                   const struct side *other, double confidence)
{
    double factor = indicator->factor;
    if (indicator->measure == MEASURE_RATE) {
        struct estimate rate = standardise_rate(&own->strata, other->strata.n, confidence);
        rate = shifted(estimate_scale(rate, factor), own->shown_more);
        bool few = rate.state == ESTIMATE_INTERVAL && has_few(own, indicator->measure);
        return few ? estimate_point(rate.method, rate.value, REASON_TOO_FEW_EVENTS) : rate;
    }
    struct standardised share = standardise_share(&own->strata, other->strata.n);
    if (share.reason != REASON_NONE)
        return estimate_undefined(share.reason);
    return normal(METHOD_DIRECT, factor * share.value + own->shown_more,
                  factor * share.standard_error, has_few(own, indicator->measure), confidence);
}

struct age_split age_split_make(struct arena *arena, const struct released_table *table,
                                const struct age_comparison *comparison,
                                const struct age_partition *partition, double confidence)
{
    const struct indicator *indicator = comparison->indicator;
    const struct age_place here = {comparison->area, comparison->period};
    const struct age_place there = {comparison->comparator, comparison->period};
    if (partition->reason != REASON_NONE)
        return no_split(partition->reason, partition->hidden);
    struct side own = take_side(arena, table, indicator, partition, here);
    struct side other = take_side(arena, table, indicator, partition, there);
    if (!own.adds_up || !other.adds_up)
        return no_split(REASON_INCONSISTENT_INPUT, false);
    bool is_share = indicator->measure == MEASURE_SHARE;
    bool inside = comparison->comparator->role == AREA_MUNICIPALITY;
    struct kitagawa split = standardise_kitagawa(&own.strata, &other.strata);
    standardise_kitagawa_errors(&own.strata, &other.strata, is_share ? CHANCE_SHARE : CHANCE_EVENTS,
                                inside ? STRATA_WITHIN : STRATA_APART, &split);
    if (split.reason != REASON_NONE)
        return no_split(split.reason, false);
    double factor = indicator->factor;
    bool few = has_few(&own, indicator->measure) || has_few(&other, indicator->measure);
    return (struct age_split){
        .standardised = standardise(indicator, &own, &other, confidence),
        .rates =
            normal(METHOD_KITAGAWA, factor * split.rate_effect + own.shown_more - other.shown_more,
                   factor * split.rate_error, few, confidence),
        .ages = normal(METHOD_KITAGAWA, factor * split.composition_effect,
                       factor * split.composition_error, few, confidence)};
}

/* --- the findings ----------------------------------------------------------------------------- */

/* The statistics of a split, and the estimate that each is of. */
static const struct {
    enum statistic yearly, change;
} effects[] = {{STATISTIC_AGE_RATE_EFFECT, STATISTIC_AGE_RATE_CHANGE},
               {STATISTIC_AGE_COMPOSITION_EFFECT, STATISTIC_AGE_COMPOSITION_CHANGE}};
#define EFFECTS (sizeof effects / sizeof *effects)

static struct estimate estimate_of(const struct age_split *split, enum statistic statistic)
{
    if (statistic == STATISTIC_AGE_STANDARDISED)
        return split->standardised;
    return statistic == STATISTIC_AGE_RATE_EFFECT ? split->rates : split->ages;
}

static void add_yearly(struct finding_list *list, const struct released_series *series,
                       const struct area *comparator, const struct age_split *splits,
                       enum statistic statistic)
{
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        finding_list_add(list, (struct finding){.indicator = cell->indicator,
                                                .area = cell->area,
                                                .comparator = comparator,
                                                .statistic = statistic,
                                                .from = cell->period,
                                                .to = cell->period,
                                                .periods = 1,
                                                .hidden = splits[i].hidden,
                                                .estimate = estimate_of(&splits[i], statistic)});
    }
}

/* The split of one of a change's periods by the groups that both its periods have. */
static struct age_split split_of(const struct finding_list *list, const struct finding *change,
                                 struct period period)
{
    const struct area *area = change->area, *comparator = change->comparator;
    const struct age_place places[] = {{area, change->from},
                                       {comparator, change->from},
                                       {area, change->to},
                                       {comparator, change->to}};
    const struct age_comparison comparison = {change->indicator, area, comparator, period};
    struct age_partition partition =
        age_partition_find(list->arena, list->table, change->indicator, places, 4);
    return age_split_make(list->arena, list->table, &comparison, &partition, list->confidence);
}

/* The two parts of gap_change: of its two periods, or none for its reason. */
static void add_changes(struct finding_list *list, const struct finding *gap_change)
{
    struct finding change = *gap_change;
    bool there = change.estimate.state != ESTIMATE_UNDEFINED;
    struct age_split before = {0}, after = {0};
    if (there) {
        before = split_of(list, &change, change.from);
        after = split_of(list, &change, change.to);
        change.hidden = before.hidden || after.hidden;
    }
    for (size_t i = 0; i < EFFECTS; i++) {
        change.statistic = effects[i].change;
        if (there)
            change.estimate = difference_mover(METHOD_MOVER, estimate_of(&after, effects[i].yearly),
                                               estimate_of(&before, effects[i].yearly));
        finding_list_add(list, change);
    }
}

void age_structure_findings(struct finding_list *list, const struct indicator *indicator,
                            const struct area *area)
{
    struct released_series series = released_series(list->table, indicator, area);
    bool is_area = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
    if (!is_area || !measure_has_counts(indicator->measure) || series.count == 0 ||
        !age_groups_given(list->table, indicator, area))
        return;
    const struct area *comparator = gap_comparator(list->table, indicator, area);
    if (!comparator)
        return;
    struct age_split *splits = arena_alloc(list->arena, series.count, sizeof *splits);
    for (size_t i = 0; i < series.count; i++) {
        struct period period = series.cells[i].period;
        const struct age_place places[] = {{area, period}, {comparator, period}};
        const struct age_comparison comparison = {indicator, area, comparator, period};
        struct age_partition partition =
            age_partition_find(list->arena, list->table, indicator, places, 2);
        splits[i] =
            age_split_make(list->arena, list->table, &comparison, &partition, list->confidence);
    }
    add_yearly(list, &series, comparator, splits, STATISTIC_AGE_STANDARDISED);
    for (size_t i = 0; i < EFFECTS; i++)
        add_yearly(list, &series, comparator, splits, effects[i].yearly);
    const struct finding *change = finding_list_find(list, indicator, area, STATISTIC_GAP_CHANGE);
    if (change)
        add_changes(list, change);
}
