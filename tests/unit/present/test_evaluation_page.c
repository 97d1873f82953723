/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/evaluation_page.h"

#include "whole_page.h"

#include "pejling/present/methods_text.h"

static const char *evaluation_of(struct plan_folder *folder, enum edition edition)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_true(evaluation_page_write(&place, &(struct seminar_matter){.findings = &findings}));
    return read_page_file(folder, EVALUATION_PAGE);
}

static size_t cells_of(const char *row, const char *end)
{
    size_t count = 0;
    for (const char *at = row; at < end; at++)
        count += strncmp(at, "<td", 3) == 0 || strncmp(at, "<th", 3) == 0;
    return count;
}

/* No table in a table, no cell over several: all rows of a table have as many as its head. */
static void assert_tables_are_plain(const char *page)
{
    size_t tables = 0;
    assert_null(strstr(page, "colspan"));
    assert_null(strstr(page, "rowspan"));
    for (const char *table = page; (table = strstr(table, "<table")); tables++) {
        const char *end = strstr(table, "</table>");
        const char *caption = strstr(table, "<caption"), *next = strstr(table + 1, "<table");
        assert_true(end && (!next || next > end));
        assert_true(caption && caption < end);
        size_t columns = 0;
        for (const char *row = table; (row = strstr(row, "<tr>")) && row < end; row += 4) {
            size_t cells = cells_of(row, strstr(row, "</tr>"));
            columns = columns ? columns : cells - 1; /* `<thead>` is none of them */
            assert_true(cells == columns || cells == columns + 1);
        }
        table = end;
    }
    assert_true(tables > 4);
}

static void the_page_is_whole_in_both_languages_and_editions(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++)
        for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
            folder->diagnostics.language = (enum language)language;
            const char *page = evaluation_of(folder, (enum edition)edition);
            assert_string_equal(page + strlen(page) - 8, "</html>\n");
            assert_tags_close(page);
            assert_tables_are_plain(page);
            assert_null(strstr(page, "(null)"));
            assert_null(strstr(page, "https:"));
            assert_null(strstr(page, "<script"));
        }
}

static void hostile_names_are_nowhere_markup(void **state)
{
    struct plan_folder *folder = *state;
    hostile_folder(folder);
    const char *page = evaluation_of(folder, EDITION_INTERNAL);
    assert_non_null(strstr(page, ESCAPED("navn")));
    assert_non_null(strstr(page, ESCAPED("goal")));
    assert_non_null(strstr(page, ESCAPED("titel")));
    assert_null(strstr(page, "<b "));
    assert_null(strstr(page, "<i>"));
    assert_tags_close(page);
}

/* How it was made, with its literature; how to cite it; what the codes are; what it does not say. */
static void the_page_has_all_that_an_evaluator_needs(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = evaluation_of(folder, EDITION_SHARED);
    static const char *const parts[] = {"hvad",       "maal-1",  "metodetekst",
                                        "litteratur", "kodebog", "datakvalitet"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        assert_non_null(strstr(page, arena_printf(folder->arena, "<section id=\"%s", parts[i])));
        assert_non_null(strstr(page, arena_printf(folder->arena, "href=\"#%s\"", parts[i])));
    }
    assert_non_null(strstr(page, "Beregnet med pejling"));
    assert_non_null(strstr(page, "Wilson, E. B. (1927)."));
    assert_null(strstr(page, "Smyth, G. K."));
    assert_non_null(strstr(page, "<th scope=\"row\">gap_rest</th>"));
    assert_true(occurrences(page, wording_no_cause(LANGUAGE_DANISH)) >= 2);
}

static void a_page_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_false(evaluation_page_write(&nowhere, &(struct seminar_matter){.findings = &findings}));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_page_is_whole_in_both_languages_and_editions),
        PLAN_FOLDER_TEST(hostile_names_are_nowhere_markup),
        PLAN_FOLDER_TEST(the_page_has_all_that_an_evaluator_needs),
        PLAN_FOLDER_TEST(a_page_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
