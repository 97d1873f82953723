/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_sizes.h"

#include <math.h>

#include "pejling/findings/plausible_jumps.h"
#include "pejling/findings/remark_places.h"
#include "pejling/findings/step_error.h"

#define TIMES 8.0
#define ERRORS 5.0
#define LEAST_FIGURES 3

struct search {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    struct remark_places large, small, persons;
};

/*
 * The cells of a run from `first` on, up to `end`, those of one stretch between breaks; and the
 * least and the greatest of its open figures.
 */
struct stretch {
    const struct released_cell *first, *end;
    size_t count;
    double least, greatest;
    bool whole;
};

static struct stretch stretch_from(const struct released_cell *first)
{
    return (struct stretch){first, first, 0, HUGE_VAL, -HUGE_VAL, false};
}

static bool is_usable(const struct released_cell *cell)
{
    return cell->release == RELEASE_OPEN && !isnan(cell->time);
}

static void stretch_add(struct stretch *stretch, const struct released_cell *cell)
{
    stretch->end = cell + 1;
    stretch->count++;
    stretch->least = cell->value < stretch->least ? cell->value : stretch->least;
    stretch->greatest = cell->value > stretch->greatest ? cell->value : stretch->greatest;
}

static bool are_whole(const struct stretch *stretch)
{
    for (const struct released_cell *cell = stretch->first; cell < stretch->end; cell++)
        if (is_usable(cell) && cell->value > floor(cell->value))
            return false;
    return true;
}

/* The others' figure that lies nearest to one that may be out of place; they are in no order. */
static const struct released_cell *nearest(const struct stretch *stretch,
                                           const struct released_cell *than, bool above)
{
    const struct released_cell *found = NULL;
    for (const struct released_cell *cell = stretch->first; cell < stretch->end; cell++)
        if (is_usable(cell) && cell != than &&
            (!found || (above ? cell->value > found->value : cell->value < found->value)))
            found = cell;
    return found;
}

/* A value says nothing of what it counts; whole ones may be counts, and get the error of counts. */
static double error_of(const struct stretch *stretch, const struct released_cell *a,
                       const struct released_cell *b)
{
    if (a->indicator->measure == MEASURE_VALUE && stretch->whole)
        return sqrt(a->value + b->value);
    return step_error(a, b);
}

static bool is_unexplained(const struct stretch *stretch, const struct released_cell *cell,
                           const struct released_cell *other)
{
    return fabs(cell->value - other->value) > ERRORS * error_of(stretch, cell, other);
}

/* The jump that leads to the figure, or away from it. */
static bool is_named_as_jump(const struct search *search, const struct released_cell *run,
                             size_t count, const struct released_cell *cell)
{
    struct arena *arena = search->diagnostics->arena;
    const struct released_series series = {run, count};
    struct jump_room room = {.capacity = 0};
    size_t found =
        cell->group ? 0 : plausible_jumps_find(arena, search->table->catalogue, &series, &room);
    for (size_t i = 0; i < found; i++)
        if (run + room.jumps[i].at == cell || run + room.jumps[i].at == cell + 1)
            return true;
    return false;
}

static const char *period_and_group(struct arena *arena, const struct released_cell *cell)
{
    char text[PERIOD_TEXT];
    period_text(text, cell->period);
    return cell->group ? arena_printf(arena, "%s, »%s«", text, cell->group)
                       : arena_copy(arena, text);
}

/* Only where the greatest is so many times the least can one of them be so many times the others. */
static void look_at(struct search *search, struct stretch *stretch, const struct released_cell *run,
                    size_t run_count)
{
    struct arena *arena = search->diagnostics->arena;
    if (stretch->count < LEAST_FIGURES || !(stretch->least > 0) ||
        !(stretch->greatest > TIMES * stretch->least))
        return;
    stretch->whole = are_whole(stretch);
    for (const struct released_cell *cell = stretch->first; cell < stretch->end; cell++) {
        if (!is_usable(cell))
            continue;
        const struct released_cell *most = nearest(stretch, cell, true);
        const struct released_cell *least = nearest(stretch, cell, false);
        bool is_large = cell->value > TIMES * most->value && is_unexplained(stretch, cell, most);
        bool is_small = TIMES * cell->value < least->value && is_unexplained(stretch, cell, least);
        if ((is_large || is_small) && !is_named_as_jump(search, run, run_count, cell))
            remark_places_add(is_large ? &search->large : &search->small, arena,
                              period_and_group(arena, cell), cell->area);
    }
}

