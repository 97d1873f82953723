/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/text_box.h"

#include <string.h>

#include "pejling/base/printable.h"

#define PIXELS_A_POINT 1.35 /* measured on both terminals, with `fontscale 1.35` in svg.gp */
#define BOLD_WIDENING 1.07
#define ELLIPSIS "…"

/* In hundredths of the font size: Open Sans Regular 1.10, from blank to tilde. */
static double advance(unsigned code)
{
    static const unsigned char ascii[] = {
        26, 27, 40, 65, 57, 82, 73, 22, 30, 30, 55, 57, 25, 32, 27, 37, 57, 57, 57,
        57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43, 90, 63, 65, 63, 73, 56,
        52, 73, 74, 28, 27, 61, 52, 90, 75, 78, 60, 78, 62, 55, 55, 73, 60, 93, 58,
        56, 57, 33, 37, 33, 54, 45, 58, 56, 61, 48, 61, 56, 34, 55, 61, 25, 25, 52,
        25, 93, 61, 60, 61, 61, 41, 48, 35, 61, 50, 78, 52, 50, 47, 38, 55, 38, 57};
    if (code >= ' ' && code <= '~')
        return ascii[code - ' '];
    if (code == 0x2212) /* minus, as wide as plus */
        return 57;
    if (code == 0xA0)
        return ascii[0];
    if (code == 0xC6 || code == 0xE6 || code == 0x2026) /* Æ æ … */
        return 87;
    return code < 0x1100 || (code >= 0x2010 && code < 0x2070) ? 60 : 100;
}

double text_width(const struct text_style *style, const char *text)
{
    double sum = 0;
    unsigned code;
    for (; *text; text += printable_next(text, &code)) {
        printable_next(text, &code);
        sum += advance(code);
    }
    return sum / 100 * style->points * PIXELS_A_POINT * (style->bold ? BOLD_WIDENING : 1);
}

/* How many bytes fit in `width`: up to the last blank before its end, or as far as it goes. */
static size_t fitting(const struct text_style *style, const char *text, double width)
{
    double room = width / text_width(style, " ") * advance(' ');
    double used = 0;
    size_t blank = 0, at = 0;
    unsigned code;
    while (text[at]) {
        size_t size = printable_next(text + at, &code);
        used += advance(code);
        if (code == ' ')
            blank = at + size;
        else if (used > room)
            return blank ? blank : at ? at : size;
        at += size;
    }
    return at;
}

const char *text_box_line(struct arena *arena, const struct text_style *style, double width,
                          const char **rest, bool last)
{
    const char *text = *rest + strspn(*rest, " ");
    if (!*text)
        return NULL;
    size_t bytes = fitting(style, text, width);
    bool cut = last && text[bytes];
    if (cut)
        bytes = fitting(style, text, width - text_width(style, ELLIPSIS));
    *rest = cut ? "" : text + bytes;
    while (bytes && text[bytes - 1] == ' ')
        bytes--;
    return arena_printf(arena, "%.*s%s", (int)bytes, text, cut ? ELLIPSIS : "");
}

size_t text_box_lines(const struct text_style *style, struct text_box box, const char *text)
{
    size_t count = 0;
    for (text += strspn(text, " "); *text && count < box.lines; count++) {
        text += fitting(style, text, box.width);
        text += strspn(text, " ");
    }
    return count;
}
