/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations_bench.h"

#include "pejling/disclosure/safety.h"

/* Room for checks of the bench as it stands, whose needs go as far as all hidden would let them. */
static struct safety *prepared(struct bench *bench)
{
    safety_prepare(bench->arena, &bench->equations);
    return safety_make(bench->arena, &bench->equations);
}

static bool lies_in(struct span span, double value)
{
    return span.low <= value && value <= span.high;
}

/* --- against trying everything ---------------------------------------------------------------- */

/* Whether each small count, or its complement, is possible, as far as it is needed. */
static bool has_small(const struct bench *bench, const struct bench_trial *trial, size_t at)
{
    const struct quantity *quantity = &bench->quantities[at];
    for (unsigned count = 1; count <= quantity->need.small; count++)
        if (lies_in(quantity->best, count) && !bench_possible(trial, at, count))
            return false;
    for (unsigned count = 1; count <= quantity->need.complement; count++) {
        double value = quantity->persons - count;
        if (lies_in(quantity->best, value) && !bench_possible(trial, at, value))
            return false;
    }
    return true;
}

static bool is_safe(const struct bench *bench, const struct bench_trial *trial, size_t at)
{
    const struct quantity *quantity = &bench->quantities[at];
    double truth = quantity->truth, possible = 1;
    bool none_or_all = truth < 0.5 || truth > quantity->persons - 0.5;
    if (!quantity->hidden || quantity->known || (!quantity->primary && none_or_all))
        return true;
    for (double value = truth + 1; bench_possible(trial, at, value); value++)
        possible++;
    for (double value = truth - 1; bench_possible(trial, at, value); value--)
        possible++;
    double most = quantity->best.high - quantity->best.low + 1;
    return has_small(bench, trial, at) && possible >= fmin(most, quantity->need.least);
}

/* Needs of every kind, and quantities that are shown or known. */
static void add_needs(struct bench *bench, unsigned *seed)
{
    for (size_t i = 0; i < bench->equations.count; i++) {
        struct quantity *quantity = &bench->quantities[i];
        unsigned kind = bench_chance(seed, 0, 7);
        quantity->need.small = kind == 0 ? bench_chance(seed, 1, 3) : 0;
        quantity->need.complement = kind == 1 ? bench_chance(seed, 1, 3) : 0;
        quantity->need.least = kind <= 3 ? bench_chance(seed, 0, 4) : 0;
        quantity->known = kind == 4;
        quantity->primary = bench_chance(seed, 0, 2) > 0;
        quantity->hidden = kind < 5;
    }
}

