/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slides.h"

#include <string.h>

#include "pejling/present/dumbbell_figure.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/followup.h"
#include "pejling/present/forest_figure.h"
#include "pejling/present/gap_figure.h"
#include "pejling/present/headline.h"
#include "pejling/present/matrix_figure.h"
#include "pejling/present/slope_figure.h"
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
    if (deck->canvas.findings->table->catalogue->indicator_count) {
        add(deck, matrix_figure_draw(&deck->canvas));
        add(deck, forest_figure_draw(&deck->canvas));
    }
}

/* ---- Indicators -------------------------------------------------------------------------------
 */

/* Whether a verdict on it rests on a slope, so that there is a line to show through its gaps. */
static bool has_slope(const struct deck *deck, const struct indicator *indicator)
{
    const struct findings *findings = deck->canvas.findings;
    for (size_t i = 0; i < findings->table->catalogue->area_count; i++) {
        const struct area *area = &findings->table->catalogue->areas[i];
        const struct finding *slope = finding_at(findings, indicator, area, STATISTIC_VERDICT_SLOPE,
                                                 (struct period){.kind = PERIOD_UNKNOWN});
        if (slope && slope->estimate.state == ESTIMATE_INTERVAL)
            return true;
    }
    return false;
}

/* All slides of an indicator. */
static void add_indicator(struct deck *deck, const struct indicator *indicator)
{
    if (!has_slides(deck, indicator))
        return;
    add(deck, trend_figure_draw(&deck->canvas, indicator));
    if (is_fixed(indicator) && has_slope(deck, indicator))
        add(deck, gap_figure_draw(&deck->canvas, indicator));
}

/* Whether it is of the goal; of "" is all that is not among the fixed and has something to show. */
static bool is_of_goal(const struct deck *deck, const struct indicator *indicator, const char *goal)
{
    if (!*goal)
        return !is_fixed(indicator) && has_slides(deck, indicator);
    return is_fixed(indicator) && strcmp(indicator->goal, goal) == 0;
}

static size_t count_of_goal(const struct deck *deck, const char *goal)
{
    size_t count = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        count += is_of_goal(deck, deck->indicators[i], goal);
    return count;
}

/* From the baseline to now, all indicators of a goal together. */
static void add_baseline_to_now(struct deck *deck, const char *goal)
{
    size_t count;
    const struct slope_goal *goals = slope_goals(deck->canvas.arena, deck->findings, &count);
    for (size_t i = 0; i < count; i++)
        if (*goal && strcmp(goals[i].name, goal) == 0)
            add(deck, slope_figure_draw(&deck->canvas, &goals[i], (unsigned)i + 1));
}

/* A part: what has become of its indicators in a line each, and then each of them. */
static void add_part(struct deck *deck, const char *over, const char *title, const char *goal)
{
    size_t all = deck->catalogue->indicator_count, count = 0;
    const char **findings = arena_alloc(deck->canvas.arena, all, sizeof *findings);
    for (size_t i = 0; i < all; i++)
        if (is_of_goal(deck, deck->indicators[i], goal))
            findings[count++] = headline_indicator(&deck->speaker, deck->indicators[i]).text;
    const struct slide_chapter chapter = {over, title, findings, count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    add_baseline_to_now(deck, goal);
    for (size_t i = 0; i < all; i++)
        if (is_of_goal(deck, deck->indicators[i], goal))
            add_indicator(deck, deck->indicators[i]);
}

/* Whether the goal of a fixed indicator comes up here for the first time. */
static bool begins_goal(const struct deck *deck, size_t place)
{
    const struct indicator *indicator = deck->indicators[place];
    for (size_t i = 0; i < place; i++)
        if (is_fixed(indicator) && is_of_goal(deck, deck->indicators[i], indicator->goal))
            return false;
    return is_fixed(indicator);
}

static size_t count_goals(const struct deck *deck)
{
    size_t goals = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        goals += begins_goal(deck, i);
    return goals;
}

static void add_goals(struct deck *deck, size_t goals)
{
    size_t number = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        if (begins_goal(deck, i)) {
            const char *over = arena_printf(
                deck->canvas.arena, say(deck->canvas.language, "Mål %zu af %zu", "Goal %zu of %zu"),
                ++number, goals);
            add_part(deck, over, deck->indicators[i]->goal, deck->indicators[i]->goal);
        }
}

/* A plan without fixed indicators has no others either: those it has are the matter. */
static void add_others(struct deck *deck, size_t goals)
{
    if (goals)
        add_part(deck, words(deck, "Ud over de faste indikatorer", "Besides the fixed indicators"),
                 words(deck, "Andre nøgletal", "Other key figures"), "");
    else
        add_part(deck, words(deck, "Ét for ét", "One by one"),
                 words(deck, "Nøgletallene", "The key figures"), "");
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
        arena_printf(deck->canvas.arena,
                     say(deck->canvas.language,
                         "Afstanden til kommunen nu, og hvad der er sket med den siden %d",
                         "The gap to the municipality now, and its change since %d"),
                     deck->catalogue->plan.baseline_year),
        words(deck, "Område for område", "Area by area"), findings, count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    for (size_t i = 0; i < deck->area_count; i++)
        if (has_levels(deck, deck->areas[i]))
            add(deck, dumbbell_figure_draw(&deck->canvas, deck->areas[i]));
}

/* ---- All of them ------------------------------------------------------------------------------
 */

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

static struct slides make(const struct place *place, const struct findings *findings,
                          bool with_others)
{
    struct deck deck = deck_new(place, findings);
    const size_t goals = count_goals(&deck), others = count_of_goal(&deck, "");
    bool left = others && !with_others;
    add_whole(&deck);
    add_goals(&deck, goals);
    if (others && with_others && !goals)
        add_others(&deck, goals);
    add_areas(&deck);
    if (others && with_others && goals)
        add_others(&deck, goals);
    add(&deck, text_slide_reading(&deck.canvas, left ? left_out(&deck, others) : ""));
    return deck.slides;
}

struct slides slides_make(const struct place *place, const struct findings *findings)
{
    const struct slides all = make(place, findings, true);
    return all.count <= SLIDES_MOST ? all : make(place, findings, false);
}

struct gnuplot_job *slides_start(const struct place *place, const struct findings *findings)
{
    const struct slides slides = slides_make(place, findings);
    return gnuplot_start_pages(place, SLIDES_FILE, slides.pages, slides.count);
}
