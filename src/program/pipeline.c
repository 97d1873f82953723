/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/pipeline.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "pejling/base/file.h"
#include "pejling/disclosure/audit.h"
#include "pejling/disclosure/protect.h"
#include "pejling/findings/edition_news.h"
#include "pejling/findings/findings.h"
#include "pejling/findings/panel.h"
#include "pejling/findings/plausibility.h"
#include "pejling/model/catalogue_read.h"
#include "pejling/present/chromium.h"
#include "pejling/present/evaluation_page.h"
#include "pejling/present/methods_text.h"
#include "pejling/present/released_sheet.h"
#include "pejling/present/results.h"
#include "pejling/present/seminar_page.h"
#include "pejling/present/seminar_workbook.h"
#include "pejling/present/tables.h"
#include "pejling/program/earlier_news.h"
#include "pejling/program/earlier_read.h"
#include "pejling/program/edition_figures.h"
#include "pejling/program/edition_folder.h"
#include "pejling/program/input_copy.h"
#include "pejling/program/plots_folder.h"
#include "pejling/program/progress.h"
#include "pejling/program/released_read.h"

static bool is_folder(struct diagnostics *diagnostics, const char *folder)
{
    struct stat status;
    if (stat(folder, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    diagnostics_report(
        diagnostics, PROBLEM_INPUT, (struct location){.file = folder},
        "planmappen findes ikke eller kan ikke åbnes · ret stien, eller se efter rettigheder",
        "the plan folder does not exist or cannot be opened · mend the path, or look after "
        "permissions");
    return false;
}

/* An indicator without any figure would else be missing from the pack without a word. */
static void remark_on_empty(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                            const struct observation_rows *rows)
{
    size_t areas = catalogue->area_count, series = catalogue->indicator_count * areas;
    char *has_figures = arena_alloc(diagnostics->arena, series + 1, 1);
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            has_figures[rows->pieces[i].rows[j].series] = 1;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        if (!memchr(has_figures + i * areas, 1, areas) && !diagnostics->of_kind[PROBLEM_SERIES])
            diagnostics_report(
                diagnostics, PROBLEM_REMARK, indicator->at,
                "»%s« har ingen tal · læg dem i observationer, eller slet rækken, hvis "
                "indikatoren ikke følges",
                "»%s« has no figures · put them into observationer, or delete the "
                "row if the indicator is not followed",
                indicator->code);
    }
}

/* Whether something graver than a remark has been said of that file. */
static bool is_faulty(const struct diagnostics *diagnostics, const char *file)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->problem != PROBLEM_REMARK && item->at.file && strcmp(item->at.file, file) == 0)
            return true;
    }
    return false;
}

/*
 * A list without rows is sound as a file, but an edition of nothing would take the place of a good
 * one. Nothing is said where a fault of the file already is.
 */
static void refuse_empty_lists(struct diagnostics *diagnostics, const struct catalogue *catalogue)
{
    if (!catalogue->indicator_count && !is_faulty(diagnostics, "indikatorer.csv"))
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = "indikatorer.csv"},
                           "der er ingen indikatorer · skriv en række for hver indikator, planen "
                           "følger",
                           "there are no indicators · write a row for each indicator that the plan "
                           "follows");
    if (!catalogue->area_count && !is_faulty(diagnostics, "omraader.csv"))
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = "omraader.csv"},
                           "der er ingen områder · skriv en række for hvert område, hver afdeling "
                           "og kommunen",
                           "there are no areas · write a row for each area, each section and the "
                           "municipality");
}

/* Likewise files of figures with nothing but their first line, or with faulty rows alone. */
static void refuse_no_figures(struct diagnostics *diagnostics, const struct observation_rows *rows)
{
    if (!rows->count && !diagnostics->of_kind[PROBLEM_INPUT] && !diagnostics->of_kind[PROBLEM_FILE])
        observation_rows_refuse_none(diagnostics);
}

struct read_plan pipeline_read(struct diagnostics *diagnostics, const char *folder)
{
    struct catalogue *catalogue = arena_alloc(diagnostics->arena, 1, sizeof *catalogue);
    struct read_plan plan = {.catalogue = catalogue};
    if (!is_folder(diagnostics, folder))
        return plan;
    *catalogue = catalogue_read(diagnostics, folder);
    plan.calibrations = calibration_read(diagnostics, folder);
    /* Where a list is empty for its faults, every row would be called unknown. */
    bool have_lists = (catalogue->indicator_count || !is_faulty(diagnostics, "indikatorer.csv")) &&
                      (catalogue->area_count || !is_faulty(diagnostics, "omraader.csv"));
    refuse_empty_lists(diagnostics, catalogue);
    if (have_lists) {
        plan.rows = observation_rows_read(diagnostics, folder, catalogue);
        refuse_no_figures(diagnostics, &plan.rows);
        if (!diagnostics_stop(diagnostics, true))
            remark_on_empty(diagnostics, catalogue, &plan.rows);
        plan.earlier = earlier_read(diagnostics, folder, catalogue);
    }
    return plan;
}

