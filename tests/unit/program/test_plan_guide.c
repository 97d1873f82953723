/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plan_guide.h"

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/base/text.h"
#include "pejling/present/glossary.h"
#include "pejling/program/plan_template.h"

#define MOST_BYTES ((size_t)1 << 16)
#define MOST_CHARACTERS 80
#define EXAMPLE_INDENT "    "

static const char *guide(struct plan_folder *folder, enum language language)
{
    const char *path = plan_folder_file(folder, "guide.txt");
    const struct input_file file = {path, "guide.txt", PROBLEM_FILE};
    size_t length;
    struct sink *sink = sink_open(&folder->diagnostics, path);
    plan_guide_write(sink, language);
    assert_true(sink_close(sink));
    const char *text = file_read(&folder->diagnostics, &file, MOST_BYTES, &length);
    unlink(path);
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    return text;
}

/* The next line of the text, without its CRLF; NULL behind the last. */
static const char *next_line(struct plan_folder *folder, const char **text)
{
    const char *end = strstr(*text, "\r\n");
    if (!end) {
        assert_int_equal(**text, '\0');
        return NULL;
    }
    const char *line = arena_text(folder->arena, *text, (size_t)(end - *text));
    *text = end + 2;
    return line;
}

static void lines_are_short_and_end_as_windows_wants_them(void **state)
{
    struct plan_folder *folder = *state;
    const enum language languages[] = {LANGUAGE_DANISH, LANGUAGE_ENGLISH};
    for (size_t i = 0; i < 2; i++) {
        const char *text = guide(folder, languages[i]), *line;
        assert_int_equal(text_utf8_length(text, strlen(text)), strlen(text));
        while ((line = next_line(folder, &text))) {
            assert_null(strpbrk(line, "\r\n\t"));
            assert_true(text_characters(line, strlen(line)) <= MOST_CHARACTERS);
            assert_true(!*line || line[strlen(line) - 1] != ' ');
        }
    }
}

/* Which file of a plan has this header; NULL where it is none. */
static const char *file_of(const char *header)
{
    const struct template_file *file;
    for (size_t i = 0; (file = plan_template_at(i)); i++)
        if (strcmp(file->lines[0], header) == 0)
            return file->name;
    return NULL;
}

/* Writes the files that the examples show; each begins with its header. Returns how many. */
static size_t write_examples(struct plan_folder *folder, const char *text)
{
    const char *name = NULL, *rows = "", *line;
    size_t count = 0;
    while ((line = next_line(folder, &text))) {
        if (strncmp(line, EXAMPLE_INDENT, strlen(EXAMPLE_INDENT)) != 0)
            continue;
        line += strlen(EXAMPLE_INDENT);
        bool is_header = file_of(line) != NULL;
        if (is_header)
            count++;
        name = is_header ? file_of(line) : name;
        rows = arena_printf(folder->arena, "%s%s\n", is_header ? "" : rows, line);
        assert_non_null(name);
        plan_folder_write(folder, name, rows);
    }
    return count;
}

/* The fixed indicators, which the examples are about. */
static void write_indicators(struct plan_folder *folder)
{
    const struct template_file *file;
    for (size_t i = 0; (file = plan_template_at(i)); i++) {
        const char *text = "";
        for (size_t j = 0; file->lines[j]; j++)
            text = arena_printf(folder->arena, "%s%s\n", text, file->lines[j]);
        if (strcmp(file->name, "indikatorer.csv") == 0)
            plan_folder_write(folder, file->name, text);
    }
}

