/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/glm.h"

#define N 6

static const double t[N] = {2012, 2013, 2015, 2016, 2018, 2020};
static const double events[N] = {135, 127, 152, 161, 144, 140};
static const double base[N] = {948, 944, 1011, 1024, 940, 845};

static double mean_at(enum glm_family family, const struct glm_trend *trend, size_t i)
{
    double eta = glm_trend_at(trend, t[i]);
    return family == GLM_POISSON ? base[i] * exp(eta) : base[i] / (1 + exp(-eta));
}

static void score_equations_hold_at_the_solution(void **state)
{
    (void)state;
    const struct glm_series series = {events, base, t, N};
    for (int i = 0; i < 2; i++) {
        enum glm_family family = i ? GLM_POISSON : GLM_BINOMIAL;
        struct glm_trend trend = glm_trend_fit(family, &series, 0.95);
        double level = 0, slope = 0, pearson = 0;
        for (size_t k = 0; k < N; k++) {
            double mean = mean_at(family, &trend, k), left = events[k] - mean;
            level += left;
            slope += (t[k] - 2016) * left;
            pearson += left * left / (i ? mean : mean * (1 - mean / base[k]));
        }
        assert_near(level, 0, 1e-8);
        assert_near(slope, 0, 1e-8);
        assert_near(trend.pearson, pearson, 1e-9);
        assert_near(trend.dispersion, pearson / 4, 1e-9);
        assert_near(trend.quasi.p, student_two_sided(trend.quasi.t, 4), 1e-12);
        assert_true(trend.floored_error >= trend.quasi.standard_error);
    }
}

/* The error of the slope, from the curvature of the deviance along the profile of the level. */
static void model_error_is_the_curvature_of_the_likelihood(void **state)
{
    (void)state;
    const struct glm_series series = {events, base, t, N};
    struct glm_trend trend = glm_trend_fit(GLM_POISSON, &series, 0.95);
    double profile[3];
    for (int side = -1; side <= 1; side++) {
        double slope = trend.slope.value + side * 1e-4, sum = 0, exposure = 0, deviance = 0;
        for (size_t i = 0; i < N; i++) {
            exposure += base[i] * exp(slope * (t[i] - 2016));
            sum += events[i];
        }
        for (size_t i = 0; i < N; i++) {
            double mean = sum / exposure * base[i] * exp(slope * (t[i] - 2016));
            deviance += 2 * (events[i] * log(events[i] / mean) - (events[i] - mean));
        }
        profile[side + 1] = deviance;
    }
    double curvature = (profile[0] - 2 * profile[1] + profile[2]) / 1e-8;
    assert_near(trend.model_error, sqrt(2 / curvature), 1e-6);
    assert_near(trend.deviance, profile[1], 1e-9);
}

static void reversing_and_scaling_time(void **state)
{
    (void)state;
    double back[N], complement[N];
    for (size_t i = 0; i < N; i++) {
        back[i] = -10 * (t[i] - 2000);
        complement[i] = base[i] - events[i];
    }
    const struct glm_series series = {events, base, t, N}, reversed = {events, base, back, N};
    const struct glm_series others = {complement, base, t, N};
    struct glm_trend trend = glm_trend_fit(GLM_BINOMIAL, &series, 0.95);
    struct glm_trend other = glm_trend_fit(GLM_BINOMIAL, &reversed, 0.95);
    assert_near(other.slope.value, -trend.slope.value / 10, 1e-12);
    assert_near(other.slope.lower, -trend.slope.upper / 10, 1e-12);
    assert_near(other.floored_p, trend.floored_p, 1e-10);
    other = glm_trend_fit(GLM_BINOMIAL, &others, 0.95);
    assert_near(other.slope.value, -trend.slope.value, 1e-12);
    assert_near(other.model_error, trend.model_error, 1e-12);
    assert_near(other.dispersion, trend.dispersion, 1e-9);
}

