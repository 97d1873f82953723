/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of an edition have in common: what they are about, their head and their foot. */
#ifndef PEJLING_PRESENT_SEMINAR_FRAME_H
#define PEJLING_PRESENT_SEMINAR_FRAME_H

#include "pejling/present/seminar.h"

/* What a page is about. */
struct seminar_matter {
    const struct findings *findings;
    const struct calibration *calibration; /* error rates of this very panel; NULL for none */
    const struct news *news;               /* since the last edition; NULL where none is named */
};

/* seminar_open(place, matter, name): a page in the file `name` of the edition, nothing written. */
struct seminar seminar_open(const struct place *place, const struct seminar_matter *matter,
                            const char *name);

/* seminar_head(seminar, title): everything up to the body; the page fetches and runs nothing. */
void seminar_head(const struct seminar *seminar, const char *title);

/* seminar_top(seminar, title): the header's beginning: title, edition, marks, and no cause. */
void seminar_top(const struct seminar *seminar, const char *title);

/* seminar_link(seminar, anchor, danish, english): an item of the list of contents. */
void seminar_link(const struct seminar *seminar, const char *anchor, const char *danish,
                  const char *english);

/* seminar_close(seminar): the foot and the end. False, and a PROBLEM_FILE, if it cannot be written. */
bool seminar_close(const struct seminar *seminar);

#endif
