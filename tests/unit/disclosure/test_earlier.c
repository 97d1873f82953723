/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/disclosure/earlier.h"

/* --- earlier editions ------------------------------------------------------------------------- */
/*
 * What an earlier edition showed of a cell of the plan's first indicator: its count, or mean. Where
 * it hid it, its persons, or not even those (0).
 */
struct showed {
    const char *area; /* `nord`, `nord/unge`, `nord@2019`; the period if not 2020 */
    double count, persons;
    bool hidden;
};

static double value_of(const struct indicator *indicator, const struct showed *showed)
{
    if (indicator->measure == MEASURE_MEAN)
        return showed->count;
    return number_round(indicator->factor * showed->count / fmax(1, showed->persons), 1);
}

static const struct earlier_editions *earlier_of(struct plan_folder *folder,
                                                 const struct showed *showed, size_t count)
{
    struct earlier_editions *earlier = arena_alloc(folder->arena, 1, sizeof *earlier);
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    struct released_cell *cells = arena_alloc(folder->arena, count, sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = folder->cells.items[0]->indicator;
        const char *name = showed[i].area, *slash = strchr(name, '/'), *at = strchr(name, '@');
        bool counted = measure_has_counts(indicator->measure) && strcmp(name, "rest") != 0;
        cells[i] = (struct released_cell){
            .indicator = indicator,
            .area = area_of(folder, arena_text(folder->arena, name, strcspn(name, "/@"))),
            .period = period_of(at ? at + 1 : "2020"),
            .group = slash ? slash + 1 : NULL,
            .has_numerator = counted,
            .numerator = counted ? showed[i].count : 0,
            .denominator = showed[i].persons,
            .value = value_of(indicator, &showed[i])};
        if (showed[i].hidden)
            cells[i] = (struct released_cell){.indicator = cells[i].indicator,
                                              .area = cells[i].area,
                                              .period = cells[i].period,
                                              .group = cells[i].group,
                                              .release = RELEASE_HIDDEN,
                                              .has_limits = showed[i].persons > 0,
                                              .denominator = showed[i].persons};
    }
    *table = released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, count);
    *earlier = (struct earlier_editions){table, 1, NULL};
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

/* A whole edition of BY and AREAS that hid everything else, of as many persons as now. */
static const struct earlier_editions *earlier_with(struct plan_folder *folder, struct showed showed)
{
    struct showed all[] = {{"by", 500, 1000, false},
                           {"nord", 0, 100, true},
                           {"syd", 0, 120, true},
                           {"samlet", 0, 220, true},
                           {"rest", 0, 780, true}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].area, showed.area) == 0)
            all[i] = showed;
    return earlier_of(folder, all, sizeof all / sizeof *all);
}

/* Hidden now or not; and it adds nothing else to what is known. */
static void a_figure_that_stands_as_it_stood_is_known(void **state)
{
    static const struct {
        struct showed showed;
        bool known;
    } cases[] = {
        {{"nord", 3, 100, false}, true},    {{"nord", 4, 100, false}, false},
        {{"nord", 3, 101, false}, false},   {{"syd", 30, 120, false}, true},
        {{"samlet", 33, 220, false}, true}, {{"nord", 3, 100, true}, false},
    };
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct showed *showed = &cases[i].showed;
        struct exposure exposure = expose(folder, "nord");
        exposure.earlier = earlier_with(folder, *showed);
        struct equations equations =
            part_with(folder, equations_build(folder->arena, &exposure), "nord");
        const struct quantity *quantity = quantity_of(folder, &equations, showed->area);
        assert_int_equal(quantity->known, cases[i].known);
        if (cases[i].known) {
            assert_false(quantity->may_hide);
            assert_span(quantity->concealed, showed->count, showed->count);
        }
        assert_int_equal(equations.count == 5, cases[i].known || showed->hidden);
    }
}

/* None would not be hidden, so what could be hidden and what is known have nothing in common. */
static void none_that_stands_is_known_though_it_would_not_be_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY "andelen;nord;2020;;9;15;;;\nandelen;syd;2020;;0;120;;;\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord");
    exposure.earlier = earlier_with(folder, (struct showed){"syd", 0, 120, false});
    struct equations equations =
        part_with(folder, equations_build(folder->arena, &exposure), "nord");
    const struct quantity *syd = quantity_of(folder, &equations, "syd");
    assert_true(syd->known);
    assert_false(syd->may_hide);
    assert_span(syd->shown, 0, 0);
    assert_true(syd->concealed.low > syd->concealed.high);
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

