/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands, which the program runs from and the help is made of. */
#ifndef PEJLING_PROGRAM_COMMANDS_H
#define PEJLING_PROGRAM_COMMANDS_H

#include "pejling/program/command_line.h"

struct command {
    const char *name;
    int (*run)(struct command_line *line);
    const char *usage;
    size_t least_words, most_words; /* beside the command's own name */
    const char *danish, *english;   /* what it does, one line */
    bool makes_files;               /* and its words on standard output only tell of them */
    unsigned options;               /* that it takes, of enum command_option */
};

/* command_find(name): NULL for none. */
const struct command *command_find(const char *name);

/* command_options(command, line): those it takes; making an edition again takes no more than that. */
unsigned command_options(const struct command *command, const struct command_line *line);

/* command_at(index): the commands in the order of the help; NULL behind the last. */
const struct command *command_at(size_t index);

#endif
