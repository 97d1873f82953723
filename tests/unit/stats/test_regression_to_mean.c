/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/regression_to_mean.h"

#define MOST 60
#define ROUNDS 40000

/* A small generator of its own, so that the draws are the same everywhere. */
struct draws {
    unsigned long long state;
};

/* splitmix64 (Steele, Lea & Flood 2014). */
static double uniform(struct draws *draws)
{
    unsigned long long z = draws->state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return ((double)((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(struct draws *draws)
{
    double size = sqrt(-2 * log(uniform(draws)));
    return size * cos(2 * 3.14159265358979323846 * uniform(draws));
}

/* The mean of the m largest, and how far the same areas lie nearer 0 when they are measured again. */
struct drawn {
    double largest, moved;
};

static struct drawn choose(struct draws *draws, size_t m, size_t n, double within, double between)
{
    double truth[MOST], figure[MOST];
    struct drawn drawn = {0, 0};
    for (size_t i = 0; i < n; i++) {
        truth[i] = sqrt(between) * normal(draws);
        figure[i] = truth[i] + sqrt(within) * normal(draws);
    }
    for (size_t k = 0; k < m; k++) {
        size_t most = 0;
        for (size_t i = 1; i < n; i++)
            if (figure[i] > figure[most])
                most = i;
        drawn.largest += figure[most] / (double)m;
        drawn.moved += (figure[most] - truth[most] - sqrt(within) * normal(draws)) / (double)m;
        figure[most] = -HUGE_VAL;
    }
    return drawn;
}

static struct drawn simulate(unsigned long long seed, size_t m, size_t n, double within,
                             double between)
{
    struct draws draws = {seed};
    struct drawn mean = {0, 0};
    for (size_t i = 0; i < ROUNDS; i++) {
        struct drawn drawn = choose(&draws, m, n, within, between);
        mean.largest += drawn.largest / ROUNDS;
        mean.moved += drawn.moved / ROUNDS;
    }
    return mean;
}

static void intensity_is_the_mean_of_the_largest(void **state)
{
    (void)state;
    static const size_t cases[][2] = {{1, 10}, {2, 10}, {3, 40}, {1, 40}, {8, 40}, {39, 40}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawn drawn = simulate(i + 1, cases[i][0], cases[i][1], 1, 0);
        assert_near(selection_intensity(cases[i][0], cases[i][1]), drawn.largest, 0.03);
    }
    assert_near(selection_intensity(3, 40), simulate(7, 3, 40, 1, 0).largest, 0.005);
    /* the expected largest of two standard normal values is 1 / sqrt(pi) = 0.5642 (exact) */
    assert_near(selection_intensity(1, 2), 0.5642, 0.03);
}

static void movement_is_what_areas_chosen_by_chance_show(void **state)
{
    (void)state;
    static const double cases[][2] = {{1, 0}, {1, 1}, {2.4, 4.9}, {0.5, 9}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawn drawn = simulate(i + 11, 3, 40, cases[i][0], cases[i][1]);
        double expected = regression_to_mean(selection_intensity(3, 40), cases[i][0], cases[i][1]);
        assert_near(expected, drawn.moved, 0.02 * expected + 0.01);
    }
}

/*
 * B10's setting: 1,500 persons, a gap of 10 percentage points about a share of a quarter, and 1 point
 * between years: W = 25 * 75 / 1500 + 1 = 2.25. Its three worst of 40 close by 1.6 points where the
 * areas' true gaps have a standard deviation of 2 points.
 */
static void example_of_the_method(void **state)
{
    (void)state;
    double within = 25.0 * 75 / 1500 + 1;
    assert_near(regression_to_mean(selection_intensity(3, 40), within, 4), 1.6, 0.05);
    assert_near(simulate(21, 3, 40, within, 4).moved, 1.6, 0.06);
}

static void nothing_to_choose_by_moves_nothing(void **state)
{
    (void)state;
    assert_near(selection_intensity(0, 40), 0, 0);
    assert_near(selection_intensity(40, 40), 0, 0);
    assert_near(selection_intensity(41, 40), 0, 0);
    assert_near(regression_to_mean(1.8, 0, 4), 0, 0);
    assert_near(regression_to_mean(1.8, 0, 0), 0, 0);
    assert_near(regression_to_mean(1.8, (double)NAN, 1), 0, 0);
    /* areas alike: all that is extreme is chance */
    assert_near(regression_to_mean(1.8, 4, 0), 3.6, 1e-12);
    assert_true(regression_to_mean(1.8, 4, 1) < 3.6);
    for (size_t m = 2; m < 40; m++)
        assert_true(selection_intensity(m, 40) < selection_intensity(m - 1, 40));
}

static void variances_without_bound_give_nothing_back(void **state)
{
    (void)state;
    assert_near(regression_to_mean(1, 1e308, 1e308), 0, 0);
    assert_near(regression_to_mean(1, 1, HUGE_VAL), 0, 0);
    assert_near(regression_to_mean(1, HUGE_VAL, 1), 0, 0);
}

int main(void)
{
    distribution_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intensity_is_the_mean_of_the_largest),
        cmocka_unit_test(movement_is_what_areas_chosen_by_chance_show),
        cmocka_unit_test(example_of_the_method),
        cmocka_unit_test(nothing_to_choose_by_moves_nothing),
        cmocka_unit_test(variances_without_bound_give_nothing_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
