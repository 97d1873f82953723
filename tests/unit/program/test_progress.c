/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* posix_openpt */
#include "pejling/program/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SAID 1024

static void show_all(enum language language)
{
    for (enum stage stage = STAGE_READ; stage < STAGES; stage++)
        progress_show(language, stage);
}

/* Shows all stages with `stream` as standard error. */
static void show_on(int stream, enum language language)
{
    int before = dup(STDERR_FILENO);
    assert_true(before >= 0 && dup2(stream, STDERR_FILENO) >= 0);
    show_all(language);
    fflush(stderr);
    assert_true(dup2(before, STDERR_FILENO) >= 0);
    close(before);
}

/* What a terminal shows, without the carriage returns it adds. */
static void assert_terminal_shows(enum language language, const char *expected)
{
    char said[SAID] = "", *out = said;
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    bool there = master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0;
    int terminal = there ? open(ptsname(master), O_RDWR | O_NOCTTY) : -1;
    if (terminal < 0)
        skip(); /* a room without /dev/pts has no terminal to show anything on */
    show_on(terminal, language);
    /* a terminal may hand over a part at a time */
    while ((size_t)(out - said) < strlen(expected)) {
        char part[SAID];
        ssize_t length = read(master, part, sizeof part);
        assert_true(length > 0 && (out - said) + length < SAID);
        for (ssize_t i = 0; i < length; i++)
            if (part[i] != '\r')
                *out++ = part[i];
    }
    *out = '\0';
    assert_string_equal(said, expected);
    close(terminal);
    close(master);
}

static void a_terminal_shows_a_line_a_stage(void **state)
{
    (void)state;
    assert_terminal_shows(LANGUAGE_DANISH,
                          "Læser planen …\nBeskytter små tal …\nBeregner …\n"
                          "Skriver tabeller og regneark …\nTegner figurer og slides …\n"
                          "Skriver siden …\nLaver siden til PDF …\n");
    assert_terminal_shows(LANGUAGE_ENGLISH,
                          "Reading the plan …\nProtecting small numbers …\nComputing …\n"
                          "Writing tables and the workbook …\nDrawing figures and slides …\n"
                          "Writing the page …\nMaking the page into a PDF …\n");
}

static void a_pipe_and_a_file_show_nothing(void **state)
{
    int ends[2];
    char said[SAID];
    FILE *file = tmpfile();
    (void)state;
    assert_int_equal(pipe(ends), 0);
    show_on(ends[1], LANGUAGE_DANISH);
    close(ends[1]);
    assert_int_equal(read(ends[0], said, sizeof said), 0);
    close(ends[0]);
    show_on(fileno(file), LANGUAGE_DANISH);
    assert_int_equal(lseek(fileno(file), 0, SEEK_END), 0);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_shows_a_line_a_stage),
        cmocka_unit_test(a_pipe_and_a_file_show_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
