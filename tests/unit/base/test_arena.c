/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/arena.h"

#include "near.h"

#include <stdalign.h>
#include <sys/wait.h>
#include <unistd.h>

#define MANY 2000

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static bool all_bytes_are(const unsigned char *bytes, size_t length, unsigned char value)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != value)
            return false;
    return true;
}

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
    for (size_t size = 1; size <= 300; size++) {
        unsigned char *bytes = arena_alloc(*state, 1, size);
        assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
        assert_true(all_bytes_are(bytes, size, 0));
        memset(bytes, 0xFF, size);
    }
}

/* Around the chunks of 64 kB, so that pieces end at, before and behind a chunk's end. */
static size_t piece_size(size_t i)
{
    static const size_t sizes[] = {1,     17,     4096, 65520, 65535, 65536,
                                   65537, 200000, 3,    40000, 30000};
    size_t size = sizes[i % (sizeof sizes / sizeof *sizes)];
    return i < 100 ? size : size % 509;
}

static void no_allocation_touches_another(void **state)
{
    unsigned char *pieces[MANY];
    for (size_t i = 0; i < MANY; i++) {
        pieces[i] = arena_alloc(*state, piece_size(i), 1);
        assert_true(all_bytes_are(pieces[i], piece_size(i), 0));
        memset(pieces[i], (int)(i % 251), piece_size(i));
    }
    for (size_t i = 0; i < MANY; i++)
        assert_true(all_bytes_are(pieces[i], piece_size(i), (unsigned char)(i % 251)));
}

/* Room and zeroed memory by turns, a large piece first, all of it left full of other bytes. */
static void room_is_apart_and_leaves_what_comes_after_it_zeroed(void **state)
{
    unsigned char *pieces[MANY];
    pieces[0] = arena_room(*state, 200000, 1);
    memset(pieces[0], 1, piece_size(0));
    for (size_t i = 1; i < MANY; i++) {
        bool zeroed = i % 3 == 0;
        pieces[i] = (zeroed ? arena_alloc : arena_room)(*state, piece_size(i), 1);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        assert_true(!zeroed || all_bytes_are(pieces[i], piece_size(i), 0));
        memset(pieces[i], (int)(i % 250) + 1, piece_size(i));
    }
    for (size_t i = 0; i < MANY; i++)
        assert_true(all_bytes_are(pieces[i], piece_size(i), (unsigned char)(i % 250 + 1)));
}

static void no_bytes_are_a_pointer_too(void **state)
{
    assert_non_null(arena_alloc(*state, 0, 8));
    assert_non_null(arena_alloc(*state, 8, 0));
    assert_non_null(arena_alloc(*state, 0, 0));
    assert_non_null(arena_room(*state, 0, 8));
}

static void growing_keeps_the_items_and_zeroes_the_new_space(void **state)
{
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < MANY; count++) {
        items = arena_grow(*state, items, count, &capacity, sizeof *items);
        assert_true(count < capacity);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(items[i], (int)i + 1);
        assert_true(
            all_bytes_are((unsigned char *)(items + count), (capacity - count) * sizeof *items, 0));
        items[count] = (int)count + 1;
    }
}

static void growing_moves_nothing_while_there_is_room_and_doubles_when_there_is_none(void **state)
{
    size_t capacity = 4;
    long *items = arena_alloc(*state, capacity, sizeof *items);
    items[3] = 7;
    assert_ptr_equal(arena_grow(*state, items, 3, &capacity, sizeof *items), items);
    assert_int_equal(capacity, 4);
    long *larger = arena_grow(*state, items, 4, &capacity, sizeof *items);
    assert_ptr_not_equal(larger, items);
    assert_int_equal(capacity, 8);
    assert_int_equal(larger[3], 7);
}

