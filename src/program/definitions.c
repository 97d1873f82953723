/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/definitions.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/disclosure/released.h"

/* A country has 8,000 sections and areas, and 400,000 series; each is a slot of several tables. */
#define LIST_LIMIT 30000     /* indicators, areas or breaks */
#define SERIES_LIMIT 5000000 /* indicators x areas */

static const char *const measures[] = {
    [MEASURE_SHARE] = "andel",   [MEASURE_RATE] = "rate",   [MEASURE_MEAN] = "gennemsnit",
    [MEASURE_SURVEY] = "survey", [MEASURE_VALUE] = "værdi", NULL};
static const char *const polarities[] = {
    [POLARITY_NEUTRAL] = "neutral", [POLARITY_UP] = "op", [POLARITY_DOWN] = "ned", NULL};
static const char *const accruals[] = {[ACCRUAL_STOCK] = "bestand", [ACCRUAL_FLOW] = "strøm", NULL};
static const char *const roles[] = {[AREA_ESTATE] = "område",
                                    [AREA_SECTION] = "afdeling",
                                    [AREA_MUNICIPALITY] = "kommune",
                                    [AREA_TOTAL] = "samlet",
                                    [AREA_TWIN] = "tvilling",
                                    [AREA_COUNTRY] = "land",
                                    [AREA_REST] = "rest",
                                    NULL};
static const char *const reportings[] = {"kalenderår", "skoleår", "kvartal", "dato", NULL};
static const enum period_kind reporting_kinds[] = {PERIOD_YEAR, PERIOD_SCHOOL_YEAR, PERIOD_QUARTER,
                                                   PERIOD_DATE};

const char *definitions_measure(enum measure measure)
{
    return measures[measure];
}

const char *definitions_polarity(enum polarity polarity)
{
    return polarities[polarity];
}

const char *definitions_accrual(enum accrual accrual)
{
    return accruals[accrual];
}

const char *definitions_role(enum area_role role)
{
    return roles[role];
}

const char *definitions_reporting(struct arena *arena, struct reporting reporting)
{
    if (reporting.month)
        return arena_printf(arena, "%02d-%02d", reporting.month, reporting.day);
    for (size_t i = 0; reportings[i]; i++)
        if (reporting_kinds[i] == reporting.kind)
            return reportings[i];
    return "";
}

/* ---- Writing ----------------------------------------------------------------------------------
 */

static void set_text(json_t *object, const char *key, const char *text)
{
    json_object_set_new(object, key, text ? json_string(text) : json_null());
}

static void set_number(json_t *object, const char *key, double number)
{
    json_object_set_new(object, key, json_real(number));
}

static void set_whole(json_t *object, const char *key, long number)
{
    json_object_set_new(object, key, json_integer(number));
}

static void set_period(json_t *object, const char *key, struct period period)
{
    char text[PERIOD_TEXT];
    set_text(object, key, period_text(text, period));
}

/* A day as a date, which reads back exactly; null where it is open. */
static void set_day(json_t *object, const char *key, double time)
{
    if (!isfinite(time)) {
        json_object_set_new(object, key, json_null());
        return;
    }
    int year = (int)floor(time), month = 1;
    int days_in_year = 337 + period_days_in_month(year, 2);
    int day = 1 + (int)round((time - year) * days_in_year);
    while (month < 12 && day > period_days_in_month(year, month))
        day -= period_days_in_month(year, month++);
    set_period(object, key,
               (struct period){PERIOD_DATE, (short)year, (signed char)month, (signed char)day});
}

static json_t *plan_json(const struct plan *plan)
{
    json_t *object = json_object();
    set_text(object, "titel", plan->title);
    set_text(object, "udgave", plan->edition);
    set_text(object, "kommune", plan->municipality ? plan->municipality->code : NULL);
    set_period(object, "planstart", plan->start);
    set_period(object, "planslut", plan->end);
    set_whole(object, "basisår", plan->baseline_year);
    json_object_set_new(object, "illustrativ", json_boolean(plan->illustrative));
    set_number(object, "konfidens", plan->confidence);
    set_whole(object, "tærskel", plan->threshold);
    set_whole(object, "mindste_nævner", plan->minimum_denominator);
    set_number(object, "delta", plan->delta);
    return object;
}

