/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/present/wording.h"

#define PAGE "seminar.html"
#define DEEPEST 32

#define FIGURES                                                                                    \
    "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\nandelen;syd;2021;;40;130;;;\n"     \
    "andelen;by;2022;;511;1013;;;\nandelen;nord;2022;;3;71;;;\nandelen;syd;2022;;44;127;;;\n"      \
    "raten;by;2022;;51;1013;;;\nraten;nord;2022;;9;71;;;\nraten;syd;2022;;8;127;;;\n"

/* The page of the plan folder as it stands. */
static const char *page_of(struct plan_folder *folder, enum edition edition)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    const struct input_file file = {plan_folder_file(folder, PAGE), PAGE, PROBLEM_FILE};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    size_t length = 0;
    assert_true(seminar_page_write(&place, &findings, NULL));
    const char *page = file_read(&folder->diagnostics, &file, 1 << 22, &length);
    assert_non_null(page);
    assert_int_equal(strlen(page), length);
    plan_folder_remove(folder, PAGE);
    return page;
}

static size_t occurrences(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
        count++;
    return count;
}

static bool is_void(const char *name, size_t length)
{
    static const char *const names[] = {"!DOCTYPE", "meta", "img", "br"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && strncmp(name, names[i], length) == 0)
            return true;
    return false;
}

/* Every tag that opens is closed, the last one first, and no `<` or `"` stands astray. */
static void assert_tags_close(const char *page)
{
    const char *open[DEEPEST];
    size_t sizes[DEEPEST], depth = 0;
    for (const char *at = page; (at = strchr(at, '<'));) {
        bool closing = at[1] == '/';
        const char *name = at + 1 + closing;
        size_t size = strcspn(name, " >\n");
        const char *end = name + strcspn(name, "<>");
        assert_int_equal(*end, '>');
        if (closing) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(size, sizes[depth]);
            assert_memory_equal(name, open[depth], size);
        } else if (!is_void(name, size)) {
            assert_true(depth < DEEPEST);
            open[depth] = name;
            sizes[depth++] = size;
        }
        at = end;
    }
    assert_int_equal(depth, 0);
}

static void the_page_is_whole_in_both_languages_and_editions(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++)
        for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
            folder->diagnostics.language = (enum language)language;
            const char *page = page_of(folder, (enum edition)edition);
            assert_memory_equal(page, "<!DOCTYPE html>\n", 16);
            assert_string_equal(page + strlen(page) - 8, "</html>\n");
            assert_tags_close(page);
            assert_non_null(strstr(page, language == LANGUAGE_DANISH ? "<html lang=\"da\">"
                                                                     : "<html lang=\"en\">"));
            assert_null(strstr(page, "(null)"));
            assert_null(strstr(page, "nan"));
            assert_null(strstr(page, " inf"));
        }
}

static void the_page_fetches_nothing_and_runs_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    plan_folder_write(folder, "figurer/tendens_andelen.svg", "<svg/>");
    const char *page = page_of(folder, EDITION_SHARED);
    plan_folder_remove(folder, "figurer/tendens_andelen.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(page, "default-src 'none'"));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "<link"));
    assert_null(strstr(page, "http:"));
    assert_null(strstr(page, "https:"));
    assert_int_equal(occurrences(page, "src=\""), 1);
    assert_int_equal(occurrences(page, "src=\"data:image/svg+xml;base64,"), 1);
}

/* --- hostile names ---------------------------------------------------------------------------- */
/* A field of CSV with markup in it that ends an attribute, an element and a comment. */
#define HOSTILE(name) "\"<b x='y'>&\"\"" name "\"\"--></title></td>\""
#define ESCAPED(name)                                                                              \
    "&lt;b x=&#39;y&#39;&gt;&amp;&quot;" name "&quot;--&gt;&lt;/title&gt;&lt;/td&gt;"

static const char hostile_plan[] =
    "nøgle;værdi\ntitel;" HOSTILE("titel") "\nplanstart;2021-10-01\nplanslut;2025-09-30\nbasisår;"
                                           "2021\nudgave;" HOSTILE("udgave") "\n";

static const char hostile_areas[] = AREAS_HEADER "by;" HOSTILE(
    "by") ";kommune;;;;;\n"
          "nord;" HOSTILE("nord") ";område;by;;;;" HOSTILE(
              "areanote") "\n"
                          "nord_1;" HOSTILE("afdeling") ";afdeling;nord;2020-01-01;;;\n"
                                                        "syd;" HOSTILE("syd") ";område;by;;;;\n";

static const char hostile_indicators[] =
    "kode;navn;kort_navn;mål;målgruppe;type;enhed;god_retning;opgørelse;kilde;lbf_nr;note\n"
    "andelen;" HOSTILE("navn") ";" HOSTILE("kort") ";" HOSTILE("goal") ";" HOSTILE(
        "gruppe") ";"
                  "andel;" HOSTILE("enhed") ";op;kalenderår;" HOSTILE("kilde") ";1;" HOSTILE(
                      "note") "\n";

static const char hostile_breaks[] =
    "indikator;område;periode;årsag\nandelen;nord;2022;" HOSTILE("brud") "\n";

