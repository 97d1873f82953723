/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling new DIR`: a plan folder to fill in, for any municipality. */
#ifndef PEJLING_PROGRAM_COMMAND_NEW_H
#define PEJLING_PROGRAM_COMMAND_NEW_H

#include "pejling/program/command_line.h"

/*
 * command_new(line): makes the folder that the line names, with the files of plan_template.h and
 * the guide of plan_guide.h. The folder may be there already if it is empty; anything else is a
 * PROBLEM_USAGE, and is not touched. What was written is removed again where a file fails. Returns
 * the exit status.
 */
int command_new(struct command_line *line);

#endif
