/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/wording.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pejling/present/hidden_reasons.h"

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

/* Gaps, changes and slopes say which way. */
static bool is_signed(enum statistic statistic)
{
    static const bool has_no_sign[STATISTIC_COUNT] = {
        [STATISTIC_LEVEL] = true,
        [STATISTIC_RATIO] = true,
        [STATISTIC_POOLED_LEVEL] = true,
        [STATISTIC_TARGET] = true,
        [STATISTIC_TARGET_VALUE] = true,
        [STATISTIC_MEANINGFUL_SLOPE] = true,
        [STATISTIC_RESPONSE_RATE] = true,
        [STATISTIC_YEARS_TO_PARITY] = true,
        [STATISTIC_DETECTABLE_SLOPE] = true,
        [STATISTIC_DETERMINABLE_YEAR] = true,
        [STATISTIC_EXPOSURE] = true,
        [STATISTIC_PLACEBO_SHARE] = true,
        [STATISTIC_BREAKDOWN] = true,
        [STATISTIC_REGRESSION_TO_MEAN] = true,
        [STATISTIC_REGRESSION_TO_MEAN_YEAR] = true,
        [STATISTIC_LEVEL_HETEROGENEITY] = true,
        [STATISTIC_SLOPE_HETEROGENEITY] = true,
        [STATISTIC_RANK] = true,
        [STATISTIC_AGE_STANDARDISED] = true,
        [STATISTIC_DETECTABLE_CHANGE] = true,
        [STATISTIC_DETECTABLE_CHANGE_YEARS] = true,
        [STATISTIC_DETECTABLE_CHANGE_AREAS] = true,
        [STATISTIC_VERDICT_YEAR] = true,
    };
    return !has_no_sign[statistic];
}

/*
 * A slope is a tenth of a level in size, or less, unless nobody cares for changes so small; a ratio
 * needs two decimals to say anything.
 */
int wording_decimals(const struct finding *finding)
{
    switch (statistic_unit(finding->statistic)) {
    case UNIT_LEVEL:
    case UNIT_DIFFERENCE:
        return finding->indicator->decimals;
    case UNIT_SLOPE:
        return finding->indicator->decimals + (finding->indicator->delta < 1);
    case UNIT_RATE:
    case UNIT_YEARS:
    case UNIT_PERCENT:
        return 1;
    case UNIT_NONE:
        break;
    }
    static const int without_unit[STATISTIC_COUNT] = {[STATISTIC_RATIO] = 2,
                                                      [STATISTIC_LEVEL_HETEROGENEITY] = 2,
                                                      [STATISTIC_SLOPE_HETEROGENEITY] = 2,
                                                      [STATISTIC_BREAKDOWN] = 1};
    return without_unit[finding->statistic];
}

const char *wording_unit(struct arena *arena, enum language language, const struct finding *finding)
{
    const char *difference = indicator_difference_unit(finding->indicator, language);
    switch (statistic_unit(finding->statistic)) {
    case UNIT_LEVEL:
        return finding->indicator->unit;
    case UNIT_DIFFERENCE:
        return difference;
    case UNIT_SLOPE:
        return arena_printf(arena, "%s %s", difference, say(language, "pr. år", "a year"));
    case UNIT_RATE:
        return say(language, "pct. pr. år", "per cent a year");
    case UNIT_YEARS:
        return say(language, "år", "years");
    case UNIT_PERCENT:
        return say(language, "pct.", "per cent");
    case UNIT_NONE:
        break;
    }
    if (finding->statistic == STATISTIC_LEVEL_HETEROGENEITY ||
        finding->statistic == STATISTIC_SLOPE_HETEROGENEITY)
        return say(language, "teststørrelse", "test statistic");
    return finding->statistic == STATISTIC_RATIO ? say(language, "forhold", "ratio") : "";
}

