/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier editions that a plan names, for disclosure control. */
#ifndef PEJLING_PROGRAM_EARLIER_READ_H
#define PEJLING_PROGRAM_EARLIER_READ_H

#include "pejling/base/diagnostic.h"
#include "pejling/disclosure/released.h"

/*
 * earlier_read(diagnostics, folder, catalogue): the shared editions that `tidligere_udgave` names,
 * several of them separated by `|`; each a path from the plan folder, or else from where the
 * program was started. The first is the latest, and its name is that in its manifest, or else its
 * folder's. A PROBLEM_INPUT for one that is not there, is no edition, or is an internal
 * one.
 */
struct earlier_editions earlier_read(struct diagnostics *diagnostics, const char *folder,
                                     const struct catalogue *catalogue);

/* earlier_latest_folder(arena, folder, catalogue): where the first of them lies; NULL for none. */
const char *earlier_latest_folder(struct arena *arena, const char *folder,
                                  const struct catalogue *catalogue);

/*
 * earlier_stays(diagnostics, folder, catalogue, output): false, and a PROBLEM_INPUT, where the new
 * edition would take the place of one that `tidligere_udgave` names.
 */
bool earlier_stays(struct diagnostics *diagnostics, const char *folder,
                   const struct catalogue *catalogue, const char *output);

#endif
