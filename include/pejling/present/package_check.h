/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an office file that was just written is whole: its zip archive and its XML. */
#ifndef PEJLING_PRESENT_PACKAGE_CHECK_H
#define PEJLING_PRESENT_PACKAGE_CHECK_H

#include <stdbool.h>

/*
 * package_is_whole(path, part): whether the file at `path` is a zip archive that holds `part`, and
 * every part of it can be read to its end, has the checksum it should have and is well-formed XML.
 * A disk that runs full while a part is made can leave a good archive of half a part.
 */
bool package_is_whole(const char *path, const char *part);

#endif
