/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/base/arena.h"
#include "pejling/stats/multiplicity.h"

#define MOST 40

/* Numbers from 0 to 1 with many ties, the same every time. */
static size_t fill(struct family_member *members, size_t n, unsigned seed)
{
    size_t tested = 0;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 1664525u + 1013904223u;
        double p = (double)((seed >> 16) % 50) / 49;
        members[i] = (struct family_member){.is_tested = (seed >> 8) % 7 != 0, .p = p * p * p};
        tested += members[i].is_tested;
    }
    return tested;
}

static size_t at_most(const struct family_member *members, size_t n, double p)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += members[i].is_tested && members[i].p <= p;
    return count;
}

/* The step-up procedure itself: the largest k with p(k) <= k q / m, rejects all up to p(k). */
static bool rejected_by_step_up(const struct family_member *members, size_t n, size_t m, double q,
                                size_t at)
{
    for (size_t i = 0; i < n; i++)
        if (members[i].is_tested && members[i].p >= members[at].p &&
            members[i].p <= (double)at_most(members, n, members[i].p) * q / (double)m)
            return true;
    return false;
}

/* The step-down procedure: all p up to this one within a / (m - those smaller). */
static bool rejected_by_step_down(const struct family_member *members, size_t n, size_t m, double a,
                                  size_t at)
{
    for (size_t i = 0; i < n; i++) {
        if (!members[i].is_tested || members[i].p > members[at].p)
            continue;
        size_t smaller = 0;
        for (size_t j = 0; j < n; j++)
            smaller += members[j].is_tested && members[j].p < members[i].p;
        if (members[i].p > a / (double)(m - smaller))
            return false;
    }
    return true;
}

static void adjusted_p_agrees_with_the_procedures(void **state)
{
    (void)state;
    const double levels[] = {0.0123, 0.0507, 0.1009, 0.3011};
    for (unsigned seed = 1; seed < 60; seed++) {
        struct family_member members[MOST];
        size_t n = 1 + seed % MOST, m = fill(members, n, seed);
        assert_int_equal(multiplicity_adjust(members, n), m);
        for (size_t i = 0; i < n; i++)
            for (size_t l = 0; l < 4 && members[i].is_tested; l++) {
                assert_int_equal(members[i].bh <= levels[l],
                                 rejected_by_step_up(members, n, m, levels[l], i));
                assert_int_equal(members[i].holm <= levels[l],
                                 rejected_by_step_down(members, n, m, levels[l], i));
            }
    }
}

static void adjusted_p_rises_with_p_and_never_falls_below_it(void **state)
{
    (void)state;
    for (unsigned seed = 100; seed < 160; seed++) {
        struct family_member members[MOST];
        fill(members, MOST, seed);
        multiplicity_adjust(members, MOST);
        for (size_t i = 0; i < MOST; i++)
            for (size_t j = 0; j < MOST; j++) {
                if (!members[i].is_tested || !members[j].is_tested)
                    continue;
                assert_true(members[i].bh >= members[i].p && members[i].bh <= members[i].holm);
                assert_true(members[i].holm <= 1);
                if (members[i].p <= members[j].p) {
                    assert_true(members[i].bh <= members[j].bh);
                    assert_true(members[i].holm <= members[j].holm);
                }
            }
    }
}

/* Benjamini & Hochberg (1995), the thrombolysis example: four rejected at 5 pct. */
static void printed_example(void **state)
{
    (void)state;
    const double p[] = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    struct family_member members[15];
    for (size_t i = 0; i < 15; i++)
        members[i] = (struct family_member){.is_tested = true, .p = p[i]};
    assert_int_equal(multiplicity_adjust(members, 15), 15);
    assert_int_equal(multiplicity_rejected(members, 15, 0.05), 4);
    assert_near(multiplicity_fcr_level(0.05, 4, 15), 1 - 0.2 / 15, 1e-15);
}

