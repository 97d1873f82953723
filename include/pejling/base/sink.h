/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Buffered writing of one file. Errors are sticky: write what there is to write, and look once,
 * when closing. The file appears under its name only when it is complete, and with sink_close on
 * disk; until then it is `NAME.part`, which a failed close removes.
 */
#ifndef PEJLING_BASE_SINK_H
#define PEJLING_BASE_SINK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"

struct sink;

/*
 * sink_open(diagnostics, path): a sink for `path`, allocated in the diagnostics' arena. Never NULL:
 * a file that cannot be made is reported when the sink is closed.
 */
struct sink *sink_open(struct diagnostics *diagnostics, const char *path);

/*
 * sink_memory(diagnostics, expected): a sink into memory, of the diagnostics' arena, with room for
 * the bytes that are expected, and more when there are more; it is not to be closed.
 */
struct sink *sink_memory(struct diagnostics *diagnostics, size_t expected);

/* sink_contents(sink, length): what a sink into memory holds so far; valid until more is written. */
const char *sink_contents(const struct sink *sink, size_t *length);

/* sink_bytes(sink, bytes, length): appends. */
void sink_bytes(struct sink *sink, const void *bytes, size_t length);

/* sink_byte(sink, byte): appends one byte. */
void sink_byte(struct sink *sink, char byte);

/*
 * sink_room(sink): room for SINK_ROOM further bytes, to be written into directly; sink_add(sink,
 * end) appends those before `end`, which points into the room. Nothing may be appended in between.
 */
#define SINK_ROOM 128
char *sink_room(struct sink *sink);
void sink_add(struct sink *sink, const char *end);

/* sink_text(sink, text): appends a text. */
void sink_text(struct sink *sink, const char *text);

/* sink_printf(sink, format, ...): appends a formatted text; no %f, whose digits number.h writes. */
void sink_printf(struct sink *sink, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * sink_close(sink): flushes, syncs and renames. False, and a PROBLEM_FILE reported, if anything
 * since sink_open has failed.
 */
bool sink_close(struct sink *sink);

/*
 * sink_close_unsynced(sink): the same for a file of a folder that is synced as a whole before it gets
 * its name: nobody waits for the disk meanwhile.
 */
bool sink_close_unsynced(struct sink *sink);

#endif