/*
 * Of those who came to a part of the municipality, or left it, no more are counted than of all who
 * did, and no more are not; where its own revision went the same way.
 */
static void the_municipality_limits_who_came_to_a_part_of_it(void **state)
{
    static const struct {
        struct showed by, syd; /* two of five came, or left */
        double low, high;
    } cases[] = {
        {{"by", 498, 994, false}, {"syd", 28, 115, false}, 1, 2},
        {{"by", 498, 995, false}, {"syd", 28, 115, false}, 2, 2},
        {{"by", 490, 970, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 502, 1006, false}, {"syd", 32, 125, false}, 1, 2},
        /* others left, or were corrected */
        {{"by", 498, 997, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 498, 1005, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 499, 994, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 496, 995, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 502, 995, false}, {"syd", 28, 115, false}, 0, 5},
        {{"by", 498, 1005, false}, {"syd", 32, 125, false}, 0, 5},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct showed showed[] = {cases[i].by, cases[i].syd};
        struct equations equations = build_after(folder, showed, 2, "nord");
        const struct equation *difference =
            equation_of(folder, &equations, cases[i].syd.count < 30 ? "+syd -?" : "+syd +?");
        assert_non_null(difference);
        const struct quantity *others = &equations.quantities[difference->terms[1].quantity];
        assert_near(others->truth, 2, 0);
        assert_span(others->concealed, cases[i].low, cases[i].high);
    }
}

/* Of events only that they were no more; and nobody of a survey need be in the municipality's. */
static void other_figures_of_the_municipality_limit_less(void **state)
{
    static const struct {
        const char *rows;
        struct showed by, syd;
        double truth, high;
    } cases[] = {
        {"raten;by;2020;;500;1000;;;\nraten;nord;2020;;3;100;;;\nraten;syd;2020;;30;120;;;\n",
         {"by", 498, 994, false},
         {"syd", 28, 115, false},
         2,
         2},
        {"raten;by;2020;;500;1000;;;\nraten;nord;2020;;3;100;;;\nraten;syd;2020;;30;120;;;\n",
         {"by", 498, 997, false}, /* others left, with events of their own */
         {"syd", 28, 115, false},
         2,
         NO_LIMIT},
        {"svarene;by;2020;;;1000;50;;\nsvarene;nord;2020;;;100;3;;\n"
         "svarene;syd;2020;;;120;25;;\nsvarene;samlet;2020;;;220;15;;\n",
         {"by", 497, 994, false},
         {"syd", 30, 115, false},
         0,
         5}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct showed showed[] = {cases[i].by, cases[i].syd};
        plan_folder_figures(folder, cases[i].rows);
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "nord");
        exposure.earlier = earlier_of(folder, showed, 2);
        struct equations equations =
            part_with(folder, equations_build(folder->arena, &exposure), "nord");
        const struct equation *difference = equation_of(folder, &equations, "+syd -?");
        assert_non_null(difference);
        const struct quantity *others = &equations.quantities[difference->terms[1].quantity];
        assert_near(others->truth, cases[i].truth, 0);
        assert_span(others->concealed, 0, cases[i].high);
    }
}

/* --- what stood together -----------------------------------------------------------------------
 */
/* The quantity without a cell that is the only term of an equation; NULL for none. */
static const struct quantity *alone(struct plan_folder *folder, struct equations_list list)
{
    for (size_t i = 0; i < list.count; i++) {
        const struct equation *then = equation_of(folder, &list.items[i], "-?");
        if (then)
            return &list.items[i].quantities[then->terms[0].quantity];
    }
    return NULL;
}

static bool has_equation(struct plan_folder *folder, struct equations_list list, const char *terms)
{
    bool found = false;
    for (size_t i = 0; i < list.count; i++)
        found = found || equation_of(folder, &list.items[i], terms);
    return found;
}

