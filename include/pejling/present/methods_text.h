/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the numbers of an edition were made, as text to cite: numbered paragraphs, each with its
 * references, and the reference list; on the page for the evaluation, and as plain text to paste
 * anywhere (metode.txt). Only what this edition uses is told of.
 */
#ifndef PEJLING_PRESENT_METHODS_TEXT_H
#define PEJLING_PRESENT_METHODS_TEXT_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/references.h"

#define METHODS_FILE "metode.txt"

struct methods_paragraph {
    const char *title, *text;
    const char *cited; /* `Newcombe 1998; Wilson 1927`; "" for none */
};

struct methods_text {
    const struct methods_paragraph *paragraphs;
    size_t count;
    struct reference_set references; /* all that are cited, or that a finding rests on */
};

/* methods_text(arena, language, findings): in the order in which they are to be read. */
struct methods_text methods_text(struct arena *arena, enum language language,
                                 const struct findings *findings);

/*
 * methods_citation(arena, language, findings): how to cite the edition: its title, what it is, which
 * edition with its marks, and the program with its version.
 */
const char *methods_citation(struct arena *arena, enum language language,
                             const struct findings *findings);

/* methods_text_write(place, findings): metode.txt, UTF-8 with LF, one line a paragraph. */
bool methods_text_write(const struct place *place, const struct findings *findings);

#endif
