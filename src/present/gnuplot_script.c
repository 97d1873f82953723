/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_script.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/number.h"
#include "pejling/base/printable.h"

#define MAX_CHARACTERS 200
#define OFF_STAGE "-1e9" /* below and to the left of every axis */
#define END_OF_BLOCK "END_OF_NUMBERS"

struct gnuplot_script {
    struct arena *arena;
    const char *plots;
    char *text;
    size_t length, capacity;
    unsigned labels;
    double points; /* the size the last label was set in */
    enum gnuplot_fault fault;
};

struct gnuplot_script *gnuplot_script_new(const struct place *place)
{
    struct gnuplot_script *script = arena_alloc(place->diagnostics->arena, 1, sizeof *script);
    script->arena = place->diagnostics->arena;
    script->plots = place->plots;
    return script;
}

static void append(struct gnuplot_script *script, const char *text)
{
    size_t length = strlen(text);
    while (script->capacity - script->length <= length)
        script->text =
            arena_grow(script->arena, script->text, script->capacity, &script->capacity, 1);
    memcpy(script->text + script->length, text, length + 1);
    script->length += length;
}

const char *gnuplot_script_text(const struct gnuplot_script *script, size_t *length)
{
    *length = script->length;
    return script->text ? script->text : "";
}

enum gnuplot_fault gnuplot_script_fault(const struct gnuplot_script *script)
{
    return script->fault;
}

void gnuplot_add(struct gnuplot_script *script, const struct gnuplot_script *other)
{
    append(script, other->text ? other->text : "");
    if (other->fault)
        script->fault = other->fault;
    script->points = 0; /* whatever the other one left */
}

/* gnuplot divides whole numbers without a point as integers; so all of them get one. */
static void append_number(struct gnuplot_script *script, double value)
{
    char text[NUMBER_TEXT];
    if (!isfinite(value)) {
        script->fault = GNUPLOT_NUMBER;
        return;
    }
    snprintf(text, sizeof text, "%.17g", value);
    append(script, text);
    if (!strpbrk(text, ".e"))
        append(script, ".0");
}

/* A path in single quotes. An apostrophe can be doubled there only where it stands alone. */
static const char *quote_path(struct arena *arena, const char *path)
{
    char *quoted = arena_alloc(arena, 2 * strlen(path) + 5, 1);
    size_t used = 0;
    quoted[used++] = '\'';
    if (path[0] != '/') { /* a first `|`, `<` or `~` means something to gnuplot */
        quoted[used++] = '.';
        quoted[used++] = '/';
    }
    for (const char *c = path; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F || (c[0] == '\'' && c[1] == '\''))
            return NULL;
        quoted[used++] = *c;
        if (*c == '\'')
            quoted[used++] = *c;
    }
    quoted[used] = '\'';
    return quoted;
}

/* A line `command 'path'`. */
static void append_path(struct gnuplot_script *script, const char *command, const char *path)
{
    const char *quoted = quote_path(script->arena, path);
    if (quoted)
        append(script, arena_printf(script->arena, "%s %s\n", command, quoted));
    else
        script->fault = GNUPLOT_PATH;
}

void gnuplot_forget(struct gnuplot_script *script)
{
    append(script, "reset session\n"); /* reads no start-up file under the option -d */
}

void gnuplot_load(struct gnuplot_script *script, const char *name)
{
    const char *path = arena_printf(script->arena, "%s/%s", script->plots, name);
    if (access(path, R_OK) == 0)
        append_path(script, "load", path);
    else
        script->fault = GNUPLOT_SCRIPT;
}

void gnuplot_output(struct gnuplot_script *script, const char *path)
{
    append_path(script, "set output", path);
}

void gnuplot_end(struct gnuplot_script *script)
{
    append(script, arena_printf(script->arena, "set output\nexit status %d\n", GNUPLOT_DONE));
}

void gnuplot_number(struct gnuplot_script *script, const char *name, double value)
{
    append(script, name);
    append(script, " = ");
    append_number(script, value);
    append(script, "\n");
}

void gnuplot_row(struct gnuplot_rows *rows, double a, double b, double c)
{
    rows->values =
        arena_grow(rows->arena, rows->values, rows->count, &rows->capacity, sizeof *rows->values);
    double *row = rows->values[rows->count++];
    row[0] = a;
    row[1] = b;
    row[2] = rows->columns > 2 ? c : 0;
}

void gnuplot_gap(struct gnuplot_rows *rows)
{
    gnuplot_row(rows, HUGE_VAL, 0, 0);
}

void gnuplot_block(struct gnuplot_script *script, const char *name, const struct gnuplot_rows *rows)
{
    bool empty = true, blank = false;
    append(script, arena_printf(script->arena, "$%s << " END_OF_BLOCK "\n", name));
    for (size_t i = 0; i < rows->count; i++) {
        const double *row = rows->values[i];
        if (!isfinite(row[0]) || !isfinite(row[1]) || !isfinite(row[2])) {
            blank = !empty;
            continue;
        }
        if (blank)
            append(script, "\n"); /* one blank line only: two of them begin another data set */
        for (size_t k = 0; k < rows->columns; k++) {
            append_number(script, row[k]);
            append(script, k + 1 < rows->columns ? " " : "\n");
        }
        empty = blank = false;
    }
    if (empty)
        append(script, OFF_STAGE " " OFF_STAGE " " OFF_STAGE "\n");
    append(script, END_OF_BLOCK "\n");
}

const char *gnuplot_quote(struct arena *arena, const char *text)
{
    static const char *const apostrophe[] = {"’"};
    char *cleaned = printable_text(arena, text, "'", apostrophe);
    size_t end = 0;
    unsigned code;
    for (unsigned count = 0; cleaned[end] && count < MAX_CHARACTERS; count++)
        end += printable_next(cleaned + end, &code);
    cleaned[end] = '\0';
    return arena_printf(arena, "'%s'", cleaned);
}

void gnuplot_label(struct gnuplot_script *script, const struct text_style *style, double x,
                   double y, const char *text)
{
    unsigned number = ++script->labels;
    if (script->points < style->points || script->points > style->points)
        gnuplot_number(script, "points", style->points);
    script->points = style->points;
    /* Two lines, so that the text stands on one without a macro. */
    append(script, arena_printf(script->arena, "set label %u ", number));
    append(script, gnuplot_quote(script->arena, text));
    append(script, " at ");
    append_number(script, x);
    append(script, ",");
    append_number(script, y);
    append(script, arena_printf(script->arena, "\nset label %u @%s\n", number, style->name));
}

double gnuplot_paragraph(struct gnuplot_script *script, const struct text_style *style,
                         struct text_box box, const char *text)
{
    for (size_t i = 0; i < box.lines; i++) {
        const char *line =
            text_box_line(script->arena, style, box.width, &text, i + 1 == box.lines);
        if (!line)
            break;
        gnuplot_label(script, style, box.x, box.y, line);
        box.y += box.step;
    }
    return box.y;
}
