/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_rows.h"

#include "dumbbell_world.h"
#include "near.h"
#include "pejling/disclosure/protect.h"
#include "pejling/model/catalogue_read.h"

static struct dumbbell_rows rows_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    const struct speaker speaker = {world->arena, LANGUAGE_DANISH, findings};
    return dumbbell_rows_make(&speaker, &world->areas[1], false);
}

static void a_row_holds_the_findings_of_its_period(void **state)
{
    struct world *world = *state;
    add_row(world, "Uden job", "Arbejde", POLARITY_NEUTRAL, (double[]){40, 12, 24, 11});
    add_indicator(world, "Uden tal", "", POLARITY_UP);
    struct dumbbell_rows rows = rows_of(world);
    assert_int_equal(rows.count, 1);
    assert_ptr_equal(rows.comparator, &world->areas[0]);
    assert_true(rows.has_whole);
    assert_int_equal(rows.period.year, 2024);
    const struct dumbbell_row *row = &rows.items[0];
    assert_int_equal(row->level->from.year, 2024);
    assert_int_equal(row->other->from.year, 2024);
    assert_ptr_equal(row->other->area, &world->areas[0]);
    assert_int_equal(row->gap->statistic, STATISTIC_GAP);
    assert_int_equal(row->change->statistic, STATISTIC_GAP_CHANGE);
    assert_true(finding_is_sure(row->gap));
    assert_true(dumbbell_is_on_axis(row));
    assert_true(rows.has_axis && rows.has_neutral && !rows.has_hidden);
    world->indicators[0].unit = "kr.";
    assert_false(dumbbell_is_on_axis(row));
    assert_false(finding_has_value(NULL));
    assert_false(finding_is_sure(NULL));
}

static void a_row_has_one_comparator(void **state)
{
    struct world *world = *state;
    add_rest(world,
             add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11}),
             (double[]){11, 10.5});
    add_row(world, "Tryghed", "Arbejde", POLARITY_UP, (double[]){61, 80, 60, 80});
    struct dumbbell_rows rows = rows_of(world);
    const struct dumbbell_row *rest = &rows.items[0], *whole = &rows.items[1];
    assert_ptr_equal(rows.comparator, &world->areas[2]);
    assert_true(rows.has_whole);
    assert_ptr_equal(rest->comparator, &world->areas[2]);
    assert_ptr_equal(rest->other->area, &world->areas[2]);
    assert_int_equal(rest->gap->statistic, STATISTIC_GAP_REST);
    assert_ptr_equal(rest->change->comparator, &world->areas[2]);
    assert_ptr_equal(whole->comparator, &world->areas[0]);
    assert_ptr_equal(whole->other->area, &world->areas[0]);
    assert_int_equal(whole->gap->statistic, STATISTIC_GAP);
}

/* The difference now less the difference then is the change, as readers of the figure reckon. */
static unsigned check_changes(const struct speaker *speaker, const struct area *area)
{
    unsigned checked = 0;
    const struct dumbbell_rows rows = dumbbell_rows_make(speaker, area, false);
    for (size_t i = 0; i < rows.count; i++) {
        const struct dumbbell_row *row = &rows.items[i];
        if (!finding_has_value(row->gap) || !finding_has_value(row->change))
            continue;
        const struct finding *then = finding_at(speaker->findings, row->indicator, area,
                                                row->gap->statistic, row->change->from);
        assert_int_equal(period_compare(row->gap->from, row->change->to), 0);
        assert_near(row->change->estimate.value, row->gap->estimate.value - then->estimate.value,
                    1e-9);
        assert_near(row->gap->estimate.value,
                    row->level->estimate.value - row->other->estimate.value, 1e-9);
        checked++;
    }
    return checked;
}

