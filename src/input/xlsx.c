/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx.h"

#include <expat.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/xlsx_sheet.h"

#define TYPES_PART "[Content_Types].xml"
#define ROOT_RELATIONS "_rels/.rels"
#define SHEETS 1000
#define RELATIONS 10000
#define PART_NAME_BYTES 200
#define SHEET_NAME_CHARACTERS 255 /* Excel allows 31, others more */

/* One line of a .rels part: what another part calls it, and where it is. */
struct relation {
    const char *id, *kind, *part; /* kind: the last word of its type; part: its name in the zip */
};

struct relations {
    struct arena *arena;
    const char *folder; /* that targets are relative to, with its `/`; "" for the root */
    struct relation *items;
    size_t count, capacity;
};

struct sheet_entry {
    const char *name, *id, *part;
};

struct reader {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    struct package *package;
    struct arena *scratch;
    bool macros;         /* found in the content types */
    bool other_document; /* the package's document is none of a workbook */
    bool in_sheets, from_1904;
    struct relations relations; /* of the workbook */
    struct sheet_entry *sheets; /* the visible ones */
    size_t count, capacity, all_sheets;
};

/* --- what can be wrong -------------------------------------------------------------------------*/
static void report_not_a_workbook(const struct reader *reader)
{
    diagnostics_report(reader->diagnostics, reader->file->problem,
                       (struct location){.file = reader->file->name},
                       "filen er ikke en Excel-projektmappe af typen .xlsx · åbn den i Excel, og "
                       "gem den som »Excel-projektmappe (.xlsx)«",
                       "the file is not an Excel workbook of the type .xlsx · open it in Excel, "
                       "and save it as »Excel Workbook (.xlsx)«");
}

static void report_protected(const struct reader *reader)
{
    diagnostics_report(reader->diagnostics, reader->file->problem,
                       (struct location){.file = reader->file->name},
                       "filen er beskyttet med adgangskode eller gemt i det gamle format .xls · "
                       "gem den som .xlsx uden adgangskode",
                       "the file is protected with a password or saved in the old format .xls · "
                       "save it as .xlsx without a password");
}

static void report_macros(const struct reader *reader)
{
    diagnostics_report(reader->diagnostics, reader->file->problem,
                       (struct location){.file = reader->file->name},
                       "projektmappen indeholder makroer · gem den som .xlsx, der er uden makroer",
                       "the workbook contains macros · save it as .xlsx, which has none");
}

/* `what`: the part that is at fault; the whole archive where it cannot be taken apart. */
static void report_fault(const struct reader *reader, enum package_fault fault, struct location at,
                         const char *what)
{
    if (fault == PACKAGE_ENCRYPTED)
        report_protected(reader);
    else if (fault == PACKAGE_TOO_LARGE)
        diagnostics_report(reader->diagnostics, reader->file->problem, at,
                           "projektmappen er for stor at pakke ud (%s) · behold kun de ark og "
                           "rækker, der skal bruges, eller del den op i flere filer",
                           "the workbook is too large to unzip (%s) · keep only the sheets and "
                           "rows that are needed, or split it into several files",
                           what);
    else if (fault == PACKAGE_DAMAGED)
        diagnostics_report(reader->diagnostics, reader->file->problem, at,
                           "projektmappen er beskadiget eller usædvanlig (%s) · hent den igen, "
                           "eller åbn den i Excel, og gem den som ny .xlsx",
                           "the workbook is damaged or unusual (%s) · fetch it again, or open it "
                           "in Excel, and save it as a new .xlsx",
                           what);
}

static bool part_is_sound(const struct reader *reader, enum package_fault fault, const char *part)
{
    report_fault(reader, fault, (struct location){.file = reader->file->name}, part);
    return fault == PACKAGE_SOUND;
}

/* --- relations ---------------------------------------------------------------------------------*/
static const char *last_word(const char *type)
{
    const char *slash = strrchr(type, '/');
    return slash ? slash + 1 : type;
}

