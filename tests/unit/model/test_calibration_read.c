/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/calibration_read.h"

#include "plan_folder.h"

#define NAME "kalibrering.csv"
#define HEADER                                                                                      \
    "panel;gentagelser;frø;omfang;indikator;sammenhæng;rho;hældning;serier;bevæget;usikkerhed;" \
    "rigtig_vej;forkert_vej;uafgjort;sikker;sikker_rigtig_vej;sikker_forkert_vej\n"
#define ALL_STILL "p01;2000;20211001;alle;;ingen;;0;68;0,0335;0,001;0,0171;0,0164;0,5;0;0;0\n"
#define STOCK_ONE                                                                                  \
    "p01;2000;20211001;bestand;;skønnet;0,267;1;44;0,67;0,002;0,66;0,01;0,3;0,07;0,06;0,01\n"
#define FLOW_TWO "p01;2000;20211001;strøm;;høj;0,6;2;24;0,66;0,004;0,65;0,01;0,3;0;0;0\n"
#define OF_INDICATOR                                                                               \
    "p01;2000;20211001;indikator;andelen;ingen;0;0;4;0,05;0,002;0,03;0,02;0,9;0;0;0\n"
#define OF_ANOTHER "p01;2000;20211001;indikator;tallet;ingen;0;0;4;0,01;0,001;0,01;0;0,9;0;0;0\n"
#define OTHER_PANEL "p02;400;7;alle;;ingen;;0;60;0,04;0,002;0,02;0,02;0,4;0,01;0,01;0\n"

static void read_only_the_calibration(struct plan_folder *folder)
{
    plan_folder_forget_problems(folder);
    calibration_read(&folder->diagnostics, folder->path);
}

static struct calibrations read_text(struct plan_folder *folder, const char *text)
{
    plan_folder_write(folder, NAME, text);
    plan_folder_forget_problems(folder);
    struct calibrations calibrations = calibration_read(&folder->diagnostics, folder->path);
    assert_problem_count(folder, 0);
    return calibrations;
}

static void without_the_file_nothing_is_measured(void **state)
{
    struct plan_folder *folder = *state;
    struct calibrations none = calibration_read(&folder->diagnostics, folder->path);
    assert_problem_count(folder, 0);
    assert_int_equal(none.count, 0);
    assert_null(calibration_of(&none, "p01"));
    assert_int_equal(read_text(folder, HEADER).count, 0);
}

static void rates_are_read(void **state)
{
    struct calibrations all = read_text(*state, HEADER STOCK_ONE);
    assert_int_equal(all.count, 1);
    const struct calibration *calibration = calibration_of(&all, "p01");
    assert_non_null(calibration);
    assert_int_equal(calibration->replicates, 2000);
    assert_int_equal(calibration->seed, 20211001);
    assert_int_equal(calibration->count, 1);
    const struct calibration_rates *rates = &calibration->rates[0];
    assert_int_equal(rates->scope, CALIBRATION_STOCK);
    assert_string_equal(rates->indicator, "");
    assert_int_equal(rates->correlation, CALIBRATION_RHO_POOLED);
    assert_true(rates->has_rho);
    assert_near(rates->rho, 0.267, 0);
    assert_int_equal(rates->slope, 1);
    assert_int_equal(rates->series, 44);
    assert_near(rates->moved, 0.67, 0);
    assert_near(rates->moved_error, 0.002, 0);
    assert_near(rates->right, 0.66, 0);
    assert_near(rates->wrong, 0.01, 0);
    assert_near(rates->undetermined, 0.3, 0);
    assert_near(rates->firm, 0.07, 0);
    assert_near(rates->firm_right, 0.06, 0);
    assert_near(rates->firm_wrong, 0.01, 0);
}

static void panels_are_kept_apart(void **state)
{
    struct calibrations all = read_text(*state, HEADER ALL_STILL OTHER_PANEL STOCK_ONE);
    assert_int_equal(all.count, 2);
    assert_int_equal(calibration_of(&all, "p01")->count, 2);
    assert_int_equal(calibration_of(&all, "p02")->count, 1);
    assert_int_equal(calibration_of(&all, "p02")->replicates, 400);
    assert_null(calibration_of(&all, "p03"));
}

