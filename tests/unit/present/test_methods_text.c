/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/methods_text.h"

#include "page_world.h"

#include "test_explanation_support.h"

static struct methods_text text_of(struct plan_folder *folder, enum edition edition,
                                   enum language language)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    struct findings *findings = arena_alloc(folder->arena, 1, sizeof *findings);
    *table = plan_folder_release(folder, edition);
    *findings = findings_compute(folder->arena, table);
    return methods_text(folder->arena, language, findings);
}

static const struct methods_paragraph *paragraph(const struct methods_text *text, const char *title)
{
    for (size_t i = 0; i < text->count; i++)
        if (strcmp(text->paragraphs[i].title, title) == 0)
            return &text->paragraphs[i];
    return NULL;
}

static void only_what_the_edition_has_is_told(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\n");
    const struct methods_text few = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    assert_null(paragraph(&few, "Tendens og vurdering"));
    assert_non_null(paragraph(&few, "Hvad der ikke kan siges"));
    ten_years(folder);
    const struct methods_text many = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    assert_non_null(strstr(paragraph(&many, "Tendens og vurdering")->text, "mindst 5 perioder"));
    assert_non_null(strstr(paragraph(&many, "Tendens og vurdering")->cited, "Schuirmann 1987"));
    assert_null(paragraph(&many, "Alder"));
}

/* What a paragraph cites is used, and stands in the list. */
static void citations_are_of_what_is_used(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const struct methods_text text = text_of(folder, EDITION_SHARED, LANGUAGE_ENGLISH);
    const struct methods_paragraph *levels = paragraph(&text, "Levels and their intervals");
    assert_non_null(strstr(levels->cited, "Wilson 1927"));
    assert_null(strstr(levels->cited, "Garwood"));
    assert_true(text.references.has[REFERENCE_WILSON_1927]);
    assert_false(text.references.has[REFERENCE_GARWOOD_1936]);
    for (size_t i = 0; i < text.count; i++)
        for (size_t j = 1; j < REFERENCE_COUNT; j++)
            if (strstr(text.paragraphs[i].cited, reference_short((enum reference)j)))
                assert_true(text.references.has[j]);
}

static void each_edition_tells_how_it_protects(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const struct methods_text shared = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    assert_non_null(
        strstr(paragraph(&shared, "Beskyttelse af personer")->text, "Antal fra 1 til 4"));
    const struct methods_text internal = text_of(folder, EDITION_INTERNAL, LANGUAGE_DANISH);
    assert_non_null(strstr(paragraph(&internal, "Beskyttelse af personer")->text, "må ikke deles"));
    assert_false(internal.references.has[REFERENCE_HUNDEPOOL_2012]);
}

static void the_file_is_plain_text_with_its_citation(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    ten_years(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_true(methods_text_write(&place, &findings));
    const char *text = read_page_file(folder, METHODS_FILE);
    assert_memory_equal(text, "Metode\n\n", 8);
    assert_non_null(strstr(text, "Beregnet med pejling " PEJLING_VERSION "."));
    assert_non_null(strstr(text, "\n\n1. Data og sammenligning. "));
    assert_non_null(strstr(text, "\nWilson, E. B. (1927). "));
    assert_null(strchr(text, '<'));
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    assert_false(methods_text_write(&nowhere, &findings));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(only_what_the_edition_has_is_told),
        PLAN_FOLDER_TEST(citations_are_of_what_is_used),
        PLAN_FOLDER_TEST(each_edition_tells_how_it_protects),
        PLAN_FOLDER_TEST(the_file_is_plain_text_with_its_citation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
