/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/edition_news.h"

#include <math.h>
#include <string.h>

#include "pejling/findings/trend.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/line.h"

/* The steps from the verdicts of then to those of now. */
struct comparing {
    const struct edition_pair *pair;
    struct cell_changes changes;
    struct verdicts as_told;  /* today's rule on the figures and breaks of then */
    struct verdicts restated; /* on today's figures, of what the earlier edition had figures for */
    bool method_changed;      /* in any verdict so far */
};

const char *verdict_cause_code(enum verdict_cause cause)
{
    switch (cause) {
    case CAUSE_METHOD:
        return "method";
    case CAUSE_BREAKS:
        return "breaks";
    case CAUSE_REVISED:
        return "revised";
    case CAUSE_HIDDEN:
        return "disclosure";
    case CAUSE_NEW:
        return "new_figures";
    case CAUSE_OTHER_SERIES:
        break;
    }
    return "other_series";
}

/* ---- Figures ----------------------------------------------------------------------------------
 */

static void find_changes(const struct comparing *comparing, struct area_news *news)
{
    struct cell_changes own = cell_changes_of(&comparing->changes, news->indicator, news->area);
    news->changes = own.items;
    news->change_count = own.count;
}

/* The figures that both tables have, as `now` tells them. */
static struct released_table restated_table(struct arena *arena, const struct released_table *then,
                                            const struct released_table *now)
{
    struct released_cell *cells = arena_alloc(arena, now->count + 1, sizeof *cells);
    size_t count = 0;
    for (size_t i = 0; i < now->count; i++) {
        const struct released_cell *before = released_cell_of_group(then, &now->cells[i]);
        if (before && before->release != RELEASE_ABSENT)
            cells[count++] = now->cells[i];
    }
    return released_table_make(arena, now->catalogue, now->edition, cells, count);
}

/* ---- What has moved ---------------------------------------------------------------------------
 */

/* Where the segment without a break begins that a finding's last period is in. */
static double segment_start(const struct findings *findings, const struct finding *finding)
{
    double time = period_time(finding->to, finding->indicator->reporting);
    return trend_segment_start(findings->table, finding->indicator, finding->area,
                               finding->comparator, time);
}

/*
 * How far two figures of a series lie apart by what its years vary about their line: chance within
 * the years is the less of it where years differ for reasons of their own. 0 where too few years
 * tell.
 */
static double reach_of_years(struct arena *arena, const struct findings *findings,
                             const struct finding *last)
{
    struct released_series series = released_series(findings->table, last->indicator, last->area);
    double *x = arena_alloc(arena, 2 * series.count + 1, sizeof *x), *y = x + series.count;
    double start = segment_start(findings, last), confidence = last->confidence;
    size_t n = 0;
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = &series.cells[i];
        const struct finding *finding =
            finding_at(findings, last->indicator, last->area, last->statistic, cell->period);
        if (!(cell->time >= start) || !finding || finding->estimate.state == ESTIMATE_UNDEFINED)
            continue;
        x[n] = cell->time;
        y[n++] = finding->estimate.value;
    }
    struct line line = line_fit(x, y, n, confidence);
    if (n < VERDICT_YEARS || line.slope.state != ESTIMATE_INTERVAL)
        return 0;
    return student_quantile(0.5 + confidence / 2, (double)n - 2) * line.residual_spread * sqrt(2);
}

static struct estimate change_between(struct arena *arena, const struct findings *findings,
                                      const struct finding *from, const struct finding *to)
{
    struct estimate change = difference_mover(METHOD_MOVER, to->estimate, from->estimate);
    double reach = reach_of_years(arena, findings, to);
    change.lower = fmin(change.lower, change.value - reach);
    change.upper = fmax(change.upper, change.value + reach);
    return change;
}

static struct latest_move find_move(struct arena *arena, const struct edition_pair *pair,
                                    const struct area_news *news, enum statistic statistic)
{
    struct latest_move move = {NULL, NULL, {0}}, none = move;
    const struct finding *before =
        finding_latest(pair->then, news->indicator, news->area, statistic);
    move.to = finding_latest(pair->now, news->indicator, news->area, statistic);
    if (!before || !move.to || period_compare(before->from, move.to->from) >= 0)
        return none;
    move.from = finding_at(pair->now, news->indicator, news->area, statistic, before->from);
    if (!move.from || move.from->estimate.state != ESTIMATE_INTERVAL ||
        move.to->estimate.state != ESTIMATE_INTERVAL)
        return none;
    if (segment_start(pair->now, move.to) >
        period_time(move.from->from, news->indicator->reporting))
        return none;
    move.change = change_between(arena, pair->now, move.from, move.to);
    bool moved =
        move.change.state == ESTIMATE_INTERVAL && (move.change.lower > 0 || move.change.upper < 0);
    return moved ? move : none;
}

