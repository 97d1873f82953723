/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/present/wording.h"

#define MARGIN 50.0
#define SPACING 30.0       /* between one panel's numbers and the next panel */
#define PANEL_HEIGHT 620.0 /* alone in its row; in a grid GRID_HEIGHT */
#define GRID_HEIGHT 440.0
#define UPPER_STRIP 52.0 /* above the axis: the plan's name and the marks of breaks */
#define LOWER_STRIP 34.0 /* below it: the marks of hidden years, where there are any */
#define MAX_COLUMNS 4
#define PALETTE_AREAS 8 /* then it begins again */
#define PALETTE_TOTAL 9
#define NAME_STEP 36.0
#define GAP_STEP 32.0
#define NBSP "\xC2\xA0"

static const struct gnuplot_style title_style = {"text_title", 32, true};
static const struct gnuplot_style long_title_style = {"text_title", 26, true};
static const struct gnuplot_style subtitle_style = {"text_subtitle", 22, false};
static const struct gnuplot_style foot_style = {"text_foot", 16, false};
static const struct gnuplot_style marks_style = {"text_marks", 16, false};
static const struct gnuplot_style internal_style = {"text_marks_strong", 16, true};
static const struct gnuplot_style empty_style = {"text_empty", 22, false};
static const struct gnuplot_style panel_style = {"text_panel", 25, true};
static const struct gnuplot_style gap_style = {"text_gap", 17, false};
static const struct gnuplot_style tick_y_style = {"text_tick_y", 19, false};
static const struct gnuplot_style tick_x_style = {"text_tick_x", 19, false};
static const struct gnuplot_style plan_style = {"text_plan", 15, false};
static const struct gnuplot_style cross_style = {"text_cross", 19, true};
static const struct gnuplot_style value_style = {"text_value", 20, true};
static const struct gnuplot_style municipality_style = {"text_municipality", 18, false};

struct date {
    double x; /* real time */
    struct period period;
};

/* A level on the axis. */
struct point {
    struct period period;
    double x, value, lower, upper; /* lower and upper are the value where there is no interval */
    bool has_interval;
    bool joined; /* to the point before it: no period between them, and no break */
};

struct line {
    struct point *points;
    size_t count;
    double *hidden; /* where a level is withheld */
    size_t hidden_count;
};

struct axis {
    double first, step, last;
    int decimals;
    bool from_zero;
};

struct panel {
    const struct area *area, *municipality;
    struct line own, other;          /* other: the municipality's */
    double left, right, top, bottom; /* the strips included */
    double name_y, gap_y;
};

struct trend {
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct indicator *indicator;
    struct arena *arena;
    enum language language;
    struct gnuplot_script *script, *words; /* the words are drawn last, above the panels */
    struct panel *panels;
    size_t count, columns;
    struct date *dates; /* of every period there is a row for, in order */
    size_t date_count;
    struct axis axis;
    double x_min, x_max, first_time, last_time;
    double lower_strip;
    bool has_values;           /* something stands on the axis */
    bool hidden[REASON_COUNT]; /* the reasons for which a level is withheld */
};

/* ---- What every figure has ---------------------------------------------------------------- */

unsigned figure_colour(const struct catalogue *catalogue, const struct area *area)
{
    unsigned estates = 0;
    if (area->role == AREA_SECTION && area->part_of)
        area = area->part_of;
    if (area->role != AREA_ESTATE)
        return PALETTE_TOTAL;
    for (size_t i = 0; i < area->index; i++)
        estates += catalogue->areas[i].role == AREA_ESTATE;
    return estates % PALETTE_AREAS + 1;
}

double figure_heading(struct gnuplot_script *script, const char *title, const char *subtitle)
{
    const struct gnuplot_style *style = &title_style;
    struct gnuplot_box box = {MARGIN, 52, GNUPLOT_WIDTH - 2 * MARGIN, 54, 3};
    if (gnuplot_line_count(style, box, title) > 1) {
        style = &long_title_style;
        box.step = 45;
    }
    box.y = gnuplot_paragraph(script, style, box, title);
    box.step = 36;
    box.lines = 2;
    return gnuplot_paragraph(script, &subtitle_style, box, subtitle);
}

double figure_foot(struct gnuplot_script *script, const struct findings *findings,
                   enum language language, double y, const char *text)
{
    const double step = 28;
    const struct plan *plan = &findings->table->catalogue->plan;
    const char *edition = say(language, "Udgave", "Edition");
    const char *invented = plan->illustrative ? wording_invented(language) : "";
    const char *internal =
        findings->table->edition == EDITION_INTERNAL ? wording_internal(language) : "";
    const char *named = plan->edition[0] ? edition : "";
    struct arena *scratch = arena_new();
    const char *marks = arena_printf(scratch, "%s%s%s%s%s", named, named[0] ? " " : "",
                                     plan->edition, named[0] && invented[0] ? " · " : "", invented);
    double right = fmax(gnuplot_text_width(&marks_style, marks),
                        gnuplot_text_width(&internal_style, internal));
    /* Room to spare: both may be set in a wider face, where Open Sans is missing. */
    double width = (GNUPLOT_WIDTH - 2 * MARGIN - 40) / 1.1 - right;
    struct gnuplot_box box = {MARGIN, y, width, step, 12};
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
        box.y = gnuplot_paragraph(script, &foot_style, box,
                                  arena_text(scratch, line, strcspn(line, "\n")));
    double below = fmax(box.y, y + step);
    gnuplot_label(script, &marks_style, GNUPLOT_WIDTH - MARGIN, y, marks);
    if (internal[0]) {
        gnuplot_label(script, &internal_style, GNUPLOT_WIDTH - MARGIN, y + step, internal);
        below = fmax(below, y + 2 * step);
    }
    arena_free(scratch);
    return ceil(below + 12);
}