static json_t *indicator_json(struct arena *arena, const struct indicator *indicator)
{
    json_t *object = json_object();
    set_text(object, "kode", indicator->code);
    set_text(object, "navn", indicator->name);
    set_text(object, "kort_navn", indicator->short_name);
    set_text(object, "mål", indicator->goal);
    set_text(object, "indsatsområde", indicator->focus_area);
    set_text(object, "type", measures[indicator->measure]);
    set_text(object, "enhed", indicator->unit);
    set_number(object, "faktor", indicator->factor);
    set_text(object, "god_retning", polarities[indicator->polarity]);
    set_text(object, "klasse", accruals[indicator->accrual]);
    set_text(object, "målgruppe", indicator->target_group);
    set_text(object, "opgørelse", definitions_reporting(arena, indicator->reporting));
    set_text(object, "kilde", indicator->source);
    json_object_set_new(object, "tendens", json_boolean(indicator->has_trend));
    set_whole(object, "lbf_nr", indicator->lbf_number);
    set_whole(object, "mindste_antal", indicator->minimum_count);
    json_object_set_new(object, "følsom", json_boolean(indicator->sensitive));
    set_number(object, "delta", indicator->delta);
    set_whole(object, "decimaler", indicator->decimals);
    return object;
}

static json_t *area_json(const struct area *area)
{
    json_t *object = json_object();
    set_text(object, "kode", area->code);
    set_text(object, "navn", area->name);
    set_text(object, "rolle", roles[area->role]);
    set_text(object, "del_af", area->part_of ? area->part_of->code : NULL);
    set_day(object, "fra", area->from);
    set_day(object, "til", area->to);
    return object;
}

static json_t *break_json(const struct series_break *cut)
{
    json_t *object = json_object();
    set_text(object, "indikator", cut->indicator ? cut->indicator->code : NULL);
    set_text(object, "område", cut->area ? cut->area->code : NULL);
    set_day(object, "fra", cut->time);
    set_text(object, "årsag", cut->cause);
    return object;
}

json_t *definitions_json(const struct catalogue *catalogue)
{
    struct arena *scratch = arena_new();
    json_t *object = json_object(), *indicators = json_array(), *areas = json_array(),
           *breaks = json_array();
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (!catalogue->indicators[i].left_out)
            json_array_append_new(indicators, indicator_json(scratch, &catalogue->indicators[i]));
    for (size_t i = 0; i < catalogue->area_count; i++)
        json_array_append_new(areas, area_json(&catalogue->areas[i]));
    for (size_t i = 0; i < catalogue->break_count; i++)
        if (!catalogue->breaks[i].indicator || !catalogue->breaks[i].indicator->left_out)
            json_array_append_new(breaks, break_json(&catalogue->breaks[i]));
    json_object_set_new(object, "plan", plan_json(&catalogue->plan));
    json_object_set_new(object, "indikatorer", indicators);
    json_object_set_new(object, "områder", areas);
    json_object_set_new(object, "brud", breaks);
    arena_free(scratch);
    return object;
}

/* ---- Reading ----------------------------------------------------------------------------------
 */

/* Reads one object after the other; the first fault is kept, and what is read after it is of no
 * use. */
struct reader {
    struct arena *arena;
    struct catalogue *catalogue;
    const json_t *object;
    const char *place; /* of the object: `indikatorer[3]` */
    const char *fault;
};

static void refuse(struct reader *reader, const char *key)
{
    if (!reader->fault)
        reader->fault = arena_printf(reader->arena, "%s.%s", reader->place, key);
}

/* NULL where it is null, which only `optional` texts may be. */
static const char *read_text(struct reader *reader, const char *key, bool optional)
{
    const json_t *value = json_object_get(reader->object, key);
    const char *text = json_string_value(value);
    if (text && text_characters(text, json_string_length(value)) <= DEFINITIONS_TEXT_LIMIT)
        return arena_copy(reader->arena, text);
    if (!optional || !json_is_null(value))
        refuse(reader, key);
    return optional ? NULL : "";
}

