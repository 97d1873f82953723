/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/areas_read.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/field.h"

#define FILE_NAME "omraader.csv"

enum { CODE, NAME, ROLE, PART_OF, FROM, TO, ALIAS, NOTE, COLUMNS };

static const struct csv_column columns[COLUMNS] = {
    [CODE] = {"kode", true},      [NAME] = {"navn", true},  [ROLE] = {"rolle", true},
    [PART_OF] = {"del_af", true}, [FROM] = {"fra", false},  [TO] = {"til", false},
    [ALIAS] = {"alias", false},   [NOTE] = {"note", false},
};

static const char *const role_names[] = {
    [AREA_ESTATE] = "område", [AREA_SECTION] = "afdeling", [AREA_MUNICIPALITY] = "kommune",
    [AREA_TOTAL] = "samlet",  [AREA_TWIN] = "tvilling",    [AREA_COUNTRY] = "land",
    [AREA_REST] = NULL /* derived, never written */
};

struct areas {
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct area *items;
    const struct area **by_code; /* sorted, once all are read */
    const char **part_of;        /* the code in del_af, by area */
    struct location *part_of_at;
    size_t count, capacity, part_of_capacity, at_capacity;
};

static void read_dates(struct diagnostics *diagnostics, const struct csv_row *row,
                       struct area *area)
{
    struct period from = {.kind = PERIOD_UNKNOWN}, to = {.kind = PERIOD_UNKNOWN};
    field_date(diagnostics, &row->fields[FROM], PROBLEM_INPUT, &from);
    field_date(diagnostics, &row->fields[TO], PROBLEM_INPUT, &to);
    area->from = from.kind == PERIOD_DATE ? period_start(from) : -HUGE_VAL;
    area->to = to.kind == PERIOD_DATE ? period_start(to) : HUGE_VAL;
    if (area->from >= area->to)
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(&row->fields[TO]),
                           "»til« er ikke efter »fra« · ret datoerne",
                           "»til« is not after »fra« · mend the dates");
    bool dated = from.kind == PERIOD_DATE || to.kind == PERIOD_DATE;
    if (dated && area->role != AREA_SECTION)
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(&row->fields[FROM]),
                           "kun en afdeling kan have »fra« og »til« · slet datoerne",
                           "only a section can have »fra« and »til« · delete the dates");
}

/* Says whose name is missing, since a new plan folder lacks all of them. */
static void read_name(struct diagnostics *diagnostics, const struct csv_row *row, struct area *area)
{
    const struct csv_field *name = &row->fields[NAME];
    area->name = arena_copy(diagnostics->arena, name->text);
    if (field_is_blank(name))
        diagnostics_report(
            diagnostics, PROBLEM_INPUT, csvrecords_at(name),
            "»%s« har intet navn · skriv det i kolonnen navn, eller slet rækken, hvis den ikke "
            "bruges",
            "»%s« has no name · write it in the column navn, or delete the row if it is not used",
            area->code);
}

