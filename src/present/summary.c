/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/summary.h"

#include "pejling/base/number.h"
#include "pejling/base/sink.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/results.h"

#define ROW_BYTES 160 /* what most rows take */

struct block_writer {
    struct arena *arena; /* of the tests */
    struct sink *sink;
    struct summary_block block;
    struct summary_test *tests;
    size_t capacity;
};

static size_t written(const struct block_writer *writer)
{
    size_t length;
    sink_contents(writer->sink, &length);
    return length;
}

static struct summary_test *add_test(struct block_writer *writer, double p)
{
    writer->tests = arena_grow(writer->arena, writer->tests, writer->block.test_count,
                               &writer->capacity, sizeof *writer->tests);
    struct summary_test *test = &writer->tests[writer->block.test_count++];
    *test = (struct summary_test){.p = p, .strength_at = NO_STRENGTH};
    return test;
}

/* The last test, where the finding is the strength of its verdict. */
static struct summary_test *test_of_strength(const struct block_writer *writer,
                                             const struct finding *finding,
                                             const struct finding *tested)
{
    bool its = finding->statistic == STATISTIC_VERDICT_STRENGTH && finding->text && tested &&
               tested->indicator == finding->indicator && tested->area == finding->area;
    return its ? &writer->tests[writer->block.test_count - 1] : NULL;
}

/* The one row of a sheet, without what the family decides; `test` is the one it belongs to, or NULL. */
static void write_row(struct block_writer *writer, const struct sheet *sheet,
                      const struct finding *finding, struct summary_test *test)
{
    const struct sheet_cell *cells = sheet_cell(sheet, 0, 0);
    csv_write_text(writer->sink, writer->block.municipality, ',');
    for (size_t i = 0; i < sheet->column_count; i++) {
        sink_byte(writer->sink, ',');
        if (test && i == RESULT_P_ADJUSTED && finding->statistic == STATISTIC_VERDICT_SLOPE)
            test->adjusted_at = written(writer);
        else if (test && i == RESULT_TEXT && finding->statistic == STATISTIC_VERDICT_STRENGTH)
            test->strength_at = written(writer);
        else
            csv_write_cell(writer->sink, &cells[i], CSV_MACHINE);
    }
    sink_byte(writer->sink, '\n');
}

struct summary_block summary_block_make(struct arena *arena, const struct findings *findings,
                                        const char *municipality)
{
    struct arena *scratch = arena_new();
    struct diagnostics unheard = {.arena = scratch};
    struct result_rows rows = result_rows_begin(scratch, findings);
    struct block_writer writer = {.arena = arena,
                                  .sink = sink_memory(&unheard, findings->count * ROW_BYTES),
                                  .block.municipality = municipality};
    const struct finding *tested = NULL;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->rows[i];
        sheet_clear(&rows.sheet);
        result_rows_add(&rows, finding);
        struct summary_test *test = test_of_strength(&writer, finding, tested);
        if (finding->statistic == STATISTIC_VERDICT_SLOPE && finding->has_p_adjusted) {
            test = add_test(&writer, sheet_cell(&rows.sheet, 0, RESULT_P)->number);
            tested = finding;
        }
        if (test && finding->statistic == STATISTIC_VERDICT_STRENGTH)
            test->agreed = finding->estimate.method == METHOD_BOTH_ENGINES;
        write_row(&writer, &rows.sheet, finding, test);
    }
    const char *text = sink_contents(writer.sink, &writer.block.length);
    writer.block.text = arena_text(arena, text, writer.block.length);
    writer.block.tests = writer.tests;
    arena_free(scratch);
    return writer.block;
}

static void write_block(struct sink *sink, enum edition edition, const struct summary_block *block,
                        const double *adjusted)
{
    char number[NUMBER_TEXT];
    size_t at = 0;
    for (size_t i = 0; i < block->test_count; i++) {
        const struct summary_test *test = &block->tests[i];
        double p =
            edition == EDITION_SHARED ? number_round(adjusted[i], SHARED_DECIMALS) : adjusted[i];
        sink_bytes(sink, block->text + at, test->adjusted_at - at);
        sink_text(sink, number_exact(number, p, '.'));
        at = test->adjusted_at;
        if (test->strength_at == NO_STRENGTH)
            continue;
        bool firm = test->agreed && verdict_stands(adjusted[i]);
        sink_bytes(sink, block->text + at, test->strength_at - at);
        sink_text(sink, verdict_strength_code(firm ? STRENGTH_FIRM : STRENGTH_INDICATED));
        at = test->strength_at;
    }
    sink_bytes(sink, block->text + at, block->length - at);
}

bool summary_write(const struct place *place, enum edition edition,
                   const struct summary_block *blocks, size_t count)
{
    struct arena *arena = place->diagnostics->arena;
    struct sink *sink =
        sink_open(place->diagnostics, arena_printf(arena, "%s/" SUMMARY_FILE, place->folder));
    size_t tests = 0, next = 0;
    for (size_t i = 0; i < count; i++)
        tests += blocks[i].test_count;
    double *p = arena_alloc(arena, 2 * tests + 1, sizeof *p), *adjusted = p + tests;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < blocks[i].test_count; j++)
            p[next++] = blocks[i].tests[j].p;
    verdict_family_adjust(p, adjusted, tests);
    const struct findings none = {.count = 0};
    const struct sheet sheet = results_sheet(arena, &none);
    sink_text(sink, "municipality,");
    csv_write_header(sink, &sheet, CSV_MACHINE);
    for (size_t i = 0; i < count; adjusted += blocks[i++].test_count)
        write_block(sink, edition, &blocks[i], adjusted);
    return sink_close_unsynced(sink);
}
