/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <math.h>
#include <string.h>

static enum release release_of(const struct sheet *sheet, size_t row)
{
    const char *text = sheet_text(sheet, row, sheet_column(sheet, "release"));
    const char *value = sheet_text(sheet, row, sheet_column(sheet, "value"));
    const char *count = sheet_text(sheet, row, sheet_column(sheet, "numerator"));
    if (strcmp(text, "hidden") == 0)
        return HIDDEN;
    if (strcmp(text, "rounded") == 0)
        return ROUNDED;
    if (strcmp(text, "open") == 0)
        return *count || !*value ? OPEN : ROUNDED;
    return UNSAID;
}

static double number_in(const struct sheet *sheet, size_t row, const char *column)
{
    return number_of(sheet_text(sheet, row, sheet_column(sheet, column)));
}

static bool read_row(const struct plan *plan, const struct sheet *sheet, size_t row,
                     struct release_row *out)
{
    const char *to = sheet_text(sheet, row, sheet_column(sheet, "period_to"));
    const char *reason = sheet_text(sheet, row, sheet_column(sheet, "reason"));
    *out = (struct release_row){
        .release = release_of(sheet, row),
        .indicator = plan_indicator(plan, sheet_text(sheet, row, sheet_column(sheet, "indicator"))),
        .area = plan_area(plan, sheet_text(sheet, row, sheet_column(sheet, "area"))),
        .group = plan_group(plan, sheet_text(sheet, row, sheet_column(sheet, "group"))),
        .from = plan_period(plan, sheet_text(sheet, row, sheet_column(sheet, "period"))),
        .withheld = strcmp(reason, "withheld") == 0,
        .value = number_in(sheet, row, "value"),
        .count = number_in(sheet, row, "numerator"),
        .spread = number_in(sheet, row, "spread"),
        .lowest = number_in(sheet, row, "lowest"),
        .highest = number_in(sheet, row, "highest")};
    const char *value = sheet_text(sheet, row, sheet_column(sheet, "value"));
    const char *point = strchr(value, '.');
    out->decimals = point ? (int)strlen(point + 1) : 0;
    out->to = *to ? plan_period(plan, to) : out->from;
    return out->indicator >= 0 && out->area >= 0 && out->group >= 0 && out->from >= 0 &&
           out->to >= 0;
}

struct edition edition_read(const char *folder, const struct plan *plan)
{
    static const struct release_row nothing;
    struct edition edition = {.folder = folder, .plan = plan};
    size_t places = plan_place(plan, plan->indicator_count, 0, 0, 0);
    edition.cells = keep(places * sizeof *edition.cells);
    for (size_t i = 0; i < places; i++)
        edition.cells[i] = &nothing;
    struct sheet sheet = sheet_read(keep_format("%s/frigivet.csv", folder));
    edition.pooled = keep((sheet.row_count + 1) * sizeof *edition.pooled);
    struct release_row *rows = keep((sheet.row_count + 1) * sizeof *rows);
    for (size_t i = 1; i < sheet.row_count; i++) {
        struct release_row *row = &rows[i];
        if (!read_row(plan, &sheet, i, row))
            continue;
        if (row->from == row->to)
            edition.cells[plan_place(plan, row->indicator, row->area, row->from, row->group)] = row;
        else
            edition.pooled[edition.pooled_count++] = *row;
    }
    return edition;
}

const struct release_row *edition_cell(const struct edition *edition, int indicator, int area,
                                       int period, int group)
{
    return edition->cells[plan_place(edition->plan, indicator, area, period, group)];
}
