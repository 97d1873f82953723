/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/rule_reading.h"
#include "pejling/model/rule_selection.h"

/* The figures of an amount: `12`, `?` for missing, `x` for hidden. */
static const char *figure_text(struct arena *arena, const struct figure *figure)
{
    switch (figure->kind) {
    case FIGURE_NUMBER:
        return arena_printf(arena, "%g", figure->value);
    case FIGURE_MISSING:
        return "?";
    case FIGURE_HIDDEN:
        return "x";
    case FIGURE_FAULTY:
        break;
    }
    return "faulty";
}

/* `parken 2019=12`, a group behind a slash, and in brackets what was done to it. */
static const char *amount_text(struct arena *arena, const struct amount *amount)
{
    char period[PERIOD_TEXT];
    const char *text =
        arena_printf(arena, "%s%s%s %s=%s", amount->area->code, amount->group ? "/" : "",
                     amount->group ? amount->group : "", period_text(period, amount->period),
                     figure_text(arena, &amount->figure));
    if (amount->figure.provisional)
        text = arena_printf(arena, "%s*", text);
    if (amount->parts != 1)
        text = arena_printf(arena, "%s (%zu)", text, amount->parts);
    if (amount->two_years)
        text = arena_printf(arena, "%s (two years)", text);
    return amount->absent ? arena_printf(arena, "%s (absent)", text) : text;
}

static const char *amounts_text(struct arena *arena, const struct reading_results *results)
{
    const char *text = "";
    for (size_t i = 0; i < results->count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "",
                            amount_text(arena, &results->amounts[i]));
    return text;
}

struct example {
    const char *table;
    const char *rule; /* indikator;felt;udvalg;område;periode;gruppe;omregning;fraværende;tegn */
    const char *amounts;  /* NULL where it is refused */
    const char *says;     /* of a note, or of the refusal; NULL for none */
    unsigned line, field; /* where it is refused */
};

static void check_refusal(const struct plan_folder *folder, const struct example *example)
{
    unsigned column = field_column(example->table, example->line, example->field);
    for (size_t i = 0; i < folder->diagnostics.count; i++) {
        const struct diagnostic *item = &folder->diagnostics.items[i];
        if (item->problem == PROBLEM_INPUT && strstr(item->text, example->says) &&
            strstr(item->text, " · ") && item->at.line == example->line &&
            item->at.column == column)
            return;
    }
    plan_folder_print(folder);
    fail_msg("»%s« is not said at %u:%u", example->says, example->line, column);
}

static void check_at(struct plan_folder *folder, const struct example *example, const char *file,
                     int line)
{
    plan_folder_forget_problems(folder);
    const struct table table = table_of(folder, "a.csv", example->table);
    const struct mapping mapping = good_mapping_of(
        folder, arena_printf(folder->arena,
                             "indikator;felt;udvalg;område;periode;gruppe;omregning;fraværende;"
                             "tegn\n%s\n",
                             example->rule));
    struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
    assert_true(rule_fits(folder->arena, &mapping.rules[0], &table));
    bool fine = rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table, true,
                          &results);
    const char *amounts = amounts_text(folder->arena, &results);
    if (fine != (example->amounts != NULL) || (fine && strcmp(amounts, example->amounts) != 0)) {
        print_error("%s\n%s", example->rule, example->table);
        print_error("gives: %s\n", fine ? amounts : "a refusal");
        plan_folder_print(folder);
        _fail(file, line);
    }
    assert_int_equal(diagnostics_stop(&folder->diagnostics, false), !fine);
    if (!fine)
        check_refusal(folder, example);
    else if (example->says)
        assert_true(notes_have(results.notes.items, results.notes.count, example->says));
    else if (results.notes.count)
        fail_msg("%s: »%s«", example->rule, results.notes.items[0]);
}

#define CHECK(folder, examples)                                                                    \
    for (size_t example_ = 0; example_ < COUNT_OF(examples); example_++)                           \
    check_at((folder), &(examples)[example_], __FILE__, __LINE__)

/* --- which tables and columns ----------------------------------------------------------------- */

static void a_rule_fits_the_tables_that_have_what_it_names(void **state)
{
    static const struct {
        const char *file, *selection;
        bool fits;
    } rows[] = {
        {"", "", true},
        {"folk1a", "", true},
        {"folk1", "", false}, /* a part of the name */
        {"folk", "", true},   /* of the title */
        {"1a", "", false},
        {"folk1a.cs", "", false},
        {"data/folk1a.csv", "", false},
        {"FOLK1A", "", true},
        {"folk1a.csv", "", true},
        {"Befolkningen", "", true}, /* the title */
        {"befolkningen den 1.", "", true},
        {"aul01", "", false},
        {"", "KØN=I alt", true},
        {"", "koen=I alt", true},
        {"", "KØN=findes ikke", true},
        {"", "KØN=I alt & ALDER=5", false},
        {"", "ALDER=5", false},
        {"aul01", "KØN=I alt", false},
    };
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "data/folk1a.csv",
                                        "Befolkningen den 1. i kvartalet\n\n"
                                        "OMRÅDE;KØN;TID;INDHOLD\nParken;I alt;2019;7\n");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping mapping = good_mapping_of(
            folder, arena_printf(folder->arena, "indikator;felt;fil;udvalg\ntallet;værdi;%s;%s\n",
                                 rows[i].file, rows[i].selection));
        if (rule_fits(folder->arena, &mapping.rules[0], &table) != rows[i].fits)
            fail_msg("»%s«, »%s«", rows[i].file, rows[i].selection);
    }
}

#define SEXES                                                                                      \
    "OMRÅDE;KØN;TID;TAL\n"                                                                       \
    "Parken;Mænd;2019;3\nParken;Kvinder;2019;4\nParken;I alt;2019;7\n"                            \
    "Engen;Mænd;2019;1\nEngen;Kvinder;2019;2\nEngen;I alt;2019;3\n"

