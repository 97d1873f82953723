/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slides.h"

#include <string.h>

#include "pejling/present/dumbbell_figure.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/followup.h"
#include "pejling/present/headline.h"
#include "pejling/present/text_slide.h"
#include "pejling/present/trend_figure.h"

struct deck {
    struct figure_canvas canvas; /* of the page that comes next */
    struct speaker speaker;
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct indicator **indicators; /* in the order of the follow-up table */
    const struct area **areas;
    size_t area_count;
    struct slides slides;
    size_t capacity;
};

static struct deck deck_new(const struct place *place, const struct findings *findings)
{
    struct arena *arena = place->diagnostics->arena;
    const struct catalogue *catalogue = findings->table->catalogue;
    struct deck deck = {.canvas = figure_canvas(FIGURE_SLIDE, place, findings),
                        .speaker = {arena, place->diagnostics->language, findings},
                        .findings = findings,
                        .catalogue = catalogue,
                        .indicators = followup_indicators(arena, catalogue)};
    deck.areas = followup_areas(arena, catalogue, &deck.area_count);
    deck.canvas.page = 1;
    return deck;
}

static void add(struct deck *deck, struct gnuplot_figure page)
{
    deck->slides.pages = arena_grow(deck->canvas.arena, deck->slides.pages, deck->slides.count,
                                    &deck->capacity, sizeof *deck->slides.pages);
    deck->slides.pages[deck->slides.count++] = page;
    deck->canvas.page++;
}

static const char *words(const struct deck *deck, const char *danish, const char *english)
{
    return say(deck->canvas.language, danish, english);
}

/* Those of the agreement stand under its goals. */
static bool is_fixed(const struct indicator *indicator)
{
    return indicator->lbf_number && *indicator->goal;
}

static bool has_slides(const struct deck *deck, const struct indicator *indicator)
{
    return trend_figure_has_data(deck->findings, indicator);
}

/* ---- The whole --------------------------------------------------------------------------------
 */

/* What is true of the plan as a whole, before its parts. */
static void add_whole(struct deck *deck)
{
    add(deck, text_slide_title(&deck->canvas));
}

/* ---- Indicators -------------------------------------------------------------------------------
 */

/* All slides of an indicator. */
static void add_indicator(struct deck *deck, const struct indicator *indicator)
{
    if (has_slides(deck, indicator))
        add(deck, trend_figure_draw(&deck->canvas, indicator));
}

/* Whether its goal comes up here for the first time. */
static bool begins_goal(const struct deck *deck, size_t place)
{
    if (!is_fixed(deck->indicators[place]))
        return false;
    for (size_t i = 0; i < place; i++)
        if (is_fixed(deck->indicators[i]) &&
            strcmp(deck->indicators[i]->goal, deck->indicators[place]->goal) == 0)
            return false;
    return true;
}

static bool is_of_goal(const struct indicator *indicator, const char *goal)
{
    return is_fixed(indicator) && strcmp(indicator->goal, goal) == 0;
}

/* A goal: what has become of its indicators in a line each, and then each of them. */
static void add_goal(struct deck *deck, const char *goal, size_t number, size_t goals)
{
    size_t all = deck->catalogue->indicator_count, count = 0;
    const char **findings = arena_alloc(deck->canvas.arena, all, sizeof *findings);
    for (size_t i = 0; i < all; i++)
        if (is_of_goal(deck->indicators[i], goal))
            findings[count++] = headline_indicator(&deck->speaker, deck->indicators[i]).text;
    const struct slide_chapter chapter = {
        arena_printf(deck->canvas.arena,
                     say(deck->canvas.language, "Mål %zu af %zu", "Goal %zu of %zu"), number,
                     goals),
        goal, findings, count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    for (size_t i = 0; i < all; i++)
        if (is_of_goal(deck->indicators[i], goal))
            add_indicator(deck, deck->indicators[i]);
}

static void add_goals(struct deck *deck)
{
    size_t goals = 0, number = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        goals += begins_goal(deck, i);
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        if (begins_goal(deck, i))
            add_goal(deck, deck->indicators[i]->goal, ++number, goals);
}

/* ---- Areas ------------------------------------------------------------------------------------
 */

static bool has_levels(const struct deck *deck, const struct area *area)
{
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        if (finding_latest(deck->findings, &deck->catalogue->indicators[i], area, STATISTIC_LEVEL))
            return true;
    return false;
}

static void add_areas(struct deck *deck)
{
    const char **findings = arena_alloc(deck->canvas.arena, deck->area_count, sizeof *findings);
    size_t count = 0;
    for (size_t i = 0; i < deck->area_count; i++)
        if (has_levels(deck, deck->areas[i]))
            findings[count++] = headline_area(&deck->speaker, deck->areas[i]).text;
    if (!count)
        return;
    const struct slide_chapter chapter = {
        words(deck, "Alle nøgletal på én side", "All key figures on one page"),
        words(deck, "Område for område", "Area by area"), findings, count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    for (size_t i = 0; i < deck->area_count; i++)
        if (has_levels(deck, deck->areas[i]))
            add(deck, dumbbell_figure_draw(&deck->canvas, deck->areas[i]));
}

/* ---- What is not among the fixed --------------------------------------------------------------
 */

static size_t count_others(const struct deck *deck)
{
    size_t count = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        count += !is_fixed(deck->indicators[i]) && has_slides(deck, deck->indicators[i]);
    return count;
}

static void add_others(struct deck *deck, size_t count)
{
    const struct slide_chapter chapter = {
        arena_printf(deck->canvas.arena,
                     say(deck->canvas.language, "%zu ud over de faste indikatorer",
                         "%zu besides the fixed indicators"),
                     count),
        words(deck, "Andre nøgletal", "Other key figures"), NULL, 0};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        if (!is_fixed(deck->indicators[i]))
            add_indicator(deck, deck->indicators[i]);
}

static const char *left_out(const struct deck *deck, size_t count)
{
    return arena_printf(deck->canvas.arena,
                        say(deck->canvas.language,
                            "%zu andre nøgletal er ikke med her. De står i seminar.html, og "
                            "deres figurer ligger i mappen figurer.",
                            "%zu other key figures are not here. They are in seminar.html, and "
                            "their figures are in the folder figurer."),
                        count);
}

struct slides slides_make(const struct place *place, const struct findings *findings)
{
    struct deck deck = deck_new(place, findings);
    add_whole(&deck);
    add_goals(&deck);
    add_areas(&deck);
    size_t others = count_others(&deck);
    bool fit = deck.slides.count + others + 2 <= SLIDES_MOST;
    if (fit && others)
        add_others(&deck, others);
    add(&deck, text_slide_reading(&deck.canvas, fit ? "" : left_out(&deck, others)));
    return deck.slides;
}

struct gnuplot_job *slides_start(const struct place *place, const struct findings *findings)
{
    const struct slides slides = slides_make(place, findings);
    return gnuplot_start_pages(place, SLIDES_FILE, slides.pages, slides.count);
}
