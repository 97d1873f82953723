/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx.h"

#include "near.h"
#include "xlsx_build.h"

#include "pejling/input/xlsx_text.h"

#define SHEET1 "<sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/>"
#define WORKSHEET1 XLSX_RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
#define SHEET(number, attributes)                                                                  \
    "<sheet name=\"Ark" #number "\" sheetId=\"" #number "\" r:id=\"rId" #number "\" " attributes   \
    "/>"

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

/* The first that is no remark, and how many there are of them. */
static const struct diagnostic *first_problem(const struct diagnostics *diagnostics, size_t *count)
{
    const struct diagnostic *first = NULL;
    *count = 0;
    for (size_t i = 0; i < diagnostics->count; i++) {
        if (diagnostics->items[i].problem == PROBLEM_REMARK)
            continue;
        first = first ? first : &diagnostics->items[i];
        ++*count;
    }
    return first;
}

static bool read_bytes(struct diagnostics *diagnostics, const char *bytes, size_t length,
                       struct workbook *workbook)
{
    static const struct input_file file = {"tal.xlsx", "plan/tal.xlsx", PROBLEM_SERIES};
    diagnostics->count = 0;
    bool sound = xlsx_read(diagnostics, &file, bytes, length, workbook);
    size_t problems;
    first_problem(diagnostics, &problems);
    assert_int_equal(sound, problems == 0);
    if (!sound)
        assert_int_equal(workbook->count, 0);
    return sound;
}

static bool read_build(struct diagnostics *diagnostics, const struct xlsx_build *build,
                       struct workbook *workbook)
{
    struct xlsx_bytes file = xlsx_build_bytes(build);
    assert_true(xlsx_recognised(file.bytes, file.length));
    return read_bytes(diagnostics, file.bytes, file.length, workbook);
}

static void check_cell(const struct grid *grid, size_t row, size_t column, enum cell_kind kind,
                       const char *text)
{
    struct grid_cell cell = grid_cell(grid, row, column);
    assert_int_equal(cell.kind, kind);
    assert_string_equal(cell.text, text);
}

/* --- what is read ------------------------------------------------------------------------------*/
static void a_sheet_of_rows_is_read(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct workbook workbook;
    for (int stored = 0; stored < 2; stored++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        build.stored = stored;
        xlsx_build_rows(&build, XLSX_SHEET, "område;år;tal\nNord;2021;2,5\n\nSyd & <Øst>;;-7\n");
        assert_true(read_build(diagnostics, &build, &workbook));
        assert_int_equal(workbook.count, 1);
        const struct grid *grid = &workbook.sheets[0];
        assert_string_equal(grid->name, "Ark1");
        assert_int_equal(grid->count, 4);
        check_cell(grid, 0, 0, CELL_TEXT, "område");
        check_cell(grid, 1, 2, CELL_NUMBER, "2,5");
        check_cell(grid, 2, 0, CELL_BLANK, "");
        check_cell(grid, 3, 0, CELL_TEXT, "Syd & <Øst>");
        check_cell(grid, 3, 1, CELL_BLANK, "");
        check_cell(grid, 3, 2, CELL_NUMBER, "-7");
        assert_near(grid->rows[1].cells[2].number, 2.5, 0);
        assert_string_equal(grid->rows[1].cells[2].at.file, "plan/tal.xlsx");
        assert_int_equal(grid->rows[1].cells[2].at.line, 2);
        assert_int_equal(grid->rows[1].cells[2].at.column, 3);
    }
}

