/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

/* The cells of these tests: what indicator, area, group and year, and a number to know them by. */
struct place {
    const char *indicator, *area, *group, *period;
    double value;
};

/* In the order a table has: indicator, area, group and period. */
static const struct place places[] = {
    {"andelen", "by", NULL, "ukendt", 1}, {"andelen", "by", NULL, "2018", 2},
    {"andelen", "by", NULL, "2019", 3},   {"andelen", "by", "gamle", "2018", 4},
    {"andelen", "by", "unge", "2017", 5}, {"andelen", "by", "unge", "2018", 6},
    {"andelen", "syd", NULL, "2018", 7},  {"andelen", "syd", NULL, "2020", 8},
    {"andelen", "rest", NULL, "2018", 9}, {"snittet", "nord", "unge", "2018", 10},
    {"tallet", "nord", NULL, "2018", 11},
};
#define PLACES (sizeof places / sizeof *places)

/* The table of the places, handed over in the order start, start + step, … */
static struct released_table make_table(struct plan_folder *folder, size_t start, size_t step)
{
    struct released_cell *cells = arena_alloc(folder->arena, PLACES, sizeof *cells);
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < PLACES; i++) {
        const struct place *place = &places[(start + i * step) % PLACES];
        cells[i] = (struct released_cell){.indicator = indicator_of(folder, place->indicator),
                                          .area = area_of(folder, place->area),
                                          .group = place->group,
                                          .period = period_of(place->period),
                                          .value = place->value};
    }
    return released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, PLACES);
}

static void cells_are_ordered_whatever_order_they_come_in(void **state)
{
    for (size_t start = 0; start < PLACES; start++)
        for (size_t step = 1; step < PLACES; step++) {
            struct released_table table = make_table(*state, start, step);
            assert_int_equal(table.count, PLACES);
            assert_int_equal(table.edition, EDITION_SHARED);
            for (size_t i = 0; i < PLACES; i++)
                assert_near(table.cells[i].value, places[i].value, 0);
        }
}

static void a_series_is_for_everybody_in_the_order_of_time(void **state)
{
    static const struct {
        const char *indicator, *area;
        size_t count;
        double first;
    } cases[] = {
        {"andelen", "by", 3, 1},   {"andelen", "syd", 2, 7},  {"andelen", "rest", 1, 9},
        {"andelen", "nord", 0, 0}, {"snittet", "nord", 0, 0}, {"tallet", "nord", 1, 11},
        {"tallet", "rest", 0, 0},  {"raten", "samlet", 0, 0},
    };
    struct plan_folder *folder = *state;
    struct released_table table = make_table(folder, 0, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_series series = released_series(
            &table, indicator_of(folder, cases[i].indicator), area_of(folder, cases[i].area));
        assert_int_equal(series.count, cases[i].count);
        for (size_t j = 0; j < series.count; j++) {
            assert_near(series.cells[j].value, cases[i].first + (double)j, 0);
            assert_null(series.cells[j].group);
        }
    }
}

static void every_cell_for_everybody_is_found_by_its_period(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = make_table(folder, 3, 5);
    for (size_t i = 0; i < PLACES; i++) {
        if (places[i].group)
            continue;
        assert_near(
            released_of(folder, &table, places[i].indicator, places[i].area, places[i].period)
                ->value,
            places[i].value, 0);
    }
}

/* Series with and without holes, of years, school years, quarters and dates, some with groups. */
static void a_period_is_found_whatever_periods_the_series_has(void **state)
{
    static const char *const periods[] = {
        "ukendt", "2015",   "2016",   "2016/17", "2017",       "2018",       "2018/19",    "2019K1",
        "2019K2", "2019K3", "2019K4", "2020",    "2021-03-01", "2021-11-16", "2022-11-01", "2024"};
    enum { KNOWN = sizeof periods / sizeof *periods };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (unsigned chosen = 0; chosen < 1u << KNOWN; chosen += 37) {
        struct released_cell *cells = arena_alloc(folder->arena, KNOWN + 1, sizeof *cells);
        struct released_cell place = {.indicator = indicator_of(folder, "andelen"),
                                      .area = area_of(folder, "by")};
        size_t count = 0;
        for (size_t i = 0; i < KNOWN; i++) {
            place.period = period_of(periods[i]);
            if (chosen >> i & 1)
                cells[count++] = place;
        }
        place.group = "unge";
        cells[count] = place;
        struct released_table table = released_table_make(folder->arena, &folder->catalogue,
                                                          EDITION_SHARED, cells, count + 1);
        size_t next = 0;
        for (size_t i = 0; i < KNOWN; i++) {
            const struct released_cell *found =
                released_cell(&table, place.indicator, place.area, period_of(periods[i]));
            assert_ptr_equal(found, chosen >> i & 1 ? &table.cells[next++] : NULL);
        }
    }
}

