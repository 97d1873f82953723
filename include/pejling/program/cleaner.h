/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A process that outlives us only where we are ended from outside, by whatever signal: it removes
 * the folder with uncensored figures that we would leave half made. Without it (no process to be
 * had) the folder stays until the next run clears it.
 */
#ifndef PEJLING_PROGRAM_CLEANER_H
#define PEJLING_PROGRAM_CLEANER_H

#include <sys/types.h>

struct cleaner {
    pid_t process;  /* 0 for none */
    int descriptor; /* what it reads: at its end we are no more */
};

/*
 * cleaner_start(cleaner, path, lock): removes the folder at `path` once we are ended, if it is still
 * the one that `lock` is open on; or, where it is another, if nobody holds the lock on that: it is
 * an earlier edition then that we did not come to remove.
 */
void cleaner_start(struct cleaner *cleaner, const char *path, int lock);

/* cleaner_stop(cleaner): it is not needed any more. Has no effect on one that was stopped. */
void cleaner_stop(struct cleaner *cleaner);

#endif
