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

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(cells_are_ordered_whatever_order_they_come_in),
        PLAN_FOLDER_TEST(a_series_is_for_everybody_in_the_order_of_time),
        PLAN_FOLDER_TEST(every_cell_for_everybody_is_found_by_its_period),
        PLAN_FOLDER_TEST(what_is_not_there_is_not_found),
        PLAN_FOLDER_TEST(an_empty_table_has_only_empty_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
