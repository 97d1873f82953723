/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_tables.h"

#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/period_rows.h"

/* Whose levels stand side by side in the table under a figure. */
static bool is_shown(const struct seminar *seminar, const struct indicator *indicator,
                     const struct area *area)
{
    return area->role != AREA_SECTION && area->role != AREA_REST &&
           released_series(seminar->speaker.findings->table, indicator, area).count > 0;
}

/* The same, and what the gaps are to. */
static bool is_shown_or_rest(const struct seminar *seminar, const struct indicator *indicator,
                             const struct area *area)
{
    return area->role == AREA_REST
               ? released_series(seminar->speaker.findings->table, indicator, area).count > 0
               : is_shown(seminar, indicator, area);
}

/* A table of periods down and areas across. */
struct number_table {
    const char *summary, *caption;
    bool (*shows)(const struct seminar *, const struct indicator *, const struct area *);
    enum statistic (*statistic)(const struct seminar *, const struct indicator *,
                                const struct area *);
    bool with_intervals; /* then it is folded, and left out on paper */
};

/* The areas that have a column. */
static const struct area **areas_shown(const struct seminar *seminar,
                                       const struct indicator *indicator,
                                       const struct number_table *table, size_t *count)
{
    const struct catalogue *catalogue = seminar->catalogue;
    const struct area **areas =
        arena_alloc(seminar->speaker.arena, catalogue->area_count, sizeof *areas);
    *count = 0;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (table->shows(seminar, indicator, &catalogue->areas[i]))
            areas[(*count)++] = &catalogue->areas[i];
    return areas;
}

static void write_number_row(const struct seminar *seminar, const struct indicator *indicator,
                             const struct number_table *table, const struct area *const *areas,
                             size_t count, struct period period)
{
    char text[PERIOD_TEXT];
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", period_label(text, period));
    for (size_t i = 0; i < count; i++)
        seminar_number(seminar,
                       finding_at(seminar->speaker.findings, indicator, areas[i],
                                  table->statistic(seminar, indicator, areas[i]), period),
                       "", table->with_intervals);
    sink_text(seminar->sink, "</tr>\n");
}

/* The table itself. */
static void write_bare_table(const struct seminar *seminar, const struct indicator *indicator,
                             const struct number_table *table)
{
    size_t count;
    const struct area **areas = areas_shown(seminar, indicator, table, &count);
    const struct released_cell *cell = NULL;
    sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"levels\">");
    html_element(seminar->sink, "caption", table->caption);
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Periode", "Period"));
    for (size_t i = 0; i < count; i++)
        html_element(seminar->sink, "th scope=\"col\" class=\"n\"", areas[i]->name);
    sink_text(seminar->sink, "</tr></thead><tbody>\n");
    while (
        (cell = period_row_after(seminar->speaker.findings->table, indicator, areas, count, cell)))
        write_number_row(seminar, indicator, table, areas, count, cell->period);
    sink_text(seminar->sink, "</tbody></table></div>");
}

static void write_number_table(const struct seminar *seminar, const struct indicator *indicator,
                               const struct number_table *table)
{
    sink_text(seminar->sink,
              table->with_intervals ? "<details><summary>" : "<details open><summary>");
    html_text(seminar->sink, table->summary);
    sink_text(seminar->sink, "</summary>\n");
    write_bare_table(seminar, indicator, table);
    sink_text(seminar->sink, "</details>\n");
}

static enum statistic level_of(const struct seminar *seminar, const struct indicator *indicator,
                               const struct area *area)
{
    (void)seminar, (void)indicator, (void)area;
    return STATISTIC_LEVEL;
}

static bool is_compared(const struct seminar *seminar, const struct indicator *indicator,
                        const struct area *area)
{
    struct followup_row row;
    return followup_row(seminar->speaker.findings, indicator, area, &row);
}

/* The gap that the verdict is about. */
static enum statistic gap_of(const struct seminar *seminar, const struct indicator *indicator,
                             const struct area *area)
{
    struct followup_row row;
    bool rest = followup_row(seminar->speaker.findings, indicator, area, &row) &&
                row.gap_change->comparator && row.gap_change->comparator->role == AREA_REST;
    return rest ? STATISTIC_GAP_REST : STATISTIC_GAP;
}

static struct number_table level_table(const struct seminar *seminar,
                                       const struct indicator *indicator)
{
    return (struct number_table){
        seminar_words(seminar, "Niveau med usikkerhed", "Level with uncertainty"),
        arena_printf(seminar->speaker.arena, "%s, %s", seminar_words(seminar, "Niveau", "Level"),
                     indicator->unit),
        is_shown, level_of, true};
}

static struct number_table gap_table(const struct seminar *seminar,
                                     const struct indicator *indicator)
{
    return (struct number_table){
        seminar_words(seminar, "Afstand med usikkerhed", "Gap with uncertainty"),
        arena_printf(seminar->speaker.arena, "%s, %s", seminar_words(seminar, "Afstand", "Gap"),
                     indicator_difference_unit(indicator, seminar->speaker.language)),
        is_compared, gap_of, true};
}

void seminar_tables_write(const struct seminar *seminar, const struct indicator *indicator)
{
    struct number_table tables[] = {level_table(seminar, indicator),
                                    level_table(seminar, indicator), gap_table(seminar, indicator)};
    tables[0].summary =
        seminar_words(seminar, "Tallene bag figuren", "The numbers behind the figure");
    tables[0].with_intervals = false;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        write_number_table(seminar, indicator, &tables[i]);
}

void seminar_level_table(const struct seminar *seminar, const struct indicator *indicator)
{
    struct number_table table = level_table(seminar, indicator);
    table.shows = is_shown_or_rest;
    write_bare_table(seminar, indicator, &table);
}

void seminar_gap_table(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct number_table table = gap_table(seminar, indicator);
    size_t count;
    areas_shown(seminar, indicator, &table, &count);
    if (count)
        write_bare_table(seminar, indicator, &table);
}
