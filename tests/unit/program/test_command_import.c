/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_import.h"

#include "plan_folder.h"

#include "captured.h"
#include "pejling/base/file.h"
#include "xlsx_build.h"

#define MARK "\xEF\xBB\xBF"
#define DRAFT "kortlaegning-udkast.csv"
#define FORMER_DRAFT "forrige_kortlaegning-udkast.csv"
#define NEW_INDICATORS "indikatorer-udkast.csv"
#define ROWS "observationer/andelen.csv"
#define PEOPLE_ROWS "observationer/folk1a.csv"
#define DRAFT_HEADER                                                                                \
    MARK "indikator;felt;fil;udvalg;område;periode;gruppe;omregning;fraværende;tegn;decimaltegn;" \
         "note\r\n"
#define MOST_SOURCES 3
#define ROWS_HEADER                                                                                \
    MARK "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note\r\n"

/* Figures of the indicator that a file andelen.csv is about. */
#define SHARES                                                                                     \
    "område;år;tæller;nævner\n"                                                                \
    "Nordparken;2021;12;100\n"                                                                     \
    "Nordparken;2022;13;101\n"                                                                     \
    "Sydparken;2021;..;80\n"

static const char *content(struct plan_folder *folder, const char *name)
{
    struct diagnostics unheard = {.arena = folder->arena};
    const struct input_file file = {plan_folder_file(folder, name), name, PROBLEM_FILE};
    size_t length;
    const char *text = file_read(&unheard, &file, 1 << 20, &length);
    if (text && !plan_folder_has(folder, name)) { /* so that it is removed at the end */
        assert_true(folder->count < PLAN_FOLDER_FILES);
        folder->names[folder->count++] = name;
    }
    return text;
}

static void assert_content(struct plan_folder *folder, const char *name, const char *expected)
{
    const char *text = content(folder, name);
    assert_string_equal(text ? text : "not there", expected);
}

/* `pejling import` of files in the plan folder, parted by blanks; what it says. */
static const char *import(struct plan_folder *folder, const char *names, const char *map,
                          int status)
{
    struct command_line line = {.diagnostics = &folder->diagnostics,
                                .words = {"import"},
                                .word_count = 1,
                                .to = folder->path,
                                .map = map ? plan_folder_file(folder, map) : NULL};
    for (char *name = strtok(arena_copy(folder->arena, names), " "); name;
         name = strtok(NULL, " ")) {
        assert_true(line.word_count <= MOST_SOURCES);
        line.words[line.word_count++] = plan_folder_file(folder, name);
    }
    plan_folder_forget_problems(folder);
    struct capture capture = capture_begin();
    int actual = command_import(&line);
    const char *output = capture_end(&capture, folder->arena);
    if (actual != status) {
        plan_folder_print(folder);
        fail_msg("status %d, not %d", actual, status);
    }
    return output;
}

static void assert_says(const char *output, const char *words)
{
    if (!strstr(output, words))
        fail_msg("»%s« is not in:\n%s", words, output);
}

/* --- what is written -------------------------------------------------------------------------- */
static void figures_become_rows_of_a_file_called_as_their_source(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv", SHARES);
    const char *output = import(folder, "andelen.csv", NULL, 0);
    assert_problem_count(folder, 0);
    assert_content(folder, ROWS,
                   ROWS_HEADER "andelen;nord;2021;;12;100;;;;andelen.csv:2\r\n"
                               "andelen;nord;2022;;13;101;;;;andelen.csv:3\r\n"
                               "andelen;syd;2021;;;;;;mangler;andelen.csv:4\r\n");
    assert_content(folder, DRAFT,
                   DRAFT_HEADER "andelen;tæller;;tal=tæller;område;;;;;;;\r\n"
                                "andelen;nævner;;tal=nævner;område;;;;;;;\r\n");
    assert_content(folder, "indikatorer.csv", BASE_INDICATORS);
    assert_says(output,
                "    en række for hver periode; kolonner: område, tal; perioder: 2021–2022; "
                "6 tal\n");
    assert_says(output, "    andelen, tæller; udvalg: tal=tæller; område: område\n");
    assert_says(output, "\nTal: 5, og 0 gange nul. Skjult af kilden: 0. Mangler: 1. ");
    assert_says(output, "\nDe første af 3 rækker:\n");
    assert_says(output, arena_printf(folder->arena,
                                     "\nSkrevet: %s/observationer/andelen.csv\n"
                                     "Efterse nu planen: pejling check %s\n",
                                     folder->path, folder->path));
}

