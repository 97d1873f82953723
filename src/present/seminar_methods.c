/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_methods.h"

#include "pejling/present/glossary.h"
#include "pejling/present/hidden_notes.h"
#include "pejling/present/html.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/wording.h"

/* What the pooled engine found in this edition, for a class of indicators. */
static void write_pool(const struct seminar *seminar, enum accrual accrual)
{
    const struct findings *findings = seminar->speaker.findings;
    const struct pool *pool = NULL;
    char rho[NUMBER_TEXT];
    for (size_t i = 0; i < seminar->catalogue->indicator_count && !pool; i++)
        for (size_t j = 0; j < seminar->area_count && !pool; j++) {
            const struct gap_verdict *verdict =
                verdict_of(&findings->verdicts, seminar->indicators[i], seminar->areas[j]);
            if (verdict && seminar->indicators[i]->accrual == accrual)
                pool = verdict->pool;
        }
    if (!pool || !pool->pooled)
        return;
    const char *class =
        accrual == ACCRUAL_STOCK
            ? seminar_words(seminar, "Indikatorer på en dato", "Indicators of a date")
            : seminar_words(seminar, "Indikatorer over et år", "Indicators over a year");
    if (pool->reason)
        html_element(
            seminar->sink, "p",
            arena_printf(seminar->speaker.arena,
                         say(seminar->speaker.language,
                             "%s: %zu serier er for få til en fælles beregning; hver serie "
                             "er vurderet for sig.",
                             "%s: %zu series are too few to be taken together; each is "
                             "judged by itself."),
                         class, pool->pooled));
    else
        html_element(
            seminar->sink, "p",
            arena_printf(seminar->speaker.arena,
                         say(seminar->speaker.language,
                             "%s: %zu serier er vurderet sammen; ligheden mellem "
                             "naboår (autokorrelation) er anslået til %s.",
                             "%s: %zu series are judged together; the likeness of "
                             "neighbouring years (autocorrelation) is put at %s."),
                         class, pool->pooled,
                         wording_number(rho, seminar->speaker.language, pool->rho_used, 2)));
}

static const struct calibration_rates *rates_at(const struct seminar *seminar, int slope)
{
    const struct calibration_query query = {CALIBRATION_ALL, "", CALIBRATION_RHO_POOLED, slope};
    return seminar->calibration ? calibration_rates(seminar->calibration, query) : NULL;
}

/* How often the verdict is wrong, and how often it sees what is there, on this very panel. */
static void write_calibration(const struct seminar *seminar)
{
    const struct calibration_rates *none = rates_at(seminar, 0), *twice = rates_at(seminar, 2);
    char wrong[NUMBER_TEXT], seen[NUMBER_TEXT], reversed[NUMBER_TEXT];
    if (!none || !twice) {
        html_element(
            seminar->sink, "p",
            seminar_words(
                seminar,
                "Vurderingens fejlrater er ikke målt på netop disse serier: det er ikke undersøgt, "
                "hvor ofte den tager fejl i serier med denne plans længder og antal personer. "
                "Programmets vejledning fortæller, hvordan de måles.",
                "The error rates of the verdict have not been measured on these very series: how "
                "often it is wrong in series as long as this plan's, of as many persons, has not "
                "been studied. The program's manual tells how they are measured."));
        return;
    }
    html_element(
        seminar->sink, "p",
        arena_printf(
            seminar->speaker.arena,
            say(seminar->speaker.language,
                "Målt på netop disse serier med %lu sæt opdigtede tal: Er der ingen ændring, siger "
                "vurderingen alligevel »indsnævres« eller »udvides« i %s pct. af tilfældene. "
                "Ændrer "
                "afstanden sig med det dobbelte af den mindste ændring af betydning, ser den det i "
                "%s pct. af tilfældene og tager fejl af retningen i %s pct.",
                "Measured on these very series with %lu sets of invented figures: where nothing "
                "changes the verdict still says »narrowing« or »widening« in %s per cent of cases. "
                "Where the gap changes by twice the smallest change that matters, it sees that in "
                "%s per cent, and mistakes the direction in %s per cent."),
            seminar->calibration->replicates,
            wording_number(wrong, seminar->speaker.language, 100 * none->moved, 1),
            wording_number(seen, seminar->speaker.language, 100 * twice->right, 1),
            wording_number(reversed, seminar->speaker.language, 100 * twice->wrong, 1)));
}