static void what_is_not_there_is_not_found(void **state)
{
    static const struct place others[] = {
        {"andelen", "by", NULL, "2017", 0},   {"andelen", "by", NULL, "2020", 0},
        {"andelen", "syd", NULL, "2019", 0},  {"andelen", "nord", NULL, "2018", 0},
        {"snittet", "nord", NULL, "2018", 0}, {"tallet", "rest", NULL, "ukendt", 0},
    };
    struct plan_folder *folder = *state;
    struct released_table table = make_table(folder, 0, 1);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(released_cell(&table, indicator_of(folder, others[i].indicator),
                                  area_of(folder, others[i].area), period_of(others[i].period)));
}

static void an_empty_table_has_only_empty_series(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell none = {0};
    plan_folder_read_catalogue(folder);
    struct released_table table =
        released_table_make(folder->arena, &folder->catalogue, EDITION_INTERNAL, &none, 0);
    assert_int_equal(table.count, 0);
    assert_int_equal(
        released_series(&table, indicator_of(folder, "tallet"), area_of(folder, "rest")).count, 0);
    assert_null(released_cell(&table, indicator_of(folder, "andelen"), area_of(folder, "by"),
                              period_of("2018")));
}

/* Where a cell of these tests is, and nothing else. */
static struct released_cell cell_at(const struct plan_folder *folder, const struct place *place)
{
    return (struct released_cell){.indicator = indicator_of(folder, place->indicator),
                                  .area = area_of(folder, place->area),
                                  .group = place->group,
                                  .period = period_of(place->period)};
}

static void every_cell_is_found_by_its_group_and_period(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = make_table(folder, 3, 5);
    for (size_t i = 0; i < PLACES; i++) {
        const struct released_cell place = cell_at(folder, &places[i]);
        const struct released_cell *found = released_cell_of_group(&table, &place);
        assert_non_null(found);
        assert_near(found->value, places[i].value, 0);
    }
}

static void a_cell_of_another_group_or_period_is_not_found(void **state)
{
    static const struct place others[] = {
        {"andelen", "by", "unge", "2019", 0},   {"andelen", "by", "gamle", "2017", 0},
        {"andelen", "by", "", "2018", 0},       {"andelen", "by", "ungex", "2018", 0},
        {"andelen", "by", "alle", "2018", 0},   {"andelen", "syd", "unge", "2018", 0},
        {"snittet", "nord", NULL, "2018", 0},   {"snittet", "nord", "gamle", "2018", 0},
        {"snittet", "nord", "unge", "2017", 0}, {"raten", "by", "unge", "2018", 0},
        {"tallet", "rest", NULL, "2018", 0},    {"andelen", "by", "unge", "ukendt", 0},
    };
    struct plan_folder *folder = *state;
    struct released_table table = make_table(folder, 0, 1);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct released_cell place = cell_at(folder, &others[i]);
        assert_null(released_cell_of_group(&table, &place));
    }
}

/* --- pools ------------------------------------------------------------------------------------ */
/* In the order a table has: indicator, area and first year. */
static const struct place windows[] = {
    {"andelen", "nord", NULL, "2016", 1},    {"andelen", "nord", NULL, "2019", 2},
    {"andelen", "syd", NULL, "2013", 3},     {"andelen", "samlet", NULL, "2019", 4},
    {"raten", "nord", NULL, "2010/11", 5},   {"raten", "nord", NULL, "2013/14", 6},
    {"raten", "samlet", NULL, "2010/11", 7},
};
#define WINDOWS (sizeof windows / sizeof *windows)

