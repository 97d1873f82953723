/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_svg.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/number.h"
#include "pejling/base/printable.h"

#define FONT_STACK "font-family=\"'Open Sans','Segoe UI',Arial,sans-serif\""

#define REPAIRS_BEGIN " fh" /* the first characters of what is repaired */

/* What gnuplot writes inside a tag, and what browsers and pages with several figures need. */
static const struct repair {
    const char *from, *to;
    bool named; /* the figure's name follows, so that ids differ between figures */
} repairs[] = {
    {"font-family=\"Open Sans:Bold\"", FONT_STACK " font-weight=\"bold\"", false},
    {"font-family=\"Open Sans:Italic\"", FONT_STACK " font-style=\"italic\"", false},
    {"font-family=\"Open Sans\"", FONT_STACK, false},
    {" shape-rendering='crispEdges'", "", false}, /* ragged edges of the bands */
    {" id=\"", " id=\"", true},
    {" id='", " id='", true},
    {"href='#", "href='#", true},
};

/* The repair that what stands here needs; NULL where it is right. */
static const struct repair *repair_of(const char *here)
{
    for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++)
        if (strncmp(here, repairs[i].from, strlen(repairs[i].from)) == 0)
            return &repairs[i];
    return NULL;
}

static void write_tag(struct sink *sink, const char *tag, size_t length, const char *name)
{
    const char *const end = tag + length, *sound = tag; /* not yet written, and right */
    while (tag += strcspn(tag, REPAIRS_BEGIN), tag < end) {
        const struct repair *repair = repair_of(tag);
        if (!repair) {
            tag++;
            continue;
        }
        sink_bytes(sink, sound, (size_t)(tag - sound));
        sink_text(sink, repair->to);
        if (repair->named)
            sink_printf(sink, "%s_", name);
        sound = tag += strlen(repair->from);
    }
    if (sound < end)
        sink_bytes(sink, sound, (size_t)(end - sound));
}

/* ` width="17cm" height="9.55cm"` */
static void write_size(struct sink *sink, double width, double height)
{
    char across[NUMBER_TEXT], down[NUMBER_TEXT];
    sink_printf(sink, " width=\"%scm\" height=\"%scm\"", number_exact(across, width, '.'),
                number_exact(down, number_round(height, 3), '.'));
}

/* The root's tag: with its size on paper in place of pixels, where it has a size. */
static void write_root(struct sink *sink, const char *tag, size_t length,
                       const struct figure_svg *figure)
{
    static const char width[] = " width=\"", height[] = " height=\"";
    const char *start = strstr(tag, width), *end = tag + length;
    const char *down = start && start < end ? strstr(start, height) : NULL;
    const char *past = down && down < end ? strchr(down + sizeof height - 1, '"') : NULL;
    double pixels = past ? strtod(start + sizeof width - 1, NULL) : 0;
    if (figure->centimetres > 0 && past && past < end && pixels > 0) {
        double scale = figure->centimetres / pixels;
        write_tag(sink, tag, (size_t)(start - tag), figure->name);
        write_size(sink, figure->centimetres, scale * strtod(down + sizeof height - 1, NULL));
        tag = past + 1;
    }
    write_tag(sink, tag, (size_t)(end - tag), figure->name);
    sink_text(sink, " role=\"img\"");
}

static void write_escaped(struct sink *sink, struct arena *scratch, const char *element,
                          const char *text)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;"};
    sink_printf(sink, "\n<%s>%s</%s>", element, printable_text(scratch, text, "&<>", entities),
                element);
}

/* Past the end of an element that is left out, or NULL where `tag` does not begin one. */
static const char *past_element(const char *tag)
{
    static const char *const left_out[][2] = {{"<title>", "</title>"}, {"<desc>", "</desc>"}};
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        if (strncmp(tag, left_out[i][0], strlen(left_out[i][0])) != 0)
            continue;
        const char *end = strstr(tag, left_out[i][1]);
        return end ? end + strlen(left_out[i][1]) : NULL;
    }
    return NULL;
}

/* Past a group with nothing in it, as gnuplot leaves many, or NULL where `tag` does not begin one. */
static const char *past_empty_group(const char *tag)
{
    if (strncmp(tag, "<g ", 3) != 0)
        return NULL;
    const char *inside = tag + strcspn(tag, ">");
    inside += *inside == '>';
    inside += strspn(inside, " \t\n");
    if (strncmp(inside, "</g>", 4) != 0)
        return NULL;
    return inside + 4 + strspn(inside + 4, "\n");
}

/*
 * Text between tags. gnuplot escapes it, but for the `>` that may not follow `]]` in XML, and for the
 * ampersand of what begins as a reference, `&#x`: neither whole nor half is it one here.
 */
static void write_text(struct sink *sink, const char *text, size_t length)
{
    const char *const end = text + length;
    while (text < end) {
        size_t plain = strcspn(text, "<>&");
        sink_bytes(sink, text, plain);
        text += plain;
        if (text >= end)
            break;
        bool reference = text[0] == '&' && text + 1 < end && text[1] == '#';
        if (*text == '>')
            sink_text(sink, "&gt;");
        else
            sink_text(sink, reference ? "&amp;" : "&");
        text++;
    }
}

void figure_svg_write(struct sink *sink, struct arena *scratch, const struct figure_svg *figure,
                      const char *svg)
{
    while (*svg) {
        size_t text = strcspn(svg, "<");
        write_text(sink, svg, text);
        svg += text;
        const char *past = past_element(svg);
        past = past ? past : past_empty_group(svg);
        size_t tag = strcspn(svg, ">");
        if (past) {
            svg = past;
            continue;
        }
        bool is_root = strncmp(svg, "<svg", 4) == 0;
        if (is_root)
            write_root(sink, svg, tag, figure);
        else
            write_tag(sink, svg, tag, figure->name);
        svg += tag;
        if (*svg)
            sink_bytes(sink, svg++, 1);
        if (is_root) {
            write_escaped(sink, scratch, "title", figure->title);
            write_escaped(sink, scratch, "desc", figure->summary);
        }
    }
}
