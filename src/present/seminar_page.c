/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include <string.h>

#include "pejling/present/followup.h"
#include "pejling/present/hidden_notes.h"
#include "pejling/present/html.h"
#include "pejling/present/trend_figure.h"
#include "pejling/present/wording.h"

struct page {
    struct sink *sink;
    struct diagnostics *diagnostics;
    struct arena *arena;
    enum language language;
    const struct place *place;
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct indicator **indicators; /* in the order of the follow-up table, as are the areas */
    const struct area **areas;
    size_t area_count;
    const struct calibration *calibration; /* NULL where this panel has none */
};

static const char style[] =
    ":root{--ink:#1b1f24;--muted:#5a626c;--line:#b9c0c8;--soft:#f4f1ea;--mark:#ab4610}"
    "*{box-sizing:border-box}"
    "body{margin:0 auto;max-width:80rem;padding:1.5rem;color:var(--ink);background:#fff;"
    "font:1rem/1.5 'Open Sans','Segoe UI',Arial,sans-serif}"
    "h1{font-size:1.9rem;line-height:1.2;margin:.2em 0}h2{font-size:1.4rem;margin:2em 0 .4em}"
    "h3{font-size:1.1rem;margin:1.6em 0 .3em}p{max-width:46rem;margin:.5em 0}"
    "a{color:#1b5e9b}.muted,figcaption,caption{color:var(--muted);font-size:.9rem}"
    ".mark{display:inline-block;border:2px solid var(--mark);color:var(--mark);font-weight:700;"
    "padding:.1em .6em;margin:.2em .4em .2em 0}"
    ".note{background:var(--soft);padding:.8em 1em;max-width:none}"
    "figure{margin:1em 0}img{width:100%;height:auto;display:block}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%;font-size:.88rem}caption{text-align:left}"
    "th,td{text-align:left;vertical-align:top;padding:.3em .5em;border-bottom:1px solid #e3e6ea}"
    "thead th{border-bottom:2px solid var(--line);vertical-align:bottom}"
    "th.goal{background:var(--soft);padding-top:.7em}th.goal "
    "span{font-weight:400;font-size:inherit}td.v{min-width:8.5rem}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.n{white-space:nowrap}td small{display:block;color:var(--muted)}"
    "details{margin:.4em 0}summary{cursor:pointer;color:var(--muted);font-size:.9rem}"
    "footer{margin-top:3em;border-top:1px solid var(--line);padding-top:1em}"
    "@page{size:A4;margin:14mm}"
    "@media print{body{max-width:none;padding:0;font-size:10pt}h2{break-before:page}"
    "section:first-of-type h2,#metode h2,#datakvalitet "
    "h2{break-before:auto}h3+p{break-after:avoid}figure,tr{break-inside:avoid}"
    "h2,h3{break-after:avoid}.scroll{overflow:visible}table{font-size:7.5pt}details{display:none}"
    "thead{display:table-header-group}"
    "}";

static const char *words(const struct page *page, const char *danish, const char *english)
{
    return say(page->language, danish, english);
}

/* Which edition this is, and what its figures are not. */
static void write_marks(const struct page *page)
{
    bool internal = page->findings->table->edition == EDITION_INTERNAL;
    if (!internal && !page->catalogue->plan.illustrative)
        return;
    sink_text(page->sink, "<p>");
    if (page->catalogue->plan.illustrative)
        html_element(page->sink, "strong class=\"mark\"", wording_invented(page->language));
    if (internal)
        html_element(page->sink, "strong class=\"mark\"", wording_internal(page->language));
    sink_text(page->sink, "</p>\n");
}

/* The marks again at the foot of each printed page: literals, since no data may stand in a style.
 */
static void write_page_mark(const struct page *page)
{
    bool internal = page->findings->table->edition == EDITION_INTERNAL;
    bool invented = page->catalogue->plan.illustrative;
    if (!internal && !invented)
        return;
    sink_printf(page->sink, "@page{@bottom-right{content:\"%s%s%s\";font:8pt sans-serif}}",
                invented ? wording_invented(page->language) : "", internal && invented ? " · " : "",
                internal ? wording_internal(page->language) : "");
}

