/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_methods.h"

#include "page_world.h"

/* Who reads the page has no terminal. */
static void error_rates_that_are_not_measured_are_told_without_commands(void **state)
{
    struct plan_folder *folder = *state;
    const char *page = part_of(folder, EDITION_SHARED, seminar_methods_write);
    assert_int_equal(occurrences(page, "fejlrater er ikke målt på netop disse serier: "), 1);
    assert_int_equal(occurrences(page, "make "), 0);
}

static void without_remarks_the_page_says_so(void **state)
{
    struct plan_folder *folder = *state;
    const char *page = part_of(folder, EDITION_SHARED, seminar_quality_write);
    assert_non_null(strstr(page, "<li>Ingen bemærkninger.</li>"));
    assert_null(strstr(page, "udeladt på grund af fejl"));
}

static void write_with_remarks(const struct seminar *seminar)
{
    struct diagnostics *diagnostics = seminar->place->diagnostics;
    diagnostics_report(diagnostics, PROBLEM_REMARK,
                       (struct location){.file = "observationer/noter.txt"}, "læses ikke", "x");
    diagnostics_report(diagnostics, PROBLEM_SERIES, (struct location){"a.csv", 7, 3},
                       "serien er udeladt", "x");
    diagnostics_report(diagnostics, PROBLEM_TOOL, (struct location){"gnuplot", 0, 0}, "værktøjet",
                       "x");
    seminar_quality_write(seminar);
}

static void remarks_are_listed_with_their_place_and_faults_first(void **state)
{
    struct plan_folder *folder = *state;
    const char *part = part_of(folder, EDITION_SHARED, write_with_remarks);
    const char *fault = strstr(part, "<li>a.csv:7:3: serien er udeladt</li>");
    const char *said = strstr(part, "<li>observationer/noter.txt: læses ikke</li>");
    assert_true(fault && said && fault < said);
    assert_non_null(strstr(part, "Nogle serier er udeladt på grund af fejl i data"));
    assert_null(strstr(part, "værktøjet"));
    assert_null(strstr(part, "Ingen bemærkninger."));
}

static void the_figures_tell_of_their_own_state(void **state)
{
    struct plan_folder *folder = *state;
    assert_non_null(strstr(part_of(folder, EDITION_SHARED, seminar_quality_write),
                           "<li>Ingen særlige forbehold.</li>"));
    plan_folder_figures(folder, FIGURES "andelen;syd;2023;;40;130;;;foreløbig\n"
                                        "tallet;syd;2023;;;;7;;skøn\n");
    const char *part = part_of(folder, EDITION_SHARED, seminar_quality_write);
    assert_non_null(strstr(part, "<li>Seneste tal er foreløbige: Andel.</li>"));
    assert_non_null(strstr(part, "<li>Seneste tal er skønnede: Værdi.</li>"));
    assert_non_null(strstr(part, "<li>Tal for områderne er skjult: Andel.</li>"));
    assert_non_null(strstr(part, "<li>Der mangler tal for kommunen: Værdi.</li>"));
    assert_null(strstr(part, "Ingen særlige forbehold"));
}

/* Once for the edition why figures are hidden; an internal one hides none. */
static void what_is_hidden_is_explained(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, seminar_methods_write);
    assert_int_equal(occurrences(part, "Tal for områderne, der handler om få personer, er skjult"),
                     1);
    assert_int_equal(occurrences(part, "tabeller/niveauer.csv: 2 af 15 rækker"), 1);
    assert_null(strstr(part_of(folder, EDITION_INTERNAL, seminar_methods_write),
                       "Tal for områderne, der handler om"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    part = part_of(folder, EDITION_SHARED, seminar_methods_write);
    assert_int_equal(occurrences(part, "Figures of the areas about few persons are hidden"), 1);
}

static void the_words_are_explained_in_both_languages(void **state)
{
    struct plan_folder *folder = *state;
    const char *part = part_of(folder, EDITION_SHARED, seminar_glossary_write);
    assert_non_null(strstr(part, "<dt>databrud</dt>\n<dd>Et skift i, hvad der måles"));
    assert_int_equal(occurrences(part, "<dt>"), occurrences(part, "<dd>"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    part = part_of(folder, EDITION_SHARED, seminar_glossary_write);
    assert_non_null(strstr(part, "<dt>series break</dt>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(error_rates_that_are_not_measured_are_told_without_commands),
        PLAN_FOLDER_TEST(without_remarks_the_page_says_so),
        PLAN_FOLDER_TEST(remarks_are_listed_with_their_place_and_faults_first),
        PLAN_FOLDER_TEST(the_figures_tell_of_their_own_state),
        PLAN_FOLDER_TEST(what_is_hidden_is_explained),
        PLAN_FOLDER_TEST(the_words_are_explained_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
