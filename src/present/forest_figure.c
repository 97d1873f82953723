/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/forest_figure.h"

#include <math.h>
#include <string.h>

#include "pejling/present/figure_axis.h"
#include "pejling/present/figure_shapes.h"
#include "pejling/present/forest_blocks.h"
#include "pejling/present/headline.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/wording.h"

/* The columns, in pixels. */
#define LEFT FIGURE_MARGIN
#define NAME_WIDTH 412.0
#define AREA_LEFT 470.0
#define AREA_WIDTH 235.0
#define AXIS_LEFT 730.0
#define AXIS_RIGHT 1300.0
#define NUMBER_RIGHT 1450.0
#define INTERVAL_LEFT 1466.0
#define SYMBOL_X 1722.0
#define WORD_LEFT 1752.0
#define RIGHT 1950.0

#define NAME_STEP 29.0
#define LINE_STEP 26.0 /* from area to area in a report; on a slide between the next two */
#define LEAST_STEP 23.0
#define MOST_STEP 38.0
#define AXIS_HEIGHT 26.0 /* of the numbers below an axis of its own */
#define BLOCK_GAP 11.0
#define GOAL_HEIGHT 48.0
#define PALETTE 9

static const struct text_style goal_style = {"text_goal", 17, true};
static const struct text_style name_style = {"text_name", 19, false};
static const struct text_style note_style = {"text_unsure", 15, false};
static const struct text_style area_style = {"text_area", 16, false};
static const struct text_style all_style = {"text_unsure", 16, false};
static const struct text_style tick_style = {"text_tick_x", 16, false};
static const struct text_style own_tick_style = {"text_tick_x", 15, false};
static const struct text_style head_style = {"text_head", 17, true};
static const struct text_style head_right_style = {"text_head_right", 17, true};
static const struct text_style worse_side_style = {"text_worse_side", 17, true};
static const struct text_style better_side_style = {"text_better", 17, true};
static const struct text_style sure_style = {"text_number", 17, true};
static const struct text_style unsure_style = {"text_number_unsure", 17, false};
static const struct text_style interval_style = {"text_small", 15, false};
static const struct text_style word_style = {"text_name", 16, false};
static const struct text_style reason_style = {"text_unsure", 16, false};
static const struct text_style sign_style = {"text_cell_sign", 17, true};

struct forest {
    const struct figure_canvas *canvas;
    struct speaker speaker;
    struct gnuplot_script *script;
    struct forest_blocks shown;
    struct figure_axis axis; /* of the blocks in per cent */
    size_t left_out;         /* blocks that do not fit on the slide */
    double step;             /* from line to line */
    bool has_goals, has_cut;
    bool has_slopes; /* on an axis of their own at least */
    bool has_axis;   /* on the shared one */
    bool has_key;    /* an area's name does not fit beside its lines */
    struct gnuplot_rows good_side, bad_side, no_side, grid, zero, rules, ends, holes;
    struct gnuplot_rows better, worse, neither;
    struct gnuplot_rows points[PALETTE], lines[PALETTE]; /* of each colour */
};

/* ---- Room ---- */

static size_t line_count(const struct forest_block *block)
{
    return block->together ? 1 : block->count;
}

static bool is_neutral(const struct forest_block *block)
{
    return block->indicator->polarity == POLARITY_NEUTRAL && !block->together;
}

static struct text_box name_box(double y)
{
    return (struct text_box){LEFT, y, NAME_WIDTH, NAME_STEP, 3};
}

static double block_height(const struct forest *forest, const struct forest_block *block)
{
    size_t names = text_box_lines(&name_style, name_box(0), indicator_label(block->indicator)) +
                   is_neutral(block);
    double lines = (double)line_count(block) * forest->step;
    if (block->own_axis && !block->together)
        lines += AXIS_HEIGHT;
    return fmax((double)names * NAME_STEP, lines) + BLOCK_GAP;
}

