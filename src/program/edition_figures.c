/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/edition_figures.h"

#include "pejling/base/workers.h"
#include "pejling/present/before_after_figure.h"
#include "pejling/present/dumbbell_figure.h"
#include "pejling/present/followup.h"
#include "pejling/present/forest_figure.h"
#include "pejling/present/gap_figure.h"
#include "pejling/present/gnuplot_check.h"
#include "pejling/present/matrix_figure.h"
#include "pejling/present/slides.h"
#include "pejling/present/slope_figure.h"
#include "pejling/present/trend_figure.h"

#define JOBS_MOST 8 /* at once: each takes some hundred MB at most */

/* A PNG takes gnuplot sixty times as long as an SVG for the page does (measured). */
#define PNG_COST 60
#define LEAST_COST                                                                                 \
    ((size_t)6 * PNG_COST) /* of a process: to start one takes half as long as a PNG */

struct edition_figures {
    const struct place *place;
    const struct findings *findings;
    struct gnuplot_trial *trial;
    enum gnuplot_fault fault; /* why nothing can be drawn */
    struct gnuplot_figure *figures;
    size_t count, capacity, begun;
    size_t batched;                      /* of the figures: those behind are drawn each alone */
    struct gnuplot_job *jobs[JOBS_MOST]; /* of figures, at work; NULL for none */
    size_t job_count;
    struct gnuplot_job *slides; /* NULL before they are begun */
    size_t failed;
};

/* ---- What there is to draw --------------------------------------------------------------------
 */

static void add(struct edition_figures *all, struct gnuplot_figure figure)
{
    all->figures = arena_grow(all->place->diagnostics->arena, all->figures, all->count,
                              &all->capacity, sizeof *all->figures);
    all->figures[all->count++] = figure;
}

static void add_panels(struct edition_figures *all, const struct gnuplot_figure *panels,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(all, panels[i]);
}

static struct figure_canvas canvas_of(const struct edition_figures *all, enum figure_form form)
{
    return figure_canvas(form, all->place, all->findings);
}

/*
 * An indicator over time: levels, gaps, and before and after the start, and a panel of each alone
 * for the page.
 */
static void add_indicator(struct edition_figures *all, const struct indicator *indicator)
{
    const struct figure_canvas report = canvas_of(all, FIGURE_REPORT);
    const struct figure_canvas page = canvas_of(all, FIGURE_PAGE);
    size_t levels, gaps, divided;
    const struct gnuplot_figure *level = trend_figure_single(&page, indicator, &levels);
    const struct gnuplot_figure *gap = gap_figure_single(&page, indicator, &gaps);
    const struct gnuplot_figure *panels = before_after_figure_single(&page, indicator, &divided);
    if (trend_figure_has_data(all->findings, indicator))
        add(all, trend_figure_draw(&report, indicator));
    if (gaps)
        add(all, gap_figure_draw(&report, indicator));
    if (divided)
        add(all, before_after_figure_draw(&report, indicator));
    add_panels(all, level, levels);
    add_panels(all, gap, gaps);
    add_panels(all, panels, divided);
}

/* The largest come first, so that no process is left to draw them when all others are done. */
static void add_all(struct edition_figures *all)
{
    struct arena *arena = all->place->diagnostics->arena;
    const struct catalogue *catalogue = all->findings->table->catalogue;
    const struct figure_canvas report = canvas_of(all, FIGURE_REPORT);
    const struct figure_canvas page = canvas_of(all, FIGURE_PAGE);
    size_t area_count, goal_count;
    const struct area **areas = followup_areas(arena, catalogue, &area_count);
    const struct slope_goal *goals = slope_goals(arena, all->findings, &goal_count);
    add(all, forest_figure_draw(&report));
    add(all, matrix_figure_draw(&report));
    for (size_t i = 0; i < area_count; i++) {
        add(all, dumbbell_figure_draw(&report, areas[i]));
        add(all, dumbbell_figure_draw(&page, areas[i]));
    }
    for (size_t i = 0; i < goal_count; i++)
        add(all, slope_figure_draw(&report, &goals[i], (unsigned)i + 1));
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        add_indicator(all, &catalogue->indicators[i]);
}

