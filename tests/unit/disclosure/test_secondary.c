/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "equations_bench.h"

#include "pejling/disclosure/safety.h"
#include "pejling/disclosure/secondary.h"

/* What hiding costs in these tests, as the equations have it: parts, areas, the total, the rest. */
enum { PART = 1, ESTATE = 1000, TOTAL = 1000000, REST = 1000000000 };

static const struct indicator share = {.measure = MEASURE_SHARE, .factor = 100, .minimum_count = 5};
static const struct indicator rate = {.measure = MEASURE_RATE, .factor = 1000, .minimum_count = 5};
static const struct area estate = {.role = AREA_ESTATE}, section = {.role = AREA_SECTION};
static const struct cell estate_cell = {.indicator = &share, .area = &estate};
static const struct cell section_cell = {.indicator = &share, .area = &section};
static const struct cell rate_cell = {.indicator = &rate, .area = &section};

/* A shown figure that may be hidden, and then be anything from `low` on. */
static struct quantity *add(struct bench *bench, double truth, double persons, double loss)
{
    struct quantity *quantity = bench_quantity(bench, 0, persons, truth);
    quantity->cell = loss < ESTATE ? &section_cell : &estate_cell;
    quantity->hidden = false;
    quantity->may_hide = true;
    quantity->loss = loss + 1e-7 * persons;
    quantity->need.least = 4;
    return quantity;
}

/* One that is small by itself. */
static struct quantity *add_small(struct bench *bench, double truth, double persons, double loss)
{
    struct quantity *quantity = add(bench, truth, persons, loss);
    quantity->primary = quantity->hidden = true;
    quantity->need.small = 4;
    return quantity;
}

/* A public figure. */
static void add_public(struct bench *bench, double truth)
{
    struct quantity *quantity = add(bench, truth, 1e6, ESTATE);
    quantity->may_hide = false;
}

/* Which quantities are hidden: `.h.`. */
static const char *hidden_in(const struct bench *bench)
{
    char *text = arena_printf(bench->arena, "%*s", (int)bench->equations.count, "");
    for (size_t i = 0; i < bench->equations.count; i++)
        text[i] = bench->quantities[i].hidden ? 'h' : '.';
    return text;
}

static void check(struct bench *bench, const char *hidden)
{
    struct safety *safety = safety_make(bench->arena, &bench->equations);
    assert_int_equal(secondary_protect(bench->arena, &bench->equations), bench->equations.count);
    assert_string_equal(hidden_in(bench), hidden);
    assert_int_equal(safety_first_unsafe(safety), bench->equations.count);
    for (size_t i = 0; i < bench->equations.count; i++)
        assert_false(bench->quantities[i].chosen && bench->quantities[i].primary);
}

/* --- which goes ------------------------------------------------------------------------------- */
static void what_is_safe_alone_takes_nothing_along(void **state)
{
    struct bench *bench = *state;
    add_small(bench, 3, 50, ESTATE);
    add(bench, 30, 60, ESTATE);
    check(bench, "h.");
    add_small(bench, 3, 50, ESTATE);
    add(bench, 33, 400, TOTAL);
    bench_equation(bench, "..+-", -100, 100); /* loose enough */
    check(bench, "h.h.");
}

static void without_anything_small_nothing_is_hidden(void **state)
{
    struct bench *bench = *state;
    add(bench, 90, 200, TOTAL);
    add(bench, 40, 80, ESTATE);
    add(bench, 50, 120, ESTATE);
    bench_equation(bench, "+--", 0, 0);
    check(bench, "...");
}

static void the_least_is_lost_first(void **state)
{
    static const struct {
        double total, second, third; /* what each costs */
        const char *hidden;
    } cases[] = {
        {TOTAL, ESTATE, ESTATE, ".hh."}, /* the one of fewer persons */
        {TOTAL, ESTATE, PART, ".h.h"},   /* a part rather than an area */
        {ESTATE, TOTAL, TOTAL, "hh.."},
        {REST, TOTAL, ESTATE, ".h.h"},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench_clear(bench);
        add(bench, 93, 500, cases[i].total);
        add_small(bench, 3, 100, ESTATE);
        add(bench, 40, 150, cases[i].second);
        add(bench, 50, 200, cases[i].third);
        bench_equation(bench, "+---", 0, 0);
        check(bench, cases[i].hidden);
    }
}

/* Of two alike that of fewer persons goes, which everybody knows, whatever their counts. */
static void the_choice_does_not_tell_of_counts(void **state)
{
    struct bench *bench = *state;
    for (double second = 10; second <= 90; second += 10) {
        bench_clear(bench);
        add(bench, 103, 500, TOTAL);
        add_small(bench, 3, 100, ESTATE);
        add(bench, second, 200, ESTATE);
        add(bench, 100 - second, 199, ESTATE);
        bench_equation(bench, "+---", 0, 0);
        check(bench, ".h.h");
    }
}

