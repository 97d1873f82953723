/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulate.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

#include "pejling/base/arena.h"
#include "pejling/base/fault.h"
#include "pejling/base/number.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define HIGH_RHO 0.6
#define LEAST_SHARE 0.0005
#define NEARLY_NORMAL 25 /* the variance of a count from which its quantiles come from moments */

/* One cell to be drawn. */
struct simulated_cell {
    size_t at;           /* in the table */
    double size;         /* persons, answers or events' base drawn here */
    const size_t *parts; /* of a municipality: the cells of its areas in that period */
    size_t part_count;
};

/* The cells of one indicator in one area that are drawn together. */
struct simulated_line {
    const struct indicator *indicator;
    struct simulated_cell *cells;
    size_t count;
    double level, tau, slope, middle; /* in the indicator's display unit; slope of one delta */
};

/* --- counts ----------------------------------------------------------------------------------- */
/* The count with probability normal_below(z) below it, from three moments (Cornish and Fisher). */
static double count_from_moments(double z, double mean, double variance, double skewness)
{
    return floor(mean + sqrt(variance) * (z + skewness * (z * z - 1) / 6) + 0.5);
}

/*
 * The same by adding up probabilities, from `first` for 0, each (top - k) / (k + 1) * step of the
 * one before; a Poisson count has no top, and step / (k + 1).
 */
static double count_by_adding(double z, double first, double top, double step)
{
    double below = normal_below(z), sum = first, probability = first, k = 0;
    while (sum < below && k < top && probability > 0) {
        probability *= (isinf(top) ? step : (top - k) * step) / (k + 1);
        sum += probability;
        k++;
    }
    return k;
}

static double binomial_count(double z, double n, double p)
{
    if (p > 0.5)
        return n - binomial_count(-z, n, 1 - p);
    double variance = n * p * (1 - p);
    if (variance < NEARLY_NORMAL)
        return count_by_adding(z, pow(1 - p, n), n, p / (1 - p));
    double count = count_from_moments(z, n * p, variance, (1 - 2 * p) / sqrt(variance));
    return fmin(fmax(count, 0), n);
}

static double poisson_count(double z, double mean)
{
    if (mean < NEARLY_NORMAL)
        return count_by_adding(z, exp(-mean), HUGE_VAL, mean);
    return fmax(0, count_from_moments(z, mean, mean, 1 / sqrt(mean)));
}

/* --- drawing ---------------------------------------------------------------------------------- */
/* A figure of `size` persons where `level` is the truth, and z their luck. */
static double draw_value(const struct released_cell *cell, double size, double level, double z)
{
    double factor = cell->indicator->factor, share, count;
    switch (cell->indicator->measure) {
    case MEASURE_SHARE:
    case MEASURE_SURVEY:
        share = fmin(fmax(level / factor, LEAST_SHARE), 1 - LEAST_SHARE);
        if (isinf(size))
            return factor * share;
        count = fmax(1, round(size));
        return factor * binomial_count(z, count, share) / count;
    case MEASURE_RATE:
        return factor * poisson_count(z, fmax(level / factor, LEAST_SHARE / factor) * size) / size;
    case MEASURE_MEAN:
        return level + (cell->spread > 0 ? z * cell->spread / sqrt(size) : 0);
    case MEASURE_VALUE:
        break;
    }
    return level;
}

/* A municipality is its areas, as drawn already, and everybody else. */
static double with_parts(const struct released_cell *cells, const struct simulated_cell *to_draw,
                         double value)
{
    double persons = to_draw->size, sum = to_draw->size * value;
    if (to_draw->part_count == 0)
        return value;
    for (size_t i = 0; i < to_draw->part_count; i++) {
        const struct released_cell *part = &cells[to_draw->parts[i]];
        persons += part->denominator;
        sum += part->denominator * part->value;
    }
    return sum / persons;
}

static void put(const struct released_table *table, struct released_cell *cell, double value)
{
    const struct indicator *indicator = cell->indicator;
    bool rounded = table->edition == EDITION_SHARED && indicator->measure != MEASURE_VALUE;
    cell->value = rounded ? number_round(value, indicator->decimals) : value;
    if (cell->has_numerator)
        cell->numerator = value / indicator->factor * cell->denominator;
}

