/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/package.h"

#include "near.h"
#include "xlsx_build.h"

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

/* The part's bytes, read in small pieces; their number, and the first fault met. */
static enum package_fault read_part(struct package *package, const char *name, char *bytes,
                                    size_t room, size_t *length)
{
    char piece[7];
    size_t got = 1;
    enum package_fault fault = package_begin(package, name);
    *length = 0;
    if (fault)
        return fault;
    while (!fault && got) {
        fault = package_read(package, piece, sizeof piece, &got);
        for (size_t i = 0; i < got && *length < room; i++)
            bytes[(*length)++] = piece[i];
    }
    package_end(package);
    return fault;
}

static const struct xlsx_part two_parts[] = {{"a.xml", "the first part", 14}, {"b/c.xml", "", 0}};

static void parts_come_out_as_they_went_in(void **state)
{
    for (int stored = 0; stored < 2; stored++) {
        struct xlsx_bytes file = xlsx_zip(*state, two_parts, 2, stored);
        struct package *package;
        char bytes[32];
        size_t length;
        assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
        assert_true(package_has(package, "b/c.xml"));
        assert_false(package_has(package, "c.xml"));
        assert_false(package_has(package, "B/c.xml"));
        assert_true(package_has_ending(package, "c.xml"));
        assert_false(package_has_ending(package, "vbaProject.bin"));
        for (int again = 0; again < 2; again++) {
            assert_int_equal(read_part(package, "a.xml", bytes, sizeof bytes, &length),
                             PACKAGE_SOUND);
            assert_int_equal(length, 14);
            assert_memory_equal(bytes, "the first part", 14);
        }
        assert_int_equal(read_part(package, "b/c.xml", bytes, sizeof bytes, &length),
                         PACKAGE_SOUND);
        assert_int_equal(length, 0);
        package_close(package);
        package_close(package);
    }
}

static void a_part_that_is_missing_or_there_twice_is_a_fault(void **state)
{
    const struct xlsx_part parts[] = {{"a", "x", 1}, {"a", "y", 1}, {"../b", "z", 1}};
    struct xlsx_bytes file = xlsx_zip(*state, parts, 3, false);
    struct package *package;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_int_equal(package_begin(package, "a"), PACKAGE_DAMAGED);
    assert_int_equal(package_begin(package, "b"), PACKAGE_DAMAGED);
    package_close(package);
}

static void what_is_no_archive_is_damaged(void **state)
{
    static const char *const texts[] = {"", "PK\3\4", "PK\5\6", "plain text that goes on and on"};
    for (size_t i = 0; i < 4; i++) {
        struct package *package;
        assert_int_equal(package_open(*state, texts[i], strlen(texts[i]), &package),
                         PACKAGE_DAMAGED);
        package_close(package);
    }
}

/* Each byte of a small archive changed: it comes out as it was, or as a fault, never otherwise. */
static void a_changed_byte_never_changes_a_part(void **state)
{
    struct xlsx_bytes file = xlsx_zip(*state, two_parts, 1, false);
    for (size_t i = 0; i < file.length; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            struct package *package;
            char bytes[32];
            size_t length;
            file.bytes[i] = (char)(file.bytes[i] ^ 1 << bit);
            if (package_open(*state, file.bytes, file.length, &package) == PACKAGE_SOUND &&
                read_part(package, "a.xml", bytes, sizeof bytes, &length) == PACKAGE_SOUND) {
                assert_int_equal(length, 14);
                assert_memory_equal(bytes, "the first part", 14);
            }
            package_close(package);
            file.bytes[i] = (char)(file.bytes[i] ^ 1 << bit);
        }
}

/* The offset of the first entry of the directory, behind the parts. */
static size_t directory_at(struct xlsx_bytes file)
{
    size_t at = 0;
    while (memcmp(file.bytes + at, "PK\1\2", 4) != 0)
        at++;
    return at;
}

static void an_encrypted_part_is_not_read(void **state)
{
    struct xlsx_bytes file = xlsx_zip(*state, two_parts, 1, false);
    struct package *package;
    file.bytes[directory_at(file) + 8] |= 1;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_int_equal(package_begin(package, "a.xml"), PACKAGE_ENCRYPTED);
    package_close(package);
}

