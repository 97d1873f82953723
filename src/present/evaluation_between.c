/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_between.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/findings/area_comparison.h"
#include "pejling/findings/compared_areas.h"
#include "pejling/findings/further_comparators.h"
#include "pejling/present/evaluation_table.h"
#include "pejling/present/html.h"
#include "pejling/present/sentence_between.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

static const struct period none = {.kind = PERIOD_UNKNOWN};

/* What is compared within one municipality. */
struct municipality {
    const struct seminar *seminar;
    const struct indicator *indicator;
    const struct area *total;
    struct compared_areas areas;
};

static const struct finding *finding_of(const struct municipality *here, const struct area *area,
                                        const struct area *other, enum statistic statistic)
{
    return finding_against(here->seminar->speaker.findings, here->indicator, area, other, statistic,
                           none);
}

/* ---- Tables -----------------------------------------------------------------------------------
 */

static const char *difference_caption(const struct municipality *here, const char *danish,
                                      const char *english)
{
    const struct seminar *seminar = here->seminar;
    return arena_printf(seminar->speaker.arena, "%s, %s", seminar_words(seminar, danish, english),
                        indicator_difference_unit(here->indicator, seminar->speaker.language));
}

static bool has_pairs(const struct municipality *here)
{
    return here->areas.count > 1 && here->areas.count <= AREA_COMPARISON_PAIRS;
}

static const struct evaluation_column pair_columns[] = {
    {"minus område", "minus area", EVALUATION_WORDS, STATISTIC_COUNT},
    {"Niveau", "Level", EVALUATION_INTERVAL, STATISTIC_LEVEL_DIFFERENCE},
    {"Ændring pr. år", "Change a year", EVALUATION_INTERVAL, STATISTIC_SLOPE_DIFFERENCE},
};

static void write_pair(const struct municipality *here, const struct area *area,
                       const struct area *other)
{
    const struct seminar *seminar = here->seminar;
    evaluation_row_open(seminar, area->name);
    seminar_text(seminar, evaluation_label(seminar, &pair_columns[0]), other->name);
    for (size_t i = 1; i < sizeof pair_columns / sizeof *pair_columns; i++)
        evaluation_cell(seminar, &pair_columns[i],
                        finding_of(here, area, other, pair_columns[i].statistic));
    evaluation_row_close(seminar);
}

static void write_pairs(const struct municipality *here)
{
    if (!has_pairs(here))
        return;
    evaluation_table_open(here->seminar,
                          difference_caption(here, "Forskelle mellem områderne to og to",
                                             "Differences between the areas in pairs"),
                          pair_columns, sizeof pair_columns / sizeof *pair_columns);
    for (size_t i = 0; i < here->areas.count; i++)
        for (size_t j = i + 1; j < here->areas.count; j++)
            write_pair(here, here->areas.items[i], here->areas.items[j]);
    evaluation_table_close(here->seminar);
}

/* The ranks of all areas, and whether one of them has one. */
static const struct finding **find_ranks(const struct municipality *here, bool *there)
{
    const struct finding **ranks =
        arena_alloc(here->seminar->speaker.arena, here->areas.count + 1, sizeof(struct finding *));
    *there = false;
    for (size_t i = 0; i < here->areas.count; i++) {
        ranks[i] = finding_of(here, here->areas.items[i], NULL, STATISTIC_RANK);
        *there = *there || (ranks[i] && ranks[i]->estimate.state == ESTIMATE_INTERVAL);
    }
    return ranks;
}

static const struct evaluation_column rank_columns[] = {
    {"Mulige pladser", "Possible places", EVALUATION_WORDS, STATISTIC_RANK},
    {"Niveau", "Level", EVALUATION_INTERVAL, STATISTIC_LEVEL},
};

