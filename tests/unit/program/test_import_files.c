/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/import_files.h"

#include "near.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "pejling/base/file.h"

#define MARK "\xEF\xBB\xBF"
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define ROWS_FILE "observationer/folk1a.csv"

/* A plan folder with nothing in it; plan_folder.h has cells of another kind than import_rows.h. */
struct place {
    struct arena *arena;
    struct diagnostics diagnostics;
    const char *path;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    *place = (struct place){.arena = arena, .diagnostics.arena = arena, .path = mkdtemp(path)};
    *state = place;
    return place->path ? 0 : -1;
}

static const char *path_of(const struct place *place, const char *name)
{
    return arena_printf(place->arena, "%s/%s", place->path, name);
}

static void remove_folder(const struct place *place, const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        unlink(arena_printf(place->arena, "%s/%s", path, entry->d_name));
    if (folder)
        closedir(folder);
    rmdir(path);
}

static int teardown(void **state)
{
    struct place *place = *state;
    remove_folder(place, path_of(place, "observationer"));
    remove_folder(place, place->path);
    arena_free(place->arena);
    return 0;
}

static void write_file(const struct place *place, const char *name, const char *text)
{
    FILE *stream = fopen(path_of(place, name), "wb");
    assert_non_null(stream);
    assert_true(fputs(text, stream) >= 0);
    assert_int_equal(fclose(stream), 0);
}

/* What a file of the folder holds; NULL where it is not there. */
static const char *content(const struct place *place, const char *name)
{
    struct diagnostics unheard = {.arena = place->arena};
    const struct input_file file = {path_of(place, name), name, PROBLEM_FILE};
    size_t length;
    return file_read(&unheard, &file, 1 << 20, &length);
}

static void assert_content(struct place *place, const char *name, const char *expected)
{
    const char *text = content(place, name);
    assert_string_equal(text ? text : "not there", expected);
}

/* --- names and drafts ------------------------------------------------------------------------- */
static void figures_go_to_a_file_called_as_their_source(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *source, *name;
    } rows[] = {
        {"/tmp/FOLK1A.xlsx", "observationer/folk1a.csv"},
        {"FOLK1A", "observationer/folk1a.csv"},
        {"Unge uden job (2024).csv", "observationer/unge_uden_job_2024.csv"},
        {"../Ærø.v2.csv", "observationer/aeroe_v2.csv"},
        {"/tmp/mappe.d/tal", "observationer/tal.csv"},
        {"/tmp/.csv", "observationer/tal.csv"},
        {"---.csv", "observationer/tal.csv"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(import_file_name(place->arena, rows[i].source), rows[i].name);
}

static void a_draft_is_a_file_for_excel(void **state)
{
    struct place *place = *state;
    static const struct mapping_line lines[] = {
        {{"andelen", "tæller", "", "tal=Antal & KØN=\"I alt\"", "", "", "", "", "", "nul=-", "",
          "en; note"}}};
    const struct mapping_draft draft = {.lines = lines, .count = 1};
    const char *kept;
    assert_true(import_write_draft(&place->diagnostics, place->path, &draft, &kept));
    assert_null(kept);
    assert_content(place, MAPPING_DRAFT_FILE,
                   MARK "indikator;felt;fil;udvalg;område;periode;gruppe;omregning;fraværende;tegn;"
                        "decimaltegn;note\r\n"
                        "andelen;tæller;;\"tal=Antal & KØN=\"\"I alt\"\"\";;;;;;nul=-;;\"en; "
                        "note\"\r\n");
}

static void a_former_draft_is_kept_unless_it_is_the_same(void **state)
{
    struct place *place = *state;
    struct mapping_line line = {{"andelen", "tæller", "", "", "", "", "", "", "", "", "", ""}};
    const struct mapping_draft draft = {.lines = &line, .count = 1};
    static const char *const fields[] = {"tæller", "tæller", "nævner", "værdi"};
    static const char *const former[] = {NULL, NULL, "forrige_" MAPPING_DRAFT_FILE,
                                         "forrige_2_" MAPPING_DRAFT_FILE};
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        const char *kept = "not set", *before = content(place, MAPPING_DRAFT_FILE);
        line.texts[1] = fields[i];
        assert_true(import_write_draft(&place->diagnostics, place->path, &draft, &kept));
        assert_non_null(strstr(content(place, MAPPING_DRAFT_FILE), fields[i]));
        if (!former[i]) {
            assert_null(kept);
            continue;
        }
        assert_string_equal(kept, former[i]);
        assert_content(place, former[i], before);
    }
}

