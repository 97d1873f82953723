/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "near.h"

#include <stdlib.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

static const double tails[] = {1e-12, 1e-6, 0.0005, 0.001, 0.005, 0.025, 0.05,  0.1,
                               0.25,  0.5,  0.75,   0.9,   0.95,  0.975, 0.995, 0.999};

/* Relative, except near zero. */
static void check_close(double actual, double expected, double tolerance)
{
    assert_near(actual, expected, tolerance * fmax(1, fabs(expected)));
}

/* --- the normal distribution ------------------------------------------------------------------ */
static void normal_quantiles_are_where_the_error_function_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(tails); i++)
        assert_near(erfc(-normal_quantile(tails[i]) / sqrt(2)) / 2, tails[i], 1e-12 * tails[i]);
    assert_near(normal_quantile(0.975), 1.959963984540054, 1e-14); /* R 4.2: qnorm(0.975) */
    assert_near(normal_quantile(0.5), 0, 1e-16);
    assert_near(normal_quantile(0.025), -normal_quantile(0.975), 1e-14);
}

/* --- Student's t ------------------------------------------------------------------------------ */
/* The 97.5 % column of the usual printed table. */
static void student_quantiles_are_those_of_the_printed_table(void **state)
{
    (void)state;
    static const struct {
        double df, quantile;
    } rows[] = {
        {1, 12.706}, {2, 4.303}, {3, 3.182},  {4, 2.776},  {5, 2.571},  {6, 2.447},
        {7, 2.365},  {8, 2.306}, {10, 2.228}, {20, 2.086}, {30, 2.042}, {120, 1.980},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_near(student_quantile(0.975, rows[i].df), rows[i].quantile, 5e-4);
}

static void student_quantiles_have_closed_forms_at_1_and_2_degrees(void **state)
{
    (void)state;
    const double pi = acos(-1);
    for (size_t i = 0; i < COUNT_OF(tails); i++) {
        double p = tails[i];
        check_close(student_quantile(p, 1), -1 / tan(pi * p), p < 1e-5 ? 1e-4 : 1e-9);
        check_close(student_quantile(p, 2), (2 * p - 1) / sqrt(2 * p * (1 - p)),
                    p < 1e-5 ? 1e-4 : 1e-9);
    }
}

static void student_quantiles_are_symmetric_and_tend_to_the_normal_ones(void **state)
{
    (void)state;
    for (size_t i = 2; i < COUNT_OF(tails); i++) {
        check_close(student_quantile(1 - tails[i], 8.238), -student_quantile(tails[i], 8.238),
                    1e-9);
        assert_near(student_quantile(tails[i], 1e9), normal_quantile(tails[i]), 1e-7);
    }
}

static const double degrees[] = {0.5, 1, 2, 3, 4, 8.23809438583893, 10, 101.5749853541, 1000, 1e6};

static void the_p_value_of_a_quantile_is_its_two_tails(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(degrees); i++)
        for (double tail = 0.0005; tail < 0.5; tail += 0.01) {
            double t = student_quantile(1 - tail, degrees[i]);
            check_close(student_two_sided(t, degrees[i]), 2 * tail, 1e-10);
            check_close(student_two_sided(-t, degrees[i]), 2 * tail, 1e-10);
        }
}

/*
 * By the incomplete beta function, whose own route it is, on both sides of where the sum, the series
 * and GSL's function take over from each other; above 60 degrees GSL's is an approximation.
 */
static void p_values_are_those_of_the_incomplete_beta_function(void **state)
{
    (void)state;
    for (double df = 1; df <= 60; df++)
        for (double t = 0.01; t < 100; t *= 1.07) {
            double p = t < 1 ? 1 - gsl_sf_beta_inc(0.5, df / 2, t * t / (df + t * t))
                             : gsl_sf_beta_inc(df / 2, 0.5, df / (df + t * t));
            assert_near(student_two_sided(t, df), p, 1e-13 * p);
            assert_near(student_two_sided(-t, df), p, 1e-13 * p);
        }
    assert_near(student_two_sided(1e100, 1), 2 / acos(-1) / 1e100, 1e-114);
    assert_near(student_two_sided(-1.7, HUGE_VAL), normal_two_sided(1.7), 0);
}

