/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/matrix_figure.h"

#include "label_boxes.h"
#include "plan_world.h"

static struct gnuplot_figure figure_of(struct world *world, enum figure_form form)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    struct figure_canvas *canvas = arena_alloc(world->arena, 1, sizeof *canvas);
    *findings = findings_of(world);
    *canvas = figure_canvas(form, &world->bench.place, findings);
    return matrix_figure_draw(canvas);
}

/* One fixed indicator that gets better, one that gets worse, one not fixed that stays. */
static void fill(struct world *world)
{
    add_two_areas(world);
    add_lines(world, add_indicator(world, "Uden job", "Arbejde", POLARITY_DOWN, 4), -1.5);
    add_lines(world, add_indicator(world, "Ikke fast", "", POLARITY_UP, 0), 0);
    add_lines(world, add_indicator(world, "Trygge", "Tryghed", POLARITY_UP, 7), -1.5);
}

static void each_cell_says_word_and_number(void **state)
{
    struct world *world = *state;
    fill(world);
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_string_equal(figure.name, "vurderinger");
    assert_says(svg, "<title>Bedre på ");
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "Begge samlet"), 1);
    assert_int_equal(labels(world, svg, "Uden job"), 1);
    assert_int_equal(labels(world, svg, "Tryghed"), 1);
    assert_int_equal(labels(world, svg, "Andre nøgletal"), 1);
    assert_int_equal(labels(world, svg, "−1,50"), 6);
    assert_int_equal(labels(world, svg, "uændret"), 4); /* three and the key */
    assert_int_equal(labels(world, svg, "bedre"), 4);
    assert_int_equal(labels(world, svg, "værre"), 4);
    assert_int_equal(labels(world, svg, "klart bedre"), 1);
    assert_int_equal(labels(world, svg, "skjult"), 0);
    assert_int_equal(labels(world, svg, "kan ikke afgøres"), 1);
    assert_int_equal(labels(world, svg, "Udgave 2025 · opdigtede tal"), 1);
    assert_says(svg, "Uden job: Motalavej: bedre, −1,50 pct.-point pr. år; Ringparken: ");
    assert_says(svg, "Afstand: området minus resten af kommunen, hvor der er tal til det, ellers");
    assert_int_equal(labels(world, svg, "Kilde: Kilden"), 1);
}

static void what_cannot_be_told_is_a_cell_with_its_reason(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *few = add_indicator(world, "Valg", "", POLARITY_UP, 9);
    struct indicator *marks = add_indicator(world, "Karakterer", "", POLARITY_UP, 2);
    struct indicator *hidden = add_indicator(world, "Sigtede", "", POLARITY_DOWN, 6);
    add_indicator(world, "Intet", "", POLARITY_DOWN, 8);
    marks->unit = "karakterpoint";
    add_lines(world, marks, 1);
    for (size_t i = 0; i < 4; i++)
        add_line(world, few, &world->areas[i], 2, 50, 0);
    size_t first = world->count;
    add_lines(world, hidden, 0);
    for (size_t i = first + 8; i < first + 16; i++) {
        world->cells[i].release = RELEASE_HIDDEN;
        world->cells[i].reason = REASON_SUPPRESSED;
        world->cells[i].value = world->cells[i].denominator = 0;
    }
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_int_equal(labels(world, svg, "for få år"), 3);
    assert_int_equal(labels(world, svg, "få personer"), 1);
    assert_int_equal(labels(world, svg, "–"), 2); /* its sign, and the key's */
    assert_int_equal(labels(world, svg, "?"), 4);
    assert_int_equal(labels(world, svg, "ingen tal"), 3);
    assert_int_equal(labels(world, svg, "karakterpoint"), 1);
    assert_labels_apart(world->arena, &figure, 15);
}

