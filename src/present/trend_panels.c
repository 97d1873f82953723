/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_panels.h"

#include <math.h>

#include "pejling/present/headline.h"
#include "pejling/present/trend_labels.h"
#include "pejling/present/trend_words.h"

#define BAR 6.0 /* half the width of an interval without a line, in pixels */
#define TARGET_LENGTH 26.0
#define TARGET_HEIGHT 5.0

static struct gnuplot_rows no_rows(const struct trend_series *series, size_t columns)
{
    return (struct gnuplot_rows){.arena = series->arena, .columns = columns};
}

/* Where a line goes through points joined, and nowhere without a line. */
static void send_line(struct gnuplot_script *script, const struct trend_series *series,
                      const char *name, const struct trend_line *line)
{
    struct gnuplot_rows rows = no_rows(series, 2);
    size_t count = line ? line->count : 0;
    for (size_t i = 0; i < count; i++) {
        if (!line->points[i].joined)
            gnuplot_gap(&rows);
        gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    }
    gnuplot_block(script, name, &rows);
}

/* The points of the municipality that no line goes to. */
static void send_alone(struct gnuplot_script *script, const struct trend_series *series,
                       const struct trend_line *line)
{
    struct gnuplot_rows rows = no_rows(series, 2);
    bool lines = series->subject == TREND_GAP || trend_is_joined(series);
    for (size_t i = 0; i < line->count; i++) {
        bool after = i + 1 < line->count && line->points[i + 1].joined;
        if (!lines || (!line->points[i].joined && !after))
            gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    }
    gnuplot_block(script, "municipality_alone", &rows);
}

