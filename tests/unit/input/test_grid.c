/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/grid.h"

#include "near.h"

static void a_cell_is_where_it_stands(void **state)
{
    (void)state;
    const struct grid_cell first[] = {{.kind = CELL_TEXT, .text = "a"},
                                      {.kind = CELL_BLANK, .text = ""}};
    const struct grid_row rows[] = {{first, 2}, {NULL, 0}};
    const struct grid grid = {"", rows, 2};
    assert_string_equal(grid_cell(&grid, 0, 0).text, "a");
    assert_int_equal(grid_cell(&grid, 0, 0).kind, CELL_TEXT);
}

static void a_cell_beyond_its_row_is_blank(void **state)
{
    (void)state;
    const struct grid_cell first[] = {{.kind = CELL_TEXT, .text = "a"}};
    const struct grid_row rows[] = {{first, 1}, {NULL, 0}};
    const struct grid grid = {"", rows, 2};
    static const size_t places[][2] = {{0, 1}, {1, 0}, {2, 0}};
    for (size_t i = 0; i < 3; i++) {
        struct grid_cell cell = grid_cell(&grid, places[i][0], places[i][1]);
        assert_int_equal(cell.kind, CELL_BLANK);
        assert_string_equal(cell.text, "");
        assert_int_equal(cell.at.line, places[i][0] + 1);
        assert_int_equal(cell.at.column, places[i][1] + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_is_where_it_stands),
        cmocka_unit_test(a_cell_beyond_its_row_is_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
