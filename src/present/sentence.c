/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence.h"

#include "pejling/present/wording.h"

void sentence_quote(struct sentence *sentence, const struct finding *finding)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->quoted[i] == finding)
            return;
    if (finding && sentence->count < SENTENCE_QUOTES)
        sentence->quoted[sentence->count++] = finding;
}

const char *sentence_key(struct arena *arena, const struct finding *finding)
{
    char period[PERIOD_TEXT];
    const char *base = arena_printf(arena, "%s/%s/%s", finding->indicator->code,
                                    finding->area->code, statistic_code(finding->statistic));
    const struct period *own = finding_period(finding);
    return own ? arena_printf(arena, "%s/%s", base, period_text(period, *own)) : base;
}

struct sentence sentence_level(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *level =
        finding_latest(speaker->findings, indicator, area, STATISTIC_LEVEL);
    if (!level)
        return sentence;
    sentence_quote(&sentence, level);
    sentence.text =
        arena_printf(speaker->arena, "%s: %s %s.", area->name,
                     wording_value(speaker->arena, speaker->language, level), indicator->unit);
    return sentence;
}

struct sentence sentence_gap(const struct speaker *speaker, const struct indicator *indicator,
                             const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *gap = finding_latest(speaker->findings, indicator, area, STATISTIC_GAP);
    if (!gap)
        return sentence;
    sentence_quote(&sentence, gap);
    sentence.text = arena_printf(speaker->arena, "%s: %s %s.", area->name,
                                 wording_value(speaker->arena, speaker->language, gap),
                                 wording_unit(speaker->arena, speaker->language, gap));
    return sentence;
}

struct sentence sentence_verdict(const struct speaker *speaker, const struct indicator *indicator,
                                 const struct area *area)
{
    struct sentence sentence = {.text = wording_verdict(speaker->arena, speaker->language,
                                                        speaker->findings, indicator, area)};
    struct period none = {.kind = PERIOD_UNKNOWN};
    sentence_quote(&sentence,
                   finding_at(speaker->findings, indicator, area, STATISTIC_VERDICT, none));
    return sentence;
}
