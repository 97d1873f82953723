/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/disclosure/primary.h"

static const struct plan plan = {.threshold = 5, .minimum_denominator = 20};

static struct indicator indicator_of(enum measure measure, unsigned threshold, bool sensitive)
{
    return (struct indicator){
        .measure = measure, .factor = 100, .minimum_count = threshold, .sensitive = sensitive};
}

/* --- the rule --------------------------------------------------------------------------------- */

struct judged {
    double count, persons;
    bool small;
};

static void check_rule(struct indicator indicator, const struct judged *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct counted figure = {.indicator = &indicator,
                                       .count = cases[i].count,
                                       .persons = cases[i].persons,
                                       .most = HUGE_VAL,
                                       .most_without = HUGE_VAL};
        if (primary_is_small(&figure, &plan) != cases[i].small)
            fail_msg("%g of %g", cases[i].count, cases[i].persons);
    }
}

#define CHECK_RULE(indicator, cases)                                                               \
    check_rule((indicator), (cases), sizeof(cases) / sizeof *(cases))

static void a_share_is_small_by_its_count_its_complement_or_its_persons(void **state)
{
    (void)state;
    static const struct judged cases[] = {
        {0, 20, false},    {1, 20, true},      {4, 20, true},         {5, 20, false},
        {15, 20, false},   {16, 20, true},     {19, 20, true},        {20, 20, false},
        {10, 19, true},    {0, 19, true},      {19, 19, true},        {0, 0, true},
        {4, 75000, true},  {5, 75000, false},  {74995, 75000, false}, {74996, 75000, true},
        {4.99, 20, true},  {0.01, 20, true},   {5.01, 20, false},     {15.01, 20, true},
        {19.99, 20, true}, {14.99, 20, false},
    };
    CHECK_RULE(indicator_of(MEASURE_SHARE, 5, false), cases);
    CHECK_RULE(indicator_of(MEASURE_SURVEY, 5, false), cases);
}

static void where_it_is_sensitive_none_and_everybody_are_small_too(void **state)
{
    (void)state;
    static const struct judged shares[] = {
        {0, 20, true}, {5, 20, false}, {15, 20, false}, {20, 20, true}, {0, 75000, true}};
    static const struct judged rates[] = {{0, 20, true}, {5, 20, false}, {20, 20, false}};
    CHECK_RULE(indicator_of(MEASURE_SHARE, 5, true), shares);
    CHECK_RULE(indicator_of(MEASURE_SURVEY, 5, true), shares);
    CHECK_RULE(indicator_of(MEASURE_RATE, 5, true), rates);
}

static void a_rate_counts_events_and_has_no_complement(void **state)
{
    (void)state;
    static const struct judged cases[] = {{0, 20, false},  {1, 20, true},   {4, 20, true},
                                          {5, 20, false},  {19, 20, false}, {20, 20, false},
                                          {37, 20, false}, {10, 19, true}};
    CHECK_RULE(indicator_of(MEASURE_RATE, 5, false), cases);
}

static void a_mean_is_small_by_its_persons_alone(void **state)
{
    (void)state;
    static const struct judged usual[] = {{0, 20, false}, {3, 20, false}, {0, 19, true}};
    static const struct judged many[] = {{0, 30, false}, {0, 29, true}, {0, 19, true}};
    CHECK_RULE(indicator_of(MEASURE_MEAN, 5, false), usual);
    CHECK_RULE(indicator_of(MEASURE_MEAN, 5, true), usual);
    CHECK_RULE(indicator_of(MEASURE_MEAN, 30, false), many);
}

static void an_indicator_has_a_threshold_of_its_own(void **state)
{
    (void)state;
    static const struct judged three[] = {
        {2, 20, true}, {3, 20, false}, {17, 20, false}, {18, 20, true}};
    static const struct judged ten[] = {
        {9, 40, true}, {10, 40, false}, {30, 40, false}, {31, 40, true}};
    CHECK_RULE(indicator_of(MEASURE_SHARE, 3, false), three);
    CHECK_RULE(indicator_of(MEASURE_SHARE, 10, false), ten);
}

/*
 * Where the municipality's own count is small, a part with none is hidden like the others: else
 * being hidden would say of them that they have some.
 */
static void every_part_of_a_municipality_with_a_small_count_is_small(void **state)
{
    (void)state;
    static const struct {
        double count, most, most_without;
        bool share, rate;
    } cases[] = {
        {0, 1, HUGE_VAL, true, true},    {0, 4, HUGE_VAL, true, true},
        {0, 5, HUGE_VAL, false, false},  {0, 0, HUGE_VAL, false, false},
        {50, HUGE_VAL, 1, true, false},  {50, HUGE_VAL, 4, true, false},
        {50, HUGE_VAL, 5, false, false}, {50, HUGE_VAL, 0, false, false},
    };
    const struct indicator share = indicator_of(MEASURE_SHARE, 5, false);
    const struct indicator rate = indicator_of(MEASURE_RATE, 5, false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct counted figure = {&share,        cases[i].count,        50,
                                 cases[i].most, cases[i].most_without, false};
        if (primary_is_small(&figure, &plan) != cases[i].share)
            fail_msg("share, case %zu", i);
        figure.indicator = &rate;
        if (primary_is_small(&figure, &plan) != cases[i].rate)
            fail_msg("rate, case %zu", i);
    }
}