static enum package_fault size_fault(struct arena *arena, size_t size, size_t declared)
{
    char *bytes = arena_alloc(arena, size, 1);
    const struct xlsx_part part = {"a", bytes, size};
    struct xlsx_bytes file = xlsx_zip(arena, &part, 1, false);
    if (declared)
        for (size_t i = 0; i < 4; i++)
            file.bytes[directory_at(file) + 24 + i] = (char)(declared >> 8 * i);
    struct package *package;
    size_t length;
    enum package_fault fault = package_open(arena, file.bytes, file.length, &package);
    if (!fault)
        fault = read_part(package, "a", NULL, 0, &length);
    package_close(package);
    return fault;
}

static void a_part_that_swells_is_too_large(void **state)
{
    assert_int_equal(size_fault(*state, PACKAGE_RATIO_FROM / 2, 0), PACKAGE_SOUND);
    assert_int_equal(size_fault(*state, 4 * PACKAGE_RATIO_FROM, 0), PACKAGE_TOO_LARGE);
    /* whatever size the directory says it has */
    assert_int_equal(size_fault(*state, PACKAGE_RATIO_FROM / 2, 1), PACKAGE_DAMAGED);
    assert_int_equal(size_fault(*state, 4 * PACKAGE_RATIO_FROM, 1), PACKAGE_DAMAGED);
    assert_int_equal(size_fault(*state, PACKAGE_RATIO_FROM / 2, PACKAGE_RATIO_FROM),
                     PACKAGE_DAMAGED);
}

/* Read over and over, or out of many parts: what comes out is counted together. */
static void all_that_is_read_counts(void **state)
{
    size_t size = PACKAGE_UNZIPPED / 16;
    char *bytes = arena_alloc(*state, size, 1);
    unsigned noise = 1;
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)((noise = noise * 1103515245U + 12345U) >> 16);
    const struct xlsx_part part = {"a", bytes, size};
    struct xlsx_bytes file = xlsx_zip(*state, &part, 1, true);
    struct package *package;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    char piece[65536];
    for (size_t i = 0; i <= 16; i++) {
        enum package_fault fault = package_begin(package, "a");
        for (size_t got = 1; !fault && got;)
            fault = package_read(package, piece, sizeof piece, &got);
        package_end(package);
        assert_int_equal(fault, i < 16 ? PACKAGE_SOUND : PACKAGE_TOO_LARGE);
    }
    package_close(package);
}

static void a_directory_without_end_is_too_large(void **state)
{
    for (size_t count = PACKAGE_PARTS; count <= PACKAGE_PARTS + 1; count++) {
        struct xlsx_part *parts = arena_alloc(*state, count, sizeof *parts);
        for (size_t i = 0; i < count; i++)
            parts[i] = (struct xlsx_part){arena_printf(*state, "p%zu", i), "x", 1};
        struct xlsx_bytes file = xlsx_zip(*state, parts, count, true);
        struct package *package;
        assert_int_equal(package_open(*state, file.bytes, file.length, &package),
                         count > PACKAGE_PARTS ? PACKAGE_TOO_LARGE : PACKAGE_SOUND);
        package_close(package);
    }
}

static void names_that_no_part_has_are_left_out(void **state)
{
    char *name = arena_alloc(*state, 301, 1);
    memset(name, 'n', 300);
    const struct xlsx_part parts[] = {{name, "x", 1}, {"abcd", "y", 1}};
    struct xlsx_bytes file = xlsx_zip(*state, parts, 2, true);
    for (size_t i = 0; i + 4 <= file.length; i++)
        if (memcmp(file.bytes + i, "abcd", 4) == 0)
            file.bytes[i + 2] = '\0';
    struct package *package;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_false(package_has(package, "ab"));
    assert_false(package_has_ending(package, "n"));
    package_close(package);
}

static void the_library_has_a_version(void **state)
{
    (void)state;
    assert_non_null(strchr(package_library(), '.'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_come_out_as_they_went_in),
        cmocka_unit_test(a_part_that_is_missing_or_there_twice_is_a_fault),
        cmocka_unit_test(what_is_no_archive_is_damaged),
        cmocka_unit_test(a_changed_byte_never_changes_a_part),
        cmocka_unit_test(an_encrypted_part_is_not_read),
        cmocka_unit_test(a_part_that_swells_is_too_large),
        cmocka_unit_test(all_that_is_read_counts),
        cmocka_unit_test(a_directory_without_end_is_too_large),
        cmocka_unit_test(names_that_no_part_has_are_left_out),
        cmocka_unit_test(the_library_has_a_version),
    };
    return cmocka_run_group_tests_name("package", tests, setup, teardown);
}
