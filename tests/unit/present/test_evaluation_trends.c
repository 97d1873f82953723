/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_trends.h"

#include "page_world.h"

#include "test_explanation_support.h"

static void write_first(const struct seminar *seminar)
{
    evaluation_trends_write(seminar, seminar->indicators[0]);
}

static void a_series_has_its_slopes_its_verdict_and_its_p(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(part, "<caption>Tendenser, mindste kvadrater, pct.-point pr. år"));
    assert_non_null(strstr(part, "<caption>Ændringer siden baseline, niveauer i pct., forskelle i "
                                 "pct.-point</caption>"));
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/gap_slope\""));
    assert_non_null(strstr(part, "data-quotes=\"andelen/nord/verdict_slope\">&lt; 0,001</td>"));
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/gap_change\""));
    assert_non_null(strstr(part, ">2021–2023</td>"));
    /* What the gaps are to has a slope and no verdict. */
    assert_non_null(strstr(part, "data-cell=\"andelen/rest/level_slope\""));
    assert_null(strstr(part, "andelen/rest/verdict"));
}

static void short_series_say_why_and_have_no_p(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(part, "for få år"));
    assert_null(strstr(part, "&lt; 0,001"));
}

static void nothing_is_written_without_figures(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "raten;by;2021;;51;1013;;;\n");
    assert_string_equal(part_of(folder, EDITION_SHARED, write_first), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_series_has_its_slopes_its_verdict_and_its_p),
        PLAN_FOLDER_TEST(short_series_say_why_and_have_no_p),
        PLAN_FOLDER_TEST(nothing_is_written_without_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
