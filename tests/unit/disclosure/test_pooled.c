/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onlooker.h"

#include "pejling/base/number.h"
#include "pejling/disclosure/pooled.h"
#include "pejling/disclosure/safety.h"

/* --- plans ------------------------------------------------------------------------------------ */
/* Years of one area: its counts from a first year on, `.` for a year without a row. */
struct area_years {
    const char *area;
    int first, persons;
    const char *counts;
};

static const char *rows_of(struct plan_folder *folder, const char *indicator,
                           const struct area_years *years)
{
    const char *rows = "";
    const char *at = years->counts;
    for (int year = years->first; *at; year++) {
        size_t length = strcspn(at, " ");
        if (*at != '.')
            rows = arena_printf(folder->arena, "%s%s;%s;%d;;%.*s;%d;;;\n", rows, indicator,
                                years->area, year, (int)length, at, years->persons);
        at += length + (at[length] == ' ');
    }
    return rows;
}

/* A large municipality in every year, so that its rest is rounded to next to nothing. */
static const char *municipality(struct plan_folder *folder, const char *indicator)
{
    const char *rows = "";
    for (int year = 2014; year <= 2025; year++)
        rows = arena_printf(folder->arena, "%s%s;by;%d;;30000;75000;;;\n", rows, indicator, year);
    return rows;
}

static void write_years(struct plan_folder *folder, const struct area_years *years, size_t count)
{
    const char *rows = municipality(folder, "andelen");
    for (size_t i = 0; i < count; i++)
        rows = arena_printf(folder->arena, "%s%s", rows, rows_of(folder, "andelen", &years[i]));
    plan_folder_figures(folder, rows);
}

/* The pools of a table: `nord 2019-2021: 63/300, …`. */
static const char *pools_in(const struct plan_folder *folder, const struct released_table *table)
{
    const char *text = "";
    for (size_t i = 0; i < table->pool_count; i++) {
        const struct released_pool *pool = &table->pools[i];
        text = arena_printf(folder->arena, "%s%s%s %d-%d: %g/%g", text, *text ? ", " : "",
                            pool->area->code, pool->from.year, pool->to.year, pool->numerator,
                            pool->denominator);
    }
    return text;
}

static void assert_pools(struct plan_folder *folder, const char *pools)
{
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_string_equal(pools_in(folder, &table), pools);
}

/* --- the windows ------------------------------------------------------------------------------ */
/* The candidates of a plan with these figures of »nord«, with the years under five hidden. */
static const char *candidates_of(struct plan_folder *folder, const char *figures)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    plan_folder_figures(folder, figures);
    plan_folder_read(folder);
    struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &none};
    assert_true(exposure_next(&exposure, &folder->cells));
    struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
    for (size_t i = 0; i < exposure.count; i++)
        if (exposure.cells[i]->reason)
            shown[i].release = RELEASE_ABSENT;
        else if (exposure.cells[i]->amounts.numerator < 5)
            shown[i].release = RELEASE_HIDDEN;
    exposure.shown = shown;
    struct pool_list list = pooled_candidates(folder->arena, &exposure, &folder->catalogue);
    const struct released_table table = {.pools = list.items, .pool_count = list.count};
    return pools_in(folder, &table);
}

static void check_candidates(struct plan_folder *folder, int first, const char *counts,
                             const char *candidates)
{
    const struct area_years years = {"nord", first, 100, counts};
    const char *found = candidates_of(folder, rows_of(folder, "andelen", &years));
    if (strcmp(found, candidates) != 0)
        fail_msg("%s from %d: »%s«, not »%s«", counts, first, found, candidates);
}

