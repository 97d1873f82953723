/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_outlook.h"

#include "test_explanation_support.h"

static void what_could_be_seen_is_said(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "ændring i niveau siden baseline, 2021–2023: −4,0 (interval");
    assert_says(folder, text, "mindste ændring pr. år, der kan ses:");
    assert_says(folder, text, "år til afstanden er lukket:");
    assert_says(folder, text, "kan tidligst afgøres i: – (er afgjort)");
    assert_says(folder, text, "vurdering tidligst mulig i: – (mulig nu)");
}

static void only_methods_that_are_used_have_their_source(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Paule, R. C. & Mandel, J. (1982).");
    assert_silent(folder, text, "Smyth, G. K. (2004)");
    assert_silent(folder, text, "Garwood, F. (1936)");
    const char *alone = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "by");
    assert_silent(folder, alone, "Paule, R. C.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_could_be_seen_is_said),
        PLAN_FOLDER_TEST(only_methods_that_are_used_have_their_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
