/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/disclosure/exposure.h"

/* --- indicator by indicator ------------------------------------------------------------------- */
static void an_exposure_goes_through_the_indicators(void **state)
{
    static const struct {
        const char *indicator;
        size_t cells, relations;
    } expected[] = {{"andelen", 5, 2}, {"raten", 2, 1}, {"svarene", 2, 0}, {"tallet", 3, 0}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS "raten;by;2020;;5;900;;;\nsvarene;nord;2020;;;100;6;;\n"
                                         "tallet;nord;2020;;;;3;;\ntallet;syd;2020;;;;3;;\n"
                                         "tallet;samlet;2020;;;;3;;\n");
    plan_folder_read(folder);
    struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &no_earlier};
    const struct released_pool pool = {0};
    const struct released_cell cell = {0};
    size_t first = 0, indicator = 0;
    for (; exposure_next(&exposure, &folder->cells); indicator++) {
        assert_string_equal(exposure.cells[0]->indicator->code, expected[indicator].indicator);
        assert_int_equal(exposure.count, expected[indicator].cells);
        assert_int_equal(exposure.relation_count, expected[indicator].relations);
        for (size_t i = 0; i < exposure.count; i++)
            assert_ptr_equal(exposure.cells[i], folder->cells.items[first + i]);
        for (size_t i = 0; i < exposure.relation_count; i++)
            assert_ptr_equal(exposure.relations[i].whole->indicator, exposure.cells[0]->indicator);
        first += exposure.count;
        assert_null(exposure.shown);
        assert_int_equal(exposure.pool_count, 0);
        exposure.shown = &cell;
        exposure.pools = &pool;
        exposure.pool_count = 1;
    }
    assert_int_equal(indicator, 4);
    assert_int_equal(first, folder->cells.count);
}

static void without_cells_there_is_nothing_to_go_through(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "");
    plan_folder_read(folder);
    struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &no_earlier};
    assert_false(exposure_next(&exposure, &folder->cells));
}

/* --- a count and its municipality --------------------------------------------------------------
 */
/* The municipality's figures bound what a part can be; and of one with few every part is hidden. */
static void a_count_is_known_with_what_its_municipality_leaves(void **state)
{
    static const struct {
        const char *by, *nord;
        double most, most_without;
        bool hides;
    } cases[] = {
        {"andelen;by;2020;;500;1000;;;\n", "10;100", 500, 500, false},
        {"andelen;by;2020;;500;1000;;;\n", "3;100", 500, 500, true},
        {"andelen;by;2020;;4;1000;;;\n", "0;100", 4, 996, true}, /* every part of so few */
        {"andelen;by;2020;;5;1000;;;\n", "0;100", 5, 995, false},
        {"andelen;by;2020;;998;1000;;;\n", "100;100", 998, 2, true},
        {"andelen;by;2020;;2;1000;;;\n", "10;100", HUGE_VAL, HUGE_VAL, false}, /* do not fit */
        {"andelen;by;2021;;2;1000;;;\n", "0;100", HUGE_VAL, HUGE_VAL, false},
        {"andelen;by;2020;unge;2;1000;;;\n", "0;100", HUGE_VAL, HUGE_VAL, false},
        {"andelen;by;2020;;;;;;mangler\n", "0;100", HUGE_VAL, HUGE_VAL, false},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, arena_printf(folder->arena, "%sandelen;nord;2020;;%s;;;\n",
                                                 cases[i].by, cases[i].nord));
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "");
        const struct cell *nord = cell_of(folder, "andelen", "nord", "2020");
        const struct counted figure = exposure_counted(&exposure, nord);
        assert_near(figure.persons, 100, 0);
        assert_span((struct span){figure.most, figure.most_without}, cases[i].most,
                    cases[i].most_without);
        assert_int_equal(exposure_hides(&exposure, nord), cases[i].hides);
    }
}

