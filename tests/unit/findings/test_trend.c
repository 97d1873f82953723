/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/trend.h"

#include "plan_folder.h"

#include "pejling/stats/distribution.h"

#define MOST 12

/* A catalogue with breaks, a released table that only carries it, and a series to fill in. */
struct fixture {
    struct plan_folder *folder;
    struct released_table table;
    struct yearly items[MOST];
    struct yearly_series series;
};

static int setup(void **state)
{
    distribution_start();
    struct plan_folder *folder = plan_folder_new();
    struct fixture *fixture = arena_alloc(folder->arena, 1, sizeof *fixture);
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "n1;Et;afdeling;nord;2016-01-01;;;\n");
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;tendens\n"
                      "a;A;andel;pct.;op;kalenderår;K;ja\nuden;U;andel;pct.;op;kalenderår;K;nej\n"
                      "b;B;andel;pct.;op;kalenderår;K;\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nb;syd;2018;Syd\n"
                      "b;by;2020;By\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    fixture->folder = folder;
    fixture->table = released_table_make(folder->arena, &folder->catalogue, EDITION_INTERNAL,
                                         arena_alloc(folder->arena, 1, 1), 0);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    plan_folder_free(fixture->folder);
    return 0;
}

static void start_series(struct fixture *fixture, const char *indicator, const char *area,
                         const char *comparator)
{
    fixture->series = (struct yearly_series){
        .indicator = indicator_of(fixture->folder, indicator),
        .area = area_of(fixture->folder, area),
        .comparator = comparator ? area_of(fixture->folder, comparator) : NULL,
        .items = fixture->items};
}

/* One more period with an estimate 2 wide, or an undefined one. */
static void add(struct fixture *fixture, const char *period, struct estimate estimate)
{
    struct period when = period_of(period);
    struct reporting reporting = {PERIOD_YEAR, 0, 0};
    bool hidden = estimate.state == ESTIMATE_UNDEFINED && estimate.reason == REASON_SUPPRESSED;
    fixture->items[fixture->series.count++] =
        (struct yearly){when, period_time(when, reporting), hidden, estimate};
}

static struct estimate at(double value)
{
    return estimate_interval(METHOD_WILSON, value, value - 1, value + 1);
}

/* Years from `first` on, each with the value of a letter: `a` is 0, `.` missing, `?` hidden. */
static void add_years(struct fixture *fixture, int first, const char *values)
{
    for (int i = 0; values[i]; i++) {
        const char *year = arena_printf(fixture->folder->arena, "%d", first + i);
        add(fixture, year,
            values[i] == '.'   ? estimate_undefined(REASON_MISSING)
            : values[i] == '?' ? estimate_undefined(REASON_SUPPRESSED)
                               : at(values[i] - 'a'));
    }
}

static struct finding slope_of(struct fixture *fixture)
{
    enum statistic statistic =
        fixture->series.comparator ? STATISTIC_GAP_SLOPE : STATISTIC_LEVEL_SLOPE;
    struct finding finding =
        trend_slope(fixture->folder->arena, &fixture->table, &fixture->series, statistic, 0.95);
    assert_int_equal(finding.statistic, statistic);
    assert_ptr_equal(finding.area, fixture->series.area);
    assert_ptr_equal(finding.indicator, fixture->series.indicator);
    assert_ptr_equal(finding.comparator, fixture->series.comparator);
    return finding;
}

static void assert_span(const struct finding *finding, int from, int to, size_t periods)
{
    assert_int_equal(finding->from.year, from);
    assert_int_equal(finding->to.year, to);
    assert_int_equal(finding->periods, periods);
}

