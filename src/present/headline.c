/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/headline.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/present/hidden_reasons.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/sentence_verdict.h"
#include "pejling/present/sentence_words.h"

#define LONGEST_NAME 45  /* of an area, so that there is room for what is said of it */
#define SHORTEST_NAME 20 /* what is left of an indicator's where there is little room */
#define PLACES 8         /* in the order of what a headline tells */
#define ELLIPSIS "…"

static unsigned characters(const char *text)
{
    return text_characters(text, strlen(text));
}

/* The text, cut at a blank where one is near, with an ellipsis. */
static const char *cut(const struct speaker *speaker, const char *text, unsigned longest)
{
    size_t length = strlen(text), end = 0, blank = 0;
    unsigned code, count = 0;
    if (characters(text) <= longest)
        return text;
    for (size_t size; end < length && count + 1 < longest; end += size, count++) {
        size = text_next(text + end, length - end, &code);
        if (code == ' ' && count > longest / 2)
            blank = end;
    }
    return arena_printf(speaker->arena, "%.*s" ELLIPSIS, (int)(blank ? blank : end), text);
}

static void quote_verdict(const struct speaker *speaker, struct sentence *sentence,
                          const struct gap_verdict *verdict)
{
    static const enum statistic parts[] = {STATISTIC_VERDICT, STATISTIC_VERDICT_DIRECTION};
    bool moved = verdict->direction != DIRECTION_NONE;
    for (size_t i = 0; i < (moved ? 2 : 1); i++)
        sentence_quote(sentence, finding_single(speaker->findings, verdict->series->indicator,
                                                verdict->series->area, parts[i]));
}

/* --- one indicator --------------------------------------------------------------------------- */
/* A list of verdicts; the areas of one role that have one. */
struct cells {
    const struct gap_verdict **items;
    size_t count;
};

static struct cells cells_of_indicator(const struct speaker *speaker,
                                       const struct indicator *indicator, enum area_role role)
{
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    struct cells cells = {
        arena_alloc(speaker->arena, catalogue->area_count + 1, sizeof(const struct gap_verdict *)),
        0};
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        const struct gap_verdict *verdict =
            verdict_of(&speaker->findings->verdicts, indicator, area);
        if (area->role == role && verdict)
            cells.items[cells.count++] = verdict;
    }
    return cells;
}

/* What the predicates are said of. */
enum subject { SUBJECT_GAP, SUBJECT_LEAD, SUBJECT_NONE };

static enum subject subject_of(const struct gap_verdict *verdict)
{
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        return SUBJECT_NONE;
    return verdict_was_ahead(verdict) ? SUBJECT_LEAD : SUBJECT_GAP;
}

static const char *crossed_words(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    if (verdict->direction == DIRECTION_NEUTRAL)
        return words_say(speaker, "vendt", "turned");
    return verdict->direction == DIRECTION_BETTER
               ? words_say(speaker, "vendt til det bedre", "turned for the better")
               : words_say(speaker, "vendt til det værre", "turned for the worse");
}

static const char *moved_words(const struct speaker *speaker, const struct gap_verdict *verdict)
{
    bool narrowing = verdict->verdict == VERDICT_NARROWING;
    if (verdict_has_crossed(verdict))
        return crossed_words(speaker, verdict);
    if (verdict_was_ahead(verdict))
        return narrowing ? words_say(speaker, "skrumpet", "shrunk")
                         : words_say(speaker, "vokset", "grown");
    return narrowing ? words_say(speaker, "indsnævret", "narrowed")
                     : words_say(speaker, "udvidet", "widened");
}

/* How much room there is: each form says the same in less. */
enum form { FORM_SENTENCE, FORM_TELEGRAM, FORM_NUMBERS };

static bool has_moved(const struct gap_verdict *verdict)
{
    return verdict->verdict == VERDICT_NARROWING || verdict->verdict == VERDICT_WIDENING;
}

/* `klart indsnævret`, to go behind `afstanden er`; an English sentence has a verb in each. */
static const char *predicate(const struct speaker *speaker, const struct gap_verdict *verdict,
                             enum form form)
{
    bool verb = form == FORM_SENTENCE;
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        return words_say(speaker, "uafklaret", verb ? "is undetermined" : "undetermined");
    if (verdict->verdict == VERDICT_UNCHANGED)
        return words_say(speaker, "uændret", verb ? "is unchanged" : "unchanged");
    return arena_printf(
        speaker->arena, "%s%s%s", words_say(speaker, "", verb ? "has " : ""),
        verdict->strength == STRENGTH_FIRM ? words_say(speaker, "klart ", "clearly ") : "",
        moved_words(speaker, verdict));
}

