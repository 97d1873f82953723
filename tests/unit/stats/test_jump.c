/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/jump.h"

#define MOST 80

struct bench {
    struct arena *arena;
    struct jump_point points[MOST];
    struct jump jumps[MOST];
};

static int start(void **state)
{
    struct arena *arena = arena_new();
    struct bench *bench = arena_alloc(arena, 1, sizeof *bench);
    bench->arena = arena;
    *state = bench;
    return 0;
}

static int end(void **state)
{
    struct bench *bench = *state;
    arena_free(bench->arena);
    return 0;
}

/* Points that follow each other, each step with the same error. */
static void set(struct bench *bench, const double *y, size_t n, double error)
{
    assert_true(n <= MOST);
    for (size_t i = 0; i < n; i++)
        bench->points[i] = (struct jump_point){.y = y[i], .follows = i > 0, .error = error};
}

static size_t find(struct bench *bench, const double *y, size_t n, double error)
{
    set(bench, y, n, error);
    return jump_find(bench->arena, bench->points, n, bench->jumps);
}

/* Reported offences in Slagelse, 2007K1 to 2022K2 (Danmarks Statistik, STRAF11). */
static const double offences[] = {
    1514, 1681, 1806, 1958, 1865, 1738, 1908, 2007, 1702, 1915, 1950, 1913, 1657, 1769, 1909, 2115,
    1969, 1705, 1816, 2218, 2110, 1632, 1605, 1924, 1524, 1772, 1858, 1884, 1646, 1769, 1818, 1847,
    1490, 1589, 1566, 2861, 1742, 1773, 1702, 1931, 1580, 1737, 1608, 1742, 3376, 1534, 1484, 1768,
    1580, 1556, 1580, 1495, 1533, 1918, 1178, 1232, 986,  992,  1021, 1257, 1165, 1285};

static void real_spikes_are_found_with_and_without_counts(void **state)
{
    struct bench *bench = *state;
    const size_t n = sizeof offences / sizeof *offences;
    for (int errors = 0; errors < 2; errors++) {
        set(bench, offences, n, 0);
        for (size_t i = 1; i < n && errors; i++)
            bench->points[i].error = sqrt(offences[i] + offences[i - 1]); /* Poisson */
        assert_int_equal(jump_find(bench->arena, bench->points, n, bench->jumps), 2);
        assert_int_equal(bench->jumps[0].at, 35); /* 2015K4 */
        assert_int_equal(bench->jumps[1].at, 44); /* 2018K1 */
        assert_true(bench->jumps[0].is_spike && bench->jumps[1].is_spike);
    }
}

/* Eight steps, median 0, phi 1.4826 under the floor of 2: T = 5 (1 + 9/64) = 5.703125. */
static void the_limit_is_where_the_formula_says(void **state)
{
    struct bench *bench = *state;
    const double under[] = {0, 1, 0, 1, 0, 1, 0, 1, 1 + 5.70 * 2};
    const double over[] = {0, 1, 0, 1, 0, 1, 0, 1, 1 + 5.71 * 2 + 1};
    assert_int_equal(find(bench, under, 9, 2), 0);
    assert_int_equal(find(bench, over, 9, 2), 1);
    assert_int_equal(bench->jumps[0].at, 8);
    assert_false(bench->jumps[0].is_spike);
    /* with errors of 1/2 the series' own unrest decides */
    assert_int_equal(find(bench, under, 9, 0.5), 1);
    const double restless[] = {0, 3, 0, 3, 0, 3, 0, 3, 3 + 5.70 * 2};
    assert_int_equal(find(bench, restless, 9, 0.5), 0);
}

/* Without unrest the last step's own error decides alone, however great those of the others are. */
static void a_quiet_series_jumps_at_the_limit_of_the_step(void **state)
{
    struct bench *bench = *state;
    for (int errors = 0; errors < 2; errors++)
        for (int over = 0; over < 2; over++) {
            const double y[] = {0, 0, 0, 0, 0, 0, 0, 0, (over ? 5.71 : 5.70) * 2};
            set(bench, y, 9, errors ? 50 : 2);
            bench->points[8].error = 2;
            assert_int_equal(jump_find(bench->arena, bench->points, 9, bench->jumps), over);
        }
}

static void a_spike_is_named_once_wherever_it_stands(void **state)
{
    struct bench *bench = *state;
    for (size_t at = 1; at < 9; at++) {
        double y[10] = {5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1};
        y[at] = 9;
        assert_int_equal(find(bench, y, 10, 0.1), 1);
        assert_int_equal(bench->jumps[0].at, at);
        assert_true(bench->jumps[0].is_spike);
    }
}

/* At the end nobody knows yet whether it comes back. */
static void a_jump_at_the_end_is_no_spike(void **state)
{
    struct bench *bench = *state;
    const double last[] = {5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 5, 9};
    const double first[] = {9, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1};
    assert_int_equal(find(bench, last, 10, 0.1), 1);
    assert_int_equal(bench->jumps[0].at, 9);
    assert_false(bench->jumps[0].is_spike);
    assert_int_equal(find(bench, first, 10, 0.1), 1);
    assert_int_equal(bench->jumps[0].at, 1);
    assert_false(bench->jumps[0].is_spike);
}

