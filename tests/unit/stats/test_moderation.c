/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/moderation.h"

#define PI 3.14159265358979323846

/* trigamma by its series, with the tail by Euler and Maclaurin: another route than GSL's. */
static double trigamma(double y)
{
    double sum = 0;
    for (; y < 30; y++)
        sum += 1 / (y * y);
    double s = 1 / (y * y);
    return sum + 1 / y + s / 2 + s / y * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s / 30)));
}

static void inverse_trigamma_inverts(void **state)
{
    (void)state;
    assert_near(trigamma_inverse(PI * PI / 6), 1, 1e-13);
    assert_near(trigamma_inverse(PI * PI / 2), 0.5, 1e-13);
    for (int exponent = -60; exponent <= 60; exponent++) {
        double value = pow(10, exponent / 10.0);
        assert_near(trigamma(trigamma_inverse(value)) / value, 1, 1e-12);
    }
}

static void inverse_trigamma_at_the_ends(void **state)
{
    (void)state;
    assert_true(isinf(trigamma_inverse(0)));
    assert_true(isinf(trigamma_inverse(-1)));
    assert_true(isinf(trigamma_inverse((double)NAN)));
    assert_near(trigamma_inverse(1e-20) / 1e20, 1, 1e-12);
    assert_near(trigamma_inverse(1e20) / 1e-10, 1, 1e-9);
    double last = HUGE_VAL;
    for (int exponent = -200; exponent <= 200; exponent++) {
        double y = trigamma_inverse(pow(10, exponent / 10.0));
        assert_true(y > 0 && y < last);
        last = y;
    }
}

static const double wide[] = {0.05, 0.2, 0.7, 1, 1.6, 3, 9, 30};
static const double narrow[] = {0.95, 1, 1.02, 0.98, 1.01, 1, 0.99, 1.03};
static const double df[] = {3, 4, 4, 5, 6, 6, 8, 10};

static void prior_solves_its_equation(void **state)
{
    (void)state;
    struct moderation m = moderation_fit(wide, df, 8);
    assert_int_equal(m.reason, REASON_NONE);
    assert_near(trigamma(m.prior_df / 2), m.log_variance - m.sampling_part, 1e-12);
    assert_near(m.df_sum, 46, 0);
    double mean = 0, squares = 0, part = 0;
    for (size_t i = 0; i < 8; i++) {
        mean += moderation_log(&m, wide[i], df[i]) / 8;
        part += trigamma(df[i] / 2) / 8;
    }
    for (size_t i = 0; i < 8; i++)
        squares += pow(moderation_log(&m, wide[i], df[i]) - mean, 2);
    assert_near(m.mean_log, mean, 1e-14);
    assert_near(m.log_variance, squares / 7, 1e-13);
    assert_near(m.sampling_part, part, 1e-13);
    /* psi(2) - ln 2 = 1 - 0.5772... - ln 2 */
    assert_near(moderation_log(&m, 1, 4), -(1 - 0.57721566490153286 - log(2)), 1e-14);
}

static void moderated_lies_between_its_parts(void **state)
{
    (void)state;
    struct moderation m = moderation_fit(wide, df, 8);
    for (size_t i = 0; i < 8; i++) {
        double moderated = moderation_phi(&m, wide[i], df[i]);
        assert_true(moderated >= fmin(wide[i], m.prior_phi));
        assert_true(moderated <= fmax(wide[i], m.prior_phi));
        assert_near(moderated, (m.prior_df * m.prior_phi + df[i] * wide[i]) / (m.prior_df + df[i]),
                    1e-12);
    }
}

static void spread_that_chance_explains_is_no_spread(void **state)
{
    (void)state;
    struct moderation m = moderation_fit(narrow, df, 8);
    assert_true(isinf(m.prior_df));
    assert_near(m.prior_phi, exp(m.mean_log), 1e-14);
    assert_near(moderation_phi(&m, 5, 3), m.prior_phi, 0);
    assert_near(moderation_df(&m, 3), 46, 0);
}

