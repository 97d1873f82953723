/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations_bench.h"

#include "pejling/disclosure/feasible.h"

/* So that a test says when it has stopped trying both. */
struct tally {
    size_t possible, impossible, contradictory;
};

/* Every value of every quantity, and one beyond each end, against what trying everything finds. */
static void check_values(struct bench *bench, struct tally *tally)
{
    struct bench_trial trial = bench_try(bench);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    double counts[BENCH_MOST];
    for (size_t i = 0; i < bench->equations.count; i++) {
        for (double value = -1; value <= BENCH_VALUES; value++) {
            bool possible = bench_possible(&trial, i, value);
            assert_int_equal(feasible_at(search, i, value, counts),
                             possible ? POSSIBLE : IMPOSSIBLE);
            tally->possible += possible;
            tally->impossible += !possible;
            if (!possible)
                continue;
            assert_near(counts[i], value, 0);
            assert_true(bench_fits(bench, counts));
        }
    }
    tally->contradictory += trial.fitting == 0;
}

static void what_is_possible_is_what_trying_everything_finds(void **state)
{
    struct bench *bench = *state;
    struct tally tally = {0};
    unsigned seed = 1;
    for (int turn = 0; turn < 400; turn++) {
        bench_random(bench, &seed);
        if (turn % 4 == 0)
            bench_contradict(bench, &seed);
        check_values(bench, &tally);
    }
    assert_true(tally.possible > 3000);
    assert_true(tally.impossible > 3000);
    assert_true(tally.contradictory > 30);
}

