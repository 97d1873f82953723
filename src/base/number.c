/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/number.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pejling/base/text.h"

#define MAX_DIGITS 15
#define PLAIN_DIGITS 12 /* of numbers that are neither too large nor too long */
#define MAX_DECIMALS 23 /* of numbers from 1e-6 on */
#define LOG10_OF_2 0.30102999566398120
#define ELLIPSIS '\x01' /* no character of a text becomes this */

/* The text with blanks at both ends gone, marks made ASCII: groups '\'' (blank) or '.', minus '-'.
 */
struct cleaned {
    char text[NUMBER_TEXT];
    size_t length;
    bool fits;
};

static bool is_blank(unsigned code)
{
    return code == ' ' || code == '\t' || code == 0xA0 || code == 0x2009 || code == 0x202F;
}

static char ascii_form(unsigned code)
{
    if (is_blank(code))
        return '\'';
    if (code == 0x2212)
        return '-';
    if (code == 0x2026)
        return ELLIPSIS;
    if (code < 0x21 || code >= 0x7F || code == '\'')
        return '?';
    return (char)code;
}

static struct cleaned clean(const char *text, size_t length)
{
    struct cleaned out = {.fits = true};
    size_t end = 0;
    unsigned code;
    for (size_t at = 0, size; at < length; at += size) {
        size = text_next(text + at, length - at, &code);
        if (size == 0) {
            code = 0xFFFD;
            size = 1;
        }
        if (is_blank(code) && out.length == 0)
            continue;
        if (out.length + 1 >= sizeof out.text) {
            out.fits = false;
            break;
        }
        out.text[out.length++] = ascii_form(code);
        if (!is_blank(code))
            end = out.length;
    }
    out.length = end;
    out.text[end] = '\0';
    return out;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static enum number_fault special_sign(const char *text)
{
    if (*text == '\0')
        return NUMBER_BLANK;
    if (strcmp(text, "..") == 0 || (text[0] == ELLIPSIS && text[1] == '\0'))
        return NUMBER_NOT_AVAILABLE;
    if (strcmp(text, ".") == 0)
        return NUMBER_DOT;
    if (strcmp(text, "-") == 0)
        return NUMBER_DASH;
    if (strcmp(text, ":") == 0 || strcmp(text, "*") == 0 || strcasecmp(text, "x") == 0)
        return NUMBER_CONCEALED;
    if (*text == '<' && strspn(text + 1, "'0123456789") == strlen(text + 1) && text[1])
        return NUMBER_CONCEALED;
    return *text == '#' ? NUMBER_SHEET_ERROR : NUMBER_OK;
}

/* `01-02-2021`, `1/2`, `2021-01-02`, `jan-21`, `2-feb`. */
static bool looks_like_date(const char *text)
{
    size_t marks = 0, letters = 0, digits = 0;
    for (const char *c = text; *c; c++) {
        if (*c == '-' || *c == '/') {
            marks += c > text;
            if (c > text && (strchr("-/", c[-1]) || c[1] == '\0'))
                return false;
        } else if (is_digit(*c))
            digits++;
        else if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z'))
            letters++;
        else
            return false;
    }
    if (marks == 0 || marks > 2 || digits == 0)
        return false;
    if (letters == 0)
        return true;
    const char *word = text + strcspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return letters == 3 && text_month(word, 3) != 0;
}

/*
 * The digits before the comma: copies them to `out` without their marks. Groups are right when the
 * first has 1 to 3 digits, no leading zero, and each other exactly 3, all with the same mark.
 */
static enum number_fault take_whole(const char *text, size_t length, char *out, size_t *groups)
{
    size_t run = 0, used = 0;
    char mark = 0;
    *groups = 0;
    for (size_t i = 0; i < length; i++) {
        if (is_digit(text[i])) {
            out[used++] = text[i];
            run++;
            continue;
        }
        bool right_run = *groups == 0 ? run >= 1 && run <= 3 && text[0] != '0' : run == 3;
        if (!right_run || (mark && text[i] != mark))
            return mark || text[i] != '.' ? NUMBER_BAD_GROUPS : NUMBER_POINT_DECIMAL;
        mark = text[i];
        run = 0;
        (*groups)++;
    }
    out[used] = '\0';
    if (*groups && run != 3)
        return *groups == 1 && mark == '.' ? NUMBER_POINT_DECIMAL : NUMBER_BAD_GROUPS;
    return used ? NUMBER_OK : NUMBER_NOT_A_NUMBER;
}

static size_t significant_digits(const char *digits)
{
    size_t zeros = strspn(digits, "0.");
    size_t count = 0;
    for (const char *c = digits + zeros; *c; c++)
        count += is_digit(*c);
    return count;
}

/* Of a text that is not empty. */
static void strip_percent(char *text)
{
    size_t length = strlen(text);
    if (length > 1 && text[length - 1] == '%')
        text[--length] = '\0';
    else if (length > 4 && strcasecmp(text + length - 4, "pct.") == 0)
        text[length -= 4] = '\0';
    while (text[length - 1] == '\'') /* the first is no blank */
        text[--length] = '\0';
}

/* `text` is the cleaned number without its sign. */
static struct number parse_unsigned(const char *text, enum number_kind kind)
{
    char digits[2 * NUMBER_TEXT];
    size_t groups;
    const char *comma = strchr(text, ',');
    size_t whole = comma ? (size_t)(comma - text) : strlen(text);
    if (strspn(text, "0123456789.,'") != strlen(text))
        return (struct number){NUMBER_NOT_A_NUMBER, 0};
    if (comma && strchr(comma + 1, ','))
        return (struct number){NUMBER_TWO_COMMAS, 0};
    enum number_fault fault = take_whole(text, whole, digits, &groups);
    if (fault)
        return (struct number){fault, 0};
    if (comma && (comma[1] == '\0' || strspn(comma + 1, "0123456789") != strlen(comma + 1)))
        return (struct number){NUMBER_NOT_A_NUMBER, 0};
    if (kind == NUMBER_VALUE && groups == 1 && !comma && strchr(text, '.'))
        return (struct number){NUMBER_AMBIGUOUS, 0};
    if (comma) {
        size_t length = strlen(digits);
        snprintf(digits + length, sizeof digits - length, ".%s", comma + 1);
    }
    double value = strtod(digits, NULL);
    if (significant_digits(digits) > MAX_DIGITS || value > NUMBER_LARGEST)
        return (struct number){NUMBER_TOO_LARGE, 0};
    return (struct number){NUMBER_OK, value};
}

/*
 * Digits, perhaps with a comma among them, as nearly every number is written: a whole number below
 * 2^53 over a power of ten, both exact, so that the quotient is the nearest double. False for all
 * that must be looked at more closely.
 */
static bool parse_plain(const char *text, size_t length, double *value)
{
    double whole = 0, divisor = 0;
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ',' && digits > 0 && !(divisor > 0) && i + 1 < length) {
            divisor = 1;
            continue;
        }
        if (!is_digit(text[i]) || ++digits > PLAIN_DIGITS)
            return false;
        whole = 10 * whole + (text[i] - '0');
        divisor *= 10;
    }
    *value = divisor > 0 ? whole / divisor : whole;
    return digits > 0;
}

