/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/base/arena.h"
#include "pejling/model/groups.h"

/* --- ages ------------------------------------------------------------------------------------- */

static void ages_are_read_in_every_form(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct age_band band;
    } cases[] = {
        {"15-29", {15, 29}},
        {"15–29", {15, 29}},
        {"15 - 29", {15, 29}},
        {"15–29-årige", {15, 29}},
        {"15 til 29 år", {15, 29}},
        {"15 Til 29 år", {15, 29}},
        {"15 to 29 years", {15, 29}},
        {"  0-5 år", {0, 5}},
        {"30-30", {30, 30}},
        {"65+", {65, OLDEST}},
        {"65 +", {65, OLDEST}},
        {"65 år og derover", {65, OLDEST}},
        {"65 år og over", {65, OLDEST}},
        {"65 and over", {65, OLDEST}},
        {"17", {17, 17}},
        {"17 år", {17, 17}},
        {"17-årige", {17, 17}},
        {"under 18", {0, 17}},
        {"Under 18 år", {0, 17}},
        {"under  3", {0, 2}},
        {"15-999", {15, OLDEST}},
        {"15-99999999999999999999", {15, OLDEST}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct age_band band = {-1, -1};
        if (!age_band_parse(cases[i].text, &band) || band.from != cases[i].band.from ||
            band.to != cases[i].band.to)
            fail_msg("»%s«: %d to %d", cases[i].text, band.from, band.to);
    }
}

static void a_name_without_ages_is_none(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",    " ",    "Mænd",   "kvinder", "under",  "under atten", "-5",
        "+65", "børn", "å15-29", "over",    "til 29", "29-15",       "mænd 15-29"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct age_band band;
        if (age_band_parse(cases[i], &band))
            fail_msg("»%s«: %d to %d", cases[i], band.from, band.to);
    }
}

/* --- relations -------------------------------------------------------------------------------- */

#define MOST 24

#define NO_FIGURE (-1)

/* A cell: its year, its group, NULL for everybody, and its persons. */
struct row {
    short year;
    const char *group;
    double persons;
};

struct world {
    struct arena *arena;
    struct indicator indicator;
    struct cell cells[MOST];
    const struct cell *pointers[MOST];
    size_t count;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    world->arena = arena;
    world->indicator = (struct indicator){.measure = MEASURE_SHARE, .factor = 100};
    *state = world;
    return 0;
}

static int teardown(void **state)
{
    struct world *world = *state;
    arena_free(world->arena);
    return 0;
}

#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

/* Rows must stand in the order of cells: everybody first, then by group, then by period. */
static struct relation_list relate(struct world *world, const struct row *rows, size_t count)
{
    world->count = 0;
    for (size_t i = 0; i < count; i++) {
        assert_true(i < MOST);
        assert_true(i == 0 || group_compare(rows[i - 1].group, rows[i].group) <= 0);
        bool lacking = rows[i].persons < 0;
        world->cells[i] = (struct cell){.indicator = &world->indicator,
                                        .period = {PERIOD_YEAR, rows[i].year, 0, 0},
                                        .group = rows[i].group,
                                        .reason = lacking ? REASON_SUPPRESSED_SOURCE : REASON_NONE,
                                        .amounts.denominator = lacking ? 0 : rows[i].persons,
                                        .index = i};
        world->pointers[i] = &world->cells[i];
        world->count++;
    }
    return groups_relate(world->arena, world->pointers, world->count);
}

static const char *name_of(const struct cell *cell)
{
    return cell->group ? cell->group : "all";
}

/* `2020: all = a + b; all > a; `: a sum, and a part of a whole. */
static const char *describe(struct world *world, struct relation_list list)
{
    const char *text = "";
    short year = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct relation *relation = &list.items[i];
        assert_int_equal(relation->kind, RELATION_GROUPS);
        if (relation->whole->period.year != year)
            text = arena_printf(world->arena, "%s%d: ", text, relation->whole->period.year);
        year = relation->whole->period.year;
        text = arena_printf(world->arena, "%s%s %s ", text, name_of(relation->whole),
                            relation->partial ? ">" : "=");
        for (size_t j = 0; j < relation->count; j++) {
            assert_int_equal(relation->parts[j]->period.year, year);
            text = arena_printf(world->arena, "%s%s%s", text, j ? " + " : "",
                                name_of(relation->parts[j]));
        }
        text = arena_printf(world->arena, "%s; ", text);
    }
    return text;
}

#define ASSERT_RELATIONS(world, rows, expected)                                                    \
    assert_string_equal(describe((world), relate((world), (rows), sizeof(rows) / sizeof *(rows))), \
                        (expected))