/* The baseline year is 2021: so 2016-2018, 2019-2021, 2022-2024, whatever years there are. */
static void windows_are_counted_from_the_baseline_year(void **state)
{
    static const struct {
        int first;
        const char *counts, *candidates;
    } cases[] = {
        {2019, "20 3 20", "nord 2019-2021: 43/300"},
        {2018, "20 3 20", ""},
        {2020, "20 3 20", ""},
        {2018, "20 20 3 20 20", "nord 2019-2021: 43/300"},
        {2016, "3 20 20 20 3 20 20 20 3",
         "nord 2016-2018: 43/300, nord 2019-2021: 43/300, nord 2022-2024: 43/300"},
        {2016, "3 20 20 20 20 20 20 20 3", "nord 2016-2018: 43/300, nord 2022-2024: 43/300"},
        {2022, "3 3 3", "nord 2022-2024: 9/300"},
        {2022, "3 3", ""},
        {2013, "3 20 20", "nord 2013-2015: 43/300"},
        {2010, "20 20 4", "nord 2010-2012: 44/300"},
        {2019, "20 20 20", ""}, /* nothing is hidden */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_candidates(*state, cases[i].first, cases[i].counts, cases[i].candidates);
}

static void the_baseline_year_moves_the_windows(void **state)
{
    struct plan_folder *folder = *state;
    for (int baseline = 2015; baseline <= 2026; baseline++) {
        int end = baseline;
        while (end < 2019)
            end += 3;
        while (end > 2021)
            end -= 3;
        plan_folder_write(folder, "plan.csv",
                          arena_printf(folder->arena,
                                       "nøgle;værdi\ntitel;P\nkommune;by\nplanstart;2021-10-01\n"
                                       "planslut;2030-09-30\nbasisår;%d\nudgave;2025\n",
                                       baseline));
        check_candidates(folder, end - 2, "20 3 20",
                         arena_printf(folder->arena, "nord %d-%d: 43/300", end - 2, end));
        check_candidates(folder, end - 1, "20 3 20", "");
    }
}

static void a_window_has_all_its_years_and_no_break(void **state)
{
    struct plan_folder *folder = *state;
    check_candidates(folder, 2019, "20 . 3", "");
    check_candidates(folder, 2019, ". 20 3", "");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;nord;2021;Ny opgørelse\n");
    check_candidates(folder, 2019, "20 3 20 3 20 20", "nord 2022-2024: 43/300");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;nord;2019;Ny opgørelse\n");
    check_candidates(folder, 2016, "20 3 20 20 3 20",
                     "nord 2016-2018: 43/300, nord 2019-2021: 43/300");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;syd;2020;Ny opgørelse\n");
    check_candidates(folder, 2019, "20 3 20", "nord 2019-2021: 43/300");
}

static void a_year_without_a_figure_or_without_persons_makes_no_window(void **state)
{
    static const char *const rows[] = {
        "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;100;;;\nandelen;nord;2021;;;;;;"
        "diskret\n",
        "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;100;;;\nandelen;nord;2021;;;;;;"
        "mangler\n",
        "andelen;nord;2019;;20;100;;;\nandelen;nord;2020;;3;100;;;\nandelen;nord;2021;;0;0;;;\n",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(candidates_of(*state, rows[i]), "");
}

/* The third year has a subgroup alone, which stands behind the other two. */
static void a_subgroup_makes_no_window(void **state)
{
    static const struct {
        const char *group;
        size_t candidates;
    } cases[] = {{"", 1}, {"15-29", 0}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 2; i++) {
        static const struct earlier_editions none = {NULL, 0, NULL};
        plan_folder_figures(folder, arena_printf(folder->arena,
                                                 "andelen;nord;2019;;20;100;;;\n"
                                                 "andelen;nord;2020;;3;110;;;\n"
                                                 "andelen;nord;2021;%s;30;120;;;\n",
                                                 cases[i].group));
        plan_folder_read(folder);
        struct exposure exposure = {.plan = &folder->catalogue.plan, .earlier = &none};
        assert_true(exposure_next(&exposure, &folder->cells));
        struct released_cell *shown = arena_alloc(folder->arena, exposure.count, sizeof *shown);
        for (size_t j = 0; j < exposure.count; j++)
            shown[j].release = RELEASE_HIDDEN;
        exposure.shown = shown;
        size_t nord = 0;
        struct pool_list list = pooled_candidates(folder->arena, &exposure, &folder->catalogue);
        for (size_t j = 0; j < list.count; j++)
            nord += list.items[j].area == area_of(folder, "nord");
        assert_int_equal(nord, cases[i].candidates);
    }
}

static void what_is_small_by_itself_is_no_candidate(void **state)
{
    static const struct {
        const char *counts, *candidates;
    } cases[] = {
        {"1 1 2", ""},
        {"1 1 3", "nord 2019-2021: 5/300"},
        {"99 99 98", ""}, /* four without: hidden by these rules alone, not by those of the test */
        {"1 99 99", "nord 2019-2021: 199/300"},
        {"0 1 0", ""},
        {"2,5 1,25 20", "nord 2019-2021: 23.75/300"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_candidates(*state, 2019, cases[i].counts, cases[i].candidates);
}

static void only_areas_and_their_total_are_pooled(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\ntvil;T;tvilling;;;;;\n");
    const char *rows = "";
    static const char *const areas[] = {"n1", "tvil", "syd", "by", "nord"};
    for (int year = 2019; year <= 2021; year++)
        for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
            rows = arena_printf(folder->arena,
                                "%sandelen;%s;%d;;2;%d;;;\nandelen;%s;%d;unge;2;30;;;\n", rows,
                                areas[i], year, i == 3 ? 1000 : 100, areas[i], year);
    assert_string_equal(candidates_of(folder, rows),
                        "nord 2019-2021: 6/300, syd 2019-2021: 6/300, samlet 2019-2021: 12/600");
}

static void only_counts_of_calendar_and_school_years_are_pooled(void **state)
{
    static const struct {
        const char *type, *reporting, *suffix;
        size_t count;
    } cases[] = {
        {"andel", "kalenderår", "", 1},  {"rate", "kalenderår", "", 1},
        {"andel", "skoleår", "/", 1},    {"andel", "01-01", "", 1},
        {"survey", "kalenderår", "", 0}, {"andel", "dato", "-", 0},
        {"andel", "kvartal", "Q1", 0},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = "";
        for (int year = 2019; year <= 2021; year++) {
            const char *suffix = cases[i].suffix;
            if (*suffix == '/')
                suffix = arena_printf(folder->arena, "/%d", (year + 1) % 100);
            if (*suffix == '-')
                suffix = "-05-01";
            rows = arena_printf(folder->arena, "%si;nord;%d%s;;%d;100;;;\n", rows, year, suffix,
                                year == 2020 ? 3 : 20);
        }
        plan_folder_write(folder, "indikatorer.csv",
                          arena_printf(folder->arena, INDICATORS_HEADER "i;I;%s;pct.;op;%s;K\n",
                                       cases[i].type, cases[i].reporting));
        const char *found = candidates_of(folder, rows);
        if ((*found != '\0') != (cases[i].count > 0))
            fail_msg("%s, %s: »%s«", cases[i].type, cases[i].reporting, found);
    }
}

static void a_pool_has_the_level_of_its_years_together(void **state)
{
    struct plan_folder *folder = *state;
    const struct area_years years[] = {{"nord", 2019, 97, "2 3 20"}};
    write_years(folder, years, 1);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_int_equal(table.pool_count, 1);
    assert_near(table.pools[0].value, number_round(100 * 25 / 291.0, 1), 0);
    assert_near(table.pools[0].numerator, 25, 0);
    assert_int_equal(table.pools[0].from.kind, PERIOD_YEAR);
}

/* --- which are accepted ----------------------------------------------------------------------- */
/* Reference cases disclosure-015 and -016 (five years there; three years are offered here). */
static void a_pool_that_gives_a_hidden_year_away_is_not_offered(void **state)
{
    static const struct {
        const char *id, *counts, *pools;
    } cases[] = {
        {"015: all but one year are shown", "9 7 3 8 11", ""},
        {"016: two hidden years of three together", "9 1 2 8 11", ""},
        {"two hidden years of four", "9 1 3 8 11", ""}, /* 3 at most, for neither is none */
        {"two hidden years of five", "9 1 4 8 11", "nord 2019-2021: 14/300"},
        {"three hidden years", "1 2 3 8 11", "nord 2019-2021: 6/300"},
        {"all of them small, and of five together", "1 1 3 8 11", ""}, /* 3 at most likewise */
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct area_years years[] = {{"nord", 2019, 100, cases[i].counts}};
        write_years(folder, years, 1);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        if (strcmp(pools_in(folder, &table), cases[i].pools) != 0)
            fail_msg("%s: »%s«", cases[i].id, pools_in(folder, &table));
        onlooker_assert_safe(folder, &table, "andelen");
    }
}

/* An area hidden for the sake of another has a pool where that tells of neither. */
static void pools_of_areas_and_of_their_total_are_weighed_together(void **state)
{
    static const struct {
        const char *nord, *syd, *pools;
    } cases[] = {
        {"3 20 20", "30 40 50", ""}, /* a year of either would follow */
        {"2 3 20", "30 40 50", "nord 2019-2021: 25/300, syd 2019-2021: 120/330"},
        /* with »syd« known to be large, both years of »nord« are small: seven is three and four */
        {"3 4 20", "30 40 50", ""},
        {"4 4 4", "30 40 50", ""},
        {"3 4 2", "30 40 50", "nord 2019-2021: 9/300, syd 2019-2021: 120/330"},
        {"20 20 20", "30 40 50", ""},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct area_years years[] = {{"nord", 2019, 100, cases[i].nord},
                                           {"syd", 2019, 110, cases[i].syd}};
        write_years(folder, years, 2);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        if (strcmp(pools_in(folder, &table), cases[i].pools) != 0)
            fail_msg("%s: »%s«", cases[i].nord, pools_in(folder, &table));
        onlooker_assert_safe(folder, &table, "andelen");
    }
}

static void an_internal_edition_offers_no_pools(void **state)
{
    struct plan_folder *folder = *state;
    const struct area_years years[] = {{"nord", 2019, 100, "3 4 20"}};
    write_years(folder, years, 1);
    assert_int_equal(plan_folder_release(folder, EDITION_INTERNAL).pool_count, 0);
}

/* --- a year later ----------------------------------------------------------------------------- */
/* Two editions cannot be set against each other: the windows are the same, and so are the sums. */
static void an_edition_a_year_later_has_the_same_windows(void **state)
{
    static const char later[] = "nord 2016-2018: 25/300, nord 2019-2021: 9/300";
    struct plan_folder *folder = *state;
    struct area_years years[] = {{"nord", 2016, 100, "3 2 20 3 4 2 1"}};
    write_years(folder, years, 1);
    struct released_table first = plan_folder_release(folder, EDITION_SHARED);
    assert_string_equal(pools_in(folder, &first), later);
    years[0].counts = "3 2 20 3 4 2 1 4"; /* one more, and the window is not full yet */
    write_years(folder, years, 1);
    assert_pools(folder, later);
    years[0].counts = "3 2 20 3 4 2 1 4 30";
    write_years(folder, years, 1);
    assert_pools(folder, "nord 2016-2018: 25/300, nord 2019-2021: 9/300, nord 2022-2024: 35/300");
}

/* A pool of an earlier edition is known: another one that would now tell more is not offered. */
static void the_pools_of_earlier_editions_count(void **state)
{
    struct plan_folder *folder = *state;
    const struct area_years years[] = {{"nord", 2019, 100, "3 4 20"},
                                       {"syd", 2019, 110, "30 40 50"}};
    write_years(folder, years, 2);
    plan_folder_read(folder);
    struct released_pool pool = {.indicator = indicator_of(folder, "andelen"),
                                 .area = area_of(folder, "nord"),
                                 .from = period_of("2019"),
                                 .to = period_of("2020"),
                                 .numerator = 7,
                                 .denominator = 200};
    struct released_table before = released_table_make(folder->arena, &folder->catalogue,
                                                       EDITION_SHARED, NULL, 0),
                          table;
    released_table_pool(&before, &pool, 1);
    const struct earlier_editions earlier = {&before, 1, NULL};
    assert_true(protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &earlier,
                        EDITION_SHARED, &table));
    assert_string_equal(pools_in(folder, &table), "nord 2019-2021: 27/300, syd 2019-2021: 120/330");
    pool.to = period_of("2021"); /* of other years, so that only one is left over */
    pool.from = period_of("2020");
    pool.numerator = 24;
    assert_true(protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &earlier,
                        EDITION_SHARED, &table));
    assert_string_equal(pools_in(folder, &table), "");
    for (int year = 2019; year <= 2021; year++)
        assert_int_equal(
            released_of(folder, &table, "andelen", "nord", arena_printf(folder->arena, "%d", year))
                ->release,
            RELEASE_HIDDEN);
}

/* --- by chance -------------------------------------------------------------------------------- */
/* Three years of two areas of few persons, which are often small. */
static void write_random_years(struct plan_folder *folder, unsigned *seed, const char *measure)
{
    static const char *const areas[] = {"nord", "syd"};
    const char *rows = "";
    plan_folder_write(folder, "plan.csv", BASE_PLAN "tærskel;3\nmindste_nævner;3\n");
    for (int year = 2019; year <= 2021; year++) {
        unsigned count = 0;
        for (size_t i = 0; i < 2; i++) {
            *seed = *seed * 1664525 + 1013904223;
            unsigned persons = 6 + (*seed >> 8) % 4, few = (*seed >> 12) % 3 ? 3 : persons;
            unsigned x = (*seed >> 16) % (few + 1);
            rows = arena_printf(folder->arena, "%s%s;%s;%d;;%u;%u;;;\n", rows, measure, areas[i],
                                year, x, persons);
            count += x;
        }
        rows =
            arena_printf(folder->arena, "%s%s;by;%d;;%u;3000;;;\n", rows, measure, year, count + 7);
    }
    plan_folder_figures(folder, rows);
}

static void no_pool_of_a_small_plan_tells_too_much(void **state)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    struct plan_folder *folder = *state;
    unsigned seed = 71;
    size_t pools = 0;
    for (int turn = 0; turn < 60; turn++) {
        const char *measure = turn % 3 ? "andelen" : "raten";
        struct released_table table;
        write_random_years(folder, &seed, measure);
        plan_folder_read(folder);
        if (!protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &none,
                     EDITION_SHARED, &table))
            continue;
        onlooker_assert_safe(folder, &table, measure);
        pools += table.pool_count;
    }
    assert_true(pools > 20);
}