static void read_row(void *context, const struct csv_row *row)
{
    struct areas *areas = context;
    struct diagnostics *diagnostics = areas->diagnostics;
    const struct csv_field *fields = row->fields;
    struct area area = {.at = row->at};
    int role = -1;
    field_code(diagnostics, &fields[CODE], PROBLEM_INPUT, &area.code);
    read_name(diagnostics, row, &area);
    if (field_is_blank(&fields[ROLE]))
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(&fields[ROLE]),
                           "rollen mangler · skriv område, afdeling, kommune, samlet, tvilling "
                           "eller land",
                           "the role is missing · write område, afdeling, kommune, samlet, "
                           "tvilling or land");
    field_choice(diagnostics, &fields[ROLE], PROBLEM_INPUT, role_names, &role);
    area.role = role < 0 ? AREA_TWIN : (enum area_role)role;
    area.aliases = arena_copy(areas->arena, fields[ALIAS].text);
    area.note = arena_copy(areas->arena, fields[NOTE].text);
    read_dates(diagnostics, row, &area);
    if (strcmp(area.code, AREA_REST_CODE) == 0 ||
        (strcmp(area.code, AREA_TOTAL_CODE) == 0 && area.role != AREA_TOTAL))
        diagnostics_report(diagnostics, PROBLEM_INPUT, csvrecords_at(&fields[CODE]),
                           "koden »%s« bruges af programmet selv · vælg en anden",
                           "the code »%s« is used by the program itself · choose another",
                           area.code);
    areas->items = arena_grow(areas->arena, areas->items, areas->count, &areas->capacity,
                              sizeof *areas->items);
    areas->part_of = arena_grow(areas->arena, areas->part_of, areas->count,
                                &areas->part_of_capacity, sizeof *areas->part_of);
    areas->part_of_at = arena_grow(areas->arena, areas->part_of_at, areas->count,
                                   &areas->at_capacity, sizeof *areas->part_of_at);
    areas->items[areas->count] = area;
    areas->part_of[areas->count] = arena_copy(areas->arena, fields[PART_OF].text);
    areas->part_of_at[areas->count] = csvrecords_at(&fields[PART_OF]);
    areas->count++;
}

/* By code, and those of one code in the order of the file. */
static int compare_codes(const void *left, const void *right)
{
    const struct area *const *a = left;
    const struct area *const *b = right;
    int order = strcmp((*a)->code, (*b)->code);
    return order ? order : (*a > *b) - (*a < *b);
}

static void sort_codes(struct areas *areas)
{
    areas->by_code = arena_alloc(areas->arena, areas->count, sizeof *areas->by_code);
    for (size_t i = 0; i < areas->count; i++)
        areas->by_code[i] = &areas->items[i];
    if (areas->count)
        qsort(areas->by_code, areas->count, sizeof *areas->by_code, compare_codes);
}

/* The first area of that code. */
static const struct area *find_code(const struct areas *areas, const char *code)
{
    size_t low = 0, high = areas->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(code, areas->by_code[middle]->code) <= 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low < areas->count && strcmp(code, areas->by_code[low]->code) == 0 ? areas->by_code[low]
                                                                              : NULL;
}

static const struct area *only_municipality(const struct areas *areas)
{
    const struct area *found = NULL;
    for (size_t i = 0; i < areas->count; i++)
        if (areas->items[i].role == AREA_MUNICIPALITY) {
            if (found)
                return NULL;
            found = &areas->items[i];
        }
    return found;
}

/* What role the area named in del_af must have. */
static bool fits_inside(enum area_role role, enum area_role whole)
{
    if (role == AREA_SECTION)
        return whole == AREA_ESTATE;
    if (role == AREA_MUNICIPALITY)
        return whole == AREA_COUNTRY;
    return (role == AREA_ESTATE || role == AREA_TOTAL || role == AREA_TWIN) &&
           whole == AREA_MUNICIPALITY;
}

static void link_area(struct areas *areas, size_t i)
{
    struct area *area = &areas->items[i];
    struct location at = areas->part_of_at[i];
    const char *code = areas->part_of[i];
    if (*code == '\0') {
        if (area->role == AREA_ESTATE || area->role == AREA_TOTAL)
            area->part_of = only_municipality(areas);
        bool needs = area->role == AREA_SECTION ||
                     ((area->role == AREA_ESTATE || area->role == AREA_TOTAL) && !area->part_of);
        if (needs)
            diagnostics_report(areas->diagnostics, PROBLEM_INPUT, at,
                               "»%s« mangler del_af · skriv koden på det område eller den kommune, "
                               "den hører til",
                               "»%s« lacks del_af · write the code of the area or municipality it "
                               "belongs to",
                               area->code);
        return;
    }
    area->part_of = find_code(areas, code);
    if (!area->part_of)
        diagnostics_report(areas->diagnostics, PROBLEM_INPUT, at,
                           "del_af »%s« findes ikke · brug en kode fra kolonnen kode",
                           "del_af »%s« does not exist · use a code from the column kode", code);
    else if (!fits_inside(area->role, area->part_of->role))
        diagnostics_report(areas->diagnostics, PROBLEM_INPUT, at,
                           "»%s« kan ikke være del af »%s« · en afdeling hører til et område, et "
                           "område til en kommune",
                           "»%s« cannot be part of »%s« · a section belongs to an area, an area to "
                           "a municipality",
                           area->code, code);
}

