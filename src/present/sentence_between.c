/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_between.h"

#include <math.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/findings/compared_areas.h"
#include "pejling/present/hidden_reasons.h"
#include "pejling/present/sentence_words.h"

#define MOST_PAIRS 3 /* named in a sentence */

static const struct period none = {.kind = PERIOD_UNKNOWN};

static struct compared_areas areas_of(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *total)
{
    return compared_areas_all(speaker->arena, speaker->findings->table, indicator, total->part_of);
}

/* `de tre områder`, or `to af de tre områder` where not all are compared. */
static const char *who(const struct speaker *speaker, const struct finding *finding)
{
    size_t all = areas_of(speaker, finding->indicator, finding->area).count;
    const char *group =
        arena_printf(speaker->arena, words_say(speaker, "de %s områder", "the %s areas"),
                     words_count(speaker, all, WORDS_NEUTER));
    if (!finding->compared || finding->compared >= all)
        return group;
    return arena_printf(speaker->arena, words_say(speaker, "%s af %s", "%s of %s"),
                        words_count(speaker, finding->compared, WORDS_NEUTER), group);
}

/* Why there is nothing to say; of hidden figures by their own cells' reason. */
static const char *why(const struct speaker *speaker, const struct finding *finding,
                       enum reason reason)
{
    const struct compared_areas areas = areas_of(speaker, finding->indicator, finding->area);
    const struct released_table *table = speaker->findings->table;
    size_t hidden = 0, withheld = 0;
    for (size_t i = 0; i < areas.count; i++) {
        hidden += hidden_count(table, finding->indicator, areas.items[i], REASON_SUPPRESSED);
        withheld += hidden_count(table, finding->indicator, areas.items[i], REASON_WITHHELD);
    }
    if (reason == REASON_SUPPRESSED && withheld && !hidden)
        return words_say(speaker, "tallene vises ikke i den delte udgave",
                         "the figures are not shown in the shared edition");
    if (reason == REASON_SUPPRESSED)
        return words_say(speaker, "der mangler tal, som er skjult, fordi de handler om få personer",
                         "figures are missing that are hidden because they are about few persons");
    if (reason == REASON_SUPPRESSED_SOURCE)
        return words_say(speaker, "der mangler tal, som er skjult af kilden",
                         "figures are missing that are withheld by the source");
    if (reason == REASON_TOO_FEW_YEARS)
        return words_say(speaker, "der er for få målinger", "there are too few figures");
    if (reason == REASON_SERIES_BREAK)
        return words_say(speaker, "der er for få målinger efter det seneste databrud",
                         "there are too few figures since the latest break in the series");
    if (reason == REASON_NO_TREND)
        return words_say(speaker, "der måles for sjældent til en tendens",
                         "it is measured too seldom for a trend");
    if (reason == REASON_INCOMPLETE)
        return words_say(speaker, "områdernes tal er ikke fra de samme år",
                         "the figures of the areas are not of the same years");
    if (reason == REASON_TOO_FEW_EVENTS)
        return words_say(speaker, "tallene bygger på for få personer eller hændelser",
                         "the figures rest on too few persons or events");
    return reason_text(reason, speaker->language);
}

/* --- the areas as one ------------------------------------------------------------------------- */
static const char *pace_range(const struct speaker *speaker, const struct finding *slope)
{
    return arena_printf(speaker->arena,
                        words_say(speaker, "forskellens ændring ligger %s om året",
                                  "the change of the difference lies %s a year"),
                        words_range(speaker, slope, WORDS_CHANGE, 1));
}

static const char *moved(const struct speaker *speaker, const struct finding *slope, bool narrowing)
{
    return arena_printf(
        speaker->arena,
        narrowing
            ? words_say(speaker,
                        "der er tegn på, at afstanden til %s er indsnævret med %s om året (%s) %s",
                        "there are signs that the gap to %s has narrowed by %s a year (%s) %s")
            : words_say(speaker,
                        "der er tegn på, at afstanden til %s er udvidet med %s om året (%s) %s",
                        "there are signs that the gap to %s has widened by %s a year (%s) %s"),
        words_comparator(speaker->language, slope->comparator),
        words_amount(speaker, slope, slope->estimate.value), words_between(speaker, slope),
        words_span(speaker, slope));
}

/* One of many figures and adjusted for none, it is a sign at most. */
static const char *meaning(const struct speaker *speaker, const struct finding *slope)
{
    enum polarity polarity = slope->indicator->polarity;
    if (polarity == POLARITY_NEUTRAL)
        return words_say(speaker, "Det er hverken godt eller dårligt i sig selv",
                         "That is neither good nor bad in itself");
    bool better = (slope->estimate.value > 0) == (polarity == POLARITY_UP);
    return better ? words_say(speaker, "Det er i givet fald en forbedring",
                              "If so, that is an improvement")
                  : words_say(speaker, "Det er i givet fald en forværring",
                              "If so, that is a deterioration");
}

