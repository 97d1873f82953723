/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#define SURVEY_HEADER                                                                              \
    "indikator;område;periode;tæller;nævner;værdi;spredning;status;svarprocent;designeffekt;"  \
    "population\n"

static const struct observation *read_rows(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 0);
    return folder->observations.items;
}

static const struct amounts *read_survey(struct plan_folder *folder, const char *row)
{
    plan_folder_write(folder, FIGURES_FILE,
                      arena_printf(folder->arena, SURVEY_HEADER "svarene;%s\n", row));
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 0);
    assert_int_equal(folder->observations.count, 1);
    return &folder->observations.items[0].amounts;
}

static void assert_amounts(const struct amounts *actual, struct amounts expected)
{
    assert_near(actual->numerator, expected.numerator, 1e-12);
    assert_near(actual->denominator, expected.denominator, 1e-12);
    assert_near(actual->value, expected.value, 1e-12);
    assert_near(actual->spread, expected.spread, 1e-12);
    assert_near(actual->design_effect, expected.design_effect, 1e-12);
    assert_near(actual->population, expected.population, 1e-12);
    assert_near(actual->response_rate, expected.response_rate, 1e-12);
}

static void each_type_gives_its_own_amounts(void **state)
{
    static const struct {
        const char *row;
        struct amounts expected;
    } cases[] = {
        {"andelen;nord;2020;;30;120;;;\n", {.numerator = 30, .denominator = 120}},
        {"andelen;nord;2020;;30,25;1.120;;;\n", {.numerator = 30.25, .denominator = 1120}},
        {"andelen;nord;2020;;0;0;;;\n", {.numerator = 0}},
        {"raten;nord;2020;;300;120;;;\n", {.numerator = 300, .denominator = 120}},
        {"andelen;nord;2020;;1;3;33,33;;\n", {.numerator = 1, .denominator = 3}},
        {"andelen;nord;2020;;1;3;33;;\n", {.numerator = 1, .denominator = 3}},
        {"andelen;nord;2020;;1;8;12,5 pct.;;\n", {.numerator = 1, .denominator = 8}},
        {"andelen;nord;2020;;1;8;13;;\n", {.numerator = 1, .denominator = 8}},
        {"andelen;nord;2020;;3,3;9;36,2;;\n", {.numerator = 3.3, .denominator = 9}},
        {"andelen;nord;2020;;0;0;0;;\n", {.numerator = 0}},
        {"raten;nord;2020;;300;120;2.500,0;;\n", {.numerator = 300, .denominator = 120}},
        {"snittet;nord;2020;;;40;6,25;2,5;\n", {.denominator = 40, .value = 6.25, .spread = 2.5}},
        {"snittet;nord;2020;;;40;-1,5;0;\n", {.denominator = 40, .value = -1.5, .spread = 0}},
        {"snittet;nord;2020;;;40;6;;\n", {.denominator = 40, .value = 6, .spread = -1}},
        {"svarene;nord;2020;;;140;67,9;;\n",
         {.denominator = 140, .value = 67.9, .design_effect = 1}},
        {"svarene;nord;2020;;35;140;;;\n",
         {.numerator = 35, .denominator = 140, .value = 25, .design_effect = 1}},
        {"svarene;nord;2020;;1;3;33,3;;\n",
         {.numerator = 1, .denominator = 3, .value = 100.0 / 3, .design_effect = 1}},
        {"tallet;nord;2020;;;;-12,75;;\n", {.value = -12.75}},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct observation *read = read_rows(folder, cases[i].row);
        assert_int_equal(folder->observations.count, 1);
        assert_ptr_equal(read->area, area_of(folder, "nord"));
        assert_int_equal(read->reason, REASON_NONE);
        assert_null(read->group);
        assert_int_equal(read->at.line, 2);
        assert_string_equal(read->at.file, FIGURES_FILE);
        assert_amounts(&read->amounts, cases[i].expected);
    }
}

