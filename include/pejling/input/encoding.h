/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a text file as UTF-8, whichever of the usual encodings a Danish office saved. */
#ifndef PEJLING_INPUT_ENCODING_H
#define PEJLING_INPUT_ENCODING_H

#include "pejling/base/file.h"

/*
 * encoding_to_utf8(diagnostics, file, bytes, length): the bytes read from `file` as UTF-8 text,
 * NUL-terminated, in the arena of `diagnostics`; `*length` becomes its length. A UTF-8 mark at the
 * start is dropped; text that is not UTF-8 is read as Windows-1252. NULL, and a problem of the
 * file's kind with its line, for the first NUL byte (UTF-16 among them), for the first byte that
 * Windows-1252 does not have, or for each line with a character that an earlier conversion
 * destroyed (U+FFFD) or a letter that was converted twice (`Ã¦`).
 */
const char *encoding_to_utf8(struct diagnostics *diagnostics, const struct input_file *file,
                             const char *bytes, size_t *length);

#endif