static void strings_styles_and_properties_are_found(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const char *const days[][2] = {{"", "2021-11-16"},
                                          {"<workbookPr date1904=\"0\"/>", "2021-11-16"},
                                          {"<workbookPr date1904=\"1\"/>", "2025-11-17"},
                                          {"<workbookPr date1904=\"true\"/>", "2025-11-17"}};
    for (size_t i = 0; i < 4; i++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        struct workbook workbook;
        xlsx_build_book(&build, days[i][0], SHEET1,
                        XLSX_RELATION("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
                            XLSX_RELATION("rId8", "styles", "styles.xml")
                                XLSX_RELATION("rId9", "sharedStrings", "sharedStrings.xml"));
        xlsx_build_strings(&build, "<si><t>Nord</t></si>");
        xlsx_build_styles(&build, "<numFmt numFmtId=\"170\" formatCode=\"0.0%\"/>",
                          "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/>");
        xlsx_build_sheet(&build, XLSX_SHEET,
                         "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>0.281</v></c>"
                         "<c s=\"2\"><v>44516</v></c></row>",
                         "");
        assert_true(read_build(diagnostics, &build, &workbook));
        check_cell(&workbook.sheets[0], 0, 0, CELL_TEXT, "Nord");
        check_cell(&workbook.sheets[0], 0, 1, CELL_NUMBER, "28,1");
        check_cell(&workbook.sheets[0], 0, 2, CELL_DATE, days[i][1]);
    }
}

/* A year alone is a text, as where it was typed; whether a cell shows a percentage is kept. */
static void cells_are_what_their_formats_show(void **state)
{
    static const struct {
        const char *code, *value; /* as in XML */
        enum cell_kind kind;
        const char *text;
        bool percent;
    } rows[] = {
        {"yyyy", "44516", CELL_TEXT, "2021", false},
        {"yy", "44516", CELL_TEXT, "2021", false},
        {"[$-406]yyyy;@", "42736", CELL_TEXT, "2017", false},
        {"yyyy", "42735.75", CELL_TEXT, "2016", false},
        {"yyyy", "-3", CELL_NUMBER, "-3", false},
        {"mmm yyyy", "44516", CELL_DATE, "2021-11-16", false},
        {"0", "44516", CELL_NUMBER, "44516", false},
        {"0.0%", "0.375", CELL_NUMBER, "37,5", true},
        {"0%", "0", CELL_NUMBER, "0", true},
        {"0.0&quot; %&quot;", "0.375", CELL_NUMBER, "0,375", false},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = diagnostics->arena;
        struct xlsx_build build = xlsx_build_new(arena);
        struct workbook workbook;
        xlsx_build_styles(
            &build,
            arena_printf(arena, "<numFmt numFmtId=\"170\" formatCode=\"%s\"/>", rows[i].code),
            "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>");
        xlsx_build_sheet(&build, XLSX_SHEET,
                         arena_printf(arena, "<row><c s=\"1\"><v>%s</v></c></row>", rows[i].value),
                         "");
        assert_true(read_build(diagnostics, &build, &workbook));
        check_cell(&workbook.sheets[0], 0, 0, rows[i].kind, rows[i].text);
        assert_int_equal(grid_cell(&workbook.sheets[0], 0, 0).percent, rows[i].percent);
    }
}

/* In the workbook's order, whatever the order of the relations; hidden ones and charts left out. */
static void the_visible_sheets_are_read_in_order(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    struct workbook workbook;
    xlsx_build_book(
        &build, "",
        SHEET(4, "state=\"visible\"") SHEET(2, "state=\"hidden\"") SHEET(3, "state=\"veryHidden\"")
            SHEET(5, "") "<sheet name=\"B &amp;&#10;C\" sheetId=\"9\" r:id=\"rId1\"/>",
        WORKSHEET1 XLSX_RELATION("rId2", "worksheet", "worksheets/none.xml")
            XLSX_RELATION("rId4", "worksheet", "other.xml")
                XLSX_RELATION("rId5", "chartsheet", "chartsheets/sheet1.xml") XLSX_RELATION(
                    "rId6", "externalLink",
                    "externalLinks/externalLink1.xml") "<Relationship Id=\"rId7\" "
                                                       "Type=\"hyperlink\" Target=\"http://a/\" "
                                                       "TargetMode=\"External\"/>");
    xlsx_build_rows(&build, "xl/other.xml", "fire\n");
    xlsx_build_rows(&build, XLSX_SHEET, "et;to\n");
    assert_true(read_build(diagnostics, &build, &workbook));
    assert_int_equal(workbook.count, 2);
    assert_string_equal(workbook.sheets[0].name, "Ark4");
    assert_string_equal(workbook.sheets[1].name, "B & C");
    check_cell(&workbook.sheets[0], 0, 0, CELL_TEXT, "fire");
    assert_string_equal(workbook.sheets[0].rows[0].cells[0].at.file, "plan/tal.xlsx [Ark4]");
    assert_string_equal(workbook.sheets[1].rows[0].cells[1].at.file, "plan/tal.xlsx [B & C]");
}

/* Somebody may have put there what is wanted, or hidden what was not to be seen. */
static void a_hidden_sheet_is_named_and_not_read(void **state)
{
    static const struct {
        const char *state, *remark; /* NULL: it is read */
    } rows[] = {
        {"state=\"hidden\"", "the sheet »Bag & om« is hidden and is not read"},
        {"state=\"veryHidden\"", "the sheet »Bag & om« is hidden and is not read"},
        {"state=\"visible\"", NULL},
        {"", NULL},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        struct workbook workbook;
        xlsx_build_book(
            &build, "",
            arena_printf(diagnostics->arena,
                         SHEET1 "<sheet name=\"Bag &amp;&#10;om\" sheetId=\"2\" r:id=\"rId2\" %s/>",
                         rows[i].state),
            WORKSHEET1 XLSX_RELATION("rId2", "worksheet", "worksheets/sheet2.xml"));
        xlsx_build_rows(&build, XLSX_SHEET, "navn;tal\n");
        xlsx_build_rows(&build, "xl/worksheets/sheet2.xml", "fire;=A1\n");
        if (!rows[i].remark)
            xlsx_build_rows(&build, "xl/worksheets/sheet2.xml", "fire;4\n");
        assert_true(read_build(diagnostics, &build, &workbook));
        assert_int_equal(workbook.count, rows[i].remark ? 1 : 2);
        assert_int_equal(diagnostics->count, rows[i].remark ? 1 : 0);
        if (!rows[i].remark)
            continue;
        const struct diagnostic *item = &diagnostics->items[0];
        assert_int_equal(item->problem, PROBLEM_REMARK);
        assert_string_equal(item->at.file, "plan/tal.xlsx");
        assert_int_equal(item->at.line, 0);
        if (!strstr(item->text, rows[i].remark))
            fail_msg("%s", item->text);
        /* the one visible sheet needs no name in its places */
        assert_string_equal(workbook.sheets[0].rows[0].cells[0].at.file, "plan/tal.xlsx");
    }
}

/* Elements with prefixes, the strict namespaces, the workbook under another name, no strings. */
static void other_programs_write_other_workbooks(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    struct workbook workbook;
    xlsx_build_part(&build, XLSX_BOOK, NULL);
    xlsx_build_part(&build, XLSX_RELATIONS, NULL);
    xlsx_build_part(&build, XLSX_STYLES_PART, NULL);
    xlsx_build_part(&build, XLSX_STRINGS_PART, NULL);
    xlsx_build_part(
        &build, XLSX_ROOT,
        "<p:Relationships "
        "xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<p:Relationship Id=\"a\" Target=\"/book.xml\" "
        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/>"
        "</p:Relationships>");
    xlsx_build_part(&build, "book.xml",
                    "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
                    "xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets>"
                    "<x:ext name=\"B\"/><x:sheet name=\"A\" sheetId=\"1\" "
                    "q:id=\"r1\"/></x:sheets></x:workbook>");
    xlsx_build_part(&build, "_rels/book.xml.rels",
                    XLSX_RELATIONS_OPEN
                    "<Relationship Id=\"r1\" Target=\"xl/worksheets/sheet1.xml\" "
                    "TargetMode=\"Internal\" "
                    "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\">"
                    "<ext><Relationship/></ext></Relationship></Relationships>");
    xlsx_build_rows(&build, XLSX_SHEET, "a\n");
    assert_true(read_build(diagnostics, &build, &workbook));
    check_cell(&workbook.sheets[0], 0, 0, CELL_TEXT, "a");
}

/* --- what is refused ---------------------------------------------------------------------------*/
static void check_refused(struct diagnostics *diagnostics, const struct xlsx_build *build,
                          const char *words)
{
    struct workbook workbook;
    size_t problems;
    assert_false(read_build(diagnostics, build, &workbook));
    const struct diagnostic *item = first_problem(diagnostics, &problems);
    assert_int_equal(problems, 1);
    assert_int_equal(item->problem, PROBLEM_SERIES);
    assert_non_null(strstr(item->text, " · "));
    if (!strstr(item->text, words))
        fail_msg("%s instead of %s", item->text, words);
}

/* One part of a sound workbook replaced (or taken away), and what is said of it. */
static void a_workbook_with_a_faulty_part_is_refused(void **state)
{
    static const char damaged[] = "damaged or unusual", other[] = "not an Excel workbook";
    static const struct {
        const char *part, *xml, *words;
    } rows[] = {
        {XLSX_TYPES, NULL, other},
        {XLSX_ROOT, NULL, other},
        {XLSX_ROOT, XLSX_RELATIONS_OPEN "</Relationships>", other},
        {XLSX_ROOT,
         XLSX_RELATIONS_OPEN XLSX_RELATION("r", "officeDocument",
                                           "xl/workbook.bin") "</Relationships>",
         other},
        {XLSX_BOOK, "<document><body/></document>", other},
        {XLSX_TYPES, "<Types>", damaged},
        {XLSX_ROOT, "<Types/>", damaged},
        {XLSX_ROOT, XLSX_RELATIONS_OPEN "<Relationship Id='a'/></Relationships>", damaged},
        {XLSX_ROOT,
         XLSX_RELATIONS_OPEN XLSX_RELATION("r", "officeDocument", "x&#10;.xml") "</Relationships>",
         damaged},
        {XLSX_ROOT,
         XLSX_RELATIONS_OPEN XLSX_RELATION("r", "officeDocument", "x&#127;.xml") "</Relationships>",
         damaged},
        {XLSX_ROOT, XLSX_RELATIONS_OPEN "<Relationship Type='a' Target='b'/></Relationships>",
         damaged},
        {XLSX_BOOK, NULL, damaged},
        {XLSX_BOOK, "<workbook><sheets><sheet name='a'/></sheets></workbook>", damaged},
        {XLSX_BOOK, "<!DOCTYPE workbook [<!ENTITY a 'b'>]><workbook/>", damaged},
        {XLSX_RELATIONS, NULL, damaged},
        {XLSX_RELATIONS, XLSX_RELATIONS_OPEN "</Relationships>", damaged},
        {XLSX_SHEET, NULL, damaged},
        {XLSX_SHEET, "<worksheet><sheetData></worksheet>", damaged},
        {XLSX_SHEET, "<!DOCTYPE worksheet SYSTEM 'a'><worksheet/>", damaged},
        {XLSX_STRINGS_PART, NULL, damaged},
        {XLSX_STYLES_PART, NULL, damaged},
        {XLSX_STYLES_PART, "<styleSheet", damaged},
        {"xl/vbaProject.bin", "x", "contains macros"},
        {XLSX_TYPES,
         "<Types><Override PartName='/xl/workbook.xml' "
         "ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>",
         "contains macros"},
        {XLSX_BOOK, "<workbook><sheets/></workbook>", "no visible worksheet"},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        xlsx_build_part(&build, rows[i].part, rows[i].xml);
        check_refused(diagnostics, &build, rows[i].words);
        assert_string_equal(diagnostics->items[0].at.file, "plan/tal.xlsx");
        if (rows[i].words == damaged)
            assert_non_null(strstr(diagnostics->items[0].text, rows[i].part));
    }
}

static void a_fault_in_a_sheet_names_the_cell(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    xlsx_build_sheet(&build, XLSX_SHEET, "<row r='2'><c r='C2'><v>x</v></c></row>", "");
    check_refused(diagnostics, &build, "damaged or unusual (xl/worksheets/sheet1.xml)");
    assert_int_equal(diagnostics->items[0].at.line, 2);
    assert_int_equal(diagnostics->items[0].at.column, 3);
}

static void sheets_that_cannot_be_found_are_refused(void **state)
{
    static const char *const rows[][2] = {
        {SHEET(1, "") SHEET(2, ""), WORKSHEET1},
        {SHEET(1, "") SHEET(2, ""),
         WORKSHEET1 XLSX_RELATION("rId2", "worksheet", "/xl/worksheets/sheet1.xml")},
        {SHEET1, XLSX_RELATION("rId1", "worksheet", "../xl/worksheets/sheet1.xml")},
        {SHEET1, XLSX_RELATION("rId1", "worksheet", "")},
        {"<sheet sheetId=\"1\" r:id=\"rId1\"/>", WORKSHEET1},
        {"<sheet name=\"a\" id=\"rId1\"/>", WORKSHEET1},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        xlsx_build_book(&build, "", rows[i][0], rows[i][1]);
        check_refused(diagnostics, &build, "damaged or unusual");
    }
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    xlsx_build_book(&build, "", SHEET(1, "state=\"hidden\""), WORKSHEET1);
    check_refused(diagnostics, &build, "no visible worksheet");
    xlsx_build_book(&build, "", SHEET1,
                    XLSX_RELATION("rId1", "chartsheet", "chartsheets/sheet1.xml"));
    check_refused(diagnostics, &build, "no visible worksheet");
}

/* Of a sheet, of its part, as written and as read: none is handed on in a message. */
static void names_are_so_long_and_no_longer(void **state)
{
    static const struct {
        size_t name, target;
    } lengths[] = {{256, 10}, {XLSX_TEXT_CHARACTERS + 1, 10}, {XLSX_TEXT_BYTES + 1, 10}, {10, 201}};
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct xlsx_build build = xlsx_build_new(diagnostics->arena);
        char *name = arena_alloc(diagnostics->arena, lengths[i].name + 1, 1);
        char *target = arena_alloc(diagnostics->arena, lengths[i].target + 1, 1);
        memset(name, 'n', lengths[i].name);
        memset(target, 't', lengths[i].target);
        xlsx_build_book(
            &build, "",
            arena_printf(diagnostics->arena, "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>",
                         name),
            arena_printf(diagnostics->arena, XLSX_RELATION("rId1", "worksheet", "%s"), target));
        check_refused(diagnostics, &build, "damaged or unusual");
    }
}

