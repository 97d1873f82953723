/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#include "pejling/base/number.h"
#include "pejling/disclosure/equations.h"

#define BY "andelen;by;2020;;500;1000;;;\n"
#define AREAS "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;120;;;\n"
#define SECTIONS BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n"

/* --- what a table shows ----------------------------------------------------------------------- */
/* The cell as a shared edition shows it. */
static struct released_cell show(const struct cell *cell)
{
    enum measure measure = cell->indicator->measure;
    bool counted = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    struct released_cell shown = {.indicator = cell->indicator,
                                  .area = cell->area,
                                  .period = cell->period,
                                  .group = cell->group,
                                  .release = cell->reason ? RELEASE_ABSENT : RELEASE_OPEN};
    if (cell->reason)
        return shown;
    shown.denominator = cell->amounts.denominator;
    shown.value = number_round(cell_value(cell), cell->indicator->decimals);
    shown.has_numerator = counted && cell->area->role != AREA_REST;
    shown.numerator = shown.has_numerator ? cell->amounts.numerator : 0;
    return shown;
}

/* Whether a cell is named in a list like `nord syd/unge n1@2021`; the period if not 2020. */
static bool is_named(struct plan_folder *folder, const struct cell *cell, const char *list)
{
    const char *name = arena_printf(
        folder->arena, " %s%s%s%s ", cell->area->code, cell->group ? "/" : "",
        cell->group ? cell->group : "",
        cell->period.year == 2020 ? "" : arena_printf(folder->arena, "@%d", cell->period.year));
    return strstr(arena_printf(folder->arena, " %s ", list), name) != NULL;
}

static const struct earlier_editions no_earlier = {NULL, 0};

/* The first indicator of the plan as it was read, with these cells hidden. */
static struct exposure expose(struct plan_folder *folder, const char *hidden)
{
    struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &no_earlier};
    assert_true(exposure_next(&exposure, &folder->cells));
    struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
    for (size_t i = 0; i < exposure.count; i++) {
        shown[i] = show(exposure.cells[i]);
        if (is_named(folder, exposure.cells[i], hidden))
            shown[i].release = RELEASE_HIDDEN;
    }
    exposure.shown = shown;
    return exposure;
}

static struct equations_list build(struct plan_folder *folder, const char *rows, const char *hidden)
{
    plan_folder_figures(folder, rows);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, hidden);
    return equations_build(folder->arena, &exposure);
}

/* The one part that there is. */
static struct equations build_one(struct plan_folder *folder, const char *rows, const char *hidden)
{
    struct equations_list list = build(folder, rows, hidden);
    assert_int_equal(list.count, 1);
    return list.items[0];
}

/* --- looking up ------------------------------------------------------------------------------- */
/* The place of a cell's quantity, by a name as above; the number of quantities for none. */
static size_t find(struct plan_folder *folder, const struct equations *equations, const char *name)
{
    for (size_t i = 0; i < equations->count; i++)
        if (equations->quantities[i].cell && is_named(folder, equations->quantities[i].cell, name))
            return i;
    return equations->count;
}

/* The part that a cell is in. */
static struct equations part_with(struct plan_folder *folder, struct equations_list list,
                                  const char *name)
{
    for (size_t i = 0; i < list.count; i++)
        if (find(folder, &list.items[i], name) < list.items[i].count)
            return list.items[i];
    fail_msg("no part has »%s«", name);
    return (struct equations){0};
}

static const struct quantity *quantity_of(struct plan_folder *folder,
                                          const struct equations *equations, const char *name)
{
    size_t at = find(folder, equations, name);
    assert_true(at < equations->count);
    return &equations->quantities[at];
}

/* The only quantity without a cell; a band of ages may be among the parts twice, to no harm. */
static const struct quantity *nameless(const struct equations *equations)
{
    const struct quantity *found = NULL;
    for (size_t i = 0; i < equations->count; i++) {
        const struct quantity *each = &equations->quantities[i];
        if (each->cell)
            continue;
        if (found) {
            assert_near(each->truth, found->truth, 0);
            assert_near(each->persons, found->persons, 0);
        }
        found = each;
    }
    assert_non_null(found);
    return found;
}

