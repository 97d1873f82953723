/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an import says of itself on standard output: what was seen, assumed, left out and made; what
 * steers in the texts of the files as blanks.
 */
#ifndef PEJLING_PROGRAM_IMPORT_REPORT_H
#define PEJLING_PROGRAM_IMPORT_REPORT_H

#include "pejling/model/import_rows.h"
#include "pejling/model/mapping_draft.h"

/* import_report_table(diagnostics, table): where its periods are, its columns, its footnotes. */
void import_report_table(struct diagnostics *diagnostics, const struct table *table);

/* import_report_draft(diagnostics, path, draft): what was assumed, and where to change it. */
void import_report_draft(struct diagnostics *diagnostics, const char *path,
                         const struct mapping_draft *draft);

/* import_report_rows(diagnostics, rows): its notes, how many figures were what, the first rows. */
void import_report_rows(struct diagnostics *diagnostics, const struct import_rows *rows);

#endif
