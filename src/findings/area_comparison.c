/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/area_comparison.h"

#include <math.h>

#include "pejling/findings/area_slopes.h"
#include "pejling/findings/level.h"
#include "pejling/findings/pooled_areas.h"
#include "pejling/stats/heterogeneity.h"

/* Two areas and their slopes over the periods that these two have. */
struct pair {
    const struct area *first, *second;
    struct area_slopes slopes;
    struct difference_test test;
    struct family_member member; /* of the pairs that are tested */
};

/* What is compared: the same for the rows of all areas of a municipality. */
struct area_comparison {
    struct finding_list *list;
    const struct indicator *indicator;
    const struct area *municipality;
    struct compared_areas all, open; /* those with a series, those open in the period */
    struct period period;            /* unknown where no two are open together */
    enum reason reason;              /* why no two are, ... */
    bool hidden;                     /* for a hidden figure */
    struct area_slopes slopes;       /* of the open areas */
    double confidence;               /* of each of the pairs' intervals */
    struct pair *pairs;              /* of all areas; none where they are too many */
    size_t pair_count;
    const struct area_comparison *earlier; /* made before this one */
};

static const struct released_cell *cell_of(const struct area_comparison *comparison,
                                           const struct area *area, struct period period)
{
    return released_cell(comparison->list->table, comparison->indicator, area, period);
}

/* Whether disclosure control hides a figure of one of the areas. */
static bool some_hidden(const struct area_comparison *comparison)
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

/* ---- What is compared -------------------------------------------------------------------------
 */

static void add_pairs_of(struct area_comparison *comparison)
{
    struct finding_list *list = comparison->list;
    size_t n = comparison->all.count;
    comparison->pairs = arena_alloc(list->arena, n * (n - 1) / 2, sizeof *comparison->pairs);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            const struct area *two[] = {comparison->all.items[i], comparison->all.items[j]};
            const struct compared_areas areas = {two, 2};
            comparison->pairs[comparison->pair_count++] = (struct pair){
                .first = two[0],
                .second = two[1],
                .slopes = area_slopes_fit(list->arena, list->table, comparison->indicator, areas)};
        }
}

static size_t pairs_with_slopes(const struct area_comparison *comparison)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->pair_count; i++)
        count += comparison->pairs[i].slopes.items != NULL;
    return count;
}

/* Each pair's own test, and adjusted for all that are made. */
static void test_pairs(struct area_comparison *comparison)
{
    struct family_member *members =
        arena_alloc(comparison->list->arena, comparison->pair_count + 1, sizeof *members);
    for (size_t i = 0; i < comparison->pair_count; i++) {
        struct pair *pair = &comparison->pairs[i];
        const struct area_slope *slopes = pair->slopes.items;
        pair->test.difference = estimate_undefined(pair->slopes.reason);
        if (slopes)
            pair->test = heterogeneity_of_pair(slopes[0], slopes[1], comparison->confidence);
        members[i] = (struct family_member){.is_tested = pair->test.has_p, .p = pair->test.p};
    }
    multiplicity_adjust(members, comparison->pair_count);
    for (size_t i = 0; i < comparison->pair_count; i++)
        comparison->pairs[i].member = members[i];
}

static void compare_open(struct area_comparison *comparison)
{
    struct finding_list *list = comparison->list;
    if (compared_areas_latest(list->table, comparison->all, comparison->indicator,
                              &comparison->period)) {
        comparison->open = compared_areas_open(list->arena, list->table, comparison->all,
                                               comparison->indicator, comparison->period);
        comparison->slopes =
            area_slopes_fit(list->arena, list->table, comparison->indicator, comparison->open);
        return;
    }
    comparison->hidden = some_hidden(comparison);
    comparison->reason = comparison->hidden ? REASON_SUPPRESSED : REASON_INCOMPLETE;
    comparison->slopes.reason = comparison->reason;
    comparison->slopes.hidden = comparison->hidden;
}

