/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/json_writer.h"

#include "plan_folder.h"

#include "pejling/base/file.h"

static const struct sheet_column columns[] = {
    {"zebra", "Z"}, {"area", "A"}, {"value", "V"}, {"count", "C"}};

static struct place place_in(struct plan_folder *folder)
{
    return (struct place){&folder->diagnostics, folder->path, ""};
}

static const char *written(struct plan_folder *folder, json_t *root, int digits)
{
    const struct place place = place_in(folder);
    const struct input_file file = {plan_folder_file(folder, "a.json"), "a.json", PROBLEM_FILE};
    size_t length = 0;
    assert_true(json_write(&place, "a.json", root, digits));
    const char *bytes = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    assert_non_null(bytes);
    plan_folder_remove(folder, "a.json");
    return bytes;
}

static json_t *read_back(struct plan_folder *folder, json_t *root, int digits)
{
    json_error_t error;
    json_t *back = json_loads(written(folder, root, digits), JSON_REJECT_DUPLICATES, &error);
    if (!back)
        fail_msg("line %d: %s", error.line, error.text);
    return back;
}

static void add_row(struct sheet *sheet, const char *text, double value, double count)
{
    sheet_add_blank(sheet);
    sheet_add_text(sheet, text);
    sheet_add_number(sheet, value, SHEET_EXACT);
    sheet_add_number(sheet, count, 0);
}

static void a_row_is_an_object_by_the_columns_keys(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, columns, 4);
    add_row(&sheet, "Nord", 12.5, 4);
    json_t *rows = json_of_sheet(&sheet);
    json_t *row = json_array_get(rows, 0);
    assert_int_equal(json_array_size(rows), 1);
    assert_int_equal(json_object_size(row), 4);
    assert_true(json_is_null(json_object_get(row, "zebra")));
    assert_string_equal(json_string_value(json_object_get(row, "area")), "Nord");
    assert_true(json_is_real(json_object_get(row, "value")));
    assert_near(json_real_value(json_object_get(row, "value")), 12.5, 0);
    assert_true(json_is_integer(json_object_get(row, "count")));
    assert_int_equal(json_integer_value(json_object_get(row, "count")), 4);
    json_decref(rows);
}

static void keys_stand_in_the_order_of_the_columns(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, columns, 4);
    add_row(&sheet, "Nord", 0.5, 4);
    assert_string_equal(written(folder, json_of_sheet(&sheet), 15),
                        "[\n {\n  \"zebra\": null,\n  \"area\": \"Nord\",\n  \"value\": 0.5,\n"
                        "  \"count\": 4\n }\n]\n");
}

static void a_sheet_comes_back_as_it_went(void **state)
{
    static const struct {
        const char *text;
        double value, count;
    } rows[] = {
        {"\"quoted\" \\ / \b\f\n\r\t\x01", 0.1, 0},
        {"Ærø, Østerbro & <Ålborg> '✓' 𝄞", -1.0 / 3, 1},
        {"=1+1", 74.758711159823327, -9007199254740991},
        {"</script>", 5e-324, 1e15},
        {"x", 1.7976931348623157e308, 7},
    };
    const size_t count = sizeof rows / sizeof *rows;
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, columns, 4);
    for (size_t i = 0; i < count; i++)
        add_row(&sheet, rows[i].text, rows[i].value, rows[i].count);
    json_t *back = read_back(folder, json_of_sheet(&sheet), 17);
    assert_int_equal(json_array_size(back), count);
    for (size_t i = 0; i < count; i++) {
        json_t *row = json_array_get(back, i);
        assert_string_equal(json_string_value(json_object_get(row, "area")), rows[i].text);
        assert_near(json_real_value(json_object_get(row, "value")), rows[i].value, 0);
        assert_near(json_number_value(json_object_get(row, "count")), rows[i].count, 0);
    }
    json_decref(back);
}

static void a_sheet_without_rows_is_an_empty_array(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, columns, 4);
    assert_string_equal(written(folder, json_of_sheet(&sheet), 15), "[]\n");
}

static void a_figure_shown_without_decimals_keeps_them_in_json(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, columns, 4);
    add_row(&sheet, "kr.", 1, 12345.75);
    add_row(&sheet, "for stort til et helt tal", 1, 1e30);
    json_t *back = read_back(folder, json_of_sheet(&sheet), 17);
    for (size_t i = 0; i < 2; i++)
        assert_near(json_number_value(json_object_get(json_array_get(back, i), "count")),
                    i ? 1e30 : 12345.75, 0);
    json_decref(back);
}

static void numbers_have_the_digits_asked_for(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(written(folder, json_pack("[f]", 46.39), 15), "[\n 46.39\n]\n");
    assert_string_equal(written(folder, json_pack("[f]", 46.39), 17),
                        "[\n 46.390000000000001\n]\n");
    assert_string_equal(written(folder, json_pack("[f]", 95.0), 12), "[\n 95.0\n]\n");
}

static void letters_stand_as_utf8(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(written(folder, json_pack("[s]", "Korsør"), 15), "[\n \"Korsør\"\n]\n");
}

static void a_number_that_is_not_finite_has_no_json(void **state)
{
    (void)state;
    assert_null(json_real((double)NAN)); /* which is why sheets refuse them */
    assert_null(json_real(HUGE_VAL));
}

static void a_file_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "findes_ikke"),
                                  ""};
    json_t *root = json_array();
    json_incref(root);
    assert_false(json_write(&nowhere, "a.json", root, 15));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_int_equal(root->refcount, 1); /* the caller's own reference is given up all the same */
    json_decref(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_row_is_an_object_by_the_columns_keys),
        PLAN_FOLDER_TEST(keys_stand_in_the_order_of_the_columns),
        PLAN_FOLDER_TEST(a_sheet_comes_back_as_it_went),
        PLAN_FOLDER_TEST(a_sheet_without_rows_is_an_empty_array),
        PLAN_FOLDER_TEST(a_figure_shown_without_decimals_keeps_them_in_json),
        PLAN_FOLDER_TEST(numbers_have_the_digits_asked_for),
        PLAN_FOLDER_TEST(letters_stand_as_utf8),
        cmocka_unit_test(a_number_that_is_not_finite_has_no_json),
        PLAN_FOLDER_TEST(a_file_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
