/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adapters: levels, gaps, ratios, lines, ranks, likelihoods, engine A, parity, power. */
#include "cases.h"

#include <math.h>
#include <string.h>

#include "pejling/base/arena.h"
#include "pejling/stats/detect.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/gap_line.h"
#include "pejling/stats/glm.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/line.h"
#include "pejling/stats/parity.h"
#include "pejling/stats/rank.h"
#include "pejling/stats/ratio.h"

#define LONGEST 600
#define PER_THOUSAND 1000

static double confidence_of(const struct case_run *run)
{
    return case_has(run, "conf") ? case_number(run, "conf") : 0.95;
}

/* Several lists side by side, without the elements where one is missing. */
struct lists {
    size_t n;
    double values[6][LONGEST];
};

static struct lists read_lists(struct case_run *run, const char *const *names)
{
    struct lists lists = {0};
    struct case_vector vectors[6];
    size_t count = 0, n = LONGEST;
    for (; count < 6 && names[count]; count++) {
        vectors[count] = case_vector(run, names[count]);
        n = vectors[count].n < n ? vectors[count].n : n;
    }
    for (size_t i = 0; i < n; i++) {
        bool whole = true;
        for (size_t k = 0; k < count; k++)
            whole = whole && !isnan(vectors[k].values[i]);
        for (size_t k = 0; whole && k < count; k++)
            lists.values[k][lists.n] = vectors[k].values[i];
        lists.n += whole;
    }
    return lists;
}

static const char *time_name(const struct case_run *run)
{
    return case_has(run, "t") ? "t" : "year";
}

static void limits_or_withhold(struct case_run *run, bool there, struct ratio_limits limits,
                               const char *lower, const char *upper)
{
    case_give_if(run, there, limits.lower, lower);
    case_give_if(run, there && isfinite(limits.upper), limits.upper, upper);
}

/* --- levels ------------------------------------------------------------------------------------*/

static void prop_ci(struct case_run *run)
{
    double x = case_number(run, "x"), n = case_number(run, "n"), confidence = confidence_of(run);
    case_give_limits(run, interval_wilson(x, n, confidence), 1, "wilson_lo", "wilson_hi");
    case_give_limits(run, interval_clopper_pearson(x, n, confidence), 1, "clopper_pearson_lo",
                     "clopper_pearson_hi");
}

static void pois_ci(struct case_run *run)
{
    double x = case_number(run, "x"), confidence = confidence_of(run);
    struct estimate count = interval_garwood(x, 1, confidence);
    case_give_limits(run, count, 1, "garwood_lo", "garwood_hi");
    struct estimate byar = interval_byar(x, 1, confidence);
    case_give_if(run, byar.state == ESTIMATE_INTERVAL, byar.lower, "byar_phe_lo");
    case_give_if(run, byar.state != ESTIMATE_UNDEFINED, interval_byar_upper(x, confidence),
                 "byar_phe_hi");
    if (!case_has(run, "exposure"))
        return;
    struct estimate rate = interval_garwood(x, case_number(run, "exposure"), confidence);
    case_give_limits(run, rate, 1, "garwood_rate_lo", "garwood_rate_hi");
    case_give_limits(run, rate, PER_THOUSAND, "garwood_per1000_lo", "garwood_per1000_hi");
    byar = interval_byar(x, case_number(run, "exposure"), confidence);
    case_give_limits(run, byar, 1, "byar_phe_rate_lo", "byar_phe_rate_hi");
}

static void mean_ci(struct case_run *run)
{
    struct estimate mean = interval_mean(case_number(run, "mean"), case_number(run, "n"),
                                         case_number(run, "sd"), confidence_of(run));
    case_give_limits(run, mean, 1, "lower", "upper");
}

/* --- gaps and ratios ---------------------------------------------------------------------------*/

static void prop_diff(struct case_run *run)
{
    double x1 = case_number(run, "x1"), n1 = case_number(run, "n1");
    double x2 = case_number(run, "x2"), n2 = case_number(run, "n2");
    double confidence = confidence_of(run);
    struct estimate newcombe =
        difference_mover(METHOD_NEWCOMBE10, interval_wilson(x1, n1, confidence),
                         interval_wilson(x2, n2, confidence));
    case_give_value(run, newcombe, "diff");
    case_give_limits(run, newcombe, 1, "newcombe10_lo", "newcombe10_hi");
    case_give_limits(run, difference_miettinen_nurminen(x1, n1, x2, n2, confidence), 1,
                     "miettinen_nurminen_lo", "miettinen_nurminen_hi");
}

