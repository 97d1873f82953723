/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a run is doing, for whoever waits for it: one line a stage on standard error where that is a
 * terminal, and nothing at all where it is a file or a pipe.
 */
#ifndef PEJLING_PROGRAM_PROGRESS_H
#define PEJLING_PROGRAM_PROGRESS_H

#include "pejling/base/language.h"

enum stage {
    STAGE_READ,
    STAGE_PROTECT,
    STAGE_COMPUTE,
    STAGE_TABLES,
    STAGE_DRAW,
    STAGE_PAGE,
    STAGE_PDF,
    STAGES
};

/* progress_show(language, stage): says that a stage begins: `Tegner figurer …`. */
void progress_show(enum language language, enum stage stage);

#endif
