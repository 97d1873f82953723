/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_before_after.h"

#include "pejling/present/before_after_figure.h"
#include "pejling/present/html.h"
#include "pejling/present/sentence_before_after.h"
#include "pejling/present/wording.h"

/* A column of numbers: what it is called, and the finding in it. */
struct column {
    enum statistic statistic;
    const char *danish, *english;
    bool with_interval;
};

static const struct column change_columns[] = {
    {STATISTIC_MEAN_GAP_BEFORE, "Afstand før, gennemsnit", "Mean gap before", true},
    {STATISTIC_MEAN_GAP_AFTER, "Afstand efter, gennemsnit", "Mean gap after", true},
    {STATISTIC_BEFORE_AFTER_MEAN, "Ændring", "Change", true},
    {STATISTIC_BEFORE_AFTER_STEP, "Spring, når tendensen er trukket fra",
     "Step, the slope taken out", true},
    {STATISTIC_GAP_SLOPE_BEFORE, "Ændring pr. år før planens start",
     "Change a year before the plan’s start", true},
    {STATISTIC_PLACEBO_SHARE, "Datoer med mindst lige så stor ændring, pct.",
     "Dates with at least as large a change, per cent", false},
    {STATISTIC_BREAKDOWN, "Drift, der skal til (under 1: kan være almindelig drift)",
     "Drift it takes (below 1: can be ordinary drift)", false},
    {STATISTIC_REGRESSION_TO_MEAN, "Ventet tilbagevenden mod gennemsnittet",
     "Regression to the mean to be expected", false},
};

static const struct column parts_columns[] = {
    {STATISTIC_GAP_CHANGE_AREA, "Områdets ændring", "Change of the area", true},
    {STATISTIC_GAP_CHANGE_COMPARATOR, "Sammenligningens ændring", "Change of the comparator", true},
    {STATISTIC_GAP_CHANGE, "Forskellen på de to (difference-in-differences)",
     "The difference of the two (difference-in-differences)", true},
    {STATISTIC_REGRESSION_TO_MEAN_YEAR,
     "Ventet tilbagevenden mod gennemsnittet, hvis området er udpeget på basisårets tal",
     "Regression to the mean to be expected, if the area was chosen by the baseline year’s figure",
     false},
};

static const struct finding *find(const struct seminar *seminar, const struct indicator *indicator,
                                  const struct area *area, enum statistic statistic)
{
    static const struct period none = {.kind = PERIOD_UNKNOWN};
    return finding_at(seminar->speaker.findings, indicator, area, statistic, none);
}

static bool has_value(const struct finding *finding)
{
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED;
}

/* What a table is of, and which finding an area must have a value of to stand in it. */
struct change_table {
    const struct column *columns;
    size_t count;
    enum statistic needed;
    const char *caption;
    bool names_periods; /* the two periods, and who moved, stand in words of their own */
};

static bool has_row(const struct seminar *seminar, const struct indicator *indicator,
                    const struct area *area, const struct change_table *table)
{
    return has_value(find(seminar, indicator, area, table->needed));
}

static void write_head(const struct seminar *seminar, const struct change_table *table)
{
    sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"levels\">");
    html_element(seminar->sink, "caption", table->caption);
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (size_t i = 0; i < table->count; i++)
        html_element(seminar->sink, "th scope=\"col\" class=\"n\"",
                     seminar_words(seminar, table->columns[i].danish, table->columns[i].english));
    if (table->names_periods)
        html_element(seminar->sink, "th scope=\"col\"",
                     seminar_words(seminar, "Hvem har flyttet sig", "Who moved"));
    sink_text(seminar->sink, "</tr></thead><tbody>\n");
}

/* `Ringparken, 2021–2024` */
static const char *row_name(const struct seminar *seminar, const struct area *area,
                            const struct finding *change)
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    return arena_printf(seminar->speaker.arena, "%s, %s–%s", area->name,
                        period_label(from, change->from), period_label(to, change->to));
}

static void write_moved(const struct seminar *seminar, const struct finding *moved)
{
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, moved);
    seminar_open_cell(seminar, "", seminar_words(seminar, "Hvem har flyttet sig", "Who moved"),
                      &quotes);
    html_text(seminar->sink, moved->text
                                 ? wording_moved(seminar->speaker.language, moved->text)
                                 : reason_text(moved->estimate.reason, seminar->speaker.language));
    sink_text(seminar->sink, "</td>\n");
}

static void write_row(const struct seminar *seminar, const struct indicator *indicator,
                      const struct area *area, const struct change_table *table)
{
    const struct finding *needed = find(seminar, indicator, area, table->needed);
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", row_name(seminar, area, needed));
    for (size_t i = 0; i < table->count; i++) {
        const struct column *column = &table->columns[i];
        seminar_number(seminar, find(seminar, indicator, area, column->statistic),
                       seminar_words(seminar, column->danish, column->english),
                       column->with_interval);
    }
    if (table->names_periods)
        write_moved(seminar, find(seminar, indicator, area, STATISTIC_GAP_CHANGE_MOVED));
    sink_text(seminar->sink, "</tr>\n");
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
            write_head(seminar, table);
        headed = true;
        write_row(seminar, indicator, seminar->areas[i], table);
    }
    if (headed)
        sink_text(seminar->sink, "</tbody></table></div>\n");
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
    bool drawn = seminar_panels(seminar, "foer_efter", indicator);
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
        if (find(seminar, indicator, seminar->areas[i], STATISTIC_BEFORE_AFTER_MEAN) ||
            has_value(find(seminar, indicator, seminar->areas[i], STATISTIC_GAP_CHANGE_AREA)))
            return true;
    return false;
}

void evaluation_before_after_write(const struct seminar *seminar, const struct indicator *indicator)
{
    const struct change_table changes = {
        change_columns, sizeof change_columns / sizeof *change_columns, STATISTIC_BEFORE_AFTER_MEAN,
        change_caption(seminar, indicator), false};
    const struct change_table parts = {parts_columns, sizeof parts_columns / sizeof *parts_columns,
                                       STATISTIC_GAP_CHANGE_AREA, parts_caption(seminar, indicator),
                                       true};
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
