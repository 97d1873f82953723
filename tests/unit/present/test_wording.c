/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/wording.h"

#include "plan_folder.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH

static const struct indicator share = {.unit = "pct.", .decimals = 1};
static const struct indicator income = {.unit = "kr.", .decimals = 0};

static struct finding make(const struct indicator *indicator, enum statistic statistic,
                           struct estimate estimate)
{
    return (struct finding){
        .indicator = indicator, .statistic = statistic, .periods = 1, .estimate = estimate};
}

static void numbers_read_as_the_language_writes_them(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *danish, *english;
    } cases[] = {
        {23.14, 1, "23,1", "23.1"},
        {-3.9, 1, "−3,9", "−3.9"},
        {0, 1, "0,0", "0.0"},
        {-0.04, 1, "0,0", "0.0"},
        {0.35, 1, "0,4", "0.4"},
        {9999, 0, "9.999", "9,999"},
        {10000, 0, "10.000", "10,000"},
        {1234567.25, 1, "1.234.567,3", "1,234,567.3"},
        {-312456, 0, "−312.456", "−312,456"},
        {9999.96, 1, "10.000,0", "10,000.0"},
    };
    char text[NUMBER_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(wording_number(text, DANISH, cases[i].value, cases[i].decimals),
                            cases[i].danish);
        assert_string_equal(wording_number(text, ENGLISH, cases[i].value, cases[i].decimals),
                            cases[i].english);
    }
}

static void a_change_always_shows_which_way(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *danish, *english;
    } cases[] = {
        {2.4, 1, "+2,4", "+2.4"},
        {-2.4, 1, "−2,4", "−2.4"},
        {0.04, 1, "0,0", "0.0"},
        {-0.04, 1, "0,0", "0.0"},
        {0, 0, "0", "0"},
        {0.05, 1, "+0,1", "+0.1"},
        {12345.6, 1, "+12.345,6", "+12,345.6"},
        {-0.05, 1, "−0,1", "−0.1"},
    };
    char text[NUMBER_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(wording_change(text, DANISH, cases[i].value, cases[i].decimals),
                            cases[i].danish);
        assert_string_equal(wording_change(text, ENGLISH, cases[i].value, cases[i].decimals),
                            cases[i].english);
    }
}

static void the_largest_numbers_fit(void **state)
{
    char text[NUMBER_TEXT];
    (void)state;
    assert_string_equal(wording_change(text, DANISH, 1e12, 2), "+1.000.000.000.000,00");
    assert_string_equal(wording_change(text, DANISH, -1e12, 2), "−1.000.000.000.000,00");
}

