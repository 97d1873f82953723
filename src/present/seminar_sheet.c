/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_sheet.h"

#include <string.h>

#include "pejling/present/evaluation_between.h"
#include "pejling/present/evaluation_structure.h"
#include "pejling/present/followup.h"
#include "pejling/present/gap_figure.h"
#include "pejling/present/headline.h"
#include "pejling/present/hidden_notes.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_words.h"
#include "pejling/present/seminar_tables.h"
#include "pejling/present/sentence_before_after.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/target_words.h"
#include "pejling/present/trend_figure.h"
#include "pejling/present/wording.h"

/* ---- The three numbers and the sentence -------------------------------------------------------
 */

enum key_column { KEY_LATEST, KEY_GAP, KEY_SLOPE, KEY_VERDICT, KEY_COLUMNS };

/* The heading of a column; that of the gap says what it is the gap to. */
static const char *key_heading(const struct seminar *seminar, const struct followup_row *row,
                               enum key_column column)
{
    static const char *const heads[KEY_COLUMNS][2] = {
        {"Seneste tal", "Latest figure"},
        {"Afstand til", "Gap to"},
        {"Afstandens ændring pr. år", "Change of the gap a year"},
        {"Vurdering", "Verdict"},
    };
    const struct area *comparator = row->gap_change->comparator;
    const char *head = seminar_words(seminar, heads[column][0], heads[column][1]);
    if (column != KEY_GAP)
        return head;
    return comparator ? arena_printf(seminar->speaker.arena, "%s %s", head,
                                     words_comparator(seminar->speaker.language, comparator))
                      : seminar_words(seminar, "Afstand", "Gap");
}

