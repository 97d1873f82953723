/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/disclosure/equations.h"

/* --- spans ------------------------------------------------------------------------------------ */
static void what_is_shown_of_a_count_is_the_count(void **state)
{
    struct plan_folder *folder = *state;
    struct equations equations = build_one(folder, BY AREAS, "nord");
    static const struct {
        const char *name;
        double count;
    } cases[] = {{"by", 500}, {"syd", 30}, {"samlet", 33}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct quantity *quantity = quantity_of(folder, &equations, cases[i].name);
        assert_near(quantity->truth, cases[i].count, 0);
        assert_span(quantity->shown, cases[i].count, cases[i].count);
        assert_false(quantity->hidden);
        assert_span(equations_span(&equations, find(folder, &equations, cases[i].name)),
                    cases[i].count, cases[i].count);
    }
}

/* Of the rest, just the whole counts that are shown as the same rate. */
static void what_is_shown_of_the_rest_is_its_rate(void **state)
{
    static const struct {
        const char *indicator;
        int count, persons;
    } cases[] = {{"andelen", 1800, 72000},  {"andelen", 497, 880},  {"andelen", 3, 72000},
                 {"andelen", 36, 72000},    {"andelen", 0, 72000},  {"andelen", 71990, 72000},
                 {"andelen", 72000, 72000}, {"raten", 1800, 72000}, {"raten", 4, 72000},
                 {"raten", 100000, 72000},  {"andelen", 45, 30000}, {"andelen", 15, 30000}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *code = cases[i].indicator;
        struct equations equations = build_one(
            folder,
            arena_printf(folder->arena,
                         "%s;by;2020;;%d;%d;;;\n%s;nord;2020;;3;100;;;\n%s;syd;2020;;30;120;;;\n",
                         code, cases[i].count + 33, cases[i].persons + 220, code, code),
            "nord");
        const struct quantity *rest = quantity_of(folder, &equations, "rest");
        double factor = rest->cell->indicator->factor, persons = cases[i].persons;
        double told = number_round(factor * cases[i].count / persons, 1);
        double low = cases[i].count, high = cases[i].count;
        while (low > 0 && !(fabs(number_round(factor * (low - 1) / persons, 1) - told) > 0.01))
            low--;
        while ((*code == 'r' || high < persons) &&
               !(fabs(number_round(factor * (high + 1) / persons, 1) - told) > 0.01))
            high++;
        assert_span(rest->shown, low, high);
        assert_near(rest->truth, cases[i].count, 0);
    }
}

/* A value with more decimals than its indicator's tells as much as it says. */
static void a_value_is_taken_at_the_decimals_it_has(void **state)
{
    static const struct {
        double value, low, high;
    } cases[] = {{2.5, 1764, 1835}, {2.51, 1804, 1810}, {2.507, 1805, 1805}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;1838;72220;;;\n" AREAS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure = expose(folder, "nord");
        size_t at = cell_of(folder, "andelen", "rest", "2020")->index;
        struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
        memcpy(shown, exposure.shown, exposure.count * sizeof *shown);
        shown[at].value = cases[i].value; /* of 1805 among 72000 */
        exposure.shown = shown;
        struct equations_list list = equations_build(folder->arena, &exposure);
        assert_span(quantity_of(folder, &list.items[0], "rest")->shown, cases[i].low,
                    cases[i].high);
    }
}

static void what_is_hidden_can_be_all_that_is_not_shown(void **state)
{
    static const struct {
        const char *by, *nord;
        double low, high;
    } cases[] = {
        {"500;1000", "3;100", 1, 99},   /* none and all would be shown */
        {"20;1000", "3;100", 1, 20},    /* the municipality has no more */
        {"980;1000", "97;100", 80, 99}, /* nor more without */
        {"500;1000", "3;19", 0, 19},    /* of so few not even zero is shown */
        {"2;1000", "3;100", 1, 99},     /* figures that contradict each other bind nobody */
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_one(
            folder,
            arena_printf(folder->arena, "andelen;by;2020;;%s;;;\nandelen;nord;2020;;%s;;;\n",
                         cases[i].by, cases[i].nord),
            "nord");
        const struct quantity *nord = quantity_of(folder, &equations, "nord");
        assert_span(nord->concealed, cases[i].low, cases[i].high);
        assert_true(nord->hidden && nord->primary);
        assert_span(equations_span(&equations, find(folder, &equations, "nord")), cases[i].low,
                    cases[i].high);
    }
}

