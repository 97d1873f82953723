/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_help.h"

#include <stdio.h>

#include "pejling/program/commands.h"
#include "pejling/program/libraries.h"

void command_version(void)
{
    struct library library;
    printf("pejling %s", PEJLING_VERSION);
    for (size_t i = 0; (library = library_at(i)).name; i++)
        printf("%s%s %s", i == 0 ? " (" : ", ", library.name, library.version);
    printf(")\n");
}

static void print_all(enum language language)
{
    const struct command *command;
    printf("%s\n\n",
           say(language, "pejling følger boligområder over tid og holder dem op mod kommunen.",
               "pejling follows housing areas over time, held up against the "
               "municipality."));
    for (size_t i = 0; (command = command_at(i)); i++)
        printf("  pejling %s %s\n      %s\n", command->name, command->usage,
               say(language, command->danish, command->english));
    printf("\n%s\n",
           say(language,
               "  -o DIR                hvor udgaven skal ligge (ellers out/ og planens navn)\n"
               "  --edition delt        må deles: små tal skjules (det er det almindelige)\n"
               "  --edition intern      alle tal; må ikke deles\n"
               "  --lang da|en          sprog\n"
               "  --keep-going          udelad serier med fejl, og lav resten\n"
               "  --strict              bemærkninger giver slutstatus 1\n"
               "  --pdf                 også siden som seminar.pdf (kræver Chromium)\n"
               "  --summary             (run) alle kommuner i én sammenfatning.csv, uden figurer\n"
               "  --split kommune       (import) del en plan op i en planmappe for hver kommune\n"
               "  --verify UDGAVE       (run) lav en intern udgave igen, og vis hver forskel\n"
               "  --version             programmets og bibliotekernes versioner\n\n"
               "Slutstatus: 0 færdig · 1 færdig, men noget er udeladt · 2 forkert kald · "
               "3 fejl i data ·\n4 små tal kan ikke beskyttes · 5 gnuplot eller Chromium manglede "
               "eller fejlede ·\n6 filer · 70 fejl i programmet",
               "  -o DIR                where the edition goes (else out/ and the plan's name)\n"
               "  --edition delt        may be shared: small numbers are hidden (the default)\n"
               "  --edition intern      every number; not to be shared\n"
               "  --lang da|en          language\n"
               "  --keep-going          leave faulty series out and make the rest\n"
               "  --strict              remarks give exit status 1\n"
               "  --pdf                 the page as seminar.pdf too (takes Chromium)\n"
               "  --summary             (run) all municipalities in one sammenfatning.csv, no "
               "figures\n"
               "  --split kommune       (import) split a plan into one plan folder a municipality\n"
               "  --verify EDITION      (run) make an internal edition again, and show every "
               "difference\n"
               "  --version             versions of program and libraries\n\n"
               "Exit status: 0 done · 1 done, something left out · 2 usage · 3 faulty data ·\n"
               "4 small numbers cannot be protected · 5 gnuplot or Chromium missing or failed ·\n"
               "6 files · 70 a fault of the program"));
}

int command_help(struct command_line *line)
{
    enum language language = line->diagnostics->language;
    if (line->word_count < 2) {
        print_all(language);
        return 0;
    }
    const struct command *command = command_find(line->words[1]);
    if (!command) {
        diagnostics_report(line->diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "ukendt kommando »%s« · se »pejling help«",
                           "unknown command »%s« · see »pejling help«", line->words[1]);
        return diagnostics_exit_status(line->diagnostics, false, false);
    }
    printf("pejling %s %s\n    %s\n", command->name, command->usage,
           say(language, command->danish, command->english));
    return 0;
}
