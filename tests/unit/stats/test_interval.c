/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/interval.h"
#include <gsl/gsl_randist.h>

#include "near.h"

#include "pejling/stats/distribution.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

static const double confidences[] = {0.8, 0.9, 0.95, 0.99, 0.998};

/* Counts as they occur from a section of a few flats to the whole municipality. */
static const double sizes[] = {1, 2, 3, 4, 17, 45, 310, 4987, 20000, 80000};

/* --- Wilson ----------------------------------------------------------------------------------- */
/* R 4.2: the formula of Wilson (1927), by hand. */
static void wilson_limits_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double x, n, confidence, lower, upper;
    } rows[] = {
        {25, 2210, 0.95, 0.00767399040470598, 0.0166463865609396},
        {5, 512, 0.95, 0.0041783017067403, 0.0226544752715549},
        {60368, 78412, 0.95, 0.766922905295978, 0.772814974354603},
        {13, 118, 0.95, 0.0655229261239656, 0.179397473791877},
        {8, 20, 0.95, 0.218806532372817, 0.613418499237747},
        {47, 1033, 0.95, 0.0343865115986694, 0.0599784059963303},
        {573, 4987, 0.9, 0.10767880176178, 0.122536294790573},
        {247, 4987, 0.95, 0.043846038537508, 0.0559049679667802},
        {2, 41, 0.95, 0.0134809453651691, 0.161389788703708},
        {6, 20, 0.95, 0.145477244867604, 0.518972818353523},
        {1, 27, 0.95, 0.00656814598078514, 0.182834659335758},
        {175, 240, 0.95, 0.669662209782173, 0.78145057691128},
        {0, 1, 0.95, 0, 0.793450685622763},
        {1, 1, 0.95, 0.206549314377237, 1},
        {0, 3, 0.95, 0, 0.561497031755045},
        {0, 5000, 0.95, 0, 0.000767701945057124},
        {5000, 5000, 0.95, 0.999232298054943, 1},
        {2, 4, 0.95, 0.15003898915215, 0.84996101084785},
        {8, 5000, 0.95, 0.000810975139728283, 0.00315427015910466},
        {309, 5000, 0.95, 0.0554562040094518, 0.0688166099751962},
        {134, 20000, 0.95, 0.00566027331632741, 0.00792918945662541},
        {15, 80000, 0.95, 0.000113635542139732, 0.000309362381505133},
        {113, 80000, 0.95, 0.00117509777735843, 0.00169778250725887},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate share = interval_wilson(rows[i].x, rows[i].n, rows[i].confidence);
        assert_interval(share, rows[i].x / rows[i].n, rows[i].lower, rows[i].upper, 1e-12);
        assert_int_equal(share.method, METHOD_WILSON);
    }
}

/* The limits are the two shares p at which the score (x/n - p) / sqrt(p (1 - p) / n) is +-z. */
static void check_score(double x, double n, double confidence)
{
    struct estimate share = interval_wilson(x, n, confidence);
    double z = normal_quantile(0.5 + confidence / 2);
    const double limits[] = {share.lower, share.upper};
    for (size_t i = 0; i < 2; i++) {
        double p = limits[i], apart = share.value - p;
        assert_near(apart * apart, z * z * p * (1 - p) / n, 1e-13);
    }
    assert_true(0 <= share.lower && share.lower <= share.value);
    assert_true(share.value <= share.upper && share.upper <= 1);
}

static void wilson_limits_solve_the_score_equation(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        for (size_t j = 0; j < COUNT_OF(confidences); j++)
            for (int step = 0; step <= 40; step++)
                check_score(sizes[i] * step / 40, sizes[i], confidences[j]);
}

static void wilson_limits_at_nobody_and_everybody_are_exact(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        for (size_t j = 0; j < COUNT_OF(confidences); j++) {
            double n = sizes[i], z = normal_quantile(0.5 + confidences[j] / 2);
            struct estimate none = interval_wilson(0, n, confidences[j]);
            struct estimate all = interval_wilson(n, n, confidences[j]);
            assert_near(none.lower, 0, 0);
            assert_near(none.upper, z * z / (n + z * z), 1e-14);
            assert_near(all.upper, 1, 0);
            assert_near(all.lower, n / (n + z * z), 1e-14);
            assert_false(signbit(none.lower));
        }
}

