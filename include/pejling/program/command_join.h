/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling join MAPPE… -o DIR`: summaries of several municipalities as one. */
#ifndef PEJLING_PROGRAM_COMMAND_JOIN_H
#define PEJLING_PROGRAM_COMMAND_JOIN_H

#include "pejling/program/command_line.h"

/*
 * command_join(line): the blocks of all summaries in the order of municipalities' codes, the tests
 * adjusted over all of them: the bytes that a single run of all would have given. What lies in no
 * municipality must be the same everywhere, and counts once. Returns the exit status.
 */
int command_join(struct command_line *line);

#endif
