/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_figure.h"

#include <math.h>
#include <string.h>

#include "pejling/base/reason.h"
#include "pejling/present/dumbbell_words.h"
#include "pejling/present/wording.h"

/* The columns, in pixels. */
#define LEFT FIGURE_MARGIN
#define NAME_RIGHT 690.0
#define AXIS_LEFT 770.0
#define AXIS_RIGHT 1260.0
#define GAP_LEFT 1310.0
#define GAP_RIGHT 1505.0
#define CHANGE_LEFT 1580.0
#define CHANGE_RIGHT 1680.0
#define INTERVAL_LEFT 1698.0
#define RIGHT 1950.0

#define ROW_HEIGHT 62.0
#define SECOND_LINE 27.0 /* from a row's first line to its second */
#define LINE_STEP 32.0   /* in names of more than one line */
#define GOAL_STEP 32.0
#define NBSP "\xC2\xA0"

static const struct text_style head_style = {"text_head", 17, true};
static const struct text_style head_right_style = {"text_head_right", 17, true};
static const struct text_style goal_style = {"text_goal", 17, true};
static const struct text_style name_style = {"text_name", 20, false};
static const struct text_style words_style = {"text_small", 18, false};
static const struct text_style small_style = {"text_small", 15, false};
static const struct text_style small_right_style = {"text_small_right", 15, false};
static const struct text_style unsure_style = {"text_unsure", 15, false};
static const struct text_style tick_style = {"text_tick_x", 17, false};
static const struct text_style value_style = {"text_value", 18, true};
static const struct text_style value_right_style = {"text_value_right", 18, true};
static const struct text_style other_style = {"text_municipality", 17, false};
static const struct text_style other_right_style = {"text_municipality_right", 17, false};
static const struct text_style better_style = {"text_better", 21, true};
static const struct text_style worse_style = {"text_worse", 21, true};
static const struct text_style number_style = {"text_number", 21, true};
static const struct text_style number_unsure_style = {"text_number_unsure", 21, false};
static const struct text_style change_style = {"text_number", 18, true};
static const struct text_style change_unsure_style = {"text_number_unsure", 18, false};

struct dumbbell {
    const struct figure_canvas *canvas;
    struct dumbbell_rows shown;
    struct gnuplot_script *script;
    struct gnuplot_rows rules, grid, blank, sure, unsure, own, others, better, worse;
};

static double axis_x(double percent)
{
    return AXIS_LEFT + percent / 100 * (AXIS_RIGHT - AXIS_LEFT);
}

static void draw_line(struct gnuplot_rows *rows, const double from[2], const double to[2])
{
    gnuplot_gap(rows);
    gnuplot_row(rows, from[0], from[1], 0);
    gnuplot_row(rows, to[0], to[1], 0);
}

/* A value beside its mark, on white: the lines of the axis do not go through it. */
static void put_axis_value(struct dumbbell *dumbbell, const struct text_style *style, double x,
                           double y, const char *text)
{
    const double half = 17;
    bool to_left = style == &value_right_style || style == &other_right_style;
    double width = text_width(style, text) + 6;
    double left = to_left ? x - width : x, right = to_left ? x : x + width;
    gnuplot_gap(&dumbbell->blank);
    gnuplot_row(&dumbbell->blank, left, y - half, 0);
    gnuplot_row(&dumbbell->blank, right, y - half, 0);
    gnuplot_row(&dumbbell->blank, right, y + half, 0);
    gnuplot_row(&dumbbell->blank, left, y + half, 0);
    gnuplot_label(dumbbell->script, style, x, y, text);
}

/* The values stand outside the two marks, the lower one to the left. */
static void put_axis_values(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const double beside = 22;
    double own = axis_x(row->level->estimate.value);
    bool has_other = dumbbell_has_value(row->other);
    double other = has_other ? axis_x(row->other->estimate.value) : own;
    bool own_left = own < other;
    gnuplot_row(&dumbbell->own, own, y, 0);
    put_axis_value(dumbbell, own_left ? &value_right_style : &value_style,
                   own_left ? own - beside : own + beside, y,
                   dumbbell_number(&dumbbell->shown, row->level));
    if (!has_other)
        return;
    gnuplot_row(&dumbbell->others, other, y, 0);
    put_axis_value(dumbbell, own_left ? &other_style : &other_right_style,
                   own_left ? other + beside : other - beside, y,
                   dumbbell_number(&dumbbell->shown, row->other));
    bool sure = dumbbell_is_sure(row->gap);
    draw_line(sure ? &dumbbell->sure : &dumbbell->unsure, (double[]){other, y}, (double[]){own, y});
}

