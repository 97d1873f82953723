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
        {GNUPLOT_SCRIPT, "PEJLING_PLOTS"},         {GNUPLOT_PATH, "vælg en anden mappe"},
        {GNUPLOT_NUMBER, "stoppede ved en fejl"},  {GNUPLOT_START, "kunne ikke startes"},
        {GNUPLOT_TIME, "blev ikke færdig i tide"}, {GNUPLOT_KILLED, "blev afbrudt"},
        {GNUPLOT_FAILED, "stoppede ved en fejl"},  {GNUPLOT_INCOMPLETE, "blev ikke hel"},
    };
    struct diagnostics diagnostics = {.arena = arena_new()};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gnuplot_fault_report(&diagnostics, cases[i].fault, "/usr/bin/gnuplot", "figurer/p.svg");
        assert_int_equal(diagnostics.count, i + 1);
        const struct diagnostic *item = &diagnostics.items[i];
        assert_int_equal(item->problem, PROBLEM_TOOL);
        assert_string_equal(item->at.file, "figurer/p.svg");
        assert_non_null(strstr(item->text, " · "));
        assert_non_null(strstr(item->text, cases[i].what));
    }
    gnuplot_fault_report(&diagnostics, GNUPLOT_REPORTED, "/usr/bin/gnuplot", "figurer/p.svg");
    assert_int_equal(diagnostics.count, sizeof cases / sizeof *cases);
    arena_free(diagnostics.arena);
}

static void a_missing_program_is_named_once(void **state)
{
    struct diagnostics diagnostics = {.arena = arena_new(), .language = LANGUAGE_ENGLISH};
    (void)state;
    gnuplot_fault_report(&diagnostics, GNUPLOT_MISSING, "/opt/gnuplot", "figurer/p1.svg");
    gnuplot_fault_report(&diagnostics, GNUPLOT_MISSING, "/opt/gnuplot", "slides.pdf");
    assert_int_equal(diagnostics.count, 1);
    assert_string_equal(diagnostics.items[0].at.file, "/opt/gnuplot");
    assert_non_null(strstr(diagnostics.items[0].text, "install the package gnuplot-nox"));
    arena_free(diagnostics.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_says_what_to_do),
        cmocka_unit_test(a_missing_program_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
