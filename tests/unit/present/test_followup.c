/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/followup.h"

#include "plan_folder.h"

#include "pejling/base/number.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define YEAR(year) ((struct period){PERIOD_YEAR, year, 0, 0})
#define MOST_ROWS 32

/* Findings made by hand, of »andelen«; to be added in the order of the catalogue's areas. */
struct hand_made {
    struct plan_folder *folder;
    struct released_table table;
    struct finding rows[MOST_ROWS];
    size_t count;
    struct findings findings;
};

static struct hand_made *start(struct plan_folder *folder)
{
    struct hand_made *made = arena_alloc(folder->arena, 1, sizeof *made);
    made->folder = folder;
    made->table = plan_folder_release(folder, EDITION_SHARED);
    return made;
}

static struct finding *add(struct hand_made *made, const char *area, enum statistic statistic,
                           short year, double value)
{
    struct finding *row = &made->rows[made->count++];
    assert_true(made->count <= MOST_ROWS);
    *row =
        (struct finding){.indicator = indicator_of(made->folder, "andelen"),
                         .area = area_of(made->folder, area),
                         .statistic = statistic,
                         .from = YEAR(year),
                         .to = YEAR(year),
                         .periods = 1,
                         .estimate = estimate_interval(METHOD_WILSON, value, value - 1, value + 1)};
    if (statistic == STATISTIC_GAP)
        row->comparator = area_of(made->folder, "by");
    else if (statistic != STATISTIC_LEVEL && statistic != STATISTIC_LEVEL_CHANGE)
        row->comparator = area_of(made->folder, "rest");
    return row;
}

static void add_undefined(struct hand_made *made, const char *area, enum statistic statistic,
                          short year, enum reason reason)
{
    add(made, area, statistic, year, 0)->estimate = estimate_undefined(reason);
}

static const struct findings *finish(struct hand_made *made)
{
    const struct catalogue *catalogue = &made->folder->catalogue;
    size_t slots = catalogue->indicator_count * catalogue->area_count;
    size_t *starts = arena_alloc(made->folder->arena, slots + 1, sizeof *starts);
    for (size_t i = 0; i < made->count; i++) {
        const struct finding *row = &made->rows[i];
        starts[row->indicator->index * catalogue->area_count + row->area->index + 1]++;
    }
    for (size_t i = 0; i < slots; i++)
        starts[i + 1] += starts[i];
    made->findings =
        (struct findings){.table = &made->table,
                          .confidence = 0.95,
                          .verdicts = {.catalogue = catalogue,
                                       .items = arena_alloc(made->folder->arena, slots,
                                                            sizeof(struct gap_verdict *))},
                          .rows = made->rows,
                          .count = made->count,
                          .starts = starts};
    return &made->findings;
}

/* The municipality's levels, and of »nord« two levels before the baseline year and two after. */
static struct hand_made *four_years(struct plan_folder *folder)
{
    struct hand_made *made = start(folder);
    for (short year = 2020; year <= 2023; year++)
        add(made, "by", STATISTIC_LEVEL, year, year - 1960);
    for (short year = 2020; year <= 2023; year++)
        add(made, "nord", STATISTIC_LEVEL, year, year - 1980);
    for (short year = 2020; year <= 2023; year++)
        add(made, "nord", STATISTIC_GAP, year, year - 2100);
    for (short year = 2020; year <= 2023; year++)
        add(made, "nord", STATISTIC_GAP_REST, year, year - 2050);
    return made;
}

static struct followup_row row_of(const struct findings *findings, struct plan_folder *folder,
                                  const char *area)
{
    struct followup_row row;
    assert_true(
        followup_row(findings, indicator_of(folder, "andelen"), area_of(folder, area), &row));
    return row;
}

