/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_labels.h"

#include <math.h>
#include <string.h>

#include "pejling/base/reason.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/trend_words.h"

static const struct text_style empty_style = {"text_empty", 22, false};
static const struct text_style tick_x_style = {"text_tick_x", 19, false};
static const struct text_style plan_style = {"text_plan", 15, false};
static const struct text_style cross_style = {"text_cross", 19, true};

/* Dates and quarters are told by their year, the latter once a year where there are many. */
static const char *tick_label(const struct trend_series *series, struct period period)
{
    if (period.kind != PERIOD_QUARTER || series->date_count <= 6)
        return figure_period(series->arena, period);
    return period.month == 1 ? arena_printf(series->arena, "%d", period.year) : "";
}

/* From the last period back, as many as there is room for. */
static void put_ticks_x(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_frame *frame)
{
    double taken = HUGE_VAL;
    const char *right_hand = "";
    for (size_t i = layout->series->date_count; i-- > 0;) {
        const struct trend_date *date = &layout->series->dates[i];
        const char *text = tick_label(layout->series, date->period);
        double half = text_width(&tick_x_style, text) / 2;
        double x = trend_x(layout, frame, date->x);
        if (date->x < layout->series->first_time || date->x > layout->series->last_time || !*text ||
            x + half > taken || strcmp(text, right_hand) == 0)
            continue;
        gnuplot_label(script, &tick_x_style, x, frame->bottom + 32, text);
        taken = x - half - 18;
        right_hand = text;
    }
}

static void put_ticks_y(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_frame *frame)
{
    for (size_t i = 0; i < figure_axis_ticks(&layout->axis); i++) {
        double y = trend_y(layout, frame, figure_axis_tick(&layout->axis, i));
        gnuplot_label(script, trend_style(TREND_TEXT_TICK), frame->left - 14, y,
                      trend_tick(layout, i));
    }
}

static void put_plan(struct gnuplot_script *script, const struct trend_layout *layout,
                     const struct trend_frame *frame)
{
    double from, to;
    const char *text = say(layout->series->language, "helhedsplan", "the plan");
    if (!trend_plan_span(layout->series, &from, &to))
        return;
    /* In a narrow field it begins at the line and goes on to the right. */
    double right = fmax(trend_x(layout, frame, to) - 10,
                        trend_x(layout, frame, from) + 6 + text_width(&plan_style, text));
    gnuplot_label(script, &plan_style, right, frame->top + 17, text);
}

/* A rectangle on the canvas; y counts downwards. */
struct rectangle {
    double left, right, top, bottom;
};

static void include(struct rectangle *reach, double upper_y, double lower_y)
{
    reach->top = fmin(reach->top, upper_y);
    reach->bottom = fmax(reach->bottom, lower_y);
}

/* How far up and down a line and its band reach between `left` and `right`. */
static struct rectangle reach_of(const struct trend_layout *layout, const struct trend_frame *frame,
                                 const struct trend_line *line, double left, double right)
{
    const double margin = 10; /* half a marker */
    struct rectangle reach = {left, right, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < line->count; i++) {
        const struct trend_point *b = &line->points[i], *a = b->joined ? b - 1 : b;
        double from = trend_x(layout, frame, a->x), to = trend_x(layout, frame, b->x);
        if (to < left - margin || from > right + margin)
            continue;
        for (int end = 0; end < 2; end++) {
            double at = fmin(fmax(end ? right : left, from), to);
            double share = to > from ? (at - from) / (to - from) : 0;
            double lower = a->lower + share * (b->lower - a->lower);
            double upper = a->upper + share * (b->upper - a->upper);
            include(&reach, trend_y(layout, frame, upper) - margin,
                    trend_y(layout, frame, lower) + margin);
        }
    }
    return reach;
}

/* Where a last value stands: to the right of `x`, at the height of `y`. */
struct place_of_value {
    double x, y, width;
};