static const char *const statistic_words[STATISTIC_COUNT][2] = {
    [STATISTIC_LEVEL] = {"niveau", "level"},
    [STATISTIC_GAP] = {"afstand til kommunen", "gap to the municipality"},
    [STATISTIC_GAP_REST] = {"afstand til resten af kommunen",
                            "gap to the rest of the municipality"},
    [STATISTIC_RATIO] = {"forhold til resten af kommunen", "ratio to the rest of the municipality"},
    [STATISTIC_LEVEL_SLOPE] = {"tendens i niveau", "slope of the level"},
    [STATISTIC_GAP_SLOPE] = {"tendens i afstand", "slope of the gap"},
    [STATISTIC_GAP_CHANGE] = {"ændring i afstand siden baseline",
                              "change of the gap since baseline"},
    [STATISTIC_LEVEL_CHANGE] = {"ændring i niveau siden baseline",
                                "change of the level since baseline"},
    [STATISTIC_POOLED_LEVEL] = {"niveau, tre år samlet", "level, three years together"},
    [STATISTIC_VERDICT_SLOPE] = {"afgørende tendens i afstand", "deciding slope of the gap"},
    [STATISTIC_VERDICT] = {"vurdering af afstanden", "verdict on the gap"},
    [STATISTIC_VERDICT_STRENGTH] = {"vurderingens styrke", "strength of the verdict"},
    [STATISTIC_VERDICT_DIRECTION] = {"vurderingens retning", "direction of the verdict"},
    [STATISTIC_THEIL_SEN] = {"tendens i niveau (Theil-Sen)", "slope of the level (Theil-Sen)"},
    [STATISTIC_GAP_THEIL_SEN] = {"tendens i afstand (Theil-Sen)", "slope of the gap (Theil-Sen)"},
    [STATISTIC_MANN_KENDALL_S] = {"Mann-Kendalls S for afstanden", "Mann-Kendall's S of the gap"},
    [STATISTIC_CLOSING_RATE] = {"lukket andel af afstanden pr. år",
                                "share of the gap closed a year"},
    [STATISTIC_YEARS_TO_PARITY] = {"år til afstanden er lukket", "years until the gap is closed"},
    [STATISTIC_DETECTABLE_SLOPE] = {"mindste ændring pr. år, der kan ses",
                                    "smallest change a year that can be seen"},
    [STATISTIC_DETERMINABLE_YEAR] = {"kan tidligst afgøres i",
                                     "can be determined in, at the earliest"},
    [STATISTIC_TARGET] = {"tallet, der holdes op mod målet", "figure held against the target"},
    [STATISTIC_TARGET_VALUE] = {"mål", "target"},
    [STATISTIC_MEANINGFUL_SLOPE] = {"mindste ændring af betydning pr. år",
                                    "smallest change a year that matters"},
    [STATISTIC_RESPONSE_RATE] = {"svarprocent", "response rate"},
    [STATISTIC_EXPOSURE] = {"andel af perioden efter planens start",
                            "share of the period after the plan’s start"},
    [STATISTIC_MEAN_GAP_BEFORE] = {"gennemsnitlig afstand før planens start",
                                   "mean gap before the plan’s start"},
    [STATISTIC_MEAN_GAP_AFTER] = {"gennemsnitlig afstand efter planens start",
                                  "mean gap after the plan’s start"},
    [STATISTIC_BEFORE_AFTER_MEAN] = {"ændring i den gennemsnitlige afstand før og efter",
                                     "change of the mean gap, before and after"},
    [STATISTIC_BEFORE_AFTER_STEP] = {"spring i afstanden, når en fælles tendens er trukket fra",
                                     "step of the gap, one slope taken out"},
    [STATISTIC_GAP_SLOPE_BEFORE] = {"tendens i afstand før planens start",
                                    "slope of the gap before the plan’s start"},
    [STATISTIC_PLACEBO_CHANGE] = {"samme regnestykke ved denne dato", "the same sum at this date"},
    [STATISTIC_PLACEBO_SHARE] =
        {"datoer med mindst lige så stor ændring, planens start medregnet",
         "dates with at least as large a change, the plan’s start among them"},
    [STATISTIC_BREAKDOWN] = {"drift, der skal til, i forhold til den største før",
                             "drift it takes, in the largest before"},
    [STATISTIC_REGRESSION_TO_MEAN] = {"tilbagevenden mod gennemsnittet, der må ventes",
                                      "regression to the mean to be expected"},
    [STATISTIC_REGRESSION_TO_MEAN_YEAR] =
        {"tilbagevenden mod gennemsnittet fra ét år, der må ventes",
         "regression to the mean from one year, to be expected"},
    [STATISTIC_GAP_CHANGE_AREA] = {"områdets ændring siden baseline",
                                   "change of the area since baseline"},
    [STATISTIC_GAP_CHANGE_COMPARATOR] = {"sammenligningens ændring siden baseline",
                                         "change of the comparator since baseline"},
    [STATISTIC_GAP_CHANGE_MOVED] = {"hvem der har flyttet sig", "which side moved"},
    [STATISTIC_POOLED_GAP_SLOPE] = {"tendens i afstand, områderne under ét",
                                    "slope of the gap, the areas as one"},
    [STATISTIC_POOLED_VERDICT] = {"vurdering af områderne under ét", "verdict on the areas as one"},
    [STATISTIC_LEVEL_HETEROGENEITY] = {"forskel på områdernes niveauer",
                                       "difference among the levels of the areas"},
    [STATISTIC_SLOPE_HETEROGENEITY] = {"forskel på områdernes tendenser",
                                       "difference among the slopes of the areas"},
    [STATISTIC_LEVEL_DIFFERENCE] = {"forskel i niveau mellem to områder",
                                    "difference of level between two areas"},
    [STATISTIC_SLOPE_DIFFERENCE] = {"forskel i tendens mellem to områder",
                                    "difference of slope between two areas"},
    [STATISTIC_RANK] = {"rang blandt områderne", "rank among the areas"},
    [STATISTIC_FURTHER_GAP] = {"afstand til tvillingeområde eller land",
                               "gap to a twin area or the country"},
    [STATISTIC_FURTHER_GAP_SLOPE] = {"tendens i afstand til tvillingeområde eller land",
                                     "slope of the gap to a twin area or the country"},
    [STATISTIC_FURTHER_GAP_CHANGE] =
        {"ændring i afstand til tvillingeområde eller land siden baseline",
         "change of the gap to a twin area or the country since baseline"},
    [STATISTIC_AGE_STANDARDISED] = {"niveau med sammenligningens alderssammensætning",
                                    "level with the age composition of the comparator"},
    [STATISTIC_AGE_RATE_EFFECT] = {"den del af afstanden, der står tilbage ved samme alder",
                                   "part of the gap that is left at the same ages"},
    [STATISTIC_AGE_COMPOSITION_EFFECT] =
        {"den del af afstanden, som alderssammensætningen svarer til",
         "part of the gap that the age composition corresponds to"},
    [STATISTIC_AGE_RATE_CHANGE] = {"ændring i afstanden ved samme alder siden baseline",
                                   "change of the gap at the same ages since baseline"},
    [STATISTIC_AGE_COMPOSITION_CHANGE] =
        {"ændring i det, alderssammensætningen svarer til, siden baseline",
         "change of what the age composition corresponds to since baseline"},
    [STATISTIC_STAYERS_CHANGE] = {"fastboendes del af ændringen i niveau",
                                  "stayers’ part of the change of the level"},
    [STATISTIC_MOVES_CHANGE] = {"flytningers del af ændringen i niveau",
                                "part of the change of the level that moves make"},
    [STATISTIC_MOVERS_DIFFERENCE] = {"tilflytteres niveau minus fraflytteres",
                                     "level of in-movers less that of out-movers"},
    [STATISTIC_DETECTABLE_CHANGE] =
        {"ændring fra seneste til næste tal, der vil kunne ses",
         "change from the latest to the next figure that could be seen"},
    [STATISTIC_DETECTABLE_CHANGE_YEARS] = {"ændring i gennemsnit af tre år, der vil kunne ses",
                                           "change of means of three years that could be seen"},
    [STATISTIC_DETECTABLE_CHANGE_AREAS] = {"ændring, der vil kunne ses med områderne under ét",
                                           "change that could be seen with the areas as one"},
    [STATISTIC_VERDICT_YEAR] = {"vurdering tidligst mulig i",
                                "verdict possible in, at the earliest"},
};

