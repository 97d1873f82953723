/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/summary.h"

#include "plan_folder.h"

#include "pejling/base/file.h"

static int setup(void **state)
{
    plan_folder_setup(state);
    plan_folder_figures(*state, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
    plan_folder_read(*state);
    return 0;
}

/* One area's verdict: the slope with its p, and the strength, by both engines or by one. */
static void add_verdict(struct plan_folder *folder, struct finding *rows, const char *area,
                        double p, enum method strength)
{
    const struct finding row = {.indicator = indicator_of(folder, "andelen"),
                                .area = area_of(folder, area),
                                .confidence = 0.95};
    rows[0] = rows[1] = row;
    rows[0].statistic = STATISTIC_VERDICT_SLOPE;
    rows[0].estimate = estimate_point(METHOD_ENGINE_B, 1.5, REASON_NOT_APPLICABLE);
    rows[0].has_p = rows[0].has_p_adjusted = true;
    rows[0].p = p;
    rows[0].p_adjusted = 0.5; /* within its own municipality: not what is to be shown */
    rows[1].statistic = STATISTIC_VERDICT_STRENGTH;
    rows[1].estimate = estimate_undefined(REASON_NONE);
    rows[1].estimate.method = strength;
    rows[1].text = strength == METHOD_NONE ? NULL : "indicated";
}

static struct summary_block block_of(struct plan_folder *folder, enum edition edition,
                                     const char *municipality, const struct finding *rows,
                                     size_t count)
{
    struct released_table table = plan_folder_release(folder, edition);
    const struct findings findings = {.table = &table, .rows = rows, .count = count};
    return summary_block_make(folder->arena, &findings, municipality);
}

static const char *written(struct plan_folder *folder, enum edition edition,
                           const struct summary_block *blocks, size_t count)
{
    const struct place place = {&folder->diagnostics, folder->path, NULL};
    const char *path = arena_printf(folder->arena, "%s/" SUMMARY_FILE, folder->path);
    size_t length;
    assert_true(summary_write(&place, edition, blocks, count));
    const struct input_file file = {path, SUMMARY_FILE, PROBLEM_FILE};
    const char *text = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    assert_non_null(text);
    assert_int_equal(remove(path), 0);
    return text;
}

static bool has_line(const char *text, const char *line)
{
    return strstr(text, line) != NULL;
}

/* Three tests in two municipalities: p times 3, 3/2 and 1 by Benjamini & Hochberg. */
static void the_tests_of_all_municipalities_are_one_family(void **state)
{
    struct plan_folder *folder = *state;
    struct finding first[4], second[2];
    add_verdict(folder, first, "nord", 0.03125, METHOD_BOTH_ENGINES);
    add_verdict(folder, first + 2, "syd", 0.0625, METHOD_ONE_ENGINE);
    add_verdict(folder, second, "nord", 0.75, METHOD_BOTH_ENGINES);
    const struct summary_block blocks[] = {
        block_of(folder, EDITION_INTERNAL, "by", first, 4),
        block_of(folder, EDITION_INTERNAL, "havn", second, 2),
    };
    const char *text = written(folder, EDITION_INTERNAL, blocks, 2);
    assert_int_equal(strncmp(text, "municipality,indicator,area,", 28), 0);
    assert_true(has_line(text, ",nord,,,,,verdict_slope,1.5,,,,pct.,0,0.03125,0.09375,,"));
    assert_true(has_line(text, ",syd,,,,,verdict_slope,1.5,,,,pct.,0,0.0625,0.09375,,"));
    assert_true(has_line(text, "\nhavn,andelen,nord,,,,,verdict_slope,1.5,,,,pct.,0,0.75,0.75,,"));
    /* both below 0.1: but firm takes both engines */
    assert_true(
        has_line(text, "\nby,andelen,nord,,,,,verdict_strength,,,,,,0,,,firm,both_engines,"));
    assert_true(
        has_line(text, "\nby,andelen,syd,,,,,verdict_strength,,,,,,0,,,indicated,one_engine,"));
    assert_true(has_line(
        text, "\nhavn,andelen,nord,,,,,verdict_strength,,,,,,0,,,indicated,both_engines,"));
    /* by itself the last one is a family of one */
    text = written(folder, EDITION_INTERNAL, blocks, 1);
    assert_true(has_line(text, ",nord,,,,,verdict_slope,1.5,,,,pct.,0,0.03125,0.0625,,"));
}

static void a_shared_edition_adjusts_what_it_shows(void **state)
{
    struct plan_folder *folder = *state;
    struct finding rows[4];
    add_verdict(folder, rows, "nord", 0.01000049, METHOD_BOTH_ENGINES);
    add_verdict(folder, rows + 2, "syd", 0.2, METHOD_NONE);
    const struct summary_block block = block_of(folder, EDITION_SHARED, "by", rows, 4);
    assert_int_equal(block.test_count, 2);
    assert_near(block.tests[0].p, 0.01, 0);
    assert_true(block.tests[0].agreed);
    assert_int_equal(block.tests[1].strength_at, NO_STRENGTH);
    const char *text = written(folder, EDITION_SHARED, &block, 1);
    assert_true(has_line(text, ",0.01,0.02,,engine_b,"));
    assert_true(has_line(text, ",firm,both_engines,"));
    assert_true(has_line(text, ",0.2,0.2,,engine_b,"));
}

static void rows_that_are_no_tests_are_written_as_they_are(void **state)
{
    struct plan_folder *folder = *state;
    struct finding rows[2];
    add_verdict(folder, rows, "nord", 0.01, METHOD_BOTH_ENGINES);
    rows[0].has_p_adjusted = false; /* not of the family */
    const struct summary_block block = block_of(folder, EDITION_INTERNAL, "", rows, 2);
    assert_int_equal(block.test_count, 0);
    const char *text = written(folder, EDITION_INTERNAL, &block, 1);
    assert_true(has_line(text, "\n,andelen,nord,"));
    assert_true(has_line(text, ",0.01,,,engine_b,"));
    assert_true(has_line(text, ",indicated,both_engines,"));
    text = written(folder, EDITION_INTERNAL, NULL, 0);
    assert_int_equal(strlen(text), strcspn(text, "\n") + 1); /* the header alone */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_tests_of_all_municipalities_are_one_family, setup,
                                        plan_folder_teardown),
        cmocka_unit_test_setup_teardown(a_shared_edition_adjusts_what_it_shows, setup,
                                        plan_folder_teardown),
        cmocka_unit_test_setup_teardown(rows_that_are_no_tests_are_written_as_they_are, setup,
                                        plan_folder_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
