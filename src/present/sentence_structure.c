/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_structure.h"

#include "pejling/present/hidden_reasons.h"
#include "pejling/present/sentence_words.h"

/* The rows of one indicator in one area, and where they end. */
static const struct finding *rows_of(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     size_t *count)
{
    size_t slot = indicator->index * findings->table->catalogue->area_count + area->index;
    *count = findings->starts[slot + 1] - findings->starts[slot];
    return findings->rows + findings->starts[slot];
}

const struct finding *structure_last(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic)
{
    const struct finding *latest = finding_latest(findings, indicator, area, statistic);
    size_t count;
    const struct finding *rows = rows_of(findings, indicator, area, &count);
    for (size_t i = count; i-- > 0 && !latest;)
        if (rows[i].statistic == statistic)
            latest = &rows[i];
    return latest;
}

const struct finding *structure_gap(const struct findings *findings, const struct finding *finding)
{
    bool rest = finding->comparator && finding->comparator->role == AREA_REST;
    return finding_at(findings, finding->indicator, finding->area,
                      rest ? STATISTIC_GAP_REST : STATISTIC_GAP, finding->from);
}

bool structure_has_movers(const struct findings *findings, const struct indicator *indicator)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (structure_last(findings, indicator, &catalogue->areas[i], STATISTIC_STAYERS_CHANGE))
            return true;
    return false;
}

const char *words_moves_unknown(enum language language)
{
    return say(
        language,
        "Hvor tallene ikke er delt på fastboende og tilflyttere, viser de ikke, om det er de "
        "samme mennesker fra år til år: et område kan ændre sig, alene fordi nogle flytter "
        "ind og andre ud.",
        "Where figures are not divided between stayers and in-movers, they do not tell "
        "whether they are about the same people from year to year: an area can change merely "
        "because some move in and others move out.");
}

/* --- pieces ----------------------------------------------------------------------------------- */

/* `(mellem 8,1 og 17,6)`, each limit with its side where they have two, or why there is none. */
static const char *in_brackets(const struct speaker *speaker, const struct finding *finding,
                               enum words_sides sides)
{
    bool level = statistic_unit(finding->statistic) == UNIT_LEVEL;
    if (finding->estimate.state != ESTIMATE_INTERVAL)
        return arena_printf(speaker->arena,
                            words_say(speaker, "(usikkerheden kendes ikke: %s)",
                                      "(the uncertainty is not known: %s)"),
                            reason_text(finding->estimate.reason, speaker->language));
    return arena_printf(speaker->arena, "(%s)",
                        level || !words_holds_zero(finding)
                            ? words_between(speaker, finding)
                            : words_range(speaker, finding, sides, 1));
}

/* Whether readers see which side of 0 it is on. */
static bool has_side(const struct finding *finding)
{
    bool maybe_none = finding->estimate.state == ESTIMATE_INTERVAL && words_holds_zero(finding);
    return !maybe_none && !words_is_zero(finding, finding->estimate.value);
}

/* `4,6 pct.-point lavere`, `på niveau`. */
static const char *side(const struct speaker *speaker, const struct finding *finding)
{
    double value = finding->estimate.value;
    if (words_is_zero(finding, value))
        return words_say(speaker, "på niveau", "on a level");
    return arena_printf(speaker->arena,
                        value > 0 ? words_say(speaker, "%s højere", "%s higher")
                                  : words_say(speaker, "%s lavere", "%s lower"),
                        words_amount(speaker, finding, value));
}

/* `et fald på 1,8 pct.-point`. */
static const char *movement(const struct speaker *speaker, const struct finding *finding)
{
    double value = finding->estimate.value;
    if (words_is_zero(finding, value))
        return words_say(speaker, "ingen ændring", "no change");
    return arena_printf(speaker->arena,
                        value > 0 ? words_say(speaker, "en stigning på %s", "a rise of %s")
                                  : words_say(speaker, "et fald på %s", "a fall of %s"),
                        words_amount(speaker, finding, value));
}

static const char *why(const struct speaker *speaker, const struct finding *finding)
{
    return reason_text(hidden_reason(speaker->findings->table, finding->indicator, finding->area,
                                     finding->estimate.reason),
                       speaker->language);
}

/* --- ages ------------------------------------------------------------------------------------- */

/* The level with the comparator's ages beside the one that is shown. */
static const char *standardised_clause(const struct speaker *speaker,
                                       const struct finding *standardised,
                                       const struct finding *level)
{
    return arena_printf(
        speaker->arena,
        words_say(speaker,
                  "%s: med samme alderssammensætning som %s ville %s %s være %s %s mod de viste %s",
                  "%s: with the same ages as %s %s %s would be %s %s against %s as shown"),
        standardised->area->name, words_comparator(speaker->language, standardised->comparator),
        words_subject(speaker, standardised->indicator), words_in(speaker, standardised->from),
        words_amount(speaker, standardised, standardised->estimate.value),
        in_brackets(speaker, standardised, WORDS_SIDE),
        words_amount(speaker, level, level->estimate.value));
}

