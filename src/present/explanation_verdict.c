/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_verdict.h"

#include <math.h>

#include "pejling/present/wording.h"

static const char *verdict_words(enum language language, enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_NARROWING:
        return say(language, "indsnævres", "narrowing");
    case VERDICT_WIDENING:
        return say(language, "udvides", "widening");
    case VERDICT_UNCHANGED:
        return say(language, "uændret", "unchanged");
    case VERDICT_NOT_DETERMINABLE:
    case VERDICT_COUNT:
        break;
    }
    return say(language, "kan ikke afgøres", "cannot be determined");
}

static const char *strength_words(enum language language, enum verdict_strength strength)
{
    if (strength == STRENGTH_NONE)
        return "–";
    return strength == STRENGTH_FIRM ? say(language, "klar", "firm")
                                     : say(language, "antydet", "indicated");
}

static const char *direction_words(enum language language, enum verdict_direction direction)
{
    switch (direction) {
    case DIRECTION_BETTER:
        return say(language, "til det bedre", "for the better");
    case DIRECTION_WORSE:
        return say(language, "til det værre", "for the worse");
    case DIRECTION_NEUTRAL:
        return say(language, "neutral: indikatoren har ingen god retning",
                   "neutral: the indicator has no good direction");
    case DIRECTION_NONE:
        break;
    }
    return "–";
}

const char *explain_reason(enum language language, enum reason reason)
{
    if (reason == REASON_SERIES_BREAK)
        return say(language, "for få år efter det seneste brud",
                   "too few years since the latest break");
    if (reason == REASON_NOT_APPLICABLE)
        return say(language, "ikke relevant her", "does not apply here");
    return reason_text(reason, language);
}

void explain_answer(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const char *words = verdict_words(page->language, verdict->verdict);
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        page_fact(page, say(page->language, "Vurdering", "Verdict"), "%s (%s)", words,
                  explain_reason(page->language, verdict->reason));
    else
        page_fact(page, say(page->language, "Vurdering", "Verdict"),
                  say(page->language, "afstanden: %s · styrke: %s · retning: %s",
                      "the gap: %s · strength: %s · direction: %s"),
                  words, strength_words(page->language, verdict->strength),
                  direction_words(page->language, verdict->direction));
    if (verdict->decides)
        page_fact(
            page, say(page->language, "Ændring pr. år", "Change a year"),
            say(page->language, "%s %s, interval %s (motor %s)", "%s %s, interval %s (engine %s)"),
            page_change(page, verdict->decides->slope.value, explained->decimals + 1),
            explained->gap_unit,
            page_interval(page, verdict->decides->slope.lower, verdict->decides->slope.upper,
                          explained->decimals + 1),
            verdict->decides == &verdict->b ? "B" : "A");
}

/* --- what a series must have ------------------------------------------------------------------ */

static void add_requirement(struct page_table *table, const char *what, const char *least,
                            const char *has, bool met)
{
    page_cell(table, what);
    page_cell(table, least);
    page_cell(table, has);
    page_cell(table, page_met(table->page, met));
}

static void add_number(struct page_table *table, const char *what, double least, double has)
{
    struct page *page = table->page;
    bool whole = fabs(has - number_round(has, 0)) < 1e-9;
    add_requirement(table, what,
                    arena_printf(page->arena, say(page->language, "mindst %s", "at least %s"),
                                 page_number(page, least, 0)),
                    page_number(page, has, whole ? 0 : 1), has >= least);
}

static const char *yes(const struct page *page, bool yes)
{
    return yes ? say(page->language, "ja", "yes") : say(page->language, "nej", "no");
}

/* A day short of the span is enough: the middle of a leap year lies half a day later. */
static void add_span(struct page_table *table, double least, double has)
{
    struct page *page = table->page;
    add_requirement(table,
                    say(page->language, "År fra første til sidste", "Years from first to last"),
                    arena_printf(page->arena, say(page->language, "mindst %s", "at least %s"),
                                 page_number(page, least, 0)),
                    page_number(page, has, 2), has >= least - 0.003);
}