/* Related: with the relations of the cells, which an internal edition has no use for. */
static struct loaded_plan load(struct diagnostics *diagnostics, const char *folder, bool related)
{
    struct read_plan read = pipeline_read(diagnostics, folder);
    struct loaded_plan plan = {
        .catalogue = read.catalogue, .earlier = read.earlier, .calibrations = read.calibrations};
    if (read.rows.catalogue) {
        struct observations observations = observations_all(diagnostics, &read.rows);
        /* Sums need every area in its place, and those of a faulty catalogue may not be. */
        if (!diagnostics_stop(diagnostics, true))
            plan.cells = cells_build(diagnostics, read.catalogue, &observations, related);
    }
    diagnostics_sort(diagnostics);
    return plan;
}

struct loaded_plan pipeline_load(struct diagnostics *diagnostics, const char *folder)
{
    return load(diagnostics, folder, true);
}

static bool make_folder(const struct place *place, const char *name)
{
    const char *path = arena_printf(place->diagnostics->arena, "%s/%s", place->folder, name);
    if (mkdir(path, 0700) == 0)
        return true;
    file_report(place->diagnostics, path, errno);
    return false;
}

bool pipeline_release(struct diagnostics *diagnostics, const struct loaded_plan *plan,
                      enum edition edition, struct released_table *table)
{
    return protect(diagnostics, plan->catalogue, &plan->cells, &plan->earlier, edition, table);
}

/*
 * Writes the released table, and reads it back from the finished file: what follows is computed
 * from that, so no number of the edition can tell more than the file does; and the file is audited
 * as any reader would look at it.
 */
static bool publish_table(const struct place *place, const struct loaded_plan *plan,
                          struct released_table *table)
{
    struct diagnostics *diagnostics = place->diagnostics;
    const struct input_file file = {
        arena_printf(diagnostics->arena, "%s/" RELEASED_FILE, place->folder), RELEASED_FILE,
        PROBLEM_FILE};
    return released_write(place, table) &&
           released_read(diagnostics, &file, plan->catalogue, table->edition, table) &&
           (table->edition == EDITION_INTERNAL ||
            audit(diagnostics, &plan->cells, &plan->earlier, table));
}

/*
 * The pages and what goes with them. A PDF that could not be made is not there, and the rest is
 * published; only a file fault stops.
 */
static bool write_page(const struct place *place, const struct run_options *options,
                       const struct seminar_matter *matter)
{
    static const struct printed_page page = {.page = "seminar.html", .pdf = "seminar.pdf"};
    progress_show(options->language, STAGE_PAGE);
    if (!seminar_page_write(place, matter) || !evaluation_page_write(place, matter) ||
        !methods_text_write(place, matter->findings))
        return false;
    if (options->pdf) {
        progress_show(options->language, STAGE_PDF);
        chromium_print(place, &page);
    }
    return place->diagnostics->of_kind[PROBLEM_FILE] == 0;
}

static bool write_findings(const struct place *place, const struct run_options *options,
                           const struct loaded_plan *plan, const struct released_table *table)
{
    struct arena *arena = place->diagnostics->arena;
    struct edition_figures *figures = edition_figures_prepare(place);
    progress_show(options->language, STAGE_COMPUTE);
    const struct findings findings = findings_compute(arena, table);
    struct seminar_matter matter = {
        .findings = &findings,
        .calibration = calibration_of(&plan->calibrations, panel_key(arena, table)),
    };
    plausibility_remark(place->diagnostics, table); /* before the remarks are written */
    progress_show(options->language, STAGE_TABLES);
    if (earlier_news_write(place, options->plan, &plan->earlier, &findings, &matter.news)) {
        const struct news *compared = matter.news && matter.news->compared ? matter.news : NULL;
        edition_figures_begin(figures, &findings, compared);
        if (results_write(place, &findings) && tables_write(place, &findings))
            seminar_workbook_write(place, &findings, compared); /* as a figure, it may be missing */
    }
    progress_show(options->language, STAGE_DRAW);
    edition_figures_end(figures);
    if (place->diagnostics->of_kind[PROBLEM_FILE] || !write_page(place, options, &matter))
        return false;
    const struct digested_files inputs = manifest_inputs(place->diagnostics, options);
    return manifest_write(place, options, table->catalogue, &inputs);
}

static bool write_edition(const struct place *place, const struct run_options *options,
                          const struct loaded_plan *plan, struct released_table *table)
{
    return make_folder(place, "figurer") && make_folder(place, "tabeller") &&
           (options->edition == EDITION_SHARED ||
            input_copy_write(place, options->plan, plan->catalogue)) &&
           publish_table(place, plan, table) && write_findings(place, options, plan, table);
}

bool pipeline_run(struct diagnostics *diagnostics, const struct run_options *options)
{
    struct edition_folder folder;
    struct released_table table;
    progress_show(options->language, STAGE_READ);
    struct loaded_plan plan = load(diagnostics, options->plan, options->edition == EDITION_SHARED);
    if (diagnostics_stop(diagnostics, options->keep_going) ||
        !earlier_stays(diagnostics, options->plan, plan.catalogue, options->output))
        return false;
    progress_show(options->language, STAGE_PROTECT);
    if (!pipeline_release(diagnostics, &plan, options->edition, &table) ||
        !edition_begin(diagnostics, FOLDER_EDITION, options->output, options->plan, &folder))
        return false;
    struct place place = {diagnostics, folder.building, plots_folder(diagnostics->arena)};
    if (!write_edition(&place, options, &plan, &table) ||
        diagnostics_stop(diagnostics, options->keep_going)) {
        edition_abandon(diagnostics, &folder);
        return false;
    }
    return edition_publish(diagnostics, &folder, options->edition == EDITION_SHARED);
}