static void p_values_lie_between_0_and_1_and_fall_with_distance(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(degrees); i++) {
        assert_near(student_two_sided(0, degrees[i]), 1, 1e-15);
        double before = 1;
        for (double t = 1e-9; t < 1e300; t *= 7) {
            double p = student_two_sided(t, degrees[i]);
            assert_true(p >= 0 && p <= 1);
            assert_true(p <= before);
            before = p;
        }
    }
}

/* By GSL's distribution function; the sum for whole degrees is a route of its own to it. */
static void student_quantiles_are_right_to_the_last_digits(void **state)
{
    (void)state;
    static const double some[] = {1e-10, 1e-6, 0.0005, 0.005, 0.0125, 0.025, 0.05, 0.1, 0.25, 0.4};
    static const double freedoms[] = {0.5, 1,  2,  3,  4,  5,    6,    7,   8.238, 9,
                                      10,  11, 12, 13, 20, 29.5, 31.7, 100, 101.6, 1e4};
    for (size_t i = 0; i < COUNT_OF(freedoms); i++)
        for (size_t j = 0; j < COUNT_OF(some); j++) {
            double df = freedoms[i], t = -student_quantile(some[j], df);
            double off = gsl_cdf_tdist_Q(t, df) - some[j];
            assert_near(off / gsl_ran_tdist_pdf(t, df) / t, 0, 5e-14);
        }
    for (size_t j = 0; j < COUNT_OF(some); j++) {
        double p = some[j];
        check_close(student_quantile(p, 1) * tan(acos(-1) * p), -1, 5e-14);
        check_close(student_quantile(p, 2) * sqrt(2 * p * (1 - p)), 2 * p - 1, 5e-14);
    }
}

/* --- chi-squared ------------------------------------------------------------------------------ */
static void chi_squared_quantiles_are_those_of_the_printed_table(void **state)
{
    (void)state;
    static const struct {
        double p, df, quantile;
    } rows[] = {
        {0.95, 1, 3.841},     {0.95, 2, 5.991}, {0.95, 10, 18.307}, {0.95, 30, 43.773},
        {0.95, 100, 124.342}, {0.99, 1, 6.635}, {0.05, 10, 3.940},  {0.025, 2, 0.0506},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_near(chi_squared_quantile(rows[i].p, rows[i].df), rows[i].quantile, 5e-4);
}

static void chi_squared_quantiles_have_closed_forms_at_1_and_2_degrees(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(tails); i++) {
        double p = tails[i], z = normal_quantile((1 + p) / 2);
        check_close(chi_squared_quantile(p, 2), -2 * log1p(-p), 1e-11);
        check_close(chi_squared_quantile(p, 1), z * z, 1e-11);
    }
}

/* P(X <= x) of a Poisson variable, from its largest term downwards. */
static double poisson_below(double x, double mean)
{
    double term = exp(x * log(mean) - mean - lgamma(x + 1)), sum = 0;
    for (double k = x; k >= 0 && term > 1e-18 * sum; k--) {
        sum += term;
        term *= k / mean;
    }
    return sum;
}

/*
 * P(chi2(2x + 2) > 2m) = P(Poisson(m) <= x), up to the counts of a whole municipality; GSL 2.7.1's
 * own inverse fails for some of them, among these 2185, 2341, 2458 and 10297.
 */
static void chi_squared_quantiles_are_where_the_poisson_sum_says(void **state)
{
    (void)state;
    static const double counts[] = {0,    1,    2,    9,     50,    649,   2185,
                                    2341, 2458, 3218, 10297, 20000, 45000, 80000};
    static const double some[] = {0.001, 0.025, 0.5, 0.975, 0.999};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        for (size_t j = 0; j < COUNT_OF(some); j++) {
            double half = chi_squared_quantile(some[j], 2 * counts[i] + 2) / 2;
            assert_near(poisson_below(counts[i], half), 1 - some[j], 1e-8);
        }
}

/*
 * A Poisson variable's tail from `count` on, down (-1) or up (+1), and the probability of that itself, in
 * long double: a route of its own to the tails of the gamma distribution.
 */
static long double poisson_tail(double count, double mean, int side, long double *at)
{
    long double x = (long double)count, m = (long double)mean, sum = 0;
    *at = expl(x * logl(m) - m - lgammal(x + 1));
    long double term = *at;
    for (long double k = x; k >= 0 && term > 1e-22L * sum; k += side) {
        sum += term;
        term *= side < 0 ? k / m : m / (k + 1);
    }
    return sum;
}

