/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "pejling/stats/line.h"
#include "pejling/stats/residual_correlation.h"

#define MOST 12
#define PANELS 4000
#define DRAWS 20000

/*
 * E[z'Az / z'Bz] for independent standard normal z, exactly: the integral over t from 0 of
 * |I + 2tB|^(-1/2) trace((I + 2tB)^-1 A) (Sawa 1978, J. Econometrics 8:1; Magnus 1986). z'Bz is the
 * residuals' sum of squares and z'Az their sum of neighbouring products.
 */
struct forms {
    size_t n;
    double a[MOST], b[MOST]; /* the diagonal of A in the axes of B, and B's own */
};

static void multiply(size_t n, double a[MOST][MOST], double b[MOST][MOST], double c[MOST][MOST])
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            c[i][j] = 0;
            for (size_t k = 0; k < n; k++)
                c[i][j] += a[i][k] * b[k][j];
        }
}

static void transpose(size_t n, double a[MOST][MOST], double b[MOST][MOST])
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            b[i][j] = a[j][i];
}

/* e = F z: the residuals of errors made from z with correlation rho a year. */
static void residuals_of(const double *x, size_t n, double rho, double f[MOST][MOST])
{
    double errors[MOST][MOST] = {{0}}, residual[MOST][MOST], mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        double a = i > 0 ? pow(rho, x[i] - x[i - 1]) : 0;
        for (size_t j = 0; j < i; j++)
            errors[i][j] = a * errors[i - 1][j];
        errors[i][i] = sqrt(1 - a * a);
        mean += x[i] / (double)n;
    }
    for (size_t i = 0; i < n; i++)
        squares += (x[i] - mean) * (x[i] - mean);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            residual[i][j] =
                (i == j ? 1 : 0) - 1 / (double)n - (x[i] - mean) * (x[j] - mean) / squares;
    multiply(n, residual, errors, f);
}

static struct forms forms_of(const double *x, size_t n, double rho)
{
    double f[MOST][MOST], transposed[MOST][MOST], b[MOST][MOST], a[MOST][MOST] = {{0}};
    residuals_of(x, n, rho, f);
    transpose(n, f, transposed);
    multiply(n, transposed, f, b);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            for (size_t k = 1; k < n; k++)
                a[i][j] += (f[k][i] * f[k - 1][j] + f[k - 1][i] * f[k][j]) / 2;
    gsl_matrix *m = gsl_matrix_alloc(n, n), *axes = gsl_matrix_alloc(n, n);
    gsl_vector *values = gsl_vector_alloc(n);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(n);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            gsl_matrix_set(m, i, j, b[i][j]);
    gsl_eigen_symmv(m, values, axes, work);
    struct forms forms = {.n = n};
    for (size_t k = 0; k < n; k++) {
        forms.b[k] = fmax(0, gsl_vector_get(values, k));
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                forms.a[k] += gsl_matrix_get(axes, i, k) * a[i][j] * gsl_matrix_get(axes, j, k);
    }
    gsl_eigen_symmv_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(axes);
    gsl_matrix_free(m);
    return forms;
}

/* With t = (s / (1 - s))^2, by the midpoint rule on s from 0 to 1. */
static double exact_correlation(const double *x, size_t n, double rho)
{
    struct forms forms = forms_of(x, n, rho);
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
        double s = (panel + 0.5) / PANELS, odds = s / (1 - s), t = odds * odds;
        double determinant = 1, trace = 0;
        for (size_t k = 0; k < n; k++) {
            determinant *= 1 + 2 * t * forms.b[k];
            trace += forms.a[k] / (1 + 2 * t * forms.b[k]);
        }
        sum += trace / sqrt(determinant) * 2 * odds / ((1 - s) * (1 - s));
    }
    return sum / PANELS;
}

static const double in_a_row[] = {2012, 2013, 2014, 2015, 2016, 2017,
                                  2018, 2019, 2020, 2021, 2022, 2023};

static void table_equals_the_exact_integral(void **state)
{
    (void)state;
    for (size_t n = 5; n <= MOST; n++) {
        struct expected_correlation expected = residual_correlation_expected(in_a_row, n);
        assert_int_equal(expected.reason, REASON_NONE);
        for (size_t step = 0; step < RESIDUAL_CORRELATION_STEPS; step++)
            assert_near(expected.h[step],
                        exact_correlation(in_a_row, n, residual_correlation_rho(step)), 0.002);
    }
}

/* Patterns that are not in the table. */
static const struct {
    double x[MOST];
    size_t n;
} patterns[] = {{{2014, 2015, 2017, 2018, 2019, 2022}, 6},
                {{2020, 2021, 2022, 2023}, 4},
                {{2015, 2016.5, 2018, 2019.5, 2021}, 5}, /* half years do not become whole ones */
                {{2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2024}, 12},
                {{2001, 2002, 2022}, 3}};
#define PATTERNS (sizeof patterns / sizeof *patterns)
#define FIRST_POSITIVE 4 /* the step from which a pattern of half years has an h of its own */