/* Messages name parts, so a part's name is one short line. */
static bool names_a_part(const char *target)
{
    size_t length = 0;
    while (target[length] && (unsigned char)target[length] >= 0x20 && target[length] != 0x7F)
        length++;
    return length && length <= PART_NAME_BYTES && !target[length];
}

/* Parts are found by their exact name: `..` finds none. */
static enum package_fault take_relation(void *context, unsigned depth, const char *name,
                                        const char *const *attributes)
{
    struct relations *relations = context;
    if (depth == 1)
        return strcmp(name, "Relationships") == 0 ? PACKAGE_SOUND : PACKAGE_DAMAGED;
    const char *mode = xml_attribute(attributes, "TargetMode");
    if (depth != 2 || strcmp(name, "Relationship") != 0 || (mode && strcmp(mode, "External") == 0))
        return PACKAGE_SOUND;
    const char *id = xml_attribute(attributes, "Id");
    const char *type = xml_attribute(attributes, "Type");
    const char *target = xml_attribute(attributes, "Target");
    if (!id || !type || !target || !names_a_part(target))
        return PACKAGE_DAMAGED;
    if (relations->count >= RELATIONS)
        return PACKAGE_TOO_LARGE;
    relations->items = arena_grow(relations->arena, relations->items, relations->count,
                                  &relations->capacity, sizeof *relations->items);
    const char *folder = target[0] == '/' ? "" : relations->folder;
    relations->items[relations->count++] = (struct relation){
        arena_copy(relations->arena, id), arena_copy(relations->arena, last_word(type)),
        arena_printf(relations->arena, "%s%s", folder, target + (target[0] == '/'))};
    return PACKAGE_SOUND;
}

static enum package_fault read_relations(struct package *package, const char *part,
                                         struct relations *relations)
{
    static const struct xml_handlers handlers = {take_relation, NULL, NULL};
    return xml_part_read(package, part, &handlers, relations);
}

static const char *part_of_kind(const struct relations *relations, const char *kind)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].kind, kind) == 0)
            return relations->items[i].part;
    return NULL;
}

static const struct relation *relation_of(const struct relations *relations, const char *id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].id, id) == 0)
            return &relations->items[i];
    return NULL;
}

/* --- the package -------------------------------------------------------------------------------*/
static enum package_fault take_type(void *context, unsigned depth, const char *name,
                                    const char *const *attributes)
{
    struct reader *reader = context;
    const char *type = xml_attribute(attributes, "ContentType");
    (void)depth;
    (void)name;
    if (type && strstr(type, "macroEnabled"))
        reader->macros = true;
    return PACKAGE_SOUND;
}

/* The part that is the workbook; NULL, and reported, where the package is something else. */
static const char *find_workbook(struct reader *reader)
{
    static const struct xml_handlers handlers = {take_type, NULL, NULL};
    struct package *package = reader->package;
    struct relations relations = {.arena = reader->scratch, .folder = ""};
    if (!package_has(package, TYPES_PART) || !package_has(package, ROOT_RELATIONS)) {
        report_not_a_workbook(reader);
        return NULL;
    }
    if (!part_is_sound(reader, xml_part_read(package, TYPES_PART, &handlers, reader), TYPES_PART) ||
        !part_is_sound(reader, read_relations(package, ROOT_RELATIONS, &relations), ROOT_RELATIONS))
        return NULL;
    const char *part = part_of_kind(&relations, "officeDocument");
    size_t length = part ? strlen(part) : 0;
    if (length < 4 || strcmp(part + length - 4, ".xml") != 0) { /* .xlsb has a workbook.bin */
        report_not_a_workbook(reader);
        return NULL;
    }
    if (reader->macros || package_has_ending(package, "vbaProject.bin")) {
        report_macros(reader);
        return NULL;
    }
    return part;
}

/* --- the workbook ------------------------------------------------------------------------------*/
static void remark_hidden(struct reader *reader, const char *name)
{
    diagnostics_report(
        reader->diagnostics, PROBLEM_REMARK, (struct location){.file = reader->file->name},
        "arket »%s« er skjult og læses ikke · vis det i Excel, hvis det skal med",
        "the sheet »%s« is hidden and is not read · show it in Excel if it is wanted", name);
}

