/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads plan.csv: the settings of a plan and its overrides of the policy. */
#ifndef PEJLING_MODEL_PLAN_READ_H
#define PEJLING_MODEL_PLAN_READ_H

#include "pejling/model/catalogue.h"

/*
 * plan_read(diagnostics, folder, catalogue): fills catalogue->plan; its areas must be read already.
 * The policy where the file is silent: confidence 95, threshold 5, smallest denominator 20, delta
 * 0,1. A threshold under 3, or a smallest denominator under the threshold, is refused.
 */
void plan_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue);

#endif
