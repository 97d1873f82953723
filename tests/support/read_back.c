/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * read_back PLAN EDITION: reads the pages of a finished edition as any reader would, and holds
 * them against resultater.csv and the plan's own words:
 *   - a cell that names its finding (data-cell) shows that finding's value, and its limits;
 *   - every number of a sentence is one of a finding that it quotes (data-quotes), or a period of
 *     it, or stands in the plan's names;
 *   - its words of direction are those of the verdicts and changes quoted, and all of those;
 *   - no other number stands in the chapters but periods and those of the plan's own texts.
 * Shares no code with the program. Prints each fault, and ends with `N numbers, N sentences, N
 * faults`.
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../attack/sheet.h"

#define MOST_QUOTES 256
#define MOST_NUMBERS 64

struct row {
    const char *key, *period, *from, *to, *statistic, *text;
    double value, lower, upper, confidence, p, p_adjusted;
};

struct reader {
    struct row *rows;
    size_t row_count;
    char *own_words; /* every text of the plan folder's tables, one after the other */
    char *page;
    unsigned long numbers, sentences, faults;
};

/* --- what is in the results --------------------------------------------------------------------- */

static bool is_among(const char *statistic, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(statistic, names[i]) == 0)
            return true;
    return false;
}

static bool is_yearly(const char *statistic)
{
    static const char *const yearly[] = {"level",
                                         "gap",
                                         "gap_rest",
                                         "ratio",
                                         "pooled_level",
                                         "target",
                                         "target_value",
                                         "response_rate",
                                         "exposure",
                                         "placebo_change",
                                         "further_gap",
                                         "age_standardised",
                                         "age_rate_effect",
                                         "age_composition_effect",
                                         "movers_difference"};
    return is_among(statistic, yearly, sizeof yearly / sizeof *yearly);
}

/* Whether there is one for each of several comparators. */
static bool is_paired(const char *statistic)
{
    static const char *const paired[] = {"level_difference", "slope_difference", "further_gap",
                                         "further_gap_slope", "further_gap_change"};
    return is_among(statistic, paired, sizeof paired / sizeof *paired);
}

static const char *text_at(const struct sheet *sheet, size_t row, const char *column)
{
    return keep_text(sheet_text(sheet, row, sheet_column(sheet, column)));
}

static void read_results(struct reader *reader, const char *edition)
{
    const struct sheet sheet = sheet_read(keep_format("%s/resultater.csv", edition));
    reader->rows = keep(sheet.row_count * sizeof *reader->rows);
    for (size_t i = 1; i < sheet.row_count; i++) {
        struct row *row = &reader->rows[reader->row_count++];
        row->statistic = text_at(&sheet, i, "statistic");
        row->period = text_at(&sheet, i, "period");
        row->from = text_at(&sheet, i, "period_from");
        row->to = text_at(&sheet, i, "period_to");
        row->text = text_at(&sheet, i, "text");
        row->value = number_of(text_at(&sheet, i, "value"));
        row->lower = number_of(text_at(&sheet, i, "lower"));
        row->upper = number_of(text_at(&sheet, i, "upper"));
        row->confidence = number_of(text_at(&sheet, i, "confidence"));
        row->p = number_of(text_at(&sheet, i, "p"));
        row->p_adjusted = number_of(text_at(&sheet, i, "p_adjusted"));
        const char *base = keep_format("%s/%s/%s", text_at(&sheet, i, "indicator"),
                                       text_at(&sheet, i, "area"), row->statistic);
        if (is_paired(row->statistic))
            base = keep_format("%s/%s", base, text_at(&sheet, i, "comparator"));
        row->key = is_yearly(row->statistic)
                       ? keep_format("%s/%s", base, *row->period ? row->period : row->from)
                       : base;
    }
}

static const struct row *find_row(const struct reader *reader, const char *key, size_t length)
{
    for (size_t i = 0; i < reader->row_count; i++)
        if (strncmp(reader->rows[i].key, key, length) == 0 && !reader->rows[i].key[length])
            return &reader->rows[i];
    return NULL;
}

