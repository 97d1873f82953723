/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * open_files FILE...: opens files of an edition as the programs of its readers would, and prints
 * what could do harm there or could not be opened:
 *   .csv   rows of one length; numbers of one dialect; and no cell that begins as a formula, to a
 *          spreadsheet of this country or another;
 *   .json  RFC 8259; and resultater.json has the values of the resultater.csv beside it;
 *   .html  elements that close, attributes in quotes, ids that occur once; nothing that runs, loads
 *          or is sent;
 *   .svg   XML with nothing that runs or loads;
 *   .xlsx  the parts are XML, without formulas, macros or links to other places.
 * open_files --texts NAMES FILE: prints each line of NAMES that is nowhere in the file's texts.
 * Shares no code with the program. Ends with `N files, N texts, N faults`.
 */
#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>
#include <minizip/unzip.h>

#include "../attack/sheet.h"

#define DEEPEST 256

struct opened {
    const char *path;
    char *texts; /* one on a line */
    size_t length, capacity;
    unsigned long count, faults;
};

static __attribute__((format(printf, 2, 3))) void fault(struct opened *file, const char *format,
                                                        ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("%s: ", file->path);
    vprintf(format, arguments);
    printf("\n");
    va_end(arguments);
    file->faults++;
}

static void add_bytes(struct opened *file, const char *bytes, size_t length)
{
    while (file->length + length + 2 > file->capacity) {
        char *larger = keep(file->capacity = 2 * file->capacity + length + 4096);
        if (file->length)
            memcpy(larger, file->texts, file->length);
        file->texts = larger;
    }
    memcpy(file->texts + file->length, bytes, length);
    file->length += length;
}

static void end_text(struct opened *file)
{
    add_bytes(file, "\n", 1);
    file->count++;
}

/* The bytes of the first character in UTF-8, and what it is; 0 where it is none. */
static size_t character(const char *text, unsigned long *code)
{
    const unsigned char *at = (const unsigned char *)text;
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = *at < 0x80 ? 1 : *at >> 5 == 6 ? 2 : *at >> 4 == 14 ? 3 : *at >> 3 == 30 ? 4 : 0;
    *code = size == 1 ? *at : *at & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if (at[i] >> 6 != 2)
            return 0;
        *code = *code << 6 | (at[i] & 0x3Fu);
    }
    bool whole = size && *code >= least[size] && *code <= 0x10FFFF;
    return whole && (*code < 0xD800 || *code > 0xDFFF) ? size : 0;
}

static void check_utf8(struct opened *file, const char *text, size_t size)
{
    unsigned long code;
    for (size_t at = 0, bytes; at < size; at += bytes)
        if ((bytes = character(text + at, &code)) == 0 || code == 0) {
            fault(file, "byte %zu is no UTF-8", at);
            return;
        }
}

/* --- tables ------------------------------------------------------------------------------------ */

struct cells {
    const char **items;
    size_t count, capacity;
};

static void add_cell(struct cells *cells, const char *text)
{
    if (cells->count == cells->capacity) {
        const char **more = keep((cells->capacity = 2 * cells->capacity + 64) * sizeof *more);
        if (cells->count)
            memcpy(more, cells->items, cells->count * sizeof *more);
        cells->items = more;
    }
    cells->items[cells->count++] = text;
}

/* The cells of the next row, as spreadsheets split it: a quote counts where a cell begins with it. */
static char *take_row(char *at, char separator, struct cells *cells, const char **line_end)
{
    cells->count = 0;
    for (;;) {
        char *start = at, *out = at;
        bool quoted = *at == '"';
        at += quoted;
        for (; *at; at++) {
            if (quoted && *at == '"' && *++at != '"')
                quoted = false;
            if (!quoted && (*at == separator || *at == '\n' || *at == '\r' || !*at))
                break;
            *out++ = *at;
        }
        size_t length = (size_t)(out - start);
        add_cell(cells, memcpy(keep(length + 1), start, length));
        if (*at != separator)
            break;
        at++;
    }
    *line_end = strncmp(at, "\r\n", 2) == 0 ? "CR LF" : *at == '\n' ? "LF" : *at ? "CR" : "none";
    return at + strspn(at, "\r\n");
}

