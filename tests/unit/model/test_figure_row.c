/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/figure_row.h"

#include "near.h"

#define FILE_NAME "observationer/tal.csv"

/* A field that is written; the rest of the row is blank. */
struct written {
    enum figure_column column;
    const char *text;
};
#define MOST_WRITTEN 6

struct row {
    enum measure measure;
    struct written fields[MOST_WRITTEN]; /* up to one without text */
};

static struct indicator indicator_with(enum measure measure)
{
    return (struct indicator){.code = "a",
                              .measure = measure,
                              .factor = measure == MEASURE_RATE ? 1000 : 100,
                              .reporting = {PERIOD_YEAR, 0, 0}};
}

/* Reads the row; each field stands in line 7, in the column of its number, from 1. */
static struct observation read_row(struct diagnostics *diagnostics,
                                   const struct indicator *indicator, const struct written *written)
{
    struct csv_field fields[FIGURE_COLUMNS];
    struct csv_place places[FIGURE_COLUMNS];
    struct observation observation = {.indicator = indicator};
    for (unsigned i = 0; i < FIGURE_COLUMNS; i++) {
        places[i] = (struct csv_place){.at = {FILE_NAME, 7, i + 1}};
        fields[i] = (struct csv_field){"", &places[i], 0};
    }
    for (size_t i = 0; i < MOST_WRITTEN && written[i].text; i++)
        fields[written[i].column].text = written[i].text;
    figure_row_read(diagnostics, fields, &observation);
    return observation;
}

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    struct diagnostics *diagnostics = *state;
    arena_free(diagnostics->arena);
    return 0;
}

static void assert_amounts(const struct amounts *actual, struct amounts expected)
{
    assert_near(actual->numerator, expected.numerator, 1e-12);
    assert_near(actual->denominator, expected.denominator, 1e-12);
    assert_near(actual->value, expected.value, 1e-12);
    assert_near(actual->spread, expected.spread, 1e-12);
    assert_near(actual->design_effect, expected.design_effect, 1e-12);
    assert_near(actual->population, expected.population, 1e-12);
    assert_near(actual->response_rate, expected.response_rate, 1e-12);
}

/* --- what is read ----------------------------------------------------------------------------- */
#define X FIGURE_NUMERATOR
#define N FIGURE_DENOMINATOR
#define VALUE FIGURE_VALUE
#define SPREAD FIGURE_SPREAD
#define STATUS FIGURE_STATUS

static void each_measure_gives_its_own_amounts(void **state)
{
    static const struct {
        struct row row;
        struct amounts expected;
    } cases[] = {
        {{MEASURE_SHARE, {{X, "3,25"}, {N, "1.120"}}}, {.numerator = 3.25, .denominator = 1120}},
        {{MEASURE_SHARE, {{X, "1"}, {N, "8"}, {VALUE, "12,5"}}},
         {.numerator = 1, .denominator = 8}},
        {{MEASURE_RATE, {{X, "300"}, {N, "120"}, {VALUE, "2.500,0"}}},
         {.numerator = 300, .denominator = 120}},
        {{MEASURE_MEAN, {{N, "40"}, {VALUE, "-6,25"}, {SPREAD, "2,5"}}},
         {.denominator = 40, .value = -6.25, .spread = 2.5}},
        {{MEASURE_MEAN, {{N, "40"}, {VALUE, "6"}}}, {.denominator = 40, .value = 6, .spread = -1}},
        {{MEASURE_SURVEY, {{X, "35"}, {N, "140"}}},
         {.numerator = 35, .denominator = 140, .value = 25, .design_effect = 1}},
        {{MEASURE_SURVEY,
          {{N, "140"},
           {VALUE, "67,9"},
           {FIGURE_RESPONSE_RATE, "38,4"},
           {FIGURE_DESIGN_EFFECT, "1,12"},
           {FIGURE_POPULATION, "837"}}},
         {.denominator = 140,
          .value = 67.9,
          .design_effect = 1.12,
          .population = 837,
          .response_rate = 38.4}},
        {{MEASURE_VALUE, {{VALUE, "-12,75"}}}, {.value = -12.75}},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct indicator indicator = indicator_with(cases[i].row.measure);
        struct observation read = read_row(diagnostics, &indicator, cases[i].row.fields);
        assert_int_equal(diagnostics->count, 0);
        assert_int_equal(read.reason, REASON_NONE);
        assert_int_equal(read.status, FIGURE_FINAL);
        assert_amounts(&read.amounts, cases[i].expected);
    }
}

