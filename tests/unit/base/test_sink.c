/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/sink.h"

#include "near.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"

/* A temporary folder and the file to be written in it. */
struct place {
    struct diagnostics diagnostics;
    const char *folder, *path, *part;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    char *folder = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    place->diagnostics.arena = arena;
    place->folder = mkdtemp(folder);
    place->path = arena_printf(arena, "%s/tabel.csv", folder);
    place->part = arena_printf(arena, "%s.part", place->path);
    *state = place;
    return place->folder ? 0 : -1;
}

static int teardown(void **state)
{
    struct place *place = *state;
    unlink(place->path);
    unlink(place->part);
    rmdir(place->path);
    rmdir(place->folder);
    arena_free(place->diagnostics.arena);
    return 0;
}

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static char *contents(struct place *place, size_t *length)
{
    struct input_file file = {place->path, "tabel.csv", PROBLEM_INPUT};
    return file_read(&place->diagnostics, &file, 10000000, length);
}

/* --- what is written -------------------------------------------------------------------------- */
static void what_was_written_in_any_way_stands_in_the_file(void **state)
{
    struct place *place = *state;
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    sink_text(sink, "område;tal\r\n");
    sink_printf(sink, "%s;%d\r\n", "Nord", 12);
    sink_bytes(sink, "\0\xFF", 2);
    sink_text(sink, "");
    sink_bytes(sink, NULL, 0);
    assert_true(sink_close(sink));
    static const char expected[] = "område;tal\r\nNord;12\r\n\0\xFF";
    size_t length;
    char *bytes = contents(place, &length);
    assert_int_equal(length, sizeof expected - 1);
    assert_memory_equal(bytes, expected, length);
    assert_int_equal(place->diagnostics.count, 0);
}

static void the_file_has_its_name_only_when_it_is_complete(void **state)
{
    struct place *place = *state;
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    sink_text(sink, "a");
    assert_false(exists(place->path));
    assert_true(exists(place->part));
    assert_true(sink_close(sink));
    assert_true(exists(place->path));
    assert_false(exists(place->part));
}

static void an_empty_file_is_a_file(void **state)
{
    struct place *place = *state;
    assert_true(sink_close(sink_open(&place->diagnostics, place->path)));
    size_t length = 99;
    assert_non_null(contents(place, &length));
    assert_int_equal(length, 0);
}

static void an_earlier_file_is_replaced(void **state)
{
    struct place *place = *state;
    for (int turn = 0; turn < 2; turn++) {
        struct sink *sink = sink_open(&place->diagnostics, place->path);
        sink_text(sink, turn ? "ny" : "gammel og længere");
        assert_true(sink_close(sink));
    }
    size_t length;
    assert_string_equal(contents(place, &length), "ny");
}

/* Pieces that do not divide the buffer of 64 kB, and one text longer than it. */
static void more_than_the_buffer_holds_is_written_in_order(void **state)
{
    struct place *place = *state;
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    for (int i = 0; i < 30000; i++)
        sink_printf(sink, "%06d\n", i);
    sink_printf(sink, "%0*d", 200000, 5);
    assert_true(sink_close(sink));
    size_t length;
    const char *text = contents(place, &length);
    assert_int_equal(length, 30000 * 7 + 200000);
    for (int i = 0; i < 30000; i++)
        assert_int_equal(atoi(text + 7 * i), i);
    assert_int_equal(text[length - 1], '5');
    assert_int_equal(strspn(text + 30000 * 7, "0"), 199999);
}

/* sink_printf has room for 511 bytes before it asks for more. */
static void a_formatted_text_of_any_length_is_written_whole(void **state)
{
    struct place *place = *state;
    size_t sum = 0;
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    for (int width = 505; width < 520; width++) {
        sink_printf(sink, "%*d", width, 1);
        sum += (size_t)width;
    }
    assert_true(sink_close(sink));
    size_t length;
    const char *text = contents(place, &length);
    assert_int_equal(length, sum);
    size_t ones = 0;
    for (size_t i = 0; i < length; i++)
        ones += text[i] == '1';
    assert_int_equal(ones, 15);
}

/* --- what cannot be written ------------------------------------------------------------------- */
static void check_failure(struct place *place, struct sink *sink, const char *words)
{
    assert_false(sink_close(sink));
    assert_int_equal(place->diagnostics.count, 1);
    assert_int_equal(place->diagnostics.items[0].problem, PROBLEM_FILE);
    assert_non_null(strstr(place->diagnostics.items[0].text, words));
}

static void a_folder_that_does_not_exist_is_reported_when_closing(void **state)
{
    struct place *place = *state;
    const char *path = arena_printf(place->diagnostics.arena, "%s/ud/tabel.csv", place->folder);
    struct sink *sink = sink_open(&place->diagnostics, path);
    assert_non_null(sink);
    assert_int_equal(place->diagnostics.count, 0);
    for (int i = 0; i < 100000; i++)
        sink_text(sink, "ingen ser det");
    check_failure(place, sink, "findes ikke");
    assert_string_equal(place->diagnostics.items[0].at.file, path);
    assert_false(exists(path));
}