static void find_moves(struct arena *arena, const struct edition_pair *pair, struct area_news *news)
{
    const struct area *comparator = gap_comparator(pair->now->table, news->indicator, news->area);
    bool rest = comparator && comparator->role == AREA_REST;
    news->level = find_move(arena, pair, news, STATISTIC_LEVEL);
    news->gap = find_move(arena, pair, news, rest ? STATISTIC_GAP_REST : STATISTIC_GAP);
}

/* ---- Verdicts ---------------------------------------------------------------------------------
 */

static bool is_same(const struct gap_verdict *a, const struct gap_verdict *b)
{
    return (!a && !b) || (a && b && a->verdict == b->verdict && a->strength == b->strength &&
                          a->direction == b->direction);
}

static bool happened_to(const struct comparing *comparing, const struct indicator *indicator,
                        const struct area *area, enum change_kind kind)
{
    struct cell_changes changes = cell_changes_of(&comparing->changes, indicator, area);
    for (size_t i = 0; i < changes.count; i++)
        if (changes.items[i].kind == kind && !changes.items[i].cell->group)
            return true;
    return false;
}

/* Whether anything of the kind happened to the series itself, or to what it is compared with. */
static bool happened(const struct comparing *comparing, const struct area_news *news,
                     enum change_kind kind)
{
    const struct area *municipality = area_municipality(news->area);
    return happened_to(comparing, news->indicator, news->area, kind) ||
           (municipality && happened_to(comparing, news->indicator, municipality, kind));
}

/* Whether a change is one of a series that is judged together with it (engine B pools a class). */
static bool is_judged_together(const struct cell_change *change, const struct area_news *news)
{
    const struct area *area = change->cell->area;
    bool pooled = area->role == AREA_ESTATE || area->role == AREA_MUNICIPALITY;
    return pooled && !change->cell->group &&
           change->cell->indicator->accrual == news->indicator->accrual &&
           area_municipality(area) == area_municipality(news->area);
}

/* The changes are in the order of their indicators. */
static void find_others(struct arena *arena, const struct comparing *comparing,
                        struct area_news *news)
{
    struct indicator_list *others = &news->others;
    others->items = arena_alloc(arena, comparing->pair->now->table->catalogue->indicator_count,
                                sizeof *others->items);
    for (size_t i = 0; i < comparing->changes.count; i++) {
        const struct cell_change *change = &comparing->changes.items[i];
        const struct indicator *indicator = change->cell->indicator;
        if (!is_judged_together(change, news))
            continue;
        news->other_changes |= 1u << change->kind;
        if (!others->count || others->items[others->count - 1] != indicator)
            others->items[others->count++] = indicator;
    }
}

/* What a restated figure did; another edition kind hides and rounds in another way. */
static unsigned restating_causes(const struct comparing *comparing, const struct area_news *news)
{
    const struct edition_pair *pair = comparing->pair;
    bool another_kind = pair->then->table->edition != pair->now->table->edition;
    unsigned causes = happened(comparing, news, CHANGE_REVISED) ? CAUSE_REVISED : 0;
    if (another_kind || happened(comparing, news, CHANGE_HIDDEN) ||
        happened(comparing, news, CHANGE_SHOWN))
        causes |= CAUSE_HIDDEN;
    if (happened(comparing, news, CHANGE_GONE))
        causes |= CAUSE_REVISED;
    return causes ? causes : CAUSE_OTHER_SERIES;
}

static unsigned new_causes(const struct comparing *comparing, const struct area_news *news)
{
    bool own =
        happened(comparing, news, CHANGE_NEW) || happened(comparing, news, CHANGE_NEW_HIDDEN);
    return own ? CAUSE_NEW : CAUSE_OTHER_SERIES;
}

static void compare_verdicts(struct arena *arena, struct comparing *comparing,
                             struct area_news *news)
{
    const struct edition_pair *pair = comparing->pair;
    const struct indicator *indicator = news->indicator;
    const struct area *area = news->area;
    const struct gap_verdict *told = pair->told ? verdict_of(pair->told, indicator, area) : NULL;
    const struct gap_verdict *as_told = verdict_of(&comparing->as_told, indicator, area);
    const struct gap_verdict *then = verdict_of(&pair->then->verdicts, indicator, area);
    const struct gap_verdict *restated = verdict_of(&comparing->restated, indicator, area);
    const struct gap_verdict *now = verdict_of(&pair->now->verdicts, indicator, area);
    bool another_method = told && !is_same(told, as_told);
    comparing->method_changed |= another_method;
    news->verdict_then = told ? told : as_told;
    news->verdict_changed = news->verdict_then && now && !is_same(news->verdict_then, now);
    if (!news->verdict_changed)
        return;
    if (another_method)
        news->causes |= CAUSE_METHOD;
    if (!is_same(as_told, then))
        news->causes |= CAUSE_BREAKS;
    if (!is_same(then, restated))
        news->causes |= restating_causes(comparing, news);
    if (!is_same(restated, now))
        news->causes |= new_causes(comparing, news);
    if (news->causes & CAUSE_OTHER_SERIES)
        find_others(arena, comparing, news);
}

