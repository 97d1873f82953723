/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds a sentence against the findings that it quotes: every number of it is one of theirs as
 * readers see it, or a part of their periods; every word of direction agrees with them; nothing in
 * it speaks of causes.
 */
#ifndef PEJLING_TESTS_SENTENCE_CHECK_H
#define PEJLING_TESTS_SENTENCE_CHECK_H

#include "sentence_world.h"

#include <math.h>

#include "pejling/findings/findings.h"
#include "pejling/present/wording.h"
#include "pejling/stats/distribution.h"

struct chance {
    unsigned seed;
};

static inline unsigned chance_between(struct chance *chance, unsigned from, unsigned to)
{
    chance->seed = chance->seed * 1664525 + 1013904223;
    return from + (chance->seed >> 8) % (to - from + 1);
}

static inline void say_sentence(const char *why, const struct sentence *sentence)
{
    fail_msg("%s: %s", why, sentence->text);
}

/* --- numbers --------------------------------------------------------------------------------- */
static inline bool is_number_of(enum language language, const struct finding *finding,
                                const char *number)
{
    char text[NUMBER_TEXT];
    const struct estimate *estimate = &finding->estimate;
    const double values[] = {estimate->value, estimate->lower, estimate->upper};
    size_t count = estimate->state == ESTIMATE_INTERVAL ? 3 : estimate->state == ESTIMATE_POINT;
    for (size_t i = 0; i < count; i++) {
        wording_number(text, language, fabs(values[i]), wording_decimals(finding));
        if (strcmp(text, number) == 0)
            return true;
        snprintf(text, sizeof text, "%.0f", values[i]); /* the year that can be told */
        if (finding->statistic == STATISTIC_DETERMINABLE_YEAR && strcmp(text, number) == 0)
            return true;
    }
    return false;
}

/* `2021`, `2020/21`, `4` of a quarter, `16` of a date. */
static inline bool is_part_of(struct period period, const char *number)
{
    char text[PERIOD_TEXT];
    const int parts[] = {period.year, period.month, period.day};
    if (strcmp(period_text(text, period), number) == 0)
        return true;
    for (size_t i = 0; i < 3; i++) {
        snprintf(text, sizeof text, "%d", parts[i]);
        if (strcmp(text, number) == 0)
            return true;
    }
    return false;
}

static inline bool is_quoted(enum language language, const struct sentence *sentence,
                             const char *number)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const struct finding *finding = sentence->quoted[i];
        if (is_number_of(language, finding, number) || is_part_of(finding->from, number) ||
            is_part_of(finding->to, number))
            return true;
    }
    return false;
}

/* Digits of a unit are not numbers: `pr. 1.000`. */
static inline const char *behind_unit(const char *text)
{
    static const char *const units[] = {"pr. 1.000", "per 1,000"};
    for (size_t i = 0; i < 2; i++)
        if (strncmp(text, units[i], strlen(units[i])) == 0)
            return text + strlen(units[i]);
    return text;
}

static inline void check_numbers(enum language language, const struct sentence *sentence,
                                 const char *text)
{
    char number[NUMBER_TEXT];
    while (*text) {
        const char *behind = behind_unit(text);
        size_t length = strspn(text, "0123456789.,/");
        if (behind != text) {
            text = behind;
            continue;
        }
        if (!length || !strchr("0123456789", *text)) {
            text++;
            continue;
        }
        snprintf(number, sizeof number, "%.*s", (int)length, text);
        for (size_t i = length; i-- > 1 && strchr(".,", number[i]);)
            number[i] = '\0';
        if (!is_quoted(language, sentence, number))
            fail_msg("»%s« is no number of a quoted finding: %s", number, sentence->text);
        text += length;
    }
}

/* --- words ----------------------------------------------------------------------------------- */
static inline const struct finding *quoted(const struct sentence *sentence,
                                           enum statistic statistic)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->quoted[i]->statistic == statistic)
            return sentence->quoted[i];
    return NULL;
}

/* A word, the statistic that must be quoted for it, and what that must say. */
struct claim {
    const char *danish, *english;
    enum statistic statistic;
    const char *text; /* of the finding, else its sign */
    int sign;
};

static inline void check_claim(enum language language, const struct sentence *sentence,
                               const struct claim *claim)
{
    const char *words = say(language, claim->danish, claim->english);
    if (!strstr(sentence->text, words))
        return;
    const struct finding *finding = quoted(sentence, claim->statistic);
    if (!finding && claim->statistic == STATISTIC_GAP)
        finding = quoted(sentence, STATISTIC_GAP_REST);
    if (!finding)
        say_sentence("a word without its finding", sentence);
    if (claim->text && (!finding->text || strcmp(finding->text, claim->text) != 0))
        say_sentence("a word against its verdict", sentence);
    if (!claim->text && !(finding->estimate.value * claim->sign > 0))
        say_sentence("a word against its sign", sentence);
}

