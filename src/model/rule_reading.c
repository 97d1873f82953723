/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/rule_reading.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/input/csvrecords.h"
#include "pejling/input/field.h"
#include "pejling/input/table_names.h"
#include "pejling/model/period_conversion.h"
#include "pejling/model/rule_selection.h"
#include "pejling/model/table_areas.h"

#define MOST_PROBLEMS 10 /* of cells, that are named one by one */

/* A figure that the rule selects. */
struct piece {
    const struct area *area;
    const char *group;
    struct period target;
    struct source_period period; /* in the table */
    bool has_period;             /* else it is unknown, or the rule says which */
    size_t alternative;          /* which of the values that are summed */
    struct figure figure;
    const struct table_record *record; /* NULL for a row that is not there */
};

struct reading {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    const struct mapping_rule *rule;
    const struct table *table;
    struct reading_results *results;
    struct table_areas areas;
    struct rule_selection selection;
    const char *area_name; /* of the last record, and its area: mostly those of the next */
    const struct area *area;
    enum decimal_sign decimal;
    struct source_period *counted; /* periods with a selected row of any area */
    size_t counted_count, counted_capacity;
    bool has_others; /* selected rows of areas that are not the plan's */
    size_t unknown;  /* figures without a period */
    struct piece *pieces;
    size_t count, capacity;
    size_t problems;
};

static struct diagnostics *failed(struct reading *reading)
{
    reading->problems++;
    return reading->diagnostics;
}

/* --- dimensions ------------------------------------------------------------------------------- */
static bool find_areas(struct reading *reading)
{
    const char *name = reading->rule->area;
    if (table_areas_find(reading->diagnostics->arena, reading->catalogue, reading->table, name,
                         &reading->areas))
        return true;
    if (*name)
        diagnostics_report(failed(reading), PROBLEM_INPUT, reading->rule->at,
                           "»%s« er hverken en kolonne i tabellen eller et område i planen · "
                           "kolonnerne er: %s",
                           "»%s« is neither a column of the table nor an area of the plan · the "
                           "columns are: %s",
                           name, rule_dimension_list(reading->diagnostics->arena, reading->table));
    else
        diagnostics_report(failed(reading), PROBLEM_INPUT, reading->rule->at,
                           "ingen kolonne i tabellen har områder fra planen (%s) · skriv navnene "
                           "som alias i omraader.csv, eller et områdes kode her i kolonnen område",
                           "no column of the table has areas of the plan (%s) · write the names as "
                           "aliases in omraader.csv, or an area's code here in the column område",
                           rule_dimension_list(reading->diagnostics->arena, reading->table));
    return false;
}

/* --- periods ---------------------------------------------------------------------------------- */
/* What is no period of a source can be one of a plan, `ukendt`; else the plan's reader says why. */
static bool read_plan_period(struct reading *reading, const struct grid_cell *cell,
                             struct period *period)
{
    struct csv_place place = {.at = cell->at};
    const struct csv_field field = {cell->text, &place, 0};
    if (reading->problems < MOST_PROBLEMS &&
        field_period(reading->diagnostics, &field, PROBLEM_INPUT, period))
        return true;
    reading->problems++;
    return false;
}

static bool report_kind(struct reading *reading, const struct grid_cell *cell)
{
    if (reading->problems++ == 0)
        diagnostics_report(reading->diagnostics, PROBLEM_INPUT, cell->at,
                           "perioden »%s« passer ikke til opgørelsen af »%s« · skriv i "
                           "kortlægningens kolonne omregning, hvordan den bliver til en (sum, "
                           "gennemsnit, K1, M1 eller dage som 2011=2011-09-15), eller ret "
                           "opgørelsen i indikatorer.csv",
                           "the period »%s« does not fit the reporting of »%s« · write in the "
                           "column omregning of the mapping how it becomes one (sum, gennemsnit, "
                           "K1, M1 or days like 2011=2011-09-15), or mend the reporting in "
                           "indikatorer.csv",
                           cell->text, reading->rule->indicator->code);
    return false;
}

