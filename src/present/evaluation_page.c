/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_page.h"

#include <string.h>

#include "pejling/present/codebook.h"
#include "pejling/present/codebook_statistics.h"
#include "pejling/present/evaluation_sheet.h"
#include "pejling/present/html.h"
#include "pejling/present/methods_text.h"
#include "pejling/present/seminar_chapters.h"
#include "pejling/present/seminar_methods.h"
#include "pejling/present/wording.h"

static void write_contents(const struct seminar *seminar)
{
    sink_printf(seminar->sink, "<nav aria-label=\"%s\">\n<ol>\n",
                seminar_words(seminar, "Indhold", "Contents"));
    seminar_link(seminar, "hvad", "Hvad siden er, og hvordan den citeres",
                 "What this page is, and how to cite it");
    seminar_chapters_contents(seminar);
    seminar_link(seminar, "metodetekst", "Metode", "Methods");
    seminar_link(seminar, "litteratur", "Litteratur", "References");
    seminar_link(seminar, "kodebog", "Kodebog i kort form", "The codebook in short");
    seminar_link(seminar, "datakvalitet", "Datakvalitet", "Data quality");
    sink_text(seminar->sink, "</ol>\n</nav>\n");
}

static void write_what(const struct seminar *seminar)
{
    static const char *const lines[][2] = {
        {"Siden samler alt, hvad udgaven ved om hver indikator: definition, niveauer og afstande "
         "med "
         "intervaller, tendenser, vurdering og ændringer siden baseline, områdernes forskelle og "
         "planlægning, hvor der er tal til det. De samme tal står i resultater.csv og "
         "resultater.json, en række for hvert; kodebog.csv forklarer hver kolonne og kode.",
         "This page gathers all that the edition knows of each indicator: definition, levels and "
         "gaps "
         "with intervals, slopes, verdict and changes since baseline, how the areas differ, and "
         "planning, where there are figures for it. The same numbers stand in resultater.csv and "
         "resultater.json, a row each; kodebog.csv explains each column and code."},
        {"Tabellerne kan markeres og sættes ind i Word, som de er. Figurerne ligger i mappen "
         "figurer som "
         "SVG og PNG og er 17 cm brede, når de sættes ind. Metoden står også i metode.txt til at "
         "sætte ind.",
         "Tables can be selected and pasted into Word as they are. Figures are in the folder "
         "figurer as "
         "SVG and PNG and are 17 cm wide when they are put in. The methods stand in metode.txt "
         "too, "
         "to paste."},
        {"Hvert tal kan føres tilbage til linjerne i planmappen: ved hver indikator står den "
         "kommando, "
         "der viser vejen. PLANMAPPE er stien til planmappen. Tal for afdelinger står i "
         "tabeller/niveauer.csv, og antallet af personer bag hvert tal i frigivet.csv.",
         "Each number can be traced to the lines of the plan folder: the command that shows the "
         "way "
         "stands with each indicator. PLANFOLDER is the path of the plan folder. Figures of "
         "sections "
         "are in tabeller/niveauer.csv, and the number of persons behind each figure in "
         "frigivet.csv."},
        {"Et område kan få flere svar, der ikke siger det samme, for de svarer på hver sit "
         "spørgsmål. Vurderingen ser på alle år under ét: indsnævres afstanden jævnt? Ændringen "
         "siden baseline ser kun på to år. Før og efter sammenligner gennemsnit på hver side af "
         "planens start; et tal, der er målt efter starten, regnes til efter, også i basisåret. "
         "»Samlet« lægger områdernes personer sammen; »under ét« er gennemsnittet af områdernes "
         "egne tendenser. Ingen af dem siger, hvorfor noget er, som det er.",
         "An area can get several answers that do not say the same, for each answers a question "
         "of its own. The verdict looks at all years as one: does the gap narrow steadily? The "
         "change since baseline looks at two years alone. Before and after compares means on "
         "either side of the plan's start; a figure measured after the start counts as after, in "
         "the baseline year too. »Together« adds up the areas' persons; »as one« is the mean of "
         "the areas' own slopes. None of them says why anything is as it is."},
    };
    sink_text(seminar->sink, "<section id=\"hvad\">\n");
    html_element(seminar->sink, "h2",
                 seminar_words(seminar, "Hvad siden er, og hvordan den citeres",
                               "What this page is, and how to cite it"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        html_element(seminar->sink, "p", seminar_words(seminar, lines[i][0], lines[i][1]));
    html_element(seminar->sink, "h3", seminar_words(seminar, "Sådan citeres", "How to cite"));
    html_element(seminar->sink, "p class=\"note\"",
                 methods_citation(seminar->speaker.arena, seminar->speaker.language,
                                  seminar->speaker.findings));
    sink_text(seminar->sink, "</section>\n");
}

static void write_chapter(const struct seminar *seminar, const struct seminar_goals *goals,
                          size_t number)
{
    bool first = true;
    sink_printf(seminar->sink, "<section id=\"maal-%zu\">\n", number + 1);
    html_element(seminar->sink, "h2", seminar_goal_title(seminar, goals, number));
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++) {
        const struct indicator *indicator = seminar->indicators[i];
        if (indicator->left_out || strcmp(indicator->goal, goals->goals[number]) != 0 ||
            !seminar_has_figures(seminar, indicator))
            continue;
        evaluation_sheet_write(seminar, indicator, first);
        first = false;
    }
    if (first)
        html_element(
            seminar->sink, "p class=\"note\"",
            seminar_words(seminar, "Der er ingen tal endnu.", "There are no figures yet."));
    sink_text(seminar->sink, "</section>\n");
}

static void write_methods(const struct seminar *seminar, const struct methods_text *text)
{
    struct arena *arena = seminar->speaker.arena;
    sink_text(seminar->sink, "<section id=\"metodetekst\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Metode", "Methods"));
    for (size_t i = 0; i < text->count; i++) {
        const struct methods_paragraph *paragraph = &text->paragraphs[i];
        html_element(seminar->sink, "h3", arena_printf(arena, "%zu. %s", i + 1, paragraph->title));
        html_element(seminar->sink, "p",
                     *paragraph->cited
                         ? arena_printf(arena, "%s (%s)", paragraph->text, paragraph->cited)
                         : paragraph->text);
    }
    sink_text(seminar->sink, "</section>\n");
}

