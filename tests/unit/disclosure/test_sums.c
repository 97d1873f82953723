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

/*
 * Everybody of an area and one subgroup: those in no group are of the few whom the municipality's
 * own figures leave, which everybody knows. Only counts can be held against it so.
 */
static void the_municipality_limits_who_is_in_none_of_the_groups(void **state)
{
    static const struct {
        const char *about, *rows;
        double low, high;
        bool primary;
    } cases[] = {
        {"ten are counted there, and twenty-five are not",
         "andelen;by;2020;;500;1000;;;\nandelen;by;2020;15-29;490;965;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;51;70;;;\n",
         5, 10, false},
        {"four are counted there",
         "andelen;by;2020;;500;1000;;;\nandelen;by;2020;15-29;496;965;;;\n"
         "andelen;nord;2020;;51;100;;;\nandelen;nord;2020;15-29;51;70;;;\n",
         0, 4, true},
        {"many",
         "andelen;by;2020;;500;1000;;;\nandelen;by;2020;15-29;300;600;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;40;50;;;\n",
         0, 50, false},
        {"fewer than the area has",
         "andelen;by;2020;;500;1000;;;\nandelen;by;2020;15-29;490;600;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;40;50;;;\n",
         0, 50, false},
        {"fewer without",
         "andelen;by;2020;;500;1000;;;\nandelen;by;2020;15-29;400;890;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;40;50;;;\n",
         0, 50, false},
        {"no such group",
         "andelen;by;2020;;500;1000;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;40;50;;;\n",
         0, 50, false},
        {"no municipality",
         "andelen;by;2020;15-29;300;600;;;\n"
         "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;40;50;;;\n",
         0, 50, false},
        {"events",
         "raten;by;2020;;1500;1000;;;\nraten;by;2020;15-29;300;900;;;\n"
         "raten;nord;2020;;60;100;;;\nraten;nord;2020;15-29;55;50;;;\n",
         0, 1200, false},
        {"a survey",
         "svarene;by;2020;;;1000;50;;\nsvarene;by;2020;15-29;;900;50;;\n"
         "svarene;nord;2020;;;100;40;;\nsvarene;nord;2020;15-29;;50;80;;\n",
         0, 50, false},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations_list list = build(folder, cases[i].rows, "nord/15-29");
        struct equations equations = part_with(folder, list, "nord/15-29");
        const struct equation *sum = equation_of(folder, &equations, "+nord -nord/15-29 -?");
        assert_non_null(sum);
        const struct quantity *left = &equations.quantities[sum->terms[2].quantity];
        if (fabs(left->concealed.low - cases[i].low) > 0 ||
            fabs(left->concealed.high - cases[i].high) > 0)
            fail_msg("%s: %g to %g", cases[i].about, left->concealed.low, left->concealed.high);
        assert_int_equal(left->primary, cases[i].primary);
        assert_null(equation_of(folder, &equations, "+by -by/15-29 -?")); /* all is known of it */
    }
}

/* Two groups of three: the municipality's figures do not tell of those in neither by themselves. */
static void of_several_groups_the_municipality_leaves_no_limit(void **state)
{
    struct plan_folder *folder = *state;
    struct equations equations =
        part_with(folder,
                  build(folder,
                        BY "andelen;by;2020;15-29;200;400;;;\nandelen;by;2020;30-39;295;590;;;\n"
                           "andelen;nord;2020;;60;100;;;\nandelen;nord;2020;15-29;28;40;;;\n"
                           "andelen;nord;2020;30-39;28;50;;;\n",
                        "nord/15-29"),
                  "nord/15-29");
    const struct equation *sum =
        equation_of(folder, &equations, "+nord -nord/15-29 -nord/30-39 -?");
    assert_non_null(sum);
    assert_span(equations.quantities[sum->terms[3].quantity].concealed, 0, 10);
}

