/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/results.h"

#include "plan_folder.h"

#include <jansson.h>

#include "pejling/base/file.h"
#include "pejling/base/number.h"

/* The text of a cell as a machine file would have it. */
static const char *cell_text(const struct sheet *sheet, size_t row, size_t column)
{
    char text[NUMBER_TEXT];
    const struct sheet_cell *cell = sheet_cell(sheet, row, column);
    if (cell->kind == SHEET_TEXT)
        return cell->text;
    if (cell->kind == SHEET_NUMBER)
        return arena_copy(sheet->arena, number_exact(text, cell->number, '.'));
    return "";
}

/* A whole row, with commas. */
static const char *row_text(const struct sheet *sheet, size_t row)
{
    const char *text = "";
    for (size_t i = 0; i < sheet->column_count; i++)
        text = arena_printf(sheet->arena, "%s%s%s", text, i ? "," : "", cell_text(sheet, row, i));
    return text;
}

static const char *header_text(const struct sheet *sheet)
{
    const char *text = "";
    for (size_t i = 0; i < sheet->column_count; i++)
        text = arena_printf(sheet->arena, "%s%s%s", text, i ? "," : "", sheet->columns[i].key);
    return text;
}

/* A row for one hand-made finding. */
static const char *finding_row(struct plan_folder *folder, enum edition edition,
                               const struct finding *finding)
{
    struct released_table table = plan_folder_release(folder, edition);
    struct finding row = *finding;
    row.indicator = indicator_of(folder, "andelen");
    row.area = area_of(folder, "nord");
    row.confidence = 0.95;
    if (finding->statistic != STATISTIC_LEVEL)
        row.comparator = area_of(folder, "rest");
    const struct findings findings = {
        .table = &table, .confidence = 0.95, .rows = &row, .count = 1};
    struct sheet sheet = results_sheet(folder->arena, &findings);
    assert_int_equal(sheet_rows(&sheet), 1);
    assert_int_equal(sheet.column_count, RESULT_COLUMNS);
    return row_text(&sheet, 0);
}

static void results_have_the_columns_of_the_contract(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const struct findings findings = {.table = &table, .confidence = 0.95};
    struct sheet sheet = results_sheet(folder->arena, &findings);
    assert_string_equal(
        header_text(&sheet),
        "indicator,area,comparator,period,period_from,period_to,statistic,value,lower,upper,"
        "confidence,unit,n_periods,p,p_adjusted,text,method,status,reason");
    assert_int_equal(sheet_rows(&sheet), 0);
}

/* A period that comes again, also with one of another kind between. */
static void each_row_has_its_own_periods(void **state)
{
    static const struct {
        struct period from, to;
        const char *words;
    } rows[] = {{{PERIOD_YEAR, 2019, 0, 0}, {PERIOD_YEAR, 2021, 0, 0}, ",2019,2021,"},
                {{PERIOD_YEAR, 2021, 0, 0}, {PERIOD_YEAR, 2021, 0, 0}, ",2021,2021,"},
                {{PERIOD_DATE, 2021, 11, 16}, {PERIOD_YEAR, 2021, 0, 0}, ",2021-11-16,2021,"},
                {{PERIOD_YEAR, 2019, 0, 0}, {PERIOD_QUARTER, 2021, 4, 0}, ",2019,2021K4,"},
                {{PERIOD_YEAR, 2019, 0, 0}, {PERIOD_YEAR, 2021, 0, 0}, ",2019,2021,"}};
    enum { COUNT = sizeof rows / sizeof *rows };
    struct plan_folder *folder = *state;
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct finding findings[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        findings[i] = (struct finding){.indicator = indicator_of(folder, "andelen"),
                                       .area = area_of(folder, "nord"),
                                       .statistic = STATISTIC_LEVEL_SLOPE,
                                       .from = rows[i].from,
                                       .to = rows[i].to,
                                       .periods = 2,
                                       .estimate = estimate_undefined(REASON_TOO_FEW_YEARS)};
    const struct findings all = {.table = &table, .rows = findings, .count = COUNT};
    const struct sheet sheet = results_sheet(folder->arena, &all);
    struct result_rows one = result_rows_begin(folder->arena, &all);
    for (size_t i = 0; i < COUNT; i++) {
        assert_non_null(strstr(row_text(&sheet, i), rows[i].words));
        sheet_clear(&one.sheet);
        result_rows_add(&one, &findings[i]);
        assert_string_equal(row_text(&one.sheet, 0), row_text(&sheet, i));
    }
}

static void a_level_with_its_interval_is_a_row(void **state)
{
    const struct finding level = {.statistic = STATISTIC_LEVEL,
                                  .from = {PERIOD_DATE, 2022, 11, 1},
                                  .to = {PERIOD_DATE, 2022, 11, 1},
                                  .periods = 1,
                                  .estimate = estimate_interval(METHOD_WILSON, 74.8, 73.7, 75.9)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &level),
                        "andelen,nord,,2022-11-01,2022-11-01,2022-11-01,level,74.8,73.7,75.9,95,"
                        "pct.,1,,,,wilson,ok,");
}

