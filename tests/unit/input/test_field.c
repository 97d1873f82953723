/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/field.h"

#include "near.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

static struct csv_field field_of(const char *text)
{
    static struct csv_place place = {.at = {"tal.csv", 3, 5}};
    return (struct csv_field){text, &place, 0};
}

/* That exactly one problem was reported since, at the field, of the kind given, in these words. */
static void check_report(struct diagnostics *diagnostics, const char *text, const char *words)
{
    if (diagnostics->count != 1 || !strstr(diagnostics->items[0].text, words))
        fail_msg("»%s«: %zu problems, »%s«", text, diagnostics->count,
                 diagnostics->count ? diagnostics->items[0].text : "");
    const struct diagnostic *item = &diagnostics->items[0];
    assert_int_equal(item->problem, PROBLEM_SERIES);
    assert_string_equal(item->at.file, "tal.csv");
    assert_int_equal(item->at.line, 3);
    assert_int_equal(item->at.column, 5);
    assert_non_null(strstr(item->text, " · ")); /* what is wrong, and what to do */
    diagnostics->count = 0;
}

/* --- texts, codes, choices -------------------------------------------------------------------- */
static void a_field_is_blank_when_nothing_stands_in_it(void **state)
{
    (void)state;
    struct csv_field nothing = field_of(""), something = field_of("0");
    assert_true(field_is_blank(&nothing));
    assert_false(field_is_blank(&something));
}

static void a_text_is_copied_and_must_be_there(void **state)
{
    char bytes[] = "Motalavej";
    const char *text = NULL;
    struct csv_field field = field_of(bytes), blank = field_of("");
    assert_true(field_text(*state, &field, PROBLEM_SERIES, &text));
    memset(bytes, 'x', sizeof bytes - 1);
    assert_string_equal(text, "Motalavej");
    assert_false(field_text(*state, &blank, PROBLEM_SERIES, &text));
    check_report(*state, "", "the field is empty");
}

static void a_code_is_copied_and_must_be_one(void **state)
{
    char bytes[] = "nord_2";
    const char *code = NULL;
    struct csv_field field = field_of(bytes);
    assert_true(field_code(*state, &field, PROBLEM_SERIES, &code));
    memset(bytes, 'x', sizeof bytes - 1);
    assert_string_equal(code, "nord_2");
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
    static const char *const texts[] = {"Nord", "2nord", "mar21", "æ", "a b", "true", "maj"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        field = field_of(texts[i]);
        assert_false(field_code(*state, &field, PROBLEM_SERIES, &code));
        check_report(*state, texts[i], "cannot be a code");
    }
    field = field_of("");
    assert_false(field_code(*state, &field, PROBLEM_SERIES, &code));
    check_report(*state, "", "the field is empty");
}

static const char *const names[] = {"område", "afdeling", "kommune", NULL};

static void a_choice_is_known_by_its_folded_name(void **state)
{
    static const struct {
        const char *text;
        int choice;
    } rows[] = {{"område", 0},  {"OMRAADE", 0},   {"Omraade", 0}, {"afdeling", 1},
                {"kommune", 2}, {" Kommune ", 2}, {"", 77}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int choice = 77;
        struct csv_field field = field_of(rows[i].text);
        assert_true(field_choice(*state, &field, PROBLEM_SERIES, names, &choice));
        assert_int_equal(choice, rows[i].choice);
    }
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
}

static void an_unknown_choice_is_answered_with_the_known_ones(void **state)
{
    int choice = 77;
    struct csv_field field = field_of("omr");
    assert_false(field_choice(*state, &field, PROBLEM_SERIES, names, &choice));
    assert_int_equal(choice, 77);
    check_report(*state, "omr",
                 "»omr« is not known here · write one of: område, afdeling, kommune");
}

