/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_followup.h"

#include <string.h>

#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/wording.h"

enum column {
    COLUMN_AREA,
    COLUMN_BASELINE,
    COLUMN_BASELINE_AREA,
    COLUMN_BASELINE_WHOLE,
    COLUMN_LATEST,
    COLUMN_LATEST_AREA,
    COLUMN_LATEST_WHOLE,
    COLUMN_LEVEL_CHANGE,
    COLUMN_GAP,
    COLUMN_GAP_CHANGE,
    COLUMN_VERDICT,
    COLUMN_REMARK,
    COLUMNS
};

/* The heading of a column, and what stands beside a value where there is no room for columns. */
static const char *heading(const struct seminar *seminar, enum column column, bool alone)
{
    static const char *const heads[COLUMNS][4] = {
        {"Boligområde", "Housing area", "", ""},
        {"Baseline", "Baseline", "Baseline", "Baseline"},
        {"Område", "Area", "Område ved baseline", "Area at baseline"},
        {"Kommune", "Municipality", "Kommune ved baseline", "Municipality at baseline"},
        {"Seneste", "Latest", "Seneste måling", "Latest figure"},
        {"Område", "Area", "Område nu", "Area now"},
        {"Kommune", "Municipality", "Kommune nu", "Municipality now"},
        {"Ændring i område", "Change in area", "Ændring i område", "Change in area"},
        {"Afstand nu", "Gap now", "Afstand nu", "Gap now"},
        {"Ændring i afstand", "Change of gap", "Ændring i afstand", "Change of gap"},
        {"Vurdering af afstanden", "Verdict on the gap", "Vurdering", "Verdict"},
        {"Bemærkning", "Remark", "Bemærkning", "Remark"},
    };
    const char *const *words = &heads[column][alone ? 2 : 0];
    return seminar_words(seminar, words[0], words[1]);
}

static void write_period(const struct seminar *seminar, const struct finding *finding,
                         enum column column)
{
    char text[PERIOD_TEXT];
    seminar_text(seminar, heading(seminar, column, true),
                 finding ? arena_copy(seminar->speaker.arena, period_label(text, finding->from))
                         : "–");
}

static void write_number(const struct seminar *seminar, const struct finding *finding,
                         enum column column, bool interval)
{
    seminar_number(seminar, finding, heading(seminar, column, true), interval);
}

/* The verdict in words, over the yearly change that decides it. */
static void write_verdict(const struct seminar *seminar, const struct followup_row *row)
{
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    const struct finding *slope = row->verdict_slope;
    bool there = slope && slope->estimate.state == ESTIMATE_INTERVAL;
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, finding_single(seminar->speaker.findings, row->indicator, row->area,
                                           STATISTIC_VERDICT));
    sentence_quote(&quotes, there ? slope : NULL);
    seminar_open_cell(seminar, "v", heading(seminar, COLUMN_VERDICT, true), &quotes);
    sink_text(seminar->sink, "<span>");
    html_text(seminar->sink, wording_verdict(arena, language, seminar->speaker.findings,
                                             row->indicator, row->area));
    if (there)
        html_element(seminar->sink, "small",
                     arena_printf(arena, "%s %s (%s)", wording_value(arena, language, slope),
                                  seminar_words(seminar, "pr. år", "a year"),
                                  wording_interval(arena, language, slope)));
    sink_text(seminar->sink, "</span></td>\n");
}

static void write_row(const struct seminar *seminar, const struct followup_row *row)
{
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", row->area->name);
    write_period(seminar, row->baseline, COLUMN_BASELINE);
    write_number(seminar, row->baseline, COLUMN_BASELINE_AREA, false);
    write_number(seminar, row->whole_baseline, COLUMN_BASELINE_WHOLE, false);
    write_period(seminar, row->latest, COLUMN_LATEST);
    write_number(seminar, row->latest, COLUMN_LATEST_AREA, true);
    write_number(seminar, row->whole_latest, COLUMN_LATEST_WHOLE, false);
    write_number(seminar, row->level_change, COLUMN_LEVEL_CHANGE, true);
    write_number(seminar, row->gap_latest, COLUMN_GAP, true);
    write_number(seminar, row->gap_change, COLUMN_GAP_CHANGE, true);
    write_verdict(seminar, row);
    seminar_text(seminar, heading(seminar, COLUMN_REMARK, true),
                 followup_remark(seminar->speaker.arena, seminar->speaker.language,
                                 seminar->speaker.findings, row));
    sink_text(seminar->sink, "</tr>\n");
}

static void write_head(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<thead><tr>");
    for (enum column column = COLUMN_AREA; column < COLUMNS; column++) {
        bool words = column == COLUMN_AREA || column >= COLUMN_VERDICT;
        html_element(seminar->sink, words ? "th scope=\"col\"" : "th scope=\"col\" class=\"n\"",
                     heading(seminar, column, false));
    }
    sink_text(seminar->sink, "</tr></thead>\n");
}

