/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/gap_series.h"

#include "plan_folder.h"

#include "pejling/stats/distribution.h"

#define MOST 200

/* A catalogue with breaks, and the cells of a released table to be made of them. */
struct fixture {
    struct plan_folder *folder;
    struct released_cell cells[MOST];
    size_t count;
    struct released_table table;
};

static int setup(void **state)
{
    distribution_start();
    struct plan_folder *folder = plan_folder_new();
    struct fixture *fixture = arena_alloc(folder->arena, 1, sizeof *fixture);
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "danmark;Danmark;land;;;;;\nby;Byen;kommune;danmark;;;;\n"
                                   "nord;Nord;område;by;;;;\nsyd;Syd;område;by;;;;\n"
                                   "n1;Et;afdeling;nord;2016-01-01;;;\ntvil;T;tvilling;;;;;\n");
    plan_folder_write(folder, "indikatorer.csv",
                      BASE_INDICATORS "brudt;B;andel;pct.;op;kalenderår;K\n"
                                      "dagen;D;andel;pct.;op;01-01;K\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nbrudt;syd;2018;Syd\nbrudt;by;2020;By\n");
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

static const struct indicator *indicator_at(const struct fixture *fixture, const char *place)
{
    size_t length = (size_t)(strchr(place, '/') - place);
    return indicator_of(fixture->folder, arena_text(fixture->folder->arena, place, length));
}

static const struct area *area_at(const struct fixture *fixture, const char *place)
{
    return area_of(fixture->folder, strchr(place, '/') + 1);
}

/* One more open cell, of a place like `andelen/nord`; the test changes what it is about. */
static struct released_cell *put_period(struct fixture *fixture, const char *place,
                                        const char *period, double value, double denominator)
{
    assert_true(fixture->count < MOST);
    struct released_cell *cell = &fixture->cells[fixture->count++];
    *cell = (struct released_cell){.indicator = indicator_at(fixture, place),
                                   .area = area_at(fixture, place),
                                   .period = period_of(period),
                                   .value = value,
                                   .denominator = denominator,
                                   .spread = -1,
                                   .design_effect = 1};
    cell->time = period_time(cell->period, cell->indicator->reporting);
    return cell;
}

static struct released_cell *put(struct fixture *fixture, const char *place, int year, double value,
                                 double denominator)
{
    const char *period = arena_printf(fixture->folder->arena, "%d", year);
    return put_period(fixture, place, period, value, denominator);
}

static struct released_cell *put_spread(struct fixture *fixture, const char *place, int year,
                                        const double figures[3])
{
    struct released_cell *cell = put(fixture, place, year, figures[0], figures[1]);
    cell->spread = figures[2];
    return cell;
}

static void withhold(struct released_cell *cell, enum release release, enum reason reason)
{
    cell->release = release;
    cell->reason = reason;
    cell->value = cell->denominator = 0;
}

/* Years of one cell each: `o` open, `h` hidden, `l` with limits 2 to 3, `s` withheld by the source,
 * `m` missing, `i` incomplete, ` ` none. */
