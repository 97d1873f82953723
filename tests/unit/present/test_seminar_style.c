/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_style.h"

#include "page_world.h"

static void no_text_ends_its_string(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(seminar_style_string(folder->arena, "Az09"), "\"Az09\"");
    assert_string_equal(seminar_style_string(folder->arena, "\"}</style>"),
                        "\"\\000022\\00007d\\00003c\\00002fstyle\\00003e\"");
    assert_string_equal(seminar_style_string(folder->arena, "å\n\\"),
                        "\"\\0000e5\\00000a\\00005c\"");
    assert_string_equal(seminar_style_string(folder->arena, ""), "\"\"");
}

static void each_printed_page_says_what_it_is_of(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    const char *part = part_of(folder, EDITION_INTERNAL, seminar_style_write);
    assert_non_null(strstr(part, "@bottom-left{content:\"Pr\\0000f8veplan\\000020"));
    assert_non_null(strstr(part, "opdigtede\\000020tal"));
    assert_non_null(strstr(part, "INTERN\\000020"));
    assert_non_null(strstr(part, "Helhedsplanen\\000020kan\\000020hverken"));
    assert_non_null(strstr(part, "counter(page)"));
    assert_int_equal(occurrences(part, "{"), occurrences(part, "}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(no_text_ends_its_string),
        PLAN_FOLDER_TEST(each_printed_page_says_what_it_is_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
