/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/command_compare.h"

#include "captured.h"
#include "two_folders.h"

#define TEST(test) cmocka_unit_test_setup_teardown(test, two_folders_start, two_folders_end)
#define ROWS "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;90;200;;;\n"
#define REVISED "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;91;200;;;\n"

/* What `pejling compare` says; its problems are in the plan folder's diagnostics. */
static const char *compared(struct two_folders *work, const char *then, const char *now,
                            const char *output, int *status)
{
    plan_folder_forget_problems(work->plan);
    struct command_line line = {.diagnostics = &work->plan->diagnostics,
                                .words = {"compare", then, now},
                                .word_count = now    ? 3
                                              : then ? 2
                                                     : 1,
                                .output = output};
    struct capture capture = capture_begin();
    *status = command_compare(&line);
    return capture_end(&capture, work->plan->arena);
}

static const char *in(struct two_folders *work, const char *name)
{
    return arena_printf(work->plan->arena, "%s/%s", work->root, name);
}

static void one_revised_count_is_named_and_nothing_else(void **state)
{
    struct two_folders *work = *state;
    int status;
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        const char *then = two_folders_edition(work, "a", ROWS, (enum edition)edition);
        const char *now = two_folders_edition(work, "b", REVISED, (enum edition)edition);
        const char *text = compared(work, then, now, NULL, &status);
        assert_int_equal(status, 0);
        assert_non_null(strstr(text, "Nordparken, 2020: "));
        assert_non_null(strstr(text, "(90 af 200 er nu 91 af 200)."));
        const char *item = strstr(text, "  - ");
        assert_null(strstr(item + 1, "  - "));
        text = compared(work, now, now, NULL, &status);
        assert_int_equal(status, 0);
        assert_null(strstr(text, "  - "));
    }
}

/* The editions are enough: nothing of the plan folder is read. */
static void the_plan_folder_is_not_needed(void **state)
{
    struct two_folders *work = *state;
    int status;
    const char *then = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    const char *now = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    plan_folder_remove(work->plan, "plan.csv");
    plan_folder_remove(work->plan, "omraader.csv");
    compared(work, then, now, NULL, &status);
    assert_int_equal(status, 0);
}

static void a_page_and_a_table_are_written_together(void **state)
{
    struct two_folders *work = *state;
    int status;
    const char *then = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    const char *now = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    for (int i = 0; i < 2; i++) { /* and again in its place */
        compared(work, then, now, in(work, "c"), &status);
        assert_int_equal(status, 0);
        assert_non_null(two_folders_text(work, in(work, "c"), "sammenligning.html"));
        assert_non_null(strstr(two_folders_text(work, in(work, "c"), "sammenligning.csv"),
                               "\nrevised,andelen,nord,,,2020,45,45.5,"));
    }
}

/* Nothing is taken away by a comparison: neither an edition nor anything else. */
static void no_other_folder_is_replaced(void **state)
{
    struct two_folders *work = *state;
    int status;
    const char *then = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    const char *now = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    const char *third = two_folders_edition(work, "d", REVISED, EDITION_SHARED);
    const char *const outputs[] = {then, now, work->root, third, work->plan->path};
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(compared(work, then, now, outputs[i], &status), "");
        assert_int_equal(status, 2);
        assert_non_null(two_folders_text(work, third, "manifest.json"));
        assert_non_null(two_folders_text(work, then, "manifest.json"));
    }
}

static void what_cannot_be_compared_is_refused_with_each_reason(void **state)
{
    struct two_folders *work = *state;
    int status;
    const char *then = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    const char *inside = two_folders_edition(work, "i", ROWS, EDITION_INTERNAL);
    const char *now = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    assert_string_equal(compared(work, then, inside, NULL, &status), "");
    assert_int_equal(status, 3);
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "den ene udgave er delt"));
    compared(work, in(work, "nej"), in(work, "ej"), NULL, &status);
    assert_int_equal(status, 3);
    assert_int_equal(work->plan->diagnostics.count, 2);
    compared(work, work->plan->path, then, work->plan->path, &status); /* no edition to lie in */
    assert_int_equal(status, 3);
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_USAGE], 0);
    two_folders_change(work, now, "manifest.json", "\"konfidens\": 0.95", "\"konfidens\": 0.9");
    two_folders_change(work, now, "manifest.json", "\"enhed\": \"pct.\"", "\"enhed\": \"pct\"");
    assert_string_equal(compared(work, then, now, NULL, &status), "");
    assert_int_equal(status, 3);
    assert_int_equal(work->plan->diagnostics.count, 2);
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "(enhed: »pct.« og »pct«)"));
}

static void two_editions_are_needed(void **state)
{
    struct two_folders *work = *state;
    int status;
    compared(work, NULL, NULL, NULL, &status);
    assert_int_equal(status, 2);
    compared(work, "a", NULL, NULL, &status);
    assert_int_equal(status, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_revised_count_is_named_and_nothing_else),
        TEST(the_plan_folder_is_not_needed),
        TEST(a_page_and_a_table_are_written_together),
        TEST(no_other_folder_is_replaced),
        TEST(what_cannot_be_compared_is_refused_with_each_reason),
        TEST(two_editions_are_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