static void report_repeated_codes(struct areas *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        const struct area *first = find_code(areas, areas->items[i].code);
        assert(first); /* it is among them itself */
        if (first != &areas->items[i])
            diagnostics_report(areas->diagnostics, PROBLEM_INPUT, areas->items[i].at,
                               "koden »%s« er brugt i linje %u · vælg en anden",
                               "the code »%s« is used in line %u · choose another", first->code,
                               first->at.line);
    }
}

static size_t count_estates(const struct areas *areas, const struct area *municipality,
                            const struct area **total)
{
    size_t estates = 0;
    for (size_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];
        if (area->part_of != municipality)
            continue;
        estates += area->role == AREA_ESTATE;
        if (area->role == AREA_TOTAL)
            *total = area;
    }
    return estates;
}

/* Whether codes and names of derived areas must tell the municipality, to be unique. */
static bool several_have_areas(const struct areas *areas)
{
    const struct area *total;
    size_t with_areas = 0;
    for (size_t i = 0; i < areas->count; i++)
        with_areas += areas->items[i].role == AREA_MUNICIPALITY &&
                      count_estates(areas, &areas->items[i], &total) > 0;
    return with_areas > 1;
}

static struct area derived_area(enum area_role role, const char *code, const char *name,
                                const struct area *municipality)
{
    return (struct area){.code = code,
                         .name = name,
                         .note = "",
                         .aliases = "",
                         .role = role,
                         .part_of = municipality,
                         .from = -HUGE_VAL,
                         .to = HUGE_VAL};
}

/* The rest, and the total, of a municipality that has areas; there is room for them at `out`. */
static size_t derive(struct areas *areas, bool several, const struct area *municipality,
                     struct area *out)
{
    enum language language = areas->diagnostics->language;
    struct arena *arena = areas->arena;
    const struct area *given = NULL;
    size_t estates = count_estates(areas, municipality, &given), made = 0;
    const char *total = say(language, "Områderne samlet", "All areas");
    const char *rest = say(language, "Resten af", "The rest of");
    const char *suffix = several ? arena_printf(arena, "_%s", municipality->code) : "";
    if (several)
        total = arena_printf(arena, "%s, %s", total, municipality->name);
    if (estates > 1 && !given)
        out[made++] = derived_area(AREA_TOTAL, arena_printf(arena, AREA_TOTAL_CODE "%s", suffix),
                                   total, municipality);
    if (estates > 0)
        out[made++] =
            derived_area(AREA_REST, arena_printf(arena, AREA_REST_CODE "%s", suffix),
                         arena_printf(arena, "%s %s", rest, municipality->name), municipality);
    for (size_t i = 0; i < made && !several; i++) /* as a summary calls them */
        out[i].aliases = arena_printf(arena, "%s_%s", out[i].code, municipality->code);
    return made;
}

/* The derived areas go behind the others; pointers into the old array move with it. */
static void complete(struct areas *areas, struct catalogue *catalogue)
{
    size_t count = areas->count;
    struct area *all = arena_alloc(areas->arena, 3 * count + 1, sizeof *all);
    memcpy(all, areas->items, count * sizeof *all);
    for (size_t i = 0; i < count; i++)
        if (all[i].part_of)
            all[i].part_of = &all[all[i].part_of - areas->items];
    areas->items = all;
    bool several = several_have_areas(areas);
    for (size_t i = 0; i < areas->count; i++)
        if (all[i].role == AREA_MUNICIPALITY)
            count += derive(areas, several, &all[i], &all[count]);
    for (size_t i = 0; i < count; i++)
        all[i].index = i;
    catalogue->areas = all;
    catalogue->area_count = count;
}