static void pools_are_ordered_whatever_order_they_come_in(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t start = 0; start < WINDOWS; start++)
        for (size_t step = 1; step < WINDOWS; step++) {
            struct released_table table = make_table(folder, 0, 1);
            struct released_pool pools[WINDOWS];
            for (size_t i = 0; i < WINDOWS; i++) {
                const struct place *place = &windows[(start + i * step) % WINDOWS];
                pools[i] =
                    (struct released_pool){.indicator = indicator_of(folder, place->indicator),
                                           .area = area_of(folder, place->area),
                                           .from = period_of(place->period),
                                           .value = place->value};
            }
            released_table_pool(&table, pools, WINDOWS);
            assert_int_equal(table.pool_count, WINDOWS);
            for (size_t i = 0; i < WINDOWS; i++)
                assert_near(table.pools[i].value, windows[i].value, 0);
        }
}

static void a_table_has_no_pools_before_it_is_given_some(void **state)
{
    struct released_table table = make_table(*state, 0, 1);
    assert_int_equal(table.pool_count, 0);
    released_table_pool(&table, NULL, 0);
    assert_int_equal(table.pool_count, 0);
}

/* --- limits ----------------------------------------------------------------------------------- */
static void a_limit_is_a_count_in_the_display_unit(void **state)
{
    static const struct {
        const char *indicator;
        double count, persons, limit;
    } cases[] = {
        {"andelen", 0, 70, 0},   {"andelen", 4, 80, 5},       {"andelen", 80, 80, 100},
        {"raten", 4, 80, 50},    {"raten", 0.25, 1000, 0.25}, {"raten", 160, 80, 2000},
        {"svarene", 30, 40, 75},
    };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_near(released_limit(indicator_of(folder, cases[i].indicator), cases[i].count,
                                   cases[i].persons),
                    cases[i].limit, 1e-12);
}

/* Whatever the numerator says: what is shown decides, and nobody counts twice. */
static void a_count_is_what_the_value_tells(void **state)
{
    (void)state;
    struct indicator indicator = {.measure = MEASURE_SHARE, .factor = 100};
    struct released_cell cell = {.indicator = &indicator,
                                 .value = 33.3,
                                 .numerator = 333,
                                 .has_numerator = true,
                                 .denominator = 1001};
    assert_near(released_count(&cell), 333.333, 1e-9);
    cell.value = 100.4;
    assert_near(released_count(&cell), 1001, 1e-9);
    indicator.measure = MEASURE_SURVEY;
    assert_near(released_count(&cell), 1001, 1e-9);
    indicator = (struct indicator){.measure = MEASURE_RATE, .factor = 1000};
    cell.value = 1500;
    assert_near(released_count(&cell), 1501.5, 1e-9);
}

static void groups_are_the_cells_behind_everybody(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;40;100;;;\nandelen;nord;2021;;40;100;;;\n"
                                "andelen;nord;2021;b;10;30;;;\nandelen;nord;2020;b;11;30;;;\n"
                                "andelen;nord;2021;a;10;30;;;\nandelen;syd;2020;a;9;30;;;\n"
                                "andelen;by;2020;;400;1000;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    const struct indicator *indicator = indicator_of(folder, "andelen");
    struct released_series groups = released_groups(&table, indicator, area_of(folder, "nord"));
    static const struct {
        const char *group;
        int year;
    } expected[] = {{"a", 2021}, {"b", 2020}, {"b", 2021}};
    assert_int_equal(groups.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(groups.cells[i].group, expected[i].group);
        assert_int_equal(groups.cells[i].period.year, expected[i].year);
    }
    assert_int_equal(released_groups(&table, indicator, area_of(folder, "by")).count, 0);
    assert_int_equal(
        released_groups(&table, indicator_of(folder, "raten"), area_of(folder, "nord")).count, 0);
}

static void only_a_figure_that_is_shown_is_open(void **state)
{
    (void)state;
    const struct released_cell open = {.release = RELEASE_OPEN},
                               hidden = {.release = RELEASE_HIDDEN},
                               absent = {.release = RELEASE_ABSENT};
    assert_true(released_is_open(&open));
    assert_false(released_is_open(&hidden));
    assert_false(released_is_open(&absent));
    assert_false(released_is_open(NULL));
}

