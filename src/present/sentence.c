/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence.h"

#include <math.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/present/hidden_reasons.h"
#include "pejling/present/sentence_verdict.h"
#include "pejling/present/sentence_words.h"
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
    const struct area *other = finding_other(finding);
    if (other)
        base = arena_printf(arena, "%s/%s", base, other->code);
    return own ? arena_printf(arena, "%s/%s", base, period_text(period, *own)) : base;
}

struct sentence sentence_unnamed(struct arena *arena, struct sentence sentence,
                                 const struct area *area)
{
    size_t name = strlen(area->name);
    if (strncmp(sentence.text, area->name, name) != 0 ||
        strncmp(sentence.text + name, ": ", 2) != 0)
        return sentence;
    sentence.text = text_capitalised(arena, sentence.text + name + 2);
    return sentence;
}

/* Better or worse from the good direction: 1, −1, or 0 where there is none. */
static int judgement(const struct indicator *indicator, double movement)
{
    int way = (movement > 0) - (movement < 0);
    if (indicator->polarity == POLARITY_NEUTRAL)
        return 0;
    return indicator->polarity == POLARITY_UP ? way : -way;
}

/* `usikkerheden kendes ikke: kun værdien er oplyst, ingen antal`. */
static const char *no_interval(const struct speaker *speaker, const struct finding *finding)
{
    return arena_printf(
        speaker->arena, "%s: %s",
        words_say(speaker, "usikkerheden kendes ikke", "the uncertainty is not known"),
        reason_text(finding->estimate.reason, speaker->language));
}

/* ` (mellem 8,1 og 17,6)`, or why there is no interval. */
static const char *in_brackets(const struct speaker *speaker, const struct finding *finding)
{
    return arena_printf(speaker->arena, " (%s)",
                        finding->estimate.state == ESTIMATE_INTERVAL
                            ? words_between(speaker, finding)
                            : no_interval(speaker, finding));
}

/* The yearly findings of one statistic: of what periods, and why there is no value. */
static const struct finding *yearly_run(const struct speaker *speaker,
                                        const struct indicator *indicator, const struct area *area,
                                        enum statistic statistic, size_t *count)
{
    const struct findings *findings = speaker->findings;
    size_t slot = indicator->index * findings->table->catalogue->area_count + area->index;
    const struct finding *first = NULL;
    *count = 0;
    for (size_t i = findings->starts[slot]; i < findings->starts[slot + 1]; i++) {
        if (findings->rows[i].statistic != statistic)
            continue;
        first = first ? first : &findings->rows[i];
        (*count)++;
    }
    return first;
}

/* Why the findings behind `after` (NULL: all) have no value: `skjult: få personer, mangler`. */
static const char *list_reasons(const struct speaker *speaker, const struct finding *run,
                                size_t count, const struct finding *after)
{
    const char *list = "";
    bool said[REASON_COUNT] = {false};
    for (size_t i = after ? (size_t)(after - run) + 1 : 0; i < count; i++) {
        enum reason reason = run[i].estimate.reason;
        if (finding_has_value(&run[i]) || said[reason])
            continue;
        said[reason] = true;
        list = arena_printf(speaker->arena, "%s%s%s", list, *list ? "; " : "",
                            reason_text(reason, speaker->language));
    }
    return list;
}

/* --- the level ------------------------------------------------------------------------------- */
/* Nothing is made of a change that readers see as none, or as the least there is and maybe none. */
static bool is_slight(const struct finding *change)
{
    int decimals = wording_decimals(change);
    double steps = fabs(number_round(change->estimate.value, decimals)) * pow(10, decimals);
    bool maybe_none = change->estimate.state == ESTIMATE_INTERVAL && words_holds_zero(change);
    return words_is_zero(change, change->estimate.value) || (maybe_none && steps < 1.5);
}

/* From what it was to what it is, in the readers' digits. */
static const char *moved_clause(const struct speaker *speaker, const struct finding *first,
                                const struct finding *last, const struct finding *change)
{
    const char *subject = words_subject(speaker, change->indicator);
    const char *before = words_amount(speaker, first, first->estimate.value);
    const char *now = words_amount(speaker, last, last->estimate.value);
    const char *then = words_in(speaker, first->from), *when = words_in(speaker, last->from);
    int decimals = wording_decimals(last);
    double a = number_round(first->estimate.value, decimals),
           b = number_round(last->estimate.value, decimals);
    if (!(a < b) && !(a > b))
        return arena_printf(
            speaker->arena,
            words_say(speaker, "%s var %s %s, det samme som %s", "%s was %s %s, the same as %s"),
            subject, now, when, then);
    if (is_slight(change))
        return arena_printf(speaker->arena,
                            words_say(speaker, "%s var %s %s, stort set som %s (%s)",
                                      "%s was %s %s, much the same as %s (%s)"),
                            subject, now, when, then, before);
    return arena_printf(speaker->arena,
                        b > a ? words_say(speaker, "%s er steget fra %s %s til %s %s",
                                          "%s has risen from %s %s to %s %s")
                              : words_say(speaker, "%s er faldet fra %s %s til %s %s",
                                          "%s has fallen from %s %s to %s %s"),
                        subject, before, then, now, when);
}

