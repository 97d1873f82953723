/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/survey.h"

static const double weights[] = {1.5, 0.5, 1, 2, 1};
static const double yes[] = {1, 0, 1, 0, 1};
static const double ones[] = {1, 1, 1, 1, 1};

static void share_and_design_effect_by_hand(void **state)
{
    (void)state;
    struct survey_share result = survey_share(weights, yes, 5, 50, 0.95);
    assert_near(result.share.value, 3.5 / 6, 1e-15);
    assert_near(result.design_effect, 5 * 8.5 / 36, 1e-15);
    assert_near(result.effective, 36 / 8.5, 1e-14);
    assert_near(result.not_asked, 0.9, 1e-15);
    assert_near(result.effective_of_all, 36 / 8.5 / 0.9, 1e-14);
    double n = 36 / 8.5 / 0.9;
    struct estimate wilson = interval_wilson(3.5 / 6 * n, n, 0.95);
    assert_interval(result.share, wilson.value, wilson.lower, wilson.upper, 1e-14);
    assert_int_equal(result.share.method, METHOD_WILSON_SURVEY);
}

static void equal_weights_are_plain_wilson(void **state)
{
    (void)state;
    struct survey_share result = survey_share(ones, yes, 5, 0, 0.95);
    struct estimate wilson = interval_wilson(3, 5, 0.95);
    assert_near(result.design_effect, 1, 0);
    assert_near(result.not_asked, 1, 0);
    assert_interval(result.share, 0.6, wilson.lower, wilson.upper, 1e-14);
}

static void only_the_proportions_of_the_weights_matter(void **state)
{
    (void)state;
    double scaled[5];
    for (size_t i = 0; i < 5; i++)
        scaled[i] = weights[i] * 1e200;
    struct survey_share a = survey_share(weights, yes, 5, 50, 0.95);
    struct survey_share b = survey_share(scaled, yes, 5, 50, 0.95);
    assert_near(a.design_effect, b.design_effect, 1e-14);
    assert_interval(b.share, a.share.value, a.share.lower, a.share.upper, 1e-14);
}

static void swapping_yes_and_no_mirrors(void **state)
{
    (void)state;
    double no[5];
    for (size_t i = 0; i < 5; i++)
        no[i] = 1 - yes[i];
    struct survey_share a = survey_share(weights, yes, 5, 50, 0.95);
    struct survey_share b = survey_share(weights, no, 5, 50, 0.95);
    assert_interval(b.share, 1 - a.share.value, 1 - a.share.upper, 1 - a.share.lower, 1e-14);
}

static void everybody_asked_leaves_no_width(void **state)
{
    (void)state;
    struct survey_share all = survey_share(weights, yes, 5, 5, 0.95);
    assert_near(all.not_asked, 0, 0);
    assert_true(isinf(all.effective_of_all));
    assert_interval(all.share, 3.5 / 6, 3.5 / 6, 3.5 / 6, 1e-15);
    assert_near(survey_share(weights, yes, 5, 4, 0.95).not_asked, 0, 0);
}

static void ends_are_exact(void **state)
{
    (void)state;
    const double none[] = {0, 0, 0, 0, 0};
    assert_near(survey_share(weights, none, 5, 0, 0.95).share.lower, 0, 0);
    assert_near(survey_share(weights, ones, 5, 0, 0.95).share.upper, 1, 0);
    assert_near(survey_share(weights, ones, 5, 0, 0.95).share.value, 1, 0);
}

static void undefined_surveys(void **state)
{
    (void)state;
    const double zeros[] = {0, 0, 0, 0, 0}, negative[] = {1, -1, 1, 1, 1}, two[] = {0, 0, 2, 0, 0};
    assert_undefined(survey_share(weights, yes, 0, 50, 0.95).share, REASON_NO_DENOMINATOR);
    assert_undefined(survey_share(zeros, yes, 5, 50, 0.95).share, REASON_NO_DENOMINATOR);
    assert_undefined(survey_share(negative, yes, 5, 50, 0.95).share, REASON_INCONSISTENT_INPUT);
    assert_undefined(survey_share(weights, two, 5, 50, 0.95).share, REASON_INCONSISTENT_INPUT);
    const double no_end[] = {1, HUGE_VAL, 1, 1, 1}, below[] = {0, 0, -1, 0, 0};
    assert_undefined(survey_share(no_end, yes, 5, 50, 0.95).share, REASON_INCONSISTENT_INPUT);
    assert_undefined(survey_share(weights, below, 5, 50, 0.95).share, REASON_INCONSISTENT_INPUT);
    struct survey_share one = survey_share(weights, yes, 1, 50, 0.95);
    assert_near(one.design_effect, 1, 0);
    assert_int_equal(one.share.state, ESTIMATE_INTERVAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(share_and_design_effect_by_hand),
        cmocka_unit_test(equal_weights_are_plain_wilson),
        cmocka_unit_test(only_the_proportions_of_the_weights_matter),
        cmocka_unit_test(swapping_yes_and_no_mirrors),
        cmocka_unit_test(everybody_asked_leaves_no_width),
        cmocka_unit_test(ends_are_exact),
        cmocka_unit_test(undefined_surveys),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
