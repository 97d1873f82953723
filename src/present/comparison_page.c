/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/comparison_page.h"

#include "pejling/present/change_words.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/followup.h"
#include "pejling/present/html.h"
#include "pejling/present/news_sheet.h"
#include "pejling/present/seminar.h"
#include "pejling/present/seminar_style.h"
#include "pejling/present/wording.h"

static void write_top(const struct seminar *seminar, const struct comparison *comparison)
{
    struct sink *sink = seminar->sink;
    const char *title = seminar_words(seminar, "To udgaver sammenlignet", "Two editions compared");
    sink_printf(sink,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n",
                seminar_words(seminar, "da", "en"));
    html_element(
        sink, "title",
        arena_printf(seminar->speaker.arena, "%s · %s", title, seminar->catalogue->plan.title));
    seminar_style_write(seminar);
    sink_text(sink, "</head>\n<body>\n<header>\n");
    html_element(sink, "h1", title);
    html_element(sink, "p", seminar->catalogue->plan.title);
    sink_text(sink, "<dl class=\"facts\">\n");
    html_element(sink, "dt", seminar_words(seminar, "Før", "Before"));
    html_element(sink, "dd", comparison->then);
    html_element(sink, "dt", seminar_words(seminar, "Nu", "Now"));
    html_element(sink, "dd", comparison->now);
    sink_text(sink, "</dl>\n");
    seminar_marks(seminar);
    html_element(sink, "p class=\"note\"", wording_no_cause(seminar->speaker.language));
    sink_text(sink, "</header>\n<main id=\"svar\">\n");
}

static void write_part(const struct seminar *seminar, const struct comparison_part *part)
{
    sink_text(seminar->sink, "<section>\n");
    html_element(seminar->sink, "h2", part->heading);
    if (*part->basis)
        html_element(seminar->sink, "p class=\"muted\"", part->basis);
    sink_text(seminar->sink, "<ul>\n");
    for (size_t i = 0; i < part->count; i++)
        html_element(seminar->sink, "li", part->lines[i]);
    sink_text(seminar->sink, "</ul>\n</section>\n");
}

bool comparison_page_write(const struct place *place, const struct comparison *comparison)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *arena = diagnostics->arena;
    const struct findings *now = comparison->news->now;
    struct seminar seminar = {
        .sink = sink_open(diagnostics, arena_printf(arena, "%s/" COMPARISON_PAGE, place->folder)),
        .place = place,
        .speaker = {arena, diagnostics->language, now},
        .catalogue = now->table->catalogue,
    };
    seminar.areas = followup_areas(arena, seminar.catalogue, &seminar.area_count);
    write_top(&seminar, comparison);
    for (size_t i = 0; i < comparison->count; i++)
        write_part(&seminar, &comparison->parts[i]);
    if (*comparison->nothing)
        html_element(seminar.sink, "p", comparison->nothing);
    html_element(seminar.sink, "p class=\"muted\"",
                 change_basis(diagnostics->language, comparison->news));
    sink_text(seminar.sink, "</main>\n</body>\n</html>\n");
    return sink_close(seminar.sink);
}

bool comparison_table_write(const struct place *place, const struct edition_news *news,
                            const char *earlier)
{
    struct sheet sheet = news_sheet(place->diagnostics->arena, place->diagnostics->language,
                                    NEWS_FOR_MACHINES, news, earlier);
    return csv_write(place, COMPARISON_TABLE, &sheet, CSV_MACHINE);
}
