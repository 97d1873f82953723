/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of values: ticks at round numbers around what is to be shown. */
#ifndef PEJLING_PRESENT_FIGURE_AXIS_H
#define PEJLING_PRESENT_FIGURE_AXIS_H

#include <stdbool.h>
#include <stddef.h>

/* From the first tick to the last one, both on it. */
struct figure_axis {
    double first, step, last;
    int decimals;   /* that the ticks need, at most 9 */
    bool from_zero; /* or below */
};

/*
 * figure_axis_make(low, high): four or five ticks, rarely three, that hold both finite values
 * between them. The axis begins at 0, unless that would press everything flat against the top: all
 * above half of it, within a quarter of it. A hundredth is no spread to zoom in on.
 */
struct figure_axis figure_axis_make(double low, double high);

/* figure_axis_ticks(axis): how many there are. */
size_t figure_axis_ticks(const struct figure_axis *axis);

/* figure_axis_tick(axis, i): the value of one of them. */
double figure_axis_tick(const struct figure_axis *axis, size_t i);

#endif
