/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of a workbook: `<si>` in its list of shared strings and `<is>` in a cell, plain or in
 * runs of different looks; and any other text of a cell, gathered in pieces.
 */
#ifndef PEJLING_INPUT_XLSX_TEXT_H
#define PEJLING_INPUT_XLSX_TEXT_H

#include "pejling/input/xml_part.h"

#define XLSX_TEXT_CHARACTERS 32767                         /* of a cell: Excel's own limit */
#define XLSX_TEXT_BYTES ((size_t)7 * XLSX_TEXT_CHARACTERS) /* as written: `_x000D_` for one */
#define XLSX_STRINGS 2000000

/* Start from `{ .arena = arena }`, where the text grows; the arena of one part's scratch work. */
struct xlsx_text {
    struct arena *arena;
    char *bytes;
    size_t length, room;
    bool in_run, taking; /* within `<r>`, within `<t>` */
};

/* xlsx_text_begin(text): empties it, and waits for a `<t>`. */
void xlsx_text_begin(struct xlsx_text *text);

/*
 * xlsx_text_open(text, level, name), xlsx_text_close(text, level): an element within `<si>` or
 * `<is>` begins or ends, whose own children are level 1. Of `<t>` and `<r><t>` the text is taken;
 * of phonetic signs (`<rPh>`) it is not.
 */
void xlsx_text_open(struct xlsx_text *text, unsigned level, const char *name);
void xlsx_text_close(struct xlsx_text *text, unsigned level);

/* xlsx_text_take(text, bytes, length): appends while `taking`; PACKAGE_DAMAGED beyond the limit. */
enum package_fault xlsx_text_take(struct xlsx_text *text, const char *bytes, size_t length);

/*
 * xlsx_text_clean(arena, text, clean): the text as a cell has it, in `arena`: `_x000D_` and its
 * like decoded; blanks and no-break blanks at the ends gone; a line break or another control
 * character, with the blanks around it, one blank. PACKAGE_DAMAGED where it is too long.
 */
enum package_fault xlsx_text_clean(struct arena *arena, const struct xlsx_text *text,
                                   const char **clean);

struct xlsx_strings {
    const char *const *texts;
    size_t count;
};

/* xlsx_strings_read(package, part, arena, strings): the shared strings, cleaned, in `arena`. */
enum package_fault xlsx_strings_read(struct package *package, const char *part, struct arena *arena,
                                     struct xlsx_strings *strings);

#endif