static void sheets_and_relations_are_a_limited_lot(void **state)
{
    static const struct {
        const char *sheets, *relations;
    } rows[] = {{SHEET(1, "state=\"hidden\""), ""},
                {"", XLSX_RELATION("a", "theme", "theme/theme1.xml")}};
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < 2; i++) {
        struct arena *arena = arena_new();
        struct xlsx_build build = xlsx_build_new(arena);
        const char *row[] = {rows[i].sheets, rows[i].relations};
        char *many[2];
        for (size_t j = 0; j < 2; j++) {
            size_t size = strlen(row[j]), times = size ? 20000 : 0;
            many[j] = arena_alloc(arena, size * times + 1, 1);
            for (size_t k = 0; k < times; k++)
                memcpy(many[j] + k * size, row[j], size);
        }
        build.stored = true;
        xlsx_build_book(&build, "", many[0], many[1]);
        check_refused(diagnostics, &build, "too large to unzip");
        arena_free(arena);
    }
}

static void formulas_are_refused(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    struct workbook workbook;
    xlsx_build_rows(&build, XLSX_SHEET, "a;b;sum\n1;2;=A2+B2\n");
    check_refused(diagnostics, &build, "the cell is a formula");
    assert_int_equal(diagnostics->items[0].at.line, 2);
    assert_int_equal(diagnostics->items[0].at.column, 3);
    xlsx_build_rows(&build, XLSX_SHEET, "=A;=A;=A;=A;=A;=A\n=A;=A;=A;=A;=A;=A\n");
    assert_false(read_build(diagnostics, &build, &workbook));
    assert_int_equal(diagnostics->count, 11);
    assert_non_null(strstr(diagnostics->items[10].text, "(12 in all)"));
    assert_int_equal(diagnostics->items[10].at.line, 0);
}

