/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/mapping_draft.h"

#include <math.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/model/import_notes.h"
#include "pejling/model/share_by_arithmetic.h"
#include "pejling/model/table_series.h"

#define MOST_SERIES 24 /* of one table, that are taken without somebody choosing */
#define MOST_DRAFTED 200
#define MOST_NAMES 8   /* that a message lists */
#define MOST_UNIT 12   /* bytes of a text that is no more than a unit, `Pct.` */
#define CODE_LENGTH 36 /* leaves room for a number behind it */

struct drafter {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    const struct table *table;
    size_t file_count;
    struct table_series series; /* of the table, and what all its lines say: */
    size_t series_count;
    bool has_dash, has_fractions;
    enum decimal_sign decimal;
    size_t agreeing;     /* rows in which figures that are a share by arithmetic agree */
    const char *assumed; /* of the series that is drafted; "" for nothing */
    struct mapping_line *lines;
    size_t count, capacity;
    struct indicator *added;
    size_t added_count, added_capacity;
};

/* --- the rows that are about the plan --------------------------------------------------------- */
/*
 * The column whose names to show: called as if it held areas, or else the last of stubs, the first
 * of named ones.
 */
static size_t likely_area_dimension(const struct drafter *drafter)
{
    const struct table *table = drafter->table;
    if (drafter->series.areas.count)
        return drafter->series.areas.dimensions[0];
    return table->has_names || table->dimension_count == 0 ? 0 : table->dimension_count - 1;
}

static bool report_no_area(struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const char *list = "", *last = "";
    size_t d = likely_area_dimension(drafter), names = 0;
    for (size_t i = 0; i < table->count && table_dimensions(table) && names < MOST_NAMES; i++) {
        const char *name = table_value(table, &table->records[i], d);
        if (strcmp(name, last) != 0 && *name && !import_is_listed(list, ", ", name))
            list = arena_printf(arena, "%s%s%s", list, names++ ? ", " : "", name);
        last = name;
    }
    const char *file =
        *table->sheet ? arena_printf(arena, "%s [%s]", table->file, table->sheet) : table->file;
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT, (struct location){.file = file},
                       "ingen navne i tabellen er et område i planen (her står: %s) · skriv navnet "
                       "som alias i omraader.csv, eller tilføj området",
                       "no name in the table is an area of the plan (it has: %s) · write the name "
                       "as an alias in omraader.csv, or add the area",
                       *list ? list : "–");
    return false;
}

static bool report_no_figures(struct drafter *drafter)
{
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                       (struct location){.file = drafter->table->file},
                       "tabellen har ingen tal for planens områder · se efter i filen, om de står "
                       "der",
                       "the table has no figures of the plan's areas · look in the file whether "
                       "they are there");
    return false;
}

/* --- names and codes -------------------------------------------------------------------------- */
/* Cut at a word's end where there is one near. */
static char *cut_code(char *slug)
{
    size_t length = strlen(slug);
    if (length > CODE_LENGTH) {
        length = CODE_LENGTH;
        while (length > CODE_LENGTH / 2 && slug[length] != '_')
            length--;
    }
    slug[length] = '\0';
    return slug;
}

static const char *code_of(struct arena *arena, const char *name)
{
    char *slug = cut_code(text_slug(arena, name));
    if (!text_is_code(slug))
        slug = cut_code(arena_printf(arena, "tal_%s", slug));
    return text_is_code(slug) ? slug : "tal_fra_fil";
}

static const char *joined(struct arena *arena, const char *list, const char *text)
{
    if (*text == '\0')
        return list;
    return *list ? arena_printf(arena, "%s, %s", list, text) : text;
}

/* Headings of a column of figures that say nothing of what is counted. */
static bool says_nothing(struct arena *arena, const char *name)
{
    static const char *const plain[] = {"",    "vaerdi", "indhold", "value",
                                        "tal", "antal",  "content"};
    const char *folded = text_fold(arena, name);
    if (strncmp(folded, "kolonne ", strlen("kolonne ")) == 0)
        return true;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(folded, plain[i]) == 0)
            return true;
    return false;
}

/* `Folketal` of `Folketal efter område og tid`. */
static const char *before_by(struct arena *arena, const char *title)
{
    const char *by = strstr(title, " efter ");
    if (!by)
        by = strstr(title, " by ");
    return by && by > title ? arena_text(arena, title, (size_t)(by - title)) : title;
}