/* ---- What there is to draw ---------------------------------------------------------------- */

/* The levels of the indicator in an area, in the order of periods. */
static const struct finding *levels(const struct trend *trend, const struct area *area,
                                    size_t *count)
{
    const struct findings *findings = trend->findings;
    size_t series = trend->indicator->index * trend->catalogue->area_count + area->index;
    size_t first = findings->starts[series], end = findings->starts[series + 1];
    *count = 0;
    while (first + *count < end && findings->rows[first + *count].statistic == STATISTIC_LEVEL)
        ++*count;
    return *count ? &findings->rows[first] : NULL;
}

static double time_of(const struct trend *trend, struct period period)
{
    return period_time(period, trend->indicator->reporting);
}

static bool is_hidden(const struct finding *level)
{
    return level->hidden || level->estimate.reason == REASON_SUPPRESSED_SOURCE;
}

static int compare_dates(const void *left, const void *right)
{
    const struct date *a = left, *b = right;
    return (a->x > b->x) - (a->x < b->x);
}

static bool is_drawn(const struct area *area)
{
    return area->role == AREA_ESTATE || area->role == AREA_TOTAL || area->role == AREA_MUNICIPALITY;
}

/* Every period the indicator has a row for, shown or not, in one of the areas drawn. */
static void collect_dates(struct trend *trend)
{
    size_t capacity = 0, count = 0;
    struct date *dates = NULL;
    for (size_t i = 0; i < trend->catalogue->area_count; i++) {
        const struct area *area = &trend->catalogue->areas[i];
        size_t rows;
        const struct finding *row = levels(trend, area, &rows);
        for (size_t k = 0; is_drawn(area) && k < rows; k++) {
            dates = arena_grow(trend->arena, dates, count, &capacity, sizeof *dates);
            dates[count] = (struct date){time_of(trend, row[k].from), row[k].from};
            count += isfinite(dates[count].x) ? 1 : 0;
        }
    }
    if (count)
        qsort(dates, count, sizeof *dates, compare_dates);
    trend->dates = dates;
    for (size_t i = 0; i < count; i++)
        if (trend->date_count == 0 || dates[i].x > dates[trend->date_count - 1].x)
            dates[trend->date_count++] = dates[i];
}

/* Whether two periods stand next to each other in the indicator. */
static bool are_neighbours(const struct trend *trend, double before, double after)
{
    for (size_t i = 0; i < trend->date_count; i++)
        if (trend->dates[i].x > before && trend->dates[i].x < after)
            return false;
    return true;
}

/*
 * Whether the line goes on from a point to the next. Each survey has its own years, so there only a
 * row without a figure between two points parts them.
 */
static bool is_joined(const struct trend *trend, const struct area *area, double before,
                      double after)
{
    const struct indicator *indicator = trend->indicator;
    if (indicator->measure != MEASURE_SURVEY && !are_neighbours(trend, before, after))
        return false;
    return catalogue_last_break(trend->catalogue, indicator, area, before) ==
           catalogue_last_break(trend->catalogue, indicator, area, after);
}

static struct line collect_line(struct trend *trend, const struct area *area)
{
    size_t count;
    const struct finding *row = levels(trend, area, &count);
    struct line line = {arena_alloc(trend->arena, count, sizeof *line.points), 0,
                        arena_alloc(trend->arena, count, sizeof *line.hidden), 0};
    bool follows = false; /* the row before this one has a point */
    for (size_t i = 0; i < count; i++) {
        const struct estimate *estimate = &row[i].estimate;
        double x = time_of(trend, row[i].from);
        if (!isfinite(x))
            continue;
        if (estimate->state == ESTIMATE_UNDEFINED) {
            follows = false;
            if (is_hidden(&row[i]))
                line.hidden[line.hidden_count++] = x;
            continue;
        }
        bool interval = estimate->state == ESTIMATE_INTERVAL;
        bool joined = follows && is_joined(trend, area, line.points[line.count - 1].x, x);
        line.points[line.count++] = (struct point){row[i].from,
                                                   x,
                                                   estimate->value,
                                                   interval ? estimate->lower : estimate->value,
                                                   interval ? estimate->upper : estimate->value,
                                                   interval,
                                                   joined};
        follows = true;
    }
    return line;
}

static void note_hidden(struct trend *trend, const struct area *area)
{
    size_t count;
    const struct finding *row = levels(trend, area, &count);
    for (size_t i = 0; i < count; i++)
        if (is_hidden(&row[i]) && isfinite(time_of(trend, row[i].from)))
            trend->hidden[row[i].estimate.reason] = true;
}

static void add_panels(struct trend *trend, enum area_role role)
{
    for (size_t i = 0; i < trend->catalogue->area_count; i++) {
        const struct area *area = &trend->catalogue->areas[i];
        struct panel panel = {.area = area, .municipality = area_municipality(area)};
        if (area->role != role)
            continue;
        panel.own = collect_line(trend, area);
        if (!panel.own.count && !panel.own.hidden_count)
            continue;
        if (panel.municipality)
            panel.other = collect_line(trend, panel.municipality);
        trend->panels[trend->count++] = panel;
        note_hidden(trend, area);
    }
}

static void collect_panels(struct trend *trend)
{
    trend->panels = arena_alloc(trend->arena, trend->catalogue->area_count, sizeof *trend->panels);
    collect_dates(trend);
    add_panels(trend, AREA_ESTATE);
    size_t estates = trend->count;
    add_panels(trend, AREA_TOTAL);
    if (estates && trend->count > MAX_COLUMNS)
        trend->count = estates;
}

