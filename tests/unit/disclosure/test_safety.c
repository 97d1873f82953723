/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations_bench.h"

#include "pejling/disclosure/safety.h"

/* --- against trying everything ---------------------------------------------------------------- */

static bool is_safe(const struct bench *bench, const struct bench_trial *trial, size_t at)
{
    const struct quantity *quantity = &bench->quantities[at];
    size_t possible = 0;
    if (!quantity->hidden || quantity->known)
        return true;
    for (unsigned count = 1; count <= quantity->need.small; count++)
        if (!bench_possible(trial, at, count))
            return false;
    for (unsigned without = 1; without <= quantity->need.complement; without++)
        if (!bench_possible(trial, at, quantity->persons - without))
            return false;
    for (double value = 0; value < BENCH_VALUES; value++)
        possible += bench_possible(trial, at, value);
    return possible >= quantity->need.least;
}

/* Needs of every kind, and now and then a quantity that is shown or known. */
static void add_needs(struct bench *bench, unsigned *seed)
{
    for (size_t i = 0; i < bench->equations.count; i++) {
        struct quantity *quantity = &bench->quantities[i];
        unsigned kind = bench_chance(seed, 0, 5);
        quantity->need.small = kind == 0 ? bench_chance(seed, 1, 3) : 0;
        quantity->need.complement = kind == 1 ? bench_chance(seed, 1, 3) : 0;
        quantity->need.least = kind <= 3 ? bench_chance(seed, 0, 4) : 0;
        quantity->known = kind == 4;
        quantity->hidden = kind != 5;
    }
}

