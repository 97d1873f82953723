/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the reports, explained to readers who have never met them. */
#ifndef PEJLING_PRESENT_GLOSSARY_H
#define PEJLING_PRESENT_GLOSSARY_H

#include <stddef.h>

#include "pejling/base/language.h"

/* A meaning is one or more whole sentences. */
struct glossary_entry {
    const char *danish_term, *danish_meaning;
    const char *english_term, *english_meaning;
};

/*
 * glossary_at(language, index): the entries in the alphabetical order of that language's terms;
 * NULL behind the last.
 */
const struct glossary_entry *glossary_at(enum language language, size_t index);

#endif