const char *wording_statistic(enum language language, enum statistic statistic)
{
    return say(language, statistic_words[statistic][0], statistic_words[statistic][1]);
}

const char *wording_reason(enum language language, const struct finding *finding)
{
    const struct estimate *estimate = &finding->estimate;
    if (estimate->reason != REASON_NOT_APPLICABLE)
        return reason_text(estimate->reason, language);
    if (estimate->state != ESTIMATE_UNDEFINED)
        return "";
    if (finding->statistic == STATISTIC_VERDICT_YEAR)
        return say(language, "mulig nu", "possible now");
    if (finding->statistic == STATISTIC_DETERMINABLE_YEAR)
        return say(language, "er afgjort", "is determined");
    return reason_text(estimate->reason, language);
}

const char *wording_value(struct arena *arena, enum language language,
                          const struct finding *finding)
{
    char text[NUMBER_TEXT];
    const struct estimate *estimate = &finding->estimate;
    if (estimate->state == ESTIMATE_UNDEFINED)
        return wording_reason(language, finding);
    if (finding->statistic == STATISTIC_DETERMINABLE_YEAR ||
        finding->statistic == STATISTIC_VERDICT_YEAR)
        return arena_printf(arena, "%d", (int)estimate->value);
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

const char *wording_moved(enum language language, const char *code)
{
    static const struct {
        const char *code, *danish, *english;
    } words[] = {
        {"area", "området har flyttet sig, sammenligningen ikke kendeligt",
         "the area has moved, the comparator not noticeably"},
        {"comparator", "sammenligningen har flyttet sig, området ikke kendeligt",
         "the comparator has moved, the area not noticeably"},
        {"both", "begge har flyttet sig", "both have moved"},
        {"undetermined", "hvem af dem der har flyttet sig, kan ikke afgøres",
         "which of them has moved cannot be determined"},
        {"neither", "ingen af dem har flyttet sig kendeligt", "neither has moved noticeably"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].code, code) == 0)
            return say(language, words[i].danish, words[i].english);
    return "";
}