/* Bands that exceed another do so by the persons they share, or by ages that lie beyond it. */
static void bands_that_exceed_another_leave_a_quantity_of_its_own(void **state)
{
    static const struct {
        const char *rows, *absent, *terms; /* NULL: nothing follows */
    } cases[] = {
        {"andelen;nord;2020;15-29;60;300;;;\nandelen;nord;2020;30-39;50;200;;;\n"
         "andelen;nord;2020;18-34;70;350;;;\n",
         "", "+nord/18-34 -nord/15-29 -nord/30-39 +?"},
        /* a table without one of the rows */
        {"andelen;nord;2020;15-29;60;300;;;\nandelen;nord;2020;30-39;80;200;;;\n"
         "andelen;nord;2020;18-34;70;350;;;\n",
         "nord/15-29", NULL},
        /* more of the one than of both: they contradict each other */
        {"andelen;nord;2020;15-29;60;300;;;\nandelen;nord;2020;30-39;50;200;;;\n"
         "andelen;nord;2020;18-34;170;350;;;\n",
         "", NULL},
        {"andelen;nord;2020;15-29;60;300;;;\nandelen;nord;2020;18-64;50;200;;;\n"
         "andelen;nord;2020;18-29;30;100;;;\nandelen;nord;2020;15-64;80;400;;;\n",
         "", "+nord/15-64 -nord/15-29 -nord/18-64 +nord/18-29"},
        {"andelen;nord;2020;15-29;60;300;;;\nandelen;nord;2020;18-64;50;200;;;\n"
         "andelen;nord;2020;18-29;30;100;;;\nandelen;nord;2020;15-64;80;400;;;\n",
         "nord/18-29", NULL},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, cases[i].rows);
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "nord/18-34 nord/18-64");
        struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
        for (size_t j = 0; j < exposure.count; j++) {
            shown[j] = exposure.shown[j];
            if (is_named(folder, exposure.cells[j], cases[i].absent))
                shown[j].release = RELEASE_ABSENT;
        }
        exposure.shown = shown;
        struct equations_list list = equations_build(folder->arena, &exposure);
        size_t overlapping = 0, found = 0;
        for (size_t j = 0; j < list.count; j++) {
            const struct equations *part = &list.items[j];
            found += cases[i].terms && equation_of(folder, part, cases[i].terms);
            for (size_t k = 0; k < part->equation_count; k++) {
                const struct equation *each = &part->items[k];
                overlapping += each->count == 4 && each->terms[3].sign > 0;
            }
        }
        assert_int_equal(found, cases[i].terms ? 1 : 0);
        assert_int_equal(overlapping, found);
    }
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

/* Told of other years than those, or of none that has a figure, it binds nothing. */
static void a_pool_that_is_not_of_these_figures_binds_nothing(void **state)
{
    static const struct {
        const char *rows, *area;
        double count, persons;
        const char *terms;
    } cases[] = {
        {THREE_YEARS, "nord", 25, 331, NULL},
        {THREE_YEARS, "nord", 26, 330, NULL},
        {THREE_YEARS, "by", 25, 330, NULL},
        {"andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;;;;;mangler\n"
         "andelen;nord;2021;;2;120;;;\n",
         "nord", 22, 220, "+nord@2019 +nord@2021"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, cases[i].rows);
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "nord nord@2021");
        struct released_pool pool =
            pool_of(folder, cases[i].area, cases[i].count, cases[i].persons);
        exposure.pools = &pool;
        exposure.pool_count = 1;
        struct equations_list list = equations_build(folder->arena, &exposure);
        size_t bound = 0;
        for (size_t j = 0; j < list.count; j++)
            for (size_t k = 0; k < list.items[j].equation_count; k++)
                bound += list.items[j].items[k].pool == &pool;
        assert_int_equal(bound, cases[i].terms ? 1 : 0);
        if (cases[i].terms)
            assert_non_null(equation_of(folder, &list.items[0], cases[i].terms));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(areas_make_the_total_and_the_municipality),
        PLAN_FOLDER_TEST(what_parts_leave_of_a_whole_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(a_part_without_a_figure_is_opened),
        PLAN_FOLDER_TEST(a_twin_in_the_municipality_is_a_part_of_the_rest),
        PLAN_FOLDER_TEST(the_municipality_limits_who_is_in_none_of_the_groups),
        PLAN_FOLDER_TEST(of_several_groups_the_municipality_leaves_no_limit),
        PLAN_FOLDER_TEST(bands_that_exceed_another_leave_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(parts_with_all_the_persons_are_the_whole),
        PLAN_FOLDER_TEST(parts_that_exceed_their_whole_bind_nobody),
        PLAN_FOLDER_TEST(an_areas_own_row_that_differs_leaves_slack),
        PLAN_FOLDER_TEST(a_pool_is_the_sum_of_its_years),
        PLAN_FOLDER_TEST(a_pool_that_is_not_of_these_figures_binds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
