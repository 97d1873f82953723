/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/estimate.h"

#include <math.h>

struct estimate estimate_undefined(enum reason reason)
{
    return (struct estimate){ESTIMATE_UNDEFINED, reason,      METHOD_NONE,
                             (double)NAN,        (double)NAN, (double)NAN};
}

struct estimate estimate_point(enum method method, double value, enum reason reason)
{
    if (!isfinite(value))
        return estimate_undefined(reason);
    return (struct estimate){ESTIMATE_POINT, reason, method, value, (double)NAN, (double)NAN};
}

struct estimate estimate_interval(enum method method, double value, double lower, double upper)
{
    return (struct estimate){ESTIMATE_INTERVAL,  REASON_NONE,       method, value,
                             fmin(lower, value), fmax(upper, value)};
}

struct estimate estimate_scale(struct estimate estimate, double factor)
{
    estimate.value *= factor;
    estimate.lower *= factor;
    estimate.upper *= factor;
    return estimate;
}

const char *method_code(enum method method)
{
    static const char *const codes[] = {
        [METHOD_NONE] = "",
        [METHOD_GIVEN] = "given",
        [METHOD_WILSON] = "wilson",
        [METHOD_WILSON_SURVEY] = "wilson_survey",
        [METHOD_GARWOOD] = "garwood",
        [METHOD_T] = "t",
        [METHOD_NEWCOMBE10] = "newcombe10",
        [METHOD_MOVER_GARWOOD] = "mover_garwood",
        [METHOD_WELCH] = "welch",
        [METHOD_NEWCOMBE10_PART_WHOLE] = "newcombe10_part_whole",
        [METHOD_MOVER_GARWOOD_PART_WHOLE] = "mover_garwood_part_whole",
        [METHOD_WELCH_PART_WHOLE] = "welch_part_whole",
        [METHOD_DIFFERENCE] = "difference",
        [METHOD_KATZ_LOG] = "katz_log",
        [METHOD_MOVER_WILSON] = "mover_wilson",
        [METHOD_EXACT_RATIO] = "exact_ratio",
        [METHOD_OLS_T] = "ols_t",
        [METHOD_MOVER] = "mover",
        [METHOD_ENGINE_B] = "engine_b",
        [METHOD_DOBSON] = "dobson",
        [METHOD_BEFORE_AFTER] = "before_after",
        [METHOD_CLOPPER_PEARSON] = "clopper_pearson",
        [METHOD_BYAR] = "byar",
        [METHOD_MIETTINEN_NURMINEN] = "miettinen_nurminen",
        [METHOD_THEIL_SEN] = "theil_sen",
        [METHOD_QUASI_BINOMIAL] = "quasi_binomial",
        [METHOD_QUASI_POISSON] = "quasi_poisson",
        [METHOD_ENGINE_A] = "engine_a",
        [METHOD_FIELLER] = "fieller",
        [METHOD_NONCENTRAL_T] = "noncentral_t",
        [METHOD_MANN_KENDALL] = "mann_kendall",
        [METHOD_OLS_PREDICTION] = "ols_prediction",
        [METHOD_CALENDAR] = "calendar",
        [METHOD_PLACEBO_DATES] = "placebo_dates",
        [METHOD_RELATIVE_MAGNITUDE] = "relative_magnitude",
        [METHOD_REGRESSION_TO_MEAN] = "regression_to_mean",
        [METHOD_INVERSE_VARIANCE] = "inverse_variance",
        [METHOD_CHI_SQUARED] = "chi_squared",
        [METHOD_FREEMAN_HALTON] = "freeman_halton",
        [METHOD_WELCH_SLOPES] = "welch_slopes",
        [METHOD_WELCH_MEANS] = "welch_means",
        [METHOD_RANK_PAIRS] = "rank_pairs",
        [METHOD_DIRECT] = "direct",
        [METHOD_KITAGAWA] = "kitagawa",
        [METHOD_POWER] = "power",
        [METHOD_POWER_WITHIN] = "power_within_years",
        [METHOD_REQUIREMENTS] = "requirements",
        [METHOD_BOTH_ENGINES] = "both_engines",
        [METHOD_ONE_ENGINE] = "one_engine",
    };
    _Static_assert(sizeof codes / sizeof *codes == METHOD_COUNT, "a code for each method");
    return codes[method];
}
