/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_verdict.h"

#include "pejling/present/hidden_reasons.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

#define YEARS_AHEAD 10 /* what lies farther ahead is not told as a year */

static const struct finding *finding_of(const struct speaker *speaker,
                                        const struct gap_verdict *verdict, enum statistic statistic)
{
    return finding_single(speaker->findings, verdict->series->indicator, verdict->series->area,
                          statistic);
}

static bool has_moved(const struct gap_verdict *verdict)
{
    return verdict->verdict == VERDICT_NARROWING || verdict->verdict == VERDICT_WIDENING;
}

bool verdict_has_crossed(const struct gap_verdict *verdict)
{
    return verdict->decides && verdict->decides->judgement.crossed;
}

/* What narrows for the worse, or widens for the better, is a lead. */
bool verdict_was_ahead(const struct gap_verdict *verdict)
{
    bool narrowing = verdict->verdict == VERDICT_NARROWING;
    return has_moved(verdict) && !verdict_has_crossed(verdict) &&
           verdict->direction == (narrowing ? DIRECTION_WORSE : DIRECTION_BETTER);
}

static const char *comparator_of(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    return words_comparator(speaker->language, verdict->series->comparator);
}

/* --- a gap that has moved -------------------------------------------------------------------- */
/* ` med 1,32 pct.-point om året`; a slope too small to be seen has no digits. */
static const char *pace(const struct speaker *speaker, const struct finding *slope)
{
    if (words_is_zero(slope, slope->estimate.value))
        return words_say(speaker, "ganske lidt", "very slightly");
    return arena_printf(speaker->arena, words_say(speaker, "med %s om året", "by %s a year"),
                        words_amount(speaker, slope, slope->estimate.value));
}

/* `andelen er gået fra at være lavere til at være højere end i resten af kommunen`. */
static const char *crossing_clause(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    const char *subject = words_subject(speaker, verdict->series->indicator);
    return arena_printf(
        speaker->arena,
        verdict->decides->slope.value > 0
            ? words_say(speaker, "%s er gået fra at være lavere til at være højere end i %s",
                        "%s has gone from lower to higher than in %s")
            : words_say(speaker, "%s er gået fra at være højere til at være lavere end i %s",
                        "%s has gone from higher to lower than in %s"),
        subject, comparator_of(speaker, verdict));
}

static const char *gap_clause(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    return arena_printf(
        speaker->arena,
        verdict->verdict == VERDICT_NARROWING
            ? words_say(speaker, "afstanden til %s er indsnævret", "the gap to %s has narrowed")
            : words_say(speaker, "afstanden til %s er udvidet", "the gap to %s has widened"),
        comparator_of(speaker, verdict));
}

static const char *move_sentence(const struct speaker *speaker, const struct gap_verdict *verdict,
                                 const struct finding *slope)
{
    bool crossed = verdict_has_crossed(verdict);
    const char *clause = crossed ? crossing_clause(speaker, verdict) : gap_clause(speaker, verdict);
    const char *moved =
        crossed ? words_say(speaker, "; forskellen har flyttet sig ", "; the difference has moved ")
                : " ";
    const char *signs = verdict->strength == STRENGTH_FIRM
                            ? ""
                            : words_say(speaker, "der er tegn på, at ", "there are signs that ");
    return arena_printf(speaker->arena, "%s: %s%s%s%s %s (%s)", verdict->series->area->name, signs,
                        clause, moved, pace(speaker, slope), words_span(speaker, slope),
                        words_between(speaker, slope));
}

static bool is_total(const struct gap_verdict *verdict)
{
    return verdict->series->area->role == AREA_TOTAL;
}

/* Of an area that is ahead: what has become of its lead. */
static const char *meaning_of_lead(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    const char *who = is_total(verdict) ? words_say(speaker, "Områderne ligger", "The areas are")
                                        : words_say(speaker, "Området ligger", "The area is");
    const char *perhaps =
        verdict->strength == STRENGTH_FIRM ? "" : words_say(speaker, "i givet fald ", "if so ");
    if (verdict->direction == DIRECTION_BETTER)
        return arena_printf(speaker->arena,
                            words_say(speaker,
                                      "%s bedst, og forspringet er %svokset: en forbedring",
                                      "%s ahead, and %sthe lead has grown: an improvement"),
                            who, perhaps);
    return arena_printf(speaker->arena,
                        words_say(speaker, "%s bedst, men forspringet er %sskrumpet: en forværring",
                                  "%s ahead, but %sthe lead has shrunk: a deterioration"),
                        who, perhaps);
}

