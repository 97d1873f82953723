/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/input/source_file.h"
#include "pejling/input/table_layout.h"
#include "pejling/model/areas_read.h"
#include "pejling/model/indicators_read.h"
#include "pejling/model/observations.h"
#include "pejling/model/plan_read.h"
#include "pejling/model/table_areas.h"
#include "pejling/program/import_files.h"
#include "pejling/program/import_report.h"
#include "pejling/program/plan_split.h"

#define MOST_REPEATS 5 /* that are named one by one */

/* A file of the plan that is written, and its rows. */
struct row_file {
    const char *name;
    struct import_row *rows;
    size_t count;
};

struct import {
    struct diagnostics *diagnostics;
    const char *plan;
    struct catalogue catalogue;
    struct table *tables;
    size_t table_count, table_capacity;
    struct mapping_draft draft;
    struct mapping mapping;
    struct import_rows rows;
    struct row_file *files;
    size_t file_count;
    struct observations there; /* what the plan has already */
    const char *kept_draft;    /* a former draft's new name, or NULL */
};

static struct row_file *file_called(const struct import *import, const char *name)
{
    for (size_t i = 0; i < import->file_count; i++)
        if (strcmp(import->files[i].name, name) == 0)
            return &import->files[i];
    return NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */
/* Areas and indicators must be right; the settings of plan.csv may be to be filled in yet. */
static bool read_plan(struct import *import)
{
    struct diagnostics *diagnostics = import->diagnostics;
    struct diagnostics unheard = {.arena = diagnostics->arena};
    areas_read(diagnostics, import->plan, &import->catalogue);
    plan_read(&unheard, import->plan, &import->catalogue);
    indicators_read(diagnostics, import->plan, &import->catalogue);
    return !diagnostics_stop(diagnostics, true);
}

static bool is_empty(const struct grid *sheet)
{
    for (size_t r = 0; r < sheet->count; r++)
        if (sheet->rows[r].count)
            return false;
    return true;
}

static void read_sheet(struct import *import, const struct input_file *file,
                       const struct grid *sheet)
{
    struct table table;
    if (!table_find(import->diagnostics, file, sheet, &table))
        return;
    import->tables = arena_grow(import->diagnostics->arena, import->tables, import->table_count,
                                &import->table_capacity, sizeof *import->tables);
    import->tables[import->table_count++] = table;
}

/* A front page, or notes, beside sheets with tables. */
static bool has_table(struct import *import, const struct input_file *file,
                      const struct grid *sheet)
{
    struct table_layout layout;
    if (table_layout_find(import->diagnostics->arena, sheet, &layout) != TABLE_NONE)
        return true;
    if (!is_empty(sheet))
        diagnostics_report(
            import->diagnostics, PROBLEM_REMARK,
            (struct location){.file = arena_printf(import->diagnostics->arena, "%s [%s]",
                                                   file->name, sheet->name)},
            "arket har ingen tabel med tal og læses ikke · sæt overskrifter over "
            "kolonnerne, hvis det skal med",
            "the sheet has no table of figures and is not read · put headings over "
            "its columns if it is wanted");
    return false;
}

static void read_sheets(struct import *import, const struct input_file *file,
                        const struct workbook *workbook)
{
    size_t tables = 0;
    for (size_t s = 0; s < workbook->count && workbook->count > 1; s++)
        if (has_table(import, file, &workbook->sheets[s])) {
            read_sheet(import, file, &workbook->sheets[s]);
            tables++;
        }
    if (!tables && workbook->count)
        read_sheet(import, file, &workbook->sheets[0]);
}

static void read_files(struct import *import, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct input_file *file = arena_alloc(import->diagnostics->arena, 1, sizeof *file);
        struct workbook workbook;
        *file = (struct input_file){words[i], words[i], PROBLEM_INPUT};
        if (source_file_read(import->diagnostics, file, &workbook))
            read_sheets(import, file, &workbook);
    }
}

/* --- the mapping ------------------------------------------------------------------------------ */
/* The catalogue with the indicators that the draft adds. */
static void extend_catalogue(struct import *import)
{
    struct catalogue *catalogue = &import->catalogue;
    const struct mapping_draft *draft = &import->draft;
    size_t count = catalogue->indicator_count;
    struct indicator *all =
        arena_alloc(import->diagnostics->arena, count + draft->added_count, sizeof *all);
    if (count)
        memcpy(all, catalogue->indicators, count * sizeof *all);
    for (size_t i = 0; i < draft->added_count; i++) {
        all[count + i] = draft->added[i];
        all[count + i].index = count + i;
    }
    catalogue->indicators = all;
    catalogue->indicator_count = count + draft->added_count;
    catalogue_index(catalogue, import->diagnostics->arena);
}