static void a_text_is_a_copy_with_its_end(void **state)
{
    char source[] = "Ringparken og Motalavej";
    char *part = arena_text(*state, source, 10);
    char *whole = arena_copy(*state, source);
    memset(source, 'x', sizeof source - 1);
    assert_string_equal(part, "Ringparken");
    assert_string_equal(whole, "Ringparken og Motalavej");
    assert_string_equal(arena_text(*state, NULL, 0), "");
    assert_memory_equal(arena_text(*state, "a\0b", 3), "a\0b", 4);
}

static void a_formatted_text_has_the_length_it_needs(void **state)
{
    assert_string_equal(arena_printf(*state, "%s:%d", "linje", 12), "linje:12");
    assert_string_equal(arena_printf(*state, "%s", ""), "");
    const char *wide = arena_printf(*state, "%*d", 100000, 7);
    assert_int_equal(strlen(wide), 100000);
    assert_int_equal(wide[99999], '7');
}

static void what_is_joined_lives_on_in_the_other(void **state)
{
    struct arena *other = arena_new(), *empty = arena_new();
    char *small = arena_copy(other, "lille"), *large = arena_alloc(other, 200000, 1);
    memset(large, 'x', 200000);
    char *own = arena_copy(*state, "egen");
    arena_join(*state, other);
    arena_join(*state, empty);
    for (int i = 0; i < 2000; i++)
        memset(arena_alloc(*state, 100, 1), 0xFF, 100);
    assert_string_equal(small, "lille");
    assert_string_equal(own, "egen");
    assert_true(all_bytes_are((unsigned char *)large, 200000, 'x'));
}

static void freeing_nothing_has_no_effect(void **state)
{
    (void)state;
    arena_free(NULL);
    arena_free(arena_new());
}

/* --- running out of memory -------------------------------------------------------------------- */
/* The product is a little over SIZE_MAX: it would wrap to 4 bytes. */
static void ask_for_too_many(struct arena *arena)
{
    arena_alloc(arena, SIZE_MAX / 4 + 2, 4);
}

static void ask_for_too_much_room(struct arena *arena)
{
    arena_room(arena, SIZE_MAX / 4 + 2, 4);
}

static void ask_for_too_large(struct arena *arena)
{
    arena_alloc(arena, 1, SIZE_MAX);
}

static void grow_too_far(struct arena *arena)
{
    size_t capacity = SIZE_MAX / 2 + 1;
    arena_grow(arena, arena, capacity, &capacity, 1);
}

static void grow_items_too_large(struct arena *arena)
{
    size_t capacity = SIZE_MAX / 8;
    arena_grow(arena, arena, capacity, &capacity, 64);
}

static void copy_too_much(struct arena *arena)
{
    arena_text(arena, "", SIZE_MAX);
}

static void check_that_it_ends_the_process(struct arena *arena, void (*ask)(struct arena *))
{
    char said[200] = "";
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        ask(arena);
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 6);
    assert_non_null(strstr(said, "hukommelsen slap op"));
    assert_non_null(strstr(said, "out of memory"));
}

static void what_overflows_counts_as_memory_running_out_and_exits_6(void **state)
{
    void (*const asked[])(struct arena *) = {ask_for_too_many,     ask_for_too_much_room,
                                             ask_for_too_large,    grow_too_far,
                                             grow_items_too_large, copy_too_much};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        check_that_it_ends_the_process(*state, asked[i]);
}

#define ARENA_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(memory_is_zeroed_and_aligned_for_any_type),
        ARENA_TEST(no_allocation_touches_another),
        ARENA_TEST(room_is_apart_and_leaves_what_comes_after_it_zeroed),
        ARENA_TEST(no_bytes_are_a_pointer_too),
        ARENA_TEST(growing_keeps_the_items_and_zeroes_the_new_space),
        ARENA_TEST(growing_moves_nothing_while_there_is_room_and_doubles_when_there_is_none),
        ARENA_TEST(a_text_is_a_copy_with_its_end),
        ARENA_TEST(a_formatted_text_has_the_length_it_needs),
        ARENA_TEST(freeing_nothing_has_no_effect),
        ARENA_TEST(what_overflows_counts_as_memory_running_out_and_exits_6),
        ARENA_TEST(what_is_joined_lives_on_in_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
