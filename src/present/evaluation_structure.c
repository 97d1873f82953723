/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_structure.h"

#include <string.h>

#include "pejling/present/evaluation_table.h"
#include "pejling/present/html.h"
#include "pejling/present/sentence_structure.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

/* --- tables ----------------------------------------------------------------------------------- */

/* What one table is about: an area is in it where it has this statistic. */
struct table {
    enum statistic statistic;
    const char *caption;
    const struct evaluation_column *columns; /* the period, and the numbers */
    size_t count;
};

#define MOST_NUMBERS 5

static const struct finding *anchor_of(const struct seminar *seminar,
                                       const struct indicator *indicator, const struct area *area,
                                       enum statistic statistic)
{
    return structure_last(seminar->speaker.findings, indicator, area, statistic);
}

/* The change of a level or gap over the same periods; NULL where it is over others. */
static const struct finding *same_span(const struct seminar *seminar, const struct finding *anchor,
                                       enum statistic statistic)
{
    const struct finding *change = finding_at(seminar->speaker.findings, anchor->indicator,
                                              anchor->area, statistic, anchor->from);
    bool same = change && period_compare(change->from, anchor->from) == 0 &&
                period_compare(change->to, anchor->to) == 0;
    return same ? change : NULL;
}

static const struct finding *beside(const struct seminar *seminar, const struct finding *anchor,
                                    enum statistic statistic)
{
    return finding_at(seminar->speaker.findings, anchor->indicator, anchor->area, statistic,
                      anchor->from);
}

/* The numbers of an area's row, in the order of the table's columns. */
static void find_numbers(const struct seminar *seminar, const struct finding *anchor,
                         const struct finding *numbers[MOST_NUMBERS])
{
    memset(numbers, 0, MOST_NUMBERS * sizeof *numbers);
    if (anchor->statistic == STATISTIC_AGE_STANDARDISED) {
        numbers[0] = beside(seminar, anchor, STATISTIC_LEVEL);
        numbers[1] = anchor;
        numbers[2] = structure_gap(seminar->speaker.findings, anchor);
        numbers[3] = beside(seminar, anchor, STATISTIC_AGE_RATE_EFFECT);
        numbers[4] = beside(seminar, anchor, STATISTIC_AGE_COMPOSITION_EFFECT);
    } else if (anchor->statistic == STATISTIC_AGE_RATE_CHANGE) {
        numbers[0] = same_span(seminar, anchor, STATISTIC_GAP_CHANGE);
        numbers[1] = anchor;
        numbers[2] = beside(seminar, anchor, STATISTIC_AGE_COMPOSITION_CHANGE);
    } else {
        numbers[0] = same_span(seminar, anchor, STATISTIC_LEVEL_CHANGE);
        numbers[1] = anchor;
        numbers[2] = beside(seminar, anchor, STATISTIC_MOVES_CHANGE);
        numbers[3] =
            anchor_of(seminar, anchor->indicator, anchor->area, STATISTIC_MOVERS_DIFFERENCE);
    }
}

/* `2023`, or `2021–2023` of a change. */
static const char *periods_of(const struct seminar *seminar, const struct finding *anchor)
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    period_label(from, anchor->from);
    period_label(to, anchor->to);
    bool one = anchor->periods < 2 || strcmp(from, to) == 0;
    return one ? arena_printf(seminar->speaker.arena, "%s", to)
               : arena_printf(seminar->speaker.arena, "%s–%s", from, to);
}

static void write_row(const struct seminar *seminar, const struct table *table,
                      const struct finding *anchor)
{
    const struct finding *numbers[MOST_NUMBERS];
    find_numbers(seminar, anchor, numbers);
    evaluation_row_open(seminar, anchor->area->name);
    seminar_text(seminar, evaluation_label(seminar, &table->columns[0]),
                 periods_of(seminar, anchor));
    for (size_t i = 1; i < table->count; i++)
        evaluation_cell(seminar, &table->columns[i], numbers[i - 1]);
    evaluation_row_close(seminar);
}

static bool write_table(const struct seminar *seminar, const struct indicator *indicator,
                        const struct table *table)
{
    bool headed = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct finding *anchor =
            anchor_of(seminar, indicator, seminar->areas[i], table->statistic);
        if (!anchor)
            continue;
        if (!headed)
            evaluation_table_open(seminar, table->caption, table->columns, table->count);
        headed = true;
        write_row(seminar, table, anchor);
    }
    if (headed)
        evaluation_table_close(seminar);
    return headed;
}

/* --- ages ------------------------------------------------------------------------------------- */
static const struct area *comparator_of(const struct seminar *seminar,
                                        const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct finding *anchor =
            anchor_of(seminar, indicator, seminar->areas[i], STATISTIC_AGE_STANDARDISED);
        if (anchor)
            return anchor->comparator;
    }
    return NULL;
}

