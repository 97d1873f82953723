/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/observation_rows.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/intern.h"
#include "pejling/base/mover_group.h"
#include "pejling/base/text.h"
#include "pejling/model/figure_row.h"
#include "pejling/model/lookup.h"

#define FOLDER_NAME "observationer"

/* Bits of a packed period below those of its year. */
#define MONTH_SHIFT 8
#define DAY_SHIFT 3
#define YEAR_SHIFT 12

uint32_t period_pack(struct period period)
{
    if (period.kind == PERIOD_UNKNOWN)
        return 0;
    return (uint32_t)period.year << YEAR_SHIFT | (uint32_t)period.month << MONTH_SHIFT |
           (uint32_t)period.day << DAY_SHIFT | (uint32_t)period.kind;
}

struct period period_unpack(uint32_t packed)
{
    return (struct period){.kind = (enum period_kind)(packed & 7),
                           .year = (short)(packed >> YEAR_SHIFT),
                           .month = (signed char)(packed >> MONTH_SHIFT & 15),
                           .day = (signed char)(packed >> DAY_SHIFT & 31)};
}

/* What the codes of a column stand for, looked up once each. */
struct meanings {
    struct intern *texts;
    const void **items; /* by number; NULL for what is not known */
    size_t count, capacity;
};

/* A row whose group is almost one that the program knows. */
struct odd_group {
    const struct indicator *indicator;
    const char *group;
    struct location at;
};

struct odd_groups {
    struct odd_group *items; /* the first of each indicator and group in a piece */
    size_t count, capacity;
};

struct piece_reader {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    bool *left_out;
    struct meanings indicators, areas;
    struct intern *groups;
    struct odd_groups odd;
    struct observation_piece piece;
    size_t capacity;
};

static const void *indicator_meant(const struct catalogue *catalogue, const char *text)
{
    return catalogue_indicator(catalogue, text);
}

static const void *area_meant(const struct catalogue *catalogue, const char *text)
{
    struct arena *scratch = arena_new();
    const struct area *area = catalogue_area(catalogue, text_fold(scratch, text));
    arena_free(scratch);
    return area && area->role != AREA_REST ? area : NULL;
}

static const void *meaning(struct piece_reader *reader, struct meanings *meanings,
                           const struct csv_field *field,
                           const void *(*meant)(const struct catalogue *, const char *))
{
    size_t number = intern_number(meanings->texts, field->text);
    if (number == meanings->count) {
        meanings->items = arena_grow(reader->diagnostics->arena, meanings->items, meanings->count,
                                     &meanings->capacity, sizeof *meanings->items);
        meanings->items[meanings->count++] = meant(reader->catalogue, field->text);
    }
    return meanings->items[number];
}

static bool *series_left_out(struct piece_reader *reader, const struct observation *observation)
{
    return &reader->left_out[observation->indicator->index * reader->catalogue->area_count +
                             observation->area->index];
}

/* False, and a problem, for a row without a place to be known by. */
static bool read_place(struct piece_reader *reader, const struct csv_field *fields,
                       struct observation *observation)
{
    struct diagnostics *diagnostics = reader->diagnostics;
    observation->indicator =
        meaning(reader, &reader->indicators, &fields[FIGURE_INDICATOR], indicator_meant);
    observation->area = meaning(reader, &reader->areas, &fields[FIGURE_AREA], area_meant);
    if (!observation->indicator)
        lookup_indicator(diagnostics, reader->catalogue, PROBLEM_SERIES, &fields[FIGURE_INDICATOR]);
    if (!observation->area)
        lookup_area(diagnostics, reader->catalogue, PROBLEM_SERIES, &fields[FIGURE_AREA]);
    return observation->indicator && observation->area && !observation->indicator->left_out;
}

static struct observation_row pack(struct arena *arena, const struct observation *observation,
                                   size_t series, size_t group)
{
    struct observation_row row = {.series = (uint32_t)series,
                                  .line = observation->at.line,
                                  .period = period_pack(observation->period),
                                  .group = (uint16_t)group,
                                  .status = (uint8_t)observation->status,
                                  .reason = (uint8_t)observation->reason};
    if (measure_has_counts(observation->indicator->measure)) {
        row.figure.counts.numerator = observation->amounts.numerator;
        row.figure.counts.denominator = observation->amounts.denominator;
    } else if (!observation->reason) {
        struct amounts *amounts = arena_alloc(arena, 1, sizeof *amounts);
        *amounts = observation->amounts;
        row.figure.amounts = amounts;
    }
    return row;
}

