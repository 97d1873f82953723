/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/pooled_areas.h"

#include "series_world.h"

#include "pejling/stats/heterogeneity.h"
#include "pejling/stats/line.h"

static struct pooled_areas judge(struct series_world *world, const struct findings *findings)
{
    return pooled_areas_judge(world->arena, findings->table, &findings->verdicts,
                              &world->indicators[0], &world->areas[BY]);
}

/* All three come 0.9 points a year closer to a municipality that stays. */
static struct indicator *write_closing(struct series_world *world)
{
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 30, 38);
    world_line(world, indicator, RINGPARKEN, 32, 40);
    world_line(world, indicator, SYDBYEN, 34, 42);
    return indicator;
}

static double half(const struct gap_verdict *verdict)
{
    const struct estimate *slope = &verdict->decides->slope;
    return fmax(slope->upper - slope->value, slope->value - slope->lower);
}

static void the_slope_is_the_weighted_mean_of_the_areas_own(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = write_closing(world);
    const struct findings *findings = world_findings(world);
    struct pooled_areas pooled = judge(world, findings);
    double weights = 0, sum = 0, z = normal_quantile(0.975), squares = 0, smallest = HUGE_VAL;
    for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++) {
        const struct gap_verdict *verdict =
            verdict_of(&findings->verdicts, indicator, &world->areas[i]);
        double error = half(verdict) / z;
        weights += 1 / (error * error);
        sum += verdict->decides->slope.value / (error * error);
        squares += 1 / pow(error, 4);
        smallest = fmin(smallest, error);
    }
    struct released_series rest = released_series(findings->table, indicator, &world->areas[BY]);
    double x[10], y[10];
    for (size_t i = 0; i < 10; i++) {
        x[i] = rest.cells[i].time;
        y[i] = rest.cells[i].value;
    }
    double shared = fmin(smallest, line_fit(x, y, 10, 0.95).standard_error);
    double error = sqrt(1 / weights + shared * shared * (1 - squares / (weights * weights)));
    assert_near(pooled.slope.value, sum / weights, 1e-12);
    assert_near(pooled.slope.upper - pooled.slope.value, z * error, 1e-9);
    assert_true(error > 1 / sqrt(weights)); /* what they share is in it */
    assert_int_equal(pooled.verdict, VERDICT_NARROWING);
    assert_int_equal(pooled.areas.count, 3);
    assert_int_equal(pooled.periods, 10);
    assert_int_equal(pooled.from.year, 2014);
    assert_near(pooled.p, normal_two_sided(pooled.slope.value / error), 1e-15);
}

static void an_area_that_is_too_small_is_left_out(void **state)
{
    struct series_world *world = *state;
    write_closing(world);
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[SYDBYEN])
            world->cells[i].denominator = 12;
    struct pooled_areas pooled = judge(world, world_findings(world));
    assert_int_equal(pooled.areas.count, 2);
    assert_int_equal(pooled.verdict, VERDICT_NARROWING);
}

static void a_hidden_area_leaves_the_verdict_open(void **state)
{
    struct series_world *world = *state;
    write_closing(world);
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[SYDBYEN] && world->cells[i].period.year > 2015)
            world_take(&world->cells[i], RELEASE_HIDDEN, REASON_SUPPRESSED);
    struct pooled_areas pooled = judge(world, world_findings(world));
    assert_int_equal(pooled.verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(pooled.reason, REASON_SUPPRESSED);
    assert_true(pooled.hidden);
    assert_int_equal(pooled.slope.state, ESTIMATE_UNDEFINED);
}

/* One year of one area is hidden, and everybody may know what it lies between. */
static struct pooled_areas with_hidden_year(struct series_world *world, double lowest,
                                            double highest)
{
    write_closing(world);
    struct released_cell *hidden = &world->cells[33];
    assert_ptr_equal(hidden->area, &world->areas[SYDBYEN]);
    world_take(hidden, RELEASE_HIDDEN, REASON_SUPPRESSED);
    hidden->has_limits = true;
    hidden->lowest = lowest;
    hidden->highest = highest;
    hidden->denominator = 2000;
    return judge(world, world_findings(world));
}

static void hidden_years_that_change_nothing_are_no_hindrance(void **state)
{
    struct pooled_areas pooled = with_hidden_year(*state, 36, 37);
    assert_int_equal(pooled.verdict, VERDICT_NARROWING);
    assert_false(pooled.hidden);
    assert_int_equal(pooled.periods, 9);
}