/* Improvement and deterioration of a level, by the indicator's good direction. */
static inline void check_judgement(enum language language, const struct sentence *sentence)
{
    static const struct {
        const char *danish, *english;
        int better;
    } words[] = {{"en forbedring på", "an improvement of", 1},
                 {"en forværring på", "a deterioration of", -1},
                 {"den rigtige vej", "the right direction", 1},
                 {"den forkerte vej", "the wrong direction", -1}};
    const struct finding *change = quoted(sentence, STATISTIC_LEVEL_CHANGE);
    for (size_t i = 0; i < 4; i++) {
        if (!strstr(sentence->text, say(language, words[i].danish, words[i].english)))
            continue;
        assert_non_null(change);
        enum polarity polarity = change->indicator->polarity;
        int good = polarity == POLARITY_UP ? 1 : polarity == POLARITY_DOWN ? -1 : 0;
        if (!(change->estimate.value * good * words[i].better > 0))
            say_sentence("better and worse are confused", sentence);
    }
}

static inline void check_words(enum language language, const struct sentence *sentence)
{
    static const struct claim claims[] = {
        {"er steget fra", "has risen from", STATISTIC_LEVEL_CHANGE, NULL, 1},
        {"er faldet fra", "has fallen from", STATISTIC_LEVEL_CHANGE, NULL, -1},
        {"er indsnævret", "has narrowed", STATISTIC_VERDICT, "narrowing", 0},
        {"er udvidet", "has widened", STATISTIC_VERDICT, "widening", 0},
        {"er uændret", "is unchanged", STATISTIC_VERDICT, "unchanged", 0},
        {"det kan ikke afgøres", "it cannot be determined whether", STATISTIC_VERDICT,
         "not_determinable", 0},
        {"Svaret er klart", "The answer is clear", STATISTIC_VERDICT_STRENGTH, "firm", 0},
        {"ikke sikkert nok", "not certain enough", STATISTIC_VERDICT_STRENGTH, "indicated", 0},
        {"fald en forbedring", "that is an improvement.", STATISTIC_VERDICT_DIRECTION, "better", 0},
        {"fald en forværring", "that is a deterioration.", STATISTIC_VERDICT_DIRECTION, "worse", 0},
        {"er en forbedring.", ": an improvement.", STATISTIC_VERDICT_DIRECTION, "better", 0},
        {"er en forværring.", ": a deterioration.", STATISTIC_VERDICT_DIRECTION, "worse", 0},
        {": en forbedring.", "That is an improvement.", STATISTIC_VERDICT_DIRECTION, "better", 0},
        {": en forværring.", "That is a deterioration.", STATISTIC_VERDICT_DIRECTION, "worse", 0},
        {"hverken godt", "neither good", STATISTIC_VERDICT_DIRECTION, "neutral", 0},
    };
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
        check_claim(language, sentence, &claims[i]);
    check_judgement(language, sentence);
}

/* The side that a gap is told to lie on, with the gap itself as the only one quoted. */
static inline void check_side(enum language language, const struct sentence *sentence)
{
    static const struct claim sides[] = {
        {" højere end i ", " higher than in ", STATISTIC_GAP, NULL, 1},
        {" lavere end i ", " lower than in ", STATISTIC_GAP, NULL, -1},
    };
    if (quoted(sentence, STATISTIC_VERDICT))
        return; /* there it is said of a movement */
    for (size_t i = 0; i < 2; i++)
        check_claim(language, sentence, &sides[i]);
    const struct finding *gap = quoted(sentence, STATISTIC_GAP);
    gap = gap ? gap : quoted(sentence, STATISTIC_GAP_REST);
    bool better = strstr(sentence->text, say(language, "bedre end", "better off than"));
    bool worse = strstr(sentence->text, say(language, "dårligere end", "worse off than"));
    if (!better && !worse)
        return;
    int good = gap->indicator->polarity == POLARITY_UP ? 1 : -1;
    assert_int_not_equal(gap->indicator->polarity, POLARITY_NEUTRAL);
    if ((gap->estimate.value * good > 0) != better)
        say_sentence("the good side and the bad are confused", sentence);
}

/* Nothing is broken, and no causes are spoken of. */
static inline void check_form(const struct sentence *sentence)
{
    static const char *const never[] = {
        "(null)",      "nan",    "inf,",      "  ",       "..",       " .",       " ,",
        "()",          ": :",    "skyldes",   "på grund", "sænket",   "løftet",   "medfør",
        "takket være", "effekt", "forårsag",  "resulter", "virkning", "påvirk",   "due to",
        "because of",  "caused", "thanks to", "effect ",  "led to",   "resulted", "impact"};
    size_t length = strlen(sentence->text);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(sentence->text, never[i]))
            fail_msg("»%s« in: %s", never[i], sentence->text);
    if (length && sentence->text[length - 1] != '.')
        say_sentence("no full stop", sentence);
}

/* check_sentence(speaker, sentence, area): all of that; "" is nothing to check. */
static inline void check_sentence(const struct speaker *speaker, const struct sentence *sentence,
                                  const struct area *area)
{
    size_t name = strlen(area->name);
    if (!*sentence->text)
        return;
    assert_memory_equal(sentence->text, area->name, name);
    check_form(sentence);
    check_numbers(speaker->language, sentence, sentence->text + name);
    check_words(speaker->language, sentence);
    check_side(speaker->language, sentence);
}

#endif
