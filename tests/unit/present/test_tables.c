/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/tables.h"

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/base/number.h"

#define COLUMNS 15
#define YEAR(year) ((struct period){PERIOD_YEAR, year, 0, 0})

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

/* One finding of every statistic, of »andelen« in »nord«; those after the level against the rest.
 */
static struct findings one_of_each(struct plan_folder *folder, struct released_table *table)
{
    struct finding *rows = arena_alloc(folder->arena, STATISTIC_COUNT, sizeof *rows);
    *table = plan_folder_release(folder, EDITION_SHARED);
    for (int i = 0; i < STATISTIC_COUNT; i++) {
        bool yearly = i <= STATISTIC_RATIO;
        rows[i] = (struct finding){
            .indicator = indicator_of(folder, "andelen"),
            .area = area_of(folder, "nord"),
            .comparator = i ? area_of(folder, i == STATISTIC_GAP ? "by" : "rest") : NULL,
            .statistic = (enum statistic)i,
            .from = YEAR(2020),
            .to = YEAR(yearly ? 2020 : 2022),
            .periods = yearly ? 1 : 3,
            .estimate = estimate_interval(METHOD_WILSON, 2.346, 1.111, 3.456)};
    }
    const struct catalogue *catalogue = &folder->catalogue;
    size_t slots = catalogue->indicator_count * catalogue->area_count;
    return (struct findings){
        .table = table,
        .confidence = 0.95,
        .verdicts = {.catalogue = catalogue,
                     .items = arena_alloc(folder->arena, slots, sizeof(struct gap_verdict *))},
        .rows = rows,
        .count = STATISTIC_COUNT};
}

static void every_finding_stands_in_one_table(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct sheet levels = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_LEVELS);
    struct sheet gaps = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_GAPS);
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    assert_int_equal(sheet_rows(&levels), 3); /* of one year, of three together, and who answered */
    assert_int_equal(sheet_rows(&gaps), 3);
    /*
     * How firm a verdict is, and which way, stand in the words of the verdict's own row; targets
     * have a table of their own.
     */
    assert_int_equal(sheet_rows(&trends), 14);
    for (size_t i = 0; i < sheet_rows(&trends); i++) {
        assert_null(strstr(row_text(&trends, i), "vurderingens styrke"));
        assert_null(strstr(row_text(&trends, i), "vurderingens retning"));
    }
}

static void all_numbers_are_the_rows_of_all_tables(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct sheet all = numbers_sheet(folder->arena, LANGUAGE_DANISH, &findings);
    struct sheet levels = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_LEVELS);
    struct sheet gaps = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_GAPS);
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    struct table_count counts[TABLE_COUNT];
    size_t rows = 0;
    tables_count(&findings, counts);
    for (size_t i = TABLE_LEVELS; i < TABLE_COUNT; i++)
        rows += counts[i].rows;
    assert_int_equal(sheet_rows(&all), rows);
    assert_int_equal(rows + counts[TABLE_NONE].rows, STATISTIC_COUNT);
    assert_int_equal(counts[TABLE_NONE].rows, 4);
    assert_string_equal(row_text(&all, 0), row_text(&levels, 0));
    assert_string_equal(row_text(&all, 1), row_text(&gaps, 0)); /* in the order of the findings */
    assert_string_equal(row_text(&all, 4), row_text(&trends, 0));
}

static void a_row_reads_in_danish(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct sheet levels = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_LEVELS);
    struct sheet gaps = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_GAPS);
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    assert_string_equal(row_text(&levels, 0), "Andel;Nordparken;2020;2020;niveau;;2,3;1,1;3,5;pct.;"
                                              "1;;andel: Wilsons interval (1927);;2025");
    assert_string_equal(row_text(&gaps, 0),
                        "Andel;Nordparken;2020;2020;afstand til kommunen;Byen;2,3;1,1;3,5;"
                        "pct.-point;1;;andel: Wilsons interval (1927);;2025");
    assert_string_equal(row_text(&gaps, 2),
                        "Andel;Nordparken;2020;2020;forhold til resten af kommunen;Resten af Byen;"
                        "2,35;1,11;3,46;forhold;1;;andel: Wilsons interval (1927);;2025");
    assert_string_equal(row_text(&trends, 1),
                        "Andel;Nordparken;2020;2022;tendens i afstand;Resten af Byen;2,35;1,11;"
                        "3,46;pct.-point pr. år;3;;andel: Wilsons interval (1927);;2025");
}

