/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/cells.h"

#include <math.h>
#include <stdlib.h>

#include "pejling/base/moments.h"
#include "pejling/base/mover_group.h"
#include "pejling/model/groups.h"

/* The cells of one indicator in one area, in the order of group and period. */
struct area_cells {
    struct cell **items;
    size_t count, capacity;
};

/* The areas that make up an area, an area's sections, a municipality's areas; or twins within it. */
struct area_parts {
    const struct area **items;
    size_t count, capacity;
};

struct builder {
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct arena *scratch; /* of the indicator at hand */
    const struct catalogue *catalogue;
    bool related;                           /* whether relations are asked for */
    struct area_parts *parts_of, *twins_of; /* by area */
    struct area_cells *by_area;             /* of the indicator at hand */
    struct cell *given;                     /* room for those of the observations that are left */
    struct cell **cells;
    struct relation *relations;
    size_t count, capacity, relation_count, relation_capacity;
};

/* The cells of several areas at one group and period: what a sum is made of. */
struct parts {
    struct cell **items;
    size_t count;
};

/* Where the cells of several areas are walked through together. */
struct walk {
    const struct area_parts *areas;
    size_t *passed;    /* by area: how many of its cells */
    struct parts here; /* those that stand for the first group and period not passed */
    size_t *owners;    /* of those: which of the areas */
};

double cell_value(const struct cell *cell)
{
    const struct amounts *amounts = &cell->amounts;
    return measure_has_counts(cell->indicator->measure)
               ? cell->indicator->factor * amounts->numerator / amounts->denominator
               : amounts->value;
}

static bool is_summable(enum measure measure)
{
    return measure_has_counts(measure) || measure == MEASURE_MEAN;
}

/* Whether two cells stand for the same group and period; their order otherwise. */
static int compare_places(const struct cell *a, const struct cell *b)
{
    int order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->period, b->period);
}

static int compare_cells(const void *left, const void *right)
{
    const struct cell *const *a = left;
    const struct cell *const *b = right;
    int order = compare_places(*a, *b);
    if (order)
        return order;
    return ((*a)->area->index > (*b)->area->index) - ((*a)->area->index < (*b)->area->index);
}

static void add_cell(struct builder *builder, struct cell *cell)
{
    struct area_cells *list = &builder->by_area[cell->area->index];
    list->items = arena_grow(builder->arena, list->items, list->count, &list->capacity,
                             sizeof(struct cell *));
    list->items[list->count++] = cell;
}

static struct cell *find_cell(const struct builder *builder, const struct area *area,
                              const struct cell *place)
{
    const struct area_cells *list = &builder->by_area[area->index];
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_places(place, list->items[middle]);
        if (order == 0)
            return list->items[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* A cell of `area` at the group and period of `place`, without a figure so far. */
static struct cell place_cell(const struct area *area, const struct cell *place)
{
    return (struct cell){.indicator = place->indicator,
                         .area = area,
                         .period = place->period,
                         .group = place->group,
                         .time = place->time};
}

static struct cell *new_cell(struct builder *builder, const struct area *area,
                             const struct cell *place)
{
    struct cell *cell = arena_room(builder->arena, 1, sizeof *cell);
    *cell = place_cell(area, place);
    return cell;
}

static void add_relation(struct builder *builder, struct relation relation)
{
    builder->relations = arena_grow(builder->arena, builder->relations, builder->relation_count,
                                    &builder->relation_capacity, sizeof *builder->relations);
    builder->relations[builder->relation_count++] = relation;
}

/* whole = parts, with one more where it is not NULL; partial: and with parts that have no cell. */
static void relate(struct builder *builder, enum relation_kind kind, const struct cell *whole,
                   const struct parts *parts, const struct cell *one_more, bool partial)
{
    if (!builder->related)
        return;
    size_t count = parts->count + (one_more ? 1 : 0);
    const struct cell **items = arena_alloc(builder->arena, count + 1, sizeof *items);
    for (size_t i = 0; i < parts->count; i++)
        items[i] = parts->items[i];
    if (one_more)
        items[parts->count] = one_more;
    add_relation(
        builder,
        (struct relation){
            .kind = kind, .whole = whole, .parts = items, .count = count, .partial = partial});
}

static struct mean as_mean(const struct amounts *amounts)
{
    return (struct mean){amounts->value, amounts->denominator, amounts->spread};
}

static void set_mean(struct amounts *amounts, struct mean mean)
{
    amounts->value = mean.mean;
    amounts->denominator = mean.n;
    amounts->spread = mean.spread;
}

/* The sum of the parts: amounts, and the least final of their statuses. */
static void sum_parts(const struct parts *parts, struct cell *whole)
{
    bool is_mean = whole->indicator->measure == MEASURE_MEAN;
    struct mean mean = {.spread = 0};
    for (size_t i = 0; i < parts->count; i++) {
        const struct cell *part = parts->items[i];
        whole->amounts.numerator += part->amounts.numerator;
        whole->amounts.denominator += part->amounts.denominator;
        if (is_mean)
            mean = mean_together(mean, as_mean(&part->amounts));
        if (part->status > whole->status)
            whole->status = part->status;
    }
    if (is_mean)
        set_mean(&whole->amounts, mean);
}

static bool all_known(const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i]->reason)
            return false;
    return true;
}