static bool make_mapping(struct import *import, const char *map)
{
    struct diagnostics *diagnostics = import->diagnostics;
    if (map) {
        const struct input_file file = {map, map, PROBLEM_INPUT};
        return mapping_read(diagnostics, &file, &import->catalogue, &import->mapping);
    }
    bool fine = mapping_draft(diagnostics, &import->catalogue, import->tables, import->table_count,
                              &import->draft);
    if (import->draft.count &&
        !import_write_draft(diagnostics, import->plan, &import->draft, &import->kept_draft))
        return false;
    if (!fine)
        return false;
    extend_catalogue(import);
    const struct input_file file = {MAPPING_DRAFT_FILE, MAPPING_DRAFT_FILE, PROBLEM_INPUT};
    return mapping_from_lines(diagnostics, &file, &import->catalogue, import->draft.lines,
                              import->draft.count, &import->mapping);
}

/* --- where the rows go ------------------------------------------------------------------------ */
/* A file of the plan for each that is imported: one of them can then be imported again alone. */
static void find_files(struct import *import)
{
    struct arena *arena = import->diagnostics->arena;
    const struct import_rows *rows = &import->rows;
    import->files = arena_alloc(arena, import->table_count, sizeof *import->files);
    for (size_t i = 0; i < rows->count; i++) {
        const char *name = import_file_name(arena, rows->items[i].file);
        struct row_file *file = file_called(import, name);
        if (!file) {
            file = &import->files[import->file_count++];
            *file = (struct row_file){.name = name,
                                      .rows = arena_alloc(arena, rows->count, sizeof *file->rows)};
        }
        file->rows[file->count++] = rows->items[i];
    }
}

/* --- what the plan has already ---------------------------------------------------------------- */
static int compare_place(const struct import_row *row, const struct observation *other)
{
    if (row->indicator != other->indicator)
        return row->indicator->index < other->indicator->index ? -1 : 1;
    if (row->area != other->area)
        return row->area->index < other->area->index ? -1 : 1;
    int order = group_compare(row->group, other->group);
    return order ? order : period_compare(row->period, other->period);
}

static int compare_with(const void *key, const void *element)
{
    return compare_place(key, element);
}

static int compare_to(const void *key, const void *element)
{
    return -compare_place(element, key);
}

/* A figure that stands in another file of the plan already would be there twice. */
static bool check_repeats(struct import *import)
{
    struct diagnostics *diagnostics = import->diagnostics;
    const struct observations *there = &import->there;
    char period[PERIOD_TEXT];
    size_t repeats = 0;
    for (size_t i = 0; i < import->rows.count && there->count; i++) {
        const struct import_row *row = &import->rows.items[i];
        const struct observation *found =
            bsearch(row, there->items, there->count, sizeof *there->items, compare_with);
        if (!found || file_called(import, found->at.file) || repeats++ >= MOST_REPEATS)
            continue;
        diagnostics_report(diagnostics, PROBLEM_INPUT, found->at,
                           "»%s« i »%s« for %s står her allerede · slet rækken her, eller lad "
                           "kortlægningen gå uden om tallet",
                           "»%s« in »%s« for %s stands here already · delete the row here, or let "
                           "the mapping leave the figure out",
                           row->indicator->code, row->area->code, period_text(period, row->period));
    }
    if (repeats > MOST_REPEATS)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = import->plan},
                           "%zu tal til står allerede i planens andre filer · slet dem ét af "
                           "stederne",
                           "%zu further figures stand in other files of the plan already · delete "
                           "them in one of the places",
                           repeats - MOST_REPEATS);
    return repeats == 0;
}

/* The rows that stood in a file and do not come again, and the first of them. */
static size_t count_gone(const struct import *import, const char *name,
                         const struct observation **first)
{
    const struct import_rows *rows = &import->rows;
    size_t gone = 0;
    for (size_t i = 0; i < import->there.count; i++) {
        const struct observation *old = &import->there.items[i];
        if (strcmp(old->at.file, name) == 0 &&
            !bsearch(old, rows->items, rows->count, sizeof *rows->items, compare_to) && gone++ == 0)
            *first = old;
    }
    return gone;
}

/* --- writing ---------------------------------------------------------------------------------- */
static void report_kept(const struct import *import, const char *name, const char *kept)
{
    if (kept)
        printf(say(import->diagnostics->language, "Det, der stod i %s/%s før, ligger nu i %s/%s.\n",
                   "What stood in %s/%s before is now in %s/%s.\n"),
               import->plan, name, import->plan, kept);
}

