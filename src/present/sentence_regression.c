/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_regression.h"

#include <math.h>

#include "pejling/present/sentence_words.h"

const char *sentence_regression_share(const struct speaker *speaker, const struct finding *change,
                                      double first, const struct finding *expected)
{
    const struct estimate *size = &change->estimate;
    if (!(size->value * first < 0))
        return "";
    if (fabs(size->value) <= expected->estimate.value)
        return say(speaker->language,
                   "Ændringen er ikke større end det og kan alene være tilbagevenden mod "
                   "gennemsnittet",
                   "The change is no larger than that and may be nothing but regression to the "
                   "mean");
    double least = size->value < 0 ? -size->upper : size->lower;
    if (size->state == ESTIMATE_INTERVAL && least > expected->estimate.value)
        return "";
    return say(speaker->language,
               "Ændringen er større, men ikke sikkert større end det: også den kan være "
               "tilbagevenden mod gennemsnittet",
               "The change is larger, but not certainly larger than that: it too may be "
               "regression to the mean");
}

void sentence_add_regression_of_year(const struct speaker *speaker, struct sentence *sentence,
                                     const struct finding *change)
{
    const struct finding *expected = finding_single(
        speaker->findings, change->indicator, change->area, STATISTIC_REGRESSION_TO_MEAN_YEAR);
    const struct finding *first =
        finding_at(speaker->findings, change->indicator, change->area, STATISTIC_GAP, change->from);
    if (!finding_has_value(expected) || words_is_zero(expected, expected->estimate.value))
        return;
    const char *chosen = change->area->role == AREA_TOTAL
                             ? say(speaker->language, "områderne", "the areas")
                             : say(speaker->language, "området", "the area");
    sentence_quote(sentence, expected);
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           say(speaker->language,
                               "Er %s udpeget på basisårets tal, måtte en indsnævring på op til %s "
                               "ventes af sig selv",
                               "With %s chosen by the baseline year’s figures, a narrowing of up "
                               "to %s was to be expected by itself"),
                           chosen, words_amount(speaker, expected, expected->estimate.value)));
    if (finding_has_value(first))
        words_add(speaker, sentence,
                  sentence_regression_share(speaker, change, first->estimate.value, expected));
}