static void prop_ratio(struct case_run *run)
{
    double x1 = case_number(run, "x1"), n1 = case_number(run, "n1");
    double x2 = case_number(run, "x2"), n2 = case_number(run, "n2");
    double confidence = confidence_of(run);
    case_give_value(run, ratio_of_shares(x1, n1, x2, n2, confidence), "ratio");
    case_give_limits(run, ratio_katz_log(x1, n1, x2, n2, confidence), 1, "katz_lo", "katz_hi");
    bool there = interval_wilson(x1, n1, confidence).state == ESTIMATE_INTERVAL &&
                 interval_wilson(x2, n2, confidence).state == ESTIMATE_INTERVAL;
    struct ratio_limits limits = {0};
    if (there)
        limits = ratio_mover_limits(x1, n1, x2, n2, confidence);
    limits_or_withhold(run, there, limits, "mover_wilson_lo", "mover_wilson_hi");
}

static void rate_ratio(struct case_run *run)
{
    double x1 = case_number(run, "x1"), e1 = case_number(run, "t1");
    double x2 = case_number(run, "x2"), e2 = case_number(run, "t2");
    double confidence = confidence_of(run);
    case_give_value(run, ratio_of_rates(x1, e1, x2, e2, confidence), "ratio");
    struct estimate a = interval_garwood(x1, e1, confidence);
    struct estimate b = interval_garwood(x2, e2, confidence);
    bool there = a.state == ESTIMATE_INTERVAL && b.state == ESTIMATE_INTERVAL;
    struct ratio_limits limits = {0};
    if (there)
        limits = ratio_exact_limits(x1, e1, x2, e2, confidence);
    limits_or_withhold(run, there, limits, "exact_lo", "exact_hi");
    double p = 0;
    bool has_p = ratio_of_rates_p(x1, e1, x2, e2, &p);
    case_give_if(run, has_p, p, "p_exact");
    case_give_limits(run, difference_mover(METHOD_MOVER_GARWOOD, a, b), PER_THOUSAND,
                     "diff_per1000_mover_lo", "diff_per1000_mover_hi");
}

static void welch(struct case_run *run)
{
    struct mean a = {case_number(run, "m1"), case_number(run, "n1"), case_number(run, "s1")};
    struct mean b = {case_number(run, "m2"), case_number(run, "n2"), case_number(run, "s2")};
    struct difference_test test = difference_welch_test(a, b, confidence_of(run));
    case_give_value(run, test.difference, "diff");
    case_give_limits(run, test.difference, 1, "lower", "upper");
    case_give_if(run, test.has_p, test.standard_error, "se");
    case_give_if(run, test.has_p, test.df, "df");
    case_give_if(run, test.has_p, test.p, "p");
}

static void part_whole(struct case_run *run)
{
    struct part_whole gap =
        difference_part_whole(case_number(run, "xA"), case_number(run, "nA"),
                              case_number(run, "xM"), case_number(run, "nM"), confidence_of(run));
    bool there = gap.gap_rest.state == ESTIMATE_INTERVAL;
    case_give_if(run, there, gap.w, "w");
    case_give_if(run, there, gap.part, "pA");
    case_give_if(run, there, gap.whole, "pM");
    case_give_if(run, there, gap.rest, "pR");
    case_give_value(run, gap.gap_rest, "gap_rest");
    case_give_limits(run, gap.gap_rest, 1, "gap_rest_lo", "gap_rest_hi");
    case_give_value(run, gap.gap_whole, "gap_mun");
    case_give_limits(run, gap.gap_whole, 1, "gap_mun_lo", "gap_mun_hi");
    case_give_if(run, there, gap.correct_error, "se_gap_mun_correct");
    case_give_if(run, there, gap.naive_error, "se_gap_mun_naive");
}

/* --- lines -------------------------------------------------------------------------------------*/