static struct place_of_value value_place(const struct trend_layout *layout,
                                         const struct trend_frame *frame,
                                         const struct trend_line *line,
                                         const struct text_style *style)
{
    const struct trend_point *last = &line->points[line->count - 1];
    double x = trend_ends_at_edge(layout->series, line) ? frame->right + 10
                                                        : trend_x(layout, frame, last->x) + 16;
    return (struct place_of_value){x, trend_y(layout, frame, last->value),
                                   text_width(style, trend_last_value(layout->series, line))};
}

/* Out of the way of the other line, upwards or downwards. */
static double beside(const struct trend_layout *layout, const struct trend_frame *frame,
                     const struct trend_line *line, struct place_of_value value)
{
    const double half = 14;
    struct rectangle reach = reach_of(layout, frame, line, value.x, value.x + value.width);
    if (value.y + half < reach.top || value.y - half > reach.bottom)
        return value.y;
    return value.y - reach.top < reach.bottom - value.y ? reach.top - half : reach.bottom + half;
}

/* The last values, pushed apart where they would cover each other. */
static void put_values(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    const struct trend_line *lines[] = {&frame->panel->own, &frame->panel->other};
    const struct text_style *styles[] = {trend_style(TREND_TEXT_VALUE),
                                         trend_style(TREND_TEXT_MUNICIPALITY)};
    struct place_of_value values[2] = {{0, 0, 0}, {0, 0, 0}};
    const double apart = 30;
    for (int i = 0; i < 2; i++) {
        if (!lines[i]->count)
            continue;
        values[i] = value_place(layout, frame, lines[i], styles[i]);
        values[i].y = beside(layout, frame, lines[1 - i], values[i]);
    }
    double distance = values[0].y - values[1].y;
    if (frame->panel->own.count && frame->panel->other.count && fabs(distance) < apart &&
        values[0].x < values[1].x + values[1].width &&
        values[1].x < values[0].x + values[0].width) {
        double move = (apart - fabs(distance)) / 2;
        values[0].y += distance > 0 ? move : -move;
        values[1].y -= distance > 0 ? move : -move;
    }
    double below = fmax(values[0].y, values[1].y) - (frame->bottom - layout->lower_strip - 4);
    for (int i = 0; i < 2; i++)
        if (lines[i]->count)
            gnuplot_label(script, styles[i], values[i].x, values[i].y - fmax(below, 0),
                          trend_last_value(layout->series, lines[i]));
}

/* Whether a break, or also the plan's dotted line, stands between `left` and `right`. */
static bool is_crossed(const struct trend_layout *layout, const struct trend_frame *frame,
                       double left, double right, bool dotted)
{
    double from, to;
    bool crossed = false;
    if (dotted && trend_plan_span(layout->series, &from, &to)) {
        double x = trend_x(layout, frame, from);
        crossed = x > left - 6 && x < right + 6;
    }
    for (size_t i = 0; i < layout->series->catalogue->break_count && !crossed; i++) {
        double x = trend_x(layout, frame, layout->series->catalogue->breaks[i].time);
        crossed = x > left - 6 && x < right + 6 &&
                  trend_is_broken(layout->series, &layout->series->catalogue->breaks[i],
                                  frame->panel->area);
    }
    return crossed;
}

/* Puts the municipality's name beside its line if nothing else is drawn there. */
static bool put_municipality_at(struct gnuplot_script *script, const struct trend_layout *layout,
                                const struct trend_frame *frame, double left, bool below,
                                bool dotted)
{
    const double half = 14;
    double right =
        left + text_width(trend_style(TREND_TEXT_MUNICIPALITY), frame->panel->municipality->name);
    struct rectangle own = reach_of(layout, frame, &frame->panel->own, left, right);
    struct rectangle other = reach_of(layout, frame, &frame->panel->other, left, right);
    double y = below ? other.bottom + half : other.top - half;
    bool fits = left > frame->left && right < frame->right &&
                y + half < frame->bottom - layout->lower_strip &&
                y - half > frame->top + TREND_UPPER_STRIP;
    bool free = y - half > own.bottom || y + half < own.top;
    if (!fits || !free || is_crossed(layout, frame, left, right, dotted))
        return false;
    gnuplot_label(script, trend_style(TREND_TEXT_MUNICIPALITY), left, y,
                  frame->panel->municipality->name);
    return true;
}

