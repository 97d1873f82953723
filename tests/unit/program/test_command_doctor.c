/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_doctor.h"

#include "plan_folder.h"

#include <sys/stat.h>

#include "captured.h"

static int doctor(struct plan_folder *folder, const char *gnuplot, const char *chromium,
                  const char **said)
{
    struct command_line line = {.diagnostics = &folder->diagnostics};
    setenv("PEJLING_GNUPLOT", gnuplot, 1);
    setenv("PEJLING_CHROMIUM", chromium, 1);
    setenv("PEJLING_PLOTS", "plots", 1);
    struct capture capture = capture_begin();
    int status = command_doctor(&line);
    *said = capture_end(&capture, folder->arena);
    unsetenv("PEJLING_GNUPLOT");
    unsetenv("PEJLING_CHROMIUM");
    unsetenv("PEJLING_PLOTS");
    return status;
}

static void what_is_there_is_told(void **state)
{
    struct plan_folder *folder = *state;
    const char *said;
    const char *chromium = plan_folder_file(folder, "chromium");
    plan_folder_write(
        folder, "chromium",
        "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; "
        "done\nprintf '%%PDF-1.4\\n/FontDescriptor\\nstartxref\\n%%%%EOF\\n' >$pdf\n");
    assert_int_equal(chmod(chromium, 0700), 0);
    assert_int_equal(doctor(folder, "/usr/bin/gnuplot", chromium, &said), 0);
    assert_non_null(strstr(said, "gnuplot: tegner figurer og skriver på dem med Open Sans\n"));
    assert_non_null(strstr(said, "chromium: kan lave siden som PDF med --pdf\n"));
    assert_int_equal(folder->diagnostics.count, 0);
    assert_int_equal(doctor(folder, "/usr/bin/gnuplot", "/bin/true", &said), 0);
    assert_null(strstr(said, "--pdf\n"));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_REMARK], 1); /* it makes none */
    assert_string_equal(folder->diagnostics.items[0].at.file, "/bin/true");
}

static void what_is_missing_is_a_problem_or_a_remark(void **state)
{
    struct plan_folder *folder = *state;
    const char *said;
    assert_int_equal(doctor(folder, "/nonexistent", "/nonexistent", &said), 5);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_REMARK], 1); /* Chromium is optional */
    assert_null(strstr(said, "tegner figurer"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_is_there_is_told),
        PLAN_FOLDER_TEST(what_is_missing_is_a_problem_or_a_remark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
