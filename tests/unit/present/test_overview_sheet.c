/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/overview_sheet.h"

#include "book_world.h"

#include "pejling/present/wording.h"

static void better_and_worse_do_not_look_alike(void **state)
{
    (void)state;
    static const struct {
        enum matrix_class class;
        enum book_style style;
    } cases[] = {{MATRIX_CLEARLY_BETTER, BOOK_CLEARLY_BETTER},
                 {MATRIX_BETTER, BOOK_BETTER},
                 {MATRIX_UNCHANGED, BOOK_UNCHANGED},
                 {MATRIX_WORSE, BOOK_WORSE},
                 {MATRIX_CLEARLY_WORSE, BOOK_CLEARLY_WORSE},
                 {MATRIX_NARROWING, BOOK_MOVED},
                 {MATRIX_WIDENING, BOOK_MOVED},
                 {MATRIX_UNTOLD, BOOK_UNKNOWN},
                 {MATRIX_HIDDEN, BOOK_HIDDEN},
                 {MATRIX_NO_DATA, BOOK_MUTED}};
    assert_int_equal(sizeof cases / sizeof *cases, MATRIX_CLASSES);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(overview_style(cases[i].class), cases[i].style);
}

static void a_cell_has_the_verdict_its_interval_and_its_number(void **state)
{
    struct plan_folder *folder = *state;
    write_world_with(folder, 600); /* nothing is hidden */
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    struct book_sheet book = overview_sheet(folder->arena, LANGUAGE_DANISH, &findings, "Overblik");
    const struct sheet *sheet = &book.cells;
    const struct indicator *indicator = indicator_of(folder, "andelen");
    const struct area *nord = area_of(folder, "nord");
    const struct finding *slope =
        finding_at(&findings, indicator, nord, STATISTIC_VERDICT_SLOPE, period_of("2021"));
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, &findings};
    const struct matrix_cell cell = matrix_cell(&speaker, indicator, nord);
    size_t column = column_of(sheet, "Nordparken");
    assert_int_equal(slope->estimate.state, ESTIMATE_INTERVAL);
    assert_int_equal(sheet_rows(sheet), 1); /* the others have no verdict in any area */
    assert_string_equal(text_at(sheet, 0, column),
                        arena_printf(folder->arena, "%s %s · %s", cell.symbol, cell.word,
                                     wording_interval(folder->arena, LANGUAGE_DANISH, slope)));
    assert_non_null(strstr(text_at(sheet, 0, column), "bedre"));
    assert_int_equal(column_of(sheet, "Nordparken pr. år"), column + 1);
    assert_near(sheet_cell(sheet, 0, column + 1)->number, slope->estimate.value, 0);
    assert_int_equal(sheet_cell(sheet, 0, column + 1)->decimals, wording_decimals(slope));
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(book_style_of(&book, 0, column + i), overview_style(cell.class));
    assert_string_equal(text_at(sheet, 0, column_of(sheet, "Enhed for ændringen")),
                        "pct.-point pr. år");
}

static void what_cannot_be_told_says_so(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;6000;10000;;;\nandelen;nord;2020;;300;1000;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    struct book_sheet book = overview_sheet(folder->arena, LANGUAGE_ENGLISH, &findings, "Overview");
    size_t column = column_of(&book.cells, "Nordparken");
    assert_string_equal(text_at(&book.cells, 0, column), "? cannot be determined: too few years");
    assert_int_equal(sheet_cell(&book.cells, 0, column + 1)->kind, SHEET_BLANK);
    assert_int_equal(book_style_of(&book, 0, column), BOOK_UNKNOWN);
    assert_int_equal(column_of(&book.cells, "Nordparken a year"), column + 1);
}

/* What a series of shares says of a gap, in one cell. */
static const char *told_of(struct plan_folder *folder, const char *polarity, const char *rows,
                           enum book_style *style)
{
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena,
                                   "kode;navn;type;enhed;god_retning;opgørelse;kilde\n"
                                   "andelen;Andel;andel;pct.;%s;kalenderår;K\n",
                                   polarity));
    plan_folder_figures(folder, rows);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    struct book_sheet book = overview_sheet(folder->arena, LANGUAGE_DANISH, &findings, "Overblik");
    size_t column = column_of(&book.cells, "Nordparken");
    *style = book_style_of(&book, 0, column);
    return text_at(&book.cells, 0, column);
}

/* As the matrix of the page and the figure has them. */
static void neutral_and_hidden_gaps_have_the_signs_of_the_matrix(void **state)
{
    struct plan_folder *folder = *state;
    enum book_style style;
    const char *moves = "", *hidden = "";
    for (int year = 2014; year <= 2021; year++) {
        moves = arena_printf(folder->arena,
                             "%sandelen;by;%d;;6000;10000;;;\nandelen;nord;%d;;%d;1000;;;\n", moves,
                             year, year, 300 + 30 * (year - 2014));
        hidden = arena_printf(folder->arena,
                              "%sandelen;by;%d;;6000;10000;;;\nandelen;nord;%d;;3;1000;;;\n",
                              hidden, year, year);
    }
    assert_non_null(strstr(told_of(folder, "neutral", moves, &style), "▸◂ indsnævres"));
    assert_int_equal(style, BOOK_MOVED);
    assert_string_equal(told_of(folder, "op", hidden, &style), "– skjult: få personer");
    assert_int_equal(style, BOOK_HIDDEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(better_and_worse_do_not_look_alike),
        PLAN_FOLDER_TEST(a_cell_has_the_verdict_its_interval_and_its_number),
        PLAN_FOLDER_TEST(what_cannot_be_told_says_so),
        PLAN_FOLDER_TEST(neutral_and_hidden_gaps_have_the_signs_of_the_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