/* The code of an indicator or area; `prefix` before it where the program made it so itself. */
static const char *read_code(struct reader *reader, const char *prefix)
{
    const char *code = read_text(reader, "kode", false);
    size_t length = strlen(prefix);
    bool derived = length && strncmp(code, prefix, length) == 0;
    if (!text_is_code(code) && !(derived && text_is_code(code + length)))
        refuse(reader, "kode");
    return code;
}

static double read_number(struct reader *reader, const char *key, double low, double high)
{
    const json_t *value = json_object_get(reader->object, key);
    double number = json_number_value(value);
    if (json_is_number(value) && number >= low && number <= high)
        return number;
    refuse(reader, key);
    return low;
}

static long read_whole(struct reader *reader, const char *key, long low, long high)
{
    const json_t *value = json_object_get(reader->object, key);
    json_int_t number = json_integer_value(value);
    if (json_is_integer(value) && number >= low && number <= high)
        return (long)number;
    refuse(reader, key);
    return low;
}

static bool read_flag(struct reader *reader, const char *key)
{
    const json_t *value = json_object_get(reader->object, key);
    if (!json_is_boolean(value))
        refuse(reader, key);
    return json_is_true(value);
}

static int read_word(struct reader *reader, const char *key, const char *const words[])
{
    const char *text = read_text(reader, key, false);
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    refuse(reader, key);
    return 0;
}

static struct period read_date(struct reader *reader, const char *key)
{
    struct period period = {PERIOD_DATE, 2000, 1, 1};
    if (period_parse(read_text(reader, key, false), &period) != PERIOD_OK ||
        period.kind != PERIOD_DATE)
        refuse(reader, key);
    return period;
}

static double read_day(struct reader *reader, const char *key, double open)
{
    if (json_is_null(json_object_get(reader->object, key)))
        return open;
    return period_start(read_date(reader, key));
}

static struct reporting read_reporting(struct reader *reader)
{
    static const char key[] = "opgørelse";
    const char *text = read_text(reader, key, false);
    struct period day;
    for (size_t i = 0; reportings[i]; i++)
        if (strcmp(text, reportings[i]) == 0)
            return (struct reporting){reporting_kinds[i], 0, 0};
    if (strlen(text) == 5 &&
        period_parse(arena_printf(reader->arena, "2001-%s", text), &day) == PERIOD_OK &&
        day.kind == PERIOD_DATE)
        return (struct reporting){PERIOD_YEAR, day.month, day.day};
    refuse(reader, key);
    return (struct reporting){PERIOD_YEAR, 0, 0};
}

static void read_plan(struct reader *reader)
{
    struct plan *plan = &reader->catalogue->plan;
    plan->title = read_text(reader, "titel", false);
    plan->edition = read_text(reader, "udgave", false);
    plan->previous_edition = "";
    plan->start = read_date(reader, "planstart");
    plan->end = read_date(reader, "planslut");
    plan->baseline_year = (int)read_whole(reader, "basisår", 1990, 2100);
    plan->illustrative = read_flag(reader, "illustrativ");
    plan->confidence = read_number(reader, "konfidens", 0.5, 0.9999);
    plan->threshold = (unsigned)read_whole(reader, "tærskel", 1, INT_MAX);
    plan->minimum_denominator = (unsigned)read_whole(reader, "mindste_nævner", 0, INT_MAX);
    plan->delta = read_number(reader, "delta", 0, 1e12);
}

static void read_indicator(struct reader *reader, struct indicator *indicator)
{
    indicator->code = read_code(reader, "");
    indicator->name = read_text(reader, "navn", false);
    indicator->short_name = read_text(reader, "kort_navn", false);
    indicator->goal = read_text(reader, "mål", false);
    indicator->focus_area = read_text(reader, "indsatsområde", false);
    indicator->measure = (enum measure)read_word(reader, "type", measures);
    indicator->unit = read_text(reader, "enhed", false);
    indicator->factor = read_number(reader, "faktor", 1e-9, 1e12);
    indicator->polarity = (enum polarity)read_word(reader, "god_retning", polarities);
    indicator->accrual = (enum accrual)read_word(reader, "klasse", accruals);
    indicator->target_group = read_text(reader, "målgruppe", false);
    indicator->reporting = read_reporting(reader);
    indicator->source = read_text(reader, "kilde", false);
    indicator->has_trend = read_flag(reader, "tendens");
    indicator->lbf_number = (unsigned)read_whole(reader, "lbf_nr", 0, 9);
    indicator->minimum_count = (unsigned)read_whole(reader, "mindste_antal", 0, INT_MAX);
    indicator->sensitive = read_flag(reader, "følsom");
    indicator->delta = read_number(reader, "delta", 0, 1e12);
    indicator->decimals = (int)read_whole(reader, "decimaler", 0, SHARED_DECIMALS);
    indicator->note = "";
}

