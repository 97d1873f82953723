/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/theory_table.h"

#include "pejling/present/followup.h"
#include "pejling/present/theory_words.h"
#include "pejling/present/wording.h"

static const struct sheet_column danish_columns[] = {
    {"focus_area", "Indsatsområde"},
    {"activity", "Aktivitet"},
    {"horizon", "Sigt"},
    {"result", "Forventet resultat"},
    {"indicator", "Indikator"},
    {"expected", "Forventet retning"},
    {"area", "Område"},
    {"evidence", "Hvad tallene viser"},
    {"comparator", "Afstand måles til"},
    {"slope", "Afstanden ændrer sig pr. år"},
    {"lower", "Afstanden ændrer sig pr. år: nedre grænse"},
    {"upper", "Afstanden ændrer sig pr. år: øvre grænse"},
    {"unit", "Enhed"},
    {"from", "Fra periode"},
    {"to", "Til periode"},
    {"reason", "Begrundelse"},
    {"source", "Datakilde"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"focus_area", "Focus area"},
    {"activity", "Activity"},
    {"horizon", "Horizon"},
    {"result", "Expected result"},
    {"indicator", "Indicator"},
    {"expected", "Expected direction"},
    {"area", "Area"},
    {"evidence", "What the figures show"},
    {"comparator", "Gap measured to"},
    {"slope", "The gap changes a year by"},
    {"lower", "The gap changes a year by: lower limit"},
    {"upper", "The gap changes a year by: upper limit"},
    {"unit", "Unit"},
    {"from", "From period"},
    {"to", "To period"},
    {"reason", "Reason"},
    {"source", "Data source"},
    {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

/* How the gap moves, as far as it is known; slope NULL for no figures. */
static void add_slope(struct sheet *sheet, enum language language, const struct finding *slope)
{
    bool there = slope && slope->estimate.state != ESTIMATE_UNDEFINED;
    bool interval = slope && slope->estimate.state == ESTIMATE_INTERVAL;
    bool covers = slope && slope->periods > 0;
    int decimals = there ? wording_decimals(slope) : 0;
    sheet_add_text(sheet, slope && slope->comparator ? slope->comparator->name : "");
    sheet_add_number_if(sheet, there, there ? slope->estimate.value : 0, decimals);
    sheet_add_number_if(sheet, interval, interval ? slope->estimate.lower : 0, decimals);
    sheet_add_number_if(sheet, interval, interval ? slope->estimate.upper : 0, decimals);
    sheet_add_text(sheet, there ? wording_unit(sheet->arena, language, slope) : "");
    sheet_add_period_if(sheet, covers, covers ? slope->from : (struct period){0});
    sheet_add_period_if(sheet, covers, covers ? slope->to : (struct period){0});
}

static void add_row(struct sheet *sheet, enum language language, const struct findings *findings,
                    const struct theory_evidence *evidence)
{
    const struct theory_step *step = evidence->step;
    sheet_add_text(sheet, step->focus_area);
    sheet_add_text(sheet, step->activity);
    sheet_add_text(sheet, theory_horizon_text(language, step->horizon));
    sheet_add_text(sheet, step->expected_result);
    sheet_add_text(sheet, step->indicator ? step->indicator->name : "");
    sheet_add_text(sheet, theory_expected_text(language, step->expected));
    sheet_add_text(sheet, evidence->area->name);
    sheet_add_text(sheet, theory_state_text(language, evidence->state));
    add_slope(sheet, language, evidence->slope);
    sheet_add_text(sheet, theory_reason_text(language, findings->table, evidence));
    sheet_add_text(sheet, step->indicator ? step->indicator->source : "");
    sheet_add_text(sheet, wording_edition(sheet->arena, language, findings->table));
}

struct sheet theory_sheet(struct arena *arena, enum language language,
                          const struct findings *findings)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    size_t area_count;
    const struct area **areas = followup_areas(arena, catalogue, &area_count);
    struct sheet sheet =
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                   sizeof danish_columns / sizeof *danish_columns);
    for (size_t i = 0; i < catalogue->theory_count; i++)
        for (size_t j = 0; j < area_count; j++) {
            struct theory_evidence evidence =
                theory_evidence_of(findings, &catalogue->theory[i], areas[j]);
            add_row(&sheet, language, findings, &evidence);
        }
    return sheet;
}