static const enum measure measures[] = {MEASURE_SHARE, MEASURE_RATE, MEASURE_MEAN, MEASURE_SURVEY,
                                        MEASURE_VALUE};
#define MEASURES (sizeof measures / sizeof *measures)

/* Figures that fit the measure, beside the status. */
static void fill(struct written *written, enum measure measure, const char *status)
{
    size_t count = 0;
    written[count++] = (struct written){STATUS, status};
    if (measure != MEASURE_VALUE)
        written[count++] = (struct written){N, "9"};
    if (measure_has_counts(measure))
        written[count++] = (struct written){X, "3"};
    else
        written[count++] = (struct written){VALUE, "6,5"};
}

static void a_status_of_a_figure_is_read_with_it(void **state)
{
    static const struct {
        const char *written;
        enum figure_status status;
    } cases[] = {
        {"", FIGURE_FINAL},
        {"endelig", FIGURE_FINAL},
        {"foreløbig", FIGURE_PROVISIONAL},
        {"FORELOEBIG", FIGURE_PROVISIONAL},
        {"skøn", FIGURE_ESTIMATED},
        {"Skoen", FIGURE_ESTIMATED},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t m = 0; m < MEASURES; m++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct indicator indicator = indicator_with(measures[m]);
            struct written written[MOST_WRITTEN] = {{0, NULL}};
            fill(written, measures[m], cases[i].written);
            struct observation read = read_row(diagnostics, &indicator, written);
            assert_int_equal(diagnostics->count, 0);
            assert_int_equal(read.status, cases[i].status);
            assert_int_equal(read.reason, REASON_NONE);
            if (measure_has_counts(measures[m]))
                assert_near(read.amounts.numerator, 3, 0);
            else
                assert_near(read.amounts.value, 6.5, 0);
        }
}

static void a_status_without_a_figure_is_its_reason_in_every_measure(void **state)
{
    static const struct {
        const char *written;
        enum reason reason;
    } cases[] = {{"diskret", REASON_SUPPRESSED_SOURCE}, {"mangler", REASON_MISSING}};
    struct diagnostics *diagnostics = *state;
    for (size_t m = 0; m < MEASURES; m++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct indicator indicator = indicator_with(measures[m]);
            struct written written[MOST_WRITTEN] = {{STATUS, cases[i].written}};
            struct observation read = read_row(diagnostics, &indicator, written);
            assert_int_equal(diagnostics->count, 0);
            assert_int_equal(read.status, FIGURE_FINAL);
            assert_int_equal(read.reason, cases[i].reason);
            assert_amounts(&read.amounts, (struct amounts){0});
        }
}