/* A sheet called by its place, a period or an area says nothing of what is counted. */
static bool names_topic(const struct drafter *drafter, const char *sheet)
{
    struct source_period period;
    return *sheet && strncmp(sheet, "Ark", 3) != 0 && strncmp(sheet, "Sheet", 5) != 0 &&
           source_period_parse(sheet, &period) != PERIOD_OK && !drafter->series.areas.only;
}

/* What all of a table is about: by its title, its only column of figures, its sheet or its file. */
static const char *table_topic(const struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const char *measure =
        table->count && table->measure_count == 1 ? table->records[0].measure : "";
    if (*table->title)
        return drafter->series.is_statbank ? before_by(arena, table->title) : table->title;
    if (!says_nothing(arena, measure))
        return measure;
    if (names_topic(drafter, table->sheet))
        return table->sheet;
    return file_stem(arena, table->file);
}

/* What a series is called: by what tells it apart, else by what all rows say, or the table. */
static const char *series_name(const struct drafter *drafter, size_t record)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *common = "", *own = "";
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const char *value = table_series_value(arena, &drafter->series, record, d);
        if (drafter->series.dimensions[d].use == USE_KEPT && !says_nothing(arena, value))
            own = joined(arena, own, value);
        else if (table_series_names_all(arena, &drafter->series, d))
            common = joined(arena, common, value);
    }
    if (!*own)
        return *common ? common : table_topic(drafter);
    bool is_unit = series_part_of(arena, own) != PART_NONE && strlen(own) <= MOST_UNIT;
    return is_unit ? joined(arena, table_topic(drafter), own) : own;
}

static const struct indicator *find_indicator(const struct drafter *drafter, const char *text)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < drafter->catalogue->indicator_count; i++) {
        const struct indicator *indicator = &drafter->catalogue->indicators[i];
        if (indicator->left_out)
            continue;
        if (strcmp(indicator->code, folded) == 0 ||
            strcmp(text_fold(arena, indicator->name), folded) == 0 ||
            strcmp(text_fold(arena, indicator->short_name), folded) == 0)
            return indicator;
    }
    return NULL;
}

/* The indicator that the series' own words name. */
static const struct indicator *named_indicator(const struct drafter *drafter, size_t record,
                                               const char *name)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct indicator *found = find_indicator(drafter, name);
    for (size_t d = 0; d < table_dimensions(drafter->table) && !found; d++)
        if (drafter->series.dimensions[d].use == USE_KEPT ||
            drafter->series.dimensions[d].use == USE_NOT)
            found = find_indicator(drafter, table_series_value(arena, &drafter->series, record, d));
    if (found || drafter->series_count > 1)
        return found; /* title, sheet and file name all the series of the table */
    found = find_indicator(drafter, drafter->table->title);
    if (!found && drafter->table->sheet[0])
        found = find_indicator(drafter, drafter->table->sheet);
    return found ? found : find_indicator(drafter, file_stem(arena, drafter->table->file));
}

/* --- new indicators --------------------------------------------------------------------------- */
static bool is_kroner(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    return strstr(folded, "(dkk)") || strstr(folded, "kr.") || strstr(folded, "kroner");
}

/* Kroner, or thousands or millions of them; so many of a thousand. NULL for neither. */
static const char *amount_unit(struct arena *arena, const char *text)
{
    static const struct {
        const char *word, *unit;
    } units[] = {{"1.000 kr", "1.000 kr."},  {"1000 kr", "1.000 kr."},   {"1,000 kr", "1.000 kr."},
                 {"t.kr", "1.000 kr."},      {"tkr", "1.000 kr."},       {"1.000 dkk", "1.000 kr."},
                 {"1,000 dkk", "1.000 kr."}, {"mio. kr", "mio. kr."},    {"mio kr", "mio. kr."},
                 {"pr. 1.000", "pr. 1.000"}, {"pr. 1000", "pr. 1.000"},  {"pr 1.000", "pr. 1.000"},
                 {"pr 1000", "pr. 1.000"},   {"per 1,000", "pr. 1.000"}, {"per 1000", "pr. 1.000"}};
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strstr(folded, units[i].word))
            return units[i].unit;
    return is_kroner(arena, text) ? "kr." : NULL;
}

