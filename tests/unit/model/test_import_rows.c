/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/import_rows.h"

#define MOST_TABLES 2
#define AREAS_WITHOUT "områder i planen, som filerne ingen tal har for"

/* `andelen parken 2019: tæller=5 nævner=10`, or the reason why there are no numbers. */
static const char *row_text(struct arena *arena, const struct import_row *row)
{
    char period[PERIOD_TEXT];
    const char *text = arena_printf(arena, "%s %s%s%s %s:", row->indicator->code, row->area->code,
                                    row->group ? "/" : "", row->group ? row->group : "",
                                    period_text(period, row->period));
    for (int field = 0; field < MAPPED_FIELDS && row->reason == REASON_NONE; field++)
        if (row->has[field])
            text = arena_printf(arena, "%s %s=%g", text,
                                mapping_field_name((enum mapped_field)field), row->values[field]);
    if (row->reason == REASON_MISSING)
        text = arena_printf(arena, "%s mangler", text);
    else if (row->reason == REASON_SUPPRESSED_SOURCE)
        text = arena_printf(arena, "%s diskret", text);
    else if (row->reason != REASON_NONE)
        text = arena_printf(arena, "%s %s", text, reason_code(row->reason));
    return row->provisional ? arena_printf(arena, "%s foreløbig", text) : text;
}

static const char *rows_text(struct arena *arena, const struct import_rows *rows)
{
    const char *text = "";
    for (size_t i = 0; i < rows->count; i++)
        text = arena_printf(arena, "%s%s\n", text, row_text(arena, &rows->items[i]));
    return text;
}

/* import_of(folder, mapping, tables, rows): of files a.csv and b.csv; NULL for no second. */
static bool import_of(struct plan_folder *folder, const char *rules,
                      const char *const texts[MOST_TABLES], struct import_rows *rows)
{
    struct table *tables = arena_alloc(folder->arena, MOST_TABLES, sizeof *tables);
    static const char *const names[MOST_TABLES] = {"a.csv", "b.csv"};
    size_t count = 0;
    plan_folder_forget_problems(folder);
    for (; count < MOST_TABLES && texts[count]; count++)
        tables[count] = table_of(folder, names[count], texts[count]);
    struct mapping *mapping = arena_alloc(folder->arena, 1, sizeof *mapping);
    *mapping = good_mapping_of(folder, rules);
    return import_rows_make(&folder->diagnostics, &folder->catalogue, mapping, tables, count, rows);
}

struct example {
    const char *tables[MOST_TABLES];
    const char *mapping;
    const char *rows; /* NULL where it is refused */
    const char *says; /* of a note, or of the refusal; NULL for nothing but of areas */
    const char *file; /* where it is refused */
    unsigned line;
};

/* The first note that is not of areas without figures, or NULL. */
static const char *first_note(const struct import_rows *rows)
{
    for (size_t i = 0; i < rows->note_count; i++)
        if (!strstr(rows->notes[i], AREAS_WITHOUT))
            return rows->notes[i];
    return NULL;
}

static void check_at(struct plan_folder *folder, const struct example *example, const char *file,
                     int line)
{
    struct import_rows rows;
    bool fine = import_of(folder, example->mapping, example->tables, &rows);
    const char *text = rows_text(folder->arena, &rows);
    if (fine != (example->rows != NULL) || (fine && strcmp(text, example->rows) != 0)) {
        print_error("%s%s gives %s:\n%s", example->mapping, example->tables[0],
                    fine ? "rows" : "a refusal", fine ? text : "");
        plan_folder_print(folder);
        _fail(file, line);
    }
    assert_int_equal(diagnostics_stop(&folder->diagnostics, false), !fine);
    if (fine && example->says)
        assert_true(notes_have(rows.notes, rows.note_count, example->says));
    else if (fine && first_note(&rows))
        fail_msg("%s", first_note(&rows));
    if (fine)
        return;
    for (size_t i = 0; i < folder->diagnostics.count; i++) {
        const struct diagnostic *item = &folder->diagnostics.items[i];
        if (item->problem == PROBLEM_INPUT && strstr(item->text, example->says) &&
            strstr(item->text, " · ") && strcmp(item->at.file, example->file) == 0 &&
            item->at.line == example->line)
            return;
    }
    plan_folder_print(folder);
    print_error("»%s« is not said at %s:%u\n", example->says, example->file, example->line);
    _fail(file, line);
}

#define CHECK(folder, examples)                                                                    \
    for (size_t example_ = 0; example_ < COUNT_OF(examples); example_++)                           \
    check_at((folder), &(examples)[example_], __FILE__, __LINE__)

#define RULES "indikator;felt;fil;udvalg\n"
#define VALUES "OMRÅDE;TID;TAL\n"

