/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "pejling/base/memory.h"
#include "pejling/present/child.h"
#include "pejling/program/command_help.h"
#include "pejling/program/command_run.h"
#include "pejling/program/commands.h"
#include "pejling/stats/distribution.h"

/* A stream that is closed would else be the first file that is opened, and be written into. */
static void fill_closed_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0)
            return; /* writing fails as well */
}

/*
 * Once, before anything else: a reader that goes away is an error to report and no signal, a crash
 * leaves no image of the raw figures behind, and whoever stops the program stops its helpers too.
 */
static void prepare(void)
{
    const struct rlimit none = {0, 0};
    fill_closed_streams();
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
        return usage(line, "nævn en mappe eller fil efter", "name a folder or file after",
                     command->name);
    if (words > command->most_words)
        return usage(line, "et ord for meget", "a word too many", line->words[words]);
    unsigned astray = line->given & ~command_options(command, line);
    if (astray)
        return usage(line, "kommandoen tager ikke valget", "the command does not take the option",
                     command_option_name(astray));
    return command->run(line);
}

/* Whoever reads may have had enough: `pejling help | head -1`. */
static bool reader_is_gone(void)
{
    struct pollfd reader = {.fd = STDOUT_FILENO};
    return poll(&reader, 1, 0) == 1 && (reader.revents & POLLERR);
}

/* Whether the run leaves files, which standard output only tells of; else its answer is all there is. */
static bool leaves_files(const struct command_line *line)
{
    const struct command *command = line->word_count ? command_find(line->words[0]) : NULL;
    return command && !line->help && !line->version && !line->verify &&
           (command->makes_files || line->output);
}

/* What is still to be said on standard output; the status of a program that could not say it. */
static int finish_answer(const struct command_line *line, int status)
{
    struct diagnostics late = {.arena = line->diagnostics->arena,
                               .language = line->diagnostics->language};
    bool said = fflush(stdout) == 0 && !ferror(stdout);
    if (said || reader_is_gone())
        return status;
    bool made = leaves_files(line);
    if (made)
        diagnostics_report(&late, PROBLEM_FILE, (struct location){.file = "pejling"},
                           "beskeden kan ikke skrives på skærmen (standard output) · filerne i "
                           "mappen er ikke berørt af det",
                           "the message cannot be written on the screen (standard output) · the "
                           "files in the folder are not touched by that");
    else
        diagnostics_report(&late, PROBLEM_FILE, (struct location){.file = "pejling"},
                           "svaret kan ikke skrives på skærmen (standard output) · send det et "
                           "sted hen, hvor der er plads, og kør igen",
                           "the answer cannot be written on the screen (standard output) · send "
                           "it where there is room, and run again");
    diagnostics_print(&late, stderr);
    return made ? status : diagnostics_exit_status(&late, false, false);
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
    status = finish_answer(&line, status);
    arena_free(arena);
    return status;
}
