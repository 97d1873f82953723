/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/questions.h"

#include <math.h>
#include <string.h>

#include "pejling/findings/theory_evidence.h"
#include "pejling/present/followup.h"
#include "pejling/present/period_words.h"
#include "pejling/present/target_words.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

/* Who asks, and of what; the plan's areas without their total. */
struct asker {
    const struct speaker *speaker;
    struct arena *arena;
    enum language language;
    const struct findings *findings;
    const char *focus_area;
    const struct indicator *indicator;
    const struct area **areas;
    size_t area_count;
};

const char *question_rule_code(enum question_rule rule)
{
    static const char *const codes[QUESTION_RULES] = {
        [QUESTION_AREAS_DIFFER] = "areas_differ",
        [QUESTION_CHAIN_BREAKS] = "chain_breaks",
        [QUESTION_MUNICIPALITY_MOVED] = "municipality_moved",
        [QUESTION_TARGET_OFF_COURSE] = "target_off_course",
        [QUESTION_GAP_STANDS] = "gap_stands",
        [QUESTION_AREAS_APART] = "areas_apart",
        [QUESTION_NO_VERDICT] = "no_verdict"};
    return codes[rule];
}

/* --- what is found ---------------------------------------------------------------------------- */
static const struct finding *finding_of(const struct asker *asker,
                                        const struct indicator *indicator, const struct area *area,
                                        enum statistic statistic)
{
    const struct period none = {.kind = PERIOD_UNKNOWN};
    return finding_at(asker->findings, indicator, area, statistic, none);
}

static bool has_interval(const struct finding *finding)
{
    return finding && finding->estimate.state == ESTIMATE_INTERVAL;
}

/* Whether nothing of the indicator in the area is hidden. */
static bool is_open(const struct asker *asker, const struct indicator *indicator,
                    const struct area *area)
{
    struct released_series series = released_series(asker->findings->table, indicator, area);
    const struct gap_verdict *verdict = verdict_of(&asker->findings->verdicts, indicator, area);
    for (size_t i = 0; i < series.count; i++)
        if (series.cells[i].release == RELEASE_HIDDEN)
            return false;
    return verdict && !verdict->hidden && verdict->series->hidden_count == 0;
}

/* Whether a slope of the level is, with all of its interval, to the better. */
static bool rises_to_the_better(const struct finding *slope)
{
    if (!has_interval(slope))
        return false;
    switch (slope->indicator->polarity) {
    case POLARITY_UP:
        return slope->estimate.lower > 0;
    case POLARITY_DOWN:
        return slope->estimate.upper < 0;
    case POLARITY_NEUTRAL:
        break;
    }
    return false;
}

/* A verdict that words can be made of: a gap that has crossed 0 is neither narrower nor wider. */
static const struct gap_verdict *
plain_verdict(const struct asker *asker, const struct indicator *indicator, const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(&asker->findings->verdicts, indicator, area);
    if (!is_open(asker, indicator, area) || !verdict->decides ||
        verdict->decides->judgement.crossed)
        return NULL;
    return verdict;
}

/* --- words ------------------------------------------------------------------------------------ */
static const char *title(const struct indicator *indicator)
{
    return *indicator->short_name ? indicator->short_name : indicator->name;
}

static const char *comparator_text(const struct asker *asker, const struct area *comparator)
{
    return comparator->role == AREA_REST
               ? say(asker->language, "resten af kommunen", "the rest of the municipality")
               : say(asker->language, "kommunen", "the municipality");
}

