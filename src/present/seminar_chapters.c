/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_chapters.h"

#include <string.h>

#include "pejling/present/evaluation_structure.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/seminar_sheet.h"
#include "pejling/present/seminar_theory.h"

static void add_goal(struct seminar_goals *chapters, const char *goal)
{
    for (size_t i = 0; i < chapters->count; i++)
        if (strcmp(chapters->goals[i], goal) == 0)
            return;
    chapters->goals[chapters->count++] = goal;
}

struct seminar_goals seminar_goals(const struct seminar *seminar)
{
    size_t count = seminar->catalogue->indicator_count;
    struct seminar_goals chapters = {
        arena_alloc(seminar->speaker.arena, count + 1, sizeof *chapters.goals), 0};
    bool other = false;
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        other = other || (!*indicator->goal && !indicator->left_out);
        if (*indicator->goal && !indicator->left_out)
            add_goal(&chapters, indicator->goal);
    }
    if (other)
        add_goal(&chapters, "");
    return chapters;
}

const char *seminar_goal_title(const struct seminar *seminar, const struct seminar_goals *goals,
                               size_t number)
{
    if (*goals->goals[number])
        return goals->goals[number];
    return goals->count > 1 ? seminar_words(seminar, "Andre nøgletal", "Other key figures")
                            : seminar_words(seminar, "Nøgletallene", "The key figures");
}

/* The indicator that a focus area is written with: its first one; NULL where it has none. */
static const struct indicator *first_of(const struct seminar *seminar, const char *focus_area)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (!indicator->left_out && strcmp(indicator->focus_area, focus_area) == 0)
            return indicator;
    }
    return NULL;
}

static void write_focus_area(const struct seminar *seminar, const char *focus_area)
{
    html_element(seminar->sink, "p class=\"muted\"",
                 arena_printf(seminar->speaker.arena, "%s: %s",
                              seminar_words(seminar, "Indsatsområde", "Focus area"), focus_area));
    seminar_theory_write(seminar, focus_area);
    seminar_questions_write(seminar, focus_area);
}

bool seminar_has_figures(const struct seminar *seminar, const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->catalogue->area_count; i++)
        if (released_series(seminar->speaker.findings->table, indicator,
                            &seminar->catalogue->areas[i])
                .count)
            return true;
    return false;
}

/* Indicators without any figure share a line. */
static void write_without_figures(const struct seminar *seminar, const char *goal)
{
    const char *names = "";
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (!indicator->left_out && strcmp(indicator->goal, goal) == 0 &&
            !seminar_has_figures(seminar, indicator))
            names = arena_printf(seminar->speaker.arena, "%s%s%s", names, *names ? "; " : "",
                                 indicator_label(indicator));
    }
    if (*names)
        html_element(seminar->sink, "p class=\"note\"",
                     arena_printf(seminar->speaker.arena, "%s: %s.",
                                  seminar_words(seminar, "Der er ingen tal endnu for",
                                                "There are no figures yet for"),
                                  names));
}

static void write_chapter(const struct seminar *seminar, const struct seminar_goals *chapters,
                          size_t number)
{
    const char *goal = chapters->goals[number];
    bool first = true;
    sink_printf(seminar->sink, "<section id=\"maal-%zu\">\n", number + 1);
    html_element(seminar->sink, "h2", seminar_goal_title(seminar, chapters, number));
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (*indicator->focus_area && strcmp(indicator->goal, goal) == 0 &&
            first_of(seminar, indicator->focus_area) == indicator)
            write_focus_area(seminar, indicator->focus_area);
    }
    seminar_moves_unknown_write(seminar, goal);
    write_without_figures(seminar, goal);
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (indicator->left_out || strcmp(indicator->goal, goal) != 0 ||
            !seminar_has_figures(seminar, indicator))
            continue;
        seminar_sheet_write(seminar, indicator, first);
        first = false;
    }
    sink_text(seminar->sink, "</section>\n");
}

/* A step of a focus area that no indicator belongs to, and the first of it. */
static bool stands_alone(const struct seminar *seminar, size_t step)
{
    const struct theory_step *theory = seminar->catalogue->theory;
    for (size_t i = 0; i < step; i++)
        if (strcmp(theory[i].focus_area, theory[step].focus_area) == 0)
            return false;
    return !first_of(seminar, theory[step].focus_area);
}

/* What the theory of change has besides: focus areas without an indicator of their own. */
static void write_other_theory(const struct seminar *seminar)
{
    bool headed = false;
    for (size_t i = 0; i < seminar->catalogue->theory_count; i++) {
        if (!stands_alone(seminar, i))
            continue;
        if (!headed) {
            sink_text(seminar->sink, "<section id=\"andre-indsatsomraader\">\n");
            html_element(seminar->sink, "h2",
                         seminar_words(seminar, "Andre indsatsområder", "Other focus areas"));
        }
        headed = true;
        write_focus_area(seminar, seminar->catalogue->theory[i].focus_area);
    }
    if (headed)
        sink_text(seminar->sink, "</section>\n");
}

void seminar_chapters_write(const struct seminar *seminar)
{
    const struct seminar_goals chapters = seminar_goals(seminar);
    for (size_t i = 0; i < chapters.count; i++)
        write_chapter(seminar, &chapters, i);
    write_other_theory(seminar);
}

void seminar_chapters_contents(const struct seminar *seminar)
{
    const struct seminar_goals chapters = seminar_goals(seminar);
    for (size_t i = 0; i < chapters.count; i++) {
        sink_printf(seminar->sink, "<li><a href=\"#maal-%zu\">", i + 1);
        html_text(seminar->sink, seminar_goal_title(seminar, &chapters, i));
        sink_text(seminar->sink, "</a></li>\n");
    }
}
