/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/edition_news.h"

#include "pejling/base/number.h"

/* Values given without counts are not rounded for showing, so they are told in full. */
static int shared_decimals(const struct indicator *indicator)
{
    return indicator->measure == MEASURE_VALUE ? SHARED_DECIMALS : indicator->decimals;
}

static bool differs(double then, double now, int decimals)
{
    double change = number_round(then, decimals) - number_round(now, decimals);
    return change > 1e-9 || change < -1e-9;
}

/* As a shared edition would show both. */
static bool is_revised(const struct released_cell *then, const struct released_cell *now)
{
    return differs(then->value, now->value, shared_decimals(now->indicator)) ||
           differs(then->denominator, now->denominator, SHARED_DECIMALS) ||
           (then->has_numerator && now->has_numerator &&
            differs(then->numerator, now->numerator, SHARED_DECIMALS));
}

static const struct finding *level_at(const struct findings *findings,
                                      const struct released_cell *cell)
{
    return finding_at(findings, cell->indicator, cell->area, STATISTIC_LEVEL, cell->period);
}

static void compare_levels(struct arena *arena, const struct edition_news *editions,
                           struct area_news *news)
{
    struct released_series series =
        released_series(editions->now->table, news->indicator, news->area);
    news->added = arena_alloc(arena, series.count, sizeof *news->added);
    news->revised = arena_alloc(arena, series.count, sizeof *news->revised);
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *now = &series.cells[i];
        const struct released_cell *then =
            released_cell(editions->then->table, news->indicator, news->area, now->period);
        if (now->release != RELEASE_OPEN)
            continue;
        if (!then || then->release == RELEASE_ABSENT)
            news->added[news->added_count++] = level_at(editions->now, now);
        else if (then->release == RELEASE_OPEN && is_revised(then, now))
            news->revised[news->revised_count++] = (struct revised_level){
                level_at(editions->then, then), level_at(editions->now, now), then, now};
    }
}

static void compare_verdicts(const struct edition_news *editions, struct area_news *news)
{
    const struct gap_verdict *then =
        verdict_of(&editions->then->verdicts, news->indicator, news->area);
    const struct gap_verdict *now =
        verdict_of(&editions->now->verdicts, news->indicator, news->area);
    news->verdict_changed = then && now &&
                            (then->verdict != now->verdict || then->strength != now->strength ||
                             then->direction != now->direction);
}

static struct area_news compare(struct arena *arena, const struct edition_news *editions,
                                const struct indicator *indicator, const struct area *area)
{
    struct area_news news = {.indicator = indicator, .area = area};
    news.latest = finding_latest(editions->now, indicator, area, STATISTIC_LEVEL);
    compare_levels(arena, editions, &news);
    compare_verdicts(editions, &news);
    return news;
}

/* Whether one of the areas that `total` adds up is revised in that period too. */
static bool follows_from_area(const struct area_news *items, size_t count, const struct area *total,
                              struct period period)
{
    for (size_t i = 0; i < count; i++) {
        bool part = items[i].area->role == AREA_ESTATE &&
                    area_municipality(items[i].area) == area_municipality(total);
        for (size_t j = 0; part && j < items[i].revised_count; j++)
            if (period_compare(items[i].revised[j].now->from, period) == 0)
                return true;
    }
    return false;
}

static void leave_out_what_follows(struct area_news *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t kept = 0;
        for (size_t j = 0; j < items[i].revised_count; j++)
            if (items[i].area->role != AREA_TOTAL ||
                !follows_from_area(items, count, items[i].area, items[i].revised[j].now->from))
                items[i].revised[kept++] = items[i].revised[j];
        items[i].revised_count = kept;
    }
}

static bool is_followed(const struct area *area)
{
    return area->role == AREA_ESTATE || area->role == AREA_TOTAL || area->role == AREA_MUNICIPALITY;
}

struct edition_news edition_news_compare(struct arena *arena, const struct findings *then,
                                         const struct findings *now)
{
    const struct catalogue *catalogue = now->table->catalogue;
    struct edition_news news = {.then = then, .now = now};
    struct area_news *items =
        arena_alloc(arena, catalogue->indicator_count * catalogue->area_count, sizeof *items);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        struct area_news *of_indicator = items + news.count;
        size_t count = 0;
        for (size_t j = 0; j < catalogue->area_count; j++)
            if (is_followed(&catalogue->areas[j]))
                of_indicator[count++] =
                    compare(arena, &news, &catalogue->indicators[i], &catalogue->areas[j]);
        leave_out_what_follows(of_indicator, count);
        for (size_t j = 0; j < count; j++)
            if (of_indicator[j].added_count || of_indicator[j].revised_count ||
                of_indicator[j].verdict_changed)
                items[news.count++] = of_indicator[j];
    }
    news.items = items;
    return news;
}
