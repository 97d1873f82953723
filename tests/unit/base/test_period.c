/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/period.h"

#include "near.h"

#include <stdlib.h>

#define YEAR(y)                                                                                    \
    {                                                                                              \
        PERIOD_YEAR, (y), 0, 0                                                                     \
    }
#define SCHOOL(y)                                                                                  \
    {                                                                                              \
        PERIOD_SCHOOL_YEAR, (y), 0, 0                                                              \
    }
#define QUARTER(y, q)                                                                              \
    {                                                                                              \
        PERIOD_QUARTER, (y), (q), 0                                                                \
    }
#define DATE(y, m, d)                                                                              \
    {                                                                                              \
        PERIOD_DATE, (y), (m), (d)                                                                 \
    }
#define UNKNOWN                                                                                    \
    {                                                                                              \
        PERIOD_UNKNOWN, 0, 0, 0                                                                    \
    }

static bool same(struct period a, struct period b)
{
    return a.kind == b.kind && a.year == b.year && a.month == b.month && a.day == b.day;
}

/* --- reading and writing ---------------------------------------------------------------------- */
static const struct {
    const char *text;
    struct period period;
    const char *written, *label;
} forms[] = {
    {"2019", YEAR(2019), "2019", "2019"},
    {"1990", YEAR(1990), "1990", "1990"},
    {"2100", YEAR(2100), "2100", "2100"},
    {"2019/20", SCHOOL(2019), "2019/20", "2019/20"},
    {"1999/00", SCHOOL(1999), "1999/00", "1999/00"},
    {"2009/10", SCHOOL(2009), "2009/10", "2009/10"},
    {"2099/00", SCHOOL(2099), "2099/00", "2099/00"},
    {"2022K1", QUARTER(2022, 1), "2022K1", "2022K1"},
    {"2022k4", QUARTER(2022, 4), "2022K4", "2022K4"},
    {"2022Q4", QUARTER(2022, 4), "2022K4", "2022K4"},
    {"2022q2", QUARTER(2022, 2), "2022K2", "2022K2"},
    {"2021-11-16", DATE(2021, 11, 16), "2021-11-16", "16.11.2021"},
    {"16-11-2021", DATE(2021, 11, 16), "2021-11-16", "16.11.2021"},
    {"01-02-2003", DATE(2003, 2, 1), "2003-02-01", "01.02.2003"},
    {"2020-02-29", DATE(2020, 2, 29), "2020-02-29", "29.02.2020"},
    {"29-02-2000", DATE(2000, 2, 29), "2000-02-29", "29.02.2000"},
    {"ukendt", UNKNOWN, "ukendt", "ukendt"},
};
#define FORMS (sizeof forms / sizeof *forms)

static void every_form_is_read_and_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < FORMS; i++) {
        struct period period = {PERIOD_DATE, 1, 1, 1};
        char text[PERIOD_TEXT], label[PERIOD_TEXT];
        if (period_parse(forms[i].text, &period) != PERIOD_OK || !same(period, forms[i].period))
            fail_msg("%s is read wrongly", forms[i].text);
        assert_string_equal(period_text(text, period), forms[i].written);
        assert_string_equal(period_label(label, period), forms[i].label);
        struct period again;
        assert_int_equal(period_parse(text, &again), PERIOD_OK);
        assert_true(same(again, period));
    }
}

static void each_fault_has_its_name(void **state)
{
    (void)state;
    static const struct {
        enum period_fault fault;
        const char *texts[16];
    } rows[] = {
        {PERIOD_BLANK, {""}},
        {PERIOD_YEAR_RANGE,
         {"1989", "2101", "0000", "9999", "1989/90", "2101/02", "1989K1", "2101-01-01",
          "31-12-1989", "123456", "00019", "32873", "73416", "201901"}},
        {PERIOD_NO_SUCH_DAY,
         {"2021-02-30", "2021-02-29", "2100-02-29", "29-02-2021", "2021-00-10", "2021-13-01",
          "2021-04-31", "2021-01-00", "2021-01-32", "00-01-2021", "2022K0", "2022K5", "2022Q9"}},
        {PERIOD_NOT_SUCCESSOR, {"2019/21", "2019/19", "2019/18", "2099/01", "2020/20"}},
        {PERIOD_SHEET_MONTH,
         {"dec-11", "11-dec", "Dec-11", "maj-12", "may-12", "okt-2011", "oct-11"}},
        {PERIOD_SHEET_SERIAL, {"44516", "32874", "73415", "36526"}},
        {PERIOD_NOT_A_PERIOD,
         {"20", "19", "abc", "2019-20", "2019/2020", "19/20", "2022K", "2022K44", "2022M4",
          "2021-1-16", "2021/11/16", "16.11.2021", "Ukendt", " 2019", "2019 ", "2019K4x"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t j = 0; j < 16 && rows[i].texts[j]; j++) {
            struct period period = DATE(2001, 2, 3), untouched = period;
            enum period_fault fault = period_parse(rows[i].texts[j], &period);
            if (fault != rows[i].fault)
                fail_msg("»%s«: fault %d, not %d", rows[i].texts[j], (int)fault,
                         (int)rows[i].fault);
            assert_true(same(period, untouched));
        }
}

static void more_that_is_no_period_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "-",           "/",          "2019/",      "2019/2",     "20191",      "2019/2a",
        "2021-11-1a",  "2021-1a-16", "202a-11-16", "1a-11-2021", "16-1a-2021", "16-11-202a",
        "2021-11-161", "dec11",      "æ",          "2019\xE6",   "jan-feb-x",  "-2019",
        "+2019",       "20,9",       "1e3",        "4451x",      "2022Kx",     "abcd/20",
        "2021-11.16",  "16-11.2021"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct period period;
        if (period_parse(texts[i], &period) == PERIOD_OK)
            fail_msg("»%s« is taken", texts[i]);
    }
}

