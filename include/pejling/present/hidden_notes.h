/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is hidden in an edition, why, and what is offered instead: in words beside the figures of an
 * indicator, and for the edition as a whole. Says nothing of which figure is hidden for its own
 * sake and which for that of others.
 */
#ifndef PEJLING_PRESENT_HIDDEN_NOTES_H
#define PEJLING_PRESENT_HIDDEN_NOTES_H

#include "pejling/base/sink.h"
#include "pejling/present/sentence.h"

struct hidden_notes {
    struct sink *sink; /* HTML */
    struct arena *arena;
    enum language language;
    const struct findings *findings;
};

/*
 * hidden_notes_indicator(notes, indicator): a paragraph with the number of hidden figures of areas
 * and their total; nothing where nothing is hidden.
 */
void hidden_notes_indicator(const struct hidden_notes *notes, const struct indicator *indicator);

/*
 * hidden_notes_pooled(notes, indicator, area): what is offered instead: the levels of three years
 * together; "" for none.
 */
struct sentence hidden_notes_pooled(const struct hidden_notes *notes,
                                    const struct indicator *indicator, const struct area *area);

/* hidden_notes_reason(arena, language, plan): why figures of a shared edition are hidden. */
const char *hidden_notes_reason(struct arena *arena, enum language language,
                                const struct plan *plan);

/* hidden_notes_edition(notes): why figures are hidden, and how many rows of each table. */
void hidden_notes_edition(const struct hidden_notes *notes);

#endif
