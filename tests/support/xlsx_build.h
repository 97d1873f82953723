/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks for tests: a zip archive in memory, made of parts that a test writes or replaces.
 *
 *     struct xlsx_build build = xlsx_build_new(arena);        one visible sheet »Ark1«, empty
 *     xlsx_build_rows(&build, XLSX_SHEET, "navn;tal\nNord;2,5\n");
 *     struct xlsx_bytes file = xlsx_build_bytes(&build);      what xlsx_read takes
 *
 * xlsx_build_sheet writes a worksheet from the XML of its rows; xlsx_build_part writes any part;
 * xlsx_build_book lists other sheets than the one.
 */
#ifndef PEJLING_TESTS_XLSX_BUILD_H
#define PEJLING_TESTS_XLSX_BUILD_H

#include <minizip/ioapi.h>
#include <minizip/zip.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/arena.h"

#define XLSX_PARTS 24
#define XLSX_TYPES "[Content_Types].xml"
#define XLSX_ROOT "_rels/.rels"
#define XLSX_BOOK "xl/workbook.xml"
#define XLSX_RELATIONS "xl/_rels/workbook.xml.rels"
#define XLSX_SHEET "xl/worksheets/sheet1.xml"
#define XLSX_STRINGS_PART "xl/sharedStrings.xml"
#define XLSX_STYLES_PART "xl/styles.xml"

#define XLSX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define XLSX_MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define XLSX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XLSX_RELATIONS_OPEN                                                                        \
    XLSX_HEAD "<Relationships "                                                                    \
              "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define XLSX_RELATION(id, kind, target)                                                            \
    "<Relationship Id=\"" id "\" Type=\"" XLSX_OFFICE "/" kind "\" Target=\"" target "\"/>"

struct xlsx_bytes {
    char *bytes;
    size_t length;
};

struct xlsx_part {
    const char *name, *bytes;
    size_t length;
};

struct xlsx_build {
    struct arena *arena;
    struct xlsx_part parts[XLSX_PARTS];
    size_t count;
    bool stored; /* not compressed */
};

/* --- a file in memory, as minizip writes it ----------------------------------------------------*/
struct xlsx_memory {
    struct arena *arena;
    char *bytes;
    size_t length, room, at;
};

static inline voidpf xlsx_open(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static inline uLong xlsx_read_nothing(voidpf opaque, voidpf stream, void *bytes, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)bytes;
    (void)size;
    return 0;
}

static inline uLong xlsx_write(voidpf opaque, voidpf stream, const void *bytes, uLong size)
{
    struct xlsx_memory *memory = stream;
    (void)opaque;
    if (memory->at + size > memory->room) {
        memory->room = 2 * (memory->at + size);
        char *larger = arena_alloc(memory->arena, memory->room, 1);
        if (memory->length)
            memcpy(larger, memory->bytes, memory->length);
        memory->bytes = larger;
    }
    memcpy(memory->bytes + memory->at, bytes, size);
    memory->at += size;
    if (memory->at > memory->length)
        memory->length = memory->at;
    return size;
}

static inline ZPOS64_T xlsx_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct xlsx_memory *)stream)->at;
}

static inline long xlsx_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    struct xlsx_memory *memory = stream;
    (void)opaque;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        offset += memory->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        offset += memory->length;
    memory->at = (size_t)offset;
    return 0;
}

