/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_findings.h"

#include "plan_folder.h"

#include "pejling/stats/detect.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/parity.h"

#define MOST 200
#define YEARS 9
#define FIRST 2010
#define REST 50

/* One fixed indicator in one area, and the cells of the table they are judged from. */
struct fixture {
    struct plan_folder *folder;
    struct released_cell cells[MOST];
    size_t count;
    struct verdicts verdicts;
};

static const enum statistic statistics[] = {
    STATISTIC_VERDICT_SLOPE,     STATISTIC_VERDICT,          STATISTIC_VERDICT_STRENGTH,
    STATISTIC_VERDICT_DIRECTION, STATISTIC_CLOSING_RATE,     STATISTIC_YEARS_TO_PARITY,
    STATISTIC_DETECTABLE_SLOPE,  STATISTIC_DETERMINABLE_YEAR};

#define STATISTICS (sizeof statistics / sizeof *statistics)

static int setup(void **state)
{
    distribution_start();
    struct plan_folder *folder = plan_folder_new();
    struct fixture *fixture = arena_alloc(folder->arena, 1, sizeof *fixture);
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse;lbf_nr;tendens\n"
                      "fast;F;andel;pct.;op;kalenderår;K;bestand;1;\n"
                      "andet;A;andel;pct.;neutral;kalenderår;K;bestand;;\n"
                      "ogsaa;O;andel;pct.;op;kalenderår;K;bestand;2;\n"
                      "uden;U;andel;pct.;op;kalenderår;K;bestand;2;nej\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    fixture->folder = folder;
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    plan_folder_free(fixture->folder);
    return 0;
}

static struct released_cell *put(struct fixture *fixture, const char *const place[2], int year,
                                 const double figures[2])
{
    struct released_cell *cell = &fixture->cells[fixture->count++];
    *cell = (struct released_cell){
        .indicator = indicator_of(fixture->folder, place[0]),
        .area = area_of(fixture->folder, place[1]),
        .period = period_of(arena_printf(fixture->folder->arena, "%d", FIRST + year)),
        .value = figures[0],
        .denominator = figures[1]};
    cell->time = period_time(cell->period, cell->indicator->reporting);
    return cell;
}

static void put_series(struct fixture *fixture, const char *indicator, const double *gaps,
                       double persons)
{
    for (int i = 0; i < YEARS; i++) {
        put(fixture, (const char *const[]){indicator, "nord"}, i,
            (const double[]){REST + gaps[i], persons});
        put(fixture, (const char *const[]){indicator, "rest"}, i, (const double[]){REST, 7e4});
    }
}

static const struct gap_verdict *judge(struct fixture *fixture, const char *indicator)
{
    struct arena *arena = fixture->folder->arena;
    struct released_table *table = arena_alloc(arena, 1, sizeof *table);
    *table = released_table_make(arena, &fixture->folder->catalogue, EDITION_SHARED, fixture->cells,
                                 fixture->count);
    fixture->verdicts = verdicts_compute(arena, table, NULL);
    return verdict_of(&fixture->verdicts, indicator_of(fixture->folder, indicator),
                      area_of(fixture->folder, "nord"));
}

/* Series of each verdict. */
static const double narrowing[YEARS] = {-24, -22.2, -20.1, -17.9, -16, -14.1, -11.8, -10, -8.1};
static const double widening[YEARS] = {-8.1, -10, -11.8, -14.1, -16, -17.9, -20.1, -22.2, -24};
static const double slow[YEARS] = {-40, -39.4, -39.1, -38.4, -38.1, -37.6, -36.9, -36.5, -36};
static const double level[YEARS] = {-20, -20, -20, -20, -20, -20, -20, -20, -20};
static const double noisy[YEARS] = {-20, -14, -23, -15, -12, -19, -13, -14, -15};
static const double drifting[YEARS] = {-20, -20.1, -19.9, -19.9, -19.8, -19.9, -19.7, -19.6, -19.7};
static const double crossing[YEARS] = {-12, -10.2, -7.9, -6, -4.1, -1.9, 0.1, 2, 3.8};

