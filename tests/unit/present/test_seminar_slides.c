/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_slides.h"

#include "label_boxes.h"
#include "series_world.h"

#include "pejling/present/table_slide.h"

static struct figure_canvas canvas_of(struct series_world *world, enum language language)
{
    struct diagnostics *diagnostics = arena_alloc(world->arena, 1, sizeof *diagnostics);
    struct place *place = arena_alloc(world->arena, 1, sizeof *place);
    *diagnostics = (struct diagnostics){.arena = world->arena, .language = language};
    *place = (struct place){diagnostics, "", PLOTS};
    return figure_canvas(FIGURE_SLIDE, place, world_findings(world));
}

static const char *text_of(const struct gnuplot_figure *slide)
{
    size_t length;
    assert_int_equal(gnuplot_script_fault(slide->script), GNUPLOT_NONE);
    return gnuplot_script_text(slide->script, &length);
}

static void assert_says(const struct gnuplot_figure *slide, const char *text)
{
    if (!strstr(text_of(slide), text)) {
        print_error("»%s« is not there\n", text);
        fail();
    }
}

/* An area whose gap closes, one whose gap widens, one that stays, and one without figures. */
static struct indicator *add_lines(struct series_world *world)
{
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_line(world, indicator, BY, 20, 20);
    world_line(world, indicator, RINGPARKEN, 30, 21);
    world_line(world, indicator, SYDBYEN, 30, 39);
    return indicator;
}

static void the_theory_stands_beside_the_figures(void **state)
{
    struct series_world *world = *state;
    struct gnuplot_figure slide;
    world_step(world, HORIZON_LONG, NULL, POLARITY_NEUTRAL);
    world_step(world, HORIZON_SHORT, add_lines(world), POLARITY_DOWN);
    struct figure_canvas canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_true(theory_slide(&canvas, "Job", &slide));
    assert_says(&slide, "'Forandringsteorien og tallene'");
    assert_says(&slide, "'Job'");
    assert_says(&slide, "'Flere i job'");
    assert_says(&slide, "'neet: ned'");
    assert_says(&slide, "'ingen tal endnu'");
    assert_says(&slide, "'+ som forventet'");
    assert_says(&slide, "'− modsat det'");
    assert_says(&slide, "til −");
    assert_says(&slide, "'ingen indikator'");
    assert_says(&slide, "'Helhedsplanen kan hverken tage æren eller skylden for udviklingen.'");
    assert_labels_apart(world->arena, &slide, 16);
    /* the short run first, whatever the order of the file */
    assert_true(strstr(text_of(&slide), "'neet: ned'") < strstr(text_of(&slide), "'ingen indika"));
    assert_false(theory_slide(&canvas, "Tryghed", &slide));
    canvas = canvas_of(world, LANGUAGE_ENGLISH);
    assert_true(theory_slide(&canvas, "Job", &slide));
    assert_says(&slide, "'+ as expected'");
}

static void a_theory_that_cannot_be_read_has_no_slide(void **state)
{
    struct series_world *world = *state;
    struct gnuplot_figure slide;
    struct theory_step *steps = arena_alloc(world->arena, TABLE_SLIDE_ROWS + 1, sizeof *steps);
    for (size_t i = 0; i < TABLE_SLIDE_ROWS + 1; i++)
        steps[i] =
            (struct theory_step){"Job", "Jobcafé", "Flere", HORIZON_SHORT, NULL, POLARITY_UP};
    world->catalogue.theory = steps;
    world->catalogue.theory_count = TABLE_SLIDE_ROWS;
    struct figure_canvas canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_true(theory_slide(&canvas, "Job", &slide));
    world->catalogue.theory_count++;
    assert_false(theory_slide(&canvas, "Job", &slide));
}

static void targets_stand_beside_the_latest_figures(void **state)
{
    struct series_world *world = *state;
    struct gnuplot_figure slide;
    struct indicator *indicator = add_lines(world);
    indicator->short_name = "Uden job";
    struct figure_canvas canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_false(target_slide(&canvas, &slide));
    world_target(world, indicator, RINGPARKEN, 2021, 1);
    world_target(world, indicator, RINGPARKEN, 2025, 22.25);
    world_target(world, indicator, SYDBYEN, 2025, 20);
    canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_true(target_slide(&canvas, &slide));
    assert_says(&slide, "'Måltal'");
    assert_says(&slide, "'Uden job'");
    assert_says(&slide, "'pct.'");
    assert_says(&slide, "'+ nået'");
    assert_says(&slide, "'− ikke på vej'");
    assert_says(&slide, "'Mål 2025: 22,25'"); /* the last one of the area */
    assert_says(&slide, "'2023: 21,1 (19,4 til 22,9)'");
    assert_null(strstr(text_of(&slide), "2021"));
    assert_null(strstr(text_of(&slide), "'Motalavej'")); /* it has none */
    assert_null(strstr(text_of(&slide), "flere måltal"));
    assert_labels_apart(world->arena, &slide, 16);
}

/* Those of other indicators are left to the page where the agreement's have some. */
static void the_fixed_indicators_have_the_slide(void **state)
{
    struct series_world *world = *state;
    struct gnuplot_figure slide;
    struct indicator *other = add_lines(world);
    struct indicator *fixed = world_indicator(world, "fast", POLARITY_UP);
    world_target(world, other, RINGPARKEN, 2025, 20);
    struct figure_canvas canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_true(target_slide(&canvas, &slide));
    assert_says(&slide, "'neet'");
    fixed->lbf_number = 1;
    world_target(world, fixed, RINGPARKEN, 2025, 50);
    canvas = canvas_of(world, LANGUAGE_DANISH);
    assert_true(target_slide(&canvas, &slide));
    assert_says(&slide, "'fast'");
    assert_null(strstr(text_of(&slide), "'neet'"));
}

static void more_targets_than_there_is_room_for_are_told(void **state)
{
    struct series_world *world = *state;
    struct gnuplot_figure slide;
    const size_t most = TABLE_SLIDE_ROWS + 1;
    struct indicator *indicators = arena_alloc(world->arena, most, sizeof *indicators);
    struct target *targets = arena_alloc(world->arena, most, sizeof *targets);
    for (size_t i = 0; i < most; i++) {
        struct indicator *indicator = &indicators[i];
        *indicator = *world_indicator(world, "x", POLARITY_UP);
        world->catalogue.indicator_count = 0;
        indicator->index = i;
        indicator->lbf_number = 1;
        targets[i] = (struct target){indicator, &world->areas[SAMLET], world_year(2025), 5, {0}};
    }
    world->catalogue.indicators = indicators;
    world->catalogue.targets = targets;
    for (size_t count = TABLE_SLIDE_ROWS; count <= most; count++) {
        world->catalogue.indicator_count = world->catalogue.target_count = count;
        struct figure_canvas canvas = canvas_of(world, LANGUAGE_DANISH);
        assert_true(target_slide(&canvas, &slide));
        assert_true((strstr(text_of(&slide), "flere måltal") != NULL) ==
                    (count > TABLE_SLIDE_ROWS));
        assert_labels_apart(world->arena, &slide, 16);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_theory_stands_beside_the_figures),
        SERIES_TEST(a_theory_that_cannot_be_read_has_no_slide),
        SERIES_TEST(targets_stand_beside_the_latest_figures),
        SERIES_TEST(the_fixed_indicators_have_the_slide),
        SERIES_TEST(more_targets_than_there_is_room_for_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
