/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_both_changes.h"

#include <string.h>

#include "pejling/present/sentence_regression.h"
#include "pejling/present/sentence_words.h"

/* `faldt 3,1 pct.-point` */
static const char *own_text(const struct speaker *speaker, const struct finding *change)
{
    double value = change->estimate.value;
    if (words_is_zero(change, value))
        return words_say(speaker, "var uændret", "was unchanged");
    return arena_printf(speaker->arena,
                        value > 0 ? words_say(speaker, "steg %s", "rose by %s")
                                  : words_say(speaker, "faldt %s", "fell by %s"),
                        words_amount(speaker, change, value));
}

/* Which of the two moved; "" of a code that is none of the five. */
static const char *moved_text(const struct speaker *speaker, const char *code, bool is_total)
{
    const char *area = is_total ? words_say(speaker, "områderne", "the areas")
                                : words_say(speaker, "området", "the area");
    if (strcmp(code, "area") == 0)
        return arena_printf(
            speaker->arena,
            words_say(speaker,
                      "Kun i %s er ændringen større, end tilfældige udsving plejer at give",
                      "Only in %s is the change larger than chance tends to give"),
            area);
    if (strcmp(code, "comparator") == 0)
        return arena_printf(speaker->arena,
                            words_say(speaker,
                                      "I %s er ændringen ikke større, end tilfældige udsving "
                                      "plejer at give; hos sammenligningen er den",
                                      "In %s the change is no larger than chance tends to give; in "
                                      "what it is compared with it is"),
                            area);
    if (strcmp(code, "both") == 0)
        return arena_printf(speaker->arena,
                            words_say(speaker,
                                      "Både i %s og hos sammenligningen er ændringen større, end "
                                      "tilfældige udsving plejer at give",
                                      "Both in %s and in what it is compared with is the change "
                                      "larger than chance tends to give"),
                            area);
    if (strcmp(code, "neither") == 0)
        return arena_printf(speaker->arena,
                            words_say(speaker,
                                      "Hverken i %s eller hos sammenligningen er ændringen større, "
                                      "end tilfældige udsving plejer at give",
                                      "Neither in %s nor in what it is compared with is the change "
                                      "larger than chance tends to give"),
                            area);
    if (strcmp(code, "undetermined") == 0)
        return arena_printf(
            speaker->arena,
            words_say(
                speaker,
                "Om det er %s eller sammenligningen, der har flyttet sig, kan ikke afgøres",
                "Whether it is %s or what it is compared with that has moved cannot be determined"),
            area);
    return "";
}

struct sentence sentence_both_changes(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *gap =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE);
    const struct finding *own =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE_AREA);
    const struct finding *other =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE_COMPARATOR);
    const struct finding *moved =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE_MOVED);
    if (!finding_has_value(gap) || !finding_has_value(own) || !finding_has_value(other) || !moved)
        return sentence;
    sentence_quote(&sentence, own);
    sentence_quote(&sentence, other);
    sentence_quote(&sentence, gap);
    sentence_quote(&sentence, moved);
    const char *range =
        gap->estimate.state == ESTIMATE_INTERVAL
            ? arena_printf(speaker->arena, " (%s)", words_range(speaker, gap, WORDS_CHANGE, 1))
            : "";
    words_add(speaker, &sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "%s: %s %s %s og %s i %s, %s",
                                     "%s: %s %s %s and %s in %s, %s"),
                           area->name, words_subject(speaker, indicator), own_text(speaker, own),
                           words_in_area(speaker, area), own_text(speaker, other),
                           words_comparator(speaker->language, other->comparator),
                           words_span(speaker, gap)));
    words_add(speaker, &sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "Forskellen mellem dem %s%s",
                                     "The difference between them %s%s"),
                           own_text(speaker, gap), range));
    words_add(speaker, &sentence,
              moved_text(speaker, moved->text ? moved->text : "", area->role == AREA_TOTAL));
    sentence_add_regression_of_year(speaker, &sentence, gap);
    return sentence;
}