static bool are_alike(const struct speaker *speaker, const struct gap_verdict *a,
                      const struct gap_verdict *b)
{
    return subject_of(a) == subject_of(b) &&
           strcmp(predicate(speaker, a, FORM_TELEGRAM), predicate(speaker, b, FORM_TELEGRAM)) == 0;
}

static bool all_alike(const struct speaker *speaker, const struct cells *cells)
{
    for (size_t i = 1; i < cells->count; i++)
        if (!are_alike(speaker, cells->items[0], cells->items[i]))
            return false;
    return true;
}

static const char *area_words(const struct speaker *speaker, const struct area *area)
{
    return area->role == AREA_TOTAL ? words_say(speaker, "områderne samlet", "the areas together")
                                    : area->name;
}

/* The areas alike to one: `for Ringparken og Sydbyen`, or in numbers `i to`. */
static const char *where(const struct speaker *speaker, const struct cells *cells,
                         const struct gap_verdict *like, bool in_numbers)
{
    const char *list = "";
    size_t count = 0, said = 0;
    for (size_t i = 0; i < cells->count; i++)
        count += are_alike(speaker, cells->items[i], like);
    if (in_numbers)
        return arena_printf(speaker->arena, "%s %s", words_say(speaker, "i", "in"),
                            words_count(speaker, count, WORDS_NEUTER));
    for (size_t i = 0; i < cells->count; i++) {
        if (!are_alike(speaker, cells->items[i], like))
            continue;
        said++;
        list = arena_printf(speaker->arena, "%s%s%s", list,
                            said == 1       ? ""
                            : said == count ? words_say(speaker, " og ", " and ")
                                            : ", ",
                            area_words(speaker, cells->items[i]->series->area));
    }
    return arena_printf(speaker->arena, "%s %s", words_say(speaker, "for", "for"), list);
}

/* What is told first, second, … : better, worse, moved neither way, unchanged, undetermined. */
static int place_in_order(const struct gap_verdict *verdict)
{
    static const int places[] = {[DIRECTION_BETTER] = 0,
                                 [DIRECTION_WORSE] = 2,
                                 [DIRECTION_NEUTRAL] = 4,
                                 [DIRECTION_NONE] = 6};
    if (verdict->verdict == VERDICT_NOT_DETERMINABLE)
        return 7;
    return places[verdict->direction] + (has_moved(verdict) && verdict->strength != STRENGTH_FIRM);
}
static const char *subject_words(const struct speaker *speaker, enum subject subject,
                                 enum form form)
{
    bool lead = subject == SUBJECT_LEAD;
    if (form != FORM_SENTENCE)
        return lead ? words_say(speaker, "forspring", "lead")
                    : words_say(speaker, "afstand", "gap");
    return lead ? words_say(speaker, "forspringet er", "the lead")
                : words_say(speaker, "afstanden er", "the gap");
}

/*
 * What is said of the areas alike to one, with its subject where that is another than before:
 * `afstanden er klart indsnævret for Ringparken`, `; for Sydbyen kan det ikke afgøres`.
 */
static const char *clause(const struct speaker *speaker, const struct cells *cells,
                          const struct gap_verdict *verdict, enum subject *subject, enum form form)
{
    const char *place = where(speaker, cells, verdict, form == FORM_NUMBERS);
    enum subject own = subject_of(verdict);
    bool same = *subject == own || (own == SUBJECT_NONE && form != FORM_SENTENCE);
    *subject = own;
    if (own == SUBJECT_NONE && form == FORM_SENTENCE)
        return arena_printf(
            speaker->arena,
            words_say(speaker, "; %s kan det ikke afgøres", "; %s it cannot be determined"), place);
    const char *text =
        arena_printf(speaker->arena, "%s %s", predicate(speaker, verdict, form), place);
    return same ? arena_printf(speaker->arena, ", %s", text)
                : arena_printf(speaker->arena, "; %s %s", subject_words(speaker, own, form), text);
}

