/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_figure.h"

#include <math.h>
#include <string.h>

#include "pejling/present/trend_figure.h"
#include "pejling/present/wording.h"

/* The columns, in pixels. */
#define LEFT 50.0
#define NAME_RIGHT 690.0
#define AXIS_LEFT 770.0
#define AXIS_RIGHT 1260.0
#define GAP_LEFT 1310.0
#define GAP_RIGHT 1505.0
#define CHANGE_LEFT 1580.0
#define CHANGE_RIGHT 1680.0
#define INTERVAL_LEFT 1698.0
#define RIGHT 1950.0

#define ROW_HEIGHT 62.0
#define SECOND_LINE 27.0 /* from a row's first line to its second */
#define LINE_STEP 32.0   /* in names of more than one line */
#define GOAL_STEP 32.0
#define NBSP "\xC2\xA0"

static const struct gnuplot_style head_style = {"text_head", 17, true};
static const struct gnuplot_style head_right_style = {"text_head_right", 17, true};
static const struct gnuplot_style goal_style = {"text_goal", 17, true};
static const struct gnuplot_style name_style = {"text_name", 20, false};
static const struct gnuplot_style words_style = {"text_small", 18, false};
static const struct gnuplot_style small_style = {"text_small", 15, false};
static const struct gnuplot_style small_right_style = {"text_small_right", 15, false};
static const struct gnuplot_style unsure_style = {"text_unsure", 15, false};
static const struct gnuplot_style tick_style = {"text_tick_x", 17, false};
static const struct gnuplot_style value_style = {"text_value", 18, true};
static const struct gnuplot_style value_right_style = {"text_value_right", 18, true};
static const struct gnuplot_style other_style = {"text_municipality", 17, false};
static const struct gnuplot_style other_right_style = {"text_municipality_right", 17, false};
static const struct gnuplot_style better_style = {"text_better", 21, true};
static const struct gnuplot_style worse_style = {"text_worse", 21, true};
static const struct gnuplot_style number_style = {"text_number", 21, true};
static const struct gnuplot_style number_unsure_style = {"text_number_unsure", 21, false};
static const struct gnuplot_style change_style = {"text_number", 18, true};
static const struct gnuplot_style change_unsure_style = {"text_number_unsure", 18, false};
static const struct gnuplot_style empty_style = {"text_empty", 22, false};

/* An indicator with a value; other, gap and change are NULL where there is no such finding. */
struct row {
    const struct indicator *indicator;
    const struct finding *level, *other, *gap, *change;
};

struct dumbbell {
    const struct findings *findings;
    const struct area *area, *municipality;
    struct arena *arena;
    enum language language;
    struct gnuplot_script *script;
    struct row *rows; /* in the order of the catalogue */
    size_t count;
    struct period period; /* of most rows */
    bool has_axis;        /* a row is in per cent */
    bool has_hidden;      /* an indicator has no row because its values are hidden */
    bool has_neutral;     /* a difference is sure, but neither good nor bad */
    struct gnuplot_rows rules, grid, blank, sure, unsure, own, others, better, worse;
};

/* ---- What there is to draw ---------------------------------------------------------------- */

static bool has_value(const struct finding *finding)
{
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED;
}

/* Whether the interval of a difference leaves 0 out. */
static bool is_sure(const struct finding *finding)
{
    const struct estimate *estimate = &finding->estimate;
    return estimate->state == ESTIMATE_INTERVAL && (estimate->lower > 0 || estimate->upper < 0);
}

static bool is_on_axis(const struct row *row)
{
    const char *unit = row->indicator->unit;
    const struct finding *shown[] = {row->level, row->other};
    if (strcmp(unit, "pct.") != 0 && strcmp(unit, "%") != 0)
        return false;
    for (size_t i = 0; i < 2; i++)
        if (has_value(shown[i]) && (shown[i]->estimate.value < 0 || shown[i]->estimate.value > 100))
            return false;
    return true;
}

static bool is_hidden(const struct dumbbell *dumbbell, const struct indicator *indicator)
{
    const struct findings *findings = dumbbell->findings;
    size_t series =
        indicator->index * findings->table->catalogue->area_count + dumbbell->area->index;
    for (size_t i = findings->starts[series]; i < findings->starts[series + 1]; i++)
        if (findings->rows[i].statistic == STATISTIC_LEVEL && findings->rows[i].hidden)
            return true;
    return false;
}

