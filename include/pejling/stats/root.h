/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a rising function of one number crosses zero. */
#ifndef PEJLING_STATS_ROOT_H
#define PEJLING_STATS_ROOT_H

/* Ends between which the function crosses zero, and its values there: below <= 0 <= above. */
struct bracket {
    double low, high, below, above;
};

/*
 * root_within(bracket, excess, context, close): where the function is met to be 0, or the upper end
 * of the bracket once it is narrower than `close` of itself, or as narrow as rounding lets it be.
 * By the secant through the ends, in which an end that stays a second time counts less (the Pegasus
 * method; Dowell & Jarratt 1972, BIT 12:503), and which never ends nearer to an end than half of
 * `close`, so that both ends close in; by halving where rounding leaves no other step. The ends and
 * `below` must be finite.
 */
double root_within(struct bracket bracket, double (*excess)(const void *context, double x),
                   const void *context, double close);

#endif
