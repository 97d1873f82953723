/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/news_sheet.h"

#include "pejling/base/number.h"
#include "pejling/present/change_words.h"
#include "pejling/present/wording.h"

static const struct sheet_column danish_columns[] = {
    {"kind", "Nyt"},
    {"indicator", "Indikator"},
    {"area", "Område"},
    {"group", "Gruppe"},
    {"period_then", "Periode før"},
    {"period", "Periode"},
    {"then", "Før"},
    {"now", "Nu"},
    {"change", "Ændring"},
    {"lower", "Nedre grænse"},
    {"upper", "Øvre grænse"},
    {"unit", "Enhed"},
    {"cause", "Følger af"},
    {"numerator_then", "Tæller før"},
    {"numerator_now", "Tæller nu"},
    {"denominator_then", "Nævner før"},
    {"denominator_now", "Nævner nu"},
    {"earlier", "Før: udgave"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"kind", "News"},
    {"indicator", "Indicator"},
    {"area", "Area"},
    {"group", "Group"},
    {"period_then", "Period before"},
    {"period", "Period"},
    {"then", "Before"},
    {"now", "Now"},
    {"change", "Change"},
    {"lower", "Lower limit"},
    {"upper", "Upper limit"},
    {"unit", "Unit"},
    {"cause", "Follows from"},
    {"numerator_then", "Numerator before"},
    {"numerator_now", "Numerator now"},
    {"denominator_then", "Denominator before"},
    {"denominator_now", "Denominator now"},
    {"earlier", "Before: edition"},
    {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

#define COLUMNS (sizeof danish_columns / sizeof *danish_columns)

struct table {
    struct sheet sheet;
    enum language language;
    bool for_machines;
    const struct edition_news *news;
    const char *earlier;
};

static void add_blanks(struct table *table, size_t count)
{
    while (count--)
        sheet_add_blank(&table->sheet);
}

static const char *period_of(const struct table *table, struct period period)
{
    char text[PERIOD_TEXT];
    if (table->for_machines)
        return arena_copy(table->sheet.arena, period_text(text, period));
    return change_period(table->sheet.arena, period);
}

/* With no more decimals than a shared edition may show. */
static void add_number(struct table *table, double number, int decimals)
{
    bool shared = table->news->now->table->edition == EDITION_SHARED;
    if (shared)
        number = number_round(number, SHARED_DECIMALS);
    sheet_add_number(&table->sheet, number, table->for_machines ? SHEET_EXACT : decimals);
}

static void begin_row(struct table *table, const char *word, const char *code,
                      const struct indicator *indicator, const struct area *area)
{
    bool codes = table->for_machines;
    sheet_add_text(&table->sheet, codes ? code : word);
    sheet_add_text(&table->sheet, !indicator ? "" : codes ? indicator->code : indicator->name);
    sheet_add_text(&table->sheet, !area ? "" : codes ? area->code : area->name);
}

static void end_row(struct table *table)
{
    const struct released_table *now = table->news->now->table;
    sheet_add_text(&table->sheet, table->earlier);
    sheet_add_text(&table->sheet, table->for_machines
                                      ? now->catalogue->plan.edition
                                      : wording_edition(table->sheet.arena, table->language, now));
}

/* ---- Verdicts --------------------------------------------------------------------------------- */

/* `narrowing firm better` for machines. */
static const char *verdict_text(const struct table *table, const struct area_news *item,
                                const struct findings *findings, const struct gap_verdict *verdict)
{
    struct arena *arena = table->sheet.arena;
    if (!table->for_machines)
        return wording_verdict_as(arena, table->language, findings->table, item->indicator,
                                  item->area, verdict);
    const char *strength = verdict_strength_code(verdict->strength);
    const char *direction = verdict_direction_code(verdict->direction);
    return arena_printf(arena, "%s%s%s%s%s", verdict_code(verdict->verdict), *strength ? " " : "",
                        strength, *direction ? " " : "", direction);
}

static void add_verdict_row(struct table *table, const struct area_news *item)
{
    const struct edition_news *news = table->news;
    struct arena *arena = table->sheet.arena;
    begin_row(table, say(table->language, "ændret vurdering", "changed verdict"), "changed_verdict",
              item->indicator, item->area);
    add_blanks(table, 3);
    sheet_add_text(&table->sheet, verdict_text(table, item, news->then, item->verdict_then));
    sheet_add_text(&table->sheet,
                   verdict_text(table, item, news->now,
                                verdict_of(&news->now->verdicts, item->indicator, item->area)));
    add_blanks(table, 4);
    sheet_add_text(&table->sheet, table->for_machines
                                      ? change_causes_code(arena, item->causes)
                                      : change_causes(arena, table->language, item));
    add_blanks(table, 4);
    end_row(table);
}

/* ---- Moves ------------------------------------------------------------------------------------ */

static void add_move_row(struct table *table, const char *word, const char *code,
                         const struct area_news *item, const struct latest_move *move)
{
    if (!move->to)
        return;
    int decimals = wording_decimals(move->to);
    begin_row(table, word, code, item->indicator, item->area);
    add_blanks(table, 1);
    sheet_add_text(&table->sheet, period_of(table, move->from->from));
    sheet_add_text(&table->sheet, period_of(table, move->to->from));
    add_number(table, move->from->estimate.value, decimals);
    add_number(table, move->to->estimate.value, decimals);
    add_number(table, move->change.value, decimals);
    add_number(table, move->change.lower, decimals);
    add_number(table, move->change.upper, decimals);
    sheet_add_text(&table->sheet, table->for_machines ? item->indicator->unit
                                                      : indicator_difference_unit(item->indicator,
                                                                                  table->language));
    add_blanks(table, 5);
    end_row(table);
}

static void add_moves(struct table *table, const struct area_news *item)
{
    enum language language = table->language;
    add_move_row(table, say(language, "niveau flyttet", "level moved"), "moved_level", item,
                 &item->level);
    add_move_row(table, say(language, "afstand flyttet", "gap moved"), "moved_gap", item,
                 &item->gap);
}

/* ---- Figures ---------------------------------------------------------------------------------- */

static const struct released_cell *shown(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_OPEN ? cell : NULL;
}

static void add_value(struct table *table, const struct released_cell *cell)
{
    if (cell)
        add_number(table, cell->value, cell->indicator->decimals);
    else
        sheet_add_blank(&table->sheet);
}

/* The counts of a figure, where the editions tell them. */
static void add_counts(struct table *table, const struct released_cell *then,
                       const struct released_cell *now)
{
    struct sheet *sheet = &table->sheet;
    sheet_add_number_if(sheet, then && then->has_numerator, then ? then->numerator : 0,
                        SHEET_EXACT);
    sheet_add_number_if(sheet, now && now->has_numerator, now ? now->numerator : 0, SHEET_EXACT);
    sheet_add_number_if(sheet, then && then->denominator > 0, then ? then->denominator : 0,
                        SHEET_EXACT);
    sheet_add_number_if(sheet, now && now->denominator > 0, now ? now->denominator : 0,
                        SHEET_EXACT);
}

static void add_change_row(struct table *table, const struct cell_change *change)
{
    const struct released_cell *then = shown(change->then), *now = shown(change->now);
    const struct released_cell *cell = change->cell;
    begin_row(table, change_kind(table->language, change->kind), change_kind_code(change->kind),
              cell->indicator, cell->area);
    sheet_add_text(&table->sheet, cell->group ? cell->group : "");
    sheet_add_blank(&table->sheet);
    sheet_add_text(&table->sheet, period_of(table, cell->period));
    add_value(table, then);
    add_value(table, now);
    add_blanks(table, 3);
    sheet_add_text(&table->sheet, cell->indicator->unit);
    sheet_add_blank(&table->sheet);
    add_counts(table, then, now);
    end_row(table);
}

static void add_changes(struct table *table, enum change_kind kind)
{
    for (size_t i = 0; i < table->news->count; i++)
        for (size_t j = 0; j < table->news->items[i].change_count; j++) {
            const struct cell_change *change = &table->news->items[i].changes[j];
            if (change->kind == kind && !change->follows)
                add_change_row(table, change);
        }
}

/* ---- Indicators and areas --------------------------------------------------------------------- */

static void add_definition_row(struct table *table, const char *word, const char *code,
                               const struct indicator *indicator, const struct area *area)
{
    begin_row(table, word, code, indicator, area);
    add_blanks(table, COLUMNS - 5);
    end_row(table);
}

static void add_definitions(struct table *table)
{
    const struct edition_news *news = table->news;
    enum language language = table->language;
    for (size_t i = 0; i < news->new_indicators.count; i++)
        add_definition_row(table, say(language, "ny indikator", "new indicator"), "new_indicator",
                           news->new_indicators.items[i], NULL);
    for (size_t i = 0; i < news->gone_indicators.count; i++)
        add_definition_row(table, say(language, "indikator udgået", "indicator gone"),
                           "gone_indicator", news->gone_indicators.items[i], NULL);
    for (size_t i = 0; i < news->new_areas.count; i++)
        add_definition_row(table, say(language, "nyt område", "new area"), "new_area", NULL,
                           news->new_areas.items[i]);
    for (size_t i = 0; i < news->gone_areas.count; i++)
        add_definition_row(table, say(language, "område udgået", "area gone"), "gone_area", NULL,
                           news->gone_areas.items[i]);
}

struct sheet news_sheet(struct arena *arena, enum language language, enum news_form form,
                        const struct edition_news *news, const char *earlier)
{
    static const enum change_kind order[CHANGE_KINDS] = {
        CHANGE_NEW, CHANGE_NEW_HIDDEN, CHANGE_REVISED, CHANGE_GONE, CHANGE_HIDDEN, CHANGE_SHOWN};
    struct table table = {
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns, COLUMNS),
        language, form == NEWS_FOR_MACHINES, news, earlier};
    for (size_t i = 0; i < news->count; i++)
        if (news->items[i].verdict_changed)
            add_verdict_row(&table, &news->items[i]);
    for (size_t i = 0; i < news->count; i++)
        add_moves(&table, &news->items[i]);
    for (size_t i = 0; i < CHANGE_KINDS; i++)
        add_changes(&table, order[i]);
    add_definitions(&table);
    return table.sheet;
}
