/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/gap_verdict.h"

#include <math.h>

#include "pejling/stats/distribution.h"

struct judge {
    struct arena *arena;
    const struct released_table *table;
    const struct verdict_rule *rule;
    const struct verdict_tables *tables;
    struct verdicts verdicts;
    struct gap_verdict **all; /* those there are */
    size_t count, capacity;
};

const char *verdict_strength_code(enum verdict_strength strength)
{
    static const char *const codes[] = {
        [STRENGTH_NONE] = "", [STRENGTH_INDICATED] = "indicated", [STRENGTH_FIRM] = "firm"};
    return codes[strength];
}

const char *verdict_direction_code(enum verdict_direction direction)
{
    static const char *const codes[] = {[DIRECTION_NONE] = "",
                                        [DIRECTION_BETTER] = "better",
                                        [DIRECTION_WORSE] = "worse",
                                        [DIRECTION_NEUTRAL] = "neutral"};
    return codes[direction];
}

/*
 * Lines 2 to 4 of the rule. That nothing changed takes a floor under a lucky fit, which a series
 * without variances of its own has not.
 */
static void apply_rule(const struct gap_verdict *verdict, struct engine_answer *answer)
{
    const struct verdict_evidence evidence = {
        .slope = answer->slope,
        .equivalence = {answer->equivalence[0], answer->equivalence[1]},
        .first = answer->first,
        .last = answer->last,
        .mean_gap = verdict->series->mean_gap};
    answer->judgement = verdict_judge(&evidence, verdict->delta);
    if (answer->judgement.verdict == VERDICT_UNCHANGED && !verdict->series->counted) {
        answer->judgement.verdict = VERDICT_NOT_DETERMINABLE;
        answer->judgement.reason = REASON_IMPRECISE;
    }
}

static enum verdict_line line_of(enum verdict verdict)
{
    if (verdict == VERDICT_NARROWING || verdict == VERDICT_WIDENING)
        return VERDICT_LINE_MOVED;
    return verdict == VERDICT_UNCHANGED ? VERDICT_LINE_EQUIVALENT : VERDICT_LINE_IMPRECISE;
}

static enum verdict_counts counts_of(enum measure measure)
{
    if (measure == MEASURE_SHARE || measure == MEASURE_SURVEY)
        return VERDICT_SHARES;
    return measure == MEASURE_RATE ? VERDICT_RATES : VERDICT_VALUES;
}

struct verdict_series verdict_series_of(const struct gap_series *series)
{
    return (struct verdict_series){counts_of(series->indicator->measure), series->points.x,
                                   series->events, series->base, series->points.n};
}

/* Why a series may not be judged; REASON_NONE where it may. */
static enum reason inadmissible(const struct gap_series *series)
{
    if (!series->indicator->has_trend)
        return REASON_NO_TREND;
    if (series->year_count == 0 && !series->compared)
        return REASON_NO_COMPARATOR;
    const struct verdict_series admitted = verdict_series_of(series);
    enum reason reason = verdict_admission(&admitted);
    if (reason == REASON_TOO_FEW_YEARS && series->hidden_count)
        return gap_series_hidden_reason(series);
    if (reason == REASON_TOO_FEW_YEARS && series->broken)
        return REASON_SERIES_BREAK;
    return reason;
}

static struct gap_line gap_line_of(const struct indicator *indicator,
                                   const struct gls_points *points)
{
    const struct verdict_rule *rule = verdict_rule();
    double rho = indicator->accrual == ACCRUAL_STOCK ? rule->rho_stock : rule->rho_flow;
    return gap_line_fit(points, rho, rule->confidence);
}

static struct engine_answer answer_of_line(const struct gap_verdict *verdict, struct gap_line line)
{
    struct engine_answer answer = {.slope = line.slope};
    answer.available = line.slope.state == ESTIMATE_INTERVAL;
    if (!answer.available)
        return answer;
    answer.equivalence[0] = line.equivalence[0];
    answer.equivalence[1] = line.equivalence[1];
    answer.p = line.p;
    answer.first = line.first;
    answer.last = line.last;
    apply_rule(verdict, &answer);
    return answer;
}

/* Student's quantiles for the interval, and for that for equivalence. */
struct critical {
    double df, full, equivalence;
};

