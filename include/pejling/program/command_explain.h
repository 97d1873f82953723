/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling explain PLAN INDICATOR AREA`: every step from the input lines to the verdict. */
#ifndef PEJLING_PROGRAM_COMMAND_EXPLAIN_H
#define PEJLING_PROGRAM_COMMAND_EXPLAIN_H

#include "pejling/program/command_line.h"

/*
 * command_explain(line): prints the explanation; returns the exit status. An indicator or area that
 * is missing or not known is a PROBLEM_USAGE which lists the codes there are.
 */
int command_explain(struct command_line *line);

#endif
