/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/difference.h"

#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

static struct estimate of_shares(double x1, double n1, double x2, double n2, double confidence)
{
    return difference_mover(METHOD_NEWCOMBE10, interval_wilson(x1, n1, confidence),
                            interval_wilson(x2, n2, confidence));
}

static struct estimate of_rates(double x1, double e1, double x2, double e2)
{
    return difference_mover(METHOD_MOVER_GARWOOD, interval_garwood(x1, e1, 0.95),
                            interval_garwood(x2, e2, 0.95));
}

/* --- against R -------------------------------------------------------------------------------- */
/* R 4.2: the formula of Newcombe (1998b), method 10, by hand. */
static void differences_of_shares_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x1, n1, x2, n2, confidence, gap, lower, upper;
    } rows[] = {
        {16, 310, 7694, 76260, 0.95, -0.0492787831104117, -0.0689940336441275, -0.0186320954002763},
        {2, 45, 2193, 72389, 0.99, 0.014149786416291, -0.0216062585633448, 0.166948960141284},
        {2, 22, 18416, 73903, 0.9, -0.158282416878144, -0.218694468943548, -0.00830440677000527},
        {80, 310, 18997, 75337, 0.99, 0.00590422304595223, -0.0527130663185098, 0.0746370112069388},
        {1183, 4800, 17425, 69545, 0.9, -0.00409885985093583, -0.0145438285053785,
         0.00661733003777991},
        {4, 45, 2301, 77556, 0.95, 0.0592200044698884, 0.00542844956171187, 0.177672657510274},
        {17, 45, 18849, 74859, 0.9, 0.125984406239285, 0.0172160461306242, 0.248612096313957},
        {6, 90, 2263, 76721, 0.95, 0.037170179394603, 0.0013926002063054, 0.108414131862026},
        {27, 45, 17992, 71275, 0.99, 0.347569273938969, 0.158592431176542, 0.510853056920624},
        {15, 90, 7438, 73423, 0.9, 0.0653632603770844, 0.0106551680226196, 0.139518629914313},
        {475, 4800, 7007, 69881, 0.99, -0.00131212644829544, -0.0122750263714436,
         0.0107019336766727},
        {30, 30, 12000, 75000, 0.95, 0.84, 0.72645588542321, 0.842606294508026},
        {0, 25, 0, 75000, 0.95, 0, -5.12168276447973e-05, 0.133192250939048},
        {1, 1, 40000, 75000, 0.95, 0.466666666666667, -0.326792044061013, 0.470238710326519},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate gap =
            of_shares(rows[i].x1, rows[i].n1, rows[i].x2, rows[i].n2, rows[i].confidence);
        assert_interval(gap, rows[i].gap, rows[i].lower, rows[i].upper, 1e-12);
        assert_int_equal(gap.method, METHOD_NEWCOMBE10);
    }
}

/* Newcombe (1998b), Statist. Med. 17:873, table II, method 10, examples (a), (b) and (h). */
static void differences_of_shares_are_those_that_newcombe_printed(void **state)
{
    (void)state;
    static const double rows[][6] = {
        {56, 70, 48, 80, 0.0524, 0.3339},
        {9, 10, 3, 10, 0.1705, 0.8090},
        {10, 10, 0, 10, 0.6075, 1.0000},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const double *row = rows[i];
        struct estimate gap = of_shares(row[0], row[1], row[2], row[3], 0.95);
        assert_interval(gap, row[0] / row[1] - row[2] / row[3], row[4], row[5], 5.1e-5);
    }
}

/* R 4.2: MOVER with limits by qchisq, per 1,000. */
static void differences_of_rates_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x1, e1, x2, e2, lower, upper;
    } rows[] = {
        {7, 40, 3839, 76000, 19.8333222498428, 310.060498316685},
        {11, 2600, 225, 76000, -0.888448503007274, 4.63039260807764},
        {105, 2600, 3857, 76000, -17.8973031622654, -1.71474760412187},
        {7, 150, 3764, 76000, -30.8101872500973, 46.6497430754929},
        {0, 40, 924, 76000, -12.967781629918, 80.0673176329255},
        {1, 150, 931, 76000, -12.1318587568675, 24.9041245983417},
        {0, 40, 238, 76000, -3.55573765153612, 89.091212069208},
        {0, 200, 150, 76000, -2.31601534338256, 16.4732051210334},
        {1, 20, 0, 76000, 1.26586622799271, 278.582169546945},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double gap = rows[i].x1 / rows[i].e1 - rows[i].x2 / rows[i].e2;
        struct estimate found = of_rates(rows[i].x1, rows[i].e1, rows[i].x2, rows[i].e2);
        assert_interval(estimate_scale(found, 1000), 1000 * gap, rows[i].lower, rows[i].upper,
                        1e-9);
    }
}