/* An area that tells nothing by itself still weighs, and one year of it could be more or less. */
static struct pooled_areas with_open_question(struct series_world *world, double highest)
{
    const struct indicator *indicator = &world->indicators[0];
    world->count = world->catalogue.indicator_count = 0;
    world_indicator(world, "andelen", POLARITY_UP);
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 30, 38);
    world_line(world, indicator, RINGPARKEN, 32, 40);
    struct released_cell *late = &world_line(world, indicator, SYDBYEN, 50, 50)[8];
    world_take(late, RELEASE_HIDDEN, REASON_SUPPRESSED);
    late->has_limits = true;
    late->lowest = 100 - highest;
    late->highest = highest;
    late->denominator = 2000;
    const struct findings *findings = world_findings(world);
    assert_int_equal(verdict_of(&findings->verdicts, indicator, &world->areas[SYDBYEN])->reason,
                     REASON_IMPRECISE);
    return judge(world, findings);
}

static void hidden_years_that_could_turn_it_leave_it_open(void **state)
{
    assert_int_equal(with_open_question(*state, 51).verdict, VERDICT_NARROWING);
    struct pooled_areas pooled = with_open_question(*state, 100);
    assert_int_equal(pooled.verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(pooled.reason, REASON_SUPPRESSED);
    assert_true(pooled.hidden);
    assert_int_equal(pooled.slope.state, ESTIMATE_INTERVAL);
}

/*
 * A year in the middle turns no slope, but far from the line it takes its certainty away: the areas'
 * engines say so.
 */
static void hidden_years_that_take_the_certainty_leave_it_open(void **state)
{
    for (int wide = 0; wide < 2; wide++) {
        struct series_world *world = *state;
        world->count = world->catalogue.indicator_count = 0;
        const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
        world_line(world, indicator, BY, 50, 50);
        for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++) {
            struct released_cell *middle = &world_line(world, indicator, i, 47.5, 49.5)[4];
            double about = middle->value;
            world_take(middle, RELEASE_HIDDEN, REASON_SUPPRESSED);
            middle->has_limits = true;
            middle->lowest = about - (wide ? 4 : 0.5);
            middle->highest = about + (wide ? 4 : 0.5);
            middle->denominator = 2000;
        }
        const struct findings *findings = world_findings(world);
        for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++)
            assert_int_equal(verdict_of(&findings->verdicts, indicator, &world->areas[i])->reason,
                             REASON_IMPRECISE);
        struct pooled_areas pooled = judge(world, findings);
        assert_int_equal(pooled.verdict, wide ? VERDICT_NOT_DETERMINABLE : VERDICT_NARROWING);
        assert_int_equal(pooled.hidden, wide);
    }
}

static void other_years_are_no_estimate_of_the_same(void **state)
{
    struct series_world *world = *state;
    write_closing(world);
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[SYDBYEN] && world->cells[i].period.year < 2016)
            world_take(&world->cells[i], RELEASE_ABSENT, REASON_MISSING);
    struct pooled_areas pooled = judge(world, world_findings(world));
    assert_int_equal(pooled.reason, REASON_INCOMPLETE);
    assert_int_equal(pooled.slope.state, ESTIMATE_UNDEFINED);
}

/* And hidden years are not the reason, where it is another one that is told. */
static void values_without_counts_are_not_pooled(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = write_closing(world);
    world->indicators[0].measure = MEASURE_VALUE;
    assert_int_equal(judge(world, world_findings(world)).reason, REASON_NO_COUNTS);
    world_take(&world->cells[33], RELEASE_HIDDEN, REASON_SUPPRESSED);
    const struct findings *findings = world_findings(world);
    assert_true(verdict_of(&findings->verdicts, indicator, &world->areas[SYDBYEN])->hidden);
    struct pooled_areas pooled = judge(world, findings);
    assert_int_equal(pooled.reason, REASON_NO_COUNTS);
    assert_false(pooled.hidden);
}

/* --- how often it says that a gap moves that does not ------------------------------------------ */
/* A municipality with three areas and their rest, by counts. */
#define AREAS 6
enum { WHOLE, FIRST, TOGETHER = 4, REST };

struct panel {
    struct area areas[AREAS];
    struct indicator indicator;
    struct catalogue catalogue;
    unsigned long long random;
};