static bool begins_group(const struct forest *forest, size_t i)
{
    return i == 0 || strcmp(forest->shown.items[i].indicator->goal,
                            forest->shown.items[i - 1].indicator->goal) != 0;
}

static double blocks_height(const struct forest *forest)
{
    double sum = 0;
    for (size_t i = 0; i < forest->shown.count; i++)
        sum += block_height(forest, &forest->shown.items[i]) +
               (begins_group(forest, i) ? (forest->has_goals ? GOAL_HEIGHT : BLOCK_GAP) : 0);
    return sum;
}

/* ---- Lines ---- */

static double axis_x(const struct figure_axis *axis, double value)
{
    double x =
        AXIS_LEFT + (value - axis->first) / (axis->last - axis->first) * (AXIS_RIGHT - AXIS_LEFT);
    return fmin(fmax(x, AXIS_LEFT), AXIS_RIGHT);
}

/* As far to the left of 0 as to the right, whatever the blocks have. */
static struct figure_axis axis_of(const struct forest *forest, const struct forest_block *blocks,
                                  size_t count)
{
    double reach = forest_reach(forest->canvas->arena, blocks, count);
    if (!(reach > 0))
        reach = 1;
    return figure_axis_make(-reach, reach);
}

static void put_marker(struct forest *forest, unsigned colour, double x, double y)
{
    shape_marker(&forest->points[colour - 1], &forest->holes, colour, x, y);
}

/* An interval as far as the axis goes; an arrow where it goes on. */
static void put_interval(struct forest *forest, const struct figure_axis *axis,
                         const double ends[2], unsigned colour, double y)
{
    const double low = fmin(ends[0], ends[1]), high = fmax(ends[0], ends[1]);
    shape_rectangle(&forest->lines[colour - 1],
                    (struct shape_box){axis_x(axis, low), y - 2, axis_x(axis, high), y + 2});
    if (low < axis->first)
        shape_arrow(&forest->ends, AXIS_LEFT + 7, y, -8, 0);
    if (high > axis->last)
        shape_arrow(&forest->ends, AXIS_RIGHT - 7, y, 8, 0);
    forest->has_cut = forest->has_cut || low < axis->first || high > axis->last;
}

static void put_slope(struct forest *forest, const struct forest_block *block,
                      const struct forest_line *line, const struct figure_axis *axis, double y)
{
    const struct finding *slope = line->cell.slope;
    const struct estimate *estimate = &slope->estimate;
    unsigned colour = figure_colour(forest->canvas->findings->table->catalogue, line->area);
    bool interval = estimate->state == ESTIMATE_INTERVAL;
    bool sure = interval && (estimate->lower > 0 || estimate->upper < 0);
    struct text_box box = {INTERVAL_LEFT, y, SYMBOL_X - 20 - INTERVAL_LEFT, 0, 1};
    put_marker(forest, colour, axis_x(axis, block->sign * estimate->value), y);
    if (interval)
        put_interval(forest, axis,
                     (double[]){block->sign * estimate->lower, block->sign * estimate->upper},
                     colour, y);
    gnuplot_label(forest->script, sure ? &sure_style : &unsure_style, NUMBER_RIGHT, y,
                  line->cell.number);
    gnuplot_paragraph(forest->script, &interval_style, box,
                      interval
                          ? wording_interval(forest->canvas->arena, forest->speaker.language, slope)
                          : reason_text(estimate->reason, forest->speaker.language));
}

static void put_verdict(struct forest *forest, const struct matrix_cell *cell, double y)
{
    struct text_box box = {WORD_LEFT, y, RIGHT - WORD_LEFT, 0, 1};
    struct gnuplot_rows *rows = &forest->neither;
    if (cell->class == MATRIX_BETTER || cell->class == MATRIX_CLEARLY_BETTER)
        rows = &forest->better;
    if (cell->class == MATRIX_WORSE || cell->class == MATRIX_CLEARLY_WORSE)
        rows = &forest->worse;
    shape_verdict(rows, cell->class, SYMBOL_X, y);
    if (!matrix_has_verdict(cell->class))
        gnuplot_label(forest->script, &sign_style, SYMBOL_X, y, cell->symbol);
    if (*cell->reason)
        gnuplot_paragraph(forest->script, &reason_style, box, cell->reason);
    else
        gnuplot_paragraph(forest->script, &word_style, box, cell->word);
}

