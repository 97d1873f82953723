/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/encoding.h"

#include <iconv.h>
#include <stdbool.h>
#include <string.h>

#include "pejling/base/text.h"

#define DAMAGE_FIRST '\xC3' /* what damaged letters begin with */
#define DAMAGE_OTHER '\xEF'
#define DAMAGED_LINES 10 /* that are named one by one */

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
    diagnostics_report(diagnostics, file->problem, at,
                       "filen er ikke ren tekst · gem den som »CSV UTF-8«",
                       "the file is not plain text · save it as »CSV UTF-8«");
}

/* From another encoding to UTF-8; NULL where a byte has no meaning there, with its offset. */
static char *convert(struct arena *arena, const char *encoding, const char *bytes, size_t *length,
                     size_t *offset)
{
    size_t room = *length * 3 + 1;
    char *out = arena_alloc(arena, room, 1);
    char *from = (char *)bytes; /* iconv takes its input unqualified but does not write to it */
    char *to = out;
    size_t left = *length;
    *offset = 0;
    iconv_t converter = iconv_open("UTF-8", encoding);
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): as POSIX has it */
    if (converter == (iconv_t)-1) /* GCOVR_EXCL_BR_LINE: a system without its encodings */
        return NULL;
    bool whole = iconv(converter, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(converter);
    *offset = (size_t)(from - bytes);
    *length = (size_t)(to - out);
    return whole ? out : NULL;
}

/* Excel's »Unicode-tekst«; its mark says which half of each pair comes first. */
static const char *from_utf16(struct diagnostics *diagnostics, const struct input_file *file,
                              const char *bytes, size_t *length)
{
    size_t offset;
    const char *encoding = bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
    *length -= 2;
    const char *text = convert(diagnostics->arena, encoding, bytes + 2, length, &offset);
    if (text && !memchr(text, '\0', *length))
        return text;
    diagnostics_report(diagnostics, file->problem, (struct location){.file = file->name},
                       "filen er Unicode-tekst (UTF-16), men en del af den er beskadiget · gem den "
                       "som »CSV UTF-8«",
                       "the file is Unicode text (UTF-16), but a part of it is damaged · save it "
                       "as »CSV UTF-8«");
    return NULL;
}

/*
 * Encodings that read as Windows-1252 without complaint, with the letters wrong: what æ, ø and å
 * are there. In Windows-1252 those bytes are signs such as › † ¿ ¾, which never stand in a word.
 */
