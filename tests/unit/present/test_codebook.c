/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/codebook.h"

#include "test_explanation_support.h"

#include <jansson.h>

#include "pejling/base/file.h"
#include "pejling/findings/verdict_rule.h"
#include "pejling/present/codebook_statistics.h"
#include "pejling/present/released_sheet.h"
#include "pejling/present/results.h"

enum column { PART, CODE, NAME_DA, NAME_EN, DEFINITION_DA, DEFINITION_EN };

static const char *text_at(const struct sheet *sheet, size_t row, enum column column)
{
    const char *text = sheet_cell(sheet, row, column)->text;
    return text ? text : "";
}

/* How many rows define that code of that part. */
static size_t defined(const struct sheet *book, const char *part, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet_rows(book); i++)
        count +=
            strcmp(text_at(book, i, PART), part) == 0 && strcmp(text_at(book, i, CODE), code) == 0;
    return count;
}

static void assert_defined(const struct sheet *book, const char *part, const char *code)
{
    if (*code && defined(book, part, code) != 1)
        fail_msg("%s of %s is defined %zu times", code, part, defined(book, part, code));
}

static struct sheet book_of(struct plan_folder *folder)
{
    plan_folder_read(folder);
    return codebook_sheet(folder->arena, &folder->catalogue);
}

static void every_code_that_a_result_can_have_is_defined_once(void **state)
{
    struct plan_folder *folder = *state;
    const struct sheet book = book_of(folder);
    for (enum statistic i = STATISTIC_LEVEL; i < STATISTIC_COUNT; i++) {
        assert_defined(&book, "statistic", statistic_code(i));
        char *codes = arena_copy(folder->arena, codebook_texts(i)), *rest = NULL;
        for (char *code = strtok_r(codes, " ", &rest); code; code = strtok_r(NULL, " ", &rest))
            assert_defined(&book, "text", code);
    }
    for (enum method i = METHOD_NONE; i < METHOD_COUNT; i++)
        assert_defined(&book, "method", method_code(i));
    for (enum verdict_line i = VERDICT_LINE_ADMISSIBLE; i < VERDICT_LINES; i++)
        assert_defined(&book, "method", verdict_line_code(i));
    for (enum reason i = REASON_NONE; i < REASON_COUNT; i++)
        assert_defined(&book, "reason", reason_code(i));
    for (enum verdict i = VERDICT_NOT_DETERMINABLE; i < VERDICT_COUNT; i++)
        assert_defined(&book, "text", verdict_code(i));
    for (enum target_state i = TARGET_NOT_DETERMINABLE; i < TARGET_STATES; i++)
        assert_defined(&book, "text", target_state_code(i));
    for (size_t i = 0; i < folder->catalogue.indicator_count; i++) {
        assert_defined(&book, "indicator", folder->catalogue.indicators[i].code);
        assert_defined(&book, "unit", folder->catalogue.indicators[i].unit);
    }
    for (size_t i = 0; i < folder->catalogue.area_count; i++)
        assert_defined(&book, "area", folder->catalogue.areas[i].code);
}

static bool is_blank(enum statistic statistic, enum codebook_aspect aspect)
{
    return strcmp(codebook_statistic(statistic, aspect, LANGUAGE_ENGLISH), "blank") == 0;
}

/* A column that the codebook calls blank is so in every row that is computed. */
/* One of the codes; or for `AREA|AREA` those of areas. */
static bool says_text(const char *codes, const char *text)
{
    return strcmp(codes, "AREA|AREA") == 0 ? strchr(text, '|') != NULL
                                           : strstr(codes, text) != NULL;
}

static void no_row_has_more_than_the_codebook_says(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_true(findings.count > 100);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *row = &findings.rows[i];
        bool interval = row->estimate.state == ESTIMATE_INTERVAL;
        if ((interval && is_blank(row->statistic, ASPECT_INTERVAL)) ||
            (row->has_p && is_blank(row->statistic, ASPECT_P)) ||
            (row->comparator && is_blank(row->statistic, ASPECT_COMPARATOR)) ||
            (row->text && !says_text(codebook_texts(row->statistic), row->text)))
            fail_msg("%s has more than the codebook says", statistic_code(row->statistic));
    }
}

static void every_column_of_the_files_is_defined_once(void **state)
{
    struct plan_folder *folder = *state;
    const struct sheet book = book_of(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    const struct sheet files[] = {results_sheet(folder->arena, &findings),
                                  released_sheet(folder->arena, &table)};
    static const char *const names[] = {"resultater.csv", "frigivet.csv"};
    for (size_t i = 0; i < 2; i++) {
        size_t rows = 0;
        for (size_t j = 0; j < files[i].column_count; j++)
            assert_defined(&book, names[i], files[i].columns[j].key);
        for (size_t j = 0; j < sheet_rows(&book); j++)
            rows += strcmp(text_at(&book, j, PART), names[i]) == 0;
        assert_int_equal(rows, files[i].column_count);
    }
}

static void both_languages_stand_side_by_side(void **state)
{
    const struct sheet book = book_of(*state);
    assert_string_equal(book.columns[DEFINITION_EN].key, "definition_en");
    for (size_t i = 0; i < sheet_rows(&book); i++)
        for (enum column column = PART; column <= DEFINITION_EN; column++)
            assert_true(*text_at(&book, i, column));
}

static void the_files_hold_the_same_rows(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    const struct sheet book = book_of(folder);
    assert_true(codebook_write(&place, &folder->catalogue));
    json_t *root = json_load_file(plan_folder_file(folder, CODEBOOK_JSON), 0, NULL);
    const json_t *rows = json_object_get(root, "codebook");
    assert_int_equal(json_array_size(rows), sheet_rows(&book));
    assert_string_equal(
        json_string_value(json_object_get(json_array_get(rows, 0), "definition_en")),
        text_at(&book, 0, DEFINITION_EN));
    json_decref(root);
    plan_folder_remove(folder, CODEBOOK_FILE);
    plan_folder_remove(folder, CODEBOOK_JSON);
}

static void a_codebook_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    book_of(folder);
    assert_false(codebook_write(&nowhere, &folder->catalogue));
    assert_true(folder->diagnostics.of_kind[PROBLEM_FILE] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_code_that_a_result_can_have_is_defined_once),
        PLAN_FOLDER_TEST(no_row_has_more_than_the_codebook_says),
        PLAN_FOLDER_TEST(every_column_of_the_files_is_defined_once),
        PLAN_FOLDER_TEST(both_languages_stand_side_by_side),
        PLAN_FOLDER_TEST(the_files_hold_the_same_rows),
        PLAN_FOLDER_TEST(a_codebook_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
