/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: the options that commands share, and the words beside them. */
#ifndef PEJLING_PROGRAM_COMMAND_LINE_H
#define PEJLING_PROGRAM_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"
#include "pejling/disclosure/released.h"

#define COMMAND_LINE_WORDS 256 /* the most that any command takes */

/* The options that only some commands take; --lang, --help and --version go with each. */
enum command_option {
    OPTION_OUTPUT = 1 << 0,
    OPTION_EDITION = 1 << 1,
    OPTION_KEEP_GOING = 1 << 2,
    OPTION_STRICT = 1 << 3,
    OPTION_PDF = 1 << 4,
    OPTION_TO = 1 << 5,
    OPTION_MAP = 1 << 6,
    OPTION_VERIFY = 1 << 7,
    OPTION_SUMMARY = 1 << 8,
    OPTION_SPLIT = 1 << 9
};

struct command_line {
    struct diagnostics *diagnostics;       /* its language is the one asked for */
    const char *words[COMMAND_LINE_WORDS]; /* the command first */
    size_t word_count;
    const char *output;   /* NULL where -o is not given, and so the next two */
    const char *to, *map; /* --to, --map */
    const char *verify;   /* --verify: the edition to make again; NULL where it is not given */
    enum edition edition;
    const char *split; /* --split: only kommune */
    bool keep_going, strict, pdf, summary, help, version;
    unsigned given; /* the options of that kind that are there, of enum command_option */
};

/* command_option_name(option): `--pdf`; of several the first. */
const char *command_option_name(unsigned option);

/*
 * command_line_read(diagnostics, argc, argv, line): false, and a PROBLEM_USAGE for each fault,
 * where an option is unknown, lacks its value, has one that it does not take or is given twice.
 */
bool command_line_read(struct diagnostics *diagnostics, int argc, char **argv,
                       struct command_line *line);

#endif
