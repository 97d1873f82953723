/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_figure.h"

#include <math.h>
#include <string.h>

#include "pejling/base/reason.h"
#include "pejling/present/dumbbell_words.h"
#include "pejling/present/figure_shapes.h"
#include "pejling/present/headline.h"
#include "pejling/present/indicator_order.h"
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

/* On a page, where names stand above their rows, and only the difference beside them. */
#define PAGE_LEFT 12.0
#define PAGE_AXIS_LEFT 84.0
#define PAGE_AXIS_RIGHT 440.0
#define PAGE_RIGHT (FIGURE_PAGE_WIDTH - 12)
#define PAGE_STEP 28.0

#define ROW_HEIGHT 62.0
#define LEAST_HEIGHT 52.0
#define MOST_HEIGHT 110.0
#define GROUP_TOP 51.0 /* with the goal's name */
#define GROUP_END 11.0
#define SECOND_LINE 27.0 /* from a row's first line to its second */
#define SMALL_STEP 22.0
#define LINE_STEP 32.0 /* in names of more than one line */
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

static const struct text_style page_name_style = {"text_name", 18, false};
static const struct text_style page_unit_style = {"text_small_right", 17, false};
static const struct text_style page_unsure_style = {"text_unsure", 17, false};

struct dumbbell {
    const struct figure_canvas *canvas;
    struct dumbbell_rows shown;
    struct gnuplot_script *script;
    unsigned colour; /* the area's place in the palette */
    double axis_left, axis_right;
    double row_height; /* of a row with a name of one line */
    bool has_goals;
    size_t left_out; /* rows that do not fit on the slide */
    struct gnuplot_rows rules, grid, blank, sure, unsure, better, worse;
    struct gnuplot_rows own, own_holes, others, others_holes;
};

static double axis_x(const struct dumbbell *dumbbell, double percent)
{
    return dumbbell->axis_left + percent / 100 * (dumbbell->axis_right - dumbbell->axis_left);
}

static bool on_page(const struct dumbbell *dumbbell)
{
    return dumbbell->canvas->form == FIGURE_PAGE;
}

/* ---- What stands in a row ---- */

/* A value beside its mark, on white: the lines of the axis do not go through it. */
static void put_axis_value(struct dumbbell *dumbbell, const struct text_style *style, double x,
                           double y, const char *text)
{
    const double half = 17;
    bool to_left = style == &value_right_style || style == &other_right_style;
    double width = text_width(style, text) + 6;
    double left = to_left ? x - width : x, right = to_left ? x : x + width;
    shape_rectangle(&dumbbell->blank, (struct shape_box){left, y - half, right, y + half});
    gnuplot_label(dumbbell->script, style, x, y, text);
}

static void put_own(struct dumbbell *dumbbell, double x, double y)
{
    shape_marker(&dumbbell->own, &dumbbell->own_holes, dumbbell->colour, x, y);
}

/* A ring: what the area is compared with has no colour of its own. */
static void put_other(struct dumbbell *dumbbell, double x, double y)
{
    shape_disc(&dumbbell->others, x, y, 9.5);
    shape_disc(&dumbbell->others_holes, x, y, 6.5);
}

/* The values stand outside the two marks, the lower one to the left. */
static void put_axis_values(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const double beside = 22;
    double own = axis_x(dumbbell, row->level->estimate.value);
    bool has_other = finding_has_value(row->other);
    double other = has_other ? axis_x(dumbbell, row->other->estimate.value) : own;
    bool own_left = own < other;
    put_own(dumbbell, own, y);
    put_axis_value(dumbbell, own_left ? &value_right_style : &value_style,
                   own_left ? own - beside : own + beside, y,
                   dumbbell_number(&dumbbell->shown, row->level));
    if (!has_other)
        return;
    put_other(dumbbell, other, y);
    put_axis_value(dumbbell, own_left ? &other_style : &other_right_style,
                   own_left ? other + beside : other - beside, y,
                   dumbbell_number(&dumbbell->shown, row->other));
    bool sure = finding_is_sure(row->gap);
    shape_line(sure ? &dumbbell->sure : &dumbbell->unsure, other, y, own, y);
}

