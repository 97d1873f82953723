/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_frame.h"

#include "whole_page.h"

/* A page with nothing in it. */
static const char *empty_page(struct plan_folder *folder, enum edition edition, const char *title)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct seminar seminar =
        seminar_open(&place, &(struct seminar_matter){.findings = &findings}, PAGE);
    seminar_head(&seminar, title);
    seminar_top(&seminar, title);
    sink_text(seminar.sink, "<ol>");
    seminar_link(&seminar, "svar", "Svar", "Answer");
    sink_text(seminar.sink, "</ol></header><main>");
    assert_true(seminar_close(&seminar));
    return read_page(folder);
}

static void a_frame_is_a_whole_page(void **state)
{
    struct plan_folder *folder = *state;
    const char *page = empty_page(folder, EDITION_SHARED, "<Titel>");
    assert_tags_close(page);
    assert_non_null(strstr(page, "<title>&lt;Titel&gt;</title>"));
    assert_non_null(strstr(page, "<h1>&lt;Titel&gt;</h1>"));
    assert_non_null(strstr(page, "<li><a href=\"#svar\">Svar</a></li>"));
    assert_non_null(strstr(page, "default-src 'none'"));
    assert_int_equal(occurrences(page, wording_no_cause(LANGUAGE_DANISH)), 2);
}

static void an_internal_page_says_so_at_both_ends(void **state)
{
    struct plan_folder *folder = *state;
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    const char *page = empty_page(folder, EDITION_INTERNAL, "T");
    assert_true(occurrences(page, wording_internal(LANGUAGE_ENGLISH)) >= 2);
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_non_null(strstr(page, "<a href=\"#svar\">Answer</a>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_frame_is_a_whole_page),
        PLAN_FOLDER_TEST(an_internal_page_says_so_at_both_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
