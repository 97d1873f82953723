/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/ratio.h"
#include <gsl/gsl_randist.h>

#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

/* --- shares ----------------------------------------------------------------------------------- */
/* R 4.2: the formulas of Katz et al. (1978) and of Donner & Zou (2012), by hand. */
static void ratios_of_shares_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x1, n1, x2, n2, confidence;
        enum method method;
        double lower, upper;
    } rows[] = {
        {2, 45, 2193, 72389, 0.99, METHOD_MOVER_WILSON, 0.287998088076422, 6.52228815460459},
        {2, 22, 18416, 73903, 0.9, METHOD_MOVER_WILSON, 0.12260968890636, 0.966668634931092},
        {80, 310, 18997, 75337, 0.99, METHOD_KATZ_LOG, 0.798164661397999, 1.31223219748043},
        {1183, 4800, 17425, 69545, 0.9, METHOD_KATZ_LOG, 0.942342651989995, 1.02674929998598},
        {4, 45, 2301, 77556, 0.95, METHOD_MOVER_WILSON, 1.1827824568234, 6.99786641061921},
        {6, 90, 2263, 76721, 0.95, METHOD_MOVER_WILSON, 1.04714424193617, 4.68234352941205},
        {205, 310, 32751, 73076, 0.9, METHOD_KATZ_LOG, 1.37961501364365, 1.57807204568164},
        {27, 45, 17992, 71275, 0.99, METHOD_KATZ_LOG, 1.73643383789667, 3.25356754713314},
        {15, 90, 7438, 73423, 0.9, METHOD_KATZ_LOG, 1.11600873864578, 2.42539125186699},
        {475, 4800, 7007, 69881, 0.99, METHOD_KATZ_LOG, 0.878891231311661, 1.10821391821456},
        {241, 1200, 7185, 72544, 0.9, METHOD_KATZ_LOG, 1.84121288529679, 2.23314559837483},
        {0, 30, 12000, 75000, 0.95, METHOD_MOVER_WILSON, 0, 0.709552850888904},
        {1, 1, 40000, 75000, 0.95, METHOD_MOVER_WILSON, 0.387277707627271, 1.8876426411155},
        {25, 25, 75000, 75000, 0.95, METHOD_KATZ_LOG, 1, 1}, /* everybody in both: no width */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double x1 = rows[i].x1, n1 = rows[i].n1, x2 = rows[i].x2, n2 = rows[i].n2;
        struct estimate ratio = ratio_of_shares(x1, n1, x2, n2, rows[i].confidence);
        assert_int_equal(ratio.method, rows[i].method);
        assert_interval(ratio, (x1 / n1) / (x2 / n2), rows[i].lower, rows[i].upper,
                        1e-10 * fmax(1, rows[i].upper));
    }
}

static void the_log_interval_needs_10_in_both_counts(void **state)
{
    (void)state;
    assert_int_equal(ratio_of_shares(10, 30, 10, 40, 0.95).method, METHOD_KATZ_LOG);
    assert_int_equal(ratio_of_shares(9.9, 30, 10, 40, 0.95).method, METHOD_MOVER_WILSON);
    assert_int_equal(ratio_of_shares(10, 30, 9.9, 40, 0.95).method, METHOD_MOVER_WILSON);
}

static void swapping_the_groups_inverts_the_log_interval(void **state)
{
    (void)state;
    for (double x = 10; x <= 310; x += 20) {
        struct estimate ratio = ratio_of_shares(x, 310, 18997, 75337, 0.95);
        struct estimate turned = ratio_of_shares(18997, 75337, x, 310, 0.95);
        assert_interval(turned, 1 / ratio.value, 1 / ratio.upper, 1 / ratio.lower, 1e-12);
    }
}

/*
 * A limit r of MOVER solves (p1 - r p2)^2 = (p1 - l1)^2 + r^2 (u2 - p2)^2 below the ratio and
 * (p1 - r p2)^2 = (u1 - p1)^2 + r^2 (p2 - l2)^2 above it.
 */
