/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/edition_figures.h"

#include <errno.h>
#include <sys/wait.h>

#include "pejling/base/file.h"

#include "plan_folder.h"

#define FIGURES                                                                                    \
    "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;31;70;;;\nandelen;syd;2020;;40;130;;;\n"     \
    "andelen;by;2021;;511;1013;;;\nandelen;nord;2021;;33;71;;;\nandelen;syd;2021;;44;127;;;\n"

static const char *const drawn[] = {
    "figurer/tendens_andelen.svg",
    "figurer/tendens_andelen.png",
    "figurer/tendens_andelen-nord.svg",
    "figurer/tendens_andelen-syd.svg",
    "figurer/tendens_andelen-samlet.svg",
    "figurer/afstand_andelen.svg",
    "figurer/afstand_andelen.png",
    "figurer/afstand_andelen-nord.svg",
    "figurer/afstand_andelen-syd.svg",
    "figurer/afstand_andelen-samlet.svg",
    "figurer/baseline_til_nu_1.svg",
    "figurer/baseline_til_nu_1.png",
    "figurer/omraade_nord.svg",
    "figurer/omraade_nord.png",
    "figurer/omraade_nord-side.svg",
    "figurer/omraade_syd.svg",
    "figurer/omraade_syd.png",
    "figurer/omraade_syd-side.svg",
    "figurer/omraade_samlet.svg",
    "figurer/omraade_samlet.png",
    "figurer/omraade_samlet-side.svg",
    "figurer/vurderinger.svg",
    "figurer/vurderinger.png",
    "figurer/haeldninger.svg",
    "figurer/haeldninger.png",
    "slides.pdf",
};

#define DRAWN (sizeof drawn / sizeof *drawn)

static void draw(struct plan_folder *folder)
{
    const struct place place = {&folder->diagnostics, folder->path, "plots"};
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    struct edition_figures *figures = edition_figures_prepare(&place);
    edition_figures_begin(figures, &findings, NULL);
    edition_figures_end(figures);
}

/* Takes them away again; returns how many there were. */
static size_t clear(struct plan_folder *folder)
{
    size_t there = 0;
    for (size_t i = 0; i < DRAWN; i++)
        there += unlink(plan_folder_file(folder, drawn[i])) == 0;
    assert_int_equal(rmdir(plan_folder_file(folder, "figurer")), 0); /* and there are no others */
    return there;
}

static void an_edition_has_these_figures_and_no_others(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;mål;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                      "andelen;Andel;Flere;andel;pct.;op;kalenderår;K;1\n");
    plan_folder_figures(folder, FIGURES);
    draw(folder);
    plan_folder_print(folder);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 0);
    assert_int_equal(clear(folder), DRAWN);
}

static void without_gnuplot_the_folder_and_the_slides_are_missing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    draw(folder);
    unsetenv("PEJLING_GNUPLOT");
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 2);
    assert_string_equal(folder->diagnostics.items[0].at.file, "figurer");
    assert_string_equal(folder->diagnostics.items[1].at.file, "slides.pdf");
    assert_int_equal(clear(folder), 0);
}

/* Draws with a shell script in the place of gnuplot. */
static void draw_with(struct plan_folder *folder, const char *commands)
{
    const char *path = plan_folder_file(folder, "gnuplot.sh");
    plan_folder_write(folder, "gnuplot.sh", arena_printf(folder->arena, "#!/bin/sh\n%s", commands));
    assert_int_equal(chmod(path, 0700), 0);
    setenv("PEJLING_GNUPLOT", path, 1);
    draw(folder);
    unsetenv("PEJLING_GNUPLOT");
}

/* Known from a look at gnuplot, whatever it would do to each figure. */
static void a_gnuplot_that_draws_nothing_is_asked_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *count = plan_folder_file(folder, "gange");
    draw_with(folder, arena_printf(folder->arena, "echo gang >>'%s'; exit 1\n", count));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 2);
    assert_string_equal(folder->diagnostics.items[0].at.file, "figurer");
    assert_string_equal(folder->diagnostics.items[1].at.file, "slides.pdf");
    assert_non_null(strstr(folder->diagnostics.items[0].text, "stoppede ved en fejl"));
    assert_int_equal(clear(folder), 0);
    struct stat status;
    assert_int_equal(stat(count, &status), 0);
    assert_int_equal(status.st_size, strlen("gang\n"));
}

