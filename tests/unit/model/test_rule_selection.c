/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/rule_selection.h"

#include "table_of.h"

#define HEADER "indikator;felt;fil;udvalg;gruppe\n"
#define TABLE                                                                                      \
    "område;køn;art;år;antal\n"                                                                 \
    "nordby;I alt;Vold;2022;1\n"                                                                   \
    "nordby;Mænd;Vold;2022;2\n"                                                                   \
    "nordby;I alt;Røveri;2022;3\n"                                                                \
    "nordby;Mænd;Røveri;2022;4\n"

static struct mapping_rule rule_of(struct plan_folder *folder, const char *row)
{
    return good_mapping_of(folder, arena_printf(folder->arena, HEADER "%s\n", row)).rules[0];
}

static void a_rule_fits_the_tables_that_have_what_it_names(void **state)
{
    static const struct {
        const char *row;
        bool fits;
    } rows[] = {
        {"tallet;værdi;;;", true},
        {"tallet;værdi;tal.csv;;", true},
        {"tallet;værdi;TAL;;", true},
        {"tallet;værdi;al;;", false}, /* a part of a name can be that of another file */
        {"tallet;værdi;tal;køn=Mænd;", true},
        {"tallet;værdi;;alder=15;", false},
    };
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "mappe/tal.csv", TABLE);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_rule rule = rule_of(folder, rows[i].row);
        if (rule_fits(folder->arena, &rule, &table) != rows[i].fits)
            fail_msg("%s", rows[i].row);
    }
}

static void the_selected_records_and_their_alternatives_are_told(void **state)
{
    static const struct {
        const char *row;
        size_t alternatives;
        const char *taken; /* of each record its alternative, or a dash */
    } rows[] = {
        {"tallet;værdi;;;", 1, "0000"},
        {"tallet;værdi;;køn=I alt;", 1, "0-0-"},
        {"tallet;værdi;;køn=i ALT & art=Vold;", 1, "0---"},
        {"tallet;værdi;;art=Vold|Røveri;", 2, "0011"},
        {"tallet;værdi;;art=Vold|Røveri & køn=Mænd|I alt;", 4, "1032"},
        {"tallet;værdi;;art=R*;", 1, "--00"},
        {"tallet;værdi;;køn=Mænd|I alt;køn", 1, "0000"},
    };
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "tal.csv", TABLE);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_rule rule = rule_of(folder, rows[i].row);
        struct rule_selection selection;
        char taken[] = "----";
        assert_true(rule_selection_find(&folder->diagnostics, &rule, &table, &selection));
        assert_int_equal(selection.alternatives, rows[i].alternatives);
        for (size_t r = 0; r < table.count; r++) {
            size_t alternative;
            if (rule_selection_takes(&selection, folder->arena, &table.records[r], &alternative))
                taken[r] = "0123"[alternative];
        }
        assert_string_equal(taken, rows[i].taken);
    }
}

static void what_the_table_does_not_have_is_named(void **state)
{
    static const struct {
        const char *row, *says;
    } rows[] = {
        {"tallet;værdi;;art=Tyveri;", "»Tyveri« findes ikke i kolonnen »art«"},
        {"tallet;værdi;;art=Vold|Tyveri;", "Vold, Røveri"},
        {"tallet;værdi;;;alder", "ingen kolonne »alder« · kolonnerne er: område, køn, art"},
    };
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "tal.csv", TABLE);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_rule rule = rule_of(folder, rows[i].row);
        struct rule_selection selection;
        folder->diagnostics.count = 0;
        assert_false(rule_selection_find(&folder->diagnostics, &rule, &table, &selection));
        assert_int_equal(folder->diagnostics.count, 1);
        assert_int_equal(folder->diagnostics.items[0].at.line, 2);
        if (!strstr(folder->diagnostics.items[0].text, rows[i].says))
            fail_msg("%s", folder->diagnostics.items[0].text);
    }
}

static void dimensions_of_conditions_and_subgroups_are_used(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table table = table_of(folder, "tal.csv", TABLE);
    const struct mapping_rule rule = rule_of(folder, "tallet;værdi;;art=Vold;køn");
    struct rule_selection selection;
    assert_true(rule_selection_find(&folder->diagnostics, &rule, &table, &selection));
    assert_false(rule_selection_uses(&selection, 0));
    assert_true(rule_selection_uses(&selection, 1));
    assert_true(rule_selection_uses(&selection, 2));
    assert_string_equal(rule_dimension_list(folder->arena, &table), "område, køn, art");
}

/* 3000 alternatives: 60 x 50 values. */
static void no_more_than_2000_values_are_summed(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const char *text = "område;a;b;år;antal\n", *a = "", *b = "";
    for (int i = 0; i < 60; i++) {
        text = arena_printf(folder->arena, "%snordby;a%d;b%d;2022;1\n", text, i, i % 50);
        a = arena_printf(folder->arena, "%s%sa%d", a, i ? "|" : "", i);
    }
    for (int i = 0; i < 50; i++)
        b = arena_printf(folder->arena, "%s%sb%d", b, i ? "|" : "", i);
    const struct table table = table_of(folder, "tal.csv", text);
    const struct mapping_rule rule =
        rule_of(folder, arena_printf(folder->arena, "tallet;værdi;;a=%s & b=%s;", a, b));
    struct rule_selection selection;
    assert_false(rule_selection_find(&folder->diagnostics, &rule, &table, &selection));
    assert_non_null(strstr(folder->diagnostics.items[0].text, "2000"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_rule_fits_the_tables_that_have_what_it_names),
        PLAN_FOLDER_TEST(the_selected_records_and_their_alternatives_are_told),
        PLAN_FOLDER_TEST(what_the_table_does_not_have_is_named),
        PLAN_FOLDER_TEST(dimensions_of_conditions_and_subgroups_are_used),
        PLAN_FOLDER_TEST(no_more_than_2000_values_are_summed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
