/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/number.h"

#include "near.h"

#include <float.h>
#include <stdlib.h>

/* Marsaglia's xorshift64 (2003, J. Stat. Softw. 8:14), so that each run tries the same numbers. */
static uint64_t random_bits(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* --- reading ---------------------------------------------------------------------------------- */
static struct number parse(const char *text, enum number_kind kind)
{
    return number_parse(text, strlen(text), kind);
}

static void check_value(const char *text, enum number_kind kind, double expected)
{
    struct number number = parse(text, kind);
    if (number.fault != NUMBER_OK || !(fabs(number.value - expected) <= 0))
        fail_msg("»%s«: fault %d, %.17g, not %.17g", text, (int)number.fault, number.value,
                 expected);
    assert_false(signbit(number.value) && !(number.value < 0)); /* no minus zero */
}

static void check_fault(const char *text, enum number_kind kind, enum number_fault expected)
{
    struct number number = parse(text, kind);
    if (number.fault != expected)
        fail_msg("»%s«: fault %d, not %d", text, (int)number.fault, (int)expected);
    assert_near(number.value, 0, 0);
}

static void numbers_are_read_as_danish_files_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } rows[] = {
        {"0", 0},
        {"7", 7},
        {"007", 7},
        {"12,5", 12.5},
        {"0,35", 0.35},
        {"-3,9", -3.9},
        {"\xE2\x88\x92"
         "3,9",
         -3.9},
        {"+4", 4},
        {"-0", 0},
        {"\xE2\x88\x92"
         "0,00",
         0},
        {" 12 ", 12},
        {"\t12\xC2\xA0", 12},
        {"12345", 12345},
        {"1.234.567", 1234567},
        {"1.234,5", 1234.5},
        {"12.345.678,25", 12345678.25},
        {"1 234", 1234},
        {"1 234 567,5", 1234567.5},
        {"1\xC2\xA0"
         "234",
         1234},
        {"1\xE2\x80\xAF"
         "234",
         1234},
        {"1\xE2\x80\x89"
         "234",
         1234},
        {"1000000000000", 1e12},
        {"-1000000000000", -1e12},
        {"0,00000000000001", 1e-14},
        {"123456789012,345", 123456789012.345},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        check_value(rows[i].text, NUMBER_COUNT, rows[i].value);
        check_value(rows[i].text, NUMBER_VALUE, rows[i].value);
    }
}

