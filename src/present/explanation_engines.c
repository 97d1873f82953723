/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_engines.h"

#include <math.h>

/* The steps of h that are shown: rho = 0 and rho = 0.5. */
#define STEP_NONE 4
#define STEP_HALF 9
_Static_assert(STEP_HALF < RESIDUAL_CORRELATION_STEPS, "h has these steps");

static const char *confidence_label(struct page *page, double confidence)
{
    return arena_printf(page->arena, say(page->language, "%s %%-interval", "%s%% interval"),
                        page_number(page, 100 * confidence, 0));
}

static const char *class_words(const struct explained *explained)
{
    enum language language = explained->page->language;
    return explained->request->indicator->accrual == ACCRUAL_STOCK
               ? say(language, "bestand: mest de samme personer år efter år",
                     "stock: mostly the same persons year after year")
               : say(language, "strøm: nye hændelser eller en ny årgang hvert år",
                     "flow: new events or a new cohort each year");
}

/* --- engine A --------------------------------------------------------------------------------- */

static void add_interval(struct page_table *table, const struct explained *explained, double slope,
                         struct half_widths half)
{
    struct page *page = table->page;
    page_cell(table, page_interval(page, slope - half.full, slope + half.full, explained->fine));
    page_cell(table, page_interval(page, slope - half.equivalence, slope + half.equivalence,
                                   explained->fine));
}

static void add_fit(struct page_table *table, const struct explained *explained,
                    const struct gap_fit *fit)
{
    struct page *page = table->page;
    const struct gap_known *known = &fit->known;
    const struct gap_random *random = &fit->random;
    if (known->there) {
        page_cell(table, say(page->language, "(i) kendt varians", "(i) known variance"));
        page_cell(table, page_number(page, fit->rho, 1));
        page_cell(table, page_change(page, known->line.slope, explained->fine));
        page_cell(table, page_digits(page, known->standard_error, 3));
        add_interval(table, explained, known->line.slope, known->half);
        page_cell(table, page_p(page, known->p));
    }
    if (random->there) {
        page_cell(table, say(page->language, "(ii) tilfældige år", "(ii) random years"));
        page_cell(table, page_number(page, fit->rho, 1));
        page_cell(table, page_change(page, random->line.slope, explained->fine));
        page_cell(table, page_digits(page, random->standard_error, 3));
        add_interval(table, explained, random->line.slope, random->half);
        page_cell(table, page_p(page, random->p));
    }
}

static void explain_four(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_line *line = &explained->verdict->gap_line;
    double confidence = verdict_rule()->confidence;
    const struct page_column columns[] = {
        {say(page->language, "Linje", "Line"), true},
        {"rho", false},
        {say(page->language, "Pr. år", "Per year"), false},
        {say(page->language, "Std.fejl", "Std. error"), false},
        {confidence_label(page, confidence), false},
        {confidence_label(page, 2 * confidence - 1), false},
        {"p", false},
    };
    struct page_table table = page_table_make(page, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < 2; i++)
        add_fit(&table, explained, &line->fits[i]);
    page_cell(&table, say(page->language, "Motor A: foreningen", "Engine A: the union"));
    page_cell(&table, "");
    page_cell(&table, page_change(page, line->slope.value, explained->fine));
    page_cell(&table, "");
    page_cell(&table, page_interval(page, line->slope.lower, line->slope.upper, explained->fine));
    page_cell(&table,
              page_interval(page, line->equivalence[0], line->equivalence[1], explained->fine));
    page_cell(&table, page_p(page, line->p));
    page_table_end(&table);
}

/* The quantities behind line (ii). */
static void explain_spread(const struct explained *explained)
{
    struct page *page = explained->page;
    for (size_t i = 0; i < 2; i++) {
        const struct gap_fit *fit = &explained->verdict->gap_line.fits[i];
        const struct gap_random *random = &fit->random;
        if (!random->there)
            continue;
        const char *quantile =
            random->standard_error > 0
                ? page_number(page, random->half.full / random->standard_error, 3)
                : "–";
        if (fit->known.there)
            page_item(
                page,
                say(page->language,
                    "rho = %s: z = %s i linje (i). I linje (ii) er tau² = %s (Paule & Mandel), "
                    "Knapp-Hartungs faktor Q/(n-2) = %s, t = %s på %s frihedsgrader, "
                    "t-fraktil %s.",
                    "rho = %s: z = %s in line (i). In line (ii) tau² = %s (Paule & Mandel), "
                    "Knapp and Hartung's factor Q/(n-2) = %s, t = %s on %s degrees of "
                    "freedom, t quantile %s."),
                page_number(page, fit->rho, 1), page_change(page, fit->known.z, 2),
                page_digits(page, random->tau2, 3), page_digits(page, random->factor, 3),
                page_change(page, random->t, 2), page_number(page, random->df, 0), quantile);
        else
            page_item(page,
                      say(page->language,
                          "rho = %s: linje (i) findes ikke, for årenes egen varians er ukendt. I "
                          "linje (ii) er tau² = %s, t = %s på %s frihedsgrader, t-fraktil %s.",
                          "rho = %s: there is no line (i), for the years' own variance is not "
                          "known. In line (ii) tau² = %s, t = %s on %s degrees of freedom, t "
                          "quantile %s."),
                      page_number(page, fit->rho, 1), page_digits(page, random->tau2, 3),
                      page_change(page, random->t, 2), page_number(page, random->df, 0), quantile);
    }
}

