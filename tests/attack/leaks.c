/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every place of a published folder where a number can stand, against what frigivet.csv releases.
 * Assumes the headers of the contract, Danish tables, and a page whose cells carry their keys.
 */
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edition.h"

/* One statement about an area, as any of the files makes it. */
struct statement {
    const char *file, *statistic, *comparator, *text;
    int indicator, area, from, to;
    double value, lower, upper, periods;
};

static const struct release_row *pooled_row(const struct edition *edition,
                                            const struct statement *s, int area)
{
    for (int i = 0; i < edition->pooled_count; i++) {
        const struct release_row *row = &edition->pooled[i];
        if (row->indicator == s->indicator && row->area == area && row->from == s->from &&
            row->to == s->to && row->group == 0)
            return row;
    }
    return NULL;
}

/* How many figures of an area the statement can rest on. */
static int figures_released(const struct edition *edition, const struct statement *s, int area)
{
    int released = 0;
    for (int period = s->from; period <= s->to; period++) {
        enum release release = edition_cell(edition, s->indicator, area, period, 0)->release;
        released += release == OPEN || release == ROUNDED;
    }
    const struct release_row *pooled = pooled_row(edition, s, area);
    if (pooled && (pooled->release == OPEN || pooled->release == ROUNDED))
        return s->to - s->from + 1;
    return released;
}

/* Counted from dates, with no figure in it. */
static bool is_of_dates(const char *statistic)
{
    return strcmp(statistic, "exposure") == 0 ||
           strcmp(statistic, "andel af perioden efter planens start") == 0;
}

/* Of a comparison among areas, `nord|syd`: whether one of them has too few released figures. */
static bool one_of_several_is_hidden(const struct edition *edition, const struct statement *s,
                                     double needed)
{
    for (const char *at = s->text; *at;) {
        size_t length = strcspn(at, "|");
        int area = plan_area(edition->plan, keep_format("%.*s", (int)length, at));
        if (area < 0 || figures_released(edition, s, area) < needed)
            return true;
        at += length + (at[length] == '|');
    }
    return false;
}

/* A statement that rests on more figures than are released must have used a hidden one. */
static bool uses_hidden(const struct edition *edition, const struct statement *s)
{
    if ((isnan(s->value) && isnan(s->lower) && isnan(s->upper)) || is_of_dates(s->statistic))
        return false;
    double needed = s->from == s->to ? 1 : isnan(s->periods) ? 2 : s->periods;
    if (strchr(s->text, '|') ? one_of_several_is_hidden(edition, s, needed)
                             : figures_released(edition, s, s->area) < needed)
        return true;
    int comparator = plan_area(edition->plan, s->comparator);
    return comparator >= 0 && figures_released(edition, s, comparator) < needed;
}

/* A gap or ratio in full must be that of the two released levels. */
static bool has_more_digits(const struct edition *edition, const struct statement *s)
{
    int comparator = plan_area(edition->plan, s->comparator);
    bool gap = strcmp(s->statistic, "gap") == 0 || strcmp(s->statistic, "gap_rest") == 0;
    bool ratio = strcmp(s->statistic, "ratio") == 0;
    if (comparator < 0 || s->from != s->to || isnan(s->value) || (!gap && !ratio))
        return false;
    double area = edition_cell(edition, s->indicator, s->area, s->from, 0)->value;
    double other = edition_cell(edition, s->indicator, comparator, s->from, 0)->value;
    double expected = gap ? area - other : area / other;
    return !isnan(expected) && fabs(s->value - expected) > 1e-5 * fmax(1, fabs(expected));
}

static int judge_statement(const struct edition *edition, const struct statement *s, bool tell)
{
    if (s->indicator < 0 || s->area < 0 || s->from < 0 || s->to < 0)
        return 0;
    bool hidden = uses_hidden(edition, s);
    if (!hidden && !has_more_digits(edition, s))
        return 0;
    if (tell)
        printf("    %s: %s of %s in %s, %s to %s: %s\n", s->file, s->statistic,
               edition->plan->indicators[s->indicator].code, edition->plan->areas[s->area].code,
               edition->plan->periods[s->from], edition->plan->periods[s->to],
               hidden ? "a number about a hidden figure" : "more digits than released");
    return 1;
}