static void a_value_may_have_a_percent_sign_and_a_count_not(void **state)
{
    (void)state;
    static const char *const texts[] = {"36%",    "36 %",    "36\xC2\xA0%", "36 pct.",
                                        "36pct.", "36 Pct.", "36,0 PCT.",   "36,00 %  "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_value(texts[i], NUMBER_VALUE, 36);
        check_fault(texts[i], NUMBER_COUNT, NUMBER_NOT_A_NUMBER);
    }
    check_fault("36 pct", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    check_fault("36 %%", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    check_fault("%", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    check_fault("pct.", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    check_fault("-%", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
}

static void one_point_is_a_thousand_in_a_count_and_a_question_in_a_value(void **state)
{
    (void)state;
    check_value("1.234", NUMBER_COUNT, 1234);
    check_value("-12.345", NUMBER_COUNT, -12345);
    check_value("999.000", NUMBER_COUNT, 999000);
    check_fault("1.234", NUMBER_VALUE, NUMBER_AMBIGUOUS);
    check_fault("-12.345", NUMBER_VALUE, NUMBER_AMBIGUOUS);
    check_fault("1.234 %", NUMBER_VALUE, NUMBER_AMBIGUOUS);
}

static void each_fault_has_its_name_whatever_the_kind(void **state)
{
    (void)state;
    static const struct {
        enum number_fault fault;
        const char *texts[14];
    } rows[] = {
        {NUMBER_BLANK, {"", " ", "\t \xC2\xA0", "\xE2\x80\x89\xE2\x80\xAF"}},
        {NUMBER_NOT_AVAILABLE, {"..", "\xE2\x80\xA6", " .. "}},
        {NUMBER_CONCEALED, {"x", "X", "*", ":", "<5", "< 5", "<10"}},
        {NUMBER_DASH, {"-", "\xE2\x88\x92", " - "}},
        {NUMBER_DOT, {".", " . "}},
        {NUMBER_TWO_COMMAS, {"1,2,3", "1,,2", "-1,2,3", "1.234,5,6"}},
        {NUMBER_POINT_DECIMAL, {"12.5", "0.5", ".5", "-.5", "1.5", "1234.5", "5.", "0.125"}},
        {NUMBER_BAD_GROUPS,
         {"1.23.456", "1.234.56", "31.12.2021", "1 23", "0 123", "12 34", "1.234 567", "1 234.567",
          "1  234", "1.234.", "- 5"}},
        {NUMBER_DATE,
         {"jan-21", "01-02-2021", "2021-01-02", "5-6", "1/2", "1/2/2021", "2-feb", "okt-2021",
          "Dec-11", "-5-6"}},
        {NUMBER_SHEET_ERROR, {"#I/T", "#N/A", "#DIV/0!", "#VÆRDI!", "#REFERENCE!", "#NUM!"}},
        {NUMBER_TOO_LARGE,
         {"1000000000001", "1000000000000,1", "-2000000000000", "1234567890123456",
          "1,234567890123456", "0,1234567890123456", "999999999999999999999"}},
        {NUMBER_NOT_A_NUMBER,
         {"abc", "E", "1e5", "0x10", "inf", "nan", "-inf", ",5", "5,", "12,3 456", "+-5", "--5",
          "5-", "a,b,c"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t j = 0; j < 14 && rows[i].texts[j]; j++) {
            check_fault(rows[i].texts[j], NUMBER_COUNT, rows[i].fault);
            check_fault(rows[i].texts[j], NUMBER_VALUE, rows[i].fault);
        }
}

static void more_that_is_not_a_number_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"12 personer",
                                        "kr. 5",
                                        "1'234",
                                        "(5)",
                                        "5?",
                                        "<",
                                        "<5,5",
                                        "xx",
                                        "**",
                                        "12:30",
                                        "1;2",
                                        "½",
                                        "١٢",
                                        "\x80",
                                        "1\xE6",
                                        "1,5E3",
                                        "++5",
                                        "/5",
                                        "5/",
                                        "1--2",
                                        "a-1",
                                        "abcd-12",
                                        ("\xE2\x80\xA6"
                                         "5"),
                                        "1-2{",
                                        "1-2[",
                                        "1-2-3-4",
                                        "a-b",
                                        "1-xyz"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_fault(texts[i], NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    assert_int_equal(number_parse("1\0", 2, NUMBER_COUNT).fault, NUMBER_NOT_A_NUMBER);
    check_fault("'", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
    char long_text[200];
    memset(long_text, 'a', sizeof long_text);
    assert_int_equal(number_parse(long_text, sizeof long_text, NUMBER_VALUE).fault,
                     NUMBER_NOT_A_NUMBER);
    check_fault("1,2.3", NUMBER_VALUE, NUMBER_NOT_A_NUMBER);
}

static void only_the_given_length_is_read(void **state)
{
    (void)state;
    assert_near(number_parse("123", 2, NUMBER_COUNT).value, 12, 0);
    assert_int_equal(number_parse("123", 0, NUMBER_COUNT).fault, NUMBER_BLANK);
}

/* --- rounding --------------------------------------------------------------------------------- */
static void halves_are_rounded_away_from_zero_as_they_read(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        double rounded;
    } rows[] = {
        {0.35, 1, 0.4},       {0.25, 1, 0.3},      {2.675, 2, 2.68},    {1.005, 2, 1.01},
        {0.05, 1, 0.1},       {0.15, 1, 0.2},      {0.45, 1, 0.5},      {0.5, 0, 1},
        {1.5, 0, 2},          {2.5, 0, 3},         {0.49, 0, 0},        {0.4999999, 0, 0},
        {0.34, 1, 0.3},       {0.3499999, 1, 0.3}, {12.345, 2, 12.35},  {1e-3, 2, 0},
        {8.5e-15, 14, 1e-14}, {1234.5, 0, 1235},   {0.1 + 0.2, 1, 0.3}, {100 * 0.285, 0, 29},
        {99.95, 1, 100},      {0, 3, 0},           {7, 0, 7},           {7, 15, 7},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_near(number_round(rows[i].value, rows[i].decimals), rows[i].rounded, 0);
        assert_near(number_round(-rows[i].value, rows[i].decimals), -rows[i].rounded, 0);
    }
}

static void large_numbers_are_rounded_no_further_than_to_a_half(void **state)
{
    (void)state;
    static const struct {
        double value, rounded;
    } rows[] = {
        {500000000.3, 500000000}, {500000000.5, 500000001}, {123456789012.25, 123456789012},
        {1e12 + 0.25, 1e12},      {1e12 + 0.5, 1e12 + 1},   {1e14, 1e14},
        {1e14 + 0.3125, 1e14},    {1e14 + 0.5, 1e14 + 1},   {1e14 + 0.75, 1e14 + 1},
        {1e15 - 0.5, 1e15},       {1e15 - 0.75, 1e15 - 1},  {1e15, 1e15},
        {4e15 + 0.5, 4e15 + 0.5}, {1e300, 1e300},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_near(number_round(rows[i].value, 0), rows[i].rounded, 0);
        assert_near(number_round(-rows[i].value, 0), -rows[i].rounded, 0);
    }
}

static void minus_zero_becomes_zero(void **state)
{
    (void)state;
    static const double values[] = {-0.0, -0.04, -1e-300, -0.049999};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        double rounded = number_round(values[i], 1);
        assert_near(rounded, 0, 0);
        assert_false(signbit(rounded));
    }
}

/* Two routes: digits ending in 5, or on either side of it, rounded as whole numbers. */
static void decimal_texts_are_rounded_as_a_person_would(void **state)
{
    (void)state;
    uint64_t seed = 20250101;
    for (int i = 0; i < 200000; i++) {
        int decimals = (int)(random_bits(&seed) % 7);
        int64_t limit = 1;
        for (int power = 3 + (int)(random_bits(&seed) % 11); power > 0; power--)
            limit *= 10;
        int64_t whole = (int64_t)(random_bits(&seed) % (uint64_t)limit);
        int last = (int)(random_bits(&seed) % 3) + 4; /* 4, 5 or 6 */
        char text[NUMBER_TEXT];
        snprintf(text, sizeof text, "%lld%de-%d", (long long)whole, last, decimals + 1);
        double value = strtod(text, NULL);
        snprintf(text, sizeof text, "%llde-%d", (long long)whole + (last >= 5), decimals);
        assert_near(number_round(value, decimals), strtod(text, NULL), 0);
        assert_near(number_round(-value, decimals), -strtod(text, NULL), 0);
    }
}

static void rounding_twice_changes_nothing_and_is_never_off_by_more_than_a_half(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 100000; i++) {
        int decimals = (int)(random_bits(&seed) % 7);
        double value = (double)random_bits(&seed) / (double)(1 + random_bits(&seed) % 1000000007) /
                       (double)(1 + random_bits(&seed) % 1000003);
        double once = number_round(value, decimals);
        assert_near(number_round(once, decimals), once, 0);
        double unit = pow(10, -decimals);
        assert_near(once, value, 0.5 * unit + 1e-9 * unit + 1e-14 * value);
    }
}

/* --- writing ---------------------------------------------------------------------------------- */
#define MINUS "\xE2\x88\x92"

static void numbers_are_written_for_readers_of_either_language(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *danish, *english;
    } rows[] = {
        {0, 0, "0", "0"},
        {0, 1, "0,0", "0.0"},
        {0.35, 1, "0,4", "0.4"},
        {2.675, 2, "2,68", "2.68"},
        {-0.05, 1, MINUS "0,1", MINUS "0.1"},
        {-0.04, 1, "0,0", "0.0"},
        {-3.9, 1, MINUS "3,9", MINUS "3.9"},
        {999, 0, "999", "999"},
        {9999, 0, "9.999", "9,999"},
        {9999.94, 1, "9.999,9", "9,999.9"},
        {9999.95, 1, "10.000,0", "10,000.0"},
        {9999.5, 0, "10.000", "10,000"},
        {10000, 0, "10.000", "10,000"},
        {-10000, 2, MINUS "10.000,00", MINUS "10,000.00"},
        {123456, 0, "123.456", "123,456"},
        {1234567.891, 2, "1.234.567,89", "1,234,567.89"},
        {1e12, 0, "1.000.000.000.000", "1,000,000,000,000"},
        {1e14, 1, "100.000.000.000.000,0", "100,000,000,000,000.0"},
        {1e15, 0, "1.000.000.000.000.000", "1,000,000,000,000,000"},
        {1.0 / 3, 15, "0,333333333333333", "0.333333333333333"},
    };
    char text[NUMBER_TEXT];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(number_danish(text, rows[i].value, rows[i].decimals), rows[i].danish);
        assert_string_equal(number_english(text, rows[i].value, rows[i].decimals), rows[i].english);
        assert_ptr_equal(number_danish(text, rows[i].value, rows[i].decimals), text);
    }
}

static void what_is_written_in_danish_reads_back(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 100000; i++) {
        int decimals = (int)(random_bits(&seed) % 4);
        double value = ((double)(random_bits(&seed) % 2000000000001) - 1e12) /
                       pow(10, (double)(random_bits(&seed) % 13));
        char text[NUMBER_TEXT];
        number_danish(text, value, decimals);
        check_value(text, decimals ? NUMBER_VALUE : NUMBER_COUNT, number_round(value, decimals));
    }
}

static void exact_numbers_have_the_digits_they_need_and_an_exponent_only_far_out(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-12.5, "-12.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {100, "100"},
        {1e14, "100000000000000"},
        {999999999999999, "999999999999999"},
        {123456789012345.6, "123456789012345.6"},
        {1e15, "1e+15"},
        {0.0001, "0.0001"},
        {0.00001, "0.00001"},
        {0.000001, "0.000001"},
        {-0.00000123456789012345, "-0.00000123456789012345"},
        {1e-7, "1e-07"},
        {9.5e-7, "9.5e-07"},
        {DBL_MAX, "1.7976931348623157e+308"},
    };
    char text[NUMBER_TEXT];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(number_exact(text, rows[i].value, '.'), rows[i].text);
    assert_string_equal(number_exact(text, -12.5, ','), "-12,5");
    assert_string_equal(number_exact(text, 1.5e-7, ','), "1,5e-07");
    assert_string_equal(number_exact(text, 12, ','), "12");
}

static size_t digits_in(const char *text)
{
    size_t count = 0, zeros = 0;
    for (const char *c = text + strspn(text, "-0."); *c && *c != 'e'; c++) {
        if (*c == '.')
            continue;
        zeros = *c == '0' ? zeros + 1 : 0;
        count++;
    }
    return count - zeros;
}

static void check_exact(double value)
{
    char text[NUMBER_TEXT], shorter[NUMBER_TEXT];
    number_exact(text, value, '.');
    if (!(fabs(strtod(text, NULL) - value) <= 0))
        fail_msg("%.17g is written %s", value, text);
    double size = fabs(value);
    if (size >= 1e-6 && size < 1e15 && strchr(text, 'e'))
        fail_msg("%.17g has an exponent", value);
    int digits = (int)digits_in(text);
    snprintf(shorter, sizeof shorter, "%.*e", digits > 2 ? digits - 2 : 0, value);
    if (digits > 1 && fabs(strtod(shorter, NULL) - value) <= 0)
        fail_msg("%s reads back too, with a digit less than %s", shorter, text);
}

static void exact_numbers_read_back_as_the_same_double_and_no_shorter_ones_do(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = random_bits(&seed);
        double any;
        memcpy(&any, &bits, sizeof any);
        if (isfinite(any) && fabs(any) >= DBL_MIN)
            check_exact(any);
        check_exact((double)(random_bits(&seed) % 1000000) / 1000); /* of the usual size */
        check_exact(ldexp((double)random_bits(&seed), -(int)(random_bits(&seed) % 90)));
    }
}

