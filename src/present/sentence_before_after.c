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

static const char *words(const struct speaker *speaker, const char *danish, const char *english)
    __attribute__((format_arg(2), format_arg(3)));

static const char *words(const struct speaker *speaker, const char *danish, const char *english)
{
    return say(speaker->language, danish, english);
}

/* What is found before and after of one area; all there but perhaps those that may be NULL. */
struct before_and_after {
    const struct finding *before, *after, *change;
    const struct finding *step, *slope; /* NULL without a value */
    const struct finding *share, *breakdown, *expected;
};

static const struct finding *found(const struct speaker *speaker, const struct indicator *indicator,
                                   const struct area *area, enum statistic statistic)
{
    static const struct period none = {.kind = PERIOD_UNKNOWN};
    return finding_at(speaker->findings, indicator, area, statistic, none);
}

static const struct finding *with_value(const struct finding *finding)
{
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED ? finding : NULL;
}

static struct before_and_after find_all(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *area)
{
    struct before_and_after all = {
        .before = found(speaker, indicator, area, STATISTIC_MEAN_GAP_BEFORE),
        .after = found(speaker, indicator, area, STATISTIC_MEAN_GAP_AFTER),
        .change = found(speaker, indicator, area, STATISTIC_BEFORE_AFTER_MEAN)};
    all.step = with_value(found(speaker, indicator, area, STATISTIC_BEFORE_AFTER_STEP));
    all.slope = with_value(found(speaker, indicator, area, STATISTIC_GAP_SLOPE_BEFORE));
    all.share = with_value(found(speaker, indicator, area, STATISTIC_PLACEBO_SHARE));
    all.breakdown = with_value(found(speaker, indicator, area, STATISTIC_BREAKDOWN));
    all.expected = with_value(found(speaker, indicator, area, STATISTIC_REGRESSION_TO_MEAN));
    return all;
}

static bool can_be_compared(const struct before_and_after *all)
{
    return with_value(all->before) && with_value(all->after) && with_value(all->change);
}

static bool is_sure(const struct finding *finding)
{
    return finding->estimate.state == ESTIMATE_INTERVAL && !words_holds_zero(finding);
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
        return words(speaker, "den samme", "the same");
    return arena_printf(speaker->arena, "%s %s", words_amount(speaker, mean, value),
                        value > 0 ? words(speaker, "højere", "higher")
                                  : words(speaker, "lavere", "lower"));
}

static const char *in_area(const struct speaker *speaker, const struct area *area)
{
    return area->role == AREA_TOTAL ? words(speaker, "i områderne", "in the areas")
                                    : words(speaker, "i området", "in the area");
}

/* `syv målinger`; more than ten are not counted. */
static const char *figures_text(const struct speaker *speaker, const struct finding *mean)
{
    if (mean->periods > COUNTS_IN_WORDS)
        return words(speaker, "målinger", "figures");
    return arena_printf(speaker->arena, "%s %s", words_count(speaker, mean->periods, WORDS_COMMON),
                        words(speaker, "målinger", "figures"));
}

static void add_means(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *before = all->before, *after = all->after;
    sentence_quote(sentence, before);
    sentence_quote(sentence, after);
    words_add(
        speaker, sentence,
        arena_printf(speaker->arena,
                     words(speaker,
                           "%s: i de %s før planens start (%s) var %s i gennemsnit %s %s %s i "
                           "%s, i de %s efter (%s) %s",
                           "%s: in the %s before the plan’s start (%s) %s was on average %s "
                           "%s %s in %s, in the %s after it (%s) %s"),
                     before->area->name, figures_text(speaker, before), words_span(speaker, before),
                     words_subject(speaker, before->indicator), level_text(speaker, before),
                     in_area(speaker, before->area),
                     words_is_zero(before, before->estimate.value) ? words(speaker, "som", "as")
                                                                   : words(speaker, "end", "than"),
                     words_comparator(speaker->language, before->comparator),
                     figures_text(speaker, after), words_span(speaker, after),
                     level_text(speaker, after)));
}

/* `en indsnævring på 9,1 pct.-point (mellem 5,7 og 12,6)`, of a change whose side is sure. */
static const char *move_text(const struct speaker *speaker, const struct before_and_after *all,
                             const struct finding *change)
{
    bool up = change->estimate.value * side_of(all) > 0;
    const char *what = keeps_side(all) ? up ? words(speaker, "en udvidelse på", "a widening of")
                                            : words(speaker, "en indsnævring på", "a narrowing of")
                       : up ? words(speaker, "en stigning på", "a rise of")
                                       : words(speaker, "et fald på", "a fall of");
    return arena_printf(speaker->arena, "%s %s (%s)", what,
                        words_amount(speaker, change, change->estimate.value),
                        words_between(speaker, change));
}

