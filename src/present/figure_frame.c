/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_frame.h"

#include <math.h>
#include <string.h>

#include "pejling/present/gnuplot.h"
#include "pejling/present/wording.h"

#define PALETTE_AREAS 8 /* then it begins again */
#define PALETTE_TOTAL 9
#define FOOT_STEP 28.0
#define NAME_WIDTH 600.0 /* of the edition at most, of a figure of 2000 */

static const struct text_style title_style = {"text_title", 32, true};
static const struct text_style long_title_style = {"text_title", 26, true};
static const struct text_style subtitle_style = {"text_subtitle", 22, false};
static const struct text_style foot_style = {"text_foot", 16, false};
static const struct text_style marks_style = {"text_marks", 16, false};
static const struct text_style internal_style = {"text_marks_strong", 16, true};
static const struct text_style page_marks_style = {"text_marks", 17, false};
static const struct text_style page_internal_style = {"text_marks_strong", 17, true};
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
    if (canvas->form == FIGURE_PAGE)
        return 24;
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

/* `Udgave 2025 · opdigtede tal`; of a long name the beginning, for the foot is not its alone. */
static const char *marks_of(const struct figure_canvas *canvas)
{
    const struct plan *plan = &canvas->findings->table->catalogue->plan;
    const char *invented = plan->illustrative ? wording_invented(canvas->language) : "";
    const char *rest = plan->edition;
    const char *name = text_box_line(canvas->arena, &marks_style, NAME_WIDTH, &rest, true);
    if (!name)
        return invented;
    return arena_printf(canvas->arena, "%s %s%s%s", say(canvas->language, "Udgave", "Edition"),
                        name, invented[0] ? " · " : "", invented);
}

/* Room for the number of the page, in the corner. */
static double page_room(const struct figure_canvas *canvas)
{
    return canvas->page ? 56 : 0;
}

static const char *internal_of(const struct figure_canvas *canvas)
{
    bool internal = canvas->findings->table->edition == EDITION_INTERNAL;
    return internal ? wording_internal(canvas->language) : "";
}

/* A line of the foot, from the left to the marks. */
static struct text_box foot_box(const struct figure_canvas *canvas, double y)
{
    double right = page_room(canvas) + fmax(text_width(&marks_style, marks_of(canvas)),
                                            text_width(&internal_style, internal_of(canvas)));
    /* Room to spare: both may be set in a wider face, where Open Sans is missing. */
    double width = (canvas->width - 2 * FIGURE_MARGIN - 40) / 1.1 - right;
    return (struct text_box){FIGURE_MARGIN, y, width, FOOT_STEP, 12};
}

/* The page says the rest, but a figure that is copied out of it must not lose these. */
static double page_foot(struct gnuplot_script *script, const struct figure_canvas *canvas, double y)
{
    const struct plan *plan = &canvas->findings->table->catalogue->plan;
    const char *invented = plan->illustrative ? wording_invented(canvas->language) : "";
    const char *internal = internal_of(canvas);
    if (invented[0]) {
        gnuplot_label(script, &page_marks_style, canvas->width - 12, y, invented);
        y += FOOT_STEP;
    }
    if (internal[0]) {
        gnuplot_label(script, &page_internal_style, canvas->width - 12, y, internal);
        y += FOOT_STEP;
    }
    return ceil(y);
}

/* The text's next line; it moves on to what is behind it. */
static const char *next_line(const struct figure_canvas *canvas, const char **text)
{
    size_t length = strcspn(*text, "\n");
    const char *line = arena_text(canvas->arena, *text, length);
    *text += length + ((*text)[length] == '\n');
    return line;
}

double figure_foot_height(const struct figure_canvas *canvas, const char *text)
{
    size_t lines = 0, least = internal_of(canvas)[0] ? 2 : 1;
    while (*text)
        lines += text_box_lines(&foot_style, foot_box(canvas, 0), next_line(canvas, &text));
    return FOOT_STEP * (double)(lines > least ? lines : least) + 12;
}

double figure_foot(struct gnuplot_script *script, const struct figure_canvas *canvas, double y,
                   const char *text)
{
    double height = figure_foot_height(canvas, text);
    double right = canvas->width - FIGURE_MARGIN - page_room(canvas);
    if (canvas->form == FIGURE_PAGE)
        return page_foot(script, canvas, y);
    if (canvas->form == FIGURE_SLIDE)
        y = canvas->height - height;
    struct text_box box = foot_box(canvas, y);
    while (*text)
        box.y = gnuplot_paragraph(script, &foot_style, box, next_line(canvas, &text));
    gnuplot_label(script, &marks_style, right, y, marks_of(canvas));
    if (canvas->page)
        gnuplot_label(script, &page_style, canvas->width - FIGURE_MARGIN, y,
                      arena_printf(canvas->arena, "%u", canvas->page));
    if (internal_of(canvas)[0])
        gnuplot_label(script, &internal_style, right, y + FOOT_STEP, internal_of(canvas));
    return ceil(y + height);
}

const char *figure_left_out(const struct figure_canvas *canvas, const char *text, size_t left_out,
                            size_t shown)
{
    if (!left_out)
        return text;
    return arena_printf(canvas->arena,
                        say(canvas->language,
                            "%s\nIkke med på grund af pladsen: %zu af %zu indikatorer.",
                            "%s\nLeft out for lack of room: %zu of %zu indicators."),
                        text, left_out, left_out + shown);
}

static bool has_source_before(const struct indicator *const *indicators, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(indicators[i]->source, indicators[at]->source) == 0)
            return true;
    return false;
}

const char *figure_sources(const struct figure_canvas *canvas, const char *text,
                           const struct indicator *const *indicators, size_t count)
{
    struct arena *arena = canvas->arena;
    const char *list = "";
    for (size_t i = 0; i < count; i++)
        if (*indicators[i]->source && !has_source_before(indicators, i))
            list = arena_printf(arena, "%s%s%s", list, *list ? "; " : "", indicators[i]->source);
    if (!*list)
        return text;
    list = arena_printf(arena, "%s: %s", say(canvas->language, "Kilde", "Source"), list);
    const double width = foot_box(canvas, 0).width;
    const char *first = text_box_line(arena, &foot_style, width, &list, false);
    const char *second = text_box_line(arena, &foot_style, width, &list, true);
    return arena_printf(arena, "%s%s%s%s%s", text, *text ? "\n" : "", first, second ? "\n" : "",
                        second ? second : "");
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