/* Whether one equation has just these terms: `+samlet -nord -syd`, `?` for one without a cell. */
static const struct equation *equation_of(struct plan_folder *folder,
                                          const struct equations *equations, const char *terms)
{
    for (size_t i = 0; i < equations->equation_count; i++) {
        const struct equation *equation = &equations->items[i];
        const char *text = "";
        for (size_t j = 0; j < equation->count; j++) {
            const struct cell *cell = equations->quantities[equation->terms[j].quantity].cell;
            const char *name = !cell ? "?" : cell->area->code;
            if (cell && cell->period.year != 2020)
                name = arena_printf(folder->arena, "%s@%d", name, cell->period.year);
            if (cell && cell->group)
                name = arena_printf(folder->arena, "%s/%s", name, cell->group);
            text = arena_printf(folder->arena, "%s%s%c%s", text, j ? " " : "",
                                equation->terms[j].sign > 0 ? '+' : '-', name);
        }
        if (strcmp(text, terms) == 0)
            return equation;
    }
    return NULL;
}

static void assert_span(struct span span, double low, double high)
{
    if (isinf(low) || isinf(high))
        assert_true(isinf(span.low) == isinf(low) && isinf(span.high) == isinf(high));
    else {
        assert_near(span.low, low, 1e-9);
        assert_near(span.high, high, 1e-9);
    }
}

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

static void a_cell_without_a_figure_is_not_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY "andelen;nord;2020;;;;;;diskret\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "");
    assert_false(exposure_hides(&exposure, cell_of(folder, "andelen", "nord", "2020")));
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

/* --- three years together --------------------------------------------------------------------- */
static struct released_pool pool_of(const struct plan_folder *folder, const char *area,
                                    double count, double persons)
{
    return (struct released_pool){.indicator = indicator_of(folder, "andelen"),
                                  .area = area_of(folder, area),
                                  .from = period_of("2019"),
                                  .to = period_of("2021"),
                                  .numerator = count,
                                  .denominator = persons};
}

#define THREE_YEARS                                                                                \
    "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;110;;;\nandelen;nord;2021;;2;120;;;\n"

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

static void a_pool_of_an_earlier_edition_holds_while_its_figures_stand(void **state)
{
    static const struct {
        double count, persons;
        bool holds;
    } cases[] = {{25, 330, true}, {26, 330, false}, {25, 331, false}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, THREE_YEARS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure = expose(folder, "nord nord@2021");
        struct released_pool pool = pool_of(folder, "nord", cases[i].count, cases[i].persons);
        struct released_table before =
            released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, NULL, 0);
        released_table_pool(&before, &pool, 1);
        const struct earlier_editions earlier = {&before, 1};
        exposure.earlier = &earlier;
        struct equations_list list = equations_build(folder->arena, &exposure);
        assert_int_equal(list.count, cases[i].holds ? 1 : 2);
        if (cases[i].holds)
            assert_null(equation_of(folder, &list.items[0], "+nord@2019 +nord +nord@2021")->pool);
    }
}

/* --- earlier editions ------------------------------------------------------------------------- */
/* What an earlier edition showed of a cell of 2020: nothing but its persons where it hid it. */
struct showed {
    const char *area;
    double count, persons;
    bool hidden;
};

static const struct earlier_editions *earlier_of(struct plan_folder *folder,
                                                 const struct showed *showed, size_t count)
{
    struct earlier_editions *earlier = arena_alloc(folder->arena, 1, sizeof *earlier);
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    struct released_cell *cells = arena_alloc(folder->arena, count, sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        bool rest = strcmp(showed[i].area, "rest") == 0;
        cells[i] = (struct released_cell){
            .indicator = indicator_of(folder, "andelen"),
            .area = area_of(folder, showed[i].area),
            .period = period_of("2020"),
            .has_numerator = !rest,
            .numerator = rest ? 0 : showed[i].count,
            .denominator = showed[i].persons,
            .value = number_round(100 * showed[i].count / showed[i].persons, 1)};
        if (showed[i].hidden)
            cells[i] = (struct released_cell){.indicator = cells[i].indicator,
                                              .area = cells[i].area,
                                              .period = cells[i].period,
                                              .release = RELEASE_HIDDEN,
                                              .has_limits = true,
                                              .denominator = showed[i].persons};
    }
    *table = released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, count);
    *earlier = (struct earlier_editions){table, 1};
    return earlier;
}

static struct equations build_after(struct plan_folder *folder, const struct showed *showed,
                                    size_t count, const char *hidden)
{
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, hidden);
    exposure.earlier = earlier_of(folder, showed, count);
    return part_with(folder, equations_build(folder->arena, &exposure), "nord");
}