static void draw_line(const struct simulator *simulator, const struct simulated_line *line,
                      struct scenario scenario, const gsl_rng *random)
{
    struct released_cell *cells = (struct released_cell *)simulator->table.cells;
    double rho = simulator->rho[line->indicator->accrual][scenario.rho];
    double year = 0, luck = 0, last = 0;
    for (size_t i = 0; i < line->count; i++) {
        struct released_cell *cell = &cells[line->cells[i].at];
        double carried = i ? pow(rho, cell->time - last) : 0;
        double fresh = sqrt((1 - carried) * (1 + carried));
        year = carried * year + fresh * gsl_ran_ugaussian(random);
        luck = carried * luck + fresh * gsl_ran_ugaussian(random);
        last = cell->time;
        double level = line->level + line->tau * year +
                       scenario.slope * line->slope * (cell->time - line->middle);
        double value = draw_value(cell, line->cells[i].size, level, luck);
        put(&simulator->table, cell, with_parts(cells, &line->cells[i], value));
    }
}

void simulator_draw(struct simulator *simulator, struct scenario scenario, unsigned long seed)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    fault_unless(random != NULL, "gsl_rng_alloc");
    gsl_rng_set(random, seed);
    for (size_t i = 0; i < simulator->line_count; i++)
        draw_line(simulator, &simulator->lines[i], scenario, random);
    gsl_rng_free(random);
}

/* --- preparing -------------------------------------------------------------------------------- */
struct preparation {
    struct arena *arena;
    const struct released_table *table; /* the real one */
    struct judged_series *judged;
    struct simulated_line *lines;
    size_t judged_count, judged_capacity, line_count, line_capacity;
};

static bool is_counted(const struct indicator *indicator)
{
    return indicator->measure == MEASURE_SHARE || indicator->measure == MEASURE_RATE;
}

static double size_of(const struct released_cell *cell)
{
    if (cell->indicator->measure == MEASURE_VALUE)
        return 1;
    if (cell->indicator->measure != MEASURE_SURVEY)
        return cell->denominator;
    return survey_effective_answers(cell->denominator, cell->design_effect, cell->population);
}

/* The cells of the areas inside a municipality in one period; of their total if none is there. */
static void find_parts(struct preparation *p, const struct released_cell *cell,
                       struct simulated_cell *out)
{
    const struct catalogue *catalogue = p->table->catalogue;
    size_t *parts = arena_alloc(p->arena, catalogue->area_count, sizeof *parts);
    out->parts = parts;
    for (int role = 0; role < 2 && out->part_count == 0; role++)
        for (size_t i = 0; i < catalogue->area_count; i++) {
            const struct area *area = &catalogue->areas[i];
            if (area->role != (role ? AREA_TOTAL : AREA_ESTATE) || area->part_of != cell->area)
                continue;
            const struct released_cell *part =
                released_cell(p->table, cell->indicator, area, cell->period);
            if (part && part->release == RELEASE_OPEN)
                parts[out->part_count++] = (size_t)(part - p->table->cells);
        }
}

static void add_cell(struct preparation *p, struct simulated_line *line,
                     const struct released_cell *cell)
{
    struct simulated_cell *out = &line->cells[line->count++];
    enum measure measure = cell->indicator->measure;
    out->at = (size_t)(cell - p->table->cells);
    out->size = size_of(cell);
    line->middle += cell->time;
    if (cell->area->role != AREA_MUNICIPALITY || measure == MEASURE_SURVEY ||
        measure == MEASURE_VALUE)
        return;
    find_parts(p, cell, out);
    for (size_t i = 0; i < out->part_count; i++)
        out->size -= p->table->cells[out->parts[i]].denominator;
    out->size = fmax(out->size, 1);
}

/* What the line's figures are together, without the parts that are drawn by themselves. */
static double level_of(const struct preparation *p, const struct simulated_line *line)
{
    double size = 0, sum = 0, factor = line->indicator->factor;
    for (size_t i = 0; i < line->count; i++) {
        const struct simulated_cell *cell = &line->cells[i];
        double n = fmin(cell->size, 1e12), amount = n;
        for (size_t j = 0; j < cell->part_count; j++)
            amount += p->table->cells[cell->parts[j]].denominator;
        sum += amount * p->table->cells[cell->at].value;
        for (size_t j = 0; j < cell->part_count; j++)
            sum -=
                p->table->cells[cell->parts[j]].denominator * p->table->cells[cell->parts[j]].value;
        size += n;
    }
    if (!is_counted(line->indicator) && line->indicator->measure != MEASURE_SURVEY)
        return sum / size;
    return factor * (sum / factor + 0.5) /
           (size + (line->indicator->measure == MEASURE_RATE ? 0 : 1));
}

static struct simulated_line *new_line(struct preparation *p, const struct indicator *indicator,
                                       size_t room)
{
    p->lines = arena_grow(p->arena, p->lines, p->line_count, &p->line_capacity, sizeof *p->lines);
    struct simulated_line *line = &p->lines[p->line_count++];
    *line = (struct simulated_line){.indicator = indicator};
    line->cells = arena_alloc(p->arena, room, sizeof *line->cells);
    return line;
}

