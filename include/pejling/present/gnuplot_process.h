/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A script at work in a process of gnuplot's: a neighbour that is not trusted. Nothing of the
 * user's reaches it, neither start-up file nor shell, locale or time zone; and it has done its work
 * only if it ended by the agreed exit status and had nothing to say.
 */
#ifndef PEJLING_PRESENT_GNUPLOT_PROCESS_H
#define PEJLING_PRESENT_GNUPLOT_PROCESS_H

#include <stdbool.h>

#include "pejling/present/gnuplot_script.h"

struct gnuplot_process;

/*
 * gnuplot_process_start(arena, script, seconds): `/usr/bin/gnuplot`, or what the environment
 * variable PEJLING_GNUPLOT says, at work on the whole script, whose last
 * line is that of gnuplot_end. Never NULL: what goes wrong is said at the end.
 */
struct gnuplot_process *
gnuplot_process_start(struct arena *arena, const struct gnuplot_script *script, unsigned seconds);

/*
 * gnuplot_process_runs(process): whether it is still at work, without waiting. Its seconds count from
 * the first look at it.
 */
bool gnuplot_process_runs(struct gnuplot_process *process);

/*
 * gnuplot_process_end(process): waits for it to end, and ends it when it has had its seconds, from
 * here on or from the first look before. GNUPLOT_NONE if all went well; whether the files are whole
 * is for the caller to see.
 */
enum gnuplot_fault gnuplot_process_end(struct gnuplot_process *process);

/* gnuplot_process_complained(process): whether it had anything to say, however it ended. */
bool gnuplot_process_complained(const struct gnuplot_process *process);

#endif