static void a_survey_may_say_how_it_was_made(void **state)
{
    struct plan_folder *folder = *state;
    assert_amounts(read_survey(folder, "nord;2020;;140;67,9;;;38,4;1,12;837"),
                   (struct amounts){.denominator = 140,
                                    .value = 67.9,
                                    .design_effect = 1.12,
                                    .population = 837,
                                    .response_rate = 38.4});
    assert_amounts(read_survey(folder, "nord;2020;0;140;;;;100 pct.;1;140"),
                   (struct amounts){.denominator = 140,
                                    .value = 0,
                                    .design_effect = 1,
                                    .population = 140,
                                    .response_rate = 100});
}

static void the_status_says_what_a_figure_is_or_why_it_is_not_there(void **state)
{
    static const struct {
        const char *row;
        enum figure_status status;
        enum reason reason;
    } cases[] = {
        {"andelen;nord;2020;;3;12;;;\n", FIGURE_FINAL, REASON_NONE},
        {"andelen;nord;2020;;3;12;;;endelig\n", FIGURE_FINAL, REASON_NONE},
        {"andelen;nord;2020;;3;12;;;foreløbig\n", FIGURE_PROVISIONAL, REASON_NONE},
        {"andelen;nord;2020;;3;12;;;FORELOEBIG\n", FIGURE_PROVISIONAL, REASON_NONE},
        {"andelen;nord;2020;;3;12;;;skøn\n", FIGURE_ESTIMATED, REASON_NONE},
        {"andelen;nord;2020;;;;;;diskret\n", FIGURE_FINAL, REASON_SUPPRESSED_SOURCE},
        {"andelen;nord;2020;;;;;;mangler\n", FIGURE_FINAL, REASON_MISSING},
        {"tallet;nord;2020;;;;;;mangler\n", FIGURE_FINAL, REASON_MISSING},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct observation *read = read_rows(folder, cases[i].row);
        assert_int_equal(read->status, cases[i].status);
        assert_int_equal(read->reason, cases[i].reason);
        if (cases[i].reason)
            assert_amounts(&read->amounts, (struct amounts){0});
    }
}

static void each_kind_of_period_is_read(void **state)
{
    static const struct {
        const char *reporting, *written, *read;
    } cases[] = {
        {"kalenderår", "2019", "2019"},       {"09-30", "2019", "2019"},
        {"skoleår", "2019/20", "2019/20"},    {"kvartal", "2022K4", "2022K4"},
        {"kvartal", "2022Q4", "2022K4"},      {"dato", "2021-11-16", "2021-11-16"},
        {"dato", "16-11-2021", "2021-11-16"}, {"dato", "ukendt", "ukendt"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[PERIOD_TEXT];
        plan_folder_write(folder, "indikatorer.csv",
                          arena_printf(folder->arena, INDICATORS_HEADER "a;A;andel;pct.;op;%s;K\n",
                                       cases[i].reporting));
        const struct observation *read =
            read_rows(folder, arena_printf(folder->arena, "a;by;%s;;3;12;;;\n", cases[i].written));
        assert_string_equal(period_text(text, read->period), cases[i].read);
    }
}

static void rows_are_ordered_whatever_order_they_stand_in(void **state)
{
    static const char *const rows[] = {
        "raten;by;2020;;1;9;;;\n",    "andelen;syd;2020;;2;9;;;\n",  "andelen;by;2021;b;3;9;;;\n",
        "andelen;by;2020;b;4;9;;;\n", "andelen;by;2020;a;5;9;;;\n",  "andelen;by;2021;;6;9;;;\n",
        "andelen;by;2020;;7;9;;;\n",  "andelen;by;ukendt;;8;9;;;\n",
    };
    struct plan_folder *folder = *state;
    plan_folder_write(
        folder, "observationer/a.csv",
        arena_printf(folder->arena, FIGURES_HEADER "%s%s%s%s", rows[0], rows[6], rows[2], rows[4]));
    const struct observation *read = read_rows(
        folder, arena_printf(folder->arena, "%s%s%s%s", rows[7], rows[1], rows[3], rows[5]));
    assert_int_equal(folder->observations.count, 8);
    for (size_t i = 0; i < 8; i++)
        assert_near(read[i].amounts.numerator, 8 - (double)i, 0);
    assert_string_equal(read[0].at.file, FIGURES_FILE);
    assert_string_equal(read[1].at.file, "observationer/a.csv");
}

/* Each further row of a place is said to repeat the one before it, in its file or another. */
static void a_row_may_be_repeated_more_than_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/a.csv",
                      FIGURES_HEADER "andelen;by;2021;;4;9;;;\nandelen;by;2020;;3;9;;;\n");
    plan_folder_figures(folder, "andelen;by;2020;;3;9;;;\nandelen;by;2022;;5;9;;;\n"
                                "andelen;by;2020;;3;9;;;\n");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n~", "observationer/a.csv:3");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n\n\n~", FIGURES_FILE ":2");
    assert_problem_count(folder, 2);
    assert_int_equal(folder->observations.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(folder->observations.items[i].period.year, 2020 + (int)i);
        assert_int_equal(folder->observations.items[i].reason, REASON_LEFT_OUT);
    }
}

