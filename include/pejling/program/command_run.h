/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling run PLAN`: the whole pipeline. */
#ifndef PEJLING_PROGRAM_COMMAND_RUN_H
#define PEJLING_PROGRAM_COMMAND_RUN_H

#include "pejling/program/command_line.h"

/* command_run(line): returns the exit status. */
int command_run(struct command_line *line);

#endif
