/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/plan_read.h"

#include <math.h>

#include "pejling/base/text.h"
#include "pejling/input/field.h"

#define FILE_NAME "plan.csv"
#define SMALLEST_THRESHOLD 3

enum { KEY, VALUE, COLUMNS };

static const struct csv_column columns[COLUMNS] = {
    [KEY] = {"nøgle", true}, [VALUE] = {"værdi", true}};

enum setting {
    TITLE,
    MUNICIPALITY,
    PLAN_START,
    PLAN_END,
    BASELINE_YEAR,
    EDITION,
    PREVIOUS_EDITION,
    ILLUSTRATIVE,
    CONFIDENCE,
    THRESHOLD,
    MINIMUM_DENOMINATOR,
    DELTA,
    SETTINGS
};

static const char *const setting_names[SETTINGS + 1] = {
    [TITLE] = "titel",
    [MUNICIPALITY] = "kommune",
    [PLAN_START] = "planstart",
    [PLAN_END] = "planslut",
    [BASELINE_YEAR] = "basisår",
    [EDITION] = "udgave",
    [PREVIOUS_EDITION] = "tidligere_udgave",
    [ILLUSTRATIVE] = "illustrativ",
    [CONFIDENCE] = "konfidens",
    [THRESHOLD] = "tærskel",
    [MINIMUM_DENOMINATOR] = "mindste_nævner",
    [DELTA] = "delta",
    [SETTINGS] = NULL,
};

/* What to write where a setting that must be there is not. */
static const struct {
    const char *danish, *english;
} required[SETTINGS] = {
    [TITLE] = {"planens navn", "the plan's name"},
    [PLAN_START] = {"en dato som 2021-10-01", "a date like 2021-10-01"},
    [PLAN_END] = {"en dato som 2025-09-30", "a date like 2025-09-30"},
    [BASELINE_YEAR] = {"et årstal som 2021", "a year like 2021"},
    [EDITION] = {"udgavens navn, som 2025,", "the edition's name, like 2025,"},
};

struct plan_file {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    struct plan *plan;
    unsigned lines[SETTINGS]; /* where each setting stands, 0 for nowhere */
};

/* A number from `low` to `high`; out of that range is a problem. */
static void read_range(struct diagnostics *diagnostics, const struct csv_field *field, double low,
                       double high, double *number)
{
    char from[NUMBER_TEXT], to[NUMBER_TEXT];
    double value = *number;
    if (!field_number(diagnostics, field, PROBLEM_INPUT, NUMBER_VALUE, &value))
        return;
    if (value >= low && value <= high)
        *number = value;
    else
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "tallet skal ligge mellem %s og %s · ret det",
                           "the number must lie from %s to %s · mend it",
                           number_exact(from, low, ','), number_exact(to, high, ','));
}

static void read_count(struct diagnostics *diagnostics, const struct csv_field *field, double low,
                       unsigned *count)
{
    double value = *count;
    read_range(diagnostics, field, low, 1000, &value);
    if (value > floor(value))
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "her skal stå et helt tal · ret det",
                           "a whole number must stand here · mend it");
    *count = (unsigned)value;
}

static void read_municipality(struct plan_file *file, const struct csv_field *field)
{
    if (field_is_blank(field))
        return;
    const char *folded = text_fold(file->diagnostics->arena, field->text);
    const struct area *area = catalogue_area(file->catalogue, folded);
    if (area && area->role == AREA_MUNICIPALITY)
        file->plan->municipality = area;
    else if (catalogue_is_ambiguous(file->catalogue, folded) &&
             file->catalogue->has_shared_names) /* that is told of omraader.csv */
        return;
    else
        diagnostics_report(file->diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "»%s« er ikke en kommune i omraader.csv · brug koden på en række med "
                           "rollen kommune",
                           "»%s« is not a municipality in omraader.csv · use the code of a row "
                           "with the role kommune",
                           field->text);
}

static const struct area *only_municipality(const struct catalogue *catalogue)
{
    const struct area *found = NULL;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_MUNICIPALITY) {
            if (found)
                return NULL;
            found = &catalogue->areas[i];
        }
    return found;
}

static void read_year(struct diagnostics *diagnostics, const struct csv_field *field, int *year)
{
    struct period period;
    if (period_parse(field->text, &period) == PERIOD_OK && period.kind == PERIOD_YEAR)
        *year = period.year;
    else
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "her skal stå et årstal fra 1990 til 2100, som 2021 · ret det",
                           "a year from 1990 to 2100 must stand here, like 2021 · mend it");
}

/* What is no period at all would be told what periods look like, and only a date will do. */
static void read_date(struct diagnostics *diagnostics, const struct csv_field *field,
                      struct period *date)
{
    struct period period;
    if (period_parse(field->text, &period) == PERIOD_NOT_A_PERIOD)
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "her skal stå en dato, som 2021-10-01 · ret den",
                           "a date must stand here, like 2021-10-01 · mend it");
    else
        field_date(diagnostics, field, PROBLEM_INPUT, date);
}