static void untested_are_no_part_of_the_family(void **state)
{
    (void)state;
    struct family_member members[] = {
        {.is_tested = true, .p = 0.03}, {.is_tested = true, .p = (double)NAN},
        {.is_tested = true, .p = 0.01}, {.is_tested = true, .p = 1.5},
        {.is_tested = true, .p = -0.1}, {.is_tested = false, .p = 0.001}};
    assert_int_equal(multiplicity_adjust(members, 6), 2);
    assert_near(members[0].bh, 0.03, 1e-15);
    assert_near(members[0].holm, 0.03, 1e-15);
    assert_near(members[2].bh, 0.02, 1e-15);
    assert_near(members[2].holm, 0.02, 1e-15);
    assert_int_equal(multiplicity_rejected(members, 6, 0.05), at_most(members, 6, 0.05));
    for (size_t i = 1; i < 6; i++) {
        if (i == 2)
            continue;
        assert_false(members[i].is_tested);
        assert_near(members[i].p + members[i].bh + members[i].holm, 0, 0);
    }
}

static void small_families(void **state)
{
    (void)state;
    struct family_member one = {.is_tested = true, .p = 0.8};
    assert_int_equal(multiplicity_adjust(NULL, 0), 0);
    assert_int_equal(multiplicity_adjust(&one, 1), 1);
    assert_near(one.bh, 0.8, 0);
    assert_near(one.holm, 0.8, 0);
    assert_int_equal(one.rank, 1);
    struct family_member same[3];
    for (size_t i = 0; i < 3; i++)
        same[i] = (struct family_member){.is_tested = true, .p = 0.02};
    multiplicity_adjust(same, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(same[i].rank, i + 1);
        assert_near(same[i].bh, 0.02, 1e-15);
        assert_near(same[i].holm, 0.06, 1e-15);
    }
}

/* As many as all the verdicts of the country: a step that grows with their square would be seen. */
static void a_country_is_one_family(void **state)
{
    (void)state;
    enum { COUNT = 300000 };
    struct arena *arena = arena_new();
    struct family_member *members = arena_alloc(arena, COUNT, sizeof *members);
    const struct family_member **ranked = arena_alloc(arena, COUNT + 1, sizeof *ranked);
    size_t m = fill(members, COUNT, 11);
    assert_int_equal(multiplicity_adjust(members, COUNT), m);
    for (size_t i = 0; i < COUNT; i++)
        if (members[i].is_tested) {
            assert_in_range(members[i].rank, 1, m);
            assert_null(ranked[members[i].rank]);
            ranked[members[i].rank] = &members[i];
        }
    for (size_t rank = m; rank-- > 1;) {
        const struct family_member *one = ranked[rank], *next = ranked[rank + 1];
        assert_true(one->p < next->p || (!(one->p > next->p) && one < next));
        double alone = (double)m / (double)rank * one->p;
        assert_near(one->bh, alone < next->bh ? alone : next->bh, 0);
        alone = (double)(m - rank) * next->p < 1 ? (double)(m - rank) * next->p : 1;
        assert_near(next->holm, alone > one->holm ? alone : one->holm, 0);
    }
    arena_free(arena);
}

static void level_for_selected_intervals(void **state)
{
    (void)state;
    assert_near(multiplicity_fcr_level(0.1, 30, 30), 0.9, 1e-15);
    assert_near(multiplicity_fcr_level(0.1, 3, 30), 0.99, 1e-15);
    assert_near(multiplicity_fcr_level(0.1, 0, 30), 1 - 0.1 / 30, 1e-15);
    assert_near(multiplicity_fcr_level(0.1, 0, 0), 0.9, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adjusted_p_agrees_with_the_procedures),
        cmocka_unit_test(adjusted_p_rises_with_p_and_never_falls_below_it),
        cmocka_unit_test(printed_example),
        cmocka_unit_test(untested_are_no_part_of_the_family),
        cmocka_unit_test(small_families),
        cmocka_unit_test(a_country_is_one_family),
        cmocka_unit_test(level_for_selected_intervals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
