/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/findings.h"

#include <math.h>

#include "pejling/findings/age_structure.h"
#include "pejling/findings/area_comparison.h"
#include "pejling/findings/before_after_findings.h"
#include "pejling/findings/finding_list.h"
#include "pejling/findings/further_comparators.h"
#include "pejling/findings/level.h"
#include "pejling/findings/move_split.h"
#include "pejling/findings/planning.h"
#include "pejling/findings/trend.h"
#include "pejling/findings/verdict_findings.h"
#include "pejling/findings/yearly_findings.h"

/* What there is one finding of. */
enum statistic_per { PER_AREA, PER_PERIOD, PER_PAIR, PER_PAIR_AND_PERIOD };

static const struct {
    const char *code;
    enum statistic_unit unit;
    enum statistic_per per; /* an area, one of its periods, or a comparator of it */
} statistics[] = {
    [STATISTIC_LEVEL] = {"level", UNIT_LEVEL, PER_PERIOD},
    [STATISTIC_GAP] = {"gap", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_GAP_REST] = {"gap_rest", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_RATIO] = {"ratio", UNIT_NONE, PER_PERIOD},
    [STATISTIC_LEVEL_SLOPE] = {"level_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_GAP_SLOPE] = {"gap_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_VERDICT_SLOPE] = {"verdict_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_VERDICT] = {"verdict", UNIT_NONE, PER_AREA},
    [STATISTIC_VERDICT_STRENGTH] = {"verdict_strength", UNIT_NONE, PER_AREA},
    [STATISTIC_VERDICT_DIRECTION] = {"verdict_direction", UNIT_NONE, PER_AREA},
    [STATISTIC_GAP_CHANGE] = {"gap_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_THEIL_SEN] = {"theil_sen", UNIT_SLOPE, PER_AREA},
    [STATISTIC_GAP_THEIL_SEN] = {"gap_theil_sen", UNIT_SLOPE, PER_AREA},
    [STATISTIC_MANN_KENDALL_S] = {"mann_kendall_s", UNIT_NONE, PER_AREA},
    [STATISTIC_CLOSING_RATE] = {"closing_rate", UNIT_RATE, PER_AREA},
    [STATISTIC_YEARS_TO_PARITY] = {"years_to_parity", UNIT_YEARS, PER_AREA},
    [STATISTIC_DETECTABLE_SLOPE] = {"detectable_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_DETERMINABLE_YEAR] = {"determinable_year", UNIT_NONE, PER_AREA},
    [STATISTIC_LEVEL_CHANGE] = {"level_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_POOLED_LEVEL] = {"pooled_level", UNIT_LEVEL, PER_PERIOD},
    [STATISTIC_TARGET] = {"target", UNIT_LEVEL, PER_AREA},
    [STATISTIC_TARGET_VALUE] = {"target_value", UNIT_LEVEL, PER_AREA},
    [STATISTIC_MEANINGFUL_SLOPE] = {"meaningful_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_RESPONSE_RATE] = {"response_rate", UNIT_PERCENT, PER_PERIOD},
    [STATISTIC_EXPOSURE] = {"exposure", UNIT_PERCENT, PER_PERIOD},
    [STATISTIC_MEAN_GAP_BEFORE] = {"mean_gap_before", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_MEAN_GAP_AFTER] = {"mean_gap_after", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_BEFORE_AFTER_MEAN] = {"before_after_mean", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_BEFORE_AFTER_STEP] = {"before_after_step", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_GAP_SLOPE_BEFORE] = {"gap_slope_before", UNIT_SLOPE, PER_AREA},
    [STATISTIC_PLACEBO_CHANGE] = {"placebo_change", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_PLACEBO_SHARE] = {"placebo_share", UNIT_PERCENT, PER_AREA},
    [STATISTIC_BREAKDOWN] = {"breakdown", UNIT_NONE, PER_AREA},
    [STATISTIC_REGRESSION_TO_MEAN] = {"regression_to_mean", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_REGRESSION_TO_MEAN_YEAR] = {"regression_to_mean_year", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_GAP_CHANGE_AREA] = {"gap_change_area", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_GAP_CHANGE_COMPARATOR] = {"gap_change_comparator", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_GAP_CHANGE_MOVED] = {"gap_change_moved", UNIT_NONE, PER_AREA},
    [STATISTIC_POOLED_GAP_SLOPE] = {"pooled_gap_slope", UNIT_SLOPE, PER_AREA},
    [STATISTIC_POOLED_VERDICT] = {"pooled_verdict", UNIT_NONE, PER_AREA},
    [STATISTIC_LEVEL_HETEROGENEITY] = {"level_heterogeneity", UNIT_NONE, PER_AREA},
    [STATISTIC_SLOPE_HETEROGENEITY] = {"slope_heterogeneity", UNIT_NONE, PER_AREA},
    [STATISTIC_LEVEL_DIFFERENCE] = {"level_difference", UNIT_DIFFERENCE, PER_PAIR},
    [STATISTIC_SLOPE_DIFFERENCE] = {"slope_difference", UNIT_SLOPE, PER_PAIR},
    [STATISTIC_RANK] = {"rank", UNIT_NONE, PER_AREA},
    [STATISTIC_FURTHER_GAP] = {"further_gap", UNIT_DIFFERENCE, PER_PAIR_AND_PERIOD},
    [STATISTIC_FURTHER_GAP_SLOPE] = {"further_gap_slope", UNIT_SLOPE, PER_PAIR},
    [STATISTIC_FURTHER_GAP_CHANGE] = {"further_gap_change", UNIT_DIFFERENCE, PER_PAIR},
    [STATISTIC_AGE_STANDARDISED] = {"age_standardised", UNIT_LEVEL, PER_PERIOD},
    [STATISTIC_AGE_RATE_EFFECT] = {"age_rate_effect", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_AGE_COMPOSITION_EFFECT] = {"age_composition_effect", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_AGE_RATE_CHANGE] = {"age_rate_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_AGE_COMPOSITION_CHANGE] = {"age_composition_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_STAYERS_CHANGE] = {"stayers_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_MOVES_CHANGE] = {"moves_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_MOVERS_DIFFERENCE] = {"movers_difference", UNIT_DIFFERENCE, PER_PERIOD},
    [STATISTIC_DETECTABLE_CHANGE] = {"detectable_change", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_DETECTABLE_CHANGE_YEARS] = {"detectable_change_years", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_DETECTABLE_CHANGE_AREAS] = {"detectable_change_areas", UNIT_DIFFERENCE, PER_AREA},
    [STATISTIC_VERDICT_YEAR] = {"verdict_year", UNIT_NONE, PER_AREA},
};
_Static_assert(sizeof statistics / sizeof *statistics == STATISTIC_COUNT, "one row each");

const char *statistic_code(enum statistic statistic)
{
    return statistics[statistic].code;
}

enum statistic_unit statistic_unit(enum statistic statistic)
{
    return statistics[statistic].unit;
}

const struct period *finding_period(const struct finding *finding)
{
    if (finding->outlook)
        return &finding->outlook->target->period;
    enum statistic_per per = statistics[finding->statistic].per;
    bool several = per == PER_PERIOD || per == PER_PAIR_AND_PERIOD;
    return several ? &finding->from : NULL;
}

const struct area *finding_other(const struct finding *finding)
{
    enum statistic_per per = statistics[finding->statistic].per;
    return per == PER_PAIR || per == PER_PAIR_AND_PERIOD ? finding->comparator : NULL;
}

static struct estimate level_alone(const struct released_cell *cell,
                                   const struct released_cell *other, double confidence)
{
    (void)other;
    return level_estimate(cell, confidence);
}

/* What an area's levels and gaps say as a whole. */
static void add_trends(struct finding_list *list, const struct yearly_series *levels,
                       const struct yearly_series *gaps)
{
    static const enum statistic judged[] = {STATISTIC_VERDICT_SLOPE, STATISTIC_VERDICT,
                                            STATISTIC_VERDICT_STRENGTH,
                                            STATISTIC_VERDICT_DIRECTION};
    static const enum statistic dated[] = {STATISTIC_CLOSING_RATE, STATISTIC_YEARS_TO_PARITY,
                                           STATISTIC_DETECTABLE_SLOPE, STATISTIC_DETERMINABLE_YEAR};
    struct arena *arena = list->arena;
    const struct released_table *table = list->table;
    double confidence = list->confidence;
    const struct gap_verdict *verdict = verdict_of(list->verdicts, levels->indicator, levels->area);
    finding_list_add(list, trend_slope(arena, table, levels, STATISTIC_LEVEL_SLOPE, confidence));
    finding_list_add(list, trend_slope(arena, table, gaps, STATISTIC_GAP_SLOPE, confidence));
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
        finding_list_add(list, verdict_finding(verdict, judged[i]));
    finding_list_add(list, trend_change(table, gaps, STATISTIC_GAP_CHANGE));
    finding_list_add(list, trend_theil_sen(arena, table, levels, STATISTIC_THEIL_SEN, confidence));
    finding_list_add(list,
                     trend_theil_sen(arena, table, gaps, STATISTIC_GAP_THEIL_SEN, confidence));
    finding_list_add(list, trend_mann_kendall(arena, table, gaps));
    for (size_t i = 0; i < sizeof dated / sizeof *dated; i++)
        finding_list_add(list, verdict_finding(verdict, dated[i]));
    finding_list_add(list, trend_change(table, levels, STATISTIC_LEVEL_CHANGE));
}

/* Three years together, where the table offers them. */
static void add_pools(struct finding_list *list, const struct released_series *series)
{
    const struct released_table *table = list->table;
    for (size_t i = 0; i < table->pool_count; i++) {
        const struct released_pool *pool = &table->pools[i];
        if (pool->indicator != series->cells->indicator || pool->area != series->cells->area)
            continue;
        const struct released_cell together = {.indicator = pool->indicator,
                                               .area = pool->area,
                                               .value = pool->value,
                                               .denominator = pool->denominator};
        struct finding finding = {.indicator = pool->indicator,
                                  .area = pool->area,
                                  .statistic = STATISTIC_POOLED_LEVEL,
                                  .from = pool->from,
                                  .to = pool->to};
        finding.periods = (size_t)(pool->to.year - pool->from.year) + 1;
        finding.estimate = level_estimate(&together, list->confidence);
        finding_list_add(list, finding);
    }
}

/* An area of the plan, or their total: compared with the municipality around it. */
static void add_compared(struct finding_list *list, const struct released_series *series)
{
    const struct released_table *table = list->table;
    const struct indicator *indicator = series->cells->indicator;
    const struct area *municipality = area_municipality(series->cells->area);
    const struct area *rest = catalogue_rest(table->catalogue, municipality);
    const struct yearly_comparison level = {STATISTIC_LEVEL, NULL, level_alone};
    const struct yearly_comparison gap = {STATISTIC_GAP, municipality, gap_to_whole};
    const struct yearly_comparison gap_rest = {STATISTIC_GAP_REST, rest, gap_to_rest};
    const struct yearly_comparison ratio = {STATISTIC_RATIO, rest, ratio_to_rest};
    /* Chosen once for the whole series, so that no step in it comes from a change of comparator. */
    const struct area *comparator = gap_comparator(table, indicator, series->cells->area);
    const struct yearly_comparison *followed = comparator == rest ? &gap_rest : &gap;
    if (list->summary) {
        struct yearly_series levels = yearly_ends(list, series, &level), gaps;
        if (followed == &gap) {
            gaps = yearly_ends(list, series, &gap);
            yearly_last(list, series, &gap_rest);
        } else {
            yearly_last(list, series, &gap);
            gaps = yearly_ends(list, series, &gap_rest);
        }
        yearly_last(list, series, &ratio);
        add_trends(list, &levels, &gaps);
        return;
    }
    struct yearly_series levels = yearly_findings(list, series, &level);
    struct yearly_series gaps = yearly_findings(list, series, &gap);
    struct yearly_series rest_gaps = yearly_findings(list, series, &gap_rest);
    yearly_findings(list, series, &ratio);
    add_trends(list, &levels, followed == &gap_rest ? &rest_gaps : &gaps);
    add_pools(list, series);
}

/* Everything else: its level, and for a whole area how that moved. */
static void add_alone(struct finding_list *list, const struct released_series *series)
{
    const struct yearly_comparison level = {STATISTIC_LEVEL, NULL, level_alone};
    bool is_section = series->cells->area->role == AREA_SECTION;
    if (list->summary && is_section) {
        yearly_last(list, series, &level);
        return;
    }
    struct yearly_series levels =
        list->summary ? yearly_ends(list, series, &level) : yearly_findings(list, series, &level);
    if (is_section)
        return;
    finding_list_add(list, trend_slope(list->arena, list->table, &levels, STATISTIC_LEVEL_SLOPE,
                                       list->confidence));
    finding_list_add(list, trend_change(list->table, &levels, STATISTIC_LEVEL_CHANGE));
}

static void add_series(struct finding_list *list, const struct released_series *series)
{
    if (series->count == 0)
        return;
    enum area_role role = series->cells->area->role;
    if (role == AREA_ESTATE || role == AREA_TOTAL)
        add_compared(list, series);
    else
        add_alone(list, series);
}

/* How a target stands, by the figure or the trend that decides it. */
static void add_outlook(struct finding_list *list, const struct target_outlook *outlook)
{
    struct finding finding = {.indicator = outlook->target->indicator,
                              .area = outlook->target->area,
                              .statistic = STATISTIC_TARGET,
                              .from = outlook->from,
                              .to = outlook->to,
                              .periods = outlook->periods,
                              .hidden = outlook->hidden,
                              .estimate = outlook->estimate,
                              .text = target_state_code(outlook->state),
                              .outlook = outlook};
    finding_list_add(list, finding);
}

/* The target itself. */
static void add_target_value(struct finding_list *list, const struct target_outlook *outlook)
{
    struct finding finding = {.indicator = outlook->target->indicator,
                              .area = outlook->target->area,
                              .statistic = STATISTIC_TARGET_VALUE,
                              .outlook = outlook};
    finding.estimate = estimate_point(METHOD_GIVEN, outlook->target->value, REASON_NOT_APPLICABLE);
    finding_list_add(list, finding);
}

/* What is said of an area's targets on an indicator, also where it has no figure. */
static void add_targets(struct finding_list *list, const struct indicator *indicator,
                        const struct area *area)
{
    static void (*const adders[])(struct finding_list *,
                                  const struct target_outlook *) = {add_outlook, add_target_value};
    for (size_t i = 0; i < sizeof adders / sizeof *adders; i++)
        for (size_t j = 0; j < list->targets->count; j++) {
            const struct target_outlook *outlook = &list->targets->items[j];
            if (outlook->target->indicator == indicator && outlook->target->area == area)
                adders[i](list, outlook);
        }
}

/* What the verdict takes for a change, where it rests on a slope. */
static void add_meaningful_slope(struct finding_list *list, const struct indicator *indicator,
                                 const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(list->verdicts, indicator, area);
    if (!verdict || !verdict->decides)
        return;
    struct finding finding = verdict_finding(verdict, STATISTIC_VERDICT_SLOPE);
    finding.statistic = STATISTIC_MEANINGFUL_SLOPE;
    finding.has_p = finding.has_p_adjusted = false;
    finding.estimate =
        estimate_point(METHOD_GIVEN, verdict->decides->judgement.delta, REASON_NOT_APPLICABLE);
    finding_list_add(list, finding);
}

static void add_response_rates(struct finding_list *list, const struct released_series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        if (cell->release != RELEASE_OPEN || !(cell->response_rate > 0))
            continue;
        struct finding finding = {.indicator = cell->indicator,
                                  .area = cell->area,
                                  .statistic = STATISTIC_RESPONSE_RATE,
                                  .from = cell->period,
                                  .to = cell->period,
                                  .periods = 1};
        finding.estimate = estimate_point(METHOD_GIVEN, cell->response_rate, REASON_NOT_APPLICABLE);
        finding_list_add(list, finding);
    }
}

/* Everything of one indicator in one area, in the order of statistics. */
static void add_area(struct finding_list *list, const struct indicator *indicator,
                     const struct area *area)
{
    struct released_series series = released_series(list->table, indicator, area);
    add_series(list, &series);
    add_targets(list, indicator, area);
    if (list->summary)
        return;
    add_meaningful_slope(list, indicator, area);
    add_response_rates(list, &series);
    before_after_findings(list, indicator, area);
    area_comparison_findings(list, indicator, area);
    further_comparator_findings(list, indicator, area);
    age_structure_findings(list, indicator, area);
    move_split_findings(list, indicator, area);
    planning_findings(list, indicator, area);
}

static struct findings compute(struct arena *arena, const struct released_table *table,
                               const struct verdict_tables *tables, bool summary)
{
    const struct catalogue *catalogue = table->catalogue;
    size_t slots = catalogue->indicator_count * catalogue->area_count;
    size_t *starts = arena_alloc(arena, slots + 1, sizeof *starts);
    struct verdicts verdicts = verdicts_compute(arena, table, tables);
    struct target_outlooks targets = target_outlooks_make(arena, table);
    struct finding_list list = {.arena = arena,
                                .table = table,
                                .verdicts = &verdicts,
                                .targets = &targets,
                                .chosen = summary ? NULL : chosen_areas_all(arena, &verdicts),
                                .summary = summary,
                                .confidence = catalogue->plan.confidence};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++) {
            add_area(&list, &catalogue->indicators[i], &catalogue->areas[j]);
            starts[i * catalogue->area_count + j + 1] = list.count;
        }
    return (struct findings){.table = table,
                             .confidence = list.confidence,
                             .verdicts = verdicts,
                             .targets = targets,
                             .rows = list.rows,
                             .count = list.count,
                             .starts = starts};
}

struct findings findings_compute(struct arena *arena, const struct released_table *table)
{
    return compute(arena, table, NULL, false);
}

struct findings findings_summarise(struct arena *arena, const struct released_table *table,
                                   const struct verdict_tables *tables)
{
    return compute(arena, table, tables, true);
}

/* A run of rows: one statistic of one indicator in one area. */
struct run {
    const struct finding *rows;
    size_t count;
};

static struct run find_run(const struct findings *findings, const struct indicator *indicator,
                           const struct area *area, enum statistic statistic)
{
    size_t slot = indicator->index * findings->table->catalogue->area_count + area->index;
    struct run run = {NULL, 0};
    for (size_t i = findings->starts[slot]; i < findings->starts[slot + 1]; i++) {
        if (findings->rows[i].statistic != statistic)
            continue;
        if (!run.rows)
            run.rows = &findings->rows[i];
        run.count++;
    }
    return run;
}

const struct finding *finding_against(const struct findings *findings,
                                      const struct indicator *indicator, const struct area *area,
                                      const struct area *other, enum statistic statistic,
                                      struct period period)
{
    struct run run = find_run(findings, indicator, area, statistic);
    for (size_t i = 0; i < run.count; i++) {
        const struct period *own = finding_period(&run.rows[i]);
        const struct area *against = finding_other(&run.rows[i]);
        if ((!own || period_compare(*own, period) == 0) && (!against || against == other))
            return run.rows + i;
    }
    return NULL;
}

const struct finding *finding_at(const struct findings *findings, const struct indicator *indicator,
                                 const struct area *area, enum statistic statistic,
                                 struct period period)
{
    return finding_against(findings, indicator, area, NULL, statistic, period);
}

const struct finding *finding_single(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic)
{
    const struct period none = {.kind = PERIOD_UNKNOWN};
    return finding_at(findings, indicator, area, statistic, none);
}

bool finding_has_value(const struct finding *finding)
{
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED;
}

bool finding_is_sure(const struct finding *finding)
{
    return finding && finding->estimate.state == ESTIMATE_INTERVAL &&
           (finding->estimate.lower > 0 || finding->estimate.upper < 0);
}

const struct finding *finding_latest(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic)
{
    struct run run = find_run(findings, indicator, area, statistic);
    for (size_t i = run.count; i-- > 0;)
        if (run.rows[i].estimate.state != ESTIMATE_UNDEFINED)
            return run.rows + i;
    return NULL;
}

const struct finding *finding_baseline(const struct findings *findings,
                                       const struct indicator *indicator, const struct area *area,
                                       enum statistic statistic)
{
    struct run run = find_run(findings, indicator, area, statistic);
    const struct plan *plan = &findings->table->catalogue->plan;
    for (size_t i = run.count; i-- > 0;) {
        const struct finding *row = run.rows + i;
        double time = period_time(row->from, indicator->reporting);
        if (row->estimate.state != ESTIMATE_UNDEFINED && isfinite(time) &&
            trend_is_baseline(plan, time))
            return row;
    }
    return NULL;
}
