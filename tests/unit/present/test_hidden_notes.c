/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_notes.h"

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/present/html.h"

#define PAGE "noter.html"

/* »nord« is small in 2020 and 2021, and »syd« goes with it; »raten« hides nothing. */
#define FIGURES                                                                                    \
    "andelen;by;2019;;30000;75000;;;\nandelen;nord;2019;;20;100;;;\nandelen;syd;2019;;40;120;;;\n" \
    "andelen;by;2020;;30000;75000;;;\nandelen;nord;2020;;2;100;;;\nandelen;syd;2020;;40;120;;;\n"  \
    "andelen;by;2021;;30000;75000;;;\nandelen;nord;2021;;3;100;;;\nandelen;syd;2021;;40;120;;;\n"  \
    "raten;by;2020;;5000;75000;;;\nraten;nord;2020;;9;100;;;\nraten;syd;2020;;8;120;;;\n"

/* What is written of an indicator, or with NULL of the edition. */
static const char *notes_of(struct plan_folder *folder, enum edition edition, const char *code)
{
    const struct input_file file = {plan_folder_file(folder, PAGE), PAGE, PROBLEM_FILE};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    struct sink *sink = sink_open(&folder->diagnostics, file.path);
    const struct hidden_notes notes = {sink, folder->arena, folder->diagnostics.language,
                                       &findings};
    if (code) {
        hidden_notes_indicator(&notes, indicator_of(folder, code));
        for (size_t i = 0; i < folder->catalogue.area_count; i++) {
            const struct sentence pooled = hidden_notes_pooled(&notes, indicator_of(folder, code),
                                                               &folder->catalogue.areas[i]);
            if (!*pooled.text)
                continue;
            assert_true(pooled.count > 0);
            html_element(sink, "p", pooled.text);
        }
    } else {
        hidden_notes_edition(&notes);
    }
    assert_true(sink_close(sink));
    size_t length = 0;
    const char *text = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    plan_folder_remove(folder, PAGE);
    assert_non_null(text);
    return text;
}

static void the_hidden_figures_of_an_indicator_are_counted(void **state)
{
    static const struct {
        const char *rows, *counted;
    } cases[] = {
        /* the areas and their total, without the municipality and the rest */
        {"andelen;by;2020;;30000;75000;;;\nandelen;nord;2020;;3;100;;;\n"
         "andelen;syd;2020;;40;120;;;\n",
         "2 af 3"},
        {"andelen;nord;2020;;3;100;;;\n", "1 af 1"},
        {"andelen;nord;2019;;30;100;;;\nandelen;nord;2020;;3;100;;;\n", "1 af 2"},
        /* what is not there is not counted, nor are subgroups */
        {"andelen;nord;2019;;;;;;mangler\nandelen;nord;2020;;3;100;;;\n", "1 af 1"},
        {"andelen;nord;2020;;3;100;;;\nandelen;nord;2020;unge;2;50;;;\n", "1 af 1"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, cases[i].rows);
        assert_string_equal(
            notes_of(folder, EDITION_SHARED, "andelen"),
            arena_printf(folder->arena,
                         "<p class=\"muted\">Skjult: få personer (%s tal for områderne).</p>\n",
                         cases[i].counted));
    }
}

static void what_is_withheld_as_sensitive_is_not_said_to_be_few_persons(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "andelen;A;værdi;pct.;op;kalenderår;K;ja\n");
    plan_folder_figures(folder, "andelen;nord;2020;;;;47;;\nandelen;nord;2021;;;;48;;\n"
                                "andelen;by;2021;;;;9;;\n");
    assert_string_equal(notes_of(folder, EDITION_SHARED, "andelen"),
                        "<p class=\"muted\">Vises ikke i den delte udgave (2 af 2 tal for "
                        "områderne).</p>\n");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_string_equal(notes_of(folder, EDITION_SHARED, "andelen"),
                        "<p class=\"muted\">Not shown in the shared edition (2 of 2 figures of "
                        "the areas).</p>\n");
    assert_string_equal(notes_of(folder, EDITION_INTERNAL, "andelen"), "");
}

static void nothing_is_said_where_nothing_is_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    assert_string_equal(notes_of(folder, EDITION_SHARED, "raten"), "");
    assert_string_equal(notes_of(folder, EDITION_SHARED, "tallet"), ""); /* no figures at all */
    assert_string_equal(notes_of(folder, EDITION_INTERNAL, "andelen"), "");
    /* a twin, a section or a group is hidden, but no area */
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "tvil;T;tvilling;;;;;\n");
    plan_folder_figures(folder, "andelen;tvil;2020;;3;100;;;\nandelen;nord;2020;;30;100;;;\n");
    assert_string_equal(notes_of(folder, EDITION_SHARED, "andelen"), "");
}

static void three_years_together_are_offered_in_words(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *danish = notes_of(folder, EDITION_SHARED, "andelen");
    assert_string_equal(danish,
                        "<p class=\"muted\">Skjult: få personer (4 af 9 tal for områderne).</p>\n"
                        "<p>Nordparken, tre år samlet: 2019–2021: 8,3 pct. (5,7 til 12,0)</p>\n"
                        "<p>Sydparken, tre år samlet: 2019–2021: 33,3 pct. (28,6 til 38,3)</p>\n");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_string_equal(
        notes_of(folder, EDITION_SHARED, "andelen"),
        "<p class=\"muted\">Hidden: few persons (4 of 9 figures of the areas).</p>\n"
        "<p>Nordparken, three years together: 2019–2021: 8.3 pct. (5.7 to 12.0)</p>\n"
        "<p>Sydparken, three years together: 2019–2021: 33.3 pct. (28.6 to 38.3)</p>\n");
}