static void the_number_of_periods_decides_what_a_slope_says(void **state)
{
    static const struct {
        const char *values;
        enum estimate_state state;
        bool has_p;
        int last;
        size_t periods;
    } cases[] = {
        {"", ESTIMATE_UNDEFINED, false, 0, 0},        {"a", ESTIMATE_UNDEFINED, false, 2010, 1},
        {"ac", ESTIMATE_POINT, false, 2011, 2},       {"acd", ESTIMATE_INTERVAL, false, 2012, 3},
        {"acdf", ESTIMATE_INTERVAL, false, 2013, 4},  {"acdfh", ESTIMATE_INTERVAL, true, 2014, 5},
        {"acdfhj", ESTIMATE_INTERVAL, true, 2015, 6}, {"a.d", ESTIMATE_POINT, false, 2012, 2},
        {"a...", ESTIMATE_UNDEFINED, false, 2010, 1},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "a", "by", NULL);
        add_years(fixture, 2010, cases[i].values);
        struct finding finding = slope_of(fixture);
        assert_int_equal(finding.estimate.state, cases[i].state);
        assert_int_equal(finding.has_p, cases[i].has_p);
        assert_span(&finding, cases[i].periods ? 2010 : 0, cases[i].last, cases[i].periods);
        if (cases[i].state != ESTIMATE_INTERVAL)
            assert_int_equal(finding.estimate.reason, REASON_TOO_FEW_YEARS);
        if (cases[i].state != ESTIMATE_UNDEFINED)
            assert_int_equal(finding.estimate.method, METHOD_OLS_T);
        assert_false(finding.hidden);
    }
}

static void a_slope_is_the_least_squares_line_on_real_time(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "a", "by", NULL);
    static const double x[] = {2010, 2013, 2014, 2018, 2019, 2024};
    static const double y[] = {3, 4.5, 2, 7, 8.25, 6};
    double mean_x = 0, mean_y = 0, sxx = 0, sxy = 0, left = 0;
    for (size_t i = 0; i < 6; i++) {
        add(fixture, arena_printf(fixture->folder->arena, "%.0f", x[i]), at(y[i]));
        mean_x += x[i] / 6;
        mean_y += y[i] / 6;
    }
    for (size_t i = 0; i < 6; i++) {
        sxx += (x[i] - mean_x) * (x[i] - mean_x);
        sxy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    double slope = sxy / sxx;
    for (size_t i = 0; i < 6; i++)
        left += pow(y[i] - mean_y - slope * (x[i] - mean_x), 2);
    double error = sqrt(left / 4 / sxx), half = 2.7764451052 * error;
    struct finding finding = slope_of(fixture);
    assert_interval(finding.estimate, slope, slope - half, slope + half, 1e-8);
    assert_near(finding.p, student_two_sided(slope / error, 4), 1e-9);
}

static void hidden_and_missing_periods_are_left_out(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "a", "by", NULL);
    add(fixture, "ukendt", at(100));
    add_years(fixture, 2010, "?a.c?e?");
    struct finding finding = slope_of(fixture);
    assert_span(&finding, 2011, 2015, 3);
    assert_int_equal(finding.estimate.state, ESTIMATE_POINT); /* they lie on a line exactly */
    assert_int_equal(finding.estimate.reason, REASON_NO_VARIATION);
    assert_near(finding.estimate.value, 1, 1e-9);
    assert_false(finding.hidden);
}

static void an_unknown_period_alone_makes_no_slope(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "a", "by", NULL);
    add(fixture, "ukendt", at(40));
    struct finding finding = slope_of(fixture);
    assert_undefined(finding.estimate, REASON_TOO_FEW_YEARS);
    assert_int_equal(finding.periods, 0);
    assert_int_equal(finding.from.kind, PERIOD_UNKNOWN);
}

static void a_slope_short_of_periods_says_why(void **state)
{
    static const struct {
        const char *values;
        enum reason reason;
        bool hidden;
    } cases[] = {
        {"?", REASON_SUPPRESSED, true},     {"a?", REASON_SUPPRESSED, true},
        {"??", REASON_SUPPRESSED, true},    {"a.", REASON_TOO_FEW_YEARS, false},
        {".", REASON_TOO_FEW_YEARS, false},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "a", "by", NULL);
        add_years(fixture, 2010, cases[i].values);
        struct finding finding = slope_of(fixture);
        assert_undefined(finding.estimate, cases[i].reason);
        assert_int_equal(finding.hidden, cases[i].hidden);
        assert_false(finding.has_p);
    }
}

