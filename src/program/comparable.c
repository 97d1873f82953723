/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/comparable.h"

#include <math.h>
#include <string.h>

#include "pejling/base/number.h"
#include "pejling/base/printable.h"
#include "pejling/base/text.h"
#include "pejling/program/definitions.h"

struct comparing {
    struct diagnostics *diagnostics;
    struct arena *arena;
    const char *at;
    const struct plan *then, *now;
    const char *first; /* difference, without its values */
    size_t count;
};

static struct location place(const struct comparing *comparing)
{
    return (struct location){.file = comparing->at};
}

/* A text from a manifest that somebody else may have made, on one line. */
static const char *plain(const struct comparing *comparing, const char *text)
{
    return printable_text(comparing->arena, text, "", NULL);
}

/* A number as the plan's files have it. */
static const char *number_text(const struct comparing *comparing, double number)
{
    char text[NUMBER_TEXT], sign = comparing->diagnostics->language == LANGUAGE_ENGLISH ? '.' : ',';
    return arena_copy(comparing->arena, number_exact(text, number, sign));
}

static const char *yes_no(const struct comparing *comparing, bool yes)
{
    enum language language = comparing->diagnostics->language;
    return yes ? say(language, "ja", "yes") : say(language, "nej", "no");
}

/* Counts a difference: what it is, and in which field. */
static void differ(struct comparing *comparing, const char *what, const char *field)
{
    if (comparing->count++ == 0)
        comparing->first = arena_printf(comparing->arena, "%s (%s)", what, field);
}

static bool is_same_number(double then, double now)
{
    return fabs(then - now) <= 1e-9 * fmax(fabs(then), fabs(now));
}

/* ---- The plan --------------------------------------------------------------------------------- */

static void other_plan(struct comparing *comparing, const char *field, const char *then,
                       const char *now)
{
    const char *what = say(comparing->diagnostics->language, "udgaverne er af hver sin plan",
                           "the editions are of different plans");
    differ(comparing, what, field);
    diagnostics_report(comparing->diagnostics, PROBLEM_INPUT, place(comparing),
                       "%s (%s: »%s« og »%s«) · sammenlign to udgaver af samme plan",
                       "%s (%s: »%s« and »%s«) · compare two editions of one plan", what, field,
                       plain(comparing, then), plain(comparing, now));
}

static const char *municipality_of(const struct catalogue *catalogue)
{
    const struct area *municipality = catalogue->plan.municipality;
    return municipality ? municipality->code : "";
}

/* Whether any of the plan's own areas is in both. */
static bool share_an_area(const struct catalogue *then, const struct catalogue *now)
{
    for (size_t i = 0; i < now->area_count; i++) {
        const struct area *area = &now->areas[i],
                          *before = catalogue_area_of_code(then, area->code);
        if (before && area->role == AREA_ESTATE && before->role == AREA_ESTATE)
            return true;
    }
    return false;
}

static const char *estates_of(const struct comparing *comparing, const struct catalogue *catalogue)
{
    const char *list = "";
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_ESTATE)
            list = arena_printf(comparing->arena, "%s%s%s", list, *list ? ", " : "",
                                catalogue->areas[i].code);
    return list;
}

static void compare_plans(struct comparing *comparing, const struct catalogue *then,
                          const struct catalogue *now)
{
    struct arena *arena = comparing->arena;
    enum language language = comparing->diagnostics->language;
    if (strcmp(text_fold(arena, then->plan.title), text_fold(arena, now->plan.title)) != 0)
        other_plan(comparing, say(language, "titel", "title"), then->plan.title, now->plan.title);
    if (strcmp(municipality_of(then), municipality_of(now)) != 0)
        other_plan(comparing, say(language, "kommune", "municipality"), municipality_of(then),
                   municipality_of(now));
    if (!share_an_area(then, now))
        other_plan(comparing, say(language, "områder", "areas"), estates_of(comparing, then),
                   estates_of(comparing, now));
}

