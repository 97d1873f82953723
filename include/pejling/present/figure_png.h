/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A PNG as gnuplot writes it, made fit for a report: it says how wide it is on paper (the chunk
 * pHYs; PNG specification, 11.3.5.3), so that a word processor puts it in at that width.
 */
#ifndef PEJLING_PRESENT_FIGURE_PNG_H
#define PEJLING_PRESENT_FIGURE_PNG_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/sink.h"

/* figure_png_is_whole(png, length): whether it begins and ends as a PNG does. */
bool figure_png_is_whole(const char *png, size_t length);

/*
 * figure_png_write(sink, png, length, centimetres): the whole of a PNG that says nothing of its size
 * on paper, and that size. What is no PNG is written as it is.
 */
void figure_png_write(struct sink *sink, const char *png, size_t length, double centimetres);

#endif
