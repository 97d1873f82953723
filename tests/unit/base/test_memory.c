/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "near.h"

static void memory_can_be_used_and_freed(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 4096, 1 << 20};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *memory = memory_take(sizes[i]);
        assert_non_null(memory);
        memset(memory, 7, sizes[i]);
        free(memory);
    }
}

/* In a process of its own, which cannot lift the limit again. */
static void a_limit_of_the_process_is_what_there_is(void **state)
{
    (void)state;
#if defined(__SANITIZE_ADDRESS__)
    skip(); /* the sanitizer needs more addresses than that */
#endif
    const size_t few = (size_t)64 << 20;
    assert_true(memory_most() > few);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const struct rlimit limit = {few, few};
        _exit(setrlimit(RLIMIT_AS, &limit) == 0 && memory_most() == few ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* Whatever the machine has, it has not half of all addresses. */
static void without_memory_the_process_ends_with_status_6(void **state)
{
    (void)state;
#if defined(__SANITIZE_ADDRESS__)
    skip(); /* the sanitizer ends the process in its own way */
#endif
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(STDERR_FILENO);
        memory_take((size_t)-1 / 4);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_can_be_used_and_freed),
        cmocka_unit_test(a_limit_of_the_process_is_what_there_is),
        cmocka_unit_test(without_memory_the_process_ends_with_status_6),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