/* --- fields of one row ------------------------------------------------------------------------ */

#define JOBS                                                                                       \
    "OMRÅDE;TID;I job;I alt\n"                                                                    \
    "Engen;2020;10;40\nParken;2020;30;60\nParken;2019;20;50\nNordby Kommune;2019;200;1000\n"
#define JOB_RULES RULES "andelen;tæller;;tal=I job\nandelen;nævner;;tal=I alt\n"

static void fields_of_one_place_become_one_row(void **state)
{
    static const struct example examples[] = {
        {{JOBS},
         JOB_RULES,
         "andelen nordby 2019: tæller=200 nævner=1000\n"
         "andelen parken 2019: tæller=20 nævner=50\n"
         "andelen parken 2020: tæller=30 nævner=60\n"
         "andelen engen 2020: tæller=10 nævner=40\n",
         NULL,
         NULL,
         0},
        /* indicators in the order of the catalogue, whatever that of the rules */
        {{VALUES "Parken;2019;5\n"},
         RULES "tallet;værdi;;\nandelen;nævner;;\nandelen;tæller;;\n",
         "andelen parken 2019: tæller=5 nævner=5\ntallet parken 2019: værdi=5\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;Ja;Svar;Svarpct.;Borgere\nParken;2019;60;80;45,5;900\n"},
         RULES
         "svarene;tæller;;tal=Ja\nsvarene;nævner;;tal=Svar\nsvarene;svarprocent;;tal=Svarpct.\n"
         "svarene;population;;tal=Borgere\n",
         "svarene parken 2019: tæller=60 nævner=80 svarprocent=45.5 population=900\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;Pct.;Svar\nParken;2019;75,5;80\n"},
         RULES "svarene;værdi;;tal=Pct.\nsvarene;nævner;;tal=Svar\n",
         "svarene parken 2019: nævner=80 værdi=75.5\n",
         NULL,
         NULL,
         0},
        {{VALUES "Parken;2019;5\n", VALUES "Parken;2019;10\nEngen;2019;20\n"},
         RULES "svarene;tæller;a.csv;\nsvarene;nævner;b.csv;\n",
         "svarene parken 2019: tæller=5 nævner=10\nsvarene engen 2019: mangler\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;Snit;Elever;SD\nParken;2019;6,5;20;2,25\n"},
         RULES "snittet;værdi;;tal=Snit\nsnittet;nævner;;tal=Elever\nsnittet;spredning;;tal=SD\n",
         "snittet parken 2019: nævner=20 værdi=6.5 spredning=2.25\n",
         NULL,
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void numerator_and_denominator_can_come_from_two_files(void **state)
{
    static const char rules[] = RULES "andelen;tæller;a.csv;\nandelen;nævner;b.csv;\n";
    static const struct example examples[] = {
        {{VALUES "Parken;2019;5\nParken;2020;6\n", VALUES "Parken;2019;10\nParken;2020;20\n"},
         rules,
         "andelen parken 2019: tæller=5 nævner=10\nandelen parken 2020: tæller=6 nævner=20\n",
         NULL,
         NULL,
         0},
        {{VALUES "Parken;2019;5\nParken;2020;6\n", VALUES "Parken;2019;10\nEngen;2019;20\n"},
         rules,
         "andelen parken 2019: tæller=5 nævner=10\nandelen parken 2020: mangler\n"
         "andelen engen 2019: mangler\n",
         NULL,
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void an_election_without_electors_is_missing_with_a_note(void **state)
{
    static const char rules[] = "indikator;felt;udvalg;omregning\n"
                                "valget;tæller;tal=Stemmer;2017=2017-11-21|2021=2021-11-16\n"
                                "valget;nævner;tal=Vælgere;2017=2017-11-21|2021=2021-11-16\n";
    static const char *const tables[MOST_TABLES] = {
        "OMRÅDE;TID;Stemmer;Vælgere\nParken;2017;300;500\nParken;2021;310;\n"};
    static const char *const absent[MOST_TABLES] = {
        "OMRÅDE;tal;TID;TAL\nParken;Stemmer;2017;300\nParken;Vælgere;2017;500\n"
        "Parken;Stemmer;2021;310\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_true(import_of(folder, rules, tables, &rows));
    assert_string_equal(rows_text(folder->arena, &rows),
                        "valget parken 2017-11-21: tæller=300 nævner=500\n"
                        "valget parken 2021-11-16: mangler\n");
    assert_true(import_of(folder, rules, absent, &rows));
    assert_string_equal(rows_text(folder->arena, &rows),
                        "valget parken 2017-11-21: tæller=300 nævner=500\n"
                        "valget parken 2021-11-16: mangler\n");
    assert_string_equal(rows.items[1].note, "a.csv:4; a.csv: ingen række");
}

static void a_needed_figure_that_no_table_has_is_named_in_the_note(void **state)
{
    static const char *const tables[MOST_TABLES] = {VALUES "Parken;2019;5\n",
                                                    VALUES "Engen;2019;10\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_true(
        import_of(folder, RULES "andelen;tæller;a.csv;\nandelen;nævner;b.csv;\n", tables, &rows));
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].note, "a.csv:2; nævner findes ikke for perioden");
    assert_string_equal(rows.items[1].note, "b.csv:2; tæller findes ikke for perioden");
    assert_int_equal(rows.items[0].reason, REASON_MISSING);
}

static void a_note_says_where_the_figures_stood_and_what_was_done(void **state)
{
    static const struct {
        const char *mapping, *table, *note;
    } rows[] = {
        {"indikator;felt\ntallet;værdi\n", VALUES "Parken;2019;5\n", "a.csv:2"},
        {"indikator;felt;omregning\ntallet;værdi;sum\n",
         VALUES "Parken;2019K1;1\nParken;2019K2;1\nParken;2019K3;1\nParken;2019K4;1\n",
         "a.csv:2 sum af 4"},
        {"indikator;felt;omregning\ntallet;værdi;gennemsnit\n",
         VALUES "Parken;2019K1;1\nParken;2019K2;1\nParken;2019K3;1\nParken;2019K4;1\n",
         "a.csv:2 gennemsnit af 4"},
        {"indikator;felt\ntallet;værdi\n", VALUES "Parken;2018-2019;5\n",
         "a.csv:2 gennemsnit af to år"},
        {"indikator;felt\ntallet;værdi\n", "OMRÅDE;TID;TAL;Kilde\nParken;2019;5;Jobcenteret\n",
         "a.csv:2; Jobcenteret"},
        {"indikator;felt;fraværende;udvalg\ntallet;værdi;nul;SAG=V\n",
         "OMRÅDE;SAG;TID;TAL\nParken;T;2019;5\nEngen;V;2019;5\n", "a.csv: ingen række"},
        /* one file and line is said once, another that begins like it too */
        {JOB_RULES, "OMRÅDE;TID;I job;I alt\nParken;2020;30;60\n", "a.csv:2"},
        {"indikator;felt;udvalg\nandelen;tæller;SAG=T\nandelen;nævner;SAG=N\n",
         "OMRÅDE;SAG;TID;TAL\nParken;N;2019;60\nEngen;N;2019;1\nEngen;N;2020;1\nEngen;N;2021;1\n"
         "Engen;N;2022;1\nEngen;N;2023;1\nEngen;N;2024;1\nEngen;N;2025;1\nEngen;N;2018;1\n"
         "Engen;N;2017;1\nEngen;N;2016;1\nEngen;N;2015;1\nEngen;N;2014;1\nEngen;N;2013;1\n"
         "Engen;N;2012;1\nEngen;N;2011;1\nEngen;N;2010;1\nEngen;N;2009;1\nEngen;N;2008;1\n"
         "Parken;T;2019;5\n",
         "a.csv:21; a.csv:2"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *const tables[MOST_TABLES] = {rows[i].table};
        struct import_rows made;
        assert_true(import_of(folder, rows[i].mapping, tables, &made));
        assert_true(made.count > 0);
        assert_string_equal(made.items[0].note, rows[i].note);
    }
}

/* --- reasons ---------------------------------------------------------------------------------- */

static void hidden_or_missing_in_a_needed_field_is_the_rows(void **state)
{
    static const struct example examples[] = {
        {{"OMRÅDE;TID;I job;I alt\nParken;2018;x;50\nParken;2019;..;50\nParken;2020;5;..\n"
          "Parken;2021;x;..\nParken;2022;..;x\nEngen;2018;5;50\nEngen;2019;5*;50\n"},
         JOB_RULES,
         "andelen parken 2018: diskret\nandelen parken 2019: mangler\n"
         "andelen parken 2020: mangler\nandelen parken 2021: diskret\n"
         "andelen parken 2022: diskret\nandelen engen 2018: tæller=5 nævner=50\n"
         "andelen engen 2019: tæller=5 nævner=50 foreløbig\n",
         "a.csv: »andelen« er læst som foreløbig, hvor der står en stjerne",
         NULL,
         0},
        /* what a figure can do without */
        {{"OMRÅDE;TID;Snit;Elever;SD\nParken;2019;6,5;20;x\nParken;2020;6,5;20;..\n"},
         RULES "snittet;værdi;;tal=Snit\nsnittet;nævner;;tal=Elever\nsnittet;spredning;;tal=SD\n",
         "snittet parken 2019: nævner=20 værdi=6.5\nsnittet parken 2020: nævner=20 værdi=6.5\n",
         NULL,
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void a_place_of_which_nothing_is_known_is_not_written(void **state)
{
    static const struct example examples[] = {
        {{"OMRÅDE;SAG;TID;TAL\nParken;T;2019;5\nEngen;V;2019;7\n"},
         "indikator;felt;udvalg;fraværende\ntallet;værdi;SAG=V;\n",
         "tallet engen 2019: værdi=7\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;SAG;TID;TAL\nParken;T;2019;5\nEngen;V;2019;7\n"},
         "indikator;felt;udvalg;fraværende\ntallet;værdi;SAG=V;nul\n",
         "tallet parken 2019: værdi=0\ntallet engen 2019: værdi=7\n",
         "a.csv: »tallet« er læst som nul, hvor rækken ikke findes: parken 2019",
         NULL,
         0},
        /* nor is one zero in a period that nobody has a row for */
        {{"OMRÅDE;SAG;TID;TAL\nParken;T;2019;5\nParken;T;2020;5\nSydby;V;2019;7\n"},
         "indikator;felt;udvalg;fraværende\ntallet;værdi;SAG=V;nul\n",
         "tallet parken 2019: værdi=0\n",
         "a.csv: »tallet« er læst som nul, hvor rækken ikke findes: parken 2019",
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

/* A figure of one file is not hidden by a row that another file does not have. */
static void a_figure_goes_before_a_row_that_is_not_there(void **state)
{
    static const char with[] = "OMRÅDE;SAG;TID;TAL\nParken;V;2019;5\n";
    static const char without[] = "OMRÅDE;SAG;TID;TAL\nParken;T;2019;7\nSydby;V;2019;1\n";
    static const char rules[] = "indikator;felt;udvalg;fraværende\ntallet;værdi;SAG=V;nul\n";
    static const struct example examples[] = {
        {{with, without}, rules, "tallet parken 2019: værdi=5\n", "udeladt (1): Sydby", NULL, 0},
        {{without, with}, rules, "tallet parken 2019: værdi=5\n", "udeladt (1): Sydby", NULL, 0},
    };
    CHECK(import_folder(state), examples);
}

static void figures_are_counted_by_their_kind(void **state)
{
    static const char *const tables[MOST_TABLES] = {
        "OMRÅDE;SAG;TID;TAL\n"
        "Parken;V;2010;5\nParken;V;2011;-3\nParken;V;2012;0\nParken;V;2013;-\nParken;V;2014;x\n"
        "Parken;V;2015;<5\nParken;V;2016;..\nParken;V;2017;\nParken;V;2018;..\nParken;V;2019;8\n"
        "Parken;T;2020;1\nParken;T;2021;1\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_true(import_of(folder,
                          "indikator;felt;udvalg;fraværende;tegn\ntallet;værdi;SAG=V;nul;nul=-\n",
                          tables, &rows));
    assert_int_equal(rows.count, 12);
    assert_int_equal(rows.counts.numbers, 3);
    assert_int_equal(rows.counts.zeros, 2);
    assert_int_equal(rows.counts.hidden, 2);
    assert_int_equal(rows.counts.missing, 3);
    assert_int_equal(rows.counts.absent_zero, 2);
    assert_int_equal(rows.counts.absent_missing, 0);
    assert_near(rows.items[1].values[MAPPED_VALUE], -3, 0);
}

static void absent_figures_beside_known_ones_are_counted(void **state)
{
    static const char *const tables[MOST_TABLES] = {
        "OMRÅDE;SAG;TID;TAL\nParken;V;2019;5\nParken;N;2019;50\nParken;V;2020;6\n"
        "Parken;andet;2021;1\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_true(import_of(folder,
                          "indikator;felt;udvalg\nandelen;tæller;SAG=V\nandelen;nævner;SAG=N\n",
                          tables, &rows));
    assert_string_equal(rows_text(folder->arena, &rows),
                        "andelen parken 2019: tæller=5 nævner=50\nandelen parken 2020: mangler\n");
    assert_int_equal(rows.counts.numbers, 3);
    assert_int_equal(rows.counts.absent_missing, 1); /* nothing is known of 2021 */
}

/* --- shares that must agree ------------------------------------------------------------------- */

static void a_share_agrees_within_its_written_decimals(void **state)
{
    static const struct {
        const char *count, *base, *share;
        bool fine;
    } rows[] = {
        {"1", "3", "33,3", true},       {"1", "3", "33,33", true},  {"1", "3", "33", true},
        {"1", "3", "33,4", false},      {"1", "3", "33,34", false}, {"1", "3", "34", false},
        {"1", "3", "33,2", false},      {"1", "8", "12,5", true},   {"1", "8", "13", true},
        {"1", "8", "12", true},         {"1", "8", "12,51", false}, {"1", "3", "0,333", false},
        {"1", "3", "..", true},         {"1", "3", "x", true},      {"0", "3", "0", true},
        {"0", "3", "0,0", true},        {"3", "3", "100", true},    {"2", "3", "66,7 %", true},
        {"2", "3", "66,6 pct.", false},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *const tables[MOST_TABLES] = {
            arena_printf(folder->arena, "OMRÅDE;TID;Antal;Alle;Andel\nParken;2019;%s;%s;%s\n",
                         rows[i].count, rows[i].base, rows[i].share)};
        struct import_rows made;
        bool fine = import_of(folder,
                              RULES "andelen;tæller;;tal=Antal\nandelen;nævner;;tal=Alle\n"
                                    "andelen;kontrol;;tal=Andel\n",
                              tables, &made);
        if (fine != rows[i].fine)
            fail_msg("%s of %s is %s: %s", rows[i].count, rows[i].base, rows[i].share,
                     fine ? "taken" : "refused");
        if (!fine) {
            assert_problem_count(folder, 1);
            assert_int_equal(folder->diagnostics.items[0].at.line, 2);
            assert_non_null(strstr(folder->diagnostics.items[0].text,
                                   "procenten passer ikke med tæller og nævner · "));
        }
        assert_int_equal(made.counts.numbers + made.counts.zeros, 2); /* the share is not one */
    }
}

static void a_rate_agrees_by_its_own_factor(void **state)
{
    static const char rules[] = RULES "raten;tæller;;tal=Sager\nraten;nævner;;tal=Borgere\n"
                                      "raten;kontrol;;tal=Rate\n";
    static const struct example examples[] = {
        {{"OMRÅDE;TID;Sager;Borgere;Rate\nParken;2019;12;800;15,0\n"},
         rules,
         "raten parken 2019: tæller=12 nævner=800\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;Sager;Borgere;Rate\nParken;2019;12;800;1,5\n"},
         rules,
         NULL,
         "procenten passer ikke",
         "a.csv",
         2},
    };
    CHECK(import_folder(state), examples);
}

static void shares_that_cannot_be_checked_are_told(void **state)
{
    static const struct example examples[] = {
        {{"OMRÅDE;TID;Antal;Alle;Andel\nParken;2019;1;3;33,3\nParken;2020;x;3;33,3\n"
          "Parken;2021;1;..;33,3\n"},
         RULES "andelen;tæller;;tal=Antal\nandelen;nævner;;tal=Alle\nandelen;kontrol;;tal=Andel\n",
         "andelen parken 2019: tæller=1 nævner=3\nandelen parken 2020: diskret\n",
         "procenter ved tal, der er skjult eller nul, og som ikke bruges: 1",
         NULL,
         0},
        /* missing would say that there is no figure */
        {{"OMRÅDE;TID;Antal;Alle;Andel\nParken;2019;1;3;33,3\nParken;2020;;;33,3\n"
          "Engen;2021;1;..;33,3\nEngen;2022;1;..;\n"},
         RULES "andelen;tæller;;tal=Antal\nandelen;nævner;;tal=Alle\nandelen;kontrol;;tal=Andel\n",
         "andelen parken 2019: tæller=1 nævner=3\nandelen engen 2022: mangler\n",
         "procenter, der står uden både tæller og nævner og er udeladt (2): andelen parken 2020, "
         "andelen engen 2021. Skal de med, så tilføj en indikator af typen værdi",
         NULL,
         0},
        {{"OMRÅDE;TID;Antal;Alle;Andel\nParken;2019;0;0;0\n"},
         RULES "andelen;tæller;;tal=Antal\nandelen;nævner;;tal=Alle\nandelen;kontrol;;tal=Andel\n",
         "andelen parken 2019: tæller=0 nævner=0\n",
         "procenter ved tal, der er skjult eller nul, og som ikke bruges: 1",
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void areas_of_which_only_others_of_their_role_have_figures_are_told(void **state)
{
    static const struct {
        const char *rows, *says; /* NULL for nothing */
    } examples[] = {
        {"Parken;2019;1\n", AREAS_WITHOUT " (1): engen"},
        {"Parken;2019;..\nNordby;2019;1\n", AREAS_WITHOUT " (1): engen"},
        {"Parken;2019;1\nEngen;2019;1\n", NULL},
        {"Nordby;2019;1\n", NULL},
        {"Lundens afdeling;2019;1\n", NULL}, /* the only one */
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        const char *text = arena_printf(folder->arena, VALUES "%s", examples[i].rows);
        const char *const texts[MOST_TABLES] = {text, NULL};
        struct import_rows rows;
        assert_true(import_of(folder, "indikator;felt\ntallet;værdi\n", texts, &rows));
        const char *last = rows.note_count ? rows.notes[rows.note_count - 1] : "";
        if (examples[i].says)
            assert_string_equal(last, examples[i].says);
        else
            assert_null(strstr(last, AREAS_WITHOUT));
    }
}

/* --- counts that cannot be right -------------------------------------------------------------- */

static void a_denominator_that_cannot_be_right_is_refused(void **state)
{
    static const char share[] = RULES "andelen;tæller;;tal=Antal\nandelen;nævner;;tal=Alle\n";
    static const char rate[] = RULES "raten;tæller;;tal=Antal\nraten;nævner;;tal=Alle\n";
    static const char broken[] = "nævneren 52,5 er ikke et helt antal · se efter, om kortlægningen";
    static const struct example examples[] = {
        {{"OMRÅDE;TID;Antal;Alle\nParken;2018;1;2\nParken;2019;7;6\n"},
         share,
         NULL,
         "tælleren 7 er større end nævneren 6 · se efter, om kortlægningen peger på de rigtige",
         "a.csv",
         3},
        {{"OMRÅDE;TID;Antal;Alle\nParken;2019;1;52,5\n"}, share, NULL, broken, "a.csv", 2},
        {{"OMRÅDE;TID;Antal;Alle\nParken;2019;1;52,5\n"}, rate, NULL, broken, "a.csv", 2},
        /* a row that is not there, read as zero */
        {{"OMRÅDE;SAG;TID;TAL\nParken;T;2019;5\nEngen;T;2019;5\nEngen;N;2019;6\n"},
         "indikator;felt;udvalg;fraværende\nandelen;tæller;SAG=T;\nandelen;nævner;SAG=N;nul\n",
         NULL,
         "tælleren 5 er større end nævneren 0 · ",
         MAPPING_FILE,
         3},
        /* all of them, and more cases than persons */
        {{"OMRÅDE;TID;Antal;Alle\nParken;2019;6;6\n"},
         share,
         "andelen parken 2019: tæller=6 nævner=6\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;Antal;Alle\nParken;2019;7;6\n"},
         rate,
         "raten parken 2019: tæller=7 nævner=6\n",
         NULL,
         NULL,
         0},
        /* a numerator can be a mean, and what is hidden is no figure */
        {{"OMRÅDE;TID;Antal;Alle\nParken;2019;1,5;6\nEngen;2019;x;0\n"},
         share,
         "andelen parken 2019: tæller=1.5 nævner=6\nandelen engen 2019: diskret\n",
         NULL,
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

/* --- two figures for one place ---------------------------------------------------------------- */

static void the_same_figure_from_two_sources_is_refused(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Parken;2019;5\n", VALUES "Parken;2019;5\n"},
         "indikator;felt\ntallet;værdi\n",
         NULL,
         "værdi af »tallet« i »parken« for 2019 står både i a.csv:2 og i b.csv:2",
         MAPPING_FILE,
         2},
        {{VALUES "Parken;2019;5\n", VALUES "Parken;2019;..\n"},
         RULES "tallet;værdi;a.csv;\ntallet;værdi;b.csv;\n",
         NULL,
         "lad kun en række i kortlægningen pege på tallet",
         MAPPING_FILE,
         3},
        {{VALUES "Parken;2019;5\n", VALUES "Parken;2020;6\n"},
         "indikator;felt\ntallet;værdi\n",
         "tallet parken 2019: værdi=5\ntallet parken 2020: værdi=6\n",
         NULL,
         NULL,
         0},
        /* of one file too */
        {{"OMRÅDE;KØN;TID;TAL\nParken;M;2019;5\nParken;K;2019;6\n"},
         "indikator;felt;udvalg\ntallet;værdi;KØN=M\ntallet;værdi;KØN=K\n",
         NULL,
         "står både i a.csv:2 og i a.csv:3",
         MAPPING_FILE,
         3},
    };
    CHECK(import_folder(state), examples);
}

static void groups_of_one_place_are_rows_of_their_own(void **state)
{
    static const struct example examples[] = {
        {{"OMRÅDE;KØN;TID;TAL\nParken;M;2019;5\nParken;K;2019;6\nParken;I alt;2019;11\n"},
         "indikator;felt;udvalg;gruppe\ntallet;værdi;KØN=I alt;\ntallet;værdi;KØN=M|K;KØN\n",
         "tallet parken 2019: værdi=11\ntallet parken/K 2019: værdi=6\n"
         "tallet parken/M 2019: værdi=5\n",
         NULL,
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void means_of_two_years_that_overlap_need_no_trend(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Parken;2017-2018;1\nParken;2018-2019;2\n"},
         "indikator;felt\ntallet;værdi\n",
         NULL,
         "tallene til »tallet« er gennemsnit af to år, der overlapper",
         "indikatorer.csv",
         6},
        {{VALUES "Parken;2017-2018;1\nParken;2018-2019;2\n"},
         "indikator;felt\njaevnet;værdi\n", /* tendens nej */
         "jaevnet parken 2018: værdi=1\njaevnet parken 2019: værdi=2\n",
         NULL,
         NULL,
         0},
        {{VALUES "Parken;2015-2016;1\nParken;2017-2018;2\nEngen;2018-2019;3\n"},
         "indikator;felt\ntallet;værdi\n",
         "tallet parken 2016: værdi=1\ntallet parken 2018: værdi=2\ntallet engen 2019: værdi=3\n",
         NULL,
         NULL,
         0},
        {{"OMRÅDE;TID;I job;I alt\nParken;2017-2018;1;2\nParken;2018-2019;1;2\n"},
         JOB_RULES,
         NULL,
         "skriv nej i kolonnen tendens",
         "indikatorer.csv",
         2},
    };
    CHECK(import_folder(state), examples);
}

/* --- mappings and tables that do not meet ----------------------------------------------------- */

static void a_needed_field_without_a_rule_is_refused(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\nandelen;tæller\n",
         NULL,
         "kortlægningen siger ikke, hvor »nævner« til »andelen« står",
         MAPPING_FILE,
         2},
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\ntallet;værdi\nraten;nævner\n",
         NULL,
         "hvor »tæller« til »raten« står",
         MAPPING_FILE,
         3},
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\nsnittet;spredning\n",
         NULL,
         "hvor »værdi« til »snittet« står",
         MAPPING_FILE,
         2},
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\nsnittet;værdi\n",
         NULL,
         "hvor »nævner« til »snittet« står",
         MAPPING_FILE,
         2},
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\nsvarene;tæller\n",
         NULL,
         "hvor »nævner« til »svarene« står",
         MAPPING_FILE,
         2},
        {{VALUES "Parken;2019;5\n"},
         "indikator;felt\nsvarene;nævner\n",
         NULL,
         "hvor »tæller« til »svarene« står",
         MAPPING_FILE,
         2},
    };
    CHECK(import_folder(state), examples);
}

static void a_rule_that_no_table_suits_is_a_remark(void **state)
{
    static const char *const tables[MOST_TABLES] = {VALUES "Parken;2019;5\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_true(import_of(folder,
                          "indikator;felt;fil;udvalg\ntallet;værdi;;\njaevnet;værdi;b.csv;\n"
                          "dagen;værdi;;KØN=M\n",
                          tables, &rows));
    assert_string_equal(rows_text(folder->arena, &rows), "tallet parken 2019: værdi=5\n");
    assert_problem_count(folder, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(folder->diagnostics.items[i].problem, PROBLEM_REMARK);
        assert_int_equal(folder->diagnostics.items[i].at.line, 3 + i);
        assert_non_null(strstr(folder->diagnostics.items[i].text,
                               "ingen af filerne har det, rækken peger på · "));
    }
}

/* Then the indicator would be made of half of what its mapping says. */
static void a_rule_that_no_file_suits_is_a_problem_beside_others_of_its_indicator(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Parken;2019;5\n"},
         RULES "andelen;tæller;a.csv;\nandelen;nævner;b.csv;\n",
         NULL,
         "ingen af filerne har det, rækken peger på · importér også den fil, eller ret",
         MAPPING_FILE,
         3},
        {{VALUES "Parken;2019;5\n"},
         RULES "tallet;værdi;a.csv;\ntallet;værdi;b.csv;\n",
         NULL,
         "ingen af filerne har det, rækken peger på",
         MAPPING_FILE,
         3},
        {{VALUES "Parken;2019;5\n"},
         RULES "tallet;værdi;;KØN=M\ntallet;værdi;a.csv;\n",
         NULL,
         "eller ret kolonnerne fil og udvalg",
         MAPPING_FILE,
         2},
    };
    CHECK(import_folder(state), examples);
}

