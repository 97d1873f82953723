/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_words.h"

#include <string.h>

#include "pejling/present/figure_frame.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

const char *trend_gap(const struct trend_series *series, const struct area *area)
{
    char number[NUMBER_TEXT];
    const struct indicator *indicator = series->indicator;
    enum language language = series->language;
    const char *in = say(language, "i", "in");
    const char *lead = say(language, "Afstand til kommunen:", "Gap to the municipality:");
    const struct finding *latest = finding_latest(series->findings, indicator, area, STATISTIC_GAP);
    const struct finding *baseline =
        finding_baseline(series->findings, indicator, area, STATISTIC_GAP);
    if (!latest) {
        const struct finding *any = NULL;
        size_t count;
        const struct finding *row = trend_levels(series, area, &count);
        if (count)
            any = finding_at(series->findings, indicator, area, STATISTIC_GAP, row[count - 1].from);
        enum reason reason = any ? any->estimate.reason : REASON_NO_COMPARATOR;
        return arena_printf(series->arena, "%s %s", lead, reason_text(reason, language));
    }
    const char *unit = indicator_difference_unit(indicator, language);
    wording_number(number, language, latest->estimate.value, indicator->decimals);
    const char *words = arena_printf(series->arena, "%s %s" NBSP "%s", lead, number, unit);
    if (period_time(latest->from, indicator->reporting) < series->last_time)
        words = arena_printf(series->arena, "%s %s" NBSP "%s", words, in,
                             figure_period(series->arena, latest->from));
    if (!baseline || baseline == latest)
        return words;
    wording_number(number, language, baseline->estimate.value, indicator->decimals);
    return arena_printf(series->arena, "%s (%s" NBSP "%s" NBSP "%s)", words, number, in,
                        figure_period(series->arena, baseline->from));
}

const char *trend_last_value(const struct trend_series *series, const struct trend_line *line)
{
    char number[NUMBER_TEXT];
    if (!line->count)
        return "";
    wording_number(number, series->language, line->points[line->count - 1].value,
                   series->indicator->decimals);
    return arena_text(series->arena, number, strlen(number));
}

const char *trend_subtitle(const struct trend_series *series)
{
    char *text = arena_printf(series->arena, "%s", series->indicator->unit);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
    const struct period *first = NULL, *last = NULL;
    for (size_t i = 0; series->count && i < series->date_count; i++) {
        const struct trend_date *date = &series->dates[i];
        if (date->x < series->first_time || date->x > series->last_time)
            continue;
        first = first ? first : &date->period;
        last = &date->period;
    }
    if (!first)
        return text;
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    bool one = period_compare(*first, *last) == 0;
    const char *comma = *text ? ", " : "";
    if (first->kind == PERIOD_DATE && !one)
        return arena_printf(series->arena, "%s%s%d–%d", text, comma, first->year, last->year);
    return arena_printf(series->arena, "%s%s%s%s%s", text, comma, period_label(start, *first),
                        one ? "" : "–", one ? "" : period_label(end, *last));
}

const char *trend_summary(const struct trend_series *series)
{
    const char *text = trend_subtitle(series);
    for (size_t i = 0; i < series->count; i++)
        text = arena_printf(series->arena, "%s. %s: %s", text, series->panels[i].area->name,
                            trend_gap(series, series->panels[i].area));
    return text;
}

static bool has_band(const struct trend_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->points[i].has_interval)
            return true;
    return false;
}

static const char *plan_sentence(const struct trend_series *series)
{
    const struct plan *plan = &series->catalogue->plan;
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    double from, to;
    if (!trend_plan_span(series, &from, &to))
        return "";
    return arena_printf(
        series->arena, "%s %s–%s. ",
        say(series->language, "Sandfarvet felt: helhedsplanen", "Sand-coloured field: the plan"),
        period_label(start, plan->start), period_label(end, plan->end));
}

/* `×: skjult: få personer.` */
static const char *hidden_sentence(const struct trend_series *series)
{
    const char *list = "";
    for (enum reason reason = REASON_NONE; reason < REASON_COUNT; reason++)
        if (series->hidden[reason])
            list = arena_printf(series->arena, "%s%s%s", list, *list ? ", " : "",
                                reason_text(reason, series->language));
    return *list ? arena_printf(series->arena, "×" NBSP "=" NBSP "%s. ", list) : "";
}

/* `Lodret streg: databrud 2016 (ny opgørelse).` */
static const char *break_sentence(const struct trend_series *series)
{
    const char *list = "";
    char when[PERIOD_TEXT];
    for (size_t i = 0; i < series->catalogue->break_count; i++) {
        const struct series_break *cut = &series->catalogue->breaks[i];
        bool drawn = false;
        for (size_t k = 0; k < series->count && !drawn; k++)
            drawn = trend_is_broken(series, cut, series->panels[k].area);
        if (drawn)
            list = arena_printf(series->arena, "%s%s%s%s%s%s%s%s", list, *list ? ", " : "",
                                cut->area ? cut->area->name : "", cut->area ? " " : "",
                                wording_break(when, series->indicator, cut->time),
                                *cut->cause ? " (" : "", cut->cause, *cut->cause ? ")" : "");
    }
    return *list ? arena_printf(series->arena, "%s %s. ",
                                say(series->language, "Lodret streg: databrud",
                                    "Vertical line: break in the series"),
                                list)
                 : "";
}

/* `Farvede bånd: 95 pct. konfidensinterval. Grå stiplet linje: Slagelse Kommune.` */
static const char *reading_sentences(const struct trend_series *series)
{
    const struct area *municipality = NULL;
    bool bands = false, lines = false, several = false;
    char confidence[NUMBER_TEXT];
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_panel *panel = &series->panels[i];
        bands = bands || has_band(&panel->own) || has_band(&panel->other);
        if (!panel->other.count)
            continue;
        several = several || (lines && panel->municipality != municipality);
        municipality = panel->municipality;
        lines = true;
    }
    figure_confidence(confidence, series->language, series->findings);
    const char *band_words =
        say(series->language, "pct. konfidensinterval", "per cent confidence interval");
    const char *shades = say(series->language, "Bånd om linjerne:", "Bands around the lines:");
    const char *dashes = say(series->language, "Grå stiplet linje:", "Grey dashed line:");
    const char *name = several || !lines ? say(series->language, "kommunen", "the municipality")
                                         : municipality->name;
    return arena_printf(series->arena, "%s%s%s%s%s%s%s%s%s", bands ? shades : "", bands ? " " : "",
                        bands ? confidence : "", bands ? NBSP : "", bands ? band_words : "",
                        bands ? ". " : "", lines ? dashes : "", lines ? " " : "",
                        lines ? arena_printf(series->arena, "%s. ", name) : "");
}

const char *trend_reading(const struct trend_series *series, bool from_zero)
{
    const char *source = series->indicator->source;
    const char *zero = say(series->language, "Den lodrette akse begynder ikke ved 0. ",
                           "The vertical axis does not begin at 0. ");
    return arena_printf(series->arena, "%s%s%s%s%s%s%s", reading_sentences(series),
                        plan_sentence(series), hidden_sentence(series), break_sentence(series),
                        series->count && !from_zero ? zero : "",
                        *source ? say(series->language, "\nKilde: ", "\nSource: ") : "", source);
}
