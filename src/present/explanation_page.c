/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_page.h"

#include <math.h>
#include <string.h>

#include "pejling/base/printable.h"
#include "pejling/base/text.h"
#include "pejling/present/wording.h"

#define FACT_COLUMN 22
#define COLUMN_GAP 2
#define LEAST_WORDS 20 /* columns that a last column of words gets at least */
#define MOST_DECIMALS 10

static void add(struct page *page, const char *text, size_t length)
{
    while (page->length + length + 1 > page->capacity) {
        size_t capacity = page->capacity ? 2 * page->capacity : 4096;
        char *larger = arena_alloc(page->arena, capacity, 1);
        if (page->length)
            memcpy(larger, page->text, page->length);
        page->text = larger;
        page->capacity = capacity;
    }
    memcpy(page->text + page->length, text, length);
    page->length += length;
    page->text[page->length] = '\0';
}

static void add_text(struct page *page, const char *text)
{
    add(page, text, strlen(text));
}

static void add_blanks(struct page *page, size_t count)
{
    while (count--)
        add(page, " ", 1);
}

static size_t width(const char *text)
{
    return text_characters(text, strlen(text));
}

/* Words from `column` on, where `indent` is the column that further lines begin in. */
static void add_words(struct page *page, const char *text, size_t column, size_t indent)
{
    bool first = true;
    while (*text) {
        size_t length = strcspn(text, " ");
        size_t wide = text_characters(text, length);
        if (!first && column + 1 + wide > PAGE_WIDTH) {
            add_text(page, "\n");
            add_blanks(page, indent);
            column = indent;
        } else if (!first) {
            add_text(page, " ");
            column++;
        }
        add(page, text, length);
        column += wide;
        first = false;
        text += length;
        while (*text == ' ')
            text++;
    }
    add_text(page, "\n");
}

void page_gap(struct page *page)
{
    if (page->length >= 2 && memcmp(page->text + page->length - 2, "\n\n", 2) != 0)
        add_text(page, "\n");
}

void page_section(struct page *page, const char *title)
{
    page_gap(page);
    const char *numbered = arena_printf(page->arena, "%u. %s", ++page->sections, title);
    const char *heading = printable_text(page->arena, numbered, "", NULL);
    add_text(page, heading);
    add_text(page, "\n");
    for (size_t i = width(heading); i > 0; i--)
        add_text(page, "-");
    add_text(page, "\n");
}

/* Names come from a file that somebody else may have made, and steer no terminal. */
static const char *said(struct page *page, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static const char *said(struct page *page, const char *format, va_list arguments)
{
    return printable_text(page->arena, arena_vprintf(page->arena, format, arguments), "", NULL);
}

void page_say(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = said(page, format, arguments);
    va_end(arguments);
    add_words(page, text, 0, 0);
}

void page_item(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = said(page, format, arguments);
    va_end(arguments);
    add_text(page, "  - ");
    add_words(page, text, 4, 4);
}

void page_fact(struct page *page, const char *label, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = said(page, format, arguments);
    va_end(arguments);
    size_t wide = width(label);
    add_text(page, label);
    add_blanks(page, wide + 1 < FACT_COLUMN ? FACT_COLUMN - wide : 1);
    add_words(page, text, wide + 1 < FACT_COLUMN ? FACT_COLUMN : wide + 1, FACT_COLUMN);
}

struct page_table page_table_make(struct page *page, const struct page_column *columns,
                                  size_t count)
{
    return (struct page_table){.page = page, .columns = columns, .column_count = count};
}

void page_cell(struct page_table *table, const char *text)
{
    table->cells = arena_grow(table->page->arena, table->cells, table->count, &table->capacity,
                              sizeof *table->cells);
    table->cells[table->count++] = printable_text(table->page->arena, text, "", NULL);
}

static void add_row(const struct page_table *table, const char *const *cells, const size_t *widths)
{
    struct page *page = table->page;
    size_t column = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        size_t padding = widths[i] > width(cells[i]) ? widths[i] - width(cells[i]) : 0;
        bool is_left = table->columns[i].is_left;
        if (i > 0) {
            add_blanks(page, COLUMN_GAP);
            column += COLUMN_GAP;
        }
        if (is_left && i + 1 == table->column_count) {
            size_t indent = column + LEAST_WORDS <= PAGE_WIDTH ? column : 4;
            add_words(page, cells[i], column, indent);
            return;
        }
        if (!is_left)
            add_blanks(page, padding);
        add_text(page, cells[i]);
        if (is_left)
            add_blanks(page, padding);
        column += widths[i];
    }
    add_text(page, "\n");
}

