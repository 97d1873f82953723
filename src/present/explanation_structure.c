/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_structure.h"

#include <math.h>

#include "pejling/base/number.h"
#include "pejling/findings/age_structure.h"
#include "pejling/findings/move_split.h"
#include "pejling/present/explanation_inputs.h"
#include "pejling/present/sentence_structure.h"
#include "pejling/present/wording.h"

static const struct finding *last_of(const struct explained *explained, enum statistic statistic)
{
    return structure_last(explained->findings, explained->request->indicator,
                          explained->request->area, statistic);
}

/* One number with its interval, or why there is none. */
static void tell(const struct explained *explained, const struct finding *finding)
{
    struct page *page = explained->page;
    if (!finding)
        return;
    const char *label = wording_statistic(page->language, finding->statistic);
    const char *from = page_period(page, finding->from), *to = page_period(page, finding->to);
    const char *when = period_compare(finding->from, finding->to) == 0
                           ? from
                           : arena_printf(page->arena, "%s–%s", from, to);
    const char *limits = wording_interval(page->arena, page->language, finding);
    const char *unit = wording_unit(page->arena, page->language, finding);
    if (!finding_has_value(finding)) {
        page_item(page, "%s: – (%s)", label, wording_value(page->arena, page->language, finding));
        return;
    }
    page_item(page, "%s, %s: %s%s%s%s%s%s", label, when,
              wording_value(page->arena, page->language, finding), *unit ? " " : "", unit,
              *limits ? say(page->language, " (interval ", " (interval ") : "", limits,
              *limits ? ")" : "");
}

/* --- the groups ------------------------------------------------------------------------------- */
static struct page_table start_table(const struct explained *explained)
{
    struct page *page = explained->page;
    struct page_column *columns = arena_alloc(page->arena, 5, sizeof *columns);
    const struct page_column labels[] = {
        {say(page->language, "Periode", "Period"), true},
        {say(page->language, "Gruppe", "Group"), true},
        {say(page->language, "Nævner", "Denominator"), false},
        {explained->unit, false},
        {say(page->language, "Fil og linje", "File and line"), true},
    };
    for (size_t i = 0; i < 5; i++)
        columns[i] = labels[i];
    return page_table_make(page, columns, 5);
}

/* A group as it is released; `name` stands for one that follows from others. */
static void add_group(const struct explained *explained, struct page_table *table,
                      const struct released_cell *cell, const char *name)
{
    struct page *page = table->page;
    bool whole = fabs(cell->denominator - number_round(cell->denominator, 0)) < 1e-9;
    page_cell(table, page_period(page, cell->period));
    page_cell(table, name ? name : cell->group);
    page_cell(table, page_number(page, cell->denominator, whole ? 0 : 1));
    page_cell(table, page_number(page, cell->value, explained->decimals));
    page_cell(table, name ? say(page->language, "alle minus den anden gruppe",
                                "everybody less the other group")
                          : explain_lines(explained, cell->area, cell->group, cell->period));
}

static void list_ages(const struct explained *explained, const struct age_partition *partition,
                      struct age_place place)
{
    struct page *page = explained->page;
    page_say(page, "%s:", place.area->name);
    struct page_table table = start_table(explained);
    for (size_t i = 0; i < partition->count; i++)
        add_group(explained, &table,
                  age_group_cell(explained->findings->table, explained->request->indicator, place,
                                 partition->bands[i]),
                  NULL);
    page_table_end(&table);
    page_gap(page);
}

/* --- ages ------------------------------------------------------------------------------------- */
static void explain_method_of_ages(const struct explained *explained)
{
    struct page *page = explained->page;
    page_say(
        page, "%s",
        say(page->language,
            "Niveauet med sammenligningens alderssammensætning er gruppernes tal i området, vejet "
            "med, hvor "
            "stor en del hver gruppe er af sammenligningen. Afstanden deles i to (Kitagawa "
            "1955): gruppernes forskelle i tal, vejet med gennemsnittet af de to "
            "alderssammensætninger, og forskellene i alderssammensætning, vejet med "
            "gennemsnittet af de to steders tal. Afrundingen af gruppernes tal er lagt til "
            "den første del, så de to giver den viste afstand.",
            "The level with the comparator's age composition is the groups' figures in the area, "
            "weighted "
            "by how large a part of the comparator each group is. The gap is divided in two "
            "(Kitagawa 1955): the differences of the groups' figures, weighted by the mean of "
            "the two age structures, and the differences of age structure, weighted by the "
            "mean of the figures of the two places. What the groups' figures are rounded by is "
            "put on the first, so that the two give the gap that is shown."));
}

static void explain_ages(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct finding *standardised = last_of(explained, STATISTIC_AGE_STANDARDISED);
    if (!standardised)
        return;
    page_section(page, say(page->language, "Alder", "Ages"));
    if (finding_has_value(standardised)) {
        const struct age_place places[] = {{standardised->area, standardised->from},
                                           {standardised->comparator, standardised->from}};
        struct age_partition partition = age_partition_find(page->arena, explained->findings->table,
                                                            standardised->indicator, places, 2);
        list_ages(explained, &partition, places[0]);
        list_ages(explained, &partition, places[1]);
        explain_method_of_ages(explained);
    }
    tell(explained, standardised);
    tell(explained, last_of(explained, STATISTIC_AGE_RATE_EFFECT));
    tell(explained, last_of(explained, STATISTIC_AGE_COMPOSITION_EFFECT));
    tell(explained, last_of(explained, STATISTIC_AGE_RATE_CHANGE));
    tell(explained, last_of(explained, STATISTIC_AGE_COMPOSITION_CHANGE));
}

/* --- moves ------------------------------------------------------------------------------------ */
static void list_movers(const struct explained *explained, struct page_table *table,
                        struct period period)
{
    struct page *page = explained->page;
    struct movers movers = movers_find(explained->findings->table, explained->request->indicator,
                                       explained->request->area, period);
    if (movers.reason != REASON_NONE)
        return;
    add_group(explained, table, &movers.stayers,
              movers.derived_stayers ? say(page->language, "fastboende", "stayers") : NULL);
    add_group(explained, table, &movers.in_movers,
              movers.derived_in_movers ? say(page->language, "tilflyttere", "in-movers") : NULL);
}

static void explain_moves(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct finding *stayers = last_of(explained, STATISTIC_STAYERS_CHANGE);
    const struct finding *movers = last_of(explained, STATISTIC_MOVERS_DIFFERENCE);
    if (!stayers && !movers)
        return;
    page_section(page, say(page->language, "Flytninger", "Moves"));
    if (stayers && finding_has_value(stayers)) {
        struct page_table table = start_table(explained);
        list_movers(explained, &table, stayers->from);
        list_movers(explained, &table, stayers->to);
        page_table_end(&table);
        page_gap(page);
        page_say(
            page, "%s",
            say(page->language,
                "De fastboendes del er ændringen i deres tal, vejet med gennemsnittet af, hvor "
                "stor en del af alle de er i de to perioder. Flytningernes del er resten af "
                "ændringen i niveau.",
                "The stayers' part is the change of their figure, weighted by the mean of how "
                "large a part of everybody they are in the two periods. That of moves is the "
                "rest of the change of the level."));
    }
    tell(explained, stayers);
    tell(explained, last_of(explained, STATISTIC_MOVES_CHANGE));
    tell(explained, movers);
}

void explain_structure(const struct explained *explained)
{
    explain_ages(explained);
    explain_moves(explained);
}