static void a_row_finds_baseline_and_latest_of_area_municipality_and_gap(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2023, 2);
    add(made, "nord", STATISTIC_LEVEL_CHANGE, 2023, 3);
    struct followup_row row = row_of(finish(made), folder, "nord");
    assert_ptr_equal(row.indicator, indicator_of(folder, "andelen"));
    assert_ptr_equal(row.area, area_of(folder, "nord"));
    assert_ptr_equal(row.municipality, area_of(folder, "by"));
    assert_near(row.baseline->estimate.value, 41, 0); /* 2021, the plan's baseline year */
    assert_near(row.latest->estimate.value, 43, 0);
    assert_near(row.whole_baseline->estimate.value, 61, 0);
    assert_near(row.whole_latest->estimate.value, 63, 0);
    assert_near(row.gap_baseline->estimate.value, -29, 0);
    assert_near(row.gap_latest->estimate.value, -27, 0);
    assert_near(row.gap_change->estimate.value, 2, 0);
    assert_near(row.level_change->estimate.value, 3, 0);
}

static void the_gap_is_to_what_its_change_is_measured_to(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2023, 2)->comparator = area_of(folder, "by");
    struct followup_row row = row_of(finish(made), folder, "nord");
    assert_near(row.gap_baseline->estimate.value, -79, 0);
    assert_near(row.gap_latest->estimate.value, -77, 0);
}

static void an_area_without_findings_has_no_row(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2023, 2);
    const struct findings *findings = finish(made);
    struct followup_row row;
    assert_false(
        followup_row(findings, indicator_of(folder, "andelen"), area_of(folder, "syd"), &row));
    assert_false(
        followup_row(findings, indicator_of(folder, "andelen"), area_of(folder, "by"), &row));
    assert_false(
        followup_row(findings, indicator_of(folder, "raten"), area_of(folder, "nord"), &row));
}

static void what_is_not_there_is_null(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = start(folder);
    add_undefined(made, "nord", STATISTIC_LEVEL, 2021, REASON_MISSING);
    add(made, "nord", STATISTIC_LEVEL, 2022, 5);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2022, REASON_NO_BASELINE);
    struct followup_row row = row_of(finish(made), folder, "nord");
    assert_null(row.baseline);
    assert_null(row.whole_baseline);
    assert_non_null(row.latest);
    assert_null(row.whole_latest);
    assert_null(row.gap_baseline);
    assert_null(row.gap_latest);
    assert_null(row.level_change);
}

/* --- the order -------------------------------------------------------------------------------- */
static void the_fixed_indicators_come_first_by_their_number(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const expected[] = {"to", "ni_a", "ni_b", "fri", "sidste"};
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                      "fri;A;andel;pct.;op;kalenderår;K;\n"
                      "ni_a;B;andel;pct.;op;kalenderår;K;9\n"
                      "to;C;andel;pct.;op;kalenderår;K;2\n"
                      "ni_b;D;andel;pct.;op;kalenderår;K;9\n"
                      "sidste;E;andel;pct.;op;kalenderår;K;\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    const struct indicator **order = followup_indicators(folder->arena, &folder->catalogue);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_string_equal(order[i]->code, expected[i]);
}

static void areas_come_before_their_totals_and_nothing_else_has_rows(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const expected[] = {"nord", "syd", "alle"};
    size_t count = 0;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "land;Landet;land;;;;;\n"
                                   "by;Byen;kommune;land;;;;\n"
                                   "alle;Alle;samlet;by;;;;\n"
                                   "tvil;Tvilling;tvilling;by;;;;\n"
                                   "nord;Nord;område;by;;;;\n"
                                   "nord_1;Afdeling;afdeling;nord;;;;\n"
                                   "syd;Syd;område;by;;;;\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    const struct area **areas = followup_areas(folder->arena, &folder->catalogue, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(areas[i]->code, expected[i]);
}

/* --- remarks ---------------------------------------------------------------------------------- */
static const char *remark(const struct findings *findings, struct plan_folder *folder,
                          enum language language)
{
    struct followup_row row = row_of(findings, folder, "nord");
    return followup_remark(folder->arena, language, findings, &row);
}

static void a_plain_row_has_no_remark(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2023, 2);
    assert_string_equal(remark(finish(made), folder, DANISH), "");
}

static void a_remark_says_why_there_is_no_change(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2023, REASON_SERIES_BREAK);
    const struct findings *findings = finish(made);
    assert_string_equal(remark(findings, folder, DANISH), "ændring i afstand: databrud i serien");
    assert_string_equal(remark(findings, folder, ENGLISH),
                        "change of the gap: a break in the series");
}

