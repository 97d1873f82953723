/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier editions that a plan names, for disclosure control. */
#ifndef PEJLING_PROGRAM_EARLIER_READ_H
#define PEJLING_PROGRAM_EARLIER_READ_H

#include "pejling/base/diagnostic.h"
#include "pejling/disclosure/released.h"

/* The folder of a plan's copy that holds those that the plan names (input_copy.h). */
#define EARLIER_COPIES "tidligere_udgave"

/*
 * earlier_read(diagnostics, folder, catalogue): the shared editions that `tidligere_udgave` names,
 * several of them separated by `|`; each a path from the plan folder, or else from where the
 * program was started. The first is the latest, and its name is that in its manifest, or else its
 * folder's. A PROBLEM_INPUT for one that is not there, is no edition, or is an internal
 * one.
 */
struct earlier_editions earlier_read(struct diagnostics *diagnostics, const char *folder,
                                     const struct catalogue *catalogue);

/* An earlier edition as the plan names it, and the folder it is read from. */
struct earlier_place {
    const char *name, *folder;
};

/*
 * earlier_next(arena, plan, rest, place): the next edition in `*rest`, which is the plan's
 * `previous_edition` to begin with, so that the first is the latest; false behind the last.
 */
bool earlier_next(struct arena *arena, const char *plan, const char **rest,
                  struct earlier_place *place);

/*
 * earlier_copy_name(arena, name): the folder that an internal edition keeps its copy in, the whole
 * path as one word that no other folder's path becomes: a `+` for each `../` that it begins with and
 * each `/` within it; `+`, `%`, a backslash, control characters, and a dot or slash that it begins
 * with as % and two hexadecimal digits. `../udgaver/2024/` -> `+udgaver+2024`. sha256sum writes
 * such words as they are.
 */
const char *earlier_copy_name(struct arena *arena, const char *name);

/*
 * earlier_stays(diagnostics, folder, catalogue, output): false, and a PROBLEM_INPUT, where the new
 * edition would take the place of one that `tidligere_udgave` names.
 */
bool earlier_stays(struct diagnostics *diagnostics, const char *folder,
                   const struct catalogue *catalogue, const char *output);

#endif