static void check_mover(double x1, double n1, double x2, double n2)
{
    struct estimate ratio = ratio_of_shares(x1, n1, x2, n2, 0.95);
    struct estimate a = interval_wilson(x1, n1, 0.95), b = interval_wilson(x2, n2, 0.95);
    double low = ratio.lower, high = ratio.upper;
    assert_int_equal(ratio.method, METHOD_MOVER_WILSON);
    assert_true(0 <= low && low <= ratio.value && ratio.value <= high);
    assert_near(hypot(a.value - a.lower, low * (b.upper - b.value)), a.value - low * b.value,
                1e-12);
    assert_near(hypot(a.upper - a.value, high * (b.value - b.lower)), high * b.value - a.value,
                1e-9 * (1 + high));
}

static void mover_limits_solve_their_equation(void **state)
{
    (void)state;
    for (double x1 = 0; x1 < 10; x1 += 0.5)
        for (double x2 = 0.5; x2 < 10; x2 += 0.5) {
            check_mover(x1, 10, x2, 10);
            check_mover(x1, 22, x2, 45);
            check_mover(x1, 10, x2, 80000);
            check_mover(x1, 80000, x2, 158); /* 2 p2 and its upper limit are nearly equal at 7 */
        }
}

static void a_share_of_nobody_has_a_ratio_of_zero_and_an_upper_limit(void **state)
{
    (void)state;
    struct estimate ratio = ratio_of_shares(0, 30, 12000, 75000, 0.95);
    assert_near(ratio.value, 0, 0);
    assert_near(ratio.lower, 0, 0);
    assert_true(ratio.upper > 0 && ratio.upper < 1);
}

static void shares_that_cannot_be_compared_have_a_reason(void **state)
{
    (void)state;
    static const struct {
        double x1, n1, x2, n2;
        enum reason reason;
    } rows[] = {
        {1, 0, 1, 10, REASON_NO_DENOMINATOR},
        {1, 10, 1, 0, REASON_NO_DENOMINATOR},
        {1, -1, 0, 10, REASON_NO_DENOMINATOR},
        {0, (double)NAN, 1, 10, REASON_NO_DENOMINATOR},
        {1, 10, 0, 10, REASON_NO_EVENTS},
        {0, 10, 0, 10, REASON_NO_EVENTS},
        {11, 10, 1, 10, REASON_INCONSISTENT_INPUT},
        {1, 10, 11, 10, REASON_INCONSISTENT_INPUT},
        {-1, 10, 1, 10, REASON_INCONSISTENT_INPUT},
        {1, 10, (double)NAN, 10, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_undefined(ratio_of_shares(rows[i].x1, rows[i].n1, rows[i].x2, rows[i].n2, 0.95),
                         rows[i].reason);
}

/* --- rates ------------------------------------------------------------------------------------ */
/* R 4.2: limits of x1 out of x1 + x2 by qbeta (Clopper and Pearson), as odds. */
static void ratios_of_rates_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x1, e1, x2, e2, lower, upper;
    } rows[] = {
        {7, 40, 3839, 76000, 1.39194620323845, 7.14498074859773},
        {11, 2600, 225, 76000, 0.703273924015307, 2.60639945460821},
        {105, 2600, 3857, 76000, 0.649165662802711, 0.966059274222683},
        {7, 150, 3764, 76000, 0.378576666006165, 1.94333044312102},
        {0, 40, 924, 76000, 0, 7.60051984390697},
        {1, 150, 931, 76000, 0.0137638021594079, 3.03964209283454},
        {0, 40, 238, 76000, 0, 29.6784439374428},
        {0, 200, 150, 76000, 0, 9.46101966256456},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double x1 = rows[i].x1, e1 = rows[i].e1, x2 = rows[i].x2, e2 = rows[i].e2;
        struct estimate ratio = ratio_of_rates(x1, e1, x2, e2, 0.95);
        assert_interval(ratio, (x1 / e1) / (x2 / e2), rows[i].lower, rows[i].upper,
                        1e-10 * fmax(1, rows[i].upper));
        assert_int_equal(ratio.method, METHOD_EXACT_RATIO);
    }
}

