/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/target_table.h"

#include "series_world.h"

#include "pejling/base/number.h"

static const double falling[10] = {30, 29.5, 28.4, 28.1, 27, 26.3, 26.1, 25, 24.4, 24};

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

static void each_target_is_a_row(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    world_target(world, indicator, RINGPARKEN, 2025, 22.25);
    world_target(world, indicator, RINGPARKEN, 2021, 25);
    world_target(world, indicator, RINGPARKEN, 2035, 20);
    world_target(world, indicator, SYDBYEN, 2025, 20);
    const struct findings *findings = world_findings(world);
    struct sheet danish = target_sheet(world->arena, LANGUAGE_DANISH, findings);
    struct sheet english = target_sheet(world->arena, LANGUAGE_ENGLISH, findings);
    assert_int_equal(sheet_rows(&danish), 4);
    assert_string_equal(row_text(&danish, 0),
                        "neet;Ringparken;pct.;2021;25;2023;24,0;22,2;25,9;nået;målt i målets "
                        "periode eller den første derefter;25,0;23,2;26,9;2021;2021;;Kilden;2025");
    assert_string_equal(
        row_text(&danish, 1),
        "neet;Ringparken;pct.;2025;22,25;2023;24,00;22,18;25,92;kan ikke afgøres;"
        "hvor udviklingen fører hen, hvis den fortsætter;22,41;21,79;23,04;2014;2023;"
        "for upræcist;Kilden;2025");
    assert_string_equal(row_text(&danish, 2),
                        "neet;Ringparken;pct.;2035;20;2023;24,0;22,2;25,9;kan ikke afgøres;;;;;;;"
                        "for langt frem;Kilden;2025");
    assert_string_equal(row_text(&danish, 3),
                        "neet;Sydbyen;pct.;2025;20;;;;;kan ikke afgøres;;;;;;;mangler;Kilden;2025");
    assert_string_equal(
        row_text(&english, 1),
        "neet;Ringparken;pct.;2025;22,25;2023;24,00;22,18;25,92;cannot be determined;where "
        "the development leads if it goes on;22,41;21,79;23,04;2014;2023;too "
        "imprecise;Kilden;2025");
}

static void every_column_has_a_label_in_both_languages(void **state)
{
    struct series_world *world = *state;
    const struct findings *findings = world_findings(world);
    struct sheet danish = target_sheet(world->arena, LANGUAGE_DANISH, findings);
    struct sheet english = target_sheet(world->arena, LANGUAGE_ENGLISH, findings);
    assert_int_equal(sheet_rows(&danish), 0);
    for (size_t i = 0; i < danish.column_count; i++) {
        assert_true(*danish.columns[i].label && *english.columns[i].label);
        assert_string_equal(danish.columns[i].key, english.columns[i].key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(each_target_is_a_row),
        SERIES_TEST(every_column_has_a_label_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
