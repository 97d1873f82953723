/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/overview_sheet.h"

#include "book_world.h"

#include "pejling/present/wording.h"

static void each_verdict_has_a_style_and_a_sign(void **state)
{
    (void)state;
    static const struct {
        struct gap_verdict verdict;
        enum book_style style;
        const char *sign;
    } cases[] = {
        {{.verdict = VERDICT_NARROWING, .strength = STRENGTH_FIRM, .direction = DIRECTION_BETTER},
         BOOK_CLEARLY_BETTER,
         "▲▲"},
        {{.verdict = VERDICT_WIDENING,
          .strength = STRENGTH_INDICATED,
          .direction = DIRECTION_BETTER},
         BOOK_BETTER,
         "▲"},
        {{.verdict = VERDICT_NARROWING,
          .strength = STRENGTH_INDICATED,
          .direction = DIRECTION_WORSE},
         BOOK_WORSE,
         "▼"},
        {{.verdict = VERDICT_WIDENING, .strength = STRENGTH_FIRM, .direction = DIRECTION_WORSE},
         BOOK_CLEARLY_WORSE,
         "▼▼"},
        {{.verdict = VERDICT_WIDENING, .strength = STRENGTH_FIRM, .direction = DIRECTION_NEUTRAL},
         BOOK_MOVED,
         "◆◆"},
        {{.verdict = VERDICT_NARROWING,
          .strength = STRENGTH_INDICATED,
          .direction = DIRECTION_NEUTRAL},
         BOOK_MOVED,
         "◆"},
        {{.verdict = VERDICT_UNCHANGED, .strength = STRENGTH_FIRM}, BOOK_UNCHANGED, "●"},
        {{.verdict = VERDICT_UNCHANGED, .strength = STRENGTH_INDICATED}, BOOK_UNCHANGED, "●"},
        {{.verdict = VERDICT_NOT_DETERMINABLE}, BOOK_UNKNOWN, "?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(overview_style(&cases[i].verdict), cases[i].style);
        assert_string_equal(overview_sign(&cases[i].verdict), cases[i].sign);
    }
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
    size_t column = column_of(sheet, "Nordparken");
    assert_int_equal(slope->estimate.state, ESTIMATE_INTERVAL);
    assert_int_equal(sheet_rows(sheet), 1); /* the others have no verdict in any area */
    assert_string_equal(
        text_at(sheet, 0, column),
        arena_printf(folder->arena, "%s %s · %s",
                     overview_sign(verdict_of(&findings.verdicts, indicator, nord)),
                     wording_verdict(folder->arena, LANGUAGE_DANISH, &findings, indicator, nord),
                     wording_interval(folder->arena, LANGUAGE_DANISH, slope)));
    assert_non_null(strstr(text_at(sheet, 0, column), "(bedre)"));
    assert_int_equal(column_of(sheet, "Nordparken pr. år"), column + 1);
    assert_near(sheet_cell(sheet, 0, column + 1)->number, slope->estimate.value, 0);
    assert_int_equal(sheet_cell(sheet, 0, column + 1)->decimals, wording_decimals(slope));
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(book_style_of(&book, 0, column + i),
                         overview_style(verdict_of(&findings.verdicts, indicator, nord)));
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
    assert_string_equal(text_at(&book.cells, 0, column), "? cannot be determined (too few years)");
    assert_int_equal(sheet_cell(&book.cells, 0, column + 1)->kind, SHEET_BLANK);
    assert_int_equal(book_style_of(&book, 0, column), BOOK_UNKNOWN);
    assert_int_equal(column_of(&book.cells, "Nordparken a year"), column + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_verdict_has_a_style_and_a_sign),
        PLAN_FOLDER_TEST(a_cell_has_the_verdict_its_interval_and_its_number),
        PLAN_FOLDER_TEST(what_cannot_be_told_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
