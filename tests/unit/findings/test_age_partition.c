/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_partition.h"

#include "plan_folder.h"

static struct released_table *release(struct plan_folder *folder, enum edition edition,
                                      const char *rows)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    plan_folder_figures(folder, rows);
    *table = plan_folder_release(folder, edition);
    return table;
}

static struct age_partition find(struct plan_folder *folder, const struct released_table *table,
                                 const char *second)
{
    const struct age_place places[] = {
        {area_of(folder, "nord"), period_of("2020")},
        {area_of(folder, second ? second : "nord"), period_of("2020")}};
    return age_partition_find(folder->arena, table, indicator_of(folder, "andelen"), places,
                              second ? 2 : 1);
}

/* `0-9 10-29`. */
static const char *bands(struct plan_folder *folder, const struct age_partition *partition)
{
    const char *text = "";
    for (size_t i = 0; i < partition->count; i++)
        text = arena_printf(folder->arena, "%s%s%d-%d", text, i ? " " : "",
                            partition->bands[i].from, partition->bands[i].to);
    return text;
}

#define ALL "andelen;nord;2020;;100;400;;;\n"

static void the_finest_bands_that_add_up_are_taken(void **state)
{
    static const struct {
        const char *rows, *bands;
    } cases[] = {
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30+;60;250;;;\n",
         "15-29 30-200"},
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;15-24;30;90;;;\n"
             "andelen;nord;2020;25-29;10;60;;;\nandelen;nord;2020;30-64;60;250;;;\n",
         "15-24 25-29 30-64"},
        /* the finer ones lack somebody */
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;15-24;30;90;;;\n"
             "andelen;nord;2020;25-29;10;59;;;\nandelen;nord;2020;30-64;60;250;;;\n",
         "15-29 30-64"},
        /* overlaps that none of the others fits beside */
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;20-64;80;290;;;\n"
             "andelen;nord;2020;15-19;20;100;;;\nandelen;nord;2020;30-64;60;250;;;\n",
         "15-29 30-64"},
        /* groups that are no ages do not matter */
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30+;60;250;;;\n"
             "andelen;nord;2020;mænd;50;200;;;\n",
         "15-29 30-200"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_table *table = release(folder, EDITION_INTERNAL, cases[i].rows);
        struct age_partition partition = find(folder, table, NULL);
        assert_int_equal(partition.reason, REASON_NONE);
        assert_string_equal(bands(folder, &partition), cases[i].bands);
        struct strata strata =
            age_partition_strata(folder->arena, table, indicator_of(folder, "andelen"), &partition,
                                 (struct age_place){area_of(folder, "nord"), period_of("2020")});
        double persons = 0;
        for (size_t j = 0; j < strata.count; j++)
            persons += strata.n[j];
        assert_near(persons, 400, 1e-9);
        assert_near(strata.x[0] / strata.n[0],
                    age_group_cell(table, indicator_of(folder, "andelen"),
                                   (struct age_place){area_of(folder, "nord"), period_of("2020")},
                                   partition.bands[0])
                            ->value /
                        100,
                    1e-12);
    }
}

static void bands_must_add_up_in_every_place(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table *table =
        release(folder, EDITION_INTERNAL,
                ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;15-24;30;90;;;\n"
                    "andelen;nord;2020;25-29;10;60;;;\nandelen;nord;2020;30-64;60;250;;;\n"
                    "andelen;syd;2020;;100;400;;;\nandelen;syd;2020;15-29 år;40;150;;;\n"
                    "andelen;syd;2020;30-64;60;250;;;\n");
    struct age_partition partition = find(folder, table, "syd");
    assert_string_equal(bands(folder, &partition), "15-29 30-64");
}

static void where_there_is_none_it_says_why(void **state)
{
    static const struct {
        const char *rows;
        enum reason reason;
        bool hidden;
    } cases[] = {
        {ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30+;60;249;;;\n",
         REASON_INCOMPLETE, false},
        {ALL "andelen;nord;2020;alle 0+;100;400;;;\n", REASON_MISSING, false},
        {ALL "andelen;nord;2020;0+;100;400;;;\n", REASON_INCOMPLETE, false},
        {ALL "andelen;nord;2020;15-29;3;150;;;\nandelen;nord;2020;30+;97;250;;;\n",
         REASON_SUPPRESSED, true},
        {"andelen;nord;2020;;3;400;;;\nandelen;nord;2020;15-29;1;150;;;\n", REASON_SUPPRESSED,
         true},
        {"andelen;nord;2020;;;;;;mangler\nandelen;nord;2020;15-29;11;150;;;\n", REASON_MISSING,
         false},
        {ALL "andelen;nord;2020;15-29 mænd;20;75;;;\nandelen;nord;2020;15-29 kvinder;20;75;;;\n"
             "andelen;nord;2020;30+;60;250;;;\n",
         REASON_INCOMPLETE, false},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct released_table *table =
            release(folder, cases[i].hidden ? EDITION_SHARED : EDITION_INTERNAL,
                    arena_printf(folder->arena, "%sandelen;by;2020;;900;9000;;;\n", cases[i].rows));
        struct age_partition partition = find(folder, table, NULL);
        if (partition.reason != cases[i].reason || partition.hidden != cases[i].hidden)
            fail_msg("case %zu: %s", i, reason_code(partition.reason));
        assert_int_equal(partition.count, 0);
    }
}

static void nobody_of_an_age_and_nobody_to_compare_with(void **state)
{
    struct plan_folder *folder = *state;
    const char *own = ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30-64;60;250;;;\n"
                          "andelen;nord;2020;65+;0;0;;;\nandelen;syd;2020;;100;400;;;\n";
    struct released_table *table =
        release(folder, EDITION_INTERNAL,
                arena_printf(folder->arena, "%s%s", own,
                             "andelen;syd;2020;15-29;40;150;;;\nandelen;syd;2020;30-64;50;200;;;\n"
                             "andelen;syd;2020;65+;10;50;;;\n"));
    assert_int_equal(find(folder, table, "syd").reason, REASON_EMPTY_STRATUM);
    assert_string_equal(bands(folder, &(struct age_partition){0}), "");
    assert_int_equal(find(folder, table, NULL).reason, REASON_NONE);
    table = release(folder, EDITION_INTERNAL,
                    ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30-64;60;250;;;\n"
                        "andelen;syd;2020;;100;400;;;\n");
    assert_int_equal(find(folder, table, "syd").reason, REASON_NO_COMPARATOR);
}

static void age_groups_are_two_of_different_ages(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table *table =
        release(folder, EDITION_INTERNAL,
                ALL "andelen;nord;2020;15-29;40;150;;;\nandelen;nord;2020;30+;60;250;;;\n"
                    "andelen;syd;2020;;100;400;;;\nandelen;syd;2020;15-29;40;150;;;\n"
                    "andelen;syd;2020;15-29 år;40;150;;;\nandelen;syd;2020;mænd;40;150;;;\n");
    const struct indicator *indicator = indicator_of(folder, "andelen");
    assert_true(age_groups_given(table, indicator, area_of(folder, "nord")));
    assert_false(age_groups_given(table, indicator, area_of(folder, "syd")));
    assert_false(age_groups_given(table, indicator_of(folder, "raten"), area_of(folder, "nord")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_finest_bands_that_add_up_are_taken),
        PLAN_FOLDER_TEST(bands_must_add_up_in_every_place),
        PLAN_FOLDER_TEST(where_there_is_none_it_says_why),
        PLAN_FOLDER_TEST(nobody_of_an_age_and_nobody_to_compare_with),
        PLAN_FOLDER_TEST(age_groups_are_two_of_different_ages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