static void a_rare_binomial_is_a_poisson(void **state)
{
    (void)state;
    double many[N];
    for (size_t i = 0; i < N; i++)
        many[i] = base[i] * 1e5;
    const struct glm_series series = {events, many, t, N};
    struct glm_trend binomial = glm_trend_fit(GLM_BINOMIAL, &series, 0.95);
    struct glm_trend poisson = glm_trend_fit(GLM_POISSON, &series, 0.95);
    assert_near(binomial.slope.value, poisson.slope.value, 1e-7);
    assert_near(binomial.quasi.standard_error, poisson.quasi.standard_error, 1e-7);
}

static void a_constant_share_has_p_one(void **state)
{
    (void)state;
    static const double time[] = {1, 2, 3, 4, 5}, n[] = {30, 60, 90, 120, 150};
    static const double x[] = {10, 20, 30, 40, 50};
    const struct glm_series series = {x, n, time, 5};
    for (int i = 0; i < 2; i++) {
        struct glm_trend trend = glm_trend_fit(i ? GLM_POISSON : GLM_BINOMIAL, &series, 0.95);
        assert_near(trend.slope.value, 0, 1e-14);
        assert_near(trend.dispersion, 0, 0);
        assert_near(trend.quasi.standard_error, 0, 0);
        assert_near(trend.floored_p, 1, 1e-10);
        assert_true(trend.slope.lower < 0 && trend.slope.upper > 0);
    }
    assert_near(glm_trend_fit(GLM_BINOMIAL, &series, 0.95).quasi.p, 1, 0);
}

static void two_points_give_a_slope_alone(void **state)
{
    (void)state;
    static const double time[] = {2020, 2022}, n[] = {100, 200}, x[] = {20, 60};
    const struct glm_series series = {x, n, time, 2};
    struct glm_trend trend = glm_trend_fit(GLM_BINOMIAL, &series, 0.95);
    assert_int_equal(trend.slope.state, ESTIMATE_POINT);
    assert_near(trend.slope.value, (log(0.3 / 0.7) - log(0.2 / 0.8)) / 2, 1e-10);
    assert_false(trend.quasi.there);
    trend = glm_trend_fit(GLM_POISSON, &series, 0.95);
    assert_near(trend.slope.value, log(1.5) / 2, 1e-10);
}

static void stops_where_there_is_no_slope(void **state)
{
    (void)state;
    static const double time[] = {1, 2, 3, 4}, once[] = {1, 1, 1, 1}, n[] = {9, 9, 9, 9};
    static const double none[4], all[] = {9, 9, 9, 9}, split[] = {0, 0, 9, 9},
                                 fall[] = {9, 9, 0, 0};
    static const double meet[] = {0, 0, 4, 9}, last[] = {0, 0, 0, 4}, cross[] = {0, 1, 9, 8};
    static const double too_many[] = {1, 2, 3, 10}, negative[] = {1, 2, -1, 3};
    static const double nobody[] = {9, 9, 0, 9};
    static const struct {
        struct glm_series series;
        enum reason binomial, poisson;
    } cases[] = {
        {{all, n, time, 0}, REASON_TOO_FEW_YEARS, REASON_TOO_FEW_YEARS},
        {{all, n, time, 1}, REASON_TOO_FEW_YEARS, REASON_TOO_FEW_YEARS},
        {{split, n, once, 4}, REASON_TOO_FEW_YEARS, REASON_TOO_FEW_YEARS},
        {{none, n, time, 4}, REASON_NO_EVENTS, REASON_NO_EVENTS},
        {{all, n, time, 4}, REASON_ALL_EVENTS, REASON_NONE},
        {{split, n, time, 4}, REASON_SEPARATION, REASON_NONE},
        {{fall, n, time, 4}, REASON_SEPARATION, REASON_NONE},
        {{meet, n, time, 4}, REASON_SEPARATION, REASON_NONE},
        {{last, n, time, 4}, REASON_SEPARATION, REASON_SEPARATION},
        {{cross, n, time, 4}, REASON_NONE, REASON_NONE},
        {{too_many, n, time, 4}, REASON_INCONSISTENT_INPUT, REASON_NONE},
        {{negative, n, time, 4}, REASON_INCONSISTENT_INPUT, REASON_INCONSISTENT_INPUT},
        {{cross, nobody, time, 4}, REASON_NO_DENOMINATOR, REASON_NO_DENOMINATOR},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int k = 0; k < 2; k++) {
            enum reason expected = k ? cases[i].poisson : cases[i].binomial;
            struct estimate slope =
                glm_trend_fit(k ? GLM_POISSON : GLM_BINOMIAL, &cases[i].series, 0.95).slope;
            if (expected != REASON_NONE)
                assert_undefined(slope, expected);
            else
                assert_true(slope.state == ESTIMATE_INTERVAL && isfinite(slope.lower) &&
                            isfinite(slope.upper));
        }
}

