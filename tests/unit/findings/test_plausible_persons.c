/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_persons.h"

#include "plausible_bench.h"

#define INDICATORS                                                                                 \
    INDICATORS_HEADER "a;A;andel;pct.;op;01-01;K\nb;B;andel;pct.;op;01-01;K\n"                     \
                      "c;C;andel;pct.;op;01-01;K\nstroem;S;andel;pct.;op;kalenderår;K\n"
#define PERSONS(persons) 2015, (persons), sizeof(persons) / sizeof *(persons)

static const int falling[] = {1000, 1010, 1005, 1000, 700, 705, 700};
static const int steady[] = {1000, 1010, 1005, 1000, 990, 1000, 1005};

static void remark(struct plan_folder *folder, const char *areas, const char *rows)
{
    plan_folder_write(folder, "indikatorer.csv", INDICATORS);
    plan_folder_write(folder, "omraader.csv", areas);
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_persons_remark);
}

static const char *three(struct plan_folder *folder, const int *a, const int *b, const int *c)
{
    const char *rows = with_persons(folder, "", "a;nord", 2015, a, 7);
    rows = with_persons(folder, rows, "b;nord", 2015, b, 7);
    return with_persons(folder, rows, "c;nord", 2015, c, 7);
}

static void an_abrupt_change_is_named_at_the_area(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;nord", PERSONS(falling)));
    assert_problem_count(folder, 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, "omraader.csv");
    assert_int_equal(folder->diagnostics.items[0].at.line, 3);
    assert_remark(folder, "personer i »nord« ændrer sig brat fra 2018 til 2019 uden et brud");
}

static void half_of_the_indicators_must_agree(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, BASE_AREAS, three(folder, falling, falling, steady));
    assert_problem_count(folder, 1);
    remark(folder, BASE_AREAS, three(folder, falling, steady, steady));
    assert_problem_count(folder, 0);
}

/* 2017 by the only indicator with figures then, 2019 by two of three, 2020 by one of them. */
static void each_year_is_voted_on_by_itself(void **state)
{
    static const int a[] = {1000, 1010, 600, 605, 400, 402, 401, 400};
    static const int b[] = {0, 0, 1000, 1010, 700, 705, 700, 703};
    static const int c[] = {0, 0, 1000, 1010, 1005, 700, 702, 705};
    struct plan_folder *folder = *state;
    const char *rows = with_persons(folder, "", "a;nord", PERSONS(a));
    rows = with_persons(folder, rows, "b;nord", PERSONS(b));
    remark(folder, BASE_AREAS, with_persons(folder, rows, "c;nord", PERSONS(c)));
    assert_problem_count(folder, 2);
    assert_remark(folder, "ændrer sig brat fra 2016 til 2017");
    assert_remark(folder, "ændrer sig brat fra 2018 til 2019");
}

static void what_explains_a_change(void **state)
{
    static const int small[] = {40, 41, 40, 42, 30, 31, 30};
    static const int restless[] = {1000, 700, 1000, 700, 1000, 700, 1000};
    static const int few[] = {1000, 1010, 700};
    struct plan_folder *folder = *state;
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;nord", PERSONS(small)));
    assert_problem_count(folder, 0);
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;nord", PERSONS(restless)));
    assert_problem_count(folder, 0);
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;nord", PERSONS(few)));
    assert_problem_count(folder, 0);
    remark(folder, BASE_AREAS, with_persons(folder, "", "stroem;nord", PERSONS(falling)));
    assert_problem_count(folder, 0);
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;by", PERSONS(falling)));
    assert_problem_count(folder, 0);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\na;nord;2019;Solgt\n");
    remark(folder, BASE_AREAS, with_persons(folder, "", "a;nord", PERSONS(falling)));
    assert_problem_count(folder, 0);
}

static const int section[] = {300, 300, 300, 300, 300, 300, 300};

static void a_sold_section_that_is_counted_still_is_named(void **state)
{
    static const char *const sold = BASE_AREAS "solgt;Solgt;afdeling;nord;;2019-01-01;;\n";
    struct plan_folder *folder = *state;
    const char *rows = with_persons(folder, "", "a;solgt", PERSONS(section));
    remark(folder, sold, with_persons(folder, rows, "a;nord", PERSONS(steady)));
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].at.line, 5);
    assert_remark(folder,
                  "»solgt« har en dato (fra/til), men antallet af personer i »nord« ændrer");
    remark(folder, sold, with_persons(folder, rows, "a;nord", PERSONS(falling)));
    assert_problem_count(folder, 0);
}

static void a_section_that_was_counted_before_it_joined_is_named(void **state)
{
    static const int rising[] = {700, 705, 700, 710, 1000, 1010, 1005};
    static const char *const joins = BASE_AREAS "ny;Ny;afdeling;nord;2019-01-01;;;\n";
    struct plan_folder *folder = *state;
    const char *rows = with_persons(folder, "", "a;ny", PERSONS(section));
    remark(folder, joins, with_persons(folder, rows, "a;nord", PERSONS(steady)));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»ny« har en dato (fra/til)");
    remark(folder, joins, with_persons(folder, rows, "a;nord", PERSONS(rising)));
    assert_problem_count(folder, 0);
}

/* A section too small to be seen, and one whose figures are hidden. */
static void what_cannot_be_told_of_a_section(void **state)
{
    static const int tiny[] = {40, 40, 40, 40, 40, 40, 40};
    static const char *const sold = BASE_AREAS "solgt;Solgt;afdeling;nord;;2019-01-01;;\n";
    struct plan_folder *folder = *state;
    const char *rows = with_persons(folder, "", "a;nord", PERSONS(steady));
    remark(folder, sold, with_persons(folder, rows, "a;solgt", PERSONS(tiny)));
    assert_problem_count(folder, 0);
    rows = arena_printf(folder->arena, "%sa;solgt;2018;;2;300;;;\n", rows);
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_persons_remark);
    assert_problem_count(folder, 1);
    remark_on(folder, EDITION_SHARED, plausible_persons_remark);
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_abrupt_change_is_named_at_the_area),
        PLAN_FOLDER_TEST(half_of_the_indicators_must_agree),
        PLAN_FOLDER_TEST(each_year_is_voted_on_by_itself),
        PLAN_FOLDER_TEST(what_explains_a_change),
        PLAN_FOLDER_TEST(a_sold_section_that_is_counted_still_is_named),
        PLAN_FOLDER_TEST(a_section_that_was_counted_before_it_joined_is_named),
        PLAN_FOLDER_TEST(what_cannot_be_told_of_a_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
