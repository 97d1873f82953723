/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/model/lookup.h"

static const struct csv_column columns[MAPPING_COLUMNS] = {
    [MAPPING_INDICATOR] = {"indikator", true},
    [MAPPING_FIELD] = {"felt", true},
    [MAPPING_FILE] = {"fil", false},
    [MAPPING_SELECTION] = {"udvalg", false},
    [MAPPING_AREA] = {"område", false},
    [MAPPING_PERIOD] = {"periode", false},
    [MAPPING_GROUP] = {"gruppe", false},
    [MAPPING_CONVERSION] = {"omregning", false},
    [MAPPING_ABSENT] = {"fraværende", false},
    [MAPPING_SIGNS] = {"tegn", false},
    [MAPPING_DECIMAL] = {"decimaltegn", false},
    [MAPPING_NOTE] = {"note", false},
};

static const char *const field_names[] = {[MAPPED_NUMERATOR] = "tæller",
                                          [MAPPED_DENOMINATOR] = "nævner",
                                          [MAPPED_VALUE] = "værdi",
                                          [MAPPED_SPREAD] = "spredning",
                                          [MAPPED_RESPONSE_RATE] = "svarprocent",
                                          [MAPPED_DESIGN_EFFECT] = "designeffekt",
                                          [MAPPED_POPULATION] = "population",
                                          [MAPPED_CONTROL] = "kontrol",
                                          [MAPPED_FIELDS] = NULL};

struct reader {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    const struct catalogue *catalogue;
    struct mapping_rule *rules;
    size_t count, capacity;
    bool failed;
};

const char *mapping_column(size_t i)
{
    return columns[i].name;
}

const char *mapping_field_name(enum mapped_field field)
{
    return field_names[field];
}

static void refuse(struct reader *reader, const struct csv_field *field, const char *danish,
                   const char *english)
{
    diagnostics_report(reader->diagnostics, reader->file->problem, csvrecords_at(field), "%s", "%s",
                       say(reader->diagnostics->language, danish, english));
}

/* A part of a text, without the blanks around it. */
static const char *part(struct arena *arena, const char *text, size_t length)
{
    for (; length && *text == ' '; text++)
        length--;
    while (length && text[length - 1] == ' ')
        length--;
    return arena_text(arena, text, length);
}

/* The parts of a text between the separators. */
static const char *const *split(struct arena *arena, const char *text, char separator,
                                size_t *count)
{
    const char **parts = NULL;
    size_t capacity = 0;
    const char separators[] = {separator, '\0'};
    for (*count = 0;;) {
        size_t length = strcspn(text, separators);
        parts = arena_grow(arena, parts, *count, &capacity, sizeof *parts);
        parts[(*count)++] = part(arena, text, length);
        if (text[length] == '\0')
            return parts;
        text += length + 1;
    }
}

/* Where the next condition begins: `&`, and an equals sign before the next one. */
static const char *next_condition(const char *text)
{
    for (const char *c = strchr(text, '&'); c; c = strchr(c + 1, '&')) {
        size_t name = strcspn(c + 1, "&=|");
        if (c[1 + name] == '=')
            return c;
    }
    return text + strlen(text);
}

static void read_selection(struct reader *reader, const struct csv_field *field,
                           struct mapping_rule *rule)
{
    struct arena *arena = reader->diagnostics->arena;
    struct condition *conditions = NULL;
    size_t capacity = 0;
    for (const char *text = field->text; *text;) {
        const char *end = next_condition(text);
        const char *equals = memchr(text, '=', (size_t)(end - text));
        if (!equals) {
            refuse(
                reader, field,
                "udvalget kan ikke læses · skriv kolonne=værdi, flere med & imellem, og | mellem "
                "værdier",
                "the selection cannot be read · write column=value, several with & between them, "
                "and | between values");
            return;
        }
        conditions =
            arena_grow(arena, conditions, rule->condition_count, &capacity, sizeof *conditions);
        struct condition *condition = &conditions[rule->condition_count++];
        condition->dimension = part(arena, text, (size_t)(equals - text));
        condition->values = split(arena, part(arena, equals + 1, (size_t)(end - equals - 1)), '|',
                                  &condition->count);
        text = end + (*end == '&');
    }
    rule->conditions = conditions;
}