static const struct {
    const char *name, *iconv_name, *letters;
} old_encodings[] = {
    {"DOS (CP850)", "CP850", "\x91\x9B\x86"},
    {"Mac (MacRoman)", "MACINTOSH", "\xBE\xBF\x8C"},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The first letter of an old encoding in the middle of a word, or NULL. */
static const char *old_letter(const char *bytes, size_t length, const char *letters)
{
    for (size_t i = 1; i + 1 < length; i++)
        if (strchr(letters, bytes[i]) && is_letter(bytes[i - 1]) && is_letter(bytes[i + 1]))
            return bytes + i;
    return NULL;
}

static bool is_in_word(char c)
{
    return is_letter(c) || (unsigned char)c >= 0x80;
}

/* The word around a byte, read in the given encoding. */
static const char *word_around(struct arena *arena, const char *encoding, const char *bytes,
                               size_t length, const char *byte)
{
    const char *start = byte, *end = byte + 1;
    while (start > bytes && is_in_word(start[-1]))
        start--;
    while (end < bytes + length && is_in_word(*end))
        end++;
    size_t size = (size_t)(end - start), offset;
    const char *word = convert(arena, encoding, start, &size, &offset);
    return word ? word : ""; /* GCOVR_EXCL_BR_LINE: every byte has a meaning there */
}

/*
 * False, and a problem, for text of DOS or an old Mac: 8-bit text without a letter of Windows'. It
 * has no NUL.
 */
static bool is_windows(struct diagnostics *diagnostics, const struct input_file *file,
                       const char *bytes, size_t length)
{
    static const char windows_letters[] = "\xE6\xF8\xE5\xC6\xD8\xC5";
    for (size_t i = 0; i < length; i++)
        if (strchr(windows_letters, bytes[i]))
            return true;
    for (size_t i = 0; i < sizeof old_encodings / sizeof *old_encodings; i++) {
        const char *letter = old_letter(bytes, length, old_encodings[i].letters);
        if (!letter)
            continue;
        struct location at = {file->name, line_of(bytes, (size_t)(letter - bytes)), 0};
        diagnostics_report(
            diagnostics, file->problem, at,
            "filen er gemt i et gammelt tegnsæt, %s: her står »%s« · åbn den, hvor "
            "den kom fra, og gem den som »CSV UTF-8«",
            "the file is saved in an old encoding, %s: this reads »%s« · open it "
            "where it came from and save it as »CSV UTF-8«",
            old_encodings[i].name,
            word_around(diagnostics->arena, old_encodings[i].iconv_name, bytes, length, letter));
        return false;
    }
    return true;
}

/*
 * Whether more of the characters beyond ASCII are well-formed UTF-8 than not: a byte or two were
 * damaged then. Text of Windows-1252 has next to none that are by chance.
 */
static bool is_mostly_utf8(const char *bytes, size_t length)
{
    size_t whole = 0, broken = 0, size;
    unsigned code;
    for (size_t i = 0; i < length; i += size) {
        size = text_next(bytes + i, length - i, &code);
        whole += size > 1;
        broken += size == 0;
        size = size ? size : 1;
    }
    return whole > broken;
}

static void report_bad_byte(struct diagnostics *diagnostics, const struct input_file *file,
                            const char *bytes, size_t offset)
{
    size_t start = offset;
    while (start > 0 && !ends_line(bytes + start - 1))
        start--;
    struct location at = {file->name, line_of(bytes, offset),
                          1 + text_characters(bytes + start, offset - start)};
    diagnostics_report(diagnostics, file->problem, at,
                       "filen er UTF-8, men her er en byte beskadiget · skriv tegnet igen, og gem "
                       "filen som »CSV UTF-8«",
                       "the file is UTF-8, but a byte is damaged here · write the character again, "
                       "and save the file as »CSV UTF-8«");
}

static const char *from_windows(struct diagnostics *diagnostics, const struct input_file *file,
                                const char *bytes, size_t *length)
{
    size_t offset;
    if (!is_windows(diagnostics, file, bytes, *length))
        return NULL;
    const char *text = convert(diagnostics->arena, "WINDOWS-1252", bytes, length, &offset);
    if (text)
        return text;
    struct location at = {file->name, line_of(bytes, offset), 0};
    diagnostics_report(diagnostics, file->problem, at,
                       "et tegn findes hverken i UTF-8 eller Windows-1252 · gem filen som »CSV "
                       "UTF-8«",
                       "a character is neither UTF-8 nor Windows-1252 · save the file as »CSV "
                       "UTF-8«");
    return NULL;
}

const char *encoding_damaged_letter(const char *text)
{
    static const char *const twice[] = {"Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…", "\xEF\xBF\xBD"};
    if (*text != DAMAGE_FIRST && *text != DAMAGE_OTHER) /* as nearly all */
        return NULL;
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
        if (strncmp(text, twice[i], strlen(twice[i])) == 0)
            return twice[i];
    return NULL;
}

void encoding_report_letter(struct diagnostics *diagnostics, const struct input_file *file,
                            struct location at, const char *letter)
{
    diagnostics_report(diagnostics, file->problem, at,
                       "bogstaver er ødelagt af en tidligere konvertering (»%s«) · hent "
                       "filen igen fra kilden, eller ret ordet",
                       "letters were damaged by an earlier conversion (»%s«) · fetch the "
                       "file again from its source, or mend the word",
                       letter);
}

static bool has_damage_of(const char *text, size_t length, char first)
{
    const char *end = text + length;
    for (; (text = memchr(text, (unsigned char)first, (size_t)(end - text))); text++)
        if (encoding_damaged_letter(text))
            return true;
    return false;
}

static bool is_damaged(const char *text, size_t length)
{
    return has_damage_of(text, length, DAMAGE_FIRST) || has_damage_of(text, length, DAMAGE_OTHER);
}

bool encoding_is_plain(const char *text, size_t length)
{
    return !memchr(text, '\0', length) && text_utf8_length(text, length) == length &&
           !is_damaged(text, length);
}

/*
 * Letters that were taken apart by an earlier conversion, one problem a line; of a file that is
 * damaged all through, the first lines tell enough.
 */
static bool report_damage(struct diagnostics *diagnostics, const struct input_file *file,
                          const char *text, size_t length)
{
    const char *start = text;
    if (!is_damaged(text, length))
        return true;
    unsigned line = 1, reported = 0, lines = 0;
    for (const char *c = text; *c; c++) {
        if (ends_line(c)) {
            line++;
            start = c + 1;
        }
        const char *letter = reported < line ? encoding_damaged_letter(c) : NULL;
        if (!letter)
            continue;
        reported = line;
        if (++lines <= DAMAGED_LINES)
            encoding_report_letter(
                diagnostics, file,
                (struct location){file->name, line,
                                  1 + text_characters(start, (size_t)(c - start))},
                letter);
    }
    if (lines > DAMAGED_LINES)
        diagnostics_report(diagnostics, file->problem, (struct location){.file = file->name},
                           "bogstaver er ødelagt i %u linjer til · hent filen igen fra kilden",
                           "letters are damaged in %u further lines · fetch the file again from "
                           "its source",
                           lines - DAMAGED_LINES);
    return lines == 0;
}

const char *encoding_to_utf8(struct diagnostics *diagnostics, const struct input_file *file,
                             const char *bytes, size_t *length)
{
    const char *text = bytes;
    if (*length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        text = from_utf16(diagnostics, file, bytes, length);
        return text && report_damage(diagnostics, file, text, *length) ? text : NULL;
    }
    if (*length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        text += 3; /* also where what follows is not UTF-8 */
        *length -= 3;
    }
    if (encoding_is_plain(text, *length)) /* as nearly always, and quickly told */
        return text;
    const char *nul = memchr(text, '\0', *length);
    if (nul) {
        report_nul(diagnostics, file, text, (size_t)(nul - text));
        return NULL;
    }
    size_t sound = text_utf8_length(text, *length);
    if (sound < *length && is_mostly_utf8(text, *length)) {
        report_bad_byte(diagnostics, file, text, sound);
        return NULL;
    }
    if (sound < *length)
        text = from_windows(diagnostics, file, text, length);
    return text && report_damage(diagnostics, file, text, *length) ? text : NULL;
}
