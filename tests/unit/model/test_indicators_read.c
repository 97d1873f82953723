/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/indicators_read.h"

#include "plan_folder.h"

#define FILE_NAME "indikatorer.csv"
#define FULL_HEADER                                                                                \
    "kode;navn;kort_navn;mål;indsatsområde;type;enhed;faktor;god_retning;klasse;målgruppe;"     \
    "opgørelse;kilde;tendens;lbf_nr;mindste_antal;følsom;delta;note\n"

static void read_file(struct plan_folder *folder)
{
    plan_folder_forget_problems(folder);
    folder->catalogue =
        (struct catalogue){.plan = {.threshold = 5, .minimum_denominator = 20, .delta = 0.1}};
    indicators_read(&folder->diagnostics, folder->path, &folder->catalogue);
}

static const struct indicator *read_indicators(struct plan_folder *folder, const char *text)
{
    plan_folder_write(folder, FILE_NAME, text);
    read_file(folder);
    assert_problem_count(folder, 0);
    return folder->catalogue.indicators;
}

static void a_full_row_is_read_as_it_stands(void **state)
{
    const struct indicator *read =
        read_indicators(*state, FULL_HEADER
                        "ledige;Andel ledige;Ledige;Flere i arbejde;Beskæftigelse;andel;pct.;100;"
                        "ned;strøm;18-64-årige;11-30;DST;nej;5;4;ja;0,25;En note\n");
    assert_string_equal(read->code, "ledige");
    assert_string_equal(read->name, "Andel ledige");
    assert_string_equal(read->short_name, "Ledige");
    assert_string_equal(read->goal, "Flere i arbejde");
    assert_string_equal(read->focus_area, "Beskæftigelse");
    assert_string_equal(read->unit, "pct.");
    assert_string_equal(read->target_group, "18-64-årige");
    assert_string_equal(read->source, "DST");
    assert_string_equal(read->note, "En note");
    assert_int_equal(read->measure, MEASURE_SHARE);
    assert_near(read->factor, 100, 0);
    assert_int_equal(read->polarity, POLARITY_DOWN);
    assert_int_equal(read->accrual, ACCRUAL_FLOW);
    assert_int_equal(read->reporting.kind, PERIOD_YEAR);
    assert_int_equal(read->reporting.month, 11);
    assert_int_equal(read->reporting.day, 30);
    assert_false(read->has_trend);
    assert_int_equal(read->lbf_number, 5);
    assert_int_equal(read->minimum_count, 4);
    assert_true(read->sensitive);
    assert_near(read->delta, 0.25, 0);
    assert_false(read->left_out);
    assert_int_equal(read->at.line, 2);
}

static void what_a_row_leaves_out_has_a_default(void **state)
{
    const struct indicator *read =
        read_indicators(*state, INDICATORS_HEADER "a;Navnet;andel;pct.;op;kalenderår;K\n");
    assert_string_equal(read->short_name, "Navnet");
    assert_string_equal(read->goal, "");
    assert_string_equal(read->note, "");
    assert_true(read->has_trend);
    assert_false(read->sensitive);
    assert_int_equal(read->lbf_number, 0);
    assert_int_equal(read->minimum_count, 5);
    assert_near(read->delta, 0.1, 0);
    assert_int_equal(read->polarity, POLARITY_UP);
    assert_int_equal(read->accrual, ACCRUAL_FLOW);
}