static void rates_are_found_by_what_they_are_of(void **state)
{
    static const struct {
        struct calibration_query query;
        double moved; /* negative: none */
    } cases[] = {
        {{CALIBRATION_ALL, "", CALIBRATION_RHO_NONE, 0}, 0.0335},
        {{CALIBRATION_ALL, NULL, CALIBRATION_RHO_NONE, 0}, 0.0335},
        {{CALIBRATION_STOCK, "", CALIBRATION_RHO_POOLED, 1}, 0.67},
        {{CALIBRATION_FLOW, "", CALIBRATION_RHO_HIGH, 2}, 0.66},
        {{CALIBRATION_INDICATOR, "andelen", CALIBRATION_RHO_NONE, 0}, 0.05},
        {{CALIBRATION_INDICATOR, "tallet", CALIBRATION_RHO_NONE, 0}, 0.01},
        {{CALIBRATION_INDICATOR, "raten", CALIBRATION_RHO_NONE, 0}, -1},
        {{CALIBRATION_FLOW, "", CALIBRATION_RHO_HIGH, 1}, -1},
        {{CALIBRATION_STOCK, "", CALIBRATION_RHO_NONE, 1}, -1},
    };
    struct calibrations all =
        read_text(*state, HEADER ALL_STILL STOCK_ONE FLOW_TWO OF_INDICATOR OF_ANOTHER);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct calibration_rates *rates = calibration_rates(&all.items[0], cases[i].query);
        if (cases[i].moved < 0) {
            assert_null(rates);
            continue;
        }
        assert_non_null(rates);
        assert_near(rates->moved, cases[i].moved, 0);
        assert_int_equal(rates->has_rho, cases[i].query.scope != CALIBRATION_ALL);
    }
}

static void many_rows_are_kept(void **state)
{
    struct plan_folder *folder = *state;
    const char *text = HEADER;
    for (int i = 0; i < 40; i++)
        text = arena_printf(folder->arena, "%s%s%s", text, ALL_STILL, OTHER_PANEL);
    struct calibrations all = read_text(folder, text);
    assert_int_equal(all.count, 2);
    assert_int_equal(all.items[0].count, 40);
    assert_int_equal(all.items[1].count, 40);
}

static void what_is_wrong_is_said(void **state)
{
    static const struct faulty_file faults[] = {
        {NAME, HEADER "^;2000;1;alle;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT, ""},
        {NAME, HEADER "^P 1;2000;1;alle;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT,
         ""},
        {NAME, HEADER "p1;^;1;alle;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT, ""},
        {NAME, HEADER "p1;2000;1;^;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT, ""},
        {NAME, HEADER "p1;2000;1;^nogle;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT,
         ""},
        {NAME, HEADER "p1;2000;1;indikator;^;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n",
         PROBLEM_INPUT, ""},
        {NAME, HEADER "p1;2000;1;alle;;^;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT, ""},
        {NAME, HEADER "p1;2000;1;alle;;ingen;^x;0;68;0,1;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT,
         ""},
        {NAME, HEADER "p1;2000;1;alle;;ingen;;0;68;^;0,1;0,1;0,1;0,1;0;0;0\n", PROBLEM_INPUT, ""},
        {NAME, HEADER "p1;2000;1;alle;;ingen;;0;68;0,1;0,1;0,1;0,1;0,1;0;0;^..\n", PROBLEM_INPUT,
         ""},
    };
    CHECK_FAULTS(*state, faults, read_only_the_calibration);
}

static void a_faulty_row_is_left_out_and_the_rest_read(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, NAME,
                      HEADER "p01;2000;1;alle;;ingen;;0;68;;0;0;0;0;0;0;0\n" STOCK_ONE);
    struct calibrations all = calibration_read(&folder->diagnostics, folder->path);
    assert_problem_count(folder, 1);
    assert_int_equal(all.count, 1);
    assert_int_equal(all.items[0].count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(without_the_file_nothing_is_measured),
        PLAN_FOLDER_TEST(rates_are_read),
        PLAN_FOLDER_TEST(panels_are_kept_apart),
        PLAN_FOLDER_TEST(rates_are_found_by_what_they_are_of),
        PLAN_FOLDER_TEST(many_rows_are_kept),
        PLAN_FOLDER_TEST(what_is_wrong_is_said),
        PLAN_FOLDER_TEST(a_faulty_row_is_left_out_and_the_rest_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
