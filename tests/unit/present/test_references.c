/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/references.h"

#include "plan_folder.h"

#include <ctype.h>

/* `Newcombe 1998` and `Newcombe, R. G. (1998).`: the same first author and year in both forms. */
static void each_reference_is_cited_as_it_is_listed(void **state)
{
    (void)state;
    for (int i = REFERENCE_NONE + 1; i < REFERENCE_COUNT; i++) {
        const char *brief = reference_short((enum reference)i);
        const char *full = reference_full((enum reference)i);
        size_t author = strcspn(brief, " ,");
        assert_memory_equal(brief, full, author);
        const char *year = brief + strlen(brief) - 4;
        const char *listed = strstr(full, " (");
        assert_non_null(listed);
        while (!isdigit((unsigned char)listed[2]))
            listed = strstr(listed + 2, " (");
        assert_memory_equal(listed + 2, year, 4);
        assert_int_equal(full[strlen(full) - 1], '.');
    }
}

static void the_list_is_in_order(void **state)
{
    (void)state;
    for (int i = REFERENCE_NONE + 2; i < REFERENCE_COUNT; i++)
        assert_true(
            strcmp(reference_full((enum reference)(i - 1)), reference_full((enum reference)i)) < 0);
}

/* A method in the files that nobody wrote up would be cited by its name alone. */
static void only_what_is_used_is_cited(void **state)
{
    struct plan_folder *folder = *state;
    struct reference_set set = {{false}};
    struct finding level = {.statistic = STATISTIC_LEVEL,
                            .estimate = estimate_interval(METHOD_WILSON, 5, 4, 6)};
    assert_string_equal(references_cited(folder->arena, &set), "");
    references_add(&set, &level);
    assert_string_equal(references_cited(folder->arena, &set), "Wilson 1927");
    struct finding slope = {.statistic = STATISTIC_VERDICT_SLOPE,
                            .has_p_adjusted = true,
                            .estimate = estimate_interval(METHOD_ENGINE_A, 5, 4, 6)};
    references_add(&set, &slope);
    assert_true(set.has[REFERENCE_HOLM_1979] && set.has[REFERENCE_PAULE_1982]);
    assert_false(set.has[REFERENCE_SMYTH_2004]);
    struct reference_set of_pair = {{false}};
    struct finding pair = {.statistic = STATISTIC_SLOPE_DIFFERENCE,
                           .comparator = &(struct area){.role = AREA_ESTATE},
                           .has_p_adjusted = true,
                           .estimate = estimate_interval(METHOD_WELCH_SLOPES, 5, 4, 6)};
    references_add(&of_pair, &pair);
    assert_true(of_pair.has[REFERENCE_HOLM_1979]);
    assert_false(of_pair.has[REFERENCE_BENJAMINI_1995]);
}

static void a_number_that_is_not_there_rests_on_nothing(void **state)
{
    struct plan_folder *folder = *state;
    struct reference_set set = {{false}};
    const struct finding hidden = {.statistic = STATISTIC_RATIO,
                                   .estimate = estimate_undefined(REASON_SUPPRESSED)};
    references_add(&set, &hidden);
    assert_string_equal(references_cited(folder->arena, &set), "");
    const struct finding verdict = {.statistic = STATISTIC_VERDICT,
                                    .text = "not_determinable",
                                    .estimate = estimate_undefined(REASON_IMPRECISE)};
    references_add(&set, &verdict);
    assert_true(set.has[REFERENCE_SCHUIRMANN_1987]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_reference_is_cited_as_it_is_listed),
        PLAN_FOLDER_TEST(the_list_is_in_order),
        PLAN_FOLDER_TEST(only_what_is_used_is_cited),
        PLAN_FOLDER_TEST(a_number_that_is_not_there_rests_on_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