static struct walk walk_begin(struct arena *arena, const struct area_parts *areas)
{
    return (struct walk){.areas = areas,
                         .passed = arena_alloc(arena, areas->count, sizeof(size_t)),
                         .here.items = arena_alloc(arena, areas->count, sizeof(struct cell *)),
                         .owners = arena_alloc(arena, areas->count, sizeof(size_t))};
}

/* The next cell of an area while it is a part; NULL behind the last. */
static struct cell *next_cell(const struct builder *builder, struct walk *walk, size_t number)
{
    const struct area *area = walk->areas->items[number];
    const struct area_cells *list = &builder->by_area[area->index];
    size_t *passed = &walk->passed[number];
    while (*passed < list->count && !area_is_active(area, list->items[*passed]->time))
        (*passed)++;
    return *passed < list->count ? list->items[*passed] : NULL;
}

/* Walks on to the next group and period that one of the areas has; false behind the last. */
static bool walk_on(const struct builder *builder, struct walk *walk)
{
    struct parts *here = &walk->here;
    here->count = 0;
    for (size_t i = 0; i < walk->areas->count; i++) {
        struct cell *cell = next_cell(builder, walk, i);
        if (!cell)
            continue;
        int order = here->count ? compare_places(cell, here->items[0]) : 0;
        if (order > 0)
            continue;
        if (order < 0)
            here->count = 0;
        walk->owners[here->count] = i;
        here->items[here->count++] = cell;
    }
    for (size_t i = 0; i < here->count; i++)
        walk->passed[walk->owners[i]]++;
    return here->count > 0;
}

/* How many parts a sum at that time must have. */
static size_t parts_expected(const struct area_parts *areas, double time)
{
    size_t count = 0;
    for (size_t i = 0; i < areas->count; i++)
        count += area_is_active(areas->items[i], time);
    return count;
}

/* Alike but for the rounding of the display: half a tenth of a person, half a mean's last digit. */
static bool same_figures(const struct cell *a, const struct cell *b)
{
    double unit = pow(10, -a->indicator->decimals);
    return fabs(a->amounts.numerator - b->amounts.numerator) < 0.05 &&
           fabs(a->amounts.denominator - b->amounts.denominator) < 0.05 &&
           fabs(a->amounts.value - b->amounts.value) < unit / 2;
}

/* Who moves from one part to another has moved in the parts, and not in the whole. */
static bool crosses_borders(const struct cell *cell)
{
    enum mover_group group = mover_group_of(cell->group);
    return group == MOVER_IN || group == MOVER_OUT;
}