static enum package_fault take_sheet(struct reader *reader, const char *const *attributes)
{
    const char *state = xml_attribute(attributes, "state");
    const char *id = xml_prefixed(attributes, "id");
    const char *name = xml_attribute(attributes, "name");
    struct xlsx_text text = {.arena = reader->scratch, .taking = true};
    if (!id || !name)
        return PACKAGE_DAMAGED;
    if (++reader->all_sheets > SHEETS)
        return PACKAGE_TOO_LARGE;
    if (xlsx_text_take(&text, name, strlen(name)) ||
        xlsx_text_clean(reader->diagnostics->arena, &text, &name) ||
        text_characters(name, strlen(name)) > SHEET_NAME_CHARACTERS)
        return PACKAGE_DAMAGED;
    if (state && strcmp(state, "visible") != 0) {
        remark_hidden(reader, name);
        return PACKAGE_SOUND;
    }
    reader->sheets = arena_grow(reader->scratch, reader->sheets, reader->count, &reader->capacity,
                                sizeof *reader->sheets);
    reader->sheets[reader->count++] =
        (struct sheet_entry){name, arena_copy(reader->scratch, id), NULL};
    return PACKAGE_SOUND;
}

static enum package_fault take_book(void *context, unsigned depth, const char *name,
                                    const char *const *attributes)
{
    struct reader *reader = context;
    if (depth == 1) {
        reader->other_document = strcmp(name, "workbook") != 0;
        return reader->other_document ? PACKAGE_DAMAGED : PACKAGE_SOUND;
    }
    if (depth == 2) {
        reader->in_sheets = strcmp(name, "sheets") == 0;
        if (strcmp(name, "workbookPr") == 0)
            reader->from_1904 = xml_true(xml_attribute(attributes, "date1904"));
    }
    if (depth == 3 && reader->in_sheets && strcmp(name, "sheet") == 0)
        return take_sheet(reader, attributes);
    return PACKAGE_SOUND;
}

/* Gives the sheets their parts, and leaves out charts and dialogs. */
static enum package_fault find_sheets(struct reader *reader)
{
    size_t kept = 0;
    for (size_t i = 0; i < reader->count; i++) {
        struct sheet_entry sheet = reader->sheets[i];
        const struct relation *relation = relation_of(&reader->relations, sheet.id);
        if (!relation)
            return PACKAGE_DAMAGED;
        if (strcmp(relation->kind, "worksheet") != 0)
            continue;
        sheet.part = relation->part;
        for (size_t j = 0; j < kept; j++) /* read once, a part cannot cost more than it weighs */
            if (strcmp(reader->sheets[j].part, sheet.part) == 0)
                return PACKAGE_DAMAGED;
        reader->sheets[kept++] = sheet;
    }
    reader->count = kept;
    return PACKAGE_SOUND;
}

static bool read_book(struct reader *reader, const char *part)
{
    static const struct xml_handlers handlers = {take_book, NULL, NULL};
    const char *name = last_word(part);
    const char *folder = arena_text(reader->scratch, part, (size_t)(name - part));
    const char *relations = arena_printf(reader->scratch, "%s_rels/%s.rels", folder, name);
    enum package_fault fault = xml_part_read(reader->package, part, &handlers, reader);
    if (reader->other_document) {
        report_not_a_workbook(reader);
        return false;
    }
    if (!part_is_sound(reader, fault, part))
        return false;
    reader->relations = (struct relations){.arena = reader->scratch, .folder = folder};
    fault = read_relations(reader->package, relations, &reader->relations);
    if (!fault)
        fault = find_sheets(reader);
    if (!part_is_sound(reader, fault, relations))
        return false;
    if (!reader->count)
        diagnostics_report(reader->diagnostics, reader->file->problem,
                           (struct location){.file = reader->file->name},
                           "projektmappen har intet synligt regneark · vis det ark, der skal "
                           "læses, og gem igen",
                           "the workbook has no visible worksheet · show the sheet that is to be "
                           "read, and save again");
    return reader->count > 0;
}