/* --- real time -------------------------------------------------------------------------------- */
static const struct reporting whole_year = {PERIOD_YEAR, 0, 0};

static void real_time_is_the_date_or_the_middle_of_the_period(void **state)
{
    (void)state;
    static const struct {
        struct period period;
        struct reporting reporting;
        double start, time;
    } rows[] = {
        {YEAR(2019), {PERIOD_YEAR, 0, 0}, 2019, 2019.5},
        {YEAR(2020), {PERIOD_YEAR, 0, 0}, 2020, 2020.5},
        {YEAR(2019), {PERIOD_YEAR, 1, 1}, 2019, 2019},
        {YEAR(2019), {PERIOD_YEAR, 10, 1}, 2019, 2019 + 273.0 / 365},
        {YEAR(2020), {PERIOD_YEAR, 10, 1}, 2020, 2020 + 274.0 / 366},
        {YEAR(2020), {PERIOD_YEAR, 12, 31}, 2020, 2020 + 365.0 / 366},
        {SCHOOL(2018), {PERIOD_SCHOOL_YEAR, 0, 0}, 2018 + 212.0 / 365, 2018.5 + 212.0 / 365},
        {SCHOOL(2019), /* the second half of it lies in a leap year */
         {PERIOD_SCHOOL_YEAR, 0, 0},
         2019 + 212.0 / 365,
         (2019 + 212.0 / 365 + 2020 + 213.0 / 366) / 2},
        {QUARTER(2021, 1), {PERIOD_QUARTER, 0, 0}, 2021, 2021 + 45.0 / 365},
        {QUARTER(2020, 1), {PERIOD_QUARTER, 0, 0}, 2020, 2020 + 45.5 / 366},
        {QUARTER(2021, 2), {PERIOD_QUARTER, 0, 0}, 2021 + 90.0 / 365, 2021 + 135.5 / 365},
        {QUARTER(2022, 4), {PERIOD_QUARTER, 0, 0}, 2022 + 273.0 / 365, 2022 + 319.0 / 365},
        {DATE(2021, 11, 16), {PERIOD_DATE, 0, 0}, 2021 + 319.0 / 365, 2021 + 319.0 / 365},
        {DATE(2020, 2, 29), {PERIOD_DATE, 0, 0}, 2020 + 59.0 / 366, 2020 + 59.0 / 366},
        {DATE(2000, 3, 1), {PERIOD_DATE, 0, 0}, 2000 + 60.0 / 366, 2000 + 60.0 / 366},
        {DATE(2100, 3, 1), {PERIOD_DATE, 0, 0}, 2100 + 59.0 / 365, 2100 + 59.0 / 365},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_near(period_start(rows[i].period), rows[i].start, 1e-12);
        assert_near(period_time(rows[i].period, rows[i].reporting), rows[i].time, 1e-12);
    }
}

static void a_period_ends_where_the_next_one_starts(void **state)
{
    (void)state;
    static const struct period pairs[][2] = {{YEAR(2019), YEAR(2020)},
                                             {SCHOOL(2018), SCHOOL(2019)},
                                             {QUARTER(2021, 2), QUARTER(2021, 3)},
                                             {QUARTER(2021, 4), QUARTER(2022, 1)},
                                             {DATE(2021, 9, 30), DATE(2021, 10, 1)},
                                             {DATE(2020, 12, 31), DATE(2021, 1, 1)}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_near(period_end(pairs[i][0]), period_start(pairs[i][1]), 1e-12);
}

static void an_unknown_period_has_no_time(void **state)
{
    (void)state;
    assert_true(isnan(period_end((struct period)UNKNOWN)));
    assert_true(isnan(period_start((struct period)UNKNOWN)));
    assert_true(isnan(period_time((struct period)UNKNOWN, whole_year)));
}

/*
 * The date a spreadsheet shows for a day number (1900 date system), from 61, 1 March 1900: a
 * calendar of its own, to hold the module's against.
 */
static struct period serial_date(int serial)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = 1900, month = 3, day = serial - 60;
    for (;;) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        int length = days[month - 1] + (month == 2 && leap);
        if (day <= length)
            break;
        day -= length;
        month = month % 12 + 1;
        year += month == 1;
    }
    return (struct period){PERIOD_DATE, (short)year, (signed char)month, (signed char)day};
}

