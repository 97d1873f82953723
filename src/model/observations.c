/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/observations.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pejling/base/file.h"
#include "pejling/base/mover_group.h"
#include "pejling/base/text.h"
#include "pejling/model/lookup.h"

#define FOLDER_NAME "observationer"
#define SLACK 1e-9 /* of a value: what doubles leave */

enum {
    INDICATOR,
    AREA,
    PERIOD,
    GROUP,
    NUMERATOR,
    DENOMINATOR,
    VALUE,
    SPREAD,
    STATUS,
    NOTE,
    RESPONSE_RATE,
    DESIGN_EFFECT,
    POPULATION,
    COLUMNS
};

static const struct csv_column columns[COLUMNS] = {
    [INDICATOR] = {"indikator", true},
    [AREA] = {"område", true},
    [PERIOD] = {"periode", true},
    [GROUP] = {"gruppe", false},
    [NUMERATOR] = {"tæller", false},
    [DENOMINATOR] = {"nævner", false},
    [VALUE] = {"værdi", false},
    [SPREAD] = {"spredning", false},
    [STATUS] = {"status", false},
    [NOTE] = {"note", false},
    [RESPONSE_RATE] = {"svarprocent", false},
    [DESIGN_EFFECT] = {"designeffekt", false},
    [POPULATION] = {"population", false},
};

enum row_status { ROW_FINAL, ROW_PROVISIONAL, ROW_ESTIMATED, ROW_CONCEALED, ROW_MISSING };

static const char *const status_names[] = {
    [ROW_FINAL] = "endelig",     [ROW_PROVISIONAL] = "foreløbig", [ROW_ESTIMATED] = "skøn",
    [ROW_CONCEALED] = "diskret", [ROW_MISSING] = "mangler",       NULL};

struct observation_files {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    struct observation *items;
    size_t count, capacity;
    bool *left_out; /* by indicator x area */
};

static bool *left_out(struct observation_files *files, const struct indicator *indicator,
                      const struct area *area)
{
    return &files->left_out[indicator->index * files->catalogue->area_count + area->index];
}

static void fault(struct diagnostics *diagnostics, const struct csv_field *field,
                  const char *danish, const char *english)
{
    diagnostics_report(diagnostics, PROBLEM_SERIES, field->at, "%s", "%s",
                       say(diagnostics->language, danish, english));
}

/* Which columns hold a measure's figures; the rest must be blank. */
static bool measure_uses(enum measure measure, size_t column)
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        return column == NUMERATOR || column == DENOMINATOR || column == VALUE;
    case MEASURE_MEAN:
        return column == VALUE || column == DENOMINATOR || column == SPREAD;
    case MEASURE_SURVEY:
        return column != SPREAD;
    case MEASURE_VALUE:
        return column == VALUE;
    }
    return false;
}

static const size_t figure_columns[] = {NUMERATOR,     DENOMINATOR,   VALUE,     SPREAD,
                                        RESPONSE_RATE, DESIGN_EFFECT, POPULATION};
#define FIGURE_COLUMNS (sizeof figure_columns / sizeof *figure_columns)

static void check_columns(struct diagnostics *diagnostics, const struct csv_row *row,
                          enum measure measure, bool has_figure)
{
    for (size_t i = 0; i < FIGURE_COLUMNS; i++) {
        const struct csv_field *field = &row->fields[figure_columns[i]];
        if (field_is_blank(field))
            continue;
        if (!has_figure)
            fault(diagnostics, field,
                  "status siger, at tallet ikke findes, men her står et · slet det ene",
                  "status says that there is no figure, but there is one · delete either");
        else if (!measure_uses(measure, figure_columns[i]))
            fault(diagnostics, field,
                  "kolonnen bruges ikke ved indikatorens type · lad feltet være tomt",
                  "this column is not used by the indicator's type · leave the field empty");
    }
}

