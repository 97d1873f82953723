/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/source_period.h"

#include "near.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void every_form_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *text, *form; /* as source_period_text writes it */
        enum source_period_kind kind;
    } rows[] = {
        {"2019", "2019", SOURCE_YEAR},
        {"År 2019", "2019", SOURCE_YEAR},
        {"ultimo 2019", "2019", SOURCE_YEAR},
        {"2019*", "2019", SOURCE_YEAR},
        {"2019 1)", "2019", SOURCE_YEAR},
        {"2019¹", "2019", SOURCE_YEAR},
        {"2019²", "2019", SOURCE_YEAR},
        {"2019³", "2019", SOURCE_YEAR},
        {"2019 ¹", "2019", SOURCE_YEAR},
        {"År 2019 2)", "2019", SOURCE_YEAR},
        {"2019/20 1)", "2019/20", SOURCE_SCHOOL_YEAR},
        {"2018-2019²", "2018-2019", SOURCE_TWO_YEARS},
        {"2022K4 3)", "2022K4", SOURCE_QUARTER},
        {"1. januar 2016 1)", "2016-01-01", SOURCE_DATE},
        {"1985", "1985", SOURCE_YEAR},
        {"2019/20", "2019/20", SOURCE_SCHOOL_YEAR},
        {"2019/2020", "2019/20", SOURCE_SCHOOL_YEAR},
        {"skoleåret 1999/2000", "1999/00", SOURCE_SCHOOL_YEAR},
        {"2018-2019", "2018-2019", SOURCE_TWO_YEARS},
        {"2022K4", "2022K4", SOURCE_QUARTER},
        {"2022q1", "2022K1", SOURCE_QUARTER},
        {"2022-Q1", "2022K1", SOURCE_QUARTER},
        {"K3 2022", "2022K3", SOURCE_QUARTER},
        {"2. kvartal 2022", "2022K2", SOURCE_QUARTER},
        {"2. kvt. 2022", "2022K2", SOURCE_QUARTER},
        {"2008M01", "2008M01", SOURCE_MONTH},
        {"2008m12", "2008M12", SOURCE_MONTH},
        {"Januar 2008", "2008M01", SOURCE_MONTH},
        {"okt. 2008", "2008M10", SOURCE_MONTH},
        {"2021-11-16", "2021-11-16", SOURCE_DATE},
        {"2021-11-16T00:00:00", "2021-11-16", SOURCE_DATE},
        {"16-11-2021", "2021-11-16", SOURCE_DATE},
        {"16.11.2021", "2021-11-16", SOURCE_DATE},
        {"1/2/2021", "2021-02-01", SOURCE_DATE},
        {"1. januar 2016", "2016-01-01", SOURCE_DATE},
        {"Pr. 1. januar 2016", "2016-01-01", SOURCE_DATE},
        {"1 January 2016", "2016-01-01", SOURCE_DATE},
        {"2. quarter 2022", "2022K2", SOURCE_QUARTER},
        {"2018–2019", "2018-2019", SOURCE_TWO_YEARS},
        {"16—11—2021", "2021-11-16", SOURCE_DATE},
        {"2021−11−16 00:00:00", "2021-11-16", SOURCE_DATE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct source_period period = {0};
        char text[SOURCE_PERIOD_TEXT];
        if (source_period_parse(rows[i].text, &period) != PERIOD_OK)
            fail_msg("%s is not read", rows[i].text);
        assert_string_equal(source_period_text(text, period), rows[i].form);
        assert_int_equal(period.kind, rows[i].kind);
        assert_int_equal(period.provisional, strchr(rows[i].text, '*') != NULL);
    }
}

