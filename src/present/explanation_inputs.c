/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_inputs.h"

#include <math.h>
#include <string.h>

#include "pejling/base/number.h"

/* The lines of one figure that have a role, and how they are written. */
struct line_list {
    const struct explained *explained;
    const struct area *area;
    const char *group;
    struct period period;
    enum source_role role;
};

static bool is_listed(const struct line_list *list, const struct explanation_source *source)
{
    return source->area == list->area && source->role == list->role &&
           group_compare(source->group, list->group) == 0 &&
           period_compare(source->period, list->period) == 0;
}

/* `tal.csv:4, 7-9`: runs of lines as one; "" for none. */
static const char *lines_text(const struct line_list *list)
{
    const struct explanation_request *request = list->explained->request;
    struct arena *arena = list->explained->page->arena;
    const char *text = "", *file = NULL;
    for (size_t i = 0; i < request->source_count;) {
        const struct explanation_source *source = &request->sources[i++];
        if (!is_listed(list, source))
            continue;
        unsigned first = source->at.line, last = first;
        while (i < request->source_count && is_listed(list, &request->sources[i]) &&
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
    }
    return text;
}

const char *explain_lines(const struct explained *explained, const struct area *area,
                          const char *group, struct period period)
{
    struct page *page = explained->page;
    struct line_list list = {explained, area, group, period, SOURCE_OWN};
    const char *own = lines_text(&list);
    list.role = SOURCE_PART;
    const char *parts = lines_text(&list);
    list.role = SOURCE_WHOLE;
    const char *whole = lines_text(&list);
    list.role = SOURCE_SUBTRACTED;
    const char *subtracted = lines_text(&list);
    if (*whole)
        return arena_printf(page->arena, "%s %s %s", whole, say(page->language, "minus", "less"),
                            subtracted);
    if (*parts)
        return arena_printf(page->arena, "%s (%s)", parts,
                            say(page->language, "lagt sammen", "added up"));
    return *own ? own : say(page->language, "ingen linje for sig", "no line of its own");
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

/* What stands behind the lines of a figure: of a survey, who answered; and what to know of it. */
static const char *lines_and_remarks(const struct explained *explained,
                                     const struct released_cell *cell)
{
    struct page *page = explained->page;
    const char *text = explain_lines(explained, cell->area, cell->group, cell->period),
               *remark = row_remark(page, cell);
    if (cell->release == RELEASE_OPEN && cell->response_rate > 0)
        text = arena_printf(page->arena,
                            say(page->language, "%s · svarprocent %s", "%s · response rate %s"),
                            text, page_number(page, cell->response_rate, 1));
    return *remark ? arena_printf(page->arena, "%s · %s", text, remark) : text;
}

/* The figures of an area for everybody, or for one group of it. */
static void add_figures(const struct explained *explained, const char *title,
                        struct released_series series)
{
    struct page *page = explained->page;
    const struct indicator *indicator = explained->request->indicator;
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
        page_cell(&table, page_period(page, cell->period));
        add_basis(&table, cell);
        page_cell(&table, figure(page, cell, cell->value, explained->decimals));
        page_cell(&table, lines_and_remarks(explained, cell));
    }
    page_gap(page);
    page_say(page, "%s:", title);
    page_table_end(&table);
}

/* An area's figures for everybody, and then those of each of its groups. */
static void add_inputs(const struct explained *explained, const struct area *area)
{
    struct page *page = explained->page;
    const struct released_table *table = explained->findings->table;
    const struct indicator *indicator = explained->request->indicator;
    struct released_series all = released_series(table, indicator, area);
    size_t slot = indicator->index * table->catalogue->area_count + area->index;
    const struct released_cell *end = table->cells + table->starts[slot + 1];
    if (all.count)
        add_figures(explained, area->name, all);
    for (const struct released_cell *cell = all.cells + all.count, *next; cell < end; cell = next) {
        for (next = cell + 1; next < end && strcmp(next->group, cell->group) == 0;)
            next++;
        add_figures(explained,
                    arena_printf(page->arena, say(page->language, "%s, gruppen %s", "%s, group %s"),
                                 area->name, cell->group),
                    (struct released_series){cell, (size_t)(next - cell)});
    }
}

/* Whether the edition holds the area asked about up against that one. */
static bool is_compared(const struct explained *explained, const struct area *other)
{
    const struct area *area = explained->request->area;
    const struct area *municipality = area_municipality(area);
    bool whole = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
    if (other == area || (municipality && other == municipality))
        return true;
    if (!whole)
        return false;
    return other->role == AREA_TWIN || other->role == AREA_COUNTRY ||
           (municipality &&
            other == catalogue_rest(explained->findings->table->catalogue, municipality));
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
            "Resten er kommunens tal minus planens områder (%s), "
            "regnet på antal i hver periode; linjerne er kommunens og så områdernes. Mangler ét af "
            "områderne i en periode, har resten "
            "intet tal i den. Resten frigives som tal og nævner; i den delte udgave aldrig "
            "som tæller.",
            "The rest is the municipality's figure less the "
            "plan's areas (%s), on counts in each period; the lines are the municipality's and "
            "then those of the areas. Where one of the areas lacks a "
            "period the rest has no figure in it. The rest is released as a figure with its "
            "denominator; in the shared edition never as a count."),
        areas);
}

void explain_inputs(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct catalogue *catalogue = explained->findings->table->catalogue;
    const struct area *area = explained->request->area;
    bool rest =
        explained->comparator ? explained->comparator->role == AREA_REST : area->role == AREA_REST;
    page_section(page, say(page->language, "Tallene og deres linjer i planmappen",
                           "The figures and their lines in the plan folder"));
    add_inputs(explained, area);
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (&catalogue->areas[i] != area && is_compared(explained, &catalogue->areas[i]))
            add_inputs(explained, &catalogue->areas[i]);
    if (rest)
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