static void an_indicator_that_the_plan_lacks_is_added(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "navn;kode;type;god_retning;opg\xF8relse;enhed;kilde\r\n"
                      "\xC6"
                      "bler;aebler;v\xE6rdi;op;kalender\xE5r;stk.;K");
    plan_folder_write(folder, FIGURES_FILE, "indikator;område;periode;værdi\naebler;by;2020;5\n");
    plan_folder_write(folder, "FOLK1A.csv",
                      "Folketal efter område og tid\n\n;2021;2022\nNordparken;12;13\nByen;900;-\n");
    const char *output = import(folder, "FOLK1A.csv", NULL, 0);
    assert_content(folder, "indikatorer.csv",
                   MARK "navn;kode;type;god_retning;opgørelse;enhed;kilde\r\n"
                        "Æbler;aebler;værdi;op;kalenderår;stk.;K\r\n"
                        "Folketal;folketal;værdi;neutral;kalenderår;antal;Danmarks Statistik "
                        "(FOLK1A.csv)\r\n");
    assert_content(folder, PEOPLE_ROWS,
                   ROWS_HEADER "folketal;by;2021;;;;900;;;FOLK1A.csv:5\r\n"
                               "folketal;by;2022;;;;0;;;FOLK1A.csv:5\r\n"
                               "folketal;nord;2021;;;;12;;;FOLK1A.csv:4\r\n"
                               "folketal;nord;2022;;;;13;;;FOLK1A.csv:4\r\n");
    content(folder, DRAFT);
    assert_says(output, "    ny indikator »folketal« (Folketal, antal): efterse ");
}

static void a_second_import_of_the_same_changes_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "FOLK1A.csv",
                      "Folketal\n\n;2021;2022\nNordparken;12;13\nByen;900;910\n");
    import(folder, "FOLK1A.csv", NULL, 0);
    const char *rows = content(folder, PEOPLE_ROWS), *draft = content(folder, DRAFT),
               *indicators = content(folder, "indikatorer.csv");
    assert_non_null(rows);
    const char *output = import(folder, "FOLK1A.csv", NULL, 0);
    assert_content(folder, PEOPLE_ROWS, rows);
    assert_content(folder, DRAFT, draft);
    assert_content(folder, "indikatorer.csv", indicators);
    assert_null(content(folder, "forrige_folk1a.csv"));
    assert_null(strstr(output, "Det, der stod i "));
    assert_null(strstr(output, "ny indikator"));
}

static void a_changed_file_takes_the_place_of_the_former_one_which_is_kept(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv", SHARES);
    import(folder, "andelen.csv", NULL, 0);
    const char *before = content(folder, ROWS);
    content(folder, DRAFT);
    plan_folder_write(folder, "andelen.csv", SHARES "Sydparken;2022;7;80\n");
    const char *output = import(folder, "andelen.csv", NULL, 0);
    assert_content(folder, "forrige_andelen.csv", before);
    assert_says(content(folder, ROWS), "andelen;syd;2022;;7;80;");
    assert_says(output,
                arena_printf(folder->arena,
                             "Det, der stod i %s/observationer/andelen.csv før, ligger nu i "
                             "%s/forrige_andelen.csv.\n",
                             folder->path, folder->path));
}

/* What somebody has mended in it must not be lost. */
static void a_former_draft_is_kept(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv", SHARES);
    plan_folder_write(folder, DRAFT, "indikator;felt\nandelen;tæller\n");
    const char *output = import(folder, "andelen.csv", NULL, 0);
    content(folder, ROWS);
    assert_content(folder, FORMER_DRAFT, "indikator;felt\nandelen;tæller\n");
    assert_says(content(folder, DRAFT), "andelen;nævner;;tal=nævner;område;");
    assert_says(output,
                arena_printf(folder->arena,
                             "Det, der stod i %s/" DRAFT " før, ligger nu i %s/" FORMER_DRAFT ".\n",
                             folder->path, folder->path));
    /* of an import that is refused too */
    const char *before = content(folder, DRAFT);
    plan_folder_write(folder, "ny.csv", "område;Foreninger\nNordparken;12\n");
    output = import(folder, "ny.csv", NULL, 3);
    assert_content(folder, "forrige_2_" DRAFT, before);
    content(folder, NEW_INDICATORS);
    assert_says(output, "ligger nu i ");
    /* one's own mapping makes no draft */
    before = content(folder, DRAFT);
    plan_folder_write(
        folder, "kort.csv",
        "indikator;felt;udvalg\nandelen;tæller;tal=tæller\nandelen;nævner;tal=nævner\n");
    import(folder, "andelen.csv", "kort.csv", 0);
    assert_content(folder, DRAFT, before);
    assert_null(content(folder, "forrige_3_" DRAFT));
}