struct named_file {
    const char *file, *sheet, *title, *wanted;
    bool fits;
};

static void a_file_is_named_by_its_name_its_sheet_or_a_part_of_its_title(void **state)
{
    static const struct named_file rows[] = {
        {"kv.csv", "", "", "kv", true},
        {"kv.csv", "", "", "KV.csv", true},
        {"ny_kv.csv", "", "", "kv.csv", false},
        {"ny_kv.csv", "", "", "kv", false},
        {"kv.csv", "", "", "kv.xlsx", false},
        {"bo.xlsx", "Tabel 1", "", "Tabel 1", true},
        {"bo.xlsx", "Tabel 1", "", "tabel 1", true},
        {"bo.xlsx", "Tabel 10", "", "Tabel 1", false},
        {"bo.xlsx", "Tabel 1", "", "bo", true},
        {"bo.xlsx", "Tabel 1", "", "bo.xlsx", true},
        {"bo.xlsx", "Tabel 1", "", "bo.xlsx Tabel 1", true},
        {"bo.xlsx", "Tabel 1", "", "bo Tabel 1", true},
        {"bo.xlsx", "Tabel 10", "", "bo.xlsx Tabel 1", false},
        {"bo.xlsx", "Tabel 1", "", "ny.xlsx Tabel 1", false},
        {"bo.xlsx", "Tabel 1", "", "Tabel", false},
        {"mappe.d/tal", "", "", "tal", true},
        {"a.csv", "", "Ledige efter alder", "ledige", true},
        {"a.csv", "", "Ledige efter alder", "efter alder", true},
        {"a.csv", "", "Ledige efter alder", "køn", false},
        {"a.csv", "", "", "ledige", false},
        {"a.csv", "Ark1", "Ledige", "", true},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct table table = table_of(folder, rows[i].file, "OMRÅDE;TID;TAL\nParken;2019;7\n");
        table.sheet = rows[i].sheet;
        table.title = rows[i].title;
        const struct mapping_rule rule = {.file = rows[i].wanted};
        if (rule_fits(folder->arena, &rule, &table) != rows[i].fits)
            fail_msg("»%s« of %s [%s], »%s«", rows[i].wanted, rows[i].file, rows[i].sheet,
                     rows[i].title);
    }
}

