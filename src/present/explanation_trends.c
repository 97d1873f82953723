/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_trends.h"

static void add_slope(struct page_table *table, const struct explained *explained,
                      const char *label, const struct finding *finding)
{
    struct page *page = table->page;
    if (!finding)
        return;
    const struct estimate *slope = &finding->estimate;
    bool there = slope->state != ESTIMATE_UNDEFINED;
    int decimals = explained->fine;
    page_cell(table, label);
    page_cell(table, there ? page_change(page, slope->value, decimals) : "–");
    page_cell(table, slope->state == ESTIMATE_INTERVAL
                         ? page_interval(page, slope->lower, slope->upper, decimals)
                         : "–");
    page_cell(table, finding->has_p ? page_p(page, finding->p) : "–");
    page_cell(table, there ? arena_printf(page->arena,
                                          say(page->language, "%zu år, %s–%s", "%zu years, %s–%s"),
                                          finding->periods, page_period(page, finding->from),
                                          page_period(page, finding->to))
                           : reason_text(slope->reason, page->language));
}

static struct page_table slope_table(const struct explained *explained,
                                     struct page_column columns[5])
{
    struct page *page = explained->page;
    columns[0] = (struct page_column){"", true};
    columns[1] = (struct page_column){say(page->language, "Pr. år", "Per year"), false};
    columns[2] = (struct page_column){explain_interval_label(explained), false};
    columns[3] = (struct page_column){"p", false};
    columns[4] = (struct page_column){say(page->language, "Grundlag", "Basis"), true};
    return page_table_make(page, columns, 5);
}

/* Why the pack shows another interval than least squares'. */
static void explain_choice(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    if (!verdict || !verdict->decides) {
        page_say(page, "%s",
                 say(page->language, "Der er ingen afgørende tendens: se afsnittet om kravene.",
                     "There is no deciding slope: see the section on the requirements."));
        return;
    }
    page_say(page, "%s",
             say(page->language,
                 "Mindste kvadraters interval regner hvert år som uafhængigt af de andre og "
                 "kender kun den spredning, som seriens egne få år viser. To naboår ligner ofte "
                 "hinanden, og den lighed kan ikke måles i én kort serie. Materialet viser derfor "
                 "vurderingens interval, og ikke mindste kvadraters, når de to er forskellige.",
                 "The least-squares interval takes each year as independent of the others, and "
                 "knows no more of their spread than the few years of this series show. "
                 "Neighbouring years are often alike, and one short series cannot tell how much. "
                 "So the pack shows the verdict's interval, and not that of least squares, where "
                 "the two differ."));
    if (verdict->decides == &verdict->b)
        page_say(page, "%s",
                 say(page->language,
                     "Her afgør motor B: lighed mellem naboår og spredning er skønnet over alle "
                     "serier af samme slags.",
                     "Engine B decides here: likeness of neighbouring years and spread are "
                     "estimated over all series of the kind."));
    else
        page_say(page, "%s",
                 say(page->language,
                     "Her afgør motor A: en fast lighed mellem naboår og det videste af fire "
                     "intervaller.",
                     "Engine A decides here: a fixed likeness of neighbouring years, and the "
                     "widest of four intervals."));
}

static void explain_least_squares(const struct explained *explained)
{
    struct page *page = explained->page;
    struct page_column columns[5];
    struct page_table table = slope_table(explained, columns);
    page_section(page, arena_printf(page->arena,
                                    say(page->language, "Tendens, %s pr. kalenderår",
                                        "Trend, %s per calendar year"),
                                    explained->gap_unit));
    add_slope(&table, explained,
              say(page->language, "Niveau, mindste kvadrater", "Level, least squares"),
              explain_finding(explained, STATISTIC_LEVEL_SLOPE));
    add_slope(&table, explained,
              say(page->language, "Afstand, mindste kvadrater", "Gap, least squares"),
              explain_finding(explained, STATISTIC_GAP_SLOPE));
    add_slope(&table, explained, say(page->language, "Afstand, vurderingens", "Gap, the verdict's"),
              explain_finding(explained, STATISTIC_VERDICT_SLOPE));
    page_table_end(&table);
    page_gap(page);
    if (explained->verdict)
        explain_choice(explained);
}

static const char *towards(const struct page *page, bool is_towards)
{
    return is_towards ? say(page->language, "nærmer sig", "moves towards")
                      : say(page->language, "nærmer sig ikke", "does not move towards");
}