/* Only a folder of one's own can be told from a forbidden one: root may write anywhere. */
static void an_unwritable_folder_is_reported(void **state)
{
    struct place *place = *state;
    assert_int_equal(chmod(place->folder, 0500), 0);
    if (geteuid() != 0) {
        check_failure(place, sink_open(&place->diagnostics, place->path), "adgang nægtet");
        assert_false(exists(place->path));
    }
    assert_int_equal(chmod(place->folder, 0700), 0);
}

static void a_folder_of_the_same_name_is_reported_and_nothing_is_left(void **state)
{
    struct place *place = *state;
    assert_int_equal(mkdir(place->path, 0700), 0);
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    sink_text(sink, "a");
    check_failure(place, sink, "er en mappe");
    assert_false(exists(place->part));
}

/* Linux has a disk that is always full; the partial file leads there. */
static void a_full_disk_leaves_no_file_and_keeps_the_earlier_one(void **state)
{
    struct place *place = *state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    struct sink *earlier = sink_open(&place->diagnostics, place->path);
    sink_text(earlier, "før");
    assert_true(sink_close(earlier));
    assert_int_equal(symlink("/dev/full", place->part), 0);
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    sink_text(sink, "nu");
    check_failure(place, sink, "disken er fuld");
    assert_false(exists(place->part));
    size_t length;
    assert_string_equal(contents(place, &length), "før");
}

static void a_file_that_grows_past_what_is_allowed_leaves_no_file(void **state)
{
    struct place *place = *state;
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = 100000;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    struct sink *sink = sink_open(&place->diagnostics, place->path);
    for (int i = 0; i < 50000; i++)
        sink_text(sink, "tolv tegn her");
    bool closed = sink_close(sink);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_false(closed);
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_false(exists(place->path));
    assert_false(exists(place->part));
}

static void memory_holds_all_that_was_written(void **state)
{
    struct place *place = *state;
    struct sink *sink = sink_memory(&place->diagnostics, 0);
    size_t length;
    sink_contents(sink, &length);
    assert_int_equal(length, 0);
    for (int i = 0; i < 30000; i++)
        sink_printf(sink, "%06d\n", i);
    const char *text = sink_contents(sink, &length);
    assert_int_equal(length, 210000);
    for (int i = 0; i < 30000; i++)
        assert_int_equal(strtol(text + (ptrdiff_t)7 * i, NULL, 10), i);
    assert_int_equal(place->diagnostics.count, 0);
}

/* Bytes one by one, texts, and what is written into the room: all behind each other. */
static void fill(struct sink *sink)
{
    for (int i = 0; i < 30000; i++) {
        char *room = sink_room(sink);
        int length = i % (SINK_ROOM + 1);
        memset(room, 'a' + i % 26, SINK_ROOM);
        sink_add(sink, room + length);
        sink_byte(sink, '\n');
        sink_text(sink, ".");
    }
}

static void check_filled(const char *text, size_t length)
{
    size_t at = 0;
    for (int i = 0; i < 30000; i++) {
        for (int j = 0; j < i % (SINK_ROOM + 1); j++)
            assert_int_equal(text[at++], 'a' + i % 26);
        assert_memory_equal(text + at, "\n.", 2);
        at += 2;
    }
    assert_int_equal(at, length);
}

static void the_room_of_a_sink_is_written_into_directly(void **state)
{
    struct place *place = *state;
    size_t length;
    const char *text;
    for (size_t expected = 0; expected < 10000000; expected = 3 * expected + 1000) {
        struct sink *memory = sink_memory(&place->diagnostics, expected);
        fill(memory);
        text = sink_contents(memory, &length);
        check_filled(text, length);
    }
    struct sink *file = sink_open(&place->diagnostics, place->path);
    fill(file);
    assert_true(sink_close(file));
    text = contents(place, &length);
    check_filled(text, length);
}

#define SINK_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SINK_TEST(what_was_written_in_any_way_stands_in_the_file),
        SINK_TEST(the_room_of_a_sink_is_written_into_directly),
        SINK_TEST(the_file_has_its_name_only_when_it_is_complete),
        SINK_TEST(an_empty_file_is_a_file),
        SINK_TEST(an_earlier_file_is_replaced),
        SINK_TEST(more_than_the_buffer_holds_is_written_in_order),
        SINK_TEST(a_formatted_text_of_any_length_is_written_whole),
        SINK_TEST(a_folder_that_does_not_exist_is_reported_when_closing),
        SINK_TEST(an_unwritable_folder_is_reported),
        SINK_TEST(a_folder_of_the_same_name_is_reported_and_nothing_is_left),
        SINK_TEST(a_full_disk_leaves_no_file_and_keeps_the_earlier_one),
        SINK_TEST(a_file_that_grows_past_what_is_allowed_leaves_no_file),
        SINK_TEST(memory_holds_all_that_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