static void the_selected_rows_are_read_or_summed(void **state)
{
    static const struct example examples[] = {
        {SEXES, "tallet;værdi;KØN=I alt;;;;;;", "parken 2019=7, engen 2019=3", NULL, 0, 0},
        {SEXES, "tallet;værdi;koen=i ALT;;;;;;", "parken 2019=7, engen 2019=3", NULL, 0, 0},
        {SEXES, "tallet;værdi;KØN=Mænd|Kvinder;;;;;;", "parken 2019=7 (2), engen 2019=3 (2)", NULL,
         0, 0},
        {SEXES, "tallet;værdi;KØN=Mæ*;;;;;;", "parken 2019=3, engen 2019=1", NULL, 0, 0},
        {SEXES, "tallet;værdi;KØN=I alt;;;KØN;;;", "parken 2019=7, engen 2019=3", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

static void a_mean_of_alternatives_is_their_sum_over_the_parts(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;KØN;TID;TAL\n"
         "Parken;M;2019K1;1\nParken;M;2019K2;2\nParken;M;2019K3;3\nParken;M;2019K4;4\n"
         "Parken;K;2019K1;5\nParken;K;2019K2;5\nParken;K;2019K3;5\nParken;K;2019K4;5\n",
         "tallet;værdi;KØN=M|K;;;;gennemsnit;;", "parken 2019=7.5 (8)", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

static void groups_are_kept_apart(void **state)
{
    static const struct example examples[] = {
        {SEXES, "tallet;værdi;;;;KØN;;;",
         "parken 2019=7, parken/Kvinder 2019=4, parken/Mænd 2019=3, "
         "engen 2019=3, engen/Kvinder 2019=2, engen/Mænd 2019=1",
         NULL, 0, 0},
        {"OMRÅDE;ALDER;TID;TAL\nParken;Alder i alt;2019;9\nParken;0-17;2019;4\nEngen;;2019;8\n",
         "tallet;værdi;;;;ALDER;;;", "parken 2019=9, parken/0-17 2019=4, engen 2019=8", NULL, 0, 0},
        {SEXES, "tallet;værdi;KØN=Mænd|Kvinder;;;KØN;;;",
         "parken/Kvinder 2019=4, parken/Mænd 2019=3, engen/Kvinder 2019=2, engen/Mænd 2019=1", NULL,
         0, 0},
        {SEXES, "tallet;værdi;KØN=K*|M*;;;KØN;;;",
         "parken/Kvinder 2019=4, parken/Mænd 2019=3, engen/Kvinder 2019=2, engen/Mænd 2019=1", NULL,
         0, 0},
        {SEXES, "tallet;værdi;;;;ALDER;;;", NULL,
         "ingen kolonne »ALDER« · kolonnerne er: OMRÅDE, KØN", 2, 0},
    };
    CHECK(import_folder(state), examples);
}

static void several_figures_for_one_place_are_refused_with_what_differs(void **state)
{
    static const struct example examples[] = {
        {SEXES, "tallet;værdi;;;;;;;", NULL,
         "»parken« har flere tal for 2019 (KØN=Mænd, KØN=Kvinder)", 3, 4},
        {SEXES, "tallet;værdi;KØN=*;;;;;;", NULL, "vælg et i kortlægningens kolonne udvalg", 4, 4},
        {"OMRÅDE;TID;TAL\nParken;2019;3\nEngen;2019;1\nParken;2019;3\n", "tallet;værdi;;;;;;;",
         NULL,
         "»parken« har to tal for 2019, her og i linje 2 · er rækken gentaget, så slet den ene", 4,
         3},
        /* two names of one area */
        {"OMRÅDE;TID;TAL\nParken;2019;3\n081;2019;4\n", "tallet;værdi;;;;;;;", NULL,
         "»parken« har to tal for 2019, her og i linje 2", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2019;3\nParken;2020;4\n", "tallet;værdi;;;2021;;;;", NULL,
         "»parken« har to tal for 2021, her og i linje 2", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2019;3\nParken;2019*;4\n", "tallet;værdi;;;;;;;", NULL,
         "»parken« har to tal for 2019, her og i linje 2", 3, 3},
        /* two names of everybody in the column of subgroups */
        {"OMRÅDE;KØN;TID;TAL\nParken;I alt;2019;3\nParken;Total;2019;4\n", "tallet;værdi;;;;KØN;;;",
         NULL, "»parken« har flere tal for 2019 (KØN=I alt, KØN=Total)", 3, 4},
    };
    CHECK(import_folder(state), examples);
}

/* --- areas ------------------------------------------------------------------------------------ */

static void levels_stand_beside_each_other_and_are_never_summed(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nHele landet;2019;100\nRegion Nord;2019;50\n999 Nordby;2019;9\n"
         "Uoplyst kommune;2019;2\nParken;2019;3\nLunden Øst;2019;1\n",
         "tallet;værdi;;;;;;;", "riget 2019=100, nordby 2019=9, parken 2019=3, lunden 2019=1",
         "navne, der ikke er ét område i planen, og hvis tal er udeladt (2): Region Nord, Uoplyst "
         "kommune",
         0, 0},
        {"OMRÅDE;TID;TAL\n999 Nordby;2019;9\n", "tallet;værdi;;;;;;;", "nordby 2019=9",
         "a.csv: antaget om navne: »999 Nordby« = nordby", 0, 0},
        {"kommune;område;TID;TAL\nNordby;I alt;2019;9\nNordby;Parken;2019;3\n"
         "Nordby;Bakken;2019;4\n",
         "tallet;værdi;;;;;;;", "nordby 2019=9, parken 2019=3", "udeladt (1): Bakken", 0, 0},
        {"kommune;område;TID;TAL\nNordby;I alt;2019;9\nNordby;Parken;2019;3\n",
         "tallet;værdi;;område;;;;;", "parken 2019=3", "udeladt (1): I alt", 0, 0},
        {"TID;TAL\n2019;5\n2020;6\n", "tallet;værdi;;engen;;;;;", "engen 2019=5, engen 2020=6",
         NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

static void areas_that_cannot_be_found_are_refused(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nSydby;2019;3\n", "tallet;værdi;;;;;;;", NULL,
         "ingen kolonne i tabellen har områder fra planen (OMRÅDE)", 2, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;3\n", "tallet;værdi;;sted;;;;;", NULL,
         "»sted« er hverken en kolonne i tabellen eller et område i planen · kolonnerne er: OMRÅDE",
         2, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;3\n;2019;4\nEngen;2019;5\n", "tallet;værdi;;;;;;;", NULL,
         "rækken siger ikke, hvilket område den er om", 3, 3},
    };
    CHECK(import_folder(state), examples);
}

/* --- periods ---------------------------------------------------------------------------------- */

#define QUARTERS(last) "OMRÅDE;TID;TAL\nParken;2019K1;1\nParken;2019K2;2\nParken;2019K3;3\n" last

static void quarters_make_a_year_only_when_all_are_there(void **state)
{
    static const struct example examples[] = {
        {QUARTERS("Parken;2019K4;4\n"), "tallet;værdi;;;;;sum;;", "parken 2019=10 (4)", NULL, 0, 0},
        {QUARTERS("Parken;2019K4;4\n"), "tallet;værdi;;;;;gennemsnit;;", "parken 2019=2.5 (4)",
         NULL, 0, 0},
        {QUARTERS(""), "tallet;værdi;;;;;sum;;", "",
         "a.csv: en periode er ufuldstændig og er udeladt: parken 2019", 0, 0},
        {QUARTERS("Engen;2019K4;4\n"), "tallet;værdi;;;;;sum;;", "",
         "2 perioder er ufuldstændige og er udeladt: parken 2019, engen 2019", 0, 0},
        {QUARTERS(""), "tallet;værdi;;;;;gennemsnit;;", "", "parken 2019", 0, 0},
        {QUARTERS("Parken;2019K4;..\n"), "tallet;værdi;;;;;sum;;", "parken 2019=? (4)", NULL, 0, 0},
        {QUARTERS("Parken;2019K4;x\n"), "tallet;værdi;;;;;sum;;", "parken 2019=x (4)", NULL, 0, 0},
        {QUARTERS("Parken;2019K4;4*\n"), "tallet;værdi;;;;;sum;;", "parken 2019=10* (4)",
         "a.csv: »tallet« er læst som foreløbig, hvor der står en stjerne ved tallet eller "
         "perioden: parken 2019",
         0, 0},
        {QUARTERS("Parken;2019K4;4\n"), "tallet;værdi;;;;;K1;;", "parken 2019=1",
         "a.csv: perioder, der ikke bruges til »tallet«: 2019K2, 2019K3, 2019K4", 0, 0},
        {QUARTERS(""), "tallet;værdi;;;;;;;", NULL,
         "perioden »2019K1« passer ikke til opgørelsen af »tallet«", 2, 2},
        {QUARTERS(""), "kvartalet;værdi;;;;;;;",
         "parken 2019K1=1, parken 2019K2=2, parken 2019K3=3", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

#define MONTHS                                                                                     \
    "OMRÅDE;TID;TAL\nParken;2019M01;1\nParken;2019M02;1\nParken;2019M03;1\nParken;2019M04;2\n"    \
    "Parken;2019M05;2\nParken;2019M06;2\nParken;2019M07;3\nParken;2019M08;3\nParken;2019M09;3\n"   \
    "Parken;2019M10;6\nParken;2019M11;6\n"

static void months_make_quarters_and_years(void **state)
{
    static const struct example examples[] = {
        {MONTHS "Parken;2019M12;6\n", "tallet;værdi;;;;;sum;;", "parken 2019=36 (12)", NULL, 0, 0},
        {MONTHS "Parken;2019M12;6\n", "tallet;værdi;;;;;gennemsnit;;", "parken 2019=3 (12)", NULL,
         0, 0},
        {MONTHS, "tallet;værdi;;;;;sum;;", "", "ufuldstændig og er udeladt: parken 2019", 0, 0},
        {MONTHS, "kvartalet;værdi;;;;;sum;;",
         "parken 2019K1=3 (3), parken 2019K2=6 (3), parken 2019K3=9 (3)",
         "ufuldstændig og er udeladt: parken 2019K4", 0, 0},
        {MONTHS, "tallet;værdi;;;;;M11;;", "parken 2019=6", "ikke bruges til »tallet«: 2019M01", 0,
         0},
        {MONTHS, "tallet;værdi;;;;;;;", NULL, "perioden »2019M01« passer ikke til opgørelsen", 2,
         2},
    };
    CHECK(import_folder(state), examples);
}

/* Two figures of the source for one period are not added, whatever their periods are called. */
static void a_year_and_its_parts_are_not_added_together(void **state)
{
    static const struct example examples[] = {
        {QUARTERS("Parken;2019K4;4\nParken;2019;10\n"), "tallet;værdi;;;;;sum;;", NULL,
         "»parken« har for 2019 både tal for »2019« og for »2019K1«", 2, 3},
        {QUARTERS("Parken;2019K4;4\nParken;2019;10\n"), "tallet;værdi;;;;;gennemsnit;;", NULL,
         "slet rækkerne med den ene slags periode", 2, 3},
        {MONTHS "Parken;2019M12;6\nParken;2019K1;3\n", "tallet;værdi;;;;;sum;;", NULL,
         "både tal for »2019K1« og for »2019M01«", 2, 3},
        {"OMRÅDE;TID;TAL\nParken;2018-2019;3\nParken;2019;4\n", "tallet;værdi;;;;;;;", NULL,
         "både tal for »2018-2019« og for »2019«", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2016;3\nParken;2016-01-01;4\n", "dagen;værdi;;;;;;;", NULL,
         "både tal for »2016« og for »2016-01-01«", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2016;3\nParken;2017;4\n",
         "valget;tæller;;;;;2016=2017-11-21|2017=2017-11-21;;", NULL,
         "»parken« har for 2017-11-21 både tal for »2016« og for »2017«", 3, 3},
        /* with alternatives beside */
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2018-2019;3\nParken;K;2018-2019;3\nParken;M;2019;4\n"
         "Parken;K;2019;4\n",
         "tallet;værdi;KØN=M|K;;;;;;", NULL, "både tal for »2018-2019« og for »2019«", 4, 4},
    };
    CHECK(import_folder(state), examples);
}

static void other_periods_are_taken_as_the_rule_says(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nParken;2019/20;1\nParken;2020/2021;2\n", "skolen;værdi;;;;;;;",
         "parken 2019/20=1, parken 2020/21=2", NULL, 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2019/20;1\n", "tallet;værdi;;;;;;;", NULL,
         "perioden »2019/20« passer ikke til opgørelsen af »tallet«", 2, 2},
        {"OMRÅDE;TID;TAL\nParken;2017-2018;1\nParken;2018-2019;2\n", "tallet;værdi;;;;;;;",
         "parken 2018=1 (two years), parken 2019=2 (two years)", NULL, 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2017;1\nParken;2019;2\nParken;2021;3\n",
         "valget;tæller;;;;;2017=2017-11-21|2021=2021-11-16;;",
         "parken 2017-11-21=1, parken 2021-11-16=3", "ikke bruges til »valget«: 2019", 0, 0},
        {"OMRÅDE;TID;TAL\nParken;1. januar 2016;1\n", "dagen;værdi;;;;;;;", "parken 2016=1", NULL,
         0, 0},
        {"OMRÅDE;TID;TAL\nParken;1. juli 2016;1\n", "dagen;værdi;;;;;;;", NULL,
         "perioden »1. juli 2016« passer ikke til opgørelsen af »dagen«", 2, 2},
        {"OMRÅDE;TAL\nParken;5\nEngen;6\n", "tallet;værdi;;;2019;;;;",
         "parken 2019=5, engen 2019=6", NULL, 0, 0},
        {"OMRÅDE;TID;TAL\nParken;1985;1\nParken;1990;2\n", "tallet;værdi;;;;;;;", "parken 1990=2",
         "ikke bruges til »tallet«: 1985", 0, 0},
    };
    CHECK(import_folder(state), examples);
}

static void a_period_or_figure_that_cannot_be_read_is_named(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;2\nParken;2020;1\nEngen;2020;2\n"
         "Parken;2021;1\nEngen;2021;2\nParken;2022;3\nEngen;2022;4\nParken;2023;5\nEngen;fjor;6\n",
         "tallet;værdi;;;;;;;", NULL, " · ", 11, 2},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;mange\nEngen;2020;4\n", "tallet;værdi;;;;;;;",
         NULL,
         "»mange« kan ikke læses som et tal · betyder det, at tallet mangler eller er skjult, så "
         "skriv det i kortlægningens kolonne tegn",
         3, 3},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;under ti\nEngen;2020;4\n",
         "tallet;værdi;;;;;;;nul=-", NULL, "»under ti« kan ikke læses som et tal", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;#I/T\nEngen;2020;4\n", "tallet;værdi;;;;;;;",
         NULL, "regnearket har en fejl i cellen", 3, 3},
        {"OMRÅDE;TID;TAL\nParken;2019;1,5\nEngen;2019;1.5\n", "tallet;værdi;;;;;;;", NULL,
         "det kan ikke ses, om komma eller punktum er decimaltegn", 0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* What the table's periods and figures are, and what they are not, beside those that are read. */
static void other_periods_and_dimensions_stand_in_nobodys_way(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;2\nEngen;ukendt;3\n", "tallet;værdi;;;;;;;",
         "parken 2019=1, engen ukendt=3, engen 2019=2", NULL, 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;16-11-2021\nEngen;2020;4\n",
         "tallet;værdi;;;;;;;", NULL, "»16-11-2021« kan ikke læses som et tal", 3, 3},
        {"OMRÅDE;ALDER;KØN;TID;TAL\nParken;0-17;M;2019;3\nParken;0-17;K;2019;4\n",
         "tallet;værdi;;;;;;;", NULL, "»parken« har flere tal for 2019 (KØN=M, KØN=K)", 3, 5},
        /* the figure stands by one kind of period, and another row has the other */
        {"OMRÅDE;SAG;TID;TAL\nParken;Vold;2019;2\nParken;Tyveri;2018-2019;3\n",
         "tallet;værdi;SAG=Vold;;;;;;", "parken 2019=2", NULL, 0, 0},
        {"OMRÅDE;SAG;TID;TAL\nParken;Vold;2019;2\nParken;Tyveri;2020K1;3\n",
         "tallet;værdi;SAG=Vold;;;;;;", "parken 2019=2", NULL, 0, 0},
        {"OMRÅDE;SAG;TID;TAL\nParken;Vold;2017;2\nParken;Tyveri;2018;3\nEngen;Tyveri;2017;3\n",
         "valget;tæller;SAG=Vold;;;;2017=2017-11-21;;",
         "parken 2017-11-21=2, engen 2017-11-21=? (absent)", "ikke bruges til »valget«: 2018", 0,
         0},
        {"OMRÅDE;SAG;TAL\nParken;Vold;2\nEngen;Tyveri;3\n", "tallet;værdi;SAG=Vold;;;;;;",
         "parken ukendt=2", "ukendt", 0, 0},
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;2\nEngen;M;2019;3\n", "tallet;værdi;;;;;;;",
         "parken 2019=2, engen 2019=3", NULL, 0, 0},
        {"OMRÅDE;KØN;TID;TAL\nParken;K;2019;2\nEngen;M;2019;3\nLunden Øst;M;2019;4\n"
         "Nordby;M;2019;9\n",
         "tallet;værdi;;;;;;;", "nordby 2019=9, parken 2019=2, engen 2019=3, lunden 2019=4",
         "tager alle rækker med, uanset »KØN«", 0, 0},
        {"OMRÅDE;SAG;KØN;TID;TAL\nParken;Vold;M;2019;2\nEngen;Tyveri;K;2019;3\n",
         "tallet;værdi;SAG=Vold;;;;;;", "parken 2019=2, engen 2019=? (absent)", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* However many cells are wrong, the first ten are named. */
static void ten_cells_are_named_of_those_that_are_wrong(void **state)
{
    static const struct {
        const char *row; /* with a number in it */
    } cases[] = {{"Engen;%d;mange\n"}, {"Engen;fjor%d;5\n"}, {";%d;5\n"}};
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        for (int faulty = 10; faulty <= 12; faulty++) {
            const char *rows = "OMRÅDE;TID;TAL\n";
            for (int year = 2001; year <= 2020; year++)
                rows = arena_printf(folder->arena, "%sParken;%d;7\n", rows, year);
            for (int year = 2001; year <= 2000 + faulty; year++) {
                const char *end = strstr(cases[i].row, "%d");
                rows = arena_printf(folder->arena, "%s%.*s%d%s", rows, (int)(end - cases[i].row),
                                    cases[i].row, year, end + 2);
            }
            plan_folder_forget_problems(folder);
            const struct table table = table_of(folder, "a.csv", rows);
            const struct mapping mapping =
                good_mapping_of(folder, "indikator;felt\ntallet;værdi\n");
            struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
            assert_false(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0],
                                   &table, true, &results));
            size_t named = 0;
            for (size_t j = 0; j < folder->diagnostics.count; j++)
                named += folder->diagnostics.items[j].at.line > 21;
            assert_int_equal(named, 10);
        }
}

