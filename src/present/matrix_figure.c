/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/matrix_figure.h"

#include <math.h>
#include <string.h>

#include "pejling/present/figure_shapes.h"
#include "pejling/present/followup.h"
#include "pejling/present/headline.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/matrix_cells.h"
#include "pejling/present/wording.h"

#define LEFT FIGURE_MARGIN
#define NAME_WIDTH 500.0 /* at least */
#define NAME_NARROW 440.0
#define NAME_STEP 32.0
#define PITCH_WIDE 230.0 /* of columns: below it a cell says its word under its number */
#define PITCH_MOST 380.0
#define COLUMN_GAP 12.0
#define CELL_STEP 23.0
#define GOAL_HEIGHT 50.0
#define GROUP_END 12.0
#define KEY_STEP 46.0
#define SWATCH_WIDTH 62.0

static const struct text_style goal_style = {"text_goal", 17, true};
static const struct text_style name_style = {"text_name", 20, false};
static const struct text_style unit_style = {"text_small_right", 15, false};
static const struct text_style key_head_style = {"text_head", 17, true};
static const struct text_style key_style = {"text_name", 17, false};

/* How the texts of a class are set; the same sizes for all. */
struct cell_styles {
    struct text_style word, number;
};

static struct cell_styles styles_of(enum matrix_class class, bool narrow)
{
    static const char *const names[MATRIX_CLASSES][2] = {
        [MATRIX_CLEARLY_BETTER] = {"text_cell_clear", "text_cell_clear_right"},
        [MATRIX_BETTER] = {"text_cell_better", "text_cell_better_right"},
        [MATRIX_UNCHANGED] = {"text_cell_same", "text_cell_same_right"},
        [MATRIX_WORSE] = {"text_cell_worse", "text_cell_worse_right"},
        [MATRIX_CLEARLY_WORSE] = {"text_cell_clear", "text_cell_clear_right"},
        [MATRIX_NARROWING] = {"text_cell_same", "text_cell_same_right"},
        [MATRIX_WIDENING] = {"text_cell_same", "text_cell_same_right"},
        [MATRIX_UNTOLD] = {"text_cell_untold", "text_cell_sign"},
        [MATRIX_HIDDEN] = {"text_cell_untold", "text_cell_sign"},
        [MATRIX_NO_DATA] = {"text_cell_untold", "text_cell_sign"},
    };
    double points = narrow ? 15 : 18;
    return (struct cell_styles){{names[class][0], points, false},
                                {names[class][1], narrow ? 17 : 19, true}};
}

struct matrix {
    const struct figure_canvas *canvas;
    struct speaker speaker;
    struct gnuplot_script *script;
    const struct indicator **indicators;
    const struct area **areas;
    size_t row_count, area_count, left_out; /* rows that do not fit on the slide */
    double pitch, names_right, stretch;     /* stretch: what each row gets beyond its least */
    bool narrow, has_goals;
    bool has[MATRIX_CLASSES];
    struct gnuplot_rows fills[MATRIX_CLASSES], marks[MATRIX_CLASSES], rules, frames;
};

static bool is_framed(enum matrix_class class)
{
    return class >= MATRIX_NARROWING && class < MATRIX_NO_DATA;
}

/* ---- Room ---- */

static double column_left(const struct matrix *matrix, size_t column)
{
    return matrix->names_right + (double)column * matrix->pitch + COLUMN_GAP;
}

static double cell_width(const struct matrix *matrix)
{
    return matrix->pitch - COLUMN_GAP;
}

/* The unit of a row, where it is not the one that the subtitle tells. */
static const char *unit_of(const struct matrix *matrix, const struct indicator *indicator)
{
    const char *unit = indicator_difference_unit(indicator, matrix->speaker.language);
    return strcmp(unit, say(matrix->speaker.language, "pct.-point", "percentage points")) == 0
               ? ""
               : unit;
}

static struct text_box name_box(const struct matrix *matrix, const struct indicator *indicator)
{
    const char *unit = unit_of(matrix, indicator);
    double room = *unit ? fmin(text_width(&unit_style, unit), 200) + 20 : 0;
    return (struct text_box){LEFT, 0, matrix->names_right - LEFT - room, NAME_STEP, 3};
}

/* The words of a cell, in the box that is theirs. */
static const char *words_of(const struct matrix_cell *cell)
{
    return *cell->reason ? cell->reason : cell->word;
}

static struct text_box word_box(const struct matrix *matrix, const struct matrix_cell *cell)
{
    struct cell_styles styles = styles_of(cell->class, matrix->narrow);
    if (matrix->narrow)
        return (struct text_box){12, 0, cell_width(matrix) - 18, CELL_STEP, 2};
    double number =
        matrix_has_verdict(cell->class) ? text_width(&styles.number, cell->number) + 12 : 0;
    return (struct text_box){66, 0, cell_width(matrix) - 66 - 14 - number, CELL_STEP, 2};
}

