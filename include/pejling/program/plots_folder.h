/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figure scripts are. */
#ifndef PEJLING_PROGRAM_PLOTS_FOLDER_H
#define PEJLING_PROGRAM_PLOTS_FOLDER_H

#include "pejling/base/arena.h"

/*
 * plots_folder(arena): what the environment's PEJLING_PLOTS says; else `share/pejling/plots` of the
 * place the program is installed in; else `plots` of the source tree it was built in.
 */
const char *plots_folder(struct arena *arena);

#endif
