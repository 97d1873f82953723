/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slope_figure.h"

#include <math.h>

#include "pejling/base/reason.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/label_spread.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

#define SPACING 50.0 /* between panels, both ways */
#define TITLE_STEP 30.0
#define NOTE_STEP 26.0
#define BESIDE 18.0         /* from a point to its value */
#define TICK_ROOM 40.0      /* below the lines */
#define LABEL_STEP 29.0     /* from one label to the next */
#define LEAST_NAME 60.0     /* what a name can be cut to */
#define REPORT_HEIGHT 300.0 /* of the lines; more where there are many of them */

static const struct text_style title_style = {"text_head", 20, true};
static const struct text_style unit_style = {"text_small", 17, false};
static const struct text_style tick_style = {"text_tick_x", 17, false};
static const struct text_style area_left = {"text_value_right", 18, true};
static const struct text_style area_right = {"text_value", 18, true};
static const struct text_style area_name = {"text_slope_name", 17, false};
static const struct text_style other_left = {"text_municipality_right", 18, false};
static const struct text_style other_right = {"text_municipality", 18, false};
static const struct text_style other_name = {"text_municipality", 17, false};

/* Where things stand on the canvas, in pixels. */
struct slope_layout {
    const struct figure_canvas *canvas;
    const struct slope_goal *goal;
    size_t shown, columns; /* how many panels have room */
    double width;          /* of a panel */
    double titles;         /* room for title and unit */
    double lines;          /* height of the lines */
    double reasons;        /* room for the reasons below them */
    double top;            /* of the first row */
};

/* One panel's place. */
struct slope_frame {
    double left, right;        /* of the panel */
    double from, to;           /* x of the two times */
    double names;              /* x of the names, to the right of the values */
    double title, top, bottom; /* y of the first line of the title, and of the lines */
};

static bool is_other(const struct slope_line *line)
{
    return line->area->role == AREA_MUNICIPALITY;
}

/* The only municipality there is, or NULL. */
static const struct area *only_municipality(const struct figure_canvas *canvas)
{
    const struct catalogue *catalogue = canvas->findings->table->catalogue;
    const struct area *only = NULL;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_MUNICIPALITY) {
            if (only)
                return NULL;
            only = &catalogue->areas[i];
        }
    return only;
}

/* What a line is called on the figure: short where that is enough. */
static const char *line_name(const struct figure_canvas *canvas, const struct slope_line *line)
{
    const struct area *only = only_municipality(canvas);
    if (line->area == only)
        return say(canvas->language, "kommunen", "municipality");
    if (line->area->role == AREA_TOTAL && only)
        return say(canvas->language, "samlet", "together");
    return line->area->name;
}

/* A value, with its period where that is not the one of the panel. */
static const char *value_text(const struct figure_canvas *canvas, const struct finding *level,
                              const struct finding *usual)
{
    const char *value = wording_value(canvas->arena, canvas->language, level);
    if (period_compare(level->from, usual->from) == 0)
        return value;
    return arena_printf(canvas->arena, "%s" NBSP "(%s)", value,
                        figure_period(canvas->arena, level->from));
}

/* `pct. · lavere er bedre` */
static const char *unit_text(const struct figure_canvas *canvas, const struct indicator *indicator)
{
    const char *better = "";
    if (indicator->polarity == POLARITY_UP)
        better = say(canvas->language, "højere er bedre", "higher is better");
    if (indicator->polarity == POLARITY_DOWN)
        better = say(canvas->language, "lavere er bedre", "lower is better");
    return arena_printf(canvas->arena, "%s%s%s", indicator->unit,
                        *indicator->unit && *better ? " · " : "", better);
}

/* `Ingen linje – skjult: få personer (Motalavej, Sydbyen)`; without names where it is all. */
static const char *reason_line(const struct figure_canvas *canvas, const struct slope_panel *panel,
                               enum reason reason)
{
    size_t of = 0;
    const char *names = "";
    for (size_t i = 0; i < panel->count; i++)
        if (panel->lines[i].reason == reason)
            names = arena_printf(canvas->arena, "%s%s%s", names, of++ ? ", " : "",
                                 line_name(canvas, &panel->lines[i]));
    if (!of)
        return "";
    bool all = of == panel->count;
    return arena_printf(canvas->arena, "%s – %s%s%s%s",
                        of > 1 ? say(canvas->language, "Ingen linjer", "No lines")
                               : say(canvas->language, "Ingen linje", "No line"),
                        reason_text(reason, canvas->language), all ? "" : " (", all ? "" : names,
                        all ? "" : ")");
}