static void hostile_folder(struct plan_folder *folder)
{
    plan_folder_write(folder, "plan.csv", hostile_plan);
    plan_folder_write(folder, "omraader.csv", hostile_areas);
    plan_folder_write(folder, "indikatorer.csv", hostile_indicators);
    plan_folder_write(folder, "brud.csv", hostile_breaks);
    plan_folder_write(folder, "observationer/<i>&.txt", "");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
}

static void hostile_names_are_nowhere_markup(void **state)
{
    static const char *const shown[] = {
        ESCAPED("titel"), ESCAPED("udgave"),   ESCAPED("by"),        ESCAPED("nord"),
        ESCAPED("syd"),   ESCAPED("navn"),     ESCAPED("goal"),      ESCAPED("gruppe"),
        ESCAPED("enhed"), ESCAPED("kilde"),    ESCAPED("note"),      ESCAPED("areanote"),
        ESCAPED("brud"),  ESCAPED("afdeling"), "&lt;i&gt;&amp;.txt",
    };
    struct plan_folder *folder = *state;
    hostile_folder(folder);
    const char *page = page_of(folder, EDITION_INTERNAL);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (!strstr(page, shown[i]))
            fail_msg("not on the page: %s", shown[i]);
    assert_null(strstr(page, "<b "));
    assert_null(strstr(page, "<i>"));
    assert_int_equal(occurrences(page, "<title>"), 1);
    assert_int_equal(occurrences(page, "</title>"), 1);
    assert_tags_close(page);
}

static void hostile_names_stay_inside_the_words_of_a_picture(void **state)
{
    struct plan_folder *folder = *state;
    hostile_folder(folder);
    mkdir(plan_folder_file(folder, "figurer"), 0700);
    plan_folder_write(folder, "figurer/tendens_andelen.svg", "<svg/>");
    plan_folder_write(folder, "figurer/omraade_nord.svg", "<svg/>");
    const char *page = page_of(folder, EDITION_SHARED);
    plan_folder_remove(folder, "figurer/tendens_andelen.svg");
    plan_folder_remove(folder, "figurer/omraade_nord.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(page, "<img alt=\"Udvikling: " ESCAPED("navn") "\" src=\"data:"));
    assert_non_null(strstr(page, "<img alt=\"" ESCAPED("nord") " og kommunen"));
    assert_int_equal(occurrences(page, "<img "), 2);
    assert_tags_close(page);
}

/* --- marks and words -------------------------------------------------------------------------- */
static void an_edition_says_what_it_is_and_what_it_does_not_say(void **state)
{
    struct plan_folder *folder = *state;
    const char *plain = page_of(folder, EDITION_SHARED);
    assert_null(strstr(plain, wording_internal(LANGUAGE_DANISH)));
    assert_null(strstr(plain, wording_invented(LANGUAGE_DANISH)));
    assert_int_equal(occurrences(plain, wording_no_cause(LANGUAGE_DANISH)), 2);
    assert_non_null(strstr(page_of(folder, EDITION_INTERNAL), wording_internal(LANGUAGE_DANISH)));
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_DANISH)));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_ENGLISH)));
}

static void a_hidden_level_says_so_and_its_count_is_nowhere(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;3;8191;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
    const char *page = page_of(folder, EDITION_SHARED);
    assert_non_null(strstr(page, "<td class=\"n\">skjult: få personer</td>"));
    assert_non_null(strstr(page, "1 måling skjult: få personer"));
    assert_null(strstr(page, "8191"));
    assert_null(strstr(page, "8.191"));
}

/* Beside each indicator how many figures are hidden, and once for the edition why. */
static void what_is_hidden_is_counted_and_explained(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = page_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "Skjult: få personer (2 af 6 tal for områderne)."), 1);
    assert_int_equal(occurrences(page, "Skjult: få personer ("), 1); /* none of »raten« */
    assert_int_equal(occurrences(page, "Tal for områderne, der handler om få personer, er skjult"),
                     1);
    assert_int_equal(occurrences(page, "tabeller/niveauer.csv: 2 af 15 rækker"), 1);
    page = page_of(folder, EDITION_INTERNAL);
    assert_null(strstr(page, "Skjult: få personer ("));
    assert_null(strstr(page, "Tal for områderne, der handler om"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    page = page_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "Hidden: few persons (2 of 6 figures of the areas)."), 1);
    assert_int_equal(occurrences(page, "Figures of the areas about few persons are hidden"), 1);
}

static void every_number_of_a_figure_stands_in_the_table_under_it(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *page = page_of(folder, EDITION_INTERNAL);
    assert_non_null(strstr(page, "<th scope=\"row\">2021</th>\n<td class=\"n\">50,0</td>\n"
                                 "<td class=\"n\">44,3</td>\n<td class=\"n\">30,8</td>\n"
                                 "<td class=\"n\">35,5</td>"));
}

static void a_figure_that_is_missing_is_said_to_be(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    /* two indicators with figures, two areas and their total */
    assert_int_equal(occurrences(page_of(folder, EDITION_SHARED), "Figuren mangler"), 5);
}

