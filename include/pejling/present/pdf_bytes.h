/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between two PDFs of the same page, and has no meaning: when each was made, and where
 * the browser's count of nodes stood. The file keeps its length, so no offset in it changes.
 */
#ifndef PEJLING_PRESENT_PDF_BYTES_H
#define PEJLING_PRESENT_PDF_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* pdf_is_whole(bytes, length): whether they begin and end as a PDF does. */
bool pdf_is_whole(const char *bytes, size_t length);

/*
 * pdf_settle(bytes, length): blanks out the dates of making, which would tell the clock and not the
 * edition, and numbers the structure's ids `(node00000057)` from 1 in their order.
 */
void pdf_settle(char *bytes, size_t length);

/*
 * pdf_has_letters(bytes, length): whether it holds a typeface. Of a PDF whose objects stand in the
 * open, as Chromium's do; without any, what was to be read was left out.
 */
bool pdf_has_letters(char *bytes, size_t length);

#endif
