/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/summary_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/sink.h"
#include "pejling/base/text.h"
#include "pejling/input/csvrecords.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/results.h"
#include "pejling/program/edition_read.h"

#define BLOCK_BYTES ((size_t)64 * 1024) /* at first */

struct reader {
    struct diagnostics *diagnostics;
    struct summary_edition *summary;
    const struct sheet *sheet; /* for its columns */
    struct sink *sink;         /* the text of the last block */
    struct summary_test *tests;
    size_t capacity, test_capacity;
    const char *indicator, *area; /* of the last test; NULL for none yet */
    bool has_header, sound;
};

static void refuse(struct reader *reader, struct location at, const char *danish,
                   const char *english)
{
    reader->sound = false;
    diagnostics_report(reader->diagnostics, PROBLEM_INPUT, at,
                       "%s · lav sammenfatningen igen, eller brug en kopi, der ikke er rettet i",
                       "%s · make the summary again, or use a copy that nobody edited",
                       say(reader->diagnostics->language, danish, english));
}

static void take_header(struct reader *reader, const struct csv_record *record)
{
    bool fits = record->count == reader->sheet->column_count + 1 &&
                strcmp(record->fields[0].text, "municipality") == 0;
    for (size_t i = 1; i < record->count && fits; i++)
        fits = strcmp(record->fields[i].text, reader->sheet->columns[i - 1].key) == 0;
    reader->has_header = true;
    if (!fits)
        refuse(reader, csvrecords_at(&record->fields[0]), "kolonnerne er ikke en sammenfatnings",
               "the columns are not those of a summary");
}

static bool holds_number(size_t column)
{
    return (column >= RESULT_VALUE && column <= RESULT_CONFIDENCE) ||
           (column >= RESULT_N_PERIODS && column <= RESULT_P_ADJUSTED);
}

/* A number as number_exact writes it; with p, one from 0 to 1. */
static bool is_number(const char *text, size_t column)
{
    char *end;
    if (text[strspn(text, "-+.0123456789e")] || *text == '+')
        return false;
    double number = strtod(text, &end);
    bool is_p = column == RESULT_P || column == RESULT_P_ADJUSTED;
    return *end == '\0' && (!is_p || (number >= 0 && number <= 1));
}

static void end_block(struct reader *reader)
{
    struct summary_edition *summary = reader->summary;
    if (!reader->sink || !summary->count)
        return;
    struct summary_block *block = &summary->blocks[summary->count - 1];
    block->text = sink_contents(reader->sink, &block->length);
    block->tests = reader->tests;
}

static void begin_block(struct reader *reader, const char *municipality)
{
    struct summary_edition *summary = reader->summary;
    struct arena *arena = reader->diagnostics->arena;
    end_block(reader);
    summary->blocks = arena_grow(arena, summary->blocks, summary->count, &reader->capacity,
                                 sizeof *summary->blocks);
    summary->blocks[summary->count++] =
        (struct summary_block){.municipality = arena_copy(arena, municipality)};
    reader->sink = sink_memory(reader->diagnostics, BLOCK_BYTES);
    reader->tests = NULL;
    reader->test_capacity = 0;
    reader->indicator = reader->area = NULL;
}

/* The test that the row belongs to: a new one, that of its strength, or NULL. */
static struct summary_test *test_of(struct reader *reader, struct summary_block *block,
                                    const struct csv_field *f)
{
    struct arena *arena = reader->diagnostics->arena;
    if (strcmp(f[RESULT_STATISTIC].text, statistic_code(STATISTIC_VERDICT_SLOPE)) == 0 &&
        *f[RESULT_P_ADJUSTED].text) {
        reader->tests = arena_grow(arena, reader->tests, block->test_count, &reader->test_capacity,
                                   sizeof *reader->tests);
        reader->indicator = arena_copy(arena, f[RESULT_INDICATOR].text);
        reader->area = arena_copy(arena, f[RESULT_AREA].text);
        reader->tests[block->test_count] =
            (struct summary_test){.p = strtod(f[RESULT_P].text, NULL), .strength_at = NO_STRENGTH};
        return &reader->tests[block->test_count++];
    }
    bool its = strcmp(f[RESULT_STATISTIC].text, statistic_code(STATISTIC_VERDICT_STRENGTH)) == 0 &&
               *f[RESULT_TEXT].text && reader->area &&
               strcmp(reader->indicator, f[RESULT_INDICATOR].text) == 0 &&
               strcmp(reader->area, f[RESULT_AREA].text) == 0;
    if (!its)
        return NULL;
    struct summary_test *test = &reader->tests[block->test_count - 1];
    test->agreed = strcmp(f[RESULT_METHOD].text, method_code(METHOD_BOTH_ENGINES)) == 0;
    return test;
}