static void write_references(const struct seminar *seminar, const struct reference_set *set)
{
    sink_text(seminar->sink, "<section id=\"litteratur\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Litteratur", "References"));
    sink_text(seminar->sink, "<ul>\n");
    for (size_t i = 0; i < REFERENCE_COUNT; i++)
        if (set->has[i])
            html_element(seminar->sink, "li", reference_full((enum reference)i));
    sink_text(seminar->sink, "</ul>\n</section>\n");
}

static bool is_used(const struct findings *findings, enum statistic statistic)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->rows[i].statistic == statistic)
            return true;
    return false;
}

/* The statistics of this edition, each with its definition. */
static void write_codebook(const struct seminar *seminar)
{
    static const char *const heads[][2] = {
        {"Kode", "Code"}, {"Navn", "Name"}, {"Enhed", "Unit"}, {"Definition", "Definition"}};
    enum language language = seminar->speaker.language;
    sink_text(seminar->sink, "<section id=\"kodebog\">\n");
    html_element(seminar->sink, "h2",
                 seminar_words(seminar, "Kodebog i kort form", "The codebook in short"));
    sink_text(seminar->sink, "<table class=\"rows words\">");
    html_element(
        seminar->sink, "caption",
        seminar_words(
            seminar,
            "Størrelserne i resultater.csv. Kolonner, metoder og koder står i " CODEBOOK_FILE
            " og " CODEBOOK_JSON ", på dansk og engelsk",
            "The statistics of resultater.csv. Columns, methods and codes are in " CODEBOOK_FILE
            " and " CODEBOOK_JSON ", in Danish and English"));
    sink_text(seminar->sink, "<thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        html_element(seminar->sink, "th scope=\"col\"", say(language, heads[i][0], heads[i][1]));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
    for (enum statistic i = STATISTIC_LEVEL; i < STATISTIC_COUNT; i++) {
        if (!is_used(seminar->speaker.findings, i))
            continue;
        sink_text(seminar->sink, "<tr>");
        html_element(seminar->sink, "th scope=\"row\"", statistic_code(i));
        seminar_text(seminar, say(language, heads[1][0], heads[1][1]),
                     wording_statistic(language, i));
        seminar_text(seminar, say(language, heads[2][0], heads[2][1]),
                     codebook_statistic(i, ASPECT_UNIT, language));
        html_element(seminar->sink, "td", codebook_statistic(i, ASPECT_VALUE, language));
        sink_text(seminar->sink, "</tr>\n");
    }
    sink_text(seminar->sink, "</tbody></table>\n</section>\n");
}

bool evaluation_page_write(const struct place *place, const struct seminar_matter *matter)
{
    const struct seminar seminar = seminar_open(place, matter, EVALUATION_PAGE);
    struct arena *arena = seminar.speaker.arena;
    const struct seminar_goals goals = seminar_goals(&seminar);
    const struct methods_text text =
        methods_text(arena, seminar.speaker.language, seminar.speaker.findings);
    const char *title = arena_printf(
        arena, "%s: %s", seminar.catalogue->plan.title,
        seminar_words(&seminar, "data til den lokale evaluering", "data for the local evaluation"));
    seminar_head(&seminar, title);
    seminar_top(&seminar, title);
    write_contents(&seminar);
    sink_text(seminar.sink, "</header>\n<main id=\"indhold\">\n");
    write_what(&seminar);
    for (size_t i = 0; i < goals.count; i++)
        write_chapter(&seminar, &goals, i);
    write_methods(&seminar, &text);
    write_references(&seminar, &text.references);
    write_codebook(&seminar);
    seminar_quality_write(&seminar);
    return seminar_close(&seminar);
}
