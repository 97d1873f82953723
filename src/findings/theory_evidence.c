/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/theory_evidence.h"

static bool has_figure(const struct findings *findings, const struct indicator *indicator,
                       const struct area *area)
{
    struct released_series series = released_series(findings->table, indicator, area);
    for (size_t i = 0; i < series.count; i++)
        if (series.cells[i].release != RELEASE_ABSENT)
            return true;
    return false;
}

static enum theory_state state_of(const struct gap_verdict *verdict, enum polarity expected)
{
    bool rose = verdict->decides && verdict->decides->slope.value > 0;
    switch (verdict->verdict) {
    case VERDICT_NARROWING:
    case VERDICT_WIDENING:
        return rose == (expected == POLARITY_UP) ? THEORY_AS_EXPECTED : THEORY_AGAINST;
    case VERDICT_UNCHANGED:
        return THEORY_UNCHANGED;
    case VERDICT_NOT_DETERMINABLE:
    case VERDICT_COUNT:
        break;
    }
    return THEORY_NOT_DETERMINABLE;
}

struct theory_evidence theory_evidence_of(const struct findings *findings,
                                          const struct theory_step *step, const struct area *area)
{
    struct theory_evidence evidence = {.step = step, .area = area, .state = THEORY_NO_DATA};
    if (!step->indicator || !has_figure(findings, step->indicator, area))
        return evidence;
    const struct gap_verdict *verdict = verdict_of(&findings->verdicts, step->indicator, area);
    if (!verdict)
        return evidence;
    evidence.verdict = finding_single(findings, step->indicator, area, STATISTIC_VERDICT);
    evidence.slope = finding_single(findings, step->indicator, area, STATISTIC_VERDICT_SLOPE);
    if (step->expected == POLARITY_NEUTRAL) {
        evidence.state = THEORY_NOT_DETERMINABLE;
        evidence.reason = REASON_NOT_APPLICABLE;
        return evidence;
    }
    evidence.state = state_of(verdict, step->expected);
    if (evidence.state == THEORY_NOT_DETERMINABLE)
        evidence.reason = verdict->reason;
    return evidence;
}