static bool is_fraction(const struct drafter *drafter, size_t record)
{
    static const struct signs none = {NULL, 0};
    double value =
        figure_read(&drafter->series.records[record]->figure, drafter->decimal, &none).value;
    return value > floor(value);
}

static bool is_of_series(const struct drafter *drafter, size_t first, size_t record)
{
    const struct table_series *series = &drafter->series;
    for (size_t d = 0; d < table_dimensions(drafter->table); d++)
        if (series->dimensions[d].use == USE_KEPT &&
            strcmp(table_series_value(drafter->diagnostics->arena, series, first, d),
                   table_series_value(drafter->diagnostics->arena, series, record, d)) != 0)
            return false;
    return true;
}

/* Whether the series that begins with `record` has figures that are no whole numbers. */
static bool has_fractions(const struct drafter *drafter, size_t record)
{
    bool any = false;
    for (size_t i = 0; i < drafter->series.record_count && drafter->has_fractions && !any; i++)
        any = is_of_series(drafter, record, i) && is_fraction(drafter, i);
    return any;
}

/* Shown as per cent, or written so: `5 %`. */
static bool is_per_cent(struct arena *arena, const struct grid_cell *figure)
{
    return figure->percent || series_part_of(arena, figure->text) == PART_SHARE;
}

/* A unit as a column for it has it. */
static const char *written_unit(struct arena *arena, const char *text)
{
    static const struct {
        const char *word, *unit;
    } units[] = {{"kr", "kr."},       {"kroner", "kr."},    {"dkk", "kr."},
                 {"pct", "pct."},     {"%", "pct."},        {"procent", "pct."},
                 {"percent", "pct."}, {"per cent", "pct."}, {"pr. 1000", "pr. 1.000"}};
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(folded, units[i].word) == 0)
            return units[i].unit;
    return text;
}

/* Of a column of units, where it says the same in all rows of the series; else NULL. */
static const char *told_unit(const struct drafter *drafter, size_t record)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const struct table_series *series = &drafter->series;
    size_t d = table_find_dimension(arena, table, "enhed");
    if (d == table_dimensions(table))
        d = table_find_dimension(arena, table, "unit");
    const char *unit =
        d < table_dimensions(table) ? table_value(table, series->records[record], d) : "";
    if (*unit == '\0' || strlen(unit) > MOST_UNIT)
        return NULL;
    for (size_t i = 0; i < series->record_count; i++)
        if (is_of_series(drafter, record, i) &&
            strcmp(table_value(table, series->records[i], d), unit) != 0)
            return NULL;
    return written_unit(arena, unit);
}

/* What the series' own words say of its unit; else what is said of all the table. */
static const char *guess_unit(const struct drafter *drafter, size_t record)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table_series *series = &drafter->series;
    const char *own = "", *all = drafter->table->unit;
    bool is_whole = !has_fractions(drafter, record);
    const char *told = told_unit(drafter, record);
    if (told)
        return told;
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const char *value = table_series_value(arena, series, record, d);
        if (series->dimensions[d].use == USE_KEPT)
            own = joined(arena, own, value);
        else if (series->dimensions[d].use == USE_PART && series->dimensions[d].parts[PART_SHARE])
            own = joined(arena, own, series->dimensions[d].parts[PART_SHARE]);
        else if (series->dimensions[d].count == 1)
            all = joined(arena, all, value);
    }
    own = joined(arena, own,
                 drafter->table->measure_count == 1 ? series->records[record]->measure : "");
    all = joined(arena, all, drafter->table->title);
    const char *texts[] = {own, all};
    for (size_t i = 0; i < 2; i++) {
        const char *unit = amount_unit(arena, texts[i]);
        if (unit)
            return unit;
        enum series_part part = series_part_of(arena, texts[i]);
        if (part == PART_SHARE || (i == 0 && is_per_cent(arena, &series->records[record]->figure)))
            return "pct.";
        if (part == PART_COUNT && is_whole)
            return "antal";
    }
    return is_whole ? "antal"
                    : say(drafter->diagnostics->language, "enhed ikke oplyst", "unit not given");
}