void explain_engine_a(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    page_section(page, say(page->language, "Motor A: serien for sig selv",
                           "Engine A: the series by itself"));
    if (!verdict->a.available) {
        page_say(page, "%s",
                 say(page->language, "Motor A giver intet svar: serien opfylder ikke kravene.",
                     "Engine A gives no answer: the series does not meet the requirements."));
        return;
    }
    page_say(
        page,
        say(page->language,
            "Naboårs lighed (rho) kan ikke måles i én kort serie. Den regnes derfor både som 0 "
            "og som den faste værdi %s (%s). Ved hver af dem to linjer: (i) hvor kun "
            "tilfældighed inden for årene tæller (generaliserede mindste kvadrater), og (ii) "
            "hvor årene også svinger af sig selv med varians tau². Foreningen af de fire "
            "intervaller er svaret, og p er det største af de fire.",
            "Likeness of neighbouring years (rho) cannot be measured in one short series. So "
            "it is taken both as 0 and as the fixed value %s (%s). At each, two lines: (i) "
            "where only chance within the years counts (generalised least squares), and (ii) "
            "where the years vary by themselves too, with variance tau². The union of the "
            "four intervals is the answer, and p the largest of the four."),
        page_number(page, verdict->gap_line.fits[1].rho, 1), class_words(explained));
    page_gap(page);
    explain_four(explained);
    page_gap(page);
    explain_spread(explained);
    page_item(page,
              say(page->language, "Linjens afstand, %s: i første år %s, i sidste år %s.",
                  "The line's gap, %s: in the first year %s, in the last %s."),
              explained->gap_unit, page_change(page, verdict->a.first, explained->fine),
              page_change(page, verdict->a.last, explained->fine));
}

/* --- engine B --------------------------------------------------------------------------------- */

static void explain_absent_pool(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct verdict_rule *rule = verdict_rule();
    if (verdict->reason && !verdict->a.available)
        page_say(page, "%s",
                 say(page->language, "Motor B giver intet svar: serien opfylder ikke kravene.",
                     "Engine B gives no answer: the series does not meet the requirements."));
    else if (!verdict->series->counted)
        page_say(page, "%s",
                 say(page->language,
                     "Motor B afgør ikke: kun værdien er oplyst, så årenes egen varians er ukendt, "
                     "og serien kan ikke indgå. Motor A afgør.",
                     "Engine B does not decide: only the value is given, so the years' own "
                     "variance is not known and the series cannot take part. Engine A decides."));
    else if (verdict->pool && verdict->pool->reason)
        page_say(page,
                 say(page->language,
                     "Motor B afgør ikke: den kræver mindst %zu serier af samme slags med mindst "
                     "%s frihedsgrader tilsammen, og her er %zu med %s. Motor A afgør.",
                     "Engine B does not decide: it takes at least %zu series of the kind with at "
                     "least %s degrees of freedom in all, and there are %zu with %s. Engine A "
                     "decides."),
                 rule->pool_series, page_number(page, rule->pool_df, 0), verdict->pool->pooled,
                 page_number(page, verdict->pool->df_sum, 0));
    else
        page_say(page,
                 say(page->language, "Motor B afgør ikke: %s. Motor A afgør.",
                     "Engine B does not decide: %s. Engine A decides."),
                 reason_text(verdict->pooled.reason, page->language));
}

static const char *prior_df(struct page *page, double df)
{
    return isfinite(df) ? page_digits(page, df, 3) : say(page->language, "uendelig", "infinite");
}

/* From how alike neighbouring residuals look to how alike neighbouring years are. */
static void explain_correlation(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct pool *pool = explained->verdict->pool;
    const struct pooled_series *series = &explained->verdict->pooled;
    page_fact(page, say(page->language, "Serier", "Series"),
              say(page->language,
                  "%zu serier af samme slags (%s), %s frihedsgrader; krav mindst %zu og %s",
                  "%zu series of the kind (%s), %s degrees of freedom; at least %zu and %s needed"),
              pool->pooled, class_words(explained), page_number(page, pool->df_sum, 0),
              verdict_rule()->pool_series, page_number(page, verdict_rule()->pool_df, 0));
    page_fact(page, say(page->language, "Rest-lighed r", "Residuals alike, r"),
              say(page->language,
                  "gennemsnit af r over %zu serier = %s (r: lighed mellem naboårs rester om en ret "
                  "linje)",
                  "mean r over %zu series = %s (r: correlation of neighbouring residuals about a "
                  "straight line)"),
              pool->correlations, page_change(page, pool->mean_r, 3));
    page_fact(page, say(page->language, "Forventet h", "Expected h"),
              say(page->language,
                  "så korte serier viser i gennemsnit h(rho), ikke rho: h(0) = %s, h(0,5) = %s",
                  "series this short show h(rho) on average, not rho: h(0) = %s, h(0.5) = %s"),
              page_change(page, pool->mean_h[STEP_NONE], 3),
              page_change(page, pool->mean_h[STEP_HALF], 3));
    page_fact(page, "rho",
              say(page->language,
                  "gennemsnitligt h(rho) = gennemsnitligt r giver %s; brugt (inden for 0 til 0,9): "
                  "%s",
                  "mean h(rho) = mean r gives %s; used (within 0 to 0.9): %s"),
              page_change(page, pool->rho_hat, 3), page_number(page, pool->rho_used, 3));
    if (series->r.state != ESTIMATE_UNDEFINED)
        page_fact(page, say(page->language, "Denne serie", "This series"),
                  say(page->language, "r = %s, forventet h = %s", "r = %s, expected h = %s"),
                  page_change(page, series->r.value, 3), page_change(page, series->expected_r, 3));
}