/* R 4.2: t.test's formulas (Welch, Satterthwaite) from means, numbers and spreads. */
static void differences_of_means_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        struct mean a, b;
        double lower, upper;
    } rows[] = {
        {{5.3, 24, 2.28}, {6.89, 825, 2.75}, -2.56861430567612, -0.611385694323875},
        {{6.14, 9, 2.89}, {6.95, 605, 2.88}, -3.03659161661593, 1.41659161661593},
        {{6.11, 90, 2.99}, {6.59, 723, 2.22}, -1.12627165612889, 0.166271656128888},
        {{5.38, 85, 2.9}, {6.71, 726, 1.83}, -1.96911946112934, -0.690880538870657},
        {{5.85, 116, 2.95}, {6.76, 768, 2.27}, -1.47534566700766, -0.34465433299234},
        {{6.34, 45, 2.46}, {6.04, 807, 2.82}, -0.462828905971569, 1.06282890597157},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate gap = difference_welch(rows[i].a, rows[i].b, 0.95);
        assert_interval(gap, rows[i].a.mean - rows[i].b.mean, rows[i].lower, rows[i].upper, 1e-9);
        assert_int_equal(gap.method, METHOD_WELCH);
    }
}

/* --- identities ------------------------------------------------------------------------------- */
static void check_mirror(struct estimate gap, struct estimate turned)
{
    assert_interval(turned, -gap.value, -gap.upper, -gap.lower, 1e-15);
    assert_true(gap.lower <= gap.value && gap.value <= gap.upper);
}

/* Every pair of counts in groups from three persons to a municipality. */
static void swapping_the_groups_negates_the_gap_and_its_limits(void **state)
{
    (void)state;
    static const double sizes[] = {1, 3, 22, 310, 80000};
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        for (size_t j = 0; j < COUNT_OF(sizes); j++)
            for (int step = 0; step <= 64; step++) {
                double n1 = sizes[i], x1 = n1 * (step % 8) / 7;
                double n2 = sizes[j], x2 = n2 * (step / 8) / 8;
                struct estimate gap = of_shares(x1, n1, x2, n2, 0.95);
                check_mirror(gap, of_shares(x2, n2, x1, n1, 0.95));
                assert_true(gap.lower >= -1 && gap.upper <= 1);
                check_mirror(of_rates(x1, n1, x2, n2), of_rates(x2, n2, x1, n1));
                struct mean a = {x1, n1 + 1, x2}, b = {x2, n2 + 1, 2};
                check_mirror(difference_welch(a, b, 0.9), difference_welch(b, a, 0.9));
            }
}

static void gap_is_zero_when_both_levels_are_equal(void **state)
{
    (void)state;
    struct estimate gap = of_shares(13, 118, 26, 236, 0.95);
    assert_near(gap.value, 0, 1e-16);
    assert_true(gap.lower < 0 && gap.upper > 0);
    struct estimate same = of_shares(13, 118, 13, 118, 0.95);
    assert_near(same.value, 0, 0);
    assert_near(same.lower, -same.upper, 1e-16);
}

/* Against a group without uncertainty only one's own limits are left. */
static void a_group_known_exactly_adds_nothing_to_the_width(void **state)
{
    (void)state;
    struct estimate share = interval_wilson(13, 118, 0.95);
    struct estimate exact = estimate_interval(METHOD_WILSON, 0.3, 0.3, 0.3);
    assert_interval(difference_mover(METHOD_MOVER, share, exact), share.value - 0.3,
                    share.lower - 0.3, share.upper - 0.3, 1e-15);
}

