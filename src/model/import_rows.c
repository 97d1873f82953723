/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/import_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/model/rule_reading.h"
#include "pejling/model/rule_selection.h"
#include "pejling/model/share_by_arithmetic.h"

#define MOST_PROBLEMS 10 /* of one kind, that are named one by one */

struct importer {
    struct diagnostics *diagnostics;
    const struct mapping *mapping;
    struct reading_results results;
    struct import_row *rows;
    size_t count, capacity;
    struct import_counts counts;
    size_t unused_shares; /* beside figures that the source withholds */
    size_t lone_shares;   /* without numerator and denominator, and ... */
    const char *lone;     /* ... where */
    size_t problems;
};

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const struct amount *a, const struct amount *b)
{
    int order = compare_sizes(a->rule->indicator->index, b->rule->indicator->index);
    if (!order)
        order = compare_sizes(a->area->index, b->area->index);
    if (!order)
        order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->period, b->period);
}

static int compare_amounts(const void *left, const void *right)
{
    const struct amount *a = left, *b = right;
    int order = compare_places(a, b);
    return order ? order : (int)a->rule->field - (int)b->rule->field;
}

/* --- what each rule and table is for ---------------------------------------------------------- */
static bool read_table(struct importer *importer, const struct catalogue *catalogue,
                       const struct table *table, bool *rule_used)
{
    bool is_first = true, fine = true;
    for (size_t i = 0; i < importer->mapping->count; i++) {
        const struct mapping_rule *rule = &importer->mapping->rules[i];
        if (!rule_fits(importer->diagnostics->arena, rule, table))
            continue;
        rule_used[i] = true;
        fine = rule_read(importer->diagnostics, catalogue, rule, table, is_first,
                         &importer->results) &&
               fine;
        is_first = false;
    }
    if (!is_first)
        return fine;
    diagnostics_report(importer->diagnostics, PROBLEM_INPUT, (struct location){.file = table->file},
                       "ingen række i kortlægningen passer til tabellen · ret kolonnerne fil og "
                       "udvalg, eller importér uden --map for at få et udkast",
                       "no row of the mapping suits the table · mend the columns fil and udvalg, "
                       "or import without --map for a draft");
    return false;
}

/* A row that no file suits: a fault where the indicator's other rows then lack what it gives. */
static void report_unused(struct importer *importer, const bool *rule_used)
{
    const struct mapping *mapping = importer->mapping;
    for (size_t i = 0; i < mapping->count; i++) {
        bool others_used = false;
        for (size_t j = 0; j < mapping->count; j++)
            others_used = others_used || (rule_used[j] && mapping->rules[j].indicator ==
                                                              mapping->rules[i].indicator);
        if (rule_used[i])
            continue;
        importer->problems += others_used;
        diagnostics_report(importer->diagnostics, others_used ? PROBLEM_INPUT : PROBLEM_REMARK,
                           mapping->rules[i].at,
                           "ingen af filerne har det, rækken peger på · importér også den fil, "
                           "eller ret kolonnerne fil og udvalg",
                           "none of the files has what the row points at · import that file "
                           "too, or mend the columns fil and udvalg");
    }
}

/* --- rows ------------------------------------------------------------------------------------- */
static void count_amount(struct import_counts *counts, const struct amount *amount)
{
    const struct figure *figure = &amount->figure;
    if (amount->rule->field == MAPPED_CONTROL)
        return;
    if (amount->absent && figure->kind == FIGURE_NUMBER)
        counts->absent_zero++;
    else if (amount->absent)
        counts->absent_missing++;
    else if (figure->kind == FIGURE_HIDDEN)
        counts->hidden++;
    else if (figure->kind == FIGURE_MISSING)
        counts->missing++;
    else if (figure->value > 0 || figure->value < 0)
        counts->numbers++;
    else
        counts->zeros++;
}

static const char *joined(struct arena *arena, const char *list, const char *text)
{
    if (*text == '\0' || import_is_listed(list, "; ", text))
        return list;
    return *list ? arena_printf(arena, "%s; %s", list, text) : text;
}

