/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/intern.h"

#include <stdint.h>
#include <string.h>

#define FIRST_SLOTS ((size_t)64) /* a power of two, as every later number of them */

struct known {
    uint64_t hash;
    size_t next; /* the number that came after it the last time, as it often does again */
};

/* Open addressing: a slot holds a number plus 1, 0 where it is free. At most half are taken. */
struct intern {
    struct arena *arena;
    size_t *slots, slot_count;
    struct known *known; /* by number */
    const char **texts;
    size_t count, known_capacity, text_capacity;
    size_t last; /* number that was given */
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
    while (intern->slots[at] && !(intern->known[intern->slots[at] - 1].hash == hash &&
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
        intern->slots[find_slot(intern, intern->texts[i], intern->known[i].hash)] = i + 1;
}

static size_t add(struct intern *intern, const char *text, uint64_t hash)
{
    make_room(intern);
    intern->slots[find_slot(intern, text, hash)] = intern->count + 1;
    intern->texts = arena_grow(intern->arena, intern->texts, intern->count, &intern->text_capacity,
                               sizeof *intern->texts);
    intern->known = arena_grow(intern->arena, intern->known, intern->count, &intern->known_capacity,
                               sizeof *intern->known);
    intern->texts[intern->count] = arena_copy(intern->arena, text);
    intern->known[intern->count] = (struct known){hash, intern->count};
    return intern->count++;
}

static size_t look_up(struct intern *intern, const char *text)
{
    uint64_t hash = hash_of(text);
    size_t slot = intern->slots[find_slot(intern, text, hash)];
    return slot ? slot - 1 : add(intern, text, hash);
}

/* Columns are sorted or go round in the same order, so the next text can mostly be guessed. */
size_t intern_number(struct intern *intern, const char *text)
{
    size_t guess = intern->count ? intern->known[intern->last].next : 0;
    if (!intern->count || strcmp(intern->texts[guess], text) != 0) {
        guess = look_up(intern, text);
        intern->known[intern->last].next = guess;
    }
    intern->last = guess;
    return guess;
}

const char **intern_texts(struct intern *intern)
{
    return intern->texts;
}