static const char *gap_name(const struct speaker *speaker, const struct before_and_after *all)
{
    return keeps_side(all) ? words(speaker, "Afstanden", "The gap")
                           : words(speaker, "Forskellen", "The difference");
}

/* Whether the change is more than a steady slope over all the years would give. */
static bool stands_out(const struct before_and_after *all)
{
    return is_sure(all->change) && all->step && is_sure(all->step);
}

/* A change that nothing is known of but its size: no years to judge chance by. */
static void add_point(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *change = all->change;
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           words(speaker,
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
    else if (!is_sure(change))
        words_add(speaker, sentence,
                  arena_printf(speaker->arena,
                               words(speaker,
                                     "%s kan ikke siges at være ændret efter planens start: "
                                     "ændringen ligger %s",
                                     "%s cannot be said to have changed after the plan’s start: "
                                     "the change lies %s"),
                               name, words_range(speaker, change, sides_of(all), side_of(all))));
    else
        words_add(speaker, sentence,
                  arena_printf(speaker->arena,
                               stands_out(all)
                                   ? words(speaker, "%s er ændret efter planens start: %s",
                                           "%s has changed after the plan’s start: %s")
                                   : words(speaker,
                                           "%s er i gennemsnit en anden efter planens start: %s; "
                                           "men at den ændrede sig netop dér, er ikke vist",
                                           "%s is on average another after the plan’s start: %s; "
                                           "but that it changed just there is not shown"),
                               name, move_text(speaker, all, change)));
}

/* --- what would explain it ---------------------------------------------------------------------- */

/* Said of any drift the way of the change, sure or not: so few years seldom show one that is there. */
static void add_drift(const struct speaker *speaker, const struct before_and_after *all,
                      struct sentence *sentence)
{
    const struct finding *slope = all->slope;
    if (!slope || words_is_zero(slope, slope->estimate.value) ||
        !(slope->estimate.value * all->change->estimate.value > 0))
        return;
    sentence_quote(sentence, slope);
    bool down = slope->estimate.value * side_of(all) < 0;
    const char *limits =
        slope->estimate.state != ESTIMATE_INTERVAL ? ""
        : is_sure(slope) ? arena_printf(speaker->arena, " (%s)", words_between(speaker, slope))
                         : arena_printf(speaker->arena,
                                        words(speaker, ", men usikkert: %s om året",
                                              ", but uncertainly: %s a year"),
                                        words_range(speaker, slope, sides_of(all), side_of(all)));
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           down ? words(speaker,
                                        "%s var allerede på vej ned før planens start, med %s om "
                                        "året%s",
                                        "%s was on its way down already before the plan’s start, "
                                        "by %s a year%s")
                                : words(speaker,
                                        "%s var allerede på vej op før planens start, med %s om "
                                        "året%s",
                                        "%s was on its way up already before the plan’s start, by "
                                        "%s a year%s"),
                           gap_name(speaker, all),
                           words_amount(speaker, slope, slope->estimate.value), limits));
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
        is_sure(step)
            ? arena_printf(speaker->arena,
                           words(speaker,
                                 "Trækkes én jævn tendens over alle målinger fra, står et spring "
                                 "tilbage ved planens start: %s",
                                 "With one steady slope over all figures taken out, a step is left "
                                 "at the plan’s start: %s"),
                           move_text(speaker, all, step))
            : arena_printf(speaker->arena,
                           words(speaker,
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
        return as_large ? words(speaker,
                                "Den ene anden dato, der kan prøves, viser en mindst lige så stor "
                                "ændring",
                                "The one other date that can be tried shows at least as large a "
                                "change")
                        : words(speaker,
                                "Den ene anden dato, der kan prøves, viser en mindre ændring; det "
                                "siger ikke meget",
                                "The one other date that can be tried shows a smaller change; "
                                "that does not say much");
    if (!as_large)
        return arena_printf(speaker->arena,
                            words(speaker,
                                  "Ingen af %s andre datoer viser en lige så stor ændring; med så "
                                  "få datoer siger det ikke meget",
                                  "None of %s other dates shows as large a change; with so few "
                                  "dates that does not say much"),
                            words_count(speaker, others, WORDS_COMMON));
    return arena_printf(
        speaker->arena,
        words(speaker, "%s%s af %s andre datoer viser en mindst lige så stor ændring",
              "%s%s of %s other dates show at least as large a change"),
        words(speaker, "Regnet på samme måde: ", "By the same sum, "),
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
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           words(speaker,
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
    if (!breakdown || !is_sure(all->change))
        return;
    if (!(breakdown->estimate.value < 1) && !stands_out(all))
        return;
    sentence_quote(sentence, breakdown);
    wording_number(number, speaker->language, breakdown->estimate.value,
                   wording_decimals(breakdown));
    words_add(
        speaker, sentence,
        breakdown->estimate.value < 1
            ? words(speaker,
                    "Ændringen kan være almindelig drift fra før: udsving som det største fra "
                    "år til år før planens start er nok til at give den",
                    "The change can be ordinary drift from before: moves like the largest "
                    "from year to year before the plan’s start are enough to give it")
            : arena_printf(
                  speaker->arena,
                  words(speaker,
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
            words(
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
                     words(speaker, "%s: før og efter planens start kan ikke sammenlignes (%s)",
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
    if (is_sure(all.change)) {
        add_drift(speaker, &all, &sentence);
        add_step(speaker, &all, &sentence);
        add_breakdown(speaker, &all, &sentence);
    }
    add_regression(speaker, &all, &sentence);
    return sentence;
}

/* --- the two changes ---------------------------------------------------------------------------- */

/* `faldt 3,1 pct.-point` */
static const char *own_text(const struct speaker *speaker, const struct finding *change)
{
    double value = change->estimate.value;
    if (words_is_zero(change, value))
        return words(speaker, "var uændret", "was unchanged");
    return arena_printf(speaker->arena,
                        value > 0 ? words(speaker, "steg %s", "rose by %s")
                                  : words(speaker, "faldt %s", "fell by %s"),
                        words_amount(speaker, change, value));
}

static const char *moved_text(const struct speaker *speaker, const char *code, bool is_total)
{
    static const struct {
        const char *code, *danish, *english;
    } moved[] = {
        {"area", "Kun i %s er ændringen større, end tilfældige udsving plejer at give",
         "Only in %s is the change larger than chance tends to give"},
        {"comparator",
         "I %s er ændringen ikke større, end tilfældige udsving plejer at give; hos "
         "sammenligningen er den",
         "In %s the change is no larger than chance tends to give; in what it is compared with it "
         "is"},
        {"both",
         "Både i %s og hos sammenligningen er ændringen større, end tilfældige udsving plejer at "
         "give",
         "Both in %s and in what it is compared with is the change larger than chance tends to "
         "give"},
        {"neither",
         "Hverken i %s eller hos sammenligningen er ændringen større, end tilfældige udsving "
         "plejer at give",
         "Neither in %s nor in what it is compared with is the change larger than chance tends to "
         "give"},
        {"undetermined",
         "Om det er %s eller sammenligningen, der har flyttet sig, kan ikke afgøres",
         "Whether it is %s or what it is compared with that has moved cannot be determined"}};
    const char *area =
        is_total ? words(speaker, "områderne", "the areas") : words(speaker, "området", "the area");
    for (size_t i = 0; code && i < sizeof moved / sizeof *moved; i++)
        if (strcmp(code, moved[i].code) == 0) {
            const char *words_of_it = words(speaker, moved[i].danish, moved[i].english);
            const char *place = strstr(words_of_it, "%s");
            return arena_printf(speaker->arena, "%.*s%s%s", (int)(place - words_of_it), words_of_it,
                                area, place + 2);
        }
    return "";
}

struct sentence sentence_both_changes(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *gap = with_value(found(speaker, indicator, area, STATISTIC_GAP_CHANGE));
    const struct finding *own =
        with_value(found(speaker, indicator, area, STATISTIC_GAP_CHANGE_AREA));
    const struct finding *other =
        with_value(found(speaker, indicator, area, STATISTIC_GAP_CHANGE_COMPARATOR));
    const struct finding *moved = found(speaker, indicator, area, STATISTIC_GAP_CHANGE_MOVED);
    if (!gap || !own || !other || !moved)
        return sentence;
    sentence_quote(&sentence, own);
    sentence_quote(&sentence, other);
    sentence_quote(&sentence, gap);
    sentence_quote(&sentence, moved);
    const char *range =
        gap->estimate.state == ESTIMATE_INTERVAL
            ? arena_printf(speaker->arena, " (%s)", words_range(speaker, gap, WORDS_CHANGE, 1))
            : "";
    words_add(
        speaker, &sentence,
        arena_printf(speaker->arena,
                     words(speaker, "%s: %s %s %s og %s i %s, %s", "%s: %s %s %s and %s in %s, %s"),
                     area->name, words_subject(speaker, indicator), own_text(speaker, own),
                     in_area(speaker, area), own_text(speaker, other),
                     words_comparator(speaker->language, other->comparator),
                     words_span(speaker, gap)));
    words_add(speaker, &sentence,
              arena_printf(speaker->arena,
                           words(speaker, "Forskellen mellem dem har flyttet sig %s%s",
                                 "The difference between them has moved by %s%s"),
                           words_amount(speaker, gap, gap->estimate.value), range));
    words_add(speaker, &sentence, moved_text(speaker, moved->text, area->role == AREA_TOTAL));
    sentence_add_regression_of_year(speaker, &sentence, gap);
    return sentence;
}
