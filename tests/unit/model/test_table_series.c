/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/table_series.h"

static struct table_series series_of(struct plan_folder *folder, const char *text)
{
    struct table *table = arena_alloc(folder->arena, 1, sizeof *table);
    struct table_series series;
    *table = table_of(folder, "a.csv", text);
    assert_true(table_series_find(folder->arena, &folder->catalogue, table, &series));
    return series;
}

/* `KØN:total(I alt) ALDER:kept`. */
static const char *uses_text(struct arena *arena, const struct table_series *series)
{
    static const char *const names[] = {[USE_NOT] = "not",
                                        [USE_AREA] = "area",
                                        [USE_PART] = "part",
                                        [USE_TOTAL] = "total",
                                        [USE_KEPT] = "kept"};
    const char *text = "";
    for (size_t d = 0; d < table_dimensions(series->table); d++) {
        const struct series_dimension *dimension = &series->dimensions[d];
        text = arena_printf(arena, "%s%s%s:%s", text, d ? " " : "",
                            table_dimension(series->table, d), names[dimension->use]);
        if (dimension->use == USE_TOTAL)
            text = arena_printf(arena, "%s(%s)", text, dimension->total);
    }
    return text;
}

/* --- what columns are for --------------------------------------------------------------------- */

static void columns_that_tell_series_apart_are_kept(void **state)
{
    static const struct {
        const char *text, *uses;
    } rows[] = {
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nParken;Kvinder;2019;2\n", "OMRÅDE:area KØN:kept"},
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nEngen;Mænd;2019;2\n", "OMRÅDE:area KØN:not"},
        /* one value in the plan's areas, another elsewhere */
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nSydby;Kvinder;2019;2\n", "OMRÅDE:area KØN:not"},
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nParken;I alt;2019;2\nEngen;Mænd;2019;1\n"
         "Engen;I alt;2019;1\n",
         "OMRÅDE:area KØN:total(I alt)"},
        /* one series lacks the total */
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nParken;I alt;2019;2\nEngen;Mænd;2019;1\n",
         "OMRÅDE:area KØN:kept"},
        {"OMRÅDE;KØN;TID;TAL\nParken;Mænd;2019;1\nParken;I alt;2019;2\nParken;Mænd;2020;1\n",
         "OMRÅDE:area KØN:kept"},
        /* two that could be the total */
        {"OMRÅDE;KØN;TID;TAL\nParken;Total;2019;1\nParken;I alt;2019;2\n", "OMRÅDE:area KØN:kept"},
        /* what follows from the area, or from a column that is kept */
        {"OMRÅDE;landsdel;by;TID;TAL\nParken;Vest;Nord;2019;1\nEngen;Øst;Syd;2019;2\n"
         "Parken;Vest;Nord;2020;1\n",
         "OMRÅDE:area landsdel:area by:not"},
        {"OMRÅDE;SAG;sagstekst;TID;TAL\nParken;A;Tyveri;2019;1\nParken;B;Vold;2019;2\n",
         "OMRÅDE:area SAG:kept sagstekst:not"},
        {"OMRÅDE;SAG;ART;TID;TAL\nParken;A;Tyveri;2019;1\nParken;A;Vold;2019;2\n"
         "Parken;B;Vold;2019;2\n",
         "OMRÅDE:area SAG:kept ART:kept"},
        /* what a figure is like */
        {"OMRÅDE;status;TID;TAL\nParken;endelig;2019;1\nParken;foreløbig;2020;2\n",
         "OMRÅDE:area status:not"},
        {"OMRÅDE;hvornår;TID;TAL\nParken;2024-01-01 10:00:00;2019;1\n"
         "Parken;2024-01-02 11:00:00;2020;2\n",
         "OMRÅDE:area hvornår:not"},
        {"OMRÅDE;sagt;TID;TAL\n"
         "Parken;Her står en lang tekst, der forklarer det ene af tallene i tabellen;2019;1\n"
         "Parken;Her står en lang tekst, der forklarer det andet af tallene i tabellen;2020;2\n",
         "OMRÅDE:area sagt:not"},
        /* measures side by side */
        {"OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n", "OMRÅDE:area tal:part"},
        {"OMRÅDE;TID;Antal stemmer;Stemmeberettigede\nParken;2019;1;2\n", "OMRÅDE:area tal:part"},
        {"OMRÅDE;TID;Antal;Personer\nParken;2019;1;2\n", "OMRÅDE:area tal:kept"},
        {"OMRÅDE;TID;Pct.;I alt\nParken;2019;1;2\n", "OMRÅDE:area tal:part"},
        {"OMRÅDE;TID;Mænd;Kvinder\nParken;2019;1;2\n", "OMRÅDE:area tal:kept"},
        {"OMRÅDE;TID;Mænd;Kvinder;I alt\nParken;2019;1;2;3\n", "OMRÅDE:area tal:total(I alt)"},
        {"OMRÅDE;mål;TID;TAL\nParken;tæller;2019;1\nParken;nævner;2019;2\n",
         "OMRÅDE:area mål:part"},
        {"OMRÅDE;TID;Tryghed, pct.;Antal svar;Svarprocent\nParken;2019;75;80;45\n",
         "OMRÅDE:area tal:part"},
        /* a share of nothing that is there, and a count of nothing */
        {"OMRÅDE;TID;Antal;Pct.\nParken;2019;1;50\n", "OMRÅDE:area tal:kept"},
        {"OMRÅDE;TID;Antal;Svarprocent\nParken;2019;1;50\n", "OMRÅDE:area tal:kept"},
        {"OMRÅDE;TID;Svarprocent;Antal svar\nParken;2019;50;80\n", "OMRÅDE:area tal:kept"},
        {"OMRÅDE;TID;Antal;I alt;Pct.;Mænd\nParken;2019;1;2;50;1\n",
         "OMRÅDE:area tal:total(I alt)"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table_series series = series_of(folder, rows[i].text);
        const char *uses = uses_text(folder->arena, &series);
        if (strcmp(uses, rows[i].uses) != 0)
            fail_msg("%s: %s", rows[i].text, uses);
    }
}

