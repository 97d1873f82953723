/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_table.h"

#include "page_world.h"

#include "test_explanation_support.h"

static const struct evaluation_column columns[] = {
    {"Perioder", "Periods", EVALUATION_WORDS, STATISTIC_COUNT},
    {"Hældning", "Slope", EVALUATION_INTERVAL, STATISTIC_GAP_SLOPE},
    {"Mindste", "Smallest", EVALUATION_VALUE, STATISTIC_DETECTABLE_SLOPE},
    {"p", "p", EVALUATION_P, STATISTIC_VERDICT_SLOPE},
    {"justeret p", "adjusted p", EVALUATION_P_ADJUSTED, STATISTIC_VERDICT_SLOPE},
};

static void write_whole(const struct seminar *seminar)
{
    evaluation_table_open(seminar, "<Tal>", columns, 5);
    evaluation_row_open(seminar, "Nord & Syd");
    seminar_text(seminar, evaluation_label(seminar, &columns[0]), "2021–2023");
    evaluation_row_close(seminar);
    for (size_t i = 0; i < seminar->area_count; i++)
        evaluation_area_row(seminar, seminar->indicators[0], seminar->areas[i], columns + 1, 4);
    evaluation_table_close(seminar);
}

static void a_table_has_its_head_its_rows_and_its_end(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_whole);
    const char *head = "<div class=\"scroll\"><table class=\"rows\"><caption>&lt;Tal&gt;</caption>";
    assert_memory_equal(part, head, strlen(head));
    assert_non_null(strstr(part, "<th scope=\"col\">Område</th>"));
    assert_non_null(strstr(part, "<th scope=\"col\">Perioder</th>"));
    assert_non_null(strstr(part, "<th scope=\"col\" class=\"n\">Hældning</th>"));
    assert_non_null(strstr(part, "<tr><th scope=\"row\">Nord &amp; Syd</th>"));
    assert_int_equal(occurrences(part, "<tr>"), occurrences(part, "</tr>"));
    assert_non_null(strstr(part, "</tbody></table></div>\n"));
}

/* The limits stand in one column alone; a p that is smaller than it is told is said to be so. */
static void a_column_shows_what_it_is_of(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_whole);
    const char *slope = strstr(part, "data-cell=\"andelen/nord/gap_slope\"");
    const char *smallest = strstr(part, "data-cell=\"andelen/nord/detectable_slope\"");
    assert_true(slope && smallest && slope < smallest);
    const char *limits = strstr(slope, "<small");
    assert_true(limits && limits < smallest);
    assert_true(!strstr(smallest, "<small") ||
                strstr(smallest, "<small") > strstr(smallest, "</td>"));
    assert_non_null(strstr(
        part, "data-label=\"p\" data-quotes=\"andelen/nord/verdict_slope\">&lt; 0,001</td>"));
    assert_non_null(strstr(part, "data-label=\"justeret p\""));
}

static void write_dash(const struct seminar *seminar)
{
    evaluation_cell(seminar, &columns[3], NULL);
}

static void without_a_p_there_is_a_dash(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    assert_string_equal(part_of(folder, EDITION_SHARED, write_dash),
                        "<td class=\"n\" data-label=\"p\">–</td>\n");
}

static void write_units(const struct seminar *seminar)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
        sink_printf(seminar->sink, "%s\n",
                    evaluation_units(seminar, &seminar->catalogue->indicators[i]));
}

static void levels_in_per_cent_have_differences_in_points(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *part = part_of(folder, EDITION_SHARED, write_units);
    assert_non_null(strstr(part, "niveauer i pct., forskelle i pct.-point\npr. 1.000\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_table_has_its_head_its_rows_and_its_end),
        PLAN_FOLDER_TEST(a_column_shows_what_it_is_of),
        PLAN_FOLDER_TEST(without_a_p_there_is_a_dash),
        PLAN_FOLDER_TEST(levels_in_per_cent_have_differences_in_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
