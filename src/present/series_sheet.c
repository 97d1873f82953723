/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/series_sheet.h"

#include <math.h>

#include "pejling/present/followup.h"
#include "pejling/present/period_rows.h"
#include "pejling/present/wording.h"

enum column { INDICATOR, PERIOD, UNIT, TIME, FIRST_AREA };

#define TIME_DECIMALS 2

/* What the sheet is made from, and of. */
struct work {
    struct arena *arena;
    enum language language;
    const struct findings *findings;
    const struct area **areas;
    size_t area_count;
    struct book_sheet sheet;
    struct book_chart *charts;
    size_t chart_capacity;
};

static const struct area **areas_shown(struct arena *arena, const struct catalogue *catalogue,
                                       size_t *count)
{
    static const enum area_role roles[] = {AREA_MUNICIPALITY, AREA_ESTATE, AREA_TOTAL, AREA_TWIN,
                                           AREA_COUNTRY};
    const struct area **areas = arena_alloc(arena, catalogue->area_count, sizeof *areas);
    *count = 0;
    for (size_t role = 0; role < sizeof roles / sizeof *roles; role++)
        for (size_t i = 0; i < catalogue->area_count; i++)
            if (catalogue->areas[i].role == roles[role])
                areas[(*count)++] = &catalogue->areas[i];
    return areas;
}

static void add_level(struct book_sheet *sheet, const struct finding *level)
{
    if (!level)
        book_add_blank(sheet, BOOK_PLAIN);
    else if (level->estimate.state != ESTIMATE_UNDEFINED)
        book_add_number(sheet, level->estimate.value, wording_decimals(level), BOOK_PLAIN);
    else
        book_add_blank(sheet, level->hidden ? BOOK_HIDDEN : BOOK_PLAIN);
}

static const char *join(struct arena *arena, const char *list, const char *note)
{
    return *note ? arena_printf(arena, "%s%s%s", list, *list ? "; " : "", note) : list;
}

/* `Parken: foreløbigt tal`; "" where there is nothing to say. */
static const char *said_of(const struct work *work, const char *names, const char *what)
{
    return *what ? arena_printf(work->arena, "%s%s%s", names, *names ? ": " : "", what) : "";
}

/* What is to be known of an area's level: why there is none, or that it may still change. */
static const char *level_note(const struct work *work, const struct finding *level)
{
    if (level->estimate.state == ESTIMATE_UNDEFINED)
        return reason_text(level->estimate.reason, work->language);
    switch (
        released_cell(work->findings->table, level->indicator, level->area, level->from)->status) {
    case FIGURE_PROVISIONAL:
        return say(work->language, "foreløbigt tal", "provisional figure");
    case FIGURE_ESTIMATED:
        return say(work->language, "skøn", "estimate");
    case FIGURE_FINAL:
        break;
    }
    return "";
}

/* The areas shown whose series a break is one of: `Parken, Engen`; "" for all of them. */
static const char *areas_of(const struct work *work, const struct indicator *indicator,
                            const struct series_break *cut, size_t *count)
{
    const char *names = "";
    *count = 0;
    for (size_t i = 0; i < work->area_count; i++)
        if (break_is_of(cut, indicator, work->areas[i])) {
            names = arena_printf(work->arena, "%s%s%s", names, *count ? ", " : "",
                                 work->areas[i]->name);
            (*count)++;
        }
    return *count == work->area_count ? "" : names;
}

static const char *break_note(const struct work *work, const struct indicator *indicator,
                              const struct series_break *cut)
{
    size_t count;
    const char *names = areas_of(work, indicator, cut, &count);
    if (!count)
        return "";
    return said_of(
        work, names,
        arena_printf(work->arena, "%s: %s",
                     say(work->language, "databrud før denne måling", "break before this figure"),
                     cut->cause));
}

/* Breaks since the period before, then area by area: `Parken: skjult: få personer`. */
static const char *remark_on(const struct work *work, const struct indicator *indicator,
                             const struct released_cell *cell, double before)
{
    const struct catalogue *catalogue = work->findings->table->catalogue;
    const char *remark = "";
    for (size_t i = 0; i < catalogue->break_count; i++) {
        const struct series_break *each = &catalogue->breaks[i];
        if (each->time > before && each->time <= cell->time)
            remark = join(work->arena, remark, break_note(work, indicator, each));
    }
    for (size_t i = 0; i < work->area_count; i++) {
        const struct finding *level =
            finding_at(work->findings, indicator, work->areas[i], STATISTIC_LEVEL, cell->period);
        if (level)
            remark = join(work->arena, remark,
                          said_of(work, work->areas[i]->name, level_note(work, level)));
    }
    return remark;
}