static void what_moves_or_differs_has_a_sign(void **state)
{
    static const struct {
        enum statistic statistic;
        const char *shown;
        int decimals;
    } cases[STATISTIC_COUNT] = {
        {STATISTIC_LEVEL, "2,3", 1},
        {STATISTIC_GAP, "+2,3", 1},
        {STATISTIC_GAP_REST, "+2,3", 1},
        {STATISTIC_RATIO, "2,35", 2},
        {STATISTIC_LEVEL_SLOPE, "+2,35", 2},
        {STATISTIC_GAP_SLOPE, "+2,35", 2},
        {STATISTIC_VERDICT_SLOPE, "+2,35", 2},
        {STATISTIC_VERDICT, "+2", 0},
        {STATISTIC_VERDICT_STRENGTH, "+2", 0},
        {STATISTIC_VERDICT_DIRECTION, "+2", 0},
        {STATISTIC_GAP_CHANGE, "+2,3", 1},
        {STATISTIC_THEIL_SEN, "+2,35", 2},
        {STATISTIC_GAP_THEIL_SEN, "+2,35", 2},
        {STATISTIC_MANN_KENDALL_S, "+2", 0},
        {STATISTIC_CLOSING_RATE, "+2,3", 1},
        {STATISTIC_YEARS_TO_PARITY, "2,3", 1},
        {STATISTIC_DETECTABLE_SLOPE, "2,35", 2},
        {STATISTIC_DETERMINABLE_YEAR, "2", 0},
        {STATISTIC_LEVEL_CHANGE, "+2,3", 1},
        {STATISTIC_POOLED_LEVEL, "2,3", 1},
        {STATISTIC_TARGET, "2,3", 1},
        {STATISTIC_TARGET_VALUE, "2,3", 1},
        {STATISTIC_MEANINGFUL_SLOPE, "2,35", 2},
        {STATISTIC_RESPONSE_RATE, "2,3", 1},
        {STATISTIC_EXPOSURE, "2,3", 1},
        {STATISTIC_MEAN_GAP_BEFORE, "+2,3", 1},
        {STATISTIC_MEAN_GAP_AFTER, "+2,3", 1},
        {STATISTIC_BEFORE_AFTER_MEAN, "+2,3", 1},
        {STATISTIC_BEFORE_AFTER_STEP, "+2,3", 1},
        {STATISTIC_GAP_SLOPE_BEFORE, "+2,35", 2},
        {STATISTIC_PLACEBO_CHANGE, "+2,3", 1},
        {STATISTIC_PLACEBO_SHARE, "2,3", 1},
        {STATISTIC_BREAKDOWN, "2,3", 1},
        {STATISTIC_REGRESSION_TO_MEAN, "2,3", 1},
        {STATISTIC_REGRESSION_TO_MEAN_YEAR, "2,3", 1},
        {STATISTIC_GAP_CHANGE_AREA, "+2,3", 1},
        {STATISTIC_GAP_CHANGE_COMPARATOR, "+2,3", 1},
        {STATISTIC_GAP_CHANGE_MOVED, "+2", 0},
        {STATISTIC_POOLED_GAP_SLOPE, "+2,35", 2},
        {STATISTIC_POOLED_VERDICT, "+2", 0},
        {STATISTIC_LEVEL_HETEROGENEITY, "2,35", 2},
        {STATISTIC_SLOPE_HETEROGENEITY, "2,35", 2},
        {STATISTIC_LEVEL_DIFFERENCE, "+2,3", 1},
        {STATISTIC_SLOPE_DIFFERENCE, "+2,35", 2},
        {STATISTIC_RANK, "2", 0},
        {STATISTIC_FURTHER_GAP, "+2,3", 1},
        {STATISTIC_FURTHER_GAP_SLOPE, "+2,35", 2},
        {STATISTIC_FURTHER_GAP_CHANGE, "+2,3", 1},
        {STATISTIC_AGE_STANDARDISED, "2,3", 1},
        {STATISTIC_AGE_RATE_EFFECT, "+2,3", 1},
        {STATISTIC_AGE_COMPOSITION_EFFECT, "+2,3", 1},
        {STATISTIC_AGE_RATE_CHANGE, "+2,3", 1},
        {STATISTIC_AGE_COMPOSITION_CHANGE, "+2,3", 1},
        {STATISTIC_STAYERS_CHANGE, "+2,3", 1},
        {STATISTIC_MOVES_CHANGE, "+2,3", 1},
        {STATISTIC_MOVERS_DIFFERENCE, "+2,3", 1},
        {STATISTIC_DETECTABLE_CHANGE, "2,3", 1},
        {STATISTIC_DETECTABLE_CHANGE_YEARS, "2,3", 1},
        {STATISTIC_DETECTABLE_CHANGE_AREAS, "2,3", 1},
        {STATISTIC_VERDICT_YEAR, "2", 0},
    };
    struct plan_folder *folder = *state;
    assert_int_equal(sizeof cases / sizeof *cases, STATISTIC_COUNT);
    for (size_t i = 0; i < STATISTIC_COUNT; i++) {
        struct estimate estimate = estimate_point(METHOD_GIVEN, 2.346, REASON_NO_COUNTS);
        struct finding finding = make(&share, cases[i].statistic, estimate);
        assert_int_equal(cases[i].statistic, i);
        assert_int_equal(wording_decimals(&finding), cases[i].decimals);
        assert_string_equal(wording_value(folder->arena, DANISH, &finding), cases[i].shown);
    }
}

