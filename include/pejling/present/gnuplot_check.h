/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gnuplot can do on this machine, before anybody waits for a pack. */
#ifndef PEJLING_PRESENT_GNUPLOT_CHECK_H
#define PEJLING_PRESENT_GNUPLOT_CHECK_H

#include "pejling/present/gnuplot_fault.h"
#include "pejling/present/place.h"

struct gnuplot_check {
    enum gnuplot_fault fault; /* why it draws nothing; the rest is false then */
    bool writes;              /* letters come out: some typeface is installed */
    bool has_typeface;        /* and so is the one that the figures are made for */
};

/*
 * gnuplot_check(place): draws three small pictures into the folder of the place, takes them away
 * again, and compares them: with the typeface of the figures, with one that nobody has, and without
 * a word. Reports nothing.
 */
struct gnuplot_check gnuplot_check(const struct place *place);

#endif
