/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/summary_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "pejling/base/sink.h"

#define FOLDER "build/summary_read_test"
#define HEADER                                                                                     \
    "municipality,indicator,area,comparator,period,period_from,period_to,statistic,value,lower,"   \
    "upper,confidence,unit,n_periods,p,p_adjusted,text,method,status,reason\n"
#define SLOPE "k1,i,a,r,2020,2019,2020,verdict_slope,-0.5,,,,pct.,2,"

static void put(struct diagnostics *diagnostics, const char *name, const char *text)
{
    mkdir(FOLDER, 0700);
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, FOLDER "/%s", name));
    sink_text(sink, text);
    assert_true(sink_close(sink));
}

static bool read_rows(struct diagnostics *diagnostics, const char *rows,
                      struct summary_edition *out)
{
    put(diagnostics, "manifest.json",
        "{\"program\":{\"version\":\"1\"},\"definitions\":{\"plan\":{\"titel\":\"T\","
        "\"udgave\":\"2025\",\"kommune\":null,\"planstart\":\"2017-10-01\","
        "\"planslut\":\"2021-09-30\",\"basisår\":2017,\"illustrativ\":true,\"konfidens\":0.95,"
        "\"tærskel\":5,\"mindste_nævner\":20,\"delta\":0.1},\"indikatorer\":[],\"områder\":[{"
        "\"kode\":\"k\",\"navn\":\"K\",\"rolle\":\"kommune\",\"del_af\":null,\"fra\":null,"
        "\"til\":null}],\"brud\":[]},"
        "\"options\":{\"edition\":\"intern\",\"summary\":true}}");
    put(diagnostics, SUMMARY_FILE, arena_printf(diagnostics->arena, HEADER "%s", rows));
    return summary_read(diagnostics, FOLDER, out);
}

/* What the family decides is left open; the rest has its bytes. */
static void test_holes(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {.arena = arena_new()};
    struct summary_edition summary;
    assert_true(read_rows(&diagnostics, SLOPE "0.25,0.5,,fit,ok,\n", &summary));
    assert_int_equal(summary.edition, EDITION_INTERNAL);
    assert_int_equal(summary.count, 1);
    const struct summary_block *block = &summary.blocks[0];
    assert_string_equal(block->municipality, "k1");
    assert_string_equal(block->text, SLOPE "0.25,,,fit,ok,\n");
    assert_int_equal(block->test_count, 1);
    assert_true(block->tests[0].p > 0.2499 && block->tests[0].p < 0.2501);
    assert_int_equal(block->tests[0].adjusted_at, strlen(SLOPE "0.25,"));
    assert_true(block->tests[0].strength_at == NO_STRENGTH);
    arena_free(diagnostics.arena);
}

static void test_refused(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {.arena = arena_new()};
    struct summary_edition summary;
    assert_false(read_rows(&diagnostics, SLOPE "1.5,0.5,,fit,ok,\n", &summary)); /* no p */
    assert_false(read_rows(&diagnostics, SLOPE ",0.5,,fit,ok,\n", &summary));
    assert_false(read_rows(&diagnostics, SLOPE "0.25,0.5\n", &summary));
    assert_false(summary_read(&diagnostics, FOLDER "/none", &summary));
    assert_int_equal(diagnostics.of_kind[PROBLEM_INPUT], 4);
    arena_free(diagnostics.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_holes),
                                       cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