static void read_area(struct reader *reader, struct area *area)
{
    area->role = (enum area_role)read_word(reader, "rolle", roles);
    area->code = read_code(reader, area->role == AREA_TOTAL  ? AREA_TOTAL_CODE "_"
                                   : area->role == AREA_REST ? AREA_REST_CODE "_"
                                                             : "");
    area->name = read_text(reader, "navn", false);
    area->aliases = area->note = "";
    area->from = read_day(reader, "fra", -HUGE_VAL);
    area->to = read_day(reader, "til", HUGE_VAL);
    bool dated = isfinite(area->from) || isfinite(area->to);
    if (dated && (area->role != AREA_SECTION || area->from >= area->to))
        refuse(reader, "til");
}

/* Whether one may lie in the other; so no area can lie in itself. */
static bool may_lie_in(enum area_role role, enum area_role outer)
{
    if (role == AREA_SECTION)
        return outer == AREA_ESTATE;
    if (role == AREA_MUNICIPALITY)
        return outer == AREA_COUNTRY;
    return role != AREA_COUNTRY && outer == AREA_MUNICIPALITY;
}

static void link_area(struct reader *reader, struct area *area)
{
    const char *code = read_text(reader, "del_af", true);
    area->part_of = code ? catalogue_area_of_code(reader->catalogue, code) : NULL;
    bool needs = area->role == AREA_ESTATE || area->role == AREA_SECTION ||
                 area->role == AREA_TOTAL || area->role == AREA_REST;
    if ((code || needs) && (!area->part_of || !may_lie_in(area->role, area->part_of->role)))
        refuse(reader, "del_af");
}

static void read_break(struct reader *reader, struct series_break *cut)
{
    const char *indicator = read_text(reader, "indikator", true);
    const char *area = read_text(reader, "område", true);
    cut->indicator = indicator ? catalogue_indicator(reader->catalogue, indicator) : NULL;
    cut->area = area ? catalogue_area(reader->catalogue, text_fold(reader->arena, area)) : NULL;
    cut->time = period_start(read_date(reader, "fra"));
    cut->cause = read_text(reader, "årsag", false);
    if (indicator && !cut->indicator)
        refuse(reader, "indikator");
    if (area && !cut->area)
        refuse(reader, "område");
}

/* The list of that name; its length, and room for as many items. */
static void *open_list(struct reader *reader, const json_t *list, size_t size, size_t *count)
{
    *count = json_array_size(list);
    if ((!json_is_array(list) || *count > LIST_LIMIT) && !reader->fault)
        reader->fault = reader->place;
    if (reader->fault)
        *count = 0;
    return arena_alloc(reader->arena, *count + 1, size);
}

static bool enter(struct reader *reader, const json_t *list, const char *name, size_t index)
{
    reader->place = arena_printf(reader->arena, "%s[%zu]", name, index);
    reader->object = json_array_get(list, index);
    return !reader->fault;
}

/* The finders of the catalogue need every code once. */
static void refuse_double(struct reader *reader, const void *found, const void *item)
{
    if (found != item)
        refuse(reader, "kode");
}

static void read_indicators(struct reader *reader, const json_t *list)
{
    struct catalogue *catalogue = reader->catalogue;
    reader->place = "indikatorer";
    catalogue->indicators =
        open_list(reader, list, sizeof *catalogue->indicators, &catalogue->indicator_count);
    for (size_t i = 0; i < catalogue->indicator_count && enter(reader, list, "indikatorer", i);
         i++) {
        read_indicator(reader, &catalogue->indicators[i]);
        catalogue->indicators[i].index = i;
    }
}

