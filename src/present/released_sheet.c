/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/released_sheet.h"

#include "pejling/base/number.h"
#include "pejling/present/csv_writer.h"

static const struct sheet_column columns[] = {
    {"indicator", "indicator"},   {"area", "area"},
    {"period", "period"},         {"period_to", "period_to"},
    {"group", "group"},           {"release", "release"},
    {"reason", "reason"},         {"figure", "figure"},
    {"value", "value"},           {"unit", "unit"},
    {"numerator", "numerator"},   {"denominator", "denominator"},
    {"spread", "spread"},         {"design_effect", "design_effect"},
    {"population", "population"}, {"response_rate", "response_rate"},
    {"lowest", "lowest"},         {"highest", "highest"},
};

static void add_period(struct sheet *sheet, struct period period)
{
    char text[PERIOD_TEXT];
    sheet_add_text(sheet, arena_copy(sheet->arena, period_text(text, period)));
}

static void add_number(struct sheet *sheet, double number, bool there)
{
    sheet_add_number_if(sheet, there, number, SHEET_EXACT);
}

static const char *release_code(const struct released_cell *cell)
{
    if (cell->release == RELEASE_ABSENT)
        return "absent";
    if (cell->release == RELEASE_HIDDEN)
        return "hidden";
    bool counted = measure_has_counts(cell->indicator->measure);
    return counted && !cell->has_numerator ? "rounded" : "open";
}

/* The count behind a limit, which stands in the display unit. */
static double limit_count(const struct released_cell *cell, double limit)
{
    return number_round(limit * cell->denominator / cell->indicator->factor, COUNT_DECIMALS);
}

static void add_numbers(struct sheet *sheet, const struct released_cell *cell)
{
    bool open = cell->release == RELEASE_OPEN;
    enum measure measure = cell->indicator->measure;
    bool survey = open && measure == MEASURE_SURVEY;
    add_number(sheet, cell->value, open);
    sheet_add_text(sheet, cell->indicator->unit);
    add_number(sheet, cell->numerator, open && cell->has_numerator);
    add_number(sheet, cell->denominator, (open && measure != MEASURE_VALUE) || cell->has_limits);
    add_number(sheet, cell->spread, open && measure == MEASURE_MEAN && cell->spread >= 0);
    add_number(sheet, cell->design_effect, survey);
    add_number(sheet, cell->population, survey && cell->population > 0);
    add_number(sheet, cell->response_rate, survey && cell->response_rate > 0);
    add_number(sheet, cell->has_limits ? limit_count(cell, cell->lowest) : 0, cell->has_limits);
    add_number(sheet, cell->has_limits ? limit_count(cell, cell->highest) : 0, cell->has_limits);
}

static void add_cell(struct sheet *sheet, const struct released_cell *cell)
{
    static const char *const figures[] = {[FIGURE_FINAL] = "final",
                                          [FIGURE_PROVISIONAL] = "provisional",
                                          [FIGURE_ESTIMATED] = "estimated"};
    sheet_add_text(sheet, cell->indicator->code);
    sheet_add_text(sheet, cell->area->code);
    add_period(sheet, cell->period);
    sheet_add_blank(sheet);
    sheet_add_text(sheet, cell->group ? cell->group : "");
    sheet_add_text(sheet, release_code(cell));
    sheet_add_text(sheet, reason_code(cell->reason));
    sheet_add_text(sheet, cell->release == RELEASE_OPEN ? figures[cell->status] : "");
    add_numbers(sheet, cell);
}

static void add_pool(struct sheet *sheet, const struct released_pool *pool)
{
    const struct released_cell sum = {.indicator = pool->indicator,
                                      .release = RELEASE_OPEN,
                                      .has_numerator = true,
                                      .value = pool->value,
                                      .numerator = pool->numerator,
                                      .denominator = pool->denominator};
    sheet_add_text(sheet, pool->indicator->code);
    sheet_add_text(sheet, pool->area->code);
    add_period(sheet, pool->from);
    add_period(sheet, pool->to);
    sheet_add_blank(sheet);
    sheet_add_text(sheet, release_code(&sum));
    sheet_add_blank(sheet);
    sheet_add_blank(sheet);
    add_numbers(sheet, &sum);
}

struct sheet released_sheet(struct arena *arena, const struct released_table *table)
{
    struct sheet sheet = sheet_make(arena, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < table->count; i++)
        add_cell(&sheet, &table->cells[i]);
    for (size_t i = 0; i < table->pool_count; i++)
        add_pool(&sheet, &table->pools[i]);
    return sheet;
}

bool released_write(const struct place *place, const struct released_table *table)
{
    struct sheet sheet = released_sheet(place->diagnostics->arena, table);
    return csv_write(place, RELEASED_FILE, &sheet, CSV_MACHINE);
}