static void put_values(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    struct text_box box = {AXIS_LEFT, y, GAP_LEFT - AXIS_LEFT + 10, SECOND_LINE, 2};
    const char *text = dumbbell_values(&dumbbell->shown, row, dumbbell->shown.area->name);
    if (dumbbell_is_on_axis(row)) {
        put_axis_values(dumbbell, row, y);
        return;
    }
    const char *area = dumbbell->shown.area->role == AREA_TOTAL
                           ? say(dumbbell->shown.language, "områderne", "the areas")
                           : say(dumbbell->shown.language, "området", "the area");
    if (text_box_lines(&words_style, box, text) > 1)
        text = dumbbell_values(&dumbbell->shown, row, area);
    gnuplot_paragraph(dumbbell->script, &words_style, box, text);
}

/* Where no number can stand: why not. */
static void put_reason(const struct dumbbell *dumbbell, const struct finding *finding, double x,
                       double y, double width)
{
    enum reason reason = finding ? finding->estimate.reason : REASON_NO_COMPARATOR;
    struct text_box box = {x, y, width, 22, 2};
    const char *text = reason_text(reason, dumbbell->shown.language);
    if (text_box_lines(&unsure_style, box, text) > 1)
        box.y -= 11;
    gnuplot_paragraph(dumbbell->script, &unsure_style, box, text);
}

static void put_gap(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const struct finding *gap = row->gap;
    enum polarity polarity = row->indicator->polarity;
    const struct text_style *style = &number_unsure_style;
    if (!dumbbell_has_value(gap)) {
        put_reason(dumbbell, gap, GAP_LEFT, y, CHANGE_LEFT - GAP_LEFT - 10);
        return;
    }
    const char *text = dumbbell_number(&dumbbell->shown, gap);
    if (dumbbell_is_sure(gap) && polarity == POLARITY_NEUTRAL)
        style = &number_style;
    else if (dumbbell_is_sure(gap)) {
        bool good = (gap->estimate.value > 0) == (polarity == POLARITY_UP);
        style = good ? &better_style : &worse_style;
        gnuplot_row(good ? &dumbbell->better : &dumbbell->worse,
                    GAP_RIGHT - text_width(style, text) - 22, y, 0);
    }
    gnuplot_label(dumbbell->script, style, GAP_RIGHT, y, text);
    struct text_box unit = {GAP_RIGHT, y + SECOND_LINE, GAP_RIGHT - GAP_LEFT + 40, 0, 1};
    if (!dumbbell_is_on_axis(row))
        gnuplot_paragraph(dumbbell->script, &small_right_style, unit,
                          indicator_difference_unit(row->indicator, dumbbell->shown.language));
}

static void put_change(const struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const struct finding *change = row->change;
    if (!dumbbell_has_value(row->gap))
        return;
    if (!dumbbell_has_value(change)) {
        put_reason(dumbbell, change, CHANGE_LEFT, y, RIGHT - CHANGE_LEFT);
        return;
    }
    bool sure = dumbbell_is_sure(change);
    gnuplot_label(dumbbell->script, sure ? &change_style : &change_unsure_style, CHANGE_RIGHT, y,
                  dumbbell_number(&dumbbell->shown, change));
    const char *interval =
        wording_interval(dumbbell->shown.arena, dumbbell->shown.language, change);
    const char *note = dumbbell_change_note(&dumbbell->shown, change);
    if (!*interval) {
        gnuplot_label(dumbbell->script, &unsure_style, INTERVAL_LEFT, y, note);
        return;
    }
    gnuplot_label(dumbbell->script, &small_style, INTERVAL_LEFT, y, interval);
    if (*note)
        gnuplot_label(dumbbell->script, &unsure_style, INTERVAL_LEFT, y + 22, note);
}

