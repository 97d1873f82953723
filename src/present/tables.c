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
    else if (finding->statistic == STATISTIC_POOLED_VERDICT && finding->text)
        sheet_add_text(sheet, wording_pooled_verdict(sheet->arena, language, finding));
    else if (finding->statistic == STATISTIC_GAP_CHANGE_MOVED && finding->text)
        sheet_add_text(sheet, wording_moved(language, finding->text));
    else
        sheet_add_text(sheet, wording_reason(language, finding));
    sheet_add_text(sheet, wording_edition(sheet->arena, language, findings->table));
}

/*
 * The table that each finding stands in. How firm a verdict is, and which way, stand in the words of
 * the verdict's own row; targets have a table of their own.
 */
static const enum finding_table table_of[STATISTIC_COUNT] = {
    [STATISTIC_VERDICT_STRENGTH] = TABLE_NONE,
    [STATISTIC_VERDICT_DIRECTION] = TABLE_NONE,
    [STATISTIC_TARGET] = TABLE_NONE,
    [STATISTIC_TARGET_VALUE] = TABLE_NONE,
    [STATISTIC_LEVEL] = TABLE_LEVELS,
    [STATISTIC_POOLED_LEVEL] = TABLE_LEVELS,
    [STATISTIC_RESPONSE_RATE] = TABLE_LEVELS,
    [STATISTIC_GAP] = TABLE_GAPS,
    [STATISTIC_GAP_REST] = TABLE_GAPS,
    [STATISTIC_RATIO] = TABLE_GAPS,
    [STATISTIC_LEVEL_SLOPE] = TABLE_TRENDS,
    [STATISTIC_GAP_SLOPE] = TABLE_TRENDS,
    [STATISTIC_VERDICT_SLOPE] = TABLE_TRENDS,
    [STATISTIC_VERDICT] = TABLE_TRENDS,
    [STATISTIC_GAP_CHANGE] = TABLE_TRENDS,
    [STATISTIC_THEIL_SEN] = TABLE_TRENDS,
    [STATISTIC_GAP_THEIL_SEN] = TABLE_TRENDS,
    [STATISTIC_MANN_KENDALL_S] = TABLE_TRENDS,
    [STATISTIC_CLOSING_RATE] = TABLE_TRENDS,
    [STATISTIC_YEARS_TO_PARITY] = TABLE_TRENDS,
    [STATISTIC_DETECTABLE_SLOPE] = TABLE_TRENDS,
    [STATISTIC_DETERMINABLE_YEAR] = TABLE_TRENDS,
    [STATISTIC_LEVEL_CHANGE] = TABLE_TRENDS,
    [STATISTIC_MEANINGFUL_SLOPE] = TABLE_TRENDS,
    [STATISTIC_EXPOSURE] = TABLE_BEFORE_AFTER,
    [STATISTIC_MEAN_GAP_BEFORE] = TABLE_BEFORE_AFTER,
    [STATISTIC_MEAN_GAP_AFTER] = TABLE_BEFORE_AFTER,
    [STATISTIC_BEFORE_AFTER_MEAN] = TABLE_BEFORE_AFTER,
    [STATISTIC_BEFORE_AFTER_STEP] = TABLE_BEFORE_AFTER,
    [STATISTIC_GAP_SLOPE_BEFORE] = TABLE_BEFORE_AFTER,
    [STATISTIC_PLACEBO_CHANGE] = TABLE_BEFORE_AFTER,
    [STATISTIC_PLACEBO_SHARE] = TABLE_BEFORE_AFTER,
    [STATISTIC_BREAKDOWN] = TABLE_BEFORE_AFTER,
    [STATISTIC_REGRESSION_TO_MEAN] = TABLE_BEFORE_AFTER,
    [STATISTIC_REGRESSION_TO_MEAN_YEAR] = TABLE_BEFORE_AFTER,
    [STATISTIC_GAP_CHANGE_AREA] = TABLE_BEFORE_AFTER,
    [STATISTIC_GAP_CHANGE_COMPARATOR] = TABLE_BEFORE_AFTER,
    [STATISTIC_GAP_CHANGE_MOVED] = TABLE_BEFORE_AFTER,
    [STATISTIC_POOLED_GAP_SLOPE] = TABLE_BETWEEN,
    [STATISTIC_POOLED_VERDICT] = TABLE_BETWEEN,
    [STATISTIC_LEVEL_HETEROGENEITY] = TABLE_BETWEEN,
    [STATISTIC_SLOPE_HETEROGENEITY] = TABLE_BETWEEN,
    [STATISTIC_LEVEL_DIFFERENCE] = TABLE_BETWEEN,
    [STATISTIC_SLOPE_DIFFERENCE] = TABLE_BETWEEN,
    [STATISTIC_RANK] = TABLE_BETWEEN,
    [STATISTIC_FURTHER_GAP] = TABLE_BETWEEN,
    [STATISTIC_FURTHER_GAP_SLOPE] = TABLE_BETWEEN,
    [STATISTIC_FURTHER_GAP_CHANGE] = TABLE_BETWEEN,
    [STATISTIC_AGE_STANDARDISED] = TABLE_STRUCTURE,
    [STATISTIC_AGE_RATE_EFFECT] = TABLE_STRUCTURE,
    [STATISTIC_AGE_COMPOSITION_EFFECT] = TABLE_STRUCTURE,
    [STATISTIC_AGE_RATE_CHANGE] = TABLE_STRUCTURE,
    [STATISTIC_AGE_COMPOSITION_CHANGE] = TABLE_STRUCTURE,
    [STATISTIC_STAYERS_CHANGE] = TABLE_STRUCTURE,
    [STATISTIC_MOVES_CHANGE] = TABLE_STRUCTURE,
    [STATISTIC_MOVERS_DIFFERENCE] = TABLE_STRUCTURE,
    [STATISTIC_DETECTABLE_CHANGE] = TABLE_PLANNING,
    [STATISTIC_DETECTABLE_CHANGE_YEARS] = TABLE_PLANNING,
    [STATISTIC_DETECTABLE_CHANGE_AREAS] = TABLE_PLANNING,
    [STATISTIC_VERDICT_YEAR] = TABLE_PLANNING,
};