static struct reporting guess_reporting(const struct drafter *drafter, bool *two_years)
{
    static const enum period_kind kinds[] = {
        [SOURCE_YEAR] = PERIOD_YEAR,       [SOURCE_SCHOOL_YEAR] = PERIOD_SCHOOL_YEAR,
        [SOURCE_QUARTER] = PERIOD_QUARTER, [SOURCE_MONTH] = PERIOD_YEAR,
        [SOURCE_DATE] = PERIOD_DATE,       [SOURCE_TWO_YEARS] = PERIOD_YEAR};
    struct source_period period;
    *two_years = false;
    for (size_t i = 0; i < drafter->series.record_count; i++)
        if (table_period(drafter->table, drafter->series.records[i], &period) == PERIOD_OK) {
            *two_years = period.kind == SOURCE_TWO_YEARS;
            return (struct reporting){kinds[period.kind], 0, 0};
        }
    return (struct reporting){PERIOD_YEAR, 0, 0};
}

static bool is_taken(const struct drafter *drafter, const char *code)
{
    for (size_t i = 0; i < drafter->added_count; i++)
        if (strcmp(drafter->added[i].code, code) == 0)
            return true;
    return catalogue_indicator(drafter->catalogue, code) != NULL;
}

static const char *statbank_source(struct arena *arena, const char *file)
{
    return arena_printf(arena, "Danmarks Statistik (%s)", file);
}

/* A count, or a sign for one that is withheld, of an area that could be of few persons. */
static bool is_small_count(const struct drafter *drafter, const struct table_record *record)
{
    static const struct signs none = {NULL, 0};
    bool exact;
    const struct area *area = table_areas_of(&drafter->series.areas, record, &exact);
    struct figure figure = figure_read(&record->figure, drafter->decimal, &none);
    bool is_small =
        figure.kind == FIGURE_HIDDEN || (figure.kind == FIGURE_NUMBER && figure.value > 0 &&
                                         figure.value < drafter->catalogue->plan.threshold);
    return is_small && area && !area_is_public(area);
}

static bool has_small_counts(const struct drafter *drafter, size_t record)
{
    bool any = false;
    for (size_t i = 0; i < drafter->series.record_count && !any; i++)
        any =
            is_of_series(drafter, record, i) && is_small_count(drafter, drafter->series.records[i]);
    return any;
}

/* The series goes on in another sheet of the file, or a file of the same name: other years, areas. */
static bool is_same_series(const struct drafter *drafter, const struct indicator *added,
                           const char *name, enum measure measure)
{
    const char *file = file_bare_name(drafter->table->file);
    const char *statbank = statbank_source(drafter->diagnostics->arena, file);
    bool same_file = strcmp(added->source, file) == 0 || strcmp(added->source, statbank) == 0;
    return same_file && added->measure == measure && strcmp(added->name, name) == 0;
}

/* Counts without persons: disclosure control cannot tell which of them are of few. */
static bool is_sensitive(const struct drafter *drafter, size_t record,
                         const struct indicator *indicator)
{
    return indicator_is_bare_count(drafter->diagnostics->arena, indicator) &&
           has_small_counts(drafter, record);
}

static const char *add_indicator(struct drafter *drafter, size_t record, const char *name,
                                 enum measure measure)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *wanted = code_of(arena, name), *code = wanted;
    bool two_years, is_value = measure == MEASURE_VALUE;
    for (size_t i = 0; i < drafter->added_count; i++)
        if (is_same_series(drafter, &drafter->added[i], name, measure)) {
            struct indicator *same = &drafter->added[i];
            same->sensitive = same->sensitive || is_sensitive(drafter, record, same);
            return same->code;
        }
    for (int i = 2; is_taken(drafter, code); i++)
        code = arena_printf(arena, "%s_%d", wanted, i);
    struct indicator indicator = {.code = code,
                                  .name = name,
                                  .short_name = name,
                                  .goal = "",
                                  .focus_area = "",
                                  .target_group = "",
                                  .note = "",
                                  .unit = is_value ? guess_unit(drafter, record) : "pct.",
                                  .measure = measure,
                                  .factor = is_value ? 1 : 100,
                                  .polarity = POLARITY_NEUTRAL,
                                  .accrual = ACCRUAL_FLOW,
                                  .decimals = 1};
    indicator.sensitive = is_sensitive(drafter, record, &indicator);
    indicator.reporting = guess_reporting(drafter, &two_years);
    indicator.has_trend = !two_years && measure != MEASURE_SURVEY;
    const char *file = file_bare_name(drafter->table->file);
    indicator.source = drafter->series.is_statbank ? statbank_source(arena, file) : file;
    drafter->added = arena_grow(arena, drafter->added, drafter->added_count,
                                &drafter->added_capacity, sizeof *drafter->added);
    drafter->added[drafter->added_count++] = indicator;
    return code;
}

