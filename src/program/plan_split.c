/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plan_split.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "pejling/base/file.h"
#include "pejling/base/intern.h"
#include "pejling/base/sink.h"
#include "pejling/base/text.h"
#include "pejling/input/csvfile.h"
#include "pejling/input/csvparts.h"
#include "pejling/model/catalogue_part.h"
#include "pejling/model/catalogue_read.h"
#include "pejling/model/lookup.h"
#include "pejling/model/observation_rows.h"
#include "pejling/program/edition_folder.h"
#include "pejling/program/folder_files.h"
#include "pejling/program/municipal_plans.h"

#define NO_COLUMN ((size_t)-1)

struct splitter {
    struct diagnostics *diagnostics;
    const char *plan, *building;
    struct catalogue catalogue;
    struct municipalities municipalities;
    size_t *figures;           /* rows of them that each municipality gets */
    const struct area **areas; /* by number in `names`; NULL for everybody's */
    struct intern *names;
    size_t area_count, area_capacity;
};

/* One file being dealt out. */
struct dealer {
    struct splitter *splitter;
    struct sink **sinks; /* by municipality; NULL for what lies in none */
    const char *key;     /* the column that tells whose a row is; in plan.csv that of the keys */
    size_t column;
    char delimiter;
    bool is_plan, is_figures, has_header, has_municipality;
};

static void write_field(struct sink *sink, const char *text, char delimiter)
{
    const char special[] = {delimiter, '"', '\n', '\r', '\0'};
    if (!text[strcspn(text, special)]) {
        sink_text(sink, text);
        return;
    }
    sink_text(sink, "\"");
    for (; *text; text++)
        sink_bytes(sink, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    sink_text(sink, "\"");
}

/* `value`, unless NULL, stands in place of what is beside the key: plan.csv has two columns. */
static void write_record(const struct dealer *dealer, size_t number,
                         const struct csv_record *record, const char *value)
{
    struct sink *sink = dealer->sinks[number];
    for (size_t i = 0; sink && i < record->count; i++) {
        bool replaced = value && i == 1 - dealer->column;
        sink_bytes(sink, &dealer->delimiter, i > 0);
        write_field(sink, replaced ? value : record->fields[i].text, dealer->delimiter);
    }
    if (sink)
        sink_text(sink, "\n");
    dealer->splitter->figures[number] += dealer->is_figures && dealer->has_header;
}

/* The line that a plan without kommune lacks. */
static void write_municipality(const struct dealer *dealer, size_t number, const char *code)
{
    struct csv_field fields[2] = {{.text = code}, {.text = code}};
    fields[dealer->column].text = "kommune";
    const struct csv_record record = {.fields = fields, .count = 2};
    write_record(dealer, number, &record, NULL);
}

static void write_to_all(const struct dealer *dealer, const struct csv_record *record)
{
    for (size_t i = 0; i < dealer->splitter->municipalities.count; i++)
        write_record(dealer, i, record, NULL);
}

/* plan.csv is keys and values: the municipality's own code is the value of kommune. */
static void write_setting(struct dealer *dealer, const struct csv_record *record)
{
    const struct municipalities *all = &dealer->splitter->municipalities;
    struct arena *arena = dealer->splitter->diagnostics->arena;
    bool its = dealer->column < record->count &&
               strcmp(text_fold(arena, record->fields[dealer->column].text), "kommune") == 0;
    dealer->has_municipality = dealer->has_municipality || its;
    for (size_t i = 0; i < all->count; i++)
        write_record(dealer, i, record, its && all->items[i] ? all->items[i]->code : NULL);
}

/* False, and a problem the first time, for an area that the plan does not have. */
static bool area_of(struct splitter *splitter, const struct csv_field *field,
                    const struct area **area)
{
    struct diagnostics *diagnostics = splitter->diagnostics;
    size_t number = intern_number(splitter->names, field->text);
    if (number == splitter->area_count) {
        splitter->areas = arena_grow(diagnostics->arena, splitter->areas, splitter->area_count,
                                     &splitter->area_capacity, sizeof *splitter->areas);
        splitter->areas[splitter->area_count++] =
            catalogue_area(&splitter->catalogue, text_fold(diagnostics->arena, field->text));
        if (catalogue_is_ambiguous(&splitter->catalogue,
                                   text_fold(diagnostics->arena, field->text)))
            lookup_report_ambiguous(diagnostics, PROBLEM_INPUT, csvrecords_at(field), field->text);
        else if (*field->text && !splitter->areas[number])
            diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                               "området kendes ikke · ret det, eller tilføj det i omraader.csv",
                               "the area is not known · mend it, or add it in omraader.csv");
    }
    *area = splitter->areas[number];
    return *area || !*field->text;
}