static void exact_numbers_of_at_most_15_digits_are_read_as_danish_ones_too(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 50000; i++) {
        double value = (double)(random_bits(&seed) % 1000000000000000) /
                       pow(10, (double)(3 + random_bits(&seed) % 12));
        char text[NUMBER_TEXT], again[NUMBER_TEXT];
        snprintf(again, sizeof again, "%.15g", value);
        value = strtod(again, NULL);
        check_value(number_exact(text, value, ','), NUMBER_VALUE, value);
    }
}

static void no_number_runs_over_the_end_of_its_text(void **state)
{
    (void)state;
    static const double large[] = {1e44, 1e60, -1e60, 1e300, -1e300};
    struct {
        char text[NUMBER_TEXT], behind;
    } room = {.behind = 'x'};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        assert_true(strlen(number_danish(room.text, large[i], 2)) < NUMBER_TEXT);
        assert_int_equal(room.behind, 'x');
    }
}

static bool reads_back(const char *text, double value)
{
    return !(fabs(strtod(text, NULL) - value) > 0);
}

/* The slow way: the fewest digits from 15 on that read back, without an exponent near 1. */
static const char *by_the_library(char *text, double value)
{
    double size = fabs(value);
    int digits = 15, decimals = 0;
    do
        snprintf(text, NUMBER_TEXT, "%.*g", digits, value);
    while (!reads_back(text, value) && ++digits <= 17);
    if (strchr(text, 'e') && size >= 1e-6 && size < 1e15)
        do
            snprintf(text, NUMBER_TEXT, "%.*f", decimals, value);
        while (!reads_back(text, value) && ++decimals <= 23);
    return text;
}

