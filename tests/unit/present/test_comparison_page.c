/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/comparison_page.h"

#include "two_editions.h"

#include "pejling/base/file.h"

static const char *written(struct plan_folder *folder, const char *name)
{
    size_t length;
    const struct input_file file = {plan_folder_file(folder, name), name, PROBLEM_FILE};
    const char *text = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    unlink(file.path);
    assert_non_null(text);
    return text;
}

static struct two_editions *one_revision(struct plan_folder *folder)
{
    const char *then = panel_rows(folder, 2022);
    return compare_editions(
        folder, then, replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;"), EDITION_SHARED);
}

static void the_page_has_every_line_and_no_markup_from_names(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct two_editions *both = one_revision(folder);
    folder->catalogue.plan.title = "<script>alert(1)</script> & \"x\"";
    struct comparison comparison =
        comparison_tell(folder->arena, LANGUAGE_DANISH, &both->news, "20<b>24");
    assert_true(comparison_page_write(&place, &comparison));
    const char *page = written(folder, COMPARISON_PAGE);
    assert_non_null(strstr(page, comparison.parts[0].lines[0]));
    assert_non_null(strstr(page, "<h2>Reviderede tal</h2>"));
    assert_non_null(strstr(page, "<dd>20&lt;b&gt;24 · delt</dd>"));
    assert_null(strstr(page, "<script"));
    assert_non_null(strstr(page, "default-src 'none'"));
}

static void the_table_is_for_machines(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct two_editions *both = one_revision(folder);
    assert_true(comparison_table_write(&place, &both->news, "2024"));
    assert_string_equal(
        written(folder, COMPARISON_TABLE),
        "kind,indicator,area,group,period_then,period,then,now,change,lower,upper,unit,cause,"
        "numerator_then,numerator_now,denominator_then,denominator_now,earlier,edition\n"
        "revised,andelen,nord,,,2018,32,32.2,,,,pct.,,640,644,2000,2000,2024,2025\n");
}

static void a_folder_that_is_not_there_is_said(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    struct two_editions *both = one_revision(folder);
    struct comparison comparison =
        comparison_tell(folder->arena, LANGUAGE_DANISH, &both->news, "2024");
    assert_false(comparison_page_write(&place, &comparison));
    assert_false(comparison_table_write(&place, &both->news, "2024"));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_page_has_every_line_and_no_markup_from_names),
        PLAN_FOLDER_TEST(the_table_is_for_machines),
        PLAN_FOLDER_TEST(a_folder_that_is_not_there_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
