/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/text_slide.h"

#include <math.h>

#include "pejling/present/figure_shapes.h"
#include "pejling/present/wording.h"

#define LEFT 110.0
#define RIGHT (FIGURE_WIDTH - LEFT)
#define FOOT (FIGURE_SLIDE_HEIGHT - 72) /* two lines of it, in an internal edition */

static const struct text_style over_style = {"text_slide_over", 24, false};
static const struct text_style name_style = {"text_slide_strong", 54, true};
static const struct text_style title_style = {"text_slide_strong", 40, true};
static const struct text_style area_style = {"text_slide_area", 28, true};
static const struct text_style point_style = {"text_slide_point", 20, false};
static const struct text_style body_style = {"text_slide", 26, false};
static const struct text_style large_style = {"text_slide", 32, false};
static const struct text_style dense_style = {"text_slide", 22, false};
static const struct text_style small_style = {"text_slide", 19, false};
static const struct text_style term_style = {"text_slide_strong", 22, true};
static const struct text_style quiet_style = {"text_slide_quiet", 22, false};
static const struct text_style marks_style = {"text_slide_marks", 28, true};
static const struct text_style sample_style = {"text_slide_sample", 30, true};

/* What is drawn beside the words. */
struct text_slide {
    const struct figure_canvas *canvas;
    struct gnuplot_script *script;
    struct gnuplot_rows fields, even, frames, band, line, dashed, dotted, better, worse, same;
};

static struct text_slide text_slide_new(const struct figure_canvas *canvas)
{
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    return (struct text_slide){.canvas = canvas,
                               .script = gnuplot_script_new(canvas->place),
                               .fields = none,
                               .even = none,
                               .frames = none,
                               .band = {.arena = canvas->arena, .columns = 3},
                               .line = none,
                               .dashed = none,
                               .dotted = none,
                               .better = none,
                               .worse = none,
                               .same = none};
}

static const char *words(const struct text_slide *slide, const char *danish, const char *english)
{
    return say(slide->canvas->language, danish, english);
}

static struct gnuplot_figure finish(struct text_slide *slide, const char *title, const char *note)
{
    struct gnuplot_script *script = slide->script;
    figure_foot(script, slide->canvas, FOOT, note);
    gnuplot_number(script, "area", 1);
    gnuplot_block(script, "fields", &slide->fields);
    gnuplot_block(script, "even", &slide->even);
    gnuplot_block(script, "frames", &slide->frames);
    gnuplot_block(script, "band", &slide->band);
    gnuplot_block(script, "line", &slide->line);
    gnuplot_block(script, "dashed", &slide->dashed);
    gnuplot_block(script, "dotted", &slide->dotted);
    gnuplot_block(script, "better", &slide->better);
    gnuplot_block(script, "worse", &slide->worse);
    gnuplot_block(script, "same", &slide->same);
    gnuplot_load(script, "slide.gp");
    return (struct gnuplot_figure){.script = script,
                                   .name = "",
                                   .title = title,
                                   .summary = note,
                                   .width = slide->canvas->width,
                                   .height = slide->canvas->height};
}

/* The sand-coloured field that a slide begins with. */
static void add_field(struct text_slide *slide, double bottom)
{
    shape_rectangle(&slide->fields, (struct shape_box){FIGURE_MARGIN, FIGURE_MARGIN,
                                                       FIGURE_WIDTH - FIGURE_MARGIN, bottom});
}

/* ---- The title --------------------------------------------------------------------------------
 */

/* The areas' names in their colours, one behind the other in as many rows as there is room for. */
static void put_areas(struct text_slide *slide, double y)
{
    const double mark = 34, between = 56, step = 58, last = 610;
    const struct catalogue *catalogue = slide->canvas->findings->table->catalogue;
    double x = LEFT;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (area->role != AREA_ESTATE)
            continue;
        struct text_box box = {x + mark, y, RIGHT - LEFT - mark, 0, 1};
        double room = fmin(text_width(&area_style, area->name), box.width);
        if (x > LEFT && x + mark + room > RIGHT) {
            if (y + step > last) {
                gnuplot_label(slide->script, &body_style, fmin(x, RIGHT), y, "…");
                return;
            }
            y += step;
            x = LEFT;
            box.x = x + mark;
            box.y = y;
        }
        gnuplot_number(slide->script, "area", figure_colour(catalogue, area));
        gnuplot_label(slide->script, &point_style, x + 8, y, "");
        gnuplot_paragraph(slide->script, &area_style, box, area->name);
        x += mark + room + between;
    }
}

