/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/import_notes.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/model/area_match.h"
#include "pejling/model/period_conversion.h"

#define MOST_NAMES 8  /* that a sentence lists */
#define LEAST_ALIKE 5 /* bytes of a name that another can resemble */

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

/* One letter too many, too few or another; not the first one, nor a number. */
static bool is_slip(const char *name, const char *of)
{
    size_t same = 0;
    while (name[same] && name[same] == of[same])
        same++;
    const char *a = name + same, *b = of + same;
    if (same == 0 || strlen(of) < LEAST_ALIKE || (*a >= '0' && *a <= '9') ||
        (*b >= '0' && *b <= '9'))
        return false;
    return (*a && *b && strcmp(a + 1, b + 1) == 0) || (*a && strcmp(a + 1, b) == 0) ||
           (*b && strcmp(a, b + 1) == 0);
}

/* The area of the plan whose name this one resembles; NULL for none. */
static const struct area *similar_area(struct arena *arena, const struct catalogue *catalogue,
                                       const char *name)
{
    const char *folded = text_fold(arena, name);
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role != AREA_REST &&
            is_slip(folded, text_fold(arena, catalogue->areas[i].name)))
            return &catalogue->areas[i];
    return NULL;
}

/* Names that are no areas, those first that may be misspelt. */
static const char *foreign_names(struct import_notes *notes, const struct catalogue *catalogue,
                                 const struct name *names, size_t count, size_t *foreign)
{
    struct arena *arena = notes->diagnostics->arena;
    enum language language = notes->diagnostics->language;
    const char *list = "";
    *foreign = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++) {
            bool exact;
            const char *text = names[i].text;
            if (area_match(catalogue, text, &exact))
                continue;
            const struct area *similar = similar_area(arena, catalogue, text);
            if (similar && pass == 0)
                list = import_listed(
                    arena, list, (*foreign)++,
                    arena_printf(arena,
                                 say(language, "»%s« (mente du %s?)", "»%s« (did you mean %s?)"),
                                 text, similar->name));
            else if (!similar && pass == 1)
                list = import_listed(arena, list, (*foreign)++, text);
        }
    return list;
}

void import_note_names(struct import_notes *notes, const struct table_areas *areas)
{
    struct arena *arena = notes->diagnostics->arena;
    const char *taken = "", *file = areas->table->file;
    size_t count, taken_count = 0, foreign_count;
    const struct name *names = find_names(arena, areas, &count);
    for (size_t i = 0; i < count; i++) {
        bool exact;
        const struct area *area = area_match(areas->catalogue, names[i].text, &exact);
        if (area && !exact)
            taken = import_listed(arena, taken, taken_count++,
                                  arena_printf(arena, "»%s« = %s", names[i].text, area->code));
    }
    const char *foreign = foreign_names(notes, areas->catalogue, names, count, &foreign_count);
    if (taken_count)
        import_note(notes, "%s: antaget om navne: %s", "%s: assumed of names: %s", file, taken);
    if (foreign_count)
        import_note(notes,
                    "%s: navne, der ikke er ét område i planen, og hvis tal er udeladt (%zu): %s",
                    "%s: names that are not one area of the plan, and whose figures are left out "
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
