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
    double scale = pow(10, decimals);
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

/* Exact in 64 bits of mantissa, as all up to 10^27. */
static long double power_of_ten(int exponent)
{
    static const long double powers[] = {1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,  1e7L,
                                         1e8L,  1e9L,  1e10L, 1e11L, 1e12L, 1e13L, 1e14L, 1e15L,
                                         1e16L, 1e17L, 1e18L, 1e19L, 1e20L, 1e21L, 1e22L};
    return powers[exponent];
}

/* The first 17 significant digits of a double, as a whole number with a fraction. */
struct scaled {
    long double digits; /* from 10^16 to 10^17, wrong by less than SCALED_ERROR */
    long double half;   /* as far away as other numbers still read back as this double */
    int exponent;       /* of the first digit */
};

#define SCALED_ERROR 0.01L

/*
 * Of a size from 1e-6 to 1e15. False where a long double has no bits to spare, for a power of two,
 * whose neighbours are not equally far, and where log10 rounds up to the next power of ten.
 */
static bool scale(double size, struct scaled *scaled)
{
    int binary;
    bool is_power = !(frexp(size, &binary) > 0.5);
    scaled->exponent = (int)floor(log10(size));
    long double factor = power_of_ten(16 - scaled->exponent);
    scaled->digits = (long double)size * factor;
    scaled->half = ldexpl(1, binary - DBL_MANT_DIG - 1) * factor;
    volatile long double one = 1; /* valgrind computes with fewer bits than it promises */
    bool has_bits = LDBL_MANT_DIG >= 64 && one + LDBL_EPSILON > one;
    return has_bits && !is_power && scaled->digits >= 1e16L;
}

/*
 * The digits rounded to so many places fewer: 1 where they read back, 0 where not, -1 where it is
 * too close to tell.
 */
static int rounds_to(const struct scaled *scaled, int fewer, long double *rounded)
{
    long double unit = power_of_ten(fewer), units = scaled->digits / unit;
    long double down = floorl(units), part = units - down;
    if (fabsl(part - 0.5L) * unit < SCALED_ERROR)
        return -1;
    *rounded = (down + (part > 0.5L)) * unit;
    long double apart = fabsl(*rounded - scaled->digits) - scaled->half;
    if (fabsl(apart) < SCALED_ERROR)
        return -1;
    return apart < 0;
}

/* Digits with the point where it belongs, the first one being that of 10^exponent. */
static void place_digits(char text[NUMBER_TEXT], const char *digits, size_t count, int exponent,
                         bool negative)
{
    char *out = text;
    int whole = exponent + 1; /* digits before the point */
    if (negative)
        *out++ = '-';
    if (whole <= 0)
        *out++ = '0';
    for (int i = whole < 0 ? whole : 0; i < whole || i < (int)count; i++) {
        if (i == whole)
            *out++ = '.';
        *out = '0';
        if (i >= 0 && i < (int)count)
            *out = digits[i];
        out++;
    }
    *out = '\0';
}

/* The fewest digits of 15 to 17 that read back, written out; false where that is hard to tell. */
static bool write_digits(char text[NUMBER_TEXT], double value)
{
    struct scaled scaled;
    double size = fabs(value);
    long double rounded = 0;
    int found = -1;
    if (!(size >= 1e-6) || !(size < 1e15) || !scale(size, &scaled))
        return false;
    for (int fewer = 2; fewer >= 0 && found <= 0; fewer--)
        if ((found = rounds_to(&scaled, fewer, &rounded)) < 0)
            return false;
    if (!(rounded < 1e17L))
        return false;
    char digits[17];
    size_t count = sizeof digits;
    uint64_t rest = (uint64_t)rounded;
    for (size_t i = count; i-- > 0; rest /= 10)
        digits[i] = (char)('0' + rest % 10);
    while (digits[count - 1] == '0')
        count--;
    place_digits(text, digits, count, scaled.exponent, value < 0);
    return true;
}

const char *number_exact(char text[NUMBER_TEXT], double value, char decimal_sign)
{
    int digits = 15;
    if (write_digits(text, value)) {
        char *mark = strchr(text, '.');
        if (mark)
            *mark = decimal_sign;
        return text;
    }
    snprintf(text, NUMBER_TEXT, "%.*g", digits, value);
    while (digits < 17 && !reads_back(text, value)) /* 17 always do */
        snprintf(text, NUMBER_TEXT, "%.*g", ++digits, value);
    double size = fabs(value);
    if (strchr(text, 'e') && size >= 1e-6 && size < 1e15) {
        /* %g turned to an exponent: write the same digits out, at most 23 decimals */
        int decimals = 0;
        do
            snprintf(text, NUMBER_TEXT, "%.*f", decimals++, value);
        while (!reads_back(text, value));
    }
    if (strcmp(text, "-0") == 0)
        memcpy(text, "0", sizeof "0");
    char *point = strchr(text, '.');
    if (point)
        *point = decimal_sign;
    return text;
}
