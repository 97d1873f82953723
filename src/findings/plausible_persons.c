/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_persons.h"

#include <math.h>

#include "pejling/stats/median.h"

#define ABRUPT 0.15
#define SIGMAS 4
#define MEDIAN_TO_SIGMA 1.4826 /* of the absolute value of a normal variable */
#define FEWEST_OTHERS 2
#define SMALLEST_SECTION 0.05

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    const struct area *area;
    double *work; /* room for the sizes of the changes of any series */
};

/* Indicators that say so, among those that could. */
struct votes {
    size_t yes, all;
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

/* Whether the cell at `i` and the one before it are two years in a row without a break. */
static bool is_change(const struct search *search, const struct released_series *series, size_t i)
{
    if (i == 0 || !is_open(&series->cells[i]) || !is_open(&series->cells[i - 1]))
        return false;
    const struct released_cell *cell = &series->cells[i], *before = cell - 1;
    const struct catalogue *catalogue = search->table->catalogue;
    return cell->period.year == before->period.year + 1 &&
           catalogue_last_break(catalogue, cell->indicator, cell->area, before->time) ==
               catalogue_last_break(catalogue, cell->indicator, cell->area, cell->time);
}

static double change_at(const struct released_series *series, size_t i)
{
    return log(series->cells[i].denominator / series->cells[i - 1].denominator);
}

/* Held up against the sizes of the series' other changes, which are in the work space. */
static bool is_abrupt(const struct search *search, const struct released_series *series, size_t at,
                      size_t others)
{
    const struct released_cell *cell = &series->cells[at], *before = cell - 1;
    double chance = sqrt((1 / cell->denominator + 1 / before->denominator) / 2);
    double usual = MEDIAN_TO_SIGMA * median_sorting(search->work, others);
    return fabs(cell->denominator / before->denominator - 1) > ABRUPT &&
           fabs(change_at(series, at)) > SIGMAS * fmax(usual, chance);
}

static void vote_on_change(const struct search *search, const struct indicator *indicator, int year,
                           struct votes *votes)
{
    struct released_series series = released_series(search->table, indicator, search->area);
    size_t at = 0, others = 0;
    for (size_t i = 1; i < series.count; i++) {
        if (!is_change(search, &series, i))
            continue;
        if (series.cells[i].period.year == year)
            at = i;
        else
            search->work[others++] = fabs(change_at(&series, i));
    }
    if (at == 0 || others < FEWEST_OTHERS)
        return;
    votes->all++;
    votes->yes += is_abrupt(search, &series, at, others);
}

static void remark_on_change(const struct search *search, int year)
{
    const struct catalogue *catalogue = search->table->catalogue;
    struct votes votes = {0, 0};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (counts_residents(&catalogue->indicators[i]))
            vote_on_change(search, &catalogue->indicators[i], year, &votes);
    if (carries(&votes))
        diagnostics_report(
            search->diagnostics, PROBLEM_REMARK, search->area->at,
            "antallet af personer i »%s« ændrer sig brat fra %d til %d uden et brud · er en "
            "afdeling solgt eller kommet til, så skriv dens dato i omraader.csv (fra/til), ellers "
            "et brud i brud.csv",
            "the number of persons in »%s« changes abruptly from %d to %d without a break · if a "
            "section was sold or has joined, write its date into omraader.csv (fra/til), else a "
            "break into brud.csv",
            search->area->code, year - 1, year);
}

/* The years that the area has cells of, so that none is asked for in vain. */
static void remark_on_changes(const struct search *search)
{
    int first = 0, last = -1;
    for (size_t i = 0; i < search->table->catalogue->indicator_count; i++) {
        struct released_series series =
            released_series(search->table, &search->table->catalogue->indicators[i], search->area);
        for (size_t j = 0; j < series.count; j++) {
            int year = series.cells[j].period.year;
            if (series.cells[j].period.kind == PERIOD_UNKNOWN)
                continue;
            first = last < first || year < first ? year : first;
            last = year > last ? year : last;
        }
    }
    for (int year = first + 1; year <= last; year++)
        remark_on_change(search, year);
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
    struct search search = {diagnostics, table, NULL,
                            arena_alloc(diagnostics->arena, table->count + 1, sizeof *search.work)};
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
