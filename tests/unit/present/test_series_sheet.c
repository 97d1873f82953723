/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/series_sheet.h"

#include "book_world.h"

static struct book_sheet series(struct plan_folder *folder, const struct findings *findings)
{
    return series_sheet(folder->arena, folder->diagnostics.language, findings, "Serier", "Kurver");
}

static void every_number_is_a_level(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    const struct sheet *sheet = &book.cells;
    static const char *const codes[] = {"by", "nord", "syd"};
    size_t seen = 0;
    assert_int_equal(sheet_rows(sheet), 8 + 1 + 1);
    for (int year = 2014; year <= 2021; year++) {
        size_t row = row_of(sheet, "Andel", arena_printf(folder->arena, "%d", year));
        assert_near(sheet_cell(sheet, row, 3)->number, year + 0.5, 0.01);
        for (size_t i = 0; i < 3; i++) {
            const struct area *area = area_of(folder, codes[i]);
            const struct sheet_cell *cell = sheet_cell(sheet, row, column_of(sheet, area->name));
            const struct finding *level =
                finding_at(&findings, indicator_of(folder, "andelen"), area, STATISTIC_LEVEL,
                           (struct period){PERIOD_YEAR, (short)year, 0, 0});
            assert_int_equal(cell->kind == SHEET_NUMBER,
                             level->estimate.state != ESTIMATE_UNDEFINED);
            if (cell->kind != SHEET_NUMBER)
                continue;
            assert_near(cell->number, level->estimate.value, 0);
            seen++;
        }
    }
    assert_int_equal(seen, 3 * 8 - 2); /* one is hidden for its own sake, one for that one's */
}

static void a_hidden_number_is_hatched_and_told(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    size_t row = row_of(&book.cells, "Andel", "2019"), column = column_of(&book.cells, "Sydparken");
    assert_int_equal(sheet_cell(&book.cells, row, column)->kind, SHEET_BLANK);
    assert_int_equal(book_style_of(&book, row, column), BOOK_HIDDEN);
    assert_int_equal(book_style_of(&book, row - 1, column), BOOK_PLAIN);
    const char *remark = text_at(&book.cells, row, column_of(&book.cells, "Bemærkning"));
    assert_non_null(strstr(remark, "Sydparken: skjult: få personer"));
    /* in the internal edition it is there */
    findings = world_findings(folder, EDITION_INTERNAL);
    book = series(folder, &findings);
    assert_near(sheet_cell(&book.cells, row, column)->number, 300.0 / 1013, 1e-12);
}

static void a_provisional_figure_and_a_break_are_told(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;;2016;Ny opgørelse\n");
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    size_t remark = column_of(&book.cells, "Bemærkning");
    assert_string_equal(text_at(&book.cells, row_of(&book.cells, "Andel", "2016"), remark),
                        "databrud før denne måling: Ny opgørelse");
    assert_string_equal(text_at(&book.cells, row_of(&book.cells, "Andel", "2017"), remark), "");
    assert_non_null(strstr(text_at(&book.cells, row_of(&book.cells, "Andel", "2021"), remark),
                           "Sydparken: foreløbigt tal"));
    assert_int_equal(book.chart_count, 0); /* no line across the break */
}

/* A break of one area is told as its own, and one of a section not at all. */
static void a_break_is_told_of_the_areas_it_is_of(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "alle;Alle;samlet;by;;;;\nafd;Afdelingen;afdeling;nord;;;;\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;syd;2016;Ny metode\n"
                      "andelen;afd;2017;Nedrivning\n");
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    size_t remark = column_of(&book.cells, "Bemærkning");
    assert_non_null(strstr(text_at(&book.cells, row_of(&book.cells, "Andel", "2016"), remark),
                           "Sydparken, Alle: databrud før denne måling: Ny metode"));
    assert_null(
        strstr(text_at(&book.cells, row_of(&book.cells, "Andel", "2017"), remark), "Nedrivning"));
}

static void the_fixed_indicators_with_a_line_have_charts(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    assert_int_equal(book.chart_count,
                     1); /* of the rate there is one point, the value is not fixed */
    assert_string_equal(text_at(&book.cells, book.charts[0].first_row, book.charts[0].name),
                        "Andel");
    assert_int_equal(book.charts[0].last_row - book.charts[0].first_row, 7);
    assert_int_equal(book.charts[0].first_column, column_of(&book.cells, "Byen"));
    assert_true(book.charts[0].from_zero);
    assert_string_equal(book.chart_sheet, "Kurver");
}

static void sections_and_the_rest_are_no_columns(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "afd;Afdelingen;afdeling;nord;;;;\n"
                                 "tvil;Tvillingen;tvilling;;;;;\n");
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book_sheet book = series(folder, &findings);
    for (size_t i = 0; i < book.cells.column_count; i++) {
        assert_null(strstr(book.cells.columns[i].label, "Afdelingen"));
        assert_null(strstr(book.cells.columns[i].label, "Resten"));
    }
    assert_true(column_of(&book.cells, "Byen") < column_of(&book.cells, "Nordparken"));
    assert_true(column_of(&book.cells, "Nordparken") < column_of(&book.cells, "Tvillingen"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_number_is_a_level),
        PLAN_FOLDER_TEST(a_hidden_number_is_hatched_and_told),
        PLAN_FOLDER_TEST(a_provisional_figure_and_a_break_are_told),
        PLAN_FOLDER_TEST(a_break_is_told_of_the_areas_it_is_of),
        PLAN_FOLDER_TEST(the_fixed_indicators_with_a_line_have_charts),
        PLAN_FOLDER_TEST(sections_and_the_rest_are_no_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
