/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_words.h"

#include <math.h>
#include <string.h>

#include "pejling/findings/trend.h"
#include "pejling/present/figure_axis.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

/* The municipality whose line stands beside the area's; by itself where the rest is known too. */
static const char *gap_lead(const struct trend_series *series, const struct area *area)
{
    bool rest =
        finding_latest(series->findings, series->indicator, area, STATISTIC_GAP_REST) != NULL;
    return rest ? say(series->language,
                      "Afstand til hele kommunen:", "Gap to the whole municipality:")
                : say(series->language, "Afstand til kommunen:", "Gap to the municipality:");
}

/* Whether a break parts two gaps of an area, so that they cannot be compared. */
static bool is_cut_between(const struct trend_series *series, const struct finding *before,
                           const struct finding *after)
{
    const struct reporting reporting = series->indicator->reporting;
    return trend_segment_start(series->findings->table, series->indicator, after->area,
                               after->comparator, period_time(after->from, reporting)) >
           period_time(before->from, reporting);
}

static const char *gap_note(const struct trend_series *series, const struct area *area)
{
    char number[NUMBER_TEXT];
    const struct indicator *indicator = series->indicator;
    enum language language = series->language;
    const char *in = say(language, "i", "in");
    const char *lead = gap_lead(series, area);
    const struct finding *latest = finding_latest(series->findings, indicator, area, STATISTIC_GAP);
    const struct finding *baseline =
        finding_baseline(series->findings, indicator, area, STATISTIC_GAP);
    if (!latest) {
        const struct finding *any = NULL;
        size_t count;
        const struct finding *row = trend_rows(series, area, &count);
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
    if (!baseline || baseline == latest || is_cut_between(series, baseline, latest))
        return words;
    wording_number(number, language, baseline->estimate.value, indicator->decimals);
    return arena_printf(series->arena, "%s (%s" NBSP "%s" NBSP "%s)", words, number, in,
                        figure_period(series->arena, baseline->from));
}

static const char *capitalised(struct arena *arena, const char *text)
{
    char *copy = arena_printf(arena, "%s", text);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

/* The same with blanks that no line breaks at. */
static const char *on_one_line(struct arena *arena, const char *text)
{
    const char *whole = "";
    for (size_t length; *text; text += length) {
        length = strcspn(text, " ");
        whole = arena_printf(arena, "%s%.*s%s", whole, (int)length, text, text[length] ? NBSP : "");
        length += text[length] == ' ';
    }
    return whole;
}

static const char *verdict_note(const struct trend_series *series, const struct area *area)
{
    struct arena *arena = series->arena;
    enum language language = series->language;
    const struct indicator *indicator = series->indicator;
    const char *verdict =
        capitalised(arena, wording_verdict(arena, language, series->findings, indicator, area));
    const struct finding *slope =
        finding_single(series->findings, indicator, area, STATISTIC_VERDICT_SLOPE);
    if (!slope || slope->estimate.state == ESTIMATE_UNDEFINED)
        return verdict;
    const char *interval = on_one_line(arena, wording_interval(arena, language, slope));
    return arena_printf(
        arena, "%s: %s" NBSP "%s %s%s%s%s", verdict, wording_value(arena, language, slope),
        indicator_difference_unit(indicator, language), say(language, "om året", "a year"),
        *interval ? " (" : "", interval, *interval ? ")" : "");
}

/* `Ændring: −9,1 pct.-point (−12,6 til −5,7)`, or why there is none. */
static const char *change_note(const struct trend_series *series, const struct area *area)
{
    struct arena *arena = series->arena;
    enum language language = series->language;
    const struct finding *change =
        finding_single(series->findings, series->indicator, area, STATISTIC_BEFORE_AFTER_MEAN);
    const char *lead = say(language, "Ændring i gennemsnit", "Change of the mean");
    if (!change)
        return "";
    if (change->estimate.state == ESTIMATE_UNDEFINED)
        return arena_printf(arena, "%s: %s", lead, wording_value(arena, language, change));
    const char *interval = on_one_line(arena, wording_interval(arena, language, change));
    return arena_printf(arena, "%s: %s" NBSP "%s%s%s%s", lead,
                        wording_value(arena, language, change),
                        indicator_difference_unit(series->indicator, language),
                        *interval ? " (" : "", interval, *interval ? ")" : "");
}

const char *trend_note(const struct trend_series *series, const struct area *area)
{
    if (series->before_after)
        return change_note(series, area);
    return series->subject == TREND_GAP ? verdict_note(series, area) : gap_note(series, area);
}

const char *trend_last_value(const struct trend_series *series, const struct trend_line *line)
{
    char number[NUMBER_TEXT];
    if (!line->count)
        return "";
    double value = line->points[line->count - 1].value;
    int decimals = series->indicator->decimals;
    if (series->subject == TREND_GAP)
        wording_change(number, series->language, value, decimals);
    else
        wording_number(number, series->language, value, decimals);
    return arena_copy(series->arena, number);
}

const char *trend_target(const struct trend_series *series, const struct trend_panel *panel)
{
    char number[NUMBER_TEXT];
    if (!panel->target)
        return "";
    double value = panel->target->value;
    int decimals = series->indicator->decimals;
    while (decimals > 0 && fabs(value - number_round(value, decimals - 1)) < 1e-9 * fabs(value))
        decimals--;
    wording_number(number, series->language, value, decimals);
    return arena_printf(series->arena, "%s" NBSP "%s", say(series->language, "mål", "target"),
                        number);
}

const char *trend_comparator(const struct trend_series *series)
{
    bool rest = false, whole = false;
    for (size_t i = 0; i < series->count; i++) {
        size_t count;
        const struct finding *row = trend_rows(series, series->panels[i].area, &count);
        bool is_rest = row && row->statistic == STATISTIC_GAP_REST;
        rest = rest || is_rest;
        whole = whole || !is_rest;
    }
    if (rest && whole)
        return say(series->language, "resten af kommunen (eller hele kommunen)",
                   "the rest of the municipality (or all of it)");
    return whole ? say(series->language, "kommunen", "the municipality")
                 : say(series->language, "resten af kommunen", "the rest of the municipality");
}

/* The municipality that all dashed lines are of; NULL where there are several, or none. */
static const struct area *only_municipality(const struct trend_series *series)
{
    const struct area *only = NULL;
    for (size_t i = 0; i < series->count; i++) {
        if (!series->panels[i].other.count)
            continue;
        if (only && only != series->panels[i].municipality)
            return NULL;
        only = series->panels[i].municipality;
    }
    return only;
}

const char *trend_other_name(const struct trend_series *series, const struct trend_panel *panel)
{
    if (!panel->other.count)
        return "";
    if (series->subject == TREND_GAP)
        return trend_comparator(series);
    return only_municipality(series) ? say(series->language, "kommunen", "the municipality")
                                     : panel->municipality->name;
}

/* `2014–2024`, or "" without a panel. */
static const char *years(const struct trend_series *series)
{
    const struct period *first = NULL, *last = NULL;
    for (size_t i = 0; series->count && i < series->date_count; i++) {
        const struct trend_date *date = &series->dates[i];
        if (date->x < series->first_time || date->x > series->last_time)
            continue;
        first = first ? first : &date->period;
        last = &date->period;
    }
    if (!first)
        return "";
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    bool one = period_compare(*first, *last) == 0;
    if (first->kind == PERIOD_DATE && !one)
        return arena_printf(series->arena, "%d–%d", first->year, last->year);
    return arena_printf(series->arena, "%s%s%s", period_label(start, *first), one ? "" : "–",
                        one ? "" : period_label(end, *last));
}

/* ` (under 0 er bedre)` */
static const char *good_side(const struct trend_series *series)
{
    switch (series->indicator->polarity) {
    case POLARITY_UP:
        return say(series->language, " (over" NBSP "0" NBSP "er" NBSP "bedre)",
                   " (above" NBSP "0" NBSP "is" NBSP "better)");
    case POLARITY_DOWN:
        return say(series->language, " (under" NBSP "0" NBSP "er" NBSP "bedre)",
                   " (below" NBSP "0" NBSP "is" NBSP "better)");
    case POLARITY_NEUTRAL:
        break;
    }
    return "";
}

const char *trend_subtitle(const struct trend_series *series)
{
    struct arena *arena = series->arena;
    enum language language = series->language;
    const struct indicator *indicator = series->indicator;
    bool gap = series->subject == TREND_GAP;
    const char *unit = gap ? indicator_difference_unit(indicator, language) : indicator->unit;
    const char *when = years(series);
    const char *what =
        gap ? arena_printf(arena, "%s: %s %s", indicator->name,
                           say(language, "afstand til", "gap to"), trend_comparator(series))
            : indicator->name;
    return arena_printf(arena, "%s%s%s%s%s%s", what, *unit ? ", " : "", unit, *when ? ", " : "",
                        when, gap ? good_side(series) : "");
}

const char *trend_summary(const struct trend_series *series, const struct trend_panel *panels,
                          size_t count)
{
    const char *text = trend_subtitle(series);
    for (size_t i = 0; i < count; i++)
        text = arena_printf(series->arena, "%s. %s: %s", text, panels[i].area->name,
                            trend_note(series, panels[i].area));
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

/* `× = skjult: få personer.` */
static const char *hidden_sentence(const struct trend_series *series)
{
    const char *list = "";
    for (enum reason reason = REASON_NONE; reason < REASON_COUNT; reason++)
        if (series->hidden[reason])
            list = arena_printf(series->arena, "%s%s%s", list, *list ? ", " : "",
                                reason_text(reason, series->language));
    return *list ? arena_printf(series->arena, "×" NBSP "=" NBSP "%s. ", list) : "";
}

/* A cause inside a sentence, without a full stop of its own. */
static const char *cause_of(const struct trend_series *series, const struct series_break *cut)
{
    size_t length = strlen(cut->cause);
    while (length && cut->cause[length - 1] == '.')
        length--;
    return arena_text(series->arena, cut->cause, length);
}

static bool is_drawn(const struct trend_series *series, const struct series_break *cut)
{
    for (size_t i = 0; i < series->count; i++)
        if (trend_is_broken(series, cut, series->panels[i].area))
            return true;
    return false;
}

/* `Ringparken 2016 (ny opgørelse)` */
static const char *break_words(const struct trend_series *series, const struct series_break *cut)
{
    char when[PERIOD_TEXT];
    return arena_printf(series->arena, "%s%s%s%s%s%s", cut->area ? cut->area->name : "",
                        cut->area ? " " : "", wording_break(when, series->indicator, cut->time),
                        *cut->cause ? " (" : "", cause_of(series, cut), *cut->cause ? ")" : "");
}

/* `Lodret streg: databrud 2016 (ny opgørelse).` */
static const char *break_sentence(const struct trend_series *series)
{
    const char *list = "";
    for (size_t i = 0; i < series->catalogue->break_count; i++) {
        const struct series_break *cut = &series->catalogue->breaks[i];
        if (is_drawn(series, cut))
            list = arena_printf(series->arena, "%s%s%s", list, *list ? ", " : "",
                                break_words(series, cut));
    }
    return *list ? arena_printf(series->arena, "%s %s. ",
                                say(series->language, "Lodret streg: databrud",
                                    "Vertical line: break in the series"),
                                list)
                 : "";
}

/* What the grey dashed line is: `kommunen (Slagelse Kommune)`; "" where there is none. */
static const char *dashed_name(const struct trend_series *series)
{
    const struct area *only = only_municipality(series);
    const char *municipality = say(series->language, "kommunen", "the municipality");
    bool any = false;
    for (size_t i = 0; i < series->count; i++)
        any = any || series->panels[i].other.count;
    if (!any)
        return "";
    if (series->subject == TREND_GAP)
        return arena_printf(series->arena, "%s %s",
                            say(series->language, "samme niveau som", "same level as"),
                            trend_comparator(series));
    return only ? arena_printf(series->arena, "%s (%s)", municipality, only->name) : municipality;
}

/* `Bånd om linjerne: 95 pct. konfidensinterval.` */
static const char *band_sentence(const struct trend_series *series)
{
    char confidence[NUMBER_TEXT];
    bool bands = false;
    for (size_t i = 0; i < series->count; i++)
        bands = bands || has_band(&series->panels[i].own) || has_band(&series->panels[i].other);
    if (!bands)
        return "";
    const char *around =
        trend_is_joined(series)
            ? say(series->language, "Bånd om linjerne", "Bands around the lines")
            : say(series->language, "Søjler om punkterne", "Bars around the points");
    return arena_printf(
        series->arena, "%s: %s" NBSP "%s. ", around,
        figure_confidence(confidence, series->language, series->findings),
        say(series->language, "pct. konfidensinterval", "per cent confidence interval"));
}

/* What joins the points, or stands among them. */
static const char *line_sentence(const struct trend_series *series)
{
    bool fit = false, links = false, hollow = false;
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_line *own = &series->panels[i].own;
        fit = fit || series->panels[i].fit.count;
        hollow = hollow || series->panels[i].transition.count;
        for (size_t k = 0; k < own->count; k++)
            links = links || own->points[k].joined;
    }
    if (series->before_after)
        return arena_printf(
            series->arena, "%s%s%s%s",
            fit ? say(series->language,
                      "Vandrette linjer: gennemsnit før og efter planens start, med usikkerhed. ",
                      "Level lines: means before and after the plan’s start, with their "
                      "uncertainty. ")
                : "",
            hollow ? say(series->language,
                         "Hul markering: perioden ligger på begge sider og tæller ikke med. ",
                         "Hollow mark: the period lies on both sides and is not counted. ")
                   : "",
            fit ? say(series->language,
                      "Nederst: den ændring, samme regnestykke giver ved hver dato, der kan "
                      "prøves, "
                      "vist ved den første måling efter den; planens start er farvet. ",
                      "Below: the change that the same sum gives at each date that can be tried, "
                      "shown at the first figure after it; the plan’s start is coloured. ")
                : "",
            say(series->language, "Figuren viser ikke, hvad en ændring skyldes. ",
                "The figure does not show what a change is due to. "));
    if (fit)
        return say(series->language,
                   "Linje: den tendens, som vurderingen bygger på; det lyse felt om den viser "
                   "linjen, når ændringen om året er mindst og størst i sit konfidensinterval. ",
                   "Line: the trend that the verdict is based on; the light field around it shows "
                   "the line with the least and the greatest yearly change of its confidence "
                   "interval. ");
    if (links && series->subject == TREND_LEVEL && !trend_is_joined(series))
        return say(series->language,
                   "Prikkede linjer forbinder målingerne og siger intet om tiden imellem dem. ",
                   "Dotted lines join the figures and say nothing of the time between them. ");
    return "";
}

static const char *dashed_sentence(const struct trend_series *series)
{
    const char *name = dashed_name(series);
    if (!*name)
        return "";
    const char *what = series->subject == TREND_GAP || trend_is_joined(series)
                           ? say(series->language, "Grå stiplet linje", "Grey dashed line")
                           : say(series->language, "Grå punkter", "Grey points");
    return arena_printf(series->arena, "%s: %s. ", what, name);
}

/* `Tynd grå linje: Lyngbakken. Tynd prikket linje: Hele landet. ` */
static const char *further_sentence(const struct trend_series *series)
{
    static const char *const lines[TREND_FURTHER][2] = {{"Tynd grå linje", "Thin grey line"},
                                                        {"Tynd prikket linje", "Thin dotted line"}};
    const char *text = "";
    for (size_t i = 0; i < series->further_count; i++)
        /* No more than TREND_FURTHER are drawn. */
        text = arena_printf(series->arena, "%s%s: %s. ", text,
                            /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage) */
                            say(series->language, lines[i][0], lines[i][1]),
                            series->further[i].area->name);
    return text;
}

static const char *target_sentence(const struct trend_series *series)
{
    for (size_t i = 0; i < series->count; i++)
        if (series->panels[i].target)
            return say(series->language, "Kort vandret streg: målet. ",
                       "Short horizontal line: the target. ");
    return "";
}

const char *trend_reading(const struct trend_series *series)
{
    bool from_zero = figure_axis_make(series->low, series->high).from_zero;
    const char *zero = say(series->language, "Den lodrette akse begynder ikke ved 0. ",
                           "The vertical axis does not begin at 0. ");
    return arena_printf(series->arena, "%s%s%s%s%s%s%s%s%s", band_sentence(series),
                        line_sentence(series), dashed_sentence(series), further_sentence(series),
                        target_sentence(series), plan_sentence(series), hidden_sentence(series),
                        break_sentence(series), series->count && !from_zero ? zero : "");
}

const char *trend_left_out(const struct trend_series *series, const char *foot, size_t left_out)
{
    return arena_printf(series->arena,
                        say(series->language,
                            "%s\nIkke med på grund af pladsen: %zu af %zu områder.",
                            "%s\nLeft out for lack of room: %zu of %zu areas."),
                        foot, left_out, series->count);
}

const char *trend_foot(const struct trend_series *series)
{
    const char *source = series->indicator->source;
    return arena_printf(series->arena, "%s%s%s", trend_reading(series),
                        *source ? say(series->language, "\nKilde: ", "\nSource: ") : "", source);
}