static void a_zip_bomb_is_refused(void **state)
{
    struct diagnostics *diagnostics = *state;
    size_t size = (size_t)100 << 20;
    struct arena *arena = arena_new();
    struct xlsx_build build = xlsx_build_new(arena);
    char *rows = arena_alloc(arena, size + 1, 1);
    memset(rows, ' ', size);
    xlsx_build_sheet(&build, XLSX_SHEET, rows, "");
    check_refused(diagnostics, &build, "too large to unzip");
    arena_free(arena);
}

static void what_is_no_zip_archive_is_refused(void **state)
{
    static const struct {
        const char *bytes, *words;
        bool recognised;
    } rows[] = {
        {"", "not an Excel workbook", false},
        {"PK", "not an Excel workbook", false},
        {"navn;tal\n", "not an Excel workbook", false},
        {"PK\3\4 and no more", "damaged or unusual (zip)", true},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "protected with a password", true},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct workbook workbook;
        size_t length = strlen(rows[i].bytes);
        assert_int_equal(xlsx_recognised(rows[i].bytes, length), rows[i].recognised);
        assert_false(read_bytes(diagnostics, rows[i].bytes, length, &workbook));
        assert_int_equal(diagnostics->count, 1);
        assert_non_null(strstr(diagnostics->items[0].text, rows[i].words));
    }
}