/* --- cells ------------------------------------------------------------------------------------ */

/* What a cell counts, where no municipality limits it. */
static struct counted figure_of(const struct cell *cell)
{
    return (struct counted){
        cell->indicator, primary_count(cell), cell->amounts.denominator, HUGE_VAL, HUGE_VAL, false};
}

static bool hides(const struct cell *cell)
{
    const struct counted figure = figure_of(cell);
    return primary_hides(cell, &figure, &plan);
}

static void municipalities_and_countries_are_public(void **state)
{
    (void)state;
    static const bool is_public[] = {
        [AREA_ESTATE] = false, [AREA_SECTION] = false, [AREA_MUNICIPALITY] = true,
        [AREA_TOTAL] = false,  [AREA_TWIN] = false,    [AREA_COUNTRY] = true,
        [AREA_REST] = false};
    struct indicator share = indicator_of(MEASURE_SHARE, 5, false);
    for (size_t role = 0; role < sizeof is_public / sizeof *is_public; role++) {
        const struct area area = {.role = (enum area_role)role};
        const struct cell small = {
            .indicator = &share, .area = &area, .amounts = {.numerator = 2, .denominator = 50}};
        const struct cell large = {
            .indicator = &share, .area = &area, .amounts = {.numerator = 25, .denominator = 50}};
        assert_int_equal(area_is_public(&area), is_public[role]);
        assert_int_equal(hides(&small), !is_public[role]);
        assert_false(hides(&large));
    }
}

static void a_subgroup_of_a_section_is_withheld_whatever_its_size(void **state)
{
    (void)state;
    static const struct {
        enum area_role role;
        const char *group;
        bool withheld;
    } cases[] = {{AREA_SECTION, "15-29", true},
                 {AREA_SECTION, NULL, false},
                 {AREA_ESTATE, "15-29", false},
                 {AREA_MUNICIPALITY, "15-29", false}};
    struct indicator share = indicator_of(MEASURE_SHARE, 5, false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct area area = {.role = cases[i].role};
        const struct cell cell = {.indicator = &share,
                                  .area = &area,
                                  .group = cases[i].group,
                                  .amounts = {.numerator = 250, .denominator = 500}};
        assert_int_equal(primary_is_withheld(&cell), cases[i].withheld);
        assert_int_equal(hides(&cell), cases[i].withheld);
    }
}

static void a_given_value_has_no_persons_to_count(void **state)
{
    (void)state;
    struct indicator value = indicator_of(MEASURE_VALUE, 5, false);
    const struct area estate = {.role = AREA_ESTATE};
    const struct cell cell = {.indicator = &value, .area = &estate, .amounts.value = 3};
    assert_false(hides(&cell));
}

static void a_sensitive_value_is_withheld_where_it_is_not_public(void **state)
{
    (void)state;
    static const struct {
        enum area_role role;
        bool withheld;
    } cases[] = {
        {AREA_ESTATE, true}, {AREA_SECTION, true},       {AREA_TOTAL, true},
        {AREA_TWIN, true},   {AREA_MUNICIPALITY, false}, {AREA_COUNTRY, false},
    };
    const struct indicator value = indicator_of(MEASURE_VALUE, 5, true);
    const struct indicator share = indicator_of(MEASURE_SHARE, 5, true);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct area area = {.role = cases[i].role};
        struct cell cell = {.indicator = &value, .area = &area, .amounts.value = 300};
        assert_int_equal(primary_is_withheld(&cell), cases[i].withheld);
        assert_int_equal(hides(&cell), cases[i].withheld);
        cell.indicator = &share;
        assert_false(primary_is_withheld(&cell));
    }
}

static void a_survey_counts_as_near_as_its_share_tells(void **state)
{
    (void)state;
    static const struct {
        double value, answers, count;
        bool hidden;
    } cases[] = {
        {61.5, 900, 554, false}, {5, 80, 4, true},   {6.25, 80, 5, false},   {5.7, 80, 5, false},
        {5.6, 80, 4, true},      {95, 80, 76, true}, {93.75, 80, 75, false}, {0, 80, 0, false},
        {100, 80, 80, false},    {50, 19, 10, true},
    };
    struct indicator survey = indicator_of(MEASURE_SURVEY, 5, false);
    const struct area estate = {.role = AREA_ESTATE};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct cell cell = {
            .indicator = &survey,
            .area = &estate,
            .amounts = {.value = cases[i].value, .denominator = cases[i].answers}};
        assert_near(primary_count(&cell), cases[i].count, 0);
        assert_int_equal(hides(&cell), cases[i].hidden);
    }
}