/* Equal numbers and spreads: Satterthwaite's degrees of freedom are 2n - 2. */
static void welch_is_student_when_the_groups_are_alike(void **state)
{
    (void)state;
    for (double n = 2; n < 100; n += 7) {
        struct mean a = {7, n, 2.5}, b = {4, n, 2.5};
        double half = student_quantile(0.975, 2 * n - 2) * 2.5 * sqrt(2 / n);
        assert_interval(difference_welch(a, b, 0.95), 3, 3 - half, 3 + half, 1e-10);
    }
}

/* One spread of zero: the degrees of freedom are those of the other group. */
static void a_group_of_equals_leaves_the_other_ones_degrees_of_freedom(void **state)
{
    (void)state;
    struct mean a = {7, 12, 2.5}, b = {4, 30, 0};
    struct estimate own = interval_mean(7, 12, 2.5, 0.95);
    assert_interval(difference_welch(a, b, 0.95), 3, own.lower - 4, own.upper - 4, 1e-12);
}

static void welch_scales_and_shifts_with_its_unit(void **state)
{
    (void)state;
    struct mean a = {5.3, 24, 2.28}, b = {6.89, 825, 2.75};
    struct estimate gap = difference_welch(a, b, 0.95);
    struct mean as = {5.3e4 + 1e9, 24, 2.28e4}, bs = {6.89e4 + 1e9, 825, 2.75e4};
    assert_interval(difference_welch(as, bs, 0.95), 1e4 * gap.value, 1e4 * gap.lower,
                    1e4 * gap.upper, 1e-5);
}

/* --- degenerate groups ------------------------------------------------------------------------ */
static void without_two_intervals_the_gap_is_a_point_or_nothing(void **state)
{
    (void)state;
    struct estimate interval = estimate_interval(METHOD_WILSON, 0.4, 0.3, 0.5);
    struct estimate point = estimate_point(METHOD_GIVEN, 0.1, REASON_NO_COUNTS);
    struct estimate other = estimate_point(METHOD_GIVEN, 0.2, REASON_NO_SPREAD);
    struct estimate none = estimate_undefined(REASON_SUPPRESSED);
    const struct {
        struct estimate a, b;
        double gap;
        enum reason reason;
    } rows[] = {
        {interval, point, 0.3, REASON_NO_COUNTS},
        {point, interval, -0.3, REASON_NO_COUNTS},
        {point, other, -0.1, REASON_NO_COUNTS},
        {other, point, 0.1, REASON_NO_SPREAD},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate gap = difference_mover(METHOD_MOVER, rows[i].a, rows[i].b);
        assert_int_equal(gap.state, ESTIMATE_POINT);
        assert_int_equal(gap.method, METHOD_DIFFERENCE);
        assert_int_equal(gap.reason, rows[i].reason);
        assert_near(gap.value, rows[i].gap, 1e-16);
    }
    assert_undefined(difference_mover(METHOD_MOVER, none, interval), REASON_SUPPRESSED);
    assert_undefined(difference_mover(METHOD_MOVER, interval, none), REASON_SUPPRESSED);
    assert_undefined(difference_mover(METHOD_MOVER, none, estimate_undefined(REASON_MISSING)),
                     REASON_SUPPRESSED);
    assert_undefined(difference_mover(METHOD_MOVER, point, none), REASON_SUPPRESSED);
}

static void welch_without_spreads_or_persons_is_a_point(void **state)
{
    (void)state;
    static const struct mean enough = {6, 20, 2};
    static const struct mean lacking[] = {{5, 20, -1}, {5, 1, 2},  {5, 0, 2},
                                          {5, 1.9, 0}, {5, -3, 2}, {5, 20, (double)NAN}};
    for (size_t i = 0; i < COUNT_OF(lacking); i++) {
        struct estimate first = difference_welch(lacking[i], enough, 0.95);
        struct estimate second = difference_welch(enough, lacking[i], 0.95);
        assert_int_equal(first.state, ESTIMATE_POINT);
        assert_int_equal(second.state, ESTIMATE_POINT);
        assert_int_equal(first.reason, REASON_NO_SPREAD);
        assert_int_equal(second.reason, REASON_NO_SPREAD);
        assert_near(first.value, -1, 0);
        assert_near(second.value, 1, 0);
    }
}

static void welch_with_two_spreads_of_zero_has_no_width(void **state)
{
    (void)state;
    struct mean a = {6.1, 12, 0}, b = {6.1, 2, 0}, c = {7.1, 2, 0};
    assert_interval(difference_welch(a, b, 0.95), 0, 0, 0, 0);
    assert_interval(difference_welch(a, c, 0.95), -1, -1, -1, 1e-15);
}