/* At the beginning, the end or the middle of the line; if it must, across the dotted line. */
static bool put_municipality(struct gnuplot_script *script, const struct trend_layout *layout,
                             const struct trend_frame *frame)
{
    const struct trend_line *line = &frame->panel->other;
    if (!line->count)
        return false;
    double width =
        text_width(trend_style(TREND_TEXT_MUNICIPALITY), frame->panel->municipality->name);
    double first = trend_x(layout, frame, line->points[0].x);
    double last = trend_x(layout, frame, line->points[line->count - 1].x) - width;
    const double lefts[] = {first, last, (first + last) / 2};
    for (int dotted = 1; dotted >= 0; dotted--)
        for (size_t i = 0; i < sizeof lefts / sizeof *lefts; i++)
            for (int above = 0; above < 2; above++)
                if (put_municipality_at(script, layout, frame, lefts[i], !above, dotted))
                    return true;
    return false;
}

/* Why an area's levels are hidden: the reason of the first. */
static enum reason why_hidden(const struct trend_series *series, const struct area *area)
{
    size_t count;
    const struct finding *levels = trend_levels(series, area, &count);
    for (size_t i = 0; i < count; i++)
        if (series->hidden[levels[i].estimate.reason])
            return levels[i].estimate.reason;
    return REASON_SUPPRESSED;
}

/* A cross below the axis for each hidden level, and words where there is nothing else. */
static void put_hidden(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    const char *text =
        reason_text(why_hidden(layout->series, frame->panel->area), layout->series->language);
    double middle = (frame->left + frame->right) / 2;
    double top = frame->top + TREND_UPPER_STRIP + 40,
           bottom = frame->bottom - layout->lower_strip - 40;
    double half = text_width(&empty_style, text) / 2;
    struct rectangle reach =
        reach_of(layout, frame, &frame->panel->other, middle - half, middle + half);
    for (size_t i = 0; i < frame->panel->own.hidden_count; i++)
        gnuplot_label(script, &cross_style, trend_x(layout, frame, frame->panel->own.hidden[i]),
                      frame->bottom - TREND_LOWER_STRIP / 2, "×");
    if (!frame->panel->own.count)
        gnuplot_label(script, &empty_style, middle, reach.top > top + 20 ? top : bottom, text);
}

static void put_words(struct gnuplot_script *script, const struct trend_layout *layout,
                      const struct trend_frame *frame)
{
    const struct area *area = frame->panel->area;
    gnuplot_number(script, "area", figure_colour(layout->series->catalogue, area));
    gnuplot_paragraph(script, trend_style(TREND_TEXT_NAME), frame->name, area->name);
    gnuplot_paragraph(script, trend_style(TREND_TEXT_GAP), frame->gap,
                      trend_gap(layout->series, area));
    put_ticks_x(script, layout, frame);
    put_plan(script, layout, frame);
    put_values(script, layout, frame);
    put_hidden(script, layout, frame);
}

void trend_labels_put(struct gnuplot_script *script, const struct trend_layout *layout)
{
    const struct area *named = NULL;
    for (size_t i = 0; i < layout->series->count; i++) {
        const struct trend_frame *frame = &layout->frames[i];
        const struct area *municipality = frame->panel->municipality;
        put_words(script, layout, frame);
        if (i % layout->columns == 0 && layout->series->has_values)
            put_ticks_y(script, layout, frame);
        if (municipality != named && put_municipality(script, layout, frame))
            named = municipality;
    }
}
