/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/mover_group.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define LONGEST_WORD 16 /* of letters that are compared */
#define LONG_WORD 9     /* from here on, two letters may be wrong */

static const struct {
    const char *word;
    enum mover_group group;
} words[] = {
    {"fastboende", MOVER_STAYERS}, {"stayer", MOVER_STAYERS},  {"stayers", MOVER_STAYERS},
    {"tilflytter", MOVER_IN},      {"tilflyttere", MOVER_IN},  {"tilflyttede", MOVER_IN},
    {"inmover", MOVER_IN},         {"inmovers", MOVER_IN},     {"fraflytter", MOVER_OUT},
    {"fraflyttere", MOVER_OUT},    {"fraflyttede", MOVER_OUT}, {"outmover", MOVER_OUT},
    {"outmovers", MOVER_OUT},
};
#define WORDS (sizeof words / sizeof *words)

/* Whether a name is the word, whatever the case of its letters, its hyphens and its blanks. */
static bool is_word(const char *name, const char *word)
{
    for (; *name; name++) {
        if (*name == '-' || *name == ' ')
            continue;
        if (tolower((unsigned char)*name) != *word)
            return false;
        word++;
    }
    return *word == '\0';
}

enum mover_group mover_group_of(const char *name)
{
    if (!name || isdigit((unsigned char)*name)) /* as most are, and no word */
        return MOVER_NONE;
    for (size_t i = 0; i < WORDS; i++)
        if (is_word(name, words[i].word))
            return words[i].group;
    return MOVER_NONE;
}

/* The letters of a name as they are compared; false where there are too many, or a digit. */
static bool take_letters(const char *name, char letters[LONGEST_WORD + 1])
{
    size_t length = 0;
    for (; *name; name++) {
        if (*name == '-' || *name == ' ')
            continue;
        if (length == LONGEST_WORD || isdigit((unsigned char)*name))
            return false;
        letters[length++] = (char)tolower((unsigned char)*name);
    }
    letters[length] = '\0';
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters must be put in, left out or replaced to make one word of the other. */
static size_t letters_between(const char *name, const char *word)
{
    size_t row[LONGEST_WORD + 1]; /* from what is read of `name` to each beginning of `word` */
    size_t length = strlen(word);
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 1; *name; i++, name++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= length; j++) {
            size_t replaced = diagonal + (*name != word[j - 1]);
            diagonal = row[j];
            row[j] = least(replaced, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[length];
}

const char *mover_group_meant(const char *name)
{
    char letters[LONGEST_WORD + 1];
    const char *meant = NULL;
    size_t fewest = 3;
    if (!name || mover_group_of(name) != MOVER_NONE || !take_letters(name, letters))
        return NULL;
    for (size_t i = 0; i < WORDS; i++) {
        size_t wrong = letters_between(letters, words[i].word);
        if (wrong < fewest && wrong <= (strlen(words[i].word) < LONG_WORD ? 1 : 2)) {
            fewest = wrong;
            meant = words[i].word;
        }
    }
    return meant;
}
