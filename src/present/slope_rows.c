/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slope_rows.h"

#include <math.h>
#include <string.h>

#include "pejling/present/followup.h"

#define MAX_LINES 5 /* with totals */

/* What is compared: the same areas in every panel. */
struct compared {
    const struct area **areas;
    size_t count;
};

static struct compared collect_areas(struct arena *arena, const struct catalogue *catalogue)
{
    struct compared compared = {arena_alloc(arena, catalogue->area_count, sizeof(struct area *)),
                                0};
    size_t estates = 0;
    for (size_t i = 0; i < catalogue->area_count; i++)
        estates += catalogue->areas[i].role == AREA_ESTATE;
    const enum area_role roles[] = {AREA_ESTATE, AREA_TOTAL, AREA_MUNICIPALITY};
    for (size_t role = 0; role < sizeof roles / sizeof *roles; role++)
        for (size_t i = 0; i < catalogue->area_count; i++) {
            const struct area *area = &catalogue->areas[i];
            bool crowded = area->role == AREA_TOTAL && estates && estates + 2 > MAX_LINES;
            if (area->role == roles[role] && !crowded)
                compared.areas[compared.count++] = area;
        }
    return compared;
}

static double time_of(const struct finding *level)
{
    return period_time(level->from, level->indicator->reporting);
}

static struct slope_line make_line(const struct findings *findings,
                                   const struct indicator *indicator, const struct area *area)
{
    const struct finding *change =
        finding_single(findings, indicator, area, STATISTIC_LEVEL_CHANGE);
    struct slope_line line = {.area = area};
    line.latest = finding_latest(findings, indicator, area, STATISTIC_LEVEL);
    line.baseline = finding_baseline(findings, indicator, area, STATISTIC_LEVEL);
    if (line.latest && line.latest->from.kind == PERIOD_UNKNOWN)
        line.latest = NULL;
    if (!line.latest || (line.baseline && line.baseline->from.kind == PERIOD_UNKNOWN) ||
        line.baseline == line.latest)
        line.baseline = NULL;
    if (line.latest)
        line.to = time_of(line.latest);
    line.from = line.baseline ? time_of(line.baseline) : line.to;
    if (!change || change->estimate.state == ESTIMATE_UNDEFINED || !line.baseline)
        line.reason = change && change->estimate.state == ESTIMATE_UNDEFINED
                          ? change->estimate.reason
                          : REASON_NO_BASELINE;
    else
        line.sure = change->estimate.state == ESTIMATE_INTERVAL &&
                    (change->estimate.lower > 0 || change->estimate.upper < 0);
    return line;
}

static void take_in(struct slope_panel *panel, const struct finding *level, double time)
{
    if (!level)
        return;
    panel->low = fmin(panel->low, level->estimate.value);
    panel->high = fmax(panel->high, level->estimate.value);
    if (!panel->first || time < panel->first_time) {
        panel->first = level;
        panel->first_time = time;
    }
    if (!panel->last || time > panel->last_time) {
        panel->last = level;
        panel->last_time = time;
    }
}

/* False where none of the plan's areas has a level. */
static bool make_panel(struct arena *arena, const struct findings *findings,
                       const struct indicator *indicator, const struct compared *compared,
                       struct slope_panel *panel)
{
    bool shown = false;
    *panel = (struct slope_panel){.indicator = indicator, .low = HUGE_VAL, .high = -HUGE_VAL};
    panel->lines = arena_alloc(arena, compared->count, sizeof *panel->lines);
    for (size_t i = 0; i < compared->count; i++) {
        const struct area *area = compared->areas[i];
        if (released_series(findings->table, indicator, area).count == 0)
            continue;
        struct slope_line line = make_line(findings, indicator, area);
        panel->lines[panel->count++] = line;
        take_in(panel, line.baseline, line.from);
        take_in(panel, line.latest, line.to);
        shown = shown || (line.latest && area->role != AREA_MUNICIPALITY);
    }
    return shown;
}

const struct slope_goal *slope_goals(struct arena *arena, const struct findings *findings,
                                     size_t *count)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(arena, catalogue);
    const struct compared compared = collect_areas(arena, catalogue);
    size_t most = catalogue->indicator_count;
    struct slope_goal *goals = arena_alloc(arena, most, sizeof *goals);
    *count = 0;
    for (size_t i = 0; i < most; i++) {
        struct slope_panel panel;
        const char *name = indicators[i]->goal;
        if (!*name || !make_panel(arena, findings, indicators[i], &compared, &panel))
            continue;
        size_t at = 0;
        while (at < *count && strcmp(goals[at].name, name) != 0)
            at++;
        if (at == *count)
            goals[(*count)++] =
                (struct slope_goal){name, arena_alloc(arena, most, sizeof *goals->panels), 0};
        goals[at].panels[goals[at].count++] = panel;
    }
    return goals;
}