/* Both values in words, the area by its name where that fits. */
static void put_words(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const struct dumbbell_rows *shown = &dumbbell->shown;
    struct text_box box = {AXIS_LEFT, y, GAP_LEFT - AXIS_LEFT + 10, SMALL_STEP + 2, 2};
    if (on_page(dumbbell))
        box = (struct text_box){PAGE_LEFT, y, PAGE_AXIS_RIGHT - PAGE_LEFT, SECOND_LINE, 2};
    const char *text = dumbbell_values(shown, row, shown->area->name);
    const char *area = shown->area->role == AREA_TOTAL
                           ? say(shown->language, "områderne", "the areas")
                           : say(shown->language, "området", "the area");
    if (text_box_lines(&words_style, box, text) > 1)
        text = dumbbell_values(shown, row, area);
    box.y -= (double)(text_box_lines(&words_style, box, text) - 1) * box.step / 2;
    gnuplot_paragraph(dumbbell->script, &words_style, box, text);
}

static void put_values(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    if (dumbbell_is_on_axis(row))
        put_axis_values(dumbbell, row, y);
    else
        put_words(dumbbell, row, y);
}

static const char *missing_gap(const struct dumbbell *dumbbell, const struct finding *finding)
{
    enum reason reason = finding ? finding->estimate.reason : REASON_NO_COMPARATOR;
    return reason_text(reason, dumbbell->shown.language);
}

/* Where no number can stand: why not, in one line or two around the middle of the row. */
static void put_reason(const struct dumbbell *dumbbell, const struct finding *finding, double x,
                       double y, double width)
{
    struct text_box box = {x, y, width, SMALL_STEP, 2};
    const char *text = missing_gap(dumbbell, finding);
    if (text_box_lines(&unsure_style, box, text) > 1)
        box.y -= SMALL_STEP / 2;
    gnuplot_paragraph(dumbbell->script, &unsure_style, box, text);
}

/* How a difference is set; where it is sure, with an arrow to its left. */
static const struct text_style *gap_style(struct dumbbell *dumbbell, const struct dumbbell_row *row,
                                          double right, double y)
{
    const struct finding *gap = row->gap;
    enum polarity polarity = row->indicator->polarity;
    if (!finding_is_sure(gap))
        return &number_unsure_style;
    if (polarity == POLARITY_NEUTRAL)
        return &number_style;
    bool good = (gap->estimate.value > 0) == (polarity == POLARITY_UP);
    double width = text_width(&number_style, dumbbell_number(&dumbbell->shown, gap));
    shape_arrow(good ? &dumbbell->better : &dumbbell->worse, right - width - 22, y, 0,
                good ? -8.5 : 8.5);
    return good ? &better_style : &worse_style;
}

/* The difference, and its unit below it where the head does not tell it. */
static void put_gap(struct dumbbell *dumbbell, const struct dumbbell_row *row, double right,
                    double y)
{
    const struct text_style *unit_style = on_page(dumbbell) ? &page_unit_style : &small_right_style;
    bool has_unit = !dumbbell_is_on_axis(row);
    if (has_unit)
        y -= 11;
    gnuplot_label(dumbbell->script, gap_style(dumbbell, row, right, y), right, y,
                  dumbbell_number(&dumbbell->shown, row->gap));
    struct text_box box = {right, y + 25, GAP_RIGHT - GAP_LEFT, 0, 1};
    if (has_unit)
        gnuplot_paragraph(dumbbell->script, unit_style, box,
                          indicator_difference_unit(row->indicator, dumbbell->shown.language));
}

static void put_change(const struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    const struct finding *change = row->change;
    if (!finding_has_value(change)) {
        put_reason(dumbbell, change, CHANGE_LEFT, y, RIGHT - CHANGE_LEFT);
        return;
    }
    bool sure = finding_is_sure(change);
    gnuplot_label(dumbbell->script, sure ? &change_style : &change_unsure_style, CHANGE_RIGHT, y,
                  dumbbell_number(&dumbbell->shown, change));
    const char *interval =
        wording_interval(dumbbell->shown.arena, dumbbell->shown.language, change);
    const char *note = dumbbell_change_note(&dumbbell->shown, change);
    struct text_box box = {INTERVAL_LEFT, y, RIGHT - INTERVAL_LEFT, SMALL_STEP, 1};
    if (*interval && *note)
        box.y -= SMALL_STEP / 2;
    box.y = gnuplot_paragraph(dumbbell->script, &small_style, box, interval);
    gnuplot_paragraph(dumbbell->script, &unsure_style, box, note);
}

/* ---- Rows ---- */

