/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/reason.h"

static const struct {
    const char *code, *danish, *english;
} reasons[] = {
    [REASON_NONE] = {"", "", ""},
    [REASON_MISSING] = {"missing", "mangler", "missing"},
    [REASON_LEFT_OUT] = {"left_out", "udeladt på grund af fejl i data",
                         "left out because of faulty data"},
    [REASON_SUPPRESSED_SOURCE] = {"suppressed_source", "skjult af kilden",
                                  "withheld by the source"},
    [REASON_SUPPRESSED] = {"suppressed", "skjult: få personer", "hidden: few persons"},
    [REASON_WITHHELD] = {"withheld", "vises ikke i den delte udgave",
                         "not shown in the shared edition"},
    [REASON_INCOMPLETE] = {"incomplete", "ufuldstændig: en del mangler eller er skjult",
                           "incomplete: a part is missing or hidden"},
    [REASON_NOT_SUMMABLE] = {"not_summable", "kan ikke lægges sammen", "cannot be added up"},
    [REASON_INCONSISTENT_INPUT] = {"inconsistent_input", "områderne overstiger kommunen",
                                   "the areas exceed the municipality"},
    [REASON_NO_DENOMINATOR] = {"no_denominator", "ingen personer i gruppen", "nobody in the group"},
    [REASON_NO_COMPARATOR] = {"no_comparator", "intet at sammenligne med",
                              "nothing to compare with"},
    [REASON_NO_COUNTS] = {"no_counts", "kun værdien er oplyst, ingen antal",
                          "only the value is given, no counts"},
    [REASON_NO_SPREAD] = {"no_spread", "spredningen er ikke oplyst", "no spread is given"},
    [REASON_TOO_FEW_YEARS] = {"too_few_years", "for få år", "too few years"},
    [REASON_NO_EVENTS] = {"no_events", "ingen hændelser", "no events"},
    [REASON_NO_BASELINE] = {"no_baseline", "ingen måling i basisåret eller før",
                            "no figure in or before the baseline year"},
    [REASON_SERIES_BREAK] = {"series_break", "databrud i serien", "a break in the series"},
    [REASON_NOT_APPLICABLE] = {"not_applicable", "giver ikke mening for denne indikator",
                               "has no meaning for this indicator"},
    [REASON_NO_TREND] = {"no_trend", "måles for sjældent til en tendens",
                         "measured too seldom for a trend"},
    [REASON_TOO_FEW_SERIES] = {"too_few_series", "for få serier", "too few series"},
    [REASON_TOO_FEW_BEFORE] = {"too_few_before", "for få målinger før", "too few figures before"},
    [REASON_TOO_FEW_AFTER] = {"too_few_after", "for få målinger efter", "too few figures after"},
    [REASON_TOO_FEW_EVENTS] = {"too_few_events", "for få hændelser", "too few events"},
    [REASON_EMPTY_STRATUM] = {"empty_stratum", "ingen personer i en af grupperne",
                              "nobody in one of the groups"},
    [REASON_NO_VARIATION] = {"no_variation", "ingen variation", "no variation"},
    [REASON_ALL_EVENTS] = {"all_events", "alle har hændelsen", "everybody has the event"},
    [REASON_SEPARATION] = {"separation", "hændelserne ligger samlet i tid",
                           "the events lie together in time"},
    [REASON_UNBOUNDED] = {"unbounded", "kan ikke tidsfæstes", "cannot be dated"},
    [REASON_NOT_CLOSING] = {"not_closing", "gabet lukker ikke", "the gap is not closing"},
    [REASON_IMPRECISE] = {"imprecise", "for upræcist", "too imprecise"},
    [REASON_TOO_FAR] = {"too_far", "for langt frem", "too far ahead"},
};
_Static_assert(sizeof reasons / sizeof *reasons == REASON_COUNT, "a row for each reason");

const char *reason_code(enum reason reason)
{
    return reasons[reason].code;
}

const char *reason_text(enum reason reason, enum language language)
{
    return say(language, reasons[reason].danish, reasons[reason].english);
}
