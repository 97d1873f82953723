/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_frame.h"

#include <math.h>
#include <string.h>

#include "pejling/present/gnuplot.h"
#include "pejling/present/wording.h"

#define PALETTE_AREAS 8 /* then it begins again */
#define PALETTE_TOTAL 9

static const struct text_style title_style = {"text_title", 32, true};
static const struct text_style long_title_style = {"text_title", 26, true};
static const struct text_style subtitle_style = {"text_subtitle", 22, false};
static const struct text_style foot_style = {"text_foot", 16, false};
static const struct text_style marks_style = {"text_marks", 16, false};
static const struct text_style internal_style = {"text_marks_strong", 16, true};
static const struct text_style page_style = {"text_page", 16, true};
static const struct text_style empty_style = {"text_empty", 22, false};

unsigned figure_colour(const struct catalogue *catalogue, const struct area *area)
{
    unsigned estates = 0;
    if (area->role == AREA_SECTION && area->part_of)
        area = area->part_of;
    if (area->role != AREA_ESTATE)
        return PALETTE_TOTAL;
    for (size_t i = 0; i < area->index; i++)
        estates += catalogue->areas[i].role == AREA_ESTATE;
    return estates % PALETTE_AREAS + 1;
}

struct figure_canvas figure_canvas(enum figure_form form, const struct place *place,
                                   const struct findings *findings)
{
    return (struct figure_canvas){.form = form,
                                  .width = form == FIGURE_PAGE ? FIGURE_PAGE_WIDTH : FIGURE_WIDTH,
                                  .height = form == FIGURE_SLIDE ? FIGURE_SLIDE_HEIGHT : 0,
                                  .place = place,
                                  .findings = findings,
                                  .arena = place->diagnostics->arena,
                                  .language = place->diagnostics->language};
}

double figure_heading(struct gnuplot_script *script, const struct figure_canvas *canvas,
                      const char *title, const char *subtitle)
{
    const struct text_style *style = &title_style;
    struct text_box box = {FIGURE_MARGIN, 52, canvas->width - 2 * FIGURE_MARGIN, 54, 3};
    if (text_box_lines(style, box, title) > 1) {
        style = &long_title_style;
        box.step = 45;
    }
    box.y = gnuplot_paragraph(script, style, box, title);
    box.step = 36;
    box.lines = 2;
    return gnuplot_paragraph(script, &subtitle_style, box, subtitle);
}

/* `Udgave 2025 · opdigtede tal` */
static const char *marks_of(const struct figure_canvas *canvas)
{
    const struct plan *plan = &canvas->findings->table->catalogue->plan;
    const char *invented = plan->illustrative ? wording_invented(canvas->language) : "";
    if (!plan->edition[0])
        return invented;
    return arena_printf(canvas->arena, "%s %s%s%s", say(canvas->language, "Udgave", "Edition"),
                        plan->edition, invented[0] ? " · " : "", invented);
}

/* Room for the number of the page, in the corner. */
static double page_room(const struct figure_canvas *canvas)
{
    return canvas->page ? 56 : 0;
}

double figure_foot(struct gnuplot_script *script, const struct figure_canvas *canvas, double y,
                   const char *text)
{
    const double step = 28;
    const char *marks = marks_of(canvas);
    const char *internal = canvas->findings->table->edition == EDITION_INTERNAL
                               ? wording_internal(canvas->language)
                               : "";
    double page = page_room(canvas);
    double right =
        page + fmax(text_width(&marks_style, marks), text_width(&internal_style, internal));
    /* Room to spare: both may be set in a wider face, where Open Sans is missing. */
    double width = (canvas->width - 2 * FIGURE_MARGIN - 40) / 1.1 - right;
    struct text_box box = {FIGURE_MARGIN, y, width, step, 12};
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
        box.y = gnuplot_paragraph(script, &foot_style, box,
                                  arena_text(canvas->arena, line, strcspn(line, "\n")));
    double below = fmax(box.y, y + step);
    gnuplot_label(script, &marks_style, canvas->width - FIGURE_MARGIN - page, y, marks);
    if (canvas->page)
        gnuplot_label(script, &page_style, canvas->width - FIGURE_MARGIN, y,
                      arena_printf(canvas->arena, "%u", canvas->page));
    if (internal[0]) {
        gnuplot_label(script, &internal_style, canvas->width - FIGURE_MARGIN - page, y + step,
                      internal);
        below = fmax(below, y + 2 * step);
    }
    return ceil(below + 12);
}

void figure_nothing(struct gnuplot_script *script, const struct figure_canvas *canvas, double y)
{
    gnuplot_label(script, &empty_style, canvas->width / 2, y,
                  say(canvas->language, "Ingen data at vise", "No data to show"));
}

const char *figure_confidence(char text[NUMBER_TEXT], enum language language,
                              const struct findings *findings)
{
    double level = 100 * findings->confidence;
    return wording_number(text, language, level, fabs(level - round(level)) > 1e-6);
}

const char *figure_period(struct arena *arena, struct period period)
{
    char label[PERIOD_TEXT];
    if (period.kind == PERIOD_DATE)
        return arena_printf(arena, "%d", period.year);
    return arena_printf(arena, "%s", period_label(label, period));
}