/* The band goes where a line goes; a point alone gets a narrow one of its own. */
static void send_band(struct gnuplot_script *script, const struct trend_layout *layout,
                      const struct trend_frame *frame, const char *name,
                      const struct trend_line *line, bool joined)
{
    struct gnuplot_rows rows = no_rows(layout->series, 3);
    double pixel = (layout->series->x_max - layout->series->x_min) / (frame->right - frame->left);
    for (size_t i = 0; i < line->count; i++) {
        const struct trend_point *point = &line->points[i];
        bool after = joined && point->joined && point[-1].has_interval;
        bool before = joined && i + 1 < line->count && point[1].joined && point[1].has_interval;
        if (!after)
            gnuplot_gap(&rows);
        if (!point->has_interval)
            continue;
        if (after || before) {
            gnuplot_row(&rows, point->x, point->lower, point->upper);
        } else {
            gnuplot_row(&rows, point->x - BAR * pixel, point->lower, point->upper);
            gnuplot_row(&rows, point->x + BAR * pixel, point->lower, point->upper);
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

/* A short horizontal bar at the height of the target. */
static void send_target(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_frame *frame)
{
    const struct trend_panel *panel = frame->panel;
    struct gnuplot_rows rows = no_rows(layout->series, 2);
    double pixel = (layout->series->x_max - layout->series->x_min) / (frame->right - frame->left);
    double half = TARGET_HEIGHT / 2 * trend_unit(layout, frame);
    for (int i = 0; i < 4 && panel->target; i++)
        gnuplot_row(&rows,
                    panel->target_time + (i < 2 ? -TARGET_LENGTH : TARGET_LENGTH) / 2 * pixel,
                    panel->target->value + (i == 0 || i == 3 ? -half : half), 0);
    gnuplot_block(script, "target", &rows);
}

static const struct trend_line *further_line(const struct trend_series *series, size_t i)
{
    return i < series->further_count ? &series->further[i].line : NULL;
}

static void send_lines(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    const struct trend_series *series = layout->series;
    const struct trend_panel *panel = frame->panel;
    bool gaps = series->subject == TREND_GAP, lines = trend_is_joined(series);
    bool dots = !gaps && !lines;
    send_line(script, series, "area", &panel->own);
    send_line(script, series, "area_holes", &panel->transition);
    send_line(script, series, "area_line", gaps ? &panel->fit : lines ? &panel->own : NULL);
    send_line(script, series, "area_dots", dots ? &panel->own : NULL);
    send_line(script, series, "municipality", dots ? NULL : &panel->other);
    send_line(script, series, "municipality_dots", dots ? &panel->other : NULL);
    send_line(script, series, "further", further_line(series, 0));
    send_line(script, series, "further_dotted", further_line(series, 1));
    send_alone(script, series, &panel->other);
    send_band(script, layout, frame, "area_band", &panel->own, lines);
    send_band(script, layout, frame, "municipality_band", &panel->other, lines);
    send_band(script, layout, frame, "fit_band", &panel->fit, true);
    send_target(script, layout, frame);
}

/* The dates tried, as dots below the panel; the start's own stands out. */
static void send_placebos(struct gnuplot_script *script, const struct trend_layout *layout,
                          const struct trend_frame *frame)
{
    const struct trend_panel *panel = frame->panel;
    struct gnuplot_rows others = no_rows(layout->series, 2), own = others;
    for (size_t i = 0; i < panel->placebos.count; i++) {
        const struct trend_point *point = &panel->placebos.points[i];
        bool other = point->x < panel->start_time || point->x > panel->start_time;
        gnuplot_row(other ? &others : &own, point->x, point->value, 0);
    }
    gnuplot_number(script, "panel_top", frame->strip_top);
    gnuplot_number(script, "panel_bottom", frame->strip_bottom);
    gnuplot_number(script, "y_min", layout->placebo_axis.first);
    gnuplot_number(script, "y_max", layout->placebo_axis.last);
    gnuplot_number(script, "tick_step", layout->placebo_axis.last - layout->placebo_axis.first);
    gnuplot_block(script, "placebos", &others);
    gnuplot_block(script, "placebo_start", &own);
    gnuplot_load(script, "placebo.gp");
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
    send_lines(script, layout, frame);
    gnuplot_load(script, "panel.gp");
    if (layout->series->before_after && frame->panel->placebos.count)
        send_placebos(script, layout, frame);
}

/* The figure of a layout, words last, above the panels. */
static struct gnuplot_script *draw(const struct figure_canvas *canvas,
                                   const struct trend_layout *layout,
                                   const struct gnuplot_script *words)
{
    struct gnuplot_script *script = gnuplot_script_new(canvas->place);
    gnuplot_load(script, "trend.gp");
    for (size_t i = 0; i < layout->count; i++)
        send_panel(script, layout, &layout->frames[i]);
    gnuplot_add(script, words);
    gnuplot_load(script, "words.gp");
    return script;
}

/* The finding itself, or where it cannot be said, what it would be about. */
static const char *title_of(const struct figure_canvas *canvas, const struct trend_series *series)
{
    const struct indicator *indicator = series->indicator;
    if (series->before_after)
        return say(canvas->language, "Afstanden før og efter planens start",
                   "The gap before and after the plan’s start");
    const struct speaker speaker = {canvas->arena, canvas->language, canvas->findings};
    const char *headline = headline_indicator(&speaker, indicator).text;
    return headline && *headline ? headline : indicator->name;
}

/* `tendens_CODE`, `afstand_CODE-AREA` */
static const char *name_of(const struct trend_series *series, const struct area *area)
{
    return arena_printf(series->arena, "%s_%s%s%s",
                        series->before_after           ? "foer_efter"
                        : series->subject == TREND_GAP ? "afstand"
                                                       : "tendens",
                        series->indicator->code, area ? "-" : "", area ? area->code : "");
}

/* As high as the slide; once more where its foot must say what there is no room for. */
static struct trend_layout fit(const struct figure_canvas *canvas,
                               const struct trend_series *series, double y, const char **foot)
{
    double bottom = canvas->height - figure_foot_height(canvas, *foot) - 24;
    struct trend_layout layout = trend_layout_fit(series, y, bottom);
    if (!layout.left_out)
        return layout;
    *foot = trend_left_out(series, *foot, layout.left_out);
    return trend_layout_fit(series, y, canvas->height - figure_foot_height(canvas, *foot) - 24);
}

struct gnuplot_figure trend_panels_draw(const struct figure_canvas *canvas,
                                        const struct trend_series *series)
{
    const char *title = title_of(canvas, series);
    struct gnuplot_script *words = gnuplot_script_new(canvas->place);
    double y = figure_heading(words, canvas, title, trend_subtitle(series));
    const char *foot = trend_foot(series);
    struct trend_layout layout =
        canvas->form == FIGURE_SLIDE ? fit(canvas, series, y, &foot) : trend_layout_make(series, y);
    trend_labels_put(words, &layout);
    if (!series->count)
        figure_nothing(words, canvas, y + 150);
    y = series->count ? layout.bottom : y + 300;
    double height = figure_foot(words, canvas, y + 24, foot);
    return (struct gnuplot_figure){
        .script = draw(canvas, &layout, words),
        .name = name_of(series, NULL),
        .title = title,
        .summary = trend_summary(series, series->panels, series->count),
        .width = canvas->width,
        .height = height,
    };
}

static struct gnuplot_figure draw_single(const struct figure_canvas *canvas,
                                         const struct trend_series *series,
                                         const struct trend_panel *panel)
{
    struct gnuplot_script *words = gnuplot_script_new(canvas->place);
    const struct trend_layout layout = trend_layout_single(series, panel);
    trend_labels_put(words, &layout);
    double height = figure_foot(words, canvas, layout.bottom, "");
    return (struct gnuplot_figure){
        .script = draw(canvas, &layout, words),
        .name = name_of(series, panel->area),
        .title = title_of(canvas, series),
        .summary = trend_summary(series, panel, 1),
        .width = canvas->width,
        .height = height,
        .only_svg = true,
    };
}

const struct gnuplot_figure *trend_panels_single(const struct figure_canvas *canvas,
                                                 const struct trend_series *series, size_t *count)
{
    struct gnuplot_figure *figures = arena_alloc(series->arena, series->count, sizeof *figures);
    *count = series->count;
    for (size_t i = 0; i < series->count; i++)
        figures[i] = draw_single(canvas, series, &series->panels[i]);
    return figures;
}

const struct area **trend_panels_areas(const struct trend_series *series, size_t *count)
{
    const struct area **areas = arena_alloc(series->arena, series->count, sizeof *areas);
    *count = series->count;
    for (size_t i = 0; i < series->count; i++)
        areas[i] = series->panels[i].area;
    return areas;
}
