/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plots_folder.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the running program; "." where the system does not tell. */
static const char *program_folder(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length >= sizeof path)
        return ".";
    while (length > 1 && path[length - 1] != '/')
        length--;
    return arena_text(arena, path, (size_t)length - 1);
}

const char *plots_folder(struct arena *arena)
{
    const char *named = getenv("PEJLING_PLOTS");
    if (named && *named)
        return named;
    const char *program = program_folder(arena);
    const char *installed = arena_printf(arena, "%s/../share/pejling/plots", program);
    if (access(installed, R_OK) == 0)
        return installed;
    return arena_printf(arena, "%s/../../plots", program);
}
