/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_style.h"

#include "page_world.h"

#include "pejling/present/matrix_cells.h"

static void write_strings(const struct seminar *seminar)
{
    static const char *const texts[] = {"Az09", "\"}</style>", "å\n\\", ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        seminar_style_string(seminar->sink, texts[i]);
        sink_text(seminar->sink, "\n");
    }
}

static void no_text_ends_its_string(void **state)
{
    assert_string_equal(part_of(*state, EDITION_SHARED, write_strings),
                        "\"Az09\"\n\"\\000022\\00007d\\00003c\\00002fstyle\\00003e\"\n"
                        "\"\\0000e5\\00000a\\00005c\"\n\"\"\n");
}

static void write_long(const struct seminar *seminar)
{
    char *text = arena_alloc(seminar->speaker.arena, 100001, 1);
    memset(text, 'x', 100000);
    seminar_style_string(seminar->sink, text);
}

static void a_long_text_is_cut(void **state)
{
    assert_true(strlen(part_of(*state, EDITION_SHARED, write_long)) < 1000);
}

static void every_cell_of_the_matrix_has_a_rule(void **state)
{
    struct plan_folder *folder = *state;
    const char *part = part_of(folder, EDITION_SHARED, seminar_style_write);
    for (enum matrix_class class = MATRIX_CLEARLY_BETTER; class < MATRIX_CLASSES; class ++)
        if (!strstr(part, arena_printf(folder->arena, "td.%s", matrix_class_name(class))))
            fail_msg("no rule for td.%s", matrix_class_name(class));
}

/* Whatever the names: on a phone no head lies over what follows, and no word runs off. */
static void a_long_word_stays_in_its_place_on_a_phone(void **state)
{
    const char *part = part_of(*state, EDITION_SHARED, seminar_style_write);
    const char *head = part;
    size_t heads = 0;
    while ((head = strstr(head, "thead{position:absolute;left:-99rem"))) {
        head += strlen("thead{position:absolute;left:-99rem");
        assert_int_equal(strncmp(head, ";width:90rem;overflow:hidden}", 29), 0);
        heads++;
    }
    assert_int_equal(heads, 2);
    assert_non_null(
        strstr(part, "table.matrix,table.rows,h1,h2,h3,dl.facts{overflow-wrap:anywhere}"));
}

static void each_printed_page_says_what_it_is_of(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    const char *part = part_of(folder, EDITION_INTERNAL, seminar_style_write);
    assert_non_null(strstr(part, "\\000020Pr\\0000f8veplan\""));
    assert_non_null(strstr(part, "opdigtede\\000020tal"));
    assert_non_null(strstr(part, "INTERN\\000020"));
    assert_non_null(strstr(part, "Helhedsplanen\\000020kan\\000020hverken"));
    assert_non_null(strstr(part, "counter(page)"));
    assert_int_equal(occurrences(part, "{"), occurrences(part, "}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(no_text_ends_its_string),
        PLAN_FOLDER_TEST(a_long_text_is_cut),
        PLAN_FOLDER_TEST(every_cell_of_the_matrix_has_a_rule),
        PLAN_FOLDER_TEST(a_long_word_stays_in_its_place_on_a_phone),
        PLAN_FOLDER_TEST(each_printed_page_says_what_it_is_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