/* Where none is possible too, one count more is needed, and none beside it. */
static void what_may_be_none_needs_two_counts_more(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    struct equations equations =
        build_one(folder, BY "andelen;n1;2020;;3;50;;;\nandelen;n2;2020;;30;60;;;\n", "n1 n2");
    assert_int_equal(quantity_of(folder, &equations, "n1")->need.least, 6);
    assert_int_equal(quantity_of(folder, &equations, "n2")->need.least, 6);
    assert_int_equal(quantity_of(folder, &equations, "nord")->need.least, 4);
    assert_int_equal(quantity_of(folder, &equations, "n1")->need.small, 4);
}

static void sections_groups_and_sensitive_figures_may_be_none(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    struct equations equations =
        build_one(folder, "andelen;n1;2020;;3;50;;;\nandelen;n2;2020;;30;60;;;\n", "n1 n2");
    assert_span(quantity_of(folder, &equations, "n1")->concealed, 0, 50);
    equations = build_one(folder, "andelen;nord;2020;unge;3;50;;;\n", "nord/unge");
    assert_span(quantity_of(folder, &equations, "nord/unge")->concealed, 0, 50);
    equations = build_one(folder, "raten;n1;2020;;3;50;;;\nraten;by;2020;;80;500;;;\n", "n1");
    assert_span(quantity_of(folder, &equations, "n1")->concealed, 0, 80);
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "andelen;I;andel;pct.;op;kalenderår;K;ja\n");
    equations = build_one(folder, BY AREAS, "nord");
    assert_span(quantity_of(folder, &equations, "nord")->concealed, 0, 100);
}

/* A weighted share need not be that of a whole number of answers, but the truth is never excluded.
 */
static void what_is_shown_of_a_survey_holds_the_truth(void **state)
{
    struct plan_folder *folder = *state;
    for (int tenths = 0; tenths <= 1000; tenths += 7) {
        struct equations equations =
            build_one(folder,
                      arena_printf(folder->arena,
                                   "svarene;nord;2020;;;37;%d,%d;;\nsvarene;syd;2020;;;19;50;;\n"
                                   "svarene;samlet;2020;;;56;50;;\n",
                                   tenths / 10, tenths % 10),
                      "syd");
        const struct quantity *nord = quantity_of(folder, &equations, "nord");
        assert_near(nord->truth, round(tenths * 37 / 1000.0), 0);
        assert_true(nord->shown.low <= nord->truth && nord->truth <= nord->shown.high);
        assert_true(nord->shown.high - nord->shown.low <= 1);
    }
}

/* --- parts ------------------------------------------------------------------------------------ */
static void what_nothing_binds_is_taken_apart(void **state)
{
    static const struct {
        const char *hidden;
        size_t parts;
    } cases[] = {{"", 0},
                 {"nord", 1},
                 {"nord syd", 1},
                 {"nord@2021", 1},
                 {"nord syd@2021", 2},
                 {"tvil", 1},
                 {"tvil nord nord@2021", 3}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "tvil;T;tvilling;;;;;\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations_list list =
            build(folder,
                  BY AREAS "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;30;100;;;\n"
                           "andelen;syd;2021;;30;120;;;\nandelen;tvil;2020;;30;100;;;\n",
                  cases[i].hidden);
        assert_int_equal(list.count, cases[i].parts);
        for (size_t j = 0; j < list.count; j++) {
            const struct equations *part = &list.items[j];
            bool twin = part->quantities[0].cell->area->role == AREA_TWIN;
            assert_int_equal(part->count, twin ? 1 : 5);
            assert_int_equal(part->equation_count, twin ? 0 : 2);
        }
    }
}

static void quantities_stand_in_the_order_of_cells(void **state)
{
    struct plan_folder *folder = *state;
    struct equations equations = build_one(folder, BY AREAS, "nord syd");
    for (size_t i = 1; i < equations.count; i++)
        assert_true(equations.quantities[i - 1].cell->index < equations.quantities[i].cell->index);
}

/* A remainder that is small by itself is to be looked at though no cell is hidden. */
static void a_small_remainder_makes_a_part_of_its_own(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    assert_int_equal(
        build(folder, "andelen;nord;2020;;23;100;;;\nandelen;n1;2020;;20;50;;;\n", "").count, 1);
    assert_int_equal(
        build(folder, "andelen;nord;2020;;60;100;;;\nandelen;n1;2020;;20;50;;;\n", "").count, 0);
}

