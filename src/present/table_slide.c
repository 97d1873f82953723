/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/table_slide.h"

#include <math.h>
#include <string.h>

#include "pejling/present/figure_shapes.h"
#include "pejling/present/wording.h"

#define LEFT 80.0
#define RIGHT (FIGURE_WIDTH - LEFT)
#define NAMES 470.0 /* wide is the column of the rows' names */
#define PAD 14.0
#define FIRST 24.0 /* from the top of a row to the middle of its first line */
#define STEP 27.0
#define DETAIL_STEP 24.0

static const struct text_style over_style = {"text_slide_over", 22, false};
static const struct text_style title_style = {"text_slide_strong", 34, true};
static const struct text_style head_style = {"text_head", 20, true};
static const struct text_style area_style = {"text_slide_area", 20, true};
static const struct text_style name_style = {"text_slide", 19, false};
static const struct text_style detail_style = {"text_slide", 16, false};
static const struct text_style state_style = {"text_slide_strong", 19, true};

struct table {
    const struct figure_canvas *canvas;
    const struct table_slide *content;
    struct gnuplot_script *script;
    struct gnuplot_rows fields, good, bad, same, frames;
    double top, row_height, column;
};

static struct table table_new(const struct figure_canvas *canvas, const struct table_slide *content)
{
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    return (struct table){.canvas = canvas,
                          .content = content,
                          .script = gnuplot_script_new(canvas->place),
                          .fields = none,
                          .good = none,
                          .bad = none,
                          .same = none,
                          .frames = none,
                          .column = (RIGHT - LEFT - NAMES) / (double)content->area_count};
}

/* Signs that every typeface has, for those who do not see the colours. */
static const char *sign_of(enum table_tone tone)
{
    static const char *const signs[] = {[TONE_NONE] = "",
                                        [TONE_GOOD] = "+ ",
                                        [TONE_BAD] = "− ",
                                        [TONE_SAME] = "= ",
                                        [TONE_OPEN] = "? "};
    return signs[tone];
}

static struct gnuplot_rows *ground_of(struct table *table, enum table_tone tone)
{
    switch (tone) {
    case TONE_GOOD:
        return &table->good;
    case TONE_BAD:
        return &table->bad;
    case TONE_SAME:
        return &table->same;
    case TONE_OPEN:
    case TONE_NONE:
        break;
    }
    return &table->frames;
}

/* Whether a row has room for a line more than its usual three. */
static bool is_high(const struct table *table)
{
    return table->row_height > 120;
}

/* Lines of small print; what is wrapped must leave room for the lines behind it. */
static void put_details(struct table *table, struct text_box box, double bottom,
                        const char *details)
{
    while (*details) {
        size_t length = strcspn(details, "\n");
        box.lines = details[length] || box.y + 2 * box.step > bottom ? 1 : 2;
        box.y = gnuplot_paragraph(table->script, &detail_style, box,
                                  arena_text(table->canvas->arena, details, length));
        details += length + (details[length] == '\n');
    }
}

static void put_cell(struct table *table, const struct table_cell *cell, double x, double y)
{
    const double gap = 3;
    if (!*cell->state)
        return;
    struct text_box box = {x + PAD, y + FIRST, table->column - 2 * PAD, STEP,
                           is_high(table) ? 2 : 1};
    shape_rectangle(
        ground_of(table, cell->tone),
        (struct shape_box){x + gap, y + gap, x + table->column - gap, y + table->row_height - gap});
    box.y = gnuplot_paragraph(
        table->script, &state_style, box,
        arena_printf(table->canvas->arena, "%s%s", sign_of(cell->tone), cell->state));
    box.step = DETAIL_STEP;
    put_details(table, box, y + table->row_height, cell->details);
}

static void put_row(struct table *table, const struct table_row *row, double y)
{
    struct text_box box = {LEFT, y + FIRST, NAMES - 2 * PAD, STEP, is_high(table) ? 3 : 2};
    box.y = gnuplot_paragraph(table->script, &name_style, box, row->name);
    box.step = DETAIL_STEP;
    box.lines = 1;
    gnuplot_paragraph(table->script, &detail_style, box, row->detail);
    for (size_t i = 0; i < table->content->area_count; i++)
        put_cell(table, &row->cells[i], LEFT + NAMES + table->column * (double)i, y);
}

/* Title and head; where the rows begin. */
static double put_head(struct table *table)
{
    const struct table_slide *content = table->content;
    const struct catalogue *catalogue = table->canvas->findings->table->catalogue;
    struct text_box box = {LEFT, 76, RIGHT - LEFT, 0, 1};
    gnuplot_paragraph(table->script, &over_style, box, content->over);
    box.y = 122;
    gnuplot_paragraph(table->script, &title_style, box, content->title);
    shape_rectangle(&table->fields, (struct shape_box){FIGURE_MARGIN, FIGURE_MARGIN,
                                                       FIGURE_WIDTH - FIGURE_MARGIN, 154});
    gnuplot_label(table->script, &head_style, LEFT, 186, content->row_head);
    for (size_t i = 0; i < content->area_count; i++) {
        box = (struct text_box){LEFT + NAMES + table->column * (double)i + PAD, 186,
                                table->column - 2 * PAD, 0, 1};
        gnuplot_number(table->script, "area", figure_colour(catalogue, content->areas[i]));
        gnuplot_paragraph(table->script, &area_style, box, content->areas[i]->name);
    }
    return 208;
}

bool table_slide_fits(size_t areas, size_t rows)
{
    return areas && rows && areas <= TABLE_SLIDE_AREAS && rows <= TABLE_SLIDE_ROWS;
}

struct gnuplot_figure table_slide_draw(const struct figure_canvas *canvas,
                                       const struct table_slide *content)
{
    const double highest = 150;
    struct table table = table_new(canvas, content);
    const char *note = arena_printf(canvas->arena, "%s\n%s", content->reading,
                                    wording_no_cause_short(canvas->language));
    double bottom = canvas->height - figure_foot_height(canvas, note) - 20;
    table.top = put_head(&table);
    table.row_height = fmin((bottom - table.top) / (double)content->row_count, highest);
    for (size_t i = 0; i < content->row_count; i++)
        put_row(&table, &content->rows[i], table.top + table.row_height * (double)i);
    figure_foot(table.script, canvas, bottom, note);
    gnuplot_block(table.script, "fields", &table.fields);
    gnuplot_block(table.script, "good", &table.good);
    gnuplot_block(table.script, "bad", &table.bad);
    gnuplot_block(table.script, "same", &table.same);
    gnuplot_block(table.script, "frames", &table.frames);
    gnuplot_load(table.script, "table.gp");
    return (struct gnuplot_figure){.script = table.script,
                                   .name = "",
                                   .title = content->title,
                                   .summary = content->reading,
                                   .width = canvas->width,
                                   .height = canvas->height};
}