static void add_requirements(struct page_table *table, const struct explained *explained)
{
    struct page *page = table->page;
    const struct verdict_rule *rule = verdict_rule();
    const struct gap_series *series = explained->verdict->series;
    const struct verdict_companions *companions = &explained->companions;
    enum language language = page->language;
    bool trend = explained->request->indicator->has_trend;
    bool survey = explained->request->indicator->measure == MEASURE_SURVEY;
    add_requirement(
        table, say(language, "Indikatoren kan have en tendens", "The indicator may have a trend"),
        yes(page, true), yes(page, trend), trend);
    add_requirement(
        table,
        say(language, "Der er noget at sammenligne med", "There is something to compare with"),
        yes(page, true), yes(page, series->comparator != NULL), series->comparator != NULL);
    add_number(table,
               series->broken ? say(language, "Åbne år efter det seneste brud",
                                    "Open years since the latest break")
                              : say(language, "Åbne år", "Open years"),
               (double)rule->least_years, (double)series->points.n);
    if (series->points.n == 0)
        return;
    add_span(table, rule->least_span, companions->span);
    if (companions->has_base)
        add_number(table,
                   survey ? say(language, "Effektivt antal svar, midterste år",
                                "Effective answers, middle year")
                          : say(language, "Personer i området, midterste år",
                                "Persons in the area, middle year"),
                   rule->least_base, companions->median_base);
    if (companions->has_events)
        add_number(table, say(language, "Med egenskaben, alle år", "With the property, all years"),
                   rule->least_events, companions->events);
    if (companions->has_without)
        add_number(table,
                   say(language, "Uden egenskaben, alle år", "Without the property, all years"),
                   rule->least_events, companions->without);
}

void explain_requirements(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct page_column columns[] = {
        {say(page->language, "Krav", "Requirement"), true},
        {say(page->language, "Grænse", "Limit"), false},
        {say(page->language, "Denne serie", "This series"), false},
        {"", true},
    };
    struct page_table table = page_table_make(page, columns, sizeof columns / sizeof *columns);
    page_section(page, say(page->language, "Kan serien bedømmes?", "May the series be judged?"));
    add_requirements(&table, explained);
    page_table_end(&table);
    page_gap(page);
    if (explained->companions.has_events && explained->findings->table->edition == EDITION_SHARED)
        page_say(page, "%s",
                 say(page->language, "Antallene er regnet tilbage fra de frigivne, afrundede tal.",
                     "The counts are computed back from the released, rounded figures."));
    if (verdict->series->hidden_count)
        page_say(page,
                 say(page->language, "%zu år i serien er skjult og tæller ikke med.",
                     "%zu years of the series are hidden and do not count."),
                 verdict->series->hidden_count);
    if (verdict->reason && !verdict->decides)
        page_say(page,
                 say(page->language, "Serien kan ikke bedømmes: %s.",
                     "The series cannot be judged: %s."),
                 explain_reason(page->language, verdict->reason));
    else
        page_say(page, "%s",
                 say(page->language, "Alle krav er opfyldt.", "All requirements are met."));
}

/* --- the rule --------------------------------------------------------------------------------- */

static void rule_line(const struct explained *explained, const char *number, enum verdict_line line,
                      bool met)
{
    struct page *page = explained->page;
    page_fact(page, arena_printf(page->arena, say(page->language, "Linje %s", "Line %s"), number),
              "%s: %s", verdict_line_text(line, page->language), page_met(page, met));
}

static void explain_delta(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    page_say(page,
             say(page->language,
                 "Mindste ændring af betydning: delta = det største af %s %% af den "
                 "gennemsnitlige afstand (%s) og %s, dvs. %s %s pr. år.",
                 "Smallest change that matters: delta = the larger of %s%% of the mean gap (%s) "
                 "and %s, that is %s %s a year."),
             page_number(page, 100 * verdict->delta.relative, 0),
             page_change(page, verdict->series->mean_gap, explained->decimals + 1),
             page_digits(page, verdict->delta.absolute, 2),
             page_number(page, verdict->decides->judgement.delta, explained->fine),
             explained->gap_unit);
}

