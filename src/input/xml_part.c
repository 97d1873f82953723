/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xml_part.h"

#include <expat.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#define CHUNK ((size_t)64 * 1024)
#define NAME_SLOTS 65536u

struct reading {
    XML_Parser parser;
    const struct xml_handlers *handlers;
    void *context;
    enum package_fault fault;
    unsigned depth;
    bool moved; /* expat handed something on since the last chunk */
    unsigned names;
    unsigned char seen[NAME_SLOTS / 8]; /* by the hash of a name, a bit */
};

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

/* FNV-1a; names that share a slot count as one, which does no harm. */
static void count_name(struct reading *reading, const char *name)
{
    uint32_t hash = 2166136261u;
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    uint32_t slot = (hash ^ hash >> 16) % NAME_SLOTS;
    unsigned bit = 1u << slot % 8;
    reading->names += !(reading->seen[slot / 8] & bit);
    reading->seen[slot / 8] = (unsigned char)(reading->seen[slot / 8] | bit);
}

/*
 * expat keeps every name it has met. A file has some hundred; one that makes up a new name for each
 * element would take a gigabyte and many seconds.
 */
static bool too_many_names(struct reading *reading, const char *name, const char *const *attributes)
{
    count_name(reading, name);
    for (; attributes[0]; attributes += 2)
        count_name(reading, attributes[0]);
    return reading->names > XML_PART_NAMES;
}

static void take(struct reading *reading, enum package_fault fault)
{
    if (!fault)
        return;
    reading->fault = fault;
    XML_StopParser(reading->parser, XML_FALSE);
}

/* expat calls for the end of an element whose start was refused, "and possibly others" (manual). */
static void on_start(void *context, const XML_Char *name, const XML_Char **given)
{
    struct reading *reading = context;
    const char *const *attributes = (const char *const *)given;
    reading->moved = true;
    if (reading->fault) /* GCOVR_EXCL_BR_LINE: it has not been seen to */
        return;
    if (++reading->depth > XML_PART_DEPTH || too_many_names(reading, name, attributes))
        take(reading, PACKAGE_DAMAGED);
    else
        take(reading, reading->handlers->start(reading->context, reading->depth, local_name(name),
                                               attributes));
}

static void on_end(void *context, const XML_Char *name)
{
    struct reading *reading = context;
    (void)name;
    reading->moved = true;
    if (reading->fault)
        return;
    if (reading->handlers->end)
        take(reading, reading->handlers->end(reading->context, reading->depth));
    reading->depth--;
}

static void on_text(void *context, const XML_Char *text, int length)
{
    struct reading *reading = context;
    reading->moved = true;
    if (!reading->fault && reading->handlers->text) /* GCOVR_EXCL_BR_LINE: as in on_start */
        take(reading, reading->handlers->text(reading->context, text, (size_t)length));
}

/* Comments and the like: nobody reads them, but they are a step forward. */
static void on_other(void *context, const XML_Char *text, int length)
{
    (void)text;
    (void)length;
    ((struct reading *)context)->moved = true;
}

static void on_declaration(void *context, const XML_Char *version, const XML_Char *encoding,
                           int standalone)
{
    struct reading *reading = context;
    (void)version;
    (void)standalone;
    reading->moved = true;
    if (encoding && strcasecmp(encoding, "UTF-8") != 0 && strcasecmp(encoding, "UTF-16") != 0)
        take(reading, PACKAGE_DAMAGED);
}

static void on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    take(context, PACKAGE_DAMAGED);
}

static enum package_fault feed_chunk(struct reading *reading, struct package *package, size_t *got)
{
    void *buffer = XML_GetBuffer(reading->parser, (int)CHUNK);
    *got = 0;
    if (!buffer) /* GCOVR_EXCL_BR_LINE: out of memory */
        return PACKAGE_TOO_LARGE;
    enum package_fault fault = package_read(package, buffer, CHUNK, got);
    if (fault)
        return fault;
    if (XML_ParseBuffer(reading->parser, (int)*got, *got == 0) == XML_STATUS_ERROR)
        return reading->fault ? reading->fault : PACKAGE_DAMAGED;
    return PACKAGE_SOUND;
}

/*
 * expat looks at an unfinished piece again from its start with each chunk, which a piece without
 * end makes very slow; so a piece may be a few chunks at most.
 */
static enum package_fault feed(struct reading *reading, struct package *package)
{
    enum package_fault fault = PACKAGE_SOUND;
    size_t got = 1, piece = 0;
    while (!fault && got) {
        reading->moved = false;
        fault = feed_chunk(reading, package, &got);
        piece = reading->moved ? 0 : piece + got;
        if (!fault && piece > XML_PART_PIECE)
            fault = PACKAGE_DAMAGED;
    }
    return fault;
}

enum package_fault xml_part_read(struct package *package, const char *name,
                                 const struct xml_handlers *handlers, void *context)
{
    enum package_fault fault = package_begin(package, name);
    if (fault)
        return fault;
    struct reading reading = {.handlers = handlers, .context = context};
    reading.parser = XML_ParserCreate(NULL);
    if (reading.parser) { /* GCOVR_EXCL_BR_LINE: else out of memory */
        XML_SetUserData(reading.parser, &reading);
        XML_SetElementHandler(reading.parser, on_start, on_end);
        XML_SetCharacterDataHandler(reading.parser, on_text);
        XML_SetDefaultHandler(reading.parser, on_other);
        XML_SetXmlDeclHandler(reading.parser, on_declaration);
        XML_SetStartDoctypeDeclHandler(reading.parser, on_doctype);
        fault = feed(&reading, package);
        XML_ParserFree(reading.parser);
    } else {
        fault = PACKAGE_TOO_LARGE;
    }
    package_end(package);
    return fault;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

const char *xml_prefixed(const char *const *attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strchr(attributes[0], ':') && strcmp(local_name(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

bool xml_number(const char *text, unsigned most, unsigned *number)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 9 || text[digits])
        return false;
    *number = 0;
    for (; *text; text++)
        *number = *number * 10 + (unsigned)(*text - '0');
    return *number <= most;
}

bool xml_true(const char *text)
{
    return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}
