/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page that an explanation is written on: plain text of at most 100 columns, with numbered
 * sections, paragraphs, items and aligned tables, and numbers as readers see them. Whatever is not
 * a finite number is written as a dash.
 */
#ifndef PEJLING_PRESENT_EXPLANATION_PAGE_H
#define PEJLING_PRESENT_EXPLANATION_PAGE_H

#include "pejling/findings/findings.h"

#define PAGE_WIDTH 100

struct page {
    struct arena *arena;
    enum language language;
    char *text; /* so far; NUL-terminated, NULL while nothing is written */
    size_t length, capacity;
    unsigned sections;
};

/* page_section(page, title): a heading with the next number. */
void page_section(struct page *page, const char *title);

/* page_say(page, format, ...): a paragraph, broken at blanks. */
void page_say(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* page_item(page, format, ...): the same as one item of a list. */
void page_item(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* page_fact(page, label, format, ...): a label, and in a column of their own the words to it. */
void page_fact(struct page *page, const char *label, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* page_gap(page): an empty line, never two. */
void page_gap(struct page *page);

/* A column of a table: numbers to the right, words to the left. */
struct page_column {
    const char *label;
    bool is_left;
};

/* The last column breaks its lines where it would pass the edge, if it holds words. */
struct page_table {
    struct page *page;
    const struct page_column *columns; /* must outlive the table */
    size_t column_count;
    const char **cells; /* row by row */
    size_t count, capacity;
};

/* page_table_make(page, columns, count), then page_cell for each cell, then page_table_end. */
struct page_table page_table_make(struct page *page, const struct page_column *columns,
                                  size_t count);
void page_cell(struct page_table *table, const char *text);
void page_table_end(struct page_table *table);

/* page_number(page, value, decimals), page_change (with its sign): in the page's language. */
const char *page_number(struct page *page, double value, int decimals);
const char *page_change(struct page *page, double value, int decimals);

/* page_digits(page, value, digits): as many decimals as show that many digits of it. */
const char *page_digits(struct page *page, double value, int digits);

/* page_interval(page, lower, upper, decimals): `−1,2 til +0,4`. */
const char *page_interval(struct page *page, double lower, double upper, int decimals);

/* page_p(page, p): `0,032`, or `< 0,001`. page_p_is(page, p): `p = 0,032`, `p < 0,001`. */
const char *page_p(struct page *page, double p);
const char *page_p_is(struct page *page, double p);

/* page_met(page, met): `opfyldt` or `ikke opfyldt`. */
const char *page_met(const struct page *page, bool met);

/* page_period(page, period): as readers see it. */
const char *page_period(struct page *page, struct period period);

/* page_time(page, time): real time as a year with decimals, `2014,912`. */
const char *page_time(struct page *page, double time);

#endif
