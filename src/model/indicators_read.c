/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/indicators_read.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/field.h"

#define FILE_NAME "indikatorer.csv"
#define SMALLEST_THRESHOLD 3
#define CHARGED_PERSONS 6    /* the fixed indicator of persons charged with crimes: ... */
#define CHARGED_THRESHOLD 10 /* ... data on offences take more than others */

enum {
    CODE,
    NAME,
    SHORT_NAME,
    GOAL,
    FOCUS_AREA,
    TYPE,
    UNIT,
    FACTOR,
    POLARITY,
    ACCRUAL,
    TARGET_GROUP,
    REPORTING,
    SOURCE,
    TREND,
    LBF_NUMBER,
    MINIMUM_COUNT,
    SENSITIVE,
    DELTA,
    NOTE,
    COLUMNS
};

static const struct csv_column columns[COLUMNS] = {
    [CODE] = {"kode", true},
    [NAME] = {"navn", true},
    [SHORT_NAME] = {"kort_navn", false},
    [GOAL] = {"mål", false},
    [FOCUS_AREA] = {"indsatsområde", false},
    [TYPE] = {"type", true},
    [UNIT] = {"enhed", true},
    [FACTOR] = {"faktor", false},
    [POLARITY] = {"god_retning", true},
    [ACCRUAL] = {"klasse", false},
    [TARGET_GROUP] = {"målgruppe", false},
    [REPORTING] = {"opgørelse", true},
    [SOURCE] = {"kilde", true},
    [TREND] = {"tendens", false},
    [LBF_NUMBER] = {"lbf_nr", false},
    [MINIMUM_COUNT] = {"mindste_antal", false},
    [SENSITIVE] = {"følsom", false},
    [DELTA] = {"delta", false},
    [NOTE] = {"note", false},
};

static const char *const measure_names[] = {
    [MEASURE_SHARE] = "andel",   [MEASURE_RATE] = "rate",   [MEASURE_MEAN] = "gennemsnit",
    [MEASURE_SURVEY] = "survey", [MEASURE_VALUE] = "værdi", NULL};

static const double default_factor[] = {
    [MEASURE_SHARE] = 100,  [MEASURE_RATE] = 1000, [MEASURE_MEAN] = 1,
    [MEASURE_SURVEY] = 100, [MEASURE_VALUE] = 1,
};

static const char *const polarity_names[] = {
    [POLARITY_NEUTRAL] = "neutral", [POLARITY_UP] = "op", [POLARITY_DOWN] = "ned", NULL};

static const char *const accrual_names[] = {
    [ACCRUAL_STOCK] = "bestand", [ACCRUAL_FLOW] = "strøm", NULL};

static const char *const reporting_names[] = {"kalenderår", "skoleår", "kvartal", "dato", NULL};
static const enum period_kind reporting_kinds[] = {PERIOD_YEAR, PERIOD_SCHOOL_YEAR, PERIOD_QUARTER,
                                                   PERIOD_DATE};

struct indicators {
    struct diagnostics *diagnostics;
    const struct plan *plan;
    struct indicator *items;
    size_t count, capacity;
};

static const char *copy(struct diagnostics *diagnostics, const struct csv_field *field)
{
    return arena_copy(diagnostics->arena, field->text);
}

static void report(struct diagnostics *diagnostics, const struct csv_field *field,
                   const char *danish, const char *english)
{
    diagnostics_report(diagnostics, PROBLEM_SERIES, csvrecords_at(field), "%s", "%s",
                       say(diagnostics->language, danish, english));
}

/* A choice that must be made. */
static int choose(struct diagnostics *diagnostics, const struct csv_field *field,
                  const char *const names[])
{
    int choice = 0;
    if (field_is_blank(field))
        report(diagnostics, field, "feltet er tomt · udfyld det",
               "the field is empty · fill it in");
    field_choice(diagnostics, field, PROBLEM_SERIES, names, &choice);
    return choice;
}

/* `MM-DD`, the day of a yearly status. */
static bool is_status_day(const char *text, struct reporting *reporting)
{
    struct period period;
    char date[] = "2000-MM-DD"; /* a leap year, so that 02-29 would be a day */
    if (strlen(text) != 5)
        return false;
    memcpy(date + 5, text, 5);
    if (period_parse(date, &period) != PERIOD_OK) /* behind a year and a dash: a day or nothing */
        return false;
    if (period.month == 2 && period.day == 29)
        return false;
    *reporting = (struct reporting){PERIOD_YEAR, period.month, period.day};
    return true;
}