static bool check_row(struct reader *reader, const struct csv_record *record)
{
    if (record->count != reader->sheet->column_count + 1) {
        refuse(reader, (struct location){csvrecords_at(&record->fields[0]).file, record->line, 0},
               "linjen har ikke det rette antal felter", "the line has a wrong number of fields");
        return false;
    }
    const struct csv_field *fields = record->fields + 1;
    bool fine = true;
    for (size_t i = 0; i < reader->sheet->column_count; i++)
        if (holds_number(i) && *fields[i].text && !is_number(fields[i].text, i)) {
            refuse(reader, csvrecords_at(&fields[i]), "her skal stå et tal",
                   "a number must stand here");
            fine = false;
        }
    if (*fields[RESULT_P_ADJUSTED].text && !*fields[RESULT_P].text) {
        refuse(reader, csvrecords_at(&fields[RESULT_P]), "her skal stå et tal",
               "a number must stand here");
        fine = false;
    }
    return fine;
}

/* A field as it was before summary_write guarded it: writing it again guards it again. */
static const char *plain(struct reader *reader, const char *text)
{
    return strchr(text, '\'') ? text_unguarded(reader->diagnostics->arena, text) : text;
}

static void copy_row(struct reader *reader, const struct csv_field *fields)
{
    struct summary_block *block = &reader->summary->blocks[reader->summary->count - 1];
    struct summary_test *test = test_of(reader, block, fields);
    bool slope =
        strcmp(fields[RESULT_STATISTIC].text, statistic_code(STATISTIC_VERDICT_SLOPE)) == 0;
    csv_write_text(reader->sink, block->municipality, ',');
    for (size_t i = 0; i < reader->sheet->column_count; i++) {
        size_t *hole = !test                             ? NULL
                       : slope && i == RESULT_P_ADJUSTED ? &test->adjusted_at
                       : !slope && i == RESULT_TEXT      ? &test->strength_at
                                                         : NULL;
        sink_text(reader->sink, ",");
        if (hole)
            sink_contents(reader->sink, hole);
        else if (holds_number(i))
            sink_text(reader->sink, fields[i].text);
        else
            csv_write_text(reader->sink, plain(reader, fields[i].text), ',');
    }
    sink_text(reader->sink, "\n");
}

static void read_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    struct summary_edition *summary = reader->summary;
    if (!record->fields)
        return;
    if (!reader->has_header) {
        take_header(reader, record);
        return;
    }
    if (!reader->sound || !check_row(reader, record))
        return;
    const char *municipality = plain(reader, record->fields[0].text);
    if (!summary->count ||
        strcmp(summary->blocks[summary->count - 1].municipality, municipality) != 0)
        begin_block(reader, municipality);
    copy_row(reader, record->fields + 1);
}

/* False, and a problem, where the folder is no summary or does not say what it is of. */
static bool read_manifest(struct diagnostics *diagnostics, const char *folder,
                          struct summary_edition *summary)
{
    struct arena *arena = diagnostics->arena;
    const struct edition_manifest manifest = edition_manifest_read(arena, folder);
    *summary = (struct summary_edition){.folder = folder,
                                        .edition = manifest.edition,
                                        .version = manifest.version,
                                        .definitions = manifest.definitions};
    const char *path = arena_printf(arena, "%s/manifest.json", folder);
    bool there = access(path, R_OK) == 0;
    if (!there && errno == EACCES) {
        file_report(diagnostics, path, errno);
        return false;
    }
    if (!manifest.is_edition || !manifest.is_summary || !manifest.version) {
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = folder},
                           "er ikke en mappe med en sammenfatning, som pejling run --summary laver "
                           "den, med manifest.json · ret stien, eller lav den igen",
                           "is no folder with a summary as pejling run --summary makes it, with "
                           "manifest.json · mend the path, or make it again");
        return false;
    }
    const char *reason = edition_reason(arena, diagnostics->language, &manifest);
    if (reason)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = path},
                           "%s · lav sammenfatningen igen", "%s · make the summary again", reason);
    return !reason;
}

bool summary_read(struct diagnostics *diagnostics, const char *folder,
                  struct summary_edition *summary)
{
    struct arena *arena = diagnostics->arena;
    const char *path = arena_printf(arena, "%s/" SUMMARY_FILE, folder);
    const struct input_file file = {path, path, PROBLEM_INPUT};
    const struct findings none = {.count = 0};
    const struct sheet sheet = results_sheet(arena, &none);
    struct csv_text text;
    if (!read_manifest(diagnostics, folder, summary))
        return false;
    bool published = edition_file_is_published(diagnostics, folder, folder, "manifest.json");
    if (!edition_file_is_published(diagnostics, folder, folder, SUMMARY_FILE) || !published ||
        !csvrecords_open(diagnostics, &file, FILE_IN_MEMORY_LIMIT, &text))
        return false;
    text.delimiter = ',';
    struct reader reader = {
        .diagnostics = diagnostics, .summary = summary, .sheet = &sheet, .sound = true};
    bool read = csvrecords_read(diagnostics, &text, read_record, &reader);
    end_block(&reader);
    if (!reader.has_header)
        refuse(&reader, (struct location){.file = path}, "filen er tom", "the file is empty");
    return read && reader.sound;
}