/* A size without its sign, and its limits in their order: `1,32 pct.-point om året (0,65 til 2,00)`. */
static const char *size_text(const struct asker *asker, const struct finding *finding)
{
    char size[NUMBER_TEXT], lower[NUMBER_TEXT], upper[NUMBER_TEXT];
    const struct estimate *estimate = &finding->estimate;
    int decimals = wording_decimals(finding);
    bool falls = estimate->value < 0;
    bool yearly = statistic_unit(finding->statistic) == UNIT_SLOPE;
    wording_number(size, asker->language, fabs(estimate->value), decimals);
    wording_number(lower, asker->language, falls ? -estimate->upper : estimate->lower, decimals);
    wording_number(upper, asker->language, falls ? -estimate->lower : estimate->upper, decimals);
    return arena_printf(asker->arena, "%s" NBSP "%s%s (%s %s %s)", size,
                        indicator_difference_unit(finding->indicator, asker->language),
                        yearly ? say(asker->language, " om året", " a year") : "", lower,
                        say(asker->language, "til", "to"), upper);
}

static const char *better_text(const struct asker *asker, const struct gap_verdict *verdict)
{
    if (verdict->verdict == VERDICT_NARROWING && verdict->direction == DIRECTION_WORSE)
        return say(asker->language, ", og det er til det dårligere", ", which is for the worse");
    if (verdict->verdict == VERDICT_WIDENING && verdict->direction == DIRECTION_BETTER)
        return say(asker->language, ", og det er til det bedre", ", which is for the better");
    return "";
}

/* What has become of a gap, to follow `er afstanden` and `the gap`: `indsnævret med 1,32 …`. */
static const char *moved_text(const struct asker *asker, const struct gap_verdict *verdict,
                              const struct finding *slope)
{
    const char *verb = verdict->verdict == VERDICT_NARROWING
                           ? say(asker->language, "indsnævret med", "has narrowed by")
                           : say(asker->language, "udvidet med", "has widened by");
    if (verdict->verdict != VERDICT_UNCHANGED)
        return arena_printf(asker->arena, "%s %s%s", verb, size_text(asker, slope),
                            better_text(asker, verdict));
    return arena_printf(asker->arena, "%s (%s" NBSP "%s; %s)",
                        say(asker->language, "uændret", "is unchanged"),
                        wording_value(asker->arena, asker->language, slope),
                        arena_printf(asker->arena, "%s %s",
                                     indicator_difference_unit(slope->indicator, asker->language),
                                     say(asker->language, "om året", "a year")),
                        wording_interval(asker->arena, asker->language, slope));
}

/* `23,1 pct. (20,1 til 26,5)`. */
static const char *level_text(const struct asker *asker, const struct finding *level)
{
    const char *interval = wording_interval(asker->arena, asker->language, level);
    return arena_printf(asker->arena, "%s" NBSP "%s%s%s%s",
                        wording_value(asker->arena, asker->language, level), level->indicator->unit,
                        *interval ? " (" : "", interval, *interval ? ")" : "");
}

/* --- the rules: each says whether it holds in some area, and asks ------------------------------ */
/* The first area whose gap has moved so, or with DIRECTION_NONE the first whose has not moved. */
static const struct area *first_area(const struct asker *asker, enum verdict_direction direction)
{
    for (size_t i = 0; i < asker->area_count; i++) {
        const struct gap_verdict *verdict = plain_verdict(asker, asker->indicator, asker->areas[i]);
        if (verdict && (direction == DIRECTION_NONE ? verdict->verdict == VERDICT_UNCHANGED
                                                    : verdict->direction == direction))
            return asker->areas[i];
    }
    return NULL;
}

static const char *area_moved(const struct asker *asker, const struct area *area,
                              struct sentence *sentence)
{
    const struct gap_verdict *verdict =
        verdict_of(&asker->findings->verdicts, asker->indicator, area);
    const struct finding *slope =
        finding_of(asker, asker->indicator, area, STATISTIC_VERDICT_SLOPE);
    sentence_quote(sentence, slope);
    sentence_quote(sentence, finding_of(asker, asker->indicator, area, STATISTIC_VERDICT));
    sentence_quote(sentence,
                   finding_of(asker, asker->indicator, area, STATISTIC_VERDICT_DIRECTION));
    return moved_text(asker, verdict, slope);
}

