/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_periods.h"

#include <limits.h>

#include "pejling/findings/remark_places.h"
#include "pejling/findings/trend.h"

#define QUARTERS 4
#define SHOWN_HOLES 3 /* of one series; further ones are counted */

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    const struct indicator *indicator;
};

/* Periods one after the other have numbers one after the other. */
static int serial_of(struct period period)
{
    return period.kind == PERIOD_QUARTER ? period.year * QUARTERS + period.month - 1 : period.year;
}

static struct period period_of_serial(enum period_kind kind, int serial)
{
    bool quarter = kind == PERIOD_QUARTER;
    return (struct period){.kind = kind,
                           .year = (short)(quarter ? serial / QUARTERS : serial),
                           .month = (signed char)(quarter ? serial % QUARTERS + 1 : 0)};
}

static bool is_regular(const struct indicator *indicator)
{
    return indicator->measure != MEASURE_SURVEY && indicator->reporting.kind != PERIOD_DATE;
}

/* The series without its unknown periods, which come first; none of a derived one. */
static struct released_series known_series(const struct search *search, const struct area *area)
{
    struct released_series series = released_series(search->table, search->indicator, area);
    while (series.count && series.cells->period.kind == PERIOD_UNKNOWN) {
        series.cells++;
        series.count--;
    }
    if (remark_place_is_derived(search->table, search->indicator, area))
        series.count = 0;
    return series;
}

/* From the cell before to the one at `i`. */
static int step_to(const struct released_series *series, size_t i)
{
    return serial_of(series->cells[i].period) - serial_of(series->cells[i - 1].period);
}

/*
 * How often the indicator comes: the shortest step of all its series, where at least half of them
 * are that short. 0 where it comes irregularly, like elections by year.
 */
static int usual_step(const struct search *search)
{
    const struct catalogue *catalogue = search->table->catalogue;
    int shortest = INT_MAX;
    size_t count = 0, short_ones = 0;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        struct released_series series = known_series(search, &catalogue->areas[i]);
        for (size_t j = 1; j < series.count; j++, count++) {
            int step = step_to(&series, j);
            if (step < shortest)
                short_ones = 0;
            shortest = step < shortest ? step : shortest;
            short_ones += step == shortest;
        }
    }
    return short_ones * 2 >= count && count ? shortest : 0;
}

/* `2015, 2016 og 2017`; further ones as `2015, 2016, 2017 og 4 til`. NULL for none. */
static const char *holes_of(const struct search *search, const struct released_series *series,
                            int step)
{
    struct arena *arena = search->diagnostics->arena;
    char text[PERIOD_TEXT];
    const char *holes = NULL;
    size_t count = 0;
    for (size_t i = 1; i < series->count; i++) {
        int last = serial_of(series->cells[i].period), taken = step_to(series, i);
        if (taken % step != 0) /* out of step: nobody can say which one is missing */
            continue;
        for (int at = last - taken + step; at < last; at += step) {
            struct period hole = period_of_serial(series->cells[i].period.kind, at);
            if (count++ < SHOWN_HOLES)
                holes = arena_printf(arena, "%s%s%s", holes ? holes : "", holes ? ", " : "",
                                     period_text(text, hole));
        }
    }
    if (count > SHOWN_HOLES)
        holes = arena_printf(arena,
                             say(search->diagnostics->language, "%s og %zu til", "%s and %zu more"),
                             holes, count - SHOWN_HOLES);
    return holes;
}

static void remark_on_holes(const struct search *search)
{
    struct diagnostics *diagnostics = search->diagnostics;
    const struct catalogue *catalogue = search->table->catalogue;
    struct remark_places places = {0};
    size_t all = 0;
    int step = is_regular(search->indicator) ? usual_step(search) : 0;
    for (size_t i = 0; i < catalogue->area_count && step; i++) {
        struct released_series series = known_series(search, &catalogue->areas[i]);
        const char *holes = holes_of(search, &series, step);
        all += series.count > 1;
        if (holes)
            remark_places_add(&places, diagnostics->arena, holes, &catalogue->areas[i]);
    }
    for (size_t i = 0; i < places.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, search->indicator->at,
            "»%s« %s har ingen række for %s · skriv tallene, eller en række med status mangler "
            "eller diskret",
            "»%s« %s has no row for %s · write the figures, or a row with status mangler or "
            "diskret",
            search->indicator->code,
            remark_place_text(diagnostics->arena, diagnostics->language, &places.items[i], all),
            places.items[i].what);
}

static bool has_baseline(enum area_role role)
{
    return role == AREA_ESTATE || role == AREA_TOTAL || role == AREA_MUNICIPALITY;
}

/* A hidden figure is a figure: that it is there is no secret. */
static bool has_figure(const struct released_series *series)
{
    for (size_t i = 0; i < series->count; i++)
        if (series->cells[i].release != RELEASE_ABSENT)
            return true;
    return false;
}

static void remark_on_baseline(const struct search *search)
{
    struct diagnostics *diagnostics = search->diagnostics;
    const struct catalogue *catalogue = search->table->catalogue;
    struct remark_places places = {0};
    size_t all = 0;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        struct released_series series = known_series(search, &catalogue->areas[i]);
        if (!has_baseline(catalogue->areas[i].role) || !has_figure(&series))
            continue;
        all++;
        if (!trend_is_baseline(&catalogue->plan, series.cells->time))
            remark_places_add(&places, diagnostics->arena, "", &catalogue->areas[i]);
    }
    for (size_t i = 0; i < places.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, search->indicator->at,
            "»%s« %s har ingen række i basisåret eller før, så ændringen siden basisåret kan ikke "
            "regnes · skriv ældre tal, eller ret basisåret i plan.csv",
            "»%s« %s has no row in the baseline year or before, so the change since then "
            "cannot be computed · write older figures, or mend basisår in plan.csv",
            search->indicator->code,
            remark_place_text(diagnostics->arena, diagnostics->language, &places.items[i], all));
}

void plausible_periods_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    for (size_t i = 0; i < table->catalogue->indicator_count; i++) {
        const struct search search = {diagnostics, table, &table->catalogue->indicators[i]};
        remark_on_holes(&search);
        remark_on_baseline(&search);
    }
}
