/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/matrix_cells.h"

#include "pejling/base/reason.h"
#include "pejling/present/hidden_reasons.h"
#include "pejling/present/wording.h"

static const struct {
    const char *name, *symbol, *danish, *english;
} classes[] = {
    [MATRIX_CLEARLY_BETTER] = {"clearly-better", "▲▲", "klart bedre", "clearly better"},
    [MATRIX_BETTER] = {"better", "▲", "bedre", "better"},
    [MATRIX_UNCHANGED] = {"unchanged", "●", "uændret", "unchanged"},
    [MATRIX_WORSE] = {"worse", "▼", "værre", "worse"},
    [MATRIX_CLEARLY_WORSE] = {"clearly-worse", "▼▼", "klart værre", "clearly worse"},
    [MATRIX_NARROWING] = {"narrowing", "▸◂", "indsnævres", "narrowing"},
    [MATRIX_WIDENING] = {"widening", "◂▸", "udvides", "widening"},
    [MATRIX_UNTOLD] = {"untold", "?", "kan ikke afgøres", "cannot be determined"},
    [MATRIX_HIDDEN] = {"hidden", "–", "skjult", "hidden"},
    [MATRIX_NO_DATA] = {"no-data", "", "ingen tal", "no figures"},
};
_Static_assert(sizeof classes / sizeof *classes == MATRIX_CLASSES, "words for each class");

const char *matrix_class_name(enum matrix_class class)
{
    return classes[class].name;
}

const char *matrix_class_symbol(enum matrix_class class)
{
    return classes[class].symbol;
}

const char *matrix_class_word(enum language language, enum matrix_class class)
{
    return say(language, classes[class].danish, classes[class].english);
}

const char *matrix_measure(enum language language)
{
    return say(language,
               "Ændring pr. år i områdernes afstand til kommunen, i pct.-point, hvor ikke andet "
               "står",
               "Change a year in the areas’ gap to the municipality, in percentage points where "
               "nothing else is said");
}

const char *matrix_gap_note(enum language language)
{
    return say(language,
               "Afstand: området minus resten af kommunen, hvor der er tal til det, ellers hele "
               "kommunen.",
               "Gap: the area minus the rest of the municipality where there are figures for it, "
               "else the whole of it.");
}

bool matrix_has_verdict(enum matrix_class class)
{
    return class < MATRIX_UNTOLD;
}

static enum matrix_class class_of_moved(const struct gap_verdict *verdict)
{
    bool firm = verdict->strength == STRENGTH_FIRM;
    switch (verdict->direction) {
    case DIRECTION_BETTER:
        return firm ? MATRIX_CLEARLY_BETTER : MATRIX_BETTER;
    case DIRECTION_WORSE:
        return firm ? MATRIX_CLEARLY_WORSE : MATRIX_WORSE;
    case DIRECTION_NEUTRAL:
    case DIRECTION_NONE:
        break;
    }
    return verdict->verdict == VERDICT_NARROWING ? MATRIX_NARROWING : MATRIX_WIDENING;
}

static bool is_hidden(enum reason reason)
{
    return reason == REASON_SUPPRESSED || reason == REASON_WITHHELD ||
           reason == REASON_SUPPRESSED_SOURCE;
}

/* Hidden: no slope at all. Where some years are, and could change the answer, it is untold. */
static enum matrix_class class_of(const struct gap_verdict *verdict)
{
    switch (verdict->verdict) {
    case VERDICT_NARROWING:
    case VERDICT_WIDENING:
        return class_of_moved(verdict);
    case VERDICT_UNCHANGED:
        return MATRIX_UNCHANGED;
    case VERDICT_NOT_DETERMINABLE:
    case VERDICT_COUNT:
        break;
    }
    return is_hidden(verdict->reason) && !verdict->decides ? MATRIX_HIDDEN : MATRIX_UNTOLD;
}

/* Why, beside the word or the sign for what is hidden. */
static const char *hidden_by(enum language language, enum reason reason)
{
    if (reason == REASON_SUPPRESSED_SOURCE)
        return say(language, "kilden skjuler tal", "the source withholds");
    return reason == REASON_WITHHELD
               ? say(language, "ikke i delt udgave", "not in a shared edition")
               : say(language, "få personer", "few persons");
}

/* Shorter words than reason_text for what a cell has little room for. */
static const char *short_reason(enum language language, enum matrix_class class, enum reason reason)
{
    if (class == MATRIX_HIDDEN)
        return hidden_by(language, reason);
    if (reason == REASON_SUPPRESSED)
        return say(language, "skjulte år", "hidden years");
    if (reason == REASON_SERIES_BREAK)
        return say(language, "databrud", "series break");
    if (reason == REASON_NO_TREND)
        return say(language, "måles for sjældent", "measured too seldom");
    if (reason == REASON_NO_COMPARATOR)
        return say(language, "uden sammenligning", "no comparison");
    if (reason == REASON_INCOMPLETE)
        return say(language, "ufuldstændig", "incomplete");
    if (reason == REASON_WITHHELD)
        return say(language, "vises ikke", "not shown");
    if (reason == REASON_NO_COUNTS)
        return say(language, "kun værdier", "values only");
    return reason_text(reason, language);
}

static void quote(struct matrix_cell *cell, const struct speaker *speaker,
                  const struct indicator *indicator, const struct area *area)
{
    static const enum statistic statistics[] = {STATISTIC_VERDICT, STATISTIC_VERDICT_STRENGTH,
                                                STATISTIC_VERDICT_DIRECTION,
                                                STATISTIC_VERDICT_SLOPE};
    for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++) {
        cell->slope = finding_single(speaker->findings, indicator, area, statistics[i]);
        sentence_quote(&cell->quotes, cell->slope);
    }
    if (cell->slope && cell->slope->estimate.state != ESTIMATE_UNDEFINED)
        cell->number = wording_value(speaker->arena, speaker->language, cell->slope);
}

/* `klart bedre, −1,32 pct.-point pr. år`, `kan ikke afgøres: databrud`, `skjult: få personer`. */
static const char *in_words(const struct speaker *speaker, const struct matrix_cell *cell)
{
    if (*cell->reason)
        return arena_printf(speaker->arena, "%s: %s", cell->word, cell->reason);
    if (!*cell->number)
        return cell->word;
    return arena_printf(speaker->arena, "%s, %s %s", cell->word, cell->number,
                        wording_unit(speaker->arena, speaker->language, cell->slope));
}

struct matrix_cell matrix_cell(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(&speaker->findings->verdicts, indicator, area);
    struct matrix_cell cell = {.class = MATRIX_NO_DATA, .number = "", .reason = ""};
    if (verdict) {
        cell.class = class_of(verdict);
        cell.reason =
            short_reason(speaker->language, cell.class,
                         hidden_reason(speaker->findings->table, indicator, area, verdict->reason));
        quote(&cell, speaker, indicator, area);
    }
    bool neutral = cell.class == MATRIX_NARROWING || cell.class == MATRIX_WIDENING;
    cell.name = classes[cell.class].name;
    cell.symbol = classes[cell.class].symbol;
    cell.word = matrix_class_word(speaker->language, cell.class);
    if (neutral && verdict->strength == STRENGTH_FIRM)
        cell.word = arena_printf(speaker->arena, say(speaker->language, "%s klart", "clearly %s"),
                                 cell.word);
    cell.quotes.text = in_words(speaker, &cell);
    return cell;
}
