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

/* What an input line is to the figure that is asked about. */
enum source_role {
    SOURCE_OWN,       /* the figure itself */
    SOURCE_PART,      /* a part that is added up in it */
    SOURCE_WHOLE,     /* of the rest: the municipality, */
    SOURCE_SUBTRACTED /* and the areas that are taken from it */
};

/* One input line that a figure of `area` is read from, or made of. */
struct explanation_source {
    const struct area *area; /* whose figure: the one asked for, or one it is compared with */
    const char *group;       /* NULL for everybody */
    struct period period;
    struct location at;
    enum source_role role;
};

/* What is asked, and where its figures stand. */
struct explanation_request {
    const struct indicator *indicator;
    const struct area *area;
    const struct explanation_source *sources; /* those of a figure together, by role */
    size_t source_count;
};

/*
 * explanation_text(arena, language, findings, request): the whole text, with a line feed at the end
 * of each line. Where the table has no cell of the two it says so, and no more but the targets.
 */
const char *explanation_text(struct arena *arena, enum language language,
                             const struct findings *findings,
                             const struct explanation_request *request);

#endif