/* ---- The axes ----------------------------------------------------------------------------- */

/* Four or five ticks, rarely three, at round numbers that hold low and high between them. */
static struct axis make_axis(double low, double high)
{
    static const double steps[] = {1, 2, 2.5, 5};
    const size_t count = sizeof steps / sizeof *steps;
    if (!(high > low))
        high = low + 1;
    double exponent = floor(log10((high - low) / 4));
    struct axis axis = {.from_zero = true};
    for (size_t i = 0; i == 0 || axis.last - axis.first > 4 * axis.step * (1 + 1e-9); i++) {
        axis.step = steps[i % count] * pow(10, exponent + floor((double)i / (double)count));
        axis.first = floor(low / axis.step + 1e-9) * axis.step;
        axis.last = ceil(high / axis.step - 1e-9) * axis.step;
    }
    while (axis.decimals < 9 &&
           fabs(axis.step - number_round(axis.step, axis.decimals)) > 1e-6 * axis.step)
        axis.decimals++;
    return axis;
}

static void extend(const struct line *line, double *low, double *high)
{
    for (size_t i = 0; i < line->count; i++) {
        *low = fmin(*low, line->points[i].lower);
        *high = fmax(*high, line->points[i].upper);
    }
}

/*
 * From zero, unless that would press everything flat against the top: all above half of it, within
 * a quarter of it. A hundredth is no spread to zoom in on.
 */
static struct axis choose_axis(struct trend *trend)
{
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t i = 0; i < trend->count; i++) {
        extend(&trend->panels[i].own, &low, &high);
        extend(&trend->panels[i].other, &low, &high);
    }
    trend->has_values = low <= high;
    if (!trend->has_values)
        low = high = 0;
    double spread = high - low;
    if (low > high / 2 && spread < high / 4 && spread > high / 100) {
        struct axis axis = make_axis(low, high);
        axis.from_zero = axis.first <= 0;
        return axis;
    }
    return make_axis(fmin(low, 0), fmax(high, 0));
}

static void extend_times(struct trend *trend, const struct line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        trend->first_time = fmin(trend->first_time, line->points[i].x);
        trend->last_time = fmax(trend->last_time, line->points[i].x);
    }
    for (size_t i = 0; i < line->hidden_count; i++) {
        trend->first_time = fmin(trend->first_time, line->hidden[i]);
        trend->last_time = fmax(trend->last_time, line->hidden[i]);
    }
}

static void choose_years(struct trend *trend)
{
    trend->first_time = HUGE_VAL;
    trend->last_time = -HUGE_VAL;
    for (size_t i = 0; i < trend->count; i++) {
        extend_times(trend, &trend->panels[i].own);
        extend_times(trend, &trend->panels[i].other);
    }
    double span = trend->last_time - trend->first_time;
    double pad = span > 0 ? 0.045 * span : 1;
    trend->x_min = trend->first_time - pad;
    trend->x_max = trend->last_time + pad;
}

/* ---- Where it stands ---------------------------------------------------------------------- */

static double pixel_x(const struct trend *trend, const struct panel *panel, double x)
{
    double share = (x - trend->x_min) / (trend->x_max - trend->x_min);
    return panel->left + share * (panel->right - panel->left);
}

/* The axis without the strips above and below it. */
static double units_a_pixel(const struct trend *trend, const struct panel *panel)
{
    double height = panel->bottom - panel->top - UPPER_STRIP - trend->lower_strip;
    return (trend->axis.last - trend->axis.first) / height;
}

static double pixel_y(const struct trend *trend, const struct panel *panel, double value)
{
    return panel->bottom - trend->lower_strip -
           (value - trend->axis.first) / units_a_pixel(trend, panel);
}

static const char *tick_text(const struct trend *trend, double value)
{
    char text[NUMBER_TEXT];
    wording_number(text, trend->language, value, trend->axis.decimals);
    return arena_text(trend->arena, text, strlen(text));
}

static size_t tick_count(const struct axis *axis)
{
    return (size_t)lround((axis->last - axis->first) / axis->step) + 1;
}

static double tick_width(const struct trend *trend)
{
    double width = 0;
    for (size_t i = 0; i < tick_count(&trend->axis); i++) {
        const char *text = tick_text(trend, trend->axis.first + (double)i * trend->axis.step);
        width = fmax(width, gnuplot_text_width(&tick_y_style, text));
    }
    return width;
}

/* The last value of a line, "" where it has none. */
static const char *last_value(const struct trend *trend, const struct line *line)
{
    char number[NUMBER_TEXT];
    if (!line->count)
        return "";
    wording_number(number, trend->language, line->points[line->count - 1].value,
                   trend->indicator->decimals);
    return arena_text(trend->arena, number, strlen(number));
}

/*
 * Whether the last value stands at the right of the panel. That of a line which ends earlier stands
 * where it ends, and so does that of a single period.
 */
static bool ends_at_edge(const struct trend *trend, const struct line *line)
{
    return line->count && trend->first_time < trend->last_time &&
           !(line->points[line->count - 1].x < trend->last_time);
}

/* Room for the values at the right of each panel. */
static double gutter_width(const struct trend *trend)
{
    double width = 0;
    for (size_t i = 0; i < trend->count; i++) {
        const struct line *own = &trend->panels[i].own, *other = &trend->panels[i].other;
        if (ends_at_edge(trend, own))
            width = fmax(width, gnuplot_text_width(&value_style, last_value(trend, own)));
        if (ends_at_edge(trend, other))
            width = fmax(width, gnuplot_text_width(&municipality_style, last_value(trend, other)));
    }
    return width + 14;
}

