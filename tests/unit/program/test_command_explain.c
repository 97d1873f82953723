/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_explain.h"

#include "plan_folder.h"

#define MOST_OUTPUT 65536

#define SECTIONS                                                                                   \
    AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nordparken;område;by;;;;\n"                          \
                 "syd;Sydparken;område;by;;;;\nafd_1;Første;afdeling;nord;;;;\n"                 \
                 "afd_2;Anden;afdeling;nord;;;;\n"

/* What `pejling explain` says of the plan folder; its problems are in the folder's diagnostics. */
static const char *explained(struct plan_folder *folder, const char *indicator, const char *area,
                             enum edition edition, int *status)
{
    char *output = arena_alloc(folder->arena, MOST_OUTPUT, 1);
    FILE *file = tmpfile();
    plan_folder_forget_problems(folder);
    struct command_line line = {.diagnostics = &folder->diagnostics,
                                .words = {"explain", folder->path, indicator, area},
                                .word_count = area        ? 4
                                              : indicator ? 3
                                                          : 2,
                                .edition = edition};
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_true(file && kept >= 0 && dup2(fileno(file), STDOUT_FILENO) >= 0);
    *status = command_explain(&line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    rewind(file);
    assert_true(fread(output, 1, MOST_OUTPUT - 1, file) < MOST_OUTPUT - 1);
    fclose(file);
    return output;
}

static void sections_are_traced_to_their_lines(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    plan_folder_figures(folder, "andelen;afd_1;2022;;30;60;;;\nandelen;by;2022;;500;1000;;;\n"
                                "andelen;afd_2;2022;;40;60;;;\nandelen;syd;2022;;40;90;;;\n"
                                "andelen;nord;2021;;41;90;;;\n");
    const char *text = explained(folder, "andelen", "Nordparken", EDITION_SHARED, &status);
    assert_int_equal(status, 0);
    assert_non_null(strstr(text, "tal.csv:2, 4 (lagt sammen)"));
    assert_non_null(strstr(text, "tal.csv:6\n"));
    assert_non_null(strstr(text, "tal.csv:3\n"));
}

static void hidden_numbers_are_not_said(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;nord;2022;;3;137;;;\nandelen;by;2022;;500;1000;;;\n"
                                "andelen;syd;2022;;40;90;;;\n");
    const char *text = explained(folder, "andelen", "nord", EDITION_SHARED, &status);
    assert_null(strstr(text, "137"));
    assert_non_null(strstr(text, "tal.csv:2 · få personer"));
    text = explained(folder, "andelen", "nord", EDITION_INTERNAL, &status);
    assert_non_null(strstr(text, "137"));
    assert_int_equal(status, 0);
}

static void what_is_not_known_lists_what_is(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\n" OTHER_FIGURES);
    assert_string_equal(explained(folder, "andel", "nord", EDITION_SHARED, &status), "");
    assert_int_equal(status, 2);
    assert_non_null(strstr(folder->diagnostics.items[0].text,
                           "ukendt indikator »andel« · planen har: andelen, raten, snittet, "
                           "svarene, tallet"));
    explained(folder, "andelen", "øst", EDITION_SHARED, &status);
    assert_int_equal(status, 2);
    assert_non_null(strstr(folder->diagnostics.items[0].text,
                           "ukendt område »øst« · planen har: by, nord, syd"));
    explained(folder, NULL, NULL, EDITION_SHARED, &status);
    assert_int_equal(status, 2);
    assert_int_equal(folder->diagnostics.count, 2);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "indikatoren mangler"));
    assert_non_null(strstr(folder->diagnostics.items[1].text, "området mangler"));
}

static void a_name_of_two_areas_is_said_to_be_that(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\n"
                                   "nord;Parken;område;by;;;;\nkaj;Parken;område;havn;;;;\n");
    plan_folder_figures(folder, "andelen;by;2022;;500;1000;;;\nandelen;nord;2022;;50;100;;;\n");
    explained(folder, "andelen", "Parken", EDITION_SHARED, &status);
    assert_int_equal(status, 2);
    assert_problem(folder, PROBLEM_USAGE, "pejling", "", "områder i flere kommuner");
}

static void a_pair_without_figures_is_no_fault(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    const char *text = explained(folder, "raten", "nord", EDITION_SHARED, &status);
    assert_int_equal(status, 0);
    assert_non_null(strstr(text, "Der er ingen tal for »raten« i »nord«."));
}

static void a_faulty_plan_is_not_explained(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;nord;20222;;1;20;;;\n");
    assert_string_equal(explained(folder, "andelen", "nord", EDITION_SHARED, &status), "");
    assert_int_equal(status, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(sections_are_traced_to_their_lines),
        PLAN_FOLDER_TEST(hidden_numbers_are_not_said),
        PLAN_FOLDER_TEST(what_is_not_known_lists_what_is),
        PLAN_FOLDER_TEST(a_name_of_two_areas_is_said_to_be_that),
        PLAN_FOLDER_TEST(a_pair_without_figures_is_no_fault),
        PLAN_FOLDER_TEST(a_faulty_plan_is_not_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