static void compare_given(struct builder *builder, const struct cell *given, const struct cell *sum)
{
    if (given->reason || sum->reason || given->at.line == 0 || same_figures(given, sum) ||
        crosses_borders(given))
        return;
    diagnostics_report(builder->diagnostics, PROBLEM_REMARK, given->at,
                       "»%s« i »%s«: tallet og summen af delene er forskellige · tallet her bruges",
                       "»%s« in »%s«: the figure and the sum of its parts differ · the figure here "
                       "is used",
                       given->indicator->code, given->area->code);
}

/* Whether a survey's total has the answers of its parts and no others. */
static bool answers_add_up(const struct cell *whole, const struct parts *parts)
{
    double answers = 0;
    if (!whole || whole->reason || whole->indicator->measure != MEASURE_SURVEY || !all_known(parts))
        return false;
    for (size_t i = 0; i < parts->count; i++)
        answers += parts->items[i]->amounts.denominator;
    return fabs(answers - whole->amounts.denominator) < 0.5;
}

/* The sum for one group and period; the whole's own figure holds where there is one. */
static struct cell *sum_run(struct builder *builder, const struct area *whole,
                            const struct area_parts *areas, const struct parts *run)
{
    const struct cell *place = run->items[0];
    struct cell *sum = new_cell(builder, whole, place);
    struct cell *given = find_cell(builder, whole, place);
    bool summable = is_summable(place->indicator->measure);
    bool complete = run->count == parts_expected(areas, place->time);
    if (!summable)
        sum->reason = REASON_NOT_SUMMABLE;
    else if (!complete || !all_known(run))
        sum->reason = REASON_INCOMPLETE;
    else
        sum_parts(run, sum);
    if (summable || answers_add_up(given, run)) {
        relate(builder, RELATION_PARTS, given ? given : sum, run, NULL, !complete);
        for (size_t i = 0; i < run->count && whole->role == AREA_TOTAL; i++)
            run->items[i]->total = given ? given : sum;
    }
    if (given && summable)
        compare_given(builder, given, sum);
    return given ? NULL : sum;
}

/* Adds to `whole` the sums of its parts for each group and period where it has no figure itself. */
static void add_sums(struct builder *builder, const struct area *whole,
                     const struct area_parts *areas)
{
    struct walk walk = walk_begin(builder->scratch, areas);
    struct area_cells *list = &builder->by_area[whole->index], sums = {0};
    bool has_given = list->count > 0;
    while (walk_on(builder, &walk)) {
        struct cell *sum = sum_run(builder, whole, areas, &walk.here);
        if (!sum)
            continue;
        sums.items = arena_grow(builder->scratch, sums.items, sums.count, &sums.capacity,
                                sizeof(struct cell *));
        sums.items[sums.count++] = sum;
    }
    for (size_t i = 0; i < sums.count; i++)
        add_cell(builder, sums.items[i]);
    if (has_given && sums.count)
        qsort(list->items, list->count, sizeof *list->items, compare_cells);
}

/* a - b, without what the rounding of decimals leaves of nothing. */
static double subtract(double a, double b)
{
    double difference = a - b;
    return fabs(difference) > 1e-9 * fabs(a) ? difference : 0;
}

static void subtract_counts(const struct cell *whole, const struct cell *sum, struct cell *rest)
{
    double counted = subtract(whole->amounts.numerator, sum->amounts.numerator);
    double persons = subtract(whole->amounts.denominator, sum->amounts.denominator);
    bool is_share = rest->indicator->measure == MEASURE_SHARE;
    rest->amounts.numerator = is_share ? fmin(counted, persons) : counted;
    rest->amounts.denominator = persons;
    bool too_many = is_share && subtract(counted, persons) > 0;
    if (counted < 0 || !(persons > 0) || too_many)
        rest->reason = REASON_INCONSISTENT_INPUT;
}

static void subtract_mean(const struct cell *whole, const struct cell *sum, struct cell *rest)
{
    struct mean mean = mean_without(as_mean(&whole->amounts), as_mean(&sum->amounts));
    set_mean(&rest->amounts, mean);
    if (!(mean.n > 0))
        rest->reason = REASON_INCONSISTENT_INPUT;
    else if (mean.spread < 0)
        rest->reason = REASON_NO_SPREAD;
}

