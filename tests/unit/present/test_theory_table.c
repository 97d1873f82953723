/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/theory_table.h"

#include "series_world.h"

#include "pejling/base/number.h"

#define AREAS 4 /* three and their total */

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

static void each_step_has_a_row_an_area(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_step(world, HORIZON_SHORT, indicator, POLARITY_DOWN);
    world_step(world, HORIZON_LONG, NULL, POLARITY_NEUTRAL);
    world_line(world, indicator, BY, 20, 20);
    world_line(world, indicator, RINGPARKEN, 30, 21);
    world_cell(world, indicator, SYDBYEN, 2023, 30);
    const struct findings *findings = world_findings(world);
    struct sheet danish = theory_sheet(world->arena, LANGUAGE_DANISH, findings);
    struct sheet english = theory_sheet(world->arena, LANGUAGE_ENGLISH, findings);
    assert_int_equal(sheet_rows(&danish), 2 * AREAS);
    assert_string_equal(row_text(&danish, 0),
                        "Job;Jobcafé;kort sigt;Flere i job;neet;ned;Motalavej;ingen tal endnu;;;;;;"
                        ";;;Kilden;2025");
    const char *row = row_text(&danish, 1);
    assert_ptr_equal(strstr(row, "Job;Jobcafé;kort sigt;Flere i job;neet;ned;Ringparken;som "
                                 "forventet;Slagelse Kommune;−0,9"),
                     row);
    assert_non_null(strstr(row, ";pct.-point pr. år;2014;2023;;Kilden;2025"));
    assert_string_equal(row_text(&danish, 2),
                        "Job;Jobcafé;kort sigt;Flere i job;neet;ned;Sydbyen;kan ikke afgøres;"
                        "Slagelse Kommune;;;;;2023;2023;for få år;Kilden;2025");
    assert_string_equal(row_text(&danish, AREAS + 3),
                        "Job;Jobcafé;langt sigt;Flere i job;;;De tre områder samlet;ingen tal "
                        "endnu;;;;;;;;ingen indikator følger trinnet;;2025");
    assert_string_equal(row_text(&english, 2),
                        "Job;Jobcafé;short run;Flere i job;neet;down;Sydbyen;cannot be "
                        "determined;"
                        "Slagelse Kommune;;;;;2023;2023;too few years;Kilden;2025");
}

static void every_column_has_a_label_in_both_languages(void **state)
{
    struct series_world *world = *state;
    const struct findings *findings = world_findings(world);
    struct sheet danish = theory_sheet(world->arena, LANGUAGE_DANISH, findings);
    struct sheet english = theory_sheet(world->arena, LANGUAGE_ENGLISH, findings);
    assert_int_equal(sheet_rows(&danish), 0);
    for (size_t i = 0; i < danish.column_count; i++) {
        assert_true(*danish.columns[i].label && *english.columns[i].label);
        assert_string_equal(danish.columns[i].key, english.columns[i].key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(each_step_has_a_row_an_area),
        SERIES_TEST(every_column_has_a_label_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
