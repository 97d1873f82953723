/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program has to say about its input and its work, collected so that one run shows every
 * problem. A function that can fail takes `struct diagnostics *`, reports what is wrong where it
 * finds it, and returns false; the caller goes on to the next row or file where that makes sense.
 *
 * Each text is one line, `what is wrong · what to do`, in both languages at the place where it is
 * said. Texts never quote a count, a denominator or a value: remarks are published with the
 * edition, and a number in one of them would be a number that disclosure control has not seen.
 */
#ifndef PEJLING_BASE_DIAGNOSTIC_H
#define PEJLING_BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "pejling/base/arena.h"
#include "pejling/base/language.h"

/* Where something stands. line 0: the file as a whole; column 0: the line as a whole. */
struct location {
    const char *file;
    unsigned line, column; /* from 1; the column counts characters, not bytes */
};

/* What kind of problem it is decides what the run may still do, and its exit status. */
enum problem {
    PROBLEM_REMARK,     /* shown in the edition; the run goes on */
    PROBLEM_SERIES,     /* one series cannot be used; --keep-going leaves it out */
    PROBLEM_INPUT,      /* the input cannot be used */
    PROBLEM_USAGE,      /* the command line */
    PROBLEM_DISCLOSURE, /* disclosure control cannot be met */
    PROBLEM_TOOL,       /* gnuplot or a converter failed; the edition is published without it */
    PROBLEM_FILE,       /* a file or folder cannot be read or written */
    PROBLEM_KINDS
};

struct diagnostic {
    enum problem problem;
    struct location at;
    const char *text;
};

/* Start from `{ .arena = arena, .language = language }`; the items live in the arena. */
struct diagnostics {
    struct arena *arena;
    enum language language;
    struct diagnostic *items;
    size_t count, capacity;
    size_t of_kind[PROBLEM_KINDS];
};

/*
 * diagnostics_report(diagnostics, problem, at, danish, english, ...): adds one problem. Both
 * formats take the same arguments in the same order.
 */
void diagnostics_report(struct diagnostics *diagnostics, enum problem problem, struct location at,
                        const char *danish, const char *english, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/*
 * diagnostics_take(diagnostics, others): adds the problems of others, as from a task that had
 * diagnostics of its own. All texts are copied.
 */
void diagnostics_take(struct diagnostics *diagnostics, const struct diagnostics *others);

/*
 * diagnostics_stop(diagnostics, keep_going): whether anything reported so far forbids publishing.
 * With `keep_going` a PROBLEM_SERIES does not.
 */
bool diagnostics_stop(const struct diagnostics *diagnostics, bool keep_going);

/*
 * diagnostics_exit_status(diagnostics, keep_going, strict): the exit status the problems ask for,
 * the gravest first: 6 files, 4 disclosure, 2 usage, 3 input, 5 tools, 1 something left out (a
 * PROBLEM_SERIES under `keep_going`) or remarks under `strict`, else 0.
 */
int diagnostics_exit_status(const struct diagnostics *diagnostics, bool keep_going, bool strict);

/*
 * diagnostics_sort(diagnostics): into the order of file, line, column and text, so that the list is
 * the same whatever order the problems were found in.
 */
void diagnostics_sort(struct diagnostics *diagnostics);

/*
 * diagnostics_print(diagnostics, stream): one line each, `file:line:column: text`; of more than 1000
 * the first 1000, and a line that tells how many are left.
 */
void diagnostics_print(const struct diagnostics *diagnostics, FILE *stream);

#endif