static void explain_moderation(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct pool *pool = explained->verdict->pool;
    const struct pooled_series *series = &explained->verdict->pooled;
    page_fact(page, say(page->language, "Hældning", "Slope"),
              say(page->language, "%s pr. år (generaliserede mindste kvadrater med dette rho)",
                  "%s a year (generalised least squares with this rho)"),
              page_change(page, series->line.slope, explained->fine));
    page_fact(page, "phi",
              say(page->language,
                  "Q/(n-2) = %s/%s = %s (1: årene svinger kun så meget, som tilfældighed inden for "
                  "årene gør)",
                  "Q/(n-2) = %s/%s = %s (1: the years vary no more than chance within the years)"),
              page_digits(page, series->line.q, 3), page_number(page, series->df, 0),
              page_digits(page, series->phi, 3));
    page_fact(page, say(page->language, "Fælles phi0, d0", "Common phi0, d0"),
              say(page->language, "phi0 = %s med d0 = %s frihedsgrader (Smyth 2004)",
                  "phi0 = %s with d0 = %s degrees of freedom (Smyth 2004)"),
              page_digits(page, pool->moderation.prior_phi, 3),
              prior_df(page, pool->moderation.prior_df));
    page_fact(page, say(page->language, "Modereret phi", "Moderated phi"),
              say(page->language,
                  "(d0 phi0 + (n-2) phi)/(d0 + n-2) = %s: seriens egen spredning trækkes mod den "
                  "fælles",
                  "(d0 phi0 + (n-2) phi)/(d0 + n-2) = %s: the series' own spread is drawn towards "
                  "the common one"),
              page_digits(page, series->moderated_phi, 3));
}

static void explain_pooled_test(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct pooled_series *series = &verdict->pooled;
    double confidence = verdict_rule()->confidence;
    page_fact(page, say(page->language, "Standardfejl", "Standard error"),
              say(page->language, "rod(modereret phi · P) = rod(%s · %s) = %s",
                  "root(moderated phi · P) = root(%s · %s) = %s"),
              page_digits(page, series->moderated_phi, 3),
              page_digits(page, series->line.slope_variance, 3),
              page_digits(page, series->standard_error, 3));
    page_fact(page, say(page->language, "Prøve", "Test"),
              say(page->language, "t = %s på %s frihedsgrader (d0 + n-2, højst %s), %s",
                  "t = %s on %s degrees of freedom (d0 + n-2, at most %s), %s"),
              page_change(page, series->t, 2), page_number(page, series->total_df, 1),
              page_number(page, verdict->pool->df_sum, 0), page_p_is(page, series->p));
    page_fact(
        page, say(page->language, "Interval", "Interval"),
        say(page->language, "%s %%: %s · %s %%: %s", "%s%%: %s · %s%%: %s"),
        page_number(page, 100 * confidence, 0),
        page_interval(page, verdict->b.slope.lower, verdict->b.slope.upper, explained->fine),
        page_number(page, 100 * (2 * confidence - 1), 0),
        page_interval(page, verdict->b.equivalence[0], verdict->b.equivalence[1], explained->fine));
    page_fact(
        page, say(page->language, "Linjens afstand", "The line's gap"),
        say(page->language, "første år %s, sidste år %s %s", "first year %s, last year %s %s"),
        page_change(page, verdict->b.first, explained->fine),
        page_change(page, verdict->b.last, explained->fine), explained->gap_unit);
}

void explain_engine_b(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    page_section(page, say(page->language, "Motor B: alle serier af samme slags under ét",
                           "Engine B: all series of the kind together"));
    if (!verdict->b.available) {
        explain_absent_pool(explained);
        return;
    }
    if (explained->request->area->role == AREA_TOTAL)
        page_say(page, "%s",
                 say(page->language,
                     "Områderne samlet er ikke selv en af serierne: de låner deres fælles lighed "
                     "og spredning.",
                     "The areas together are not one of the series: they borrow the common "
                     "correlation and spread."));
    explain_correlation(explained);
    explain_moderation(explained);
    explain_pooled_test(explained);
}
