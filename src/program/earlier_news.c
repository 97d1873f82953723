/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/earlier_news.h"

#include "pejling/program/comparable.h"
#include "pejling/program/earlier_read.h"
#include "pejling/program/edition_read.h"

/* Why there is nothing to be compared with, without what to do about it; NULL where there is. */
static const char *open_earlier(struct diagnostics *quiet, const char *folder,
                                const struct catalogue *catalogue, struct edition_content *content)
{
    const char *reason;
    if (!edition_open(quiet, folder, content))
        return content->manifest.is_summary
                   ? say(quiet->language, "den er en sammenfatning, ikke en hel udgave",
                         "it is a summary and no whole edition")
                   : edition_reason(quiet->arena, quiet->language, &content->manifest);
    if (!comparable(quiet, folder, content->manifest.definitions, catalogue, &reason))
        return reason;
    if (!edition_verdicts_read(quiet, folder, folder, catalogue, &content->told))
        return say(quiet->language, "dens vurderinger kan ikke læses",
                   "its verdicts cannot be read");
    return NULL;
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
    struct earlier_place latest;
    if (!earlier_next(arena, plan, &rest, &latest))
        return true;
    struct edition_content *content = arena_alloc(arena, 1, sizeof *content);
    const char *reason = open_earlier(&quiet, latest.folder, catalogue, content);
    if (reason) {
        *told = news_refused(arena, language, earlier->latest, reason);
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
