/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/present/trend_figure.h"

#define PLOTS "plots"
#define NBSP "\xC2\xA0"
#define BLUE "rgb( 38,  56, 166)" /* the first area, as gnuplot writes it in an SVG */
#define GREY "rgb( 74,  80,  89)" /* the municipality */
#define MAX_CELLS 600
#define YEARS 11

/* A catalogue of one indicator, and the figures that are told of it. */
struct world {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct place place;
    enum edition edition;
    struct area areas[12];
    struct indicator indicator;
    struct series_break breaks[3];
    struct catalogue catalogue;
    struct released_cell cells[MAX_CELLS];
    size_t count;
};

static const struct reporting whole_year = {PERIOD_YEAR, 0, 0};

static struct area *add_area(struct world *world, const char *code, const char *name,
                             enum area_role role, const struct area *of)
{
    struct area *area = &world->areas[world->catalogue.area_count];
    *area = (struct area){.index = world->catalogue.area_count++,
                          .code = code,
                          .name = name,
                          .note = "",
                          .aliases = "",
                          .role = role,
                          .part_of = of,
                          .from = -HUGE_VAL,
                          .to = HUGE_VAL};
    return area;
}

static struct period year(int number)
{
    return (struct period){PERIOD_YEAR, (short)number, 0, 0};
}

static struct period date(int number, int month, int day)
{
    return (struct period){PERIOD_DATE, (short)number, (signed char)month, (signed char)day};
}

static struct released_cell *add(struct world *world, const struct area *area, struct period period,
                                 double value, double denominator)
{
    assert_true(world->count < MAX_CELLS);
    struct released_cell *cell = &world->cells[world->count++];
    *cell = (struct released_cell){.indicator = &world->indicator,
                                   .area = area,
                                   .period = period,
                                   .time = period_time(period, world->indicator.reporting),
                                   .release = RELEASE_OPEN,
                                   .value = value,
                                   .denominator = denominator,
                                   .spread = -1,
                                   .design_effect = 1};
    return cell;
}

static void hide(struct released_cell *cell)
{
    cell->release = RELEASE_HIDDEN;
    cell->reason = REASON_SUPPRESSED;
    cell->value = cell->denominator = 0;
}

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    const char *temporary = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(path));
    assert_int_equal(mkdir(arena_printf(arena, "%s/figurer", path), 0700), 0);
    unsetenv("PEJLING_GNUPLOT");
    world->arena = world->diagnostics.arena = arena;
    world->place = (struct place){&world->diagnostics, path, PLOTS};
    world->indicator = (struct indicator){.code = "neet",
                                          .name = "15–29-årige uden uddannelse og job",
                                          .short_name = "",
                                          .goal = "",
                                          .focus_area = "",
                                          .unit = "pct.",
                                          .target_group = "",
                                          .source = "Kilden",
                                          .note = "",
                                          .measure = MEASURE_SHARE,
                                          .factor = 100,
                                          .polarity = POLARITY_DOWN,
                                          .reporting = whole_year,
                                          .has_trend = true,
                                          .minimum_count = 5,
                                          .decimals = 1};
    world->catalogue = (struct catalogue){.plan = {.title = "",
                                                   .edition = "2025",
                                                   .previous_edition = "",
                                                   .start = date(2021, 10, 1),
                                                   .end = date(2025, 9, 30),
                                                   .baseline_year = 2019,
                                                   .illustrative = true,
                                                   .confidence = 0.95},
                                          .indicators = &world->indicator,
                                          .indicator_count = 1,
                                          .areas = world->areas,
                                          .breaks = world->breaks};
    add_area(world, "by", "Slagelse Kommune", AREA_MUNICIPALITY, NULL);
    *state = world;
    return 0;
}

static const char *file_of(struct world *world, const char *name)
{
    return arena_printf(world->arena, "%s/figurer/%s", world->place.folder, name);
}

static int tear_down(void **state)
{
    struct world *world = *state;
    unsetenv("PEJLING_GNUPLOT");
    unlink(file_of(world, "tendens_neet.svg"));
    unlink(file_of(world, "tendens_neet.png"));
    assert_int_equal(rmdir(file_of(world, "")), 0);
    assert_int_equal(rmdir(world->place.folder), 0);
    arena_free(world->arena);
    return 0;
}