/* Nor more than ten of those with figures of both kinds of period. */
static void ten_figures_are_named_that_have_another_beside_them(void **state)
{
    struct plan_folder *folder = import_folder(state);
    for (int years = 9; years <= 12; years++) {
        const char *rows = "OMRÅDE;TID;TAL\n";
        for (int year = 2001; year <= 2000 + years; year++)
            rows = arena_printf(folder->arena, "%sParken;%d;7\nParken;%d-%d;7\n", rows, year,
                                year - 1, year);
        plan_folder_forget_problems(folder);
        const struct table table = table_of(folder, "a.csv", rows);
        const struct mapping mapping = good_mapping_of(folder, "indikator;felt\ntallet;værdi\n");
        struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
        assert_false(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table,
                               true, &results));
        assert_int_equal(folder->diagnostics.count, years < 10 ? years : 10);
    }
}

static void a_fault_in_a_row_that_is_not_taken_is_no_fault(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;1\nEngen;K;2019;mange\nEngen;M;2019;4\n",
         "tallet;værdi;KØN=M;;;;;;", "parken 2019=1, engen 2019=4", NULL, 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nSydby;2019;mange\nEngen;2019;4\n", "tallet;værdi;;;;;;;",
         "parken 2019=1, engen 2019=4", "udeladt (1): Sydby", 0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* --- signs, hidden and missing ---------------------------------------------------------------- */

static void hidden_beats_missing_beats_number(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;3\nParken;K;2019;..\n", "tallet;værdi;KØN=M|K;;;;;;",
         "parken 2019=? (2)", NULL, 0, 0},
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;x\nParken;K;2019;..\nEngen;M;2019;1\nEngen;K;2019;2\n",
         "tallet;værdi;KØN=M|K;;;;;;", "parken 2019=x (2), engen 2019=3 (2)", NULL, 0, 0},
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;4\nParken;K;2019;<5\n", "tallet;værdi;KØN=M|K;;;;;;",
         "parken 2019=x (2)", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

