/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/codebook_statistics.h"

#include "plan_folder.h"

/* A row of the table that was left out would be NULL. */
static void everything_is_said_of_each_statistic_in_both_languages(void **state)
{
    (void)state;
    for (enum statistic i = STATISTIC_LEVEL; i < STATISTIC_COUNT; i++) {
        for (enum codebook_aspect aspect = ASPECT_VALUE; aspect < ASPECT_COUNT; aspect++) {
            const char *danish = codebook_statistic(i, aspect, LANGUAGE_DANISH);
            const char *english = codebook_statistic(i, aspect, LANGUAGE_ENGLISH);
            assert_non_null(danish);
            assert_non_null(english);
            assert_true(*danish && *english);
            assert_string_not_equal(danish, aspect == ASPECT_UNIT ? "" : english);
        }
        assert_non_null(codebook_texts(i));
    }
}

/* What the other parts of the program say of a statistic is what the codebook says. */
static void periods_and_units_are_those_of_the_statistic(void **state)
{
    (void)state;
    for (enum statistic i = STATISTIC_LEVEL; i < STATISTIC_COUNT; i++) {
        const struct target target = {.value = 1};
        const struct target_outlook outlook = {.target = &target};
        bool of_target = i == STATISTIC_TARGET || i == STATISTIC_TARGET_VALUE;
        const struct finding finding = {.statistic = i, .outlook = of_target ? &outlook : NULL};
        const char *period = codebook_statistic(i, ASPECT_PERIOD, LANGUAGE_ENGLISH);
        assert_int_equal(strncmp(period, "period is blank", 15) == 0,
                         finding_period(&finding) == NULL);
        const char *comparator = codebook_statistic(i, ASPECT_COMPARATOR, LANGUAGE_ENGLISH);
        const struct area other = {.code = "x"};
        const struct finding paired = {.statistic = i, .comparator = &other};
        assert_int_equal(strstr(comparator, "a row for each") != NULL,
                         finding_other(&paired) != NULL);
    }
    assert_string_equal(codebook_statistic(STATISTIC_GAP_SLOPE, ASPECT_UNIT, LANGUAGE_DANISH),
                        "forskel i indikatorens enhed pr. kalenderår");
    assert_string_equal(codebook_texts(STATISTIC_GAP), "");
}

/* What a reader who computes anew would get wrong without being told. */
static void what_the_number_alone_does_not_tell_is_told(void **state)
{
    (void)state;
    static const struct {
        enum statistic statistic;
        enum codebook_aspect aspect;
        const char *danish, *english;
    } cases[] = {
        {STATISTIC_LEVEL_DIFFERENCE, ASPECT_INTERVAL, "Bonferroni", "Bonferroni"},
        {STATISTIC_SLOPE_DIFFERENCE, ASPECT_INTERVAL, "Bonferroni", "Bonferroni"},
        {STATISTIC_RANK, ASPECT_INTERVAL, "Bonferroni", "Bonferroni"},
        {STATISTIC_LEVEL_DIFFERENCE, ASPECT_P, "tom", "blank"},
        {STATISTIC_LEVEL_DIFFERENCE, ASPECT_VALUE, "fælles periode", "common period"},
        {STATISTIC_RANK, ASPECT_VALUE, "fælles periode", "common period"},
        {STATISTIC_LEVEL_HETEROGENEITY, ASPECT_VALUE, "Gennemsnit: Welchs F", "Means: Welch's F"},
        {STATISTIC_LEVEL_HETEROGENEITY, ASPECT_VALUE, "Rater: χ² = Σ(x − e)²/e",
         "Rates: χ² = Σ(x − e)²/e"},
        {STATISTIC_PLACEBO_SHARE, ASPECT_VALUE, "n_periods er antallet af datoer",
         "n_periods is the number of dates"},
        {STATISTIC_AGE_RATE_EFFECT, ASPECT_VALUE, "det, afrundingen flytter, er lagt til denne del",
         "what rounding moves is put on this part"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *danish =
            codebook_statistic(cases[i].statistic, cases[i].aspect, LANGUAGE_DANISH);
        const char *english =
            codebook_statistic(cases[i].statistic, cases[i].aspect, LANGUAGE_ENGLISH);
        if (!strstr(danish, cases[i].danish) || !strstr(english, cases[i].english))
            fail_msg("%s: %s / %s", statistic_code(cases[i].statistic), danish, english);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_said_of_each_statistic_in_both_languages),
        cmocka_unit_test(periods_and_units_are_those_of_the_statistic),
        cmocka_unit_test(what_the_number_alone_does_not_tell_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