/* ---- Definitions ------------------------------------------------------------------------------
 */

/* Today's indicators and areas with the breaks of then, those of what is gone left out. */
static const struct catalogue *with_breaks_of(struct arena *arena, const struct catalogue *then,
                                              const struct catalogue *now)
{
    struct catalogue *both = arena_alloc(arena, 1, sizeof *both);
    *both = *now;
    both->breaks = arena_alloc(arena, then->break_count + 1, sizeof *both->breaks);
    both->break_count = 0;
    for (size_t i = 0; i < then->break_count; i++) {
        struct series_break cut = then->breaks[i];
        bool of_indicator = cut.indicator != NULL, of_area = cut.area != NULL;
        if (of_indicator)
            cut.indicator = catalogue_indicator(now, cut.indicator->code);
        if (of_area)
            cut.area = catalogue_area_of_code(now, cut.area->code);
        if (of_indicator == (cut.indicator != NULL) && of_area == (cut.area != NULL))
            both->breaks[both->break_count++] = cut;
    }
    return both;
}

/* What `catalogue` has and `other` does not. */
static struct indicator_list indicators_without(struct arena *arena,
                                                const struct catalogue *catalogue,
                                                const struct catalogue *other)
{
    struct indicator_list list = {
        arena_alloc(arena, catalogue->indicator_count + 1, sizeof *list.items), 0};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (!catalogue_indicator(other, catalogue->indicators[i].code))
            list.items[list.count++] = &catalogue->indicators[i];
    return list;
}

static struct area_list areas_without(struct arena *arena, const struct catalogue *catalogue,
                                      const struct catalogue *other)
{
    struct area_list list = {arena_alloc(arena, catalogue->area_count + 1, sizeof *list.items), 0};
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role != AREA_REST &&
            !catalogue_area_of_code(other, catalogue->areas[i].code))
            list.items[list.count++] = &catalogue->areas[i];
    return list;
}

/* ---- All of it --------------------------------------------------------------------------------
 */

static bool has_news(const struct area_news *news)
{
    for (size_t i = 0; i < news->change_count; i++)
        if (!news->changes[i].follows)
            return true;
    return news->verdict_changed || news->level.to || news->gap.to;
}

static struct area_news compare(struct arena *arena, struct comparing *comparing,
                                const struct indicator *indicator, const struct area *area)
{
    struct area_news news = {.indicator = indicator, .area = area};
    news.latest = finding_latest(comparing->pair->now, indicator, area, STATISTIC_LEVEL);
    find_changes(comparing, &news);
    find_moves(arena, comparing->pair, &news);
    compare_verdicts(arena, comparing, &news);
    return news;
}

static struct comparing begin(struct arena *arena, const struct edition_pair *pair)
{
    const struct released_table *then = pair->then->table, *now = pair->now->table;
    const struct released_table restated = restated_table(arena, then, now);
    struct released_table as_told = *then;
    struct comparing comparing = {.pair = pair,
                                  .changes = cell_changes_make(arena, then, now),
                                  .as_told = pair->then->verdicts,
                                  .restated = verdicts_compute(arena, &restated, NULL)};
    if (pair->definitions) {
        as_told.catalogue = with_breaks_of(arena, pair->definitions, now->catalogue);
        comparing.as_told = verdicts_compute(arena, &as_told, NULL);
    }
    return comparing;
}

struct edition_news edition_news_compare(struct arena *arena, const struct edition_pair *pair)
{
    const struct catalogue *catalogue = pair->now->table->catalogue;
    const struct catalogue *earlier = pair->definitions ? pair->definitions : catalogue;
    struct comparing comparing = begin(arena, pair);
    struct edition_news news = {
        .then = pair->then, .now = pair->now, .definitions = pair->definitions};
    struct area_news *items =
        arena_alloc(arena, catalogue->indicator_count * catalogue->area_count, sizeof *items);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++) {
            if (catalogue->areas[j].role == AREA_REST)
                continue;
            struct area_news each =
                compare(arena, &comparing, &catalogue->indicators[i], &catalogue->areas[j]);
            if (has_news(&each))
                items[news.count++] = each;
        }
    news.items = items;
    news.method_changed = comparing.method_changed;
    news.new_indicators = indicators_without(arena, catalogue, earlier);
    news.gone_indicators = indicators_without(arena, earlier, catalogue);
    news.new_areas = areas_without(arena, catalogue, earlier);
    news.gone_areas = areas_without(arena, earlier, catalogue);
    return news;
}
