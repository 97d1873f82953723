/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_slides.h"

#include <string.h>

#include "pejling/findings/theory_evidence.h"
#include "pejling/present/followup.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/table_slide.h"
#include "pejling/present/target_words.h"
#include "pejling/present/theory_words.h"
#include "pejling/present/wording.h"

/* `−0,69 (−1,19 til −0,18)` */
static const char *number_of(const struct figure_canvas *canvas, const struct finding *finding)
{
    const char *interval = wording_interval(canvas->arena, canvas->language, finding);
    return arena_printf(canvas->arena, *interval ? "%s (%s)" : "%s%s",
                        wording_value(canvas->arena, canvas->language, finding), interval);
}

/* ---- The theory of change ---------------------------------------------------------------------
 */

static enum table_tone tone_of_theory(enum theory_state state)
{
    static const enum table_tone tones[THEORY_STATES] = {
        [THEORY_NO_DATA] = TONE_NONE,          [THEORY_AS_EXPECTED] = TONE_GOOD,
        [THEORY_AGAINST] = TONE_BAD,           [THEORY_UNCHANGED] = TONE_SAME,
        [THEORY_NOT_DETERMINABLE] = TONE_OPEN,
    };
    return tones[state];
}

static struct table_cell theory_cell(const struct figure_canvas *canvas,
                                     const struct theory_step *step, const struct area *area)
{
    const struct theory_evidence evidence = theory_evidence_of(canvas->findings, step, area);
    const struct finding *slope = evidence.slope;
    bool told = evidence.state != THEORY_NOT_DETERMINABLE && slope &&
                slope->estimate.state != ESTIMATE_UNDEFINED;
    return (struct table_cell){
        tone_of_theory(evidence.state), theory_state_text(canvas->language, evidence.state),
        told ? number_of(canvas, slope)
             : theory_reason_text(canvas->language, canvas->findings->table, &evidence)};
}

static struct table_row theory_row(const struct figure_canvas *canvas,
                                   const struct theory_step *step, const struct area *const *areas,
                                   size_t count)
{
    struct arena *arena = canvas->arena;
    struct table_cell *cells = arena_alloc(arena, count, sizeof *cells);
    const char *expected = theory_expected_text(canvas->language, step->expected);
    for (size_t i = 0; i < count; i++)
        cells[i] = theory_cell(canvas, step, areas[i]);
    return (struct table_row){step->expected_result,
                              step->indicator
                                  ? arena_printf(arena, "%s%s%s", indicator_label(step->indicator),
                                                 *expected ? ": " : "", expected)
                                  : say(canvas->language, "ingen indikator", "no indicator"),
                              cells};
}

bool theory_slide(const struct figure_canvas *canvas, const char *focus_area,
                  struct gnuplot_figure *slide)
{
    const struct catalogue *catalogue = canvas->findings->table->catalogue;
    enum language language = canvas->language;
    struct table_slide table = {
        .over = focus_area,
        .title =
            say(language, "Forandringsteorien og tallene", "The theory of change and the figures"),
        .row_head = say(language, "Forventet resultat", "Expected result"),
        .reading = say(language,
                       "Som forventet: afstanden til kommunen har bevæget sig i den retning, som "
                       "resultatet ventes at give. Det siger ikke, hvorfor. Tallet er afstandens "
                       "ændring pr. år.",
                       "As expected: the gap to the municipality has moved the way that the result "
                       "is expected to move it. That does not say why. The number is the change of "
                       "the gap a year."),
    };
    struct table_row *rows = arena_alloc(canvas->arena, catalogue->theory_count, sizeof *rows);
    table.areas = followup_areas(canvas->arena, catalogue, &table.area_count);
    table.rows = rows;
    for (enum horizon horizon = HORIZON_SHORT; horizon <= HORIZON_LONG; horizon++)
        for (size_t i = 0; i < catalogue->theory_count; i++) {
            const struct theory_step *step = &catalogue->theory[i];
            if (step->horizon == horizon && strcmp(step->focus_area, focus_area) == 0)
                rows[table.row_count++] = theory_row(canvas, step, table.areas, table.area_count);
        }
    if (!table_slide_fits(table.area_count, table.row_count))
        return false;
    *slide = table_slide_draw(canvas, &table);
    return true;
}

/* ---- Targets ----------------------------------------------------------------------------------
 */