static const double far_and_near[] = {1e-10, 1e-6, 0.0005, 0.005, 0.0125, 0.025, 0.05, 0.25, 0.5};

/* Garwood's limits: how far off they are, as parts of themselves, from what the tail there tells. */
static void chi_squared_quantiles_are_right_to_the_last_digits(void **state)
{
    (void)state;
    if (getenv("RUNNER")) /* valgrind reckons with 64 bits where a long double has 80 */
        skip();
    static const double counts[] = {0,  1,  2,  3,   4,   5,    7,    10,   11,    12,    13,  14,
                                    17, 23, 50, 113, 649, 2185, 4370, 9999, 20000, 80000, 1e6, 1e7};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        for (size_t j = 0; j < COUNT_OF(far_and_near); j++) {
            double x = counts[i], p = far_and_near[j];
            long double at;
            double upper = chi_squared_quantile(1 - p, 2 * x + 2) / 2;
            long double off = poisson_tail(x, upper, -1, &at) - (1 - (long double)(1 - p));
            assert_near((double)(off / at) / upper, 0, 2e-14);
            if (!(x > 0))
                continue;
            double lower = chi_squared_quantile(p, 2 * x) / 2;
            off = poisson_tail(x, lower, +1, &at) - (long double)p;
            assert_near((double)(off / at) / x, 0, 2e-14);
        }
}

/* Where counts have decimals, by GSL's distribution function: right for this many, not for fewer. */
static void chi_squared_quantiles_of_decimals_are_where_the_distribution_function_says(void **state)
{
    (void)state;
    for (double df = 0.5; df < 2000; df *= 1.31)
        for (size_t j = 0; j < COUNT_OF(far_and_near); j++) {
            double p = far_and_near[j];
            double low = chi_squared_quantile(p, df), high = chi_squared_quantile(1 - p, df);
            double low_off = gsl_cdf_chisq_P(low, df) - p;
            double high_off = gsl_cdf_chisq_Q(high, df) - (1 - (1 - p));
            assert_near(low_off / gsl_ran_chisq_pdf(low, df) / low, 0, 5e-13);
            assert_near(high_off / gsl_ran_chisq_pdf(high, df) / high, 0, 5e-13);
        }
}

/* Around the parameters and the distances where the ways to the tail take over from each other. */
static void chi_squared_quantiles_have_no_step_where_the_ways_meet(void **state)
{
    (void)state;
    static const double meeting[] = {24, 1, 2, 40, 60};
    for (size_t i = 0; i < COUNT_OF(meeting); i++)
        for (size_t j = 0; j < COUNT_OF(tails); j++) {
            double df = meeting[i], apart = 1e-9 * df;
            double below = chi_squared_quantile(tails[j], df - apart);
            double here = chi_squared_quantile(tails[j], df);
            double above = chi_squared_quantile(tails[j], df + apart);
            assert_true(below < here && here < above);
            check_close((above - here) / (here - below), 1, 1e-3);
        }
}

/* --- beta ------------------------------------------------------------------------------------- */
static void beta_quantiles_have_closed_forms_where_a_parameter_is_1(void **state)
{
    (void)state;
    static const double parameters[] = {0.05, 0.5, 1, 3, 40, 5000, 80000};
    for (size_t i = 0; i < COUNT_OF(parameters); i++)
        for (size_t j = 0; j < COUNT_OF(tails); j++) {
            double p = tails[j], a = parameters[i];
            double low = pow(p, 1 / a), high = -expm1(log1p(-p) / a);
            assert_near(beta_quantile(p, a, 1), low, 1e-9 * low + 1e-59);
            assert_near(beta_quantile(p, 1, a), high, 1e-9 * high + 1e-15);
        }
}

