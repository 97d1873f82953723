/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_sums.h"

#include "pejling/base/mover_group.h"
#include "pejling/findings/remark_places.h"

/* Some cells' counts together; `counted` is known while every cell shows its own. */
struct sum {
    double persons, counted;
    bool has_counted, lacks_part;
};

static void add(struct sum *sum, const struct released_cell *cell)
{
    sum->persons += cell->denominator;
    sum->counted += cell->numerator;
    sum->has_counted = sum->has_counted && cell->has_numerator;
}

static bool exceeds(const struct sum *sum, const struct released_cell *whole)
{
    return sum->persons > whole->denominator + PERSONS_ROUNDING ||
           (sum->has_counted && whole->has_numerator &&
            sum->counted > whole->numerator + PERSONS_ROUNDING);
}

static bool is_part(const struct area *part, const struct area *whole, double time)
{
    switch (whole->role) {
    case AREA_ESTATE:
        return part->role == AREA_SECTION && part->part_of == whole && area_is_active(part, time);
    case AREA_TOTAL:
        return part->role == AREA_ESTATE && part->part_of == whole->part_of;
    case AREA_MUNICIPALITY:
        return part->role == AREA_ESTATE && part->part_of == whole;
    case AREA_SECTION:
    case AREA_TWIN:
    case AREA_COUNTRY:
    case AREA_REST:
        break;
    }
    return false;
}

/* The open parts of a cell for everybody. A hidden part is no missing one: its sum was compared. */
static struct sum parts_of(const struct released_table *table, const struct released_cell *whole)
{
    struct sum sum = {.has_counted = true};
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        if (!is_part(area, whole->area, whole->time))
            continue;
        const struct released_cell *part =
            released_cell(table, whole->indicator, area, whole->period);
        if (!part || part->release == RELEASE_ABSENT)
            sum.lacks_part = true;
        else if (part->release == RELEASE_OPEN)
            add(&sum, part);
    }
    return sum;
}

/* Whether the cell is less than its parts (or, a subgroup, more than everybody). */
static bool contradicts(const struct released_table *table, const struct released_cell *cell)
{
    if (!cell->group) {
        struct sum parts = parts_of(table, cell);
        return parts.lacks_part && exceeds(&parts, cell);
    }
    if (mover_group_of(cell->group) == MOVER_OUT) /* they were among those of the period before */
        return false;
    const struct released_cell *everybody =
        released_cell(table, cell->indicator, cell->area, cell->period);
    struct sum group = {.has_counted = true};
    add(&group, cell);
    return everybody && everybody->release == RELEASE_OPEN && exceeds(&group, everybody);
}

static void report(struct diagnostics *diagnostics, const struct indicator *indicator,
                   const struct remark_places *parts, const struct remark_places *groups)
{
    for (size_t i = 0; i < parts->count; i++)
        diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« i %s for %s: delene er tilsammen mere end helheden, selv om der "
                           "mangler dele · se efter, om alle tal er opgjort ens",
                           "»%s« in %s for %s: the parts together are more than the whole, though "
                           "some are missing · check that all figures are counted alike",
                           indicator->code, parts->items[i].areas, parts->items[i].what);
    for (size_t i = 0; i < groups->count; i++)
        diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« i %s for %s: en undergruppe er større end alle · ret tallene, "
                           "eller lad gruppe være tom ved alle",
                           "»%s« in %s for %s: a subgroup is greater than everybody · mend the "
                           "figures, or leave gruppe empty for everybody",
                           indicator->code, groups->items[i].areas, groups->items[i].what);
}

void plausible_sums_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    char text[PERIOD_TEXT];
    for (size_t start = 0, i = 0; start < table->count; start = i) {
        struct remark_places parts = {0}, groups = {0};
        const struct indicator *indicator = table->cells[start].indicator;
        for (; i < table->count && table->cells[i].indicator == indicator; i++) {
            const struct released_cell *cell = &table->cells[i];
            if (cell->release == RELEASE_OPEN && measure_has_counts(indicator->measure) &&
                contradicts(table, cell))
                remark_places_add(cell->group ? &groups : &parts, diagnostics->arena,
                                  arena_copy(diagnostics->arena, period_text(text, cell->period)),
                                  cell->area);
        }
        report(diagnostics, indicator, &parts, &groups);
    }
}
