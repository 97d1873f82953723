/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/level.h"

#include "near.h"

#include "pejling/base/moments.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

static const struct indicator share = {.measure = MEASURE_SHARE, .factor = 100, .decimals = 1};
static const struct indicator rate = {.measure = MEASURE_RATE, .factor = 1000, .decimals = 1};
static const struct indicator mean = {.measure = MEASURE_MEAN, .factor = 1, .decimals = 1};
static const struct indicator survey = {.measure = MEASURE_SURVEY, .factor = 100, .decimals = 1};
static const struct indicator value = {.measure = MEASURE_VALUE, .factor = 1, .decimals = 1};

static struct released_cell counted(const struct indicator *indicator, double x, double n)
{
    return (struct released_cell){.indicator = indicator,
                                  .value = indicator->factor * x / n,
                                  .denominator = n,
                                  .has_numerator = true,
                                  .numerator = x};
}

static struct released_cell averaged(double average, double n, double spread)
{
    return (struct released_cell){
        .indicator = &mean, .value = average, .denominator = n, .spread = spread};
}

static struct released_cell asked(double per_cent, double n, double design_effect,
                                  double population)
{
    return (struct released_cell){.indicator = &survey,
                                  .value = per_cent,
                                  .denominator = n,
                                  .design_effect = design_effect,
                                  .population = population};
}

static struct released_cell given(double number)
{
    return (struct released_cell){.indicator = &value, .value = number};
}

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

/* --- counts ----------------------------------------------------------------------------------- */
static void the_counts_of_a_survey_are_what_its_answers_are_worth(void **state)
{
    (void)state;
    struct released_cell cell = counted(&share, 81, 263);
    assert_near(level_counts_of(&cell).x, 81, 1e-9);
    assert_near(level_counts_of(&cell).n, 263, 0);
    cell = asked(40, 300, 1.5, 1200);
    double worth = survey_effective_answers(300, 1.5, 1200);
    assert_true(fabs(worth - 300) > 1);
    assert_near(level_counts_of(&cell).n, worth, 1e-9);
    assert_near(level_counts_of(&cell).x, 0.4 * worth, 1e-9);
    cell = asked(40, 300, 1, 300); /* everybody answered */
    assert_near(level_counts_of(&cell).n, 1e12, 0);
}

/* --- levels ----------------------------------------------------------------------------------- */
static void a_share_has_the_score_interval_of_wilson(void **state)
{
    (void)state;
    /* Newcombe (1998a), table I, method 3 */
    static const struct {
        double x, n, lower, upper;
    } cases[] = {{81, 263, 25.53, 36.62},
                 {15, 148, 6.24, 16.05},
                 {0, 20, 0, 16.11},
                 {1, 29, 0.61, 17.18},
                 {29, 29, 88.30, 100}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = counted(&share, cases[i].x, cases[i].n);
        struct estimate level = level_estimate(&cell, 0.95);
        assert_interval(level, 100 * cases[i].x / cases[i].n, cases[i].lower, cases[i].upper,
                        0.006);
        assert_int_equal(level.method, METHOD_WILSON);
    }
}

static void a_share_is_counted_from_what_the_cell_shows(void **state)
{
    (void)state;
    struct released_cell cell = counted(&share, 30, 70);
    struct estimate exact = level_estimate(&cell, 0.95);
    cell.numerator = 0;
    cell.has_numerator = false;
    assert_interval(level_estimate(&cell, 0.95), exact.value, exact.lower, exact.upper, 0);
    cell.value = 42.9;
    struct estimate rounded = interval_wilson(0.429 * 70, 70, 0.95);
    assert_interval(level_estimate(&cell, 0.95), 42.9, 100 * rounded.lower, 100 * rounded.upper,
                    1e-9);
}

static void a_share_of_all_has_an_interval_up_to_all(void **state)
{
    (void)state;
    for (double n = 1; n < 5000; n += 7) {
        struct released_cell cell = counted(&share, n, n);
        struct estimate level = level_estimate(&cell, 0.95);
        assert_int_equal(level.state, ESTIMATE_INTERVAL);
        assert_near(level.upper, 100, 1e-12);
    }
}

