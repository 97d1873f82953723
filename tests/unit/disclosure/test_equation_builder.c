/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exposure_bench.h"

#include "pejling/base/number.h"
#include "pejling/disclosure/equation_builder.h"

/* --- a builder of its own --------------------------------------------------------------------- */
static struct exposure exposure_of(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    plan_folder_read(folder);
    return expose(folder, "");
}

/* A builder without quantities yet; counts are in so many units a person. */
static struct equation_builder builder_of(struct plan_folder *folder,
                                          const struct exposure *exposure, double unit)
{
    return (struct equation_builder){
        .arena = folder->arena,
        .exposure = exposure,
        .first = exposure->cells[0]->index,
        .all = {.continuous = exposure->cells[0]->indicator->measure == MEASURE_MEAN,
                .unit = unit}};
}

static const char *const one_of_each[] = {
    "andelen;nord;2020;;3;100;;;\n", "svarene;nord;2020;;;100;6;;\n", "raten;nord;2020;;3;100;;;\n",
    "snittet;nord;2020;;;100;6;1;\n"};

/* --- what a rounded value tells --------------------------------------------------------------- */
static double rounded(const struct equation_builder *builder, double count, double persons,
                      int decimals)
{
    double share = count / builder->all.unit / persons;
    return number_round(builder_indicator(builder)->factor * share, decimals);
}

/* Every value that counts up to `most` are rounded to: its span is just those counts. */
static void try_all(const struct equation_builder *builder, double persons, double most,
                    int decimals)
{
    bool bounded = builder_counts_persons(builder);
    double first = 0, end;
    for (; first <= most; first = end) {
        double value = rounded(builder, first, persons, decimals);
        for (end = first + 1;
             end <= most && fabs(rounded(builder, end, persons, decimals) - value) < 1e-9;)
            end++;
        const struct released_cell shown = {.value = value, .denominator = persons};
        if (bounded || end <= most) /* else there are more behind the last */
            assert_span(builder_shown(builder, &shown), first, end - 1);
    }
}

static void a_rounded_value_tells_the_counts_that_are_rounded_to_it(void **state)
{
    static const double persons[] = {20, 97, 150, 1000, 3001, 20000}, units[] = {1, 10, 100};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 3; i++) { /* of the mean the value itself is what is told */
        struct exposure exposure = exposure_of(folder, one_of_each[i]);
        for (size_t j = 0; j < sizeof persons / sizeof *persons; j++)
            for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
                struct equation_builder builder = builder_of(folder, &exposure, units[k]);
                try_all(&builder, persons[j], units[k] * persons[j],
                        builder_indicator(&builder)->decimals);
            }
    }
}

/* All but the values that could do with fewer decimals: those are taken at these. */
static void a_value_with_more_decimals_tells_more(void **state)
{
    static const struct {
        double value;
        int decimals;
    } cases[] = {{2.5, 1}, {2.51, 2}, {2.507, 3}, {0.01, 2}, {99.99, 2}, {0, 1}, {100, 1}};
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    const double persons = 72000;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct released_cell shown = {.value = cases[i].value, .denominator = persons};
        double low = HUGE_VAL, high = -HUGE_VAL;
        for (double count = 0; count <= persons; count++) {
            double value = rounded(&builder, count, persons, cases[i].decimals);
            if (fabs(value - cases[i].value) > 1e-9)
                continue;
            low = fmin(low, count);
            high = count;
        }
        assert_true(low <= high);
        assert_span(builder_shown(&builder, &shown), low, high);
    }
}

static void a_count_that_is_told_is_that_count(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    const struct released_cell shown = {
        .has_numerator = true, .numerator = 7.5, .denominator = 30000, .value = 0};
    struct equation_builder builder = builder_of(folder, &exposure, 10);
    assert_span(builder_shown(&builder, &shown), 75, 75);
}

static void a_mean_that_is_told_lies_half_a_decimal_around(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[3]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    struct released_cell shown = {.value = 6.5, .denominator = 200};
    assert_span(builder_shown(&builder, &shown), 1290, 1310);
    shown.value = 6.52;
    assert_span(builder_shown(&builder, &shown), 1303, 1305);
}