/* The most likely second share with the first `apart` above it, by searching for it. */
static double likely_share(double x1, double n1, double x2, double n2, double apart)
{
    double low = fmax(0, -apart), high = fmin(1, 1 - apart);
    for (int i = 0; i < 200; i++) {
        double q = low + (high - low) / 2, p = q + apart;
        /* slope of the log likelihood; falls with q */
        double slope = (x1 > 0 ? x1 / p : 0) - (x1 < n1 ? (n1 - x1) / (1 - p) : 0) +
                       (x2 > 0 ? x2 / q : 0) - (x2 < n2 ? (n2 - x2) / (1 - q) : 0);
        if (slope > 0)
            low = q;
        else
            high = q;
    }
    return low + (high - low) / 2;
}

static void miettinen_nurminen_solves_the_score_equation(void **state)
{
    (void)state;
    static const double cases[][4] = {{56, 70, 48, 80}, {9, 10, 3, 10},         {6, 7, 2, 7},
                                      {5, 56, 0, 29},   {15, 30, 25304, 81051}, {1, 3, 2, 900}};
    double z = normal_quantile(0.975);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double *c = cases[i];
        struct estimate d = difference_miettinen_nurminen(c[0], c[1], c[2], c[3], 0.95);
        double limits[] = {d.lower, d.upper}, n = c[1] + c[3];
        for (size_t k = 0; k < 2; k++) {
            double q = likely_share(c[0], c[1], c[2], c[3], limits[k]), p = q + limits[k];
            double variance = (p * (1 - p) / c[1] + q * (1 - q) / c[3]) * n / (n - 1);
            assert_near(fabs(d.value - limits[k]) / sqrt(variance), z, 1e-6);
        }
        struct estimate swapped = difference_miettinen_nurminen(c[2], c[3], c[0], c[1], 0.95);
        assert_interval(swapped, -d.value, -d.upper, -d.lower, 1e-10);
        struct estimate mirrored =
            difference_miettinen_nurminen(c[1] - c[0], c[1], c[3] - c[2], c[3], 0.95);
        assert_interval(mirrored, -d.value, -d.upper, -d.lower, 1e-10);
    }
}

static void miettinen_nurminen_at_the_ends(void **state)
{
    (void)state;
    struct estimate d = difference_miettinen_nurminen(10, 10, 0, 20, 0.95);
    assert_near(d.lower, 0.7156, 6e-5); /* Newcombe (1998b), table II */
    assert_near(d.upper, 1, 0);
    d = difference_miettinen_nurminen(0, 10, 0, 20, 0.95);
    assert_true(d.state == ESTIMATE_INTERVAL && d.lower < 0 && d.upper > 0);
    d = difference_miettinen_nurminen(0, 20, 10, 10, 0.95);
    assert_near(d.lower, -1, 0);
    d = difference_miettinen_nurminen(1, 1, 0, 1, 0.95);
    assert_true(d.lower < 1 && d.upper <= 1);
    assert_undefined(difference_miettinen_nurminen(0, 0, 1, 2, 0.95), REASON_NO_DENOMINATOR);
    assert_undefined(difference_miettinen_nurminen(3, 2, 1, 2, 0.95), REASON_INCONSISTENT_INPUT);
}

static void welch_pieces_agree_with_the_interval(void **state)
{
    (void)state;
    struct mean a = {5.3, 24, 2.28}, b = {6.89, 825, 2.75};
    struct difference_test test = difference_welch_test(a, b, 0.95);
    assert_true(test.has_p);
    assert_near(test.standard_error, sqrt(2.28 * 2.28 / 24 + 2.75 * 2.75 / 825), 1e-15);
    assert_near(test.df, 24.9866976798317, 1e-9);
    double half = student_quantile(0.975, test.df) * test.standard_error;
    assert_interval(test.difference, -1.59, -1.59 - half, -1.59 + half, 1e-12);
    /* the interval at 1 - p ends at zero */
    assert_near(difference_welch(a, b, 1 - test.p).upper, 0, 1e-9);
    assert_near(difference_welch_test(b, a, 0.95).p, test.p, 1e-15);
    a.spread = b.spread = 0;
    test = difference_welch_test(a, b, 0.95);
    assert_false(test.has_p);
    assert_interval(test.difference, -1.59, -1.59, -1.59, 1e-15);
    a.spread = -1;
    assert_int_equal(difference_welch_test(a, b, 0.95).difference.state, ESTIMATE_POINT);
}

