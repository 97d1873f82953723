/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/diagnostic.h"

#include "near.h"

#include <stdlib.h>

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    diagnostics->arena = arena;
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

/* What diagnostics_print writes, in the arena. */
static const char *printed(struct diagnostics *diagnostics)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    diagnostics_print(diagnostics, stream);
    fclose(stream);
    const char *text = arena_text(diagnostics->arena, bytes, length);
    free(bytes);
    return text;
}

static void a_problem_keeps_its_kind_place_and_text(void **state)
{
    struct diagnostics *diagnostics = *state;
    diagnostics_report(diagnostics, PROBLEM_SERIES, (struct location){"a.csv", 3, 7},
                       "kolonnen »%s« %d", "the column »%s« %d", "navn", 5);
    assert_int_equal(diagnostics->count, 1);
    assert_int_equal(diagnostics->items[0].problem, PROBLEM_SERIES);
    assert_string_equal(diagnostics->items[0].at.file, "a.csv");
    assert_int_equal(diagnostics->items[0].at.line, 3);
    assert_int_equal(diagnostics->items[0].at.column, 7);
    assert_string_equal(diagnostics->items[0].text, "kolonnen »navn« 5");
    assert_int_equal(diagnostics->of_kind[PROBLEM_SERIES], 1);
}

static void more_than_a_thousand_are_counted(void **state)
{
    struct diagnostics *diagnostics = *state;
    for (unsigned i = 0; i < 1000; i++)
        diagnostics_report(diagnostics, PROBLEM_REMARK, (struct location){"a.csv", i + 1, 0}, "x",
                           "x");
    assert_null(strstr(printed(diagnostics), "til · ret"));
    assert_non_null(strstr(printed(diagnostics), "a.csv:1000: x\n"));
    diagnostics_report(diagnostics, PROBLEM_REMARK, (struct location){"a.csv", 1001, 0}, "x", "x");
    diagnostics_report(diagnostics, PROBLEM_REMARK, (struct location){"a.csv", 1002, 0}, "x", "x");
    const char *text = printed(diagnostics);
    assert_null(strstr(text, "a.csv:1001:"));
    assert_non_null(strstr(text, "a.csv:1000: x\nog 2 problemer og bemærkninger til · "));
    diagnostics->language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(printed(diagnostics), "\nand 2 more problems and remarks · "));
}

static void the_text_is_in_the_language_of_the_run(void **state)
{
    struct diagnostics *diagnostics = *state;
    diagnostics->language = LANGUAGE_ENGLISH;
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){0}, "%s mangler",
                       "%s is missing", "x");
    assert_string_equal(diagnostics->items[0].text, "x is missing");
}

/* A name from the input, of a file too, moves no cursor and begins no line. */
static void a_problem_is_one_line_and_steers_no_terminal(void **state)
{
    struct diagnostics *diagnostics = *state;
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){"\033[2Ja\nb.csv", 3, 7},
                       "»%s« kendes ikke", "»%s« is not known",
                       "å\r\n\033[31m\xC2\x9B"
                       "0m\x7F\u202E\xFF");
    assert_string_equal(printed(diagnostics), " [2Ja b.csv:3:7: »å   [31m 0m  ?« kendes ikke\n");
}

static void every_problem_is_kept_and_counted(void **state)
{
    struct diagnostics *diagnostics = *state;
    for (unsigned i = 0; i < 1000; i++)
        diagnostics_report(diagnostics, (enum problem)(i % PROBLEM_KINDS),
                           (struct location){"a.csv", i + 1, 0}, "nummer %u", "number %u", i);
    assert_int_equal(diagnostics->count, 1000);
    size_t sum = 0;
    for (size_t kind = 0; kind < PROBLEM_KINDS; kind++)
        sum += diagnostics->of_kind[kind];
    assert_int_equal(sum, 1000);
    assert_string_equal(diagnostics->items[999].text, "nummer 999");
}