static void swapping_the_groups_inverts_the_ratio_of_rates(void **state)
{
    (void)state;
    static const double counts[] = {1, 2, 7.4, 40, 640, 3839, 80000};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        for (size_t j = 0; j < COUNT_OF(counts); j++) {
            struct estimate ratio = ratio_of_rates(counts[i], 2600, counts[j], 76000, 0.95);
            struct estimate turned = ratio_of_rates(counts[j], 76000, counts[i], 2600, 0.95);
            assert_true(ratio.lower <= ratio.value && ratio.value <= ratio.upper);
            assert_interval(turned, 1 / ratio.value, 1 / ratio.upper, 1 / ratio.lower,
                            1e-8 / ratio.lower);
        }
}

/* P(X >= x) of x out of n at share p, from its largest term upwards. */
static double binomial_above(double x, double n, double p)
{
    double term =
        exp(lgamma(n + 1) - lgamma(x + 1) - lgamma(n - x + 1) + x * log(p) + (n - x) * log1p(-p));
    double sum = 0;
    for (double k = x; k <= n && term > 1e-18 * sum; k++) {
        sum += term;
        term *= (n - k) / (k + 1) * p / (1 - p);
    }
    return sum;
}

/* Given the sum of the events, the first group's share of them is binomial. */
static void the_limits_of_rates_are_where_the_binomial_sum_says(void **state)
{
    (void)state;
    static const double counts[][2] = {{1, 1},    {1, 931},     {7, 3839},     {105, 3857},
                                       {640, 20}, {3000, 3000}, {20000, 60000}};
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        double x1 = counts[i][0], x2 = counts[i][1];
        struct estimate odds = ratio_of_rates(x1, 1, x2, 1, 0.95);
        double low = odds.lower / (1 + odds.lower), other = 1 / (1 + odds.upper);
        assert_near(binomial_above(x1, x1 + x2, low), 0.025, 1e-8);
        assert_near(binomial_above(x2, x1 + x2, other), 0.025, 1e-8);
    }
}

static void exposures_scale_the_ratio_of_rates(void **state)
{
    (void)state;
    struct estimate ratio = ratio_of_rates(11, 1, 225, 1, 0.95);
    struct estimate scaled = ratio_of_rates(11, 2600, 225, 76000, 0.95);
    double factor = 76000.0 / 2600;
    assert_interval(scaled, factor * ratio.value, factor * ratio.lower, factor * ratio.upper,
                    1e-12);
}

/* Counts rebuilt from rounded rates may be far below one. */
static void counts_well_below_one_have_finite_limits(void **state)
{
    (void)state;
    double before = HUGE_VAL;
    for (double x2 = 0.02; x2 < 2; x2 *= 1.5) {
        struct estimate ratio = ratio_of_rates(3, 100, x2, 1000, 0.95);
        assert_true(isfinite(ratio.upper));
        assert_true(ratio.lower <= ratio.value && ratio.value <= ratio.upper);
        assert_true(ratio.upper < before);
        before = ratio.upper;
        struct estimate turned = ratio_of_rates(x2, 1000, 3, 100, 0.95);
        assert_near(turned.lower * ratio.upper, 1, 1e-9);
    }
}