static void put_years(struct fixture *fixture, const char *place, int first, const char *years)
{
    for (int i = 0; years[i]; i++) {
        if (years[i] == ' ')
            continue;
        struct released_cell *cell = put(fixture, place, first + i, 10 + i, 1000);
        cell->has_limits = years[i] == 'l';
        cell->lowest = cell->has_limits ? 2 : 0;
        cell->highest = cell->has_limits ? 3 : 0;
        if (years[i] == 'h' || years[i] == 'l')
            withhold(cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
        if (years[i] == 's')
            withhold(cell, RELEASE_ABSENT, REASON_SUPPRESSED_SOURCE);
        if (years[i] == 'm')
            withhold(cell, RELEASE_ABSENT, REASON_MISSING);
        if (years[i] == 'i')
            withhold(cell, RELEASE_ABSENT, REASON_INCOMPLETE);
    }
}

static void make_table(struct fixture *fixture)
{
    fixture->table = released_table_make(fixture->folder->arena, &fixture->folder->catalogue,
                                         EDITION_SHARED, fixture->cells, fixture->count);
}

static struct gap_series series_of(struct fixture *fixture, const char *place)
{
    make_table(fixture);
    struct gap_series series =
        gap_series_make(fixture->folder->arena, &fixture->table, indicator_at(fixture, place),
                        area_at(fixture, place));
    assert_ptr_equal(series.indicator, indicator_at(fixture, place));
    assert_ptr_equal(series.area, area_at(fixture, place));
    assert_int_equal(series.year_count, series.points.n + series.hidden_count);
    return series;
}

/* --- the comparator ------------------------------------------------------------------------------
 */
static void the_comparator_is_the_rest_where_it_has_a_figure_in_most_periods(void **state)
{
    static const struct {
        const char *years, *whole, *rest, *area, *comparator; /* comparator NULL for none */
    } cases[] = {
        {"ooo", "ooo", "ooo", "nord", "rest"},     {"ooo", "ooo", "hoo", "nord", "rest"},
        {"ooo", "ooo", "hhh", "nord", "rest"},     {"ooo", "ooo", "oio", "nord", "rest"},
        {"ooo", "ooo", "hih", "nord", "rest"},     {"ooo", "ooo", "oii", "nord", "by"},
        {"ooo", "ooo", "o  ", "nord", "by"},       {"ooo", "ooo", "iii", "nord", "by"},
        {"ooo", "ooo", "   ", "nord", "by"},       {"ooo", "ooo", "mss", "nord", "by"},
        {"oooo", "oooo", "ooii", "nord", "by"},    {"oooo", "oooo", "ohoi", "nord", "rest"},
        {"oo o", "oooo", "oiio", "nord", "rest"}, /* of the periods with a figure of the area, */
        {"oomm", "oooo", "oioo", "nord", "by"},    {"hhmh", "oooo", "oiio", "nord", "rest"},
        {"oooo", "hommm", "oiii", "nord", "by"}, /* and of the municipality */
        {"oooo", "ohomm", "ooii", "nord", "rest"}, {"ooo", "   ", "   ", "nord", "by"},
        {"   ", "ooo", "ooo", "nord", "by"},       {"ooo", "ooo", "ooo", "tvil", NULL},
        {"ooo", "ooo", "ooo", "samlet", "rest"},   {"ooo", "ooo", "ooo", "danmark", NULL},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_years(fixture, arena_printf(fixture->folder->arena, "andelen/%s", cases[i].area), 2019,
                  cases[i].years);
        put_years(fixture, "andelen/by", 2019, cases[i].whole);
        put_years(fixture, "andelen/rest", 2019, cases[i].rest);
        make_table(fixture);
        const struct area *comparator =
            gap_comparator(&fixture->table, indicator_of(fixture->folder, "andelen"),
                           area_of(fixture->folder, cases[i].area));
        if (cases[i].comparator)
            assert_ptr_equal(comparator, area_of(fixture->folder, cases[i].comparator));
        else
            assert_null(comparator);
    }
}

static void a_rest_of_another_indicator_is_no_comparator(void **state)
{
    struct fixture *fixture = *state;
    put_years(fixture, "raten/rest", 2019, "oo");
    make_table(fixture);
    assert_ptr_equal(gap_comparator(&fixture->table, indicator_of(fixture->folder, "andelen"),
                                    area_of(fixture->folder, "nord")),
                     area_of(fixture->folder, "by"));
}

/* --- variances -----------------------------------------------------------------------------------
 */
static const double persons[3] = {900, 1100, 950}, others[3] = {70000, 70500, 71000};
static const double area_values[3] = {40, 37, 35}, other_values[3] = {20, 21, 22};

static void put_three_years(struct fixture *fixture, const char *place, const double *values,
                            const double *denominators)
{
    for (int i = 0; i < 3; i++)
        put(fixture, place, 2018 + i, values[i], denominators[i]);
}

/* (sum x + 1/2)/(sum n + more), x = value/factor n. */
static double pooled(const double *values, const double *n, double factor, double more)
{
    double events = 0.5, base = more;
    for (size_t i = 0; i < 3; i++) {
        events += values[i] / factor * n[i];
        base += n[i];
    }
    return events / base;
}

static void a_share_has_the_variance_of_the_two_shares_of_all_years(void **state)
{
    struct fixture *fixture = *state;
    put_three_years(fixture, "andelen/nord", area_values, persons);
    put_three_years(fixture, "andelen/rest", other_values, others);
    struct gap_series series = series_of(fixture, "andelen/nord");
    double p = pooled(area_values, persons, 100, 1), q = pooled(other_values, others, 100, 1);
    assert_int_equal(series.points.n, 3);
    assert_ptr_equal(series.comparator, area_of(fixture->folder, "rest"));
    for (size_t i = 0; i < 3; i++) {
        double variance = 1e4 * (p * (1 - p) / persons[i] + q * (1 - q) / others[i]);
        assert_near(series.points.variance[i], variance, 1e-12);
        assert_near(series.points.y[i], area_values[i] - other_values[i], 1e-12);
        assert_near(series.points.x[i], 2018.5 + (double)i, 1e-12);
        assert_near(series.events[i], area_values[i] / 100 * persons[i], 1e-9);
        assert_near(series.base[i], persons[i], 1e-12);
        assert_near(series.years[i].variance, variance, 1e-12);
    }
    assert_near(series.mean_gap, (20 + 16 + 13) / 3.0, 1e-12);
    assert_true(series.counted);
    assert_true(series.compared);
    assert_false(series.broken);
}

static void a_rate_has_the_variance_of_the_two_rates_of_all_years(void **state)
{
    struct fixture *fixture = *state;
    put_three_years(fixture, "raten/nord", area_values, persons);
    put_three_years(fixture, "raten/rest", other_values, others);
    struct gap_series series = series_of(fixture, "raten/nord");
    double l = pooled(area_values, persons, 1000, 0), m = pooled(other_values, others, 1000, 0);
    for (size_t i = 0; i < 3; i++)
        assert_near(series.points.variance[i], 1e6 * (l / persons[i] + m / others[i]), 1e-9);
    assert_true(series.counted);
}

/*
 * Against the municipality that contains the area: (1 - w)^2 (V_a + V_R') by one route, and
 * V_a + V_M - 2 Cov with V_M = w^2 V_a + (1 - w)^2 V_R' and Cov = w V_a by the other.
 */
static void the_variance_against_the_municipality_agrees_by_two_routes(void **state)
{
    static const struct {
        const char *area, *municipality;
        double factor, more;
    } cases[] = {{"andelen/nord", "andelen/by", 100, 1}, {"raten/nord", "raten/by", 1000, 0}};
    struct fixture *fixture = *state;
    double left_values[3], left[3];
    for (size_t i = 0; i < 3; i++) {
        left[i] = others[i] - persons[i];
        left_values[i] = (other_values[i] * others[i] - area_values[i] * persons[i]) / left[i];
    }
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        bool share = cases[c].more > 0;
        fixture->count = 0;
        put_three_years(fixture, cases[c].area, area_values, persons);
        put_three_years(fixture, cases[c].municipality, other_values, others);
        struct gap_series series = series_of(fixture, cases[c].area);
        assert_ptr_equal(series.comparator, area_of(fixture->folder, "by"));
        double p = pooled(area_values, persons, cases[c].factor, cases[c].more);
        double q = pooled(left_values, left, cases[c].factor, cases[c].more);
        for (size_t i = 0; i < 3; i++) {
            double w = persons[i] / others[i], v = (1 - w) * (1 - w);
            double area = p * (share ? 1 - p : 1) / persons[i];
            double rest = q * (share ? 1 - q : 1) / left[i];
            double whole = w * w * area + v * rest;
            double expected = pow(cases[c].factor, 2) * (area + whole - 2 * w * area);
            assert_near(series.points.variance[i] / expected, 1, 1e-9);
            assert_near(series.points.variance[i], pow(cases[c].factor, 2) * v * (area + rest),
                        1e-9);
            assert_near(series.points.y[i], area_values[i] - other_values[i], 1e-12);
        }
    }
}

