/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_structure.h"

#include "structure_rows.h"
#include "test_explanation_support.h"

static void ages_are_followed_from_the_groups(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, AGE_ROWS);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text,
                "Nordparken: Periode Gruppe Nævner pct. Fil og linje 2022 18-29 211 "
                "35,5 ingen linje for sig 2022 30-64 370 10,8");
    assert_says(folder, text, "Kitagawa 1955");
    assert_says(folder, text, "niveau med sammenligningens alderssammensætning, 2022:");
    assert_says(folder, text, "ændring i afstanden ved samme alder siden baseline, 2021–2022:");
    assert_silent(folder, text, "Flytninger");
}

static void moves_are_followed_from_the_groups(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, MOVER_ROWS);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "raten", "nord");
    assert_says(folder, text,
                "2021 fastboende 500 90,0 ingen linje for sig 2021 tilflyttere 100 "
                "150,0 alle minus den anden gruppe");
    assert_says(folder, text, "2022 tilflyttere 120 83,3 ingen linje for sig");
    assert_says(folder, text, "fastboendes del af ændringen i niveau, 2021–2022:");
    assert_silent(folder, text, "Kitagawa");
}

static void the_lines_of_groups_are_their_own(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, AGE_ROWS);
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct area *nord = area_of(folder, "nord");
    const struct explanation_source sources[] = {
        {nord, NULL, period_of("2022"), {"a.csv", 4, 1}, SOURCE_OWN},
        {nord, "18-29", period_of("2022"), {"a.csv", 7, 1}, SOURCE_OWN},
        {area_of(folder, "rest"), "18-29", period_of("2022"), {"a.csv", 8, 1}, SOURCE_WHOLE},
        {area_of(folder, "rest"), "18-29", period_of("2022"), {"a.csv", 7, 1}, SOURCE_SUBTRACTED},
    };
    const struct explanation_request request = {indicator_of(folder, "andelen"), nord, sources, 4};
    const char *text = explanation_text(folder->arena, DANISH, &findings, &request);
    assert_says(folder, text, "2022 18-29 211 35,5 a.csv:7 ");
    assert_says(folder, text, "a.csv:8 minus a.csv:7");
    assert_says(folder, text, "a.csv:4 ");
}

static void without_groups_there_is_no_section(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_silent(folder, text, "Alder ---");
    assert_silent(folder, text, "Flytninger");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(ages_are_followed_from_the_groups),
        PLAN_FOLDER_TEST(moves_are_followed_from_the_groups),
        PLAN_FOLDER_TEST(the_lines_of_groups_are_their_own),
        PLAN_FOLDER_TEST(without_groups_there_is_no_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
