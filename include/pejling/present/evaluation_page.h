/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * evaluering.html: one self-contained page for the local evaluation: everything the edition knows,
 * indicator by indicator, in tables that paste into a word processor whole; how it was made, with
 * its literature; and the way back from each number to its input lines.
 */
#ifndef PEJLING_PRESENT_EVALUATION_PAGE_H
#define PEJLING_PRESENT_EVALUATION_PAGE_H

#include "pejling/present/seminar_frame.h"

#define EVALUATION_PAGE "evaluering.html"

/*
 * evaluation_page_write(place, matter): the edition's figures must be drawn before. False, and a
 * PROBLEM_FILE, if it cannot be written.
 */
bool evaluation_page_write(const struct place *place, const struct seminar_matter *matter);

#endif
