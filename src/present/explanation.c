/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation.h"

#include "pejling/present/explanation_before_after.h"
#include "pejling/present/explanation_between.h"
#include "pejling/present/explanation_engines.h"
#include "pejling/present/explanation_inputs.h"
#include "pejling/present/explanation_outlook.h"
#include "pejling/present/explanation_structure.h"
#include "pejling/present/explanation_targets.h"
#include "pejling/present/explanation_trends.h"
#include "pejling/present/explanation_verdict.h"
#include "pejling/present/indicator_words.h"
#include "pejling/present/wording.h"

static const char *why_comparator(const struct explained *explained)
{
    enum language language = explained->page->language;
    enum measure measure = explained->request->indicator->measure;
    if (!explained->comparator)
        return say(language, "området ligger ikke i en kommune med tal",
                   "the area lies in no municipality with figures");
    if (explained->comparator->role == AREA_REST)
        return say(
            language,
            "kommunen rummer selv områderne; resten af den har ingen personer til fælles med "
            "dem. Valgt én gang for hele serien",
            "the municipality contains the areas; the rest of it has nobody in common with "
            "them. Chosen once for the whole series");
    if (measure == MEASURE_SURVEY)
        return say(
            language,
            "svar på spørgeskemaer kan ikke trækkes fra hinanden; kommunens egen måling er en "
            "selvstændig stikprøve",
            "answers of surveys cannot be subtracted; the municipality's own survey is an "
            "independent sample");
    if (measure == MEASURE_VALUE)
        return say(language, "kun værdier er oplyst, og dem kan en rest ikke regnes af",
                   "only values are given, and no rest can be computed from them");
    return say(language, "resten af kommunen har ingen åbne tal for indikatoren",
               "the rest of the municipality has no open figures of the indicator");
}

static void explain_question(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct explanation_request *request = explained->request;
    const struct indicator *indicator = request->indicator;
    const struct released_table *table = explained->findings->table;
    bool shared = table->edition == EDITION_SHARED;
    page_fact(page, say(page->language, "Indikator", "Indicator"),
              say(page->language, "%s · kode: %s", "%s · code: %s"), indicator->name,
              indicator->code);
    page_fact(page, say(page->language, "Enhed", "Unit"), "%s · %s", explained->unit,
              indicator_polarity(page->language, indicator->polarity));
    page_fact(page, say(page->language, "Område", "Area"),
              say(page->language, "%s · kode: %s", "%s · code: %s"), request->area->name,
              request->area->code);
    page_fact(page, say(page->language, "Udgave", "Edition"), "%s · %s",
              wording_edition(page->arena, page->language, table),
              shared ? say(page->language, "delt", "shared")
                     : say(page->language, "intern", "internal"));
    if (explained->verdict) {
        page_fact(page, say(page->language, "Sammenlignes med", "Compared with"), "%s",
                  explained->comparator ? explained->comparator->name : "–");
        page_fact(page, say(page->language, "Hvorfor den", "Why that"), "%s",
                  why_comparator(explained));
        explain_answer(explained);
    }
    if (*indicator->source)
        page_fact(page, say(page->language, "Kilde", "Source"), "%s", indicator->source);
}

/* An area that is no part of the plan: there is no gap to judge. */
static void explain_alone(const struct explained *explained)
{
    struct page *page = explained->page;
    explain_slopes(explained);
    explain_targets(explained);
    explain_references(explained);
    page_gap(page);
    page_say(page, "%s",
             say(page->language,
                 "Her er ingen vurdering: den gives for planens områder og for områderne samlet, "
                 "holdt op mod kommunen.",
                 "There is no verdict here: it is given for the plan's areas and for the areas "
                 "together, held up against the municipality."));
}

static void explain_verdict(const struct explained *explained)
{
    struct page *page = explained->page;
    explain_slopes(explained);
    explain_requirements(explained);
    explain_engine_a(explained);
    explain_engine_b(explained);
    explain_rule(explained);
    explain_strength(explained);
    explain_outlook(explained);
    explain_before_after(explained);
    explain_structure(explained);
    explain_between(explained);
    explain_targets(explained);
    explain_references(explained);
    page_gap(page);
    page_say(page, "%s",
             say(page->language,
                 "Vurderingen beskriver afstandens udvikling. Helhedsplanen indgår ikke i "
                 "beregningen.",
                 "The verdict describes how the gap develops. The plan is no part of the "
                 "calculation."));
}

const char *explanation_text(struct arena *arena, enum language language,
                             const struct findings *findings,
                             const struct explanation_request *request)
{
    struct page page = {.arena = arena, .language = language};
    const struct indicator *indicator = request->indicator;
    struct explained explained = {
        .page = &page,
        .findings = findings,
        .request = request,
        .verdict = verdict_of(&findings->verdicts, indicator, request->area),
        .decimals = indicator->decimals,
        .fine = indicator->decimals + (indicator->decimals ? 2 : 1),
        .unit = indicator->unit,
        .gap_unit = indicator_difference_unit(indicator, language),
    };
    struct released_series series = released_series(findings->table, indicator, request->area);
    if (explained.verdict) {
        explained.comparator = explained.verdict->series->comparator;
        explained.companions = verdict_companions_make(arena, explained.verdict);
    }
    explain_question(&explained);
    if (series.count == 0) {
        page_gap(&page);
        page_say(&page,
                 say(language, "Der er ingen tal for »%s« i »%s«.",
                     "There are no figures of »%s« in »%s«."),
                 indicator->code, request->area->code);
        explain_targets(&explained);
        return page.text;
    }
    explain_inputs(&explained);
    explain_years(&explained);
    explain_breaks(&explained);
    if (explained.verdict)
        explain_verdict(&explained);
    else
        explain_alone(&explained);
    return page.text;
}