/* `Slagelse Kommune`: the municipalities that the areas lie in. */
static const char *comparators(const struct text_slide *slide)
{
    const struct catalogue *catalogue = slide->canvas->findings->table->catalogue;
    const char *names = "";
    for (size_t i = 0; i < catalogue->area_count; i++) {
        bool holds_one = false;
        for (size_t k = 0; k < catalogue->area_count && !holds_one; k++)
            holds_one = catalogue->areas[k].role == AREA_ESTATE &&
                        area_municipality(&catalogue->areas[k]) == &catalogue->areas[i];
        if (holds_one)
            names = arena_printf(slide->canvas->arena, "%s%s%s", names, *names ? ", " : "",
                                 catalogue->areas[i].name);
    }
    return names;
}

/* `Helhedsplanen løber 01.10.2021–30.09.2025. Udviklingen måles fra 2021.` */
static const char *plan_time(const struct text_slide *slide)
{
    const struct plan *plan = &slide->canvas->findings->table->catalogue->plan;
    struct arena *arena = slide->canvas->arena;
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    const char *runs = "";
    if (plan->start.kind == PERIOD_DATE && plan->end.kind == PERIOD_DATE)
        runs =
            arena_printf(arena, "%s %s–%s. ", words(slide, "Helhedsplanen løber", "The plan runs"),
                         period_label(start, plan->start), period_label(end, plan->end));
    return arena_printf(arena, "%s%s %d.", runs,
                        words(slide, "Udviklingen måles fra", "Change is measured from"),
                        plan->baseline_year);
}

static void put_marks(struct text_slide *slide, double y)
{
    const struct released_table *table = slide->canvas->findings->table;
    enum language language = slide->canvas->language;
    bool invented = table->catalogue->plan.illustrative;
    bool internal = table->edition == EDITION_INTERNAL;
    if (invented || internal)
        gnuplot_label(slide->script, &marks_style, LEFT, y,
                      arena_printf(slide->canvas->arena, "%s%s%s",
                                   internal ? wording_internal(language) : "",
                                   internal && invented ? " · " : "",
                                   invented ? wording_invented(language) : ""));
}

struct gnuplot_figure text_slide_title(const struct figure_canvas *canvas)
{
    struct text_slide slide = text_slide_new(canvas);
    const struct plan *plan = &canvas->findings->table->catalogue->plan;
    const char *others = comparators(&slide);
    const char *over = arena_printf(
        canvas->arena, "%s%s%s", words(&slide, "Årets seminar", "Annual seminar"),
        *plan->edition ? words(&slide, " · udgave ", " · edition ") : "", plan->edition);
    add_field(&slide, 650);
    gnuplot_paragraph(slide.script, &over_style, (struct text_box){LEFT, 140, RIGHT - LEFT, 0, 1},
                      over);
    double below = gnuplot_paragraph(
        slide.script, &name_style, (struct text_box){LEFT, 255, RIGHT - LEFT, 96, 3}, plan->title);
    put_areas(&slide, fmax(below + 24, 490));
    struct text_box box = {LEFT, 735, RIGHT - LEFT, 54, 2};
    if (*others)
        box.y = gnuplot_paragraph(slide.script, &body_style, box,
                                  arena_printf(canvas->arena, "%s %s.",
                                               words(&slide, "Sammenlignes med", "Compared with"),
                                               others));
    box.y = gnuplot_paragraph(slide.script, &body_style, box, plan_time(&slide));
    box.step = 40;
    box.lines = 3;
    box.y += 20;
    box.y = gnuplot_paragraph(slide.script, &quiet_style, box, wording_no_cause(canvas->language));
    put_marks(&slide, box.y + 24);
    return finish(&slide, plan->title, "");
}

/* ---- A part -----------------------------------------------------------------------------------
 */

#define BETWEEN 40.0 /* two findings */

/* The lines of a finding; no finding takes all of the slide. */
static struct text_box line_box(const struct text_style *style, double y)
{
    return (struct text_box){LEFT + 36, y, RIGHT - LEFT - 36, style->points * 1.9, 5};
}

static double height_of(const struct text_style *style, const char *finding)
{
    const struct text_box box = line_box(style, 0);
    return box.step * (double)text_box_lines(style, box, finding);
}

