/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_trends.h"

#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/wording.h"

#define P_DECIMALS 3
#define SMALLEST_P 0.001 /* smaller ones are said to be so */

/* What a column shows of a finding. */
enum shown { SHOWN_VALUE, SHOWN_INTERVAL, SHOWN_P, SHOWN_P_ADJUSTED, SHOWN_VERDICT };

struct column {
    const char *danish, *english;
    enum statistic statistic;
    enum shown shown;
};

struct table {
    const char *danish, *english; /* the caption */
    const struct column *columns;
    size_t count;
    bool compared; /* rows for what has a gap alone, else for every whole area */
};

static const char *column_label(const struct seminar *seminar, const struct column *column)
{
    return seminar_words(seminar, column->danish, column->english);
}

/* `0,032`, `< 0,001`; a dash where there is none. */
static const char *p_text(const struct seminar *seminar, bool there, double p)
{
    char text[NUMBER_TEXT];
    if (!there)
        return "–";
    wording_number(text, seminar->speaker.language, p < SMALLEST_P ? SMALLEST_P : p, P_DECIMALS);
    return arena_printf(seminar->speaker.arena, "%s%s", p < SMALLEST_P ? "< " : "", text);
}

static void write_p(const struct seminar *seminar, const struct finding *finding,
                    const struct column *column)
{
    bool adjusted = column->shown == SHOWN_P_ADJUSTED;
    bool there = finding && (adjusted ? finding->has_p_adjusted : finding->has_p);
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, there ? finding : NULL);
    seminar_open_cell(seminar, "n", column_label(seminar, column), &quotes);
    html_text(seminar->sink, p_text(seminar, there,
                                    !there     ? 0
                                    : adjusted ? finding->p_adjusted
                                               : finding->p));
    sink_text(seminar->sink, "</td>\n");
}

static void write_cell(const struct seminar *seminar, const struct indicator *indicator,
                       const struct area *area, const struct column *column)
{
    const struct finding *finding =
        finding_single(seminar->speaker.findings, indicator, area, column->statistic);
    const char *label = column_label(seminar, column);
    switch (column->shown) {
    case SHOWN_VERDICT:
        seminar_verdict(seminar, indicator, area, label);
        return;
    case SHOWN_P:
    case SHOWN_P_ADJUSTED:
        write_p(seminar, finding, column);
        return;
    case SHOWN_VALUE:
    case SHOWN_INTERVAL:
        break;
    }
    seminar_number(seminar, finding, label, column->shown == SHOWN_INTERVAL);
}

static bool has_row(const struct seminar *seminar, const struct indicator *indicator,
                    const struct area *area, bool compared)
{
    struct followup_row row;
    const struct findings *findings = seminar->speaker.findings;
    return compared
               ? followup_row(findings, indicator, area, &row)
               : area->role != AREA_SECTION && finding_single(seminar->speaker.findings, indicator,
                                                              area, STATISTIC_LEVEL_SLOPE) != NULL;
}

static void write_head(const struct seminar *seminar, const struct indicator *indicator,
                       const struct table *table)
{
    const char *unit = indicator_difference_unit(indicator, seminar->speaker.language);
    sink_text(seminar->sink, "<table class=\"rows\">");
    html_element(seminar->sink, "caption",
                 arena_printf(seminar->speaker.arena, "%s, %s %s",
                              seminar_words(seminar, table->danish, table->english), unit,
                              seminar_words(seminar, "pr. år", "a year")));
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (size_t i = 0; i < table->count; i++)
        html_element(seminar->sink,
                     table->columns[i].shown == SHOWN_VERDICT ? "th scope=\"col\""
                                                              : "th scope=\"col\" class=\"n\"",
                     column_label(seminar, &table->columns[i]));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

static void write_table(const struct seminar *seminar, const struct indicator *indicator,
                        const struct table *table)
{
    bool headed = false;
    for (size_t i = 0; i < seminar->catalogue->area_count; i++) {
        const struct area *area = &seminar->catalogue->areas[i];
        if (!has_row(seminar, indicator, area, table->compared))
            continue;
        if (!headed)
            write_head(seminar, indicator, table);
        headed = true;
        sink_text(seminar->sink, "<tr>");
        html_element(seminar->sink, "th scope=\"row\"", area->name);
        for (size_t j = 0; j < table->count; j++)
            write_cell(seminar, indicator, area, &table->columns[j]);
        sink_text(seminar->sink, "</tr>\n");
    }
    if (headed)
        sink_text(seminar->sink, "</tbody></table>\n");
}

/* ---- Levels and gaps then and now --------------------------------------------------------------
 */

static const char *const change_heads[][2] = {
    {"Perioder", "Periods"},
    {"Niveau i baseline", "Level at baseline"},
    {"Seneste niveau", "Latest level"},
    {"Niveauets ændring", "Change of the level"},
    {"Afstand i baseline", "Gap at baseline"},
    {"Seneste afstand", "Latest gap"},
    {"Afstandens ændring", "Change of the gap"},
};

#define CHANGE_COLUMNS (sizeof change_heads / sizeof *change_heads)

/* `2021–2023` of a change that is there. */
static const char *change_periods(const struct seminar *seminar, const struct finding *change)
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    if (!change || change->estimate.state == ESTIMATE_UNDEFINED)
        return "–";
    return arena_printf(seminar->speaker.arena, "%s–%s", period_label(from, change->from),
                        period_label(to, change->to));
}