/* A change that stands out from chance. */
static const char *sure_change(const struct speaker *speaker, const struct finding *change)
{
    const char *size = words_amount(speaker, change, change->estimate.value);
    const char *limits = words_between(speaker, change);
    int better = judgement(change->indicator, change->estimate.value);
    return arena_printf(
        speaker->arena,
        better > 0
            ? words_say(
                  speaker,
                  "Det er en forbedring på %s (%s), mere end tilfældige udsving plejer at give",
                  "That is an improvement of %s (%s), more than chance usually gives")
        : better < 0
            ? words_say(
                  speaker,
                  "Det er en forværring på %s (%s), mere end tilfældige udsving plejer at give",
                  "That is a deterioration of %s (%s), more than chance usually gives")
            : words_say(speaker,
                        "Ændringen er på %s (%s), mere end tilfældige udsving plejer at give",
                        "The change is %s (%s), more than chance usually gives"),
        size, limits);
}

/* `Det går den rigtige vej, men `, or what begins the sentence where there is no good direction. */
static const char *which_way(const struct speaker *speaker, int better, const char *with,
                             const char *alone)
{
    if (!better)
        return alone;
    return arena_printf(speaker->arena, "%s%s",
                        better > 0 ? words_say(speaker, "Det går den rigtige vej, men ",
                                               "That is in the right direction, but ")
                                   : words_say(speaker, "Det går den forkerte vej, men ",
                                               "That is in the wrong direction, but "),
                        with);
}

static const char *certainty_of_change(const struct speaker *speaker, const struct finding *change)
{
    bool moved = !is_slight(change);
    int better = moved ? judgement(change->indicator, change->estimate.value) : 0;
    if (change->estimate.state != ESTIMATE_INTERVAL)
        return arena_printf(
            speaker->arena, "%s: %s",
            which_way(
                speaker, better,
                words_say(speaker, "usikkerheden kendes ikke", "the uncertainty is not known"),
                words_say(speaker, "Usikkerheden kendes ikke", "The uncertainty is not known")),
            reason_text(change->estimate.reason, speaker->language));
    if (moved && !words_holds_zero(change))
        return sure_change(speaker, change);
    const char *range = words_range(speaker, change, WORDS_CHANGE, 1);
    if (!moved)
        return arena_printf(speaker->arena,
                            words_say(speaker,
                                      "Usikkerheden taget i betragtning ligger ændringen %s",
                                      "Allowing for uncertainty the change lies %s"),
                            range);
    return arena_printf(
        speaker->arena, words_say(speaker, "%s: ændringen ligger %s", "%s: the change lies %s"),
        which_way(speaker, better,
                  words_say(speaker, "det kan være tilfældigt", "it may be chance"),
                  words_say(speaker, "Det kan være tilfældigt", "That may be chance")),
        range);
}

/* Why the level of today is not held up against the baseline's. */
static const char *no_change(const struct speaker *speaker, const struct finding *change)
{
    enum reason reason = hidden_reason(speaker->findings->table, change->indicator, change->area,
                                       change->estimate.reason);
    if (reason == REASON_SERIES_BREAK)
        return words_say(speaker, "Det kan ikke sammenlignes med baseline: der er databrud imellem",
                         "It cannot be compared with the baseline: there is a break between them");
    if (reason == REASON_TOO_FEW_YEARS)
        return words_say(speaker, "Der er endnu ingen måling efter baseline",
                         "There is no figure after the baseline yet");
    return arena_printf(speaker->arena,
                        words_say(speaker, "Ændringen siden baseline kan ikke opgøres (%s)",
                                  "The change since the baseline cannot be determined (%s)"),
                        reason_text(reason, speaker->language));
}

