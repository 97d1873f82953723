/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the method codes of the tables stand for, to readers who know statistics. */
#ifndef PEJLING_PRESENT_METHOD_WORDS_H
#define PEJLING_PRESENT_METHOD_WORDS_H

#include "pejling/base/language.h"
#include "pejling/findings/level.h"

/* method_words(language, method): a phrase with its source; "" for METHOD_NONE. */
const char *method_words(enum language language, enum method method);

#endif