static void counting_the_others_mirrors_the_wilson_interval(void **state)
{
    (void)state;
    for (double x = 0; x <= 45; x += 0.5) {
        struct estimate share = interval_wilson(x, 45, 0.95);
        struct estimate others = interval_wilson(45 - x, 45, 0.95);
        assert_interval(others, 1 - share.value, 1 - share.upper, 1 - share.lower, 1e-14);
    }
}

static void a_wilson_interval_widens_with_confidence_and_narrows_with_numbers(void **state)
{
    (void)state;
    double before = 2;
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        struct estimate share = interval_wilson(0.3 * sizes[i], sizes[i], 0.95);
        assert_true(share.upper - share.lower < before);
        before = share.upper - share.lower;
    }
    before = 0;
    for (size_t i = 0; i < COUNT_OF(confidences); i++) {
        struct estimate share = interval_wilson(13, 118, confidences[i]);
        assert_true(share.upper - share.lower > before);
        before = share.upper - share.lower;
    }
}

static void a_share_that_cannot_be_has_a_reason(void **state)
{
    (void)state;
    static const struct {
        double x, n;
        enum reason reason;
    } rows[] = {
        {0, 0, REASON_NO_DENOMINATOR},
        {3, 0, REASON_NO_DENOMINATOR},
        {0, -1, REASON_NO_DENOMINATOR},
        {0, (double)NAN, REASON_NO_DENOMINATOR},
        {-0.001, 10, REASON_INCONSISTENT_INPUT},
        {5, 4, REASON_INCONSISTENT_INPUT},
        {10.000001, 10, REASON_INCONSISTENT_INPUT},
        {(double)NAN, 10, REASON_INCONSISTENT_INPUT},
        {HUGE_VAL, HUGE_VAL, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_undefined(interval_wilson(rows[i].x, rows[i].n, 0.95), rows[i].reason);
}

/* --- Garwood ---------------------------------------------------------------------------------- */
/* R 4.2: qchisq(a/2, 2x)/2 and qchisq(1 - a/2, 2x + 2)/2, limits of the count. */
static void garwood_limits_are_those_of_r(void **state)
{
    (void)state;
    static const struct {
        double events, exposure, confidence, lower, upper;
    } rows[] = {
        {156, 77800, 0.998, 120.232647153123, 198.585370804692},
        {9, 260, 0.998, 2.45242440436378, 22.6573733090629},
        {3218, 77800, 0.9, 3125.26366384419, 3312.88784330372},
        {0, 35, 0.998, 0, 6.90775527898214},
        {8, 35, 0.998, 1.97081392174037, 21.15619816584},
        {6, 260, 0.95, 2.20189425349085, 13.0594740225187},
        {0, 35, 0.95, 0, 3.68887945411394},
        {649, 3100, 0.95, 600.022775797129, 700.909778310156},
        {2, 1, 0.95, 0.242209278543965, 7.22468766772396},
        {2185, 1, 0.95, 2094.3342759417, 2278.58093093196},
        {2341, 1, 0.95, 2247.12001226138, 2437.79448834587},
        {2458, 1, 0.95, 2361.77906581773, 2557.13494973128},
        {10297, 1, 0.95, 10099.0631916831, 10497.8407582743},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double exposure = rows[i].exposure;
        struct estimate rate = interval_garwood(rows[i].events, exposure, rows[i].confidence);
        assert_int_equal(rate.method, METHOD_GARWOOD);
        assert_interval(estimate_scale(rate, exposure), rows[i].events, rows[i].lower,
                        rows[i].upper, 1e-10 * fmax(1, rows[i].upper));
    }
}

/* P(X <= x) of a Poisson variable, from its largest term downwards. */
static double poisson_below(double x, double mean)
{
    double term = exp(x * log(mean) - mean - lgamma(x + 1)), sum = 0;
    for (double k = x; k >= 0 && term > 1e-18 * sum; k--) {
        sum += term;
        term *= k / mean;
    }
    return sum;
}

/* As few events as these, or as many, occur with probability a/2 at the limits. */
static void garwood_limits_are_where_the_poisson_sum_says(void **state)
{
    (void)state;
    for (double events = 0; events <= 80000;
         events = events < 12 ? events + 1 : floor(events * 2.3))
        for (size_t j = 0; j < COUNT_OF(confidences); j++) {
            double tail = (1 - confidences[j]) / 2;
            struct estimate count = interval_garwood(events, 1, confidences[j]);
            assert_near(poisson_below(events, count.upper), tail, 1e-8);
            if (events > 0)
                assert_near(1 - poisson_below(events - 1, count.lower), tail, 1e-8);
            assert_true(0 <= count.lower && count.lower <= count.value);
            assert_true(count.value <= count.upper);
        }
}

static void without_events_the_garwood_limits_have_a_closed_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(confidences); i++) {
        struct estimate rate = interval_garwood(0, 250, confidences[i]);
        assert_interval(rate, 0, 0, -log((1 - confidences[i]) / 2) / 250, 1e-14);
    }
}