static void a_value_without_interval_says_why_it_has_none(void **state)
{
    const struct finding gap = {.statistic = STATISTIC_GAP_REST,
                                .from = {PERIOD_SCHOOL_YEAR, 2019, 0, 0},
                                .to = {PERIOD_SCHOOL_YEAR, 2019, 0, 0},
                                .periods = 1,
                                .estimate =
                                    estimate_point(METHOD_DIFFERENCE, -2.5, REASON_NO_COUNTS)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &gap),
                        "andelen,nord,rest,2019/20,2019/20,2019/20,gap_rest,-2.5,,,,pct.,1,,,,"
                        "difference,ok,no_counts");
}

static void a_hidden_finding_shows_no_number(void **state)
{
    struct finding gap = {.statistic = STATISTIC_GAP_REST,
                          .from = {PERIOD_YEAR, 2022, 0, 0},
                          .to = {PERIOD_YEAR, 2022, 0, 0},
                          .periods = 1,
                          .hidden = true,
                          .estimate = estimate_undefined(REASON_SUPPRESSED)};
    gap.estimate.value = gap.estimate.lower = gap.estimate.upper = gap.p = 43.21;
    assert_string_equal(finding_row(*state, EDITION_SHARED, &gap),
                        "andelen,nord,rest,2022,2022,2022,gap_rest,,,,,pct.,1,,,,,hidden,"
                        "suppressed");
    gap.hidden = false;
    gap.estimate.reason = REASON_INCOMPLETE;
    assert_string_equal(finding_row(*state, EDITION_INTERNAL, &gap),
                        "andelen,nord,rest,2022,2022,2022,gap_rest,,,,,pct.,1,,,,,na,incomplete");
}

static void a_slope_covers_its_periods_and_belongs_to_none(void **state)
{
    struct finding slope = {.statistic = STATISTIC_GAP_SLOPE,
                            .from = {PERIOD_YEAR, 2014, 0, 0},
                            .to = {PERIOD_YEAR, 2022, 0, 0},
                            .periods = 9,
                            .has_p = true,
                            .p = 0.0123456789,
                            .estimate = estimate_interval(METHOD_OLS_T, -0.5, -0.75, -0.25)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &slope),
                        "andelen,nord,rest,,2014,2022,gap_slope,-0.5,-0.75,-0.25,95,pct.,9,"
                        "0.012346,,,ols_t,ok,");
    slope.has_p = false;
    assert_string_equal(finding_row(*state, EDITION_INTERNAL, &slope),
                        "andelen,nord,rest,,2014,2022,gap_slope,-0.5,-0.75,-0.25,95,pct.,9,,,,"
                        "ols_t,ok,");
}

static void a_verdict_is_a_word_and_an_adjusted_p_stands_beside_the_plain_one(void **state)
{
    struct finding row = {.statistic = STATISTIC_VERDICT,
                          .from = {PERIOD_YEAR, 2014, 0, 0},
                          .to = {PERIOD_YEAR, 2022, 0, 0},
                          .periods = 9,
                          .text = "narrowing",
                          .estimate = estimate_undefined(REASON_NONE)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &row),
                        "andelen,nord,rest,,2014,2022,verdict,,,,,,9,,,narrowing,,ok,");
    row = (struct finding){.statistic = STATISTIC_VERDICT_SLOPE,
                           .from = {PERIOD_YEAR, 2014, 0, 0},
                           .to = {PERIOD_YEAR, 2022, 0, 0},
                           .periods = 9,
                           .has_p = true,
                           .has_p_adjusted = true,
                           .p = 0.0123456789,
                           .p_adjusted = 0.0246913578,
                           .estimate = estimate_interval(METHOD_ENGINE_A, -0.5, -0.75, -0.25)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &row),
                        "andelen,nord,rest,,2014,2022,verdict_slope,-0.5,-0.75,-0.25,95,pct.,9,"
                        "0.012346,0.024691,,engine_a,ok,");
}