/* --- accepting one by one --------------------------------------------------------------------- */
static void the_sums_of_pools_that_are_not_accepted_are_lifted(void **state)
{
    struct plan_folder *folder = *state;
    struct released_pool offered[2] = {{.numerator = 5}, {.numerator = 12}};
    struct quantity quantities[3] = {0};
    struct term terms[] = {{0, 1}, {1, 1}, {0, 1}, {2, 1}};
    struct equation items[] = {{terms, 2, {5, 5}, .pool = &offered[0]},
                               {terms + 2, 2, {12, 12}, .pool = &offered[1]}};
    struct equations equations = {
        .quantities = quantities, .count = 3, .items = items, .equation_count = 2, .unit = 1};
    for (size_t i = 0; i < 3; i++)
        quantities[i] = (struct quantity){.persons = 50,
                                          .truth = i == 0   ? 3
                                                   : i == 1 ? 2
                                                            : 9,
                                          .hidden = i < 2,
                                          .shown = {9, 9},
                                          .concealed = {0, 50}};
    quantities[0].need = quantities[1].need = (struct need){4, 0, 4};
    struct pool_list list = {0};
    pooled_accept(folder->arena, &equations, &list);
    assert_int_equal(list.count, 1);
    assert_near(list.items[0].numerator, 5, 0);
    assert_near(items[0].sum.low, 5, 0);
    assert_true(isinf(items[1].sum.low) && isinf(items[1].sum.high));
    struct safety *safety = safety_make(folder->arena, &equations);
    assert_int_equal(safety_first_unsafe(safety), 3);
}

