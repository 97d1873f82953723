/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/questions.h"

#include <math.h>
#include <string.h>

#include "pejling/findings/theory_evidence.h"
#include "pejling/present/followup.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/sentence_verdict.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/target_words.h"
#include "pejling/present/theory_words.h"

/* Who asks, and of what; the plan's areas without their total. */
struct asker {
    const struct speaker *speaker;
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
/* Adds a sentence that stands on its own elsewhere, with what it quotes. */
static void add(const struct asker *asker, struct question *question, struct sentence sentence)
{
    words_add(asker->speaker, &question->sentence, sentence.text);
    for (size_t i = 0; i < sentence.count; i++)
        sentence_quote(&question->sentence, sentence.quoted[i]);
}

static void add_text(const struct asker *asker, struct question *question, const char *text)
{
    words_add(asker->speaker, &question->sentence, text);
}

/* What has become of the gap; `named` with the area's name in front. */
static void add_verdict(const struct asker *asker, struct question *question,
                        const struct indicator *indicator, const struct area *area, bool named)
{
    struct sentence sentence = {.text = ""};
    verdict_say_briefly(asker->speaker, verdict_of(&asker->findings->verdicts, indicator, area),
                        &sentence);
    add(asker, question,
        named ? sentence : sentence_unnamed(asker->speaker->arena, sentence, area));
}

/* The words end what is asked, with their own mark. */
static void end(const struct asker *asker, struct question *question, const char *danish,
                const char *english)
{
    question->sentence.text = arena_printf(asker->speaker->arena, "%s %s", question->sentence.text,
                                           words_say(asker->speaker, danish, english));
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

static bool ask_areas_differ(const struct asker *asker, struct question *question)
{
    const struct area *better = first_area(asker, DIRECTION_BETTER);
    const struct area *other = first_area(asker, DIRECTION_WORSE);
    if (!other)
        other = first_area(asker, DIRECTION_NONE);
    if (!better || !other)
        return false;
    add_text(asker, question, indicator_label(asker->indicator));
    add_verdict(asker, question, asker->indicator, better, true);
    add_verdict(asker, question, asker->indicator, other, true);
    end(asker, question, "Hvad kan områderne lære af hinanden?",
        "What can the areas learn from each other?");
    return true;
}

/* `Unge i restgruppen, kort sigt: som forventet`, and what has become of the gap. */
static void add_link(const struct asker *asker, struct question *question,
                     const struct theory_evidence *evidence)
{
    const struct speaker *speaker = asker->speaker;
    const struct theory_step *step = evidence->step;
    add_text(asker, question,
             arena_printf(speaker->arena, "%s, %s: %s", indicator_label(step->indicator),
                          theory_horizon_text(speaker->language, step->horizon),
                          theory_state_text(speaker->language, evidence->state)));
    add_verdict(asker, question, step->indicator, evidence->area, true);
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
                add_link(asker, question, &early);
                add_link(asker, question, &late);
                question->other = late.step->indicator;
                end(asker, question, "Hvad ved I om vejen fra det ene resultat til det andet?",
                    "What do you know of the way from the one result to the other?");
                return true;
            }
    }
    return false;
}

/* `0,88 pct.-point om året (mellem 0,86 og 0,90)`. */
static const char *pace(const struct speaker *speaker, const struct finding *slope)
{
    return arena_printf(speaker->arena, words_say(speaker, "%s om året (%s)", "%s a year (%s)"),
                        words_amount(speaker, slope, slope->estimate.value),
                        words_between(speaker, slope));
}

static void add_tide(const struct asker *asker, struct question *question,
                     const struct finding *own, const struct finding *whole)
{
    const struct speaker *speaker = asker->speaker;
    sentence_quote(&question->sentence, own);
    sentence_quote(&question->sentence, whole);
    add_text(asker, question, indicator_label(asker->indicator));
    add_text(asker, question,
             arena_printf(speaker->arena,
                          own->estimate.value > 0
                              ? words_say(speaker, "%s: %s er steget med %s, i %s med %s",
                                          "%s: %s has risen by %s, in %s by %s")
                              : words_say(speaker, "%s: %s er faldet med %s, i %s med %s",
                                          "%s: %s has fallen by %s, in %s by %s"),
                          own->area->name, words_subject(speaker, asker->indicator),
                          pace(speaker, own), words_comparator(speaker->language, whole->area),
                          pace(speaker, whole)));
}

