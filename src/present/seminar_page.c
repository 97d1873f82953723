/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include "pejling/present/seminar_areas.h"
#include "pejling/present/seminar_chapters.h"
#include "pejling/present/seminar_followup.h"
#include "pejling/present/seminar_methods.h"
#include "pejling/present/seminar_overview.h"

static void write_contents(const struct seminar *seminar)
{
    sink_printf(seminar->sink, "<nav aria-label=\"%s\">\n<ol>\n",
                seminar_words(seminar, "Indhold", "Contents"));
    seminar_link(seminar, "svar", "Det korte svar", "The short answer");
    seminar_link(seminar, "opfoelgning", "Opfølgning på mål og indikatorer",
                 "Follow-up of goals and indicators");
    seminar_chapters_contents(seminar);
    seminar_link(seminar, "omraader", "Område for område", "Area by area");
    seminar_link(seminar, "metode", "Sådan er tallene lavet", "How the figures are made");
    seminar_link(seminar, "datakvalitet", "Datakvalitet", "Data quality");
    seminar_link(seminar, "ordliste", "Ordliste", "Glossary");
    sink_text(seminar->sink, "</ol>\n</nav>\n");
}

bool seminar_page_write(const struct place *place, const struct seminar_matter *matter)
{
    const struct seminar seminar = seminar_open(place, matter, "seminar.html");
    const char *title = seminar.catalogue->plan.title;
    seminar_head(&seminar, title);
    seminar_top(&seminar, title);
    write_contents(&seminar);
    sink_text(seminar.sink, "</header>\n<main id=\"indhold\">\n");
    seminar_overview_write(&seminar);
    seminar_followup_write(&seminar);
    seminar_chapters_write(&seminar);
    seminar_areas_write(&seminar);
    seminar_methods_write(&seminar);
    seminar_quality_write(&seminar);
    seminar_glossary_write(&seminar);
    return seminar_close(&seminar);
}