static void a_rate_has_the_exact_interval_of_garwood(void **state)
{
    (void)state;
    /* Garwood (1936), table: limits for the expectation of 0, 1, 5, 10 and 50 events */
    static const struct {
        double events, lower, upper;
    } cases[] = {{0, 0, 3.689},
                 {1, 0.0253, 5.572},
                 {5, 1.623, 11.668},
                 {10, 4.795, 18.390},
                 {50, 37.11, 65.92}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = counted(&rate, cases[i].events, 500);
        struct estimate level = level_estimate(&cell, 0.95);
        assert_interval(level, 2 * cases[i].events, 2 * cases[i].lower, 2 * cases[i].upper, 0.011);
        assert_int_equal(level.method, METHOD_GARWOOD);
    }
}

static void a_mean_has_the_interval_of_students_t(void **state)
{
    (void)state;
    struct released_cell cell = averaged(6.2, 10, 2.5);
    struct estimate level = level_estimate(&cell, 0.95);
    double half = 2.2621571628 * 2.5 / sqrt(10);
    assert_interval(level, 6.2, 6.2 - half, 6.2 + half, 1e-8);
    assert_int_equal(level.method, METHOD_T);
    cell.spread = -1;
    level = level_estimate(&cell, 0.95);
    assert_int_equal(level.state, ESTIMATE_POINT);
    assert_int_equal(level.reason, REASON_NO_SPREAD);
    assert_near(level.value, 6.2, 0);
}

static void a_survey_rests_on_its_effective_answers(void **state)
{
    (void)state;
    static const struct {
        double n, design_effect, population, effective;
    } cases[] = {{140, 1, 0, 140},
                 {140, 1.12, 0, 125},
                 {140, 1, 837, 140 / (1 - 140.0 / 837)},
                 {140, 1.12, 837, 125 / (1 - 140.0 / 837)}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell =
            asked(67.9, cases[i].n, cases[i].design_effect, cases[i].population);
        struct estimate level = level_estimate(&cell, 0.95);
        struct estimate wilson =
            interval_wilson(0.679 * cases[i].effective, cases[i].effective, 0.95);
        assert_interval(level, 67.9, 100 * wilson.lower, 100 * wilson.upper, 1e-9);
        assert_int_equal(level.method, METHOD_WILSON_SURVEY);
    }
}

static void a_survey_of_everybody_has_no_random_variation(void **state)
{
    (void)state;
    struct released_cell cell = asked(67.9, 837, 1.12, 837);
    assert_interval(level_estimate(&cell, 0.95), 67.9, 67.9, 67.9, 1e-12);
}

static void a_given_value_has_no_interval(void **state)
{
    (void)state;
    struct released_cell cell = given(-12.75);
    struct estimate level = level_estimate(&cell, 0.95);
    assert_int_equal(level.state, ESTIMATE_POINT);
    assert_int_equal(level.reason, REASON_NO_COUNTS);
    assert_int_equal(level.method, METHOD_GIVEN);
    assert_near(level.value, -12.75, 0);
}

static void more_confidence_makes_a_wider_interval(void **state)
{
    (void)state;
    const struct released_cell cells[] = {counted(&share, 30, 70), counted(&rate, 30, 70),
                                          averaged(6, 70, 2), asked(40, 70, 1.2, 0)};
    for (size_t i = 0; i < 4; i++) {
        struct estimate narrow = level_estimate(&cells[i], 0.8);
        struct estimate wide = level_estimate(&cells[i], 0.99);
        assert_true(wide.lower < narrow.lower && narrow.upper < wide.upper);
    }
}

/* --- gaps ------------------------------------------------------------------------------------- */
static void the_gap_of_shares_to_the_rest_is_newcombes_method_10(void **state)
{
    (void)state;
    /* Newcombe (1998b), table II, method 10 */
    static const struct {
        double x1, n1, x2, n2, lower, upper;
    } cases[] = {
        {56, 70, 48, 80, 5.24, 33.39},  {9, 10, 3, 10, 17.05, 80.90},
        {6, 7, 2, 7, 5.82, 80.62},      {5, 56, 0, 29, -3.81, 19.26},
        {0, 10, 0, 20, -16.11, 27.75},  {0, 10, 0, 10, -27.75, 27.75},
        {10, 10, 0, 20, 67.91, 100.00}, {10, 10, 0, 10, 60.75, 100.00},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = counted(&share, cases[i].x1, cases[i].n1);
        struct released_cell rest = counted(&share, cases[i].x2, cases[i].n2);
        struct estimate gap = gap_to_rest(&cell, &rest, 0.95);
        assert_interval(gap, cell.value - rest.value, cases[i].lower, cases[i].upper, 0.006);
        assert_int_equal(gap.method, METHOD_NEWCOMBE10);
        struct estimate back = gap_to_rest(&rest, &cell, 0.95);
        assert_interval(back, -gap.value, -gap.upper, -gap.lower, 1e-9);
    }
}

