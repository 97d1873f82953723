/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/html.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"

#define DRAWING_LIMIT ((size_t)16 * 1024 * 1024)

static const char *escaped(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return (unsigned char)c < 0x20 || c == 0x7F ? " " : NULL;
    }
}

void html_text(struct sink *sink, const char *text)
{
    for (const char *start = text; *text; start = text) {
        while (*text && !escaped(*text))
            text++;
        sink_bytes(sink, start, (size_t)(text - start));
        if (*text)
            sink_text(sink, escaped(*text++));
    }
}

void html_element(struct sink *sink, const char *tag, const char *text)
{
    sink_printf(sink, "<%s>", tag);
    html_text(sink, text);
    sink_printf(sink, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

bool html_drawing(struct sink *sink, struct diagnostics *diagnostics, const char *path,
                  const char *before)
{
    const struct input_file file = {path, path, PROBLEM_FILE};
    size_t length = 0;
    if (access(path, R_OK) != 0)
        return false;
    const char *bytes = file_read(diagnostics, &file, DRAWING_LIMIT, &length);
    const char *drawing = bytes ? strstr(bytes, "<svg") : NULL; /* past the XML declaration */
    if (!drawing)
        return false;
    sink_text(sink, before);
    sink_bytes(sink, drawing, length - (size_t)(drawing - bytes));
    return true;
}
