/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/line.h"

#include "near.h"

#include "pejling/stats/distribution.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define MOST 9

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

/* --- against R -------------------------------------------------------------------------------- */
/* R 4.2: coef(summary(lm(y ~ year))). */
static const struct {
    size_t n;
    double year[MOST], y[MOST], slope, standard_error, p;
} series[] = {
    {9,
     {2010, 2011, 2012, 2013, 2015, 2017, 2018, 2021, 2023},
     {13.387, 12.888, 13.332, 12.156, 11.399, 10.228, 11.371, 8.533, 8.507},
     -0.399020974289581,
     0.0438660810961313,
     3.98006433912879e-05},
    {8,
     {2011, 2012, 2014, 2016, 2017, 2018, 2020, 2022},
     {12.414, 14.037, 12.21, 11.135, 9.913, 11.223, 10.005, 8.397},
     -0.415866995073891,
     0.0802870844845571,
     0.00205483972539632},
    {6,
     {2012, 2017, 2018, 2019, 2020, 2022},
     {12.7, 10.112, 9.697, 9.751, 9.058, 7.183},
     -0.512293103448276,
     0.0542560123227542,
     0.000701571332147641},
    {6,
     {2009, 2010, 2017, 2018, 2022, 2024},
     {13.864, 13.277, 12.157, 10.068, 9.591, 10.031},
     -0.280862989323844,
     0.0548344704582348,
     0.00687650268707971},
    {6,
     {2010, 2011, 2012, 2015, 2019, 2021},
     {11.91, 13.439, 14.01, 11.501, 9.826, 9.392},
     -0.358427631578948,
     0.102539916842009,
     0.0249980118172741},
    {5,
     {2012, 2013, 2016, 2022, 2023},
     {13.17, 10.307, 11.044, 9.305, 9.417},
     -0.250424124513619,
     0.106618991273441,
     0.100417367855639},
    {9,
     {2009, 2011, 2012, 2014, 2015, 2017, 2019, 2021, 2022},
     {12.252, 12.488, 12.499, 11.609, 12.872, 11.734, 10.354, 9.244, 10.037},
     -0.238912043301759,
     0.0562671788451945,
     0.00381179090642003},
    {5,
     {2009, 2014, 2016, 2018, 2020},
     {13.361, 11.044, 9.089, 9.116, 10.915},
     -0.303483146067416,
     0.164670681743637,
     0.16255679281264},
};

static void lines_are_those_of_r(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++) {
        struct line line = line_fit(series[i].year, series[i].y, series[i].n, 0.95);
        double half = student_quantile(0.975, (double)series[i].n - 2) * series[i].standard_error;
        assert_interval(line.slope, series[i].slope, series[i].slope - half, series[i].slope + half,
                        1e-11);
        assert_int_equal(line.slope.method, METHOD_OLS_T);
        assert_near(line.standard_error, series[i].standard_error, 1e-11);
        assert_true(line.has_p);
        assert_near(line.p, series[i].p, 1e-11);
    }
}

/*
 * NIST Statistical Reference Datasets, linear regression: Norris (calibration of ozone monitors);
 * certified values of slope and intercept and of their standard deviations.
 */
static const double norris[][2] = {
    {0.1, 0.2},     {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1},    {228.1, 226.5},
    {668.5, 666.3}, {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4},
    {0.1, 0.6},     {778.1, 775.5}, {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6},
    {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8}, {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3},
    {0.6, 0.3},     {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2}, {998.5, 999.0}, {778.9, 779.0},
    {10.2, 11.1},   {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9}, {0.2, 0.5},
};

static void the_norris_data_give_the_values_that_nist_certifies(void **state)
{
    (void)state;
    double x[COUNT_OF(norris)], y[COUNT_OF(norris)];
    for (size_t i = 0; i < COUNT_OF(norris); i++) {
        y[i] = norris[i][0];
        x[i] = norris[i][1];
    }
    struct line line = line_fit(x, y, COUNT_OF(norris), 0.95);
    assert_near(line.slope.value, 1.00211681802045, 1e-13);
    assert_near(line.standard_error, 0.429796848199937e-3, 1e-14);
    assert_near(line_at(&line, 0), -0.262323073774029, 1e-11);
}