static void other_patterns_equal_the_integral_by_another_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < PATTERNS; i++) {
        const double *x = patterns[i].x;
        struct expected_correlation expected = residual_correlation_expected(x, patterns[i].n);
        assert_int_equal(expected.reason, REASON_NONE);
        for (size_t step = i == 2 ? FIRST_POSITIVE : 0; step < RESIDUAL_CORRELATION_STEPS; step++)
            assert_near(expected.h[step],
                        exact_correlation(x, patterns[i].n, residual_correlation_rho(step)), 1e-7);
    }
}

/* The mean of r over errors drawn at random, which no integral stands behind. */
static double drawn_correlation(gsl_rng *generator, const double *x, size_t n, double rho)
{
    double mean = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
        double errors[MOST];
        for (size_t i = 0; i < n; i++) {
            double a = i > 0 ? pow(rho, x[i] - x[i - 1]) : 0;
            errors[i] =
                (i > 0 ? a * errors[i - 1] : 0) + sqrt(1 - a * a) * gsl_ran_ugaussian(generator);
        }
        mean += residual_correlation(x, errors, n).value / DRAWS;
    }
    return mean;
}

static void other_patterns_equal_a_simulation(void **state)
{
    (void)state;
    static const size_t steps[] = {FIRST_POSITIVE, 9, RESIDUAL_CORRELATION_STEPS - 1};
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    for (size_t i = 0; i < PATTERNS; i++)
        for (size_t j = 0; j < sizeof steps / sizeof *steps; j++) {
            const double *x = patterns[i].x;
            double rho = residual_correlation_rho(steps[j]);
            struct expected_correlation expected = residual_correlation_expected(x, patterns[i].n);
            assert_near(expected.h[steps[j]], drawn_correlation(generator, x, patterns[i].n, rho),
                        0.01);
        }
    gsl_rng_free(generator);
}

/*
 * Without correlation the residuals' direction is any, and r on average the trace of what a line
 * leaves, next to its diagonal, over n - 2. Three residuals have one direction only, so that r is
 * the same whatever the errors.
 */
static void some_patterns_have_a_closed_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < PATTERNS; i++) {
        const double *x = patterns[i].x;
        double mean = 0, squares = 0, trace = 0, n = (double)patterns[i].n;
        for (size_t j = 0; j < patterns[i].n; j++)
            mean += x[j] / n;
        for (size_t j = 0; j < patterns[i].n; j++)
            squares += (x[j] - mean) * (x[j] - mean);
        for (size_t j = 1; j < patterns[i].n; j++)
            trace -= 1 / n + (x[j] - mean) * (x[j - 1] - mean) / squares;
        struct expected_correlation expected = residual_correlation_expected(x, patterns[i].n);
        assert_near(expected.h[FIRST_POSITIVE], trace / (n - 2), 1e-13);
        const double errors[] = {1, -7, 3};
        for (size_t step = 0; step < RESIDUAL_CORRELATION_STEPS && patterns[i].n == 3; step++)
            assert_near(expected.h[step], residual_correlation(x, errors, 3).value, 1e-13);
    }
}

static void the_integral_does_not_end_with_the_years(void **state)
{
    (void)state;
    double months[60];
    for (size_t i = 0; i < 60; i++)
        months[i] = 2015 + (double)i / 12;
    struct expected_correlation many = residual_correlation_expected(months, 60);
    /* no correlation: what two taken from sixty do; much of it: hidden no longer, as with few */
    assert_near(many.h[FIRST_POSITIVE], -2.0 / 60, 1e-3);
    assert_true(many.h[RESIDUAL_CORRELATION_STEPS - 1] > 0.8);
    assert_true(many.h[RESIDUAL_CORRELATION_STEPS - 1] < pow(0.9, 1.0 / 12));
}

/* Each pattern is met twice, among others as long and longer, and is what it is by itself. */
static void a_pattern_is_kept_for_the_next_that_asks(void **state)
{
    (void)state;
    static const double asked[][5] = {{2014, 2015, 2017, 2018, 2019},
                                      {2014, 2015, 2016, 2018, 2019},
                                      {2014, 2015, 2017, 2018, 0},
                                      {2004, 2005, 2007, 2008, 2009}};
    static const size_t counts[] = {5, 5, 4, 5};
    struct arena *arena = arena_new();
    struct expected_correlations *kept = expected_correlations_new(arena);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < 4; i++) {
            struct expected_correlation own = residual_correlation_expected(asked[i], counts[i]);
            struct expected_correlation found = expected_correlations_of(kept, asked[i], counts[i]);
            assert_int_equal(found.reason, own.reason);
            assert_memory_equal(found.h, own.h, sizeof own.h);
        }
    arena_free(arena);
}

static void half_a_day_makes_no_pattern(void **state)
{
    (void)state;
    const double x[] = {2018.5, 2019.5, 2020.4986, 2021.5, 2022.5};
    struct expected_correlation a = residual_correlation_expected(x, 5);
    struct expected_correlation b = residual_correlation_expected(in_a_row, 5);
    assert_memory_equal(a.h, b.h, sizeof a.h);
}