static void check_written(double value)
{
    char fast[NUMBER_TEXT], slow[NUMBER_TEXT];
    by_the_library(slow, value);
    assert_string_equal(number_exact(fast, value, '.'), slow);
    assert_ptr_equal(number_exact_write(fast, value, '.'), fast + strlen(slow));
}

static void with_neighbours(double value)
{
    check_written(value);
    check_written(-value);
    check_written(nextafter(value, 0));
    check_written(nextafter(value, HUGE_VAL));
}

static void numbers_are_written_as_the_library_does(void **state)
{
    (void)state;
    uint64_t seed = 7;
    char text[NUMBER_TEXT];
    for (int exponent = -30; exponent <= 60; exponent++) {
        with_neighbours(ldexp(1, exponent)); /* the double below is half as far */
        for (int digits = 1; digits < 100; digits++)
            with_neighbours(digits * pow(10, exponent));
    }
    for (int i = 0; i < 100000; i++) {
        double value = ldexp(1 + (double)(random_bits(&seed) >> 12) * 0x1p-52,
                             (int)(random_bits(&seed) % 74) - 22);
        check_written(value);
        snprintf(text, sizeof text, "%.*g", (int)(1 + random_bits(&seed) % 17), value);
        with_neighbours(strtod(text, NULL));
        /* few bits, so that digits lie half-way */
        uint64_t bits = random_bits(&seed) >> (11 + random_bits(&seed) % 50);
        check_written(ldexp((double)bits, -(int)(random_bits(&seed) % 70)));
    }
}

