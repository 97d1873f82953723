/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/indicator_words.h"

#include "pejling/present/sentence_words.h"

const char *indicator_reporting(struct arena *arena, enum language language,
                                struct reporting reporting)
{
    switch (reporting.kind) {
    case PERIOD_SCHOOL_YEAR:
        return say(language, "skoleår", "school years");
    case PERIOD_QUARTER:
        return say(language, "kvartaler", "quarters");
    case PERIOD_DATE:
        return say(language, "på de datoer, der står ved tallene",
                   "on the dates that stand with the figures");
    case PERIOD_YEAR:
    case PERIOD_UNKNOWN:
        break;
    }
    if (!reporting.month)
        return say(language, "hele kalenderår", "whole calendar years");
    return arena_printf(arena,
                        say(language, "status den %d. %s hvert år", "status on %d %s each year"),
                        reporting.day, words_month(language, reporting.month));
}

const char *indicator_polarity(enum language language, enum polarity polarity)
{
    if (polarity == POLARITY_UP)
        return say(language, "højere er bedre", "higher is better");
    return polarity == POLARITY_DOWN ? say(language, "lavere er bedre", "lower is better")
                                     : say(language, "ingen god retning", "no good direction");
}

const char *indicator_measure(enum language language, enum measure measure)
{
    static const char *const words[][2] = {
        [MEASURE_SHARE] = {"andel: personer talt blandt personer",
                           "share: persons counted among persons"},
        [MEASURE_RATE] = {"rate: hændelser i forhold til personer", "rate: events per persons"},
        [MEASURE_MEAN] = {"gennemsnit", "mean"},
        [MEASURE_SURVEY] = {"survey: andel af dem, der svarede",
                            "survey: share of those who answered"},
        [MEASURE_VALUE] = {"værdi: et tal uden antal bag", "value: a figure without counts"},
    };
    return say(language, words[measure][0], words[measure][1]);
}

static const struct {
    const char *code, *danish, *english;
} roles[] = {
    [AREA_ESTATE] = {"område", "et af planens områder", "one of the plan's areas"},
    [AREA_SECTION] = {"afdeling", "en del af et område", "a part of an area"},
    [AREA_MUNICIPALITY] = {"kommune", "kommunen, der rummer områderne og sammenlignes med",
                           "the municipality, which contains the areas and is compared with"},
    [AREA_TOTAL] = {"samlet", "alle planens områder i kommunen under ét",
                    "all the plan's areas of the municipality together"},
    [AREA_TWIN] = {"tvilling", "et lignende område et andet sted", "a like area elsewhere"},
    [AREA_COUNTRY] = {"land", "hele landet", "the whole country"},
    [AREA_REST] = {"rest", "resten af kommunen: kommunen uden planens områder, afledt",
                   "the rest of the municipality: it without the plan's areas, derived"},
};

const char *area_role_code(enum area_role role)
{
    return roles[role].code;
}

const char *area_role_words(enum language language, enum area_role role)
{
    return say(language, roles[role].danish, roles[role].english);
}