/* The largest in which all of them have room, or the smallest there is. */
static const struct text_style *style_of(const struct slide_chapter *chapter, double room)
{
    static const struct text_style *const styles[] = {&large_style, &body_style, &dense_style};
    const size_t smallest = sizeof styles / sizeof *styles - 1;
    for (size_t i = 0; i < smallest; i++) {
        double height = 0;
        for (size_t k = 0; k < chapter->count; k++)
            height += height_of(styles[i], chapter->findings[k]) + (k ? BETWEEN : 0);
        if (height <= room)
            return styles[i];
    }
    return styles[smallest];
}

struct gnuplot_figure text_slide_chapter(const struct figure_canvas *canvas,
                                         const struct slide_chapter *chapter)
{
    struct text_slide slide = text_slide_new(canvas);
    gnuplot_paragraph(slide.script, &over_style, (struct text_box){LEFT, 118, RIGHT - LEFT, 0, 1},
                      chapter->over);
    double bottom =
        10 + gnuplot_paragraph(slide.script, &title_style,
                               (struct text_box){LEFT, 205, RIGHT - LEFT, 68, 3}, chapter->title);
    double y = bottom + 84;
    const struct text_style *style = style_of(chapter, FOOT - y);
    add_field(&slide, bottom);
    for (size_t i = 0; i < chapter->count; i++) {
        struct text_box line = line_box(style, y);
        double height = height_of(style, chapter->findings[i]);
        size_t left = chapter->count - i;
        if (line.y + height + (left > 1 ? line.step : 0) > FOOT) {
            gnuplot_label(slide.script, style, line.x, line.y,
                          arena_printf(canvas->arena,
                                       say(canvas->language, "… og %zu til", "… and %zu more"),
                                       left));
            break;
        }
        shape_line(&slide.frames, LEFT, line.y - 24, LEFT, line.y + height - line.step + 24);
        y = gnuplot_paragraph(slide.script, style, line, chapter->findings[i]) + BETWEEN;
    }
    return finish(&slide, chapter->title, wording_no_cause_short(canvas->language));
}

/* ---- How to read ------------------------------------------------------------------------------
 */

enum sample {
    SAMPLE_BAND,
    SAMPLE_MUNICIPALITY,
    SAMPLE_PLAN,
    SAMPLE_HIDDEN,
    SAMPLE_ARROWS,
    SAMPLE_NARROWING,
    SAMPLE_UNCHANGED,
    SAMPLE_OPEN,
    SAMPLE_COUNT
};

/* What a sign in the figures means, in the order of `enum sample`. */
static const struct {
    const char *danish_term, *danish, *english_term, *english;
} meanings[SAMPLE_COUNT] = {
    {"Bånd om linjen",
     "De grænser, tallet må ventes at ligge imellem, når der tages højde for tilfældige udsving. "
     "Jo "
     "færre personer, jo bredere bånd.",
     "Band around the line",
     "The limits that the figure can be expected to lie between when chance is allowed for. The "
     "fewer persons, the wider the band."},
    {"Grå stiplet linje", "Kommunen, som området sammenlignes med, på den samme akse.",
     "Grey dashed line", "The municipality that the area is compared with, on the same axis."},
    {"Sandfarvet felt",
     "Tiden med helhedsplanen. Feltet siger, hvornår, og ikke, at planen er årsagen.",
     "Sand-coloured field",
     "The time of the plan. The field tells when, and not that the plan is the cause."},
    {"Kryds og huller i linjen",
     "× er et skjult tal, som regel fordi det handler om få personer. Et hul uden kryds er et tal, "
     "der mangler.",
     "Crosses and gaps in the line",
     "× is a hidden figure, as a rule because it is about few persons. A gap without a cross is a "
     "figure that is missing."},
    {"Pil op er bedre, pil ned er værre",
     "Bedre og værre følger af, hvad der er godt for netop det tal, ikke af om tallet stiger eller "
     "falder.",
     "Arrow up is better, arrow down is worse",
     "Better and worse follow from what is good for that very figure, not from whether it rises or "
     "falls."},
    {"Indsnævres, udvides – og »klart«",
     "Afstanden til kommunen bliver mindre eller større. »Klart«: to beregninger siger det samme, "
     "også når der tages højde for, at mange tal er set efter.",
     "Narrowing, widening, and »clearly«",
     "The gap to the municipality becomes smaller or larger. »Clearly«: two calculations say the "
     "same, even when allowing for the many figures looked at."},
    {"Uændret",
     "Tallene viser, at afstanden højst har ændret sig så lidt, at det ingen betydning har.",
     "Unchanged",
     "The figures show that the gap has changed by so little, if at all, that it does not matter."},
    {"Kan ikke afgøres",
     "Tallene er for få eller svinger for meget til at vise, om afstanden ændrer sig. Det er ikke "
     "det samme som uændret.",
     "Cannot be told",
     "The figures are too few or vary too much to show whether the gap is changing. That is not "
     "the same as unchanged."},
};

