/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_shares.h"

#include "plausible_bench.h"

#define HEADER "kode;navn;type;enhed;faktor;god_retning;målgruppe;opgørelse;kilde\n"

static void remark(struct plan_folder *folder, const char *indicators, const char *rows)
{
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena, "%s%s", HEADER, indicators));
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_shares_remark);
}

static void assert_band(struct plan_folder *folder, const char *group, const char *name,
                        struct target_ages expected)
{
    const struct indicator indicator = {.name = name, .target_group = group};
    struct target_ages ages = target_ages_of(folder->arena, &indicator);
    assert_int_equal(ages.known, expected.known);
    if (!ages.known)
        return;
    assert_int_equal(ages.band.from, expected.band.from);
    assert_int_equal(ages.band.to, expected.band.to);
    assert_int_equal(ages.whole, expected.whole);
}

static void ages_are_read_from_the_target_group(void **state)
{
    static const struct {
        const char *group;
        int from, to;
    } cases[] = {
        {"15-29-årige", 15, 29},
        {"18–64 årige", 18, 64},
        {"1-5 årige", 1, 5},
        {"16 - 64 år", 16, 64},
        {"Børn 1-5 år", 1, 5},
        {"Beboere over 18 år", 18, AGE_BAND_OLDEST},
        {"over 18 år", 18, AGE_BAND_OLDEST},
        {"Beboere under 18 år", 0, 17},
        {"Alle beboere", 0, AGE_BAND_OLDEST},
        {"ALLE 18-64-AARIGE", 18, 64},
    };
    static const char *const unknown[] = {
        "Stemmeberettigede",
        "Elever i 9. klasse",
        "Adspurgte med børn under 18 år",
        "18-29-årige mænd",
        "29-15-årige",
        "15-årige",
        "Beboere under 0 år",
        "over 18",
        "15-29-åriges forældre",
        "999999999999-9999999 årige",
        "Ledige 18-64-årige",
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_band(folder, cases[i].group, "Andel 1-2-årige",
                    (struct target_ages){true, true, {cases[i].from, cases[i].to}});
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_band(folder, unknown[i], "Andel 1-2-årige", (struct target_ages){.known = false});
}

static void ages_are_read_from_the_name_otherwise(void **state)
{
    struct plan_folder *folder = *state;
    assert_band(folder, "", "Andel 15-29-årige, der er sigtet",
                (struct target_ages){true, true, {15, 29}});
    assert_band(folder, "", "Andel 15-64-årige mænd", (struct target_ages){true, false, {15, 64}});
    assert_band(folder, "", "Andel beboere under 18 år", (struct target_ages){.known = false});
    assert_band(folder, "", "Sigtede 15-29-årige", (struct target_ages){.known = false});
}

#define TWO_BANDS                                                                                  \
    "smal;Smal;andel;pct.;;op;15-29-årige;kalenderår;K\n"                                        \
    "bred;Bred;andel;pct.;;op;15-64-årige;kalenderår;K\n"

static void a_band_has_no_more_persons_than_a_wider_one(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, TWO_BANDS,
           "smal;nord;2020;;50;105;;;\nbred;nord;2020;;50;100;;;\n"
           "smal;syd;2020;;50;106;;;\nbred;syd;2020;;50;100;;;\n");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].at.line, 2);
    assert_remark(folder, "»smal« har flere personer end »bred« i »syd« for 2020, men");
}

/* More than the wider band once had, but not in the same year; then in one year of three. */
static void a_band_is_compared_in_each_year_of_its_own(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "smal;nord;2020;;50;80;;;\nsmal;nord;2021;;50;200;;;\n"
                       "smal;nord;2022;;50;400;;;\nbred;nord;2020;;50;100;;;\n"
                       "bred;nord;2022;;50;500;;;\n";
    remark(folder, TWO_BANDS, arena_printf(folder->arena, "%sbred;nord;2021;;50;300;;;\n", rows));
    assert_problem_count(folder, 0);
    remark(folder, TWO_BANDS, arena_printf(folder->arena, "%sbred;nord;2021;;50;100;;;\n", rows));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»smal« har flere personer end »bred« i »nord« for 2021, men");
}

