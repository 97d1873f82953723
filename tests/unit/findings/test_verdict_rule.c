/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_rule.h"

#include "near.h"

#include "pejling/base/language.h"

static void the_rule_is_the_one_whose_error_rates_were_measured(void **state)
{
    (void)state;
    const struct verdict_rule *rule = verdict_rule();
    const struct {
        double actual, expected;
    } cases[] = {
        {(double)rule->least_years, 5},  {rule->least_span, 4},
        {rule->least_base, 20},          {rule->least_events, 10},
        {rule->rho_flow, 0.3},           {rule->rho_stock, 0.5},
        {(double)rule->pool_series, 18}, {rule->pool_df, 60},
        {rule->confidence, 0.95},        {rule->relative_delta, 0.05},
        {rule->false_discoveries, 0.1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_near(cases[i].actual, cases[i].expected, 1e-15);
}

static void there_is_one_rule(void **state)
{
    (void)state;
    assert_ptr_equal(verdict_rule(), verdict_rule());
}

static void each_line_has_a_code_and_words_of_its_own(void **state)
{
    (void)state;
    static const char *const codes[VERDICT_LINES] = {"admissible", "hidden", "moved", "equivalent",
                                                     "imprecise"};
    for (int i = 0; i < VERDICT_LINES; i++) {
        enum verdict_line line = (enum verdict_line)i;
        assert_string_equal(verdict_line_code(line), codes[i]);
        const char *danish = verdict_line_text(line, LANGUAGE_DANISH);
        const char *english = verdict_line_text(line, LANGUAGE_ENGLISH);
        assert_true(*danish && *english);
        assert_string_not_equal(danish, english);
        for (int j = 0; j < i; j++) {
            enum verdict_line before = (enum verdict_line)j;
            assert_string_not_equal(danish, verdict_line_text(before, LANGUAGE_DANISH));
            assert_string_not_equal(english, verdict_line_text(before, LANGUAGE_ENGLISH));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rule_is_the_one_whose_error_rates_were_measured),
        cmocka_unit_test(there_is_one_rule),
        cmocka_unit_test(each_line_has_a_code_and_words_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