static const struct gap_verdict *judge_series(struct fixture *fixture, const double *gaps,
                                              double persons)
{
    fixture->count = 0;
    put_series(fixture, "fast", gaps, persons);
    return judge(fixture, "fast");
}

static void every_row_names_what_it_is_of(void **state)
{
    struct fixture *fixture = *state;
    const struct gap_verdict *verdict = judge_series(fixture, narrowing, 1000);
    for (size_t i = 0; i < STATISTICS; i++) {
        struct finding row = verdict_finding(verdict, statistics[i]);
        assert_ptr_equal(row.indicator, indicator_of(fixture->folder, "fast"));
        assert_ptr_equal(row.area, area_of(fixture->folder, "nord"));
        assert_ptr_equal(row.comparator, area_of(fixture->folder, "rest"));
        assert_int_equal(row.statistic, statistics[i]);
        assert_int_equal(row.from.year, FIRST);
        assert_int_equal(row.to.year, FIRST + YEARS - 1);
        assert_int_equal(row.periods, YEARS);
        assert_false(row.hidden);
        assert_int_equal(row.rule != NULL, statistics[i] == STATISTIC_VERDICT);
        assert_int_equal(row.has_p, statistics[i] == STATISTIC_VERDICT_SLOPE);
    }
}

static void the_words_are_those_of_the_machine_files(void **state)
{
    static const struct {
        const double *gaps;
        double persons;
        const char *verdict, *rule, *strength, *direction; /* NULL for none */
        enum reason reason;                                /* why there is none */
    } cases[] = {
        {narrowing, 1000, "narrowing", "moved", "indicated", "better", REASON_NONE},
        {widening, 1000, "widening", "moved", "indicated", "worse", REASON_NONE},
        {level, 20000, "unchanged", "equivalent", "indicated", NULL, REASON_NOT_APPLICABLE},
        {noisy, 100, "not_determinable", "imprecise", NULL, NULL, REASON_IMPRECISE},
        {noisy, 15, "not_determinable", "admissible", NULL, NULL, REASON_TOO_FEW_EVENTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct gap_verdict *verdict = judge_series(*state, cases[i].gaps, cases[i].persons);
        struct finding row = verdict_finding(verdict, STATISTIC_VERDICT);
        struct finding strength = verdict_finding(verdict, STATISTIC_VERDICT_STRENGTH);
        struct finding direction = verdict_finding(verdict, STATISTIC_VERDICT_DIRECTION);
        assert_string_equal(row.text, cases[i].verdict);
        assert_string_equal(row.rule, cases[i].rule);
        assert_undefined(row.estimate, cases[i].strength ? REASON_NONE : cases[i].reason);
        if (cases[i].strength)
            assert_string_equal(strength.text, cases[i].strength);
        else
            assert_undefined(strength.estimate, cases[i].reason);
        if (cases[i].direction)
            assert_string_equal(direction.text, cases[i].direction);
        else
            assert_undefined(direction.estimate, cases[i].reason);
        assert_int_equal(strength.text == NULL, cases[i].strength == NULL);
        assert_int_equal(direction.text == NULL, cases[i].direction == NULL);
    }
}

static void the_slope_is_the_one_that_decides_with_its_p_values(void **state)
{
    static const double *const series[] = {narrowing, widening, level, noisy};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 4; i++) {
        const struct gap_verdict *verdict = judge_series(fixture, series[i], 1000);
        struct finding row = verdict_finding(verdict, STATISTIC_VERDICT_SLOPE);
        struct estimate slope = verdict->decides->slope;
        assert_interval(row.estimate, slope.value, slope.lower, slope.upper, 0);
        assert_int_equal(row.estimate.method, METHOD_ENGINE_A);
        assert_near(row.p, verdict->decides->p, 0);
        assert_true(row.has_p_adjusted);
        assert_near(row.p_adjusted, row.p, 1e-15); /* alone in its family */
    }
    put_series(fixture, "andet", narrowing, 1000);
    struct finding row = verdict_finding(judge(fixture, "andet"), STATISTIC_VERDICT_SLOPE);
    assert_true(row.has_p);
    assert_false(row.has_p_adjusted);
    assert_near(row.p_adjusted, 0, 0);
}