/* Why lines are missing, one reason after another; "" where none is. */
static const char *reasons_text(const struct figure_canvas *canvas, const struct slope_panel *panel)
{
    const char *text = "";
    for (enum reason reason = REASON_NONE + 1; reason < REASON_COUNT; reason++) {
        const char *next = reason_line(canvas, panel, reason);
        text = arena_printf(canvas->arena, "%s%s%s", text, *text && *next ? ". " : "", next);
    }
    return text;
}

/* --- where things stand ----------------------------------------------------------------------- */

static struct text_box box_of(const struct slope_layout *layout, double step)
{
    return (struct text_box){0, 0, layout->width, step, 3};
}

/* The room that the words of all panels need. */
static void measure_words(struct slope_layout *layout)
{
    const struct figure_canvas *canvas = layout->canvas;
    for (size_t i = 0; i < layout->goal->count; i++) {
        const struct slope_panel *panel = &layout->goal->panels[i];
        double titles =
            TITLE_STEP * (double)text_box_lines(&title_style, box_of(layout, TITLE_STEP),
                                                indicator_label(panel->indicator));
        double reasons = NOTE_STEP * (double)text_box_lines(&unit_style, box_of(layout, NOTE_STEP),
                                                            reasons_text(canvas, panel));
        layout->titles = fmax(layout->titles, titles + NOTE_STEP + 20);
        layout->reasons = fmax(layout->reasons, reasons);
    }
}

static double row_height(const struct slope_layout *layout)
{
    return layout->titles + layout->lines + TICK_ROOM + layout->reasons;
}

/* The least height at which the labels of a panel do not cover each other. */
static double least_lines(const struct slope_goal *goal)
{
    size_t most = 1;
    for (size_t i = 0; i < goal->count; i++)
        most = goal->panels[i].count > most ? goal->panels[i].count : most;
    return LABEL_STEP * (double)most;
}

/* Room for the values left of the lines, right of them, and for the names behind those. */
struct side_room {
    double before, after, names;
};

static struct side_room side_room(const struct figure_canvas *canvas,
                                  const struct slope_panel *panel)
{
    struct side_room room = {24, 0, 0};
    for (size_t i = 0; i < panel->count; i++) {
        const struct slope_line *line = &panel->lines[i];
        if (line->baseline)
            room.before = fmax(
                room.before,
                text_width(&area_left, value_text(canvas, line->baseline, panel->first)) + BESIDE);
        if (!line->latest)
            continue;
        room.after = fmax(room.after,
                          text_width(&area_right, value_text(canvas, line->latest, panel->last)) +
                              BESIDE + 12);
        room.names = fmax(room.names, text_width(&area_name, line_name(canvas, line)));
    }
    return room;
}

static double panel_width(const struct figure_canvas *canvas, size_t columns)
{
    return (canvas->width - 2 * FIGURE_MARGIN + SPACING) / (double)columns - SPACING;
}

/* As many columns as wanted, or fewer where the numbers are too wide for that. */
static size_t columns_for(const struct figure_canvas *canvas, const struct slope_goal *goal,
                          size_t wanted)
{
    for (size_t i = 0; i < goal->count; i++) {
        struct side_room room = side_room(canvas, &goal->panels[i]);
        while (wanted > 1 && room.before + room.after > 0.75 * panel_width(canvas, wanted))
            wanted--;
    }
    return wanted;
}

static void divide(struct slope_layout *layout, size_t columns)
{
    layout->columns = columns;
    layout->width = panel_width(layout->canvas, columns);
    layout->titles = layout->reasons = 0;
    measure_words(layout);
}