/* --- closed forms ----------------------------------------------------------------------------- */
/* Three years running: slope (y3 - y1)/2, one residual degree of freedom, p by the arc tangent. */
static void three_points_have_a_closed_form(void **state)
{
    (void)state;
    static const double x[] = {2019, 2020, 2021};
    static const double rows[][3] = {{1, 5, 4}, {2, 2, 8}, {-1, 0.5, -3}, {10, 12, 14.2}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const double *y = rows[i];
        double slope = (y[2] - y[0]) / 2;
        double standard_error = fabs(y[0] - 2 * y[1] + y[2]) / sqrt(12);
        struct line line = line_fit(x, y, 3, 0.95);
        assert_near(line.slope.value, slope, 1e-13);
        assert_near(line.standard_error, standard_error, 1e-13);
        assert_near(line.p, 1 - 2 / acos(-1) * atan(fabs(slope) / standard_error), 1e-11);
    }
}

static void the_line_passes_through_the_means(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++) {
        double sum_x = 0, sum_y = 0, residuals = 0, weighted = 0;
        struct line line = line_fit(series[i].year, series[i].y, series[i].n, 0.95);
        for (size_t k = 0; k < series[i].n; k++) {
            double residual = series[i].y[k] - line_at(&line, series[i].year[k]);
            sum_x += series[i].year[k];
            sum_y += series[i].y[k];
            residuals += residual;
            weighted += residual * (series[i].year[k] - line.mean_x);
        }
        assert_near(line.mean_x, sum_x / (double)series[i].n, 1e-10);
        assert_near(line.mean_y, sum_y / (double)series[i].n, 1e-13);
        assert_near(line_at(&line, line.mean_x), line.mean_y, 0);
        assert_near(residuals, 0, 1e-12); /* the normal equations */
        assert_near(weighted, 0, 1e-11);
    }
}

/* --- changes of unit -------------------------------------------------------------------------- */
/* x -> a x + b and y -> c y + d multiply the slope by c/a and leave p as it is. */
static void check_changed(size_t i, double a, double b, double c, double d)
{
    double x[MOST], y[MOST];
    for (size_t k = 0; k < series[i].n; k++) {
        x[k] = a * series[i].year[k] + b;
        y[k] = c * series[i].y[k] + d;
    }
    struct line before = line_fit(series[i].year, series[i].y, series[i].n, 0.9);
    struct line after = line_fit(x, y, series[i].n, 0.9);
    double factor = c / a, low = factor * before.slope.lower, high = factor * before.slope.upper;
    double tolerance = fabs(factor) * 1e-12 + 1e-15 * fabs(d);
    assert_interval(after.slope, factor * before.slope.value, fmin(low, high), fmax(low, high),
                    tolerance);
    assert_near(after.standard_error, fabs(factor) * before.standard_error, tolerance);
    assert_near(after.p, before.p, 1e-11 + 1e-15 * fabs(d));
}

static void reversing_time_flips_the_slope_and_scaling_scales_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++) {
        check_changed(i, -1, 4040, 1, 0); /* time reversed */
        check_changed(i, 1, 0, -1, 0);    /* the figure negated */
        check_changed(i, 1, 0, 1000, 0);  /* another unit */
        check_changed(i, 12, 0, 1, 0);    /* months */
        check_changed(i, 1, -2015.5, 1, 7);
        check_changed(i, 1, 0, 1, 1e9); /* a small trend on a large level */
        check_changed(i, 1, 1e7, 1, 0);
    }
}

static void the_order_of_the_points_does_not_matter(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++) {
        double x[MOST], y[MOST];
        for (size_t k = 0; k < series[i].n; k++) {
            x[k] = series[i].year[(k + 2) % series[i].n];
            y[k] = series[i].y[(k + 2) % series[i].n];
        }
        struct line sorted = line_fit(series[i].year, series[i].y, series[i].n, 0.95);
        struct line turned = line_fit(x, y, series[i].n, 0.95);
        assert_interval(turned.slope, sorted.slope.value, sorted.slope.lower, sorted.slope.upper,
                        1e-13);
        assert_near(turned.p, sorted.p, 1e-12);
    }
}

