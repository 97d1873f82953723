/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_compare.h"

#include <stdio.h>

#include "pejling/base/file.h"
#include "pejling/present/comparison_page.h"
#include "pejling/program/comparable.h"
#include "pejling/program/edition_folder.h"
#include "pejling/program/edition_read.h"

/* The two editions by their folders. */
struct editions {
    const char *old_folder, *new_folder;
    struct edition_content then, now;
};

static bool is_one_kind(struct diagnostics *diagnostics, const struct editions *both)
{
    enum edition then = both->then.manifest.edition, now = both->now.manifest.edition;
    if (then == now)
        return true;
    diagnostics_report(
        diagnostics, PROBLEM_INPUT, (struct location){.file = both->new_folder},
        "den ene udgave er delt, den anden intern, og de viser ikke de samme tal · "
        "sammenlign to delte eller to interne",
        "one edition is shared and the other internal, and they do not show the same "
        "figures · compare two shared or two internal ones");
    return false;
}

/* Both read in terms of the new one's definitions; every reason why not in one run. */
static bool read_both(struct diagnostics *diagnostics, struct editions *both)
{
    bool then = edition_open(diagnostics, both->old_folder, &both->then);
    bool now = edition_open(diagnostics, both->new_folder, &both->now);
    if (!then || !now)
        return false;
    const struct catalogue *catalogue = both->now.manifest.definitions;
    const char *reason;
    bool one_kind = is_one_kind(diagnostics, both);
    const char *at = arena_printf(diagnostics->arena, "%s/manifest.json", both->new_folder);
    if (!comparable(diagnostics, at, both->then.manifest.definitions, catalogue, &reason) ||
        !one_kind)
        return false;
    then = edition_fill(diagnostics, both->old_folder, catalogue, &both->then);
    now = edition_fill(diagnostics, both->new_folder, catalogue, &both->now);
    return then && now;
}

static const char *name_of(const struct edition_content *content, const char *folder)
{
    return content->manifest.name ? content->manifest.name : file_bare_name(folder);
}

/* Whether the comparison may be written there: not into one of the editions it is about. */
static bool may_write(struct diagnostics *diagnostics, const struct editions *both,
                      const char *output)
{
    if (!file_lies_in(both->old_folder, output) && !file_lies_in(both->new_folder, output))
        return true;
    diagnostics_report(
        diagnostics, PROBLEM_USAGE, (struct location){.file = output},
        "er en af de to udgaver eller ligger uden om dem · vælg en anden mappe med "
        "-o",
        "is one of the two editions or lies around them · choose another folder with "
        "-o");
    return false;
}

static bool write_both(struct diagnostics *diagnostics, const char *output,
                       const struct comparison *comparison, const char *earlier)
{
    const struct edition_news *news = comparison->news;
    struct edition_folder folder;
    if (!edition_begin(diagnostics, FOLDER_COMPARISON, output, NULL, &folder))
        return false;
    const struct place place = {diagnostics, folder.building, ""};
    if (!comparison_page_write(&place, comparison) ||
        !comparison_table_write(&place, news, earlier)) {
        edition_abandon(diagnostics, &folder);
        return false;
    }
    return edition_publish(diagnostics, &folder, news->now->table->edition == EDITION_SHARED);
}

static void compare(struct command_line *line, const struct editions *both)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct arena *arena = diagnostics->arena;
    const struct findings then = findings_compute(arena, &both->then.table);
    const struct findings now = findings_compute(arena, &both->now.table);
    const struct edition_pair pair = {&then, &now, both->then.manifest.definitions,
                                      &both->then.told};
    const struct edition_news news = edition_news_compare(arena, &pair);
    const char *earlier = name_of(&both->then, both->old_folder);
    const struct comparison comparison =
        comparison_tell(arena, diagnostics->language, &news, earlier);
    if (!line->output || write_both(diagnostics, line->output, &comparison, earlier))
        fputs(comparison_text(arena, diagnostics->language, &comparison), stdout);
}

int command_compare(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    if (line->word_count < 3) {
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "der skal to udgaver til · skriv mapperne: pejling compare OLD NEW",
                           "it takes two editions · write their folders: pejling compare OLD NEW");
        return diagnostics_exit_status(diagnostics, false, false);
    }
    struct editions both = {.old_folder = line->words[1], .new_folder = line->words[2]};
    if (read_both(diagnostics, &both) &&
        (!line->output || may_write(diagnostics, &both, line->output)))
        compare(line, &both);
    return diagnostics_exit_status(diagnostics, false, line->strict);
}
