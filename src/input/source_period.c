/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/source_period.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define MOST_WORDS 6

/* A period's text in lower case, in words: runs of digits, runs of letters, single marks. */
struct word {
    char text[16];
    int number; /* of digits, else -1 */
    size_t length;
};

struct words {
    struct word items[MOST_WORDS];
    size_t count;
    bool too_many;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static struct words split(const char *text)
{
    struct words words = {.count = 0};
    while (*text) {
        size_t size = 1;
        if (is_digit(*text))
            for (; is_digit(text[size]); size++)
                ;
        else if (is_letter(*text))
            for (; is_letter(text[size]); size++)
                ;
        if (*text == ' ') {
            text++;
            continue;
        }
        words.too_many = words.count == MOST_WORDS || size >= sizeof words.items->text;
        if (words.too_many)
            break;
        struct word *word = &words.items[words.count++];
        memcpy(word->text, text, size);
        word->length = size;
        word->number = -1;
        if (is_digit(*text) && size <= 6)
            word->number = (int)strtol(word->text, NULL, 10);
        text += size;
    }
    return words;
}

/* A month's number by its name or its first three letters, Danish or English; else 0. */
static int month_of(const struct word *word)
{
    static const char *const names[12][2] = {
        {"januar", "january"},  {"februar", "february"},  {"marts", "march"},
        {"april", "april"},     {"maj", "may"},           {"juni", "june"},
        {"juli", "july"},       {"august", "august"},     {"september", "september"},
        {"oktober", "october"}, {"november", "november"}, {"december", "december"}};
    for (int i = 0; i < 12; i++)
        if (strcmp(word->text, names[i][0]) == 0 || strcmp(word->text, names[i][1]) == 0)
            return i + 1;
    return text_month(word->text, word->length);
}

/*
 * The shape of the words, a letter each: Y four digits that can be a year, D one or two digits, N
 * other digits, M a month's name, Q a word for quarter, K m the marks k, q and m of codes, else the
 * mark itself, or ? for other words.
 */
static char shape_of(const struct word *word)
{
    if (is_digit(word->text[0]) && word->length == 4)
        return 'Y';
    if (is_digit(word->text[0]) && word->length <= 2)
        return 'D';
    if (is_digit(word->text[0]))
        return 'N';
    if (month_of(word))
        return 'M';
    if (strcmp(word->text, "k") == 0 || strcmp(word->text, "q") == 0)
        return 'K';
    if (strcmp(word->text, "m") == 0)
        return 'm';
    if (strcmp(word->text, "kvartal") == 0 || strcmp(word->text, "kvt") == 0 ||
        strcmp(word->text, "quarter") == 0)
        return 'Q';
    if (word->length == 1 && !is_letter(word->text[0]))
        return word->text[0];
    return '?';
}

static bool year_in_range(int year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static enum period_fault make(struct source_period *period, enum source_period_kind kind, int year,
                              int month, int day)
{
    int most = kind == SOURCE_QUARTER ? 4 : 12;
    bool has_month = kind == SOURCE_QUARTER || kind == SOURCE_MONTH || kind == SOURCE_DATE;
    if (!year_in_range(year))
        return PERIOD_YEAR_RANGE;
    if (has_month && (month < 1 || month > most))
        return PERIOD_NO_SUCH_DAY;
    if (kind == SOURCE_DATE && (day < 1 || day > period_days_in_month(year, month)))
        return PERIOD_NO_SUCH_DAY;
    *period = (struct source_period){
        .kind = kind, .year = (short)year, .month = (signed char)month, .day = (signed char)day};
    return PERIOD_OK;
}

/* Two years in a row: a school year with a slash between them, both together with a dash. */
static enum period_fault make_two(struct source_period *period, int first, int second, bool slash)
{
    bool follows = second == first + 1 || second == (first + 1) % 100;
    if (!follows)
        return PERIOD_NOT_SUCCESSOR;
    return make(period, slash ? SOURCE_SCHOOL_YEAR : SOURCE_TWO_YEARS, first, 0, 0);
}

/* The forms, by shape. */
static enum period_fault match(const struct words *words, const char *shape,
                               struct source_period *period)
{
    const struct word *w = words->items;
    if (strcmp(shape, "Y") == 0)
        return make(period, SOURCE_YEAR, w[0].number, 0, 0);
    if (strcmp(shape, "Y/Y") == 0 || strcmp(shape, "Y/D") == 0)
        return make_two(period, w[0].number, w[2].number, true);
    if (strcmp(shape, "Y-Y") == 0)
        return make_two(period, w[0].number, w[2].number, false);
    if (strcmp(shape, "YKD") == 0)
        return make(period, SOURCE_QUARTER, w[0].number, w[2].number, 0);
    if (strcmp(shape, "Y-KD") == 0)
        return make(period, SOURCE_QUARTER, w[0].number, w[3].number, 0);
    if (strcmp(shape, "KDY") == 0)
        return make(period, SOURCE_QUARTER, w[2].number, w[1].number, 0);
    if (strcmp(shape, "D.QY") == 0)
        return make(period, SOURCE_QUARTER, w[3].number, w[0].number, 0);
    if (strcmp(shape, "D.Q.Y") == 0)
        return make(period, SOURCE_QUARTER, w[4].number, w[0].number, 0);
    if (strcmp(shape, "YmD") == 0)
        return make(period, SOURCE_MONTH, w[0].number, w[2].number, 0);
    if (strcmp(shape, "MY") == 0)
        return make(period, SOURCE_MONTH, w[1].number, month_of(&w[0]), 0);
    if (strcmp(shape, "M.Y") == 0)
        return make(period, SOURCE_MONTH, w[2].number, month_of(&w[0]), 0);
    if (strcmp(shape, "Y-D-D") == 0)
        return make(period, SOURCE_DATE, w[0].number, w[2].number, w[4].number);
    if (strcmp(shape, "D-D-Y") == 0 || strcmp(shape, "D.D.Y") == 0 || strcmp(shape, "D/D/Y") == 0)
        return make(period, SOURCE_DATE, w[4].number, w[2].number, w[0].number);
    if (strcmp(shape, "D.MY") == 0)
        return make(period, SOURCE_DATE, w[3].number, month_of(&w[2]), w[0].number);
    if (strcmp(shape, "DMY") == 0)
        return make(period, SOURCE_DATE, w[2].number, month_of(&w[1]), w[0].number);
    if (strcmp(shape, "M-D") == 0 || strcmp(shape, "D-M") == 0)
        return PERIOD_SHEET_MONTH;
    return PERIOD_NOT_A_PERIOD;
}

/* The bytes of a dash longer than a hyphen, as word processors make them, or 0. */
static size_t dash_length(const char *text)
{
    static const char *const dashes[] = {"–", "—", "−"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
            return strlen(dashes[i]);
    return 0;
}

/*
 * Lower case; a long dash is a hyphen; a time of midnight, which some programs write behind a day,
 * is gone. It becomes no longer.
 */
static void lower(char *out, const char *text)
{
    size_t used = 0;
    while (*text) {
        size_t dash = dash_length(text);
        char c = *text;
        if (dash)
            c = '-';
        out[used++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        text += dash ? dash : 1;
    }
    out[used] = '\0';
    static const char *const midnights[] = {"t00:00:00", " 00:00:00", " 00.00.00"};
    for (size_t i = 0; i < sizeof midnights / sizeof *midnights; i++) {
        char *found = strstr(out, midnights[i]);
        if (found && strlen(found) == strlen(midnights[i]))
            *found = '\0';
    }
}

/* `2019 1)`, `2019¹`: the mark of a footnote behind it. */
static void cut_footnote(char *text)
{
    static const char *const marks[] = {"¹", "²", "³"};
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i]);
        if (length > size && strcmp(text + length - size, marks[i]) == 0)
            text[length - size] = '\0';
    }
    char *blank = strrchr(text, ' ');
    if (blank && is_digit(blank[1]) && strcmp(blank + 2, ")") == 0)
        *blank = '\0';
}

/* What may stand before a period. */
static const char *skip_lead(const char *text)
{
    static const char *const leads[] = {"pr. ", "per ", "ultimo ",    "primo ",  "år ",
                                        "År ",  "den ", "skoleåret ", "skoleår "};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (strncmp(text, leads[i], strlen(leads[i])) == 0)
            return skip_lead(text + strlen(leads[i]));
    return text;
}

enum period_fault source_period_parse(const char *text, struct source_period *period)
{
    char low[64], shape[MOST_WORDS + 1] = "";
    if (*text == '\0')
        return PERIOD_BLANK;
    if (strlen(text) >= sizeof low || !text[strcspn(text, "0123456789")])
        return PERIOD_NOT_A_PERIOD;
    lower(low, text);
    size_t last = strlen(low) - 1;
    bool provisional = low[last] == '*';
    if (provisional)
        low[last] = '\0';
    cut_footnote(low);
    struct words words = split(skip_lead(low));
    if (words.too_many || words.count == 0)
        return PERIOD_NOT_A_PERIOD;
    for (size_t i = 0; i < words.count; i++)
        shape[i] = shape_of(&words.items[i]);
    if (strcmp(shape, "N") == 0 && words.items[0].length == 5) {
        struct period plain;
        return period_parse(words.items[0].text, &plain); /* a spreadsheet's day number? */
    }
    enum period_fault fault = match(&words, shape, period);
    if (fault == PERIOD_OK)
        period->provisional = provisional;
    return fault;
}

/* Where in its year a period begins, in days or so. */
static int place_in_year(struct source_period period)
{
    switch (period.kind) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case SOURCE_QUARTER:
        return 93 * (period.month - 1);
    case SOURCE_MONTH:
    case SOURCE_DATE:
        return 31 * (period.month - 1) + period.day;
    case SOURCE_SCHOOL_YEAR:
        return 31 * 7;
    case SOURCE_YEAR:
    case SOURCE_TWO_YEARS:
        break;
    }
    return 0;
}