static void a_mean_has_the_variance_of_its_spreads(void **state)
{
    struct fixture *fixture = *state;
    put_spread(fixture, "snittet/nord", 2018, (const double[]){6.1, 40, 2.5});
    put_spread(fixture, "snittet/nord", 2019, (const double[]){6.4, 50, 2.25});
    put_spread(fixture, "snittet/nord", 2020, (const double[]){6.4, 50, -1});
    for (int year = 2018; year <= 2020; year++)
        put_spread(fixture, "snittet/rest", year, (const double[]){7, 700, 2});
    struct gap_series series = series_of(fixture, "snittet/nord");
    assert_near(series.points.variance[0], 2.5 * 2.5 / 40 + 4.0 / 700, 1e-12);
    assert_near(series.points.variance[1], 2.25 * 2.25 / 50 + 4.0 / 700, 1e-12);
    assert_near(series.points.variance[2], 0, 0);
    assert_near(series.points.y[0], -0.9, 1e-12);
    assert_near(series.base[1], 50, 0);
    assert_null(series.events);
    assert_true(series.counted);
}

static void a_mean_in_its_municipality_is_held_against_everybody_else_there(void **state)
{
    struct fixture *fixture = *state;
    put_spread(fixture, "snittet/nord", 2018, (const double[]){5, 40, 2});
    put_spread(fixture, "snittet/by", 2018, (const double[]){7, 400, 2.5});
    struct gap_series series = series_of(fixture, "snittet/nord");
    double mean = (7 * 400 - 5 * 40) / 360.0;
    double squares = 399 * 6.25 + 400 * 49 - (39 * 4 + 40 * 25) - 360 * mean * mean;
    double v = 0.9 * 0.9 * (4.0 / 40 + squares / 359 / 360);
    assert_near(series.points.variance[0], v, 1e-9);
    assert_near(series.points.y[0], -2, 1e-12);
}