static void ols(struct case_run *run)
{
    const char *model = case_word(run, "model");
    if (strcmp(model, "poly1") != 0 && strcmp(model, "linear") != 0 && strcmp(model, "line") != 0 &&
        strcmp(model, "simple") != 0)
        return;
    const struct lists xy = read_lists(run, (const char *const[]){"x", "y", NULL});
    struct line line = line_fit(xy.values[0], xy.values[1], xy.n, 0.95);
    bool there = line.slope.state == ESTIMATE_INTERVAL;
    case_give_value(run, line.slope, "b_B1");
    case_give_if(run, line.slope.state != ESTIMATE_UNDEFINED, line_at(&line, 0), "b_B0");
    case_give_if(run, there, line.standard_error, "se_B1");
    case_give_if(run, there, line_error_at(&line, 0), "se_B0");
    case_give_if(run, there, line.residual_spread, "residual_sd");
    case_give_if(run, there, line.r_squared, "r_squared");
}

static void line_fits(struct case_run *run)
{
    const struct lists own = read_lists(run, (const char *const[]){"year", "y", NULL});
    struct line line = line_fit(own.values[0], own.values[1], own.n, 0.95);
    bool there = line.slope.state == ESTIMATE_INTERVAL;
    case_give_value(run, line.slope, "ols_slope");
    case_give_if(run, there, line.standard_error, "ols_se");
    case_give_if(run, line.has_p, line.p, "ols_p");
    case_give_if(run, there, line.residual_spread, "ols_sigma");
    static const double no_variances[LONGEST];
    struct gls_points points = {own.values[0], own.values[1], no_variances, own.n};
    struct gap_fit even = gap_line_fit(&points, 0.3, 0.95).fits[1];
    case_give_if(run, even.reason == REASON_NONE, even.random.line.slope, "gls_ar1_rho0.3_slope");
    case_give_if(run, even.random.there, even.random.standard_error, "gls_ar1_rho0.3_se");
    if (!case_has(run, "var"))
        return;
    const struct lists all = read_lists(run, (const char *const[]){"year", "y", "var", NULL});
    points = (struct gls_points){all.values[0], all.values[1], all.values[2], all.n};
    struct gap_known known = gap_line_fit(&points, 0, 0.95).fits[1].known;
    case_give_if(run, known.there, known.line.slope, "wls_slope");
    case_give_if(run, known.there && all.n > 2, known.scaled_error, "wls_se_estimated_scale");
    case_give_if(run, known.there, known.standard_error, "wls_se_known_var");
}

static void pm_kh_line(struct case_run *run)
{
    const struct lists all = read_lists(run, (const char *const[]){time_name(run), "d", "v", NULL});
    struct gls_points points = {all.values[0], all.values[1], all.values[2], all.n};
    struct gap_fit fit = gap_line_fit(&points, 0, 0.95).fits[1];
    bool there = fit.reason == REASON_NONE, error = fit.random.there;
    case_give_if(run, there, fit.random.line.slope, "slope");
    case_give_if(run, there, gls_line_at(&fit.random.line, 0), "intercept");
    case_give_if(run, error, fit.random.tau2, "tau2");
    case_give_if(run, error, fit.random.factor, "kh_factor");
    case_give_if(run, error, fit.random.standard_error, "se_unfloored");
    case_give_if(run, error, fit.random.floored_error, "se_floored");
    case_give_if(run, error, fit.random.p, "p_unfloored");
    case_give_if(run, fit.known.there, fit.known.line.q, "Q_fixed");
    case_give_if(run, fit.known.there, fit.known.line.slope, "slope_known_var");
    case_give_if(run, fit.known.there, fit.known.standard_error, "se_known_var");
    case_give_if(run, error, fit.half_width, "envelope_halfwidth95");
    struct gap_fit stress = gap_line_fit(&points, 0.3, 0.95).fits[1];
    case_give_if(run, stress.reason == REASON_NONE, stress.random.line.slope, "gls_rho0.3_slope");
    case_give_if(run, stress.random.there, stress.random.tau2, "gls_rho0.3_tau2");
    case_give_if(run, stress.random.there, stress.random.standard_error, "gls_rho0.3_se_unfloored");
}

/* --- likelihoods -------------------------------------------------------------------------------*/