/* A period inside a sentence: a date by its year. */
static const char *period_words(const struct trend *trend, struct period period)
{
    char label[PERIOD_TEXT];
    if (period.kind == PERIOD_DATE)
        return arena_printf(trend->arena, "%d", period.year);
    return arena_printf(trend->arena, "%s", period_label(label, period));
}

/* `Afstand til kommunen: 12,3 pct.-point (17,3 i 2014)`, or why there is no gap. */
static const char *gap_words(const struct trend *trend, const struct area *area)
{
    char number[NUMBER_TEXT];
    const struct indicator *indicator = trend->indicator;
    enum language language = trend->language;
    const char *in = say(language, "i", "in");
    const char *lead = say(language, "Afstand til kommunen:", "Gap to the municipality:");
    const struct finding *latest = finding_latest(trend->findings, indicator, area, STATISTIC_GAP);
    const struct finding *baseline =
        finding_baseline(trend->findings, indicator, area, STATISTIC_GAP);
    if (!latest) {
        const struct finding *any = NULL;
        size_t count;
        const struct finding *row = levels(trend, area, &count);
        if (count)
            any = finding_at(trend->findings, indicator, area, STATISTIC_GAP, row[count - 1].from);
        enum reason reason = any ? any->estimate.reason : REASON_NO_COMPARATOR;
        return arena_printf(trend->arena, "%s %s", lead, reason_text(reason, language));
    }
    const char *unit = indicator_difference_unit(indicator, language);
    wording_number(number, language, latest->estimate.value, indicator->decimals);
    const char *words = arena_printf(trend->arena, "%s %s" NBSP "%s", lead, number, unit);
    if (time_of(trend, latest->from) < trend->last_time)
        words = arena_printf(trend->arena, "%s %s" NBSP "%s", words, in,
                             period_words(trend, latest->from));
    if (!baseline || baseline == latest)
        return words;
    wording_number(number, language, baseline->estimate.value, indicator->decimals);
    return arena_printf(trend->arena, "%s (%s" NBSP "%s" NBSP "%s)", words, number, in,
                        period_words(trend, baseline->from));
}

/* The words above a panel may go on above the numbers to its right. */
static struct gnuplot_box words_box(const struct panel *panel, double gutter, double step)
{
    double width = panel->right - panel->left + gutter;
    return (struct gnuplot_box){panel->left, panel->name_y, width, step, 3};
}

/* Names and gaps take as many lines as the longest of them in the row does. */
static double place_row(struct trend *trend, size_t first, double y, double height)
{
    size_t end = first + trend->columns < trend->count ? first + trend->columns : trend->count;
    size_t names = 1, gaps = 1;
    struct gnuplot_box box = words_box(&trend->panels[first], gutter_width(trend), NAME_STEP);
    for (size_t i = first; i < end; i++) {
        const struct area *area = trend->panels[i].area;
        size_t name_lines = gnuplot_line_count(&panel_style, box, area->name);
        size_t gap_lines = gnuplot_line_count(&gap_style, box, gap_words(trend, area));
        names = name_lines > names ? name_lines : names;
        gaps = gap_lines > gaps ? gap_lines : gaps;
    }
    for (size_t i = first; i < end; i++) {
        struct panel *panel = &trend->panels[i];
        size_t lines = gnuplot_line_count(&panel_style, box, panel->area->name);
        panel->name_y = y + NAME_STEP * (double)(names - lines);
        panel->gap_y = y + NAME_STEP * (double)names + 8;
        panel->top = panel->gap_y + GAP_STEP * (double)gaps;
        panel->bottom = panel->top + height;
    }
    return trend->panels[first].bottom;
}

/* Sets where each panel stands, and returns the y below the last row. */
static double place_panels(struct trend *trend, double y)
{
    double left = MARGIN + tick_width(trend) + 16, gutter = gutter_width(trend);
    trend->columns = trend->count <= MAX_COLUMNS ? trend->count : trend->count <= 6 ? 3 : 4;
    double height = trend->count <= MAX_COLUMNS ? PANEL_HEIGHT : GRID_HEIGHT;
    double slot = (GNUPLOT_WIDTH - MARGIN + SPACING - left) / (double)trend->columns;
    for (size_t i = 0; i < trend->count; i++) {
        struct panel *panel = &trend->panels[i];
        panel->left = left + slot * (double)(i % trend->columns);
        panel->right = panel->left + slot - gutter - SPACING;
    }
    for (size_t i = 0; i < trend->count; i += trend->columns)
        y = place_row(trend, i, y + 36, height) + 62;
    return y;
}

/* ---- Numbers to gnuplot ------------------------------------------------------------------- */

static struct gnuplot_rows no_rows(const struct trend *trend, size_t columns)
{
    return (struct gnuplot_rows){.arena = trend->arena, .columns = columns};
}

static void end_line(struct gnuplot_rows *rows)
{
    gnuplot_row(rows, HUGE_VAL, 0, 0);
}

static void send_line(const struct trend *trend, const char *name, const struct line *line)
{
    struct gnuplot_rows rows = no_rows(trend, 2);
    for (size_t i = 0; i < line->count; i++) {
        if (!line->points[i].joined)
            end_line(&rows);
        gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    }
    gnuplot_block(trend->script, name, &rows);
}

/* The points that no line goes to. */
static void send_alone(const struct trend *trend, const char *name, const struct line *line)
{
    struct gnuplot_rows rows = no_rows(trend, 2);
    for (size_t i = 0; i < line->count; i++)
        if (!line->points[i].joined && !(i + 1 < line->count && line->points[i + 1].joined))
            gnuplot_row(&rows, line->points[i].x, line->points[i].value, 0);
    gnuplot_block(trend->script, name, &rows);
}

