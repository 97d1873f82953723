/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans by chance for tests of disclosure control, of so few persons that everything they can be
 * may be tried (onlooker.h).
 */
#ifndef PEJLING_TESTS_RANDOM_PLAN_H
#define PEJLING_TESTS_RANDOM_PLAN_H

#include "plan_folder.h"

/* So few persons, and a threshold so low, that everything can be tried. */
#define RANDOM_PLAN BASE_PLAN "tærskel;3\nmindste_nævner;3\n"

struct random_plan {
    struct plan_folder *folder;
    unsigned seed;
    const char *rows, *measure;
    unsigned count, persons; /* of the areas so far */
};

static inline unsigned random_plan_next(struct random_plan *plan, unsigned from, unsigned to)
{
    plan->seed = plan->seed * 1664525 + 1013904223;
    return from + (plan->seed >> 8) % (to - from + 1);
}

/* A count that is often small, or small from the other end, or none. */
static inline unsigned random_plan_count(struct random_plan *plan, unsigned persons)
{
    unsigned few = persons < 3 ? persons : 3;
    switch (random_plan_next(plan, 0, 4)) {
    case 0:
        return 0;
    case 1:
        return random_plan_next(plan, 0, few);
    case 2:
        return persons - random_plan_next(plan, 0, few);
    default:
        return random_plan_next(plan, 0, persons);
    }
}

static inline void random_plan_row(struct random_plan *plan, const char *area, unsigned count,
                                   unsigned persons)
{
    plan->rows = arena_printf(plan->folder->arena, "%s%s;%s;2020;;%u;%u;;;\n", plan->rows,
                              plan->measure, area, count, persons);
}

/* An area with up to three sections; the row of one of them is missing now and then. */
static inline void random_plan_area(struct random_plan *plan, const char *area, unsigned sections)
{
    unsigned count = 0, persons = 0;
    unsigned missing = sections ? random_plan_next(plan, 1, 3 * sections) : 0;
    for (unsigned i = 1; i <= sections; i++) {
        unsigned n = random_plan_next(plan, 3, 7), x = random_plan_count(plan, n);
        if (i != missing)
            random_plan_row(plan, arena_printf(plan->folder->arena, "%c%u", *area, i), x, n);
        count += x;
        persons += n;
    }
    if (!sections) {
        persons = random_plan_next(plan, 4, 9);
        count = random_plan_count(plan, persons);
    }
    random_plan_row(plan, area, count, persons);
    plan->count += count;
    plan->persons += persons;
}

static inline const char *random_plan_sections(struct plan_folder *folder, const char *area,
                                               unsigned count)
{
    const char *rows = "";
    for (unsigned i = 1; i <= count; i++)
        rows = arena_printf(folder->arena, "%s%c%u;Afdeling %c%u;afdeling;%s;;;;\n", rows, *area, i,
                            *area, i, area);
    return rows;
}

/*
 * random_plan_write(plan, measure): another plan of one year: three areas, up to two of them with
 * sections, and a rest that is small or large.
 */
static inline void random_plan_write(struct random_plan *plan, const char *measure)
{
    struct plan_folder *folder = plan->folder;
    unsigned few = random_plan_next(plan, 0, 2);
    unsigned rest = few == 0 ? random_plan_next(plan, 3, 9) : random_plan_next(plan, 500, 3000);
    unsigned north = random_plan_next(plan, 0, 3), south = 2 * random_plan_next(plan, 0, 1);
    plan->rows = "";
    plan->measure = measure;
    plan->count = plan->persons = 0;
    plan_folder_write(folder, "plan.csv", RANDOM_PLAN);
    plan_folder_write(folder, "omraader.csv",
                      arena_printf(folder->arena, BASE_AREAS "vest;Vest;område;by;;;;\n%s%s",
                                   random_plan_sections(folder, "nord", north),
                                   random_plan_sections(folder, "syd", south)));
    random_plan_area(plan, "nord", north);
    random_plan_area(plan, "syd", south);
    random_plan_area(plan, "vest", 0);
    unsigned x = few == 2 ? random_plan_next(plan, 0, rest) : random_plan_count(plan, rest);
    random_plan_row(plan, "by", plan->count + x, plan->persons + rest);
    plan_folder_figures(folder, plan->rows);
}

#endif
