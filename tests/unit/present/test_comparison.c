/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/comparison.h"

#include "two_editions.h"

#define NBSP "\xC2\xA0"

static struct comparison told(struct plan_folder *folder, const char *then, const char *now)
{
    struct two_editions *both = compare_editions(folder, then, now, EDITION_SHARED);
    return comparison_tell(folder->arena, folder->diagnostics.language, &both->news, "2024");
}

/* The line that begins so; the test fails without one. */
static const char *line_of(const struct comparison *comparison, const char *start)
{
    for (size_t i = 0; i < comparison->count; i++)
        for (size_t j = 0; j < comparison->parts[i].count; j++)
            if (strncmp(comparison->parts[i].lines[j], start, strlen(start)) == 0)
                return comparison->parts[i].lines[j];
    fail_msg("no line begins with %s", start);
    return "";
}

static void the_same_edition_twice_has_nothing_new(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct comparison comparison = told(folder, rows, rows);
    assert_int_equal(comparison.count, 0);
    assert_memory_equal(comparison.nothing, "Intet nyt: ingen ændrede vurderinger, ", 39);
    assert_string_equal(comparison.then, "2024 · delt");
    assert_string_equal(comparison.now, "2025 · delt");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    comparison = told(folder, rows, rows);
    assert_memory_equal(comparison.nothing, "Nothing new: no changed verdicts, ", 34);
}

