/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A period that is read writes back and is read as the same, lies where its text says in real time,
 * and is put in order with another. The input is two texts with a line end between them.
 */
#include "pejling/base/period.h"

#undef NDEBUG
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
    if (is_a)
        check_period(a);
    if (is_a && is_b) {
        int order = period_compare(a, b), turned = period_compare(b, a);
        assert((order > 0) == (turned < 0) && (order < 0) == (turned > 0));
        assert((order == 0) == same(a, b));
    }
    free(text);
    return 0;
}