static void read_own_words(struct reader *reader, const char *plan)
{
    static const char *const files[] = {"plan.csv", "omraader.csv", "indikatorer.csv",
                                        "brud.csv", "maaltal.csv",  "forandringsteori.csv"};
    reader->own_words = keep_text("konfidens 95"); /* unless plan.csv says another one */
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        size_t size, before = strlen(reader->own_words);
        char *words = read_file(keep_format("%s/%s", plan, files[i]), &size);
        char *all = keep(before + size + 2);
        memcpy(all, reader->own_words, before);
        all[before] = '\n';
        if (words)
            memcpy(all + before + 1, words, size);
        reader->own_words = all;
    }
}

/* Names of groups may have numbers in them: `0-17 år`. */
static void read_group_names(struct reader *reader, const char *edition)
{
    const struct sheet sheet = sheet_read(keep_format("%s/frigivet.csv", edition));
    const char *last = "";
    for (size_t i = 1; i < sheet.row_count; i++) {
        const char *group = text_at(&sheet, i, "group");
        if (*group && strcmp(group, last) != 0) {
            size_t before = strlen(reader->own_words);
            char *all = keep(before + strlen(group) + 2);
            memcpy(all, reader->own_words, before);
            all[before] = '\n';
            memcpy(all + before + 1, group, strlen(group));
            reader->own_words = all;
        }
        last = group;
    }
}

/* --- the page as text --------------------------------------------------------------------------- */

/* The text of a piece of markup: without tags, entities decoded. */
static char *text_of(const char *start, const char *end)
{
    static const char *const entities[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    char *text = keep((size_t)(end - start) + 1);
    size_t used = 0;
    while (start < end) {
        if (*start == '<') {
            while (start < end && *start != '>')
                start++;
            text[used++] = ' ';
            start++;
            continue;
        }
        size_t length = 1;
        char c = *start;
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
            if (strncmp(start, entities[i][0], strlen(entities[i][0])) == 0) {
                c = entities[i][1][0];
                length = strlen(entities[i][0]);
            }
        text[used++] = c;
        start += length;
    }
    return text;
}

/* The end of the element whose tag begins at `tag`: its own closing tag, or the page's end. */
static const char *end_of_element(const char *tag)
{
    size_t length = strcspn(tag + 1, " >");
    const char *open = keep_format("<%.*s", (int)length, tag + 1);
    const char *close = keep_format("</%.*s>", (int)length, tag + 1);
    int depth = 0;
    for (const char *at = tag; *at; at++) {
        if (strncmp(at, open, length + 1) == 0 && strchr(" >", at[length + 1]))
            depth++;
        else if (strncmp(at, close, length + 3) == 0 && --depth == 0)
            return at;
    }
    return tag + strlen(tag);
}

/* One number of a text: its size, how many decimals it shows, and its sign. */
struct shown {
    double value;
    int decimals;
    bool is_signed;
    const char *at;
    size_t length;
};

static size_t minus_length(const char *at)
{
    return strncmp(at, "\xE2\x88\x92", 3) == 0 ? 3 : 0;
}

/* The next number of a text, Danish: `1.234,5`, `−0,3`, `+4`. False at the end. */
static bool next_number(const char **rest, struct shown *shown)
{
    const char *at = *rest;
    while (*at && !isdigit((unsigned char)*at))
        at++;
    if (!*at)
        return false;
    char digits[64];
    size_t used = 0;
    *shown = (struct shown){.at = at};
    bool negative = at - *rest >= 3 && minus_length(at - 3);
    shown->is_signed = negative || (at > *rest && at[-1] == '+');
    for (; used + 2 < sizeof digits; at++) {
        if (isdigit((unsigned char)*at)) {
            digits[used++] = *at;
            shown->decimals += shown->decimals || strchr(digits, '.') ? 1 : 0;
        } else if (*at == '.' && isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]) &&
                   isdigit((unsigned char)at[3]) && !isdigit((unsigned char)at[4])) {
            continue;
        } else if (*at == ',' && isdigit((unsigned char)at[1]) && !memchr(digits, '.', used)) {
            digits[used++] = '.';
        } else {
            break;
        }
        digits[used] = '\0';
        const char *point = strchr(digits, '.');
        shown->decimals = point ? (int)strlen(point + 1) : 0;
    }
    shown->length = (size_t)(at - shown->at);
    shown->value = strtod(digits, NULL) * (negative ? -1 : 1);
    *rest = at;
    return true;
}

