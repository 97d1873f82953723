/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

/* Two areas in one municipality, a section that comes and goes, and a second municipality. */
static int setup(void **state)
{
    plan_folder_setup(state);
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "danmark;Danmark;land;;;;;\n"
                                   "by;Byen;kommune;danmark;;;330|Sankt Høj;\n"
                                   "nord;Nordparken;område;by;;;;\n"
                                   "n1;Første;afdeling;nord;2018-01-01;2020-01-01;;\n"
                                   "n2;Anden;afdeling;nord;;;;\n"
                                   "syd;Sydparken;område;by;;;;\n"
                                   "tvil;Tvillingen;tvilling;havn;;;;\n"
                                   "havn;Havnen;kommune;;;;;\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\n"
                      "andelen;;2012;Alle\n"
                      "andelen;syd;2016;Syd\n"
                      "raten;by;2015;Byen\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    return 0;
}

static void an_indicator_is_found_by_its_code(void **state)
{
    static const char *const codes[] = {"andelen", "raten", "snittet", "svarene", "tallet"};
    static const char *const others[] = {"", "a", "andele", "andelenn", "Andelen", "zz"};
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < 5; i++)
        assert_ptr_equal(catalogue_indicator(&folder->catalogue, codes[i]),
                         &folder->catalogue.indicators[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(catalogue_indicator(&folder->catalogue, others[i]));
}

static void an_area_is_found_by_code_name_or_alias(void **state)
{
    static const struct {
        const char *name;
        size_t index;
    } cases[] = {{"danmark", 0},    {"by", 1},
                 {"byen", 1},       {"330", 1},
                 {"sankt hoej", 1}, {"nord", 2},
                 {"n1", 3},         {"foerste", 3},
                 {"anden", 4},      {"syd", 5},
                 {"tvil", 6},       {"havnen", 7},
                 {"samlet", 8},     {"omraaderne samlet", 8},
                 {"rest", 9}};
    static const char *const others[] = {"", "b", "bye", "33", "resten af byen", "zzz"};
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_ptr_equal(catalogue_area(&folder->catalogue, cases[i].name),
                         &folder->catalogue.areas[cases[i].index]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(catalogue_area(&folder->catalogue, others[i]));
}

static void an_areas_own_code_is_no_name_or_alias(void **state)
{
    static const char *const others[] = {"byen", "330", "BY", "", "samle"};
    const struct plan_folder *folder = *state;
    const struct catalogue *catalogue = &folder->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        assert_ptr_equal(catalogue_area_of_code(catalogue, catalogue->areas[i].code),
                         &catalogue->areas[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(catalogue_area_of_code(catalogue, others[i]));
}

static void an_empty_catalogue_finds_nothing(void **state)
{
    struct plan_folder *folder = *state;
    struct catalogue empty = {0};
    const struct area *other = NULL;
    size_t place = 0;
    catalogue_index(&empty, folder->arena);
    assert_null(catalogue_indicator(&empty, "andelen"));
    assert_null(catalogue_area(&empty, "by"));
    assert_false(catalogue_is_ambiguous(&empty, "by"));
    assert_null(catalogue_ambiguous_name(&empty, &place, &other));
    assert_null(catalogue_rest(&empty, NULL));
}

static void a_name_of_two_areas_means_neither(void **state)
{
    struct plan_folder *folder = *state;
    struct area areas[] = {{.index = 0, .code = "a", .name = "Alfa", .aliases = "X|y"},
                           {.index = 1, .code = "b", .name = "Beta", .aliases = "x|Z|x"},
                           {.index = 2, .code = "c", .name = "c", .aliases = "x"}};
    struct catalogue catalogue = {.areas = areas, .area_count = 3};
    const struct area *other = NULL;
    size_t place = 0;
    catalogue_index(&catalogue, folder->arena);
    assert_null(catalogue_area(&catalogue, "x"));
    assert_true(catalogue_is_ambiguous(&catalogue, "x"));
    assert_false(catalogue_is_ambiguous(&catalogue, "y"));
    assert_false(catalogue_is_ambiguous(&catalogue, "nowhere"));
    assert_ptr_equal(catalogue_area(&catalogue, "y"), &areas[0]);
    assert_ptr_equal(catalogue_area(&catalogue, "z"), &areas[1]);
    assert_ptr_equal(catalogue_area(&catalogue, "c"), &areas[2]);
    assert_ptr_equal(catalogue_ambiguous_name(&catalogue, &place, &other), &areas[1]);
    assert_ptr_equal(other, &areas[0]);
    assert_ptr_equal(catalogue_ambiguous_name(&catalogue, &place, &other), &areas[2]);
    assert_ptr_equal(other, &areas[1]);
    assert_null(catalogue_ambiguous_name(&catalogue, &place, &other));
}

static void areas_without_a_name_share_none(void **state)
{
    struct plan_folder *folder = *state;
    struct area areas[] = {{.index = 0, .code = "a", .name = "", .aliases = ""},
                           {.index = 1, .code = "b", .name = "", .aliases = " | "}};
    struct catalogue catalogue = {.areas = areas, .area_count = 2};
    const struct area *other = NULL;
    size_t place = 0;
    catalogue_index(&catalogue, folder->arena);
    assert_null(catalogue_ambiguous_name(&catalogue, &place, &other));
    assert_null(catalogue_area(&catalogue, ""));
    assert_ptr_equal(catalogue_area(&catalogue, "b"), &areas[1]);
}

static void the_municipality_of_an_area_is_the_one_above_it(void **state)
{
    static const struct {
        const char *area, *municipality;
    } cases[] = {{"danmark", NULL}, {"by", "by"},   {"nord", "by"},  {"n1", "by"},
                 {"samlet", "by"},  {"rest", "by"}, {"tvil", "havn"}};
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_ptr_equal(area_municipality(area_of(folder, cases[i].area)),
                         cases[i].municipality ? area_of(folder, cases[i].municipality) : NULL);
    assert_null(area_municipality(NULL));
}

static void only_a_municipality_with_areas_has_a_rest(void **state)
{
    const struct plan_folder *folder = *state;
    const struct catalogue *catalogue = &folder->catalogue;
    assert_ptr_equal(catalogue_rest(catalogue, area_of(folder, "by")), area_of(folder, "rest"));
    assert_ptr_equal(total_in(catalogue, area_of(folder, "by")), area_of(folder, "samlet"));
    assert_null(catalogue_rest(catalogue, area_of(folder, "havn")));
    assert_null(total_in(catalogue, area_of(folder, "havn")));
    assert_null(catalogue_rest(catalogue, NULL));
}

static void a_section_is_active_from_its_first_day_until_its_last(void **state)
{
    static const struct {
        const char *area;
        double time;
        bool active;
    } cases[] = {
        {"n1", 2017.999, false}, {"n1", 2018, true},   {"n1", 2019.5, true}, {"n1", 2020, false},
        {"n2", 1990, true},      {"n2", 2100, true},   {"nord", 1990, true}, {"by", 2100, true},
        {"samlet", 2000, true},  {"rest", 2000, true},
    };
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(area_is_active(area_of(folder, cases[i].area), cases[i].time),
                         cases[i].active);
    assert_true(area_is_active(area_of(folder, "n2"), (double)NAN));
    assert_true(area_is_active(area_of(folder, "nord"), (double)NAN));
}

/* The breaks: andelen all 2012, andelen syd 2016, raten by 2015, nord (a section) 2018 and 2020. */
static void the_last_break_is_the_latest_that_concerns_the_series(void **state)
{
    static const struct {
        const char *indicator, *area;
        double before, time; /* time 0: no break */
    } cases[] = {
        {"andelen", "nord", 2011.9, 0},    {"andelen", "nord", 2012, 2012},
        {"andelen", "nord", 2017, 2012},   {"andelen", "nord", 2018, 2018},
        {"andelen", "nord", 2019, 2018},   {"andelen", "nord", 2025, 2020},
        {"andelen", "syd", 2025, 2016},    {"andelen", "syd", 2015.9, 2012},
        {"andelen", "samlet", 2025, 2020}, {"andelen", "samlet", 2017, 2016},
        {"andelen", "by", 2025, 2012},     {"andelen", "rest", 2025, 2012},
        {"andelen", "n2", 2025, 2012},     {"andelen", "havn", 2025, 2012},
        {"raten", "by", 2025, 2015},       {"raten", "nord", 2017, 0},
        {"raten", "samlet", 2017, 0},      {"raten", "nord", 2025, 2020},
        {"snittet", "syd", 2025, 0},       {"snittet", "samlet", 2025, 2020},
    };
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct series_break *found =
            catalogue_last_break(&folder->catalogue, indicator_of(folder, cases[i].indicator),
                                 area_of(folder, cases[i].area), cases[i].before);
        if (cases[i].time > 0) {
            assert_non_null(found);
            assert_near(found->time, cases[i].time, 1e-9);
        } else {
            assert_null(found);
        }
    }
}

static void a_break_is_one_of_the_series_it_reaches(void **state)
{
    const struct plan_folder *folder = *state;
    const struct indicator *share = indicator_of(folder, "andelen");
    const struct indicator *rate = indicator_of(folder, "raten");
    const struct area *south = area_of(folder, "syd"), *north = area_of(folder, "nord");
    const struct series_break of_share = {share, NULL, 2012, ""},
                              of_south = {NULL, south, 2012, ""};
    assert_true(break_is_of(&of_share, share, north));
    assert_false(break_is_of(&of_share, rate, north));
    assert_true(break_is_of(&of_south, rate, south));
    assert_false(break_is_of(&of_south, rate, north));
    assert_true(break_is_of(&of_south, rate, area_of(folder, "samlet")));
    assert_false(break_is_of(&of_south, rate, area_of(folder, "by")));
}

static void groups_are_ordered_with_everybody_first(void **state)
{
    (void)state;
    assert_int_equal(group_compare(NULL, NULL), 0);
    assert_int_equal(group_compare("a", "a"), 0);
    assert_true(group_compare(NULL, "a") < 0);
    assert_true(group_compare("a", NULL) > 0);
    assert_true(group_compare("a", "b") < 0);
    assert_true(group_compare("b", "a") > 0);
}

static void a_gap_of_shares_is_in_percentage_points(void **state)
{
    const struct plan_folder *folder = *state;
    const struct indicator *share = indicator_of(folder, "andelen");
    const struct indicator *rate = indicator_of(folder, "raten");
    assert_string_equal(indicator_difference_unit(share, LANGUAGE_DANISH), "pct.-point");
    assert_string_equal(indicator_difference_unit(share, LANGUAGE_ENGLISH), "percentage points");
    assert_string_equal(indicator_difference_unit(rate, LANGUAGE_DANISH), "pr. 1.000");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, plan_folder_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_indicator_is_found_by_its_code),
        TEST(an_area_is_found_by_code_name_or_alias),
        TEST(an_areas_own_code_is_no_name_or_alias),
        TEST(an_empty_catalogue_finds_nothing),
        TEST(a_name_of_two_areas_means_neither),
        TEST(areas_without_a_name_share_none),
        TEST(the_municipality_of_an_area_is_the_one_above_it),
        TEST(only_a_municipality_with_areas_has_a_rest),
        TEST(a_section_is_active_from_its_first_day_until_its_last),
        TEST(the_last_break_is_the_latest_that_concerns_the_series),
        TEST(a_break_is_one_of_the_series_it_reaches),
        TEST(groups_are_ordered_with_everybody_first),
        TEST(a_gap_of_shares_is_in_percentage_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
