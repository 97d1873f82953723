/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seminar.html: one self-contained page for the seminar. It shows and computes nothing: numbers
 * come from the findings, pictures from the edition's own figures, which must be drawn before.
 */
#ifndef PEJLING_PRESENT_SEMINAR_PAGE_H
#define PEJLING_PRESENT_SEMINAR_PAGE_H

#include "pejling/present/seminar_frame.h"

/*
 * seminar_page_write(place, matter): where there are no error rates the page says so. False, and a
 * PROBLEM_FILE, if it cannot be written.
 */
bool seminar_page_write(const struct place *place, const struct seminar_matter *matter);

#endif