static void other_measures_count_as_given(void **state)
{
    (void)state;
    struct indicator rate = indicator_of(MEASURE_RATE, 5, false);
    const struct area estate = {.role = AREA_ESTATE};
    struct cell cell = {
        .indicator = &rate, .area = &estate, .amounts = {.numerator = 4.5, .denominator = 50}};
    assert_near(primary_count(&cell), 4.5, 0);
    assert_true(hides(&cell));
    cell.amounts.numerator = 5;
    assert_false(hides(&cell));
}

/* --- what a hidden figure needs --------------------------------------------------------------- */

#define NO_LIMIT HUGE_VAL

struct needing {
    double count, persons, most, most_without;
    struct need need;
};

static void check_needs(struct indicator indicator, const struct needing *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct needing *each = &cases[i];
        const struct counted figure = {&indicator, each->count,        each->persons,
                                       each->most, each->most_without, false};
        struct need need = primary_need(&figure);
        if (need.small != each->need.small || need.complement != each->need.complement ||
            need.least != each->need.least)
            fail_msg("%g of %g: %u, %u, %u", each->count, each->persons, need.small,
                     need.complement, need.least);
    }
}

#define CHECK_NEEDS(indicator, cases)                                                              \
    check_needs((indicator), (cases), sizeof(cases) / sizeof *(cases))

/* Each row: count, persons, limits of the municipality; small, complement, least. */
static void of_a_small_count_every_small_count_must_stay_possible(void **state)
{
    (void)state;
    static const struct needing shares[] = {
        {1, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},  {4, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},
        {5, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},  {45, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
        {46, 50, NO_LIMIT, NO_LIMIT, {0, 4, 4}}, {49, 50, NO_LIMIT, NO_LIMIT, {0, 4, 4}},
        {0, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},  {50, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
        {3, 6, NO_LIMIT, NO_LIMIT, {4, 4, 4}},
    };
    static const struct needing rates[] = {
        {1, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},
        {0, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
        {49, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
    };
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 5, false), shares);
    CHECK_NEEDS(indicator_of(MEASURE_SURVEY, 5, false), shares);
    CHECK_NEEDS(indicator_of(MEASURE_RATE, 5, false), rates);
}

static void where_it_is_sensitive_none_and_everybody_need_the_small_counts(void **state)
{
    (void)state;
    static const struct needing shares[] = {
        {0, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},
        {50, 50, NO_LIMIT, NO_LIMIT, {0, 4, 4}},
        {20, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
    };
    static const struct needing rates[] = {{0, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},
                                           {50, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}}};
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 5, true), shares);
    CHECK_NEEDS(indicator_of(MEASURE_RATE, 5, true), rates);
}

static void needs_follow_the_threshold(void **state)
{
    (void)state;
    static const struct needing three[] = {{2, 50, NO_LIMIT, NO_LIMIT, {2, 0, 2}},
                                           {3, 50, NO_LIMIT, NO_LIMIT, {0, 0, 2}},
                                           {48, 50, NO_LIMIT, NO_LIMIT, {0, 2, 2}}};
    static const struct needing ten[] = {{9, 50, NO_LIMIT, NO_LIMIT, {9, 0, 9}},
                                         {10, 50, NO_LIMIT, NO_LIMIT, {0, 0, 9}},
                                         {41, 50, NO_LIMIT, NO_LIMIT, {0, 9, 9}}};
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 3, false), three);
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 10, false), ten);
}

/*
 * Of each kind in particular no more are needed than there are; how many at all, is for whoever
 * knows the equations to say.
 */
static void a_few_persons_have_few_counts(void **state)
{
    (void)state;
    static const struct needing shares[] = {
        {1, 3, NO_LIMIT, NO_LIMIT, {3, 3, 4}}, {1, 2, NO_LIMIT, NO_LIMIT, {2, 2, 4}},
        {0, 1, NO_LIMIT, NO_LIMIT, {0, 1, 4}}, {1, 1, NO_LIMIT, NO_LIMIT, {1, 0, 4}},
        {0, 0, NO_LIMIT, NO_LIMIT, {0, 0, 4}},
    };
    static const struct needing rates[] = {{1, 2, NO_LIMIT, NO_LIMIT, {4, 0, 4}}};
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 5, false), shares);
    CHECK_NEEDS(indicator_of(MEASURE_RATE, 5, false), rates);
}