static void degrees_of_freedom_are_capped_by_their_sum(void **state)
{
    (void)state;
    const double phi[] = {0.5, 2.5}, few[] = {3, 3};
    struct moderation m = {.prior_df = 100, .df_sum = 6};
    assert_near(moderation_df(&m, 3), 6, 0);
    m.prior_df = 1.5;
    assert_near(moderation_df(&m, 3), 4.5, 0);
    m = moderation_fit(phi, few, 2);
    assert_true(moderation_df(&m, 3) <= 6);
}

static void scaling_scales_and_keeps_the_degrees(void **state)
{
    (void)state;
    double scaled[8];
    for (size_t i = 0; i < 8; i++)
        scaled[i] = wide[i] * 1e6;
    struct moderation a = moderation_fit(wide, df, 8), b = moderation_fit(scaled, df, 8);
    assert_near(b.prior_df / a.prior_df, 1, 1e-10);
    assert_near(b.prior_phi / a.prior_phi / 1e6, 1, 1e-12);
}

static void a_variance_of_zero_has_a_floor(void **state)
{
    (void)state;
    const double phi[] = {0, 1, 2, 1}, three[] = {3, 3, 3, 3};
    struct moderation m = moderation_fit(phi, three, 4);
    assert_near(m.floor, 1e-5, 1e-18);
    assert_true(isfinite(m.mean_log) && m.prior_phi > 0 && m.prior_df > 0);
    assert_true(moderation_phi(&m, 0, 3) > 0);
}

static void degenerate_inputs(void **state)
{
    (void)state;
    const double zeros[] = {0, 0, 0}, bad[] = {(double)NAN, -1, 2}, three[] = {3, 3, 0};
    assert_int_equal(moderation_fit(wide, df, 0).reason, REASON_TOO_FEW_SERIES);
    assert_int_equal(moderation_fit(bad, three, 3).reason, REASON_TOO_FEW_SERIES);
    struct moderation one = moderation_fit(wide, df, 1);
    assert_true(isinf(one.prior_df));
    assert_true(one.prior_phi > 0);
    struct moderation none = moderation_fit(zeros, df, 3);
    assert_int_equal(none.reason, REASON_NONE);
    assert_true(isinf(none.prior_df));
    assert_near(none.prior_phi, 0, 0);
}

static void variances_that_are_not_finite_are_left_out(void **state)
{
    (void)state;
    double phi[10], years[10];
    memcpy(phi, wide, sizeof wide);
    memcpy(years, df, sizeof df);
    phi[8] = HUGE_VAL, years[8] = 4;
    phi[9] = 1, years[9] = HUGE_VAL;
    struct moderation all = moderation_fit(phi, years, 10), usable = moderation_fit(wide, df, 8);
    assert_int_equal(all.count, 8);
    assert_near(all.prior_df, usable.prior_df, 0);
    assert_near(all.prior_phi, usable.prior_phi, 0);
    years[9] = 1e300; /* known without error: trigamma is nothing there, not an error */
    struct moderation known = moderation_fit(phi, years, 10);
    assert_int_equal(known.count, 9);
    assert_near(known.sampling_part, usable.sampling_part * 8 / 9, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inverse_trigamma_inverts),
        cmocka_unit_test(inverse_trigamma_at_the_ends),
        cmocka_unit_test(prior_solves_its_equation),
        cmocka_unit_test(moderated_lies_between_its_parts),
        cmocka_unit_test(spread_that_chance_explains_is_no_spread),
        cmocka_unit_test(degrees_of_freedom_are_capped_by_their_sum),
        cmocka_unit_test(scaling_scales_and_keeps_the_degrees),
        cmocka_unit_test(a_variance_of_zero_has_a_floor),
        cmocka_unit_test(degenerate_inputs),
        cmocka_unit_test(variances_that_are_not_finite_are_left_out),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
