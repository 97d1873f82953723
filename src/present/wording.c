/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/wording.h"

#include <stdio.h>
#include <string.h>

const char *wording_number(char text[NUMBER_TEXT], enum language language, double value,
                           int decimals)
{
    return language == LANGUAGE_ENGLISH ? number_english(text, value, decimals)
                                        : number_danish(text, value, decimals);
}

const char *wording_change(char text[NUMBER_TEXT], enum language language, double value,
                           int decimals)
{
    char plain[NUMBER_TEXT];
    wording_number(plain, language, value, decimals);
    bool above = number_round(value, decimals) > 0;
    snprintf(text, NUMBER_TEXT, "%s%.*s", above ? "+" : "", NUMBER_TEXT - 2, plain);
    return text;
}

/* Gaps, changes and slopes say which way; a level and a ratio do not. */
static bool is_signed(enum statistic statistic)
{
    return statistic != STATISTIC_LEVEL && statistic != STATISTIC_RATIO;
}

/* A slope is a tenth of a level in size, or less; a ratio needs two decimals to say anything. */
int wording_decimals(const struct finding *finding)
{
    if (finding->statistic == STATISTIC_RATIO)
        return 2;
    return finding->indicator->decimals + statistic_is_slope(finding->statistic);
}

const char *wording_statistic(enum language language, enum statistic statistic)
{
    switch (statistic) {
    case STATISTIC_LEVEL:
        return say(language, "niveau", "level");
    case STATISTIC_GAP:
        return say(language, "afstand til kommunen", "gap to the municipality");
    case STATISTIC_GAP_REST:
        return say(language, "afstand til resten af kommunen",
                   "gap to the rest of the municipality");
    case STATISTIC_RATIO:
        return say(language, "forhold til resten af kommunen",
                   "ratio to the rest of the municipality");
    case STATISTIC_LEVEL_SLOPE:
        return say(language, "tendens i niveau", "slope of the level");
    case STATISTIC_GAP_SLOPE:
        return say(language, "tendens i afstand", "slope of the gap");
    case STATISTIC_GAP_CHANGE:
        return say(language, "ændring i afstand siden baseline",
                   "change of the gap since baseline");
    case STATISTIC_LEVEL_CHANGE:
        return say(language, "ændring i niveau siden baseline",
                   "change of the level since baseline");
    case STATISTIC_COUNT:
        break;
    }
    return "";
}

const char *wording_value(struct arena *arena, enum language language,
                          const struct finding *finding)
{
    char text[NUMBER_TEXT];
    const struct estimate *estimate = &finding->estimate;
    if (estimate->state == ESTIMATE_UNDEFINED)
        return reason_text(estimate->reason, language);
    if (is_signed(finding->statistic))
        wording_change(text, language, estimate->value, wording_decimals(finding));
    else
        wording_number(text, language, estimate->value, wording_decimals(finding));
    return arena_copy(arena, text);
}

const char *wording_interval(struct arena *arena, enum language language,
                             const struct finding *finding)
{
    char lower[NUMBER_TEXT], upper[NUMBER_TEXT];
    const struct estimate *estimate = &finding->estimate;
    if (estimate->state != ESTIMATE_INTERVAL)
        return "";
    int decimals = wording_decimals(finding);
    if (is_signed(finding->statistic)) {
        wording_change(lower, language, estimate->lower, decimals);
        wording_change(upper, language, estimate->upper, decimals);
    } else {
        wording_number(lower, language, estimate->lower, decimals);
        wording_number(upper, language, estimate->upper, decimals);
    }
    return arena_printf(arena, "%s %s %s", lower, say(language, "til", "to"), upper);
}

const char *wording_invented(enum language language)
{
    return say(language, "opdigtede tal", "invented figures");
}

const char *wording_internal(enum language language)
{
    return say(language, "INTERN – må ikke deles", "INTERNAL – not to be shared");
}

const char *wording_edition(struct arena *arena, enum language language,
                            const struct released_table *table)
{
    const struct plan *plan = &table->catalogue->plan;
    bool internal = table->edition == EDITION_INTERNAL;
    return arena_printf(arena, "%s%s%s%s%s", plan->edition, plan->illustrative ? " · " : "",
                        plan->illustrative ? wording_invented(language) : "", internal ? " · " : "",
                        internal ? wording_internal(language) : "");
}

const char *wording_no_cause(enum language language)
{
    return say(language,
               "Tallene viser udviklingen i områderne. De viser ikke, hvad den skyldes: "
               "helhedsplanen kan hverken tage æren eller skylden for udviklingen som helhed.",
               "The figures show how the areas develop, not why: the plan can take neither credit "
               "nor blame for the development as a whole.");
}