/* The way on where the import with the draft is refused. */
static void new_indicators_of_a_refused_import_are_left_to_be_copied(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "ny.csv",
                      "område;kvartal;Foreninger\nNordparken;2021K1;12\n"
                      "Nordparken;2021K2;mange\nNordparken;2021K3;14\n");
    const char *output = import(folder, "ny.csv", NULL, 3);
    content(folder, DRAFT);
    assert_content(folder, NEW_INDICATORS,
                   MARK "kode;navn;type;enhed;god_retning;opgørelse;kilde\r\n"
                        "foreninger;Foreninger;værdi;antal;neutral;kvartal;ny.csv\r\n");
    assert_content(folder, "indikatorer.csv", BASE_INDICATORS);
    assert_says(output, arena_printf(folder->arena,
                                     "\nRækker til de nye indikatorer ligger i %s/" NEW_INDICATORS
                                     ": kopiér dem, der skal bruges, til indikatorer.csv, før du "
                                     "importerer med --map.\n",
                                     folder->path));
    /* what stood there is kept */
    const char *before = content(folder, NEW_INDICATORS);
    plan_folder_write(folder, "ny.csv",
                      "område;kvartal;Klubber\nNordparken;2021K1;mange\n"
                      "Nordparken;2021K2;13\nNordparken;2021K3;14\n");
    output = import(folder, "ny.csv", NULL, 3);
    assert_content(folder, "forrige_" NEW_INDICATORS, before);
    assert_says(content(folder, NEW_INDICATORS), "klubber;Klubber;");
    assert_says(output, "/forrige_" NEW_INDICATORS ".\n");
    content(folder, FORMER_DRAFT);
}

static void new_indicators_that_are_added_are_not_left_beside(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "ny.csv", "område;år;Foreninger\nNordparken;2021;12\n");
    import(folder, "ny.csv", NULL, 0);
    content(folder, DRAFT);
    assert_non_null(content(folder, "observationer/ny.csv"));
    assert_null(content(folder, NEW_INDICATORS));
    assert_says(content(folder, "indikatorer.csv"), "foreninger");
}

static void a_mapping_of_ones_own_is_followed_and_no_draft_made(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv",
                      "område;år;antal\nNordparken;2021;12\nByen;2021;900\n");
    plan_folder_write(folder, "kort.csv",
                      "indikator;felt;område;udvalg\ntallet;værdi;område;område=Nordparken\n");
    import(folder, "andelen.csv", "kort.csv", 0);
    assert_content(folder, ROWS, ROWS_HEADER "tallet;nord;2021;;;;12;;;andelen.csv:2\r\n");
    assert_null(content(folder, DRAFT));
    assert_content(folder, "indikatorer.csv", BASE_INDICATORS);
}

static void each_file_has_its_own_in_the_plan(void **state)
{
    struct plan_folder *folder = *state;
    struct xlsx_build build = xlsx_build_new(folder->arena);
    plan_folder_write(folder, "andelen.xlsx", "");
    xlsx_build_rows(&build, XLSX_SHEET, "område;år;tæller;nævner\nNordparken;2021;12;100\n");
    assert_true(xlsx_build_save(&build, plan_folder_file(folder, "andelen.xlsx")));
    plan_folder_write(folder, "mere.csv", "område;år;tæller;nævner\nNordparken;2022;13;101\n");
    plan_folder_write(folder, "kort.csv",
                      "indikator;felt;område;udvalg\nandelen;tæller;område;tal=tæller\n"
                      "andelen;nævner;område;tal=nævner\n");
    const char *output = import(folder, "andelen.xlsx mere.csv", "kort.csv", 0);
    assert_content(folder, ROWS, ROWS_HEADER "andelen;nord;2021;;12;100;;;;andelen.xlsx:2\r\n");
    assert_content(folder, "observationer/mere.csv",
                   ROWS_HEADER "andelen;nord;2022;;13;101;;;;mere.csv:2\r\n");
    assert_says(output, "andelen.xlsx [Ark1]\n");
    assert_says(output, "mere.csv\n");
}

