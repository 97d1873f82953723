/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What everybody can know of an edition's counts, as equations: the sums that bind them, what is
 * shown of each, and what earlier editions showed. All denominators and the municipality's counts
 * are taken as known. Everything the edition says is computed from the shown figures, so nothing
 * else in it can tell more than these equations do.
 *
 * Counts stand in units: persons, or tenths or hundredths of one where an indicator has such
 * counts. Of a mean the quantity is mean times persons, which adds up as counts do, on a continuous
 * scale; its need is a distance (`room`) that nobody may be able to get closer than.
 */
#ifndef PEJLING_DISCLOSURE_EQUATIONS_H
#define PEJLING_DISCLOSURE_EQUATIONS_H

#include "pejling/disclosure/exposure.h"

#define NO_LIMIT 1e12 /* a span that reaches so far has no end there */

/* From where to where a quantity can lie; infinite where nothing limits it. */
struct span {
    double low, high;
};

struct quantity {
    const struct cell *cell; /* NULL: what is left of a whole, or the difference a revision made */
    double persons, truth;
    bool primary;  /* hidden for its own sake */
    bool chosen;   /* hidden for the sake of others */
    bool hidden;   /* either, or none or everybody beside a hidden section or subgroup */
    bool may_hide; /* hiding it can protect others */
    bool known;    /* an earlier edition made it known; nothing we do protects it */
    struct span shown, concealed; /* what is known of it when shown, and when hidden */
    struct span best;             /* what is known with all of ours hidden; see safety_prepare */
    struct need need;
    double room; /* of a mean */
    double loss; /* what hiding it costs; smaller goes first */
};

struct term {
    size_t quantity;
    int sign; /* 1 or -1 */
};

/* low <= the sum of the signed quantities <= high. */
struct equation {
    struct term *terms;
    size_t count;
    struct span sum;
    bool binds_parts; /* the terms behind the first are parts of it */
    bool inexact;     /* the true figures do not add up to the sum */
    const struct released_pool
        *pool; /* the sum is that of one of the exposure's pools; else NULL */
};

/* A connected set of quantities: no equation reaches out of it. */
struct equations {
    struct quantity *quantities;
    size_t count;
    struct equation *items;
    size_t equation_count;
    double unit; /* units a person */
    bool continuous;
    bool has_earlier; /* earlier editions are among what is known */
};

struct equations_list {
    struct equations *items;
    size_t count;
};

/*
 * equations_build(arena, exposure): one set for each connected part that has anything to protect or
 * hide; quantities in the order of cells. `primary` and `hidden` are as the released cells say.
 */
struct equations_list equations_build(struct arena *arena, const struct exposure *exposure);

/* span_holds(span, number): whether it lies in it. */
bool span_holds(struct span span, double number);

/*
 * equations_is_none_or_all(equations, quantity): whether it is truly none; or everybody, where it
 * counts persons. False for means.
 */
bool equations_is_none_or_all(const struct equations *equations, size_t quantity);

/* equations_span(equations, quantity): what is known of it as things stand. */
struct span equations_span(const struct equations *equations, size_t quantity);

#endif
