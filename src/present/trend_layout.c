/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_layout.h"

#include <math.h>

#include "pejling/present/trend_words.h"
#include "pejling/present/wording.h"

#define SPACING 30.0       /* between one panel's numbers and the next panel */
#define PANEL_HEIGHT 620.0 /* alone in its row; in a grid GRID_HEIGHT */
#define GRID_HEIGHT 440.0
#define SINGLE_HEIGHT 290.0
#define LOW_HEIGHT 240.0 /* with smaller names */
#define LEAST_HEIGHT 140.0
#define TICK_STEP 28.0 /* from tick to tick of values, at least */
#define MOST_LINES 4
#define MAX_COLUMNS 4
#define BELOW_PANEL 62.0 /* ticks of time */
#define SINGLE_MARGIN 10.0
#define STRIP_NAME 38.0 /* the words above the strip of dates */
#define STRIP_HEIGHT 120.0
#define BELOW_STRIP 24.0
#define NAME_STEP 36.0
#define SMALL_NAME_STEP 27.0
#define NOTE_STEP 32.0

const struct text_style *trend_style(enum trend_text text)
{
    static const struct text_style styles[] = {
        [TREND_TEXT_NAME] = {"text_panel", 25, true},
        [TREND_TEXT_SMALL_NAME] = {"text_panel", 18, true},
        [TREND_TEXT_NOTE] = {"text_gap", 17, false},
        [TREND_TEXT_TICK] = {"text_tick_y", 19, false},
        [TREND_TEXT_VALUE] = {"text_value", 20, true},
        [TREND_TEXT_MUNICIPALITY] = {"text_municipality", 18, false},
        [TREND_TEXT_TARGET] = {"text_target", 18, false},
    };
    return &styles[text];
}

double trend_x(const struct trend_layout *layout, const struct trend_frame *frame, double time)
{
    double share = (time - layout->series->x_min) / (layout->series->x_max - layout->series->x_min);
    return frame->left + share * (frame->right - frame->left);
}

double trend_unit(const struct trend_layout *layout, const struct trend_frame *frame)
{
    double height = frame->bottom - frame->top - TREND_UPPER_STRIP - layout->lower_strip;
    return (layout->axis.last - layout->axis.first) / height;
}

double trend_y(const struct trend_layout *layout, const struct trend_frame *frame, double value)
{
    return frame->bottom - layout->lower_strip -
           (value - layout->axis.first) / trend_unit(layout, frame);
}

double trend_placebo_y(const struct trend_layout *layout, const struct trend_frame *frame,
                       double change)
{
    const struct figure_axis *axis = &layout->placebo_axis;
    return frame->strip_bottom - (change - axis->first) / (axis->last - axis->first) *
                                     (frame->strip_bottom - frame->strip_top);
}

const char *trend_tick(const struct trend_layout *layout, size_t i)
{
    char text[NUMBER_TEXT];
    wording_number(text, layout->series->language, figure_axis_tick(&layout->axis, i),
                   layout->axis.decimals);
    return arena_copy(layout->series->arena, text);
}

static double tick_width(const struct trend_layout *layout)
{
    double width = 0;
    for (size_t i = 0; i < figure_axis_ticks(&layout->axis); i++)
        width = fmax(width, text_width(trend_style(TREND_TEXT_TICK), trend_tick(layout, i)));
    const double ends[] = {layout->placebo_axis.first, layout->placebo_axis.last};
    char number[NUMBER_TEXT];
    for (size_t i = 0; i < 2 && layout->series->before_after; i++)
        width = fmax(width, text_width(trend_style(TREND_TEXT_TICK),
                                       wording_number(number, layout->series->language, ends[i],
                                                      layout->placebo_axis.decimals)));
    return width;
}

bool trend_ends_at_edge(const struct trend_series *series, const struct trend_line *line)
{
    return line->count && series->first_time < series->last_time &&
           !(line->points[line->count - 1].x < series->last_time);
}