/* Whether the number shown is `value` to its decimals; without a sign its size is enough. */
static bool is_rounding(const struct shown *shown, double value)
{
    if (isnan(value))
        return false;
    if (!shown->is_signed) {
        value = fabs(value);
    }
    double step = pow(10, -shown->decimals);
    return fabs(shown->value - value) <= step / 2 * (1 + 1e-6) + 1e-6;
}

/* A p-value, or `< 0,001` of a smaller one. */
static bool is_p(const struct shown *shown, double p)
{
    return is_rounding(shown, p) || (is_rounding(shown, 0.001) && p < 0.001);
}

static bool is_of_row(const struct shown *shown, const struct row *row)
{
    return is_p(shown, row->p) || is_p(shown, row->p_adjusted) || is_rounding(shown, row->value) ||
           is_rounding(shown, row->lower) || is_rounding(shown, row->upper) ||
           is_rounding(shown, row->confidence);
}

/* A number as it stands is in a text, not as a part of a longer one. */
static bool stands_in(const char *text, const char *number, size_t length)
{
    for (const char *at = text; (at = strchr(at, *number)); at++)
        if (strncmp(at, number, length) == 0 && !isdigit((unsigned char)at[length]) &&
            (at == text || !isdigit((unsigned char)at[-1])))
            return true;
    return false;
}

/* A year, or the day of a date: `5. juni` is 06-05. */
static bool is_part_of(const struct shown *shown, const char *period)
{
    const char *day = keep_format("0%.*s", (int)shown->length, shown->at);
    return stands_in(period, shown->at, shown->length) ||
           (shown->length == 1 && stands_in(period, day, 2));
}

static bool is_period_of(const struct shown *shown, const struct row *row)
{
    return is_part_of(shown, row->period) || is_part_of(shown, row->from) ||
           is_part_of(shown, row->to);
}

static void fault(struct reader *reader, const char *what, const char *where)
{
    printf("%s: ", what);
    for (size_t i = 0; i < 200 && where[i]; i++) /* on one line */
        putchar(where[i] == '\n' ? ' ' : where[i]);
    putchar('\n');
    reader->faults++;
}

/* --- cells -------------------------------------------------------------------------------------- */

static void read_cell(struct reader *reader, const char *tag, const char *key)
{
    const struct row *row = find_row(reader, key, strcspn(key, "\""));
    const char *end = end_of_element(tag);
    const char *text = text_of(strchr(tag, '>') + 1, end);
    struct shown shown;
    if (!row) {
        fault(reader, "a cell of no row of the results", key);
        return;
    }
    for (const char *rest = text; next_number(&rest, &shown); reader->numbers++)
        if (!is_of_row(&shown, row))
            fault(reader, "a cell that differs from its row",
                  keep_format("%s: %s", row->key, text));
}

/* --- sentences ---------------------------------------------------------------------------------- */

struct quotes {
    const struct row *rows[MOST_QUOTES];
    size_t count;
};

static struct quotes read_quotes(struct reader *reader, const char *keys)
{
    struct quotes quotes = {.count = 0};
    while (*keys && *keys != '"') {
        size_t length = strcspn(keys, " \"");
        const struct row *row = find_row(reader, keys, length);
        if (!row)
            fault(reader, "a sentence quotes no row of the results",
                  keep_format("%.*s", (int)length, keys));
        else if (quotes.count < MOST_QUOTES)
            quotes.rows[quotes.count++] = row;
        keys += length + (keys[length] == ' ');
    }
    return quotes;
}