/* Steep but overlapping series converge, up to the logit that counts as vertical. */
static void steep_series_converge(void **state)
{
    (void)state;
    static const double time[] = {0, 1, 2, 3, 4, 5}, n[] = {500, 500, 500, 500, 500, 500};
    static const double x[] = {0, 3, 20, 480, 499, 500}, counts[] = {0, 0, 1, 5, 40, 400};
    static const double steeper[] = {0, 1, 0, 499, 500, 500};
    const struct glm_series binomial = {x, n, time, 6}, poisson = {counts, n, time, 6};
    const struct glm_series vertical = {steeper, n, time, 6};
    struct glm_trend trend = glm_trend_fit(GLM_BINOMIAL, &binomial, 0.95);
    assert_int_equal(trend.slope.state, ESTIMATE_INTERVAL);
    assert_true(trend.slope.value > 2);
    assert_undefined(glm_trend_fit(GLM_BINOMIAL, &vertical, 0.95).slope, REASON_SEPARATION);
    trend = glm_trend_fit(GLM_POISSON, &poisson, 0.95);
    assert_near(trend.slope.value, log(10), 0.2);
}

/* One model with both groups: its four score equations hold at the two separate lines. */
static void the_gap_is_the_difference_of_two_lines(void **state)
{
    (void)state;
    static const double rest_events[N] = {9000, 9100, 8800, 9050, 8700, 8600};
    static const double rest_base[N] = {74000, 74100, 74200, 74300, 74400, 74500};
    const struct glm_series area = {events, base, t, N}, rest = {rest_events, rest_base, t, N};
    struct glm_gap gap = glm_gap_fit(GLM_BINOMIAL, &area, &rest, 0.95);
    struct glm_gap swapped = glm_gap_fit(GLM_BINOMIAL, &rest, &area, 0.95);
    struct glm_trend a = glm_trend_fit(GLM_BINOMIAL, &area, 0.95);
    struct glm_trend r = glm_trend_fit(GLM_BINOMIAL, &rest, 0.95);
    assert_near(gap.slope.value, a.slope.value - r.slope.value, 0);
    assert_near(swapped.slope.value, -gap.slope.value, 0);
    assert_near(swapped.slope.lower, -gap.slope.upper, 1e-15);
    assert_near(gap.dispersion, (4 * a.dispersion + 4 * r.dispersion) / 8, 1e-12);
    assert_near(gap.model_error * gap.model_error,
                a.model_error * a.model_error + r.model_error * r.model_error, 1e-15);
    assert_near(gap.quasi.p, student_two_sided(gap.quasi.t, 8), 0);
    static const double none[N];
    const struct glm_series empty = {none, base, t, N};
    assert_undefined(glm_gap_fit(GLM_BINOMIAL, &empty, &rest, 0.95).slope, REASON_NO_EVENTS);
    assert_undefined(glm_gap_fit(GLM_BINOMIAL, &area, &empty, 0.95).slope, REASON_NO_EVENTS);
}

/* The score test of slope 0: U^2/I at the common share, from the sums as they are printed. */
static void cochran_armitage_is_the_score_test(void **state)
{
    (void)state;
    const struct glm_series series = {events, base, t, N};
    double n = 0, x = 0, nt = 0, xt = 0, ntt = 0;
    for (size_t i = 0; i < N; i++) {
        double u = t[i] - 2015;
        n += base[i];
        x += events[i];
        nt += base[i] * u;
        xt += events[i] * u;
        ntt += base[i] * u * u;
    }
    double top = n * xt - x * nt;
    double expected = n * top * top / (x * (n - x) * (n * ntt - nt * nt));
    struct cochran_armitage test = cochran_armitage(&series);
    assert_near(test.chi_squared, expected, 1e-9);
    assert_near(test.p, normal_two_sided(sqrt(expected)), 1e-12);
    static const double none[N];
    const struct glm_series empty = {none, base, t, N};
    assert_int_equal(cochran_armitage(&empty).reason, REASON_NO_EVENTS);
}