/* False, with or without a problem, for a figure to leave out. */
static bool read_period(struct reading *reading, const struct table_record *record,
                        struct piece *piece)
{
    const struct mapping_rule *rule = reading->rule;
    if (rule->has_period) {
        piece->target = rule->period;
        return true;
    }
    if (record->period.kind == CELL_BLANK) {
        piece->target = (struct period){.kind = PERIOD_UNKNOWN};
        reading->unknown++;
        return true;
    }
    if (table_period(reading->table, record, &piece->period) != PERIOD_OK)
        return read_plan_period(reading, &record->period, &piece->target);
    piece->has_period = true;
    if (!conversion_target(reading->rule, piece->period, &piece->target)) {
        if (rule->conversion == CONVERT_NOT && piece->period.kind == SOURCE_MONTH)
            return report_kind(reading, &record->period);
        return false; /* import_note_periods tells */
    }
    if (!period_fits(piece->target, rule->indicator->reporting))
        return report_kind(reading, &record->period);
    return true;
}

/* --- figures ---------------------------------------------------------------------------------- */
/*
 * Of the figures that the rule selects. Where they have points that could be either, a comma
 * elsewhere in the table tells that they are thousands; a point elsewhere tells nothing, for a
 * column of shares can have been written by another hand than one of counts.
 */
static bool find_decimal(struct reading *reading)
{
    const struct table *table = reading->table;
    enum decimal_sign all = DECIMAL_NONE;
    reading->decimal = reading->rule->decimal;
    if (reading->decimal != DECIMAL_NONE)
        return true;
    for (size_t i = 0; i < table->count; i++) {
        struct arena *scratch = arena_new();
        size_t alternative;
        if (rule_selection_takes(&reading->selection, scratch, &table->records[i], &alternative))
            reading->decimal = figure_decimal(reading->decimal, &table->records[i].figure);
        arena_free(scratch);
        all = figure_decimal(all, &table->records[i].figure);
    }
    if (reading->decimal == DECIMAL_UNKNOWN && all == DECIMAL_COMMA)
        reading->decimal = all;
    if (reading->decimal == DECIMAL_POINT)
        import_note(&reading->results->notes, "%s: punktum er læst som decimaltegn",
                    "%s: a point is read as decimal sign", table->file);
    if (reading->decimal != DECIMAL_UNKNOWN && reading->decimal != DECIMAL_BOTH)
        return true;
    diagnostics_report(failed(reading), PROBLEM_INPUT, (struct location){.file = table->file},
                       "det kan ikke ses, om komma eller punktum er decimaltegn · skriv komma "
                       "eller punktum i kortlægningens kolonne decimaltegn",
                       "it cannot be seen whether comma or point is the decimal sign · write "
                       "komma or punktum in the column decimaltegn of the mapping");
    return false;
}

/* What a plan's own reader says of a number fits here too, but not of signs and words. */
static void report_faulty(struct reading *reading, const struct grid_cell *cell,
                          enum number_fault fault)
{
    struct csv_place place = {.at = cell->at};
    const struct csv_field field = {cell->text, &place, 0};
    if (reading->problems++ >= MOST_PROBLEMS)
        return;
    if (fault != NUMBER_NOT_A_NUMBER && fault != NUMBER_DATE)
        field_report_number(reading->diagnostics, &field, PROBLEM_INPUT, fault);
    else
        diagnostics_report(
            reading->diagnostics, PROBLEM_INPUT, cell->at,
            "»%s« kan ikke læses som et tal · betyder det, at tallet mangler eller er "
            "skjult, så skriv det i kortlægningens kolonne tegn; ellers ret filen",
            "»%s« cannot be read as a number · if it means that the figure is missing "
            "or withheld, write it in the column tegn of the mapping; else mend the "
            "file",
            cell->text);
}

