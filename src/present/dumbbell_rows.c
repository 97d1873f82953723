/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_rows.h"

#include <string.h>

#include "pejling/present/indicator_order.h"

bool dumbbell_is_on_axis(const struct dumbbell_row *row)
{
    const char *unit = row->indicator->unit;
    const struct finding *shown[] = {row->level, row->other};
    if (strcmp(unit, "pct.") != 0 && strcmp(unit, "%") != 0)
        return false;
    for (size_t i = 0; i < 2; i++)
        if (shown[i] && finding_has_value(shown[i]) &&
            (shown[i]->estimate.value < 0 || shown[i]->estimate.value > 100))
            return false;
    return true;
}

static bool is_hidden(const struct dumbbell_rows *rows, const struct indicator *indicator)
{
    const struct findings *findings = rows->findings;
    size_t slot = indicator->index * findings->table->catalogue->area_count + rows->area->index;
    for (size_t i = findings->starts[slot]; i < findings->starts[slot + 1]; i++)
        if (findings->rows[i].statistic == STATISTIC_LEVEL && findings->rows[i].hidden)
            return true;
    return false;
}

/* The findings of one row, all with the same comparator. */
static struct dumbbell_row make_row(const struct dumbbell_rows *rows,
                                    const struct indicator *indicator, const struct finding *level)
{
    const struct findings *findings = rows->findings;
    struct period period = level->from;
    struct dumbbell_row row = {.indicator = indicator, .level = level};
    row.change = finding_at(findings, indicator, rows->area, STATISTIC_GAP_CHANGE, period);
    row.comparator = row.change ? row.change->comparator : area_municipality(rows->area);
    bool rest = row.comparator && row.comparator->role == AREA_REST;
    row.gap = finding_at(findings, indicator, rows->area, rest ? STATISTIC_GAP_REST : STATISTIC_GAP,
                         period);
    if (row.comparator)
        row.other = finding_at(findings, indicator, row.comparator, STATISTIC_LEVEL, period);
    return row;
}

static void note_comparator(struct dumbbell_rows *rows, const struct dumbbell_row *row)
{
    if (!finding_has_value(row->other))
        return;
    if (row->comparator->role == AREA_REST)
        rows->comparator = row->comparator;
    else
        rows->has_whole = true;
}

static void collect_rows(struct dumbbell_rows *rows, bool fixed_only)
{
    const struct findings *findings = rows->findings;
    const struct catalogue *catalogue = findings->table->catalogue;
    size_t count;
    const struct indicator **indicators =
        indicators_by_goal(rows->arena, catalogue, fixed_only, &count);
    rows->items = arena_alloc(rows->arena, count, sizeof *rows->items);
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = indicators[i];
        const struct finding *level =
            finding_latest(findings, indicator, rows->area, STATISTIC_LEVEL);
        if (!level) {
            rows->has_hidden = rows->has_hidden || is_hidden(rows, indicator);
            continue;
        }
        struct dumbbell_row row = make_row(rows, indicator, level);
        note_comparator(rows, &row);
        rows->has_axis = rows->has_axis || dumbbell_is_on_axis(&row);
        rows->has_neutral = rows->has_neutral ||
                            (indicator->polarity == POLARITY_NEUTRAL && finding_is_sure(row.gap));
        rows->items[rows->count++] = row;
    }
}

/* The period that most rows are of; the earlier row's where two are as frequent. */
static void choose_period(struct dumbbell_rows *rows)
{
    size_t most = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct period period = rows->items[i].level->from;
        size_t same = 0;
        for (size_t k = 0; k < rows->count; k++)
            same += period_compare(rows->items[k].level->from, period) == 0;
        if (same > most) {
            most = same;
            rows->period = period;
        }
    }
}

struct dumbbell_rows dumbbell_rows_make(const struct speaker *speaker, const struct area *area,
                                        bool fixed_only)
{
    struct dumbbell_rows rows = {.findings = speaker->findings,
                                 .area = area,
                                 .comparator = area_municipality(area),
                                 .arena = speaker->arena,
                                 .language = speaker->language};
    collect_rows(&rows, fixed_only);
    choose_period(&rows);
    return rows;
}
