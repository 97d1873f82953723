/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include "pejling/input/csvparts.h"

#include "near.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define LIMIT ((size_t)10000000)
#define TRANSCRIPT ((size_t)8000000)

struct place {
    struct diagnostics diagnostics;
    const char *folder;
    struct input_file file;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    char *folder = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    place->diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    place->folder = mkdtemp(folder);
    place->file = (struct input_file){arena_printf(arena, "%s/tal.csv", folder), "plan/tal.csv",
                                      PROBLEM_SERIES};
    *state = place;
    return place->folder ? 0 : -1;
}

static int teardown(void **state)
{
    struct place *place = *state;
    unlink(place->file.path);
    rmdir(place->folder);
    arena_free(place->diagnostics.arena);
    return 0;
}

static void write_bytes(const struct place *place, const char *bytes, size_t length)
{
    FILE *stream = fopen(place->file.path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
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
static bool read_parts(struct place *place, const struct csv_parts *parts, struct gathered *all)
{
    struct arena *scratch = arena_new();
    bool sound = true;
    *all = (struct gathered){.text = arena_alloc(place->diagnostics.arena, TRANSCRIPT, 1)};
    for (size_t i = 0; i < parts->count; i++) {
        struct csv_text text;
        size_t before = all->records;
        if (i)
            assert_int_equal(parts->items[i].start, parts->items[i - 1].end);
        assert_true(csvparts_text(&place->diagnostics, scratch, parts, i, &text));
        text.delimiter = ';';
        sound = csvrecords_read(&place->diagnostics, &text, gather, all) && sound;
        assert_true(all->records - before <= parts->items[i].lines);
    }
    assert_int_equal(parts->items[parts->count - 1].end, parts->length);
    arena_free(scratch);
    return sound;
}

/* What csvparts_open makes of the file is what stands in it as a whole; returns the parts. */
static size_t check_parts(struct place *place, bool in_memory)
{
    struct gathered whole, apart;
    struct csv_parts *one = csvparts_whole(&place->diagnostics, &place->file, LIMIT);
    struct csv_parts *many = csvparts_open(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(one);
    assert_non_null(many);
    assert_int_equal(one->count, 1);
    assert_int_equal(many->text != NULL, in_memory);
    assert_int_equal(many->descriptor == -1, in_memory);
    assert_true(read_parts(place, one, &whole));
    assert_true(read_parts(place, many, &apart));
    assert_int_equal(apart.records, whole.records);
    assert_string_equal(apart.text, whole.text);
    csvparts_close(one);
    csvparts_close(many);
    return many->count;
}

static void parts_give_the_records_of_the_whole(void **state)
{
    struct place *place = *state;
    for (unsigned seed = 1; seed <= 4; seed++) {
        const char *bytes = long_text(place->diagnostics.arena, seed, false);
        write_bytes(place, bytes, strlen(bytes));
        assert_true(check_parts(place, false) >= 5);
    }
    assert_int_equal(place->diagnostics.count, 0);
}

/* Also where they are converted; and behind a mark. */
static void text_of_another_encoding_is_cut_in_memory(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    const char *text = long_text(arena, 5, false);
    char *bytes = arena_alloc(arena, strlen(text) + 4, 1);
    size_t length = (size_t)sprintf(bytes, "\xEF\xBB\xBF%s", text);
    write_bytes(place, bytes, length);
    assert_true(check_parts(place, false) >= 5);
    char *to = bytes;
    for (const char *c = text; *c; c++) { /* å is E5 in Windows-1252 */
        if (strncmp(c, "å", strlen("å")) == 0)
            c++;
        *to++ = (unsigned char)*c == 0xA5 ? (char)0xE5 : *c;
    }
    write_bytes(place, bytes, (size_t)(to - bytes));
    assert_true(check_parts(place, true) >= 5);
    assert_int_equal(place->diagnostics.count, 0);
}

/* Where workers and blocks meet there is now a character's middle, now a quote, now CR LF. */
static void it_does_not_matter_what_stands_where_blocks_meet(void **state)
{
    static const char rows[] = "å;\"€\r\n;\"\"\r\n\"\"\n\";😀\r\nb\r";
    const size_t size = 200000, period = sizeof rows - 1;
    struct place *place = *state;
    char *bytes = arena_alloc(place->diagnostics.arena, size + 200, 1);
    for (size_t padding = 0; padding < period; padding++) {
        memset(bytes, 'x', padding);
        size_t length = padding;
        for (; length < size; length += period)
            memcpy(bytes + length, rows, period);
        write_bytes(place, bytes, length);
        assert_in_range(check_parts(place, false), 2, 4);
    }
    assert_int_equal(place->diagnostics.count, 0);
}

/* Damage is found wherever it is: half in one block and half in the next, or in the last one. */
static void damage_is_told_wherever_it_is(void **state)
{
    static const char *const damages[] = {"Ã†", "\xEF\xBF\xBD", "\x80", "\xE2\x82",
                                          "\x80\x80\x80\x80"};
    const size_t size = 150000, first = 65536 + size / 64;
    struct place *place = *state;
    char *bytes = arena_alloc(place->diagnostics.arena, size, 1);
    for (size_t i = 0; i < COUNT_OF(damages); i++)
        for (size_t at = first - 6; at < first + 3; at++) {
            const size_t places[] = {at, at - size / 64, size - strlen(damages[i]) - 1};
            for (size_t j = 0; j < COUNT_OF(places); j++) {
                memset(bytes, 'x', size);
                bytes[size - 1] = '\n';
                memcpy(bytes + places[j], damages[i], strlen(damages[i]));
                memcpy(bytes, "æøå\n", 7); /* or a single odd byte made it Windows-1252 */
                write_bytes(place, bytes, size);
                place->diagnostics.count = 0;
                assert_null(csvparts_open(&place->diagnostics, &place->file, LIMIT));
                assert_int_equal(place->diagnostics.count, 1);
            }
        }
}

static void a_broken_quote_is_found_in_parts_too(void **state)
{
    struct place *place = *state;
    const char *bytes = long_text(place->diagnostics.arena, 9, true);
    struct gathered all;
    write_bytes(place, bytes, strlen(bytes));
    struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(parts);
    assert_true(parts->count >= 3);
    assert_false(read_parts(place, parts, &all));
    csvparts_close(parts);
}

/* So many bytes, a line each ten of them. */
static char *lines_of_ten(const struct place *place, size_t size)
{
    char *bytes = arena_alloc(place->diagnostics.arena, size, 1);
    for (size_t i = 0; i < size; i++)
        bytes[i] = i % 10 == 9 ? '\n' : 'x';
    return bytes;
}

/* Where a quote is never closed, the rest is one part: too large. */
static void a_part_beyond_the_limit_is_refused(void **state)
{
    struct place *place = *state;
    const size_t size = 400000;
    char *bytes = lines_of_ten(place, size);
    write_bytes(place, bytes, size);
    struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, 100000);
    assert_non_null(parts); /* however large the file is */
    csvparts_close(parts);
    bytes[200000] = '"';
    write_bytes(place, bytes, size);
    assert_null(csvparts_open(&place->diagnostics, &place->file, 100000));
    assert_int_equal(place->diagnostics.count, 1);
    const struct diagnostic *item = &place->diagnostics.items[0];
    assert_int_equal(item->problem, PROBLEM_SERIES);
    assert_non_null(strstr(item->text, "is larger than"));
}

static void a_file_that_is_not_there_or_goes_away_is_told(void **state)
{
    struct place *place = *state;
    struct csv_text text;
    assert_null(csvparts_open(&place->diagnostics, &place->file, LIMIT));
    assert_int_equal(place->diagnostics.count, 1);
    const char *bytes = long_text(place->diagnostics.arena, 3, false);
    write_bytes(place, bytes, strlen(bytes));
    struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(parts);
    write_bytes(place, bytes, 100000);
    assert_true(csvparts_text(&place->diagnostics, place->diagnostics.arena, parts, 0, &text));
    assert_false(csvparts_text(&place->diagnostics, place->diagnostics.arena, parts,
                               parts->count - 1, &text));
    assert_int_equal(place->diagnostics.count, 2);
    assert_int_equal(place->diagnostics.items[1].at.line, parts->items[parts->count - 1].line);
    csvparts_close(parts);
}

/* Into other rows of the same size after it was cut: there is room for as many as were counted. */
static void
a_file_that_is_rewritten_is_told_before_it_has_more_rows_than_there_is_room_for(void **state)
{
    static const struct {
        const char *line; /* instead of "ab;12345;\n" */
        bool is_told;
    } cases[] = {{"ab;12345;\n", false}, {"cd;67890;\n", false},  {"abc;\nd;1;\n", true},
                 {"abc;\rd;1;\n", true}, {"ab;1234;\r\n", false}, {"\n\n\n\n\n\n\n\n\n\n", true},
                 {"abcdefghij", false}};
    const size_t each = strlen(cases[0].line), size = 40000 * each;
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    char *bytes = arena_alloc(arena, size, 1);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct csv_text text;
        for (size_t at = 0; at < size; at += each)
            memcpy(bytes + at, cases[0].line, each);
        write_bytes(place, bytes, size);
        struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
        assert_non_null(parts);
        assert_true(parts->count >= 3);
        for (size_t at = 0; at < size; at += each)
            memcpy(bytes + at, cases[i].line, each);
        write_bytes(place, bytes, size);
        for (size_t j = 0; j < parts->count; j++) {
            place->diagnostics.count = 0;
            assert_int_equal(csvparts_text(&place->diagnostics, arena, parts, j, &text),
                             !cases[i].is_told);
            assert_int_equal(place->diagnostics.count, cases[i].is_told);
            if (cases[i].is_told)
                assert_int_equal(place->diagnostics.items[0].at.line, parts->items[j].line);
        }
        csvparts_close(parts);
    }
}

/* One byte of a part becomes a quote, which then is open at its end, or a NUL. */
static void a_part_that_gets_an_open_quote_or_a_nul_is_told(void **state)
{
    struct place *place = *state;
    const size_t size = 400000;
    char *bytes = lines_of_ten(place, size);
    write_bytes(place, bytes, size);
    struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(parts);
    for (size_t i = 0; i < parts->count; i++)
        for (size_t j = 0; j < 2; j++) {
            struct csv_text text;
            bool is_last = i + 1 == parts->count, is_nul = j == 1;
            bytes[parts->items[i].start + 3] = is_nul ? '\0' : '"';
            write_bytes(place, bytes, size);
            assert_int_equal(
                csvparts_text(&place->diagnostics, place->diagnostics.arena, parts, i, &text),
                is_last && !is_nul); /* what an open quote is at the end, others tell */
            bytes[parts->items[i].start + 3] = 'x';
        }
    assert_int_equal(place->diagnostics.count, 2 * parts->count - 1);
    csvparts_close(parts);
}

/* Then it is read as a whole, and cut in memory. */
static void a_drive_that_does_not_answer_once_is_asked_again(void **state)
{
    struct place *place = *state;
    const char *bytes = long_text(place->diagnostics.arena, 11, false);
    struct gathered whole, apart;
    write_bytes(place, bytes, strlen(bytes));
    setenv("PEJLING_THREADS", "1", 1); /* in turn, for one read to fail at a time */
    struct csv_parts *one = csvparts_whole(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(one);
    assert_true(read_parts(place, one, &whole));
    csvparts_close(one);
    bool in_memory = true;
    for (unsigned call = 1; in_memory; call++) {
        unanswered = call;
        struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
        in_memory = unanswered == 0 && call > 1; /* without the first a mark is not seen */
        unanswered = 0;
        assert_non_null(parts);
        assert_true(read_parts(place, parts, &apart));
        assert_string_equal(apart.text, whole.text);
        csvparts_close(parts);
        in_memory = in_memory || call == 1;
        assert_true(call < 1000);
    }
    assert_int_equal(place->diagnostics.count, 0);
    unsetenv("PEJLING_THREADS");
}

static void an_empty_file_is_one_empty_part(void **state)
{
    struct place *place = *state;
    struct csv_text text;
    write_bytes(place, "", 0);
    struct csv_parts *parts = csvparts_open(&place->diagnostics, &place->file, LIMIT);
    assert_non_null(parts);
    assert_int_equal(parts->count, 1);
    assert_true(csvparts_text(&place->diagnostics, place->diagnostics.arena, parts, 0, &text));
    assert_int_equal(text.length, 0);
    assert_string_equal(text.text, "");
    csvparts_close(parts);
}

#define PARTS_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARTS_TEST(parts_give_the_records_of_the_whole),
        PARTS_TEST(text_of_another_encoding_is_cut_in_memory),
        PARTS_TEST(it_does_not_matter_what_stands_where_blocks_meet),
        PARTS_TEST(damage_is_told_wherever_it_is),
        PARTS_TEST(a_broken_quote_is_found_in_parts_too),
        PARTS_TEST(a_part_beyond_the_limit_is_refused),
        PARTS_TEST(a_file_that_is_not_there_or_goes_away_is_told),
        PARTS_TEST(a_file_that_is_rewritten_is_told_before_it_has_more_rows_than_there_is_room_for),
        PARTS_TEST(a_part_that_gets_an_open_quote_or_a_nul_is_told),
        PARTS_TEST(a_drive_that_does_not_answer_once_is_asked_again),
        PARTS_TEST(an_empty_file_is_one_empty_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
