/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a plan folder to fill in. They hold what is the same for every boligsocial
 * helhedsplan, above all the nine indicators that Landsbyggefonden fixes; what differs is left
 * blank, so that `pejling check` names each field that has yet to be filled in, and nothing else.
 * They are Danish in either language, as the format and the indicators' own names are.
 */
#ifndef PEJLING_PROGRAM_PLAN_TEMPLATE_H
#define PEJLING_PROGRAM_PLAN_TEMPLATE_H

#include <stddef.h>

struct template_file {
    const char *name;         /* relative to the plan folder */
    const char *const *lines; /* without line ends, the header first; NULL behind the last */
};

/* The folder of the files of figures, which `name` may begin with. */
#define PLAN_TEMPLATE_FIGURES "observationer"

/* plan_template_at(index): the CSV files one by one; NULL behind the last. */
const struct template_file *plan_template_at(size_t index);

#endif
