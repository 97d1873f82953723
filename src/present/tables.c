/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/tables.h"

#include "pejling/present/csv_writer.h"
#include "pejling/present/followup.h"
#include "pejling/present/method_words.h"
#include "pejling/present/target_table.h"
#include "pejling/present/theory_table.h"
#include "pejling/present/wording.h"

/* Every table here has the same columns; what differs is which findings stand in it. */
static const struct sheet_column danish_columns[] = {
    {"indicator", "Indikator"},
    {"area", "Område"},
    {"from", "Fra periode"},
    {"to", "Til periode"},
    {"measure", "Størrelse"},
    {"comparator", "Sammenlignet med"},
    {"value", "Værdi"},
    {"lower", "Nedre grænse"},
    {"upper", "Øvre grænse"},
    {"unit", "Enhed"},
    {"periods", "Antal perioder"},
    {"p", "p-værdi"},
    {"method", "Metode"},
    {"remark", "Bemærkning"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"indicator", "Indicator"}, {"area", "Area"},         {"from", "From period"},
    {"to", "To period"},        {"measure", "Measure"},   {"comparator", "Compared with"},
    {"value", "Value"},         {"lower", "Lower limit"}, {"upper", "Upper limit"},
    {"unit", "Unit"},           {"periods", "Periods"},   {"p", "p-value"},
    {"method", "Method"},       {"remark", "Remark"},     {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

static void add_finding(struct sheet *sheet, enum language language,
                        const struct findings *findings, const struct finding *finding)
{
    const struct estimate *estimate = &finding->estimate;
    int decimals = wording_decimals(finding);
    bool interval = estimate->state == ESTIMATE_INTERVAL;
    sheet_add_text(sheet, finding->indicator->name);
    sheet_add_text(sheet, finding->area->name);
    sheet_add_period_if(sheet, finding->periods > 0, finding->from);
    sheet_add_period_if(sheet, finding->periods > 0, finding->to);
    sheet_add_text(sheet, wording_statistic(language, finding->statistic));
    sheet_add_text(sheet, finding->comparator ? finding->comparator->name : "");
    sheet_add_number_if(sheet, estimate->state != ESTIMATE_UNDEFINED, estimate->value, decimals);
    sheet_add_number_if(sheet, interval, estimate->lower, decimals);
    sheet_add_number_if(sheet, interval, estimate->upper, decimals);
    sheet_add_text(sheet, wording_unit(sheet->arena, language, finding));
    sheet_add_number(sheet, (double)finding->periods, 0);
    sheet_add_number_if(sheet, finding->has_p, finding->p, 4);
    sheet_add_text(sheet, method_words(language, estimate->method));
    if (finding->statistic == STATISTIC_VERDICT)
        sheet_add_text(sheet, wording_verdict(sheet->arena, language, findings, finding->indicator,
                                              finding->area));
    else
        sheet_add_text(sheet, reason_text(estimate->reason, language));
    sheet_add_text(sheet, wording_edition(sheet->arena, language, findings->table));
}

static struct sheet select(struct arena *arena, enum language language,
                           const struct findings *findings, const bool *wanted)
{
    struct sheet sheet =
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                   sizeof danish_columns / sizeof *danish_columns);
    for (size_t i = 0; i < findings->count; i++)
        if (wanted[findings->rows[i].statistic])
            add_finding(&sheet, language, findings, &findings->rows[i]);
    return sheet;
}

/* Which findings stand in which table. */
static const bool in_levels[STATISTIC_COUNT] = {
    [STATISTIC_LEVEL] = true, [STATISTIC_POOLED_LEVEL] = true, [STATISTIC_RESPONSE_RATE] = true};
static const bool in_gaps[STATISTIC_COUNT] = {
    [STATISTIC_GAP] = true, [STATISTIC_GAP_REST] = true, [STATISTIC_RATIO] = true};
static const bool in_trends[STATISTIC_COUNT] = {
    [STATISTIC_LEVEL_SLOPE] = true,      [STATISTIC_GAP_SLOPE] = true,
    [STATISTIC_VERDICT_SLOPE] = true,    [STATISTIC_VERDICT] = true,
    [STATISTIC_GAP_CHANGE] = true,       [STATISTIC_THEIL_SEN] = true,
    [STATISTIC_GAP_THEIL_SEN] = true,    [STATISTIC_MANN_KENDALL_S] = true,
    [STATISTIC_CLOSING_RATE] = true,     [STATISTIC_YEARS_TO_PARITY] = true,
    [STATISTIC_DETECTABLE_SLOPE] = true, [STATISTIC_DETERMINABLE_YEAR] = true,
    [STATISTIC_LEVEL_CHANGE] = true,     [STATISTIC_MEANINGFUL_SLOPE] = true};

struct sheet levels_sheet(struct arena *arena, enum language language,
                          const struct findings *findings)
{
    return select(arena, language, findings, in_levels);
}

struct sheet gaps_sheet(struct arena *arena, enum language language,
                        const struct findings *findings)
{
    return select(arena, language, findings, in_gaps);
}

struct sheet trends_sheet(struct arena *arena, enum language language,
                          const struct findings *findings)
{
    return select(arena, language, findings, in_trends);
}

struct sheet numbers_sheet(struct arena *arena, enum language language,
                           const struct findings *findings)
{
    bool wanted[STATISTIC_COUNT];
    for (size_t i = 0; i < STATISTIC_COUNT; i++)
        wanted[i] = in_levels[i] || in_gaps[i] || in_trends[i];
    return select(arena, language, findings, wanted);
}

void tables_count(const struct findings *findings, struct table_count counts[TABLES_COUNTED])
{
    static const struct {
        const char *file;
        const bool *wanted;
    } tables[TABLES_COUNTED] = {{"tabeller/niveauer.csv", in_levels},
                                {"tabeller/afstande.csv", in_gaps},
                                {"tabeller/tendenser.csv", in_trends}};
    for (size_t i = 0; i < TABLES_COUNTED; i++) {
        counts[i] = (struct table_count){.file = tables[i].file};
        for (size_t j = 0; j < findings->count; j++) {
            if (!tables[i].wanted[findings->rows[j].statistic])
                continue;
            counts[i].rows++;
            counts[i].hidden += findings->rows[j].hidden;
        }
    }
}

bool tables_write(const struct place *place, const struct findings *findings)
{
    static const struct {
        const char *file;
        struct sheet (*make)(struct arena *arena, enum language language,
                             const struct findings *findings);
        bool optional; /* left out where a plan has nothing for it */
    } tables[] = {{"tabeller/opfoelgning.csv", followup_sheet, false},
                  {"tabeller/niveauer.csv", levels_sheet, false},
                  {"tabeller/afstande.csv", gaps_sheet, false},
                  {"tabeller/tendenser.csv", trends_sheet, false},
                  {"tabeller/maaltal.csv", target_sheet, true},
                  {"tabeller/forandringsteori.csv", theory_sheet, true}};
    bool written = true;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct arena *scratch = arena_new();
        struct sheet sheet = tables[i].make(scratch, place->diagnostics->language, findings);
        if (!tables[i].optional || sheet_rows(&sheet) > 0)
            written = csv_write(place, tables[i].file, &sheet, CSV_DANISH) && written;
        arena_free(scratch);
    }
    return written;
}
