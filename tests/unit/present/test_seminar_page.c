/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_page.h"

#include "page_world.h"

#define DEEPEST 32

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
    plan_folder_write(folder, "figurer/tendens_andelen-nord.svg", "<svg></svg>");
    const char *page = page_of(folder, EDITION_SHARED);
    plan_folder_remove(folder, "figurer/tendens_andelen-nord.svg");
    rmdir(plan_folder_file(folder, "figurer"));
    assert_non_null(strstr(page, "default-src 'none'"));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "<link"));
    assert_null(strstr(page, "http:"));
    assert_null(strstr(page, "https:"));
    assert_int_equal(occurrences(page, "<svg>"), 1);
    assert_null(strstr(page, "src="));
    assert_null(strstr(page, "url("));
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

/* --- marks and words -------------------------------------------------------------------------- */
static void an_edition_says_what_it_is_and_what_it_does_not_say(void **state)
{
    struct plan_folder *folder = *state;
    const char *plain = page_of(folder, EDITION_SHARED);
    assert_null(strstr(plain, wording_internal(LANGUAGE_DANISH)));
    assert_null(strstr(plain, wording_invented(LANGUAGE_DANISH)));
    /* at the head, at the foot, and wherever sources are named */
    assert_int_equal(occurrences(plain, wording_no_cause(LANGUAGE_DANISH)),
                     2 + occurrences(plain, "<p class=\"source\">"));
    assert_non_null(strstr(page_of(folder, EDITION_INTERNAL), wording_internal(LANGUAGE_DANISH)));
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_DANISH)));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_non_null(strstr(page_of(folder, EDITION_SHARED), wording_invented(LANGUAGE_ENGLISH)));
}

static void a_page_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    const struct place nowhere = {&folder->diagnostics, plan_folder_file(folder, "nej"), ""};
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_false(seminar_page_write(&nowhere, &(struct seminar_matter){.findings = &findings}));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_page_is_whole_in_both_languages_and_editions),
        PLAN_FOLDER_TEST(the_page_fetches_nothing_and_runs_nothing),
        PLAN_FOLDER_TEST(hostile_names_are_nowhere_markup),
        PLAN_FOLDER_TEST(an_edition_says_what_it_is_and_what_it_does_not_say),
        PLAN_FOLDER_TEST(a_page_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
