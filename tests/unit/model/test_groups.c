/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/base/age_band.h"
#include "pejling/base/arena.h"
#include "pejling/model/groups.h"

/* --- relations -------------------------------------------------------------------------------- */

#define MOST 24

#define NO_FIGURE (-1)

/* A cell: its year, its group, NULL for everybody, its persons, and those of them who count. */
struct row {
    short year;
    const char *group;
    double persons, count;
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
                                        .amounts = {.numerator = lacking ? 0 : rows[i].count,
                                                    .denominator = lacking ? 0 : rows[i].persons},
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

static bool is_same(const struct relation *a, const struct relation *b)
{
    bool same = a->whole == b->whole && a->count == b->count && a->partial == b->partial &&
                a->overlapping == b->overlapping;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->parts[i] == b->parts[i];
    return same;
}

/* A band of ages may be the only one that fits, and then is found in two ways. */
static bool is_told(struct relation_list list, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (is_same(&list.items[i], &list.items[at]))
            return true;
    return false;
}

/* `all = a + b`: a sum; with `>` a part of a whole, with `~` two that overlap in a third. */
static const char *describe_one(struct world *world, const struct relation *relation)
{
    const char *sign = relation->overlapping ? "~" : relation->partial ? ">" : "=";
    const char *text = arena_printf(world->arena, "%s %s ", name_of(relation->whole), sign);
    for (size_t i = 0; i < relation->count; i++) {
        short year = relation->parts[i]->period.year;
        text =
            arena_printf(world->arena, "%s%s%s", text, i ? " + " : "", name_of(relation->parts[i]));
        if (year != relation->whole->period.year)
            text = arena_printf(world->arena, "%s of %d", text, year);
    }
    if (relation->overlapping)
        text = arena_printf(world->arena, "%s in %s", text,
                            relation->shared ? name_of(relation->shared) : "?");
    return text;
}

/* `2020: all = a + b; all > a; `, each once. */
static const char *describe(struct world *world, struct relation_list list)
{
    const char *text = "";
    short year = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct relation *relation = &list.items[i];
        assert_int_equal(relation->kind, RELATION_GROUPS);
        if (is_told(list, i))
            continue;
        if (relation->whole->period.year != year)
            text = arena_printf(world->arena, "%s%d: ", text, relation->whole->period.year);
        year = relation->whole->period.year;
        text = arena_printf(world->arena, "%s%s; ", text, describe_one(world, relation));
    }
    return text;
}

#define ASSERT_RELATIONS(world, rows, expected)                                                    \
    assert_string_equal(describe((world), relate((world), (rows), sizeof(rows) / sizeof *(rows))), \
                        (expected))

static void groups_that_add_up_to_everybody_are_the_whole(void **state)
{
    static const struct row two[] = {
        {2020, NULL, 100, 9}, {2020, "kvinder", 55, 5}, {2020, "mænd", 45, 4}};
    ASSERT_RELATIONS(*state, two, "2020: all > kvinder; all > mænd; all = kvinder + mænd; ");
    static const struct row gap[] = {
        {2020, NULL, 100, 9}, {2020, "kvinder", 55, 5}, {2020, "mænd", 44, 4}};
    ASSERT_RELATIONS(*state, gap, "2020: all > kvinder; all > mænd; ");
    static const struct row over[] = {
        {2020, NULL, 100, 9}, {2020, "kvinder", 55, 5}, {2020, "mænd", 46, 4}};
    ASSERT_RELATIONS(*state, over, "2020: all > kvinder; all > mænd; ");
    static const struct row everybody[] = {{2020, NULL, 100, 9}, {2020, "beboere", 100, 9}};
    ASSERT_RELATIONS(*state, everybody, "2020: all = beboere; ");
    /* the persons add up, but by chance: those who count do not */
    static const struct row chance[] = {
        {2020, NULL, 100, 9}, {2020, "enlige", 55, 5}, {2020, "mænd", 45, 5}};
    ASSERT_RELATIONS(*state, chance, "2020: all > enlige; all > mænd; ");
}

static void groups_may_make_everybody_in_several_ways(void **state)
{
    static const struct row both_ways[] = {{2020, NULL, 100, 0},
                                           {2020, "a", 40, 0},
                                           {2020, "b", 60, 0},
                                           {2020, "c", 30, 0},
                                           {2020, "d", 70, 0}};
    ASSERT_RELATIONS(*state, both_ways,
                     "2020: all > a; all > b; all > c; all > d; all = a + b; all = c + d; ");
    static const struct row nobody[] = {
        {2020, NULL, 100, 0}, {2020, "a", 40, 0}, {2020, "b", 60, 0}, {2020, "c", 0, 0}};
    ASSERT_RELATIONS(*state, nobody, "2020: all > a; all > b; all = a + b; ");
}

