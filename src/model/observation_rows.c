/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/observation_rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pejling/base/file.h"
#include "pejling/base/intern.h"
#include "pejling/base/mover_group.h"
#include "pejling/base/text.h"
#include "pejling/base/workers.h"
#include "pejling/model/figure_row.h"
#include "pejling/model/lookup.h"

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
    uint32_t *left_out; /* series with a fault, with repeats */
    size_t left_out_count, left_out_capacity;
    struct meanings indicators, areas;
    struct intern *groups;
    struct odd_groups odd;
    struct observation_piece piece; /* with room for a row a line */
};

static const void *indicator_meant(const struct catalogue *catalogue, const char *text)
{
    return catalogue_indicator(catalogue, text);
}

static const void *area_meant(const struct catalogue *catalogue, const char *text)
{
    const struct area *area = catalogue_area(catalogue, text); /* a code is folded as it stands */
    if (!area) {
        struct arena *scratch = arena_new();
        area = catalogue_area(catalogue, text_fold(scratch, text));
        arena_free(scratch);
    }
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

static void leave_out(struct piece_reader *reader, uint32_t series)
{
    reader->left_out =
        arena_grow(reader->diagnostics->arena, reader->left_out, reader->left_out_count,
                   &reader->left_out_capacity, sizeof *reader->left_out);
    reader->left_out[reader->left_out_count++] = series;
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
                                   uint32_t series, uint32_t group)
{
    struct observation_row row = {.series = series,
                                  .line = observation->at.line,
                                  .period = period_pack(observation->period) & 0xFFFFFF,
                                  .group = group,
                                  .status = (uint32_t)observation->status & 3,
                                  .reason = (uint32_t)observation->reason & 63};
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
        (struct odd_group){indicator, arena_copy(arena, field->text), csvrecords_at(field)};
}

static uint32_t read_group(struct piece_reader *reader, const struct indicator *indicator,
                           const struct csv_field *field)
{
    if (field_is_blank(field))
        return 0;
    note_odd_group(reader, indicator, field);
    return (uint32_t)intern_number(reader->groups, field->text);
}

static void read_row(void *context, const struct csv_row *csv)
{
    struct piece_reader *reader = context;
    struct diagnostics *diagnostics = reader->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct observation observation = {.at = csv->at};
    size_t before = diagnostics->count;
    if (!read_place(reader, csv->fields, &observation))
        return;
    bool has_period = lookup_period(diagnostics, observation.indicator, &csv->fields[FIGURE_PERIOD],
                                    PROBLEM_SERIES, &observation.period);
    figure_row_read(diagnostics, csv->fields, &observation);
    uint32_t group = read_group(reader, observation.indicator, &csv->fields[FIGURE_GROUP]);
    uint32_t series = (uint32_t)(observation.indicator->index * reader->catalogue->area_count +
                                 observation.area->index);
    if (diagnostics->count > before)
        leave_out(reader, series);
    if (!has_period)
        return;
    struct observation_piece *piece = &reader->piece;
    piece->rows[piece->count++] = pack(arena, &observation, series, group);
}

/* Also the locks of open files: Excel's `~$tal.csv`, and LibreOffice's `.~lock.tal.csv#`. */
static bool is_hidden(const char *name)
{
    return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

static bool is_csv(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcasecmp(name + length - 4, ".csv") == 0;
}

bool observation_file_is_read(const char *name)
{
    return !is_hidden(name) && is_csv(name);
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
        diagnostics, PROBLEM_INPUT, (struct location){.file = OBSERVATIONS_FOLDER},
        "en fils navn har tegn, der ikke kan vises · giv den et navn af bogstaver og "
        "tal",
        "the name of a file has characters that cannot be shown · give it a name of "
        "letters and digits");
}

static void refuse_no_files(struct diagnostics *diagnostics)
{
    diagnostics_report(
        diagnostics, PROBLEM_INPUT, (struct location){.file = OBSERVATIONS_FOLDER},
        "der er ingen CSV-filer med tal · læg dem i undermappen " OBSERVATIONS_FOLDER,
        "there are no CSV files with figures · put them into the folder " OBSERVATIONS_FOLDER);
}

const char **observation_files(struct diagnostics *diagnostics, const char *plan, size_t *count)
{
    struct arena *arena = diagnostics->arena;
    struct file_list list;
    size_t refused = 0;
    *count = 0;
    if (!file_names(arena, arena_printf(arena, "%s/" OBSERVATIONS_FOLDER, plan), &list) &&
        errno != ENOENT) {
        file_report(diagnostics, OBSERVATIONS_FOLDER, errno);
        return NULL;
    }
    for (size_t i = 0; i < list.count; i++) {
        const char *name = list.names[i];
        if (is_hidden(name))
            continue;
        if (!is_fit_name(name)) {
            refuse_name(diagnostics);
            refused++;
            continue;
        }
        if (!is_csv(name)) {
            diagnostics_report(
                diagnostics, PROBLEM_REMARK,
                (struct location){
                    .file = arena_printf(diagnostics->arena, OBSERVATIONS_FOLDER "/%s", name)},
                "filen læses ikke · kun CSV-filer (.csv) læses herfra",
                "the file is not read · only CSV files (.csv) are read from here");
            continue;
        }
        list.names[(*count)++] = name;
    }
    if (*count + refused == 0)
        refuse_no_files(diagnostics);
    return list.names;
}

void observation_rows_refuse_none(struct diagnostics *diagnostics)
{
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = OBSERVATIONS_FOLDER},
                       "filerne har ingen tal, der kan bruges · skriv en række for hvert tal, "
                       "eller hent tallene ind med pejling import",
                       "the files have no figures that can be used · write a row for each "
                       "figure, or fetch the figures with pejling import");
}

