/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling doctor`: whether what the packs take is there, and what to install. */
#ifndef PEJLING_PROGRAM_COMMAND_DOCTOR_H
#define PEJLING_PROGRAM_COMMAND_DOCTOR_H

#include "pejling/program/command_line.h"

/*
 * command_doctor(line): tells what is there, one line each: the program and its libraries, the
 * scripts of the figures, gnuplot and its letters, Chromium and a page it prints. Exit status 5 where
 * figures would be missing or without letters, 6 where no file can be written; another typeface, or a
 * Chromium that is not there or makes no PDF, is a remark.
 */
int command_doctor(struct command_line *line);

#endif
