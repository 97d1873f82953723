/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_before_after.h"

#include "pejling/present/before_after_figure.h"
#include "pejling/present/evaluation_table.h"
#include "pejling/present/html.h"
#include "pejling/present/sentence_before_after.h"
#include "pejling/present/sentence_both_changes.h"
#include "pejling/present/wording.h"

static const struct evaluation_column change_columns[] = {
    {"Afstand før, gennemsnit", "Mean gap before", EVALUATION_INTERVAL, STATISTIC_MEAN_GAP_BEFORE},
    {"Afstand efter, gennemsnit", "Mean gap after", EVALUATION_INTERVAL, STATISTIC_MEAN_GAP_AFTER},
    {"Ændring", "Change", EVALUATION_INTERVAL, STATISTIC_BEFORE_AFTER_MEAN},
    {"Spring, når tendensen er trukket fra", "Step, the slope taken out", EVALUATION_INTERVAL,
     STATISTIC_BEFORE_AFTER_STEP},
    {"Ændring pr. år før planens start", "Change a year before the plan’s start",
     EVALUATION_INTERVAL, STATISTIC_GAP_SLOPE_BEFORE},
    {"Datoer med mindst lige så stor ændring, planens start medregnet, pct.",
     "Dates with at least as large a change, the plan’s start among them, per cent",
     EVALUATION_VALUE, STATISTIC_PLACEBO_SHARE},
    {"Drift, der skal til (under 1: kan være almindelig drift)",
     "Drift it takes (below 1: can be ordinary drift)", EVALUATION_VALUE, STATISTIC_BREAKDOWN},
    {"Ventet tilbagevenden mod gennemsnittet", "Regression to the mean to be expected",
     EVALUATION_VALUE, STATISTIC_REGRESSION_TO_MEAN},
};

static const struct evaluation_column parts_columns[] = {
    {"Områdets ændring", "Change of the area", EVALUATION_INTERVAL, STATISTIC_GAP_CHANGE_AREA},
    {"Sammenligningens ændring", "Change of the comparator", EVALUATION_INTERVAL,
     STATISTIC_GAP_CHANGE_COMPARATOR},
    {"Forskellen på de to (difference-in-differences)",
     "The difference of the two (difference-in-differences)", EVALUATION_INTERVAL,
     STATISTIC_GAP_CHANGE},
    {"Ventet tilbagevenden mod gennemsnittet, hvis området er udpeget på basisårets tal",
     "Regression to the mean to be expected, if the area was chosen by the baseline year’s figure",
     EVALUATION_VALUE, STATISTIC_REGRESSION_TO_MEAN_YEAR},
    {"Hvem har flyttet sig", "Who moved", EVALUATION_WORDS, STATISTIC_GAP_CHANGE_MOVED},
};

/* What a table is of, and which finding an area must have a value of to stand in it. */
struct change_table {
    const struct evaluation_column *columns;
    size_t count;
    enum statistic needed;
    const char *caption;
};

static bool has_row(const struct seminar *seminar, const struct indicator *indicator,
                    const struct area *area, const struct change_table *table)
{
    return finding_has_value(
        finding_single(seminar->speaker.findings, indicator, area, table->needed));
}

/* `Ringparken, 2021–2024` */
static const char *row_name(const struct seminar *seminar, const struct area *area,
                            const struct finding *change)
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    return arena_printf(seminar->speaker.arena, "%s, %s–%s", area->name,
                        period_label(from, change->from), period_label(to, change->to));
}

static void write_moved(const struct seminar *seminar, const struct evaluation_column *column,
                        const struct finding *moved)
{
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, moved);
    seminar_open_cell(seminar, "", evaluation_label(seminar, column), &quotes);
    html_text(seminar->sink, moved->text
                                 ? wording_moved(seminar->speaker.language, moved->text)
                                 : reason_text(moved->estimate.reason, seminar->speaker.language));
    sink_text(seminar->sink, "</td>\n");
}

static void write_row(const struct seminar *seminar, const struct indicator *indicator,
                      const struct area *area, const struct change_table *table)
{
    const struct findings *findings = seminar->speaker.findings;
    evaluation_row_open(
        seminar, row_name(seminar, area, finding_single(findings, indicator, area, table->needed)));
    for (size_t i = 0; i < table->count; i++) {
        const struct evaluation_column *column = &table->columns[i];
        const struct finding *finding =
            finding_single(findings, indicator, area, column->statistic);
        if (column->shown == EVALUATION_WORDS)
            write_moved(seminar, column, finding);
        else
            evaluation_cell(seminar, column, finding);
    }
    evaluation_row_close(seminar);
}