/* A number that must be there. */
static void need(struct diagnostics *diagnostics, const struct csv_field *field,
                 enum number_kind kind, double *number)
{
    if (field_is_blank(field))
        field_report_number(diagnostics, field, PROBLEM_SERIES, NUMBER_BLANK);
    else
        field_number(diagnostics, field, PROBLEM_SERIES, kind, number);
}

static void check_denominator(struct diagnostics *diagnostics, const struct csv_field *field,
                              double denominator)
{
    if (denominator < 0 || denominator > floor(denominator))
        fault(diagnostics, field, "nævneren skal være et helt antal personer · ret den",
              "the denominator must be a whole number of persons · mend it");
}

/* `most` is what the numerator may be, where the denominator is given. */
static void check_numerator(struct diagnostics *diagnostics, const struct csv_field *f,
                            double numerator, double most)
{
    if (numerator < 0)
        fault(diagnostics, &f[NUMERATOR], "tælleren er negativ · ret den",
              "the numerator is negative · mend it");
    else if (numerator > most && !field_is_blank(&f[DENOMINATOR]))
        fault(diagnostics, &f[NUMERATOR],
              "tælleren er større end nævneren · ret dem, eller byt om på dem",
              "the numerator is greater than the denominator · mend them, or swap them");
}

/* Half a unit of the last decimal that is written: what rounding can have moved a number. */
static double half_unit(const char *text)
{
    const char *comma = strchr(text, ',');
    return 0.5 * pow(10, comma ? -(double)strspn(comma + 1, "0123456789") : 0);
}

/*
 * A percentage beside its counts is a control: they must agree within the rounding of the digits
 * given. Counts of whole persons are exact; those with decimals (full-time persons) are rounded
 * too.
 */
static void check_value(struct diagnostics *diagnostics, const struct csv_field *f, double factor,
                        const struct amounts *amounts)
{
    double value = 0;
    if (field_is_blank(&f[VALUE]) ||
        !field_number(diagnostics, &f[VALUE], PROBLEM_SERIES, NUMBER_VALUE, &value) ||
        !(amounts->denominator > 0))
        return;
    double tolerance = half_unit(f[VALUE].text) + SLACK * (1 + fabs(value));
    if (strchr(f[NUMERATOR].text, ','))
        tolerance += factor * half_unit(f[NUMERATOR].text) / amounts->denominator;
    if (fabs(value - factor * amounts->numerator / amounts->denominator) > tolerance)
        fault(diagnostics, &f[VALUE],
              "værdien passer ikke med tæller og nævner · ret den af dem, der er "
              "forkert, eller lad værdien være tom",
              "the value does not agree with numerator and denominator · mend "
              "the one that is wrong, or leave the value empty");
}

/* Shares and rates whose counts are not all there, in words of their own where they can be. */
static bool misses_counts(struct diagnostics *diagnostics, const struct csv_field *f,
                          const struct indicator *indicator)
{
    bool has_numerator = !field_is_blank(&f[NUMERATOR]);
    bool has_denominator = !field_is_blank(&f[DENOMINATOR]);
    if (!has_numerator && !has_denominator && !field_is_blank(&f[VALUE])) {
        fault(diagnostics, &f[VALUE],
              "andel og rate kræver tæller og nævner, værdien alene er ikke nok · find antallene, "
              "eller giv indikatoren typen værdi",
              "andel and rate take a numerator and a denominator, the value alone is not enough · "
              "find the counts, or give the indicator the type værdi");
        return true;
    }
    if (has_numerator && !has_denominator && indicator->measure == MEASURE_SHARE &&
        indicator->reporting.kind == PERIOD_DATE) {
        fault(diagnostics, &f[DENOMINATOR],
              "her er en tæller uden nævner: stemmer uden stemmeberettigede · find antallet af "
              "stemmeberettigede, eller slet tælleren og skriv mangler under status",
              "here is a numerator without a denominator: votes without electors · find the "
              "number of electors, or delete the numerator and write mangler under status");
        return true;
    }
    return false;
}

