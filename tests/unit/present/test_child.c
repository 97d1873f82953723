/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/child.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SAID 512
#define FILE_SIZE 100000

/* Runs `commands` in a shell with what it says in `said`; NULL for /dev/null. */
static enum child_fault begin(struct child *child, char *commands, unsigned seconds, FILE *said)
{
    char shell[] = "/bin/sh", option[] = "-c", mine[] = "MIT=eget";
    char *const arguments[] = {shell, option, commands, NULL};
    char *const environment[] = {mine, NULL};
    int output = said ? fileno(said) : -1;
    const struct child_command command = {arguments, environment, -1,       output,
                                          output,    seconds,     FILE_SIZE};
    return child_start(child, &command);
}

static void how_it_ends_is_told(void **state)
{
    static const struct {
        const char *commands;
        enum child_state ends;
        int status;
    } cases[] = {{"exit 0", CHILD_EXITED, 0},
                 {"exit 42", CHILD_EXITED, 42},
                 {"kill -9 $$", CHILD_KILLED, 0},
                 {"sleep 0.1; exit 3", CHILD_EXITED, 3}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct child child;
        char commands[SAID];
        snprintf(commands, sizeof commands, "%s", cases[i].commands);
        assert_int_equal(begin(&child, commands, 20, NULL), CHILD_STARTED);
        assert_int_equal(child_wait(&child), cases[i].ends);
        assert_int_equal(child.status, cases[i].status);
    }
}

static void a_program_that_is_not_there_is_missing(void **state)
{
    static const char *const paths[] = {"/nonexistent/program", "/etc/passwd", "/etc/passwd/x"};
    (void)state;
    if (getenv("RUNNER")) /* valgrind gives the child a memory of its own: its word is lost */
        skip();
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct child child;
        char path[SAID];
        snprintf(path, sizeof path, "%s", paths[i]);
        char *const arguments[] = {path, NULL}, *const environment[] = {NULL};
        const struct child_command command = {arguments, environment, -1, -1, -1, 1, 0};
        assert_int_equal(child_start(&child, &command), CHILD_MISSING);
    }
}

/* Each by a limit of its own: neither waits for the twenty seconds, nor for a full disk. */
static void what_it_may_use_is_limited(void **state)
{
    struct rlimit before, after;
    static const struct {
        const char *commands;
        unsigned seconds;
        enum child_state ends, or_ends;
    } cases[] = {{"exec yes", 20, CHILD_KILLED, CHILD_KILLED},
                 {"(yes); kill -9 $$", 20, CHILD_KILLED, CHILD_KILLED},
                 {"exec head -c 99999 /dev/zero", 20, CHILD_EXITED, CHILD_EXITED},
                 /* the second of processor time and that of the clock end together */
                 {"(while :; do :; done); kill -9 $$", 1, CHILD_LATE, CHILD_KILLED},
                 {"sleep 0.5; [ $(ulimit -c)$(ulimit -t) = 07 ] || kill -9 $$", 7, CHILD_EXITED,
                  CHILD_EXITED}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct child child;
        char commands[SAID];
        FILE *said = tmpfile();
        snprintf(commands, sizeof commands, "%s", cases[i].commands);
        getrlimit(RLIMIT_FSIZE, &before);
        assert_int_equal(begin(&child, commands, cases[i].seconds, said), CHILD_STARTED);
        getrlimit(RLIMIT_FSIZE, &after);
        assert_memory_equal(&after, &before, sizeof before); /* ours is as it was */
        enum child_state end = child_wait(&child);
        assert_true(end == cases[i].ends || end == cases[i].or_ends);
        fseek(said, 0, SEEK_END);
        assert_true(ftell(said) <= FILE_SIZE);
        fclose(said);
    }
}

/* As a program left behind by one that was killed: nobody looks at it for its time to be up. */
static void processor_time_is_limited_without_us(void **state)
{
    struct child child;
    char commands[] = "exec sh -c 'while :; do :; done'";
    siginfo_t ended;
    (void)state;
    assert_int_equal(begin(&child, commands, 1, NULL), CHILD_STARTED);
    assert_int_equal(waitid(P_PID, (id_t)child.process, &ended, WEXITED | WNOWAIT), 0);
    assert_int_equal(child_look(&child), CHILD_LATE);
}