static void one_revised_count_is_one_line(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    struct comparison comparison =
        told(folder, then, replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;"));
    assert_int_equal(comparison.count, 1);
    assert_string_equal(comparison.parts[0].heading, "Reviderede tal");
    assert_int_equal(comparison.parts[0].count, 1);
    assert_string_equal(comparison.parts[0].lines[0],
                        "Andel, Nordparken, 2018: 32,0" NBSP "pct. er nu 32,2" NBSP
                        "pct. (640 af 2.000 er nu 644 af 2.000).");
    comparison = told(folder, then, replaced(folder, then, "nord;2018;;640;", "nord;2018;;640,5;"));
    assert_string_equal(comparison.parts[0].lines[0], "Andel, Nordparken, 2018: stadig 32,0" NBSP
                                                      "pct. (640 af 2.000 er nu 640,50 af 2.000).");
}

/* Whatever was revised, the line says it. */
static void each_measure_says_what_was_revised(void **state)
{
    static const struct {
        const char *then, *now, *line;
    } cases[] = {
        {"raten;by;2020;;20;1000;;;\n", "raten;by;2020;;21;1000;;;\n",
         "Rate, Byen, 2020: 20,0" NBSP "pr. 1.000 er nu 21,0" NBSP
         "pr. 1.000 (20 af 1.000 er nu 21 af 1.000)."},
        {"snittet;by;2020;;;900;6,5;2,5;\n", "snittet;by;2020;;;901;6,5;2,5;\n",
         "Gennemsnit, Byen, 2020: stadig 6,5" NBSP "point (nævner 900 er nu nævner 901)."},
        {"snittet;by;2020;;;900;6,5;2,5;\n", "snittet;by;2020;;;900;6,5;2,6;\n",
         "Gennemsnit, Byen, 2020: stadig 6,5" NBSP
         "point (spredning, svar eller befolkning er revideret)."},
        {"tallet;by;2020;;;;300;;\n", "tallet;by;2020;;;;300,001;;\n",
         "Værdi, Byen, 2020: 300,000" NBSP "kr. er nu 300,001" NBSP "kr."},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct comparison comparison = told(folder, cases[i].then, cases[i].now);
        assert_int_equal(comparison.count, 1);
        assert_string_equal(comparison.parts[0].lines[0], cases[i].line);
    }
}

static void a_new_year_has_its_figures_moves_and_verdicts(void **state)
{
    struct plan_folder *folder = *state;
    struct comparison comparison = told(folder, panel_rows(folder, 2021), panel_rows(folder, 2022));
    assert_string_equal(line_of(&comparison, "Andel, Sydparken: fra"),
                        "Andel, Sydparken: fra »kan ikke afgøres (for upræcist)« til »indsnævres "
                        "(bedre)«; det følger af nye tal.");
    assert_string_equal(line_of(&comparison, "Andel, 2022:"),
                        "Andel, 2022: Byen, Nordparken, Sydparken og Områderne samlet.");
    comparison = told(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n",
                      "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n"
                      "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;160;400;;;\n");
    assert_string_equal(line_of(&comparison, "Andel, Nordparken: niveauet"),
                        "Andel, Nordparken: niveauet fra 25,0" NBSP "pct. i 2020 til 40,0" NBSP
                        "pct. i 2021, ændring +15,0" NBSP "pct.-point (+8,5 til +21,3) (bedre).");
}

static void groups_and_hidden_figures_are_named(void **state)
{
    struct plan_folder *folder = *state;
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;90;200;;;\n"
                               "andelen;nord;2020;kvinder;50;100;;;\n";
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nordparken;område;by;;;;\n");
    struct comparison comparison =
        told(folder, then, replaced(folder, then, "kvinder;50;", "kvinder;51;"));
    assert_memory_equal(comparison.parts[0].lines[0], "Andel, Nordparken, kvinder, 2020: ", 34);
    comparison = told(folder, then, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;2;200;;;\n");
    line_of(&comparison, "Nu skjult: Andel, 2020: Nordparken.");
    line_of(&comparison, "Ikke længere med: Andel, 2020: Nordparken, kvinder.");
}

/* Names come from files that somebody else may have made. */
static void no_name_breaks_the_page(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(
        folder, then, replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;"), EDITION_SHARED);
    for (size_t i = 0; i < folder->catalogue.area_count; i++)
        folder->catalogue.areas[i].name = "A\x1B[2J\nB %s %n";
    folder->catalogue.plan.title = "T\x1B[31m";
    struct comparison comparison =
        comparison_tell(folder->arena, LANGUAGE_DANISH, &both->news, "2024\x1B");
    const char *text = comparison_text(folder->arena, LANGUAGE_DANISH, &comparison);
    assert_null(strchr(text, '\x1B'));
    assert_non_null(strstr(text, "A [2J B %s %n, 2018: "));
}

static void the_text_has_numbered_sections_within_its_width(void **state)
{
    struct plan_folder *folder = *state;
    struct comparison comparison = told(folder, panel_rows(folder, 2016), panel_rows(folder, 2022));
    const char *text = comparison_text(folder->arena, LANGUAGE_DANISH, &comparison);
    assert_memory_equal(text,
                        "Plan                  Prøveplan\nFør                   2024 · delt\n", 69);
    assert_non_null(strstr(text, "\n1. Ændrede vurderinger\n----"));
    assert_non_null(strstr(text, "\n3. Nye tal\n"));
    assert_non_null(strstr(text, "\nEllers intet nyt: ingen reviderede tal, "));
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") < 125); /* bytes; 100 columns */
}

static void an_edition_made_by_another_rule_is_not_said_to_be_made_by_the_same(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    struct comparison comparison =
        comparison_tell(folder->arena, LANGUAGE_DANISH, &both->news, "2024");
    assert_non_null(strstr(comparison_text(folder->arena, LANGUAGE_DANISH, &comparison),
                           "\nBegge udgaver er vurderet efter samme regel "));
    both->news.method_changed = true;
    const char *text = comparison_text(folder->arena, LANGUAGE_DANISH, &comparison);
    assert_null(strstr(text, "samme regel"));
    assert_non_null(strstr(text, "\nReglen for vurderingerne, eller programmet, "));
}

/* Its own catalogue says what it is marked with. */
static void the_earlier_edition_has_its_own_marks(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both =
        compare_editions_of(folder, rows, rows, EDITION_INTERNAL, EDITION_INTERNAL);
    struct catalogue earlier = folder->catalogue;
    earlier.plan.illustrative = true;
    both->news.definitions = &earlier;
    struct comparison comparison =
        comparison_tell(folder->arena, LANGUAGE_DANISH, &both->news, "2024");
    assert_string_equal(comparison.then, "2024 · opdigtede tal · INTERN – må ikke deles");
    assert_string_equal(comparison.now, "2025 · INTERN – må ikke deles");
    both = compare_editions(folder, rows, rows, EDITION_SHARED);
    both->news.definitions = &earlier;
    comparison = comparison_tell(folder->arena, LANGUAGE_ENGLISH, &both->news, "2024");
    assert_string_equal(comparison.then, "2024 · invented figures · shared");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_same_edition_twice_has_nothing_new),
        PLAN_FOLDER_TEST(one_revised_count_is_one_line),
        PLAN_FOLDER_TEST(each_measure_says_what_was_revised),
        PLAN_FOLDER_TEST(a_new_year_has_its_figures_moves_and_verdicts),
        PLAN_FOLDER_TEST(groups_and_hidden_figures_are_named),
        PLAN_FOLDER_TEST(no_name_breaks_the_page),
        PLAN_FOLDER_TEST(the_text_has_numbered_sections_within_its_width),
        PLAN_FOLDER_TEST(an_edition_made_by_another_rule_is_not_said_to_be_made_by_the_same),
        PLAN_FOLDER_TEST(the_earlier_edition_has_its_own_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
