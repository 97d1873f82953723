/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slopes of some areas' own levels over the periods that they have in common. */
#ifndef PEJLING_FINDINGS_AREA_SLOPES_H
#define PEJLING_FINDINGS_AREA_SLOPES_H

#include "pejling/findings/compared_areas.h"
#include "pejling/stats/heterogeneity.h"

struct area_slopes {
    struct period from, to;         /* the first and last period open in all of them */
    size_t periods;                 /* how many there are; with none, from and to mean nothing */
    const struct area_slope *items; /* one an area, display unit a year; NULL for a reason */
    enum reason reason;             /* why there are none */
    bool hidden;                    /* because of figures that disclosure control hides */
};

/*
 * area_slopes_fit(arena, table, indicator, areas): least-squares slopes (line_fit), with n - 2
 * degrees of freedom, in the periods open in all of the areas, after the latest break of any of
 * them. None where the indicator has none (NO_TREND); where a period that all of them have a figure
 * in is hidden in one of them (SUPPRESSED, or SUPPRESSED_SOURCE where the source withholds it), for
 * it is not by chance which years are; and where the periods are fewer or span less than a verdict
 * asks for (verdict_admission: TOO_FEW_YEARS, SERIES_BREAK where a break leaves so few).
 */
struct area_slopes area_slopes_fit(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator, struct compared_areas areas);

#endif