static void its_examples_are_read_without_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const enum language languages[] = {LANGUAGE_DANISH, LANGUAGE_ENGLISH};
    for (size_t i = 0; i < 2; i++) {
        plan_folder_reset(folder);
        plan_folder_remove(folder, FIGURES_FILE);
        plan_folder_write(folder, "plan.csv",
                          "nøgle;værdi\ntitel;Prøveplan\nplanstart;2021-10-01\n"
                          "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
        write_indicators(folder);
        assert_int_equal(write_examples(folder, guide(folder, languages[i])), 5);
        plan_folder_read(folder);
        assert_problem_count(folder, 0);
        assert_int_equal(folder->observations.count, 5);
        assert_int_equal(folder->catalogue.break_count, 1);
        assert_int_equal(folder->catalogue.target_count, 1);
        assert_int_equal(folder->catalogue.theory_count, 1);
    }
}

/* The text on one line, so that a sentence is found wherever it is broken. */
static const char *unwrapped(struct plan_folder *folder, const char *text)
{
    char *out = arena_copy(folder->arena, text);
    size_t used = 0;
    for (size_t i = 0; text[i]; i++) {
        bool blank = strchr(" \r\n", text[i]) != NULL;
        if (!blank)
            out[used++] = text[i];
        else if (used && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    out[used] = '\0';
    return out;
}

static void every_column_of_every_file_is_explained(void **state)
{
    struct plan_folder *folder = *state;
    const struct template_file *file;
    const char *danish = unwrapped(folder, guide(folder, LANGUAGE_DANISH));
    const char *english = unwrapped(folder, guide(folder, LANGUAGE_ENGLISH));
    for (size_t i = 0; (file = plan_template_at(i)); i++) {
        const char *header = file->lines[0];
        for (size_t length; *header; header += length + (header[length] == ';')) {
            length = strcspn(header, ";");
            const char *column = arena_text(folder->arena, header, length);
            bool told = strstr(danish, column) && strstr(english, column);
            if (!told && strcmp(column, "nøgle") != 0)
                fail_msg("%s: %s is not explained", file->name, column);
        }
    }
    file = plan_template_at(0); /* plan.csv, whose settings are what others have as columns */
    assert_string_equal(file->name, "plan.csv");
    for (size_t i = 1; file->lines[i]; i++) {
        const char *key = arena_text(folder->arena, file->lines[i], strcspn(file->lines[i], ";"));
        assert_non_null(strstr(danish, key));
        assert_non_null(strstr(english, key));
    }
}

static void the_glossary_is_whole(void **state)
{
    struct plan_folder *folder = *state;
    const char *danish = unwrapped(folder, guide(folder, LANGUAGE_DANISH));
    const char *english = unwrapped(folder, guide(folder, LANGUAGE_ENGLISH));
    const struct glossary_entry *entry;
    for (size_t i = 0; (entry = glossary_at(LANGUAGE_DANISH, i)); i++) {
        assert_non_null(strstr(danish, arena_printf(folder->arena, "- %s: %s", entry->danish_term,
                                                    entry->danish_meaning)));
        assert_non_null(strstr(english, arena_printf(folder->arena, "- %s: %s", entry->english_term,
                                                     entry->english_meaning)));
    }
}

static void steps_are_counted(void **state)
{
    const char *text = guide(*state, LANGUAGE_DANISH);
    assert_non_null(strstr(text, "\r\n1. Åbn plan.csv"));
    assert_non_null(strstr(text, "\r\n7. Skriv »pejling run«"));
    assert_null(strstr(text, "\r\n8. "));
}

static void its_name_is_ascii_and_tells_to_read_it(void **state)
{
    (void)state;
    assert_string_equal(plan_guide_name(LANGUAGE_DANISH), "laes-mig.txt");
    assert_string_equal(plan_guide_name(LANGUAGE_ENGLISH), "read-me.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(lines_are_short_and_end_as_windows_wants_them),
        PLAN_FOLDER_TEST(its_examples_are_read_without_a_problem),
        PLAN_FOLDER_TEST(every_column_of_every_file_is_explained),
        PLAN_FOLDER_TEST(the_glossary_is_whole),
        PLAN_FOLDER_TEST(steps_are_counted),
        cmocka_unit_test(its_name_is_ascii_and_tells_to_read_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
