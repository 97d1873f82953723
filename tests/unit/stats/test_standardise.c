/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/standardise.h"

static const double xa[] = {17, 75, 6, 110}, na[] = {30, 169, 28, 221};
static const double xr[] = {2548, 1123, 604, 1040}, nr[] = {18053, 16045, 9256, 6512};
static const struct strata area = {xa, na, 4}, rest = {xr, nr, 4};

static void parts_sum_to_the_gap(void **state)
{
    (void)state;
    struct kitagawa split = standardise_kitagawa(&area, &rest);
    assert_int_equal(split.reason, REASON_NONE);
    assert_near(split.crude_area, 208.0 / 448, 1e-15);
    assert_near(split.crude_rest, 5315.0 / 49866, 1e-15);
    assert_near(split.total, split.crude_area - split.crude_rest, 0);
    assert_near(split.rate_effect + split.composition_effect, split.total, 1e-15);
}

/* The other way to it: the mean of standardising to the one and to the other. */
static void rate_effect_is_the_mean_of_two_standardised_gaps(void **state)
{
    (void)state;
    double by_area = standardise_share(&area, na).value - standardise_share(&rest, na).value;
    double by_rest = standardise_share(&area, nr).value - standardise_share(&rest, nr).value;
    assert_near(standardise_kitagawa(&area, &rest).rate_effect, (by_area + by_rest) / 2, 1e-15);
}

static void swapping_the_two_negates_everything(void **state)
{
    (void)state;
    struct kitagawa split = standardise_kitagawa(&area, &rest);
    struct kitagawa other = standardise_kitagawa(&rest, &area);
    assert_near(split.total, -other.total, 0);
    assert_near(split.rate_effect, -other.rate_effect, 0);
    assert_near(split.composition_effect, -other.composition_effect, 0);
}

static void equal_rates_leave_composition_alone(void **state)
{
    (void)state;
    const double x1[] = {10, 60}, n1[] = {100, 200}, x2[] = {50, 30}, n2[] = {500, 100};
    const struct strata one = {x1, n1, 2}, two = {x2, n2, 2};
    struct kitagawa split = standardise_kitagawa(&one, &two);
    assert_near(split.rate_effect, 0, 1e-16);
    assert_near(split.composition_effect, split.total, 1e-15);
    const double half[] = {50, 100};
    const double x3[] = {7, 5};
    const struct strata three = {x3, half, 2};
    split = standardise_kitagawa(&one, &three);
    assert_near(split.composition_effect, 0, 1e-16);
}

static void a_group_of_nobody_in_both_is_no_group(void **state)
{
    (void)state;
    const double x1[] = {17, 0, 75}, n1[] = {30, 0, 169}, x2[] = {2548, 0, 1123};
    const double n2[] = {18053, 0, 16045};
    const struct strata with = {x1, n1, 3}, also = {x2, n2, 3}, a = {xa, na, 2}, r = {xr, nr, 2};
    assert_near(standardise_kitagawa(&with, &also).rate_effect,
                standardise_kitagawa(&a, &r).rate_effect, 1e-16);
    assert_near(standardise_share(&with, n2).value, standardise_share(&a, nr).value, 1e-16);
}

