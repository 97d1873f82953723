/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table are for: the stubs that say what a row is about, figures, periods. */
#ifndef PEJLING_INPUT_TABLE_COLUMNS_H
#define PEJLING_INPUT_TABLE_COLUMNS_H

#include "pejling/base/file.h"
#include "pejling/input/grid.h"
#include "pejling/input/table_layout.h"

enum column_role {
    COLUMN_IGNORED,
    COLUMN_STUB,   /* says what the row is about */
    COLUMN_PERIOD, /* of a long table */
    COLUMN_FIGURE,
    COLUMN_SOURCE
};

struct table_column {
    enum column_role role;
    const char *name;         /* of a stub; of a figure what it measures; "" for none */
    struct grid_cell heading; /* of a figure: its period, where that stands over it; else blank */
};

/* Columns of one role, in their order. */
struct column_list {
    size_t *items, count;
};

struct table_columns {
    struct table_column *items;
    size_t width;
    size_t period; /* the column of periods; `width` for none */
    struct column_list stubs, figures, sources;
};

/*
 * table_columns_find(diagnostics, file, grid, layout, end, columns): of a table whose rows end
 * before `end`. A row of headings above or below those of the layout is added to it. False, and a
 * problem of the file's kind, where a spreadsheet has made a month or a number of a heading; columns
 * that are not read are remarked on.
 */
bool table_columns_find(struct diagnostics *diagnostics, const struct input_file *file,
                        const struct grid *grid, struct table_layout *layout, size_t end,
                        struct table_columns *columns);

#endif