static void finish_line(const struct preparation *p, struct simulated_line *line)
{
    line->middle /= (double)line->count;
    line->level = level_of(p, line);
}

/* How much of a municipality an area makes up, and so holds its gap to it back. */
static double share_of(const struct gap_series *series)
{
    double area = 0, whole = 0;
    enum measure measure = series->indicator->measure;
    if (series->comparator->role != AREA_MUNICIPALITY || measure == MEASURE_SURVEY ||
        measure == MEASURE_VALUE)
        return 0;
    for (size_t i = 0; i < series->year_count; i++)
        if (series->years[i].open) {
            area += series->years[i].cell->denominator;
            whole += series->years[i].other->denominator;
        }
    return whole > area ? area / whole : 0;
}

static void add_series(struct preparation *p, const struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    struct simulated_line *line = new_line(p, series->indicator, series->year_count);
    for (size_t i = 0; i < series->year_count; i++)
        if (series->years[i].open)
            add_cell(p, line, series->years[i].cell);
    finish_line(p, line);
    p->judged =
        arena_grow(p->arena, p->judged, p->judged_count, &p->judged_capacity, sizeof *p->judged);
    int sign = p->judged_count % 2 ? -1 : 1;
    p->judged[p->judged_count++] = (struct judged_series){verdict, sign};
    double delta = fmax(verdict->delta.relative * fabs(series->mean_gap), verdict->delta.absolute);
    line->slope = sign * delta / (1 - share_of(series));
    line->tau = sqrt(verdict->gap_line.fits[0].random.tau2);
}

/* The comparator of an indicator's series, once, in every period that one of them has. */
static void add_comparator(struct preparation *p, const struct indicator *indicator,
                           const struct area *comparator, size_t first)
{
    struct released_series cells = released_series(p->table, indicator, comparator);
    struct simulated_line *line = new_line(p, indicator, cells.count);
    for (size_t i = 0; i < cells.count; i++) {
        bool used = false;
        for (size_t j = first; j < p->judged_count && !used; j++) {
            const struct gap_series *series = p->judged[j].real->series;
            for (size_t k = 0; k < series->year_count; k++)
                used = used || (series->years[k].open && series->years[k].other == &cells.cells[i]);
        }
        if (used)
            add_cell(p, line, &cells.cells[i]);
    }
    finish_line(p, line);
}

static void add_indicator(struct preparation *p, const struct verdicts *verdicts,
                          const struct indicator *indicator)
{
    const struct catalogue *catalogue = p->table->catalogue;
    size_t first = p->judged_count;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct gap_verdict *verdict = verdict_of(verdicts, indicator, &catalogue->areas[i]);
        if (verdict && verdict->decides)
            add_series(p, verdict);
    }
    for (size_t i = first; i < p->judged_count; i++) {
        const struct area *comparator = p->judged[i].real->series->comparator;
        bool again = false;
        for (size_t j = first; j < i; j++)
            again = again || p->judged[j].real->series->comparator == comparator;
        if (!again)
            add_comparator(p, indicator, comparator, first);
    }
}

/* As the pools of the class find it; with several municipalities, on average over their pools. */
static double pooled_rho(const struct preparation *p, enum accrual accrual)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < p->judged_count; i++) {
        const struct gap_verdict *verdict = p->judged[i].real;
        if (!verdict->pool || verdict->series->indicator->accrual != accrual)
            continue;
        sum += verdict->pool->rho_used;
        count++;
    }
    return count ? sum / (double)count : 0;
}

struct simulator simulator_make(struct arena *arena, const struct released_table *table)
{
    struct preparation p = {.arena = arena, .table = table};
    struct verdicts *verdicts = arena_alloc(arena, 1, sizeof *verdicts);
    struct released_cell *cells = arena_alloc(arena, table->count + 1, sizeof *cells);
    *verdicts = verdicts_compute(arena, table, NULL);
    for (size_t i = 0; i < table->catalogue->indicator_count; i++)
        add_indicator(&p, verdicts, &table->catalogue->indicators[i]);
    memcpy(cells, table->cells, table->count * sizeof *cells);
    struct simulator simulator = {.table = *table, .judged = p.judged, .lines = p.lines};
    simulator.table.cells = cells;
    simulator.judged_count = p.judged_count;
    simulator.line_count = p.line_count;
    for (int accrual = ACCRUAL_STOCK; accrual <= ACCRUAL_FLOW; accrual++) {
        simulator.rho[accrual][CALIBRATION_RHO_POOLED] = pooled_rho(&p, (enum accrual)accrual);
        simulator.rho[accrual][CALIBRATION_RHO_HIGH] = HIGH_RHO;
    }
    return simulator;
}
