/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number that is read writes back and is read as the same; what is not a number has no value. The
 * first byte chooses the kind. The first eight bytes are a double, too, to be rounded and written.
 */
#include "pejling/base/number.h"

#undef NDEBUG
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool same(double a, double b)
{
    return a >= b && a <= b;
}

static void reads_back(const char *text, enum number_kind kind, double value)
{
    struct number number = number_parse(text, strlen(text), kind);
    assert(number.fault == NUMBER_OK);
    assert(same(number.value, value));
}

static void check_text(const char *text, size_t length, enum number_kind kind)
{
    struct number number = number_parse(text, length, kind);
    assert(number.fault <= NUMBER_NOT_A_NUMBER);
    assert(fabs(number.value) <= 1e12);
    assert(!signbit(number.value) || number.value < 0);
    if (number.fault) {
        assert(same(number.value, 0));
        return;
    }
    char written[NUMBER_TEXT];
    if (same(number.value, 0) || fabs(number.value) >= 1e-6)
        reads_back(number_exact(written, number.value, ','), NUMBER_VALUE, number.value);
    /* as a count: one group alone would be ambiguous in a value */
    for (int decimals = 0; decimals <= 2; decimals++)
        reads_back(number_danish(written, number.value, decimals), NUMBER_COUNT,
                   number_round(number.value, decimals));
}

static void check_double(double value, int decimals)
{
    char text[NUMBER_TEXT];
    assert(same(strtod(number_exact(text, value, '.'), NULL), value));
    double rounded = number_round(value, decimals);
    assert(same(number_round(rounded, decimals), rounded));
    assert(same(number_round(-value, decimals), -rounded));
    double unit = pow(10, -decimals);
    assert(fabs(rounded - value) <= unit * (0.5 + 1e-8) + 1e-14 * fabs(value));
    assert(strlen(number_danish(text, value, decimals)) < NUMBER_TEXT);
    assert(strlen(number_english(text, value, decimals)) < NUMBER_TEXT);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length == 0)
        return 0;
    enum number_kind kind = bytes[0] & 1 ? NUMBER_VALUE : NUMBER_COUNT;
    /* a copy without a NUL behind it, so that reading past its end is seen */
    char *text = malloc(length);
    assert(text);
    memcpy(text, bytes, length);
    check_text(text + 1, length - 1, kind);
    double value;
    if (length >= sizeof value) {
        memcpy(&value, bytes, sizeof value);
        if (isfinite(value))
            check_double(value, bytes[0] % 16);
    }
    free(text);
    return 0;
}
