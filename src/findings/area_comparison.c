/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/area_comparison.h"

#include <math.h>

#include "pejling/findings/level.h"
#include "pejling/findings/pooled_areas.h"
#include "pejling/findings/trend.h"
#include "pejling/stats/heterogeneity.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/line.h"

#define EVERYBODY 1e12 /* answers, where all persons answered: chance has no part in it */

/* What is compared: the same for the rows of all areas of a municipality. */
struct comparison {
    struct finding_list *list;
    const struct indicator *indicator;
    struct compared_areas all, open; /* those with a series, those open in the period */
    struct period period;            /* unknown where no two are open together */
    double confidence;               /* of each of the pairs' intervals */
    struct period from, to;          /* the slopes' first and last period */
    size_t periods;
    enum reason slopes_reason; /* why there are none */
    bool slopes_hidden;        /* for a hidden figure */
    struct area_slope *slopes; /* of the open areas */
};

static const struct released_cell *cell_of(const struct comparison *comparison,
                                           const struct area *area, struct period period)
{
    return released_cell(comparison->list->table, comparison->indicator, area, period);
}

static bool is_open(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_OPEN;
}

/* Whether disclosure control hides a figure of one of the areas. */
static bool some_hidden(const struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->all.count; i++) {
        struct released_series series = released_series(
            comparison->list->table, comparison->indicator, comparison->all.items[i]);
        for (size_t j = 0; j < series.count; j++)
            if (series.cells[j].release == RELEASE_HIDDEN)
                return true;
    }
    return false;
}

/* ---- The areas' own slopes over the same periods ----------------------------------------------
 */

/* The latest break of any of the areas. */
static double segment_start(const struct comparison *comparison, double last)
{
    double start = -HUGE_VAL;
    for (size_t i = 0; i < comparison->open.count; i++)
        start = fmax(start, trend_segment_start(comparison->list->table, comparison->indicator,
                                                comparison->open.items[i], NULL, last));
    return start;
}

/* Whether all of them have a figure; notes it where one is hidden. */
static bool all_open(struct comparison *comparison, struct period period)
{
    bool open = true;
    for (size_t i = 0; i < comparison->open.count; i++) {
        const struct released_cell *cell = cell_of(comparison, comparison->open.items[i], period);
        open = open && is_open(cell);
        comparison->slopes_hidden =
            comparison->slopes_hidden || (cell && cell->release == RELEASE_HIDDEN);
    }
    return open;
}

static void fit_slopes(struct comparison *comparison, const struct period *periods)
{
    struct arena *arena = comparison->list->arena;
    size_t n = comparison->periods;
    double *x = arena_alloc(arena, 2 * n + 1, sizeof *x), *y = x + n;
    for (size_t i = 0; i < comparison->open.count; i++) {
        for (size_t j = 0; j < n; j++) {
            const struct released_cell *cell =
                cell_of(comparison, comparison->open.items[i], periods[j]);
            x[j] = cell->time;
            y[j] = cell->value;
        }
        struct line line = line_fit(x, y, n, comparison->list->confidence);
        comparison->slopes[i] =
            (struct area_slope){line.slope.value, line.standard_error, (double)n - 2};
    }
}

static void compare_slopes(struct comparison *comparison)
{
    struct arena *arena = comparison->list->arena;
    struct released_series series =
        released_series(comparison->list->table, comparison->indicator, comparison->open.items[0]);
    struct period *periods = arena_alloc(arena, series.count + 1, sizeof *periods);
    double last = period_time(comparison->period, comparison->indicator->reporting);
    double start = segment_start(comparison, last);
    size_t earlier = 0;
    comparison->slopes = arena_alloc(arena, comparison->open.count, sizeof *comparison->slopes);
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = &series.cells[i];
        if (!isfinite(cell->time))
            continue;
        if (cell->time < start)
            earlier++;
        else if (all_open(comparison, cell->period))
            periods[comparison->periods++] = cell->period;
    }
    if (comparison->periods) {
        comparison->from = periods[0];
        comparison->to = periods[comparison->periods - 1];
    }
    bool enough = comparison->periods >= AREA_COMPARISON_PERIODS;
    comparison->slopes_hidden = comparison->slopes_hidden && !enough;
    if (!comparison->indicator->has_trend)
        comparison->slopes_reason = REASON_NO_TREND;
    else if (!enough)
        comparison->slopes_reason = comparison->slopes_hidden ? REASON_SUPPRESSED
                                    : earlier                 ? REASON_SERIES_BREAK
                                                              : REASON_TOO_FEW_YEARS;
    else
        fit_slopes(comparison, periods);
}

