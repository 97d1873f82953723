/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/table_slide.h"

#include "trend_world.h"

#define LONG                                                                                         \
    "Flere kvinder, der har stået uden for arbejdsmarkedet, får job eller praktik i nærheden af " \
    "boligområdet, og flere virksomheder tager imod dem"

/* As many rows and areas as a slide takes, all cells alike. */
static struct gnuplot_figure slide_of(struct world *world, size_t areas, size_t rows,
                                      struct table_cell cell, const char *name)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    struct figure_canvas *canvas = arena_alloc(world->arena, 1, sizeof *canvas);
    const struct area **list = arena_alloc(world->arena, areas, sizeof *list);
    struct table_cell *cells = arena_alloc(world->arena, areas, sizeof *cells);
    struct table_row *items = arena_alloc(world->arena, rows, sizeof *items);
    for (size_t i = 0; i < areas; i++) {
        list[i] = add_area(world, "n", name, AREA_ESTATE, &world->areas[0]);
        cells[i] = cell;
    }
    for (size_t i = 0; i < rows; i++)
        items[i] = (struct table_row){name, name, cells};
    *findings = findings_of(world);
    *canvas = figure_canvas(FIGURE_SLIDE, &world->bench.place, findings);
    canvas->page = 4;
    const struct table_slide table = {.over = name,
                                      .title = name,
                                      .reading = name,
                                      .row_head = "Forventet resultat",
                                      .areas = list,
                                      .area_count = areas,
                                      .rows = items,
                                      .row_count = rows};
    return table_slide_draw(canvas, &table);
}

static const char *text_of(const struct gnuplot_figure *figure)
{
    size_t length;
    assert_int_equal(gnuplot_script_fault(figure->script), GNUPLOT_NONE);
    return gnuplot_script_text(figure->script, &length);
}

static void assert_drawn_as_page(struct world *world, const struct gnuplot_figure *page)
{
    assert_true(gnuplot_finish(gnuplot_start_pages(&world->bench.place, "p.pdf", page, 1)));
    assert_int_equal(world->bench.diagnostics.count, 0);
}

/* A sign as well as a colour: `good` has a rectangle then, and a far-off row where there is none. */
static void each_state_has_its_sign_and_ground(void **state)
{
    static const struct {
        enum table_tone tone;
        const char *label, *block;
    } cases[] = {{TONE_GOOD, "'+ nået'", "$good << END_OF_NUMBERS\n"},
                 {TONE_BAD, "'− nået'", "$bad << END_OF_NUMBERS\n"},
                 {TONE_SAME, "'= nået'", "$same << END_OF_NUMBERS\n"},
                 {TONE_OPEN, "'? nået'", "$frames << END_OF_NUMBERS\n"},
                 {TONE_NONE, "'nået'", "$frames << END_OF_NUMBERS\n"}};
    struct world *world = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct table_cell cell = {cases[i].tone, "nået", "Mål 2025: 22\n2023: 21,4"};
        const struct gnuplot_figure slide = slide_of(world, 1, 1, cell, "Motalavej");
        const char *script = text_of(&slide);
        assert_says(script, cases[i].label);
        assert_says(script, "'Mål 2025: 22'");
        assert_says(script, "'2023: 21,4'");
        const char *block = strstr(script, cases[i].block);
        assert_non_null(block);
        double x;
        assert_int_equal(sscanf(block + strlen(cases[i].block), "%lf", &x), 1);
        assert_true(x > 0 && x < FIGURE_WIDTH);
        world->catalogue.area_count = 1;
    }
}

static void an_empty_cell_has_nothing(void **state)
{
    struct world *world = *state;
    const struct gnuplot_figure slide =
        slide_of(world, 1, 1, (struct table_cell){TONE_NONE, "", ""}, "Motalavej");
    assert_non_null(strstr(text_of(&slide), "$frames << END_OF_NUMBERS\n"));
    double x;
    assert_int_equal(sscanf(strstr(text_of(&slide), "$frames << END_OF_NUMBERS\n") + 26, "%lf", &x),
                     1);
    assert_true(x > FIGURE_WIDTH || x < 0);
    assert_drawn_as_page(world, &slide);
}

static void what_fits_stays_apart_whatever_the_names(void **state)
{
    static const struct table_cell cells[] = {
        {TONE_BAD, "modsat det forventede", "+0,53 (+0,11 til +0,96)"},
        {TONE_OPEN, "kan ikke afgøres", "indikatoren er angivet uden tendens, og det bliver den"},
        {TONE_GOOD, "på vej", "Mål 2024/25: 1.234,5\n2023/24: 1.234,5 (1.111,1 til 2.345,6)"}};
    struct world *world = *state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        for (size_t areas = 1; areas <= TABLE_SLIDE_AREAS; areas += 2)
            for (size_t rows = 1; rows <= TABLE_SLIDE_ROWS; rows++) {
                world->catalogue.area_count = 1;
                const struct gnuplot_figure slide = slide_of(world, areas, rows, cells[i], LONG);
                assert_labels_apart(world->arena, &slide, 16);
            }
    const struct gnuplot_figure slide =
        slide_of(world, TABLE_SLIDE_AREAS, TABLE_SLIDE_ROWS, cells[2], "`touch pwn` ' \" <x>");
    assert_drawn_as_page(world, &slide);
}

static void what_cannot_be_read_does_not_fit(void **state)
{
    (void)state;
    assert_true(table_slide_fits(1, 1));
    assert_true(table_slide_fits(TABLE_SLIDE_AREAS, TABLE_SLIDE_ROWS));
    assert_false(table_slide_fits(TABLE_SLIDE_AREAS + 1, 1));
    assert_false(table_slide_fits(1, TABLE_SLIDE_ROWS + 1));
    assert_false(table_slide_fits(0, 1));
    assert_false(table_slide_fits(1, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_state_has_its_sign_and_ground),
        WORLD_TEST(an_empty_cell_has_nothing),
        WORLD_TEST(what_fits_stays_apart_whatever_the_names),
        cmocka_unit_test(what_cannot_be_read_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
