/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_jumps.h"

#include <assert.h>
#include <math.h>

#include "pejling/findings/remark_places.h"
#include "pejling/findings/step_error.h"

#define MATTERS_OF_LEVEL 0.25
#define MATTERS_OF_SHARE 0.05 /* pct.-points, as a share */
#define STEP_AND_A_HALF 1.5

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    const struct indicator *indicator;
    struct jump_room *room;
    struct remark_places spikes, shifts;
    size_t all; /* areas looked at */
};

static bool is_usable(const struct released_cell *cell)
{
    return cell->release == RELEASE_OPEN && !isnan(cell->time);
}

static double step_that_matters(const struct released_cell *a, const struct released_cell *b)
{
    double step = MATTERS_OF_LEVEL * (fabs(a->value) + fabs(b->value)) / 2;
    bool is_share = measure_counts_persons(a->indicator->measure);
    double most = is_share ? MATTERS_OF_SHARE * a->indicator->factor : HUGE_VAL;
    return step < most ? step : most;
}

/* The shortest time between two cells of a series: how often it comes. */
static double shortest_time(const struct released_series *series)
{
    double shortest = HUGE_VAL;
    for (size_t i = 1; i < series->count; i++) {
        double time = series->cells[i].time - series->cells[i - 1].time;
        shortest = time < shortest ? time : shortest; /* not the NaN of an unknown period */
    }
    return shortest;
}

/* Whether a cell comes right after the one before it: no break, and no hole but between dates. */
static bool follows(const struct catalogue *catalogue, const struct released_series *series,
                    size_t i, double usual)
{
    const struct released_cell *cell = &series->cells[i], *before = cell - 1;
    if (i == 0 || !is_usable(before))
        return false;
    if (cell->period.kind != PERIOD_DATE && cell->time - before->time > STEP_AND_A_HALF * usual)
        return false;
    return catalogue_last_break(catalogue, cell->indicator, cell->area, before->time) ==
           catalogue_last_break(catalogue, cell->indicator, cell->area, cell->time);
}

static void make_room(struct arena *arena, struct jump_room *room, size_t count)
{
    if (count <= room->capacity)
        return;
    *room = (struct jump_room){arena_alloc(arena, count, sizeof *room->points),
                               arena_alloc(arena, count, sizeof *room->jumps), count};
}

size_t plausible_jumps_find(struct arena *arena, const struct catalogue *catalogue,
                            const struct released_series *series, struct jump_room *room)
{
    double usual = shortest_time(series);
    make_room(arena, room, series->count);
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        struct jump_point *point = &room->points[i];
        point->y = cell->value;
        point->follows = is_usable(cell) && follows(catalogue, series, i, usual);
        if (point->follows) {
            point->error = step_error(cell - 1, cell);
            point->matters = step_that_matters(cell - 1, cell);
        }
    }
    return jump_find(arena, room->points, series->count, room->jumps);
}

static void find_jumps(struct search *search, const struct released_series *series,
                       const struct area *area)
{
    struct arena *arena = search->diagnostics->arena;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    size_t count = plausible_jumps_find(arena, search->table->catalogue, series, search->room);
    for (size_t i = 0; i < count; i++) {
        assert(search->room->jumps); /* there is room for all that were found */
        const struct jump *jump = &search->room->jumps[i];
        const struct released_cell *cell = &series->cells[jump->at];
        period_text(to, cell->period);
        if (jump->is_spike)
            remark_places_add(&search->spikes, arena, arena_copy(arena, to), area);
        else
            remark_places_add(
                &search->shifts, arena,
                arena_printf(arena,
                             say(search->diagnostics->language, "fra %s til %s", "from %s to %s"),
                             period_text(from, cell[-1].period), to),
                area);
    }
}

static bool has_open(const struct released_series *series)
{
    for (size_t i = 0; i < series->count; i++)
        if (is_usable(&series->cells[i]))
            return true;
    return false;
}

static void report(const struct search *search)
{
    struct diagnostics *diagnostics = search->diagnostics;
    const struct indicator *indicator = search->indicator;
    for (size_t i = 0; i < search->spikes.count; i++) {
        const struct remark_place *spike = &search->spikes.items[i];
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, indicator->at,
            "»%s« %s: tallet for %s ligger længere fra tallene før og efter, end tilfældige "
            "udsving forklarer · se efter, om det er rigtigt",
            "»%s« %s: the figure for %s lies further from those before and after it than chance "
            "explains · check that it is right",
            indicator->code,
            remark_place_text(diagnostics->arena, diagnostics->language, spike, search->all),
            spike->what);
    }
    for (size_t i = 0; i < search->shifts.count; i++) {
        const struct remark_place *shift = &search->shifts.items[i];
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, indicator->at,
            "»%s« %s ændrer sig %s mere, end tilfældige udsving forklarer · se efter, om tallene "
            "er rigtige; er opgørelsen lavet om, så skriv et brud i brud.csv",
            "»%s« %s changes %s by more than chance explains · check that the figures are right; "
            "if the way of counting has changed, write a break into brud.csv",
            indicator->code,
            remark_place_text(diagnostics->arena, diagnostics->language, shift, search->all),
            shift->what);
    }
}

void plausible_jumps_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    struct jump_room room = {.capacity = 0};
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        struct search search = {.diagnostics = diagnostics,
                                .table = table,
                                .indicator = &catalogue->indicators[i],
                                .room = &room};
        for (size_t j = 0; j < catalogue->area_count; j++) {
            const struct area *area = &catalogue->areas[j];
            struct released_series series = released_series(table, search.indicator, area);
            if (remark_place_is_derived(table, search.indicator, area))
                continue;
            search.all += has_open(&series);
            find_jumps(&search, &series, area);
        }
        report(&search);
    }
}