static struct comparison compare(struct finding_list *list, const struct indicator *indicator,
                                 struct compared_areas all)
{
    struct comparison comparison = {.list = list, .indicator = indicator, .all = all};
    comparison.slopes_reason = REASON_INCOMPLETE;
    if (compared_areas_latest(list->table, comparison.all, indicator, &comparison.period)) {
        comparison.open = compared_areas_open(list->arena, list->table, comparison.all, indicator,
                                              comparison.period);
        comparison.slopes_reason = REASON_NONE;
        compare_slopes(&comparison);
    } else if (some_hidden(&comparison)) {
        comparison.slopes_reason = REASON_SUPPRESSED;
        comparison.slopes_hidden = true;
    }
    double n = (double)comparison.open.count, pairs = fmax(1, n * (n - 1) / 2);
    comparison.confidence = 1 - (1 - list->confidence) / pairs;
    return comparison;
}

static struct finding new_finding(const struct comparison *comparison, const struct area *area,
                                  enum statistic statistic)
{
    return (struct finding){.indicator = comparison->indicator,
                            .area = area,
                            .statistic = statistic,
                            .from = comparison->period,
                            .to = comparison->period,
                            .periods = comparison->open.count > 0,
                            .compared = comparison->open.count};
}

/* ---- At the total: do they differ? ------------------------------------------------------------
 */

static void add_pooled(const struct comparison *comparison, const struct area *total)
{
    struct finding_list *list = comparison->list;
    struct pooled_areas pooled = pooled_areas_judge(list->arena, list->table, list->verdicts,
                                                    comparison->indicator, total->part_of);
    struct finding finding = {.indicator = comparison->indicator,
                              .area = total,
                              .comparator = pooled.comparator,
                              .statistic = STATISTIC_POOLED_GAP_SLOPE,
                              .confidence = verdict_rule()->confidence,
                              .from = pooled.from,
                              .to = pooled.to,
                              .periods = pooled.periods,
                              .compared = pooled.areas.count,
                              .estimate = pooled.slope};
    bool has_slope = pooled.slope.state == ESTIMATE_INTERVAL;
    finding.has_p = has_slope;
    finding.p = has_slope ? pooled.p : 0;
    finding.hidden = pooled.hidden && !has_slope;
    finding.text = has_slope ? compared_areas_codes(list->arena, pooled.areas) : NULL;
    finding_list_add(list, finding);
    finding.statistic = STATISTIC_POOLED_VERDICT;
    finding.estimate = estimate_undefined(pooled.reason);
    finding.has_p = false;
    finding.p = 0;
    finding.hidden = pooled.hidden;
    finding.text = verdict_code(pooled.verdict);
    finding_list_add(list, finding);
}

/* A test's result: its statistic, without an interval, and its p where it has one. */
static void set_test(struct finding *finding, enum method method, double statistic, double p)
{
    finding->estimate = estimate_point(method, statistic, REASON_NOT_APPLICABLE);
    finding->has_p = true;
    finding->p = p;
}

static struct area_count count_of(const struct released_cell *cell)
{
    double n = cell->denominator;
    if (cell->indicator->measure == MEASURE_SURVEY)
        n = fmin(EVERYBODY, survey_effective_answers(n, cell->design_effect, cell->population));
    double x = cell->value / cell->indicator->factor * n;
    bool persons = cell->indicator->measure != MEASURE_RATE;
    return (struct area_count){persons ? fmin(x, n) : x, n};
}

static void test_counts(const struct comparison *comparison, struct finding *finding)
{
    size_t n = comparison->open.count;
    enum measure measure = comparison->indicator->measure;
    struct area_count *counts = arena_alloc(comparison->list->arena, 2 * n, sizeof *counts);
    struct area_count *whole = counts + n;
    for (size_t i = 0; i < n; i++) {
        counts[i] = count_of(cell_of(comparison, comparison->open.items[i], comparison->period));
        whole[i] = (struct area_count){round(counts[i].x), round(counts[i].n)};
    }
    struct level_heterogeneity result = measure == MEASURE_RATE
                                            ? heterogeneity_of_rates(counts, n)
                                            : heterogeneity_of_levels(counts, n);
    finding->estimate = estimate_undefined(result.reason);
    if (result.reason)
        return;
    set_test(finding, METHOD_CHI_SQUARED, result.chi_squared, result.p);
    if (!(result.smallest_expected < HETEROGENEITY_EXPECTED))
        return;
    struct level_heterogeneity exact = heterogeneity_of_levels(whole, n);
    finding->has_p = measure == MEASURE_SHARE && !exact.reason && exact.has_exact;
    finding->p = finding->has_p ? exact.exact_p : 0;
    finding->estimate.method = finding->has_p ? METHOD_FREEMAN_HALTON : METHOD_CHI_SQUARED;
    finding->estimate.reason = finding->has_p ? REASON_NOT_APPLICABLE : REASON_TOO_FEW_EVENTS;
}