static void means_without_spread_and_values_have_no_variance(void **state)
{
    struct fixture *fixture = *state;
    put_three_years(fixture, "snittet/nord", area_values, persons);
    put_three_years(fixture, "snittet/rest", other_values, others);
    put_three_years(fixture, "tallet/nord", area_values, (const double[]){0, 0, 0});
    put_three_years(fixture, "tallet/by", other_values, (const double[]){0, 0, 0});
    struct gap_series mean = series_of(fixture, "snittet/nord");
    struct gap_series value = series_of(fixture, "tallet/nord");
    assert_ptr_equal(value.comparator, area_of(fixture->folder, "by"));
    for (size_t i = 0; i < 3; i++) {
        assert_near(mean.points.variance[i], 0, 0);
        assert_near(value.points.variance[i], 0, 0);
        assert_near(value.points.y[i], area_values[i] - other_values[i], 1e-12);
        assert_near(mean.base[i], persons[i], 0);
    }
    assert_false(mean.counted);
    assert_false(value.counted);
    assert_null(value.events);
    assert_null(value.base);
}

/* n* = n/deff/(1 - n/N), of the area; the municipality's survey is another sample of its own. */
static void a_survey_counts_the_answers_it_is_worth(void **state)
{
    static const struct {
        double design_effect, population, effective;
    } cases[] = {
        {1, 0, 200}, {1.6, 0, 125}, {1, 500, 200 / 0.6}, {1.6, 500, 125 / 0.6}, {1, 200, 1e12}};
    struct fixture *fixture = *state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        fixture->count = 0;
        for (int year = 2018; year <= 2019; year++) {
            struct released_cell *cell = put(fixture, "svarene/nord", year, 60, 200);
            cell->design_effect = cases[c].design_effect;
            cell->population = cases[c].population;
            put(fixture, "svarene/by", year, 80, 1000);
        }
        struct gap_series series = series_of(fixture, "svarene/nord");
        double n = cases[c].effective;
        double p = (2 * 0.6 * n + 0.5) / (2 * n + 1), q = (1600 + 0.5) / 2001.0;
        assert_near(series.base[0] / n, 1, 1e-12);
        assert_near(series.events[0] / n, 0.6, 1e-12);
        assert_near(series.points.variance[1], 1e4 * (p * (1 - p) / n + q * (1 - q) / 1000), 1e-9);
    }
}