static const char *untold(const struct speaker *speaker, const struct finding *slope,
                          const struct finding *verdict)
{
    enum reason reason = verdict->estimate.reason;
    const char *because = why(speaker, verdict, reason);
    if (reason == REASON_IMPRECISE)
        because = arena_printf(
            speaker->arena, "%s (%s)",
            words_say(speaker, "tallene er for usikre", "the figures are too uncertain"),
            pace_range(speaker, slope));
    if (!slope->comparator)
        return arena_printf(speaker->arena,
                            words_say(speaker, "det kan ikke afgøres, om afstanden ændrer sig: %s",
                                      "it cannot be determined whether the gap is changing: %s"),
                            because);
    return arena_printf(speaker->arena,
                        words_say(speaker,
                                  "det kan ikke afgøres, om afstanden til %s ændrer sig: %s",
                                  "it cannot be determined whether the gap to %s is changing: %s"),
                        words_comparator(speaker->language, slope->comparator), because);
}

static bool is_significant(const struct speaker *speaker, const struct finding *test)
{
    return finding_has_value(test) && test->has_p && test->p < 1 - speaker->findings->confidence;
}

/* A mean of areas that go different ways is not what any of them does. */
static void add_spread(const struct speaker *speaker, const struct finding *slope,
                       struct sentence *sentence)
{
    const struct finding *test = finding_single(speaker->findings, slope->indicator, slope->area,
                                                STATISTIC_SLOPE_HETEROGENEITY);
    if (!is_significant(speaker, test))
        return;
    sentence_quote(sentence, test);
    words_add(speaker, sentence,
              words_say(speaker, "Det dækker over, at områderne har udviklet sig forskelligt",
                        "Behind it the areas have developed differently"));
}

struct sentence sentence_between_pooled(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *total)
{
    struct sentence sentence = {.text = ""};
    const struct finding *slope =
        finding_single(speaker->findings, indicator, total, STATISTIC_POOLED_GAP_SLOPE);
    const struct finding *verdict =
        finding_single(speaker->findings, indicator, total, STATISTIC_POOLED_VERDICT);
    if (!slope || !verdict || !indicator->has_trend)
        return sentence;
    bool narrowing = strcmp(verdict->text, verdict_code(VERDICT_NARROWING)) == 0;
    bool widening = strcmp(verdict->text, verdict_code(VERDICT_WIDENING)) == 0;
    const char *said = untold(speaker, slope, verdict);
    if (narrowing || widening)
        said = moved(speaker, slope, narrowing);
    else if (strcmp(verdict->text, verdict_code(VERDICT_UNCHANGED)) == 0)
        said = arena_printf(speaker->arena,
                            words_say(speaker, "afstanden til %s er uændret %s: %s",
                                      "the gap to %s is unchanged %s: %s"),
                            words_comparator(speaker->language, slope->comparator),
                            words_span(speaker, slope), pace_range(speaker, slope));
    sentence_quote(&sentence, verdict);
    sentence_quote(&sentence, finding_has_value(slope) ? slope : NULL);
    words_add(speaker, &sentence,
              text_capitalised(speaker->arena,
                               arena_printf(speaker->arena,
                                            words_say(speaker, "%s under ét: %s", "%s as one: %s"),
                                            who(speaker, slope), said)));
    if (narrowing || widening)
        words_add(speaker, &sentence, meaning(speaker, slope));
    if (!verdict->estimate.reason)
        add_spread(speaker, slope, &sentence);
    return sentence;
}

/* --- whether they differ ---------------------------------------------------------------------- */
/* What is compared, in the words for it. */
struct question {
    enum statistic test, pair;
    const char *differences[2], *untold[2]; /* Danish and English */
};

/* `Motalavej ligger 10,7 pct.-point højere end Ringparken (mellem 2,1 og 19,3)`. */
static const char *pair_text(const struct speaker *speaker, const struct finding *pair)
{
    bool above = pair->estimate.value > 0;
    const struct area *high = above ? pair->area : pair->comparator;
    const struct area *low = above ? pair->comparator : pair->area;
    const char *amount = words_amount(speaker, pair, pair->estimate.value);
    if (pair->statistic == STATISTIC_LEVEL_DIFFERENCE)
        return arena_printf(
            speaker->arena,
            words_say(speaker, "%s ligger %s højere end %s (%s)", "%s lies %s higher than %s (%s)"),
            high->name, amount, low->name, words_between(speaker, pair));
    return arena_printf(speaker->arena,
                        words_say(speaker,
                                  "tendensen for %s ligger %s om året højere end for %s (%s)",
                                  "the slope of %s lies %s a year higher than that of %s (%s)"),
                        high->name, amount, low->name, words_between(speaker, pair));
}