static void a_remark_says_that_there_are_no_figures(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = start(folder);
    add_undefined(made, "nord", STATISTIC_LEVEL, 2022, REASON_MISSING);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2022, REASON_NO_BASELINE);
    assert_string_equal(remark(finish(made), folder, DANISH), "ingen tal");
    assert_string_equal(remark(&made->findings, folder, ENGLISH), "no figures");
}

static void a_remark_counts_what_is_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2021;;2;70;;;\nandelen;nord;2022;;40;70;;;\n");
    struct hand_made *made = start(folder);
    add(made, "nord", STATISTIC_LEVEL, 2022, 57.1);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2022, REASON_SUPPRESSED);
    const struct findings *findings = finish(made);
    assert_string_equal(remark(findings, folder, DANISH),
                        "1 måling skjult: få personer; ændring i afstand: skjult: få personer");
    assert_non_null(strstr(remark(findings, folder, ENGLISH), "1 figure hidden: few persons"));
    plan_folder_figures(folder, "andelen;nord;2020;;3;70;;;\nandelen;nord;2021;;2;70;;;\n");
    made = start(folder);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2022, REASON_SUPPRESSED);
    assert_string_equal(remark(finish(made), folder, DANISH), "2 målinger skjult: få personer");
}

static void a_remark_on_a_sensitive_value_says_that_it_is_withheld(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "andelen;A;værdi;pct.;op;kalenderår;K;ja\n");
    plan_folder_figures(folder, "andelen;nord;2021;;;;47;;\nandelen;nord;2022;;;;48;;\n");
    struct hand_made *made = start(folder);
    add(made, "nord", STATISTIC_LEVEL, 2022, 57.1);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2022, REASON_SUPPRESSED);
    const struct findings *findings = finish(made);
    assert_string_equal(remark(findings, folder, DANISH),
                        "2 målinger vises ikke i den delte udgave; ændring i afstand: vises ikke i "
                        "den delte udgave");
    assert_string_equal(remark(findings, folder, ENGLISH),
                        "2 figures not shown in the shared edition; change of the gap: not shown "
                        "in the shared edition");
}

static void a_remark_says_that_the_latest_figure_is_provisional(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2022;;40;70;;;foreløbig\n");
    struct hand_made *made = start(folder);
    add(made, "nord", STATISTIC_LEVEL, 2022, 57.1);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2022, 1);
    const struct findings *findings = finish(made);
    assert_string_equal(remark(findings, folder, DANISH), "seneste tal er foreløbigt");
    assert_string_equal(remark(findings, folder, ENGLISH), "the latest figure is provisional");
}

static void a_remark_says_that_a_gap_is_of_another_year_than_the_level(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = start(folder);
    add(made, "nord", STATISTIC_LEVEL, 2021, 40);
    add(made, "nord", STATISTIC_LEVEL, 2023, 43);
    add(made, "nord", STATISTIC_GAP_REST, 2020, -30);
    add(made, "nord", STATISTIC_GAP_REST, 2022, -28);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2022, 2);
    const struct findings *findings = finish(made);
    assert_string_equal(remark(findings, folder, DANISH),
                        "afstand ved baseline er fra 2020; seneste afstand er fra 2022");
    assert_string_equal(remark(findings, folder, ENGLISH),
                        "gap at baseline is of 2020; latest gap is of 2022");
}

/* --- the sheet -------------------------------------------------------------------------------- */
static const char *row_text(const struct sheet *sheet, size_t row)
{
    const char *text = "";
    char number[NUMBER_TEXT];
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct sheet_cell *cell = sheet_cell(sheet, row, i);
        const char *shown = cell->kind == SHEET_TEXT ? cell->text : "";
        if (cell->kind == SHEET_NUMBER)
            shown = number_danish(number, cell->number, cell->decimals);
        text = arena_printf(sheet->arena, "%s%s%s", text, i ? ";" : "", shown);
    }
    return text;
}