static void money_has_no_decimals_but_its_slope_has_one(void **state)
{
    struct plan_folder *folder = *state;
    struct estimate estimate = estimate_point(METHOD_GIVEN, 312456.46, REASON_NO_COUNTS);
    struct finding level = make(&income, STATISTIC_LEVEL, estimate);
    struct finding slope = make(&income, STATISTIC_LEVEL_SLOPE, estimate);
    assert_string_equal(wording_value(folder->arena, DANISH, &level), "312.456");
    assert_string_equal(wording_value(folder->arena, ENGLISH, &slope), "+312,456.5");
}

static void a_value_that_is_not_there_says_why(void **state)
{
    struct plan_folder *folder = *state;
    for (int i = REASON_NONE + 1; i < REASON_COUNT; i++) {
        enum reason reason = (enum reason)i;
        struct finding finding = make(&share, STATISTIC_GAP, estimate_undefined(reason));
        const char *danish = wording_value(folder->arena, DANISH, &finding);
        const char *english = wording_value(folder->arena, ENGLISH, &finding);
        assert_string_equal(danish, reason_text(reason, DANISH));
        assert_string_equal(english, reason_text(reason, ENGLISH));
        assert_true(*danish && *english);
        assert_string_not_equal(danish, english);
        assert_null(strstr(danish, "nan"));
        for (int j = REASON_NONE + 1; j < i; j++)
            assert_string_not_equal(danish, reason_text((enum reason)j, DANISH));
    }
}

static void an_interval_names_both_limits(void **state)
{
    struct plan_folder *folder = *state;
    struct estimate estimate = estimate_interval(METHOD_WILSON, 2, -0.04, 10234.5);
    struct finding level = make(&share, STATISTIC_LEVEL, estimate);
    struct finding gap = make(&share, STATISTIC_GAP, estimate);
    assert_string_equal(wording_interval(folder->arena, DANISH, &level), "0,0 til 10.234,5");
    assert_string_equal(wording_interval(folder->arena, ENGLISH, &level), "0.0 to 10,234.5");
    assert_string_equal(wording_interval(folder->arena, DANISH, &gap), "0,0 til +10.234,5");
    gap.estimate.lower = -7.25;
    assert_string_equal(wording_interval(folder->arena, DANISH, &gap), "−7,3 til +10.234,5");
}

static void without_an_interval_there_are_no_words_for_one(void **state)
{
    struct plan_folder *folder = *state;
    struct finding point =
        make(&share, STATISTIC_GAP, estimate_point(METHOD_GIVEN, 1, REASON_NO_COUNTS));
    struct finding none = make(&share, STATISTIC_GAP, estimate_undefined(REASON_MISSING));
    assert_string_equal(wording_interval(folder->arena, DANISH, &point), "");
    assert_string_equal(wording_interval(folder->arena, DANISH, &none), "");
}

static void every_statistic_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < STATISTIC_COUNT; i++) {
        const char *danish = wording_statistic(DANISH, (enum statistic)i);
        const char *english = wording_statistic(ENGLISH, (enum statistic)i);
        assert_true(*danish && *english);
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(danish, wording_statistic(DANISH, (enum statistic)j));
            assert_string_not_equal(english, wording_statistic(ENGLISH, (enum statistic)j));
        }
    }
}

static void the_edition_is_marked_with_what_it_is(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_string_equal(wording_edition(folder->arena, DANISH, &table), "2025");
    folder->catalogue.plan.illustrative = true;
    assert_string_equal(wording_edition(folder->arena, DANISH, &table), "2025 · opdigtede tal");
    table.edition = EDITION_INTERNAL;
    assert_string_equal(wording_edition(folder->arena, DANISH, &table),
                        "2025 · opdigtede tal · INTERN – må ikke deles");
    folder->catalogue.plan.illustrative = false;
    assert_string_equal(wording_edition(folder->arena, ENGLISH, &table),
                        "2025 · INTERNAL – not to be shared");
}