static void give_cochran_armitage(struct case_run *run, const struct glm_series *series,
                                  const char *chi_squared, const char *p)
{
    struct cochran_armitage test = cochran_armitage(series);
    case_give_if(run, test.reason == REASON_NONE, test.chi_squared, chi_squared);
    case_give_if(run, test.reason == REASON_NONE, test.p, p);
}

static void run_cochran_armitage(struct case_run *run)
{
    const struct lists all = read_lists(run, (const char *const[]){time_name(run), "x", "n", NULL});
    struct glm_series series = {all.values[1], all.values[2], all.values[0], all.n};
    give_cochran_armitage(run, &series, "chisq", "p");
}

static void quasi_trend(struct case_run *run, enum glm_family family)
{
    const struct lists all = read_lists(run, (const char *const[]){time_name(run), "x", "n", NULL});
    struct glm_series series = {all.values[1], all.values[2], all.values[0], all.n};
    struct glm_trend trend = glm_trend_fit(family, &series, 0.95);
    bool there = trend.slope.state != ESTIMATE_UNDEFINED;
    case_give_value(run, trend.slope, "slope");
    case_give_if(run, there, trend.model_error, "se_model");
    case_give_if(run, there, trend.deviance, "deviance");
    case_give_if(run, trend.quasi.there, trend.dispersion, "dispersion");
    case_give_if(run, trend.quasi.there, trend.quasi.standard_error, "se_quasi");
    case_give_if(run, trend.quasi.there, trend.quasi.t, "t");
    case_give_if(run, trend.quasi.there, trend.quasi.df, "df");
    case_give_if(run, trend.quasi.there, trend.quasi.p, "p_quasi_t");
    give_cochran_armitage(run, &series, "ca_chisq", "ca_p");
}

static void quasibinomial_trend(struct case_run *run)
{
    quasi_trend(run, GLM_BINOMIAL);
}

static void quasipoisson_trend(struct case_run *run)
{
    quasi_trend(run, GLM_POISSON);
}

static void gap_interaction(struct case_run *run)
{
    const char *time = time_name(run);
    const struct lists area = read_lists(run, (const char *const[]){time, "xA", "nA", NULL});
    const struct lists rest = read_lists(run, (const char *const[]){time, "xR", "nR", NULL});
    struct glm_series area_series = {area.values[1], area.values[2], area.values[0], area.n};
    struct glm_series rest_series = {rest.values[1], rest.values[2], rest.values[0], rest.n};
    struct glm_gap gap = glm_gap_fit(GLM_BINOMIAL, &area_series, &rest_series, 0.95);
    case_give_value(run, gap.slope, "lin_b");
    case_give_if(run, gap.slope.state != ESTIMATE_UNDEFINED, gap.model_error, "lin_se_model");
    case_give_if(run, gap.quasi.there, gap.dispersion, "lin_phi");
    case_give_if(run, gap.quasi.there, gap.quasi.p, "lin_p");
}

/* --- ranks -------------------------------------------------------------------------------------*/

static void give_mann_kendall(struct case_run *run, const double *y, size_t n)
{
    struct mann_kendall test = mann_kendall(y, n);
    case_give(run, test.s, "S");
    case_give(run, test.variance, "varS");
    case_give_if(run, test.has_tau, test.tau_b, "tau_b");
    case_give_if(run, test.has_normal, test.z, "z");
    case_give_if(run, test.has_normal, test.z, "z_normal");
    case_give_if(run, test.has_normal, test.p_normal, "p_normal");
    case_give_if(run, test.is_exact, test.p, "p_exact");
    case_give_if(run, test.is_exact, test.smallest_p, "p_smallest_possible");
}

static void run_mann_kendall(struct case_run *run)
{
    const struct lists y = read_lists(run, (const char *const[]){"y", NULL});
    give_mann_kendall(run, y.values[0], y.n);
}

