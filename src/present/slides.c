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
#include "pejling/present/questions.h"
#include "pejling/present/seminar_slides.h"
#include "pejling/present/slope_figure.h"
#include "pejling/present/text_slide.h"
#include "pejling/present/trend_figure.h"

static bool is_among(const char *const *texts, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

/* What is left out, the first first, until the rest has room. */
enum room { ROOM_FOR_ALL, NO_ROOM_FOR_OTHERS, NO_ROOM_FOR_AREAS, NO_ROOM_FOR_GAPS };

struct deck {
    struct figure_canvas canvas; /* of the page that comes next */
    struct speaker speaker;
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct news *news;             /* NULL for none */
    const struct indicator **indicators; /* in the order of the follow-up table */
    const struct area **areas;
    size_t area_count;
    const char **goals; /* that an indicator has, as the page counts them */
    size_t goal_count;
    const char **focus_areas; /* whose seminar slides are there already */
    size_t focus_area_count;
    enum room room;
    struct slides slides;
    size_t capacity;
    size_t dropped; /* pages that there was no room for */
};

static void find_goals(struct deck *deck)
{
    size_t all = deck->catalogue->indicator_count;
    deck->goals = arena_alloc(deck->canvas.arena, all, sizeof *deck->goals);
    for (size_t i = 0; i < all; i++) {
        const struct indicator *indicator = deck->indicators[i];
        if (*indicator->goal && !indicator->left_out &&
            !is_among(deck->goals, deck->goal_count, indicator->goal))
            deck->goals[deck->goal_count++] = indicator->goal;
    }
}

static struct deck deck_new(const struct place *place, const struct findings *findings,
                            const struct news *news, enum room room)
{
    struct arena *arena = place->diagnostics->arena;
    const struct catalogue *catalogue = findings->table->catalogue;
    struct deck deck = {.canvas = figure_canvas(FIGURE_SLIDE, place, findings),
                        .speaker = {arena, place->diagnostics->language, findings},
                        .findings = findings,
                        .catalogue = catalogue,
                        .news = news,
                        .indicators = followup_indicators(arena, catalogue),
                        .room = room};
    deck.areas = followup_areas(arena, catalogue, &deck.area_count);
    deck.focus_areas = arena_alloc(arena, catalogue->indicator_count, sizeof *deck.focus_areas);
    deck.canvas.page = 1;
    find_goals(&deck);
    return deck;
}

/* The last page is kept free for add_last. */
static void add(struct deck *deck, struct gnuplot_figure page)
{
    if (deck->slides.count + 1 >= SLIDES_MOST) {
        deck->dropped++;
        return;
    }
    deck->slides.pages = arena_grow(deck->canvas.arena, deck->slides.pages, deck->slides.count,
                                    &deck->capacity, sizeof *deck->slides.pages);
    deck->slides.pages[deck->slides.count++] = page;
    deck->canvas.page++;
}

static const char *words(const struct deck *deck, const char *danish, const char *english)
{
    return say(deck->canvas.language, danish, english);
}

/* Those of the agreement; of a plan without any, all it has. */
static bool is_matter(const struct deck *deck, const struct indicator *indicator)
{
    return indicator->lbf_number || !deck->catalogue->indicator_count ||
           !deck->indicators[0]->lbf_number; /* they come first */
}

static bool has_data(const struct deck *deck, const struct indicator *indicator)
{
    return !indicator->left_out && trend_figure_has_data(deck->findings, indicator);
}

static bool is_shown(const struct deck *deck, const struct indicator *indicator)
{
    return has_data(deck, indicator) &&
           (deck->room < NO_ROOM_FOR_OTHERS || is_matter(deck, indicator));
}

/* ---- The whole --------------------------------------------------------------------------------
 */

static void add_news(struct deck *deck)
{
    if (!deck->news)
        return;
    const char **items = arena_alloc(deck->canvas.arena, deck->news->count, sizeof *items);
    for (size_t i = 0; i < deck->news->count; i++)
        items[i] = deck->news->items[i].text;
    const struct slide_chapter chapter = {
        deck->news->basis, words(deck, "Nyt siden sidste udgave", "New since the last edition"),
        items, deck->news->count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
}

/* What is true of the plan as a whole, before its parts. */
static void add_whole(struct deck *deck)
{
    struct gnuplot_figure targets;
    add(deck, text_slide_title(&deck->canvas));
    if (deck->catalogue->indicator_count) {
        add(deck, matrix_figure_draw(&deck->canvas));
        add(deck, forest_figure_draw(&deck->canvas));
    }
    if (target_slide(&deck->canvas, &targets))
        add(deck, targets);
    add_news(deck);
}

/* ---- Indicators -------------------------------------------------------------------------------
 */

/* Whether something is said of one of its gaps, so that there is a finding to show. */
static bool has_verdict(const struct deck *deck, const struct indicator *indicator)
{
    for (size_t i = 0; i < deck->area_count; i++) {
        const struct gap_verdict *verdict =
            verdict_of(&deck->findings->verdicts, indicator, deck->areas[i]);
        if (verdict && verdict->verdict != VERDICT_NOT_DETERMINABLE)
            return true;
    }
    return false;
}

static void add_indicator(struct deck *deck, const struct indicator *indicator)
{
    add(deck, trend_figure_draw(&deck->canvas, indicator));
    if (deck->room < NO_ROOM_FOR_GAPS && indicator->lbf_number && has_verdict(deck, indicator))
        add(deck, gap_figure_draw(&deck->canvas, indicator));
}

static bool is_of_part(const struct deck *deck, const struct indicator *indicator, const char *goal)
{
    return strcmp(indicator->goal, goal) == 0 && is_shown(deck, indicator);
}

/* From the baseline to now, all indicators of a goal together. */
static void add_baseline_to_now(struct deck *deck, const char *goal, unsigned number)
{
    size_t count;
    const struct slope_goal *goals = slope_goals(deck->canvas.arena, deck->findings, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(goals[i].name, goal) == 0)
            add(deck, slope_figure_draw(&deck->canvas, &goals[i], number));
}

/* What the seminar is to talk about: the theory of a focus area, and the questions. */
static void add_focus_area(struct deck *deck, const char *focus_area)
{
    struct gnuplot_figure theory;
    const char *asked[QUESTIONS_MOST];
    if (!*focus_area || is_among(deck->focus_areas, deck->focus_area_count, focus_area))
        return;
    deck->focus_areas[deck->focus_area_count++] = focus_area;
    if (theory_slide(&deck->canvas, focus_area, &theory))
        add(deck, theory);
    const struct questions questions = questions_of(&deck->speaker, focus_area);
    for (size_t i = 0; i < questions.count; i++)
        asked[i] = questions.items[i].sentence.text;
    const struct slide_chapter chapter = {
        focus_area, words(deck, "Spørgsmål til seminaret", "Questions for the seminar"), asked,
        questions.count};
    if (questions.count)
        add(deck, text_slide_chapter(&deck->canvas, &chapter));
}

/*
 * The indicators of a goal, or of "": what has become of them in a line each, then each of them, and
 * what there is to talk about. Nothing where none of them is shown.
 */
static void add_part(struct deck *deck, const char *goal, const char *over, const char *title,
                     unsigned number)
{
    size_t all = deck->catalogue->indicator_count, count = 0;
    const struct indicator **part = arena_alloc(deck->canvas.arena, all, sizeof *part);
    const char **findings = arena_alloc(deck->canvas.arena, all, sizeof *findings);
    for (size_t i = 0; i < all; i++)
        if (is_of_part(deck, deck->indicators[i], goal))
            part[count++] = deck->indicators[i];
    if (!count)
        return;
    for (size_t i = 0; i < count; i++)
        findings[i] = headline_indicator(&deck->speaker, part[i]).text;
    const struct slide_chapter chapter = {over, title, findings, count};
    add(deck, text_slide_chapter(&deck->canvas, &chapter));
    if (*goal)
        add_baseline_to_now(deck, goal, number);
    for (size_t i = 0; i < count; i++)
        add_indicator(deck, part[i]);
    for (size_t i = 0; i < count; i++)
        add_focus_area(deck, part[i]->focus_area);
}

static void add_goals(struct deck *deck)
{
    for (size_t i = 0; i < deck->goal_count; i++)
        add_part(deck, deck->goals[i],
                 arena_printf(deck->canvas.arena,
                              say(deck->canvas.language, "Mål %zu af %zu", "Goal %zu of %zu"),
                              i + 1, deck->goal_count),
                 deck->goals[i], (unsigned)i + 1);
}

static void add_without_goal(struct deck *deck)
{
    add_part(deck, "", words(deck, "Ud over planens mål", "Besides the goals of the plan"),
             words(deck, "Andre nøgletal", "Other key figures"), 0);
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

static size_t count_others(const struct deck *deck)
{
    size_t count = 0;
    for (size_t i = 0; i < deck->catalogue->indicator_count; i++)
        count += has_data(deck, deck->indicators[i]) && !is_shown(deck, deck->indicators[i]);
    return count;
}

static const char *listed(const struct deck *deck, const char *list, const char *item)
{
    return arena_printf(deck->canvas.arena, "%s%s%s", list, *list ? "; " : "", item);
}

/* What there was no room for, and where it is; "" where all is here. */
static const char *left_out(const struct deck *deck)
{
    struct arena *arena = deck->canvas.arena;
    const char *list = "";
    size_t others = count_others(deck);
    if (others)
        list = arena_printf(
            arena, say(deck->canvas.language, "%zu andre nøgletal", "%zu other key figures"),
            others);
    if (deck->room >= NO_ROOM_FOR_AREAS)
        list =
            listed(deck, list, words(deck, "områderne hver for sig", "the areas each by itself"));
    if (deck->room >= NO_ROOM_FOR_GAPS)
        list = listed(deck, list, words(deck, "afstandene over tid", "the gaps over time"));
    if (deck->dropped)
        list = listed(deck, list,
                      arena_printf(arena,
                                   say(deck->canvas.language, "%zu slides mere", "%zu slides more"),
                                   deck->dropped));
    return *list ? arena_printf(
                       arena,
                       say(deck->canvas.language,
                           "Her er ikke plads til: %s. Det står i seminar.html, og figurerne "
                           "ligger i mappen figurer.",
                           "There is no room here for: %s. It is in seminar.html, and the "
                           "figures are in the folder figurer."),
                       list)
                 : "";
}

/* `Uden tal over tid og derfor ikke med: mål 2; mål 4.` */
static const char *without_data(const struct deck *deck)
{
    struct arena *arena = deck->canvas.arena;
    const char *list = "";
    for (size_t i = 0; i < deck->goal_count; i++) {
        bool any = false;
        for (size_t k = 0; k < deck->catalogue->indicator_count; k++)
            any = any || (strcmp(deck->indicators[k]->goal, deck->goals[i]) == 0 &&
                          has_data(deck, deck->indicators[k]));
        if (!any)
            list = listed(
                deck, list,
                arena_printf(arena, say(deck->canvas.language, "mål %zu", "goal %zu"), i + 1));
    }
    return *list ? arena_printf(arena,
                                say(deck->canvas.language,
                                    "Uden tal over tid og derfor ikke med: %s.",
                                    "Without figures over time and so not here: %s."),
                                list)
                 : "";
}

/* How the figures are read, and what is not here: the page that add keeps free. */
static void add_last(struct deck *deck)
{
    const char *missing = without_data(deck), *left = left_out(deck);
    const struct gnuplot_figure page =
        text_slide_reading(&deck->canvas, arena_printf(deck->canvas.arena, "%s%s%s", missing,
                                                       *missing && *left ? " " : "", left));
    deck->slides.pages = arena_grow(deck->canvas.arena, deck->slides.pages, deck->slides.count,
                                    &deck->capacity, sizeof page);
    deck->slides.pages[deck->slides.count++] = page;
}

struct slides slides_make(const struct place *place, const struct findings *findings,
                          const struct news *news)
{
    struct deck deck;
    enum room room = ROOM_FOR_ALL;
    do {
        deck = deck_new(place, findings, news, room);
        add_whole(&deck);
        add_goals(&deck);
        if (room < NO_ROOM_FOR_AREAS)
            add_areas(&deck);
        add_without_goal(&deck);
    } while (deck.dropped && room++ < NO_ROOM_FOR_GAPS);
    add_last(&deck);
    return deck.slides;
}

struct gnuplot_job *slides_start(const struct place *place, const struct findings *findings,
                                 const struct news *news)
{
    const struct slides slides = slides_make(place, findings, news);
    return gnuplot_start_pages(place, SLIDES_FILE, slides.pages, slides.count);
}
