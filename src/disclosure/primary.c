/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/primary.h"

#include <math.h>

/* 1 to the threshold less 1, and zero too where that is sensitive. */
static bool is_small(double count, const struct indicator *indicator)
{
    if (count > 0)
        return count < indicator->minimum_count;
    return indicator->sensitive;
}

/* The municipality's public count, or the hidden total, leaves only a small count for its parts. */
static bool is_of_few(const struct counted *figure)
{
    const struct indicator *indicator = figure->indicator;
    bool few = figure->most > 0 && figure->most < indicator->minimum_count;
    bool few_without = figure->most_without > 0 && figure->most_without < indicator->minimum_count;
    return figure->of_few || few || (measure_counts_persons(indicator->measure) && few_without);
}

bool primary_is_small(const struct counted *figure, const struct plan *plan)
{
    const struct indicator *indicator = figure->indicator;
    if (figure->persons < plan->minimum_denominator)
        return true;
    if (indicator->measure == MEASURE_MEAN)
        return figure->persons < indicator->minimum_count;
    return is_small(figure->count, indicator) || is_of_few(figure) ||
           (measure_counts_persons(indicator->measure) &&
            is_small(figure->persons - figure->count, indicator));
}

double primary_count(const struct cell *cell)
{
    const struct amounts *amounts = &cell->amounts;
    if (cell->indicator->measure == MEASURE_SURVEY)
        return round(amounts->value / cell->indicator->factor * amounts->denominator);
    return amounts->numerator;
}

bool primary_hides(const struct cell *cell, const struct counted *figure, const struct plan *plan)
{
    if (primary_is_withheld(cell))
        return true;
    return cell->indicator->measure != MEASURE_VALUE && !area_is_public(cell->area) &&
           primary_is_small(figure, plan);
}

bool primary_is_withheld(const struct cell *cell)
{
    bool is_group_of_section = cell->group && cell->area->role == AREA_SECTION;
    bool is_sensitive_value = cell->indicator->measure == MEASURE_VALUE &&
                              cell->indicator->sensitive && !area_is_public(cell->area);
    return is_group_of_section || is_sensitive_value;
}

static unsigned up_to(double room, unsigned most)
{
    return room < most ? (unsigned)fmax(0, floor(room)) : most;
}

struct need primary_need(const struct counted *figure)
{
    struct need need = {0};
    unsigned largest = figure->indicator->minimum_count - 1;
    double without = figure->persons - figure->count;
    bool complement = measure_counts_persons(figure->indicator->measure);
    if (is_small(figure->count, figure->indicator))
        need.small =
            up_to(complement ? fmin(figure->persons, figure->most) : figure->most, largest);
    if (complement && is_small(without, figure->indicator))
        need.complement = up_to(fmin(figure->persons, figure->most_without), largest);
    need.least = largest;
    return need;
}

bool primary_shows_zero(const struct cell *cell, const struct counted *figure,
                        const struct plan *plan)
{
    return !cell->indicator->sensitive && !cell->group && cell->area->role != AREA_SECTION &&
           !(figure->persons < plan->minimum_denominator) && !is_of_few(figure);
}