/* A municipality has its rest exactly where it has areas: the rest is what areas are judged by. */
static void check_rests(struct reader *reader, const json_t *list)
{
    const struct catalogue *catalogue = reader->catalogue;
    struct arena *scratch = arena_new();
    size_t *estates = arena_alloc(scratch, catalogue->area_count + 1, sizeof *estates);
    size_t *rests = arena_alloc(scratch, catalogue->area_count + 1, sizeof *rests);
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (!area->part_of)
            continue;
        estates[area->part_of->index] += area->role == AREA_ESTATE;
        rests[area->part_of->index] += area->role == AREA_REST;
    }
    for (size_t i = 0; i < catalogue->area_count && enter(reader, list, "områder", i); i++)
        if (catalogue->areas[i].role == AREA_MUNICIPALITY && rests[i] != (estates[i] > 0))
            refuse(reader, "rolle");
    arena_free(scratch);
}

static void read_areas(struct reader *reader, const json_t *list)
{
    struct catalogue *catalogue = reader->catalogue;
    reader->place = "områder";
    catalogue->areas = open_list(reader, list, sizeof *catalogue->areas, &catalogue->area_count);
    for (size_t i = 0; i < catalogue->area_count && enter(reader, list, "områder", i); i++) {
        read_area(reader, &catalogue->areas[i]);
        catalogue->areas[i].index = i;
    }
    for (size_t i = 0; i < catalogue->area_count && enter(reader, list, "områder", i); i++)
        link_area(reader, &catalogue->areas[i]);
    check_rests(reader, list);
    if (catalogue->area_count &&
        catalogue->indicator_count > SERIES_LIMIT / catalogue->area_count && !reader->fault)
        reader->fault = "områder";
}

static void check_codes(struct reader *reader)
{
    struct catalogue *catalogue = reader->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *item = &catalogue->indicators[i];
        reader->place = arena_printf(reader->arena, "indikatorer[%zu]", i);
        refuse_double(reader, catalogue_indicator(catalogue, item->code), item);
    }
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *item = &catalogue->areas[i];
        reader->place = arena_printf(reader->arena, "områder[%zu]", i);
        refuse_double(reader, catalogue_area(catalogue, text_fold(reader->arena, item->code)),
                      item);
    }
}

static void read_breaks(struct reader *reader, const json_t *list)
{
    struct catalogue *catalogue = reader->catalogue;
    reader->place = "brud";
    catalogue->breaks = open_list(reader, list, sizeof *catalogue->breaks, &catalogue->break_count);
    for (size_t i = 0; i < catalogue->break_count && enter(reader, list, "brud", i); i++)
        read_break(reader, &catalogue->breaks[i]);
}

/* The municipality comes last: it is one of the areas. */
static void read_municipality(struct reader *reader, const json_t *plan)
{
    reader->object = plan;
    reader->place = "plan";
    const char *code = read_text(reader, "kommune", true);
    const struct area *found =
        code ? catalogue_area(reader->catalogue, text_fold(reader->arena, code)) : NULL;
    if (code && (!found || found->role != AREA_MUNICIPALITY))
        refuse(reader, "kommune");
    reader->catalogue->plan.municipality = found;
}

const struct catalogue *definitions_read(struct arena *arena, const json_t *definitions,
                                         const char **fault)
{
    struct catalogue *catalogue = arena_alloc(arena, 1, sizeof *catalogue);
    const json_t *plan = json_object_get(definitions, "plan");
    struct reader reader = {arena, catalogue, plan, "plan", NULL};
    read_plan(&reader);
    read_indicators(&reader, json_object_get(definitions, "indikatorer"));
    read_areas(&reader, json_object_get(definitions, "områder"));
    if (!reader.fault) {
        catalogue_index(catalogue, arena);
        check_codes(&reader);
        read_municipality(&reader, plan);
        read_breaks(&reader, json_object_get(definitions, "brud"));
    }
    *fault = reader.fault;
    return reader.fault ? NULL : catalogue;
}