/* Whether that is for the better; of a sign only, what it would be. */
static const char *meaning(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    bool firm = verdict->strength == STRENGTH_FIRM;
    if (verdict->direction == DIRECTION_NEUTRAL)
        return words_say(speaker, "Det er hverken godt eller dårligt i sig selv",
                         "That is neither good nor bad in itself");
    if (verdict_was_ahead(verdict))
        return meaning_of_lead(speaker, verdict);
    if (verdict->direction == DIRECTION_BETTER)
        return firm ? words_say(speaker, "Det er en forbedring", "That is an improvement")
                    : words_say(speaker, "Det er i givet fald en forbedring",
                                "If so, that is an improvement");
    return firm ? words_say(speaker, "Det er en forværring", "That is a deterioration")
                : words_say(speaker, "Det er i givet fald en forværring",
                            "If so, that is a deterioration");
}

/* What tells a firm verdict from a sign. */
static const char *strength(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    if (verdict->strength == STRENGTH_FIRM)
        return words_say(
            speaker,
            "Svaret er klart: det holder også, når der tages højde for, at mange tal "
            "vurderes på én gang",
            "The answer is clear: it stands when allowance is made for the many figures "
            "that are judged at once");
    return words_say(speaker, "Svaret er ikke sikkert nok til at stå alene",
                     "The answer is not certain enough to stand alone");
}

/* `andelen er faldet i området`; the slope's interval leaves 0 out. */
static const char *way_of(const struct speaker *speaker, const struct finding *slope)
{
    return slope->estimate.value > 0 ? words_say(speaker, "steget", "risen")
                                     : words_say(speaker, "faldet", "fallen");
}

static bool same_years(const struct finding *a, const struct finding *b)
{
    return a && b && a->periods == b->periods && period_compare(a->from, b->from) == 0 &&
           period_compare(a->to, b->to) == 0;
}

/* Both levels have moved; a gap that moves with them moves by the one that moves most. */
static const char *both_moved(const struct speaker *speaker, const struct finding *own,
                              const struct finding *other, const char *area, const char *comparator)
{
    double a = own->estimate.value, b = other->estimate.value;
    const char *subject = words_subject(speaker, own->indicator);
    if (a * b < 0)
        return arena_printf(
            speaker->arena,
            words_say(speaker, "I %s er %s %s, i %s %s", "In %s %s has %s, in %s %s"), area,
            subject, way_of(speaker, own), comparator, way_of(speaker, other));
    return arena_printf(speaker->arena,
                        words_say(speaker, "Både i %s og i %s er %s %s, mest i %s",
                                  "Both in %s and in %s %s has %s, most in %s"),
                        area, comparator, subject, way_of(speaker, own),
                        a * a > b * b ? area : comparator);
}

static const char *movers_text(const struct speaker *speaker, const struct finding *own,
                               const struct finding *other, bool is_total)
{
    const char *comparator = words_comparator(speaker->language, other->area);
    const char *area = is_total ? words_say(speaker, "områderne", "the areas")
                                : words_say(speaker, "området", "the area");
    if (finding_is_sure(own) && finding_is_sure(other))
        return both_moved(speaker, own, other, area, comparator);
    return arena_printf(speaker->arena,
                        words_say(speaker, "I %s er %s %s; i %s ses ingen sikker ændring",
                                  "In %s %s has %s; in %s no certain change is seen"),
                        finding_is_sure(own) ? area : comparator,
                        words_subject(speaker, own->indicator),
                        way_of(speaker, finding_is_sure(own) ? own : other),
                        finding_is_sure(own) ? comparator : area);
}

/* Who has moved, where the slopes of both levels over the same years say it. */
static void add_movers(const struct speaker *speaker, const struct gap_verdict *verdict,
                       struct sentence *sentence)
{
    const struct finding *own = finding_of(speaker, verdict, STATISTIC_LEVEL_SLOPE);
    const struct finding *judged = finding_of(speaker, verdict, STATISTIC_VERDICT);
    const struct finding *other =
        finding_single(speaker->findings, verdict->series->indicator, verdict->series->comparator,
                       STATISTIC_LEVEL_SLOPE);
    if (!same_years(own, judged) || !same_years(other, judged) ||
        (!finding_is_sure(own) && !finding_is_sure(other)))
        return;
    sentence_quote(sentence, own);
    sentence_quote(sentence, other);
    words_add(speaker, sentence, movers_text(speaker, own, other, is_total(verdict)));
}

