/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/gls_line.h"
#include "pejling/stats/line.h"

#define N 7

static const double years[N] = {2015, 2016, 2018, 2019, 2020.5, 2023, 2024};
static const double gaps[N] = {0.11, 0.14, 0.09, 0.1, 0.07, 0.08, 0.03};
static const double variances[N] = {4e-4, 3e-4, 5e-4, 2e-4, 4e-4, 6e-4, 1e-4};

/* The inverse of a matrix by Gauss and Jordan, with pivoting. */
static void invert(double m[N][N], double inverse[N][N])
{
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            inverse[i][j] = i == j ? 1 : 0;
    for (size_t column = 0; column < N; column++) {
        size_t pivot = column;
        for (size_t i = column; i < N; i++)
            if (fabs(m[i][column]) > fabs(m[pivot][column]))
                pivot = i;
        for (size_t j = 0; j < N; j++) {
            double a = m[column][j], b = inverse[column][j];
            m[column][j] = m[pivot][j];
            m[pivot][j] = a;
            inverse[column][j] = inverse[pivot][j];
            inverse[pivot][j] = b;
        }
        double divisor = m[column][column];
        for (size_t j = 0; j < N; j++) {
            m[column][j] /= divisor;
            inverse[column][j] /= divisor;
        }
        for (size_t i = 0; i < N; i++) {
            double factor = m[i][column];
            if (i == column)
                continue;
            for (size_t j = 0; j < N; j++) {
                m[i][j] -= factor * m[column][j];
                inverse[i][j] -= factor * inverse[column][j];
            }
        }
    }
}

/* The definition: (X' W X)^-1 X' W y with W the inverse of V. */
static struct gls_line by_definition(double rho, double extra)
{
    double v[N][N], w[N][N];
    struct gls_line line = {.mean_x = 0};
    for (size_t i = 0; i < N; i++) {
        line.mean_x += years[i] / N;
        for (size_t j = 0; j < N; j++)
            v[i][j] = sqrt((variances[i] + extra) * (variances[j] + extra)) *
                      (i == j ? 1 : pow(rho, fabs(years[i] - years[j])));
    }
    invert(v, w);
    double a = 0, b = 0, c = 0, d = 0, e = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            double ti = years[i] - line.mean_x, tj = years[j] - line.mean_x;
            a += w[i][j];
            b += ti * w[i][j];
            c += ti * w[i][j] * tj;
            d += w[i][j] * gaps[j];
            e += ti * w[i][j] * gaps[j];
        }
    double determinant = a * c - b * b;
    line.level_variance = c / determinant;
    line.slope_variance = a / determinant;
    line.covariance = -b / determinant;
    line.level = line.level_variance * d + line.covariance * e;
    line.slope = line.covariance * d + line.slope_variance * e;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            line.q += (gaps[i] - gls_line_at(&line, years[i])) * w[i][j] *
                      (gaps[j] - gls_line_at(&line, years[j]));
    return line;
}

static void whitening_equals_the_inverse_matrix(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, N};
    const double rhos[] = {0, 0.3, 0.5, 0.9};
    for (size_t r = 0; r < 4; r++)
        for (int extra = 0; extra < 3; extra++) {
            double tau2 = extra * 2e-4;
            struct gls_line line = gls_line_fit(&points, rhos[r], tau2);
            struct gls_line expected = by_definition(rhos[r], tau2);
            assert_int_equal(line.reason, REASON_NONE);
            assert_near(line.mean_x, expected.mean_x, 1e-9);
            assert_near(line.level, expected.level, 1e-12);
            assert_near(line.slope, expected.slope, 1e-12);
            assert_near(line.level_variance / expected.level_variance, 1, 1e-9);
            assert_near(line.slope_variance / expected.slope_variance, 1, 1e-9);
            assert_near(line.covariance, expected.covariance, 1e-12);
            assert_near(line.q / expected.q, 1, 1e-9);
        }
}

static void equal_variances_and_no_correlation_are_least_squares(void **state)
{
    (void)state;
    const double equal[N] = {3e-4, 3e-4, 3e-4, 3e-4, 3e-4, 3e-4, 3e-4};
    const struct gls_points points = {years, gaps, equal, N};
    struct gls_line line = gls_line_fit(&points, 0, 0);
    struct line plain = line_fit(years, gaps, N, 0.95);
    assert_near(line.slope, plain.slope.value, 1e-14);
    assert_near(sqrt(line.q / (N - 2) * line.slope_variance), plain.standard_error, 1e-14);
    assert_near(gls_line_at(&line, 2030), line_at(&plain, 2030), 1e-12);
}

static void an_extra_variance_is_added_to_each(void **state)
{
    (void)state;
    double sums[N];
    for (size_t i = 0; i < N; i++)
        sums[i] = variances[i] + 1e-4;
    const struct gls_points points = {years, gaps, variances, N}, summed = {years, gaps, sums, N};
    struct gls_line a = gls_line_fit(&points, 0.4, 1e-4), b = gls_line_fit(&summed, 0.4, 0);
    assert_near(a.slope, b.slope, 1e-15);
    assert_near(a.q, b.q, 1e-12);
}