static void report_gone(const struct import *import, const char *name)
{
    char period[PERIOD_TEXT];
    const struct observation *first = NULL;
    size_t gone = count_gone(import, name, &first);
    if (gone)
        printf(
            say(import->diagnostics->language,
                "Rækker derfra, der ikke er med mere: %zu, den første »%s« i »%s« for %s. Skal de "
                "blive, så kopiér dem til en fil for sig i mappen observationer.\n",
                "Rows of those that are no longer there: %zu, the first »%s« in »%s« for %s. If "
                "they are to stay, copy them to a file of their own in observationer.\n"),
            gone, first->indicator->code, first->area->code, period_text(period, first->period));
}

/* The indicators first: they can be refused. */
static bool write_all(const struct import *import)
{
    struct diagnostics *diagnostics = import->diagnostics;
    const struct mapping_draft *draft = &import->draft;
    if (draft->added_count &&
        !import_add_indicators(diagnostics, import->plan, draft->added, draft->added_count))
        return false;
    printf("\n");
    for (size_t i = 0; i < import->file_count; i++) {
        const struct row_file *file = &import->files[i];
        const char *kept;
        if (!import_write_rows(diagnostics, import->plan, file->name, file->rows, file->count,
                               &kept))
            return false;
        printf(say(diagnostics->language, "Skrevet: %s/%s\n", "Written: %s/%s\n"), import->plan,
               file->name);
        report_kept(import, file->name, kept);
        report_gone(import, file->name);
    }
    printf(say(diagnostics->language, "Efterse nu planen: pejling check %s\n",
               "Check the plan now: pejling check %s\n"),
           import->plan);
    return true;
}

/* The rows of new indicators, where somebody has to look at the draft before they can be added. */
static void leave_indicators(struct import *import)
{
    const struct mapping_draft *draft = &import->draft;
    const char *kept;
    if (draft->added_count == 0 ||
        !import_draft_indicators(import->diagnostics, import->plan, draft->added,
                                 draft->added_count, &kept))
        return;
    printf(say(import->diagnostics->language,
               "\nRækker til de nye indikatorer ligger i %s/%s: kopiér dem, der skal bruges, til "
               "indikatorer.csv, før du importerer med --map.\n",
               "\nRows for the new indicators are in %s/%s: copy those wanted into "
               "indikatorer.csv before you import with --map.\n"),
           import->plan, INDICATORS_DRAFT_FILE);
    report_kept(import, INDICATORS_DRAFT_FILE, kept);
}

static bool run_import(struct import *import, const struct command_line *line)
{
    struct diagnostics *diagnostics = import->diagnostics;
    struct diagnostics unheard = {.arena = diagnostics->arena};
    if (!read_plan(import))
        return false;
    read_files(import, line->words + 1, line->word_count - 1);
    bool fine = import->table_count > 0;
    for (size_t i = 0; i < import->table_count; i++) {
        import_report_table(diagnostics, &import->tables[i]);
        fine = table_areas_check(diagnostics, &import->catalogue, &import->tables[i]) && fine;
    }
    if (!fine || !make_mapping(import, line->map))
        return false;
    if (import->draft.count)
        import_report_draft(
            diagnostics,
            arena_printf(diagnostics->arena, "%s/%s", import->plan, MAPPING_DRAFT_FILE),
            &import->draft);
    bool made = import_rows_make(diagnostics, &import->catalogue, &import->mapping, import->tables,
                                 import->table_count, &import->rows);
    import_report_rows(diagnostics, &import->rows);
    if (!made || diagnostics_stop(diagnostics, false))
        return false;
    import->there = observations_read(&unheard, import->plan, &import->catalogue);
    find_files(import);
    return check_repeats(import) && write_all(import);
}

static int split(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    if (!line->output || line->word_count != 2)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "skriv planmappen, og efter -o, hvor de nye skal ligge · se »pejling "
                           "help«",
                           "write the plan folder, and behind -o where the new ones go · see "
                           "»pejling help«");
    else if (plan_split(diagnostics, line->words[1], line->output))
        printf(say(diagnostics->language, "Færdig: %s\n", "Done: %s\n"), line->output);
    diagnostics_sort(diagnostics);
    return diagnostics_exit_status(diagnostics, false, line->strict);
}

int command_import(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct import import = {.diagnostics = diagnostics, .plan = line->to};
    if (line->split)
        return split(line);
    if (line->to) {
        if (!run_import(&import, line)) {
            leave_indicators(&import);
            printf(say(diagnostics->language, "\nDer er fejl, så ingen tal er skrevet i planen.\n",
                       "\nThere are errors, so no figures are written into the plan.\n"));
        }
        report_kept(&import, MAPPING_DRAFT_FILE, import.kept_draft);
    } else
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "skriv efter --to, hvilken planmappe tallene skal ind i · se »pejling "
                           "help«",
                           "write behind --to which plan folder the figures go into · see »pejling "
                           "help«");
    diagnostics_sort(diagnostics);
    return diagnostics_exit_status(diagnostics, false, line->strict);
}
