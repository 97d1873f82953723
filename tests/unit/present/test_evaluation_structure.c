/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_structure.h"

#include "page_world.h"
#include "structure_rows.h"

#define UNKNOWN "om det er de samme mennesker fra år til år"

static void write_all(const struct seminar *seminar)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
        evaluation_structure_write(seminar, seminar->indicators[i]);
}

static void write_sheets(const struct seminar *seminar)
{
    for (size_t i = 0; i < seminar->catalogue->indicator_count; i++)
        seminar_structure_write(seminar, seminar->indicators[i]);
}

static void write_chapter(const struct seminar *seminar)
{
    seminar_moves_unknown_write(seminar, "");
}

static void each_area_has_a_row_with_the_gap_and_its_parts(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, AGE_ROWS);
    const char *page = part_of(folder, EDITION_INTERNAL, write_all);
    assert_int_equal(occurrences(page, "<h4>Alder og flytninger</h4>"), 1);
    assert_int_equal(occurrences(page, "<table"), 2);
    assert_non_null(
        strstr(page, " delt efter alder, niveauer i pct., forskelle i pct.-point</cap"));
    static const char *const keys[] = {
        "level/2022",           "age_standardised/2022",       "gap_rest/2022",
        "age_rate_effect/2022", "age_composition_effect/2022", "gap_change",
        "age_rate_change",      "age_composition_change"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        assert_int_equal(occurrences(page, arena_printf(folder->arena,
                                                        "data-cell=\"andelen/nord/%s\"", keys[i])),
                         1);
        assert_int_equal(
            occurrences(page, arena_printf(folder->arena, "data-cell=\"andelen/syd/%s\"", keys[i])),
            1);
    }
    assert_int_equal(occurrences(page, "2021–2022"), 3);
    assert_null(strstr(page, "colspan"));
    /* nothing is rounded here */
    assert_null(strstr(page, "Gruppernes tal er afrundede"));
    page = part_of(folder, EDITION_SHARED, write_all);
    assert_int_equal(occurrences(page, "Gruppernes tal er afrundede"), 1);
}

static void moves_are_beside_the_change_of_the_level(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, MOVER_ROWS);
    const char *page = part_of(folder, EDITION_INTERNAL, write_all);
    static const char *const keys[] = {"level_change", "stayers_change", "moves_change",
                                       "movers_difference/2022"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_int_equal(
            occurrences(page, arena_printf(folder->arena, "data-cell=\"raten/nord/%s\"", keys[i])),
            1);
    assert_int_equal(occurrences(page, "<table"), 1);
    assert_null(strstr(page, UNKNOWN));
}

/* Once a goal, at the first of its indicators that does not tell who moved. */
static void what_figures_do_not_tell_is_said_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, MOVER_ROWS AGE_ROWS "tallet;nord;2022;;;;300;;\n"
                                                    "tallet;by;2022;;;;300;;\n");
    assert_int_equal(occurrences(part_of(folder, EDITION_INTERNAL, write_all), UNKNOWN), 1);
    assert_int_equal(occurrences(part_of(folder, EDITION_INTERNAL, write_chapter), UNKNOWN), 1);
    plan_folder_figures(folder, MOVER_ROWS);
    assert_int_equal(occurrences(part_of(folder, EDITION_INTERNAL, write_chapter), UNKNOWN), 0);
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    plan_folder_figures(folder, AGE_ROWS);
    assert_int_equal(occurrences(part_of(folder, EDITION_INTERNAL, write_chapter),
                                 "about the same people from year to year"),
                     1);
}

static void hidden_groups_are_said_to_be(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;3800;30000;;;\nandelen;by;2021;0-9;1800;9000;;;\n"
                                "andelen;by;2021;10+;2000;21000;;;\n"
                                "andelen;nord;2021;;120;617;;;\nandelen;nord;2021;0-9;3;217;;;\n"
                                "andelen;nord;2021;10+;117;400;;;\n"
                                "andelen;syd;2021;;120;600;;;\nandelen;syd;2021;0-9;60;200;;;\n"
                                "andelen;syd;2021;10+;60;400;;;\n");
    const char *page = part_of(folder, EDITION_SHARED, write_all);
    assert_non_null(strstr(page, "class=\"n why\""));
    assert_non_null(strstr(page, "Der kan ikke tages højde for alder"));
    assert_null(strstr(page, "217"));
}

static void a_sheet_speaks_of_one_area(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, AGE_ROWS);
    const char *page = part_of(folder, EDITION_INTERNAL, write_sheets);
    assert_int_equal(occurrences(page, "<li>"), 1);
    const char *total = total_in(&folder->catalogue, area_of(folder, "by"))->name;
    assert_int_equal(occurrences(page, arena_printf(folder->arena, "<strong>%s:</strong>", total)),
                     1);
    plan_folder_figures(folder, FIGURES);
    assert_string_equal(part_of(folder, EDITION_INTERNAL, write_sheets), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_area_has_a_row_with_the_gap_and_its_parts),
        PLAN_FOLDER_TEST(moves_are_beside_the_change_of_the_level),
        PLAN_FOLDER_TEST(what_figures_do_not_tell_is_said_once),
        PLAN_FOLDER_TEST(hidden_groups_are_said_to_be),
        PLAN_FOLDER_TEST(a_sheet_speaks_of_one_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
