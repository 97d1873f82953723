/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/calibration_read.h"

#include <string.h>
#include <unistd.h>

#include "pejling/input/field.h"

#define FILE_NAME "kalibrering.csv"

enum {
    PANEL,
    REPLICATES,
    SEED,
    SCOPE,
    INDICATOR,
    CORRELATION,
    RHO,
    SLOPE,
    SERIES,
    MOVED,
    MOVED_ERROR,
    RIGHT,
    WRONG,
    UNDETERMINED,
    FIRM,
    FIRM_RIGHT,
    FIRM_WRONG,
    COLUMNS
};

static const struct csv_column columns[COLUMNS] = {
    [PANEL] = {"panel", true},
    [REPLICATES] = {"gentagelser", true},
    [SEED] = {"frø", true},
    [SCOPE] = {"omfang", true},
    [INDICATOR] = {"indikator", true},
    [CORRELATION] = {"sammenhæng", true},
    [RHO] = {"rho", true},
    [SLOPE] = {"hældning", true},
    [SERIES] = {"serier", true},
    [MOVED] = {"bevæget", true},
    [MOVED_ERROR] = {"usikkerhed", true},
    [RIGHT] = {"rigtig_vej", true},
    [WRONG] = {"forkert_vej", true},
    [UNDETERMINED] = {"uafgjort", true},
    [FIRM] = {"sikker", true},
    [FIRM_RIGHT] = {"sikker_rigtig_vej", true},
    [FIRM_WRONG] = {"sikker_forkert_vej", true},
};

const char *const *calibration_scope_names(void)
{
    static const char *const names[] = {[CALIBRATION_ALL] = "alle",
                                        [CALIBRATION_STOCK] = "bestand",
                                        [CALIBRATION_FLOW] = "strøm",
                                        [CALIBRATION_INDICATOR] = "indikator",
                                        NULL};
    return names;
}

const char *const *calibration_rho_names(void)
{
    static const char *const names[] = {[CALIBRATION_RHO_NONE] = "ingen",
                                        [CALIBRATION_RHO_POOLED] = "skønnet",
                                        [CALIBRATION_RHO_HIGH] = "høj",
                                        NULL};
    return names;
}

struct reading {
    struct diagnostics *diagnostics;
    struct calibrations calibrations;
};

/* A number that must be there. */
static double number(struct reading *reading, const struct csv_field *field, enum number_kind kind)
{
    double value = 0;
    if (field_is_blank(field))
        field_report_number(reading->diagnostics, field, PROBLEM_INPUT, NUMBER_NOT_A_NUMBER);
    field_number(reading->diagnostics, field, PROBLEM_INPUT, kind, &value);
    return value;
}

/* The same of a whole number; 0 for one below it, which no count is. */
static unsigned long whole(struct reading *reading, const struct csv_field *field)
{
    double value = number(reading, field, NUMBER_COUNT);
    return value > 0 ? (unsigned long)value : 0;
}

/* A choice that must be there; the first where it is not. */
static int choice(struct reading *reading, const struct csv_field *field, const char *const *names)
{
    int chosen = 0;
    const char *written;
    if (field_text(reading->diagnostics, field, PROBLEM_INPUT, &written))
        field_choice(reading->diagnostics, field, PROBLEM_INPUT, names, &chosen);
    return chosen;
}

static struct calibration_rates rates_of(struct reading *reading, const struct csv_field *f)
{
    struct calibration_rates rates = {
        .scope = (enum calibration_scope)choice(reading, &f[SCOPE], calibration_scope_names()),
        .correlation =
            (enum calibration_rho)choice(reading, &f[CORRELATION], calibration_rho_names()),
        .has_rho = !field_is_blank(&f[RHO]),
        .slope = (int)whole(reading, &f[SLOPE]),
        .series = whole(reading, &f[SERIES]),
        .moved = number(reading, &f[MOVED], NUMBER_VALUE),
        .moved_error = number(reading, &f[MOVED_ERROR], NUMBER_VALUE),
        .right = number(reading, &f[RIGHT], NUMBER_VALUE),
        .wrong = number(reading, &f[WRONG], NUMBER_VALUE),
        .undetermined = number(reading, &f[UNDETERMINED], NUMBER_VALUE),
        .firm = number(reading, &f[FIRM], NUMBER_VALUE),
        .firm_right = number(reading, &f[FIRM_RIGHT], NUMBER_VALUE),
        .firm_wrong = number(reading, &f[FIRM_WRONG], NUMBER_VALUE),
    };
    field_number(reading->diagnostics, &f[RHO], PROBLEM_INPUT, NUMBER_VALUE, &rates.rho);
    rates.indicator = "";
    if (rates.scope == CALIBRATION_INDICATOR)
        field_code(reading->diagnostics, &f[INDICATOR], PROBLEM_INPUT, &rates.indicator);
    return rates;
}

static struct calibration *find(const struct calibrations *calibrations, const char *panel)
{
    for (size_t i = 0; i < calibrations->count; i++)
        if (strcmp(calibrations->items[i].panel, panel) == 0)
            return &calibrations->items[i];
    return NULL;
}

static void read_row(void *context, const struct csv_row *row)
{
    struct reading *reading = context;
    struct calibrations *all = &reading->calibrations;
    struct arena *arena = reading->diagnostics->arena;
    size_t before = reading->diagnostics->count;
    struct calibration head = {0};
    field_code(reading->diagnostics, &row->fields[PANEL], PROBLEM_INPUT, &head.panel);
    head.replicates = whole(reading, &row->fields[REPLICATES]);
    head.seed = whole(reading, &row->fields[SEED]);
    struct calibration_rates rates = rates_of(reading, row->fields);
    if (reading->diagnostics->count > before)
        return;
    struct calibration *calibration = find(all, head.panel);
    if (!calibration) {
        all->items = arena_grow(arena, all->items, all->count, &all->capacity, sizeof head);
        calibration = &all->items[all->count++];
        *calibration = head;
    }
    calibration->rates = arena_grow(arena, calibration->rates, calibration->count,
                                    &calibration->capacity, sizeof rates);
    calibration->rates[calibration->count++] = rates;
}

struct calibrations calibration_read(struct diagnostics *diagnostics, const char *folder)
{
    const struct csv_format format = {columns, COLUMNS, read_row};
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/%s", folder, FILE_NAME),
                                    FILE_NAME, PROBLEM_INPUT};
    struct reading reading = {.diagnostics = diagnostics};
    if (access(file.path, F_OK) == 0)
        csvfile_read(diagnostics, &file, &format, &reading);
    return reading.calibrations;
}

const struct calibration *calibration_of(const struct calibrations *calibrations, const char *panel)
{
    return find(calibrations, panel);
}

const struct calibration_rates *calibration_rates(const struct calibration *calibration,
                                                  struct calibration_query query)
{
    for (size_t i = 0; i < calibration->count; i++) {
        const struct calibration_rates *rates = &calibration->rates[i];
        bool same = rates->scope == query.scope && rates->correlation == query.correlation &&
                    rates->slope == query.slope;
        if (same && (query.scope != CALIBRATION_INDICATOR ||
                     strcmp(rates->indicator, query.indicator) == 0))
            return rates;
    }
    return NULL;
}
