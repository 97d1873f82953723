/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onlooker.h"
#include "random_plan.h"

#include "pejling/disclosure/audit.h"

static const struct earlier_editions no_earlier = {NULL, 0, NULL};

#define BY "andelen;by;2020;;30040;75000;;;\n" /* what the rest is rounded to leaves much open */

static bool passes(struct plan_folder *folder, const struct released_table *table)
{
    folder->diagnostics.count = 0;
    memset(folder->diagnostics.of_kind, 0, sizeof folder->diagnostics.of_kind);
    bool safe = audit(&folder->diagnostics, &folder->cells, &no_earlier, table);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_DISCLOSURE] > 0, !safe);
    assert_int_equal(folder->diagnostics.count, folder->diagnostics.of_kind[PROBLEM_DISCLOSURE]);
    return safe;
}

/* A plan's table, with cells to be changed. */
static struct released_table release(struct plan_folder *folder, const char *rows,
                                     struct released_cell **cells)
{
    plan_folder_figures(folder, rows);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    *cells = onlooker_copy(folder, &table);
    return table;
}

static struct released_cell *cell_at(const struct plan_folder *folder,
                                     const struct released_table *table,
                                     struct released_cell *cells, const char *area,
                                     const char *period)
{
    return cells + (released_of(folder, table, "andelen", area, period) - table->cells);
}

static void show(const struct plan_folder *folder, const struct released_table *table,
                 struct released_cell *cells, const char *area)
{
    struct released_cell *cell = cell_at(folder, table, cells, area, "2020");
    onlooker_show(folder->cells.items[cell - cells], cell);
}

/* --- what passes ------------------------------------------------------------------------------ */
static void a_table_that_was_protected_passes(void **state)
{
    static const char *const plans[] = {
        "",
        BY "andelen;nord;2020;;30;100;;;\nandelen;syd;2020;;40;120;;;\n",
        BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;40;120;;;\n",
        BY "andelen;nord;2020;;2,5;100;;;\nandelen;syd;2020;;40,25;120;;;\n",
        BY "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;40;120;;;\n"
           "andelen;samlet;2020;;70;220;;;\n",
        "raten;by;2020;;300;7500;;;\nraten;nord;2020;;3;100;;;\nraten;syd;2020;;40;120;;;\n",
        "snittet;by;2020;;;75000;6;2;\nsnittet;nord;2020;;;15;6;2;\nsnittet;syd;2020;;;120;6;2;\n",
        "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;100;3;;\nsvarene;syd;2020;;;100;60;;\n"
        "svarene;samlet;2020;;;200;31,5;;\n",
        "tallet;nord;2020;;;;3;;\ntallet;syd;2020;;;;4;;\n",
        "andelen;nord;2019;;3;100;;;\nandelen;nord;2020;;4;100;;;\nandelen;nord;2021;;20;100;;;\n",
        "andelen;nord;2020;;43;160;;;\nandelen;nord;2020;15-29;3;60;;;\n"
        "andelen;nord;2020;30+;40;100;;;\n",
        /* figures that contradict each other */
        "andelen;by;2020;;50;1000;;;\nandelen;nord;2020;;3;100;;;\nandelen;syd;2020;;60;100;;;\n",
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        plan_folder_figures(folder, plans[i]);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        if (!passes(folder, &table))
            fail_msg("case %zu", i);
    }
}

/* But then no limits may stand in it that rest on one of those. */
static void a_table_without_some_of_the_cells_passes(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    struct released_table table =
        release(folder, BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;40;120;;;\n", &cells);
    struct released_table fewer = released_table_make(folder->arena, &folder->catalogue,
                                                      EDITION_SHARED, cells, table.count - 2);
    assert_false(passes(folder, &fewer));
    for (size_t i = 0; i < table.count; i++)
        cells[i].has_limits = false;
    table = released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells,
                                table.count - 2);
    assert_true(passes(folder, &table));
    table = released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, 0);
    assert_true(passes(folder, &table));
}