static bool number_is_quoted(const struct reader *reader, const struct quotes *quotes,
                             const struct shown *shown)
{
    for (size_t i = 0; i < quotes->count; i++)
        if (is_of_row(shown, quotes->rows[i]) || is_period_of(shown, quotes->rows[i]))
            return true;
    return stands_in(reader->own_words, shown->at, shown->length);
}

static bool is_quoted(const struct quotes *quotes, const char *statistic, const char *text)
{
    for (size_t i = 0; i < quotes->count; i++)
        if (strcmp(quotes->rows[i]->statistic, statistic) == 0 &&
            strcmp(quotes->rows[i]->text, text) == 0)
            return true;
    return false;
}

/* That a gap moves, or does not: of one area or of the areas as one. */
static bool is_judged(const struct quotes *quotes, const char *verdict)
{
    return is_quoted(quotes, "verdict", verdict) || is_quoted(quotes, "pooled_verdict", verdict);
}

/* The colour of a cell of the verdict matrix says what its verdict says, and nothing more. */
static void check_class(struct reader *reader, const struct quotes *quotes, const char *tag)
{
    static const struct {
        const char *class, *verdict, *strength, *direction;
    } cells[] = {
        {"<td class=\"c clearly-better\"", NULL, "firm", "better"},
        {"<td class=\"c better\"", NULL, "indicated", "better"},
        {"<td class=\"c unchanged\"", "unchanged", NULL, NULL},
        {"<td class=\"c worse\"", NULL, "indicated", "worse"},
        {"<td class=\"c clearly-worse\"", NULL, "firm", "worse"},
        {"<td class=\"c untold\"", "not_determinable", NULL, NULL},
        {"<td class=\"c hidden\"", "not_determinable", NULL, NULL},
    };
    bool matrix = false; /* a cell of the theory quotes no direction */
    for (size_t i = 0; i < quotes->count; i++)
        matrix = matrix || strcmp(quotes->rows[i]->statistic, "verdict_direction") == 0;
    for (size_t i = 0; matrix && i < sizeof cells / sizeof *cells; i++) {
        if (strncmp(tag, cells[i].class, strlen(cells[i].class)) != 0)
            continue;
        if ((cells[i].verdict && !is_quoted(quotes, "verdict", cells[i].verdict)) ||
            (cells[i].strength && !is_quoted(quotes, "verdict_strength", cells[i].strength)) ||
            (cells[i].direction && !is_quoted(quotes, "verdict_direction", cells[i].direction)))
            fault(reader, "a cell is not of its verdict's colour", tag);
    }
}

/* Without what the verdict was in an earlier edition: `er ændret fra »udvides« til …`. */
static const char *of_this_edition(const char *text)
{
    static const char changed[] = "er ændret fra »";
    const char *from = strstr(text, changed), *to = from ? strstr(from, "« til »") : NULL;
    return to ? keep_format("%.*s%s", (int)(from - text), text, to) : text;
}

/* A word of a verdict is said only where a verdict quoted has it. */
static void check_verdicts(struct reader *reader, const struct quotes *quotes, const char *sentence)
{
    const char *text = of_this_edition(sentence);
    if ((strstr(text, "er indsnævret") && !is_judged(quotes, "narrowing")) ||
        (strstr(text, "indsnævres") && !is_judged(quotes, "narrowing")) ||
        (strstr(text, "er udvidet") && !is_judged(quotes, "widening")) ||
        (strstr(text, "udvides") && !is_judged(quotes, "widening")) ||
        (strstr(text, "afstanden er uændret") && !is_judged(quotes, "unchanged")))
        fault(reader, "a sentence says more than its verdicts", text);
    if (is_quoted(quotes, "verdict_strength", "indicated") && strstr(text, "Svaret er klart") &&
        !is_quoted(quotes, "verdict_strength", "firm"))
        fault(reader, "a sentence is surer than its verdict", text);
}

/* `er steget`, `er faldet` with a change quoted: its sign. */
static void check_changes(struct reader *reader, const struct quotes *quotes, const char *text)
{
    for (size_t i = 0; i < quotes->count; i++) {
        const struct row *row = quotes->rows[i];
        if (strcmp(row->statistic, "level_change") != 0)
            continue;
        if ((strstr(text, "er steget") && row->value <= 0) ||
            (strstr(text, "er faldet") && row->value >= 0))
            fault(reader, "a change goes the other way", text);
    }
}

