/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A drive that does not answer: its pread stands in place of the C library's. To be included before
 * anything else, for _FORTIFY_SOURCE has a pread of its own, inline.
 */
#ifndef PEJLING_TESTS_DRIVE_H
#define PEJLING_TESTS_DRIVE_H

#undef _FORTIFY_SOURCE
#define _DEFAULT_SOURCE /* preadv */

#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

/* Which read at a place is not answered, 0 for none. */
static unsigned unanswered;

ssize_t pread(int descriptor, void *bytes, size_t length, off_t at)
{
    if (unanswered && --unanswered == 0) {
        errno = EIO;
        return -1;
    }
    return preadv(descriptor, &(struct iovec){bytes, length}, 1, at); /* several may read at once */
}

#endif