static void groups_are_kept_apart(void **state)
{
    struct plan_folder *folder = *state;
    const struct observation *read = read_rows(folder, "andelen;by;2020;15-19;3;9;;;\n"
                                                       "andelen;by;2020;;9;20;;;\n"
                                                       "andelen;by;2020;20-24;4;9;;;\n");
    assert_int_equal(folder->observations.count, 3);
    assert_null(read[0].group);
    assert_string_equal(read[1].group, "15-19");
    assert_string_equal(read[2].group, "20-24");
}

/* Each is the first group of its file. */
static void groups_of_other_files_are_kept_apart_too(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/a.csv",
                      FIGURES_HEADER "andelen;by;2020;20-24;3;9;;;\n");
    const struct observation *read = read_rows(folder, "andelen;by;2020;15-19;4;9;;;\n");
    assert_problem_count(folder, 0);
    assert_int_equal(folder->observations.count, 2);
    assert_string_equal(read[0].group, "15-19");
    assert_string_equal(read[1].group, "20-24");
}

#define FIGURES(rows) FIGURES_FILE, FIGURES_HEADER rows, PROBLEM_SERIES
#define SURVEYS(rows) FIGURES_FILE, SURVEY_HEADER rows, PROBLEM_SERIES

static const struct faulty_file row_faults[] = {
    {FIGURES("^andele;by;2020;;3;9;;;\n"), "ukendt indikator »andele«"},
    {FIGURES("andelen;^vest;2020;;3;9;;;\n"), "ukendt område »vest«"},
    {FIGURES("andelen;^rest;2020;;3;9;;;\n"), "ukendt område »rest«"},
    {FIGURES("andelen;by;^;;3;9;;;\n"), "perioden mangler"},
    {FIGURES("andelen;by;^20222;;3;9;;;\n"), "årstallet skal have fire cifre"},
    {FIGURES("andelen;by;^1989;;3;9;;;\n"), "årstallet skal have fire cifre"},
    {FIGURES("andelen;by;^2019/20;;3;9;;;\n"), "perioden passer ikke til opgørelsen af »andelen«"},
    {FIGURES("andelen;by;^2019/21;;3;9;;;\n"), "to år i træk, som 2019/20"},
    {FIGURES("andelen;by;^2022K5;;3;9;;;\n"), "den dag eller det kvartal findes ikke"},
    {FIGURES("andelen;by;^dec-11;;3;9;;;\n"), "Excel har lavet perioden om til en måned"},
    {FIGURES("andelen;by;^44516;;3;9;;;\n"), "Excel har lavet datoen om til et tal"},
    {FIGURES("andelen;by;^i år;;3;9;;;\n"), "ikke en periode"},
    {FIGURES("andelen;by;2020;;3;9;;;^hemmelig\n"),
     "skriv en af: endelig, foreløbig, skøn, diskret, mangler"},
    {FIGURES("andelen;by;2020;;^3;;;;diskret\n"), "status siger, at tallet ikke findes"},
    {FIGURES("tallet;by;2020;;;;^3;;mangler\n"), "status siger, at tallet ikke findes"},
    {FIGURES("andelen;by;2020;;3;9;;^2;\n"), "kolonnen bruges ikke ved indikatorens type"},
    {FIGURES("snittet;by;2020;;^3;9;6;2;\n"), "kolonnen bruges ikke ved indikatorens type"},
    {FIGURES("svarene;by;2020;;3;9;;^2;\n"), "kolonnen bruges ikke ved indikatorens type"},
    {FIGURES("tallet;by;2020;;;^9;6;;\n"), "kolonnen bruges ikke ved indikatorens type"},
    {SURVEYS("andelen;by;2020;3;9;;;;^40;;\n"), "kolonnen bruges ikke ved indikatorens type"},
    {FIGURES("andelen;by;2020;;^;9;;;\n"), "tallet mangler"},
    {FIGURES("andelen;by;2020;;3;^;;;\n"), "tallet mangler"},
    {FIGURES("snittet;by;2020;;;9;^;2;\n"), "tallet mangler"},
    {FIGURES("snittet;by;2020;;;^;6;2;\n"), "tallet mangler"},
    {FIGURES("svarene;by;2020;;^;9;;;\n"), "tallet mangler"},
    {FIGURES("svarene;by;2020;;;^;50;;\n"), "tallet mangler"},
    {FIGURES("tallet;by;2020;;;;^;;\n"), "tallet mangler"},
    {FIGURES("andelen;by;2020;;^3,5,1;9;;;\n"), "to decimalkommaer"},
    {FIGURES("andelen;by;2020;;^..;9;;;\n"), "»..« betyder, at tallet ikke findes"},
    {FIGURES("andelen;by;2020;;^x;9;;;\n"), "skjult af kilden"},
    {FIGURES("andelen;by;2020;;^<5;9;;;\n"), "skjult af kilden"},
    {FIGURES("andelen;by;2020;;^-;9;;;\n"), "kan betyde flere ting"},
    {FIGURES("andelen;by;2020;;^.;9;;;\n"), "kan betyde flere ting"},
    {FIGURES("andelen;by;2020;;^3.5;9;;;\n"), "punktum som decimaltegn"},
    {FIGURES("tallet;by;2020;;;;^1.234;;\n"), "tusindtal eller decimaltegn"},
    {FIGURES("andelen;by;2020;;^1.23.456;9;;;\n"), "står forkert i tallet"},
    {FIGURES("andelen;by;2020;;^jan-21;9;;;\n"), "her står en dato, ikke et tal"},
    {FIGURES("andelen;by;2020;;^#I/T;9;;;\n"), "regnearket har en fejl"},
    {FIGURES("tallet;by;2020;;;;^9999999999999;;\n"), "for stort eller har for mange cifre"},
    {FIGURES("andelen;by;2020;;^tre;9;;;\n"), "ikke et tal"},
    {FIGURES("andelen;by;2020;;^10;9;;;\n"), "tælleren er større end nævneren"},
    {FIGURES("andelen;by;2020;;^1;0;;;\n"), "tælleren er større end nævneren"},
    {FIGURES("andelen;by;2020;;^-1;9;;;\n"), "tælleren er negativ"},
    {FIGURES("raten;by;2020;;^-1;9;;;\n"), "tælleren er negativ"},
    {FIGURES("raten;by;2020;;1;^-9;;;\n"), "et helt antal personer"},
    {FIGURES("andelen;by;2020;;1;^9,5;;;\n"), "et helt antal personer"},
    {FIGURES("snittet;by;2020;;;^9,5;6;2;\n"), "et helt antal personer"},
    {FIGURES("snittet;by;2020;;;9;6;^-2;\n"), "spredningen er negativ"},
    {FIGURES("svarene;by;2020;;;^9,5;50;;\n"), "et helt antal personer"},
    {FIGURES("svarene;by;2020;;3;9;^50;;\n"), "passer ikke med tæller og nævner"},
    {FIGURES("andelen;by;2020;;3;9;^33,4;;\n"), "passer ikke med tæller og nævner"},
    {FIGURES("andelen;by;2020;;3;9;^34;;\n"), "passer ikke med tæller og nævner"},
    {FIGURES("andelen;by;2020;;3,25;9;^36,3;;\n"), "passer ikke med tæller og nævner"},
    {FIGURES("raten;by;2020;;3;9;^333,4;;\n"), "passer ikke med tæller og nævner"},
    {FIGURES("andelen;by;2020;;3;9;^tre;;\n"), "ikke et tal"},
    {FIGURES("andelen;by;2020;;;;^33,3;;\n"), "værdien alene er ikke nok"},
    {FIGURES("raten;by;2020;;;;^33,3;;\n"), "værdien alene er ikke nok"},
    {FIGURES("svarene;by;2020;;^10;9;;;\n"), "tælleren er større end nævneren"},
    {FIGURES("svarene;by;2020;;^1;0;;;\n"), "tælleren er større end nævneren"},
    {FIGURES("svarene;by;2020;;^-1;9;;;\n"), "tælleren er negativ"},
    {FIGURES("svarene;by;2020;;;9;^100,1;;\n"), "mellem 0 og 100 pct."},
    {FIGURES("svarene;by;2020;;;9;^-0,1;;\n"), "mellem 0 og 100 pct."},
    {SURVEYS("svarene;by;2020;;9;50;;;^101;;\n"), "svarprocenten skal ligge mellem 0 og 100"},
    {SURVEYS("svarene;by;2020;;9;50;;;;^0,9;\n"), "designeffekten kan ikke være under 1"},
    {SURVEYS("svarene;by;2020;;9;50;;;;;^8\n"), "flere svar end personer"},
    {FIGURES("andelen;by;2020;;3;9;;;\n~andelen;by;2020;;4;9;;;\n"),
     "»andelen« i »by« for 2020 står også i observationer/tal.csv:2"},
    {FIGURES("andelen;by;2020;15-19;3;9;;;\n~andelen;Byen;2020;15-19;3;9;;;\n"),
     "»andelen« i »by« for 2020 står også i observationer/tal.csv:2"},
};

