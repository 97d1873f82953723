/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvrecords.h"

#include "near.h"

#include <stdlib.h>
#include <unistd.h>

#include "pejling/base/sink.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct input_file file = {"tal.csv", "tal.csv", PROBLEM_INPUT};

struct place {
    struct diagnostics diagnostics;
    struct sink *transcript; /* `line column:text column:text` a record, a line each */
};

static void note(void *context, const struct csv_record *record)
{
    struct sink *transcript = ((struct place *)context)->transcript;
    sink_printf(transcript, "%u%s", record->line, record->fields ? "" : " broken");
    for (size_t i = 0; i < record->count; i++) {
        sink_printf(transcript, " %u:", csvrecords_at(&record->fields[i]).column);
        sink_text(transcript, record->fields[i].text);
    }
    sink_text(transcript, "\n");
}

static const char *read_text(struct place *place, const char *bytes, char delimiter, bool *sound)
{
    struct csv_text text;
    const char *copy = arena_copy(place->diagnostics.arena, bytes);
    size_t length;
    place->transcript = sink_memory(&place->diagnostics, 1000);
    assert_true(csvrecords_decode(&place->diagnostics, &file, copy, strlen(bytes), &text));
    if (!text.delimiter)
        text.delimiter = delimiter;
    *sound = csvrecords_read(&place->diagnostics, &text, note, place);
    const char *transcript = sink_contents(place->transcript, &length);
    return arena_text(place->diagnostics.arena, transcript, length);
}

static void add_last_column(void *context, const struct csv_record *record)
{
    size_t *sum = context;
    *sum += csvrecords_at(&record->fields[record->count - 1]).column;
}

static void records_are_handed_on_with_their_places(void **state)
{
    static const struct {
        const char *bytes;
        char delimiter;
        const char *transcript;
    } rows[] = {
        {"a;b\n1;2\n", ';', "1 1:a 3:b\n2 1:1 3:2\n"},
        {"\xEF\xBB\xBFå;b", ';', "1 1:å 3:b\n"},
        {"\n\r\na,b", ',', "3 1:a 3:b\n"},
        {"sep=\t\na\tb;c\n", ';', "2 1:a 3:b;c\n"},
        {"sep=;;\na;b\n", ',', "1 1:sep=;;\n2 1:a;b\n"}, /* a line like any other */
        {"sep=;x\na\n", ',', "1 1:sep=;x\n2 1:a\n"},
        {"\x7F"
         "a\x7F;\x01 b\t\n",
         ';', "1 1:a 5:b\n"},
        {"\xC2\xA0"
         "a \xC2\xA0;\xC2\xA0\n",
         ';', "1 1:a 6:\n"},
        {"a;\n;;\nb\n", ';', "1 1:a 3:\n2 1: 2: 3:\n3 1:b\n"},
        {"\"a\nb\";\" c \"\nd\n", ';', "1 1:a\nb 4:c\n3 1:d\n"},
    };
    struct place *place = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        bool sound;
        assert_string_equal(read_text(place, rows[i].bytes, rows[i].delimiter, &sound),
                            rows[i].transcript);
        assert_true(sound);
    }
}

static void a_broken_record_has_no_fields_and_the_next_is_read(void **state)
{
    struct place *place = *state;
    bool sound;
    assert_string_equal(read_text(place, "a;b\nc;\"d\"e\nf;g\n", ';', &sound),
                        "1 1:a 3:b\n2 broken\n3 1:f 3:g\n");
    assert_false(sound);
    assert_int_equal(place->diagnostics.count, 1);
    assert_int_equal(place->diagnostics.items[0].at.line, 2);
}

static void a_record_has_no_more_fields_than_a_sheet(void **state)
{
    struct place *place = *state;
    char *bytes = arena_alloc(place->diagnostics.arena, 20001, 1);
    bool sound;
    memset(bytes, ';', 20000);
    const char *transcript = read_text(place, bytes, ';', &sound);
    size_t fields = 0;
    for (const char *c = transcript; *c; c++)
        fields += *c == ':';
    assert_int_equal(fields, CSV_MAX_FIELDS);
    assert_true(sound);
    assert_int_equal(place->diagnostics.count, 0);
    bytes[19998] = bytes[19990] = 'x'; /* two beyond the last that a sheet has: told once */
    read_text(place, bytes, ';', &sound);
    assert_false(sound);
    assert_int_equal(place->diagnostics.count, 1);
    assert_non_null(strstr(place->diagnostics.items[0].text, "fields"));
}

static void of_many_lines_that_are_too_wide_the_first_is_told(void **state)
{
    struct place *place = *state;
    const size_t width = CSV_MAX_FIELDS + 2;
    char *bytes = arena_alloc(place->diagnostics.arena, 3 * width + 3, 1);
    bool sound;
    memcpy(bytes, "a\n", 2);
    memset(bytes + 2, ';', 3 * width);
    for (size_t line = 1; line <= 3; line++)
        memcpy(bytes + 2 + line * width - 2, "x\n", 2);
    read_text(place, bytes, ';', &sound);
    assert_false(sound);
    assert_int_equal(place->diagnostics.count, 1);
    assert_int_equal(place->diagnostics.items[0].at.line, 2);
    assert_int_equal(place->diagnostics.items[0].at.column, CSV_MAX_FIELDS + 1);
}