static void collect_rows(struct dumbbell *dumbbell)
{
    const struct findings *findings = dumbbell->findings;
    const struct catalogue *catalogue = findings->table->catalogue;
    dumbbell->rows =
        arena_alloc(dumbbell->arena, catalogue->indicator_count, sizeof *dumbbell->rows);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        struct row row = {.indicator = indicator};
        row.level = finding_latest(findings, indicator, dumbbell->area, STATISTIC_LEVEL);
        if (!row.level) {
            dumbbell->has_hidden = dumbbell->has_hidden || is_hidden(dumbbell, indicator);
            continue;
        }
        struct period period = row.level->from;
        if (dumbbell->municipality)
            row.other =
                finding_at(findings, indicator, dumbbell->municipality, STATISTIC_LEVEL, period);
        row.gap = finding_at(findings, indicator, dumbbell->area, STATISTIC_GAP, period);
        row.change = finding_at(findings, indicator, dumbbell->area, STATISTIC_GAP_CHANGE, period);
        dumbbell->has_axis = dumbbell->has_axis || is_on_axis(&row);
        dumbbell->rows[dumbbell->count++] = row;
    }
}

/* The period that most rows are of; the earlier row's where two are as frequent. */
static void choose_period(struct dumbbell *dumbbell)
{
    size_t most = 0;
    for (size_t i = 0; i < dumbbell->count; i++) {
        struct period period = dumbbell->rows[i].level->from;
        size_t same = 0;
        for (size_t k = 0; k < dumbbell->count; k++)
            same += period_compare(dumbbell->rows[k].level->from, period) == 0;
        if (same > most) {
            most = same;
            dumbbell->period = period;
        }
    }
}

/* ---- Words -------------------------------------------------------------------------------- */

static const char *number(const struct dumbbell *dumbbell, const struct finding *finding)
{
    return wording_value(dumbbell->arena, dumbbell->language, finding);
}

static const char *period_words(const struct dumbbell *dumbbell, struct period period)
{
    char label[PERIOD_TEXT];
    if (period.kind == PERIOD_UNKNOWN)
        return say(dumbbell->language, "tidspunkt ukendt", "time unknown");
    return arena_printf(dumbbell->arena, "%s", period_label(label, period));
}

/* `4,9 karakterpoint i Ringparken, 6,3 i kommunen` */
static const char *values_in_words(const struct dumbbell *dumbbell, const struct row *row,
                                   const char *area)
{
    enum language language = dumbbell->language;
    const char *in = say(language, "i", "in");
    const char *text = arena_printf(dumbbell->arena, "%s" NBSP "%s %s %s",
                                    number(dumbbell, row->level), row->indicator->unit, in, area);
    if (!has_value(row->other))
        return text;
    return arena_printf(dumbbell->arena, "%s, %s %s", text, number(dumbbell, row->other),
                        say(language, "i kommunen", "in the municipality"));
}

static const char *title(const struct dumbbell *dumbbell)
{
    if (!dumbbell->municipality)
        return dumbbell->area->name;
    return arena_printf(dumbbell->arena, "%s %s %s", dumbbell->area->name,
                        say(dumbbell->language, "og", "and"), dumbbell->municipality->name);
}

static const char *subtitle(const struct dumbbell *dumbbell)
{
    if (!dumbbell->count)
        return "";
    return arena_printf(dumbbell->arena,
                        say(dumbbell->language, "Seneste tal: %s, hvor ikke andet står",
                            "Latest figures: %s, where nothing else is said"),
                        period_words(dumbbell, dumbbell->period));
}

static const char *row_name(const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    return *indicator->short_name ? indicator->short_name : indicator->name;
}

/* What a screen reader says: the rows one by one. */
static const char *summary(const struct dumbbell *dumbbell)
{
    enum language language = dumbbell->language;
    const char *text = subtitle(dumbbell);
    for (size_t i = 0; i < dumbbell->count; i++) {
        const struct row *row = &dumbbell->rows[i];
        text = arena_printf(dumbbell->arena, "%s. %s: %s" NBSP "%s", text, row_name(row),
                            number(dumbbell, row->level), row->indicator->unit);
        if (has_value(row->gap))
            text = arena_printf(dumbbell->arena, "%s, %s %s", text,
                                say(language, "forskel", "difference"), number(dumbbell, row->gap));
    }
    return text;
}