static void three_years_together_read_as_a_level(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct finding row = findings.rows[STATISTIC_POOLED_LEVEL];
    row.comparator = NULL;
    findings.rows = &row;
    findings.count = 1;
    struct sheet danish = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_LEVELS);
    struct sheet english = table_sheet(folder->arena, LANGUAGE_ENGLISH, &findings, TABLE_LEVELS);
    assert_string_equal(row_text(&danish, 0),
                        "Andel;Nordparken;2020;2022;niveau, tre år samlet;;2,3;1,1;3,5;pct.;3;;"
                        "andel: Wilsons interval (1927);;2025");
    assert_non_null(strstr(row_text(&english, 0), ";level, three years together;;2,3;"));
}

static void rows_and_hidden_ones_are_counted_table_by_table(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct table_count counts[TABLE_COUNT];
    struct findings findings = one_of_each(folder, &table);
    struct finding *rows = arena_alloc(folder->arena, STATISTIC_COUNT, sizeof *rows);
    memcpy(rows, findings.rows, STATISTIC_COUNT * sizeof *rows);
    findings.rows = rows;
    rows[STATISTIC_LEVEL].hidden = rows[STATISTIC_GAP_REST].hidden = true;
    rows[STATISTIC_RATIO].hidden = rows[STATISTIC_VERDICT_STRENGTH].hidden = true;
    tables_count(&findings, counts);
    static const struct table_count expected[] = {{"", 4, 1},
                                                  {"tabeller/niveauer.csv", 3, 1},
                                                  {"tabeller/afstande.csv", 3, 2},
                                                  {"tabeller/tendenser.csv", 14, 0}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_string_equal(counts[i].file, expected[i].file);
        assert_int_equal(counts[i].rows, expected[i].rows);
        assert_int_equal(counts[i].hidden, expected[i].hidden);
    }
}

static void a_row_reads_in_english(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_ENGLISH, &findings, TABLE_TRENDS);
    assert_string_equal(row_text(&trends, 0),
                        "Andel;Nordparken;2020;2022;slope of the level;Resten af Byen;2,35;1,11;"
                        "3,46;percentage points a year;3;;share: Wilson's interval (1927);;2025");
    assert_string_equal(trends.columns[0].label, "Indicator");
}

static void every_column_has_a_label_in_both_languages(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct sheet danish = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_LEVELS);
    struct sheet english = table_sheet(folder->arena, LANGUAGE_ENGLISH, &findings, TABLE_LEVELS);
    assert_int_equal(danish.column_count, COLUMNS);
    assert_int_equal(english.column_count, COLUMNS);
    for (size_t i = 0; i < COLUMNS; i++) {
        assert_string_equal(danish.columns[i].key, english.columns[i].key);
        assert_true(*danish.columns[i].label && *english.columns[i].label);
    }
}

static void what_is_not_there_is_blank_and_explained(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct finding row = {.indicator = indicator_of(folder, "raten"),
                          .area = area_of(folder, "syd"),
                          .statistic = STATISTIC_GAP_SLOPE,
                          .estimate = estimate_undefined(REASON_SUPPRESSED)};
    const struct findings findings = {
        .table = &table, .confidence = 0.95, .rows = &row, .count = 1};
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    assert_string_equal(row_text(&trends, 0), "Rate;Sydparken;;;tendens i afstand;;;;;"
                                              "pr. 1.000 pr. år;0;;;skjult: få personer;2025");
    row.estimate = estimate_point(METHOD_OLS_T, 1.25, REASON_TOO_FEW_YEARS);
    row.periods = 2;
    row.from = YEAR(2019);
    row.to = YEAR(2020);
    trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    assert_string_equal(row_text(&trends, 0),
                        "Rate;Sydparken;2019;2020;tendens i afstand;;1,25;;;"
                        "pr. 1.000 pr. år;2;;ret linje ved mindste kvadrater, Students t med n − 2 "
                        "frihedsgrader;for få år;2025");
}