static void a_million_numbers_are_read_and_written_as_the_library_does(void **state)
{
    uint64_t x = UINT64_C(88172645463325252);
    char text[NUMBER_TEXT];
    (void)state;
    for (int i = 0; i < 1000000; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        check_written((double)(x % 1000000 + 1) / (double)(1 + (x >> 32) % 5000));
        snprintf(text, sizeof text, "%u,%u", (unsigned)(x % 100000), (unsigned)(x >> 20) % 10000);
        struct number read = number_parse(text, strlen(text), NUMBER_COUNT);
        *strchr(text, ',') = '.';
        assert_int_equal(read.fault, 0);
        assert_memory_equal(&read.value, &(double){strtod(text, NULL)}, sizeof read.value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_danish_files_write_them),
        cmocka_unit_test(a_value_may_have_a_percent_sign_and_a_count_not),
        cmocka_unit_test(one_point_is_a_thousand_in_a_count_and_a_question_in_a_value),
        cmocka_unit_test(each_fault_has_its_name_whatever_the_kind),
        cmocka_unit_test(more_that_is_not_a_number_is_refused),
        cmocka_unit_test(only_the_given_length_is_read),
        cmocka_unit_test(halves_are_rounded_away_from_zero_as_they_read),
        cmocka_unit_test(large_numbers_are_rounded_no_further_than_to_a_half),
        cmocka_unit_test(minus_zero_becomes_zero),
        cmocka_unit_test(decimal_texts_are_rounded_as_a_person_would),
        cmocka_unit_test(rounding_twice_changes_nothing_and_is_never_off_by_more_than_a_half),
        cmocka_unit_test(numbers_are_written_for_readers_of_either_language),
        cmocka_unit_test(what_is_written_in_danish_reads_back),
        cmocka_unit_test(exact_numbers_have_the_digits_they_need_and_an_exponent_only_far_out),
        cmocka_unit_test(exact_numbers_read_back_as_the_same_double_and_no_shorter_ones_do),
        cmocka_unit_test(exact_numbers_of_at_most_15_digits_are_read_as_danish_ones_too),
        cmocka_unit_test(no_number_runs_over_the_end_of_its_text),
        cmocka_unit_test(numbers_are_written_as_the_library_does),
        cmocka_unit_test(a_million_numbers_are_read_and_written_as_the_library_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
