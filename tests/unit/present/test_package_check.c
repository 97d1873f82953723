/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/package_check.h"

#include "figure_bench.h"
#include "xlsx_build.h"

static const char *path_of(struct bench *bench)
{
    return arena_printf(bench->arena, "%s/fil.xlsx", bench->place.folder);
}

static void put(struct bench *bench, const char *bytes, size_t length)
{
    FILE *stream = fopen(path_of(bench), "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
}

static struct xlsx_build good(struct bench *bench)
{
    struct xlsx_build build = xlsx_build_new(bench->arena);
    xlsx_build_rows(&build, XLSX_SHEET, "navn;tal\nNord;2,5\n");
    return build;
}

static void a_good_file_is_whole(void **state)
{
    struct xlsx_build build = good(*state);
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    put(*state, file.bytes, file.length);
    assert_true(package_is_whole(path_of(*state), XLSX_BOOK));
    assert_false(package_is_whole(path_of(*state), "xl/andet.xml"));
    assert_false(package_is_whole(arena_printf(build.arena, "%s2", path_of(*state)), XLSX_BOOK));
}

static void a_file_cut_anywhere_is_not(void **state)
{
    struct xlsx_build build = good(*state);
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    for (size_t length = 0; length < file.length; length += length < file.length - 40 ? 37 : 1) {
        put(*state, file.bytes, length);
        assert_false(package_is_whole(path_of(*state), XLSX_BOOK));
    }
}

/* Behind a good directory too: the bytes of a part are wrong, or it ends in the middle. */
static void a_wrong_byte_is_found_by_the_checksum(void **state)
{
    struct xlsx_build build = good(*state);
    build.stored = true;
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    char *nord = NULL;
    for (size_t i = 0; i + 4 < file.length && !nord; i++)
        nord = memcmp(file.bytes + i, "Nord", 4) == 0 ? file.bytes + i : NULL;
    assert_non_null(nord);
    *nord = 'n';
    put(*state, file.bytes, file.length);
    assert_false(package_is_whole(path_of(*state), XLSX_BOOK));
}

static void half_a_part_is_no_xml(void **state)
{
    static const char *const parts[] = {"", "<a><b></b>", "<a>\xC3</a>", "<a>&b;</a>", "<a/><a/>"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct xlsx_build build = good(*state);
        xlsx_build_part(&build, "xl/styles2.xml", parts[i]);
        struct xlsx_bytes file = xlsx_build_bytes(&build);
        put(*state, file.bytes, file.length);
        assert_false(package_is_whole(path_of(*state), XLSX_BOOK));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_good_file_is_whole),
        BENCH_TEST(a_file_cut_anywhere_is_not),
        BENCH_TEST(a_wrong_byte_is_found_by_the_checksum),
        BENCH_TEST(half_a_part_is_no_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