static bool is_number(const char *text, char point)
{
    text += *text == '-';
    size_t digits = strspn(text, "0123456789");
    text += digits;
    if (digits && *text == point)
        text += 1 + strspn(text + 1, "0123456789");
    if (digits && text[0] == 'e' && text[1] == '-')
        text += 2 + strspn(text + 2, "0123456789");
    return digits && !*text;
}

static bool begins_as_formula(const char *text)
{
    static const char *const signs[] = {"=",  "+",      "-",      "@",      "\t",
                                        "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    while (*text == ' ' || strncmp(text, "\u00A0", 2) == 0)
        text += *text == ' ' ? 1 : 2;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

/* Rows as another country's spreadsheet sees them. */
static void look_for_formulas(struct opened *file, const char *text, char separator, char point)
{
    struct cells cells = {0};
    const char *line_end;
    for (char *at = keep_text(text); *at;) {
        at = take_row(at, separator, &cells, &line_end);
        for (size_t i = 0; i < cells.count; i++)
            if (begins_as_formula(cells.items[i]) && !is_number(cells.items[i], point))
                fault(file, "a formula, split at »%c«: %.60s", separator, cells.items[i]);
    }
}

static void open_csv(struct opened *file, char *text)
{
    bool marked = strncmp(text, "\uFEFF", 3) == 0;
    char separator = marked ? ';' : ',', point = marked ? ',' : '.';
    const char *expected = marked ? "CR LF" : "LF", *line_end;
    struct cells cells = {0};
    size_t columns = 0;
    text += marked ? 3 : 0;
    for (const char *others = ";,\t"; *others; others++)
        look_for_formulas(file, text, *others, *others == separator ? point : '.');
    for (char *at = text; *at;) {
        at = take_row(at, separator, &cells, &line_end);
        columns = columns ? columns : cells.count;
        if (cells.count != columns || strcmp(line_end, expected) != 0)
            fault(file, "a row of %zu cells, not %zu, ending with %s: %s", cells.count, columns,
                  line_end, cells.items[0]);
        for (size_t i = 0; i < cells.count; i++) {
            if (is_number(cells.items[i], point == ',' ? '.' : ',') &&
                !is_number(cells.items[i], point))
                fault(file, "a number of another dialect: %s", cells.items[i]);
            add_bytes(file, cells.items[i], strlen(cells.items[i]));
            end_text(file);
        }
    }
}

/* --- JSON -------------------------------------------------------------------------------------- */

struct json {
    struct opened *file;
    const char *at;
    struct cells
        *values; /* of the objects in "results": texts, numbers as they stand, "" for null */
    unsigned depth;
    bool in_results, broken;
};

static void json_value(struct json *json);

static bool json_broken(struct json *json, const char *what)
{
    if (!json->broken)
        fault(json->file, "%s at %.40s", what, json->at);
    json->broken = true;
    json->at += strlen(json->at);
    return false;
}

static void json_blanks(struct json *json)
{
    json->at += strspn(json->at, " \t\r\n");
}

static bool json_sign(struct json *json, char sign)
{
    json_blanks(json);
    if (*json->at != sign)
        return false;
    json->at++;
    json_blanks(json);
    return true;
}

static unsigned long json_unit(struct json *json)
{
    char digits[5] = {0}, *end;
    strncpy(digits, json->at, 4);
    unsigned long unit = strtoul(digits, &end, 16);
    if (end != digits + 4 || !isxdigit((unsigned char)*digits))
        json_broken(json, "a bad \\u");
    else
        json->at += 4;
    return unit;
}

static char *put_character(char *out, unsigned long code)
{
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size == 1) {
        *out = (char)code;
        return out + 1;
    }
    for (size_t i = size; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(first[size] | code);
    return out + size;
}

static const char *json_string(struct json *json)
{
    static const char names[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    if (*json->at != '"') {
        json_broken(json, "no string");
        return "";
    }
    char *string = keep(strcspn(json->at + 1, "\n") + 1), *out = string; /* no raw line end in it */
    for (json->at++; *json->at && *json->at != '"';) {
        const char *name;
        if ((unsigned char)*json->at < 0x20) {
            json_broken(json, "a control character");
        } else if (*json->at != '\\') {
            *out++ = *json->at++;
        } else if (json->at[1] == 'u') {
            json->at += 2;
            unsigned long unit = json_unit(json);
            if (unit >> 10 == 0x36 && strncmp(json->at, "\\u", 2) == 0) {
                json->at += 2;
                unit = 0x10000 + ((unit & 0x3FF) << 10) + (json_unit(json) & 0x3FF);
            }
            out = put_character(out, unit);
        } else if (json->at[1] && (name = strchr(names, json->at[1]))) {
            *out++ = means[name - names];
            json->at += 2;
        } else {
            json_broken(json, "a bad escape");
        }
    }
    if (*json->at != '"')
        json_broken(json, "an open string");
    else
        json->at++;
    add_bytes(json->file, string, (size_t)(out - string));
    end_text(json->file);
    return string;
}

static const char *json_word(struct json *json)
{
    size_t length = strcspn(json->at, " \t\r\n,]}");
    const char *word = keep_format("%.*s", (int)length, json->at);
    if (strcmp(word, "null") != 0 && strcmp(word, "true") != 0 && strcmp(word, "false") != 0 &&
        (!is_number(word, '.') || word[strlen(word) - 1] == '.'))
        json_broken(json, "no value");
    else
        json->at += length;
    return strcmp(word, "null") == 0 ? "" : word;
}

static void json_members(struct json *json, char end)
{
    bool whole = !json_sign(json, end);
    while (whole && !json->broken) {
        bool results = false;
        if (end == '}') {
            results = strcmp(json_string(json), "results") == 0;
            if (!json_sign(json, ':'))
                json_broken(json, "no colon");
        }
        json->in_results = json->in_results || results;
        json_value(json);
        json->in_results = json->in_results && !results;
        whole = json_sign(json, ',');
        if (!whole && !json_sign(json, end))
            json_broken(json, "an open list");
    }
}

static void json_value(struct json *json)
{
    json_blanks(json);
    char sign = *json->at;
    if (sign == '{' || sign == '[') {
        json->at++;
        if (++json->depth > DEEPEST)
            json_broken(json, "too deep");
        else
            json_members(json, sign == '{' ? '}' : ']');
        json->depth--;
        return;
    }
    const char *value = sign == '"' ? json_string(json) : json_word(json);
    if (json->in_results)
        add_cell(json->values, value);
}

static const char *without_apostrophes(const char *text)
{
    char *out = keep_text(text), *end = out;
    for (; *text; text++)
        if (*text != '\'')
            *end++ = *text;
    *end = '\0';
    return out;
}

/* As the table beside it has it, where a text may have guards. */
static bool is_same(const char *value, const char *cell)
{
    if (!is_number(value, '.') || !is_number(cell, '.'))
        return strcmp(without_apostrophes(value), without_apostrophes(cell)) == 0;
    double a = strtod(value, NULL), b = strtod(cell, NULL);
    return fabs(a - b) <= 1e-14 * fabs(b);
}

static void compare_results(struct opened *file, const struct cells *values)
{
    size_t size, length = strlen(file->path), seen = 0;
    if (length < 15 || strcmp(file->path + length - 15, "resultater.json") != 0)
        return;
    char *at = read_file(keep_format("%.*s.csv", (int)length - 5, file->path), &size);
    struct cells row = {0};
    const char *line_end;
    for (bool header = true; at && *at; header = false) {
        at = take_row(at, ',', &row, &line_end);
        for (size_t i = 0; !header && i < row.count; i++, seen++)
            if (seen >= values->count || !is_same(values->items[seen], row.items[i]))
                fault(file, "not as in the table: %s", row.items[i]);
    }
    if (!seen || seen != values->count)
        fault(file, "%zu values, and %zu in the table", values->count, seen);
}

static void open_json(struct opened *file, char *text)
{
    struct cells values = {0};
    struct json json = {.file = file, .at = text, .values = &values};
    json_value(&json);
    json_blanks(&json);
    if (*json.at)
        json_broken(&json, "something behind the end");
    compare_results(file, &values);
}

/* --- pages ------------------------------------------------------------------------------------- */

static bool is_one_of(const char *word, const char *words)
{
    const char *found = strstr(words, keep_format(" %s ", word));
    return found != NULL;
}

static void check_element(struct opened *file, const char *name)
{
    if (is_one_of(name, " script iframe frame object embed applet form input button base link img "
                        "image audio video source foreignObject animate set handler "))
        fault(file, "an element that runs or loads: %s", name);
}

static void check_attribute(struct opened *file, const char *name, const char *value)
{
    bool refers = is_one_of(name, " href src xlink:href action formaction data poster srcset ");
    if (strncmp(name, "on", 2) == 0 && strcmp(name, "on") != 0)
        fault(file, "an event attribute: %s", name);
    if (refers && *value != '#')
        fault(file, "%s leads out of the file: %.60s", name, value);
    if (strcmp(name, "style") == 0 && strchr(value, ':'))
        fault(file, "a style of its own: %.60s", value);
    for (const char *at = value; (at = strstr(at, "url(")); at++)
        if (!is_one_of(name, " content ") && strncmp(at, "url(#", 5) != 0 &&
            is_one_of(name, " fill stroke filter clip-path mask "))
            fault(file, "%s loads something: %.60s", name, value);
}

/* A character reference, decoded; everything else must be no `&` and no `<`. */
static const char *take_character(struct opened *file, const char *at)
{
    static const char *const names[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    if (*at != '&') {
        add_bytes(file, at, 1);
        return at + 1;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(at, names[i][0], strlen(names[i][0])) == 0) {
            add_bytes(file, names[i][1], 1);
            return at + strlen(names[i][0]);
        }
    fault(file, "an unknown reference: %.10s", at);
    return at + 1;
}

struct page {
    struct opened *file;
    const char *stack[DEEPEST];
    size_t depth;
    struct cells ids;
};

static const char *take_name(const char **at)
{
    size_t length =
        strspn(*at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:_");
    const char *name = keep_format("%.*s", (int)length, *at);
    *at += length;
    return name;
}

/* `name="value"`, or a name alone; the value stands in no text of the file. */
static const char *take_attribute(struct page *page, const char *at)
{
    const char *name = take_name(&at), *value = "";
    if (!*name) {
        fault(page->file, "no attribute: %.40s", at);
        return at + strlen(at);
    }
    at += strspn(at, " \t\r\n");
    if (*at == '=') {
        size_t from = page->file->length;
        at += 1 + strspn(at + 1, " \t\r\n");
        char quote = *at;
        if (quote != '"' && quote != '\'')
            fault(page->file, "a value without quotes: %.40s", at);
        for (at += *at != '\0'; *at && *at != quote;)
            at = take_character(page->file, at);
        size_t length = page->file->length - from;
        value = memcpy(keep(length + 1), page->file->texts + from, length);
        at += *at == quote;
        end_text(page->file);
    }
    check_attribute(page->file, name, value);
    if (strcmp(name, "id") == 0)
        add_cell(&page->ids, value);
    return at;
}

static const char *take_tag(struct page *page, const char *at)
{
    struct opened *file = page->file;
    bool closes = at[1] == '/', closed = false;
    at += closes ? 2 : 1;
    const char *name = take_name(&at);
    if (closes) {
        if (!page->depth || strcmp(page->stack[page->depth - 1], name) != 0)
            fault(file, "</%s> closes something else", name);
        page->depth -= page->depth > 0;
    }
    if (!*name)
        fault(file, "no tag: %.40s", at);
    check_element(file, name);
    while (*at && *at != '>' && !closed) {
        at += strspn(at, " \t\r\n");
        closed = strncmp(at, "/>", 2) == 0;
        if (*at && *at != '>' && !closed)
            at = take_attribute(page, at);
    }
    at += closed;
    if (!closes && !closed && !is_one_of(name, " meta br hr col ") && page->depth < DEEPEST)
        page->stack[page->depth++] = name;
    return at + (*at == '>');
}

static const char *take_style(struct opened *file, const char *at)
{
    const char *end = strstr(at, "</style>");
    if (!end)
        return at + strlen(at);
    const char *style = keep_format("%.*s", (int)(end - at), at);
    if (strchr(style, '<') || strstr(style, "url(") || strstr(style, "@import"))
        fault(file, "the style loads something");
    return end;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void open_html(struct opened *file, char *text)
{
    struct page page = {.file = file};
    const char *at = text;
    if (strncmp(at, "<!DOCTYPE html>", 15) != 0 && strncmp(at, "<!doctype html>", 15) != 0)
        fault(file, "no document type");
    else
        at += 15;
    if (!strstr(text,
                "http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;") &&
        !strstr(text, "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"))
        fault(file, "no policy that forbids loading");
    while (*at) {
        if (*at == '<') {
            at = take_tag(&page, at);
            if (page.depth && strcmp(page.stack[page.depth - 1], "style") == 0)
                at = take_style(file, at);
            end_text(file);
        } else {
            at = take_character(file, at);
        }
    }
    if (page.depth)
        fault(file, "<%s> is left open", page.stack[page.depth - 1]);
    if (page.ids.count)
        qsort(page.ids.items, page.ids.count, sizeof *page.ids.items, compare_texts);
    for (size_t i = 1; i < page.ids.count; i++)
        if (strcmp(page.ids.items[i - 1], page.ids.items[i]) == 0)
            fault(file, "the id %s twice", page.ids.items[i]);
}

/* --- XML --------------------------------------------------------------------------------------- */

static void on_start(void *user, const char *name, const char **attributes)
{
    struct opened *file = user;
    check_element(file, name);
    if (strcmp(name, "f") == 0 || strcmp(name, "ddeLink") == 0 || strcmp(name, "hyperlink") == 0)
        fault(file, "a formula or a link");
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], "TargetMode") == 0)
            fault(file, "a part elsewhere: %s", attributes[1]);
        else
            check_attribute(file, attributes[0], attributes[1]);
}

static void on_text(void *user, const char *bytes, int length)
{
    add_bytes(user, bytes, (size_t)length);
}

static void on_end(void *user, const char *name)
{
    (void)name;
    end_text(user);
}

static void open_xml(struct opened *file, const char *part, const char *bytes, size_t size)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    XML_SetUserData(parser, file);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    if (XML_Parse(parser, bytes, (int)size, 1) != XML_STATUS_OK)
        fault(file, "%s%s in line %lu", part, XML_ErrorString(XML_GetErrorCode(parser)),
              XML_GetCurrentLineNumber(parser));
    XML_ParserFree(parser);
}

static void open_xlsx(struct opened *file)
{
    unzFile package = unzOpen(file->path);
    unz_file_info about;
    char name[256];
    int at = package ? unzGoToFirstFile(package) : UNZ_BADZIPFILE;
    if (at != UNZ_OK)
        fault(file, "no package");
    for (; at == UNZ_OK; at = unzGoToNextFile(package)) {
        unzGetCurrentFileInfo(package, &about, name, sizeof name, NULL, 0, NULL, 0);
        char *bytes = keep(about.uncompressed_size + 1);
        unzOpenCurrentFile(package);
        if (unzReadCurrentFile(package, bytes, (unsigned)about.uncompressed_size) !=
                (int)about.uncompressed_size ||
            unzCloseCurrentFile(package) != UNZ_OK)
            fault(file, "%s cannot be unpacked", name);
        else if (strstr(name, ".bin") || strstr(name, "externalLink"))
            fault(file, "a part that is no sheet: %s", name);
        else if (!strstr(name, ".png"))
            open_xml(file, keep_format("%s: ", name), bytes, about.uncompressed_size);
    }
    if (package)
        unzClose(package);
}

/* --- what is in them --------------------------------------------------------------------------- */

/*
 * As both sides are compared: what steers a page is a blank there, blanks are one; in a table the
 * apostrophes of the guard do not count, in a workbook `_x005F_` is an underscore.
 */
static const char *comparable(const char *text, const char *ending)
{
    char *out = keep(strlen(text) + 2), *start = out;
    unsigned long code;
    for (size_t size; *text; text += size) {
        size = character(text, &code);
        size = size ? size : 1;
        bool steers = code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x200E ||
                      code == 0x200F || code == 0x61C || (code >= 0x2028 && code <= 0x202E) ||
                      (code >= 0x2066 && code <= 0x2069) || (code & 0xFFFE) == 0xFFFE ||
                      (code >= 0xFDD0 && code <= 0xFDEF);
        if (code == '\'' && strcmp(ending, ".csv") == 0)
            continue;
        if (strcmp(ending, ".xlsx") == 0 && strncmp(text, "_x005F_", 7) == 0)
            size = 7;
        if (steers && code != '\n' && (out == start || out[-1] == ' '))
            continue;
        *out = steers ? ' ' : *text;
        memcpy(out, size == 7 ? "_" : steers ? " " : text, size == 7 || steers ? 1 : size);
        out += size == 7 || steers ? 1 : size;
    }
    if (out > start && out[-1] == ' ')
        out--;
    *out = '\0';
    return start;
}

static const char *ending_of(const char *path)
{
    const char *point = strrchr(path, '.');
    return point ? point : "";
}

static void look_for(struct opened *file, const char *names)
{
    size_t size;
    const char *ending = ending_of(file->path);
    char *at = read_file(names, &size);
    const char *texts = comparable(file->texts ? file->texts : "", ending);
    for (char *line = at ? strtok(at, "\n") : NULL; line; line = strtok(NULL, "\n"))
        if (!strstr(texts, comparable(line, ending)))
            fault(file, "nowhere: %.60s", line);
}

static struct opened open_one(const char *path)
{
    static const struct {
        const char *ending;
        void (*open)(struct opened *, char *);
    } kinds[] = {{".csv", open_csv}, {".json", open_json}, {".html", open_html}};
    struct opened file = {.path = path};
    size_t size;
    char *bytes = read_file(path, &size);
    const char *ending = ending_of(path);
    if (!size)
        fault(&file, "empty, or not there");
    else if (strcmp(ending, ".xlsx") == 0)
        open_xlsx(&file);
    else if (strcmp(ending, ".svg") == 0)
        open_xml(&file, "", bytes, size);
    for (size_t i = 0; size && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(ending, kinds[i].ending) == 0) {
            check_utf8(&file, bytes, size);
            kinds[i].open(&file, bytes);
        }
    return file;
}

int main(int count, char **arguments)
{
    bool with_names = count > 3 && strcmp(arguments[1], "--texts") == 0;
    unsigned long files = 0, texts = 0, faults = 0;
    for (int i = with_names ? 3 : 1; i < count; i++, files++) {
        struct opened file = open_one(arguments[i]);
        if (with_names)
            look_for(&file, arguments[2]);
        texts += file.count;
        faults += file.faults;
        forget_all();
    }
    printf("%lu files, %lu texts, %lu faults\n", files, texts, faults);
    return faults > 0;
}