static void read_counts(struct diagnostics *diagnostics, const struct csv_field *f,
                        const struct indicator *indicator, struct amounts *amounts)
{
    size_t before = diagnostics->count;
    if (misses_counts(diagnostics, f, indicator))
        return;
    need(diagnostics, &f[NUMERATOR], NUMBER_COUNT, &amounts->numerator);
    need(diagnostics, &f[DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[DENOMINATOR], amounts->denominator);
    check_numerator(diagnostics, f, amounts->numerator,
                    indicator->measure == MEASURE_SHARE ? amounts->denominator : HUGE_VAL);
    if (diagnostics->count == before) /* else there is nothing to hold it up against */
        check_value(diagnostics, f, indicator->factor, amounts);
}

static void read_mean(struct diagnostics *diagnostics, const struct csv_field *f,
                      struct amounts *amounts)
{
    need(diagnostics, &f[VALUE], NUMBER_VALUE, &amounts->value);
    need(diagnostics, &f[DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[DENOMINATOR], amounts->denominator);
    amounts->spread = -1;
    if (field_number(diagnostics, &f[SPREAD], PROBLEM_SERIES, NUMBER_VALUE, &amounts->spread) &&
        !field_is_blank(&f[SPREAD]) && amounts->spread < 0)
        fault(diagnostics, &f[SPREAD], "spredningen er negativ · ret den",
              "the spread is negative · mend it");
}

/*
 * A survey gives its share in per cent of the answers, or the number of answers that say yes; the
 * number holds where both are there and agree.
 */
static void read_survey_share(struct diagnostics *diagnostics, const struct csv_field *f,
                              double factor, struct amounts *amounts)
{
    size_t before = diagnostics->count;
    if (field_is_blank(&f[VALUE]) || !field_is_blank(&f[NUMERATOR])) {
        need(diagnostics, &f[NUMERATOR], NUMBER_COUNT, &amounts->numerator);
        check_numerator(diagnostics, f, amounts->numerator, amounts->denominator);
        if (diagnostics->count == before)
            check_value(diagnostics, f, factor, amounts);
        if (amounts->denominator > 0)
            amounts->value = factor * amounts->numerator / amounts->denominator;
        return;
    }
    field_number(diagnostics, &f[VALUE], PROBLEM_SERIES, NUMBER_VALUE, &amounts->value);
    if (amounts->value < 0 || amounts->value > factor)
        fault(diagnostics, &f[VALUE], "andelen skal ligge mellem 0 og 100 pct. · ret den",
              "the share must lie from 0 to 100 per cent · mend it");
}

static void read_survey(struct diagnostics *diagnostics, const struct csv_field *f, double factor,
                        struct amounts *amounts)
{
    amounts->design_effect = 1;
    need(diagnostics, &f[DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[DENOMINATOR], amounts->denominator);
    read_survey_share(diagnostics, f, factor, amounts);
    field_number(diagnostics, &f[RESPONSE_RATE], PROBLEM_SERIES, NUMBER_VALUE,
                 &amounts->response_rate);
    field_number(diagnostics, &f[DESIGN_EFFECT], PROBLEM_SERIES, NUMBER_VALUE,
                 &amounts->design_effect);
    field_number(diagnostics, &f[POPULATION], PROBLEM_SERIES, NUMBER_COUNT, &amounts->population);
    if (amounts->response_rate < 0 || amounts->response_rate > 100)
        fault(diagnostics, &f[RESPONSE_RATE], "svarprocenten skal ligge mellem 0 og 100 · ret den",
              "the response rate must lie from 0 to 100 · mend it");
    if (!(amounts->design_effect >= 1))
        fault(diagnostics, &f[DESIGN_EFFECT],
              "designeffekten kan ikke være under 1 · ret den, eller lad feltet være tomt",
              "the design effect cannot be under 1 · mend it, or leave the field empty");
    if (!field_is_blank(&f[POPULATION]) && amounts->population < amounts->denominator)
        fault(diagnostics, &f[POPULATION], "der er flere svar end personer · ret populationen",
              "there are more answers than persons · mend the population");
}

static void read_amounts(struct diagnostics *diagnostics, const struct csv_row *row,
                         const struct indicator *indicator, struct amounts *amounts)
{
    const struct csv_field *f = row->fields;
    switch (indicator->measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        read_counts(diagnostics, f, indicator, amounts);
        break;
    case MEASURE_MEAN:
        read_mean(diagnostics, f, amounts);
        break;
    case MEASURE_SURVEY:
        read_survey(diagnostics, f, indicator->factor, amounts);
        break;
    case MEASURE_VALUE:
        need(diagnostics, &f[VALUE], NUMBER_VALUE, &amounts->value);
        break;
    }
}

/* False for a row without a period to be known by. */
static bool read_figure(struct observation_files *files, const struct csv_row *row,
                        struct observation *observation)
{
    struct diagnostics *diagnostics = files->diagnostics;
    int status = ROW_FINAL;
    size_t before = diagnostics->count;
    bool has_period = lookup_period(diagnostics, observation->indicator, &row->fields[PERIOD],
                                    PROBLEM_SERIES, &observation->period);
    field_choice(diagnostics, &row->fields[STATUS], PROBLEM_SERIES, status_names, &status);
    observation->status = status == ROW_PROVISIONAL ? FIGURE_PROVISIONAL
                          : status == ROW_ESTIMATED ? FIGURE_ESTIMATED
                                                    : FIGURE_FINAL;
    if (status == ROW_CONCEALED)
        observation->reason = REASON_SUPPRESSED_SOURCE;
    if (status == ROW_MISSING)
        observation->reason = REASON_MISSING;
    bool has_figure = observation->reason == REASON_NONE;
    check_columns(diagnostics, row, observation->indicator->measure, has_figure);
    if (has_figure)
        read_amounts(diagnostics, row, observation->indicator, &observation->amounts);
    if (diagnostics->count > before)
        *left_out(files, observation->indicator, observation->area) = true;
    return has_period;
}

static const char *read_group(struct arena *arena, const struct csv_field *field)
{
    return field_is_blank(field) ? NULL : arena_copy(arena, field->text);
}

/* A group that is almost one the program knows, once an indicator: it is used as any other. */
static void remark_on_group(const struct observation_files *files,
                            const struct observation *observation, const struct csv_field *field)
{
    const char *meant = mover_group_meant(observation->group);
    if (!meant)
        return;
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].indicator == observation->indicator &&
            group_compare(files->items[i].group, observation->group) == 0)
            return;
    diagnostics_report(files->diagnostics, PROBLEM_REMARK, field->at,
                       "»%s«: »%s« kendes ikke som gruppe; mente du »%s«? · ret navnet i alle "
                       "rækker, hvis det er en slåfejl",
                       "»%s«: »%s« is not known as a group; did you mean »%s«? · mend the name in "
                       "all rows if it is misspelt",
                       observation->indicator->code, observation->group, meant);
}

static void read_row(void *context, const struct csv_row *row)
{
    struct observation_files *files = context;
    struct diagnostics *diagnostics = files->diagnostics;
    struct observation observation = {.at = row->at};
    observation.indicator =
        lookup_indicator(diagnostics, files->catalogue, PROBLEM_SERIES, &row->fields[INDICATOR]);
    observation.area =
        lookup_area(diagnostics, files->catalogue, PROBLEM_SERIES, &row->fields[AREA]);
    if (!observation.indicator || !observation.area || observation.indicator->left_out)
        return;
    if (!read_figure(files, row, &observation))
        return;
    observation.group = read_group(diagnostics->arena, &row->fields[GROUP]);
    remark_on_group(files, &observation, &row->fields[GROUP]);
    files->items = arena_grow(diagnostics->arena, files->items, files->count, &files->capacity,
                              sizeof *files->items);
    files->items[files->count++] = observation;
}

static int compare_index(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_observations(const void *left, const void *right)
{
    const struct observation *a = left;
    const struct observation *b = right;
    int order = compare_index(a->indicator->index, b->indicator->index);
    if (!order)
        order = compare_index(a->area->index, b->area->index);
    if (!order)
        order = group_compare(a->group, b->group);
    if (!order)
        order = period_compare(a->period, b->period);
    if (!order)
        order = strcmp(a->at.file, b->at.file);
    return order ? order : (a->at.line > b->at.line) - (a->at.line < b->at.line);
}

static bool is_repeated(const struct observation *a, const struct observation *b)
{
    return a->indicator == b->indicator && a->area == b->area &&
           group_compare(a->group, b->group) == 0 && period_compare(a->period, b->period) == 0;
}

static void report_repeated(struct observation_files *files)
{
    char period[PERIOD_TEXT];
    for (size_t i = 1; i < files->count; i++) {
        const struct observation *first = &files->items[i - 1], *second = &files->items[i];
        if (!is_repeated(first, second))
            continue;
        diagnostics_report(files->diagnostics, PROBLEM_SERIES, second->at,
                           "»%s« i »%s« for %s står også i %s:%u · slet den ene række",
                           "»%s« in »%s« for %s stands in %s:%u too · delete one of the rows",
                           second->indicator->code, second->area->code,
                           period_text(period, second->period), first->at.file, first->at.line);
        *left_out(files, second->indicator, second->area) = true;
    }
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
    return length > 4 && strcasecmp(name + length - 4, ".csv") == 0;
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
    if (!folder) {
        if (errno != ENOENT)
            file_report(diagnostics, FOLDER_NAME, errno);
        return NULL;
    }
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

static void read_files(struct observation_files *files, const char *folder)
{
    const struct csv_format format = {columns, COLUMNS, read_row};
    struct arena *arena = files->diagnostics->arena;
    size_t count = 0, file_faults = files->diagnostics->of_kind[PROBLEM_FILE];
    const char *path = arena_printf(arena, "%s/%s", folder, FOLDER_NAME);
    const char **names = list_files(files->diagnostics, path, &count);
    for (size_t i = 0; i < count; i++) {
        struct input_file file = {arena_printf(arena, "%s/%s", path, names[i]),
                                  arena_printf(arena, FOLDER_NAME "/%s", names[i]), PROBLEM_SERIES};
        size_t first = files->count;
        if (csvfile_read(files->diagnostics, &file, &format, files))
            continue;
        /* A row that cannot be taken apart could be any series' of this file. */
        for (size_t j = first; j < files->count; j++)
            *left_out(files, files->items[j].indicator, files->items[j].area) = true;
    }
    if (count == 0 && files->diagnostics->of_kind[PROBLEM_FILE] == file_faults)
        diagnostics_report(files->diagnostics, PROBLEM_INPUT,
                           (struct location){.file = FOLDER_NAME},
                           "der er ingen CSV-filer med tal · læg dem i undermappen " FOLDER_NAME,
                           "there are no CSV files with figures · put them into the "
                           "folder " FOLDER_NAME);
}

/*
 * A series with a fault keeps its places and loses its figures, so that sums it is part of, and
 * tables, say that it is left out. Returns how many observations there are, repeated ones once.
 */
static size_t keep(struct observation_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct observation *each = &files->items[i];
        if (*left_out(files, each->indicator, each->area)) {
            each->reason = REASON_LEFT_OUT;
            each->amounts = (struct amounts){0};
        }
        if (kept == 0 || !is_repeated(&files->items[kept - 1], each))
            files->items[kept++] = *each;
    }
    return kept;
}

struct observations observations_read(struct diagnostics *diagnostics, const char *folder,
                                      const struct catalogue *catalogue)
{
    struct observation_files files = {.diagnostics = diagnostics, .catalogue = catalogue};
    files.left_out = arena_alloc(diagnostics->arena,
                                 catalogue->indicator_count * catalogue->area_count, sizeof(bool));
    read_files(&files, folder);
    if (files.count)
        qsort(files.items, files.count, sizeof *files.items, compare_observations);
    report_repeated(&files);
    return (struct observations){files.items, keep(&files)};
}
