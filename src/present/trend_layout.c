/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_layout.h"

#include <math.h>

#include "pejling/present/trend_words.h"
#include "pejling/present/wording.h"

#define SPACING 30.0       /* between one panel's numbers and the next panel */
#define PANEL_HEIGHT 620.0 /* alone in its row; in a grid GRID_HEIGHT */
#define GRID_HEIGHT 440.0
#define MAX_COLUMNS 4
#define NAME_STEP 36.0
#define GAP_STEP 32.0

const struct text_style *trend_style(enum trend_text text)
{
    static const struct text_style styles[] = {
        [TREND_TEXT_NAME] = {"text_panel", 25, true},
        [TREND_TEXT_GAP] = {"text_gap", 17, false},
        [TREND_TEXT_TICK] = {"text_tick_y", 19, false},
        [TREND_TEXT_VALUE] = {"text_value", 20, true},
        [TREND_TEXT_MUNICIPALITY] = {"text_municipality", 18, false},
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
        const struct trend_line *own = &series->panels[i].own, *other = &series->panels[i].other;
        if (trend_ends_at_edge(series, own))
            width = fmax(width,
                         text_width(trend_style(TREND_TEXT_VALUE), trend_last_value(series, own)));
        if (trend_ends_at_edge(series, other))
            width = fmax(width, text_width(trend_style(TREND_TEXT_MUNICIPALITY),
                                           trend_last_value(series, other)));
    }
    return width + 14;
}

/* The words above a panel may go on above the numbers to its right. */
static struct text_box words_box(const struct trend_layout *layout, const struct trend_frame *frame,
                                 double step)
{
    double width = frame->right - frame->left + layout->gutter;
    return (struct text_box){frame->left, 0, width, step, 3};
}

/* Names and gaps take as many lines as the longest of them in the row does. */
static double place_row(const struct trend_layout *layout, size_t first, double y, double height)
{
    size_t count = layout->series->count;
    size_t end = first + layout->columns < count ? first + layout->columns : count;
    size_t names = 1, gaps = 1;
    for (size_t i = first; i < end; i++) {
        struct trend_frame *frame = &layout->frames[i];
        const struct area *area = frame->panel->area;
        frame->name = words_box(layout, frame, NAME_STEP);
        frame->gap = words_box(layout, frame, GAP_STEP);
        size_t name_lines = text_box_lines(trend_style(TREND_TEXT_NAME), frame->name, area->name);
        size_t gap_lines = text_box_lines(trend_style(TREND_TEXT_GAP), frame->gap,
                                          trend_gap(layout->series, area));
        names = name_lines > names ? name_lines : names;
        gaps = gap_lines > gaps ? gap_lines : gaps;
    }
    for (size_t i = first; i < end; i++) {
        struct trend_frame *frame = &layout->frames[i];
        size_t lines =
            text_box_lines(trend_style(TREND_TEXT_NAME), frame->name, frame->panel->area->name);
        frame->name.y = y + NAME_STEP * (double)(names - lines);
        frame->gap.y = y + NAME_STEP * (double)names + 8;
        frame->top = frame->gap.y + GAP_STEP * (double)gaps;
        frame->bottom = frame->top + height;
    }
    return layout->frames[first].bottom;
}

/* Sets where each panel stands. */
static void place_panels(struct trend_layout *layout, double width)
{
    size_t count = layout->series->count;
    double left = FIGURE_MARGIN + tick_width(layout) + 16;
    layout->columns = count <= MAX_COLUMNS ? count : count <= 6 ? 3 : 4;
    double height = count <= MAX_COLUMNS ? PANEL_HEIGHT : GRID_HEIGHT;
    double slot = (width - FIGURE_MARGIN + SPACING - left) / (double)layout->columns;
    for (size_t i = 0; i < count; i++) {
        struct trend_frame *frame = &layout->frames[i];
        frame->panel = &layout->series->panels[i];
        frame->left = left + slot * (double)(i % layout->columns);
        frame->right = frame->left + slot - layout->gutter - SPACING;
    }
    for (size_t i = 0; i < count; i += layout->columns)
        layout->bottom = place_row(layout, i, layout->bottom + 36, height) + 62;
}

struct trend_layout trend_layout_make(const struct trend_series *series,
                                      const struct figure_canvas *canvas, double y)
{
    struct trend_layout layout = {.series = series,
                                  .axis = figure_axis_make(series->low, series->high),
                                  .gutter = gutter_width(series),
                                  .bottom = y};
    for (size_t i = 0; i < series->count; i++)
        if (series->panels[i].own.hidden_count)
            layout.lower_strip = TREND_LOWER_STRIP;
    layout.frames = arena_alloc(series->arena, series->count, sizeof *layout.frames);
    if (series->count)
        place_panels(&layout, canvas->width);
    return layout;
}
