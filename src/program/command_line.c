/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_line.h"

#include <getopt.h>
#include <string.h>

enum { EDITION = 256, LANGUAGE, KEEP_GOING, STRICT, PDF, SUMMARY, SPLIT, TO, MAP, VERIFY, VERSION };

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},    {"edition", required_argument, NULL, EDITION},
    {"lang", required_argument, NULL, LANGUAGE}, {"keep-going", no_argument, NULL, KEEP_GOING},
    {"strict", no_argument, NULL, STRICT},       {"pdf", no_argument, NULL, PDF},
    {"summary", no_argument, NULL, SUMMARY},     {"help", no_argument, NULL, 'h'},
    {"split", required_argument, NULL, SPLIT},   {"to", required_argument, NULL, TO},
    {"map", required_argument, NULL, MAP},       {"verify", required_argument, NULL, VERIFY},
    {"version", no_argument, NULL, VERSION},     {NULL, 0, NULL, 0},
};

/* Which option that only some commands take, by what getopt calls it. */
static const struct {
    int option;
    unsigned bit;
    const char *name;
} of_some_commands[] = {
    {'o', OPTION_OUTPUT, "-o"},
    {EDITION, OPTION_EDITION, "--edition"},
    {KEEP_GOING, OPTION_KEEP_GOING, "--keep-going"},
    {STRICT, OPTION_STRICT, "--strict"},
    {PDF, OPTION_PDF, "--pdf"},
    {SUMMARY, OPTION_SUMMARY, "--summary"},
    {SPLIT, OPTION_SPLIT, "--split"},
    {TO, OPTION_TO, "--to"},
    {MAP, OPTION_MAP, "--map"},
    {VERIFY, OPTION_VERIFY, "--verify"},
};
#define OF_SOME_COMMANDS (sizeof of_some_commands / sizeof *of_some_commands)

const char *command_option_name(unsigned option)
{
    for (size_t i = 0; i < OF_SOME_COMMANDS; i++)
        if (option & of_some_commands[i].bit)
            return of_some_commands[i].name;
    return "";
}

static bool refuse(struct diagnostics *diagnostics, const char *danish, const char *english,
                   const char *word)
{
    diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                       "%s: »%s« · se »pejling help«", "%s: »%s« · see »pejling help«",
                       say(diagnostics->language, danish, english), word);
    return false;
}

/* The language first of all, so that every message of the reading is in it. */
static bool read_language(struct diagnostics *diagnostics, const char *value)
{
    bool danish = strcmp(value, "da") == 0, english = strcmp(value, "en") == 0;
    if (!danish && !english)
        return refuse(diagnostics, "--lang er da eller en", "--lang is da or en", value);
    diagnostics->language = english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
    return true;
}

static bool read_edition(struct diagnostics *diagnostics, const char *value,
                         struct command_line *line)
{
    bool shared = strcmp(value, "delt") == 0, internal = strcmp(value, "intern") == 0;
    line->edition = internal ? EDITION_INTERNAL : EDITION_SHARED;
    if (!shared && !internal)
        return refuse(diagnostics, "--edition er delt eller intern", "--edition is delt or intern",
                      value);
    return true;
}

/* The value of an option that must not be empty. */
static bool read_path(struct diagnostics *diagnostics, const char **path, const char *danish,
                      const char *english)
{
    *path = optarg;
    if (*optarg == '\0')
        return refuse(diagnostics, danish, english, "");
    return true;
}

/* What to call an option at fault: a letter by itself, since others may stand around it. */
static const char *fault_word(struct arena *arena, const char *word)
{
    bool is_letter = optopt > ' ' && optopt < 0x7F;
    return is_letter ? arena_printf(arena, "-%c", optopt) : word;
}

static bool read_option(struct diagnostics *diagnostics, int option, const char *word,
                        struct command_line *line)
{
    switch (option) {
    case 'o':
        return read_path(diagnostics, &line->output, "-o mangler en mappe", "-o lacks a folder");
    case EDITION:
        return read_edition(diagnostics, optarg, line);
    case LANGUAGE:
        return read_language(diagnostics, optarg);
    case KEEP_GOING:
        line->keep_going = true;
        return true;
    case STRICT:
        line->strict = true;
        return true;
    case PDF:
        line->pdf = true;
        return true;
    case SUMMARY:
        line->summary = true;
        return true;
    case SPLIT:
        line->split = optarg;
        return strcmp(optarg, "kommune") == 0 ||
               refuse(diagnostics, "--split er kommune", "--split is kommune", optarg);
    case TO:
        return read_path(diagnostics, &line->to, "--to mangler en planmappe",
                         "--to lacks a plan folder");
    case MAP:
        return read_path(diagnostics, &line->map, "--map mangler en fil", "--map lacks a file");
    case VERIFY:
        return read_path(diagnostics, &line->verify, "--verify mangler en udgave",
                         "--verify lacks an edition");
    case 'h':
        line->help = true;
        return true;
    case VERSION:
        line->version = true;
        return true;
    case ':':
        return refuse(diagnostics, "valget mangler sin værdi", "the option lacks its value",
                      fault_word(diagnostics->arena, word));
    default:
        return refuse(diagnostics, "ukendt valg", "unknown option",
                      fault_word(diagnostics->arena, word));
    }
}

/* Notes that it is there: of two values nobody knows which one was meant. */
static bool note_option(struct diagnostics *diagnostics, int option, struct command_line *line)
{
    unsigned bit = 0;
    for (size_t i = 0; i < OF_SOME_COMMANDS; i++)
        if (of_some_commands[i].option == option)
            bit = of_some_commands[i].bit;
    bool again = (line->given & bit) != 0;
    line->given |= bit;
    if (again)
        return refuse(diagnostics, "valget er der to gange", "the option is there twice",
                      command_option_name(bit));
    return true;
}

bool command_line_read(struct diagnostics *diagnostics, int argc, char **argv,
                       struct command_line *line)
{
    bool fine = true;
    *line = (struct command_line){.diagnostics = diagnostics, .edition = EDITION_SHARED};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--lang=en") == 0 ||
            (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && strcmp(argv[i + 1], "en") == 0))
            diagnostics->language = LANGUAGE_ENGLISH;
    for (int option; (option = getopt_long(argc, argv, ":o:h", options, NULL)) != -1;) {
        fine = read_option(diagnostics, option, argv[optind - 1], line) && fine;
        fine = note_option(diagnostics, option, line) && fine;
    }
    for (; optind < argc; optind++) {
        if (line->word_count == COMMAND_LINE_WORDS)
            return refuse(diagnostics, "for mange ord", "too many words", argv[optind]);
        line->words[line->word_count++] = argv[optind];
    }
    return fine;
}