static double uniform(struct panel *panel)
{
    panel->random = panel->random * 6364136223846793005ULL + 1442695040888963407ULL;
    return ((double)(panel->random >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(struct panel *panel)
{
    return normal_quantile(uniform(panel));
}

static void panel_start(struct panel *panel, enum accrual accrual)
{
    static const enum area_role roles[AREAS] = {AREA_MUNICIPALITY, AREA_ESTATE, AREA_ESTATE,
                                                AREA_ESTATE,       AREA_TOTAL,  AREA_REST};
    static const char *const codes[AREAS] = {"by", "a", "b", "c", "samlet", "rest"};
    *panel = (struct panel){.random = 20211001};
    for (size_t i = 0; i < AREAS; i++)
        panel->areas[i] = (struct area){.index = i,
                                        .code = codes[i],
                                        .name = codes[i],
                                        .role = roles[i],
                                        .part_of = i ? &panel->areas[WHOLE] : NULL,
                                        .from = -HUGE_VAL,
                                        .to = HUGE_VAL};
    panel->indicator = (struct indicator){.code = "x",
                                          .name = "x",
                                          .measure = MEASURE_SHARE,
                                          .factor = 100,
                                          .accrual = accrual,
                                          .reporting = {PERIOD_YEAR, 0, 0},
                                          .has_trend = true,
                                          .delta = 0.1,
                                          .decimals = 1};
    panel->catalogue = (struct catalogue){.plan = {.confidence = 0.95, .baseline_year = 2018},
                                          .indicators = &panel->indicator,
                                          .indicator_count = 1,
                                          .areas = panel->areas,
                                          .area_count = AREAS};
}

/* How the true levels of the years go up and down: standard deviations in points, AR(1). */
struct effects {
    double area, rest, rho;
};

/* Draws a panel in which no gap changes, and says whether the areas as one seem to move. */
static bool seems_to_move(struct panel *panel, size_t years, const struct effects *effects)
{
    static const double persons[AREAS] = {[FIRST] = 300, 700, 1500, [REST] = 75000};
    static const double level[AREAS] = {[FIRST] = 20, 22, 18, [REST] = 12};
    struct arena *arena = arena_new();
    struct released_cell *cells = arena_alloc(arena, AREAS * years, sizeof *cells);
    size_t count = 0;
    for (size_t i = FIRST; i < AREAS; i++) {
        double effect = normal(panel), sd = i == REST ? effects->rest : effects->area;
        for (size_t year = 0; year < years && persons[i] > 0; year++) {
            double share = level[i] / 100 + effect * sd / 100;
            effect = effects->rho * effect + sqrt(1 - effects->rho * effects->rho) * normal(panel);
            double events =
                share * persons[i] + normal(panel) * sqrt(persons[i] * share * (1 - share));
            cells[count++] =
                (struct released_cell){.indicator = &panel->indicator,
                                       .area = &panel->areas[i],
                                       .period = world_year(2014 + (int)year),
                                       .time = 2014.5 + (double)year,
                                       .value = 100 * fmax(0, round(events)) / persons[i],
                                       .denominator = persons[i]};
            if (i == REST) { /* there is a rest where there is a municipality */
                cells[count] = cells[count - 1];
                cells[count++].area = &panel->areas[WHOLE];
            }
        }
    }
    struct released_table table =
        released_table_make(arena, &panel->catalogue, EDITION_INTERNAL, cells, count);
    struct verdicts verdicts = verdicts_compute(arena, &table, NULL);
    struct pooled_areas pooled =
        pooled_areas_judge(arena, &table, &verdicts, &panel->indicator, &panel->areas[WHOLE]);
    assert_int_equal(pooled.slope.state, ESTIMATE_INTERVAL);
    assert_ptr_equal(pooled.comparator, &panel->areas[REST]);
    bool moves = pooled.verdict == VERDICT_NARROWING || pooled.verdict == VERDICT_WIDENING;
    arena_free(arena);
    return moves;
}

/* Few enough to be quick; the numbers of the header are of 2,000 panels. */
#define PANELS 200
#define MOST_FALSE 0.08 /* 0.05, and two standard errors of that many */

static void a_gap_that_stays_seldom_seems_to_move(void **state)
{
    (void)state;
    static const size_t lengths[] = {5, 8};
    static const struct effects effects[] = {{0, 0, 0}, {1, 0.25, 0.3}, {2, 0.25, 0}};
    distribution_start();
    for (enum accrual accrual = ACCRUAL_STOCK; accrual <= ACCRUAL_FLOW; accrual++)
        for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
            for (size_t j = 0; j < sizeof effects / sizeof *effects; j++) {
                struct panel panel;
                size_t moves = 0;
                panel_start(&panel, accrual);
                for (size_t k = 0; k < PANELS; k++)
                    moves += seems_to_move(&panel, lengths[i], &effects[j]);
                double rate = (double)moves / PANELS;
                if (rate > MOST_FALSE)
                    print_message("%zu years, effects %zu: %.3f\n", lengths[i], j, rate);
                assert_true(rate <= MOST_FALSE);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_slope_is_the_weighted_mean_of_the_areas_own),
        SERIES_TEST(an_area_that_is_too_small_is_left_out),
        SERIES_TEST(a_hidden_area_leaves_the_verdict_open),
        SERIES_TEST(hidden_years_that_change_nothing_are_no_hindrance),
        SERIES_TEST(hidden_years_that_could_turn_it_leave_it_open),
        SERIES_TEST(hidden_years_that_take_the_certainty_leave_it_open),
        SERIES_TEST(other_years_are_no_estimate_of_the_same),
        SERIES_TEST(values_without_counts_are_not_pooled),
        cmocka_unit_test(a_gap_that_stays_seldom_seems_to_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