/* --- lines ------------------------------------------------------------------------------------ */
/* What the reader of the draft should know of a line. */
static const char *line_note(const struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    enum language language = drafter->diagnostics->language;
    const char *note = drafter->assumed;
    if (drafter->series.absent_is_zero) /* of Danmarks Statistik, where nothing else is assumed */
        note = say(language, "Antaget: formatet BULK, hvor rækker med nul er udeladt.",
                   "Assumed: the format BULK, which leaves rows of zeros out.");
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const struct series_dimension *dimension = &drafter->series.dimensions[d];
        const char *others = "";
        size_t count = 0;
        for (size_t i = 0; i < dimension->count && dimension->use == USE_TOTAL; i++)
            if (strcmp(dimension->values[i], dimension->total) != 0)
                others = import_listed(arena, others, count++, dimension->values[i]);
        if (*others)
            note = arena_printf(
                arena, say(language, "%s%sAndre værdier af %s: %s.", "%s%sOther values of %s: %s."),
                note, *note ? " " : "", table_dimension(drafter->table, d), others);
    }
    return note;
}

static void add_line(struct drafter *drafter, const char *code, const char *field,
                     const char *chosen)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const char *file = file_bare_name(table->file);
    if (table->sheet[0])
        file = arena_printf(arena, "%s %s", file, table->sheet);
    drafter->lines = arena_grow(arena, drafter->lines, drafter->count, &drafter->capacity,
                                sizeof *drafter->lines);
    const char *dash = drafter->series.is_statbank ? "nul=-" : "mangler=-";
    drafter->lines[drafter->count++] = (struct mapping_line){{
        [MAPPING_INDICATOR] = code,
        [MAPPING_FIELD] = field,
        [MAPPING_FILE] = drafter->file_count > 1 ? file : "",
        [MAPPING_SELECTION] = chosen,
        [MAPPING_AREA] = table_areas_text(arena, &drafter->series.areas),
        [MAPPING_PERIOD] = "",
        [MAPPING_GROUP] = "",
        [MAPPING_CONVERSION] = "",
        [MAPPING_ABSENT] = drafter->series.absent_is_zero ? "nul" : "",
        [MAPPING_SIGNS] = drafter->has_dash ? dash : "",
        [MAPPING_DECIMAL] = "",
        [MAPPING_NOTE] = line_note(drafter),
    }};
}

/* A series of one column of figures. */
static void draft_single(struct drafter *drafter, size_t record, const char *code,
                         enum measure measure)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct series_dimension *parts = table_series_parts(&drafter->series);
    enum mapped_field field = measure_has_counts(measure) ? MAPPED_NUMERATOR : MAPPED_VALUE;
    enum series_part part = parts && parts->parts[PART_SHARE] ? PART_SHARE : PART_COUNT;
    add_line(drafter, code, mapping_field_name(field),
             table_series_selection(arena, &drafter->series, record, part));
}

/* A count and its base are numerator and denominator, the share then a control of them. */
static enum mapped_field field_of(enum series_part part, enum measure measure)
{
    static const enum mapped_field fields[] = {[PART_COUNT] = MAPPED_NUMERATOR,
                                               [PART_BASE] = MAPPED_DENOMINATOR,
                                               [PART_SHARE] = MAPPED_CONTROL,
                                               [PART_RESPONSE] = MAPPED_RESPONSE_RATE};
    return part == PART_SHARE && measure == MEASURE_SURVEY ? MAPPED_VALUE : fields[part];
}