static void turning_the_beta_distribution_round_turns_its_quantiles(void **state)
{
    (void)state;
    for (size_t j = 2; j < COUNT_OF(tails); j++) {
        double q = beta_quantile(tails[j], 2.5, 7);
        assert_near(beta_quantile(1 - tails[j], 7, 2.5), 1 - q, 1e-12);
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

static void beta_quantiles_are_where_the_binomial_sum_says(void **state)
{
    (void)state;
    static const double counts[][2] = {{1, 1},      {1, 27},      {8, 5000},      {309, 5000},
                                       {15, 80000}, {113, 80000}, {79990, 80000}, {2, 4}};
    static const double some[] = {0.001, 0.025, 0.25};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        for (size_t j = 0; j < COUNT_OF(some); j++) {
            double x = counts[i][0], n = counts[i][1];
            double limit = beta_quantile(some[j], x, n - x + 1);
            assert_near(binomial_above(x, n, limit), some[j], 1e-8);
        }
}

/* The tail of a binomial variable from `count` up in long double, and the probability of that itself. */
static long double binomial_tail(double count, double all, double p, long double *at)
{
    long double x = (long double)count, n = (long double)all, share = (long double)p;
    long double more = share / (1 - share), sum = 0;
    *at = expl(lgammal(n + 1.0L) - lgammal(x + 1.0L) - lgammal(n - x + 1.0L) + x * logl(share) +
               (n - x) * log1pl(-share));
    long double term = *at;
    for (long double k = x; k <= n && term > 1e-22L * sum; k++) {
        sum += term;
        term *= (n - k) / (k + 1) * more;
    }
    return sum;
}

static void beta_quantiles_are_right_to_the_last_digits(void **state)
{
    (void)state;
    if (getenv("RUNNER")) /* valgrind reckons with 64 bits where a long double has 80 */
        skip();
    static const double counts[][2] = {{1, 1},     {1, 2},      {2, 3},         {1, 27},
                                       {8, 5000},  {309, 5000}, {15, 80000},    {40000, 80000},
                                       {1, 10001}, {900, 1000}, {300, 1000000}, {100000, 1000000}};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        for (size_t j = 0; j < COUNT_OF(far_and_near); j++) {
            double x = counts[i][0], n = counts[i][1], p = far_and_near[j];
            double limit = beta_quantile(p, x, n - x + 1);
            long double at, off = binomial_tail(x, n, limit, &at) - (long double)p;
            /* the density times the limit is x of these */
            assert_near((double)(off / at) / x, 0, 2e-13);
        }
}

/*
 * Near the middle of so many, GSL's distribution function is NaN. By R 4.2's qbeta(p, a, b), and
 * turned round; and by the binomial sum, from one side of the gap to the other.
 */
static void beta_quantiles_of_millions_are_right_near_the_middle(void **state)
{
    (void)state;
    static const struct {
        double p, a, b, x;
    } rows[] = {
        {0.493062, 2530772, 797721, 0.760331666207796}, {0.5, 1e6, 1e6, 0.5},
        {0.5, 2530772, 797721, 0.76033573558879},       {0.51, 797721, 2530772, 0.239670130091569},
        {0.499, 5e7, 1e6, 0.980392114476969},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_near(beta_quantile(rows[i].p, rows[i].a, rows[i].b), rows[i].x, 1e-11);
        assert_near(beta_quantile(1 - rows[i].p, rows[i].b, rows[i].a), 1 - rows[i].x, 1e-11);
    }
    for (double p = 0.45; p < 0.55; p += 0.01) {
        long double at;
        double limit = beta_quantile(p, 2530772, 797721);
        assert_near((double)binomial_tail(2530772, 2530772 + 797721 - 1, limit, &at), p, 1e-7);
    }
}

/*
 * Clopper-Pearson limits: R 4.2, qbeta(a/2, x, n - x + 1) and qbeta(1 - a/2, x + 1, n - x). From
 * n = 5000 on GSL 2.7.1's own inverse returns NaN for some of them.
 */
static void beta_quantiles_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x, n, confidence, lower, upper;
    } rows[] = {
        {25, 2210, 0.95, 0.00733367842387227, 0.0166540467797208},
        {5, 512, 0.95, 0.00317826079980626, 0.0226416206872271},
        {60368, 78412, 0.95, 0.766919752817248, 0.772824588647597},
        {13, 118, 0.95, 0.0599806046237682, 0.181023616192439},
        {8, 20, 0.95, 0.191190060725307, 0.63945741269251},
        {573, 4987, 0.9, 0.10753873398142, 0.122594330166519},
        {247, 4987, 0.95, 0.043671937554287, 0.0559197801445815},
        {1, 27, 0.95, 0.000937257091944708, 0.189705617413045},
        {175, 240, 0.95, 0.66824985094591, 0.784325546185897},
        {2, 4, 0.95, 0.067585986488543, 0.932414013511457},
        {8, 5000, 0.95, 0.000691011552617631, 0.00315019076305953},
        {309, 5000, 0.95, 0.0552830998446437, 0.0688340659800302},
        {134, 20000, 0.95, 0.00561657748692197, 0.00793032272808669},
        {15, 80000, 0.95, 0.000104946002933237, 0.000309233909652168},
        {113, 80000, 0.95, 0.00116423728449281, 0.00169797190295992},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double x = rows[i].x, n = rows[i].n, tail = (1 - rows[i].confidence) / 2;
        assert_near(beta_quantile(tail, x, n - x + 1), rows[i].lower, 1e-8 * rows[i].lower);
        assert_near(beta_quantile(1 - tail, x + 1, n - x), rows[i].upper, 1e-8 * rows[i].upper);
    }
}