static void report_inconsistent(struct builder *builder, const struct cell *whole)
{
    diagnostics_report(
        builder->diagnostics, PROBLEM_REMARK, whole->at,
        "»%s« i »%s«: områderne har tilsammen lige så mange som kommunen eller flere, så der er "
        "ingen rest · se efter, om alle tal er opgjort ens",
        "»%s« in »%s«: the areas together are as many as the municipality or more, so there is no "
        "rest · check that all figures are counted alike",
        whole->indicator->code, whole->area->code);
}

/* The areas' cells at the group and period of another, the municipality's or its rest's. */
static struct parts find_parts(struct builder *builder, const struct area_parts *areas,
                               const struct cell *place)
{
    struct parts parts = {arena_room(builder->scratch, areas->count, sizeof(struct cell *)), 0};
    for (size_t i = 0; i < areas->count; i++) {
        struct cell *cell = find_cell(builder, areas->items[i], place);
        if (cell)
            parts.items[parts.count++] = cell;
    }
    return parts;
}

/* Twin areas in the municipality are no areas of the plan, so they are among the rest. */
static void relate_twins(struct builder *builder, const struct cell *rest)
{
    struct parts twins = find_parts(builder, &builder->twins_of[rest->area->part_of->index], rest);
    for (size_t i = 0; i < twins.count; i++) { /* one by one: they may have persons in common */
        const struct parts one = {twins.items + i, 1};
        relate(builder, RELATION_REST, rest, &one, NULL, true);
    }
}

/* The municipality without its areas, at the group and period of its own cell. */
static void add_rest(struct builder *builder, const struct area *area, const struct cell *whole)
{
    const struct area_parts *areas = &builder->parts_of[area->part_of->index];
    struct parts parts = find_parts(builder, areas, whole);
    struct cell *rest = new_cell(builder, area, whole);
    rest->status = whole->status;
    if (whole->reason || parts.count < areas->count || !all_known(&parts)) {
        rest->reason = REASON_INCOMPLETE;
        add_cell(builder, rest);
        relate(builder, RELATION_REST, whole, &parts, NULL, true);
        return;
    }
    struct cell sum = place_cell(area, whole);
    sum_parts(&parts, &sum);
    if (sum.status > rest->status)
        rest->status = sum.status;
    if (whole->indicator->measure == MEASURE_MEAN)
        subtract_mean(whole, &sum, rest);
    else
        subtract_counts(whole, &sum, rest);
    if (rest->reason == REASON_INCONSISTENT_INPUT && !crosses_borders(whole))
        report_inconsistent(builder, whole);
    if (rest->reason != REASON_INCONSISTENT_INPUT)
        relate(builder, RELATION_REST, whole, &parts, rest, false);
    if (rest->reason)
        rest->amounts = (struct amounts){0};
    else
        relate_twins(builder, rest);
    add_cell(builder, rest);
}

static void add_rests(struct builder *builder, const struct area *area)
{
    const struct area_cells *whole = &builder->by_area[area->part_of->index];
    for (size_t i = 0; i < whole->count; i++)
        if (is_summable(whole->items[i]->indicator->measure))
            add_rest(builder, area, whole->items[i]);
}

/* Every derived cell of the indicator whose given cells are in place. */
static void derive(struct builder *builder)
{
    const struct catalogue *catalogue = builder->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_ESTATE)
            add_sums(builder, &catalogue->areas[i], &builder->parts_of[i]);
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (area->role == AREA_TOTAL)
            add_sums(builder, area, &builder->parts_of[area->part_of->index]);
        if (area->role == AREA_REST)
            add_rests(builder, area);
    }
}