static void note_odd_group(struct piece_reader *reader, const struct indicator *indicator,
                           const struct csv_field *field)
{
    struct odd_groups *odd = &reader->odd;
    if (!mover_group_meant(field->text))
        return;
    for (size_t i = 0; i < odd->count; i++)
        if (odd->items[i].indicator == indicator && strcmp(odd->items[i].group, field->text) == 0)
            return;
    struct arena *arena = reader->diagnostics->arena;
    odd->items = arena_grow(arena, odd->items, odd->count, &odd->capacity, sizeof *odd->items);
    odd->items[odd->count++] =
        (struct odd_group){indicator, arena_copy(arena, field->text), field->at};
}

static bool read_group(struct piece_reader *reader, const struct indicator *indicator,
                       const struct csv_field *field, size_t *group)
{
    *group = 0;
    if (field_is_blank(field))
        return true;
    *group = intern_number(reader->groups, field->text);
    note_odd_group(reader, indicator, field);
    if (*group <= UINT16_MAX)
        return true;
    diagnostics_report(reader->diagnostics, PROBLEM_SERIES, field->at,
                       "filen har flere end %d grupper · del den op",
                       "the file has more than %d groups · split it", UINT16_MAX);
    return false;
}

static void read_row(void *context, const struct csv_row *csv)
{
    struct piece_reader *reader = context;
    struct diagnostics *diagnostics = reader->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct observation observation = {.at = csv->at};
    size_t before = diagnostics->count, group;
    if (!read_place(reader, csv->fields, &observation))
        return;
    bool has_period = lookup_period(diagnostics, observation.indicator, &csv->fields[FIGURE_PERIOD],
                                    PROBLEM_SERIES, &observation.period);
    figure_row_read(diagnostics, csv->fields, &observation);
    if (!read_group(reader, observation.indicator, &csv->fields[FIGURE_GROUP], &group))
        has_period = false;
    bool *left_out = series_left_out(reader, &observation);
    if (diagnostics->count > before)
        *left_out = true;
    if (!has_period)
        return;
    struct observation_piece *piece = &reader->piece;
    piece->rows =
        arena_grow(arena, piece->rows, piece->count, &reader->capacity, sizeof *piece->rows);
    piece->rows[piece->count++] =
        pack(arena, &observation, (size_t)(left_out - reader->left_out), group);
}

static int compare_names(const void *left, const void *right)
{
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

/* Also the locks of open files: Excel's `~$tal.csv`, and LibreOffice's `.~lock.tal.csv#`. */
static bool is_hidden(const char *name)
{
    return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

static bool is_csv(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".csv") == 0;
}

/* Names go into messages, checksums and JSON, which other programs read. */
static bool is_fit_name(const char *name)
{
    size_t length = strlen(name);
    if (text_utf8_length(name, length) != length)
        return false;
    for (; *name; name++)
        if ((unsigned char)*name < ' ' || *name == 0x7F || *name == '\\')
            return false;
    return true;
}

static void refuse_name(struct diagnostics *diagnostics)
{
    diagnostics_report(
        diagnostics, PROBLEM_INPUT, (struct location){.file = FOLDER_NAME},
        "en fils navn har tegn, der ikke kan vises · giv den et navn af bogstaver og "
        "tal",
        "the name of a file has characters that cannot be shown · give it a name of "
        "letters and digits");
}

/* The names of the CSV files in a folder, sorted; NULL where it cannot be read. */
static const char **list_files(struct diagnostics *diagnostics, const char *path, size_t *count)
{
    size_t capacity = 0;
    const char **names = arena_alloc(diagnostics->arena, 1, sizeof *names);
    DIR *folder = opendir(path);
    if (!folder)
        return NULL;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (is_hidden(entry->d_name))
            continue;
        if (!is_fit_name(entry->d_name)) {
            refuse_name(diagnostics);
            continue;
        }
        const char *name = arena_copy(diagnostics->arena, entry->d_name);
        if (!is_csv(name)) {
            diagnostics_report(diagnostics, PROBLEM_REMARK,
                               (struct location){.file = arena_printf(diagnostics->arena,
                                                                      FOLDER_NAME "/%s", name)},
                               "filen læses ikke · kun CSV-filer (.csv) læses herfra",
                               "the file is not read · only CSV files (.csv) are read from here");
            continue;
        }
        names = arena_grow(diagnostics->arena, names, *count, &capacity, sizeof *names);
        names[(*count)++] = name;
    }
    closedir(folder);
    if (*count)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}

