/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/released_sheet.h"

#include "plan_folder.h"

#include "pejling/base/file.h"

#define HEADER                                                                                     \
    "indicator,area,period,period_to,group,release,reason,figure,value,unit,numerator,"            \
    "denominator,spread,design_effect,population,response_rate,lowest,highest\n"

static const char *const indicators[] = {"andelen", "raten", "snittet", "svarene", "tallet"};
#define INDICATORS (sizeof indicators / sizeof *indicators)

/* The rows of the file that a table becomes. */
static const char *written(struct plan_folder *folder, const struct released_table *table)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    const struct input_file file = {plan_folder_file(folder, RELEASED_FILE), RELEASED_FILE,
                                    PROBLEM_FILE};
    size_t length;
    assert_true(released_write(&place, table));
    const char *text = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    assert_non_null(text);
    plan_folder_remove(folder, RELEASED_FILE);
    assert_true(length >= strlen(HEADER));
    assert_memory_equal(text, HEADER, strlen(HEADER));
    return text + strlen(HEADER);
}

/* Numbers in every field, whether they should be there or not. */
static struct released_cell full_cell(const struct plan_folder *folder, const char *indicator)
{
    const struct indicator *of = indicator_of(folder, indicator);
    return (struct released_cell){.indicator = of,
                                  .area = area_of(folder, "nord"),
                                  .period = period_of("2022K4"),
                                  .has_numerator =
                                      of->measure == MEASURE_SHARE || of->measure == MEASURE_RATE,
                                  .lowest = 0.25,
                                  .highest = 99.75,
                                  .value = 43.25,
                                  .numerator = 173,
                                  .denominator = 400,
                                  .spread = 2.5,
                                  .design_effect = 1.5,
                                  .population = 900,
                                  .response_rate = 44.5};
}

/* The row of one cell, with its line end. */
static const char *row_of(struct plan_folder *folder, const struct released_cell *cell,
                          enum edition edition)
{
    const struct released_table table = {
        .edition = edition, .catalogue = &folder->catalogue, .cells = cell, .count = 1};
    return written(folder, &table);
}

static void a_table_without_cells_is_its_columns(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    const struct released_table table = {.catalogue = &folder->catalogue};
    assert_string_equal(written(folder, &table), "");
}

static void an_open_cell_shows_what_its_measure_has(void **state)
{
    static const char *const rows[INDICATORS] = {
        "andelen,nord,2022K4,,,open,,final,43.25,pct.,173,400,,,,,,\n",
        "raten,nord,2022K4,,,open,,final,43.25,pr. 1.000,173,400,,,,,,\n",
        "snittet,nord,2022K4,,,open,,final,43.25,point,,400,2.5,,,,,\n",
        "svarene,nord,2022K4,,,open,,final,43.25,pct.,,400,,1.5,900,44.5,,\n",
        "tallet,nord,2022K4,,,open,,final,43.25,kr.,,,,,,,,\n",
    };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < INDICATORS; i++) {
        struct released_cell cell = full_cell(folder, indicators[i]);
        assert_string_equal(row_of(folder, &cell, EDITION_SHARED), rows[i]);
        assert_string_equal(row_of(folder, &cell, EDITION_INTERNAL), rows[i]);
    }
}

static void a_count_that_is_not_told_makes_a_rounded_cell(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_cell cell = full_cell(folder, "andelen");
    cell.has_numerator = false;
    assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                        "andelen,nord,2022K4,,,rounded,,final,43.25,pct.,,400,,,,,,\n");
    cell = full_cell(folder, "raten");
    cell.has_numerator = false;
    assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                        "raten,nord,2022K4,,,rounded,,final,43.25,pr. 1.000,,400,,,,,,\n");
}

static void a_cell_that_is_not_open_shows_no_number_at_all(void **state)
{
    static const struct {
        enum release release;
        enum reason reason;
        const char *words;
    } cases[] = {
        {RELEASE_HIDDEN, REASON_SUPPRESSED, "hidden,suppressed"},
        {RELEASE_ABSENT, REASON_MISSING, "absent,missing"},
        {RELEASE_ABSENT, REASON_WITHHELD, "absent,withheld"},
    };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < INDICATORS; i++)
        for (size_t j = 0; j < sizeof cases / sizeof *cases; j++) {
            struct released_cell cell = full_cell(folder, indicators[i]);
            cell.release = cases[j].release;
            cell.reason = cases[j].reason;
            cell.status = FIGURE_PROVISIONAL;
            assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                                arena_printf(folder->arena, "%s,nord,2022K4,,,%s,,,%s,,,,,,,,\n",
                                             indicators[i], cases[j].words, cell.indicator->unit));
        }
}

