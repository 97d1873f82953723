/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explanation of one indicator in one area: from the input lines through every number on the
 * way to the verdict, and why it is not another one. For an evaluator, in words and numbers; from
 * the released table and the findings alone, so that what the edition hides stays hidden.
 */
#ifndef PEJLING_PRESENT_EXPLANATION_H
#define PEJLING_PRESENT_EXPLANATION_H

#include "pejling/base/diagnostic.h"
#include "pejling/findings/findings.h"

/* One input line that a figure of `area` is read from, or that is added up in it. */
struct explanation_source {
    const struct area *area; /* whose figure: the one asked for, or its municipality */
    struct period period;
    struct location at;
    bool is_part;      /* the line of a part that is added up */
    const char *group; /* NULL for everybody */
};

/* What is asked, and where its figures stand. */
struct explanation_request {
    const struct indicator *indicator;
    const struct area *area;
    const struct explanation_source *sources; /* in the order of area, group and period */
    size_t source_count;
};

/*
 * explanation_text(arena, language, findings, request): the whole text, with a line feed at the end
 * of each line. Where the table has no cell of the two it says so and no more.
 */
const char *explanation_text(struct arena *arena, enum language language,
                             const struct findings *findings,
                             const struct explanation_request *request);

#endif
