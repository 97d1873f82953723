/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a text file as UTF-8, whichever of the usual encodings a Danish office saved. */
#ifndef PEJLING_INPUT_ENCODING_H
#define PEJLING_INPUT_ENCODING_H

#include <stdbool.h>

#include "pejling/base/file.h"

/*
 * encoding_to_utf8(diagnostics, file, bytes, length): the bytes read from `file` as UTF-8 text,
 * NUL-terminated, in the arena of `diagnostics`; `*length` becomes its length. UTF-8 with or without
 * mark, UTF-16 with mark, else Windows-1252. NULL, and a problem of the file's kind with its line,
 * for the first NUL byte of other text, for the first byte that Windows-1252 does not have, for
 * text of DOS or an old Mac (told from their æ, ø and å within words), and for the lines with a
 * character that an earlier conversion destroyed (U+FFFD) or a letter that was converted twice
 * (`Ã¦`): nothing is mended by guess.
 */
const char *encoding_to_utf8(struct diagnostics *diagnostics, const struct input_file *file,
                             const char *bytes, size_t *length);

/*
 * encoding_is_plain(text, length): whether the bytes are UTF-8 as they stand, and encoding_to_utf8
 * would report nothing of them. Of a text that goes on behind them, with a NUL at its end or at
 * least 8 bytes further on, they must be whole characters.
 */
bool encoding_is_plain(const char *text, size_t length);

/*
 * encoding_damaged_letter(text): the letter that an earlier conversion damaged at the beginning of
 * `text`; NULL for none.
 */
const char *encoding_damaged_letter(const char *text);

/*
 * encoding_report_letter(diagnostics, file, at, letter): the problem of the file's kind for it.
 */
void encoding_report_letter(struct diagnostics *diagnostics, const struct input_file *file,
                            struct location at, const char *letter);

#endif
