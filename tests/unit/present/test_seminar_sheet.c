/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_sheet.h"

#include "page_world.h"

#include "pejling/present/seminar_chapters.h"

static const char *sheets_of(struct plan_folder *folder, enum edition edition)
{
    return part_of(folder, edition, seminar_chapters_write);
}

static void a_hidden_level_says_so_and_its_count_is_nowhere(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;3;8191;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
    const char *page = sheets_of(folder, EDITION_SHARED);
    assert_non_null(strstr(page, "<td class=\"n why\">skjult: få personer</td>"));
    assert_null(strstr(page, "8191"));
    assert_null(strstr(page, "8.191"));
}

/* Beside each indicator how many figures are hidden. */
static void what_is_hidden_is_counted(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = sheets_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "Skjult: få personer (2 af 6 tal for områderne)."), 1);
    assert_int_equal(occurrences(page, "Skjult: få personer ("), 1); /* none of »raten« */
    assert_null(strstr(sheets_of(folder, EDITION_INTERNAL), "Skjult: få personer ("));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    page = sheets_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "Hidden: few persons (2 of 6 figures of the areas)."), 1);
}

static void a_figure_that_is_missing_is_said_to_be(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = sheets_of(folder, EDITION_SHARED);
    /* two indicators with figures, of their levels and of their gaps */
    assert_int_equal(occurrences(page, "Figuren mangler"), 4);
}

static void the_panels_of_all_areas_stand_together(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    plan_folder_write(folder, "figurer/tendens_andelen-nord.svg", "<?xml?>\n<svg>n</svg>\n");
    plan_folder_write(folder, "figurer/tendens_andelen-syd.svg", "<?xml?>\n<svg>s</svg>\n");
    const char *page = sheets_of(folder, EDITION_SHARED);
    plan_folder_remove(folder, "figurer/tendens_andelen-nord.svg");
    plan_folder_remove(folder, "figurer/tendens_andelen-syd.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(page, "<div class=\"panels\">\n<svg>n</svg>\n<svg>s</svg>\n"
                                 "<p class=\"note\">")); /* all areas together were not drawn */
    assert_null(strstr(page, "<?xml"));
    assert_int_equal(occurrences(page, "Figuren mangler"), 4);
}

static void a_break_is_told_with_its_cause(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;;2022;Ny opgørelse\n"
                      "raten;nord;2023-04-01;Sammenlægning\n");
    plan_folder_figures(folder, FIGURES);
    const char *page = sheets_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "<dt>Databrud 2022</dt>\n<dd>Ny opgørelse</dd>"), 1);
    assert_int_equal(
        occurrences(page, "<dt>Databrud 2023</dt>\n<dd>Nordparken: Sammenlægning</dd>"), 1);
}

static void a_break_of_a_school_year_series_is_told_as_one(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER "snittet;Snit;gennemsnit;point;op;skoleår;K\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nsnittet;;2019/20;Ny skala\n");
    plan_folder_figures(folder, "snittet;by;2018/19;;;900;6,5;2,5;\n"
                                "snittet;nord;2018/19;;;90;6,5;2,5;\n"
                                "snittet;nord;2019/20;;;90;6,5;2,5;\n");
    const char *page = sheets_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "<dt>Databrud 2019/20</dt>\n<dd>Ny skala</dd>"), 1);
    assert_int_equal(occurrences(page, "<dt>Opgøres</dt>\n<dd>skoleår</dd>"), 1);
}

static void the_day_that_figures_are_of_is_told(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER "andelen;Andel;andel;pct.;op;11-30;K\n"
                                        "raten;Rate;rate;pr. 1.000;ned;kvartal;K\n"
                                        "tallet;Tal;værdi;kr.;op;dato;K\n");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "raten;by;2021K4;;50;1000;;;\ntallet;by;2021-05-01;;;;7;;\n");
    const char *page = sheets_of(folder, EDITION_SHARED);
    assert_non_null(strstr(page, "<dd>status den 30. november hvert år</dd>"));
    assert_non_null(strstr(page, "<dd>kvartaler</dd>"));
    assert_non_null(strstr(page, "<dd>på de datoer, der står ved tallene</dd>"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(sheets_of(folder, EDITION_SHARED), "status on 30 November each year"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_hidden_level_says_so_and_its_count_is_nowhere),
        PLAN_FOLDER_TEST(what_is_hidden_is_counted),
        PLAN_FOLDER_TEST(a_figure_that_is_missing_is_said_to_be),
        PLAN_FOLDER_TEST(the_panels_of_all_areas_stand_together),
        PLAN_FOLDER_TEST(a_break_is_told_with_its_cause),
        PLAN_FOLDER_TEST(a_break_of_a_school_year_series_is_told_as_one),
        PLAN_FOLDER_TEST(the_day_that_figures_are_of_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