/* Breaks: a in nord and samlet 2016 (a section), b in syd 2018 and in by 2020. */
static void a_slope_speaks_of_the_last_unbroken_segment(void **state)
{
    static const struct {
        const char *indicator, *area, *comparator;
        int first;
        const char *values;
        int from, to;
        size_t periods;
    } cases[] = {
        {"a", "nord", NULL, 2014, "zzabcd", 2016, 2019, 4},
        {"a", "nord", "rest", 2014, "zzabcd", 2016, 2019, 4},
        {"a", "samlet", NULL, 2014, "zzabcd", 2016, 2019, 4},
        {"a", "syd", NULL, 2014, "abcdef", 2014, 2019, 6},
        {"a", "by", NULL, 2014, "abcdef", 2014, 2019, 6},
        {"a", "nord", NULL, 2010, "abcd", 2010, 2013, 4},
        {"b", "syd", NULL, 2015, "zzzabcd", 2018, 2021, 4},
        {"b", "syd", "by", 2015, "zzzzzab", 2020, 2021, 2},
        {"b", "syd", "rest", 2015, "zzzzzab", 2020, 2021, 2},
        {"b", "samlet", NULL, 2015, "zzzabcd", 2018, 2021, 4},
        {"b", "samlet", "rest", 2015, "zzzzzabc", 2020, 2022, 3},
        {"b", "by", NULL, 2015, "zzzzzab", 2020, 2021, 2},
        {"b", "nord", "by", 2017, "zzzab", 2020, 2021, 2},
        {"b", "syd", NULL, 2015, "zzzab..", 2018, 2019, 2},
        {"b", "syd", "by", 2015, "zzzab..", 2018, 2019, 2},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, cases[i].indicator, cases[i].area, cases[i].comparator);
        add_years(fixture, cases[i].first, cases[i].values);
        struct finding finding = slope_of(fixture);
        assert_span(&finding, cases[i].from, cases[i].to, cases[i].periods);
        assert_near(finding.estimate.value, 1, 1e-9);
    }
}

static void a_period_on_the_day_of_the_break_is_after_it(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "b", "by", NULL);
    add_years(fixture, 2019, "zabc");
    for (size_t i = 0; i < fixture->series.count; i++)
        fixture->items[i].time = 2019 + (double)i;
    struct finding slope = slope_of(fixture);
    assert_span(&slope, 2020, 2022, 3);
    fixture->series.items++;
    fixture->series.count--;
    struct finding change = trend_change(&fixture->table, &fixture->series, STATISTIC_LEVEL_CHANGE);
    assert_span(&change, 2021, 2022, 2);
    fixture->items[2].estimate = estimate_undefined(REASON_MISSING);
    change = trend_change(&fixture->table, &fixture->series, STATISTIC_LEVEL_CHANGE);
    assert_span(&change, 2020, 2022, 2);
    assert_near(change.estimate.value, 2, 1e-12);
}

static void a_break_that_leaves_too_few_periods_is_the_reason(void **state)
{
    static const struct {
        const char *values;
        enum reason reason;
    } cases[] = {{"abca", REASON_SERIES_BREAK},
                 {"...a", REASON_TOO_FEW_YEARS},
                 {"abca?", REASON_SUPPRESSED},
                 {"ab?a", REASON_SERIES_BREAK}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "b", "syd", NULL);
        add_years(fixture, 2015, cases[i].values);
        struct finding finding = slope_of(fixture);
        assert_undefined(finding.estimate, cases[i].reason);
        assert_span(&finding, 2018, 2018, 1);
    }
}

static void an_indicator_without_a_trend_has_no_slope(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "uden", "by", NULL);
    add_years(fixture, 2010, "abcdefg");
    struct finding finding = slope_of(fixture);
    assert_undefined(finding.estimate, REASON_NO_TREND);
    assert_false(finding.has_p);
    assert_false(finding.hidden);
}

/* --- the companions by ranks ---------------------------------------------------------------------
 */
