/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Independent pieces of work side by side, on as many threads as this process may use processors.
 * What comes out must not depend on who did what when: each task writes to a place of its own.
 */
#ifndef PEJLING_BASE_WORKERS_H
#define PEJLING_BASE_WORKERS_H

#include <stddef.h>

/*
 * workers_run(count, task, context): calls `task(context, i)` once for each i below `count`, and
 * returns when all are done. Tasks are begun in the order of i; the calling thread does its share,
 * and all of them where no other thread can be had.
 */
void workers_run(size_t count, void (*task)(void *context, size_t index), void *context);

/*
 * workers_count(): how many threads there are: the processors this process may use, or what the
 * environment variable PEJLING_THREADS says, from 1 to WORKERS_MOST.
 */
#define WORKERS_MOST 64
size_t workers_count(void);

#endif