static void a_break_is_told_with_its_cause(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;;2022;Ny opgørelse\n"
                      "raten;nord;2023-04-01;Sammenlægning\n");
    const char *page = page_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "Databrud 2022: Ny opgørelse"), 1);
    assert_int_equal(occurrences(page, "Databrud 2023, Nordparken: Sammenlægning"), 1);
}

/* Who reads the page has no terminal. */
static void error_rates_that_are_not_measured_are_told_without_commands(void **state)
{
    struct plan_folder *folder = *state;
    const char *page = page_of(folder, EDITION_SHARED);
    assert_int_equal(occurrences(page, "fejlrater er ikke målt på netop disse serier: "), 1);
    assert_int_equal(occurrences(page, "make "), 0);
}

static void a_break_of_a_school_year_series_is_told_as_one(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER "snittet;Snit;gennemsnit;point;op;skoleår;K\n");
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nsnittet;;2019/20;Ny skala\n");
    plan_folder_figures(folder, "snittet;by;2018/19;;;900;6,5;2,5;\n"
                                "snittet;nord;2018/19;;;90;6,5;2,5;\n"
                                "snittet;nord;2019/20;;;90;6,5;2,5;\n");
    assert_int_equal(occurrences(page_of(folder, EDITION_SHARED), "Databrud 2019/20: Ny skala"), 1);
}

static void two_municipalities_are_both_named_as_what_gaps_are_measured_to(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;To\nplanstart;2021-10-01\nplanslut;2025-09-30\n"
                      "basisår;2021\nudgave;2025\n");
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n"
                                   "havn;Havnen;kommune;;;;;\nkaj;Kajen;område;havn;;;;\n");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "andelen;havn;2021;;400;900;;;\nandelen;kaj;2021;;40;130;;;\n");
    assert_non_null(strstr(page_of(folder, EDITION_SHARED),
                           "afstand til: Resten af Byen, Resten af Havnen · kilde: K"));
}

/* --- data quality ----------------------------------------------------------------------------- */
static void remarks_are_listed_with_their_place_and_faults_first(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, folder->path, ""};
    const struct input_file file = {plan_folder_file(folder, PAGE), PAGE, PROBLEM_FILE};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    diagnostics_report(&folder->diagnostics, PROBLEM_REMARK,
                       (struct location){.file = "observationer/noter.txt"}, "læses ikke", "x");
    diagnostics_report(&folder->diagnostics, PROBLEM_SERIES, (struct location){"a.csv", 7, 3},
                       "serien er udeladt", "x");
    diagnostics_report(&folder->diagnostics, PROBLEM_TOOL, (struct location){"gnuplot", 0, 0},
                       "værktøjet", "x");
    assert_true(seminar_page_write(&place, &findings, NULL));
    size_t length;
    const char *page = file_read(&folder->diagnostics, &file, 1 << 22, &length);
    plan_folder_remove(folder, PAGE);
    const char *fault = strstr(page, "<li>a.csv:7:3: serien er udeladt</li>");
    const char *said = strstr(page, "<li>observationer/noter.txt: læses ikke</li>");
    assert_true(fault && said && fault < said);
    assert_non_null(strstr(page, "Nogle serier er udeladt på grund af fejl i data"));
    assert_null(strstr(page, "værktøjet"));
    assert_null(strstr(page, "Ingen bemærkninger."));
}

static void without_remarks_the_page_says_so(void **state)
{
    struct plan_folder *folder = *state;
    const char *page = page_of(folder, EDITION_SHARED);
    assert_non_null(strstr(page, "<li>Ingen bemærkninger.</li>"));
    assert_null(strstr(page, "udeladt på grund af fejl"));
}

static void a_page_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_false(seminar_page_write(&nowhere, &findings, NULL));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_page_is_whole_in_both_languages_and_editions),
        PLAN_FOLDER_TEST(the_page_fetches_nothing_and_runs_nothing),
        PLAN_FOLDER_TEST(hostile_names_are_nowhere_markup),
        PLAN_FOLDER_TEST(hostile_names_stay_inside_the_words_of_a_picture),
        PLAN_FOLDER_TEST(an_edition_says_what_it_is_and_what_it_does_not_say),
        PLAN_FOLDER_TEST(a_hidden_level_says_so_and_its_count_is_nowhere),
        PLAN_FOLDER_TEST(what_is_hidden_is_counted_and_explained),
        PLAN_FOLDER_TEST(every_number_of_a_figure_stands_in_the_table_under_it),
        PLAN_FOLDER_TEST(a_figure_that_is_missing_is_said_to_be),
        PLAN_FOLDER_TEST(a_break_is_told_with_its_cause),
        PLAN_FOLDER_TEST(error_rates_that_are_not_measured_are_told_without_commands),
        PLAN_FOLDER_TEST(a_break_of_a_school_year_series_is_told_as_one),
        PLAN_FOLDER_TEST(two_municipalities_are_both_named_as_what_gaps_are_measured_to),
        PLAN_FOLDER_TEST(remarks_are_listed_with_their_place_and_faults_first),
        PLAN_FOLDER_TEST(without_remarks_the_page_says_so),
        PLAN_FOLDER_TEST(a_page_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
