/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/target_table.h"

#include "pejling/present/target_words.h"
#include "pejling/present/wording.h"

static const struct sheet_column danish_columns[] = {
    {"indicator", "Indikator"},
    {"area", "Område"},
    {"unit", "Enhed"},
    {"target_period", "Mål: periode"},
    {"target", "Mål"},
    {"latest_period", "Seneste: periode"},
    {"latest", "Seneste tal"},
    {"latest_lower", "Seneste tal: nedre grænse"},
    {"latest_upper", "Seneste tal: øvre grænse"},
    {"state", "Vurdering"},
    {"basis", "Vurderingen bygger på"},
    {"value", "Tal, der holdes op mod målet"},
    {"lower", "Tal, der holdes op mod målet: nedre grænse"},
    {"upper", "Tal, der holdes op mod målet: øvre grænse"},
    {"from", "Fra periode"},
    {"to", "Til periode"},
    {"reason", "Begrundelse"},
    {"source", "Datakilde"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"indicator", "Indicator"},
    {"area", "Area"},
    {"unit", "Unit"},
    {"target_period", "Target: period"},
    {"target", "Target"},
    {"latest_period", "Latest: period"},
    {"latest", "Latest figure"},
    {"latest_lower", "Latest figure: lower limit"},
    {"latest_upper", "Latest figure: upper limit"},
    {"state", "Assessment"},
    {"basis", "The assessment rests on"},
    {"value", "Figure held against the target"},
    {"lower", "Figure held against the target: lower limit"},
    {"upper", "Figure held against the target: upper limit"},
    {"from", "From period"},
    {"to", "To period"},
    {"reason", "Reason"},
    {"source", "Data source"},
    {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

static void add_estimate(struct sheet *sheet, const struct estimate *estimate, int decimals)
{
    bool interval = estimate && estimate->state == ESTIMATE_INTERVAL;
    bool there = estimate && estimate->state != ESTIMATE_UNDEFINED;
    sheet_add_number_if(sheet, there, there ? estimate->value : 0, decimals);
    sheet_add_number_if(sheet, interval, interval ? estimate->lower : 0, decimals);
    sheet_add_number_if(sheet, interval, interval ? estimate->upper : 0, decimals);
}

static void add_row(struct sheet *sheet, enum language language, const struct findings *findings,
                    const struct target_outlook *outlook)
{
    const struct target *target = outlook->target;
    const struct indicator *indicator = target->indicator;
    const struct finding *latest =
        finding_latest(findings, indicator, target->area, STATISTIC_LEVEL);
    sheet_add_text(sheet, indicator->name);
    sheet_add_text(sheet, target->area->name);
    sheet_add_text(sheet, indicator->unit);
    sheet_add_period_if(sheet, true, target->period);
    sheet_add_number(sheet, target->value, target_decimals(target->value));
    sheet_add_period_if(sheet, latest != NULL, latest ? latest->from : target->period);
    add_estimate(sheet, latest ? &latest->estimate : NULL, target_figure_decimals(target));
    sheet_add_text(sheet, target_state_text(language, outlook));
    sheet_add_text(sheet, target_basis_text(language, outlook->basis));
    add_estimate(sheet, &outlook->estimate, target_figure_decimals(target));
    sheet_add_period_if(sheet, outlook->periods > 0, outlook->from);
    sheet_add_period_if(sheet, outlook->periods > 0, outlook->to);
    sheet_add_text(sheet, reason_text(outlook->reason, language));
    sheet_add_text(sheet, indicator->source);
    sheet_add_text(sheet, wording_edition(sheet->arena, language, findings->table));
}

struct sheet target_sheet(struct arena *arena, enum language language,
                          const struct findings *findings)
{
    struct sheet sheet =
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                   sizeof danish_columns / sizeof *danish_columns);
    for (size_t i = 0; i < findings->targets.count; i++)
        add_row(&sheet, language, findings, &findings->targets.items[i]);
    return sheet;
}
