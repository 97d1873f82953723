/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of figures: the labels of a script as they stand on the canvas, measured as text_box.h
 * measures them and aligned as `style.gp` says, to see that none covers another or is cut off.
 */
#ifndef PEJLING_TESTS_FIGURE_LABELS_H
#define PEJLING_TESTS_FIGURE_LABELS_H

#include "figure_bench.h"

#include <math.h>

#include "pejling/present/gnuplot_script.h"
#include "pejling/present/text_box.h"

struct label_box {
    const char *text;
    double left, right, top, bottom;
};

/* How a style of `style.gp` begins: `left font face(bold) ...`, without `front`. */
static inline const char *style_text(struct arena *arena, const char *name)
{
    FILE *stream = fopen(PLOTS "/style.gp", "r");
    char line[300], want[80];
    assert_non_null(stream);
    snprintf(want, sizeof want, "%s = '", name);
    const char *found = NULL;
    while (!found && fgets(line, sizeof line, stream))
        if (strncmp(line, want, strlen(want)) == 0)
            found = arena_printf(arena, "%s", line + strlen(want));
    fclose(stream);
    if (!found)
        print_error("there is no style %s\n", name);
    assert_non_null(found);
    return strncmp(found, "front ", 6) == 0 ? found + 6 : found;
}

static inline struct label_box label_box(struct arena *arena, const char *text, double x, double y,
                                         const char *style, double points)
{
    const char *how = style_text(arena, style);
    const struct text_style set = {style, points, strstr(how, "face(bold)") != NULL};
    double width = text_width(&set, text), half = 0.4 * 1.35 * points;
    double share = strncmp(how, "right", 5) == 0 ? 1 : strncmp(how, "center", 6) == 0 ? 0.5 : 0;
    return (struct label_box){text, x - share * width, x + (1 - share) * width, y - half, y + half};
}

/* All labels of a script; the array is long enough for `count` of them. */
static inline struct label_box *labels_of(struct arena *arena, const struct gnuplot_script *script,
                                          size_t *count)
{
    size_t length, capacity = 0;
    struct label_box *boxes = NULL;
    double points = 0;
    *count = 0;
    for (const char *line = gnuplot_script_text(script, &length); *line;
         line += strcspn(line, "\n"), line += *line == '\n') {
        if (strncmp(line, "points = ", 9) == 0)
            points = strtod(line + 9, NULL);
        if (strncmp(line, "set label ", 10) != 0 || line[strcspn(line, "'@\n")] != '\'')
            continue;
        const char *text = strchr(line, '\'') + 1;
        const char *end = strchr(text, '\'');
        const char *style = strchr(strchr(end, '\n'), '@') + 1;
        char *comma;
        double x = strtod(end + strlen("' at "), &comma);
        boxes = arena_grow(arena, boxes, *count, &capacity, sizeof *boxes);
        boxes[(*count)++] = label_box(arena, arena_text(arena, text, (size_t)(end - text)), x,
                                      strtod(comma + 1, NULL),
                                      arena_text(arena, style, strcspn(style, "\n")), points);
    }
    return boxes;
}

/* No label covers another, and none leaves the canvas. */
static inline void assert_labels_apart(struct arena *arena, const struct gnuplot_figure *figure)
{
    size_t count;
    const struct label_box *boxes = labels_of(arena, figure->script, &count);
    for (size_t i = 0; i < count; i++) {
        const struct label_box *a = &boxes[i];
        if (a->left < 0 || a->right > figure->width || a->top < 0 || a->bottom > figure->height) {
            print_error("»%s« leaves the canvas: %g to %g, %g to %g\n", a->text, a->left, a->right,
                        a->top, a->bottom);
            fail();
        }
        for (size_t k = 0; k < i; k++) {
            const struct label_box *b = &boxes[k];
            if (a->left < b->right && b->left < a->right && a->top < b->bottom &&
                b->top < a->bottom) {
                print_error("»%s« covers »%s«\n", a->text, b->text);
                fail();
            }
        }
    }
}

#endif
