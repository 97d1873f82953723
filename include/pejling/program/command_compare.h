/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling compare OLD NEW`: two edition folders, what moved, what was revised, what is new. */
#ifndef PEJLING_PROGRAM_COMMAND_COMPARE_H
#define PEJLING_PROGRAM_COMMAND_COMPARE_H

#include "pejling/program/command_line.h"

/*
 * command_compare(line): prints the comparison, and with -o writes it as a page and a table too,
 * both or neither; returns the exit status. Editions that cannot be compared are a PROBLEM_INPUT for
 * each reason, and nothing is printed.
 */
int command_compare(struct command_line *line);

#endif