/* The rule of the verdict in words, with the numbers that are in it. */
static void write_rule(const struct seminar *seminar)
{
    const struct verdict_rule *rule = verdict_rule();
    char full[NUMBER_TEXT], half[NUMBER_TEXT], delta[NUMBER_TEXT], span[NUMBER_TEXT];
    html_element(seminar->sink, "h3",
                 seminar_words(seminar, "Vurderingen af afstanden", "The verdict on the gap"));
    html_element(
        seminar->sink, "p",
        arena_printf(
            seminar->speaker.arena,
            say(seminar->speaker.language,
                "Afstanden vurderes på dens ændring pr. år. Den indsnævres eller udvides, "
                "når %s %%-intervallet for ændringen ikke rummer 0. Den er uændret, når hele "
                "%s %%-intervallet ligger inden for den mindste ændring af betydning: %s pct. af "
                "den gennemsnitlige afstand pr. år, eller indikatorens egen grænse, hvis den er "
                "større; den står på hvert ark. Ellers kan det ikke afgøres. Der skal være "
                "mindst %zu år over mindst %s år. »Klart« betyder, at begge beregninger siger "
                "det samme, og at en ændring også holder, når der tages højde for, at mange "
                "faste indikatorer vurderes på én gang.",
                "The gap is judged by its change a year. It narrows or widens where the %s per "
                "cent interval of that change does not hold 0. It is unchanged where all of the "
                "%s per cent interval lies within the smallest change that matters: %s per cent "
                "of the mean gap a year, or the indicator's own limit where that is more; it "
                "stands on each sheet. Else it cannot be determined. It takes at least %zu years "
                "over at least %s years. »Clearly« means that both calculations say the same, "
                "and that a change also stands when it is allowed for that many fixed "
                "indicators are judged at once."),
            wording_number(full, seminar->speaker.language, 100 * rule->confidence, 0),
            wording_number(half, seminar->speaker.language, 100 * (2 * rule->confidence - 1), 0),
            wording_number(delta, seminar->speaker.language, 100 * rule->relative_delta, 0),
            rule->least_years,
            wording_number(span, seminar->speaker.language, rule->least_span, 0)));
    write_pool(seminar, ACCRUAL_STOCK);
    write_pool(seminar, ACCRUAL_FLOW);
    write_calibration(seminar);
}

void seminar_methods_write(const struct seminar *seminar)
{
    static const char *const lines[][2] = {
        {"Registre tæller alle, så intervallerne handler ikke om stikprøver. De viser, hvor meget "
         "et tal kan svinge tilfældigt fra år til år, så et tilfældigt udsving ikke læses som en "
         "nyhed.",
         "Registers count everybody, so the intervals are not about samples. They show how much a "
         "figure can vary by chance from year to year, so that noise is not read as news."},
        {"Andele: Wilsons interval. Rater: Garwoods eksakte interval. Gennemsnit: t-interval. "
         "Spørgeskemaundersøgelser: Wilsons interval på det effektive antal svar; det dækker ikke "
         "bortfald.",
         "Shares: Wilson's interval. Rates: Garwood's exact interval. Means: t interval. Surveys: "
         "Wilson's interval on the effective number of answers; it does not cover non-response."},
        {"Hvert område sammenlignes med resten af kommunen, altså kommunen uden helhedsplanens "
         "områder, når der er tal til det; ellers med hele kommunen. Forskellen har Newcombes "
         "interval (metode 10), for rater MOVER og for gennemsnit Welchs.",
         "Each area is compared with the rest of the municipality, the municipality without the "
         "plan's areas, where there are figures for it; else with the whole municipality. The "
         "difference has Newcombe's interval (method 10), for rates MOVER, for means Welch's."},
    };
    sink_text(seminar->sink, "<section id=\"metode\">\n");
    html_element(seminar->sink, "h2",
                 seminar_words(seminar, "Sådan er tallene lavet", "How the figures are made"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        html_element(seminar->sink, "p", seminar_words(seminar, lines[i][0], lines[i][1]));
    const struct hidden_notes notes = {seminar->sink, seminar->speaker.arena,
                                       seminar->speaker.language, seminar->speaker.findings};
    hidden_notes_edition(&notes);
    write_rule(seminar);
    sink_text(seminar->sink, "</section>\n");
}

/* `file:line:column`, without what is not known of it. */
static const char *place_text(struct arena *arena, const struct location *at)
{
    const char *text = at->file ? at->file : "";
    if (at->line)
        text = arena_printf(arena, "%s:%u", text, at->line);
    return at->column ? arena_printf(arena, "%s:%u", text, at->column) : text;
}

/* Whether the latest released figure of any area has that status. */
static bool is_latest(const struct seminar *seminar, const struct indicator *indicator,
                      enum figure_status status)
{
    const struct findings *findings = seminar->speaker.findings;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct area *area = seminar->areas[i];
        const struct finding *latest = finding_latest(findings, indicator, area, STATISTIC_LEVEL);
        const struct released_cell *cell =
            latest ? released_cell(findings->table, indicator, area, latest->from) : NULL;
        if (cell && cell->status == status)
            return true;
    }
    return false;
}

static bool is_provisional(const struct seminar *seminar, const struct indicator *indicator)
{
    return is_latest(seminar, indicator, FIGURE_PROVISIONAL);
}

static bool is_estimated(const struct seminar *seminar, const struct indicator *indicator)
{
    return is_latest(seminar, indicator, FIGURE_ESTIMATED);
}

static bool is_broken(const struct seminar *seminar, const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->catalogue->break_count; i++)
        if (seminar->catalogue->breaks[i].indicator == indicator)
            return true;
    return false;
}

