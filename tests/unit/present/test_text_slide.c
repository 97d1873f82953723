/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/text_slide.h"

#include "trend_world.h"

static struct figure_canvas slide_of(struct world *world, unsigned page)
{
    struct figure_canvas canvas = canvas_of(world, FIGURE_SLIDE);
    canvas.page = page;
    return canvas;
}

static const char *script_text(const struct gnuplot_figure *figure)
{
    size_t length;
    assert_int_equal(gnuplot_script_fault(figure->script), GNUPLOT_NONE);
    return gnuplot_script_text(figure->script, &length);
}

static void assert_silent(const char *script, const char *text)
{
    if (strstr(script, text)) {
        print_error("»%s« is on the slide\n", text);
        fail();
    }
}

/* Every y of the labels: nothing stands below the slide. */
static void assert_inside(const char *script)
{
    for (const char *at = script; (at = strstr(at, "\nset label ")); at++) {
        const char *place = strstr(at, "' at ");
        double x, y;
        if (!place || place > strchr(at + 1, '\n'))
            continue;
        assert_int_equal(sscanf(place, "' at %lf,%lf", &x, &y), 2);
        assert_true(x >= FIGURE_MARGIN && x <= FIGURE_WIDTH - FIGURE_MARGIN);
        assert_true(y >= FIGURE_MARGIN && y <= FIGURE_SLIDE_HEIGHT - 20);
    }
}

/* One page, through gnuplot. */
static void assert_drawn_as_page(struct world *world, const struct gnuplot_figure *page)
{
    assert_true(gnuplot_finish(gnuplot_start_pages(&world->bench.place, "p.pdf", page, 1)));
    assert_int_equal(world->bench.diagnostics.count, 0);
}

static void the_title_says_what_it_is_about(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->catalogue.plan.title = "En Fælles Indsats";
    const struct figure_canvas canvas = slide_of(world, 1);
    const struct gnuplot_figure slide = text_slide_title(&canvas);
    const char *script = script_text(&slide);
    assert_says(script, "'Årets seminar · udgave 2025'");
    assert_says(script, "'En Fælles Indsats'");
    assert_says(script, "'Motalavej'");
    assert_says(script, "'Ringparken'");
    assert_says(script, "'Sydbyen'");
    assert_says(script, "'Sammenlignes med Slagelse Kommune.'");
    assert_says(script, "'Helhedsplanen løber 01.10.2021–30.09.2025. Udviklingen måles fra 2019.'");
    assert_says(script, "helhedsplanen kan hverken tage æren eller skylden");
    assert_says(script, "'opdigtede tal'");
    assert_says(script, "'Udgave 2025 · opdigtede tal'");
    assert_says(script, "'1' at 1950.0,");
    assert_silent(script, "INTERN");
    assert_inside(script);
    assert_int_equal(slide.width, 2000);
    assert_int_equal(slide.height, 1125);
    assert_drawn_as_page(world, &slide);
}

static void the_title_of_an_internal_edition_says_so(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->edition = EDITION_INTERNAL;
    struct figure_canvas canvas = slide_of(world, 1);
    struct gnuplot_figure slide = text_slide_title(&canvas);
    assert_says(script_text(&slide), "'INTERN – må ikke deles · opdigtede tal'");
    world->catalogue.plan.illustrative = false;
    canvas.language = LANGUAGE_ENGLISH;
    slide = text_slide_title(&canvas);
    assert_says(script_text(&slide), "'INTERNAL – not to be shared'");
    assert_says(script_text(&slide), "'Compared with Slagelse Kommune.'");
    assert_silent(script_text(&slide), "opdigtede");
    assert_silent(script_text(&slide), "invented");
    assert_inside(script_text(&slide));
}

static void many_areas_with_long_names_stay_on_the_title(void **state)
{
    struct world *world = *state;
    world->catalogue.plan.title =
        "Boligsocial helhedsplan for Nygammelsø, Vestre Ringgade og kollegierne ved havnen i årene "
        "2021 til 2025 med alt, hvad dertil hører af aktiviteter, partnere og andre 'gode' kræfter "
        "`touch pwn` i hele kommunen og lidt til";
    for (int i = 0; i < 8; i++)
        add_area(world, "n", "Boligforeningen Nygammelsø afdeling 12, 14 og 22 ved havnen",
                 AREA_ESTATE, world->areas);
    const struct figure_canvas canvas = slide_of(world, 1);
    const struct gnuplot_figure slide = text_slide_title(&canvas);
    assert_inside(script_text(&slide));
    assert_says(script_text(&slide), " '…' at ");
    assert_drawn_as_page(world, &slide);
}

