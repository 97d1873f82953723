/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zip archive in memory as an office program packs a document: named parts, each unzipped piece
 * by piece. The archive may come from anywhere, so nothing it says of itself is trusted: the bytes
 * that come out are counted, and a part whose size or checksum is not the declared one is damaged.
 * minizip takes the archive apart; the limits are ours.
 */
#ifndef PEJLING_INPUT_PACKAGE_H
#define PEJLING_INPUT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"

/* No office document needs more; a zip bomb does. */
#define PACKAGE_UNZIPPED ((size_t)64 << 20)  /* bytes, of all the parts that are read */
#define PACKAGE_RATIO 200                    /* unzipped to zipped, of a large part */
#define PACKAGE_RATIO_FROM ((size_t)1 << 20) /* what makes a part large */
#define PACKAGE_PARTS 1000

enum package_fault {
    PACKAGE_SOUND,
    PACKAGE_DAMAGED, /* or so unusual that no office program wrote it */
    PACKAGE_TOO_LARGE,
    PACKAGE_ENCRYPTED
};

struct package;

/*
 * package_open(arena, bytes, length, package): the archive in `bytes`, which must stay as they are
 * until package_close. `*package` is set in any case and must be closed. Names that no part of a
 * document has (longer than 255 bytes, or with a NUL in them) are left out.
 */
enum package_fault package_open(struct arena *arena, const char *bytes, size_t length,
                                struct package **package);

/* package_close(package): releases what minizip holds. */
void package_close(struct package *package);

/* package_has(package, name): whether there is a part of exactly this name. */
bool package_has(const struct package *package, const char *name);

/* package_has_ending(package, ending): whether the name of a part ends like this. */
bool package_has_ending(const struct package *package, const char *ending);

/*
 * package_begin(package, name): begins to unzip a part; then package_read until nothing more comes,
 * and package_end in any case where PACKAGE_SOUND came back. A part that is missing, or that is
 * there twice, is PACKAGE_DAMAGED.
 */
enum package_fault package_begin(struct package *package, const char *name);

/*
 * package_read(package, bytes, room, length): the next up to `room` bytes of the part; `*length` is
 * 0 at its end, whose size and checksum have then been found right.
 */
enum package_fault package_read(struct package *package, void *bytes, size_t room, size_t *length);

/* package_end(package): done with this part, wherever the reading stopped. */
void package_end(struct package *package);

/* package_library(): the version of zlib in use, with which minizip unzips; minizip names none. */
const char *package_library(void);

#endif