static void the_adjusted_p_value_is_that_for_false_discoveries(void **state)
{
    struct fixture *fixture = *state;
    fixture->count = 0;
    put_series(fixture, "fast", noisy, 100);
    put_series(fixture, "ogsaa", drifting, 100);
    const struct gap_verdict *verdict = judge(fixture, "fast");
    struct finding row = verdict_finding(verdict, STATISTIC_VERDICT_SLOPE);
    assert_near(row.p_adjusted, verdict->test.bh, 0);
    assert_true(verdict->test.bh < verdict->test.holm);
}

/* With engine B the slope and the year are B's. */
static void the_rows_follow_the_engine_that_decides(void **state)
{
    struct gap_verdict verdict = *judge_series(*state, noisy, 100);
    struct finding before = verdict_finding(&verdict, STATISTIC_DETERMINABLE_YEAR);
    verdict.b = verdict.a;
    double slope = verdict.a.slope.value / 1.3;
    verdict.b.slope = estimate_interval(METHOD_ENGINE_B, slope, slope - 2, slope + 2);
    verdict.decides = &verdict.b;
    struct finding row = verdict_finding(&verdict, STATISTIC_VERDICT_SLOPE);
    assert_interval(row.estimate, slope, slope - 2, slope + 2, 0);
    assert_int_equal(row.estimate.method, METHOD_ENGINE_B);
    row = verdict_finding(&verdict, STATISTIC_DETERMINABLE_YEAR);
    assert_true(row.estimate.value > before.estimate.value);
    verdict.b.slope = estimate_interval(METHOD_ENGINE_B, slope / 5, -2, 2);
    row = verdict_finding(&verdict, STATISTIC_DETERMINABLE_YEAR);
    assert_int_equal(row.estimate.reason, REASON_UNBOUNDED); /* nobody plans so far ahead */
}

static void without_an_engine_there_is_only_the_reason(void **state)
{
    struct fixture *fixture = *state;
    put_series(fixture, "uden", narrowing, 1000);
    const struct gap_verdict *verdict = judge(fixture, "uden");
    for (size_t i = 0; i < STATISTICS; i++) {
        struct finding row = verdict_finding(verdict, statistics[i]);
        assert_undefined(row.estimate, REASON_NO_TREND);
        assert_false(row.has_p || row.has_p_adjusted || row.hidden);
        assert_int_equal(row.text != NULL, statistics[i] == STATISTIC_VERDICT);
    }
    for (size_t i = 0; i < fixture->count; i++)
        fixture->cells[i].release = RELEASE_ABSENT;
    verdict = judge(fixture, "uden");
    struct finding row = verdict_finding(verdict, STATISTIC_VERDICT);
    assert_int_equal(row.from.kind, PERIOD_UNKNOWN);
    assert_int_equal(row.periods, 0);
}

/* 100 (|first| - |last|)/(|first| years) of the least-squares line. */
static void the_closing_rate_is_a_share_of_the_first_gap_a_year(void **state)
{
    static const double *const series[] = {narrowing, widening, noisy, crossing};
    for (size_t i = 0; i < 4; i++) {
        const double *gaps = series[i];
        double mean = 0, slope = 0;
        for (int j = 0; j < YEARS; j++) {
            mean += gaps[j] / YEARS;
            slope += (j - 4) * gaps[j] / 60;
        }
        double first = fabs(mean - 4 * slope), last = fabs(mean + 4 * slope);
        struct finding row =
            verdict_finding(judge_series(*state, gaps, 1000), STATISTIC_CLOSING_RATE);
        assert_near(row.estimate.value, 100 * (first - last) / first / 8, 1e-9);
        assert_int_equal(row.estimate.state, ESTIMATE_POINT);
    }
}

