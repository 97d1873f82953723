/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_frame.h"

#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/seminar_style.h"
#include "pejling/present/wording.h"

struct seminar seminar_open(const struct place *place, const struct seminar_matter *matter,
                            const char *name)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct seminar seminar = {
        .sink = sink_open(diagnostics, arena_printf(arena, "%s/%s", place->folder, name)),
        .place = place,
        .speaker = {arena, diagnostics->language, matter->findings},
        .catalogue = matter->findings->table->catalogue,
        .indicators = followup_indicators(arena, matter->findings->table->catalogue),
        .calibration = matter->calibration,
        .news = matter->news,
    };
    seminar.areas = followup_areas(arena, seminar.catalogue, &seminar.area_count);
    return seminar;
}

void seminar_head(const struct seminar *seminar, const char *title)
{
    sink_printf(seminar->sink,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                seminar_words(seminar, "da", "en"));
    sink_text(seminar->sink,
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'\">\n");
    html_element(seminar->sink, "title", title);
    seminar_style_write(seminar);
    sink_text(seminar->sink, "</head>\n<body>\n");
}

void seminar_top(const struct seminar *seminar, const char *title)
{
    const struct plan *plan = &seminar->catalogue->plan;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    sink_printf(seminar->sink, "<a class=\"skip\" href=\"#indhold\">%s</a>\n<header>\n",
                seminar_words(seminar, "Gå til indholdet", "Skip to the content"));
    html_element(seminar->sink, "h1", title);
    html_element(seminar->sink, "p class=\"muted\"",
                 arena_printf(seminar->speaker.arena, "%s %s · %s %s–%s",
                              seminar_words(seminar, "Udgave", "Edition"), plan->edition,
                              seminar_words(seminar, "helhedsplanen løber", "the plan runs"),
                              period_label(from, plan->start), period_label(to, plan->end)));
    seminar_marks(seminar);
    html_element(seminar->sink, "p class=\"note\"", wording_no_cause(seminar->speaker.language));
}

void seminar_link(const struct seminar *seminar, const char *anchor, const char *danish,
                  const char *english)
{
    sink_printf(seminar->sink, "<li><a href=\"#%s\">%s</a></li>\n", anchor,
                seminar_words(seminar, danish, english));
}

bool seminar_close(const struct seminar *seminar)
{
    sink_text(seminar->sink, "</main>\n<footer>\n");
    seminar_marks(seminar);
    html_element(seminar->sink, "p class=\"muted\"", wording_no_cause(seminar->speaker.language));
    sink_text(seminar->sink, "</footer>\n</body>\n</html>\n");
    return sink_close(seminar->sink);
}
