/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/seminar_areas.h"
#include "pejling/present/seminar_chapters.h"
#include "pejling/present/seminar_followup.h"
#include "pejling/present/seminar_methods.h"
#include "pejling/present/seminar_overview.h"
#include "pejling/present/seminar_style.h"
#include "pejling/present/wording.h"

static void write_head(const struct seminar *seminar)
{
    sink_printf(seminar->sink,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                seminar_words(seminar, "da", "en"));
    sink_text(seminar->sink,
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'\">\n");
    html_element(seminar->sink, "title", seminar->catalogue->plan.title);
    seminar_style_write(seminar);
    sink_text(seminar->sink, "</head>\n<body>\n");
}

static void write_link(const struct seminar *seminar, const char *anchor, const char *danish,
                       const char *english)
{
    sink_printf(seminar->sink, "<li><a href=\"#%s\">%s</a></li>\n", anchor,
                seminar_words(seminar, danish, english));
}

static void write_contents(const struct seminar *seminar)
{
    sink_printf(seminar->sink, "<nav aria-label=\"%s\">\n<ol>\n",
                seminar_words(seminar, "Indhold", "Contents"));
    write_link(seminar, "svar", "Det korte svar", "The short answer");
    write_link(seminar, "opfoelgning", "Opfølgning på mål og indikatorer",
               "Follow-up of goals and indicators");
    seminar_chapters_contents(seminar);
    write_link(seminar, "omraader", "Område for område", "Area by area");
    write_link(seminar, "metode", "Sådan er tallene lavet", "How the figures are made");
    write_link(seminar, "datakvalitet", "Datakvalitet", "Data quality");
    write_link(seminar, "ordliste", "Ordliste", "Glossary");
    sink_text(seminar->sink, "</ol>\n</nav>\n");
}

static void write_top(const struct seminar *seminar)
{
    const struct plan *plan = &seminar->catalogue->plan;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    sink_printf(seminar->sink, "<a class=\"skip\" href=\"#indhold\">%s</a>\n<header>\n",
                seminar_words(seminar, "Gå til indholdet", "Skip to the content"));
    html_element(seminar->sink, "h1", plan->title);
    html_element(seminar->sink, "p class=\"muted\"",
                 arena_printf(seminar->speaker.arena, "%s %s · %s %s–%s",
                              seminar_words(seminar, "Udgave", "Edition"), plan->edition,
                              seminar_words(seminar, "helhedsplanen løber", "the plan runs"),
                              period_label(from, plan->start), period_label(to, plan->end)));
    seminar_marks(seminar);
    html_element(seminar->sink, "p class=\"note\"", wording_no_cause(seminar->speaker.language));
    write_contents(seminar);
    sink_text(seminar->sink, "</header>\n<main id=\"indhold\">\n");
}

bool seminar_page_write(const struct place *place, const struct seminar_matter *matter)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct seminar seminar = {
        .sink = sink_open(diagnostics, arena_printf(arena, "%s/seminar.html", place->folder)),
        .place = place,
        .speaker = {arena, diagnostics->language, matter->findings},
        .catalogue = matter->findings->table->catalogue,
        .indicators = followup_indicators(arena, matter->findings->table->catalogue),
        .calibration = matter->calibration,
        .news = matter->news,
    };
    seminar.areas = followup_areas(arena, seminar.catalogue, &seminar.area_count);
    write_head(&seminar);
    write_top(&seminar);
    seminar_overview_write(&seminar);
    seminar_followup_write(&seminar);
    seminar_chapters_write(&seminar);
    seminar_areas_write(&seminar);
    seminar_methods_write(&seminar);
    seminar_quality_write(&seminar);
    seminar_glossary_write(&seminar);
    sink_text(seminar.sink, "</main>\n<footer>\n");
    seminar_marks(&seminar);
    html_element(seminar.sink, "p class=\"muted\"", wording_no_cause(diagnostics->language));
    sink_text(seminar.sink, "</footer>\n</body>\n</html>\n");
    return sink_close(seminar.sink);
}
