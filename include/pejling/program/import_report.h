/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import says of itself on standard output: what was seen, assumed, left out and made. */
#ifndef PEJLING_PROGRAM_IMPORT_REPORT_H
#define PEJLING_PROGRAM_IMPORT_REPORT_H

#include "pejling/model/import_rows.h"
#include "pejling/model/mapping_draft.h"

/* import_report_table(diagnostics, table): where its periods are, its columns, its footnotes. */
void import_report_table(struct diagnostics *diagnostics, const struct table *table);

/* import_report_draft(language, path, draft): what was assumed, and where to change it. */
void import_report_draft(enum language language, const char *path,
                         const struct mapping_draft *draft);

/* import_report_rows(language, rows): its notes, how many figures were what, and the first rows. */
void import_report_rows(enum language language, const struct import_rows *rows);

#endif
