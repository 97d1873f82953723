/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/remark_places.h"

#include "plan_folder.h"

static void the_same_of_several_areas_is_one_place(void **state)
{
    struct plan_folder *folder = *state;
    struct remark_places places = {0};
    plan_folder_read_catalogue(folder);
    remark_places_add(&places, folder->arena, "2019", area_of(folder, "nord"));
    remark_places_add(&places, folder->arena, "2020", area_of(folder, "nord"));
    remark_places_add(&places, folder->arena, "2019", area_of(folder, "syd"));
    assert_int_equal(places.count, 2);
    assert_string_equal(places.items[0].what, "2019");
    assert_string_equal(places.items[0].areas, "»nord«, »syd«");
    assert_int_equal(places.items[0].area_count, 2);
    assert_string_equal(places.items[1].areas, "»nord«");
}

static void all_areas_are_not_counted_up(void **state)
{
    struct plan_folder *folder = *state;
    const struct remark_place two = {"", "»nord«, »syd«", 2}, one = {"", "»nord«", 1};
    assert_string_equal(remark_place_text(folder->arena, LANGUAGE_DANISH, &two, 3),
                        "i »nord«, »syd«");
    assert_string_equal(remark_place_text(folder->arena, LANGUAGE_DANISH, &two, 2),
                        "i alle områder");
    assert_string_equal(remark_place_text(folder->arena, LANGUAGE_ENGLISH, &two, 2),
                        "in all areas");
    assert_string_equal(remark_place_text(folder->arena, LANGUAGE_ENGLISH, &one, 1), "in »nord«");
}

static void the_rest_and_a_total_of_areas_are_derived(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;50;100;;;\nandelen;nord;2020;;5;10;;;\n"
                                "raten;by;2020;;50;100;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    const struct indicator *share = indicator_of(folder, "andelen");
    const struct indicator *rate = indicator_of(folder, "raten");
    const struct area *by = area_of(folder, "by");
    const struct area *total = total_in(&folder->catalogue, by);
    assert_true(remark_place_is_derived(&table, share, catalogue_rest(&folder->catalogue, by)));
    assert_true(remark_place_is_derived(&table, share, total));
    assert_false(remark_place_is_derived(&table, rate, total));
    assert_false(remark_place_is_derived(&table, share, by));
    assert_false(remark_place_is_derived(&table, share, area_of(folder, "nord")));
}

static void a_cell_without_a_row_stands_at_its_indicators(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;50;100;;;\nandelen;nord;2020;;5;10;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct released_cell cell = table.cells[0];
    assert_string_equal(remark_place_at(&cell).file, FIGURES_FILE);
    assert_int_equal(remark_place_at(&cell).line, 2);
    cell.at = (struct location){0};
    assert_string_equal(remark_place_at(&cell).file, "indikatorer.csv");
    assert_int_equal(remark_place_at(&cell).line, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_same_of_several_areas_is_one_place),
        PLAN_FOLDER_TEST(all_areas_are_not_counted_up),
        PLAN_FOLDER_TEST(the_rest_and_a_total_of_areas_are_derived),
        PLAN_FOLDER_TEST(a_cell_without_a_row_stands_at_its_indicators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