/* ---- Definitions ------------------------------------------------------------------------------ */

/* One field of an indicator or area, in both editions. */
static void compare_field(struct comparing *comparing, const char *code, const char *field,
                          const char *then, const char *now)
{
    if (strcmp(then, now) == 0)
        return;
    const char *what =
        arena_printf(comparing->arena,
                     say(comparing->diagnostics->language, "»%s« er defineret på en anden måde",
                         "»%s« is defined in another way"),
                     code);
    differ(comparing, what, field);
    diagnostics_report(comparing->diagnostics, PROBLEM_INPUT, place(comparing),
                       "%s (%s: »%s« og »%s«) · lav den ene udgave igen med den andens definition",
                       "%s (%s: »%s« and »%s«) · make one of the editions again with the other "
                       "one's definition",
                       what, field, plain(comparing, then), plain(comparing, now));
}

static void compare_numbers(struct comparing *comparing, const char *code, const char *field,
                            double then, double now)
{
    if (!is_same_number(then, now))
        compare_field(comparing, code, field, number_text(comparing, then),
                      number_text(comparing, now));
}

static void compare_texts(struct comparing *comparing, const struct indicator *then,
                          const struct indicator *now)
{
    const char *code = now->code;
    struct arena *arena = comparing->arena;
    compare_field(comparing, code, "mål", then->goal, now->goal);
    compare_field(comparing, code, "målgruppe", then->target_group, now->target_group);
    compare_field(comparing, code, "type", definitions_measure(then->measure),
                  definitions_measure(now->measure));
    compare_field(comparing, code, "enhed", then->unit, now->unit);
    compare_field(comparing, code, "god_retning", definitions_polarity(then->polarity),
                  definitions_polarity(now->polarity));
    compare_field(comparing, code, "klasse", definitions_accrual(then->accrual),
                  definitions_accrual(now->accrual));
    compare_field(comparing, code, "opgørelse", definitions_reporting(arena, then->reporting),
                  definitions_reporting(arena, now->reporting));
    compare_field(comparing, code, "tendens", yes_no(comparing, then->has_trend),
                  yes_no(comparing, now->has_trend));
    compare_field(comparing, code, "følsom", yes_no(comparing, then->sensitive),
                  yes_no(comparing, now->sensitive));
}

/* What an indicator has from plan.csv in both editions is told once, as policy. */
static bool is_plans(double then, double then_plan, double now, double now_plan)
{
    return is_same_number(then, then_plan) && is_same_number(now, now_plan);
}

static void compare_indicator(struct comparing *comparing, const struct indicator *then,
                              const struct indicator *now)
{
    compare_texts(comparing, then, now);
    compare_numbers(comparing, now->code, "faktor", then->factor, now->factor);
    compare_numbers(comparing, now->code, "lbf_nr", then->lbf_number, now->lbf_number);
    compare_numbers(comparing, now->code, "decimaler", then->decimals, now->decimals);
    if (!is_plans(then->minimum_count, comparing->then->threshold, now->minimum_count,
                  comparing->now->threshold))
        compare_numbers(comparing, now->code, "mindste_antal", then->minimum_count,
                        now->minimum_count);
    if (!is_plans(then->delta, comparing->then->delta, now->delta, comparing->now->delta))
        compare_numbers(comparing, now->code, "delta", then->delta, now->delta);
}

static const char *code_of(const struct area *area)
{
    return area ? area->code : "";
}

static void compare_indicators(struct comparing *comparing, const struct catalogue *then,
                               const struct catalogue *now)
{
    for (size_t i = 0; i < now->indicator_count; i++) {
        const struct indicator *before = catalogue_indicator(then, now->indicators[i].code);
        if (before)
            compare_indicator(comparing, before, &now->indicators[i]);
    }
}

