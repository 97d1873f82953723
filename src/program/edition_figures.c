/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/edition_figures.h"

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

#define DRAWN_AT_ONCE 2

/* The figures being drawn, so many at a time; the next one waits for the oldest. */
struct drawing {
    struct figure_canvas canvas;
    struct gnuplot_job *work[DRAWN_AT_ONCE]; /* NULL for none */
    size_t next, failed;
};

static void finish(struct drawing *drawing, struct gnuplot_job **work)
{
    if (*work && !gnuplot_finish(*work))
        drawing->failed += gnuplot_failed(*work);
    *work = NULL;
}

static void draw_all(struct drawing *drawing, const struct gnuplot_figure *figures, size_t count)
{
    if (!count)
        return;
    struct gnuplot_job **work = &drawing->work[drawing->next++ % DRAWN_AT_ONCE];
    finish(drawing, work);
    *work = gnuplot_start_all(drawing->canvas.place, figures, count);
}

static void draw(struct drawing *drawing, struct gnuplot_figure figure)
{
    draw_all(drawing, &figure, 1);
}

/*
 * An indicator over time: levels, gaps, and before and after the start, and a panel of each alone
 * for the page.
 */
static void draw_indicator(struct drawing *drawing, const struct indicator *indicator)
{
    const struct figure_canvas *report = &drawing->canvas;
    const struct figure_canvas page = figure_canvas(FIGURE_PAGE, report->place, report->findings);
    size_t levels, gaps, divided;
    const struct gnuplot_figure *level = trend_figure_single(&page, indicator, &levels);
    const struct gnuplot_figure *gap = gap_figure_single(&page, indicator, &gaps);
    if (trend_figure_has_data(report->findings, indicator))
        draw(drawing, trend_figure_draw(report, indicator));
    if (gaps)
        draw(drawing, gap_figure_draw(report, indicator));
    draw_all(drawing, level, levels);
    draw_all(drawing, gap, gaps);
    const struct gnuplot_figure *panels = before_after_figure_single(&page, indicator, &divided);
    if (divided)
        draw(drawing, before_after_figure_draw(report, indicator));
    draw_all(drawing, panels, divided);
}

static void draw_area(struct drawing *drawing, const struct area *area)
{
    const struct figure_canvas *report = &drawing->canvas;
    const struct figure_canvas page = figure_canvas(FIGURE_PAGE, report->place, report->findings);
    draw(drawing, dumbbell_figure_draw(report, area));
    draw(drawing, dumbbell_figure_draw(&page, area));
}

/* Why nothing can be drawn here; else GNUPLOT_NONE. */
static enum gnuplot_fault general_fault(const struct place *place)
{
    const char *folder = arena_printf(place->diagnostics->arena, "%s/figurer", place->folder);
    const struct place figures = {place->diagnostics, folder, place->plots};
    const struct gnuplot_check check = gnuplot_check(&figures);
    return check.fault || check.writes ? check.fault : GNUPLOT_LETTERS;
}

static void draw_figures_and_slides(const struct place *place, const struct findings *findings,
                                    const struct news *news)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    size_t area_count;
    const struct area **areas = followup_areas(place->diagnostics->arena, catalogue, &area_count);
    struct gnuplot_job *slides =
        slides_start(place, findings, news); /* the longest job, so the first */
    struct drawing drawing = {.canvas = figure_canvas(FIGURE_REPORT, place, findings)};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        draw_indicator(&drawing, &catalogue->indicators[i]);
    size_t goal_count;
    const struct slope_goal *goals = slope_goals(place->diagnostics->arena, findings, &goal_count);
    for (size_t i = 0; i < goal_count; i++)
        draw(&drawing, slope_figure_draw(&drawing.canvas, &goals[i], (unsigned)i + 1));
    for (size_t i = 0; i < area_count; i++)
        draw_area(&drawing, areas[i]);
    draw(&drawing, matrix_figure_draw(&drawing.canvas));
    draw(&drawing, forest_figure_draw(&drawing.canvas));
    for (size_t i = 0; i < DRAWN_AT_ONCE; i++)
        finish(&drawing, &drawing.work[i]);
    gnuplot_fault_count(place->diagnostics, drawing.failed);
    gnuplot_finish(slides);
}

/* Asked once, so that one that hangs costs half a minute, and not that for each figure. */
void edition_figures_draw(const struct place *place, const struct findings *findings,
                          const struct news *news)
{
    enum gnuplot_fault fault = general_fault(place);
    if (fault) {
        gnuplot_fault_report(place->diagnostics, fault, "figurer");
        gnuplot_fault_report(place->diagnostics, fault, "slides.pdf");
    } else {
        draw_figures_and_slides(place, findings, news);
    }
}
