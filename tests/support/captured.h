/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a function says on standard output:
 *
 *     struct capture capture = capture_begin();
 *     …
 *     const char *output = capture_end(&capture, arena);
 */
#ifndef PEJLING_TESTS_CAPTURED_H
#define PEJLING_TESTS_CAPTURED_H

#include "near.h"

#include <unistd.h>

#include "pejling/base/arena.h"

#define CAPTURE_MOST ((size_t)1 << 16)

struct capture {
    FILE *file;
    int kept; /* standard output itself */
};

static inline struct capture capture_begin(void)
{
    struct capture capture = {.file = tmpfile()};
    fflush(stdout);
    capture.kept = dup(STDOUT_FILENO);
    assert_true(capture.file && capture.kept >= 0 &&
                dup2(fileno(capture.file), STDOUT_FILENO) >= 0);
    return capture;
}

static inline const char *capture_end(struct capture *capture, struct arena *arena)
{
    char *output = arena_alloc(arena, CAPTURE_MOST, 1);
    fflush(stdout);
    dup2(capture->kept, STDOUT_FILENO);
    close(capture->kept);
    rewind(capture->file);
    output[fread(output, 1, CAPTURE_MOST - 1, capture->file)] = '\0';
    fclose(capture->file);
    return output;
}

#endif