static bool ask_areas_differ(const struct asker *asker, struct question *question)
{
    const struct area *better = first_area(asker, DIRECTION_BETTER);
    const struct area *other = first_area(asker, DIRECTION_WORSE);
    if (!other)
        other = first_area(asker, DIRECTION_NONE);
    if (!better || !other)
        return false;
    const char *first = area_moved(asker, better, &question->sentence);
    const char *second = area_moved(asker, other, &question->sentence);
    const struct finding *slope =
        finding_of(asker, asker->indicator, better, STATISTIC_VERDICT_SLOPE);
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: I %s er afstanden til %s %s; i %s er den %s. Hvad kan områderne lære af hinanden?",
            "%s: In %s the gap to %s %s; in %s it %s. What can the areas learn from each "
            "other?"),
        title(asker->indicator), better->name, comparator_text(asker, slope->comparator), first,
        other->name, second);
    return true;
}

static const char *link_moved(const struct asker *asker, const struct theory_evidence *evidence,
                              struct sentence *sentence)
{
    sentence_quote(sentence, evidence->slope);
    sentence_quote(sentence, evidence->verdict);
    return moved_text(
        asker, verdict_of(&asker->findings->verdicts, evidence->step->indicator, evidence->area),
        evidence->slope);
}

static void ask_of_chain(const struct asker *asker, const struct theory_evidence *early,
                         const struct theory_evidence *late, struct question *question)
{
    const char *first = link_moved(asker, early, &question->sentence);
    const char *second = link_moved(asker, late, &question->sentence);
    question->other = late->step->indicator;
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: I %s er det gået som forventet på %s: afstanden til %s er %s. På langt sigt er "
            "afstanden for »%s« %s. Hvad ved I om vejen fra det ene resultat til det andet?",
            "%s: In %s things went as expected in the %s: the gap to %s %s. In the long run "
            "the gap for “%s” %s. What do you know of the way from the one result to "
            "the other?"),
        title(asker->indicator), early->area->name,
        early->step->horizon == HORIZON_SHORT
            ? say(asker->language, "kort sigt", "short run")
            : say(asker->language, "mellemlangt sigt", "middle run"),
        comparator_text(asker, early->slope->comparator), first, title(late->step->indicator),
        second);
}

/* The evidence of a step of the focus area in an area, where words can be made of it. */
static bool find_link(const struct asker *asker, const struct theory_step *step,
                      const struct area *area, struct theory_evidence *evidence)
{
    if (!step->indicator || strcmp(step->focus_area, asker->focus_area) != 0 ||
        !plain_verdict(asker, step->indicator, area))
        return false;
    *evidence = theory_evidence_of(asker->findings, step, area);
    return true;
}

/* The long-run result that did not come in the area of an early one that did. */
static bool find_break(const struct asker *asker, const struct theory_evidence *early,
                       struct theory_evidence *late)
{
    const struct catalogue *catalogue = asker->findings->table->catalogue;
    for (size_t i = 0; i < catalogue->theory_count; i++) {
        const struct theory_step *step = &catalogue->theory[i];
        if (step->horizon == HORIZON_LONG && step->indicator != early->step->indicator &&
            find_link(asker, step, early->area, late) &&
            (late->state == THEORY_AGAINST || late->state == THEORY_UNCHANGED))
            return true;
    }
    return false;
}

static bool ask_chain_breaks(const struct asker *asker, struct question *question)
{
    const struct catalogue *catalogue = asker->findings->table->catalogue;
    struct theory_evidence early, late;
    for (size_t i = 0; i < catalogue->theory_count; i++) {
        const struct theory_step *step = &catalogue->theory[i];
        if (step->horizon == HORIZON_LONG || step->indicator != asker->indicator)
            continue;
        for (size_t j = 0; j < asker->area_count; j++)
            if (find_link(asker, step, asker->areas[j], &early) &&
                early.state == THEORY_AS_EXPECTED && find_break(asker, &early, &late)) {
                ask_of_chain(asker, &early, &late, question);
                return true;
            }
    }
    return false;
}