static void spans_never_cut_off_what_is_possible(void **state)
{
    struct bench *bench = *state;
    size_t refuted = 0, narrowed = 0;
    unsigned seed = 2;
    for (int turn = 0; turn < 400; turn++) {
        struct span spans[BENCH_MOST];
        bench_random(bench, &seed);
        if (turn % 4 == 0)
            bench_contradict(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        bool consistent =
            feasible_spans(feasible_search_make(bench->arena, &bench->equations), spans);
        if (!consistent)
            assert_int_equal(trial.fitting, 0);
        refuted += !consistent;
        for (size_t i = 0; i < bench->equations.count && trial.fitting; i++) {
            struct span ends = bench_ends(&trial, i), full = bench_span(bench, i);
            assert_true(spans[i].low <= ends.low && ends.high <= spans[i].high);
            assert_true(full.low <= spans[i].low && spans[i].high <= full.high);
            narrowed += full.low < spans[i].low || spans[i].high < full.high;
        }
    }
    assert_true(refuted > 20);
    assert_true(narrowed > 300);
}

static void without_rings_every_whole_number_in_a_span_is_possible(void **state)
{
    struct bench *bench = *state;
    size_t refuted = 0;
    unsigned seed = 3;
    for (int turn = 0; turn < 400; turn++) {
        struct span spans[BENCH_MOST];
        bench_random_tree(bench, &seed);
        if (turn % 4 == 0)
            bench_contradict(bench, &seed);
        struct bench_trial trial = bench_try(bench);
        bool consistent =
            feasible_spans(feasible_search_make(bench->arena, &bench->equations), spans);
        assert_int_equal(consistent, trial.fitting > 0);
        refuted += !consistent;
        for (size_t i = 0; i < bench->equations.count && consistent; i++)
            for (double value = 0; value < BENCH_VALUES; value++)
                assert_int_equal(bench_possible(&trial, i, value),
                                 spans[i].low <= value && value <= spans[i].high);
    }
    assert_true(refuted > 20);
}

/* What is possible at each value, in one text, with the spans before it. */
static void describe(struct bench *bench, char *text, struct span *spans)
{
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    double counts[BENCH_MOST];
    if (!feasible_spans(search, spans))
        memset(spans, 0, bench->equations.count * sizeof *spans); /* no spans to compare */
    for (size_t i = 0; i < bench->equations.count; i++)
        for (double value = 0; value < BENCH_VALUES; value++)
            *text++ = "-+?"[feasible_at(search, i, value, counts)];
    *text = '\0';
}

static void the_order_of_equations_is_no_matter(void **state)
{
    struct bench *bench = *state;
    unsigned seed = 4;
    for (int turn = 0; turn < 150; turn++) {
        char as_made[6 * BENCH_VALUES + 1], shuffled[6 * BENCH_VALUES + 1];
        struct span spans[6], others[6];
        bench_random(bench, &seed);
        if (turn % 4 == 0)
            bench_contradict(bench, &seed);
        describe(bench, as_made, spans);
        bench_shuffle(bench, &seed);
        describe(bench, shuffled, others);
        assert_string_equal(shuffled, as_made);
        for (size_t i = 0; i < bench->equations.count; i++) {
            assert_near(others[i].low, spans[i].low, 0);
            assert_near(others[i].high, spans[i].high, 0);
        }
    }
}

/* --- by hand ---------------------------------------------------------------------------------- */

/* Three quantities, each two of which make `sum`: narrowing by one equation at a time sees nothing.
 */
static void add_triangle(struct bench *bench, double high, double sum)
{
    char before[BENCH_MOST + 1] = "", signs[BENCH_MOST + 4];
    memset(before, '.', bench->equations.count);
    for (int i = 0; i < 3; i++)
        bench_quantity(bench, 0, high, floor(sum / 2));
    static const char *const sides[] = {"++.", ".++", "+.+"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(signs, sizeof signs, "%s%s", before, sides[i]);
        bench_equation(bench, signs, sum, sum);
    }
}

static void a_ring_has_one_solution_or_none(void **state)
{
    struct bench *bench = *state;
    for (double sum = 1; sum <= 4; sum++) {
        struct span spans[3];
        double counts[3];
        bool odd = fmod(sum, 2) > 0;
        bench_clear(bench);
        add_triangle(bench, 4, sum);
        struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
        assert_true(feasible_spans(search, spans));
        assert_near(spans[0].low, 0, 0);
        assert_near(spans[0].high, sum, 0);
        for (double value = 0; value <= 4; value++)
            assert_int_equal(feasible_at(search, 0, value, counts),
                             !odd && fabs(value - sum / 2) < 0.5 ? POSSIBLE : IMPOSSIBLE);
    }
}

static void quantities_may_be_hidden_and_shown_between_searches(void **state)
{
    struct bench *bench = *state;
    double counts[3];
    bench_quantity(bench, 10, 10, 10);
    bench_quantity(bench, 0, 9, 7);
    bench_quantity(bench, 0, 9, 3);
    bench_equation(bench, "+--", 0, 0);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    for (int turn = 0; turn < 4; turn++) {
        bool hidden = turn % 2 == 0;
        struct span spans[3];
        bench->quantities[1].hidden = hidden;
        assert_int_equal(feasible_at(search, 2, 4, counts), hidden ? POSSIBLE : IMPOSSIBLE);
        assert_int_equal(feasible_at(search, 2, 3, counts), POSSIBLE);
        assert_true(feasible_spans(search, spans));
        assert_near(spans[2].low, hidden ? 1 : 3, 0);
        assert_near(spans[2].high, hidden ? 9 : 3, 0);
    }
}

static void without_equations_everything_in_its_span_is_possible(void **state)
{
    struct bench *bench = *state;
    struct tally tally = {0};
    bench_quantity(bench, 2, 5, 3);
    bench_quantity(bench, 4, 4, 4);
    check_values(bench, &tally);
    assert_int_equal(tally.possible, 5);
}

static void events_without_a_limit_are_possible_in_any_number(void **state)
{
    struct bench *bench = *state;
    double counts[2];
    bench_quantity(bench, 0, 1e12, 70);
    bench_quantity(bench, 1, 1e12, 30);
    bench_equation(bench, "+-", 40, 40);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 0, 123456789, counts), POSSIBLE);
    assert_near(counts[1], 123456749, 0);
    assert_int_equal(feasible_at(search, 0, 41, counts), POSSIBLE);
    assert_int_equal(feasible_at(search, 0, 40, counts), IMPOSSIBLE);
}

static void sums_may_change_between_searches(void **state)
{
    struct bench *bench = *state;
    double counts[2];
    bench_quantity(bench, 0, 9, 5);
    bench_quantity(bench, 0, 9, 5);
    bench_equation(bench, "++", 10, 10);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    for (double more = 0; more <= 8; more++) {
        struct span spans[2];
        bench->items[0].sum = (struct span){more, more};
        for (double value = 0; value <= 9; value++)
            assert_int_equal(feasible_at(search, 0, value, counts),
                             value <= more ? POSSIBLE : IMPOSSIBLE);
        assert_true(feasible_spans(search, spans));
        assert_near(spans[1].high, more, 0);
    }
    bench->items[0].sum = (struct span){19, 20};
    assert_int_equal(feasible_at(search, 0, 9, counts), IMPOSSIBLE);
}

