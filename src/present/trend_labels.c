/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_labels.h"

#include <math.h>
#include <string.h>

#include "pejling/base/reason.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/label_spread.h"
#include "pejling/present/trend_words.h"
#include "pejling/present/wording.h"

static const struct text_style empty_style = {"text_empty", 22, false};
static const struct text_style tick_x_style = {"text_tick_x", 19, false};
static const struct text_style plan_style = {"text_plan", 17, false};
static const struct text_style cross_style = {"text_cross", 19, true};

/* Dates and quarters are told by their year, the latter once a year where there are many. */
static const char *tick_label(const struct trend_series *series, struct period period)
{
    if (period.kind != PERIOD_QUARTER || series->date_count <= 6)
        return figure_period(series->arena, period);
    return period.month == 1 ? arena_printf(series->arena, "%d", period.year) : "";
}

/* The period of the target farthest to the right, where it is past the last value; else NULL. */
static const struct target *last_target(const struct trend_series *series)
{
    const struct target *last = NULL;
    double latest = series->last_time;
    for (size_t i = 0; i < series->count; i++)
        if (series->panels[i].target && series->panels[i].target_time > latest) {
            latest = series->panels[i].target_time;
            last = series->panels[i].target;
        }
    return last;
}

/* Where the last tick on the axis of time stands, and what it says. */
struct last_tick {
    double taken;
    const char *text;
};

static void put_tick_x(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame, struct trend_date date,
                       struct last_tick *last)
{
    const char *text = tick_label(layout->series, date.period);
    double half = text_width(&tick_x_style, text) / 2;
    double x = trend_x(layout, frame, date.x);
    if (!*text || x + half > last->taken || strcmp(text, last->text) == 0)
        return;
    gnuplot_label(script, &tick_x_style, x, frame->bottom + 32, text);
    *last = (struct last_tick){x - half - 18, text};
}