/* In the catalogue's order: the best on top would be a ranking without its uncertainty. */
static void write_ranks(const struct municipality *here)
{
    const struct seminar *seminar = here->seminar;
    bool there;
    const struct finding **ranks = find_ranks(here, &there);
    if (!has_pairs(here) || !there)
        return;
    evaluation_table_open(
        seminar,
        arena_printf(seminar->speaker.arena, "%s, %s",
                     seminar_words(seminar, "De pladser, hvert område kan have (plads 1 er bedst)",
                                   "The places that each area may have (1 is the best)"),
                     here->indicator->unit),
        rank_columns, sizeof rank_columns / sizeof *rank_columns);
    for (size_t i = 0; i < here->areas.count; i++) {
        const struct area *area = here->areas.items[i];
        const struct sentence rank =
            sentence_between_rank(&seminar->speaker, ranks[i], ranks, here->areas.count);
        evaluation_row_open(seminar, area->name);
        seminar_open_cell(seminar, "", evaluation_label(seminar, &rank_columns[0]), &rank);
        html_text(seminar->sink, rank.text);
        sink_text(seminar->sink, "</td>");
        evaluation_cell(seminar, &rank_columns[1],
                        finding_at(seminar->speaker.findings, here->indicator, area,
                                   STATISTIC_LEVEL, ranks[i]->to));
        evaluation_row_close(seminar);
    }
    evaluation_table_close(seminar);
}

/* ---- Twins and the country --------------------------------------------------------------------
 */

static const struct evaluation_column further_columns[] = {
    {"Sammenlignet med", "Compared with", EVALUATION_WORDS, STATISTIC_COUNT},
    {"Seneste afstand", "Latest gap", EVALUATION_INTERVAL, STATISTIC_FURTHER_GAP},
    {"Afstandens ændring pr. år", "Change of the gap a year", EVALUATION_INTERVAL,
     STATISTIC_FURTHER_GAP_SLOPE},
    {"Ændring siden baseline", "Change since baseline", EVALUATION_INTERVAL,
     STATISTIC_FURTHER_GAP_CHANGE},
};

static void write_further_row(const struct municipality *here, const struct area *area,
                              const struct area *other)
{
    const struct seminar *seminar = here->seminar;
    const struct finding *const numbers[] = {
        further_latest(seminar->speaker.findings, here->indicator, area, other),
        finding_of(here, area, other, STATISTIC_FURTHER_GAP_SLOPE),
        finding_of(here, area, other, STATISTIC_FURTHER_GAP_CHANGE)};
    evaluation_row_open(seminar, area->name);
    seminar_text(seminar, evaluation_label(seminar, &further_columns[0]), other->name);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        evaluation_cell(seminar, &further_columns[i + 1], numbers[i]);
    evaluation_row_close(seminar);
}

/* A row of the table, or a sentence. */
static void write_further_one(const struct municipality *here, const struct area *area,
                              const struct area *other, bool in_words)
{
    if (!in_words) {
        write_further_row(here, area, other);
        return;
    }
    const struct speaker *speaker = &here->seminar->speaker;
    const struct sentence said = sentence_unnamed(
        speaker->arena, sentence_further(speaker, here->indicator, area, other), area);
    if (*said.text)
        seminar_said(here->seminar, area->name, &said, 1);
}

static bool has_total(const struct municipality *here)
{
    return here->total &&
           released_series(here->seminar->speaker.findings->table, here->indicator, here->total)
                   .count > 0;
}

/* All rows in a table; a sentence for the areas together, or for each where there is no total. */
static void write_each_further(const struct municipality *here, bool in_words)
{
    const struct catalogue *catalogue = here->seminar->catalogue;
    const struct released_table *table = here->seminar->speaker.findings->table;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *other = &catalogue->areas[i];
        if (!further_comparator(table, here->indicator, other))
            continue;
        for (size_t j = 0; j < here->areas.count && !(in_words && has_total(here)); j++)
            write_further_one(here, here->areas.items[j], other, in_words);
        if (has_total(here))
            write_further_one(here, here->total, other, in_words);
    }
}

static bool has_further(const struct municipality *here)
{
    const struct catalogue *catalogue = here->seminar->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (further_comparator(here->seminar->speaker.findings->table, here->indicator,
                               &catalogue->areas[i]))
            return here->areas.count > 0;
    return false;
}

