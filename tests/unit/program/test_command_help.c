/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_help.h"

#include "near.h"

#include <unistd.h>

#include "pejling/program/commands.h"
#include "pejling/program/libraries.h"

#define MOST_OUTPUT 8192

struct call {
    struct diagnostics diagnostics;
    struct command_line line;
    int status;
    char output[MOST_OUTPUT]; /* what it wrote to standard output */
};

static int start(void **state)
{
    struct arena *arena = arena_new();
    struct call *call = arena_alloc(arena, 1, sizeof *call);
    call->diagnostics.arena = arena;
    call->line = (struct command_line){
        .diagnostics = &call->diagnostics, .words = {"help"}, .word_count = 1};
    *state = call;
    return 0;
}

static int end(void **state)
{
    struct call *call = *state;
    arena_free(call->diagnostics.arena);
    return 0;
}

static int version(struct command_line *line)
{
    (void)line;
    command_version();
    return 0;
}

static const char *output_of(struct call *call, int (*run)(struct command_line *line))
{
    FILE *file = tmpfile();
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_true(file && kept >= 0 && dup2(fileno(file), STDOUT_FILENO) >= 0);
    call->status = run(&call->line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    rewind(file);
    call->output[fread(call->output, 1, MOST_OUTPUT - 1, file)] = '\0';
    fclose(file);
    return call->output;
}

static void the_help_names_every_command_option_and_exit_status(void **state)
{
    static const char *const options[] = {"-o ",          "--edition delt", "--edition intern",
                                          "--lang da|en", "--keep-going",   "--strict",
                                          "--version"};
    static const char *const statuses[] = {"0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "6 ", "70 "};
    struct call *call = *state;
    for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
        const struct command *command;
        call->diagnostics.language = (enum language)language;
        const char *help = output_of(call, command_help);
        assert_int_equal(call->status, 0);
        for (size_t i = 0; (command = command_at(i)); i++) {
            const char *usage =
                arena_printf(call->diagnostics.arena, "  pejling %s %s\n      %s\n", command->name,
                             command->usage, language ? command->english : command->danish);
            assert_non_null(strstr(help, usage));
        }
        for (size_t i = 0; i < sizeof options / sizeof *options; i++)
            assert_non_null(strstr(help, options[i]));
        const char *list = strstr(help, language ? "Exit status: " : "Slutstatus: ");
        assert_non_null(list);
        for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
            assert_non_null(list = strstr(list, statuses[i]));
    }
}

static void the_help_of_a_command_is_its_usage_and_what_it_does(void **state)
{
    struct call *call = *state;
    call->line.words[1] = "check";
    call->line.word_count = 2;
    assert_string_equal(output_of(call, command_help),
                        "pejling check PLAN [--lang da|en] [--keep-going] [--strict]\n"
                        "    læs og efterse planmappen PLAN, uden at lave noget\n"
                        "  --lang da|en          sprog\n"
                        "  --keep-going          udelad serier med fejl, og lav resten\n"
                        "  --strict              bemærkninger giver slutstatus 1\n");
    assert_int_equal(call->status, 0);
    call->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(output_of(call, command_help), "without making anything\n"));
}

static void the_help_of_an_unknown_command_is_a_usage_error(void **state)
{
    struct call *call = *state;
    call->line.words[1] = "bage";
    call->line.word_count = 2;
    assert_string_equal(output_of(call, command_help), "");
    assert_int_equal(call->status, 2);
    assert_int_equal(call->diagnostics.of_kind[PROBLEM_USAGE], 1);
    assert_string_equal(call->diagnostics.items[0].text,
                        "ukendt kommando »bage« · se »pejling help«");
    call->diagnostics.language = LANGUAGE_ENGLISH;
    output_of(call, command_help);
    assert_string_equal(call->diagnostics.items[1].text,
                        "unknown command »bage« · see »pejling help«");
}

static void the_version_names_program_and_libraries(void **state)
{
    const char *line = output_of(*state, version);
    const char *begins = "pejling " PEJLING_VERSION " (", *at = line + strlen(begins);
    assert_memory_equal(line, begins, strlen(begins));
    struct library library;
    for (size_t i = 0; (library = library_at(i)).name; i++) {
        const char *named =
            arena_printf(((struct call *)*state)->diagnostics.arena, "%s %s%s", library.name,
                         library.version, library_at(i + 1).name ? ", " : ")\n");
        assert_memory_equal(at, named, strlen(named));
        at += strlen(named);
    }
    assert_string_equal(at, "");
    assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1); /* one line */
}

#define HELP_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HELP_TEST(the_help_names_every_command_option_and_exit_status),
        HELP_TEST(the_help_of_a_command_is_its_usage_and_what_it_does),
        HELP_TEST(the_help_of_an_unknown_command_is_a_usage_error),
        HELP_TEST(the_version_names_program_and_libraries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