static void the_gap_of_rates_takes_up_garwoods_limits(void **state)
{
    (void)state;
    struct released_cell cell = counted(&rate, 10, 500), rest = counted(&rate, 50, 10000);
    struct estimate a = level_estimate(&cell, 0.95), b = level_estimate(&rest, 0.95);
    struct estimate gap = gap_to_rest(&cell, &rest, 0.95);
    assert_interval(gap, 15, 15 - sqrt(pow(a.value - a.lower, 2) + pow(b.upper - b.value, 2)),
                    15 + sqrt(pow(a.upper - a.value, 2) + pow(b.value - b.lower, 2)), 1e-9);
    assert_int_equal(gap.method, METHOD_MOVER_GARWOOD);
}

static void the_gap_of_means_is_welchs(void **state)
{
    (void)state;
    struct released_cell cell = averaged(20.6, 10, 3), rest = averaged(22.1, 20, 1);
    struct estimate gap = gap_to_rest(&cell, &rest, 0.95);
    double va = 9 / 10.0, vb = 1 / 20.0;
    double df = pow(va + vb, 2) / (va * va / 9 + vb * vb / 19);
    double half = student_quantile(0.975, df) * sqrt(va + vb);
    assert_near(df, 10.0131, 1e-4);
    assert_interval(gap, -1.5, -1.5 - half, -1.5 + half, 1e-9);
    assert_int_equal(gap.method, METHOD_WELCH);
}

static void a_surveys_gap_is_between_independent_samples(void **state)
{
    (void)state;
    struct released_cell cell = asked(60, 140, 1.12, 0), whole = asked(75, 900, 1, 0);
    struct estimate a = interval_wilson(75, 125, 0.95), b = interval_wilson(675, 900, 0.95);
    struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
    assert_interval(gap, -15, -15 - 100 * hypot(0.6 - a.lower, b.upper - 0.75),
                    -15 + 100 * hypot(a.upper - 0.6, 0.75 - b.lower), 1e-9);
    assert_int_equal(gap.method, METHOD_NEWCOMBE10);
}

static void the_gap_of_given_values_is_their_difference(void **state)
{
    (void)state;
    struct released_cell cell = given(40), whole = given(22.5);
    struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
    assert_int_equal(gap.state, ESTIMATE_POINT);
    assert_int_equal(gap.method, METHOD_DIFFERENCE);
    assert_int_equal(gap.reason, REASON_NO_COUNTS);
    assert_near(gap.value, 17.5, 1e-12);
}

/* (1 - w)(p - p_R') by the counts of the municipality less the area, against gap_to_whole. */
static void the_gap_to_the_municipality_is_1_minus_w_times_that_to_its_other_people(void **state)
{
    (void)state;
    static const struct {
        const struct indicator *indicator;
        double x, n, whole_x, whole_n;
        enum method method;
    } cases[] = {
        {&share, 4570, 6113, 47946, 60183, METHOD_NEWCOMBE10_PART_WHOLE},
        {&share, 3, 40, 300, 900, METHOD_NEWCOMBE10_PART_WHOLE},
        {&share, 40, 40, 300, 900, METHOD_NEWCOMBE10_PART_WHOLE},
        {&share, 0, 40, 0, 900, METHOD_NEWCOMBE10_PART_WHOLE},
        {&rate, 31, 1200, 420, 20000, METHOD_MOVER_GARWOOD_PART_WHOLE},
        {&rate, 0, 1200, 420, 20000, METHOD_MOVER_GARWOOD_PART_WHOLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = counted(cases[i].indicator, cases[i].x, cases[i].n);
        struct released_cell whole =
            counted(cases[i].indicator, cases[i].whole_x, cases[i].whole_n);
        struct released_cell others = counted(cases[i].indicator, cases[i].whole_x - cases[i].x,
                                              cases[i].whole_n - cases[i].n);
        struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
        struct estimate apart = gap_to_rest(&cell, &others, 0.95);
        double left = 1 - cases[i].n / cases[i].whole_n;
        assert_interval(gap, cell.value - whole.value, left * apart.lower, left * apart.upper,
                        1e-9);
        assert_near(gap.value, left * apart.value, 1e-9);
        assert_int_equal(gap.method, cases[i].method);
    }
}

static void the_identity_holds_for_means_too(void **state)
{
    (void)state;
    struct mean a = {6, 40, 2}, b = {7, 460, 2.5};
    struct mean both = mean_together(a, b);
    struct released_cell cell = averaged(a.mean, a.n, a.spread);
    struct released_cell others = averaged(b.mean, b.n, b.spread);
    struct released_cell whole = averaged(both.mean, both.n, both.spread);
    struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
    struct estimate apart = gap_to_rest(&cell, &others, 0.95);
    double left = 1 - 40.0 / 500;
    assert_interval(gap, cell.value - whole.value, left * apart.lower, left * apart.upper, 1e-9);
    assert_near(gap.value, left * -1, 1e-9);
    assert_int_equal(gap.method, METHOD_WELCH_PART_WHOLE);
}

static void a_mean_without_spread_has_a_gap_without_interval(void **state)
{
    (void)state;
    struct released_cell cell = averaged(6, 40, -1), whole = averaged(7, 500, 2.5);
    struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
    assert_int_equal(gap.state, ESTIMATE_POINT);
    assert_int_equal(gap.reason, REASON_NO_SPREAD);
    assert_int_equal(gap.method, METHOD_DIFFERENCE);
    assert_near(gap.value, -1, 1e-12);
}

/* Rounding can carry the municipality less an area past none or all; the interval stays sound. */
static void rounded_levels_never_make_an_impossible_interval(void **state)
{
    (void)state;
    static const double values[] = {0, 0.1, 49.9, 50, 99.9, 100};
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++) {
            struct released_cell cell = counted(&share, values[i] * 9, 900);
            struct released_cell whole = counted(&share, values[j] * 10, 1000);
            struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
            assert_int_equal(gap.state, ESTIMATE_INTERVAL);
            assert_true(gap.lower <= gap.value && gap.value <= gap.upper);
            assert_true(gap.upper - gap.lower > 0.1);
            assert_near(gap.value, values[i] - values[j], 1e-9);
            assert_true(gap.lower >= -100 - 1e-9 && gap.upper <= 100 + 1e-9);
        }
}