/* --- rows ------------------------------------------------------------------------------------- */
static const struct indicator share = {.code = "andelen", .measure = MEASURE_SHARE};
static const struct indicator survey = {.code = "svarene", .measure = MEASURE_SURVEY};
static const struct area nord = {.code = "nord"};

static struct import_row row_of(const struct indicator *indicator, short year, double numerator)
{
    return (struct import_row){
        .indicator = indicator,
        .area = &nord,
        .period = {.kind = PERIOD_YEAR, .year = year},
        .has = {[MAPPED_NUMERATOR] = true, [MAPPED_DENOMINATOR] = true},
        .values = {[MAPPED_NUMERATOR] = numerator, [MAPPED_DENOMINATOR] = 100},
        .note = "tal.csv:2",
    };
}

static const char *write_rows(struct place *place, const struct import_row *items, size_t count)
{
    const char *kept = "unset";
    if (!import_write_rows(&place->diagnostics, place->path, ROWS_FILE, items, count, &kept))
        fail_msg("not written: %s", place->diagnostics.items[0].text);
    assert_null(content(place, ROWS_FILE ".ny"));
    return kept;
}

#define INDICATORS "kode;navn;type;enhed;god_retning;opgørelse;kilde\n"
#define COUNT_HEADER                                                                               \
    MARK "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note"

static void each_row_has_its_numbers_or_why_it_has_none(void **state)
{
    struct place *place = *state;
    struct import_row rows[5];
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        rows[i] = row_of(&share, (short)(2019 + i), 12);
    rows[1].reason = REASON_SUPPRESSED_SOURCE;
    rows[2].reason = REASON_MISSING;
    rows[2].provisional = true;
    rows[3].provisional = true;
    rows[3].group = "15-17";
    rows[4].period = (struct period){.kind = PERIOD_SCHOOL_YEAR, .year = 2019};
    rows[4].has[MAPPED_VALUE] = rows[4].has[MAPPED_SPREAD] = true;
    rows[4].values[MAPPED_VALUE] = 12.25;
    rows[4].values[MAPPED_SPREAD] = 0.1;
    rows[4].note = "=1";
    assert_null(write_rows(place, rows, COUNT_OF(rows)));
    assert_content(place, ROWS_FILE,
                   COUNT_HEADER "\r\n"
                                "andelen;nord;2019;;12;100;;;;tal.csv:2\r\n"
                                "andelen;nord;2020;;;;;;diskret;tal.csv:2\r\n"
                                "andelen;nord;2021;;;;;;mangler;tal.csv:2\r\n"
                                "andelen;nord;2022;15-17;12;100;;;foreløbig;tal.csv:2\r\n"
                                "andelen;nord;2019/20;;12;100;12,25;0,1;;'=1\r\n");
}

static void columns_of_surveys_are_there_where_a_row_is_of_one(void **state)
{
    struct place *place = *state;
    struct import_row rows[] = {row_of(&share, 2019, 12), row_of(&survey, 2019, 7)};
    rows[1].has[MAPPED_RESPONSE_RATE] = rows[1].has[MAPPED_POPULATION] = true;
    rows[1].values[MAPPED_RESPONSE_RATE] = 45.5;
    rows[1].values[MAPPED_POPULATION] = 900;
    write_rows(place, rows, COUNT_OF(rows));
    assert_content(place, ROWS_FILE,
                   COUNT_HEADER ";svarprocent;designeffekt;population\r\n"
                                "andelen;nord;2019;;12;100;;;;tal.csv:2;;;\r\n"
                                "svarene;nord;2019;;7;100;;;;tal.csv:2;45,5;;900\r\n");
}

