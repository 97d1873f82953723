/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/indicator_order.h"

#include <string.h>

/* Where the indicator's goal comes up first; behind everything for none. */
static size_t goal_rank(const struct catalogue *catalogue, const struct indicator *indicator)
{
    size_t rank = 0;
    if (!*indicator->goal)
        return catalogue->indicator_count;
    while (strcmp(catalogue->indicators[rank].goal, indicator->goal) != 0)
        rank++;
    return rank;
}

const struct indicator **indicators_by_goal(struct arena *arena, const struct catalogue *catalogue,
                                            bool fixed_only, size_t *count)
{
    const struct indicator **order =
        arena_alloc(arena, catalogue->indicator_count, sizeof(const struct indicator *));
    bool has_fixed = false;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        has_fixed = has_fixed || catalogue->indicators[i].lbf_number;
    *count = 0;
    for (size_t rank = 0; rank <= catalogue->indicator_count; rank++)
        for (size_t i = 0; i < catalogue->indicator_count; i++) {
            const struct indicator *indicator = &catalogue->indicators[i];
            if (goal_rank(catalogue, indicator) == rank &&
                (indicator->lbf_number || !fixed_only || !has_fixed))
                order[(*count)++] = indicator;
        }
    return order;
}

const char *indicator_heading(enum language language, const struct indicator *indicator)
{
    return *indicator->goal ? indicator->goal
                            : say(language, "Andre nøgletal", "Other key figures");
}

const char *indicator_label(const struct indicator *indicator)
{
    return *indicator->short_name ? indicator->short_name : indicator->name;
}