/* Without ages nobody can tell who is among whom. */
static void groups_without_ages_make_no_group(void **state)
{
    static const struct row rows[] = {{2020, NULL, 100, 0},
                                      {2020, "børn", 30, 0},
                                      {2020, "drenge", 14, 0},
                                      {2020, "piger", 16, 0}};
    ASSERT_RELATIONS(*state, rows, "2020: all > børn; all > drenge; all > piger; ");
}

/* As many as fit beside each other, and each by itself; those of a band lie within that too. */
static void bands_of_ages_beside_each_other_are_parts(void **state)
{
    static const struct row some[] = {{2020, NULL, 1000, 0},
                                      {2020, "15-29", 200, 0},
                                      {2020, "30-64", 500, 0},
                                      {2020, "65+", 90, 0}};
    ASSERT_RELATIONS(*state, some,
                     "2020: all > 15-29 + 30-64 + 65+; all > 15-29; all > 30-64; all > 65+; ");
    static const struct row all[] = {{2020, NULL, 790, 0},
                                     {2020, "15-29", 200, 0},
                                     {2020, "30-64", 500, 0},
                                     {2020, "65+", 90, 0}};
    ASSERT_RELATIONS(*state, all,
                     "2020: all = 15-29 + 30-64 + 65+; all > 15-29; all > 30-64; all > 65+; ");
    static const struct row within[] = {{2020, NULL, 1000, 0},
                                        {2020, "15-29", 200, 0},
                                        {2020, "15–19-årige", 70, 0},
                                        {2020, "20 til 29 år", 130, 0}};
    ASSERT_RELATIONS(*state, within,
                     "2020: all > 15-29; all > 15–19-årige + 20 til 29 år; all > 15–19-årige; "
                     "all > 20 til 29 år; 15-29 = 15–19-årige + 20 til 29 år; "
                     "15-29 > 15–19-årige; 15-29 > 20 til 29 år; ");
}

/* A band of more persons is not within, whatever its name says. */
static void a_band_within_has_fewer_persons(void **state)
{
    static const struct row rows[] = {
        {2020, NULL, 100, 0}, {2020, "15-19", 31, 0}, {2020, "15-29", 30, 0}};
    ASSERT_RELATIONS(*state, rows, "2020: all > 15-19; all > 15-29; ");
}

/* Of two that overlap, those in both are counted twice in what they are together. */
static void bands_that_overlap_make_a_third_with_those_in_both(void **state)
{
    static const struct row shared[] = {{2020, NULL, 100, 0},
                                        {2020, "0-29", 40, 0},
                                        {2020, "0-49", 70, 0},
                                        {2020, "15-29", 20, 0},
                                        {2020, "15-49", 50, 0}};
    assert_non_null(
        strstr(describe(*state, relate(*state, shared, 5)), "0-49 ~ 0-29 + 15-49 in 15-29; "));
    static const struct row unnamed[] = {
        {2020, NULL, 100, 0}, {2020, "0-29", 40, 0}, {2020, "0-49", 70, 0}, {2020, "15-49", 50, 0}};
    assert_non_null(
        strstr(describe(*state, relate(*state, unnamed, 4)), "0-49 ~ 0-29 + 15-49 in ?; "));
    static const struct row beyond[] = {
        {2020, NULL, 70, 0}, {2020, "0-29", 40, 0}, {2020, "15-29", 20, 0}, {2020, "15-49", 50, 0}};
    assert_non_null(strstr(describe(*state, relate(*state, beyond, 4)),
                           "all ~ 0-29 + 15-49 in 15-29; ")); /* everybody is as many */
    static const struct row more[] = {
        {2020, NULL, 71, 0}, {2020, "0-29", 40, 0}, {2020, "15-29", 20, 0}, {2020, "15-49", 50, 0}};
    assert_null(strstr(describe(*state, relate(*state, more, 4)), "~")); /* one is in neither */
}

