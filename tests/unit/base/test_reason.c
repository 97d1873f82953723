/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/reason.h"

#include "near.h"

static void no_reason_has_no_words(void **state)
{
    (void)state;
    assert_string_equal(reason_code(REASON_NONE), "");
    assert_string_equal(reason_text(REASON_NONE, LANGUAGE_DANISH), "");
    assert_string_equal(reason_text(REASON_NONE, LANGUAGE_ENGLISH), "");
}

static void every_reason_has_words_in_both_languages(void **state)
{
    (void)state;
    for (int i = REASON_NONE + 1; i < REASON_COUNT; i++) {
        enum reason reason = (enum reason)i;
        assert_true(strlen(reason_text(reason, LANGUAGE_DANISH)) > 0);
        assert_true(strlen(reason_text(reason, LANGUAGE_ENGLISH)) > 0);
        assert_string_not_equal(reason_text(reason, LANGUAGE_DANISH),
                                reason_text(reason, LANGUAGE_ENGLISH));
    }
}

/* The codes are read by machines: ASCII words, each for one reason only. */
static void every_code_is_a_word_of_its_own(void **state)
{
    (void)state;
    for (int i = REASON_NONE + 1; i < REASON_COUNT; i++) {
        const char *code = reason_code((enum reason)i);
        assert_true(strlen(code) > 0);
        assert_int_equal(strspn(code, "abcdefghijklmnopqrstuvwxyz_"), strlen(code));
        for (int j = REASON_NONE; j < i; j++)
            assert_string_not_equal(code, reason_code((enum reason)j));
    }
}

/* Written into files that other programs read: not to be renamed. */
static void the_codes_of_the_machine_files_stay_as_they_are(void **state)
{
    (void)state;
    static const struct {
        enum reason reason;
        const char *code;
    } rows[] = {
        {REASON_MISSING, "missing"},
        {REASON_LEFT_OUT, "left_out"},
        {REASON_SUPPRESSED_SOURCE, "suppressed_source"},
        {REASON_SUPPRESSED, "suppressed"},
        {REASON_WITHHELD, "withheld"},
        {REASON_INCOMPLETE, "incomplete"},
        {REASON_NOT_SUMMABLE, "not_summable"},
        {REASON_INCONSISTENT_INPUT, "inconsistent_input"},
        {REASON_NO_DENOMINATOR, "no_denominator"},
        {REASON_NO_COMPARATOR, "no_comparator"},
        {REASON_NO_COUNTS, "no_counts"},
        {REASON_NO_SPREAD, "no_spread"},
        {REASON_TOO_FEW_YEARS, "too_few_years"},
        {REASON_NO_EVENTS, "no_events"},
        {REASON_NO_BASELINE, "no_baseline"},
        {REASON_SERIES_BREAK, "series_break"},
        {REASON_NOT_APPLICABLE, "not_applicable"},
        {REASON_NO_TREND, "no_trend"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(reason_code(rows[i].reason), rows[i].code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_reason_has_no_words),
        cmocka_unit_test(every_reason_has_words_in_both_languages),
        cmocka_unit_test(every_code_is_a_word_of_its_own),
        cmocka_unit_test(the_codes_of_the_machine_files_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
