/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of all files in `observationer`, kept small, for a country has millions of them: 32 bytes
 * each, in the order of the files. observations.h makes the observations of them that the rest of
 * the program works on, of the whole plan or of one municipality at a time.
 */
#ifndef PEJLING_MODEL_OBSERVATION_ROWS_H
#define PEJLING_MODEL_OBSERVATION_ROWS_H

#include <stdint.h>

#include "pejling/model/catalogue.h"
#include "pejling/model/observations.h"

#define OBSERVATIONS_FOLDER "observationer" /* of a plan folder */

struct observation_row {
    uint32_t series; /* indicator x area of the catalogue, indicator-major */
    uint32_t line;
    uint32_t group;       /* among its piece's groups; 0 for everybody */
    uint32_t period : 24; /* packed: period_pack */
    uint32_t status : 2, reason : 6;
    union {
        struct {
            double numerator, denominator;
        } counts;                      /* of shares and rates */
        const struct amounts *amounts; /* of the other measures; NULL where there is no figure */
    } figure;
};

/* What one file, or a part of one, holds. */
struct observation_piece {
    const char *file; /* as messages call it */
    struct observation_row *rows;
    size_t count;
    const char **groups; /* by row.group; the first is NULL */
};

struct observation_rows {
    const struct catalogue *catalogue;
    struct observation_piece *pieces;
    size_t piece_count, piece_capacity;
    size_t count;   /* of rows, in all pieces */
    bool *left_out; /* by series: whether a fault is in it */
};

/*
 * observation_rows_read(diagnostics, folder, catalogue): every CSV file of the folder
 * `observationer`, in the order of their names. Faults are a PROBLEM_SERIES, and the series of that
 * row, or all series of a file that cannot be taken apart, are left out; those of a file without a row
 * that can be read are a PROBLEM_INPUT, for it may hold any series. Rows that name no known indicator
 * or area are passed over. A group whose name is almost that of those who stay or move
 * (mover_group_meant) is a remark, once an indicator.
 */
struct observation_rows observation_rows_read(struct diagnostics *diagnostics, const char *folder,
                                              const struct catalogue *catalogue);

/*
 * observation_files(diagnostics, plan, count): the names of the files in `observationer` of a plan
 * folder that are read, in the order of their bytes; NULL where the folder cannot be read. A
 * PROBLEM_INPUT for a name that cannot be shown, which is passed over, and where there is none; a
 * remark on what is no CSV file.
 */
const char **observation_files(struct diagnostics *diagnostics, const char *plan, size_t *count);

/* observation_rows_refuse_none(diagnostics): a PROBLEM_INPUT where the files hold no rows. */
void observation_rows_refuse_none(struct diagnostics *diagnostics);

/*
 * observation_file_is_read(name): whether a file of that name in the folder is one of figures: a CSV
 * file that is neither hidden nor the lock of one that is open, Excel's `~$tal.csv`.
 */
bool observation_file_is_read(const char *name);

/* period_pack(period): a number of 24 bits that orders as period_compare does. */
uint32_t period_pack(struct period period);

/* period_unpack(packed): the period of that number. */
struct period period_unpack(uint32_t packed);

#endif