static double cell_height(const struct matrix *matrix, const struct matrix_cell *cell)
{
    struct cell_styles styles = styles_of(cell->class, matrix->narrow);
    size_t lines = text_box_lines(&styles.word, word_box(matrix, cell), words_of(cell));
    if (matrix->narrow)
        return 34 + CELL_STEP * (double)lines;
    return 22 + CELL_STEP * (double)(lines > 1 ? lines : 1);
}

/* The least a row takes, with the white below it. */
static double row_height(const struct matrix *matrix, const struct indicator *indicator)
{
    size_t lines =
        text_box_lines(&name_style, name_box(matrix, indicator), indicator_label(indicator));
    double height = NAME_STEP * (double)lines + 6;
    for (size_t i = 0; i < matrix->area_count; i++) {
        struct matrix_cell cell = matrix_cell(&matrix->speaker, indicator, matrix->areas[i]);
        height = fmax(height, cell_height(matrix, &cell));
    }
    return height + 8;
}

static bool begins_group(const struct matrix *matrix, size_t row)
{
    return row == 0 ||
           strcmp(matrix->indicators[row]->goal, matrix->indicators[row - 1]->goal) != 0;
}

static double group_height(const struct matrix *matrix)
{
    return GROUP_END + (matrix->has_goals ? GOAL_HEIGHT : 12);
}

/* The height of all rows, without stretching. */
static double rows_height(const struct matrix *matrix)
{
    double sum = 0;
    for (size_t i = 0; i < matrix->row_count; i++)
        sum += row_height(matrix, matrix->indicators[i]) +
               (begins_group(matrix, i) ? group_height(matrix) : 0);
    return sum;
}

/* ---- Cells ---- */

static void put_symbol(struct matrix *matrix, enum matrix_class class, double x, double y)
{
    struct text_style sign = styles_of(class, matrix->narrow).number;
    if (matrix_has_verdict(class))
        shape_verdict(&matrix->marks[class], class, x, y);
    else
        gnuplot_label(matrix->script, &sign, x, y, matrix_class_symbol(class));
}

static void put_field(struct matrix *matrix, enum matrix_class class, struct shape_box box)
{
    shape_rectangle(&matrix->fills[class], box);
    if (is_framed(class))
        shape_rectangle(&matrix->frames, box);
}

static void put_cell(struct matrix *matrix, const struct matrix_cell *cell, struct shape_box box)
{
    struct cell_styles styles = styles_of(cell->class, matrix->narrow);
    struct text_box words = word_box(matrix, cell);
    double middle = (box.top + box.bottom) / 2;
    double lines = (double)text_box_lines(&styles.word, words, words_of(cell));
    double first = middle - (lines - 1) / 2 * CELL_STEP;
    double number_y = middle, symbol_x = box.left + 33;
    if (matrix->narrow && cell->class != MATRIX_NO_DATA) {
        number_y = middle - lines / 2 * CELL_STEP - 1;
        first += CELL_STEP / 2 + 1;
    }
    words.x += box.left;
    words.y = first;
    put_field(matrix, cell->class, box);
    put_symbol(matrix, cell->class, symbol_x, number_y);
    gnuplot_paragraph(matrix->script, &styles.word, words, words_of(cell));
    if (matrix_has_verdict(cell->class))
        gnuplot_label(matrix->script, &styles.number, box.right - 14, number_y, cell->number);
    matrix->has[cell->class] = true;
}

/* ---- Rows ---- */

static double put_row(struct matrix *matrix, const struct indicator *indicator, double y)
{
    double bottom = y + row_height(matrix, indicator) + matrix->stretch - 8;
    struct text_box name = name_box(matrix, indicator);
    size_t lines = text_box_lines(&name_style, name, indicator_label(indicator));
    struct text_box unit = {matrix->names_right, (y + bottom) / 2, 200, 0, 1};
    name.y = (y + bottom) / 2 - (double)(lines - 1) / 2 * NAME_STEP;
    gnuplot_paragraph(matrix->script, &name_style, name, indicator_label(indicator));
    gnuplot_paragraph(matrix->script, &unit_style, unit, unit_of(matrix, indicator));
    for (size_t i = 0; i < matrix->area_count; i++) {
        double left = column_left(matrix, i);
        struct matrix_cell cell = matrix_cell(&matrix->speaker, indicator, matrix->areas[i]);
        put_cell(matrix, &cell, (struct shape_box){left, y, left + cell_width(matrix), bottom});
    }
    return bottom + 8;
}

static void rule(struct matrix *matrix, double y)
{
    double right = column_left(matrix, matrix->area_count) - COLUMN_GAP;
    shape_line(&matrix->rules, LEFT, y, right, y);
}

