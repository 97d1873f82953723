/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/root.h"

double root_within(struct bracket b, double (*excess)(const void *context, double x),
                   const void *context, double close)
{
    while (b.high - b.low > close * b.high) {
        double x = b.high - b.above * (b.high - b.low) / (b.above - b.below);
        if (!(x > b.low) || !(x < b.high)) /* GCOVR_EXCL_BR_LINE: which end is met is rounding's */
            break;
        double value = excess(context, x);
        if (value < 0) {
            b.low = x;
            b.below = value;
            b.above /= 2;
        } else {
            b.high = x;
            b.above = value;
            b.below /= 2;
        }
    }
    return b.high;
}
