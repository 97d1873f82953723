/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seminar.html: one self-contained page for the seminar. It shows and computes nothing: numbers
 * come from the findings, pictures from the edition's own figures, which must be drawn before.
 */
#ifndef PEJLING_PRESENT_SEMINAR_PAGE_H
#define PEJLING_PRESENT_SEMINAR_PAGE_H

#include "pejling/findings/findings.h"
#include "pejling/model/calibration_read.h"
#include "pejling/present/place.h"

/*
 * seminar_page_write(place, findings, calibration): `calibration` holds the measured error rates of
 * this very panel, NULL where there are none, which the page then says. False, and a PROBLEM_FILE,
 * if it cannot be written.
 */
bool seminar_page_write(const struct place *place, const struct findings *findings,
                        const struct calibration *calibration);

#endif