static bool municipality_moved(const struct asker *asker, const struct area *area,
                               struct question *question)
{
    const struct gap_verdict *verdict = plain_verdict(asker, asker->indicator, area);
    if (!verdict ||
        (verdict->verdict != VERDICT_UNCHANGED && verdict->direction != DIRECTION_WORSE))
        return false;
    const struct finding *own =
        finding_single(asker->findings, asker->indicator, area, STATISTIC_LEVEL_SLOPE);
    const struct finding *whole = finding_single(
        asker->findings, asker->indicator, verdict->series->comparator, STATISTIC_LEVEL_SLOPE);
    if (!rises_to_the_better(own) || !rises_to_the_better(whole))
        return false;
    add_tide(asker, question, own, whole);
    add_verdict(asker, question, asker->indicator, area, false);
    end(asker, question, "Hvilket af tallene svarer bedst til det, I selv oplever?",
        "Which of the figures matches best what you see yourselves?");
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
        add_text(asker, question, indicator_label(asker->indicator));
        add(asker, question, target_sentence(asker->speaker, outlook));
        end(asker, question,
            "Hvad taler for at holde fast i målet, og hvad taler for at ændre det?",
            "What speaks for keeping the target, and what for changing it?");
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
    add_text(asker, question, indicator_label(asker->indicator));
    add(asker, question, sentence_gap(asker->speaker, asker->indicator, widest->area));
    add_verdict(asker, question, asker->indicator, widest->area, false);
    end(asker, question, "Hvad ville I lægge mærke til først, hvis afstanden blev mindre?",
        "What would you notice first if the gap became smaller?");
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
    const struct speaker *speaker = asker->speaker;
    const struct finding *ends[2];
    find_ends(asker, ends);
    if (!ends[0] || !(ends[0]->estimate.upper < ends[1]->estimate.lower))
        return false;
    sentence_quote(&question->sentence, ends[1]);
    sentence_quote(&question->sentence, ends[0]);
    add_text(asker, question, indicator_label(asker->indicator));
    add_text(asker, question,
             arena_printf(speaker->arena,
                          words_say(speaker, "%s: %s var %s %s (%s)", "%s: %s was %s %s (%s)"),
                          ends[1]->area->name, words_subject(speaker, asker->indicator),
                          words_amount(speaker, ends[1], ends[1]->estimate.value),
                          words_in(speaker, ends[1]->from), words_between(speaker, ends[1])));
    add_text(asker, question,
             arena_printf(speaker->arena, "%s: %s (%s)", ends[0]->area->name,
                          words_amount(speaker, ends[0], ends[0]->estimate.value),
                          words_between(speaker, ends[0])));
    end(asker, question, "Hvilke forskelle kender I mellem de to områder?",
        "Which differences do you know of between the two areas?");
    return true;
}

/* The change that readers see of a level, where no verdict can be given. */
static const struct finding *untold_change(const struct asker *asker, const struct area *area)
{
    const struct gap_verdict *verdict =
        verdict_of(&asker->findings->verdicts, asker->indicator, area);
    const struct finding *change =
        finding_single(asker->findings, asker->indicator, area, STATISTIC_LEVEL_CHANGE);
    bool there = is_open(asker, asker->indicator, area) && change &&
                 verdict->verdict == VERDICT_NOT_DETERMINABLE &&
                 change->estimate.state != ESTIMATE_UNDEFINED &&
                 !words_is_zero(change, change->estimate.value);
    return there ? change : NULL;
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
    if (!most)
        return false;
    add_text(asker, question, indicator_label(asker->indicator));
    add(asker, question, sentence_level(asker->speaker, asker->indicator, most->area));
    add_verdict(asker, question, asker->indicator, most->area, false);
    end(asker, question, "Hvad siger jeres egne iagttagelser?",
        "What do your own observations say?");
    return true;
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

static struct asker asker_of(const struct speaker *speaker, const char *focus_area)
{
    size_t all;
    struct asker asker = {
        .speaker = speaker,
        .findings = speaker->findings,
        .focus_area = focus_area,
        .areas = followup_areas(speaker->arena, speaker->findings->table->catalogue, &all)};
    while (asker.area_count < all && asker.areas[asker.area_count]->role == AREA_ESTATE)
        asker.area_count++;
    return asker;
}

static bool ask(struct asker *asker, enum question_rule rule, const struct indicator *indicator,
                struct question *question)
{
    *question = (struct question){.rule = rule, .indicator = indicator, .sentence = {.text = ""}};
    asker->indicator = indicator;
    if (!rules[rule].of_steps && strcmp(indicator->focus_area, asker->focus_area) != 0)
        return false;
    return rules[rule].ask(asker, question);
}

bool question_ask(const struct speaker *speaker, const char *focus_area, enum question_rule rule,
                  const struct indicator *indicator, struct question *question)
{
    struct asker asker = asker_of(speaker, focus_area);
    return ask(&asker, rule, indicator, question);
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
    struct asker asker = asker_of(speaker, focus_area);
    struct questions questions = {.count = 0};
    for (int sharing = SHARE_NOTHING; sharing <= SHARE_INDICATOR; sharing++) {
        size_t most = sharing == SHARE_NOTHING ? QUESTIONS_MOST : QUESTIONS_MOST - 1;
        for (int rule = 0; rule < QUESTION_RULES; rule++)
            for (size_t i = 0; i < catalogue->indicator_count && questions.count < most; i++) {
                struct question question;
                if (ask(&asker, (enum question_rule)rule, indicators[i], &question) &&
                    may_join(&questions, &question, (enum sharing)sharing))
                    questions.items[questions.count++] = question;
            }
    }
    return questions;
}