static void explain_moved(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct engine_answer *answer = explained->verdict->decides;
    const struct estimate *slope = &answer->slope;
    bool moved = slope->lower > 0 || slope->upper < 0;
    rule_line(explained, "2", VERDICT_LINE_MOVED, moved);
    page_fact(page, "",
              say(page->language, "%s %%-interval %s; 0 ligger %s det.",
                  "%s%% interval %s; 0 lies %s it."),
              page_number(page, 100 * verdict_rule()->confidence, 0),
              page_interval(page, slope->lower, slope->upper, explained->fine),
              moved ? say(page->language, "uden for", "outside")
                    : say(page->language, "inden for", "inside"));
    if (!moved)
        return;
    page_fact(page, "",
              say(page->language,
                  "Linjens afstand går fra %s til %s: størrelsen ændrer sig med %s, altså: %s.%s",
                  "The line's gap goes from %s to %s: its size changes by %s, so: %s.%s"),
              page_change(page, answer->first, explained->fine),
              page_change(page, answer->last, explained->fine),
              page_change(page, answer->judgement.change, explained->fine),
              verdict_words(page->language, answer->judgement.verdict),
              answer->judgement.crossed ? say(page->language, " Afstanden har skiftet fortegn.",
                                              " The gap has changed sign.")
                                        : "");
}

static bool is_equivalent(const struct engine_answer *answer)
{
    return answer->equivalence[0] > -answer->judgement.delta &&
           answer->equivalence[1] < answer->judgement.delta;
}

static void explain_rest_of_rule(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct engine_answer *answer = explained->verdict->decides;
    bool moved = answer->slope.lower > 0 || answer->slope.upper < 0;
    bool equivalent = is_equivalent(answer);
    double delta = answer->judgement.delta;
    rule_line(explained, "3", VERDICT_LINE_EQUIVALENT, equivalent);
    page_fact(
        page, "",
        say(page->language, "%s %%-interval %s; grænser %s%s.", "%s%% interval %s; limits %s%s."),
        page_number(page, 100 * (2 * verdict_rule()->confidence - 1), 0),
        page_interval(page, answer->equivalence[0], answer->equivalence[1], explained->fine),
        page_interval(page, -delta, delta, explained->fine),
        moved ? say(page->language, " (linje 2 går forud)", " (line 2 goes first)") : "");
    rule_line(explained, "4", VERDICT_LINE_IMPRECISE, !moved && !equivalent);
}

/* Hidden years: whether the answer is the same wherever they lie. */
static void explain_hidden(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct gap_series *series = verdict->series;
    rule_line(explained, "1b", VERDICT_LINE_HIDDEN, verdict->line == VERDICT_LINE_HIDDEN);
    if (series->hidden_count == 0)
        page_fact(page, "", "%s",
                  say(page->language, "Ingen år i serien er skjult.",
                      "No year of the series is hidden."));
    else if (verdict->reason == REASON_IMPRECISE)
        page_fact(page, "",
                  say(page->language,
                      "%zu år er skjult; de åbne år giver intet svar, som de kunne ændre.",
                      "%zu years are hidden; the open years give no answer that they could "
                      "change."),
                  series->hidden_count);
    else if (series->bounded_count < series->hidden_count)
        page_fact(page, "",
                  say(page->language,
                      "%zu år er skjult, heraf %zu uden kendte grænser: de kan ligge hvor som "
                      "helst.",
                      "%zu years are hidden, %zu of them without known limits: they may lie "
                      "anywhere."),
                  series->hidden_count, series->hidden_count - series->bounded_count);
    else
        page_fact(page, "",
                  verdict->line == VERDICT_LINE_HIDDEN
                      ? say(page->language,
                            "%zu år er skjult; inden for deres kendte grænser kan svaret skifte.",
                            "%zu years are hidden; within their known limits the answer can "
                            "change.")
                      : say(page->language,
                            "%zu år er skjult; svaret er det samme overalt inden for deres kendte "
                            "grænser.",
                            "%zu years are hidden; the answer is the same all over their known "
                            "limits."),
                  series->hidden_count);
}

