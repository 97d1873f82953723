/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_overview.h"

#include <string.h>

#include "pejling/present/headline.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"

static bool has_verdict(const struct seminar *seminar, const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->area_count; i++)
        if (verdict_of(&seminar->speaker.findings->verdicts, indicator, seminar->areas[i]))
            return true;
    return false;
}

/* `2014–2023`: the years that the verdicts rest on, from the first to the last of any area; "". */
static const char *years_of(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct finding *first = NULL, *last = NULL;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct finding *slope = finding_single(seminar->speaker.findings, indicator,
                                                     seminar->areas[i], STATISTIC_VERDICT_SLOPE);
        if (!slope || slope->estimate.state == ESTIMATE_UNDEFINED)
            continue;
        first = !first || period_compare(slope->from, first->from) < 0 ? slope : first;
        last = !last || period_compare(slope->to, last->to) > 0 ? slope : last;
    }
    return first ? arena_printf(seminar->speaker.arena, "%s–%s", period_label(from, first->from),
                                period_label(to, last->to))
                 : "";
}

static void write_row(const struct seminar *seminar, const struct indicator *indicator)
{
    sink_text(seminar->sink, "<tr><th scope=\"row\"><a href=\"#indikator-");
    html_text(seminar->sink, indicator->code);
    sink_text(seminar->sink, "\">");
    html_text(seminar->sink, indicator_label(indicator));
    sink_text(seminar->sink, "</a> ");
    html_element(seminar->sink, "span class=\"muted\"", years_of(seminar, indicator));
    sink_text(seminar->sink, "</th>\n");
    for (size_t i = 0; i < seminar->area_count; i++)
        seminar_verdict(seminar, indicator, seminar->areas[i], seminar->areas[i]->name);
    sink_text(seminar->sink, "</tr>\n");
}

static void write_matrix_head(const struct seminar *seminar, const char *caption)
{
    sink_text(seminar->sink, "<table class=\"matrix\">\n");
    html_element(seminar->sink, "caption", caption);
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"",
                 seminar_words(seminar, "Indikator", "Indicator"));
    for (size_t i = 0; i < seminar->area_count; i++)
        html_element(seminar->sink, "th scope=\"col\"", seminar->areas[i]->name);
    sink_text(seminar->sink, "</tr></thead>\n");
}

static void write_goal(const struct seminar *seminar, const char *goal, bool first)
{
    sink_text(seminar->sink, first ? "<tbody>\n<tr>" : "</tbody>\n<tbody>\n<tr>");
    sink_printf(seminar->sink, "<th class=\"goal\" scope=\"rowgroup\" colspan=\"%zu\">",
                seminar->area_count + 1);
    html_text(seminar->sink, goal);
    sink_text(seminar->sink, "</th></tr>\n");
}

/* The matrix of the fixed indicators, or that of all the others; nothing where there are none. */
static void write_matrix(const struct seminar *seminar, bool fixed, const char *caption)
{
    const char *goal = NULL;
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if ((indicator->lbf_number > 0) != fixed || !has_verdict(seminar, indicator))
            continue;
        if (!goal)
            write_matrix_head(seminar, caption);
        if (!goal || strcmp(goal, indicator->goal) != 0)
            write_goal(seminar,
                       *indicator->goal ? indicator->goal
                                        : seminar_words(seminar, "Uden mål", "Without a goal"),
                       !goal);
        goal = indicator->goal;
        write_row(seminar, indicator);
    }
    if (goal)
        sink_text(seminar->sink, "</tbody></table>\n");
}

static void write_key(const struct seminar *seminar)
{
    html_element(
        seminar->sink, "p class=\"muted\"",
        seminar_words(
            seminar,
            "Trekant op og blå: bedre. Trekant ned og brun: værre. Bedre og værre følger "
            "indikatorens gode retning, ikke tallets fortegn. »Klart« betyder, at to forskellige "
            "beregninger siger det samme, og at det holder blandt de mange tests. »Uændret« "
            "står kun, hvor enhver ændring af betydning er udelukket; ellers kan det ikke afgøres, "
            "og det er et svar som de andre.",
            "Triangle up and blue: better. Triangle down and brown: worse. Better and worse follow "
            "the indicator's good direction, not the number's sign. »Clearly« means that two "
            "different calculations say the same, and that it stands among the many tests. "
            "»Unchanged« is said only where every change that matters is ruled out; else it cannot "
            "be told, and that is an answer like the others."));
}

/* What is new since the last edition; a longer list is folded. */
static void write_news(const struct seminar *seminar)
{
    const struct news *news = seminar->news;
    const size_t at_once = 6;
    if (!news)
        return;
    html_element(seminar->sink, "h3",
                 seminar_words(seminar, "Nyt siden sidste udgave", "New since the last edition"));
    html_element(seminar->sink, "p class=\"muted\"", news->basis);
    if (!news->count)
        return;
    sink_text(seminar->sink, "<ul>\n");
    for (size_t i = 0; i < news->count; i++) {
        if (i == at_once)
            sink_printf(seminar->sink, "</ul>\n<details><summary>%s</summary>\n<ul>\n",
                        seminar_words(seminar, "Mere nyt", "More that is new"));
        seminar_sentence(seminar, "li", &news->items[i]);
    }
    sink_text(seminar->sink, news->count > at_once ? "</ul>\n</details>\n" : "</ul>\n");
}

void seminar_overview_write(const struct seminar *seminar)
{
    const struct sentence headline = headline_plan(&seminar->speaker);
    sink_text(seminar->sink, "<section id=\"svar\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Det korte svar", "The short answer"));
    seminar_sentence(seminar, "p class=\"headline\"", &headline);
    write_matrix(seminar, true,
                 seminar_words(
                     seminar,
                     "De faste indikatorer: vurdering af afstanden til resten af kommunen (ellers "
                     "hele kommunen) over de år, der står ved navnet. Tallet er afstandens ændring "
                     "pr. år i indikatorens enhed.",
                     "The fixed indicators: the verdict on the gap to the rest of the municipality "
                     "(else all of it) over the years beside the name. The number is the change of "
                     "the gap a year in the indicator's unit."));
    write_key(seminar);
    write_news(seminar);
    bool others = seminar->catalogue->indicator_count && seminar->indicators[0]->lbf_number;
    write_matrix(seminar, false,
                 others ? seminar_words(seminar, "Andre nøgletal: vurdering af afstanden.",
                                        "Other key figures: the verdict on the gap.")
                        : seminar_words(seminar, "Vurdering af afstanden til kommunen.",
                                        "The verdict on the gap to the municipality."));
    seminar_source(seminar, seminar_sources(seminar, NULL));
    sink_text(seminar->sink, "</section>\n");
}
