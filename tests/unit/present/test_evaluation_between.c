/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_between.h"

#include "page_world.h"

#include "pejling/stats/distribution.h"

#define HOSTILE "Syd <b>\"&=1"
#define TWIN_AREAS                                                                                 \
    AREAS_HEADER "landet;Hele landet;land;;;;;\nby;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n"  \
                 "syd;\"Syd <b>\"\"&=1\";område;by;;;;\nmosen;Mosen;tvilling;;;;;\n"
#define TWIN_INDICATORS                                                                            \
    INDICATORS_HEADER "andelen;A;andel;pct.;op;kalenderår;K\n"                                    \
                      "neutral;N;andel;pct.;neutral;kalenderår;K\n"                               \
                      "alene;L;andel;pct.;op;kalenderår;K\n"

static const char *counts(struct plan_folder *folder, const char *rows, const char *place,
                          const double *percent, int persons)
{
    for (int i = 0; i < 6; i++)
        rows = arena_printf(folder->arena, "%s%s;%d;;%d;%d;;;\n", rows, place, 2018 + i,
                            (int)(percent[i] / 100 * persons), persons);
    return rows;
}

static void write_plan(struct plan_folder *folder, bool with_twin)
{
    static const double low[] = {30, 31, 30, 31, 30, 31}, high[] = {40, 42, 45, 47, 50, 52},
                        other[] = {50, 50, 51, 50, 51, 51};
    const char *rows = "";
    distribution_start();
    plan_folder_write(folder, "omraader.csv", TWIN_AREAS);
    plan_folder_write(folder, "indikatorer.csv", TWIN_INDICATORS);
    rows = counts(folder, rows, "andelen;by", other, 20000);
    rows = counts(folder, rows, "andelen;nord", low, 800);
    rows = counts(folder, rows, "andelen;syd", high, 900);
    rows = counts(folder, rows, "neutral;by", other, 20000);
    rows = counts(folder, rows, "neutral;nord", low, 800);
    rows = counts(folder, rows, "neutral;syd", high, 900);
    rows = counts(folder, rows, "alene;by", other, 20000);
    rows = counts(folder, rows, "alene;nord", low, 800);
    if (with_twin) {
        rows = counts(folder, rows, "andelen;mosen", high, 700);
        rows = counts(folder, rows, "andelen;landet", other, 2000000);
        rows = counts(folder, rows, "alene;landet", other, 2000000);
    }
    plan_folder_figures(folder, rows);
}

static void write_first(const struct seminar *seminar)
{
    evaluation_between_write(seminar, &seminar->catalogue->indicators[0]);
}

static void write_second(const struct seminar *seminar)
{
    evaluation_between_write(seminar, &seminar->catalogue->indicators[1]);
}

static void write_third(const struct seminar *seminar)
{
    evaluation_between_write(seminar, &seminar->catalogue->indicators[2]);
}

static void areas_pairs_ranks_and_further_gaps_are_written(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, true);
    const char *page = part_of(folder, EDITION_SHARED, write_first);
    assert_non_null(strstr(page, "<h4>Mellem områder</h4>"));
    assert_non_null(strstr(page, "<strong>De to områder under ét:</strong> "));
    assert_int_equal(occurrences(page, "<table"), 3);
    assert_int_equal(occurrences(page, "<caption>"), 3);
    assert_non_null(strstr(page, "data-cell=\"andelen/nord/level_difference/syd\""));
    assert_non_null(strstr(page, "data-cell=\"andelen/nord/slope_difference/syd\""));
    assert_non_null(strstr(page, "plads 2 af 2"));
    assert_non_null(strstr(page, "plads 1 af 2"));
    assert_non_null(strstr(page, "data-cell=\"andelen/nord/further_gap/mosen/2023\""));
    assert_non_null(strstr(page, "data-cell=\"andelen/samlet/further_gap_slope/landet\""));
    assert_int_equal(occurrences(page, "further_gap_change/"), 6);
}

static void hostile_names_stay_text(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, true);
    const char *page = part_of(folder, EDITION_SHARED, write_first);
    assert_null(strstr(page, "<b>"));
    assert_non_null(strstr(page, "Syd &lt;b&gt;"));
}

static void neutral_indicators_have_no_places(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, true);
    const char *page = part_of(folder, EDITION_SHARED, write_second);
    assert_null(strstr(page, "plads"));
    assert_int_equal(occurrences(page, "<table"), 1);
}

static void one_area_has_only_its_further_gaps(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, true);
    const char *page = part_of(folder, EDITION_SHARED, write_third);
    assert_null(strstr(page, "under ét"));
    assert_int_equal(occurrences(page, "<table"), 1);
    assert_non_null(strstr(page, "alene/nord/further_gap/landet/2023"));
}

static void nothing_to_compare_is_no_section(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, false);
    assert_string_equal(part_of(folder, EDITION_SHARED, write_third), "");
}

static void say_short(const struct seminar *seminar)
{
    assert_true(evaluation_between_say(seminar, &seminar->catalogue->indicators[0]));
    assert_false(evaluation_between_say(seminar, &seminar->catalogue->indicators[2]));
}

static void the_sheet_gets_three_sentences_at_most(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder, true);
    const char *page = part_of(folder, EDITION_SHARED, say_short);
    assert_int_equal(occurrences(page, "<li"), 3);
    assert_int_equal(occurrences(page, "<ul"), 1);
}

/* Five areas, all unlike: ten pairs, of which three are named. */
static void only_the_largest_differences_are_named_on_the_sheet(void **state)
{
    static const char *const areas[] = {"nord", "syd", "vest", "oest", "midt"};
    struct plan_folder *folder = *state;
    const char *plan = AREAS_HEADER "by;Byen;kommune;;;;;\n";
    const char *rows = "andelen;by;2020;;25000;50000;;;\n";
    distribution_start();
    for (int i = 0; i < 5; i++) {
        plan = arena_printf(folder->arena, "%s%s;%s;område;by;;;;\n", plan, areas[i], areas[i]);
        rows = arena_printf(folder->arena, "%sandelen;%s;2020;;%d;1000;;;\n", rows, areas[i],
                            200 + 100 * i + 10 * i * i);
    }
    plan_folder_write(folder, "omraader.csv", plan);
    plan_folder_write(folder, "indikatorer.csv", TWIN_INDICATORS);
    plan_folder_figures(folder, rows);
    const char *page = part_of(folder, EDITION_SHARED, write_first);
    assert_int_equal(occurrences(page, "højere end"), 3);
    const char *first = strstr(page, "Midt ligger");
    assert_non_null(first ? first : strstr(page, "midt ligger"));
    assert_non_null(strstr(page, "højere end nord (mellem"));
    assert_non_null(strstr(page, "Flere par adskiller sig også."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(areas_pairs_ranks_and_further_gaps_are_written),
        PLAN_FOLDER_TEST(hostile_names_stay_text),
        PLAN_FOLDER_TEST(neutral_indicators_have_no_places),
        PLAN_FOLDER_TEST(one_area_has_only_its_further_gaps),
        PLAN_FOLDER_TEST(nothing_to_compare_is_no_section),
        PLAN_FOLDER_TEST(only_the_largest_differences_are_named_on_the_sheet),
        PLAN_FOLDER_TEST(the_sheet_gets_three_sentences_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