/* The level alone, and why there is nothing to hold it up against. */
static void add_level_alone(const struct speaker *speaker, struct sentence *sentence,
                            const struct finding *level, const struct finding *change)
{
    bool dated = level->from.kind != PERIOD_UNKNOWN;
    words_add(
        speaker, sentence,
        arena_printf(speaker->arena, "%s: %s %s %s%s%s%s", level->area->name,
                     words_subject(speaker, level->indicator),
                     dated ? words_say(speaker, "var", "was") : words_say(speaker, "er", "is"),
                     words_amount(speaker, level, level->estimate.value), dated ? " " : "",
                     words_in(speaker, level->from), in_brackets(speaker, level)));
    if (!dated)
        words_add(speaker, sentence,
                  words_say(speaker, "Det vides ikke, hvilket tidspunkt tallet gælder",
                            "The time that the figure is of is not known"));
    else if (change)
        words_add(speaker, sentence, no_change(speaker, change));
}

/* What else must be known of the latest figure. */
static void add_notes(const struct speaker *speaker, struct sentence *sentence,
                      const struct finding *level)
{
    size_t count;
    const struct finding *run =
        yearly_run(speaker, level->indicator, level->area, STATISTIC_LEVEL, &count);
    const char *later = list_reasons(speaker, run, count, level);
    const struct released_cell *cell =
        released_cell(speaker->findings->table, level->indicator, level->area, level->from);
    if (cell && cell->status == FIGURE_PROVISIONAL)
        words_add(speaker, sentence,
                  words_say(speaker, "Det seneste tal er foreløbigt",
                            "The latest figure is provisional"));
    if (cell && cell->status == FIGURE_ESTIMATED)
        words_add(
            speaker, sentence,
            words_say(speaker, "Det seneste tal er et skøn", "The latest figure is an estimate"));
    if (!*later || level->from.kind == PERIOD_UNKNOWN)
        return;
    sentence_quote(sentence, &run[count - 1]);
    words_add(speaker, sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "Nyere tal kan ikke vises (%s)",
                                     "Later figures cannot be shown (%s)"),
                           later));
}

/* A series without one figure: why. */
static struct sentence no_level(const struct speaker *speaker, const struct indicator *indicator,
                                const struct area *area)
{
    struct sentence sentence = {.text = ""};
    size_t count;
    const struct finding *run = yearly_run(speaker, indicator, area, STATISTIC_LEVEL, &count);
    if (!count)
        return sentence;
    for (size_t i = 0; i < count; i++)
        sentence_quote(&sentence, &run[i]);
    words_add(speaker, &sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "%s: der er ingen tal at vise (%s)",
                                     "%s: there are no figures to show (%s)"),
                           area->name, list_reasons(speaker, run, count, NULL)));
    return sentence;
}

struct sentence sentence_level(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area)
{
    const struct findings *findings = speaker->findings;
    struct sentence sentence = {.text = ""};
    const struct finding *level = finding_latest(findings, indicator, area, STATISTIC_LEVEL);
    const struct finding *change =
        finding_single(findings, indicator, area, STATISTIC_LEVEL_CHANGE);
    if (!level)
        return no_level(speaker, indicator, area);
    const struct finding *first =
        finding_has_value(change)
            ? finding_at(findings, indicator, area, STATISTIC_LEVEL, change->from)
            : NULL;
    sentence_quote(&sentence, first);
    sentence_quote(&sentence, level);
    sentence_quote(&sentence, change);
    if (first) {
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena, "%s: %s", area->name,
                               moved_clause(speaker, first, level, change)));
        words_add(speaker, &sentence, certainty_of_change(speaker, change));
    } else {
        add_level_alone(speaker, &sentence, level, change);
    }
    add_notes(speaker, &sentence, level);
    return sentence;
}

/* --- the gap --------------------------------------------------------------------------------- */
/* The municipality's latest figure, where it is later than the gap; else NULL. */
static const struct finding *later_figure(const struct speaker *speaker, const struct finding *gap)
{
    const struct area *municipality = area_municipality(gap->area);
    const struct finding *latest = municipality ? finding_latest(speaker->findings, gap->indicator,
                                                                 municipality, STATISTIC_LEVEL)
                                                : NULL;
    bool later = latest && gap->from.kind != PERIOD_UNKNOWN &&
                 latest->from.kind != PERIOD_UNKNOWN && period_compare(latest->from, gap->from) > 0;
    return later ? latest : NULL;
}

/*
 * `Området ligger dermed dårligere end resten af kommunen`, or where it lay when the gap is not of
 * today; "" where neither side is the good one.
 */