/* Named by the target's period, whatever periods it rests on. */
static void a_target_belongs_to_its_period(void **state)
{
    const struct target target = {.period = {PERIOD_YEAR, 2025, 0, 0}, .value = 20};
    const struct target_outlook outlook = {.target = &target};
    struct finding row = {.statistic = STATISTIC_TARGET,
                          .from = {PERIOD_YEAR, 2014, 0, 0},
                          .to = {PERIOD_YEAR, 2022, 0, 0},
                          .periods = 9,
                          .text = "off_course",
                          .outlook = &outlook,
                          .estimate = estimate_interval(METHOD_OLS_PREDICTION, 22.5, 20.25, 24.75)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &row),
                        "andelen,nord,rest,2025,2014,2022,target,22.5,20.25,24.75,95,pct.,9,,,"
                        "off_course,ols_prediction,ok,");
    row = (struct finding){.statistic = STATISTIC_TARGET_VALUE,
                           .outlook = &outlook,
                           .estimate = estimate_point(METHOD_GIVEN, 20, REASON_NOT_APPLICABLE)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &row),
                        "andelen,nord,rest,2025,,,target_value,20,,,,pct.,0,,,,given,ok,"
                        "not_applicable");
}

static void a_finding_that_rests_on_nothing_has_no_periods(void **state)
{
    const struct finding change = {.statistic = STATISTIC_GAP_CHANGE,
                                   .from = {PERIOD_YEAR, 2014, 0, 0},
                                   .to = {PERIOD_YEAR, 2022, 0, 0},
                                   .estimate = estimate_undefined(REASON_NO_BASELINE)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &change),
                        "andelen,nord,rest,,,,gap_change,,,,,pct.,0,,,,,na,no_baseline");
}

static void a_ratio_has_no_unit(void **state)
{
    const struct finding ratio = {.statistic = STATISTIC_RATIO,
                                  .from = {PERIOD_UNKNOWN, 0, 0, 0},
                                  .to = {PERIOD_UNKNOWN, 0, 0, 0},
                                  .periods = 1,
                                  .estimate = estimate_interval(METHOD_KATZ_LOG, 1.5, 1, 2)};
    assert_string_equal(finding_row(*state, EDITION_SHARED, &ratio),
                        "andelen,nord,rest,ukendt,ukendt,ukendt,ratio,1.5,1,2,95,,1,,,,katz_log,"
                        "ok,");
}

static void a_shared_edition_has_six_decimals_and_an_internal_one_all(void **state)
{
    const struct finding level = {
        .statistic = STATISTIC_LEVEL,
        .from = {PERIOD_YEAR, 2022, 0, 0},
        .to = {PERIOD_YEAR, 2022, 0, 0},
        .periods = 1,
        .has_p = true,
        .p = 1.0 / 3,
        .estimate = estimate_interval(METHOD_WILSON, 2.0 / 3, 1.0 / 3, 1.1234565)};
    assert_non_null(strstr(finding_row(*state, EDITION_SHARED, &level),
                           ",0.666667,0.333333,1.123457,95,pct.,1,0.333333,"));
    assert_non_null(strstr(finding_row(*state, EDITION_INTERNAL, &level),
                           ",0.6666666666666666,0.3333333333333333,1.1234565,95,pct.,1,"
                           "0.3333333333333333,"));
}

/* --- remarks ---------------------------------------------------------------------------------- */
static void report(struct plan_folder *folder, enum problem problem, unsigned line, unsigned column)
{
    const struct location at = {"observationer/tal.csv", line, column};
    diagnostics_report(&folder->diagnostics, problem, at, "fejl · ret", "fault · mend");
}

static void remarks_name_what_was_found_in_the_input_and_nothing_else(void **state)
{
    struct plan_folder *folder = *state;
    for (int i = 0; i < PROBLEM_KINDS; i++)
        report(folder, (enum problem)i, 7, 3);
    struct sheet sheet = remarks_sheet(folder->arena, &folder->diagnostics);
    assert_string_equal(header_text(&sheet), "file,line,column,kind,text");
    assert_int_equal(sheet_rows(&sheet), 2);
    assert_string_equal(row_text(&sheet, 0), "observationer/tal.csv,7,3,bemærkning,fejl · ret");
    assert_string_equal(row_text(&sheet, 1), "observationer/tal.csv,7,3,udeladt,fejl · ret");
}

static void a_place_that_is_not_known_is_blank(void **state)
{
    struct plan_folder *folder = *state;
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    report(folder, PROBLEM_REMARK, 0, 0);
    report(folder, PROBLEM_SERIES, 12, 0);
    diagnostics_report(&folder->diagnostics, PROBLEM_REMARK, (struct location){0}, "x", "y");
    struct sheet sheet = remarks_sheet(folder->arena, &folder->diagnostics);
    assert_string_equal(row_text(&sheet, 0), "observationer/tal.csv,,,remark,fault · mend");
    assert_string_equal(row_text(&sheet, 1), "observationer/tal.csv,12,,left out,fault · mend");
    assert_string_equal(row_text(&sheet, 2), ",,,remark,y");
}

/* --- the files -------------------------------------------------------------------------------- */
#define FILES_OF_FINDINGS 3 /* the first of them; then those with words about them */
static const char *const names[] = {"resultater.csv", "resultater.json", "bemaerkninger.csv",
                                    "kodebog.csv", "kodebog.json"};