static void a_slide_has_the_fixed_ones_and_is_full(void **state)
{
    struct world *world = *state;
    fill(world);
    struct gnuplot_figure figure = figure_of(world, FIGURE_SLIDE);
    const char *svg = drawn(world, &figure);
    assert_true(figure.height > 1124 && figure.height < 1126);
    assert_int_equal(labels(world, svg, "Uden job"), 1);
    assert_int_equal(labels(world, svg, "Ikke fast"), 0);
    assert_null(strstr(svg, "Ikke med"));
    assert_labels_apart(world->arena, &figure, 15);
}

static void what_does_not_fit_on_a_slide_is_counted(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    for (unsigned i = 0; i < 20; i++)
        add_lines(world,
                  add_indicator(world, arena_printf(world->arena, "Indikator %u", i), "",
                                POLARITY_UP, i % 9 + 1),
                  0);
    struct gnuplot_figure figure = figure_of(world, FIGURE_SLIDE);
    const char *svg = drawn(world, &figure);
    unsigned shown = 0, left_out = 0, all = 0;
    for (unsigned i = 0; i < 20; i++)
        shown += labels(world, svg, arena_printf(world->arena, "Indikator %u", i));
    const char *said = strstr(svg, "pladsen: ");
    assert_non_null(said);
    assert_int_equal(sscanf(said, "pladsen: %u af %u", &left_out, &all), 2);
    assert_int_equal(all, 20);
    assert_int_equal(shown + left_out, 20);
    assert_true(shown >= 10);
    assert_labels_apart(world->arena, &figure, 15);
}

static void the_largest_plan_does_not_collide(void **state)
{
    struct world *world = *state;
    add_largest_plan(world);
    for (enum figure_form form = FIGURE_REPORT; form <= FIGURE_SLIDE; form++)
        for (enum language language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
            world->bench.diagnostics.language = language;
            struct gnuplot_figure figure = figure_of(world, form);
            assert_labels_apart(world->arena, &figure, 15);
            drawn(world, &figure);
        }
}

static void names_with_traps_are_only_names(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    world->areas[1].name = "'''' `id`\n{/:Bold x} %d & <b>";
    world->areas[2].name = "\xFF\xC3";
    add_lines(world, add_indicator(world, "`id` ''''", "''''\n%d {x}", POLARITY_UP, 1), 1);
    world->indicators[0].unit = "'%d`id`";
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    assert_says(drawn(world, &figure), "`id` ’’’’</text>");
}

static void an_empty_plan_says_so(void **state)
{
    struct world *world = *state;
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    assert_int_equal(labels(world, drawn(world, &figure), "Ingen data at vise"), 1);
    figure = figure_of(world, FIGURE_SLIDE);
    assert_int_equal(labels(world, drawn(world, &figure), "Ingen data at vise"), 1);
}

static void an_internal_edition_is_marked(void **state)
{
    struct world *world = *state;
    fill(world);
    world->edition = EDITION_INTERNAL;
    struct gnuplot_figure figure = figure_of(world, FIGURE_SLIDE);
    assert_int_equal(labels(world, drawn(world, &figure), "INTERN – må ikke deles"), 1);
    assert_labels_apart(world->arena, &figure, 15);
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t lengths[2];
    const char *bytes[2];
    fill(world);
    for (int i = 0; i < 2; i++) {
        struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
        drawn(world, &figure);
        bytes[i] = contents(&world->bench, "vurderinger.png", &lengths[i]);
    }
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(bytes[0], bytes[1], lengths[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_cell_says_word_and_number),
        WORLD_TEST(what_cannot_be_told_is_a_cell_with_its_reason),
        WORLD_TEST(a_slide_has_the_fixed_ones_and_is_full),
        WORLD_TEST(what_does_not_fit_on_a_slide_is_counted),
        WORLD_TEST(the_largest_plan_does_not_collide),
        WORLD_TEST(names_with_traps_are_only_names),
        WORLD_TEST(an_empty_plan_says_so),
        WORLD_TEST(an_internal_edition_is_marked),
        WORLD_TEST(two_runs_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