static void each_fault_is_said_where_it_stands(void **state)
{
    CHECK_FAULTS(*state, row_faults, plan_folder_read_figures);
}

static void faults_of_the_file_are_said_where_they_stand(void **state)
{
    static const struct faulty_file faults[] = {
        {FIGURES_FILE, "indikator;område;periode;tæller;nævner;^antal\n", PROBLEM_INPUT,
         "ukendt kolonne »antal« · filens kolonner er: indikator, område, periode, gruppe"},
        {FIGURES_FILE, "~indikator;område;tæller;nævner\n", PROBLEM_INPUT,
         "kolonnen »periode« mangler"},
        {FIGURES("andelen;by;2019;;3;9;;;\nandelen;by;2020;;3;9;;;;^7\n"),
         "i en kolonne uden overskrift"},
        {FIGURES("andelen;by;2019;;3;9;;;\nandelen;by;2020;;^\"3\"4;9;;;\n"),
         "anførselstegn, der ikke passer sammen"},
        {FIGURES_FILE, FIGURES_HEADER "andelen;by;2020;;^\"3\"4;9;;;\n", PROBLEM_INPUT,
         "anførselstegn, der ikke passer sammen"},
        {FIGURES_FILE, "", PROBLEM_INPUT, "filen er tom"},
    };
    CHECK_FAULTS(*state, faults, plan_folder_read_figures);
}

