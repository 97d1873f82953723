/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_text.h"

#include <string.h>

#include "pejling/base/text.h"

#define NO_BREAK_BLANK 0xA0u
#define ESCAPE_SIZE 7 /* of `_x000D_` */

void xlsx_text_begin(struct xlsx_text *text)
{
    text->length = 0;
    text->in_run = false;
    text->taking = false;
}

void xlsx_text_open(struct xlsx_text *text, unsigned level, const char *name)
{
    if (level == 1)
        text->in_run = strcmp(name, "r") == 0;
    if (level == 1 || (level == 2 && text->in_run))
        text->taking = strcmp(name, "t") == 0;
}

void xlsx_text_close(struct xlsx_text *text, unsigned level)
{
    if (level == 1)
        text->in_run = false;
    if (level <= 2)
        text->taking = false;
}

enum package_fault xlsx_text_take(struct xlsx_text *text, const char *bytes, size_t length)
{
    if (!text->taking || !length)
        return PACKAGE_SOUND;
    if (length > XLSX_TEXT_BYTES - text->length)
        return PACKAGE_DAMAGED;
    if (text->length + length > text->room) {
        size_t room = 2 * (text->length + length);
        char *larger = arena_alloc(text->arena, room, 1);
        if (text->length)
            memcpy(larger, text->bytes, text->length);
        text->bytes = larger;
        text->room = room;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return PACKAGE_SOUND;
}

/* --- cleaning ----------------------------------------------------------------------------------*/
static unsigned hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = memchr(digits, c, sizeof digits - 1);
    return found ? (unsigned)(found - digits) % 16 : 16;
}

/* The character that the text begins with, an escaped one decoded, and its size as written. */
static size_t next_character(const char *text, size_t length, unsigned *code)
{
    if (length >= ESCAPE_SIZE && text[0] == '_' && text[1] == 'x' && text[6] == '_') {
        unsigned value = 0, worst = 0;
        for (size_t i = 2; i < 6; i++) {
            unsigned digit = hex_digit(text[i]);
            worst = digit > worst ? digit : worst;
            value = value * 16 + digit;
        }
        bool surrogate = value >= 0xD800 && value <= 0xDFFF; /* half a character is none */
        *code = value;
        if (worst < 16 && !surrogate)
            return ESCAPE_SIZE;
    }
    return text_next(text, length, code);
}

/* Up to U+FFFF, of which an escape is the only source here. */
static size_t encode(char *to, unsigned code)
{
    size_t size = 0;
    if (code < 0x80) {
        to[size++] = (char)code;
    } else if (code < 0x800) {
        to[size++] = (char)(0xC0 | code >> 6);
        to[size++] = (char)(0x80 | (code & 0x3F));
    } else {
        to[size++] = (char)(0xE0 | code >> 12);
        to[size++] = (char)(0x80 | (code >> 6 & 0x3F));
        to[size++] = (char)(0x80 | (code & 0x3F));
    }
    return size;
}

static size_t without_end_blanks(const char *text, size_t length)
{
    for (;;) {
        if (length >= 1 && text[length - 1] == ' ')
            length -= 1;
        else if (length >= 2 && memcmp(text + length - 2, "\xC2\xA0", 2) == 0)
            length -= 2;
        else
            return length;
    }
}

enum package_fault xlsx_text_clean(struct arena *arena, const struct xlsx_text *text,
                                   const char **clean)
{
    *clean = "";
    if (!text->length)
        return PACKAGE_SOUND;
    char *out = arena_alloc(arena, text->length + 1, 1);
    size_t used = 0;
    bool broken = true; /* what steers, or the beginning: blanks are left out from here on */
    for (size_t at = 0, size; at < text->length; at += size) {
        unsigned code = 0;
        size = next_character(text->bytes + at, text->length - at, &code);
        if (!size)
            return PACKAGE_DAMAGED;
        if (text_steers(code)) {
            used = without_end_blanks(out, used);
            broken = true;
        } else if (!broken || (code != ' ' && code != NO_BREAK_BLANK)) {
            if (broken && used)
                out[used++] = ' ';
            broken = false;
            if (size == ESCAPE_SIZE) {
                used += encode(out + used, code);
            } else {
                memcpy(out + used, text->bytes + at, size);
                used += size;
            }
        }
    }
    used = without_end_blanks(out, used);
    out[used] = '\0';
    if (used)
        *clean = out;
    return text_characters(out, used) > XLSX_TEXT_CHARACTERS ? PACKAGE_DAMAGED : PACKAGE_SOUND;
}

/* --- shared strings ----------------------------------------------------------------------------*/
struct list {
    struct arena *arena, *scratch;
    struct xlsx_text text;
    bool in_item;
    const char **texts;
    size_t count, capacity;
};

static enum package_fault start_element(void *context, unsigned depth, const char *name,
                                        const char *const *attributes)
{
    struct list *list = context;
    (void)attributes;
    if (depth == 1)
        return strcmp(name, "sst") == 0 ? PACKAGE_SOUND : PACKAGE_DAMAGED;
    if (depth == 2) {
        list->in_item = strcmp(name, "si") == 0;
        xlsx_text_begin(&list->text);
        return list->in_item && list->count >= XLSX_STRINGS ? PACKAGE_TOO_LARGE : PACKAGE_SOUND;
    }
    if (list->in_item)
        xlsx_text_open(&list->text, depth - 2, name);
    return PACKAGE_SOUND;
}

static enum package_fault end_element(void *context, unsigned depth)
{
    struct list *list = context;
    if (depth > 2)
        xlsx_text_close(&list->text, depth - 2);
    if (depth != 2 || !list->in_item)
        return PACKAGE_SOUND;
    list->in_item = false;
    list->texts =
        arena_grow(list->scratch, list->texts, list->count, &list->capacity, sizeof *list->texts);
    return xlsx_text_clean(list->arena, &list->text, &list->texts[list->count++]);
}

static enum package_fault take_text(void *context, const char *text, size_t length)
{
    return xlsx_text_take(&((struct list *)context)->text, text, length);
}

enum package_fault xlsx_strings_read(struct package *package, const char *part, struct arena *arena,
                                     struct xlsx_strings *strings)
{
    static const struct xml_handlers handlers = {start_element, end_element, take_text};
    struct arena *scratch = arena_new();
    struct list list = {.arena = arena, .scratch = scratch, .text = {.arena = scratch}};
    enum package_fault fault = xml_part_read(package, part, &handlers, &list);
    const char **texts = arena_alloc(arena, list.count, sizeof *texts);
    if (list.count)
        memcpy(texts, list.texts, list.count * sizeof *texts);
    *strings = (struct xlsx_strings){texts, list.count};
    arena_free(scratch);
    return fault;
}
