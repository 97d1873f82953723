/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/mover_group.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>

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
    for (size_t i = 0; name && i < sizeof words / sizeof *words; i++)
        if (is_word(name, words[i].word))
            return words[i].group;
    return MOVER_NONE;
}