/* The band goes where the line goes; a point alone gets a narrow one of its own. */
static void send_band(const struct trend *trend, const char *name, const struct panel *panel,
                      const struct line *line)
{
    struct gnuplot_rows rows = no_rows(trend, 3);
    double pixel = (trend->x_max - trend->x_min) / (panel->right - panel->left);
    for (size_t i = 0; i < line->count; i++) {
        const struct point *point = &line->points[i];
        bool after = point->joined && line->points[i - 1].has_interval;
        bool before = i + 1 < line->count && point[1].joined && point[1].has_interval;
        if (!after)
            end_line(&rows);
        if (!point->has_interval)
            continue;
        if (after || before) {
            gnuplot_row(&rows, point->x, point->lower, point->upper);
        } else {
            gnuplot_row(&rows, point->x - 7 * pixel, point->lower, point->upper);
            gnuplot_row(&rows, point->x + 7 * pixel, point->lower, point->upper);
        }
    }
    gnuplot_block(trend->script, name, &rows);
}

/* The plan's period as far as the axis goes; nothing where it lies outside or has no dates. */
static bool plan_span(const struct trend *trend, double *from, double *to)
{
    const struct plan *plan = &trend->catalogue->plan;
    *from = fmax(period_start(plan->start), trend->x_min);
    *to = fmin(period_start(plan->end), trend->x_max);
    return plan->start.kind != PERIOD_UNKNOWN && plan->end.kind != PERIOD_UNKNOWN && *from < *to;
}

/* Whether this break, one of the catalogue's, is one of the area's series and within the axis. */
static bool breaks_series(const struct trend *trend, const struct series_break *cut,
                          const struct area *area)
{
    const struct series_break *found =
        catalogue_last_break(trend->catalogue, trend->indicator, area, cut->time);
    return cut->time > trend->x_min && cut->time < trend->x_max && found &&
           !(found->time < cut->time);
}

/* Vertical lines and marks; the strips are measured in units of the axis here. */
static void send_marks(const struct trend *trend, const struct panel *panel)
{
    struct gnuplot_rows starts = no_rows(trend, 2), breaks = starts, marks = starts;
    double unit = units_a_pixel(trend, panel), from, to;
    double low = trend->axis.first - trend->lower_strip * unit;
    double high = trend->axis.last + UPPER_STRIP * unit;
    bool plan = plan_span(trend, &from, &to);
    if (plan && from > trend->x_min) {
        gnuplot_row(&starts, from, low, 0);
        gnuplot_row(&starts, from, high, 0);
    }
    for (size_t i = 0; i < trend->catalogue->break_count; i++) {
        const struct series_break *cut = &trend->catalogue->breaks[i];
        if (!breaks_series(trend, cut, panel->area))
            continue;
        end_line(&breaks);
        gnuplot_row(&breaks, cut->time, low, 0);
        gnuplot_row(&breaks, cut->time, trend->axis.last + 12 * unit, 0);
        gnuplot_row(&marks, cut->time, trend->axis.last + 14 * unit, 0);
    }
    gnuplot_number(trend->script, "plan_from", plan ? from : trend->x_min - 2);
    gnuplot_number(trend->script, "plan_to", plan ? to : trend->x_min - 1);
    gnuplot_number(trend->script, "y_min", low);
    gnuplot_number(trend->script, "y_max", high);
    gnuplot_block(trend->script, "plan_start", &starts);
    gnuplot_block(trend->script, "breaks", &breaks);
    gnuplot_block(trend->script, "break_marks", &marks);
}

static void send_panel(const struct trend *trend, const struct panel *panel)
{
    struct gnuplot_script *script = trend->script;
    gnuplot_number(script, "panel_left", panel->left);
    gnuplot_number(script, "panel_right", panel->right);
    gnuplot_number(script, "panel_top", panel->top);
    gnuplot_number(script, "panel_bottom", panel->bottom);
    gnuplot_number(script, "x_min", trend->x_min);
    gnuplot_number(script, "x_max", trend->x_max);
    gnuplot_number(script, "tick_first", trend->axis.first);
    gnuplot_number(script, "tick_step", trend->axis.step);
    gnuplot_number(script, "tick_last", trend->axis.last);
    gnuplot_number(script, "area", figure_colour(trend->catalogue, panel->area));
    send_marks(trend, panel);
    send_line(trend, "area", &panel->own);
    send_line(trend, "municipality", &panel->other);
    send_alone(trend, "municipality_alone", &panel->other);
    send_band(trend, "area_band", panel, &panel->own);
    send_band(trend, "municipality_band", panel, &panel->other);
    gnuplot_load(script, "panel.gp");
}

/* ---- Words -------------------------------------------------------------------------------- */

/* Dates and quarters are told by their year, the latter once a year where there are many. */
static const char *tick_label(const struct trend *trend, struct period period)
{
    char label[PERIOD_TEXT];
    bool yearly =
        period.kind == PERIOD_DATE || (period.kind == PERIOD_QUARTER && trend->date_count > 6);
    if (period.kind == PERIOD_QUARTER && yearly && period.month != 1)
        return "";
    if (yearly)
        return arena_printf(trend->arena, "%d", period.year);
    return arena_printf(trend->arena, "%s", period_label(label, period));
}

