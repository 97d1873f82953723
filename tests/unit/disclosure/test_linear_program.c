/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations_bench.h"

#include "pejling/disclosure/linear_program.h"

#define NONE HUGE_VAL
#define TWINS 28 /* an even number: half of them can have what is counted */

static void whole_counts_are_possible_as_the_search_and_trying_everything_find(void **state)
{
    struct bench *bench = *state;
    size_t possible = 0, impossible = 0;
    unsigned seed = 11;
    for (int turn = 0; turn < 200; turn++) {
        bench_random(bench, &seed);
        if (turn % 4 == 0)
            bench_contradict(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
        for (size_t i = 0; i < bench->equations.count; i++) {
            struct span span = bench_span(bench, i);
            for (double value = span.low; value <= span.high; value++) {
                double counts[BENCH_MOST];
                bool expected = bench_possible(&trial, i, value);
                enum possibility answer =
                    linear_program_possible(&bench->equations, i, value, counts);
                assert_int_equal(answer, expected ? POSSIBLE : IMPOSSIBLE);
                assert_true(!expected ||
                            (bench_fits(bench, counts) && fabs(counts[i] - value) < 1e-9));
                assert_int_equal(answer, feasible_at(search, i, value, counts));
                possible += expected;
                impossible += !expected;
            }
        }
    }
    assert_true(possible > 1000);
    assert_true(impossible > 500);
}

/* Three pairs with the same odd sum have halves alone for a solution. */
static void halves_of_a_person_are_not_possible(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    for (int i = 0; i < 3; i++)
        bench_quantity(bench, 0, 9000, 1000);
    bench_equation(bench, "++.", 2001, 2001);
    bench_equation(bench, ".++", 2001, 2001);
    bench_equation(bench, "+.+", 2001, 2001);
    for (double value = 999; value <= 1002; value++)
        assert_int_equal(linear_program_possible(&bench->equations, 0, value, counts), IMPOSSIBLE);
    for (int i = 0; i < 3; i++)
        bench->items[i].sum = (struct span){2000, 2000};
    assert_int_equal(linear_program_possible(&bench->equations, 0, 999, counts), IMPOSSIBLE);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 1000, counts), POSSIBLE);
}

static void without_equations_anything_is_possible(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    bench_quantity(bench, 0, 5, 2);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 4, counts), POSSIBLE);
}

/* GLPK takes no whole number between ends that are none; it must not pass for an answer. */
static void what_the_program_cannot_solve_is_undecided(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    bench_quantity(bench, 0, 5, 2);
    for (int i = 0; i < 3; i++)
        bench_quantity(bench, 0.5, 5.5, 2);
    bench_equation(bench, "+...", 2, 2);
    bench_equation(bench, ".++.", 5, 5);
    bench_equation(bench, "..++", 5, 5);
    bench_equation(bench, ".+.+", 5, 5);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 2, counts), UNDECIDED);
}

/* Pairs of twins make an even number together. To see that it is not odd takes trying them all. */
static void what_takes_too_many_branches_is_undecided(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    char all[BENCH_MOST + 1] = "";
    for (size_t i = 0; i < TWINS; i++) {
        char pair[BENCH_MOST + 1];
        bench_quantity(bench, 0, 1, 0);
        bench_quantity(bench, 0, 1, 0);
        memset(pair, '.', 2 * i);
        strcpy(pair + 2 * i, "+-");
        bench_equation(bench, pair, 0, 0);
        strcat(all, "++");
    }
    bench_quantity(bench, 0, 1, 0);
    bench_equation(bench, all, TWINS + 1, TWINS + 1);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 1, counts), UNDECIDED);
    bench->items[TWINS].sum = (struct span){TWINS, TWINS};
    assert_int_equal(linear_program_possible(&bench->equations, 0, 1, counts), POSSIBLE);
}

/* Nothing beyond its ends has to be asked for. */
static void what_lies_outside_its_span_is_impossible(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    bench_quantity(bench, 2, 5, 3);
    bench_quantity(bench, 0, 9, 4);
    bench_equation(bench, "++", 7, 7);
    for (double value = 0; value <= 9; value++)
        assert_int_equal(linear_program_possible(&bench->equations, 0, value, counts),
                         value < 2 || value > 5 ? IMPOSSIBLE : POSSIBLE);
    bench->quantities[0].hidden = false; /* and shown, it is what it is */
    assert_int_equal(linear_program_possible(&bench->equations, 0, 4, counts), IMPOSSIBLE);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 3, counts), POSSIBLE);
}