static bool municipality_moved(const struct asker *asker, const struct area *area,
                               struct question *question)
{
    const struct gap_verdict *verdict = plain_verdict(asker, asker->indicator, area);
    if (!verdict ||
        (verdict->verdict != VERDICT_UNCHANGED && verdict->direction != DIRECTION_WORSE))
        return false;
    const struct area *comparator = verdict->series->comparator;
    const struct finding *own = finding_of(asker, asker->indicator, area, STATISTIC_LEVEL_SLOPE);
    const struct finding *whole =
        finding_of(asker, asker->indicator, comparator, STATISTIC_LEVEL_SLOPE);
    if (!rises_to_the_better(own) || !rises_to_the_better(whole))
        return false;
    sentence_quote(&question->sentence, own);
    sentence_quote(&question->sentence, whole);
    const char *moved = area_moved(asker, area, &question->sentence);
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: I %s er tallet %s med %s, og i %s med %s; afstanden mellem dem er %s. Hvilket af "
            "tallene svarer bedst til det, I selv oplever?",
            "%s: In %s the figure has %s by %s, and in %s by %s; the gap between them %s. Which of "
            "the figures matches best what you see yourselves?"),
        title(asker->indicator), area->name,
        own->estimate.value > 0 ? say(asker->language, "steget", "risen")
                                : say(asker->language, "faldet", "fallen"),
        size_text(asker, own), comparator_text(asker, comparator), size_text(asker, whole), moved);
    return true;
}

static bool ask_municipality_moved(const struct asker *asker, struct question *question)
{
    for (size_t i = 0; i < asker->area_count; i++)
        if (municipality_moved(asker, asker->areas[i], question))
            return true;
    return false;
}

static bool ask_target_off_course(const struct asker *asker, struct question *question)
{
    const struct target_outlooks *targets = &asker->findings->targets;
    for (size_t i = 0; i < targets->count; i++) {
        const struct target_outlook *outlook = &targets->items[i];
        if (outlook->target->indicator != asker->indicator || outlook->state != TARGET_OFF_COURSE ||
            !is_open(asker, asker->indicator, outlook->target->area))
            continue;
        question->sentence = target_sentence(asker->speaker, outlook);
        question->sentence.text = arena_printf(
            asker->arena, "%s: %s %s", title(asker->indicator), question->sentence.text,
            say(asker->language,
                "Hvad taler for at holde fast i målet, og hvad taler for at ændre det?",
                "What speaks for keeping the target, and what for changing it?"));
        return true;
    }
    return false;
}

/* Whether the gap is, with all of its interval, on the bad side. */
static bool is_worse_off(const struct finding *gap)
{
    if (!has_interval(gap) || gap->indicator->polarity == POLARITY_NEUTRAL)
        return false;
    return gap->indicator->polarity == POLARITY_UP ? gap->estimate.upper < 0
                                                   : gap->estimate.lower > 0;
}

static bool ask_gap_stands(const struct asker *asker, struct question *question)
{
    const struct finding *widest = NULL;
    for (size_t i = 0; i < asker->area_count; i++) {
        const struct gap_verdict *verdict = plain_verdict(asker, asker->indicator, asker->areas[i]);
        if (!verdict || verdict->verdict != VERDICT_UNCHANGED)
            continue;
        const struct finding *gap = finding_latest(
            asker->findings, asker->indicator, asker->areas[i],
            verdict->series->comparator->role == AREA_REST ? STATISTIC_GAP_REST : STATISTIC_GAP);
        if (is_worse_off(gap) &&
            (!widest || fabs(gap->estimate.value) > fabs(widest->estimate.value)))
            widest = gap;
    }
    if (!widest)
        return false;
    sentence_quote(&question->sentence, widest);
    const char *moved = area_moved(asker, widest->area, &question->sentence);
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: %s ligger %s %s %s %s, og afstanden er %s. Hvad ville I lægge mærke til først, "
            "hvis "
            "den blev mindre?",
            "%s: %s lies %s %s %s %s, and the gap %s. What would you notice first if it became "
            "smaller?"),
        title(asker->indicator), widest->area->name, size_text(asker, widest),
        widest->estimate.value > 0 ? say(asker->language, "over", "above")
                                   : say(asker->language, "under", "below"),
        comparator_text(asker, widest->comparator),
        period_when(asker->arena, asker->language, widest->from), moved);
    return true;
}

