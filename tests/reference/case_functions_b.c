/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adapters: pooling, multiplicity, several areas, before and after, standardisation, surveys. */
#include "cases.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pejling/base/arena.h"
#include "pejling/stats/before_after.h"
#include "pejling/stats/control_limits.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/gap_line.h"
#include "pejling/stats/glm.h"
#include "pejling/stats/heterogeneity.h"
#include "pejling/stats/hidden_years.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/line.h"
#include "pejling/stats/multiplicity.h"
#include "pejling/stats/parity.h"
#include "pejling/stats/pooling.h"
#include "pejling/stats/rank.h"
#include "pejling/stats/standardise.h"
#include "pejling/stats/survey.h"
#include "pejling/stats/verdict.h"

#define PERCENT 100

/* --- engine B --------------------------------------------------------------------------------- */
static struct pool pool_of(struct case_run *run, struct arena *arena)
{
    struct case_vector y = case_vector(run, "Y_rowmajor"), v = case_vector(run, "v");
    size_t m = (size_t)case_number(run, "m"), n = (size_t)case_number(run, "T");
    double *x = arena_alloc(arena, n, sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = (double)(i + 1);
    struct gls_points *series = arena_alloc(arena, m, sizeof *series);
    for (size_t s = 0; s < m; s++) {
        double *variance = arena_alloc(arena, n, sizeof *variance);
        for (size_t i = 0; i < n; i++)
            variance[i] = v.values[s];
        series[s] = (struct gls_points){x, y.values + s * n, variance, n};
    }
    return pooling_fit(arena, expected_correlations_new(arena), series, m);
}

static void run_engine_b(struct case_run *run)
{
    struct arena *arena = arena_new();
    struct pool pool = pool_of(run, arena);
    double prior_df = pool.moderation.prior_df;
    case_give(run, pool.mean_r, "mean_r1");
    case_give(run, pool.rho_hat, "rho_hat");
    case_give(run, pool.rho_used, "rho_used");
    case_give(run, isinf(prior_df) ? -1 : prior_df, "d0");
    case_give(run, pool.moderation.prior_phi, "phi0");
    for (size_t i = 0; i < pool.count; i++) {
        const struct pooled_series *one = &pool.series[i];
        case_give(run, one->line.slope, "slope[%zu]", i + 1);
        case_give(run, one->phi, "phi[%zu]", i + 1);
        case_give(run, one->moderated_phi, "phi_moderated[%zu]", i + 1);
        case_give(run, one->uncapped_p, "p[%zu]", i + 1); /* the reference has no cap */
    }
    arena_free(arena);
}

/* --- many tests ------------------------------------------------------------------------------- */
static void run_p_adjust(struct case_run *run)
{
    struct arena *arena = arena_new();
    struct case_vector p = case_vector(run, "p");
    struct family_member *members = arena_alloc(arena, p.n, sizeof *members);
    for (size_t i = 0; i < p.n; i++)
        members[i] = (struct family_member){.is_tested = !isnan(p.values[i]), .p = p.values[i]};
    multiplicity_adjust(members, p.n);
    for (size_t i = 0; i < p.n; i++) {
        if (members[i].is_tested) {
            case_give(run, members[i].bh, "bh%zu", i + 1);
            case_give(run, members[i].holm, "holm%zu", i + 1);
        } else {
            case_withhold(run, "bh%zu", i + 1);
            case_withhold(run, "holm%zu", i + 1);
        }
    }
    if (case_has(run, "q"))
        case_give(run, (double)multiplicity_rejected(members, p.n, case_number(run, "q")),
                  "n_reject_bh");
    arena_free(arena);
}

/* --- several areas ---------------------------------------------------------------------------- */
static void run_three_areas(struct case_run *run)
{
    struct arena *arena = arena_new();
    struct case_vector slope = case_vector(run, "slope"), se = case_vector(run, "se");
    struct case_vector x = case_vector(run, "x"), n = case_vector(run, "n");
    struct area_slope *slopes = arena_alloc(arena, slope.n, sizeof *slopes);
    for (size_t i = 0; i < slope.n; i++)
        slopes[i] = (struct area_slope){slope.values[i], se.values[i], HUGE_VAL};
    struct slope_heterogeneity of_slopes = heterogeneity_of_slopes(slopes, slope.n);
    bool there = of_slopes.reason == REASON_NONE;
    case_give_if(run, there, of_slopes.pooled, "pooled_fixed");
    case_give_if(run, there, of_slopes.q, "Q");
    case_give_if(run, there, of_slopes.p, "Q_p");

    struct area_count *counts = arena_alloc(arena, x.n, sizeof *counts);
    for (size_t i = 0; i < x.n; i++)
        counts[i] = (struct area_count){x.values[i], n.values[i]};
    struct level_heterogeneity of_levels = heterogeneity_of_levels(counts, x.n);
    there = of_levels.reason == REASON_NONE;
    case_give_if(run, there, of_levels.chi_squared, "level_chisq");
    case_give_if(run, there, of_levels.p, "level_p");
    arena_free(arena);
}

/* --- before and after ------------------------------------------------------------------------- */
static void give_change(struct case_run *run, const struct change *change, const char *quantity)
{
    case_give_value(run, change->estimate, quantity);
    if (!change->has_p)
        return;
    case_give(run, change->standard_error, "%s_se", quantity);
    case_give(run, change->p, "%s_p", quantity);
}

static void run_gap_before_after(struct case_run *run)
{
    struct case_vector year = case_vector(run, "year"), gap = case_vector(run, "d");
    size_t before = 0;
    while (before < year.n && year.values[before] < case_number(run, "first_post_year"))
        before++;
    struct before_after result = before_after(year.values, gap.values, NULL, year.n, before, 0.95);
    give_change(run, &result.mean, "mean_change");
    give_change(run, &result.step, "step");
    give_change(run, &result.level, "level_change");
    give_change(run, &result.slope, "slope_change");
    case_give_value(run, result.before_line.slope, "pre_slope");
    case_give_if(run, result.before_line.has_p, result.before_line.p, "pre_slope_p");
    case_give_value(run, result.placebo_share, "placebo_in_time_p");
    case_give(run, (double)result.placebo_dates, "placebo_n");
    case_give_value(run, result.largest_yearly_change, "max_pre_step");
}

static struct counted counted_of(struct case_run *run, const char *x, const char *n)
{
    return (struct counted){case_number(run, x), case_number(run, n)};
}

static void run_did_2x2_counts(struct case_run *run)
{
    struct difference_in_differences result =
        difference_in_differences(counted_of(run, "xA0", "nA0"), counted_of(run, "xA1", "nA1"),
                                  counted_of(run, "xR0", "nR0"), counted_of(run, "xR1", "nR1"));
    bool there = result.reason == REASON_NONE;
    case_give_if(run, there, result.value, "did");
    case_give_if(run, there, result.standard_error, "se_sampling_only");
    case_give_if(run, result.has_z, result.z, "z");
}

/* --- standardisation -------------------------------------------------------------------------- */
static void run_kitagawa(struct case_run *run)
{
    struct case_vector xa = case_vector(run, "xA"), na = case_vector(run, "nA");
    struct case_vector xr = case_vector(run, "xR"), nr = case_vector(run, "nR");
    struct strata area = {xa.values, na.values, na.n}, rest = {xr.values, nr.values, nr.n};
    struct kitagawa split = standardise_kitagawa(&area, &rest);
    bool there = split.reason == REASON_NONE;
    case_give_if(run, there, split.crude_area, "crude_A");
    case_give_if(run, there, split.crude_rest, "crude_R");
    case_give_if(run, there, split.total, "total");
    case_give_if(run, there, split.rate_effect, "rate_effect");
    case_give_if(run, there, split.composition_effect, "composition_effect");
    struct standardised share = standardise_share(&area, nr.values);
    there = share.reason == REASON_NONE;
    case_give_if(run, there, share.value, "area_standardised_to_rest");
    case_give_if(run, there, share.standard_error, "se_standardised");
}

static void run_dsr_dobson(struct case_run *run)
{
    struct case_vector x = case_vector(run, "count"), n = case_vector(run, "pop");
    struct strata strata = {x.values, n.values, n.n};
    double factor = case_number(run, "multiplier");
    struct estimate rate = standardise_rate(&strata, case_vector(run, "stdpop").values, 0.95);
    case_give_if(run, rate.state != ESTIMATE_UNDEFINED, rate.value * factor, "value");
    case_give_limits(run, rate, factor, "lower", "upper");
}

/* --- control limits --------------------------------------------------------------------------- */
static void give_limits(struct case_run *run, const struct control_limits *limits,
                        const char *const quantities[3])
{
    bool there = limits->reason == REASON_NONE;
    case_give_if(run, there, limits->centre, quantities[0]);
    case_give_if(run, there, limits->lower, quantities[1]);
    case_give_if(run, there, limits->upper, quantities[2]);
}

static void give_p_chart(struct case_run *run, const char *const quantities[3])
{
    struct case_vector x = case_vector(run, "x"), n = case_vector(run, "n");
    struct control_limits limits = control_limits_p(x.values, n.values, n.n, n.values[0]);
    give_limits(run, &limits, quantities);
}

static void run_p_chart(struct case_run *run)
{
    give_p_chart(run, (const char *const[]){"cl", "lcl1", "ucl1"});
}

static void run_xmr(struct case_run *run)
{
    struct case_vector y = case_vector(run, "y");
    struct xmr_limits limits = control_limits_xmr(y.values, y.n);
    give_limits(run, &limits.values, (const char *const[]){"cl", "lcl", "ucl"});
}

static void run_spc_all(struct case_run *run)
{
    give_p_chart(run, (const char *const[]){"cl", "p_lcl1", "p_ucl1"});
    struct arena *arena = arena_new();
    struct case_vector x = case_vector(run, "x"), n = case_vector(run, "n");
    double *percent = arena_alloc(arena, n.n, sizeof *percent);
    for (size_t i = 0; i < n.n; i++)
        percent[i] = PERCENT * x.values[i] / n.values[i];
    struct xmr_limits limits = control_limits_xmr(percent, n.n);
    give_limits(run, &limits.values,
                (const char *const[]){"xmr_cl_pct", "xmr_lcl_pct", "xmr_ucl_pct"});
    case_give_if(run, limits.values.reason == REASON_NONE, limits.mean_range, "amr_pct");
    arena_free(arena);
}

/* --- surveys and hidden years ----------------------------------------------------------------- */
static void run_weighted_share(struct case_run *run)
{
    struct case_vector w = case_vector(run, "w"), y = case_vector(run, "y");
    struct survey_share share =
        survey_share(w.values, y.values, w.n, case_number(run, "N"), case_number(run, "conf"));
    bool there = share.share.state != ESTIMATE_UNDEFINED;
    case_give_value(run, share.share, "p");
    case_give_if(run, there, share.design_effect, "deff_kish");
    case_give_if(run, there, share.effective, "n_eff");
    case_give_if(run, there, share.not_asked, "fpc");
    case_give_if(run, there && !isinf(share.effective_of_all), share.effective_of_all, "n_eff_fpc");
    case_give_limits(run, share.share, 1, "wilson_lo", "wilson_hi");
}

static void run_slope_bounds(struct case_run *run)
{
    struct arena *arena = arena_new();
    struct case_vector year = case_vector(run, "year"), n = case_vector(run, "n");
    struct case_vector x = case_vector(run, "x");
    double *low = arena_alloc(arena, x.n, sizeof *low);
    double *high = arena_alloc(arena, x.n, sizeof *high);
    for (size_t i = 0; i < x.n; i++) {
        low[i] = isnan(x.values[i]) ? 1 : x.values[i];
        high[i] = isnan(x.values[i]) ? case_number(run, "k") - 1 : x.values[i];
    }
    struct public_counts counts = {year.values, low, high, n.values, x.n};
    struct slope_bounds bounds = hidden_years_slope(&counts);
    bool there = bounds.reason == REASON_NONE;
    case_give_if(run, there, bounds.lowest, "slope_min");
    case_give_if(run, there, bounds.highest, "slope_max");
    case_give_if(run, there, bounds.sign_is_certain, "sign_determined");
    case_give_value(run, bounds.dropping, "slope_dropping");
    arena_free(arena);
}

/* --- a whole indicator ------------------------------------------------------------------------ */
#define AREAS 3
#define HIDDEN 2 /* stands in for a hidden count when the rest is formed */

static const char *const area_letters[AREAS] = {"A", "B", "C"};

/* The periods in which one area has a count. */
struct area_series {
    struct arena *arena;
    const char *letter;
    bool is_rate, is_stock;
    size_t n;
    double *year, *x, *base, *rest_x, *rest_base, *share, *rest_share, *gap, *variance;
};

/* A quantity of the area's block. */
static const char *of_area(const struct area_series *area, const char *quantity)
{
    return arena_printf(area->arena, "%s_%s", area->letter, quantity);
}

static struct case_vector counts_of(struct case_run *run, const char *prefix, const char *letter)
{
    char name[8];
    snprintf(name, sizeof name, "%s%s", prefix, letter);
    return case_vector(run, name);
}

/* Municipality less the areas, in period i. */
static double rest_of(struct case_run *run, const char *prefix, size_t i)
{
    double rest = counts_of(run, prefix, "M").values[i];
    for (size_t area = 0; area < AREAS; area++) {
        double part = counts_of(run, prefix, area_letters[area]).values[i];
        rest -= isnan(part) ? HIDDEN : part;
    }
    return rest;
}

static struct area_series series_of(struct case_run *run, struct arena *arena, size_t at)
{
    struct area_series area = {.arena = arena, .letter = area_letters[at]};
    struct case_vector year = case_vector(run, "year");
    struct case_vector x = counts_of(run, "x", area.letter);
    struct case_vector base = counts_of(run, "n", area.letter);
    double **const columns[] = {&area.year,       &area.x,         &area.base,
                                &area.rest_x,     &area.rest_base, &area.share,
                                &area.rest_share, &area.gap,       &area.variance};
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        *columns[c] = arena_alloc(arena, year.n, sizeof(double));
    for (size_t i = 0; i < year.n; i++) {
        if (isnan(x.values[i]))
            continue;
        area.year[area.n] = year.values[i];
        area.x[area.n] = x.values[i];
        area.base[area.n] = base.values[i];
        area.rest_x[area.n] = rest_of(run, "x", i);
        area.rest_base[area.n] = rest_of(run, "n", i);
        area.share[area.n] = x.values[i] / base.values[i];
        area.rest_share[area.n] = area.rest_x[area.n] / area.rest_base[area.n];
        area.gap[area.n] = area.share[area.n] - area.rest_share[area.n];
        area.n++;
    }
    area.is_rate = strcmp(case_word(run, "type"), "rate") == 0;
    area.is_stock = strcmp(case_word(run, "class"), "stock") == 0;
    return area;
}

static void give_gaps(struct case_run *run, const struct area_series *area)
{
    size_t last = area->n - 1;
    struct estimate (*level)(double, double, double) =
        area->is_rate ? interval_garwood : interval_wilson;
    struct estimate gap =
        difference_mover(METHOD_MOVER, level(area->x[last], area->base[last], 0.95),
                         level(area->rest_x[last], area->rest_base[last], 0.95));
    case_give(run, area->gap[0], "%s", of_area(area, "gap_first"));
    case_give_value(run, gap, of_area(area, "gap_last"));
    case_give_limits(run, gap, 1, of_area(area, "gap_last_lo"), of_area(area, "gap_last_hi"));
}

static void give_trends(struct case_run *run, const struct area_series *area)
{
    struct line gap = line_fit(area->year, area->gap, area->n, 0.95);
    case_give_value(run, gap.slope, of_area(area, "gap_ols_slope"));
    case_give_if(run, gap.has_p, gap.standard_error, of_area(area, "gap_ols_se"));
    case_give_if(run, gap.has_p, gap.p, of_area(area, "gap_ols_p"));
    case_give_value(run, line_fit(area->year, area->share, area->n, 0.95).slope,
                    of_area(area, "area_ols_slope"));
    case_give_value(run, line_fit(area->year, area->rest_share, area->n, 0.95).slope,
                    of_area(area, "rest_ols_slope"));

    struct glm_series counts = {area->x, area->base, area->year, area->n};
    struct glm_trend trend =
        glm_trend_fit(area->is_rate ? GLM_POISSON : GLM_BINOMIAL, &counts, 0.95);
    case_give_value(run, trend.slope, of_area(area, "area_glm_slope"));
    case_give_if(run, trend.quasi.there, trend.dispersion, of_area(area, "area_glm_dispersion"));
    case_give_if(run, trend.quasi.there, trend.quasi.p, of_area(area, "area_glm_p_quasi_t"));
}

static void give_ranks(struct case_run *run, const struct area_series *area)
{
    struct mann_kendall test = mann_kendall(area->gap, area->n);
    case_give(run, test.s, "%s", of_area(area, "gap_mk_S"));
    case_give_if(run, test.has_p && test.is_exact, test.p, of_area(area, "gap_mk_p_exact"));
    struct estimate slope = theil_sen(area->arena, area->year, area->gap, area->n, 0.95).slope;
    case_give_value(run, slope, of_area(area, "gap_sen_slope"));
    case_give_limits(run, slope, 1, of_area(area, "gap_sen_lo95"), of_area(area, "gap_sen_hi95"));
}

static void give_parity(struct case_run *run, const struct area_series *area)
{
    struct fieller fieller =
        parity_fit(area->year, area->gap, area->n, area->year[area->n - 1], 0.95).fieller;
    case_give_if(run, fieller.has_zero, fieller.zero, of_area(area, "parity_x0"));
    case_give_if(run, fieller.has_g, fieller.g, of_area(area, "parity_g"));
    case_give(run, fieller.set == FIELLER_FINITE, "%s", of_area(area, "parity_finite"));
}

static void give_fits(struct case_run *run, const struct area_series *area,
                      const struct gap_line *line)
{
    const struct gap_fit *plain = &line->fits[0], *stressed = &line->fits[1];
    const struct {
        const char *quantity;
        double value;
    } quantities[] = {
        {"va_gap_first_fitted", line->first},
        {"va_gap_last_fitted", line->last},
        {"va_slope", plain->random.line.slope},
        {"va_tau2", plain->random.tau2},
        {"va_se_t", plain->random.standard_error},
        {"va_slope_known", plain->known.line.slope},
        {"va_se_known", plain->known.standard_error},
        {"va_intercept", plain->random.line.level},
        {"va_slope_rho", stressed->random.line.slope},
        {"va_se_t_rho", stressed->random.standard_error},
        {"va_slope_known_rho", stressed->known.line.slope},
        {"va_se_known_rho", stressed->known.standard_error},
        {"va_lo95", line->slope.lower},
        {"va_hi95", line->slope.upper},
        {"va_lo90", line->equivalence[0]},
        {"va_hi90", line->equivalence[1]},
        {"va_p_A", line->p},
    };
    for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++)
        case_give(run, quantities[i].value, "%s", of_area(area, quantities[i].quantity));
}

