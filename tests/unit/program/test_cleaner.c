/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* flock, mkdtemp */
#include "pejling/program/cleaner.h"

#include "near.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pejling/base/arena.h"
#include "pejling/base/file.h"

enum ending { BY_ITSELF, BY_SIGKILL, AFTER_STOP, AFTER_MOVE };

/* A process that builds in a folder and is ended so; whether the folder is there a second later. */
static bool is_left(enum ending ending, bool others_lock)
{
    struct arena *arena = arena_new();
    const char *place = getenv("TMPDIR");
    const char *root =
        mkdtemp(arena_printf(arena, "%s/pejling-test-XXXXXX", place ? place : "/tmp"));
    const char *path = arena_printf(arena, "%s/.ud.ny", root);
    int other = -1;
    assert_non_null(root);
    pid_t process = fork();
    if (process == 0) {
        struct cleaner cleaner;
        if (mkdir(path, 0700) != 0 || mkdir(arena_printf(arena, "%s/figurer", path), 0700) != 0)
            _exit(1);
        cleaner_start(&cleaner, path, open(path, O_RDONLY | O_DIRECTORY));
        if (ending == AFTER_STOP)
            cleaner_stop(&cleaner);
        if (ending == AFTER_STOP)
            cleaner_stop(&cleaner); /* a second time has no effect */
        if (ending == AFTER_MOVE && rename(path, arena_printf(arena, "%s/ud", root)) != 0)
            _exit(1);
        if (ending == AFTER_MOVE && mkdir(path, 0700) != 0)
            _exit(1);
        raise(SIGSTOP);
        if (ending == BY_SIGKILL)
            raise(SIGKILL);
        _exit(0);
    }
    assert_int_equal(waitpid(process, NULL, WUNTRACED), process);
    if (others_lock)
        assert_int_equal(flock(other = open(path, O_RDONLY | O_DIRECTORY), LOCK_EX), 0);
    assert_int_equal(access(path, F_OK), 0);
    kill(process, SIGCONT);
    assert_int_equal(waitpid(process, NULL, 0), process);
    bool stays = ending == AFTER_STOP || others_lock;
    for (int i = 0; i < (stays ? 10 : 300) && access(path, F_OK) == 0; i++)
        poll(NULL, 0, 10);
    bool left = access(path, F_OK) == 0;
    assert_true(ending != AFTER_MOVE || access(arena_printf(arena, "%s/ud", root), F_OK) == 0);
    close(other);
    file_remove_tree(root);
    arena_free(arena);
    return left;
}

static void what_was_built_goes_with_who_built_it(void **state)
{
    (void)state;
    assert_false(is_left(BY_ITSELF, false));
    assert_false(is_left(BY_SIGKILL, false));
}

static void what_is_published_or_given_up_is_left_alone(void **state)
{
    (void)state;
    assert_true(is_left(AFTER_STOP, false));
}

static void another_folder_of_the_name_goes_only_if_nobody_has_it(void **state)
{
    (void)state;
    assert_true(is_left(AFTER_MOVE, true));
    assert_false(is_left(AFTER_MOVE, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_built_goes_with_who_built_it),
        cmocka_unit_test(what_is_published_or_given_up_is_left_alone),
        cmocka_unit_test(another_folder_of_the_name_goes_only_if_nobody_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
