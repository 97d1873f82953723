/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/fault.h"

#include "near.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void what_holds_has_no_effect(void **state)
{
    (void)state;
    fault_unless(1, "the sky is up");
    fault_unless(-7, "any number but 0 holds");
}

static void what_does_not_hold_ends_the_process_with_70_and_is_named(void **state)
{
    (void)state;
    char said[200] = "";
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL); /* or the child would write it once more */
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        fault_unless(0, "a hidden count is shown");
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 70);
    assert_non_null(strstr(said, "intern fejl"));
    assert_non_null(strstr(said, "a hidden count is shown\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_has_no_effect),
        cmocka_unit_test(what_does_not_hold_ends_the_process_with_70_and_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