static void a_figure_that_stands_as_it_stood_is_known(void **state)
{
    static const struct {
        struct showed showed;
        bool known;
    } cases[] = {
        {{"nord", 3, 100, false}, true},    {{"nord", 4, 100, false}, false},
        {{"nord", 3, 101, false}, false},   {{"syd", 30, 120, false}, true},
        {{"samlet", 33, 220, false}, true},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_after(folder, &cases[i].showed, 1, "nord");
        const char *area = cases[i].showed.area;
        const struct quantity *quantity = quantity_of(folder, &equations, area);
        assert_int_equal(quantity->known, cases[i].known);
        if (cases[i].known) {
            assert_false(quantity->may_hide);
            assert_span(quantity->concealed, cases[i].showed.count, cases[i].showed.count);
        }
        assert_int_equal(equations.count, 5 + (cases[i].showed.persons > 100.5 && i == 2));
    }
}

/* The rest was told by its rate: that is known of it for good, and no more. */
static void a_rest_that_stands_is_known_as_it_was_told(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;1833;72220;;;\n" AREAS);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord rest");
    const struct showed showed = {"rest", 1800, 72000, false};
    exposure.earlier = earlier_of(folder, &showed, 1);
    struct equations_list list = equations_build(folder->arena, &exposure);
    const struct quantity *rest = quantity_of(folder, &list.items[0], "rest");
    assert_span(rest->concealed, 1764, 1833); /* 2.5 per cent, and not more than everybody's */
    assert_false(rest->known);
    assert_true(rest->may_hide);
}

static void persons_who_came_or_left_are_a_quantity_of_their_own(void **state)
{
    static const struct {
        struct showed showed;
        const char *terms; /* NULL: nothing follows */
        double truth, persons;
        bool primary;
    } cases[] = {
        {{"syd", 28, 115, false}, "+syd -?", 2, 5, true},   /* five came */
        {{"syd", 32, 125, false}, "+syd +?", 2, 5, true},   /* five left */
        {{"syd", 20, 90, false}, "+syd -?", 10, 30, false}, /* many came */
        {{"syd", 28, 90, false}, "+syd -?", 2, 30, true},
        {{"syd", 24, 115, false}, NULL, 0, 0, false}, /* six more among five more: a correction */
        {{"syd", 31, 115, false}, NULL, 0, 0, false},
        {{"by", 490, 990, false}, NULL, 0, 0, false}, /* public anyway */
        {{"rest", 460, 770, false}, NULL, 0, 0, false},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_after(folder, &cases[i].showed, 1, "nord");
        if (!cases[i].terms) {
            const char *area = cases[i].showed.area;
            assert_null(
                equation_of(folder, &equations, arena_printf(folder->arena, "+%s -?", area)));
            assert_null(
                equation_of(folder, &equations, arena_printf(folder->arena, "+%s +?", area)));
            continue;
        }
        const struct equation *difference = equation_of(folder, &equations, cases[i].terms);
        assert_non_null(difference);
        const struct quantity *others = &equations.quantities[difference->terms[1].quantity];
        assert_span(difference->sum, cases[i].showed.count, cases[i].showed.count);
        assert_false(difference->binds_parts);
        assert_near(others->truth, cases[i].truth, 0);
        assert_near(others->persons, cases[i].persons, 0);
        assert_int_equal(others->primary, cases[i].primary);
    }
}

/* Few who came or left leave little room for what a hidden figure can be now. */
static void a_figure_revised_by_few_lies_near_what_it_was(void **state)
{
    static const struct {
        struct showed showed;
        double low, high;
    } cases[] = {{{"syd", 28, 115, false}, 28, 33},
                 {{"syd", 32, 125, false}, 27, 32},
                 {{"syd", 28, 90, false}, 28, 58},
                 {{"syd", 20, 115, false}, 1, 119}}; /* a correction */
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct equations equations = build_after(folder, &cases[i].showed, 1, "nord syd");
        assert_span(quantity_of(folder, &equations, "syd")->concealed, cases[i].low, cases[i].high);
    }
}