static void a_hidden_cell_with_limits_shows_them_as_counts_and_its_denominator(void **state)
{
    static const struct {
        const char *indicator;
        double lowest, highest, denominator;
        const char *numbers;
    } cases[] = {
        {"andelen", 1, 4, 70, "pct.,,70,,,,,1,4\n"},
        {"andelen", 0, 71, 71, "pct.,,71,,,,,0,71\n"},
        {"andelen", 0.31, 9, 71, "pct.,,71,,,,,0.31,9\n"}, /* inexact in per cent */
        {"raten", 1, 16, 333, "pr. 1.000,,333,,,,,1,16\n"},
        {"andelen", 0.25, 12.75, 333, "pct.,,333,,,,,0.25,12.75\n"},
        {"raten", 2, 1999, 977, "pr. 1.000,,977,,,,,2,1999\n"},
        {"svarene", 7, 7, 31, "pct.,,31,,,,,7,7\n"},
    };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = full_cell(folder, cases[i].indicator);
        cell.release = RELEASE_HIDDEN;
        cell.reason = REASON_SUPPRESSED;
        cell.has_limits = true;
        cell.denominator = cases[i].denominator;
        cell.lowest = released_limit(cell.indicator, cases[i].lowest, cell.denominator);
        cell.highest = released_limit(cell.indicator, cases[i].highest, cell.denominator);
        assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                            arena_printf(folder->arena, "%s,nord,2022K4,,,hidden,suppressed,,,%s",
                                         cases[i].indicator, cases[i].numbers));
    }
}

static void what_is_not_known_of_a_cell_is_blank(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_cell cell = full_cell(folder, "snittet");
    cell.spread = -1;
    cell.status = FIGURE_PROVISIONAL;
    cell.group = "15-29 år";
    assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                        "snittet,nord,2022K4,,15-29 år,open,,provisional,43.25,point,,400,,,,,,\n");
    cell.spread = 0; /* all the same, which is known */
    assert_string_equal(
        row_of(folder, &cell, EDITION_SHARED),
        "snittet,nord,2022K4,,15-29 år,open,,provisional,43.25,point,,400,0,,,,,\n");
    cell = full_cell(folder, "svarene");
    cell.status = FIGURE_ESTIMATED;
    cell.design_effect = 1;
    cell.population = cell.response_rate = 0;
    assert_string_equal(row_of(folder, &cell, EDITION_INTERNAL),
                        "svarene,nord,2022K4,,,open,,estimated,43.25,pct.,,400,,1,,,,\n");
}

static void a_period_stands_as_the_input_has_it(void **state)
{
    static const char *const periods[] = {"2019",   "2019/20",    "1999/00",
                                          "2022K4", "2021-11-06", "ukendt"};
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        struct released_cell cell = full_cell(folder, "tallet");
        cell.period = period_of(periods[i]);
        assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                            arena_printf(folder->arena,
                                         "tallet,nord,%s,,,open,,final,43.25,kr.,,,,,,,,\n",
                                         periods[i]));
    }
}

static void a_group_is_quoted_and_no_formula(void **state)
{
    static const struct {
        const char *group, *field;
    } cases[] = {
        {"unge", "unge"},           {"ældre, unge", "\"ældre, unge\""},
        {"\"a\"", "\"\"\"a\"\"\""}, {"=1+1", "'=1+1"},
        {"-5 år", "'-5 år"},        {"+65", "'+65"},
        {"@a,b", "\"'@a,b\""},
    };
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_cell cell = full_cell(folder, "tallet");
        cell.group = cases[i].group;
        assert_string_equal(row_of(folder, &cell, EDITION_SHARED),
                            arena_printf(folder->arena,
                                         "tallet,nord,2022K4,,%s,open,,final,43.25,kr.,,,,,,,,\n",
                                         cases[i].field));
    }
}

static void pools_stand_behind_the_cells_with_the_years_they_cover(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    const struct released_cell cell = full_cell(folder, "tallet");
    const struct released_pool pools[] = {
        {indicator_of(folder, "andelen"), area_of(folder, "syd"), period_of("2019"),
         period_of("2021"), 5.7, 12.5, 219},
        {indicator_of(folder, "raten"), area_of(folder, "samlet"), period_of("2019/20"),
         period_of("2021/22"), 41.1, 9, 219},
    };
    const struct released_table table = {.catalogue = &folder->catalogue,
                                         .cells = &cell,
                                         .count = 1,
                                         .pools = pools,
                                         .pool_count = 2};
    assert_string_equal(written(folder, &table),
                        "tallet,nord,2022K4,,,open,,final,43.25,kr.,,,,,,,,\n"
                        "andelen,syd,2019,2021,,open,,,5.7,pct.,12.5,219,,,,,,\n"
                        "raten,samlet,2019/20,2021/22,,open,,,41.1,pr. 1.000,9,219,,,,,,\n");
}

