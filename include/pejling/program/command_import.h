/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling import FILE… --to PLAN [--map MAP.csv]`: figures of others into a plan folder. */
#ifndef PEJLING_PROGRAM_COMMAND_IMPORT_H
#define PEJLING_PROGRAM_COMMAND_IMPORT_H

#include "pejling/program/command_line.h"

/*
 * command_import(line): returns the exit status. All files are read by the mapping, or by a draft of
 * one, which is left in the plan folder; where anything is wrong, no figure is written.
 */
int command_import(struct command_line *line);

#endif