static void the_sheet_fills_in_section_five_of_the_agreement(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = four_years(folder);
    add(made, "nord", STATISTIC_GAP_CHANGE, 2023, 2.25);
    add(made, "nord", STATISTIC_LEVEL_CHANGE, 2023, 2.75);
    add(made, "nord", STATISTIC_VERDICT_SLOPE, 2023, 0.625)->from = YEAR(2016);
    folder->catalogue.indicators[0].goal = "Flere i arbejde";
    folder->catalogue.indicators[0].lbf_number = 4;
    struct sheet sheet = followup_sheet(folder->arena, DANISH, finish(made));
    assert_int_equal(sheet_rows(&sheet), 1);
    assert_string_equal(
        row_text(&sheet, 0),
        "Flere i arbejde;4;Andel;Nordparken;pct.;2021;41,0;61,0;2023;43,0;42,0;44,0;63,0;2,8;1,8;"
        "3,8;Resten af "
        "Byen;−29,0;−27,0;−28,0;−26,0;2,3;1,3;3,3;;2016;2023;0,63;−0,38;1,63;;K;2025");
    assert_string_equal(sheet.columns[0].label, "Mål");
    assert_string_equal(sheet.columns[6].label, "Baseline boligområde");
    assert_string_equal(sheet.columns[25].label, "Vurderingen bygger på: fra");
    assert_string_equal(sheet.columns[26].label, "Vurderingen bygger på: til");
}

static void cells_without_a_value_are_blank(void **state)
{
    struct plan_folder *folder = *state;
    struct hand_made *made = start(folder);
    add(made, "nord", STATISTIC_LEVEL, 2023, 43)->estimate =
        estimate_point(METHOD_GIVEN, 43, REASON_NO_COUNTS);
    add_undefined(made, "nord", STATISTIC_GAP_CHANGE, 2023, REASON_NO_BASELINE);
    struct sheet sheet = followup_sheet(folder->arena, ENGLISH, finish(made));
    assert_string_equal(row_text(&sheet, 0),
                        ";;Andel;Nordparken;pct.;;;;2023;43,0;;;;;;;Resten af Byen;;;;;;;;;;;;;;"
                        "change of the gap: no figure in or before the baseline year;K;2025");
    assert_string_equal(sheet.columns[0].label, "Goal");
}

static void columns_are_the_same_in_both_languages(void **state)
{
    struct plan_folder *folder = *state;
    const struct findings *findings = finish(start(folder));
    struct sheet danish = followup_sheet(folder->arena, DANISH, findings);
    struct sheet english = followup_sheet(folder->arena, ENGLISH, findings);
    assert_int_equal(danish.column_count, english.column_count);
    for (size_t i = 0; i < danish.column_count; i++) {
        assert_string_equal(danish.columns[i].key, english.columns[i].key);
        assert_true(*danish.columns[i].label && *english.columns[i].label);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_row_finds_baseline_and_latest_of_area_municipality_and_gap),
        PLAN_FOLDER_TEST(the_gap_is_to_what_its_change_is_measured_to),
        PLAN_FOLDER_TEST(an_area_without_findings_has_no_row),
        PLAN_FOLDER_TEST(what_is_not_there_is_null),
        PLAN_FOLDER_TEST(the_fixed_indicators_come_first_by_their_number),
        PLAN_FOLDER_TEST(areas_come_before_their_totals_and_nothing_else_has_rows),
        PLAN_FOLDER_TEST(a_plain_row_has_no_remark),
        PLAN_FOLDER_TEST(a_remark_says_why_there_is_no_change),
        PLAN_FOLDER_TEST(a_remark_says_that_there_are_no_figures),
        PLAN_FOLDER_TEST(a_remark_counts_what_is_hidden),
        PLAN_FOLDER_TEST(a_remark_on_a_sensitive_value_says_that_it_is_withheld),
        PLAN_FOLDER_TEST(a_remark_says_that_the_latest_figure_is_provisional),
        PLAN_FOLDER_TEST(a_remark_says_that_a_gap_is_of_another_year_than_the_level),
        PLAN_FOLDER_TEST(the_sheet_fills_in_section_five_of_the_agreement),
        PLAN_FOLDER_TEST(cells_without_a_value_are_blank),
        PLAN_FOLDER_TEST(columns_are_the_same_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
