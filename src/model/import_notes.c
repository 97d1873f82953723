/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/import_notes.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/model/area_match.h"
#include "pejling/model/period_conversion.h"

#define MOST_NAMES 8 /* that a sentence lists */

void import_note(struct import_notes *notes, const char *danish, const char *english, ...)
{
    struct diagnostics *diagnostics = notes->diagnostics;
    va_list arguments;
    va_start(arguments, english);
    const char *text =
        arena_vprintf(diagnostics->arena, say(diagnostics->language, danish, english), arguments);
    va_end(arguments);
    for (size_t i = 0; i < notes->count; i++)
        if (strcmp(notes->items[i], text) == 0)
            return; /* another rule of the same table has said it */
    notes->items = arena_grow(diagnostics->arena, notes->items, notes->count, &notes->capacity,
                              sizeof *notes->items);
    notes->items[notes->count++] = text;
}

const char *import_listed(struct arena *arena, const char *list, size_t count, const char *name)
{
    if (count > MOST_NAMES)
        return list;
    return arena_printf(arena, "%s%s%s", list, count ? ", " : "", count == MOST_NAMES ? "…" : name);
}

bool import_is_listed(const char *list, const char *separator, const char *text)
{
    size_t length = strlen(text), size = strlen(separator);
    for (const char *found = strstr(list, text); found && length; found = strstr(found + 1, text)) {
        const char *end = found + length;
        size_t before = (size_t)(found - list);
        bool begins =
            before == 0 || (before >= size && strncmp(found - size, separator, size) == 0);
        if (begins && (*end == '\0' || strncmp(end, separator, size) == 0))
            return true;
    }
    return false;
}

struct name {
    const char *text;
    size_t place; /* the first record that has it */
};

static int compare_texts(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static int compare_places(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

/* The names of areas in a table, each once, in its order. */
static struct name *find_names(struct arena *arena, const struct table_areas *areas, size_t *count)
{
    struct name *names = arena_alloc(arena, areas->table->count, sizeof *names);
    size_t all = areas->table->count;
    for (size_t i = 0; i < all; i++)
        names[i] = (struct name){table_areas_name(areas, &areas->table->records[i]), i};
    *count = 0;
    if (all == 0)
        return names;
    qsort(names, all, sizeof *names, compare_texts);
    for (size_t i = 0; i < all; i++)
        if (*names[i].text && (*count == 0 || strcmp(names[*count - 1].text, names[i].text) != 0))
            names[(*count)++] = names[i];
    qsort(names, *count, sizeof *names, compare_places);
    return names;
}

void import_note_names(struct import_notes *notes, const struct table_areas *areas)
{
    struct arena *arena = notes->diagnostics->arena;
    const char *taken = "", *foreign = "", *file = areas->table->file;
    size_t count, taken_count = 0, foreign_count = 0;
    const struct name *names = find_names(arena, areas, &count);
    for (size_t i = 0; i < count; i++) {
        bool exact;
        const struct area *area = area_match(areas->catalogue, names[i].text, &exact);
        if (!area)
            foreign = import_listed(arena, foreign, foreign_count++, names[i].text);
        else if (!exact)
            taken = import_listed(arena, taken, taken_count++,
                                  arena_printf(arena, "»%s« = %s", names[i].text, area->code));
    }
    if (taken_count)
        import_note(notes, "%s: antaget om navne: %s", "%s: assumed of names: %s", file, taken);
    if (foreign_count)
        import_note(notes,
                    "%s: navne, der ikke er områder i planen, og hvis tal er udeladt (%zu): %s",
                    "%s: names that are no areas of the plan, and whose figures are left out "
                    "(%zu): %s",
                    file, foreign_count, foreign);
}

void import_note_periods(struct import_notes *notes, const struct mapping_rule *rule,
                         const struct table *table)
{
    struct arena *arena = notes->diagnostics->arena;
    const char *list = "";
    size_t count = 0;
    for (size_t i = 0; i < table->count && !rule->has_period; i++) {
        const char *text = table->records[i].period.text;
        struct source_period period;
        struct period target;
        bool is_read = table_period(table, &table->records[i], &period) == PERIOD_OK;
        if (is_read && !conversion_target(rule, period, &target) &&
            !import_is_listed(list, ", ", text))
            list = import_listed(arena, list, count++, text);
    }
    if (count)
        import_note(notes, "%s: perioder, der ikke bruges til »%s«: %s",
                    "%s: periods that are not used for »%s«: %s", table->file,
                    rule->indicator->code, list);
}