/* The given cells of one indicator: the observations from `start` on, up to the next indicator. */
static size_t take_given(struct builder *builder, const struct observations *observations,
                         size_t start)
{
    const struct indicator *indicator = observations->items[start].indicator;
    size_t i = start;
    for (; i < observations->count && observations->items[i].indicator == indicator; i++) {
        const struct observation *given = &observations->items[i];
        struct cell *cell = builder->given++;
        *cell = (struct cell){.indicator = indicator,
                              .area = given->area,
                              .period = given->period,
                              .group = given->group,
                              .time = period_time(given->period, indicator->reporting),
                              .reason = given->reason,
                              .status = given->status,
                              .amounts = given->amounts,
                              .at = given->at};
        add_cell(builder, cell);
    }
    return i;
}

/* What binds the subgroups of each area. */
static void relate_groups(struct builder *builder)
{
    for (size_t i = 0; i < builder->catalogue->area_count; i++) {
        const struct area_cells *list = &builder->by_area[i];
        struct relation_list found =
            groups_relate(builder->arena, (const struct cell *const *)list->items, list->count);
        for (size_t j = 0; j < found.count; j++)
            add_relation(builder, found.items[j]);
    }
}

/* Moves the indicator's cells to the whole list, area by area. */
static void finish_indicator(struct builder *builder)
{
    for (size_t i = 0; i < builder->catalogue->area_count; i++) {
        struct area_cells *list = &builder->by_area[i];
        for (size_t j = 0; j < list->count; j++) {
            builder->cells = arena_grow(builder->arena, builder->cells, builder->count,
                                        &builder->capacity, sizeof(struct cell *));
            list->items[j]->index = builder->count;
            builder->cells[builder->count++] = list->items[j];
        }
        list->count = 0;
    }
}

static int compare_relations(const void *left, const void *right)
{
    const struct relation *a = left;
    const struct relation *b = right;
    if (a->whole != b->whole)
        return a->whole->index < b->whole->index ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (a->parts[i] != b->parts[i])
            return a->parts[i]->index < b->parts[i]->index ? -1 : 1;
    return (a->count > b->count) - (a->count < b->count);
}

static void add_area(struct builder *builder, struct area_parts *parts, const struct area *area)
{
    parts->items = arena_grow(builder->arena, parts->items, parts->count, &parts->capacity,
                              sizeof(struct area *));
    parts->items[parts->count++] = area;
}

static void index_parts(struct builder *builder)
{
    for (size_t i = 0; i < builder->catalogue->area_count; i++) {
        const struct area *area = &builder->catalogue->areas[i];
        if (area->role == AREA_SECTION || area->role == AREA_ESTATE)
            add_area(builder, &builder->parts_of[area->part_of->index], area);
        if (area->role == AREA_TWIN && area->part_of)
            add_area(builder, &builder->twins_of[area->part_of->index], area);
    }
}

static struct cells build(struct builder *builder, const struct observations *observations)
{
    size_t areas = builder->catalogue->area_count;
    builder->parts_of = arena_alloc(builder->arena, areas, sizeof *builder->parts_of);
    builder->twins_of = arena_alloc(builder->arena, areas, sizeof *builder->twins_of);
    builder->by_area = arena_alloc(builder->arena, areas, sizeof *builder->by_area);
    builder->given = arena_room(builder->arena, observations->count, sizeof *builder->given);
    index_parts(builder);
    for (size_t next = 0; next < observations->count;) {
        builder->scratch = arena_new();
        next = take_given(builder, observations, next);
        derive(builder);
        if (builder->related)
            relate_groups(builder);
        finish_indicator(builder);
        arena_free(builder->scratch);
    }
    if (builder->relation_count)
        qsort(builder->relations, builder->relation_count, sizeof *builder->relations,
              compare_relations);
    return (struct cells){.items = (const struct cell *const *)builder->cells,
                          .count = builder->count,
                          .relations = builder->relations,
                          .relation_count = builder->relation_count,
                          .unrelated = !builder->related};
}

struct cells cells_build(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                         const struct observations *observations, bool related)
{
    struct builder builder = {.diagnostics = diagnostics,
                              .arena = diagnostics->arena,
                              .catalogue = catalogue,
                              .related = related};
    return build(&builder, observations);
}