static void zero_lies_outside_the_interval_exactly_where_p_is_small(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++)
        for (double confidence = 0.5; confidence < 0.9999; confidence = (1 + confidence) / 2) {
            struct line line = line_fit(series[i].year, series[i].y, series[i].n, confidence);
            bool outside = line.slope.lower > 0 || line.slope.upper < 0;
            assert_int_equal(outside, line.p < 1 - confidence);
            assert_true(line.p >= 0 && line.p <= 1);
        }
}

/* --- degenerate series ------------------------------------------------------------------------ */
static const double years[] = {2018, 2019, 2020, 2021, 2022};

static void too_few_points_or_years_have_no_slope(void **state)
{
    (void)state;
    static const double same[] = {2020.1, 2020.1, 2020.1, 2020.1}, y[] = {1, 2, 3, 4};
    assert_undefined(line_fit(years, y, 0, 0.95).slope, REASON_TOO_FEW_YEARS);
    struct line one = line_fit(years, y, 1, 0.95);
    assert_undefined(one.slope, REASON_TOO_FEW_YEARS);
    assert_false(one.has_p);
    assert_near(line_at(&one, 2030), 1, 0);
    for (size_t n = 2; n <= 4; n++) {
        struct line line = line_fit(same, y, n, 0.95);
        assert_undefined(line.slope, REASON_TOO_FEW_YEARS);
        assert_false(line.has_p);
        assert_near(line_at(&line, 2020.1), line.mean_y, 0);
    }
}