/* From the last period back, as many as there is room for. */
static void put_ticks_x(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_frame *frame)
{
    const struct trend_series *series = layout->series;
    struct last_tick last = {HUGE_VAL, ""};
    const struct target *target = last_target(series);
    if (target) {
        double x = period_time(target->period, series->indicator->reporting);
        put_tick_x(script, layout, frame, (struct trend_date){x, target->period}, &last);
    }
    for (size_t i = series->date_count; i-- > 0;)
        if (!(series->dates[i].x < series->first_time || series->dates[i].x > series->last_time))
            put_tick_x(script, layout, frame, series->dates[i], &last);
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

/* In the field if it has room for the word or a shorter one, else to the left of it. */
static void put_plan(struct gnuplot_script *script, const struct trend_layout *layout,
                     const struct trend_frame *frame)
{
    double from, to;
    if (!trend_plan_span(layout->series, &from, &to))
        return;
    const char *text = say(layout->series->language, "helhedsplan", "the plan");
    double left = trend_x(layout, frame, from), right = trend_x(layout, frame, to) - 8;
    if (text_width(&plan_style, text) > right - left - 8)
        text = "plan";
    double width = text_width(&plan_style, text);
    if (width > right - left)
        right = left - 8;
    if (right - width > frame->left)
        gnuplot_label(script, &plan_style, right, frame->top + 16, text);
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

/* How far what belongs to the area reaches there. */
static struct rectangle own_reach(const struct trend_layout *layout,
                                  const struct trend_frame *frame, double left, double right)
{
    struct rectangle own = reach_of(layout, frame, &frame->panel->own, left, right);
    struct rectangle fit = reach_of(layout, frame, &frame->panel->fit, left, right);
    include(&own, fit.top, fit.bottom);
    return own;
}

/* A value to the right of `x`, at the height of `y`. */
struct value_label {
    const struct text_style *style;
    const char *text;
    double x, y, width;
};

static struct value_label last_value(const struct trend_layout *layout,
                                     const struct trend_frame *frame, const struct trend_line *line,
                                     enum trend_text style)
{
    const struct trend_point *last = &line->points[line->count - 1];
    const char *text = trend_last_value(layout->series, line);
    double x = trend_ends_at_edge(layout->series, line) ? frame->right + 10
                                                        : trend_x(layout, frame, last->x) + 16;
    return (struct value_label){trend_style(style), text, x, trend_y(layout, frame, last->value),
                                text_width(trend_style(style), text)};
}

/* Out of the way of what is drawn there, upwards or downwards. */
static double beside(struct rectangle reach, double y)
{
    const double half = 14;
    if (y + half < reach.top || y - half > reach.bottom)
        return y;
    return y - reach.top < reach.bottom - y ? reach.top - half : reach.bottom + half;
}

/* The last values and the target of a panel; at most three. */
static size_t collect_values(const struct trend_layout *layout, const struct trend_frame *frame,
                             struct value_label labels[3])
{
    const struct trend_panel *panel = frame->panel;
    size_t count = 0;
    if (panel->own.count) {
        struct value_label label = last_value(layout, frame, &panel->own, TREND_TEXT_VALUE);
        label.y =
            beside(reach_of(layout, frame, &panel->other, label.x, label.x + label.width), label.y);
        labels[count++] = label;
    }
    if (panel->other.count && layout->series->subject == TREND_LEVEL) {
        struct value_label label =
            last_value(layout, frame, &panel->other, TREND_TEXT_MUNICIPALITY);
        label.y = beside(own_reach(layout, frame, label.x, label.x + label.width), label.y);
        labels[count++] = label;
    }
    if (panel->target)
        labels[count++] = (struct value_label){
            trend_style(TREND_TEXT_TARGET), trend_target(layout->series, panel), frame->right + 10,
            trend_y(layout, frame, panel->target->value), 0};
    return count;
}

/* The last values, pushed apart where they would cover each other. */
static void put_values(struct gnuplot_script *script, const struct trend_layout *layout,
                       const struct trend_frame *frame)
{
    struct value_label labels[3];
    double *at_edge[3], *inside[3];
    size_t count = collect_values(layout, frame, labels), edge = 0, others = 0;
    const struct label_room room = {29, frame->top + TREND_UPPER_STRIP - 10,
                                    frame->bottom - layout->lower_strip - 4};
    for (size_t i = 0; i < count; i++)
        if (labels[i].x > frame->right)
            at_edge[edge++] = &labels[i].y;
        else
            inside[others++] = &labels[i].y;
    bool side_by_side = others == 2 && (labels[0].x > labels[1].x + labels[1].width ||
                                        labels[1].x > labels[0].x + labels[0].width);
    label_spread(at_edge, edge, room);
    if (!side_by_side)
        label_spread(inside, others, room);
    for (size_t i = 0; i < count; i++)
        gnuplot_label(script, labels[i].style, labels[i].x, labels[i].y, labels[i].text);
}

/* What a name may be put across, where it must. */
enum crossing { CROSS_NOTHING, CROSS_DOTTED, CROSS_BREAKS };

/* Whether a line that may not be crossed stands between `left` and `right`. */
static bool is_crossed(const struct trend_layout *layout, const struct trend_frame *frame,
                       double left, double right, enum crossing crossing)
{
    double from, to;
    bool crossed = false;
    if (crossing == CROSS_NOTHING && trend_plan_span(layout->series, &from, &to)) {
        double x = trend_x(layout, frame, from);
        crossed = x > left - 6 && x < right + 6;
    }
    for (size_t i = 0; i < layout->series->catalogue->break_count && crossing < CROSS_BREAKS; i++) {
        const struct series_break *cut = &layout->series->catalogue->breaks[i];
        double x = trend_x(layout, frame, cut->time);
        crossed = crossed || (x > left - 6 && x < right + 6 &&
                              trend_is_broken(layout->series, cut, frame->panel->area));
    }
    return crossed;
}

/* A line beside the area's own, and its name. */
struct named_line {
    const struct trend_line *line;
    const char *name;
};

/* Whether one of the other lines beside the area's own is drawn between those heights. */
static bool meets_others(const struct trend_layout *layout, const struct trend_frame *frame,
                         const struct trend_line *line, struct rectangle place)
{
    const struct trend_series *series = layout->series;
    for (size_t i = 0; i <= series->further_count; i++) {
        const struct trend_line *other =
            i < series->further_count ? &series->further[i].line : &frame->panel->other;
        struct rectangle reach = reach_of(layout, frame, other, place.left, place.right);
        if (other != line && place.top <= reach.bottom && place.bottom >= reach.top)
            return true;
    }
    return false;
}

/* Puts the name of a line beside it if nothing else is drawn there. */
static bool put_name_at(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_frame *frame, struct named_line named, double left,
                        bool below)
{
    const double half = 14;
    double right = left + text_width(trend_style(TREND_TEXT_MUNICIPALITY), named.name);
    struct rectangle own = own_reach(layout, frame, left, right);
    struct rectangle line = reach_of(layout, frame, named.line, left, right);
    double y = below ? line.bottom + half : line.top - half;
    bool fits = left > frame->left && right < frame->right &&
                y + half < frame->bottom - layout->lower_strip &&
                y - half > frame->top + TREND_UPPER_STRIP;
    /* Where the area's own line winds about a thin one, a name would be taken for the area's. */
    bool tangled =
        named.line != &frame->panel->other && own.top <= line.bottom && own.bottom >= line.top;
    if (!fits || tangled || !(y - half > own.bottom || y + half < own.top) ||
        meets_others(layout, frame, named.line,
                     (struct rectangle){left, right, y - half, y + half}))
        return false;
    gnuplot_label(script, trend_style(TREND_TEXT_MUNICIPALITY), left, y, named.name);
    return true;
}

/* At the beginning, the end or in between on the line. */
static bool put_name(struct gnuplot_script *script, const struct trend_layout *layout,
                     const struct trend_frame *frame, struct named_line named,
                     enum crossing crossing)
{
    static const double places[] = {0, 1, 0.5, 0.25, 0.75};
    const struct trend_line *line = named.line;
    if (!line->count)
        return false;
    double width = text_width(trend_style(TREND_TEXT_MUNICIPALITY), named.name);
    double first = trend_x(layout, frame, line->points[0].x);
    double last = trend_x(layout, frame, line->points[line->count - 1].x) - width;
    first = fmax(first, frame->left + 4);
    last = fmin(last, frame->right - 4 - width);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        double left = first + places[i] * (last - first);
        for (int above = 0; above < 2; above++)
            if (!is_crossed(layout, frame, left, left + width, crossing) &&
                put_name_at(script, layout, frame, named, left, !above))
                return true;
    }
    return false;
}

/*
 * The name of a municipality's line, once: in the first panel with room that crosses least. False
 * where there is a line, and no room for its name.
 */
static bool put_other(struct gnuplot_script *script, const struct trend_layout *layout,
                      size_t first)
{
    const struct trend_panel *shown = layout->frames[first].panel;
    for (enum crossing crossing = CROSS_NOTHING; crossing <= CROSS_BREAKS; crossing++)
        for (size_t i = first; i < layout->count; i++) {
            const struct trend_panel *panel = layout->frames[i].panel;
            const struct named_line named = {&panel->other,
                                             trend_other_name(layout->series, panel)};
            if (panel->municipality == shown->municipality &&
                put_name(script, layout, &layout->frames[i], named, crossing))
                return true;
        }
    return !shown->other.count;
}

/* The name of a twin's or the country's line, once, likewise; the words below tell it too. */
static void put_further(struct gnuplot_script *script, const struct trend_layout *layout,
                        const struct trend_further *further)
{
    const struct named_line named = {&further->line, further->area->name};
    for (enum crossing crossing = CROSS_NOTHING; crossing <= CROSS_BREAKS; crossing++)
        for (size_t i = 0; i < layout->count; i++)
            if (put_name(script, layout, &layout->frames[i], named, crossing))
                return;
}

/* Why an area's levels are hidden: the reason of the first. */
static enum reason why_hidden(const struct trend_series *series, const struct area *area)
{
    size_t count;
    const struct finding *levels = trend_rows(series, area, &count);
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

/* An end of the strip's axis; none where it would cover the 0. */
static void put_strip_tick(struct gnuplot_script *script, const struct trend_layout *layout,
                           const struct trend_frame *frame, double value)
{
    const double line = 27;
    char number[NUMBER_TEXT];
    double y = trend_placebo_y(layout, frame, value), zero = trend_placebo_y(layout, frame, 0);
    if ((value < 0 || value > 0) && fabs(y - zero) < line)
        return;
    gnuplot_label(
        script, trend_style(TREND_TEXT_TICK), frame->left - 14, y,
        wording_number(number, layout->series->language, value, layout->placebo_axis.decimals));
}

/* What the strip of dates shows, where there are any, and to the left its axis. */
static void put_strip(struct gnuplot_script *script, const struct trend_layout *layout,
                      const struct trend_frame *frame, bool ticks)
{
    const struct figure_axis *axis = &layout->placebo_axis;
    if (!frame->panel->placebos.count)
        return;
    gnuplot_label(script, trend_style(TREND_TEXT_NOTE), frame->left, frame->strip_top - 24,
                  say(layout->series->language, "Ændring ved hver dato", "Change at each date"));
    if (!ticks)
        return;
    put_strip_tick(script, layout, frame, 0);
    if (axis->first < 0)
        put_strip_tick(script, layout, frame, axis->first);
    if (axis->last > 0)
        put_strip_tick(script, layout, frame, axis->last);
}

static void put_words(struct gnuplot_script *script, const struct trend_layout *layout,
                      const struct trend_frame *frame)
{
    const struct area *area = frame->panel->area;
    gnuplot_number(script, "area", figure_colour(layout->series->catalogue, area));
    gnuplot_paragraph(script, trend_style(layout->name_text), frame->name, area->name);
    gnuplot_paragraph(script, trend_style(TREND_TEXT_NOTE), frame->note,
                      trend_note(layout->series, area));
    put_ticks_x(script, layout, frame);
    put_plan(script, layout, frame);
    put_values(script, layout, frame);
    put_hidden(script, layout, frame);
}

static bool is_first_of_municipality(const struct trend_layout *layout, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (layout->frames[i].panel->municipality == layout->frames[at].panel->municipality)
            return false;
    return true;
}

/* The first panel of its row that has a strip says what its axis is. */
static bool has_strip_axis(const struct trend_layout *layout, size_t at)
{
    for (size_t i = at - at % layout->columns; i < at; i++)
        if (layout->frames[i].panel->placebos.count)
            return false;
    return true;
}

void trend_labels_put(struct gnuplot_script *script, const struct trend_layout *layout)
{
    bool named = true; /* all dashed lines; else a name beside one would be taken for its own */
    for (size_t i = 0; i < layout->count; i++) {
        put_words(script, layout, &layout->frames[i]);
        if (i % layout->columns == 0 && layout->series->has_values)
            put_ticks_y(script, layout, &layout->frames[i]);
        if (layout->series->before_after)
            put_strip(script, layout, &layout->frames[i], has_strip_axis(layout, i));
        if (is_first_of_municipality(layout, i))
            named = put_other(script, layout, i) && named;
    }
    for (size_t i = 0; named && i < layout->series->further_count; i++)
        put_further(script, layout, &layout->series->further[i]);
}
