/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_theory.h"

#include "page_world.h"

#define INDICATORS                                                                                 \
    "kode;navn;mål;indsatsområde;type;enhed;god_retning;opgørelse;kilde\n"                      \
    "andelen;Andel;Flere med;Job;andel;pct.;op;kalenderår;K\n"                                    \
    "raten;Rate;Flere med;Job;rate;pr. 1.000;ned;kalenderår;K\n"

#define THEORY                                                                                     \
    "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning\n"               \
    "Job;Jobcafé;lang;Flere i job;andelen;op\n"                                                   \
    "Job;Fritidsjob;kort;Færre ledige;andelen;ned\n"                                              \
    "Job;Besøg;kort;Flere kender os;;\n"                                                          \
    "Andet;Fest;kort;Glade folk;raten;ned\n"

/* The gap of one area narrows, year by year; that of the other comes and goes. */
static void write_plan(struct plan_folder *folder)
{
    const char *figures = "";
    for (int year = 2012; year <= 2023; year++)
        figures = arena_printf(folder->arena,
                               "%sandelen;by;%d;;30000;60000;;;\nandelen;nord;%d;;%d;4000;;;\n"
                               "andelen;syd;%d;;%d;4000;;;\n",
                               figures, year, year, 1000 + 90 * (year - 2012), year,
                               1400 + 60 * (7 * year % 5));
    plan_folder_write(folder, "indikatorer.csv", INDICATORS);
    plan_folder_write(folder, "forandringsteori.csv", THEORY);
    plan_folder_figures(folder, figures);
}

static void write_job(const struct seminar *seminar)
{
    seminar_theory_write(seminar, "Job");
}

static void write_nothing(const struct seminar *seminar)
{
    seminar_theory_write(seminar, "Jo");
    seminar_questions_write(seminar, "Jo");
}

static void write_questions(const struct seminar *seminar)
{
    seminar_questions_write(seminar, "Job");
}

static void each_step_stands_beside_what_the_figures_show(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_job);
    const char *near = strstr(part, ">kort sigt</th>"), *far = strstr(part, ">lang");
    const char *jobs = strstr(part, "Jobcafé →</span> Flere i job</th>");
    const char *fewer = strstr(part, "Fritidsjob →</span> Færre ledige</th>");
    assert_true(near && fewer && far && jobs && near < fewer && fewer < far && far < jobs);
    assert_null(strstr(part, "Glade folk"));
    assert_non_null(strstr(jobs, "<td class=\"c better\" data-label=\"Nordparken\" "
                                 "data-quotes=\"andelen/nord/verdict andelen/nord/verdict_slope\">"
                                 "<b>"));
    assert_non_null(strstr(jobs, "</b>\nsom forventet</td>"));
    assert_non_null(strstr(fewer, "<td class=\"c worse\" data-label=\"Nordparken\""));
    assert_non_null(strstr(fewer, "</b>\nmodsat det forventede</td>"));
    assert_non_null(strstr(part, "ingen indikator"));
    assert_non_null(
        strstr(part, "<td class=\"c no-data\" data-label=\"Nordparken\">ingen tal endnu"));
    assert_int_equal(occurrences(part, "<td class=\"c "), 9);
}

static void a_focus_area_without_theory_writes_nothing(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    assert_string_equal(part_of(folder, EDITION_SHARED, write_nothing), "");
}

static void a_question_says_which_rule_asks_it_and_what_it_quotes(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_questions);
    assert_non_null(strstr(part, "<h3>Spørgsmål til seminaret</h3>"));
    assert_non_null(strstr(part, "<li data-rule=\""));
    for (const char *at = part; (at = strstr(at, "<li data-rule=\"")); at++) {
        const char *quotes = strstr(at, " data-quotes=\"");
        assert_non_null(quotes);
        quotes += strlen(" data-quotes=\"");
        assert_true(strcspn(quotes, " ") < strcspn(quotes, "\"")); /* two of them or more */
    }
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(
        strstr(part_of(folder, EDITION_SHARED, write_questions), "Questions for the seminar"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_step_stands_beside_what_the_figures_show),
        PLAN_FOLDER_TEST(a_focus_area_without_theory_writes_nothing),
        PLAN_FOLDER_TEST(a_question_says_which_rule_asks_it_and_what_it_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