static void say_move(const struct speaker *speaker, const struct gap_verdict *verdict,
                     struct sentence *sentence)
{
    const struct finding *slope = finding_of(speaker, verdict, STATISTIC_VERDICT_SLOPE);
    sentence_quote(sentence, slope);
    sentence_quote(sentence, finding_of(speaker, verdict, STATISTIC_VERDICT_STRENGTH));
    sentence_quote(sentence, finding_of(speaker, verdict, STATISTIC_VERDICT_DIRECTION));
    words_add(speaker, sentence, move_sentence(speaker, verdict, slope));
    words_add(speaker, sentence, meaning(speaker, verdict));
}

/* --- a gap that has not, or may not have ------------------------------------------------------ */
/* `ændringen ligger mellem en indsnævring på 0,84 og en udvidelse på 0,76 pct.-point om året`. */
static const char *pace_range(const struct speaker *speaker, const struct gap_verdict *verdict,
                              const struct finding *slope)
{
    double last = verdict->decides->last;
    if (verdict_has_crossed(verdict) || !(last < 0 || last > 0))
        return arena_printf(speaker->arena,
                            words_say(speaker, "forskellens ændring ligger %s om året",
                                      "the change of the difference lies %s a year"),
                            words_range(speaker, slope, WORDS_CHANGE, 1));
    return arena_printf(
        speaker->arena,
        words_say(speaker, "ændringen ligger %s om året", "the change lies %s a year"),
        words_range(speaker, slope, WORDS_GAP, last));
}

static void say_stays(const struct speaker *speaker, const struct gap_verdict *verdict,
                      struct sentence *sentence)
{
    const struct finding *slope = finding_of(speaker, verdict, STATISTIC_VERDICT_SLOPE);
    sentence_quote(sentence, slope);
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "%s: afstanden til %s er uændret %s: %s",
                                     "%s: the gap to %s is unchanged %s: %s"),
                           verdict->series->area->name, comparator_of(speaker, verdict),
                           words_span(speaker, slope), pace_range(speaker, verdict, slope)));
}

static const char *how_many_figures(const struct speaker *speaker, size_t count)
{
    return arena_printf(speaker->arena, "%s %s",
                        count ? words_count(speaker, count, WORDS_COMMON)
                              : words_say(speaker, "ingen", "no"),
                        count == 1 ? words_say(speaker, "måling", "figure")
                                   : words_say(speaker, "målinger", "figures"));
}

/* `det kræver mindst fem over mindst fire år`, of the rule in force. */
static const char *what_it_takes(const struct speaker *speaker)
{
    const struct verdict_rule *rule = verdict_rule();
    return arena_printf(speaker->arena,
                        words_say(speaker, "det kræver mindst %s over mindst %s år",
                                  "it takes at least %s over at least %s years"),
                        words_count(speaker, rule->least_years, WORDS_COMMON),
                        words_count(speaker, (size_t)rule->least_span, WORDS_NEUTER));
}

static const char *hidden_clause(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    enum reason reason =
        hidden_reason(speaker->findings->table, series->indicator, series->area, verdict->reason);
    if (reason == REASON_WITHHELD)
        return words_say(speaker, "tallene vises ikke i den delte udgave",
                         "the figures are not shown in the shared edition");
    const char *by = reason == REASON_SUPPRESSED_SOURCE
                         ? words_say(speaker, "skjult af kilden", "withheld by the source")
                         : words_say(speaker, "skjult, fordi tallene handler om få personer",
                                     "hidden, because the figures are about few persons");
    return arena_printf(speaker->arena,
                        verdict->line == VERDICT_LINE_HIDDEN
                            ? words_say(speaker, "svaret afhænger af år, der er %s",
                                        "the answer depends on years that are %s")
                            : words_say(speaker, "for mange år er %s", "too many years are %s"),
                        by);
}