/* Each section that joins or leaves is a break of its area from that day. */
static void add_breaks(struct catalogue *catalogue, struct diagnostics *diagnostics)
{
    struct arena *arena = diagnostics->arena;
    catalogue->breaks = arena_alloc(arena, 2 * catalogue->area_count, sizeof *catalogue->breaks);
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        const double times[] = {area->from, area->to};
        for (size_t j = 0; area->role == AREA_SECTION && j < 2; j++) {
            if (!isfinite(times[j]))
                continue;
            const char *cause =
                arena_printf(arena,
                             j ? say(diagnostics->language, "%s udgår", "%s leaves")
                               : say(diagnostics->language, "%s kommer til", "%s joins"),
                             area->name);
            catalogue->breaks[catalogue->break_count++] =
                (struct series_break){NULL, area->part_of, times[j], cause};
        }
    }
}

static bool has_own_code(struct arena *arena, const struct catalogue *catalogue,
                         const struct area *area)
{
    return catalogue_area(catalogue, text_fold(arena, area->code)) == area;
}

/* Areas of two municipalities may be called the same, as in a country they are: their codes differ. */
static bool may_share(struct arena *arena, const struct catalogue *catalogue, const struct area *a,
                      const struct area *b)
{
    const struct area *one = area_municipality(a), *other = area_municipality(b);
    return one && other && one != other && one != a && other != b &&
           has_own_code(arena, catalogue, a) && has_own_code(arena, catalogue, b);
}

/*
 * `Parken, Byen`: nobody could tell those of two municipalities apart by their name alone, which
 * stays as an alias that means neither.
 */
static void name_municipality(struct arena *arena, struct catalogue *catalogue,
                              const bool *is_namesake)
{
    for (size_t i = 0; i < catalogue->area_count; i++) {
        struct area *area = &catalogue->areas[i];
        if (!is_namesake[i])
            continue;
        area->aliases =
            arena_printf(arena, "%s%s%s", area->name, *area->aliases ? "|" : "", area->aliases);
        area->name = arena_printf(arena, "%s, %s", area->name, area_municipality(area)->name);
    }
}

/* Derived areas of several municipalities share theirs. */
static void look_at_shared_names(struct diagnostics *diagnostics, struct catalogue *catalogue)
{
    struct arena *arena = diagnostics->arena;
    const struct area *area, *other = NULL;
    bool *is_namesake = arena_alloc(arena, catalogue->area_count + 1, sizeof *is_namesake);
    size_t place = 0;
    while ((area = catalogue_ambiguous_name(catalogue, &place, &other))) {
        if (strcmp(area->code, other->code) == 0)
            continue;
        if (may_share(arena, catalogue, area, other)) {
            bool same = strcmp(text_fold(arena, area->name), text_fold(arena, other->name)) == 0;
            is_namesake[area->index] = is_namesake[area->index] || same;
            is_namesake[other->index] = is_namesake[other->index] || same;
            continue;
        }
        catalogue->has_shared_names = true;
        diagnostics_report(diagnostics, PROBLEM_INPUT, area->at,
                           "»%s« og »%s« har et navn eller alias til fælles · ret det ene",
                           "»%s« and »%s« share a name or alias · change one of them", area->code,
                           other->code);
    }
    name_municipality(arena, catalogue, is_namesake);
}

void areas_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue)
{
    struct areas areas = {.diagnostics = diagnostics, .arena = diagnostics->arena};
    const struct csv_format format = {columns, COLUMNS, read_row};
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/%s", folder, FILE_NAME),
                                    FILE_NAME, PROBLEM_INPUT};
    csvfile_read(diagnostics, &file, &format, &areas);
    sort_codes(&areas);
    report_repeated_codes(&areas);
    for (size_t i = 0; i < areas.count; i++)
        link_area(&areas, i);
    if (areas.count)
        complete(&areas, catalogue);
    catalogue_index(catalogue, diagnostics->arena);
    look_at_shared_names(diagnostics, catalogue);
    add_breaks(catalogue, diagnostics);
}
