/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A script for gnuplot: numbers, quoted texts and the names of scripts in `plots/`; how things look
 * stands in those scripts.
 *
 *   struct gnuplot_script *script = gnuplot_script_new(place);
 *   gnuplot_block(script, "area", &rows);               numbers
 *   gnuplot_load(script, "panel.gp");                   what to do with them
 *   gnuplot_label(script, &name, 100, 60, area->name);  words
 *
 * gnuplot is a language with shell commands in it, so a text reaches it through one function only,
 * gnuplot_quote, and never on a line that does anything else.
 *
 * Everything is counted in pixels of the PNG, from the upper left corner, except text sizes, which
 * are points: 1.35 pixels.
 */
#ifndef PEJLING_PRESENT_GNUPLOT_SCRIPT_H
#define PEJLING_PRESENT_GNUPLOT_SCRIPT_H

#include <stddef.h>

#include "pejling/present/gnuplot_fault.h"
#include "pejling/present/place.h"
#include "pejling/present/text_box.h"

#define GNUPLOT_DONE 42 /* the exit status of a script that ran to its last line */

struct gnuplot_script;

/* Numbers for a datablock. Start from `{ .arena = arena, .columns = 2 }`, or 3. */
struct gnuplot_rows {
    struct arena *arena;
    size_t columns;
    double (*values)[3];
    size_t count, capacity;
};

/* gnuplot_script_new(place): an empty script in the arena of the place's diagnostics. */
struct gnuplot_script *gnuplot_script_new(const struct place *place);

/* gnuplot_add(script, other): all of another script, made for words that come after the drawing. */
void gnuplot_add(struct gnuplot_script *script, const struct gnuplot_script *other);

/* gnuplot_forget(script): what follows knows nothing of what came before it in this script. */
void gnuplot_forget(struct gnuplot_script *script);

/* gnuplot_load(script, name): runs a script of the folder place->plots. */
void gnuplot_load(struct gnuplot_script *script, const char *name);

/* gnuplot_output(script, path): what follows is drawn into that file. */
void gnuplot_output(struct gnuplot_script *script, const char *path);

/* gnuplot_end(script): the last line: closes the file and says GNUPLOT_DONE. */
void gnuplot_end(struct gnuplot_script *script);

/* gnuplot_number(script, name, value): a variable. A figure with one not finite is not drawn. */
void gnuplot_number(struct gnuplot_script *script, const char *name, double value);

/*
 * gnuplot_row(rows, a, b, c): adds a row of numbers; `c` is not looked at where there are two
 * columns. A row with a number that is not finite ends the line or the polygon before it.
 */
void gnuplot_row(struct gnuplot_rows *rows, double a, double b, double c);

/* gnuplot_gap(rows): ends the line or the polygon before it. */
void gnuplot_gap(struct gnuplot_rows *rows);

/*
 * gnuplot_block(script, name, rows): the datablock `$name`. Where it has no row there is one far
 * outside every axis, since gnuplot refuses to plot nothing.
 */
void gnuplot_block(struct gnuplot_script *script, const char *name,
                   const struct gnuplot_rows *rows);

/* gnuplot_label(script, style, x, y, text): a text, in the coordinates of the plot drawn next. */
void gnuplot_label(struct gnuplot_script *script, const struct text_style *style, double x,
                   double y, const char *text);

/*
 * gnuplot_paragraph(script, style, box, text): the text in lines. Returns the y where the next line
 * would stand.
 */
double gnuplot_paragraph(struct gnuplot_script *script, const struct text_style *style,
                         struct text_box box, const char *text);

/*
 * gnuplot_quote(arena, text): the text as a string of gnuplot's that stands for itself and nothing
 * else, single quotes included. Control and direction characters become blanks, bytes that are not
 * UTF-8 question marks, `'` the apostrophe U+2019, and after 200 characters it ends.
 */
const char *gnuplot_quote(struct arena *arena, const char *text);

/* gnuplot_script_text(script, length): the script so far, and its length in bytes; "" if empty. */
const char *gnuplot_script_text(const struct gnuplot_script *script, size_t *length);

/* gnuplot_script_fault(script): why it cannot be run, or GNUPLOT_NONE. */
enum gnuplot_fault gnuplot_script_fault(const struct gnuplot_script *script);

#endif