static void a_break_is_told_as_its_series_counts_time(void **state)
{
    static const struct {
        enum period_kind kind;
        double time;
        const char *text;
    } cases[] = {
        {PERIOD_YEAR, 2019.0, "2019"},           {PERIOD_YEAR, 2019.9, "2019"},
        {PERIOD_DATE, 2019.9, "2019"},           {PERIOD_SCHOOL_YEAR, 2019.0, "2018/19"},
        {PERIOD_SCHOOL_YEAR, 2019.5, "2018/19"}, {PERIOD_SCHOOL_YEAR, 2019.6, "2019/20"},
        {PERIOD_QUARTER, 2019.0, "2019K1"},      {PERIOD_QUARTER, 2019.3, "2019K2"},
        {PERIOD_QUARTER, 2019.99, "2019K4"},
    };
    char text[PERIOD_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct indicator indicator = {.reporting = {.kind = cases[i].kind}};
        assert_string_equal(wording_break(text, &indicator, cases[i].time), cases[i].text);
    }
    /* the first day of what brud.csv names */
    const struct indicator school = {.reporting = {.kind = PERIOD_SCHOOL_YEAR}};
    const struct period year = {PERIOD_SCHOOL_YEAR, 2019, 0, 0};
    assert_string_equal(wording_break(text, &school, period_start(year)), "2019/20");
    const struct indicator quarterly = {.reporting = {.kind = PERIOD_QUARTER}};
    const struct period quarter = {PERIOD_QUARTER, 2022, 3, 0};
    assert_string_equal(wording_break(text, &quarterly, period_start(quarter)), "2022K3");
}

static void marks_stand_in_both_languages(void **state)
{
    (void)state;
    assert_string_equal(wording_invented(DANISH), "opdigtede tal");
    assert_string_equal(wording_internal(DANISH), "INTERN – må ikke deles");
    assert_string_not_equal(wording_invented(ENGLISH), wording_invented(DANISH));
    assert_string_not_equal(wording_internal(ENGLISH), wording_internal(DANISH));
    assert_non_null(strstr(wording_no_cause(DANISH), "hverken tage æren eller skylden"));
    assert_non_null(strstr(wording_no_cause(ENGLISH), "neither credit nor blame"));
}

static void a_verdict_on_a_sensitive_value_says_that_it_is_withheld(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "andelen;A;værdi;pct.;op;kalenderår;K;ja\n");
    plan_folder_figures(folder, "andelen;nord;2021;;;;47;;\nandelen;nord;2022;;;;48;;\n"
                                "andelen;by;2021;;;;9;;\nandelen;by;2022;;;;9;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_string_equal(wording_verdict(folder->arena, DANISH, &findings,
                                        indicator_of(folder, "andelen"), area_of(folder, "nord")),
                        "kan ikke afgøres (vises ikke i den delte udgave)");
}

static void the_verdict_on_the_areas_as_one_has_its_reason(void **state)
{
    struct plan_folder *folder = *state;
    struct finding finding = {.text = verdict_code(VERDICT_WIDENING)};
    assert_string_equal(wording_pooled_verdict(folder->arena, DANISH, &finding), "udvides");
    finding.text = verdict_code(VERDICT_NOT_DETERMINABLE);
    finding.estimate = estimate_undefined(REASON_IMPRECISE);
    assert_string_equal(wording_pooled_verdict(folder->arena, DANISH, &finding),
                        "kan ikke afgøres (for upræcist)");
    assert_string_equal(wording_pooled_verdict(folder->arena, LANGUAGE_ENGLISH, &finding),
                        "cannot be determined (too imprecise)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_read_as_the_language_writes_them),
        cmocka_unit_test(a_change_always_shows_which_way),
        cmocka_unit_test(the_largest_numbers_fit),
        PLAN_FOLDER_TEST(what_moves_or_differs_has_a_sign),
        PLAN_FOLDER_TEST(the_verdict_on_the_areas_as_one_has_its_reason),
        PLAN_FOLDER_TEST(money_has_no_decimals_but_its_slope_has_one),
        PLAN_FOLDER_TEST(a_value_that_is_not_there_says_why),
        PLAN_FOLDER_TEST(an_interval_names_both_limits),
        PLAN_FOLDER_TEST(without_an_interval_there_are_no_words_for_one),
        cmocka_unit_test(every_statistic_has_a_name_of_its_own),
        PLAN_FOLDER_TEST(the_edition_is_marked_with_what_it_is),
        cmocka_unit_test(a_break_is_told_as_its_series_counts_time),
        cmocka_unit_test(marks_stand_in_both_languages),
        PLAN_FOLDER_TEST(a_verdict_on_a_sensitive_value_says_that_it_is_withheld),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
