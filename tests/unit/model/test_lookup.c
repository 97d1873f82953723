/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/lookup.h"

#include "plan_folder.h"

static int setup(void **state)
{
    plan_folder_setup(state);
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;330|Å Kommune;\n"
                                   "nord;Nordparken;område;by;;;;\n"
                                   "syd;Sydparken;område;by;;;;\n");
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER "aar;A;andel;pct.;op;kalenderår;K\n"
                                        "dag;B;andel;pct.;op;01-01;K\n"
                                        "skole;C;andel;pct.;op;skoleår;K\n"
                                        "kvartal;D;andel;pct.;op;kvartal;K\n"
                                        "dato;E;andel;pct.;op;dato;K\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    return 0;
}

static struct csv_field field(const char *text)
{
    static struct csv_place place = {.at = {"tal.csv", 7, 3}};
    return (struct csv_field){text, &place, 0};
}

static void assert_said(const struct plan_folder *folder, enum problem problem, const char *text)
{
    assert_problem_count(folder, 1);
    const struct diagnostic *item = &folder->diagnostics.items[0];
    assert_int_equal(item->problem, problem);
    assert_string_equal(item->at.file, "tal.csv");
    assert_int_equal(item->at.line, 7);
    assert_int_equal(item->at.column, 3);
    assert_string_equal(item->text, text);
}

static void a_known_indicator_is_found_without_a_word(void **state)
{
    struct plan_folder *folder = *state;
    struct csv_field named = field("skole");
    assert_ptr_equal(
        lookup_indicator(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named),
        &folder->catalogue.indicators[2]);
    assert_problem_count(folder, 0);
}

static void an_unknown_indicator_is_named(void **state)
{
    struct plan_folder *folder = *state;
    struct csv_field named = field("Skole");
    assert_null(lookup_indicator(&folder->diagnostics, &folder->catalogue, PROBLEM_INPUT, &named));
    assert_said(
        folder, PROBLEM_INPUT,
        "ukendt indikator »Skole« · brug en kode fra indikatorer.csv, eller tilføj den der");
}

static void an_area_is_found_by_any_of_its_names(void **state)
{
    static const char *const names[] = {"by",  "BY",         "Byen",      " byen ",
                                        "330", "Å  kommune", "AA Kommune"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct csv_field named = field(names[i]);
        assert_ptr_equal(
            lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named),
            area_of(folder, "by"));
    }
    struct csv_field total = field("samlet");
    assert_ptr_equal(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &total),
                     area_of(folder, "samlet"));
    assert_problem_count(folder, 0);
}

static void the_rest_and_unknown_areas_cannot_be_named(void **state)
{
    static const char *const names[] = {"rest", "Rest", "vest", "", "Resten af Byen"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct csv_field named = field(names[i]);
        plan_folder_forget_problems(folder);
        assert_null(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named));
        assert_said(folder, PROBLEM_SERIES,
                    arena_printf(folder->arena,
                                 "ukendt område »%s« · brug en kode, et navn eller et alias fra "
                                 "omraader.csv",
                                 names[i]));
    }
}

/* The areas that share it are told once, not every row that names one of them. */
static void a_shared_name_is_told_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Parken;område;by;;;;\n"
                                   "syd;Parken;område;by;;;;\n");
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;Plan\nkommune;by\nplanstart;2021-10-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 1);
    struct csv_field named = field("Parken");
    assert_null(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named));
    assert_problem_count(folder, 1);
    named = field("vest");
    assert_null(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named));
    assert_problem_count(folder, 2);
    /* nothing is lost in silence: where no cause is told, the row is */
    plan_folder_forget_problems(folder);
    folder->catalogue.has_shared_names = false;
    named = field("parken");
    assert_null(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named));
    assert_problem_count(folder, 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "navnet på områder i flere"));
}

static void a_total_of_two_municipalities_means_neither(void **state)
{
    struct plan_folder *folder = *state;
    struct csv_field named = field("samlet");
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\n"
                                   "b1;B1;område;by;;;;\nb2;B2;område;by;;;;\n"
                                   "h1;H1;område;havn;;;;\nh2;H2;område;havn;;;;\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    assert_null(lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named));
    assert_problem_count(folder, 1);
    named = field("samlet_by");
    assert_ptr_equal(
        lookup_area(&folder->diagnostics, &folder->catalogue, PROBLEM_SERIES, &named)->part_of,
        area_of(folder, "by"));
}

static void a_period_must_be_of_the_kind_the_indicator_reports(void **state)
{
    static const char *const periods[] = {"2019", "2019/20", "2022K4", "2021-11-16"};
    static const struct {
        const char *indicator;
        size_t fits;
    } cases[] = {{"aar", 0}, {"dag", 0}, {"skole", 1}, {"kvartal", 2}, {"dato", 3}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t j = 0; j < 4; j++) {
            struct csv_field written = field(periods[j]);
            struct period period = {0};
            plan_folder_forget_problems(folder);
            bool fits =
                lookup_period(&folder->diagnostics, indicator_of(folder, cases[i].indicator),
                              &written, PROBLEM_SERIES, &period);
            assert_int_equal(fits, j == cases[i].fits);
            assert_int_equal(period_compare(period, period_of(periods[j])), 0);
            if (!fits)
                assert_said(folder, PROBLEM_SERIES,
                            arena_printf(folder->arena,
                                         "perioden passer ikke til opgørelsen af »%s« · skriv den "
                                         "som %s, eller ret opgørelsen i indikatorer.csv",
                                         cases[i].indicator, periods[cases[i].fits]));
        }
}

static void an_unknown_period_fits_every_indicator(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < folder->catalogue.indicator_count; i++) {
        struct csv_field written = field("ukendt");
        struct period period = {.kind = PERIOD_DATE};
        assert_true(lookup_period(&folder->diagnostics, &folder->catalogue.indicators[i], &written,
                                  PROBLEM_SERIES, &period));
        assert_int_equal(period.kind, PERIOD_UNKNOWN);
    }
    assert_problem_count(folder, 0);
}

static void what_is_no_period_is_said_once(void **state)
{
    struct plan_folder *folder = *state;
    struct csv_field written = field("dec-11");
    struct period period;
    assert_false(lookup_period(&folder->diagnostics, indicator_of(folder, "skole"), &written,
                               PROBLEM_SERIES, &period));
    assert_said(folder, PROBLEM_SERIES,
                "Excel har lavet perioden om til en måned · formatér kolonnen som Tekst, og skriv "
                "perioden igen, som 2011/12");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, plan_folder_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_known_indicator_is_found_without_a_word),
        TEST(an_unknown_indicator_is_named),
        TEST(an_area_is_found_by_any_of_its_names),
        TEST(the_rest_and_unknown_areas_cannot_be_named),
        TEST(a_shared_name_is_told_once),
        TEST(a_total_of_two_municipalities_means_neither),
        TEST(a_period_must_be_of_the_kind_the_indicator_reports),
        TEST(an_unknown_period_fits_every_indicator),
        TEST(what_is_no_period_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
