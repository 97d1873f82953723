/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes, as an archive or (after a digit that says which) as one part of a sound one:
 * a workbook is sound exactly where nothing is reported; its rows and cells stay within the limits;
 * each cell is where it says, and has what its kind promises.
 */
#include "pejling/input/xlsx.h"

#undef NDEBUG
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "../support/xlsx_build.h"
#include "pejling/base/number.h"
#include "pejling/base/text.h"
#include "pejling/input/xlsx_sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define BEFORE "<worksheet " XLSX_MAIN "><sheetData>"

static const char *const parts[] = {XLSX_SHEET, XLSX_SHEET,     XLSX_STRINGS_PART, XLSX_STYLES_PART,
                                    XLSX_BOOK,  XLSX_RELATIONS, XLSX_ROOT,         XLSX_TYPES};

/* A sound workbook with one part replaced; part 0 is the rows alone, without what is around. */
static struct xlsx_bytes wrap(struct arena *arena, unsigned part, const char *bytes, size_t length)
{
    struct xlsx_build build = xlsx_build_new(arena);
    build.stored = true;
    xlsx_build_strings(&build, "<si><t>delt</t></si><si><t/></si>");
    xlsx_build_styles(&build, "", "<xf/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/>");
    xlsx_build_sheet(&build, XLSX_SHEET,
                     "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>0.5</v></c></row>", "");
    char *copy = arena_text(arena, bytes, length);
    for (size_t i = 0; i < length; i++)
        if (!copy[i])
            copy[i] = ' ';
    if (part == 0)
        copy = arena_printf(arena, BEFORE "%s</sheetData></worksheet>", copy);
    xlsx_build_part(&build, parts[part], copy);
    return xlsx_build_bytes(&build);
}

static void check_text(const char *text)
{
    size_t length = strlen(text);
    assert(text_utf8_length(text, length) == length);
    assert(text_characters(text, length) <= XLSX_TEXT_CHARACTERS);
    for (size_t i = 0; i < length; i++)
        assert((unsigned char)text[i] >= 0x20 && text[i] != 0x7F);
    assert(!length || (text[0] != ' ' && text[length - 1] != ' '));
}

static void check_cell(const struct grid_cell *cell)
{
    char text[NUMBER_TEXT];
    check_text(cell->text);
    assert((cell->kind == CELL_BLANK) == (cell->text[0] == '\0'));
    if (cell->kind == CELL_NUMBER) {
        assert(isfinite(cell->number));
        assert(strcmp(cell->text, number_exact(text, cell->number, ',')) == 0);
    }
    if (cell->kind == CELL_DATE)
        assert(strlen(cell->text) == 10 && cell->text[4] == '-' && cell->text[7] == '-');
}

static void check_grid(const struct grid *grid, size_t sheets)
{
    check_text(grid->name);
    assert(grid->count <= XLSX_ROWS);
    for (size_t i = 0; i < grid->count; i++) {
        const struct grid_row *row = &grid->rows[i];
        assert(row->count <= XLSX_COLUMNS);
        for (size_t j = 0; j < row->count; j++) {
            const struct grid_cell *cell = &row->cells[j];
            check_cell(cell);
            assert(cell->at.line == i + 1 && cell->at.column == j + 1);
            assert(strncmp(cell->at.file, "plan/tal.xlsx", 13) == 0);
            assert((cell->at.file[13] == '\0') == (sheets == 1));
        }
    }
}

static void check_diagnostics(const struct diagnostics *diagnostics)
{
    assert(diagnostics->of_kind[PROBLEM_SERIES] + diagnostics->of_kind[PROBLEM_REMARK] ==
           diagnostics->count);
    assert(diagnostics->count <= XLSX_FORMULAS + 2);
    for (size_t i = 0; i < diagnostics->count; i++) {
        check_text(diagnostics->items[i].text);
        check_text(diagnostics->items[i].at.file);
        assert(strstr(diagnostics->items[i].text, " · "));
        assert(diagnostics->items[i].at.line <= XLSX_ROWS);
        assert(diagnostics->items[i].at.column <= XLSX_COLUMNS);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct input_file file = {"tal.xlsx", "plan/tal.xlsx", PROBLEM_SERIES};
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    struct workbook workbook;
    struct xlsx_bytes archive;
    if (length && bytes[0] >= '0' && bytes[0] <= '7')
        archive = wrap(arena, bytes[0] - '0', (const char *)bytes + 1, length - 1);
    else
        archive = (struct xlsx_bytes){arena_text(arena, (const char *)bytes, length), length};
    bool sound = xlsx_read(&diagnostics, &file, archive.bytes, archive.length, &workbook);
    assert(sound ==
           (diagnostics.count == diagnostics.of_kind[PROBLEM_REMARK])); /* of hidden sheets */
    assert(sound == (workbook.count > 0));
    assert(sound == false || xlsx_recognised(archive.bytes, archive.length));
    for (size_t i = 0; i < workbook.count; i++)
        check_grid(&workbook.sheets[i], workbook.count);
    check_diagnostics(&diagnostics);
    arena_free(arena);
    return 0;
}