/* --- what the problems mean for the run ------------------------------------------------------- */
static const struct {
    enum problem problem;
    bool stops, stops_when_going_on;
    int status, status_when_going_on, status_when_strict;
} kinds[PROBLEM_KINDS] = {
    {PROBLEM_REMARK, false, false, 0, 0, 1},   {PROBLEM_SERIES, true, false, 3, 1, 3},
    {PROBLEM_INPUT, true, true, 3, 3, 3},      {PROBLEM_USAGE, true, true, 2, 2, 2},
    {PROBLEM_DISCLOSURE, true, true, 4, 4, 4}, {PROBLEM_TOOL, false, false, 5, 5, 5},
    {PROBLEM_FILE, true, true, 6, 6, 6},
};

static void without_problems_the_run_goes_on_and_exits_0(void **state)
{
    assert_false(diagnostics_stop(*state, false));
    assert_int_equal(diagnostics_exit_status(*state, false, false), 0);
    assert_int_equal(diagnostics_exit_status(*state, true, true), 0);
    assert_string_equal(printed(*state), "");
}

static void each_kind_alone_has_its_meaning(void **state)
{
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < PROBLEM_KINDS; i++) {
        struct diagnostics one = {.arena = diagnostics->arena};
        diagnostics_report(&one, kinds[i].problem, (struct location){0}, "fejl", "fault");
        assert_int_equal(diagnostics_stop(&one, false), kinds[i].stops);
        assert_int_equal(diagnostics_stop(&one, true), kinds[i].stops_when_going_on);
        assert_int_equal(diagnostics_exit_status(&one, false, false), kinds[i].status);
        assert_int_equal(diagnostics_exit_status(&one, true, false), kinds[i].status_when_going_on);
        assert_int_equal(diagnostics_exit_status(&one, false, true), kinds[i].status_when_strict);
    }
}

/* Every set of kinds: whichever exit status of the list comes first is the one. */
static void of_several_kinds_the_gravest_decides(void **state)
{
    (void)state;
    static const int gravest_first[] = {6, 4, 2, 3, 5, 1, 0};
    for (unsigned set = 0; set < 1u << PROBLEM_KINDS; set++) {
        for (int going_on = 0; going_on < 2; going_on++) {
            struct diagnostics some = {0};
            bool asked[7] = {[0] = true}, stop = false;
            for (size_t i = 0; i < PROBLEM_KINDS; i++) {
                if (!(set >> i & 1))
                    continue;
                some.of_kind[kinds[i].problem] = 1 + i;
                asked[going_on ? kinds[i].status_when_going_on : kinds[i].status] = true;
                stop = stop || (going_on ? kinds[i].stops_when_going_on : kinds[i].stops);
            }
            size_t first = 0;
            while (!asked[gravest_first[first]])
                first++;
            assert_int_equal(diagnostics_exit_status(&some, going_on, false), gravest_first[first]);
            assert_int_equal(diagnostics_stop(&some, going_on), stop);
        }
    }
}

/* --- the list --------------------------------------------------------------------------------- */
static void each_is_printed_as_one_line_with_as_much_of_its_place_as_there_is(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct location places[] = {
        {"a.csv", 3, 7}, {"a.csv", 3, 0}, {"a.csv", 0, 0}, {0}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        diagnostics_report(diagnostics, PROBLEM_INPUT, places[i], "det er galt · ret det",
                           "it is wrong · mend it");
    assert_string_equal(printed(diagnostics), "a.csv:3:7: det er galt · ret det\n"
                                              "a.csv:3: det er galt · ret det\n"
                                              "a.csv: det er galt · ret det\n"
                                              "det er galt · ret det\n");
}

static void what_would_break_the_line_becomes_a_blank(void **state)
{
    struct diagnostics *diagnostics = *state;
    diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = "a.csv"}, "»%s«",
                       "“%s”", "en\nto\x1B[31m\x7F tre");
    assert_string_equal(printed(diagnostics), "a.csv: »en to [31m  tre«\n");
}

