/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/html.h"

#include <openssl/evp.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"

#define PICTURE_LIMIT ((size_t)16 * 1024 * 1024)

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

bool html_picture(struct sink *sink, struct diagnostics *diagnostics, const char *path,
                  const char *words)
{
    const struct input_file file = {path, path, PROBLEM_FILE};
    size_t length = 0;
    if (access(path, R_OK) != 0)
        return false;
    const char *bytes = file_read(diagnostics, &file, PICTURE_LIMIT, &length);
    if (!bytes || length == 0)
        return false;
    unsigned char *encoded = arena_alloc(diagnostics->arena, 4 * (length / 3 + 1) + 1, 1);
    EVP_EncodeBlock(encoded, (const unsigned char *)bytes, (int)length);
    sink_text(sink, "<img alt=\"");
    html_text(sink, words);
    sink_text(sink, "\" src=\"data:image/svg+xml;base64,");
    sink_text(sink, (const char *)encoded);
    sink_text(sink, "\">\n");
    return true;
}
