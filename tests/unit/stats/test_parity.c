/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/parity.h"

/* How far from zero the line lies at u, in the units of the test that Fieller inverts. */
static double margin(const struct fieller_line *line, double c, double u)
{
    double at = line->a + line->b * u;
    double variance = line->variance_a + 2 * u * line->covariance + u * u * line->variance_b;
    return at * at - c * c * variance;
}

static void fieller_inverts_the_test(void **state)
{
    (void)state;
    static const struct fieller_line lines[] = {
        {0.05, -0.01, 1e-5, -1e-6, 1e-6}, {0.05, -0.01, 1e-4, 5e-6, 2e-5},
        {0.05, -0.002, 1e-5, 1e-6, 1e-5}, {0.001, 0.0001, 1e-3, 0, 1e-4},
        {-0.3, 0.1, 1e-4, 1e-5, 1e-5},    {0.1, 0, 1e-6, 0, 1e-6},
    };
    const double c = 2.5;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct fieller_line *line = &lines[i];
        struct fieller fieller = fieller_zero(line, c);
        assert_true(!fieller.has_g || (fieller.set == FIELLER_FINITE) == (fieller.g < 1));
        if (fieller.set == FIELLER_WHOLE_LINE) {
            for (double u = -1e3; u < 1e3; u += 7)
                assert_true(margin(line, c, u) <= 0);
            continue;
        }
        double width = fieller.upper - fieller.lower, size = 1e-9;
        assert_near(margin(line, c, fieller.lower), 0, size);
        assert_near(margin(line, c, fieller.upper), 0, size);
        double inside = margin(line, c, fieller.lower + width / 2);
        double outside = margin(line, c, fieller.upper + width);
        assert_true(fieller.set == FIELLER_FINITE ? inside < 0 && outside > 0
                                                  : inside > 0 && outside < 0);
    }
}

static const double years[] = {2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024};
static const double gaps[] = {0.11174, 0.13364, 0.09696, 0.07724, 0.04896,
                              0.04172, 0.04603, 0.00527, 0.01312};

/* A limit of the wait is where the band about the line touches zero. */
static void limits_are_where_the_band_meets_zero(void **state)
{
    (void)state;
    struct parity parity = parity_fit(years, gaps, 9, 2024, 0.95);
    double t = student_quantile(0.975, 7);
    assert_near(parity.fieller.zero, 0.178108335060035, 1e-9);
    assert_near(line_at(&parity.line, 2024 + parity.fieller.zero), 0, 1e-12);
    double limits[] = {parity.fieller.lower, parity.fieller.upper};
    for (size_t i = 0; i < 2; i++) {
        double x = 2024 + limits[i];
        assert_near(fabs(line_at(&parity.line, x)), t * line_error_at(&parity.line, x), 1e-10);
    }
    assert_true(parity.closing && !parity.crossed);
    assert_interval(parity.years, parity.fieller.zero, 0, parity.fieller.upper, 0);
    /* with the wait counted from another year */
    struct parity earlier = parity_fit(years, gaps, 9, 2020, 0.95);
    assert_near(earlier.fieller.zero, 4 + parity.fieller.zero, 1e-9);
    assert_near(earlier.fieller.lower, 4 + parity.fieller.lower, 1e-8);
    assert_near(earlier.fieller.g, parity.fieller.g, 1e-12);
}

static void swapping_groups_and_scaling_change_no_year(void **state)
{
    (void)state;
    double other[9];
    for (size_t i = 0; i < 9; i++)
        other[i] = -1000 * gaps[i];
    struct parity parity = parity_fit(years, gaps, 9, 2024, 0.95);
    struct parity swapped = parity_fit(years, other, 9, 2024, 0.95);
    assert_near(swapped.years.value, parity.years.value, 1e-9);
    assert_near(swapped.years.upper, parity.years.upper, 1e-9);
    assert_near(swapped.closing_rate.value, parity.closing_rate.value, 1e-9);
    assert_near(swapped.change.value, 1000 * parity.change.value, 1e-9);
}

static void closing_rate_is_a_share_of_the_first_gap(void **state)
{
    (void)state;
    static const double t[] = {2020, 2021, 2022, 2023, 2024}, d[] = {0.2, 0.18, 0.16, 0.14, 0.12};
    struct parity parity = parity_fit(t, d, 5, 2024, 0.95);
    assert_near(parity.closing_rate.value, 10, 1e-10);
    assert_near(parity.change.value, -0.08, 1e-14);
    assert_interval(parity.years, 6, 6, 6, 1e-10);
    assert_false(parity.beyond_horizon);
    assert_near(parity.horizon, 8, 0);
    static const double slow[] = {0.2, 0.199, 0.198, 0.197, 0.196};
    assert_true(parity_fit(t, slow, 5, 2024, 0.95).beyond_horizon);
}