/* A series that is left out keeps its places, with that reason and no amounts. */
static size_t count_with_figures(const struct plan_folder *folder)
{
    size_t count = 0;
    for (size_t i = 0; i < folder->observations.count; i++) {
        const struct observation *each = &folder->observations.items[i];
        count += each->reason == REASON_NONE;
        if (each->reason != REASON_LEFT_OUT)
            continue;
        assert_near(each->amounts.numerator, 0, 0);
        assert_near(each->amounts.denominator, 0, 0);
        assert_near(each->amounts.value, 0, 0);
    }
    return count;
}

static void votes_without_electors_are_said_so(void **state)
{
    static const struct faulty_file faults[] = {
        {FIGURES("valget;by;2021-11-16;;500;^;;;\n"), "stemmer uden stemmeberettigede"},
        {FIGURES("valget;by;2021-11-16;;500;^;50;;\n"), "stemmer uden stemmeberettigede"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        plan_folder_write(folder, "indikatorer.csv",
                          BASE_INDICATORS "valget;Valg;andel;pct.;op;dato;K\n");
        plan_folder_write(folder, faults[i].name, faults[i].text);
        plan_folder_read_figures(folder);
        assert_problem(folder, PROBLEM_SERIES, faults[i].name, faults[i].text, faults[i].says);
        assert_problem_count(folder, 1);
    }
}

static void a_faulty_row_takes_its_whole_series_with_it(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof row_faults / sizeof *row_faults; i++) {
        plan_folder_write(folder, FIGURES_FILE, row_faults[i].text);
        plan_folder_write(folder, "observationer/flere.csv",
                          FIGURES_HEADER "andelen;by;2019;;3;9;;;\nandelen;syd;2019;;3;9;;;\n"
                                         "raten;by;2019;;3;9;;;\nsnittet;by;2019;;;9;5;;\n"
                                         "svarene;by;2019;;;9;5;;\ntallet;by;2019;;;;5;;\n");
        plan_folder_read_figures(folder);
        assert_problem_count(folder, 1);
        bool names_a_series = i > 2; /* the first three name no indicator or area */
        assert_int_equal(count_with_figures(folder), names_a_series ? 5 : 6);
        for (size_t j = 0; j < folder->observations.count; j++)
            if (!folder->observations.items[j].reason)
                assert_int_equal(folder->observations.items[j].period.year, 2019);
    }
}

