/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_structure.h"

#include <math.h>

#include "pejling/findings/gap_series.h"
#include "pejling/findings/trend.h"
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

static bool has_few(const struct side *side, enum measure measure)
{
    bool few_without = measure == MEASURE_SHARE && side->persons - side->counted < FEWEST;
    return side->counted < FEWEST || few_without;
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
        return shifted(estimate_scale(rate, factor), own->shown_more);
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

/* One effect as a series: which two periods a change is of, and why there is none. */
static struct yearly_series effect_series(struct arena *arena, const struct released_series *series,
                                          const struct area *comparator,
                                          const struct age_split *splits, enum statistic statistic)
{
    struct yearly *items = arena_alloc(arena, series->count + 1, sizeof *items);
    for (size_t i = 0; i < series->count; i++)
        items[i] = (struct yearly){series->cells[i].period, series->cells[i].time, splits[i].hidden,
                                   estimate_of(&splits[i], statistic)};
    return (struct yearly_series){series->cells->indicator, series->cells->area, comparator, items,
                                  series->count};
}

/* The change by the groups that both its periods have. */
static struct estimate change_of(const struct finding_list *list, const struct finding *change,
                                 enum statistic yearly)
{
    const struct area *area = change->area, *comparator = change->comparator;
    const struct age_place places[] = {{area, change->from},
                                       {comparator, change->from},
                                       {area, change->to},
                                       {comparator, change->to}};
    struct age_partition partition =
        age_partition_find(list->arena, list->table, change->indicator, places, 4);
    const struct age_comparison first = {change->indicator, area, comparator, change->from};
    const struct age_comparison last = {change->indicator, area, comparator, change->to};
    struct age_split before =
        age_split_make(list->arena, list->table, &first, &partition, list->confidence);
    struct age_split after =
        age_split_make(list->arena, list->table, &last, &partition, list->confidence);
    return difference_mover(METHOD_MOVER, estimate_of(&after, yearly),
                            estimate_of(&before, yearly));
}

static void add_change(struct finding_list *list, const struct released_series *series,
                       const struct area *comparator, const struct age_split *splits, size_t effect)
{
    struct yearly_series yearly =
        effect_series(list->arena, series, comparator, splits, effects[effect].yearly);
    struct finding change = trend_change(list->table, &yearly, effects[effect].change);
    if (change.estimate.state != ESTIMATE_UNDEFINED)
        change.estimate = change_of(list, &change, effects[effect].yearly);
    finding_list_add(list, change);
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
    for (size_t i = 0; i < EFFECTS; i++)
        add_change(list, &series, comparator, splits, i);
}
