/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_between.h"

#include "pejling/findings/further_comparators.h"
#include "pejling/findings/pooled_areas.h"
#include "pejling/present/explanation_inputs.h"
#include "pejling/present/explanation_verdict.h"
#include "pejling/present/method_words.h"
#include "pejling/present/sentence_between.h"
#include "pejling/present/wording.h"

static const struct period none = {.kind = PERIOD_UNKNOWN};

static const struct finding *between(const struct explained *explained, const struct area *area,
                                     const struct area *other, enum statistic statistic)
{
    return finding_against(explained->findings, explained->request->indicator, area, other,
                           statistic, none);
}

/* `+1,2 (interval −0,3 til +2,7)`, or why there is none. */
static const char *value_text(const struct explained *explained, const struct finding *finding,
                              int decimals)
{
    struct page *page = explained->page;
    const struct estimate *estimate = &finding->estimate;
    if (estimate->state == ESTIMATE_UNDEFINED)
        return arena_printf(page->arena, "– (%s)",
                            explain_reason(page->language, estimate->reason));
    const char *value = page_change(page, estimate->value, decimals);
    if (estimate->state != ESTIMATE_INTERVAL)
        return value;
    return arena_printf(page->arena, say(page->language, "%s (%s til %s)", "%s (%s to %s)"), value,
                        page_change(page, estimate->lower, decimals),
                        page_change(page, estimate->upper, decimals));
}

/* ---- The levels that are compared -------------------------------------------------------------
 */

static void explain_levels(const struct explained *explained, struct compared_areas areas,
                           struct period period)
{
    struct page *page = explained->page;
    const struct indicator *indicator = explained->request->indicator;
    const struct page_column columns[] = {
        {say(page->language, "Område", "Area"), true},
        {explained->unit, false},
        {explain_interval_label(explained), false},
        {say(page->language, "Fil og linje", "File and line"), true}};
    page_say(page,
             say(page->language,
                 "Områderne sammenlignes i %s, den seneste periode, hvor mindst to af dem har et "
                 "åbent tal:",
                 "The areas are compared in %s, the latest period in which two or more of them "
                 "have an open figure:"),
             page_period(page, period));
    struct page_table table = page_table_make(page, columns, 4);
    for (size_t i = 0; i < areas.count; i++) {
        const struct finding *level =
            finding_at(explained->findings, indicator, areas.items[i], STATISTIC_LEVEL, period);
        const struct estimate *estimate = level ? &level->estimate : NULL;
        bool there = estimate && estimate->state != ESTIMATE_UNDEFINED;
        page_cell(&table, areas.items[i]->name);
        page_cell(&table, there ? page_number(page, estimate->value, explained->decimals) : "–");
        page_cell(&table,
                  there && estimate->state == ESTIMATE_INTERVAL
                      ? arena_printf(page->arena, say(page->language, "%s til %s", "%s to %s"),
                                     page_number(page, estimate->lower, explained->decimals),
                                     page_number(page, estimate->upper, explained->decimals))
                      : "–");
        page_cell(&table, there || !estimate
                              ? explain_lines(explained, areas.items[i], NULL, period)
                              : explain_reason(page->language, estimate->reason));
    }
    page_table_end(&table);
}

/* ---- Of an area -------------------------------------------------------------------------------
 */

static void explain_pair(const struct explained *explained, const struct area *area,
                         const struct area *other)
{
    struct page *page = explained->page;
    const struct finding *level = between(explained, area, other, STATISTIC_LEVEL_DIFFERENCE);
    const struct finding *slope = between(explained, area, other, STATISTIC_SLOPE_DIFFERENCE);
    if (!level || !slope)
        return;
    const char *tested =
        slope->has_p
            ? arena_printf(page->arena, say(page->language, ", %s, efter Holm %s", ", %s, Holm %s"),
                           page_p_is(page, slope->p), page_p(page, slope->p_adjusted))
            : "";
    page_item(page,
              say(page->language, "%s minus %s: niveau %s %s; tendens pr. år %s%s",
                  "%s minus %s: level %s %s; slope a year %s%s"),
              area->name, other->name, value_text(explained, level, explained->decimals),
              explained->gap_unit, value_text(explained, slope, explained->decimals + 1), tested);
}

static void explain_rank(const struct explained *explained, struct compared_areas areas)
{
    struct page *page = explained->page;
    const struct area *area = explained->request->area;
    const struct speaker speaker = {page->arena, page->language, explained->findings};
    const struct finding *rank = between(explained, area, NULL, STATISTIC_RANK);
    for (size_t i = 0; i < areas.count; i++)
        if (areas.items[i] != area) /* a pair stands at the first of the two */
            explain_pair(explained, areas.items[i] < area ? areas.items[i] : area,
                         areas.items[i] < area ? area : areas.items[i]);
    if (!rank)
        return;
    const struct finding *pair = NULL;
    for (size_t i = 0; i < areas.count && !pair; i++)
        pair = between(explained, areas.items[0], areas.items[i], STATISTIC_LEVEL_DIFFERENCE);
    page_say(page,
             say(page->language,
                 "Hvert af disse intervaller er på %s %%, så de gælder alle på én gang "
                 "(Bonferroni). Pladsen er det, de tillader: %s.",
                 "Each of these intervals is at %s %%, so they hold all at once (Bonferroni). The "
                 "place is what they allow: %s."),
             page_number(page, 100 * (pair ? pair->confidence : rank->confidence), 1),
             sentence_between_rank(&speaker, rank, &rank, 1).text);
}

/* ---- Of the total -----------------------------------------------------------------------------
 */