static void a_part_begins_with_its_findings(void **state)
{
    static const char *const findings[] = {"Det første fund", "Det andet fund"};
    const struct slide_chapter chapter = {"Mål 1 af 4", "Flere i job", findings, 2};
    struct world *world = *state;
    const struct figure_canvas canvas = slide_of(world, 7);
    const struct gnuplot_figure slide = text_slide_chapter(&canvas, &chapter);
    assert_says(script_text(&slide), "'Mål 1 af 4'");
    assert_says(script_text(&slide), "'Flere i job'");
    assert_says(script_text(&slide), "'Det første fund'");
    assert_says(script_text(&slide), "'Det andet fund'");
    assert_says(script_text(&slide), "'7' at 1950.0,");
    assert_says(script_text(&slide),
                "'Helhedsplanen kan hverken tage æren eller skylden for udviklingen.'");
    assert_string_equal(slide.title, "Flere i job");
    assert_drawn_as_page(world, &slide);
}

static void more_findings_than_there_is_room_for_are_cut(void **state)
{
    const char *findings[12];
    struct world *world = *state;
    for (size_t i = 0; i < 12; i++)
        findings[i] = arena_printf(
            world->arena, "Fund %zu: %s", i,
            "afstanden er indsnævret i Motalavej, udvidet i Ringparken og kan ikke afgøres i "
            "Sydbyen, hvor tallene svinger for meget til at vise noget som helst om den");
    const struct slide_chapter chapter = {"Mål 1 af 1", "Flere i job", findings, 12};
    const struct figure_canvas canvas = slide_of(world, 7);
    const struct gnuplot_figure slide = text_slide_chapter(&canvas, &chapter);
    assert_inside(script_text(&slide));
    assert_labels_apart(world->arena, &slide, 16);
    assert_says(script_text(&slide), "'Fund 2: ");
    assert_silent(script_text(&slide), "'Fund 11: ");
    assert_says(script_text(&slide), "'… og 7 til'");
}

/* Three long questions are whole, and a short one is large. */
static void words_are_as_large_as_there_is_room(void **state)
{
    static const double sizes[] = {32, 26};
    const char *findings[3];
    struct world *world = *state;
    for (size_t i = 0; i < 2; i++) {
        const size_t count = i ? 3 : 1;
        for (size_t k = 0; k < count; k++)
            findings[k] = arena_printf(
                world->arena, "%zu: %s", k,
                "I Ringparken er afstanden til resten af kommunen indsnævret med 1,32 pct.-point "
                "om "
                "året (0,65 til 2,00); i Motalavej er den uændret (−0,04 pct.-point om året; −0,84 "
                "til +0,76), og i Sydbyen kan det ikke afgøres. Hvad kan områderne lære af "
                "hinanden, og hvem af jer har set det?");
        const struct slide_chapter chapter = {"Job", "Spørgsmål til seminaret", findings, count};
        const struct figure_canvas canvas = slide_of(world, 7);
        const struct gnuplot_figure slide = text_slide_chapter(&canvas, &chapter);
        const char *script = script_text(&slide);
        assert_labels_apart(world->arena, &slide, 16);
        assert_silent(script, "…");
        assert_says(script, arena_printf(world->arena, "points = %.1f\n", sizes[i]));
    }
}

static void how_to_read_is_said_in_both_languages(void **state)
{
    struct world *world = *state;
    struct figure_canvas canvas = slide_of(world, 20);
    struct gnuplot_figure slide = text_slide_reading(&canvas, "9 andre nøgletal er ikke med her.");
    const char *script = script_text(&slide);
    assert_says(script, "'Sådan læses figurerne'");
    assert_says(script, "'Bånd om linjen'");
    assert_says(script, "'Pil op er bedre, pil ned er værre'");
    assert_says(script, "'Kan ikke afgøres'");
    assert_says(script, "ikke, at planen er årsagen.'");
    assert_says(script, "'9 andre nøgletal er ikke med her.'");
    assert_silent(script, "…"); /* every explanation is whole */
    assert_inside(script);
    assert_drawn_as_page(world, &slide);
    canvas.language = LANGUAGE_ENGLISH;
    slide = text_slide_reading(&canvas, "");
    script = script_text(&slide);
    assert_says(script, "'How to read the figures'");
    assert_says(script, "'Cannot be told'");
    assert_silent(script, "…");
    assert_inside(script);
    assert_drawn_as_page(world, &slide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_title_says_what_it_is_about),
        WORLD_TEST(the_title_of_an_internal_edition_says_so),
        WORLD_TEST(many_areas_with_long_names_stay_on_the_title),
        WORLD_TEST(a_part_begins_with_its_findings),
        WORLD_TEST(more_findings_than_there_is_room_for_are_cut),
        WORLD_TEST(words_are_as_large_as_there_is_room),
        WORLD_TEST(how_to_read_is_said_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
