/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/import_notes.h"

static void a_sentence_is_said_once_and_in_the_language(void **state)
{
    struct plan_folder *folder = *state;
    struct import_notes notes = {.diagnostics = &folder->diagnostics};
    folder->diagnostics.language = LANGUAGE_DANISH;
    import_note(&notes, "%d tal i %s", "%d figures in %s", 3, "a.csv");
    import_note(&notes, "%d tal i %s", "%d figures in %s", 3, "a.csv");
    import_note(&notes, "%d tal i %s", "%d figures in %s", 4, "a.csv");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    import_note(&notes, "%d tal i %s", "%d figures in %s", 3, "a.csv");
    assert_int_equal(notes.count, 3);
    assert_string_equal(notes.items[0], "3 tal i a.csv");
    assert_string_equal(notes.items[1], "4 tal i a.csv");
    assert_string_equal(notes.items[2], "3 figures in a.csv");
}

static void a_list_names_eight_and_an_ellipsis_for_the_rest(void **state)
{
    static const struct {
        size_t count;
        const char *list;
    } rows[] = {
        {0, ""},
        {1, "n0"},
        {2, "n0, n1"},
        {8, "n0, n1, n2, n3, n4, n5, n6, n7"},
        {9, "n0, n1, n2, n3, n4, n5, n6, n7, …"},
        {10, "n0, n1, n2, n3, n4, n5, n6, n7, …"},
        {20, "n0, n1, n2, n3, n4, n5, n6, n7, …"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *list = "";
        for (size_t j = 0; j < rows[i].count; j++)
            list = import_listed(folder->arena, list, j, arena_printf(folder->arena, "n%zu", j));
        assert_string_equal(list, rows[i].list);
    }
}

static void a_text_is_listed_only_as_a_whole(void **state)
{
    (void)state;
    static const struct {
        const char *list, *text;
        bool listed;
    } rows[] = {
        {"", "a", false},
        {"", "", false},
        {"a", "a", true},
        {"a, b", "a", true},
        {"a, b", "b", true},
        {"a, b, c", "b", true},
        {"ab", "a", false},
        {"ab", "b", false},
        {"ab, cd", "b", false},
        {"ab, cd", "c", false},
        {"2019K1, 2019", "2019", true},
        {"2019K1, 2019K2", "2019", false},
        {"aa, a", "a", true},
        {"a, i alt, b", "a, i alt", true}, /* with the separator in it */
        {"a; b", "a", false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (import_is_listed(rows[i].list, ", ", rows[i].text) != rows[i].listed)
            fail_msg("»%s« in »%s«", rows[i].text, rows[i].list);
}

static void names_taken_and_names_left_out_are_told(void **state)
{
    static const struct {
        const char *text, *taken, *foreign; /* NULL for nothing to say */
    } rows[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\nnordby;2019;1\nNordby Kommune;2020;1\n", NULL, NULL},
        /* a number alone, and a code that is not written as it is */
        {"OMRÅDE;TID;TAL\nParken;2019;1\n081;2019;1\nNordby;2019;1\n081;2020;1\n",
         "a.csv: antaget om navne: »081« = parken, »Nordby« = nordby", NULL},
        {"OMRÅDE;TID;TAL\n999 Nordby;2019;1\n81;2019;1\n999 Nordby;2020;1\n",
         "a.csv: antaget om navne: »999 Nordby« = nordby, »81« = parken", NULL},
        /* in the order of the table, each once */
        {"OMRÅDE;TID;TAL\nVestby;2019;1\nParken;2019;1\nAnby;2019;1\nVestby;2020;1\n", NULL,
         "a.csv: navne, der ikke er ét område i planen, og hvis tal er udeladt (2): Vestby, Anby"},
        {"OMRÅDE;TID;TAL\nHele landet;2019;1\nVestby;2019;1\n",
         "a.csv: antaget om navne: »Hele landet« = riget",
         "a.csv: navne, der ikke er ét område i planen, og hvis tal er udeladt (1): Vestby"},
        /* those that may be misspelt first; not by their first letter or a number */
        {"OMRÅDE;TID;TAL\nVestby;2019;1\nParkn;2019;1\nEngene;2019;1\nLunden Ost;2019;1\n"
         "Larken;2019;1\nParken 1;2019;1\nParken;2019;1\nParkem;2019;1\n",
         NULL,
         "a.csv: navne, der ikke er ét område i planen, og hvis tal er udeladt (7): »Parkn« (mente "
         "du Parken?), »Engene« (mente du Engen?), »Lunden Ost« (mente du Lunden Øst?), »Parkem« "
         "(mente du Parken?), Vestby, Larken, Parken 1"},
        /* of several columns the finest name */
        {"kommune;område;TID;TAL\n999 Nordby;I alt;2019;1\nNordby;Bakken;2019;1\n"
         "Nordby;Parken;2019;1\n",
         "a.csv: antaget om navne: »999 Nordby« = nordby",
         "a.csv: navne, der ikke er ét område i planen, og hvis tal er udeladt (1): Bakken"},
        {"OMRÅDE;TID;TAL\na1;2019;1\na2;2019;1\na3;2019;1\na4;2019;1\na5;2019;1\na6;2019;1\n"
         "a7;2019;1\na8;2019;1\na9;2019;1\nParken;2019;1\n",
         NULL,
         "a.csv: navne, der ikke er ét område i planen, og hvis tal er udeladt (9): a1, a2, a3, "
         "a4, "
         "a5, a6, a7, a8, …"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table table = table_of(folder, "a.csv", rows[i].text);
        struct table_areas areas;
        struct import_notes notes = {.diagnostics = &folder->diagnostics};
        assert_true(table_areas_find(folder->arena, &folder->catalogue, &table, "", &areas));
        import_note_names(&notes, &areas);
        size_t count = 0;
        if (rows[i].taken && notes.count > count)
            assert_string_equal(notes.items[count++], rows[i].taken);
        if (rows[i].foreign && notes.count > count)
            assert_string_equal(notes.items[count++], rows[i].foreign);
        assert_int_equal(count, (rows[i].taken != NULL) + (rows[i].foreign != NULL));
        assert_int_equal(notes.count, count);
    }
}

static void an_area_of_all_rows_has_no_names_to_tell(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "a.csv", "sted;TID;TAL\nVestby;2019;1\n");
    struct table_areas areas;
    struct import_notes notes = {.diagnostics = &folder->diagnostics};
    assert_true(table_areas_find(folder->arena, &folder->catalogue, &table, "parken", &areas));
    import_note_names(&notes, &areas);
    assert_int_equal(notes.count, 0);
}

static void periods_that_are_not_used_are_told(void **state)
{
    static const struct {
        const char *text, *rule, *says; /* NULL for nothing */
    } rows[] = {
        {"OMRÅDE;TID;TAL\nParken;2019;1\n", "tallet;;", NULL},
        {"OMRÅDE;TID;TAL\nParken;2019K1;1\nParken;2019K2;1\nEngen;2019K2;1\nParken;2019K3;1\n",
         "tallet;;K1", "a.csv: perioder, der ikke bruges til »tallet«: 2019K2, 2019K3"},
        {"OMRÅDE;TID;TAL\nParken;2019K1;1\nParken;2019K2;1\n", "tallet;;sum", NULL},
        {"OMRÅDE;TID;TAL\nParken;1985;1\nParken;2019;1\n", "tallet;;",
         "a.csv: perioder, der ikke bruges til »tallet«: 1985"},
        /* the period of all rows is the rule's */
        {"OMRÅDE;TID;TAL\nParken;1985;1\nParken;2019K2;1\n", "tallet;2020;K1", NULL},
        {"OMRÅDE;TID;TAL\nParken;2017;1\nParken;2019;1\n", "tallet;;2017=2018",
         "a.csv: perioder, der ikke bruges til »tallet«: 2019"},
        /* one that begins like another */
        {"OMRÅDE;TID;TAL\nParken;2019K1;1\nParken;2019K2;1\nParken;2019;1\n", "tallet;;K1",
         "a.csv: perioder, der ikke bruges til »tallet«: 2019K2, 2019"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table table = table_of(folder, "a.csv", rows[i].text);
        const char *code = arena_text(folder->arena, rows[i].rule, strcspn(rows[i].rule, ";"));
        const struct mapping mapping = good_mapping_of(
            folder, arena_printf(folder->arena, "indikator;felt;periode;omregning\n%s;værdi%s\n",
                                 code, strchr(rows[i].rule, ';')));
        struct import_notes notes = {.diagnostics = &folder->diagnostics};
        import_note_periods(&notes, &mapping.rules[0], &table);
        assert_int_equal(notes.count, rows[i].says != NULL);
        if (rows[i].says)
            assert_string_equal(notes.items[0], rows[i].says);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_sentence_is_said_once_and_in_the_language),
        PLAN_FOLDER_TEST(a_list_names_eight_and_an_ellipsis_for_the_rest),
        cmocka_unit_test(a_text_is_listed_only_as_a_whole),
        PLAN_FOLDER_TEST(names_taken_and_names_left_out_are_told),
        PLAN_FOLDER_TEST(an_area_of_all_rows_has_no_names_to_tell),
        PLAN_FOLDER_TEST(periods_that_are_not_used_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
