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

static void assert_each_is_cited(const struct methods_text *text)
{
    for (size_t i = 1; i < REFERENCE_COUNT; i++) {
        bool cited = false;
        for (size_t j = 0; j < text->count; j++)
            cited = cited || strstr(text->paragraphs[j].cited, reference_short((enum reference)i));
        if (cited != text->references.has[i])
            fail_msg("%s: %s", reference_short((enum reference)i),
                     cited ? "cited, and not used" : "used, and not cited");
    }
}

/* The list is made of the findings, the citations by paragraph: both are the same references. */
static void what_is_used_is_cited_and_the_other_way_round(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\n");
    struct methods_text text = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    assert_each_is_cited(&text);
    ten_years(folder);
    for (int i = 0; i < 2; i++) {
        text = text_of(folder, i ? EDITION_INTERNAL : EDITION_SHARED, LANGUAGE_ENGLISH);
        assert_each_is_cited(&text);
    }
    const struct methods_paragraph *levels = paragraph(&text, "Levels and their intervals");
    assert_non_null(strstr(levels->cited, "Wilson 1927"));
    assert_null(strstr(levels->cited, "Garwood"));
    assert_true(text.references.has[REFERENCE_BLOOM_1995]);
}

static void what_rests_on_targets_and_plans_ahead_is_told(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const struct methods_text without = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    const struct methods_paragraph *ahead = paragraph(&without, "Planlægning fremad");
    assert_non_null(strstr(ahead->text, "en styrke på 80 pct."));
    assert_string_equal(ahead->cited, "Bloom 1995; Cohen 1988; Johnson & Welch 1940");
    assert_null(paragraph(&without, "Bestyrelsens mål"));
    plan_folder_write(folder, "maaltal.csv",
                      "indikator;område;periode;mål\nandelen;nord;2025;60\n");
    const struct methods_text with = text_of(folder, EDITION_SHARED, LANGUAGE_DANISH);
    assert_string_equal(paragraph(&with, "Bestyrelsens mål")->cited, "Draper & Smith 1998");
    assert_each_is_cited(&with);
}

static void the_shipped_plans_cite_all_that_they_use(void **state)
{
    static const char *const plans[] = {"data/eksempel", "data/valg", "data/aftalen"};
    const struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        struct plan_folder *shipped = arena_alloc(folder->arena, 1, sizeof *shipped);
        *shipped = *folder;
        shipped->path = plans[i];
        const struct methods_text text = text_of(shipped, EDITION_SHARED, LANGUAGE_DANISH);
        assert_each_is_cited(&text);
    }
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
        PLAN_FOLDER_TEST(what_is_used_is_cited_and_the_other_way_round),
        PLAN_FOLDER_TEST(the_shipped_plans_cite_all_that_they_use),
        PLAN_FOLDER_TEST(what_rests_on_targets_and_plans_ahead_is_told),
        PLAN_FOLDER_TEST(each_edition_tells_how_it_protects),
        PLAN_FOLDER_TEST(the_file_is_plain_text_with_its_citation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