/* Every day from 1990 to 2100, by three routes: the calendar, real time, and the day number. */
static void every_day_has_its_number_its_time_and_its_text(void **state)
{
    (void)state;
    double before = 1989.999;
    struct period last = DATE(1989, 12, 31);
    for (int serial = 32874; serial <= 73415; serial++) {
        struct period day = serial_date(serial), read;
        char text[PERIOD_TEXT];
        double time = date_time(day.year, day.month, day.day);
        int next_day = last.day + 1;
        bool goes_on = day.day == next_day && day.month == last.month && day.year == last.year;
        bool new_month = day.day == 1 && last.day >= 28 &&
                         (day.month == last.month + 1 || (day.month == 1 && last.month == 12));
        if ((!goes_on && !new_month) || !(time > before) || !(time < day.year + 1))
            fail_msg("day number %d", serial);
        assert_int_equal(period_parse(period_text(text, day), &read), PERIOD_OK);
        assert_true(same(day, read));
        assert_true(period_compare(last, day) < 0);
        if (day.month == 1 && day.day == 1)
            assert_near(time, day.year, 0);
        before = time;
        last = day;
    }
    assert_true(same(last, (struct period)DATE(2100, 12, 31)));
}

/* As LibreOffice shows them with the 1900 date system. */
static void day_numbers_are_those_of_a_spreadsheet(void **state)
{
    (void)state;
    static const struct {
        int serial;
        struct period date;
    } rows[] = {
        {61, DATE(1900, 3, 1)},      {367, DATE(1901, 1, 1)},       {1522, DATE(1904, 3, 1)},
        {32874, DATE(1990, 1, 1)},   {36526, DATE(2000, 1, 1)},     {36585, DATE(2000, 2, 29)},
        {44516, DATE(2021, 11, 16)}, {2958465, DATE(9999, 12, 31)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(same(serial_date(rows[i].serial), rows[i].date));
}

/* --- what belongs together, and in which order ------------------------------------------------ */
static void a_period_fits_the_reporting_of_its_kind_and_an_unknown_one_all(void **state)
{
    (void)state;
    for (int kind = PERIOD_YEAR; kind <= PERIOD_DATE; kind++)
        for (size_t i = 0; i < FORMS; i++) {
            enum period_kind own = forms[i].period.kind;
            struct reporting reporting = {(enum period_kind)kind, 0, 0};
            assert_int_equal(period_fits(forms[i].period, reporting),
                             own == PERIOD_UNKNOWN || (int)own == kind);
        }
    struct reporting status = {PERIOD_YEAR, 10, 1};
    assert_true(period_fits((struct period)YEAR(2019), status));
}

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

static void the_order_is_total_and_equal_periods_are_equal(void **state)
{
    (void)state;
    for (size_t i = 0; i < FORMS; i++)
        for (size_t j = 0; j < FORMS; j++) {
            struct period a = forms[i].period, b = forms[j].period;
            int order = sign(period_compare(a, b));
            assert_int_equal(order, -sign(period_compare(b, a)));
            assert_int_equal(order == 0, same(a, b));
            for (size_t k = 0; k < FORMS; k++)
                if (order <= 0 && period_compare(b, forms[k].period) <= 0)
                    assert_true(period_compare(a, forms[k].period) <= 0);
        }
}

static void periods_of_a_kind_follow_real_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < FORMS; i++)
        for (size_t j = 0; j < FORMS; j++) {
            struct period a = forms[i].period, b = forms[j].period;
            if (a.kind != b.kind || a.kind == PERIOD_UNKNOWN)
                continue;
            double apart = period_time(a, whole_year) - period_time(b, whole_year);
            assert_int_equal(sign(period_compare(a, b)), (apart > 0) - (apart < 0));
        }
}

static void unknown_periods_come_first(void **state)
{
    (void)state;
    struct period unknown = UNKNOWN;
    for (size_t i = 0; i + 1 < FORMS; i++) {
        assert_true(period_compare(unknown, forms[i].period) < 0);
        assert_true(period_compare(forms[i].period, unknown) > 0);
    }
    assert_int_equal(period_compare(unknown, unknown), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_read_and_written),
        cmocka_unit_test(each_fault_has_its_name),
        cmocka_unit_test(more_that_is_no_period_is_refused),
        cmocka_unit_test(real_time_is_the_date_or_the_middle_of_the_period),
        cmocka_unit_test(a_period_ends_where_the_next_one_starts),
        cmocka_unit_test(an_unknown_period_has_no_time),
        cmocka_unit_test(every_day_has_its_number_its_time_and_its_text),
        cmocka_unit_test(day_numbers_are_those_of_a_spreadsheet),
        cmocka_unit_test(a_period_fits_the_reporting_of_its_kind_and_an_unknown_one_all),
        cmocka_unit_test(the_order_is_total_and_equal_periods_are_equal),
        cmocka_unit_test(periods_of_a_kind_follow_real_time),
        cmocka_unit_test(unknown_periods_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
