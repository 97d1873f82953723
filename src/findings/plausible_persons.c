/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_persons.h"

#include <math.h>

#include "pejling/stats/median.h"

#define YEARS (PERIOD_LAST_YEAR - PERIOD_FIRST_YEAR + 1)
#define ABRUPT 0.15
#define SIGMAS 4
#define MEDIAN_TO_SIGMA 1.4826 /* of the absolute value of a normal variable */
#define FEWEST_OTHERS 2
#define SMALLEST_SECTION 0.05

/* Indicators that say so, among those that could. */
struct votes {
    size_t yes, all;
};

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    const struct area *area;
};

/* The cells of a series that come right after another: no more than one a year. */
struct changes {
    const struct released_cell *cells[YEARS];
    size_t count;
};

static bool carries(const struct votes *votes)
{
    return votes->yes > 0 && votes->yes * 2 >= votes->all;
}

static bool counts_residents(const struct indicator *indicator)
{
    enum period_kind kind = indicator->reporting.kind;
    return measure_has_counts(indicator->measure) && indicator->accrual == ACCRUAL_STOCK &&
           (kind == PERIOD_YEAR || kind == PERIOD_SCHOOL_YEAR);
}

static bool is_open(const struct released_cell *cell)
{
    return cell->release == RELEASE_OPEN && cell->denominator > 0 && !isnan(cell->time);
}

/* Whether the cell and the one before it are two years in a row without a break. */
static bool is_change(const struct search *search, const struct released_cell *cell)
{
    const struct released_cell *before = cell - 1;
    const struct catalogue *catalogue = search->table->catalogue;
    return is_open(cell) && is_open(before) && cell->period.year == before->period.year + 1 &&
           catalogue_last_break(catalogue, cell->indicator, cell->area, before->time) ==
               catalogue_last_break(catalogue, cell->indicator, cell->area, cell->time);
}

static bool is_great(const struct released_cell *cell)
{
    return fabs(cell->denominator / cell[-1].denominator - 1) > ABRUPT;
}

static double size_of_change(const struct released_cell *cell)
{
    return fabs(log(cell->denominator / cell[-1].denominator));
}

/* Held up against the sizes of the series' other changes. */
static bool is_unusual(const struct changes *changes, const struct released_cell *cell)
{
    double sizes[YEARS];
    size_t others = 0;
    for (size_t i = 0; i < changes->count; i++)
        if (changes->cells[i] != cell)
            sizes[others++] = size_of_change(changes->cells[i]);
    double chance = sqrt((1 / cell->denominator + 1 / cell[-1].denominator) / 2);
    double usual = MEDIAN_TO_SIGMA * median_reordering(sizes, others);
    return size_of_change(cell) > SIGMAS * fmax(usual, chance);
}

/* What the indicator says of each year. */
static void vote_on_changes(const struct search *search, const struct indicator *indicator,
                            struct votes *years)
{
    struct released_series series = released_series(search->table, indicator, search->area);
    struct changes changes;
    changes.count = 0;
    for (size_t i = 1; i < series.count; i++)
        if (is_change(search, &series.cells[i]))
            changes.cells[changes.count++] = &series.cells[i];
    for (size_t i = 0; i < changes.count && changes.count > FEWEST_OTHERS; i++) {
        const struct released_cell *cell = changes.cells[i];
        struct votes *votes = &years[cell->period.year - PERIOD_FIRST_YEAR];
        votes->all++;
        votes->yes += is_great(cell) && is_unusual(&changes, cell);
    }
}

static void remark_on_changes(const struct search *search)
{
    const struct catalogue *catalogue = search->table->catalogue;
    struct votes years[YEARS] = {{0, 0}};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (counts_residents(&catalogue->indicators[i]))
            vote_on_changes(search, &catalogue->indicators[i], years);
    for (int i = 0; i < YEARS; i++)
        if (carries(&years[i]))
            diagnostics_report(
                search->diagnostics, PROBLEM_REMARK, search->area->at,
                "antallet af personer i »%s« ændrer sig brat fra %d til %d uden et brud · er en "
                "afdeling solgt eller kommet til, så skriv dens dato i omraader.csv (fra/til), "
                "ellers et brud i brud.csv",
                "the number of persons in »%s« changes abruptly from %d to %d without a break · if "
                "a section was sold or has joined, write its date into omraader.csv (fra/til), "
                "else a break into brud.csv",
                search->area->code, PERIOD_FIRST_YEAR + i - 1, PERIOD_FIRST_YEAR + i);
}

/* --- a section that joins or leaves ------------------------------------------------------------*/

/* Whether the section's persons are still, or already, among the area's outside its dates. */
static void vote_on_section(const struct search *search, const struct indicator *indicator,
                            double date, bool leaves, struct votes *votes)
{
    const struct area *section = search->area;
    struct released_series series = released_series(search->table, indicator, section->part_of);
    for (size_t i = 1; i < series.count; i++) {
        const struct released_cell *before = &series.cells[i - 1], *after = &series.cells[i];
        if (!is_open(before) || !is_open(after) || before->time >= date || after->time < date ||
            after->period.year != before->period.year + 1)
            continue;
        const struct released_cell *with = leaves ? before : after;
        const struct released_cell *without = leaves ? after : before;
        const struct released_cell *own =
            released_cell(search->table, indicator, section, with->period);
        if (!own || !is_open(own) || own->denominator < SMALLEST_SECTION * with->denominator)
            continue;
        votes->all++;
        votes->yes += without->denominator > with->denominator - own->denominator / 2;
    }
}

static void remark_on_section(const struct search *search, double date, bool leaves)
{
    const struct catalogue *catalogue = search->table->catalogue;
    struct votes votes = {0, 0};
    for (size_t i = 0; i < catalogue->indicator_count && isfinite(date); i++)
        if (counts_residents(&catalogue->indicators[i]))
            vote_on_section(search, &catalogue->indicators[i], date, leaves, &votes);
    if (carries(&votes))
        diagnostics_report(
            search->diagnostics, PROBLEM_REMARK, search->area->at,
            "»%s« har en dato (fra/til), men antallet af personer i »%s« ændrer sig ikke "
            "tilsvarende · brug tal for området uden afdelingen, eller ret datoen",
            "»%s« has a date (fra/til), but the number of persons in »%s« does not change "
            "accordingly · use figures of the area without the section, or mend the date",
            search->area->code, search->area->part_of->code);
}

void plausible_persons_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    struct search search = {diagnostics, table, NULL};
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        search.area = &table->catalogue->areas[i];
        if (search.area->role == AREA_ESTATE || search.area->role == AREA_SECTION)
            remark_on_changes(&search);
        if (search.area->role == AREA_SECTION) {
            remark_on_section(&search, search.area->from, false);
            remark_on_section(&search, search.area->to, true);
        }
    }
}