/* The areas with the lowest and the highest level in the period of the first area's latest. */
static void find_ends(const struct asker *asker, const struct finding *ends[2])
{
    ends[0] = ends[1] = NULL;
    for (size_t i = 0; i < asker->area_count; i++) {
        const struct finding *level =
            finding_latest(asker->findings, asker->indicator, asker->areas[i], STATISTIC_LEVEL);
        if (!has_interval(level) || !is_open(asker, asker->indicator, asker->areas[i]) ||
            (ends[0] && period_compare(level->from, ends[0]->from) != 0))
            continue;
        if (!ends[0] || level->estimate.value < ends[0]->estimate.value)
            ends[0] = level;
        if (!ends[1] || level->estimate.value > ends[1]->estimate.value)
            ends[1] = level;
    }
}

/* Intervals that do not even touch: the two were picked for lying farthest apart. */
static bool ask_areas_apart(const struct asker *asker, struct question *question)
{
    const struct finding *ends[2];
    find_ends(asker, ends);
    if (!ends[0] || !(ends[0]->estimate.upper < ends[1]->estimate.lower))
        return false;
    sentence_quote(&question->sentence, ends[1]);
    sentence_quote(&question->sentence, ends[0]);
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: I %s var tallet %s %s, i %s %s. Hvilke forskelle kender I mellem de to områder?",
            "%s: In %s the figure was %s %s, in %s %s. Which differences do you know of "
            "between the two areas?"),
        title(asker->indicator), ends[1]->area->name, level_text(asker, ends[1]),
        period_when(asker->arena, asker->language, ends[1]->from), ends[0]->area->name,
        level_text(asker, ends[0]));
    return true;
}

/* The change of a level that is known before and after, where no verdict can be given. */
static const struct finding *untold_change(const struct asker *asker, const struct area *area)
{
    const struct gap_verdict *verdict =
        verdict_of(&asker->findings->verdicts, asker->indicator, area);
    const struct finding *change =
        finding_of(asker, asker->indicator, area, STATISTIC_LEVEL_CHANGE);
    bool there = is_open(asker, asker->indicator, area) && change &&
                 verdict->verdict == VERDICT_NOT_DETERMINABLE &&
                 change->estimate.state != ESTIMATE_UNDEFINED;
    return there ? change : NULL;
}

static void ask_of_change(const struct asker *asker, const struct finding *change,
                          struct question *question)
{
    const struct gap_verdict *verdict =
        verdict_of(&asker->findings->verdicts, change->indicator, change->area);
    const struct area *comparator = verdict->series->comparator;
    const struct finding *first =
        finding_at(asker->findings, change->indicator, change->area, STATISTIC_LEVEL, change->from);
    const struct finding *last =
        finding_at(asker->findings, change->indicator, change->area, STATISTIC_LEVEL, change->to);
    sentence_quote(&question->sentence, first);
    sentence_quote(&question->sentence, last);
    sentence_quote(&question->sentence,
                   finding_of(asker, change->indicator, change->area, STATISTIC_VERDICT));
    question->sentence.text = arena_printf(
        asker->arena,
        say(asker->language,
            "%s: I %s var tallet %s %s og %s %s. Det kan ikke afgøres, om afstanden til %s ændrer "
            "sig (%s). Hvad siger jeres egne iagttagelser?",
            "%s: In %s the figure was %s %s and %s %s. Whether the gap to %s is changing cannot be "
            "told (%s). What do your own observations say?"),
        title(change->indicator), change->area->name, level_text(asker, first),
        period_when(asker->arena, asker->language, first->from), level_text(asker, last),
        period_when(asker->arena, asker->language, last->from),
        comparator ? comparator_text(asker, comparator)
                   : say(asker->language, "kommunen", "the municipality"),
        reason_text(verdict->reason, asker->language));
}