static void what_is_safe_is_what_trying_everything_finds(void **state)
{
    struct bench *bench = *state;
    size_t safe = 0, unsafe = 0, all_safe = 0;
    unsigned seed = 21;
    for (int turn = 0; turn < 1200; turn++) {
        if (turn % 2)
            bench_random(bench, &seed);
        else
            bench_random_tree(bench, &seed);
        add_needs(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        struct safety *safety = prepared(bench);
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
    assert_true(safe > 800);
    assert_true(unsafe > 300);
    assert_true(all_safe > 300);
}

/* The same answers while quantities are hidden and shown and sums change, as from a new one. */
static void nothing_is_remembered_of_what_was_hidden_before(void **state)
{
    struct bench *bench = *state;
    size_t changes = 0;
    unsigned seed = 22;
    for (int turn = 0; turn < 120; turn++) {
        bool before[BENCH_MOST] = {false};
        bench_random(bench, &seed);
        add_needs(bench, &seed);
        struct safety *safety = prepared(bench);
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

/* A shown whole and its hidden parts, of so many persons each, under a threshold. */
static void add_parts(struct bench *bench, const double *parts, size_t count, unsigned threshold,
                      double persons)
{
    double sum = 0;
    bench_clear(bench);
    for (size_t i = 0; i < count; i++)
        sum += parts[i];
    bench_quantity(bench, 0, (double)count * persons, sum)->hidden = false;
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
        struct safety *safety = prepared(bench);
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
        struct safety *safety = prepared(bench);
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
        struct safety *safety = prepared(bench);
        assert_int_equal(safety_first_unsafe(safety), cases[i].safe ? bench->equations.count : 1);
    }
}

/* A hidden count, which one beside it tells to lie from `low` to `high` while that is shown. */
static struct quantity *add_told(struct bench *bench, double low, double high, double truth)
{
    bench_clear(bench);
    struct quantity *quantity = bench_quantity(bench, 0, 400, truth);
    struct quantity *beside = bench_quantity(bench, 0, 400, truth);
    beside->hidden = false;
    beside->shown = (struct span){low, high};
    bench_equation(bench, "+-", 0, 0);
    return quantity;
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
        struct quantity *quantity = add_told(bench, cases[i].low, cases[i].high, cases[i].truth);
        struct safety *safety = prepared(bench);
        for (quantity->need.least = 0; quantity->need.least <= 40; quantity->need.least++)
            assert_int_equal(safety_holds(safety, 0), quantity->need.least <= cases[i].most);
    }
}

/*
 * Every other count alone is possible: a ring, and narrowing does not see it. Counts that do not
 * follow one another from the true one on are no cover.
 */
static void counts_between_the_ends_must_be_possible_too(void **state)
{
    struct bench *bench = *state;
    struct quantity *sum = bench_quantity(bench, 0, 8, 4);
    bench_quantity(bench, 0, 4, 2);
    bench_quantity(bench, 0, 4, 2);
    bench_equation(bench, "+--", 0, 0);
    bench_equation(bench, ".+-", 0, 0);
    struct safety *safety = prepared(bench);
    for (sum->need.least = 1; sum->need.least <= 8; sum->need.least++)
        assert_int_equal(safety_holds(safety, 0), sum->need.least <= 1);
    sum->need = (struct need){.small = 1};
    safety = prepared(bench);
    assert_false(safety_holds(safety, 0));
}

/* A shown sum of two hidden counts in tenths, one of them 1.5; mirrored, of those without. */
static void add_tenths(struct bench *bench, double sum, bool mirrored)
{
    bench_clear(bench);
    bench->equations.unit = 10;
    double whole = mirrored ? 1000 - sum : sum;
    bench_quantity(bench, 0, 1000, whole)->hidden = false;
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
            struct safety *safety = prepared(bench);
            assert_int_equal(safety_first_unsafe(safety), cases[i].safe ? 3 : 1);
        }
}

/* 0.2, 1.2 and 2.2 are three counts, though there are 25 tenths. */
static void tenths_do_not_make_more_counts(void **state)
{
    struct bench *bench = *state;
    struct quantity *quantity = add_told(bench, 0, 25, 12);
    bench->equations.unit = 10;
    struct safety *safety = prepared(bench);
    for (quantity->need.least = 1; quantity->need.least <= 9; quantity->need.least++)
        assert_int_equal(safety_holds(safety, 0), quantity->need.least <= 3);
}

/* --- what needs nothing ----------------------------------------------------------------------- */

static void known_and_shown_quantities_need_nothing(void **state)
{
    struct bench *bench = *state;
    struct quantity *quantity = add_told(bench, 3, 3, 3);
    quantity->need = (struct need){.small = 4, .least = 4};
    struct safety *safety = prepared(bench);
    assert_false(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 0);
    quantity->known = true;
    assert_true(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 2);
    quantity->known = false;
    quantity->hidden = false;
    assert_true(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 2);
}

/*
 * None and everybody stand open elsewhere; hidden beside others they are no secret themselves,
 * unless they are hidden for their own sake.
 */
static void none_and_everybody_beside_others_are_no_secret(void **state)
{
    struct bench *bench = *state;
    static const double truths[] = {0, 400, 1, 399};
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
        struct quantity *quantity = add_told(bench, truths[i], truths[i], truths[i]);
        quantity->need.least = 4;
        struct safety *safety = prepared(bench);
        assert_int_equal(safety_holds(safety, 0), i < 2);
        quantity->primary = true;
        assert_false(safety_holds(safety, 0));
    }
}

