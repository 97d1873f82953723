/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_styles.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define LAST_SERIAL 2958465.0 /* 9999-12-31 */
#define DAYS_TO_1904 1462     /* a day number of 1904 in days of 1900 */
#define DAYS_BUT_FEBRUARY 337 /* of a year */
#define FALSE_LEAP_DAY 60     /* 1900-02-29 */

/* --- formats -----------------------------------------------------------------------------------*/
enum xlsx_format xlsx_format_known(unsigned id)
{
    if (id == 9 || id == 10)
        return XLSX_FORMAT_PERCENT;
    bool date =
        (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return date ? XLSX_FORMAT_DATE : XLSX_FORMAT_PLAIN;
}

/* The code behind what stands first in it and is not looked at: `"…"`, `[…]`, `\c`, `_c`, `*c`. */
static const char *after_literal(const char *code)
{
    static const char openings[] = "\"[";
    static const char closings[] = "\"]";
    const char *opening = strchr(openings, *code);
    if (opening) {
        code++;
        code += strcspn(code, (const char[]){closings[opening - openings], '\0'});
        return *code ? code + 1 : code;
    }
    if (strchr("\\_*", *code))
        return code[1] ? code + 2 : code + 1;
    return code;
}

/* `[h]`, `[mm]`: the hours, minutes or seconds of a duration. */
static bool is_elapsed(const char *code)
{
    size_t length = *code == '[' ? strspn(code + 1, "hHmMsS") : 0;
    return length > 0 && code[1 + length] == ']';
}

enum xlsx_format xlsx_format_of(const char *code)
{
    bool year = false, day = false, month = false, clock = false, digits = false, seconds = false;
    if (strncasecmp(code, "General", 7) == 0 || strncasecmp(code, "Standard", 8) == 0)
        return XLSX_FORMAT_PLAIN;
    while (*code) {
        const char *after = after_literal(code);
        clock = clock || is_elapsed(code);
        if (after != code) {
            code = after;
            continue;
        }
        char c = *code++;
        if (c == '%')
            return XLSX_FORMAT_PERCENT;
        year = year || strchr("yY", c);
        day = day || strchr("dD", c);
        month = month || strchr("mM", c);
        seconds = seconds || strchr("sS", c);
        clock = clock || seconds || strchr("hH", c);
        digits = digits || strchr("#?", c) || (c == '0' && !seconds); /* ss.000 is a time */
    }
    if (digits || !(year || day || (month && !clock)))
        return XLSX_FORMAT_PLAIN;
    return year && !day && !month && !clock ? XLSX_FORMAT_YEAR : XLSX_FORMAT_DATE;
}

/* --- days --------------------------------------------------------------------------------------*/
bool xlsx_date_text(char text[PERIOD_TEXT], double serial, bool from_1904)
{
    if (from_1904 && serial >= 0)
        serial += DAYS_TO_1904;
    if (!(serial >= 1 && serial < LAST_SERIAL + 1))
        return false;
    int left = (int)serial;
    if (left == FALSE_LEAP_DAY) {
        memcpy(text, "1900-02-29", sizeof "1900-02-29");
        return true;
    }
    left -= 1 + (left > FALSE_LEAP_DAY); /* days after 1900-01-01 */
    int year = 1900, month = 1;
    for (int days; left >= (days = DAYS_BUT_FEBRUARY + period_days_in_month(year, 2)); year++)
        left -= days;
    for (int days; left >= (days = period_days_in_month(year, month)); month++)
        left -= days;
    snprintf(text, PERIOD_TEXT, "%04d-%02d-%02d", year % 10000, month % 100, (left + 1) % 100);
    return true;
}

/* --- the part ----------------------------------------------------------------------------------*/
struct style_sheet {
    struct arena *arena;
    unsigned char *own; /* by the id of a number format: 0, or 1 + what the file's code means */
    enum xlsx_format *formats;
    size_t count, capacity;
    bool in_formats, in_cells;
};

static enum package_fault take_number_format(struct style_sheet *sheet,
                                             const char *const *attributes)
{
    const char *id_text = xml_attribute(attributes, "numFmtId");
    const char *code = xml_attribute(attributes, "formatCode");
    unsigned id;
    if (!id_text || !code || !xml_number(id_text, XLSX_STYLES - 1, &id))
        return PACKAGE_DAMAGED;
    sheet->own[id] = (unsigned char)(1 + xlsx_format_of(code));
    return PACKAGE_SOUND;
}

static enum package_fault take_cell_format(struct style_sheet *sheet, const char *const *attributes)
{
    const char *id_text = xml_attribute(attributes, "numFmtId");
    unsigned id = 0;
    if ((id_text && !xml_number(id_text, XLSX_STYLES - 1, &id)) || sheet->count >= XLSX_STYLES)
        return PACKAGE_DAMAGED;
    sheet->formats = arena_grow(sheet->arena, sheet->formats, sheet->count, &sheet->capacity,
                                sizeof *sheet->formats);
    sheet->formats[sheet->count++] =
        sheet->own[id] ? (enum xlsx_format)(sheet->own[id] - 1) : xlsx_format_known(id);
    return PACKAGE_SOUND;
}

static enum package_fault start_element(void *context, unsigned depth, const char *name,
                                        const char *const *attributes)
{
    struct style_sheet *sheet = context;
    if (depth == 1)
        return strcmp(name, "styleSheet") == 0 ? PACKAGE_SOUND : PACKAGE_DAMAGED;
    if (depth == 2) {
        sheet->in_formats = strcmp(name, "numFmts") == 0;
        sheet->in_cells = strcmp(name, "cellXfs") == 0;
    }
    if (depth == 3 && sheet->in_formats && strcmp(name, "numFmt") == 0)
        return take_number_format(sheet, attributes);
    if (depth == 3 && sheet->in_cells && strcmp(name, "xf") == 0)
        return take_cell_format(sheet, attributes);
    return PACKAGE_SOUND;
}

enum package_fault xlsx_styles_read(struct package *package, const char *part, struct arena *arena,
                                    struct xlsx_styles *styles)
{
    static const struct xml_handlers handlers = {start_element, NULL, NULL};
    struct style_sheet sheet = {.arena = arena};
    sheet.own = arena_alloc(arena, XLSX_STYLES, 1);
    enum package_fault fault = xml_part_read(package, part, &handlers, &sheet);
    *styles = (struct xlsx_styles){sheet.formats, sheet.count};
    return fault;
}
