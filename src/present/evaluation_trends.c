/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_trends.h"

#include "pejling/present/evaluation_table.h"
#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/wording.h"

struct table {
    const char *danish, *english; /* the caption */
    const struct evaluation_column *columns;
    size_t count;
    bool compared; /* rows for what has a gap alone, else for every whole area */
};

static void write_cell(const struct seminar *seminar, const struct indicator *indicator,
                       const struct area *area, const struct evaluation_column *column)
{
    if (column->statistic == STATISTIC_VERDICT)
        seminar_verdict(seminar, indicator, area, evaluation_label(seminar, column));
    else
        evaluation_cell(
            seminar, column,
            finding_single(seminar->speaker.findings, indicator, area, column->statistic));
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

static void open_table(const struct seminar *seminar, const struct indicator *indicator,
                       const struct table *table)
{
    const char *unit = indicator_difference_unit(indicator, seminar->speaker.language);
    evaluation_table_open(seminar,
                          arena_printf(seminar->speaker.arena, "%s, %s %s",
                                       seminar_words(seminar, table->danish, table->english), unit,
                                       seminar_words(seminar, "pr. år", "a year")),
                          table->columns, table->count);
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
            open_table(seminar, indicator, table);
        headed = true;
        evaluation_row_open(seminar, area->name);
        for (size_t j = 0; j < table->count; j++)
            write_cell(seminar, indicator, area, &table->columns[j]);
        evaluation_row_close(seminar);
    }
    if (headed)
        evaluation_table_close(seminar);
}

/* ---- Levels and gaps then and now --------------------------------------------------------------
 */

static const struct evaluation_column change_columns[] = {
    {"Perioder", "Periods", EVALUATION_WORDS, STATISTIC_COUNT},
    {"Niveau i baseline", "Level at baseline", EVALUATION_INTERVAL, STATISTIC_LEVEL},
    {"Seneste niveau", "Latest level", EVALUATION_INTERVAL, STATISTIC_LEVEL},
    {"Niveauets ændring", "Change of the level", EVALUATION_INTERVAL, STATISTIC_LEVEL_CHANGE},
    {"Afstand i baseline", "Gap at baseline", EVALUATION_INTERVAL, STATISTIC_GAP},
    {"Seneste afstand", "Latest gap", EVALUATION_INTERVAL, STATISTIC_GAP},
    {"Afstandens ændring", "Change of the gap", EVALUATION_INTERVAL, STATISTIC_GAP_CHANGE},
};

#define CHANGE_COLUMNS (sizeof change_columns / sizeof *change_columns)

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
    evaluation_row_open(seminar, row->area->name);
    seminar_text(seminar, evaluation_label(seminar, &change_columns[0]),
                 change_periods(seminar, row->level_change));
    for (size_t i = 1; i < CHANGE_COLUMNS; i++)
        evaluation_cell(seminar, &change_columns[i], numbers[i - 1]);
    evaluation_row_close(seminar);
}

static void open_changes(const struct seminar *seminar, const struct indicator *indicator)
{
    evaluation_table_open(
        seminar,
        arena_printf(seminar->speaker.arena, "%s, %s",
                     seminar_words(seminar, "Ændringer siden baseline", "Changes since baseline"),
                     evaluation_units(seminar, indicator)),
        change_columns, CHANGE_COLUMNS);
}

static void write_changes(const struct seminar *seminar, const struct indicator *indicator)
{
    bool headed = false;
    struct followup_row row;
    for (size_t i = 0; i < seminar->area_count; i++) {
        if (!followup_row(seminar->speaker.findings, indicator, seminar->areas[i], &row))
            continue;
        if (!headed)
            open_changes(seminar, indicator);
        headed = true;
        write_change_row(seminar, &row);
    }
    if (headed)
        evaluation_table_close(seminar);
}

void evaluation_trends_write(const struct seminar *seminar, const struct indicator *indicator)
{
    static const struct evaluation_column slopes[] = {
        {"Niveauets tendens", "Slope of the level", EVALUATION_INTERVAL, STATISTIC_LEVEL_SLOPE},
        {"p", "p", EVALUATION_P, STATISTIC_LEVEL_SLOPE},
        {"Afstandens tendens", "Slope of the gap", EVALUATION_INTERVAL, STATISTIC_GAP_SLOPE},
        {"p", "p", EVALUATION_P, STATISTIC_GAP_SLOPE},
        {"Afstandens tendens (Theil-Sen)", "Slope of the gap (Theil-Sen)", EVALUATION_INTERVAL,
         STATISTIC_GAP_THEIL_SEN},
        {"p (Mann-Kendall)", "p (Mann-Kendall)", EVALUATION_P, STATISTIC_MANN_KENDALL_S},
    };
    static const struct evaluation_column verdicts[] = {
        {"Afgørende tendens i afstanden", "Deciding slope of the gap", EVALUATION_INTERVAL,
         STATISTIC_VERDICT_SLOPE},
        {"p", "p", EVALUATION_P, STATISTIC_VERDICT_SLOPE},
        {"p, justeret", "p, adjusted", EVALUATION_P_ADJUSTED, STATISTIC_VERDICT_SLOPE},
        {"Mindste ændring af betydning", "Smallest change that matters", EVALUATION_VALUE,
         STATISTIC_MEANINGFUL_SLOPE},
        {"Mindste ændring, der kan ses", "Smallest change that can be seen", EVALUATION_VALUE,
         STATISTIC_DETECTABLE_SLOPE},
        {"Vurdering", "Verdict", EVALUATION_WORDS, STATISTIC_VERDICT},
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