static void mann_kendall_sen(struct case_run *run)
{
    const struct lists all = read_lists(run, (const char *const[]){time_name(run), "y", NULL});
    give_mann_kendall(run, all.values[1], all.n);
    struct arena *arena = arena_new();
    struct theil_sen line = theil_sen(arena, all.values[0], all.values[1], all.n, 0.95);
    bool interval = line.slope.state == ESTIMATE_INTERVAL;
    case_give_value(run, line.slope, "sen_slope");
    case_give_limits(run, line.slope, 1, "sen_lo95", "sen_hi95");
    case_give_if(run, line.slope.state != ESTIMATE_UNDEFINED, line.intercept,
                 "sen_intercept_median_resid");
    case_give_if(run, interval, line.exact_confidence, "sen_exact_conf");
    arena_free(arena);
}

static void kendall_tail(struct case_run *run)
{
    struct arena *arena = arena_new();
    case_give(run, rank_tail(arena, (size_t)case_number(run, "n"), case_number(run, "S")),
              "p_upper");
    arena_free(arena);
}

static void run_theil_sen(struct case_run *run)
{
    const struct lists all = read_lists(run, (const char *const[]){time_name(run), "y", NULL});
    struct arena *arena = arena_new();
    struct theil_sen line =
        theil_sen(arena, all.values[0], all.values[1], all.n, confidence_of(run));
    bool there = line.slope.state != ESTIMATE_UNDEFINED;
    case_give_value(run, line.slope, "slope");
    case_give_limits(run, line.slope, 1, "lower", "upper");
    case_give_if(run, there, line.intercept, "intercept");
    case_give_if(run, line.slope.state == ESTIMATE_INTERVAL, line.exact_confidence, "exact_conf");
    case_give(run, (double)line.slopes, "n_slopes");
    arena_free(arena);
}

/* --- parity and power --------------------------------------------------------------------------*/

static void years_to_parity(struct case_run *run)
{
    const struct lists all = read_lists(run, (const char *const[]){"year", "d", NULL});
    struct parity parity =
        parity_fit(all.values[0], all.values[1], all.n, case_number(run, "origin"), 0.95);
    const struct fieller *fieller = &parity.fieller;
    bool there = fieller->set != FIELLER_NONE, finite = fieller->set == FIELLER_FINITE;
    case_give_if(run, fieller->has_zero, fieller->zero, "x0");
    case_give_if(run, fieller->has_g, fieller->g, "g");
    case_give_if(run, there, finite, "set_is_finite");
    case_give_if(run, there, fieller->set == FIELLER_WHOLE_LINE, "whole_line");
    case_give_if(run, finite, fieller->lower, "lower");
    case_give_if(run, finite, fieller->upper, "upper");
    case_give(run, parity.closing, "closing");
    case_give(run, parity.crossed, "already_crossed");
}

static void min_detectable_slope(struct case_run *run)
{
    double confidence = case_has(run, "alpha") ? 1 - case_number(run, "alpha") : 0.95;
    double power = case_has(run, "power") ? case_number(run, "power") : DETECT_POWER;
    struct arena *arena = arena_new();
    struct detectable found =
        detect_slope_every_year(detect_needs_new(arena, confidence, power),
                                (size_t)case_number(run, "T"), case_number(run, "sd_year"));
    arena_free(arena);
    bool there = found.reason == REASON_NONE;
    case_give_if(run, there, found.exact, "mdc_exact_noncentral_t");
    case_give_if(run, there, found.approximate, "mdc_approx");
}

const struct case_function case_functions_a[] = {
    {"prop_ci", prop_ci},
    {"pois_ci", pois_ci},
    {"mean_ci", mean_ci},
    {"prop_diff", prop_diff},
    {"prop_ratio", prop_ratio},
    {"rate_ratio", rate_ratio},
    {"welch", welch},
    {"part_whole", part_whole},
    {"ols", ols},
    {"line_fits", line_fits},
    {"pm_kh_line", pm_kh_line},
    {"cochran_armitage", run_cochran_armitage},
    {"quasibinomial_trend", quasibinomial_trend},
    {"quasipoisson_trend", quasipoisson_trend},
    {"gap_interaction", gap_interaction},
    {"mann_kendall", run_mann_kendall},
    {"mann_kendall_normal", run_mann_kendall},
    {"mann_kendall_sen", mann_kendall_sen},
    {"kendall_tail", kendall_tail},
    {"theil_sen", run_theil_sen},
    {"years_to_parity", years_to_parity},
    {"min_detectable_slope", min_detectable_slope},
    {NULL, NULL},
};