static void given_values_have_no_equations(void **state)
{
    assert_int_equal(
        build(*state, "tallet;nord;2020;;;;3;;\ntallet;syd;2020;;;;4;;\n", "nord").count, 0);
}

/* --- units ------------------------------------------------------------------------------------ */
static void counts_stand_in_the_unit_that_makes_them_whole(void **state)
{
    static const struct {
        const char *nord, *syd;
        double unit, truth, high;
    } cases[] = {
        {"3", "30", 1, 3, 99},
        {"2,5", "30", 10, 25, 999},
        {"2,25", "30", 100, 225, 9999},
        {"3", "30,5", 10, 30, 999},
        {"2,2", "30,75", 100, 220, 9999},
        {"2,125", "30", 100, 213, 9999}, /* no finer than hundredths */
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations =
            build_one(folder,
                      arena_printf(folder->arena,
                                   BY "andelen;nord;2020;;%s;100;;;\nandelen;syd;2020;;%s;120;;;\n",
                                   cases[i].nord, cases[i].syd),
                      "nord");
        const struct quantity *nord = quantity_of(folder, &equations, "nord");
        assert_near(equations.unit, cases[i].unit, 0);
        assert_near(nord->truth, cases[i].truth, 0);
        assert_near(nord->persons, 100, 0);
        assert_span(nord->concealed, 1, cases[i].high);
        assert_near(quantity_of(folder, &equations, "by")->shown.low, 500 * cases[i].unit, 0);
    }
}

/* --- means ------------------------------------------------------------------------------------ */
#define MEANS                                                                                      \
    "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;15;5;1;\nsnittet;syd;2020;;;100;7;1;\n"

static void a_mean_is_its_sum_on_a_continuous_scale(void **state)
{
    struct plan_folder *folder = *state;
    struct equations equations = build_one(folder, MEANS, "nord");
    const struct quantity *nord = quantity_of(folder, &equations, "nord");
    const struct quantity *syd = quantity_of(folder, &equations, "syd");
    assert_true(equations.continuous);
    assert_near(nord->truth, 75, 1e-9);
    assert_span(nord->concealed, 30, 150); /* within two such spreads of the municipality's mean */
    assert_near(nord->room, 2 * 15, 1e-9); /* as persons of the municipality differ */
    assert_int_equal(nord->need.small + nord->need.complement + nord->need.least, 0);
    assert_span(syd->shown, 695, 705);
    assert_near(syd->room, 0, 0);
    /* public, with all the decimals that its source has */
    assert_span(quantity_of(folder, &equations, "by")->shown, 6000, 6000);
    const struct equation *sum = equation_of(folder, &equations, "+samlet -nord -syd");
    assert_true(sum->sum.low < 0 && sum->sum.high > 0);
    assert_true(sum->sum.high - sum->sum.low < 1e-2);
}

static void without_a_spread_of_the_municipality_no_limit_is_far_enough(void **state)
{
    static const char *const by[] = {"snittet;by;2020;;;1000;6;;\n", ""};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 2; i++) {
        struct equations equations = build_one(
            folder, arena_printf(folder->arena, "%ssnittet;nord;2020;;;15;5;1;\n", by[i]), "nord");
        assert_true(isinf(quantity_of(folder, &equations, "nord")->room));
    }
}

/* --- what hiding costs, and whether it may -------------------------------------------------------
 */
static void sections_cost_less_than_areas_and_the_rest_most(void **state)
{
    static const char *const dearer[] = {"n1", "n2", "nord", "syd", "samlet", "rest"};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    struct equations equations =
        build_one(folder,
                  BY "andelen;n1;2020;;3;50;;;\nandelen;n2;2020;;30;60;;;\n"
                     "andelen;syd;2020;;30;120;;;\n",
                  "n1");
    for (size_t i = 1; i < sizeof dearer / sizeof *dearer; i++)
        assert_true(quantity_of(folder, &equations, dearer[i - 1])->loss <
                    quantity_of(folder, &equations, dearer[i])->loss);
    /* a hundred sections rather than one area */
    assert_true(100 * quantity_of(folder, &equations, "n2")->loss <
                quantity_of(folder, &equations, "nord")->loss);
}

