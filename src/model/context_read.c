/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/context_read.h"

#include <string.h>
#include <unistd.h>

#include "pejling/model/lookup.h"

struct context_file {
    struct diagnostics *diagnostics;
    struct catalogue *catalogue;
    size_t capacity;
};

enum { BREAK_INDICATOR, BREAK_AREA, BREAK_PERIOD, BREAK_CAUSE, BREAK_COLUMNS };

static const struct csv_column break_columns[BREAK_COLUMNS] = {
    [BREAK_INDICATOR] = {"indikator", true},
    [BREAK_AREA] = {"område", true},
    [BREAK_PERIOD] = {"periode", true},
    [BREAK_CAUSE] = {"årsag", true},
};

/* A break may be given as a year or a date whatever the indicator's periods are. */
static bool read_break_time(struct diagnostics *diagnostics, const struct csv_field *field,
                            double *time)
{
    struct period period;
    if (!field_period(diagnostics, field, PROBLEM_INPUT, &period))
        return false;
    if (period.kind == PERIOD_UNKNOWN) {
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                           "et databrud skal have en periode · skriv den første periode efter det",
                           "a break must have a period · write the first one after it");
        return false;
    }
    *time = period_start(period);
    return true;
}

static void read_break(void *context, const struct csv_row *row)
{
    struct context_file *file = context;
    struct diagnostics *diagnostics = file->diagnostics;
    struct catalogue *catalogue = file->catalogue;
    struct series_break found = {0};
    size_t before = diagnostics->count;
    found.indicator =
        lookup_indicator(diagnostics, catalogue, PROBLEM_INPUT, &row->fields[BREAK_INDICATOR]);
    if (!field_is_blank(&row->fields[BREAK_AREA]))
        found.area = lookup_area(diagnostics, catalogue, PROBLEM_INPUT, &row->fields[BREAK_AREA]);
    read_break_time(diagnostics, &row->fields[BREAK_PERIOD], &found.time);
    field_text(diagnostics, &row->fields[BREAK_CAUSE], PROBLEM_INPUT, &found.cause);
    if (diagnostics->count > before)
        return;
    catalogue->breaks = arena_grow(diagnostics->arena, catalogue->breaks, catalogue->break_count,
                                   &file->capacity, sizeof *catalogue->breaks);
    catalogue->breaks[catalogue->break_count++] = found;
}

enum { TARGET_INDICATOR, TARGET_AREA, TARGET_PERIOD, TARGET_VALUE, TARGET_COLUMNS };

static const struct csv_column target_columns[TARGET_COLUMNS] = {
    [TARGET_INDICATOR] = {"indikator", true},
    [TARGET_AREA] = {"område", true},
    [TARGET_PERIOD] = {"periode", true},
    [TARGET_VALUE] = {"mål", true},
};

/* One target for one thing: with two, neither says what the board wants to reach. */
static bool is_double(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                      const struct target *target, struct location at)
{
    for (size_t i = 0; i < catalogue->target_count; i++) {
        const struct target *other = &catalogue->targets[i];
        if (other->indicator != target->indicator || other->area != target->area ||
            period_compare(other->period, target->period) != 0)
            continue;
        diagnostics_report(diagnostics, PROBLEM_INPUT, at,
                           "der er allerede et mål for »%s« i »%s« i den periode · slet det ene",
                           "there is a target for »%s« in »%s« in that period already · delete one "
                           "of them",
                           target->indicator->code, target->area->code);
        return true;
    }
    return false;
}

static void read_target(void *context, const struct csv_row *row)
{
    struct context_file *file = context;
    struct diagnostics *diagnostics = file->diagnostics;
    struct catalogue *catalogue = file->catalogue;
    struct target target = {.at = row->at};
    const struct csv_field *value = &row->fields[TARGET_VALUE];
    size_t before = diagnostics->count;
    target.indicator =
        lookup_indicator(diagnostics, catalogue, PROBLEM_INPUT, &row->fields[TARGET_INDICATOR]);
    target.area = lookup_area(diagnostics, catalogue, PROBLEM_INPUT, &row->fields[TARGET_AREA]);
    field_period(diagnostics, &row->fields[TARGET_PERIOD], PROBLEM_INPUT, &target.period);
    if (field_is_blank(value))
        field_report_number(diagnostics, value, PROBLEM_INPUT, NUMBER_NOT_A_NUMBER);
    field_number(diagnostics, value, PROBLEM_INPUT, NUMBER_VALUE, &target.value);
    if (diagnostics->count > before ||
        is_double(diagnostics, catalogue, &target, csvrecords_at(&row->fields[TARGET_PERIOD])))
        return;
    catalogue->targets = arena_grow(diagnostics->arena, catalogue->targets, catalogue->target_count,
                                    &file->capacity, sizeof *catalogue->targets);
    catalogue->targets[catalogue->target_count++] = target;
}

