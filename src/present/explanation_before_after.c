/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_before_after.h"

#include "pejling/findings/before_after_findings.h"
#include "pejling/present/wording.h"

static const struct finding *at(const struct explained *explained, enum statistic statistic,
                                struct period period)
{
    return finding_at(explained->findings, explained->request->indicator, explained->request->area,
                      statistic, period);
}

/* --- the years on each side --------------------------------------------------------------------- */

static const char *side_text(const struct page *page, double exposure)
{
    return exposure > 0 ? exposure < 100
                              ? say(page->language, "overgang: ikke med", "in transition: left out")
                              : say(page->language, "efter", "after")
                        : say(page->language, "før", "before");
}

static void add_year(struct page_table *table, const struct explained *explained,
                     const struct gap_year *year)
{
    struct page *page = table->page;
    const struct finding *exposure = at(explained, STATISTIC_EXPOSURE, year->cell->period);
    const struct finding *placebo = at(explained, STATISTIC_PLACEBO_CHANGE, year->cell->period);
    if (!exposure)
        return;
    page_cell(table, page_period(page, year->cell->period));
    page_cell(table, page_number(page, exposure->estimate.value, 1));
    page_cell(table, side_text(page, exposure->estimate.value));
    page_cell(table, year->open ? page_change(page, year->gap, explained->decimals)
                                : reason_text(year->cell->reason, page->language));
    page_cell(table, placebo ? page_change(page, placebo->estimate.value, explained->fine) : "–");
}

static void explain_sides(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_series *series = explained->verdict->series;
    const struct page_column columns[] = {
        {say(page->language, "Periode", "Period"), true},
        {say(page->language, "Efter starten, pct.", "After the start, per cent"), false},
        {say(page->language, "Side", "Side"), true},
        {say(page->language, "Afstand", "Gap"), false},
        {say(page->language, "Ændring, hvis datoen lå før den", "Change, were the date before it"),
         false}};
    struct page_table table = page_table_make(page, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < series->year_count; i++)
        add_year(&table, explained, &series->years[i]);
    page_table_end(&table);
    page_gap(page);
}

/* --- the numbers -------------------------------------------------------------------------------- */

static const char *value_text(const struct explained *explained, const struct finding *finding)
{
    struct page *page = explained->page;
    const struct estimate *estimate = &finding->estimate;
    if (estimate->state == ESTIMATE_UNDEFINED)
        return arena_printf(page->arena, "– (%s)", reason_text(estimate->reason, page->language));
    bool size = statistic_unit(finding->statistic) == UNIT_PERCENT ||
                statistic_unit(finding->statistic) == UNIT_NONE ||
                finding->statistic == STATISTIC_REGRESSION_TO_MEAN;
    const char *value = size ? page_number(page, estimate->value, 2)
                             : page_change(page, estimate->value, explained->fine);
    if (estimate->state != ESTIMATE_INTERVAL)
        return value;
    return arena_printf(page->arena, say(page->language, "%s (interval %s)", "%s (interval %s)"),
                        value,
                        page_interval(page, estimate->lower, estimate->upper, explained->fine));
}

static void add_number(const struct explained *explained, enum statistic statistic, const char *how)
{
    const struct finding *finding = explain_finding(explained, statistic);
    if (finding)
        page_item(explained->page, "%s: %s%s%s",
                  wording_statistic(explained->page->language, statistic),
                  value_text(explained, finding), finding_has_value(finding) && *how ? ". " : "",
                  finding_has_value(finding) ? how : "");
}

static void explain_changes(const struct explained *explained)
{
    const enum language language = explained->page->language;
    add_number(explained, STATISTIC_MEAN_GAP_BEFORE, "");
    add_number(explained, STATISTIC_MEAN_GAP_AFTER, "");
    add_number(
        explained, STATISTIC_BEFORE_AFTER_MEAN,
        say(language,
            "Efter minus før. Intervallet er det bredeste af to: t(n − 2) gange årenes "
            "spredning om de to gennemsnit gange √(1/n før + 1/n efter), og z gange den "
            "tilfældighed, der er inden for årene",
            "After less before. The interval is the wider of two: t(n − 2) times the scatter "
            "of the years about the two means times √(1/n before + 1/n after), and z times "
            "the chance within the years"));
    add_number(explained, STATISTIC_BEFORE_AFTER_STEP,
               say(language, "Mindste kvadrater med en fælles hældning og et spring ved starten",
                   "Least squares with one slope and a step at the start"));
    add_number(
        explained, STATISTIC_GAP_SLOPE_BEFORE,
        say(language,
            "Pr. år. Et interval, der rummer 0, viser ikke, at afstanden lå stille: så få år "
            "ser sjældent en drift, der er der (Roth 2022)",
            "A year. An interval that holds 0 does not show that the gap lay still: so few "
            "years seldom see a drift that is there (Roth 2022)"));
    add_number(
        explained, STATISTIC_PLACEBO_SHARE,
        say(language,
            "Pct. af datoerne i tabellen, planens start medregnet; den kan ikke blive mindre "
            "end én af dem, og derfor er der intet p",
            "Per cent of the dates in the table, the plan’s start among them; it cannot be "
            "less than one of them, and so there is no p"));
    add_number(explained, STATISTIC_BREAKDOWN,
               say(language,
                   "(|ændring| − halv intervalbredde) / (største ændring pr. år før × årene fra "
                   "den sidste periode før til gennemsnittet af dem efter), mindst 0 (Rambachan & "
                   "Roth 2023, forenklet). Under 1: kan være "
                   "almindelig drift. En jævn drift gennem alle år flytter gennemsnittene mere end "
                   "det, så over 1 er intet bevis",
                   "(|change| − half the interval) / (largest change a year before × the years "
                   "from the last period before to the mean of those after), at least 0 (Rambachan "
                   "& Roth 2023, simplified). Below "
                   "1: can be ordinary drift. A steady drift through all years moves the means by "
                   "more than that, so above 1 is no proof"));
}

