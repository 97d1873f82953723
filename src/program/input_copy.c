/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/input_copy.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/sink.h"
#include "pejling/model/observation_rows.h"
#include "pejling/program/earlier_read.h"
#include "pejling/program/folder_files.h"

#define BLOCK_BYTES ((size_t)64 * 1024)

static bool make_folder(const struct place *place, const char *name)
{
    const char *path = arena_printf(place->diagnostics->arena, "%s/%s", place->folder, name);
    if (mkdir(path, 0700) == 0 || errno == EEXIST)
        return true;
    file_report(place->diagnostics, path, errno);
    return false;
}

static bool copy_bytes(struct sink *sink, int descriptor, size_t size)
{
    struct arena *scratch = arena_new();
    char *block = arena_alloc(scratch, BLOCK_BYTES, 1);
    bool whole = true;
    for (size_t at = 0, length; at < size && whole; at += length) {
        length = size - at < BLOCK_BYTES ? size - at : BLOCK_BYTES;
        whole = file_read_at(descriptor, block, length, at);
        if (whole)
            sink_bytes(sink, block, length);
    }
    arena_free(scratch);
    return whole;
}

static bool copy_file(const struct place *place, const char *from, const char *name)
{
    struct diagnostics *diagnostics = place->diagnostics;
    const struct input_file file = {from, name, PROBLEM_FILE};
    size_t size;
    int descriptor = file_open(&file, &size);
    if (descriptor < 0) {
        file_read(diagnostics, &file, 0, &size); /* says why */
        return false;
    }
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, "%s/%s", place->folder, name));
    bool whole = copy_bytes(sink, descriptor, size);
    close(descriptor);
    if (!whole)
        file_report_change(diagnostics, &file, 0);
    return sink_close(sink) && whole;
}

/* A remark tells of what lies among the figures and is not read: the name alone is kept of that. */
static bool note_unread(const struct place *place, const char *plan)
{
    struct arena *arena = place->diagnostics->arena;
    const char *path = arena_printf(arena, "%s/" OBSERVATIONS_FOLDER, plan);
    struct file_list list;
    bool noted = file_names(arena, path, &list);
    if (!noted)
        file_report(place->diagnostics, path, errno);
    for (size_t i = 0; noted && i < list.count; i++) {
        const char *name = arena_printf(arena, OBSERVATIONS_FOLDER "/%s", list.names[i]);
        if (list.names[i][0] != '.' && !plan_file_is_read(name))
            noted =
                sink_close(sink_open(place->diagnostics, arena_printf(arena, "%s/" INPUT_COPY "/%s",
                                                                      place->folder, name)));
    }
    return noted;
}

static bool copy_plan(const struct place *place, const char *plan)
{
    struct arena *arena = place->diagnostics->arena;
    const struct folder_files files =
        folder_files_list(place->diagnostics, plan, plan_file_is_read);
    bool copied = make_folder(place, INPUT_COPY "/" OBSERVATIONS_FOLDER);
    for (size_t i = 0; i < files.count && copied; i++)
        copied = copy_file(place, arena_printf(arena, "%s/%s", plan, files.names[i]),
                           arena_printf(arena, INPUT_COPY "/%s", files.names[i]));
    return copied && note_unread(place, plan);
}

/* What is read of an earlier edition: its table, its verdicts, and what it says of itself. */
static bool copy_edition(const struct place *place, const struct earlier_place *earlier)
{
    static const char *const files[] = {"frigivet.csv", "resultater.csv", "manifest.json"};
    struct arena *arena = place->diagnostics->arena;
    const char *kept = arena_printf(arena, INPUT_COPY "/" EARLIER_COPIES "/%s",
                                    earlier_copy_name(arena, earlier->name));
    bool copied = make_folder(place, INPUT_COPY "/" EARLIER_COPIES) && make_folder(place, kept);
    for (size_t i = 0; i < sizeof files / sizeof *files && copied; i++)
        copied = copy_file(place, arena_printf(arena, "%s/%s", earlier->folder, files[i]),
                           arena_printf(arena, "%s/%s", kept, files[i]));
    return copied;
}

bool input_copy_write(const struct place *place, const char *plan,
                      const struct catalogue *catalogue)
{
    const char *rest = catalogue->plan.previous_edition;
    struct earlier_place earlier;
    bool copied = make_folder(place, INPUT_COPY) && copy_plan(place, plan);
    while (copied && earlier_next(place->diagnostics->arena, plan, &rest, &earlier))
        copied = copy_edition(place, &earlier);
    return copied;
}
