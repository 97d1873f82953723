/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the reports, explained to readers who have never met them. */
#ifndef PEJLING_PRESENT_GLOSSARY_H
#define PEJLING_PRESENT_GLOSSARY_H

#include <stddef.h>

/* A meaning is one or more whole sentences. */
struct glossary_entry {
    const char *danish_term, *danish_meaning;
    const char *english_term, *english_meaning;
};

/* glossary_at(index): the entries in alphabetical order of the Danish terms; NULL behind the last.
 */
const struct glossary_entry *glossary_at(size_t index);

#endif