/* How many rows of panels fit above `bottom`, one at least. */
static size_t rows_above(const struct slope_layout *layout, double bottom)
{
    double rows = (bottom - layout->top + SPACING) / (row_height(layout) + SPACING);
    return rows < 1 ? 1 : (size_t)rows;
}

/* On a slide: rows as high as there is room, and no more panels than fit. */
static void fit(struct slope_layout *layout, double bottom)
{
    size_t count = layout->goal->count, wanted = count < 4 ? count : 4;
    size_t most = columns_for(layout->canvas, layout->goal, 5);
    layout->lines = least_lines(layout->goal);
    divide(layout, wanted < most ? wanted : most);
    if (rows_above(layout, bottom) * layout->columns < count)
        divide(layout, most);
    size_t room = rows_above(layout, bottom) * layout->columns;
    layout->shown = room < count ? room : count;
    /* A goal has a panel at least. NOLINTNEXTLINE(clang-analyzer-core.DivideZero) */
    size_t rows = (layout->shown + layout->columns - 1) / layout->columns;
    double height = (bottom - layout->top + SPACING) / (double)rows - SPACING;
    layout->lines += fmax(height - row_height(layout), 0);
}

/* Whether a panel has a then and a now; else all its points stand above each other. */
static bool has_two_times(const struct slope_panel *panel)
{
    return panel->last_time > panel->first_time;
}

static struct slope_frame frame_of(const struct slope_layout *layout, size_t i)
{
    struct slope_frame frame;
    const struct slope_panel *panel = &layout->goal->panels[i];
    struct side_room room = side_room(layout->canvas, panel);
    size_t row = i / layout->columns, column = i % layout->columns;
    frame.left = FIGURE_MARGIN + (layout->width + SPACING) * (double)column;
    frame.right = frame.left + layout->width;
    frame.title = layout->top + 14 + (row_height(layout) + SPACING) * (double)row;
    frame.top = frame.title - 14 + layout->titles;
    frame.bottom = frame.top + layout->lines;
    frame.from = frame.left + room.before;
    frame.to = fmax(frame.from + 0.15 * layout->width, frame.right - room.names - room.after);
    if (!has_two_times(panel))
        frame.to = frame.from;
    frame.names = frame.to + room.after;
    return frame;
}

static double x_of(const struct slope_panel *panel, const struct slope_frame *frame, double time)
{
    if (!has_two_times(panel))
        return frame->to;
    double share = (time - panel->first_time) / (panel->last_time - panel->first_time);
    return frame->from + share * (frame->to - frame->from);
}

static double y_of(const struct slope_panel *panel, const struct slope_frame *frame, double value)
{
    double top = frame->top + LABEL_STEP / 2, bottom = frame->bottom - LABEL_STEP / 2;
    if (!(panel->high > panel->low))
        return (top + bottom) / 2;
    return bottom - (value - panel->low) / (panel->high - panel->low) * (bottom - top);
}

/* --- lines ------------------------------------------------------------------------------------ */

/* The blocks of one layer. */
struct slope_layer {
    struct gnuplot_rows rules, sure, unsure, points, dashes, dots;
};

static struct slope_layer new_layer(struct arena *arena)
{
    struct gnuplot_rows none = {.arena = arena, .columns = 2};
    return (struct slope_layer){none, none, none, none, none, none};
}

static void send_layer(struct gnuplot_script *script, const struct slope_layer *layer,
                       unsigned colour)
{
    gnuplot_number(script, "area", colour);
    gnuplot_block(script, "rules", &layer->rules);
    gnuplot_block(script, "sure", &layer->sure);
    gnuplot_block(script, "unsure", &layer->unsure);
    gnuplot_block(script, "points", &layer->points);
    gnuplot_block(script, "dashes", &layer->dashes);
    gnuplot_block(script, "dots", &layer->dots);
    gnuplot_load(script, "slope.gp");
}

