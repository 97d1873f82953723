/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/overview_sheet.h"

#include "pejling/present/followup.h"
#include "pejling/present/wording.h"

#define COLUMNS_BEFORE 3
#define COLUMNS_AN_AREA 2
#define WIDEST 25
#define AREAS_A_PAGE 6 /* that can be read on A4 */

static const struct {
    enum book_style style;
    const char *sign;
} faces[][2] = {
    [DIRECTION_NONE] = {{BOOK_MOVED, "◆"}, {BOOK_MOVED, "◆◆"}},
    [DIRECTION_BETTER] = {{BOOK_BETTER, "▲"}, {BOOK_CLEARLY_BETTER, "▲▲"}},
    [DIRECTION_WORSE] = {{BOOK_WORSE, "▼"}, {BOOK_CLEARLY_WORSE, "▼▼"}},
    [DIRECTION_NEUTRAL] = {{BOOK_MOVED, "◆"}, {BOOK_MOVED, "◆◆"}},
};

enum book_style overview_style(const struct gap_verdict *verdict)
{
    if (verdict->verdict == VERDICT_UNCHANGED)
        return BOOK_UNCHANGED;
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        return BOOK_UNKNOWN;
    return faces[verdict->direction][verdict->strength == STRENGTH_FIRM].style;
}

const char *overview_sign(const struct gap_verdict *verdict)
{
    if (verdict->verdict == VERDICT_UNCHANGED)
        return "●";
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        return "?";
    return faces[verdict->direction][verdict->strength == STRENGTH_FIRM].sign;
}

static const struct finding *slope_of(const struct findings *findings,
                                      const struct indicator *indicator, const struct area *area)
{
    return finding_at(findings, indicator, area, STATISTIC_VERDICT_SLOPE,
                      (struct period){.kind = PERIOD_UNKNOWN});
}

static void add_area(struct book_sheet *sheet, enum language language,
                     const struct findings *findings, const struct indicator *indicator,
                     const struct area *area)
{
    struct arena *arena = sheet->cells.arena;
    const struct gap_verdict *verdict = verdict_of(&findings->verdicts, indicator, area);
    const struct finding *slope = slope_of(findings, indicator, area);
    if (!verdict) {
        book_add_blank(sheet, BOOK_UNKNOWN);
        book_add_blank(sheet, BOOK_UNKNOWN);
        return;
    }
    enum book_style style = overview_style(verdict);
    const char *limits = slope ? wording_interval(arena, language, slope) : "";
    book_add_text(sheet,
                  arena_printf(arena, "%s %s%s%s", overview_sign(verdict),
                               wording_verdict(arena, language, findings, indicator, area),
                               *limits ? " · " : "", limits),
                  style);
    if (slope && slope->estimate.state != ESTIMATE_UNDEFINED)
        book_add_number(sheet, slope->estimate.value, wording_decimals(slope), style);
    else
        book_add_blank(sheet, style);
}

/* The unit of the changes, "" where the indicator has no verdict in any area. */
static const char *change_unit(struct arena *arena, enum language language,
                               const struct findings *findings, const struct indicator *indicator,
                               const struct area *const *areas, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct finding *slope = slope_of(findings, indicator, areas[i]);
        if (slope && verdict_of(&findings->verdicts, indicator, areas[i]))
            return wording_unit(arena, language, slope);
    }
    return "";
}

static const struct sheet_column *columns_of(struct arena *arena, enum language language,
                                             const struct area *const *areas, size_t count)
{
    struct sheet_column *columns =
        arena_alloc(arena, COLUMNS_BEFORE + COLUMNS_AN_AREA * count, sizeof *columns);
    const struct sheet_column before[COLUMNS_BEFORE] = {
        {"number", say(language, "Nr.", "No.")},
        {"indicator", say(language, "Indikator", "Indicator")},
        {"unit", say(language, "Enhed for ændringen", "Unit of the change")}};
    for (size_t i = 0; i < COLUMNS_BEFORE; i++)
        columns[i] = before[i];
    for (size_t i = 0; i < count; i++) {
        struct sheet_column *pair = columns + COLUMNS_BEFORE + COLUMNS_AN_AREA * i;
        pair[0] = (struct sheet_column){areas[i]->code, areas[i]->name};
        pair[1] =
            (struct sheet_column){areas[i]->code, arena_printf(arena, "%s %s", areas[i]->name,
                                                               say(language, "pr. år", "a year"))};
    }
    return columns;
}

struct book_sheet overview_sheet(struct arena *arena, enum language language,
                                 const struct findings *findings, const char *name)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(arena, catalogue);
    size_t count;
    const struct area **areas = followup_areas(arena, catalogue, &count);
    struct book_sheet sheet =
        book_sheet_make(arena, name, columns_of(arena, language, areas, count),
                        COLUMNS_BEFORE + COLUMNS_AN_AREA * count);
    sheet.frozen_columns = COLUMNS_BEFORE - 1;
    sheet.widest = WIDEST;
    sheet.pages_wide = (unsigned)(1 + count / AREAS_A_PAGE);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = indicators[i];
        const char *unit = change_unit(arena, language, findings, indicator, areas, count);
        if (!*unit)
            continue;
        if (indicator->lbf_number)
            book_add_number(&sheet, indicator->lbf_number, 0, BOOK_PLAIN);
        else
            book_add_blank(&sheet, BOOK_PLAIN);
        book_add_text(&sheet, indicator->name, BOOK_PLAIN);
        book_add_text(&sheet, unit, BOOK_MUTED);
        for (size_t j = 0; j < count; j++)
            add_area(&sheet, language, findings, indicator, areas[j]);
    }
    return sheet;
}