enum {
    THEORY_FOCUS_AREA,
    THEORY_ACTIVITY,
    THEORY_HORIZON,
    THEORY_RESULT,
    THEORY_INDICATOR,
    THEORY_EXPECTED,
    THEORY_COLUMNS
};

static const struct csv_column theory_columns[THEORY_COLUMNS] = {
    [THEORY_FOCUS_AREA] = {"indsatsområde", true},
    [THEORY_ACTIVITY] = {"aktivitet", true},
    [THEORY_HORIZON] = {"sigt", true},
    [THEORY_RESULT] = {"forventet_resultat", true},
    [THEORY_INDICATOR] = {"indikator", false},
    [THEORY_EXPECTED] = {"forventet_retning", false},
};

static const char *const horizon_names[] = {
    [HORIZON_SHORT] = "kort", [HORIZON_MIDDLE] = "mellemlang", [HORIZON_LONG] = "lang", NULL};

static const char *const expected_names[] = {
    [POLARITY_NEUTRAL] = "neutral", [POLARITY_UP] = "op", [POLARITY_DOWN] = "ned", NULL};

static void read_theory(void *context, const struct csv_row *row)
{
    struct context_file *file = context;
    struct diagnostics *diagnostics = file->diagnostics;
    struct catalogue *catalogue = file->catalogue;
    const struct csv_field *f = row->fields;
    struct theory_step step = {0};
    int horizon = HORIZON_SHORT, expected = POLARITY_NEUTRAL;
    size_t before = diagnostics->count;
    field_text(diagnostics, &f[THEORY_FOCUS_AREA], PROBLEM_INPUT, &step.focus_area);
    field_text(diagnostics, &f[THEORY_ACTIVITY], PROBLEM_INPUT, &step.activity);
    field_text(diagnostics, &f[THEORY_RESULT], PROBLEM_INPUT, &step.expected_result);
    const char *written;
    if (field_text(diagnostics, &f[THEORY_HORIZON], PROBLEM_INPUT, &written))
        field_choice(diagnostics, &f[THEORY_HORIZON], PROBLEM_INPUT, horizon_names, &horizon);
    field_choice(diagnostics, &f[THEORY_EXPECTED], PROBLEM_INPUT, expected_names, &expected);
    if (!field_is_blank(&f[THEORY_INDICATOR]))
        step.indicator =
            lookup_indicator(diagnostics, catalogue, PROBLEM_INPUT, &f[THEORY_INDICATOR]);
    if (diagnostics->count > before)
        return;
    step.horizon = (enum horizon)horizon;
    step.expected = (enum polarity)expected;
    catalogue->theory = arena_grow(diagnostics->arena, catalogue->theory, catalogue->theory_count,
                                   &file->capacity, sizeof *catalogue->theory);
    catalogue->theory[catalogue->theory_count++] = step;
}

static void read_optional(struct context_file context, const char *folder, const char *name,
                          const struct csv_format *format)
{
    struct input_file file = {arena_printf(context.diagnostics->arena, "%s/%s", folder, name), name,
                              PROBLEM_INPUT};
    if (access(file.path, F_OK) == 0)
        csvfile_read(context.diagnostics, &file, format, &context);
}

void context_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue)
{
    const struct csv_format breaks = {break_columns, BREAK_COLUMNS, read_break};
    const struct csv_format targets = {target_columns, TARGET_COLUMNS, read_target};
    const struct csv_format theory = {theory_columns, THEORY_COLUMNS, read_theory};
    struct context_file context = {diagnostics, catalogue, catalogue->break_count};
    read_optional(context, folder, "brud.csv", &breaks);
    context.capacity = 0;
    read_optional(context, folder, "maaltal.csv", &targets);
    read_optional(context, folder, "forandringsteori.csv", &theory);
}
