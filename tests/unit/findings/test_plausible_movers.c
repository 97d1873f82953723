/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_movers.h"

#include "plausible_bench.h"

static void remark(struct plan_folder *folder, enum edition edition, const char *rows)
{
    plan_folder_figures(folder, rows);
    remark_on(folder, edition, plausible_movers_remark);
}

/* One year of everybody, the stayers and the in-movers. */
static const char *year(struct plan_folder *folder, int of, const int counts[6])
{
    return arena_printf(folder->arena,
                        "andelen;nord;%d;;%d;%d;;;\nandelen;nord;%d;Fastboende;%d;%d;;;\n"
                        "andelen;nord;%d;Tilflyttere;%d;%d;;;\n",
                        of, counts[0], counts[1], of, counts[2], counts[3], of, counts[4],
                        counts[5]);
}

static const char *years(struct plan_folder *folder, const int first[6], const int second[6],
                         const int third[6])
{
    return arena_printf(folder->arena, "%s%s%s", year(folder, 2020, first),
                        year(folder, 2021, second), year(folder, 2022, third));
}

static const int right[] = {272, 600, 211, 450, 61, 150};

static void counts_that_are_not_everybodys_are_one_remark_a_series(void **state)
{
    struct plan_folder *folder = *state;
    const int lower[] = {272, 600, 151, 450, 61, 150}, one_more[] = {272, 600, 211, 450, 62, 150};
    for (enum edition edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        remark(folder, edition, years(folder, right, lower, one_more));
        assert_problem_count(folder, 1);
        assert_remark(folder, "»andelen« i »nord« for 2021, 2022: fastboendes og tilflytteres "
                              "tællere giver tilsammen ikke alles tæller");
        assert_string_equal(folder->diagnostics.items[0].at.file, FIGURES_FILE);
        assert_int_equal(folder->diagnostics.items[0].at.line, 6);
    }
}

static void persons_that_are_not_everybodys_are_told_before_their_counts(void **state)
{
    struct plan_folder *folder = *state;
    const int fewer[] = {272, 600, 211, 449, 61, 150}, both[] = {272, 600, 200, 440, 61, 150};
    remark(folder, EDITION_INTERNAL, years(folder, fewer, right, both));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord« for 2020, 2022: fastboendes og tilflytteres nævnere "
                          "giver tilsammen ikke alles nævner");
}

static void groups_that_add_up_are_passed_over(void **state)
{
    struct plan_folder *folder = *state;
    const int none_moved[] = {272, 600, 272, 600, 0, 0};
    remark(folder, EDITION_INTERNAL, years(folder, right, none_moved, right));
    assert_problem_count(folder, 0);
    /* counts of full-time persons, rounded one by one */
    remark(folder, EDITION_INTERNAL,
           "andelen;nord;2020;;272,0;600;;;\nandelen;nord;2020;fastboende;211,1;450;;;\n"
           "andelen;nord;2020;tilflyttere;61,0;150;;;\n");
    assert_problem_count(folder, 0);
}

/* Those who left are none of everybody, other groups need not be, and one group says nothing. */
static void other_groups_need_not_add_up(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, EDITION_INTERNAL,
           "andelen;nord;2020;;272;600;;;\nandelen;nord;2020;fastboende;211;450;;;\n"
           "andelen;nord;2020;fraflyttere;40;100;;;\nandelen;nord;2020;unge;40;100;;;\n"
           "andelen;nord;2021;fastboende;211;450;;;\nandelen;nord;2021;tilflyttere;40;100;;;\n"
           "andelen;nord;2022;;272;600;;;\nandelen;nord;2022;tilflyttere;40;100;;;\n");
    assert_problem_count(folder, 0);
}

/* Three in-movers are hidden in the shared edition, and what they do not add up to with them. */
static void hidden_groups_are_not_told_of(void **state)
{
    struct plan_folder *folder = *state;
    const int few[] = {272, 600, 260, 597, 1, 3};
    remark(folder, EDITION_INTERNAL, year(folder, 2020, few));
    assert_problem_count(folder, 1);
    remark(folder, EDITION_SHARED, year(folder, 2020, few));
    assert_problem_count(folder, 0);
}

/* Two areas make the total, whose groups do not add up because theirs do not. */
static void sums_are_remarked_on_where_their_parts_are(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "samlet;Alle;samlet;by;;;;\n");
    remark(folder, EDITION_INTERNAL,
           "andelen;nord;2020;;272;600;;;\nandelen;nord;2020;fastboende;151;450;;;\n"
           "andelen;nord;2020;tilflyttere;61;150;;;\nandelen;syd;2020;;272;600;;;\n"
           "andelen;syd;2020;fastboende;211;450;;;\nandelen;syd;2020;tilflyttere;61;150;;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord« for 2020: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(counts_that_are_not_everybodys_are_one_remark_a_series),
        PLAN_FOLDER_TEST(persons_that_are_not_everybodys_are_told_before_their_counts),
        PLAN_FOLDER_TEST(groups_that_add_up_are_passed_over),
        PLAN_FOLDER_TEST(other_groups_need_not_add_up),
        PLAN_FOLDER_TEST(hidden_groups_are_not_told_of),
        PLAN_FOLDER_TEST(sums_are_remarked_on_where_their_parts_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
