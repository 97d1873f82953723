/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * run_cases FOLDER: runs the reference cases of a folder with cases.csv, inputs.csv and
 * expected.csv, and skip.csv and hT.csv where they are there. A quantity passes where
 * |got - expected| <= abs + rel |expected|, or where both are not available. A quantity that
 * skip.csv names is compared only if an adapter reports it. Ends with
 * `N passed, N failed, N skipped`; exit status 1 if a case failed, 2 if the folder cannot be read.
 */
#include "cases.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/arena.h"
#include "pejling/stats/distribution.h"

#define NAME_BYTES 80

/* --- CSV: rows of fields, quotes doubled inside quotes ---------------------------------------- */

struct row {
    size_t count;
    const char **fields;
};

struct table {
    size_t count, capacity;
    struct row *rows; /* the header first */
};

static char *read_whole(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t used = 0, capacity = (size_t)1 << 16;
    char *text = arena_alloc(arena, capacity, 1);
    for (size_t got; (got = fread(text + used, 1, capacity - used - 1, file)) > 0;) {
        used += got;
        if (capacity - used > 1)
            continue;
        char *larger = arena_alloc(arena, capacity * 2, 1);
        memcpy(larger, text, used);
        text = larger;
        capacity *= 2;
    }
    fclose(file);
    text[used] = '\0';
    return text;
}

/* Cuts one field off, in place; returns what stands behind it, at its separator or line end. */
static char *cut_field(char *at, const char **field)
{
    char *to = at;
    *field = at;
    bool quoted = *at == '"';
    if (quoted)
        at++;
    while (*at) {
        if (quoted && at[0] == '"' && at[1] == '"') {
            at++;
        } else if (quoted && *at == '"') {
            quoted = false;
            at++;
            continue;
        } else if (!quoted && (*at == ',' || *at == '\n' || *at == '\r')) {
            break;
        }
        *to++ = *at++;
    }
    char *rest = at;
    if (to < rest)
        *to = '\0';
    return rest;
}

static struct table *read_table(struct arena *arena, const char *folder, const char *name)
{
    char *text = read_whole(arena, arena_printf(arena, "%s/%s", folder, name));
    if (!text)
        return NULL;
    struct table *table = arena_alloc(arena, 1, sizeof *table);
    for (char *at = text; *at;) {
        struct row row = {0};
        size_t capacity = 0;
        char end;
        do {
            row.fields = arena_grow(arena, row.fields, row.count, &capacity, sizeof *row.fields);
            char *rest = cut_field(at, &row.fields[row.count++]);
            end = *rest;
            *rest = '\0';
            at = end ? rest + 1 : rest;
            if (end == '\r' && *at == '\n')
                at++;
        } while (end == ',');
        table->rows = arena_grow(arena, table->rows, table->count, &table->capacity, sizeof row);
        table->rows[table->count++] = row;
    }
    return table;
}

/* The field under a header name; "" where the row or the table has none. */
static const char *field(const struct table *table, size_t row, const char *name)
{
    const struct row *header = &table->rows[0];
    for (size_t i = 0; i < header->count; i++)
        if (strcmp(header->fields[i], name) == 0)
            return i < table->rows[row].count ? table->rows[row].fields[i] : "";
    return "";
}

/* --- one case ----------------------------------------------------------------------------------*/

enum report_kind { REPORT_NUMBER, REPORT_WORD, REPORT_WITHHELD };

struct report {
    char quantity[NAME_BYTES];
    enum report_kind kind;
    double value;
    const char *word;
};

struct folder {
    struct table *cases, *inputs, *expected, *skip;
    const struct case_h_table *h;
};

struct case_run {
    struct arena *arena;
    const struct folder *folder;
    const char *id, *function;
    double abs, rel;
    size_t count, capacity;
    struct report *reports;
};

static bool is_missing(const char *text)
{
    return strcmp(text, "NA") == 0 || strcmp(text, "null") == 0;
}

static double read_number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return end == text || *end ? (double)NAN : value;
}

/* The row of inputs.csv with element `index` of an input; 0 where there is none. */
static size_t find_input(const struct case_run *run, const char *name, size_t index)
{
    const struct table *inputs = run->folder->inputs;
    for (size_t i = 1; i < inputs->count; i++)
        if (strcmp(inputs->rows[i].fields[0], run->id) == 0 &&
            strcmp(field(inputs, i, "name"), name) == 0 &&
            strtoul(field(inputs, i, "index"), NULL, 10) == index)
            return i;
    return 0;
}

