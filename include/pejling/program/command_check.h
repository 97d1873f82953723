/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling check PLAN`: reads and validates only, and prints every problem. */
#ifndef PEJLING_PROGRAM_COMMAND_CHECK_H
#define PEJLING_PROGRAM_COMMAND_CHECK_H

#include "pejling/program/command_line.h"

/* command_check(line): returns the exit status. */
int command_check(struct command_line *line);

#endif