/* Where nothing stands for two neighbours together, a third across them leaves what it lacks. */
static void bands_side_by_side_exceed_one_that_lies_across_them(void **state)
{
    static const struct row alone[] = {{2020, NULL, NO_FIGURE, 0},
                                       {2020, "15-29", 57, 0},
                                       {2020, "18-64", 121, 0},
                                       {2020, "30-64", 77, 0}};
    assert_non_null(
        strstr(describe(*state, relate(*state, alone, 4)), "18-64 ~ 15-29 + 30-64 in ?; "));
    static const struct row inside[] = {
        {2020, "15-29", 57, 0}, {2020, "20-49", 80, 0}, {2020, "30-64", 77, 0}};
    assert_non_null(
        strstr(describe(*state, relate(*state, inside, 3)), "20-49 ~ 15-29 + 30-64 in ?; "));
    static const struct row named[] = {{2020, "15-29", 57, 0},
                                       {2020, "15-64", 134, 0},
                                       {2020, "18-64", 121, 0},
                                       {2020, "30-64", 77, 0}};
    assert_null(
        strstr(describe(*state, relate(*state, named, 4)), "18-64 ~ 15-29 + 30-64")); /* 15-64 > */
    static const struct row everybody[] = {{2020, NULL, 134, 0},
                                           {2020, "15-29", 57, 0},
                                           {2020, "18-64", 121, 0},
                                           {2020, "30-64", 77, 0}};
    assert_null(strstr(describe(*state, relate(*state, everybody, 4)), "18-64 ~ 15-29 + 30-64"));
    static const struct row more[] = {{2020, NULL, 135, 0},
                                      {2020, "15-29", 57, 0},
                                      {2020, "18-64", 121, 0},
                                      {2020, "30-64", 77, 0}};
    assert_non_null(strstr(describe(*state, relate(*state, more, 4)), "18-64 ~ 15-29 + 30-64"));
    static const struct row three[] = {{2020, "15-19", 60, 0},
                                       {2020, "18-29", 180, 0},
                                       {2020, "20-24", 70, 0},
                                       {2020, "25-29", 80, 0}};
    assert_non_null(
        strstr(describe(*state, relate(*state, three, 4)), "18-29 ~ 15-19 + 20-24 + 25-29 in ?; "));
    static const struct row apart[] = {
        {2020, "15-29", 57, 0}, {2020, "18-64", 121, 0}, {2020, "35-64", 60, 0}};
    assert_null(strstr(describe(*state, relate(*state, apart, 3)), "15-29 + 35-64"));
    static const struct row same[] = {
        {2020, "15-29", 57, 0}, {2020, "18-64", 134, 0}, {2020, "30-64", 77, 0}};
    assert_null(strstr(describe(*state, relate(*state, same, 3)), "15-29 + 30-64")); /* nobody */
}

static void cells_without_figures_are_left_out(void **state)
{
    static const struct row part[] = {
        {2020, NULL, 100, 0}, {2020, "a", NO_FIGURE, 0}, {2020, "b", 60, 0}, {2020, "c", 40, 0}};
    ASSERT_RELATIONS(*state, part, "2020: all > b; all > c; all = b + c; ");
    static const struct row whole[] = {
        {2020, NULL, NO_FIGURE, 0}, {2020, "0-29", 60, 0}, {2020, "0-9", 20, 0}};
    ASSERT_RELATIONS(*state, whole, "2020: 0-29 > 0-9; ");
    static const struct row nothing[] = {{2020, NULL, 100, 0}, {2020, "a", NO_FIGURE, 0}};
    ASSERT_RELATIONS(*state, nothing, "");
}

static void periods_are_kept_apart(void **state)
{
    static const struct row rows[] = {
        {2019, NULL, 100, 0}, {2020, NULL, 200, 0}, {2019, "a", 40, 0},  {2020, "a", 60, 0},
        {2019, "b", 60, 0},   {2020, "b", 70, 0},   {2020, "c", 140, 0}, {2021, "c", 100, 0},
    };
    ASSERT_RELATIONS(*state, rows,
                     "2019: all > a; all > b; all = a + b; "
                     "2020: all > a; all > b; all > c; all = a + c; ");
}

/* The first cell of a period is one without a figure; the period is found nevertheless. */
static void a_period_may_begin_without_a_figure(void **state)
{
    static const struct row rows[] = {{2019, NULL, 100, 0},
                                      {2020, NULL, NO_FIGURE, 0},
                                      {2020, "0-29", 60, 0},
                                      {2020, "0-9", 20, 0}};
    ASSERT_RELATIONS(*state, rows, "2020: 0-29 > 0-9; ");
}

static void without_groups_there_are_no_relations(void **state)
{
    static const struct row rows[] = {{2019, NULL, 100, 0}, {2020, NULL, 100, 0}};
    ASSERT_RELATIONS(*state, rows, "");
    struct world *world = *state;
    assert_int_equal(groups_relate(world->arena, world->pointers, 0).count, 0);
}

