/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/encoding.h"

#include <iconv.h>
#include <stdbool.h>
#include <string.h>

#include "pejling/base/text.h"

/* Whether a line ends with this byte: LF, CR LF or CR; a NUL stands behind the last. */
static bool ends_line(const char *byte)
{
    return byte[0] == '\n' || (byte[0] == '\r' && byte[1] != '\n');
}

static unsigned line_of(const char *bytes, size_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset; i++)
        line += ends_line(bytes + i);
    return line;
}

static void report_nul(struct diagnostics *diagnostics, const struct input_file *file,
                       const char *bytes, size_t offset)
{
    struct location at = {file->name, line_of(bytes, offset), 0};
    bool wide = memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0;
    if (wide)
        diagnostics_report(diagnostics, file->problem, (struct location){.file = file->name},
                           "filen er gemt som Unicode (UTF-16) · gem den som »CSV UTF-8«",
                           "the file is saved as Unicode (UTF-16) · save it as »CSV UTF-8«");
    else
        diagnostics_report(diagnostics, file->problem, at,
                           "filen er ikke ren tekst · gem den som »CSV UTF-8«",
                           "the file is not plain text · save it as »CSV UTF-8«");
}

/* Windows-1252 to UTF-8; NULL where a byte has no meaning there, with its offset. */
static char *from_windows(struct arena *arena, const char *bytes, size_t *length, size_t *offset)
{
    size_t room = *length * 3 + 1;
    char *out = arena_alloc(arena, room, 1);
    char *from = (char *)bytes; /* iconv takes its input unqualified but does not write to it */
    char *to = out;
    size_t left = *length;
    *offset = 0;
    iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
    if (converter == (iconv_t)-1)
        return NULL;
    bool whole = iconv(converter, &from, &left, &to, &room) != (size_t)-1 && left == 0;
    iconv_close(converter);
    *offset = (size_t)(from - bytes);
    *length = (size_t)(to - out);
    return whole ? out : NULL;
}

/* The damaged letter that the text begins with, or NULL. */
static const char *damaged_letter(const char *text)
{
    static const char *const twice[] = {"Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…", "\xEF\xBF\xBD"};
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
        if (strncmp(text, twice[i], strlen(twice[i])) == 0)
            return twice[i];
    return NULL;
}

/* Letters that were taken apart by an earlier conversion, one problem a line. */
static bool report_damage(struct diagnostics *diagnostics, const struct input_file *file,
                          const char *text)
{
    const char *start = text;
    unsigned line = 1, reported = 0;
    for (const char *c = text; *c; c++) {
        if (ends_line(c)) {
            line++;
            start = c + 1;
        }
        const char *letter = reported < line ? damaged_letter(c) : NULL;
        if (!letter)
            continue;
        struct location at = {file->name, line, 1 + text_characters(start, (size_t)(c - start))};
        diagnostics_report(diagnostics, file->problem, at,
                           "bogstaver er ødelagt af en tidligere konvertering (»%s«) · hent "
                           "filen igen fra kilden, eller ret ordet",
                           "letters were damaged by an earlier conversion (»%s«) · fetch the "
                           "file again from its source, or mend the word",
                           letter);
        reported = line;
    }
    return reported == 0;
}

const char *encoding_to_utf8(struct diagnostics *diagnostics, const struct input_file *file,
                             const char *bytes, size_t *length)
{
    const char *nul = memchr(bytes, '\0', *length);
    if (nul) {
        report_nul(diagnostics, file, bytes, (size_t)(nul - bytes));
        return NULL;
    }
    if (*length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        *length -= 3;
    }
    const char *text = bytes;
    size_t offset = 0;
    if (text_utf8_length(bytes, *length) < *length)
        text = from_windows(diagnostics->arena, bytes, length, &offset);
    if (!text) {
        struct location at = {file->name, line_of(bytes, offset), 0};
        diagnostics_report(diagnostics, file->problem, at,
                           "et tegn findes hverken i UTF-8 eller Windows-1252 · gem filen som »CSV "
                           "UTF-8«",
                           "a character is neither UTF-8 nor Windows-1252 · save the file as »CSV "
                           "UTF-8«");
        return NULL;
    }
    return report_damage(diagnostics, file, text) ? text : NULL;
}