/* `folk1a.csv:12`, with what was done to the figure. */
static const char *amount_note(struct importer *importer, const struct amount *amount)
{
    struct arena *arena = importer->diagnostics->arena;
    enum language language = importer->diagnostics->language;
    if (amount->absent)
        return arena_printf(arena, say(language, "%s: ingen række", "%s: no row"),
                            file_bare_name(amount->table->file));
    const char *note = arena_printf(arena, "%s:%u", file_bare_name(amount->record->figure.at.file),
                                    amount->record->figure.at.line);
    if (amount->parts > 1)
        note = arena_printf(arena,
                            amount->rule->conversion == CONVERT_MEAN
                                ? say(language, "%s gennemsnit af %zu", "%s mean of %zu")
                                : say(language, "%s sum af %zu", "%s sum of %zu"),
                            note, amount->parts);
    if (amount->two_years)
        note = arena_printf(arena, say(language, "%s gennemsnit af to år", "%s mean of two years"),
                            note);
    return note;
}

static bool is_share(const struct amount *control)
{
    return control && control->record && control->figure.kind == FIGURE_NUMBER;
}

static void check_control(struct importer *importer, const struct import_row *row,
                          const struct amount *control)
{
    bool complete = row->reason == REASON_NONE && row->has[MAPPED_NUMERATOR] &&
                    row->has[MAPPED_DENOMINATOR] && row->values[MAPPED_DENOMINATOR] > 0;
    if (!is_share(control))
        return;
    importer->unused_shares += !complete;
    if (!complete)
        return;
    double share =
        row->indicator->factor * row->values[MAPPED_NUMERATOR] / row->values[MAPPED_DENOMINATOR];
    if (share_agrees(control->figure.value, &control->record->figure, share))
        return;
    if (importer->problems++ < MOST_PROBLEMS)
        diagnostics_report(
            importer->diagnostics, PROBLEM_INPUT, control->record->figure.at,
            "procenten passer ikke med tæller og nævner · se efter, om kortlægningen "
            "peger på de rigtige kolonner; ellers er der en fejl i filen",
            "the per cent does not agree with numerator and denominator · check "
            "that the mapping points at the right columns; else the file is wrong");
}

/* More than all, or parts of a person: the mapping points at the wrong column. */
static void check_counts(struct importer *importer, const struct import_row *row,
                         const struct amount *amounts, size_t count)
{
    struct diagnostics *diagnostics = importer->diagnostics;
    double numerator = row->values[MAPPED_NUMERATOR], persons = row->values[MAPPED_DENOMINATOR];
    bool is_whole = !(persons > floor(persons));
    bool too_many = row->indicator->measure == MEASURE_SHARE && numerator > persons;
    char part[NUMBER_TEXT], all[NUMBER_TEXT];
    char mark = *say(diagnostics->language, ",", ".");
    if (row->reason != REASON_NONE || !row->has[MAPPED_DENOMINATOR] || (is_whole && !too_many))
        return;
    for (size_t i = 0; i < count; i++) {
        if (amounts[i].rule->field != MAPPED_DENOMINATOR || importer->problems++ >= MOST_PROBLEMS)
            continue;
        struct location at = amounts[i].record ? amounts[i].record->figure.at : amounts[i].rule->at;
        if (is_whole)
            diagnostics_report(diagnostics, PROBLEM_INPUT, at,
                               "tælleren %s er større end nævneren %s · se efter, om kortlægningen "
                               "peger på de rigtige kolonner; ellers er der en fejl i filen",
                               "the numerator %s is larger than the denominator %s · check that "
                               "the mapping points at the right columns; else the file is wrong",
                               number_exact(part, numerator, mark),
                               number_exact(all, persons, mark));
        else
            diagnostics_report(diagnostics, PROBLEM_INPUT, at,
                               "nævneren %s er ikke et helt antal · se efter, om kortlægningen "
                               "peger på de rigtige kolonner",
                               "the denominator %s is no whole number · check that the mapping "
                               "points at the right columns",
                               number_exact(all, persons, mark));
    }
}

