/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that lives and dies together. A function that allocates takes a `struct arena *`; what it
 * returns lives as long as that arena, and nobody frees a piece. A run keeps everything it reads
 * and computes in one arena; scratch work makes its own and frees it at the end.
 *
 * When memory runs out there is nothing a batch program can save: the arena says so on standard
 * error and ends the process with exit status 6. The previous edition is untouched by then, since
 * an edition is only ever swapped in whole.
 */
#ifndef PEJLING_BASE_ARENA_H
#define PEJLING_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* arena_new(): an empty arena. Free it with arena_free. */
struct arena *arena_new(void);

/* arena_join(arena, other): what `other` holds is of `arena` from now on; `other` is gone. */
void arena_join(struct arena *arena, struct arena *other);

/* arena_free(arena): gives back everything allocated from it. NULL has no effect. */
void arena_free(struct arena *arena);

/*
 * arena_alloc(arena, count, size): `count` objects of `size` bytes, zeroed and aligned for any
 * type. Never NULL; a product that overflows counts as memory running out.
 */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/*
 * arena_room(arena, count, size): the same without the zeros: for large arrays whose objects are
 * all written before they are read.
 */
void *arena_room(struct arena *arena, size_t count, size_t size);

/*
 * arena_grow(arena, items, count, capacity, size): room for one item more. `items` holds `count`
 * objects of `size` bytes in space for `*capacity`; returns `items`, or a copy with `*capacity`
 * doubled. The new space is zeroed.
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* arena_text(arena, text, length): a NUL-terminated copy of `length` bytes. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/* arena_copy(arena, text): a copy of a NUL-terminated text. */
char *arena_copy(struct arena *arena, const char *text);

/* arena_printf(arena, format, ...): a formatted text. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* arena_vprintf(arena, format, arguments): the same for a va_list. */
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