/* Wherever the municipality stands among the areas, and though it has no figures at all. */
static void a_municipality_behind_its_areas_is_found(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "nord;Nord;område;by;;;;\nby;Byen;kommune;;;;;\n");
    for (int with_figures = 0; with_figures < 2; with_figures++) {
        plan_folder_figures(folder, arena_printf(folder->arena, "%sandelen;nord;2020;;30;100;;;\n",
                                                 with_figures ? BY : ""));
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "");
        const struct cell *whole =
            exposure_whole(&exposure, cell_of(folder, "andelen", "nord", "2020"));
        assert_ptr_equal(whole, cell_of(folder, "andelen", "by", "2020"));
        assert_int_equal(whole != NULL, with_figures);
    }
}

/* The cells of a pool, be they the last that there are. */
static void the_years_of_a_pool_are_its_cells(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, THREE_YEARS);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "");
    for (exposure.count = folder->cells.count; exposure.count > 0; exposure.count--) {
        const struct area *area = exposure.cells[exposure.count - 1]->area;
        struct released_pool pool = pool_of(folder, area->code, 25, 330);
        size_t end, first = exposure_years(&exposure, &pool, &end);
        assert_int_equal(end, exposure.count);
        for (size_t i = 0; i < end; i++)
            assert_int_equal(exposure.cells[i]->area == area, i >= first);
    }
}

/* An area of a small total is hidden whatever it has, but for subgroups, whose zeros are no matter.
 */
static void an_area_is_hidden_with_a_small_total(void **state)
{
    static const struct {
        const char *syd, *group;
        bool hides;
    } cases[] = {
        {"3;120", "", true}, {"5;120", "", false}, {"9;19", "", false}, {"3;120", "unge", false}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *group = cases[i].group;
        plan_folder_figures(folder, arena_printf(folder->arena,
                                                 "andelen;nord;2020;%s;0;100;;;\n"
                                                 "andelen;syd;2020;%s;%s;;;\n",
                                                 group, group, cases[i].syd));
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "");
        const struct cell *nord =
            group_cell_of(folder, "andelen", "nord", "2020", *group ? group : NULL);
        const struct counted figure = exposure_counted(&exposure, nord);
        assert_int_equal(figure.of_few, cases[i].hides);
        assert_int_equal(exposure_hides(&exposure, nord), cases[i].hides);
    }
}

/* Whether the total is small is not to be told by the limits of its areas. */
static void limits_do_not_tell_that_an_area_is_not_zero_where_the_total_is_hidden(void **state)
{
    static const struct {
        const char *hidden;
        bool for_limits, shows_zero;
    } cases[] = {{"nord", false, true},
                 {"nord samlet", false, true},
                 {"nord", true, true},
                 {"nord samlet", true, false}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure = expose(folder, cases[i].hidden);
        const struct cell *nord = cell_of(folder, "andelen", "nord", "2020");
        const struct cell *rest = cell_of(folder, "andelen", "rest", "2020");
        const struct counted figure = exposure_counted(&exposure, nord);
        exposure.for_limits = cases[i].for_limits;
        assert_int_equal(exposure_shows_zero(&exposure, nord, &figure), cases[i].shows_zero);
        assert_true(exposure_shows_zero(&exposure, rest, &figure));
    }
}

static void a_cell_without_a_figure_is_not_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY "andelen;nord;2020;;;;;;diskret\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "");
    assert_false(exposure_hides(&exposure, cell_of(folder, "andelen", "nord", "2020")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_exposure_goes_through_the_indicators),
        PLAN_FOLDER_TEST(without_cells_there_is_nothing_to_go_through),
        PLAN_FOLDER_TEST(a_count_is_known_with_what_its_municipality_leaves),
        PLAN_FOLDER_TEST(a_municipality_behind_its_areas_is_found),
        PLAN_FOLDER_TEST(the_years_of_a_pool_are_its_cells),
        PLAN_FOLDER_TEST(an_area_is_hidden_with_a_small_total),
        PLAN_FOLDER_TEST(limits_do_not_tell_that_an_area_is_not_zero_where_the_total_is_hidden),
        PLAN_FOLDER_TEST(a_cell_without_a_figure_is_not_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