static const struct area_comparison *compare(struct finding_list *list,
                                             const struct indicator *indicator,
                                             const struct area *municipality)
{
    struct area_comparison *comparison = arena_alloc(list->arena, 1, sizeof *comparison);
    *comparison = (struct area_comparison){
        .list = list,
        .indicator = indicator,
        .municipality = municipality,
        .all = compared_areas_all(list->arena, list->table, indicator, municipality),
        .earlier = list->comparisons};
    list->comparisons = comparison;
    if (comparison->all.count < 2)
        return comparison;
    compare_open(comparison);
    if (comparison->all.count <= AREA_COMPARISON_PAIRS)
        add_pairs_of(comparison);
    double n = (double)comparison->open.count, of_levels = n * (n - 1) / 2;
    double pairs = fmax(1, fmax(of_levels, (double)pairs_with_slopes(comparison)));
    comparison->confidence = 1 - (1 - list->confidence) / pairs;
    test_pairs(comparison);
    return comparison;
}

/* The same for all areas of a municipality, so it is made once; the latest are found first. */
static const struct area_comparison *comparison_of(struct finding_list *list,
                                                   const struct indicator *indicator,
                                                   const struct area *municipality)
{
    const struct area_comparison *made = list->comparisons;
    while (made && (made->indicator != indicator || made->municipality != municipality))
        made = made->earlier;
    return made ? made : compare(list, indicator, municipality);
}

static struct finding new_finding(const struct area_comparison *comparison, const struct area *area,
                                  enum statistic statistic)
{
    return (struct finding){.indicator = comparison->indicator,
                            .area = area,
                            .statistic = statistic,
                            .from = comparison->period,
                            .to = comparison->period,
                            .periods = comparison->open.count ? 1 : 0,
                            .compared = comparison->open.count};
}

/* ---- At the total: do they differ? ------------------------------------------------------------
 */