#define STARS                                                                                          \
    "a.csv: »tallet« er læst som foreløbig, hvor der står en stjerne ved tallet eller perioden: " \
    "parken 2023, parken 2024"

static void signs_mean_what_the_rule_says(void **state)
{
    static const char table[] =
        "OMRÅDE;TID;TAL\nParken;2018;-\nParken;2019;..\nParken;2020;x\nParken;2021;\n"
        "Parken;2022;0\nParken;2023;7*\nParken;2024*;8\n";
    struct example examples[] = {
        {table, "tallet;værdi;;;;;;;",
         "parken 2018=?, parken 2019=?, parken 2020=x, parken 2021=?, parken 2022=0, "
         "parken 2023=7*, parken 2024=8*",
         STARS, 0, 0},
        {table, "tallet;værdi;;;;;;;nul=-|diskret=..|mangler=x",
         "parken 2018=0, parken 2019=x, parken 2020=?, parken 2021=?, parken 2022=0, "
         "parken 2023=7*, parken 2024=8*",
         STARS, 0, 0},
        {table, "tallet;værdi;;;;;;;nul=blank",
         "parken 2018=?, parken 2019=?, parken 2020=x, parken 2021=0, parken 2022=0, "
         "parken 2023=7*, parken 2024=8*",
         STARS, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* --- rows that are not there ------------------------------------------------------------------ */

#define BULK                                                                                       \
    "OMRÅDE;SAG;TID;INDHOLD\nParken;Tyveri;2019;3\nParken;Vold;2020;2\nEngen;Tyveri;2019;1\n"     \
    "Engen;Vold;2019;4\n"

static void a_row_that_is_not_there_is_missing_or_zero(void **state)
{
    static const struct example examples[] = {
        {BULK, "tallet;værdi;SAG=Vold;;;;;nul;",
         "parken 2019=0 (absent), parken 2020=2, engen 2019=4",
         "a.csv: »tallet« er læst som nul, hvor rækken ikke findes: parken 2019", 0, 0},
        {BULK, "tallet;værdi;SAG=Vold;;;;;;", "parken 2019=? (absent), parken 2020=2, engen 2019=4",
         NULL, 0, 0},
        {BULK, "tallet;værdi;SAG=Vold|Tyveri;;;;;nul;",
         "parken 2019=3 (2), parken 2020=2 (2), engen 2019=5 (2)", NULL, 0, 0},
        {BULK, "tallet;værdi;SAG=Vold|Tyveri;;;;;;",
         "parken 2019=? (2), parken 2020=? (2), engen 2019=5 (2)", NULL, 0, 0},
        {BULK "Sydby;Brand;2019;1\nSydby;Brand;2020;1\n", "tallet;værdi;SAG=Brand;;;;;nul;",
         "parken 2019=0 (absent), parken 2020=0 (absent), engen 2019=0 (absent)",
         "er læst som nul, hvor rækken ikke findes: parken 2019, parken 2020, engen 2019", 0, 0},
        /* quarters of the year that the area has in some other row */
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;V;2019K1;1\nParken;V;2019K3;2\nParken;T;2019K2;5\n"
         "Parken;T;2019K4;5\n",
         "tallet;værdi;SAG=V;;;;sum;nul;", "parken 2019=3 (4)", NULL, 0, 0},
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;V;2019K1;1\nParken;V;2019K3;2\nParken;T;2019K2;5\n",
         "tallet;værdi;SAG=V;;;;sum;nul;", "", "ufuldstændig", 0, 0},
        /* of groups nobody knows which there should be */
        {BULK, "tallet;værdi;SAG=Vold;;;SAG;;nul;", "parken/Vold 2020=2, engen/Vold 2019=4", NULL,
         0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* Where nobody has a row of a period, it may be that nobody counted then. */
static void absent_rows_are_zero_only_in_periods_that_somebody_has(void **state)
{
    static const struct example examples[] = {
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand;;;;;nul;",
         "parken 2019=0 (absent), parken 2020=? (absent), engen 2019=0 (absent)",
         "læst som nul, hvor rækken ikke findes: parken 2019, engen 2019", 0, 0},
        {BULK "Sydby;Vold;2020;1\nParken;Tyveri;2021;1\n", "tallet;værdi;SAG=Vold;;;;;nul;",
         "parken 2019=0 (absent), parken 2020=2, parken 2021=? (absent), engen 2019=4",
         "læst som nul, hvor rækken ikke findes: parken 2019", 0, 0},
        /* a table of the plan's areas alone can leave all of them out */
        {BULK "Parken;Tyveri;2021;1\n", "tallet;værdi;SAG=Vold;;;;;nul;",
         "parken 2019=0 (absent), parken 2020=2, parken 2021=0 (absent), engen 2019=4",
         "læst som nul, hvor rækken ikke findes: parken 2019, parken 2021", 0, 0},
        /* missing it is in any period */
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand|Vold;;;;;;",
         "parken 2019=? (2) (absent), parken 2020=? (2), engen 2019=? (2)", "udeladt (1): Sydby", 0,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void a_value_that_no_row_has_is_refused_with_those_there_are(void **state)
{
    static const struct example examples[] = {
        {BULK, "tallet;værdi;SAG=Brand;;;;;nul;", NULL,
         "»Brand« findes ikke i kolonnen »SAG« · skriv en af dens værdier i udvalg: Tyveri, Vold",
         2, 0},
        {BULK, "tallet;værdi;SAG=Brand;;;;;;", NULL, "»Brand« findes ikke i kolonnen »SAG«", 2, 0},
        /* in a sum too, which would be too small */
        {BULK, "tallet;værdi;SAG=Vold|Volde;;;;;nul;", NULL, "»Volde« findes ikke i kolonnen", 2,
         0},
        {BULK, "tallet;værdi;SAG=B*;;;;;nul;", NULL, "»B*« findes ikke i kolonnen »SAG«", 2, 0},
        {BULK, "tallet;værdi;SAG=Brand;;;SAG;;;", NULL, "»Brand« findes ikke i kolonnen »SAG«", 2,
         0},
        {"OMRÅDE;TID;Mænd;Kvinder\nParken;2019;1;2\n", "tallet;værdi;tal=I alt;;;;;;", NULL,
         "»I alt« findes ikke i kolonnen »tal« · skriv en af dens værdier i udvalg: Mænd, Kvinder",
         2, 0},
        /* of many values the first eight */
        {"OMRÅDE;SAG;TID;TAL\nParken;a1;2019;1\nParken;a2;2019;1\nParken;a3;2019;1\n"
         "Parken;a4;2019;1\nParken;a5;2019;1\nParken;a6;2019;1\nParken;a7;2019;1\n"
         "Parken;a8;2019;1\nParken;a9;2019;1\nParken;a10;2019;1\n",
         "tallet;værdi;SAG=b1;;;;;;", NULL, "udvalg: a1, a2, a3, a4, a5, a6, a7, a8, …", 2, 0},
        /* one that another area has is there */
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand|Vold;;;;;nul;",
         "parken 2019=0 (2) (absent), parken 2020=2 (2), engen 2019=4 (2)", "udeladt (1): Sydby", 0,
         0},
    };
    CHECK(import_folder(state), examples);
}

static void a_rule_that_gives_no_figures_is_refused(void **state)
{
    static const struct example examples[] = {
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand;;;;;;", NULL,
         "rækken giver ingen tal fra a.csv · se efter, om udvalg, område og omregning passer", 2,
         0},
        /* nor zeros, where nobody has a row in the periods of the plan's areas, or of a group */
        {BULK "Sydby;Brand;2018;1\n", "tallet;værdi;SAG=Brand;;;;;nul;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand;;;SAG;;nul;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
        {BULK "Sydby;Brand;2019;1\n", "tallet;værdi;SAG=Brand;;2020;;;nul;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;1\n", "tallet;værdi;;;;;2017=2018;;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
        {"OMRÅDE;TID;TAL\nParken;2019K1;1\n", "tallet;værdi;;;;;K2;;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
        {"OMRÅDE;TID;TAL\nParken;1985;1\n", "tallet;værdi;;;;;;;", NULL,
         "rækken giver ingen tal fra a.csv", 2, 0},
    };
    CHECK(import_folder(state), examples);
}

static void figures_without_a_period_are_told(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;;2\n", "tallet;værdi;;;;;;;",
         "parken 2019=1, engen ukendt=2", "a.csv: tal uden periode er lagt under »ukendt«", 0, 0},
        /* the period that the rule says is theirs */
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;;2\n", "tallet;værdi;;;2020;;;;",
         "parken 2020=1, engen 2020=2", NULL, 0, 0},
        /* of areas that are not the plan's there is nothing to tell */
        {"OMRÅDE;TID;TAL\nParken;2019;1\nSydby;;2\n", "tallet;værdi;;;;;;;", "parken 2019=1",
         "udeladt (1): Sydby", 0, 0},
    };
    CHECK(import_folder(state), examples);
}

/* --- the decimal sign ------------------------------------------------------------------------- */

#define SHARES_BESIDE(share) "OMRÅDE;TID;Antal;Pct.\nParken;2019;1.234;" share "\n"

static void the_decimal_sign_is_judged_by_the_figures_selected(void **state)
{
    static const struct example examples[] = {
        /* a comma elsewhere tells that the points part thousands */
        {SHARES_BESIDE("12,5"), "tallet;værdi;tal=Antal;;;;;;", "parken 2019=1234", NULL, 0, 0},
        {SHARES_BESIDE("12,5"), "tallet;værdi;tal=Pct.;;;;;;", "parken 2019=12.5", NULL, 0, 0},
        /* a point elsewhere does not tell that these are decimals */
        {SHARES_BESIDE("12.5"), "tallet;værdi;tal=Antal;;;;;;", NULL,
         "det kan ikke ses, om komma eller punktum er decimaltegn · skriv komma eller punktum i "
         "kortlægningens kolonne decimaltegn",
         0, 0},
        {SHARES_BESIDE("12.5"), "tallet;værdi;tal=Pct.;;;;;;", "parken 2019=12.5",
         "a.csv: punktum er læst som decimaltegn", 0, 0},
        {SHARES_BESIDE("12"), "tallet;værdi;tal=Antal;;;;;;", NULL, "det kan ikke ses", 0, 0},
        {SHARES_BESIDE("12"), "tallet;værdi;tal=Pct.;;;;;;", "parken 2019=12", NULL, 0, 0},
        /* another row selected */
        {"OMRÅDE;TID;TAL\nParken;2019;1.234\nEngen;2019;5.6\n", "tallet;værdi;OMRÅDE=Engen;;;;;;",
         "parken 2019=? (absent), engen 2019=5.6", "a.csv: punktum er læst som decimaltegn", 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;1.234\nEngen;2019;5.6\n", "tallet;værdi;;;;;;;",
         "parken 2019=1.234, engen 2019=5.6", "a.csv: punktum er læst som decimaltegn", 0, 0},
        {"OMRÅDE;TID;TAL\nParken;2019;1.234.567\nEngen;2019;1.234\n", "tallet;værdi;;;;;;;",
         "parken 2019=1.23457e+06, engen 2019=1234", NULL, 0, 0},
    };
    CHECK(import_folder(state), examples);
}

static void the_decimal_sign_of_the_rule_goes_before_what_the_file_shows(void **state)
{
    static const struct {
        const char *decimal;
        double value;
    } rows[] = {{"komma", 1234}, {"punktum", 1.234}};
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "a.csv", SHARES_BESIDE("12.5"));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping mapping = good_mapping_of(
            folder, arena_printf(folder->arena,
                                 "indikator;felt;udvalg;decimaltegn\ntallet;værdi;tal=Antal;%s\n",
                                 rows[i].decimal));
        struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
        assert_true(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table,
                              true, &results));
        assert_int_equal(results.count, 1);
        assert_near(results.amounts[0].figure.value, rows[i].value, 0);
        assert_int_equal(results.notes.count, 0);
    }
}

