/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/change_words.h"

#include <string.h>

#define IN_ROW 3 /* the most periods named one by one */

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

static const struct {
    enum verdict_cause cause;
    const char *danish, *english;
} causes_in_words[VERDICT_CAUSES] = {
    {CAUSE_NEW, "nye tal", "new figures"},
    {CAUSE_REVISED, "reviderede tal", "revised figures"},
    {CAUSE_HIDDEN, "tal, der er skjult, vist eller afrundet på en anden måde",
     "figures that are hidden, shown or rounded in another way"},
    {CAUSE_OTHER_SERIES, "andre serier, der vurderes sammen med denne",
     "other series that are judged together with this one"},
    {CAUSE_BREAKS, "ændrede databrud", "other breaks in the series"},
    {CAUSE_METHOD, "en ændret metode", "another method"},
};

const char *change_causes(struct arena *arena, enum language language, unsigned causes)
{
    const char *words[VERDICT_CAUSES];
    size_t count = 0;
    for (size_t i = 0; i < VERDICT_CAUSES; i++)
        if (causes & causes_in_words[i].cause)
            words[count++] = say(language, causes_in_words[i].danish, causes_in_words[i].english);
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

const char *change_direction(enum language language, const struct latest_move *move)
{
    enum polarity polarity = move->to->indicator->polarity;
    if (polarity == POLARITY_NEUTRAL)
        return "";
    bool better = (move->change.value > 0) == (polarity == POLARITY_UP);
    return better ? say(language, " (bedre)", " (better)") : say(language, " (værre)", " (worse)");
}