static void add_piece(struct reading *reading, const struct piece *piece)
{
    reading->pieces = arena_grow(reading->diagnostics->arena, reading->pieces, reading->count,
                                 &reading->capacity, sizeof *reading->pieces);
    reading->pieces[reading->count++] = *piece;
}

static const struct area *area_of(struct reading *reading, const struct table_record *record)
{
    bool exact;
    const char *name = table_areas_name(&reading->areas, record);
    if (!reading->area_name || strcmp(reading->area_name, name) != 0)
        reading->area = table_areas_of(&reading->areas, record, &exact);
    reading->area_name = name;
    return reading->area;
}

static bool is_counted(const struct reading *reading, struct source_period period)
{
    for (size_t i = reading->counted_count; i-- > 0;)
        if (source_period_compare(reading->counted[i], period) == 0)
            return true;
    return false;
}

static void note_counted(struct reading *reading, const struct table_record *record, bool is_other)
{
    struct source_period period;
    reading->has_others = reading->has_others || is_other;
    if (table_period(reading->table, record, &period) != PERIOD_OK || is_counted(reading, period))
        return;
    reading->counted =
        arena_grow(reading->diagnostics->arena, reading->counted, reading->counted_count,
                   &reading->counted_capacity, sizeof *reading->counted);
    reading->counted[reading->counted_count++] = period;
}

static void take_record(struct reading *reading, struct arena *scratch,
                        const struct table_record *record)
{
    struct piece piece = {.record = record};
    if (!rule_selection_takes(&reading->selection, scratch, record, &piece.alternative))
        return;
    piece.area = area_of(reading, record);
    note_counted(reading, record, piece.area == NULL);
    if (!piece.area) {
        if (table_areas_name(&reading->areas, record)[0] == '\0' &&
            reading->problems++ < MOST_PROBLEMS)
            diagnostics_report(reading->diagnostics, PROBLEM_INPUT, record->figure.at,
                               "rækken siger ikke, hvilket område den er om · udfyld den, eller "
                               "hent filen igen",
                               "the row does not say which area it is about · fill it in, or fetch "
                               "the file again");
        return;
    }
    if (!read_period(reading, record, &piece))
        return;
    if (reading->selection.group_dimension < table_dimensions(reading->table))
        piece.group = table_value(reading->table, record, reading->selection.group_dimension);
    if (piece.group && (*piece.group == '\0' || table_name_is_total(scratch, piece.group)))
        piece.group = NULL; /* everybody */
    piece.figure = figure_read(&record->figure, reading->decimal, &reading->rule->signs);
    piece.figure.provisional = piece.figure.provisional || piece.period.provisional;
    if (piece.figure.kind == FIGURE_FAULTY)
        report_faulty(reading, &record->figure, piece.figure.fault);
    else
        add_piece(reading, &piece);
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By what becomes one amount. */
static int compare_targets(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    int order = compare_sizes(a->area->index, b->area->index);
    if (!order)
        order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->target, b->target);
}

/* By what becomes one amount, then by what it is made of. */
static int compare_pieces(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    int order = compare_targets(a, b);
    if (!order)
        order = source_period_compare(a->period, b->period);
    return order ? order : compare_sizes(a->alternative, b->alternative);
}

/* Whether the periods of one amount are parts of it, or one period: not 2019 and 2018-2019. */
static bool go_together(const struct reading *reading, const struct piece *a, const struct piece *b)
{
    return a->period.kind == b->period.kind && (conversion_parts(reading->rule, a->period) > 1 ||
                                                source_period_compare(a->period, b->period) == 0);
}

/* The first dimension in which two records differ, beside those that the rule speaks of. */
static const char *difference(const struct reading *reading, const struct piece *a,
                              const struct piece *b)
{
    for (size_t d = 0; d < table_dimensions(reading->table); d++) {
        const char *first = table_value(reading->table, a->record, d);
        const char *second = table_value(reading->table, b->record, d);
        if (!table_areas_has(&reading->areas, d) && strcmp(first, second) != 0)
            return arena_printf(reading->diagnostics->arena, "%s=%s, %s=%s",
                                table_dimension(reading->table, d), first,
                                table_dimension(reading->table, d), second);
    }
    return "";
}