static void give_judgement(struct case_run *run, const struct area_series *area,
                           enum verdict verdict, enum reason reason)
{
    bool is_open = verdict == VERDICT_NOT_DETERMINABLE; /* written with a blank there */
    case_give_word(run, is_open ? "not determinable" : verdict_code(verdict),
                   of_area(area, "va_verdict"));
    case_give_word(run, reason_code(reason), of_area(area, "va_reason"));
    case_give(run, (double)area->n, "%s", of_area(area, "va_T"));
}

static void give_verdict(struct case_run *run, const struct area_series *area)
{
    const struct verdict_series series = {area->is_rate ? VERDICT_RATES : VERDICT_SHARES,
                                          area->year, area->x, area->base, area->n};
    enum reason reason = verdict_admission(&series);
    if (reason != REASON_NONE) {
        give_judgement(run, area, VERDICT_NOT_DETERMINABLE, reason);
        return;
    }
    const struct gap_counts counts = {area->x, area->base, area->rest_x, area->rest_base, area->n};
    if (area->is_rate)
        gap_rate_variances(&counts, area->variance);
    else
        gap_share_variances(&counts, area->variance);
    const struct gls_points points = {area->year, area->gap, area->variance, area->n};
    struct gap_line line =
        gap_line_fit(&points, area->is_stock ? GAP_RHO_STOCK : GAP_RHO_FLOW, 0.95);
    const struct verdict_evidence evidence = {
        .slope = line.slope,
        .equivalence = {line.equivalence[0], line.equivalence[1]},
        .first = line.first,
        .last = line.last,
        .mean_gap = line_fit(area->year, area->gap, area->n, 0.95).mean_y,
    };
    struct judgement judgement =
        verdict_judge(&evidence, (struct verdict_delta){.absolute = 0.001, .relative = 0.05});
    give_judgement(run, area, judgement.verdict, judgement.reason);
    give_fits(run, area, &line);
    case_give(run, judgement.delta, "%s", of_area(area, "va_delta"));
    case_give(run, judgement.crossed, "%s", of_area(area, "va_crossed"));
}