static const char *mixed_text(const struct speaker *speaker, const struct cells *cells,
                              enum form form)
{
    const char *text = "";
    enum subject subject = SUBJECT_NONE;
    for (int place = 0; place < PLACES; place++)
        for (size_t i = 0; i < cells->count; i++) {
            const struct gap_verdict *verdict = cells->items[i];
            bool said = place_in_order(verdict) != place;
            for (size_t j = 0; j < i && !said; j++)
                said = are_alike(speaker, cells->items[j], verdict);
            if (!said)
                text = arena_printf(speaker->arena, "%s%s", text,
                                    clause(speaker, cells, verdict, &subject, form));
        }
    text += strlen("; ");
    if (form != FORM_NUMBERS)
        return text;
    return arena_printf(speaker->arena, words_say(speaker, "%s (%s områder)", "%s (%s areas)"),
                        text, words_count(speaker, cells->count, WORDS_NEUTER));
}

/* ` i alle tre områder`. */
static const char *everywhere(const struct speaker *speaker, const struct cells *cells)
{
    if (cells->count == 1)
        return where(speaker, cells, cells->items[0], false);
    if (cells->count == 2)
        return words_say(speaker, "i begge områder", "in both areas");
    return arena_printf(speaker->arena, words_say(speaker, "i alle %s områder", "in all %s areas"),
                        words_count(speaker, cells->count, WORDS_NEUTER));
}

/* ` (for få år)`, where it is so in every area. */
static const char *common_reason(const struct speaker *speaker, const struct cells *cells)
{
    enum reason common = REASON_NONE;
    for (size_t i = 0; i < cells->count; i++) {
        const struct gap_series *series = cells->items[i]->series;
        enum reason reason = hidden_reason(speaker->findings->table, series->indicator,
                                           series->area, cells->items[i]->reason);
        if (i > 0 && reason != common)
            return "";
        common = reason;
    }
    return arena_printf(speaker->arena, " (%s)", reason_text(common, speaker->language));
}

static const char *alike_text(const struct speaker *speaker, const struct cells *cells,
                              unsigned room)
{
    const struct gap_verdict *first = cells->items[0];
    if (subject_of(first) != SUBJECT_NONE)
        return arena_printf(speaker->arena, "%s %s %s",
                            subject_words(speaker, subject_of(first), FORM_SENTENCE),
                            predicate(speaker, first, FORM_SENTENCE), everywhere(speaker, cells));
    const char *text = words_say(speaker, "det kan ikke afgøres, om afstanden ændrer sig",
                                 "it cannot be determined whether the gap is changing");
    const char *reasoned =
        arena_printf(speaker->arena, "%s%s", text, common_reason(speaker, cells));
    return characters(reasoned) <= room ? reasoned : text;
}

/*
 * The verdict on the areas together, where it says what that on none of them does, be it more
 * clearly; else NULL.
 */
static const struct gap_verdict *telling_total(const struct speaker *speaker,
                                               const struct indicator *indicator,
                                               const struct cells *cells)
{
    struct cells totals = cells_of_indicator(speaker, indicator, AREA_TOTAL);
    if (totals.count != 1 || subject_of(totals.items[0]) == SUBJECT_NONE)
        return NULL;
    for (size_t i = 0; i < cells->count; i++)
        if (subject_of(cells->items[i]) == subject_of(totals.items[0]) &&
            cells->items[i]->verdict == totals.items[0]->verdict)
            return NULL;
    return totals.items[0];
}

/* `; samlet klart indsnævret`; with its subject where that has not been told. */
static const char *total_clause(const struct speaker *speaker, const struct gap_verdict *total,
                                bool told)
{
    if (told && subject_of(total) == SUBJECT_GAP)
        return arena_printf(speaker->arena, words_say(speaker, "; samlet %s", "; together %s"),
                            predicate(speaker, total, FORM_TELEGRAM));
    return arena_printf(
        speaker->arena, words_say(speaker, "; samlet er %s %s", "; together the %s %s"),
        subject_of(total) == SUBJECT_LEAD ? words_say(speaker, "forspringet", "lead")
                                          : words_say(speaker, "afstanden", "gap"),
        predicate(speaker, total, FORM_SENTENCE));
}

static bool is_undetermined(const struct cells *cells)
{
    for (size_t i = 0; i < cells->count; i++)
        if (subject_of(cells->items[i]) != SUBJECT_NONE)
            return false;
    return true;
}

