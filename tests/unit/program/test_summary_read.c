/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/summary_read.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "plan_folder.h"

/* Whether the drive lets nobody read, instead of the C library's own. */
static bool is_closed;

int access(const char *path, int mode)
{
    if (!is_closed)
        return faccessat(AT_FDCWD, path, mode, 0);
    errno = EACCES;
    return -1;
}

#define HEADER                                                                                     \
    "municipality,indicator,area,comparator,period,period_from,period_to,statistic,value,lower,"   \
    "upper,confidence,unit,n_periods,p,p_adjusted,text,method,status,reason\n"
#define SLOPE "k1,i,a,r,2020,2019,2020,verdict_slope,-0.5,,,,pct.,2,"

/* A definition that is read but for the role of its only area. */
#define MANIFEST(role)                                                                             \
    "{\"program\":{\"version\":\"1\"},\"definitions\":{\"plan\":{\"titel\":\"T\","                 \
    "\"udgave\":\"2025\",\"kommune\":null,\"planstart\":\"2017-10-01\","                           \
    "\"planslut\":\"2021-09-30\",\"basisår\":2017,\"illustrativ\":true,\"konfidens\":0.95,"       \
    "\"tærskel\":5,\"mindste_nævner\":20,\"delta\":0.1},\"indikatorer\":[],\"områder\":[{"      \
    "\"kode\":\"k\",\"navn\":\"K\",\"rolle\":\"" role "\",\"del_af\":null,\"fra\":null,"           \
    "\"til\":null}],\"brud\":[]},"                                                                 \
    "\"options\":{\"edition\":\"intern\",\"summary\":true}}"

/* The plan folder's own place serves as that of a summary, beside its files. */
static bool read_summary(struct plan_folder *folder, const char *manifest, const char *rows,
                         struct summary_edition *summary)
{
    plan_folder_forget_problems(folder);
    plan_folder_write(folder, "manifest.json", manifest);
    plan_folder_write(folder, SUMMARY_FILE, arena_printf(folder->arena, HEADER "%s", rows));
    bool read = summary_read(&folder->diagnostics, folder->path, summary);
    plan_folder_remove(folder, "manifest.json");
    plan_folder_remove(folder, SUMMARY_FILE);
    return read;
}

/* What the family decides is left open; the rest has its bytes. */
static void a_block_is_the_rows_of_a_municipality_with_holes_for_the_family(void **state)
{
    struct plan_folder *folder = *state;
    struct summary_edition summary;
    assert_true(read_summary(folder, MANIFEST("kommune"), SLOPE "0.25,0.5,,fit,ok,\n", &summary));
    assert_problem_count(folder, 0);
    assert_int_equal(summary.edition, EDITION_INTERNAL);
    assert_string_equal(summary.version, "1");
    assert_string_equal(summary.definitions->plan.title, "T");
    assert_int_equal(summary.count, 1);
    const struct summary_block *block = &summary.blocks[0];
    assert_string_equal(block->municipality, "k1");
    assert_string_equal(block->text, SLOPE "0.25,,,fit,ok,\n");
    assert_int_equal(block->length, strlen(block->text));
    assert_int_equal(block->test_count, 1);
    assert_near(block->tests[0].p, 0.25, 0);
    assert_int_equal(block->tests[0].adjusted_at, strlen(SLOPE "0.25,"));
    assert_true(block->tests[0].strength_at == NO_STRENGTH);
}

static void what_is_no_summary_is_refused_where_it_is_not(void **state)
{
    static const struct {
        const char *manifest, *rows, *file, *says;
        unsigned line;
    } cases[] = {
        {MANIFEST("kommune"), SLOPE "1.5,0.5,,fit,ok,\n", "/" SUMMARY_FILE, "her skal stå et tal",
         2}, /* no p */
        {MANIFEST("kommune"), SLOPE ",0.5,,fit,ok,\n", "/" SUMMARY_FILE, "her skal stå et tal", 2},
        {MANIFEST("kommune"), SLOPE "0.25,0.5\n", "/" SUMMARY_FILE,
         "linjen har ikke det rette antal felter", 2},
        {MANIFEST("by"), SLOPE "0.25,0.5,,fit,ok,\n", "/manifest.json",
         "definitionerne kan ikke læses (områder[0].rolle)", 0},
        {"{}", SLOPE "0.25,0.5,,fit,ok,\n", "", "er ikke en mappe med en sammenfatning", 0},
    };
    struct plan_folder *folder = *state;
    struct summary_edition summary;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(read_summary(folder, cases[i].manifest, cases[i].rows, &summary));
        assert_problem_count(folder, 1);
        const char *file = arena_printf(folder->arena, "%s%s", folder->path, cases[i].file);
        const struct diagnostic *problem = &folder->diagnostics.items[0];
        assert_int_equal(problem->problem, PROBLEM_INPUT);
        assert_string_equal(problem->at.file, file);
        assert_int_equal(problem->at.line, cases[i].line);
        assert_non_null(strstr(problem->text, cases[i].says));
    }
}

static void one_that_may_not_be_read_is_told_apart_from_none(void **state)
{
    struct plan_folder *folder = *state;
    struct summary_edition summary;
    is_closed = true;
    assert_false(read_summary(folder, "{}", "", &summary));
    is_closed = false;
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "adgang nægtet"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_block_is_the_rows_of_a_municipality_with_holes_for_the_family),
        PLAN_FOLDER_TEST(what_is_no_summary_is_refused_where_it_is_not),
        PLAN_FOLDER_TEST(one_that_may_not_be_read_is_told_apart_from_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
