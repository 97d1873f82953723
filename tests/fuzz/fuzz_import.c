/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever one or two CSV files are: the table in each, the mapping drafted for it and the rows made
 * by that mapping. A drafted mapping is accepted, and is the same when it comes back from its file;
 * rows are in order, each once; a number stands in the file.
 *
 * A digit as first byte chooses: 1 in English, 2 into a plan without indicators, 4 the rest is two
 * files with a form feed between them.
 */
#include "pejling/model/mapping_draft.h"

#undef NDEBUG
#include <assert.h>
#include <stdio.h>

#include "../support/import_world.h"
#include "pejling/program/import_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* --- one mapping and the other ---------------------------------------------------------------- */
static void same_text(const char *a, const char *b)
{
    assert(strcmp(a, b) == 0);
}

static void same_conditions(const struct mapping_rule *a, const struct mapping_rule *b)
{
    assert(a->condition_count == b->condition_count);
    for (size_t i = 0; i < a->condition_count; i++) {
        assert(a->conditions[i].count == b->conditions[i].count);
        same_text(a->conditions[i].dimension, b->conditions[i].dimension);
        for (size_t j = 0; j < a->conditions[i].count; j++)
            same_text(a->conditions[i].values[j], b->conditions[i].values[j]);
    }
}

static void same_rule(const struct mapping_rule *a, const struct mapping_rule *b)
{
    assert(a->indicator == b->indicator && a->field == b->field);
    assert(a->has_period == b->has_period && a->conversion == b->conversion);
    assert(a->absent_is_zero == b->absent_is_zero && a->decimal == b->decimal);
    same_text(a->file, b->file);
    same_text(a->area, b->area);
    same_text(a->group, b->group);
    same_conditions(a, b);
    assert(a->signs.count == b->signs.count);
    for (size_t i = 0; i < a->signs.count; i++) {
        assert(a->signs.items[i].meaning == b->signs.items[i].meaning);
        same_text(a->signs.items[i].text, b->signs.items[i].text);
    }
}

static void check_file(struct arena *arena, const struct catalogue *catalogue,
                       const struct mapping_draft *draft, const struct mapping *mapping)
{
    struct diagnostics diagnostics = {.arena = arena};
    const char *path = arena_printf(arena, "%s/%s", world_folder(), MAPPING_DRAFT_FILE);
    const struct input_file file = {path, MAPPING_DRAFT_FILE, PROBLEM_INPUT};
    struct mapping again;
    const char *kept;
    remove(path); /* else the former draft is kept, one for each input */
    assert(import_write_draft(&diagnostics, world_folder(), draft, &kept) && !kept);
    assert(mapping_read(&diagnostics, &file, catalogue, &again));
    assert(again.count == mapping->count && diagnostics.count == 0);
    for (size_t i = 0; i < mapping->count; i++)
        same_rule(&mapping->rules[i], &again.rules[i]);
}

/* --- the draft -------------------------------------------------------------------------------- */
/* The catalogue with what the draft adds to it. */
static struct catalogue extended(struct arena *arena, const struct catalogue *catalogue,
                                 const struct mapping_draft *draft)
{
    struct catalogue all = *catalogue;
    size_t count = catalogue->indicator_count;
    all.indicator_count = count + draft->added_count;
    all.indicators = arena_alloc(arena, all.indicator_count, sizeof *all.indicators);
    for (size_t i = 0; i < count; i++)
        all.indicators[i] = catalogue->indicators[i];
    for (size_t i = 0; i < draft->added_count; i++) {
        const struct indicator *added = &draft->added[i];
        assert(text_is_code(added->code) && !catalogue_indicator(catalogue, added->code));
        for (size_t j = 0; j < i; j++)
            assert(strcmp(added->code, draft->added[j].code) != 0);
        world_text(added->name);
        world_text(added->unit);
        world_text(added->source);
        assert(*added->name && *added->unit && *added->source);
        all.indicators[count + i] = *added;
        all.indicators[count + i].index = count + i;
    }
    catalogue_index(&all, arena);
    return all;
}

static void import(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                   const struct table *tables, size_t count)
{
    static const struct input_file file = {"udkast", "udkast", PROBLEM_INPUT};
    struct mapping_draft draft;
    struct mapping mapping;
    struct import_rows rows;
    size_t before = diagnostics->count;
    bool fine = mapping_draft(diagnostics, catalogue, tables, count, &draft);
    assert(fine == (world_problems(diagnostics, before) == 0));
    assert(!fine || draft.count > 0);
    struct catalogue all = extended(diagnostics->arena, catalogue, &draft);
    bool accepted =
        mapping_from_lines(diagnostics, &file, &all, draft.lines, draft.count, &mapping);
    assert(accepted && mapping.count == draft.count);
    if (draft.count)
        check_file(diagnostics->arena, &all, &draft, &mapping);
    if (fine)
        world_import(diagnostics, &all, &mapping, tables, count, &rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct input_file files[] = {{"alfa.csv", "mappe/alfa.csv", PROBLEM_INPUT},
                                              {"beta.csv", "mappe/beta.csv", PROBLEM_INPUT}};
    static struct catalogue full, bare;
    static struct arena *world;
    if (!world) {
        world = arena_new();
        full = world_catalogue(world, true);
        bare = world_catalogue(world, false);
    }
    unsigned choice = length && bytes[0] >= '0' && bytes[0] <= '7' ? bytes[0] - '0' : 0;
    size_t start = length && bytes[0] >= '0' && bytes[0] <= '7';
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena,
                                      .language = choice & 1 ? LANGUAGE_ENGLISH : LANGUAGE_DANISH};
    /* copies with a NUL behind them, as file_read makes them */
    char *text = arena_text(arena, (const char *)bytes + start, length - start);
    size_t lengths[] = {length - start, 0}, count = 0;
    const char *texts[] = {text, NULL};
    char *cut = choice & 4 ? memchr(text, '\f', lengths[0]) : NULL;
    if (cut) {
        lengths[0] = (size_t)(cut - text);
        lengths[1] = length - start - lengths[0] - 1;
        texts[0] = arena_text(arena, text, lengths[0]);
        texts[1] = arena_text(arena, cut + 1, lengths[1]);
    }
    struct table tables[2];
    for (size_t i = 0; i < 2 && texts[i]; i++)
        count += world_read(&diagnostics, &files[i], texts[i], lengths[i], &tables[count]);
    if (count)
        import(&diagnostics, choice & 2 ? &bare : &full, tables, count);
    arena_free(arena);
    return 0;
}