static void the_gap_to_the_whole_is_a_share_of_that_to_the_rest(void **state)
{
    (void)state;
    struct part_whole gap = difference_part_whole(2302, 4700, 25831, 81269, 0.95);
    assert_near(gap.gap_whole.value, gap.part - gap.whole, 1e-15);
    assert_near(gap.gap_whole.lower, (1 - gap.w) * gap.gap_rest.lower, 1e-15);
    assert_near(gap.w * gap.part + (1 - gap.w) * gap.rest, gap.whole, 1e-15);
    struct estimate rest = difference_mover(METHOD_NEWCOMBE10, interval_wilson(2302, 4700, 0.95),
                                            interval_wilson(25831 - 2302, 81269 - 4700, 0.95));
    assert_near(gap.gap_rest.upper, rest.upper, 0);
    /* equal shares: correct over naive error is sqrt((1 - w)/(1 + w)) (Hayes & Berry 2006) */
    gap = difference_part_whole(25, 100, 125, 500, 0.95);
    assert_near(gap.correct_error / gap.naive_error, sqrt(0.8 / 1.2), 1e-12);
}

static void part_and_whole_that_contradict_each_other(void **state)
{
    (void)state;
    assert_undefined(difference_part_whole(12, 50, 9, 80000, 0.95).gap_rest,
                     REASON_INCONSISTENT_INPUT);
    assert_undefined(difference_part_whole(12, 50, 60, 40, 0.95).gap_rest,
                     REASON_INCONSISTENT_INPUT);
    assert_undefined(difference_part_whole(0, 0, 9, 80, 0.95).gap_whole, REASON_NO_DENOMINATOR);
    assert_undefined(difference_part_whole(12, 50, 12, 50, 0.95).gap_rest, REASON_NO_COMPARATOR);
    struct part_whole all = difference_part_whole(40, 40, 40, 80000, 0.95);
    assert_near(all.gap_rest.upper, 1, 0);
    assert_near(all.correct_error, 0, 0);
}

static void a_sum_of_two_is_the_mover_of_two(void **state)
{
    (void)state;
    const struct estimate a = estimate_interval(METHOD_WILSON, 0.4, 0.31, 0.52);
    const struct estimate b = estimate_interval(METHOD_WILSON, 0.3, 0.28, 0.35);
    const struct estimate terms[] = {a, b};
    const double apart[] = {1, -1}, twice[] = {2, -2}, back[] = {-1, 1};
    struct estimate two = difference_mover(METHOD_MOVER, a, b);
    assert_interval(difference_mover_sum(terms, apart, 2), two.value, two.lower, two.upper, 1e-15);
    assert_interval(difference_mover_sum(terms, twice, 2), 2 * two.value, 2 * two.lower,
                    2 * two.upper, 1e-15);
    assert_interval(difference_mover_sum(terms, back, 2), -two.value, -two.upper, -two.lower,
                    1e-15);
}

static void terms_without_weight_do_not_matter_and_others_pass_on_what_they_lack(void **state)
{
    (void)state;
    const struct estimate terms[] = {estimate_interval(METHOD_WILSON, 0.4, 0.31, 0.52),
                                     estimate_undefined(REASON_SUPPRESSED),
                                     estimate_point(METHOD_GIVEN, 0.2, REASON_NO_COUNTS)};
    const double first[] = {1, 0, 0}, second[] = {1, 1, 1}, third[] = {1, 0, 3};
    assert_interval(difference_mover_sum(terms, first, 3), 0.4, 0.31, 0.52, 1e-15);
    assert_undefined(difference_mover_sum(terms, second, 3), REASON_SUPPRESSED);
    struct estimate point = difference_mover_sum(terms, third, 3);
    assert_int_equal(point.state, ESTIMATE_POINT);
    assert_int_equal(point.reason, REASON_NO_COUNTS);
    assert_near(point.value, 1, 1e-15);
}

