/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/forest_blocks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/present/followup.h"
#include "pejling/present/indicator_order.h"

#define LIMITS_SHOWN 0.85 /* of the limits, on the axis whatever the others are */

bool forest_has_slope(const struct forest_line *line)
{
    return line->cell.slope && line->cell.slope->estimate.state != ESTIMATE_UNDEFINED;
}

static bool is_per_cent(const struct indicator *indicator)
{
    return strcmp(indicator->unit, "pct.") == 0 || strcmp(indicator->unit, "%") == 0;
}

static bool are_alike(const struct forest_block *block)
{
    for (size_t i = 0; i < block->count; i++)
        if (forest_has_slope(&block->lines[i]) ||
            strcmp(block->lines[i].cell.quotes.text, block->lines[0].cell.quotes.text) != 0)
            return false;
    return true;
}

static struct forest_block make_block(const struct speaker *speaker,
                                      const struct forest_blocks *blocks,
                                      const struct indicator *indicator)
{
    struct forest_block block = {.indicator = indicator,
                                 .own_axis = !is_per_cent(indicator),
                                 .sign = indicator->polarity == POLARITY_DOWN ? -1 : 1};
    block.lines = arena_alloc(speaker->arena, blocks->area_count, sizeof *block.lines);
    for (size_t i = 0; i < blocks->area_count; i++) {
        struct matrix_cell cell = matrix_cell(speaker, indicator, blocks->areas[i]);
        if (cell.class != MATRIX_NO_DATA)
            block.lines[block.count++] = (struct forest_line){blocks->areas[i], cell};
    }
    block.together = are_alike(&block);
    return block;
}

struct forest_blocks forest_blocks_make(const struct speaker *speaker, bool fixed_only)
{
    struct forest_blocks blocks = {.count = 0};
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    size_t count;
    const struct indicator **indicators =
        indicators_by_goal(speaker->arena, catalogue, fixed_only, &count);
    blocks.areas = followup_areas(speaker->arena, catalogue, &blocks.area_count);
    blocks.items = arena_alloc(speaker->arena, count, sizeof *blocks.items);
    for (size_t i = 0; i < count; i++) {
        struct forest_block block = make_block(speaker, &blocks, indicators[i]);
        if (block.count)
            blocks.items[blocks.count++] = block;
    }
    return blocks;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

double forest_reach(struct arena *arena, const struct forest_block *blocks, size_t count)
{
    size_t lines = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        lines += blocks[i].count;
    double *limits = arena_alloc(arena, lines, sizeof *limits), furthest = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < blocks[i].count; k++) {
            const struct forest_line *line = &blocks[i].lines[k];
            if (!forest_has_slope(line))
                continue;
            const struct estimate *slope = &line->cell.slope->estimate;
            furthest = fmax(furthest, fabs(slope->value));
            if (slope->state == ESTIMATE_INTERVAL)
                limits[used++] = fmax(fabs(slope->lower), fabs(slope->upper));
        }
    if (!used)
        return furthest;
    qsort(limits, used, sizeof *limits, compare);
    return fmax(furthest, limits[(size_t)(LIMITS_SHOWN * (double)(used - 1))]);
}
