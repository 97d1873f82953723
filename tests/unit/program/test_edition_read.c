/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/edition_read.h"

#include "two_folders.h"

#define TEST(test) cmocka_unit_test_setup_teardown(test, two_folders_start, two_folders_end)
#define ROWS "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;90;200;;;\n"

/* Whether an edition opens and fills; the problems stay in the plan folder's diagnostics. */
static bool reads(struct two_folders *work, const char *folder, struct edition_content *content)
{
    struct diagnostics *diagnostics = &work->plan->diagnostics;
    plan_folder_forget_problems(work->plan);
    return edition_open(diagnostics, folder, content) &&
           edition_fill(diagnostics, folder, content->manifest.definitions, content);
}

static void an_edition_comes_back_without_its_plan(void **state)
{
    struct two_folders *work = *state;
    struct edition_content content;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_INTERNAL);
    plan_folder_remove(work->plan, "indikatorer.csv");
    assert_true(reads(work, folder, &content));
    assert_string_equal(content.manifest.name, "2025");
    assert_int_equal(content.manifest.edition, EDITION_INTERNAL);
    const struct catalogue *catalogue = content.manifest.definitions;
    const struct indicator *indicator = catalogue_indicator(catalogue, "andelen");
    const struct area *nord = catalogue_area(catalogue, "nord");
    const struct released_cell *cell =
        released_cell(&content.table, indicator, nord, (struct period){PERIOD_YEAR, 2020, 0, 0});
    assert_near(cell->value, 45, 1e-9);
    const struct gap_verdict *told = verdict_of(&content.told, indicator, nord);
    assert_int_equal(told->verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(told->reason, REASON_TOO_FEW_YEARS);
    assert_null(verdict_of(&content.told, indicator, catalogue_area(catalogue, "by")));
}

/* What the edition told is what its own figures say: every verdict, by today's rule. */
static void the_verdicts_are_those_that_were_told(void **state)
{
    struct two_folders *work = *state;
    struct edition_content content;
    const char *rows = "";
    for (int year = 2014; year <= 2022; year++)
        rows = arena_printf(work->plan->arena,
                            "%sandelen;by;%d;;10000;20000;;;\nandelen;nord;%d;;%d;2000;;;\n", rows,
                            year, year, 400 + 60 * (year - 2014));
    assert_true(reads(work, two_folders_edition(work, "a", rows, EDITION_SHARED), &content));
    const struct catalogue *catalogue = content.manifest.definitions;
    struct verdicts computed = verdicts_compute(work->plan->arena, &content.table, NULL);
    size_t compared = 0;
    for (size_t i = 0; i < catalogue->indicator_count * catalogue->area_count; i++) {
        assert_true((computed.items[i] != NULL) == (content.told.items[i] != NULL));
        if (!computed.items[i])
            continue;
        compared++;
        assert_int_equal(content.told.items[i]->verdict, computed.items[i]->verdict);
        assert_int_equal(content.told.items[i]->strength, computed.items[i]->strength);
        assert_int_equal(content.told.items[i]->direction, computed.items[i]->direction);
    }
    assert_true(compared > 0);
    const struct area *nord = catalogue_area(catalogue, "nord");
    assert_int_equal(
        verdict_of(&content.told, catalogue_indicator(catalogue, "andelen"), nord)->verdict,
        VERDICT_NARROWING);
}

static void what_is_no_edition_is_refused_with_what_to_do(void **state)
{
    struct two_folders *work = *state;
    struct edition_content content;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    assert_false(reads(work, work->plan->path, &content));
    assert_non_null(
        strstr(work->plan->diagnostics.items[0].text, "er ikke en mappe med en udgave"));
    static const char *const broken[] = {
        "", "{", "[]", "\xFF\xFE", "{\"options\": 3}", "{\"options\": {\"edition\": \"delt?\"}}"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        two_folders_write(work, folder, "manifest.json", broken[i]);
        assert_false(reads(work, folder, &content));
        assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_INPUT], 1);
    }
}