static const char sorted[] = "uden fil\n"
                             "a.csv: hele filen\n"
                             "a.csv:2: hele linjen\n"
                             "a.csv:2:3: b\n"
                             "a.csv:2:3: c\n"
                             "a.csv:2:10: a\n"
                             "a.csv:10:1: a\n"
                             "b.csv:1:1: a\n";

static void sorting_is_by_file_line_column_and_text_whatever_the_order_before(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct diagnostic found[] = {
        {PROBLEM_INPUT, {"a.csv", 10, 1}, "a"}, {PROBLEM_REMARK, {"a.csv", 2, 3}, "c"},
        {PROBLEM_INPUT, {"b.csv", 1, 1}, "a"},  {PROBLEM_FILE, {"a.csv", 2, 0}, "hele linjen"},
        {PROBLEM_INPUT, {"a.csv", 2, 10}, "a"}, {PROBLEM_SERIES, {"a.csv", 2, 3}, "b"},
        {PROBLEM_USAGE, {0}, "uden fil"},       {PROBLEM_TOOL, {"a.csv", 0, 0}, "hele filen"},
    };
    const size_t count = sizeof found / sizeof *found;
    for (size_t turn = 0; turn < count; turn++) {
        diagnostics->count = 0;
        for (size_t i = 0; i < count; i++) {
            const struct diagnostic *item = &found[(i * 3 + turn) % count];
            diagnostics_report(diagnostics, item->problem, item->at, "%s", "%s", item->text);
        }
        diagnostics_sort(diagnostics);
        assert_string_equal(printed(diagnostics), sorted);
    }
}

static void sorting_nothing_has_no_effect(void **state)
{
    diagnostics_sort(*state);
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
}

static void what_is_taken_over_outlives_those_it_came_from(void **state)
{
    struct diagnostics *all = *state;
    struct diagnostics task = {.arena = arena_new(), .language = all->language};
    const char *file = arena_copy(task.arena, "tal.csv");
    diagnostics_report(&task, PROBLEM_SERIES, (struct location){file, 3, 4}, "%s", "%s", "100 %d");
    diagnostics_report(&task, PROBLEM_REMARK, (struct location){NULL, 0, 0}, "to", "to");
    diagnostics_take(all, &task);
    arena_free(task.arena);
    assert_int_equal(all->count, 2);
    assert_int_equal(all->of_kind[PROBLEM_SERIES], 1);
    assert_int_equal(all->of_kind[PROBLEM_REMARK], 1);
    assert_string_equal(printed(all), "tal.csv:3:4: 100 %d\nto\n");
}

#define DIAGNOSTIC_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DIAGNOSTIC_TEST(a_problem_keeps_its_kind_place_and_text),
        DIAGNOSTIC_TEST(more_than_a_thousand_are_counted),
        DIAGNOSTIC_TEST(the_text_is_in_the_language_of_the_run),
        DIAGNOSTIC_TEST(a_problem_is_one_line_and_steers_no_terminal),
        DIAGNOSTIC_TEST(every_problem_is_kept_and_counted),
        DIAGNOSTIC_TEST(without_problems_the_run_goes_on_and_exits_0),
        DIAGNOSTIC_TEST(each_kind_alone_has_its_meaning),
        DIAGNOSTIC_TEST(of_several_kinds_the_gravest_decides),
        DIAGNOSTIC_TEST(each_is_printed_as_one_line_with_as_much_of_its_place_as_there_is),
        DIAGNOSTIC_TEST(what_would_break_the_line_becomes_a_blank),
        DIAGNOSTIC_TEST(sorting_is_by_file_line_column_and_text_whatever_the_order_before),
        DIAGNOSTIC_TEST(sorting_nothing_has_no_effect),
        DIAGNOSTIC_TEST(what_is_taken_over_outlives_those_it_came_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
