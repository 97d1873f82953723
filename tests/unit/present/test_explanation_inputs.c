/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_inputs.h"

#include "test_explanation_support.h"

static void hidden_figures_stay_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;3;137;;;\n"
                                "andelen;syd;2020;;40;100;;;\n");
    const char *shared = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, shared, "2020 skjult skjult skjult ingen linje for sig · få personer");
    assert_silent(folder, shared, "137");
    assert_says(folder, shared, "2020 500 1.000 50,0");
    const char *internal = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, internal, "2020 3 137 2,2");
    assert_silent(folder, internal, "skjult er");
}

static void lines_are_named_in_runs(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct area *nord = area_of(folder, "nord"), *by = area_of(folder, "by");
    const struct explanation_source sources[] = {
        {nord, NULL, period_of("2014"), {"a.csv", 4, 1}, SOURCE_PART},
        {nord, NULL, period_of("2014"), {"a.csv", 5, 1}, SOURCE_PART},
        {nord, NULL, period_of("2014"), {"a.csv", 9, 1}, SOURCE_PART},
        {nord, NULL, period_of("2014"), {"b.csv", 2, 1}, SOURCE_PART},
        {by, NULL, period_of("2014"), {"c.csv", 7, 1}, SOURCE_OWN},
    };
    const struct explanation_request request = {indicator_of(folder, "andelen"), nord, sources, 5};
    const char *text = explanation_text(folder->arena, DANISH, &findings, &request);
    assert_says(folder, text, "a.csv:4-5, 9; b.csv:2 (lagt sammen)");
    assert_says(folder, text, "c.csv:7 ");
    assert_says(folder, text, "kommunens tal minus planens områder (Nordparken, Sydparken)");
}

/* The rest is the municipality's line less those of the areas; a group has its own. */
static void the_rest_and_the_groups_have_their_lines(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder,
                        "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;35;137;;;\n"
                        "andelen;syd;2020;;40;100;;;\n"
                        "andelen;by;2020;15-24;250;500;;;\nandelen;nord;2020;15-24;20;70;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct area *nord = area_of(folder, "nord"), *rest = area_of(folder, "rest");
    const struct explanation_source sources[] = {
        {rest, NULL, period_of("2020"), {"a.csv", 2, 1}, SOURCE_WHOLE},
        {rest, NULL, period_of("2020"), {"a.csv", 3, 1}, SOURCE_SUBTRACTED},
        {rest, NULL, period_of("2020"), {"a.csv", 4, 1}, SOURCE_SUBTRACTED},
        {nord, NULL, period_of("2020"), {"a.csv", 3, 1}, SOURCE_OWN},
        {nord, "15-24", period_of("2020"), {"a.csv", 6, 1}, SOURCE_OWN},
    };
    const struct explanation_request request = {indicator_of(folder, "andelen"), nord, sources, 5};
    const char *text = explanation_text(folder->arena, DANISH, &findings, &request);
    assert_says(folder, text, "a.csv:2 minus a.csv:3-4");
    assert_says(folder, text, "2020 35 137 25,5 a.csv:3 ");
    assert_says(folder, text,
                "Nordparken, gruppen 15-24: Periode Tæller Nævner pct. Fil og linje "
                "2020 20 70 28,6 a.csv:6");
}

static void each_measure_shows_what_it_is_made_of(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "snittet;by;2020;;;900;6,5;2,5;\nsnittet;nord;2020;;;50;5,5;2,25;\n"
                                "svarene;by;2020;;;900;61,5;;\nsvarene;nord;2020;;;200;55,5;;\n"
                                "tallet;by;2020;;;;300;;\ntallet;nord;2020;;;;200;;\n");
    const char *mean = explain(folder, EDITION_SHARED, DANISH, "snittet", "nord");
    assert_says(folder, mean, "Periode Personer Spredning point Fil og linje 2020 50 2,25 5,5");
    const char *survey = explain(folder, EDITION_SHARED, DANISH, "svarene", "nord");
    assert_says(folder, survey, "Periode Svar Designeffekt pct. Fil og linje 2020 200 1,00 55,5");
    const char *value = explain(folder, EDITION_SHARED, DANISH, "tallet", "nord");
    assert_says(folder, value, "Periode kr. Fil og linje 2020 200");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(hidden_figures_stay_hidden),
        PLAN_FOLDER_TEST(lines_are_named_in_runs),
        PLAN_FOLDER_TEST(the_rest_and_the_groups_have_their_lines),
        PLAN_FOLDER_TEST(each_measure_shows_what_it_is_made_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