/* A workbook of two sheets. */
static void write_workbook(struct plan_folder *folder, const char *name, const char *const names[2],
                           const char *const rows[2])
{
    struct xlsx_build build = xlsx_build_new(folder->arena);
    plan_folder_write(folder, name, "");
    xlsx_build_book(&build, "",
                    arena_printf(folder->arena,
                                 "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>"
                                 "<sheet name=\"%s\" sheetId=\"2\" r:id=\"rId2\"/>",
                                 names[0], names[1]),
                    XLSX_RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                        XLSX_RELATION("rId2", "worksheet", "worksheets/sheet2.xml"));
    xlsx_build_rows(&build, XLSX_SHEET, rows[0]);
    xlsx_build_rows(&build, "xl/worksheets/sheet2.xml", rows[1]);
    assert_true(xlsx_build_save(&build, plan_folder_file(folder, name)));
}

static void a_front_sheet_is_remarked_on_and_not_read(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const names[] = {"Forside", "Tal"};
    static const char *const rows[] = {"Foreninger i boligområder\nSpørgsmål til kontoret\n",
                                       "område;år;Foreninger\nNordparken;2021;12\n"};
    write_workbook(folder, "ny.xlsx", names, rows);
    const char *output = import(folder, "ny.xlsx", NULL, 0);
    content(folder, DRAFT);
    assert_says(content(folder, "observationer/ny.csv"), "foreninger;nord;2021;;;;12;");
    assert_null(strstr(output, "[Forside]\n    "));
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_REMARK);
    assert_says(folder->diagnostics.items[0].at.file, "ny.xlsx [Forside]");
    assert_says(folder->diagnostics.items[0].text,
                "arket har ingen tabel med tal og læses ikke · sæt overskrifter over kolonnerne");
}

static void sheets_called_by_areas_or_periods_are_one_indicator(void **state)
{
    static const struct {
        const char *names[2], *rows[2];
    } books[] = {
        {{"Nordparken", "Sydparken"},
         {"år;Antal\n2021;12\n2022;13\n", "år;Antal\n2021;7\n2022;8\n"}},
        {{"2021", "2022"},
         {"område;Antal\nNordparken;12\nSydparken;7\n",
          "område;Antal\nNordparken;13\nSydparken;8\n"}},
    };
    static const char *const expected[] = {"klubber;nord;2021;;;;12;", "klubber;nord;2022;;;;13;",
                                           "klubber;syd;2021;;;;7;", "klubber;syd;2022;;;;8;"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
        plan_folder_reset(folder);
        write_workbook(folder, "klubber.xlsx", books[i].names, books[i].rows);
        import(folder, "klubber.xlsx", NULL, 0);
        content(folder, DRAFT);
        const char *rows = content(folder, "observationer/klubber.csv");
        for (size_t j = 0; j < sizeof expected / sizeof *expected; j++)
            assert_says(rows, expected[j]);
        assert_null(strstr(content(folder, "indikatorer.csv"), "klubber_2"));
    }
}

static void sheets_and_files_whose_names_begin_alike_are_kept_apart(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const names[] = {"Tabel 1", "Tabel 10"};
    static const char *const rows[] = {"område;år;Klubber\nNordparken;2021;12\n",
                                       "område;år;Rejser\nNordparken;2022;13\n"};
    write_workbook(folder, "bo.xlsx", names, rows);
    import(folder, "bo.xlsx", NULL, 0);
    content(folder, DRAFT);
    assert_content(folder, "observationer/bo.csv",
                   ROWS_HEADER "klubber;nord;2021;;;;12;;;bo.xlsx [Tabel 1]:2\r\n"
                               "rejser;nord;2022;;;;13;;;bo.xlsx [Tabel 10]:2\r\n");
    plan_folder_reset(folder);
    plan_folder_write(folder, "kv.csv", "område;år;antal\nNordparken;2021;5\n");
    plan_folder_write(folder, "ny_kv.csv", "område;år;antal\nSydparken;2021;6\n");
    import(folder, "kv.csv ny_kv.csv", NULL, 0);
    content(folder, DRAFT);
    content(folder, FORMER_DRAFT);
    assert_content(folder, "observationer/kv.csv", ROWS_HEADER "kv;nord;2021;;;;5;;;kv.csv:2\r\n");
    assert_content(folder, "observationer/ny_kv.csv",
                   ROWS_HEADER "ny_kv;syd;2021;;;;6;;;ny_kv.csv:2\r\n");
}

