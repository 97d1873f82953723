/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever words stand on the command line, one a line of the input: they are accepted exactly where
 * nothing is reported; what is no option stays a word, in its order; and what was understood,
 * written out in full, is understood the same.
 */
#include "pejling/program/command_line.h"

#undef NDEBUG
#include <assert.h>
#include <getopt.h>
#include <stdint.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/program/commands.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define MOST 400 /* words, more than are taken */

static bool read_words(struct diagnostics *diagnostics, int count, char **words,
                       struct command_line *line)
{
    optind = 0; /* from the beginning, as in a new process */
    bool fine = command_line_read(diagnostics, count, words, line);
    assert(fine == (diagnostics->count == 0));
    assert(diagnostics->of_kind[PROBLEM_USAGE] == diagnostics->count);
    for (size_t i = 0; i < diagnostics->count; i++)
        for (const char *c = diagnostics->items[i].text; *c; c++)
            assert((unsigned char)*c >= ' ' && *c != 0x7F);
    return fine;
}

static bool is_among(const char *word, int count, char **words)
{
    for (int i = 1; i < count; i++)
        if (words[i] == word)
            return true;
    return false;
}

static bool same(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static void check_same(const struct command_line *a, const struct command_line *b)
{
    assert(a->diagnostics->language == b->diagnostics->language);
    assert(same(a->output, b->output) && same(a->to, b->to) && same(a->map, b->map));
    assert(same(a->verify, b->verify) && a->edition == b->edition);
    assert(a->keep_going == b->keep_going && a->strict == b->strict && a->pdf == b->pdf);
    assert(a->help == b->help && a->version == b->version && a->word_count == b->word_count);
    for (size_t i = 0; i < a->word_count; i++)
        assert(same(a->words[i], b->words[i]));
}

/* The line with every option by its long name, and its words behind `--`. */
static void check_again(struct arena *arena, const struct command_line *line)
{
    char *words[MOST];
    int count = 0;
    struct diagnostics diagnostics = {.arena = arena};
    struct command_line again;
    words[count++] = arena_copy(arena, "pejling");
    const char *const valued[][2] = {
        {"output", line->output}, {"to", line->to}, {"map", line->map}, {"verify", line->verify}};
    for (size_t i = 0; i < 4; i++)
        if (valued[i][1])
            words[count++] = arena_printf(arena, "--%s=%s", valued[i][0], valued[i][1]);
    words[count++] = arena_copy(arena, line->edition == EDITION_INTERNAL ? "--edition=intern"
                                                                         : "--edition=delt");
    words[count++] = arena_copy(
        arena, line->diagnostics->language == LANGUAGE_ENGLISH ? "--lang=en" : "--lang=da");
    if (line->keep_going)
        words[count++] = arena_copy(arena, "--keep-going");
    if (line->strict)
        words[count++] = arena_copy(arena, "--strict");
    if (line->pdf)
        words[count++] = arena_copy(arena, "--pdf");
    if (line->help)
        words[count++] = arena_copy(arena, "--help");
    if (line->version)
        words[count++] = arena_copy(arena, "--version");
    words[count++] = arena_copy(arena, "--");
    for (size_t i = 0; i < line->word_count; i++)
        words[count++] = arena_copy(arena, line->words[i]);
    words[count] = NULL;
    assert(read_words(&diagnostics, count, words, &again));
    check_same(line, &again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    struct command_line line;
    char *words[MOST + 1] = {arena_copy(arena, "pejling")};
    int count = 1;
    for (char *rest = arena_text(arena, (const char *)bytes, length); *rest && count < MOST;) {
        words[count++] = rest;
        rest += strcspn(rest, "\n");
        if (*rest)
            *rest++ = '\0';
    }
    char *given[MOST + 1];
    memcpy(given, words, sizeof given); /* getopt moves them */
    if (read_words(&diagnostics, count, given, &line)) {
        for (size_t i = 0; i < line.word_count; i++)
            assert(is_among(line.words[i], count, words));
        check_again(arena, &line);
        if (line.word_count && command_find(line.words[0]))
            assert(strcmp(command_find(line.words[0])->name, line.words[0]) == 0);
    }
    arena_free(arena);
    return 0;
}
