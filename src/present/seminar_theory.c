/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_theory.h"

#include <string.h>

#include "pejling/findings/theory_evidence.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/questions.h"
#include "pejling/present/theory_words.h"
#include "pejling/present/wording.h"

static const char *class_of(enum theory_state state)
{
    static const char *const classes[THEORY_STATES] = {
        [THEORY_NO_DATA] = "c no-data",         [THEORY_AS_EXPECTED] = "c better",
        [THEORY_AGAINST] = "c worse",           [THEORY_UNCHANGED] = "c unchanged",
        [THEORY_NOT_DETERMINABLE] = "c untold",
    };
    return classes[state];
}

static void write_evidence(const struct seminar *seminar, const struct theory_step *step,
                           const struct area *area)
{
    const struct speaker *speaker = &seminar->speaker;
    const struct theory_evidence evidence = theory_evidence_of(speaker->findings, step, area);
    const char *reason = theory_reason_text(speaker->language, speaker->findings->table, &evidence);
    bool has_slope = evidence.slope && evidence.slope->estimate.state != ESTIMATE_UNDEFINED;
    struct sentence quotes = {.text = theory_state_text(speaker->language, evidence.state)};
    sentence_quote(&quotes, evidence.verdict);
    sentence_quote(&quotes, evidence.slope);
    seminar_open_cell(seminar, class_of(evidence.state), area->name, &quotes);
    if (has_slope && evidence.state != THEORY_NOT_DETERMINABLE)
        html_element(seminar->sink, "b",
                     wording_value(speaker->arena, speaker->language, evidence.slope));
    html_text(seminar->sink, quotes.text);
    if (*reason)
        html_element(seminar->sink, "small", reason);
    sink_text(seminar->sink, "</td>\n");
}

static void write_step(const struct seminar *seminar, const struct theory_step *step)
{
    const char *expected = theory_expected_text(seminar->speaker.language, step->expected);
    sink_text(seminar->sink, "<tr>");
    sink_text(seminar->sink, "<th scope=\"row\"><span class=\"muted\">");
    html_text(seminar->sink, step->activity);
    sink_text(seminar->sink, " →</span> ");
    html_text(seminar->sink, step->expected_result);
    sink_text(seminar->sink, "</th>\n");
    seminar_text(seminar, seminar_words(seminar, "Følges ved", "Followed by"),
                 step->indicator ? arena_printf(seminar->speaker.arena, "%s%s%s",
                                                indicator_label(step->indicator),
                                                *expected ? ": " : "", expected)
                                 : seminar_words(seminar, "ingen indikator", "no indicator"));
    for (size_t i = 0; i < seminar->area_count; i++)
        write_evidence(seminar, step, seminar->areas[i]);
    sink_text(seminar->sink, "</tr>\n");
}

static void write_head(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"rows theory\">\n");
    html_element(
        seminar->sink, "caption",
        seminar_words(seminar,
                      "Som forventet: afstanden til kommunen har bevæget sig i den retning, som "
                      "resultatet ventes at give. Det siger ikke, hvorfor. Tallet er afstandens "
                      "ændring pr. år.",
                      "As expected: the gap to the municipality has moved the way that the result "
                      "is expected to move it. That does not say why. The number is the change of "
                      "the gap a year."));
    sink_text(seminar->sink, "<thead><tr>");
    html_element(
        seminar->sink, "th scope=\"col\"",
        seminar_words(seminar, "Aktivitet → forventet resultat", "Activity → expected result"));
    html_element(seminar->sink, "th scope=\"col\"",
                 seminar_words(seminar, "Følges ved", "Followed by"));
    for (size_t i = 0; i < seminar->area_count; i++)
        html_element(seminar->sink, "th scope=\"col\"", seminar->areas[i]->name);
    sink_text(seminar->sink, "</tr></thead>\n");
}

/* The steps of one horizon, under its name. Returns whether there are any. */
static bool write_horizon(const struct seminar *seminar, const char *focus_area,
                          enum horizon horizon, bool headed)
{
    bool any = false;
    for (size_t i = 0; i < seminar->catalogue->theory_count; i++) {
        const struct theory_step *step = &seminar->catalogue->theory[i];
        if (step->horizon != horizon || strcmp(step->focus_area, focus_area) != 0)
            continue;
        if (!any && !headed) {
            html_element(seminar->sink, "h3",
                         seminar_words(seminar, "Forandringsteorien og tallene",
                                       "The theory of change and the figures"));
            write_head(seminar);
        }
        if (!any) {
            sink_printf(seminar->sink,
                        "<tbody><tr><th class=\"goal\" scope=\"rowgroup\" colspan=\"%zu\">%s</th>"
                        "</tr>\n",
                        seminar->area_count + 2,
                        theory_horizon_text(seminar->speaker.language, horizon));
        }
        any = true;
        write_step(seminar, step);
    }
    if (any)
        sink_text(seminar->sink, "</tbody>\n");
    return any;
}

void seminar_theory_write(const struct seminar *seminar, const char *focus_area)
{
    bool headed = false;
    for (enum horizon horizon = HORIZON_SHORT; horizon <= HORIZON_LONG; horizon++)
        headed = write_horizon(seminar, focus_area, horizon, headed) || headed;
    if (headed)
        sink_text(seminar->sink, "</table></div>\n");
}

void seminar_questions_write(const struct seminar *seminar, const char *focus_area)
{
    const struct questions questions = questions_of(&seminar->speaker, focus_area);
    if (!questions.count)
        return;
    html_element(seminar->sink, "h3",
                 seminar_words(seminar, "Spørgsmål til seminaret", "Questions for the seminar"));
    sink_text(seminar->sink, "<ol class=\"questions\">\n");
    for (size_t i = 0; i < questions.count; i++) {
        const struct question *question = &questions.items[i];
        seminar_sentence(seminar,
                         arena_printf(seminar->speaker.arena, "li data-rule=\"%s\"",
                                      question_rule_code(question->rule)),
                         &question->sentence);
    }
    sink_text(seminar->sink, "</ol>\n");
}
