/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/summary_run.h"

#include "pejling/base/sink.h"
#include "pejling/base/workers.h"
#include "pejling/disclosure/audit.h"
#include "pejling/disclosure/linear_program.h"
#include "pejling/disclosure/protect.h"
#include "pejling/findings/findings.h"
#include "pejling/findings/plausibility.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/released_sheet.h"
#include "pejling/present/results.h"
#include "pejling/present/summary.h"
#include "pejling/program/earlier_read.h"
#include "pejling/program/edition_folder.h"
#include "pejling/program/municipal_plans.h"
#include "pejling/program/progress.h"

#define ROW_BYTES 100 /* of frigivet.csv, most often */

/* What is left of a municipality when it is computed; it lives in an arena of its own. */
struct municipality_result {
    struct arena *arena;
    struct summary_block block;
    struct diagnostics problems;
    const char *released; /* its rows of frigivet.csv, in a shared edition */
    size_t released_length;
};

struct summary {
    const struct run_options *options;
    struct municipal_plans plans;
    struct verdict_tables tables;
    struct municipality_result *results;
    struct digested_files inputs;
    struct diagnostics input_problems; /* with an arena of their own */
};

static void keep_released(struct municipality_result *result, struct diagnostics *scratch,
                          const struct released_table *table)
{
    struct sink *sink = sink_memory(scratch, table->count * ROW_BYTES);
    struct sheet sheet = released_sheet(scratch->arena, table);
    csv_write_rows(sink, &sheet, CSV_MACHINE);
    const char *text = sink_contents(sink, &result->released_length);
    result->released = arena_text(result->arena, text, result->released_length);
}

/* One municipality from its rows to its part of the file, all but the family of tests. */
static void compute(struct summary *summary, size_t number)
{
    struct municipality_result *result = &summary->results[number];
    struct diagnostics scratch = {.arena = arena_new(), .language = summary->options->language};
    enum edition edition = summary->options->edition;
    struct released_table table;
    result->arena = arena_new();
    const struct municipal_plan *plan = municipal_plan(&scratch, &summary->plans, number);
    bool released =
        protect(&scratch, &plan->part.catalogue, &plan->cells, &plan->earlier, edition, &table);
    if (released && edition == EDITION_SHARED) {
        released = audit(&scratch, &plan->cells, &plan->earlier, &table);
        keep_released(result, &scratch, &table);
    }
    if (released) {
        plausibility_remark(&scratch, &table);
        struct findings findings = findings_summarise(scratch.arena, &table, &summary->tables);
        result->block = summary_block_make(result->arena, &findings,
                                           plan->municipality ? plan->municipality->code : "");
    }
    result->problems = (struct diagnostics){.arena = result->arena, .language = scratch.language};
    diagnostics_take(&result->problems, &scratch);
    linear_program_end();
    arena_free(scratch.arena);
}

/* The pieces of work: first the checksums, which take as long as some municipalities; then these. */
enum { CHECKSUMS, FIRST_MUNICIPALITY };

static void work(void *context, size_t number)
{
    struct summary *summary = context;
    if (number == CHECKSUMS)
        summary->inputs = manifest_inputs(&summary->input_problems, summary->options);
    else
        compute(summary, number - FIRST_MUNICIPALITY);
}

static void compute_all(struct diagnostics *diagnostics, struct summary *summary)
{
    size_t count = summary->plans.municipalities.count;
    summary->results = arena_alloc(diagnostics->arena, count, sizeof *summary->results);
    workers_run(FIRST_MUNICIPALITY + count, work, summary);
    diagnostics_take(diagnostics, &summary->input_problems);
    for (size_t i = 0; i < count; i++)
        diagnostics_take(diagnostics, &summary->results[i].problems);
    diagnostics_sort(diagnostics);
}

static bool write_released(const struct place *place, const struct summary *summary)
{
    struct arena *arena = place->diagnostics->arena;
    struct sink *sink =
        sink_open(place->diagnostics, arena_printf(arena, "%s/" RELEASED_FILE, place->folder));
    const struct released_table none = {.count = 0};
    struct sheet sheet = released_sheet(arena, &none);
    csv_write_header(sink, &sheet, CSV_MACHINE);
    for (size_t i = 0; i < summary->plans.municipalities.count; i++)
        sink_bytes(sink, summary->results[i].released, summary->results[i].released_length);
    return sink_close_unsynced(sink);
}

static bool write_edition(const struct place *place, const struct summary *summary)
{
    const struct run_options *options = summary->options;
    size_t count = summary->plans.municipalities.count;
    struct summary_block *blocks = arena_alloc(place->diagnostics->arena, count, sizeof *blocks);
    for (size_t i = 0; i < count; i++)
        blocks[i] = summary->results[i].block;
    progress_show(options->language, STAGE_TABLES);
    return (options->edition == EDITION_INTERNAL || write_released(place, summary)) &&
           summary_write(place, options->edition, blocks, count) && remarks_write(place) &&
           manifest_write(place, options, summary->plans.whole->catalogue, &summary->inputs);
}

static bool publish(struct diagnostics *diagnostics, const struct summary *summary)
{
    const struct run_options *options = summary->options;
    struct edition_folder folder;
    if (!edition_begin(diagnostics, FOLDER_SUMMARY, options->output, options->plan, &folder))
        return false;
    const struct place place = {diagnostics, folder.building, NULL};
    if (write_edition(&place, summary))
        return edition_publish(diagnostics, &folder, options->edition == EDITION_SHARED);
    edition_abandon(diagnostics, &folder);
    return false;
}

bool summary_run(struct diagnostics *diagnostics, const struct run_options *options)
{
    struct arena *arena = diagnostics->arena, *tables = arena_new();
    progress_show(options->language, STAGE_READ);
    struct read_plan plan = pipeline_read(diagnostics, options->plan);
    if (diagnostics_stop(diagnostics, options->keep_going) ||
        !earlier_stays(diagnostics, options->plan, plan.catalogue, options->output)) {
        diagnostics_sort(diagnostics);
        arena_free(tables);
        return false;
    }
    struct summary summary = {
        .options = options,
        .plans = municipal_plans(arena, &plan, options->edition == EDITION_SHARED),
        .input_problems = {.arena = arena_new(), .language = options->language},
        .tables = verdict_tables_new(tables)};
    progress_show(options->language, STAGE_COMPUTE);
    compute_all(diagnostics, &summary);
    bool published =
        !diagnostics_stop(diagnostics, options->keep_going) && publish(diagnostics, &summary);
    for (size_t i = 0; i < summary.plans.municipalities.count; i++)
        arena_free(summary.results[i].arena);
    arena_free(summary.input_problems.arena);
    arena_free(tables);
    return published;
}
