/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_check.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/figure_png.h"
#include "pejling/present/gnuplot_process.h"

#define SECONDS 30
#define PICTURE_LIMIT ((size_t)1 << 20)

/* As plots/doctor.gp numbers them. */
enum picture { PICTURE_BLANK, PICTURE_OURS, PICTURE_NOBODYS, PICTURES };

struct gnuplot_trial {
    struct place place;
    struct gnuplot_process *process; /* NULL where none could be started */
    enum gnuplot_fault fault;
};

static const char *path_of(const struct place *place, enum picture picture)
{
    return arena_printf(place->diagnostics->arena, "%s/doctor%d.png", place->folder, (int)picture);
}

struct gnuplot_trial *gnuplot_check_start(const struct place *place)
{
    struct arena *arena = place->diagnostics->arena;
    struct gnuplot_trial *trial = arena_alloc(arena, 1, sizeof *trial);
    struct gnuplot_script *script = gnuplot_script_new(place);
    gnuplot_load(script, "style.gp");
    for (enum picture picture = PICTURE_BLANK; picture < PICTURES; picture++) {
        gnuplot_number(script, "typeface", picture);
        gnuplot_load(script, "doctor.gp");
        gnuplot_output(script, path_of(place, picture));
        gnuplot_load(script, "doctor_draw.gp");
    }
    gnuplot_end(script);
    *trial = (struct gnuplot_trial){.place = *place, .fault = gnuplot_script_fault(script)};
    if (!trial->fault)
        trial->process = gnuplot_process_start(arena, script, SECONDS);
    return trial;
}

struct drawn {
    const char *bytes;
    size_t length;
};

static bool same(struct drawn a, struct drawn b)
{
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

struct gnuplot_check gnuplot_check_end(struct gnuplot_trial *trial)
{
    const struct place *place = &trial->place;
    struct gnuplot_check check = {.fault = trial->fault};
    if (trial->process)
        check.fault = gnuplot_process_end(trial->process);
    struct diagnostics quiet = {.arena = place->diagnostics->arena};
    struct drawn drawn[PICTURES];
    for (enum picture picture = PICTURE_BLANK; picture < PICTURES && !check.fault; picture++) {
        const struct input_file file = {path_of(place, picture), "", PROBLEM_FILE};
        drawn[picture].bytes = file_read(&quiet, &file, PICTURE_LIMIT, &drawn[picture].length);
        if (!drawn[picture].bytes ||
            !figure_png_is_whole(drawn[picture].bytes, drawn[picture].length))
            check.fault = GNUPLOT_INCOMPLETE;
    }
    for (enum picture picture = PICTURE_BLANK; picture < PICTURES; picture++)
        unlink(path_of(place, picture));
    if (check.fault)
        return check;
    check.writes = !same(drawn[PICTURE_OURS], drawn[PICTURE_BLANK]);
    check.has_typeface = check.writes && !same(drawn[PICTURE_OURS], drawn[PICTURE_NOBODYS]);
    return check;
}