/* From the last period back, as many as there is room for. */
static void put_ticks_x(const struct trend *trend, const struct panel *panel)
{
    double taken = HUGE_VAL;
    const char *right_hand = "";
    for (size_t i = trend->date_count; i-- > 0;) {
        const struct date *date = &trend->dates[i];
        const char *text = tick_label(trend, date->period);
        double half = gnuplot_text_width(&tick_x_style, text) / 2;
        double x = pixel_x(trend, panel, date->x);
        if (date->x < trend->first_time || date->x > trend->last_time || !*text ||
            x + half > taken || strcmp(text, right_hand) == 0)
            continue;
        gnuplot_label(trend->words, &tick_x_style, x, panel->bottom + 32, text);
        taken = x - half - 18;
        right_hand = text;
    }
}

static void put_ticks_y(const struct trend *trend, const struct panel *panel)
{
    for (size_t i = 0; i < tick_count(&trend->axis); i++) {
        double value = trend->axis.first + (double)i * trend->axis.step;
        gnuplot_label(trend->words, &tick_y_style, panel->left - 14, pixel_y(trend, panel, value),
                      tick_text(trend, value));
    }
}

static void put_plan(const struct trend *trend, const struct panel *panel)
{
    double from, to;
    const char *text = say(trend->language, "helhedsplan", "the plan");
    if (!plan_span(trend, &from, &to))
        return;
    /* In a narrow field it begins at the line and goes on to the right. */
    double right = fmax(pixel_x(trend, panel, to) - 10,
                        pixel_x(trend, panel, from) + 6 + gnuplot_text_width(&plan_style, text));
    gnuplot_label(trend->words, &plan_style, right, panel->top + 17, text);
}

/* A rectangle on the canvas; y counts downwards. */
struct rectangle {
    double left, right, top, bottom;
};

static void include(struct rectangle *reach, double upper_y, double lower_y)
{
    reach->top = fmin(reach->top, upper_y);
    reach->bottom = fmax(reach->bottom, lower_y);
}

/* How far up and down a line and its band reach between `left` and `right`. */
static struct rectangle reach_of(const struct trend *trend, const struct panel *panel,
                                 const struct line *line, double left, double right)
{
    const double margin = 10; /* half a marker */
    struct rectangle reach = {left, right, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < line->count; i++) {
        const struct point *b = &line->points[i], *a = b->joined ? b - 1 : b;
        double from = pixel_x(trend, panel, a->x), to = pixel_x(trend, panel, b->x);
        if (to < left - margin || from > right + margin)
            continue;
        for (int end = 0; end < 2; end++) {
            double at = fmin(fmax(end ? right : left, from), to);
            double share = to > from ? (at - from) / (to - from) : 0;
            double lower = a->lower + share * (b->lower - a->lower);
            double upper = a->upper + share * (b->upper - a->upper);
            include(&reach, pixel_y(trend, panel, upper) - margin,
                    pixel_y(trend, panel, lower) + margin);
        }
    }
    return reach;
}

/* Where a last value stands: to the right of `x`, at the height of `y`. */
struct place_of_value {
    double x, y, width;
};

static struct place_of_value value_place(const struct trend *trend, const struct panel *panel,
                                         const struct line *line, const struct gnuplot_style *style)
{
    const struct point *last = &line->points[line->count - 1];
    double x = ends_at_edge(trend, line) ? panel->right + 10 : pixel_x(trend, panel, last->x) + 16;
    return (struct place_of_value){x, pixel_y(trend, panel, last->value),
                                   gnuplot_text_width(style, last_value(trend, line))};
}

/* Out of the way of the other line, upwards or downwards. */
static double beside(const struct trend *trend, const struct panel *panel, const struct line *line,
                     struct place_of_value value)
{
    const double half = 14;
    struct rectangle reach = reach_of(trend, panel, line, value.x, value.x + value.width);
    if (value.y + half < reach.top || value.y - half > reach.bottom)
        return value.y;
    return value.y - reach.top < reach.bottom - value.y ? reach.top - half : reach.bottom + half;
}

/* The last values, pushed apart where they would cover each other. */
static void put_values(const struct trend *trend, const struct panel *panel)
{
    const struct line *lines[] = {&panel->own, &panel->other};
    const struct gnuplot_style *styles[] = {&value_style, &municipality_style};
    struct place_of_value values[2] = {{0, 0, 0}, {0, 0, 0}};
    const double apart = 30;
    for (int i = 0; i < 2; i++) {
        if (!lines[i]->count)
            continue;
        values[i] = value_place(trend, panel, lines[i], styles[i]);
        values[i].y = beside(trend, panel, lines[1 - i], values[i]);
    }
    double distance = values[0].y - values[1].y;
    if (panel->own.count && panel->other.count && fabs(distance) < apart &&
        values[0].x < values[1].x + values[1].width &&
        values[1].x < values[0].x + values[0].width) {
        double move = (apart - fabs(distance)) / 2;
        values[0].y += distance > 0 ? move : -move;
        values[1].y -= distance > 0 ? move : -move;
    }
    double below = fmax(values[0].y, values[1].y) - (panel->bottom - trend->lower_strip - 4);
    for (int i = 0; i < 2; i++)
        if (lines[i]->count)
            gnuplot_label(trend->words, styles[i], values[i].x, values[i].y - fmax(below, 0),
                          last_value(trend, lines[i]));
}

/* Whether a break, or also the plan's dotted line, stands between `left` and `right`. */
static bool is_crossed(const struct trend *trend, const struct panel *panel, double left,
                       double right, bool dotted)
{
    double from, to;
    bool crossed = false;
    if (dotted && plan_span(trend, &from, &to)) {
        double x = pixel_x(trend, panel, from);
        crossed = x > left - 6 && x < right + 6;
    }
    for (size_t i = 0; i < trend->catalogue->break_count && !crossed; i++) {
        double x = pixel_x(trend, panel, trend->catalogue->breaks[i].time);
        crossed = x > left - 6 && x < right + 6 &&
                  breaks_series(trend, &trend->catalogue->breaks[i], panel->area);
    }
    return crossed;
}

