/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of the theory of change and what the data show of it, in words. */
#ifndef PEJLING_PRESENT_THEORY_WORDS_H
#define PEJLING_PRESENT_THEORY_WORDS_H

#include "pejling/findings/theory_evidence.h"

/* theory_state_text(language, state): `som forventet`, `ingen tal endnu`. */
const char *theory_state_text(enum language language, enum theory_state state);

/*
 * theory_reason_text(language, table, evidence): why it cannot be determined, or why nothing is
 * there, by the cells' own reason; "".
 */
const char *theory_reason_text(enum language language, const struct released_table *table,
                               const struct theory_evidence *evidence);

/* theory_horizon_text(language, horizon): `kort sigt`. */
const char *theory_horizon_text(enum language language, enum horizon horizon);

/* theory_expected_text(language, expected): `op`; "" where no direction is expected. */
const char *theory_expected_text(enum language language, enum polarity expected);

#endif
