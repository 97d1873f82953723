/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pack is being written, and how: what every writer and figure of it needs to know. */
#ifndef PEJLING_PRESENT_PLACE_H
#define PEJLING_PRESENT_PLACE_H

#include "pejling/base/diagnostic.h"

struct place {
    struct diagnostics *diagnostics; /* its arena and its language too */
    const char *folder; /* the edition being built; the files' names are relative to it */
    const char *plots;  /* the folder of the .gp scripts */
};

#endif
