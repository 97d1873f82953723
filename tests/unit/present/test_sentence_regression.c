/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_regression.h"

#include "series_world.h"

#include <string.h>

#define FIRST 2014
#define YEARS 10

static bool says(const char *text, const char *words)
{
    return strstr(text, words) != NULL;
}

/* The change's size, its interval, and what is said of a gap of 10 and of one of -10. */
static void a_narrowing_is_held_against_what_is_expected(void **state)
{
    enum { NOTHING, ALONE, MAYBE };
    static const struct {
        double value, half;
        int above, below;
    } cases[] = {{-1, 0.5, ALONE, NOTHING}, {-2, 0.1, ALONE, NOTHING},  {-3, 0.5, NOTHING, NOTHING},
                 {-3, 2, MAYBE, NOTHING},   {-3, 0, MAYBE, NOTHING}, /* a point: not certainly */
                 {3, 2, NOTHING, MAYBE},    {3, 0.5, NOTHING, NOTHING}, {1, 0.5, NOTHING, ALONE},
                 {0, 1, NOTHING, NOTHING}};
    struct series_world *world = *state;
    const struct speaker speaker = {world->arena, LANGUAGE_DANISH, NULL};
    struct finding expected = {.statistic = STATISTIC_REGRESSION_TO_MEAN};
    expected.estimate = estimate_point(METHOD_REGRESSION_TO_MEAN, 2, REASON_NONE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int below = 0; below < 2; below++) {
            double value = cases[i].value, half = cases[i].half;
            struct finding change = {.statistic = STATISTIC_GAP_CHANGE};
            change.estimate =
                half > 0 ? estimate_interval(METHOD_MOVER, value, value - half, value + half)
                         : estimate_point(METHOD_MOVER, value, REASON_NO_COUNTS);
            const char *text =
                sentence_regression_share(&speaker, &change, below ? -10 : 10, &expected);
            int said = says(text, "kan alene være") ? ALONE : *text ? MAYBE : NOTHING;
            assert_int_equal(said, below ? cases[i].below : cases[i].above);
        }
}

static void the_year_of_the_choice_is_named_in_both_languages(void **state)
{
    static const double town[YEARS] = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20};
    static const double levels[YEARS] = {33, 31, 32, 33, 31, 32, 33, 34, 32, 33};
    struct series_world *world = *state;
    world->catalogue.plan.start = (struct period){PERIOD_DATE, 2021, 10, 1};
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_DOWN);
    world_series(world, indicator, BY, FIRST, town, YEARS);
    world_series(world, indicator, MOTALAVEJ, FIRST, levels, YEARS);
    struct speaker speaker = {world->arena, LANGUAGE_DANISH, world_findings(world)};
    const struct finding *change = finding_at(speaker.findings, indicator, &world->areas[MOTALAVEJ],
                                              STATISTIC_GAP_CHANGE, world_year(0));
    struct sentence sentence = {.text = ""};
    sentence_add_regression_of_year(&speaker, &sentence, change);
    assert_true(says(sentence.text, "Er området udpeget på basisårets tal, måtte en indsnævring"));
    assert_true(says(sentence.text, "kan alene være tilbagevenden mod gennemsnittet."));
    assert_int_equal(sentence.count, 1);
    assert_int_equal(sentence.quoted[0]->statistic, STATISTIC_REGRESSION_TO_MEAN_YEAR);
    speaker.language = LANGUAGE_ENGLISH;
    struct sentence english = {.text = ""};
    sentence_add_regression_of_year(&speaker, &english, change);
    assert_true(says(english.text, "With the area chosen by the baseline year’s figures, a "));
    indicator->has_trend = false; /* nothing to expect, nothing said */
    speaker.findings = world_findings(world);
    struct sentence none = {.text = ""};
    sentence_add_regression_of_year(&speaker, &none, change);
    assert_string_equal(none.text, "");
    assert_int_equal(none.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(a_narrowing_is_held_against_what_is_expected),
        SERIES_TEST(the_year_of_the_choice_is_named_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
