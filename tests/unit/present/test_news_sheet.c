/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/news_sheet.h"

#include "two_editions.h"

#include "pejling/base/number.h"

static const char *row_text(const struct sheet *sheet, size_t row)
{
    const char *text = "";
    char number[NUMBER_TEXT];
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct sheet_cell *cell = sheet_cell(sheet, row, i);
        const char *shown = cell->kind == SHEET_TEXT ? cell->text : "";
        if (cell->kind == SHEET_NUMBER)
            shown = number_danish(number, cell->number, cell->decimals < 0 ? 6 : cell->decimals);
        text = arena_printf(sheet->arena, "%s%s%s", text, i ? ";" : "", shown);
    }
    return text;
}

/* The first row that begins so; the test fails without one. */
static const char *row_of(const struct sheet *sheet, const char *start)
{
    for (size_t i = 0; i < sheet_rows(sheet); i++)
        if (strncmp(row_text(sheet, i), start, strlen(start)) == 0)
            return row_text(sheet, i);
    fail_msg("no row begins with %s", start);
    return "";
}

static const struct two_editions *a_new_year_and_a_revision(struct plan_folder *folder)
{
    const char *now =
        replaced(folder, panel_rows(folder, 2022), "nord;2018;;640;", "nord;2018;;644;");
    return compare_editions(folder, panel_rows(folder, 2021), now, EDITION_SHARED);
}

static void readers_get_names_and_words(void **state)
{
    struct plan_folder *folder = *state;
    const struct two_editions *both = a_new_year_and_a_revision(folder);
    struct sheet sheet =
        news_sheet(folder->arena, LANGUAGE_DANISH, NEWS_FOR_READERS, &both->news, "2024");
    assert_string_equal(row_of(&sheet, "ændret vurdering"),
                        "ændret vurdering;Andel;Sydparken;;;;kan ikke afgøres (for "
                        "upræcist);indsnævres (bedre);;;;;nye tal;;;;;2024;2025");
    assert_string_equal(row_of(&sheet, "nyt tal;Andel;Byen"),
                        "nyt tal;Andel;Byen;;;2022;;50,0;;;;pct.;;;10.000,000000;;20.000,000000;"
                        "2024;2025");
    assert_string_equal(row_of(&sheet, "revideret tal"),
                        "revideret tal;Andel;Nordparken;;;2018;32,0;32,2;;;;pct.;;640,000000;"
                        "644,000000;2.000,000000;2.000,000000;2024;2025");
    sheet = news_sheet(folder->arena, LANGUAGE_ENGLISH, NEWS_FOR_READERS, &both->news, "2024");
    row_of(&sheet, "revised figure;Andel;Nordparken");
}

static void machines_get_codes(void **state)
{
    struct plan_folder *folder = *state;
    const struct two_editions *both = a_new_year_and_a_revision(folder);
    struct sheet sheet =
        news_sheet(folder->arena, LANGUAGE_DANISH, NEWS_FOR_MACHINES, &both->news, "2024");
    assert_string_equal(row_of(&sheet, "changed_verdict"),
                        "changed_verdict;andelen;syd;;;;not_determinable;narrowing indicated "
                        "better;;;;;new_figures;;;;;2024;2025");
    row_of(&sheet, "revised;andelen;nord;;;2018;32,000000;32,200000;");
    row_of(&sheet, "new;andelen;by;;;2022;;50,000000;");
}

static void what_moved_has_its_interval(void **state)
{
    struct plan_folder *folder = *state;
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n";
    const char *now = arena_printf(
        folder->arena, "%sandelen;by;2021;;500;1000;;;\nandelen;nord;2021;;160;400;;;\n", then);
    struct two_editions *both = compare_editions(folder, then, now, EDITION_SHARED);
    struct sheet sheet =
        news_sheet(folder->arena, LANGUAGE_DANISH, NEWS_FOR_READERS, &both->news, "2024");
    assert_string_equal(row_of(&sheet, "niveau flyttet"),
                        "niveau flyttet;Andel;Nordparken;;2020;2021;25,0;40,0;15,0;8,5;21,3;"
                        "pct.-point;;;;;;2024;2025");
    row_of(&sheet, "afstand flyttet;Andel;Nordparken;;2020;2021;−25,0;−10,0;15,0;");
}

/* A number that only one edition shows is told of that one alone, and a hidden one never. */
static void what_is_hidden_has_no_number(void **state)
{
    struct plan_folder *folder = *state;
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;90;200;;;\n";
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nordparken;område;by;;;;\n");
    struct two_editions *both = compare_editions(
        folder, then, replaced(folder, then, "nord;2020;;90;", "nord;2020;;2;"), EDITION_SHARED);
    struct sheet sheet =
        news_sheet(folder->arena, LANGUAGE_DANISH, NEWS_FOR_READERS, &both->news, "2024");
    assert_string_equal(row_of(&sheet, "nu skjult"),
                        "nu skjult;Andel;Nordparken;;;2020;45,0;;;;;pct.;;90,000000;;200,000000;;"
                        "2024;2025");
}

static void what_only_one_edition_has_is_a_row(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    const struct indicator *indicators[] = {indicator_of(folder, "raten")};
    const struct area *areas[] = {area_of(folder, "syd")};
    both->news.new_indicators = (struct indicator_list){indicators, 1};
    both->news.gone_areas = (struct area_list){areas, 1};
    struct sheet sheet =
        news_sheet(folder->arena, LANGUAGE_DANISH, NEWS_FOR_READERS, &both->news, "2024");
    assert_int_equal(sheet_rows(&sheet), 2);
    assert_string_equal(row_text(&sheet, 0), "ny indikator;Rate;;;;;;;;;;;;;;;;2024;2025");
    assert_string_equal(row_text(&sheet, 1), "område udgået;;Sydparken;;;;;;;;;;;;;;;2024;2025");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(readers_get_names_and_words),
        PLAN_FOLDER_TEST(machines_get_codes),
        PLAN_FOLDER_TEST(what_moved_has_its_interval),
        PLAN_FOLDER_TEST(what_is_hidden_has_no_number),
        PLAN_FOLDER_TEST(what_only_one_edition_has_is_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