static void an_encrypted_archive_is_refused(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    struct workbook workbook;
    for (size_t i = 0; i + 9 < file.length; i++)
        if (memcmp(file.bytes + i, "PK\1\2", 4) == 0)
            file.bytes[i + 8] |= 1;
    assert_false(read_bytes(diagnostics, file.bytes, file.length, &workbook));
    assert_int_equal(diagnostics->count, 1);
    assert_non_null(strstr(diagnostics->items[0].text, "protected with a password"));
}

/* Wherever a download stopped, and whatever it damaged: refused, or read as it was. */
static void a_damaged_archive_is_refused(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct xlsx_build build = xlsx_build_new(diagnostics->arena);
    struct workbook workbook;
    xlsx_build_rows(&build, XLSX_SHEET, "navn;tal\nNord;1\nSyd;2\n");
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    for (size_t length = 0; length < file.length; length += 97) {
        /* a copy of its own, so that a byte read beyond it is seen */
        const char *cut = arena_text(diagnostics->arena, file.bytes, length);
        assert_false(read_bytes(diagnostics, cut, length, &workbook));
    }
    for (size_t i = 0; i < file.length; i += 3) {
        char *changed = arena_text(diagnostics->arena, file.bytes, file.length);
        changed[i] = (char)~changed[i];
        if (!read_bytes(diagnostics, changed, file.length, &workbook))
            continue;
        assert_int_equal(workbook.count, 1);
        check_cell(&workbook.sheets[0], 2, 0, CELL_TEXT, "Syd");
        check_cell(&workbook.sheets[0], 2, 1, CELL_NUMBER, "2");
    }
}