static void what_is_no_period_is_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum period_fault fault;
    } rows[] = {
        {"", PERIOD_BLANK},
        {"*", PERIOD_NOT_A_PERIOD},
        {"Slagelse", PERIOD_NOT_A_PERIOD},
        {"12. Slagelse", PERIOD_NOT_A_PERIOD},
        {"330", PERIOD_NOT_A_PERIOD},
        {"15-29 år", PERIOD_NOT_A_PERIOD},
        {"15-29", PERIOD_NOT_A_PERIOD},
        {"1)", PERIOD_NOT_A_PERIOD},
        {"¹", PERIOD_NOT_A_PERIOD},
        {"Alder 1)", PERIOD_NOT_A_PERIOD},
        {"2019 1", PERIOD_NOT_A_PERIOD},
        {"2019 a)", PERIOD_NOT_A_PERIOD},
        {"dec-11 1)", PERIOD_SHEET_MONTH},
        {"10 år", PERIOD_NOT_A_PERIOD},
        {"0", PERIOD_NOT_A_PERIOD},
        {"5475791", PERIOD_NOT_A_PERIOD},
        {"123456789012", PERIOD_NOT_A_PERIOD},
        {"4542", PERIOD_YEAR_RANGE},
        {"2022K5", PERIOD_NO_SUCH_DAY},
        {"2022M13", PERIOD_NO_SUCH_DAY},
        {"30-02-2021", PERIOD_NO_SUCH_DAY},
        {"2019/21", PERIOD_NOT_SUCCESSOR},
        {"2011-2015", PERIOD_NOT_SUCCESSOR},
        {"dec-11", PERIOD_SHEET_MONTH},
        {"1-okt", PERIOD_SHEET_MONTH},
        {"44516", PERIOD_SHEET_SERIAL},
        {"2021-11-16T14:21:57", PERIOD_NOT_A_PERIOD},
        {"2021-11-16 00:00:00 1", PERIOD_NOT_A_PERIOD},
        {"2022K0", PERIOD_NO_SUCH_DAY},
        {"2022M0", PERIOD_NO_SUCH_DAY},
        {"2021-11-00", PERIOD_NO_SUCH_DAY},
        {" 1)", PERIOD_NOT_A_PERIOD},
        {"2019~", PERIOD_NOT_A_PERIOD},
        {"1 2 3 4 5 6 7", PERIOD_NOT_A_PERIOD},
        {"2019 skoleårsopgørelsen", PERIOD_NOT_A_PERIOD},
        {"et meget langt felt, som ikke kan være en periode, hvordan man end ser på det",
         PERIOD_NOT_A_PERIOD},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct source_period period;
        enum period_fault fault = source_period_parse(rows[i].text, &period);
        if (fault != rows[i].fault)
            fail_msg("»%s« gives %d", rows[i].text, (int)fault);
    }
}

static void periods_are_in_the_order_of_time(void **state)
{
    (void)state;
    static const char *const texts[] = {"2018-2019",  "2019",    "2019K1", "2019-02-01", "2019M03",
                                        "2019-05-31", "2019/20", "2019K4", "2020"};
    for (size_t i = 1; i < COUNT_OF(texts); i++) {
        struct source_period a, b;
        assert_int_equal(source_period_parse(texts[i - 1], &a), PERIOD_OK);
        assert_int_equal(source_period_parse(texts[i], &b), PERIOD_OK);
        assert_true(source_period_compare(a, b) < 0);
        assert_true(source_period_compare(b, a) > 0);
        assert_int_equal(source_period_compare(a, a), 0);
    }
}

static void a_plan_has_no_months_and_begins_in_1990(void **state)
{
    (void)state;
    static const struct {
        const char *text, *plain; /* NULL for none */
    } rows[] = {
        {"2019", "2019"},
        {"2018-2019", "2019"},
        {"2019/2020", "2019/20"},
        {"2. kvartal 2022", "2022K2"},
        {"1. januar 2016", "2016-01-01"},
        {"2008M01", NULL},
        {"1985", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct source_period period;
        struct period plain;
        char text[PERIOD_TEXT];
        assert_int_equal(source_period_parse(rows[i].text, &period), PERIOD_OK);
        assert_int_equal(source_period_plain(period, &plain), rows[i].plain != NULL);
        if (rows[i].plain)
            assert_string_equal(period_text(text, plain), rows[i].plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_read),
        cmocka_unit_test(what_is_no_period_is_told_apart),
        cmocka_unit_test(periods_are_in_the_order_of_time),
        cmocka_unit_test(a_plan_has_no_months_and_begins_in_1990),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