/* What speaks against the two movements, where neither is the verdict. */
static void against_movement(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct engine_answer *answer = explained->verdict->decides;
    bool moved = answer->slope.lower > 0 || answer->slope.upper < 0;
    bool leans = fabs(answer->judgement.change) > 0;
    if (moved) {
        enum verdict given = answer->judgement.verdict;
        enum verdict other = given == VERDICT_NARROWING ? VERDICT_WIDENING : VERDICT_NARROWING;
        page_item(page,
                  say(page->language, "Ikke »%s«: linjens afstand ændrer størrelse med %s.",
                      "Not »%s«: the line's gap changes size by %s."),
                  verdict_words(page->language, other),
                  page_change(page, answer->judgement.change, explained->fine));
        return;
    }
    page_item(page,
              say(page->language,
                  "Hverken »%s« eller »%s«: 0 ligger i intervallet, så begge fortegn er mulige.",
                  "Neither »%s« nor »%s«: 0 lies in the interval, so both signs are possible."),
              verdict_words(page->language, VERDICT_NARROWING),
              verdict_words(page->language, VERDICT_WIDENING));
    if (leans && explained->verdict->verdict == VERDICT_NOT_DETERMINABLE)
        page_item(page,
                  say(page->language, "Linjen hælder mod »%s«, men det er ikke et svar.",
                      "The line leans towards »%s«, but that is no answer."),
                  verdict_words(page->language, answer->judgement.change < 0 ? VERDICT_NARROWING
                                                                             : VERDICT_WIDENING));
}

static void explain_others(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct engine_answer *answer = verdict->decides;
    const char *unchanged = verdict_words(page->language, VERDICT_UNCHANGED);
    bool moved = answer->slope.lower > 0 || answer->slope.upper < 0;
    page_gap(page);
    page_say(page, "%s",
             say(page->language, "Hvorfor ikke de andre svar:", "Why not the other answers:"));
    if (verdict->line == VERDICT_LINE_HIDDEN)
        page_item(page,
                  say(page->language,
                      "De åbne år alene ville give »%s«, men skjulte år kan ændre det.",
                      "The open years alone would give »%s«, but hidden years could change it."),
                  verdict_words(page->language, answer->judgement.verdict));
    against_movement(explained);
    if (moved)
        page_item(page,
                  say(page->language, "Ikke »%s«: linje 2 er opfyldt og går forud for linje 3.",
                      "Not »%s«: line 2 is met and goes before line 3."),
                  unchanged);
    else if (!is_equivalent(answer))
        page_item(page,
                  say(page->language,
                      "Ikke »%s«: intervallet når ud til %s, og alt ud over ± %s er en ændring af "
                      "betydning.",
                      "Not »%s«: the interval reaches %s, and all beyond ± %s is a change that "
                      "matters."),
                  unchanged,
                  page_change(page,
                              -answer->equivalence[0] > answer->equivalence[1]
                                  ? answer->equivalence[0]
                                  : answer->equivalence[1],
                              explained->fine),
                  page_number(page, answer->judgement.delta, explained->fine));
    if (verdict->verdict != VERDICT_NOT_DETERMINABLE)
        page_item(
            page,
            say(page->language, "Ikke »%s«: linje %s er opfyldt.", "Not »%s«: line %s is met."),
            verdict_words(page->language, VERDICT_NOT_DETERMINABLE), moved ? "2" : "3");
}

void explain_rule(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    page_section(page, say(page->language, "Reglen: den første linje, der er opfyldt, giver svaret",
                           "The rule: the first line that is met gives the answer"));
    if (verdict->decides)
        explain_delta(explained);
    rule_line(explained, "1", VERDICT_LINE_ADMISSIBLE, !verdict->decides);
    if (verdict->decides) {
        explain_hidden(explained);
        explain_moved(explained);
        explain_rest_of_rule(explained);
    } else {
        page_fact(
            page, say(page->language, "Linje 1b-4", "Lines 1b-4"), "%s",
            say(page->language,
                "ikke prøvet: »indsnævres«, »udvides« og »uændret« kræver alle en "
                "serie, der kan bedømmes",
                "not tried: »narrowing«, »widening« and »unchanged« all need a series that may "
                "be judged"));
    }
    page_gap(page);
    page_say(page, say(page->language, "Svar: %s%s%s%s.", "Answer: %s%s%s%s."),
             verdict_words(page->language, verdict->verdict), verdict->reason ? " (" : "",
             explain_reason(page->language, verdict->reason), verdict->reason ? ")" : "");
    if (verdict->decides)
        explain_others(explained);
}

