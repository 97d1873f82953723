/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a run is doing, for whoever waits for it: one line a stage on standard error where that is a
 * terminal, and nothing at all where it is a file or a pipe.
 */
#ifndef PEJLING_PROGRAM_PROGRESS_H
#define PEJLING_PROGRAM_PROGRESS_H

#include <stddef.h>

#include "pejling/base/language.h"

enum stage { STAGE_READ, STAGE_PROTECT, STAGE_COMPUTE, STAGE_DRAW, STAGE_PAGE, STAGE_PDF };

/*
 * progress_show(language, stage, count): says that a stage begins, `Tegner 61 figurer …`; `count` is
 * the number of figures, 0 for the other stages.
 */
void progress_show(enum language language, enum stage stage, size_t count);

#endif
