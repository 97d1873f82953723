/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to say beside its figures: what was assumed and what was left out. */
#ifndef PEJLING_MODEL_IMPORT_NOTES_H
#define PEJLING_MODEL_IMPORT_NOTES_H

#include "pejling/model/mapping.h"
#include "pejling/model/table_areas.h"

/* Sentences, each once, in the arena and the language of the diagnostics. */
struct import_notes {
    struct diagnostics *diagnostics;
    const char **items;
    size_t count, capacity;
};

/* import_note(notes, danish, english, ...): adds a sentence. */
void import_note(struct import_notes *notes, const char *danish, const char *english, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/*
 * import_note_names(notes, areas): names taken for an area by a part, and names that are none; of
 * these first those that are an area's name but for a letter.
 */
void import_note_names(struct import_notes *notes, const struct table_areas *areas);

/* import_note_periods(notes, rule, table): the periods that the rule does not use. */
void import_note_periods(struct import_notes *notes, const struct mapping_rule *rule,
                         const struct table *table);

/*
 * import_listed(arena, list, count, name): a list of `count` names with one more; of more than
 * eight an ellipsis stands for the rest.
 */
const char *import_listed(struct arena *arena, const char *list, size_t count, const char *name);

/*
 * import_is_listed(list, separator, text): whether it is one of the texts between the separators:
 * `2019` is none of `2019K1, 2019K2`.
 */
bool import_is_listed(const char *list, const char *separator, const char *text);

#endif