static void a_file_that_cannot_be_taken_apart_loses_its_series(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/andre.csv",
                      FIGURES_HEADER "andelen;by;2019;;3;9;;;\nandelen;nord;2019;;3;9;;;\n");
    plan_folder_figures(folder, "andelen;by;2020;;3;9;;;\nandelen;syd;2020;;3;9;;;;7\n"
                                "raten;by;2020;;3;9;;;\n");
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_SERIES], 1);
    assert_int_equal(count_with_figures(folder), 1);
    assert_int_equal(folder->observations.count, 4); /* the places of the others stay */
}

static void every_fault_of_a_row_shows_in_one_run(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;20222;;3,5,1;x;;2;hemmelig\n"
                                "andelen;by;20223;;3;9;;;\n"
                                "andele;vest;2020;;3;9;;;\n");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\nandelen;by;^", "fire cifre");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\nandelen;by;20222;;^", "decimalkomma");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\nandelen;by;20222;;3,5,1;^", "skjult");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\nandelen;by;20222;;3,5,1;x;;^",
                   "bruges ikke");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\nandelen;by;20222;;3,5,1;x;;2;^",
                   "kendes ikke her");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n\nandelen;by;^", "fire cifre");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n\n\n^", "ukendt indikator");
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n\n\nandele;^", "ukendt område");
    assert_problem_count(folder, 8);
}

static void a_repeated_row_in_another_file_is_found(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/a.csv", FIGURES_HEADER "andelen;by;2020;;3;9;;;\n");
    plan_folder_figures(folder, "andelen;syd;2020;;3;9;;;\nandelen;Byen;2020;;3;9;;;\n");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_SERIES, FIGURES_FILE, "\n\n~", "observationer/a.csv:2");
    assert_problem_count(folder, 1);
    assert_int_equal(count_with_figures(folder), 1);
    assert_int_equal(folder->observations.count, 2); /* the repeated one once, without figures */
}

