/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_CODE_LENGTH 40

/* Well-formed sequences by first byte: Unicode 15, table 3-7. */
static size_t sequence_length(unsigned char first, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF) {
        *low = first == 0xE0 ? 0xA0 : 0x80;
        *high = first == 0xED ? 0x9F : 0xBF;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        *low = first == 0xF0 ? 0x90 : 0x80;
        *high = first == 0xF4 ? 0x8F : 0xBF;
        return 4;
    }
    return 0;
}

size_t text_next(const char *text, size_t length, unsigned *code)
{
    static const unsigned char payload[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *bytes = (const unsigned char *)text;
    unsigned char low, high;
    if (length == 0)
        return 0;
    size_t size = sequence_length(bytes[0], &low, &high);
    if (size == 0 || size > length)
        return 0;
    unsigned value = bytes[0] & payload[size];
    for (size_t i = 1; i < size; i++) {
        if (bytes[i] < low || bytes[i] > high)
            return 0;
        value = value << 6 | (bytes[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *code = value;
    return size;
}

/* How many of the bytes from the first on are ASCII, eight at a time. */
static size_t ascii_length(const char *text, size_t length)
{
    uint64_t eight;
    size_t at = 0;
    for (; at + sizeof eight <= length; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    return at;
}

size_t text_utf8_length(const char *text, size_t length)
{
    size_t at = 0;
    unsigned code;
    while ((at += ascii_length(text + at, length - at)) < length) {
        size_t size = text_next(text + at, length - at, &code);
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

unsigned text_characters(const char *text, size_t length)
{
    unsigned count = 0, code;
    for (size_t at = 0; at < length; count++) {
        size_t size = text_next(text + at, length - at, &code);
        at += size ? size : 1;
    }
    return count;
}

/* The folded form of one character; NULL where it stands as it is. */
static const char *folded(unsigned code)
{
    switch (code) {
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0xD8:
    case 0xF8:
        return "oe";
    case 0xC5:
    case 0xE5:
        return "aa";
    case 0xC9:
    case 0xE9:
        return "e";
    default:
        return NULL;
    }
}

static bool is_blank(unsigned code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 ||
           code == 0x2009 || code == 0x202F;
}

char *text_fold(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    char *out = arena_alloc(arena, length + 1, 1);
    size_t used = 0;
    bool blank = false;
    for (size_t at = 0; at < length;) {
        unsigned code = 0; /* of a byte that is not UTF-8, which stands as it is */
        size_t size = text_next(text + at, length - at, &code);
        if (size == 0)
            size = 1;
        if (is_blank(code)) {
            blank = used > 0;
        } else {
            if (blank)
                out[used++] = ' ';
            blank = false;
            const char *form = folded(code);
            char lower = (char)(code - 'A' + 'a');
            const char *source = form ? form : code >= 'A' && code <= 'Z' ? &lower : text + at;
            size_t bytes = form ? strlen(form) : size;
            memcpy(out + used, source, bytes);
            used += bytes;
        }
        at += size;
    }
    out[used] = '\0';
    return out;
}

char *text_slug(struct arena *arena, const char *text)
{
    char *slug = text_fold(arena, text);
    size_t used = 0;
    for (const char *c = slug; *c; c++) {
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (plain)
            slug[used++] = *c;
        else if (used && slug[used - 1] != '_')
            slug[used++] = '_';
    }
    if (used && slug[used - 1] == '_')
        used--;
    slug[used] = '\0';
    return slug;
}

int text_month(const char *text, size_t length)
{
    static const char *const names[] = {"jan", "feb", "mar", "apr", "maj", "jun", "jul",
                                        "aug", "sep", "okt", "nov", "dec", "may", "oct"};
    static const int months[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5, 10};
    if (length != 3)
        return 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncasecmp(text, names[i], 3) == 0)
            return months[i];
    return 0;
}

/* What a spreadsheet rewrites: `mar21`, `maj`, `januar`, `sand`. */
static bool spreadsheet_rewrites(const char *text)
{
    static const char *const words[] = {
        "januar",    "februar", "marts",    "april",    "juni",    "juli",     "august",
        "september", "oktober", "november", "december", "january", "february", "march",
        "june",      "july",    "october",  "sand",     "falsk",   "true",     "false"};
    size_t letters = strcspn(text, "0123456789");
    bool digits_only_follow = strspn(text + letters, "0123456789") == strlen(text + letters);
    if (!digits_only_follow)
        return false;
    if (letters == 3 && text_month(text, 3))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == letters && strncmp(text, words[i], letters) == 0)
            return true;
    return false;
}

bool text_is_code(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > MAX_CODE_LENGTH || text[0] < 'a' || text[0] > 'z')
        return false;
    if (strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") != length)
        return false;
    return !spreadsheet_rewrites(text);
}

bool text_steers(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           code == 0x200E || code == 0x200F || code == 0x061C ||
           (code >= 0x2066 && code <= 0x2069) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF);
}

bool text_is_formula(const char *text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0"}; /* full-width = + - @ */
    const char *start = text + strspn(text, " ");
    if (*start && strchr("=+-@\t\r\n", *start))
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(start, wide[i], 3) == 0)
            return true;
    return false;
}

bool text_needs_guard(const char *text, size_t at)
{
    bool first = at == 0;
    if (!first && !strchr(",;\t\r\n", text[at - 1]))
        return false;
    const char *start = text + at + strspn(text + at, "'");
    /* What a line end or TAB begins is looked at behind that. */
    if (!first && strchr("\t\r\n", start[strspn(start, " ")]))
        return false;
    return text_is_formula(start);
}

const char *text_unguarded(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1, 1);
    size_t used = 0;
    for (size_t at = 0; text[at]; at++)
        if (text[at] != '\'' || !text_needs_guard(text, at))
            out[used++] = text[at];
    out[used] = '\0';
    return out;
}

const char *text_capitalised(struct arena *arena, const char *text)
{
    unsigned code;
    size_t size = text_next(text, strlen(text), &code);
    if (size == 0)
        return text;
    bool latin = code >= 0xE0 && code <= 0xFE && code != 0xF7; /* à to þ, without ÷ */
    if (!latin && !(code >= 'a' && code <= 'z'))
        return text;
    /* Both cases of a letter differ by 0x20, in the last byte of either. */
    char *copy = arena_copy(arena, text);
    copy[size - 1] = (char)(copy[size - 1] - 0x20);
    return copy;
}

static int compare_texts(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

void text_sort(const char **texts, size_t count)
{
    if (count) /* qsort takes no NULL */
        qsort(texts, count, sizeof *texts, compare_texts);
}