static void everybody_is_the_total_of_the_column_of_subgroups(void **state)
{
    static const struct example examples[] = {
        {{"OMRÅDE;KØN;TID;TAL\nParken;M;2019;5\nParken;K;2019;6\nParken;I alt;2019;11\n"},
         "indikator;felt;gruppe\ntallet;værdi;KØN\n",
         "tallet parken 2019: værdi=11\ntallet parken/K 2019: værdi=6\n"
         "tallet parken/M 2019: værdi=5\n",
         NULL,
         NULL,
         0},
        /* which another rule must not give too */
        {{"OMRÅDE;KØN;TID;TAL\nParken;M;2019;5\nParken;I alt;2019;11\n"},
         "indikator;felt;udvalg;gruppe\ntallet;værdi;KØN=I alt;\ntallet;værdi;;KØN\n",
         NULL,
         "står både i a.csv:3 og i a.csv:3",
         MAPPING_FILE,
         3},
    };
    CHECK(import_folder(state), examples);
}

static void a_table_without_a_rule_is_refused(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Parken;2019;5\n", VALUES "Parken;2019;5\n"},
         RULES "tallet;værdi;a.csv;\n",
         NULL,
         "ingen række i kortlægningen passer til tabellen",
         "b.csv",
         0},
    };
    CHECK(import_folder(state), examples);
}

