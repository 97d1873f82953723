/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int find(const char *const *texts, int count, const char *text)
{
    for (int i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0)
            return i;
    return -1;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

size_t plan_place(const struct plan *plan, int indicator, int area, int period, int group)
{
    int place = (indicator * plan->area_count + area) * plan->period_count + period;
    return (size_t)(place * plan->group_count + group);
}

struct cell *plan_cell(const struct plan *plan, int indicator, int area, int period, int group)
{
    return &plan->cells[plan_place(plan, indicator, area, period, group)];
}

int plan_area(const struct plan *plan, const char *code)
{
    for (int i = 0; i < plan->area_count; i++)
        if (strcmp(plan->areas[i].code, code) == 0 || strcmp(plan->areas[i].name, code) == 0)
            return i;
    return -1;
}

int plan_indicator(const struct plan *plan, const char *code)
{
    for (int i = 0; i < plan->indicator_count; i++)
        if (strcmp(plan->indicators[i].code, code) == 0 ||
            strcmp(plan->indicators[i].name, code) == 0)
            return i;
    return -1;
}

int plan_period(const struct plan *plan, const char *period)
{
    return find(plan->periods, plan->period_count, period);
}

int plan_group(const struct plan *plan, const char *group)
{
    return find(plan->groups, plan->group_count, group);
}

bool is_public(const struct area *area)
{
    return area->role == MUNICIPALITY || area->role == COUNTRY;
}

/* The middle of a calendar year stands for it. */
bool is_active(const struct area *area, const char *period)
{
    double time = strtod(period, NULL) + 0.5;
    return time >= area->from && time < area->to;
}

static double year_of(const char *date, double otherwise)
{
    int year, month, day;
    if (sscanf(date, "%d-%d-%d", &year, &month, &day) != 3)
        return otherwise;
    return year + (month - 1) / 12.0 + (day - 1) / 366.0;
}

static struct sheet read_part(const struct plan *plan, const char *name)
{
    return sheet_read(keep_format("%s/%s", plan->folder, name));
}

static void read_areas(struct plan *plan)
{
    static const char *const roles[] = {
        [SECTION] = "afdeling", [ESTATE] = "område",        [TOTAL] = "samlet", [REST] = "rest",
        [TWIN] = "tvilling",    [MUNICIPALITY] = "kommune", [COUNTRY] = "land"};
    struct sheet sheet = read_part(plan, "omraader.csv");
    int code = sheet_column(&sheet, "kode"), name = sheet_column(&sheet, "navn");
    int role = sheet_column(&sheet, "rolle"), part_of = sheet_column(&sheet, "del_af");
    int from = sheet_column(&sheet, "fra"), to = sheet_column(&sheet, "til");
    plan->areas = keep((sheet.row_count + 2) * sizeof *plan->areas);
    for (size_t i = 1; i < sheet.row_count; i++)
        plan->areas[plan->area_count++] =
            (struct area){sheet_text(&sheet, i, code),
                          sheet_text(&sheet, i, name),
                          (enum role)find(roles, COUNTRY + 1, sheet_text(&sheet, i, role)),
                          -1,
                          year_of(sheet_text(&sheet, i, from), -HUGE_VAL),
                          year_of(sheet_text(&sheet, i, to), HUGE_VAL)};
    for (size_t i = 1; i < sheet.row_count; i++)
        plan->areas[i - 1].part_of = plan_area(plan, sheet_text(&sheet, i, part_of));
    int estates = 0;
    bool has_total = false;
    for (int i = 0; i < plan->area_count; i++) {
        enum role is = plan->areas[i].role;
        estates += is == ESTATE;
        has_total = has_total || is == TOTAL;
        if (is == MUNICIPALITY)
            plan->municipality = i;
    }
    struct area derived = {"samlet",           "Områderne samlet", TOTAL,
                           plan->municipality, -HUGE_VAL,          HUGE_VAL};
    if (estates > 1 && !has_total)
        plan->areas[plan->area_count++] = derived;
    derived.code = "rest";
    derived.name = keep_format("Resten af %s", plan->areas[plan->municipality].name);
    derived.role = REST;
    if (estates > 0)
        plan->areas[plan->area_count++] = derived;
}

static double or_else(const char *text, double otherwise)
{
    double number = number_of(text);
    return isnan(number) ? otherwise : number;
}

static void read_indicators(struct plan *plan)
{
    static const char *const measures[] = {"andel", "rate", "gennemsnit", "survey", "værdi"};
    static const double factors[] = {100, 1000, 1, 100, 1};
    struct sheet settings = read_part(plan, "plan.csv");
    double threshold = 5;
    plan->smallest_denominator = 20;
    for (size_t i = 1; i < settings.row_count; i++) {
        const char *key = sheet_text(&settings, i, 0), *value = sheet_text(&settings, i, 1);
        if (strcmp(key, "tærskel") == 0)
            threshold = number_of(value);
        if (strcmp(key, "mindste_nævner") == 0)
            plan->smallest_denominator = number_of(value);
    }
    struct sheet sheet = read_part(plan, "indikatorer.csv");
    plan->indicators = keep(sheet.row_count * sizeof *plan->indicators);
    for (size_t i = 1; i < sheet.row_count; i++) {
        struct indicator *out = &plan->indicators[plan->indicator_count++];
        int measure = find(measures, 5, sheet_text(&sheet, i, sheet_column(&sheet, "type")));
        const char *sensitive = sheet_text(&sheet, i, sheet_column(&sheet, "følsom"));
        const char *unit = sheet_text(&sheet, i, sheet_column(&sheet, "enhed"));
        out->code = sheet_text(&sheet, i, sheet_column(&sheet, "kode"));
        out->name = sheet_text(&sheet, i, sheet_column(&sheet, "navn"));
        out->measure = (enum measure)measure;
        out->factor =
            or_else(sheet_text(&sheet, i, sheet_column(&sheet, "faktor")), factors[measure]);
        out->threshold =
            or_else(sheet_text(&sheet, i, sheet_column(&sheet, "mindste_antal")), threshold);
        out->sensitive = strcmp(sensitive, "ja") == 0;
        out->decimals = strncmp(unit, "kr", 2) == 0 ? 0 : 1;
        out->unit = 1;
    }
}

static void each_observation(struct plan *plan, enum eyes eyes,
                             void (*take)(struct plan *, const struct sheet *, size_t, enum eyes))
{
    struct dirent **files;
    char *folder = keep_format("%s/observationer", plan->folder);
    int count = scandir(folder, &files, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (files[i]->d_name[0] != '.') {
            struct sheet sheet = sheet_read(keep_format("%s/%s", folder, files[i]->d_name));
            for (size_t row = 1; row < sheet.row_count; row++)
                take(plan, &sheet, row, eyes);
        }
        free(files[i]);
    }
    if (count >= 0)
        free(files);
}

static const char *field(const struct sheet *sheet, size_t row, const char *name)
{
    return sheet_text(sheet, row, sheet_column(sheet, name));
}

/* The names of periods and groups; whether counts have decimals is part of the method. */
static void take_names(struct plan *plan, const struct sheet *sheet, size_t row, enum eyes eyes)
{
    (void)eyes;
    const char *period = field(sheet, row, "periode"), *group = field(sheet, row, "gruppe");
    int indicator = plan_indicator(plan, field(sheet, row, "indikator"));
    double count = number_of(field(sheet, row, "tæller"));
    if (indicator >= 0 && !isnan(count) && fabs(count - nearbyint(count)) > 1e-9)
        plan->indicators[indicator].unit = 10;
    if (plan_period(plan, period) < 0) {
        const char **longer = keep((size_t)(plan->period_count + 1) * sizeof *longer);
        if (plan->period_count)
            memcpy(longer, plan->periods, (size_t)plan->period_count * sizeof *longer);
        longer[plan->period_count++] = period;
        plan->periods = longer;
    }
    if (plan_group(plan, group) < 0) {
        const char **longer = keep((size_t)(plan->group_count + 1) * sizeof *longer);
        memcpy(longer, plan->groups, (size_t)plan->group_count * sizeof *longer);
        longer[plan->group_count++] = group;
        plan->groups = longer;
    }
}

static void take_figures(struct plan *plan, const struct sheet *sheet, size_t row, enum eyes eyes)
{
    int indicator = plan_indicator(plan, field(sheet, row, "indikator"));
    int area = plan_area(plan, field(sheet, row, "område"));
    int period = plan_period(plan, field(sheet, row, "periode"));
    int group = plan_group(plan, field(sheet, row, "gruppe"));
    if (indicator < 0 || area < 0 || period < 0 || group < 0)
        return;
    struct cell *cell = plan_cell(plan, indicator, area, period, group);
    const char *status = field(sheet, row, "status");
    *cell = (struct cell){HERE, true, NO_NUMBER, NO_NUMBER, NO_NUMBER, NO_NUMBER};
    if (strcmp(status, "diskret") == 0)
        cell->standing = WITHHELD;
    if (strcmp(status, "mangler") == 0)
        cell->standing = MISSING;
    cell->persons = number_of(field(sheet, row, "nævner"));
    if (eyes == ATTACKER && !is_public(&plan->areas[area]))
        return;
    cell->count = number_of(field(sheet, row, "tæller"));
    cell->value = number_of(field(sheet, row, "værdi"));
    cell->spread = number_of(field(sheet, row, "spredning"));
}

/* Whether `part` belongs to the sum that `whole` is of. */
static bool is_part(const struct area *part, const struct plan *plan, int whole)
{
    if (plan->areas[whole].role == ESTATE)
        return part->role == SECTION && part->part_of == whole;
    return part->role == ESTATE; /* of the total and of the municipality */
}

/* The sum of the parts, where there are any and all are there; an unknown count stays unknown. */
static struct cell sum_of_parts(const struct plan *plan, int indicator, int whole, int period,
                                int group)
{
    struct cell sum = {NOWHERE, false, 0, 0, 0, NO_NUMBER};
    for (int i = 0; i < plan->area_count; i++) {
        const struct area *part = &plan->areas[i];
        if (!is_part(part, plan, whole) || !is_active(part, plan->periods[period]))
            continue;
        const struct cell *cell = plan_cell(plan, indicator, i, period, group);
        if (cell->standing != HERE)
            return (struct cell){NOWHERE, false, NO_NUMBER, NO_NUMBER, NO_NUMBER, NO_NUMBER};
        sum.standing = HERE;
        sum.value += cell->persons * cell->value;
        sum.persons += cell->persons;
        sum.count += cell->count;
    }
    sum.value = sum.persons > 0 ? sum.value / sum.persons : NO_NUMBER;
    return sum;
}

static struct cell rest_of(const struct plan *plan, int indicator, int period, int group)
{
    const struct cell *all = plan_cell(plan, indicator, plan->municipality, period, group);
    struct cell sum = sum_of_parts(plan, indicator, plan->municipality, period, group);
    struct cell rest = {HERE, false,    all->persons - sum.persons, all->count - sum.count,
                        0,    NO_NUMBER};
    rest.value = (all->persons * all->value - sum.persons * sum.value) / rest.persons;
    if (all->standing != HERE || sum.standing != HERE || !(rest.persons > 0))
        rest.standing = NOWHERE;
    return rest;
}

/* Areas before the total and the rest, since those are made of them. */
static void derive(struct plan *plan, int indicator, int period, int group)
{
    if (plan->indicators[indicator].measure >= SURVEY)
        return;
    for (enum role role = ESTATE; role <= REST; role++)
        for (int area = 0; area < plan->area_count; area++) {
            struct cell *cell = plan_cell(plan, indicator, area, period, group);
            if (plan->areas[area].role != role || cell->standing != NOWHERE)
                continue;
            *cell = role == REST ? rest_of(plan, indicator, period, group)
                                 : sum_of_parts(plan, indicator, area, period, group);
        }
}

struct plan plan_read(const char *folder, enum eyes eyes, const struct plan *like)
{
    static const char *everybody[] = {""};
    struct plan plan = {.folder = folder, .groups = everybody, .group_count = 1};
    if (like) {
        plan = *like;
        plan.folder = folder;
    } else {
        read_areas(&plan);
        read_indicators(&plan);
        each_observation(&plan, eyes, take_names);
        qsort(plan.periods, (size_t)plan.period_count, sizeof *plan.periods, compare_texts);
        qsort(plan.groups, (size_t)plan.group_count, sizeof *plan.groups, compare_texts);
    }
    plan.cells = keep(plan_place(&plan, plan.indicator_count, 0, 0, 0) * sizeof *plan.cells);
    each_observation(&plan, eyes, take_figures);
    for (int i = 0; i < plan.indicator_count; i++)
        for (int p = 0; p < plan.period_count; p++)
            for (int g = 0; g < plan.group_count; g++)
                derive(&plan, i, p, g);
    return plan;
}

static void write_row(FILE *file, const struct plan *plan, const struct sheet *sheet, size_t row)
{
    int numerator = sheet_column(sheet, "tæller");
    int indicator = plan_indicator(plan, field(sheet, row, "indikator"));
    for (int i = 0; i < (int)sheet->column_count; i++) {
        const char *text = sheet_text(sheet, row, i);
        if (row && i == numerator && *text) {
            const struct cell *cell =
                plan_cell(plan, indicator, plan_area(plan, field(sheet, row, "område")),
                          plan_period(plan, field(sheet, row, "periode")),
                          plan_group(plan, field(sheet, row, "gruppe")));
            long tenths = lround(10 * cell->count);
            text = tenths % 10 ? keep_format("%ld,%ld", tenths / 10, tenths % 10)
                               : keep_format("%ld", tenths / 10);
        }
        fprintf(file, "%s%s", i ? ";" : "", text);
    }
    fputc('\n', file);
}

void plan_write_counts(const struct plan *plan, const char *folder)
{
    struct sheet sheet = read_part(plan, "observationer/antal.csv");
    FILE *file = fopen(keep_format("%s/observationer/antal.csv", folder), "w");
    for (size_t row = 0; file && row < sheet.row_count; row++)
        write_row(file, plan, &sheet, row);
    if (file)
        fclose(file);
}