static struct equations_list list_after(struct plan_folder *folder, const char *rows,
                                        const struct showed *showed, size_t count,
                                        const char *hidden)
{
    plan_folder_figures(folder, rows);
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, hidden);
    exposure.earlier = earlier_of(folder, showed, count);
    return equations_build(folder->arena, &exposure);
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

/*
 * »nord« and its only section were hidden as few: of both it follows from the total that they were
 * seven, and not the nine that they are, though their own sum comes first and tells nothing.
 */
static void what_hidden_figures_were_is_learned_where_it_is_told(void **state)
{
    static const struct showed showed[] = {{"nord", 0, 0, true},
                                           {"n1", 0, 0, true},
                                           {"syd", 30, 120, false},
                                           {"samlet", 37, 135, false}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "n1;Et;afdeling;nord;;;;\n");
    plan_folder_figures(folder, "andelen;n1;2020;;9;44;;;\nandelen;syd;2020;;30;120;;;\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord n1 samlet");
    exposure.earlier = earlier_of(folder, showed, 4);
    struct equations_list list = equations_build(folder->arena, &exposure);
    size_t found = 0;
    for (size_t i = 0; i < list.count; i++)
        for (size_t j = 0; j < list.items[i].count; j++) {
            const struct quantity *was = &list.items[i].quantities[j];
            if (was->cell || fabs(was->persons - 44) > 0.5)
                continue;
            assert_near(was->truth, 7, 0);
            assert_true(was->primary); /* whatever its persons were, they may have been few */
            found++;
        }
    assert_int_equal(found, 2);
}

/*
 * Two bands that overlap: with what they share and what they make together known as they stood, the
 * other follows, then and now; among the persons of then, for one came to them since.
 */
static void bands_that_overlap_held_then_too(void **state)
{
    static const struct showed showed[] = {{"nord", 167, 1006, false},
                                           {"nord/15-29", 17, 429, false},
                                           {"nord/18-29", 11, 335, false},
                                           {"nord/18-64", 0, 912, true}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder,
                        "andelen;nord;2020;;168;1007;;;\nandelen;nord;2020;15-29;18;430;;;\n"
                        "andelen;nord;2020;18-29;11;335;;;\n"
                        "andelen;nord;2020;18-64;161;912;;;\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord nord/15-29 nord/18-64");
    exposure.earlier = earlier_of(folder, showed, 4);
    struct equations_list list = equations_build(folder->arena, &exposure);
    struct equations equations = part_with(folder, list, "nord/18-64");
    const struct equation *then = equation_of(folder, &equations, "-nord/18-64");
    assert_non_null(then);
    assert_span(then->sum, -161, -161);
}

/* From an edition whose figures cannot be right together nothing follows. */
static void figures_that_cannot_have_been_tell_nothing(void **state)
{
    static const double persons[] = {80, 100};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 2; i++) {
        const struct showed showed[] = {{"syd", 26, 120, false},
                                        {"samlet", 20, 120 + persons[i], false},
                                        {"nord", 0, persons[i], true}};
        struct equations_list list = list_after(folder, BY AREAS, showed, 3, "nord");
        assert_null(alone(folder, list));
        assert_false(has_equation(folder, list, "-nord"));
    }
}

/* Twenty came: so nine can be of the two who were, and sixty cannot. */
static void what_it_was_is_bound_to_what_it_is_by_those_who_came(void **state)
{
    static const struct showed showed[] = {
        {"syd", 26, 120, false}, {"samlet", 28, 200, false}, {"nord", 0, 80, true}};
    struct plan_folder *folder = *state;
    for (int corrected = 0; corrected < 2; corrected++) {
        const char *rows = arena_printf(
            folder->arena, "andelen;nord;2020;;%d;100;;;\nandelen;syd;2020;;30;120;;;\n",
            corrected ? 60 : 9);
        struct equations_list list = list_after(folder, rows, showed, 3, "nord");
        assert_non_null(alone(folder, list));
        assert_near(alone(folder, list)->truth, 2, 0);
        assert_int_equal(has_equation(folder, list, "+nord -? -?"), !corrected);
    }
}