/* A step that overshoots is halved: from a rate of 1.5e-6 to one of 1,000 between two times. */
static void a_step_too_far_is_taken_back(void **state)
{
    (void)state;
    const double x[] = {3, 1000}, exposure[] = {2e6, 1}, at[] = {0, 10};
    const struct glm_series series = {x, exposure, at, 2};
    struct glm_trend trend = glm_trend_fit(GLM_POISSON, &series, 0.95);
    assert_int_equal(trend.slope.state, ESTIMATE_POINT);
    assert_near(trend.slope.value, log(1000 / 1.5e-6) / 10, 1e-9);
    assert_near(glm_trend_at(&trend, 0), log(1.5e-6), 1e-9);
    assert_near(glm_trend_at(&trend, 10), log(1000), 1e-9);
}

static void what_doubles_cannot_hold_has_no_slope(void **state)
{
    (void)state;
    const double at[] = {0, 1, 2, 3}, one[] = {1, 2, 3, 4};
    static const double sizes[] = {1e155, 1e158, 1e200, 1.7e308};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        double x[4], exposure[4];
        for (size_t k = 0; k < 4; k++) {
            exposure[k] = sizes[i];
            x[k] = sizes[i] * (k % 2 ? 0.9999 : 1);
        }
        const struct glm_series series = {x, exposure, at, 4};
        assert_undefined(glm_trend_fit(GLM_POISSON, &series, 0.95).slope, REASON_SEPARATION);
    }
    const double no_count[] = {1, HUGE_VAL, 2, 1}, no_time[] = {0, 1, 2, HUGE_VAL};
    const double no_base[] = {10, HUGE_VAL, 10, 10};
    const struct glm_series events_wrong = {no_count, no_base, at, 4};
    const struct glm_series base_wrong = {one, no_base, at, 4};
    const struct glm_series time_wrong = {one, base, no_time, 4};
    assert_undefined(glm_trend_fit(GLM_BINOMIAL, &events_wrong, 0.95).slope,
                     REASON_INCONSISTENT_INPUT);
    assert_undefined(glm_trend_fit(GLM_BINOMIAL, &base_wrong, 0.95).slope,
                     REASON_INCONSISTENT_INPUT);
    assert_undefined(glm_trend_fit(GLM_BINOMIAL, &time_wrong, 0.95).slope,
                     REASON_INCONSISTENT_INPUT);
}

static void four_points_give_the_gap_a_slope_alone(void **state)
{
    (void)state;
    const struct glm_series area = {events, base, t, 2}, rest = {events + 2, base + 2, t + 2, 2};
    struct glm_gap gap = glm_gap_fit(GLM_BINOMIAL, &area, &rest, 0.95);
    assert_int_equal(gap.slope.state, ESTIMATE_POINT);
    assert_int_equal(gap.slope.reason, REASON_TOO_FEW_YEARS);
    assert_near(gap.slope.value, gap.area.slope.value - gap.rest.slope.value, 0);
    assert_false(gap.quasi.there);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_equations_hold_at_the_solution),
        cmocka_unit_test(model_error_is_the_curvature_of_the_likelihood),
        cmocka_unit_test(reversing_and_scaling_time),
        cmocka_unit_test(a_rare_binomial_is_a_poisson),
        cmocka_unit_test(a_constant_share_has_p_one),
        cmocka_unit_test(two_points_give_a_slope_alone),
        cmocka_unit_test(stops_where_there_is_no_slope),
        cmocka_unit_test(steep_series_converge),
        cmocka_unit_test(the_gap_is_the_difference_of_two_lines),
        cmocka_unit_test(cochran_armitage_is_the_score_test),
        cmocka_unit_test(a_step_too_far_is_taken_back),
        cmocka_unit_test(what_doubles_cannot_hold_has_no_slope),
        cmocka_unit_test(four_points_give_the_gap_a_slope_alone),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
