/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/verdict.h"

static const double years[] = {2017, 2018, 2019, 2020, 2021, 2022};
static const double events[] = {4, 3, 2, 3, 4, 2}, persons[] = {30, 10, 25, 19, 40, 22};

static void admission_asks_for_years_events_and_persons(void **state)
{
    (void)state;
    const double few[] = {2, 1, 2, 1, 2, 1}, nearly[] = {29, 9, 24, 18, 39, 21};
    const double small[] = {19, 19, 19, 20, 30, 40}, close[] = {2020, 2020.5, 2021, 2022, 2023.9};
    const double days[] = {2018.0014, 2019, 2020, 2021, 2022};
    const double unknown[] = {30, 21, 40, 22, (double)NAN, 25};
    const double even[] = {10, 19, 18, 22, 30, 40}; /* the median of six: 20.5 */
    const struct {
        struct verdict_series series;
        enum reason reason;
    } cases[] = {
        {{VERDICT_SHARES, years, events, persons, 6}, REASON_NONE},
        {{VERDICT_SHARES, years, events, persons, 4}, REASON_TOO_FEW_YEARS},
        {{VERDICT_SHARES, years, events, persons, 0}, REASON_TOO_FEW_YEARS},
        {{VERDICT_SHARES, close, events, persons, 5}, REASON_TOO_FEW_YEARS},
        {{VERDICT_SHARES, days, events, persons, 5}, REASON_NONE},
        {{VERDICT_SHARES, years, few, persons, 6}, REASON_TOO_FEW_EVENTS},
        {{VERDICT_RATES, years, few, persons, 6}, REASON_TOO_FEW_EVENTS},
        {{VERDICT_SHARES, years, nearly, persons, 6}, REASON_TOO_FEW_EVENTS},
        {{VERDICT_RATES, years, nearly, persons, 6}, REASON_NONE},
        {{VERDICT_SHARES, years, events, small, 6}, REASON_TOO_FEW_EVENTS},
        {{VERDICT_SHARES, years, events, even, 6}, REASON_NONE},
        {{VERDICT_SHARES, years, events, unknown, 6}, REASON_TOO_FEW_EVENTS},
        {{VERDICT_VALUES, years, NULL, NULL, 6}, REASON_NONE},
        {{VERDICT_SHARES, years, NULL, persons, 6}, REASON_NO_COUNTS},
        {{VERDICT_RATES, years, events, NULL, 6}, REASON_NO_COUNTS},
        {{VERDICT_VALUES, years, NULL, small, 6}, REASON_TOO_FEW_EVENTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(verdict_admission(&cases[i].series), cases[i].reason);
}

/* A slope of `value` with half widths for 95 and 90 pct., over six years about a mean gap. */
static struct verdict_evidence evidence_of(double value, double half, double mean)
{
    return (struct verdict_evidence){
        .slope = estimate_interval(METHOD_ENGINE_A, value, value - half, value + half),
        .equivalence = {value - 0.8 * half, value + 0.8 * half},
        .first = mean - 2.5 * value,
        .last = mean + 2.5 * value,
        .mean_gap = mean,
    };
}

static const struct verdict_delta tenth_of_a_point = {.absolute = 0.001, .relative = 0.05};

static void the_four_verdicts(void **state)
{
    (void)state;
    const struct {
        double slope, half, mean;
        enum verdict verdict;
    } cases[] = {
        {-0.01, 0.005, 0.2, VERDICT_NARROWING},
        {0.01, 0.005, -0.2, VERDICT_NARROWING}, /* the area ahead, and losing it */
        {0.01, 0.005, 0.2, VERDICT_WIDENING},
        {-0.01, 0.005, -0.2, VERDICT_WIDENING},
        {0.001, 0.005, 0.2, VERDICT_UNCHANGED}, /* within 0.01 a year */
        {0.001, 0.005, 0.04, VERDICT_NOT_DETERMINABLE},
        {0.004, 0.02, 0.2, VERDICT_NOT_DETERMINABLE},
        {0, 0, 0.2, VERDICT_UNCHANGED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct verdict_evidence evidence =
            evidence_of(cases[i].slope, cases[i].half, cases[i].mean);
        struct judgement judgement = verdict_judge(&evidence, tenth_of_a_point);
        assert_int_equal(judgement.verdict, cases[i].verdict);
        assert_int_equal(judgement.reason, cases[i].verdict == VERDICT_NOT_DETERMINABLE
                                               ? REASON_IMPRECISE
                                               : REASON_NONE);
    }
}

static void swapping_area_and_rest_keeps_the_verdict(void **state)
{
    (void)state;
    for (int i = -20; i <= 20; i++) {
        struct verdict_evidence a = evidence_of(0.001 * i, 0.006, 0.15);
        struct verdict_evidence b = evidence_of(-0.001 * i, 0.006, -0.15);
        struct judgement one = verdict_judge(&a, tenth_of_a_point);
        struct judgement other = verdict_judge(&b, tenth_of_a_point);
        assert_int_equal(one.verdict, other.verdict);
        assert_near(one.change, other.change, 0);
        assert_near(one.delta, other.delta, 0);
    }
}

static void delta_is_the_larger_of_the_two(void **state)
{
    (void)state;
    struct verdict_evidence wide = evidence_of(0, 1, -0.4), none = evidence_of(0, 1, 0);
    assert_near(verdict_judge(&wide, tenth_of_a_point).delta, 0.02, 1e-17);
    assert_near(verdict_judge(&none, tenth_of_a_point).delta, 0.001, 0);
}

static void a_gap_that_changes_sign_has_crossed(void **state)
{
    (void)state;
    struct verdict_evidence crossed = evidence_of(-0.02, 0.005, 0.01);
    struct verdict_evidence not_yet = evidence_of(-0.02, 0.005, 0.1);
    assert_true(verdict_judge(&crossed, tenth_of_a_point).crossed);
    assert_false(verdict_judge(&not_yet, tenth_of_a_point).crossed);
}

static void without_an_interval_nothing_is_determinable(void **state)
{
    (void)state;
    struct verdict_evidence evidence = evidence_of(-0.01, 0.001, 0.2);
    evidence.slope = estimate_point(METHOD_ENGINE_A, -0.01, REASON_TOO_FEW_YEARS);
    struct judgement judgement = verdict_judge(&evidence, tenth_of_a_point);
    assert_int_equal(judgement.verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(judgement.reason, REASON_TOO_FEW_YEARS);
    evidence.slope = estimate_undefined(REASON_SERIES_BREAK);
    assert_int_equal(verdict_judge(&evidence, tenth_of_a_point).reason, REASON_SERIES_BREAK);
}

static void each_verdict_has_a_code_of_its_own(void **state)
{
    (void)state;
    for (enum verdict a = VERDICT_NOT_DETERMINABLE; a < VERDICT_COUNT; a++)
        for (enum verdict b = VERDICT_NOT_DETERMINABLE; b < a; b++)
            assert_string_not_equal(verdict_code(a), verdict_code(b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(admission_asks_for_years_events_and_persons),
        cmocka_unit_test(the_four_verdicts),
        cmocka_unit_test(swapping_area_and_rest_keeps_the_verdict),
        cmocka_unit_test(delta_is_the_larger_of_the_two),
        cmocka_unit_test(a_gap_that_changes_sign_has_crossed),
        cmocka_unit_test(without_an_interval_nothing_is_determinable),
        cmocka_unit_test(each_verdict_has_a_code_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
