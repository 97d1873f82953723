/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/target_words.h"

#include "pejling/base/text.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

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
    return say(language, "kan ikke afgøres", "cannot be determined");
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

/* What a sentence about a target is made with. */
struct teller {
    const struct speaker *speaker;
    const struct target_outlook *outlook;
    const struct finding *value; /* the target itself: for its unit */
};

static const char *number_text(const struct teller *teller, double number, int decimals)
{
    char text[NUMBER_TEXT];
    return arena_copy(teller->speaker->arena,
                      wording_number(text, teller->speaker->language, number, decimals));
}

static const char *with_unit(const struct teller *teller, const char *number)
{
    const char *unit = words_unit(teller->speaker, teller->value);
    return arena_printf(teller->speaker->arena, "%s%s%s", number, *unit ? NBSP : "", unit);
}

/* `mellem 20,9 og 27,4`, with as many decimals as it takes to hold them against the target. */
static const char *between(const struct teller *teller, const struct estimate *estimate)
{
    int decimals = target_figure_decimals(teller->outlook->target);
    return arena_printf(teller->speaker->arena,
                        words_say(teller->speaker, "mellem %s og %s", "between %s and %s"),
                        number_text(teller, estimate->lower, decimals),
                        number_text(teller, estimate->upper, decimals));
}

/* ` i 2023`; nothing of an unknown period. */
static const char *when(const struct teller *teller, struct period period)
{
    const char *text = words_in(teller->speaker, period);
    return *text ? arena_printf(teller->speaker->arena, " %s", text) : "";
}

/* `24,0 pct. i 2023 (mellem 20,9 og 27,4)`. */
static const char *figure_then(const struct teller *teller, const struct finding *level)
{
    const struct estimate *estimate = &level->estimate;
    int decimals = target_figure_decimals(teller->outlook->target);
    const char *figure = with_unit(teller, number_text(teller, estimate->value, decimals));
    const char *then = when(teller, level->from);
    if (estimate->state != ESTIMATE_INTERVAL)
        return arena_printf(teller->speaker->arena, "%s%s", figure, then);
    return arena_printf(teller->speaker->arena, "%s%s (%s)", figure, then,
                        between(teller, estimate));
}

/* The subject as a sentence begins with it, or within it. */
static const char *subject(const struct teller *teller, bool begins)
{
    const char *text = words_subject(teller->speaker, teller->outlook->target->indicator);
    return begins ? text_capitalised(teller->speaker->arena, text) : text;
}

static const char *stated(const struct teller *teller)
{
    const struct target *target = teller->outlook->target;
    const char *number = number_text(teller, target->value, target_decimals(target->value));
    return arena_printf(teller->speaker->arena,
                        words_say(teller->speaker, "%s: målet er %s%s", "%s: the target is %s%s"),
                        target->area->name, with_unit(teller, number),
                        when(teller, target->period));
}

/* A measured figure, and what it makes of the target. */
static const char *measured(const struct teller *teller, const struct finding *level)
{
    const struct speaker *speaker = teller->speaker;
    bool early = teller->outlook->basis == TARGET_BY_LATEST;
    return arena_printf(
        speaker->arena, "%s %s %s: %s", subject(teller, true),
        early ? words_say(speaker, "var allerede", "was already")
              : words_say(speaker, "var", "was"),
        figure_then(teller, level),
        teller->outlook->state == TARGET_REACHED
            ? early ? words_say(speaker, "målet er nået, men dets eget år er ikke målt endnu",
                                "the target is reached, but its own year is not measured yet")
                    : words_say(speaker, "målet er nået", "the target is reached")
            : words_say(speaker, "målet blev ikke nået", "the target was not reached"));
}

static const char *led(const struct teller *teller)
{
    static const char *const ends[TARGET_STATES][2] = {
        [TARGET_NOT_DETERMINABLE] =
            {": det kan ikke afgøres, om målet nås",
             ": it cannot be determined whether the target will be reached"},
        [TARGET_ON_COURSE] = {" og er dermed på vej mod målet",
                              ", which is on course for the target"},
        [TARGET_OFF_COURSE] = {" og er dermed ikke på vej mod målet",
                               ", which is off course for the target"}};
    const struct speaker *speaker = teller->speaker;
    const struct target_outlook *outlook = teller->outlook;
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    return arena_printf(speaker->arena,
                        words_say(speaker, "Fortsætter udviklingen fra %s til %s, ligger %s %s%s%s",
                                  "If the development from %s to %s goes on, %s will lie %s%s%s"),
                        period_label(from, outlook->from), period_label(to, outlook->to),
                        subject(teller, false),
                        with_unit(teller, between(teller, &outlook->estimate)),
                        when(teller, outlook->target->period),
                        say(speaker->language, ends[outlook->state][0], ends[outlook->state][1]));
}

static const char *untold(const struct teller *teller)
{
    const struct speaker *speaker = teller->speaker;
    enum reason reason = teller->outlook->reason;
    if (reason == REASON_MISSING)
        return words_say(speaker, "Der er ingen tal at holde op mod målet",
                         "There are no figures to hold against the target");
    return arena_printf(
        speaker->arena,
        words_say(speaker, "Det kan ikke afgøres, om målet nås (%s)",
                  "It cannot be determined whether the target will be reached (%s)"),
        reason == REASON_NOT_APPLICABLE ? words_say(speaker, "indikatoren har ingen god retning",
                                                    "the indicator has no good direction")
                                        : reason_text(reason, speaker->language));
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
    const struct teller teller = {speaker, outlook,
                                  finding_at(speaker->findings, target->indicator, target->area,
                                             STATISTIC_TARGET_VALUE, target->period)};
    bool decided = outlook->basis == TARGET_BY_FIGURE || outlook->basis == TARGET_BY_LATEST;
    struct sentence sentence = {.text = ""};
    sentence_quote(&sentence, teller.value);
    sentence_quote(&sentence, finding_at(speaker->findings, target->indicator, target->area,
                                         STATISTIC_TARGET, target->period));
    sentence_quote(&sentence, level);
    words_add(speaker, &sentence, stated(&teller));
    if (decided && level) {
        words_add(speaker, &sentence, measured(&teller, level));
        if (target_holds(outlook))
            words_add(speaker, &sentence,
                      words_say(speaker, "Målet ligger inden for tallets usikkerhed",
                                "The target lies within the figure's uncertainty"));
        return sentence;
    }
    if (level)
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena, words_say(speaker, "%s var %s", "%s was %s"),
                               subject(&teller, true), figure_then(&teller, level)));
    words_add(speaker, &sentence,
              outlook->basis == TARGET_BY_TREND ? led(&teller) : untold(&teller));
    return sentence;
}