/* ---- Drawing it -------------------------------------------------------------------------------
 */

static size_t cost_of(const struct gnuplot_figure *figure)
{
    return figure->only_svg ? 1 : PNG_COST;
}

/*
 * How many figures the next process draws: fewer and fewer (guided self-scheduling; Polychronopoulos
 * and Kuck 1987), so that few processes are started, and none draws on alone at the end.
 */
static size_t next_batch(const struct edition_figures *all)
{
    size_t left = 0, cost = 0, count = 0;
    if (all->begun >= all->batched)
        return 1;
    for (size_t i = all->begun; i < all->batched; i++)
        left += cost_of(&all->figures[i]);
    size_t share = left / (all->job_count + 1);
    share = share > LEAST_COST ? share : LEAST_COST;
    while (cost < share && all->begun + count < all->batched)
        cost += cost_of(&all->figures[all->begun + count++]);
    return count;
}

/* Begins as much as there is room for. An edition with a file fault is not published. */
static void begin_more(struct edition_figures *all)
{
    for (size_t i = 0; i < all->job_count; i++) {
        if (all->begun == all->count || all->place->diagnostics->of_kind[PROBLEM_FILE])
            return;
        if (all->jobs[i])
            continue;
        size_t count = next_batch(all);
        all->jobs[i] = gnuplot_start(all->place, all->figures + all->begun, count);
        all->begun += count;
    }
}

/* What one figure cannot do costs no other of its process: they take their turn again, alone. */
static void finish(struct edition_figures *all, struct gnuplot_job **job)
{
    size_t undrawn_count;
    gnuplot_finish(*job);
    all->failed += gnuplot_failed(*job);
    const struct gnuplot_figure *undrawn = gnuplot_undrawn(*job, &undrawn_count);
    for (size_t i = 0; i < undrawn_count; i++)
        add(all, undrawn[i]);
    *job = NULL;
}

/* Asked once, so that one that hangs costs half a minute, and not that for each figure. */
struct edition_figures *edition_figures_prepare(const struct place *place)
{
    struct arena *arena = place->diagnostics->arena;
    struct edition_figures *all = arena_alloc(arena, 1, sizeof *all);
    const struct place figures = {place->diagnostics,
                                  arena_printf(arena, "%s/figurer", place->folder), place->plots};
    *all = (struct edition_figures){.place = place, .trial = gnuplot_check_start(&figures)};
    all->job_count =
        workers_count() + 1; /* none stands still while one that is done is looked at */
    if (all->job_count > JOBS_MOST)
        all->job_count = JOBS_MOST;
    return all;
}

void edition_figures_begin(struct edition_figures *all, const struct findings *findings,
                           const struct news *news)
{
    const struct gnuplot_check check = gnuplot_check_end(all->trial);
    all->trial = NULL;
    all->fault = check.fault || check.writes ? check.fault : GNUPLOT_LETTERS;
    if (all->fault)
        return;
    all->findings = findings;
    all->slides = slides_start(all->place, findings, news); /* the longest job, so the first */
    add_all(all);
    all->batched = all->count;
    begin_more(all);
}

static void draw_the_rest(struct edition_figures *all)
{
    size_t ended;
    while ((ended = gnuplot_wait_any(all->jobs, all->job_count)) < all->job_count) {
        finish(all, &all->jobs[ended]);
        begin_more(all);
    }
    gnuplot_fault_count(all->place->diagnostics, all->failed);
    gnuplot_finish(all->slides);
}

void edition_figures_end(struct edition_figures *all)
{
    struct diagnostics *diagnostics = all->place->diagnostics;
    if (all->trial) {
        (void)gnuplot_check_end(all->trial);
    } else if (all->fault) {
        gnuplot_fault_report(diagnostics, all->fault, "figurer");
        gnuplot_fault_report(diagnostics, all->fault, "slides.pdf");
    } else {
        draw_the_rest(all);
    }
}
