/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_explain.h"

#include <stdio.h>

#include "pejling/base/text.h"
#include "pejling/findings/findings.h"
#include "pejling/model/lookup.h"
#include "pejling/present/explanation.h"
#include "pejling/program/pipeline.h"

/* The lines behind the figures that are asked for. */
struct source_list {
    struct arena *arena;
    const struct cells *cells;
    struct explanation_source *items;
    size_t count, capacity;
};

/* How a derived cell follows from others; NULL for none. */
static const struct relation *relation_of(const struct cells *cells, const struct cell *cell)
{
    for (size_t i = 0; i < cells->relation_count; i++) {
        const struct relation *relation = &cells->relations[i];
        if (relation->kind == RELATION_PARTS && relation->whole == cell && !relation->partial)
            return relation;
        for (size_t j = 0; relation->kind == RELATION_REST && j < relation->count; j++)
            if (relation->parts[j] == cell && cell->area->role == AREA_REST)
                return relation;
    }
    return NULL;
}

/* The line of `cell`, or those of the parts it is added up from, down to the lines themselves. */
static void add_lines(struct source_list *list, const struct cell *asked, const struct cell *cell,
                      enum source_role role)
{
    if (cell->at.line) {
        list->items =
            arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = (struct explanation_source){.area = asked->area,
                                                                 .group = asked->group,
                                                                 .period = asked->period,
                                                                 .at = cell->at,
                                                                 .role = role};
        return;
    }
    const struct relation *sum = relation_of(list->cells, cell);
    if (!sum || sum->kind != RELATION_PARTS)
        return;
    for (size_t i = 0; i < sum->count; i++)
        add_lines(list, asked, sum->parts[i], role == SOURCE_OWN ? SOURCE_PART : role);
}

/* The lines behind one figure; of the rest, the municipality's and then those of the areas. */
static void add_sources(struct source_list *list, const struct cell *cell)
{
    const struct relation *rest =
        cell->area->role == AREA_REST ? relation_of(list->cells, cell) : NULL;
    if (!rest) {
        add_lines(list, cell, cell, SOURCE_OWN);
        return;
    }
    add_lines(list, cell, rest->whole, SOURCE_WHOLE);
    for (size_t i = 0; i < rest->count; i++)
        if (rest->parts[i] != cell)
            add_lines(list, cell, rest->parts[i], SOURCE_SUBTRACTED);
}

/* Every figure of the indicator: an area is compared with others, and those are explained too. */
static void find_sources(struct source_list *list, const struct indicator *indicator)
{
    for (size_t i = 0; i < list->cells->count; i++)
        if (list->cells->items[i]->indicator == indicator)
            add_sources(list, list->cells->items[i]);
}

static const char *indicator_codes(struct arena *arena, const struct catalogue *catalogue)
{
    const char *codes = "";
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        codes = arena_printf(arena, "%s%s%s", codes, i ? ", " : "", catalogue->indicators[i].code);
    return codes;
}

static const char *area_codes(struct arena *arena, const struct catalogue *catalogue)
{
    const char *codes = "";
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role != AREA_REST)
            codes =
                arena_printf(arena, "%s%s%s", codes, *codes ? ", " : "", catalogue->areas[i].code);
    return codes;
}

static const struct indicator *asked_indicator(struct command_line *line,
                                               const struct catalogue *catalogue)
{
    struct diagnostics *diagnostics = line->diagnostics;
    const char *word = line->word_count > 2 ? line->words[2] : NULL;
    const struct indicator *indicator = word ? catalogue_indicator(catalogue, word) : NULL;
    const char *codes = indicator_codes(diagnostics->arena, catalogue);
    if (!word)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "indikatoren mangler · planen har: %s",
                           "the indicator is missing · the plan has: %s", codes);
    else if (!indicator)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "ukendt indikator »%s« · planen har: %s",
                           "unknown indicator »%s« · the plan has: %s", word, codes);
    return indicator;
}

static const struct area *asked_area(struct command_line *line, const struct catalogue *catalogue)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct arena *arena = diagnostics->arena;
    const char *word = line->word_count > 3 ? line->words[3] : NULL;
    const struct area *area = word ? catalogue_area(catalogue, text_fold(arena, word)) : NULL;
    if (!word)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "området mangler · planen har: %s",
                           "the area is missing · the plan has: %s", area_codes(arena, catalogue));
    else if (catalogue_is_ambiguous(catalogue, text_fold(arena, word)))
        lookup_report_ambiguous(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                                word);
    else if (!area)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = "pejling"},
                           "ukendt område »%s« · planen har: %s",
                           "unknown area »%s« · the plan has: %s", word,
                           area_codes(arena, catalogue));
    return area;
}

int command_explain(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct loaded_plan plan = pipeline_load(diagnostics, line->words[1]);
    if (diagnostics_stop(diagnostics, line->keep_going))
        return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
    const struct indicator *indicator = asked_indicator(line, plan.catalogue);
    const struct area *area = asked_area(line, plan.catalogue);
    struct released_table table;
    if (indicator && area && pipeline_release(diagnostics, &plan, line->edition, &table)) {
        struct source_list sources = {.arena = arena, .cells = &plan.cells};
        struct findings findings = findings_compute(arena, &table);
        find_sources(&sources, indicator);
        const struct explanation_request request = {indicator, area, sources.items, sources.count};
        fputs(explanation_text(arena, diagnostics->language, &findings, &request), stdout);
    }
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