/* Those of the series before are mostly the same. */
static struct critical critical_of(const struct pooled_series *pooled, struct critical before)
{
    double df = pooled->total_df, confidence = verdict_rule()->confidence;
    if (pooled->reason || !(df < before.df || df > before.df))
        return before;
    return (struct critical){df, student_quantile(0.5 + confidence / 2, df),
                             student_quantile(confidence, df)};
}

static struct engine_answer answer_of_pool(const struct gap_verdict *verdict,
                                           const struct pooled_series *pooled,
                                           const struct critical *critical,
                                           const struct gls_points *points)
{
    struct engine_answer answer = {.slope = pooling_slope(pooled, critical->full)};
    answer.available =
        !verdict->pool->reason && !pooled->reason && answer.slope.state == ESTIMATE_INTERVAL;
    if (!answer.available)
        return answer;
    struct estimate equivalence = pooling_slope(pooled, critical->equivalence);
    answer.equivalence[0] = equivalence.lower;
    answer.equivalence[1] = equivalence.upper;
    answer.p = pooled->p;
    answer.first = gls_line_at(&pooled->line, points->x[0]);
    answer.last = gls_line_at(&pooled->line, points->x[points->n - 1]);
    apply_rule(verdict, &answer);
    return answer;
}

static void join_pool(struct gap_verdict *verdict, const struct pool *pool,
                      struct pooled_series pooled, struct critical *critical)
{
    *critical = critical_of(&pooled, *critical);
    verdict->pool = pool;
    verdict->pooled = pooled;
    verdict->b = answer_of_pool(verdict, &pooled, critical, &verdict->series->points);
}

static struct gap_verdict *make_verdict(struct judge *judge, const struct indicator *indicator,
                                        const struct area *area)
{
    struct gap_series *series = arena_alloc(judge->arena, 1, sizeof *series);
    struct gap_verdict *verdict = arena_alloc(judge->arena, 1, sizeof *verdict);
    *series = gap_series_make(judge->arena, judge->table, indicator, area);
    verdict->series = series;
    verdict->needs = judge->tables->needs;
    verdict->reason = inadmissible(series);
    verdict->delta = (struct verdict_delta){indicator->delta, judge->rule->relative_delta};
    if (verdict->reason)
        return verdict;
    verdict->gap_line = gap_line_of(indicator, &series->points);
    verdict->a = answer_of_line(verdict, verdict->gap_line);
    return verdict;
}

static void make_verdicts(struct judge *judge)
{
    const struct catalogue *catalogue = judge->table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++) {
            const struct area *area = &catalogue->areas[j];
            const struct indicator *indicator = &catalogue->indicators[i];
            bool judged = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
            if (!judged || released_series(judge->table, indicator, area).count == 0)
                continue;
            struct gap_verdict *verdict = make_verdict(judge, indicator, area);
            judge->verdicts.items[i * catalogue->area_count + j] = verdict;
            judge->all = arena_grow(judge->arena, judge->all, judge->count, &judge->capacity,
                                    sizeof(struct gap_verdict *));
            judge->all[judge->count++] = verdict;
        }
}

/* Whether a series is one of the pool of a municipality and class; a total only borrows from it. */
static bool belongs(const struct gap_verdict *verdict, const struct area *municipality,
                    enum accrual accrual)
{
    const struct gap_series *series = verdict->series;
    return !verdict->reason && series->counted && series->indicator->accrual == accrual &&
           area_municipality(series->area) == municipality;
}

static void pool_class(struct judge *judge, const struct area *municipality, enum accrual accrual)
{
    struct gap_verdict **members = arena_alloc(judge->arena, judge->count + 1, sizeof *members);
    struct gls_points *points = arena_alloc(judge->arena, judge->count + 1, sizeof *points);
    struct pool *pool = arena_alloc(judge->arena, 1, sizeof *pool);
    struct critical critical = {0};
    size_t count = 0;
    for (size_t i = 0; i < judge->count; i++)
        if (belongs(judge->all[i], municipality, accrual) &&
            judge->all[i]->series->area->role == AREA_ESTATE) {
            points[count] = judge->all[i]->series->points;
            members[count++] = judge->all[i];
        }
    *pool = pooling_fit(judge->arena, judge->tables->correlations, points, count);
    for (size_t i = 0; i < count; i++)
        join_pool(members[i], pool, pool->series[i], &critical);
    for (size_t i = 0; i < judge->count; i++) {
        struct gap_verdict *verdict = judge->all[i];
        if (!belongs(verdict, municipality, accrual) || verdict->series->area->role != AREA_TOTAL)
            continue;
        join_pool(verdict, pool, pooling_apply(pool, &verdict->series->points), &critical);
    }
}