/* GLPK lets large counts miss their ends, and their sums, by a tolerance that grows with them. */
static void what_only_fits_as_far_as_tolerances_go_is_undecided(void **state)
{
    static const double large = 1e11;
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    /* the last of two misses its end by one */
    bench_quantity(bench, 0, 9, 2);
    bench_quantity(bench, 0, large, large);
    bench_quantity(bench, 0, large - 1, large);
    bench_equation(bench, ".++", 2 * large, 2 * large);
    assert_int_equal(linear_program_possible(&bench->equations, 0, 2, counts), UNDECIDED);
    bench->items[0].sum.low -= 1;
    assert_int_equal(linear_program_possible(&bench->equations, 0, 2, counts), POSSIBLE);
    /* their sum does */
    bench->quantities[1].concealed = bench->quantities[2].concealed =
        (struct span){large, 2 * large};
    bench->items[0].sum = (struct span){0, 2 * large - 1};
    assert_int_equal(linear_program_possible(&bench->equations, 0, 2, counts), UNDECIDED);
    bench->items[0].sum.high += 1;
    assert_int_equal(linear_program_possible(&bench->equations, 0, 2, counts), POSSIBLE);
}

/* --- spans on a continuous scale -------------------------------------------------------------- */

struct system {
    const char *about;
    struct span spans[4];
    size_t count;
    struct {
        const char *signs;
        double low, high;
    } equations[3];
    struct span expected[4];
};

static void check_system(struct bench *bench, const struct system *system)
{
    bench_clear(bench);
    bench->equations.continuous = true;
    for (size_t i = 0; i < system->count; i++)
        bench_quantity(bench, system->spans[i].low, system->spans[i].high, 0);
    for (size_t i = 0; i < 3 && system->equations[i].signs; i++)
        bench_equation(bench, system->equations[i].signs, system->equations[i].low,
                       system->equations[i].high);
    for (size_t i = 0; i < system->count; i++) {
        struct span span;
        assert_true(linear_program_span(&bench->equations, i, &span));
        const double found[] = {span.low, span.high};
        const double expected[] = {system->expected[i].low, system->expected[i].high};
        for (size_t end = 0; end < 2; end++) {
            bool same = isinf(expected[end]) ? isinf(found[end]) && found[end] * expected[end] > 0
                                             : fabs(found[end] - expected[end]) <= 1e-6;
            if (!same)
                fail_msg("%s: end %zu of quantity %zu is %g", system->about, end, i, found[end]);
        }
    }
}

static void spans_end_exactly_where_the_equations_leave_them(void **state)
{
    static const struct system systems[] = {
        {"no equations", {{-1.5, 2.25}}, 1, {{NULL, 0, 0}}, {{-1.5, 2.25}}},
        {"a point", {{3.5, 3.5}}, 1, {{NULL, 0, 0}}, {{3.5, 3.5}}},
        {"a sum of two",
         {{10.5, 10.5}, {0, 8.25}, {0, 8}},
         3,
         {{"+--", 0, 0}},
         {{10.5, 10.5}, {2.5, 8.25}, {2.25, 8}}},
        {"a sum that is told roughly",
         {{0, 100}, {0, 100}},
         2,
         {{"++", 9.5, 10.5}},
         {{0, 10.5}, {0, 10.5}}},
        {"a difference", {{2, 5}, {-100, 100}}, 2, {{"+-", 1, 1.5}}, {{2, 5}, {0.5, 4}}},
        {"two sums of the same",
         {{-50, 50}, {-50, 50}},
         2,
         {{"++", 10, 10}, {"+-", 3, 3}},
         {{6.5, 6.5}, {3.5, 3.5}}},
        {"a ring",
         {{-50, 50}, {-50, 50}, {-50, 50}},
         3,
         {{"++.", 1, 1}, {".++", 2, 2}, {"+.+", 4, 5}},
         {{1.5, 2}, {-1, -0.5}, {2.5, 3}}},
        {"means of many persons",
         {{6.45 * 9e4, 6.55 * 9e4}, {0, 12 * 8e4}, {0, 12 * 1e4}},
         3,
         {{"+--", 0, 0}},
         {{580500, 589500}, {460500, 589500}, {0, 120000}}},
    };
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        check_system(*state, &systems[i]);
}