static void reversing_time_flips_the_slope(void **state)
{
    (void)state;
    double x[N], y[N], v[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = -years[N - 1 - i];
        y[i] = gaps[N - 1 - i];
        v[i] = variances[N - 1 - i];
    }
    const struct gls_points points = {years, gaps, variances, N}, reversed = {x, y, v, N};
    struct gls_line a = gls_line_fit(&points, 0.6, 0), b = gls_line_fit(&reversed, 0.6, 0);
    assert_near(a.slope, -b.slope, 1e-14);
    assert_near(a.slope_variance, b.slope_variance, 1e-16);
    assert_near(a.q, b.q, 1e-11);
}

static void an_exact_line_leaves_nothing(void **state)
{
    (void)state;
    double exact[N];
    for (size_t i = 0; i < N; i++)
        exact[i] = 1e9 + 3 * years[i];
    const struct gls_points points = {years, exact, variances, N};
    struct gls_line line = gls_line_fit(&points, 0.3, 0);
    assert_near(line.slope, 3, 1e-6);
    assert_near(line.q, 0, 0);
}

static void two_points_give_the_line_through_them(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, 2};
    struct gls_line line = gls_line_fit(&points, 0.5, 0);
    assert_near(line.slope, 0.03, 1e-14);
    assert_near(line.q, 0, 0);
}

/* From whatever line one starts: that of another variance between years, or one far away. */
static void a_line_nearby_leads_to_the_same(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, N};
    const double rhos[] = {0, 0.5};
    for (size_t r = 0; r < 2; r++) {
        struct gls_line fit = gls_line_fit(&points, rhos[r], 2e-4);
        struct gls_line starts[] = {gls_line_fit(&points, rhos[r], 0), fit, fit};
        starts[1].level = 3;
        starts[2].slope = -2;
        for (size_t i = 0; i < 3; i++) {
            struct gls_line line = gls_line_near(&points, rhos[r], 2e-4, &starts[i]);
            assert_int_equal(line.reason, REASON_NONE);
            assert_near(line.level, fit.level, 1e-13);
            assert_near(line.slope, fit.slope, 1e-13);
            assert_near(line.slope_variance / fit.slope_variance, 1, 1e-13);
            assert_near(line.q / fit.q, 1, i == 0 ? 1e-13 : 1e-9);
        }
        assert_int_equal(gls_line_near(&points, rhos[r], HUGE_VAL, &fit).reason,
                         REASON_TOO_FEW_YEARS);
    }
}

static void undefined_where_there_is_no_line(void **state)
{
    (void)state;
    const double same[] = {2020, 2020}, falling[] = {2021, 2020};
    const double zero[] = {1e-4, 0}, negative[] = {1e-4, -1e-4}, infinite[] = {0.1, HUGE_VAL};
    const struct {
        struct gls_points points;
        double rho, extra;
        enum reason reason;
    } cases[] = {
        {{years, gaps, variances, 0}, 0, 0, REASON_TOO_FEW_YEARS},
        {{years, gaps, variances, 1}, 0, 0, REASON_TOO_FEW_YEARS},
        {{same, gaps, variances, 2}, 0, 0, REASON_TOO_FEW_YEARS},
        {{falling, gaps, variances, 2}, 0.3, 0, REASON_TOO_FEW_YEARS},
        {{falling, gaps, variances, 2}, 0, 0, REASON_NONE},
        {{years, gaps, zero, 2}, 0, 0, REASON_NO_SPREAD},
        {{years, gaps, negative, 2}, 0, 1, REASON_NO_SPREAD},
        {{years, infinite, variances, 2}, 0, 0, REASON_NOT_APPLICABLE},
        {{years, gaps, variances, 2}, 1, 0, REASON_NOT_APPLICABLE},
        {{years, gaps, variances, 2}, -0.1, 0, REASON_NOT_APPLICABLE},
        {{years, gaps, variances, 2}, (double)NAN, 0, REASON_NOT_APPLICABLE},
        {{years, gaps, variances, 2}, 0, -1, REASON_NOT_APPLICABLE},
        {{years, gaps, zero, 2}, 0, 1e-4, REASON_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct gls_line line = gls_line_fit(&cases[i].points, cases[i].rho, cases[i].extra);
        assert_int_equal(line.reason, cases[i].reason);
    }
}

static void what_is_not_finite_or_too_precise_has_no_line(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3}, y[] = {1, 3, 2}, v[] = {1, 1, 1};
    const double no_time[] = {1, (double)NAN, 3}, tiny[] = {1, 1, 1e-320};
    const double small[] = {1e-200, 1e-200, 1e-200};
    const struct gls_points timeless = {no_time, y, v, 3}, exact = {x, y, tiny, 3};
    const struct gls_points precise = {x, y, small, 3};
    assert_int_equal(gls_line_fit(&timeless, 0, 0).reason, REASON_NOT_APPLICABLE);
    assert_int_equal(gls_line_fit(&exact, 0, 0).reason, REASON_NO_SPREAD);
    assert_int_equal(gls_line_fit(&precise, 0, 0).reason, REASON_TOO_FEW_YEARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whitening_equals_the_inverse_matrix),
        cmocka_unit_test(equal_variances_and_no_correlation_are_least_squares),
        cmocka_unit_test(an_extra_variance_is_added_to_each),
        cmocka_unit_test(reversing_time_flips_the_slope),
        cmocka_unit_test(an_exact_line_leaves_nothing),
        cmocka_unit_test(two_points_give_the_line_through_them),
        cmocka_unit_test(a_line_nearby_leads_to_the_same),
        cmocka_unit_test(undefined_where_there_is_no_line),
        cmocka_unit_test(what_is_not_finite_or_too_precise_has_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
