/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void each_fault_says_what_to_do(void **state)
{
    static const struct {
        enum gnuplot_fault fault;
        const char *what;
    } cases[] = {
        {GNUPLOT_SCRIPT, "PEJLING_PLOTS"},
        {GNUPLOT_PATH, "vælg en anden mappe"},
        {GNUPLOT_NUMBER, "stoppede ved en fejl"},
        {GNUPLOT_START, "kunne ikke startes"},
        {GNUPLOT_TIME, "blev ikke færdig i tide"},
        {GNUPLOT_KILLED, "blev afbrudt"},
        {GNUPLOT_FAILED, "stoppede ved en fejl"},
        {GNUPLOT_INCOMPLETE, "blev ikke hel"},
        {GNUPLOT_LETTERS, "installer pakken fonts-open-sans"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diagnostics diagnostics = {.arena = arena_new()};
        gnuplot_fault_report(&diagnostics, cases[i].fault, "figurer/p.svg");
        assert_int_equal(diagnostics.count, 1);
        const struct diagnostic *item = &diagnostics.items[0];
        assert_int_equal(item->problem, PROBLEM_TOOL);
        assert_string_equal(item->at.file, "figurer/p.svg");
        assert_non_null(strstr(item->text, " · "));
        assert_non_null(strstr(item->text, cases[i].what));
        gnuplot_fault_report(&diagnostics, GNUPLOT_REPORTED, "figurer/q.svg");
        assert_int_equal(diagnostics.count, 1);
        arena_free(diagnostics.arena);
    }
}

/* What is missing then is the folder, and the slides; a reader of the manifest looks for those. */
static void without_the_program_the_folder_is_missing_and_the_slides(void **state)
{
    struct diagnostics diagnostics = {.arena = arena_new(), .language = LANGUAGE_ENGLISH};
    (void)state;
    gnuplot_fault_report(&diagnostics, GNUPLOT_MISSING, "figurer/p1.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_MISSING, "figurer/p2.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_MISSING, "slides.pdf");
    gnuplot_fault_count(&diagnostics, 2);
    assert_int_equal(diagnostics.count, 2);
    assert_string_equal(diagnostics.items[0].at.file, "figurer");
    assert_string_equal(diagnostics.items[1].at.file, "slides.pdf");
    assert_non_null(strstr(diagnostics.items[0].text, "install the package gnuplot-nox"));
    arena_free(diagnostics.arena);
}

static void figures_that_fail_alike_are_named_once_and_counted(void **state)
{
    struct diagnostics diagnostics = {.arena = arena_new()};
    (void)state;
    gnuplot_fault_report(&diagnostics, GNUPLOT_FAILED, "figurer/a.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_FAILED, "figurer/b.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_TIME, "figurer/c.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_FAILED, "figurer/d.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_FAILED, "slides.pdf");
    assert_int_equal(diagnostics.count, 3);
    assert_string_equal(diagnostics.items[1].at.file, "figurer/c.svg");
    assert_string_equal(diagnostics.items[2].at.file, "slides.pdf");
    gnuplot_fault_count(&diagnostics, 2); /* both are named already */
    assert_int_equal(diagnostics.count, 3);
    gnuplot_fault_count(&diagnostics, 9);
    assert_int_equal(diagnostics.count, 4);
    assert_string_equal(diagnostics.items[3].at.file, "figurer");
    assert_int_equal(diagnostics.items[3].problem, PROBLEM_TOOL);
    assert_non_null(strstr(diagnostics.items[3].text, "af samme grund: 7 · "));
    arena_free(diagnostics.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_says_what_to_do),
        cmocka_unit_test(without_the_program_the_folder_is_missing_and_the_slides),
        cmocka_unit_test(figures_that_fail_alike_are_named_once_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