static double put_rows(struct matrix *matrix, double y)
{
    for (size_t i = 0; i < matrix->row_count; i++) {
        if (begins_group(matrix, i)) {
            y += i ? GROUP_END : 0;
            rule(matrix, y);
            struct text_box goal = {LEFT, y + 28, matrix->canvas->width - 2 * LEFT, 0, 1};
            if (matrix->has_goals)
                gnuplot_paragraph(
                    matrix->script, &goal_style, goal,
                    indicator_heading(matrix->speaker.language, matrix->indicators[i]));
            y += group_height(matrix) - GROUP_END;
        }
        y = put_row(matrix, matrix->indicators[i], y);
    }
    return y + GROUP_END;
}

/* The names of the areas stand on the line below them. Returns its y. */
static double put_heads(struct matrix *matrix, double y)
{
    struct text_style style = {"text_column", matrix->narrow ? 16 : 20, true};
    struct text_box box = {0, 0, cell_width(matrix), matrix->narrow ? 25 : 31, 5};
    size_t most = 1;
    for (size_t i = 0; i < matrix->area_count; i++) {
        size_t lines = text_box_lines(&style, box, matrix->areas[i]->name);
        most = lines > most ? lines : most;
    }
    for (size_t i = 0; i < matrix->area_count; i++) {
        size_t lines = text_box_lines(&style, box, matrix->areas[i]->name);
        box.x = column_left(matrix, i) + cell_width(matrix) / 2;
        box.y = y + 24 + (double)(most - lines) * box.step;
        gnuplot_paragraph(matrix->script, &style, box, matrix->areas[i]->name);
    }
    return y + 24 + (double)most * box.step + 4;
}

/* ---- Key and foot ---- */

/* What the key explains: all five of the scale, the others where they occur. */
static bool is_in_key(const struct matrix *matrix, enum matrix_class class)
{
    return class <= MATRIX_CLEARLY_WORSE || class == MATRIX_UNTOLD ||
           (matrix->has[class] && class != MATRIX_NO_DATA);
}

/* Returns the y below it; without `put` it is only measured. */
static double key(struct matrix *matrix, double y, bool put)
{
    enum language language = matrix->speaker.language;
    const char *head = say(language, "Sådan læses felterne:", "How to read the cells:");
    double x = LEFT + text_width(&key_head_style, head) + 30;
    if (put)
        gnuplot_label(matrix->script, &key_head_style, LEFT, y, head);
    for (enum matrix_class class = 0; class < MATRIX_CLASSES; class ++) {
        const char *word = matrix_class_word(language, class);
        double width = SWATCH_WIDTH + 12 + text_width(&key_style, word);
        if (!is_in_key(matrix, class))
            continue;
        if (x + width > matrix->canvas->width - LEFT) {
            x = LEFT;
            y += KEY_STEP;
        }
        if (put) {
            put_field(matrix, class, (struct shape_box){x, y - 17, x + SWATCH_WIDTH, y + 17});
            put_symbol(matrix, class, x + SWATCH_WIDTH / 2, y);
            gnuplot_label(matrix->script, &key_style, x + SWATCH_WIDTH + 12, y, word);
        }
        x += width + 32;
    }
    return y + KEY_STEP;
}

static const char *reading(const struct matrix *matrix)
{
    enum language language = matrix->speaker.language;
    if (!matrix->row_count || !matrix->area_count)
        return "";
    const char *text =
        say(language,
            "Pilen viser bedre eller værre for området, fortegnet hvilken vej afstanden går.\n"
            "»Klart«: begge beregninger viser det, også når der tages højde for de mange "
            "sammenligninger.\n"
            "»Uændret«: ændring af betydning er udelukket. »For upræcist«: hverken 0 eller en "
            "sådan ændring er det.",
            "The arrow says better or worse for the area, the sign which way the gap goes.\n"
            "“Clearly”: both calculations show it, also when the many comparisons are allowed "
            "for.\n"
            "“Unchanged”: change that matters is ruled out. “Too imprecise”: neither 0 nor such a "
            "change is.");
    text = arena_printf(matrix->canvas->arena, "%s\n%s", matrix_gap_note(language), text);
    text = figure_left_out(matrix->canvas, text, matrix->left_out, matrix->row_count);
    return figure_sources(matrix->canvas, text, matrix->indicators, matrix->row_count);
}

/* What is left for the rows on a slide; less once the foot must say what is not there. */
static double slide_room(struct matrix *matrix, double y)
{
    return matrix->canvas->height - y - key(matrix, 0, false) - KEY_STEP - 16 -
           figure_foot_height(matrix->canvas, reading(matrix));
}

