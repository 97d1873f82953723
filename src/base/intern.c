/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/intern.h"

#include <stdint.h>
#include <string.h>

#define FIRST_SLOTS ((size_t)64) /* a power of two, as every later number of them */

/* Open addressing: a slot holds a number plus 1, 0 where it is free. At most half are taken. */
struct intern {
    struct arena *arena;
    size_t *slots, slot_count;
    const char **texts;
    uint64_t *hashes;
    size_t count, text_capacity, hash_capacity;
};

/* FNV-1a, 64 bits. */
static uint64_t hash_of(const char *text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return hash;
}

struct intern *intern_new(struct arena *arena)
{
    struct intern *intern = arena_alloc(arena, 1, sizeof *intern);
    intern->arena = arena;
    intern->slot_count = FIRST_SLOTS;
    intern->slots = arena_alloc(arena, FIRST_SLOTS, sizeof *intern->slots);
    return intern;
}

/* Where the text stands, or the free slot where it would. */
static size_t find_slot(const struct intern *intern, const char *text, uint64_t hash)
{
    size_t mask = intern->slot_count - 1, at = (size_t)hash & mask;
    while (intern->slots[at] && !(intern->hashes[intern->slots[at] - 1] == hash &&
                                  strcmp(intern->texts[intern->slots[at] - 1], text) == 0))
        at = (at + 1) & mask;
    return at;
}

static void make_room(struct intern *intern)
{
    if (2 * (intern->count + 1) <= intern->slot_count)
        return;
    intern->slot_count *= 2;
    intern->slots = arena_alloc(intern->arena, intern->slot_count, sizeof *intern->slots);
    for (size_t i = 0; i < intern->count; i++)
        intern->slots[find_slot(intern, intern->texts[i], intern->hashes[i])] = i + 1;
}

size_t intern_number(struct intern *intern, const char *text)
{
    uint64_t hash = hash_of(text);
    size_t at = find_slot(intern, text, hash);
    if (intern->slots[at])
        return intern->slots[at] - 1;
    make_room(intern);
    at = find_slot(intern, text, hash);
    intern->texts = arena_grow(intern->arena, intern->texts, intern->count, &intern->text_capacity,
                               sizeof *intern->texts);
    intern->hashes = arena_grow(intern->arena, intern->hashes, intern->count,
                                &intern->hash_capacity, sizeof *intern->hashes);
    intern->texts[intern->count] = arena_copy(intern->arena, text);
    intern->hashes[intern->count] = hash;
    intern->slots[at] = ++intern->count;
    return intern->count - 1;
}

const char **intern_texts(struct intern *intern)
{
    return intern->texts;
}