/* Two periods that become one without being parts of it, as 2019 and 2018-2019 do. */
static bool check_periods(struct reading *reading, const struct piece *a, const struct piece *b)
{
    char period[PERIOD_TEXT];
    if (compare_targets(a, b) != 0 || go_together(reading, a, b))
        return true;
    if (reading->problems++ < MOST_PROBLEMS)
        diagnostics_report(reading->diagnostics, PROBLEM_INPUT, b->record->figure.at,
                           "»%s« har for %s både tal for »%s« og for »%s« · slet rækkerne med den "
                           "ene slags periode",
                           "»%s« has for %s figures of both »%s« and »%s« · delete the rows of one "
                           "of the two kinds of period",
                           b->area->code, period_text(period, b->target), a->record->period.text,
                           b->record->period.text);
    return false;
}

/* Two figures for one place: a column that the selection should have chosen from, or a repeat. */
static void check_unique(struct reading *reading)
{
    char period[PERIOD_TEXT];
    size_t repeats = 0;
    for (size_t i = 1; i < reading->count; i++) {
        const struct piece *a = &reading->pieces[i - 1], *b = &reading->pieces[i];
        if (!check_periods(reading, a, b) || compare_pieces(a, b) != 0)
            continue;
        reading->problems++;
        if (repeats++ >= 3)
            continue;
        const char *differ = difference(reading, a, b);
        const char *text = period_text(period, b->target);
        if (*differ)
            diagnostics_report(reading->diagnostics, PROBLEM_INPUT, b->record->figure.at,
                               "»%s« har flere tal for %s (%s) · vælg et i kortlægningens kolonne "
                               "udvalg",
                               "»%s« has several figures for %s (%s) · choose one in the column "
                               "udvalg of the mapping",
                               b->area->code, text, differ);
        else
            diagnostics_report(
                reading->diagnostics, PROBLEM_INPUT, b->record->figure.at,
                "»%s« har to tal for %s, her og i linje %u · er rækken gentaget, så slet den "
                "ene; ellers ret perioderne",
                "»%s« has two figures for %s, here and in line %u · if the row is "
                "repeated, delete one; else mend the periods",
                b->area->code, text, a->record->figure.at.line);
    }
}

/* --- rows that are not there ------------------------------------------------------------------ */
/* Where the table has an area in a period, in some row: one piece without a figure for each. */
static struct piece *find_places(struct reading *reading, size_t *count)
{
    const struct table *table = reading->table;
    struct piece *places = arena_alloc(reading->diagnostics->arena, table->count, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < table->count && !reading->rule->has_period; i++) {
        const struct table_record *record = &table->records[i];
        struct piece piece = {.has_period = true, .figure = {.kind = FIGURE_MISSING}};
        if (reading->rule->absent_is_zero)
            piece.figure.kind = FIGURE_NUMBER;
        piece.area = area_of(reading, record);
        if (piece.area && record->period.kind != CELL_BLANK &&
            table_period(reading->table, record, &piece.period) == PERIOD_OK &&
            conversion_target(reading->rule, piece.period, &piece.target) &&
            period_fits(piece.target, reading->rule->indicator->reporting))
            places[(*count)++] = piece;
    }
    if (*count == 0)
        return places;
    qsort(places, *count, sizeof *places, compare_pieces);
    size_t kept = 1;
    for (size_t i = 1; i < *count; i++)
        if (compare_pieces(&places[kept - 1], &places[i]) != 0)
            places[kept++] = places[i];
    *count = kept;
    return places;
}

/* A piece like this one among the first `count`. */
static const struct piece *find_piece(const struct reading *reading, size_t count,
                                      const struct piece *piece,
                                      int (*compare)(const void *a, const void *b))
{
    return count ? bsearch(piece, reading->pieces, count, sizeof *piece, compare) : NULL;
}