struct number number_parse(const char *text, size_t length, enum number_kind kind)
{
    struct number plain = {NUMBER_OK, 0};
    if (parse_plain(text, length, &plain.value))
        return plain;
    struct cleaned cleaned = clean(text, length);
    if (!cleaned.fits)
        return (struct number){NUMBER_NOT_A_NUMBER, 0};
    enum number_fault fault = special_sign(cleaned.text);
    if (fault == NUMBER_OK && looks_like_date(cleaned.text))
        fault = NUMBER_DATE;
    if (fault)
        return (struct number){fault, 0};
    if (kind == NUMBER_VALUE)
        strip_percent(cleaned.text);
    bool negative = cleaned.text[0] == '-';
    const char *rest = cleaned.text + (negative || cleaned.text[0] == '+');
    struct number number = parse_unsigned(rest, kind);
    if (negative && number.value > 0)
        number.value = -number.value;
    return number;
}

double number_round(double value, int decimals)
{
    static const double powers_of_ten[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                           1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    double scale = powers_of_ten[decimals];
    double size = fabs(value) * scale;
    double tolerance = fmax(1e-9, DBL_EPSILON * size);
    if (size > 1e15)
        return value;
    double whole = floor(size);
    double rounded = (whole + (size - whole + tolerance >= 0.5)) / scale;
    return rounded > 0 ? copysign(rounded, value) : 0;
}

/* Groups of three, with the marks of the language. */
static const char *grouped(char text[NUMBER_TEXT], double value, int decimals, char point,
                           char group)
{
    char plain[NUMBER_TEXT];
    double rounded = number_round(value, decimals);
    snprintf(plain, sizeof plain, "%.*f", decimals, fabs(rounded));
    size_t whole = strcspn(plain, ".");
    size_t used = 0;
    if (rounded < 0) {
        memcpy(text, "\xE2\x88\x92", 3);
        used = 3;
    }
    for (size_t i = 0; plain[i] && used + 2 < NUMBER_TEXT; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            text[used++] = group;
        char mark = plain[i];
        if (mark == '.')
            mark = point;
        text[used++] = mark;
    }
    text[used] = '\0';
    return text;
}

const char *number_danish(char text[NUMBER_TEXT], double value, int decimals)
{
    return grouped(text, value, decimals, ',', '.');
}

const char *number_english(char text[NUMBER_TEXT], double value, int decimals)
{
    return grouped(text, value, decimals, '.', ',');
}

static bool reads_back(const char *text, double value)
{
    double back = strtod(text, NULL);
    return back >= value && back <= value;
}

/*
 * A double times 10^decimals, exactly: whole + part / 2^bits. `whole` has 17 digits or, if the first
 * is a 1, perhaps 18; these lie so close that 16 of them are no nearer to it than 15 that read back.
 */
struct scaled {
    uint64_t whole, part;
    uint64_t spacing; /* from this double to the next, in units of 1 / 2^bits too; odd */
    int bits, decimals;
};

/* The product in full, shifted to the right by 1 to 63 bits, which must leave 64. */
static void multiply(struct scaled *scaled, uint64_t a, uint64_t b)
{
    const uint64_t half = UINT64_C(0xFFFFFFFF);
    uint64_t lowest = (a & half) * (b & half);
    uint64_t middle = (a >> 32) * (b & half) + (lowest >> 32);
    uint64_t other = (a & half) * (b >> 32) + (middle & half);
    uint64_t high = (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32);
    uint64_t low = other << 32 | (lowest & half);
    scaled->whole = high << (64 - scaled->bits) | low >> scaled->bits;
    scaled->part = low & ((UINT64_C(1) << scaled->bits) - 1);
}

/* Of a size from 1e-6 to 1e15, so with 2 to 23 decimals and 1 to 49 bits: 10^n is 5^n * 2^n. */
static void scale(struct scaled *scaled, double size)
{
    static const uint64_t powers_of_five[MAX_DECIMALS + 1] = {1,
                                                              5,
                                                              25,
                                                              125,
                                                              625,
                                                              3125,
                                                              15625,
                                                              78125,
                                                              390625,
                                                              1953125,
                                                              9765625,
                                                              48828125,
                                                              244140625,
                                                              1220703125,
                                                              6103515625,
                                                              30517578125,
                                                              152587890625,
                                                              762939453125,
                                                              3814697265625,
                                                              19073486328125,
                                                              95367431640625,
                                                              476837158203125,
                                                              2384185791015625,
                                                              11920928955078125};
    int binary;
    uint64_t mantissa = (uint64_t)(frexp(size, &binary) * 0x1p53);
    scaled->decimals = (int)(17 - (binary - 1) * LOG10_OF_2);
    scaled->bits = DBL_MANT_DIG - binary - scaled->decimals;
    scaled->spacing = powers_of_five[scaled->decimals];
    multiply(scaled, mantissa, scaled->spacing);
}

/*
 * Rounds to a multiple of 1, 10 or 100 as printf does, halves to even; whether it reads back. (The
 * double below a power of two is nearer than the one above, but these have at most 14 digits here.)
 */
static bool round_to(const struct scaled *scaled, uint64_t unit, uint64_t *rounded)
{
    uint64_t units = scaled->whole / unit, rest = scaled->whole - units * unit;
    uint64_t above = rest << scaled->bits | scaled->part, span = unit << scaled->bits;
    bool up = 2 * above > span || (2 * above == span && units % 2 == 1);
    uint64_t away = up ? span - above : above;
    *rounded = (units + up) * unit;
    return 2 * away < scaled->spacing;
}

/* digits / 10^decimals, at most 18 digits and MAX_DECIMALS, without zeros that say nothing. */
static char *write_decimal(char *text, uint64_t digits, int decimals, char decimal_sign)
{
    enum { ROOM = MAX_DECIMALS + 1, HALF = 1000000000 };
    char all[2 * ROOM];
    uint32_t low = (uint32_t)(digits % HALF), high = (uint32_t)(digits / HALF);
    memset(all, '0', sizeof all);
    for (size_t i = ROOM; high || low; low /= 10, high /= 10) {
        all[--i] = (char)('0' + low % 10);
        all[i - 9] = (char)('0' + high % 10);
    }
    size_t point = ROOM - (size_t)decimals, end = ROOM;
    size_t first = ROOM - (digits < HALF ? 9 : 18);
    while (first < point && all[first] == '0')
        first++;
    if (first >= point)
        first = point - 1; /* there is a digit before the decimal sign */
    while (end > point && all[end - 1] == '0')
        end--;
    memcpy(text, all + first, ROOM); /* always as much: a few moves */
    text += point - first;
    if (end > point) {
        *text++ = decimal_sign;
        memcpy(text, all + point, ROOM);
        text += end - point;
    }
    *text = '\0';
    return text;
}

char *number_exact_write(char text[NUMBER_TEXT], double value, char decimal_sign)
{
    double size = fabs(value);
    bool is_near = size >= 1e-6 && size < 1e15, is_zero = size <= 0;
    uint64_t digits = is_near ? (uint64_t)size : 0;
    struct scaled scaled = {.decimals = 0};
    if (is_near && (double)digits < size) {
        scale(&scaled, size);
        if (!round_to(&scaled, 100, &digits) && !round_to(&scaled, 10, &digits))
            round_to(&scaled, 1, &digits); /* 17 digits always do */
    }
    if (is_near || is_zero) {
        text[0] = '-';
        return write_decimal(text + (value < 0), digits, scaled.decimals, decimal_sign);
    }
    int precision = 15;
    do
        snprintf(text, NUMBER_TEXT, "%.*g", precision, value);
    while (precision++ < 17 && !reads_back(text, value));
    char *point = strchr(text, '.');
    if (point)
        *point = decimal_sign;
    return text + strlen(text);
}

const char *number_exact(char text[NUMBER_TEXT], double value, char decimal_sign)
{
    number_exact_write(text, value, decimal_sign);
    return text;
}