static void explain_regression(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct indicator *indicator = explained->request->indicator;
    const struct finding *expected = explain_finding(explained, STATISTIC_REGRESSION_TO_MEAN_YEAR);
    if (!finding_has_value(expected))
        return;
    const struct chosen_areas chosen = chosen_areas(&explained->findings->verdicts, indicator,
                                                    area_municipality(explained->request->area));
    page_item(
        page,
        say(page->language,
            "%s: %s = i · W / √(W + B). i = %s er gennemsnittet af de %zu største af %d "
            "tilfældige tal (Burrows 1972), W = %s variansen af et år om sin linje (tilfældighed "
            "inden for og mellem årene) og B = %s variansen mellem områdernes egentlige "
            "afstande, begge fra årene før starten i %zu af områderne her%s",
            "%s: %s = i · W / √(W + B). i = %s is the mean of the %zu largest of %d random "
            "values (Burrows 1972), W = %s the variance of a year about its line (chance "
            "within and between years) and B = %s the variance between the areas’ true gaps, "
            "both from the years before the start in %zu of the areas here%s"),
        wording_statistic(page->language, STATISTIC_REGRESSION_TO_MEAN_YEAR),
        page_number(page, chosen.moved, explained->fine), page_number(page, chosen.intensity, 2),
        chosen.count, SELECTION_CANDIDATES, page_digits(page, chosen.within, 3),
        page_digits(page, chosen.between, 3), chosen.measured,
        chosen.measured > 1
            ? ""
            : say(page->language, "; med ét område er B sat til 0, som giver det største tal",
                  "; with one area B is taken as 0, which gives the largest"));
    add_number(explained, STATISTIC_REGRESSION_TO_MEAN,
               say(page->language,
                   "Det foregående delt med antallet af perioder før: i deres gennemsnit vejer det "
                   "ene år, områderne kan være udpeget på, kun så meget",
                   "The preceding divided by the number of periods before: in their mean the one "
                   "year that the areas may be chosen by weighs no more than that"));
}

static void explain_parts(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct finding *gap = explain_finding(explained, STATISTIC_GAP_CHANGE);
    const struct finding *moved = explain_finding(explained, STATISTIC_GAP_CHANGE_MOVED);
    if (!gap || !moved)
        return;
    page_gap(page);
    add_number(explained, STATISTIC_GAP_CHANGE_AREA, "");
    add_number(explained, STATISTIC_GAP_CHANGE_COMPARATOR, "");
    add_number(
        explained, STATISTIC_GAP_CHANGE,
        say(page->language,
            "Den første minus den anden (difference-in-differences). Hver af dem har sit "
            "interval efter MOVER",
            "The first less the second (difference-in-differences). Each has its interval by "
            "MOVER"));
    if (moved->text)
        page_item(page,
                  say(page->language,
                      "%s: hvis interval ikke rummer 0, har flyttet sig; er det kun den enes, skal "
                      "forskellens interval heller ikke rumme 0.",
                      "%s: whose interval leaves out 0 has moved; if only one’s does, that of the "
                      "difference must leave out 0 too."),
                  wording_moved(page->language, moved->text));
}

void explain_before_after(const struct explained *explained)
{
    struct page *page = explained->page;
    char start[PERIOD_TEXT];
    const struct finding *change = explain_finding(explained, STATISTIC_BEFORE_AFTER_MEAN);
    if (!change && !explain_finding(explained, STATISTIC_GAP_CHANGE_MOVED))
        return;
    const struct plan *plan = &explained->findings->table->catalogue->plan;
    page_section(page, arena_printf(page->arena,
                                    say(page->language, "Før og efter planens start, %s",
                                        "Before and after the plan’s start, %s"),
                                    explained->gap_unit));
    if (change) {
        page_say(
            page,
            say(page->language,
                "Planens start er %s. Det følgende er beskrivelse og siger ikke, hvorfor noget "
                "er ændret.",
                "The plan’s start is %s. What follows describes, and does not say why anything "
                "has changed."),
            period_label(start, plan->start));
        explain_sides(explained);
        explain_changes(explained);
        explain_regression(explained);
    }
    explain_parts(explained);
}
