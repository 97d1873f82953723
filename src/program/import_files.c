/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/import_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/text.h"
#include "pejling/input/csvfile.h"
#include "pejling/model/observation_rows.h"
#include "pejling/present/csv_writer.h"

#define INDICATORS_FILE "indikatorer.csv"
#define FILE_LIMIT ((size_t)64 << 20)

/* --- files that are replaced ------------------------------------------------------------------ */
static bool same_content(struct diagnostics *diagnostics, const char *a, const char *b)
{
    struct diagnostics scratch = {.arena = diagnostics->arena, .language = diagnostics->language};
    const struct input_file first = {a, a, PROBLEM_FILE}, second = {b, b, PROBLEM_FILE};
    size_t length, other;
    const char *bytes = file_read(&scratch, &first, FILE_LIMIT, &length);
    const char *others = file_read(&scratch, &second, FILE_LIMIT, &other);
    return bytes && others && length == other && memcmp(bytes, others, length) == 0;
}

/* The first of `forrige_NAME`, `forrige_2_NAME`, `forrige_3_NAME` … that the plan folder lacks. */
static const char *former_name(struct arena *arena, const char *plan, const char *name)
{
    const char *bare = file_bare_name(name);
    const char *former = arena_printf(arena, "forrige_%s", bare);
    for (int i = 2; access(arena_printf(arena, "%s/%s", plan, former), F_OK) == 0; i++)
        former = arena_printf(arena, "forrige_%d_%s", i, bare);
    return former;
}

/*
 * Writes a sheet to `name` in the plan folder. What stood there with another content is kept, and
 * `*kept` then its name.
 */
static bool put_sheet(struct diagnostics *diagnostics, const char *plan, const char *name,
                      const struct sheet *sheet, const char **kept)
{
    struct arena *arena = diagnostics->arena;
    const char *path = arena_printf(arena, "%s/%s", plan, name);
    const char *fresh = arena_printf(arena, "%s.ny", name); /* no CSV file to the plan's reader */
    const char *fresh_path = arena_printf(arena, "%s/%s", plan, fresh);
    const char *former = former_name(arena, plan, name);
    const char *former_path = arena_printf(arena, "%s/%s", plan, former);
    const struct place place = {diagnostics, plan, NULL};
    *kept = NULL;
    if (!csv_write(&place, fresh, sheet, CSV_DANISH))
        return false;
    bool there = access(path, F_OK) == 0;
    if (there && !same_content(diagnostics, path, fresh_path)) {
        if (rename(path, former_path) != 0) {
            file_report(diagnostics, former_path, errno);
            return false;
        }
        *kept = former;
    }
    if (rename(fresh_path, path) == 0)
        return true;
    file_report(diagnostics, path, errno);
    return false;
}

bool import_write_draft(struct diagnostics *diagnostics, const char *plan,
                        const struct mapping_draft *draft, const char **kept)
{
    struct sheet_column columns[MAPPING_COLUMNS];
    for (size_t c = 0; c < MAPPING_COLUMNS; c++)
        columns[c] = (struct sheet_column){mapping_column(c), mapping_column(c)};
    struct sheet sheet = sheet_make(diagnostics->arena, columns, MAPPING_COLUMNS);
    for (size_t i = 0; i < draft->count; i++)
        for (size_t c = 0; c < MAPPING_COLUMNS; c++)
            sheet_add_text(&sheet, draft->lines[i].texts[c]);
    return put_sheet(diagnostics, plan, MAPPING_DRAFT_FILE, &sheet, kept);
}

/* --- the rows --------------------------------------------------------------------------------- */
const char *import_file_name(struct arena *arena, const char *source)
{
    const char *slug = text_slug(arena, file_stem(arena, source));
    return arena_printf(arena, OBSERVATIONS_FOLDER "/%s.csv", *slug ? slug : "tal");
}

static const struct sheet_column row_columns[] = {
    {"indikator", "indikator"},
    {"område", "område"},
    {"periode", "periode"},
    {"gruppe", "gruppe"},
    {"tæller", "tæller"},
    {"nævner", "nævner"},
    {"værdi", "værdi"},
    {"spredning", "spredning"},
    {"status", "status"},
    {"note", "note"},
    {"svarprocent", "svarprocent"},
    {"designeffekt", "designeffekt"},
    {"population", "population"},
};
#define SURVEY_COLUMNS 3 /* the last ones */

