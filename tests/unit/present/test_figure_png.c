/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_png.h"

#include "figure_bench.h"

/* The smallest PNG there is: its signature, an IHDR of 2000 x 1 pixels, no picture, IEND. */
static const char small[] = "\x89PNG\r\n\x1A\n"
                            "\0\0\0\x0DIHDR\0\0\x07\xD0\0\0\0\x01\x08\x02\0\0\0\x12\x34\x56\x78"
                            "\0\0\0\0IEND\xAE\x42\x60\x82";

static const char *written(struct bench *bench, const char *png, size_t length, double centimetres,
                           size_t *size)
{
    struct sink *sink = sink_open(&bench->diagnostics, file_of(bench, "p_1.png"));
    figure_png_write(sink, png, length, centimetres);
    assert_true(sink_close(sink));
    return contents(bench, "p_1.png", size);
}

/* 2000 dots over 17 cm are 11765 a metre, 298.8 an inch; checksum as zlib's crc32 has it. */
static void a_width_on_paper_is_dots_per_metre(void **state)
{
    static const char chunk[] = "\0\0\0\x09pHYs\0\0\x2D\xF5\0\0\x2D\xF5\x01";
    struct bench *bench = *state;
    size_t size;
    const char *png = written(bench, small, sizeof small - 1, 17, &size);
    assert_int_equal(size, sizeof small - 1 + 21);
    assert_memory_equal(png, small, 33);
    assert_memory_equal(png + 33, chunk, sizeof chunk - 1);
    assert_memory_equal(png + 33 + 17, "\x58\x0E\x06\x19", 4);
    assert_memory_equal(png + 54, small + 33, 12);
}

static void what_is_no_png_stays_as_it_is(void **state)
{
    struct bench *bench = *state;
    size_t size;
    const char *text = written(bench, "PNG IEND", 8, 17, &size);
    assert_int_equal(size, 8);
    assert_memory_equal(text, "PNG IEND", 8);
    assert_memory_equal(written(bench, small, 20, 17, &size), small, 20);
    assert_int_equal(size, 20);
}

static void a_whole_png_has_both_its_ends(void **state)
{
    size_t length = sizeof small - 1;
    (void)state;
    assert_true(figure_png_is_whole(small, length));
    for (size_t cut = 1; cut <= length; cut++) {
        assert_false(figure_png_is_whole(small, length - cut));
        assert_false(figure_png_is_whole(small + cut, length - cut));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_width_on_paper_is_dots_per_metre),
        BENCH_TEST(what_is_no_png_stays_as_it_is),
        BENCH_TEST(a_whole_png_has_both_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
