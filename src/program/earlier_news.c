/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/earlier_news.h"

#include <string.h>

#include "pejling/program/comparable.h"
#include "pejling/program/earlier_read.h"
#include "pejling/program/edition_read.h"

/*
 * The first thing that is wrong: its field without the two values, for numbers on the page are
 * findings, and without what to do about it.
 */
static const char *first_reason(const struct diagnostics *found)
{
    struct arena *arena = found->arena;
    const char *text = found->items[0].text, *advice = strstr(text, " · ");
    const char *reason = arena_text(arena, text, advice ? (size_t)(advice - text) : strlen(text));
    const char *field = strstr(reason, " ("), *values = field ? strstr(field, ": ") : NULL;
    if (values)
        reason = arena_printf(arena, "%.*s)", (int)(values - reason), reason);
    return found->count == 1 ? reason
                             : arena_printf(arena, "%s, %s", reason,
                                            say(found->language, "blandt flere forskelle",
                                                "among other differences"));
}

bool earlier_news_write(const struct place *place, const char *plan,
                        const struct earlier_editions *earlier, const struct findings *findings,
                        const struct news **news)
{
    struct arena *arena = place->diagnostics->arena;
    enum language language = place->diagnostics->language;
    const struct speaker speaker = {arena, language, findings};
    const struct catalogue *catalogue = findings->table->catalogue;
    struct diagnostics quiet = {.arena = arena, .language = language};
    struct news *told = arena_alloc(arena, 1, sizeof *told);
    *news = NULL;
    if (earlier->count == 0)
        return true;
    *news = told;
    const char *rest = catalogue->plan.previous_edition;
    const char *folder = earlier_next_folder(arena, plan, &rest);
    struct edition_content *content = arena_alloc(arena, 1, sizeof *content);
    if (!edition_open(&quiet, folder, content) ||
        !comparable(&quiet, folder, content->manifest.definitions, catalogue) ||
        !edition_verdicts_read(&quiet, folder, folder, catalogue, &content->told)) {
        *told = news_refused(arena, language, earlier->latest, first_reason(&quiet));
        return true;
    }
    struct findings *then = arena_alloc(arena, 1, sizeof *then);
    struct edition_news *compared = arena_alloc(arena, 1, sizeof *compared);
    *then = findings_compute(arena, &earlier->tables[0]);
    const struct edition_pair pair = {then, findings, content->manifest.definitions,
                                      &content->told};
    *compared = edition_news_compare(arena, &pair);
    *told = news_tell(&speaker, compared, earlier->latest);
    return news_write(place, compared, earlier->latest);
}