static void an_area_as_large_as_its_municipality_has_a_finite_variance(void **state)
{
    struct fixture *fixture = *state;
    put_three_years(fixture, "andelen/nord", area_values, persons);
    put_three_years(fixture, "andelen/by", area_values, persons);
    put_spread(fixture, "snittet/nord", 2018, (const double[]){5, 40, 2});
    put_spread(fixture, "snittet/by", 2018, (const double[]){5, 40, 2});
    struct gap_series series = series_of(fixture, "andelen/nord");
    for (size_t i = 0; i < 3; i++)
        assert_true(isfinite(series.points.variance[i]) && series.points.variance[i] > 0);
    series = series_of(fixture, "snittet/nord");
    assert_near(series.points.variance[0], 0, 0);
}

/* --- which years ---------------------------------------------------------------------------------
 */
static void years_stand_in_order_on_real_time_and_unknown_periods_nowhere(void **state)
{
    struct fixture *fixture = *state;
    static const char *const periods[] = {"2021", "ukendt", "2016", "2019"};
    for (size_t i = 0; i < 4; i++) {
        put_period(fixture, "dagen/nord", periods[i], 30, 100);
        put_period(fixture, "dagen/rest", periods[i], 40 + (double)i, 100);
    }
    struct gap_series series = series_of(fixture, "dagen/nord");
    static const double x[] = {2016, 2019, 2021}, y[] = {-12, -13, -10};
    assert_int_equal(series.points.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_near(series.points.x[i], x[i], 1e-12);
        assert_near(series.points.y[i], y[i], 1e-12);
    }
}

static void a_break_cuts_earlier_years_off(void **state)
{
    static const struct {
        const char *area, *other; /* places */
        const char *years;
        int first, from;
        size_t open;
        bool broken;
    } cases[] = {
        /* none; its own in 2018, the municipality's in 2020, a section's in 2016 */
        {"andelen/syd", "andelen/rest", "oooooo", 2014, 2014, 6, false},
        {"brudt/syd", "brudt/rest", "ooooo", 2015, 2018, 2, true},
        {"brudt/syd", "brudt/rest", "oooooooo", 2015, 2020, 3, true},
        {"brudt/syd", "brudt/by", "oooooooo", 2015, 2020, 3, true},
        {"brudt/nord", "brudt/rest", "oooooooo", 2016, 2020, 4, true},
        {"andelen/nord", "andelen/rest", "oooooo", 2014, 2016, 4, true},
        {"andelen/samlet", "andelen/rest", "oooooo", 2014, 2016, 4, true},
        {"brudt/samlet", "brudt/rest", "oooooooo", 2015, 2020, 3, true},
        /* years before the break that are not there are not cut off */
        {"brudt/syd", "brudt/rest", "mmmmmooo", 2015, 2020, 3, false},
        /* a break after the last figure */
        {"brudt/syd", "brudt/rest", "ooooomm", 2015, 2018, 2, true},
        {"brudt/syd", "brudt/rest", "oommmmm", 2015, 2015, 2, false},
        /* but a hidden year is a figure */
        {"brudt/syd", "brudt/rest", "ooooohm", 2015, 2020, 0, true},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_years(fixture, cases[i].area, cases[i].first, cases[i].years);
        put_years(fixture, cases[i].other, cases[i].first, "oooooooo");
        struct gap_series series = series_of(fixture, cases[i].area);
        assert_int_equal(series.points.n, cases[i].open);
        assert_int_equal(series.broken, cases[i].broken);
        assert_int_equal(series.years[0].cell->period.year, cases[i].from);
    }
}

