/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How seminar.html looks: on screens from 360 pixels' width on without scrolling sideways, and on
 * A4 in colour and grey.
 */
#ifndef PEJLING_PRESENT_SEMINAR_STYLE_H
#define PEJLING_PRESENT_SEMINAR_STYLE_H

#include "pejling/present/seminar.h"

/*
 * seminar_style_write(seminar): the `<style>` element. At the foot of each printed page stand the
 * edition with its marks and the page's number.
 */
void seminar_style_write(const struct seminar *seminar);

/*
 * seminar_style_string(sink, text): a text as a string of CSS, quotes included, cut after some
 * hundred characters. All but letters and digits of ASCII is written by number, so that no text can
 * end the string or the style sheet.
 */
void seminar_style_string(struct sink *sink, const char *text);

#endif