/* No blanks at the ends of lines. */
static void trim(struct page *page, size_t from)
{
    size_t to = from;
    for (size_t i = from; i < page->length; i++) {
        if (page->text[i] == '\n')
            while (to > from && page->text[to - 1] == ' ')
                to--;
        page->text[to++] = page->text[i];
    }
    page->length = to;
    page->text[to] = '\0';
}

void page_table_end(struct page_table *table)
{
    struct page *page = table->page;
    size_t count = table->column_count, from = page->length;
    size_t *widths = arena_alloc(page->arena, count, sizeof *widths);
    const char **labels = arena_alloc(page->arena, count, sizeof *labels);
    for (size_t i = 0; i < count; i++) {
        labels[i] = table->columns[i].label;
        widths[i] = width(labels[i]);
    }
    for (size_t i = 0; count && i < table->count; i++)
        if (width(table->cells[i]) > widths[i % count])
            widths[i % count] = width(table->cells[i]);
    add_row(table, labels, widths);
    for (size_t row = 0; row + count <= table->count; row += count)
        add_row(table, table->cells + row, widths);
    trim(page, from);
}

const char *page_number(struct page *page, double value, int decimals)
{
    char text[NUMBER_TEXT];
    if (!isfinite(value))
        return "–";
    return arena_copy(page->arena, wording_number(text, page->language, value, decimals));
}

const char *page_change(struct page *page, double value, int decimals)
{
    char text[NUMBER_TEXT];
    if (!isfinite(value))
        return "–";
    return arena_copy(page->arena, wording_change(text, page->language, value, decimals));
}

const char *page_digits(struct page *page, double value, int digits)
{
    int decimals = digits - 1;
    if (!(fabs(value) > 0))
        return page_number(page, value, 0);
    if (isfinite(value)) /* as it reads when rounded: 0,9999 has the digits of 1 */
        decimals -= (int)floor(log10(fabs(value)) + pow(10, -digits) / 2);
    if (decimals < 0)
        decimals = 0;
    return page_number(page, value, decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS);
}

const char *page_interval(struct page *page, double lower, double upper, int decimals)
{
    return arena_printf(page->arena, "%s %s %s", page_change(page, lower, decimals),
                        say(page->language, "til", "to"), page_change(page, upper, decimals));
}

const char *page_p(struct page *page, double p)
{
    if (p < 0.001)
        return arena_printf(page->arena, "< %s", page_number(page, 0.001, 3));
    return page_number(page, p, 3);
}

const char *page_p_is(struct page *page, double p)
{
    return arena_printf(page->arena, p < 0.001 ? "p %s" : "p = %s", page_p(page, p));
}

const char *page_met(const struct page *page, bool met)
{
    return met ? say(page->language, "opfyldt", "met")
               : say(page->language, "ikke opfyldt", "not met");
}

const char *page_period(struct page *page, struct period period)
{
    char text[PERIOD_TEXT];
    return arena_copy(page->arena, period_label(text, period));
}

const char *page_time(struct page *page, double time)
{
    if (!isfinite(time))
        return "–";
    double rounded = number_round(time, 3), year = floor(rounded);
    return arena_printf(page->arena, "%d%s", (int)year, page_number(page, rounded - year, 3) + 1);
}
