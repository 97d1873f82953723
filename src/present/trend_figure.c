/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_figure.h"

#include <math.h>

#include "pejling/present/trend_labels.h"
#include "pejling/present/trend_words.h"

static struct gnuplot_rows no_rows(const struct trend_series *series, size_t columns)
{
    return (struct gnuplot_rows){.arena = series->arena, .columns = columns};
}

static void send_line(struct gnuplot_script *script, const struct trend_series *series,
                      const char *name, const struct trend_line *line)
{
    struct gnuplot_rows rows = no_rows(series, 2);
    for (size_t i = 0; i < line->count; i++) {
        if (!line->points[i].joined)
            gnuplot_gap(&rows);
        gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    }
    gnuplot_block(script, name, &rows);
}

/* The points that no line goes to. */
static void send_alone(struct gnuplot_script *script, const struct trend_series *series,
                       const char *name, const struct trend_line *line)
{
    struct gnuplot_rows rows = no_rows(series, 2);
    for (size_t i = 0; i < line->count; i++)
        if (!line->points[i].joined && !(i + 1 < line->count && line->points[i + 1].joined))
            gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    gnuplot_block(script, name, &rows);
}

/* The band goes where the line goes; a point alone gets a narrow one of its own. */
static void send_band(struct gnuplot_script *script, const struct trend_layout *layout,
                      const struct trend_frame *frame, const char *name,
                      const struct trend_line *line)
{
    struct gnuplot_rows rows = no_rows(layout->series, 3);
    double pixel = (layout->series->x_max - layout->series->x_min) / (frame->right - frame->left);
    for (size_t i = 0; i < line->count; i++) {
        const struct trend_point *point = &line->points[i];
        bool after = point->joined && line->points[i - 1].has_interval;
        bool before = i + 1 < line->count && point[1].joined && point[1].has_interval;
        if (!after)
            gnuplot_gap(&rows);
        if (!point->has_interval)
            continue;
        if (after || before) {
            gnuplot_row(&rows, point->x, point->lower, point->upper);
        } else {
            gnuplot_row(&rows, point->x - 7 * pixel, point->lower, point->upper);
            gnuplot_row(&rows, point->x + 7 * pixel, point->lower, point->upper);
        }
    }
    gnuplot_block(script, name, &rows);
}

/* Vertical lines and marks; the strips are measured in units of the axis here. */
static void send_marks(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    struct gnuplot_rows starts = no_rows(layout->series, 2), breaks = starts, marks = starts;
    double unit = trend_unit(layout, frame), from, to;
    double low = layout->axis.first - layout->lower_strip * unit;
    double high = layout->axis.last + TREND_UPPER_STRIP * unit;
    bool plan = trend_plan_span(layout->series, &from, &to);
    if (plan && from > layout->series->x_min) {
        gnuplot_row(&starts, from, low, 0);
        gnuplot_row(&starts, from, high, 0);
    }
    for (size_t i = 0; i < layout->series->catalogue->break_count; i++) {
        const struct series_break *cut = &layout->series->catalogue->breaks[i];
        if (!trend_is_broken(layout->series, cut, frame->panel->area))
            continue;
        gnuplot_gap(&breaks);
        gnuplot_row(&breaks, cut->time, low, 0);
        gnuplot_row(&breaks, cut->time, layout->axis.last + 12 * unit, 0);
        gnuplot_row(&marks, cut->time, layout->axis.last + 14 * unit, 0);
    }
    gnuplot_number(script, "plan_from", plan ? from : layout->series->x_min - 2);
    gnuplot_number(script, "plan_to", plan ? to : layout->series->x_min - 1);
    gnuplot_number(script, "y_min", low);
    gnuplot_number(script, "y_max", high);
    gnuplot_block(script, "plan_start", &starts);
    gnuplot_block(script, "breaks", &breaks);
    gnuplot_block(script, "break_marks", &marks);
}

static void send_panel(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    gnuplot_number(script, "panel_left", frame->left);
    gnuplot_number(script, "panel_right", frame->right);
    gnuplot_number(script, "panel_top", frame->top);
    gnuplot_number(script, "panel_bottom", frame->bottom);
    gnuplot_number(script, "x_min", layout->series->x_min);
    gnuplot_number(script, "x_max", layout->series->x_max);
    gnuplot_number(script, "tick_first", layout->axis.first);
    gnuplot_number(script, "tick_step", layout->axis.step);
    gnuplot_number(script, "tick_last", layout->axis.last);
    gnuplot_number(script, "area", figure_colour(layout->series->catalogue, frame->panel->area));
    send_marks(script, layout, frame);
    send_line(script, layout->series, "area", &frame->panel->own);
    send_line(script, layout->series, "municipality", &frame->panel->other);
    send_alone(script, layout->series, "municipality_alone", &frame->panel->other);
    send_band(script, layout, frame, "area_band", &frame->panel->own);
    send_band(script, layout, frame, "municipality_band", &frame->panel->other);
    gnuplot_load(script, "panel.gp");
}

bool trend_figure_has_data(const struct findings *findings, const struct indicator *indicator)
{
    const struct released_table *table = findings->table;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        struct released_series series = released_series(table, indicator, area);
        bool drawn = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
        for (size_t j = 0; drawn && j < series.count; j++)
            if (isfinite(series.cells[j].time) && series.cells[j].release != RELEASE_ABSENT)
                return true;
    }
    return false;
}

struct gnuplot_figure trend_figure_draw(const struct figure_canvas *canvas,
                                        const struct indicator *indicator)
{
    const struct trend_series series =
        trend_series_make(canvas->arena, canvas->language, canvas->findings, indicator);
    struct gnuplot_script *script = gnuplot_script_new(canvas->place);
    struct gnuplot_script *words = gnuplot_script_new(canvas->place); /* last, above the panels */
    double y = figure_heading(words, canvas, indicator->name, trend_subtitle(&series));
    const struct trend_layout layout = trend_layout_make(&series, canvas, y);
    gnuplot_load(script, "trend.gp");
    for (size_t i = 0; i < series.count; i++)
        send_panel(script, &layout, &layout.frames[i]);
    trend_labels_put(words, &layout);
    if (!series.count)
        figure_nothing(words, canvas, y + 150);
    y = series.count ? layout.bottom : y + 300;
    double height =
        figure_foot(words, canvas, y + 24, trend_reading(&series, layout.axis.from_zero));
    gnuplot_add(script, words);
    gnuplot_load(script, "words.gp");
    return (struct gnuplot_figure){
        .script = script,
        .name = arena_printf(canvas->arena, "tendens_%s", indicator->code),
        .title = indicator->name,
        .summary = trend_summary(&series),
        .width = canvas->width,
        .height = height,
    };
}
