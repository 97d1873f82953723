/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/commands.h"

#include "near.h"

#include "pejling/program/command_check.h"
#include "pejling/program/command_help.h"
#include "pejling/program/command_new.h"
#include "pejling/program/command_run.h"

static void each_command_is_found_by_its_name(void **state)
{
    (void)state;
    assert_ptr_equal(command_find("new")->run, command_new);
    assert_ptr_equal(command_find("run")->run, command_run);
    assert_ptr_equal(command_find("check")->run, command_check);
    assert_ptr_equal(command_find("help")->run, command_help);
}

static void other_words_are_no_commands(void **state)
{
    static const char *const words[] = {"", "ru", "runs", "RUN", "kør", "--help", " run"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_null(command_find(words[i]));
}

static void the_list_has_each_command_once_and_ends(void **state)
{
    const struct command *command;
    size_t count = 0;
    (void)state;
    while ((command = command_at(count))) {
        assert_ptr_equal(command_find(command->name), command);
        count++;
    }
    assert_true(count >= 3);
    assert_null(command_at(count + 1));
    assert_null(command_at((size_t)-1));
}

static void each_command_says_what_it_does_in_both_languages(void **state)
{
    const struct command *command;
    (void)state;
    for (size_t i = 0; (command = command_at(i)); i++) {
        assert_true(*command->danish && *command->english && *command->usage);
        assert_string_not_equal(command->danish, command->english);
        assert_null(strchr(command->danish, '\n'));
        assert_null(strchr(command->english, '\n'));
    }
}

static void no_command_takes_more_words_than_the_line_holds(void **state)
{
    const struct command *command;
    (void)state;
    for (size_t i = 0; (command = command_at(i)); i++) {
        assert_true(command->least_words <= command->most_words);
        assert_true(command->most_words < COMMAND_LINE_WORDS);
    }
    assert_int_equal(command_find("new")->least_words, 1);
    assert_int_equal(command_find("run")->least_words, 1);
    assert_int_equal(command_find("check")->least_words, 1);
    assert_int_equal(command_find("help")->least_words, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_command_is_found_by_its_name),
        cmocka_unit_test(other_words_are_no_commands),
        cmocka_unit_test(the_list_has_each_command_once_and_ends),
        cmocka_unit_test(each_command_says_what_it_does_in_both_languages),
        cmocka_unit_test(no_command_takes_more_words_than_the_line_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