/* What the gaps of an indicator are measured to: one for each municipality of the plan. */
static const char *comparator_names(const struct seminar *seminar,
                                    const struct indicator *indicator)
{
    const char *names = "";
    struct followup_row row;
    for (size_t i = 0; i < seminar->catalogue->area_count; i++)
        for (size_t j = 0; j < seminar->area_count; j++) {
            const struct area *comparator = &seminar->catalogue->areas[i];
            if (!followup_row(seminar->speaker.findings, indicator, seminar->areas[j], &row) ||
                row.gap_change->comparator != comparator)
                continue;
            names = arena_printf(seminar->speaker.arena, "%s%s%s", names, *names ? ", " : "",
                                 comparator->name);
            break;
        }
    return *names ? names : "–";
}

/* The heading row of an indicator: its name, unit, what the gap is measured to, and source. */
static void write_indicator_row(const struct seminar *seminar, const struct indicator *indicator)
{
    struct arena *arena = seminar->speaker.arena;
    sink_printf(seminar->sink, "<tr><th class=\"goal\" scope=\"rowgroup\" colspan=\"%d\">",
                COLUMNS);
    if (indicator->lbf_number)
        sink_printf(seminar->sink, "%u. ", indicator->lbf_number);
    html_text(seminar->sink, indicator->name);
    html_text(seminar->sink, arena_printf(arena, " (%s) ", indicator->unit));
    html_element(seminar->sink, "span class=\"muted\"",
                 arena_printf(arena, "%s %s · %s: %s",
                              seminar_words(seminar, "afstand til:", "gap to:"),
                              comparator_names(seminar, indicator),
                              seminar_words(seminar, "kilde", "source"), indicator->source));
    sink_text(seminar->sink, "</th></tr>\n");
}

static void write_indicator_rows(const struct seminar *seminar, const struct indicator *indicator)
{
    bool headed = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        struct followup_row row;
        if (!followup_row(seminar->speaker.findings, indicator, seminar->areas[i], &row))
            continue;
        if (!headed) {
            sink_text(seminar->sink, "<tbody>\n");
            write_indicator_row(seminar, indicator);
        }
        headed = true;
        write_row(seminar, &row);
    }
    if (headed)
        sink_text(seminar->sink, "</tbody>\n");
}

static void write_intro(const struct seminar *seminar)
{
    char confidence[NUMBER_TEXT];
    enum language language = seminar->speaker.language;
    number_exact(confidence, 100 * seminar->speaker.findings->confidence,
                 language == LANGUAGE_ENGLISH ? '.' : ',');
    html_element(
        seminar->sink, "p class=\"muted\"",
        arena_printf(
            seminar->speaker.arena,
            say(language,
                "Baseline er den seneste måling til og med %d. Tallene under en værdi er grænserne "
                "for det interval, som tilfældig variation alene kan give (%s pct.). Afstand er "
                "området minus det, der står efter »afstand til«: som regel resten af kommunen, "
                "altså kommunen uden områderne. Vurderingen bygger på alle år i serien, ændringen "
                "i "
                "afstand kun på baseline og seneste måling: de to kan gå hver sin vej.",
                "Baseline is the last figure up to %d. The numbers below a value are the limits "
                "that random variation alone can give (%s per cent). The gap is area minus "
                "what stands after »gap to«: as a rule the rest of the municipality, the "
                "municipality without the areas. The verdict rests on all years of the series, the "
                "change of the gap on the baseline and the latest figure alone: the two can "
                "differ."),
            seminar->catalogue->plan.baseline_year, confidence));
}

/* The fixed indicators stand under their goals, all others together. */
static const char *goal_heading(const struct seminar *seminar, const struct indicator *indicator)
{
    bool fixed = indicator->lbf_number && *indicator->goal;
    return fixed ? indicator->goal : seminar_words(seminar, "Andre nøgletal", "Other key figures");
}

static void write_tables(const struct seminar *seminar)
{
    const char *goal = NULL;
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        const char *its = goal_heading(seminar, indicator);
        if (!goal || strcmp(goal, its) != 0) {
            if (goal)
                sink_text(seminar->sink, "</table></div>\n");
            goal = its;
            html_element(seminar->sink, "h3", goal);
            sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"rows\">");
            write_head(seminar);
        }
        write_indicator_rows(seminar, indicator);
    }
    if (goal)
        sink_text(seminar->sink, "</table></div>\n");
}

void seminar_followup_write(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<section id=\"opfoelgning\">\n");
    html_element(seminar->sink, "h2",
                 seminar_words(seminar, "Opfølgning på mål og indikatorer",
                               "Follow-up of goals and indicators"));
    write_intro(seminar);
    write_tables(seminar);
    html_element(seminar->sink, "p class=\"sign\"",
                 seminar_words(seminar,
                               "Behandlet i bestyrelsen den ____________________ "
                               "Underskrift ______________________________",
                               "Considered by the board on ____________________ "
                               "Signature ______________________________"));
    seminar_source(seminar, "");
    sink_text(seminar->sink, "</section>\n");
}