/* The same search for whatever is hidden, shown and added up, as a new one for each. */
static void nothing_of_earlier_searches_is_left(void **state)
{
    struct bench *bench = *state;
    size_t changes = 0;
    unsigned seed = 5;
    for (int turn = 0; turn < 60; turn++) {
        double counts[BENCH_MOST];
        size_t fitting = 0;
        bench_random(bench, &seed);
        struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
        for (int step = 0; step < 8; step++) {
            unsigned at = bench_chance(&seed, 0, (unsigned)bench->equations.count - 1);
            bench->quantities[at].hidden = !bench->quantities[at].hidden;
            if (step % 2)
                bench_change_sum(bench, &seed);
            if (step % 4 == 3)
                bench_contradict(bench, &seed);
            struct bench_trial trial = bench_try(bench);
            for (size_t i = 0; i < bench->equations.count; i++)
                for (double value = 0; value < BENCH_VALUES; value++) {
                    bool possible = bench_possible(&trial, i, value);
                    assert_int_equal(feasible_at(search, i, value, counts),
                                     possible ? POSSIBLE : IMPOSSIBLE);
                    assert_true(!possible || bench_fits(bench, counts));
                }
            changes += trial.fitting != fitting;
            fitting = trial.fitting;
        }
    }
    assert_true(changes > 200);
}

/* As of a zero that would have been shown, and is known: nothing that is hidden can be that. */
static void a_span_that_holds_nothing_leaves_nothing_possible(void **state)
{
    struct bench *bench = *state;
    struct span spans[2];
    double counts[2];
    bench_quantity(bench, 5, 3, 4);
    bench_quantity(bench, 0, 9, 5);
    bench_equation(bench, "++", 9, 9);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_false(feasible_spans(search, spans));
    for (double value = 0; value <= 9; value++)
        assert_int_equal(feasible_at(search, 1, value, counts), IMPOSSIBLE);
}

/* --- where the search gives up ---------------------------------------------------------------- */

/*
 * What is taken for the truth is far from what fits the ring, and a search that comes closer person
 * by person takes too many steps.
 */
static void add_distant_triangle(struct bench *bench, double sum)
{
    bench_clear(bench);
    add_triangle(bench, sum, sum);
    for (size_t i = 0; i < 3; i++)
        bench->quantities[i].truth = 0;
    bench_quantity(bench, 0, 9, 4);
}

static void a_search_that_grows_too_large_is_handed_over(void **state)
{
    struct bench *bench = *state;
    static const double large = 4 * FEASIBLE_STEPS;
    double counts[BENCH_MOST];
    add_distant_triangle(bench, large);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 3, 1, counts), POSSIBLE);
    assert_near(counts[3], 1, 0);
    assert_true(bench_fits(bench, counts));
    assert_int_equal(feasible_at(search, 0, large / 2, counts), POSSIBLE);
    assert_true(bench_fits(bench, counts));
    assert_int_equal(feasible_at(search, 0, large / 2 + 1, counts), IMPOSSIBLE);
    add_distant_triangle(bench, large + 1);
    search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 3, 1, counts), IMPOSSIBLE);
}

/*
 * A row of counts, each of which is as much as the one before or one less: with forty for the first
 * each step of the row is changed, more than a repair does.
 */
static void what_is_too_long_to_repair_is_searched(void **state)
{
    enum { ROW = 30 };
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    for (size_t i = 0; i < ROW; i++)
        bench_quantity(bench, 0, 100, 10);
    for (size_t i = 0; i + 1 < ROW; i++) {
        char signs[BENCH_MOST + 1];
        bench_quantity(bench, 0, 1, 0);
        memset(signs, '.', ROW + i);
        memcpy(signs + i, "+-", 2);
        memcpy(signs + ROW + i, "-", 2);
        bench_equation(bench, signs, 0, 0);
    }
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 0, 40, counts), POSSIBLE);
    assert_true(bench_fits(bench, counts));
    bench->quantities[0].concealed = (struct span){40, 40};
    assert_int_equal(feasible_at(search, ROW - 1, 11, counts), POSSIBLE);
    assert_true(bench_fits(bench, counts));
    assert_int_equal(feasible_at(search, ROW - 1, 10, counts), IMPOSSIBLE);
}

/* Twins make an even number together; to see that it is not odd takes more than either will do. */
static void what_nobody_decides_in_so_many_steps_is_undecided(void **state)
{
    enum { TWINS = 28 };
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    char all[BENCH_MOST + 1] = "";
    for (size_t i = 0; i < TWINS; i++) {
        char pair[BENCH_MOST + 1];
        bench_quantity(bench, 0, 1, 0);
        bench_quantity(bench, 0, 1, 0);
        memset(pair, '.', 2 * i);
        memcpy(pair + 2 * i, "+-", 3);
        bench_equation(bench, pair, 0, 0);
        memcpy(all + 2 * i, "++", 3);
    }
    bench_equation(bench, all, TWINS + 1, TWINS + 1);
    for (int i = 0; i < 4; i++) /* so that each step counts for more */
        bench_equation(bench, all, 0, 2 * TWINS);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 0, 1, counts), UNDECIDED);
    bench->items[TWINS].sum = (struct span){TWINS, TWINS};
    assert_int_equal(feasible_at(search, 0, 1, counts), POSSIBLE);
}