static void pool_all(struct judge *judge)
{
    const struct catalogue *catalogue = judge->table->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_MUNICIPALITY) {
            pool_class(judge, &catalogue->areas[i], ACCRUAL_STOCK);
            pool_class(judge, &catalogue->areas[i], ACCRUAL_FLOW);
        }
}

static enum verdict_direction direction(const struct gap_verdict *verdict)
{
    bool moved = verdict->verdict == VERDICT_NARROWING || verdict->verdict == VERDICT_WIDENING;
    if (!moved)
        return DIRECTION_NONE;
    bool rising = verdict->decides->slope.value > 0;
    switch (verdict->series->indicator->polarity) {
    case POLARITY_UP:
        return rising ? DIRECTION_BETTER : DIRECTION_WORSE;
    case POLARITY_DOWN:
        return rising ? DIRECTION_WORSE : DIRECTION_BETTER;
    case POLARITY_NEUTRAL:
        break;
    }
    return DIRECTION_NEUTRAL;
}

/* The whole rule on one series, once both engines have answered. */
static void decide(struct gap_verdict *verdict)
{
    verdict->verdict = VERDICT_NOT_DETERMINABLE;
    verdict->line = VERDICT_LINE_ADMISSIBLE;
    if (verdict->b.available)
        verdict->decides = &verdict->b;
    else if (verdict->a.available)
        verdict->decides = &verdict->a;
    if (verdict->reason == REASON_SUPPRESSED)
        verdict->hidden = true;
    if (verdict->reason || !verdict->decides) {
        if (!verdict->reason)
            verdict->reason = REASON_TOO_FEW_YEARS;
        return;
    }
    verdict->verdict = verdict->decides->judgement.verdict;
    verdict->line = line_of(verdict->verdict);
    verdict->reason = verdict->decides->judgement.reason;
    if (verdict->verdict != VERDICT_NOT_DETERMINABLE)
        verdict->strength = STRENGTH_INDICATED;
    verdict->direction = direction(verdict);
}

/* The fixed indicators of the plan's areas are one family of tests. */
static void adjust_family(struct judge *judge)
{
    struct family_member *members = arena_alloc(judge->arena, judge->count + 1, sizeof *members);
    size_t n = 0;
    for (size_t i = 0; i < judge->count; i++) {
        struct gap_verdict *verdict = judge->all[i];
        verdict->in_family = verdict->series->area->role == AREA_ESTATE &&
                             verdict->series->indicator->lbf_number > 0;
        if (verdict->in_family)
            members[n++] = (struct family_member){.is_tested = verdict->decides != NULL,
                                                  .p = verdict->decides ? verdict->decides->p : 1};
    }
    judge->verdicts.family_size = multiplicity_adjust(members, n);
    for (size_t i = 0, next = 0; i < judge->count; i++)
        if (judge->all[i]->in_family)
            judge->all[i]->test = members[next++];
}

bool verdict_is_agreed(const struct gap_verdict *verdict)
{
    return verdict->series->counted && verdict->a.available && verdict->b.available &&
           verdict->a.judgement.verdict == verdict->b.judgement.verdict;
}

void verdict_family_adjust(const double *p, double *adjusted, size_t n)
{
    struct arena *scratch = arena_new();
    struct family_member *members = arena_alloc(scratch, n, sizeof *members);
    for (size_t i = 0; i < n; i++)
        members[i] = (struct family_member){.is_tested = true, .p = p[i]};
    multiplicity_adjust(members, n);
    for (size_t i = 0; i < n; i++)
        adjusted[i] = members[i].bh;
    arena_free(scratch);
}

bool verdict_stands(double adjusted)
{
    return adjusted <= verdict_rule()->false_discoveries;
}

/* Firm takes both engines and a place among the family's discoveries: it is for movements only. */
static void weigh(struct gap_verdict *verdict)
{
    bool stands = verdict->in_family && verdict->test.is_tested && verdict_stands(verdict->test.bh);
    if (verdict->strength == STRENGTH_INDICATED && stands && verdict_is_agreed(verdict))
        verdict->strength = STRENGTH_FIRM;
}