/* What stood together then still holds among the figures of then: here it gives »nord« away. */
static void a_sum_of_then_holds_with_the_figures_of_then(void **state)
{
    static const struct showed same[] = {
        {"syd", 26, 120, false}, {"samlet", 29, 220, false}, {"nord", 0, 100, true}};
    static const struct showed more[] = {
        {"syd", 26, 120, false}, {"samlet", 31, 220, false}, {"nord", 0, 100, true}};
    struct plan_folder *folder = *state;
    struct equations equations = build_after(folder, same, 3, "nord");
    const struct equation *then = equation_of(folder, &equations, "-nord");
    assert_non_null(then);
    assert_span(then->sum, -3, -3);
    /* where that is not so any more, nothing follows for what it is now */
    equations = build_after(folder, more, 3, "nord");
    assert_null(equation_of(folder, &equations, "-nord"));
    /* nor where nobody knows of how many persons it was then */
    equations = build_after(folder, same, 2, "nord");
    assert_null(equation_of(folder, &equations, "-nord"));
    /* nor where the total was hidden then and is shown now, or the other way round */
    equations = build_after(folder, same, 1, "nord");
    assert_null(equation_of(folder, &equations, "-nord"));
}

/* What a hidden figure was then, of as many persons as then, must stay hidden as well. */
static void what_a_hidden_figure_was_then_is_a_quantity_of_its_own(void **state)
{
    static const struct showed showed[] = {
        {"syd", 26, 120, false}, {"samlet", 28, 200, false}, {"nord", 0, 80, true}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord");
    exposure.earlier = earlier_of(folder, showed, 3);
    struct equations_list list = equations_build(folder->arena, &exposure);
    size_t found = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct equation *then = equation_of(folder, &list.items[i], "-?");
        if (!then)
            continue;
        const struct quantity *was = &list.items[i].quantities[then->terms[0].quantity];
        assert_near(was->truth, 2, 0);
        assert_near(was->persons, 80, 0);
        assert_true(was->primary && was->hidden);
        assert_span(then->sum, -2, -2);
        found++;
    }
    assert_int_equal(found, 1);
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
    assert_span(nord->concealed, -HUGE_VAL, HUGE_VAL);
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
            arena_printf(folder->arena, BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;%s;;;\n",
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
        PLAN_FOLDER_TEST(an_exposure_goes_through_the_indicators),
        PLAN_FOLDER_TEST(without_cells_there_is_nothing_to_go_through),
        PLAN_FOLDER_TEST(what_is_shown_of_a_count_is_the_count),
        PLAN_FOLDER_TEST(what_is_shown_of_the_rest_is_its_rate),
        PLAN_FOLDER_TEST(a_value_is_taken_at_the_decimals_it_has),
        PLAN_FOLDER_TEST(what_is_hidden_can_be_all_that_is_not_shown),
        PLAN_FOLDER_TEST(a_count_is_known_with_what_its_municipality_leaves),
        PLAN_FOLDER_TEST(a_cell_without_a_figure_is_not_hidden),
        PLAN_FOLDER_TEST(what_may_be_none_needs_two_counts_more),
        PLAN_FOLDER_TEST(sections_groups_and_sensitive_figures_may_be_none),
        PLAN_FOLDER_TEST(what_is_shown_of_a_survey_holds_the_truth),
        PLAN_FOLDER_TEST(areas_make_the_total_and_the_municipality),
        PLAN_FOLDER_TEST(what_parts_leave_of_a_whole_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(a_part_without_a_figure_is_opened),
        PLAN_FOLDER_TEST(a_twin_in_the_municipality_is_a_part_of_the_rest),
        PLAN_FOLDER_TEST(parts_with_all_the_persons_are_the_whole),
        PLAN_FOLDER_TEST(parts_that_exceed_their_whole_bind_nobody),
        PLAN_FOLDER_TEST(an_areas_own_row_that_differs_leaves_slack),
        PLAN_FOLDER_TEST(a_pool_is_the_sum_of_its_years),
        PLAN_FOLDER_TEST(a_pool_of_an_earlier_edition_holds_while_its_figures_stand),
        PLAN_FOLDER_TEST(a_figure_that_stands_as_it_stood_is_known),
        PLAN_FOLDER_TEST(a_rest_that_stands_is_known_as_it_was_told),
        PLAN_FOLDER_TEST(persons_who_came_or_left_are_a_quantity_of_their_own),
        PLAN_FOLDER_TEST(a_figure_revised_by_few_lies_near_what_it_was),
        PLAN_FOLDER_TEST(what_a_hidden_figure_was_then_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(a_sum_of_then_holds_with_the_figures_of_then),
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