static void an_area_as_large_as_its_municipality_has_a_gap_without_interval(void **state)
{
    (void)state;
    for (double n = 100; n < 103; n++) {
        struct released_cell cell = counted(&share, 30, n), whole = counted(&share, 30, 100);
        struct estimate gap = gap_to_whole(&cell, &whole, 0.95);
        assert_int_equal(gap.state, ESTIMATE_POINT);
        assert_int_equal(gap.reason, REASON_INCONSISTENT_INPUT);
        assert_near(gap.value, cell.value - whole.value, 0);
    }
}

/* --- ratios ----------------------------------------------------------------------------------- */
static void a_ratio_of_shares_is_katzs_with_ten_in_both(void **state)
{
    (void)state;
    struct released_cell cell = counted(&share, 20, 64), rest = counted(&share, 32, 256);
    double spread = 1.959963984540054 * sqrt(1 / 20.0 - 1 / 64.0 + 1 / 32.0 - 1 / 256.0);
    struct estimate ratio = ratio_to_rest(&cell, &rest, 0.95);
    assert_interval(ratio, 2.5, 2.5 * exp(-spread), 2.5 * exp(spread), 1e-9);
    assert_int_equal(ratio.method, METHOD_KATZ_LOG);
    cell = counted(&share, 5, 64);
    ratio = ratio_to_rest(&cell, &rest, 0.95);
    assert_int_equal(ratio.method, METHOD_MOVER_WILSON);
    assert_near(ratio.value, 0.625, 1e-12);
}

static void a_ratio_of_rates_is_exact(void **state)
{
    (void)state;
    struct released_cell cell = counted(&rate, 10, 500), rest = counted(&rate, 50, 10000);
    struct estimate ratio = ratio_to_rest(&cell, &rest, 0.95);
    assert_int_equal(ratio.state, ESTIMATE_INTERVAL);
    assert_int_equal(ratio.method, METHOD_EXACT_RATIO);
    assert_near(ratio.value, 4, 1e-12);
    /* the limits give 10 or more, and 10 or fewer, of 60 events half of five per cent */
    double low = ratio.lower / 20, high = ratio.upper / 20;
    assert_near(low / (1 + low), beta_quantile(0.025, 10, 51), 1e-9);
    assert_near(high / (1 + high), beta_quantile(0.975, 11, 50), 1e-9);
}

static void a_ratio_to_nothing_is_undefined(void **state)
{
    (void)state;
    struct released_cell cell = counted(&share, 20, 64), rest = counted(&share, 0, 256);
    assert_undefined(ratio_to_rest(&cell, &rest, 0.95), REASON_NO_EVENTS);
    cell = counted(&rate, 20, 64);
    rest = counted(&rate, 0, 256);
    assert_undefined(ratio_to_rest(&cell, &rest, 0.95), REASON_NO_EVENTS);
}

