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

struct gnuplot_trial;

/*
 * gnuplot_check_start(place): begins to draw three small pictures into the folder of the place: with
 * the typeface of the figures, with one that nobody has, and without a word. Never NULL.
 */
struct gnuplot_trial *gnuplot_check_start(const struct place *place);

/*
 * gnuplot_check_end(trial): waits for the pictures, compares them and takes them away again. Reports
 * nothing.
 */
struct gnuplot_check gnuplot_check_end(struct gnuplot_trial *trial);

#endif
