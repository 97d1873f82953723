/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/comparable.h"

#include "plan_folder.h"

#define FULL                                                                                       \
    "kode;navn;mål;type;enhed;faktor;god_retning;klasse;målgruppe;opgørelse;kilde;tendens;"     \
    "lbf_nr;mindste_antal;følsom;delta;note\n"
#define ROW "a;A;M;andel;pct.;100;op;strøm;unge;kalenderår;K;ja;1;5;nej;1;n\n"

static const char *reason; /* of the last comparison that a test made */

/* Whether two states of the plan folder may be compared; the problems stay in the folder. */
static bool may_compare(struct plan_folder *folder, const char *file, const char *then,
                        const char *now)
{
    plan_folder_write(folder, file, then);
    plan_folder_read_catalogue(folder);
    const struct catalogue before = folder->catalogue;
    plan_folder_write(folder, file, now);
    plan_folder_read_catalogue(folder);
    assert_int_equal(folder->diagnostics.count, 0);
    return comparable(&folder->diagnostics, "NEW", &before, &folder->catalogue, &reason);
}

static const char *text_with(struct plan_folder *folder, const char *text, const char *before,
                             const char *after)
{
    const char *at = strstr(text, before);
    assert_non_null(at);
    return arena_printf(folder->arena, "%.*s%s%s", (int)(at - text), text, after,
                        at + strlen(before));
}

/* The one problem, which names these things. */
static void assert_refused(struct plan_folder *folder, bool may, const char *names)
{
    assert_false(may);
    assert_int_equal(folder->diagnostics.count, 1);
    assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_INPUT);
    assert_string_equal(folder->diagnostics.items[0].at.file, "NEW");
    if (!strstr(folder->diagnostics.items[0].text, names))
        fail_msg("»%s« is not in: %s", names, folder->diagnostics.items[0].text);
}

static void each_field_of_a_definition_is_named(void **state)
{
    static const struct {
        const char *before, *after, *names;
    } cases[] = {
        {";M;", ";N;", "»a« er defineret på en anden måde (mål: »M« og »N«)"},
        {";andel;", ";survey;", "(type: »andel« og »survey«)"},
        {"pct.", "procent", "(enhed: »pct.« og »procent«)"},
        {";100;", ";1000;", "(faktor: »100« og »1000«)"},
        {";op;", ";ned;", "(god_retning: »op« og »ned«)"},
        {"strøm", "bestand", "(klasse: »strøm« og »bestand«)"},
        {"unge", "alle", "(målgruppe: »unge« og »alle«)"},
        {"kalenderår", "09-30", "(opgørelse: »kalenderår« og »09-30«)"},
        {";ja;", ";nej;", "(tendens: »ja« og »nej«)"},
        {";1;5", ";2;5", "(lbf_nr: »1« og »2«)"},
        {";5;", ";6;", "(mindste_antal: »5« og »6«)"},
        {";nej;", ";ja;", "(følsom: »nej« og »ja«)"},
        {";1;n", ";0,5;n", "(delta: »1« og »0,5«)"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(folder,
                       may_compare(folder, "indikatorer.csv", FULL ROW,
                                   text_with(folder, FULL ROW, cases[i].before, cases[i].after)),
                       cases[i].names);
}

static void a_corrected_name_source_or_note_is_no_other_definition(void **state)
{
    static const char *const after[][2] = {
        {"a;A;", "a;Andet;"}, {";K;", ";Kilde;"}, {";n\n", ";m\n"}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 3; i++)
        assert_true(may_compare(folder, "indikatorer.csv", FULL ROW,
                                text_with(folder, FULL ROW, after[i][0], after[i][1])));
    assert_true(may_compare(folder, "indikatorer.csv", FULL ROW,
                            FULL ROW
                            "b;B;M;andel;pct.;100;op;strøm;unge;kalenderår;K;ja;;5;nej;1;\n"));
    assert_true(may_compare(folder, "omraader.csv", BASE_AREAS,
                            AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nyt navn;område;by;;;;\n"
                                         "vest;Vest;område;by;;;;\n"));
}

static void areas_keep_their_role_and_place(void **state)
{
    struct plan_folder *folder = *state;
    assert_refused(folder,
                   may_compare(folder, "omraader.csv", BASE_AREAS "x;X;tvilling;;;;;\n",
                               BASE_AREAS "x;X;land;;;;;\n"),
                   "»x« er defineret på en anden måde (rolle: »tvilling« og »land«)");
    assert_refused(folder,
                   may_compare(folder, "omraader.csv", BASE_AREAS "x;X;afdeling;nord;;;;\n",
                               BASE_AREAS "x;X;afdeling;syd;;;;\n"),
                   "(del_af: »nord« og »syd«)");
}

static void another_plan_is_told_before_all_else(void **state)
{
    struct plan_folder *folder = *state;
    assert_refused(folder,
                   may_compare(folder, "plan.csv", BASE_PLAN,
                               text_with(folder, BASE_PLAN "konfidens;90\n", "Prøveplan", "Anden")),
                   "udgaverne er af hver sin plan (titel: »Prøveplan« og »Anden«)");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_refused(folder,
                   may_compare(folder, "omraader.csv", BASE_AREAS,
                               AREAS_HEADER "by;Byen;kommune;;;;;\nvest;Vest;område;by;;;;\n"),
                   "different plans (areas: »nord, syd« and »vest«)");
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "ny;Ny;kommune;;;;;\n");
    assert_refused(folder,
                   may_compare(folder, "plan.csv", BASE_PLAN,
                               text_with(folder, BASE_PLAN, "kommune;by", "kommune;ny")),
                   "(municipality: »by« and »ny«)");
}

static void each_setting_of_the_policy_is_named(void **state)
{
    static const struct {
        const char *then, *now, *names;
    } cases[] = {
        {"", "konfidens;90\n", "(konfidens: 95 og 90)"},
        {"mindste_nævner;40\n", "mindste_nævner;50\n", "(mindste_nævner: 40 og 50)"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 2; i++)
        assert_refused(folder,
                       may_compare(folder, "plan.csv",
                                   arena_printf(folder->arena, "%s%s", BASE_PLAN, cases[i].then),
                                   arena_printf(folder->arena, "%s%s", BASE_PLAN, cases[i].now)),
                       cases[i].names);
    assert_refused(folder,
                   may_compare(folder, "plan.csv", BASE_PLAN,
                               text_with(folder, BASE_PLAN, "basisår;2021", "basisår;2020")),
                   "(basisår: 2021 og 2020)");
}

/* What the indicators have from plan.csv is told once. */
static void every_difference_is_told_once(void **state)
{
    struct plan_folder *folder = *state;
    assert_false(may_compare(folder, "plan.csv", BASE_PLAN,
                             BASE_PLAN "tærskel;7\nmindste_nævner;40\ndelta;2\n"));
    assert_int_equal(folder->diagnostics.count, 3);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "(tærskel: 5 og 7)"));
    assert_non_null(strstr(folder->diagnostics.items[2].text, "(delta: "));
}