static void groups_that_add_up_to_everybody_are_the_whole(void **state)
{
    static const struct row two[] = {{2020, NULL, 100}, {2020, "kvinder", 55}, {2020, "mænd", 45}};
    ASSERT_RELATIONS(*state, two, "2020: all = kvinder + mænd; all > kvinder; all > mænd; ");
    static const struct row gap[] = {{2020, NULL, 100}, {2020, "kvinder", 55}, {2020, "mænd", 44}};
    ASSERT_RELATIONS(*state, gap, "2020: all > kvinder; all > mænd; ");
    static const struct row over[] = {{2020, NULL, 100}, {2020, "kvinder", 55}, {2020, "mænd", 46}};
    ASSERT_RELATIONS(*state, over, "2020: all > kvinder; all > mænd; ");
    static const struct row everybody[] = {{2020, NULL, 100}, {2020, "beboere", 100}};
    ASSERT_RELATIONS(*state, everybody, "2020: all = beboere; ");
}

static void only_the_smallest_sets_are_wholes(void **state)
{
    static const struct row both_ways[] = {
        {2020, NULL, 100}, {2020, "a", 40}, {2020, "b", 60}, {2020, "c", 30}, {2020, "d", 70}};
    ASSERT_RELATIONS(*state, both_ways,
                     "2020: all = a + b; all = c + d; all > a; all > b; all > c; all > d; "
                     "d = a + c; ");
    static const struct row nobody[] = {
        {2020, NULL, 100}, {2020, "a", 40}, {2020, "b", 60}, {2020, "c", 0}};
    ASSERT_RELATIONS(*state, nobody, "2020: all = a + b; all > a; all > b; all > c; ");
}

static void groups_may_make_a_group(void **state)
{
    static const struct row rows[] = {
        {2020, NULL, 100}, {2020, "børn", 30}, {2020, "drenge", 14}, {2020, "piger", 16}};
    ASSERT_RELATIONS(*state, rows,
                     "2020: all > børn; all > drenge; all > piger; børn = drenge + piger; ");
}

static void a_band_of_ages_holds_those_within_it(void **state)
{
    static const struct row rows[] = {{2020, NULL, 1000},        {2020, "15-29", 200},
                                      {2020, "15–19-årige", 70}, {2020, "20 til 40 år", 250},
                                      {2020, "65+", 90},         {2020, "80+", 33},
                                      {2020, "mænd", 512},       {2020, "under 18", 221}};
    ASSERT_RELATIONS(*state, rows,
                     "2020: all > 15-29; all > 15–19-årige; all > 20 til 40 år; all > 65+; "
                     "all > 80+; all > mænd; all > under 18; "
                     "15-29 > 15–19-årige; 65+ > 80+; ");
}

/* A band of as many persons or more is not within, whatever its name says. */
static void a_band_within_has_fewer_persons(void **state)
{
    static const struct row rows[] = {{2020, NULL, 100}, {2020, "15-19", 31}, {2020, "15-29", 30}};
    ASSERT_RELATIONS(*state, rows, "2020: all > 15-19; all > 15-29; ");
}

static void cells_without_figures_are_left_out(void **state)
{
    static const struct row part[] = {
        {2020, NULL, 100}, {2020, "a", NO_FIGURE}, {2020, "b", 60}, {2020, "c", 40}};
    ASSERT_RELATIONS(*state, part, "2020: all = b + c; all > b; all > c; ");
    static const struct row whole[] = {
        {2020, NULL, NO_FIGURE}, {2020, "a", 40}, {2020, "b", 60}, {2020, "c", 20}};
    ASSERT_RELATIONS(*state, whole, "2020: b = a + c; ");
    static const struct row nothing[] = {{2020, NULL, 100}, {2020, "a", NO_FIGURE}};
    ASSERT_RELATIONS(*state, nothing, "");
}

static void periods_are_kept_apart(void **state)
{
    static const struct row rows[] = {
        {2019, NULL, 100}, {2020, NULL, 200}, {2019, "a", 40},  {2020, "a", 60},
        {2019, "b", 60},   {2020, "b", 70},   {2020, "c", 140}, {2021, "c", 100},
    };
    ASSERT_RELATIONS(*state, rows,
                     "2019: all = a + b; all > a; all > b; "
                     "2020: all = a + c; all > a; all > b; all > c; ");
}

/* The first cell of a period is one without a figure; the period is found nevertheless. */
static void a_period_may_begin_without_a_figure(void **state)
{
    static const struct row rows[] = {{2019, NULL, 100},
                                      {2020, NULL, NO_FIGURE},
                                      {2020, "a", 40},
                                      {2020, "b", 60},
                                      {2020, "c", 20}};
    ASSERT_RELATIONS(*state, rows, "2020: b = a + c; ");
}

static void without_groups_there_are_no_relations(void **state)
{
    static const struct row rows[] = {{2019, NULL, 100}, {2020, NULL, 100}};
    ASSERT_RELATIONS(*state, rows, "");
    struct world *world = *state;
    assert_int_equal(groups_relate(world->arena, world->pointers, 0).count, 0);
}

static void given_values_have_nobody_to_add_up(void **state)
{
    struct world *world = *state;
    static const struct row rows[] = {{2020, NULL, 100}, {2020, "a", 40}, {2020, "b", 60}};
    static const enum measure with_persons[] = {MEASURE_SHARE, MEASURE_RATE, MEASURE_MEAN,
                                                MEASURE_SURVEY};
    for (size_t i = 0; i < sizeof with_persons / sizeof *with_persons; i++) {
        world->indicator.measure = with_persons[i];
        ASSERT_RELATIONS(world, rows, "2020: all = a + b; all > a; all > b; ");
    }
    world->indicator.measure = MEASURE_VALUE;
    ASSERT_RELATIONS(world, rows, "");
}

