/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ages that a group is named by. */
#ifndef PEJLING_BASE_AGE_BAND_H
#define PEJLING_BASE_AGE_BAND_H

#include <stdbool.h>

/* Whole years of age, both ends included. */
struct age_band {
    int from, to;
};

#define AGE_BAND_OLDEST 200 /* the end of a band without one: `65+` */

/*
 * age_band_parse(text, band): reads `15-29`, `15–29-årige`, `15 til 29 år`, `17`, `65+`, `65 år og
 * derover` (or ældre, opefter), `18 år og derunder` (or yngre), `under 18`, `over 65`, `mindst 65`;
 * false for a name without ages.
 */
bool age_band_parse(const char *text, struct age_band *band);

#endif