static void what_would_stand_open_cannot_be_hidden(void **state)
{
    static const struct {
        const char *syd;
        bool may_hide;
    } cases[] = {{"30;120", true}, {"0;120", false}, {"120;120", false}, {"1;120", true}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_one(
            folder,
            arena_printf(folder->arena, BY "andelen;nord;2020;;9;15;;;\nandelen;syd;2020;;%s;;;\n",
                         cases[i].syd),
            "nord");
        assert_int_equal(quantity_of(folder, &equations, "syd")->may_hide, cases[i].may_hide);
        assert_false(quantity_of(folder, &equations, "by")->may_hide);
        assert_true(quantity_of(folder, &equations, "rest")->may_hide);
    }
}

/* --- invented plans --------------------------------------------------------------------------- */
static unsigned next_random(unsigned *seed, unsigned from, unsigned to)
{
    *seed = *seed * 1664525 + 1013904223;
    return from + (*seed >> 8) % (to - from + 1);
}

static const char *random_rows(struct plan_folder *folder, unsigned *seed)
{
    static const char *const areas[] = {"n1", "n2", "syd", "nord", "samlet"};
    unsigned n = next_random(seed, 400, 3000);
    const char *rows =
        arena_printf(folder->arena, "andelen;by;2020;;%u;%u;;;\n", next_random(seed, 0, n), n);
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        n = next_random(seed, 20, 60);
        if (next_random(seed, 0, i < 3 ? 4 : 1))
            rows = arena_printf(folder->arena, "%sandelen;%s;2020;;%u;%u;;;\n", rows, areas[i],
                                next_random(seed, 0, n), n);
    }
    return rows;
}

/* Whatever contradictions there are among the figures: nobody is led to exclude what is true. */
static void the_truth_fits_every_equation_and_span(void **state)
{
    struct plan_folder *folder = *state;
    unsigned seed = 41;
    size_t equations = 0;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (int turn = 0; turn < 200; turn++) {
        struct equations_list list = build(folder, random_rows(folder, &seed), "n1 nord");
        for (size_t i = 0; i < list.count; i++) {
            const struct equations *part = &list.items[i];
            for (size_t j = 0; j < part->count; j++) {
                struct span span = equations_span(part, j);
                double truth = part->quantities[j].truth;
                bool stands = part->quantities[j].hidden && !part->quantities[j].may_hide;
                assert_true(stands || (span.low <= truth && truth <= span.high));
            }
            for (size_t j = 0; j < part->equation_count; j++, equations++) {
                const struct equation *equation = &part->items[j];
                double sum = 0;
                for (size_t k = 0; k < equation->count; k++)
                    sum += equation->terms[k].sign *
                           part->quantities[equation->terms[k].quantity].truth;
                assert_true(equation->sum.low <= sum && sum <= equation->sum.high);
            }
        }
    }
    assert_true(equations > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_is_shown_of_a_count_is_the_count),
        PLAN_FOLDER_TEST(what_is_shown_of_the_rest_is_its_rate),
        PLAN_FOLDER_TEST(a_value_is_taken_at_the_decimals_it_has),
        PLAN_FOLDER_TEST(what_is_hidden_can_be_all_that_is_not_shown),
        PLAN_FOLDER_TEST(what_may_be_none_needs_two_counts_more),
        PLAN_FOLDER_TEST(sections_groups_and_sensitive_figures_may_be_none),
        PLAN_FOLDER_TEST(what_is_shown_of_a_survey_holds_the_truth),
        PLAN_FOLDER_TEST(what_nothing_binds_is_taken_apart),
        PLAN_FOLDER_TEST(quantities_stand_in_the_order_of_cells),
        PLAN_FOLDER_TEST(a_small_remainder_makes_a_part_of_its_own),
        PLAN_FOLDER_TEST(given_values_have_no_equations),
        PLAN_FOLDER_TEST(counts_stand_in_the_unit_that_makes_them_whole),
        PLAN_FOLDER_TEST(a_mean_is_its_sum_on_a_continuous_scale),
        PLAN_FOLDER_TEST(without_a_spread_of_the_municipality_no_limit_is_far_enough),
        PLAN_FOLDER_TEST(sections_cost_less_than_areas_and_the_rest_most),
        PLAN_FOLDER_TEST(what_would_stand_open_cannot_be_hidden),
        PLAN_FOLDER_TEST(the_truth_fits_every_equation_and_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
