/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include "whole_page.h"

static void the_page_is_whole_in_both_languages_and_editions(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++)
        for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
            folder->diagnostics.language = (enum language)language;
            const char *page = page_of(folder, (enum edition)edition);
            assert_memory_equal(page, "<!DOCTYPE html>\n", 16);
            assert_string_equal(page + strlen(page) - 8, "</html>\n");
            assert_tags_close(page);
            assert_non_null(strstr(page, language == LANGUAGE_DANISH ? "<html lang=\"da\">"
                                                                     : "<html lang=\"en\">"));
            assert_null(strstr(page, "(null)"));
            assert_null(strstr(page, "nan"));
            assert_null(strstr(page, " inf"));
        }
}

static void the_page_fetches_nothing_and_runs_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    plan_folder_write(folder, "figurer/tendens_andelen-nord.svg", "<svg></svg>");
    const char *page = page_of(folder, EDITION_SHARED);
    plan_folder_remove(folder, "figurer/tendens_andelen-nord.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(page, "default-src 'none'"));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "<link"));
    assert_null(strstr(page, "http:"));
    assert_null(strstr(page, "https:"));
    assert_int_equal(occurrences(page, "<svg>"), 1);
    assert_null(strstr(page, "src="));
    assert_null(strstr(page, "url("));
}

static void hostile_names_are_nowhere_markup(void **state)
{
    static const char *const shown[] = {
        ESCAPED("titel"), ESCAPED("udgave"),   ESCAPED("by"),        ESCAPED("nord"),
        ESCAPED("syd"),   ESCAPED("navn"),     ESCAPED("goal"),      ESCAPED("gruppe"),
        ESCAPED("enhed"), ESCAPED("kilde"),    ESCAPED("note"),      ESCAPED("areanote"),
        ESCAPED("brud"),  ESCAPED("afdeling"), "&lt;i&gt;&amp;.txt",
    };
    struct plan_folder *folder = *state;
    hostile_folder(folder);
    const char *page = page_of(folder, EDITION_INTERNAL);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (!strstr(page, shown[i]))
            fail_msg("not on the page: %s", shown[i]);
    assert_null(strstr(page, "<b "));
    assert_null(strstr(page, "<i>"));
    assert_int_equal(occurrences(page, "<title>"), 1);
    assert_int_equal(occurrences(page, "</title>"), 1);
    assert_tags_close(page);
}

/* --- marks and words -------------------------------------------------------------------------- */
static void an_edition_says_what_it_is_and_what_it_does_not_say(void **state)
{
    struct plan_folder *folder = *state;
    const char *plain = page_of(folder, EDITION_SHARED);
    assert_null(strstr(plain, wording_internal(LANGUAGE_DANISH)));
    assert_null(strstr(plain, wording_invented(LANGUAGE_DANISH)));
    /* at the head, at the foot, and wherever sources are named */
    assert_int_equal(occurrences(plain, wording_no_cause(LANGUAGE_DANISH)),
                     2 + occurrences(plain, "<p class=\"source\">"));
    assert_non_null(strstr(page_of(folder, EDITION_INTERNAL), wording_internal(LANGUAGE_DANISH)));
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_DANISH)));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_ENGLISH)));
}

static void a_page_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_false(seminar_page_write(&nowhere, &(struct seminar_matter){.findings = &findings}));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_page_is_whole_in_both_languages_and_editions),
        PLAN_FOLDER_TEST(the_page_fetches_nothing_and_runs_nothing),
        PLAN_FOLDER_TEST(hostile_names_are_nowhere_markup),
        PLAN_FOLDER_TEST(an_edition_says_what_it_is_and_what_it_does_not_say),
        PLAN_FOLDER_TEST(a_page_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