/* What the ages amount to, and what is left at the same ages. */
static const char *effects_clause(const struct speaker *speaker, const struct finding *rates,
                                  const struct finding *ages)
{
    const char *subject = words_subject(speaker, ages->indicator);
    const char *comparator = words_comparator(speaker->language, ages->comparator);
    const char *at_same_age = arena_printf(
        speaker->arena,
        words_say(speaker, "ved samme alder er %s %s end i %s %s",
                  "at the same ages %s is %s than in %s %s"),
        subject, side(speaker, rates), comparator, in_brackets(speaker, rates, WORDS_SIDE));
    if (!has_side(rates))
        at_same_age =
            arena_printf(speaker->arena,
                         words_say(speaker,
                                   "ved samme alder kan det ikke afgøres, om %s er højere "
                                   "eller lavere end i %s %s",
                                   "at the same ages it cannot be determined whether %s is "
                                   "higher or lower than in %s %s"),
                         subject, comparator, in_brackets(speaker, rates, WORDS_SIDE));
    if (!has_side(ages))
        return arena_printf(
            speaker->arena,
            words_say(speaker,
                      "Om forskellen i alderssammensætning trækker op eller ned, kan ikke afgøres "
                      "%s; %s",
                      "Whether the difference in age composition adds to the figure or takes from "
                      "it cannot be determined %s; %s"),
            in_brackets(speaker, ages, WORDS_SIDE), at_same_age);
    return arena_printf(
        speaker->arena,
        words_say(
            speaker,
            "Ved de to steders gennemsnitlige tal svarer forskellen i alderssammensætning til, "
            "at %s er %s %s; %s",
            "At the mean figures of the two places the difference in age composition "
            "corresponds to %s being %s %s; %s"),
        subject, side(speaker, ages), in_brackets(speaker, ages, WORDS_SIDE), at_same_age);
}

struct sentence sentence_ages(const struct speaker *speaker, const struct indicator *indicator,
                              const struct area *area)
{
    const struct findings *findings = speaker->findings;
    struct sentence sentence = {.text = ""};
    const struct finding *standardised =
        structure_last(findings, indicator, area, STATISTIC_AGE_STANDARDISED);
    if (!standardised)
        return sentence;
    sentence_quote(&sentence, standardised);
    if (!finding_has_value(standardised)) {
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena,
                               words_say(speaker, "%s: der kan ikke tages højde for alder (%s)",
                                         "%s: no allowance can be made for ages (%s)"),
                               area->name, why(speaker, standardised)));
        return sentence;
    }
    struct period period = standardised->from;
    const struct finding *level = finding_at(findings, indicator, area, STATISTIC_LEVEL, period);
    const struct finding *rates =
        finding_at(findings, indicator, area, STATISTIC_AGE_RATE_EFFECT, period);
    const struct finding *ages =
        finding_at(findings, indicator, area, STATISTIC_AGE_COMPOSITION_EFFECT, period);
    sentence_quote(&sentence, level);
    words_add(speaker, &sentence, standardised_clause(speaker, standardised, level));
    if (!finding_has_value(rates) || !finding_has_value(ages))
        return sentence;
    sentence_quote(&sentence, rates);
    sentence_quote(&sentence, ages);
    words_add(speaker, &sentence, effects_clause(speaker, rates, ages));
    return sentence;
}

/* --- moves ------------------------------------------------------------------------------------ */
struct sentence sentence_moves(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *stayers =
        finding_single(speaker->findings, indicator, area, STATISTIC_STAYERS_CHANGE);
    const struct finding *moves =
        finding_single(speaker->findings, indicator, area, STATISTIC_MOVES_CHANGE);
    if (!stayers || !moves)
        return sentence;
    sentence_quote(&sentence, stayers);
    sentence_quote(&sentence, moves);
    const char *subject = words_subject(speaker, indicator);
    if (!finding_has_value(stayers) || !finding_has_value(moves)) {
        words_add(
            speaker, &sentence,
            arena_printf(speaker->arena,
                         words_say(speaker,
                                   "%s: ændringen i %s kan ikke deles på fastboende og "
                                   "flytninger (%s)",
                                   "%s: the change of %s cannot be divided between stayers and "
                                   "moves (%s)"),
                         area->name, subject, why(speaker, stayers)));
        return sentence;
    }
    words_add(
        speaker, &sentence,
        arena_printf(speaker->arena,
                     words_say(speaker,
                               "%s: ændringen i %s %s deler sig i %s hos de fastboende %s og %s "
                               "ved flytninger %s",
                               "%s: the change of %s %s divides into %s of the stayers %s and %s "
                               "of moves %s"),
                     area->name, subject, words_span(speaker, stayers), movement(speaker, stayers),
                     in_brackets(speaker, stayers, WORDS_CHANGE), movement(speaker, moves),
                     in_brackets(speaker, moves, WORDS_CHANGE)));
    return sentence;
}

struct sentence sentence_movers(const struct speaker *speaker, const struct indicator *indicator,
                                const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *movers =
        finding_latest(speaker->findings, indicator, area, STATISTIC_MOVERS_DIFFERENCE);
    if (!movers)
        return sentence;
    sentence_quote(&sentence, movers);
    const char *subject = words_subject(speaker, indicator);
    const char *when = words_in(speaker, movers->from);
    const char *limits = in_brackets(speaker, movers, WORDS_SIDE);
    words_add(
        speaker, &sentence,
        has_side(movers)
            ? arena_printf(speaker->arena,
                           words_say(speaker,
                                     "%s: %s blandt tilflytterne var %s %s end blandt "
                                     "fraflytterne %s",
                                     "%s: %s among in-movers was %s %s than among out-movers %s"),
                           area->name, subject, when, side(speaker, movers), limits)
            : arena_printf(speaker->arena,
                           words_say(speaker,
                                     "%s: det kan ikke afgøres, om %s blandt tilflytterne %s var "
                                     "højere eller lavere end blandt fraflytterne %s",
                                     "%s: it cannot be determined whether %s among in-movers %s "
                                     "was higher or lower than among out-movers %s"),
                           area->name, subject, when, limits));
    return sentence;
}
