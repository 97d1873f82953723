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

/* What each option is for; 0: every command takes it. */
static const struct {
    unsigned option;
    const char *danish_form, *english_form, *danish, *english;
} explained[] = {
    {OPTION_OUTPUT, "-o DIR", "-o DIR", "mappen, der laves (run: ellers out/ og planens navn)",
     "the folder that is made (run: else out/ and the plan's name)"},
    {OPTION_EDITION, "--edition delt", "--edition delt",
     "må deles: små tal skjules (det er det almindelige)",
     "may be shared: small numbers are hidden (the default)"},
    {OPTION_EDITION, "--edition intern", "--edition intern", "alle tal; må ikke deles",
     "every number; not to be shared"},
    {0, "--lang da|en", "--lang da|en", "sprog", "language"},
    {OPTION_KEEP_GOING, "--keep-going", "--keep-going", "udelad serier med fejl, og lav resten",
     "leave faulty series out and make the rest"},
    {OPTION_STRICT, "--strict", "--strict", "bemærkninger giver slutstatus 1",
     "remarks give exit status 1"},
    {OPTION_PDF, "--pdf", "--pdf", "også siden som seminar.pdf (kræver Chromium)",
     "the page as seminar.pdf too (takes Chromium)"},
    {OPTION_SUMMARY, "--summary", "--summary",
     "(run) hver kommune for sig, det sidste tal og alle vurderinger i én tabel",
     "(run) each municipality by itself, the last figure and all verdicts in one table"},
    {OPTION_VERIFY, "--verify UDGAVE", "--verify EDITION",
     "(run) lav en intern udgave igen, og vis hver forskel",
     "(run) make an internal edition again, and show every difference"},
    {OPTION_TO, "--to PLAN", "--to PLAN", "(import) planmappen, som tallene lægges i",
     "(import) the plan folder that the figures go to"},
    {OPTION_SPLIT, "--split kommune", "--split kommune",
     "(import) del planen op i en planmappe for hver kommune",
     "(import) split the plan into one plan folder a municipality"},
    {OPTION_MAP, "--map MAP.csv", "--map MAP.csv", "(import) hvad filens navne hedder i planen",
     "(import) what the names of the file are in the plan"},
};

static void print_options(enum language language, unsigned options)
{
    for (size_t i = 0; i < sizeof explained / sizeof *explained; i++)
        if (explained[i].option == 0 || (explained[i].option & options))
            printf("  %-22s%s\n",
                   say(language, explained[i].danish_form, explained[i].english_form),
                   say(language, explained[i].danish, explained[i].english));
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
    printf("\n");
    print_options(language, ~0U);
    printf("  %-22s%s\n\n", "--version",
           say(language, "programmets og bibliotekernes versioner",
               "versions of program and libraries"));
    printf(
        "%s\n",
        say(language,
            "Slutstatus: 0 færdig · 1 færdig, men noget er udeladt · 2 forkert kald · "
            "3 fejl i data ·\n4 små tal kan ikke beskyttes · 5 lavet, men gnuplot, Chromium eller "
            "regnearkets skriver manglede\neller fejlede · 6 filer eller hukommelse · 70 fejl i "
            "programmet",
            "Exit status: 0 done · 1 done, something left out · 2 usage · 3 faulty data ·\n"
            "4 small numbers cannot be protected · 5 published, but gnuplot, Chromium or the "
            "workbook's\nwriter was missing or failed · 6 files or memory · 70 a fault of the "
            "program"));
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
    print_options(language, command->options);
    return 0;
}
