/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_styles.h"

#include "near.h"
#include "xlsx_build.h"

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void a_code_tells_percentages_days_and_years(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        enum xlsx_format format;
    } rows[] = {
        {"General", XLSX_FORMAT_PLAIN},
        {"Standard", XLSX_FORMAT_PLAIN},
        {"", XLSX_FORMAT_PLAIN},
        {"@", XLSX_FORMAT_PLAIN},
        {"0.0", XLSX_FORMAT_PLAIN},
        {"#,##0.00;[Red]-#,##0.00", XLSX_FORMAT_PLAIN},
        {"#,##0\" mdr.\"", XLSX_FORMAT_PLAIN},
        {"#,##0 \\d\\m\\y", XLSX_FORMAT_PLAIN},
        {"0 DKK", XLSX_FORMAT_PLAIN},
        {"#\" %\"", XLSX_FORMAT_PLAIN},
        {"0.0\\%", XLSX_FORMAT_PLAIN},
        {"0_%", XLSX_FORMAT_PLAIN},
        {"0*%", XLSX_FORMAT_PLAIN},
        {"0.00E+00", XLSX_FORMAT_PLAIN},
        {"# ?/?", XLSX_FORMAT_PLAIN},
        {"h:mm", XLSX_FORMAT_PLAIN},
        {"mm:ss.0", XLSX_FORMAT_PLAIN},
        {"[h]:mm:ss", XLSX_FORMAT_PLAIN},
        {"h:mm AM/PM", XLSX_FORMAT_PLAIN},
        {"\"unclosed d", XLSX_FORMAT_PLAIN},
        {"[unclosed d", XLSX_FORMAT_PLAIN},
        {"\\", XLSX_FORMAT_PLAIN},
        {"0%", XLSX_FORMAT_PERCENT},
        {"0.0 %", XLSX_FORMAT_PERCENT},
        {"0.0%;[Red]-0.0%", XLSX_FORMAT_PERCENT},
        {"[Blue]\"i alt \"0.0%", XLSX_FORMAT_PERCENT},
        {"yyyy-mm-dd", XLSX_FORMAT_DATE},
        {"dd-mm-åååå", XLSX_FORMAT_DATE},
        {"[$-406]d. mmmm yyyy;@", XLSX_FORMAT_DATE},
        {"mmm", XLSX_FORMAT_DATE},
        {"YYYY", XLSX_FORMAT_YEAR},
        {"yyyy", XLSX_FORMAT_YEAR},
        {"yy", XLSX_FORMAT_YEAR},
        {"[$-406]yyyy;@", XLSX_FORMAT_YEAR},
        {"\"år \"yyyy", XLSX_FORMAT_YEAR},
        {"yyyy h:mm", XLSX_FORMAT_DATE},
        {"yyyy hh", XLSX_FORMAT_DATE},
        {"[Magenta]mmm", XLSX_FORMAT_DATE},
        {"mmm yyyy", XLSX_FORMAT_DATE},
        {"yyyy\\-mm", XLSX_FORMAT_DATE},
        {"d. yyyy", XLSX_FORMAT_DATE},
        {"0 yyyy", XLSX_FORMAT_PLAIN},
        {"d/m/yyyy h:mm:ss.000", XLSX_FORMAT_DATE},
        {"\"uge\" d", XLSX_FORMAT_DATE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (xlsx_format_of(rows[i].code) != rows[i].format)
            fail_msg("»%s«: %d", rows[i].code, (int)xlsx_format_of(rows[i].code));
}

static void known_formats_are_known(void **state)
{
    (void)state;
    static const unsigned days[] = {14, 15, 16, 17, 22, 27, 36, 50, 58};
    static const unsigned others[] = {0, 1, 4, 11, 13, 18, 21, 23, 26, 37, 45, 47, 49, 59, 164};
    assert_int_equal(xlsx_format_known(9), XLSX_FORMAT_PERCENT);
    assert_int_equal(xlsx_format_known(10), XLSX_FORMAT_PERCENT);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_int_equal(xlsx_format_known(days[i]), XLSX_FORMAT_DATE);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(xlsx_format_known(others[i]), XLSX_FORMAT_PLAIN);
}

static void days_count_from_1900_or_1904(void **state)
{
    (void)state;
    static const struct {
        double serial;
        bool from_1904;
        const char *day; /* NULL: none */
    } rows[] = {
        {0, false, NULL},
        {0.5, false, NULL},
        {-1, false, NULL},
        {1, false, "1900-01-01"},
        {31, false, "1900-01-31"},
        {32, false, "1900-02-01"},
        {59, false, "1900-02-28"},
        {60, false, "1900-02-29"},
        {61, false, "1900-03-01"},
        {366, false, "1900-12-31"},
        {367, false, "1901-01-01"},
        {36526, false, "2000-01-01"},
        {36585, false, "2000-02-29"},
        {44516, false, "2021-11-16"},
        {44516.999, false, "2021-11-16"},
        {73109, false, "2100-02-28"},
        {73110, false, "2100-03-01"},
        {2958465.9, false, "9999-12-31"},
        {2958466, false, NULL},
        {1e300, false, NULL},
        {-0.5, true, NULL},
        {0, true, "1904-01-01"},
        {43054, true, "2021-11-16"},
        {2957003, true, "9999-12-31"},
        {2957004, true, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[PERIOD_TEXT] = "";
        bool is_day = xlsx_date_text(text, rows[i].serial, rows[i].from_1904);
        assert_int_equal(is_day, rows[i].day != NULL);
        if (is_day)
            assert_string_equal(text, rows[i].day);
    }
}

static enum package_fault read_styles(struct arena *arena, const char *formats, const char *cells,
                                      struct xlsx_styles *styles)
{
    struct xlsx_build build = xlsx_build_new(arena);
    xlsx_build_styles(&build, formats, cells);
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    struct package *package;
    assert_int_equal(package_open(arena, file.bytes, file.length, &package), PACKAGE_SOUND);
    enum package_fault fault = xlsx_styles_read(package, XLSX_STYLES_PART, arena, styles);
    package_close(package);
    return fault;
}

/* The formats of cells, not those that named styles begin with; a file's own code goes first. */
static void the_formats_of_cells_are_read(void **state)
{
    static const enum xlsx_format expected[] = {
        XLSX_FORMAT_PLAIN,   XLSX_FORMAT_PERCENT, XLSX_FORMAT_DATE, XLSX_FORMAT_DATE,
        XLSX_FORMAT_PERCENT, XLSX_FORMAT_PLAIN,   XLSX_FORMAT_YEAR};
    struct xlsx_styles styles;
    assert_int_equal(read_styles(*state,
                                 "<numFmt numFmtId=\"164\" formatCode=\"0.0\\ %\"/>"
                                 "<numFmt numFmtId=\"165\" formatCode=\"dd\\-mm\\-yyyy\"/>"
                                 "<numFmt numFmtId=\"14\" formatCode=\"0\"/>"
                                 "<ext numFmtId=\"15\" formatCode=\"0\"/>"
                                 "<numFmt numFmtId=\"166\" formatCode=\"yyyy\"/>",
                                 "<xf/><xf numFmtId=\"9\"><alignment/></xf><xf numFmtId=\"15\"/>"
                                 "<xf numFmtId=\"165\"/><xf numFmtId=\"164\"/>"
                                 "<xf numFmtId=\"14\"/><xf numFmtId=\"166\"/><ext numFmtId=\"9\"/>",
                                 &styles),
                     PACKAGE_SOUND);
    assert_int_equal(styles.count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(styles.formats[i], expected[i]);
}

static void faulty_styles_are_refused(void **state)
{
    static const char *const rows[][2] = {
        {"<numFmt formatCode=\"0\"/>", ""},
        {"<numFmt numFmtId=\"164\"/>", ""},
        {"<numFmt numFmtId=\"65536\" formatCode=\"0\"/>", ""},
        {"", "<xf numFmtId=\"65536\"/>"},
        {"", "<xf numFmtId=\"x\"/>"},
        {"", "<xf>"},
    };
    struct xlsx_styles styles;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(read_styles(*state, rows[i][0], rows[i][1], &styles), PACKAGE_DAMAGED);
    char *many = arena_alloc(*state, 5 * (XLSX_STYLES + 1) + 1, 1);
    for (size_t i = 0; i <= XLSX_STYLES; i++)
        memcpy(many + 5 * i, "<xf/>", 5);
    assert_int_equal(read_styles(*state, "", many, &styles), PACKAGE_DAMAGED);
    many[5 * XLSX_STYLES] = '\0';
    assert_int_equal(read_styles(*state, "", many, &styles), PACKAGE_SOUND);
    assert_int_equal(styles.count, XLSX_STYLES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_tells_percentages_days_and_years),
        cmocka_unit_test(known_formats_are_known),
        cmocka_unit_test(days_count_from_1900_or_1904),
        cmocka_unit_test(the_formats_of_cells_are_read),
        cmocka_unit_test(faulty_styles_are_refused),
    };
    return cmocka_run_group_tests_name("xlsx_styles", tests, setup, teardown);
}