static void quarters_have_no_negative_correlation(void **state)
{
    (void)state;
    const double x[] = {2020, 2020.25, 2020.5, 2020.75, 2021, 2021.25};
    struct expected_correlation h = residual_correlation_expected(x, 6);
    assert_int_equal(h.reason, REASON_NONE);
    for (size_t step = 0; step < RESIDUAL_CORRELATION_STEPS; step++) {
        assert_true(isfinite(h.h[step]));
        if (residual_correlation_rho(step) <= 0)
            assert_near(h.h[step], h.h[0], 1e-12);
        else
            assert_true(h.h[step] > h.h[step - 1]);
    }
}

static void r_is_that_of_the_residuals(void **state)
{
    (void)state;
    /* residuals of 0 0 1 0 0: on a mean of 0.2, without slope */
    const double x[] = {1, 2, 3, 4, 5}, y[] = {0, 0, 1, 0, 0};
    double squares = 4 * 0.04 + 0.64, products = 0.04 - 0.16 - 0.16 + 0.04;
    assert_near(residual_correlation(x, y, 5).value, products / squares, 1e-14);
    double tilted[5];
    for (size_t i = 0; i < 5; i++)
        tilted[i] = 1000 * y[i] - 77 * x[i] + 5;
    assert_near(residual_correlation(x, tilted, 5).value, products / squares, 1e-11);
}

static void r_is_undefined_without_residuals(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 4}, straight[] = {2, 4, 6, 8}, same[] = {1, 1, 1, 1};
    assert_undefined(residual_correlation(x, straight, 4), REASON_NO_VARIATION);
    assert_undefined(residual_correlation(x, same, 4), REASON_NO_VARIATION);
    assert_undefined(residual_correlation(same, x, 4), REASON_TOO_FEW_YEARS);
    for (size_t n = 0; n < 3; n++) {
        assert_undefined(residual_correlation(x, straight, n), REASON_TOO_FEW_YEARS);
        assert_int_equal(residual_correlation_expected(x, n).reason, REASON_TOO_FEW_YEARS);
    }
    assert_int_equal(residual_correlation_expected(same, 4).reason, REASON_TOO_FEW_YEARS);
}

static void solving_inverts_the_line_between_the_steps(void **state)
{
    (void)state;
    for (size_t n = 5; n <= MOST; n++) {
        struct expected_correlation expected = residual_correlation_expected(in_a_row, n);
        for (int i = -40; i <= 90; i++) {
            double rho = i / 100.0;
            double seen = residual_correlation_at(expected.h, rho);
            assert_near(residual_correlation_solve(expected.h, seen), rho, 1e-9);
        }
        assert_near(residual_correlation_solve(expected.h, -1), -0.4, 1e-15);
        assert_near(residual_correlation_solve(expected.h, 1), 0.9, 1e-15);
        assert_near(residual_correlation_at(expected.h, -2), expected.h[0], 0);
        assert_near(residual_correlation_at(expected.h, 2),
                    expected.h[RESIDUAL_CORRELATION_STEPS - 1], 0);
    }
}

static void years_too_far_apart_for_doubles(void **state)
{
    (void)state;
    const double beyond[] = {-1.7e308, 0, 1.7e308}, far[] = {0, 1e308, 1.5e308};
    assert_int_equal(residual_correlation_expected(beyond, 3).reason, REASON_TOO_FEW_YEARS);
    struct expected_correlation expected = residual_correlation_expected(far, 3);
    for (size_t step = 0; step < RESIDUAL_CORRELATION_STEPS; step++)
        assert_true(isfinite(expected.h[step]));
    double row[13];
    for (size_t i = 0; i < 13; i++)
        row[i] = 2010 + (double)i;
    expected = residual_correlation_expected(row, 13); /* past the table's end */
    struct expected_correlation last = residual_correlation_expected(row, 12);
    for (size_t step = FIRST_POSITIVE; step < RESIDUAL_CORRELATION_STEPS; step++)
        assert_true(expected.h[step] > last.h[step]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_equals_the_exact_integral),
        cmocka_unit_test(other_patterns_equal_the_integral_by_another_rule),
        cmocka_unit_test(other_patterns_equal_a_simulation),
        cmocka_unit_test(some_patterns_have_a_closed_form),
        cmocka_unit_test(the_integral_does_not_end_with_the_years),
        cmocka_unit_test(a_pattern_is_kept_for_the_next_that_asks),
        cmocka_unit_test(half_a_day_makes_no_pattern),
        cmocka_unit_test(quarters_have_no_negative_correlation),
        cmocka_unit_test(r_is_that_of_the_residuals),
        cmocka_unit_test(r_is_undefined_without_residuals),
        cmocka_unit_test(solving_inverts_the_line_between_the_steps),
        cmocka_unit_test(years_too_far_apart_for_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
