/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_before_after.h"

#include <math.h>
#include <string.h>

#include "pejling/present/hidden_reasons.h"
#include "pejling/present/sentence_regression.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

#define FEW_DATES 19       /* fewer other dates than that can never be the one in twenty */
#define COUNTS_IN_WORDS 10 /* larger ones are not said, but as the share that is a finding */

/* What is found before and after of one area; all there but perhaps those that may be NULL. */
struct before_and_after {
    const struct finding *before, *after, *change;
    const struct finding *step, *slope; /* NULL without a value */
    const struct finding *share, *breakdown, *expected;
};

static const struct finding *with_value(const struct finding *finding)
{
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED ? finding : NULL;
}

static struct before_and_after find_all(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *area)
{
    struct before_and_after all = {
        .before = finding_single(speaker->findings, indicator, area, STATISTIC_MEAN_GAP_BEFORE),
        .after = finding_single(speaker->findings, indicator, area, STATISTIC_MEAN_GAP_AFTER),
        .change = finding_single(speaker->findings, indicator, area, STATISTIC_BEFORE_AFTER_MEAN)};
    all.step =
        with_value(finding_single(speaker->findings, indicator, area, STATISTIC_BEFORE_AFTER_STEP));
    all.slope =
        with_value(finding_single(speaker->findings, indicator, area, STATISTIC_GAP_SLOPE_BEFORE));
    all.share =
        with_value(finding_single(speaker->findings, indicator, area, STATISTIC_PLACEBO_SHARE));
    all.breakdown =
        with_value(finding_single(speaker->findings, indicator, area, STATISTIC_BREAKDOWN));
    all.expected = with_value(
        finding_single(speaker->findings, indicator, area, STATISTIC_REGRESSION_TO_MEAN));
    return all;
}

static bool can_be_compared(const struct before_and_after *all)
{
    return finding_has_value(all->before) && finding_has_value(all->after) &&
           finding_has_value(all->change);
}

/* Whether the area lay on the same side of the comparator all along; else it has passed it. */
static bool keeps_side(const struct before_and_after *all)
{
    return all->before->estimate.value * all->after->estimate.value > 0;
}

/* The side of 0 that the gap lay on, for what narrows and widens; 1 where it has passed. */
static double side_of(const struct before_and_after *all)
{
    return keeps_side(all) && all->before->estimate.value < 0 ? -1 : 1;
}

static enum words_sides sides_of(const struct before_and_after *all)
{
    return keeps_side(all) ? WORDS_GAP : WORDS_CHANGE;
}

/* --- how it was and how it became --------------------------------------------------------------- */

/* `21,2 pct.-point højere` */
static const char *level_text(const struct speaker *speaker, const struct finding *mean)
{
    double value = mean->estimate.value;
    if (words_is_zero(mean, value))
        return words_say(speaker, "den samme", "the same");
    return arena_printf(speaker->arena, "%s %s", words_amount(speaker, mean, value),
                        value > 0 ? words_say(speaker, "højere", "higher")
                                  : words_say(speaker, "lavere", "lower"));
}

/* `syv målinger`; more than ten are not counted. */
static const char *figures_text(const struct speaker *speaker, const struct finding *mean)
{
    if (mean->periods > COUNTS_IN_WORDS)
        return words_say(speaker, "målinger", "figures");
    return arena_printf(speaker->arena, "%s %s", words_count(speaker, mean->periods, WORDS_COMMON),
                        words_say(speaker, "målinger", "figures"));
}

static void add_means(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *before = all->before, *after = all->after;
    sentence_quote(sentence, before);
    sentence_quote(sentence, after);
    words_add(speaker, sentence,
              arena_printf(
                  speaker->arena,
                  words_say(speaker,
                            "%s: i de %s før planens start (%s) var %s i gennemsnit %s %s %s i "
                            "%s, i de %s efter (%s) %s",
                            "%s: in the %s before the plan’s start (%s) %s was on average %s "
                            "%s %s in %s, in the %s after it (%s) %s"),
                  before->area->name, figures_text(speaker, before), words_span(speaker, before),
                  words_subject(speaker, before->indicator), level_text(speaker, before),
                  words_in_area(speaker, before->area),
                  words_is_zero(before, before->estimate.value) ? words_say(speaker, "som", "as")
                                                                : words_say(speaker, "end", "than"),
                  words_comparator(speaker->language, before->comparator),
                  figures_text(speaker, after), words_span(speaker, after),
                  level_text(speaker, after)));
}