/* The largest sure difference that is smaller than `before` (NULL: of all); NULL for none left. */
static const struct finding *next_pair(const struct speaker *speaker,
                                       const struct indicator *indicator,
                                       struct compared_areas areas, enum statistic statistic,
                                       const struct finding *before)
{
    const struct finding *largest = NULL;
    double limit = before ? fabs(before->estimate.value) : HUGE_VAL;
    for (size_t i = 0; i < areas.count; i++)
        for (size_t j = i + 1; j < areas.count; j++) {
            const struct finding *pair = finding_against(
                speaker->findings, indicator, areas.items[i], areas.items[j], statistic, none);
            if (!finding_is_sure(pair) || words_is_zero(pair, pair->estimate.value))
                continue;
            double size = fabs(pair->estimate.value);
            bool after = size < limit || (size <= limit && pair > before);
            if (after && (!largest || size > fabs(largest->estimate.value)))
                largest = pair;
        }
    return largest;
}

/*
 * The pairs that surely differ, at the level that holds for all of them, the largest differences
 * first; false for none.
 */
static bool add_pairs(const struct speaker *speaker, const struct indicator *indicator,
                      const struct area *total, enum statistic statistic, struct sentence *sentence)
{
    const struct compared_areas areas = areas_of(speaker, indicator, total);
    const struct finding *pair = next_pair(speaker, indicator, areas, statistic, NULL);
    const char *list = "";
    for (size_t i = 0; i < MOST_PAIRS && pair; i++) {
        sentence_quote(sentence, pair);
        list =
            arena_printf(speaker->arena, "%s%s%s", list, i ? "; " : "", pair_text(speaker, pair));
        pair = next_pair(speaker, indicator, areas, statistic, pair);
    }
    words_add(speaker, sentence, text_capitalised(speaker->arena, list));
    if (pair)
        words_add(speaker, sentence,
                  words_say(speaker, "Flere par adskiller sig også", "More pairs differ too"));
    return *list;
}

static struct sentence answer(const struct speaker *speaker, const struct indicator *indicator,
                              const struct area *total, const struct question *question)
{
    struct sentence sentence = {.text = ""};
    const struct finding *test =
        finding_single(speaker->findings, indicator, total, question->test);
    bool danish = speaker->language != LANGUAGE_ENGLISH;
    bool is_level = question->test == STATISTIC_LEVEL_HETEROGENEITY;
    if (!test || (!is_level && !indicator->has_trend))
        return sentence;
    sentence_quote(&sentence, finding_has_value(test) ? test : NULL);
    const char *name = text_capitalised(speaker->arena, who(speaker, test));
    const char *when = period_compare(test->from, test->to) ? words_span(speaker, test)
                                                            : words_in(speaker, test->to);
    if (!finding_has_value(test) || !test->has_p) {
        enum reason reason =
            finding_has_value(test) && test->estimate.reason == REASON_NOT_APPLICABLE
                ? REASON_TOO_FEW_EVENTS
                : test->estimate.reason;
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena, "%s: %s: %s", name, question->untold[!danish],
                               why(speaker, test, reason)));
        return sentence;
    }
    bool differ = is_significant(speaker, test);
    words_add(speaker, &sentence,
              arena_printf(speaker->arena, "%s: %s%s%s%s", name, question->differences[!danish],
                           *when ? " " : "", when,
                           differ ? words_say(speaker,
                                              " er større, end tilfældige udsving plejer at give",
                                              " are larger than chance usually gives")
                                  : words_say(speaker, " kan ikke skelnes fra tilfældig variation",
                                              " cannot be told from random variation")));
    if (differ && !add_pairs(speaker, indicator, total, question->pair, &sentence))
        words_add(speaker, &sentence,
                  words_say(speaker, "Hvilke af dem der adskiller sig, kan ikke afgøres",
                            "Which of them differ cannot be determined"));
    return sentence;
}

struct sentence sentence_between_levels(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *total)
{
    static const struct question question = {
        STATISTIC_LEVEL_HETEROGENEITY,
        STATISTIC_LEVEL_DIFFERENCE,
        {"forskellene på deres niveauer", "the differences between their levels"},
        {"det kan ikke afgøres, om deres niveauer er forskellige",
         "it cannot be determined whether their levels differ"}};
    return answer(speaker, indicator, total, &question);
}

struct sentence sentence_between_slopes(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *total)
{
    static const struct question question = {
        STATISTIC_SLOPE_HETEROGENEITY,
        STATISTIC_SLOPE_DIFFERENCE,
        {"forskellene på deres udvikling", "the differences between their developments"},
        {"det kan ikke afgøres, om de har udviklet sig forskelligt",
         "it cannot be determined whether they have developed differently"}};
    return answer(speaker, indicator, total, &question);
}