/* --- many groups ------------------------------------------------------------------------------ */

/* One to a letter, of 1, 2, 4 ... persons, and everybody of `persons`. */
static struct relation_list relate_powers(struct world *world, size_t groups, double persons)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j",
                                        "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"};
    struct row rows[MOST] = {{2020, NULL, persons}};
    for (size_t i = 0; i < groups; i++)
        rows[i + 1] = (struct row){2020, names[i], (double)(1u << i)};
    return relate(world, rows, groups + 1);
}

static void as_many_groups_as_are_searched_may_make_everybody(void **state)
{
    struct world *world = *state;
    struct relation_list list = relate_powers(world, GROUPS_SEARCHED, (1 << GROUPS_SEARCHED) - 1);
    assert_int_equal(list.count, 1 + GROUPS_SEARCHED);
    assert_false(list.items[0].partial);
    assert_int_equal(list.items[0].count, GROUPS_SEARCHED);
    assert_ptr_equal(list.items[0].whole, world->pointers[0]);
}

/* Sums are no longer looked for among all of them; what holds what is found all the same. */
static void more_groups_than_are_searched_still_lie_within_everybody(void **state)
{
    struct world *world = *state;
    struct relation_list list = relate_powers(world, 20, 3e6);
    assert_int_equal(list.count, 20);
    for (size_t i = 0; i < list.count; i++) {
        assert_true(list.items[i].partial);
        assert_ptr_equal(list.items[i].whole, world->pointers[0]);
        assert_ptr_equal(list.items[i].parts[0], world->pointers[i + 1]);
    }
    list = relate_powers(world, 20, 3);
    assert_false(list.items[0].partial);
    assert_int_equal(list.items[0].count, 2);
}

/* --- by chance: every smallest set, each once ------------------------------------------------- */

static double sum_of(const struct world *world, size_t whole, unsigned set)
{
    double sum = 0;
    for (size_t i = 1; i < world->count; i++)
        if (set >> i & 1)
            sum += i == whole ? HUGE_VAL : world->cells[i].amounts.denominator;
    return sum;
}

/* Sets of cells as bits; everybody is bit 0 and never a part. */
static bool is_smallest(const struct world *world, size_t whole, unsigned set)
{
    double persons = world->cells[whole].amounts.denominator;
    if (fabs(sum_of(world, whole, set) - persons) > 0.5)
        return false;
    for (unsigned part = (set - 1) & set; part; part = (part - 1) & set)
        if (fabs(sum_of(world, whole, part) - persons) < 0.5)
            return false;
    return true;
}

static size_t times_found(const struct relation_list *list, const struct world *world, size_t whole,
                          unsigned set)
{
    size_t times = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct relation *relation = &list->items[i];
        unsigned parts = 0;
        for (size_t j = 0; j < relation->count; j++)
            parts |= 1u << relation->parts[j]->index;
        times += !relation->partial && relation->whole == world->pointers[whole] && parts == set;
    }
    return times;
}

static void every_smallest_set_that_adds_up_is_found_once(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {NULL, "a", "b", "c", "d", "e", "f"};
    unsigned seed = 31;
    size_t sums = 0;
    for (int turn = 0; turn < 100; turn++) {
        struct row rows[7];
        for (size_t i = 0; i < 7; i++) {
            seed = seed * 1664525 + 1013904223;
            rows[i] = (struct row){2020, names[i], (i ? 1 : 12) + (seed >> 8) % 9};
        }
        struct relation_list list = relate(world, rows, 7);
        for (size_t whole = 0; whole < 7; whole++)
            for (unsigned set = 2; set < 1u << 7; set += 2) {
                bool expected = is_smallest(world, whole, set);
                assert_int_equal(times_found(&list, world, whole, set), expected);
                sums += expected;
            }
    }
    assert_true(sums > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ages_are_read_in_every_form),
        cmocka_unit_test(a_name_without_ages_is_none),
        WORLD_TEST(groups_that_add_up_to_everybody_are_the_whole),
        WORLD_TEST(only_the_smallest_sets_are_wholes),
        WORLD_TEST(groups_may_make_a_group),
        WORLD_TEST(a_band_of_ages_holds_those_within_it),
        WORLD_TEST(a_band_within_has_fewer_persons),
        WORLD_TEST(cells_without_figures_are_left_out),
        WORLD_TEST(periods_are_kept_apart),
        WORLD_TEST(a_period_may_begin_without_a_figure),
        WORLD_TEST(without_groups_there_are_no_relations),
        WORLD_TEST(given_values_have_nobody_to_add_up),
        WORLD_TEST(as_many_groups_as_are_searched_may_make_everybody),
        WORLD_TEST(more_groups_than_are_searched_still_lie_within_everybody),
        WORLD_TEST(every_smallest_set_that_adds_up_is_found_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
