/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The XML of one part of a package, element by element, while it is unzipped. expat takes it apart.
 * Names are handed on without their prefix, so that `<x:row>` and `<row>` are the same. Refused as
 * damaged, besides XML that is not well-formed: any DOCTYPE (and so any entity of the file's own),
 * an encoding other than UTF-8 and UTF-16, more than XML_PART_DEPTH elements in each other, more than
 * XML_PART_NAMES different names of elements and attributes, and a tag, comment or other piece of
 * more than XML_PART_PIECE bytes.
 */
#ifndef PEJLING_INPUT_XML_PART_H
#define PEJLING_INPUT_XML_PART_H

#include "pejling/input/package.h"

#define XML_PART_DEPTH 64
#define XML_PART_NAMES 2000
#define XML_PART_PIECE ((size_t)256 * 1024) /* about: pieces of expat's buffer are counted */

/*
 * What to do on each event; the root element has depth 1. `attributes` are names and values in
 * turn, then NULL; see xml_attribute. Texts come in pieces of any size, and like everything else
 * are valid during the call only. Anything but PACKAGE_SOUND ends the reading.
 */
struct xml_handlers {
    enum package_fault (*start)(void *context, unsigned depth, const char *name,
                                const char *const *attributes);
    enum package_fault (*end)(void *context, unsigned depth);                   /* or NULL */
    enum package_fault (*text)(void *context, const char *text, size_t length); /* or NULL */
};

/* xml_part_read(package, name, handlers, context): reads the part; the first fault met. */
enum package_fault xml_part_read(struct package *package, const char *name,
                                 const struct xml_handlers *handlers, void *context);

/* xml_attribute(attributes, name): the value of the attribute without prefix, or NULL. */
const char *xml_attribute(const char *const *attributes, const char *name);

/* xml_prefixed(attributes, name): the value of the attribute with whatever prefix, or NULL. */
const char *xml_prefixed(const char *const *attributes, const char *name);

/* xml_number(text, most, number): a whole number in digits alone, at most `most` (below 1e9). */
bool xml_number(const char *text, unsigned most, unsigned *number);

/* xml_true(text): whether an attribute's truth value is there and true. */
bool xml_true(const char *text);

#endif