static void a_survey_is_written_with_its_answers_and_response_rate(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(
        folder, "svarene.csv",
        "område;år;Trygge, pct.;Antal svar;Svarprocent\nNordparken;2021;75,5;80;45\n");
    const char *output = import(folder, "svarene.csv", NULL, 0);
    content(folder, DRAFT);
    assert_content(folder, "observationer/svarene.csv",
                   MARK "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note;"
                        "svarprocent;designeffekt;population\r\n"
                        "svarene;nord;2021;;;80;75,5;;;svarene.csv:2;45;;\r\n");
    assert_says(output, "    svarene, svarprocent; udvalg: tal=Svarprocent; område: område\n");
    assert_content(folder, "indikatorer.csv", BASE_INDICATORS);
}

static void what_was_assumed_of_periods_and_zeros_is_told(void **state)
{
    struct plan_folder *folder = *state;
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"område;år;Foreninger\nNordparken;2021;12\nSydparken;;13\n",
         "/ny.csv: tal uden periode er lagt under »ukendt«\n"},
        {"OMRÅDE;SAG;TID;INDHOLD\nNordparken;Tyveri;2021;12\nNordparken;Vold;2021;3\n"
         "Sydparken;Vold;2021;4\n",
         "/ny.csv: »tyveri« er læst som nul, hvor rækken ikke findes: syd 2021\n"},
        {"område;år;Foreninger\nNORD;2021;12\n", "/ny.csv: antaget om navne: »NORD« = nord\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plan_folder_reset(folder);
        plan_folder_write(folder, "ny.csv", rows[i].text);
        const char *output = import(folder, "ny.csv", NULL, 0);
        content(folder, DRAFT);
        content(folder, FORMER_DRAFT);
        content(folder, "observationer/ny.csv");
        assert_says(output, rows[i].says);
    }
}

/* --- what is refused -------------------------------------------------------------------------- */
struct refusal {
    const char *text;
    unsigned line;
    const char *says;
};

/* Nothing is written but a draft. */
static void assert_refused(struct plan_folder *folder, const char *map,
                           const struct refusal *refusal)
{
    plan_folder_write(folder, "andelen.csv", refusal->text);
    const char *indicators = content(folder, "indikatorer.csv"),
               *figures = content(folder, FIGURES_FILE);
    import(folder, "andelen.csv", map, 3);
    content(folder, DRAFT);
    assert_null(content(folder, ROWS));
    assert_content(folder, "indikatorer.csv", indicators);
    assert_content(folder, FIGURES_FILE, figures);
    for (size_t i = 0; i < folder->diagnostics.count; i++)
        if (folder->diagnostics.items[i].at.line == refusal->line &&
            strstr(folder->diagnostics.items[i].text, refusal->says))
            return;
    plan_folder_print(folder);
    fail_msg("nobody says »%s« of line %u", refusal->says, refusal->line);
}

static void nothing_is_written_where_anything_is_wrong(void **state)
{
    static const struct refusal refusals[] = {
        {"", 0, "der er ingen tabel med tal"},
        {"Nordparken;12\nSydparken;7\n", 0, "tabellen har ingen overskrift"},
        {"område;år;tæller;nævner\nNordparken;2021;mange;100\nNordparken;2022;13;100\n", 2,
         "»mange« kan ikke læses som et tal · betyder det, at tallet mangler eller er skjult, så "
         "skriv det i kortlægningens kolonne tegn"},
        {"område;år;tæller;nævner\nNordparken;2021;=A1;100\n", 2, "formel"},
        {"område;år;Ukendte folk\nNordparken;2021;12\nNordparken;2021;13\n", 3,
         "har to tal for 2021, her og i linje 2"},
        {"område;år;Ukendte folk\nVestparken;2021;12\nØstparken;2021;13\n", 0,
         "ingen navne i tabellen er et område"},
        {"{\"a\": 1}", 0, "en JSON-fil"},
        {"område;tæller;nævner\nNordparken;12;100\n", 0,
         "tabellen siger ikke, hvilken periode tallene er fra · skriv den i kolonnen periode"},
        {FIGURES_HEADER "andelen;nord;2021;;12;100;;;\n", 0,
         "filen er allerede i planens egen form · læg den i mappen observationer"},
        {"område;år;tæller;nævner\nNordparken;2021;12;7\n", 2,
         "tælleren 12 er større end nævneren 7"},
    };
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        assert_refused(*state, NULL, &refusals[i]);
}