static void two_points_have_a_slope_and_no_interval(void **state)
{
    (void)state;
    static const double x[] = {2020, 2021.5}, y[] = {5, 4};
    struct line line = line_fit(x, y, 2, 0.95);
    assert_int_equal(line.slope.state, ESTIMATE_POINT);
    assert_int_equal(line.slope.reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(line.slope.method, METHOD_OLS_T);
    assert_near(line.slope.value, -1 / 1.5, 1e-15);
    assert_false(line.has_p);
    assert_near(line_at(&line, 2020), 5, 1e-12);
    assert_near(line_at(&line, 2021.5), 4, 1e-12);
}

static void a_constant_series_has_slope_0_and_p_1(void **state)
{
    (void)state;
    static const double levels[] = {0, 0.1, 7.3, -12.7, 1e9, 1e-9, 100.0 / 3};
    for (size_t i = 0; i < COUNT_OF(levels); i++)
        for (size_t n = 3; n <= 5; n++) {
            const double y[] = {levels[i], levels[i], levels[i], levels[i], levels[i]};
            struct line line = line_fit(years, y, n, 0.95);
            assert_interval(line.slope, 0, 0, 0, 0);
            assert_true(line.has_p);
            assert_near(line.p, 1, 0);
            assert_near(line.standard_error, 0, 0);
        }
}

static void a_line_without_residuals_has_no_width_and_p_0(void **state)
{
    (void)state;
    static const double slopes[] = {1, -0.1, 1.0 / 3, 1e6, -1e-6};
    static const double levels[] = {0, 12.7, 1e3};
    for (size_t i = 0; i < COUNT_OF(slopes); i++)
        for (size_t j = 0; j < COUNT_OF(levels); j++) {
            double y[5];
            for (size_t k = 0; k < 5; k++)
                y[k] = levels[j] + slopes[i] * (double)k;
            struct line line = line_fit(years, y, 5, 0.95);
            assert_interval(line.slope, slopes[i], slopes[i], slopes[i],
                            1e-12 * fmax(1, fabs(slopes[i])));
            assert_near(line.slope.upper - line.slope.lower, 0, 0);
            assert_near(line.p, 0, 0);
        }
}

/* Symmetric about the middle: no slope, but residuals. */
static void a_series_that_turns_has_slope_0_and_a_width(void **state)
{
    (void)state;
    static const double y[] = {4, 1, 0, 1, 4};
    struct line line = line_fit(years, y, 5, 0.95);
    assert_near(line.slope.value, 0, 1e-15);
    assert_true(line.slope.lower < -0.1 && line.slope.upper > 0.1);
    assert_near(line.p, 1, 1e-12);
}

static const double x[] = {2015, 2016, 2018, 2019, 2022};
static const double y[] = {0.31, 0.36, 0.30, 0.27, 0.22};

/* The error at x is the error of the constant of the line whose x is counted from there. */
static void the_error_at_a_point_is_that_of_its_constant(void **state)
{
    (void)state;
    struct line line = line_fit(x, y, 5, 0.95);
    double squares = 0, one = 5, sum = 0, square = 0, total = 0;
    for (size_t i = 0; i < 5; i++) {
        double left = y[i] - line_at(&line, x[i]), u = x[i] - 2024;
        squares += left * left;
        sum += u;
        square += u * u;
        total += (y[i] - line.mean_y) * (y[i] - line.mean_y);
    }
    double variance = squares / 3 * square / (one * square - sum * sum); /* (X'X)^-1 at 1, 1 */
    assert_near(line_error_at(&line, 2024), sqrt(variance), 1e-12);
    assert_near(line_error_at(&line, line.mean_x), line.residual_spread / sqrt(5), 1e-15);
    assert_near(line.residual_spread, sqrt(squares / 3), 1e-15);
    assert_near(line.standard_error, line.residual_spread / sqrt(line.sxx), 1e-15);
    assert_near(line.r_squared, 1 - squares / total, 1e-12);
}

static void the_test_of_the_slope_is_that_of_the_correlation(void **state)
{
    (void)state;
    struct line line = line_fit(x, y, 5, 0.95);
    double t = line.slope.value / line.standard_error;
    assert_near(t * t, 3 * line.r_squared / (1 - line.r_squared), 1e-9);
}

static void no_errors_without_residuals(void **state)
{
    (void)state;
    static const double flat[] = {0.3, 0.3, 0.3, 0.3, 0.3};
    struct line line = line_fit(x, flat, 5, 0.95);
    assert_near(line_error_at(&line, 2030), 0, 0);
    assert_near(line.r_squared, 1, 0);
    line = line_fit(x, y, 1, 0.95);
    assert_near(line_error_at(&line, 2030), 0, 0);
}

/* --- where the line leads ---------------------------------------------------------------------- */
/* R's data set `cars` (Ezekiel 1930): speed in mph and stopping distance in feet. */
static const double cars[][2] = {
    {4, 2},   {4, 10},  {7, 4},   {7, 22},   {8, 16},  {9, 10},  {10, 18}, {10, 26}, {10, 34},
    {11, 17}, {11, 28}, {12, 14}, {12, 20},  {12, 24}, {12, 28}, {13, 26}, {13, 34}, {13, 34},
    {13, 46}, {14, 26}, {14, 36}, {14, 60},  {14, 80}, {15, 20}, {15, 26}, {15, 54}, {16, 32},
    {16, 40}, {17, 32}, {17, 40}, {17, 50},  {18, 42}, {18, 56}, {18, 76}, {18, 84}, {19, 36},
    {19, 46}, {19, 68}, {20, 32}, {20, 48},  {20, 52}, {20, 56}, {20, 64}, {22, 66}, {23, 54},
    {24, 70}, {24, 92}, {24, 93}, {24, 120}, {25, 85},
};

/* R: predict(lm(dist ~ speed, cars), data.frame(speed = 10), interval = "prediction"). */
static void the_prediction_is_that_of_r(void **state)
{
    (void)state;
    double speed[COUNT_OF(cars)], distance[COUNT_OF(cars)];
    for (size_t i = 0; i < COUNT_OF(cars); i++) {
        speed[i] = cars[i][0];
        distance[i] = cars[i][1];
    }
    struct line line = line_fit(speed, distance, COUNT_OF(cars), 0.95);
    struct estimate prediction = line_predict(&line, 10, 0.95);
    assert_interval(prediction, 21.74499, -9.809601, 53.29959, 5e-6);
    assert_int_equal(prediction.method, METHOD_OLS_PREDICTION);
}

/* Solves a x = b, three unknowns, by elimination; a is not singular. */
static void solve(double a[3][4])
{
    for (size_t i = 0; i < 3; i++)
        for (size_t row = 0; row < 3; row++) {
            double factor = row == i ? 0 : a[row][i] / a[i][i];
            for (size_t column = 0; column < 4; column++)
                a[row][column] -= factor * a[i][column];
        }
}

/*
 * A further observation of 0, and a column that is -1 there and 0 elsewhere: that column's
 * coefficient is the prediction and its standard error the prediction's (Salkever 1976). The errors
 * are the square root of s^2 (X'X)^-1, found by solving for the column's own unit vector.
 */
static void the_prediction_is_the_coefficient_of_a_column_of_its_own(void **state)
{
    static const double ahead[] = {2016.5, 2024, 2030};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(series); i++)
        for (size_t j = 0; j < COUNT_OF(ahead); j++) {
            size_t n = series[i].n;
            double normal[3][4] = {{0}}, unit[3][4], squares = 0;
            for (size_t k = 0; k <= n; k++) {
                double value_at = k < n ? series[i].y[k] : 0,
                       time = k < n ? series[i].year[k] : ahead[j];
                double row[3] = {1, time - 2015, k < n ? 0 : -1};
                for (size_t a = 0; a < 9; a++)
                    normal[a / 3][a % 3] += row[a / 3] * row[a % 3];
                for (size_t a = 0; a < 3; a++)
                    normal[a][3] += row[a] * value_at;
            }
            memcpy(unit, normal, sizeof unit);
            for (size_t a = 0; a < 3; a++)
                unit[a][3] = a == 2;
            solve(normal);
            solve(unit);
            double level = normal[0][3] / normal[0][0], slope = normal[1][3] / normal[1][1];
            for (size_t k = 0; k < n; k++)
                squares += pow(series[i].y[k] - level - slope * (series[i].year[k] - 2015), 2);
            double error = sqrt(squares / (double)(n - 2) * unit[2][3] / unit[2][2]);
            double value = normal[2][3] / normal[2][2];
            double half = student_quantile(0.95, (double)n - 2) * error;
            struct line line = line_fit(series[i].year, series[i].y, n, 0.95);
            assert_interval(line_predict(&line, ahead[j], 0.9), value, value - half, value + half,
                            1e-9);
        }
}