static void hidden_years_are_counted_and_missing_ones_are_not(void **state)
{
    static const struct {
        const char *area, *rest;
        size_t open, hidden, bounded;
    } cases[] = {
        {"ooo", "ooo", 3, 0, 0}, {"oho", "ooo", 2, 1, 0}, {"olo", "ooo", 2, 1, 1},
        {"oso", "ooo", 2, 1, 0}, {"oso", "oio", 2, 1, 0}, {"lhs", "ooo", 0, 3, 1},
        {"omo", "ooo", 2, 0, 0}, {"o o", "ooo", 2, 0, 0}, {"ooo", "oho", 2, 1, 0},
        {"ooo", "oso", 2, 1, 0}, {"ooo", "oio", 2, 0, 0}, {"ooo", "o o", 2, 0, 0},
        {"olo", "oho", 2, 1, 0}, {"olo", "oio", 2, 1, 0}, {"omo", "oho", 2, 0, 0},
        {"ooo", "olo", 2, 1, 1}, {"olo", "olo", 2, 1, 1}, {"oho", "olo", 2, 1, 0},
        {"omo", "olo", 2, 0, 0}, {"oso", "olo", 2, 1, 0}, /* limits on one side are none */
        {"olo", "o o", 2, 0, 0}, {"olo", "omo", 2, 0, 0}, /* no gap without a comparator */
        {"omo", "oso", 2, 0, 0}, {"oio", "oho", 2, 0, 0},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_years(fixture, "andelen/nord", 2018, cases[i].area);
        put_years(fixture, "andelen/rest", 2018, cases[i].rest);
        struct gap_series series = series_of(fixture, "andelen/nord");
        if (series.hidden_count != cases[i].hidden)
            print_error("%s against %s\n", cases[i].area, cases[i].rest);
        assert_int_equal(series.points.n, cases[i].open);
        assert_int_equal(series.hidden_count, cases[i].hidden);
        assert_int_equal(series.bounded_count, cases[i].bounded);
    }
}

/* Disclosure control before the source, on either side; the order of the years says nothing. */
static void who_hides_the_hidden_years_is_told(void **state)
{
    static const struct {
        const char *area, *rest;
        enum reason reason;
    } cases[] = {{"ooo", "ooo", REASON_NONE},
                 {"omo", "ooo", REASON_NONE},
                 {"oso", "ooo", REASON_SUPPRESSED_SOURCE},
                 {"ooo", "oso", REASON_SUPPRESSED_SOURCE},
                 {"oho", "ooo", REASON_SUPPRESSED},
                 {"ooo", "oho", REASON_SUPPRESSED},
                 {"hso", "ooo", REASON_SUPPRESSED},
                 {"osh", "ooo", REASON_SUPPRESSED},
                 {"oss", "ooh", REASON_SUPPRESSED}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_years(fixture, "andelen/nord", 2018, cases[i].area);
        put_years(fixture, "andelen/rest", 2018, cases[i].rest);
        struct gap_series series = series_of(fixture, "andelen/nord");
        assert_int_equal(gap_series_hidden_reason(&series), cases[i].reason);
        for (size_t j = 0; j < series.year_count; j++)
            assert_int_equal(gap_year_hidden_reason(&series.years[j]) == REASON_NONE,
                             series.years[j].open);
    }
}

static void a_hidden_year_before_the_break_is_none_of_the_segments(void **state)
{
    struct fixture *fixture = *state;
    put_years(fixture, "andelen/nord", 2014, "hlooo");
    put_years(fixture, "andelen/rest", 2014, "ooooo");
    struct gap_series series = series_of(fixture, "andelen/nord");
    assert_int_equal(series.hidden_count, 0);
    assert_int_equal(series.bounded_count, 0);
    assert_true(series.broken);
}

static void the_limits_of_a_hidden_year_are_those_of_its_gap(void **state)
{
    struct fixture *fixture = *state;
    put_years(fixture, "andelen/nord", 2018, "olo");
    for (int i = 0; i < 3; i++)
        put(fixture, "andelen/rest", 2018 + i, 6, 9000);
    struct gap_series series = series_of(fixture, "andelen/nord");
    assert_int_equal(series.year_count, 3);
    const struct gap_year *hidden = &series.years[1];
    assert_true(hidden->bounded && !hidden->open);
    assert_near(hidden->lowest, -4, 1e-12);
    assert_near(hidden->highest, -3, 1e-12);
    assert_near(hidden->gap, 0, 0);
    assert_near(hidden->variance, 0, 0);
    assert_near(series.mean_gap, 5, 1e-12);
    assert_near(series.points.x[1], 2020.5, 1e-12);
    assert_false(series.years[0].bounded);
}