static void counts_with_decimals_lie_between_whole_ones(void **state)
{
    (void)state;
    for (double events = 0; events < 30; events++) {
        struct estimate below = interval_garwood(events, 1, 0.95);
        struct estimate between = interval_garwood(events + 0.4, 1, 0.95);
        struct estimate above = interval_garwood(events + 1, 1, 0.95);
        assert_true(below.lower < between.lower && between.lower < above.lower);
        assert_true(below.upper < between.upper && between.upper < above.upper);
    }
}

static void a_rate_that_cannot_be_has_a_reason(void **state)
{
    (void)state;
    static const struct {
        double events, exposure;
        enum reason reason;
    } rows[] = {
        {0, 0, REASON_NO_DENOMINATOR},
        {3, -2, REASON_NO_DENOMINATOR},
        {3, (double)NAN, REASON_NO_DENOMINATOR},
        {-1, 10, REASON_INCONSISTENT_INPUT},
        {(double)NAN, 10, REASON_INCONSISTENT_INPUT},
        {HUGE_VAL, 10, REASON_INCONSISTENT_INPUT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_undefined(interval_garwood(rows[i].events, rows[i].exposure, 0.95), rows[i].reason);
}

/* --- means ------------------------------------------------------------------------------------ */
/* Student's quantiles at 1, 11 and 79999 degrees of freedom, by integration with 30 digits. */
static void a_mean_has_the_limits_of_student(void **state)
{
    (void)state;
    static const struct {
        double mean, n, spread, half;
    } rows[] = {
        {5, 2, 1, 12.7062047361747 / 1.4142135623730951},
        {6.1, 12, 2.3, 2.20098516009164 * 2.3 / 3.4641016151377544},
        {6.1, 12, 0, 0},
        {1e9, 12, 1, 2.20098516009164 / 3.4641016151377544},
        {-3, 80000, 2.5, 1.95999363874214 * 2.5 / 282.8427124746190},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate mean = interval_mean(rows[i].mean, rows[i].n, rows[i].spread, 0.95);
        assert_interval(mean, rows[i].mean, rows[i].mean - rows[i].half,
                        rows[i].mean + rows[i].half, 1e-9 + 1e-15 * fabs(rows[i].mean));
        assert_int_equal(mean.method, METHOD_T);
    }
}

static void a_mean_without_spread_is_a_point(void **state)
{
    (void)state;
    static const double rows[][2] = {{1, 2},   {0, 2},  {1.9, 2},
                                     {12, -1}, {1, -1}, {12, (double)NAN}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct estimate mean = interval_mean(6.1, rows[i][0], rows[i][1], 0.95);
        assert_int_equal(mean.state, ESTIMATE_POINT);
        assert_int_equal(mean.reason, REASON_NO_SPREAD);
        assert_near(mean.value, 6.1, 0);
    }
}

/* --- surveys ---------------------------------------------------------------------------------- */
/*
 * R 4.2, weighted surveys: Kish's effective number over 1 - n/N, and Wilson's interval on it. The
 * last one asked everybody.
 */
static void a_survey_is_worth_its_effective_number_of_answers(void **state)
{
    (void)state;
    static const struct {
        double answers, design_effect, population, effective, share, lower, upper;
    } rows[] = {
        {400, 1.2516161647964, 1200, 479.380194084983, 0.402846911212969, 0.359881593972366,
         0.447356900914479},
        {400, 1.34654309803405, 600, 891.170881757883, 0.397234286208163, 0.365614714675937,
         0.429736013750563},
        {60, 1.27068711678538, 90, 141.655642543515, 0.342720254723499, 0.269641279133712,
         0.424104325866998},
        {400, 1.28592763409848, 600, 933.178483905343, 0.396514578232807, 0.365614885616255,
         0.428262779975224},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double n =
            survey_effective_answers(rows[i].answers, rows[i].design_effect, rows[i].population);
        assert_near(n, rows[i].effective, 1e-9);
        assert_interval(interval_wilson(rows[i].share * n, n, 0.95), rows[i].share, rows[i].lower,
                        rows[i].upper, 1e-12);
    }
}

static void an_unknown_population_takes_nothing_off_and_a_whole_one_everything(void **state)
{
    (void)state;
    assert_near(survey_effective_answers(300, 1.5, 0), 200, 1e-12);
    assert_near(survey_effective_answers(300, 1, 0), 300, 0);
    assert_true(isinf(survey_effective_answers(20, 1, 20)));
    assert_true(isinf(survey_effective_answers(21, 1.2, 20)));
    assert_true(survey_effective_answers(19.999, 1, 20) > 1e5);
}

/* P(at most x) of a binomial with share p. */
static double binomial_below(unsigned x, unsigned n, double p)
{
    double sum = 0;
    for (unsigned k = 0; k <= x; k++)
        sum += gsl_ran_binomial_pdf(k, p, n);
    return sum;
}

/* The limits are the shares at which the count seen, or more, or less, has probability 2.5 %. */
static void clopper_pearson_inverts_the_binomial(void **state)
{
    (void)state;
    static const struct {
        unsigned x, n;
    } cases[] = {{1, 1}, {1, 2}, {3, 10}, {8, 5000}, {309, 5000}, {134, 20000}, {4999, 5000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned x = cases[i].x, n = cases[i].n;
        struct estimate share = interval_clopper_pearson(x, n, 0.95);
        assert_near(1 - binomial_below(x - 1, n, share.lower), 0.025, 1e-9);
        if (x < n)
            assert_near(binomial_below(x, n, share.upper), 0.025, 1e-9);
        struct estimate other = interval_clopper_pearson(n - x, n, 0.95);
        assert_near(other.lower, 1 - share.upper, 1e-12);
        assert_near(other.upper, 1 - share.lower, 1e-12);
    }
}

static void clopper_pearson_at_the_ends(void **state)
{
    (void)state;
    assert_interval(interval_clopper_pearson(0, 20, 0.95), 0, 0, 1 - pow(0.025, 0.05), 1e-13);
    assert_interval(interval_clopper_pearson(20, 20, 0.95), 1, pow(0.025, 0.05), 1, 1e-13);
    assert_near(interval_clopper_pearson(0, 20, 0.95).lower, 0, 0);
    assert_near(interval_clopper_pearson(20, 20, 0.95).upper, 1, 0);
    assert_undefined(interval_clopper_pearson(0, 0, 0.95), REASON_NO_DENOMINATOR);
    assert_undefined(interval_clopper_pearson(5, 4, 0.95), REASON_INCONSISTENT_INPUT);
    assert_undefined(interval_clopper_pearson((double)NAN, 4, 0.95), REASON_INCONSISTENT_INPUT);
    assert_int_equal(interval_clopper_pearson(0.5, 1, 0.95).state, ESTIMATE_INTERVAL);
}

static void byar_comes_close_to_garwood(void **state)
{
    (void)state;
    for (double x = 10; x < 1e5; x *= 3) {
        struct estimate exact = interval_garwood(x, 1, 0.95), byar = interval_byar(x, 1, 0.95);
        assert_near(byar.lower / exact.lower, 1, 2e-3);
        assert_near(byar.upper / exact.upper, 1, 2e-3);
    }
    assert_interval(interval_byar(65, 1000, 0.95), 0.065, 0.0501631877104595, 0.0828491385459398,
                    1e-12);
}

static void byar_has_no_lower_limit_without_events(void **state)
{
    (void)state;
    struct estimate none = interval_byar(0, 10, 0.95);
    assert_int_equal(none.state, ESTIMATE_POINT);
    assert_int_equal(none.reason, REASON_NO_EVENTS);
    assert_near(interval_byar_upper(0, 0.95), pow(8.0 / 9 + normal_quantile(0.975) / 3, 3), 1e-13);
    assert_near(interval_byar(0.1, 1, 0.95).lower, 0, 0);
    assert_undefined(interval_byar(3, 0, 0.95), REASON_NO_DENOMINATOR);
    assert_undefined(interval_byar(-1, 1, 0.95), REASON_INCONSISTENT_INPUT);
}

static void exact_and_approximate_limits_need_finite_counts(void **state)
{
    (void)state;
    const double no_end = HUGE_VAL;
    assert_undefined(interval_clopper_pearson(no_end, no_end, 0.95), REASON_INCONSISTENT_INPUT);
    assert_undefined(interval_clopper_pearson(-1, 4, 0.95), REASON_INCONSISTENT_INPUT);
    assert_undefined(interval_byar(no_end, 1, 0.95), REASON_INCONSISTENT_INPUT);
    assert_undefined(interval_byar(1e300, 1e-300, 0.95), REASON_INCONSISTENT_INPUT);
}

static void without_confidence_a_level_is_its_value_alone(void **state)
{
    (void)state;
    struct estimate rate = interval_garwood(7, 120, 0), share = interval_wilson(7, 120, 0);
    assert_int_equal(rate.state, ESTIMATE_POINT);
    assert_int_equal(share.state, ESTIMATE_POINT);
    assert_int_equal(share.reason, REASON_NOT_APPLICABLE);
    assert_near(rate.value, interval_garwood(7, 120, 0.95).value, 0);
    assert_near(share.value, interval_wilson(7, 120, 0.95).value, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_confidence_a_level_is_its_value_alone),
        cmocka_unit_test(wilson_limits_are_those_of_r),
        cmocka_unit_test(wilson_limits_solve_the_score_equation),
        cmocka_unit_test(wilson_limits_at_nobody_and_everybody_are_exact),
        cmocka_unit_test(counting_the_others_mirrors_the_wilson_interval),
        cmocka_unit_test(a_wilson_interval_widens_with_confidence_and_narrows_with_numbers),
        cmocka_unit_test(a_share_that_cannot_be_has_a_reason),
        cmocka_unit_test(garwood_limits_are_those_of_r),
        cmocka_unit_test(garwood_limits_are_where_the_poisson_sum_says),
        cmocka_unit_test(without_events_the_garwood_limits_have_a_closed_form),
        cmocka_unit_test(counts_with_decimals_lie_between_whole_ones),
        cmocka_unit_test(a_rate_that_cannot_be_has_a_reason),
        cmocka_unit_test(a_mean_has_the_limits_of_student),
        cmocka_unit_test(a_mean_without_spread_is_a_point),
        cmocka_unit_test(a_survey_is_worth_its_effective_number_of_answers),
        cmocka_unit_test(an_unknown_population_takes_nothing_off_and_a_whole_one_everything),
        cmocka_unit_test(clopper_pearson_inverts_the_binomial),
        cmocka_unit_test(clopper_pearson_at_the_ends),
        cmocka_unit_test(byar_comes_close_to_garwood),
        cmocka_unit_test(byar_has_no_lower_limit_without_events),
        cmocka_unit_test(exact_and_approximate_limits_need_finite_counts),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