static void several_go_where_one_does_not_help(void **state)
{
    struct bench *bench = *state;
    add(bench, 62, 500, TOTAL);
    add_small(bench, 1, 100, ESTATE);
    add_small(bench, 1, 150, ESTATE); /* two ones make two: a third must go */
    add(bench, 20, 200, ESTATE);
    add(bench, 40, 210, ESTATE);
    bench_equation(bench, "+----", 0, 0);
    check(bench, ".hhh.");
    bench_clear(bench);
    add_small(bench, 1, 100, ESTATE);
    for (int i = 0; i < 4; i++) /* none of these can be much else than it is */
        add(bench, 1, 400, ESTATE)->concealed = (struct span){0, 2};
    for (size_t i = 1; i < 5; i++)
        bench->quantities[i].need.least = 1;
    bench_equation(bench, "+++++", 5, 5);
    check(bench, "hhhh.");
}

/* An area in two sums: what protects it in one may be told by the other. */
static void what_is_hidden_for_others_is_protected_too(void **state)
{
    struct bench *bench = *state;
    add_public(bench, 500);           /* the municipality */
    add(bench, 33, 220, TOTAL);       /* the total */
    add_small(bench, 3, 100, ESTATE); /* an area */
    add(bench, 30, 120, ESTATE);      /* another, ... */
    add(bench, 467, 800, REST);       /* the rest, shown so closely that ... */
    add(bench, 10, 50, PART);         /* ... and its sections */
    add(bench, 20, 70, PART);
    bench_equation(bench, ".+--...", 0, 0);
    bench_equation(bench, "...+.--", 0, 0);
    bench_equation(bench, "+.---..", 0, 0);
    check(bench, "..hh.h.");
}

static void a_rest_that_is_shown_closely_goes_with_the_total(void **state)
{
    struct bench *bench = *state;
    add_public(bench, 500);
    add(bench, 3, 220, TOTAL);
    add_small(bench, 3, 100, ESTATE);
    add(bench, 0, 120, ESTATE)->may_hide = false; /* a zero would be shown */
    add(bench, 497, 800, REST);
    bench->quantities[1].primary = true;
    bench->quantities[1].need.small = 4;
    bench_equation(bench, ".+--.", 0, 0);
    bench_equation(bench, "+.---", 0, 0);
    check(bench, ".hh.h");
    bench->quantities[4].shown = (struct span){460, 520}; /* but not where it says little */
    for (size_t i = 1; i < 5; i++)
        bench->quantities[i].chosen = false;
    check(bench, ".hh..");
}

/* --- none and everybody ----------------------------------------------------------------------- */
/* Three sections of an area, the first of them small. */
static void add_sections(struct bench *bench, double second, const struct cell *cell)
{
    bench_clear(bench);
    add(bench, 44 + second, 180, ESTATE);
    add_small(bench, 4, 50, PART);
    struct quantity *other = add(bench, second, 60, PART);
    other->cell = cell;
    other->concealed.high = cell == &rate_cell ? 1e6 : 60;
    add(bench, 40, 70, PART);
    bench_equation(bench, "+---", 0, 0);
    bench->items[0].binds_parts = true;
}

static void none_and_everybody_are_hidden_beside_a_hidden_section(void **state)
{
    static const struct {
        const struct cell *cell;
        double second;
        const char *hidden;
    } cases[] = {
        {&section_cell, 0, ".hh."},  /* none: and the four of both are protection enough */
        {&section_cell, 1, ".hh."},  /* the cheapest partner anyway */
        {&section_cell, 60, ".hhh"}, /* everybody: but then the first is four at least */
        {&rate_cell, 60, ".hh."},    /* as many events as persons are nothing special */
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        add_sections(bench, cases[i].second, cases[i].cell);
        check(bench, cases[i].hidden);
    }
    assert_false(bench->quantities[3].chosen);
    /* they are not chosen, but go with what is hidden beside them */
    add_sections(bench, 0, &section_cell);
    bench->quantities[2].may_hide = false;
    check(bench, ".hh.");
    assert_false(bench->quantities[2].chosen);
    /* nor do they go with it where the sum does not bind parts */
    add_sections(bench, 0, &section_cell);
    bench->items[0].binds_parts = false;
    bench->quantities[2].may_hide = false;
    check(bench, ".h.h");
    /* nor where it is an area */
    add_sections(bench, 0, &estate_cell);
    bench->quantities[2].may_hide = false;
    check(bench, ".h.h");
}