/* `en indsnævring på 9,1 pct.-point (mellem 5,7 og 12,6)`, of a change whose side is sure. */
static const char *move_text(const struct speaker *speaker, const struct before_and_after *all,
                             const struct finding *change)
{
    bool up = change->estimate.value * side_of(all) > 0;
    const char *what = keeps_side(all)
                           ? up ? words_say(speaker, "en udvidelse på", "a widening of")
                                : words_say(speaker, "en indsnævring på", "a narrowing of")
                       : up ? words_say(speaker, "en stigning på", "a rise of")
                            : words_say(speaker, "et fald på", "a fall of");
    return arena_printf(speaker->arena, "%s %s (%s)", what,
                        words_amount(speaker, change, change->estimate.value),
                        words_between(speaker, change));
}

static const char *gap_name(const struct speaker *speaker, const struct before_and_after *all)
{
    return keeps_side(all) ? words_say(speaker, "Afstanden", "The gap")
                           : words_say(speaker, "Forskellen", "The difference");
}

/* Whether the change is more than a steady slope over all the years would give. */
static bool stands_out(const struct before_and_after *all)
{
    return finding_is_sure(all->change) && all->step && finding_is_sure(all->step);
}

/* A change that nothing is known of but its size: no years to judge chance by. */
static void add_point(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *change = all->change;
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           words_say(speaker,
                                     "De to gennemsnit ligger %s fra hinanden; om det er mere end "
                                     "tilfældige udsving, kan ikke afgøres (%s)",
                                     "The two means lie %s apart; whether that is more than chance "
                                     "cannot be determined (%s)"),
                           words_amount(speaker, change, change->estimate.value),
                           reason_text(change->estimate.reason, speaker->language)));
}

static void add_change(const struct speaker *speaker, const struct before_and_after *all,
                       struct sentence *sentence)
{
    const struct finding *change = all->change;
    const char *name = gap_name(speaker, all);
    sentence_quote(sentence, change);
    if (change->estimate.state == ESTIMATE_POINT)
        add_point(speaker, all, sentence);
    else if (!finding_is_sure(change))
        words_add(
            speaker, sentence,
            arena_printf(
                speaker->arena,
                words_say(speaker,
                          "%s kan i gennemsnit ikke siges at være ændret efter planens start: "
                          "ændringen ligger %s",
                          "%s cannot be said to have changed on average after the plan’s start: "
                          "the change lies %s"),
                name, words_range(speaker, change, sides_of(all), side_of(all))));
    else
        words_add(
            speaker, sentence,
            arena_printf(speaker->arena,
                         stands_out(all)
                             ? words_say(speaker, "%s er ændret efter planens start: %s",
                                         "%s has changed after the plan’s start: %s")
                             : words_say(speaker,
                                         "%s er i gennemsnit anderledes efter planens start: %s; "
                                         "men at den ændrede sig netop da, er ikke vist",
                                         "%s is on average different after the plan’s start: %s; "
                                         "but that it changed just then is not shown"),
                         name, move_text(speaker, all, change)));
}

/* --- what would explain it ---------------------------------------------------------------------- */