static void a_change_is_the_difference_of_two_differences(void **state)
{
    static const char *const plans[] = {"data/eksempel", "data/valg", "data/aftalen"};
    static const struct earlier_editions none; /* all zero */
    const struct world *world = *state;
    unsigned checked = 0;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        struct diagnostics diagnostics = {.arena = world->arena};
        struct catalogue catalogue = catalogue_read(&diagnostics, plans[i]);
        struct observations observations = observations_read(&diagnostics, plans[i], &catalogue);
        struct cells cells = cells_build(&diagnostics, &catalogue, &observations, true);
        struct released_table table;
        assert_true(protect(&diagnostics, &catalogue, &cells, &none, EDITION_SHARED, &table));
        struct findings findings = findings_compute(world->arena, &table);
        const struct speaker speaker = {world->arena, LANGUAGE_DANISH, &findings};
        for (size_t k = 0; k < catalogue.area_count; k++)
            if (catalogue.areas[k].role == AREA_ESTATE || catalogue.areas[k].role == AREA_TOTAL)
                checked += check_changes(&speaker, &catalogue.areas[k]);
    }
    assert_true(checked > 20);
}

static void what_is_hidden_has_no_row_but_a_word(void **state)
{
    struct world *world = *state;
    add_row(world, "Et", "", POLARITY_UP, (double[]){40, 12, 24, 11});
    assert_null(strstr(drawn(world), "skjult"));
    struct indicator *hidden = add_indicator(world, "Fængslede", "", POLARITY_DOWN);
    struct released_cell *cell = add(world, hidden, 1, year(2024), 0);
    cell->release = RELEASE_HIDDEN;
    cell->reason = REASON_SUPPRESSED;
    cell->denominator = 0;
    const char *svg = drawn(world);
    assert_non_null(strstr(svg, "skjult"));
    assert_null(strstr(svg, "Fængslede"));
}

static void an_area_without_a_municipality_stands_alone(void **state)
{
    struct world *world = *state;
    world->areas[1].part_of = NULL;
    add(world, add_indicator(world, "Et", "", POLARITY_UP), 1, year(2024), 60);
    const char *svg = drawn(world);
    assert_non_null(strstr(svg, "<title>Ringparken: "));
    assert_null(strstr(svg, "Slagelse"));
}

static void another_period_stands_beside_its_row(void **state)
{
    static const double values[] = {40, 12, 24, 11};
    struct world *world = *state;
    add_row(world, "Et", "", POLARITY_UP, values);
    add_row(world, "To", "", POLARITY_UP, values);
    struct indicator *election = add_indicator(world, "Valg", "", POLARITY_UP);
    election->reporting.kind = PERIOD_DATE;
    add(world, election, 1, date(2017, 11, 21), 50);
    add(world, election, 0, date(2017, 11, 21), 70);
    add(world, election, 1, date(2021, 11, 16), 49);
    add(world, election, 0, date(2021, 11, 16), 71);
    struct indicator *undated = add_indicator(world, "Udateret", "", POLARITY_UP);
    add(world, undated, 1, (struct period){PERIOD_UNKNOWN, 0, 0, 0}, 70);
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "16.11.2021"));
    assert_non_null(label(world, svg, "tidspunkt ukendt"));
    assert_non_null(label(world, svg, "ikke sikker, siden 2017"));
    assert_null(label(world, svg, "2024"));
    assert_non_null(label(world, svg, "intet at sammenligne med"));
}

static void rows_come_by_goal_and_fixed_ones_alone(void **state)
{
    static const double values[] = {40, 12, 24, 11};
    struct world *world = *state;
    add_row(world, "Alder", "", POLARITY_NEUTRAL, values);
    add_row(world, "Job", "Arbejde", POLARITY_DOWN, values)->lbf_number = 4;
    struct dumbbell_rows rows = rows_of(world);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].indicator->name, "Job");
    const struct speaker speaker = {world->arena, LANGUAGE_DANISH, rows.findings};
    rows = dumbbell_rows_make(&speaker, &world->areas[1], true);
    assert_int_equal(rows.count, 1);
    assert_string_equal(rows.items[0].indicator->name, "Job");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_row_holds_the_findings_of_its_period),
        WORLD_TEST(a_row_has_one_comparator),
        WORLD_TEST(a_change_is_the_difference_of_two_differences),
        WORLD_TEST(what_is_hidden_has_no_row_but_a_word),
        WORLD_TEST(an_area_without_a_municipality_stands_alone),
        WORLD_TEST(another_period_stands_beside_its_row),
        WORLD_TEST(rows_come_by_goal_and_fixed_ones_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