/* Data on offences take ten: of the fixed indicator on persons charged, unless the row says so. */
static void persons_charged_have_a_threshold_of_ten(void **state)
{
    static const struct {
        const char *lbf_nr, *mindste_antal;
        unsigned plan, threshold;
    } cases[] = {
        {"6", "", 5, 10}, {"6", "", 3, 10},   {"6", "", 12, 12}, {"6", "5", 5, 5},
        {"6", "3", 5, 3}, {"6", "20", 5, 20}, {"5", "", 5, 5},   {"7", "", 3, 3},
        {"", "", 5, 5},   {"", "10", 5, 10},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_write(
            folder, FILE_NAME,
            arena_printf(folder->arena,
                         "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr;mindste_antal\n"
                         "a;A;rate;pr. 1.000;ned;kalenderår;K;%s;%s\n",
                         cases[i].lbf_nr, cases[i].mindste_antal));
        plan_folder_forget_problems(folder);
        folder->catalogue = (struct catalogue){
            .plan = {.threshold = cases[i].plan, .minimum_denominator = 20, .delta = 0.1}};
        indicators_read(&folder->diagnostics, folder->path, &folder->catalogue);
        assert_problem_count(folder, 0);
        assert_int_equal(folder->catalogue.indicators[0].minimum_count, cases[i].threshold);
    }
}

static void each_type_has_its_measure_and_factor(void **state)
{
    static const struct {
        const char *type, *unit;
        enum measure measure;
        double factor;
        int decimals;
    } cases[] = {
        {"andel", "pct.", MEASURE_SHARE, 100, 1},
        {"rate", "pr. 1.000", MEASURE_RATE, 1000, 1},
        {"gennemsnit", "point", MEASURE_MEAN, 1, 1},
        {"survey", "pct.", MEASURE_SURVEY, 100, 1},
        {"værdi", "kr.", MEASURE_VALUE, 1, 0},
        {"vaerdi", "kroner", MEASURE_VALUE, 1, 0},
        {"Gennemsnit", "kr.", MEASURE_MEAN, 1, 0},
        {"værdi", "antal", MEASURE_VALUE, 1, 0},
        {"værdi", "Antal boliger", MEASURE_VALUE, 1, 0},
        {"værdi", "personer", MEASURE_VALUE, 1, 0},
        {"værdi", "point", MEASURE_VALUE, 1, 1},
        {"værdi", "antal pr. bolig", MEASURE_VALUE, 1, 1},
        {"gennemsnit", "antal", MEASURE_MEAN, 1, 1},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct indicator *read = read_indicators(
            folder,
            arena_printf(folder->arena, INDICATORS_HEADER "a;A;%s;%s;neutral;kalenderår;K\n",
                         cases[i].type, cases[i].unit));
        assert_int_equal(read->measure, cases[i].measure);
        assert_near(read->factor, cases[i].factor, 0);
        assert_int_equal(read->decimals, cases[i].decimals);
        assert_int_equal(read->polarity, POLARITY_NEUTRAL);
    }
}

static void reporting_decides_periods_and_class(void **state)
{
    static const struct {
        const char *reporting;
        struct reporting expected;
        enum accrual accrual;
    } cases[] = {
        {"kalenderår", {PERIOD_YEAR, 0, 0}, ACCRUAL_FLOW},
        {"Kalenderaar", {PERIOD_YEAR, 0, 0}, ACCRUAL_FLOW},
        {"skoleår", {PERIOD_SCHOOL_YEAR, 0, 0}, ACCRUAL_FLOW},
        {"kvartal", {PERIOD_QUARTER, 0, 0}, ACCRUAL_FLOW},
        {"dato", {PERIOD_DATE, 0, 0}, ACCRUAL_STOCK},
        {"01-01", {PERIOD_YEAR, 1, 1}, ACCRUAL_STOCK},
        {"09-30", {PERIOD_YEAR, 9, 30}, ACCRUAL_STOCK},
        {"02-28", {PERIOD_YEAR, 2, 28}, ACCRUAL_STOCK},
        {"12-31", {PERIOD_YEAR, 12, 31}, ACCRUAL_STOCK},
        {"sep-30", {PERIOD_YEAR, 9, 30}, ACCRUAL_STOCK},
        {"01-jan", {PERIOD_YEAR, 1, 1}, ACCRUAL_STOCK},
        {"31-okt", {PERIOD_YEAR, 10, 31}, ACCRUAL_STOCK},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct indicator *read = read_indicators(
            folder, arena_printf(folder->arena, INDICATORS_HEADER "a;A;andel;pct.;op;%s;K\n",
                                 cases[i].reporting));
        assert_int_equal(read->reporting.kind, cases[i].expected.kind);
        assert_int_equal(read->reporting.month, cases[i].expected.month);
        assert_int_equal(read->reporting.day, cases[i].expected.day);
        assert_int_equal(read->accrual, cases[i].accrual);
    }
}

