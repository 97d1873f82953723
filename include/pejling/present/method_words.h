/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The methods in words, for the tables that people read; resultater.csv has their codes. */
#ifndef PEJLING_PRESENT_METHOD_WORDS_H
#define PEJLING_PRESENT_METHOD_WORDS_H

#include "pejling/base/language.h"
#include "pejling/findings/level.h"

/* method_words(language, method): a phrase with its source; "" for METHOD_NONE. */
const char *method_words(enum language language, enum method method);

/* method_note(language, method): what is to be known beside that, as a sentence; "" for nothing. */
const char *method_note(enum language language, enum method method);

#endif