static void given_values_have_nobody_to_add_up(void **state)
{
    struct world *world = *state;
    static const struct row rows[] = {{2020, NULL, 100, 0}, {2020, "a", 40, 0}, {2020, "b", 60, 0}};
    static const enum measure with_persons[] = {MEASURE_SHARE, MEASURE_RATE, MEASURE_MEAN,
                                                MEASURE_SURVEY};
    for (size_t i = 0; i < sizeof with_persons / sizeof *with_persons; i++) {
        world->indicator.measure = with_persons[i];
        ASSERT_RELATIONS(world, rows, "2020: all > a; all > b; all = a + b; ");
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
    struct row rows[MOST] = {{2020, NULL, persons, 0}};
    for (size_t i = 0; i < groups; i++)
        rows[i + 1] = (struct row){2020, names[i], (double)(1u << i), 0};
    return relate(world, rows, groups + 1);
}

static void many_groups_may_make_everybody(void **state)
{
    struct world *world = *state;
    struct relation_list list = relate_powers(world, 14, (1 << 14) - 1);
    assert_int_equal(list.count, 1 + 14);
    assert_false(list.items[14].partial);
    assert_int_equal(list.items[14].count, 14);
    assert_ptr_equal(list.items[14].whole, world->pointers[0]);
}

/* The search for sums ends; what lies within everybody is found all the same. */
static void a_search_that_grows_too_large_still_finds_each_within_everybody(void **state)
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
    assert_int_equal(list.count, 3);
    assert_false(list.items[2].partial);
    assert_int_equal(list.items[2].count, 2);
}

/* --- by chance -------------------------------------------------------------------------------- */

static unsigned next_random(unsigned *seed, unsigned from, unsigned to)
{
    *seed = *seed * 1664525 + 1013904223;
    return from + (*seed >> 8) % (to - from + 1);
}

/* Persons of a set of cells, as bits; everybody is bit 0 and never a part. */
static double persons_in(const struct world *world, unsigned set)
{
    double sum = 0;
    for (size_t i = 1; i < world->count; i++)
        sum += set >> i & 1 ? world->cells[i].amounts.denominator : 0;
    return sum;
}

static double count_in(const struct world *world, unsigned set)
{
    double sum = 0;
    for (size_t i = 1; i < world->count; i++)
        sum += set >> i & 1 ? world->cells[i].amounts.numerator : 0;
    return sum;
}

/* How often everybody is said to be made of a set, or to hold it. */
static size_t times_found(const struct relation_list *list, const struct world *world, unsigned set,
                          bool partial)
{
    size_t times = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct relation *relation = &list->items[i];
        unsigned parts = 0;
        for (size_t j = 0; j < relation->count; j++)
            parts |= 1u << relation->parts[j]->index;
        times += relation->partial == partial && !relation->overlapping &&
                 relation->whole == world->pointers[0] && parts == set;
    }
    return times;
}

static void every_set_that_adds_up_to_everybody_is_found_once(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {NULL, "a", "b", "c", "d", "e", "f"};
    unsigned seed = 31;
    size_t sums = 0, chances = 0;
    for (int turn = 0; turn < 300; turn++) {
        struct row rows[7];
        for (size_t i = 0; i < 7; i++)
            rows[i] = (struct row){2020, names[i], (i ? 1 : 12) + next_random(&seed, 0, 8),
                                   next_random(&seed, 0, i ? 1 : 2)};
        struct relation_list list = relate(world, rows, 7);
        for (unsigned set = 2; set < 1u << 7; set += 2) {
            bool persons = fabs(persons_in(world, set) - rows[0].persons) < 0.5;
            bool counts = fabs(count_in(world, set) - rows[0].count) < 0.5;
            assert_int_equal(times_found(&list, world, set, false), persons && counts);
            sums += persons && counts;
            chances += persons && !counts;
        }
    }
    assert_true(sums > 200);
    assert_true(chances > 200);
}

/* Whether no two bands of a set have an age in common, and no other band fits beside them. */
static bool is_full_of_bands(const struct world *world, unsigned set)
{
    unsigned taken = 0;
    for (size_t i = 1; i < world->count; i++) {
        struct age_band band;
        assert_true(age_band_parse(world->cells[i].group, &band));
        unsigned ages = (2u << band.to) - (1u << band.from);
        if (set >> i & 1 && taken & ages)
            return false;
        taken |= set >> i & 1 ? ages : 0;
    }
    for (size_t i = 1; i < world->count; i++) {
        struct age_band band;
        age_band_parse(world->cells[i].group, &band);
        if (!(taken & ((2u << band.to) - (1u << band.from))))
            return false;
    }
    return true;
}