static inline int xlsx_nothing(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* xlsx_zip(arena, parts, count, stored): an archive of these parts, in this order. */
static inline struct xlsx_bytes xlsx_zip(struct arena *arena, const struct xlsx_part *parts,
                                         size_t count, bool stored)
{
    struct xlsx_memory memory = {.arena = arena};
    zlib_filefunc64_def functions = {xlsx_open, xlsx_read_nothing, xlsx_write,   xlsx_tell,
                                     xlsx_seek, xlsx_nothing,      xlsx_nothing, &memory};
    zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
    for (size_t i = 0; i < count; i++) {
        zipOpenNewFileInZip(zip, parts[i].name, NULL, NULL, 0, NULL, 0, NULL,
                            stored ? 0 : Z_DEFLATED, 6);
        zipWriteInFileInZip(zip, parts[i].bytes, (unsigned)parts[i].length);
        zipCloseFileInZip(zip);
    }
    zipClose(zip, NULL);
    return (struct xlsx_bytes){arena_text(arena, memory.bytes, memory.length), memory.length};
}

/* --- workbooks ---------------------------------------------------------------------------------*/
/* xlsx_build_part(build, name, xml): adds the part, or replaces it; NULL takes it away. */
static inline void xlsx_build_part(struct xlsx_build *build, const char *name, const char *xml)
{
    size_t i = 0;
    while (i < build->count && strcmp(build->parts[i].name, name) != 0)
        i++;
    if (!xml) {
        if (i < build->count)
            build->parts[i] = build->parts[--build->count];
        return;
    }
    if (i == build->count && build->count++ == XLSX_PARTS)
        abort();
    build->parts[i] = (struct xlsx_part){name, xml, strlen(xml)};
}

/*
 * xlsx_build_book(build, properties, sheets, relations): the workbook's properties (or ""), its
 * list of `<sheet>`, and the relations they need.
 */
static inline void xlsx_build_book(struct xlsx_build *build, const char *properties,
                                   const char *sheets, const char *relations)
{
    xlsx_build_part(build, XLSX_BOOK,
                    arena_printf(build->arena,
                                 XLSX_HEAD "<workbook " XLSX_MAIN " xmlns:r=\"" XLSX_OFFICE "\">%s"
                                           "<sheets>%s</sheets></workbook>",
                                 properties, sheets));
    xlsx_build_part(
        build, XLSX_RELATIONS,
        arena_printf(build->arena, XLSX_RELATIONS_OPEN "%s</Relationships>", relations));
}

/* xlsx_build_sheet(build, part, rows, after): a worksheet of these `<row>`s; `after` or "". */
static inline void xlsx_build_sheet(struct xlsx_build *build, const char *part, const char *rows,
                                    const char *after)
{
    xlsx_build_part(build, part,
                    arena_printf(build->arena,
                                 XLSX_HEAD "<worksheet " XLSX_MAIN
                                           "><sheetData>%s</sheetData>%s</worksheet>",
                                 rows, after));
}

/* xlsx_build_strings(build, items): the shared strings, `<si>` by `<si>`. */
static inline void xlsx_build_strings(struct xlsx_build *build, const char *items)
{
    xlsx_build_part(build, XLSX_STRINGS_PART,
                    arena_printf(build->arena, XLSX_HEAD "<sst " XLSX_MAIN ">%s</sst>", items));
}

/* xlsx_build_styles(build, formats, cells): the `<numFmt>`s, and the `<xf>`s of cells. */
static inline void xlsx_build_styles(struct xlsx_build *build, const char *formats,
                                     const char *cells)
{
    xlsx_build_part(build, XLSX_STYLES_PART,
                    arena_printf(build->arena,
                                 XLSX_HEAD "<styleSheet " XLSX_MAIN "><numFmts>%s</numFmts>"
                                           "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                                           "<cellXfs>%s</cellXfs></styleSheet>",
                                 formats, cells));
}

/* xlsx_build_new(arena): a workbook of one empty sheet »Ark1«, with strings and styles. */
static inline struct xlsx_build xlsx_build_new(struct arena *arena)
{
    struct xlsx_build build = {.arena = arena};
    xlsx_build_part(&build, XLSX_TYPES,
                    XLSX_HEAD
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    xlsx_build_part(&build, XLSX_ROOT,
                    XLSX_RELATIONS_OPEN XLSX_RELATION("rId1", "officeDocument",
                                                      "xl/workbook.xml") "</Relationships>");
    xlsx_build_book(&build, "", "<sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/>",
                    XLSX_RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                        XLSX_RELATION("rId8", "styles", "styles.xml")
                            XLSX_RELATION("rId9", "sharedStrings", "sharedStrings.xml"));
    xlsx_build_strings(&build, "");
    xlsx_build_styles(&build, "", "<xf numFmtId=\"0\"/>");
    xlsx_build_sheet(&build, XLSX_SHEET, "", "");
    return build;
}

static inline const char *xlsx_escape(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_alloc(arena, 5 * length + 1, 1), *end = out;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '&' || text[i] == '<')
            end += sprintf(end, "%s", text[i] == '&' ? "&amp;" : "&lt;");
        else
            *end++ = text[i];
    return out;
}

/* `2,5` is a number, `=A1` a formula, anything else a text. */
static inline const char *xlsx_cell(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_text(arena, text, length);
    size_t sign = copy[0] == '-';
    bool number = length > sign && strspn(copy + sign, "0123456789,") == length - sign;
    if (!length)
        return "<c/>";
    if (copy[0] == '=')
        return arena_printf(arena, "<c><f>%s</f><v>1</v></c>",
                            xlsx_escape(arena, copy + 1, length - 1));
    if (!number)
        return arena_printf(arena, "<c t=\"inlineStr\"><is><t>%s</t></is></c>",
                            xlsx_escape(arena, copy, length));
    if (strchr(copy, ','))
        *strchr(copy, ',') = '.';
    return arena_printf(arena, "<c><v>%s</v></c>", copy);
}

/* xlsx_build_rows(build, part, rows): a worksheet from lines of fields with `;` between them. */
static inline void xlsx_build_rows(struct xlsx_build *build, const char *part, const char *rows)
{
    struct arena *arena = build->arena;
    const char *xml = "";
    for (const char *line = rows; *line; line += *line == '\n') {
        const char *cells = "";
        do {
            size_t length = strcspn(line, ";\n");
            cells = arena_printf(arena, "%s%s", cells, xlsx_cell(arena, line, length));
            line += length;
        } while (*line == ';' && line++);
        xml = arena_printf(arena, "%s<row>%s</row>", xml, cells);
    }
    xlsx_build_sheet(build, part, xml, "");
}

/* xlsx_build_bytes(build): the file, in the build's arena. */
static inline struct xlsx_bytes xlsx_build_bytes(const struct xlsx_build *build)
{
    return xlsx_zip(build->arena, build->parts, build->count, build->stored);
}

/* xlsx_build_save(build, path): writes the file; whether it could. */
static inline bool xlsx_build_save(const struct xlsx_build *build, const char *path)
{
    struct xlsx_bytes file = xlsx_build_bytes(build);
    FILE *stream = fopen(path, "wb");
    bool written = stream && fwrite(file.bytes, 1, file.length, stream) == file.length;
    return stream && fclose(stream) == 0 && written;
}

#endif