/* Whether an area has a figure, and nothing to hold it up against. */
static bool is_alone(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct findings *findings = seminar->speaker.findings;
    for (size_t i = 0; i < seminar->area_count; i++)
        if (finding_latest(findings, indicator, seminar->areas[i], STATISTIC_LEVEL) &&
            !finding_latest(findings, indicator, seminar->areas[i], STATISTIC_GAP))
            return true;
    return false;
}

static bool is_hidden(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct released_table *table = seminar->speaker.findings->table;
    for (size_t i = 0; i < seminar->area_count; i++) {
        struct released_series series = released_series(table, indicator, seminar->areas[i]);
        for (size_t j = 0; j < series.count; j++)
            if (series.cells[j].release == RELEASE_HIDDEN)
                return true;
    }
    return false;
}

/* What the figures themselves say of their quality: an item each, with the indicators it is so of. */
static void write_state(const struct seminar *seminar)
{
    static const struct {
        bool (*holds)(const struct seminar *, const struct indicator *);
        const char *danish, *english;
    } states[] = {
        {is_provisional, "Seneste tal er foreløbige", "The latest figures are provisional"},
        {is_estimated, "Seneste tal er skønnede", "The latest figures are estimates"},
        {is_broken, "Serien har databrud", "The series has breaks"},
        {is_hidden, "Tal for områderne er skjult", "Figures of the areas are hidden"},
        {is_alone, "Der mangler tal for kommunen", "There are no figures of the municipality"},
    };
    bool any = false;
    for (size_t k = 0; k < sizeof states / sizeof *states; k++) {
        const char *names = "";
        for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
            if (states[k].holds(seminar, seminar->indicators[i]))
                names = arena_printf(seminar->speaker.arena, "%s%s%s", names, *names ? "; " : "",
                                     indicator_label(seminar->indicators[i]));
        any = any || *names;
        if (*names)
            html_element(
                seminar->sink, "li",
                arena_printf(seminar->speaker.arena, "%s: %s.",
                             say(seminar->speaker.language, states[k].danish, states[k].english),
                             names));
    }
    if (!any)
        html_element(seminar->sink, "li",
                     seminar_words(seminar, "Ingen særlige forbehold.", "Nothing in particular."));
}

/* What the reader must know about the data; series left out come first, and are said loudly. */
void seminar_quality_write(const struct seminar *seminar)
{
    const struct diagnostics *diagnostics = seminar->place->diagnostics;
    const enum problem kinds[] = {PROBLEM_SERIES, PROBLEM_REMARK};
    sink_text(seminar->sink, "<section id=\"datakvalitet\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Datakvalitet", "Data quality"));
    if (diagnostics->of_kind[PROBLEM_SERIES])
        html_element(seminar->sink, "p class=\"note\"",
                     seminar_words(seminar, "Nogle serier er udeladt på grund af fejl i data:",
                                   "Some series are left out because of faulty data:"));
    sink_text(seminar->sink, "<ul>\n");
    size_t shown = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < diagnostics->count; i++) {
            const struct diagnostic *item = &diagnostics->items[i];
            if (item->problem != kinds[k])
                continue;
            html_element(seminar->sink, "li",
                         arena_printf(seminar->speaker.arena, "%s: %s",
                                      place_text(seminar->speaker.arena, &item->at), item->text));
            shown++;
        }
    if (!shown)
        html_element(seminar->sink, "li",
                     seminar_words(seminar, "Ingen bemærkninger.", "No remarks."));
    sink_text(seminar->sink, "</ul>\n");
    html_element(seminar->sink, "h3", seminar_words(seminar, "Om tallene", "About the figures"));
    sink_text(seminar->sink, "<ul>\n");
    write_state(seminar);
    sink_text(seminar->sink, "</ul>\n</section>\n");
}

void seminar_glossary_write(const struct seminar *seminar)
{
    enum language language = seminar->speaker.language;
    const struct glossary_entry *entry;
    sink_text(seminar->sink, "<section id=\"ordliste\">\n");
    html_element(seminar->sink, "h2", seminar_words(seminar, "Ordliste", "Glossary"));
    sink_text(seminar->sink, "<dl class=\"words\">\n");
    for (size_t i = 0; (entry = glossary_at(language, i)); i++) {
        html_element(seminar->sink, "dt", say(language, entry->danish_term, entry->english_term));
        html_element(seminar->sink, "dd",
                     say(language, entry->danish_meaning, entry->english_meaning));
    }
    sink_text(seminar->sink, "</dl>\n</section>\n");
}
