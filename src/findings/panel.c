/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/panel.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

static uint64_t add_byte(uint64_t digest, uint64_t byte)
{
    return (digest ^ byte) * FNV_PRIME;
}

/* With its end, so that `ab` and `c` is not `a` and `bc`. */
static uint64_t add_text(uint64_t digest, const char *text)
{
    for (; *text; text++)
        digest = add_byte(digest, (unsigned char)*text);
    return add_byte(digest, 0);
}

/* The bits of the double, lowest byte first on every machine. */
static uint64_t add_number(uint64_t digest, double number)
{
    uint64_t bits;
    _Static_assert(sizeof bits == sizeof number, "a double has 64 bits");
    memcpy(&bits, &number, sizeof bits);
    for (int shift = 0; shift < 64; shift += 8)
        digest = add_byte(digest, bits >> shift & 0xFF);
    return digest;
}

static bool counts_in(const struct released_cell *cell)
{
    enum area_role role = cell->area->role;
    return !cell->group && (role == AREA_ESTATE || role == AREA_TOTAL || role == AREA_REST ||
                            role == AREA_MUNICIPALITY);
}

static uint64_t digest_of_cell(const struct released_cell *cell)
{
    char period[PERIOD_TEXT];
    uint64_t digest = add_text(FNV_START, cell->indicator->code);
    digest = add_text(digest, cell->area->code);
    digest = add_text(digest, cell->area->part_of ? cell->area->part_of->code : "");
    digest = add_text(digest, period_text(period, cell->period));
    digest = add_byte(digest, (uint64_t)cell->release);
    if (cell->release != RELEASE_OPEN)
        return digest;
    digest = add_number(digest, cell->denominator);
    if (cell->indicator->measure != MEASURE_SURVEY)
        return digest;
    return add_number(add_number(digest, cell->design_effect), cell->population);
}

static uint64_t digest_of_indicator(const struct indicator *indicator)
{
    uint64_t digest = add_text(FNV_START, indicator->code);
    digest = add_byte(digest, (uint64_t)indicator->measure);
    digest = add_byte(digest, (uint64_t)indicator->accrual);
    digest = add_byte(digest, indicator->has_trend);
    return add_number(digest, indicator->delta);
}

static uint64_t digest_of_break(const struct series_break *found)
{
    uint64_t digest = add_text(FNV_START, found->indicator ? found->indicator->code : "");
    digest = add_text(digest, found->area ? found->area->code : "");
    return add_number(digest, found->time);
}

const char *panel_key(struct arena *arena, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    uint64_t sum = 0; /* of digests: the order does not matter, how often one occurs does */
    for (size_t i = 0; i < table->count; i++) {
        bool first = i == 0 || table->cells[i].indicator != table->cells[i - 1].indicator;
        if (first)
            sum += digest_of_indicator(table->cells[i].indicator);
        if (counts_in(&table->cells[i]))
            sum += digest_of_cell(&table->cells[i]);
    }
    for (size_t i = 0; i < catalogue->break_count; i++)
        sum += digest_of_break(&catalogue->breaks[i]);
    return arena_printf(arena, "p%016" PRIx64, sum);
}