/* --- what does not ---------------------------------------------------------------------------- */
static void a_small_figure_that_is_shown_fails(void **state)
{
    static const struct {
        const char *row;
        bool safe;
    } cases[] = {
        {"andelen;nord;2020;;3;100", false}, {"andelen;nord;2020;;97;100", false},
        {"andelen;nord;2020;;9;19", false},  {"andelen;nord;2020;;5;100", true},
        {"andelen;nord;2020;;0;100", true},  {"raten;nord;2020;;4;100", false},
        {"raten;nord;2020;;97;100", true},   {"andelen;by;2020;;3;100", true},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, arena_printf(folder->arena, "%s;;;\n", cases[i].row));
        struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
        if (passes(folder, &table) != cases[i].safe)
            fail_msg("%s", cases[i].row);
    }
}

static void showing_any_of_the_hidden_cells_fails(void **state)
{
    static const char *const hidden[] = {"nord", "syd", "n1", "s1"};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n"
                                 "s1;Tre;afdeling;syd;;;;\ns2;Fire;afdeling;syd;;;;\n");
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        struct released_cell *cells;
        struct released_table table =
            release(folder,
                    BY "andelen;n1;2020;;2;50;;;\nandelen;n2;2020;;1;60;;;\n"
                       "andelen;s1;2020;;20;50;;;\nandelen;s2;2020;;30;70;;;\n",
                    &cells);
        assert_true(passes(folder, &table));
        assert_int_equal(cell_at(folder, &table, cells, hidden[i], "2020")->release,
                         RELEASE_HIDDEN);
        show(folder, &table, cells, hidden[i]);
        if (passes(folder, &table))
            fail_msg("»%s« is shown", hidden[i]);
    }
}

/* The same of plans by chance, but for sections that only go along with a hidden one. */
static void every_hidden_cell_of_a_small_plan_is_missed(void **state)
{
    struct random_plan plan = {.folder = *state, .seed = 61};
    struct plan_folder *folder = plan.folder;
    size_t shown = 0, safe = 0;
    for (int turn = 0; turn < 200; turn++) {
        const char *measure = turn % 3 ? "andelen" : "raten";
        struct released_table table;
        random_plan_write(&plan, measure);
        plan_folder_read(folder);
        if (!protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &no_earlier,
                     EDITION_SHARED, &table))
            continue;
        assert_true(passes(folder, &table));
        safe++;
        const struct onlooker *onlooker = onlooker_look(folder, &table, measure);
        for (size_t i = 0; i < onlooker->figure_count; i++) {
            const struct onlooker_figure *figure = &onlooker->figures[i];
            struct released_table other = table;
            if (!figure->hidden || figure->is_left || onlooker_goes_along(onlooker, figure))
                continue;
            struct released_cell *cells = onlooker_copy(folder, &other);
            onlooker_show(figure->cell, &cells[figure->cell->index]);
            if (passes(folder, &other)) {
                print_error("%s", plan.rows);
                fail_msg("»%s« is shown", figure->cell->area->code);
            }
            shown++;
        }
    }
    assert_true(safe > 150);
    assert_true(shown > 300);
}

/* One area in its municipality: what keeps it is that the rest is no count. */
static void a_rest_with_its_count_fails(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n");
    struct released_table table = release(folder, BY "andelen;nord;2020;;3;100;;;\n", &cells);
    struct released_cell *rest = cell_at(folder, &table, cells, "rest", "2020");
    assert_int_equal(rest->release, RELEASE_OPEN);
    assert_false(rest->has_numerator);
    assert_true(passes(folder, &table));
    rest->has_numerator = true;
    rest->numerator = 30037;
    assert_false(passes(folder, &table));
}

/* Nor may it be told with more decimals than its indicator has. */
static void a_rest_with_more_decimals_fails(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n");
    struct released_table table = release(folder, BY "andelen;nord;2020;;3;100;;;\n", &cells);
    cell_at(folder, &table, cells, "rest", "2020")->value = number_round(100 * 30037 / 74900.0, 4);
    assert_false(passes(folder, &table));
}