static void add_line(struct slope_layer *layer, const struct slope_panel *panel,
                     const struct slope_frame *frame, const struct slope_line *line)
{
    struct gnuplot_rows *joined = is_other(line) ? &layer->dashes
                                  : line->sure   ? &layer->sure
                                                 : &layer->unsure;
    struct gnuplot_rows *ends = is_other(line) ? &layer->dots : &layer->points;
    const struct finding *levels[] = {line->baseline, line->latest};
    const double times[] = {line->from, line->to};
    gnuplot_gap(joined);
    for (int end = 0; end < 2; end++) {
        if (!levels[end])
            continue;
        double x = x_of(panel, frame, times[end]);
        double y = y_of(panel, frame, levels[end]->estimate.value);
        gnuplot_row(ends, x, y, 0);
        if (!line->reason)
            gnuplot_row(joined, x, y, 0);
    }
}

/* The upright lines of all panels. */
static struct slope_layer rule_layer(const struct slope_layout *layout)
{
    struct slope_layer layer = new_layer(layout->canvas->arena);
    for (size_t i = 0; i < layout->shown; i++) {
        struct slope_frame frame = frame_of(layout, i);
        for (int end = 0; end < 2; end++) {
            gnuplot_gap(&layer.rules);
            gnuplot_row(&layer.rules, end ? frame.to : frame.from, frame.top, 0);
            gnuplot_row(&layer.rules, end ? frame.to : frame.from, frame.bottom, 0);
        }
    }
    return layer;
}

/* What all panels show of an area. */
static struct slope_layer area_layer(const struct slope_layout *layout, const struct area *area)
{
    struct slope_layer layer = new_layer(layout->canvas->arena);
    for (size_t i = 0; i < layout->shown; i++) {
        const struct slope_panel *panel = &layout->goal->panels[i];
        struct slope_frame frame = frame_of(layout, i);
        for (size_t k = 0; k < panel->count; k++)
            if (panel->lines[k].area == area)
                add_line(&layer, panel, &frame, &panel->lines[k]);
    }
    return layer;
}

/* From behind: upright lines, municipalities, areas. */
static void send_lines(struct gnuplot_script *script, const struct slope_layout *layout)
{
    const struct catalogue *catalogue = layout->canvas->findings->table->catalogue;
    struct slope_layer rules = rule_layer(layout);
    send_layer(script, &rules, 1);
    const enum area_role roles[] = {AREA_MUNICIPALITY, AREA_TOTAL, AREA_ESTATE};
    for (size_t role = 0; role < sizeof roles / sizeof *roles; role++)
        for (size_t i = 0; i < catalogue->area_count; i++) {
            const struct area *area = &catalogue->areas[i];
            struct slope_layer layer = area_layer(layout, area);
            if (area->role == roles[role] && (layer.points.count || layer.dots.count))
                send_layer(script, &layer, figure_colour(catalogue, area));
        }
}

/* --- words ------------------------------------------------------------------------------------ */

/* One end of the lines of a panel. */
struct slope_end {
    const struct slope_panel *panel;
    const struct slope_frame *frame;
    bool right;
    const double *heights; /* of the labels, one a line */
};

static const struct finding *level_of(const struct slope_line *line, bool right)
{
    return right ? line->latest : line->baseline;
}

/* The value of a line, at the right with its name behind it. */
static void put_label(struct gnuplot_script *script, const struct slope_layout *layout,
                      const struct slope_end *end, size_t i)
{
    const struct figure_canvas *canvas = layout->canvas;
    const struct slope_frame *frame = end->frame;
    const struct slope_line *line = &end->panel->lines[i];
    const char *value = value_text(canvas, level_of(line, end->right),
                                   end->right ? end->panel->last : end->panel->first);
    double y = end->heights[i];
    gnuplot_number(script, "area", figure_colour(canvas->findings->table->catalogue, line->area));
    if (!end->right) {
        gnuplot_label(script, is_other(line) ? &other_left : &area_left, frame->from - BESIDE, y,
                      value);
        return;
    }
    const struct text_style *style = is_other(line) ? &other_name : &area_name;
    const char *rest = line_name(canvas, line);
    double width = frame->right + SPACING - 20 - frame->names;
    gnuplot_label(script, is_other(line) ? &other_right : &area_right, frame->to + BESIDE, y,
                  value);
    if (width > LEAST_NAME) /* huge numbers may leave none; then its colour and shape must do */
        gnuplot_label(script, style, frame->names, y,
                      text_box_line(canvas->arena, style, width, &rest, true));
}