static void explain_split(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct verdict_companions *companions = &explained->companions;
    if (!companions->has_split)
        return;
    page_gap(page);
    page_say(
        page,
        say(page->language,
            "Hvem har flyttet sig? Afstandens hældning (%s) = områdets (%s) minus "
            "sammenligningens (%s) på de samme år. Området %s sammenligningen, og sammenligningen "
            "%s området.",
            "Who moved? The slope of the gap (%s) = the area's (%s) less the comparator's "
            "(%s) over the same years. The area %s the comparator, and the comparator %s the "
            "area."),
        page_change(page, companions->mechanism.gap_slope, explained->fine),
        page_change(page, companions->area_slope, explained->fine),
        page_change(page, companions->other_slope, explained->fine),
        towards(page, companions->mechanism.area_toward),
        towards(page, companions->mechanism.rest_toward));
}

static void explain_quasi(const struct explained *explained, const char *what,
                          const struct quasi_change *quasi)
{
    struct page *page = explained->page;
    if (quasi->change.state == ESTIMATE_INTERVAL)
        page_item(page,
                  say(page->language,
                      "%s: %s pct. pr. år, interval %s, spredningsfaktor %s (mindst 1 i "
                      "intervallet), %s.",
                      "%s: %s per cent a year, interval %s, dispersion %s (at least 1 in the "
                      "interval), %s."),
                  what, page_change(page, quasi->change.value, 1),
                  page_interval(page, quasi->change.lower, quasi->change.upper, 1),
                  page_digits(page, quasi->dispersion, 3), page_p_is(page, quasi->p));
    else
        page_item(page, say(page->language, "%s: intet interval (%s).", "%s: no interval (%s)."),
                  what, reason_text(quasi->change.reason, page->language));
}

static void explain_rank(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct finding *rank = explain_finding(explained, STATISTIC_MANN_KENDALL_S);
    if (!rank || rank->estimate.state == ESTIMATE_UNDEFINED)
        return;
    page_item(page,
              say(page->language,
                  "Mann-Kendall (Mann 1945, Kendall 1975): S = %s for afstanden, af højst %zu; %s.",
                  "Mann-Kendall (Mann 1945, Kendall 1975): S = %s of the gap, of at most %zu; %s."),
              page_change(page, rank->estimate.value, 0), rank->periods * (rank->periods - 1) / 2,
              rank->has_p ? arena_printf(page->arena, say(page->language, "eksakt %s", "exact %s"),
                                         page_p_is(page, rank->p))
                          : say(page->language,
                                "med så få år kan prøven aldrig vise en tendens, så der er intet p",
                                "with so few years it can never show a trend, so there is no p"));
}

static void explain_companions(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct verdict_companions *companions = &explained->companions;
    enum measure measure = explained->request->indicator->measure;
    struct page_column columns[5];
    struct page_table table = slope_table(explained, columns);
    page_section(page, say(page->language, "Ledsagende mål, som ikke afgør noget",
                           "Companions, which decide nothing"));
    add_slope(&table, explained, say(page->language, "Niveau, Theil-Sen", "Level, Theil-Sen"),
              explain_finding(explained, STATISTIC_THEIL_SEN));
    add_slope(&table, explained, say(page->language, "Afstand, Theil-Sen", "Gap, Theil-Sen"),
              explain_finding(explained, STATISTIC_GAP_THEIL_SEN));
    page_table_end(&table);
    explain_rank(explained);
    if (!measure_has_counts(measure))
        return;
    bool rate = companions->is_rate;
    explain_quasi(explained,
                  rate ? say(page->language, "Områdets rate, loglinje (kvasi-Poisson)",
                             "The area's rate, log line (quasi-Poisson)")
                       : say(page->language, "Områdets odds, logitlinje (kvasi-binomial)",
                             "The area's odds, logit line (quasi-binomial)"),
                  &companions->area);
    explain_quasi(explained,
                  rate ? say(page->language, "Forholdet mellem området og resten, samme model",
                             "The ratio of the area to the rest, same model")
                       : say(page->language, "Oddsforholdet mellem området og resten, samme model",
                             "The odds ratio of the area to the rest, same model"),
                  &companions->gap);
}

void explain_slopes(const struct explained *explained)
{
    explain_least_squares(explained);
    if (!explained->verdict)
        return;
    explain_split(explained);
    explain_companions(explained);
}