const char *wording_pooled_verdict(struct arena *arena, enum language language,
                                   const struct finding *finding)
{
    static const char *const words[VERDICT_COUNT][2] = {
        [VERDICT_NOT_DETERMINABLE] = {"kan ikke afgøres", "cannot be determined"},
        [VERDICT_NARROWING] = {"indsnævres", "narrowing"},
        [VERDICT_WIDENING] = {"udvides", "widening"},
        [VERDICT_UNCHANGED] = {"uændret", "unchanged"}};
    enum verdict verdict = VERDICT_NOT_DETERMINABLE;
    for (enum verdict each = VERDICT_NOT_DETERMINABLE; each < VERDICT_COUNT; each++)
        if (strcmp(finding->text, verdict_code(each)) == 0)
            verdict = each;
    const char *word = say(language, words[verdict][0], words[verdict][1]);
    if (!finding->estimate.reason)
        return word;
    return arena_printf(arena, "%s (%s)", word, reason_text(finding->estimate.reason, language));
}

/* What becomes of the gap, firmly said or not. */
static const char *moved_text(enum language language, const struct gap_verdict *verdict)
{
    bool firm = verdict->strength == STRENGTH_FIRM;
    switch (verdict->verdict) {
    case VERDICT_NARROWING:
        return firm ? say(language, "indsnævres klart", "clearly narrowing")
                    : say(language, "indsnævres", "narrowing");
    case VERDICT_WIDENING:
        return firm ? say(language, "udvides klart", "clearly widening")
                    : say(language, "udvides", "widening");
    case VERDICT_UNCHANGED:
        return say(language, "uændret", "unchanged");
    case VERDICT_NOT_DETERMINABLE:
    case VERDICT_COUNT:
        break;
    }
    return say(language, "kan ikke afgøres", "cannot be determined");
}

static const char *direction_text(enum language language, enum verdict_direction direction)
{
    switch (direction) {
    case DIRECTION_BETTER:
        return say(language, " (bedre)", " (better)");
    case DIRECTION_WORSE:
        return say(language, " (værre)", " (worse)");
    case DIRECTION_NEUTRAL:
    case DIRECTION_NONE:
        break;
    }
    return "";
}

const char *wording_verdict_as(struct arena *arena, enum language language,
                               const struct released_table *table,
                               const struct indicator *indicator, const struct area *area,
                               const struct gap_verdict *verdict)
{
    const char *moved = moved_text(language, verdict);
    const char *direction = direction_text(language, verdict->direction);
    if (!verdict->reason)
        return arena_printf(arena, "%s%s", moved, direction);
    return arena_printf(
        arena, "%s%s (%s)", moved, direction,
        reason_text(hidden_reason(table, indicator, area, verdict->reason), language));
}

const char *wording_verdict(struct arena *arena, enum language language,
                            const struct findings *findings, const struct indicator *indicator,
                            const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(&findings->verdicts, indicator, area);
    return verdict ? wording_verdict_as(arena, language, findings->table, indicator, area, verdict)
                   : "";
}

const char *wording_break(char text[PERIOD_TEXT], const struct indicator *indicator, double time)
{
    struct period period = {PERIOD_YEAR, (short)floor(time), 0, 0};
    if (indicator->reporting.kind == PERIOD_SCHOOL_YEAR) {
        period.kind = PERIOD_SCHOOL_YEAR;
        period.year = (short)(period.year - (period_start(period) > time));
    } else if (indicator->reporting.kind == PERIOD_QUARTER) {
        period.kind = PERIOD_QUARTER;
        for (period.month = 4; period.month > 1 && period_start(period) > time;)
            period.month--;
    }
    return period_text(text, period);
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

const char *wording_no_cause_short(enum language language)
{
    return say(language, "Helhedsplanen kan hverken tage æren eller skylden for udviklingen.",
               "The plan can take neither credit nor blame for the development.");
}
