/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_table.h"

#include <string.h>

#include "pejling/present/html.h"
#include "pejling/present/wording.h"

#define P_DECIMALS 3
#define SMALLEST_P 0.001 /* smaller ones are said to be so */

const char *evaluation_label(const struct seminar *seminar, const struct evaluation_column *column)
{
    return seminar_words(seminar, column->danish, column->english);
}

void evaluation_table_open(const struct seminar *seminar, const char *caption,
                           const struct evaluation_column *columns, size_t count)
{
    sink_text(seminar->sink, "<div class=\"scroll\"><table class=\"rows\">");
    html_element(seminar->sink, "caption", caption);
    sink_text(seminar->sink, "<thead><tr>");
    html_element(seminar->sink, "th scope=\"col\"", seminar_words(seminar, "Område", "Area"));
    for (size_t i = 0; i < count; i++)
        html_element(seminar->sink,
                     columns[i].shown == EVALUATION_WORDS ? "th scope=\"col\""
                                                          : "th scope=\"col\" class=\"n\"",
                     evaluation_label(seminar, &columns[i]));
    sink_text(seminar->sink, "</tr></thead>\n<tbody>\n");
}

void evaluation_row_open(const struct seminar *seminar, const char *name)
{
    sink_text(seminar->sink, "<tr>");
    html_element(seminar->sink, "th scope=\"row\"", name);
}

static const char *p_text(const struct seminar *seminar, double p)
{
    char text[NUMBER_TEXT];
    wording_number(text, seminar->speaker.language, p < SMALLEST_P ? SMALLEST_P : p, P_DECIMALS);
    return arena_printf(seminar->speaker.arena, "%s%s", p < SMALLEST_P ? "< " : "", text);
}

static void write_p(const struct seminar *seminar, const char *label, const struct finding *finding,
                    bool adjusted)
{
    bool there = finding && (adjusted ? finding->has_p_adjusted : finding->has_p);
    struct sentence quotes = {.count = 0};
    sentence_quote(&quotes, there ? finding : NULL);
    seminar_open_cell(seminar, "n", label, &quotes);
    html_text(seminar->sink,
              there ? p_text(seminar, adjusted ? finding->p_adjusted : finding->p) : "–");
    sink_text(seminar->sink, "</td>\n");
}

void evaluation_cell(const struct seminar *seminar, const struct evaluation_column *column,
                     const struct finding *finding)
{
    const char *label = evaluation_label(seminar, column);
    bool is_p = column->shown == EVALUATION_P || column->shown == EVALUATION_P_ADJUSTED;
    if (is_p)
        write_p(seminar, label, finding, column->shown == EVALUATION_P_ADJUSTED);
    else
        seminar_number(seminar, finding, label, column->shown == EVALUATION_INTERVAL);
}

void evaluation_area_row(const struct seminar *seminar, const struct indicator *indicator,
                         const struct area *area, const struct evaluation_column *columns,
                         size_t count)
{
    evaluation_row_open(seminar, area->name);
    for (size_t i = 0; i < count; i++)
        evaluation_cell(
            seminar, &columns[i],
            finding_single(seminar->speaker.findings, indicator, area, columns[i].statistic));
    evaluation_row_close(seminar);
}

void evaluation_row_close(const struct seminar *seminar)
{
    sink_text(seminar->sink, "</tr>\n");
}

void evaluation_table_close(const struct seminar *seminar)
{
    sink_text(seminar->sink, "</tbody></table></div>\n");
}

const char *evaluation_units(const struct seminar *seminar, const struct indicator *indicator)
{
    const char *differences = indicator_difference_unit(indicator, seminar->speaker.language);
    if (strcmp(indicator->unit, differences) == 0)
        return indicator->unit;
    return arena_printf(seminar->speaker.arena,
                        say(seminar->speaker.language, "niveauer i %s, forskelle i %s",
                            "levels in %s, differences in %s"),
                        indicator->unit, differences);
}
