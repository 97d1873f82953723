/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frigivet.csv read back into a released table: this edition's, or one that went out before. */
#ifndef PEJLING_PROGRAM_RELEASED_READ_H
#define PEJLING_PROGRAM_RELEASED_READ_H

#include "pejling/base/file.h"
#include "pejling/disclosure/released.h"

/*
 * released_read(diagnostics, file, catalogue, edition, table): false, and problems of the file's
 * kind, where it cannot be read. Rows of indicators or areas that the catalogue does not have are
 * passed over: an earlier edition may have had others.
 */
bool released_read(struct diagnostics *diagnostics, const struct input_file *file,
                   const struct catalogue *catalogue, enum edition edition,
                   struct released_table *table);

#endif