static void a_title_from_a_file_stays_on_one_line(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct catalogue before = folder->catalogue;
    before.plan.title = "A\nB\x1B[2J";
    assert_false(comparable(&folder->diagnostics, "NEW", &before, &folder->catalogue, &reason));
    assert_non_null(strstr(folder->diagnostics.items[0].text, "»A B [2J«"));
}

/* Before and after, and the marks of the pages, would not be the same; the end may be moved. */
static void the_start_and_the_marks_of_the_plan_are_the_same(void **state)
{
    struct plan_folder *folder = *state;
    assert_refused(folder,
                   may_compare(folder, "plan.csv", BASE_PLAN,
                               text_with(folder, BASE_PLAN, "2021-10-01", "2022-01-01")),
                   "(planstart: 2021-10-01 og 2022-01-01) · lav den ene udgave igen med samme "
                   "værdi i plan.csv");
    assert_refused(folder, may_compare(folder, "plan.csv", BASE_PLAN, BASE_PLAN "illustrativ;ja\n"),
                   "(illustrativ: nej og ja)");
    assert_true(may_compare(folder, "plan.csv", BASE_PLAN,
                            text_with(folder, BASE_PLAN, "2025-09-30", "2026-09-30")));
    struct catalogue before = folder->catalogue;
    struct indicator other = before.indicators[0];
    before.indicators = &other;
    before.indicator_count = 1;
    catalogue_index(&before, folder->arena);
    other.decimals = 2;
    assert_refused(folder,
                   comparable(&folder->diagnostics, "NEW", &before, &folder->catalogue, &reason),
                   "(decimaler: »2« og »1«)");
}

static void the_reason_is_the_first_difference_without_its_values(void **state)
{
    struct plan_folder *folder = *state;
    may_compare(folder, "plan.csv", BASE_PLAN, BASE_PLAN);
    assert_null(reason);
    may_compare(folder, "plan.csv", BASE_PLAN,
                text_with(folder, BASE_PLAN, "Prøveplan", "A · B (c: d)"));
    assert_string_equal(reason, "udgaverne er af hver sin plan (titel)");
    plan_folder_forget_problems(folder);
    may_compare(folder, "plan.csv", BASE_PLAN, BASE_PLAN "konfidens;90\nmindste_nævner;40\n");
    assert_string_equal(reason, "udgaverne er ikke lavet med de samme indstillinger (konfidens), "
                                "blandt flere forskelle");
    plan_folder_forget_problems(folder);
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    may_compare(folder, "indikatorer.csv", FULL ROW,
                text_with(folder, FULL ROW, ";M;", ";N · (O: P);"));
    assert_string_equal(reason, "»a« is defined in another way (mål)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_field_of_a_definition_is_named),
        PLAN_FOLDER_TEST(a_corrected_name_source_or_note_is_no_other_definition),
        PLAN_FOLDER_TEST(areas_keep_their_role_and_place),
        PLAN_FOLDER_TEST(another_plan_is_told_before_all_else),
        PLAN_FOLDER_TEST(each_setting_of_the_policy_is_named),
        PLAN_FOLDER_TEST(every_difference_is_told_once),
        PLAN_FOLDER_TEST(a_title_from_a_file_stays_on_one_line),
        PLAN_FOLDER_TEST(the_start_and_the_marks_of_the_plan_are_the_same),
        PLAN_FOLDER_TEST(the_reason_is_the_first_difference_without_its_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
