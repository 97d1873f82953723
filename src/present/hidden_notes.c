/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_notes.h"

#include "pejling/base/text.h"
#include "pejling/present/hidden_reasons.h"
#include "pejling/present/html.h"
#include "pejling/present/tables.h"
#include "pejling/present/wording.h"

static const char *words(const struct hidden_notes *notes, const char *danish, const char *english)
{
    return say(notes->language, danish, english);
}

static bool is_area(const struct area *area)
{
    return area->role == AREA_ESTATE || area->role == AREA_TOTAL;
}

/* The figures of the areas that are shown, and those hidden for one reason. */
static void count_cells(const struct hidden_notes *notes, const struct indicator *indicator,
                        enum reason reason, size_t *shown, size_t *hidden)
{
    const struct released_table *table = notes->findings->table;
    *shown = *hidden = 0;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        struct released_series series = released_series(table, indicator, area);
        if (!is_area(area))
            continue;
        *hidden += hidden_count(table, indicator, area, reason);
        for (size_t j = 0; j < series.count; j++)
            *shown += series.cells[j].release == RELEASE_OPEN;
    }
}

/* `2019–2021: 3,3 pct. (2,1 til 5,2)`. */
static const char *pool_text(const struct hidden_notes *notes, const struct finding *pool)
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    const char *limits = wording_interval(notes->arena, notes->language, pool);
    return arena_printf(notes->arena, "%s–%s: %s %s%s%s%s", period_label(from, pool->from),
                        period_label(to, pool->to),
                        wording_value(notes->arena, notes->language, pool), pool->indicator->unit,
                        *limits ? " (" : "", limits, *limits ? ")" : "");
}

struct sentence hidden_notes_pooled(const struct hidden_notes *notes,
                                    const struct indicator *indicator, const struct area *area)
{
    const struct findings *findings = notes->findings;
    size_t slot = indicator->index * findings->table->catalogue->area_count + area->index;
    struct sentence pooled = {.text = ""};
    for (size_t i = findings->starts[slot]; i < findings->starts[slot + 1]; i++) {
        const struct finding *row = &findings->rows[i];
        if (row->statistic != STATISTIC_POOLED_LEVEL)
            continue;
        pooled.text = arena_printf(notes->arena, "%s%s%s", pooled.text, *pooled.text ? " · " : "",
                                   pool_text(notes, row));
        sentence_quote(&pooled, row);
    }
    if (*pooled.text)
        pooled.text =
            arena_printf(notes->arena, "%s, %s: %s", area->name,
                         words(notes, "tre år samlet", "three years together"), pooled.text);
    return pooled;
}

/* `Skjult: få personer (2 af 6 tal for områderne).` */
static void write_hidden(const struct hidden_notes *notes, const struct indicator *indicator,
                         enum reason reason)
{
    size_t shown, hidden, suppressed, withheld;
    count_cells(notes, indicator, reason, &shown, &hidden);
    count_cells(notes, indicator, REASON_SUPPRESSED, &shown, &suppressed);
    count_cells(notes, indicator, REASON_WITHHELD, &shown, &withheld);
    if (!hidden)
        return;
    const char *text =
        arena_printf(notes->arena,
                     say(notes->language, "%s (%zu af %zu tal for områderne).",
                         "%s (%zu of %zu figures of the areas)."),
                     reason_text(reason, notes->language), hidden, shown + suppressed + withheld);
    html_element(notes->sink, "p class=\"muted\"", text_capitalised(notes->arena, text));
}

void hidden_notes_indicator(const struct hidden_notes *notes, const struct indicator *indicator)
{
    write_hidden(notes, indicator, REASON_SUPPRESSED);
    write_hidden(notes, indicator, REASON_WITHHELD);
}

const char *hidden_notes_reason(struct arena *arena, enum language language,
                                const struct plan *plan)
{
    return arena_printf(
        arena,
        say(language,
            "Tal for områderne, der handler om få personer, er skjult: antal fra 1 "
            "til %u (eller op til indikatorens egen grænse), også når det er så få, "
            "der mangler i at være alle, og alt om grupper på under %u. Er "
            "indikatoren følsom, er ingen og alle også skjult. Andre tal er skjult, "
            "fordi et skjult tal ellers kunne regnes ud af dem. Et skjult tal er et "
            "hul i kurven, aldrig nul. Vurderinger tager højde for, hvad de skjulte "
            "tal kan være. Kommunens egne tal er offentlige og vises altid.",
            "Figures of the areas about few persons are hidden: counts from 1 to %u "
            "(or up to the indicator's own limit), also of those lacking to "
            "everybody, and anything of groups under %u. Where the indicator is "
            "sensitive, none and everybody are hidden too. Others are hidden because "
            "a hidden figure could be worked out from them. A hidden figure is a gap "
            "in the line, never a zero. Verdicts allow for what the hidden figures "
            "can be. The municipality's own figures are public and always shown."),
        plan->threshold - 1, plan->minimum_denominator);
}

void hidden_notes_edition(const struct hidden_notes *notes)
{
    struct table_count counts[TABLE_COUNT];
    if (notes->findings->table->edition == EDITION_INTERNAL)
        return;
    tables_count(notes->findings, counts);
    html_element(notes->sink, "p",
                 hidden_notes_reason(notes->arena, notes->language,
                                     &notes->findings->table->catalogue->plan));
    sink_text(notes->sink, "<ul>\n");
    for (size_t i = TABLE_LEVELS; i < TABLE_COUNT; i++)
        if (counts[i].rows)
            html_element(notes->sink, "li",
                         arena_printf(notes->arena,
                                      say(notes->language,
                                          "%s: %zu af %zu rækker er uden tal, fordi de er "
                                          "skjult",
                                          "%s: %zu of %zu rows are without a number because they "
                                          "are hidden"),
                                      counts[i].file, counts[i].hidden, counts[i].rows));
    sink_text(notes->sink, "</ul>\n");
}