static void write_further(const struct municipality *here)
{
    const struct seminar *seminar = here->seminar;
    if (!has_further(here))
        return;
    sink_text(seminar->sink, "<ul class=\"says\">\n");
    write_each_further(here, true);
    sink_text(seminar->sink, "</ul>\n");
    evaluation_table_open(seminar,
                          difference_caption(here, "Afstand til tvillingeområder og hele landet",
                                             "Gap to twin areas and the whole country"),
                          further_columns, sizeof further_columns / sizeof *further_columns);
    write_each_further(here, false);
    evaluation_table_close(seminar);
}

/* ---- The section ------------------------------------------------------------------------------
 */

/* `De tre områder under ét: der er tegn på …` with what stands before the colon as its lead. */
static void say_led(const struct seminar *seminar, struct sentence said)
{
    const char *colon = strstr(said.text, ": ");
    if (!colon)
        return;
    struct arena *arena = seminar->speaker.arena;
    const char *lead = arena_text(arena, said.text, (size_t)(colon - said.text));
    said.text = text_capitalised(arena, colon + 2);
    seminar_said(seminar, lead, &said, 1);
}

static bool say_items(const struct municipality *here)
{
    const struct speaker *speaker = &here->seminar->speaker;
    if (!here->total || here->areas.count < 2)
        return false;
    const struct sentence said[] = {sentence_between_pooled(speaker, here->indicator, here->total),
                                    sentence_between_levels(speaker, here->indicator, here->total),
                                    sentence_between_slopes(speaker, here->indicator, here->total)};
    sink_text(here->seminar->sink, "<ul class=\"says\">\n");
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        say_led(here->seminar, said[i]);
    sink_text(here->seminar->sink, "</ul>\n");
    return true;
}

static struct municipality look_at(const struct seminar *seminar, const struct indicator *indicator,
                                   const struct area *municipality)
{
    const struct catalogue *catalogue = seminar->catalogue;
    struct municipality here = {.seminar = seminar, .indicator = indicator};
    here.areas = compared_areas_all(seminar->speaker.arena, seminar->speaker.findings->table,
                                    indicator, municipality);
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_TOTAL && catalogue->areas[i].part_of == municipality)
            here.total = &catalogue->areas[i];
    return here;
}

static void write_explained(const struct municipality *here)
{
    if (!has_pairs(here))
        return;
    html_element(
        here->seminar->sink, "p class=\"note\"",
        seminar_words(
            here->seminar,
            "Intervallerne i de parvise forskelle gælder alle på én gang, så de er bredere end "
            "ellers. At en forskel ikke ses, er ikke det samme, som at områderne er ens.",
            "The intervals of the differences in pairs hold all at once, so they are wider than "
            "otherwise. That a difference is not seen is not to say that the areas are alike."));
}

static void write_municipality(const struct municipality *here)
{
    const struct seminar *seminar = here->seminar;
    if (here->areas.count < 2 && !has_further(here))
        return;
    sink_text(seminar->sink, "<section class=\"between\">\n");
    html_element(seminar->sink, "h4", seminar_words(seminar, "Mellem områder", "Between areas"));
    if (say_items(here)) {
        write_pairs(here);
        write_ranks(here);
        write_explained(here);
    }
    write_further(here);
    sink_text(seminar->sink, "</section>\n");
}

void evaluation_between_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct catalogue *catalogue = seminar->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        if (catalogue->areas[i].role != AREA_MUNICIPALITY)
            continue;
        const struct municipality here = look_at(seminar, indicator, &catalogue->areas[i]);
        write_municipality(&here);
    }
}

bool evaluation_between_say(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct catalogue *catalogue = seminar->catalogue;
    bool said = false;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        if (catalogue->areas[i].role != AREA_MUNICIPALITY)
            continue;
        const struct municipality here = look_at(seminar, indicator, &catalogue->areas[i]);
        said = say_items(&here) || said;
    }
    return said;
}