static void test_f(const struct area_slope *slopes, size_t n, enum method method,
                   struct finding *finding)
{
    struct slope_heterogeneity result = heterogeneity_of_slopes(slopes, n);
    finding->estimate = estimate_undefined(result.reason ? result.reason : REASON_NO_SPREAD);
    if (!result.reason && result.has_welch)
        set_test(finding, method, result.welch_f, result.welch_p);
}

static void test_means(const struct comparison *comparison, struct finding *finding)
{
    size_t n = comparison->open.count;
    struct area_slope *means = arena_alloc(comparison->list->arena, n, sizeof *means);
    for (size_t i = 0; i < n; i++) {
        const struct released_cell *cell =
            cell_of(comparison, comparison->open.items[i], comparison->period);
        double error = cell->spread > 0 ? cell->spread / sqrt(cell->denominator) : 0;
        means[i] = (struct area_slope){cell->value, error, cell->denominator - 1};
    }
    test_f(means, n, METHOD_WELCH_MEANS, finding);
}

static void add_level_heterogeneity(const struct comparison *comparison, const struct area *total)
{
    struct finding finding = new_finding(comparison, total, STATISTIC_LEVEL_HETEROGENEITY);
    if (!comparison->open.count) {
        finding.hidden = comparison->slopes_hidden;
        finding.estimate = estimate_undefined(comparison->slopes_reason);
    } else if (comparison->indicator->measure == MEASURE_VALUE) {
        finding.estimate = estimate_undefined(REASON_NO_COUNTS);
    } else if (comparison->indicator->measure == MEASURE_MEAN) {
        test_means(comparison, &finding);
    } else {
        test_counts(comparison, &finding);
    }
    if (finding.estimate.state != ESTIMATE_UNDEFINED)
        finding.text = compared_areas_codes(comparison->list->arena, comparison->open);
    finding_list_add(comparison->list, finding);
}

static void set_slope_periods(const struct comparison *comparison, struct finding *finding)
{
    finding->from = comparison->from;
    finding->to = comparison->to;
    finding->periods = comparison->periods;
    finding->hidden = comparison->slopes_hidden;
    finding->estimate = estimate_undefined(comparison->slopes_reason);
}

static void add_slope_heterogeneity(const struct comparison *comparison, const struct area *total)
{
    struct finding finding = new_finding(comparison, total, STATISTIC_SLOPE_HETEROGENEITY);
    set_slope_periods(comparison, &finding);
    if (!comparison->slopes_reason)
        test_f(comparison->slopes, comparison->open.count, METHOD_WELCH_SLOPES, &finding);
    if (finding.estimate.state != ESTIMATE_UNDEFINED)
        finding.text = compared_areas_codes(comparison->list->arena, comparison->open);
    finding_list_add(comparison->list, finding);
}

/* ---- At each area: its pairs and its rank -----------------------------------------------------
 */

static struct estimate difference(const struct comparison *comparison, const struct area *area,
                                  const struct area *other)
{
    return gap_to_rest(cell_of(comparison, area, comparison->period),
                       cell_of(comparison, other, comparison->period), comparison->confidence);
}

static bool is_hidden_at(const struct comparison *comparison, const struct area *area)
{
    const struct released_cell *cell = cell_of(comparison, area, comparison->period);
    return cell && cell->release == RELEASE_HIDDEN;
}

static void add_level_difference(const struct comparison *comparison, const struct area *area,
                                 const struct area *other)
{
    struct finding finding = new_finding(comparison, area, STATISTIC_LEVEL_DIFFERENCE);
    finding.comparator = other;
    finding.confidence = comparison->confidence;
    finding.hidden = is_hidden_at(comparison, area) || is_hidden_at(comparison, other);
    finding.estimate = difference(comparison, area, other);
    if (!comparison->open.count) {
        finding.hidden = comparison->slopes_hidden;
        finding.estimate = estimate_undefined(comparison->slopes_reason);
    }
    finding_list_add(comparison->list, finding);
}

/* Its place among the open areas; their number where it is not one. */
static size_t place_of(const struct compared_areas *open, const struct area *area)
{
    size_t place = 0;
    while (place < open->count && open->items[place] != area)
        place++;
    return place;
}