/*
 * The series with its hidden years put where the slope is highest, or lowest: late years high and
 * early ones low, or the other way round. Their variance is that of the open years on average.
 */
static struct gls_points fill_hidden(struct arena *arena, const struct gap_series *series,
                                     bool highest)
{
    size_t n = series->year_count, at = 0;
    double *x = arena_alloc(arena, 3 * n + 1, sizeof *x), *y = x + n, *variance = y + n;
    double mean_time = 0, mean_variance = 0;
    for (size_t i = 0; i < n; i++) {
        mean_time += series->years[i].cell->time / (double)n;
        mean_variance += series->years[i].variance / (double)series->points.n;
    }
    for (; at < n; at++) {
        const struct gap_year *year = &series->years[at];
        bool high = (year->cell->time > mean_time) == highest;
        x[at] = year->cell->time;
        y[at] = year->open ? year->gap : high ? year->highest : year->lowest;
        variance[at] = year->open ? year->variance : mean_variance;
    }
    return (struct gls_points){x, y, variance, n};
}

struct engine_answer gap_verdict_at_bound(struct arena *arena, const struct gap_verdict *verdict,
                                          bool highest)
{
    const struct gap_series *series = verdict->series;
    if (series->hidden_count == 0)
        return *verdict->decides;
    struct gls_points points = fill_hidden(arena, series, highest);
    if (verdict->decides == &verdict->a)
        return answer_of_line(verdict, gap_line_of(series->indicator, &points));
    struct pooled_series pooled = pooling_apply(verdict->pool, &points);
    struct critical critical = critical_of(&pooled, (struct critical){0});
    return answer_of_pool(verdict, &pooled, &critical, &points);
}

/* Years may be left out only if the answer is the same wherever they lie (B18). */
static void allow_for_hidden(struct judge *judge, struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    bool same = series->hidden_count == series->bounded_count;
    if (series->hidden_count == 0 || !verdict->decides || verdict->reason == REASON_IMPRECISE)
        return;
    bool rising = verdict->decides->slope.value > 0;
    for (int highest = 0; same && highest < 2; highest++) {
        struct engine_answer answer = gap_verdict_at_bound(judge->arena, verdict, highest);
        same = answer.judgement.verdict == verdict->verdict;
        if (verdict->line == VERDICT_LINE_MOVED) /* nor may it cross 0 */
            same = same && (answer.slope.value > 0) == rising;
    }
    if (same)
        return;
    verdict->verdict = VERDICT_NOT_DETERMINABLE;
    verdict->line = VERDICT_LINE_HIDDEN;
    verdict->reason = gap_series_hidden_reason(series);
    verdict->hidden = verdict->reason == REASON_SUPPRESSED;
    verdict->strength = STRENGTH_NONE;
    verdict->direction = DIRECTION_NONE;
}

struct verdict_tables verdict_tables_new(struct arena *arena)
{
    return (struct verdict_tables){
        detect_needs_new(arena, verdict_rule()->confidence, DETECT_POWER),
        expected_correlations_new(arena)};
}

struct verdicts verdicts_compute(struct arena *arena, const struct released_table *table,
                                 const struct verdict_tables *tables)
{
    const struct catalogue *catalogue = table->catalogue;
    const struct verdict_tables own = tables ? *tables : verdict_tables_new(arena);
    struct judge judge = {.arena = arena, .table = table, .rule = verdict_rule(), .tables = &own};
    judge.verdicts.catalogue = catalogue;
    judge.verdicts.items = arena_alloc(arena, catalogue->indicator_count * catalogue->area_count,
                                       sizeof(struct gap_verdict *));
    make_verdicts(&judge);
    pool_all(&judge);
    for (size_t i = 0; i < judge.count; i++) {
        decide(judge.all[i]);
        allow_for_hidden(&judge, judge.all[i]);
    }
    adjust_family(&judge);
    for (size_t i = 0; i < judge.count; i++)
        weigh(judge.all[i]);
    return judge.verdicts;
}

const struct gap_verdict *verdict_of(const struct verdicts *verdicts,
                                     const struct indicator *indicator, const struct area *area)
{
    return verdicts->items[indicator->index * verdicts->catalogue->area_count + area->index];
}
