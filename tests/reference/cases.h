/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reference cases: what an adapter gets and gives. One case names a function of the reference,
 * its inputs, and what must come out. An adapter per function reads the inputs by name, calls the
 * public functions of include/pejling/stats, and reports each quantity by name, as a number or as
 * not available; run_cases.c compares. An adapter has no formula of its own beyond a change of
 * unit, and may report more than a case asks for.
 */
#ifndef PEJLING_TESTS_CASES_H
#define PEJLING_TESTS_CASES_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

struct case_run;

/* A list of numbers; NaN where the element is missing. */
struct case_vector {
    size_t n;
    const double *values;
};

/* h_T(rho) of hT.csv: values[row * columns + column] belongs to rho[row] and periods[column]. */
struct case_h_table {
    size_t rows, columns;
    const double *rho, *periods, *values;
};

/* case_has(run, name): whether the case has an input of that name. */
bool case_has(const struct case_run *run, const char *name);

/* case_number(run, name): its first element; NaN where that is missing or there is none. */
double case_number(const struct case_run *run, const char *name);

/* case_vector(run, name): all its elements, in order; none where there is no such input. */
struct case_vector case_vector(struct case_run *run, const char *name);

/* case_word(run, name): its first element as it is written; "" where there is none. */
const char *case_word(const struct case_run *run, const char *name);

/* case_h_table(run): hT.csv, or NULL where the folder has none. */
const struct case_h_table *case_h_table(const struct case_run *run);

/*
 * case_give(run, value, quantity, ...): reports a number; `quantity` is a printf format, so that
 * "bh%zu" and "slope[%zu]" name the elements of a list. A number that is not finite is a failure.
 */
void case_give(struct case_run *run, double value, const char *quantity, ...)
    __attribute__((format(printf, 3, 4)));

/* case_give_word(run, word, quantity): reports a word, as a verdict. */
void case_give_word(struct case_run *run, const char *word, const char *quantity);

/* case_withhold(run, quantity, ...): reports that it is not available. */
void case_withhold(struct case_run *run, const char *quantity, ...)
    __attribute__((format(printf, 2, 3)));

/* case_give_if(run, available, value, quantity): a number, or not available. */
void case_give_if(struct case_run *run, bool available, double value, const char *quantity);

/* case_give_value(run, estimate, quantity): its value, or not available. */
void case_give_value(struct case_run *run, struct estimate estimate, const char *quantity);

/* case_give_limits(run, estimate, factor, lower, upper): its limits times `factor`, by those two
 * names; not available where it has no interval, or a limit is infinite. */
void case_give_limits(struct case_run *run, struct estimate estimate, double factor,
                      const char *lower, const char *upper);

struct case_function {
    const char *name; /* `fn` of the reference; NULL ends the list */
    void (*run)(struct case_run *run);
};

extern const struct case_function case_functions_a[], case_functions_b[];

#endif