static void add_row(struct work *work, const struct indicator *indicator,
                    const struct released_cell *cell, double before)
{
    char text[PERIOD_TEXT];
    struct book_sheet *sheet = &work->sheet;
    book_add_text(sheet, indicator->name, BOOK_PLAIN);
    book_add_text(sheet, arena_copy(work->arena, period_label(text, cell->period)), BOOK_PLAIN);
    book_add_text(sheet, indicator->unit, BOOK_MUTED);
    if (isfinite(cell->time))
        book_add_number(sheet, cell->time, TIME_DECIMALS, BOOK_MUTED);
    else
        book_add_blank(sheet, BOOK_MUTED);
    for (size_t i = 0; i < work->area_count; i++)
        add_level(sheet, finding_at(work->findings, indicator, work->areas[i], STATISTIC_LEVEL,
                                    cell->period));
    book_add_text(sheet, remark_on(work, indicator, cell, before), BOOK_MUTED);
}

/* A break of the indicator, or of a series of it that is shown, inside these rows. */
static bool is_broken(const struct work *work, const struct indicator *indicator, double from,
                      double to)
{
    for (size_t i = 0; i < work->area_count; i++) {
        const struct series_break *last =
            catalogue_last_break(work->findings->table->catalogue, indicator, work->areas[i], to);
        if (last && last->time > from)
            return true;
    }
    return false;
}

/* Whether a line can be drawn: two points at two times in one of the columns. */
static bool has_line(const struct work *work, size_t first, size_t last)
{
    for (size_t column = FIRST_AREA; column < FIRST_AREA + work->area_count; column++) {
        size_t points = 0;
        for (size_t row = first; row <= last; row++)
            points += sheet_cell(&work->sheet.cells, row, TIME)->kind == SHEET_NUMBER &&
                      sheet_cell(&work->sheet.cells, row, column)->kind == SHEET_NUMBER;
        if (points >= 2)
            return true;
    }
    return false;
}

static void add_chart(struct work *work, const struct indicator *indicator, size_t first,
                      size_t last, double from, double to)
{
    if (!indicator->lbf_number || !has_line(work, first, last) ||
        is_broken(work, indicator, from, to))
        return;
    work->charts = arena_grow(work->arena, work->charts, work->sheet.chart_count,
                              &work->chart_capacity, sizeof *work->charts);
    work->charts[work->sheet.chart_count++] =
        (struct book_chart){.first_row = first,
                            .last_row = last,
                            .name = INDICATOR,
                            .unit = UNIT,
                            .x = TIME,
                            .first_column = FIRST_AREA,
                            .last_column = FIRST_AREA + work->area_count - 1,
                            .from_zero = measure_counts_persons(indicator->measure)};
}

static void add_indicator(struct work *work, const struct indicator *indicator)
{
    size_t first = sheet_rows(&work->sheet.cells);
    double from = (double)NAN, to = (double)NAN;
    const struct released_cell *cell = NULL;
    while ((cell = period_row_after(work->findings->table, indicator, work->areas, work->area_count,
                                    cell))) {
        add_row(work, indicator, cell, to);
        from = isfinite(from) ? from : cell->time;
        to = cell->time;
    }
    if (sheet_rows(&work->sheet.cells) > first)
        add_chart(work, indicator, first, sheet_rows(&work->sheet.cells) - 1, from, to);
}

static const struct sheet_column *columns_of(const struct work *work)
{
    enum language language = work->language;
    struct sheet_column *columns =
        arena_alloc(work->arena, FIRST_AREA + work->area_count + 1, sizeof *columns);
    columns[INDICATOR] =
        (struct sheet_column){"indicator", say(language, "Indikator", "Indicator")};
    columns[PERIOD] = (struct sheet_column){"period", say(language, "Periode", "Period")};
    columns[UNIT] = (struct sheet_column){"unit", say(language, "Enhed", "Unit")};
    columns[TIME] =
        (struct sheet_column){"time", say(language, "Tidspunkt (år)", "Point in time (year)")};
    for (size_t i = 0; i < work->area_count; i++)
        columns[FIRST_AREA + i] = (struct sheet_column){work->areas[i]->code, work->areas[i]->name};
    columns[FIRST_AREA + work->area_count] =
        (struct sheet_column){"remark", say(language, "Bemærkning", "Remark")};
    return columns;
}

struct book_sheet series_sheet(struct arena *arena, enum language language,
                               const struct findings *findings, const char *name,
                               const char *chart_sheet)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(arena, catalogue);
    struct work work = {.arena = arena, .language = language, .findings = findings};
    work.areas = areas_shown(arena, catalogue, &work.area_count);
    work.sheet = book_sheet_make(arena, name, columns_of(&work), FIRST_AREA + work.area_count + 1);
    work.sheet.frozen_columns = UNIT;
    work.sheet.chart_sheet = chart_sheet;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        add_indicator(&work, indicators[i]);
    work.sheet.charts = work.charts;
    return work.sheet;
}