static const char *foot_words(const struct dumbbell *dumbbell)
{
    char confidence[NUMBER_TEXT];
    enum language language = dumbbell->language;
    double level = 100 * dumbbell->findings->confidence;
    const char *neutral = dumbbell->has_neutral ? say(language, "Sort: hverken god eller dårlig. ",
                                                      "Black: neither good nor bad. ")
                                                : "";
    const char *hidden = say(language, " Indikatorer, hvis tal er skjult, er ikke med.",
                             " Indicators whose figures are hidden are left out.");
    if (!dumbbell->count)
        return "";
    wording_number(confidence, language, level, fabs(level - round(level)) > 1e-6);
    return arena_printf(
        dumbbell->arena,
        say(language,
            "Forskel: området minus kommunen. Pil op, blå: på den gode side af kommunen. Pil ned, "
            "brun: på den dårlige side. %sGrå uden pil: ikke sikker, %s" NBSP "pct. "
            "konfidensintervallet rummer 0 eller kendes ikke.\n"
            "Ændring: forskellen nu minus forskellen dengang, med %s" NBSP "pct. "
            "konfidensinterval.%s",
            "Difference: the area minus the municipality. Arrow up, blue: on the good side of the "
            "municipality. Arrow down, brown: on the bad side. %sGrey without an arrow: not "
            "certain, "
            "the %s per cent confidence interval holds 0 or is not known.\n"
            "Change: the difference now minus the difference then, with its %s per cent confidence "
            "interval.%s"),
        neutral, confidence, confidence, dumbbell->has_hidden ? hidden : "");
}

/* ---- One row ------------------------------------------------------------------------------ */

static double axis_x(double percent)
{
    return AXIS_LEFT + percent / 100 * (AXIS_RIGHT - AXIS_LEFT);
}

static void draw_line(struct gnuplot_rows *rows, const double from[2], const double to[2])
{
    gnuplot_row(rows, HUGE_VAL, 0, 0);
    gnuplot_row(rows, from[0], from[1], 0);
    gnuplot_row(rows, to[0], to[1], 0);
}

/* A value beside its mark, on white: the lines of the axis do not go through it. */
static void put_axis_value(struct dumbbell *dumbbell, const struct gnuplot_style *style, double x,
                           double y, const char *text)
{
    const double half = 17;
    bool to_left = style == &value_right_style || style == &other_right_style;
    double width = gnuplot_text_width(style, text) + 6;
    double left = to_left ? x - width : x, right = to_left ? x : x + width;
    gnuplot_row(&dumbbell->blank, HUGE_VAL, 0, 0);
    gnuplot_row(&dumbbell->blank, left, y - half, 0);
    gnuplot_row(&dumbbell->blank, right, y - half, 0);
    gnuplot_row(&dumbbell->blank, right, y + half, 0);
    gnuplot_row(&dumbbell->blank, left, y + half, 0);
    gnuplot_label(dumbbell->script, style, x, y, text);
}

/* The values stand outside the two marks, the lower one to the left. */
static void put_axis_values(struct dumbbell *dumbbell, const struct row *row, double y)
{
    const double beside = 22;
    double own = axis_x(row->level->estimate.value);
    bool has_other = has_value(row->other);
    double other = has_other ? axis_x(row->other->estimate.value) : own;
    bool own_left = own < other;
    gnuplot_row(&dumbbell->own, own, y, 0);
    put_axis_value(dumbbell, own_left ? &value_right_style : &value_style,
                   own_left ? own - beside : own + beside, y, number(dumbbell, row->level));
    if (!has_other)
        return;
    gnuplot_row(&dumbbell->others, other, y, 0);
    put_axis_value(dumbbell, own_left ? &other_style : &other_right_style,
                   own_left ? other + beside : other - beside, y, number(dumbbell, row->other));
    bool sure = row->gap && is_sure(row->gap);
    draw_line(sure ? &dumbbell->sure : &dumbbell->unsure, (double[]){other, y}, (double[]){own, y});
}