/* Said of any drift the way of the change, sure or not: so few years seldom show one that is there. */
static void add_drift(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *slope = all->slope;
    if (!slope || words_is_zero(slope, slope->estimate.value))
        return;
    bool same_way = slope->estimate.value * all->change->estimate.value > 0;
    if (!same_way && !finding_is_sure(slope))
        return;
    sentence_quote(sentence, slope);
    const char *already = same_way ? words_say(speaker, "allerede ", "already ") : "";
    bool down = slope->estimate.value * side_of(all) < 0;
    const char *limits =
        slope->estimate.state != ESTIMATE_INTERVAL ? ""
        : finding_is_sure(slope)
            ? arena_printf(speaker->arena, " (%s)", words_between(speaker, slope))
            : arena_printf(
                  speaker->arena,
                  words_say(speaker, ", men usikkert: %s om året", ", but uncertainly: %s a year"),
                  words_range(speaker, slope, sides_of(all), side_of(all)));
    words_add(
        speaker, sentence,
        arena_printf(
            speaker->arena,
            down ? words_say(speaker, "%s var %spå vej ned før planens start, med %s om året%s",
                             "%s was %son its way down before the plan’s start, by %s a "
                             "year%s")
                 : words_say(speaker, "%s var %spå vej op før planens start, med %s om året%s",
                             "%s was %son its way up before the plan’s start, by %s a "
                             "year%s"),
            gap_name(speaker, all), already, words_amount(speaker, slope, slope->estimate.value),
            limits));
}

static void add_step(const struct speaker *speaker, const struct before_and_after *all,
                     struct sentence *sentence)
{
    const struct finding *step = all->step;
    if (!step)
        return;
    sentence_quote(sentence, step);
    words_add(
        speaker, sentence,
        finding_is_sure(step)
            ? arena_printf(
                  speaker->arena,
                  words_say(speaker,
                            "Trækkes én jævn tendens over alle målinger fra, står et spring "
                            "tilbage ved planens start: %s",
                            "With one steady slope over all figures taken out, a step is left "
                            "at the plan’s start: %s"),
                  move_text(speaker, all, step))
            : arena_printf(
                  speaker->arena,
                  words_say(speaker,
                            "Trækkes én jævn tendens over alle målinger fra, er der intet "
                            "sikkert spring ved planens start: det ligger %s",
                            "With one steady slope over all figures taken out, there is no "
                            "certain step at the plan’s start: it lies %s"),
                  words_range(speaker, step, sides_of(all), side_of(all))));
}

/* `tre af fem andre datoer viser …` */
static const char *placebo_text(const struct speaker *speaker, size_t as_large, size_t others)
{
    if (others == 1)
        return as_large
                   ? words_say(speaker,
                               "Den ene anden dato, der kan prøves, viser en mindst lige så stor "
                               "ændring",
                               "The one other date that can be tried shows at least as large a "
                               "change")
                   : words_say(speaker,
                               "Den ene anden dato, der kan prøves, viser en mindre ændring; det "
                               "siger ikke meget",
                               "The one other date that can be tried shows a smaller change; "
                               "that does not say much");
    if (!as_large)
        return arena_printf(
            speaker->arena,
            words_say(speaker,
                      "Ingen af %s andre datoer viser en lige så stor ændring; med så "
                      "få datoer siger det ikke meget",
                      "None of %s other dates shows as large a change; with so few "
                      "dates that does not say much"),
            words_count(speaker, others, WORDS_COMMON));
    return arena_printf(
        speaker->arena,
        words_say(speaker, "%s%s af %s andre datoer viser en mindst lige så stor ændring",
                  "%s%s of %s other dates show at least as large a change"),
        words_say(speaker, "Regnet på samme måde: ", "By the same sum, "),
        words_count(speaker, as_large, WORDS_COMMON), words_count(speaker, others, WORDS_COMMON));
}

static void add_placebos(const struct speaker *speaker, const struct before_and_after *all,
                         struct sentence *sentence)
{
    const struct finding *share = all->share;
    if (!share)
        return;
    /* The start is one of the dates, and shows as much as itself. */
    size_t others = share->periods - 1;
    size_t as_large = (size_t)(share->estimate.value / 100 * (double)share->periods + 0.5) - 1;
    char number[NUMBER_TEXT];
    sentence_quote(sentence, share);
    if (others <= COUNTS_IN_WORDS) {
        words_add(speaker, sentence, placebo_text(speaker, as_large, others));
        return;
    }
    wording_number(number, speaker->language, share->estimate.value, wording_decimals(share));
    words_add(
        speaker, sentence,
        arena_printf(speaker->arena,
                     words_say(speaker,
                               "Af de datoer, der kan prøves, planens start medregnet, viser %s "
                               "pct. en mindst lige så stor ændring",
                               "Of the dates that can be tried, the plan’s start among them, %s "
                               "per cent show at least as large a change"),
                     number));
}