static void spans_are_infinite_where_nothing_limits(void **state)
{
    static const struct system systems[] = {
        {"nothing at all", {{-NONE, NONE}}, 1, {{NULL, 0, 0}}, {{-NONE, NONE}}},
        {"one side", {{2, NONE}, {-NONE, 3}}, 2, {{NULL, 0, 0}}, {{2, NONE}, {-NONE, 3}}},
        {"two unknowns of a sum",
         {{10, 10}, {-NONE, NONE}, {-NONE, NONE}},
         3,
         {{"+--", 0, 0}},
         {{10, 10}, {-NONE, NONE}, {-NONE, NONE}}},
        {"one unknown of a sum",
         {{10, 10}, {4, 4.5}, {-NONE, NONE}},
         3,
         {{"+--", 0, 0}},
         {{10, 10}, {4, 4.5}, {5.5, 6}}},
        {"one side of a sum",
         {{10, 10}, {0, NONE}, {-NONE, NONE}},
         3,
         {{"+--", 0, 0}},
         {{10, 10}, {0, NONE}, {-NONE, 10}}},
        {"a sum with one end", {{-NONE, NONE}, {0, 1}}, 2, {{"++", 5, NONE}}, {{4, NONE}, {0, 1}}},
    };
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        check_system(*state, &systems[i]);
}

/* In a tree of sums the ends on a continuous scale are whole numbers, those of whole counts. */
static void without_rings_the_ends_are_those_of_whole_counts(void **state)
{
    struct bench *bench = *state;
    unsigned seed = 12;
    for (int turn = 0; turn < 200; turn++) {
        bench_random_tree(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        bench->equations.continuous = true;
        for (size_t i = 0; i < bench->equations.count; i++) {
            struct span span;
            assert_true(linear_program_span(&bench->equations, i, &span));
            struct span ends = bench_ends(&trial, i);
            assert_near(span.low, ends.low, 1e-6);
            assert_near(span.high, ends.high, 1e-6);
        }
    }
}

static void a_shown_quantity_is_as_far_as_its_decimals_tell(void **state)
{
    struct bench *bench = *state;
    bench->equations.continuous = true;
    bench_quantity(bench, 100, 100, 100);
    bench_quantity(bench, -NONE, NONE, 60);
    bench_quantity(bench, -NONE, NONE, 40);
    bench->quantities[1].shown = (struct span){59.5, 60.5};
    bench_equation(bench, "+--", 0, 0);
    struct span span;
    assert_true(linear_program_span(&bench->equations, 2, &span));
    assert_true(isinf(span.low) && isinf(span.high));
    bench->quantities[1].hidden = false;
    assert_true(linear_program_span(&bench->equations, 2, &span));
    assert_near(span.low, 39.5, 1e-6);
    assert_near(span.high, 40.5, 1e-6);
}

static void what_contradicts_itself_tells_no_ends(void **state)
{
    struct bench *bench = *state;
    struct span span;
    bench->equations.continuous = true;
    bench_quantity(bench, 0, 10, 7);
    bench_quantity(bench, 0, 10, 4);
    bench_equation(bench, "++", 11, 11);
    assert_true(linear_program_span(&bench->equations, 0, &span));
    bench_equation(bench, "++", 12, 12);
    assert_false(linear_program_span(&bench->equations, 0, &span));
}

static void the_library_has_a_version(void **state)
{
    (void)state;
    assert_true(*linear_program_library() >= '0' && *linear_program_library() <= '9');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(whole_counts_are_possible_as_the_search_and_trying_everything_find),
        BENCH_TEST(halves_of_a_person_are_not_possible),
        BENCH_TEST(without_equations_anything_is_possible),
        BENCH_TEST(what_the_program_cannot_solve_is_undecided),
        BENCH_TEST(what_takes_too_many_branches_is_undecided),
        BENCH_TEST(what_only_fits_as_far_as_tolerances_go_is_undecided),
        BENCH_TEST(what_lies_outside_its_span_is_impossible),
        BENCH_TEST(spans_end_exactly_where_the_equations_leave_them),
        BENCH_TEST(spans_are_infinite_where_nothing_limits),
        BENCH_TEST(without_rings_the_ends_are_those_of_whole_counts),
        BENCH_TEST(a_shown_quantity_is_as_far_as_its_decimals_tell),
        BENCH_TEST(what_contradicts_itself_tells_no_ends),
        cmocka_unit_test(the_library_has_a_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
