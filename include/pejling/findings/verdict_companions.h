/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands beside a verdict for those who follow it step by step, and decides nothing: the
 * numbers that the series is admitted by, who of the two moved, and the same trends on the logit or
 * log scale. Everything is of the open years of the verdict's own series.
 */
#ifndef PEJLING_FINDINGS_VERDICT_COMPANIONS_H
#define PEJLING_FINDINGS_VERDICT_COMPANIONS_H

#include "pejling/findings/gap_verdict.h"
#include "pejling/stats/parity.h"

/* A quasi-likelihood slope, as the change of odds or rate in per cent a year. */
struct quasi_change {
    struct estimate change; /* with the floored dispersion; undefined with a reason */
    double dispersion, p;   /* 0 unless the change has an interval */
};

struct verdict_companions {
    double span; /* years from the first open one to the last */
    bool has_base, has_events, has_without;
    double median_base, events, without; /* of the area, over the open years */
    bool has_split;                      /* two open years or more */
    double area_slope, other_slope;      /* least squares, display unit a year */
    struct mechanism mechanism;
    bool is_rate;                  /* log of the rate rather than logit of the share */
    struct quasi_change area, gap; /* gap: the area's slope less that of the rest */
};

/*
 * verdict_companions_make(arena, verdict): the quasi-likelihood slopes are NOT_APPLICABLE to means,
 * surveys and given values, and that of the gap where the comparator is not the rest.
 */
struct verdict_companions verdict_companions_make(struct arena *arena,
                                                  const struct gap_verdict *verdict);

#endif