static void write_key_head(const struct seminar *seminar, const struct followup_row *row)
{
    sink_text(seminar->sink, "<table class=\"rows key\"><thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (enum key_column column = KEY_LATEST; column < KEY_COLUMNS; column++)
        html_element(seminar->sink,
                     column == KEY_VERDICT ? "th scope=\"col\"" : "th scope=\"col\" class=\"n\"",
                     key_heading(seminar, row, column));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

/* The gap of the latest figure's own period; an older one would pass for news. */
static const struct finding *current_gap(const struct followup_row *row)
{
    bool same = row->latest && row->gap_latest &&
                period_compare(row->latest->from, row->gap_latest->from) == 0;
    return same ? row->gap_latest : NULL;
}

static void write_key_row(const struct seminar *seminar, const struct followup_row *row)
{
    char period[PERIOD_TEXT];
    const char *name = row->area->name;
    if (row->latest)
        name = arena_printf(seminar->speaker.arena, "%s, %s", name,
                            period_label(period, row->latest->from));
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", name);
    seminar_number(seminar, row->latest, key_heading(seminar, row, KEY_LATEST), true);
    seminar_number(seminar, current_gap(row), key_heading(seminar, row, KEY_GAP), true);
    seminar_number(seminar, row->verdict_slope, key_heading(seminar, row, KEY_SLOPE), true);
    seminar_verdict(seminar, row->indicator, row->area, key_heading(seminar, row, KEY_VERDICT));
    sink_text(seminar->sink, "</tr>\n");
}

static void write_key_numbers(const struct seminar *seminar, const struct indicator *indicator)
{
    bool headed = false;
    struct followup_row row;
    for (size_t i = 0; i < seminar->area_count; i++) {
        if (!followup_row(seminar->speaker.findings, indicator, seminar->areas[i], &row))
            continue;
        if (!headed)
            write_key_head(seminar, &row);
        headed = true;
        write_key_row(seminar, &row);
    }
    if (headed)
        sink_text(seminar->sink, "</tbody></table>\n");
}

/* A series that cannot be judged is answered by how far its gap has come since the baseline. */
static bool is_judged(const struct seminar *seminar, const struct indicator *indicator,
                      const struct area *area)
{
    const struct gap_verdict *verdict =
        verdict_of(&seminar->speaker.findings->verdicts, indicator, area);
    return verdict && verdict->line != VERDICT_LINE_ADMISSIBLE;
}

static bool has_row(const struct seminar *seminar, const struct indicator *indicator,
                    const struct area *area)
{
    struct followup_row row;
    return followup_row(seminar->speaker.findings, indicator, area, &row);
}

static void quote_all(struct sentence *sentence, const struct sentence *other)
{
    for (size_t i = 0; i < other->count; i++)
        sentence_quote(sentence, other->quoted[i]);
}

/* All that is said of an area's gap. */
static struct sentence about_gap(const struct seminar *seminar, const struct indicator *indicator,
                                 const struct area *area)
{
    const struct speaker *speaker = &seminar->speaker;
    struct sentence verdict =
        sentence_unnamed(speaker->arena, sentence_verdict(speaker, indicator, area), area);
    if (is_judged(seminar, indicator, area))
        return verdict;
    const struct sentence change =
        sentence_unnamed(speaker->arena, sentence_gap_change(speaker, indicator, area), area);
    verdict.text = arena_printf(speaker->arena, "%s%s%s", verdict.text,
                                *verdict.text && *change.text ? " " : "", change.text);
    quote_all(&verdict, &change);
    return verdict;
}

/* And of its level. */
static struct sentence about_level(const struct seminar *seminar, const struct indicator *indicator,
                                   const struct area *area)
{
    const struct speaker *speaker = &seminar->speaker;
    struct sentence level =
        sentence_unnamed(speaker->arena, sentence_level(speaker, indicator, area), area);
    const struct sentence gap =
        sentence_unnamed(speaker->arena, sentence_gap(speaker, indicator, area), area);
    level.text = arena_printf(speaker->arena, "%s%s%s", level.text,
                              *level.text && *gap.text ? " " : "", gap.text);
    quote_all(&level, &gap);
    return level;
}

/* One item for each area; areas of which the very same is said share one. */
static void write_said(const struct seminar *seminar, const struct indicator *indicator,
                       struct sentence (*about)(const struct seminar *, const struct indicator *,
                                                const struct area *))
{
    struct arena *arena = seminar->speaker.arena;
    struct sentence *said = arena_alloc(arena, seminar->area_count + 1, sizeof *said);
    for (size_t i = 0; i < seminar->area_count; i++)
        if (has_row(seminar, indicator, seminar->areas[i]))
            said[i] = about(seminar, indicator, seminar->areas[i]);
    sink_text(seminar->sink, "<ul class=\"says\">\n");
    for (size_t i = 0; i < seminar->area_count; i++) {
        if (!said[i].text || !*said[i].text)
            continue;
        const char *lead = seminar->areas[i]->name;
        for (size_t j = i + 1; j < seminar->area_count; j++) {
            if (!said[j].text || strcmp(said[j].text, said[i].text) != 0)
                continue;
            lead = arena_printf(arena, "%s · %s", lead, seminar->areas[j]->name);
            quote_all(&said[i], &said[j]);
            said[j].text = NULL; /* it stands here */
        }
        seminar_said(seminar, lead, &said[i], 1);
    }
    sink_text(seminar->sink, "</ul>\n");
}

static struct sentence about_before_after(const struct seminar *seminar,
                                          const struct indicator *indicator,
                                          const struct area *area)
{
    return sentence_unnamed(seminar->speaker.arena,
                            sentence_before_after_short(&seminar->speaker, indicator, area), area);
}

/* The plan's start as a divide, folded away: description, which the verdict above does not rest on. */
static void write_before_after(const struct seminar *seminar, const struct indicator *indicator)
{
    bool any = false;
    for (size_t i = 0; i < seminar->area_count && !any; i++)
        any = *about_before_after(seminar, indicator, seminar->areas[i]).text;
    if (!any)
        return;
    sink_printf(
        seminar->sink, "<details><summary>%s</summary>\n",
        seminar_words(seminar, "Før og efter planens start", "Before and after the plan’s start"));
    write_said(seminar, indicator, about_before_after);
    sink_text(seminar->sink, "</details>\n");
}

/* Levels and gaps in words, for who wants more than the numbers above. */
static void write_levels_in_words(const struct seminar *seminar, const struct indicator *indicator)
{
    sink_printf(seminar->sink, "<details><summary>%s</summary>\n",
                seminar_words(seminar, "Niveau og afstand i ord", "Level and gap in words"));
    write_said(seminar, indicator, about_level);
    sink_text(seminar->sink, "</details>\n");
}

/* How the board's targets of the indicator stand. */
void seminar_targets_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct target_outlooks *targets = &seminar->speaker.findings->targets;
    bool headed = false;
    for (size_t i = 0; i < targets->count; i++) {
        const struct target_outlook *outlook = &targets->items[i];
        if (outlook->target->indicator != indicator)
            continue;
        const struct sentence sentence = target_sentence(&seminar->speaker, outlook);
        if (!headed) {
            html_element(seminar->sink, "h4", seminar_words(seminar, "Måltal", "Targets"));
            sink_text(seminar->sink, "<ul class=\"says\">\n");
        }
        headed = true;
        seminar_said(seminar, target_state_text(seminar->speaker.language, outlook), &sentence, 1);
    }
    if (headed)
        sink_text(seminar->sink, "</ul>\n");
}

/* ---- The figures ------------------------------------------------------------------------------
 */

static void write_figure(const struct seminar *seminar, const char *stem,
                         const struct indicator *indicator,
                         const struct area **(*areas_of)(const struct figure_canvas *,
                                                         const struct indicator *, size_t *),
                         const char *caption)
{
    sink_text(seminar->sink, "<figure>\n");
    if (!seminar_panels(seminar, stem, indicator, areas_of))
        seminar_figure_missing(seminar);
    html_element(seminar->sink, "figcaption", caption);
    sink_text(seminar->sink, "</figure>\n");
}

/* The fixed indicators show their gaps too, and any in a plan without fixed ones. */
static bool has_gap_figure(const struct seminar *seminar, const struct figure_canvas *canvas,
                           const struct indicator *indicator)
{
    size_t count;
    gap_panel_areas(canvas, indicator, &count);
    return count && (indicator->lbf_number || !seminar->indicators[0]->lbf_number);
}

static void write_figures(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_PAGE, seminar->place, seminar->speaker.findings);
    if (trend_figure_has_data(seminar->speaker.findings, indicator)) {
        write_figure(seminar, "tendens", indicator, trend_panel_areas,
                     trend_figure_reading(&canvas, indicator));
        if (has_gap_figure(seminar, &canvas, indicator))
            write_figure(seminar, "afstand", indicator, gap_panel_areas,
                         gap_figure_reading(&canvas, indicator));
    }
}