/* One part of a file being read. */
struct part_reader {
    struct piece_reader reader;
    struct diagnostics problems;
    bool sound;
};

/* One file being read, in parts. */
struct file_reader {
    struct observation_rows *rows;
    struct diagnostics *diagnostics;
    const struct input_file *file;
    struct csv_source *source;
    struct part_reader *parts;
    size_t count;
};

static void read_part(void *context, size_t number)
{
    const struct file_reader *file = context;
    struct part_reader *part = &file->parts[number];
    struct piece_reader *reader = &part->reader;
    struct arena *arena = arena_new();
    part->problems = (struct diagnostics){.arena = arena, .language = file->diagnostics->language};
    *reader = (struct piece_reader){.diagnostics = &part->problems,
                                    .catalogue = file->rows->catalogue,
                                    .indicators.texts = intern_new(arena),
                                    .areas.texts = intern_new(arena),
                                    .groups = intern_new(arena),
                                    .piece.file = file->file->name};
    reader->piece.rows =
        arena_alloc(arena, csvfile_lines(file->source, number), sizeof *reader->piece.rows);
    intern_number(reader->groups, ""); /* everybody */
    part->sound = csvfile_read_part(&part->problems, file->source, number, reader);
}

/* False, and a problem, where the rows alone would need more memory than there can be. */
static bool has_room(const struct file_reader *file)
{
    size_t lines = file->rows->count;
    for (size_t i = 0; i < csvfile_parts(file->source); i++)
        lines += csvfile_lines(file->source, i);
    return file_fits(file->diagnostics, file->file, lines * sizeof(struct observation_row));
}

/* Side by side. Returns whether all could be taken apart. */
static bool read_parts(struct file_reader *file, struct arena *arena)
{
    bool sound = true;
    file->count = csvfile_parts(file->source);
    file->parts = arena_alloc(arena, file->count, sizeof *file->parts);
    workers_run(file->count, read_part, file);
    for (size_t i = 0; i < file->count; i++)
        sound = sound && file->parts[i].sound;
    return sound;
}

/*
 * Where a part cannot be taken apart: in one go, for all that is wrong to be told, or for the file to
 * be read as it has become. Of a file that is too large for that, what is wrong up to there is told.
 * Returns whether all could be taken apart now.
 */
