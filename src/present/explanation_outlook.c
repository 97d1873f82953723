/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_outlook.h"

#include "pejling/present/explanation_verdict.h"
#include "pejling/present/references.h"
#include "pejling/present/wording.h"

/* Numbers that have no sign: they are sizes or dates. */
static bool is_plain(enum statistic statistic)
{
    return statistic == STATISTIC_DETECTABLE_SLOPE || statistic == STATISTIC_YEARS_TO_PARITY ||
           statistic == STATISTIC_DETECTABLE_CHANGE ||
           statistic == STATISTIC_DETECTABLE_CHANGE_YEARS ||
           statistic == STATISTIC_DETECTABLE_CHANGE_AREAS;
}

static const char *outlook_value(struct page *page, const struct finding *finding, int decimals)
{
    const struct estimate *estimate = &finding->estimate;
    if (finding->statistic == STATISTIC_DETERMINABLE_YEAR ||
        finding->statistic == STATISTIC_VERDICT_YEAR)
        return arena_printf(page->arena, "%d", (int)estimate->value);
    const char *(*show)(struct page *, double, int) =
        is_plain(finding->statistic) ? page_number : page_change;
    const char *value = show(page, estimate->value, decimals);
    if (finding->text)
        return arena_printf(page->arena, say(page->language, "mere end %s", "more than %s"), value);
    if (estimate->state != ESTIMATE_INTERVAL)
        return value;
    return arena_printf(
        page->arena, say(page->language, "%s (interval %s til %s)", "%s (interval %s to %s)"),
        value, show(page, estimate->lower, decimals), show(page, estimate->upper, decimals));
}

static void add_outlook(const struct explained *explained, enum statistic statistic,
                        const char *unit)
{
    struct page *page = explained->page;
    const struct finding *finding = explain_finding(explained, statistic);
    if (!finding)
        return;
    bool slope = statistic_unit(statistic) == UNIT_SLOPE;
    bool change = statistic == STATISTIC_LEVEL_CHANGE || statistic == STATISTIC_GAP_CHANGE;
    int decimals = slope || change ? explained->decimals + slope : 1;
    const char *label = wording_statistic(page->language, statistic);
    if (finding->estimate.state == ESTIMATE_UNDEFINED) {
        page_item(page, "%s: – (%s)", label,
                  change || finding->estimate.reason == REASON_NOT_APPLICABLE
                      ? wording_reason(page->language, finding)
                      : explain_reason(page->language, finding->estimate.reason));
        return;
    }
    const char *years = change
                            ? arena_printf(page->arena, ", %s–%s", page_period(page, finding->from),
                                           page_period(page, finding->to))
                            : "";
    page_item(page, "%s%s: %s%s%s", label, years, outlook_value(page, finding, decimals),
              *unit ? " " : "", unit);
}

void explain_outlook(const struct explained *explained)
{
    struct page *page = explained->page;
    enum language language = page->language;
    page_section(page, say(language, "Siden baseline, og hvad serien kan vise",
                           "Since the baseline, and what the series can show"));
    add_outlook(explained, STATISTIC_LEVEL_CHANGE, explained->gap_unit);
    add_outlook(explained, STATISTIC_GAP_CHANGE, explained->gap_unit);
    add_outlook(explained, STATISTIC_CLOSING_RATE,
                say(language, "pct. af den første afstand", "per cent of the first gap"));
    add_outlook(explained, STATISTIC_DETECTABLE_SLOPE,
                arena_printf(page->arena,
                             say(language, "%s (fire gange ud af fem)", "%s (four times of five)"),
                             explained->gap_unit));
    add_outlook(explained, STATISTIC_DETECTABLE_CHANGE, explained->gap_unit);
    add_outlook(explained, STATISTIC_DETECTABLE_CHANGE_YEARS, explained->gap_unit);
    add_outlook(explained, STATISTIC_DETECTABLE_CHANGE_AREAS, explained->gap_unit);
    add_outlook(explained, STATISTIC_VERDICT_YEAR, "");
    add_outlook(explained, STATISTIC_DETERMINABLE_YEAR, "");
    add_outlook(explained, STATISTIC_YEARS_TO_PARITY,
                say(language, "år efter det sidste år, hvis linjen fortsætter",
                    "years after the last one, if the line goes on"));
    page_say(page, "%s",
             say(language,
                 "Intervallerne for de to ændringer siden baseline rummer kun tilfældig variation "
                 "i de to år (MOVER, Donner & Zou 2012); de er ingen vurdering.",
                 "The intervals of the two changes since the baseline hold random variation in "
                 "those two years only (MOVER, Donner & Zou 2012); they are no verdict."));
}

/* --- references ------------------------------------------------------------------------------- */

void explain_references(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct findings *findings = explained->findings;
    const struct explanation_request *request = explained->request;
    enum measure measure = request->indicator->measure;
    struct reference_set set = {{false}};
    for (size_t i = 0; i < findings->count; i++)
        if (findings->rows[i].indicator == request->indicator &&
            findings->rows[i].area == request->area)
            references_add(&set, &findings->rows[i]);
    if (explained->verdict && (measure == MEASURE_SHARE || measure == MEASURE_RATE))
        set.has[REFERENCE_WEDDERBURN_1974] = set.has[REFERENCE_MCCULLAGH_1989] = true;
    page_section(page, say(page->language, "Kilder til metoderne", "Sources of the methods"));
    for (size_t i = 0; i < REFERENCE_COUNT; i++)
        if (set.has[i])
            page_item(page, "%s", reference_full((enum reference)i));
}