/* What a figure can do without. */
static bool is_optional(enum mapped_field field)
{
    return field == MAPPED_SPREAD || field == MAPPED_RESPONSE_RATE ||
           field == MAPPED_DESIGN_EFFECT || field == MAPPED_POPULATION;
}

/* Of a survey the answers that say yes, or else their share. */
static bool is_needed(enum measure measure, enum mapped_field field, const bool has[MAPPED_FIELDS])
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        return field == MAPPED_NUMERATOR || field == MAPPED_DENOMINATOR;
    case MEASURE_MEAN:
        return field == MAPPED_VALUE || field == MAPPED_DENOMINATOR;
    case MEASURE_SURVEY:
        return field == MAPPED_DENOMINATOR || (field == MAPPED_NUMERATOR && !has[MAPPED_VALUE]);
    case MEASURE_VALUE:
        return field == MAPPED_VALUE;
    }
    return false;
}

static void find_fields(const struct mapping *mapping, const struct indicator *indicator,
                        bool has[MAPPED_FIELDS])
{
    memset(has, 0, MAPPED_FIELDS * sizeof *has);
    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->rules[i].indicator == indicator)
            has[mapping->rules[i].field] = true;
}

/* A field that no rule gives is a gap in the mapping, not in the figures. */
static void check_rules(struct importer *importer)
{
    const struct mapping *mapping = importer->mapping;
    for (size_t i = 0; i < mapping->count; i++) {
        const struct mapping_rule *rule = &mapping->rules[i];
        bool is_first = true, has[MAPPED_FIELDS];
        find_fields(mapping, rule->indicator, has);
        for (size_t j = 0; j < i; j++)
            is_first = is_first && mapping->rules[j].indicator != rule->indicator;
        for (int field = 0; field < MAPPED_FIELDS && is_first; field++) {
            if (!is_needed(rule->indicator->measure, (enum mapped_field)field, has) || has[field])
                continue;
            importer->problems++;
            diagnostics_report(
                importer->diagnostics, PROBLEM_INPUT, rule->at,
                "kortlægningen siger ikke, hvor »%s« til »%s« står · tilføj en række "
                "med det felt",
                "the mapping does not say where »%s« of »%s« stands · add a row "
                "with that field",
                mapping_field_name((enum mapped_field)field), rule->indicator->code);
        }
    }
}

static void finish_reason(struct importer *importer, struct import_row *row)
{
    for (int field = 0; field < MAPPED_FIELDS && row->reason == REASON_NONE; field++)
        if (is_needed(row->indicator->measure, (enum mapped_field)field, row->has) &&
            !row->has[field]) {
            row->reason = REASON_MISSING;
            row->note = joined(
                importer->diagnostics->arena, row->note,
                arena_printf(importer->diagnostics->arena,
                             say(importer->diagnostics->language, "%s findes ikke for perioden",
                                 "%s is not there for the period"),
                             mapping_field_name((enum mapped_field)field)));
        }
}

/* That of the numerator or value; where it is missing, that of the indicator's row before. */
static const char *file_of(const struct importer *importer, const struct amount *first)
{
    const struct import_row *before = importer->count ? &importer->rows[importer->count - 1] : NULL;
    bool lacks = first->rule->field == MAPPED_DENOMINATOR && before &&
                 before->indicator == first->rule->indicator;
    return lacks ? before->file : first->table->file;
}

/* No row, for missing would say that there is no figure, and the source has one. */
static void leave_out_share(struct importer *importer, const struct import_row *row)
{
    struct arena *arena = importer->diagnostics->arena;
    char period[PERIOD_TEXT];
    const char *place = arena_printf(arena, "%s %s %s", row->indicator->code, row->area->code,
                                     period_text(period, row->period));
    importer->lone = import_listed(arena, importer->lone, importer->lone_shares++, place);
}