static void a_message_is_said_in_danish_too(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct workbook workbook;
    diagnostics->language = LANGUAGE_DANISH;
    assert_false(read_bytes(diagnostics, "PK\3\4", 4, &workbook));
    assert_non_null(strstr(diagnostics->items[0].text, "projektmappen er beskadiget"));
}

static void the_library_has_a_version(void **state)
{
    (void)state;
    assert_true(*xlsx_library() >= '0' && *xlsx_library() <= '9');
    assert_non_null(strchr(xlsx_library(), '.'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sheet_of_rows_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(strings_styles_and_properties_are_found, setup, teardown),
        cmocka_unit_test_setup_teardown(cells_are_what_their_formats_show, setup, teardown),
        cmocka_unit_test_setup_teardown(the_visible_sheets_are_read_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_hidden_sheet_is_named_and_not_read, setup, teardown),
        cmocka_unit_test_setup_teardown(other_programs_write_other_workbooks, setup, teardown),
        cmocka_unit_test_setup_teardown(a_workbook_with_a_faulty_part_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fault_in_a_sheet_names_the_cell, setup, teardown),
        cmocka_unit_test_setup_teardown(sheets_that_cannot_be_found_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(names_are_so_long_and_no_longer, setup, teardown),
        cmocka_unit_test_setup_teardown(sheets_and_relations_are_a_limited_lot, setup, teardown),
        cmocka_unit_test_setup_teardown(formulas_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_zip_bomb_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_zip_archive_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(an_encrypted_archive_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_damaged_archive_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_message_is_said_in_danish_too, setup, teardown),
        cmocka_unit_test_setup_teardown(the_library_has_a_version, setup, teardown),
    };
    return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);
}