/* --- parts ------------------------------------------------------------------------------------ */
/* What an edition of two municipalities showed: of each what it showed of that, in the same order. */
static void each_municipality_has_what_was_shown_of_it(void **state)
{
    static const struct place all[] = {
        {"andelen", "oest", NULL, "2018", 1}, {"andelen", "by", NULL, "2018", 2},
        {"andelen", "nord", NULL, "2018", 3}, {"andelen", "nord", NULL, "2019", 4},
        {"andelen", "nord", "b", "2018", 5},  {"andelen", "land", NULL, "2018", 6},
        {"tallet", "nord", NULL, "2018", 7},  {"tallet", "oest", NULL, "2018", 8}};
    static const double cells[][4] = {{6}, {3, 4, 5, 7}, {1, 2, 8}};
    static const size_t counts[] = {1, 4, 3};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "land;Landet;land;;;;;\n"
                                   "oest;Østparken;område;by;;;;\n"
                                   "by;Byen;kommune;;;;;\n"
                                   "aa;Aakommune;kommune;;;;;\n"
                                   "nord;Nordparken;område;aa;;;;\n");
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;Mange\nplanstart;2021-10-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    plan_folder_read_catalogue(folder);
    struct released_cell released[sizeof all / sizeof *all];
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        released[i] = cell_at(folder, &all[i]);
        released[i].value = all[i].value;
    }
    struct released_pool pools[] = {
        {.indicator = released[0].indicator, .area = area_of(folder, "oest"), .value = 1},
        {.indicator = released[0].indicator, .area = area_of(folder, "nord"), .value = 2}};
    struct released_table tables[2] = {
        released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, released,
                            sizeof all / sizeof *all),
        released_table_make(folder->arena, &folder->catalogue, EDITION_INTERNAL, NULL, 0)};
    released_table_pool(&tables[0], pools, 2);
    const struct earlier_editions whole = {tables, 2, "2024"};
    struct municipalities municipalities =
        catalogue_municipalities(folder->arena, &folder->catalogue);
    assert_int_equal(municipalities.count, 3);
    for (size_t m = 0; m < 3; m++) {
        struct catalogue_part part =
            catalogue_part(folder->arena, &folder->catalogue, &municipalities, m);
        struct earlier_editions editions = earlier_editions_part(folder->arena, &whole, &part);
        assert_int_equal(editions.count, 2);
        assert_string_equal(editions.latest, "2024");
        assert_int_equal(editions.tables[1].count, 0);
        assert_int_equal(editions.tables[1].edition, EDITION_INTERNAL);
        const struct released_table *table = &editions.tables[0];
        assert_ptr_equal(table->catalogue, &part.catalogue);
        assert_int_equal(table->edition, EDITION_SHARED);
        assert_int_equal(table->count, counts[m]);
        for (size_t i = 0; i < table->count; i++) {
            const struct released_cell *cell = &table->cells[i];
            assert_near(cell->value, cells[m][i], 0);
            assert_ptr_equal(cell->area, &part.catalogue.areas[cell->area->index]);
            assert_ptr_equal(released_cell_of_group(table, cell), cell);
        }
        assert_int_equal(table->pool_count, m > 0);
        if (m)
            assert_string_equal(table->pools[0].area->code, m == 1 ? "nord" : "oest");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(cells_are_ordered_whatever_order_they_come_in),
        PLAN_FOLDER_TEST(a_series_is_for_everybody_in_the_order_of_time),
        PLAN_FOLDER_TEST(every_cell_for_everybody_is_found_by_its_period),
        PLAN_FOLDER_TEST(a_period_is_found_whatever_periods_the_series_has),
        PLAN_FOLDER_TEST(what_is_not_there_is_not_found),
        PLAN_FOLDER_TEST(an_empty_table_has_only_empty_series),
        PLAN_FOLDER_TEST(every_cell_is_found_by_its_group_and_period),
        PLAN_FOLDER_TEST(a_cell_of_another_group_or_period_is_not_found),
        PLAN_FOLDER_TEST(pools_are_ordered_whatever_order_they_come_in),
        PLAN_FOLDER_TEST(a_table_has_no_pools_before_it_is_given_some),
        PLAN_FOLDER_TEST(a_limit_is_a_count_in_the_display_unit),
        cmocka_unit_test(a_count_is_what_the_value_tells),
        PLAN_FOLDER_TEST(groups_are_the_cells_behind_everybody),
        cmocka_unit_test(only_a_figure_that_is_shown_is_open),
        PLAN_FOLDER_TEST(each_municipality_has_what_was_shown_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