/* The amounts of one place become a row. */
static void add_row(struct importer *importer, const struct amount *amounts, size_t count)
{
    struct arena *arena = importer->diagnostics->arena;
    struct import_row row = {.indicator = amounts->rule->indicator,
                             .area = amounts->area,
                             .group = amounts->group,
                             .period = amounts->period,
                             .file = file_of(importer, amounts),
                             .note = ""};
    const struct amount *control = NULL;
    bool all_absent = true;
    for (size_t i = 0; i < count; i++) {
        const struct amount *amount = &amounts[i];
        all_absent = all_absent && amount->absent;
        if (amount->rule->field == MAPPED_CONTROL) {
            control = amount;
            continue;
        }
        row.note = joined(arena, row.note, amount_note(importer, amount));
        row.provisional = row.provisional || amount->figure.provisional;
        bool decides = !is_optional(amount->rule->field);
        if (amount->figure.kind == FIGURE_HIDDEN && decides)
            row.reason = REASON_SUPPRESSED_SOURCE;
        else if (amount->figure.kind == FIGURE_MISSING && decides && row.reason == REASON_NONE)
            row.reason = REASON_MISSING;
        else if (amount->figure.kind == FIGURE_NUMBER) {
            row.has[amount->rule->field] = true;
            row.values[amount->rule->field] = amount->figure.value;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (amounts[i].record)
            row.note = joined(arena, row.note, amounts[i].record->source);
    if (all_absent && row.reason == REASON_MISSING)
        return; /* nothing is known of this place, not even that it should be there */
    finish_reason(importer, &row);
    if (row.reason == REASON_MISSING && is_share(control)) {
        leave_out_share(importer, &row);
        return;
    }
    for (size_t i = 0; i < count; i++)
        count_amount(&importer->counts, &amounts[i]);
    check_control(importer, &row, control);
    check_counts(importer, &row, amounts, count);
    importer->rows = arena_grow(arena, importer->rows, importer->count, &importer->capacity,
                                sizeof *importer->rows);
    importer->rows[importer->count++] = row;
}

static void report_two_sources(struct importer *importer, const struct amount *a,
                               const struct amount *b)
{
    char period[PERIOD_TEXT];
    if (importer->problems++ < MOST_PROBLEMS)
        diagnostics_report(
            importer->diagnostics, PROBLEM_INPUT, b->rule->at,
            "%s af »%s« i »%s« for %s står både i %s:%u og i %s:%u · lad kun en række "
            "i kortlægningen pege på tallet",
            "%s of »%s« in »%s« for %s stands both in %s:%u and in %s:%u · let one "
            "row of the mapping alone point at the figure",
            mapping_field_name(b->rule->field), b->rule->indicator->code, b->area->code,
            period_text(period, b->period), a->record->figure.at.file, a->record->figure.at.line,
            b->record->figure.at.file, b->record->figure.at.line);
}

/* Real figures before those that are merely absent from another table, which then say nothing. */
static size_t drop_superseded(struct importer *importer, struct amount *amounts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool same = kept && compare_amounts(&amounts[kept - 1], &amounts[i]) == 0;
        if (!same)
            amounts[kept++] = amounts[i];
        else if (amounts[kept - 1].absent)
            amounts[kept - 1] = amounts[i];
        else if (!amounts[i].absent)
            report_two_sources(importer, &amounts[kept - 1], &amounts[i]);
    }
    return kept;
}

/* --- means of two years ----------------------------------------------------------------------- */
static void check_overlap(struct importer *importer)
{
    const struct indicator *reported = NULL;
    for (size_t i = 1; i < importer->results.count; i++) {
        const struct amount *a = &importer->results.amounts[i - 1],
                            *b = &importer->results.amounts[i];
        const struct indicator *indicator = b->rule->indicator;
        if (!a->two_years || !b->two_years || a->area != b->area ||
            a->rule->indicator != indicator || b->period.year - a->period.year != 1 ||
            !indicator->has_trend || indicator == reported)
            continue;
        reported = indicator;
        importer->problems++;
        diagnostics_report(importer->diagnostics, PROBLEM_INPUT, indicator->at,
                           "tallene til »%s« er gennemsnit af to år, der overlapper, så der kan "
                           "ikke beregnes en tendens · skriv nej i kolonnen tendens",
                           "the figures of »%s« are means of two years that overlap, so no trend "
                           "can be computed · write nej in the column tendens",
                           indicator->code);
    }
}

/* Areas without figures, of a role of which others have some: a name may be misspelt or left out. */
static void note_areas_without(struct importer *importer, const struct catalogue *catalogue)
{
    struct arena *arena = importer->diagnostics->arena;
    static const enum area_role roles[] = {AREA_ESTATE, AREA_SECTION};
    bool *has_rows = arena_alloc(arena, catalogue->area_count, sizeof *has_rows);
    const char *list = "";
    size_t count = 0;
    for (size_t i = 0; i < importer->count; i++)
        has_rows[importer->rows[i].area->index] = true;
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        bool any = false;
        for (size_t i = 0; i < catalogue->area_count; i++)
            any = any || (has_rows[i] && catalogue->areas[i].role == roles[r]);
        for (size_t i = 0; i < catalogue->area_count && any; i++)
            if (!has_rows[i] && catalogue->areas[i].role == roles[r])
                list = import_listed(arena, list, count++, catalogue->areas[i].code);
    }
    if (count)
        import_note(&importer->results.notes,
                    "områder i planen, som filerne ingen tal har for (%zu): %s",
                    "areas of the plan that the files have no figures of (%zu): %s", count, list);
}