static void count_base_and_share_are_told_by_their_words(void **state)
{
    static const struct {
        const char *text;
        enum series_part part;
    } rows[] = {
        {"Antal", PART_COUNT},
        {"antal stemmer", PART_COUNT},
        {"Tæller", PART_COUNT},
        {"Personer i job", PART_COUNT},
        {"Number of persons", PART_COUNT},
        {"I alt", PART_BASE},
        {"Antal i alt", PART_BASE},
        {"Nævner", PART_BASE},
        {"Stemmeberettigede", PART_BASE},
        {"Total population", PART_BASE},
        {"Pct.", PART_SHARE},
        {"Andel i alt", PART_SHARE},
        {"Antal i procent", PART_SHARE},
        {"% af befolkningen", PART_SHARE},
        {"Per cent", PART_SHARE},
        {"Svarprocent", PART_RESPONSE},
        {"Svarprocent i alt", PART_RESPONSE},
        {"Response rate, per cent", PART_RESPONSE},
        {"Antal svar", PART_BASE},
        {"Svar", PART_BASE},
        {"Grundlag", PART_BASE},
        {"Tryghed, pct.", PART_SHARE},
        {"Mænd", PART_NONE},
        {"", PART_NONE},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (series_part_of(folder->arena, rows[i].text) != rows[i].part)
            fail_msg("»%s«", rows[i].text);
}

static void the_parts_are_named_by_their_values(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series with =
        series_of(folder, "OMRÅDE;TID;Pct.;I alt;Antal\nParken;2019;50;2;1\n");
    const struct table_series two = series_of(folder, "OMRÅDE;TID;I alt;Antal\nParken;2019;2;1\n");
    const struct table_series none = series_of(folder, "OMRÅDE;TID;TAL\nParken;2019;2\n");
    const struct series_dimension *parts = table_series_parts(&with);
    assert_non_null(parts);
    assert_string_equal(parts->parts[PART_COUNT], "Antal");
    assert_string_equal(parts->parts[PART_BASE], "I alt");
    assert_string_equal(parts->parts[PART_SHARE], "Pct.");
    assert_non_null(table_series_parts(&two));
    assert_null(table_series_parts(&two)->parts[PART_SHARE]);
    assert_null(table_series_parts(&none));
}

static void a_survey_has_share_answers_and_response_rate(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series series = series_of(
        folder, "OMRÅDE;TID;Tryghed, pct.;Antal svar;Svarprocent\nParken;2019;75;80;45\n");
    const struct series_dimension *parts = table_series_parts(&series);
    assert_non_null(parts);
    assert_string_equal(parts->parts[PART_SHARE], "Tryghed, pct.");
    assert_string_equal(parts->parts[PART_BASE], "Antal svar");
    assert_string_equal(parts->parts[PART_RESPONSE], "Svarprocent");
    assert_null(parts->parts[PART_COUNT]);
}

static void a_sheet_called_by_an_area_is_about_it(void **state)
{
    static const struct {
        const char *sheet, *code; /* NULL where nothing is found */
    } rows[] = {
        {"Parken", "parken"}, {"12. Lunden Øst", "lunden"},
        {"Nordby", "nordby"}, {"Sydby", NULL},
        {"Ark1", NULL},       {"", NULL},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct table table = table_of(folder, "a.csv", "TID;TAL\n2019;1\n2020;2\n");
        struct table_series series;
        table.sheet = rows[i].sheet;
        bool found = table_series_find(folder->arena, &folder->catalogue, &table, &series);
        if (found != (rows[i].code != NULL))
            fail_msg("»%s«: %s", rows[i].sheet, found ? "found" : "not found");
        if (!found)
            continue;
        assert_string_equal(series.areas.only->code, rows[i].code);
        assert_int_equal(series.record_count, 2);
    }
}

static void a_column_of_areas_goes_before_the_name_of_the_sheet(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct table table = table_of(folder, "a.csv", "OMRÅDE;TID;TAL\nEngen;2019;1\n");
    struct table_series series;
    table.sheet = "Parken";
    assert_true(table_series_find(folder->arena, &folder->catalogue, &table, &series));
    assert_null(series.areas.only);
    assert_int_equal(series.record_count, 1);
}

static void codes_of_the_statbank_called_as_what_a_figure_is_like_are_kept(void **state)
{
    static const struct {
        const char *text, *uses;
    } rows[] = {
        {"OMRÅDE;STATUS;TID;INDHOLD\nParken;Job;2019;1\nParken;Skole;2019;2\n",
         "OMRÅDE:area STATUS:kept"},
        {"OMRÅDE;STATUS;TID;TAL\nParken;Job;2019;1\nParken;Skole;2019;2\n",
         "OMRÅDE:area STATUS:not"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table_series series = series_of(folder, rows[i].text);
        assert_string_equal(uses_text(folder->arena, &series), rows[i].uses);
    }
}

static void only_rows_of_the_plan_are_looked_at(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series series = series_of(
        folder,
        "OMRÅDE;KØN;TID;TAL\nSydby;Mænd;2019;1\nParken;Mænd;2019;2\nEngen;Kvinder;2019;3\n");
    assert_int_equal(series.record_count, 2);
    assert_ptr_equal(series.records[0], &series.table->records[1]);
    assert_int_equal(series.dimensions[1].count, 2);
    assert_string_equal(series.dimensions[1].values[0], "Mænd");
    assert_string_equal(series.dimensions[1].values[1], "Kvinder");
}

static void a_table_without_an_area_of_the_plan_has_no_series(void **state)
{
    struct plan_folder *folder = import_folder(state);
    static const char *const texts[] = {"OMRÅDE;TID;TAL\nSydby;2019;1\n", "TID;TAL\n2019;1\n",
                                        "OMRÅDE;SAG;TID;INDHOLD\nSydby;A;2019;1\nØstby;B;2019;1\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        const struct table table = table_of(folder, "a.csv", texts[i]);
        struct table_series series;
        assert_false(table_series_find(folder->arena, &folder->catalogue, &table, &series));
    }
}

/* --- where a table comes from ----------------------------------------------------------------- */

static void statbank_and_bulk_are_recognised(void **state)
{
    static const struct {
        const char *text;
        bool is_statbank, absent_is_zero;
    } rows[] = {
        {"OMRÅDE;TID;INDHOLD\nParken;2019;1\nEngen;2019;2\n", true, false},
        {"REGION;TIME;CONTENT\nParken;2019;1\nEngen;2019;2\n", true, false},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2020;2\n", false, false},
        {"OMRÅDE;år;INDHOLD\nParken;2019;1\nEngen;2020;2\n", false, false},
        /* a combination is missing, and no zero is written */
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;1\nEngen;A;2019;2\nEngen;B;2019;2\n", true, true},
        {"OMRÅDE;TID;INDHOLD\nParken;2019;1\nEngen;2019;2\nEngen;2020;2\n", true, true},
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;0\nEngen;A;2019;2\nEngen;B;2019;2\n", true, false},
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;1\nParken;B;2019;1\nEngen;A;2019;2\n"
         "Engen;B;2019;2\n",
         true, false},
        /* signs are no zeros */
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;..\nEngen;A;2019;2\nEngen;B;2019;2\n", true, true},
        /* wide tables name where they are from in their title */
        {"Folketal efter område og tid\n\n;2019;2020\nParken;1;2\nEngen;;2\n", true, false},
        {"Population by region and time\n\n;2019;2020\nParken;1;2\nEngen;3;2\n", true, false},
        {"Folketal\n\n;2019;2020\nParken;1;2\nEngen;3;2\n", false, false},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table_series series = series_of(folder, rows[i].text);
        if (series.is_statbank != rows[i].is_statbank ||
            series.absent_is_zero != rows[i].absent_is_zero)
            fail_msg("%s: %d %d", rows[i].text, series.is_statbank, series.absent_is_zero);
    }
}

/* What an area has no row of is zero there: the rows of others tell which there are. */
static void all_rows_of_a_bulk_table_are_looked_at(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series series = series_of(
        folder, "OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;1\nSydby;A;2019;2\nSydby;B;2019;2\n");
    assert_true(series.absent_is_zero);
    assert_int_equal(series.record_count, 3);
    assert_string_equal(uses_text(folder->arena, &series), "OMRÅDE:area SAG:kept");
}

/* --- series ----------------------------------------------------------------------------------- */

/* The selections of the series, parted by slashes. */
static const char *selections_text(struct arena *arena, const struct table_series *series,
                                   enum series_part part)
{
    size_t firsts[10];
    size_t count = table_series_firsts(series, firsts, COUNT_OF(firsts));
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s%zu: %s", text, i ? " / " : "", firsts[i],
                            table_series_selection(arena, series, firsts[i], part));
    return text;
}

