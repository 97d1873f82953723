/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import leaves in the plan folder. Nothing that stood there is lost. */
#ifndef PEJLING_PROGRAM_IMPORT_FILES_H
#define PEJLING_PROGRAM_IMPORT_FILES_H

#include <stdbool.h>

#include "pejling/base/diagnostic.h"
#include "pejling/model/import_rows.h"
#include "pejling/model/mapping_draft.h"

#define MAPPING_DRAFT_FILE "kortlaegning-udkast.csv"
#define INDICATORS_DRAFT_FILE "indikatorer-udkast.csv"

/*
 * import_write_draft(diagnostics, plan, draft, kept): into MAPPING_DRAFT_FILE of the plan folder;
 * `kept` as in import_write_rows.
 */
bool import_write_draft(struct diagnostics *diagnostics, const char *plan,
                        const struct mapping_draft *draft, const char **kept);

/*
 * import_draft_indicators(diagnostics, plan, indicators, count, kept): rows for indikatorer.csv that
 * a person is to copy there, in the columns it has, into INDICATORS_DRAFT_FILE.
 */
bool import_draft_indicators(struct diagnostics *diagnostics, const char *plan,
                             const struct indicator *indicators, size_t count, const char **kept);

/*
 * import_file_name(arena, source): the file that the figures of a source go to, from the plan
 * folder: `observationer/folk1a.csv` for `/tmp/FOLK1A.xlsx`.
 */
const char *import_file_name(struct arena *arena, const char *source);

/*
 * import_write_rows(diagnostics, plan, name, rows, count, kept): writes the rows into a file that `name`
 * gives as import_file_name does. A file of other content that was there becomes `forrige_NAME` in
 * the plan folder, or `forrige_2_NAME` where that is taken, and `*kept` its name there; NULL for
 * none.
 */
bool import_write_rows(struct diagnostics *diagnostics, const char *plan, const char *name,
                       const struct import_row *rows, size_t count, const char **kept);

/*
 * import_add_indicators(diagnostics, plan, indicators, count): adds a row for each at the end of
 * indikatorer.csv, in the columns it has; the file becomes UTF-8 if it is not.
 */
bool import_add_indicators(struct diagnostics *diagnostics, const char *plan,
                           const struct indicator *indicators, size_t count);

#endif
