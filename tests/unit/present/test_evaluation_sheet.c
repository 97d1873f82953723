/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_sheet.h"

#include "page_world.h"

#include <sys/stat.h>

static void write_first(const struct seminar *seminar)
{
    evaluation_sheet_write(seminar, seminar->indicators[0], true);
}

static void each_area_has_its_way_back(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(part, "<code>pejling explain PLANMAPPE andelen nord</code>"));
    assert_non_null(strstr(part, "<code>pejling explain PLANMAPPE andelen by</code>"));
    assert_non_null(strstr(part, "<code>pejling explain PLANMAPPE andelen rest</code>"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(part_of(folder, EDITION_INTERNAL, write_first),
                           "<code>pejling explain PLANFOLDER andelen nord --edition intern "
                           "--lang en</code>"));
}

static void levels_gaps_and_definitions_are_there(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(part, "<caption>Niveau, pct.</caption>"));
    assert_non_null(strstr(part, "<caption>Afstand, pct.-point</caption>"));
    assert_non_null(strstr(part, "data-cell=\"andelen/syd/level/2021\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/syd/gap_rest/2021\""));
    assert_non_null(strstr(part, "data-cell=\"andelen/rest/level/2021\""));
    assert_non_null(strstr(part, "<dt>Definition</dt>"));
    assert_non_null(strstr(part, "andel: personer talt blandt personer"));
}

/* And with the names of those for a report; where none was drawn, its place says so. */
static void a_figure_stands_with_its_files(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    assert_non_null(strstr(part_of(folder, EDITION_SHARED, write_first), "Figuren mangler"));
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    plan_folder_write(folder, "figurer/tendens_andelen-nord.svg", "<svg></svg>");
    const char *part = part_of(folder, EDITION_SHARED, write_first);
    plan_folder_remove(folder, "figurer/tendens_andelen-nord.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(part, "<figure class=\"report\">\n<div class=\"panels\">\n<svg></svg>"));
    assert_non_null(strstr(part, "figurer/tendens_andelen.svg, figurer/tendens_andelen.png"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_area_has_its_way_back),
        PLAN_FOLDER_TEST(levels_gaps_and_definitions_are_there),
        PLAN_FOLDER_TEST(a_figure_stands_with_its_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