static bool is_of_persons(const struct released_cell *cell)
{
    return is_usable(cell) && measure_has_counts(cell->indicator->measure) && cell->denominator > 0;
}

static bool is_of_another_size(const struct released_cell *cell, const struct released_cell *before)
{
    double a = cell->denominator, b = before->denominator;
    return (a > TIMES * b || b > TIMES * a) && fabs(a - b) > ERRORS * sqrt(a + b);
}

static bool is_cut(const struct search *search, const struct released_cell *cell,
                   const struct released_cell *before)
{
    const struct catalogue *catalogue = search->table->catalogue;
    return catalogue_last_break(catalogue, cell->indicator, cell->area, before->time) !=
           catalogue_last_break(catalogue, cell->indicator, cell->area, cell->time);
}

/* Where it changes; not where it is back as it was before, which one wrong figure does by itself. */
static void look_at_persons(struct search *search, const struct released_cell *run, size_t count)
{
    const struct released_cell *before = NULL, *sound = NULL;
    for (const struct released_cell *cell = run; cell < run + count; cell++) {
        if (!is_of_persons(cell))
            continue;
        bool changes = before && is_of_another_size(cell, before) && !is_cut(search, cell, before);
        bool is_back = changes && sound && !is_of_another_size(cell, sound);
        if (changes && !is_back)
            remark_places_add(&search->persons, search->diagnostics->arena,
                              period_and_group(search->diagnostics->arena, cell), cell->area);
        sound = changes && !is_back ? before : NULL;
        before = cell;
    }
}

/* One series: the cells of an indicator, an area and a group, stretch by stretch. */
static void look_at_series(struct search *search, const struct released_cell *run, size_t count)
{
    const struct series_break *last = NULL;
    struct stretch stretch = stretch_from(run);
    for (size_t i = 0; i < count; i++) {
        const struct released_cell *cell = &run[i];
        if (!is_usable(cell))
            continue;
        const struct series_break *own =
            catalogue_last_break(search->table->catalogue, cell->indicator, cell->area, cell->time);
        if (own != last) {
            look_at(search, &stretch, run, count);
            stretch = stretch_from(cell);
        }
        last = own;
        stretch_add(&stretch, cell);
    }
    look_at(search, &stretch, run, count);
}

static void report(const struct search *search, const struct indicator *indicator)
{
    struct diagnostics *diagnostics = search->diagnostics;
    for (size_t i = 0; i < search->large.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, indicator->at,
            "»%s« i %s: tallet for %s er mere end 8 gange så stort som alle de andre i rækken · se "
            "efter, om et ciffer eller et komma er forkert, eller enheden er en anden",
            "»%s« in %s: the figure for %s is more than 8 times as great as all the others of the "
            "series · check whether a digit or a comma is wrong, or the unit is another",
            indicator->code, search->large.items[i].areas, search->large.items[i].what);
    for (size_t i = 0; i < search->small.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, indicator->at,
            "»%s« i %s: tallet for %s er mindre end en ottendedel af alle de andre i rækken · se "
            "efter, om et ciffer eller et komma er forkert, eller enheden er en anden",
            "»%s« in %s: the figure for %s is less than an eighth of all the others of the series "
            "· check whether a digit or a comma is wrong, or the unit is another",
            indicator->code, search->small.items[i].areas, search->small.items[i].what);
    for (size_t i = 0; i < search->persons.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, indicator->at,
            "»%s« i %s: antallet af personer (nævneren) for %s er mere end 8 gange så stort eller "
            "så lille som før, uden et brud · se efter, om et ciffer er forkert, eller skriv et "
            "brud i brud.csv",
            "»%s« in %s: the number of persons (nævner) for %s is more than 8 times as great or as "
            "small as before, without a break · check whether a digit is wrong, or write a break "
            "into brud.csv",
            indicator->code, search->persons.items[i].areas, search->persons.items[i].what);
}

void plausible_sizes_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct released_cell *cells = table->cells;
    for (size_t start = 0, i = 0; start < table->count; start = i) {
        struct search search = {.diagnostics = diagnostics, .table = table};
        const struct indicator *indicator = cells[start].indicator;
        while (i < table->count && cells[i].indicator == indicator) {
            size_t first = i;
            while (i < table->count && cells[i].indicator == indicator &&
                   cells[i].area == cells[first].area &&
                   group_compare(cells[i].group, cells[first].group) == 0)
                i++;
            if (!remark_place_is_derived(table, indicator, cells[first].area)) {
                look_at_series(&search, &cells[first], i - first);
                look_at_persons(&search, &cells[first], i - first);
            }
        }
        report(&search, indicator);
    }
}