static void a_former_file_is_kept_unless_it_is_the_same(void **state)
{
    struct place *place = *state;
    const struct import_row first = row_of(&share, 2019, 12), second = row_of(&share, 2019, 13),
                            third = row_of(&share, 2019, 14);
    assert_null(write_rows(place, &first, 1));
    const char *before = content(place, ROWS_FILE);
    assert_null(write_rows(place, &first, 1));
    assert_content(place, ROWS_FILE, before);
    assert_null(content(place, "forrige_folk1a.csv"));

    assert_string_equal(write_rows(place, &second, 1), "forrige_folk1a.csv");
    const char *between = content(place, ROWS_FILE);
    assert_non_null(strstr(between, ";13;100;"));
    assert_content(place, "forrige_folk1a.csv", before);

    assert_string_equal(write_rows(place, &third, 1), "forrige_2_folk1a.csv");
    assert_content(place, "forrige_2_folk1a.csv", between);
    assert_content(place, "forrige_folk1a.csv", before); /* the first of them is not lost */
}

static void a_plan_without_a_folder_for_figures_gets_one(void **state)
{
    struct place *place = *state;
    const struct import_row row = row_of(&share, 2019, 12);
    assert_int_equal(access(path_of(place, "observationer"), F_OK), -1);
    write_rows(place, &row, 1);
    assert_non_null(content(place, ROWS_FILE));
}

static void a_folder_that_cannot_be_made_is_a_fault_of_files(void **state)
{
    struct place *place = *state;
    const char *kept = "not set", *plan = path_of(place, "plan.csv");
    write_file(place, "plan.csv", "");
    assert_false(import_write_rows(&place->diagnostics, plan, ROWS_FILE, NULL, 0, &kept));
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_null(kept);
}

/* --- indicators ------------------------------------------------------------------------------- */
static const struct indicator added[] = {
    {.code = "folketal",
     .name = "Folketal; alle",
     .unit = "antal",
     .source = "FOLK1A",
     .measure = MEASURE_VALUE,
     .reporting = {.kind = PERIOD_QUARTER},
     .has_trend = true},
    {.code = "andel_to",
     .name = "Andel, to",
     .unit = "pct.",
     .source = "K",
     .measure = MEASURE_SHARE,
     .reporting = {.kind = PERIOD_SCHOOL_YEAR},
     .has_trend = true},
};

static void indicators_are_added_as_the_file_is_written(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *what, *before, *after;
    } rows[] = {
        {"as the guide has it", INDICATORS "a;A;;andel;pct.;op;kalenderår;K\n",
         MARK INDICATORS "a;A;;andel;pct.;op;kalenderår;K\n"
                         "folketal;\"Folketal; alle\";værdi;antal;neutral;kvartal;FOLK1A\n"
                         "andel_to;Andel, to;andel;pct.;neutral;skoleår;K\n"},
        {"other columns in another order, with commas and CR LF",
         "enhed,note,navn,Kode,god_retning,type,tendens\r\npct.,,A,a,op,andel,ja\r\n",
         MARK "enhed,note,navn,Kode,god_retning,type,tendens\r\npct.,,A,a,op,andel,ja\r\n"
              "antal,,Folketal; alle,folketal,neutral,værdi,\r\n"
              "pct.,,\"Andel, to\",andel_to,neutral,andel,\r\n"},
        {"Windows-1252 without a last line end",
         "kode;navn;opg\xF8relse;m\xE5l\r\na;\xC6"
         "bler;kalender\xE5r;",
         MARK "kode;navn;opgørelse;mål\r\na;Æbler;kalenderår;\r\n"
              "folketal;\"Folketal; alle\";kvartal;\r\nandel_to;Andel, to;skoleår;\r\n"},
        {"a mark, TAB and a line before the heading", MARK "sep=\t\nkode\tnavn\na\tA\n",
         MARK "sep=\t\nkode\tnavn\na\tA\nfolketal\tFolketal; alle\nandel_to\tAndel, to\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        write_file(place, "indikatorer.csv", rows[i].before);
        if (!import_add_indicators(&place->diagnostics, place->path, added, COUNT_OF(added)))
            fail_msg("%s: not added", rows[i].what);
        assert_content(place, "indikatorer.csv", rows[i].after);
    }
}

#define WITH_GOALS "kode;navn;mål;type;enhed;god_retning;opgørelse;kilde;tendens\r\n"
#define GOALS_FILE WITH_GOALS "a;Æbler;;værdi;antal;op;kalenderår;K;\r\n"