static void old_and_changed_definitions_are_refused(void **state)
{
    struct two_folders *work = *state;
    struct edition_content content;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    two_folders_change(work, folder, "manifest.json", "\"faktor\": 100.0", "\"faktor\": \"100\"");
    assert_false(reads(work, folder, &content));
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "(indikatorer[0].faktor)"));
    two_folders_change(work, folder, "manifest.json", "\"definitions\"", "\"definition\"");
    assert_false(reads(work, folder, &content));
    assert_non_null(
        strstr(work->plan->diagnostics.items[0].text, "før udgaver kunne sammenlignes"));
    assert_int_equal(diagnostics_exit_status(&work->plan->diagnostics, false, false), 3);
}

/* Files that somebody has changed are refused, whatever stands in them. */
static void changed_figures_and_verdicts_are_refused(void **state)
{
    static const struct {
        const char *file, *before, *after;
    } cases[] = {
        {"frigivet.csv", "45,pct.", "1e999,pct."},
        {"frigivet.csv", "45,pct.", "nan,pct."},
        {"frigivet.csv", "45,pct.", "x,pct."},
        {"frigivet.csv", ",open,", ",aaben,"},
        {"frigivet.csv", ",2020,", ",20200000000000000000,"},
        {"frigivet.csv", "indicator,", "indikator,"},
        {"resultater.csv", "not_determinable", "afgjort"},
        {"resultater.csv", "too_few_years", "for_faa"},
        {"resultater.csv", "statistic,", ","},
    };
    struct two_folders *work = *state;
    struct edition_content content;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
        two_folders_forget_checksums(work, folder);
        while (strstr(two_folders_text(work, folder, cases[i].file), cases[i].before))
            two_folders_change(work, folder, cases[i].file, cases[i].before, cases[i].after);
        assert_false(reads(work, folder, &content));
        assert_true(work->plan->diagnostics.of_kind[PROBLEM_INPUT] > 0);
    }
}

/* Verdicts on what the plan of then did not have are nobody's. */
static void verdicts_on_what_is_unknown_are_passed_over(void **state)
{
    static const char *const unknown[][2] = {{"\nandelen,nord,", "\nandet,nord,"},
                                             {"\nandelen,nord,", "\nandelen,vest,"}};
    struct two_folders *work = *state;
    struct edition_content content;
    for (size_t i = 0; i < 2; i++) {
        const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
        two_folders_forget_checksums(work, folder);
        while (strstr(two_folders_text(work, folder, "resultater.csv"), unknown[i][0]))
            two_folders_change(work, folder, "resultater.csv", unknown[i][0], unknown[i][1]);
        assert_true(reads(work, folder, &content));
        const struct catalogue *catalogue = content.manifest.definitions;
        assert_null(verdict_of(&content.told, catalogue_indicator(catalogue, "andelen"),
                               catalogue_area(catalogue, "nord")));
    }
}

/* Numbers of a million digits, deep nesting, and rows that stand twice. */
static void nothing_in_a_file_brings_the_reader_down(void **state)
{
    struct two_folders *work = *state;
    struct arena *arena = work->plan->arena;
    struct edition_content content;
    const size_t length = 1000000;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    two_folders_forget_checksums(work, folder);
    char *digits = arena_alloc(arena, length + 1, 1), *nested = arena_alloc(arena, length + 1, 1);
    memset(digits, '9', length);
    memset(nested, '[', length);
    two_folders_change(work, folder, "frigivet.csv", "45,pct.",
                       arena_printf(arena, "%s,pct.", digits));
    assert_false(reads(work, folder, &content));
    folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    two_folders_forget_checksums(work, folder);
    const char *row = "andelen,nord,2020,,,open,,final,45,pct.,90,200,,,,,,\n";
    two_folders_change(work, folder, "frigivet.csv", row, arena_printf(arena, "%s%s", row, row));
    assert_true(reads(work, folder, &content));
    two_folders_change(work, folder, "manifest.json", "\"basisår\": 2021",
                       arena_printf(arena, "\"basisår\": %s", digits));
    assert_false(reads(work, folder, &content));
    folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    two_folders_forget_checksums(work, folder);
    two_folders_change(work, folder, "manifest.json", "\"titel\": \"",
                       arena_printf(arena, "\"titel\": \"%s", digits));
    assert_false(reads(work, folder, &content));
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "(plan.titel)"));
    two_folders_write(work, folder, "manifest.json", nested);
    assert_false(reads(work, folder, &content));
}

