/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/memory.h"

/*
 * Under AddressSanitizer every allocation is a chunk of its own, so that an overrun by one byte is
 * seen; otherwise the sanitizer is blind inside a chunk.
 */
#if defined(__SANITIZE_ADDRESS__)
#define CHUNK_BYTES ((size_t)1)
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHUNK_BYTES ((size_t)1)
#endif
#endif
#ifndef CHUNK_BYTES
#define CHUNK_BYTES ((size_t)64 * 1024)
#endif

/* Chunks double up to that size, so that scratch work on a few texts is cheap. */
#define FIRST_CHUNK_BYTES ((size_t)512)

struct chunk {
    struct chunk *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunks;
    size_t chunk_bytes; /* of the next one */
};

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        memory_end();
    arena->chunk_bytes = FIRST_CHUNK_BYTES < CHUNK_BYTES ? FIRST_CHUNK_BYTES : CHUNK_BYTES;
    return arena;
}

void arena_join(struct arena *arena, struct arena *other)
{
    /* behind the chunk in use, whose room is not given up */
    struct chunk **place = arena->chunks ? &arena->chunks->next : &arena->chunks;
    struct chunk *rest = *place;
    *place = other->chunks;
    while (*place)
        place = &(*place)->next;
    *place = rest;
    free(other);
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->chunks; chunk;) {
        struct chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    free(arena);
}

static struct chunk *add_chunk(struct chunk **place, struct chunk *chunk, size_t size)
{
    if (!chunk)
        memory_end();
    chunk->next = *place;
    chunk->used = 0;
    chunk->size = size;
    *place = chunk;
    return chunk;
}

/*
 * A chunk for one large allocation, zeroed by the system where it can. It stands behind the chunk
 * in use, whose room is not given up.
 */
static void *take_alone(struct arena *arena, size_t bytes, bool zeroed)
{
    struct chunk **place = arena->chunks ? &arena->chunks->next : &arena->chunks;
    if (bytes > SIZE_MAX - sizeof(struct chunk))
        memory_end();
    size_t size = sizeof(struct chunk) + bytes;
    struct chunk *chunk = add_chunk(place, zeroed ? calloc(1, size) : malloc(size), bytes);
    chunk->used = bytes;
    return chunk->bytes;
}

static void begin_chunk(struct arena *arena, size_t bytes)
{
    size_t size = bytes > arena->chunk_bytes ? bytes : arena->chunk_bytes;
    add_chunk(&arena->chunks, malloc(sizeof(struct chunk) + size), size);
    if (arena->chunk_bytes < CHUNK_BYTES)
        arena->chunk_bytes *= 2;
}

static void *take(struct arena *arena, size_t count, size_t size, bool zeroed)
{
    const size_t align = alignof(max_align_t);
    if (size && count > (SIZE_MAX - align) / size)
        memory_end();
    size_t bytes = count * size;
    if (bytes > CHUNK_BYTES)
        return take_alone(arena, bytes, zeroed);
    const struct chunk *chunk = arena->chunks;
    size_t start = chunk ? (chunk->used + align - 1) / align * align : 0;
    if (!chunk || start > chunk->size || bytes > chunk->size - start) {
        begin_chunk(arena, bytes);
        start = 0;
    }
    arena->chunks->used = start + bytes;
    unsigned char *memory = arena->chunks->bytes + start;
    return zeroed ? memset(memory, 0, bytes) : memory;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, true);
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, false);
}

/* Kept apart: the step that is taken most, that there is room, then saves no registers. */
__attribute__((noinline)) static void *grow(struct arena *arena, const void *items, size_t count,
                                            size_t *capacity, size_t size)
{
    size_t room = *capacity ? *capacity : 8;
    if (room > SIZE_MAX / 2)
        memory_end();
    *capacity = room * 2;
    unsigned char *larger = arena_room(arena, *capacity, size);
    if (count)
        memcpy(larger, items, count * size);
    memset(larger + count * size, 0, (*capacity - count) * size);
    return larger;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    return count < *capacity ? items : grow(arena, items, count, capacity, size);
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        memory_end();
    char *copy = arena_room(arena, length + 1, 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return arena_text(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        memory_end();
    char *text = arena_room(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}
