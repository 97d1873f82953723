/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures through gnuplot: one process draws one figure, as SVG and as PNG of 2000 pixels' width.
 *
 *   struct gnuplot_script *script = gnuplot_script_new(place);
 *   gnuplot_block(script, "area", &rows);               numbers
 *   gnuplot_load(script, "panel.gp");                   what to do with them
 *   gnuplot_label(script, &name, 100, 60, area->name);  words
 *   struct gnuplot_job *job = gnuplot_start(place, script, figure);
 *   ... another figure can be started and drawn meanwhile ...
 *   bool drawn = gnuplot_finish(job);
 *
 * The program sends numbers, quoted texts and the names of scripts in `plots/`; how things look
 * stands in those scripts. gnuplot is a language with shell commands in it, so a text reaches it
 * through one function only, gnuplot_quote, and never on a line that does anything else.
 *
 * Everything is counted in pixels of the PNG, from the upper left corner, except text sizes, which
 * are points: 1.35 pixels.
 */
#ifndef PEJLING_PRESENT_GNUPLOT_H
#define PEJLING_PRESENT_GNUPLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/present/place.h"

#define GNUPLOT_WIDTH 2000 /* of every figure */

struct gnuplot_script;
struct gnuplot_job;

/* How a text is set. The script `style.gp` has a macro of that name: face, colour, alignment. */
struct gnuplot_style {
    const char *name;
    double points;
    bool bold; /* wider: only for measuring, the macro chooses the face */
};

/* Where a text is wrapped to: `y` is the middle of its first line, `step` from line to line. */
struct gnuplot_box {
    double x, y, width, step;
    size_t lines; /* at most; the last one is cut with an ellipsis */
};

/* Numbers for a datablock. Start from `{ .arena = arena, .columns = 2 }`, or 3. */
struct gnuplot_rows {
    struct arena *arena;
    size_t columns;
    double (*values)[3];
    size_t count, capacity;
};

struct gnuplot_figure {
    const char *name;    /* of the files in the folder `figurer`, without ending: [a-z0-9_]+ */
    const char *title;   /* what a screen reader says first */
    const char *summary; /* and then */
    double height;
    unsigned seconds; /* how long gnuplot may take, 0 for a minute */
};

/* gnuplot_script_new(place): an empty script in the arena of the place's diagnostics. */
struct gnuplot_script *gnuplot_script_new(const struct place *place);

/* gnuplot_add(script, other): all of another script, made for words that come after the drawing. */
void gnuplot_add(struct gnuplot_script *script, const struct gnuplot_script *other);

/* gnuplot_load(script, name): runs a script of the folder place->plots. */
void gnuplot_load(struct gnuplot_script *script, const char *name);

/* gnuplot_number(script, name, value): a variable. A figure with one not finite is not drawn. */
void gnuplot_number(struct gnuplot_script *script, const char *name, double value);

/*
 * gnuplot_row(rows, a, b, c): adds a row of numbers; `c` is not looked at where there are two
 * columns. A row with a number that is not finite ends the line or the polygon before it.
 */
void gnuplot_row(struct gnuplot_rows *rows, double a, double b, double c);

/*
 * gnuplot_block(script, name, rows): the datablock `$name`. Where it has no row there is one far
 * outside every axis, since gnuplot refuses to plot nothing.
 */
void gnuplot_block(struct gnuplot_script *script, const char *name,
                   const struct gnuplot_rows *rows);

/* gnuplot_label(script, style, x, y, text): a text, in the coordinates of the plot drawn next. */
void gnuplot_label(struct gnuplot_script *script, const struct gnuplot_style *style, double x,
                   double y, const char *text);

/*
 * gnuplot_paragraph(script, style, box, text): the text in lines. Returns the y where the next line
 * would stand.
 */
double gnuplot_paragraph(struct gnuplot_script *script, const struct gnuplot_style *style,
                         struct gnuplot_box box, const char *text);

/* gnuplot_line_count(style, box, text): how many lines gnuplot_paragraph makes of it; 0 for "". */
size_t gnuplot_line_count(const struct gnuplot_style *style, struct gnuplot_box box,
                          const char *text);

/* gnuplot_text_width(style, text): in pixels, as Open Sans sets it, give or take 2 per cent. */
double gnuplot_text_width(const struct gnuplot_style *style, const char *text);

/*
 * gnuplot_quote(arena, text): the text as a string of gnuplot's that stands for itself and nothing
 * else, single quotes included. Control and direction characters become blanks, bytes that are not
 * UTF-8 question marks, `'` the apostrophe U+2019, and after 200 characters it ends.
 */
const char *gnuplot_quote(struct arena *arena, const char *text);

/*
 * gnuplot_start(place, script, figure): begins to draw `place->folder/figurer/NAME.svg` and `.png`;
 * the folder `figurer` must exist. The program is `/usr/bin/gnuplot`, or what the environment
 * variable PEJLING_GNUPLOT says. Never NULL: what goes wrong is said when finishing. `figure` is
 * copied, the texts it points to are not.
 */
struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_script *script,
                                  struct gnuplot_figure figure);

/*
 * gnuplot_finish(job): waits until the figure is drawn and makes the SVG fit for a page: fonts that
 * browsers know, title and summary for screen readers, ids of its own. False if anything failed; a
 * PROBLEM_TOOL (PROBLEM_FILE for a full disk) is reported then, and neither file is there.
 */
bool gnuplot_finish(struct gnuplot_job *job);

#endif