/* --- all of them ------------------------------------------------------------------------------ */
static void quantiles_rise_with_p_and_stay_in_their_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(degrees); i++) {
        double df = degrees[i], before[3] = {-HUGE_VAL, -1, -1};
        for (size_t j = 0; j < COUNT_OF(tails); j++) {
            double now[] = {student_quantile(tails[j], df), chi_squared_quantile(tails[j], df),
                            beta_quantile(tails[j], df, 3)};
            for (size_t k = 0; k < 3; k++) {
                assert_true(isfinite(now[k]));
                assert_true(now[k] >= before[k]);
                before[k] = now[k];
            }
            assert_true(now[1] >= 0);
            assert_true(now[2] >= 0 && now[2] <= 1);
        }
    }
}

static void tails_at_the_ends(void **state)
{
    (void)state;
    assert_near(chi_squared_tail(0, 3), 1, 0);
    assert_near(chi_squared_tail(-1, 3), 1, 0);
    assert_near(chi_squared_tail(2, 2), exp(-1), 1e-15);
    double far = student_quantile(0.999, 0.001); /* such a tail has no end among the doubles */
    assert_true(isfinite(far) && far > 1e100);
    double of_many = chi_squared_quantile(0.99, 1e300);
    assert_true(isfinite(of_many) && of_many > 0.99e300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(normal_quantiles_are_where_the_error_function_says),
        cmocka_unit_test(student_quantiles_are_those_of_the_printed_table),
        cmocka_unit_test(student_quantiles_have_closed_forms_at_1_and_2_degrees),
        cmocka_unit_test(student_quantiles_are_right_to_the_last_digits),
        cmocka_unit_test(student_quantiles_are_symmetric_and_tend_to_the_normal_ones),
        cmocka_unit_test(the_p_value_of_a_quantile_is_its_two_tails),
        cmocka_unit_test(p_values_are_those_of_the_incomplete_beta_function),
        cmocka_unit_test(p_values_lie_between_0_and_1_and_fall_with_distance),
        cmocka_unit_test(chi_squared_quantiles_are_those_of_the_printed_table),
        cmocka_unit_test(chi_squared_quantiles_have_closed_forms_at_1_and_2_degrees),
        cmocka_unit_test(chi_squared_quantiles_are_where_the_poisson_sum_says),
        cmocka_unit_test(chi_squared_quantiles_are_right_to_the_last_digits),
        cmocka_unit_test(
            chi_squared_quantiles_of_decimals_are_where_the_distribution_function_says),
        cmocka_unit_test(chi_squared_quantiles_have_no_step_where_the_ways_meet),
        cmocka_unit_test(beta_quantiles_have_closed_forms_where_a_parameter_is_1),
        cmocka_unit_test(turning_the_beta_distribution_round_turns_its_quantiles),
        cmocka_unit_test(beta_quantiles_are_where_the_binomial_sum_says),
        cmocka_unit_test(beta_quantiles_are_right_to_the_last_digits),
        cmocka_unit_test(beta_quantiles_of_millions_are_right_near_the_middle),
        cmocka_unit_test(beta_quantiles_are_those_of_r),
        cmocka_unit_test(quantiles_rise_with_p_and_stay_in_their_range),
        cmocka_unit_test(tails_at_the_ends),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