/* Limits say no more of a hidden cell than anybody can work out; to say less does no harm. */
static void limits_that_tell_too_much_fail(void **state)
{
    static const struct {
        double lowest, highest;
        bool safe;
    } cases[] = {{1, 42, true},  {0, 43, true}, {1, 41, false},
                 {2, 42, false}, {3, 3, false}, {1, 4, false}};
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    struct released_table table =
        release(folder, BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;40;120;;;\n", &cells);
    struct released_cell *nord = cell_at(folder, &table, cells, "nord", "2020");
    assert_true(nord->has_limits);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nord->lowest = cases[i].lowest; /* of a hundred persons: per cent */
        nord->highest = cases[i].highest;
        if (passes(folder, &table) != cases[i].safe)
            fail_msg("from %g to %g", cases[i].lowest, cases[i].highest);
    }
}

/* --- three years together --------------------------------------------------------------------- */
static void a_pool_that_gives_a_year_away_fails(void **state)
{
    static const struct {
        const char *counts[3];
        double sum;
        bool safe;
    } cases[] = {
        {{"20", "3", "30"}, 53, false}, {{"20", "2", "3"}, 25, true},
        {{"20", "1", "2"}, 23, false},  {{"1", "2", "3"}, 6, true},
        {{"20", "3", "30"}, 60, true}, /* not these figures': it tells nothing of them */
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = "";
        for (int j = 0; j < 3; j++)
            rows = arena_printf(folder->arena, "%sandelen;nord;%d;;%s;100;;;\n", rows, 2019 + j,
                                cases[i].counts[j]);
        plan_folder_figures(folder, rows);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        struct released_pool pool = {.indicator = indicator_of(folder, "andelen"),
                                     .area = area_of(folder, "nord"),
                                     .from = period_of("2019"),
                                     .to = period_of("2021"),
                                     .numerator = cases[i].sum,
                                     .denominator = 300};
        assert_int_equal(table.pool_count, i == 1 || i == 3);
        released_table_pool(&table, &pool, 1);
        if (passes(folder, &table) != cases[i].safe)
            fail_msg("case %zu", i);
    }
}

/* Those of each indicator are looked at with its own figures. */
static void pools_of_another_indicator_are_no_matter(void **state)
{
    static const char *const pooled[] = {"andelen", "raten"};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;100;;;\n"
                                "andelen;nord;2021;;30;100;;;\nraten;nord;2019;;20;100;;;\n"
                                "raten;nord;2020;;3;100;;;\nraten;nord;2021;;30;100;;;\n");
    for (size_t i = 0; i < 2; i++) { /* the one tells all, the other is of other figures */
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        struct released_pool pools[2];
        for (size_t j = 0; j < 2; j++)
            pools[j] = (struct released_pool){.indicator = indicator_of(folder, pooled[j]),
                                              .area = area_of(folder, "nord"),
                                              .from = period_of("2019"),
                                              .to = period_of("2021"),
                                              .numerator = i == j ? 53 : 60,
                                              .denominator = 300};
        released_table_pool(&table, pools, 2);
        assert_false(passes(folder, &table));
        assert_problem_count(folder, 1);
        assert_non_null(strstr(folder->diagnostics.items[0].text,
                               arena_printf(folder->arena, "»%s«:", pooled[i])));
    }
}

/* --- earlier editions ------------------------------------------------------------------------- */
static void what_an_earlier_edition_showed_is_known(void **state)
{
    static const struct {
        const char *area;
        double count, persons;
        bool safe;
    } cases[] = {{"syd", 40, 120, false},
                 {"syd", 44, 120, true},
                 {"samlet", 43, 220, true},
                 {"nord", 3, 100, false},
                 {"syd", 38, 117, false}};
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    struct released_table table =
        release(folder, BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;40;120;;;\n", &cells);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = {.indicator = indicator_of(folder, "andelen"),
                                     .area = area_of(folder, cases[i].area),
                                     .period = period_of("2020"),
                                     .has_numerator = true,
                                     .numerator = cases[i].count,
                                     .denominator = cases[i].persons};
        struct released_table before =
            released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, &cell, 1);
        const struct earlier_editions earlier = {&before, 1, NULL};
        if (audit(&folder->diagnostics, &folder->cells, &earlier, &table) != cases[i].safe)
            fail_msg("case %zu", i);
    }
}