static void theil_sen_is_the_median_of_the_slopes_of_the_last_segment(void **state)
{
    static const struct {
        const char *indicator, *area, *values;
        enum estimate_state state;
        enum reason reason;
        double slope;
        int from;
    } cases[] = {
        {"a", "syd", "abcdz", ESTIMATE_POINT, REASON_TOO_FEW_YEARS, 1, 2015},
        {"a", "syd", "abcdefz", ESTIMATE_INTERVAL, REASON_NONE, 1, 2015},
        {"a", "syd", "a.c.e.g", ESTIMATE_POINT, REASON_TOO_FEW_YEARS, 1, 2015},
        {"a", "syd", "a?c?", ESTIMATE_POINT, REASON_TOO_FEW_YEARS, 1, 2015},
        {"b", "syd", "zzzacegikm", ESTIMATE_INTERVAL, REASON_NONE, 2, 2018},
        {"a", "syd", "a", ESTIMATE_UNDEFINED, REASON_TOO_FEW_YEARS, 0, 2015},
        {"a", "syd", "a?", ESTIMATE_UNDEFINED, REASON_SUPPRESSED, 0, 2015},
        {"b", "syd", "zzza", ESTIMATE_UNDEFINED, REASON_SERIES_BREAK, 0, 2018},
        {"uden", "syd", "abcdefg", ESTIMATE_UNDEFINED, REASON_NO_TREND, 0, 2015},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, cases[i].indicator, cases[i].area, NULL);
        add_years(fixture, 2015, cases[i].values);
        struct finding finding = trend_theil_sen(fixture->folder->arena, &fixture->table,
                                                 &fixture->series, STATISTIC_THEIL_SEN, 0.95);
        assert_int_equal(finding.statistic, STATISTIC_THEIL_SEN);
        assert_int_equal(finding.from.year, cases[i].from);
        if (cases[i].state == ESTIMATE_UNDEFINED)
            assert_undefined(finding.estimate, cases[i].reason);
        else
            assert_near(finding.estimate.value, cases[i].slope, 1e-9);
        assert_int_equal(finding.hidden, cases[i].reason == REASON_SUPPRESSED);
        assert_false(finding.has_p);
    }
}

static void mann_kendall_counts_the_pairs_of_the_last_segment(void **state)
{
    static const struct {
        const char *indicator, *values;
        enum reason reason; /* REASON_NONE: there is one */
        double s, p;        /* p 0 for none */
    } cases[] = {
        {"a", "abcde", REASON_NONE, 10, 2 / 120.0}, {"a", "edcba", REASON_NONE, -10, 2 / 120.0},
        {"a", "abcd", REASON_NONE, 6, 0},           {"a", "abb.c", REASON_NONE, 5, 0},
        {"a", "ccccc", REASON_NONE, 0, 1},          {"b", "zyxabcde", REASON_NONE, 10, 2 / 120.0},
        {"a", "a", REASON_TOO_FEW_YEARS, 0, 0},     {"a", "a?", REASON_SUPPRESSED, 0, 0},
        {"b", "zzza", REASON_SERIES_BREAK, 0, 0},   {"uden", "abcde", REASON_NO_TREND, 0, 0},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, cases[i].indicator, "syd", NULL);
        add_years(fixture, 2015, cases[i].values);
        struct finding finding =
            trend_mann_kendall(fixture->folder->arena, &fixture->table, &fixture->series);
        assert_int_equal(finding.statistic, STATISTIC_MANN_KENDALL_S);
        assert_int_equal(finding.has_p, cases[i].p > 0);
        assert_near(finding.p, cases[i].p, 1e-12);
        if (cases[i].reason)
            assert_undefined(finding.estimate, cases[i].reason);
        else
            assert_near(finding.estimate.value, cases[i].s, 0);
    }
}

static void gaps_that_differ_by_rounding_alone_are_tied(void **state)
{
    static const double area[] = {35.8, 36.9, 40.9, 62.2, 64.4};
    static const double rest[] = {30.7, 31.8, 35.8, 57.1, 59.3};
    struct fixture *fixture = *state;
    start_series(fixture, "a", "syd", "rest");
    bool unlike = false;
    for (int i = 0; i < 5; i++) {
        double gap = area[i] - rest[i];
        unlike = unlike || gap < area[0] - rest[0] || gap > area[0] - rest[0];
        add(fixture, arena_printf(fixture->folder->arena, "%d", 2015 + i), at(gap));
    }
    assert_true(unlike);
    struct finding finding =
        trend_mann_kendall(fixture->folder->arena, &fixture->table, &fixture->series);
    assert_near(finding.estimate.value, 0, 0);
    assert_near(finding.p, 1, 0);
}