/* --- spans ------------------------------------------------------------------------------------ */
static void what_two_spans_both_hold_is_their_intersection(void **state)
{
    static const struct {
        struct span a, b, both;
    } cases[] = {{{0, 10}, {5, 20}, {5, 10}},
                 {{0, 10}, {3, 4}, {3, 4}},
                 {{0, 10}, {10, 20}, {10, 10}},
                 {{0, 4}, {6, 9}, {6, 4}}, /* nothing */
                 {{-HUGE_VAL, 7}, {2, HUGE_VAL}, {2, 7}}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span both = span_intersection(cases[i].a, cases[i].b);
        struct span turned = span_intersection(cases[i].b, cases[i].a);
        assert_span(both, cases[i].both.low, cases[i].both.high);
        assert_span(turned, cases[i].both.low, cases[i].both.high);
        for (double number = -1; number <= 21; number++)
            assert_int_equal(span_holds(both, number),
                             span_holds(cases[i].a, number) && span_holds(cases[i].b, number));
    }
}

static void a_free_count_is_no_more_than_its_persons_where_they_are_counted(void **state)
{
    static const struct span expected[] = {
        {0, 370}, {0, 370}, {0, NO_LIMIT}, {-HUGE_VAL, HUGE_VAL}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 4; i++) {
        struct exposure exposure = exposure_of(folder, one_of_each[i]);
        struct equation_builder builder = builder_of(folder, &exposure, 10);
        assert_span(builder_free(&builder, 37), expected[i].low, expected[i].high);
        assert_int_equal(builder_counts_persons(&builder), i < 2);
        assert_int_equal(builder_is_continuous(&builder), i == 3);
        assert_near(builder_units(&builder, 2.25), i == 3 ? 2.25 : 23, 0);
    }
}

/* --- equations -------------------------------------------------------------------------------- */
/* A count of which nothing is known. */
static size_t add_free(struct equation_builder *builder, double truth, double persons)
{
    struct quantity quantity = {.persons = persons, .truth = truth, .hidden = true};
    quantity.concealed = quantity.shown = builder_free(builder, persons);
    return builder_add(builder, quantity);
}

/* +a -b of what is truly 5 and 3, said to be the sum; as it stands at the end. */
static struct span ended(struct equation_builder *builder, struct span sum)
{
    size_t a = add_free(builder, 5, 50), b = add_free(builder, 3, 50);
    size_t count = builder->all.equation_count;
    struct equation *equation = builder_begin(builder, 2);
    builder_term(equation, a, 1);
    builder_term(equation, b, -1);
    equation->sum = sum;
    assert_near(builder_true_sum(builder, equation), 2, 0);
    builder_end(builder, equation);
    assert_int_equal(builder->all.equation_count, count + 1);
    return builder->all.items[count].sum;
}

static void the_end_widens_a_sum_to_what_is_true(void **state)
{
    static const struct {
        struct span said, kept;
    } cases[] = {
        {{2, 2}, {2, 2}}, {{0, 0}, {0, 2}}, {{4, 6}, {2, 6}}, {{-1, 1}, {-1, 2}}, {{0, 5}, {0, 5}}};
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_span(ended(&builder, cases[i].said), cases[i].kept.low, cases[i].kept.high);
}

static void a_sum_of_means_has_a_little_room(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[3]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    struct span sum = ended(&builder, (struct span){2, 2});
    assert_true(sum.low < 2 && 2 < sum.high);
    assert_near(sum.high - sum.low, 0, 1e-5);
}

static void what_is_not_ended_is_dropped(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    size_t left = add_free(&builder, 9, 50);
    builder_term(builder_begin(&builder, 1), left, 1);
    ended(&builder, (struct span){2, 2});
    assert_int_equal(builder.all.equation_count, 1);
    assert_int_equal(builder.all.items[0].count, 2);
    assert_true(builder.all.items[0].terms[0].quantity != left);
}

/* --- persons who are no cell ------------------------------------------------------------------ */
static void a_nameless_count_must_stay_hidden_where_it_is_small(void **state)
{
    static const struct {
        double truth, persons, most;
        bool must_hide, primary;
        double high;
    } cases[] = {
        {3, 50, HUGE_VAL, false, true, 50},  {40, 50, HUGE_VAL, false, false, 50},
        {46, 50, HUGE_VAL, false, true, 50}, {9, 19, HUGE_VAL, false, true, 19},
        {40, 50, HUGE_VAL, true, true, 50},  {20, 50, 30, false, false, 30},
        {20, 50, 90, false, false, 50},
    };
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double unit = i % 2 ? 10 : 1, truth = unit * cases[i].truth;
        struct equation_builder builder = builder_of(folder, &exposure, unit);
        struct counted figure = builder_nameless(&builder, truth, cases[i].persons);
        assert_near(figure.count, cases[i].truth, 1e-9);
        figure.most = cases[i].most;
        assert_int_equal(
            builder_add_nameless(&builder, &figure, truth, cases[i].must_hide, exposure.cells[0]),
            0);
        const struct quantity *added = &builder.all.quantities[0];
        assert_null(added->cell);
        assert_true(added->hidden && !added->may_hide && !added->known);
        assert_near(added->truth, truth, 0);
        assert_near(added->persons, cases[i].persons, 0);
        assert_int_equal(added->primary, cases[i].primary);
        assert_int_equal(added->need.least, cases[i].primary ? 4 : 0);
        assert_span(added->concealed, 0, unit * cases[i].high);
    }
}