static void add_value(struct sheet *sheet, const struct import_row *row, enum mapped_field field)
{
    if (row->has[field] && row->reason == REASON_NONE)
        sheet_add_number(sheet, row->values[field], SHEET_EXACT);
    else
        sheet_add_blank(sheet);
}

static const char *status_of(const struct import_row *row)
{
    if (row->reason == REASON_SUPPRESSED_SOURCE)
        return "diskret";
    if (row->reason == REASON_MISSING)
        return "mangler";
    return row->provisional ? "foreløbig" : "";
}

static void add_row(struct sheet *sheet, const struct import_row *row, bool has_surveys)
{
    char text[PERIOD_TEXT];
    sheet_add_text(sheet, row->indicator->code);
    sheet_add_text(sheet, row->area->code);
    sheet_add_text(sheet, arena_copy(sheet->arena, period_text(text, row->period)));
    sheet_add_text(sheet, row->group ? row->group : "");
    add_value(sheet, row, MAPPED_NUMERATOR);
    add_value(sheet, row, MAPPED_DENOMINATOR);
    add_value(sheet, row, MAPPED_VALUE);
    add_value(sheet, row, MAPPED_SPREAD);
    sheet_add_text(sheet, status_of(row));
    sheet_add_text(sheet, row->note);
    if (!has_surveys)
        return;
    add_value(sheet, row, MAPPED_RESPONSE_RATE);
    add_value(sheet, row, MAPPED_DESIGN_EFFECT);
    add_value(sheet, row, MAPPED_POPULATION);
}