/* In the columns of the plan's own file, so that a row can be copied. */
static void drafted_indicators_lie_in_a_file_of_their_own(void **state)
{
    struct place *place = *state;
    const char *kept = "not set";
    write_file(place, "indikatorer.csv", GOALS_FILE);
    assert_true(import_draft_indicators(&place->diagnostics, place->path, added, 1, &kept));
    assert_null(kept);
    assert_content(place, INDICATORS_DRAFT_FILE,
                   MARK WITH_GOALS
                   "folketal;\"Folketal; alle\";;værdi;antal;neutral;kvartal;FOLK1A;\r\n");
    const char *before = content(place, INDICATORS_DRAFT_FILE);
    assert_true(
        import_draft_indicators(&place->diagnostics, place->path, added, COUNT_OF(added), &kept));
    assert_string_equal(kept, "forrige_" INDICATORS_DRAFT_FILE);
    assert_content(place, "forrige_" INDICATORS_DRAFT_FILE, before);
    assert_non_null(strstr(content(place, INDICATORS_DRAFT_FILE),
                           "andel_to;Andel, to;;andel;pct.;neutral;skoleår;K;\r\n"));
    assert_content(place, "indikatorer.csv", GOALS_FILE);
}

static void surveys_and_days_are_drafted_in_the_words_of_the_file(void **state)
{
    struct place *place = *state;
    static const struct {
        enum measure measure;
        enum period_kind kind;
        bool has_trend;
        const char *row;
    } rows[] = {
        {MEASURE_SURVEY, PERIOD_YEAR, false, "a;A;;survey;pct.;neutral;kalenderår;K;nej\r\n"},
        {MEASURE_SHARE, PERIOD_DATE, true, "a;A;;andel;pct.;neutral;dato;K;\r\n"},
        {MEASURE_VALUE, PERIOD_SCHOOL_YEAR, true, "a;A;;værdi;pct.;neutral;skoleår;K;\r\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct indicator indicator = {.code = "a",
                                            .name = "A",
                                            .unit = "pct.",
                                            .source = "K",
                                            .measure = rows[i].measure,
                                            .reporting = {.kind = rows[i].kind},
                                            .has_trend = rows[i].has_trend};
        const char *kept;
        write_file(place, "indikatorer.csv", GOALS_FILE);
        assert_true(
            import_draft_indicators(&place->diagnostics, place->path, &indicator, 1, &kept));
        assert_non_null(strstr(content(place, INDICATORS_DRAFT_FILE), rows[i].row));
    }
}

static void an_indicator_without_a_trend_says_so_or_is_refused(void **state)
{
    struct place *place = *state;
    const struct indicator means = {.code = "kriterium",
                                    .name = "Kriterium",
                                    .unit = "pct.",
                                    .source = "",
                                    .measure = MEASURE_VALUE,
                                    .reporting = {.kind = PERIOD_YEAR}};
    write_file(place, "indikatorer.csv", "kode;tendens;opgørelse\n");
    assert_true(import_add_indicators(&place->diagnostics, place->path, &means, 1));
    assert_content(place, "indikatorer.csv",
                   MARK "kode;tendens;opgørelse\nkriterium;nej;kalenderår\n");
    write_file(place, "indikatorer.csv", "kode;navn\n");
    assert_false(import_add_indicators(&place->diagnostics, place->path, &means, 1));
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_INPUT], 1);
    assert_content(place, "indikatorer.csv", "kode;navn\n");
}

#define FILES_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILES_TEST(figures_go_to_a_file_called_as_their_source),
        FILES_TEST(a_draft_is_a_file_for_excel),
        FILES_TEST(a_former_draft_is_kept_unless_it_is_the_same),
        FILES_TEST(each_row_has_its_numbers_or_why_it_has_none),
        FILES_TEST(columns_of_surveys_are_there_where_a_row_is_of_one),
        FILES_TEST(a_former_file_is_kept_unless_it_is_the_same),
        FILES_TEST(a_plan_without_a_folder_for_figures_gets_one),
        FILES_TEST(a_folder_that_cannot_be_made_is_a_fault_of_files),
        FILES_TEST(indicators_are_added_as_the_file_is_written),
        FILES_TEST(drafted_indicators_lie_in_a_file_of_their_own),
        FILES_TEST(surveys_and_days_are_drafted_in_the_words_of_the_file),
        FILES_TEST(an_indicator_without_a_trend_says_so_or_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