/* The values at one end, pushed apart. */
static void put_end(struct gnuplot_script *script, const struct slope_layout *layout,
                    const struct slope_panel *panel, const struct slope_frame *frame, bool right)
{
    struct arena *arena = layout->canvas->arena;
    const struct label_room room = {LABEL_STEP, frame->top + LABEL_STEP / 2,
                                    frame->bottom - LABEL_STEP / 2};
    double *heights = arena_alloc(arena, panel->count, sizeof *heights);
    double **moved = arena_alloc(arena, panel->count, sizeof *moved);
    size_t count = 0;
    for (size_t i = 0; i < panel->count; i++) {
        const struct finding *level = level_of(&panel->lines[i], right);
        if (!level)
            continue;
        heights[i] = y_of(panel, frame, level->estimate.value);
        moved[count++] = &heights[i];
    }
    label_spread(moved, count, room);
    const struct slope_end end = {panel, frame, right, heights};
    for (size_t i = 0; i < panel->count; i++)
        if (level_of(&panel->lines[i], right))
            put_label(script, layout, &end, i);
}

static void put_panel(struct gnuplot_script *script, const struct slope_layout *layout, size_t i)
{
    const struct figure_canvas *canvas = layout->canvas;
    const struct slope_panel *panel = &layout->goal->panels[i];
    const struct slope_frame frame = frame_of(layout, i);
    struct text_box box = {frame.left, frame.title, layout->width, TITLE_STEP, 3};
    box.y = gnuplot_paragraph(script, &title_style, box, indicator_label(panel->indicator));
    box.step = NOTE_STEP;
    gnuplot_paragraph(script, &unit_style, box, unit_text(canvas, panel->indicator));
    if (has_two_times(panel))
        gnuplot_label(script, &tick_style, frame.from, frame.bottom + 20,
                      figure_period(canvas->arena, panel->first->from));
    gnuplot_label(script, &tick_style, frame.to, frame.bottom + 20,
                  figure_period(canvas->arena, panel->last->from));
    put_end(script, layout, panel, &frame, false);
    put_end(script, layout, panel, &frame, true);
    box.y = frame.bottom + TICK_ROOM + 10;
    gnuplot_paragraph(script, &unit_style, box, reasons_text(canvas, panel));
}

/* Whether an area, or the municipality, has a line in one of the panels. */
static bool has_line(const struct slope_goal *goal, bool other)
{
    for (size_t i = 0; i < goal->count; i++)
        for (size_t k = 0; k < goal->panels[i].count; k++) {
            const struct slope_line *line = &goal->panels[i].lines[k];
            if (!line->reason && is_other(line) == other)
                return true;
        }
    return false;
}

static const char *line_sentence(const struct figure_canvas *canvas, const struct slope_goal *goal)
{
    char confidence[NUMBER_TEXT];
    if (!has_line(goal, false))
        return "";
    return arena_printf(
        canvas->arena, "%s (%s" NBSP "%s. ",
        say(canvas->language, "Kraftig linje: ændringen er større end tilfældige udsving",
            "Heavy line: the change is larger than chance variation"),
        figure_confidence(confidence, canvas->language, canvas->findings),
        say(canvas->language,
            "pct. konfidensinterval uden 0). Tynd linje: det er den ikke, eller usikkerheden "
            "kendes ikke",
            "per cent confidence interval without 0). Thin line: it is not, or its uncertainty is "
            "not known"));
}

static const char *dashed_sentence(const struct figure_canvas *canvas,
                                   const struct slope_goal *goal)
{
    const struct area *only = only_municipality(canvas);
    if (!has_line(goal, true))
        return "";
    const char *name = say(canvas->language, "kommunen", "municipality");
    return arena_printf(canvas->arena, "%s: %s%s%s%s. ",
                        say(canvas->language, "Grå stiplet linje", "Grey dashed line"), name,
                        only ? " (" : "", only ? only->name : "", only ? ")" : "");
}