/* The test of one pair of open areas, adjusted for those of all the others. */
static struct family_member adjusted(const struct comparison *comparison, size_t first,
                                     size_t second)
{
    size_t n = comparison->open.count, count = 0, own = 0;
    struct family_member *tests =
        arena_alloc(comparison->list->arena, n * (n - 1) / 2 + 1, sizeof *tests);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            struct difference_test test = heterogeneity_of_pair(
                comparison->slopes[i], comparison->slopes[j], comparison->confidence);
            own = i == first && j == second ? count : own;
            tests[count++] = (struct family_member){.is_tested = test.has_p, .p = test.p};
        }
    multiplicity_adjust(tests, count);
    return tests[own];
}

static void add_slope_difference(const struct comparison *comparison, const struct area *area,
                                 const struct area *other)
{
    size_t a = place_of(&comparison->open, area), b = place_of(&comparison->open, other);
    struct finding finding = new_finding(comparison, area, STATISTIC_SLOPE_DIFFERENCE);
    finding.comparator = other;
    finding.confidence = comparison->confidence;
    set_slope_periods(comparison, &finding);
    if (!finding.estimate.reason && (a >= comparison->open.count || b >= comparison->open.count)) {
        /* Its latest figure is not there, so the others are compared without it. */
        finding.estimate = difference(comparison, area, other);
        finding.hidden = is_hidden_at(comparison, area) || is_hidden_at(comparison, other);
    } else if (!finding.estimate.reason) {
        struct difference_test test = heterogeneity_of_pair(
            comparison->slopes[a], comparison->slopes[b], comparison->confidence);
        struct family_member member = adjusted(comparison, a, b);
        finding.estimate = test.difference;
        finding.has_p = finding.has_p_adjusted = test.has_p;
        finding.p = test.has_p ? test.p : 0;
        finding.p_adjusted = test.has_p ? member.holm : 0;
    }
    finding_list_add(comparison->list, finding);
}

/* The rank among the open areas, and the ranks that their differences leave open. */
static struct estimate rank_of(const struct comparison *comparison, const struct area *area)
{
    double good = comparison->indicator->polarity == POLARITY_UP ? 1 : -1;
    double rank = 1, best = 1, worst = (double)comparison->open.count;
    for (size_t i = 0; i < comparison->open.count; i++) {
        const struct area *other = comparison->open.items[i];
        if (other == area)
            continue;
        struct estimate ahead = difference(comparison, other, area);
        if (ahead.state != ESTIMATE_INTERVAL)
            return estimate_undefined(ahead.reason);
        rank += good * ahead.value > 0;
        best += good > 0 ? ahead.lower > 0 : ahead.upper < 0;
        worst -= good > 0 ? ahead.upper < 0 : ahead.lower > 0;
    }
    return estimate_interval(METHOD_RANK_PAIRS, rank, best, worst);
}

static void add_rank(const struct comparison *comparison, const struct area *area)
{
    struct finding finding = new_finding(comparison, area, STATISTIC_RANK);
    const struct released_cell *cell = cell_of(comparison, area, comparison->period);
    if (comparison->indicator->polarity == POLARITY_NEUTRAL) {
        finding.estimate = estimate_undefined(REASON_NOT_APPLICABLE);
    } else if (!comparison->open.count) {
        finding.hidden = comparison->slopes_hidden;
        finding.estimate = estimate_undefined(comparison->slopes_reason);
    } else if (!is_open(cell)) {
        finding.hidden = is_hidden_at(comparison, area);
        finding.estimate = estimate_undefined(cell ? cell->reason : REASON_MISSING);
    } else {
        finding.estimate = rank_of(comparison, area);
    }
    finding_list_add(comparison->list, finding);
}

static void add_pairs(const struct comparison *comparison, const struct area *area)
{
    static void (*const adders[])(const struct comparison *, const struct area *,
                                  const struct area *) = {add_level_difference,
                                                          add_slope_difference};
    for (size_t i = 0; i < sizeof adders / sizeof *adders; i++)
        for (size_t j = place_of(&comparison->all, area) + 1; j < comparison->all.count; j++)
            adders[i](comparison, area, comparison->all.items[j]);
    if (place_of(&comparison->all, area) < comparison->all.count)
        add_rank(comparison, area);
}

void area_comparison_findings(struct finding_list *list, const struct indicator *indicator,
                              const struct area *area)
{
    bool is_total = area->role == AREA_TOTAL;
    if (!is_total && area->role != AREA_ESTATE)
        return;
    const struct compared_areas all =
        compared_areas_all(list->arena, list->table, indicator, area->part_of);
    if (all.count < 2 || (!is_total && all.count > AREA_COMPARISON_PAIRS))
        return;
    const struct comparison comparison = compare(list, indicator, all);
    if (is_total) {
        add_pooled(&comparison, area);
        add_level_heterogeneity(&comparison, area);
        add_slope_heterogeneity(&comparison, area);
    } else {
        add_pairs(&comparison, area);
    }
}