#define SAMPLE_WIDTH 150.0

/* A line that falls, with its band or towards the municipality's. */
static void put_lines(struct text_slide *slide, enum sample sample, double x, double y)
{
    double right = x + SAMPLE_WIDTH;
    if (sample == SAMPLE_BAND) {
        gnuplot_gap(&slide->band);
        gnuplot_row(&slide->band, x, y - 34, y + 10);
        gnuplot_row(&slide->band, x + SAMPLE_WIDTH / 2, y - 26, y + 22);
        gnuplot_row(&slide->band, right, y - 14, y + 44);
    }
    if (sample == SAMPLE_MUNICIPALITY) {
        shape_line(&slide->dashed, x, y, right, y);
        return;
    }
    shape_line(&slide->line, x, sample == SAMPLE_BAND ? y - 12 : y - 34, right,
               sample == SAMPLE_BAND ? y + 15 : y + 4);
    if (sample == SAMPLE_NARROWING)
        shape_line(&slide->dashed, x, y + 30, right, y + 24);
}

static void put_sample(struct text_slide *slide, enum sample sample, double x, double y)
{
    const double half = 30;
    double right = x + SAMPLE_WIDTH, middle = x + SAMPLE_WIDTH / 2;
    switch (sample) {
    case SAMPLE_BAND:
    case SAMPLE_MUNICIPALITY:
    case SAMPLE_NARROWING:
        put_lines(slide, sample, x, y);
        break;
    case SAMPLE_PLAN:
        shape_rectangle(&slide->fields, (struct shape_box){x + 40, y - half, right, y + half});
        shape_line(&slide->dotted, x + 40, y - half, x + 40, y + half);
        break;
    case SAMPLE_HIDDEN:
        gnuplot_label(slide->script, &sample_style, middle, y, "×");
        break;
    case SAMPLE_ARROWS:
        gnuplot_row(&slide->better, middle - 30, y, 0);
        gnuplot_row(&slide->worse, middle + 30, y, 0);
        break;
    case SAMPLE_UNCHANGED:
        shape_rectangle(&slide->even, (struct shape_box){x, y - half, right, y + half});
        gnuplot_row(&slide->same, middle, y, 0);
        break;
    case SAMPLE_OPEN:
        shape_rectangle(&slide->frames, (struct shape_box){x, y - half, right, y + half});
        gnuplot_label(slide->script, &sample_style, middle, y, "?");
        break;
    case SAMPLE_COUNT:
        break;
    }
}

static void put_meaning(struct text_slide *slide, enum sample sample, double x, double y)
{
    const double words_left = SAMPLE_WIDTH + 44, column = 830;
    struct text_box box = {x + words_left, y, column - words_left, 32, 5};
    put_sample(slide, sample, x, y + 24);
    gnuplot_label(slide->script, &term_style, box.x, box.y,
                  words(slide, meanings[sample].danish_term, meanings[sample].english_term));
    box.y += 42;
    gnuplot_paragraph(slide->script, &small_style, box,
                      words(slide, meanings[sample].danish, meanings[sample].english));
}

struct gnuplot_figure text_slide_reading(const struct figure_canvas *canvas, const char *note)
{
    const unsigned rows = (SAMPLE_COUNT + 1) / 2;
    struct text_slide slide = text_slide_new(canvas);
    const char *title = words(&slide, "Sådan læses figurerne", "How to read the figures");
    add_field(&slide, 180);
    gnuplot_label(slide.script, &title_style, LEFT, 115, title);
    for (unsigned i = 0; i < SAMPLE_COUNT; i++)
        put_meaning(&slide, (enum sample)i, i < rows ? LEFT : LEFT + 920, 256 + 198.0 * (i % rows));
    return finish(&slide, title,
                  arena_printf(canvas->arena, "%s%s%s", wording_no_cause_short(canvas->language),
                               *note ? "\n" : "", note));
}