static bool write_ages(const struct seminar *seminar, const struct indicator *indicator)
{
    static const struct evaluation_column gap[] = {
        {"Periode", "Period", EVALUATION_WORDS, STATISTIC_COUNT},
        {"Niveau", "Level", EVALUATION_INTERVAL, STATISTIC_LEVEL},
        {"Niveau med sammenligningens alderssammensætning",
         "Level with the comparator's age composition", EVALUATION_INTERVAL,
         STATISTIC_AGE_STANDARDISED},
        {"Afstand", "Gap", EVALUATION_INTERVAL, STATISTIC_GAP},
        {"Ved samme alder", "At the same ages", EVALUATION_INTERVAL, STATISTIC_AGE_RATE_EFFECT},
        {"Forskellen i alderssammensætning", "The difference in age composition",
         EVALUATION_INTERVAL, STATISTIC_AGE_COMPOSITION_EFFECT},
    };
    static const struct evaluation_column change[] = {
        {"Periode", "Period", EVALUATION_WORDS, STATISTIC_COUNT},
        {"Ændring i afstand", "Change of the gap", EVALUATION_INTERVAL, STATISTIC_GAP_CHANGE},
        {"Ved samme alder", "At the same ages", EVALUATION_INTERVAL, STATISTIC_AGE_RATE_CHANGE},
        {"Forskellen i alderssammensætning", "The difference in age composition",
         EVALUATION_INTERVAL, STATISTIC_AGE_COMPOSITION_CHANGE},
    };
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    const char *other = words_comparator(language, comparator_of(seminar, indicator));
    const struct table tables[] = {
        {STATISTIC_AGE_STANDARDISED,
         arena_printf(arena,
                      say(language, "Afstanden til %s delt efter alder, %s",
                          "The gap to %s divided by ages, %s"),
                      other, evaluation_units(seminar, indicator)),
         gap, sizeof gap / sizeof *gap},
        {STATISTIC_AGE_RATE_CHANGE,
         arena_printf(arena,
                      say(language, "Ændringen i afstanden siden baseline delt efter alder, %s",
                          "The change of the gap since the baseline divided by ages, %s"),
                      indicator_difference_unit(indicator, language)),
         change, sizeof change / sizeof *change},
    };
    bool written = write_table(seminar, indicator, &tables[0]);
    return write_table(seminar, indicator, &tables[1]) || written;
}

static void write_reading_of_ages(const struct seminar *seminar)
{
    bool shared = seminar->speaker.findings->table->edition == EDITION_SHARED;
    html_element(
        seminar->sink, "p class=\"note\"",
        seminar_words(
            seminar,
            "De to dele giver tilsammen afstanden. Det er "
            "regning, ikke en årsag: delingen siger ikke, hvorfor tallene er "
            "forskellige. Niveauet er regnet med sammenligningens alderssammensætning, de to dele "
            "med gennemsnittet af begge steder, så de kan afvige lidt fra "
            "hinanden. Intervallerne dækker tilfældige udsving i gruppernes "
            "tal, ikke i deres størrelse.",
            "The two parts add up to the gap. That is "
            "arithmetic and no cause: it does not tell why the figures differ. The "
            "level is computed with the comparator's ages, the two parts with "
            "the mean of both places, so that they can differ a little. "
            "The intervals hold chance in the groups' figures, not in their "
            "sizes."));
    if (shared)
        html_element(
            seminar->sink, "p class=\"note\"",
            seminar_words(seminar,
                          "Gruppernes tal er afrundede. Det, som afrundingen flytter, højst én "
                          "enhed på sidste decimal for hvert af de to steder, er lagt til delen "
                          "ved samme alder.",
                          "The groups' figures are rounded. What rounding moves, at most one unit "
                          "of the last decimal for each of the two places, is put on the part at "
                          "the same ages."));
}

/* --- moves ------------------------------------------------------------------------------------ */
static bool write_moves(const struct seminar *seminar, const struct indicator *indicator)
{
    static const struct evaluation_column columns[] = {
        {"Periode", "Period", EVALUATION_WORDS, STATISTIC_COUNT},
        {"Ændring i niveau", "Change of the level", EVALUATION_INTERVAL, STATISTIC_LEVEL_CHANGE},
        {"Fastboende", "Stayers", EVALUATION_INTERVAL, STATISTIC_STAYERS_CHANGE},
        {"Flytninger", "Moves", EVALUATION_INTERVAL, STATISTIC_MOVES_CHANGE},
        {"Tilflyttere minus fraflyttere, seneste", "In-movers less out-movers, latest",
         EVALUATION_INTERVAL, STATISTIC_MOVERS_DIFFERENCE},
    };
    enum language language = seminar->speaker.language;
    const struct table table = {
        STATISTIC_STAYERS_CHANGE,
        arena_printf(seminar->speaker.arena,
                     say(language,
                         "Ændringen i niveau siden baseline delt på fastboende og flytninger, %s",
                         "The change of the level since the baseline divided between stayers and "
                         "moves, %s"),
                     indicator_difference_unit(indicator, language)),
        columns, sizeof columns / sizeof *columns};
    return write_table(seminar, indicator, &table);
}