static void put_line(struct forest *forest, const struct forest_block *block,
                     const struct forest_line *line, const struct figure_axis *axis, double y)
{
    struct text_box box = {AREA_LEFT, y, AREA_WIDTH, 0, 1};
    const struct catalogue *catalogue = forest->canvas->findings->table->catalogue;
    if (block->together && block->count > 1) {
        gnuplot_paragraph(forest->script, &all_style, box,
                          say(forest->speaker.language, "alle områder", "all areas"));
    } else {
        unsigned colour = figure_colour(catalogue, line->area);
        if (forest->has_key) {
            put_marker(forest, colour, box.x + 9, y);
            box.x += 26;
            box.width -= 26;
        }
        gnuplot_number(forest->script, "area", colour);
        gnuplot_paragraph(forest->script, &area_style, box, line->area->name);
    }
    if (forest_has_slope(line))
        put_slope(forest, block, line, axis, y);
    put_verdict(forest, &line->cell, y);
}

/* ---- Blocks ---- */

/* The field behind the lines: which side is better. */
static void put_sides(struct forest *forest, const struct forest_block *block,
                      const struct figure_axis *axis, double top, double bottom)
{
    double zero = axis_x(axis, 0);
    struct shape_box left = {AXIS_LEFT, top, zero, bottom}, right = {zero, top, AXIS_RIGHT, bottom};
    shape_rectangle(is_neutral(block) ? &forest->no_side : &forest->bad_side, left);
    shape_rectangle(is_neutral(block) ? &forest->no_side : &forest->good_side, right);
    for (size_t i = 0; i < figure_axis_ticks(axis); i++) {
        double x = axis_x(axis, figure_axis_tick(axis, i));
        shape_line(&forest->grid, x, top, x, bottom);
    }
    shape_rectangle(&forest->zero, (struct shape_box){zero - 1.25, top, zero + 1.25, bottom});
}

/* The size of a tick; which side it is on tells the rest. */
static const char *tick_text(const struct forest *forest, const struct figure_axis *axis, size_t i,
                             const char *unit)
{
    char text[NUMBER_TEXT];
    double value = fabs(figure_axis_tick(axis, i));
    bool zero = value < axis->step / 2;
    wording_number(text, forest->speaker.language, zero ? 0 : value, zero ? 0 : axis->decimals);
    return arena_printf(forest->canvas->arena, "%s%s%s", text, *unit ? " " : "", unit);
}

/* The two ends and the middle of an axis of its own. */
static void put_own_ticks(struct forest *forest, const struct forest_block *block,
                          const struct figure_axis *axis, double y)
{
    size_t last = figure_axis_ticks(axis) - 1;
    const char *unit = indicator_difference_unit(block->indicator, forest->speaker.language);
    struct text_box box = {AXIS_RIGHT, y, 300, 0, 1};
    gnuplot_label(forest->script, &own_tick_style, AXIS_LEFT, y, tick_text(forest, axis, 0, ""));
    gnuplot_label(forest->script, &own_tick_style, axis_x(axis, 0), y, "0");
    gnuplot_paragraph(forest->script, &own_tick_style, box, tick_text(forest, axis, last, unit));
}

static void put_name(struct forest *forest, const struct forest_block *block, double y)
{
    enum language language = forest->speaker.language;
    y = gnuplot_paragraph(forest->script, &name_style, name_box(y),
                          indicator_label(block->indicator));
    if (!is_neutral(block))
        return;
    gnuplot_label(forest->script, &note_style, LEFT, y,
                  say(language, "hverken godt eller dårligt: højre er stigende",
                      "neither good nor bad: right is rising"));
}

