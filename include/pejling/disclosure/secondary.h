/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What must be hidden so that the hidden figures cannot be worked out. The least is lost first: a
 * section or subgroup before an area, an area before the total, the total before the rest of the
 * municipality; of two alike, the one of fewer persons. That order rests on what everybody knows
 * already, so the choice itself gives nothing away.
 */
#ifndef PEJLING_DISCLOSURE_SECONDARY_H
#define PEJLING_DISCLOSURE_SECONDARY_H

#include "pejling/disclosure/equations.h"

/*
 * secondary_protect(arena, equations): chooses quantities to hide until every need is met, then
 * shows again what turns out not to be needed, the dearest first. Returns the quantity that cannot
 * be protected whatever is hidden, or the number of quantities where all are safe.
 */
size_t secondary_protect(struct arena *arena, struct equations *equations);

#endif