/* ---- What a reader must know ------------------------------------------------------------------
 */

static void write_fact(const struct seminar *seminar, const char *term, const char *text)
{
    if (!*text)
        return;
    html_element(seminar->sink, "dt", term);
    html_element(seminar->sink, "dd", text);
}

static void write_breaks(const struct seminar *seminar, const struct indicator *indicator)
{
    char when[PERIOD_TEXT];
    for (size_t i = 0; i < seminar->catalogue->break_count; i++) {
        const struct series_break *each = &seminar->catalogue->breaks[i];
        if (each->indicator && each->indicator != indicator)
            continue;
        write_fact(seminar,
                   arena_printf(seminar->speaker.arena, "%s %s",
                                seminar_words(seminar, "Databrud", "Break"),
                                wording_break(when, indicator, each->time)),
                   arena_printf(seminar->speaker.arena, "%s%s%s",
                                each->area ? each->area->name : "", each->area ? ": " : "",
                                each->cause));
    }
}

/* A fact that is a number for each area: `Motalavej 1,41; Ringparken 0,88 (pct.-point pr. år)`. */
static void write_number_fact(const struct seminar *seminar, const char *term,
                              const struct finding *const *numbers, size_t count)
{
    const struct speaker *speaker = &seminar->speaker;
    struct sentence fact = {.text = ""};
    for (size_t i = 0; i < count; i++) {
        fact.text = arena_printf(speaker->arena, "%s%s%s %s", fact.text, *fact.text ? "; " : "",
                                 numbers[i]->area->name,
                                 wording_value(speaker->arena, speaker->language, numbers[i]));
        sentence_quote(&fact, numbers[i]);
    }
    if (!count)
        return;
    fact.text = arena_printf(speaker->arena, "%s (%s)", fact.text,
                             wording_unit(speaker->arena, speaker->language, numbers[0]));
    html_element(seminar->sink, "dt", term);
    seminar_sentence(seminar, "dd", &fact);
}

/* The areas' own values of a statistic that is one an area, where they have one. */
static void write_area_fact(const struct seminar *seminar, const struct indicator *indicator,
                            enum statistic statistic, const char *term)
{
    const struct finding **numbers =
        arena_alloc(seminar->speaker.arena, seminar->area_count + 1, sizeof *numbers);
    size_t count = 0;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct finding *number =
            finding_single(seminar->speaker.findings, indicator, seminar->areas[i], statistic);
        if (number && number->estimate.state != ESTIMATE_UNDEFINED)
            numbers[count++] = number;
    }
    write_number_fact(seminar, term, numbers, count);
}

