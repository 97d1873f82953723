/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"

#define MOST_BYTES 64 /* of a cell that can be a figure */
#define LESS_THAN "<"
#define SHEET_ERROR "#"

static const struct sign usual_signs[] = {
    {"", SIGN_MISSING},      {"..", SIGN_MISSING},     {"…", SIGN_MISSING},
    {"...", SIGN_MISSING},   {".", SIGN_MISSING},      {"-", SIGN_MISSING},
    {"i.t.", SIGN_MISSING},  {"n/a", SIGN_MISSING},    {"x", SIGN_HIDDEN},
    {":", SIGN_HIDDEN},      {"*", SIGN_HIDDEN},       {LESS_THAN, SIGN_HIDDEN},
    {"diskr.", SIGN_HIDDEN}, {"diskret", SIGN_HIDDEN},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `<5`, `under 5`, `færre end 5`, `0-4`: few, and how few is not told. */
static bool is_few(const char *folded)
{
    static const char *const words[] = {"<",          "≤",         "under",     "faerre end",
                                        "mindre end", "less than", "fewer than"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(folded, words[i], length) == 0)
            return is_digit(folded[length + strspn(folded + length, " =")]);
    }
    size_t first = strspn(folded, "0123456789"), mark = first + strspn(folded + first, " -");
    size_t last = strspn(folded + mark, "0123456789");
    return first > 0 && first <= 2 && strchr(folded, '-') && last > 0 && last <= 2 &&
           folded[mark + last] == '\0' &&
           strtol(folded, NULL, 10) < strtol(folded + mark, NULL, 10);
}

const char *figure_folded_sign(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    if (is_few(folded))
        return LESS_THAN;
    if (strcmp(folded, "–") == 0 || strcmp(folded, "—") == 0 || strcmp(folded, "−") == 0)
        return "-";
    return folded[0] == '#' && folded[1] ? SHEET_ERROR : folded;
}

static const struct sign *find_sign(const struct sign *signs, size_t count, const char *folded)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(signs[i].text, folded) == 0)
            return &signs[i];
    return NULL;
}

static const struct sign *sign_of(const struct grid_cell *cell, const struct signs *signs)
{
    struct arena *scratch = arena_new();
    const char *folded = figure_folded_sign(scratch, cell->text);
    const struct sign *found = find_sign(signs->items, signs->count, folded);
    if (!found)
        found = find_sign(usual_signs, sizeof usual_signs / sizeof *usual_signs, folded);
    arena_free(scratch);
    return found;
}

/* A number without the asterisk that marks it as provisional. */
static size_t length_of(const char *text, bool *provisional)
{
    size_t length = strlen(text);
    *provisional = length > 1 && text[length - 1] == '*' && is_digit(text[0]);
    return length - *provisional;
}

/* Where the number ends and a `pct.` may begin, whose point is no mark of the number. */
static size_t digits_end(const char *text, size_t length)
{
    size_t end = strcspn(text, "pP");
    return end < length ? end : length;
}

/* Decimal points and comma groups become decimal commas and point groups. */
static void swap_marks(char *text)
{
    for (const char *end = text + digits_end(text, MOST_BYTES); text < end; text++)
        if (*text == '.' || *text == ',')
            *text = *text == '.' ? ',' : '.';
}

/* The number in the first `length` bytes; a point between groups of three counts as thousands. */
static struct number parse(const char *text, size_t length, enum decimal_sign decimal)
{
    char copy[MOST_BYTES + 1] = "";
    if (length > MOST_BYTES)
        return (struct number){NUMBER_NOT_A_NUMBER, 0};
    memcpy(copy, text, length);
    if (decimal == DECIMAL_POINT)
        swap_marks(copy);
    struct number number = number_parse(copy, length, NUMBER_VALUE);
    if (number.fault == NUMBER_AMBIGUOUS && decimal != DECIMAL_UNKNOWN)
        number = number_parse(copy, strcspn(copy, " %p"), NUMBER_COUNT);
    return number;
}

/* Fifteen digits, as spreadsheets show: 27,8 for a stored 27.799999999999997. */
static double shown(double number)
{
    char digits[NUMBER_TEXT];
    snprintf(digits, sizeof digits, "%.15g", number);
    return strtod(digits, NULL);
}

struct figure figure_read(const struct grid_cell *cell, enum decimal_sign decimal,
                          const struct signs *signs)
{
    if (cell->kind == CELL_NUMBER && fabs(cell->number) > NUMBER_LARGEST)
        return (struct figure){.kind = FIGURE_FAULTY, .fault = NUMBER_TOO_LARGE};
    if (cell->kind == CELL_NUMBER)
        return (struct figure){.kind = FIGURE_NUMBER, .value = shown(cell->number)};
    struct figure figure = {.kind = FIGURE_NUMBER};
    size_t length = length_of(cell->text, &figure.provisional);
    struct number number = parse(cell->text, length, decimal);
    figure.value = number.value;
    if (number.fault == NUMBER_OK)
        return figure;
    const struct sign *sign = sign_of(cell, signs);
    if (!sign)
        return (struct figure){.kind = FIGURE_FAULTY, .fault = number.fault};
    static const enum figure_kind kinds[] = {[SIGN_ZERO] = FIGURE_NUMBER,
                                             [SIGN_MISSING] = FIGURE_MISSING,
                                             [SIGN_HIDDEN] = FIGURE_HIDDEN};
    return (struct figure){.kind = kinds[sign->meaning], .from_sign = true};
}

bool figure_looks_like(const struct grid_cell *cell)
{
    static const struct signs none = {NULL, 0};
    if (cell->kind == CELL_BLANK || cell->kind == CELL_DATE)
        return false;
    struct figure figure = figure_read(cell, DECIMAL_COMMA, &none);
    return figure.kind != FIGURE_FAULTY || figure.fault == NUMBER_POINT_DECIMAL ||
           figure.fault == NUMBER_SHEET_ERROR || figure.fault == NUMBER_TOO_LARGE;
}

/* What one cell tells; nothing where it has neither sign. */
static enum decimal_sign told_by(const struct grid_cell *cell)
{
    bool provisional;
    size_t length = length_of(cell->text, &provisional);
    size_t digits = digits_end(cell->text, length);
    if (cell->kind != CELL_TEXT ||
        (!memchr(cell->text, '.', digits) && !memchr(cell->text, ',', digits)))
        return DECIMAL_NONE;
    bool comma = parse(cell->text, length, DECIMAL_COMMA).fault == NUMBER_OK;
    bool point = parse(cell->text, length, DECIMAL_POINT).fault == NUMBER_OK;
    if (comma && point)
        return DECIMAL_UNKNOWN; /* one sign, and three digits behind it: or thousands */
    return comma ? DECIMAL_COMMA : point ? DECIMAL_POINT : DECIMAL_NONE;
}

enum decimal_sign figure_decimal(enum decimal_sign sign, const struct grid_cell *cell)
{
    enum decimal_sign told = told_by(cell);
    if (told == DECIMAL_NONE || sign == DECIMAL_BOTH || sign == told)
        return sign;
    if (sign == DECIMAL_NONE || sign == DECIMAL_UNKNOWN)
        return told;
    return told == DECIMAL_UNKNOWN ? sign : DECIMAL_BOTH;
}
