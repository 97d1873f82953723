/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_line.h"

#include "near.h"

#include <getopt.h>

#define MOST_WORDS (COMMAND_LINE_WORDS + 8)

struct reading {
    struct diagnostics diagnostics;
    struct command_line line;
    bool fine;
};

static int start(void **state)
{
    *state = arena_new();
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

/* Reads `pejling` and the words behind it, split at blanks; `_` stands for an empty word. */
static struct reading *read_words(struct arena *arena, const char *words)
{
    struct reading *reading = arena_alloc(arena, 1, sizeof *reading);
    char *argv[MOST_WORDS + 1] = {arena_copy(arena, "pejling")};
    int argc = 1;
    for (char *word = strtok(arena_copy(arena, words), " "); word; word = strtok(NULL, " ")) {
        assert_true(argc < MOST_WORDS);
        argv[argc++] = strcmp(word, "_") == 0 ? arena_copy(arena, "") : word;
    }
    optind = 0; /* getopt starts afresh */
    reading->diagnostics.arena = arena;
    reading->fine = command_line_read(&reading->diagnostics, argc, argv, &reading->line);
    return reading;
}

static void without_options_everything_has_its_default(void **state)
{
    const struct reading *read = read_words(*state, "run data/valg");
    assert_true(read->fine);
    assert_int_equal(read->line.word_count, 2);
    assert_string_equal(read->line.words[0], "run");
    assert_string_equal(read->line.words[1], "data/valg");
    assert_null(read->line.output);
    assert_int_equal(read->line.edition, EDITION_SHARED);
    assert_false(read->line.keep_going || read->line.strict || read->line.pdf);
    assert_false(read->line.help || read->line.version);
    assert_int_equal(read->diagnostics.language, LANGUAGE_DANISH);
    assert_ptr_equal(read->line.diagnostics, &read->diagnostics);
    assert_int_equal(read->diagnostics.count, 0);
}

static void nothing_at_all_is_read_as_no_words(void **state)
{
    const struct reading *read = read_words(*state, "");
    assert_true(read->fine);
    assert_int_equal(read->line.word_count, 0);
}

static void every_option_is_read_wherever_it_stands(void **state)
{
    static const char *const lines[] = {
        "run plan -o ud --edition intern --lang en --keep-going --strict --pdf",
        "--pdf --strict --keep-going --lang=en --edition=intern -oud run plan",
        "run --output ud --edition intern plan --lang en --strict --pdf --keep-going",
        "--output=ud run --keep-going --edition intern --pdf --lang en --strict plan",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct reading *read = read_words(*state, lines[i]);
        assert_true(read->fine);
        assert_int_equal(read->line.word_count, 2);
        assert_string_equal(read->line.words[0], "run");
        assert_string_equal(read->line.words[1], "plan");
        assert_string_equal(read->line.output, "ud");
        assert_int_equal(read->line.edition, EDITION_INTERNAL);
        assert_true(read->line.keep_going && read->line.strict && read->line.pdf);
        assert_int_equal(read->diagnostics.language, LANGUAGE_ENGLISH);
    }
}

static void an_edition_to_verify_is_noted(void **state)
{
    assert_string_equal(read_words(*state, "run --verify ud/2025")->line.verify, "ud/2025");
    assert_null(read_words(*state, "run ud/2025")->line.verify);
}

static void help_and_version_are_noted(void **state)
{
    assert_true(read_words(*state, "--help")->line.help);
    assert_true(read_words(*state, "run -h")->line.help);
    assert_true(read_words(*state, "--version")->line.version);
    assert_false(read_words(*state, "help")->line.help);
}

static void an_option_with_two_values_is_refused(void **state)
{
    static const char *const lines[] = {"run p -o a -o b", "run p --edition delt --edition delt",
                                        "import a --to p --to p", "run p --strict --strict"};
    static const char *const names[] = {"»-o«", "»--edition«", "»--to«", "»--strict«"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct reading *read = read_words(*state, lines[i]);
        assert_false(read->fine);
        assert_int_equal(read->diagnostics.count, 1);
        assert_non_null(strstr(read->diagnostics.items[0].text, names[i]));
    }
    /* of a language the last holds: a script may have one for all */
    assert_int_equal(read_words(*state, "--lang da --lang en")->diagnostics.language,
                     LANGUAGE_ENGLISH);
}

static void the_options_that_are_there_are_noted(void **state)
{
    unsigned given = read_words(*state, "run p --pdf -o x --lang en")->line.given;
    assert_int_equal(given, OPTION_PDF | OPTION_OUTPUT);
    assert_string_equal(command_option_name(OPTION_PDF), "--pdf");
    assert_string_equal(command_option_name(OPTION_PDF | OPTION_OUTPUT), "-o");
    assert_string_equal(command_option_name(0), "");
}

static void what_follows_two_dashes_is_no_option(void **state)
{
    const struct reading *read = read_words(*state, "run -- --strict");
    assert_true(read->fine);
    assert_false(read->line.strict);
    assert_string_equal(read->line.words[1], "--strict");
}

static void a_faulty_option_is_named_with_what_is_wrong(void **state)
{
    static const struct {
        const char *words, *danish, *english;
    } cases[] = {
        {"run p --nope", "ukendt valg: »--nope« · se »pejling help«",
         "unknown option: »--nope« · see »pejling help«"},
        {"run p -x", "ukendt valg: »-x«", "unknown option: »-x«"},
        {"run -xq p", "ukendt valg: »-x«", "unknown option: »-x«"},
        {"run p --strict=ja", "ukendt valg: »--strict=ja«", "unknown option: »--strict=ja«"},
        {"run p --pdf=x", "ukendt valg: »--pdf=x«", "unknown option: »--pdf=x«"},
        {"run p -o", "valget mangler sin værdi: »-o«", "the option lacks its value: »-o«"},
        {"run p --edition", "valget mangler sin værdi: »--edition«",
         "the option lacks its value: »--edition«"},
        {"run p -o _", "-o mangler en mappe", "-o lacks a folder"},
        {"import f --to", "valget mangler sin værdi: »--to«", "the option lacks its value: »--to«"},
        {"import f --to _", "--to mangler en planmappe", "--to lacks a plan folder"},
        {"import f --to p --map _", "--map mangler en fil", "--map lacks a file"},
        {"run --verify _", "--verify mangler en udgave", "--verify lacks an edition"},
        {"run p --lang", "valget mangler sin værdi: »--lang«",
         "the option lacks its value: »--lang«"},
        {"run p --edition hemmelig", "--edition er delt eller intern: »hemmelig«",
         "--edition is delt or intern: »hemmelig«"},
        {"run p --edition _", "--edition er delt eller intern: »«",
         "--edition is delt or intern: »«"},
        {"run p --lang fr", "--lang er da eller en: »fr«", "--lang is da or en: »fr«"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct reading *read = read_words(arena, cases[i].words);
        assert_false(read->fine);
        assert_true(read->diagnostics.of_kind[PROBLEM_USAGE] > 0);
        assert_int_equal(read->diagnostics.items[0].problem, PROBLEM_USAGE);
        assert_string_equal(read->diagnostics.items[0].at.file, "pejling");
        assert_non_null(strstr(read->diagnostics.items[0].text, cases[i].danish));
        assert_int_equal(diagnostics_exit_status(&read->diagnostics, false, false), 2);
        read = read_words(arena, arena_printf(arena, "--lang=en %s", cases[i].words));
        assert_non_null(strstr(read->diagnostics.items[0].text, cases[i].english));
    }
}

static void every_fault_is_told_in_one_run(void **state)
{
    const struct reading *read = read_words(*state, "run p --nope --edition x --lang y -q");
    assert_false(read->fine);
    assert_int_equal(read->diagnostics.of_kind[PROBLEM_USAGE], 4);
    assert_int_equal(read->diagnostics.count, 4);
}

static void a_fault_is_told_in_the_language_asked_for_behind_it(void **state)
{
    const struct reading *read = read_words(*state, "--nope run p --lang en");
    assert_non_null(strstr(read->diagnostics.items[0].text, "unknown option"));
    read = read_words(*state, "--nope run p --lang=en");
    assert_non_null(strstr(read->diagnostics.items[0].text, "unknown option"));
}

static void a_plan_folder_and_a_mapping_are_read(void **state)
{
    static const char *const lines[] = {
        "import a.csv b.xlsx --to plan --map kort.csv",
        "--map=kort.csv --to=plan import a.csv b.xlsx",
        "import a.csv --to plan b.xlsx --map kort.csv",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct reading *read = read_words(*state, lines[i]);
        assert_true(read->fine);
        assert_int_equal(read->line.word_count, 3);
        assert_string_equal(read->line.words[2], "b.xlsx");
        assert_string_equal(read->line.to, "plan");
        assert_string_equal(read->line.map, "kort.csv");
    }
    const struct reading *read = read_words(*state, "import a.csv");
    assert_true(read->fine);
    assert_null(read->line.to);
    assert_null(read->line.map);
}

/* A folder of files may be imported at once. */
static void more_words_than_any_command_takes_are_refused(void **state)
{
    struct arena *arena = *state;
    const char *words = "import";
    for (size_t i = 1; i < COMMAND_LINE_WORDS; i++)
        words = arena_printf(arena, "%s f%zu.csv", words, i);
    const struct reading *read = read_words(arena, words);
    assert_true(read->fine);
    assert_int_equal(read->line.word_count, COMMAND_LINE_WORDS);
    read = read_words(arena, arena_printf(arena, "%s i j", words));
    assert_false(read->fine);
    assert_int_equal(read->diagnostics.of_kind[PROBLEM_USAGE], 1);
    assert_non_null(strstr(read->diagnostics.items[0].text, "»i«"));
}

#define LINE_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LINE_TEST(without_options_everything_has_its_default),
        LINE_TEST(nothing_at_all_is_read_as_no_words),
        LINE_TEST(every_option_is_read_wherever_it_stands),
        LINE_TEST(an_edition_to_verify_is_noted),
        LINE_TEST(help_and_version_are_noted),
        LINE_TEST(an_option_with_two_values_is_refused),
        LINE_TEST(the_options_that_are_there_are_noted),
        LINE_TEST(what_follows_two_dashes_is_no_option),
        LINE_TEST(a_faulty_option_is_named_with_what_is_wrong),
        LINE_TEST(every_fault_is_told_in_one_run),
        LINE_TEST(a_fault_is_told_in_the_language_asked_for_behind_it),
        LINE_TEST(a_plan_folder_and_a_mapping_are_read),
        LINE_TEST(more_words_than_any_command_takes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
