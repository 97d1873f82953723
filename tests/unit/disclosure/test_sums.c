/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/disclosure/sums.h"

/* --- sums ------------------------------------------------------------------------------------- */
static void areas_make_the_total_and_the_municipality(void **state)
{
    struct plan_folder *folder = *state;
    struct equations equations = build_one(folder, BY AREAS, "nord");
    static const char *const sums[] = {"+samlet -nord -syd", "+by -nord -syd -rest"};
    assert_int_equal(equations.equation_count, 2);
    assert_int_equal(equations.count, 5);
    assert_near(equations.unit, 1, 0);
    assert_false(equations.continuous);
    for (size_t i = 0; i < 2; i++) {
        const struct equation *sum = equation_of(folder, &equations, sums[i]);
        assert_non_null(sum);
        assert_span(sum->sum, 0, 0);
        assert_true(sum->binds_parts);
        assert_null(sum->pool);
    }
}

static void what_parts_leave_of_a_whole_is_a_quantity_of_its_own(void **state)
{
    static const struct {
        const char *rows, *hidden, *terms;
        double truth, persons;
        bool primary;
    } cases[] = {
        {"andelen;nord;2020;;23;100;;;\nandelen;n1;2020;;20;50;;;\n", "n1", "+nord -n1 -?", 3, 50,
         true},
        {"andelen;nord;2020;;60;100;;;\nandelen;n1;2020;;20;50;;;\n", "n1", "+nord -n1 -?", 40, 50,
         false},
        {"andelen;nord;2020;;66;100;;;\nandelen;n1;2020;;20;50;;;\n", "n1", "+nord -n1 -?", 46, 50,
         true},
        {"andelen;nord;2020;;29;69;;;\nandelen;n1;2020;;20;50;;;\n", "n1", "+nord -n1 -?", 9, 19,
         true},
        /* withheld by the source: to be protected whatever its size */
        {"andelen;nord;2020;;60;100;;;\nandelen;n1;2020;;20;50;;;\nandelen;n2;2020;;;;;;diskret\n",
         "n1", "+nord -n1 -?", 40, 50, true},
        {"andelen;nord;2020;;60;100;;;\nandelen;n1;2020;;20;50;;;\nandelen;n2;2020;;;;;;mangler\n",
         "n1", "+nord -n1 -?", 40, 50, false},
        {"andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;20;50;;;\n", "nord/15-29",
         "+nord -nord/15-29 -?", 40, 50, false},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_one(folder, cases[i].rows, cases[i].hidden);
        const struct quantity *left = nameless(&equations);
        assert_non_null(equation_of(folder, &equations, cases[i].terms));
        assert_near(left->truth, cases[i].truth, 0);
        assert_near(left->persons, cases[i].persons, 0);
        assert_int_equal(left->primary, cases[i].primary);
        assert_int_equal(left->need.least > 0, cases[i].primary);
        assert_true(left->hidden);
        assert_false(left->may_hide);
        assert_span(left->concealed, 0, cases[i].persons);
    }
}

/* What is known within an area without a figure is taken from the total with the other areas. */
static void a_part_without_a_figure_is_opened(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    struct equations equations =
        build_one(folder,
                  "andelen;samlet;2020;;53;300;;;\nandelen;syd;2020;;30;120;;;\n"
                  "andelen;n1;2020;;20;50;;;\nandelen;n2;2020;;;;;;mangler\n",
                  "n1");
    static const struct {
        const char *terms;
        double truth, persons;
        bool primary;
    } sums[] = {{"+samlet -syd -?", 23, 180, false}, {"+samlet -n1 -syd -?", 3, 130, true}};
    for (size_t i = 0; i < 2; i++) {
        const struct equation *sum = equation_of(folder, &equations, sums[i].terms);
        assert_non_null(sum);
        const struct quantity *left = &equations.quantities[sum->terms[sum->count - 1].quantity];
        assert_near(left->truth, sums[i].truth, 0);
        assert_near(left->persons, sums[i].persons, 0);
        assert_int_equal(left->primary, sums[i].primary);
    }
    assert_int_equal(equations.equation_count, 2);
}

