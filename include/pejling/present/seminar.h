/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every part of seminar.html is written with. A number of the findings is put down together
 * with its place in resultater.csv (`data-cell`), a sentence with the places of those it quotes
 * (`data-quotes`), so that a reader, a test too, finds the way back from the page to the numbers.
 */
#ifndef PEJLING_PRESENT_SEMINAR_H
#define PEJLING_PRESENT_SEMINAR_H

#include "pejling/base/sink.h"
#include "pejling/model/calibration_read.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/news.h"

struct seminar {
    struct sink *sink;
    const struct place *place;
    struct speaker speaker;
    const struct catalogue *catalogue;
    const struct indicator **indicators; /* in the order of the follow-up table, as are the areas */
    const struct area **areas;
    size_t area_count;
    const struct calibration *calibration; /* NULL where this panel has none */
    const struct news *news;               /* NULL where no earlier edition is named */
};

/* seminar_words(seminar, danish, english): the one in the page's language. */
const char *seminar_words(const struct seminar *seminar, const char *danish, const char *english);

/*
 * seminar_sentence(seminar, tag, sentence): an element with the sentence; nothing for "". `tag` is
 * a literal and may have attributes, as in html_element.
 */
void seminar_sentence(const struct seminar *seminar, const char *tag,
                      const struct sentence *sentence);

/*
 * seminar_said(seminar, lead, sentences, count): an item of a list: the lead and a colon, and what
 * is said of it.
 */
void seminar_said(const struct seminar *seminar, const char *lead, const struct sentence *sentences,
                  size_t count);

/*
 * seminar_number(seminar, finding, label, with_interval): a cell `<td class="n">` with the finding's
 * value, the limits below it if they are wanted and there are any; why there is none; or a dash for
 * NULL. `label` is the column's heading, for screens too narrow for columns.
 */
void seminar_number(const struct seminar *seminar, const struct finding *finding, const char *label,
                    bool with_interval);

/* seminar_text(seminar, label, text): a cell with words. */
void seminar_text(const struct seminar *seminar, const char *label, const char *text);

/*
 * seminar_open_cell(seminar, class, label, quotes): a cell's tag, with the places of the findings
 * that `quotes` quotes, whatever its text. `class` is a literal, "" for none.
 */
void seminar_open_cell(const struct seminar *seminar, const char *class, const char *label,
                       const struct sentence *quotes);

/*
 * seminar_verdict(seminar, indicator, area, label): a cell of the verdict matrix: the verdict on the
 * area's gap as colour, symbol, word and number.
 */
void seminar_verdict(const struct seminar *seminar, const struct indicator *indicator,
                     const struct area *area, const char *label);

/*
 * seminar_panels(seminar, stem, indicator, areas_of): the figures `STEM_INDICATOR-AREA` of the areas
 * that have a panel, side by side, and in the place of one that could not be drawn that it is
 * missing; false where none is there.
 */
bool seminar_panels(const struct seminar *seminar, const char *stem,
                    const struct indicator *indicator,
                    const struct area **(*areas_of)(const struct figure_canvas *,
                                                    const struct indicator *, size_t *));

/* seminar_figure_missing(seminar): says in a figure's place that it could not be drawn. */
void seminar_figure_missing(const struct seminar *seminar);

/*
 * seminar_source(seminar, sources): the line at the foot of a chapter or sheet: the sources, the
 * edition with its marks, and that the plan takes neither credit nor blame.
 */
void seminar_source(const struct seminar *seminar, const char *sources);

/*
 * seminar_sources(seminar, goal): the sources of the indicators of a goal, each once; of all of
 * them for NULL.
 */
const char *seminar_sources(const struct seminar *seminar, const char *goal);

/* seminar_marks(seminar): which edition this is, and what its figures are not. */
void seminar_marks(const struct seminar *seminar);

#endif
