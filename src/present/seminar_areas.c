/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_areas.h"

#include <string.h>

#include "pejling/present/dumbbell_words.h"
#include "pejling/present/followup.h"
#include "pejling/present/headline.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/wording.h"

enum column {
    COLUMN_LATEST,
    COLUMN_COMPARATOR,
    COLUMN_GAP,
    COLUMN_LEVEL_CHANGE,
    COLUMN_SLOPE,
    COLUMN_VERDICT,
    COLUMNS
};

static const char *heading(const struct seminar *seminar, enum column column)
{
    static const char *const heads[COLUMNS][2] = {
        {"Seneste tal", "Latest figure"},
        {"Sammenlignes med", "Compared with"},
        {"Afstand nu", "Gap now"},
        {"Ændring i området siden baseline", "Change in the area since baseline"},
        {"Afstanden ændrer sig pr. år", "The gap changes a year by"},
        {"Vurdering af afstanden", "Verdict on the gap"},
    };
    return seminar_words(seminar, heads[column][0], heads[column][1]);
}

static void write_head(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"rows\">");
    html_element(
        seminar->sink, "caption",
        seminar_words(
            seminar,
            "Sammenlignes med: resten af kommunen, hvor der er tal til det, ellers hele kommunen. "
            "Afstanden er området minus det.",
            "Compared with: the rest of the municipality where there are figures for it, else all "
            "of it. The gap is the area minus that."));
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"",
                 seminar_words(seminar, "Indikator", "Indicator"));
    for (enum column column = COLUMN_LATEST; column < COLUMNS; column++)
        html_element(seminar->sink,
                     column == COLUMN_VERDICT ? "th scope=\"col\"" : "th scope=\"col\" class=\"n\"",
                     heading(seminar, column));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

/* `Føler sig trygge (pct., 2023)`, with a link to the indicator's sheet. */
static void write_name(const struct seminar *seminar, const struct followup_row *row)
{
    char period[PERIOD_TEXT];
    const struct indicator *indicator = row->indicator;
    sink_text(seminar->sink, "<th scope=\"row\"><a href=\"#indikator-");
    html_text(seminar->sink, indicator->code);
    sink_text(seminar->sink, "\">");
    html_text(seminar->sink, indicator_label(indicator));
    sink_text(seminar->sink, "</a> ");
    html_element(seminar->sink, "span class=\"muted\"",
                 arena_printf(seminar->speaker.arena, "%s%s%s", indicator->unit,
                              row->latest && *indicator->unit ? ", " : "",
                              row->latest ? period_label(period, row->latest->from) : ""));
    sink_text(seminar->sink, "</th>");
}

/* The level of what the gap is to, in the gap's own period; NULL for none. */
static const struct finding *beside(const struct seminar *seminar, const struct followup_row *row)
{
    const struct finding *gap = row->gap_latest;
    return gap ? finding_at(seminar->speaker.findings, row->indicator, gap->comparator,
                            STATISTIC_LEVEL, gap->from)
               : NULL;
}

static void write_row(const struct seminar *seminar, const struct followup_row *row)
{
    sink_text(seminar->sink, "<tr>");
    write_name(seminar, row);
    seminar_number(seminar, row->latest, heading(seminar, COLUMN_LATEST), true);
    seminar_number(seminar, beside(seminar, row), heading(seminar, COLUMN_COMPARATOR), false);
    seminar_number(seminar, row->gap_latest, heading(seminar, COLUMN_GAP), true);
    seminar_number(seminar, row->level_change, heading(seminar, COLUMN_LEVEL_CHANGE), true);
    seminar_number(seminar, row->verdict_slope, heading(seminar, COLUMN_SLOPE), true);
    seminar_verdict(seminar, row->indicator, row->area, heading(seminar, COLUMN_VERDICT));
    sink_text(seminar->sink, "</tr>\n");
}

static void write_table(const struct seminar *seminar, const struct area *area)
{
    struct followup_row row;
    write_head(seminar);
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
        if (followup_row(seminar->speaker.findings, seminar->indicators[i], area, &row))
            write_row(seminar, &row);
    sink_text(seminar->sink, "</tbody></table></div>\n");
}

static void write_figure(const struct seminar *seminar, const struct area *area)
{
    const char *path = arena_printf(seminar->speaker.arena, "%s/figurer/omraade_%s-side.svg",
                                    seminar->place->folder, area->code);
    sink_text(seminar->sink, "<figure>\n");
    if (!html_drawing(seminar->sink, seminar->place->diagnostics, path))
        seminar_figure_missing(seminar);
    const struct dumbbell_rows rows = dumbbell_rows_make(&seminar->speaker, area, true);
    html_element(seminar->sink, "figcaption", dumbbell_reading(&rows));
    sink_text(seminar->sink, "</figure>\n");
}

/* What has moved, in sentences; the table has the rest. */
static void write_moved(const struct seminar *seminar, const struct area *area)
{
    bool listed = false;
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        const struct gap_verdict *verdict =
            verdict_of(&seminar->speaker.findings->verdicts, indicator, area);
        if (!verdict ||
            (verdict->verdict != VERDICT_NARROWING && verdict->verdict != VERDICT_WIDENING))
            continue;
        const struct sentence sentence = sentence_unnamed(
            seminar->speaker.arena, sentence_verdict(&seminar->speaker, indicator, area), area);
        if (!listed)
            sink_text(seminar->sink, "<ul class=\"says\">\n");
        listed = true;
        seminar_said(seminar, indicator_label(indicator), &sentence, 1);
    }
    if (listed)
        sink_text(seminar->sink, "</ul>\n");
}

static void write_area(const struct seminar *seminar, const struct area *area, bool first)
{
    const struct sentence headline = headline_area(&seminar->speaker, area);
    sink_printf(seminar->sink, "<article class=\"sheet%s\" id=\"omraade-", first ? " first" : "");
    html_text(seminar->sink, area->code);
    sink_text(seminar->sink, "\">\n");
    html_element(seminar->sink, "p class=\"kicker\"", area->name);
    seminar_sentence(seminar, "h3", &headline);
    if (*area->note)
        html_element(seminar->sink, "p class=\"muted\"", area->note);
    sink_text(seminar->sink, "<div class=\"beside\">\n");
    write_figure(seminar, area);
    write_moved(seminar, area);
    sink_text(seminar->sink, "</div>\n");
    write_table(seminar, area);
    seminar_source(seminar, seminar_sources(seminar, NULL));
    sink_text(seminar->sink, "</article>\n");
}

void seminar_areas_write(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<section id=\"omraader\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Område for område", "Area by area"));
    for (size_t i = 0; i < seminar->area_count; i++)
        write_area(seminar, seminar->areas[i], i == 0);
    sink_text(seminar->sink, "</section>\n");
}
