/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/theory_words.h"

#include "pejling/present/hidden_reasons.h"

const char *theory_state_text(enum language language, enum theory_state state)
{
    static const char *const words[THEORY_STATES][2] = {
        [THEORY_NO_DATA] = {"ingen tal endnu", "no figures yet"},
        [THEORY_AS_EXPECTED] = {"som forventet", "as expected"},
        [THEORY_AGAINST] = {"modsat det forventede", "the opposite of what was expected"},
        [THEORY_UNCHANGED] = {"uændret", "unchanged"},
        [THEORY_NOT_DETERMINABLE] = {"kan ikke afgøres", "cannot be determined"}};
    return say(language, words[state][0], words[state][1]);
}

const char *theory_reason_text(enum language language, const struct released_table *table,
                               const struct theory_evidence *evidence)
{
    const struct theory_step *step = evidence->step;
    if (!step->indicator)
        return say(language, "ingen indikator følger trinnet", "no indicator follows this step");
    if (evidence->reason == REASON_NOT_APPLICABLE && step->expected == POLARITY_NEUTRAL)
        return say(language, "der er ikke angivet en forventet retning",
                   "no expected direction is given");
    return reason_text(hidden_reason(table, step->indicator, evidence->area, evidence->reason),
                       language);
}

const char *theory_horizon_text(enum language language, enum horizon horizon)
{
    static const char *const words[][2] = {[HORIZON_SHORT] = {"kort sigt", "short run"},
                                           [HORIZON_MIDDLE] = {"mellemlangt sigt", "middle run"},
                                           [HORIZON_LONG] = {"langt sigt", "long run"}};
    return say(language, words[horizon][0], words[horizon][1]);
}

const char *theory_expected_text(enum language language, enum polarity expected)
{
    if (expected == POLARITY_NEUTRAL)
        return "";
    return expected == POLARITY_UP ? say(language, "op", "up") : say(language, "ned", "down");
}