static const char *good_side(const struct speaker *speaker, const struct finding *gap, bool is_past)
{
    int better = judgement(gap->indicator, gap->estimate.value);
    const char *who =
        gap->area->role == AREA_TOTAL
            ? words_say(speaker, "Områderne", is_past ? "The areas were" : "The areas are")
            : words_say(speaker, "Området", is_past ? "The area was" : "The area is");
    if (!better)
        return "";
    return arena_printf(
        speaker->arena,
        better > 0
            ? words_say(speaker, "%s %s dermed bedre end %s%s", "%s%s thus better off than %s%s")
            : words_say(speaker, "%s %s dermed dårligere end %s%s",
                        "%s%s thus worse off than %s%s"),
        who, words_say(speaker, is_past ? "lå" : "ligger", ""),
        words_comparator(speaker->language, gap->comparator),
        is_past ? arena_printf(speaker->arena, " %s", words_in(speaker, gap->from)) : "");
}

/* How the area lies: the first clause of a gap, without its interval. */
static const char *gap_clause(const struct speaker *speaker, const struct finding *gap)
{
    bool dated = gap->from.kind != PERIOD_UNKNOWN;
    const char *subject = words_subject(speaker, gap->indicator);
    const char *comparator = words_comparator(speaker->language, gap->comparator);
    const char *was = dated ? words_say(speaker, "var", "was") : words_say(speaker, "er", "is");
    const char *when =
        arena_printf(speaker->arena, "%s%s", dated ? " " : "", words_in(speaker, gap->from));
    if (words_is_zero(gap, gap->estimate.value))
        return arena_printf(
            speaker->arena,
            words_say(speaker, "%s: %s %s på niveau med %s%s", "%s: %s %s on a level with %s%s"),
            gap->area->name, subject, was, comparator, when);
    return arena_printf(speaker->arena,
                        gap->estimate.value > 0
                            ? words_say(speaker, "%s: %s %s %s højere end i %s%s",
                                        "%s: %s %s %s higher than in %s%s")
                            : words_say(speaker, "%s: %s %s %s lavere end i %s%s",
                                        "%s: %s %s %s lower than in %s%s"),
                        gap->area->name, subject, was,
                        words_amount(speaker, gap, gap->estimate.value), comparator, when);
}

/* That the gap is not of today, and why there is no later one. */
static void add_later(const struct speaker *speaker, struct sentence *sentence,
                      const struct finding *gap, const struct finding *later)
{
    size_t count;
    const struct finding *run =
        yearly_run(speaker, gap->indicator, gap->area, gap->statistic, &count);
    const char *reasons = list_reasons(speaker, run, count, gap);
    sentence_quote(sentence, later);
    words_add(
        speaker, sentence,
        arena_printf(speaker->arena,
                     words_say(speaker,
                               "Kommunens seneste tal er fra %s, men afstanden kan ikke "
                               "opgøres senere%s%s%s",
                               "The municipality's latest figure is from %s, but the gap cannot "
                               "be determined later%s%s%s"),
                     words_period(speaker, later->from), *reasons ? " (" : "", reasons,
                     *reasons ? ")" : ""));
}

static void add_gap(const struct speaker *speaker, struct sentence *sentence,
                    const struct finding *gap)
{
    const char *clause = gap_clause(speaker, gap);
    bool unsure = gap->estimate.state == ESTIMATE_INTERVAL && words_holds_zero(gap);
    bool level = words_is_zero(gap, gap->estimate.value);
    if (level && gap->estimate.state == ESTIMATE_INTERVAL)
        clause = arena_printf(
            speaker->arena,
            words_say(speaker, "%s; forskellen ligger %s", "%s; the difference lies %s"), clause,
            words_range(speaker, gap, WORDS_SIDE, 1));
    else if (unsure)
        clause =
            arena_printf(speaker->arena,
                         words_say(speaker, "%s, men forskellen kan være tilfældig: den ligger %s",
                                   "%s, but the difference may be chance: it lies %s"),
                         clause, words_range(speaker, gap, WORDS_SIDE, 1));
    else
        clause = arena_printf(speaker->arena, "%s%s", clause, in_brackets(speaker, gap));
    words_add(speaker, sentence, clause);
    const struct finding *later = later_figure(speaker, gap);
    if (!unsure && !level)
        words_add(speaker, sentence, good_side(speaker, gap, later != NULL));
    if (later)
        add_later(speaker, sentence, gap, later);
}

/* The gap that the verdict and the change are of, with the same comparator. */
static enum statistic gap_statistic(const struct finding *change)
{
    return change->comparator && change->comparator->role == AREA_REST ? STATISTIC_GAP_REST
                                                                       : STATISTIC_GAP;
}