/* Of the area whose level has changed the most. */
static bool ask_no_verdict(const struct asker *asker, struct question *question)
{
    const struct finding *most = NULL;
    for (size_t i = 0; i < asker->area_count; i++) {
        const struct finding *change = untold_change(asker, asker->areas[i]);
        if (change && (!most || fabs(change->estimate.value) > fabs(most->estimate.value)))
            most = change;
    }
    if (most)
        ask_of_change(asker, most, question);
    return most != NULL;
}

/* --- asking ----------------------------------------------------------------------------------- */
static const struct {
    bool (*ask)(const struct asker *asker, struct question *question);
    bool of_steps; /* asks of the steps in the focus area, whatever area their indicators are of */
} rules[QUESTION_RULES] = {[QUESTION_AREAS_DIFFER] = {ask_areas_differ, false},
                           [QUESTION_CHAIN_BREAKS] = {ask_chain_breaks, true},
                           [QUESTION_MUNICIPALITY_MOVED] = {ask_municipality_moved, false},
                           [QUESTION_TARGET_OFF_COURSE] = {ask_target_off_course, false},
                           [QUESTION_GAP_STANDS] = {ask_gap_stands, false},
                           [QUESTION_AREAS_APART] = {ask_areas_apart, false},
                           [QUESTION_NO_VERDICT] = {ask_no_verdict, false}};

bool question_ask(const struct speaker *speaker, const char *focus_area, enum question_rule rule,
                  const struct indicator *indicator, struct question *question)
{
    size_t all;
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    struct asker asker = {.speaker = speaker,
                          .arena = speaker->arena,
                          .language = speaker->language,
                          .findings = speaker->findings,
                          .focus_area = focus_area,
                          .indicator = indicator,
                          .areas = followup_areas(speaker->arena, catalogue, &all)};
    while (asker.area_count < all && asker.areas[asker.area_count]->role == AREA_ESTATE)
        asker.area_count++;
    *question = (struct question){.rule = rule, .indicator = indicator, .sentence = {.text = ""}};
    if (!rules[rule].of_steps && strcmp(indicator->focus_area, focus_area) != 0)
        return false;
    return rules[rule].ask(&asker, question);
}

static bool is_of(const struct question *question, const struct indicator *indicator)
{
    return indicator && (question->indicator == indicator || question->other == indicator);
}

/* What a further question may share with those that there are. */
enum sharing { SHARE_NOTHING, SHARE_RULE, SHARE_INDICATOR };

static bool may_join(const struct questions *questions, const struct question *question,
                     enum sharing sharing)
{
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *other = &questions->items[i];
        bool rule = other->rule == question->rule;
        bool indicator = is_of(other, question->indicator) || is_of(other, question->other);
        if ((rule && indicator) || (rule && sharing != SHARE_RULE) ||
            (indicator && sharing != SHARE_INDICATOR))
            return false;
    }
    return true;
}

struct questions questions_of(const struct speaker *speaker, const char *focus_area)
{
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(speaker->arena, catalogue);
    struct questions questions = {.count = 0};
    for (int sharing = SHARE_NOTHING; sharing <= SHARE_INDICATOR; sharing++) {
        size_t most = sharing == SHARE_NOTHING ? QUESTIONS_MOST : QUESTIONS_MOST - 1;
        for (int rule = 0; rule < QUESTION_RULES; rule++)
            for (size_t i = 0; i < catalogue->indicator_count && questions.count < most; i++) {
                struct question question;
                if (question_ask(speaker, focus_area, (enum question_rule)rule, indicators[i],
                                 &question) &&
                    may_join(&questions, &question, (enum sharing)sharing))
                    questions.items[questions.count++] = question;
            }
    }
    return questions;
}