static void put_values(struct dumbbell *dumbbell, const struct row *row, double y)
{
    struct gnuplot_box box = {AXIS_LEFT, y, GAP_LEFT - AXIS_LEFT + 10, SECOND_LINE, 2};
    const char *text = values_in_words(dumbbell, row, dumbbell->area->name);
    if (is_on_axis(row)) {
        put_axis_values(dumbbell, row, y);
        return;
    }
    const char *area = dumbbell->area->role == AREA_TOTAL
                           ? say(dumbbell->language, "områderne", "the areas")
                           : say(dumbbell->language, "området", "the area");
    if (gnuplot_line_count(&words_style, box, text) > 1)
        text = values_in_words(dumbbell, row, area);
    gnuplot_paragraph(dumbbell->script, &words_style, box, text);
}

/* Where no number can stand: why not. */
static void put_reason(const struct dumbbell *dumbbell, const struct finding *finding, double x,
                       double y, double width)
{
    enum reason reason = finding ? finding->estimate.reason : REASON_NO_COMPARATOR;
    struct gnuplot_box box = {x, y, width, 22, 2};
    const char *text = reason_text(reason, dumbbell->language);
    if (gnuplot_line_count(&unsure_style, box, text) > 1)
        box.y -= 11;
    gnuplot_paragraph(dumbbell->script, &unsure_style, box, text);
}

static void put_gap(struct dumbbell *dumbbell, const struct row *row, double y)
{
    const struct finding *gap = row->gap;
    enum polarity polarity = row->indicator->polarity;
    const struct gnuplot_style *style = &number_unsure_style;
    if (!has_value(gap)) {
        put_reason(dumbbell, gap, GAP_LEFT, y, CHANGE_LEFT - GAP_LEFT - 10);
        return;
    }
    const char *text = number(dumbbell, gap);
    if (is_sure(gap) && polarity == POLARITY_NEUTRAL) {
        style = &number_style;
        dumbbell->has_neutral = true;
    } else if (is_sure(gap)) {
        bool good = (gap->estimate.value > 0) == (polarity == POLARITY_UP);
        style = good ? &better_style : &worse_style;
        gnuplot_row(good ? &dumbbell->better : &dumbbell->worse,
                    GAP_RIGHT - gnuplot_text_width(style, text) - 22, y, 0);
    }
    gnuplot_label(dumbbell->script, style, GAP_RIGHT, y, text);
    struct gnuplot_box unit = {GAP_RIGHT, y + SECOND_LINE, GAP_RIGHT - GAP_LEFT + 40, 0, 1};
    if (!is_on_axis(row))
        gnuplot_paragraph(dumbbell->script, &small_right_style, unit,
                          indicator_difference_unit(row->indicator, dumbbell->language));
}

/* The period a change begins at, a date by its year. */
static const char *baseline_words(const struct dumbbell *dumbbell, const struct finding *change)
{
    if (change->from.kind == PERIOD_DATE)
        return arena_printf(dumbbell->arena, "%d", change->from.year);
    return period_words(dumbbell, change->from);
}

/* `ikke sikker`, and the period it begins at where that is not the baseline year. */
static const char *change_note(const struct dumbbell *dumbbell, const struct finding *change)
{
    enum language language = dumbbell->language;
    const char *note = "", *since = "";
    int year = dumbbell->findings->table->catalogue->plan.baseline_year;
    if (change->estimate.state != ESTIMATE_INTERVAL)
        note = say(language, "usikkerhed ukendt", "uncertainty unknown");
    else if (!is_sure(change))
        note = say(language, "ikke sikker", "not certain");
    if (change->from.year != year ||
        (change->from.kind != PERIOD_YEAR && change->from.kind != PERIOD_DATE))
        since = arena_printf(dumbbell->arena, "%s%s %s", *note ? ", " : "",
                             say(language, "siden", "since"), baseline_words(dumbbell, change));
    return arena_printf(dumbbell->arena, "%s%s", note, since);
}

static void put_change(const struct dumbbell *dumbbell, const struct row *row, double y)
{
    const struct finding *change = row->change;
    if (!has_value(row->gap))
        return;
    if (!has_value(change)) {
        put_reason(dumbbell, change, CHANGE_LEFT, y, RIGHT - CHANGE_LEFT);
        return;
    }
    bool sure = is_sure(change);
    gnuplot_label(dumbbell->script, sure ? &change_style : &change_unsure_style, CHANGE_RIGHT, y,
                  number(dumbbell, change));
    const char *interval = wording_interval(dumbbell->arena, dumbbell->language, change);
    const char *note = change_note(dumbbell, change);
    if (!*interval) {
        gnuplot_label(dumbbell->script, &unsure_style, INTERVAL_LEFT, y, note);
        return;
    }
    gnuplot_label(dumbbell->script, &small_style, INTERVAL_LEFT, y, interval);
    if (*note)
        gnuplot_label(dumbbell->script, &unsure_style, INTERVAL_LEFT, y + 22, note);
}