static void there_is_never_a_negative_wait(void **state)
{
    (void)state;
    static const double t[] = {2018, 2019, 2020, 2021, 2022, 2023};
    static const double widening[] = {0.1, 0.11, 0.115, 0.12, 0.13, 0.135};
    static const double crossed[] = {0.05, 0.03, 0.01, -0.01, -0.03, -0.05};
    static const double noise[] = {0.133, 0.095, 0.103, 0.1035, 0.121, 0.1};
    struct parity parity = parity_fit(t, widening, 6, 2023, 0.95);
    assert_false(parity.closing);
    assert_true(parity.fieller.zero < 0);
    assert_undefined(parity.years, REASON_NOT_CLOSING);
    parity = parity_fit(t, crossed, 6, 2023, 0.95);
    assert_true(parity.crossed);
    assert_near(parity.fieller.zero, -2.5, 1e-12);
    assert_undefined(parity.years, REASON_NOT_CLOSING);
    parity = parity_fit(t, noise, 6, 2023, 0.95);
    assert_true(parity.closing && parity.fieller.g > 1);
    assert_undefined(parity.years, REASON_UNBOUNDED);
}

static void short_and_constant_series(void **state)
{
    (void)state;
    static const double t[] = {2020, 2021, 2022, 2023}, d[] = {0.2, 0.1, 0.05, 0.1};
    static const double same[] = {2020, 2020, 2020, 2020}, flat[] = {0.1, 0.1, 0.1, 0.1};
    static const double zero[4];
    assert_undefined(parity_fit(t, d, 0, 2023, 0.95).years, REASON_TOO_FEW_YEARS);
    assert_undefined(parity_fit(t, d, 1, 2023, 0.95).years, REASON_TOO_FEW_YEARS);
    assert_undefined(parity_fit(same, d, 4, 2023, 0.95).closing_rate, REASON_TOO_FEW_YEARS);
    struct parity two = parity_fit(t, d, 2, 2021, 0.95);
    assert_undefined(two.years, REASON_TOO_FEW_YEARS);
    assert_int_equal(two.fieller.set, FIELLER_NONE);
    assert_near(two.fieller.zero, 1, 1e-9);
    assert_near(two.closing_rate.value, 50, 1e-9);
    assert_undefined(parity_fit(t, flat, 4, 2023, 0.95).years, REASON_NOT_CLOSING);
    assert_false(parity_fit(t, flat, 4, 2023, 0.95).fieller.has_zero);
    assert_undefined(parity_fit(t, zero, 4, 2023, 0.95).closing_rate, REASON_NOT_APPLICABLE);
}

static void the_gap_slope_splits_into_area_and_rest(void **state)
{
    (void)state;
    static const double area[] = {0.3, 0.27, 0.28, 0.22, 0.24},
                        rest[] = {0.1, 0.12, 0.11, 0.13, 0.15};
    static const double t[] = {2018, 2019, 2021, 2022, 2024};
    double gap[5];
    for (size_t i = 0; i < 5; i++)
        gap[i] = area[i] - rest[i];
    struct line of_area = line_fit(t, area, 5, 0.95), of_rest = line_fit(t, rest, 5, 0.95);
    struct mechanism split = mechanism_split(gap[0], of_area.slope.value, of_rest.slope.value);
    assert_near(split.gap_slope, line_fit(t, gap, 5, 0.95).slope.value, 1e-15);
    assert_true(split.area_toward && split.rest_toward);
    split = mechanism_split(-gap[0], of_area.slope.value, of_rest.slope.value);
    assert_false(split.area_toward || split.rest_toward);
    split = mechanism_split(0, 1, -1);
    assert_false(split.area_toward || split.rest_toward);
}

static void the_set_where_its_equation_degenerates(void **state)
{
    (void)state;
    /* a zero that is known: both roots are it */
    const struct fieller_line known = {.b = 1, .variance_b = 0.01};
    struct fieller fieller = fieller_zero(&known, 2);
    assert_int_equal(fieller.set, FIELLER_FINITE);
    assert_near(fieller.zero, 0, 0);
    assert_near(fieller.lower, 0, 0);
    assert_near(fieller.upper, 0, 0);
    /* g = 1, no square term: one end at most */
    const struct fieller_line edge = {.a = 1, .b = 2, .variance_a = 0.01, .variance_b = 1};
    fieller = fieller_zero(&edge, 2);
    assert_near(fieller.g, 1, 0);
    assert_int_equal(fieller.set, FIELLER_EXCLUSIVE);
    assert_near(fabs(fieller.lower) + fabs(fieller.upper), 0, 0);
    const struct fieller_line huge = {.a = 1e200, .b = 1e200, .variance_a = 1, .variance_b = 1};
    fieller = fieller_zero(&huge, 2);
    assert_int_equal(fieller.set, FIELLER_NONE);
    assert_near(fieller.zero, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fieller_inverts_the_test),
        cmocka_unit_test(limits_are_where_the_band_meets_zero),
        cmocka_unit_test(swapping_groups_and_scaling_change_no_year),
        cmocka_unit_test(closing_rate_is_a_share_of_the_first_gap),
        cmocka_unit_test(there_is_never_a_negative_wait),
        cmocka_unit_test(short_and_constant_series),
        cmocka_unit_test(the_gap_slope_splits_into_area_and_rest),
        cmocka_unit_test(the_set_where_its_equation_degenerates),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
