/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text: checking it, counting it, and comparing names the way a Danish user writes them. */
#ifndef PEJLING_BASE_TEXT_H
#define PEJLING_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"

/*
 * text_next(text, length, code): decodes the first character of `length` bytes into `*code` and
 * returns how many bytes it takes; 0 if they are not well-formed UTF-8 (RFC 3629: no overlong
 * forms, no surrogates, nothing above U+10FFFF) or `length` is 0.
 */
size_t text_next(const char *text, size_t length, unsigned *code);

/*
 * text_utf8_length(text, length): how many of the bytes, from the first, are well-formed UTF-8;
 * `length` itself where all are.
 */
size_t text_utf8_length(const char *text, size_t length);

/* text_characters(text, length): the number of characters; bytes that are not UTF-8 count one. */
unsigned text_characters(const char *text, size_t length);

/*
 * text_fold(arena, text): the form in which header names and area names are compared: lower case,
 * `æ ø å é` as `ae oe aa e`, blanks (also no-break) at the ends gone and inner runs of them one
 * blank. Other letters than these and ASCII keep their case.
 */
char *text_fold(struct arena *arena, const char *text);

/*
 * text_slug(arena, text): its letters a-z and digits after folding, each run of others an `_`, none
 * at the ends: a name for a file, or the beginning of a code.
 */
char *text_slug(struct arena *arena, const char *text);

/*
 * text_is_code(text): whether it can stand as a code: `[a-z][a-z0-9_]{0,39}`, and nothing that a
 * spreadsheet would rewrite (a month's name or abbreviation with or without digits, a truth value).
 */
bool text_is_code(const char *text);

/* text_month(text, length): 1 to 12 for the 3-letter Danish or English abbreviation, else 0. */
int text_month(const char *text, size_t length);

/*
 * text_steers(code): whether the character moves what is shown rather than being shown: a control,
 * an end of a line, a change of the direction of writing; or is no character at all.
 */
bool text_steers(unsigned code);

/* text_is_formula(text): whether a spreadsheet would take it for a formula. */
bool text_is_formula(const char *text);

/*
 * text_needs_guard(text, at): whether an apostrophe belongs before the byte `at`, so that no cell
 * is calculated: a formula begins there, at the text's start or behind a sign that a spreadsheet of
 * another country ends a cell with. A guard too many is asked for before a text that looks guarded,
 * so that text_unguarded is exact.
 */
bool text_needs_guard(const char *text, size_t at);

/* text_unguarded(arena, text): without the apostrophes that csv_write put into it. */
const char *text_unguarded(struct arena *arena, const char *text);

/*
 * text_capitalised(arena, text): the text with its first letter as a capital where that is one of
 * a to z or of the Latin-1 letters (`én` → `Én`, `åben` → `Åben`); else as it is.
 */
const char *text_capitalised(struct arena *arena, const char *text);

/* text_sort(texts, count): in the order of their bytes. */
void text_sort(const char **texts, size_t count);

#endif