/* The lines of the axis behind a row. */
static void put_grid(struct dumbbell *dumbbell, double top, double bottom)
{
    for (int percent = 0; percent <= 100; percent += 20)
        draw_line(&dumbbell->grid, (double[]){axis_x(percent), top},
                  (double[]){axis_x(percent), bottom});
}

/* Returns the y of the next row. */
static double put_row(struct dumbbell *dumbbell, const struct row *row, double y)
{
    const char *name = row_name(row);
    struct period period = row->level->from;
    bool same = period_compare(period, dumbbell->period) == 0;
    const char *when = same ? "" : period_words(dumbbell, period);
    double room = same ? 0 : gnuplot_text_width(&small_right_style, when) + 24;
    struct gnuplot_box box = {LEFT, y, NAME_RIGHT - LEFT - room, LINE_STEP, 3};
    double below = gnuplot_paragraph(dumbbell->script, &name_style, box, name) - LINE_STEP;
    double next = fmax(below, y) + ROW_HEIGHT;
    gnuplot_label(dumbbell->script, &small_right_style, NAME_RIGHT, y, when);
    if (is_on_axis(row))
        put_grid(dumbbell, y - ROW_HEIGHT / 2, next - ROW_HEIGHT / 2);
    put_values(dumbbell, row, y);
    put_gap(dumbbell, row, y);
    put_change(dumbbell, row, y);
    return next;
}

/* ---- The figure --------------------------------------------------------------------------- */

static void rule(struct dumbbell *dumbbell, double y)
{
    draw_line(&dumbbell->rules, (double[]){LEFT, y}, (double[]){RIGHT, y});
}

/* The rows of a goal under its name; "" for those without one. Returns the y below them. */
static double put_group(struct dumbbell *dumbbell, const char *goal, double y)
{
    const char *name =
        *goal ? goal : say(dumbbell->language, "Andre nøgletal", "Other key figures");
    struct gnuplot_box box = {LEFT, y + 34, RIGHT - LEFT, GOAL_STEP, 2};
    rule(dumbbell, y);
    double next = gnuplot_paragraph(dumbbell->script, &goal_style, box, name) + 16;
    for (size_t i = 0; i < dumbbell->count; i++)
        if (strcmp(dumbbell->rows[i].indicator->goal, goal) == 0)
            next = put_row(dumbbell, &dumbbell->rows[i], next);
    return next - ROW_HEIGHT + 42;
}

/* The goals in the order in which they come up, and then what has none. */
static double put_groups(struct dumbbell *dumbbell, double y)
{
    bool rest = false;
    for (size_t i = 0; i < dumbbell->count; i++) {
        const char *goal = dumbbell->rows[i].indicator->goal;
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = strcmp(dumbbell->rows[k].indicator->goal, goal) == 0;
        if (!*goal)
            rest = true;
        else if (!seen)
            y = put_group(dumbbell, goal, y);
    }
    return rest ? put_group(dumbbell, "", y) : y;
}

/* One name of the key: a mark and the words beside it. Returns the x behind them. */
static double put_key(struct dumbbell *dumbbell, struct gnuplot_rows *marks,
                      const struct gnuplot_style *style, struct gnuplot_box box)
{
    bool own = marks == &dumbbell->own;
    const char *name = own ? dumbbell->area->name : dumbbell->municipality->name;
    gnuplot_row(marks, box.x, box.y, 0);
    box.x += 20;
    gnuplot_paragraph(dumbbell->script, style, box, name);
    return box.x + fmin(gnuplot_text_width(style, name), box.width) + 44;
}

/* Both names share the room above the axis; the municipality's yields down to half of it. */
static void put_keys(struct dumbbell *dumbbell, double y)
{
    const double room = 530;
    struct gnuplot_box box = {AXIS_LEFT, y, room, SECOND_LINE, 1};
    if (dumbbell->municipality)
        box.width -= fmin(gnuplot_text_width(&other_style, dumbbell->municipality->name), room / 2);
    box.x = put_key(dumbbell, &dumbbell->own, &value_style, box);
    box.width = room - fmin(gnuplot_text_width(&value_style, dumbbell->area->name), box.width);
    if (dumbbell->municipality)
        put_key(dumbbell, &dumbbell->others, &other_style, box);
}

