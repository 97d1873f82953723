/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_before_after.h"

#include "page_world.h"

#define INDICATORS                                                                                 \
    "kode;navn;mål;indsatsområde;type;enhed;god_retning;opgørelse;kilde\n"                      \
    "andelen;Andel;Flere med;Job;andel;pct.;op;kalenderår;K\n"                                    \
    "raten;Rate;Flere med;Job;rate;pr. 1.000;ned;kalenderår;K\n"

/* Two areas that catch up year by year, before the plan's start as after it; 2024 is the last. */
static void write_plan(struct plan_folder *folder)
{
    const char *figures = "";
    for (int year = 2012; year <= 2024; year++)
        figures = arena_printf(folder->arena,
                               "%sandelen;by;%d;;30000;60000;;;\nandelen;nord;%d;;%d;4000;;;\n"
                               "andelen;syd;%d;;%d;4000;;;\n",
                               figures, year, year, 1000 + 40 * (year - 2012) + 17 * (year % 3),
                               year, 1400 + 60 * (7 * year % 5));
    plan_folder_write(folder, "indikatorer.csv", INDICATORS);
    plan_folder_figures(folder, figures);
}

static void write_first(const struct seminar *seminar)
{
    evaluation_before_after_write(seminar, seminar->indicators[0]);
}

static void write_second(const struct seminar *seminar)
{
    evaluation_before_after_write(seminar, seminar->indicators[1]);
}

static void the_tables_show_the_findings(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_int_equal(occurrences(part, "<section>"), 1);
    assert_int_equal(occurrences(part, "<h4>"), 1);
    assert_int_equal(occurrences(part, "<table "), 2);
    assert_int_equal(occurrences(part, "</table>"), 2);
    assert_int_equal(occurrences(part, "<caption>"), 2);
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/mean_gap_before\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/syd/before_after_mean\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/regression_to_mean\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/regression_to_mean_year\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/nord/gap_change_comparator\""));
    assert_non_null(strstr(part, "data-quotes=\"andelen/nord/gap_change_moved\""));
    assert_non_null(strstr(part, "År, som områderne er udpeget efter"));
    assert_non_null(strstr(part, "flytninger ind og ud"));
    assert_non_null(strstr(part, "ikke et bevis"));
    assert_non_null(strstr(part, "<figcaption>Figuren mangler")); /* none is drawn here */
}

/* Neither a colour nor a sign of success, whatever the figures do. */
static void nothing_marks_a_success(void **state)
{
    static const char *const never[] = {"better",     "worse",  "class=\"c ", "★",   "▲",
                                        "forbedring", "effekt", "p =",        "p <", "signifikan"};
    struct plan_folder *folder = *state;
    write_plan(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(part, "anderledes efter planens start"));
    assert_non_null(strstr(part, "allerede på vej ned før planens start"));
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_null(strstr(part, never[i]));
}

static void an_indicator_without_figures_writes_nothing(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    assert_string_equal(part_of(folder, EDITION_SHARED, write_second), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_tables_show_the_findings),
        PLAN_FOLDER_TEST(nothing_marks_a_success),
        PLAN_FOLDER_TEST(an_indicator_without_figures_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