static size_t find_column(const struct dealer *dealer, const struct csv_record *header,
                          const char *name)
{
    struct arena *arena = dealer->splitter->diagnostics->arena;
    for (size_t i = 0; i < header->count; i++)
        if (strcmp(text_fold(arena, header->fields[i].text), text_fold(arena, name)) == 0)
            return i;
    return NO_COLUMN;
}

static void deal(void *context, const struct csv_record *record)
{
    struct dealer *dealer = context;
    struct splitter *splitter = dealer->splitter;
    const struct area *area = NULL;
    if (!record->fields || csvrecords_is_blank(record))
        return;
    if (!dealer->has_header) {
        dealer->column = find_column(dealer, record, dealer->key);
        write_to_all(dealer, record);
        dealer->has_header = true;
    } else if (dealer->is_plan) {
        write_setting(dealer, record);
    } else if (dealer->column >= record->count) {
        write_to_all(dealer, record);
    } else if (area_of(splitter, &record->fields[dealer->column], &area)) {
        if (area_municipality(area))
            write_record(dealer, splitter->municipalities.of_area[area->index], record, NULL);
        else
            write_to_all(dealer, record);
    }
}

/* Figures without the column would be dealt out to everybody. */
static bool tells_whose(struct diagnostics *diagnostics, const struct dealer *dealer,
                        const char *name)
{
    if (!dealer->is_figures || !dealer->has_header || dealer->column != NO_COLUMN)
        return true;
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){name, 1, 0},
                       "uden kolonnen »område« kan det ikke ses, hvilken kommune tallene hører til "
                       "· tilføj den i første linje",
                       "without the column »område« nobody can tell which municipality the figures "
                       "belong to · add it in the first line");
    return false;
}

static bool deal_part(struct dealer *dealer, struct diagnostics *of_file,
                      const struct csv_parts *parts, size_t number)
{
    struct arena *scratch = arena_new();
    struct csv_text text;
    bool fine = csvparts_text(of_file, scratch, parts, number, &text);
    if (fine && !dealer->has_header)
        fine = csvfile_begin_part(of_file, &text, &dealer->delimiter);
    text.delimiter = dealer->delimiter;
    fine = fine && csvrecords_read(of_file, &text, deal, dealer);
    arena_free(scratch);
    return fine;
}

static bool split_file(struct splitter *splitter, const char *name)
{
    struct diagnostics *diagnostics = splitter->diagnostics;
    const struct municipalities *all = &splitter->municipalities;
    struct diagnostics of_file = {.arena = arena_new(), .language = diagnostics->language};
    const struct input_file file = {arena_printf(of_file.arena, "%s/%s", splitter->plan, name),
                                    name, PROBLEM_INPUT};
    bool is_areas = strcmp(name, "omraader.csv") == 0, is_plan = strcmp(name, "plan.csv") == 0;
    struct dealer dealer = {.splitter = splitter,
                            .key = is_plan    ? "nøgle"
                                   : is_areas ? "kode"
                                              : "område",
                            .column = NO_COLUMN,
                            .is_plan = is_plan,
                            .is_figures = strchr(name, '/') != NULL};
    struct csv_parts *parts = csvparts_open(&of_file, &file, FILE_IN_MEMORY_LIMIT);
    bool fine = parts != NULL;
    dealer.sinks = arena_alloc(of_file.arena, all->count, sizeof(struct sink *));
    for (size_t i = 0; fine && i < all->count; i++)
        if (all->items[i])
            dealer.sinks[i] =
                sink_open(&of_file, arena_printf(of_file.arena, "%s/%s/%s", splitter->building,
                                                 all->items[i]->code, name));
    for (size_t i = 0; fine && i < parts->count; i++)
        fine = deal_part(&dealer, &of_file, parts, i);
    fine = fine && tells_whose(&of_file, &dealer, name);
    if (parts)
        csvparts_close(parts);
    for (size_t i = 0; i < all->count; i++) {
        const struct area *municipality = all->items[i];
        if (!municipality || !dealer.sinks[i])
            continue;
        if (dealer.is_plan && !dealer.has_municipality)
            write_municipality(&dealer, i, municipality->code);
        fine = sink_close(dealer.sinks[i]) && fine;
    }
    diagnostics_take(diagnostics, &of_file);
    arena_free(of_file.arena);
    return fine;
}

