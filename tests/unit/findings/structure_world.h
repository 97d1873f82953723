/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of ages and moves: findings of small plans, looked up by place, statistic and period. */
#ifndef PEJLING_TESTS_STRUCTURE_WORLD_H
#define PEJLING_TESTS_STRUCTURE_WORLD_H

#include "plan_folder.h"

#include "pejling/findings/findings.h"
#include "pejling/stats/distribution.h"

static inline int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

static inline struct findings compute(struct plan_folder *folder, enum edition edition,
                                      const char *rows)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    plan_folder_figures(folder, rows);
    *table = plan_folder_release(folder, edition);
    return findings_compute(folder->arena, table);
}

/* The finding of a period, or with NULL the one an area; NULL where there is none. */
static inline const struct finding *find(const struct plan_folder *folder,
                                         const struct findings *findings, const char *place,
                                         enum statistic statistic, const char *period)
{
    const char *area = strchr(place, '/');
    const char *indicator = arena_text(folder->arena, place, (size_t)(area - place));
    return finding_at(findings, indicator_of(folder, indicator), area_of(folder, area + 1),
                      statistic, period_of(period ? period : "ukendt"));
}

#endif
