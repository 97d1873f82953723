/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table as a slide: a row each for what is followed, a column each for the areas, and in the cells
 * a state in words, in a colour, and by a sign, with what it rests on below it. It is large enough to
 * read from the last row of chairs, or there is none.
 */
#ifndef PEJLING_PRESENT_TABLE_SLIDE_H
#define PEJLING_PRESENT_TABLE_SLIDE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

#define TABLE_SLIDE_AREAS 5 /* columns that are wide enough, and */
#define TABLE_SLIDE_ROWS 9  /* rows that are high enough */

/* How a state stands, from the indicator's good direction or what was expected. */
enum table_tone { TONE_NONE, TONE_GOOD, TONE_BAD, TONE_SAME, TONE_OPEN };

struct table_cell {
    enum table_tone tone;
    const char *state;   /* `som forventet`; "" for a cell with nothing in it */
    const char *details; /* "" for none; a newline begins a line */
};

struct table_row {
    const char *name, *detail;      /* detail: below it in small print; "" for none */
    const struct table_cell *cells; /* one a column */
};

struct table_slide {
    const char *over, *title; /* a few words above the title, and that */
    const char *reading;      /* at the foot: what the states mean */
    const char *row_head;     /* what the rows are */
    const struct area *const *areas;
    size_t area_count;
    const struct table_row *rows;
    size_t row_count;
};

/*
 * table_slide_fits(areas, rows): whether a table of so many columns and rows can be read; both
 * at least 1.
 */
bool table_slide_fits(size_t areas, size_t rows);

/* table_slide_draw(canvas, content): the slide of a table that fits. */
struct gnuplot_figure table_slide_draw(const struct figure_canvas *canvas,
                                       const struct table_slide *content);

#endif