static const char *take_file(struct plan_folder *folder, const char *name)
{
    const struct input_file file = {plan_folder_file(folder, name), name, PROBLEM_FILE};
    size_t length;
    const char *bytes = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    assert_non_null(bytes);
    plan_folder_remove(folder, name);
    return bytes;
}

static void check_object(const struct sheet *sheet, size_t row, json_t *object)
{
    assert_int_equal(json_object_size(object), sheet->column_count);
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct sheet_cell *cell = sheet_cell(sheet, row, i);
        json_t *value = json_object_get(object, sheet->columns[i].key);
        if (cell->kind == SHEET_BLANK)
            assert_true(json_is_null(value));
        else if (cell->kind == SHEET_TEXT)
            assert_string_equal(json_string_value(value), cell->text);
        else
            assert_near(json_number_value(value), cell->number, 0);
    }
}

#define SEVERAL_FIGURES                                                                            \
    "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;31;70;;;\nandelen;syd;2020;;40;130;;;\n"     \
    "andelen;by;2021;;511;1013;;;\nandelen;nord;2021;;3;71;;;\nandelen;syd;2021;;44;127;;;\n"      \
    "snittet;by;2020;;;1000;6,7;2,9;\nsnittet;nord;2020;;;70;5,9;3,1;\n"

static void the_json_holds_the_same_as_the_sheet(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    plan_folder_figures(folder, SEVERAL_FIGURES);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct released_table table = plan_folder_release(folder, (enum edition)edition);
        struct findings findings = findings_compute(folder->arena, &table);
        struct sheet sheet = results_sheet(folder->arena, &findings);
        assert_true(results_write(&place, &findings));
        json_t *root = json_loads(take_file(folder, "resultater.json"), 0, NULL);
        json_t *results = json_object_get(root, "results");
        assert_string_equal(json_string_value(json_object_get(root, "title")), "Prøveplan");
        assert_string_equal(json_string_value(json_object_get(root, "udgave")), "2025");
        assert_string_equal(json_string_value(json_object_get(root, "edition")),
                            edition == EDITION_SHARED ? "delt" : "intern");
        assert_true(json_is_false(json_object_get(root, "illustrative")));
        assert_true(sheet_rows(&sheet) > 30);
        assert_int_equal(json_array_size(results), sheet_rows(&sheet));
        for (size_t i = 0; i < sheet_rows(&sheet); i++)
            check_object(&sheet, i, json_array_get(results, i));
        json_decref(root);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            plan_folder_remove(folder, names[i]);
    }
}

static void no_file_holds_nan_or_infinity(void **state)
{
    static const char *const words[] = {"nan", "inf,", "inf\n", ":inf", "NaN", "Infinity"};
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    plan_folder_figures(folder, SEVERAL_FIGURES "andelen;nord;ukendt;;0;70;;;\n"
                                                "andelen;syd;2022;;0;0;;;\n"
                                                "snittet;syd;2020;;;1;5;0;\n"
                                                "tallet;nord;2020;;;;0;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_true(results_write(&place, &findings));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *bytes = take_file(folder, names[i]);
        for (size_t j = 0; i < FILES_OF_FINDINGS && j < sizeof words / sizeof *words; j++)
            assert_null(strstr(bytes, words[j]));
    }
}

static void files_that_cannot_be_written_are_each_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    assert_false(results_write(&nowhere, &findings));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], sizeof names / sizeof *names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(results_have_the_columns_of_the_contract),
        PLAN_FOLDER_TEST(each_row_has_its_own_periods),
        PLAN_FOLDER_TEST(a_level_with_its_interval_is_a_row),
        PLAN_FOLDER_TEST(a_value_without_interval_says_why_it_has_none),
        PLAN_FOLDER_TEST(a_hidden_finding_shows_no_number),
        PLAN_FOLDER_TEST(a_slope_covers_its_periods_and_belongs_to_none),
        PLAN_FOLDER_TEST(a_verdict_is_a_word_and_an_adjusted_p_stands_beside_the_plain_one),
        PLAN_FOLDER_TEST(a_target_belongs_to_its_period),
        PLAN_FOLDER_TEST(a_finding_that_rests_on_nothing_has_no_periods),
        PLAN_FOLDER_TEST(a_ratio_has_no_unit),
        PLAN_FOLDER_TEST(a_shared_edition_has_six_decimals_and_an_internal_one_all),
        PLAN_FOLDER_TEST(remarks_name_what_was_found_in_the_input_and_nothing_else),
        PLAN_FOLDER_TEST(a_place_that_is_not_known_is_blank),
        PLAN_FOLDER_TEST(the_json_holds_the_same_as_the_sheet),
        PLAN_FOLDER_TEST(no_file_holds_nan_or_infinity),
        PLAN_FOLDER_TEST(files_that_cannot_be_written_are_each_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
