/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/printable.h"

#include <stdbool.h>
#include <string.h>

#include "pejling/base/text.h"

size_t printable_next(const char *text, unsigned *code)
{
    size_t size = text_next(text, strlen(text), code);
    if (size)
        return size;
    *code = '?';
    return 1;
}

char *printable_text(struct arena *arena, const char *text, const char *special,
                     const char *const *replacements)
{
    size_t longest = 1, used = 0;
    for (size_t i = 0; special[i]; i++)
        longest = strlen(replacements[i]) > longest ? strlen(replacements[i]) : longest;
    char *out = arena_alloc(arena, strlen(text) * longest + 1, 1);
    unsigned code;
    for (size_t size; *text; text += size) {
        size = printable_next(text, &code);
        const char *found = code < 0x80 && code ? strchr(special, (int)code) : NULL;
        const char *from = text;
        size_t bytes = size;
        if (found) {
            from = replacements[found - special];
            bytes = strlen(from);
        } else if (text_steers(code) || (code == '?' && *text != '?')) {
            from = text_steers(code) ? " " : "?";
            bytes = 1;
        }
        memcpy(out + used, from, bytes);
        used += bytes;
    }
    out[used] = '\0';
    return out;
}