/* What is longer than any manifest is not even taken apart. */
static void a_manifest_that_is_too_large_is_none(void **state)
{
    struct two_folders *work = *state;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    const char *text = two_folders_text(work, folder, "manifest.json");
    assert_true(edition_manifest_read(work->plan->arena, folder).is_edition);
    two_folders_write(
        work, folder, "manifest.json",
        arena_printf(work->plan->arena, "%*s%s", (int)EDITION_MANIFEST_LIMIT, "", text));
    assert_false(edition_manifest_read(work->plan->arena, folder).is_edition);
}

static void an_edition_that_opens_has_no_reason(void **state)
{
    struct two_folders *work = *state;
    struct edition_manifest manifest = edition_manifest_read(
        work->plan->arena, two_folders_edition(work, "a", ROWS, EDITION_SHARED));
    assert_null(edition_reason(work->plan->arena, LANGUAGE_DANISH, &manifest));
    manifest.definitions = NULL;
    assert_non_null(
        strstr(edition_reason(work->plan->arena, LANGUAGE_DANISH, &manifest), "før udgaver kunne"));
    manifest.fault = "plan.titel";
    assert_string_equal(edition_reason(work->plan->arena, LANGUAGE_ENGLISH, &manifest),
                        "the definitions cannot be read (plan.titel)");
    manifest.is_edition = false;
    assert_string_equal(edition_reason(work->plan->arena, LANGUAGE_ENGLISH, &manifest),
                        "the folder holds no edition");
}

static void the_name_is_there_where_the_manifest_says_it(void **state)
{
    struct two_folders *work = *state;
    const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    assert_string_equal(edition_manifest_read(work->plan->arena, folder).name, "2025");
    two_folders_write(work, folder, "manifest.json", "{\"options\":{\"edition\":\"delt\"}}");
    struct edition_manifest manifest = edition_manifest_read(work->plan->arena, folder);
    assert_null(manifest.name);
    assert_true(manifest.is_edition);
    assert_null(manifest.definitions);
    assert_null(manifest.fault);
    two_folders_write(work, folder, "manifest.json",
                      arena_printf(work->plan->arena,
                                   "{\"udgave\":\"%05000d\",\"options\":{\"edition\":\"delt\"}}",
                                   0));
    assert_null(edition_manifest_read(work->plan->arena, folder).name);
}

static void a_file_that_a_checksum_disproves_is_refused(void **state)
{
    static const char *const files[][2] = {{"frigivet.csv", "45,pct."},
                                           {"resultater.csv", "not_determinable"}};
    struct two_folders *work = *state;
    struct plan_folder *plan = work->plan;
    struct edition_content content;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *folder = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
        const char *file = arena_printf(plan->arena, "%s/%s", folder, files[i][0]);
        assert_true(edition_file_is_published(&plan->diagnostics, folder, folder, files[i][0]));
        const char *other = i ? "narrowing" : "46,pct.";
        two_folders_change(work, folder, files[i][0], files[i][1], other);
        assert_false(reads(work, folder, &content));
        assert_int_equal(plan->diagnostics.count, 1);
        assert_string_equal(plan->diagnostics.items[0].at.file, file);
        two_folders_forget_checksums(work, folder);
        assert_true(reads(work, folder, &content));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_edition_comes_back_without_its_plan),
        TEST(the_verdicts_are_those_that_were_told),
        TEST(a_file_that_a_checksum_disproves_is_refused),
        TEST(what_is_no_edition_is_refused_with_what_to_do),
        TEST(old_and_changed_definitions_are_refused),
        TEST(changed_figures_and_verdicts_are_refused),
        TEST(verdicts_on_what_is_unknown_are_passed_over),
        TEST(nothing_in_a_file_brings_the_reader_down),
        TEST(a_manifest_that_is_too_large_is_none),
        TEST(an_edition_that_opens_has_no_reason),
        TEST(the_name_is_there_where_the_manifest_says_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