int source_period_compare(struct source_period a, struct source_period b)
{
    if (a.year != b.year)
        return a.year - b.year;
    int order = place_in_year(a) - place_in_year(b);
    return order ? order : (int)a.kind - (int)b.kind;
}

bool source_period_plain(struct source_period period, struct period *plain)
{
    static const enum period_kind kinds[] = {
        [SOURCE_YEAR] = PERIOD_YEAR,       [SOURCE_SCHOOL_YEAR] = PERIOD_SCHOOL_YEAR,
        [SOURCE_QUARTER] = PERIOD_QUARTER, [SOURCE_DATE] = PERIOD_DATE,
        [SOURCE_TWO_YEARS] = PERIOD_YEAR,
    };
    if (period.kind == SOURCE_MONTH)
        return false;
    *plain = (struct period){kinds[period.kind], period.year, period.month, period.day};
    plain->year = (short)(plain->year + (period.kind == SOURCE_TWO_YEARS));
    char text[PERIOD_TEXT];
    struct period again;
    return period_parse(period_text(text, *plain), &again) == PERIOD_OK;
}

const char *source_period_text(char text[SOURCE_PERIOD_TEXT], struct source_period period)
{
    unsigned year = (unsigned)period.year % 10000, month = (unsigned)period.month % 100;
    switch (period.kind) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case SOURCE_YEAR:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04u", year);
        break;
    case SOURCE_SCHOOL_YEAR:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04u/%02u", year, (year + 1) % 100);
        break;
    case SOURCE_QUARTER:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04uK%u", year, month);
        break;
    case SOURCE_MONTH:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04uM%02u", year, month);
        break;
    case SOURCE_DATE:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04u-%02u-%02u", year, month,
                 (unsigned)period.day % 100);
        break;
    case SOURCE_TWO_YEARS:
        snprintf(text, SOURCE_PERIOD_TEXT, "%04u-%04u", year, year + 1);
        break;
    }
    return text;
}
