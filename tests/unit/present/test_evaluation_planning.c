/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_planning.h"

#include "page_world.h"

#define INDICATORS                                                                                 \
    "kode;navn;mål;indsatsområde;type;enhed;god_retning;opgørelse;kilde\n"                      \
    "lang;Lang;Flere med;Job;andel;pct.;op;kalenderår;K\n"                                        \
    "kort;Kort;Flere med;Job;andel;pct.;op;kalenderår;K\n"                                        \
    "tom;Tom;Flere med;Job;andel;pct.;op;kalenderår;K\n"

static void write_plan(struct plan_folder *folder)
{
    const char *figures = "";
    for (int year = 2012; year <= 2023; year++)
        figures = arena_printf(folder->arena,
                               "%slang;by;%d;;30000;60000;;;\nlang;nord;%d;;%d;4000;;;\n"
                               "lang;syd;%d;;%d;4000;;;\n",
                               figures, year, year, 1000 + 60 * (5 * year % 7), year,
                               1400 + 60 * (7 * year % 5));
    for (int year = 2021; year <= 2023; year++)
        figures = arena_printf(folder->arena,
                               "%skort;by;%d;;30000;60000;;;\nkort;nord;%d;;1000;4000;;;\n"
                               "kort;syd;%d;;1400;4000;;;\n",
                               figures, year, year, year);
    plan_folder_write(folder, "indikatorer.csv", INDICATORS);
    plan_folder_figures(folder, figures);
}

static const struct indicator *indicator_named(const struct seminar *seminar, const char *code)
{
    return catalogue_indicator(seminar->catalogue, code);
}

static void write_long(const struct seminar *seminar)
{
    evaluation_planning_write(seminar, indicator_named(seminar, "lang"));
}

static void write_short(const struct seminar *seminar)
{
    evaluation_planning_write(seminar, indicator_named(seminar, "kort"));
}

static void write_empty(const struct seminar *seminar)
{
    evaluation_planning_write(seminar, indicator_named(seminar, "tom"));
}

static void each_area_has_its_numbers_and_the_areas_as_one(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_long);
    assert_non_null(strstr(part, "<h4>Planlægning fremad</h4>"));
    assert_non_null(strstr(part, "data-cell=\"lang/nord/detectable_change\""));
    assert_non_null(strstr(part, "data-cell=\"lang/syd/detectable_change_years\""));
    assert_non_null(strstr(part, ">mulig nu<"));
    assert_non_null(strstr(part, "<p data-quotes=\"lang/samlet/detectable_change_areas\">Ses "
                                 "områderne under ét"));
    assert_null(strstr(part, "nedre grænser"));
}

static void a_short_series_has_lower_limits_and_a_year_ahead(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_short);
    assert_non_null(strstr(part, "nedre grænser"));
    assert_non_null(strstr(part, "data-cell=\"kort/nord/verdict_year\">2025<"));
    /* No area has a slope yet, nor a year in which it could be determined. */
    assert_null(strstr(part, "Kan afgøres i"));
    assert_null(strstr(part, "Ændring pr. år i serien"));
    assert_non_null(strstr(part, "Vurdering tidligst mulig i</th>"));
}

static void without_a_series_there_is_nothing(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    assert_string_equal(part_of(folder, EDITION_SHARED, write_empty), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_area_has_its_numbers_and_the_areas_as_one),
        PLAN_FOLDER_TEST(a_short_series_has_lower_limits_and_a_year_ahead),
        PLAN_FOLDER_TEST(without_a_series_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