static void refuse_conversion(struct reader *reader, const struct csv_field *field)
{
    refuse(reader, field,
           "omregningen kendes ikke · skriv sum, gennemsnit, K1 til K4, M1 til M12 eller dage som "
           "2011=2011-09-15|2015=2015-06-18",
           "the conversion is not known · write sum, gennemsnit, K1 to K4, M1 to M12 or days like "
           "2011=2011-09-15|2015=2015-06-18");
}

/* `2011=2011-09-15|2015=2015-06-18` */
static void read_days(struct reader *reader, const struct csv_field *field,
                      struct mapping_rule *rule)
{
    struct arena *arena = reader->diagnostics->arena;
    size_t count;
    const char *const *parts = split(arena, field->text, '|', &count);
    struct day_of_period *days = arena_alloc(arena, count, sizeof *days);
    for (size_t i = 0; i < count; i++) {
        const char *equals = strchr(parts[i], '=');
        if (!equals ||
            source_period_parse(part(arena, parts[i], (size_t)(equals - parts[i])),
                                &days[i].period) != PERIOD_OK ||
            period_parse(part(arena, equals + 1, strlen(equals + 1)), &days[i].day) != PERIOD_OK) {
            refuse_conversion(reader, field);
            return;
        }
    }
    rule->conversion = CONVERT_DAYS;
    rule->days = days;
    rule->day_count = count;
}

static void read_conversion(struct reader *reader, const struct csv_field *field,
                            struct mapping_rule *rule)
{
    const char *folded = text_fold(reader->diagnostics->arena, field->text);
    size_t digits = strspn(folded + (*folded != '\0'), "0123456789");
    int number = *folded ? (int)strtol(folded + 1, NULL, 10) : 0;
    bool is_part = digits > 0 && digits <= 2 && folded[1 + digits] == '\0';
    if (*folded == '\0')
        return;
    if (strcmp(folded, "sum") == 0)
        rule->conversion = CONVERT_SUM;
    else if (strcmp(folded, "gennemsnit") == 0)
        rule->conversion = CONVERT_MEAN;
    else if (strchr(folded, '='))
        read_days(reader, field, rule);
    else if (is_part && ((*folded == 'k' && number >= 1 && number <= 4) ||
                         (*folded == 'm' && number >= 1 && number <= 12))) {
        rule->conversion = CONVERT_PART;
        rule->part = *folded == 'k' ? SOURCE_QUARTER : SOURCE_MONTH;
        rule->part_number = number;
    } else
        refuse_conversion(reader, field);
}

static const char *const meaning_names[] = {
    [SIGN_ZERO] = "nul", [SIGN_MISSING] = "mangler", [SIGN_HIDDEN] = "diskret", NULL};

static bool read_meaning(struct arena *arena, const char *name, enum sign_meaning *meaning)
{
    const char *folded = text_fold(arena, name);
    for (size_t i = 0; meaning_names[i]; i++)
        if (strcmp(folded, meaning_names[i]) == 0) {
            *meaning = (enum sign_meaning)i;
            return true;
        }
    return false;
}

/*
 * The signs after `nul=`: parted by commas; `blank` is the blank cell, `fejl` an Excel error. False
 * for none between two commas, which would be the blank cell by a slip of the pen.
 */