static void draft_parts(struct drafter *drafter, size_t record, const char *code,
                        enum measure measure)
{
    const char *const *parts = table_series_parts(&drafter->series)->parts;
    for (int i = PART_COUNT; i < SERIES_PARTS; i++) {
        enum series_part part = (enum series_part)i;
        bool is_used = measure == MEASURE_SURVEY ? part != PART_COUNT || !parts[PART_SHARE]
                                                 : part != PART_RESPONSE;
        if (parts[i] && is_used)
            add_line(drafter, code, mapping_field_name(field_of(part, measure)),
                     table_series_selection(drafter->diagnostics->arena, &drafter->series, record,
                                            part));
    }
}

/* Whether a part of the series that begins with `record` has a figure, withheld ones too. */
static bool has_part(const struct drafter *drafter, size_t record, enum series_part part)
{
    static const struct signs none = {NULL, 0};
    const struct table_series *series = &drafter->series;
    const struct series_dimension *parts = table_series_parts(series);
    size_t d = (size_t)(parts - series->dimensions);
    for (size_t i = 0; i < series->record_count && parts->parts[part]; i++)
        if (strcmp(table_value(drafter->table, series->records[i], d), parts->parts[part]) == 0 &&
            is_of_series(drafter, record, i) &&
            figure_read(&series->records[i]->figure, drafter->decimal, &none).kind !=
                FIGURE_MISSING)
            return true;
    return false;
}

/* A share is all that the source knows of it: the cells of its count or base are blank. */
static bool is_share_alone(const struct drafter *drafter, size_t record)
{
    return has_part(drafter, record, PART_SHARE) &&
           !(has_part(drafter, record, PART_COUNT) && has_part(drafter, record, PART_BASE));
}

/* What the parts of a series make it; one without is a value. */
static enum measure measure_of(const struct drafter *drafter, size_t record)
{
    const struct series_dimension *parts = table_series_parts(&drafter->series);
    if (!parts)
        return MEASURE_VALUE;
    const char *base = text_fold(drafter->diagnostics->arena, parts->parts[PART_BASE]);
    if (parts->parts[PART_RESPONSE] || strstr(base, "svar"))
        return MEASURE_SURVEY;
    bool has_counts = parts->parts[PART_COUNT] && !is_share_alone(drafter, record);
    return has_counts ? MEASURE_SHARE : MEASURE_VALUE;
}

/* What is assumed of a share that is told by its figures, or taken as a value. */
static const char *assumed_of_share(const struct drafter *drafter, size_t record,
                                    enum measure measure)
{
    const struct series_dimension *parts = table_series_parts(&drafter->series);
    if (drafter->agreeing)
        return arena_printf(drafter->diagnostics->arena,
                            say(drafter->diagnostics->language,
                                "Antaget: »%s« er »%s« i procent af »%s«; det passer i alle %zu "
                                "rækker, der har dem.",
                                "Assumed: »%s« is »%s« in per cent of »%s«; that agrees in all %zu "
                                "rows that have them."),
                            parts->parts[PART_SHARE], parts->parts[PART_COUNT],
                            parts->parts[PART_BASE], drafter->agreeing);
    if (measure != MEASURE_VALUE || !parts || !parts->parts[PART_COUNT] ||
        !is_share_alone(drafter, record))
        return "";
    return arena_printf(drafter->diagnostics->arena,
                        say(drafter->diagnostics->language,
                            "Antaget: procenten alene, for »%s« og »%s« står ikke begge i filen.",
                            "Assumed: the per cent alone, for »%s« and »%s« are not both in the "
                            "file."),
                        parts->parts[PART_COUNT], parts->parts[PART_BASE]);
}

static void draft_series(struct drafter *drafter, size_t record)
{
    bool has_parts = table_series_parts(&drafter->series) != NULL;
    const char *name = series_name(drafter, record);
    const struct indicator *indicator = named_indicator(drafter, record, name);
    enum measure measure = indicator ? indicator->measure : measure_of(drafter, record);
    const char *code = indicator ? indicator->code : add_indicator(drafter, record, name, measure);
    drafter->assumed = assumed_of_share(drafter, record, measure);
    bool takes_parts = measure_has_counts(measure) || measure == MEASURE_SURVEY;
    if (has_parts && takes_parts)
        draft_parts(drafter, record, code, measure);
    else
        draft_single(drafter, record, code, measure);
}

