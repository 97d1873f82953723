/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/import_report.h"

#include "captured.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

/* --- tables ----------------------------------------------------------------------------------- */
static const char *table_said(struct diagnostics *diagnostics, enum language language,
                              const struct table *table)
{
    struct capture capture = capture_begin();
    diagnostics->language = language;
    import_report_table(diagnostics, table);
    return capture_end(&capture, diagnostics->arena);
}

static void a_table_is_told_by_its_columns_and_the_range_of_its_periods(void **state)
{
    static const char *const dimensions[] = {"OMRÅDE", "KØN"};
    static const struct table_record records[] = {{.period.text = "2019K4"},
                                                  {.period.text = "2008K1"},
                                                  {.period.text = "i alt"},
                                                  {.period.text = "2020K2"},
                                                  {.period.text = ""}};
    struct table table = {.file = "FOLK1A.csv",
                          .sheet = "",
                          .title = "",
                          .unit = "",
                          .notes = "",
                          .dimensions = dimensions,
                          .dimension_count = 2,
                          .measure_count = 1,
                          .records = records,
                          .count = COUNT_OF(records)};
    assert_string_equal(table_said(*state, LANGUAGE_DANISH, &table),
                        "FOLK1A.csv\n"
                        "    en række for hver periode; kolonner: OMRÅDE, KØN; perioder: "
                        "2008K1–2020K2; 5 tal\n");
    table.sheet = "Ark1";
    table.title = "Folketal";
    table.notes = "Kilde: DST";
    table.is_wide = true;
    table.measure_count = 2;
    assert_string_equal(table_said(*state, LANGUAGE_ENGLISH, &table),
                        "FOLK1A.csv [Ark1]\n"
                        "    Folketal\n"
                        "    periods across; columns: OMRÅDE, KØN, tal; periods: 2008K1–2020K2; "
                        "5 figures\n"
                        "    footnote: Kilde: DST\n");
}

static void a_table_without_periods_has_a_dash_for_them(void **state)
{
    static const char *const dimensions[] = {"område"};
    static const struct table_record records[] = {{.period.text = ""}};
    const struct table table = {.file = "tal.csv",
                                .sheet = "",
                                .title = "",
                                .notes = "",
                                .dimensions = dimensions,
                                .dimension_count = 1,
                                .records = records,
                                .count = 1};
    assert_string_equal(table_said(*state, LANGUAGE_ENGLISH, &table),
                        "tal.csv\n    a row a period; columns: område; periods: –; 1 figures\n");
}

/* --- drafts ----------------------------------------------------------------------------------- */
static void what_was_assumed_is_told_rule_by_rule(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct mapping_line lines[] = {
        {{"andelen", "tæller", "", "tal=Antal", "område", "", "", "", "mangler", "nul=-", "komma",
          "det samme"}},
        {{"andelen", "nævner", "folk1a", "", "", "", "", "", "", "", "", "det samme"}},
        {{"folketal", "værdi", "", "", "", "", "", "", "", "", "", ""}},
    };
    static const struct indicator added[] = {
        {.code = "folketal", .name = "Folketal", .unit = "antal"}};
    const struct mapping_draft draft = {
        .lines = lines, .count = COUNT_OF(lines), .added = added, .added_count = 1};
    struct capture capture = capture_begin();
    import_report_draft(diagnostics, "plan/udkast.csv", &draft);
    assert_string_equal(
        capture_end(&capture, diagnostics->arena),
        "\nAntaget, som det står i plan/udkast.csv (ret filen, og importér igen med --map, hvis "
        "det er forkert):\n"
        "    andelen, tæller; udvalg: tal=Antal; område: område; rækker, der ikke findes: mangler; "
        "tegn: nul=-; decimaltegn: komma\n"
        "    andelen, nævner; fil: folk1a\n"
        "        det samme\n" /* once for two rules that have it */
        "    folketal, værdi\n"
        "    ny indikator »folketal« (Folketal, antal): efterse navn, enhed og god_retning i "
        "indikatorer.csv\n");
    capture = capture_begin();
    diagnostics->language = LANGUAGE_ENGLISH;
    import_report_draft(diagnostics, "plan/udkast.csv", &draft);
    const char *english = capture_end(&capture, diagnostics->arena);
    assert_non_null(strstr(english, "\nAssumed, as it stands in plan/udkast.csv ("));
    assert_non_null(strstr(english, "; selection: tal=Antal; area: område; rows that are not "
                                    "there: mangler; signs: nul=-; decimal sign: komma\n"));
    assert_non_null(strstr(english, "new indicator »folketal« (Folketal, antal): check "));
}

