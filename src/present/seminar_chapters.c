/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_chapters.h"

#include <string.h>

#include "pejling/present/html.h"
#include "pejling/present/seminar_sheet.h"
#include "pejling/present/seminar_theory.h"

/* The goals in the order in which the indicators have them; "" comes last, if it comes. */
struct chapters {
    const char **goals;
    size_t count;
};

static void add_goal(struct chapters *chapters, const char *goal)
{
    for (size_t i = 0; i < chapters->count; i++)
        if (strcmp(chapters->goals[i], goal) == 0)
            return;
    chapters->goals[chapters->count++] = goal;
}

static struct chapters chapters_of(const struct seminar *seminar)
{
    size_t count = seminar->catalogue->indicator_count;
    struct chapters chapters = {
        arena_alloc(seminar->speaker.arena, count + 1, sizeof *chapters.goals), 0};
    bool other = false;
    for (size_t i = 0; i < count; i++) {
        const char *goal = seminar->indicators[i]->goal;
        other = other || !*goal;
        if (*goal && !seminar->indicators[i]->left_out)
            add_goal(&chapters, goal);
    }
    if (other)
        add_goal(&chapters, "");
    return chapters;
}

static const char *title_of(const struct seminar *seminar, const char *goal)
{
    return *goal ? goal : seminar_words(seminar, "Andre nøgletal", "Other key figures");
}

/* The focus area that the indicators of a goal belong to; "" for none. */
static const char *focus_area_of(const struct seminar *seminar, const char *goal)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
        if (strcmp(seminar->indicators[i]->goal, goal) == 0 && *seminar->indicators[i]->focus_area)
            return seminar->indicators[i]->focus_area;
    return "";
}

static void write_chapter(const struct seminar *seminar, const char *goal, size_t number)
{
    const char *focus_area = focus_area_of(seminar, goal);
    bool first = true;
    sink_printf(seminar->sink, "<section id=\"maal-%zu\">\n", number);
    html_element(seminar->sink, "h2", title_of(seminar, goal));
    if (*focus_area)
        html_element(seminar->sink, "p class=\"muted\"",
                     arena_printf(seminar->speaker.arena, "%s: %s",
                                  seminar_words(seminar, "Indsatsområde", "Focus area"),
                                  focus_area));
    if (*focus_area) {
        seminar_theory_write(seminar, focus_area);
        seminar_questions_write(seminar, focus_area);
    }
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (indicator->left_out || strcmp(indicator->goal, goal) != 0)
            continue;
        seminar_sheet_write(seminar, indicator, first);
        first = false;
    }
    sink_text(seminar->sink, "</section>\n");
}

void seminar_chapters_write(const struct seminar *seminar)
{
    const struct chapters chapters = chapters_of(seminar);
    for (size_t i = 0; i < chapters.count; i++)
        write_chapter(seminar, chapters.goals[i], i + 1);
}

void seminar_chapters_contents(const struct seminar *seminar)
{
    const struct chapters chapters = chapters_of(seminar);
    for (size_t i = 0; i < chapters.count; i++) {
        sink_printf(seminar->sink, "<li><a href=\"#maal-%zu\">", i + 1);
        html_text(seminar->sink, title_of(seminar, chapters.goals[i]));
        sink_text(seminar->sink, "</a></li>\n");
    }
}