/*
 * Of a change that is there: whether drift as before would be enough for it. That it would not is
 * only said of a step beside the slope: a steady drift moves the means by more than the breakdown
 * value reckons with, which begins at the start.
 */
static void add_breakdown(const struct speaker *speaker, const struct before_and_after *all,
                          struct sentence *sentence)
{
    const struct finding *breakdown = all->breakdown;
    char number[NUMBER_TEXT];
    if (!breakdown || !finding_is_sure(all->change))
        return;
    if (!(breakdown->estimate.value < 1) && !stands_out(all))
        return;
    sentence_quote(sentence, breakdown);
    wording_number(number, speaker->language, breakdown->estimate.value,
                   wording_decimals(breakdown));
    words_add(
        speaker, sentence,
        breakdown->estimate.value < 1
            ? words_say(speaker,
                        "Ændringen kan være almindelig drift fra før: udsving som det største fra "
                        "år til år før planens start er nok til at give den",
                        "The change can be ordinary drift from before: moves like the largest "
                        "from year to year before the plan’s start are enough to give it")
            : arena_printf(
                  speaker->arena,
                  words_say(speaker,
                            "For at drift alene kunne give den, skulle afstanden flytte sig %s "
                            "gange så meget om året som i det største udsving før planens start",
                            "For drift alone to give it, the gap would have to move %s times as "
                            "much a year as in the largest move before the plan’s start"),
                  number));
}

static void add_regression(const struct speaker *speaker, const struct before_and_after *all,
                           struct sentence *sentence)
{
    const struct finding *expected = all->expected;
    if (!expected)
        return;
    sentence_quote(sentence, expected);
    words_add(
        speaker, sentence,
        arena_printf(
            speaker->arena,
            words_say(
                speaker,
                "Områder, der er udpeget, fordi de lå yderst i et enkelt af årene før starten, må "
                "ventes at rykke op til %s nærmere de andre af sig selv",
                "Areas that were chosen because they were extreme in a single one of the years "
                "before the start must be expected to move up to %s nearer the others by "
                "themselves"),
            words_amount(speaker, expected, expected->estimate.value)));
    words_add(
        speaker, sentence,
        sentence_regression_share(speaker, all->change, all->before->estimate.value, expected));
}

/* --- the sentences ------------------------------------------------------------------------------ */

static void add_why_not(const struct speaker *speaker, const struct finding *change,
                        struct sentence *sentence)
{
    enum reason reason = change->estimate.reason;
    if (change->hidden)
        reason = hidden_reason(speaker->findings->table, change->indicator, change->area, reason);
    sentence_quote(sentence, change);
    words_add(
        speaker, sentence,
        arena_printf(speaker->arena,
                     words_say(speaker, "%s: før og efter planens start kan ikke sammenlignes (%s)",
                               "%s: before and after the plan’s start cannot be compared (%s)"),
                     change->area->name, reason_text(reason, speaker->language)));
}

struct sentence sentence_before_after(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct before_and_after all = find_all(speaker, indicator, area);
    if (!all.change)
        return sentence;
    if (!can_be_compared(&all)) {
        add_why_not(speaker, all.change, &sentence);
        return sentence;
    }
    add_means(speaker, &all, &sentence);
    add_change(speaker, &all, &sentence);
    add_drift(speaker, &all, &sentence);
    add_step(speaker, &all, &sentence);
    add_placebos(speaker, &all, &sentence);
    add_breakdown(speaker, &all, &sentence);
    add_regression(speaker, &all, &sentence);
    return sentence;
}

struct sentence sentence_before_after_short(const struct speaker *speaker,
                                            const struct indicator *indicator,
                                            const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct before_and_after all = find_all(speaker, indicator, area);
    if (!all.change || !can_be_compared(&all))
        return sentence;
    add_means(speaker, &all, &sentence);
    add_change(speaker, &all, &sentence);
    if (finding_is_sure(all.change)) {
        add_drift(speaker, &all, &sentence);
        add_step(speaker, &all, &sentence);
        add_breakdown(speaker, &all, &sentence);
    }
    add_regression(speaker, &all, &sentence);
    return sentence;
}