static void each_series_has_its_first_record_and_selection(void **state)
{
    static const struct {
        const char *text;
        enum series_part part;
        const char *selections;
    } rows[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;2\n", PART_COUNT, "0: "},
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;1\nParken;M;2020;1\nParken;K;2019;1\nEngen;K;2019;2\n",
         PART_COUNT, "0: KØN=M / 2: KØN=K"},
        {"OMRÅDE;KØN;ALDER;TID;TAL\nParken;M;0-5;2019;1\nParken;I alt;0-5;2019;1\n"
         "Parken;M;6-9;2019;1\nParken;I alt;6-9;2019;1\n",
         PART_COUNT, "0: KØN=I alt & ALDER=0-5 / 2: KØN=I alt & ALDER=6-9"},
        /* a series begins where it has a figure */
        {"OMRÅDE;TID;Mænd;Kvinder\nParken;2019;;1\nParken;2020;2;2\n", PART_COUNT,
         "1: tal=Kvinder / 2: tal=Mænd"},
        {"OMRÅDE;TID;Mænd;Kvinder\nParken;2019;..;1\n", PART_COUNT, "0: tal=Mænd / 1: tal=Kvinder"},
        {"OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n", PART_COUNT, "0: tal=Antal"},
        {"OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n", PART_BASE, "0: tal=I alt"},
        {"OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n", PART_SHARE, "0: tal=Pct."},
        /* the part that there is none of is not selected */
        {"OMRÅDE;TID;Antal;I alt\nParken;2019;1;2\n", PART_SHARE, "0: "},
        /* a year behind the value is that of the period */
        {"OMRÅDE;VALG;TID;TAL\nParken;KV2017;2017;1\nParken;KV2021;2021;2\nParken;FV 2019;2019;3\n",
         PART_COUNT, "0: VALG=KV* / 2: VALG=FV*"},
        {"OMRÅDE;VALG;TID;TAL\nParken;KV2017;2017;1\nParken;FV2017;2017;2\nParken;FV2018;2019;3\n",
         PART_COUNT, "0: VALG=KV2017 / 1: VALG=FV2017 / 2: VALG=FV2018"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table_series series = series_of(folder, rows[i].text);
        const char *text = selections_text(folder->arena, &series, rows[i].part);
        if (strcmp(text, rows[i].selections) != 0)
            fail_msg("%s: »%s«", rows[i].text, text);
    }
}

