/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/root.h"

#include <math.h>

enum end { END_NONE, END_LOW, END_HIGH };

double root_within(struct bracket b, double (*excess)(const void *context, double x),
                   const void *context, double close)
{
    enum end moved = END_NONE;
    while (b.high - b.low > close * b.high) {
        double x = b.high - b.above * (b.high - b.low) / (b.above - b.below);
        double least = close * b.high / 2; /* inwards: once one end is at the root, past it */
        x = x < b.low + least ? b.low + least : x > b.high - least ? b.high - least : x;
        if (!(x > b.low) || !(x < b.high)) /* GCOVR_EXCL_BR_LINE: which end is met is rounding's */
            x = b.low + (b.high - b.low) / 2;
        if (!(x > b.low) || !(x < b.high)) /* GCOVR_EXCL_BR_LINE: likewise */
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
