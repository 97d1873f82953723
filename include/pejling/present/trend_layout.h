/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the panels of a trend or gap figure stand on the canvas, in pixels from its upper left corner, and
 * where a time and a value stand in them.
 */
#ifndef PEJLING_PRESENT_TREND_LAYOUT_H
#define PEJLING_PRESENT_TREND_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/present/figure_axis.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/text_box.h"
#include "pejling/present/trend_series.h"

#define TREND_UPPER_STRIP 58.0 /* above the axis: the plan's name and the marks of breaks */
#define TREND_LOWER_STRIP 34.0 /* below it: the marks of hidden years, where there are any */

/* The words whose width the layout depends on. */
enum trend_text {
    TREND_TEXT_NAME,
    TREND_TEXT_SMALL_NAME,
    TREND_TEXT_NOTE,
    TREND_TEXT_TICK,
    TREND_TEXT_VALUE,
    TREND_TEXT_MUNICIPALITY,
    TREND_TEXT_TARGET
};

/* A panel's place; the strips are part of it. */
struct trend_frame {
    const struct trend_panel *panel;
    double left, right, top, bottom;
    double strip_top, strip_bottom; /* of the dates tried, below the panel; equal without any */
    struct text_box name, note;     /* the words above it */
};

struct trend_layout {
    const struct trend_series *series;
    struct figure_axis axis;
    struct figure_axis placebo_axis; /* of the changes at the dates tried */
    double lower_strip;              /* TREND_LOWER_STRIP, or 0 without hidden years */
    double gutter;                   /* room for the values at the right of each panel */
    struct trend_frame *frames;      /* one a panel, row by row */
    size_t count, columns;
    size_t left_out;           /* panels that there is no room for on a slide */
    size_t names, notes;       /* lines kept free above every panel */
    double bottom;             /* the y below the last row */
    enum trend_text name_text; /* how the areas' names are set */
};

/* trend_style(text): how those words are set. */
const struct text_style *trend_style(enum trend_text text);

/* trend_layout_make(series, y): the panels of a series, below `y`. */
struct trend_layout trend_layout_make(const struct trend_series *series, double y);

/*
 * trend_layout_fit(series, y, bottom): the same, as high as it takes that `bottom` of the layout is
 * this. Where panels get low, names are set smaller; too low, names and notes are cut to fewer
 * lines; and if that is not enough, the last areas are left out.
 */
struct trend_layout trend_layout_fit(const struct trend_series *series, double y, double bottom);

/*
 * trend_layout_single(series, panel): one panel alone for the page, on the axes of them all and as
 * far below its upper edge.
 */
struct trend_layout trend_layout_single(const struct trend_series *series,
                                        const struct trend_panel *panel);

/* trend_x(layout, frame, time): the x of a time in a panel. */
double trend_x(const struct trend_layout *layout, const struct trend_frame *frame, double time);

/* trend_y(layout, frame, value): the y of a value in a panel. */
double trend_y(const struct trend_layout *layout, const struct trend_frame *frame, double value);

/* trend_placebo_y(layout, frame, change): the y of a change in the strip of the dates tried. */
double trend_placebo_y(const struct trend_layout *layout, const struct trend_frame *frame,
                       double change);

/* trend_unit(layout, frame): how much of the axis of values one pixel is. */
double trend_unit(const struct trend_layout *layout, const struct trend_frame *frame);

/* trend_tick(layout, i): the words of a tick of the axis of values. */
const char *trend_tick(const struct trend_layout *layout, size_t i);

/*
 * trend_ends_at_edge(series, line): whether the last value stands at the right of the panel. That
 * of a line which ends earlier stands where it ends, and so does that of a single period.
 */
bool trend_ends_at_edge(const struct trend_series *series, const struct trend_line *line);

#endif