/* What it told of a mean cannot be taken back; what is left open of it must stay so. */
static void a_mean_that_an_earlier_edition_told_nearly_is_given_away(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    struct released_table table =
        release(folder,
                "snittet;by;2020;;;75000;6;2;\nsnittet;nord;2020;;;15;6;2;\n"
                "snittet;syd;2020;;;120;6,5;2;\n",
                &cells);
    struct released_cell before[2];
    static const char *const areas[] = {"syd", "samlet"};
    for (size_t i = 0; i < 2; i++)
        before[i] = (struct released_cell){.indicator = indicator_of(folder, "snittet"),
                                           .area = area_of(folder, areas[i]),
                                           .period = period_of("2020"),
                                           .value = i ? 6.4 : 6.5,
                                           .denominator = i ? 135 : 120};
    struct released_table earlier_table =
        released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, before, 2);
    const struct earlier_editions earlier = {&earlier_table, 1, NULL};
    assert_true(passes(folder, &table));
    assert_true(audit(&folder->diagnostics, &folder->cells, &earlier, &table));
    /* the same shown by this edition is not */
    for (size_t i = 0; i < 2; i++) {
        struct released_cell *cell =
            cells + (released_of(folder, &table, "snittet", areas[i], "2020") - table.cells);
        *cell = before[i];
        cell->release = RELEASE_OPEN;
    }
    assert_false(passes(folder, &table));
}

/* Of a mean no limits are told. */
static void limits_of_a_mean_fail(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell *cells;
    struct released_table table =
        release(folder, "snittet;by;2020;;;75000;6;2;\nsnittet;nord;2020;;;15;6;2;\n", &cells);
    struct released_cell *nord =
        cells + (released_of(folder, &table, "snittet", "nord", "2020") - table.cells);
    assert_int_equal(nord->release, RELEASE_HIDDEN);
    assert_true(passes(folder, &table));
    nord->has_limits = true;
    nord->highest = 1e6;
    assert_false(passes(folder, &table));
}

/* --- messages --------------------------------------------------------------------------------- */
static void each_indicator_concerned_is_named_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2019;;3;100;;;\nandelen;nord;2020;;3;100;;;\n"
                                "raten;nord;2020;;30;100;;;\nsnittet;nord;2020;;;15;6;2;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_false(passes(folder, &table));
    assert_problem_count(folder, 2);
    assert_problem(folder, PROBLEM_DISCLOSURE, "indikatorer.csv", "\n~",
                   "»andelen«: kontrollen af den færdige fil kan regne skjulte tal ud · ");
    assert_problem(folder, PROBLEM_DISCLOSURE, "indikatorer.csv", "\n\n\n~", "»snittet«: ");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_false(passes(folder, &table));
    assert_problem(folder, PROBLEM_DISCLOSURE, "indikatorer.csv", "\n~",
                   "»andelen«: the check of the finished file can work hidden figures out · ");
    assert_int_equal(diagnostics_exit_status(&folder->diagnostics, false, false), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_table_that_was_protected_passes),
        PLAN_FOLDER_TEST(a_table_without_some_of_the_cells_passes),
        PLAN_FOLDER_TEST(a_small_figure_that_is_shown_fails),
        PLAN_FOLDER_TEST(showing_any_of_the_hidden_cells_fails),
        PLAN_FOLDER_TEST(every_hidden_cell_of_a_small_plan_is_missed),
        PLAN_FOLDER_TEST(a_rest_with_its_count_fails),
        PLAN_FOLDER_TEST(a_rest_with_more_decimals_fails),
        PLAN_FOLDER_TEST(limits_that_tell_too_much_fail),
        PLAN_FOLDER_TEST(a_pool_that_gives_a_year_away_fails),
        PLAN_FOLDER_TEST(pools_of_another_indicator_are_no_matter),
        PLAN_FOLDER_TEST(what_an_earlier_edition_showed_is_known),
        PLAN_FOLDER_TEST(a_mean_that_an_earlier_edition_told_nearly_is_given_away),
        PLAN_FOLDER_TEST(limits_of_a_mean_fail),
        PLAN_FOLDER_TEST(each_indicator_concerned_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