static void the_segment_starts_with_the_last_break_of_the_area_or_its_municipality(void **state)
{
    static const struct {
        const char *indicator, *area, *comparator; /* comparator NULL for none */
        double before, start;                      /* 0: no break */
    } cases[] = {
        {"b", "syd", NULL, 2022, 2018},    {"b", "syd", "rest", 2022, 2020},
        {"b", "syd", "by", 2022, 2020},    {"b", "syd", "rest", 2019.5, 2018},
        {"b", "syd", "rest", 2017.5, 0},   {"a", "syd", "rest", 2022, 0},
        {"a", "nord", "rest", 2022, 2016}, {"b", "nord", NULL, 2022, 2016},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double start = trend_segment_start(
            &fixture->table, indicator_of(fixture->folder, cases[i].indicator),
            area_of(fixture->folder, cases[i].area),
            cases[i].comparator ? area_of(fixture->folder, cases[i].comparator) : NULL,
            cases[i].before);
        if (cases[i].start > 0)
            assert_near(start, cases[i].start, 1e-9);
        else
            assert_true(isinf(start) && start < 0);
    }
}

/* --- the change since the baseline year, 2021 ---------------------------------------------------
 */
static struct finding change_of(struct fixture *fixture)
{
    enum statistic statistic =
        fixture->series.comparator ? STATISTIC_GAP_CHANGE : STATISTIC_LEVEL_CHANGE;
    struct finding finding = trend_change(&fixture->table, &fixture->series, statistic);
    assert_int_equal(finding.statistic, statistic);
    assert_ptr_equal(finding.area, fixture->series.area);
    assert_ptr_equal(finding.comparator, fixture->series.comparator);
    assert_false(finding.has_p);
    return finding;
}

static void the_change_is_the_last_gap_less_that_of_the_baseline(void **state)
{
    static const struct {
        int first;
        const char *values;
        int from, to;
        double change;
    } cases[] = {
        {2019, "abdhp", 2021, 2023, 12}, {2021, "bc", 2021, 2022, 1},
        {2019, "ab..p", 2020, 2023, 14}, {2019, "ab?.p", 2020, 2023, 14},
        {2021, "ba.?", 2021, 2022, -1},  {2018, "f....a", 2018, 2023, -5},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "a", "syd", "rest");
        add(fixture, "ukendt", at(100));
        add_years(fixture, cases[i].first, cases[i].values);
        struct finding finding = change_of(fixture);
        double change = cases[i].change;
        assert_span(&finding, cases[i].from, cases[i].to, 2);
        assert_interval(finding.estimate, change, change - sqrt(2), change + sqrt(2), 1e-9);
        assert_int_equal(finding.estimate.method, METHOD_MOVER);
        assert_false(finding.hidden);
    }
}

static void the_change_takes_up_the_limits_of_both_gaps(void **state)
{
    struct fixture *fixture = *state;
    start_series(fixture, "a", "syd", "rest");
    add(fixture, "2020", estimate_interval(METHOD_NEWCOMBE10, -4, -7, -2));
    add(fixture, "2023", estimate_interval(METHOD_NEWCOMBE10, 1, -3, 13));
    assert_interval(change_of(fixture).estimate, 5, 5 - hypot(4, 2), 5 + hypot(12, 3), 1e-12);
    fixture->items[1].estimate = estimate_point(METHOD_DIFFERENCE, 1, REASON_NO_COUNTS);
    struct finding finding = change_of(fixture);
    assert_int_equal(finding.estimate.state, ESTIMATE_POINT);
    assert_int_equal(finding.estimate.reason, REASON_NO_COUNTS);
    assert_near(finding.estimate.value, 5, 1e-12);
}