static void years_to_parity_stand_under_narrowing_alone(void **state)
{
    static const struct {
        const double *gaps;
        double persons;
        enum reason reason; /* REASON_NONE: there are some */
    } cases[] = {
        {narrowing, 1000, REASON_NONE},     {widening, 1000, REASON_NOT_CLOSING},
        {level, 20000, REASON_UNBOUNDED},   {noisy, 100, REASON_UNBOUNDED},
        {noisy, 15, REASON_TOO_FEW_EVENTS}, {crossing, 1000, REASON_NOT_CLOSING},
        {slow, 20000, REASON_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct gap_verdict *verdict = judge_series(*state, cases[i].gaps, cases[i].persons);
        struct finding row = verdict_finding(verdict, STATISTIC_YEARS_TO_PARITY);
        if (cases[i].reason)
            assert_undefined(row.estimate, cases[i].reason);
        else
            assert_int_not_equal(row.estimate.state, ESTIMATE_UNDEFINED);
        if (cases[i].gaps != slow)
            assert_null(row.text);
    }
}

/* -a/b from the last year, within the roots of Fieller's equation. */
static void years_to_parity_have_fiellers_interval(void **state)
{
    const struct gap_verdict *verdict = judge_series(*state, narrowing, 1000);
    struct finding row = verdict_finding(verdict, STATISTIC_YEARS_TO_PARITY);
    double mean = 0, slope = 0, left = 0;
    for (int i = 0; i < YEARS; i++) {
        mean += narrowing[i] / YEARS;
        slope += (i - 4) * narrowing[i] / 60;
    }
    for (int i = 0; i < YEARS; i++)
        left += pow(narrowing[i] - mean - slope * (i - 4), 2) / (YEARS - 2);
    double a = mean + 4 * slope, c = student_quantile(0.975, YEARS - 2);
    assert_near(row.estimate.value, -a / slope, 1e-9);
    assert_int_equal(row.estimate.method, METHOD_FIELLER);
    for (int i = 0; i < 2; i++) {
        double u = i ? row.estimate.upper : row.estimate.lower;
        double error = left * (1.0 / YEARS + (4 + u) * (4 + u) / 60);
        assert_near(pow(a + slope * u, 2) / (c * c * error), 1, 1e-9);
    }
}

static void beyond_twice_the_years_looked_at_parity_is_more_than_that(void **state)
{
    const struct gap_verdict *verdict = judge_series(*state, slow, 20000);
    assert_int_equal(verdict->verdict, VERDICT_NARROWING);
    struct finding row = verdict_finding(verdict, STATISTIC_YEARS_TO_PARITY);
    assert_string_equal(row.text, "more_than");
    assert_int_equal(row.estimate.state, ESTIMATE_POINT);
    assert_near(row.estimate.value, 16, 1e-9);
    assert_int_equal(row.estimate.method, METHOD_FIELLER);
}

/* The spread of a year: what chance within it gives, and what engine A finds between them. */
static double spread_of(const struct gap_verdict *verdict)
{
    double sum = verdict->gap_line.fits[0].random.tau2;
    for (size_t i = 0; i < YEARS; i++)
        sum += verdict->series->points.variance[i] / YEARS;
    return sqrt(sum);
}

static void the_detectable_slope_is_found_four_times_of_five(void **state)
{
    static const double *const series[] = {narrowing, widening, level, noisy};
    for (size_t i = 0; i < 4; i++) {
        const struct gap_verdict *verdict = judge_series(*state, series[i], 400);
        struct finding row = verdict_finding(verdict, STATISTIC_DETECTABLE_SLOPE);
        double ncp = row.estimate.value * sqrt(60) / spread_of(verdict);
        assert_near(detect_power(ncp, YEARS - 2, 0.95), 0.8, 1e-6);
        assert_int_equal(row.estimate.state, ESTIMATE_POINT);
        assert_int_equal(row.estimate.method, METHOD_NONCENTRAL_T);
    }
}

static void a_year_when_it_can_be_told_is_given_where_it_is_only_too_imprecise(void **state)
{
    static const struct {
        const double *gaps;
        double persons;
        enum reason reason; /* REASON_NONE: there is one */
    } cases[] = {
        {noisy, 100, REASON_NONE},
        {narrowing, 1000, REASON_NOT_APPLICABLE},
        {widening, 1000, REASON_NOT_APPLICABLE},
        {level, 20000, REASON_NOT_APPLICABLE},
        {drifting, 20000, REASON_NOT_APPLICABLE},
        {level, 100, REASON_IMPRECISE}, /* never, at this pace */
        {noisy, 15, REASON_TOO_FEW_EVENTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct gap_verdict *verdict = judge_series(*state, cases[i].gaps, cases[i].persons);
        struct finding row = verdict_finding(verdict, STATISTIC_DETERMINABLE_YEAR);
        if (cases[i].reason)
            assert_undefined(row.estimate, cases[i].reason);
        else
            assert_int_equal(row.estimate.state, ESTIMATE_POINT);
    }
}

static void at_the_present_pace_that_year_has_the_power_and_the_one_before_has_not(void **state)
{
    const struct gap_verdict *verdict = judge_series(*state, noisy, 100);
    struct finding row = verdict_finding(verdict, STATISTIC_DETERMINABLE_YEAR);
    double year = row.estimate.value, power[2];
    assert_near(year, floor(year), 0);
    assert_true(year > FIRST + YEARS - 1);
    for (int i = 0; i < 2; i++) {
        double n = year - FIRST + i, squares = n * (n * n - 1) / 12;
        double ncp = fabs(verdict->decides->slope.value) * sqrt(squares) / spread_of(verdict);
        power[i] = detect_power(ncp, n - 2, 0.95);
    }
    assert_true(power[0] < 0.8 && power[1] >= 0.8);
}

/* It is promised for a year to come, also where a plain t test would see the slope already. */
static void that_year_is_never_one_that_has_passed(void **state)
{
    size_t seen = 0, promised = 0;
    for (double pace = 0; pace < 3; pace += 0.05) {
        double gaps[YEARS];
        for (int i = 0; i < YEARS; i++)
            gaps[i] = 0.7 * noisy[i] - 19 + pace * i;
        const struct gap_verdict *verdict = judge_series(*state, gaps, 200);
        struct finding row = verdict_finding(verdict, STATISTIC_DETERMINABLE_YEAR);
        if (verdict->reason != REASON_IMPRECISE)
            continue;
        seen++;
        if (row.estimate.state == ESTIMATE_UNDEFINED)
            continue;
        promised++;
        assert_true(row.estimate.value > FIRST + YEARS - 1);
    }
    assert_true(seen > promised && promised > 5);
}

/* --- hidden years --------------------------------------------------------------------------------
 */
static void hide(struct fixture *fixture, int year, double lowest, double highest)
{
    for (size_t i = 0; i < fixture->count; i++) {
        struct released_cell *cell = &fixture->cells[i];
        if (cell->area != area_of(fixture->folder, "nord") || cell->period.year != FIRST + year)
            continue;
        cell->release = RELEASE_HIDDEN;
        cell->reason = REASON_SUPPRESSED;
        cell->value = cell->denominator = 0;
        cell->has_limits = true;
        cell->lowest = REST + lowest;
        cell->highest = REST + highest;
    }
}

static void a_verdict_that_hidden_years_undo_says_so(void **state)
{
    struct fixture *fixture = *state;
    judge_series(fixture, narrowing, 1000);
    hide(fixture, YEARS - 1, -45, -8);
    const struct gap_verdict *verdict = judge(fixture, "fast");
    struct finding row = verdict_finding(verdict, STATISTIC_VERDICT);
    assert_string_equal(row.text, "not_determinable");
    assert_string_equal(row.rule, "hidden");
    static const enum statistic gone[] = {STATISTIC_VERDICT, STATISTIC_VERDICT_STRENGTH,
                                          STATISTIC_VERDICT_DIRECTION, STATISTIC_YEARS_TO_PARITY,
                                          STATISTIC_DETERMINABLE_YEAR};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
        row = verdict_finding(verdict, gone[i]);
        assert_undefined(row.estimate, REASON_SUPPRESSED);
        assert_true(row.hidden);
    }
    /* What the open years say for themselves is there, and so not hidden. */
    static const enum statistic there[] = {STATISTIC_VERDICT_SLOPE, STATISTIC_CLOSING_RATE,
                                           STATISTIC_DETECTABLE_SLOPE};
    for (size_t i = 0; i < sizeof there / sizeof *there; i++) {
        row = verdict_finding(verdict, there[i]);
        assert_int_not_equal(row.estimate.state, ESTIMATE_UNDEFINED);
        assert_false(row.hidden);
        assert_int_equal(row.periods, YEARS - 1);
        assert_int_equal(row.to.year, FIRST + YEARS - 2);
    }
}

static void a_verdict_that_hidden_years_leave_alone_is_as_any_other(void **state)
{
    struct fixture *fixture = *state;
    judge_series(fixture, narrowing, 1000);
    hide(fixture, 4, -17, -15);
    const struct gap_verdict *verdict = judge(fixture, "fast");
    assert_string_equal(verdict_finding(verdict, STATISTIC_VERDICT).text, "narrowing");
    for (size_t i = 0; i < STATISTICS; i++) {
        struct finding row = verdict_finding(verdict, statistics[i]);
        assert_false(row.hidden);
        assert_int_equal(row.periods, YEARS - 1);
        assert_int_equal(row.from.year, FIRST);
    }
}

static void too_many_hidden_years_hide_every_row(void **state)
{
    struct fixture *fixture = *state;
    judge_series(fixture, narrowing, 1000);
    for (int year = 0; year < 5; year++)
        hide(fixture, year, -25, -15);
    const struct gap_verdict *verdict = judge(fixture, "fast");
    for (size_t i = 0; i < STATISTICS; i++) {
        struct finding row = verdict_finding(verdict, statistics[i]);
        assert_undefined(row.estimate, REASON_SUPPRESSED);
        assert_true(row.hidden);
        assert_int_equal(row.periods, 4);
    }
}

static void every_row_is_a_sound_estimate_or_has_a_reason_or_a_word(void **state)
{
    static const double *const series[] = {narrowing, widening, slow, level, noisy, crossing};
    for (size_t i = 0; i < 6; i++)
        for (double persons = 10; persons < 1e6; persons *= 10) {
            const struct gap_verdict *verdict = judge_series(*state, series[i], persons);
            for (size_t j = 0; j < STATISTICS; j++) {
                struct finding row = verdict_finding(verdict, statistics[j]);
                bool undefined = row.estimate.state == ESTIMATE_UNDEFINED;
                assert_true(!undefined || row.estimate.reason || row.text);
                assert_true(undefined || isfinite(row.estimate.value));
                assert_true(!row.has_p || (row.p >= 0 && row.p <= 1));
                if (row.estimate.state == ESTIMATE_INTERVAL)
                    assert_true(row.estimate.lower <= row.estimate.value &&
                                row.estimate.value <= row.estimate.upper);
            }
        }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_row_names_what_it_is_of),
        TEST(the_words_are_those_of_the_machine_files),
        TEST(the_slope_is_the_one_that_decides_with_its_p_values),
        TEST(the_adjusted_p_value_is_that_for_false_discoveries),
        TEST(the_rows_follow_the_engine_that_decides),
        TEST(without_an_engine_there_is_only_the_reason),
        TEST(the_closing_rate_is_a_share_of_the_first_gap_a_year),
        TEST(years_to_parity_stand_under_narrowing_alone),
        TEST(years_to_parity_have_fiellers_interval),
        TEST(beyond_twice_the_years_looked_at_parity_is_more_than_that),
        TEST(the_detectable_slope_is_found_four_times_of_five),
        TEST(a_year_when_it_can_be_told_is_given_where_it_is_only_too_imprecise),
        TEST(at_the_present_pace_that_year_has_the_power_and_the_one_before_has_not),
        TEST(that_year_is_never_one_that_has_passed),
        TEST(a_verdict_that_hidden_years_undo_says_so),
        TEST(a_verdict_that_hidden_years_leave_alone_is_as_any_other),
        TEST(too_many_hidden_years_hide_every_row),
        TEST(every_row_is_a_sound_estimate_or_has_a_reason_or_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