static void other_measures_have_no_ratio(void **state)
{
    (void)state;
    const struct released_cell cells[] = {averaged(6, 40, 2), asked(60, 140, 1, 0), given(4)};
    for (size_t i = 0; i < 3; i++)
        assert_undefined(ratio_to_rest(&cells[i], &cells[i], 0.95), REASON_NOT_APPLICABLE);
}

/* --- what is not there ------------------------------------------------------------------------ */
static void a_cell_that_is_not_open_says_why_there_is_no_estimate(void **state)
{
    (void)state;
    typedef struct estimate (*pair)(const struct released_cell *, const struct released_cell *,
                                    double);
    static const pair pairs[] = {gap_to_rest, gap_to_whole, ratio_to_rest};
    static const struct indicator *const indicators[] = {&share, &rate, &mean, &survey, &value};
    for (size_t i = 0; i < 5; i++) {
        struct released_cell open = {.indicator = indicators[i], .value = 5, .denominator = 50};
        struct released_cell hidden = {
            .indicator = indicators[i], .release = RELEASE_HIDDEN, .reason = REASON_SUPPRESSED};
        struct released_cell absent = {
            .indicator = indicators[i], .release = RELEASE_ABSENT, .reason = REASON_INCOMPLETE};
        assert_undefined(level_estimate(NULL, 0.95), REASON_MISSING);
        assert_undefined(level_estimate(&hidden, 0.95), REASON_SUPPRESSED);
        assert_undefined(level_estimate(&absent, 0.95), REASON_INCOMPLETE);
        for (size_t j = 0; j < 3; j++) {
            assert_undefined(pairs[j](NULL, &open, 0.95), REASON_MISSING);
            assert_undefined(pairs[j](&hidden, &open, 0.95), REASON_SUPPRESSED);
            assert_undefined(pairs[j](&hidden, NULL, 0.95), REASON_SUPPRESSED);
            assert_undefined(pairs[j](&absent, &hidden, 0.95), REASON_INCOMPLETE);
            assert_undefined(pairs[j](&open, NULL, 0.95), REASON_NO_COMPARATOR);
            assert_undefined(pairs[j](&open, &hidden, 0.95), REASON_SUPPRESSED);
            assert_undefined(pairs[j](&open, &absent, 0.95), REASON_INCOMPLETE);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_counts_of_a_survey_are_what_its_answers_are_worth),
        cmocka_unit_test(a_share_has_the_score_interval_of_wilson),
        cmocka_unit_test(a_share_is_counted_from_what_the_cell_shows),
        cmocka_unit_test(a_share_of_all_has_an_interval_up_to_all),
        cmocka_unit_test(a_rate_has_the_exact_interval_of_garwood),
        cmocka_unit_test(a_mean_has_the_interval_of_students_t),
        cmocka_unit_test(a_survey_rests_on_its_effective_answers),
        cmocka_unit_test(a_survey_of_everybody_has_no_random_variation),
        cmocka_unit_test(a_given_value_has_no_interval),
        cmocka_unit_test(more_confidence_makes_a_wider_interval),
        cmocka_unit_test(the_gap_of_shares_to_the_rest_is_newcombes_method_10),
        cmocka_unit_test(the_gap_of_rates_takes_up_garwoods_limits),
        cmocka_unit_test(the_gap_of_means_is_welchs),
        cmocka_unit_test(a_surveys_gap_is_between_independent_samples),
        cmocka_unit_test(the_gap_of_given_values_is_their_difference),
        cmocka_unit_test(the_gap_to_the_municipality_is_1_minus_w_times_that_to_its_other_people),
        cmocka_unit_test(the_identity_holds_for_means_too),
        cmocka_unit_test(a_mean_without_spread_has_a_gap_without_interval),
        cmocka_unit_test(rounded_levels_never_make_an_impossible_interval),
        cmocka_unit_test(an_area_as_large_as_its_municipality_has_a_gap_without_interval),
        cmocka_unit_test(a_ratio_of_shares_is_katzs_with_ten_in_both),
        cmocka_unit_test(a_ratio_of_rates_is_exact),
        cmocka_unit_test(a_ratio_to_nothing_is_undefined),
        cmocka_unit_test(other_measures_have_no_ratio),
        cmocka_unit_test(a_cell_that_is_not_open_says_why_there_is_no_estimate),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
