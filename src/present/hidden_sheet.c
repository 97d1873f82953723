/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_sheet.h"

static const struct sheet_column danish_columns[] = {
    {"indicator", "Indikator"},    {"area", "Område"},    {"group", "Gruppe"},
    {"reason", "Hvorfor"},         {"count", "Uden tal"}, {"all", "Målinger i alt"},
    {"periods", "Hvilke perioder"}};
static const struct sheet_column english_columns[] = {{"indicator", "Indicator"},
                                                      {"area", "Area"},
                                                      {"group", "Group"},
                                                      {"reason", "Why"},
                                                      {"count", "Without a number"},
                                                      {"all", "Figures in all"},
                                                      {"periods", "Which periods"}};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

static bool same_series(const struct released_cell *a, const struct released_cell *b)
{
    return a->indicator == b->indicator && a->area == b->area &&
           group_compare(a->group, b->group) == 0;
}

/* The cells of a series that have no number for this reason: a row, if there are any. */
static void add_reason(struct book_sheet *sheet, enum language language,
                       const struct released_cell *cells, size_t count, enum reason reason)
{
    struct arena *arena = sheet->cells.arena;
    char text[PERIOD_TEXT];
    const char *periods = "";
    size_t without = 0;
    for (size_t i = 0; i < count; i++) {
        if (cells[i].reason != reason)
            continue;
        periods = arena_printf(arena, "%s%s%s", periods, without ? ", " : "",
                               period_label(text, cells[i].period));
        without++;
    }
    if (!without)
        return;
    book_add_text(sheet, cells->indicator->name, BOOK_PLAIN);
    book_add_text(sheet, cells->area->name, BOOK_PLAIN);
    book_add_text(sheet, cells->group ? cells->group : "", BOOK_PLAIN);
    book_add_text(sheet, reason_text(reason, language), BOOK_PLAIN);
    book_add_number(sheet, (double)without, 0, BOOK_PLAIN);
    book_add_number(sheet, (double)count, 0, BOOK_PLAIN);
    book_add_text(sheet, periods, BOOK_MUTED);
}

struct book_sheet hidden_sheet(struct arena *arena, enum language language,
                               const struct released_table *table, const char *name)
{
    struct book_sheet sheet = book_sheet_make(
        arena, name, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
        sizeof danish_columns / sizeof *danish_columns);
    sheet.frozen_columns = 2;
    for (size_t first = 0, end; first < table->count; first = end) {
        for (end = first + 1;
             end < table->count && same_series(&table->cells[first], &table->cells[end]);)
            end++;
        for (int reason = REASON_NONE + 1; reason < REASON_COUNT; reason++)
            add_reason(&sheet, language, &table->cells[first], end - first, (enum reason)reason);
    }
    return sheet;
}