/* --- what is wrong ---------------------------------------------------------------------------- */
static void each_fault_is_told_at_its_field(void **state)
{
    static const struct {
        struct row row;
        enum figure_column at;
        const char *says;
    } cases[] = {
        {{MEASURE_SHARE, {{X, "10"}, {N, "9"}}}, X, "tælleren er større end nævneren"},
        {{MEASURE_SHARE, {{X, "3"}, {N, "9"}, {VALUE, "34"}}}, VALUE, "passer ikke"},
        {{MEASURE_SHARE, {{VALUE, "33"}}}, VALUE, "værdien alene er ikke nok"},
        {{MEASURE_SHARE, {{X, "3"}, {N, "9"}, {SPREAD, "2"}}}, SPREAD, "kolonnen bruges ikke"},
        {{MEASURE_RATE, {{X, "-1"}, {N, "9"}}}, X, "tælleren er negativ"},
        {{MEASURE_RATE, {{X, "1"}, {N, "9,5"}}}, N, "et helt antal personer"},
        {{MEASURE_MEAN, {{N, "9"}}}, VALUE, "tallet mangler"},
        {{MEASURE_MEAN, {{N, "9"}, {VALUE, "6"}, {SPREAD, "-2"}}}, SPREAD, "er negativ"},
        {{MEASURE_MEAN, {{X, "3"}, {N, "9"}, {VALUE, "6"}}}, X, "kolonnen bruges ikke"},
        {{MEASURE_SURVEY, {{N, "9"}, {VALUE, "100,1"}}}, VALUE, "mellem 0 og 100 pct."},
        {{MEASURE_SURVEY, {{N, "9"}, {VALUE, "50"}, {FIGURE_RESPONSE_RATE, "101"}}},
         FIGURE_RESPONSE_RATE,
         "mellem 0 og 100"},
        {{MEASURE_SURVEY, {{N, "9"}, {VALUE, "50"}, {FIGURE_DESIGN_EFFECT, "0,9"}}},
         FIGURE_DESIGN_EFFECT,
         "under 1"},
        {{MEASURE_SURVEY, {{N, "9"}, {VALUE, "50"}, {FIGURE_POPULATION, "8"}}},
         FIGURE_POPULATION,
         "flere svar end personer"},
        {{MEASURE_VALUE, {{VALUE, "3"}, {N, "9"}}}, N, "kolonnen bruges ikke"},
        {{MEASURE_VALUE, {{STATUS, "endelig"}}}, VALUE, "tallet mangler"},
        {{MEASURE_VALUE, {{VALUE, "3"}, {STATUS, "hemmelig"}}}, STATUS, "skriv en af: endelig"},
        {{MEASURE_VALUE, {{VALUE, "3"}, {STATUS, "mangler"}}}, VALUE, "tallet ikke findes"},
        {{MEASURE_SHARE, {{X, "3"}, {STATUS, "diskret"}}}, X, "tallet ikke findes"},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct indicator indicator = indicator_with(cases[i].row.measure);
        *diagnostics = (struct diagnostics){.arena = diagnostics->arena};
        read_row(diagnostics, &indicator, cases[i].row.fields);
        assert_int_equal(diagnostics->count, 1);
        const struct diagnostic *item = &diagnostics->items[0];
        assert_int_equal(item->problem, PROBLEM_SERIES);
        assert_non_null(strstr(item->text, cases[i].says));
        assert_string_equal(item->at.file, FILE_NAME);
        assert_int_equal(item->at.line, 7);
        assert_int_equal(item->at.column, cases[i].at + 1);
    }
}

static void votes_need_their_electors(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct indicator votes = indicator_with(MEASURE_SHARE);
    votes.reporting.kind = PERIOD_DATE;
    static const struct written written[MOST_WRITTEN] = {{X, "3"}};
    read_row(diagnostics, &votes, written);
    assert_int_equal(diagnostics->count, 1);
    assert_non_null(strstr(diagnostics->items[0].text, "stemmer uden stemmeberettigede"));
    assert_int_equal(diagnostics->items[0].at.column, N + 1);
}

static void only_the_place_of_a_figure_must_have_a_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIGURE_COLUMNS; i++) {
        assert_non_null(figure_columns[i].name);
        assert_int_equal(figure_columns[i].required, i <= FIGURE_PERIOD);
    }
}

#define FIGURE_ROW_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIGURE_ROW_TEST(each_measure_gives_its_own_amounts),
        FIGURE_ROW_TEST(a_status_of_a_figure_is_read_with_it),
        FIGURE_ROW_TEST(a_status_without_a_figure_is_its_reason_in_every_measure),
        FIGURE_ROW_TEST(each_fault_is_told_at_its_field),
        FIGURE_ROW_TEST(votes_need_their_electors),
        cmocka_unit_test(only_the_place_of_a_figure_must_have_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
