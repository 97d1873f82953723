/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/disclosure/earlier.h"

/* --- earlier editions ------------------------------------------------------------------------- */
/* What an earlier edition showed of a cell of 2020: where it hid it, its persons, or not even those
 * (0). */
struct showed {
    const char *area; /* `nord`, `nord/unge` */
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
        const char *name = showed[i].area, *slash = strchr(name, '/');
        size_t length = slash ? (size_t)(slash - name) : strlen(name);
        bool rest = strcmp(name, "rest") == 0;
        cells[i] = (struct released_cell){
            .indicator = indicator_of(folder, "andelen"),
            .area = area_of(folder, arena_text(folder->arena, name, length)),
            .period = period_of("2020"),
            .group = slash ? slash + 1 : NULL,
            .has_numerator = !rest,
            .numerator = rest ? 0 : showed[i].count,
            .denominator = showed[i].persons,
            .value = number_round(100 * showed[i].count / fmax(1, showed[i].persons), 1)};
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
        PLAN_FOLDER_TEST(a_sum_of_then_holds_with_the_figures_of_then),
        PLAN_FOLDER_TEST(what_a_hidden_figure_was_then_is_a_quantity_of_its_own),
        PLAN_FOLDER_TEST(what_hidden_figures_were_is_learned_where_it_is_told),
        PLAN_FOLDER_TEST(bands_that_overlap_held_then_too),
        PLAN_FOLDER_TEST(a_count_that_was_hidden_was_not_none),
        PLAN_FOLDER_TEST(a_sum_holds_though_a_figure_of_it_is_gone),
        PLAN_FOLDER_TEST(persons_that_were_not_told_may_have_been_others),
        PLAN_FOLDER_TEST(withheld_persons_are_not_taken_to_have_been_few),
        PLAN_FOLDER_TEST(a_pool_holds_of_persons_that_were_not_told),
        PLAN_FOLDER_TEST(a_pool_of_an_earlier_edition_holds_while_its_figures_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