static void all_faults_of_all_tables_are_named(void **state)
{
    static const char *const tables[MOST_TABLES] = {
        VALUES "Parken;2019;mange\nEngen;2019;5\nEngen;2020;6\n",
        VALUES "Parken;fjor;5\nEngen;2019;5\nEngen;2020;5\nEngen;2021;5\nEngen;2022;5\n"
               "Engen;2023;5\nEngen;2024;5\nEngen;2025;5\nEngen;2018;5\nEngen;2017;5\n"};
    struct plan_folder *folder = import_folder(state);
    struct import_rows rows;
    assert_false(
        import_of(folder, RULES "tallet;værdi;a.csv;\njaevnet;værdi;b.csv;\n", tables, &rows));
    assert_problem_count(folder, 2);
    assert_string_equal(folder->diagnostics.items[0].at.file, "a.csv");
    assert_int_equal(folder->diagnostics.items[0].at.line, 2);
    assert_string_equal(folder->diagnostics.items[1].at.file, "b.csv");
    assert_int_equal(folder->diagnostics.items[1].at.line, 2);
}

static void levels_stand_beside_each_other(void **state)
{
    static const struct example examples[] = {
        {{VALUES "Hele landet;2019;100\nRegion Nord;2019;50\n999 Nordby;2019;9\n"
                 "Uoplyst kommune;2019;2\nParken;2019;3\n"},
         "indikator;felt\ntallet;værdi\n",
         "tallet riget 2019: værdi=100\ntallet nordby 2019: værdi=9\n"
         "tallet parken 2019: værdi=3\n",
         "udeladt (2): Region Nord, Uoplyst kommune",
         NULL,
         0},
    };
    CHECK(import_folder(state), examples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(fields_of_one_place_become_one_row),
        PLAN_FOLDER_TEST(numerator_and_denominator_can_come_from_two_files),
        PLAN_FOLDER_TEST(an_election_without_electors_is_missing_with_a_note),
        PLAN_FOLDER_TEST(a_needed_figure_that_no_table_has_is_named_in_the_note),
        PLAN_FOLDER_TEST(a_note_says_where_the_figures_stood_and_what_was_done),
        PLAN_FOLDER_TEST(hidden_or_missing_in_a_needed_field_is_the_rows),
        PLAN_FOLDER_TEST(a_place_of_which_nothing_is_known_is_not_written),
        PLAN_FOLDER_TEST(a_figure_goes_before_a_row_that_is_not_there),
        PLAN_FOLDER_TEST(figures_are_counted_by_their_kind),
        PLAN_FOLDER_TEST(absent_figures_beside_known_ones_are_counted),
        PLAN_FOLDER_TEST(a_share_agrees_within_its_written_decimals),
        PLAN_FOLDER_TEST(a_rate_agrees_by_its_own_factor),
        PLAN_FOLDER_TEST(shares_that_cannot_be_checked_are_told),
        PLAN_FOLDER_TEST(areas_of_which_only_others_of_their_role_have_figures_are_told),
        PLAN_FOLDER_TEST(a_denominator_that_cannot_be_right_is_refused),
        PLAN_FOLDER_TEST(the_same_figure_from_two_sources_is_refused),
        PLAN_FOLDER_TEST(groups_of_one_place_are_rows_of_their_own),
        PLAN_FOLDER_TEST(means_of_two_years_that_overlap_need_no_trend),
        PLAN_FOLDER_TEST(a_needed_field_without_a_rule_is_refused),
        PLAN_FOLDER_TEST(a_rule_that_no_table_suits_is_a_remark),
        PLAN_FOLDER_TEST(a_rule_that_no_file_suits_is_a_problem_beside_others_of_its_indicator),
        PLAN_FOLDER_TEST(everybody_is_the_total_of_the_column_of_subgroups),
        PLAN_FOLDER_TEST(a_table_without_a_rule_is_refused),
        PLAN_FOLDER_TEST(all_faults_of_all_tables_are_named),
        PLAN_FOLDER_TEST(levels_stand_beside_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