static void parts_of_a_person_are_small_and_need_whole_counts(void **state)
{
    (void)state;
    static const struct needing cases[] = {
        {0.25, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},  {4.75, 50, NO_LIMIT, NO_LIMIT, {4, 0, 4}},
        {5.25, 50, NO_LIMIT, NO_LIMIT, {0, 0, 4}},  {45.25, 50, NO_LIMIT, NO_LIMIT, {0, 4, 4}},
        {49.75, 50, NO_LIMIT, NO_LIMIT, {0, 4, 4}}, {1, 50, 2.5, NO_LIMIT, {2, 0, 4}},
    };
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 5, false), cases);
}

/* Where the municipality has two in all, everybody knows that no part has more. */
static void the_municipality_leaves_room_for_so_many_only(void **state)
{
    (void)state;
    static const struct needing both[] = {
        {2, 50, 2, NO_LIMIT, {2, 0, 4}}, {1, 50, 1, NO_LIMIT, {1, 0, 4}},
        {3, 50, 3, NO_LIMIT, {3, 0, 4}}, {4, 50, 4, NO_LIMIT, {4, 0, 4}},
        {4, 50, 900, 900, {4, 0, 4}},
    };
    CHECK_NEEDS(indicator_of(MEASURE_SHARE, 5, false), both);
    CHECK_NEEDS(indicator_of(MEASURE_RATE, 5, false), both);
}

static void the_municipality_leaves_room_for_so_many_without_only(void **state)
{
    (void)state;
    const struct indicator share = indicator_of(MEASURE_SHARE, 5, false);
    for (unsigned without = 1; without <= 6; without++) {
        const struct counted figure = {&share, 49, 50, NO_LIMIT, without, false};
        assert_int_equal(primary_need(&figure).small, 0);
        assert_int_equal(primary_need(&figure).complement, without < 4 ? without : 4);
    }
}

/* --- what hiding tells ------------------------------------------------------------------------ */

static void hiding_tells_that_it_is_not_zero_only_where_zero_is_shown(void **state)
{
    (void)state;
    static const struct {
        enum area_role role;
        const char *group;
        double persons;
        bool sensitive, shows;
    } cases[] = {
        {AREA_ESTATE, NULL, 20, false, true},     {AREA_TWIN, NULL, 500, false, true},
        {AREA_TOTAL, NULL, 500, false, true},     {AREA_REST, NULL, 500, false, true},
        {AREA_ESTATE, NULL, 19, false, false},    {AREA_ESTATE, NULL, 20, true, false},
        {AREA_ESTATE, "15-29", 20, false, false}, {AREA_SECTION, NULL, 20, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct indicator share = indicator_of(MEASURE_SHARE, 5, cases[i].sensitive);
        const struct area area = {.role = cases[i].role};
        const struct cell cell = {.indicator = &share,
                                  .area = &area,
                                  .group = cases[i].group,
                                  .amounts = {.numerator = 2, .denominator = cases[i].persons}};
        struct counted figure = figure_of(&cell);
        assert_int_equal(primary_shows_zero(&cell, &figure, &plan), cases[i].shows);
        figure.most = 4; /* of a municipality with so few, zero is hidden too */
        assert_false(primary_shows_zero(&cell, &figure, &plan));
        figure.most = 5;
        assert_int_equal(primary_shows_zero(&cell, &figure, &plan), cases[i].shows);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_is_small_by_its_count_its_complement_or_its_persons),
        cmocka_unit_test(where_it_is_sensitive_none_and_everybody_are_small_too),
        cmocka_unit_test(a_rate_counts_events_and_has_no_complement),
        cmocka_unit_test(a_mean_is_small_by_its_persons_alone),
        cmocka_unit_test(an_indicator_has_a_threshold_of_its_own),
        cmocka_unit_test(every_part_of_a_municipality_with_a_small_count_is_small),
        cmocka_unit_test(municipalities_and_countries_are_public),
        cmocka_unit_test(a_subgroup_of_a_section_is_withheld_whatever_its_size),
        cmocka_unit_test(a_sensitive_value_is_withheld_where_it_is_not_public),
        cmocka_unit_test(a_given_value_has_no_persons_to_count),
        cmocka_unit_test(a_survey_counts_as_near_as_its_share_tells),
        cmocka_unit_test(other_measures_count_as_given),
        cmocka_unit_test(of_a_small_count_every_small_count_must_stay_possible),
        cmocka_unit_test(where_it_is_sensitive_none_and_everybody_need_the_small_counts),
        cmocka_unit_test(needs_follow_the_threshold),
        cmocka_unit_test(a_few_persons_have_few_counts),
        cmocka_unit_test(parts_of_a_person_are_small_and_need_whole_counts),
        cmocka_unit_test(the_municipality_leaves_room_for_so_many_only),
        cmocka_unit_test(the_municipality_leaves_room_for_so_many_without_only),
        cmocka_unit_test(hiding_tells_that_it_is_not_zero_only_where_zero_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
