/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/moments.h"

#include <math.h>

#define UNKNOWN_SPREAD (-1.0)
#define ROUNDING 1e-12 /* what is left of nothing when sums of squares are taken apart */

/* Sum of squared deviations from the group's own mean. */
static double squares(struct mean group)
{
    return group.n > 1 ? group.spread * group.spread * (group.n - 1) : 0;
}

struct mean mean_together(struct mean a, struct mean b)
{
    if (!(a.n > 0))
        return b;
    if (!(b.n > 0))
        return a;
    struct mean both = {.n = a.n + b.n, .spread = UNKNOWN_SPREAD};
    both.mean = (a.n * a.mean + b.n * b.mean) / both.n;
    if (a.spread < 0 || b.spread < 0 || !(both.n > 1))
        return both;
    double apart = a.mean - b.mean;
    double between = a.n * b.n / both.n * apart * apart;
    both.spread = sqrt((squares(a) + squares(b) + between) / (both.n - 1));
    return both;
}

struct mean mean_without(struct mean whole, struct mean part)
{
    struct mean rest = {.n = whole.n - part.n, .spread = UNKNOWN_SPREAD};
    if (!(rest.n > 0))
        return rest;
    rest.mean = (whole.n * whole.mean - part.n * part.mean) / rest.n;
    if (whole.spread < 0 || part.spread < 0 || rest.n < 2)
        return rest;
    /* within the whole = within the part + within the rest + between their two means */
    double apart = part.mean - rest.mean;
    double between = part.n * rest.n / whole.n * apart * apart;
    double within = squares(whole) - squares(part) - between;
    if (within >= -ROUNDING * squares(whole))
        rest.spread = sqrt(fmax(0, within) / (rest.n - 1));
    return rest;
}
