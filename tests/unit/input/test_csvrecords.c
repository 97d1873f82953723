/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvrecords.h"

#include "near.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct input_file file = {"tal.csv", "tal.csv", PROBLEM_INPUT};

struct place {
    struct diagnostics diagnostics;
    char *transcript; /* `line column:text|text` a record, a line each */
};

static void note(void *context, const struct csv_record *record)
{
    struct place *place = context;
    struct arena *arena = place->diagnostics.arena;
    place->transcript = arena_printf(arena, "%s%u", place->transcript, record->line);
    if (!record->fields)
        place->transcript = arena_printf(arena, "%s broken", place->transcript);
    for (size_t i = 0; i < record->count; i++)
        place->transcript =
            arena_printf(arena, "%s %u:%s", place->transcript,
                         csvrecords_at(&record->fields[i]).column, record->fields[i].text);
    place->transcript = arena_printf(arena, "%s\n", place->transcript);
}

static const char *read_text(struct place *place, const char *bytes, char delimiter, bool *sound)
{
    struct csv_text text;
    const char *copy = arena_copy(place->diagnostics.arena, bytes);
    place->transcript = arena_copy(place->diagnostics.arena, "");
    assert_true(csvrecords_decode(&place->diagnostics, &file, copy, strlen(bytes), &text));
    if (!text.delimiter)
        text.delimiter = delimiter;
    *sound = csvrecords_read(&place->diagnostics, &text, note, place);
    return place->transcript;
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

/* Rows like those of a plan, with now and then what a cut must not be led astray by. */
static const char *long_text(struct arena *arena, unsigned seed, bool broken)
{
    static const char *const rows[] = {"andelen;nord;2020;30;120\n",
                                       "a;\"b\nc;\"\"d\"\"\n\n\";e\n",
                                       "crlf;1;2\r\n",
                                       "cr alone;1\rnext;2\n",
                                       "\n",
                                       "å;\"; \"\r\n",
                                       "\"\"\"\r\n\"\"\";\"\r\";slut\n"};
    size_t size = 400000, used = 0;
    char *text = arena_alloc(arena, size + 100, 1);
    while (used < size) {
        seed = seed * 1103515245u + 12345u;
        const char *row = rows[(seed >> 16) % COUNT_OF(rows)];
        if (broken && used > size / 2) {
            row = "a;\"b\"c;d\n";
            broken = false;
        }
        strcpy(text + used, row);
        used += strlen(row);
    }
    if (seed & 0x10000)
        strcpy(text + used, "uden slut;1");
    return text;
}

struct gathered {
    struct arena *arena;
    char *text; /* as a transcript, with lines */
    size_t used, records;
};

static void gather(void *context, const struct csv_record *record)
{
    struct gathered *all = context;
    all->records++;
    all->used += (size_t)sprintf(all->text + all->used, "%u%s", record->line,
                                 record->fields ? "" : " broken");
    for (size_t i = 0; i < record->count; i++)
        all->used += (size_t)sprintf(
            all->text + all->used, " %u:%u:%s", csvrecords_at(&record->fields[i]).line,
            csvrecords_at(&record->fields[i]).column, record->fields[i].text);
    all->text[all->used++] = '\n';
}

/* The records of all parts in turn; whether every part could be taken apart. */
static bool read_parts(struct place *place, const struct csv_text *whole, size_t most,
                       struct gathered *all)
{
    struct csv_text parts[64];
    size_t count = csvrecords_split(whole, parts, most), at = whole->start;
    bool sound = true;
    assert_in_range(count, 1, most);
    *all = (struct gathered){.text = arena_alloc(place->diagnostics.arena, 8000000, 1)};
    for (size_t i = 0; i < count; i++) {
        size_t before = all->records;
        assert_int_equal(parts[i].start, at);
        assert_true(i + 1 == count || parts[i].length - at >= PART_BYTES);
        at = parts[i].length;
        sound = csvrecords_read(&place->diagnostics, &parts[i], gather, all) && sound;
        assert_true(all->records - before <= parts[i].lines);
    }
    assert_int_equal(at, whole->length);
    return sound;
}

static void parts_give_the_records_of_the_whole(void **state)
{
    static const size_t most[] = {1, 2, 3, 5, 64};
    struct place *place = *state;
    for (unsigned seed = 1; seed <= 4; seed++) {
        const char *bytes = long_text(place->diagnostics.arena, seed, false);
        struct csv_text text;
        struct gathered whole = {.text = arena_alloc(place->diagnostics.arena, 8000000, 1)}, parts;
        assert_true(csvrecords_decode(&place->diagnostics, &file, bytes, strlen(bytes), &text));
        text.delimiter = ';';
        assert_true(csvrecords_read(&place->diagnostics, &text, gather, &whole));
        for (size_t i = 0; i < COUNT_OF(most); i++) {
            assert_true(read_parts(place, &text, most[i], &parts));
            assert_int_equal(parts.records, whole.records);
            assert_string_equal(parts.text, whole.text);
        }
    }
}

static void a_broken_quote_is_found_in_parts_too(void **state)
{
    struct place *place = *state;
    const char *bytes = long_text(place->diagnostics.arena, 9, true);
    struct csv_text text;
    struct gathered parts;
    assert_true(csvrecords_decode(&place->diagnostics, &file, bytes, strlen(bytes), &text));
    text.delimiter = ';';
    for (size_t most = 1; most <= 5; most++)
        assert_false(read_parts(place, &text, most, &parts));
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
        RECORDS_TEST(wide_lines_are_read_in_no_time),
        RECORDS_TEST(a_file_that_is_larger_than_the_limit_is_reported),
        RECORDS_TEST(parts_give_the_records_of_the_whole),
        RECORDS_TEST(a_broken_quote_is_found_in_parts_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