/* Puts the municipality's name beside its line if nothing else is drawn there. */
static bool put_municipality_at(const struct trend *trend, const struct panel *panel, double left,
                                bool below, bool dotted)
{
    const double half = 14;
    double right = left + gnuplot_text_width(&municipality_style, panel->municipality->name);
    struct rectangle own = reach_of(trend, panel, &panel->own, left, right);
    struct rectangle other = reach_of(trend, panel, &panel->other, left, right);
    double y = below ? other.bottom + half : other.top - half;
    bool fits = left > panel->left && right < panel->right &&
                y + half < panel->bottom - trend->lower_strip &&
                y - half > panel->top + UPPER_STRIP;
    bool free = y - half > own.bottom || y + half < own.top;
    if (!fits || !free || is_crossed(trend, panel, left, right, dotted))
        return false;
    gnuplot_label(trend->words, &municipality_style, left, y, panel->municipality->name);
    return true;
}

/* At the beginning, the end or the middle of the line; if it must, across the dotted line. */
static bool put_municipality(const struct trend *trend, const struct panel *panel)
{
    const struct line *line = &panel->other;
    if (!line->count)
        return false;
    double width = gnuplot_text_width(&municipality_style, panel->municipality->name);
    double first = pixel_x(trend, panel, line->points[0].x);
    double last = pixel_x(trend, panel, line->points[line->count - 1].x) - width;
    const double lefts[] = {first, last, (first + last) / 2};
    for (int dotted = 1; dotted >= 0; dotted--)
        for (size_t i = 0; i < sizeof lefts / sizeof *lefts; i++)
            for (int above = 0; above < 2; above++)
                if (put_municipality_at(trend, panel, lefts[i], !above, dotted))
                    return true;
    return false;
}

/* A cross below the axis for each hidden level, and words where there is nothing else. */
static void put_hidden(const struct trend *trend, const struct panel *panel)
{
    const char *text = reason_text(REASON_SUPPRESSED, trend->language);
    double middle = (panel->left + panel->right) / 2;
    double top = panel->top + UPPER_STRIP + 40, bottom = panel->bottom - trend->lower_strip - 40;
    double half = gnuplot_text_width(&empty_style, text) / 2;
    struct rectangle reach = reach_of(trend, panel, &panel->other, middle - half, middle + half);
    for (size_t i = 0; i < panel->own.hidden_count; i++)
        gnuplot_label(trend->words, &cross_style, pixel_x(trend, panel, panel->own.hidden[i]),
                      panel->bottom - LOWER_STRIP / 2, "×");
    if (!panel->own.count)
        gnuplot_label(trend->words, &empty_style, middle, reach.top > top + 20 ? top : bottom,
                      text);
}

static void put_words(const struct trend *trend, const struct panel *panel)
{
    double gutter = gutter_width(trend);
    struct gnuplot_box box = words_box(panel, gutter, NAME_STEP);
    gnuplot_number(trend->words, "area", figure_colour(trend->catalogue, panel->area));
    gnuplot_paragraph(trend->words, &panel_style, box, panel->area->name);
    box.y = panel->gap_y;
    box.step = GAP_STEP;
    gnuplot_paragraph(trend->words, &gap_style, box, gap_words(trend, panel->area));
    put_ticks_x(trend, panel);
    put_plan(trend, panel);
    put_values(trend, panel);
    put_hidden(trend, panel);
}

static void put_all_words(const struct trend *trend)
{
    const struct area *named = NULL;
    for (size_t i = 0; i < trend->count; i++) {
        const struct panel *panel = &trend->panels[i];
        put_words(trend, panel);
        if (i % trend->columns == 0 && trend->has_values)
            put_ticks_y(trend, panel);
        if (panel->municipality != named && put_municipality(trend, panel))
            named = panel->municipality;
    }
}

/* ---- The foot ----------------------------------------------------------------------------- */

static bool has_band(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->points[i].has_interval)
            return true;
    return false;
}

static const char *plan_sentence(const struct trend *trend)
{
    const struct plan *plan = &trend->catalogue->plan;
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    double from, to;
    if (!plan_span(trend, &from, &to))
        return "";
    return arena_printf(
        trend->arena, "%s %s–%s. ",
        say(trend->language, "Sandfarvet felt: helhedsplanen", "Sand-coloured field: the plan"),
        period_label(start, plan->start), period_label(end, plan->end));
}

/* `×: skjult: få personer.` */
static const char *hidden_sentence(const struct trend *trend)
{
    const char *list = "";
    for (enum reason reason = REASON_NONE; reason < REASON_COUNT; reason++)
        if (trend->hidden[reason])
            list = arena_printf(trend->arena, "%s%s%s", list, *list ? ", " : "",
                                reason_text(reason, trend->language));
    return *list ? arena_printf(trend->arena, "×" NBSP "=" NBSP "%s. ", list) : "";
}

/* `Lodret streg: databrud 2016 (ny opgørelse).` */
static const char *break_sentence(const struct trend *trend)
{
    const char *list = "";
    for (size_t i = 0; i < trend->catalogue->break_count; i++) {
        const struct series_break *cut = &trend->catalogue->breaks[i];
        bool drawn = false;
        for (size_t k = 0; k < trend->count && !drawn; k++)
            drawn = breaks_series(trend, cut, trend->panels[k].area);
        if (drawn)
            list = arena_printf(trend->arena, "%s%s%s%s%.0f%s%s%s", list, *list ? ", " : "",
                                cut->area ? cut->area->name : "", cut->area ? " " : "",
                                floor(cut->time), *cut->cause ? " (" : "", cut->cause,
                                *cut->cause ? ")" : "");
    }
    return *list ? arena_printf(trend->arena, "%s %s. ",
                                say(trend->language, "Lodret streg: databrud",
                                    "Vertical line: break in the series"),
                                list)
                 : "";
}

