/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every figure has: a colour for its area, a heading, a foot, and words for when there is
 * nothing to show.
 */
#ifndef PEJLING_PRESENT_FIGURE_FRAME_H
#define PEJLING_PRESENT_FIGURE_FRAME_H

#include "pejling/base/number.h"
#include "pejling/findings/findings.h"
#include "pejling/present/gnuplot_script.h"

#define FIGURE_MARGIN 50.0 /* left and right, in pixels */
#define FIGURE_WIDTH 2000.0
#define FIGURE_SLIDE_HEIGHT 1125.0
#define FIGURE_PAGE_WIDTH 640.0

/* What a figure is made for. */
enum figure_form {
    FIGURE_REPORT, /* a file for Word and PowerPoint: as high as it needs to be */
    FIGURE_SLIDE,  /* 16:9, all of it used */
    FIGURE_PAGE    /* for the page, which says title, reading and source around it */
};

/* What a figure is drawn on, and from. */
struct figure_canvas {
    enum figure_form form;
    double width, height; /* in pixels; height 0: as high as it needs to be */
    unsigned page;        /* the number at its foot; 0 for none */
    const struct place *place;
    const struct findings *findings;
    struct arena *arena; /* of the place, as is the language */
    enum language language;
};

/* figure_canvas(form, place, findings): 2000 pixels wide, on the page FIGURE_PAGE_WIDTH. */
struct figure_canvas figure_canvas(enum figure_form form, const struct place *place,
                                   const struct findings *findings);

/* figure_colour(catalogue, area): its place in the palette of `style.gp`, from 1. */
unsigned figure_colour(const struct catalogue *catalogue, const struct area *area);

/*
 * figure_heading(script, canvas, title, subtitle): puts both down, except on a page, and returns
 * the y below them.
 */
double figure_heading(struct gnuplot_script *script, const struct figure_canvas *canvas,
                      const char *title, const char *subtitle);

/*
 * figure_foot(script, canvas, y, text): the line at the foot, how to read the figure to the left (a
 * newline begins a line), what edition it is of, and which page, to the right. On a slide it stands
 * at the bottom, wherever `y` is; on a page it says only that the figures are invented or internal,
 * where they are. Returns the height of the figure.
 */
double figure_foot(struct gnuplot_script *script, const struct figure_canvas *canvas, double y,
                   const char *text);

/* figure_foot_height(canvas, text): from its first line's middle to the bottom of the figure. */
double figure_foot_height(const struct figure_canvas *canvas, const char *text);

/*
 * figure_left_out(canvas, text, left_out, shown): the text of a foot, and how many indicators there
 * is no room for on the slide, where there are any.
 */
const char *figure_left_out(const struct figure_canvas *canvas, const char *text, size_t left_out,
                            size_t shown);

/*
 * figure_sources(canvas, text, indicators, count): the text of a foot, and below it the sources of
 * these indicators, each once, cut to two lines; the text alone where none is known.
 */
const char *figure_sources(const struct figure_canvas *canvas, const char *text,
                           const struct indicator *const *indicators, size_t count);

/* figure_nothing(script, canvas, y): says in the middle of the figure that there is no data. */
void figure_nothing(struct gnuplot_script *script, const struct figure_canvas *canvas, double y);

/* figure_confidence(text, language, findings): the confidence level in per cent: `95`. */
const char *figure_confidence(char text[NUMBER_TEXT], enum language language,
                              const struct findings *findings);

/* figure_period(arena, period): a period inside a sentence: a date by its year. */
const char *figure_period(struct arena *arena, struct period period);

#endif