static void compare_areas(struct comparing *comparing, const struct catalogue *then,
                          const struct catalogue *now)
{
    for (size_t i = 0; i < now->area_count; i++) {
        const struct area *area = &now->areas[i],
                          *before = catalogue_area_of_code(then, area->code);
        if (!before)
            continue;
        compare_field(comparing, area->code, "rolle", definitions_role(before->role),
                      definitions_role(area->role));
        compare_field(comparing, area->code, "del_af", code_of(before->part_of),
                      code_of(area->part_of));
    }
}

/* ---- Settings --------------------------------------------------------------------------------- */

static void compare_setting(struct comparing *comparing, const char *field, const char *then,
                            const char *now)
{
    if (strcmp(then, now) == 0)
        return;
    const char *what =
        say(comparing->diagnostics->language, "udgaverne er ikke lavet med de samme indstillinger",
            "the editions were not made with the same settings");
    differ(comparing, what, field);
    diagnostics_report(
        comparing->diagnostics, PROBLEM_INPUT, place(comparing),
        "%s (%s: %s og %s) · lav den ene udgave igen med samme værdi i plan.csv",
        "%s (%s: %s and %s) · make one of the editions again with the same value in plan.csv", what,
        field, then, now);
}

static void compare_amount(struct comparing *comparing, const char *field, double then, double now)
{
    if (!is_same_number(then, now))
        compare_setting(comparing, field, number_text(comparing, then),
                        number_text(comparing, now));
}

/* Before and after are told from the plan's start; nothing is computed from its end. */
static void compare_settings(struct comparing *comparing)
{
    const struct plan *then = comparing->then, *now = comparing->now;
    char before[PERIOD_TEXT], after[PERIOD_TEXT];
    compare_setting(comparing, "planstart", period_text(before, then->start),
                    period_text(after, now->start));
    compare_amount(comparing, "basisår", then->baseline_year, now->baseline_year);
    compare_setting(comparing, "illustrativ", yes_no(comparing, then->illustrative),
                    yes_no(comparing, now->illustrative));
    compare_amount(comparing, "konfidens", 100 * then->confidence, 100 * now->confidence);
    compare_amount(comparing, "tærskel", then->threshold, now->threshold);
    compare_amount(comparing, "mindste_nævner", then->minimum_denominator,
                   now->minimum_denominator);
    compare_amount(comparing, "delta", then->delta, now->delta);
}

static const char *reason_of(const struct comparing *comparing)
{
    const char *more =
        say(comparing->diagnostics->language, "blandt flere forskelle", "among other differences");
    return comparing->count < 2 ? comparing->first
                                : arena_printf(comparing->arena, "%s, %s", comparing->first, more);
}

bool comparable(struct diagnostics *diagnostics, const char *at, const struct catalogue *then,
                const struct catalogue *now, const char **reason)
{
    struct comparing comparing = {
        diagnostics, diagnostics->arena, at, &then->plan, &now->plan, NULL, 0};
    compare_plans(&comparing, then, now);
    if (comparing.count == 0) { /* else the rest differs of course, and would bury the reason */
        compare_indicators(&comparing, then, now);
        compare_areas(&comparing, then, now);
        compare_settings(&comparing);
    }
    *reason = reason_of(&comparing);
    return comparing.count == 0;
}

bool comparable_parts(struct diagnostics *diagnostics, const char *at,
                      const struct catalogue *const *parts, size_t count,
                      const struct catalogue *other)
{
    struct comparing comparing = {
        diagnostics, diagnostics->arena, at, &parts[0]->plan, &other->plan, NULL, 0};
    compare_setting(&comparing, "udgave", plain(&comparing, comparing.then->edition),
                    plain(&comparing, other->plan.edition));
    compare_settings(&comparing);
    for (size_t i = 0; i < other->indicator_count; i++) {
        const struct indicator *indicator = &other->indicators[i], *before = NULL;
        for (size_t j = 0; j < count && !before; j++) {
            before = catalogue_indicator(parts[j], indicator->code);
            comparing.then = &parts[j]->plan;
        }
        if (before)
            compare_indicator(&comparing, before, indicator);
    }
    return comparing.count == 0;
}