/* `Farvede bånd: 95 pct. konfidensinterval. Grå stiplet linje: Slagelse Kommune.` */
static const char *reading_sentences(const struct trend *trend)
{
    const struct area *municipality = NULL;
    bool bands = false, lines = false, several = false;
    char confidence[NUMBER_TEXT];
    for (size_t i = 0; i < trend->count; i++) {
        const struct panel *panel = &trend->panels[i];
        bands = bands || has_band(&panel->own) || has_band(&panel->other);
        if (!panel->other.count)
            continue;
        several = several || (lines && panel->municipality != municipality);
        municipality = panel->municipality;
        lines = true;
    }
    double level = 100 * trend->findings->confidence;
    wording_number(confidence, trend->language, level, fabs(level - round(level)) > 1e-6);
    const char *band_words =
        say(trend->language, "pct. konfidensinterval", "per cent confidence interval");
    const char *shades = say(trend->language, "Bånd om linjerne:", "Bands around the lines:");
    const char *dashes = say(trend->language, "Grå stiplet linje:", "Grey dashed line:");
    const char *name = several || !lines ? say(trend->language, "kommunen", "the municipality")
                                         : municipality->name;
    return arena_printf(trend->arena, "%s%s%s%s%s%s%s%s%s", bands ? shades : "", bands ? " " : "",
                        bands ? confidence : "", bands ? NBSP : "", bands ? band_words : "",
                        bands ? ". " : "", lines ? dashes : "", lines ? " " : "",
                        lines ? arena_printf(trend->arena, "%s. ", name) : "");
}

static const char *foot_words(const struct trend *trend)
{
    const char *source = trend->indicator->source;
    const char *zero = say(trend->language, "Den lodrette akse begynder ikke ved 0. ",
                           "The vertical axis does not begin at 0. ");
    return arena_printf(trend->arena, "%s%s%s%s%s%s%s", reading_sentences(trend),
                        plan_sentence(trend), hidden_sentence(trend), break_sentence(trend),
                        trend->count && !trend->axis.from_zero ? zero : "",
                        *source ? say(trend->language, "\nKilde: ", "\nSource: ") : "", source);
}

/* ---- The figure --------------------------------------------------------------------------- */

/* `Pct., 2014–2024` */
static const char *subtitle(const struct trend *trend)
{
    char *text = arena_printf(trend->arena, "%s", trend->indicator->unit);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
    const struct period *first = NULL, *last = NULL;
    for (size_t i = 0; trend->count && i < trend->date_count; i++) {
        const struct date *date = &trend->dates[i];
        if (date->x < trend->first_time || date->x > trend->last_time)
            continue;
        first = first ? first : &date->period;
        last = &date->period;
    }
    if (!first)
        return text;
    char start[PERIOD_TEXT], end[PERIOD_TEXT];
    bool one = period_compare(*first, *last) == 0;
    const char *comma = *text ? ", " : "";
    if (first->kind == PERIOD_DATE && !one)
        return arena_printf(trend->arena, "%s%s%d–%d", text, comma, first->year, last->year);
    return arena_printf(trend->arena, "%s%s%s%s%s", text, comma, period_label(start, *first),
                        one ? "" : "–", one ? "" : period_label(end, *last));
}

/* What a screen reader says: the panels' words. */
static const char *summary(const struct trend *trend)
{
    const char *text = subtitle(trend);
    for (size_t i = 0; i < trend->count; i++)
        text = arena_printf(trend->arena, "%s. %s: %s", text, trend->panels[i].area->name,
                            gap_words(trend, trend->panels[i].area));
    return text;
}

static double put_nothing(const struct trend *trend, double y)
{
    const char *text = say(trend->language, "Ingen data at vise", "No data to show");
    gnuplot_label(trend->words, &empty_style, GNUPLOT_WIDTH / 2.0, y + 150, text);
    return y + 300;
}

struct gnuplot_job *trend_figure_start(const struct place *place, const struct findings *findings,
                                       const struct indicator *indicator)
{
    struct trend trend = {.findings = findings,
                          .catalogue = findings->table->catalogue,
                          .indicator = indicator,
                          .arena = place->diagnostics->arena,
                          .language = place->diagnostics->language,
                          .script = gnuplot_script_new(place),
                          .words = gnuplot_script_new(place)};
    collect_panels(&trend);
    choose_years(&trend);
    trend.axis = choose_axis(&trend);
    for (size_t i = 0; i < trend.count; i++)
        if (trend.panels[i].own.hidden_count)
            trend.lower_strip = LOWER_STRIP;
    double y = figure_heading(trend.words, indicator->name, subtitle(&trend));
    gnuplot_load(trend.script, "trend.gp");
    if (trend.count)
        y = place_panels(&trend, y);
    for (size_t i = 0; i < trend.count; i++)
        send_panel(&trend, &trend.panels[i]);
    put_all_words(&trend);
    if (!trend.count)
        y = put_nothing(&trend, y);
    double height = figure_foot(trend.words, findings, trend.language, y + 24, foot_words(&trend));
    gnuplot_add(trend.script, trend.words);
    gnuplot_load(trend.script, "words.gp");
    return gnuplot_start(place, trend.script,
                         (struct gnuplot_figure){
                             .name = arena_printf(trend.arena, "tendens_%s", indicator->code),
                             .title = indicator->name,
                             .summary = summary(&trend),
                             .height = height,
                         });
}