static void figures_that_another_file_of_the_plan_has_are_refused_where_they_stand(void **state)
{
    struct plan_folder *folder = *state;
    static const struct refusal refusal = {
        "område;år;tæller;nævner\nByen;2020;500;1000\nNordparken;2021;12;100\n", 2,
        "»andelen« i »by« for 2020 står her allerede"};
    assert_refused(folder, NULL, &refusal);
    assert_problem_count(folder, 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, FIGURES_FILE);
}

static void of_many_repeated_figures_five_are_named(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = FIGURES_HEADER, *text = "område;år;tæller;nævner\n";
    for (int year = 2010; year < 2018; year++) {
        rows = arena_printf(folder->arena, "%sandelen;nord;%d;;12;100;;;\n", rows, year);
        text = arena_printf(folder->arena, "%sNordparken;%d;12;100\n", text, year);
    }
    plan_folder_write(folder, FIGURES_FILE, rows);
    const struct refusal refusal = {text, 0, "3 tal til står allerede i planens andre filer"};
    assert_refused(folder, NULL, &refusal);
    assert_problem_count(folder, 6);
}

static void a_faulty_mapping_is_refused(void **state)
{
    struct plan_folder *folder = *state;
    static const struct refusal refusal = {SHARES, 2, "ukendt"};
    plan_folder_write(folder, "kort.csv", "indikator;felt\nukendt;værdi\n");
    assert_refused(folder, "kort.csv", &refusal);
    assert_null(content(folder, DRAFT));
}

static void a_mapping_that_does_not_fit_the_files_is_refused(void **state)
{
    static const struct {
        const char *mapping;
        struct refusal refusal;
    } rows[] = {
        {"indikator;felt;udvalg\nandelen;tæller;tal=tælleren\nandelen;nævner;tal=nævner\n",
         {SHARES, 2,
          "»tælleren« findes ikke i kolonnen »tal« · skriv en af dens værdier i udvalg: tæller, "
          "nævner"}},
        {"indikator;felt;fil;udvalg\nandelen;tæller;;tal=tæller\nandelen;nævner;folk.csv;\n",
         {SHARES, 3, "ingen af filerne har det, rækken peger på"}},
        {"indikator;felt;fil\ntallet;værdi;delen.csv\n",
         {SHARES, 0, "ingen række i kortlægningen passer til tabellen"}},
        {"indikator;felt;udvalg;omregning\ntallet;værdi;tal=tæller;2017=2018\n",
         {SHARES, 2, "rækken giver ingen tal fra "}},
        {"indikator;felt;udvalg\nandelen;tæller;tal=nævner\nandelen;nævner;tal=tæller\n",
         {SHARES, 2, " er større end nævneren "}},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plan_folder_write(folder, "kort.csv", rows[i].mapping);
        assert_refused(folder, "kort.csv", &rows[i].refusal);
        assert_null(content(folder, DRAFT));
        assert_null(content(folder, NEW_INDICATORS));
    }
}

static void a_faulty_plan_is_refused_before_anything_is_read(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv", SHARES);
    plan_folder_write(folder, "omraader.csv", "kode;navn\n");
    assert_string_equal(import(folder, "andelen.csv", NULL, 3),
                        "\nDer er fejl, så ingen tal er skrevet i planen.\n");
    assert_null(content(folder, DRAFT));
}

/* The settings of plan.csv are no matter of figures. */
static void a_plan_with_settings_to_be_filled_in_takes_figures(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "andelen.csv", SHARES);
    plan_folder_write(folder, "plan.csv", "nøgle;værdi\ntitel;\n");
    import(folder, "andelen.csv", NULL, 0);
    assert_non_null(content(folder, ROWS));
    content(folder, DRAFT);
}