/*
 * Twice a count that is known to be even, beside a pool of two others: what earlier editions gave
 * away stands in the way of no pool; what they did not, of every one.
 */
static void what_is_given_away_stands_in_no_pools_way(void **state)
{
    struct plan_folder *folder = *state;
    for (int has_earlier = 0; has_earlier < 2; has_earlier++) {
        struct released_pool offered = {.numerator = 5};
        struct term terms[] = {{0, 1}, {1, -1}, {2, -1}, {1, 1}, {2, -1}, {3, 1}, {4, 1}};
        struct equation items[] = {{terms, 3, {0, 0}, .pool = NULL},
                                   {terms + 3, 2, {0, 0}, .pool = NULL},
                                   {terms + 5, 2, {5, 5}, .pool = &offered}};
        static const double truths[] = {4, 2, 2, 3, 2};
        struct quantity quantities[5];
        for (size_t i = 0; i < 5; i++)
            quantities[i] = (struct quantity){
                .persons = 50, .truth = truths[i], .hidden = true, .concealed = {0, 50}};
        quantities[0].need.small = quantities[3].need.small = 4;
        struct equations equations = {.quantities = quantities,
                                      .count = 5,
                                      .items = items,
                                      .equation_count = 3,
                                      .unit = 1,
                                      .has_earlier = has_earlier};
        struct pool_list list = {0};
        pooled_accept(folder->arena, &equations, &list);
        assert_int_equal(list.count, has_earlier);
        assert_int_equal(quantities[0].known, has_earlier);
        assert_false(quantities[3].known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(windows_are_counted_from_the_baseline_year),
        PLAN_FOLDER_TEST(the_baseline_year_moves_the_windows),
        PLAN_FOLDER_TEST(a_window_has_all_its_years_and_no_break),
        PLAN_FOLDER_TEST(a_year_without_a_figure_or_without_persons_makes_no_window),
        PLAN_FOLDER_TEST(a_subgroup_makes_no_window),
        PLAN_FOLDER_TEST(what_is_small_by_itself_is_no_candidate),
        PLAN_FOLDER_TEST(only_areas_and_their_total_are_pooled),
        PLAN_FOLDER_TEST(only_counts_of_calendar_and_school_years_are_pooled),
        PLAN_FOLDER_TEST(a_pool_has_the_level_of_its_years_together),
        PLAN_FOLDER_TEST(a_pool_that_gives_a_hidden_year_away_is_not_offered),
        PLAN_FOLDER_TEST(pools_of_areas_and_of_their_total_are_weighed_together),
        PLAN_FOLDER_TEST(an_internal_edition_offers_no_pools),
        PLAN_FOLDER_TEST(an_edition_a_year_later_has_the_same_windows),
        PLAN_FOLDER_TEST(the_pools_of_earlier_editions_count),
        PLAN_FOLDER_TEST(no_pool_of_a_small_plan_tells_too_much),
        PLAN_FOLDER_TEST(what_is_given_away_stands_in_no_pools_way),
        PLAN_FOLDER_TEST(the_sums_of_pools_that_are_not_accepted_are_lifted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
