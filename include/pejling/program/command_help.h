/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling help [COMMAND]` and `pejling --version`. */
#ifndef PEJLING_PROGRAM_COMMAND_HELP_H
#define PEJLING_PROGRAM_COMMAND_HELP_H

#include "pejling/program/command_line.h"

/* command_help(line): returns the exit status. */
int command_help(struct command_line *line);

/* command_version(): prints the versions of program and libraries. */
void command_version(void);

#endif
