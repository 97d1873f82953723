/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar.h"

#include <string.h>
#include <unistd.h>

#include "pejling/present/html.h"
#include "pejling/present/matrix_cells.h"
#include "pejling/present/wording.h"

const char *seminar_words(const struct seminar *seminar, const char *danish, const char *english)
{
    return say(seminar->speaker.language, danish, english);
}

/* ` data-quotes="andel/nord/verdict andel/nord/verdict_slope"` */
static void write_keys(const struct seminar *seminar, const char *attribute,
                       const struct sentence *sentence)
{
    if (!sentence->count)
        return;
    sink_printf(seminar->sink, " %s=\"", attribute);
    for (size_t i = 0; i < sentence->count; i++) {
        sink_text(seminar->sink, i ? " " : "");
        html_text(seminar->sink, sentence_key(seminar->speaker.arena, sentence->quoted[i]));
    }
    sink_text(seminar->sink, "\"");
}

static void write_cell_start(const struct seminar *seminar, const char *class, const char *label)
{
    sink_text(seminar->sink, "<td");
    if (*class)
        sink_printf(seminar->sink, " class=\"%s\"", class);
    if (*label) {
        sink_text(seminar->sink, " data-label=\"");
        html_text(seminar->sink, label);
        sink_text(seminar->sink, "\"");
    }
}

void seminar_open_cell(const struct seminar *seminar, const char *class, const char *label,
                       const struct sentence *quotes)
{
    write_cell_start(seminar, class, label);
    write_keys(seminar, "data-quotes", quotes);
    sink_text(seminar->sink, ">");
}

void seminar_sentence(const struct seminar *seminar, const char *tag,
                      const struct sentence *sentence)
{
    if (!*sentence->text)
        return;
    sink_printf(seminar->sink, "<%s", tag);
    write_keys(seminar, "data-quotes", sentence);
    sink_text(seminar->sink, ">");
    html_text(seminar->sink, sentence->text);
    sink_printf(seminar->sink, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void seminar_said(const struct seminar *seminar, const char *lead, const struct sentence *sentences,
                  size_t count)
{
    sink_text(seminar->sink, "<li><strong>");
    html_text(seminar->sink, lead);
    sink_text(seminar->sink, ":</strong> ");
    for (size_t i = 0; i < count; i++)
        seminar_sentence(seminar, "span", &sentences[i]);
    sink_text(seminar->sink, "</li>\n");
}

void seminar_number(const struct seminar *seminar, const struct finding *finding, const char *label,
                    bool with_interval)
{
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    bool there = finding && finding->estimate.state != ESTIMATE_UNDEFINED;
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, there ? finding : NULL);
    write_cell_start(seminar, there || !finding ? "n" : "n why", label);
    write_keys(seminar, "data-cell", &quotes);
    sink_text(seminar->sink, ">");
    html_text(seminar->sink, finding ? wording_value(arena, language, finding) : "–");
    const char *limits = there && with_interval ? wording_interval(arena, language, finding) : "";
    if (*limits)
        html_element(seminar->sink, "small", limits);
    sink_text(seminar->sink, "</td>\n");
}

void seminar_text(const struct seminar *seminar, const char *label, const char *text)
{
    write_cell_start(seminar, "", label);
    sink_text(seminar->sink, ">");
    html_text(seminar->sink, text);
    sink_text(seminar->sink, "</td>\n");
}

void seminar_verdict(const struct seminar *seminar, const struct indicator *indicator,
                     const struct area *area, const char *label)
{
    const struct matrix_cell cell = matrix_cell(&seminar->speaker, indicator, area);
    struct sink *sink = seminar->sink;
    seminar_open_cell(seminar, arena_printf(seminar->speaker.arena, "c %s", cell.name), label,
                      &cell.quotes);
    if (matrix_has_verdict(cell.class))
        html_element(sink, "b", cell.number);
    html_element(sink, "i aria-hidden=\"true\"", cell.symbol);
    html_text(sink, cell.word);
    if (*cell.reason)
        html_element(sink, "small",
                     arena_printf(seminar->speaker.arena, "%s%s%s", cell.reason,
                                  *cell.number ? ": " : "", cell.number));
    sink_text(sink, "</td>\n");
}

static const char *panel_path(const struct seminar *seminar, const char *stem,
                              const struct indicator *indicator, const struct area *area)
{
    return arena_printf(seminar->speaker.arena, "%s/figurer/%s_%s-%s.svg", seminar->place->folder,
                        stem, indicator->code, area->code);
}

static void write_panel(const struct seminar *seminar, const char *path, const struct area *area)
{
    if (html_drawing(seminar->sink, seminar->place->diagnostics, path))
        return;
    html_element(
        seminar->sink, "p class=\"note\"",
        arena_printf(seminar->speaker.arena, "%s: %s", area->name,
                     seminar_words(seminar, "Figuren mangler, fordi gnuplot ikke kunne tegne den.",
                                   "The figure is missing because gnuplot could not draw it.")));
}

bool seminar_panels(const struct seminar *seminar, const char *stem,
                    const struct indicator *indicator,
                    const struct area **(*areas_of)(const struct figure_canvas *,
                                                    const struct indicator *, size_t *))
{
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_PAGE, seminar->place, seminar->speaker.findings);
    size_t count;
    const struct area **areas = areas_of(&canvas, indicator, &count);
    bool drawn = false;
    for (size_t i = 0; i < count; i++)
        drawn |= access(panel_path(seminar, stem, indicator, areas[i]), R_OK) == 0;
    if (!drawn)
        return false;
    sink_text(seminar->sink, "<div class=\"panels\">\n");
    for (size_t i = 0; i < count; i++)
        write_panel(seminar, panel_path(seminar, stem, indicator, areas[i]), areas[i]);
    sink_text(seminar->sink, "</div>\n");
    return true;
}