/*
 * What Excel makes of `MM-DD`: `sep-30` of 09-30, `01-jan` of 01-01. Read where it can have come
 * from one day only; `10-jan` could be 10-01 rewritten as well as the 10th of January.
 */
static bool is_rewritten_day(const char *text, struct reporting *reporting)
{
    const char *dash = strchr(text, '-');
    if (!dash)
        return false;
    size_t before = (size_t)(dash - text), after = strlen(dash + 1);
    int month_first = text_month(text, before), month_last = text_month(dash + 1, after);
    const char *digits = month_first ? dash + 1 : text;
    size_t length = month_first ? after : before;
    if (length > 2 || strspn(digits, "0123456789") != length)
        return false;
    int number = 0;
    for (size_t i = 0; i < length; i++)
        number = number * 10 + (digits[i] - '0');
    int month = month_first ? month_first : month_last;
    bool ambiguous = month_last && number <= 12 && number != month_last;
    char day[] = "MM-DD";
    if (!month || ambiguous || number < 1 || number > 31)
        return false;
    snprintf(day, sizeof day, "%02u-%02u", (unsigned)month % 100, (unsigned)number % 100);
    return is_status_day(day, reporting);
}

static struct reporting read_reporting(struct diagnostics *diagnostics,
                                       const struct csv_field *field)
{
    struct reporting reporting = {PERIOD_YEAR, 0, 0};
    if (is_status_day(field->text, &reporting) || is_rewritten_day(field->text, &reporting))
        return reporting;
    const char *folded = text_fold(diagnostics->arena, field->text);
    for (size_t i = 0; reporting_names[i]; i++)
        if (strcmp(folded, text_fold(diagnostics->arena, reporting_names[i])) == 0)
            return (struct reporting){reporting_kinds[i], 0, 0};
    report(diagnostics, field,
           "opgørelsen kendes ikke · skriv kalenderår, skoleår, kvartal, dato eller en dag som "
           "09-30 (måned-dag); har Excel lavet dagen om, så formatér cellen som Tekst",
           "the reporting is not known · write kalenderår, skoleår, kvartal, dato or a day like "
           "09-30 (month-day); if Excel has rewritten the day, format the cell as Text");
    return reporting;
}

static double read_positive(struct diagnostics *diagnostics, const struct csv_field *field,
                            double number)
{
    field_number(diagnostics, field, PROBLEM_SERIES, NUMBER_COUNT, &number);
    if (number > 0)
        return number;
    report(diagnostics, field, "tallet skal være større end nul · ret det",
           "the number must be greater than zero · mend it");
    return 1;
}

static unsigned read_whole(struct diagnostics *diagnostics, const struct csv_field *field,
                           double low, double high, unsigned otherwise)
{
    double number = otherwise;
    bool fine = field_number(diagnostics, field, PROBLEM_SERIES, NUMBER_COUNT, &number);
    bool whole = number >= low && number <= high && !(number > floor(number));
    if (fine && !field_is_blank(field) && !whole)
        diagnostics_report(diagnostics, PROBLEM_SERIES, csvrecords_at(field),
                           "her skal stå et helt tal mellem %.0f og %.0f · ret det",
                           "a whole number from %.0f to %.0f must stand here · mend it", low, high);
    return fine && whole ? (unsigned)number : otherwise;
}

/* Kroner and counts are whole; everything else has one decimal, and so has a count per something. */
static int usual_decimals(struct arena *arena, const struct indicator *indicator)
{
    bool is_ratio = strstr(indicator->unit, "pr.") != NULL;
    bool is_count = indicator_is_bare_count(arena, indicator) && !is_ratio;
    return is_count || strncmp(indicator->unit, "kr", 2) == 0 ? 0 : 1;
}