static void a_prediction_is_there_as_far_as_the_slope_is(void **state)
{
    static const double flat[] = {7, 7, 7};
    (void)state;
    struct line none = line_fit(years, y, 1, 0.95), two = line_fit(x, y, 2, 0.95);
    struct line constant = line_fit(years, flat, 3, 0.95);
    assert_undefined(line_predict(&none, 2024, 0.95), REASON_TOO_FEW_YEARS);
    struct estimate point = line_predict(&two, 2017, 0.95);
    assert_int_equal(point.state, ESTIMATE_POINT);
    assert_int_equal(point.reason, REASON_TOO_FEW_YEARS);
    assert_near(point.value, 0.41, 1e-12);
    assert_interval(line_predict(&constant, 2030, 0.95), 7, 7, 7, 0);
}

static void values_beyond_the_doubles_have_no_line(void **state)
{
    (void)state;
    const double times[] = {1, 2, 3, 4}, wild[] = {-1.7e308, 1.7e308, -1.7e308, 1.7e308};
    struct line line = line_fit(times, wild, 4, 0.95);
    assert_undefined(line.slope, REASON_TOO_FEW_YEARS);
    assert_false(line.has_p);
    assert_undefined(line_predict(&line, 5, 0.95), REASON_TOO_FEW_YEARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_of_r),
        cmocka_unit_test(the_norris_data_give_the_values_that_nist_certifies),
        cmocka_unit_test(three_points_have_a_closed_form),
        cmocka_unit_test(the_line_passes_through_the_means),
        cmocka_unit_test(reversing_time_flips_the_slope_and_scaling_scales_it),
        cmocka_unit_test(the_order_of_the_points_does_not_matter),
        cmocka_unit_test(zero_lies_outside_the_interval_exactly_where_p_is_small),
        cmocka_unit_test(too_few_points_or_years_have_no_slope),
        cmocka_unit_test(two_points_have_a_slope_and_no_interval),
        cmocka_unit_test(a_constant_series_has_slope_0_and_p_1),
        cmocka_unit_test(a_line_without_residuals_has_no_width_and_p_0),
        cmocka_unit_test(a_series_that_turns_has_slope_0_and_a_width),
        cmocka_unit_test(the_error_at_a_point_is_that_of_its_constant),
        cmocka_unit_test(the_test_of_the_slope_is_that_of_the_correlation),
        cmocka_unit_test(no_errors_without_residuals),
        cmocka_unit_test(the_prediction_is_that_of_r),
        cmocka_unit_test(the_prediction_is_the_coefficient_of_a_column_of_its_own),
        cmocka_unit_test(a_prediction_is_there_as_far_as_the_slope_is),
        cmocka_unit_test(values_beyond_the_doubles_have_no_line),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