/* Why the series may not be judged at all. */
static const char *not_admitted(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    size_t count = verdict->series->points.n;
    if (verdict->reason == REASON_TOO_FEW_YEARS || verdict->reason == REASON_SERIES_BREAK)
        return arena_printf(speaker->arena, "%s %s%s%s%s",
                            words_say(speaker, "der er", count == 1 ? "there is" : "there are"),
                            how_many_figures(speaker, count),
                            verdict->reason == REASON_TOO_FEW_YEARS
                                ? ""
                                : words_say(speaker, " efter det seneste databrud",
                                            " since the latest break in the series"),
                            words_say(speaker, ", og ", ", and "), what_it_takes(speaker));
    if (verdict->reason == REASON_NO_COMPARATOR)
        return words_say(speaker, "der er intet at sammenligne med",
                         "there is nothing to compare with");
    if (verdict->reason == REASON_NO_TREND)
        return words_say(speaker, "der måles for sjældent til en tendens",
                         "it is measured too seldom for a trend");
    if (verdict->reason == REASON_TOO_FEW_EVENTS)
        return words_say(speaker, "tallene bygger på for få personer eller hændelser",
                         "the figures rest on too few persons or events");
    return reason_text(verdict->reason, speaker->language);
}

/* Why it cannot be determined, as the end of that sentence. */
static const char *why_not(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    const struct finding *slope = finding_of(speaker, verdict, STATISTIC_VERDICT_SLOPE);
    if (verdict->reason == REASON_SUPPRESSED || verdict->reason == REASON_SUPPRESSED_SOURCE)
        return hidden_clause(speaker, verdict);
    if (verdict->reason != REASON_IMPRECISE)
        return not_admitted(speaker, verdict);
    return arena_printf(
        speaker->arena, "%s (%s)",
        words_say(speaker, "tallene er for usikre", "the figures are too uncertain"),
        pace_range(speaker, verdict, slope));
}

/* When it can be told if it goes on like that. */
static void add_outlook(const struct speaker *speaker, const struct gap_verdict *verdict,
                        struct sentence *sentence)
{
    const struct finding *year = finding_of(speaker, verdict, STATISTIC_DETERMINABLE_YEAR);
    const struct finding *slope = finding_of(speaker, verdict, STATISTIC_VERDICT_SLOPE);
    if (verdict->reason != REASON_IMPRECISE)
        return;
    if (year->estimate.state == ESTIMATE_UNDEFINED)
        return;
    sentence_quote(sentence, year);
    if (year->estimate.value > slope->to.year + YEARS_AHEAD) {
        words_add(speaker, sentence,
                  words_say(speaker,
                            "Går det, som det er gået, kan det ikke afgøres inden for ti år",
                            "If it goes on as it has, it cannot be determined within ten years"));
        return;
    }
    words_add(speaker, sentence,
              arena_printf(
                  speaker->arena,
                  words_say(speaker, "Går det, som det er gået, kan det tidligst afgøres i %s",
                            "If it goes on as it has, it can be determined in %s at the earliest"),
                  wording_value(speaker->arena, speaker->language, year)));
}

static void say_untold(const struct speaker *speaker, const struct gap_verdict *verdict,
                       struct sentence *sentence)
{
    if (verdict->reason == REASON_IMPRECISE)
        sentence_quote(sentence, finding_of(speaker, verdict, STATISTIC_VERDICT_SLOPE));
    words_add(speaker, sentence,
              arena_printf(
                  speaker->arena,
                  words_say(speaker, "%s: det kan ikke afgøres, om afstanden til %s ændrer sig: %s",
                            "%s: it cannot be determined whether the gap to %s is changing: %s"),
                  verdict->series->area->name, comparator_of(speaker, verdict),
                  why_not(speaker, verdict)));
}

void verdict_say_briefly(const struct speaker *speaker, const struct gap_verdict *verdict,
                         struct sentence *sentence)
{
    sentence_quote(sentence, finding_of(speaker, verdict, STATISTIC_VERDICT));
    if (has_moved(verdict))
        say_move(speaker, verdict, sentence);
    else if (verdict->verdict == VERDICT_UNCHANGED)
        say_stays(speaker, verdict, sentence);
    else
        say_untold(speaker, verdict, sentence);
}

void verdict_say(const struct speaker *speaker, const struct gap_verdict *verdict,
                 struct sentence *sentence)
{
    verdict_say_briefly(speaker, verdict, sentence);
    if (has_moved(verdict)) {
        words_add(speaker, sentence, strength(speaker, verdict));
        add_movers(speaker, verdict, sentence);
    } else if (verdict->verdict == VERDICT_UNCHANGED) {
        words_add(speaker, sentence,
                  words_say(speaker, "En ændring af betydning er usandsynlig",
                            "A change that matters is unlikely"));
    } else {
        add_outlook(speaker, verdict, sentence);
    }
}