/* The number that a process wrote into the file, once it has. */
static pid_t number_in(FILE *file)
{
    long number = 0;
    for (int i = 0; i < 1000 && number == 0; i++, poll(NULL, 0, 5)) {
        rewind(file);
        if (fscanf(file, "%ld", &number) != 1)
            number = 0;
    }
    assert_true(number > 1);
    return (pid_t)number;
}

/* A process that was killed is gone, or waits for whoever takes it up; it does nothing either way. */
static void assert_ends(pid_t process)
{
    char path[SAID], state = 'R';
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    for (int i = 0; i < 1000 && state != 'Z'; i++, poll(NULL, 0, 5)) {
        FILE *stat = fopen(path, "r");
        if (!stat)
            return;
        if (fscanf(stat, "%*d %*[^)]) %c", &state) != 1)
            state = 'Z';
        fclose(stat);
    }
    assert_int_equal(state, 'Z');
}

static void what_it_started_ends_with_it(void **state)
{
    (void)state;
    static const char *const waits[] = {"exit 0", "sleep 50"};
    static const enum child_state ends[] = {CHILD_EXITED, CHILD_LATE};
    for (size_t i = 0; i < 2; i++) {
        struct child child;
        char commands[SAID];
        FILE *said = tmpfile();
        struct timespec begun, ended;
        snprintf(commands, sizeof commands, "sleep 60 & echo $!; %s", waits[i]);
        clock_gettime(CLOCK_MONOTONIC, &begun);
        assert_int_equal(begin(&child, commands, 1, said), CHILD_STARTED);
        pid_t started = number_in(said);
        assert_int_equal(child_wait(&child), ends[i]);
        clock_gettime(CLOCK_MONOTONIC, &ended);
        assert_true(ended.tv_sec - begun.tv_sec < 20);
        assert_ends(started);
        fclose(said);
    }
}

static void its_time_runs_from_the_first_look(void **state)
{
    struct child child;
    char commands[] = "sleep 1.5";
    (void)state;
    assert_int_equal(begin(&child, commands, 1, NULL), CHILD_STARTED);
    poll(NULL, 0, 1100);
    assert_int_equal(child_look(&child), CHILD_RUNS);
    assert_int_equal(child_wait(&child), CHILD_EXITED);
}

/* Nothing of the environment, no other group's signals, and none that the parent ignores. */
static void it_inherits_nothing(void **state)
{
    struct child child;
    char commands[] = "echo \"<$MIT$EKSTRA>\"; read x || echo intet; kill -PIPE $$; echo levende";
    char said[SAID] = "";
    FILE *file = tmpfile();
    (void)state;
    setenv("EKSTRA", "andet", 1);
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(begin(&child, commands, 20, file), CHILD_STARTED);
    assert_int_equal(child_wait(&child), CHILD_KILLED);
    signal(SIGPIPE, SIG_DFL);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    assert_string_equal(said, "<eget>\nintet\n");
    fclose(file);
}

/* One who waits for a child, and is told to end meanwhile. */
static void who_is_ended_from_outside_ends_it_first(void **state)
{
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    (void)state;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        FILE *said = tmpfile();
        char commands[] = "sleep 60 & echo $!; sleep 50";
        int status;
        pid_t us = fork();
        if (us == 0) {
            struct child child;
            signal(signals[i], SIG_DFL); /* nohup, say, has it ignored */
            child_ends_with_us();
            begin(&child, commands, 40, said);
            child_wait(&child);
            _exit(0);
        }
        pid_t started = number_in(said);
        assert_int_equal(kill(us, signals[i]), 0);
        assert_int_equal(waitpid(us, &status, 0), us);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), signals[i]);
        assert_ends(started);
        fclose(said);
    }
}

static void a_signal_that_is_ignored_stays_so(void **state)
{
    struct sigaction now;
    (void)state;
    signal(SIGHUP, SIG_IGN);
    child_ends_with_us();
    assert_int_equal(sigaction(SIGHUP, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_IGN);
    for (int i = 0; i < 2; i++)
        signal(i ? SIGINT : SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_it_ends_is_told),
        cmocka_unit_test(a_program_that_is_not_there_is_missing),
        cmocka_unit_test(what_it_may_use_is_limited),
        cmocka_unit_test(processor_time_is_limited_without_us),
        cmocka_unit_test(what_it_started_ends_with_it),
        cmocka_unit_test(its_time_runs_from_the_first_look),
        cmocka_unit_test(it_inherits_nothing),
        cmocka_unit_test(who_is_ended_from_outside_ends_it_first),
        cmocka_unit_test(a_signal_that_is_ignored_stays_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