/* Of few persons then and few now it is no news that they were few. */
static void few_that_are_still_few_are_taken_to_be_the_same(void **state)
{
    static const struct showed showed[] = {
        {"nord", 0, 0, true}, {"syd", 30, 120, false}, {"samlet", 33, 135, false}};
    struct plan_folder *folder = *state;
    for (int many = 0; many < 2; many++) {
        const char *rows =
            arena_printf(folder->arena, "andelen;nord;2020;;3;%d;;;\nandelen;syd;2020;;30;120;;;\n",
                         many ? 100 : 15);
        struct equations_list list = list_after(folder, rows, showed, 3, "nord samlet");
        assert_int_equal(alone(folder, list) != NULL, many);
    }
}

/* A section without a row then or now: what it had is what the others leave, among those of then. */
static void what_was_left_over_then_is_a_quantity_too(void **state)
{
    static const struct {
        struct showed nord;
        bool told;
    } cases[] = {{{"nord", 50, 90, false}, true},
                 {{"nord", 50, 40, false}, false}, /* fewer than in the one section */
                 {{"nord", 5, 90, false}, false}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct showed showed[] = {cases[i].nord, {"n1", 0, 45, true}};
        struct equations_list list = list_after(
            folder, "andelen;nord;2020;;60;100;;;\nandelen;n1;2020;;20;50;;;\n", showed, 2, "n1");
        assert_int_equal(has_equation(folder, list, "-? -?"), cases[i].told);
        if (!cases[i].told)
            continue;
        struct equations equations = part_with(folder, list, "n1");
        const struct equation *then = equation_of(folder, &equations, "-? -?");
        const struct quantity *n1 = &equations.quantities[then->terms[0].quantity];
        const struct quantity *left = &equations.quantities[then->terms[1].quantity];
        assert_near(n1->truth, 20, 0);
        assert_near(n1->persons, 45, 0);
        assert_near(left->truth, 30, 0);
        assert_near(left->persons, 45, 0);
        assert_span(then->sum, -50, -50);
    }
}

/* Two bands side by side reach beyond a third, then as now, by persons who are no band. */
static void bands_reached_beyond_another_then_too(void **state)
{
    static const struct showed showed[] = {{"nord/15-29", 58, 298, false},
                                           {"nord/30-39", 50, 200, false},
                                           {"nord/18-34", 0, 350, true}};
    struct plan_folder *folder = *state;
    struct equations_list list =
        list_after(folder,
                   "andelen;nord;2020;;300;1000;;;\nandelen;nord;2020;15-29;60;300;;;\n"
                   "andelen;nord;2020;30-39;50;200;;;\nandelen;nord;2020;18-34;70;350;;;\n",
                   showed, 3, "nord/18-34");
    struct equations equations = part_with(folder, list, "nord/18-34");
    const struct equation *then = equation_of(folder, &equations, "+nord/18-34 +?");
    assert_non_null(then);
    assert_span(then->sum, 108, 108);
    assert_near(equations.quantities[then->terms[1].quantity].truth, 38, 0);
    assert_near(equations.quantities[then->terms[1].quantity].persons, 148, 0);
}

/* An edition tells no persons of hidden events: they are those of now, unless it gave limits. */
static void hidden_events_were_among_the_persons_of_now(void **state)
{
    static const char rows[] =
        "raten;by;2020;;500;1000;;;\nraten;nord;2020;;3;100;;;\nraten;syd;2020;;30;120;;;\n";
    struct plan_folder *folder = *state;
    const struct showed now[] = {
        {"syd", 26, 120, false}, {"samlet", 29, 220, false}, {"nord", 0, 0, true}};
    struct equations_list list = list_after(folder, rows, now, 3, "nord");
    assert_true(has_equation(folder, list, "-nord"));
    assert_null(alone(folder, list));
    const struct showed told[] = {
        {"syd", 26, 120, false}, {"samlet", 28, 200, false}, {"nord", 0, 80, true}};
    list = list_after(folder, rows, told, 3, "nord");
    assert_false(has_equation(folder, list, "-nord"));
    assert_non_null(alone(folder, list));
    assert_near(alone(folder, list)->truth, 2, 0);
    assert_span(alone(folder, list)->concealed, 1, NO_LIMIT); /* there may be many more events */
}