static const char *verdicts_text(const struct speaker *speaker, const struct cells *cells,
                                 const struct gap_verdict *total, unsigned room)
{
    const char *text = "";
    if (total && is_undetermined(cells))
        return words_say(speaker, "det kan ikke afgøres for det enkelte område",
                         "it cannot be determined for the single areas");
    if (all_alike(speaker, cells))
        return alike_text(speaker, cells, room);
    for (enum form form = FORM_SENTENCE; form <= FORM_NUMBERS; form++) {
        text = mixed_text(speaker, cells, form);
        if (characters(text) <= room)
            break;
    }
    return text;
}

struct sentence headline_indicator(const struct speaker *speaker, const struct indicator *indicator)
{
    struct sentence sentence = {.text = ""};
    const struct gap_verdict *total = NULL;
    const char *text = words_say(speaker, "ingen tal at vurdere", "no figures to judge"),
               *last = "";
    const char *name = indicator_label(indicator);
    struct cells cells = cells_of_indicator(speaker, indicator, AREA_ESTATE);
    if (cells.count)
        total = telling_total(speaker, indicator, &cells);
    else
        cells = cells_of_indicator(speaker, indicator, AREA_TOTAL);
    if (total)
        last = total_clause(speaker, total, !is_undetermined(&cells));
    unsigned taken = characters(name) + characters(": ") + characters(last);
    if (cells.count)
        text = verdicts_text(speaker, &cells, total,
                             taken < HEADLINE_LONGEST ? HEADLINE_LONGEST - taken : 0);
    for (size_t i = 0; i < cells.count; i++)
        quote_verdict(speaker, &sentence, cells.items[i]);
    if (total)
        quote_verdict(speaker, &sentence, total);
    taken = characters(text) + characters(": ") + characters(last);
    unsigned left =
        taken + SHORTEST_NAME < HEADLINE_LONGEST ? HEADLINE_LONGEST - taken : SHORTEST_NAME;
    sentence.text = arena_printf(speaker->arena, "%s: %s%s", cut(speaker, name, left), text, last);
    return sentence;
}

/* --- many indicators ------------------------------------------------------------------------- */
void headline_count(struct headline_tally *tally, const struct gap_verdict *verdict)
{
    tally->total++;
    tally->better += verdict->direction == DIRECTION_BETTER;
    tally->worse += verdict->direction == DIRECTION_WORSE;
    tally->neutral += verdict->direction == DIRECTION_NEUTRAL;
    tally->unchanged += verdict->verdict == VERDICT_UNCHANGED;
    tally->undetermined += verdict->verdict == VERDICT_NOT_DETERMINABLE;
}

/* Counts the verdicts of one area on the fixed indicators, or on all. */
static void count_area(const struct speaker *speaker, const struct area *area, bool fixed,
                       struct headline_tally *tally, struct sentence *sentence)
{
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        const struct gap_verdict *verdict =
            verdict_of(&speaker->findings->verdicts, indicator, area);
        if (!verdict || (fixed && !indicator->lbf_number))
            continue;
        headline_count(tally, verdict);
        quote_verdict(speaker, sentence, verdict);
    }
}

static void count_role(const struct speaker *speaker, enum area_role role, bool fixed,
                       struct headline_tally *tally, struct sentence *sentence)
{
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == role)
            count_area(speaker, &catalogue->areas[i], fixed, tally, sentence);
}

/* `; fire er uændrede, 24 kan ikke afgøres`: what is neither better nor worse. */
static const char *others(const struct speaker *speaker, const struct headline_tally *tally)
{
    const char *list = "";
    if (tally->unchanged)
        list = arena_printf(
            speaker->arena, "%s %s", words_count(speaker, tally->unchanged, WORDS_COMMON),
            tally->unchanged == 1 ? words_say(speaker, "er uændret", "is unchanged")
                                  : words_say(speaker, "er uændrede", "are unchanged"));
    if (tally->neutral)
        list = arena_printf(
            speaker->arena, "%s%s%s %s", list, *list ? ", " : "",
            words_count(speaker, tally->neutral, WORDS_COMMON),
            words_say(speaker, "ændret uden god retning", "moved, neither good nor bad"));
    if (tally->undetermined)
        list = arena_printf(speaker->arena, "%s%s%s %s", list, *list ? ", " : "",
                            words_count(speaker, tally->undetermined, WORDS_COMMON),
                            words_say(speaker, "kan ikke afgøres", "cannot be determined"));
    return *list ? arena_printf(speaker->arena, "; %s", list) : "";
}

