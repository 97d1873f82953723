/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `pejling import --split kommune PLAN -o DIR`: one plan folder for each municipality of a plan. */
#ifndef PEJLING_PROGRAM_PLAN_SPLIT_H
#define PEJLING_PROGRAM_PLAN_SPLIT_H

#include "pejling/base/diagnostic.h"

/*
 * plan_split(diagnostics, plan, output): DIR/CODE/ with the plan's files, and of their rows those of
 * the municipality's areas and of what lies in none; plan.csv names the municipality. Fields are
 * unchanged; line ends and quotes are made alike. The folder is closed to others. False, and
 * nothing written, where the plan or a row's area is faulty, where figures lack the column
 * `område`, or DIR holds anything. A plan of one municipality gives one folder.
 */
bool plan_split(struct diagnostics *diagnostics, const char *plan, const char *output);

#endif