bool case_has(const struct case_run *run, const char *name)
{
    return find_input(run, name, 1) > 0;
}

const char *case_word(const struct case_run *run, const char *name)
{
    size_t row = find_input(run, name, 1);
    return row ? field(run->folder->inputs, row, "value") : "";
}

double case_number(const struct case_run *run, const char *name)
{
    return read_number(case_word(run, name));
}

struct case_vector case_vector(struct case_run *run, const char *name)
{
    const struct table *inputs = run->folder->inputs;
    size_t n = 0;
    for (size_t i = 1; i < inputs->count; i++)
        if (strcmp(inputs->rows[i].fields[0], run->id) == 0 &&
            strcmp(field(inputs, i, "name"), name) == 0)
            n++;
    double *values = arena_alloc(run->arena, n ? n : 1, sizeof *values);
    size_t at = 0;
    for (size_t i = 1; i < inputs->count && at < n; i++)
        if (strcmp(inputs->rows[i].fields[0], run->id) == 0 &&
            strcmp(field(inputs, i, "name"), name) == 0)
            values[at++] = read_number(field(inputs, i, "value"));
    return (struct case_vector){n, values};
}

const struct case_h_table *case_h_table(const struct case_run *run)
{
    return run->folder->h;
}

static struct report *add_report(struct case_run *run, enum report_kind kind)
{
    run->reports =
        arena_grow(run->arena, run->reports, run->count, &run->capacity, sizeof *run->reports);
    struct report *report = &run->reports[run->count++];
    report->kind = kind;
    return report;
}

void case_give(struct case_run *run, double value, const char *quantity, ...)
{
    struct report *report = add_report(run, REPORT_NUMBER);
    report->value = value;
    va_list arguments;
    va_start(arguments, quantity);
    vsnprintf(report->quantity, sizeof report->quantity, quantity, arguments);
    va_end(arguments);
}

void case_withhold(struct case_run *run, const char *quantity, ...)
{
    struct report *report = add_report(run, REPORT_WITHHELD);
    va_list arguments;
    va_start(arguments, quantity);
    vsnprintf(report->quantity, sizeof report->quantity, quantity, arguments);
    va_end(arguments);
}

void case_give_word(struct case_run *run, const char *word, const char *quantity)
{
    struct report *report = add_report(run, REPORT_WORD);
    report->word = word;
    snprintf(report->quantity, sizeof report->quantity, "%s", quantity);
}

void case_give_if(struct case_run *run, bool available, double value, const char *quantity)
{
    if (available)
        case_give(run, value, "%s", quantity);
    else
        case_withhold(run, "%s", quantity);
}

void case_give_value(struct case_run *run, struct estimate estimate, const char *quantity)
{
    case_give_if(run, estimate.state != ESTIMATE_UNDEFINED, estimate.value, quantity);
}

void case_give_limits(struct case_run *run, struct estimate estimate, double factor,
                      const char *lower, const char *upper)
{
    bool there = estimate.state == ESTIMATE_INTERVAL;
    case_give_if(run, there && !isinf(estimate.lower), estimate.lower * factor, lower);
    case_give_if(run, there && !isinf(estimate.upper), estimate.upper * factor, upper);
}

/* --- comparing ---------------------------------------------------------------------------------*/

static const struct report *find_report(const struct case_run *run, const char *quantity)
{
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->reports[i].quantity, quantity) == 0)
            return &run->reports[i];
    return NULL;
}

/* Whether skip.csv names the quantity; a `*` at the end of a pattern stands for anything. */
static bool is_skipped(const struct case_run *run, const char *quantity)
{
    const struct table *skip = run->folder->skip;
    for (size_t i = 1; skip && i < skip->count; i++) {
        if (strcmp(field(skip, i, "function"), run->function) != 0)
            continue;
        const char *pattern = field(skip, i, "quantity");
        size_t length = strcspn(pattern, "*");
        if (pattern[length] ? strncmp(pattern, quantity, length) == 0
                            : strcmp(pattern, quantity) == 0)
            return true;
    }
    return false;
}

static bool report_agrees(const struct case_run *run, const struct report *report,
                          const char *expected)
{
    double number = read_number(expected);
    switch (report->kind) {
    case REPORT_WITHHELD:
        return is_missing(expected);
    case REPORT_WORD:
        return strcmp(report->word, expected) == 0;
    case REPORT_NUMBER:
        break;
    }
    return isfinite(report->value) &&
           fabs(report->value - number) <= run->abs + run->rel * fabs(number);
}