static bool draw(struct world *world)
{
    struct released_table table;
    catalogue_index(&world->catalogue, world->arena);
    table = released_table_make(world->arena, &world->catalogue, world->edition, world->cells,
                                world->count);
    struct findings findings = findings_compute(world->arena, &table);
    return gnuplot_finish(trend_figure_start(&world->place, &findings, &world->indicator));
}

static char *contents(struct world *world, const char *name, size_t *length)
{
    FILE *stream = fopen(file_of(world, name), "rb");
    assert_non_null(stream);
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = arena_alloc(world->arena, *length + 1, 1);
    assert_int_equal(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}

/* Draws the figure, sees that both files are whole, and returns the SVG. */
static const char *drawn(struct world *world)
{
    size_t length;
    bool done = draw(world);
    diagnostics_print(&world->diagnostics, stderr);
    assert_true(done);
    assert_int_equal(world->diagnostics.count, 0);
    const char *png = contents(world, "tendens_neet.png", &length);
    assert_memory_equal(png + length - 8, "IEND\xAE\x42\x60\x82", 8);
    const char *svg = contents(world, "tendens_neet.svg", &length);
    assert_string_equal(svg + length - 7, "</svg>\n");
    return svg;
}

/* How many labels say exactly this. */
static unsigned labels(struct world *world, const char *svg, const char *text)
{
    const char *whole = arena_printf(world->arena, ">%s</text>", text);
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, whole)); at++)
        count++;
    return count;
}

static void assert_says(const char *svg, const char *text)
{
    if (!strstr(svg, text)) {
        print_error("»%s« is not in the figure\n", text);
        fail();
    }
}

/* How many pieces the lines of a colour and a width are in. */
static unsigned pieces(const char *svg, const char *colour, const char *width)
{
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, "<path stroke='")); at++) {
        const char *end = strstr(at, "/>");
        const char *group = at;
        while (group > svg && strncmp(group, "<g ", 3) != 0)
            group--;
        const char *wide = strstr(group, width);
        if (strncmp(at + 14, colour, strlen(colour)) != 0 || !wide || wide > at)
            continue;
        for (; at < end; at++)
            count += *at == 'M';
    }
    return count;
}

static unsigned area_pieces(const char *svg)
{
    return pieces(svg, BLUE, "stroke-width=\"4.50\"");
}

/* How many polygons of a colour there are: pieces of bands. */
static unsigned bands(struct world *world, const char *svg, const char *colour)
{
    const char *head = arena_printf(world->arena, "<polygon fill = '%s' fill-opacity", colour);
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, head)); at++)
        count++;
    return count;
}

/* Three areas and the municipality from 2014 on. */
static void add_three_areas(struct world *world)
{
    static const double values[3][YEARS] = {
        {30.1, 31.9, 29.0, 30.9, 28.5, 29.6, 27.6, 25.0, 23.8, 24.7, 23.1},
        {27.4, 28.1, 29.0, 28.4, 27.9, 28.9, 27.6, 25.2, 23.5, 21.9, 20.7},
        {23.9, 26.4, 25.0, 27.9, 26.2, 24.6, 27.2, 26.3, 25.8, 27.2, 26.3}};
    static const double municipality[YEARS] = {12.9, 12.7, 12.4, 12.6, 12.1, 11.9,
                                               12.5, 11.6, 11.2, 11.0, 10.8};
    static const char *const names[] = {"Motalavej", "Ringparken", "Sydbyen"};
    for (size_t i = 0; i < 3; i++)
        add_area(world, names[i], names[i], AREA_ESTATE, &world->areas[0]);
    for (int k = 0; k < YEARS; k++) {
        for (size_t i = 0; i < 3; i++)
            add(world, &world->areas[i + 1], year(2014 + k), values[i][k], 400);
        add(world, &world->areas[0], year(2014 + k), municipality[k], 15000);
    }
}

static struct released_cell *cell_of(struct world *world, size_t area, int number)
{
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[area] && world->cells[i].period.year == number)
            return &world->cells[i];
    fail();
    return NULL;
}