static void a_workbook_of_empty_sheets_is_told(void **state)
{
    struct plan_folder *folder = *state;
    struct xlsx_build build = xlsx_build_new(folder->arena);
    plan_folder_write(folder, "tom.xlsx", "");
    xlsx_build_book(&build, "",
                    "<sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/>"
                    "<sheet name=\"Ark2\" sheetId=\"2\" r:id=\"rId2\"/>",
                    XLSX_RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                        XLSX_RELATION("rId2", "worksheet", "worksheets/sheet2.xml"));
    xlsx_build_sheet(&build, "xl/worksheets/sheet2.xml", "", "");
    assert_true(xlsx_build_save(&build, plan_folder_file(folder, "tom.xlsx")));
    import(folder, "tom.xlsx", NULL, 3);
    assert_problem_count(folder, 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "der er ingen tabel med tal"));
}

/* The figures are refused with their indicator: no part of an import is written alone. */
static void a_mean_of_two_years_needs_a_column_that_forbids_trends(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(
        folder, "kriterium.csv",
        "område;periode;kriterium\nNordparken;2020-2021;3,1\nNordparken;2021-2022;2,9\n");
    import(folder, "kriterium.csv", NULL, 3);
    content(folder, DRAFT);
    assert_problem_count(folder, 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "mangler kolonnen »tendens«"));
    assert_null(content(folder, "observationer/kriterium.csv"));
    assert_content(folder, "indikatorer.csv", BASE_INDICATORS);
}

static void without_a_plan_folder_it_is_the_command_line_that_is_wrong(void **state)
{
    struct plan_folder *folder = *state;
    struct command_line line = {
        .diagnostics = &folder->diagnostics, .words = {"import", "tal.csv"}, .word_count = 2};
    assert_int_equal(command_import(&line), 2);
    assert_problem_count(folder, 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "skriv efter --to"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(figures_become_rows_of_a_file_called_as_their_source),
        PLAN_FOLDER_TEST(an_indicator_that_the_plan_lacks_is_added),
        PLAN_FOLDER_TEST(a_second_import_of_the_same_changes_nothing),
        PLAN_FOLDER_TEST(a_changed_file_takes_the_place_of_the_former_one_which_is_kept),
        PLAN_FOLDER_TEST(a_former_draft_is_kept),
        PLAN_FOLDER_TEST(new_indicators_of_a_refused_import_are_left_to_be_copied),
        PLAN_FOLDER_TEST(new_indicators_that_are_added_are_not_left_beside),
        PLAN_FOLDER_TEST(a_mapping_of_ones_own_is_followed_and_no_draft_made),
        PLAN_FOLDER_TEST(each_file_has_its_own_in_the_plan),
        PLAN_FOLDER_TEST(a_front_sheet_is_remarked_on_and_not_read),
        PLAN_FOLDER_TEST(sheets_called_by_areas_or_periods_are_one_indicator),
        PLAN_FOLDER_TEST(sheets_and_files_whose_names_begin_alike_are_kept_apart),
        PLAN_FOLDER_TEST(a_survey_is_written_with_its_answers_and_response_rate),
        PLAN_FOLDER_TEST(what_was_assumed_of_periods_and_zeros_is_told),
        PLAN_FOLDER_TEST(nothing_is_written_where_anything_is_wrong),
        PLAN_FOLDER_TEST(figures_that_another_file_of_the_plan_has_are_refused_where_they_stand),
        PLAN_FOLDER_TEST(of_many_repeated_figures_five_are_named),
        PLAN_FOLDER_TEST(a_faulty_mapping_is_refused),
        PLAN_FOLDER_TEST(a_mapping_that_does_not_fit_the_files_is_refused),
        PLAN_FOLDER_TEST(a_faulty_plan_is_refused_before_anything_is_read),
        PLAN_FOLDER_TEST(a_plan_with_settings_to_be_filled_in_takes_figures),
        PLAN_FOLDER_TEST(a_workbook_of_empty_sheets_is_told),
        PLAN_FOLDER_TEST(a_mean_of_two_years_needs_a_column_that_forbids_trends),
        PLAN_FOLDER_TEST(without_a_plan_folder_it_is_the_command_line_that_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