/* The table has the area in the period, but not the row selected. */
static void add_absent(struct reading *reading)
{
    size_t found = reading->count; /* those behind are the absent ones */
    size_t count;
    struct piece *places = find_places(reading, &count);
    for (size_t i = 0; i < count; i++) {
        const struct piece *other = find_piece(reading, found, &places[i], compare_targets);
        if (other && !go_together(reading, other, &places[i]))
            continue; /* the figure stands by another kind of period */
        if (reading->has_others && !is_counted(reading, places[i].period))
            places[i].figure.kind = FIGURE_MISSING; /* nobody counted it then */
        for (places[i].alternative = 0; places[i].alternative < reading->selection.alternatives;
             places[i].alternative++)
            if (!find_piece(reading, found, &places[i], compare_pieces))
                add_piece(reading, &places[i]);
    }
    if (reading->count > found)
        qsort(reading->pieces, reading->count, sizeof *reading->pieces, compare_pieces);
}

/* --- amounts ---------------------------------------------------------------------------------- */
static struct amount join(const struct reading *reading, size_t first, size_t count)
{
    const struct piece *pieces = &reading->pieces[first];
    struct amount amount = {.rule = reading->rule,
                            .area = pieces->area,
                            .group = pieces->group,
                            .period = pieces->target,
                            .figure = {.kind = FIGURE_NUMBER},
                            .absent = true,
                            .two_years =
                                pieces->has_period && pieces->period.kind == SOURCE_TWO_YEARS,
                            .parts = count,
                            .table = reading->table};
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = &pieces[i].figure;
        amount.figure.value += figure->value;
        amount.figure.provisional |= figure->provisional;
        amount.figure.from_sign |= figure->from_sign;
        /* hidden is more than missing: somebody knows it */
        if (figure->kind > amount.figure.kind)
            amount.figure.kind = figure->kind;
        amount.absent = amount.absent && !pieces[i].record;
        if (!amount.record)
            amount.record = pieces[i].record;
    }
    size_t periods = count / reading->selection.alternatives;
    if (reading->rule->conversion == CONVERT_MEAN)
        amount.figure.value /= (double)periods;
    if (amount.figure.kind != FIGURE_NUMBER)
        amount.figure.value = 0;
    return amount;
}

static void add_amount(struct reading *reading, const struct amount *amount)
{
    struct reading_results *results = reading->results;
    results->amounts = arena_grow(reading->diagnostics->arena, results->amounts, results->count,
                                  &results->capacity, sizeof *results->amounts);
    results->amounts[results->count++] = *amount;
}

static void join_pieces(struct reading *reading)
{
    struct arena *arena = reading->diagnostics->arena;
    const char *incomplete = "";
    const char *zeros = "";
    const char *provisional = "";
    char text[PERIOD_TEXT];
    size_t left_out = 0, zero_count = 0, provisional_count = 0;
    for (size_t i = 0, next; i < reading->count; i = next) {
        const struct piece *piece = &reading->pieces[i];
        for (next = i + 1;
             next < reading->count && compare_targets(piece, &reading->pieces[next]) == 0;)
            next++;
        size_t expected = reading->selection.alternatives *
                          (piece->has_period ? conversion_parts(reading->rule, piece->period) : 1);
        const char *place =
            arena_printf(arena, "%s %s", piece->area->code, period_text(text, piece->target));
        if (next - i < expected) {
            incomplete = import_listed(arena, incomplete, left_out++, place);
            continue;
        }
        struct amount amount = join(reading, i, next - i);
        add_amount(reading, &amount);
        if (amount.figure.provisional)
            provisional = import_listed(arena, provisional, provisional_count++, place);
        if (amount.absent && amount.figure.kind == FIGURE_NUMBER)
            zeros = import_listed(arena, zeros, zero_count++, place);
    }
    if (provisional_count)
        import_note(&reading->results->notes,
                    "%s: »%s« er læst som foreløbig, hvor der står en stjerne ved tallet eller "
                    "perioden: %s",
                    "%s: »%s« is read as provisional where an asterisk stands by the figure or "
                    "the period: %s",
                    reading->table->file, reading->rule->indicator->code, provisional);
    if (zero_count)
        import_note(&reading->results->notes,
                    "%s: »%s« er læst som nul, hvor rækken ikke findes: %s",
                    "%s: »%s« is read as zero where the row is not there: %s", reading->table->file,
                    reading->rule->indicator->code, zeros);
    if (left_out == 1)
        import_note(&reading->results->notes, "%s: en periode er ufuldstændig og er udeladt: %s",
                    "%s: one period is incomplete and is left out: %s", reading->table->file,
                    incomplete);
    else if (left_out)
        import_note(&reading->results->notes, "%s: %zu perioder er ufuldstændige og er udeladt: %s",
                    "%s: %zu periods are incomplete and are left out: %s", reading->table->file,
                    left_out, incomplete);
}

