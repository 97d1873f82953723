/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_sheet.h"

#include "pejling/present/evaluation_before_after.h"
#include "pejling/present/evaluation_between.h"
#include "pejling/present/evaluation_planning.h"
#include "pejling/present/evaluation_structure.h"
#include "pejling/present/evaluation_trends.h"
#include "pejling/present/gap_figure.h"
#include "pejling/present/headline.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/indicator_words.h"
#include "pejling/present/seminar_sheet.h"
#include "pejling/present/seminar_tables.h"
#include "pejling/present/trend_figure.h"

/* What the parts of the evaluation have to say of an indicator, in the order of the page. */
static void (*const sections[])(const struct seminar *seminar,
                                const struct indicator *indicator) = {
    evaluation_before_after_write,
    evaluation_between_write,
    evaluation_structure_write,
    evaluation_planning_write,
};

/*
 * The panels of a figure, 17 cm wide together, so that their text can be read on paper; and the files
 * of the same figure for a report.
 */
static void write_figure(const struct seminar *seminar, const char *stem,
                         const struct indicator *indicator,
                         const struct area **(*areas_of)(const struct figure_canvas *,
                                                         const struct indicator *, size_t *),
                         const char *reading)
{
    const char *name = arena_printf(seminar->speaker.arena, "figurer/%s_%s", stem, indicator->code);
    sink_text(seminar->sink, "<figure class=\"report\">\n");
    if (seminar_panels(seminar, stem, indicator, areas_of))
        html_element(seminar->sink, "figcaption",
                     arena_printf(seminar->speaker.arena, "%s %s: %s.svg, %s.png", reading,
                                  seminar_words(seminar, "Filer", "Files"), name, name));
    else
        seminar_figure_missing(seminar);
    sink_text(seminar->sink, "</figure>\n");
}

static void write_figures(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_PAGE, seminar->place, seminar->speaker.findings);
    size_t gaps;
    gap_panel_areas(&canvas, indicator, &gaps);
    if (!trend_figure_has_data(seminar->speaker.findings, indicator))
        return;
    write_figure(seminar, "tendens", indicator, trend_panel_areas,
                 trend_figure_reading(&canvas, indicator));
    if (gaps)
        write_figure(seminar, "afstand", indicator, gap_panel_areas,
                     gap_figure_reading(&canvas, indicator));
}

/*
 * `pejling explain PLANMAPPE restgruppen ringparken`: what to write to see the way back. The folder
 * is not named: the edition is the same wherever it was made. Codes need no quotes in a shell.
 */
static const char *explain_line(const struct seminar *seminar, const struct indicator *indicator,
                                const struct area *area)
{
    bool internal = seminar->speaker.findings->table->edition == EDITION_INTERNAL;
    return arena_printf(seminar->speaker.arena, "pejling explain %s %s %s%s%s",
                        seminar_words(seminar, "PLANMAPPE", "PLANFOLDER"), indicator->code,
                        area->code, internal ? " --edition intern" : "",
                        seminar_words(seminar, "", " --lang en"));
}

static void write_trace(const struct seminar *seminar, const struct indicator *indicator)
{
    sink_text(seminar->sink, "<section>\n");
    html_element(seminar->sink, "h4",
                 seminar_words(seminar, "Vejen tilbage til linjerne", "The way back to the lines"));
    sink_text(seminar->sink, "<table><caption>");
    html_text(seminar->sink,
              seminar_words(seminar, "Kommandoen, der viser hvert skridt fra planmappens linjer",
                            "The command that shows each step from the plan folder's lines"));
    sink_text(seminar->sink, "</caption><thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Kommando", "Command"));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < seminar->catalogue->area_count; i++) {
        const struct area *area = &seminar->catalogue->areas[i];
        if (!released_series(seminar->speaker.findings->table, indicator, area).count)
            continue;
        sink_text(seminar->sink, "<tr>");
        html_element(seminar->sink, "th scope=\"row\"", area->name);
        sink_text(seminar->sink, "<td>");
        html_element(seminar->sink, "code", explain_line(seminar, indicator, area));
        sink_text(seminar->sink, "</td></tr>\n");
    }
    sink_text(seminar->sink, "</tbody></table>\n</section>\n");
}

static void write_kicker(const struct seminar *seminar, const struct indicator *indicator)
{
    struct arena *arena = seminar->speaker.arena;
    const char *kind =
        indicator->lbf_number
            ? arena_printf(arena, "%s %u",
                           seminar_words(seminar, "Fast indikator", "Fixed indicator"),
                           indicator->lbf_number)
            : seminar_words(seminar, "Nøgletal", "Key figure");
    html_element(seminar->sink, "p class=\"kicker\"",
                 arena_printf(arena, "%s · %s: %s", kind, seminar_words(seminar, "kode", "code"),
                              indicator->code));
}

void evaluation_sheet_write(const struct seminar *seminar, const struct indicator *indicator,
                            bool first)
{
    struct arena *arena = seminar->speaker.arena;
    const struct sentence headline = headline_indicator(&seminar->speaker, indicator);
    sink_printf(seminar->sink, "<article class=\"sheet%s\" id=\"indikator-", first ? " first" : "");
    html_text(seminar->sink, indicator->code);
    sink_text(seminar->sink, "\">\n");
    write_kicker(seminar, indicator);
    html_element(seminar->sink, "h3", indicator_label(indicator));
    html_element(seminar->sink, "p class=\"measure\"",
                 arena_printf(arena, "%s · %s · %s", *indicator->unit ? indicator->unit : "–",
                              indicator_measure(seminar->speaker.language, indicator->measure),
                              indicator_polarity(seminar->speaker.language, indicator->polarity)));
    seminar_sentence(seminar, "p", &headline);
    seminar_facts_write(seminar, indicator);
    write_figures(seminar, indicator);
    seminar_level_table(seminar, indicator);
    seminar_gap_table(seminar, indicator);
    evaluation_trends_write(seminar, indicator);
    seminar_targets_write(seminar, indicator);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        sections[i](seminar, indicator);
    write_trace(seminar, indicator);
    seminar_source(seminar, indicator->source);
    sink_text(seminar->sink, "</article>\n");
}