static void note_shares(struct importer *importer)
{
    struct import_notes *notes = &importer->results.notes;
    if (importer->unused_shares)
        import_note(notes, "procenter ved tal, der er skjult eller nul, og som ikke bruges: %zu",
                    "shares beside figures that are withheld or zero, and that are not used: %zu",
                    importer->unused_shares);
    if (importer->lone_shares)
        import_note(notes,
                    "procenter, der står uden både tæller og nævner og er udeladt (%zu): %s. Skal "
                    "de med, så tilføj en indikator af typen værdi, og peg på procenten i en række "
                    "i kortlægningen med feltet værdi.",
                    "shares that stand without both numerator and denominator and are left out "
                    "(%zu): %s. If they are wanted, add an indicator of the type værdi, and point "
                    "at the share in a row of the mapping with the field værdi.",
                    importer->lone_shares, importer->lone);
}

bool import_rows_make(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                      const struct mapping *mapping, const struct table *tables, size_t count,
                      struct import_rows *rows)
{
    struct importer importer = {.diagnostics = diagnostics, .mapping = mapping, .lone = ""};
    importer.results.notes.diagnostics = diagnostics;
    bool *rule_used = arena_alloc(diagnostics->arena, mapping->count, sizeof *rule_used);
    bool fine = true;
    for (size_t i = 0; i < count; i++)
        fine = read_table(&importer, catalogue, &tables[i], rule_used) && fine;
    report_unused(&importer, rule_used);
    check_rules(&importer);
    struct reading_results *results = &importer.results;
    if (results->count)
        qsort(results->amounts, results->count, sizeof *results->amounts, compare_amounts);
    results->count = drop_superseded(&importer, results->amounts, results->count);
    check_overlap(&importer);
    for (size_t i = 0, next; i < results->count; i = next) {
        for (next = i + 1; next < results->count &&
                           compare_places(&results->amounts[i], &results->amounts[next]) == 0;)
            next++;
        add_row(&importer, &results->amounts[i], next - i);
    }
    note_shares(&importer);
    fine = fine && !importer.problems;
    if (fine)
        note_areas_without(&importer, catalogue);
    *rows = (struct import_rows){.items = importer.rows,
                                 .count = importer.count,
                                 .counts = importer.counts,
                                 .notes = results->notes.items,
                                 .note_count = results->notes.count};
    return fine;
}