/* The way back may be too slow a step to be a jump itself: half is enough. */
static void half_of_the_way_back_makes_a_spike(void **state)
{
    struct bench *bench = *state;
    const double half[] = {5, 5, 5, 5, 9, 6.9, 5, 5, 5, 5},
                 less[] = {5, 5, 5, 5, 9, 7.1, 7, 7, 7, 7};
    const double slow_there[] = {5, 5, 5, 6.9, 9, 5, 5, 5, 5, 5};
    assert_int_equal(find(bench, half, 10, 0.4), 1);
    assert_true(bench->jumps[0].is_spike);
    assert_int_equal(find(bench, less, 10, 0.4), 1);
    assert_false(bench->jumps[0].is_spike);
    assert_int_equal(bench->jumps[0].at, 4);
    assert_int_equal(find(bench, slow_there, 10, 0.5), 1);
    assert_int_equal(bench->jumps[0].at, 4);
}

static void a_trend_and_a_small_step_are_no_jumps(void **state)
{
    struct bench *bench = *state;
    double y[10] = {0};
    for (int i = 0; i < 10; i++)
        y[i] = 100 * i;
    assert_int_equal(find(bench, y, 10, 1), 0);
    const double small[] = {5, 5, 5, 5, 9, 5, 5, 5, 5, 5};
    set(bench, small, 10, 0.1);
    bench->points[4].matters = bench->points[5].matters = 4;
    assert_int_equal(jump_find(bench->arena, bench->points, 10, bench->jumps), 0);
    bench->points[4].matters = bench->points[5].matters = 3.9;
    assert_int_equal(jump_find(bench->arena, bench->points, 10, bench->jumps), 1);
}

static void steps_that_do_not_follow_are_not_looked_at(void **state)
{
    struct bench *bench = *state;
    const double shift[] = {5, 5.1, 5, 5.1, 9, 9.1, 9, 9.1, 9, 9.1};
    set(bench, shift, 10, 0.1);
    bench->points[4].follows = false;
    assert_int_equal(jump_find(bench->arena, bench->points, 10, bench->jumps), 0);
}

static void short_series_have_no_jumps(void **state)
{
    struct bench *bench = *state;
    const double y[] = {5, 5, 5, 99, 5, 5, 5};
    assert_int_equal(find(bench, y, 0, 1), 0);
    assert_int_equal(find(bench, y, 6, 1), 0);
    assert_int_equal(find(bench, y, 7, 1), 1);
    set(bench, y, 7, 1);
    bench->points[1].follows = false;
    assert_int_equal(jump_find(bench->arena, bench->points, 7, bench->jumps), 0);
}

/* Without counts a series that never moved has no unrest: any step is one too many. */
static void a_constant_series_without_counts(void **state)
{
    struct bench *bench = *state;
    const double same[] = {5, 5, 5, 5, 5, 5, 5, 5}, once[] = {5, 5, 5, 5, 6, 6, 6, 6};
    assert_int_equal(find(bench, same, 8, 0), 0);
    assert_int_equal(find(bench, once, 8, 0), 1);
}

/* A small generator of its own, so that the rate is the same everywhere. */
static double uniform(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(*state >> 11) / 9007199254740992.0;
}

static double normal(uint64_t *state)
{
    double radius = sqrt(-2 * log(1 - uniform(state)));
    return radius * cos(2 * 3.14159265358979323846 * uniform(state));
}

/* Levels with twice the variance of their counts: in 2,000 series of 9 and 2,000 of 11 points. */
static void false_alarms_are_rare(void **state)
{
    struct bench *bench = *state;
    uint64_t seed = 1;
    for (int counts = 0; counts < 2; counts++)
        for (size_t n = 9; n <= 11; n += 2) {
            size_t alarms = 0;
            for (int i = 0; i < 2000; i++) {
                double y[11];
                for (size_t j = 0; j < n; j++)
                    y[j] = sqrt(2) * normal(&seed);
                alarms += find(bench, y, n, counts ? sqrt(2) : 0) > 0;
            }
            assert_true(alarms <= (counts ? 4 : 20));
        }
}

/* What comes after a hole takes nothing back: the jump before it stays one. */
static void a_jump_before_a_hole_is_no_spike(void **state)
{
    struct bench *bench = *state;
    const double y[] = {5, 5.1, 5, 5.1, 5, 5.1, 5, 9, 5, 5.1};
    assert_int_equal(find(bench, y, 10, 0.1), 1);
    assert_true(bench->jumps[0].is_spike);
    bench->points[8].follows = false;
    assert_int_equal(jump_find(bench->arena, bench->points, 10, bench->jumps), 1);
    assert_int_equal(bench->jumps[0].at, 7);
    assert_false(bench->jumps[0].is_spike);
}

#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(real_spikes_are_found_with_and_without_counts),
        BENCH_TEST(the_limit_is_where_the_formula_says),
        BENCH_TEST(a_quiet_series_jumps_at_the_limit_of_the_step),
        BENCH_TEST(a_spike_is_named_once_wherever_it_stands),
        BENCH_TEST(a_jump_at_the_end_is_no_spike),
        BENCH_TEST(half_of_the_way_back_makes_a_spike),
        BENCH_TEST(a_trend_and_a_small_step_are_no_jumps),
        BENCH_TEST(steps_that_do_not_follow_are_not_looked_at),
        BENCH_TEST(short_series_have_no_jumps),
        BENCH_TEST(a_constant_series_without_counts),
        BENCH_TEST(false_alarms_are_rare),
        BENCH_TEST(a_jump_before_a_hole_is_no_spike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
