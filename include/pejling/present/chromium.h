/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page of the edition printed to PDF by headless Chromium: A4, tagged, with an outline. It is an
 * optional program, and has what it writes beside the PDF in a folder of its own that is gone
 * afterwards; it reaches no network.
 */
#ifndef PEJLING_PRESENT_CHROMIUM_H
#define PEJLING_PRESENT_CHROMIUM_H

#include <stdbool.h>

#include "pejling/present/place.h"

/* A page and its PDF, by their names in the edition. */
struct printed_page {
    const char *page, *pdf;
    unsigned seconds; /* how long Chromium may take, 0 for two minutes */
};

/*
 * chromium_program(): what PEJLING_CHROMIUM says, else the one of the usual paths that is here;
 * NULL for none.
 */
const char *chromium_program(void);

/*
 * chromium_print(place, printed): makes the PDF of a page that is there. The same page gives the same
 * bytes with the same Chromium. False if there is no PDF: a PROBLEM_TOOL is reported then, or a
 * PROBLEM_FILE where a file of the edition cannot be written or Chromium's folder not be removed.
 */
bool chromium_print(const struct place *place, const struct printed_page *printed);

#endif