/* --- tests ------------------------------------------------------------------------------------ */

static void a_panel_for_each_area_says_its_gap(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_says(svg, "<title>15–29-årige uden uddannelse og job</title>");
    assert_says(svg, "<desc>Pct., 2014–2024. Motalavej: Afstand til kommunen: ");
    assert_int_equal(labels(world, svg, "Pct., 2014–2024"), 1);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "Ringparken"), 1);
    assert_int_equal(labels(world, svg, "Sydbyen"), 1);
    assert_int_equal(labels(world, svg,
                            "Afstand til kommunen: 12,3" NBSP "pct.-point (17,7" NBSP "i" NBSP
                            "2019)"),
                     1);
    assert_int_equal(labels(world, svg, "23,1"), 1);
    assert_int_equal(labels(world, svg, "10,8"), 3);
    assert_int_equal(labels(world, svg, "Slagelse Kommune"), 1);
    assert_int_equal(labels(world, svg, "helhedsplan"), 3);
    assert_int_equal(labels(world, svg, "2024"), 3);
    assert_int_equal(labels(world, svg, "40"), 1);
    assert_int_equal(labels(world, svg, "0"), 1);
    assert_says(svg, "95" NBSP "pct. konfidensinterval. ");
    assert_says(svg, "helhedsplanen 01.10.2021–30.09.2025.");
    assert_int_equal(labels(world, svg, "Kilde: Kilden"), 1);
    assert_int_equal(labels(world, svg, "Udgave 2025 · opdigtede tal"), 1);
    assert_null(strstr(svg, "må ikke deles"));
    assert_null(strstr(svg, "skjult"));
    assert_int_equal(area_pieces(svg), 1);
    assert_int_equal(bands(world, svg, BLUE), 1);
}

static void the_internal_edition_says_so(void **state)
{
    struct world *world = *state;
    world->edition = EDITION_INTERNAL;
    world->catalogue.plan.illustrative = false;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Udgave 2025"), 1);
    assert_int_equal(labels(world, svg, "INTERN – må ikke deles"), 1);
    assert_null(strstr(svg, "opdigtede"));
}

static void it_speaks_english(void **state)
{
    struct world *world = *state;
    world->diagnostics.language = LANGUAGE_ENGLISH;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_says(svg, "Gap to the municipality: 12.3" NBSP "percentage points");
    assert_says(svg, "Edition 2025 · invented figures");
    assert_int_equal(labels(world, svg, "the plan"), 3);
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t first_length, second_length;
    add_three_areas(world);
    drawn(world);
    const char *first = contents(world, "tendens_neet.png", &first_length);
    const char *first_svg = contents(world, "tendens_neet.svg", &second_length);
    const char *second_svg = drawn(world);
    const char *second = contents(world, "tendens_neet.png", &second_length);
    assert_string_equal(first_svg, second_svg);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void a_hidden_year_is_a_gap_and_a_cross(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2016));
    hide(cell_of(world, 1, 2019));
    hide(cell_of(world, 1, 2020));
    const char *svg = drawn(world);
    /* 2014-15, 2017-18, 2021-24 */
    assert_int_equal(area_pieces(svg), 3);
    assert_int_equal(bands(world, svg, BLUE), 3);
    assert_int_equal(labels(world, svg, "×"), 3);
    assert_says(svg, "×" NBSP "=" NBSP "skjult");
}

static void a_hidden_last_year_leaves_the_label_where_the_line_ends(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2024));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "24,7"), 1);
    assert_int_equal(labels(world, svg, "23,1"), 0);
    assert_says(svg, "pct.-point i" NBSP "2023 (17,7");
}

static void an_area_all_hidden_says_so(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    for (int k = 0; k < YEARS; k++)
        hide(cell_of(world, 1, 2014 + k));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "skjult: få personer"), 1);
    assert_int_equal(labels(world, svg, "Afstand til kommunen: skjult: få personer"), 1);
    assert_int_equal(labels(world, svg, "×"), YEARS);
    assert_int_equal(area_pieces(svg), 0);
}

static void without_values_the_axis_has_no_numbers(void **state)
{
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    hide(add(world, &world->areas[1], year(2020), 0, 0));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "×"), 1);
    assert_null(strstr(svg, ">0,00</text>"));
    assert_null(strstr(svg, ">1,00</text>"));
}