/* The columns of surveys are left away where no row has them. */
static struct sheet make_sheet(struct arena *arena, const struct import_row *rows, size_t count)
{
    size_t columns = sizeof row_columns / sizeof *row_columns;
    bool has_surveys = false;
    for (size_t i = 0; i < count; i++)
        has_surveys = has_surveys || rows[i].indicator->measure == MEASURE_SURVEY;
    struct sheet sheet =
        sheet_make(arena, row_columns, has_surveys ? columns : columns - SURVEY_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_row(&sheet, &rows[i], has_surveys);
    return sheet;
}

bool import_write_rows(struct diagnostics *diagnostics, const char *plan, const char *name,
                       const struct import_row *rows, size_t count, const char **kept)
{
    const char *folder = arena_printf(diagnostics->arena, "%s/" OBSERVATIONS_FOLDER, plan);
    struct sheet sheet = make_sheet(diagnostics->arena, rows, count);
    *kept = NULL;
    if (mkdir(folder, 0777) == 0 || errno == EEXIST)
        return put_sheet(diagnostics, plan, name, &sheet, kept);
    file_report(diagnostics, folder, errno);
    return false;
}

/* --- new indicators --------------------------------------------------------------------------- */
struct header {
    struct arena *arena;
    const char **names;
    size_t count;
};

static void take_header(void *context, const struct csv_record *record)
{
    struct header *header = context;
    if (header->count || !record->fields)
        return;
    header->names = arena_alloc(header->arena, record->count, sizeof *header->names);
    header->count = record->count;
    for (size_t i = 0; i < record->count; i++)
        header->names[i] = arena_copy(header->arena, record->fields[i].text);
}

static const char *type_name(enum measure measure)
{
    return measure == MEASURE_SHARE ? "andel" : measure == MEASURE_SURVEY ? "survey" : "værdi";
}

static const char *reporting_name(struct reporting reporting)
{
    switch (reporting.kind) {
    case PERIOD_SCHOOL_YEAR:
        return "skoleår";
    case PERIOD_QUARTER:
        return "kvartal";
    case PERIOD_DATE:
        return "dato";
    case PERIOD_YEAR:
    case PERIOD_UNKNOWN:
        break;
    }
    return "kalenderår";
}

static const char *indicator_text(struct arena *arena, const struct indicator *indicator,
                                  const char *column)
{
    const char *folded = text_fold(arena, column);
    const struct {
        const char *name, *text;
    } texts[] = {
        {"kode", indicator->code},
        {"navn", indicator->name},
        {"type", type_name(indicator->measure)},
        {"enhed", indicator->unit},
        {"god_retning", "neutral"},
        {"opgørelse", reporting_name(indicator->reporting)},
        {"kilde", indicator->source},
        {"følsom", indicator->sensitive ? "ja" : ""},
        {"tendens", indicator->has_trend ? "" : "nej"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(text_fold(arena, texts[i].name), folded) == 0)
            return texts[i].text;
    return "";
}

/* A trend that must not be fitted cannot be told without the column for it. */
static bool check_trend_column(struct diagnostics *diagnostics, const struct header *header,
                               const struct indicator *indicators, size_t count)
{
    bool needed = false, there = false;
    for (size_t i = 0; i < count; i++)
        needed = needed || !indicators[i].has_trend;
    for (size_t c = 0; c < header->count; c++)
        there = there || strcmp(text_fold(header->arena, header->names[c]), "tendens") == 0;
    if (needed && !there)
        diagnostics_report(
            diagnostics, PROBLEM_INPUT, (struct location){.file = INDICATORS_FILE},
            "tallene er gennemsnit af to år, og filen mangler kolonnen »tendens«, hvor "
            "der skal stå nej · tilføj kolonnen, og importér igen",
            "the figures are means of two years, and the file lacks the column "
            "»tendens«, which must say nej · add the column and import again");
    return !needed || there;
}

/* The file's text and the names of its columns. */
static bool read_indicators(struct diagnostics *diagnostics, const char *plan,
                            struct csv_text *text, struct header *header)
{
    const char *path = arena_printf(diagnostics->arena, "%s/" INDICATORS_FILE, plan);
    const struct input_file file = {path, INDICATORS_FILE, PROBLEM_INPUT};
    *header = (struct header){.arena = diagnostics->arena};
    if (!csvrecords_open(diagnostics, &file, FILE_LIMIT, text))
        return false;
    if (!text->delimiter)
        text->delimiter = csvfile_delimiter(text);
    csvrecords_read(diagnostics, text, take_header, header);
    return true;
}

bool import_add_indicators(struct diagnostics *diagnostics, const char *plan,
                           const struct indicator *indicators, size_t count)
{
    struct arena *arena = diagnostics->arena;
    struct header header;
    struct csv_text text;
    if (!read_indicators(diagnostics, plan, &text, &header) ||
        !check_trend_column(diagnostics, &header, indicators, count))
        return false;
    const char *line_end = strstr(text.text, "\r\n") ? "\r\n" : "\n";
    struct sink *sink = sink_open(diagnostics, arena_printf(arena, "%s/" INDICATORS_FILE, plan));
    sink_text(sink, CSV_BYTE_ORDER_MARK);
    sink_bytes(sink, text.text, text.length);
    if (text.length && !strchr("\r\n", text.text[text.length - 1]))
        sink_text(sink, line_end);
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 0; c < header.count; c++) {
            if (c)
                sink_bytes(sink, &text.delimiter, 1);
            csv_write_text(sink, indicator_text(arena, &indicators[i], header.names[c]),
                           text.delimiter);
        }
        sink_text(sink, line_end);
    }
    return sink_close(sink);
}

bool import_draft_indicators(struct diagnostics *diagnostics, const char *plan,
                             const struct indicator *indicators, size_t count, const char **kept)
{
    struct arena *arena = diagnostics->arena;
    struct header header;
    struct csv_text text;
    *kept = NULL;
    if (!read_indicators(diagnostics, plan, &text, &header))
        return false;
    struct sheet_column *columns = arena_alloc(arena, header.count, sizeof *columns);
    for (size_t c = 0; c < header.count; c++)
        columns[c] = (struct sheet_column){header.names[c], header.names[c]};
    struct sheet sheet = sheet_make(arena, columns, header.count);
    for (size_t i = 0; i < count; i++)
        for (size_t c = 0; c < header.count; c++)
            sheet_add_text(&sheet, indicator_text(arena, &indicators[i], header.names[c]));
    return put_sheet(diagnostics, plan, INDICATORS_DRAFT_FILE, &sheet, kept);
}