static void bands_are_parts_as_many_as_fit(void **state)
{
    struct world *world = *state;
    unsigned seed = 32;
    size_t found = 0, whole = 0;
    for (int turn = 0; turn < 200; turn++) {
        struct row rows[8] = {{2020, NULL, next_random(&seed, 5, 12), 0}};
        size_t count = 1;
        for (unsigned from = 0; from < 6; from++)
            for (unsigned to = from; to < 6 && count < 8; to++)
                if (next_random(&seed, 0, 3) == 0)
                    rows[count++] =
                        (struct row){2020, arena_printf(world->arena, "%u-%u", from, to),
                                     next_random(&seed, 1, 4), 0};
        struct relation_list list = relate(world, rows, count);
        for (unsigned set = 2; set < 1u << count; set += 2) {
            double left = rows[0].persons - persons_in(world, set);
            bool full = is_full_of_bands(world, set), single = !(set & (set - 1));
            bool partial = left > 0.5 && (full || single), sum = full && fabs(left) < 0.5;
            assert_int_equal(times_found(&list, world, set, true) > 0, partial);
            assert_int_equal(times_found(&list, world, set, false) > 0, sum);
            found += partial && !single;
            whole += sum;
        }
    }
    assert_true(found > 100);
    assert_true(whole > 30);
}

/* Everybody is those who stayed and those who came; those who left were there the year before. */
static void movers_are_parts_of_the_year_they_lived_there(void **state)
{
    static const struct row rows[] = {
        {2019, NULL, 100, 30},        {2020, NULL, 90, 25},         {2020, "Fastboende", 78, 20},
        {2020, "Fraflyttere", 22, 9}, {2020, "Tilflyttere", 12, 5},
    };
    ASSERT_RELATIONS(*state, rows,
                     "2020: all > Fastboende; all > Tilflyttere; all = Fastboende + Tilflyttere; "
                     "2019: all > Fraflyttere of 2020; ");
}

/* More of them counted, or fewer not, than there were: the two are not counted alike. */
static void out_movers_that_cannot_have_been_there_are_bound_to_nobody(void **state)
{
    static const struct row counted[] = {
        {2019, NULL, 100, 8}, {2020, NULL, 90, 25}, {2020, "fraflyttere", 22, 9}};
    ASSERT_RELATIONS(*state, counted, "");
    static const struct row others[] = {
        {2019, NULL, 100, 90}, {2020, NULL, 90, 25}, {2020, "fraflyttere", 22, 9}};
    ASSERT_RELATIONS(*state, others, "");
    static const struct row first[] = {{2020, NULL, 90, 25}, {2020, "out-movers", 22, 9}};
    ASSERT_RELATIONS(*state, first, "");
    static const struct row gap[] = {
        {2018, NULL, 100, 30}, {2019, NULL, NO_FIGURE, 0}, {2020, "out-movers", 22, 9}};
    ASSERT_RELATIONS(*state, gap, "2018: all > out-movers of 2020; ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(groups_that_add_up_to_everybody_are_the_whole),
        WORLD_TEST(groups_may_make_everybody_in_several_ways),
        WORLD_TEST(groups_without_ages_make_no_group),
        WORLD_TEST(bands_of_ages_beside_each_other_are_parts),
        WORLD_TEST(a_band_within_has_fewer_persons),
        WORLD_TEST(bands_that_overlap_make_a_third_with_those_in_both),
        WORLD_TEST(bands_side_by_side_exceed_one_that_lies_across_them),
        WORLD_TEST(cells_without_figures_are_left_out),
        WORLD_TEST(periods_are_kept_apart),
        WORLD_TEST(a_period_may_begin_without_a_figure),
        WORLD_TEST(without_groups_there_are_no_relations),
        WORLD_TEST(given_values_have_nobody_to_add_up),
        WORLD_TEST(many_groups_may_make_everybody),
        WORLD_TEST(a_search_that_grows_too_large_still_finds_each_within_everybody),
        WORLD_TEST(every_set_that_adds_up_to_everybody_is_found_once),
        WORLD_TEST(bands_are_parts_as_many_as_fit),
        WORLD_TEST(movers_are_parts_of_the_year_they_lived_there),
        WORLD_TEST(out_movers_that_cannot_have_been_there_are_bound_to_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