/* What another area has, this one lacks; what nobody has is no gap. */
static void a_missing_year_is_a_gap_and_no_cross(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct released_cell *cell = cell_of(world, 1, 2016);
    *cell = world->cells[--world->count];
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].period.year == 2021)
            world->cells[i] = world->cells[--world->count], i--;
    const char *svg = drawn(world);
    assert_int_equal(area_pieces(svg), 2);
    assert_int_equal(labels(world, svg, "×"), 0);
}

static void a_break_parts_the_line_and_is_told(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, NULL, 2016, "ny opgørelse"};
    world->breaks[1] =
        (struct series_break){&world->indicator, &world->areas[2], 2018, "et hus solgt"};
    world->breaks[2] = (struct series_break){NULL, NULL, 1999, "før serien"};
    world->catalogue.break_count = 3;
    const char *svg = drawn(world);
    assert_int_equal(area_pieces(svg), 2);
    assert_int_equal(pieces(svg, "rgb(171,  70,  16)", "stroke-width=\"4.50\""), 3);
    assert_says(svg, "databrud 2016 (ny opgørelse), Ringparken 2018 (et hus solgt).");
    assert_null(strstr(svg, "før serien"));
}

static void all_areas_together_make_a_fourth_panel(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    add_area(world, "samlet", "Alle under ét", AREA_TOTAL, &world->areas[0]);
    add(world, &world->areas[4], year(2024), 22.2, 1200);
    assert_int_equal(labels(world, drawn(world), "Alle under ét"), 1);
    add_area(world, "ny", "Nyparken", AREA_ESTATE, &world->areas[0]);
    add(world, &world->areas[5], year(2024), 25, 100);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Nyparken"), 1);
    assert_int_equal(labels(world, svg, "Alle under ét"), 0);
}

static void all_areas_together_may_stand_alone(void **state)
{
    struct world *world = *state;
    world->indicator.measure = MEASURE_VALUE;
    world->indicator.unit = "kr.";
    world->indicator.factor = 1;
    world->indicator.decimals = 0;
    add_area(world, "samlet", "Alle under ét", AREA_TOTAL, &world->areas[0]);
    for (int k = 2018; k < 2024; k++) {
        add(world, &world->areas[1], year(k), 325000 + k, 0);
        add(world, &world->areas[0], year(k), 495000, 0);
    }
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "495.000"), 1);
    assert_int_equal(labels(world, svg, "600.000"), 1);
    assert_null(strstr(svg, "konfidensinterval"));
    assert_null(strstr(svg, "<polygon fill = '" GREY "' fill-opacity"));
}

static void one_to_eight_areas_have_room(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {"Et",  "To",   "Tre", "Fire",
                                        "Fem", "Seks", "Syv", "Otte parker ved den gamle havn"};
    for (size_t i = 0; i < 8; i++) {
        const struct area *area = add_area(world, names[i], names[i], AREA_ESTATE, world->areas);
        for (int k = 2014; k < 2025; k++)
            add(world, area, year(k), 20 + (double)i, 300);
        assert_int_equal(labels(world, drawn(world), "Et"), 1);
    }
}

static void a_narrow_range_far_from_zero_is_cut_and_told(void **state)
{
    static const double values[2][4] = {{81.2, 77.5, 77.9, 74.8}, {85.7, 83.2, 81.4, 79.7}};
    static const int days[4][3] = {{2011, 9, 15}, {2015, 6, 18}, {2019, 6, 5}, {2022, 11, 1}};
    struct world *world = *state;
    world->indicator.reporting = (struct reporting){PERIOD_DATE, 0, 0};
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (size_t i = 0; i < 4; i++) {
        struct period day = date(days[i][0], days[i][1], days[i][2]);
        add(world, &world->areas[1], day, values[0][i], 6000);
        add(world, &world->areas[0], day, values[1][i], 60000);
    }
    const char *svg = drawn(world);
    assert_says(svg, "Den lodrette akse begynder ikke ved 0.");
    assert_int_equal(labels(world, svg, "90"), 1);
    assert_int_equal(labels(world, svg, "0"), 0);
    assert_int_equal(labels(world, svg, "2011"), 1);
    assert_int_equal(labels(world, svg, "2022"), 1);
    assert_says(svg, "(−3,5" NBSP "i" NBSP "2019)");
    assert_int_equal(labels(world, svg, "Pct., 2011–2022"), 1);
}

