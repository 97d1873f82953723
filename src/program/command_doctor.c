/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "pejling/program/command_doctor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/sink.h"
#include "pejling/present/chromium.h"
#include "pejling/present/gnuplot_check.h"
#include "pejling/program/command_help.h"
#include "pejling/program/plots_folder.h"

/* A folder of its own to draw in; NULL, and a PROBLEM_FILE, where none can be made. */
static const char *make_folder(struct diagnostics *diagnostics)
{
    const char *named = getenv("TMPDIR");
    char *folder = arena_printf(diagnostics->arena, "%s/pejling-doctor-XXXXXX",
                                named && *named ? named : "/tmp");
    if (mkdtemp(folder))
        return folder;
    file_report(diagnostics, folder, errno);
    return NULL;
}

static void found(const struct diagnostics *diagnostics, const char *what, const char *danish,
                  const char *english)
{
    printf("%s: %s\n", what, say(diagnostics->language, danish, english));
    (void)fflush(stdout); /* what is looked at next may take seconds */
}

static void look_at_letters(struct diagnostics *diagnostics, const struct gnuplot_check *check)
{
    const struct location at = {.file = "gnuplot"};
    if (!check->writes)
        diagnostics_report(
            diagnostics, PROBLEM_TOOL, at,
            "ingen skrifttype er installeret, så »pejling run« tegner ingen figurer · installer "
            "pakken "
            "fonts-open-sans",
            "no typeface is installed, so »pejling run« draws no figures · install the package "
            "fonts-open-sans");
    else if (!check->has_typeface)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, at,
            "Open Sans er ikke installeret, så figurerne får en anden skrift · installer pakken "
            "fonts-open-sans",
            "Open Sans is not installed, so the figures have another typeface · install the "
            "package fonts-open-sans");
    else
        found(diagnostics, "gnuplot", "tegner figurer og skriver på dem med Open Sans",
              "draws figures, and writes on them in Open Sans");
}

static void look_at_gnuplot(const struct place *place)
{
    struct diagnostics *diagnostics = place->diagnostics;
    const struct gnuplot_check check = gnuplot_check_end(gnuplot_check_start(place));
    if (check.fault != GNUPLOT_SCRIPT)
        found(diagnostics, place->plots, "opskrifterne til figurerne",
              "the scripts of the figures");
    if (check.fault)
        gnuplot_fault_report(diagnostics, check.fault, "gnuplot");
    else
        look_at_letters(diagnostics, &check);
}

/* Whether a page comes out of it; if not, that is a remark, for only --pdf takes it. */
static void try_chromium(const struct place *place, const char *program)
{
    static const struct printed_page trial = {
        .page = "side.html", .pdf = "side.pdf", .seconds = 30};
    struct diagnostics *diagnostics = place->diagnostics;
    struct diagnostics tried = {.arena = diagnostics->arena, .language = diagnostics->language};
    const struct place here = {&tried, place->folder, NULL};
    struct sink *page =
        sink_open(&tried, arena_printf(tried.arena, "%s/%s", place->folder, trial.page));
    sink_text(page, "<!DOCTYPE html><title>pejling</title><p>pejling\n");
    if (sink_close(page) && chromium_print(&here, &trial))
        found(diagnostics, program, "kan lave siden som PDF med --pdf",
              "can make the page a PDF with --pdf");
    for (size_t i = 0; i < tried.count; i++) {
        const struct diagnostic *item = &tried.items[i];
        bool of_files = item->problem == PROBLEM_FILE;
        diagnostics_report(diagnostics, of_files ? PROBLEM_FILE : PROBLEM_REMARK,
                           of_files ? item->at : (struct location){.file = program}, "%s", "%s",
                           item->text);
    }
}

static void look_at_chromium(const struct place *place)
{
    const char *program = chromium_program();
    if (program && access(program, X_OK) == 0)
        try_chromium(place, program);
    else
        diagnostics_report(
            place->diagnostics, PROBLEM_REMARK, (struct location){.file = "chromium"},
            "findes ikke; den bruges kun til --pdf · installer pakken chromium, hvis siden skal "
            "laves som PDF",
            "is not here; only --pdf takes it · install the package chromium if the page is to be "
            "made a PDF");
}

int command_doctor(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    command_version();
    const char *folder = make_folder(diagnostics);
    const struct place place = {diagnostics, folder, plots_folder(diagnostics->arena)};
    if (folder) {
        look_at_gnuplot(&place);
        look_at_chromium(&place);
        if (!file_remove_tree(folder))
            file_report(diagnostics, folder, errno);
    }
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
