/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/json_writer.h"

#include <math.h>

#include "pejling/base/fault.h"
#include "pejling/base/sink.h"

#define LARGEST_COUNT 9e15 /* up to there every whole number is a double */

/* Counts are integers; jansson would write them with a point. */
static bool is_count(const struct sheet_cell *cell)
{
    return cell->decimals == 0 && fabs(cell->number) < LARGEST_COUNT &&
           !(fabs(cell->number) > floor(fabs(cell->number)));
}

static json_t *json_of_cell(const struct sheet_cell *cell)
{
    switch (cell->kind) {
    case SHEET_TEXT:
        return json_string(cell->text);
    case SHEET_NUMBER:
        return is_count(cell) ? json_integer((json_int_t)cell->number) : json_real(cell->number);
    case SHEET_BLANK:
        break;
    }
    return json_null();
}

json_t *json_of_sheet(const struct sheet *sheet)
{
    json_t *rows = json_array();
    for (size_t row = 0; row < sheet_rows(sheet); row++) {
        json_t *object = json_object();
        for (size_t i = 0; i < sheet->column_count; i++)
            json_object_set_new(object, sheet->columns[i].key,
                                json_of_cell(sheet_cell(sheet, row, i)));
        json_array_append_new(rows, object);
    }
    return rows;
}

static int to_sink(const char *bytes, size_t length, void *sink)
{
    sink_bytes(sink, bytes, length);
    return 0;
}

bool json_write(const struct place *place, const char *name, json_t *root, int digits)
{
    const char *path = arena_printf(place->diagnostics->arena, "%s/%s", place->folder, name);
    struct sink *sink = sink_open(place->diagnostics, path);
    int failed = json_dump_callback(root, to_sink, sink,
                                    JSON_INDENT(1) | JSON_REAL_PRECISION((size_t)digits));
    fault_unless(!failed, "a text that is not UTF-8 reached a JSON file");
    json_decref(root);
    sink_text(sink, "\n");
    return sink_close(sink);
}