static void the_class_may_be_said_otherwise(void **state)
{
    const struct indicator *read = read_indicators(
        *state, "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse\n"
                "a;A;andel;pct.;op;09-30;K;stroem\nb;B;andel;pct.;op;kalenderår;K;bestand\n");
    assert_int_equal(read[0].accrual, ACCRUAL_FLOW);
    assert_int_equal(read[1].accrual, ACCRUAL_STOCK);
}

static void two_indicators_may_share_a_number_but_not_a_code(void **state)
{
    struct plan_folder *folder = *state;
    const struct indicator *read = read_indicators(
        folder, "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                "valg_kv;A;andel;pct.;op;dato;K;9\nvalg_fv;B;andel;pct.;op;dato;K;9\n");
    assert_int_equal(read[0].lbf_number, 9);
    assert_int_equal(read[1].lbf_number, 9);
    assert_ptr_equal(catalogue_indicator(&folder->catalogue, "valg_fv"), &read[1]);
}

#define ROW "a;A;andel;pct.;op;kalenderår;K"
#define MORE_HEADER                                                                                 \
    "kode;navn;type;enhed;god_retning;opgørelse;kilde;faktor;klasse;tendens;lbf_nr;mindste_antal;" \
    "følsom;delta\n"

static const struct faulty_file faults[] = {
    {FILE_NAME, "kode;navn;type;enhed;god_retning;opgørelse;kilde;^farve\n" ROW "\n", PROBLEM_INPUT,
     "ukendt kolonne »farve« · filens kolonner er: kode, navn, kort_navn, mål"},
    {FILE_NAME, "~kode;navn;type;enhed;god_retning;opgørelse\n" ROW "\n", PROBLEM_INPUT,
     "kolonnen »kilde« mangler"},
    {FILE_NAME, INDICATORS_HEADER ROW "\n~" ROW "\n", PROBLEM_INPUT,
     "koden »a« er brugt i linje 2"},
    {FILE_NAME, INDICATORS_HEADER "^;A;andel;pct.;op;kalenderår;K\n", PROBLEM_SERIES,
     "feltet er tomt"},
    {FILE_NAME, INDICATORS_HEADER "^Ledig;A;andel;pct.;op;kalenderår;K\n", PROBLEM_SERIES,
     "»Ledig« kan ikke være en kode"},
    {FILE_NAME, INDICATORS_HEADER "a;^;andel;pct.;op;kalenderår;K\n", PROBLEM_SERIES,
     "feltet er tomt"},
    {FILE_NAME, INDICATORS_HEADER "a;A;^;pct.;op;kalenderår;K\n", PROBLEM_SERIES, "feltet er tomt"},
    {FILE_NAME, INDICATORS_HEADER "a;A;^antal;pct.;op;kalenderår;K\n", PROBLEM_SERIES,
     "skriv en af: andel, rate, gennemsnit, survey, værdi"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;^;op;kalenderår;K\n", PROBLEM_SERIES,
     "feltet er tomt"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;^;kalenderår;K\n", PROBLEM_SERIES,
     "feltet er tomt"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;^ud;kalenderår;K\n", PROBLEM_SERIES,
     "skriv en af: neutral, op, ned"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^10-jan;K\n", PROBLEM_SERIES,
     "har Excel lavet dagen om"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^sep-31;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^sep-3x;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^sep-32;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^sep-30x;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^okt-;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^feb-29;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^jan-feb;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^1234-jan;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^30-09;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;^02-29;K\n", PROBLEM_SERIES,
     "opgørelsen kendes ikke"},
    {FILE_NAME, INDICATORS_HEADER "a;A;andel;pct.;op;kalenderår;^\n", PROBLEM_SERIES,
     "feltet er tomt"},
    {FILE_NAME, MORE_HEADER ROW ";^0;;;;;;\n", PROBLEM_SERIES, "større end nul"},
    {FILE_NAME, MORE_HEADER ROW ";^1,0,0;;;;;;\n", PROBLEM_SERIES, "to decimalkommaer"},
    {FILE_NAME, MORE_HEADER ROW ";;^lager;;;;;\n", PROBLEM_SERIES, "skriv en af: bestand, strøm"},
    {FILE_NAME, MORE_HEADER ROW ";;;^måske;;;;\n", PROBLEM_SERIES, "skriv en af: nej, ja"},
    {FILE_NAME, MORE_HEADER ROW ";;;;^10;;;\n", PROBLEM_SERIES, "helt tal mellem 1 og 9"},
    {FILE_NAME, MORE_HEADER ROW ";;;;^0;;;\n", PROBLEM_SERIES, "helt tal mellem 1 og 9"},
    {FILE_NAME, MORE_HEADER ROW ";;;;^1,5;;;\n", PROBLEM_SERIES, "helt tal mellem 1 og 9"},
    {FILE_NAME, MORE_HEADER ROW ";;;;;^2;;\n", PROBLEM_SERIES, "helt tal mellem 3 og 1000"},
    {FILE_NAME, MORE_HEADER ROW ";;;;;^fem;;\n", PROBLEM_SERIES, "ikke et tal"},
    {FILE_NAME, MORE_HEADER ROW ";;;;;;^jo;\n", PROBLEM_SERIES, "skriv en af: nej, ja"},
    {FILE_NAME, MORE_HEADER ROW ";;;;;;;^-1\n", PROBLEM_SERIES, "større end nul"},
};

static void each_fault_is_said_where_it_stands(void **state)
{
    CHECK_FAULTS(*state, faults, read_file);
}

static void a_faulty_row_leaves_its_indicator_out(void **state)
{
    struct plan_folder *folder = *state;
    size_t seen = 0;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        if (faults[i].problem != PROBLEM_SERIES)
            continue;
        plan_folder_write(folder, FILE_NAME, faults[i].text);
        read_file(folder);
        assert_int_equal(folder->catalogue.indicator_count, 1);
        assert_true(folder->catalogue.indicators[0].left_out);
        seen++;
    }
    assert_true(seen > 20);
}