static void no_more_series_are_found_than_there_is_room_for(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series series = series_of(
        folder, "OMRÅDE;SAG;TID;TAL\nParken;A;2019;1\nParken;B;2019;1\nParken;C;2019;1\n");
    size_t firsts[3] = {9, 9, 9};
    assert_int_equal(table_series_firsts(&series, firsts, 2), 2);
    assert_int_equal(firsts[1], 1);
    assert_int_equal(firsts[2], 9);
    assert_int_equal(table_series_firsts(&series, firsts, 3), 3);
}

static void a_value_is_without_the_year_behind_it(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table_series series =
        series_of(folder, "OMRÅDE;VALG;TID;TAL\nParken;KV2017;2017;1\nParken;FV 2019;2019;3\n");
    assert_true(series.dimensions[1].ends_in_years);
    assert_string_equal(table_series_value(folder->arena, &series, 0, 1), "KV");
    assert_string_equal(table_series_value(folder->arena, &series, 1, 1), "FV");
    assert_string_equal(table_series_value(folder->arena, &series, 0, 0), "Parken");
}

static void what_all_rows_say_names_what_is_counted(void **state)
{
    static const struct {
        const char *value, *elsewhere;
        bool names;
    } rows[] = {
        {"Anmeldelser", "Anmeldelser", true},
        {"Anmeldelser", "Domme", false}, /* of another area */
        {"I alt", "I alt", false},
        {"Alder, i alt", "Alder, i alt", false},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table_series series = series_of(
            folder,
            arena_printf(folder->arena, "OMRÅDE;ART;TID;TAL\nParken;%s;2019;1\nSydby;%s;2019;2\n",
                         rows[i].value, rows[i].elsewhere));
        if (table_series_names_all(folder->arena, &series, 1) != rows[i].names)
            fail_msg("»%s«, »%s«", rows[i].value, rows[i].elsewhere);
        assert_false(table_series_names_all(folder->arena, &series, 0)); /* the area */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(columns_that_tell_series_apart_are_kept),
        PLAN_FOLDER_TEST(count_base_and_share_are_told_by_their_words),
        PLAN_FOLDER_TEST(the_parts_are_named_by_their_values),
        PLAN_FOLDER_TEST(a_survey_has_share_answers_and_response_rate),
        PLAN_FOLDER_TEST(a_sheet_called_by_an_area_is_about_it),
        PLAN_FOLDER_TEST(a_column_of_areas_goes_before_the_name_of_the_sheet),
        PLAN_FOLDER_TEST(codes_of_the_statbank_called_as_what_a_figure_is_like_are_kept),
        PLAN_FOLDER_TEST(only_rows_of_the_plan_are_looked_at),
        PLAN_FOLDER_TEST(a_table_without_an_area_of_the_plan_has_no_series),
        PLAN_FOLDER_TEST(statbank_and_bulk_are_recognised),
        PLAN_FOLDER_TEST(all_rows_of_a_bulk_table_are_looked_at),
        PLAN_FOLDER_TEST(each_series_has_its_first_record_and_selection),
        PLAN_FOLDER_TEST(no_more_series_are_found_than_there_is_room_for),
        PLAN_FOLDER_TEST(a_value_is_without_the_year_behind_it),
        PLAN_FOLDER_TEST(what_all_rows_say_names_what_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
