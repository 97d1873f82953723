/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling run --verify EDITION`: an internal edition made again, and held against itself. */
#ifndef PEJLING_PROGRAM_COMMAND_VERIFY_H
#define PEJLING_PROGRAM_COMMAND_VERIFY_H

#include "pejling/program/command_line.h"

/*
 * command_verify(line): makes line->verify again in a folder of its own, with the options that its
 * manifest tells, from the copy of the input that it keeps, or from the plan folder where one is
 * named; and tells every file that has been changed or added since, is missing or comes out
 * otherwise, the manifest and the checksums among them, and which versions of program and libraries
 * differ. The folder it works in lies in TMPDIR and is private; one that was left by a run that was
 * stopped is removed by the next. Exit status 0 where nothing does, 1 where
 * something does, 3 for a folder that is no internal edition.
 */
int command_verify(struct command_line *line);

#endif