/* --- strength and the family ------------------------------------------------------------------ */

static void explain_family(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    if (!verdict->in_family)
        page_say(page, "%s",
                 say(page->language,
                     "Mange prøver: afstanden hører ikke til familien, som er de faste indikatorer "
                     "i planens områder. Dens p justeres ikke, og en bevægelse kan højst være "
                     "antydet.",
                     "Many tests: this gap is not of the family, which is the fixed indicators in "
                     "the plan's areas. Its p is not adjusted, and a movement can be indicated at "
                     "most."));
    else if (!verdict->test.is_tested)
        page_say(page,
                 say(page->language,
                     "Mange prøver: familien har %zu prøver; denne serie kunne ikke prøves og "
                     "tæller ikke med.",
                     "Many tests: the family has %zu tests; this series could not be tested and "
                     "does not count."),
                 explained->findings->verdicts.family_size);
    else
        page_say(page,
                 say(page->language,
                     "Mange prøver: nr. %zu af familiens %zu (de faste indikatorer i planens "
                     "områder), mindste p først. Ujusteret p: %s; efter Benjamini & "
                     "Hochberg: %s; efter Holm: %s.",
                     "Many tests: no. %zu of the family's %zu (the fixed indicators in the plan's "
                     "areas), smallest p first. Unadjusted p: %s; by Benjamini & Hochberg: "
                     "%s; by Holm: %s."),
                 verdict->test.rank, explained->findings->verdicts.family_size,
                 page_p(page, verdict->test.p), page_p(page, verdict->test.bh),
                 page_p(page, verdict->test.holm));
}

static void explain_firm(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    const struct engine_answer *a = &verdict->a, *b = &verdict->b;
    bool agree = a->available && b->available && a->judgement.verdict == b->judgement.verdict;
    const char *none = say(page->language, "intet svar", "no answer");
    page_say(page, "%s", say(page->language, "»Klart« kræver:", "»Firm« takes:"));
    page_item(page,
              say(page->language, "begge motorer siger det samme: %s (A: %s; B: %s)",
                  "both engines say the same: %s (A: %s; B: %s)"),
              page_met(page, agree),
              a->available ? verdict_words(page->language, a->judgement.verdict) : none,
              b->available ? verdict_words(page->language, b->judgement.verdict) : none);
    page_item(page,
              say(page->language, "årenes egen varians er kendt: %s",
                  "the years' own variance is known: %s"),
              page_met(page, verdict->series->counted));
    if (verdict->line == VERDICT_LINE_MOVED)
        page_item(page,
                  say(page->language, "blandt familiens mange prøver, justeret p højst %s: %s",
                      "among the family's many tests, adjusted p at most %s: %s"),
                  page_number(page, verdict_rule()->false_discoveries, 2),
                  page_met(page, verdict->in_family && verdict->test.is_tested &&
                                     verdict->test.bh <= verdict_rule()->false_discoveries));
}

void explain_strength(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct gap_verdict *verdict = explained->verdict;
    page_section(page, say(page->language, "Styrke, retning og mange prøver på én gang",
                           "Strength, direction and many tests at once"));
    explain_family(explained);
    page_gap(page);
    if (verdict->strength != STRENGTH_NONE)
        explain_firm(explained);
    page_fact(page, say(page->language, "Styrke", "Strength"), "%s",
              strength_words(page->language, verdict->strength));
    page_fact(page, say(page->language, "Retning", "Direction"), "%s",
              direction_words(page->language, verdict->direction));
}
