/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_planning.h"

#include "pejling/present/html.h"
#include "pejling/present/sentence_words.h"

static const struct planning_column {
    enum statistic statistic;
    const char *danish, *english;
} columns[] = {
    {STATISTIC_DETECTABLE_CHANGE, "Ændring fra seneste til næste tal",
     "Change from the latest to the next figure"},
    {STATISTIC_DETECTABLE_CHANGE_YEARS, "Ændring i gennemsnit af tre år",
     "Change of means of three years"},
    {STATISTIC_DETECTABLE_SLOPE, "Ændring pr. år i serien, som den er",
     "Change a year in the series as it is"},
    {STATISTIC_VERDICT_YEAR, "Vurdering tidligst mulig i", "Verdict possible in, at the earliest"},
    {STATISTIC_DETERMINABLE_YEAR, "Kan afgøres i, hvis tempoet holder",
     "Can be determined in, at the present pace"},
};

#define COLUMNS (sizeof columns / sizeof *columns)

static void write_head(const struct seminar *seminar, const struct indicator *indicator)
{
    struct arena *arena = seminar->speaker.arena;
    sink_text(seminar->sink, "<table class=\"rows\">");
    html_element(
        seminar->sink, "caption",
        arena_printf(
            arena,
            say(seminar->speaker.language,
                "Hvad flere tal vil kunne vise: de mindste ændringer i afstanden, som ses "
                "fire gange ud af fem, %s",
                "What further figures could show: the smallest changes of the gap that are "
                "seen four times of five, %s"),
            indicator_difference_unit(indicator, seminar->speaker.language)));
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (size_t i = 0; i < COLUMNS; i++)
        html_element(seminar->sink, "th scope=\"col\" class=\"n\"",
                     seminar_words(seminar, columns[i].danish, columns[i].english));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

static void write_row(const struct seminar *seminar, const struct indicator *indicator,
                      const struct area *area)
{
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", area->name);
    for (size_t i = 0; i < COLUMNS; i++)
        seminar_number(
            seminar,
            finding_single(seminar->speaker.findings, indicator, area, columns[i].statistic),
            seminar_words(seminar, columns[i].danish, columns[i].english), false);
    sink_text(seminar->sink, "</tr>\n");
}

/* What one figure of the areas as one would show. */
static struct sentence about_areas(const struct seminar *seminar, const struct finding *areas)
{
    struct sentence sentence = {.text = ""};
    if (!areas || areas->estimate.state == ESTIMATE_UNDEFINED)
        return sentence;
    words_add(&seminar->speaker, &sentence,
              arena_printf(seminar->speaker.arena,
                           say(seminar->speaker.language,
                               "Ses områderne under ét, vejet efter hvor sikre deres tal er, vil "
                               "det næste tal kunne vise en ændring på %s",
                               "With the areas taken as one, weighted by how certain their figures "
                               "are, the next figure could show a change of %s"),
                           words_amount(&seminar->speaker, areas, areas->estimate.value)));
    sentence_quote(&sentence, areas);
    return sentence;
}

static bool rests_on_chance_within(const struct finding *change)
{
    return change->estimate.state != ESTIMATE_UNDEFINED &&
           change->estimate.method == METHOD_POWER_WITHIN;
}

static void write_notes(const struct seminar *seminar, bool limit)
{
    html_element(
        seminar->sink, "p class=\"note\"",
        seminar_words(
            seminar,
            "Gennemsnittet af tre år forudsætter, at årene ikke ligner hinanden mere, end "
            "tilfældigheder giver; ligner nabo-år hinanden, er gevinsten mindre. Mindre ændringer "
            "end disse kan godt være der, men vil sjældent kunne skelnes fra tilfældige udsving.",
            "Means of three years take it that years resemble each other no more than chance makes "
            "them; where neighbouring years do, the gain is less. Changes smaller than these may "
            "well be there, but could seldom be told from chance."));
    if (limit)
        html_element(
            seminar->sink, "p class=\"note\"",
            seminar_words(seminar,
                          "Serien er for kort til at vise, hvor meget årene svinger: tallene her "
                          "rummer kun tilfældigheder inden for årene og er nedre grænser.",
                          "The series is too short to show how much the years vary: the numbers "
                          "here hold chance within the years alone, and are lower limits."));
}

void evaluation_planning_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct finding *together = NULL;
    bool headed = false, limit = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct area *area = seminar->areas[i];
        const struct finding *change =
            finding_single(seminar->speaker.findings, indicator, area, STATISTIC_DETECTABLE_CHANGE);
        if (!change)
            continue;
        if (!headed) {
            sink_text(seminar->sink, "<section>\n");
            html_element(seminar->sink, "h4",
                         seminar_words(seminar, "Planlægning fremad", "Planning ahead"));
            write_head(seminar, indicator);
        }
        headed = true;
        limit = limit || rests_on_chance_within(change);
        write_row(seminar, indicator, area);
        const struct finding *areas = finding_single(seminar->speaker.findings, indicator, area,
                                                     STATISTIC_DETECTABLE_CHANGE_AREAS);
        together = areas ? areas : together;
    }
    if (!headed)
        return;
    sink_text(seminar->sink, "</tbody></table>\n");
    const struct sentence sentence = about_areas(seminar, together);
    seminar_sentence(seminar, "p", &sentence);
    write_notes(seminar, limit);
    sink_text(seminar->sink, "</section>\n");
}