/* --- rows ------------------------------------------------------------------------------------- */
static void rows_are_counted_and_the_first_five_shown(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct indicator share = {.code = "andelen", .measure = MEASURE_SHARE};
    static const struct area area = {.code = "nord"};
    static const char *const notes[] = {"»Øvrige« er intet område i planen.", "2018 er udeladt."};
    struct import_row items[7];
    for (size_t i = 0; i < COUNT_OF(items); i++)
        items[i] = (struct import_row){.indicator = &share,
                                       .area = &area,
                                       .period = {.kind = PERIOD_YEAR, .year = (short)(2019 + i)},
                                       .has = {[MAPPED_NUMERATOR] = true, [MAPPED_VALUE] = i == 0},
                                       .values = {[MAPPED_NUMERATOR] = 12.5, [MAPPED_VALUE] = 0}};
    items[1].reason = REASON_SUPPRESSED_SOURCE;
    items[2].reason = REASON_MISSING;
    items[3].group = "15-17";
    struct import_rows rows = {.items = items,
                               .count = COUNT_OF(items),
                               .counts = {1, 2, 3, 4, 5, 6},
                               .notes = notes,
                               .note_count = COUNT_OF(notes)};
    struct capture capture = capture_begin();
    import_report_rows(diagnostics, &rows);
    assert_string_equal(
        capture_end(&capture, diagnostics->arena),
        arena_printf(diagnostics->arena,
                     "\n»Øvrige« er intet område i planen.\n2018 er udeladt.\n"
                     "\nTal: 1, og 2 gange nul. Skjult af kilden: 3. Mangler: 4. Rækker, der ikke "
                     "findes: 5 læst som nul, 6 som manglende.\n"
                     "De første af 7 rækker:\n"
                     "    indikator;område;periode;gruppe;tæller;nævner;værdi;status\n"
                     "    andelen;nord;2019;;12,5;;0;\n"
                     "    andelen;nord;2020;;;;;%s\n"
                     "    andelen;nord;2021;;;;;%s\n"
                     "    andelen;nord;2022;15-17;12,5;;;\n"
                     "    andelen;nord;2023;;12,5;;;\n",
                     reason_text(REASON_SUPPRESSED_SOURCE, LANGUAGE_DANISH),
                     reason_text(REASON_MISSING, LANGUAGE_DANISH)));
    rows.note_count = rows.count = 0;
    capture = capture_begin();
    diagnostics->language = LANGUAGE_ENGLISH;
    import_report_rows(diagnostics, &rows);
    assert_string_equal(capture_end(&capture, diagnostics->arena),
                        "\nFigures: 1, and 2 times zero. Withheld by the source: 3. Missing: 4. "
                        "Rows that are not there: 5 read as zero, 6 as missing.\n"
                        "The first of 0 rows:\n"
                        "    indikator;område;periode;gruppe;tæller;nævner;værdi;status\n");
}

/* --- texts of others -------------------------------------------------------------------------- */
#define HOSTILE                                                                                    \
    "a\xC2\x9B"                                                                                    \
    "31m\x1B[2J\n\xE2\x80\xAE"                                                                     \
    "b\xFF"
#define HARMLESS "a 31m [2J  b?"

static void what_stands_in_a_file_steers_no_terminal(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const char *const dimensions[] = {HOSTILE};
    const struct table table = {.file = HOSTILE,
                                .sheet = HOSTILE,
                                .title = HOSTILE,
                                .notes = HOSTILE,
                                .dimensions = dimensions,
                                .dimension_count = 1};
    assert_string_equal(table_said(diagnostics, LANGUAGE_ENGLISH, &table),
                        HARMLESS " [" HARMLESS "]\n"
                                 "    " HARMLESS "\n"
                                 "    a row a period; columns: " HARMLESS "; periods: –; "
                                 "0 figures\n"
                                 "    footnote: " HARMLESS "\n");
    struct mapping_line rule;
    for (size_t i = 0; i < COUNT_OF(rule.texts); i++)
        rule.texts[i] = HOSTILE;
    const struct indicator added = {.code = "ny", .name = HOSTILE, .unit = HOSTILE};
    const struct mapping_draft draft = {
        .lines = &rule, .count = 1, .added = &added, .added_count = 1};
    const struct area area = {.code = "nord"};
    const char *const note = HOSTILE;
    struct import_row row = {.indicator = &added,
                             .area = &area,
                             .period = {.kind = PERIOD_YEAR, .year = 2020},
                             .group = HOSTILE};
    const struct import_rows rows = {.items = &row, .count = 1, .notes = &note, .note_count = 1};
    struct capture capture = capture_begin();
    import_report_draft(diagnostics, HOSTILE, &draft);
    import_report_rows(diagnostics, &rows);
    const char *said = capture_end(&capture, diagnostics->arena);
    const char *const whole[] = {"as it stands in " HARMLESS " (",
                                 "    " HARMLESS ", " HARMLESS "; file: " HARMLESS
                                 "; selection: " HARMLESS "; area: " HARMLESS
                                 "; rows that are not there: " HARMLESS "; signs: " HARMLESS
                                 "; decimal sign: " HARMLESS "\n        " HARMLESS "\n",
                                 "(" HARMLESS ", " HARMLESS ")", "\n\n" HARMLESS "\n\nFigures",
                                 "    ny;nord;2020;" HARMLESS ";;;;\n"};
    for (size_t i = 0; i < COUNT_OF(whole); i++)
        if (!strstr(said, whole[i]))
            fail_msg("%s is not in %s", whole[i], said);
}

#define REPORT_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        REPORT_TEST(a_table_is_told_by_its_columns_and_the_range_of_its_periods),
        REPORT_TEST(a_table_without_periods_has_a_dash_for_them),
        REPORT_TEST(what_was_assumed_is_told_rule_by_rule),
        REPORT_TEST(rows_are_counted_and_the_first_five_shown),
        REPORT_TEST(what_stands_in_a_file_steers_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
