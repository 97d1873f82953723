/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/results.h"

#include "pejling/base/number.h"
#include "pejling/present/codebook.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/json_writer.h"

#define SHARED_DIGITS 15
#define INTERNAL_DIGITS 17

static const struct sheet_column result_columns[] = {
    [RESULT_INDICATOR] = {"indicator", "indicator"},
    [RESULT_AREA] = {"area", "area"},
    [RESULT_COMPARATOR] = {"comparator", "comparator"},
    [RESULT_PERIOD] = {"period", "period"},
    [RESULT_PERIOD_FROM] = {"period_from", "period_from"},
    [RESULT_PERIOD_TO] = {"period_to", "period_to"},
    [RESULT_STATISTIC] = {"statistic", "statistic"},
    [RESULT_VALUE] = {"value", "value"},
    [RESULT_LOWER] = {"lower", "lower"},
    [RESULT_UPPER] = {"upper", "upper"},
    [RESULT_CONFIDENCE] = {"confidence", "confidence"},
    [RESULT_UNIT] = {"unit", "unit"},
    [RESULT_N_PERIODS] = {"n_periods", "n_periods"},
    [RESULT_P] = {"p", "p"},
    [RESULT_P_ADJUSTED] = {"p_adjusted", "p_adjusted"},
    [RESULT_TEXT] = {"text", "text"},
    [RESULT_METHOD] = {"method", "method"},
    [RESULT_STATUS] = {"status", "status"},
    [RESULT_REASON] = {"reason", "reason"},
};

/* Most findings are of the same period as the one before. */
static void add_period(struct sheet *sheet, struct period_words *latest, struct period period,
                       bool there)
{
    char text[PERIOD_TEXT];
    if (!there) {
        sheet_add_blank(sheet);
        return;
    }
    if (!latest->text || period_compare(latest->period, period) != 0)
        *latest =
            (struct period_words){period, arena_copy(sheet->arena, period_text(text, period))};
    sheet_add_text(sheet, latest->text);
}

static void add_number(struct sheet *sheet, enum edition edition, double number, bool there)
{
    if (!there)
        sheet_add_blank(sheet);
    else if (edition == EDITION_SHARED)
        sheet_add_number(sheet, number_round(number, SHARED_DECIMALS), SHEET_EXACT);
    else
        sheet_add_number(sheet, number, SHEET_EXACT);
}

static const char *status_code(const struct finding *finding)
{
    if (finding->estimate.state != ESTIMATE_UNDEFINED || finding->text)
        return "ok";
    return finding->hidden ? "hidden" : "na";
}

/* The indicator's own unit, but for what is no amount of it. */
static const char *unit_code(const struct finding *finding)
{
    enum statistic_unit unit = statistic_unit(finding->statistic);
    if (unit == UNIT_NONE)
        return "";
    if (unit == UNIT_YEARS)
        return "år";
    return unit == UNIT_RATE || unit == UNIT_PERCENT ? "pct." : finding->indicator->unit;
}

struct result_rows result_rows_begin(struct arena *arena, const struct findings *findings)
{
    return (struct result_rows){.sheet = sheet_make(arena, result_columns, RESULT_COLUMNS),
                                .findings = findings};
}

void result_rows_add(struct result_rows *rows, const struct finding *finding)
{
    struct sheet *sheet = &rows->sheet;
    enum edition edition = rows->findings->table->edition;
    const struct estimate *estimate = &finding->estimate;
    bool has_value = estimate->state != ESTIMATE_UNDEFINED;
    bool has_interval = estimate->state == ESTIMATE_INTERVAL;
    const struct period *own = finding_period(finding);
    sheet_add_text(sheet, finding->indicator->code);
    sheet_add_text(sheet, finding->area->code);
    sheet_add_text(sheet, finding->comparator ? finding->comparator->code : "");
    add_period(sheet, &rows->own, own ? *own : finding->from, own != NULL);
    add_period(sheet, &rows->from, finding->from, finding->periods > 0);
    add_period(sheet, &rows->to, finding->to, finding->periods > 0);
    sheet_add_text(sheet, statistic_code(finding->statistic));
    add_number(sheet, edition, estimate->value, has_value);
    add_number(sheet, edition, estimate->lower, has_interval);
    add_number(sheet, edition, estimate->upper, has_interval);
    add_number(sheet, EDITION_SHARED, 100 * finding->confidence, has_interval);
    sheet_add_text(sheet, unit_code(finding));
    sheet_add_number(sheet, (double)finding->periods, 0);
    add_number(sheet, edition, finding->p, finding->has_p);
    add_number(sheet, edition, finding->p_adjusted, finding->has_p_adjusted);
    sheet_add_text(sheet, finding->text ? finding->text : "");
    sheet_add_text(sheet, finding->rule ? finding->rule : method_code(estimate->method));
    sheet_add_text(sheet, status_code(finding));
    sheet_add_text(sheet, reason_code(estimate->reason));
}

