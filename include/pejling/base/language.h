/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language the program speaks to its users. Danish is the default; every sentence stands in
 * both languages at the one place where it is said, so that neither can drift from the other.
 */
#ifndef PEJLING_BASE_LANGUAGE_H
#define PEJLING_BASE_LANGUAGE_H

enum language { LANGUAGE_DANISH, LANGUAGE_ENGLISH };

/* say(language, danish, english): whichever of the two texts the language asks for. */
const char *say(enum language language, const char *danish, const char *english)
    __attribute__((format_arg(2), format_arg(3)));

#endif
