/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text from the input as a terminal, a page or a figure can show it: well-formed UTF-8 that steers
 * nothing, and of which no reader of scripts or of XML takes a part for something else.
 */
#ifndef PEJLING_BASE_PRINTABLE_H
#define PEJLING_BASE_PRINTABLE_H

#include <stddef.h>

#include "pejling/base/arena.h"

/*
 * printable_next(text, code): decodes the first character of a text that is not empty into `*code`
 * and returns how many bytes it takes. A byte that is not UTF-8 stands for a question mark.
 */
size_t printable_next(const char *text, unsigned *code);

/*
 * printable_text(arena, text, special, replacements): the text with what steers (text_steers)
 * as blanks and bytes that are not UTF-8 as question marks. Each of the ASCII characters `special`
 * becomes the text at its place in `replacements`.
 */
char *printable_text(struct arena *arena, const char *text, const char *special,
                     const char *const *replacements);

#endif
