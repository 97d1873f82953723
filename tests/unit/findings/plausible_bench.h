/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan folders with series to be remarked on; shared by the tests of plausible_*.c. */
#ifndef PEJLING_TESTS_PLAUSIBLE_BENCH_H
#define PEJLING_TESTS_PLAUSIBLE_BENCH_H

#include "plan_folder.h"

/* One figure a year from `first` on; a negative count leaves the year out. */
struct yearly {
    int first;
    size_t count;
    const double *counted;
    double persons;
};

#define YEARS(first, counted, persons)                                                             \
    (struct yearly)                                                                                \
    {                                                                                              \
        (first), sizeof(counted) / sizeof *(counted), (counted), (persons)                         \
    }

/* Rows of a place like `andelen;nord`, after `rows`. */
static inline const char *with_years(struct plan_folder *folder, const char *rows,
                                     const char *place, struct yearly years)
{
    for (size_t i = 0; i < years.count; i++)
        if (!(years.counted[i] < 0))
            rows = arena_printf(folder->arena, "%s%s;%d;;%.0f;%.0f;;;\n", rows, place,
                                years.first + (int)i, years.counted[i], years.persons);
    return rows;
}

/* Rows of one denominator a year; 0 leaves the year out. */
static inline const char *with_persons(struct plan_folder *folder, const char *rows,
                                       const char *place, int first, const int *persons,
                                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (persons[i])
            rows = arena_printf(folder->arena, "%s%s;%d;;%d;%d;;;\n", rows, place, first + (int)i,
                                persons[i] / 2, persons[i]);
    return rows;
}

/* What the function remarks on in an edition of the folder; the folder's other problems go. */
static inline void remark_on(struct plan_folder *folder, enum edition edition,
                             void (*function)(struct diagnostics *, const struct released_table *))
{
    struct released_table table = plan_folder_release(folder, edition);
    plan_folder_forget_problems(folder);
    function(&folder->diagnostics, &table);
    for (size_t i = 0; i < folder->diagnostics.count; i++)
        assert_int_equal(folder->diagnostics.items[i].problem, PROBLEM_REMARK);
}

static inline void assert_remark_at(const struct plan_folder *folder, const char *says,
                                    const char *file, int line)
{
    for (size_t i = 0; i < folder->diagnostics.count; i++)
        if (strstr(folder->diagnostics.items[i].text, says))
            return;
    print_error("nowhere: %s\n", says);
    plan_folder_print(folder);
    _fail(file, line);
}

/* assert_remark(folder, says): one remark says so. */
#define assert_remark(folder, says) assert_remark_at((folder), (says), __FILE__, __LINE__)

#endif
