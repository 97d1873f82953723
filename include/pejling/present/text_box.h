/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How wide a text is, and where its lines break: gnuplot tells neither, so it is measured here as
 * Open Sans sets it. Widths are in pixels of a figure, text sizes in points: 1.35 pixels.
 */
#ifndef PEJLING_PRESENT_TEXT_BOX_H
#define PEJLING_PRESENT_TEXT_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"

/* How a text is set. The script `style.gp` has a macro of that name: face, colour, alignment. */
struct text_style {
    const char *name;
    double points;
    bool bold; /* wider: only for measuring, the macro chooses the face */
};

/* Where a text is wrapped to: `y` is the middle of its first line, `step` from line to line. */
struct text_box {
    double x, y, width, step;
    size_t lines; /* at most; the last one is cut with an ellipsis */
};

/* text_width(style, text): in pixels, give or take 2 per cent. */
double text_width(const struct text_style *style, const char *text);

/* text_box_lines(style, box, text): how many lines the text takes in the box; 0 for "". */
size_t text_box_lines(const struct text_style *style, struct text_box box, const char *text);

/*
 * text_box_line(arena, style, width, rest, last): the line that begins at `*rest`, which moves on
 * to the one after it; NULL at the end. If it is the `last` one that has room, what does not fit is
 * cut with an ellipsis.
 */
const char *text_box_line(struct arena *arena, const struct text_style *style, double width,
                          const char **rest, bool last);

#endif
