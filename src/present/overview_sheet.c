/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/overview_sheet.h"

#include "pejling/present/followup.h"
#include "pejling/present/wording.h"

#define COLUMNS_BEFORE 3
#define COLUMNS_AN_AREA 2
#define WIDEST 25
#define AREAS_A_PAGE 6 /* that can be read on A4 */

enum book_style overview_style(enum matrix_class class)
{
    static const enum book_style styles[MATRIX_CLASSES] = {
        [MATRIX_CLEARLY_BETTER] = BOOK_CLEARLY_BETTER,
        [MATRIX_BETTER] = BOOK_BETTER,
        [MATRIX_UNCHANGED] = BOOK_UNCHANGED,
        [MATRIX_WORSE] = BOOK_WORSE,
        [MATRIX_CLEARLY_WORSE] = BOOK_CLEARLY_WORSE,
        [MATRIX_NARROWING] = BOOK_MOVED,
        [MATRIX_WIDENING] = BOOK_MOVED,
        [MATRIX_UNTOLD] = BOOK_UNKNOWN,
        [MATRIX_HIDDEN] = BOOK_HIDDEN,
        [MATRIX_NO_DATA] = BOOK_MUTED};
    return styles[class];
}

/* `▲▲ klart bedre · 0,9 til 1,7`, `? kan ikke afgøres: for få år`, `ingen tal`. */
static const char *in_words(const struct speaker *speaker, const struct matrix_cell *cell)
{
    const char *words = *cell->reason ? cell->quotes.text : cell->word;
    const char *limits =
        cell->slope ? wording_interval(speaker->arena, speaker->language, cell->slope) : "";
    return arena_printf(speaker->arena, "%s%s%s%s%s", cell->symbol, *cell->symbol ? " " : "", words,
                        *limits ? " · " : "", limits);
}

static void add_area(struct book_sheet *sheet, const struct speaker *speaker,
                     const struct indicator *indicator, const struct area *area)
{
    const struct matrix_cell cell = matrix_cell(speaker, indicator, area);
    enum book_style style = overview_style(cell.class);
    book_add_text(sheet, in_words(speaker, &cell), style);
    if (*cell.number)
        book_add_number(sheet, cell.slope->estimate.value, wording_decimals(cell.slope), style);
    else
        book_add_blank(sheet, style);
}

/* The unit of the changes, "" where the indicator has no verdict in any area. */
static const char *change_unit(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *const *areas, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct matrix_cell cell = matrix_cell(speaker, indicator, areas[i]);
        if (cell.slope)
            return wording_unit(speaker->arena, speaker->language, cell.slope);
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
    const struct speaker speaker = {arena, language, findings};
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
        const char *unit = change_unit(&speaker, indicator, areas, count);
        if (!*unit)
            continue;
        if (indicator->lbf_number)
            book_add_number(&sheet, indicator->lbf_number, 0, BOOK_PLAIN);
        else
            book_add_blank(&sheet, BOOK_PLAIN);
        book_add_text(&sheet, indicator->name, BOOK_PLAIN);
        book_add_text(&sheet, unit, BOOK_MUTED);
        for (size_t j = 0; j < count; j++)
            add_area(&sheet, &speaker, indicator, areas[j]);
    }
    return sheet;
}
