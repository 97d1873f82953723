/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_inputs.h"

#include <math.h>
#include <string.h>

#include "pejling/base/number.h"

static bool is_source_of(const struct explanation_source *source, const struct area *area,
                         const char *group, struct period period)
{
    return source->area == area && group_compare(source->group, group) == 0 &&
           period_compare(source->period, period) == 0;
}

const char *explain_lines(const struct explained *explained, const struct area *area,
                          const char *group, struct period period)
{
    const struct explanation_request *request = explained->request;
    struct arena *arena = explained->page->arena;
    const char *text = "", *file = NULL;
    bool is_part = false;
    for (size_t i = 0; i < request->source_count;) {
        const struct explanation_source *source = &request->sources[i++];
        if (!is_source_of(source, area, group, period))
            continue;
        unsigned first = source->at.line, last = first;
        while (i < request->source_count &&
               is_source_of(&request->sources[i], area, group, period) &&
               strcmp(request->sources[i].at.file, source->at.file) == 0 &&
               request->sources[i].at.line == last + 1) {
            last++;
            i++;
        }
        bool same = file && strcmp(file, source->at.file) == 0;
        text =
            same ? arena_printf(arena, "%s, %u", text, first)
                 : arena_printf(arena, "%s%s%s:%u", text, file ? "; " : "", source->at.file, first);
        if (last > first)
            text = arena_printf(arena, "%s-%u", text, last);
        file = source->at.file;
        is_part = is_part || source->is_part;
    }
    if (!file)
        return say(explained->page->language, "ingen linje for sig", "no line of its own");
    return is_part ? arena_printf(arena, "%s (%s)", text,
                                  say(explained->page->language, "lagt sammen", "added up"))
                   : text;
}

static const char *missing(const struct page *page, const struct released_cell *cell)
{
    if (cell && cell->release == RELEASE_HIDDEN)
        return say(page->language, "skjult", "hidden");
    return "–";
}

static const char *figure(struct page *page, const struct released_cell *cell, double value,
                          int decimals)
{
    return cell->release == RELEASE_OPEN ? page_number(page, value, decimals) : missing(page, cell);
}

/* A count with the decimals it has: full-time persons may have one. */
static const char *count(struct page *page, const struct released_cell *cell, double value)
{
    double whole = number_round(value, 0);
    return figure(page, cell, value, fabs(value - whole) < 1e-9 ? 0 : 1);
}

/* What a figure is made of, by its measure: two cells of the table; none for a given value. */
static void add_basis(struct page_table *table, const struct released_cell *cell)
{
    struct page *page = table->page;
    bool open = cell->release == RELEASE_OPEN;
    switch (cell->indicator->measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        page_cell(table, open && !cell->has_numerator
                             ? say(page->language, "ikke frigivet", "not released")
                             : count(page, cell, cell->numerator));
        page_cell(table, count(page, cell, cell->denominator));
        return;
    case MEASURE_MEAN:
        page_cell(table, count(page, cell, cell->denominator));
        page_cell(table, open && cell->spread < 0 ? "–" : figure(page, cell, cell->spread, 2));
        return;
    case MEASURE_SURVEY:
        page_cell(table, count(page, cell, cell->denominator));
        page_cell(table, figure(page, cell, cell->design_effect, 2));
        return;
    case MEASURE_VALUE:
        break;
    }
}

static const char *basis_label(enum language language, enum measure measure, bool second)
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        return second ? say(language, "Nævner", "Denominator") : say(language, "Tæller", "Count");
    case MEASURE_MEAN:
        return second ? say(language, "Spredning", "Spread") : say(language, "Personer", "Persons");
    case MEASURE_SURVEY:
        return second ? say(language, "Designeffekt", "Design effect")
                      : say(language, "Svar", "Answers");
    case MEASURE_VALUE:
        break;
    }
    return "";
}