/* Columns that are indicators of the plan are those, whatever their figures. */
static bool names_indicators(const struct drafter *drafter)
{
    const struct table *table = drafter->table;
    const struct series_dimension *measures = &drafter->series.dimensions[table->dimension_count];
    bool any = false;
    for (size_t i = 0; table->measure_count > 1 && i < measures->count && !any; i++)
        any = find_indicator(drafter, measures->values[i]) != NULL;
    return any;
}

/* What the figures of the table look like. */
static void look_at_figures(struct drafter *drafter)
{
    const struct table *table = drafter->table;
    drafter->decimal = DECIMAL_NONE;
    drafter->has_dash = drafter->has_fractions = false;
    for (size_t i = 0; i < table->count; i++)
        drafter->decimal = figure_decimal(drafter->decimal, &table->records[i].figure);
    for (size_t i = 0; i < drafter->series.record_count; i++) {
        struct arena *scratch = arena_new();
        const struct grid_cell *cell = &drafter->series.records[i]->figure;
        drafter->has_dash =
            drafter->has_dash || strcmp(figure_folded_sign(scratch, cell->text), "-") == 0;
        drafter->has_fractions = drafter->has_fractions || is_fraction(drafter, i);
        arena_free(scratch);
    }
}

/* False, and a problem, for a table that says nowhere when its figures are from. */
static bool check_periods(const struct drafter *drafter)
{
    for (size_t i = 0; i < drafter->series.record_count; i++)
        if (drafter->series.records[i]->period.kind != CELL_BLANK)
            return true;
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                       (struct location){.file = drafter->table->file},
                       "tabellen siger ikke, hvilken periode tallene er fra · skriv den i kolonnen "
                       "periode i udkastet til en kortlægning, og importér igen med --map",
                       "the table does not say which period its figures are from · write it in the "
                       "column periode of the drafted mapping, and import again with --map");
    return false;
}

/* A file in the plan's own form needs no import. */
static bool check_form(const struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    size_t own = 0;
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const char *name = text_fold(arena, table_dimension(drafter->table, d));
        own += strcmp(name, "indikator") == 0 || strcmp(name, "omraade") == 0 ||
               strcmp(name, "gruppe") == 0;
    }
    bool is_own = own > 1 && strcmp(text_fold(arena, drafter->table->period_name), "periode") == 0;
    if (is_own)
        diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                           (struct location){.file = drafter->table->file},
                           "filen er allerede i planens egen form · læg den i mappen observationer",
                           "the file is in the plan's own form already · put it into the folder "
                           "observationer");
    return !is_own;
}

static bool draft_table(struct drafter *drafter)
{
    size_t firsts[MOST_DRAFTED];
    if (!check_form(drafter))
        return false;
    if (!table_series_find(drafter->diagnostics->arena, drafter->catalogue, drafter->table,
                           &drafter->series))
        return report_no_area(drafter);
    drafter->agreeing = names_indicators(drafter) ? 0 : share_by_arithmetic(&drafter->series);
    look_at_figures(drafter);
    drafter->series_count = table_series_firsts(&drafter->series, firsts, MOST_DRAFTED);
    for (size_t i = 0; i < drafter->series_count; i++)
        draft_series(drafter, firsts[i]);
    if (drafter->series_count == 0)
        return report_no_figures(drafter);
    if (!check_periods(drafter))
        return false;
    if (drafter->series_count <= MOST_SERIES)
        return true;
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                       (struct location){.file = drafter->table->file},
                       "tabellen har mere end %d tal for hvert område og hver periode · behold de "
                       "rækker i udkastet til en kortlægning, der skal med, skriv indikatorernes "
                       "koder, og importér igen med --map",
                       "the table has more than %d figures for each area and period · keep those "
                       "rows of the drafted mapping that are wanted, write the indicators' codes, "
                       "and import again with --map",
                       MOST_SERIES);
    return false;
}

bool mapping_draft(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                   const struct table *tables, size_t count, struct mapping_draft *draft)
{
    struct drafter drafter = {
        .diagnostics = diagnostics, .catalogue = catalogue, .file_count = count, .assumed = ""};
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        drafter.table = &tables[i];
        fine = draft_table(&drafter) && fine;
    }
    *draft = (struct mapping_draft){.lines = drafter.lines,
                                    .count = drafter.count,
                                    .added = drafter.added,
                                    .added_count = drafter.added_count};
    return fine;
}