static void yes_and_no_are_ja_and_nej(void **state)
{
    static const struct {
        const char *text;
        bool before, fine, after;
    } rows[] = {
        {"ja", false, true, true},  {"nej", true, true, false},   {"JA", false, true, true},
        {"Nej", true, true, false}, {"", true, true, true},       {"", false, true, false},
        {"yes", true, false, true}, {"yes", false, false, false}, {"1", false, false, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        bool yes = rows[i].before;
        struct csv_field field = field_of(rows[i].text);
        assert_int_equal(field_yes_no(*state, &field, PROBLEM_SERIES, &yes), rows[i].fine);
        assert_int_equal(yes, rows[i].after);
        if (!rows[i].fine)
            check_report(*state, rows[i].text, "write one of: nej, ja");
    }
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
}

/* --- numbers ---------------------------------------------------------------------------------- */
static void a_number_is_read_as_its_kind_has_it(void **state)
{
    double number = 77;
    struct csv_field field = field_of("1.234"), percent = field_of("36,5 %"), blank = field_of("");
    assert_true(field_number(*state, &field, PROBLEM_SERIES, NUMBER_COUNT, &number));
    assert_near(number, 1234, 0);
    assert_true(field_number(*state, &percent, PROBLEM_SERIES, NUMBER_VALUE, &number));
    assert_near(number, 36.5, 0);
    assert_true(field_number(*state, &blank, PROBLEM_SERIES, NUMBER_VALUE, &number));
    assert_near(number, 36.5, 0);
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
}

static const struct {
    const char *text, *danish, *english;
    enum number_fault fault;
} number_faults[] = {
    {"", "tallet mangler", "the number is missing", NUMBER_BLANK},
    {"..", "tallet ikke findes", "there is no figure", NUMBER_NOT_AVAILABLE},
    {"x", "skjult af kilden", "withholds the figure", NUMBER_CONCEALED},
    {"<5", "»diskret«", "»diskret«", NUMBER_CONCEALED},
    {"-", "skriv 0, hvis det er nul", "write 0 if it is zero", NUMBER_DASH},
    {".", "skriv 0, hvis det er nul", "write 0 if it is zero", NUMBER_DOT},
    {"1,2,3", "to decimalkommaer", "two decimal commas", NUMBER_TWO_COMMAS},
    {"12.5", "punktum som decimaltegn", "a point as decimal sign", NUMBER_POINT_DECIMAL},
    {"1.234", "tusindtal eller decimaltegn", "thousands or decimals", NUMBER_AMBIGUOUS},
    {"1.23.456", "står forkert i tallet", "stand wrongly", NUMBER_BAD_GROUPS},
    {"jan-21", "en dato, ikke et tal", "a date, not a number", NUMBER_DATE},
    {"#I/T", "regnearket har en fejl", "the spreadsheet has an error", NUMBER_SHEET_ERROR},
    {"2000000000000", "for stort", "too large", NUMBER_TOO_LARGE},
    {"tolv", "ikke et tal", "not a number", NUMBER_NOT_A_NUMBER},
};

static void each_fault_of_a_number_says_what_to_do_in_both_languages(void **state)
{
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(number_faults); i++) {
        const char *text = number_faults[i].text;
        struct csv_field field = field_of(text);
        for (int english = 0; english < 2; english++) {
            const char *words = english ? number_faults[i].english : number_faults[i].danish;
            diagnostics->language = english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
            field_report_number(diagnostics, &field, PROBLEM_SERIES, number_faults[i].fault);
            check_report(diagnostics, text, words);
            double number = 77;
            bool fine = field_number(diagnostics, &field, PROBLEM_SERIES, NUMBER_VALUE, &number);
            assert_int_equal(fine, number_faults[i].fault == NUMBER_BLANK);
            assert_near(number, 77, 0);
            if (!fine)
                check_report(diagnostics, text, words);
        }
    }
}

/* --- periods ---------------------------------------------------------------------------------- */
static void a_period_must_be_there_and_be_one(void **state)
{
    struct period period = {0};
    struct csv_field field = field_of("2019/20"), unknown = field_of("ukendt");
    assert_true(field_period(*state, &field, PROBLEM_SERIES, &period));
    assert_int_equal(period.kind, PERIOD_SCHOOL_YEAR);
    assert_int_equal(period.year, 2019);
    assert_true(field_period(*state, &unknown, PROBLEM_SERIES, &period));
    assert_int_equal(period.kind, PERIOD_UNKNOWN);
    assert_int_equal(((struct diagnostics *)*state)->count, 0);
}

static void each_fault_of_a_period_says_what_to_do_in_both_languages(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct {
        const char *text, *danish, *english;
    } rows[] = {
        {"", "perioden mangler", "the period is missing"},
        {"1989", "fire cifre mellem 1990 og 2100", "four digits from 1990 to 2100"},
        {"2021-02-30", "findes ikke", "no such day or quarter"},
        {"2019/21", "to år i træk", "two years running"},
        {"dec-11", "om til en måned", "into a month"},
        {"44516", "om til et tal", "into a number"},
        {"sidste år", "ikke en periode", "not a period"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct csv_field field = field_of(rows[i].text);
        struct period period = {PERIOD_YEAR, 2001, 0, 0};
        for (int english = 0; english < 2; english++) {
            diagnostics->language = english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
            assert_false(field_period(diagnostics, &field, PROBLEM_SERIES, &period));
            check_report(diagnostics, rows[i].text, english ? rows[i].english : rows[i].danish);
        }
        assert_int_equal(period.year, 2001);
    }
}

static void a_date_is_a_day_and_may_be_blank(void **state)
{
    struct period date = {PERIOD_DATE, 2001, 2, 3};
    struct csv_field field = field_of("01-10-2021"), blank = field_of("");
    assert_true(field_date(*state, &blank, PROBLEM_SERIES, &date));
    assert_int_equal(date.year, 2001);
    assert_true(field_date(*state, &field, PROBLEM_SERIES, &date));
    assert_int_equal(date.kind, PERIOD_DATE);
    assert_int_equal(date.month, 10);
    static const char *const others[] = {"2021", "2021/22", "2021K4", "ukendt"};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct csv_field other = field_of(others[i]);
        assert_false(field_date(*state, &other, PROBLEM_SERIES, &date));
        check_report(*state, others[i], "not a date");
        assert_int_equal(date.month, 10);
    }
    struct csv_field none = field_of("2021-02-30");
    assert_false(field_date(*state, &none, PROBLEM_SERIES, &date));
    check_report(*state, "2021-02-30", "no such day");
}

#define FIELD_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIELD_TEST(a_field_is_blank_when_nothing_stands_in_it),
        FIELD_TEST(a_text_is_copied_and_must_be_there),
        FIELD_TEST(a_code_is_copied_and_must_be_one),
        FIELD_TEST(a_choice_is_known_by_its_folded_name),
        FIELD_TEST(an_unknown_choice_is_answered_with_the_known_ones),
        FIELD_TEST(yes_and_no_are_ja_and_nej),
        FIELD_TEST(a_number_is_read_as_its_kind_has_it),
        FIELD_TEST(each_fault_of_a_number_says_what_to_do_in_both_languages),
        FIELD_TEST(a_period_must_be_there_and_be_one),
        FIELD_TEST(each_fault_of_a_period_says_what_to_do_in_both_languages),
        FIELD_TEST(a_date_is_a_day_and_may_be_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
