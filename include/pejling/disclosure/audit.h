/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last gate before an edition is published: what stands in its finished file is held against
 * the raw figures once more, with no other knowledge than a reader's.
 */
#ifndef PEJLING_DISCLOSURE_AUDIT_H
#define PEJLING_DISCLOSURE_AUDIT_H

#include "pejling/disclosure/released.h"
#include "pejling/model/cells.h"

/*
 * audit(diagnostics, cells, earlier, table): whether nothing that must be hidden is shown in
 * `table`, as it was read back from the finished file, and whether every hidden figure is as
 * uncertain as it needs to be, given all that is shown at the precision it is shown with. False,
 * and a PROBLEM_DISCLOSURE for each figure that is not.
 */
bool audit(struct diagnostics *diagnostics, const struct cells *cells,
           const struct earlier_editions *earlier, const struct released_table *table);

#endif