/* --- means ------------------------------------------------------------------------------------ */
#define MEANS                                                                                      \
    "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;15;6;2;\nsnittet;syd;2020;;;120;6,5;2;\n"

/* Five came to »syd«: their mean times five is what its own times its persons rose by. */
static void the_mean_of_those_who_came_is_a_quantity_too(void **state)
{
    static const struct showed showed[] = {{"by", 6, 990, false}, {"syd", 6.4, 115, false}};
    struct plan_folder *folder = *state;
    struct equations_list list = list_after(folder, MEANS, showed, 2, "nord");
    struct equations equations = part_with(folder, list, "nord");
    const struct equation *difference = equation_of(folder, &equations, "+syd -?");
    assert_non_null(difference);
    assert_true(fabs(difference->sum.low - 6.35 * 115) < 0.01);
    assert_true(fabs(difference->sum.high - 6.45 * 115) < 0.01);
    const struct quantity *others = &equations.quantities[difference->terms[1].quantity];
    assert_near(others->truth, 6.5 * 120 - 6.4 * 115, 1e-9);
    assert_near(others->persons, 5, 0);
    assert_true(others->primary);
    assert_near(others->room, 2 * 5, 1e-9);
}

/* The mean of »nord« was another then; the total and »syd« tell which, and of how many. */
static void a_mean_that_was_another_then_is_a_quantity_too(void **state)
{
    static const struct {
        double persons, truth; /* 0: untold, so those of now */
    } cases[] = {{0, 6.1 * 135 - 6 * 120}, {12, 6.1 * 132 - 6 * 120}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 2; i++) {
        double persons = cases[i].persons > 0 ? cases[i].persons : 15;
        const struct showed showed[] = {{"syd", 6, 120, false},
                                        {"samlet", 6.1, 120 + persons, false},
                                        {"nord", 0, cases[i].persons, true}};
        const struct quantity *was = alone(folder, list_after(folder, MEANS, showed, 3, "nord"));
        assert_non_null(was);
        assert_near(was->truth, cases[i].truth, 1e-9); /* no whole number */
        assert_near(was->persons, persons, 0);
        assert_true(was->primary && was->room > 0);
    }
}