static void rates_that_cannot_be_compared_have_a_reason(void **state)
{
    (void)state;
    static const struct {
        double x1, e1, x2, e2;
        enum reason reason;
    } rows[] = {
        {1, 0, 1, 10, REASON_NO_DENOMINATOR},
        {1, 10, 1, 0, REASON_NO_DENOMINATOR},
        {1, 10, 0, -1, REASON_NO_DENOMINATOR},
        {1, (double)NAN, 1, 10, REASON_NO_DENOMINATOR},
        {1, 20, 0, 76000, REASON_NO_EVENTS},
        {0, 20, 0, 76000, REASON_NO_EVENTS},
        {-1, 10, 1, 10, REASON_INCONSISTENT_INPUT},
        {1, 10, -1, 10, REASON_INCONSISTENT_INPUT},
        {(double)NAN, 10, 1, 10, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_undefined(ratio_of_rates(rows[i].x1, rows[i].e1, rows[i].x2, rows[i].e2, 0.95),
                         rows[i].reason);
}

/* Every count no more probable than the one seen, added up one by one. */
static double p_by_enumeration(unsigned x1, double e1, unsigned x2, double e2)
{
    unsigned n = x1 + x2;
    double share = e1 / (e1 + e2), sum = 0;
    double seen = gsl_ran_binomial_pdf(x1, share, n);
    for (unsigned k = 0; k <= n; k++) {
        double probability = gsl_ran_binomial_pdf(k, share, n);
        sum += probability <= seen * (1 + 1e-7) ? probability : 0;
    }
    return fmin(1, sum);
}

static void exact_p_equals_enumeration(void **state)
{
    (void)state;
    static const double exposures[][2] = {{1, 1}, {40, 76000}, {2, 1}, {800, 3011}, {1, 1e-3}};
    static const unsigned counts[][2] = {{0, 0},  {0, 1},  {1, 0},      {5, 5},  {11, 21},
                                         {0, 30}, {30, 0}, {105, 3857}, {2, 400}};
    for (size_t i = 0; i < sizeof exposures / sizeof *exposures; i++)
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            double e1 = exposures[i][0], e2 = exposures[i][1], p = -1, swapped = -1;
            unsigned x1 = counts[k][0], x2 = counts[k][1];
            assert_true(ratio_of_rates_p(x1, e1, x2, e2, &p));
            assert_near(p, p_by_enumeration(x1, e1, x2, e2), 1e-9);
            assert_true(ratio_of_rates_p(x2, e2, x1, e1, &swapped));
            assert_near(p, swapped, 1e-9);
        }
}

static void exact_p_needs_whole_counts(void **state)
{
    (void)state;
    double p = -1;
    assert_false(ratio_of_rates_p(1.5, 1, 2, 1, &p));
    assert_false(ratio_of_rates_p(-1, 1, 2, 1, &p));
    assert_false(ratio_of_rates_p(1, 0, 2, 1, &p));
    assert_false(ratio_of_rates_p((double)NAN, 1, 2, 1, &p));
    assert_false(ratio_of_rates_p(1e9, 1, 1e9, 1, &p));
    assert_near(p, -1, 0);
    assert_true(ratio_of_rates_p(1e6, 1, 1e6, 1, &p));
    assert_near(p, 1, 1e-9);
}

/* At the limits of the ratio the count seen, or beyond, has probability 2.5 %. */
static void exact_limits_are_the_transformed_binomial_ones(void **state)
{
    (void)state;
    struct ratio_limits limits = ratio_exact_limits(11, 800, 21, 3011, 0.95);
    struct estimate share = interval_clopper_pearson(11, 32, 0.95);
    double scale = 3011.0 / 800;
    assert_near(limits.lower, share.lower / (1 - share.lower) * scale, 1e-12);
    assert_near(limits.upper, share.upper / (1 - share.upper) * scale, 1e-11);
    struct ratio_limits swapped = ratio_exact_limits(21, 3011, 11, 800, 0.95);
    assert_near(swapped.lower, 1 / limits.upper, 1e-12);
    limits = ratio_exact_limits(1, 20, 0, 76000, 0.95);
    assert_near(limits.lower, 97.4358974358975, 1e-9);
    assert_true(isinf(limits.upper));
    assert_near(ratio_exact_limits(0, 20, 5, 30, 0.95).lower, 0, 0);
}

static void katz_needs_events_in_both(void **state)
{
    (void)state;
    assert_undefined(ratio_katz_log(0, 30, 12000, 75000, 0.95), REASON_NO_EVENTS);
    assert_undefined(ratio_katz_log(3, 30, 0, 75000, 0.95), REASON_NO_EVENTS);
    assert_undefined(ratio_katz_log(3, 0, 1, 2, 0.95), REASON_NO_DENOMINATOR);
    struct estimate ratio = ratio_katz_log(4, 45, 2301, 77556, 0.95);
    struct estimate swapped = ratio_katz_log(2301, 77556, 4, 45, 0.95);
    assert_near(ratio.lower * swapped.upper, 1, 1e-12);
    assert_interval(ratio_katz_log(25, 25, 750, 750, 0.95), 1, 1, 1, 0);
}

static void mover_exists_at_zero_counts(void **state)
{
    (void)state;
    struct ratio_limits limits = ratio_mover_limits(0, 30, 12000, 75000, 0.95);
    assert_near(limits.lower, 0, 0);
    assert_near(limits.upper, 0.709552850888904, 1e-9);
    /* none in the second: its limit alone bounds the ratio from below */
    struct estimate first = interval_wilson(5, 30, 0.95), second = interval_wilson(0, 40, 0.95);
    limits = ratio_mover_limits(5, 30, 0, 40, 0.95);
    assert_near(limits.lower, sqrt(first.lower * (2 * first.value - first.lower)) / second.upper,
                1e-12);
    assert_true(isinf(limits.upper));
    struct estimate ratio = ratio_of_shares(7, 18, 1, 18, 0.95);
    limits = ratio_mover_limits(7, 18, 1, 18, 0.95);
    assert_interval(ratio, 7, limits.lower, limits.upper, 1e-12);
}

static void exact_p_knows_where_it_ends(void **state)
{
    (void)state;
    double p = -1;
    assert_false(ratio_of_rates_p(1, 1, 2, 0, &p));
    assert_false(ratio_of_rates_p(1, 1, 2.5, 1, &p));
    assert_false(ratio_of_rates_p(6e8, 1, 6e8, 1, &p)); /* each within the limit, not the two */
    assert_false(ratio_of_rates_p(1, 1e-300, 2, 1e300, &p));
    assert_false(ratio_of_rates_p(1, 1e300, 2, 1e-300, &p));
    assert_false(ratio_of_rates_p(5000200, 1, 4999800, 1, &p)); /* the sum does not settle */
    assert_near(p, -1, 0);
    assert_true(ratio_of_rates_p(5003000, 1, 4997000, 1, &p));
    assert_near(p, normal_two_sided(5999 / sqrt(1e7)), 1e-5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_of_shares_are_those_of_r),
        cmocka_unit_test(the_log_interval_needs_10_in_both_counts),
        cmocka_unit_test(swapping_the_groups_inverts_the_log_interval),
        cmocka_unit_test(mover_limits_solve_their_equation),
        cmocka_unit_test(a_share_of_nobody_has_a_ratio_of_zero_and_an_upper_limit),
        cmocka_unit_test(shares_that_cannot_be_compared_have_a_reason),
        cmocka_unit_test(ratios_of_rates_are_those_of_r),
        cmocka_unit_test(swapping_the_groups_inverts_the_ratio_of_rates),
        cmocka_unit_test(the_limits_of_rates_are_where_the_binomial_sum_says),
        cmocka_unit_test(exposures_scale_the_ratio_of_rates),
        cmocka_unit_test(counts_well_below_one_have_finite_limits),
        cmocka_unit_test(rates_that_cannot_be_compared_have_a_reason),
        cmocka_unit_test(exact_p_equals_enumeration),
        cmocka_unit_test(exact_p_needs_whole_counts),
        cmocka_unit_test(exact_limits_are_the_transformed_binomial_ones),
        cmocka_unit_test(katz_needs_events_in_both),
        cmocka_unit_test(mover_exists_at_zero_counts),
        cmocka_unit_test(exact_p_knows_where_it_ends),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