static void run_indicator(struct case_run *run)
{
    struct arena *arena = arena_new();
    struct area_slope slopes[AREAS] = {{0, 0, 0}};
    for (size_t at = 0; at < AREAS; at++) {
        struct area_series area = series_of(run, arena, at);
        case_give(run, rest_of(run, "x", 0), "%s", of_area(&area, "rest_x_first"));
        case_give(run, rest_of(run, "n", 0), "%s", of_area(&area, "rest_n_first"));
        if (area.n == 0)
            continue;
        give_gaps(run, &area);
        give_trends(run, &area);
        give_ranks(run, &area);
        give_parity(run, &area);
        give_verdict(run, &area);
        struct line gap = line_fit(area.year, area.gap, area.n, 0.95);
        slopes[at] = (struct area_slope){gap.slope.value, gap.standard_error, (double)area.n - 2};
    }
    struct pooled_gap_slope pooled = heterogeneity_pooled_gap(slopes, AREAS, 0);
    case_give_if(run, pooled.reason == REASON_NONE, pooled.slope, "pooled_three_area_slope");
    arena_free(arena);
}

const struct case_function case_functions_b[] = {
    {"engine_b", run_engine_b},
    {"p_adjust", run_p_adjust},
    {"three_areas", run_three_areas},
    {"gap_before_after", run_gap_before_after},
    {"did_2x2_counts", run_did_2x2_counts},
    {"kitagawa", run_kitagawa},
    {"dsr_dobson", run_dsr_dobson},
    {"p_chart", run_p_chart},
    {"xmr", run_xmr},
    {"spc_all", run_spc_all},
    {"weighted_share", run_weighted_share},
    {"slope_bounds", run_slope_bounds},
    {"indicator", run_indicator},
    {NULL, NULL},
};