static double put_block(struct forest *forest, const struct forest_block *block, double y)
{
    struct figure_axis axis = forest->axis;
    double step = forest->step, bottom = y + step * (double)line_count(block);
    if (block->own_axis)
        axis = axis_of(forest, block, 1);
    put_name(forest, block, y + step / 2 + 1);
    if (!block->together)
        put_sides(forest, block, &axis, y, bottom);
    for (size_t i = 0; i < line_count(block); i++)
        put_line(forest, block, &block->lines[i], &axis, y + step * ((double)i + 0.5));
    if (block->own_axis && !block->together)
        put_own_ticks(forest, block, &axis, bottom + AXIS_HEIGHT / 2 + 1);
    return y + block_height(forest, block);
}

static void rule(struct forest *forest, double y)
{
    shape_line(&forest->rules, LEFT, y, RIGHT, y);
}

static double put_blocks(struct forest *forest, double y)
{
    for (size_t i = 0; i < forest->shown.count; i++) {
        const struct forest_block *block = &forest->shown.items[i];
        if (begins_group(forest, i)) {
            struct text_box box = {LEFT, y + 24, RIGHT - LEFT, 0, 1};
            rule(forest, y);
            if (forest->has_goals)
                gnuplot_paragraph(forest->script, &goal_style, box,
                                  indicator_heading(forest->speaker.language, block->indicator));
            y += forest->has_goals ? GOAL_HEIGHT : BLOCK_GAP;
        }
        y = put_block(forest, block, y);
    }
    rule(forest, y);
    return y;
}

/* ---- Head, ticks and foot ---- */

static void put_ticks(struct forest *forest, double y)
{
    for (size_t i = 0; forest->has_axis && i < figure_axis_ticks(&forest->axis); i++)
        gnuplot_label(forest->script, &tick_style,
                      axis_x(&forest->axis, figure_axis_tick(&forest->axis, i)), y,
                      tick_text(forest, &forest->axis, i, ""));
}

/* The marks of all areas with their whole names. Returns the y below them. */
static double put_key(struct forest *forest, double y)
{
    double x = LEFT;
    for (size_t i = 0; i < forest->shown.area_count; i++) {
        const struct area *area = forest->shown.areas[i];
        unsigned colour = figure_colour(forest->canvas->findings->table->catalogue, area);
        double width = fmin(26 + text_width(&area_style, area->name), RIGHT - LEFT);
        struct text_box box = {0, 0, width - 26 + 1, 0, 1};
        if (x > LEFT && x + width > RIGHT) {
            x = LEFT;
            y += LINE_STEP + 4;
        }
        box.x = x + 26;
        box.y = y;
        put_marker(forest, colour, x + 9, y);
        gnuplot_number(forest->script, "area", colour);
        gnuplot_paragraph(forest->script, &area_style, box, area->name);
        x += width + 40;
    }
    return y + LINE_STEP + 4;
}

static bool needs_key(const struct forest *forest)
{
    for (size_t i = 0; i < forest->shown.area_count; i++)
        if (text_width(&area_style, forest->shown.areas[i]->name) > AREA_WIDTH)
            return true;
    return false;
}

static void put_side_names(struct forest *forest, double y)
{
    enum language language = forest->speaker.language;
    gnuplot_label(forest->script, &worse_side_style, AXIS_LEFT + 24, y,
                  say(language, "værre", "worse"));
    gnuplot_label(forest->script, &better_side_style, AXIS_RIGHT - 24, y,
                  say(language, "bedre", "better"));
    shape_arrow(&forest->worse, AXIS_LEFT + 9, y + 1, -9, 0);
    shape_arrow(&forest->better, AXIS_RIGHT - 9, y + 1, 9, 0);
}