/* The lines of the axis behind a row. */
static void put_grid(struct dumbbell *dumbbell, double top, double bottom)
{
    for (int percent = 0; percent <= 100; percent += on_page(dumbbell) ? 50 : 20)
        shape_line(&dumbbell->grid, axis_x(dumbbell, percent), top, axis_x(dumbbell, percent),
                   bottom);
}

static struct text_box name_box(const struct dumbbell *dumbbell, const struct dumbbell_row *row)
{
    const char *note = dumbbell_row_note(&dumbbell->shown, row);
    double room = *note ? text_width(&small_right_style, note) + 24 : 0;
    return (struct text_box){LEFT, 0, NAME_RIGHT - LEFT - room, LINE_STEP, 3};
}

static double row_height(const struct dumbbell *dumbbell, const struct dumbbell_row *row)
{
    size_t lines =
        text_box_lines(&name_style, name_box(dumbbell, row), indicator_label(row->indicator));
    return dumbbell->row_height + (double)(lines > 1 ? lines - 1 : 0) * LINE_STEP;
}

/* Returns the y below the row; `y` is above it. */
static double put_row(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    double next = y + row_height(dumbbell, row), middle = y + dumbbell->row_height / 2;
    struct text_box box = name_box(dumbbell, row);
    box.y = middle;
    gnuplot_paragraph(dumbbell->script, &name_style, box, indicator_label(row->indicator));
    gnuplot_label(dumbbell->script, &small_right_style, NAME_RIGHT, middle,
                  dumbbell_row_note(&dumbbell->shown, row));
    if (dumbbell_is_on_axis(row))
        put_grid(dumbbell, y, next);
    put_values(dumbbell, row, middle);
    if (!finding_has_value(row->gap)) {
        put_reason(dumbbell, row->gap, GAP_LEFT, middle, CHANGE_LEFT - GAP_LEFT - 10);
        return next;
    }
    put_gap(dumbbell, row, GAP_RIGHT, middle);
    put_change(dumbbell, row, middle);
    return next;
}

/* The same on a page: the name, and below it the values and their difference. */
static double put_page_row(struct dumbbell *dumbbell, const struct dumbbell_row *row, double y)
{
    struct arena *arena = dumbbell->shown.arena;
    bool axis = dumbbell_is_on_axis(row);
    const char *name = indicator_label(row->indicator);
    const char *note = dumbbell_row_note(&dumbbell->shown, row);
    struct text_box box = {PAGE_LEFT, y + 18, PAGE_RIGHT - PAGE_LEFT, PAGE_STEP, 4};
    if (*note)
        name = arena_printf(arena, "%s (%s)", name, note);
    double middle =
        gnuplot_paragraph(dumbbell->script, &page_name_style, box, name) + (axis ? 6 : 14);
    double below = middle + (axis ? 24 : 34);
    if (axis)
        put_grid(dumbbell, middle - 18, middle + 18);
    put_values(dumbbell, row, middle);
    if (finding_has_value(row->gap)) {
        put_gap(dumbbell, row, PAGE_RIGHT, middle);
        return below;
    }
    box.y = below + 6;
    return gnuplot_paragraph(dumbbell->script, &page_unsure_style, box,
                             arena_printf(arena, "%s: %s",
                                          say(dumbbell->shown.language, "Forskel", "Difference"),
                                          missing_gap(dumbbell, row->gap)));
}

static void rule(struct dumbbell *dumbbell, double y)
{
    double left = on_page(dumbbell) ? PAGE_LEFT : LEFT;
    shape_line(&dumbbell->rules, left, y, dumbbell->canvas->width - left, y);
}

static bool begins_group(const struct dumbbell *dumbbell, size_t i)
{
    const struct dumbbell_row *row = &dumbbell->shown.items[i];
    return i == 0 || strcmp(row->indicator->goal, row[-1].indicator->goal) != 0;
}

/* The goal of the rows that follow, below a line. Returns the y below it. */
static double put_goal(struct dumbbell *dumbbell, const struct indicator *indicator, double y)
{
    const char *name = indicator_heading(dumbbell->shown.language, indicator);
    struct text_box box = {LEFT, y + 34, RIGHT - LEFT, 0, 1};
    rule(dumbbell, y);
    if (!dumbbell->has_goals)
        return y + GROUP_END;
    if (on_page(dumbbell))
        box = (struct text_box){PAGE_LEFT, y + 26, PAGE_RIGHT - PAGE_LEFT, PAGE_STEP, 4};
    double below = gnuplot_paragraph(dumbbell->script, &goal_style, box, name);
    return on_page(dumbbell) ? below : y + GROUP_TOP;
}

