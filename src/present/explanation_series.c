/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_series.h"

#include <math.h>
#include <string.h>

#include "pejling/findings/trend.h"
#include "pejling/present/wording.h"

const struct finding *explain_finding(const struct explained *explained, enum statistic statistic)
{
    const struct explanation_request *request = explained->request;
    return finding_single(explained->findings, request->indicator, request->area, statistic);
}

const char *explain_interval_label(const struct explained *explained)
{
    struct page *page = explained->page;
    return arena_printf(page->arena, say(page->language, "%s %%-interval", "%s%% interval"),
                        page_number(page, 100 * explained->findings->confidence, 0));
}

/* --- year by year ----------------------------------------------------------------------------- */

static const struct finding *yearly(const struct explained *explained, const struct area *area,
                                    enum statistic statistic, struct period period)
{
    return finding_at(explained->findings, explained->request->indicator, area, statistic, period);
}

static void add_estimate(struct page_table *table, const struct finding *finding)
{
    struct page *page = table->page;
    bool there = finding && finding->estimate.state != ESTIMATE_UNDEFINED;
    if (there)
        page_cell(table, wording_value(page->arena, page->language, finding));
    else
        page_cell(table,
                  finding && finding->hidden ? say(page->language, "skjult", "hidden") : "–");
    const char *interval = there ? wording_interval(page->arena, page->language, finding) : "";
    page_cell(table, *interval ? interval : "–");
}

static void add_levels(const struct explained *explained, struct released_series series)
{
    struct page *page = explained->page;
    const struct area *other = explained->comparator;
    const struct page_column columns[] = {
        {say(page->language, "Periode", "Period"), true},
        {say(page->language, "Tid (år)", "Time (years)"), false},
        {say(page->language, "Området", "The area"), false},
        {explain_interval_label(explained), false},
        {other && other->role == AREA_REST ? say(page->language, "Resten", "The rest")
                                           : say(page->language, "Kommunen", "Municipality"),
         false},
        {explain_interval_label(explained), false},
    };
    struct page_table table = page_table_make(page, columns, other ? 6 : 4);
    for (size_t i = 0; i < series.count; i++) {
        struct period period = series.cells[i].period;
        page_cell(&table, page_period(page, period));
        page_cell(&table, page_time(page, series.cells[i].time));
        add_estimate(&table, yearly(explained, explained->request->area, STATISTIC_LEVEL, period));
        if (other)
            add_estimate(&table, yearly(explained, other, STATISTIC_LEVEL, period));
    }
    page_table_end(&table);
}

static const struct gap_year *verdict_year(const struct explained *explained, struct period period)
{
    const struct gap_series *series = explained->verdict->series;
    for (size_t i = 0; i < series->year_count; i++)
        if (period_compare(series->years[i].cell->period, period) == 0)
            return &series->years[i];
    return NULL;
}

static void add_gaps(const struct explained *explained, struct released_series series)
{
    struct page *page = explained->page;
    bool rest = explained->comparator && explained->comparator->role == AREA_REST;
    const struct page_column columns[] = {
        {say(page->language, "Periode", "Period"), true},
        {say(page->language, "Afstand", "Gap"), false},
        {explain_interval_label(explained), false},
        {say(page->language, "Varians", "Variance"), false},
        {say(page->language, "Dens rod", "Its root"), false},
        {say(page->language, "Til kommunen", "To municipality"), false},
        {explain_interval_label(explained), false},
    };
    struct page_table table = page_table_make(page, columns, rest ? 7 : 5);
    for (size_t i = 0; i < series.count; i++) {
        struct period period = series.cells[i].period;
        const struct gap_year *year = verdict_year(explained, period);
        bool known = year && year->open && year->variance > 0;
        page_cell(&table, page_period(page, period));
        add_estimate(&table, yearly(explained, explained->request->area,
                                    rest ? STATISTIC_GAP_REST : STATISTIC_GAP, period));
        page_cell(&table, known ? page_digits(page, year->variance, 3) : "–");
        page_cell(&table, known ? page_digits(page, sqrt(year->variance), 3) : "–");
        if (rest)
            add_estimate(&table,
                         yearly(explained, explained->request->area, STATISTIC_GAP, period));
    }
    page_table_end(&table);
}