/* Of a survey: how many of those asked have answered, last time. */
static void write_response(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct finding **rates =
        arena_alloc(seminar->speaker.arena, seminar->area_count + 1, sizeof *rates);
    size_t count = 0;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct finding *latest = finding_latest(seminar->speaker.findings, indicator,
                                                      seminar->areas[i], STATISTIC_LEVEL);
        const struct finding *rate =
            latest ? finding_at(seminar->speaker.findings, indicator, seminar->areas[i],
                                STATISTIC_RESPONSE_RATE, latest->from)
                   : NULL;
        if (rate)
            rates[count++] = rate;
    }
    write_number_fact(seminar,
                      seminar_words(seminar, "Svarprocent, seneste", "Response rate, latest"),
                      rates, count);
}

void seminar_facts_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct hidden_notes notes = {seminar->sink, seminar->speaker.arena,
                                       seminar->speaker.language, seminar->speaker.findings};
    sink_text(seminar->sink, "<div>\n<dl class=\"facts\">\n");
    write_fact(seminar, seminar_words(seminar, "Definition", "Definition"), indicator->name);
    write_fact(seminar, seminar_words(seminar, "Målgruppe", "Target group"),
               indicator->target_group);
    write_fact(seminar, seminar_words(seminar, "Opgøres", "Counted"),
               indicator_reporting(seminar->speaker.arena, seminar->speaker.language,
                                   indicator->reporting));
    write_fact(seminar, seminar_words(seminar, "Note", "Note"), indicator->note);
    write_response(seminar, indicator);
    write_area_fact(
        seminar, indicator, STATISTIC_MEANINGFUL_SLOPE,
        seminar_words(seminar, "Mindste ændring af betydning", "Smallest change that matters"));
    write_area_fact(seminar, indicator, STATISTIC_DETECTABLE_CHANGE,
                    seminar_words(seminar, "Ændring, som det næste tal vil kunne vise",
                                  "Change that the next figure could show"));
    write_breaks(seminar, indicator);
    sink_text(seminar->sink, "</dl>\n");
    hidden_notes_indicator(&notes, indicator);
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct sentence pooled = hidden_notes_pooled(&notes, indicator, seminar->areas[i]);
        seminar_sentence(seminar, "p", &pooled);
    }
    sink_text(seminar->sink, "</div>\n");
}

void seminar_sheet_write(const struct seminar *seminar, const struct indicator *indicator,
                         bool first)
{
    struct arena *arena = seminar->speaker.arena;
    const struct sentence headline = headline_indicator(&seminar->speaker, indicator);
    sink_printf(seminar->sink, "<article class=\"sheet%s\" id=\"indikator-", first ? " first" : "");
    html_text(seminar->sink, indicator->code);
    sink_text(seminar->sink, "\">\n");
    html_element(seminar->sink, "p class=\"kicker\"",
                 indicator->lbf_number
                     ? arena_printf(arena, "%s %u",
                                    seminar_words(seminar, "Fast indikator", "Fixed indicator"),
                                    indicator->lbf_number)
                     : seminar_words(seminar, "Nøgletal", "Key figure"));
    seminar_sentence(seminar, "h3", &headline);
    html_element(seminar->sink, "p class=\"measure\"",
                 arena_printf(arena, "%s%s%s", indicator->name, *indicator->unit ? ", " : "",
                              indicator->unit));
    write_key_numbers(seminar, indicator);
    write_said(seminar, indicator, about_gap);
    evaluation_between_say(seminar, indicator);
    write_levels_in_words(seminar, indicator);
    write_before_after(seminar, indicator);
    seminar_structure_write(seminar, indicator);
    seminar_targets_write(seminar, indicator);
    write_figures(seminar, indicator);
    sink_text(seminar->sink, "<div class=\"behind\">\n");
    sink_text(seminar->sink, "<div>\n");
    seminar_tables_write(seminar, indicator);
    sink_text(seminar->sink, "</div>\n");
    seminar_facts_write(seminar, indicator);
    sink_text(seminar->sink, "</div>\n");
    seminar_source(seminar, indicator->source);
    sink_text(seminar->sink, "</article>\n");
}