/* The names of goals go before a row does; then the rows share what is left over. */
static void fit_rows(struct matrix *matrix, double y)
{
    const double most = 46; /* a row stretched further is no row any more */
    if (rows_height(matrix) > slide_room(matrix, y))
        matrix->has_goals = false;
    while (matrix->row_count > 1 && rows_height(matrix) > slide_room(matrix, y)) {
        matrix->row_count--;
        matrix->left_out++;
    }
    double spare = slide_room(matrix, y) - rows_height(matrix);
    matrix->stretch = fmin(fmax(spare / (double)matrix->row_count, 0), most);
}

/* What a screen reader says: the cells, row by row. */
static const char *summary(const struct matrix *matrix)
{
    const char *text = matrix_measure(matrix->speaker.language);
    for (size_t i = 0; i < matrix->row_count; i++) {
        text = arena_printf(matrix->canvas->arena, "%s. %s", text,
                            indicator_label(matrix->indicators[i]));
        for (size_t k = 0; k < matrix->area_count; k++)
            text = arena_printf(
                matrix->canvas->arena, "%s%s %s: %s", text, k ? ";" : ":", matrix->areas[k]->name,
                matrix_cell(&matrix->speaker, matrix->indicators[i], matrix->areas[k]).quotes.text);
    }
    return text;
}

/* ---- All of it ---- */

static struct matrix matrix_of(const struct figure_canvas *canvas)
{
    const struct catalogue *catalogue = canvas->findings->table->catalogue;
    const struct gnuplot_rows none = {.arena = canvas->arena, .columns = 2};
    struct matrix matrix = {.canvas = canvas,
                            .speaker = {canvas->arena, canvas->language, canvas->findings},
                            .script = gnuplot_script_new(canvas->place),
                            .has_goals = true,
                            .rules = none,
                            .frames = none};
    for (size_t i = 0; i < MATRIX_CLASSES; i++)
        matrix.fills[i] = matrix.marks[i] = none;
    matrix.areas = followup_areas(canvas->arena, catalogue, &matrix.area_count);
    matrix.indicators = indicators_by_goal(canvas->arena, catalogue, canvas->form == FIGURE_SLIDE,
                                           &matrix.row_count);
    double columns = (double)(matrix.area_count ? matrix.area_count : 1);
    double room = canvas->width - 2 * LEFT;
    matrix.pitch = fmin((room - NAME_WIDTH) / columns, PITCH_MOST);
    matrix.narrow = matrix.pitch < PITCH_WIDE;
    if (matrix.narrow)
        matrix.pitch = (room - NAME_NARROW) / columns;
    matrix.names_right = fmin(canvas->width - LEFT - columns * matrix.pitch, LEFT + 760);
    return matrix;
}

/* One block a class, as matrix.gp has them. */
static void send(struct matrix *matrix)
{
    static const char *const names[MATRIX_CLASSES] = {
        "clearly_better", "better",   "unchanged", "worse",  "clearly_worse",
        "narrowing",      "widening", "untold",    "hidden", "no_data"};
    for (enum matrix_class i = MATRIX_CLEARLY_BETTER; i < MATRIX_NO_DATA; i++) {
        gnuplot_block(matrix->script, names[i], &matrix->fills[i]);
        if (matrix_has_verdict(i)) /* the others have signs: texts */
            gnuplot_block(matrix->script, arena_printf(matrix->canvas->arena, "%s_marks", names[i]),
                          &matrix->marks[i]);
    }
    gnuplot_block(matrix->script, "rules", &matrix->rules);
    gnuplot_block(matrix->script, "frames", &matrix->frames);
    gnuplot_load(matrix->script, "matrix.gp");
}

static double put_matrix(struct matrix *matrix, double y)
{
    if (!matrix->row_count || !matrix->area_count) {
        figure_nothing(matrix->script, matrix->canvas, y + 120);
        return y + 260;
    }
    y = put_heads(matrix, y);
    if (matrix->canvas->form == FIGURE_SLIDE)
        fit_rows(matrix, y);
    y = put_rows(matrix, y);
    rule(matrix, y - GROUP_END / 2);
    return key(matrix, y + 36, true) + 8;
}

struct gnuplot_figure matrix_figure_draw(const struct figure_canvas *canvas)
{
    struct matrix matrix = matrix_of(canvas);
    const char *title = headline_plan(&matrix.speaker).text;
    double y =
        figure_heading(matrix.script, canvas, title, matrix_measure(matrix.speaker.language));
    y = put_matrix(&matrix, y);
    double height = figure_foot(matrix.script, canvas, y, reading(&matrix));
    send(&matrix);
    return (struct gnuplot_figure){.script = matrix.script,
                                   .name = "vurderinger",
                                   .title = title,
                                   .summary = summary(&matrix),
                                   .width = canvas->width,
                                   .height = height};
}
