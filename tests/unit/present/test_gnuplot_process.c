/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_process.h"

#include "figure_bench.h"

#include <time.h>

/* Puts a shell script in the place of gnuplot. */
static void pretend(struct bench *bench, const char *commands)
{
    const char *path = arena_printf(bench->arena, "%s/gnuplot.sh", bench->root);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fprintf(stream, "#!/bin/sh\n%s\n", commands);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(chmod(path, 0700), 0);
    setenv("PEJLING_GNUPLOT", path, 1);
}

static struct gnuplot_script *script_that_ends(struct bench *bench)
{
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_number(script, "x", 1);
    gnuplot_end(script);
    return script;
}

static enum gnuplot_fault run(struct bench *bench, const struct gnuplot_script *script)
{
    return gnuplot_process_end(gnuplot_process_start(bench->arena, script, 20));
}

static void a_script_runs_to_its_last_line(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(run(bench, script_that_ends(bench)), GNUPLOT_NONE);
}

static void a_script_without_its_last_line_has_failed(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_number(script, "x", 1);
    assert_int_equal(run(bench, script), GNUPLOT_FAILED);
}

static void an_error_in_the_script_ends_it(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_number(script, "no variable", 1);
    gnuplot_end(script);
    assert_int_equal(run(bench, script), GNUPLOT_FAILED);
}

static void what_comes_of_it_is_known(void **state)
{
    static const struct {
        const char *commands;
        enum gnuplot_fault fault;
    } cases[] = {
        {"cat >/dev/null; exit 42", GNUPLOT_NONE},
        {"exit 42", GNUPLOT_NONE}, /* the script stays where it is */
        {"cat >/dev/null; exit 0", GNUPLOT_FAILED},
        {"cat >/dev/null; exit 1", GNUPLOT_FAILED},
        {"exit 127", GNUPLOT_MISSING},
        {"ulimit -v 9000; exec /usr/bin/gnuplot", GNUPLOT_START},
        {"echo 'error while loading shared libraries: x: cannot open shared object file: No such "
         "file or directory' >&2; exit 127",
         GNUPLOT_MISSING},
        {"kill -9 $$", GNUPLOT_KILLED},
        {"echo warning: noget >&2; exit 42", GNUPLOT_FAILED},
        {"echo 'Fontconfig warning: no writable cache' >&2; exit 42", GNUPLOT_NONE},
        {"echo 'Fontconfig warning' >&2; echo 'noget andet' >&2; exit 42", GNUPLOT_FAILED},
        {"yes 'Fontconfig warning' | head -c 9000 >&2; exit 42", GNUPLOT_FAILED},
        {"echo 'paa standard output'; exit 42", GNUPLOT_NONE},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pretend(bench, cases[i].commands);
        if (run(bench, script_that_ends(bench)) != cases[i].fault)
            fail_msg("%s", cases[i].commands);
    }
}

static void a_missing_program_is_known(void **state)
{
    struct bench *bench = *state;
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_int_equal(run(bench, script_that_ends(bench)), GNUPLOT_MISSING);
    setenv("PEJLING_GNUPLOT", "/etc/passwd", 1); /* no program */
    assert_int_equal(run(bench, script_that_ends(bench)), GNUPLOT_MISSING);
}

static void a_program_that_hangs_is_ended_with_what_it_started(void **state)
{
    struct bench *bench = *state;
    struct timespec begun, ended;
    const char *late = arena_printf(bench->arena, "%s/late", bench->root);
    pretend(bench, arena_printf(bench->arena, "(sleep 2; touch '%s') & sleep 50", late));
    clock_gettime(CLOCK_MONOTONIC, &begun);
    struct gnuplot_process *process =
        gnuplot_process_start(bench->arena, script_that_ends(bench), 1);
    assert_int_equal(gnuplot_process_end(process), GNUPLOT_TIME);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_true(ended.tv_sec - begun.tv_sec < 20);
    sleep(2);
    assert_int_not_equal(access(late, F_OK), 0);
}

/* It fills neither the memory nor its time. */
static void endless_complaints_end(void **state)
{
    struct bench *bench = *state;
    const char *const cases[] = {
        "exec yes warning >&2", "yes warning >&2; exit 42", /* the shell has something to say too */
        arena_printf(bench->arena, "exec yes >'%s/endless'", bench->root)};
    struct timespec begun, ended;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pretend(bench, cases[i]);
        enum gnuplot_fault fault = run(bench, script_that_ends(bench));
        if (fault != GNUPLOT_KILLED)
            fail_msg("%s: %d", cases[i], (int)fault);
    }
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_true(ended.tv_sec - begun.tv_sec < 20);
}

/* More than a pipe would take, and nobody sends it: it is all there from the start. */
static void a_long_script_needs_nobody(void **state)
{
    struct bench *bench = *state;
    const char *copy = arena_printf(bench->arena, "%s/copy", bench->root);
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    for (int i = 0; i < 40000; i++)
        gnuplot_number(script, "x", i / 7.);
    gnuplot_end(script);
    size_t length;
    gnuplot_script_text(script, &length);
    assert_true(length > 500000);
    pretend(bench, arena_printf(bench->arena, "cat >'%s'; exit 42", copy));
    assert_int_equal(run(bench, script), GNUPLOT_NONE);
    struct stat status;
    assert_int_equal(stat(copy, &status), 0);
    assert_int_equal(status.st_size, length);
}

/* No start-up file, no locale, no time zone, no path of the user's. */
static void nothing_of_the_users_reaches_it(void **state)
{
    struct bench *bench = *state;
    setenv("GNUPLOT_LIB", "/tmp", 1);
    setenv("LC_ALL", "da_DK.UTF-8", 1);
    pretend(bench, "[ \"$HOME $LC_ALL $TZ $PATH $GNUPLOT_LIB\" = "
                   "'/nonexistent C.UTF-8 UTC /usr/bin:/bin ' ] && "
                   "[ \"$*\" = '-d /dev/stdin' ] && exit 42");
    assert_int_equal(run(bench, script_that_ends(bench)), GNUPLOT_NONE);
    unsetenv("GNUPLOT_LIB");
    unsetenv("LC_ALL");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_script_runs_to_its_last_line),
        BENCH_TEST(a_script_without_its_last_line_has_failed),
        BENCH_TEST(an_error_in_the_script_ends_it),
        BENCH_TEST(what_comes_of_it_is_known),
        BENCH_TEST(a_missing_program_is_known),
        BENCH_TEST(a_program_that_hangs_is_ended_with_what_it_started),
        BENCH_TEST(endless_complaints_end),
        BENCH_TEST(a_long_script_needs_nobody),
        BENCH_TEST(nothing_of_the_users_reaches_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