static void other_periods_and_hidden_figures_are_not_compared(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, TWO_BANDS,
           "smal;nord;2021;;50;200;;;\nbred;nord;2020;;50;100;;;\n"
           "smal;syd;2020;;50;200;;;\nbred;syd;2020;;;;;;diskret\n"
           "smal;by;ukendt;;50;200;;;\nbred;by;ukendt;;50;100;;;\n");
    assert_problem_count(folder, 0);
    plan_folder_figures(folder, "smal;syd;2020;;50;200;;;\nbred;syd;2020;;2;100;;;\n"
                                "smal;nord;2020;;50;200;;;\nbred;nord;2020;;2;100;;;\n");
    remark_on(folder, EDITION_SHARED, plausible_shares_remark);
    assert_problem_count(folder, 0);
}

static void answers_and_equal_bands_are_not_compared(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder,
           "a;A;andel;pct.;;op;15-29-årige;kalenderår;K\n"
           "b;B;andel;pct.;;op;15-29-årige;kalenderår;K\n"
           "c;C;survey;pct.;;op;15-64-årige;kalenderår;K\n"
           "d;D;andel;pct.;;op;20-64-årige;kalenderår;K\n",
           "a;by;2020;;50;500;;;\nb;by;2020;;50;100;;;\nc;by;2020;;;50;50;;\nd;by;2020;;5;50;;;\n");
    assert_problem_count(folder, 0);
}

static void a_name_must_fit_type_unit_and_factor(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder,
           "a;Andel ledige;rate;pct.;100;op;;kalenderår;K\n"
           "b;Andel ledige;andel;personer;;op;;kalenderår;K\n"
           "c;Andel ledige;andel;pr. 1.000;;op;;kalenderår;K\n"
           "d;Ledige;rate;pct.;;op;;kalenderår;K\n"
           "e;Andel ledige;andel;promille;1000;op;;kalenderår;K\n"
           "f;Andelsboliger;værdi;kr.;;op;;kalenderår;K\n"
           "g;Andel ledige;værdi;pct.;;op;;kalenderår;K\n"
           "h;Ledige;rate;pr. 100.000;100000;op;;kalenderår;K\n",
           "a;by;2020;;50;100;;;\n");
    assert_problem_count(folder, 4);
    assert_remark(folder, "»a« hedder en andel, men typen er en anden");
    assert_remark(folder, "»b« hedder en andel, men enheden er hverken pct. eller promille");
    assert_remark(folder, "»c«: faktoren giver ikke enheden");
    assert_remark(folder, "»d«: faktoren giver ikke enheden");
}

static void a_percentage_lies_from_0_to_100(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, "a;A;værdi;pct.;;op;;kalenderår;K\nb;B;værdi;pct. om året;;op;;kalenderår;K\n",
           "a;by;2020;;;;100;;\na;by;2021;;;;100,1;;\na;nord;2021;;;;-0,1;;\na;syd;2021;;;;0;;\n"
           "b;by;2021;;;;-200;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»a« i »by«, »nord« for 2021 ligger uden for 0 til 100 pct.");
}

static void percentages_from_0_to_1_look_like_fractions(void **state)
{
    static const char *const indicators = "a;A;værdi;pct.;;op;;kalenderår;K\n"
                                          "b;B;værdi;pr. indbygger;;op;;kalenderår;K\n";
    static const char *const sound[] = {
        "a;by;2020;;;;0,2;;\na;by;2021;;;;1,1;;\n",
        "a;by;2020;;;;0,2;;\na;nord;2020;unge;;;21,5;;\n",
        "a;by;2020;;;;0;;\na;by;2021;;;;1;;\n",
        "a;by;2020;;;;;;mangler\n",
        "b;by;2020;;;;0,2;;\n",
    };
    struct plan_folder *folder = *state;
    remark(folder, indicators,
           "a;by;2020;;;;0,215;;\na;nord;2020;;;;1;;\na;syd;2020;;;;;;mangler\n");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].at.line, 2);
    assert_remark(folder, "»a« er i pct., men alle tal ligger mellem 0 og 1");
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        remark(folder, indicators, sound[i]);
        assert_problem_count(folder, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(ages_are_read_from_the_target_group),
        PLAN_FOLDER_TEST(ages_are_read_from_the_name_otherwise),
        PLAN_FOLDER_TEST(a_band_has_no_more_persons_than_a_wider_one),
        PLAN_FOLDER_TEST(a_band_is_compared_in_each_year_of_its_own),
        PLAN_FOLDER_TEST(other_periods_and_hidden_figures_are_not_compared),
        PLAN_FOLDER_TEST(answers_and_equal_bands_are_not_compared),
        PLAN_FOLDER_TEST(a_name_must_fit_type_unit_and_factor),
        PLAN_FOLDER_TEST(a_percentage_lies_from_0_to_100),
        PLAN_FOLDER_TEST(percentages_from_0_to_1_look_like_fractions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