/* The lines of the axis behind a row. */
static void put_grid(struct dumbbell *dumbbell, double top, double bottom)
{
    for (int percent = 0; percent <= 100; percent += 20)
        draw_line(&dumbbell->grid, (double[]){axis_x(percent), top},
                  (double[]){axis_x(percent), bottom});
}

/* Returns the y of the next row. */
static double put_row(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const char *name = dumbbell_name(row);
    struct period period = row->level->from;
    bool same = period_compare(period, dumbbell->shown.period) == 0;
    const char *when = same ? "" : dumbbell_period(&dumbbell->shown, period);
    double room = same ? 0 : text_width(&small_right_style, when) + 24;
    struct text_box box = {LEFT, y, NAME_RIGHT - LEFT - room, LINE_STEP, 3};
    double below = gnuplot_paragraph(dumbbell->script, &name_style, box, name) - LINE_STEP;
    double next = fmax(below, y) + ROW_HEIGHT;
    gnuplot_label(dumbbell->script, &small_right_style, NAME_RIGHT, y, when);
    if (dumbbell_is_on_axis(row))
        put_grid(dumbbell, y - ROW_HEIGHT / 2, next - ROW_HEIGHT / 2);
    put_values(dumbbell, row, y);
    put_gap(dumbbell, row, y);
    put_change(dumbbell, row, y);
    return next;
}

static void rule(struct dumbbell *dumbbell, double y)
{
    draw_line(&dumbbell->rules, (double[]){LEFT, y}, (double[]){RIGHT, y});
}

/* The rows of a goal under its name; "" for those without one. Returns the y below them. */
static double put_group(struct dumbbell *dumbbell, const char *goal, double y)
{
    const char *name =
        *goal ? goal : say(dumbbell->shown.language, "Andre nøgletal", "Other key figures");
    struct text_box box = {LEFT, y + 34, RIGHT - LEFT, GOAL_STEP, 2};
    rule(dumbbell, y);
    double next = gnuplot_paragraph(dumbbell->script, &goal_style, box, name) + 16;
    for (size_t i = 0; i < dumbbell->shown.count; i++)
        if (strcmp(dumbbell->shown.items[i].indicator->goal, goal) == 0)
            next = put_row(dumbbell, &dumbbell->shown.items[i], next);
    return next - ROW_HEIGHT + 42;
}

/* The goals in the order in which they come up, and then what has none. */
static double put_groups(struct dumbbell *dumbbell, double y)
{
    bool rest = false;
    for (size_t i = 0; i < dumbbell->shown.count; i++) {
        const char *goal = dumbbell->shown.items[i].indicator->goal;
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = strcmp(dumbbell->shown.items[k].indicator->goal, goal) == 0;
        if (!*goal)
            rest = true;
        else if (!seen)
            y = put_group(dumbbell, goal, y);
    }
    return rest ? put_group(dumbbell, "", y) : y;
}

/* One name of the key: a mark and the words beside it. Returns the x behind them. */
static double put_key(struct dumbbell *dumbbell, struct gnuplot_rows *marks,
                      const struct text_style *style, struct text_box box)
{
    bool own = marks == &dumbbell->own;
    const char *name = own ? dumbbell->shown.area->name : dumbbell->shown.municipality->name;
    gnuplot_row(marks, box.x, box.y, 0);
    box.x += 20;
    gnuplot_paragraph(dumbbell->script, style, box, name);
    return box.x + fmin(text_width(style, name), box.width) + 44;
}

/* Both names share the room above the axis; the municipality's yields down to half of it. */
static void put_keys(struct dumbbell *dumbbell, double y)
{
    const double room = 530;
    struct text_box box = {AXIS_LEFT, y, room, SECOND_LINE, 1};
    if (dumbbell->shown.municipality)
        box.width -= fmin(text_width(&other_style, dumbbell->shown.municipality->name), room / 2);
    box.x = put_key(dumbbell, &dumbbell->own, &value_style, box);
    box.width = room - fmin(text_width(&value_style, dumbbell->shown.area->name), box.width);
    if (dumbbell->shown.municipality)
        put_key(dumbbell, &dumbbell->others, &other_style, box);
}