static void nothing_to_split(void **state)
{
    (void)state;
    const double x1[] = {3, 0}, n1[] = {30, 0}, zeros[] = {0, 0}, negative[] = {-1, 3};
    const double n2[] = {6000, 5000};
    const struct strata empty_in_one = {x1, n1, 2}, full = {n1, n2, 2}, nobody = {zeros, zeros, 2};
    const struct strata wrong = {negative, n2, 2}, longer = {xr, nr, 3}, none = {xr, nr, 0};
    const struct {
        const struct strata *area, *rest;
        enum reason reason;
    } cases[] = {
        {&empty_in_one, &full, REASON_EMPTY_STRATUM}, {&full, &empty_in_one, REASON_EMPTY_STRATUM},
        {&nobody, &full, REASON_NO_DENOMINATOR},      {&none, &none, REASON_NO_DENOMINATOR},
        {&wrong, &full, REASON_INCONSISTENT_INPUT},   {&full, &longer, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kitagawa split = standardise_kitagawa(cases[i].area, cases[i].rest);
        assert_int_equal(split.reason, cases[i].reason);
        assert_near(fabs(split.total) + fabs(split.rate_effect), 0, 0);
    }
    assert_int_equal(standardise_share(&empty_in_one, n2).reason, REASON_EMPTY_STRATUM);
    assert_int_equal(standardise_share(&empty_in_one, n1).reason, REASON_NONE);
    assert_int_equal(standardise_share(&full, zeros).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(standardise_share(&full, negative).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(standardise_share(&wrong, n2).reason, REASON_INCONSISTENT_INPUT);
}

static void own_composition_is_the_crude_share(void **state)
{
    (void)state;
    struct standardised own = standardise_share(&area, na);
    assert_near(own.value, 208.0 / 448, 1e-15);
    const struct strata one = {xa, na, 1};
    struct standardised single = standardise_share(&one, nr);
    double p = 17.0 / 30;
    assert_near(single.value, p, 1e-16);
    assert_near(single.standard_error, sqrt(p * (1 - p) / 30), 1e-15);
}

static void only_the_proportions_of_the_weights_matter(void **state)
{
    (void)state;
    double scaled[4];
    for (size_t i = 0; i < 4; i++)
        scaled[i] = nr[i] * 1e-3;
    struct standardised a = standardise_share(&area, nr), b = standardise_share(&area, scaled);
    assert_near(a.value, b.value, 1e-15);
    assert_near(a.standard_error, b.standard_error, 1e-15);
    struct estimate c = standardise_rate(&area, nr, 0.95);
    struct estimate d = standardise_rate(&area, scaled, 0.95);
    assert_interval(d, c.value, c.lower, c.upper, 1e-14);
}

/* With one group the limits are Byar's over the persons: 15 in 400 is 0.0210 to 0.0619. */
static void one_group_is_byars_interval(void **state)
{
    (void)state;
    const double x[] = {15}, n[] = {400}, weight[] = {7};
    const struct strata one = {x, n, 1};
    assert_interval(standardise_rate(&one, weight, 0.95), 0.0375, 0.0210, 0.0619, 5e-5);
}

static void few_events_have_no_interval(void **state)
{
    (void)state;
    const double x[] = {9, 0}, more[] = {10, 0}, n[] = {400, 100}, zeros[] = {0, 0};
    const struct strata few = {x, n, 2}, enough = {more, n, 2}, none = {zeros, n, 2};
    struct estimate rate = standardise_rate(&few, n, 0.95);
    assert_int_equal(rate.state, ESTIMATE_POINT);
    assert_int_equal(rate.reason, REASON_TOO_FEW_EVENTS);
    assert_near(rate.value, 9.0 / 500, 1e-16);
    assert_int_equal(standardise_rate(&enough, n, 0.95).state, ESTIMATE_INTERVAL);
    assert_near(standardise_rate(&none, n, 0.95).value, 0, 0);
    assert_undefined(standardise_rate(&enough, zeros, 0.95), REASON_NO_DENOMINATOR);
    const struct strata empty = {more, zeros, 2};
    assert_undefined(standardise_rate(&empty, n, 0.95), REASON_EMPTY_STRATUM);
}

/* Each effect anew as a sum of the rates, moved one by one. */
static double effect_of_move(bool of_rates, bool in_area, size_t group, double step)
{
    double a[4], r[4];
    for (size_t i = 0; i < 4; i++) {
        a[i] = xa[i] + (in_area && i == group ? step * na[i] : 0);
        r[i] = xr[i] + (!in_area && i == group ? step * nr[i] : 0);
    }
    const struct strata one = {a, na, 4}, two = {r, nr, 4};
    struct kitagawa split = standardise_kitagawa(&one, &two);
    return of_rates ? split.rate_effect : split.composition_effect;
}

static void errors_are_what_chance_in_each_rate_gives(void **state)
{
    (void)state;
    struct kitagawa split = standardise_kitagawa(&area, &rest);
    for (int events = 0; events < 2; events++) {
        standardise_kitagawa_errors(&area, &rest, events ? CHANCE_EVENTS : CHANCE_SHARE,
                                    STRATA_APART, &split);
        double variance[2] = {0, 0};
        for (size_t i = 0; i < 8; i++) {
            bool in_area = i < 4;
            double x = in_area ? xa[i % 4] : xr[i % 4], n = in_area ? na[i % 4] : nr[i % 4];
            double of_rate = events ? x / (n * n) : x / n * (1 - x / n) / n;
            for (int k = 0; k < 2; k++) {
                double moved = effect_of_move(k == 0, in_area, i % 4, 1e-3);
                double still = k == 0 ? split.rate_effect : split.composition_effect;
                double slope = (moved - still) / 1e-3;
                variance[k] += slope * slope * of_rate;
            }
        }
        assert_near(split.rate_error, sqrt(variance[0]), 1e-10);
        assert_near(split.composition_error, sqrt(variance[1]), 1e-10);
    }
}

/* The area is among the whole: moving its rate moves that of the whole by its part of it. */
static void errors_against_the_whole_know_the_overlap(void **state)
{
    (void)state;
    double xw[4], nw[4], variance[2] = {0, 0};
    for (size_t i = 0; i < 4; i++) {
        xw[i] = xa[i] + xr[i] / 100;
        nw[i] = na[i] + nr[i] / 100;
    }
    const struct strata whole = {xw, nw, 4};
    struct kitagawa split = standardise_kitagawa(&area, &whole);
    standardise_kitagawa_errors(&area, &whole, CHANCE_SHARE, STRATA_WITHIN, &split);
    for (size_t i = 0; i < 8; i++) {
        size_t g = i % 4;
        double a[4], w[4], n = i < 4 ? na[g] : nr[g] / 100, x = i < 4 ? xa[g] : xr[g] / 100;
        for (size_t j = 0; j < 4; j++) {
            a[j] = xa[j] + (i < 4 && j == g ? 1e-3 * n : 0);
            w[j] = xw[j] + (j == g ? 1e-3 * n : 0);
        }
        const struct strata one = {a, na, 4}, two = {w, nw, 4};
        struct kitagawa moved = standardise_kitagawa(&one, &two);
        double slopes[] = {(moved.rate_effect - split.rate_effect) / 1e-3,
                           (moved.composition_effect - split.composition_effect) / 1e-3};
        for (int k = 0; k < 2; k++)
            variance[k] += slopes[k] * slopes[k] * x / n * (1 - x / n) / n;
    }
    assert_near(split.rate_error, sqrt(variance[0]), 1e-10);
    assert_near(split.composition_error, sqrt(variance[1]), 1e-10);
    struct kitagawa apart = split;
    standardise_kitagawa_errors(&area, &whole, CHANCE_SHARE, STRATA_APART, &apart);
    assert_true(apart.rate_error > split.rate_error);
}

static void what_has_no_split_has_no_errors(void **state)
{
    (void)state;
    const struct strata shorter = {xr, nr, 3};
    struct kitagawa split = standardise_kitagawa(&area, &shorter);
    standardise_kitagawa_errors(&area, &shorter, CHANCE_SHARE, STRATA_APART, &split);
    assert_near(split.rate_error, 0, 0);
}

static void counts_below_zero_or_without_end_are_refused(void **state)
{
    (void)state;
    static const double wrong[] = {-1, HUGE_VAL, (double)NAN};
    for (size_t i = 0; i < 12; i++) {
        double x[2][2] = {{3, 5}, {4, 6}}, n[2][2] = {{30, 50}, {40, 60}};
        double *at[] = {&x[0][1], &n[0][1], &x[1][1], &n[1][1]};
        *at[i / 3] = wrong[i % 3];
        const struct strata one = {x[0], n[0], 2}, other = {x[1], n[1], 2};
        assert_int_equal(standardise_kitagawa(&one, &other).reason, REASON_INCONSISTENT_INPUT);
        const struct strata *hit = i < 6 ? &one : &other;
        assert_int_equal(standardise_share(hit, nr).reason, REASON_INCONSISTENT_INPUT);
        assert_undefined(standardise_rate(hit, nr, 0.95), REASON_INCONSISTENT_INPUT);
    }
    const double zeros[] = {0, 0, 0, 0}, no_end[] = {1e308, 1e308, 1e308, 1e308};
    const struct strata nobody = {zeros, zeros, 4};
    assert_int_equal(standardise_kitagawa(&area, &nobody).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(standardise_share(&area, no_end).reason, REASON_NO_DENOMINATOR);
    const double more[] = {31, 75, 6, 110};
    const struct strata over = {more, na, 4};
    assert_int_equal(standardise_share(&over, nr).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(standardise_rate(&over, nr, 0.95).state, ESTIMATE_INTERVAL);
}

static void a_group_without_weight_adds_nothing_to_the_rate(void **state)
{
    (void)state;
    const double x[] = {17, 99, 75}, n[] = {30, 0, 169}, weights[] = {2, 0, 3};
    const double x2[] = {17, 75}, n2[] = {30, 169}, weights2[] = {2, 3};
    const struct strata with = {x, n, 3}, without = {x2, n2, 2};
    struct estimate a = standardise_rate(&with, weights, 0.95);
    struct estimate b = standardise_rate(&without, weights2, 0.95);
    assert_interval(a, b.value, b.lower, b.upper, 0);
}

/*
 * A group that lies wholly in the area (with one event too many in the whole), one of nobody, and
 * one without events.
 */
static void groups_without_chance_add_no_error(void **state)
{
    (void)state;
    const double x[] = {5, 0, 0}, n[] = {20, 0, 30}, whole_x[] = {6, 0, 40},
                 whole_n[] = {20, 0, 100};
    const struct strata part = {x, n, 3}, whole = {whole_x, whole_n, 3};
    struct kitagawa split = standardise_kitagawa(&part, &whole);
    standardise_kitagawa_errors(&part, &whole, CHANCE_SHARE, STRATA_WITHIN, &split);
    const double ca = 0.4, cw = 20.0 / 120; /* composition of the first group */
    double v = 0.25 * 0.75 / 20, other = 40.0 / 70 * (30.0 / 70) / 70;
    double mean = (0.6 + 100.0 / 120) / 2, half = (0.6 - 100.0 / 120) / 2, apart = 0.7;
    assert_near(split.rate_error, mean * apart * sqrt(other), 1e-15); /* w = 1 in the first */
    assert_near(split.composition_error,
                sqrt((ca - cw) * (ca - cw) * v + half * half * apart * apart * other), 1e-15);
    standardise_kitagawa_errors(&part, &whole, CHANCE_EVENTS, STRATA_WITHIN, &split);
    assert_near(split.rate_error, mean * apart * sqrt(40.0 / (70 * 70)), 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_sum_to_the_gap),
        cmocka_unit_test(rate_effect_is_the_mean_of_two_standardised_gaps),
        cmocka_unit_test(swapping_the_two_negates_everything),
        cmocka_unit_test(equal_rates_leave_composition_alone),
        cmocka_unit_test(a_group_of_nobody_in_both_is_no_group),
        cmocka_unit_test(nothing_to_split),
        cmocka_unit_test(own_composition_is_the_crude_share),
        cmocka_unit_test(only_the_proportions_of_the_weights_matter),
        cmocka_unit_test(one_group_is_byars_interval),
        cmocka_unit_test(few_events_have_no_interval),
        cmocka_unit_test(errors_are_what_chance_in_each_rate_gives),
        cmocka_unit_test(errors_against_the_whole_know_the_overlap),
        cmocka_unit_test(what_has_no_split_has_no_errors),
        cmocka_unit_test(counts_below_zero_or_without_end_are_refused),
        cmocka_unit_test(a_group_without_weight_adds_nothing_to_the_rate),
        cmocka_unit_test(groups_without_chance_add_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
