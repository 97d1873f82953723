/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of figures: where the labels of a script stand, as wide as they are, and whether two of
 * them touch or one leaves the canvas. For scripts with one plot whose labels are in pixels.
 */
#ifndef PEJLING_TESTS_LABEL_BOXES_H
#define PEJLING_TESTS_LABEL_BOXES_H

#include "figure_bench.h"

#include "pejling/present/text_box.h"

struct label_box {
    const char *text;
    double points, left, top, right, bottom;
};

struct label_boxes {
    struct label_box *items;
    size_t count, capacity;
};

/* What `style.gp` says of a text style. */
static inline const char *style_line(struct arena *arena, const char *name)
{
    static char styles[20000];
    if (!*styles) {
        FILE *stream = fopen(PLOTS "/style.gp", "r");
        assert_non_null(stream);
        styles[fread(styles, 1, sizeof styles - 1, stream)] = '\0';
        fclose(stream);
    }
    const char *at = strstr(styles, arena_printf(arena, "\n%s = '", name));
    assert_non_null(at);
    return arena_text(arena, at + 1, strcspn(at + 1, "\n"));
}

/* The words of a script's labels; a label of one blank or none has no box. */
static inline struct label_boxes label_boxes(struct arena *arena,
                                             const struct gnuplot_script *script)
{
    const double pixels = 1.35;
    struct label_boxes boxes = {.count = 0};
    size_t length;
    const char *at = gnuplot_script_text(script, &length);
    double points = 0;
    for (; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        if (strncmp(at, "points = ", 9) == 0)
            points = strtod(at + 9, NULL);
        if (strncmp(at, "set label ", 10) != 0)
            continue;
        const char *quote = strchr(at, '\'');
        const char *style = strchr(strchr(at, '\n'), '@');
        if (!quote || quote > strchr(at, '\n'))
            continue;
        const char *end = strstr(quote + 1, "' at ");
        const char *line =
            style_line(arena, arena_text(arena, style + 1, strcspn(style + 1, "\n")));
        const char *text = arena_text(arena, quote + 1, (size_t)(end - quote - 1));
        struct text_style measured = {"", points, strstr(line, "face(bold)") != NULL};
        char *comma;
        double x = strtod(end + 5, &comma), y = strtod(comma + 1, NULL);
        double width = text_width(&measured, text);
        double share = strstr(line, "right ") ? 1 : strstr(line, "center ") ? 0.5 : 0;
        boxes.items =
            arena_grow(arena, boxes.items, boxes.count, &boxes.capacity, sizeof *boxes.items);
        if (*text)
            boxes.items[boxes.count++] = (struct label_box){text,
                                                            points,
                                                            x - width * share,
                                                            y - points * pixels * 0.48,
                                                            x + width * (1 - share),
                                                            y + points * pixels * 0.48};
    }
    return boxes;
}

/* No two labels touch, none leaves the canvas, none is smaller than `least` points. */
static inline void assert_labels_apart(struct arena *arena, const struct gnuplot_figure *figure,
                                       double least)
{
    struct label_boxes boxes = label_boxes(arena, figure->script);
    unsigned faults = 0;
    for (size_t i = 0; i < boxes.count; i++) {
        const struct label_box *a = &boxes.items[i];
        if (a->left < 0 || a->top < 0 || a->right > figure->width || a->bottom > figure->height ||
            a->points < least) {
            print_error("»%s« at %g,%g is cut or too small\n", a->text, a->left, a->top);
            faults++;
        }
        for (size_t k = 0; k < i; k++) {
            const struct label_box *b = &boxes.items[k];
            if (a->left < b->right && b->left < a->right && a->top < b->bottom &&
                b->top < a->bottom) {
                print_error("»%s« stands on »%s« at %g,%g\n", a->text, b->text, a->left, a->top);
                faults++;
            }
        }
    }
    assert_true(boxes.count > 0);
    assert_int_equal(faults, 0);
}

#endif