/* --- columns ---------------------------------------------------------------------------------- */

static void a_column_that_nobody_chose_from_is_told(void **state)
{
    static const struct example examples[] = {
        {"OMRÅDE;ALDER;TID;TAL\nParken;18-29;2019;3\nEngen;30-39;2019;4\n", "tallet;værdi;;;;;;;",
         "parken 2019=3, engen 2019=4",
         "»tallet« tager alle rækker med, uanset »ALDER« (18-29, "
         "30-39 …)",
         0, 0},
        {"OMRÅDE;ALDER;TID;TAL\nParken;18-29;2019;3\nEngen;30-39;2019;4\n",
         "tallet;værdi;ALDER=18-29|30-39;;;;;nul;", "parken 2019=3 (2), engen 2019=4 (2)", NULL, 0,
         0},
    };
    CHECK(import_folder(state), examples);
}

/* --- what amounts remember -------------------------------------------------------------------- */

static void an_amount_knows_its_rule_table_and_first_record(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "a.csv", BULK);
    const struct mapping mapping =
        good_mapping_of(folder, "indikator;felt;udvalg;fraværende\ntallet;værdi;SAG=Vold;nul\n");
    struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
    assert_true(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table,
                          false, &results));
    assert_int_equal(results.count, 3);
    assert_null(results.amounts[0].record); /* absent */
    assert_ptr_equal(results.amounts[1].record, &table.records[1]);
    assert_near(results.amounts[1].figure.value, 2, 0);
    for (size_t i = 0; i < results.count; i++) {
        assert_ptr_equal(results.amounts[i].rule, &mapping.rules[0]);
        assert_ptr_equal(results.amounts[i].table, &table);
    }
    /* another rule adds to what is there */
    assert_true(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table,
                          false, &results));
    assert_int_equal(results.count, 6);
}