static void without_both_gaps_there_is_no_change(void **state)
{
    static const struct {
        int first;
        const char *values;
        enum reason reason;
        bool hidden;
        size_t periods;
    } cases[] = {
        {2021, "", REASON_NO_BASELINE, false, 0},
        {2022, "abc", REASON_NO_BASELINE, false, 1},
        {2020, "..ab", REASON_NO_BASELINE, false, 1},
        {2020, "?.ab", REASON_SUPPRESSED, true, 1},
        {2022, "ab?", REASON_NO_BASELINE, false, 1},
        {2019, "abc", REASON_TOO_FEW_YEARS, false, 1},
        {2019, "abc.", REASON_TOO_FEW_YEARS, false, 1},
        {2019, "abc?", REASON_SUPPRESSED, true, 1},
        {2019, "a?c.", REASON_TOO_FEW_YEARS, false, 1},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "a", "syd", "rest");
        add_years(fixture, cases[i].first, cases[i].values);
        struct finding finding = change_of(fixture);
        if (finding.estimate.reason != cases[i].reason)
            print_error("%d %s\n", cases[i].first, cases[i].values);
        assert_undefined(finding.estimate, cases[i].reason);
        assert_int_equal(finding.hidden, cases[i].hidden);
        assert_int_equal(finding.periods, cases[i].periods);
    }
}

static void a_break_between_the_two_gaps_leaves_no_change(void **state)
{
    static const struct {
        const char *area, *comparator;
        int baseline;
        enum reason reason; /* REASON_NONE: there is a change */
    } cases[] = {
        {"nord", NULL, 2019, REASON_NONE},          {"syd", NULL, 2017, REASON_SERIES_BREAK},
        {"syd", NULL, 2018, REASON_NONE},           {"by", NULL, 2019, REASON_SERIES_BREAK},
        {"syd", "rest", 2017, REASON_SERIES_BREAK}, {"syd", "rest", 2019, REASON_SERIES_BREAK},
        {"syd", "rest", 2020, REASON_NONE},         {"nord", "rest", 2019, REASON_SERIES_BREAK},
        {"nord", "by", 2019, REASON_SERIES_BREAK},  {"nord", "by", 2020, REASON_NONE}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        start_series(fixture, "b", cases[i].area, cases[i].comparator);
        add_years(fixture, cases[i].baseline, "a");
        add_years(fixture, 2022, "c");
        struct finding finding = change_of(fixture);
        assert_int_equal(finding.estimate.reason, cases[i].reason);
        assert_int_equal(finding.estimate.state,
                         cases[i].reason ? ESTIMATE_UNDEFINED : ESTIMATE_INTERVAL);
        assert_span(&finding, cases[i].baseline, 2022, 2);
    }
}

static void the_baseline_year_is_the_last_that_counts_as_before(void **state)
{
    (void)state;
    const struct plan plan = {.baseline_year = 2021};
    assert_true(trend_is_baseline(&plan, 2010.5));
    assert_true(trend_is_baseline(&plan, 2021.5));
    assert_true(trend_is_baseline(&plan, 2021.999));
    assert_false(trend_is_baseline(&plan, 2022));
    assert_false(trend_is_baseline(&plan, (double)NAN));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_number_of_periods_decides_what_a_slope_says),
        TEST(a_slope_is_the_least_squares_line_on_real_time),
        TEST(hidden_and_missing_periods_are_left_out),
        TEST(an_unknown_period_alone_makes_no_slope),
        TEST(a_slope_short_of_periods_says_why),
        TEST(a_slope_speaks_of_the_last_unbroken_segment),
        TEST(a_period_on_the_day_of_the_break_is_after_it),
        TEST(a_break_that_leaves_too_few_periods_is_the_reason),
        TEST(an_indicator_without_a_trend_has_no_slope),
        TEST(theil_sen_is_the_median_of_the_slopes_of_the_last_segment),
        TEST(mann_kendall_counts_the_pairs_of_the_last_segment),
        TEST(gaps_that_differ_by_rounding_alone_are_tied),
        TEST(the_segment_starts_with_the_last_break_of_the_area_or_its_municipality),
        TEST(the_change_is_the_last_gap_less_that_of_the_baseline),
        TEST(the_change_takes_up_the_limits_of_both_gaps),
        TEST(without_both_gaps_there_is_no_change),
        TEST(a_break_between_the_two_gaps_leaves_no_change),
        TEST(the_baseline_year_is_the_last_that_counts_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
