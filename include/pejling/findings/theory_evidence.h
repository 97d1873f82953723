/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A step of the theory of change (forandringsteori.csv) beside what the data show of it in one
 * area. The evidence is the verdict on the gap of the step's indicator (gap_verdict.h), so that
 * what moves the whole municipality is in no step's favour, and its error rates are measured. A gap
 * that moved as expected does not say why it did.
 *
 *   no data            no indicator follows the step, or it has no figure, shown or hidden, there
 *   as expected        the gap has moved, and its slope has the expected sign
 *   against            the gap has moved the other way
 *   unchanged          a movement was expected, and the verdict is that there is none worth
 *                      speaking of
 *   not determinable   the verdict is, for its reason; and of a step without an expected direction,
 *                      where forandringsteori.csv has `neutral` or nothing (NOT_APPLICABLE)
 */
#ifndef PEJLING_FINDINGS_THEORY_EVIDENCE_H
#define PEJLING_FINDINGS_THEORY_EVIDENCE_H

#include "pejling/findings/findings.h"

enum theory_state {
    THEORY_NO_DATA,
    THEORY_AS_EXPECTED,
    THEORY_AGAINST,
    THEORY_UNCHANGED,
    THEORY_NOT_DETERMINABLE,
    THEORY_STATES
};

struct theory_evidence {
    const struct theory_step *step;
    const struct area *area;
    enum theory_state state;
    enum reason reason; /* of what is not determinable, else REASON_NONE */
    /* What it rests on, as rows of the findings; both NULL where there are none. */
    const struct finding *verdict, *slope;
};

/* theory_evidence_of(findings, step, area): of one of the plan's areas, or their total. */
struct theory_evidence theory_evidence_of(const struct findings *findings,
                                          const struct theory_step *step, const struct area *area);

#endif