static void put_head(struct dumbbell *dumbbell, double y)
{
    enum language language = dumbbell->language;
    const char *unit = say(language, "pct.-point", "percentage points");
    put_keys(dumbbell, y);
    gnuplot_label(dumbbell->script, &head_right_style, GAP_RIGHT, y,
                  say(language, "Forskel", "Difference"));
    gnuplot_label(dumbbell->script, &head_style, CHANGE_LEFT, y,
                  arena_printf(dumbbell->arena,
                               say(language, "Ændring siden %d", "Change since %d"),
                               dumbbell->findings->table->catalogue->plan.baseline_year));
    if (dumbbell->has_axis)
        gnuplot_label(dumbbell->script, &small_right_style, GAP_RIGHT, y + 25, unit);
    gnuplot_label(dumbbell->script, &small_style, CHANGE_LEFT, y + 25,
                  say(language, "i forskellen", "in the difference"));
}

static void put_ticks(struct dumbbell *dumbbell, double y)
{
    const char *unit = say(dumbbell->language, "pct.", "%");
    for (int percent = 0; dumbbell->has_axis && percent <= 100; percent += 20)
        gnuplot_label(dumbbell->script, &tick_style, axis_x(percent), y,
                      arena_printf(dumbbell->arena, "%d" NBSP "%s", percent, unit));
}

static double put_rows(struct dumbbell *dumbbell, double y)
{
    if (!dumbbell->count) {
        gnuplot_label(dumbbell->script, &empty_style, GNUPLOT_WIDTH / 2.0, y + 120,
                      say(dumbbell->language, "Ingen data at vise", "No data to show"));
        return y + 260;
    }
    put_head(dumbbell, y + 40);
    y = put_groups(dumbbell, y + 90);
    rule(dumbbell, y);
    put_ticks(dumbbell, y + 28);
    return y + (dumbbell->has_axis ? 84 : 44);
}

static void send(struct dumbbell *dumbbell)
{
    struct gnuplot_script *script = dumbbell->script;
    gnuplot_block(script, "rules", &dumbbell->rules);
    gnuplot_block(script, "grid", &dumbbell->grid);
    gnuplot_block(script, "blank", &dumbbell->blank);
    gnuplot_block(script, "sure", &dumbbell->sure);
    gnuplot_block(script, "unsure", &dumbbell->unsure);
    gnuplot_block(script, "area", &dumbbell->own);
    gnuplot_block(script, "municipality", &dumbbell->others);
    gnuplot_block(script, "better", &dumbbell->better);
    gnuplot_block(script, "worse", &dumbbell->worse);
    gnuplot_load(script, "dumbbell.gp");
}

struct gnuplot_job *dumbbell_figure_start(const struct place *place,
                                          const struct findings *findings, const struct area *area)
{
    struct arena *arena = place->diagnostics->arena;
    const struct gnuplot_rows none = {.arena = arena, .columns = 2};
    struct dumbbell dumbbell = {.findings = findings,
                                .area = area,
                                .municipality = area_municipality(area),
                                .arena = arena,
                                .language = place->diagnostics->language,
                                .script = gnuplot_script_new(place),
                                .rules = none,
                                .grid = none,
                                .blank = none,
                                .sure = none,
                                .unsure = none,
                                .own = none,
                                .others = none,
                                .better = none,
                                .worse = none};
    collect_rows(&dumbbell);
    choose_period(&dumbbell);
    gnuplot_number(dumbbell.script, "area", figure_colour(findings->table->catalogue, area));
    double y = figure_heading(dumbbell.script, title(&dumbbell), subtitle(&dumbbell));
    y = put_rows(&dumbbell, y);
    double height =
        figure_foot(dumbbell.script, findings, dumbbell.language, y, foot_words(&dumbbell));
    send(&dumbbell);
    return gnuplot_start(place, dumbbell.script,
                         (struct gnuplot_figure){
                             .name = arena_printf(arena, "omraade_%s", area->code),
                             .title = title(&dumbbell),
                             .summary = summary(&dumbbell),
                             .height = height,
                         });
}