static void read_setting(struct plan_file *file, enum setting setting,
                         const struct csv_field *field)
{
    struct diagnostics *diagnostics = file->diagnostics;
    struct plan *plan = file->plan;
    double percent = 100 * plan->confidence;
    switch (setting) { /* GCOVR_EXCL_BR_LINE: SETTINGS and beyond are none */
    case TITLE:
        field_text(diagnostics, field, PROBLEM_INPUT, &plan->title);
        break;
    case MUNICIPALITY:
        read_municipality(file, field);
        break;
    case PLAN_START:
        read_date(diagnostics, field, &plan->start);
        break;
    case PLAN_END:
        read_date(diagnostics, field, &plan->end);
        break;
    case BASELINE_YEAR:
        read_year(diagnostics, field, &plan->baseline_year);
        break;
    case EDITION:
        field_text(diagnostics, field, PROBLEM_INPUT, &plan->edition);
        break;
    case PREVIOUS_EDITION:
        plan->previous_edition = arena_copy(diagnostics->arena, field->text);
        break;
    case ILLUSTRATIVE:
        field_yes_no(diagnostics, field, PROBLEM_INPUT, &plan->illustrative);
        break;
    case CONFIDENCE:
        read_range(diagnostics, field, 80, 99.9, &percent);
        plan->confidence = percent / 100;
        break;
    case THRESHOLD:
        read_count(diagnostics, field, SMALLEST_THRESHOLD, &plan->threshold);
        break;
    case MINIMUM_DENOMINATOR:
        read_count(diagnostics, field, SMALLEST_THRESHOLD, &plan->minimum_denominator);
        break;
    case DELTA:
        read_range(diagnostics, field, 0, 1000, &plan->delta);
        break;
    case SETTINGS:
        break;
    }
}

static void read_row(void *context, const struct csv_row *row)
{
    struct plan_file *file = context;
    struct diagnostics *diagnostics = file->diagnostics;
    const struct csv_field *key = &row->fields[KEY];
    int setting = -1;
    if (field_is_blank(key))
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(key),
                           "nøglen mangler · skriv den, eller slet rækken",
                           "the key is missing · write it, or delete the row");
    else
        field_choice(diagnostics, key, PROBLEM_INPUT, setting_names, &setting);
    if (setting < 0)
        return;
    if (file->lines[setting])
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(key),
                           "»%s« står også i linje %u · slet den ene",
                           "»%s« stands in line %u too · delete one of them",
                           setting_names[setting], file->lines[setting]);
    file->lines[setting] = row->at.line;
    if (required[setting].danish && field_is_blank(&row->fields[VALUE]))
        diagnostics_report(
            diagnostics, PROBLEM_INPUT, csvrecords_at(&row->fields[VALUE]),
            "»%s« er ikke udfyldt · skriv %s i kolonnen værdi",
            "»%s« is not filled in · write %s in the column værdi", setting_names[setting],
            say(diagnostics->language, required[setting].danish, required[setting].english));
    else
        read_setting(file, (enum setting)setting, &row->fields[VALUE]);
}

static void check_whole(struct plan_file *file)
{
    struct diagnostics *diagnostics = file->diagnostics;
    const struct plan *plan = file->plan;
    struct location at = {.file = FILE_NAME};
    for (size_t i = 0; i < SETTINGS; i++)
        if (required[i].danish && !file->lines[i])
            diagnostics_report(diagnostics, PROBLEM_INPUT, at,
                               "nøglen »%s« mangler · tilføj en række med den",
                               "the key »%s« is missing · add a row with it", setting_names[i]);
    bool dated = plan->start.kind == PERIOD_DATE && plan->end.kind == PERIOD_DATE;
    if (dated && period_compare(plan->start, plan->end) >= 0)
        diagnostics_report(diagnostics, PROBLEM_INPUT,
                           (struct location){FILE_NAME, file->lines[PLAN_END], 0},
                           "planslut er ikke efter planstart · ret datoerne",
                           "planslut is not after planstart · mend the dates");
    if (plan->minimum_denominator < plan->threshold)
        diagnostics_report(diagnostics, PROBLEM_INPUT,
                           (struct location){FILE_NAME, file->lines[MINIMUM_DENOMINATOR], 0},
                           "mindste_nævner er mindre end tærskel · ret den ene",
                           "mindste_nævner is less than tærskel · change one of them");
}

void plan_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue)
{
    catalogue->plan = (struct plan){.title = "",
                                    .edition = "",
                                    .previous_edition = "",
                                    .confidence = 0.95,
                                    .threshold = 5,
                                    .minimum_denominator = 20,
                                    .delta = 0.1};
    struct plan_file settings = {
        .diagnostics = diagnostics, .catalogue = catalogue, .plan = &catalogue->plan};
    const struct csv_format format = {columns, COLUMNS, read_row};
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/%s", folder, FILE_NAME),
                                    FILE_NAME, PROBLEM_INPUT};
    size_t before = diagnostics->of_kind[PROBLEM_INPUT];
    csvfile_read(diagnostics, &file, &format, &settings);
    if (!catalogue->plan.municipality)
        catalogue->plan.municipality = only_municipality(catalogue);
    bool readable = diagnostics->of_kind[PROBLEM_INPUT] == before;
    for (size_t i = 0; i < SETTINGS; i++)
        readable = readable || settings.lines[i];
    if (readable)
        check_whole(&settings);
}
