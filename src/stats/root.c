/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/root.h"

#include <math.h>
#include <stdbool.h>

enum end { END_NONE, END_LOW, END_HIGH };

/* The next place to look at; an end of the bracket where none is left between them. */
static double next_place(const struct bracket *b, double close)
{
    double x = b->high - b->above * (b->high - b->low) / (b->above - b->below);
    double least = close * b->high / 2; /* inwards: once one end is at the root, past it */
    x = x < b->low + least ? b->low + least : x > b->high - least ? b->high - least : x;
    bool within =
        x > b->low && x < b->high; /* GCOVR_EXCL_BR_LINE: which end is met is rounding's */
    return within ? x : b->low + (b->high - b->low) / 2;
}

double root_within(struct bracket b, double (*excess)(const void *context, double x),
                   const void *context, double close)
{
    enum end moved = END_NONE;
    while (b.high - b.low > close * b.high) {
        double x = next_place(&b, close);
        if (!(x > b.low) || !(x < b.high)) /* GCOVR_EXCL_BR_LINE: which end is met is rounding's */
            break;
        double value = excess(context, x);
        if (fabs(value) <= 0)
            return x;
        if (value < 0) {
            b.above *= moved == END_LOW ? b.below / (b.below + value) : 1;
            b.low = x;
            b.below = value;
            moved = END_LOW;
        } else {
            b.below *= moved == END_HIGH ? b.above / (b.above + value) : 1;
            b.high = x;
            b.above = value;
            moved = END_HIGH;
        }
    }
    return b.high;
}