static void quarters_are_told_by_their_year(void **state)
{
    struct world *world = *state;
    world->indicator.reporting = (struct reporting){PERIOD_QUARTER, 0, 0};
    world->indicator.measure = MEASURE_RATE;
    world->indicator.factor = 1000;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (int k = 0; k < 32; k++)
        add(world, &world->areas[1],
            (struct period){PERIOD_QUARTER, (short)(2016 + k / 4), (signed char)(k % 4 + 1), 0},
            10 + k % 3, 900);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "2023"), 1);
    assert_int_equal(labels(world, svg, "Pct., 2016K1–2023K4"), 1);
    assert_int_equal(area_pieces(svg), 1);
}

static void a_single_point_has_a_band_and_a_label(void **state)
{
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    add(world, &world->areas[1], year(2018), 35, 60);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "35,0"), 1);
    assert_int_equal(labels(world, svg, "2018"), 1);
    assert_int_equal(labels(world, svg, "Pct., 2018"), 1);
    assert_int_equal(labels(world, svg, "Afstand til kommunen: intet at sammenligne med"), 1);
    assert_int_equal(bands(world, svg, BLUE), 1);
}

static void surveys_of_other_years_than_the_municipality_stay_joined(void **state)
{
    struct world *world = *state;
    world->indicator.measure = MEASURE_SURVEY;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (int k = 0; k < 3; k++) {
        add(world, &world->areas[1], year(2018 + 2 * k), 70 + k, 100)->population = 900;
        add(world, &world->areas[0], year(2017 + 2 * k), 80 + k, 900)->population = 60000;
    }
    assert_int_equal(area_pieces(drawn(world)), 1);
}

static void nothing_to_show_is_said(void **state)
{
    struct world *world = *state;
    assert_int_equal(labels(world, drawn(world), "Ingen data at vise"), 1);
    /* A figure of an unknown period has no place on an axis, and the municipality none alone. */
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    add(world, &world->areas[1], (struct period){PERIOD_UNKNOWN, 0, 0, 0}, 70, 100);
    add(world, &world->areas[0], year(2020), 70, 100);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Ingen data at vise"), 1);
    assert_int_equal(labels(world, svg, "Pct."), 1);
    assert_null(strstr(svg, "Nordhallen"));
}

static void extreme_values_are_drawn(void **state)
{
    static const double cases[][2] = {
        {0, 0},        {1e12, 1e12}, {1e-6, 2e-6}, {-3, 2},          {-1e6, -999999}, {999999, 1e6},
        {-1e12, 1e12}, {1e9, 0.001}, {100, 100},   {0.00001, 1e-12}, {5, 5.0000001}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = *state;
        if (i == 0) {
            add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
            world->indicator.measure = MEASURE_VALUE;
        }
        world->count = 0;
        for (int k = 0; k < 4; k++) {
            add(world, &world->areas[1], year(2018 + k), cases[i][k % 2], 0);
            add(world, &world->areas[0], year(2018 + k), cases[i][1], 0);
        }
        assert_int_equal(area_pieces(drawn(world)), 1);
    }
}

static void long_and_hostile_names_are_drawn(void **state)
{
    struct world *world = *state;
    world->indicator.name =
        "Andel stemmeberettigede beboere i boligområdet på 18 år og derover med "
        "mindst fire års ophold, der har `stemt` ved seneste 'valg' {/:Bold x}";
    world->indicator.source =
        "https://www.eksempel.dk/en/adresse/uden/blanke/som/skal/brydes/og/er/"
        "meget/længere/end/en/linje/kan/være/uanset/hvor/lille/skriften/er/sat/"
        "fordi/den/bliver/ved/og/ved";
    world->indicator.unit = "pct. af \"de\" <stemmeberettigede> & 100 %d";
    add_area(world, "n",
             "Boligforeningen Nygammelsø afdeling 12, 14 og 22 med kollegierne og "
             "ungdomsboligerne ved Vestre Ringgade",
             AREA_ESTATE, world->areas);
    world->areas[0].name = "''''";
    add(world, &world->areas[1], year(2018), 35, 60);
    add(world, &world->areas[0], year(2018), 30, 6000);
    assert_says(drawn(world), "Boligforeningen Nygammelsø");
}