static struct indicator read_measure(struct diagnostics *diagnostics, const struct csv_field *f)
{
    struct indicator indicator = {.has_trend = true};
    indicator.measure = (enum measure)choose(diagnostics, &f[TYPE], measure_names);
    indicator.polarity = (enum polarity)choose(diagnostics, &f[POLARITY], polarity_names);
    indicator.reporting = read_reporting(diagnostics, &f[REPORTING]);
    indicator.factor = read_positive(diagnostics, &f[FACTOR], default_factor[indicator.measure]);
    bool status = indicator.reporting.month || indicator.reporting.kind == PERIOD_DATE;
    int accrual = status ? ACCRUAL_STOCK : ACCRUAL_FLOW;
    field_choice(diagnostics, &f[ACCRUAL], PROBLEM_SERIES, accrual_names, &accrual);
    indicator.accrual = (enum accrual)accrual;
    field_yes_no(diagnostics, &f[TREND], PROBLEM_SERIES, &indicator.has_trend);
    field_yes_no(diagnostics, &f[SENSITIVE], PROBLEM_SERIES, &indicator.sensitive);
    return indicator;
}

static void report_repeated(struct indicators *indicators, const struct indicator *indicator)
{
    for (size_t i = 0; i < indicators->count; i++)
        if (strcmp(indicators->items[i].code, indicator->code) == 0)
            diagnostics_report(indicators->diagnostics, PROBLEM_INPUT, indicator->at,
                               "koden »%s« er brugt i linje %u · vælg en anden",
                               "the code »%s« is used in line %u · choose another", indicator->code,
                               indicators->items[i].at.line);
}

/* The threshold of an indicator that sets none itself. */
static unsigned usual_threshold(const struct plan *plan, unsigned lbf_number)
{
    bool more = lbf_number == CHARGED_PERSONS && plan->threshold < CHARGED_THRESHOLD;
    return more ? CHARGED_THRESHOLD : plan->threshold;
}

static void read_row(void *context, const struct csv_row *row)
{
    struct indicators *indicators = context;
    struct diagnostics *diagnostics = indicators->diagnostics;
    const struct csv_field *f = row->fields;
    size_t before = diagnostics->count;
    struct indicator indicator = read_measure(diagnostics, f);
    indicator.at = row->at;
    field_code(diagnostics, &f[CODE], PROBLEM_SERIES, &indicator.code);
    field_text(diagnostics, &f[NAME], PROBLEM_SERIES, &indicator.name);
    field_text(diagnostics, &f[UNIT], PROBLEM_SERIES, &indicator.unit);
    field_text(diagnostics, &f[SOURCE], PROBLEM_SERIES, &indicator.source);
    indicator.short_name =
        field_is_blank(&f[SHORT_NAME]) ? indicator.name : copy(diagnostics, &f[SHORT_NAME]);
    indicator.goal = copy(diagnostics, &f[GOAL]);
    indicator.focus_area = copy(diagnostics, &f[FOCUS_AREA]);
    indicator.target_group = copy(diagnostics, &f[TARGET_GROUP]);
    indicator.note = copy(diagnostics, &f[NOTE]);
    indicator.lbf_number = read_whole(diagnostics, &f[LBF_NUMBER], 1, 9, 0);
    indicator.minimum_count = read_whole(diagnostics, &f[MINIMUM_COUNT], SMALLEST_THRESHOLD, 1000,
                                         usual_threshold(indicators->plan, indicator.lbf_number));
    indicator.delta = indicators->plan->delta;
    if (!field_is_blank(&f[DELTA]))
        indicator.delta = read_positive(diagnostics, &f[DELTA], indicator.delta);
    indicator.decimals = usual_decimals(diagnostics->arena, &indicator);
    indicator.left_out = diagnostics->count > before;
    report_repeated(indicators, &indicator);
    indicator.index = indicators->count;
    indicators->items = arena_grow(diagnostics->arena, indicators->items, indicators->count,
                                   &indicators->capacity, sizeof *indicators->items);
    indicators->items[indicators->count++] = indicator;
}

void indicators_read(struct diagnostics *diagnostics, const char *folder,
                     struct catalogue *catalogue)
{
    struct indicators indicators = {.diagnostics = diagnostics, .plan = &catalogue->plan};
    const struct csv_format format = {columns, COLUMNS, read_row};
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/%s", folder, FILE_NAME),
                                    FILE_NAME, PROBLEM_INPUT};
    csvfile_read(diagnostics, &file, &format, &indicators);
    catalogue->indicators = indicators.items;
    catalogue->indicator_count = indicators.count;
    catalogue_index(catalogue, diagnostics->arena);
}