static void at_no_confidence_the_score_interval_is_the_difference_itself(void **state)
{
    (void)state;
    static const double rows[][4] = {{7, 20, 3, 15}, {20, 20, 0, 20}, {0, 20, 20, 20},
                                     {9, 9, 9, 9},   {0, 9, 0, 9},    {1, 2, 1, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const double *r = rows[i], d = r[0] / r[1] - r[2] / r[3];
        struct estimate gap = difference_miettinen_nurminen(r[0], r[1], r[2], r[3], 0);
        assert_interval(gap, d, d, d, 1e-9);
    }
}

static void score_intervals_of_what_are_no_counts(void **state)
{
    (void)state;
    static const struct {
        double x1, n1, x2, n2;
        enum reason reason;
    } rows[] = {
        {1, 0, 1, 5, REASON_NO_DENOMINATOR},         {1, 5, 1, 0, REASON_NO_DENOMINATOR},
        {-1, 5, 1, 5, REASON_INCONSISTENT_INPUT},    {6, 5, 1, 5, REASON_INCONSISTENT_INPUT},
        {1, 5, 6, 5, REASON_INCONSISTENT_INPUT},     {1, HUGE_VAL, 1, 5, REASON_INCONSISTENT_INPUT},
        {0, 0.5, 0, 0.4, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_undefined(
            difference_miettinen_nurminen(rows[i].x1, rows[i].n1, rows[i].x2, rows[i].n2, 0.95),
            rows[i].reason);
    struct part_whole gap = difference_part_whole(6, 5, 20, 50, 0.95);
    assert_undefined(gap.gap_rest, REASON_INCONSISTENT_INPUT);
    assert_undefined(gap.gap_whole, REASON_INCONSISTENT_INPUT);
}

static void a_sum_of_points_lacks_its_interval_for_the_first_ones_reason(void **state)
{
    (void)state;
    const struct estimate terms[] = {estimate_point(METHOD_DIFFERENCE, 1, REASON_NO_SPREAD),
                                     estimate_interval(METHOD_T, 2, 1, 3),
                                     estimate_point(METHOD_DIFFERENCE, 4, REASON_TOO_FEW_YEARS)};
    const double weights[] = {1, 1, -1};
    struct estimate sum = difference_mover_sum(terms, weights, 3);
    assert_int_equal(sum.state, ESTIMATE_POINT);
    assert_int_equal(sum.reason, REASON_NO_SPREAD);
    assert_near(sum.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences_of_shares_are_those_of_r),
        cmocka_unit_test(differences_of_shares_are_those_that_newcombe_printed),
        cmocka_unit_test(differences_of_rates_are_those_of_r),
        cmocka_unit_test(differences_of_means_are_those_of_r),
        cmocka_unit_test(swapping_the_groups_negates_the_gap_and_its_limits),
        cmocka_unit_test(gap_is_zero_when_both_levels_are_equal),
        cmocka_unit_test(a_group_known_exactly_adds_nothing_to_the_width),
        cmocka_unit_test(welch_is_student_when_the_groups_are_alike),
        cmocka_unit_test(a_group_of_equals_leaves_the_other_ones_degrees_of_freedom),
        cmocka_unit_test(welch_scales_and_shifts_with_its_unit),
        cmocka_unit_test(without_two_intervals_the_gap_is_a_point_or_nothing),
        cmocka_unit_test(welch_without_spreads_or_persons_is_a_point),
        cmocka_unit_test(welch_with_two_spreads_of_zero_has_no_width),
        cmocka_unit_test(miettinen_nurminen_solves_the_score_equation),
        cmocka_unit_test(miettinen_nurminen_at_the_ends),
        cmocka_unit_test(welch_pieces_agree_with_the_interval),
        cmocka_unit_test(the_gap_to_the_whole_is_a_share_of_that_to_the_rest),
        cmocka_unit_test(part_and_whole_that_contradict_each_other),
        cmocka_unit_test(a_sum_of_two_is_the_mover_of_two),
        cmocka_unit_test(terms_without_weight_do_not_matter_and_others_pass_on_what_they_lack),
        cmocka_unit_test(at_no_confidence_the_score_interval_is_the_difference_itself),
        cmocka_unit_test(score_intervals_of_what_are_no_counts),
        cmocka_unit_test(a_sum_of_points_lacks_its_interval_for_the_first_ones_reason),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