/* Room for the values at the right of each panel. */
static double gutter_width(const struct trend_series *series)
{
    double width = 0;
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_panel *panel = &series->panels[i];
        const struct text_style *own = trend_style(TREND_TEXT_VALUE);
        const struct text_style *other = trend_style(TREND_TEXT_MUNICIPALITY);
        if (trend_ends_at_edge(series, &panel->own))
            width = fmax(width, text_width(own, trend_last_value(series, &panel->own)));
        if (series->subject == TREND_LEVEL && trend_ends_at_edge(series, &panel->other))
            width = fmax(width, text_width(other, trend_last_value(series, &panel->other)));
        width =
            fmax(width, text_width(trend_style(TREND_TEXT_TARGET), trend_target(series, panel)));
    }
    return width + 14;
}

/* The words above a panel may go on above the numbers to its right. */
static struct text_box words_box(const struct trend_layout *layout, const struct trend_frame *frame,
                                 double step, size_t lines)
{
    double width = frame->right - frame->left + layout->gutter;
    return (struct text_box){frame->left, 0, width, step, lines};
}

static double name_step(const struct trend_layout *layout)
{
    return layout->name_text == TREND_TEXT_NAME ? NAME_STEP : SMALL_NAME_STEP;
}

/*
 * Names and notes take as many lines as the longest of the indicator's areas, wherever its panel
 * is, so that the axes of panels beside each other are level; `most` at most.
 */
static void reserve_words(struct trend_layout *layout, size_t most)
{
    const struct trend_frame *frame = &layout->frames[0];
    layout->names = layout->notes = 1;
    for (size_t i = 0; i < layout->series->count; i++) {
        const struct area *area = layout->series->panels[i].area;
        size_t names =
            text_box_lines(trend_style(layout->name_text),
                           words_box(layout, frame, name_step(layout), most), area->name);
        size_t notes =
            text_box_lines(trend_style(TREND_TEXT_NOTE), words_box(layout, frame, NOTE_STEP, most),
                           trend_note(layout->series, area));
        layout->names = names > layout->names ? names : layout->names;
        layout->notes = notes > layout->notes ? notes : layout->notes;
    }
}

/* Names end where the notes begin. */
static void place_panel(const struct trend_layout *layout, struct trend_frame *frame, double y,
                        double height)
{
    frame->name = words_box(layout, frame, name_step(layout), layout->names);
    frame->note = words_box(layout, frame, NOTE_STEP, layout->notes);
    size_t lines =
        text_box_lines(trend_style(layout->name_text), frame->name, frame->panel->area->name);
    frame->name.y = y + name_step(layout) * (double)(layout->names - lines);
    frame->note.y = y + name_step(layout) * (double)layout->names + 8;
    frame->top = frame->note.y + NOTE_STEP * (double)layout->notes;
    frame->bottom = frame->top + height;
    bool strip = layout->series->before_after;
    frame->strip_top = frame->bottom + (strip ? BELOW_PANEL + STRIP_NAME : 0);
    frame->strip_bottom = frame->strip_top + (strip ? STRIP_HEIGHT : 0);
}

/* Sets where each panel stands, between `left` and `right`, with as many lines of words at most. */
static void place_panels(struct trend_layout *layout, double y, const double sides[2],
                         double height, size_t most_lines)
{
    double left = sides[0] + tick_width(layout) + 16;
    double slot = (sides[1] + SPACING - left) / (double)layout->columns;
    for (size_t i = 0; i < layout->count; i++) {
        struct trend_frame *frame = &layout->frames[i];
        frame->left = left + slot * (double)(i % layout->columns);
        frame->right = frame->left + slot - layout->gutter - SPACING;
    }
    reserve_words(layout, most_lines);
    layout->bottom = y;
    for (size_t i = 0; i < layout->count; i++) {
        if (i % layout->columns == 0)
            y = layout->bottom + 36;
        place_panel(layout, &layout->frames[i], y, height);
        layout->bottom = layout->frames[i].strip_bottom +
                         (layout->series->before_after ? BELOW_STRIP : BELOW_PANEL);
    }
}