/* The last one of an indicator and area; of any area or indicator for NULL. NULL for none. */
static const struct target_outlook *outlook_of(const struct figure_canvas *canvas,
                                               const struct indicator *indicator,
                                               const struct area *area)
{
    const struct target_outlooks *outlooks = &canvas->findings->targets;
    const struct target_outlook *last = NULL;
    for (size_t i = 0; i < outlooks->count; i++) {
        /* The first of them lies nowhere else. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
        const struct target *target = outlooks->items[i].target;
        if ((!indicator || target->indicator == indicator) && (!area || target->area == area))
            last = &outlooks->items[i];
    }
    return last;
}

static enum table_tone tone_of_target(enum target_state state)
{
    switch (state) {
    case TARGET_REACHED:
    case TARGET_ON_COURSE:
        return TONE_GOOD;
    case TARGET_OFF_COURSE:
        return TONE_BAD;
    case TARGET_NOT_DETERMINABLE:
    case TARGET_STATES:
        break;
    }
    return TONE_OPEN;
}

/* `Mål 2025: 86` and below it `2022: 79,3 (75,1 til 83,0)`. */
static struct table_cell target_cell(const struct figure_canvas *canvas,
                                     const struct target_outlook *outlook)
{
    if (!outlook)
        return (struct table_cell){TONE_NONE, "", ""};
    char number[NUMBER_TEXT];
    const struct target *target = outlook->target;
    const struct finding *latest =
        finding_latest(canvas->findings, target->indicator, target->area, STATISTIC_LEVEL);
    wording_number(number, canvas->language, target->value, target_decimals(target->value));
    const char *now =
        latest ? arena_printf(canvas->arena, "%s: %s", figure_period(canvas->arena, latest->from),
                              number_of(canvas, latest))
               : reason_text(outlook->reason, canvas->language);
    return (struct table_cell){
        tone_of_target(outlook->state), target_state_text(canvas->language, outlook),
        arena_printf(canvas->arena, say(canvas->language, "Mål %s: %s\n%s", "Target %s: %s\n%s"),
                     figure_period(canvas->arena, target->period), number, now)};
}

static struct table_row target_row(const struct figure_canvas *canvas,
                                   const struct indicator *indicator,
                                   const struct table_slide *table)
{
    struct table_cell *cells = arena_alloc(canvas->arena, table->area_count, sizeof *cells);
    for (size_t i = 0; i < table->area_count; i++)
        cells[i] = target_cell(canvas, outlook_of(canvas, indicator, table->areas[i]));
    return (struct table_row){indicator_label(indicator), indicator->unit, cells};
}

static const char *target_reading(const struct figure_canvas *canvas, bool cut)
{
    return arena_printf(
        canvas->arena, "%s%s",
        say(canvas->language,
            "På vej: nås, hvis udviklingen fortsætter. Nået: som tallet står. I parentes: "
            "grænserne for tilfældige udsving.",
            "On course: reached if the development goes on. Reached: as the figure stands. In "
            "brackets: the limits of chance."),
        cut ? say(canvas->language, " Der er flere måltal, end her er plads til: se seminar.html.",
                  " There are more targets than have room here: see seminar.html.")
            : "");
}

/* The areas that have targets, as many as have room. Returns whether others are left out. */
static bool choose_areas(const struct figure_canvas *canvas, struct table_slide *table)
{
    size_t count, chosen = 0;
    const struct area **areas =
        followup_areas(canvas->arena, canvas->findings->table->catalogue, &count);
    for (size_t i = 0; i < count; i++)
        if (outlook_of(canvas, NULL, areas[i]))
            areas[chosen++] = areas[i];
    table->areas = areas;
    table->area_count = chosen < TABLE_SLIDE_AREAS ? chosen : TABLE_SLIDE_AREAS;
    return table->area_count < chosen;
}

bool target_slide(const struct figure_canvas *canvas, struct gnuplot_figure *slide)
{
    const struct catalogue *catalogue = canvas->findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(canvas->arena, catalogue);
    struct table_slide table = {
        .over = say(canvas->language, "Bestyrelsens mål", "The board's aims"),
        .title = say(canvas->language, "Måltal", "Targets"),
        .row_head = say(canvas->language, "Indikator", "Indicator"),
    };
    struct table_row *rows = arena_alloc(canvas->arena, TABLE_SLIDE_ROWS, sizeof *rows);
    bool cut = choose_areas(canvas, &table), fixed = false;
    table.rows = rows;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        bool wanted = outlook_of(canvas, indicators[i], NULL) &&
                      (indicators[i]->lbf_number || !fixed); /* the fixed ones come first */
        fixed = fixed || (wanted && indicators[i]->lbf_number);
        if (wanted && table.row_count < TABLE_SLIDE_ROWS)
            rows[table.row_count++] = target_row(canvas, indicators[i], &table);
        else
            cut = cut || wanted;
    }
    table.reading = target_reading(canvas, cut);
    if (!table_slide_fits(table.area_count, table.row_count))
        return false;
    *slide = table_slide_draw(canvas, &table);
    return true;
}
