/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/package.h"

#include <minizip/ioapi.h>
#include <minizip/unzip.h>
#include <stdint.h>
#include <string.h>

#define NAME_ROOM 256
#define FLAGS_ENCRYPTED 0x2041u /* the entry, strongly, or the directory */
#define METHOD_STORED 0
#define METHOD_DEFLATED 8

/* An archive in memory, as minizip reads it: a file with a place to read at. */
struct memory {
    const char *bytes;
    size_t length, at;
};

struct entry {
    const char *name;
    unz64_file_pos place;
    uint64_t zipped, unzipped; /* as declared */
    bool encrypted, readable;
};

struct package {
    struct memory memory;
    unzFile zip;
    struct entry *entries;
    size_t count, capacity;
    const struct entry *open; /* the part being read */
    size_t part_bytes;        /* that came out of it so far */
    size_t all_bytes;         /* that came out of all */
};

/* --- minizip's view of the memory --------------------------------------------------------------*/
static voidpf open_memory(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *bytes, uLong size)
{
    (void)opaque;
    struct memory *memory = stream;
    size_t left = memory->length - memory->at;
    size_t count = size < left ? size : left;
    if (count)
        memcpy(bytes, memory->bytes + memory->at, count);
    memory->at += count;
    return count;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((const struct memory *)stream)->at;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    (void)opaque;
    struct memory *memory = stream;
    size_t from = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        from = memory->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        from = memory->length;
    if (offset > memory->length - from)
        return -1;
    memory->at = from + (size_t)offset;
    return 0;
}

static int close_memory(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int test_memory(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* --- the directory -----------------------------------------------------------------------------*/
static enum package_fault take_entry(struct arena *arena, struct package *package)
{
    unz_file_info64 info;
    char name[NAME_ROOM] = "";
    struct entry entry = {0};
    /* GCOVR_EXCL_BR_START: going to the entry has read it already */
    if (unzGetCurrentFileInfo64(package->zip, &info, name, sizeof name, NULL, 0, NULL, 0) !=
            UNZ_OK ||
        unzGetFilePos64(package->zip, &entry.place) != UNZ_OK)
        return PACKAGE_DAMAGED;
    /* GCOVR_EXCL_BR_STOP */
    if (info.size_filename >= sizeof name || strlen(name) != info.size_filename)
        return PACKAGE_SOUND;
    entry.name = arena_copy(arena, name);
    entry.zipped = info.compressed_size;
    entry.unzipped = info.uncompressed_size;
    entry.encrypted = (info.flag & FLAGS_ENCRYPTED) != 0;
    entry.readable =
        (info.compression_method == METHOD_STORED || info.compression_method == METHOD_DEFLATED) &&
        info.compressed_size <= package->memory.length;
    package->entries = arena_grow(arena, package->entries, package->count, &package->capacity,
                                  sizeof *package->entries);
    package->entries[package->count++] = entry;
    return PACKAGE_SOUND;
}

static enum package_fault read_directory(struct arena *arena, struct package *package)
{
    int status = unzGoToFirstFile(package->zip);
    size_t entries = 0;
    while (status == UNZ_OK) {
        if (++entries > PACKAGE_PARTS)
            return PACKAGE_TOO_LARGE;
        enum package_fault fault = take_entry(arena, package);
        if (fault)
            return fault;
        status = unzGoToNextFile(package->zip);
    }
    return status == UNZ_END_OF_LIST_OF_FILE ? PACKAGE_SOUND : PACKAGE_DAMAGED;
}

enum package_fault package_open(struct arena *arena, const char *bytes, size_t length,
                                struct package **package)
{
    *package = arena_alloc(arena, 1, sizeof **package);
    (*package)->memory = (struct memory){bytes, length, 0};
    zlib_filefunc64_def functions = {.zopen64_file = open_memory,
                                     .zread_file = read_memory,
                                     .ztell64_file = tell_memory,
                                     .zseek64_file = seek_memory,
                                     .zclose_file = close_memory,
                                     .zerror_file = test_memory,
                                     .opaque = &(*package)->memory};
    (*package)->zip = unzOpen2_64("", &functions);
    return (*package)->zip ? read_directory(arena, *package) : PACKAGE_DAMAGED;
}

void package_close(struct package *package)
{
    if (package->zip)
        unzClose(package->zip);
    package->zip = NULL;
}

/* --- the parts ---------------------------------------------------------------------------------*/
/* Two parts of one name: whoever checked the archive may have looked at the other. */
static const struct entry *find_entry(const struct package *package, const char *name,
                                      size_t *found)
{
    const struct entry *entry = NULL;
    *found = 0;
    for (size_t i = 0; i < package->count; i++)
        if (strcmp(package->entries[i].name, name) == 0) {
            entry = &package->entries[i];
            ++*found;
        }
    return entry;
}

bool package_has(const struct package *package, const char *name)
{
    size_t found;
    return find_entry(package, name, &found) != NULL;
}

bool package_has_ending(const struct package *package, const char *ending)
{
    size_t size = strlen(ending);
    for (size_t i = 0; i < package->count; i++) {
        const char *name = package->entries[i].name;
        size_t length = strlen(name);
        if (length >= size && strcmp(name + length - size, ending) == 0)
            return true;
    }
    return false;
}

enum package_fault package_begin(struct package *package, const char *name)
{
    size_t found;
    const struct entry *entry = find_entry(package, name, &found);
    if (found == 1 && entry->encrypted)
        return PACKAGE_ENCRYPTED;
    if (found != 1 || !entry->readable)
        return PACKAGE_DAMAGED;
    unz64_file_pos place = entry->place;
    unzGoToFilePos64(package->zip, &place); /* where it was before */
    if (unzOpenCurrentFile(package->zip) != UNZ_OK)
        return PACKAGE_DAMAGED;
    package->open = entry;
    package->part_bytes = 0;
    return PACKAGE_SOUND;
}

enum package_fault package_read(struct package *package, void *bytes, size_t room, size_t *length)
{
    const struct entry *entry = package->open;
    *length = 0;
    int got = unzReadCurrentFile(package->zip, bytes, (unsigned)room);
    if (got < 0)
        return PACKAGE_DAMAGED;
    package->part_bytes += (size_t)got;
    package->all_bytes += (size_t)got;
    if (package->all_bytes > PACKAGE_UNZIPPED ||
        (package->part_bytes > PACKAGE_RATIO_FROM &&
         package->part_bytes / PACKAGE_RATIO > entry->zipped))
        return PACKAGE_TOO_LARGE;
    /* minizip compares the checksum only where as much came as the directory declares */
    if (got == 0 && (package->part_bytes != entry->unzipped ||
                     unzCloseCurrentFile(package->zip) == UNZ_CRCERROR))
        return PACKAGE_DAMAGED;
    *length = (size_t)got;
    return PACKAGE_SOUND;
}

void package_end(struct package *package)
{
    unzCloseCurrentFile(package->zip); /* an error where the end was read: it is closed then */
    package->open = NULL;
}

const char *package_library(void)
{
    return zlibVersion();
}