static void write_reading_of_moves(const struct seminar *seminar)
{
    html_element(seminar->sink, "p class=\"note\"",
                 seminar_words(seminar,
                               "Fastboende er dem, der også boede der i perioden før. De to dele "
                               "giver tilsammen ændringen i niveau; flytningernes del rummer både "
                               "tilflytternes eget niveau, og hvor mange de er. Det er regning, "
                               "ikke en årsag.",
                               "Stayers are those who also lived there in the period before. The "
                               "two parts add up to the change of the level; that of moves holds "
                               "both the in-movers' own level and how many they are. It is "
                               "arithmetic and no cause."));
}

/* --- words ------------------------------------------------------------------------------------ */

/* The sentences about an area, without its name; returns how many. */
static size_t say_area(const struct seminar *seminar, const struct indicator *indicator,
                       const struct area *area, bool all, struct sentence said[3])
{
    const struct speaker *speaker = &seminar->speaker;
    const struct sentence sentences[] = {sentence_ages(speaker, indicator, area),
                                         sentence_moves(speaker, indicator, area),
                                         sentence_movers(speaker, indicator, area)};
    size_t count = 0;
    for (size_t i = 0; i < (all ? 3 : 2); i++)
        if (*sentences[i].text)
            said[count++] = sentence_unnamed(speaker->arena, sentences[i], area);
    return count;
}

static void write_said(const struct seminar *seminar, const struct indicator *indicator)
{
    struct sentence said[3];
    sink_text(seminar->sink, "<ul class=\"says\">\n");
    for (size_t i = 0; i < seminar->area_count; i++) {
        size_t count = say_area(seminar, indicator, seminar->areas[i], true, said);
        if (count)
            seminar_said(seminar, seminar->areas[i]->name, said, count);
    }
    sink_text(seminar->sink, "</ul>\n");
}

static bool is_told(const struct seminar *seminar, const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->area_count; i++)
        if (released_series(seminar->speaker.findings->table, indicator, seminar->areas[i]).count)
            return !indicator->left_out;
    return false;
}

/* The first indicator of a goal whose figures do not tell who moved; NULL where all of them do. */
static const struct indicator *first_without_movers(const struct seminar *seminar, const char *goal)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (strcmp(indicator->goal, goal) == 0 && is_told(seminar, indicator) &&
            !structure_has_movers(seminar->speaker.findings, indicator))
            return indicator;
    }
    return NULL;
}

static bool has_rows(const struct seminar *seminar, const struct indicator *indicator)
{
    return comparator_of(seminar, indicator) ||
           structure_has_movers(seminar->speaker.findings, indicator);
}

void evaluation_structure_write(const struct seminar *seminar, const struct indicator *indicator)
{
    bool is_noted = first_without_movers(seminar, indicator->goal) == indicator;
    bool told = has_rows(seminar, indicator);
    if (!told && !is_noted)
        return;
    sink_text(seminar->sink, "<section>\n");
    if (told) {
        html_element(seminar->sink, "h4",
                     seminar_words(seminar, "Alder og flytninger", "Ages and moves"));
        if (write_ages(seminar, indicator))
            write_reading_of_ages(seminar);
        if (write_moves(seminar, indicator))
            write_reading_of_moves(seminar);
        write_said(seminar, indicator);
    }
    if (is_noted)
        html_element(seminar->sink, "p class=\"note\"",
                     words_moves_unknown(seminar->speaker.language));
    sink_text(seminar->sink, "</section>\n");
}

void seminar_structure_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct area *area = NULL;
    struct sentence said[3];
    for (size_t i = 0; i < seminar->area_count; i++) {
        bool better = !area || seminar->areas[i]->role == AREA_TOTAL;
        if (better && say_area(seminar, indicator, seminar->areas[i], false, said))
            area = seminar->areas[i];
    }
    if (!area)
        return;
    size_t count = say_area(seminar, indicator, area, false, said);
    html_element(seminar->sink, "h4",
                 seminar_words(seminar, "Alder og flytninger", "Ages and moves"));
    sink_text(seminar->sink, "<ul class=\"says\">\n");
    seminar_said(seminar, area->name, said, count);
    sink_text(seminar->sink, "</ul>\n");
}

void seminar_moves_unknown_write(const struct seminar *seminar, const char *goal)
{
    if (first_without_movers(seminar, goal))
        html_element(seminar->sink, "p class=\"note\"",
                     words_moves_unknown(seminar->speaker.language));
}
