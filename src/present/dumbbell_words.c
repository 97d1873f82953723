/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_words.h"

#include "pejling/present/figure_frame.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

const char *dumbbell_number(const struct dumbbell_rows *rows, const struct finding *finding)
{
    return wording_value(rows->arena, rows->language, finding);
}

const char *dumbbell_period(const struct dumbbell_rows *rows, struct period period)
{
    char label[PERIOD_TEXT];
    if (period.kind == PERIOD_UNKNOWN)
        return say(rows->language, "tidspunkt ukendt", "time unknown");
    return arena_printf(rows->arena, "%s", period_label(label, period));
}

static bool is_rest(const struct area *area)
{
    return area && area->role == AREA_REST;
}

/* Whether some rows are compared with the rest, and others with all of the municipality. */
static bool is_mixed(const struct dumbbell_rows *rows)
{
    return rows->has_whole && is_rest(rows->comparator);
}

static const char *in_comparator(const struct dumbbell_rows *rows, const struct dumbbell_row *row)
{
    if (is_rest(row->comparator))
        return say(rows->language, "i resten af kommunen", "in the rest of the municipality");
    return is_mixed(rows) ? say(rows->language, "i hele kommunen", "in the whole municipality")
                          : say(rows->language, "i kommunen", "in the municipality");
}

const char *dumbbell_values(const struct dumbbell_rows *rows, const struct dumbbell_row *row,
                            const char *area)
{
    enum language language = rows->language;
    const char *in = say(language, "i", "in");
    const char *text =
        arena_printf(rows->arena, "%s" NBSP "%s %s %s", dumbbell_number(rows, row->level),
                     row->indicator->unit, in, area);
    if (!finding_has_value(row->other))
        return text;
    return arena_printf(rows->arena, "%s, %s %s", text, dumbbell_number(rows, row->other),
                        in_comparator(rows, row));
}

const char *dumbbell_row_note(const struct dumbbell_rows *rows, const struct dumbbell_row *row)
{
    bool other_period = period_compare(row->level->from, rows->period) != 0;
    bool whole = is_mixed(rows) && !is_rest(row->comparator) && finding_has_value(row->other) &&
                 dumbbell_is_on_axis(row);
    return arena_printf(
        rows->arena, "%s%s%s", other_period ? dumbbell_period(rows, row->level->from) : "",
        other_period && whole ? ", " : "",
        whole ? say(rows->language, "mod hele kommunen", "against the whole municipality") : "");
}

const char *dumbbell_title(const struct dumbbell_rows *rows)
{
    if (!rows->comparator)
        return rows->area->name;
    return arena_printf(
        rows->arena, "%s %s %s%s", rows->area->name, say(rows->language, "og", "and"),
        is_rest(rows->comparator) ? say(rows->language, "resten af ", "the rest of ") : "",
        area_municipality(rows->comparator)->name);
}

const char *dumbbell_subtitle(const struct dumbbell_rows *rows)
{
    if (!rows->count)
        return "";
    return arena_printf(rows->arena,
                        say(rows->language, "Seneste tal: %s, hvor ikke andet står",
                            "Latest figures: %s, where nothing else is said"),
                        dumbbell_period(rows, rows->period));
}

const char *dumbbell_summary(const struct dumbbell_rows *rows)
{
    enum language language = rows->language;
    const char *text = dumbbell_subtitle(rows);
    for (size_t i = 0; i < rows->count; i++) {
        const struct dumbbell_row *row = &rows->items[i];
        text =
            arena_printf(rows->arena, "%s. %s: %s" NBSP "%s", text, indicator_label(row->indicator),
                         dumbbell_number(rows, row->level), row->indicator->unit);
        if (finding_has_value(row->gap))
            text =
                arena_printf(rows->arena, "%s, %s %s", text, say(language, "forskel", "difference"),
                             dumbbell_number(rows, row->gap));
    }
    return text;
}

/* What the differences are to. */
static const char *comparator_words(const struct dumbbell_rows *rows)
{
    if (is_mixed(rows))
        return say(rows->language, "resten af kommunen, ellers hele kommunen",
                   "the rest of the municipality, else the whole of it");
    return is_rest(rows->comparator)
               ? say(rows->language, "resten af kommunen", "the rest of the municipality")
               : say(rows->language, "kommunen", "the municipality");
}

const char *dumbbell_reading(const struct dumbbell_rows *rows)
{
    char confidence[NUMBER_TEXT];
    enum language language = rows->language;
    const char *neutral = rows->has_neutral ? say(language, "Sort: hverken god eller dårlig. ",
                                                  "Black: neither good nor bad. ")
                                            : "";
    const char *hidden = say(language, " Indikatorer, hvis tal er skjult, er ikke med.",
                             " Indicators whose figures are hidden are left out.");
    if (!rows->count)
        return "";
    figure_confidence(confidence, language, rows->findings);
    return arena_printf(
        rows->arena,
        say(language,
            "Forskel: området minus %s. Pil op, blå: området er på den gode side. Pil ned, brun: "
            "på "
            "den dårlige side. %sGrå uden pil: ikke sikker, %s" NBSP "pct. "
            "konfidensintervallet rummer 0 eller kendes ikke.\n"
            "Ændring: forskellen nu minus forskellen dengang, med %s" NBSP "pct. "
            "konfidensinterval.%s",
            "Difference: the area minus %s. Arrow up, blue: the area is on the good side. Arrow "
            "down, brown: on the bad side. %sGrey without an arrow: not "
            "certain, "
            "the %s per cent confidence interval holds 0 or is not known.\n"
            "Change: the difference now minus the difference then, with its %s per cent confidence "
            "interval.%s"),
        comparator_words(rows), neutral, confidence, confidence, rows->has_hidden ? hidden : "");
}

const char *dumbbell_change_note(const struct dumbbell_rows *rows, const struct finding *change)
{
    enum language language = rows->language;
    const char *note = "", *since = "";
    int year = rows->findings->table->catalogue->plan.baseline_year;
    if (change->estimate.state != ESTIMATE_INTERVAL)
        note = say(language, "usikkerhed ukendt", "uncertainty unknown");
    else if (!finding_is_sure(change))
        note = say(language, "ikke sikker", "not certain");
    if (change->from.year != year ||
        (change->from.kind != PERIOD_YEAR && change->from.kind != PERIOD_DATE))
        since =
            arena_printf(rows->arena, "%s%s %s", *note ? ", " : "", say(language, "siden", "since"),
                         figure_period(rows->arena, change->from));
    return arena_printf(rows->arena, "%s%s", note, since);
}
