/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_join.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/file.h"
#include "pejling/program/comparable.h"
#include "pejling/program/edition_folder.h"
#include "pejling/program/manifest.h"
#include "pejling/program/summary_read.h"

/* A block, and the folder that it is from. */
struct joined {
    struct summary_block block;
    const char *folder;
};

static int compare_municipalities(const void *left, const void *right)
{
    const struct joined *a = left, *b = right;
    int order = strcmp(a->block.municipality, b->block.municipality);
    return order ? order : strcmp(a->folder, b->folder);
}

static bool are_equal(const struct summary_block *a, const struct summary_block *b)
{
    if (a->length != b->length || a->test_count != b->test_count ||
        memcmp(a->text, b->text, a->length) != 0)
        return false;
    for (size_t i = 0; i < a->test_count; i++) /* p and method are in the text */
        if (a->tests[i].adjusted_at != b->tests[i].adjusted_at ||
            a->tests[i].strength_at != b->tests[i].strength_at)
            return false;
    return true;
}

static bool mixed(struct diagnostics *diagnostics, const char *folder, const char *danish,
                  const char *english)
{
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = folder}, "%s", "%s",
                       say(diagnostics->language, danish, english));
    return false;
}

/* Whether a summary can stand in one table with those before it, whose definitions are `parts`. */
static bool is_alike(struct diagnostics *diagnostics, const struct summary_edition *first,
                     const struct catalogue *const *parts, size_t count,
                     const struct summary_edition *other)
{
    bool alike = true;
    if (first->edition != other->edition)
        alike = mixed(diagnostics, other->folder,
                      "den ene sammenfatning er delt, den anden intern · saml kun delte eller kun "
                      "interne",
                      "one summary is shared and another internal · join only shared or only "
                      "internal ones");
    if (strcmp(first->version, other->version) != 0)
        alike = mixed(diagnostics, other->folder,
                      "er lavet med en anden version af programmet · lav alle med den samme",
                      "was made with another version of the program · make all with the same");
    return comparable_parts(diagnostics, other->folder, parts, count, other->definitions) && alike;
}

/* Sorted blocks, each municipality once; false, and a problem for each that is there twice. */
static bool keep_one_of_each(struct diagnostics *diagnostics, const struct joined *all,
                             size_t count, struct summary_block *blocks, size_t *kept)
{
    bool fine = true;
    *kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct summary_block *block = &all[i].block;
        if (i == 0 || strcmp(block->municipality, all[i - 1].block.municipality) != 0) {
            blocks[(*kept)++] = *block;
            continue;
        }
        if (*block->municipality) {
            fine = false;
            diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = all[i].folder},
                               "kommunen »%s« er også i %s · nævn hver kommune én gang",
                               "the municipality »%s« is in %s too · name each municipality once",
                               block->municipality, all[i - 1].folder);
        } else if (!are_equal(block, &all[i - 1].block)) {
            fine = mixed(diagnostics, all[i].folder,
                         "har andre tal for landet og andet uden kommune end de øvrige · lav "
                         "sammenfatningerne igen af de samme tal",
                         "has other figures than the rest for the country and what lies in no "
                         "municipality · make the summaries again from the same figures");
        }
    }
    return fine;
}

static void publish(struct command_line *line, enum edition edition,
                    const struct summary_block *blocks, size_t count)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct edition_folder folder;
    for (size_t i = 1; i < line->word_count; i++)
        if (file_lies_in(line->words[i], line->output)) {
            diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = line->output},
                               "er en af sammenfatningerne eller ligger uden om dem · vælg en "
                               "anden mappe med -o",
                               "is one of the summaries or lies around them · choose another "
                               "folder with -o");
            return;
        }
    if (!edition_begin(diagnostics, FOLDER_SUMMARY, line->output, NULL, &folder))
        return;
    const struct place place = {diagnostics, folder.building, NULL};
    if (!summary_write(&place, edition, blocks, count) || !checksums_write(&place))
        edition_abandon(diagnostics, &folder);
    else if (edition_publish(diagnostics, &folder, edition == EDITION_SHARED))
        printf(say(diagnostics->language, "Færdig: %s/%s\n", "Done: %s/%s\n"), folder.target,
               SUMMARY_FILE);
}

static void join(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct arena *arena = diagnostics->arena;
    size_t folders = line->word_count - 1, count = 0, kept;
    struct summary_edition *summaries = arena_alloc(arena, folders, sizeof *summaries);
    bool fine = true;
    for (size_t i = 0; i < folders; i++)
        fine = summary_read(diagnostics, line->words[i + 1], &summaries[i]) && fine;
    for (size_t i = 0; i < folders && fine; i++)
        count += summaries[i].count;
    const struct catalogue **parts = arena_alloc(arena, folders, sizeof *parts);
    struct joined *all = arena_alloc(arena, count + 1, sizeof *all);
    struct summary_block *blocks = arena_alloc(arena, count + 1, sizeof *blocks);
    if (!fine)
        return;
    count = 0;
    for (size_t i = 0; i < folders; i++) {
        parts[i] = summaries[i].definitions;
        fine = (i == 0 || is_alike(diagnostics, &summaries[0], parts, i, &summaries[i])) && fine;
        for (size_t j = 0; j < summaries[i].count; j++)
            all[count++] = (struct joined){summaries[i].blocks[j], summaries[i].folder};
    }
    if (count)
        qsort(all, count, sizeof *all, compare_municipalities);
    if (keep_one_of_each(diagnostics, all, count, blocks, &kept) && fine)
        publish(line, summaries[0].edition, blocks, kept);
}

int command_join(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    if (line->output)
        join(line);
    else
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "skriv efter -o, hvor den samlede skal ligge · se »pejling help«",
                           "write behind -o where the joined one goes · see »pejling help«");
    return diagnostics_exit_status(diagnostics, false, line->strict);
}