static void names_that_cannot_be_shown_are_refused(void **state)
{
    static const char *const names[] = {"observationer/t\xE6l.csv", "observationer/a\nb.csv",
                                        "observationer/a\\b.csv", "observationer/\x7F.txt"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        plan_folder_write(folder, names[i], "x");
        plan_folder_read_figures(folder);
        assert_problem(folder, PROBLEM_INPUT, "observationer", "", "en fils navn har tegn");
        assert_problem_count(folder, 1);
        plan_folder_remove(folder, names[i]);
    }
    plan_folder_write(folder, "observationer/t\xC3\xA6l & mål (2).csv", FIGURES_HEADER);
    plan_folder_read_figures(folder);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_INPUT], 0); /* it is read */
}

static void other_files_in_the_folder_are_remarked_on(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/tal.xlsx", "PK");
    plan_folder_write(folder, "observationer/.skjult.csv", "x");
    plan_folder_write(folder, "observationer/~$tal.csv", "\x05Navn");
    plan_folder_write(folder, "observationer/.~lock.tal.csv#", "x");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_REMARK, "observationer/tal.xlsx", "", "filen læses ikke");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->observations.count, 1);
}

static void a_misspelt_group_is_remarked_on_once_an_indicator(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;^fastboend;50;100;;;\n"
                                "andelen;nord;2020;fastboend;50;100;;;\n"
                                "andelen;nord;2021;fastboend;50;100;;;\n"
                                "andelen;nord;2020;fastboende 2;50;100;;;\n"
                                "andelen;nord;2020;Tilflyttere;50;100;;;\n"
                                "andelen;nord;2020;15-29;50;100;;;\n"
                                "andelen;nord;2020;;50;100;;;\n");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_REMARK, FIGURES_FILE, "\nandelen;by;2020;^",
                   "»andelen«: »fastboend« kendes ikke som gruppe; mente du »fastboende«?");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->observations.count, 7);
    plan_folder_figures(folder, "andelen;by;2020;fastboend;50;100;;;\n"
                                "raten;by;2020;fastboend;50;100;;;\n");
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 2);
}

static void a_plan_without_figures_cannot_be_used(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_remove(folder, FIGURES_FILE);
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_INPUT, "observationer", "", "der er ingen CSV-filer med tal");
    assert_problem_count(folder, 1);
    rmdir(plan_folder_file(folder, "observationer"));
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_INPUT, "observationer", "", "der er ingen CSV-filer med tal");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->observations.count, 0);
    plan_folder_write(folder, "observationer", "");
    plan_folder_read_figures(folder);
    assert_problem(folder, PROBLEM_FILE, "observationer", "", "en del af stien er ikke en mappe");
    assert_problem_count(folder, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_type_gives_its_own_amounts),
        PLAN_FOLDER_TEST(a_survey_may_say_how_it_was_made),
        PLAN_FOLDER_TEST(the_status_says_what_a_figure_is_or_why_it_is_not_there),
        PLAN_FOLDER_TEST(each_kind_of_period_is_read),
        PLAN_FOLDER_TEST(rows_are_ordered_whatever_order_they_stand_in),
        PLAN_FOLDER_TEST(a_row_may_be_repeated_more_than_once),
        PLAN_FOLDER_TEST(groups_are_kept_apart),
        PLAN_FOLDER_TEST(groups_of_other_files_are_kept_apart_too),
        PLAN_FOLDER_TEST(each_fault_is_said_where_it_stands),
        PLAN_FOLDER_TEST(faults_of_the_file_are_said_where_they_stand),
        PLAN_FOLDER_TEST(votes_without_electors_are_said_so),
        PLAN_FOLDER_TEST(a_faulty_row_takes_its_whole_series_with_it),
        PLAN_FOLDER_TEST(a_file_that_cannot_be_taken_apart_loses_its_series),
        PLAN_FOLDER_TEST(every_fault_of_a_row_shows_in_one_run),
        PLAN_FOLDER_TEST(a_repeated_row_in_another_file_is_found),
        PLAN_FOLDER_TEST(names_that_cannot_be_shown_are_refused),
        PLAN_FOLDER_TEST(other_files_in_the_folder_are_remarked_on),
        PLAN_FOLDER_TEST(a_misspelt_group_is_remarked_on_once_an_indicator),
        PLAN_FOLDER_TEST(a_plan_without_figures_cannot_be_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