/* --- what cannot be protected ----------------------------------------------------------------- */
static void the_quantity_that_nothing_protects_is_named(void **state)
{
    struct bench *bench = *state;
    add_public(bench, 3);
    add(bench, 40, 100, ESTATE);
    add_small(bench, 3, 100, ESTATE);
    add(bench, 0, 120, ESTATE)->may_hide = false;
    bench_equation(bench, "+.--", 0, 0);
    assert_int_equal(secondary_protect(bench->arena, &bench->equations), 2);
    bench->quantities[2].known = true; /* what everybody knows needs no protection */
    assert_int_equal(secondary_protect(bench->arena, &bench->equations), 4);
}

/*
 * The first partner is the sum of two alike: whatever is hidden, everybody knows that it is even,
 * and so which of its neighbours it is not. It protects nobody, and another one does.
 */
static void what_can_be_worked_out_whatever_is_hidden_is_shown_again(void **state)
{
    struct bench *bench = *state;
    add_public(bench, 93);
    add_small(bench, 3, 100, ESTATE);
    add(bench, 40, 150, ESTATE);
    add(bench, 50, 200, ESTATE);
    add(bench, 20, 70, PART);
    add(bench, 20, 80, PART);
    bench_equation(bench, "+---..", 0, 0);
    bench_equation(bench, "..+.--", 0, 0);
    check(bench, ".hh.h.");
    for (size_t i = 0; i < bench->equations.count; i++) {
        bench->quantities[i].chosen = false;
        bench->quantities[i].may_hide = i > 0;
    }
    bench_equation(bench, "....+-", 0, 0); /* and here they are known to be alike */
    check(bench, ".h.h..");
    assert_false(bench->quantities[2].chosen || bench->quantities[2].known);
}

/* That cannot be taken back, and no hiding of ours would help: it is no failure. */
static void what_earlier_editions_gave_away_is_known(void **state)
{
    struct bench *bench = *state;
    for (int earlier = 0; earlier < 2; earlier++) {
        bench_clear(bench);
        bench->equations.has_earlier = earlier;
        add_small(bench, 4, 100, ESTATE);
        add(bench, 2, 50, PART);
        add(bench, 2, 60, PART);
        bench_equation(bench, "+--", 0, 0);
        bench_equation(bench, ".+-", 0, 0);
        assert_int_equal(secondary_protect(bench->arena, &bench->equations), earlier ? 3 : 0);
        assert_int_equal(bench->quantities[0].known, earlier);
    }
}

/* --- by chance, and by trying everything ------------------------------------------------------ */
/* An area of sections beside others, their total, a rest and the municipality, of few persons. */
static void add_random(struct bench *bench, unsigned *seed)
{
    unsigned shift = bench_chance(seed, 0, 6); /* so that no two have as many persons */
    double north = 0;
    bench_clear(bench);
    for (unsigned i = 0; i < 7; i++) {
        bool part = i > 4;
        double persons = 4 + (i + shift) % 7, truth = bench_chance(seed, 0, 3);
        double loss = i == 0 ? ESTATE : i == 1 ? TOTAL : i == 4 ? REST : part ? PART : ESTATE;
        bool small = i > 1 && truth > 0 && truth < 3;
        struct quantity *quantity =
            small ? add_small(bench, truth, persons, loss) : add(bench, truth, persons, loss);
        quantity->need = (struct need){.small = small ? 2 : 0, .least = 2};
        quantity->cell = part ? &section_cell : &estate_cell;
        quantity->may_hide = part || truth > 0;
        quantity->concealed.low = !part;
        north += part ? truth : 0;
    }
    struct quantity *all =
        bench->quantities; /* the municipality, the total, the area with sections */
    all[2].truth = north;
    all[2].shown = (struct span){north, north};
    all[2].primary = all[2].hidden = north > 0 && north < 3;
    all[2].need.small = all[2].primary ? 2 : 0;
    all[2].may_hide = north > 0;
    all[1].truth = north + all[3].truth;
    all[0].truth = all[1].truth + all[4].truth;
    all[0].may_hide = all[0].hidden = all[0].primary = false;
    all[0].shown = (struct span){all[0].truth, all[0].truth};
    all[1].shown = (struct span){all[1].truth, all[1].truth};
    all[1].may_hide = all[1].truth > 0;
    all[1].concealed.high = all[2].concealed.high = 15;
    all[1].persons = all[2].persons = 30; /* never everybody */
    bench_equation(bench, "+.---..", 0, 0);
    bench_equation(bench, ".+--...", 0, 0);
    bench_equation(bench, "..+..--", 0, 0);
    for (size_t i = 0; i < 3; i++)
        bench->items[i].binds_parts = true;
}

static bool is_none_or_all(const struct quantity *quantity)
{
    return quantity->truth < 0.5 || quantity->truth > quantity->persons - 0.5;
}