static void several_pools_of_an_area_stand_in_one_line(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "";
    for (int year = 2016; year <= 2021; year++)
        rows = arena_printf(folder->arena, "%sandelen;nord;%d;;%d;100;;;\n", rows, year,
                            year % 3 ? 1 + year % 3 : 20);
    plan_folder_figures(folder, rows);
    const char *text = notes_of(folder, EDITION_SHARED, "andelen");
    const char *first = strstr(text, "<p>Nordparken, tre år samlet: 2016–2018: 8,3 pct. (");
    const char *second = strstr(text, ") · 2019–2021: 8,3 pct. (");
    assert_true(first && second && first < second);
    assert_null(strstr(second, "<p>"));
}

static void names_with_markup_are_text(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;<b>&;område;by;;;;\n"
                                   "syd;Syd;område;by;;;;\n");
    plan_folder_figures(folder, FIGURES);
    const char *text = notes_of(folder, EDITION_SHARED, "andelen");
    assert_non_null(strstr(text, "<p>&lt;b&gt;&amp;, tre år samlet: "));
    assert_null(strstr(text, "<b>"));
}

static void the_reason_has_the_limits_of_the_plan(void **state)
{
    struct plan_folder *folder = *state;
    struct plan plan = {.threshold = 11, .minimum_denominator = 37};
    const char *danish = hidden_notes_reason(folder->arena, LANGUAGE_DANISH, &plan);
    const char *english = hidden_notes_reason(folder->arena, LANGUAGE_ENGLISH, &plan);
    assert_non_null(strstr(danish, "antal fra 1 til 10 "));
    assert_non_null(strstr(danish, "grupper på under 37."));
    assert_non_null(strstr(english, "counts from 1 to 10 "));
    assert_non_null(strstr(english, "groups under 37."));
}

/* --- the edition ------------------------------------------------------------------------------ */
static void an_edition_says_why_and_how_much_is_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *danish = notes_of(folder, EDITION_SHARED, NULL);
    assert_ptr_equal(strstr(danish, "<p>Tal for områderne, der handler om få personer, er skjult: "
                                    "antal fra 1 til 4 "),
                     danish);
    assert_non_null(strstr(danish, "alt om grupper på under 20."));
    assert_non_null(strstr(danish, "<ul>\n<li>tabeller/niveauer.csv: 4 af "));
    assert_non_null(strstr(danish, "<li>tabeller/afstande.csv: 12 af "));
    assert_non_null(strstr(danish, "<li>tabeller/tendenser.csv: "));
    assert_string_equal(danish + strlen(danish) - strlen("</li>\n</ul>\n"), "</li>\n</ul>\n");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    const char *english = notes_of(folder, EDITION_SHARED, NULL);
    assert_non_null(strstr(
        english, "<p>Figures of the areas about few persons are hidden: counts from 1 to 4 "));
    assert_non_null(strstr(english, "anything of groups under 20."));
    assert_non_null(strstr(english, "<li>tabeller/niveauer.csv: 4 of "));
}

static void the_reason_names_the_thresholds_of_the_plan(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "tærskel;8\nmindste_nævner;50\n");
    plan_folder_figures(folder, FIGURES);
    const char *text = notes_of(folder, EDITION_SHARED, NULL);
    assert_non_null(strstr(text, "antal fra 1 til 7 "));
    assert_non_null(strstr(text, "på under 50."));
}

static void an_internal_edition_hides_nothing_and_explains_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    assert_string_equal(notes_of(folder, EDITION_INTERNAL, NULL), "");
}

/* Not which figure is hidden for its own sake, and which for that of others. */
static void the_notes_do_not_tell_the_hidden_apart(void **state)
{
    struct plan_folder *folder = *state;
    const char *texts[2];
    for (int i = 0; i < 2; i++) {
        plan_folder_figures(folder, arena_printf(folder->arena,
                                                 "andelen;by;2020;;30000;75000;;;\n"
                                                 "andelen;nord;2020;;%d;100;;;\n"
                                                 "andelen;syd;2020;;%d;120;;;\n",
                                                 i ? 3 : 40, i ? 40 : 3));
        texts[i] = notes_of(folder, EDITION_SHARED, "andelen");
    }
    assert_string_equal(texts[0], texts[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_hidden_figures_of_an_indicator_are_counted),
        PLAN_FOLDER_TEST(what_is_withheld_as_sensitive_is_not_said_to_be_few_persons),
        PLAN_FOLDER_TEST(nothing_is_said_where_nothing_is_hidden),
        PLAN_FOLDER_TEST(three_years_together_are_offered_in_words),
        PLAN_FOLDER_TEST(several_pools_of_an_area_stand_in_one_line),
        PLAN_FOLDER_TEST(names_with_markup_are_text),
        PLAN_FOLDER_TEST(the_reason_has_the_limits_of_the_plan),
        PLAN_FOLDER_TEST(an_edition_says_why_and_how_much_is_hidden),
        PLAN_FOLDER_TEST(the_reason_names_the_thresholds_of_the_plan),
        PLAN_FOLDER_TEST(an_internal_edition_hides_nothing_and_explains_nothing),
        PLAN_FOLDER_TEST(the_notes_do_not_tell_the_hidden_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