static double number_in(const struct sheet *sheet, size_t row, const char *column)
{
    return number_of(sheet_text(sheet, row, sheet_column(sheet, column)));
}

static const char *text_in(const struct sheet *sheet, size_t row, const char *column)
{
    return sheet_text(sheet, row, sheet_column(sheet, column));
}

static const char *json_text(const json_t *row, const char *key)
{
    const char *text = json_string_value(json_object_get(row, key));
    return text ? text : "";
}

static double json_double(const json_t *row, const char *key)
{
    const json_t *number = json_object_get(row, key);
    return json_is_number(number) ? json_number_value(number) : NO_NUMBER;
}

static int leaks_in_json(const struct edition *edition, bool tell)
{
    const struct plan *plan = edition->plan;
    json_t *root = json_load_file(keep_format("%s/resultater.json", edition->folder), 0, NULL);
    const json_t *results = json_object_get(root, "results");
    int leaks = 0;
    for (size_t i = 0; i < json_array_size(results); i++) {
        const json_t *row = json_array_get(results, i);
        struct statement s = {"resultater.json",
                              json_text(row, "statistic"),
                              json_text(row, "comparator"),
                              json_text(row, "text"),
                              plan_indicator(plan, json_text(row, "indicator")),
                              plan_area(plan, json_text(row, "area")),
                              plan_period(plan, json_text(row, "period_from")),
                              plan_period(plan, json_text(row, "period_to")),
                              json_double(row, "value"),
                              json_double(row, "lower"),
                              json_double(row, "upper"),
                              json_double(row, "n_periods")};
        leaks += judge_statement(edition, &s, tell);
    }
    json_decref(root);
    return leaks;
}

/* The columns of a statement, as a file names them. */
struct columns {
    const char *statistic, *comparator, *indicator, *area, *from, *to;
    const char *value, *lower, *upper, *periods, *text; /* text: NULL for none */
};

static int leaks_in_rows(const struct edition *edition, const char *name,
                         const struct columns *columns, bool tell)
{
    const struct plan *plan = edition->plan;
    struct sheet sheet = sheet_read(keep_format("%s/%s", edition->folder, name));
    int leaks = 0;
    for (size_t i = 1; i < sheet.row_count; i++) {
        struct statement s = {name,
                              text_in(&sheet, i, columns->statistic),
                              text_in(&sheet, i, columns->comparator),
                              columns->text ? text_in(&sheet, i, columns->text) : "",
                              plan_indicator(plan, text_in(&sheet, i, columns->indicator)),
                              plan_area(plan, text_in(&sheet, i, columns->area)),
                              plan_period(plan, text_in(&sheet, i, columns->from)),
                              plan_period(plan, text_in(&sheet, i, columns->to)),
                              number_in(&sheet, i, columns->value),
                              number_in(&sheet, i, columns->lower),
                              number_in(&sheet, i, columns->upper),
                              number_in(&sheet, i, columns->periods)};
        leaks += judge_statement(edition, &s, tell);
    }
    return leaks;
}

static int leaks_in_statements(const struct edition *edition, bool tell)
{
    static const struct columns results = {"statistic",   "comparator", "indicator", "area",
                                           "period_from", "period_to",  "value",     "lower",
                                           "upper",       "n_periods",  "text"};
    static const struct columns tables = {
        "Størrelse",   "Sammenlignet med", "Indikator", "Område",
        "Fra periode", "Til periode",      "Værdi",     "Nedre grænse",
        "Øvre grænse", "Antal perioder",   NULL};
    return leaks_in_rows(edition, "resultater.csv", &results, tell) +
           leaks_in_rows(edition, "tabeller/niveauer.csv", &tables, tell) +
           leaks_in_rows(edition, "tabeller/afstande.csv", &tables, tell) +
           leaks_in_rows(edition, "tabeller/tendenser.csv", &tables, tell) +
           leaks_in_rows(edition, "tabeller/foer_efter.csv", &tables, tell) +
           leaks_in_rows(edition, "tabeller/planlaegning.csv", &tables, tell);
}