static void explain_test(const struct explained *explained, enum statistic statistic)
{
    struct page *page = explained->page;
    const struct finding *test = between(explained, explained->request->area, NULL, statistic);
    const char *label = wording_statistic(page->language, statistic);
    if (test->estimate.state == ESTIMATE_UNDEFINED)
        page_item(page, "%s: – (%s)", label, explain_reason(page->language, test->estimate.reason));
    else
        page_item(page, "%s: %s%s%s (%s)", label, page_number(page, test->estimate.value, 2),
                  test->has_p ? ", " : "", test->has_p ? page_p_is(page, test->p) : "",
                  method_words(page->language, test->estimate.method));
}

static void explain_weights(const struct explained *explained, const struct pooled_areas *pooled)
{
    struct page *page = explained->page;
    const struct page_column columns[] = {
        {say(page->language, "Område", "Area"), true},
        {say(page->language, "Tendens pr. år", "Slope a year"), false},
        {say(page->language, "Standardfejl", "Standard error"), false},
        {say(page->language, "Vægt, %", "Weight, %"), false}};
    double weights = 0;
    for (size_t i = 0; i < pooled->areas.count; i++)
        weights += 1 / (pooled->errors[i] * pooled->errors[i]);
    struct page_table table = page_table_make(page, columns, 4);
    for (size_t i = 0; i < pooled->areas.count; i++) {
        page_cell(&table, pooled->areas.items[i]->name);
        page_cell(&table, page_change(page, pooled->slopes[i], explained->fine));
        page_cell(&table, page_number(page, pooled->errors[i], explained->fine));
        page_cell(&table,
                  page_number(page, 100 / (pooled->errors[i] * pooled->errors[i]) / weights, 1));
    }
    page_table_end(&table);
}

static void explain_pooled(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct findings *findings = explained->findings;
    const struct area *total = explained->request->area;
    const struct speaker speaker = {page->arena, page->language, findings};
    const struct pooled_areas pooled =
        pooled_areas_judge(page->arena, findings->table, &findings->verdicts,
                           explained->request->indicator, total->part_of);
    page_gap(page);
    if (pooled.slope.state == ESTIMATE_INTERVAL) {
        page_say(page, "%s",
                 say(page->language,
                     "Områderne under ét: hvert områdes afgørende tendens i afstanden, vejet med "
                     "den omvendte varians. Standardfejlen er intervallets halve bredde over 1,96.",
                     "The areas as one: each area's deciding slope of the gap, weighted by the "
                     "inverse of its variance. The standard error is half of the interval's width "
                     "over 1.96."));
        explain_weights(explained, &pooled);
        page_say(page,
                 say(page->language,
                     "Sammenligningens egen tendens er fælles for dem, med standardfejlen %s. "
                     "Tilsammen: %s %s pr. år (%s til %s), %s.",
                     "They share the comparator's own slope, with the standard error %s. "
                     "Together: %s %s a year (%s to %s), %s."),
                 page_number(page, pooled.shared_error, explained->fine),
                 page_change(page, pooled.slope.value, explained->fine), explained->gap_unit,
                 page_change(page, pooled.slope.lower, explained->fine),
                 page_change(page, pooled.slope.upper, explained->fine), page_p_is(page, pooled.p));
    }
    page_say(page, "%s",
             sentence_between_pooled(&speaker, explained->request->indicator, total).text);
}

/* ---- Twins and the country --------------------------------------------------------------------
 */

static void explain_further(const struct explained *explained, const struct area *other)
{
    struct page *page = explained->page;
    const struct area *area = explained->request->area;
    const struct finding *gap =
        further_latest(explained->findings, explained->request->indicator, area, other);
    const struct finding *slope = between(explained, area, other, STATISTIC_FURTHER_GAP_SLOPE);
    const struct finding *change = between(explained, area, other, STATISTIC_FURTHER_GAP_CHANGE);
    if (!slope || !change)
        return;
    const char *latest = gap ? arena_printf(page->arena, "%s %s, %s (%s)",
                                            value_text(explained, gap, explained->decimals),
                                            explained->gap_unit, page_period(page, gap->to),
                                            explain_lines(explained, other, NULL, gap->to))
                             : "–";
    page_item(page,
              say(page->language,
                  "Afstand til %s: %s; tendens pr. år %s; ændring siden baseline %s",
                  "Gap to %s: %s; slope a year %s; change since the baseline %s"),
              other->name, latest, value_text(explained, slope, explained->decimals + 1),
              value_text(explained, change, explained->decimals));
}

void explain_between(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct findings *findings = explained->findings;
    const struct catalogue *catalogue = findings->table->catalogue;
    const struct indicator *indicator = explained->request->indicator;
    const struct area *area = explained->request->area;
    const struct compared_areas areas =
        compared_areas_all(page->arena, findings->table, indicator, area->part_of);
    struct period period;
    bool further = false;
    for (size_t i = 0; i < catalogue->area_count; i++)
        further = further || further_comparator(findings->table, indicator, &catalogue->areas[i]);
    if (areas.count < 2 && !further)
        return;
    page_section(page, say(page->language, "Holdt op mod andre områder", "Against other areas"));
    if (compared_areas_latest(findings->table, areas, indicator, &period))
        explain_levels(explained, areas, period);
    if (areas.count > 1 && area->role == AREA_TOTAL) {
        explain_test(explained, STATISTIC_LEVEL_HETEROGENEITY);
        explain_test(explained, STATISTIC_SLOPE_HETEROGENEITY);
        explain_pooled(explained);
    } else if (areas.count > 1) {
        explain_rank(explained, areas);
    }
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (further_comparator(findings->table, indicator, &catalogue->areas[i]))
            explain_further(explained, &catalogue->areas[i]);
}