/* As far as it could be with everything hidden, and not of none and everybody, which stand open. */
static bool is_met(const struct bench *bench, const struct bench_trial *trial, size_t at)
{
    const struct quantity *quantity = &bench->quantities[at];
    double truth = quantity->truth, possible = 1;
    double most = quantity->best.high - quantity->best.low + 1;
    if (!quantity->hidden || (!quantity->primary && is_none_or_all(quantity)))
        return true;
    for (double value = truth + 1; bench_possible(trial, at, value); value++)
        possible++;
    for (double value = truth - 1; bench_possible(trial, at, value); value--)
        possible++;
    for (unsigned small = 1; small <= quantity->need.small; small++)
        if (small >= quantity->best.low && small <= quantity->best.high &&
            !bench_possible(trial, at, small))
            return false;
    return possible >= fmin(most, quantity->need.least);
}

static bool all_met(const struct bench *bench)
{
    struct bench_trial trial = bench_try(bench);
    for (size_t i = 0; i < bench->equations.count; i++)
        if (!is_met(bench, &trial, i))
            return false;
    return true;
}

/* Nothing of what is chosen can be shown again, and what is refused no choice would protect. */
static void what_is_chosen_is_needed_and_what_is_refused_is_lost(void **state)
{
    struct bench *bench = *state;
    bool may_hide[BENCH_MOST];
    size_t chosen = 0, lost = 0;
    unsigned seed = 51;
    for (int turn = 0; turn < 300; turn++) {
        add_random(bench, &seed);
        struct equations *equations = &bench->equations;
        for (size_t i = 0; i < equations->count; i++)
            may_hide[i] = bench->quantities[i].may_hide;
        if (secondary_protect(bench->arena, equations) < equations->count) {
            for (size_t i = 0; i < equations->count; i++)
                bench->quantities[i].hidden = bench->quantities[i].hidden || may_hide[i];
            assert_false(all_met(bench));
            lost++;
            continue;
        }
        assert_true(all_met(bench));
        for (size_t i = 0; i < equations->count; i++) {
            struct quantity *quantity = &bench->quantities[i];
            bool section_pair = quantity->cell == &section_cell;
            if (!quantity->chosen || (section_pair && is_none_or_all(quantity)))
                continue;
            bool siblings[2] = {bench->quantities[5].hidden, bench->quantities[6].hidden};
            quantity->hidden = false;
            for (size_t j = 5; j < 7 && section_pair; j++)
                if (is_none_or_all(&bench->quantities[j]) && !bench->quantities[j].chosen)
                    bench->quantities[j].hidden = false;
            assert_false(all_met(bench));
            bench->quantities[5].hidden = siblings[0];
            bench->quantities[6].hidden = siblings[1];
            quantity->hidden = true;
            chosen++;
        }
    }
    assert_true(chosen > 100);
    assert_true(lost > 20);
}

/* The same whatever order the equations come in; the whole stays the first term of each. */
static void the_order_of_equations_changes_nothing(void **state)
{
    static const size_t orders[][3] = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct bench *bench = *state;
    unsigned seed = 52;
    for (int turn = 0; turn < 100; turn++) {
        unsigned start = seed;
        add_random(bench, &seed);
        bool safe = secondary_protect(bench->arena, &bench->equations) == bench->equations.count;
        const char *hidden = hidden_in(bench);
        for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
            struct equation items[3];
            seed = start;
            add_random(bench, &seed);
            memcpy(items, bench->items, sizeof items);
            for (size_t j = 0; j < 3; j++)
                bench->items[j] = items[orders[i][j]];
            size_t unsafe = secondary_protect(bench->arena, &bench->equations);
            assert_int_equal(unsafe == bench->equations.count, safe);
            if (safe)
                assert_string_equal(hidden_in(bench), hidden);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(what_is_safe_alone_takes_nothing_along),
        BENCH_TEST(without_anything_small_nothing_is_hidden),
        BENCH_TEST(the_least_is_lost_first),
        BENCH_TEST(the_choice_does_not_tell_of_counts),
        BENCH_TEST(several_go_where_one_does_not_help),
        BENCH_TEST(what_is_hidden_for_others_is_protected_too),
        BENCH_TEST(a_rest_that_is_shown_closely_goes_with_the_total),
        BENCH_TEST(none_and_everybody_are_hidden_beside_a_hidden_section),
        BENCH_TEST(the_quantity_that_nothing_protects_is_named),
        BENCH_TEST(what_can_be_worked_out_whatever_is_hidden_is_shown_again),
        BENCH_TEST(what_earlier_editions_gave_away_is_known),
        BENCH_TEST(what_is_chosen_is_needed_and_what_is_refused_is_lost),
        BENCH_TEST(the_order_of_equations_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