static bool add_signs(struct arena *arena, const char *text, enum sign_meaning meaning,
                      struct sign **signs, size_t *count, size_t *capacity)
{
    size_t number;
    const char *const *parts = split(arena, text, ',', &number);
    for (size_t i = 0; i < number; i++) {
        const char *sign = figure_folded_sign(arena, parts[i]);
        if (*sign == '\0')
            return false;
        if (strcmp(sign, "blank") == 0)
            sign = "";
        else if (strcmp(sign, "fejl") == 0)
            sign = "#";
        *signs = arena_grow(arena, *signs, *count, capacity, sizeof **signs);
        (*signs)[(*count)++] = (struct sign){sign, meaning};
    }
    return true;
}

static void read_signs(struct reader *reader, const struct csv_field *field,
                       struct mapping_rule *rule)
{
    struct arena *arena = reader->diagnostics->arena;
    struct sign *signs = NULL;
    size_t count, capacity = 0;
    if (field_is_blank(field))
        return;
    const char *const *parts = split(arena, field->text, '|', &count);
    for (size_t i = 0; i < count; i++) {
        const char *equals = strchr(parts[i], '=');
        enum sign_meaning meaning;
        if (!equals ||
            !read_meaning(arena, part(arena, parts[i], (size_t)(equals - parts[i])), &meaning) ||
            !add_signs(arena, equals + 1, meaning, &signs, &rule->signs.count, &capacity)) {
            refuse(reader, field,
                   "tegnene kan ikke læses · skriv som nul=-|mangler=..|diskret=x,<5 (blank for et "
                   "tomt felt, fejl for Excels fejl)",
                   "the signs cannot be read · write like nul=-|mangler=..|diskret=x,<5 (blank for "
                   "a blank cell, fejl for Excel's errors)");
            rule->signs.count = 0;
            return;
        }
    }
    rule->signs.items = signs;
}

static bool field_suits(enum measure measure, enum mapped_field field)
{
    switch (measure) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case MEASURE_SHARE:
    case MEASURE_RATE:
        return field == MAPPED_NUMERATOR || field == MAPPED_DENOMINATOR || field == MAPPED_CONTROL;
    case MEASURE_MEAN:
        return field == MAPPED_VALUE || field == MAPPED_DENOMINATOR || field == MAPPED_SPREAD;
    case MEASURE_SURVEY:
        return field != MAPPED_SPREAD && field != MAPPED_CONTROL;
    case MEASURE_VALUE:
        return field == MAPPED_VALUE;
    }
    return false;
}

static void read_field(struct reader *reader, const struct csv_field *field,
                       struct mapping_rule *rule)
{
    struct diagnostics *diagnostics = reader->diagnostics;
    int choice = MAPPED_FIELDS;
    const char *text;
    if (!field_text(diagnostics, field, reader->file->problem, &text) ||
        !field_choice(diagnostics, field, reader->file->problem, field_names, &choice))
        return;
    rule->field = (enum mapped_field)choice;
    if (rule->indicator && !field_suits(rule->indicator->measure, rule->field))
        diagnostics_report(
            diagnostics, reader->file->problem, csvrecords_at(field),
            "feltet passer ikke til typen af »%s« i indikatorer.csv · en andel eller "
            "rate har tæller og nævner, et gennemsnit værdi, nævner og spredning, en "
            "survey nævner med tæller eller værdi, en værdi kun værdi",
            "the field does not suit the type of »%s« in indikatorer.csv · a share "
            "or rate has tæller and nævner, a mean værdi, nævner and spredning, a "
            "survey nævner with tæller or værdi, a værdi only værdi",
            rule->indicator->code);
}

/* `0` is no figure here, but what somebody took for the word. */
static void read_absent(struct reader *reader, const struct csv_field *field,
                        struct mapping_rule *rule)
{
    const char *folded = text_fold(reader->diagnostics->arena, field->text);
    rule->absent_is_zero = strcmp(folded, "nul") == 0;
    if (*folded && !rule->absent_is_zero && strcmp(folded, "mangler") != 0)
        diagnostics_report(reader->diagnostics, reader->file->problem, csvrecords_at(field),
                           "»%s« kendes ikke her · skriv nul, hvis en række, der ikke findes, "
                           "betyder 0, ellers mangler",
                           "»%s« is not known here · write nul if a row that is not there means 0, "
                           "else mangler",
                           field->text);
}

