/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/change_words.h"

#include <string.h>

#include "pejling/present/indicator_order.h"

#define IN_ROW 3     /* the most periods named one by one */
#define MOST_NAMED 8 /* indicators */

const char *change_listed(struct arena *arena, enum language language, const char *const *words,
                          size_t count)
{
    const char *list = count ? words[0] : "";
    for (size_t i = 1; i < count; i++)
        list = arena_printf(arena, "%s%s%s", list,
                            i + 1 < count ? ", " : say(language, " og ", " and "), words[i]);
    return list;
}

const char *change_period(struct arena *arena, struct period period)
{
    char text[PERIOD_TEXT];
    return arena_copy(arena, period_label(text, period));
}

void change_periods_add(struct arena *arena, struct change_periods *periods, struct period period)
{
    size_t at = periods->count;
    while (at > 0 && period_compare(periods->items[at - 1], period) > 0)
        at--;
    if (at > 0 && period_compare(periods->items[at - 1], period) == 0)
        return;
    periods->items = arena_grow(arena, periods->items, periods->count, &periods->capacity,
                                sizeof *periods->items);
    memmove(periods->items + at + 1, periods->items + at,
            (periods->count - at) * sizeof *periods->items);
    periods->items[at] = period;
    periods->count++;
}

const char *change_periods_text(struct arena *arena, enum language language,
                                const struct change_periods *periods)
{
    static const char *const few[][2] = {
        [4] = {"fire", "four"}, [5] = {"fem", "five"},   [6] = {"seks", "six"},
        [7] = {"syv", "seven"}, [8] = {"otte", "eight"}, [9] = {"ni", "nine"},
        [10] = {"ti", "ten"}};
    const char *labels[IN_ROW];
    if (periods->count > IN_ROW) {
        const char *count = periods->count <= 10
                                ? say(language, few[periods->count][0], few[periods->count][1])
                                : arena_printf(arena, "%zu", periods->count);
        return arena_printf(arena,
                            say(language, "%s perioder fra %s til %s", "%s periods from %s to %s"),
                            count, change_period(arena, periods->items[0]),
                            change_period(arena, periods->items[periods->count - 1]));
    }
    for (size_t i = 0; i < periods->count; i++)
        labels[i] = change_period(arena, periods->items[i]);
    return change_listed(arena, language, labels, periods->count);
}

static const struct {
    const char *code, *danish, *english;
} kinds[CHANGE_KINDS] = {
    [CHANGE_NEW] = {"new", "nyt tal", "new figure"},
    [CHANGE_NEW_HIDDEN] = {"new_hidden", "nyt tal, skjult", "new figure, hidden"},
    [CHANGE_REVISED] = {"revised", "revideret tal", "revised figure"},
    [CHANGE_GONE] = {"gone", "ikke længere med", "no longer there"},
    [CHANGE_HIDDEN] = {"hidden", "nu skjult", "now hidden"},
    [CHANGE_SHOWN] = {"shown", "nu vist", "now shown"},
};

const char *change_kind(enum language language, enum change_kind kind)
{
    return say(language, kinds[kind].danish, kinds[kind].english);
}

const char *change_kind_code(enum change_kind kind)
{
    return kinds[kind].code;
}

/* `, hvor tal er revideret: Ledige og Sigtede`, of the other series; how many where they are many. */
static const char *others_text(struct arena *arena, enum language language,
                               const struct area_news *item)
{
    const char *names[MOST_NAMED] = {NULL};
    size_t count = item->others.count;
    for (size_t i = 0; i < count && i < MOST_NAMED; i++)
        names[i] = indicator_label(item->others.items[i]);
    const char *which =
        count > MOST_NAMED
            ? arena_printf(arena, say(language, "%zu indikatorer", "%zu indicators"), count)
            : change_listed(arena, language, names, count);
    unsigned added = 1u << CHANGE_NEW | 1u << CHANGE_NEW_HIDDEN;
    const char *how = item->other_changes == 1u << CHANGE_REVISED
                          ? say(language, "tal er revideret", "figures were revised")
                      : item->other_changes & ~added
                          ? say(language, "tal er ændret", "figures have changed")
                          : say(language, "der er nye tal", "there are new figures");
    return arena_printf(arena, say(language, ", hvor %s: %s", ", where %s: %s"), how, which);
}

/* Which series they are, so that the reader sees the link. */
static const char *other_series(struct arena *arena, enum language language,
                                const struct area_news *item)
{
    bool stock = item->indicator->accrual == ACCRUAL_STOCK;
    const char *kind = stock ? say(language, "bestand", "stock") : say(language, "strøm", "flow");
    if (!item->others.count)
        return say(language, "andre serier, der vurderes sammen med denne",
                   "other series that are judged together with this one");
    return arena_printf(arena,
                        say(language,
                            "andre serier af samme slags (%s), der vurderes sammen med denne%s",
                            "other series of the same class (%s) that are judged together with "
                            "this one%s"),
                        kind, others_text(arena, language, item));
}

static const struct {
    enum verdict_cause cause;
    const char *danish, *english;
} causes_in_words[VERDICT_CAUSES] = {
    {CAUSE_NEW, "nye tal", "new figures"},
    {CAUSE_REVISED, "reviderede tal", "revised figures"},
    {CAUSE_HIDDEN, "tal, der er skjult, vist eller afrundet på en anden måde",
     "figures that are hidden, shown or rounded in another way"},
    {CAUSE_BREAKS, "ændrede databrud", "other breaks in the series"},
    {CAUSE_METHOD, "en ændret metode", "another method"},
    {CAUSE_OTHER_SERIES, NULL, NULL}, /* other_series(), last as it ends with a list */
};

const char *change_causes(struct arena *arena, enum language language, const struct area_news *item)
{
    const char *words[VERDICT_CAUSES];
    size_t count = 0;
    for (size_t i = 0; i < VERDICT_CAUSES; i++)
        if (item->causes & causes_in_words[i].cause)
            words[count++] =
                causes_in_words[i].cause == CAUSE_OTHER_SERIES
                    ? other_series(arena, language, item)
                    : say(language, causes_in_words[i].danish, causes_in_words[i].english);
    return change_listed(arena, language, words, count);
}

const char *change_causes_code(struct arena *arena, unsigned causes)
{
    const char *codes = "";
    for (size_t i = 0; i < VERDICT_CAUSES; i++)
        if (causes & causes_in_words[i].cause)
            codes = arena_printf(arena, "%s%s%s", codes, *codes ? " " : "",
                                 verdict_cause_code(causes_in_words[i].cause));
    return codes;
}

const char *change_basis(enum language language, const struct edition_news *news)
{
    if (news->method_changed)
        return say(
            language,
            "Reglen for vurderingerne, eller programmet, der følger den, er ændret siden den "
            "tidligere udgave: ud fra dens egne tal ville nogle vurderinger i dag være "
            "andre end dem, den viste.",
            "The rule for the verdicts, or the program that follows it, has changed since "
            "the earlier edition: on its own figures some verdicts would be others today "
            "than those it showed.");
    return say(language,
               "Begge udgaver er vurderet efter samme regel ud fra de tal, de hver især viser.",
               "Both editions are judged by the same rule, each on the figures it shows.");
}

const char *change_direction(enum language language, const struct latest_move *move)
{
    enum polarity polarity = move->to->indicator->polarity;
    if (polarity == POLARITY_NEUTRAL)
        return "";
    bool better = (move->change.value > 0) == (polarity == POLARITY_UP);
    return better ? say(language, " (bedre)", " (better)") : say(language, " (værre)", " (worse)");
}