/* A layout that is not placed yet, of `count` panels from `panels` on. */
static struct trend_layout start(const struct trend_series *series,
                                 const struct trend_panel *panels, size_t count)
{
    struct trend_layout layout = {.series = series,
                                  .axis = figure_axis_make(series->low, series->high),
                                  .placebo_axis =
                                      figure_axis_make(series->placebo_low, series->placebo_high),
                                  .gutter = gutter_width(series),
                                  .count = count};
    for (size_t i = 0; i < series->count; i++)
        if (series->panels[i].own.hidden_count)
            layout.lower_strip = TREND_LOWER_STRIP;
    layout.frames = arena_alloc(series->arena, count, sizeof *layout.frames);
    for (size_t i = 0; i < count; i++)
        layout.frames[i].panel = &panels[i];
    return layout;
}

static size_t columns_of(size_t count)
{
    return count <= MAX_COLUMNS ? count : count <= 6 ? 3 : MAX_COLUMNS;
}

static const double wide_sides[] = {FIGURE_MARGIN, FIGURE_WIDTH - FIGURE_MARGIN};

struct trend_layout trend_layout_make(const struct trend_series *series, double y)
{
    struct trend_layout layout = start(series, series->panels, series->count);
    double height = series->count <= MAX_COLUMNS ? PANEL_HEIGHT : GRID_HEIGHT;
    layout.columns = columns_of(series->count);
    layout.bottom = y;
    if (series->count)
        place_panels(&layout, y, wide_sides, height, MOST_LINES);
    return layout;
}

/* How high panels can be between `y` and `bottom`, with so many lines of words at most. */
static double height_between(struct trend_layout *layout, double y, double bottom, size_t lines)
{
    size_t rows = (layout->count + layout->columns - 1) / layout->columns;
    place_panels(layout, y, wide_sides, 0, lines);
    return (bottom - layout->bottom) / (double)rows;
}

/* Lower than that the numbers of the axis cover each other. */
static double least_height(const struct trend_layout *layout)
{
    double ticks = (double)figure_axis_ticks(&layout->axis) - 1;
    return fmax(TREND_UPPER_STRIP + layout->lower_strip + TICK_STEP * ticks, LEAST_HEIGHT);
}

struct trend_layout trend_layout_fit(const struct trend_series *series, double y, double bottom)
{
    struct trend_layout layout = start(series, series->panels, series->count);
    layout.columns = columns_of(series->count);
    layout.bottom = bottom;
    if (!series->count)
        return layout;
    if (layout.count > 2 * layout.columns) /* a slide has room for two rows */
        layout.columns = (layout.count + 1) / 2;
    size_t lines = MOST_LINES;
    double height = height_between(&layout, y, bottom, lines), least = least_height(&layout);
    if (height < LOW_HEIGHT) {
        layout.name_text = TREND_TEXT_SMALL_NAME;
        height = height_between(&layout, y, bottom, lines);
    }
    while (height < least && lines > 1)
        height = height_between(&layout, y, bottom, --lines);
    if (height < least && layout.count > layout.columns) {
        layout.left_out = layout.count - layout.columns;
        layout.count = layout.columns;
        height = height_between(&layout, y, bottom, lines);
    }
    place_panels(&layout, y, wide_sides, fmax(height, least), lines);
    return layout;
}

struct trend_layout trend_layout_single(const struct trend_series *series,
                                        const struct trend_panel *panel)
{
    static const double sides[] = {SINGLE_MARGIN, FIGURE_PAGE_WIDTH - SINGLE_MARGIN};
    struct trend_layout layout = start(series, panel, 1);
    layout.columns = 1;
    place_panels(&layout, -10, sides, SINGLE_HEIGHT, MOST_LINES);
    return layout;
}
