/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"

#define BUFFER_BYTES ((size_t)64 * 1024)

struct sink {
    struct diagnostics *diagnostics;
    const char *path, *part;
    int descriptor;
    int fault; /* the first errno, 0 while all is well */
    size_t used, room;
    char *buffer;
};

struct sink *sink_open(struct diagnostics *diagnostics, const char *path)
{
    struct sink *sink = arena_alloc(diagnostics->arena, 1, sizeof *sink);
    sink->diagnostics = diagnostics;
    sink->path = arena_copy(diagnostics->arena, path);
    sink->part = arena_printf(diagnostics->arena, "%s.part", path);
    sink->room = BUFFER_BYTES;
    sink->buffer = arena_alloc(diagnostics->arena, sink->room, 1);
    sink->descriptor = open(sink->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (sink->descriptor < 0)
        sink->fault = errno;
    return sink;
}

struct sink *sink_memory(struct diagnostics *diagnostics, size_t expected)
{
    struct sink *sink = arena_alloc(diagnostics->arena, 1, sizeof *sink);
    sink->diagnostics = diagnostics;
    sink->room = SINK_ROOM + expected;
    sink->buffer = arena_alloc(diagnostics->arena, sink->room, 1);
    return sink;
}

const char *sink_contents(const struct sink *sink, size_t *length)
{
    *length = sink->used;
    return sink->buffer;
}

static void write_out(struct sink *sink, const char *bytes, size_t length)
{
    size_t done = 0;
    while (!sink->fault && done < length) {
        ssize_t wrote = write(sink->descriptor, bytes + done, length - done);
        if (wrote >= 0)
            done += (size_t)wrote;
        else if (errno != EINTR)
            sink->fault = errno;
    }
}

/* Makes room in the buffer: of a file by writing it, of memory by taking more. */
static void flush(struct sink *sink)
{
    if (!sink->path) {
        char *larger = arena_alloc(sink->diagnostics->arena, 2 * sink->room, 1);
        memcpy(larger, sink->buffer, sink->used);
        sink->buffer = larger;
        sink->room *= 2;
        return;
    }
    write_out(sink, sink->buffer, sink->used);
    sink->used = 0;
}

void sink_bytes(struct sink *sink, const void *bytes, size_t length)
{
    const char *from = bytes;
    if (sink->path && length >= sink->room) {
        flush(sink);
        write_out(sink, from, length);
        return;
    }
    while (length) {
        size_t room = sink->room - sink->used;
        size_t take = length < room ? length : room;
        memcpy(sink->buffer + sink->used, from, take);
        sink->used += take;
        from += take;
        length -= take;
        if (sink->used == sink->room)
            flush(sink);
    }
}

void sink_byte(struct sink *sink, char byte)
{
    sink->buffer[sink->used++] = byte;
    if (sink->used == sink->room)
        flush(sink);
}

char *sink_room(struct sink *sink)
{
    if (sink->room - sink->used < SINK_ROOM)
        flush(sink);
    return sink->buffer + sink->used;
}

void sink_add(struct sink *sink, const char *end)
{
    sink->used = (size_t)(end - sink->buffer);
    if (sink->used == sink->room)
        flush(sink);
}

void sink_text(struct sink *sink, const char *text)
{
    sink_bytes(sink, text, strlen(text));
}

void sink_printf(struct sink *sink, const char *format, ...)
{
    char small[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length < sizeof small) {
        sink_bytes(sink, small, (size_t)length);
        return;
    }
    va_start(arguments, format);
    sink_text(sink, arena_vprintf(sink->diagnostics->arena, format, arguments));
    va_end(arguments);
}

bool sink_close(struct sink *sink)
{
    flush(sink);
    if (!sink->fault && !file_sync(sink->descriptor))
        sink->fault = errno;
    return sink_close_unsynced(sink);
}

bool sink_close_unsynced(struct sink *sink)
{
    flush(sink);
    if (sink->descriptor >= 0 && close(sink->descriptor) != 0 && !sink->fault)
        sink->fault = errno;
    if (!sink->fault && rename(sink->part, sink->path) != 0)
        sink->fault = errno;
    if (!sink->fault)
        return true;
    unlink(sink->part);
    file_report(sink->diagnostics, sink->path, sink->fault);
    return false;
}