/* --- what is said of the table ---------------------------------------------------------------- */
static void note_dimensions(struct reading *reading)
{
    const struct table *table = reading->table;
    for (size_t d = 0; d < table_dimensions(table); d++) {
        bool used =
            table_areas_has(&reading->areas, d) || rule_selection_uses(&reading->selection, d);
        const char *first = NULL, *other = NULL;
        for (size_t i = 0; i < reading->count && !used && !other; i++) {
            if (!reading->pieces[i].record)
                continue;
            const char *value = table_value(table, reading->pieces[i].record, d);
            if (!first)
                first = value;
            else if (strcmp(first, value) != 0)
                other = value;
        }
        if (other)
            import_note(&reading->results->notes,
                        "%s: »%s« tager alle rækker med, uanset »%s« (%s, %s …)",
                        "%s: »%s« takes all rows, whatever their »%s« (%s, %s …)", table->file,
                        reading->rule->indicator->code, table_dimension(table, d), first, other);
    }
}

/* Whether anything is there but rows that are not. */
static bool gives_figures(const struct reading *reading)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->pieces[i].record || reading->pieces[i].figure.kind == FIGURE_NUMBER)
            return true;
    return false;
}

static void report_nothing(struct reading *reading)
{
    diagnostics_report(failed(reading), PROBLEM_INPUT, reading->rule->at,
                       "rækken giver ingen tal fra %s · se efter, om udvalg, område og omregning "
                       "passer til filens værdier og perioder",
                       "the row gives no figures from %s · check that udvalg, område and omregning "
                       "fit the values and periods of the file",
                       reading->table->file);
}

bool rule_read(struct diagnostics *diagnostics, const struct catalogue *catalogue,
               const struct mapping_rule *rule, const struct table *table, bool is_first,
               struct reading_results *results)
{
    struct reading reading = {.diagnostics = diagnostics,
                              .catalogue = catalogue,
                              .rule = rule,
                              .table = table,
                              .results = results};
    if (!rule_selection_find(diagnostics, rule, table, &reading.selection) ||
        !find_areas(&reading) || !find_decimal(&reading))
        return false;
    for (size_t i = 0; i < table->count; i++) {
        struct arena *scratch = arena_new();
        take_record(&reading, scratch, &table->records[i]);
        arena_free(scratch);
    }
    if (reading.count)
        qsort(reading.pieces, reading.count, sizeof *reading.pieces, compare_pieces);
    check_unique(&reading);
    if (reading.problems)
        return false;
    if (reading.selection.group_dimension == table_dimensions(table))
        add_absent(&reading);
    if (!gives_figures(&reading)) {
        report_nothing(&reading);
        return false;
    }
    if (is_first)
        import_note_names(&results->notes, &reading.areas);
    import_note_periods(&results->notes, rule, table);
    note_dimensions(&reading);
    if (reading.unknown)
        import_note(&results->notes, "%s: tal uden periode er lagt under »ukendt«",
                    "%s: figures without a period are put under »ukendt«", table->file);
    join_pieces(&reading);
    return true;
}