struct sentence sentence_gap(const struct speaker *speaker, const struct indicator *indicator,
                             const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *change =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE);
    size_t count;
    if (!change)
        return sentence;
    enum statistic statistic = gap_statistic(change);
    const struct finding *run = yearly_run(speaker, indicator, area, statistic, &count);
    const struct finding *gap = finding_latest(speaker->findings, indicator, area, statistic);
    sentence_quote(&sentence, gap);
    if (gap) {
        add_gap(speaker, &sentence, gap);
    } else if (count) {
        for (size_t i = 0; i < count; i++)
            sentence_quote(&sentence, &run[i]);
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena,
                               words_say(speaker, "%s: afstanden til %s kan ikke opgøres (%s)",
                                         "%s: the gap to %s cannot be determined (%s)"),
                               area->name, words_comparator(speaker->language, change->comparator),
                               list_reasons(speaker, run, count, NULL)));
    }
    return sentence;
}

/* How the gap has grown, told from the side it lies on. */
static const char *growth_clause(const struct speaker *speaker, const struct finding *change,
                                 double side)
{
    const char *size = words_amount(speaker, change, change->estimate.value);
    const char *comparator = words_comparator(speaker->language, change->comparator);
    bool dated = change->from.kind == PERIOD_DATE && speaker->language == LANGUAGE_DANISH;
    const char *since =
        dated ? words_in(speaker, change->from) : words_period(speaker, change->from);
    const char *name = change->area->name;
    if (words_is_zero(change, change->estimate.value))
        return arena_printf(speaker->arena,
                            words_say(speaker, "%s: afstanden til %s er den samme som %s",
                                      "%s: the gap to %s is the same as %s"),
                            name, comparator, words_in(speaker, change->from));
    return arena_printf(
        speaker->arena,
        change->estimate.value * side > 0
            ? words_say(speaker, "%s: afstanden til %s er blevet %s større siden %s",
                        "%s: the gap to %s has become %s larger since %s")
            : words_say(speaker, "%s: afstanden til %s er blevet %s mindre siden %s",
                        "%s: the gap to %s has become %s smaller since %s"),
        name, comparator, size, since);
}

static const char *growth_certainty(const struct speaker *speaker, const struct finding *change,
                                    double side)
{
    bool same = words_is_zero(change, change->estimate.value);
    if (change->estimate.state != ESTIMATE_INTERVAL || (!same && !words_holds_zero(change)))
        return in_brackets(speaker, change);
    return arena_printf(speaker->arena,
                        same ? words_say(speaker, "; ændringen ligger %s", "; the change lies %s")
                             : words_say(speaker, ", men det kan være tilfældigt (%s)",
                                         ", but that may be chance (%s)"),
                        words_range(speaker, change, WORDS_GAP, side));
}

struct sentence sentence_gap_change(const struct speaker *speaker,
                                    const struct indicator *indicator, const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct finding *change =
        finding_single(speaker->findings, indicator, area, STATISTIC_GAP_CHANGE);
    if (!finding_has_value(change))
        return sentence;
    enum statistic statistic = gap_statistic(change);
    const struct finding *first =
        finding_at(speaker->findings, indicator, area, statistic, change->from);
    const struct finding *last =
        finding_at(speaker->findings, indicator, area, statistic, change->to);
    double before = first->estimate.value, now = last->estimate.value;
    sentence_quote(&sentence, change);
    if (before * now > 0) {
        words_add(speaker, &sentence,
                  arena_printf(speaker->arena, "%s%s", growth_clause(speaker, change, now),
                               growth_certainty(speaker, change, now)));
        return sentence;
    }
    /* The area has passed what it is compared with, or lay level with it. */
    sentence_quote(&sentence, first);
    words_add(speaker, &sentence, gap_clause(speaker, first));
    words_add(speaker, &sentence,
              arena_printf(speaker->arena,
                           words_say(speaker, "Siden da har forskellen flyttet sig %s%s",
                                     "Since then the difference has moved by %s%s"),
                           words_amount(speaker, change, change->estimate.value),
                           change->estimate.state == ESTIMATE_INTERVAL
                               ? arena_printf(speaker->arena, " (%s)",
                                              words_range(speaker, change, WORDS_CHANGE, 1))
                               : in_brackets(speaker, change)));
    return sentence;
}

struct sentence sentence_verdict(const struct speaker *speaker, const struct indicator *indicator,
                                 const struct area *area)
{
    struct sentence sentence = {.text = ""};
    const struct gap_verdict *verdict = verdict_of(&speaker->findings->verdicts, indicator, area);
    if (verdict)
        verdict_say(speaker, verdict, &sentence);
    return sentence;
}