static void names_are_told_once_for_a_table(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table =
        table_of(folder, "a.csv", "OMRÅDE;TID;TAL\nParken;2019;3\nSydby;2019;4\n");
    const struct mapping mapping = good_mapping_of(folder, "indikator;felt\ntallet;værdi\n");
    for (int is_first = 0; is_first < 2; is_first++) {
        struct reading_results results = {.notes.diagnostics = &folder->diagnostics};
        assert_true(rule_read(&folder->diagnostics, &folder->catalogue, &mapping.rules[0], &table,
                              is_first == 1, &results));
        assert_int_equal(results.notes.count, is_first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_rule_fits_the_tables_that_have_what_it_names),
        PLAN_FOLDER_TEST(a_file_is_named_by_its_name_its_sheet_or_a_part_of_its_title),
        PLAN_FOLDER_TEST(the_selected_rows_are_read_or_summed),
        PLAN_FOLDER_TEST(a_mean_of_alternatives_is_their_sum_over_the_parts),
        PLAN_FOLDER_TEST(groups_are_kept_apart),
        PLAN_FOLDER_TEST(several_figures_for_one_place_are_refused_with_what_differs),
        PLAN_FOLDER_TEST(levels_stand_beside_each_other_and_are_never_summed),
        PLAN_FOLDER_TEST(areas_that_cannot_be_found_are_refused),
        PLAN_FOLDER_TEST(quarters_make_a_year_only_when_all_are_there),
        PLAN_FOLDER_TEST(months_make_quarters_and_years),
        PLAN_FOLDER_TEST(a_year_and_its_parts_are_not_added_together),
        PLAN_FOLDER_TEST(other_periods_are_taken_as_the_rule_says),
        PLAN_FOLDER_TEST(a_period_or_figure_that_cannot_be_read_is_named),
        PLAN_FOLDER_TEST(other_periods_and_dimensions_stand_in_nobodys_way),
        PLAN_FOLDER_TEST(ten_cells_are_named_of_those_that_are_wrong),
        PLAN_FOLDER_TEST(ten_figures_are_named_that_have_another_beside_them),
        PLAN_FOLDER_TEST(a_fault_in_a_row_that_is_not_taken_is_no_fault),
        PLAN_FOLDER_TEST(hidden_beats_missing_beats_number),
        PLAN_FOLDER_TEST(signs_mean_what_the_rule_says),
        PLAN_FOLDER_TEST(a_row_that_is_not_there_is_missing_or_zero),
        PLAN_FOLDER_TEST(absent_rows_are_zero_only_in_periods_that_somebody_has),
        PLAN_FOLDER_TEST(a_value_that_no_row_has_is_refused_with_those_there_are),
        PLAN_FOLDER_TEST(a_rule_that_gives_no_figures_is_refused),
        PLAN_FOLDER_TEST(figures_without_a_period_are_told),
        PLAN_FOLDER_TEST(the_decimal_sign_is_judged_by_the_figures_selected),
        PLAN_FOLDER_TEST(the_decimal_sign_of_the_rule_goes_before_what_the_file_shows),
        PLAN_FOLDER_TEST(a_column_that_nobody_chose_from_is_told),
        PLAN_FOLDER_TEST(an_amount_knows_its_rule_table_and_first_record),
        PLAN_FOLDER_TEST(names_are_told_once_for_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
