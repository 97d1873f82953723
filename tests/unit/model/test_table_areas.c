/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/table_areas.h"

/* The codes of the areas of the rows, `-` for none, `?` behind those that are not exact. */
static const char *codes_of(struct plan_folder *folder, const struct table_areas *areas)
{
    const char *list = "";
    for (size_t i = 0; i < areas->table->count; i++) {
        bool exact = false;
        const struct area *area = table_areas_of(areas, &areas->table->records[i], &exact);
        list = arena_printf(folder->arena, "%s%s%s%s", list, i ? " " : "", area ? area->code : "-",
                            area && !exact ? "?" : "");
    }
    return list;
}

struct example {
    const char *text, *named;
    const char *columns; /* as table_areas_text has them; NULL where there are none */
    const char *codes;   /* of the rows */
};

static void check(struct plan_folder *folder, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct table table = table_of(folder, "a.csv", examples[i].text);
        struct table_areas areas;
        bool found =
            table_areas_find(folder->arena, &folder->catalogue, &table, examples[i].named, &areas);
        if (found != (examples[i].columns != NULL))
            fail_msg("example %zu: %s", i, found ? "found" : "not found");
        if (!found)
            continue;
        assert_string_equal(table_areas_text(folder->arena, &areas), examples[i].columns);
        assert_string_equal(codes_of(folder, &areas), examples[i].codes);
    }
}

#define ONE_COLUMN "sted;tid;tal\nParken;2019;1\nSønderby;2019;2\n081;2020;3\n81;2020;4\n"
#define NO_SUCH_HEADING "hvor;hvad;tid;tal\nEngen;ting;2019;1\nfjernt;ting;2019;2\n"

/* The finer column leaves a row to the coarser by a blank or a total, never by a foreign name. */
#define TWO_COLUMNS                                                                                \
    "kommune;område;tid;tal\n"                                                                    \
    "Nordby;I alt;2019;9\n"                                                                        \
    "Nordby;Parken;2019;1\n"                                                                       \
    "Nordby;Bakken;2019;2\n"                                                                       \
    "Nordby;;2019;9\n"                                                                             \
    "Sønderby;I alt;2019;7\n"                                                                     \
    "Nordby;Engen;2019;3\n"

#define THREE_COLUMNS                                                                              \
    "region;kommune;afdeling;tid;tal\n"                                                            \
    "Nord;Nordby;Lunden Øst;2019;1\n"                                                             \
    "Nord;Nordby;I alt;2019;2\n"                                                                   \
    "Nord;I alt;I alt;2019;3\n"                                                                    \
    "Nord;Nordby;Ukendt;2019;4\n"

