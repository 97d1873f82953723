/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_reasons.h"

#include "plan_folder.h"

/* »andelen« is small in two of three years, »tallet« is a sensitive value, »raten« shown. */
static struct released_table table_of_three(struct plan_folder *folder, enum edition edition)
{
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "andelen;A;andel;pct.;op;kalenderår;K;\n"
                      "tallet;T;værdi;pct.;op;kalenderår;K;ja\n");
    plan_folder_figures(folder, "andelen;nord;2020;;2;70;;;\nandelen;nord;2021;;3;70;;;\n"
                                "andelen;nord;2022;;40;70;;;\ntallet;nord;2020;;;;47;;\n"
                                "tallet;nord;2021;;;;48;;\ntallet;by;2021;;;;9;;\n");
    return plan_folder_release(folder, edition);
}

static size_t count(struct plan_folder *folder, const struct released_table *table,
                    const char *indicator, const char *area, enum reason reason)
{
    return hidden_count(table, indicator_of(folder, indicator), area_of(folder, area), reason);
}

static void hidden_cells_are_counted_by_their_own_reason(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = table_of_three(folder, EDITION_SHARED);
    assert_int_equal(count(folder, &table, "andelen", "nord", REASON_SUPPRESSED), 2);
    assert_int_equal(count(folder, &table, "andelen", "nord", REASON_WITHHELD), 0);
    assert_int_equal(count(folder, &table, "tallet", "nord", REASON_WITHHELD), 2);
    assert_int_equal(count(folder, &table, "tallet", "nord", REASON_SUPPRESSED), 0);
    assert_int_equal(count(folder, &table, "tallet", "by", REASON_WITHHELD), 0);
    assert_int_equal(count(folder, &table, "andelen", "syd", REASON_SUPPRESSED), 0);
    table = table_of_three(folder, EDITION_INTERNAL);
    assert_int_equal(count(folder, &table, "andelen", "nord", REASON_SUPPRESSED), 0);
    assert_int_equal(count(folder, &table, "tallet", "nord", REASON_WITHHELD), 0);
}

static void a_finding_is_withheld_where_all_of_its_hidden_cells_are(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = table_of_three(folder, EDITION_SHARED);
    const struct area *nord = area_of(folder, "nord");
    const struct indicator *share = indicator_of(folder, "andelen");
    const struct indicator *value = indicator_of(folder, "tallet");
    assert_int_equal(hidden_reason(&table, value, nord, REASON_SUPPRESSED), REASON_WITHHELD);
    assert_int_equal(hidden_reason(&table, share, nord, REASON_SUPPRESSED), REASON_SUPPRESSED);
    assert_int_equal(hidden_reason(&table, value, nord, REASON_NO_TREND), REASON_NO_TREND);
    assert_int_equal(hidden_reason(&table, value, area_of(folder, "syd"), REASON_SUPPRESSED),
                     REASON_SUPPRESSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(hidden_cells_are_counted_by_their_own_reason),
        PLAN_FOLDER_TEST(a_finding_is_withheld_where_all_of_its_hidden_cells_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