/* Open or hidden with limits, each side has its say in how far apart the two can be. */
static void a_year_is_bounded_where_the_comparator_is_hidden_with_limits(void **state)
{
    static const struct {
        const char *area, *rest;
        double lowest, highest;
    } cases[] = {
        {"olo", "ooo", 2 - 11, 3 - 11},
        {"ooo", "olo", 11 - 3, 11 - 2},
        {"olo", "olo", 2 - 3, 3 - 2},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_years(fixture, "andelen/nord", 2018, cases[i].area);
        put_years(fixture, "andelen/rest", 2018, cases[i].rest);
        struct gap_series series = series_of(fixture, "andelen/nord");
        const struct gap_year *hidden = &series.years[1];
        assert_true(hidden->bounded && !hidden->open);
        assert_near(hidden->lowest, cases[i].lowest, 1e-12);
        assert_near(hidden->highest, cases[i].highest, 1e-12);
        assert_near(hidden->gap, 0, 0);
        assert_int_equal(series.points.n, 2);
    }
}

static void hidden_counts_have_no_part_in_the_pooled_shares(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "andelen/nord", 2018, 40, 900);
    withhold(put(fixture, "andelen/nord", 2019, 99, 5000), RELEASE_HIDDEN, REASON_SUPPRESSED);
    for (int year = 2018; year <= 2019; year++)
        put(fixture, "andelen/rest", year, 20, 70000);
    struct gap_series series = series_of(fixture, "andelen/nord");
    double p = (360 + 0.5) / 901, q = (14000 + 0.5) / 70001;
    assert_near(series.points.variance[0], 1e4 * (p * (1 - p) / 900 + q * (1 - q) / 70000), 1e-12);
}

static void without_figures_or_comparator_the_series_is_empty(void **state)
{
    struct fixture *fixture = *state;
    put_years(fixture, "andelen/nord", 2018, "ooo");
    put_years(fixture, "andelen/tvil", 2018, "ooo");
    put_years(fixture, "raten/nord", 2018, "mmm");
    put_years(fixture, "raten/by", 2018, "ooo");
    static const struct {
        const char *place, *comparator;
        bool compared;
    } cases[] = {{"andelen/nord", "by", false},
                 {"andelen/tvil", NULL, false},
                 {"raten/nord", "by", true},
                 {"tallet/nord", "by", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct gap_series series = series_of(fixture, cases[i].place);
        if (cases[i].comparator)
            assert_ptr_equal(series.comparator, area_of(fixture->folder, cases[i].comparator));
        else
            assert_null(series.comparator);
        assert_int_equal(series.year_count, 0);
        assert_int_equal(series.compared, cases[i].compared);
        assert_false(series.counted);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_comparator_is_the_rest_where_it_has_a_figure_in_most_periods),
        TEST(a_rest_of_another_indicator_is_no_comparator),
        TEST(a_share_has_the_variance_of_the_two_shares_of_all_years),
        TEST(a_rate_has_the_variance_of_the_two_rates_of_all_years),
        TEST(the_variance_against_the_municipality_agrees_by_two_routes),
        TEST(a_mean_has_the_variance_of_its_spreads),
        TEST(a_mean_in_its_municipality_is_held_against_everybody_else_there),
        TEST(means_without_spread_and_values_have_no_variance),
        TEST(a_survey_counts_the_answers_it_is_worth),
        TEST(an_area_as_large_as_its_municipality_has_a_finite_variance),
        TEST(years_stand_in_order_on_real_time_and_unknown_periods_nowhere),
        TEST(a_break_cuts_earlier_years_off),
        TEST(hidden_years_are_counted_and_missing_ones_are_not),
        TEST(who_hides_the_hidden_years_is_told),
        TEST(a_hidden_year_before_the_break_is_none_of_the_segments),
        TEST(the_limits_of_a_hidden_year_are_those_of_its_gap),
        TEST(a_year_is_bounded_where_the_comparator_is_hidden_with_limits),
        TEST(hidden_counts_have_no_part_in_the_pooled_shares),
        TEST(without_figures_or_comparator_the_series_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