static void numbers_have_all_the_digits_that_the_table_has(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_cell cell = full_cell(folder, "svarene");
    cell.value = 1.0 / 3;
    cell.design_effect = 1.123456789;
    cell.response_rate = 200.0 / 3;
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++)
        assert_string_equal(row_of(folder, &cell, (enum edition)edition),
                            "svarene,nord,2022K4,,,open,,final,0.3333333333333333,pct.,,400,,"
                            "1.123456789,900,66.66666666666667,,\n");
}

/* --- whole editions --------------------------------------------------------------------------- */
/* Small counts, counts with many decimals, a mean, a survey and a given value. */
static void write_figures(struct plan_folder *folder)
{
    plan_folder_figures(folder,
                        "andelen;by;2020;;500,123456789;1000;;;\nandelen;nord;2020;;31;70;;;\n"
                        "andelen;syd;2020;;40;130;;;\nandelen;by;2021;;511;1013;;;\n"
                        "andelen;nord;2021;;3;71;;;\nandelen;syd;2021;;44;127;;;\n"
                        "raten;by;2020;;20;1000;;;\nandelen;nord;ukendt;;0;70;;;\n"
                        "andelen;syd;2022;;0;0;;;\nsnittet;syd;2020;;;1;5;0;\n"
                        "snittet;by;2020;;;1000;6,123456789;2,987654321;\n"
                        "tallet;nord;2020;;;;0,123456789;;\n");
    plan_folder_write(folder, "observationer/svar.csv",
                      "indikator;område;periode;nævner;værdi;svarprocent;designeffekt;population\n"
                      "svarene;nord;2020;300;61,123456789;44,123456789;1,123456789;900\n");
}

/* The most digits that stand behind a point. */
static size_t most_decimals(const char *text)
{
    size_t most = 0;
    for (const char *point = strchr(text, '.'); point; point = strchr(point + 1, '.')) {
        size_t decimals = strspn(point + 1, "0123456789");
        most = decimals > most ? decimals : most;
    }
    return most;
}

static void a_shared_edition_has_no_more_than_six_decimals(void **state)
{
    struct plan_folder *folder = *state;
    write_figures(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const char *shared = written(folder, &table);
    assert_int_equal(most_decimals(shared), SHARED_DECIMALS);
    assert_non_null(strstr(shared, "andelen,by,2020,,,open,,final,50,pct.,500.123457,1000,"));
    assert_non_null(strstr(shared, "svarene,nord,2020,,,open,,final,61.1,pct.,,300,,1.123457,900,"
                                   "44.123457,,\n"));
    table = plan_folder_release(folder, EDITION_INTERNAL);
    const char *internal = written(folder, &table);
    assert_true(most_decimals(internal) > SHARED_DECIMALS);
    assert_non_null(strstr(internal, ",61.123456789,pct.,,300,,1.123456789,900,44.123456789,,\n"));
}

static void no_file_holds_nan_or_infinity(void **state)
{
    static const char *const words[] = {"nan", "inf", "NaN", "Inf"};
    struct plan_folder *folder = *state;
    write_figures(folder);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct released_table table = plan_folder_release(folder, (enum edition)edition);
        const char *rows = written(folder, &table);
        assert_non_null(strstr(rows, "andelen,syd,2022,,,"));
        assert_non_null(strstr(rows, "andelen,nord,ukendt,,,"));
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            assert_null(strstr(rows, words[i]));
    }
}

static void a_file_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    const struct released_table table = {.catalogue = &folder->catalogue};
    assert_false(released_write(&nowhere, &table));
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_table_without_cells_is_its_columns),
        PLAN_FOLDER_TEST(an_open_cell_shows_what_its_measure_has),
        PLAN_FOLDER_TEST(a_count_that_is_not_told_makes_a_rounded_cell),
        PLAN_FOLDER_TEST(a_cell_that_is_not_open_shows_no_number_at_all),
        PLAN_FOLDER_TEST(a_hidden_cell_with_limits_shows_them_as_counts_and_its_denominator),
        PLAN_FOLDER_TEST(what_is_not_known_of_a_cell_is_blank),
        PLAN_FOLDER_TEST(a_period_stands_as_the_input_has_it),
        PLAN_FOLDER_TEST(a_group_is_quoted_and_no_formula),
        PLAN_FOLDER_TEST(pools_stand_behind_the_cells_with_the_years_they_cover),
        PLAN_FOLDER_TEST(numbers_have_all_the_digits_that_the_table_has),
        PLAN_FOLDER_TEST(a_shared_edition_has_no_more_than_six_decimals),
        PLAN_FOLDER_TEST(no_file_holds_nan_or_infinity),
        PLAN_FOLDER_TEST(a_file_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