/* What has one more in its rows than in its columns: each change in a row upsets a column. */
static void a_table_that_cannot_agree_is_not_repaired_for_ever(void **state)
{
    enum { SIDE = 6 };
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    for (size_t i = 0; i < SIDE * SIDE; i++)
        bench_quantity(bench, 0, 3, 1);
    bench_quantity(bench, 0, 1, 0);
    for (size_t i = 0; i < SIDE; i++) {
        char row[SIDE * SIDE + 2] = "", column[SIDE * SIDE + 1] = "";
        for (size_t j = 0; j < SIDE * SIDE; j++) {
            row[j] = j / SIDE == i ? '+' : '.';
            column[j] = j % SIDE == i ? '+' : '.';
        }
        row[SIDE * SIDE] = i == 0 ? '+' : '.';
        bench_equation(bench, row, SIDE, SIDE);
        bench_equation(bench, column, SIDE, SIDE);
    }
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, SIDE * SIDE, 1, counts), IMPOSSIBLE);
    assert_int_equal(feasible_at(search, SIDE * SIDE, 0, counts), POSSIBLE);
    assert_int_equal(feasible_at(search, 0, 3, counts), POSSIBLE);
    assert_true(bench_fits(bench, counts));
}

/* One more than itself: narrowed person by person, that would take all day to see. */
static void narrowing_person_by_person_ends(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    bench_quantity(bench, 0, 1e6, 70);
    bench_quantity(bench, 0, 1e6, 70);
    bench_quantity(bench, 0, 1, 0);
    bench_equation(bench, "+--", 0, 0);
    bench_equation(bench, "+-.", 0, 0);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 2, 1, counts), IMPOSSIBLE);
    assert_int_equal(feasible_at(search, 2, 0, counts), POSSIBLE);
}

/* Each search has all its steps: together these take far more than one may. */
static void earlier_searches_take_nothing_from_later_ones(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    add_distant_triangle(bench, 8);
    bench_quantity(bench, 0.5, 5.5, 0.5); /* with which GLPK would solve nothing */
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    for (int turn = 0; turn < FEASIBLE_STEPS / 6 + 1; turn++)
        assert_int_equal(feasible_at(search, 3, 1, counts), POSSIBLE); /* and not handed over */
}

static void many_quantities_are_searched_like_few(void **state)
{
    struct bench *bench = *state;
    double counts[BENCH_MOST];
    char signs[BENCH_MOST + 1] = "";
    for (size_t i = 0; i < BENCH_MOST; i++) {
        bench_quantity(bench, 0, 3, 1);
        signs[i] = '+';
    }
    bench_equation(bench, signs, 3 * BENCH_MOST - 3, 3 * BENCH_MOST - 3);
    bench_equation(bench, "+-", 0, 0);
    struct feasible_search *search = feasible_search_make(bench->arena, &bench->equations);
    assert_int_equal(feasible_at(search, 2, 0, counts), POSSIBLE);
    assert_int_equal(feasible_at(search, 0, 2, counts), POSSIBLE);
    assert_int_equal(feasible_at(search, 0, 1, counts), IMPOSSIBLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(what_is_possible_is_what_trying_everything_finds),
        BENCH_TEST(spans_never_cut_off_what_is_possible),
        BENCH_TEST(without_rings_every_whole_number_in_a_span_is_possible),
        BENCH_TEST(the_order_of_equations_is_no_matter),
        BENCH_TEST(a_ring_has_one_solution_or_none),
        BENCH_TEST(quantities_may_be_hidden_and_shown_between_searches),
        BENCH_TEST(without_equations_everything_in_its_span_is_possible),
        BENCH_TEST(events_without_a_limit_are_possible_in_any_number),
        BENCH_TEST(sums_may_change_between_searches),
        BENCH_TEST(nothing_of_earlier_searches_is_left),
        BENCH_TEST(a_span_that_holds_nothing_leaves_nothing_possible),
        BENCH_TEST(what_is_too_long_to_repair_is_searched),
        BENCH_TEST(a_table_that_cannot_agree_is_not_repaired_for_ever),
        BENCH_TEST(narrowing_person_by_person_ends),
        BENCH_TEST(what_nobody_decides_in_so_many_steps_is_undecided),
        BENCH_TEST(a_search_that_grows_too_large_is_handed_over),
        BENCH_TEST(earlier_searches_take_nothing_from_later_ones),
        BENCH_TEST(many_quantities_are_searched_like_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