/* `ti faste indikatorer`. */
static const char *indicators_text(const struct speaker *speaker, size_t count, bool fixed)
{
    const char *noun = count == 1 ? words_say(speaker, "indikator", "indicator")
                                  : words_say(speaker, "indikatorer", "indicators");
    const char *kind = !fixed       ? ""
                       : count == 1 ? words_say(speaker, "fast ", "fixed ")
                                    : words_say(speaker, "faste ", "fixed ");
    return arena_printf(speaker->arena, "%s %s%s", words_count(speaker, count, WORDS_COMMON), kind,
                        noun);
}

/* `nogen af `, where there are several. */
static const char *any_of(const struct speaker *speaker, size_t count)
{
    return count == 1 ? "" : words_say(speaker, "nogen af ", "any of ");
}

struct sentence headline_area(const struct speaker *speaker, const struct area *area)
{
    struct sentence sentence = {.text = ""};
    struct headline_tally tally = {0};
    bool fixed = true;
    count_area(speaker, area, true, &tally, &sentence);
    if (!tally.total) {
        fixed = false;
        count_area(speaker, area, false, &tally, &sentence);
    }
    const char *name = cut(speaker, area->name, LONGEST_NAME);
    const char *of = indicators_text(speaker, tally.total, fixed);
    if (!tally.total)
        sentence.text =
            arena_printf(speaker->arena, "%s: %s", name,
                         words_say(speaker, "ingen tal at vurdere", "no figures to judge"));
    else if (tally.undetermined == tally.total)
        sentence.text = arena_printf(
            speaker->arena,
            words_say(speaker, "%s: det kan ikke afgøres for %s%s, om afstanden ændrer sig",
                      "%s: it cannot be determined for %s%s whether the gap is changing"),
            name, any_of(speaker, tally.total), of);
    else
        sentence.text =
            arena_printf(speaker->arena,
                         words_say(speaker, "%s: bedre på %s af %s, værre på %s%s",
                                   "%s: better on %s of %s, worse on %s%s"),
                         name, words_count(speaker, tally.better, WORDS_COMMON), of,
                         words_count(speaker, tally.worse, WORDS_COMMON), others(speaker, &tally));
    return sentence;
}

/* The fixed indicators in the areas; else all indicators, else in the areas together. */
static struct headline_tally count_plan(const struct speaker *speaker, struct sentence *sentence)
{
    static const enum area_role roles[] = {AREA_ESTATE, AREA_TOTAL};
    struct headline_tally tally = {0};
    for (size_t i = 0; i < 4 && !tally.total; i++)
        count_role(speaker, roles[i / 2], tally.fixed = i % 2 == 0, &tally, sentence);
    return tally;
}

/* `de faste indikatorers 30 afstande til kommunen`, or to several. */
static const char *gaps_text(const struct speaker *speaker, const struct headline_tally *tally)
{
    size_t count = tally->total;
    bool one = speaker->findings->table->catalogue->plan.municipality != NULL;
    const char *whose = tally->fixed && count > 1
                            ? words_say(speaker, "de faste indikatorers ", "the fixed indicators' ")
                            : "";
    return arena_printf(
        speaker->arena, "%s%s %s %s", whose, words_count(speaker, count, WORDS_COMMON),
        count == 1 ? words_say(speaker, "afstand", "gap") : words_say(speaker, "afstande", "gaps"),
        one ? words_say(speaker, "til kommunen", "to the municipality")
            : words_say(speaker, "til kommunerne", "to the municipalities"));
}

struct sentence headline_plan(const struct speaker *speaker)
{
    struct sentence sentence = {.text = ""};
    struct headline_tally tally = count_plan(speaker, &sentence);
    const char *gaps = gaps_text(speaker, &tally);
    if (!tally.total)
        sentence.text = words_say(speaker, "Ingen tal at vurdere", "No figures to judge");
    else if (tally.undetermined == tally.total)
        sentence.text =
            arena_printf(speaker->arena,
                         words_say(speaker, "Det kan ikke afgøres for %s%s, om den ændrer sig",
                                   "It cannot be determined for %s%s whether it is changing"),
                         any_of(speaker, tally.total), gaps);
    else
        sentence.text = arena_printf(speaker->arena,
                                     words_say(speaker, "Bedre på %s og værre på %s af %s%s",
                                               "Better on %s and worse on %s of %s%s"),
                                     words_count(speaker, tally.better, WORDS_COMMON),
                                     words_count(speaker, tally.worse, WORDS_COMMON), gaps,
                                     others(speaker, &tally));
    return sentence;
}
