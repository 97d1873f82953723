/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML into a sink. Text from the input goes through html_text and nothing else; markup comes from
 * string literals only.
 */
#ifndef PEJLING_PRESENT_HTML_H
#define PEJLING_PRESENT_HTML_H

#include <stdbool.h>

#include "pejling/base/sink.h"

/*
 * html_text(sink, text): with `& < > " '` escaped, and as blanks what steers (text_steers): a name
 * that turns the direction of writing would turn the numbers behind it.
 */
void html_text(struct sink *sink, const char *text);

/* html_element(sink, tag, text): `<tag>text</tag>`; `tag` is a literal and may have attributes. */
void html_element(struct sink *sink, const char *tag, const char *text);

/*
 * html_drawing(sink, diagnostics, path): the drawing of the SVG file at `path` inside the page. The
 * file must be one of figure_svg.h, which has ids of its own and says what it shows. False, with
 * nothing written, where there is no file.
 */
bool html_drawing(struct sink *sink, struct diagnostics *diagnostics, const char *path);

#endif