static const char *reading(const struct slope_layout *layout)
{
    const struct figure_canvas *canvas = layout->canvas;
    const struct slope_goal *goal = layout->goal;
    const struct indicator **indicators =
        arena_alloc(canvas->arena, goal->count, sizeof *indicators);
    for (size_t i = 0; i < goal->count; i++)
        indicators[i] = goal->panels[i].indicator;
    const char *scale = say(canvas->language,
                            "Hver indikator har sin egen skala: fra det laveste tal til det "
                            "højeste, ikke fra 0. Konfidensintervaller for de "
                            "enkelte tal står i figurerne over udviklingen.",
                            "Each indicator has a scale of its own: from its lowest figure to its "
                            "highest, not from 0. The confidence intervals of "
                            "single figures are in the figures of their development.");
    const char *text = arena_printf(canvas->arena, "%s%s%s", line_sentence(canvas, goal),
                                    dashed_sentence(canvas, goal), scale);
    text = figure_left_out(canvas, text, goal->count - layout->shown, layout->shown);
    return figure_sources(canvas, text, indicators, goal->count);
}

/* What a screen reader says: the values of each area then and now. */
static const char *summary(const struct slope_layout *layout)
{
    const struct figure_canvas *canvas = layout->canvas;
    const char *text = "";
    for (size_t i = 0; i < layout->shown; i++) {
        const struct slope_panel *panel = &layout->goal->panels[i];
        text = arena_printf(canvas->arena, "%s%s%s: ", text, *text ? ". " : "",
                            indicator_label(panel->indicator));
        for (size_t k = 0; k < panel->count; k++) {
            const struct slope_line *line = &panel->lines[k];
            const char *then = line->baseline
                                   ? wording_value(canvas->arena, canvas->language, line->baseline)
                                   : "–";
            const char *now =
                line->latest ? wording_value(canvas->arena, canvas->language, line->latest) : "–";
            text = arena_printf(canvas->arena, "%s%s%s %s → %s", text, k ? ", " : "",
                                line->area->name, then, now);
        }
    }
    return text;
}

static struct slope_layout make_layout(const struct figure_canvas *canvas,
                                       const struct slope_goal *goal, double top)
{
    struct slope_layout layout = {.canvas = canvas, .goal = goal, .shown = goal->count, .top = top};
    if (canvas->form == FIGURE_SLIDE) {
        layout.shown = 0; /* the longest foot that there can be */
        fit(&layout, canvas->height - figure_foot_height(canvas, reading(&layout)) - 24);
        return layout;
    }
    divide(&layout, columns_for(canvas, goal, goal->count < 3 ? goal->count : 3));
    layout.lines = fmax(least_lines(goal), REPORT_HEIGHT);
    return layout;
}

struct gnuplot_figure slope_figure_draw(const struct figure_canvas *canvas,
                                        const struct slope_goal *goal, unsigned number)
{
    const int year = canvas->findings->table->catalogue->plan.baseline_year;
    struct gnuplot_script *script = gnuplot_script_new(canvas->place);
    struct gnuplot_script *words = gnuplot_script_new(canvas->place); /* last, above the lines */
    const char *subtitle =
        arena_printf(canvas->arena,
                     say(canvas->language, "Fra baseline (%d eller seneste måling før) til nu",
                         "From the baseline (%d or the last figure before) to now"),
                     year);
    double y = figure_heading(words, canvas, goal->name, subtitle) + 16;
    const struct slope_layout layout = make_layout(canvas, goal, y);
    gnuplot_load(script, "trend.gp");
    send_lines(script, &layout);
    for (size_t i = 0; i < layout.shown; i++)
        put_panel(words, &layout, i);
    double rows = ceil((double)layout.shown / (double)layout.columns);
    double bottom = layout.top + rows * (row_height(&layout) + SPACING) - SPACING;
    double height = figure_foot(words, canvas, bottom + 24, reading(&layout));
    gnuplot_add(script, words);
    gnuplot_load(script, "words.gp");
    return (struct gnuplot_figure){
        .script = script,
        .name = arena_printf(canvas->arena, "baseline_til_nu_%u", number),
        .title = goal->name,
        .summary = summary(&layout),
        .width = canvas->width,
        .height = height,
    };
}