static bool make_folder(struct splitter *splitter, const struct area *municipality)
{
    struct arena *arena = splitter->diagnostics->arena;
    const char *folder = arena_printf(arena, "%s/%s", splitter->building, municipality->code);
    if (mkdir(folder, 0700) == 0 &&
        mkdir(arena_printf(arena, "%s/observationer", folder), 0700) == 0)
        return true;
    file_report(splitter->diagnostics, folder, errno);
    return false;
}

/* A plan folder without any figure cannot be run; what it would add to the others is nothing. */
static void drop_empty(struct splitter *splitter)
{
    struct diagnostics *diagnostics = splitter->diagnostics;
    size_t kept = 0;
    for (size_t i = 0; i < splitter->municipalities.count; i++) {
        const struct area *municipality = splitter->municipalities.items[i];
        bool has_figures = splitter->figures[i] > 0;
        kept += municipality && has_figures;
        if (!municipality || has_figures)
            continue;
        const char *folder =
            arena_printf(diagnostics->arena, "%s/%s", splitter->building, municipality->code);
        municipality_without_figures(diagnostics, municipality);
        if (!file_remove_tree(folder))
            file_report(diagnostics, folder, errno);
    }
    if (!kept)
        observation_rows_refuse_none(diagnostics);
}

static bool split_all(struct splitter *splitter)
{
    const struct municipalities *all = &splitter->municipalities;
    size_t count;
    observation_files(splitter->diagnostics, splitter->plan, &count); /* what is wrong with them */
    bool fine = !diagnostics_stop(splitter->diagnostics, false);
    for (size_t i = 0; i < all->count && fine; i++)
        fine = !all->items[i] || make_folder(splitter, all->items[i]);
    const struct folder_files files =
        folder_files_list(splitter->diagnostics, splitter->plan, plan_file_is_read);
    for (size_t i = 0; i < files.count && fine; i++)
        fine = split_file(splitter, files.names[i]);
    fine = fine && !diagnostics_stop(splitter->diagnostics, false);
    if (fine)
        drop_empty(splitter);
    return fine && !diagnostics_stop(splitter->diagnostics, false);
}

bool plan_split(struct diagnostics *diagnostics, const char *plan, const char *output)
{
    struct splitter splitter = {.diagnostics = diagnostics, .plan = plan};
    struct edition_folder folder;
    splitter.catalogue = catalogue_read(diagnostics, plan);
    splitter.municipalities = catalogue_municipalities(diagnostics->arena, &splitter.catalogue);
    splitter.figures =
        arena_alloc(diagnostics->arena, splitter.municipalities.count, sizeof *splitter.figures);
    splitter.names = intern_new(diagnostics->arena);
    if (!diagnostics_stop(diagnostics, false) && *splitter.catalogue.plan.previous_edition)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = "plan.csv"},
                           "en plan med tidligere_udgave kan ikke deles · slet linjen, og skriv en "
                           "tidligere udgave i hver af de nye planmapper",
                           "a plan with tidligere_udgave cannot be split · delete the line, and "
                           "name an earlier edition in each of the new plan folders");
    if (diagnostics_stop(diagnostics, false) ||
        !edition_begin(diagnostics, FOLDER_PLANS, output, plan, &folder))
        return false;
    splitter.building = folder.building;
    if (split_all(&splitter))
        return edition_publish(diagnostics, &folder, false);
    edition_abandon(diagnostics, &folder);
    return false;
}
