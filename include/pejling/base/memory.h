/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happens where memory runs out: the program says so in both languages and ends with exit
 * status 6, before anything is published. Libraries that take an allocator get this one.
 */
#ifndef PEJLING_BASE_MEMORY_H
#define PEJLING_BASE_MEMORY_H

#include <stddef.h>

/* memory_end(): ends the process. */
void memory_end(void) __attribute__((noreturn));

/*
 * memory_most(): how many bytes this process could have at most: the machine's memory, or less where
 * the process is limited (ulimit -v). What needs more is better refused than begun.
 */
size_t memory_most(void);

/* memory_take(bytes): so many bytes, for free(), or the end of the process. */
void *memory_take(size_t bytes);

#endif