/* It would draw all of them, without a word, and complain of nothing. */
static void figures_without_letters_are_none(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    plan_folder_write(folder, "ingen.conf", "<fontconfig></fontconfig>");
    draw_with(folder,
              arena_printf(folder->arena, "FONTCONFIG_FILE='%s' exec /usr/bin/gnuplot \"$@\"\n",
                           plan_folder_file(folder, "ingen.conf")));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 2);
    assert_string_equal(folder->diagnostics.items[0].at.file, "figurer");
    assert_string_equal(folder->diagnostics.items[1].at.file, "slides.pdf");
    assert_non_null(strstr(folder->diagnostics.items[0].text, "fonts-open-sans"));
    assert_int_equal(clear(folder), 0);
}

/* The first that fails, how many more there are, and the slides. */
static void figures_that_fail_are_counted(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    draw_with(folder, "grep -q doctor /dev/stdin || exit 1\nexec /usr/bin/gnuplot -d /dev/stdin\n");
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 3);
    assert_non_null(strstr(folder->diagnostics.items[0].at.file, "figurer/"));
    assert_string_equal(folder->diagnostics.items[1].at.file, "figurer");
    assert_non_null(strstr(folder->diagnostics.items[1].text, "af samme grund: 15 · "));
    assert_int_equal(clear(folder), 0);
}

/* A panel for the page, which is drawn together with others. */
static void one_that_fails_costs_no_other(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    draw_with(folder, "grep -q tendens_andelen-syd /dev/stdin && exit 1\n"
                      "exec /usr/bin/gnuplot -d /dev/stdin\n");
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, "figurer/tendens_andelen-syd.svg");
    assert_int_equal(access(plan_folder_file(folder, "figurer/tendens_andelen-nord.svg"), F_OK), 0);
    assert_int_equal(clear(folder), DRAWN - 3); /* without goals there is no baseline_til_nu */
}

/* One to look at gnuplot, one for the slides, and few for the figures, not one each. */
static void few_processes_draw_all(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *count = plan_folder_file(folder, "gange");
    draw_with(folder, arena_printf(folder->arena,
                                   "echo >>'%s'\nexec /usr/bin/gnuplot -d /dev/stdin\n", count));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 0);
    struct stat status;
    assert_int_equal(stat(count, &status), 0);
    assert_in_range(status.st_size, 3, 5);
    assert_int_equal(clear(folder), DRAWN - 2); /* without goals there is no baseline_til_nu */
}

/* Neither the processes nor what they were to draw is left of an edition that ends early. */
static void what_was_not_begun_is_not_drawn(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, "plots"};
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    edition_figures_end(edition_figures_prepare(&place));
    assert_int_equal(folder->diagnostics.count, 0);
    assert_int_equal(clear(folder), 0);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

/* It will not be published. */
static void an_edition_with_a_file_fault_is_not_drawn_to_its_end(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, "plots"};
    plan_folder_figures(folder, FIGURES);
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    setenv("PEJLING_THREADS", "1", 1);
    struct edition_figures *figures = edition_figures_prepare(&place);
    unsetenv("PEJLING_THREADS");
    file_report(&folder->diagnostics, "tabel", ENOSPC);
    edition_figures_begin(figures, &findings, NULL);
    edition_figures_end(figures);
    assert_int_equal(folder->diagnostics.count, 1);
    assert_int_equal(clear(folder), 1); /* the slides, which come before all others */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_edition_has_these_figures_and_no_others),
        PLAN_FOLDER_TEST(without_gnuplot_the_folder_and_the_slides_are_missing),
        PLAN_FOLDER_TEST(a_gnuplot_that_draws_nothing_is_asked_once),
        PLAN_FOLDER_TEST(figures_without_letters_are_none),
        PLAN_FOLDER_TEST(figures_that_fail_are_counted),
        PLAN_FOLDER_TEST(one_that_fails_costs_no_other),
        PLAN_FOLDER_TEST(few_processes_draw_all),
        PLAN_FOLDER_TEST(what_was_not_begun_is_not_drawn),
        PLAN_FOLDER_TEST(an_edition_with_a_file_fault_is_not_drawn_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
