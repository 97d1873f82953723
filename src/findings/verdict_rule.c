/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_rule.h"

#include "pejling/stats/gap_line.h"
#include "pejling/stats/pooling.h"
#include "pejling/stats/verdict.h"

const struct verdict_rule *verdict_rule(void)
{
    static const struct verdict_rule rule = {
        .least_years = VERDICT_YEARS,
        .least_span = VERDICT_SPAN,
        .least_base = VERDICT_PERSONS,
        .least_events = VERDICT_EVENTS,
        .rho_stock = GAP_RHO_STOCK,
        .rho_flow = GAP_RHO_FLOW,
        .pool_series = POOLING_SERIES,
        .pool_df = POOLING_DF,
        .confidence = 0.95,
        .relative_delta = 0.05,
        .false_discoveries = 0.10,
    };
    return &rule;
}

static const struct {
    const char *code, *danish, *english;
} lines[] = {
    [VERDICT_LINE_ADMISSIBLE] = {"admissible", "serien kan ikke bedømmes",
                                 "the series cannot be judged"},
    [VERDICT_LINE_HIDDEN] = {"hidden", "skjulte år kan ændre svaret",
                             "hidden years could change the answer"},
    [VERDICT_LINE_MOVED] = {"moved", "0 ligger uden for intervallet for ændringen pr. år",
                            "0 lies outside the interval of the yearly change"},
    [VERDICT_LINE_EQUIVALENT] = {"equivalent",
                                 "enhver ændring af betydning ligger uden for intervallet",
                                 "every change that matters lies outside the interval"},
    [VERDICT_LINE_IMPRECISE] = {"imprecise", "intervallet rummer både 0 og ændringer af betydning",
                                "the interval holds both 0 and changes that matter"},
};
_Static_assert(sizeof lines / sizeof *lines == VERDICT_LINES, "words for each line");

const char *verdict_line_code(enum verdict_line line)
{
    return lines[line].code;
}

const char *verdict_line_text(enum verdict_line line, enum language language)
{
    return say(language, lines[line].danish, lines[line].english);
}