static void read_file(struct observation_rows *rows, struct diagnostics *diagnostics,
                      const struct input_file *file, struct odd_groups *odd,
                      struct observation_piece *piece)
{
    const struct csv_format format = {figure_columns, FIGURE_COLUMNS, read_row};
    struct arena *arena = diagnostics->arena;
    struct piece_reader reader = {.diagnostics = diagnostics,
                                  .catalogue = rows->catalogue,
                                  .left_out = rows->left_out,
                                  .indicators.texts = intern_new(arena),
                                  .areas.texts = intern_new(arena),
                                  .groups = intern_new(arena),
                                  .piece.file = file->name};
    intern_number(reader.groups, ""); /* everybody */
    bool sound = csvfile_read(diagnostics, file, &format, &reader);
    for (size_t i = 0; i < reader.odd.count; i++) {
        odd->items = arena_grow(arena, odd->items, odd->count, &odd->capacity, sizeof *odd->items);
        odd->items[odd->count++] = reader.odd.items[i];
    }
    *piece = reader.piece;
    piece->group_count = intern_count(reader.groups);
    piece->groups = arena_alloc(arena, piece->group_count, sizeof *piece->groups);
    for (size_t i = 1; i < piece->group_count; i++)
        piece->groups[i] = intern_text(reader.groups, i);
    /* A row that cannot be taken apart could be any series' of this file. */
    for (size_t i = 0; i < piece->count && !sound; i++)
        rows->left_out[piece->rows[i].series] = true;
}

/* Groups that are almost one the program knows, once an indicator: they are used as any other. */
static void remark_on_groups(struct diagnostics *diagnostics, const struct odd_groups *odd)
{
    for (size_t i = 0; i < odd->count; i++) {
        const struct odd_group *each = &odd->items[i];
        bool told = false;
        for (size_t j = 0; j < i && !told; j++)
            told = odd->items[j].indicator == each->indicator &&
                   strcmp(odd->items[j].group, each->group) == 0;
        if (!told)
            diagnostics_report(
                diagnostics, PROBLEM_REMARK, each->at,
                "»%s«: »%s« kendes ikke som gruppe; mente du »%s«? · ret navnet i alle "
                "rækker, hvis det er en slåfejl",
                "»%s«: »%s« is not known as a group; did you mean »%s«? · mend the name in "
                "all rows if it is misspelt",
                each->indicator->code, each->group, mover_group_meant(each->group));
    }
}

static void read_files(struct observation_rows *rows, struct diagnostics *diagnostics,
                       const char *folder)
{
    struct odd_groups odd = {NULL, 0, 0};
    struct arena *arena = diagnostics->arena;
    const char *path = arena_printf(arena, "%s/%s", folder, FOLDER_NAME);
    size_t count = 0;
    const char **names = list_files(diagnostics, path, &count);
    rows->pieces = arena_alloc(arena, count, sizeof *rows->pieces);
    rows->piece_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct input_file file = {arena_printf(arena, "%s/%s", path, names[i]),
                                        arena_printf(arena, FOLDER_NAME "/%s", names[i]),
                                        PROBLEM_SERIES};
        read_file(rows, diagnostics, &file, &odd, &rows->pieces[i]);
        rows->count += rows->pieces[i].count;
    }
    if (count == 0)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = FOLDER_NAME},
                           "der er ingen CSV-filer med tal · læg dem i undermappen " FOLDER_NAME,
                           "there are no CSV files with figures · put them into the "
                           "folder " FOLDER_NAME);
    remark_on_groups(diagnostics, &odd);
}

struct observation_rows observation_rows_read(struct diagnostics *diagnostics, const char *folder,
                                              const struct catalogue *catalogue)
{
    struct observation_rows rows = {.catalogue = catalogue};
    rows.left_out = arena_alloc(diagnostics->arena,
                                catalogue->indicator_count * catalogue->area_count, sizeof(bool));
    read_files(&rows, diagnostics, folder);
    return rows;
}