static const char *row_remark(const struct page *page, const struct released_cell *cell)
{
    if (cell->reason == REASON_SUPPRESSED)
        return say(page->language, "få personer", "few persons");
    if (cell->release != RELEASE_OPEN)
        return reason_text(cell->reason, page->language);
    if (cell->status == FIGURE_PROVISIONAL)
        return say(page->language, "foreløbigt", "provisional");
    return cell->status == FIGURE_ESTIMATED ? say(page->language, "skøn", "estimated") : "";
}

static void add_inputs(const struct explained *explained, const struct area *area)
{
    struct page *page = explained->page;
    const struct indicator *indicator = explained->request->indicator;
    struct released_series series = released_series(explained->findings->table, indicator, area);
    const struct page_column period = {say(page->language, "Periode", "Period"), true};
    const struct page_column value = {indicator->unit, false};
    const struct page_column lines_at = {say(page->language, "Fil og linje", "File and line"),
                                         true};
    const struct page_column counted[] = {
        period,
        {basis_label(page->language, indicator->measure, false), false},
        {basis_label(page->language, indicator->measure, true), false},
        value,
        lines_at,
    };
    const struct page_column given[] = {period, value, lines_at};
    bool is_given = indicator->measure == MEASURE_VALUE;
    struct page_table table = page_table_make(page, is_given ? given : counted, is_given ? 3 : 5);
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = &series.cells[i];
        const char *remark = row_remark(page, cell);
        const char *lines = explain_lines(explained, area, NULL, cell->period);
        page_cell(&table, page_period(page, cell->period));
        add_basis(&table, cell);
        page_cell(&table, figure(page, cell, cell->value, explained->decimals));
        page_cell(&table, *remark ? arena_printf(page->arena, "%s · %s", lines, remark) : lines);
    }
    page_gap(page);
    page_say(page, "%s:", area->name);
    page_table_end(&table);
}

/* How the rest follows from the others. */
static void explain_rest(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct catalogue *catalogue = explained->findings->table->catalogue;
    const struct area *municipality = area_municipality(explained->request->area);
    const char *areas = "";
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_ESTATE && catalogue->areas[i].part_of == municipality)
            areas = arena_printf(page->arena, "%s%s%s", areas, *areas ? ", " : "",
                                 catalogue->areas[i].name);
    page_gap(page);
    page_say(
        page,
        say(page->language,
            "Resten har ingen linjer for sig. Den er kommunens tal minus planens områder (%s), "
            "regnet på antal i hver periode. Mangler ét af områderne i en periode, har resten "
            "intet tal i den. Resten frigives som tal og nævner; i den delte udgave aldrig "
            "som tæller.",
            "The rest has no lines of its own. It is the municipality's figure less the "
            "plan's areas (%s), on counts in each period. Where one of the areas lacks a "
            "period the rest has no figure in it. The rest is released as a figure with its "
            "denominator; in the shared edition never as a count."),
        areas);
}

void explain_inputs(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct area *area = explained->request->area;
    const struct area *municipality = area_municipality(area);
    page_section(page, say(page->language, "Tallene og deres linjer i planmappen",
                           "The figures and their lines in the plan folder"));
    add_inputs(explained, area);
    if (municipality && municipality != area)
        add_inputs(explained, municipality);
    if (explained->comparator && explained->comparator->role == AREA_REST)
        explain_rest(explained);
    if (explained->findings->table->edition == EDITION_SHARED) {
        page_gap(page);
        page_say(page, "%s",
                 say(page->language,
                     "Delt udgave: »skjult« er et tal, der findes, men ikke må vises. Det kendes "
                     "heller ikke i beregningerne herunder: alt er regnet på de frigivne, "
                     "afrundede tal og på, hvad et skjult tal kan være.",
                     "Shared edition: »hidden« is a figure that exists and may not be shown. "
                     "Nor is it known to the calculations below: all is computed from the "
                     "released, rounded figures, and from what a hidden one can be."));
    }
}