static void a_p_value_has_four_decimals(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    struct finding row = findings.rows[STATISTIC_GAP_SLOPE];
    row.has_p = true;
    row.p = 0.01234567;
    findings.rows = &row;
    findings.count = 1;
    struct sheet trends = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_TRENDS);
    assert_non_null(strstr(row_text(&trends, 0), ";3;0,0123;"));
}

static void the_mark_of_the_edition_stands_in_every_row(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct findings findings = one_of_each(folder, &table);
    folder->catalogue.plan.illustrative = true;
    table.edition = EDITION_INTERNAL;
    struct sheet gaps = table_sheet(folder->arena, LANGUAGE_DANISH, &findings, TABLE_GAPS);
    for (size_t i = 0; i < sheet_rows(&gaps); i++) {
        const char *row = row_text(&gaps, i);
        assert_non_null(strstr(row, "opdigtede tal"));
        assert_non_null(strstr(row, "INTERN – må ikke deles"));
    }
}

/* --- the files -------------------------------------------------------------------------------- */
static const char *const names[] = {"tabeller/opfoelgning.csv", "tabeller/niveauer.csv",
                                    "tabeller/afstande.csv",    "tabeller/tendenser.csv",
                                    "tabeller/maaltal.csv",     "tabeller/forandringsteori.csv"};
#define WITHOUT_TARGETS 4 /* nor a theory of change */

/* Writes the tables of the plan as it stands, and sees that there are the first `count` alone. */
static void assert_files(struct plan_folder *folder, size_t count)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    const char *made = plan_folder_file(folder, "tabeller");
    assert_int_equal(mkdir(made, 0700), 0);
    assert_true(tables_write(&place, &findings));
    for (size_t i = 0; i < count; i++) {
        const struct input_file file = {plan_folder_file(folder, names[i]), "", PROBLEM_FILE};
        size_t length;
        const char *bytes = file_read(&folder->diagnostics, &file, 1 << 20, &length);
        assert_non_null(bytes);
        assert_memory_equal(bytes, "\xEF\xBB\xBF", 3);
        assert_non_null(strstr(bytes, ";Udgave\r\n"));
        plan_folder_remove(folder, names[i]);
    }
    assert_int_equal(rmdir(made), 0); /* and nothing else */
}

static void the_folder_gets_danish_files_of_what_the_plan_has(void **state)
{
    struct plan_folder *folder = *state;
    assert_files(folder, WITHOUT_TARGETS);
    plan_folder_write(folder, "maaltal.csv",
                      "indikator;område;periode;mål\nandelen;nord;2025;60\n");
    assert_files(folder, WITHOUT_TARGETS + 1);
    plan_folder_write(folder, "forandringsteori.csv",
                      "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;"
                      "forventet_retning\nJob;Jobcafé;kort;Flere i job;andelen;op\n");
    assert_files(folder, sizeof names / sizeof *names);
}

static void files_that_cannot_be_written_are_each_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_false(tables_write(&place, &findings)); /* there is no folder »tabeller« */
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], WITHOUT_TARGETS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_finding_stands_in_one_table),
        PLAN_FOLDER_TEST(all_numbers_are_the_rows_of_all_tables),
        PLAN_FOLDER_TEST(a_row_reads_in_danish),
        PLAN_FOLDER_TEST(three_years_together_read_as_a_level),
        PLAN_FOLDER_TEST(rows_and_hidden_ones_are_counted_table_by_table),
        PLAN_FOLDER_TEST(a_row_reads_in_english),
        PLAN_FOLDER_TEST(every_column_has_a_label_in_both_languages),
        PLAN_FOLDER_TEST(what_is_not_there_is_blank_and_explained),
        PLAN_FOLDER_TEST(a_p_value_has_four_decimals),
        PLAN_FOLDER_TEST(the_mark_of_the_edition_stands_in_every_row),
        PLAN_FOLDER_TEST(the_folder_gets_danish_files_of_what_the_plan_has),
        PLAN_FOLDER_TEST(files_that_cannot_be_written_are_each_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