static void read_row(void *context, const struct csv_row *row)
{
    static const char *const decimals[] = {"komma", "punktum", NULL};
    struct reader *reader = context;
    struct diagnostics *diagnostics = reader->diagnostics;
    enum problem problem = reader->file->problem;
    const struct csv_field *f = row->fields;
    struct mapping_rule rule = {.at = row->at};
    size_t before = diagnostics->count;
    int decimal = -1;
    rule.indicator =
        lookup_indicator(diagnostics, reader->catalogue, problem, &f[MAPPING_INDICATOR]);
    read_field(reader, &f[MAPPING_FIELD], &rule);
    rule.file = arena_copy(diagnostics->arena, f[MAPPING_FILE].text);
    read_selection(reader, &f[MAPPING_SELECTION], &rule);
    rule.area = arena_copy(diagnostics->arena, f[MAPPING_AREA].text);
    rule.group = arena_copy(diagnostics->arena, f[MAPPING_GROUP].text);
    rule.has_period = !field_is_blank(&f[MAPPING_PERIOD]);
    if (rule.has_period && rule.indicator)
        lookup_period(diagnostics, rule.indicator, &f[MAPPING_PERIOD], problem, &rule.period);
    read_conversion(reader, &f[MAPPING_CONVERSION], &rule);
    read_absent(reader, &f[MAPPING_ABSENT], &rule);
    read_signs(reader, &f[MAPPING_SIGNS], &rule);
    field_choice(diagnostics, &f[MAPPING_DECIMAL], problem, decimals, &decimal);
    rule.decimal = decimal < 0 ? DECIMAL_NONE : decimal == 0 ? DECIMAL_COMMA : DECIMAL_POINT;
    reader->failed = reader->failed || diagnostics->count > before;
    reader->rules = arena_grow(diagnostics->arena, reader->rules, reader->count, &reader->capacity,
                               sizeof *reader->rules);
    reader->rules[reader->count++] = rule;
}

/* As csv_write wrote it. */
static void read_file_row(void *context, const struct csv_row *row)
{
    const struct reader *reader = context;
    struct arena *arena = reader->diagnostics->arena;
    struct csv_field fields[MAPPING_COLUMNS];
    memcpy(fields, row->fields, sizeof fields);
    for (size_t c = 0; c < MAPPING_COLUMNS; c++)
        fields[c].text = text_unguarded(arena, fields[c].text);
    read_row(context, &(struct csv_row){row->at, fields});
}

bool mapping_read(struct diagnostics *diagnostics, const struct input_file *file,
                  const struct catalogue *catalogue, struct mapping *mapping)
{
    const struct csv_format format = {columns, MAPPING_COLUMNS, read_file_row};
    struct reader reader = {.diagnostics = diagnostics, .file = file, .catalogue = catalogue};
    bool whole = csvfile_read(diagnostics, file, &format, &reader);
    *mapping = (struct mapping){reader.rules, reader.count};
    return whole && !reader.failed;
}

bool mapping_from_lines(struct diagnostics *diagnostics, const struct input_file *file,
                        const struct catalogue *catalogue, const struct mapping_line *lines,
                        size_t count, struct mapping *mapping)
{
    struct reader reader = {.diagnostics = diagnostics, .file = file, .catalogue = catalogue};
    for (size_t i = 0; i < count; i++) {
        struct csv_field fields[MAPPING_COLUMNS];
        struct csv_place place = {.at = {file->name, (unsigned)i + 2, 0}}; /* behind the header */
        for (size_t c = 0; c < MAPPING_COLUMNS; c++)
            fields[c] = (struct csv_field){lines[i].texts[c], &place, c};
        read_row(&reader, &(struct csv_row){place.at, fields});
    }
    *mapping = (struct mapping){reader.rules, reader.count};
    return !reader.failed;
}