/* --- ranks ------------------------------------------------------------------------------------ */
struct sentence sentence_between_rank(const struct speaker *speaker, const struct finding *rank,
                                      const struct finding *const *all, size_t count)
{
    struct sentence sentence = {.text = ""};
    if (rank->estimate.state != ESTIMATE_INTERVAL) {
        sentence.text = reason_text(rank->estimate.reason, speaker->language);
        return sentence;
    }
    sentence_quote(&sentence, rank);
    for (size_t i = 0; i < count; i++)
        sentence_quote(&sentence, finding_has_value(all[i]) ? all[i] : NULL);
    int best = (int)lround(rank->estimate.lower), worst = (int)lround(rank->estimate.upper);
    sentence.text =
        best == worst
            ? arena_printf(speaker->arena, words_say(speaker, "plads %d af %zu", "place %d of %zu"),
                           best, rank->compared)
            : arena_printf(speaker->arena,
                           words_say(speaker, "plads %d–%d af %zu", "place %d–%d of %zu"), best,
                           worst, rank->compared);
    return sentence;
}

/* --- twins and the country -------------------------------------------------------------------- */
const struct finding *further_latest(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     const struct area *other)
{
    struct released_series series = released_series(findings->table, indicator, area);
    for (size_t i = series.count; i-- > 0;) {
        const struct finding *gap = finding_against(findings, indicator, area, other,
                                                    STATISTIC_FURTHER_GAP, series.cells[i].period);
        if (finding_has_value(gap))
            return gap;
    }
    return NULL;
}

/* The slope's row says why there is no gap either. */
static const char *no_gap(const struct speaker *speaker, const struct indicator *indicator,
                          const struct area *area, const struct area *other)
{
    struct released_series series = released_series(speaker->findings->table, indicator, area);
    if (!series.count)
        return "";
    const struct finding *last =
        finding_against(speaker->findings, indicator, area, other, STATISTIC_FURTHER_GAP,
                        series.cells[series.count - 1].period);
    if (!last)
        return "";
    return arena_printf(speaker->arena,
                        words_say(speaker, "%s: der er ingen afstand til tallet for %s: %s",
                                  "%s: there is no gap to the figure of %s: %s"),
                        area->name, other->name,
                        reason_text(last->estimate.reason, speaker->language));
}

/* `(mellem 2,1 og 6,3)`, or why there are no limits. */
static const char *limits(const struct speaker *speaker, const struct finding *gap)
{
    if (gap->estimate.state == ESTIMATE_INTERVAL)
        return words_between(speaker, gap);
    return arena_printf(
        speaker->arena, "%s: %s",
        words_say(speaker, "usikkerheden kendes ikke", "the uncertainty is not known"),
        reason_text(gap->estimate.reason, speaker->language));
}

static const char *gap_text(const struct speaker *speaker, const struct finding *gap)
{
    const char *subject = words_subject(speaker, gap->indicator);
    const char *when = words_in(speaker, gap->to), *other = gap->comparator->name;
    bool above = gap->estimate.value > 0;
    if (gap->estimate.state == ESTIMATE_INTERVAL && words_holds_zero(gap))
        return arena_printf(
            speaker->arena,
            words_say(speaker, "%s: %s kunne ikke skelnes fra tallet for %s %s (%s)",
                      "%s: %s could not be told from the figure of %s %s (%s)"),
            gap->area->name, subject, other, when, words_range(speaker, gap, WORDS_SIDE, 1));
    if (words_is_zero(gap, gap->estimate.value))
        return arena_printf(speaker->arena,
                            words_say(speaker, "%s: %s var stort set som tallet for %s %s (%s)",
                                      "%s: %s was much like the figure of %s %s (%s)"),
                            gap->area->name, subject, other, when, limits(speaker, gap));
    return arena_printf(speaker->arena,
                        above ? words_say(speaker, "%s: %s var %s højere end tallet for %s %s (%s)",
                                          "%s: %s was %s higher than the figure of %s %s (%s)")
                              : words_say(speaker, "%s: %s var %s lavere end tallet for %s %s (%s)",
                                          "%s: %s was %s lower than the figure of %s %s (%s)"),
                        gap->area->name, subject, words_amount(speaker, gap, gap->estimate.value),
                        other, when, limits(speaker, gap));
}

struct sentence sentence_further(const struct speaker *speaker, const struct indicator *indicator,
                                 const struct area *area, const struct area *other)
{
    struct sentence sentence = {.text = ""};
    const struct finding *gap = further_latest(speaker->findings, indicator, area, other);
    sentence_quote(&sentence, gap);
    words_add(speaker, &sentence,
              gap ? gap_text(speaker, gap) : no_gap(speaker, indicator, area, other));
    return sentence;
}
