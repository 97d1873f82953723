/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/catalogue_part.h"

#include "plan_folder.h"

#define MANY_PLAN                                                                                  \
    "nøgle;værdi\ntitel;Mange\nplanstart;2021-10-01\nplanslut;2025-09-30\nbasisår;2021\n"       \
    "udgave;2025\n"

/* Two municipalities, their areas mixed, and a country above both. */
#define MANY_AREAS                                                                                 \
    AREAS_HEADER "land;Landet;land;;;;;\n"                                                         \
                 "oest;Østparken;område;by;;;;\n"                                                \
                 "by;Byen;kommune;;;;;\n"                                                          \
                 "aa;Aakommune;kommune;;;;;\n"                                                     \
                 "nord;Nordparken;område;aa;;;;\n"                                                \
                 "n1;Nord 1;afdeling;nord;;2022-12-31;;\n"                                         \
                 "syd;Sydparken;område;aa;;;;\n"

#define TARGETS "indikator;område;periode;mål\nandelen;oest;2025;60\nandelen;nord;2025;50\n"

static const struct catalogue *read_many(struct plan_folder *folder)
{
    plan_folder_write(folder, "plan.csv", MANY_PLAN);
    plan_folder_write(folder, "omraader.csv", MANY_AREAS);
    plan_folder_write(folder, "maaltal.csv", TARGETS);
    plan_folder_read_catalogue(folder);
    if (diagnostics_stop(&folder->diagnostics, false)) {
        plan_folder_print(folder);
        fail_msg("the catalogue has problems");
    }
    return &folder->catalogue;
}

static void municipalities_stand_by_code_behind_what_lies_in_none(void **state)
{
    struct plan_folder *folder = *state;
    const struct catalogue *whole = read_many(folder);
    struct municipalities all = catalogue_municipalities(folder->arena, whole);
    assert_int_equal(all.count, 3);
    assert_null(all.items[0]);
    assert_string_equal(all.items[1]->code, "aa");
    assert_string_equal(all.items[2]->code, "by");
    for (size_t i = 0; i < whole->area_count; i++)
        assert_ptr_equal(all.items[all.of_area[i]], area_municipality(&whole->areas[i]));
}

static void there_is_no_such_place_where_every_area_lies_in_one(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct municipalities all = catalogue_municipalities(folder->arena, &folder->catalogue);
    assert_int_equal(all.count, 1);
    assert_string_equal(all.items[0]->code, "by");
}

static void assert_same_area(const struct catalogue_part *part, const struct area *area,
                             const struct area *taken)
{
    assert_ptr_equal(taken, &part->catalogue.areas[taken->index]);
    assert_ptr_equal(taken, catalogue_part_area(part, area));
    assert_string_equal(taken->code, area->code);
    assert_string_equal(taken->name, area->name);
    assert_int_equal(taken->role, area->role);
    assert_true(taken->from <= area->from && taken->from >= area->from);
    assert_true(taken->to <= area->to && taken->to >= area->to);
    if (area->part_of)
        assert_ptr_equal(taken->part_of, catalogue_part_area(part, area->part_of));
    else
        assert_null(taken->part_of);
}

static void a_part_has_its_areas_in_the_order_of_the_whole_and_no_others(void **state)
{
    struct plan_folder *folder = *state;
    const struct catalogue *whole = read_many(folder);
    struct municipalities all = catalogue_municipalities(folder->arena, whole);
    size_t together = 0;
    for (size_t number = 0; number < all.count; number++) {
        struct catalogue_part part = catalogue_part(folder->arena, whole, &all, number);
        size_t next = 0;
        for (size_t i = 0; i < whole->area_count; i++) {
            if (all.of_area[i] != number) {
                assert_int_equal(part.places[i], NOT_IN_PART);
                assert_null(catalogue_part_area(&part, &whole->areas[i]));
                continue;
            }
            assert_int_equal(part.places[i], next);
            assert_same_area(&part, &whole->areas[i], &part.catalogue.areas[next]);
            next++;
        }
        assert_int_equal(part.catalogue.area_count, next);
        assert_ptr_equal(part.catalogue.plan.municipality,
                         catalogue_part_area(&part, all.items[number]));
        assert_null(catalogue_part_area(&part, NULL));
        together += next;
    }
    assert_int_equal(together, whole->area_count);
}

static void targets_and_breaks_go_with_their_areas_and_indicators_with_all(void **state)
{
    struct plan_folder *folder = *state;
    const struct catalogue *whole = read_many(folder);
    struct municipalities all = catalogue_municipalities(folder->arena, whole);
    static const size_t targets[] = {0, 1, 1};
    size_t breaks = 0, everywhere = 0;
    for (size_t i = 0; i < whole->break_count; i++)
        everywhere += whole->breaks[i].area == NULL;
    for (size_t number = 0; number < all.count; number++) {
        struct catalogue_part part = catalogue_part(folder->arena, whole, &all, number);
        const struct catalogue *own = &part.catalogue;
        assert_ptr_equal(own->indicators, whole->indicators);
        assert_int_equal(own->indicator_count, whole->indicator_count);
        assert_int_equal(own->target_count, targets[number]);
        for (size_t i = 0; i < own->target_count; i++)
            assert_ptr_equal(own->targets[i].area, &own->areas[own->targets[i].area->index]);
        for (size_t i = 0; i < own->break_count; i++)
            if (own->breaks[i].area)
                assert_ptr_equal(own->breaks[i].area, &own->areas[own->breaks[i].area->index]);
        breaks += own->break_count - everywhere;
    }
    assert_true(whole->break_count > everywhere); /* the section leaves its area */
    assert_int_equal(breaks, whole->break_count - everywhere);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(municipalities_stand_by_code_behind_what_lies_in_none),
        PLAN_FOLDER_TEST(there_is_no_such_place_where_every_area_lies_in_one),
        PLAN_FOLDER_TEST(a_part_has_its_areas_in_the_order_of_the_whole_and_no_others),
        PLAN_FOLDER_TEST(targets_and_breaks_go_with_their_areas_and_indicators_with_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