static void put_head(struct forest *forest, double y)
{
    char confidence[NUMBER_TEXT];
    enum language language = forest->speaker.language;
    figure_confidence(confidence, language, forest->canvas->findings);
    if (forest->has_slopes)
        put_side_names(forest, y);
    gnuplot_label(forest->script, &head_right_style, NUMBER_RIGHT, y,
                  say(language, "Pr. år", "A year"));
    gnuplot_label(forest->script, &interval_style, INTERVAL_LEFT, y,
                  arena_printf(forest->canvas->arena,
                               say(language, "%s pct. interval", "%s%% interval"), confidence));
    gnuplot_label(forest->script, &head_style, SYMBOL_X - 18, y,
                  say(language, "Vurdering", "Verdict"));
}

/* The sources of the blocks below the text. */
static const char *with_sources(const struct forest *forest, const char *text)
{
    const struct forest_blocks *shown = &forest->shown;
    const struct indicator **indicators =
        arena_alloc(forest->canvas->arena, shown->count, sizeof *indicators);
    for (size_t i = 0; i < shown->count; i++)
        indicators[i] = shown->items[i].indicator;
    return figure_sources(forest->canvas, text, indicators, shown->count);
}

static const char *reading(const struct forest *forest)
{
    enum language language = forest->speaker.language;
    struct arena *arena = forest->canvas->arena;
    if (!forest->has_slopes)
        return with_sources(forest, "");
    const char *text =
        say(language,
            "Til højre for 0 er bedre: aksen er vendt, hvor et lavt tal er godt. Tallene til højre "
            "har deres eget fortegn. "
            "Stregen er intervallet; rummer den 0, kan ændringen være tilfældig.",
            "Right of 0 is better: the axis is turned where a low number is good. The numbers to "
            "the right have their own sign. "
            "The line is the interval; where it holds 0, the change may be chance.");
    if (forest->has_cut)
        text = arena_printf(arena, "%s %s", text,
                            say(language, "Pil: intervallet fortsætter ud over aksen.",
                                "Arrow: the interval goes on beyond the axis."));
    text = arena_printf(arena, "%s %s", text, matrix_gap_note(language));
    text = figure_left_out(forest->canvas, text, forest->left_out, forest->shown.count);
    return with_sources(forest, text);
}

/* What is left for the blocks on a slide; less once the foot must say what is not there. */
static double slide_room(const struct forest *forest, double y)
{
    return forest->canvas->height - y - 34 - figure_foot_height(forest->canvas, reading(forest));
}

/* The names of goals go before an indicator does; then the lines share what is left over. */
static void fit_blocks(struct forest *forest, double y)
{
    forest->step = LEAST_STEP;
    if (blocks_height(forest) > slide_room(forest, y))
        forest->has_goals = false;
    while (forest->shown.count > 1 && blocks_height(forest) > slide_room(forest, y)) {
        forest->shown.count--;
        forest->left_out++;
    }
    while (forest->step < MOST_STEP && blocks_height(forest) <= slide_room(forest, y))
        forest->step += 0.5;
    if (blocks_height(forest) > slide_room(forest, y))
        forest->step -= 0.5;
}

static const char *summary(const struct forest *forest)
{
    struct arena *arena = forest->canvas->arena;
    const char *text = matrix_measure(forest->speaker.language);
    for (size_t i = 0; i < forest->shown.count; i++) {
        const struct forest_block *block = &forest->shown.items[i];
        text = arena_printf(arena, "%s. %s", text, indicator_label(block->indicator));
        for (size_t k = 0; k < block->count; k++) {
            const struct forest_line *line = &block->lines[k];
            text = arena_printf(arena, "%s%s %s: %s", text, k ? ";" : ":", line->area->name,
                                line->cell.quotes.text);
            if (line->cell.slope && line->cell.slope->estimate.state == ESTIMATE_INTERVAL)
                text = arena_printf(
                    arena, "%s (%s)", text,
                    wording_interval(arena, forest->speaker.language, line->cell.slope));
        }
    }
    return text;
}

/* ---- All of it ---- */