static struct sheet new_sheet(struct arena *arena, enum language language)
{
    return sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                      sizeof danish_columns / sizeof *danish_columns);
}

struct sheet table_sheet(struct arena *arena, enum language language,
                         const struct findings *findings, enum finding_table table)
{
    struct sheet sheet = new_sheet(arena, language);
    for (size_t i = 0; i < findings->count; i++)
        if (table_of[findings->rows[i].statistic] == table)
            add_finding(&sheet, language, findings, &findings->rows[i]);
    return sheet;
}

struct sheet numbers_sheet(struct arena *arena, enum language language,
                           const struct findings *findings)
{
    struct sheet sheet = new_sheet(arena, language);
    for (size_t i = 0; i < findings->count; i++)
        if (table_of[findings->rows[i].statistic] != TABLE_NONE)
            add_finding(&sheet, language, findings, &findings->rows[i]);
    return sheet;
}

const char *table_file(enum finding_table table)
{
    static const char *const files[TABLE_COUNT] = {[TABLE_NONE] = "",
                                                   [TABLE_LEVELS] = "tabeller/niveauer.csv",
                                                   [TABLE_GAPS] = "tabeller/afstande.csv",
                                                   [TABLE_TRENDS] = "tabeller/tendenser.csv",
                                                   [TABLE_BEFORE_AFTER] = "tabeller/foer_efter.csv",
                                                   [TABLE_BETWEEN] = "tabeller/mellem_omraader.csv",
                                                   [TABLE_STRUCTURE] =
                                                       "tabeller/alder_og_flytninger.csv",
                                                   [TABLE_PLANNING] = "tabeller/planlaegning.csv"};
    return files[table];
}

void tables_count(const struct findings *findings, struct table_count counts[TABLE_COUNT])
{
    for (size_t i = 0; i < TABLE_COUNT; i++)
        counts[i] = (struct table_count){.file = table_file((enum finding_table)i)};
    for (size_t i = 0; i < findings->count; i++) {
        struct table_count *count = &counts[table_of[findings->rows[i].statistic]];
        count->rows++;
        count->hidden += findings->rows[i].hidden;
    }
}

/* A table of the edition; without rows it is left out where it is optional. */
static bool write_table(const struct place *place, const char *file, const struct sheet *sheet,
                        bool optional)
{
    return (optional && sheet_rows(sheet) == 0) || csv_write(place, file, sheet, CSV_DANISH);
}

bool tables_write(const struct place *place, const struct findings *findings)
{
    static const struct {
        const char *file;
        struct sheet (*make)(struct arena *arena, enum language language,
                             const struct findings *findings);
        bool optional; /* left out where a plan has nothing for it */
    } tables[] = {{"tabeller/opfoelgning.csv", followup_sheet, false},
                  {"tabeller/maaltal.csv", target_sheet, true},
                  {"tabeller/forandringsteori.csv", theory_sheet, true}};
    enum language language = place->diagnostics->language;
    bool written = true;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct arena *scratch = arena_new();
        struct sheet sheet = tables[i].make(scratch, language, findings);
        written = write_table(place, tables[i].file, &sheet, tables[i].optional) && written;
        arena_free(scratch);
    }
    for (enum finding_table table = TABLE_LEVELS; table < TABLE_COUNT; table++) {
        struct arena *scratch = arena_new();
        struct sheet sheet = table_sheet(scratch, language, findings, table);
        written = write_table(place, table_file(table), &sheet, table > TABLE_TRENDS) && written;
        arena_free(scratch);
    }
    return written;
}