static void write_head(const struct page *page)
{
    const struct plan *plan = &page->catalogue->plan;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    sink_printf(page->sink,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                words(page, "da", "en"));
    sink_text(page->sink,
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'; img-src data:\">\n");
    html_element(page->sink, "title", plan->title);
    sink_printf(page->sink, "<style>%s", style);
    write_page_mark(page);
    sink_text(page->sink, "</style>\n</head>\n<body>\n<header>\n");
    html_element(page->sink, "h1", plan->title);
    html_element(page->sink, "p class=\"muted\"",
                 arena_printf(page->arena, "%s %s · %s %s–%s", words(page, "Udgave", "Edition"),
                              plan->edition, words(page, "helhedsplanen løber", "the plan runs"),
                              period_label(from, plan->start), period_label(to, plan->end)));
    write_marks(page);
    html_element(page->sink, "p class=\"note\"", wording_no_cause(page->language));
    sink_text(page->sink, "</header>\n<main>\n");
}

/* A finding's value over its interval, or why there is none. */
static void write_value(const struct page *page, const struct finding *finding, bool interval)
{
    sink_text(page->sink, "<td class=\"n\">");
    if (!finding || finding->estimate.state == ESTIMATE_UNDEFINED) {
        html_text(page->sink, "–");
    } else {
        html_text(page->sink, wording_value(page->arena, page->language, finding));
        const char *limits = wording_interval(page->arena, page->language, finding);
        if (interval && *limits)
            html_element(page->sink, "small", limits);
    }
    sink_text(page->sink, "</td>");
}

static void write_period(const struct page *page, const struct finding *finding)
{
    char text[PERIOD_TEXT];
    html_element(page->sink, "td class=\"n\"", finding ? period_label(text, finding->from) : "–");
}

/* The verdict in words, over the yearly change that decides it. */
static void write_verdict(const struct page *page, const struct followup_row *row)
{
    const struct finding *slope = row->verdict_slope;
    sink_text(page->sink, "<td class=\"v\">");
    html_text(page->sink, wording_verdict(page->arena, page->language, page->findings,
                                          row->indicator, row->area));
    if (slope && slope->estimate.state == ESTIMATE_INTERVAL)
        html_element(page->sink, "small",
                     arena_printf(page->arena, "%s %s (%s)",
                                  wording_value(page->arena, page->language, slope),
                                  words(page, "pr. år", "a year"),
                                  wording_interval(page->arena, page->language, slope)));
    sink_text(page->sink, "</td>");
}

static void write_row(const struct page *page, const struct followup_row *row)
{
    sink_text(page->sink, "<tr>");
    html_element(page->sink, "th scope=\"row\"", row->area->name);
    write_period(page, row->baseline);
    write_value(page, row->baseline, false);
    write_value(page, row->whole_baseline, false);
    write_period(page, row->latest);
    write_value(page, row->latest, true);
    write_value(page, row->whole_latest, false);
    write_value(page, row->level_change, true);
    write_value(page, row->gap_latest, true);
    write_value(page, row->gap_change, true);
    write_verdict(page, row);
    html_element(page->sink, "td",
                 followup_remark(page->arena, page->language, page->findings, row));
    sink_text(page->sink, "</tr>\n");
}

#define FOLLOWUP_COLUMNS 12

static void write_followup_head(const struct page *page)
{
    static const char *const heads[FOLLOWUP_COLUMNS][2] = {
        {"Boligområde", "Housing area"},
        {"Baseline", "Baseline"},
        {"Område", "Area"},
        {"Kommune", "Municipality"},
        {"Seneste", "Latest"},
        {"Område", "Area"},
        {"Kommune", "Municipality"},
        {"Ændring i område", "Change in area"},
        {"Afstand nu", "Gap now"},
        {"Ændring i afstand", "Change of gap"},
        {"Vurdering af afstanden", "Verdict on the gap"},
        {"Bemærkning", "Remark"},
    };
    sink_text(page->sink, "<thead><tr>");
    for (size_t i = 0; i < FOLLOWUP_COLUMNS; i++)
        html_element(page->sink,
                     i == 0 || i >= FOLLOWUP_COLUMNS - 2 ? "th scope=\"col\""
                                                         : "th scope=\"col\" class=\"n\"",
                     words(page, heads[i][0], heads[i][1]));
    sink_text(page->sink, "</tr></thead>\n");
}

/* What the gaps of an indicator are measured to: one for each municipality of the plan. */
static const char *comparator_names(const struct page *page, const struct indicator *indicator)
{
    const char *names = "";
    struct followup_row row;
    for (size_t i = 0; i < page->catalogue->area_count; i++)
        for (size_t j = 0; j < page->area_count; j++) {
            const struct area *comparator = &page->catalogue->areas[i];
            if (!followup_row(page->findings, indicator, page->areas[j], &row) ||
                row.gap_change->comparator != comparator)
                continue;
            names =
                arena_printf(page->arena, "%s%s%s", names, *names ? ", " : "", comparator->name);
            break;
        }
    return *names ? names : "–";
}

/* The heading row of an indicator: its name, unit, what the gap is measured to, and source. */
static void write_indicator_row(const struct page *page, const struct indicator *indicator)
{
    sink_printf(page->sink, "<tr><th class=\"goal\" scope=\"rowgroup\" colspan=\"%d\">",
                FOLLOWUP_COLUMNS);
    if (indicator->lbf_number)
        sink_printf(page->sink, "%u. ", indicator->lbf_number);
    html_text(page->sink, indicator->name);
    html_text(page->sink, arena_printf(page->arena, " (%s) ", indicator->unit));
    html_element(page->sink, "span class=\"muted\"",
                 arena_printf(page->arena, "%s %s · %s: %s", words(page, "afstand til:", "gap to:"),
                              comparator_names(page, indicator), words(page, "kilde", "source"),
                              indicator->source));
    sink_text(page->sink, "</th></tr>\n");
}

static void write_indicator_rows(const struct page *page, const struct indicator *indicator)
{
    bool headed = false;
    for (size_t i = 0; i < page->area_count; i++) {
        struct followup_row row;
        if (!followup_row(page->findings, indicator, page->areas[i], &row))
            continue;
        if (!headed)
            write_indicator_row(page, indicator);
        headed = true;
        write_row(page, &row);
    }
}

static void write_followup_intro(const struct page *page)
{
    char confidence[NUMBER_TEXT];
    bool english = page->language == LANGUAGE_ENGLISH;
    number_exact(confidence, 100 * page->findings->confidence, english ? '.' : ',');
    html_element(
        page->sink, "p class=\"muted\"",
        arena_printf(
            page->arena,
            say(page->language,
                "Baseline er den seneste måling til og med %d. Tallene under en værdi er grænserne "
                "for det interval, som tilfældig variation alene kan give (%s pct.). Afstand er "
                "området minus det, der står efter »afstand til«: som regel resten af kommunen, "
                "altså kommunen uden områderne. Figurerne viser afstanden til hele kommunen.",
                "Baseline is the last figure up to %d. The numbers below a value are the limits "
                "that random variation alone can give (%s per cent). The gap is area minus "
                "what stands after »gap to«: as a rule the rest of the municipality, the "
                "municipality without the areas. The figures show the gap to all of it."),
            page->catalogue->plan.baseline_year, confidence));
}

/* The fixed indicators stand under their goals, all others together. */
static const char *goal_heading(const struct page *page, const struct indicator *indicator)
{
    bool fixed = indicator->lbf_number && *indicator->goal;
    return fixed ? indicator->goal : words(page, "Andre nøgletal", "Other key figures");
}

static void write_followup(const struct page *page)
{
    const char *goal = NULL;
    sink_text(page->sink, "<section id=\"opfoelgning\">\n");
    html_element(
        page->sink, "h2",
        words(page, "Opfølgning på mål og indikatorer", "Follow-up of goals and indicators"));
    write_followup_intro(page);
    for (size_t i = 0; i < page->catalogue->indicator_count; i++) {
        const struct indicator *indicator = page->indicators[i];
        const char *its = goal_heading(page, indicator);
        if (!goal || strcmp(goal, its) != 0) {
            if (goal)
                sink_text(page->sink, "</tbody></table></div>\n");
            goal = its;
            html_element(page->sink, "h3", goal);
            sink_text(page->sink, "<div class=\"scroll\" tabindex=\"0\"><table>");
            write_followup_head(page);
            sink_text(page->sink, "<tbody>\n");
        }
        write_indicator_rows(page, indicator);
    }
    sink_text(page->sink, goal ? "</tbody></table></div>\n</section>\n" : "</section>\n");
}

static void write_figure(const struct page *page, const char *name, const char *alternative)
{
    sink_text(page->sink, "<figure>\n");
    const char *path = arena_printf(page->arena, "%s/figurer/%s.svg", page->place->folder, name);
    if (!html_picture(page->sink, page->diagnostics, path, alternative))
        html_element(page->sink, "p class=\"note\"",
                     words(page,
                           "Figuren mangler, fordi gnuplot ikke kunne tegne den. Tallene står i "
                           "tabellen.",
                           "The figure is missing because gnuplot could not draw it. The numbers "
                           "are in the table."));
    sink_text(page->sink, "</figure>\n");
}

/* Whose levels stand side by side in the table under a figure. */
static bool is_shown(const struct page *page, const struct indicator *indicator,
                     const struct area *area)
{
    return area->role != AREA_SECTION && area->role != AREA_REST &&
           released_series(page->findings->table, indicator, area).count > 0;
}

static void write_level_row(const struct page *page, const struct indicator *indicator,
                            struct period period)
{
    char text[PERIOD_TEXT];
    sink_text(page->sink, "<tr>");
    html_element(page->sink, "th scope=\"row\"", period_label(text, period));
    for (size_t i = 0; i < page->catalogue->area_count; i++) {
        const struct area *area = &page->catalogue->areas[i];
        if (!is_shown(page, indicator, area))
            continue;
        const struct finding *level =
            finding_at(page->findings, indicator, area, STATISTIC_LEVEL, period);
        html_element(page->sink, "td class=\"n\"",
                     level ? wording_value(page->arena, page->language, level) : "–");
    }
    sink_text(page->sink, "</tr>\n");
}

/* The periods of an indicator in order: each time the least that is later than the last. */
static const struct released_cell *next_period(const struct page *page,
                                               const struct indicator *indicator,
                                               const struct released_cell *last)
{
    const struct released_cell *next = NULL;
    for (size_t i = 0; i < page->catalogue->area_count; i++) {
        const struct area *area = &page->catalogue->areas[i];
        if (!is_shown(page, indicator, area))
            continue;
        struct released_series series = released_series(page->findings->table, indicator, area);
        for (size_t j = 0; j < series.count; j++) {
            const struct released_cell *cell = &series.cells[j];
            bool later = !last || period_compare(cell->period, last->period) > 0;
            if (later && (!next || period_compare(cell->period, next->period) < 0))
                next = cell;
        }
    }
    return next;
}

static void write_levels(const struct page *page, const struct indicator *indicator)
{
    sink_text(page->sink, "<details><summary>");
    html_text(page->sink, words(page, "Tallene bag figuren", "The numbers behind the figure"));
    sink_text(page->sink, "</summary>\n<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
    html_element(page->sink, "th scope=\"col\"", words(page, "Periode", "Period"));
    for (size_t i = 0; i < page->catalogue->area_count; i++)
        if (is_shown(page, indicator, &page->catalogue->areas[i]))
            html_element(page->sink, "th scope=\"col\" class=\"n\"",
                         page->catalogue->areas[i].name);
    sink_text(page->sink, "</tr></thead><tbody>\n");
    for (const struct released_cell *cell = next_period(page, indicator, NULL); cell;
         cell = next_period(page, indicator, cell))
        write_level_row(page, indicator, cell->period);
    sink_text(page->sink, "</tbody></table></div></details>\n");
}

static void write_breaks(const struct page *page, const struct indicator *indicator)
{
    char when[PERIOD_TEXT];
    for (size_t i = 0; i < page->catalogue->break_count; i++) {
        const struct series_break *each = &page->catalogue->breaks[i];
        if (each->indicator && each->indicator != indicator)
            continue;
        html_element(page->sink, "p class=\"muted\"",
                     arena_printf(page->arena, "%s %s%s%s: %s", words(page, "Databrud", "Break"),
                                  wording_break(when, indicator, each->time),
                                  each->area ? ", " : "", each->area ? each->area->name : "",
                                  each->cause));
    }
}

static void write_indicator(const struct page *page, const struct indicator *indicator)
{
    html_element(page->sink, "h3", indicator->name);
    if (trend_figure_has_data(page->findings, indicator))
        write_figure(page, arena_printf(page->arena, "tendens_%s", indicator->code),
                     arena_printf(page->arena, "%s: %s", words(page, "Udvikling", "Development"),
                                  indicator->name));
    if (*indicator->target_group)
        html_element(page->sink, "p class=\"muted\"",
                     arena_printf(page->arena, "%s: %s", words(page, "Målgruppe", "Target group"),
                                  indicator->target_group));
    if (*indicator->note)
        html_element(page->sink, "p class=\"muted\"", indicator->note);
    write_breaks(page, indicator);
    const struct hidden_notes notes = {page->sink, page->arena, page->language, page->findings};
    hidden_notes_indicator(&notes, indicator);
    write_levels(page, indicator);
}

static void write_indicators(const struct page *page)
{
    sink_text(page->sink, "<section id=\"indikatorer\">\n");
    html_element(page->sink, "h2", words(page, "Udvikling år for år", "Year by year"));
    for (size_t i = 0; i < page->catalogue->indicator_count; i++)
        if (!page->indicators[i]->left_out)
            write_indicator(page, page->indicators[i]);
    sink_text(page->sink, "</section>\n");
}

static void write_areas(const struct page *page)
{
    sink_text(page->sink, "<section id=\"omraader\">\n");
    html_element(page->sink, "h2", words(page, "Område for område", "Area by area"));
    for (size_t i = 0; i < page->area_count; i++) {
        const struct area *area = page->areas[i];
        html_element(page->sink, "h3", area->name);
        if (*area->note)
            html_element(page->sink, "p class=\"muted\"", area->note);
        write_figure(page, arena_printf(page->arena, "omraade_%s", area->code),
                     arena_printf(page->arena, "%s %s", area->name,
                                  words(page, "og kommunen på alle indikatorer",
                                        "and the municipality on all indicators")));
    }
    sink_text(page->sink, "</section>\n");
}

/* What the pooled engine found in this edition, for a class of indicators. */
static void write_pool(const struct page *page, enum accrual accrual)
{
    const struct findings *findings = page->findings;
    const struct pool *pool = NULL;
    char rho[NUMBER_TEXT];
    for (size_t i = 0; i < page->catalogue->indicator_count && !pool; i++)
        for (size_t j = 0; j < page->area_count && !pool; j++) {
            const struct gap_verdict *verdict =
                verdict_of(&findings->verdicts, page->indicators[i], page->areas[j]);
            if (verdict && page->indicators[i]->accrual == accrual)
                pool = verdict->pool;
        }
    if (!pool)
        return;
    const char *class = accrual == ACCRUAL_STOCK
                            ? words(page, "Indikatorer på en dato", "Indicators of a date")
                            : words(page, "Indikatorer over et år", "Indicators over a year");
    if (pool->reason)
        html_element(
            page->sink, "p",
            arena_printf(page->arena,
                         say(page->language,
                             "%s: %zu serier er for få til en fælles beregning; hver serie "
                             "er vurderet for sig.",
                             "%s: %zu series are too few to be taken together; each is "
                             "judged by itself."),
                         class, pool->pooled));
    else
        html_element(page->sink, "p",
                     arena_printf(page->arena,
                                  say(page->language,
                                      "%s: %zu serier er vurderet sammen; ligheden mellem "
                                      "naboår (autokorrelation) er anslået til %s.",
                                      "%s: %zu series are judged together; the likeness of "
                                      "neighbouring years (autocorrelation) is put at %s."),
                                  class, pool->pooled,
                                  wording_number(rho, page->language, pool->rho_used, 2)));
}

static const struct calibration_rates *rates_at(const struct page *page, int slope)
{
    const struct calibration_query query = {CALIBRATION_ALL, "", CALIBRATION_RHO_POOLED, slope};
    return page->calibration ? calibration_rates(page->calibration, query) : NULL;
}

/* How often the verdict is wrong, and how often it sees what is there, on this very panel. */
static void write_calibration(const struct page *page)
{
    const struct calibration_rates *none = rates_at(page, 0), *twice = rates_at(page, 2);
    char wrong[NUMBER_TEXT], seen[NUMBER_TEXT], reversed[NUMBER_TEXT];
    if (!none || !twice) {
        html_element(
            page->sink, "p",
            words(
                page,
                "Vurderingens fejlrater er ikke målt på netop disse serier: det er ikke undersøgt, "
                "hvor ofte den tager fejl i serier med denne plans længder og antal personer. "
                "README fortæller, hvordan de måles.",
                "The error rates of the verdict have not been measured on these very series: how "
                "often it is wrong in series as long as this plan's, of as many persons, has not "
                "been studied. README tells how they are measured."));
        return;
    }
    html_element(
        page->sink, "p",
        arena_printf(
            page->arena,
            say(page->language,
                "Målt på netop disse serier med %lu sæt opdigtede tal: Er der ingen ændring, siger "
                "vurderingen alligevel »indsnævres« eller »udvides« i %s pct. af tilfældene. "
                "Ændrer "
                "afstanden sig med det dobbelte af den mindste ændring af betydning, ser den det i "
                "%s pct. af tilfældene og tager fejl af retningen i %s pct.",
                "Measured on these very series with %lu sets of invented figures: where nothing "
                "changes the verdict still says »narrowing« or »widening« in %s per cent of cases. "
                "Where the gap changes by twice the smallest change that matters, it sees that in "
                "%s per cent, and mistakes the direction in %s per cent."),
            page->calibration->replicates,
            wording_number(wrong, page->language, 100 * none->moved, 1),
            wording_number(seen, page->language, 100 * twice->right, 1),
            wording_number(reversed, page->language, 100 * twice->wrong, 1)));
}

/* The rule of the verdict in words, with the numbers that are in it. */
static void write_rule(const struct page *page)
{
    const struct verdict_rule *rule = verdict_rule();
    char delta[NUMBER_TEXT], share[NUMBER_TEXT];
    html_element(page->sink, "h3",
                 words(page, "Vurderingen af afstanden", "The verdict on the gap"));
    html_element(
        page->sink, "p",
        arena_printf(
            page->arena,
            say(page->language,
                "Afstanden vurderes på dens ændring pr. år. Den indsnævres eller udvides, "
                "når intervallet for ændringen ikke rummer 0; den er uændret, når enhver "
                "ændring af betydning (mindst %s pct. af afstanden, eller indikatorens egen "
                "grænse) ligger uden for intervallet; ellers kan det ikke afgøres. Der skal "
                "være mindst %zu år over mindst %s år. »Klart« betyder, at begge "
                "beregninger siger det samme, og at en ændring også holder blandt de mange "
                "tests af de faste indikatorer.",
                "The gap is judged by its change a year. It narrows or widens where the "
                "interval of that change does not hold 0; it is unchanged where every "
                "change that matters (at least %s per cent of the gap, or the indicator's "
                "own limit) lies outside the interval; else it cannot be told. It takes at "
                "least %zu years over at least %s years. »Clearly« means that both "
                "calculations say the same, and that a change stands among the many tests "
                "of the fixed indicators too."),
            wording_number(delta, page->language, 100 * rule->relative_delta, 0), rule->least_years,
            wording_number(share, page->language, rule->least_span, 0)));
    write_pool(page, ACCRUAL_STOCK);
    write_pool(page, ACCRUAL_FLOW);
    write_calibration(page);
}

static void write_method(const struct page *page)
{
    static const char *const lines[][2] = {
        {"Registre tæller alle, så intervallerne handler ikke om stikprøver. De viser, hvor meget "
         "et tal kan svinge tilfældigt fra år til år, så et tilfældigt udsving ikke læses som en "
         "nyhed.",
         "Registers count everybody, so the intervals are not about samples. They show how much a "
         "figure can vary by chance from year to year, so that noise is not read as news."},
        {"Andele: Wilsons interval. Rater: Garwoods eksakte interval. Gennemsnit: t-interval. "
         "Surveys: Wilsons interval på det effektive antal svar; det dækker ikke bortfald.",
         "Shares: Wilson's interval. Rates: Garwood's exact interval. Means: t interval. Surveys: "
         "Wilson's interval on the effective number of answers; it does not cover non-response."},
        {"Hvert område sammenlignes med resten af kommunen, altså kommunen uden helhedsplanens "
         "områder, når der er tal til det; ellers med hele kommunen. Forskellen har Newcombes "
         "interval (metode 10), for rater MOVER og for gennemsnit Welchs.",
         "Each area is compared with the rest of the municipality, the municipality without the "
         "plan's areas, where there are figures for it; else with the whole municipality. The "
         "difference has Newcombe's interval (method 10), for rates MOVER, for means Welch's."},
    };
    sink_text(page->sink, "<section id=\"metode\">\n");
    html_element(page->sink, "h2",
                 words(page, "Sådan er tallene lavet", "How the figures are made"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        html_element(page->sink, "p", words(page, lines[i][0], lines[i][1]));
    const struct hidden_notes notes = {page->sink, page->arena, page->language, page->findings};
    hidden_notes_edition(&notes);
    write_rule(page);
    sink_text(page->sink, "</section>\n");
}

/* `file:line:column`, without what is not known of it. */
static const char *place_text(struct arena *arena, const struct location *at)
{
    const char *text = at->file ? at->file : "";
    if (at->line)
        text = arena_printf(arena, "%s:%u", text, at->line);
    return at->column ? arena_printf(arena, "%s:%u", text, at->column) : text;
}

/* What the reader must know about the data; series left out come first, and are said loudly. */
static void write_quality(const struct page *page)
{
    const struct diagnostics *diagnostics = page->diagnostics;
    const enum problem kinds[] = {PROBLEM_SERIES, PROBLEM_REMARK};
    sink_text(page->sink, "<section id=\"datakvalitet\">\n");
    html_element(page->sink, "h2", words(page, "Datakvalitet", "Data quality"));
    if (diagnostics->of_kind[PROBLEM_SERIES])
        html_element(page->sink, "p class=\"note\"",
                     words(page, "Nogle serier er udeladt på grund af fejl i data:",
                           "Some series are left out because of faulty data:"));
    sink_text(page->sink, "<ul>\n");
    size_t shown = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < diagnostics->count; i++) {
            const struct diagnostic *item = &diagnostics->items[i];
            if (item->problem != kinds[k])
                continue;
            html_element(page->sink, "li",
                         arena_printf(page->arena, "%s: %s", place_text(page->arena, &item->at),
                                      item->text));
            shown++;
        }
    if (!shown)
        html_element(page->sink, "li", words(page, "Ingen bemærkninger.", "No remarks."));
    sink_text(page->sink, "</ul>\n</section>\n");
}

bool seminar_page_write(const struct place *place, const struct findings *findings,
                        const struct calibration *calibration)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *arena = diagnostics->arena;
    const char *path = arena_printf(arena, "%s/seminar.html", place->folder);
    struct page page = {
        .sink = sink_open(diagnostics, path),
        .diagnostics = diagnostics,
        .arena = arena,
        .language = diagnostics->language,
        .place = place,
        .findings = findings,
        .calibration = calibration,
        .catalogue = findings->table->catalogue,
        .indicators = followup_indicators(arena, findings->table->catalogue),
    };
    page.areas = followup_areas(arena, page.catalogue, &page.area_count);
    write_head(&page);
    write_followup(&page);
    write_areas(&page);
    write_indicators(&page);
    write_method(&page);
    write_quality(&page);
    sink_text(page.sink, "</main>\n<footer>\n");
    write_marks(&page);
    html_element(page.sink, "p class=\"muted\"", wording_no_cause(page.language));
    sink_text(page.sink, "</footer>\n</body>\n</html>\n");
    return sink_close(page.sink);
}