static void write_change_row(const struct seminar *seminar, const struct followup_row *row)
{
    const struct finding *const numbers[] = {row->baseline,     row->latest,     row->level_change,
                                             row->gap_baseline, row->gap_latest, row->gap_change};
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", row->area->name);
    seminar_text(seminar, seminar_words(seminar, change_heads[0][0], change_heads[0][1]),
                 change_periods(seminar, row->level_change));
    for (size_t i = 1; i < CHANGE_COLUMNS; i++)
        seminar_number(seminar, numbers[i - 1],
                       seminar_words(seminar, change_heads[i][0], change_heads[i][1]), true);
    sink_text(seminar->sink, "</tr>\n");
}

static void write_change_head(const struct seminar *seminar, const struct indicator *indicator)
{
    sink_text(seminar->sink, "<table class=\"rows\">");
    html_element(
        seminar->sink, "caption",
        arena_printf(seminar->speaker.arena, "%s, %s",
                     seminar_words(seminar, "Ændringer siden baseline", "Changes since baseline"),
                     indicator->unit));
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (size_t i = 0; i < CHANGE_COLUMNS; i++)
        html_element(seminar->sink, i ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"",
                     seminar_words(seminar, change_heads[i][0], change_heads[i][1]));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

static void write_changes(const struct seminar *seminar, const struct indicator *indicator)
{
    bool headed = false;
    struct followup_row row;
    for (size_t i = 0; i < seminar->area_count; i++) {
        if (!followup_row(seminar->speaker.findings, indicator, seminar->areas[i], &row))
            continue;
        if (!headed)
            write_change_head(seminar, indicator);
        headed = true;
        write_change_row(seminar, &row);
    }
    if (headed)
        sink_text(seminar->sink, "</tbody></table>\n");
}

void evaluation_trends_write(const struct seminar *seminar, const struct indicator *indicator)
{
    static const struct column slopes[] = {
        {"Niveauets tendens", "Slope of the level", STATISTIC_LEVEL_SLOPE, SHOWN_INTERVAL},
        {"p", "p", STATISTIC_LEVEL_SLOPE, SHOWN_P},
        {"Afstandens tendens", "Slope of the gap", STATISTIC_GAP_SLOPE, SHOWN_INTERVAL},
        {"p", "p", STATISTIC_GAP_SLOPE, SHOWN_P},
        {"Afstandens tendens (Theil-Sen)", "Slope of the gap (Theil-Sen)", STATISTIC_GAP_THEIL_SEN,
         SHOWN_INTERVAL},
        {"p (Mann-Kendall)", "p (Mann-Kendall)", STATISTIC_MANN_KENDALL_S, SHOWN_P},
    };
    static const struct column verdicts[] = {
        {"Afgørende tendens i afstanden", "Deciding slope of the gap", STATISTIC_VERDICT_SLOPE,
         SHOWN_INTERVAL},
        {"p", "p", STATISTIC_VERDICT_SLOPE, SHOWN_P},
        {"p, justeret", "p, adjusted", STATISTIC_VERDICT_SLOPE, SHOWN_P_ADJUSTED},
        {"Mindste ændring af betydning", "Smallest change that matters", STATISTIC_MEANINGFUL_SLOPE,
         SHOWN_VALUE},
        {"Mindste ændring, der kan ses", "Smallest change that can be seen",
         STATISTIC_DETECTABLE_SLOPE, SHOWN_VALUE},
        {"Vurdering", "Verdict", STATISTIC_VERDICT, SHOWN_VERDICT},
    };
    static const struct table tables[] = {
        {"Tendenser, mindste kvadrater", "Slopes, least squares", slopes,
         sizeof slopes / sizeof *slopes, false},
        {"Vurdering af afstanden", "Verdict on the gap", verdicts,
         sizeof verdicts / sizeof *verdicts, true},
    };
    write_changes(seminar, indicator);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        write_table(seminar, indicator, &tables[i]);
}
