/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A period that is read writes back and is read as the same, lies where its text says in real time,
 * and is put in order with another; so is one as sources write it, which becomes a plan's only where
 * it says the same. The input is two texts with a line end between them.
 */
#include "pejling/base/period.h"

#undef NDEBUG
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/input/source_period.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool same(struct period a, struct period b)
{
    return a.kind == b.kind && a.year == b.year && a.month == b.month && a.day == b.day;
}

static void check_period(struct period period)
{
    static const struct reporting whole_year = {PERIOD_YEAR, 0, 0};
    static const struct reporting status_day = {PERIOD_YEAR, 10, 1};
    char text[PERIOD_TEXT], label[PERIOD_TEXT];
    struct period again = {0};
    assert(period_parse(period_text(text, period), &again) == PERIOD_OK);
    assert(same(period, again));
    assert(strlen(period_label(label, period)) == strlen(text));
    assert(period_compare(period, again) == 0);
    assert(period_fits(period, (struct reporting){period.kind, 0, 0}));
    double first = period_start(period), time = period_time(period, whole_year);
    if (period.kind == PERIOD_UNKNOWN) {
        assert(isnan(first) && isnan(time));
        return;
    }
    assert(period.year >= 1990 && period.year <= 2100);
    assert(floor(first) >= period.year && floor(first) <= period.year);
    assert(first <= time && time <= first + 1);
    time = period_time(period, status_day);
    assert(first <= time && time <= first + 1);
}

/* --- periods of sources ------------------------------------------------------------------------
 */
static bool same_source(struct source_period a, struct source_period b)
{
    return a.kind == b.kind && a.year == b.year && a.month == b.month && a.day == b.day;
}

static void check_source(struct source_period period)
{
    char text[SOURCE_PERIOD_TEXT];
    struct source_period again = {0};
    assert(source_period_parse(source_period_text(text, period), &again) == PERIOD_OK);
    assert(same_source(period, again) && !again.provisional);
    assert(source_period_compare(period, again) == 0);
    assert(period.year >= 1900 && period.year <= 2100);
    bool has_month =
        period.kind == SOURCE_QUARTER || period.kind == SOURCE_MONTH || period.kind == SOURCE_DATE;
    assert((period.month > 0) == has_month);
    assert((period.day > 0) == (period.kind == SOURCE_DATE));
    struct period plain = {0}, parsed = {0};
    if (!source_period_plain(period, &plain)) {
        assert(period.kind == SOURCE_MONTH || period.year < 1990 || period.year >= 2100);
        return;
    }
    check_period(plain);
    assert(plain.year == period.year + (period.kind == SOURCE_TWO_YEARS));
    assert(plain.month == period.month && plain.day == period.day);
    /* but for two years, the plan's own reader takes the text as the same */
    if (period.kind != SOURCE_TWO_YEARS)
        assert(period_parse(text, &parsed) == PERIOD_OK && same(parsed, plain));
}

static void check_sources(const char *first, const char *second)
{
    struct source_period a = {0}, b = {0}, untouched = {0};
    bool is_a = source_period_parse(first, &a) == PERIOD_OK;
    bool is_b = second && source_period_parse(second, &b) == PERIOD_OK;
    assert(is_a || same_source(a, untouched));
    if (is_a)
        check_source(a);
    if (!is_a || !is_b)
        return;
    int order = source_period_compare(a, b), turned = source_period_compare(b, a);
    assert((order > 0) == (turned < 0) && (order < 0) == (turned > 0));
    assert((order == 0) == same_source(a, b));
    assert(a.year == b.year || (order < 0) == (a.year < b.year));
}

/* What a plan's files may have, a source may have too, and it is the same. */
static void check_both(const char *text, struct period period)
{
    struct source_period source = {0};
    struct period plain = {0};
    if (period.kind == PERIOD_UNKNOWN)
        return;
    assert(source_period_parse(text, &source) == PERIOD_OK);
    assert(source_period_plain(source, &plain) && same(plain, period));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = malloc(length + 1);
    assert(text);
    memcpy(text, bytes, length);
    text[length] = '\0';
    char *second = strchr(text, '\n');
    if (second)
        *second++ = '\0';
    struct period a = {0}, b = {0}, untouched = {0};
    bool is_a = period_parse(text, &a) == PERIOD_OK;
    bool is_b = second && period_parse(second, &b) == PERIOD_OK;
    assert(is_a || same(a, untouched));
    assert(is_b || same(b, untouched));
    check_sources(text, second);
    if (is_a) {
        check_period(a);
        check_both(text, a);
    }
    if (is_a && is_b) {
        int order = period_compare(a, b), turned = period_compare(b, a);
        assert((order > 0) == (turned < 0) && (order < 0) == (turned > 0));
        assert((order == 0) == same(a, b));
    }
    free(text);
    return 0;
}