/* --- the sheets --------------------------------------------------------------------------------*/
static bool read_lists(struct reader *reader, struct xlsx_book *book)
{
    const char *strings = part_of_kind(&reader->relations, "sharedStrings");
    const char *styles = part_of_kind(&reader->relations, "styles");
    return (!strings || part_is_sound(reader,
                                      xlsx_strings_read(reader->package, strings,
                                                        reader->diagnostics->arena, &book->strings),
                                      strings)) &&
           (!styles ||
            part_is_sound(reader,
                          xlsx_styles_read(reader->package, styles, reader->scratch, &book->styles),
                          styles));
}

static bool read_sheet(struct reader *reader, struct xlsx_book *book, size_t index,
                       struct grid *grid)
{
    const struct sheet_entry *sheet = &reader->sheets[index];
    const char *place = reader->file->name;
    if (reader->count > 1)
        place = arena_printf(reader->diagnostics->arena, "%s [%s]", place, sheet->name);
    struct location at = {.file = place};
    book->scratch = arena_new();
    grid->name = sheet->name;
    enum package_fault fault = xlsx_sheet_read(reader->package, sheet->part, book, grid, &at);
    report_fault(reader, fault, at, sheet->part);
    arena_free(book->scratch);
    return fault == PACKAGE_SOUND;
}

static bool read_sheets(struct reader *reader, struct workbook *workbook)
{
    struct arena *arena = reader->diagnostics->arena;
    struct xlsx_book book = {.diagnostics = reader->diagnostics,
                             .problem = reader->file->problem,
                             .from_1904 = reader->from_1904};
    bool sound = read_lists(reader, &book);
    struct grid *grids = arena_alloc(arena, reader->count, sizeof *grids);
    for (size_t i = 0; sound && i < reader->count; i++)
        sound = read_sheet(reader, &book, i, &grids[i]);
    if (book.formulas > XLSX_FORMULAS)
        diagnostics_report(reader->diagnostics, reader->file->problem,
                           (struct location){.file = reader->file->name},
                           "der er flere formler end de %d nævnte (%zu i alt) · kopiér arket, og "
                           "indsæt det som værdier",
                           "there are more formulas than the %d named (%zu in all) · copy the "
                           "sheet, and paste it as values",
                           XLSX_FORMULAS, book.formulas);
    if (sound && !book.formulas)
        *workbook = (struct workbook){grids, reader->count};
    return sound && !book.formulas;
}

static bool begins_with(const char *bytes, size_t length, const char *start)
{
    return length >= 4 && memcmp(bytes, start, 4) == 0;
}

static bool is_archive(const char *bytes, size_t length)
{
    return begins_with(bytes, length, "PK\3\4");
}

/* An OLE file: the old .xls, or an encrypted .xlsx wrapped in one. */
static bool is_wrapped(const char *bytes, size_t length)
{
    return begins_with(bytes, length, "\xD0\xCF\x11\xE0");
}

bool xlsx_recognised(const char *bytes, size_t length)
{
    return is_archive(bytes, length) || is_wrapped(bytes, length);
}

bool xlsx_read(struct diagnostics *diagnostics, const struct input_file *file, const char *bytes,
               size_t length, struct workbook *workbook)
{
    struct reader reader = {.diagnostics = diagnostics, .file = file};
    *workbook = (struct workbook){0};
    if (is_wrapped(bytes, length)) {
        report_protected(&reader);
        return false;
    }
    if (!is_archive(bytes, length)) {
        report_not_a_workbook(&reader);
        return false;
    }
    reader.scratch = arena_new();
    enum package_fault fault = package_open(reader.scratch, bytes, length, &reader.package);
    bool sound = part_is_sound(&reader, fault, "zip");
    const char *part = sound ? find_workbook(&reader) : NULL;
    sound = part && read_book(&reader, part) && read_sheets(&reader, workbook);
    package_close(reader.package);
    arena_free(reader.scratch);
    return sound;
}

const char *xlsx_library(void)
{
    return XML_ExpatVersion() + strlen("expat_"); /* expat_2.5.0 */
}
