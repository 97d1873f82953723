/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/target_words.h"

#include <math.h>

#include "pejling/present/period_words.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"
#define MOST_DECIMALS 3

const char *target_state_text(enum language language, const struct target_outlook *outlook)
{
    switch (outlook->state) {
    case TARGET_REACHED:
        return say(language, "nået", "reached");
    case TARGET_ON_COURSE:
        return say(language, "på vej", "on course");
    case TARGET_OFF_COURSE:
        return outlook->basis == TARGET_BY_FIGURE ? say(language, "ikke nået", "not reached")
                                                  : say(language, "ikke på vej", "off course");
    case TARGET_NOT_DETERMINABLE:
    case TARGET_STATES:
        break;
    }
    return say(language, "kan ikke afgøres", "cannot be told");
}

const char *target_basis_text(enum language language, enum target_basis basis)
{
    switch (basis) {
    case TARGET_BY_FIGURE:
        return say(language, "målt i målets periode eller den første derefter",
                   "measured in the target's period or the first one after");
    case TARGET_BY_LATEST:
        return say(language, "seneste tal", "latest figure");
    case TARGET_BY_TREND:
        return say(language, "hvor udviklingen fører hen, hvis den fortsætter",
                   "where the development leads if it goes on");
    case TARGET_BY_NOTHING:
        break;
    }
    return "";
}

int target_decimals(double value)
{
    int decimals = 0;
    while (decimals < MOST_DECIMALS && fabs(number_round(value, decimals) - value) > 0)
        decimals++;
    return decimals;
}

/* `24,0 pct. (20,9 til 27,4) i 2023`. */
static const char *figure_then(const struct speaker *speaker, const struct finding *level)
{
    const char *interval = wording_interval(speaker->arena, speaker->language, level);
    return arena_printf(speaker->arena, "%s" NBSP "%s%s%s%s %s",
                        wording_value(speaker->arena, speaker->language, level),
                        level->indicator->unit, *interval ? " (" : "", interval,
                        *interval ? ")" : "",
                        period_when(speaker->arena, speaker->language, level->from));
}

static const char *stated(const struct speaker *speaker, const struct target *target)
{
    char number[NUMBER_TEXT];
    wording_number(number, speaker->language, target->value, target_decimals(target->value));
    return arena_printf(speaker->arena,
                        say(speaker->language, "Målet for %s er %s" NBSP "%s %s.",
                            "The target for %s is %s" NBSP "%s %s."),
                        target->area->name, number, target->indicator->unit,
                        period_when(speaker->arena, speaker->language, target->period));
}

/* A measured figure, and what it makes of the target. */
static const char *measured(const struct speaker *speaker, const struct target_outlook *outlook,
                            const struct finding *level)
{
    bool early = outlook->basis == TARGET_BY_LATEST;
    const char *was = early
                          ? say(speaker->language, "Tallet var allerede", "The figure was already")
                          : say(speaker->language, "Tallet var", "The figure was");
    const char *reached =
        outlook->state == TARGET_REACHED
            ? say(speaker->language, "målet er nået", "the target is reached")
            : say(speaker->language, "målet blev ikke nået", "the target was not reached");
    return arena_printf(speaker->arena, " %s %s: %s.%s", was, figure_then(speaker, level), reached,
                        target_holds(outlook)
                            ? say(speaker->language, " Målet ligger inden for tallets usikkerhed.",
                                  " The target lies within the figure's uncertainty.")
                            : "");
}

static const char *led(const struct speaker *speaker, const struct target_outlook *outlook)
{
    static const char *const words[TARGET_STATES][2] = {
        [TARGET_NOT_DETERMINABLE] = {"det kan ikke afgøres, om målet nås",
                                     "it cannot be told whether the target will be reached"},
        [TARGET_ON_COURSE] = {"tallet er på vej til at nå målet",
                              "the figure is on course for the target"},
        [TARGET_OFF_COURSE] = {"tallet er ikke på vej til at nå målet",
                               "the figure is not on course for the target"}};
    char lower[NUMBER_TEXT], upper[NUMBER_TEXT], from[PERIOD_TEXT], to[PERIOD_TEXT];
    const struct indicator *indicator = outlook->target->indicator;
    wording_number(lower, speaker->language, outlook->estimate.lower, indicator->decimals);
    wording_number(upper, speaker->language, outlook->estimate.upper, indicator->decimals);
    return arena_printf(
        speaker->arena,
        say(speaker->language,
            " Fortsætter udviklingen fra %s til %s, ligger det mellem %s og %s" NBSP "%s %s: %s.",
            " If the development from %s to %s goes on, it will lie between %s and "
            "%s" NBSP "%s %s: %s."),
        period_label(from, outlook->from), period_label(to, outlook->to), lower, upper,
        indicator->unit, period_when(speaker->arena, speaker->language, outlook->target->period),
        say(speaker->language, words[outlook->state][0], words[outlook->state][1]));
}

static const char *untold(const struct speaker *speaker, const struct target_outlook *outlook)
{
    if (outlook->reason == REASON_NOT_APPLICABLE)
        return say(speaker->language,
                   " Det kan ikke afgøres, om målet nås: indikatoren har ingen god retning.",
                   " It cannot be told whether the target will be reached: the indicator has no "
                   "good direction.");
    if (outlook->reason == REASON_MISSING)
        return say(speaker->language, " Der er ingen tal at holde op mod målet.",
                   " There are no figures to hold against the target.");
    return arena_printf(speaker->arena,
                        say(speaker->language, " Det kan ikke afgøres, om målet nås (%s).",
                            " It cannot be told whether the target will be reached (%s)."),
                        reason_text(outlook->reason, speaker->language));
}

/* The level that the sentence tells: the one that decides, or the last that leads on. */
static const struct finding *told_level(const struct speaker *speaker,
                                        const struct target_outlook *outlook)
{
    const struct target *target = outlook->target;
    if (outlook->basis == TARGET_BY_NOTHING)
        return finding_latest(speaker->findings, target->indicator, target->area, STATISTIC_LEVEL);
    return finding_at(speaker->findings, target->indicator, target->area, STATISTIC_LEVEL,
                      outlook->to);
}

struct sentence target_sentence(const struct speaker *speaker, const struct target_outlook *outlook)
{
    const struct target *target = outlook->target;
    const struct finding *level = told_level(speaker, outlook);
    const char *then = "", *end;
    struct sentence sentence = {.text = ""};
    sentence_quote(&sentence, finding_at(speaker->findings, target->indicator, target->area,
                                         STATISTIC_TARGET_VALUE, target->period));
    sentence_quote(&sentence, finding_at(speaker->findings, target->indicator, target->area,
                                         STATISTIC_TARGET, target->period));
    sentence_quote(&sentence, level);
    bool decided = outlook->basis == TARGET_BY_FIGURE || outlook->basis == TARGET_BY_LATEST;
    if (level && !decided)
        then = arena_printf(speaker->arena,
                            say(speaker->language, " Tallet var %s.", " The figure was %s."),
                            figure_then(speaker, level));
    if (decided && level)
        end = measured(speaker, outlook, level);
    else
        end = outlook->basis == TARGET_BY_TREND ? led(speaker, outlook) : untold(speaker, outlook);
    sentence.text = arena_printf(speaker->arena, "%s%s%s", stated(speaker, target), then, end);
    return sentence;
}