static double put_groups(struct dumbbell *dumbbell, double y)
{
    for (size_t i = 0; i < dumbbell->shown.count; i++) {
        const struct dumbbell_row *row = &dumbbell->shown.items[i];
        if (begins_group(dumbbell, i))
            y = put_goal(dumbbell, row->indicator, i ? y + GROUP_END : y);
        y = on_page(dumbbell) ? put_page_row(dumbbell, row, y) : put_row(dumbbell, row, y);
    }
    return y + GROUP_END;
}

/* ---- Head and ticks ---- */

/* One name of the key: its mark and the words beside its middle. Returns the x behind them. */
static double put_key(struct dumbbell *dumbbell, bool own, struct text_box box)
{
    const struct text_style *style = own ? &value_style : &other_style;
    const char *name = own ? dumbbell->shown.area->name : dumbbell->shown.comparator->name;
    if (own)
        put_own(dumbbell, box.x, box.y);
    else
        put_other(dumbbell, box.x, box.y);
    box.x += 20;
    box.y -= (double)(text_box_lines(style, box, name) - 1) * box.step / 2;
    gnuplot_paragraph(dumbbell->script, style, box, name);
    return box.x + fmin(text_width(style, name), box.width) + 44;
}

/* Both names share the room above the axis; the comparator's yields down to half of it. */
static void put_keys(struct dumbbell *dumbbell, double y)
{
    const double room = 530;
    struct text_box box = {AXIS_LEFT, y, room, SECOND_LINE, 2};
    if (dumbbell->shown.comparator)
        box.width -= fmin(text_width(&other_style, dumbbell->shown.comparator->name), room / 2);
    box.x = put_key(dumbbell, true, box);
    box.width = room - fmin(text_width(&value_style, dumbbell->shown.area->name), box.width);
    if (dumbbell->shown.comparator)
        put_key(dumbbell, false, box);
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

/* On a page each name has a line of its own. */
static void put_page_head(struct dumbbell *dumbbell, double y)
{
    const struct dumbbell_rows *shown = &dumbbell->shown;
    struct text_box box = {PAGE_LEFT + 12, y, 420, 0, 1};
    put_key(dumbbell, true, box);
    box.y += PAGE_STEP;
    if (shown->comparator)
        put_key(dumbbell, false, box);
    gnuplot_label(dumbbell->script, &head_right_style, PAGE_RIGHT, y,
                  say(shown->language, "Forskel", "Difference"));
    if (shown->has_axis)
        gnuplot_label(dumbbell->script, &page_unit_style, PAGE_RIGHT, y + PAGE_STEP,
                      say(shown->language, "pct.-point", "points"));
}

static void put_ticks(struct dumbbell *dumbbell, double y)
{
    const char *unit = say(dumbbell->shown.language, "pct.", "%");
    int step = on_page(dumbbell) ? 50 : 20;
    for (int percent = 0; dumbbell->shown.has_axis && percent <= 100; percent += step)
        gnuplot_label(dumbbell->script, &tick_style, axis_x(dumbbell, percent), y,
                      arena_printf(dumbbell->shown.arena, "%d" NBSP "%s", percent, unit));
}

/* ---- All of it ---- */

static const char *reading(const struct dumbbell *dumbbell)
{
    const struct dumbbell_rows *shown = &dumbbell->shown;
    const struct indicator **indicators =
        arena_alloc(shown->arena, shown->count, sizeof *indicators);
    for (size_t i = 0; i < shown->count; i++)
        indicators[i] = shown->items[i].indicator;
    const char *text = figure_left_out(dumbbell->canvas, dumbbell_reading(shown),
                                       dumbbell->left_out, shown->count);
    return figure_sources(dumbbell->canvas, text, indicators, shown->count);
}

static double rows_height(const struct dumbbell *dumbbell)
{
    double sum = 0;
    for (size_t i = 0; i < dumbbell->shown.count; i++) {
        sum += row_height(dumbbell, &dumbbell->shown.items[i]);
        if (begins_group(dumbbell, i))
            sum += dumbbell->has_goals ? GROUP_TOP + GROUP_END : 2 * GROUP_END;
    }
    return sum;
}

static double ticks_height(const struct dumbbell *dumbbell)
{
    return dumbbell->shown.has_axis ? 76 : 40;
}

/* What is left for the rows on a slide; less once the foot must say what is not there. */
static double slide_room(const struct dumbbell *dumbbell, double y)
{
    return dumbbell->canvas->height - y - ticks_height(dumbbell) -
           figure_foot_height(dumbbell->canvas, reading(dumbbell));
}

/* The names of goals go before a row does; then the rows share what is left over. */
static void fit_rows(struct dumbbell *dumbbell, double y)
{
    dumbbell->row_height = LEAST_HEIGHT;
    if (rows_height(dumbbell) > slide_room(dumbbell, y))
        dumbbell->has_goals = false;
    while (dumbbell->shown.count > 1 && rows_height(dumbbell) > slide_room(dumbbell, y)) {
        dumbbell->shown.count--;
        dumbbell->left_out++;
    }
    double spare = slide_room(dumbbell, y) - rows_height(dumbbell);
    dumbbell->row_height +=
        fmin(fmax(spare / (double)dumbbell->shown.count, 0), MOST_HEIGHT - LEAST_HEIGHT);
}

static double put_rows(struct dumbbell *dumbbell, double y)
{
    if (!dumbbell->shown.count) {
        figure_nothing(dumbbell->script, dumbbell->canvas, y + 120);
        return y + 260;
    }
    if (on_page(dumbbell))
        put_page_head(dumbbell, y);
    else
        put_head(dumbbell, y + 40);
    y += on_page(dumbbell) ? 56 : 90;
    if (dumbbell->canvas->form == FIGURE_SLIDE)
        fit_rows(dumbbell, y);
    y = put_groups(dumbbell, y);
    rule(dumbbell, y);
    put_ticks(dumbbell, y + 28);
    return y + ticks_height(dumbbell);
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
    gnuplot_block(script, "area_holes", &dumbbell->own_holes);
    gnuplot_block(script, "municipality", &dumbbell->others);
    gnuplot_block(script, "municipality_holes", &dumbbell->others_holes);
    gnuplot_block(script, "better", &dumbbell->better);
    gnuplot_block(script, "worse", &dumbbell->worse);
    gnuplot_load(script, "dumbbell.gp");
}

static struct dumbbell dumbbell_of(const struct figure_canvas *canvas,
                                   const struct speaker *speaker, const struct area *area)
{
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    bool page = canvas->form == FIGURE_PAGE;
    return (struct dumbbell){.shown =
                                 dumbbell_rows_make(speaker, area, canvas->form != FIGURE_REPORT),
                             .canvas = canvas,
                             .script = gnuplot_script_new(canvas->place),
                             .colour = figure_colour(canvas->findings->table->catalogue, area),
                             .axis_left = page ? PAGE_AXIS_LEFT : AXIS_LEFT,
                             .axis_right = page ? PAGE_AXIS_RIGHT : AXIS_RIGHT,
                             .row_height = ROW_HEIGHT,
                             .has_goals = true,
                             .rules = none,
                             .grid = none,
                             .blank = none,
                             .sure = none,
                             .unsure = none,
                             .own = none,
                             .own_holes = none,
                             .others = none,
                             .others_holes = none,
                             .better = none,
                             .worse = none};
}

static const char *subtitle(const struct dumbbell_rows *shown)
{
    const char *title = dumbbell_title(shown), *rest = dumbbell_subtitle(shown);
    return *rest ? arena_printf(shown->arena, "%s. %s", title, rest) : title;
}

struct gnuplot_figure dumbbell_figure_draw(const struct figure_canvas *canvas,
                                           const struct area *area)
{
    const struct speaker speaker = {canvas->arena, canvas->language, canvas->findings};
    struct dumbbell dumbbell = dumbbell_of(canvas, &speaker, area);
    const char *title = headline_area(&speaker, area).text;
    gnuplot_number(dumbbell.script, "area", dumbbell.colour);
    double y = figure_heading(dumbbell.script, canvas, title, subtitle(&dumbbell.shown));
    y = put_rows(&dumbbell, y);
    double height = figure_foot(dumbbell.script, canvas, y, reading(&dumbbell));
    send(&dumbbell);
    return (struct gnuplot_figure){.script = dumbbell.script,
                                   .name = arena_printf(canvas->arena, "omraade_%s%s", area->code,
                                                        canvas->form == FIGURE_PAGE ? "-side" : ""),
                                   .title = title,
                                   .summary = dumbbell_summary(&dumbbell.shown),
                                   .width = canvas->width,
                                   .height = height,
                                   .only_svg = canvas->form == FIGURE_PAGE};
}