/* Nothing where no area has a row. */
static bool write_table(const struct seminar *seminar, const struct indicator *indicator,
                        const struct change_table *table)
{
    bool headed = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        if (!has_row(seminar, indicator, seminar->areas[i], table))
            continue;
        if (!headed)
            evaluation_table_open(seminar, table->caption, table->columns, table->count);
        headed = true;
        write_row(seminar, indicator, seminar->areas[i], table);
    }
    if (headed)
        evaluation_table_close(seminar);
    return headed;
}

static const char *change_caption(const struct seminar *seminar, const struct indicator *indicator)
{
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    return arena_printf(
        arena, "%s, %s. %s", seminar_words(seminar, "Før og efter", "Before and after"),
        indicator_difference_unit(indicator, language),
        seminar_words(
            seminar,
            "Det er en beskrivelse og ikke et bevis: tallene siger ikke, hvorfor noget er ændret. "
            "Perioder, der ligger på begge sider af planens start, er ikke med. År, som områderne "
            "er udpeget efter, bør ikke alene være udgangspunkt, og flytninger ind og ud ændrer, "
            "hvem "
            "der "
            "tælles.",
            "This describes and proves nothing: the figures do not say why anything has changed. "
            "Periods on both sides of the plan’s start are left out. Years that the areas were "
            "chosen by should not alone be the point of departure, and moves in and out change who "
            "is "
            "counted."));
}

static const char *parts_caption(const struct seminar *seminar, const struct indicator *indicator)
{
    return arena_printf(
        seminar->speaker.arena, "%s, %s. %s",
        seminar_words(seminar, "Hvem har flyttet sig siden basisåret", "Who moved since baseline"),
        indicator_difference_unit(indicator, seminar->speaker.language),
        seminar_words(
            seminar,
            "Områdets ændring minus sammenligningens i de samme år. Det, der har ramt begge lige "
            "meget, går ud; det, der kun har ramt den ene, bliver, hvad det end er.",
            "The area’s change less the comparator’s in the same years. What has met both alike "
            "goes out; what has met only one of them stays, whatever it is."));
}

static void write_figure(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_PAGE, seminar->place, seminar->speaker.findings);
    sink_text(seminar->sink, "<figure>\n");
    bool drawn = seminar_panels(seminar, "foer_efter", indicator, before_after_panel_areas);
    html_element(seminar->sink, "figcaption",
                 drawn ? before_after_figure_reading(&canvas, indicator)
                       : seminar_words(seminar,
                                       "Figuren mangler, fordi gnuplot ikke kunne tegne den.",
                                       "The figure is missing because gnuplot could not draw it."));
    sink_text(seminar->sink, "</figure>\n");
}

static void write_said(const struct seminar *seminar, const struct indicator *indicator,
                       struct sentence (*about)(const struct speaker *, const struct indicator *,
                                                const struct area *))
{
    struct arena *arena = seminar->speaker.arena;
    bool begun = false;
    for (size_t i = 0; i < seminar->area_count; i++) {
        const struct area *area = seminar->areas[i];
        const struct sentence sentence =
            sentence_unnamed(arena, about(&seminar->speaker, indicator, area), area);
        if (!*sentence.text)
            continue;
        if (!begun)
            sink_text(seminar->sink, "<ul class=\"says\">\n");
        begun = true;
        seminar_said(seminar, area->name, &sentence, 1);
    }
    if (begun)
        sink_text(seminar->sink, "</ul>\n");
}

static bool is_there(const struct seminar *seminar, const struct indicator *indicator)
{
    for (size_t i = 0; i < seminar->area_count; i++)
        if (finding_single(seminar->speaker.findings, indicator, seminar->areas[i],
                           STATISTIC_BEFORE_AFTER_MEAN) ||
            finding_has_value(finding_single(seminar->speaker.findings, indicator,
                                             seminar->areas[i], STATISTIC_GAP_CHANGE_AREA)))
            return true;
    return false;
}

void evaluation_before_after_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct change_table changes = {
        change_columns, sizeof change_columns / sizeof *change_columns, STATISTIC_BEFORE_AFTER_MEAN,
        change_caption(seminar, indicator)};
    const struct change_table parts = {parts_columns, sizeof parts_columns / sizeof *parts_columns,
                                       STATISTIC_GAP_CHANGE_AREA,
                                       parts_caption(seminar, indicator)};
    if (!is_there(seminar, indicator))
        return;
    sink_text(seminar->sink, "<section>\n");
    html_element(
        seminar->sink, "h4",
        seminar_words(seminar, "Før og efter planens start", "Before and after the plan’s start"));
    if (write_table(seminar, indicator, &changes))
        write_figure(seminar, indicator);
    write_said(seminar, indicator, sentence_before_after);
    write_table(seminar, indicator, &parts);
    write_said(seminar, indicator, sentence_both_changes);
    sink_text(seminar->sink, "</section>\n");
}