static void what_is_safe_is_what_trying_everything_finds(void **state)
{
    struct bench *bench = *state;
    size_t safe = 0, unsafe = 0, all_safe = 0;
    unsigned seed = 21;
    for (int turn = 0; turn < 600; turn++) {
        if (turn % 2)
            bench_random(bench, &seed);
        else
            bench_random_tree(bench, &seed);
        add_needs(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        size_t first = bench->equations.count;
        for (size_t i = bench->equations.count; i-- > 0;) {
            bool expected = is_safe(bench, &trial, i);
            assert_int_equal(safety_holds(safety, i), expected);
            first = expected ? first : i;
            safe += expected && bench->quantities[i].need.least > 1;
            unsafe += !expected;
        }
        assert_int_equal(safety_first_unsafe(safety), first);
        all_safe += first == bench->equations.count;
    }
    assert_true(safe > 200);
    assert_true(unsafe > 500);
    assert_true(all_safe > 30);
}

/* The same answers while quantities are hidden and shown and sums change, as from a new one. */
static void nothing_is_remembered_of_what_was_hidden_before(void **state)
{
    struct bench *bench = *state;
    size_t changes = 0;
    unsigned seed = 22;
    for (int turn = 0; turn < 60; turn++) {
        bool before[BENCH_MOST] = {false};
        bench_random(bench, &seed);
        add_needs(bench, &seed);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        for (size_t step = 0; step < 8; step++) {
            size_t other = bench_chance(&seed, 0, (unsigned)bench->equations.count - 1);
            bench->quantities[other].hidden = !bench->quantities[other].hidden;
            if (step % 2)
                bench_change_sum(bench, &seed);
            struct bench_trial trial = bench_try(bench);
            for (size_t i = 0; i < bench->equations.count; i++) {
                bool holds = safety_holds(safety, i);
                assert_int_equal(holds, is_safe(bench, &trial, i));
                changes += holds != before[i];
                before[i] = holds;
            }
        }
    }
    assert_true(changes > 300);
}

/* --- sums of hidden counts -------------------------------------------------------------------- */

/* A known whole and its hidden parts, of so many persons each, under a threshold. */
static void add_parts(struct bench *bench, const double *parts, size_t count, unsigned threshold,
                      double persons)
{
    double sum = 0;
    bench_clear(bench);
    for (size_t i = 0; i < count; i++)
        sum += parts[i];
    bench_quantity(bench, sum, sum, sum)->hidden = false;
    for (size_t i = 0; i < count; i++) {
        struct quantity *part = bench_quantity(bench, 0, persons, parts[i]);
        bool few = parts[i] < threshold, most = persons - parts[i] < threshold;
        part->need = (struct need){.small = few ? threshold - 1 : 0,
                                   .complement = most ? threshold - 1 : 0,
                                   .least = threshold - 1};
    }
    bench_equation(bench, count == 1 ? "+-" : count == 2 ? "+--" : "+---", 0, 0);
}

/* Among them the patterns of the reference cases of topic `disclosure` that hide anything. */
static void a_sum_of_hidden_counts_is_safe_from_the_threshold_on(void **state)
{
    static const struct {
        const char *about;
        double parts[3];
        size_t count;
        unsigned threshold;
        bool safe;
    } cases[] = {
        {"one alone is the sum", {3}, 1, 5, false},
        {"two ones", {1, 1}, 2, 5, false},
        {"one and two", {1, 2}, 2, 5, false},
        {"one and three: four and nothing is possible", {1, 3}, 2, 5, true},
        {"two and three", {3, 2}, 2, 5, true},
        {"three and three", {3, 3}, 2, 5, true},
        {"two fours", {4, 4}, 2, 5, true},
        {"two and seven", {7, 2}, 2, 5, true},
        {"four and six", {4, 6}, 2, 5, true},
        {"two ones and a large one", {1, 1, 40}, 3, 5, true},
        {"three ones", {1, 1, 1}, 3, 5, false},
        {"two ones and three", {1, 1, 3}, 3, 5, true},
        {"under a threshold of ten", {8, 9, 4}, 3, 10, true},
        {"two under a threshold of ten", {4, 4}, 2, 10, false},
        {"two under a threshold of three", {1, 1}, 2, 3, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench *bench = *state;
        add_parts(bench, cases[i].parts, cases[i].count, cases[i].threshold, 400);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        size_t first = safety_first_unsafe(safety);
        if (first != (cases[i].safe ? bench->equations.count : 1))
            fail_msg("%s: %zu is the first unsafe one", cases[i].about, first);
    }
}

/* Where a zero would be shown, everybody takes each hidden count to be one at least. */
static void where_zero_is_shown_a_sum_needs_one_more(void **state)
{
    struct bench *bench = *state;
    for (double more = 1; more <= 5; more++) {
        const double parts[] = {1, more};
        add_parts(bench, parts, 2, 5, 400);
        for (size_t i = 1; i <= 2; i++)
            bench->quantities[i].concealed = (struct span){1, 399};
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        assert_int_equal(safety_holds(safety, 1), 1 + more >= 5);
        assert_int_equal(safety_holds(safety, 2), 1 + more >= 5);
    }
}

/* Nearly everybody is as telling as nearly nobody: the same sums of those without. */
static void complements_are_as_counts(void **state)
{
    struct bench *bench = *state;
    static const struct {
        double without[2];
        bool safe;
    } cases[] = {{{1, 1}, false}, {{1, 2}, false}, {{2, 3}, true}, {{1, 7}, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double parts[] = {400 - cases[i].without[0], 400 - cases[i].without[1]};
        add_parts(bench, parts, 2, 5, 400);
        assert_int_equal(bench->quantities[1].need.small, 0);
        assert_int_equal(bench->quantities[1].need.complement, 4);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        assert_int_equal(safety_first_unsafe(safety), cases[i].safe ? bench->equations.count : 1);
    }
}

/* However the possible counts lie about the true one. */
static void least_is_a_number_of_counts_whichever_they_are(void **state)
{
    struct bench *bench = *state;
    static const struct {
        double low, high, truth;
        unsigned most; /* the greatest need that is met */
    } cases[] = {{20, 20, 20, 1}, {20, 22, 20, 3}, {18, 20, 20, 3},
                 {19, 21, 20, 3}, {17, 21, 20, 5}, {0, 400, 20, 40}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench_clear(bench);
        struct quantity *quantity =
            bench_quantity(bench, cases[i].low, cases[i].high, cases[i].truth);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        for (quantity->need.least = 0; quantity->need.least <= 40; quantity->need.least++)
            assert_int_equal(safety_holds(safety, 0), quantity->need.least <= cases[i].most);
    }
}

/* Every other count alone is possible: a ring, and narrowing does not see it. */
static void counts_between_the_ends_must_be_possible_too(void **state)
{
    struct bench *bench = *state;
    struct quantity *sum = bench_quantity(bench, 0, 8, 4);
    bench_quantity(bench, 0, 4, 2);
    bench_quantity(bench, 0, 4, 2);
    bench_equation(bench, "+--", 0, 0);
    bench_equation(bench, ".+-", 0, 0);
    struct safety *safety = safety_make(bench->arena, &bench->equations);
    for (sum->need.least = 1; sum->need.least <= 8; sum->need.least++)
        assert_int_equal(safety_holds(safety, 0), sum->need.least <= 5);
    sum->need = (struct need){.small = 1};
    safety = safety_make(bench->arena, &bench->equations);
    assert_false(safety_holds(safety, 0));
}

/* A known sum of two hidden counts in tenths, one of them 1.5; mirrored, of those without. */
static void add_tenths(struct bench *bench, double sum, bool mirrored)
{
    bench_clear(bench);
    bench->equations.unit = 10;
    double whole = mirrored ? 1000 - sum : sum;
    bench_quantity(bench, whole, whole, whole)->hidden = false;
    for (int part = 0; part < 2; part++) {
        double tenths = part ? sum - 15 : 15;
        struct quantity *quantity = bench_quantity(bench, 0, 500, mirrored ? 500 - tenths : tenths);
        quantity->persons = 50;
        *(mirrored ? &quantity->need.complement : &quantity->need.small) = 4;
    }
    bench_equation(bench, "+--", 0, 0);
}

/* It is whole persons that must stay possible. */
static void tenths_of_a_person_need_whole_counts(void **state)
{
    struct bench *bench = *state;
    static const struct {
        double sum;
        bool safe;
    } cases[] = {{20, false}, {39, false}, {40, true}, {45, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int mirrored = 0; mirrored < 2; mirrored++) {
            add_tenths(bench, cases[i].sum, mirrored);
            struct safety *safety = safety_make(bench->arena, &bench->equations);
            assert_int_equal(safety_first_unsafe(safety), cases[i].safe ? 3 : 1);
        }
}

/* 0.2, 1.2 and 2.2 are three counts, though there are 25 tenths. */
static void tenths_do_not_make_more_counts(void **state)
{
    struct bench *bench = *state;
    bench->equations.unit = 10;
    struct quantity *quantity = bench_quantity(bench, 0, 25, 12);
    struct safety *safety = safety_make(bench->arena, &bench->equations);
    for (quantity->need.least = 1; quantity->need.least <= 9; quantity->need.least++)
        assert_int_equal(safety_holds(safety, 0), quantity->need.least <= 3);
}

/* --- what needs nothing ----------------------------------------------------------------------- */

static void known_and_shown_quantities_need_nothing(void **state)
{
    struct bench *bench = *state;
    struct quantity *quantity = bench_quantity(bench, 3, 3, 3);
    quantity->need = (struct need){.small = 4, .least = 4};
    struct safety *safety = safety_make(bench->arena, &bench->equations);
    assert_false(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 0);
    quantity->known = true;
    assert_true(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 1);
    quantity->known = false;
    quantity->hidden = false;
    assert_true(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 1);
}

/* Whatever the other needs; and what was possible before it was shown does not count any more. */
static void a_shown_partner_gives_the_other_away(void **state)
{
    struct bench *bench = *state;
    static const struct need needs[] = {{.small = 4}, {.least = 4}, {.small = 4, .least = 4}};
    static const double parts[] = {2, 7};
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        add_parts(bench, parts, 2, 5, 400);
        bench->quantities[1].need = needs[i];
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        for (int turn = 0; turn < 4; turn++) {
            bench->quantities[2].hidden = turn % 2 == 0;
            assert_int_equal(safety_holds(safety, 1), turn % 2 == 0);
            assert_int_equal(safety_first_unsafe(safety), turn % 2 == 0 ? 3 : 1);
        }
    }
}

/*
 * A ring: two counts and their sum, which is even where they are known to be alike. Its span does
 * not tell, so only what was found before could pass for an answer.
 */
static void what_a_ring_rules_out_was_possible_before(void **state)
{
    struct bench *bench = *state;
    static const double truths[] = {1, 2};
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++)
        for (int end = 0; end < 2; end++) {
            bench_clear(bench);
            bench_quantity(bench, 0, 8, 2 * truths[i])->need.small = 3;
            bench_quantity(bench, 0, 4, truths[i]);
            bench_quantity(bench, 0, 4, truths[i]);
            struct quantity *difference = bench_quantity(bench, 0, 1, end);
            bench_equation(bench, "+--.", 0, 0);
            bench_equation(bench, ".+--", -end, -end);
            struct safety *safety = safety_make(bench->arena, &bench->equations);
            for (int turn = 0; turn < 4; turn++) {
                difference->hidden = turn % 2 == 0;
                assert_int_equal(safety_holds(safety, 0), turn % 2 == 0);
            }
        }
}

static void what_a_changed_sum_rules_out_was_possible_before(void **state)
{
    struct bench *bench = *state;
    static const double truths[] = {1, 2};
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
        bench_clear(bench);
        bench_quantity(bench, 0, 8, 2 * truths[i])->need.small = 1;
        bench_quantity(bench, 0, 4, truths[i]);
        bench_quantity(bench, 0, 4, truths[i]);
        bench_equation(bench, "+--", 0, 0);
        bench_equation(bench, ".+-", 0, 0);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        for (int turn = 0; turn < 6; turn++) {
            static const struct span sums[] = {{-1, 1}, {0, 0}, {0, 1}};
            bench->items[1].sum = sums[turn % 3];
            assert_int_equal(safety_holds(safety, 0), turn % 3 != 1);
        }
    }
}

/* --- means ------------------------------------------------------------------------------------ */

/* A whole that is shown as `low` to `high`, and two parts; the first must keep its distance. */
static void add_means(struct bench *bench, struct span second, double room)
{
    bench_clear(bench);
    bench->equations.continuous = true;
    bench_quantity(bench, -HUGE_VAL, HUGE_VAL, 100);
    bench_quantity(bench, -HUGE_VAL, HUGE_VAL, 60)->room = room;
    bench_quantity(bench, second.low, second.high, 40);
    bench->quantities[0].hidden = false;
    bench->quantities[0].shown = (struct span){99, 101};
    bench_equation(bench, "+--", 0, 0);
}

static void a_mean_keeps_its_distance_on_both_sides(void **state)
{
    struct bench *bench = *state;
    static const struct {
        struct span second;
        double room;
        bool safe;
    } cases[] = {
        {{40, 40}, 0.99, true},
        {{40, 40}, 1.01, false},
        {{30, 50}, 10.99, true},
        {{30, 50}, 11.01, false},
        {{40, 90}, 1.01, false},
        {{-90, 40}, 1.01, false},
        {{-HUGE_VAL, HUGE_VAL}, 1e6, true},
        {{-HUGE_VAL, HUGE_VAL}, HUGE_VAL, true}, /* no spread is known, and nothing limits it */
        {{30, 50}, HUGE_VAL, false},             /* no spread is known: any limit is too much */
        {{30, HUGE_VAL}, HUGE_VAL, false},
        {{40, 40}, 0, true}, /* it needs no distance */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        add_means(bench, cases[i].second, cases[i].room);
        struct safety *safety = safety_make(bench->arena, &bench->equations);
        if (safety_holds(safety, 1) != cases[i].safe)
            fail_msg("a room of %g, case %zu", cases[i].room, i);
        assert_int_equal(safety_first_unsafe(safety), cases[i].safe ? 3 : 1);
        bench->quantities[1].known = true;
        assert_true(safety_holds(safety, 1));
    }
}

/* --- what cannot be decided ------------------------------------------------------------------- */

/*
 * A ring that no search finds its way through in time, as what is taken for the truth is far from
 * fitting it. GLPK decides then, and it takes no whole number between ends that are none: it gives
 * no answer then, though every value is possible.
 */
static void what_cannot_be_decided_is_unsafe(void **state)
{
    struct bench *bench = *state;
    static const double large = 4 * FEASIBLE_NODES;
    bench_quantity(bench, 0, 9, 2)->need = (struct need){.small = 4, .least = 4};
    bench_quantity(bench, 0, 9, 4);
    for (size_t i = 0; i < 3; i++)
        bench_quantity(bench, 0, large, 0);
    bench_equation(bench, "..++.", large, large);
    bench_equation(bench, "...++", large, large);
    bench_equation(bench, "..+.+", large, large);
    struct safety *safety = safety_make(bench->arena, &bench->equations);
    assert_true(safety_holds(safety, 0));
    bench->quantities[1].concealed = (struct span){0.5, 9.5};
    safety = safety_make(bench->arena, &bench->equations);
    assert_false(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(what_is_safe_is_what_trying_everything_finds),
        BENCH_TEST(nothing_is_remembered_of_what_was_hidden_before),
        BENCH_TEST(a_sum_of_hidden_counts_is_safe_from_the_threshold_on),
        BENCH_TEST(where_zero_is_shown_a_sum_needs_one_more),
        BENCH_TEST(complements_are_as_counts),
        BENCH_TEST(least_is_a_number_of_counts_whichever_they_are),
        BENCH_TEST(counts_between_the_ends_must_be_possible_too),
        BENCH_TEST(tenths_of_a_person_need_whole_counts),
        BENCH_TEST(tenths_do_not_make_more_counts),
        BENCH_TEST(known_and_shown_quantities_need_nothing),
        BENCH_TEST(a_shown_partner_gives_the_other_away),
        BENCH_TEST(what_a_ring_rules_out_was_possible_before),
        BENCH_TEST(what_a_changed_sum_rules_out_was_possible_before),
        BENCH_TEST(a_mean_keeps_its_distance_on_both_sides),
        BENCH_TEST(what_cannot_be_decided_is_unsafe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
