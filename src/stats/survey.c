/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/survey.h"

#include <math.h>

#include "pejling/stats/interval.h"

static struct survey_share undefined(enum reason reason)
{
    return (struct survey_share){.share = estimate_undefined(reason)};
}

struct survey_share survey_share(const double *weights, const double *yes, size_t n,
                                 double population, double confidence)
{
    double sum = 0, squares = 0, with = 0, largest = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(weights[i] >= 0) || !isfinite(weights[i]) || !(yes[i] >= 0) || !(yes[i] <= 1))
            return undefined(REASON_INCONSISTENT_INPUT);
        largest = fmax(largest, weights[i]);
    }
    if (!(largest > 0))
        return undefined(REASON_NO_DENOMINATOR);
    for (size_t i = 0; i < n; i++) {
        double weight = weights[i] / largest; /* only their proportions matter */
        sum += weight;
        squares += weight * weight;
        with += weight * yes[i];
    }
    struct survey_share result = {.design_effect = fmax(1, (double)n * squares / (sum * sum))};
    result.effective = (double)n / result.design_effect;
    result.not_asked = population > 0 ? fmax(0, 1 - (double)n / population) : 1;
    result.effective_of_all = survey_effective_answers((double)n, result.design_effect, population);
    double share = with / sum;
    if (isinf(result.effective_of_all)) {
        result.share = estimate_interval(METHOD_WILSON_SURVEY, share, share, share);
        return result;
    }
    double answers = result.effective_of_all;
    result.share = interval_wilson(fmin(share * answers, answers), answers, confidence);
    result.share.method = METHOD_WILSON_SURVEY;
    result.share.value = share;
    return result;
}