static void read_sentence(struct reader *reader, const char *tag, const char *keys)
{
    const char *text = text_of(strchr(tag, '>') + 1, end_of_element(tag));
    const struct quotes quotes = read_quotes(reader, keys);
    struct shown shown;
    reader->sentences++;
    for (const char *rest = text; next_number(&rest, &shown); reader->numbers++)
        if (!number_is_quoted(reader, &quotes, &shown))
            fault(reader, "a sentence has a number that it does not quote",
                  keep_format("%.*s in: %s", (int)shown.length, shown.at, text));
    check_verdicts(reader, &quotes, text);
    check_class(reader, &quotes, tag);
    check_changes(reader, &quotes, text);
}

/* --- everything else ---------------------------------------------------------------------------- */

/* A period, the confidence level, or the 0 of an axis. */
static bool is_of_the_edition(const struct reader *reader, const struct shown *shown)
{
    if (shown->length == 1 && *shown->at == '0')
        return true;
    for (size_t i = 0; i < reader->row_count; i++)
        if (is_period_of(shown, &reader->rows[i]) || is_rounding(shown, reader->rows[i].confidence))
            return true;
    return false;
}

/* Blanks out the elements that were read already, and what says where they stand. */
static void blank_out(char *start, const char *end)
{
    for (; start < end; start++)
        if (*start != '<' && *start != '>')
            *start = ' ';
}

static void read_rest(struct reader *reader, const char *id)
{
    const char *start = strstr(reader->page, keep_format("<section id=\"%s", id));
    if (!start)
        return;
    const char *text = text_of(start, end_of_element(start));
    struct shown shown;
    for (const char *rest = text; next_number(&rest, &shown); reader->numbers++)
        if (!is_of_the_edition(reader, &shown) &&
            !stands_in(reader->own_words, shown.at, shown.length)) {
            const char *from = shown.at - text > 60 ? shown.at - 60 : text;
            fault(reader, "a number from nowhere",
                  keep_format("%.*s in: %.120s", (int)shown.length, shown.at, from));
        }
}

/* Reads every element with the attribute, and blanks it out. */
static void read_all(struct reader *reader, const char *attribute,
                     void (*read)(struct reader *, const char *, const char *))
{
    for (char *at = reader->page; (at = strstr(at, attribute));) {
        char *tag = at;
        while (*tag != '<')
            tag--;
        read(reader, tag, at + strlen(attribute));
        const char *end = end_of_element(tag);
        at = (char *)strchr(tag, '>') + 1;
        blank_out(at, end);
    }
}

static bool read_page(struct reader *reader, const char *edition, const char *name)
{
    static const char *const parts[] = {"svar",   "opfoelgning", "maal-1", "maal-2",  "maal-3",
                                        "maal-4", "maal-5",      "maal-6", "omraader"};
    size_t size;
    reader->page = read_file(keep_format("%s/%s", edition, name), &size);
    if (!reader->page)
        return false;
    for (char *at = reader->page; (at = strstr(at, "<svg"));) {
        char *end = (char *)end_of_element(at);
        blank_out(at, end);
        at = end;
    }
    read_all(reader, " data-cell=\"", read_cell);
    read_all(reader, " data-quotes=\"", read_sentence);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        read_rest(reader, parts[i]);
    return true;
}

int main(int count, char **arguments)
{
    struct reader reader = {0};
    if (count != 3)
        return 2;
    read_results(&reader, arguments[2]);
    read_own_words(&reader, arguments[1]);
    read_group_names(&reader, arguments[2]);
    if (!reader.row_count || !read_page(&reader, arguments[2], "seminar.html") ||
        !read_page(&reader, arguments[2], "evaluering.html"))
        return 3;
    printf("%lu numbers, %lu sentences, %lu faults\n", reader.numbers, reader.sentences,
           reader.faults);
    return reader.faults > 0;
}