static const char *level_method(enum language language, enum measure measure)
{
    switch (measure) {
    case MEASURE_SHARE:
        return say(language, "Wilson (1927)", "Wilson (1927)");
    case MEASURE_RATE:
        return say(language, "Garwoods eksakte interval (1936)", "Garwood's exact interval (1936)");
    case MEASURE_MEAN:
        return say(language, "Students t", "Student's t");
    case MEASURE_SURVEY:
        return say(language, "Wilson (1927) på det effektive antal svar (Kish 1965)",
                   "Wilson (1927) on the effective number of answers (Kish 1965)");
    case MEASURE_VALUE:
        break;
    }
    return say(language, "intet, kun værdien er oplyst", "none, only the value is given");
}

static const char *gap_method(enum language language, enum measure measure)
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_SURVEY:
        return say(language, "Newcombe (1998), metode 10", "Newcombe (1998), method 10");
    case MEASURE_RATE:
        return say(language, "MOVER med Garwoods grænser (Donner & Zou 2012)",
                   "MOVER with Garwood's limits (Donner & Zou 2012)");
    case MEASURE_MEAN:
        return say(language, "Welch (1947)", "Welch (1947)");
    case MEASURE_VALUE:
        break;
    }
    return say(language, "intet, kun værdier er oplyst", "none, only values are given");
}

static const char *variance_words(enum language language, enum measure measure)
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_SURVEY:
        return say(language,
                   "p(1-p)/n for de to lagt sammen, hvor p er andelen over alle de brugte år under "
                   "ét, ((sum x) + 1/2)/((sum n) + 1), så vægtene ikke følger det enkelte års "
                   "udsving",
                   "p(1-p)/n of the two added, p being the share over all years used together, "
                   "((sum x) + 1/2)/((sum n) + 1), so that weights do not follow a year's noise");
    case MEASURE_RATE:
        return say(language,
                   "rate/n for de to lagt sammen, hvor raten er den over alle de brugte år under "
                   "ét, ((sum x) + 1/2)/(sum n)",
                   "rate/n of the two added, the rate being that over all years used together, "
                   "((sum x) + 1/2)/(sum n)");
    case MEASURE_MEAN:
        return say(language, "s²/n for de to lagt sammen", "s²/n of the two added");
    case MEASURE_VALUE:
        break;
    }
    return say(language, "ukendt, for kun værdien er oplyst", "not known, only the value is given");
}

static void explain_year_methods(const struct explained *explained)
{
    struct page *page = explained->page;
    enum measure measure = explained->request->indicator->measure;
    page_item(page, say(page->language, "Niveauets interval: %s.", "Interval of the level: %s."),
              level_method(page->language, measure));
    if (!explained->verdict)
        return;
    page_item(page,
              say(page->language, "Afstand = området minus %s. Interval: %s.",
                  "Gap = the area less %s. Interval: %s."),
              explained->comparator && explained->comparator->role == AREA_REST
                  ? say(page->language, "resten af kommunen", "the rest of the municipality")
                  : say(page->language, "kommunen", "the municipality"),
              gap_method(page->language, measure));
    if (measure != MEASURE_SURVEY && measure != MEASURE_VALUE)
        page_item(page, "%s",
                  say(page->language,
                      "Afstanden til kommunen er (1 - w) gange afstanden til alle andre i "
                      "kommunen, hvor w er områdets del af nævneren: området er selv en del af "
                      "kommunen (Hayes & Berry 2006).",
                      "The gap to the municipality is (1 - w) times the gap to everybody else in "
                      "it, w the area's share of the denominator: the area is itself a part of "
                      "the municipality (Hayes & Berry 2006)."));
    page_item(page,
              say(page->language,
                  "Varians: hvor meget tilfældighed inden for året kan flytte afstanden: %s.",
                  "Variance: how far chance within the year can move the gap: %s."),
              variance_words(page->language, measure));
}

void explain_years(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct explanation_request *request = explained->request;
    struct released_series series =
        released_series(explained->findings->table, request->indicator, request->area);
    page_section(page, say(page->language, "År for år", "Year by year"));
    page_say(page, say(page->language, "Niveau, %s:", "Level, %s:"), explained->unit);
    add_levels(explained, series);
    page_gap(page);
    if (explained->verdict && explained->comparator) {
        page_say(page, say(page->language, "Afstand, %s:", "Gap, %s:"), explained->gap_unit);
        add_gaps(explained, series);
        page_gap(page);
    }
    explain_year_methods(explained);
}

/* --- breaks ----------------------------------------------------------------------------------- */

