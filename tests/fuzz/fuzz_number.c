/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number that is read writes back and is read as the same; what is not a number has no value. The
 * first byte chooses the kind. The first eight bytes are a double, too, to be rounded and written.
 *
 * The text is a cell of somebody else's table as well: with comma for point and point for comma it
 * is the same figure by the other decimal sign.
 */
#include "pejling/base/number.h"

#undef NDEBUG
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/figure.h"

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

/* --- cells -------------------------------------------------------------------------------------
 */
static const struct signs no_signs = {NULL, 0};

static struct figure read_cell(const char *text, enum decimal_sign decimal)
{
    const struct grid_cell cell = {.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
    struct figure figure = figure_read(&cell, decimal, &no_signs);
    assert(isfinite(figure.value) && fabs(figure.value) <= 1e12);
    assert((figure.kind == FIGURE_FAULTY) == (figure.fault != NUMBER_OK));
    assert(figure.kind == FIGURE_NUMBER || same(figure.value, 0));
    /* without signs of its own a sign is no zero */
    assert(figure.from_sign == (figure.kind == FIGURE_MISSING || figure.kind == FIGURE_HIDDEN));
    assert(!figure.provisional || figure.kind == FIGURE_NUMBER);
    return figure;
}

static enum decimal_sign told(const char *text)
{
    const struct grid_cell cell = {.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
    enum decimal_sign sign = figure_decimal(DECIMAL_NONE, &cell);
    assert(sign != DECIMAL_BOTH); /* which takes two cells */
    /* the same once more says nothing new, and a cell never takes back what is known */
    assert(figure_decimal(sign, &cell) == sign);
    assert(figure_decimal(DECIMAL_BOTH, &cell) == DECIMAL_BOTH);
    enum decimal_sign comma = figure_decimal(DECIMAL_COMMA, &cell);
    assert(comma == (sign == DECIMAL_POINT ? DECIMAL_BOTH : DECIMAL_COMMA));
    /* what a cell tells, it is read by, and by the other it is not the same */
    if (sign == DECIMAL_COMMA || sign == DECIMAL_POINT) {
        assert(read_cell(text, sign).kind == FIGURE_NUMBER);
        assert(read_cell(text, sign == DECIMAL_COMMA ? DECIMAL_POINT : DECIMAL_COMMA).kind !=
               FIGURE_NUMBER);
    }
    if (sign == DECIMAL_UNKNOWN)
        assert(!same(read_cell(text, DECIMAL_COMMA).value, read_cell(text, DECIMAL_POINT).value) ||
               same(read_cell(text, DECIMAL_COMMA).value, 0));
    return sign;
}

static bool same_figure(struct figure a, struct figure b)
{
    return a.kind == b.kind && a.from_sign == b.from_sign && a.provisional == b.provisional &&
           same(a.value, b.value);
}

/* Signs such as `.` and `i.t.`, and the point of `pct.`, are what they are by either sign. */
static bool has_letters(const char *text)
{
    for (; *text; text++)
        if ((*text | 32) >= 'a' && (*text | 32) <= 'z')
            return true;
    return false;
}

static void check_cell(const char *bytes, size_t length)
{
    static const enum decimal_sign turned[] = {[DECIMAL_NONE] = DECIMAL_COMMA,
                                               [DECIMAL_COMMA] = DECIMAL_POINT,
                                               [DECIMAL_POINT] = DECIMAL_COMMA,
                                               [DECIMAL_UNKNOWN] = DECIMAL_UNKNOWN,
                                               [DECIMAL_BOTH] = DECIMAL_BOTH};
    if (memchr(bytes, '\0', length) || text_utf8_length(bytes, length) < length)
        return; /* no cell has that */
    char *text = malloc(length + 1), *other = malloc(length + 1);
    assert(text && other);
    for (size_t i = 0; i < length; i++) {
        text[i] = bytes[i];
        other[i] = bytes[i] == ',' ? '.' : bytes[i] == '.' ? ',' : bytes[i];
    }
    text[length] = other[length] = '\0';
    enum decimal_sign sign = told(text), opposite = told(other);
    read_cell(text, DECIMAL_UNKNOWN);
    if (!has_letters(text)) {
        assert(sign == DECIMAL_NONE ? opposite == DECIMAL_NONE : opposite == turned[sign]);
        for (int decimal = DECIMAL_COMMA; decimal <= DECIMAL_POINT; decimal++) {
            struct figure a = read_cell(text, (enum decimal_sign)decimal);
            struct figure b = read_cell(other, turned[decimal]);
            assert(a.from_sign || b.from_sign || same_figure(a, b));
        }
    }
    const struct grid_cell cell = {.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
    if (read_cell(text, DECIMAL_COMMA).kind != FIGURE_FAULTY)
        assert(figure_looks_like(&cell) == (*text != '\0'));
    free(text);
    free(other);
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
    check_cell(text + 1, length - 1);
    double value;
    if (length >= sizeof value) {
        memcpy(&value, bytes, sizeof value);
        if (isfinite(value))
            check_double(value, bytes[0] % 16);
    }
    free(text);
    return 0;
}