/* What was hidden in an area was not none, for that would have been shown. */
static void a_count_that_was_hidden_was_not_none(void **state)
{
    static const struct showed showed[] = {
        {"syd", 26, 120, false}, {"samlet", 30, 220, false}, {"nord", 0, 100, true}};
    static const struct showed fewer[] = {
        {"syd", 26, 120, false}, {"samlet", 26, 200, false}, {"nord", 0, 80, true}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    for (int none = 0; none < 2; none++) { /* among the persons of now, and among others */
        struct exposure exposure = expose(folder, "nord samlet");
        exposure.earlier = earlier_of(folder, none ? fewer : showed, 3);
        struct equations_list list = equations_build(folder->arena, &exposure);
        const struct quantity *was = NULL;
        for (size_t i = 0; i < list.count; i++) {
            const struct equation *then = equation_of(folder, &list.items[i], "-?");
            was = then ? &list.items[i].quantities[then->terms[0].quantity] : was;
        }
        assert_non_null(was);
        assert_near(was->truth, none ? 0 : 4, 0);
        assert_span(was->concealed, none ? 0 : 1, none ? 79 : 99);
    }
}

/* --- figures that are gone, and persons that were not told -------------------------------------
 */
/* What an edition showed of the whole and of a part without a figure now still tells of the other.
 */
static void a_sum_holds_though_a_figure_of_it_is_gone(void **state)
{
    static const struct showed showed[] = {
        {"nord", 0, 100, true}, {"syd", 30, 120, false}, {"samlet", 33, 220, false}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;;;;;mangler\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "nord");
    exposure.earlier = earlier_of(folder, showed, 3);
    struct equations equations =
        part_with(folder, equations_build(folder->arena, &exposure), "nord");
    const struct equation *then = equation_of(folder, &equations, "-nord");
    assert_non_null(then);
    assert_span(then->sum, -3, -3);
}

/*
 * Seventeen persons came to the total, none of them counted. Where the edition did not tell how
 * many persons »nord« had, it is not taken to have had those of now: then the total now would
 * follow from the one then, and the seventeen with it.
 */
static void persons_that_were_not_told_may_have_been_others(void **state)
{
    struct showed showed[] = {
        {"nord", 0, 100, true}, {"syd", 30, 120, false}, {"samlet", 33, 203, false}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY AREAS);
    plan_folder_read(folder);
    for (int told = 0; told < 2; told++) {
        struct exposure exposure = expose(folder, "nord samlet");
        showed[0].persons = told ? 100 : 0;
        exposure.earlier = earlier_of(folder, showed, 3);
        struct equations equations =
            part_with(folder, equations_build(folder->arena, &exposure), "nord");
        assert_true(!equation_of(folder, &equations, "-nord") == !told);
    }
}

/* Subgroups of sections are withheld, be they few or many: nothing is told of their persons. */
static void withheld_persons_are_not_taken_to_have_been_few(void **state)
{
    static const struct showed showed[] = {
        {"nord/unge", 18, 290, false}, {"n1/unge", 0, 0, true}, {"n2/unge", 0, 0, true}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    plan_folder_figures(folder, "andelen;n1;2020;unge;16;200;;;\nandelen;n2;2020;unge;3;100;;;\n");
    plan_folder_read(folder);
    struct exposure exposure = expose(folder, "n1/unge n2/unge");
    exposure.earlier = earlier_of(folder, showed, 3);
    struct equations equations =
        part_with(folder, equations_build(folder->arena, &exposure), "nord/unge");
    for (size_t i = 0; i < equations.count; i++) /* but for those who came to »nord« */
        assert_true(equations.quantities[i].cell || equations.quantities[i].persons < 19);
}

/* --- three years together ----------------------------------------------------------------------
 */
/* Of a year that was hidden as few nobody knows the persons: they are what the others leave. */
static void a_pool_holds_of_persons_that_were_not_told(void **state)
{
    static const struct {
        double persons;
        bool told, holds;
    } cases[] = {{235, false, true}, {330, false, true}, {219, false, false},
                 {330, true, true},  {235, true, false}, {331, true, false}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, THREE_YEARS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure = expose(folder, "nord nord@2021");
        struct released_pool pool = pool_of(folder, "nord", 25, cases[i].persons);
        const struct showed showed = {"nord", 0, cases[i].told ? 110 : 0, true};
        const struct earlier_editions *earlier = earlier_of(folder, &showed, 1);
        struct released_table before = earlier->tables[0];
        released_table_pool(&before, &pool, 1);
        exposure.earlier = &(struct earlier_editions){&before, 1, NULL};
        struct equations_list list = equations_build(folder->arena, &exposure);
        size_t found = 0;
        const char *then =
            cases[i].told ? "+nord@2019 +nord +nord@2021" : "+nord@2019 +? +nord@2021";
        for (size_t j = 0; j < list.count; j++)
            found += equation_of(folder, &list.items[j], then) != NULL;
        assert_int_equal(found, cases[i].holds);
    }
}

/* Of a year that it showed beside them, the other two make up what is left. */
static void a_pool_holds_beside_a_year_that_was_shown(void **state)
{
    static const char gone[] = "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;;;;;mangler\n"
                               "andelen;nord;2021;;2;120;;;\n";
    static const struct {
        const char *rows, *indicator;
        struct showed showed[3];
        size_t count;
        bool holds;
    } cases[] = {
        {THREE_YEARS, "andelen", {{"nord", 4, 110, false}}, 1, true},
        {gone, "andelen", {{"nord", 4, 110, false}}, 1, true}, /* though it is gone now */
        {gone, "andelen", {{"nord", 0, 110, true}}, 1, false},
        {gone, "andelen", {{"nord", 0, 0, true}}, 1, false},
        {THREE_YEARS, "raten", {{"nord", 4, 110, false}}, 1, false}, /* of something else */
        {THREE_YEARS,
         "andelen",
         {{"nord@2019", 20, 100, false}, {"nord", 4, 110, false}, {"nord@2021", 2, 120, false}},
         3,
         false}, /* nothing was hidden */
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, cases[i].rows);
        plan_folder_read(folder);
        struct exposure exposure = expose(folder, "nord nord@2021");
        struct released_pool pool = pool_of(folder, "nord", 26, 330);
        pool.indicator = indicator_of(folder, cases[i].indicator);
        struct released_table before = *earlier_of(folder, cases[i].showed, cases[i].count)->tables;
        released_table_pool(&before, &pool, 1);
        exposure.earlier = &(struct earlier_editions){&before, 1, NULL};
        struct equations_list list = equations_build(folder->arena, &exposure);
        struct equations equations = part_with(folder, list, "nord@2021");
        const struct equation *then = equation_of(folder, &equations, "+nord@2019 +nord@2021");
        assert_int_equal(then != NULL, cases[i].holds);
        if (then)
            assert_span(then->sum, 22, 22);
    }
}

static void a_pool_of_an_earlier_edition_holds_while_its_figures_stand(void **state)
{
    static const struct {
        double count, persons;
        bool holds;
        size_t parts; /* a count revised among the same persons binds what was to what is */
    } cases[] = {{25, 330, true, 1}, {26, 330, false, 1}, {25, 331, false, 2}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, THREE_YEARS);
    plan_folder_read(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure = expose(folder, "nord nord@2021");
        struct released_pool pool = pool_of(folder, "nord", cases[i].count, cases[i].persons);
        struct released_table before =
            released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, NULL, 0);
        released_table_pool(&before, &pool, 1);
        const struct earlier_editions earlier = {&before, 1, NULL};
        exposure.earlier = &earlier;
        struct equations_list list = equations_build(folder->arena, &exposure);
        assert_int_equal(list.count, cases[i].parts);
        const struct equation *then =
            equation_of(folder, &list.items[0], "+nord@2019 +nord +nord@2021");
        assert_true(!then == !cases[i].holds);
        if (cases[i].holds)
            assert_null(then->pool);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_figure_that_stands_as_it_stood_is_known),
        PLAN_FOLDER_TEST(none_that_stands_is_known_though_it_would_not_be_hidden),
        PLAN_FOLDER_TEST(a_rest_that_stands_is_known_as_it_was_told),
        PLAN_FOLDER_TEST(persons_who_came_or_left_are_a_quantity_of_their_own),
        PLAN_FOLDER_TEST(a_figure_revised_by_few_lies_near_what_it_was),
        PLAN_FOLDER_TEST(the_municipality_limits_who_came_to_a_part_of_it),
        PLAN_FOLDER_TEST(other_figures_of_the_municipality_limit_less),
        PLAN_FOLDER_TEST(a_sum_of_then_holds_with_the_figures_of_then),
        PLAN_FOLDER_TEST(what_a_hidden_figure_was_then_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(what_hidden_figures_were_is_learned_where_it_is_told),
        PLAN_FOLDER_TEST(bands_that_overlap_held_then_too),
        PLAN_FOLDER_TEST(figures_that_cannot_have_been_tell_nothing),
        PLAN_FOLDER_TEST(what_it_was_is_bound_to_what_it_is_by_those_who_came),
        PLAN_FOLDER_TEST(few_that_are_still_few_are_taken_to_be_the_same),
        PLAN_FOLDER_TEST(what_was_left_over_then_is_a_quantity_too),
        PLAN_FOLDER_TEST(bands_reached_beyond_another_then_too),
        PLAN_FOLDER_TEST(hidden_events_were_among_the_persons_of_now),
        PLAN_FOLDER_TEST(the_mean_of_those_who_came_is_a_quantity_too),
        PLAN_FOLDER_TEST(a_mean_that_was_another_then_is_a_quantity_too),
        PLAN_FOLDER_TEST(a_count_that_was_hidden_was_not_none),
        PLAN_FOLDER_TEST(a_sum_holds_though_a_figure_of_it_is_gone),
        PLAN_FOLDER_TEST(persons_that_were_not_told_may_have_been_others),
        PLAN_FOLDER_TEST(withheld_persons_are_not_taken_to_have_been_few),
        PLAN_FOLDER_TEST(a_pool_holds_of_persons_that_were_not_told),
        PLAN_FOLDER_TEST(a_pool_holds_beside_a_year_that_was_shown),
        PLAN_FOLDER_TEST(a_pool_of_an_earlier_edition_holds_while_its_figures_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