void seminar_figure_missing(const struct seminar *seminar)
{
    html_element(seminar->sink, "p class=\"note\"",
                 seminar_words(seminar,
                               "Figuren mangler, fordi gnuplot ikke kunne tegne den. Tallene står "
                               "i tabellen.",
                               "The figure is missing because gnuplot could not draw it. The "
                               "numbers are in the table."));
}

void seminar_source(const struct seminar *seminar, const char *sources)
{
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    sink_text(seminar->sink, "<p class=\"source\">");
    if (*sources)
        html_text(seminar->sink, arena_printf(arena, "%s: %s · ",
                                              seminar_words(seminar, "Kilde", "Source"), sources));
    html_text(seminar->sink,
              arena_printf(arena, "%s %s. ", seminar_words(seminar, "Udgave", "Edition"),
                           wording_edition(arena, language, seminar->speaker.findings->table)));
    html_text(seminar->sink, wording_no_cause(language));
    sink_text(seminar->sink, "</p>\n");
}

/* Whether an indicator before that one, of the same goal if one is asked for, has its source. */
static bool is_named(const struct seminar *seminar, size_t index, const char *goal)
{
    for (size_t i = 0; i < index; i++) {
        const struct indicator *other = seminar->indicators[i];
        if ((!goal || strcmp(other->goal, goal) == 0) &&
            strcmp(other->source, seminar->indicators[index]->source) == 0)
            return true;
    }
    return false;
}

const char *seminar_sources(const struct seminar *seminar, const char *goal)
{
    const char *list = "";
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (!*indicator->source || (goal && strcmp(indicator->goal, goal) != 0) ||
            is_named(seminar, i, goal))
            continue;
        list = arena_printf(seminar->speaker.arena, "%s%s%s", list, *list ? "; " : "",
                            indicator->source);
    }
    return list;
}

void seminar_marks(const struct seminar *seminar)
{
    const struct released_table *table = seminar->speaker.findings->table;
    bool internal = table->edition == EDITION_INTERNAL;
    bool invented = table->catalogue->plan.illustrative;
    if (!internal && !invented)
        return;
    sink_text(seminar->sink, "<p>");
    if (invented)
        html_element(seminar->sink, "strong class=\"mark\"",
                     wording_invented(seminar->speaker.language));
    if (internal)
        html_element(seminar->sink, "strong class=\"mark\"",
                     wording_internal(seminar->speaker.language));
    sink_text(seminar->sink, "</p>\n");
}