struct sheet results_sheet(struct arena *arena, const struct findings *findings)
{
    struct result_rows rows = result_rows_begin(arena, findings);
    for (size_t i = 0; i < findings->count; i++)
        result_rows_add(&rows, &findings->rows[i]);
    return rows.sheet;
}

static const struct sheet_column remark_columns[] = {
    {"file", "fil"}, {"line", "linje"}, {"column", "kolonne"}, {"kind", "art"}, {"text", "tekst"}};

struct sheet remarks_sheet(struct arena *arena, const struct diagnostics *diagnostics)
{
    struct sheet sheet =
        sheet_make(arena, remark_columns, sizeof remark_columns / sizeof *remark_columns);
    enum language language = diagnostics->language;
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        bool remark = item->problem == PROBLEM_REMARK;
        if (!remark && item->problem != PROBLEM_SERIES)
            continue;
        sheet_add_text(&sheet, item->at.file ? item->at.file : "");
        sheet_add_number_if(&sheet, item->at.line > 0, item->at.line, 0);
        sheet_add_number_if(&sheet, item->at.column > 0, item->at.column, 0);
        sheet_add_text(&sheet, remark ? say(language, "bemærkning", "remark")
                                      : say(language, "udeladt", "left out"));
        sheet_add_text(&sheet, item->text);
    }
    return sheet;
}

/* What a reader of the rows alone must know of their units; the rest is in the codebook. */
static json_t *json_of_units(void)
{
    json_t *units = json_object();
    json_object_set_new(units, "value", json_string("unit of the row"));
    json_object_set_new(units, "difference",
                        json_string("unit of the row; pct. is percentage points"));
    json_object_set_new(units, "slope", json_string("unit of the row, per calendar year"));
    json_object_set_new(units, "confidence", json_string("per cent"));
    json_object_set_new(units, "missing", json_string("null, with the reason of the row"));
    return units;
}

static bool write_json(const struct place *place, const struct findings *findings,
                       const struct sheet *sheet)
{
    const struct plan *plan = &findings->table->catalogue->plan;
    bool shared = findings->table->edition == EDITION_SHARED;
    json_t *root = json_object();
    json_object_set_new(root, "title", json_string(plan->title));
    json_object_set_new(root, "udgave", json_string(plan->edition));
    json_object_set_new(root, "edition", json_string(shared ? "delt" : "intern"));
    json_object_set_new(root, "illustrative", json_boolean(plan->illustrative));
    json_object_set_new(root, "codebook", json_string(CODEBOOK_JSON));
    json_object_set_new(root, "units", json_of_units());
    json_object_set_new(root, "results", json_of_sheet(sheet));
    return json_write(place, "resultater.json", root, shared ? SHARED_DIGITS : INTERNAL_DIGITS);
}

bool remarks_write(const struct place *place)
{
    struct sheet remarks = remarks_sheet(place->diagnostics->arena, place->diagnostics);
    return csv_write(place, "bemaerkninger.csv", &remarks, CSV_DANISH);
}

bool results_write(const struct place *place, const struct findings *findings)
{
    struct arena *scratch = arena_new();
    struct sheet results = results_sheet(scratch, findings);
    bool written = csv_write(place, "resultater.csv", &results, CSV_MACHINE);
    written = write_json(place, findings, &results) && written;
    written = codebook_write(place, findings->table->catalogue) && written;
    written = remarks_write(place) && written;
    arena_free(scratch);
    return written;
}
