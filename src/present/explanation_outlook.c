/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_outlook.h"

#include "pejling/present/explanation_structure.h"
#include "pejling/present/explanation_verdict.h"
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
                  change ? reason_text(finding->estimate.reason, page->language)
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
    const struct gap_verdict *verdict = explained->verdict;
    enum measure measure = explained->request->indicator->measure;
    bool share = measure == MEASURE_SHARE, rate = measure == MEASURE_RATE;
    bool judged = verdict && verdict->decides;
    const struct {
        bool used;
        const char *text;
    } sources[] = {
        {share || measure == MEASURE_SURVEY, "Wilson 1927; Newcombe 1998 (Statist. Med. 17)"},
        {measure == MEASURE_SURVEY, "Kish 1965 (Survey Sampling)"},
        {rate, "Garwood 1936 (Biometrika 28)"},
        {measure == MEASURE_MEAN, "Welch 1947 (Biometrika 34)"},
        {verdict != NULL, "Donner & Zou 2012 (Stat. Methods Med. Res. 21)"},
        {verdict && (share || rate || measure == MEASURE_MEAN), "Hayes & Berry 2006"},
        {verdict != NULL, "Theil 1950; Sen 1968 (JASA 63); Hollander & Wolfe 1999"},
        {verdict != NULL, "Mann 1945 (Econometrica 13); Kendall 1975"},
        {verdict && (share || rate), "Wedderburn 1974 (Biometrika 61); McCullagh & Nelder 1989"},
        {judged, "Aitken 1935 (Proc. R. Soc. Edinb. 55)"},
        {judged, "Paule & Mandel 1982 (J. Res. Natl. Bur. Stand. 87)"},
        {judged, "Knapp & Hartung 2003 (Statist. Med. 22)"},
        {judged, "Schuirmann 1987 (J. Pharmacokinet. Biopharm. 15)"},
        {judged && verdict->b.available, "Smyth 2004 (Stat. Appl. Genet. Mol. Biol. 3)"},
        {judged && verdict->in_family,
         "Holm 1979 (Scand. J. Stat. 6); Benjamini & Hochberg 1995 (JRSS B 57)"},
        {judged, "Fieller 1954 (JRSS B 16)"},
        {explain_has_ages(explained), "Kitagawa 1955 (JASA 50)"},
        {explain_has_ages(explained) && rate, "Dobson et al. 1991 (Statist. Med. 10)"},
    };
    page_section(page, say(page->language, "Kilder til metoderne", "Sources of the methods"));
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (sources[i].used)
            page_item(page, "%s", sources[i].text);
}