static void put_head(struct dumbbell *dumbbell, double y)
{
    enum language language = dumbbell->shown.language;
    const char *unit = say(language, "pct.-point", "percentage points");
    put_keys(dumbbell, y);
    gnuplot_label(dumbbell->script, &head_right_style, GAP_RIGHT, y,
                  say(language, "Forskel", "Difference"));
    gnuplot_label(dumbbell->script, &head_style, CHANGE_LEFT, y,
                  arena_printf(dumbbell->shown.arena,
                               say(language, "Ændring siden %d", "Change since %d"),
                               dumbbell->shown.findings->table->catalogue->plan.baseline_year));
    if (dumbbell->shown.has_axis)
        gnuplot_label(dumbbell->script, &small_right_style, GAP_RIGHT, y + 25, unit);
    gnuplot_label(dumbbell->script, &small_style, CHANGE_LEFT, y + 25,
                  say(language, "i forskellen", "in the difference"));
}

static void put_ticks(struct dumbbell *dumbbell, double y)
{
    const char *unit = say(dumbbell->shown.language, "pct.", "%");
    for (int percent = 0; dumbbell->shown.has_axis && percent <= 100; percent += 20)
        gnuplot_label(dumbbell->script, &tick_style, axis_x(percent), y,
                      arena_printf(dumbbell->shown.arena, "%d" NBSP "%s", percent, unit));
}

static double put_rows(struct dumbbell *dumbbell, double y)
{
    if (!dumbbell->shown.count) {
        figure_nothing(dumbbell->script, dumbbell->canvas, y + 120);
        return y + 260;
    }
    put_head(dumbbell, y + 40);
    y = put_groups(dumbbell, y + 90);
    rule(dumbbell, y);
    put_ticks(dumbbell, y + 28);
    return y + (dumbbell->shown.has_axis ? 84 : 44);
}

static void send(struct dumbbell *dumbbell)
{
    struct gnuplot_script *script = dumbbell->script;
    gnuplot_block(script, "rules", &dumbbell->rules);
    gnuplot_block(script, "grid", &dumbbell->grid);
    gnuplot_block(script, "blank", &dumbbell->blank);
    gnuplot_block(script, "sure", &dumbbell->sure);
    gnuplot_block(script, "unsure", &dumbbell->unsure);
    gnuplot_block(script, "area", &dumbbell->own);
    gnuplot_block(script, "municipality", &dumbbell->others);
    gnuplot_block(script, "better", &dumbbell->better);
    gnuplot_block(script, "worse", &dumbbell->worse);
    gnuplot_load(script, "dumbbell.gp");
}

struct gnuplot_figure dumbbell_figure_draw(const struct figure_canvas *canvas,
                                           const struct area *area)
{
    const struct findings *findings = canvas->findings;
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    struct dumbbell dumbbell = {
        .shown = dumbbell_rows_make(canvas->arena, canvas->language, findings, area),
        .canvas = canvas,
        .script = gnuplot_script_new(canvas->place),
        .rules = none,
        .grid = none,
        .blank = none,
        .sure = none,
        .unsure = none,
        .own = none,
        .others = none,
        .better = none,
        .worse = none};
    const struct dumbbell_rows *shown = &dumbbell.shown;
    gnuplot_number(dumbbell.script, "area", figure_colour(findings->table->catalogue, area));
    double y =
        figure_heading(dumbbell.script, canvas, dumbbell_title(shown), dumbbell_subtitle(shown));
    y = put_rows(&dumbbell, y);
    double height = figure_foot(dumbbell.script, canvas, y, dumbbell_reading(shown));
    send(&dumbbell);
    return (struct gnuplot_figure){
        .script = dumbbell.script,
        .name = arena_printf(canvas->arena, "omraade_%s", area->code),
        .title = dumbbell_title(shown),
        .summary = dumbbell_summary(shown),
        .width = canvas->width,
        .height = height,
    };
}
