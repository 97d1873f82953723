/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_explain.h"

#include <stdio.h>

#include "pejling/base/text.h"
#include "pejling/findings/findings.h"
#include "pejling/present/explanation.h"
#include "pejling/program/pipeline.h"

/* The lines behind the figures that are asked for. */
struct source_list {
    struct arena *arena;
    const struct cells *cells;
    struct explanation_source *items;
    size_t count, capacity;
};

/* The sum that a derived cell is; NULL for none. */
static const struct relation *sum_of(const struct cells *cells, const struct cell *cell)
{
    for (size_t i = 0; i < cells->relation_count; i++)
        if (cells->relations[i].whole == cell && cells->relations[i].kind == RELATION_PARTS &&
            !cells->relations[i].partial)
            return &cells->relations[i];
    return NULL;
}

/* The line of `cell`, or those of the parts it is added up from, down to the lines themselves. */
static void add_sources(struct source_list *list, const struct cell *asked, const struct cell *cell)
{
    if (cell->at.line) {
        list->items =
            arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = (struct explanation_source){.area = asked->area,
                                                                 .period = asked->period,
                                                                 .group = asked->group,
                                                                 .at = cell->at,
                                                                 .is_part = cell != asked};
        return;
    }
    const struct relation *sum = sum_of(list->cells, cell);
    for (size_t i = 0; sum && i < sum->count; i++)
        add_sources(list, asked, sum->parts[i]);
}

static void find_sources(struct source_list *list, const struct indicator *indicator,
                         const struct area *area)
{
    const struct area *municipality = area_municipality(area);
    for (size_t i = 0; i < list->cells->count; i++) {
        const struct cell *cell = list->cells->items[i];
        bool wanted = cell->area == area || cell->area == municipality;
        if (cell->indicator == indicator && wanted)
            add_sources(list, cell, cell);
    }
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
        find_sources(&sources, indicator, area);
        const struct explanation_request request = {indicator, area, sources.items, sources.count};
        fputs(explanation_text(arena, diagnostics->language, &findings, &request), stdout);
    }
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
