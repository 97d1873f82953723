/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/diagnostic.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/printable.h"

#define MOST_PRINTED 1000 /* nobody reads more of a terminal */

void diagnostics_report(struct diagnostics *diagnostics, enum problem problem, struct location at,
                        const char *danish, const char *english, ...)
{
    diagnostics->items = arena_grow(diagnostics->arena, diagnostics->items, diagnostics->count,
                                    &diagnostics->capacity, sizeof *diagnostics->items);
    va_list arguments;
    va_start(arguments, english);
    const char *text =
        arena_vprintf(diagnostics->arena, say(diagnostics->language, danish, english), arguments);
    va_end(arguments);
    /* Whatever a file holds or is called, a problem is one line, and steers no terminal. */
    if (at.file)
        at.file = printable_text(diagnostics->arena, at.file, "", NULL);
    text = printable_text(diagnostics->arena, text, "", NULL);
    diagnostics->items[diagnostics->count++] = (struct diagnostic){problem, at, text};
    diagnostics->of_kind[problem]++;
}

void diagnostics_take(struct diagnostics *diagnostics, const struct diagnostics *others)
{
    for (size_t i = 0; i < others->count; i++) {
        const struct diagnostic *item = &others->items[i];
        struct location at = item->at;
        at.file = at.file ? arena_copy(diagnostics->arena, at.file) : NULL;
        diagnostics_report(diagnostics, item->problem, at, "%s", "%s", item->text);
    }
}

bool diagnostics_stop(const struct diagnostics *diagnostics, bool keep_going)
{
    const size_t *of_kind = diagnostics->of_kind;
    return of_kind[PROBLEM_INPUT] || of_kind[PROBLEM_USAGE] || of_kind[PROBLEM_DISCLOSURE] ||
           of_kind[PROBLEM_FILE] || (of_kind[PROBLEM_SERIES] && !keep_going);
}

int diagnostics_exit_status(const struct diagnostics *diagnostics, bool keep_going, bool strict)
{
    const size_t *of_kind = diagnostics->of_kind;
    if (of_kind[PROBLEM_FILE])
        return 6;
    if (of_kind[PROBLEM_DISCLOSURE])
        return 4;
    if (of_kind[PROBLEM_USAGE])
        return 2;
    if (of_kind[PROBLEM_INPUT] || (of_kind[PROBLEM_SERIES] && !keep_going))
        return 3;
    if (of_kind[PROBLEM_TOOL])
        return 5;
    if (of_kind[PROBLEM_SERIES] || (strict && of_kind[PROBLEM_REMARK]))
        return 1;
    return 0;
}

static int compare_numbers(unsigned a, unsigned b)
{
    return (a > b) - (a < b);
}

static int compare_diagnostics(const void *left, const void *right)
{
    const struct diagnostic *a = left;
    const struct diagnostic *b = right;
    int order = strcmp(a->at.file ? a->at.file : "", b->at.file ? b->at.file : "");
    if (!order)
        order = compare_numbers(a->at.line, b->at.line);
    if (!order)
        order = compare_numbers(a->at.column, b->at.column);
    return order ? order : strcmp(a->text, b->text);
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
    if (diagnostics->count)
        qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items,
              compare_diagnostics);
}

void diagnostics_print(const struct diagnostics *diagnostics, FILE *stream)
{
    for (size_t i = 0; i < diagnostics->count && i < MOST_PRINTED; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->at.file)
            fprintf(stream, "%s:", item->at.file);
        if (item->at.line)
            fprintf(stream, "%u:", item->at.line);
        if (item->at.column)
            fprintf(stream, "%u:", item->at.column);
        fprintf(stream, "%s%s\n", item->at.file ? " " : "", item->text);
    }
    if (diagnostics->count > MOST_PRINTED)
        fprintf(stream,
                say(diagnostics->language,
                    "og %zu problemer og bemærkninger til · ret de første, og kør igen\n",
                    "and %zu more problems and remarks · mend the first, and run again\n"),
                diagnostics->count - MOST_PRINTED);
}