static struct forest forest_of(const struct figure_canvas *canvas)
{
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    struct forest forest = {.canvas = canvas,
                            .speaker = {canvas->arena, canvas->language, canvas->findings},
                            .script = gnuplot_script_new(canvas->place),
                            .step = LINE_STEP,
                            .has_goals = true,
                            .good_side = none,
                            .bad_side = none,
                            .no_side = none,
                            .grid = none,
                            .zero = none,
                            .rules = none,
                            .ends = none,
                            .holes = none,
                            .better = none,
                            .worse = none,
                            .neither = none};
    for (size_t i = 0; i < PALETTE; i++)
        forest.points[i] = forest.lines[i] = none;
    forest.shown = forest_blocks_make(&forest.speaker, canvas->form == FIGURE_SLIDE);
    return forest;
}

static bool has_slopes(const struct forest_block *block)
{
    for (size_t i = 0; i < block->count; i++)
        if (forest_has_slope(&block->lines[i]))
            return true;
    return false;
}

/* The axis that the blocks in per cent share. */
static void set_axis(struct forest *forest)
{
    struct arena *arena = forest->canvas->arena;
    struct forest_block *blocks = arena_alloc(arena, forest->shown.count, sizeof *blocks);
    size_t count = 0;
    forest->has_slopes = false;
    for (size_t i = 0; i < forest->shown.count; i++) {
        const struct forest_block *block = &forest->shown.items[i];
        forest->has_slopes = forest->has_slopes || has_slopes(block);
        if (!block->own_axis && has_slopes(block))
            blocks[count++] = *block;
    }
    forest->has_axis = count > 0;
    forest->axis = axis_of(forest, blocks, count);
}

static void send(struct forest *forest)
{
    struct gnuplot_script *script = forest->script;
    gnuplot_block(script, "good_side", &forest->good_side);
    gnuplot_block(script, "bad_side", &forest->bad_side);
    gnuplot_block(script, "no_side", &forest->no_side);
    gnuplot_block(script, "grid", &forest->grid);
    gnuplot_block(script, "zero", &forest->zero);
    gnuplot_block(script, "rules", &forest->rules);
    gnuplot_block(script, "ends", &forest->ends);
    gnuplot_block(script, "holes", &forest->holes);
    gnuplot_block(script, "better", &forest->better);
    gnuplot_block(script, "worse", &forest->worse);
    gnuplot_block(script, "neither", &forest->neither);
    for (size_t i = 0; i < PALETTE; i++) {
        struct arena *arena = forest->canvas->arena;
        gnuplot_block(script, arena_printf(arena, "lines_%zu", i + 1), &forest->lines[i]);
        gnuplot_block(script, arena_printf(arena, "points_%zu", i + 1), &forest->points[i]);
    }
    gnuplot_load(script, "forest.gp");
}

static double put_forest(struct forest *forest, double y)
{
    const double head = 92;
    if (!forest->shown.count) {
        figure_nothing(forest->script, forest->canvas, y + 120);
        return y + 260;
    }
    forest->has_key = needs_key(forest);
    if (forest->has_key)
        y = put_key(forest, y + 16);
    set_axis(forest);
    if (forest->canvas->form == FIGURE_SLIDE) {
        fit_blocks(forest, y + head);
        set_axis(forest); /* of those that are left */
    }
    put_head(forest, y + 32);
    put_ticks(forest, y + 66);
    y = put_blocks(forest, y + head);
    if (forest->canvas->form == FIGURE_SLIDE) /* the head is near enough */
        return y + 34;
    put_ticks(forest, y + 26);
    return y + (forest->has_axis ? 70 : 40);
}

struct gnuplot_figure forest_figure_draw(const struct figure_canvas *canvas)
{
    struct forest forest = forest_of(canvas);
    const char *title = headline_plan(&forest.speaker).text;
    double y =
        figure_heading(forest.script, canvas, title, matrix_measure(forest.speaker.language));
    y = put_forest(&forest, y);
    double height = figure_foot(forest.script, canvas, y, reading(&forest));
    send(&forest);
    return (struct gnuplot_figure){.script = forest.script,
                                   .name = "haeldninger",
                                   .title = title,
                                   .summary = summary(&forest),
                                   .width = canvas->width,
                                   .height = height};
}