static void add_pooled(const struct area_comparison *comparison, const struct area *total)
{
    struct finding_list *list = comparison->list;
    struct pooled_areas pooled = pooled_areas_judge(
        list->arena, list->table, list->verdicts, comparison->indicator, comparison->municipality);
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

static void test_counts(const struct area_comparison *comparison, struct finding *finding)
{
    size_t n = comparison->open.count;
    enum measure measure = comparison->indicator->measure;
    struct area_count *counts = arena_alloc(comparison->list->arena, 2 * n, sizeof *counts);
    struct area_count *whole = counts + n;
    for (size_t i = 0; i < n; i++) {
        const struct released_cell *cell =
            cell_of(comparison, comparison->open.items[i], comparison->period);
        struct level_counts found = level_counts_of(cell);
        counts[i] = (struct area_count){found.x, found.n};
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

static void test_means(const struct area_comparison *comparison, struct finding *finding)
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

static void add_level_heterogeneity(const struct area_comparison *comparison,
                                    const struct area *total)
{
    struct finding finding = new_finding(comparison, total, STATISTIC_LEVEL_HETEROGENEITY);
    if (!comparison->open.count) {
        finding.hidden = comparison->hidden;
        finding.estimate = estimate_undefined(comparison->reason);
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

/* The periods of slopes, and why there are none. */
static void set_slopes(const struct area_slopes *slopes, struct finding *finding)
{
    finding->from = slopes->from;
    finding->to = slopes->to;
    finding->periods = slopes->periods;
    finding->hidden = slopes->hidden;
    finding->estimate = estimate_undefined(slopes->reason);
}

static void add_slope_heterogeneity(const struct area_comparison *comparison,
                                    const struct area *total)
{
    struct finding finding = new_finding(comparison, total, STATISTIC_SLOPE_HETEROGENEITY);
    set_slopes(&comparison->slopes, &finding);
    if (comparison->slopes.items)
        test_f(comparison->slopes.items, comparison->open.count, METHOD_WELCH_SLOPES, &finding);
    if (finding.estimate.state != ESTIMATE_UNDEFINED)
        finding.text = compared_areas_codes(comparison->list->arena, comparison->open);
    finding_list_add(comparison->list, finding);
}

/* ---- At each area: its pairs and its rank -----------------------------------------------------
 */

static struct estimate difference(const struct area_comparison *comparison, const struct area *area,
                                  const struct area *other)
{
    return gap_to_rest(cell_of(comparison, area, comparison->period),
                       cell_of(comparison, other, comparison->period), comparison->confidence);
}

static bool is_hidden_at(const struct area_comparison *comparison, const struct area *area)
{
    const struct released_cell *cell = cell_of(comparison, area, comparison->period);
    return cell && cell->release == RELEASE_HIDDEN;
}

static void add_level_difference(const struct area_comparison *comparison, const struct pair *pair)
{
    const struct area *area = pair->first, *other = pair->second;
    struct finding finding = new_finding(comparison, area, STATISTIC_LEVEL_DIFFERENCE);
    finding.comparator = other;
    finding.confidence = comparison->confidence;
    finding.hidden = is_hidden_at(comparison, area) || is_hidden_at(comparison, other);
    finding.estimate = difference(comparison, area, other);
    if (!comparison->open.count) {
        finding.hidden = comparison->hidden;
        finding.estimate = estimate_undefined(comparison->reason);
    }
    finding_list_add(comparison->list, finding);
}

static void add_slope_difference(const struct area_comparison *comparison, const struct pair *pair)
{
    struct finding finding = new_finding(comparison, pair->first, STATISTIC_SLOPE_DIFFERENCE);
    set_slopes(&pair->slopes, &finding);
    finding.comparator = pair->second;
    finding.compared = 2;
    finding.confidence = comparison->confidence;
    finding.estimate = pair->test.difference;
    finding.has_p = finding.has_p_adjusted = pair->test.has_p;
    finding.p = pair->test.has_p ? pair->test.p : 0;
    finding.p_adjusted = pair->test.has_p ? pair->member.holm : 0;
    finding_list_add(comparison->list, finding);
}

/* The rank among the open areas, and the ranks that their differences leave open. */
static struct estimate rank_of(const struct area_comparison *comparison, const struct area *area)
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

static void add_rank(const struct area_comparison *comparison, const struct area *area)
{
    struct finding finding = new_finding(comparison, area, STATISTIC_RANK);
    const struct released_cell *cell = cell_of(comparison, area, comparison->period);
    if (comparison->indicator->polarity == POLARITY_NEUTRAL) {
        finding.estimate = estimate_undefined(REASON_NOT_APPLICABLE);
    } else if (!comparison->open.count) {
        finding.hidden = comparison->hidden;
        finding.estimate = estimate_undefined(comparison->reason);
    } else if (!released_is_open(cell)) {
        finding.hidden = is_hidden_at(comparison, area);
        finding.estimate = estimate_undefined(cell ? cell->reason : REASON_MISSING);
    } else {
        finding.estimate = rank_of(comparison, area);
    }
    finding_list_add(comparison->list, finding);
}

/* A pair stands at the first of the two. */
static void add_pairs(const struct area_comparison *comparison, const struct area *area)
{
    static void (*const adders[])(const struct area_comparison *, const struct pair *) = {
        add_level_difference, add_slope_difference};
    for (size_t i = 0; i < sizeof adders / sizeof *adders; i++)
        for (size_t j = 0; j < comparison->pair_count; j++)
            if (comparison->pairs[j].first == area)
                adders[i](comparison, &comparison->pairs[j]);
    if (released_series(comparison->list->table, comparison->indicator, area).count)
        add_rank(comparison, area);
}

void area_comparison_findings(struct finding_list *list, const struct indicator *indicator,
                              const struct area *area)
{
    if (area->role != AREA_TOTAL && area->role != AREA_ESTATE)
        return;
    const struct area_comparison *comparison =
        comparison_of(list, indicator, area_municipality(area));
    if (comparison->all.count < 2)
        return;
    if (area->role == AREA_TOTAL) {
        add_pooled(comparison, area);
        add_level_heterogeneity(comparison, area);
        add_slope_heterogeneity(comparison, area);
    } else if (comparison->pair_count) {
        add_pairs(comparison, area);
    }
}