static void print_failure(const struct case_run *run, const char *quantity, const char *expected)
{
    const struct report *report = find_report(run, quantity);
    printf("FAILED %s %s %s: expected %s, got ", run->id, run->function, quantity, expected);
    if (!report)
        printf("nothing\n");
    else if (report->kind == REPORT_NUMBER)
        printf("%.15g\n", report->value);
    else
        printf("%s\n", report->kind == REPORT_WORD ? report->word : "not available");
}

static const struct case_function *find_function(const char *name)
{
    const struct case_function *const lists[] = {case_functions_a, case_functions_b};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct case_function *function = lists[i]; function->name; function++)
            if (strcmp(function->name, name) == 0)
                return function;
    return NULL;
}

enum outcome { PASSED, FAILED, SKIPPED, OUTCOMES };

static enum outcome run_case(struct case_run *run)
{
    const struct case_function *function = find_function(run->function);
    if (function)
        function->run(run);
    const struct table *expected = run->folder->expected;
    size_t compared = 0, wrong = 0;
    for (size_t i = 1; i < expected->count; i++) {
        if (strcmp(expected->rows[i].fields[0], run->id) != 0)
            continue;
        const char *quantity = field(expected, i, "quantity");
        const char *value = field(expected, i, "value");
        const struct report *report = find_report(run, quantity);
        if (!report && is_skipped(run, quantity))
            continue;
        compared++;
        if (report && report_agrees(run, report, value))
            continue;
        print_failure(run, quantity, value);
        wrong++;
    }
    return wrong ? FAILED : compared ? PASSED : SKIPPED;
}

/* --- the folder --------------------------------------------------------------------------------*/

static const struct case_h_table *read_h_table(struct arena *arena, const char *folder)
{
    const struct table *table = read_table(arena, folder, "hT.csv");
    if (!table || table->count < 2 || table->rows[0].count < 2)
        return NULL;
    struct case_h_table *h = arena_alloc(arena, 1, sizeof *h);
    h->rows = table->count - 1;
    h->columns = table->rows[0].count - 1;
    double *rho = arena_alloc(arena, h->rows, sizeof *rho);
    double *periods = arena_alloc(arena, h->columns, sizeof *periods);
    double *values = arena_alloc(arena, h->rows * h->columns, sizeof *values);
    for (size_t j = 0; j < h->columns; j++)
        periods[j] = read_number(table->rows[0].fields[j + 1]);
    for (size_t i = 0; i < h->rows; i++) {
        const struct row *row = &table->rows[i + 1];
        rho[i] = read_number(row->fields[0]);
        for (size_t j = 0; j < h->columns; j++)
            values[i * h->columns + j] =
                j + 1 < row->count ? read_number(row->fields[j + 1]) : (double)NAN;
    }
    h->rho = rho;
    h->periods = periods;
    h->values = values;
    return h;
}

static int run_folder(struct arena *arena, const struct folder *folder)
{
    size_t counts[OUTCOMES] = {0};
    for (size_t i = 1; i < folder->cases->count; i++) {
        if (!*folder->cases->rows[i].fields[0])
            continue; /* an empty last line */
        struct case_run run = {
            .arena = arena,
            .folder = folder,
            .id = folder->cases->rows[i].fields[0],
            .function = field(folder->cases, i, "function"),
            .abs = read_number(field(folder->cases, i, "tol_abs")),
            .rel = read_number(field(folder->cases, i, "tol_rel")),
        };
        counts[run_case(&run)]++;
    }
    printf("%zu passed, %zu failed, %zu skipped\n", counts[PASSED], counts[FAILED],
           counts[SKIPPED]);
    return counts[FAILED] || !counts[PASSED] ? 1 : 0;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: run_cases FOLDER\n");
        return 2;
    }
    distribution_start();
    struct arena *arena = arena_new();
    struct folder folder = {
        .cases = read_table(arena, argv[1], "cases.csv"),
        .inputs = read_table(arena, argv[1], "inputs.csv"),
        .expected = read_table(arena, argv[1], "expected.csv"),
        .skip = read_table(arena, argv[1], "skip.csv"),
        .h = read_h_table(arena, argv[1]),
    };
    int status = 2;
    if (folder.cases && folder.inputs && folder.expected)
        status = run_folder(arena, &folder);
    else
        fprintf(stderr, "%s: cases.csv, inputs.csv or expected.csv cannot be read\n", argv[1]);
    arena_free(arena);
    return status;
}
