/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/html.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/printable.h"
#include "pejling/base/text.h"

#define DRAWING_LIMIT ((size_t)16 * 1024 * 1024)

/* What stands for the first character, of so many bytes; NULL where it stands as it is. */
static const char *escaped(const char *text, size_t *size)
{
    unsigned code;
    *size = printable_next(text, &code);
    switch (code) {
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
    case '?':
        return *text == '?' ? NULL : "?";
    default:
        return text_steers(code) ? " " : NULL;
    }
}

void html_text(struct sink *sink, const char *text)
{
    const char *plain = text, *instead;
    for (size_t size; *text; text += size)
        if ((instead = escaped(text, &size))) {
            sink_bytes(sink, plain, (size_t)(text - plain));
            sink_text(sink, instead);
            plain = text + size;
        }
    sink_text(sink, plain);
}

void html_element(struct sink *sink, const char *tag, const char *text)
{
    sink_printf(sink, "<%s>", tag);
    html_text(sink, text);
    sink_printf(sink, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

bool html_drawing(struct sink *sink, struct diagnostics *diagnostics, const char *path)
{
    const struct input_file file = {path, path, PROBLEM_FILE};
    size_t length = 0;
    if (access(path, R_OK) != 0)
        return false;
    const char *bytes = file_read(diagnostics, &file, DRAWING_LIMIT, &length);
    const char *drawing = bytes ? strstr(bytes, "<svg") : NULL; /* past the XML declaration */
    if (!drawing)
        return false;
    sink_bytes(sink, drawing, length - (size_t)(drawing - bytes));
    return true;
}
