/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "pejling/base/memory.h"
#include "pejling/present/child.h"
#include "pejling/program/command_help.h"
#include "pejling/program/command_run.h"
#include "pejling/program/commands.h"
#include "pejling/stats/distribution.h"

/*
 * Once, before anything else: a reader that goes away is an error to report and no signal, a crash
 * leaves no image of the raw figures behind, and whoever stops the program stops its helpers too.
 */
static void prepare(void)
{
    const struct rlimit none = {0, 0};
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_CORE, &none);
    child_ends_with_us();
    json_set_alloc_funcs(memory_take, free);
    distribution_start();
}

static int usage(struct command_line *line, const char *danish, const char *english,
                 const char *word)
{
    struct diagnostics *diagnostics = line->diagnostics;
    diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                       "%s%s%s%s · se »pejling help«", "%s%s%s%s · see »pejling help«",
                       say(diagnostics->language, danish, english), word ? " »" : "",
                       word ? word : "", word ? "«" : "");
    return diagnostics_exit_status(diagnostics, false, false);
}

static int dispatch(struct command_line *line)
{
    if (line->version) {
        command_version();
        return 0;
    }
    if (line->word_count == 0)
        return line->help ? command_help(line)
                          : usage(line, "kommandoen mangler", "the command is missing", NULL);
    const struct command *command = command_find(line->words[0]);
    if (!command)
        return usage(line, "ukendt kommando", "unknown command", line->words[0]);
    size_t words = line->word_count - 1;
    if (line->help) {
        line->words[1] = line->words[0];
        line->word_count = 2;
        return command_help(line);
    }
    if (words < command->least_words && !(line->verify && command->run == command_run))
        return usage(line, "planmappens navn mangler", "the name of the plan folder is missing",
                     NULL);
    if (words > command->most_words)
        return usage(line, "et ord for meget", "a word too many", line->words[words]);
    return command->run(line);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena, .language = LANGUAGE_DANISH};
    struct command_line line;
    prepare();
    int status = command_line_read(&diagnostics, argc, argv, &line)
                     ? dispatch(&line)
                     : diagnostics_exit_status(&diagnostics, false, false);
    diagnostics_print(&diagnostics, stderr);
    if (fflush(stdout) != 0 && status == 0)
        status = 6;
    arena_free(arena);
    return status;
}