static void columns_of_areas_are_found_the_finest_first(void **state)
{
    static const struct example examples[] = {
        {ONE_COLUMN, "", "sted", "parken - parken? parken?"},
        {NO_SUCH_HEADING, "", "hvor", "engen -"},
        {TWO_COLUMNS, "", "område|kommune", "nordby? parken - nordby? - engen"},
        {THREE_COLUMNS, "", "afdeling|kommune|region", "lunden nordby? - -"},
        /* a finer column without an area of the plan still makes its rows foreign */
        {"kommune;afdeling;tid;tal\nNordby;Ukendt;2019;1\nNordby;I alt;2019;2\n", "",
         "afdeling|kommune", "- nordby?"},
        {"navn;område;tid;tal\nNordby;Bakken;2019;1\nNordby;I alt;2019;2\n", "", "område|navn",
         "- nordby?"},
        /* of one rank the first comes first */
        {"kommune;bopælskommune;tid;tal\n999 "
         "Nordby;Engby;2019;1\n;Nordby;2019;2\nSydby;Nordby;2019;3\n",
         "", "kommune|bopælskommune", "nordby? nordby? -"},
        {"område;landsdel;tid;tal\nRiget;Øerne;2019;1\n", "", "landsdel|område", "-"},
        {"hvor;tid;tal\nHer;2019;1\nDer;2019;2\n", "", NULL, NULL},
        {"kommune;tid;tal\nSønderby;2019;1\n", "", NULL, NULL},
        {"tid;tal\n2019;1\n", "", NULL, NULL},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

/* Else they can be ages, or numbers of rows. */
static void numbers_are_areas_only_under_a_heading_that_says_so(void **state)
{
    static const struct example examples[] = {
        {"område;tid;tal\n12;2019;1\n081;2019;2\n", "", "område", "lunden? parken?"},
        {"afdelingsnr;tid;tal\n12;2019;1\n", "", "afdelingsnr", "lunden?"},
        {"kommunekode;tid;tal\n999;2019;1\n998;2019;1\n", "", "kommunekode", "nordby? -"},
        {"sted;alder;tid;tal\nParken;12;2019;1\nParken;81;2019;1\n", "", "sted", "parken parken"},
        {"Nr.;sted;tid;tal\n12;Engen;2019;1\n81;Parken;2019;2\n", "", "sted", "engen parken"},
        {"id;hvor;tid;tal\n12;Engen;2019;1\n999;Parken;2019;2\n", "", "hvor", "engen parken"},
        {"alder;tid;tal\n12;2019;1\n", "", NULL, NULL},
        {"Nr.;tid;tal\n12;2019;1\n", "", NULL, NULL},
        /* with a name behind it a number is one anywhere */
        {"hvor;tid;tal\n12. Lunden Øst;2019;1\n081 Parken;2019;1\n", "", "hvor", "lunden? parken?"},
        /* who names the column has chosen */
        {"alder;tid;tal\n12;2019;1\n", "alder", "alder", "lunden?"},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void areas_on_lines_of_their_own_win_over_a_heading(void **state)
{
    static const struct example examples[] = {
        {"Område;2019;2020\nParken;;\nMænd;1;2\nKvinder;3;4\nEngen;;\nMænd;5;6\nKvinder;7;8\n", "",
         "overskrift", "parken parken parken parken engen engen engen engen"},
        /* lines that are something else leave the column its areas */
        {"Område;2019;2020\nMænd;;\nParken;1;2\nEngen;3;4\nKvinder;;\nParken;5;6\nEngen;7;8\n", "",
         "Område", "parken parken engen engen parken parken engen engen"},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void columns_can_be_named_in_another_order(void **state)
{
    static const struct example examples[] = {
        {TWO_COLUMNS, "kommune", "kommune", "nordby? nordby? nordby? nordby? - nordby?"},
        {TWO_COLUMNS, "KOMMUNE", "kommune", "nordby? nordby? nordby? nordby? - nordby?"},
        {TWO_COLUMNS, "område", "område", "- parken - - - engen"},
        {TWO_COLUMNS, "omraade|kommune", "område|kommune", "nordby? parken - nordby? - engen"},
        {TWO_COLUMNS, "område | kommune", "område|kommune", "nordby? parken - nordby? - engen"},
        {TWO_COLUMNS, "kommune|område", "kommune|område",
         "nordby? nordby? nordby? nordby? - nordby?"},
        {TWO_COLUMNS, "findes ikke", NULL, NULL},
        {TWO_COLUMNS, "område|findes ikke", NULL, NULL},
        {TWO_COLUMNS, "findes ikke|område", NULL, NULL},
        {TWO_COLUMNS, "område|parken", NULL, NULL},
        {TWO_COLUMNS, "parken|område", NULL, NULL},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void an_area_of_all_rows_is_said_by_its_code_or_name(void **state)
{
    static const struct example examples[] = {
        {"tid;tal\n2019;1\n2020;2\n", "parken", "parken", "parken parken"},
        {"tid;tal\n2019;1\n2020;2\n", "Lunden Øst", "lunden", "lunden lunden"},
        {ONE_COLUMN, "engen", "engen", "engen engen engen engen"},
        {"tid;tal\n2019;1\n", "bakken", NULL, NULL},
        {"tid;tal\n2019;1\n", "rest", NULL, NULL}, /* derived */
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void a_row_is_called_by_its_finest_name(void **state)
{
    static const struct {
        const char *text, *name;
    } examples[] = {
        {"kommune;område;tid;tal\nNordby;Parken;2019;1\n", "Parken"},
        {"kommune;område;tid;tal\nNordby;Bakken;2019;1\n", "Bakken"},
        {"kommune;område;tid;tal\nNordby;I alt;2019;1\n", "Nordby"},
        {"kommune;område;tid;tal\nI alt;I alt;2019;1\nNordby;Engen;2019;2\n", "I alt"},
        {"kommune;område;tid;tal\nNordby;;2019;1\nNordby;Engen;2019;2\n", "Nordby"},
        {"kommune;område;tid;tal\n;;2019;1\nNordby;Engen;2019;2\n", ""},
        {"kommune;område;tid;tal\n;I alt;2019;1\nNordby;Engen;2019;2\n", "I alt"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        const struct table table = table_of(folder, "a.csv", examples[i].text);
        struct table_areas areas;
        assert_true(
            table_areas_find(folder->arena, &folder->catalogue, &table, "område|kommune", &areas));
        assert_string_equal(table_areas_name(&areas, &table.records[0]), examples[i].name);
    }
}

static void a_row_has_no_name_where_the_area_is_that_of_all(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "a.csv", ONE_COLUMN);
    struct table_areas areas;
    assert_true(table_areas_find(folder->arena, &folder->catalogue, &table, "engen", &areas));
    assert_string_equal(table_areas_name(&areas, &table.records[0]), "");
    assert_false(table_areas_has(&areas, 0));
}

static void the_columns_of_areas_are_told_from_the_others(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(
        folder, "a.csv", "køn;kommune;alder;område;tid;tal\nMænd;Nordby;I alt;Parken;2019;1\n");
    struct table_areas areas;
    static const bool expected[] = {false, true, false, true};
    assert_true(table_areas_find(folder->arena, &folder->catalogue, &table, "", &areas));
    assert_int_equal(table_dimensions(&table), COUNT_OF(expected));
    for (size_t d = 0; d < COUNT_OF(expected); d++)
        assert_int_equal(table_areas_has(&areas, d), expected[d]);
}

/* Areas across: the heading of each column of figures. */
static void areas_can_stand_across(void **state)
{
    static const struct example examples[] = {
        {"tid;Parken;Engen;Bakken\n2019;1;2;3\n", "", "tal", "parken engen -"},
        {"tid;Parken;Engen;Bakken\n2019;1;2;3\n", "tal", "tal", "parken engen -"},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(columns_of_areas_are_found_the_finest_first),
        PLAN_FOLDER_TEST(numbers_are_areas_only_under_a_heading_that_says_so),
        PLAN_FOLDER_TEST(areas_on_lines_of_their_own_win_over_a_heading),
        PLAN_FOLDER_TEST(columns_can_be_named_in_another_order),
        PLAN_FOLDER_TEST(an_area_of_all_rows_is_said_by_its_code_or_name),
        PLAN_FOLDER_TEST(a_row_is_called_by_its_finest_name),
        PLAN_FOLDER_TEST(a_row_has_no_name_where_the_area_is_that_of_all),
        PLAN_FOLDER_TEST(the_columns_of_areas_are_told_from_the_others),
        PLAN_FOLDER_TEST(areas_can_stand_across),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