/* Whoever takes a twin area from the rest knows of those who are in neither. */
static void a_twin_in_the_municipality_is_a_part_of_the_rest(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "tvil;Tvilling;tvilling;by;;;;\n");
    struct equations equations =
        build_one(folder, BY AREAS "andelen;tvil;2020;;464;700;;;\n", "nord");
    const struct equation *sum = equation_of(folder, &equations, "+rest -tvil -?");
    assert_non_null(sum);
    assert_near(nameless(&equations)->truth, 3, 0);
    assert_near(nameless(&equations)->persons, 80, 0);
    assert_true(nameless(&equations)->primary);
}

/* A section without anybody has no row; the others are the whole of the area all the same. */
static void parts_with_all_the_persons_are_the_whole(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS "n3;Tre;afdeling;nord;;;;\n");
    struct equations equations =
        build_one(folder,
                  "andelen;nord;2020;;40;110;;;\nandelen;n1;2020;;20;50;;;\n"
                  "andelen;n2;2020;;20;60;;;\n",
                  "nord");
    const struct equation *sum = equation_of(folder, &equations, "+nord -n1 -n2");
    assert_non_null(sum);
    assert_span(sum->sum, 0, 0);
}

static void parts_that_exceed_their_whole_bind_nobody(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    static const char *const rows[] = {
        "andelen;nord;2020;;23;100;;;\nandelen;n1;2020;;30;50;;;\n",
        "andelen;nord;2020;;23;40;;;\nandelen;n1;2020;;20;50;;;\n",
        "andelen;nord;2020;;90;100;;;\nandelen;n1;2020;;20;50;;;\n",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct equations equations = build_one(folder, rows[i], "n1");
        assert_int_equal(equations.equation_count, 0);
        assert_int_equal(equations.count, 1);
    }
}

/* Whoever adds an area's sections up is off by as much as its own row differs. */
static void an_areas_own_row_that_differs_leaves_slack(void **state)
{
    static const struct {
        const char *nord;
        double low, high;
    } cases[] = {{"23;110", 0, 0}, {"26;110", 0, 3}, {"20;110", -3, 0}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations =
            build_one(folder,
                      arena_printf(folder->arena,
                                   "andelen;n1;2020;;3;50;;;\nandelen;n2;2020;;20;60;;;\n"
                                   "andelen;nord;2020;;%s;;;\n",
                                   cases[i].nord),
                      "n1");
        assert_span(equation_of(folder, &equations, "+nord -n1 -n2")->sum, cases[i].low,
                    cases[i].high);
    }
}

/* --- three years together ----------------------------------------------------------------------
 */
static void a_pool_is_the_sum_of_its_years(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, THREE_YEARS);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord nord@2021");
    assert_int_equal(equations_build(folder->arena, &exposure).count, 2);
    struct released_pool pool = pool_of(folder, "nord", 25, 330);
    exposure.pools = &pool;
    exposure.pool_count = 1;
    struct equations_list list = equations_build(folder->arena, &exposure);
    assert_int_equal(list.count, 1);
    const struct equation *sum = equation_of(folder, &list.items[0], "+nord@2019 +nord +nord@2021");
    assert_non_null(sum);
    assert_ptr_equal(sum->pool, &pool);
    assert_span(sum->sum, 25, 25);
    assert_false(sum->binds_parts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(areas_make_the_total_and_the_municipality),
        PLAN_FOLDER_TEST(what_parts_leave_of_a_whole_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(a_part_without_a_figure_is_opened),
        PLAN_FOLDER_TEST(a_twin_in_the_municipality_is_a_part_of_the_rest),
        PLAN_FOLDER_TEST(parts_with_all_the_persons_are_the_whole),
        PLAN_FOLDER_TEST(parts_that_exceed_their_whole_bind_nobody),
        PLAN_FOLDER_TEST(an_areas_own_row_that_differs_leaves_slack),
        PLAN_FOLDER_TEST(a_pool_is_the_sum_of_its_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