static void a_nameless_mean_needs_the_room_that_persons_differ_by(void **state)
{
    static const struct {
        const char *spread;
        double truth, persons, room, low, high;
    } cases[] = {{"2", 90, 15, 30, 30, 150},
                 {"2", 145, 15, 30, 30, 175}, /* the scale goes on where it must */
                 {"2", 20, 15, 30, -10, 150},
                 {"2", 600, 100, 0, 200, 1000},
                 {"", 90, 15, HUGE_VAL, -HUGE_VAL, HUGE_VAL}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exposure exposure =
            exposure_of(folder, arena_printf(folder->arena,
                                             "snittet;by;2020;;;1000;6;%s;\n"
                                             "snittet;nord;2020;;;100;6;1;\n",
                                             cases[i].spread));
        const struct cell *nord = cell_of(folder, "snittet", "nord", "2020");
        struct equation_builder builder = builder_of(folder, &exposure, 1);
        double truth = cases[i].truth;
        const struct counted figure = builder_nameless(&builder, truth, cases[i].persons);
        builder_add_nameless(&builder, &figure, truth, false, nord);
        const struct quantity *added = &builder.all.quantities[0];
        assert_span((struct span){added->room, added->room}, cases[i].room, cases[i].room);
        assert_span(added->concealed, cases[i].low, cases[i].high);
        assert_int_equal(added->need.least, 0);
    }
}

/* No edition tells more decimals than that; of a value that has more, those behind tell nothing. */
static void decimals_beyond_those_of_an_edition_tell_nothing(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[3]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    const struct released_cell shown = {.value = 20.0 / 3, .denominator = 100};
    double half = 0.5 * pow(10, -SHARED_DECIMALS);
    struct span span = builder_shown(&builder, &shown);
    assert_near(span.low, 100 * (20.0 / 3 - half), 1e-9);
    assert_near(span.high, 100 * (20.0 / 3 + half), 1e-9);
}

static void of_an_unknown_count_nothing_is_known_or_needed(void **state)
{
    struct plan_folder *folder = *state;
    struct exposure exposure = exposure_of(folder, one_of_each[0]);
    struct equation_builder builder = builder_of(folder, &exposure, 1);
    for (size_t i = 0; i < 100; i++) /* places are handed out in order */
        assert_int_equal(add_free(&builder, 3, 50), i);
    const struct quantity *added = &builder.all.quantities[57];
    assert_true(added->hidden && !added->primary && !added->may_hide);
    assert_int_equal(added->need.small + added->need.complement + added->need.least, 0);
    assert_span(added->concealed, 0, 50);
    assert_span(added->shown, 0, 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_rounded_value_tells_the_counts_that_are_rounded_to_it),
        PLAN_FOLDER_TEST(a_value_with_more_decimals_tells_more),
        PLAN_FOLDER_TEST(a_count_that_is_told_is_that_count),
        PLAN_FOLDER_TEST(a_mean_that_is_told_lies_half_a_decimal_around),
        PLAN_FOLDER_TEST(what_two_spans_both_hold_is_their_intersection),
        PLAN_FOLDER_TEST(a_free_count_is_no_more_than_its_persons_where_they_are_counted),
        PLAN_FOLDER_TEST(the_end_widens_a_sum_to_what_is_true),
        PLAN_FOLDER_TEST(a_sum_of_means_has_a_little_room),
        PLAN_FOLDER_TEST(what_is_not_ended_is_dropped),
        PLAN_FOLDER_TEST(a_nameless_count_must_stay_hidden_where_it_is_small),
        PLAN_FOLDER_TEST(a_nameless_mean_needs_the_room_that_persons_differ_by),
        PLAN_FOLDER_TEST(decimals_beyond_those_of_an_edition_tell_nothing),
        PLAN_FOLDER_TEST(of_an_unknown_count_nothing_is_known_or_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