/* Each field has its column without counting the line from its beginning. */
static void wide_lines_are_read_in_no_time(void **state)
{
    struct place *place = *state;
    const size_t lines = 100, width = 320000;
    char *bytes = arena_alloc(place->diagnostics.arena, lines * width + 1, 1);
    for (size_t i = 0; i < lines * width; i++)
        bytes[i] = i % width == width - 1 ? '\n' : i % 20 == 19 ? ';' : '1';
    struct csv_text text;
    size_t sum = 0;
    assert_true(csvrecords_decode(&place->diagnostics, &file, bytes, lines * width, &text));
    text.delimiter = ';';
    assert_true(csvrecords_read(&place->diagnostics, &text, add_last_column, &sum));
    assert_int_equal(sum, lines * (width - 19));
}

static void a_file_that_is_larger_than_the_limit_is_reported(void **state)
{
    struct place *place = *state;
    struct csv_text text;
    const struct input_file source = {"README.md", "README.md", PROBLEM_INPUT};
    assert_false(csvrecords_open(&place->diagnostics, &source, 10, &text));
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_INPUT], 1);
    assert_true(csvrecords_open(&place->diagnostics, &source, 1000000, &text));
    assert_true(strlen(csvrecords_library()) > 0);
}

static void a_file_that_is_no_text_is_reported(void **state)
{
    struct place *place = *state;
    struct csv_text text;
    char path[] = "/tmp/test_csvrecords.XXXXXX";
    static const char bytes[] = "a;b\n\0\0";
    int descriptor = mkstemp(path);
    assert_true(write(descriptor, bytes, sizeof bytes) == sizeof bytes);
    close(descriptor);
    const struct input_file source = {path, "tal.csv", PROBLEM_INPUT};
    assert_false(csvrecords_open(&place->diagnostics, &source, 1000, &text));
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_INPUT], 1);
    unlink(path);
}

/* Asked for in any order, each place is that of its field; a field that is lacking has the line. */
static void ask_backwards(void *context, const struct csv_record *record)
{
    size_t *asked = context;
    static const unsigned columns[] = {1, 4, 4}, lines[] = {1, 1, 2};
    assert_int_equal(record->count, 3);
    for (size_t i = record->count; i-- > 0; (*asked)++) {
        assert_int_equal(csvrecords_at(&record->fields[i]).column, columns[i]);
        assert_int_equal(csvrecords_at(&record->fields[i]).line, lines[i]);
    }
    const struct csv_field lacking = {"", record->fields[0].place, 3};
    assert_int_equal(csvrecords_at(&lacking).line, 1);
    assert_int_equal(csvrecords_at(&lacking).column, 0);
    assert_int_equal(csvrecords_at(&record->fields[1]).column, columns[1]);
}

static void places_are_told_in_any_order(void **state)
{
    struct place *place = *state;
    struct csv_text text;
    size_t asked = 0;
    static const char bytes[] = "æø;\"\nb\"; c\n";
    assert_true(csvrecords_decode(&place->diagnostics, &file, bytes, strlen(bytes), &text));
    text.delimiter = ';';
    assert_true(csvrecords_read(&place->diagnostics, &text, ask_backwards, &asked));
    assert_int_equal(asked, 3);
    struct csv_place known = {.at = {"andet.csv", 7, 9}};
    const struct csv_field field = {"x", &known, 5};
    assert_string_equal(csvrecords_at(&field).file, "andet.csv");
    assert_int_equal(csvrecords_at(&field).column, 9);
}

/* A record over many lines has more text than there was room for when it began. */
static void texts_stay_when_a_record_goes_on_and_on(void **state)
{
    struct place *place = *state;
    bool sound;
    const size_t lines = 5000;
    char *bytes = arena_alloc(place->diagnostics.arena, 4 * lines + 20, 1);
    strcpy(bytes, "først;\"");
    for (size_t i = 0; i < lines; i++)
        strcat(bytes + 4 * i, "ab\nc");
    strcat(bytes, "\";sidst\n");
    const char *transcript = read_text(place, bytes, ';', &sound);
    assert_true(sound);
    assert_true(strncmp(transcript, "1 1:først 7:ab\ncab\n", 20) == 0);
    assert_int_equal(strlen(transcript), strlen(bytes) + strlen("1 1: 7: 4:") - 4);
    assert_non_null(strstr(transcript, " 4:sidst\n"));
}

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    place->diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    *state = place;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct place *)*state)->diagnostics.arena);
    return 0;
}

#define RECORDS_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RECORDS_TEST(records_are_handed_on_with_their_places),
        RECORDS_TEST(a_broken_record_has_no_fields_and_the_next_is_read),
        RECORDS_TEST(a_record_has_no_more_fields_than_a_sheet),
        RECORDS_TEST(of_many_lines_that_are_too_wide_the_first_is_told),
        RECORDS_TEST(wide_lines_are_read_in_no_time),
        RECORDS_TEST(a_file_that_is_larger_than_the_limit_is_reported),
        RECORDS_TEST(a_file_that_is_no_text_is_reported),
        RECORDS_TEST(places_are_told_in_any_order),
        RECORDS_TEST(texts_stay_when_a_record_goes_on_and_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