/* A rate counts events: as many of them as persons is a count like another. */
static void as_many_events_as_persons_are_not_everybody(void **state)
{
    struct bench *bench = *state;
    static const enum measure measures[] = {MEASURE_SHARE, MEASURE_SURVEY, MEASURE_RATE};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        const struct indicator indicator = {.measure = measures[i]};
        const struct area area = {.role = AREA_ESTATE};
        const struct cell cell = {.indicator = &indicator, .area = &area};
        struct quantity *quantity = add_told(bench, 400, 400, 400);
        quantity->need.least = 4;
        quantity->cell = &cell;
        assert_int_equal(safety_holds(prepared(bench), 0), measures[i] != MEASURE_RATE);
    }
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
        struct safety *safety = prepared(bench);
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
            struct safety *safety = prepared(bench);
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
        struct safety *safety = prepared(bench);
        for (int turn = 0; turn < 6; turn++) {
            static const struct span sums[] = {{-1, 1}, {0, 0}, {0, 1}};
            bench->items[1].sum = sums[turn % 3];
            assert_int_equal(safety_holds(safety, 0), turn % 3 != 1);
        }
    }
}

/* --- with all of ours hidden ------------------------------------------------------------------ */

/* What nobody can rule out with everything hidden lies within; without rings, nothing else does. */
static void what_is_best_is_what_trying_everything_finds_with_all_hidden(void **state)
{
    struct bench *bench = *state;
    unsigned seed = 23;
    size_t narrowed = 0;
    for (int turn = 0; turn < 300; turn++) {
        bool tree = turn % 2;
        if (tree)
            bench_random_tree(bench, &seed);
        else
            bench_random(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        for (size_t i = 0; i < bench->equations.count; i++)
            bench->quantities[i].hidden = bench_chance(&seed, 0, 1);
        safety_prepare(bench->arena, &bench->equations);
        for (size_t i = 0; i < bench->equations.count; i++) {
            struct span best = bench->quantities[i].best, full = bench->quantities[i].concealed;
            struct span ends = bench_ends(&trial, i);
            assert_true(best.low <= ends.low && ends.high <= best.high);
            assert_true(!tree || (best.low >= ends.low && ends.high >= best.high));
            narrowed += full.low < best.low || best.high < full.high;
        }
    }
    assert_true(narrowed > 300);
}

/* A pool of ours need not be offered; one of an earlier edition is out. */
static void a_pool_of_ours_does_not_count_for_what_is_best(void **state)
{
    struct bench *bench = *state;
    static const struct released_pool pool = {0};
    bench_quantity(bench, 0, 50, 3)->need.small = 4;
    bench_equation(bench, "+", 3, 3);
    for (int ours = 0; ours < 2; ours++) {
        bench->items[0].pool = ours ? &pool : NULL;
        struct safety *safety = prepared(bench);
        assert_near(bench->quantities[0].best.low, ours ? 0 : 3, 0);
        assert_near(bench->quantities[0].best.high, ours ? 50 : 3, 0);
        assert_int_equal(safety_holds(safety, 0), !ours);
    }
}

/* Two areas of a municipality with three in all: nobody is kept from knowing there are no more. */
static void nothing_is_needed_beyond_what_public_figures_leave(void **state)
{
    struct bench *bench = *state;
    static const struct area municipality = {.role = AREA_MUNICIPALITY};
    static const struct cell public_cell = {.area = &municipality};
    static const double parts[] = {1, 2};
    for (int known = 0; known < 2; known++) {
        add_parts(bench, parts, 2, 5, 400);
        bench->quantities[0].cell = known ? &public_cell : NULL;
        struct safety *safety = prepared(bench);
        assert_near(bench->quantities[1].best.high, known ? 3 : 400, 0);
        assert_int_equal(safety_first_unsafe(safety), known ? 3 : 1);
    }
}

static void a_small_count_that_public_figures_rule_out_cannot_be_held(void **state)
{
    struct bench *bench = *state;
    static const struct {
        double low;      /* of both parts; 1: none would be shown */
        unsigned needed; /* small counts */
        bool primary, holds;
    } cases[] = {
        {0, 3, true, true},  {0, 4, true, false}, {1, 2, true, true},
        {1, 3, true, false}, {1, 3, false, true}, /* hidden for others: it needs none of them */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int mirrored = 0; mirrored < 2; mirrored++) {
            size_t unsafe;
            bench_clear(bench);
            bench_quantity(bench, mirrored ? 97 : 3, mirrored ? 97 : 3, mirrored ? 97 : 3);
            for (int part = 0; part < 2; part++) {
                double low = cases[i].low, count = 1 + part;
                struct quantity *quantity = mirrored
                                                ? bench_quantity(bench, 0, 50 - low, 50 - count)
                                                : bench_quantity(bench, low, 50, count);
                quantity->persons = 50;
                quantity->primary = part == 1 && cases[i].primary;
                *(mirrored ? &quantity->need.complement : &quantity->need.small) = cases[i].needed;
            }
            bench_equation(bench, "+--", 0, 0);
            safety_prepare(bench->arena, &bench->equations);
            assert_int_equal(safety_can_hold(&bench->equations, &unsafe), cases[i].holds);
            assert_int_equal(unsafe, cases[i].holds ? 3 : 2);
        }
}

/*
 * A sum that is known to be even for good, or only while the difference of its parts is shown. No
 * span tells: so what is best does not either.
 */
static void what_is_told_with_all_hidden_too_is_given_away(void **state)
{
    struct bench *bench = *state;
    bench_quantity(bench, 0, 8, 4)->need.small = 1;
    bench_quantity(bench, 0, 4, 2);
    bench_quantity(bench, 0, 4, 2);
    struct quantity *difference = bench_quantity(bench, 0, 1, 0);
    bench_equation(bench, "+--.", 0, 0);
    bench_equation(bench, ".+--", 0, 0);
    difference->hidden = false;
    bench->equations.has_earlier = true;
    assert_false(safety_holds(prepared(bench), 0));
    assert_false(safety_concede(bench->arena, &bench->equations, 0));
    difference->concealed.high = 0; /* whatever is hidden */
    assert_false(safety_holds(prepared(bench), 0));
    assert_true(safety_concede(bench->arena, &bench->equations, 0));
    assert_true(bench->quantities[0].known); /* of 0 to 8, though it cannot be all of them */
    assert_false(safety_concede(bench->arena, &bench->equations, 1));
}

/* The same of events, of which there may be any number. */
static void without_a_limit_no_end_is_looked_for(void **state)
{
    struct bench *bench = *state;
    bench_quantity(bench, 0, NO_LIMIT, 4)->need.small = 1;
    bench_quantity(bench, 0, NO_LIMIT, 2);
    bench_quantity(bench, 0, NO_LIMIT, 2);
    bench_equation(bench, "+--", 0, 0);
    bench_equation(bench, ".+-", 0, 0);
    bench->equations.has_earlier = true;
    assert_false(safety_holds(prepared(bench), 0));
    assert_true(safety_concede(bench->arena, &bench->equations, 0));
    assert_true(bench->quantities[0].known);
    assert_true(bench->quantities[0].best.high > NO_LIMIT / 2);
}

/* Where nothing fits, nothing is taken to be known for good: the needs stay as they are. */
static void what_contradicts_itself_lowers_no_need(void **state)
{
    struct bench *bench = *state;
    bench_quantity(bench, 0, 5, 2)->need = (struct need){.small = 4, .least = 4};
    bench_equation(bench, "+", 9, 9);
    struct safety *safety = prepared(bench);
    assert_near(bench->quantities[0].best.low, 0, 0);
    assert_near(bench->quantities[0].best.high, 5, 0);
    assert_false(safety_holds(safety, 0));
}

/*
 * Two whose sum was seven, and is eight with a third: so the third is one more than what was left
 * then, and cannot be none. That is conceded, and the rest of what it may be stays needed.
 */
static void no_more_is_conceded_than_what_is_impossible(void **state)
{
    struct bench *bench = *state;
    struct quantity *left = bench_quantity(bench, 0, 9, 2);
    bench_quantity(bench, 1, 9, 3);
    bench_quantity(bench, 1, 9, 3);
    bench_quantity(bench, 0, 9, 1);
    bench_equation(bench, "+++.", 8, 8);
    bench_equation(bench, ".+++", 7, 7);
    left->need.least = 7;
    struct safety *safety = prepared(bench);
    assert_near(left->best.low, 0, 0);
    assert_near(left->best.high, 6, 0);
    assert_false(safety_holds(safety, 0));
    assert_false(safety_concede(bench->arena, &bench->equations, 0)); /* to nobody */
    bench->equations.has_earlier = true;
    assert_true(safety_concede(bench->arena, &bench->equations, 0));
    assert_false(left->known);
    assert_near(left->best.low, 1, 0);
    assert_near(left->best.high, 6, 0);
    assert_true(safety_holds(safety, 0));
    bench->quantities[3].hidden = false; /* which tells all of it */
    assert_false(safety_holds(safety, 0));
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

/* What the second of two leaves of a whole that was shown before is all that can be kept. */
static void of_a_mean_the_distance_that_is_left_is_kept(void **state)
{
    struct bench *bench = *state;
    add_means(bench, (struct span){30, 45}, 20);
    bench->quantities[0].concealed = bench->quantities[0].shown; /* it cannot be taken back */
    bench->equations.has_earlier = true;
    struct safety *safety = prepared(bench);
    assert_false(safety_holds(safety, 1));
    assert_true(safety_concede(bench->arena, &bench->equations, 1));
    assert_false(bench->quantities[1].known);
    assert_near(bench->quantities[1].room, 6, 1e-9); /* 54 to 71, of 60 */
    assert_true(safety_holds(safety, 1));
    bench->quantities[2].concealed.high = 40;
    assert_false(safety_holds(safety_make(bench->arena, &bench->equations), 1));
    assert_true(safety_concede(bench->arena, &bench->equations, 1));
    assert_near(bench->quantities[1].room, 1, 1e-9);
    bench->quantities[2].concealed.high = 39; /* nothing is left but the truth is within */
    assert_false(safety_holds(safety_make(bench->arena, &bench->equations), 1));
}

/* A mean that is told exactly is known; of one that could not be decided that is not said. */
static void only_a_mean_that_is_told_is_given_away(void **state)
{
    struct bench *bench = *state;
    for (int contradictory = 0; contradictory < 2; contradictory++) {
        add_means(bench, (struct span){40, 40}, 20);
        bench->quantities[0].shown = bench->quantities[0].concealed = (struct span){100, 100};
        bench->equations.has_earlier = true;
        if (contradictory)
            bench_equation(bench, "+", 102, 102);
        assert_false(safety_holds(prepared(bench), 1));
        assert_int_equal(safety_concede(bench->arena, &bench->equations, 1), !contradictory);
        assert_int_equal(bench->quantities[1].known, !contradictory);
    }
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
        struct safety *safety = prepared(bench);
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
    static const double large = 4 * FEASIBLE_STEPS;
    bench_quantity(bench, 0, 9, 2)->need = (struct need){.small = 4, .least = 4};
    bench_quantity(bench, 0, 9, 4);
    for (size_t i = 0; i < 3; i++)
        bench_quantity(bench, 0, large, 0);
    bench_equation(bench, "..++.", large, large);
    bench_equation(bench, "...++", large, large);
    bench_equation(bench, "..+.+", large, large);
    struct safety *safety = prepared(bench);
    assert_true(safety_holds(safety, 0));
    bench->quantities[1].concealed = (struct span){0.5, 9.5};
    safety = prepared(bench);
    assert_false(safety_holds(safety, 0));
    assert_int_equal(safety_first_unsafe(safety), 0);
    bench->equations.has_earlier = true;
    assert_false(safety_concede(bench->arena, &bench->equations, 0)); /* nor given away */
    assert_false(bench->quantities[0].known);
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
        BENCH_TEST(none_and_everybody_beside_others_are_no_secret),
        BENCH_TEST(as_many_events_as_persons_are_not_everybody),
        BENCH_TEST(a_shown_partner_gives_the_other_away),
        BENCH_TEST(what_a_ring_rules_out_was_possible_before),
        BENCH_TEST(what_a_changed_sum_rules_out_was_possible_before),
        BENCH_TEST(what_is_best_is_what_trying_everything_finds_with_all_hidden),
        BENCH_TEST(a_pool_of_ours_does_not_count_for_what_is_best),
        BENCH_TEST(nothing_is_needed_beyond_what_public_figures_leave),
        BENCH_TEST(a_small_count_that_public_figures_rule_out_cannot_be_held),
        BENCH_TEST(what_is_told_with_all_hidden_too_is_given_away),
        BENCH_TEST(without_a_limit_no_end_is_looked_for),
        BENCH_TEST(what_contradicts_itself_lowers_no_need),
        BENCH_TEST(only_a_mean_that_is_told_is_given_away),
        BENCH_TEST(no_more_is_conceded_than_what_is_impossible),
        BENCH_TEST(of_a_mean_the_distance_that_is_left_is_kept),
        BENCH_TEST(a_mean_keeps_its_distance_on_both_sides),
        BENCH_TEST(what_cannot_be_decided_is_unsafe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
