/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever gnuplot, the browser or the spreadsheet library leave behind: it is read to its end and
 * no further; of a picture or a PDF nothing changes but what is meant to, and that once only; and a
 * package that lacks its end is not whole. A digit as first byte says what the rest is: 0 an SVG, 1
 * a PNG, 2 a PDF, 3 a package, 4 a drawing for a page.
 */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>

#include "../support/fuzz_world.h"
#include "pejling/present/figure_png.h"
#include "pejling/present/figure_svg.h"
#include "pejling/present/html.h"
#include "pejling/present/package_check.h"
#include "pejling/present/pdf_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define FILE_NAME "fil"

/* What was left behind, with a NUL behind it, as file_read has it. */
struct rendered {
    struct diagnostics *diagnostics;
    char *bytes;
    size_t length;
};

static struct sink *open_file(const struct rendered *rendered)
{
    return sink_open(rendered->diagnostics, fuzz_file(rendered->diagnostics->arena, FILE_NAME));
}

/* Closes the file, and says what stands in it. */
static const char *written(const struct rendered *rendered, struct sink *sink, size_t *length)
{
    assert(sink_close(sink));
    return fuzz_read(rendered->diagnostics->arena, FILE_NAME, length);
}

static void check_svg(const struct rendered *rendered)
{
    const struct figure_svg figure = {"navn", "Titel", "<Resumé>", 17};
    struct sink *sink = open_file(rendered);
    figure_svg_write(sink, rendered->diagnostics->arena, &figure, rendered->bytes);
    size_t length;
    const char *svg = written(rendered, sink, &length);
    assert(strlen(svg) == length);
    if (strncmp(rendered->bytes, "<svg", 4) == 0)
        assert(strstr(svg, " role=\"img\"") &&
               strstr(svg, "\n<title>Titel</title>\n<desc>&lt;Resumé&gt;</desc>"));
}

static void check_png(const struct rendered *rendered)
{
    struct sink *sink = open_file(rendered);
    figure_png_write(sink, rendered->bytes, rendered->length, 17);
    size_t length, added;
    const char *png = written(rendered, sink, &length);
    added = length - rendered->length;
    assert(added == 0 || (added == 21 && memcmp(png + 37, "pHYs", 4) == 0));
    size_t head = added ? 33 : 0; /* signature and IHDR */
    assert(memcmp(png, rendered->bytes, head) == 0);
    assert(memcmp(png + head + added, rendered->bytes + head, rendered->length - head) == 0);
}

static void check_pdf(const struct rendered *rendered)
{
    char *settled = arena_text(rendered->diagnostics->arena, rendered->bytes, rendered->length);
    bool whole = pdf_is_whole(settled, rendered->length);
    pdf_settle(settled, rendered->length);
    assert(pdf_is_whole(settled, rendered->length) == whole);
    for (size_t i = 0; i < rendered->length; i++)
        assert(settled[i] == rendered->bytes[i] || settled[i] == ' ' ||
               (settled[i] >= '0' && settled[i] <= '9'));
    const char *once = arena_text(rendered->diagnostics->arena, settled, rendered->length);
    pdf_settle(settled, rendered->length);
    assert(memcmp(settled, once, rendered->length) == 0);
}

static void check_package(const struct rendered *rendered)
{
    struct arena *arena = rendered->diagnostics->arena;
    const char *path = fuzz_file(arena, FILE_NAME);
    fuzz_write(arena, FILE_NAME, rendered->bytes, rendered->length);
    if (!package_is_whole(path, "a"))
        return;
    assert(!package_is_whole(path, "b/c"));
    fuzz_write(arena, FILE_NAME, rendered->bytes, rendered->length - 1);
    assert(!package_is_whole(path, "a"));
}

static void check_drawing(const struct rendered *rendered)
{
    struct arena *arena = rendered->diagnostics->arena;
    const char *root = strstr(rendered->bytes, "<svg");
    fuzz_write(arena, "tegning", rendered->bytes, rendered->length);
    struct sink *sink = open_file(rendered);
    bool there = html_drawing(sink, rendered->diagnostics, fuzz_file(arena, "tegning"));
    size_t length, wanted = root ? rendered->length - (size_t)(root - rendered->bytes) : 0;
    const char *html = written(rendered, sink, &length);
    assert(there == (root != NULL) && length == wanted);
    assert(!there || memcmp(html, root, wanted) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static void (*const checks[])(const struct rendered *rendered) = {
        check_svg, check_png, check_pdf, check_package, check_drawing};
    if (!length || bytes[0] < '0' || bytes[0] > '4')
        return 0;
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    const struct rendered rendered = {
        &diagnostics, arena_text(arena, (const char *)bytes + 1, length - 1), length - 1};
    checks[bytes[0] - '0'](&rendered);
    assert(diagnostics.count == 0);
    arena_free(arena);
    return 0;
}
