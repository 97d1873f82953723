/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/commands.h"

#include <string.h>

#include "pejling/program/command_check.h"
#include "pejling/program/command_compare.h"
#include "pejling/program/command_doctor.h"
#include "pejling/program/command_explain.h"
#include "pejling/program/command_help.h"
#include "pejling/program/command_import.h"
#include "pejling/program/command_join.h"
#include "pejling/program/command_new.h"
#include "pejling/program/command_run.h"

static const struct command commands[] = {
    {"new", command_new, "DIR [--lang da|en]", 1, 1,
     "lav en ny planmappe DIR til at udfylde, med de ni faste indikatorer",
     "make a new plan folder DIR to fill in, with the nine fixed indicators", true, 0},
    {"import", command_import,
     "FIL… --to PLAN [--map MAP.csv] [--lang da|en] | --split kommune PLAN -o DIR", 1,
     COMMAND_LINE_WORDS - 1,
     "læg tal fra StatBank, Beboerdata, Excel og andre CSV-filer ind i planmappen PLAN",
     "put figures from StatBank, Beboerdata, Excel and other CSV files into the plan folder PLAN",
     true, OPTION_TO | OPTION_MAP | OPTION_SPLIT | OPTION_OUTPUT},
    {"run", command_run,
     "PLAN [-o DIR] [--edition delt|intern] [--lang da|en] [--keep-going] [--strict] [--pdf]"
     " [--summary]"
     " | --verify UDGAVE [PLAN]",
     1, 1, "læs planmappen PLAN, og lav en udgave til seminaret",
     "read the plan folder PLAN and make an edition for the seminar", true,
     OPTION_OUTPUT | OPTION_EDITION | OPTION_KEEP_GOING | OPTION_STRICT | OPTION_PDF |
         OPTION_SUMMARY | OPTION_VERIFY},
    {"check", command_check, "PLAN [--lang da|en] [--keep-going] [--strict]", 1, 1,
     "læs og efterse planmappen PLAN, uden at lave noget",
     "read and check the plan folder PLAN, without making anything", false,
     OPTION_KEEP_GOING | OPTION_STRICT},
    {"explain", command_explain,
     "PLAN INDIKATOR OMRÅDE [--edition delt|intern] [--lang da|en] [--keep-going] [--strict]", 1, 3,
     "forklar vurderingen af INDIKATOR i OMRÅDE, trin for trin fra linjerne i PLAN",
     "explain the verdict on INDIKATOR in OMRÅDE, step by step from the lines of PLAN", false,
     OPTION_EDITION | OPTION_KEEP_GOING | OPTION_STRICT},
    {"compare", command_compare, "OLD NEW [-o DIR] [--lang da|en] [--strict]", 0, 2,
     "sammenlign udgaverne OLD og NEW: hvad der har flyttet sig, er revideret og er nyt",
     "compare the editions OLD and NEW: what moved, what was revised, what is new", false,
     OPTION_OUTPUT | OPTION_STRICT},
    {"join", command_join, "MAPPE… -o DIR [--lang da|en]", 1, COMMAND_LINE_WORDS - 1,
     "saml sammenfatninger (run --summary) af flere kommuner i én, med test justeret over alle",
     "join summaries (run --summary) of several municipalities, with tests adjusted over all", true,
     OPTION_OUTPUT},
    {"doctor", command_doctor, "[--lang da|en] [--strict]", 0, 0,
     "se, om gnuplot, skrifttyper og Chromium er her, og hvad der skal installeres",
     "see whether gnuplot, typefaces and Chromium are here, and what to install", false,
     OPTION_STRICT},
    {"help", command_help, "[COMMAND]", 0, 1, "vis denne hjælp, eller hjælp til en kommando",
     "show this help, or the help of a command", false, 0},
};

const struct command *command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

const struct command *command_find(const char *name)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)); i++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

unsigned command_options(const struct command *command, const struct command_line *line)
{
    if (line->verify && command->run == command_run)
        return OPTION_VERIFY;
    if (command->run == command_import)
        return line->split ? OPTION_SPLIT | OPTION_OUTPUT : OPTION_TO | OPTION_MAP;
    return line->summary ? command->options & ~(unsigned)OPTION_PDF : command->options;
}
