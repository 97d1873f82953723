/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_planning.h"

#include <string.h>

#include "pejling/present/evaluation_table.h"
#include "pejling/present/html.h"
#include "pejling/present/sentence_words.h"

static const struct evaluation_column all_columns[] = {
    {"Ændring fra seneste til næste tal", "Change from the latest to the next figure",
     EVALUATION_VALUE, STATISTIC_DETECTABLE_CHANGE},
    {"Ændring i gennemsnit af tre år", "Change of means of three years", EVALUATION_VALUE,
     STATISTIC_DETECTABLE_CHANGE_YEARS},
    {"Ændring pr. år i serien, som den er", "Change a year in the series as it is",
     EVALUATION_VALUE, STATISTIC_DETECTABLE_SLOPE},
    {"Vurdering tidligst mulig i", "Verdict possible in, at the earliest", EVALUATION_VALUE,
     STATISTIC_VERDICT_YEAR},
    {"Kan afgøres i, hvis tempoet holder", "Can be determined in, at the present pace",
     EVALUATION_VALUE, STATISTIC_DETERMINABLE_YEAR},
};

#define COLUMNS (sizeof all_columns / sizeof *all_columns)

static const struct finding *find(const struct seminar *seminar, const struct indicator *indicator,
                                  const struct area *area, enum statistic statistic)
{
    return finding_single(seminar->speaker.findings, indicator, area, statistic);
}

/* A number, or that a verdict is possible, or given, already. */
static bool is_answered(const struct finding *finding)
{
    return finding_has_value(finding) ||
           (finding && finding->estimate.reason == REASON_NOT_APPLICABLE);
}

static bool has_answer(const struct seminar *seminar, const struct indicator *indicator,
                       enum statistic statistic)
{
    for (size_t i = 0; i < seminar->area_count; i++)
        if (is_answered(find(seminar, indicator, seminar->areas[i], statistic)))
            return true;
    return false;
}

/* Those with an answer for some area; without any all of them, for they tell why there is none. */
static size_t choose_columns(const struct seminar *seminar, const struct indicator *indicator,
                             struct evaluation_column columns[COLUMNS])
{
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++)
        if (has_answer(seminar, indicator, all_columns[i].statistic))
            columns[count++] = all_columns[i];
    if (!count)
        memcpy(columns, all_columns, sizeof all_columns);
    return count ? count : COLUMNS;
}

static const char *caption_of(const struct seminar *seminar, const struct indicator *indicator)
{
    enum language language = seminar->speaker.language;
    return arena_printf(seminar->speaker.arena,
                        say(language,
                            "Hvad flere tal vil kunne vise: de mindste ændringer i afstanden, som "
                            "ses fire gange ud af fem, %s",
                            "What further figures could show: the smallest changes of the gap that "
                            "are seen four times of five, %s"),
                        indicator_difference_unit(indicator, language));
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
    struct evaluation_column columns[COLUMNS];
    size_t count = choose_columns(seminar, indicator, columns);
    const struct finding *together = NULL;
    bool headed = false, limit = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct area *area = seminar->areas[i];
        const struct finding *change = find(seminar, indicator, area, STATISTIC_DETECTABLE_CHANGE);
        if (!change)
            continue;
        if (!headed) {
            sink_text(seminar->sink, "<section>\n");
            html_element(seminar->sink, "h4",
                         seminar_words(seminar, "Planlægning fremad", "Planning ahead"));
            evaluation_table_open(seminar, caption_of(seminar, indicator), columns, count);
        }
        headed = true;
        limit = limit || rests_on_chance_within(change);
        evaluation_area_row(seminar, indicator, area, columns, count);
        const struct finding *areas =
            find(seminar, indicator, area, STATISTIC_DETECTABLE_CHANGE_AREAS);
        together = areas ? areas : together;
    }
    if (!headed)
        return;
    evaluation_table_close(seminar);
    const struct sentence sentence = about_areas(seminar, together);
    seminar_sentence(seminar, "p", &sentence);
    write_notes(seminar, limit);
    sink_text(seminar->sink, "</section>\n");
}