static bool read_again(struct file_reader *file, struct diagnostics *of_file,
                       const struct csv_format *format)
{
    bool fits = csvfile_fits(file->source), told = false;
    for (size_t i = 0; i < file->count; i++) {
        struct part_reader *part = &file->parts[i];
        if (fits)
            arena_free(part->problems.arena);
        else if (told)
            part->problems.count = 0;
        told = told || !part->sound;
    }
    if (!fits)
        return false;
    csvfile_close(file->source);
    *of_file = (struct diagnostics){.arena = of_file->arena, .language = of_file->language};
    file->source = csvfile_open_whole(of_file, file->file, format);
    file->count = file->source != NULL;
    if (file->source)
        read_part(file, 0);
    return file->source && file->parts[0].sound;
}

/* What a part leaves behind: its rows, its problems, and its series that are left out. */
static void keep_part(struct file_reader *file, size_t number, struct odd_groups *odd)
{
    struct observation_rows *rows = file->rows;
    struct part_reader *part = &file->parts[number];
    struct piece_reader *reader = &part->reader;
    struct arena *arena = file->diagnostics->arena;
    struct observation_piece piece = reader->piece;
    diagnostics_take(file->diagnostics, &part->problems);
    for (size_t i = 0; i < reader->odd.count; i++) {
        odd->items = arena_grow(arena, odd->items, odd->count, &odd->capacity, sizeof *odd->items);
        odd->items[odd->count++] = reader->odd.items[i];
    }
    piece.groups = intern_texts(reader->groups);
    piece.groups[0] = NULL;
    for (size_t i = 0; i < reader->left_out_count; i++)
        rows->left_out[reader->left_out[i]] = true;
    rows->pieces =
        arena_grow(arena, rows->pieces, rows->piece_count, &rows->piece_capacity, sizeof piece);
    rows->pieces[rows->piece_count++] = piece;
    rows->count += piece.count;
    arena_join(arena, part->problems.arena);
}

static size_t rows_read(const struct file_reader *file)
{
    size_t count = 0;
    for (size_t i = 0; i < file->count; i++)
        count += file->parts[i].reader.piece.count;
    return count;
}

/* Nobody knows which series the file holds: they are faults of the plan. */
static void stop_for(struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        if (problems->items[i].problem == PROBLEM_SERIES)
            problems->items[i].problem = PROBLEM_INPUT;
}

/* A row that cannot be taken apart could be any series' of the pieces from `first` on. */
static void leave_out_pieces(struct observation_rows *rows, size_t first)
{
    for (size_t i = first; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            rows->left_out[rows->pieces[i].rows[j].series] = true;
}

static void read_file(struct observation_rows *rows, struct diagnostics *diagnostics,
                      const struct input_file *input, struct odd_groups *odd)
{
    const struct csv_format format = {figure_columns, FIGURE_COLUMNS, read_row};
    struct diagnostics of_file = {.arena = arena_new(), .language = diagnostics->language};
    struct file_reader file = {.rows = rows, .diagnostics = diagnostics, .file = input};
    size_t first = rows->piece_count;
    file.source = csvfile_open(&of_file, input, &format);
    bool sound = file.source && has_room(&file) && read_parts(&file, of_file.arena);
    if (!sound && file.count > 1)
        sound = read_again(&file, &of_file, &format);
    if (!sound && rows_read(&file) == 0) {
        stop_for(&of_file);
        for (size_t i = 0; i < file.count; i++)
            stop_for(&file.parts[i].problems);
    }
    diagnostics_take(diagnostics, &of_file);
    for (size_t i = 0; i < file.count; i++)
        keep_part(&file, i, odd);
    if (!sound)
        leave_out_pieces(rows, first);
    if (file.source)
        csvfile_close(file.source);
    arena_free(of_file.arena);
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
    size_t count;
    const char **names = observation_files(diagnostics, folder, &count);
    for (size_t i = 0; i < count; i++) {
        const char *name = arena_printf(arena, OBSERVATIONS_FOLDER "/%s", names[i]);
        const struct input_file file = {arena_printf(arena, "%s/%s", folder, name), name,
                                        PROBLEM_SERIES};
        read_file(rows, diagnostics, &file, &odd);
    }
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