static bool concerns(const struct series_break *item, const struct explained *explained)
{
    const struct area *area = explained->request->area;
    const struct area *municipality = area_municipality(area);
    if (item->indicator && item->indicator != explained->request->indicator)
        return false;
    if (!item->area || item->area == area || item->area == municipality)
        return true;
    return item->area->role == AREA_SECTION &&
           (item->area->part_of == area || area->role == AREA_TOTAL);
}

/* The first period of the series that a break comes before; the break's own where there is none. */
static const char *break_period(const struct explained *explained, double time)
{
    const struct explanation_request *request = explained->request;
    char text[PERIOD_TEXT];
    struct released_series series =
        released_series(explained->findings->table, request->indicator, request->area);
    for (size_t i = 0; i < series.count; i++)
        if (series.cells[i].time >= time)
            return page_period(explained->page, series.cells[i].period);
    return arena_copy(explained->page->arena, wording_break(text, request->indicator, time));
}

static void list_breaks(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct catalogue *catalogue = explained->findings->table->catalogue;
    size_t count = 0;
    for (size_t i = 0; i < catalogue->break_count; i++) {
        const struct series_break *item = &catalogue->breaks[i];
        if (!concerns(item, explained))
            continue;
        count++;
        page_item(page, say(page->language, "Brud før %s: %s", "A break before %s: %s"),
                  break_period(explained, item->time),
                  item->cause
                      ? item->cause
                      : say(page->language, "området er afgrænset om", "the area is redefined"));
    }
    if (count == 0)
        page_say(page, "%s",
                 say(page->language, "Der er ingen brud i serien.",
                     "There are no breaks in the series."));
}

/* Real time of the break that the verdict's series begins at. */
static double segment_start(const struct explained *explained, struct released_series series)
{
    const struct explanation_request *request = explained->request;
    double last = series.cells[series.count - 1].time;
    return trend_segment_start(explained->findings->table, request->indicator, request->area,
                               explained->comparator, last);
}

/* Why a period is no part of what the verdict rests on; NULL where it is. */
static const char *left_out(const struct explained *explained, const struct released_cell *cell,
                            double start)
{
    enum language language = explained->page->language;
    const struct gap_year *year = verdict_year(explained, cell->period);
    const struct area *comparator = explained->comparator;
    if (year && year->open)
        return NULL;
    if (cell->time < start)
        return say(language, "ligger før det seneste brud", "before the latest break");
    if (!isfinite(cell->time))
        return say(language, "perioden kendes ikke, så tallet har ingen plads på tidsaksen",
                   "the period is not known, so the figure has no place on the axis of time");
    if (cell->release != RELEASE_OPEN)
        return reason_text(cell->reason, language);
    const struct released_cell *other =
        comparator
            ? released_cell(explained->findings->table, cell->indicator, comparator, cell->period)
            : NULL;
    return arena_printf(explained->page->arena,
                        say(language, "sammenligningens tal: %s", "the comparator's figure: %s"),
                        reason_text(other ? other->reason : REASON_NO_COMPARATOR, language));
}

/* Each run of periods that are left out for the same reason; returns how many there are in all. */
static size_t list_left_out(const struct explained *explained, struct released_series series)
{
    struct page *page = explained->page;
    double start = segment_start(explained, series);
    size_t out = 0;
    for (size_t i = 0, next; i < series.count; i = next) {
        const char *why = left_out(explained, &series.cells[i], start), *also = NULL;
        for (next = i + 1; why && next < series.count; next++) {
            also = left_out(explained, &series.cells[next], start);
            if (!also || strcmp(also, why) != 0)
                break;
        }
        if (!why)
            continue;
        const char *first = page_period(page, series.cells[i].period);
        const char *last = page_period(page, series.cells[next - 1].period);
        page_item(page, say(page->language, "%s%s%s er ladt ude: %s.", "%s%s%s left out: %s."),
                  first, next - i > 1 ? say(page->language, " til ", " to ") : "",
                  next - i > 1 ? last : "", why);
        out += next - i;
    }
    return out;
}

void explain_breaks(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct explanation_request *request = explained->request;
    struct released_series series =
        released_series(explained->findings->table, request->indicator, request->area);
    page_section(page, say(page->language, "Brud, og år der er ladt ude",
                           "Breaks, and years that are left out"));
    list_breaks(explained);
    if (!explained->verdict)
        return;
    size_t out = list_left_out(explained, series);
    page_say(page,
             say(page->language,
                 "%zu af %zu perioder er med i tendens og vurdering. Ingen år udfyldes eller "
                 "gættes.",
                 "%zu of %zu periods are part of trend and verdict. No year is filled in or "
                 "guessed."),
             series.count - out, series.count);
}