/* The follow-up table states two levels a row: at the baseline and the latest. */
static int leaks_in_followup(const struct edition *edition, bool tell)
{
    static const char *const columns[][4] = {{"Baseline: periode", "Baseline boligområde", "", ""},
                                             {"Seneste: periode", "Seneste boligområde",
                                              "Seneste boligområde: nedre grænse",
                                              "Seneste boligområde: øvre grænse"}};
    const struct plan *plan = edition->plan;
    struct sheet sheet = sheet_read(keep_format("%s/tabeller/opfoelgning.csv", edition->folder));
    int leaks = 0;
    for (size_t i = 1; i < sheet.row_count; i++)
        for (int k = 0; k < 2; k++) {
            int period = plan_period(plan, text_in(&sheet, i, columns[k][0]));
            struct statement s = {"opfoelgning.csv",
                                  columns[k][1],
                                  "",
                                  "",
                                  plan_indicator(plan, text_in(&sheet, i, "Indikator")),
                                  plan_area(plan, text_in(&sheet, i, "Boligområde")),
                                  period,
                                  period,
                                  number_in(&sheet, i, columns[k][1]),
                                  number_in(&sheet, i, columns[k][2]),
                                  number_in(&sheet, i, columns[k][3]),
                                  1};
            leaks += judge_statement(edition, &s, tell);
        }
    return leaks;
}

/* The text up to the next tag, where it is a number. */
static double html_number(const char *at)
{
    return number_of(keep_format("%.*s", (int)strcspn(at, "<\n"), at));
}

/* The next part of a cell's key, `andel/nord/level/2021`, up to a slash or the end of it. */
static const char *key_part(const char **key)
{
    size_t length = strcspn(*key, "/\"");
    const char *part = keep_format("%.*s", (int)length, *key);
    *key += length + ((*key)[length] == '/');
    return part;
}

static bool is_yearly(const char *statistic)
{
    static const char *const yearly[] = {"level", "gap", "gap_rest", "ratio"};
    for (size_t i = 0; i < sizeof yearly / sizeof *yearly; i++)
        if (strcmp(statistic, yearly[i]) == 0)
            return true;
    return false;
}

/* The cells of the page say what they hold: data-cell="INDICATOR/AREA/STATISTIC/PERIOD">NUMBER. */
static int leaks_in_html(const struct edition *edition, const char *name, bool tell)
{
    static const char mark[] = " data-cell=\"";
    const struct plan *plan = edition->plan;
    size_t size;
    int leaks = 0;
    const char *at = read_file(keep_format("%s/%s", edition->folder, name), &size);
    while (at && (at = strstr(at, mark))) {
        const char *key = at += strlen(mark);
        struct statement s = {name, "", "", "", -1, -1, -1, -1, NO_NUMBER, NO_NUMBER, NO_NUMBER, 1};
        s.indicator = plan_indicator(plan, key_part(&key));
        s.area = plan_area(plan, key_part(&key));
        s.statistic = key_part(&key);
        if (!is_yearly(s.statistic))
            continue; /* resultater.csv tells what they rest on, and is looked through itself */
        s.from = s.to = plan_period(plan, key_part(&key));
        s.value = html_number(strchr(at, '>') + 1);
        leaks += judge_statement(edition, &s, tell);
    }
    return leaks;
}

int edition_leaks(const struct edition *edition, bool tell)
{
    int leaks = leaks_in_statements(edition, tell) + leaks_in_json(edition, tell);
    return leaks + leaks_in_followup(edition, tell) + leaks_in_html(edition, "seminar.html", tell) +
           leaks_in_html(edition, "evaluering.html", tell);
}