static void all_faults_of_all_rows_show_in_one_run(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, FILE_NAME,
                      INDICATORS_HEADER "a;;antal;;;i går;\n"
                                        "b;B;andel;pct.;op;kalenderår;K\n"
                                        "c;C;rate;pr. 1.000;ud;skoleår;K\n");
    read_file(folder);
    assert_problem_count(folder, 7);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_SERIES], 7);
    assert_true(folder->catalogue.indicators[0].left_out);
    assert_false(folder->catalogue.indicators[1].left_out);
    assert_true(folder->catalogue.indicators[2].left_out);
}

static void a_missing_file_is_said_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_remove(folder, FILE_NAME);
    read_file(folder);
    assert_problem(folder, PROBLEM_INPUT, FILE_NAME, "", "findes ikke");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->catalogue.indicator_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_full_row_is_read_as_it_stands),
        PLAN_FOLDER_TEST(what_a_row_leaves_out_has_a_default),
        PLAN_FOLDER_TEST(persons_charged_have_a_threshold_of_ten),
        PLAN_FOLDER_TEST(each_type_has_its_measure_and_factor),
        PLAN_FOLDER_TEST(reporting_decides_periods_and_class),
        PLAN_FOLDER_TEST(the_class_may_be_said_otherwise),
        PLAN_FOLDER_TEST(two_indicators_may_share_a_number_but_not_a_code),
        PLAN_FOLDER_TEST(each_fault_is_said_where_it_stands),
        PLAN_FOLDER_TEST(a_faulty_row_leaves_its_indicator_out),
        PLAN_FOLDER_TEST(all_faults_of_all_rows_show_in_one_run),
        PLAN_FOLDER_TEST(a_missing_file_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
