/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"

bool measure_has_counts(enum measure measure)
{
    return measure == MEASURE_SHARE || measure == MEASURE_RATE;
}

bool measure_counts_persons(enum measure measure)
{
    return measure == MEASURE_SHARE || measure == MEASURE_SURVEY;
}

#define AREA_LEVELS 3 /* a section, its area, the municipality, the country */

struct alias {
    const char *folded;
    const struct area *area;
};

static int compare_indicators(const void *left, const void *right)
{
    const struct indicator *const *a = left;
    const struct indicator *const *b = right;
    return strcmp((*a)->code, (*b)->code);
}

static int compare_areas(const struct area *a, const struct area *b)
{
    size_t left = a ? a->index + 1 : 0, right = b ? b->index + 1 : 0;
    return (left > right) - (left < right);
}

/* Those of one municipality stand together. */
static int compare_aliases(const void *left, const void *right)
{
    const struct alias *a = left;
    const struct alias *b = right;
    int order = strcmp(a->folded, b->folded);
    if (!order)
        order = compare_areas(area_municipality(a->area), area_municipality(b->area));
    return order ? order : compare_areas(a->area, b->area);
}

static void add_alias(struct catalogue *catalogue, struct arena *arena, size_t *capacity,
                      const char *name, const struct area *area)
{
    const char *folded = text_fold(arena, name);
    if (!*folded) /* no name is none that areas could share */
        return;
    catalogue->aliases = arena_grow(arena, catalogue->aliases, catalogue->alias_count, capacity,
                                    sizeof *catalogue->aliases);
    catalogue->aliases[catalogue->alias_count++] = (struct alias){folded, area};
}

/* `330|330 Slagelse|Slagelse Kommune` */
static void add_aliases(struct catalogue *catalogue, struct arena *arena, size_t *capacity,
                        const struct area *area)
{
    add_alias(catalogue, arena, capacity, area->code, area);
    if (area->role != AREA_REST)
        add_alias(catalogue, arena, capacity, area->name, area);
    for (const char *start = area->aliases; *start;) {
        size_t length = strcspn(start, "|");
        add_alias(catalogue, arena, capacity, arena_text(arena, start, length), area);
        start += length + (start[length] == '|');
    }
}

void catalogue_index(struct catalogue *catalogue, struct arena *arena)
{
    size_t count = catalogue->indicator_count, capacity = 0;
    catalogue->indicators_by_code = arena_alloc(arena, count, sizeof(struct indicator *));
    for (size_t i = 0; i < count; i++)
        catalogue->indicators_by_code[i] = &catalogue->indicators[i];
    if (count)
        qsort(catalogue->indicators_by_code, count, sizeof *catalogue->indicators_by_code,
              compare_indicators);
    catalogue->aliases = NULL;
    catalogue->alias_count = 0;
    for (size_t i = 0; i < catalogue->area_count; i++)
        add_aliases(catalogue, arena, &capacity, &catalogue->areas[i]);
    if (catalogue->alias_count)
        qsort(catalogue->aliases, catalogue->alias_count, sizeof *catalogue->aliases,
              compare_aliases);
}

const struct area *catalogue_ambiguous_name(const struct catalogue *catalogue, size_t *place,
                                            const struct area **other)
{
    while (*place + 1 < catalogue->alias_count) {
        const struct alias *a = &catalogue->aliases[*place], *b = a + 1;
        (*place)++;
        if (a->area != b->area && strcmp(a->folded, b->folded) == 0) {
            *other = a->area;
            return b->area;
        }
    }
    return NULL;
}

const struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *code)
{
    size_t low = 0, high = catalogue->indicator_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct indicator *indicator = catalogue->indicators_by_code[middle];
        int order = strcmp(code, indicator->code);
        if (order == 0)
            return indicator;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The first of the aliases that are the name, or that would come after it. */
static size_t first_alias(const struct catalogue *catalogue, const char *name)
{
    size_t first = 0, high = catalogue->alias_count;
    while (first < high) {
        size_t middle = first + (high - first) / 2;
        if (strcmp(name, catalogue->aliases[middle].folded) <= 0)
            high = middle;
        else
            first = middle + 1;
    }
    return first;
}

const struct area *catalogue_area(const struct catalogue *catalogue, const char *name)
{
    const struct alias *aliases = catalogue->aliases;
    const struct area *found = NULL;
    for (size_t i = first_alias(catalogue, name); i < catalogue->alias_count; i++) {
        if (strcmp(name, aliases[i].folded) != 0)
            break;
        if (found && found != aliases[i].area)
            return NULL;
        found = aliases[i].area;
    }
    return found;
}

const struct area *catalogue_area_of_code(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (strcmp(catalogue->areas[i].code, code) == 0)
            return &catalogue->areas[i];
    return NULL;
}

bool catalogue_is_ambiguous(const struct catalogue *catalogue, const char *name)
{
    size_t first = first_alias(catalogue, name);
    return first < catalogue->alias_count && strcmp(name, catalogue->aliases[first].folded) == 0 &&
           !catalogue_area(catalogue, name);
}

const struct area *area_municipality(const struct area *area)
{
    for (int level = 0; area && area->role != AREA_MUNICIPALITY; level++)
        area = level < AREA_LEVELS ? area->part_of : NULL;
    return area;
}

static const struct area *find_role(const struct catalogue *catalogue, enum area_role role,
                                    const struct area *municipality)
{
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (area->role == role && area->part_of == municipality)
            return area;
    }
    return NULL;
}

const struct area *catalogue_rest(const struct catalogue *catalogue,
                                  const struct area *municipality)
{
    return municipality ? find_role(catalogue, AREA_REST, municipality) : NULL;
}

bool area_is_public(const struct area *area)
{
    return area->role == AREA_MUNICIPALITY || area->role == AREA_COUNTRY;
}

bool area_is_active(const struct area *area, double time)
{
    bool outside = time < area->from || time >= area->to; /* never at an unknown time, NaN */
    return area->role != AREA_SECTION || !outside;
}

/* Whether a break of `broken` is one of `area` too. */
static bool reaches(const struct area *broken, const struct area *area)
{
    if (!broken || broken == area)
        return true;
    if (area->role == AREA_REST)
        return broken == area->part_of;
    return area->role == AREA_TOTAL && broken->role == AREA_ESTATE &&
           broken->part_of == area->part_of;
}

bool break_is_of(const struct series_break *cut, const struct indicator *indicator,
                 const struct area *area)
{
    return (!cut->indicator || cut->indicator == indicator) && reaches(cut->area, area);
}

const struct series_break *catalogue_last_break(const struct catalogue *catalogue,
                                                const struct indicator *indicator,
                                                const struct area *area, double before)
{
    const struct series_break *last = NULL;
    for (size_t i = 0; i < catalogue->break_count; i++) {
        const struct series_break *each = &catalogue->breaks[i];
        if (each->time <= before && break_is_of(each, indicator, area) &&
            (!last || each->time > last->time))
            last = each;
    }
    return last;
}

int group_compare(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

bool indicator_is_bare_count(struct arena *arena, const struct indicator *indicator)
{
    const char *unit = text_fold(arena, indicator->unit);
    return indicator->measure == MEASURE_VALUE &&
           (strcmp(unit, "antal") == 0 || strncmp(unit, "antal ", 6) == 0 ||
            strcmp(unit, "personer") == 0);
}

const char *indicator_difference_unit(const struct indicator *indicator, enum language language)
{
    if (strcmp(indicator->unit, "pct.") == 0)
        return say(language, "pct.-point", "percentage points");
    return indicator->unit;
}
