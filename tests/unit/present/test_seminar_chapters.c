/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_chapters.h"

#include "page_world.h"

#define GOALS                                                                                      \
    "kode;navn;mål;indsatsområde;type;enhed;god_retning;opgørelse;kilde\n"                      \
    "andelen;Andel;Flere med;Skole;andel;pct.;op;kalenderår;K\n"                                  \
    "raten;Rate;Færre uden;Job;rate;pr. 1.000;ned;kalenderår;K\n"                                \
    "snittet;Snit;Flere med;Skole;gennemsnit;point;op;kalenderår;L\n"                             \
    "tallet;Tal;;;værdi;kr.;op;kalenderår;K\n"

#define ALL_FIGURES                                                                                \
    "andelen;by;2021;;500;1000;;;\nraten;by;2021;;20;1000;;;\nsnittet;by;2021;;;900;6,5;2,5;\n"    \
    "tallet;by;2021;;;;300;;\n"

static void each_goal_has_a_chapter_with_its_indicators(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv", GOALS);
    plan_folder_figures(folder, ALL_FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, seminar_chapters_write);
    assert_int_equal(occurrences(part, "<section "), 3);
    const char *first = strstr(part, "<section id=\"maal-1\">\n<h2>Flere med</h2>");
    const char *second = strstr(part, "<section id=\"maal-2\">\n<h2>Færre uden</h2>");
    const char *last = strstr(part, "<section id=\"maal-3\">\n<h2>Andre nøgletal</h2>");
    assert_true(first && second && last && first < second && second < last);
    assert_non_null(strstr(first, "Indsatsområde: Skole"));
    assert_true(strstr(part, "id=\"indikator-snittet\"") < second);
    assert_true(strstr(part, "id=\"indikator-raten\"") > second);
    assert_true(strstr(part, "id=\"indikator-tallet\"") > last);
    assert_int_equal(occurrences(part, "class=\"sheet first\""), 3);
    assert_int_equal(occurrences(part, "class=\"sheet\""), 1);
}

/* A focus area under two goals, two under one, and one without an indicator of its own. */
static void every_focus_area_is_written_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;mål;indsatsområde;type;enhed;god_retning;opgørelse;kilde\n"
                      "andelen;Andel;Et;Skole;andel;pct.;op;kalenderår;K\n"
                      "raten;Rate;To;Skole;rate;pr. 1.000;ned;kalenderår;K\n"
                      "snittet;Snit;To;Job;gennemsnit;point;op;kalenderår;L\n");
    plan_folder_write(
        folder, "forandringsteori.csv",
        "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning\n"
        "Skole;Læse;kort;Kan læse;andelen;op\nJob;Søge;kort;I job;snittet;op\n"
        "Kultur;Fest;kort;Glade;;\nKultur;Kor;lang;Sang;;\n");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\n");
    const char *part = part_of(folder, EDITION_SHARED, seminar_chapters_write);
    const char *second = strstr(part, "<section id=\"maal-2\">");
    const char *last = strstr(part, "<section id=\"andre-indsatsomraader\">");
    assert_true(second && last && second < last);
    assert_int_equal(occurrences(part, "Indsatsområde: Skole"), 1);
    assert_true(strstr(part, "Indsatsområde: Skole") < second);
    assert_int_equal(occurrences(part, "Indsatsområde: Job"), 1);
    assert_int_equal(occurrences(part, "Indsatsområde: Kultur"), 1);
    assert_true(strstr(part, "Indsatsområde: Kultur") > last);
    assert_int_equal(occurrences(part, "Der er ingen tal endnu for: Rate; Snit."), 1);
    assert_null(strstr(part, "id=\"indikator-raten\""));
}

static void the_contents_link_to_them(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv", GOALS);
    assert_string_equal(part_of(folder, EDITION_SHARED, seminar_chapters_contents),
                        "<li><a href=\"#maal-1\">Flere med</a></li>\n"
                        "<li><a href=\"#maal-2\">Færre uden</a></li>\n"
                        "<li><a href=\"#maal-3\">Andre nøgletal</a></li>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_goal_has_a_chapter_with_its_indicators),
        PLAN_FOLDER_TEST(every_focus_area_is_written_once),
        PLAN_FOLDER_TEST(the_contents_link_to_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
