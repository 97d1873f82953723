/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_tables.h"

#include "page_world.h"

static void write_behind(const struct seminar *seminar)
{
    seminar_tables_write(seminar, seminar->indicators[0]);
}

static void write_levels(const struct seminar *seminar)
{
    seminar_level_table(seminar, seminar->indicators[0]);
}

static void write_gaps(const struct seminar *seminar)
{
    seminar_gap_table(seminar, seminar->indicators[0]);
}

static void every_number_of_a_figure_stands_in_the_table_under_it(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = part_of(folder, EDITION_INTERNAL, write_behind);
    assert_non_null(strstr(page,
                           "<th scope=\"row\">2021</th>\n"
                           "<td class=\"n\" data-cell=\"andelen/by/level/2021\">50,0</td>\n"
                           "<td class=\"n\" data-cell=\"andelen/nord/level/2021\">44,3</td>\n"
                           "<td class=\"n\" data-cell=\"andelen/syd/level/2021\">30,8</td>\n"));
}

static void intervals_are_folded_away(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = part_of(folder, EDITION_INTERNAL, write_behind);
    assert_int_equal(occurrences(page, "<details open><summary>Tallene bag figuren"), 1);
    assert_int_equal(occurrences(page, "<details><summary>Niveau med usikkerhed"), 1);
    assert_int_equal(occurrences(page, "<details><summary>Afstand med usikkerhed"), 1);
}

/* Alone the table of levels has what the gaps are to as well; no gap without an area of the plan. */
static void the_rest_stands_beside_the_areas(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    assert_non_null(strstr(part_of(folder, EDITION_INTERNAL, write_levels),
                           "data-cell=\"andelen/rest/level/2021\""));
    const char *gaps = part_of(folder, EDITION_INTERNAL, write_gaps);
    assert_non_null(strstr(gaps, "data-cell=\"andelen/nord/gap_rest/2021\""));
    assert_non_null(strstr(gaps, "pct.-point</caption>"));
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\n");
    assert_string_equal(part_of(folder, EDITION_INTERNAL, write_gaps), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_number_of_a_figure_stands_in_the_table_under_it),
        PLAN_FOLDER_TEST(intervals_are_folded_away),
        PLAN_FOLDER_TEST(the_rest_stands_beside_the_areas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