static void without_gnuplot_there_is_no_figure(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw(world));
    assert_int_equal(world->diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(access(file_of(world, "tendens_neet.svg"), F_OK), -1);
    assert_int_equal(access(file_of(world, "tendens_neet.png"), F_OK), -1);
}

/* --- what the figures share ------------------------------------------------------------------- */

static void colours_go_by_the_place_among_the_areas(void **state)
{
    struct world *world = *state;
    struct area *first = add_area(world, "a", "a", AREA_ESTATE, world->areas);
    struct area *total = add_area(world, "t", "t", AREA_TOTAL, world->areas);
    struct area *second = add_area(world, "b", "b", AREA_ESTATE, world->areas);
    struct area *part = add_area(world, "p", "p", AREA_SECTION, second);
    assert_int_equal(figure_colour(&world->catalogue, first), 1);
    assert_int_equal(figure_colour(&world->catalogue, second), 2);
    assert_int_equal(figure_colour(&world->catalogue, part), 2);
    assert_int_equal(figure_colour(&world->catalogue, total), 9);
    struct area *ninth = NULL;
    for (int i = 0; i < 7; i++)
        ninth = add_area(world, "x", "x", AREA_ESTATE, world->areas);
    assert_int_equal(figure_colour(&world->catalogue, ninth), 1);
}

static void headings_and_feet_take_the_room_they_need(void **state)
{
    struct world *world = *state;
    struct gnuplot_script *script = gnuplot_script_new(&world->place);
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    const char *many = "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord "
                       "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ";
    const char *more = arena_printf(world->arena, "%s%s%s", many, many, many);
    assert_true(figure_heading(script, "Kort", "pct.") < figure_heading(script, more, "pct."));
    double low = figure_foot(script, &findings, LANGUAGE_DANISH, 500, "Kort");
    assert_true(low > 500);
    assert_true(figure_foot(script, &findings, LANGUAGE_DANISH, 500, "") >= low);
    assert_true(figure_foot(script, &findings, LANGUAGE_DANISH, 500, "Kort\nKilde") > low);
    assert_true(figure_foot(script, &findings, LANGUAGE_DANISH, 500, more) > low);
}

#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_panel_for_each_area_says_its_gap),
        WORLD_TEST(the_internal_edition_says_so),
        WORLD_TEST(it_speaks_english),
        WORLD_TEST(two_runs_give_the_same_bytes),
        WORLD_TEST(a_hidden_year_is_a_gap_and_a_cross),
        WORLD_TEST(a_hidden_last_year_leaves_the_label_where_the_line_ends),
        WORLD_TEST(an_area_all_hidden_says_so),
        WORLD_TEST(without_values_the_axis_has_no_numbers),
        WORLD_TEST(a_missing_year_is_a_gap_and_no_cross),
        WORLD_TEST(a_break_parts_the_line_and_is_told),
        WORLD_TEST(all_areas_together_make_a_fourth_panel),
        WORLD_TEST(all_areas_together_may_stand_alone),
        WORLD_TEST(one_to_eight_areas_have_room),
        WORLD_TEST(a_narrow_range_far_from_zero_is_cut_and_told),
        WORLD_TEST(quarters_are_told_by_their_year),
        WORLD_TEST(a_single_point_has_a_band_and_a_label),
        WORLD_TEST(surveys_of_other_years_than_the_municipality_stay_joined),
        WORLD_TEST(nothing_to_show_is_said),
        WORLD_TEST(extreme_values_are_drawn),
        WORLD_TEST(long_and_hostile_names_are_drawn),
        WORLD_TEST(without_gnuplot_there_is_no_figure),
        WORLD_TEST(colours_go_by_the_place_among_the_areas),
        WORLD_TEST(headings_and_feet_take_the_room_they_need),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
