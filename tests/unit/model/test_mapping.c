/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#define HEADER                                                                                     \
    "indikator;felt;fil;udvalg;område;periode;gruppe;omregning;fraværende;tegn;decimaltegn;note\n"

/* --- what a rule is read as ------------------------------------------------------------------- */

/* All of a rule as one text, so that two can be compared. */
static const char *rule_text(struct arena *arena, const struct mapping_rule *rule)
{
    char period[SOURCE_PERIOD_TEXT], day[PERIOD_TEXT];
    const char *text = arena_printf(arena, "%s/%s file=%s", rule->indicator->code,
                                    mapping_field_name(rule->field), rule->file);
    for (size_t i = 0; i < rule->condition_count; i++) {
        text = arena_printf(arena, "%s [%s]", text, rule->conditions[i].dimension);
        for (size_t j = 0; j < rule->conditions[i].count; j++)
            text = arena_printf(arena, "%s{%s}", text, rule->conditions[i].values[j]);
    }
    text = arena_printf(arena, "%s area=%s group=%s period=%s", text, rule->area, rule->group,
                        rule->has_period ? period_text(day, rule->period) : "-");
    text = arena_printf(arena, "%s conversion=%d,%d,%d", text, (int)rule->conversion,
                        (int)rule->part, rule->part_number);
    for (size_t i = 0; i < rule->day_count; i++)
        text =
            arena_printf(arena, "%s %s:%s", text, source_period_text(period, rule->days[i].period),
                         period_text(day, rule->days[i].day));
    text = arena_printf(arena, "%s absent=%d decimal=%d", text, rule->absent_is_zero,
                        (int)rule->decimal);
    for (size_t i = 0; i < rule->signs.count; i++)
        text = arena_printf(arena, "%s (%s=%d)", text, rule->signs.items[i].text,
                            (int)rule->signs.items[i].meaning);
    return text;
}

static void every_column_is_read(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct mapping mapping = good_mapping_of(
        folder, HEADER "andelen;tæller;folk1a;KØN=I alt & ALDER=0-5|6-9;OMRÅDE;2019;ALDER;sum;nul;"
                       "nul=-;komma;til læseren\n"
                       "andelen;nævner;;;;;;;;;;\n");
    assert_int_equal(mapping.count, 2);
    const struct mapping_rule *rule = &mapping.rules[0];
    assert_ptr_equal(rule->indicator, indicator_of(folder, "andelen"));
    assert_int_equal(rule->field, MAPPED_NUMERATOR);
    assert_string_equal(rule->file, "folk1a");
    assert_int_equal(rule->condition_count, 2);
    assert_string_equal(rule->conditions[0].dimension, "KØN");
    assert_int_equal(rule->conditions[0].count, 1);
    assert_string_equal(rule->conditions[0].values[0], "I alt");
    assert_string_equal(rule->conditions[1].dimension, "ALDER");
    assert_int_equal(rule->conditions[1].count, 2);
    assert_string_equal(rule->conditions[1].values[1], "6-9");
    assert_string_equal(rule->area, "OMRÅDE");
    assert_true(rule->has_period);
    assert_int_equal(rule->period.kind, PERIOD_YEAR);
    assert_int_equal(rule->period.year, 2019);
    assert_string_equal(rule->group, "ALDER");
    assert_int_equal(rule->conversion, CONVERT_SUM);
    assert_true(rule->absent_is_zero);
    assert_int_equal(rule->signs.count, 1);
    assert_string_equal(rule->signs.items[0].text, "-");
    assert_int_equal(rule->signs.items[0].meaning, SIGN_ZERO);
    assert_int_equal(rule->decimal, DECIMAL_COMMA);
    assert_string_equal(rule->at.file, MAPPING_FILE);
    assert_int_equal(rule->at.line, 2);
    assert_int_equal(mapping.rules[1].at.line, 3);
}

static void what_is_not_said_stays_open(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct mapping mapping =
        good_mapping_of(folder, "felt;indikator\nværdi;tallet\n"); /* the other columns may lack */
    assert_int_equal(mapping.count, 1);
    assert_string_equal(rule_text(folder->arena, &mapping.rules[0]),
                        "tallet/værdi file= area= group= period=- conversion=0,0,0 absent=0 "
                        "decimal=0");
    assert_int_equal(CONVERT_NOT, 0);
    assert_int_equal(DECIMAL_NONE, 0);
}

static void the_fields_are_those_of_the_types(void **state)
{
    static const char *const indicators[] = {"andelen", "raten", "snittet", "svarene", "tallet"};
    /* by field, in the order of the indicators */
    static const char suits[MAPPED_FIELDS][6] = {
        [MAPPED_NUMERATOR] = "11010",     [MAPPED_DENOMINATOR] = "11110",
        [MAPPED_VALUE] = "00111",         [MAPPED_SPREAD] = "00100",
        [MAPPED_RESPONSE_RATE] = "00010", [MAPPED_DESIGN_EFFECT] = "00010",
        [MAPPED_POPULATION] = "00010",    [MAPPED_CONTROL] = "11000",
    };
    struct plan_folder *folder = import_folder(state);
    for (int field = 0; field < MAPPED_FIELDS; field++)
        for (size_t i = 0; i < COUNT_OF(indicators); i++) {
            const char *name = mapping_field_name((enum mapped_field)field);
            struct mapping mapping;
            plan_folder_forget_problems(folder);
            bool fine = mapping_of(
                folder, arena_printf(folder->arena, "indikator;felt\n%s;%s\n", indicators[i], name),
                &mapping);
            if (fine != (suits[field][i] == '1'))
                fail_msg("%s of %s: %s", name, indicators[i], fine ? "taken" : "refused");
            if (fine)
                assert_int_equal(mapping.rules[0].field, field);
            else
                assert_non_null(strstr(folder->diagnostics.items[0].text, "feltet passer ikke"));
        }
}

struct example {
    const char *cell, *text; /* what stands in rule_text */
};

static void check(struct plan_folder *folder, const char *header, const struct example *examples,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct mapping mapping = good_mapping_of(
            folder, arena_printf(folder->arena, "indikator;felt;%s\ntallet;værdi;%s\n", header,
                                 examples[i].cell));
        const char *text = rule_text(folder->arena, &mapping.rules[0]);
        if (!strstr(text, examples[i].text))
            fail_msg("»%s«: %s", examples[i].cell, text);
    }
}

static void a_selection_is_columns_and_their_values(void **state)
{
    static const struct example examples[] = {
        {"KØN=I alt", "file= [KØN]{I alt} area"},
        {"KØN = I alt", "file= [KØN]{I alt} area"},
        {"KØN=Mænd & ALDER=0-5 år", "file= [KØN]{Mænd} [ALDER]{0-5 år} area"},
        {"KØN=Mænd&ALDER=0-5 år", "file= [KØN]{Mænd} [ALDER]{0-5 år} area"},
        {"OVERTRÆD=Røveri|Vold | Tyveri", "file= [OVERTRÆD]{Røveri}{Vold}{Tyveri} area"},
        {"selskab=FOB & Bo", "file= [selskab]{FOB & Bo} area"},
        {"selskab=FOB & Bo|B&O & KØN=I alt", "file= [selskab]{FOB & Bo}{B&O} [KØN]{I alt} area"},
        {"KØN=I alt & selskab=FOB & Bo", "file= [KØN]{I alt} [selskab]{FOB & Bo} area"},
        {"valg=KV*", "file= [valg]{KV*} area"},
        {"valg=KV*|RV*", "file= [valg]{KV*}{RV*} area"},
        {"regel=a=b", "file= [regel]{a=b} area"},
        {"KØN=", "file= [KØN]{} area"},
        {"", "file= area"},
    };
    check(import_folder(state), "udvalg", examples, COUNT_OF(examples));
}

static void a_conversion_is_a_word_a_part_or_days(void **state)
{
    assert_int_equal(CONVERT_DAYS, 4);
    assert_int_equal(SOURCE_QUARTER, 2);
    assert_int_equal(SOURCE_MONTH, 3);
    static const struct example examples[] = {
        {"", "conversion=0,0,0 absent"},
        {"sum", "conversion=1,0,0 absent"},
        {" SUM ", "conversion=1,0,0 absent"},
        {"gennemsnit", "conversion=2,0,0 absent"},
        {"K1", "conversion=3,2,1 absent"},
        {"k4", "conversion=3,2,4 absent"},
        {"M1", "conversion=3,3,1 absent"},
        {"M09", "conversion=3,3,9 absent"},
        {"m12", "conversion=3,3,12 absent"},
        {"2011=2011-09-15", "conversion=4,0,0 2011:2011-09-15 absent"},
        {"2011=15-09-2011 | 2015 = 2015-06-18",
         "conversion=4,0,0 2011:2011-09-15 2015:2015-06-18 absent"},
        {"2011K3=2011-09-15", "conversion=4,0,0 2011K3:2011-09-15 absent"},
    };
    check(import_folder(state), "omregning", examples, COUNT_OF(examples));
}

static void signs_have_meanings(void **state)
{
    assert_int_equal(SIGN_MISSING, 1);
    assert_int_equal(SIGN_HIDDEN, 2);
    static const struct example examples[] = {
        {"", "decimal=0"},
        {"nul=-", "decimal=0 (-=0)"},
        {"nul=-|mangler=..|diskret=x,<5", "decimal=0 (-=0) (..=1) (x=2) (<=2)"},
        {"Nul = - | MANGLER = .. , :", "decimal=0 (-=0) (..=1) (:=1)"},
        {"nul=blank", "decimal=0 (=0)"},
        {"mangler=Blank,fejl", "decimal=0 (=1) (#=1)"},
        {"diskret=X", "decimal=0 (x=2)"},
        {"diskret=<10", "decimal=0 (<=2)"},
        {"diskret=#I/T", "decimal=0 (#=2)"},
    };
    check(import_folder(state), "tegn", examples, COUNT_OF(examples));
}

static void the_decimal_sign_and_absent_rows_are_words(void **state)
{
    static const struct example absents[] = {
        {"", "absent=0"}, {"mangler", "absent=0"}, {"nul", "absent=1"}, {"NUL", "absent=1"}};
    assert_int_equal(DECIMAL_COMMA, 1);
    assert_int_equal(DECIMAL_POINT, 2);
    static const struct example decimals[] = {
        {"", "decimal=0"}, {"komma", "decimal=1"}, {"punktum", "decimal=2"}};
    struct plan_folder *folder = import_folder(state);
    check(folder, "fraværende", absents, COUNT_OF(absents));
    check(folder, "decimaltegn", decimals, COUNT_OF(decimals));
}

/* --- faults ----------------------------------------------------------------------------------- */

static void read_mapping(struct plan_folder *folder)
{
    struct mapping mapping;
    plan_folder_write(folder, "plan.csv", IMPORT_PLAN);
    plan_folder_write(folder, "omraader.csv", IMPORT_AREAS);
    plan_folder_write(folder, "indikatorer.csv", IMPORT_INDICATORS);
    plan_folder_read_catalogue(folder);
    const struct input_file file = {plan_folder_file(folder, MAPPING_FILE), MAPPING_FILE,
                                    PROBLEM_INPUT};
    assert_false(mapping_read(&folder->diagnostics, &file, &folder->catalogue, &mapping));
}

#define FAULT(text, says)                                                                          \
    {                                                                                              \
        MAPPING_FILE, text, PROBLEM_INPUT, says                                                    \
    }

static void each_fault_is_named_where_it_stands(void **state)
{
    static const struct faulty_file faults[] = {
        FAULT("indikator;felt\ntallet;værdi\n^findes_ikke;værdi\n",
              "ukendt indikator »findes_ikke«"),
        FAULT("indikator;felt\n^;værdi\n", "ukendt indikator"),
        FAULT("indikator;felt;periode\n^findes_ikke;værdi;2019\n", "ukendt indikator"),
        FAULT("indikator;felt\ntallet;^tæller\n", "feltet passer ikke til typen af »tallet«"),
        FAULT("indikator;felt\nandelen;^værdi\n", "feltet passer ikke til typen af »andelen«"),
        FAULT("indikator;felt\nandelen;^\n", "feltet er tomt"),
        FAULT("indikator;felt\nandelen;^andel\n", "»andel« kendes ikke her"),
        FAULT("indikator;felt;udvalg\ntallet;værdi;^I alt\n", "udvalget kan ikke læses"),
        FAULT("indikator;felt;udvalg\ntallet;værdi;^KØN\n", "udvalget kan ikke læses"),
        FAULT("indikator;felt;udvalg\ntallet;værdi;^Bo & KØN=I alt\n", "udvalget kan ikke læses"),
        FAULT("indikator;felt;periode\ntallet;værdi;^2019K1\n", "perioden passer ikke"),
        FAULT("indikator;felt;periode\ntallet;værdi;^fjor\n", " · "),
        FAULT("indikator;felt;omregning\ntallet;værdi;^snit\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;fraværende\ntallet;værdi;^0\n", "»0« kendes ikke her · skriv nul"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^K0\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^K5\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^M13\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^M0\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^K\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^K1x\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^K001\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^Q1\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^2011=\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^=2011-09-15\n", "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^2011=2011-09-31\n",
              "omregningen kendes ikke"),
        FAULT("indikator;felt;omregning\ntallet;værdi;^2011=2011-09-15|2015\n",
              "omregningen kendes ikke"),
        FAULT("indikator;felt;fraværende\ntallet;værdi;^blank\n", "»blank« kendes ikke her"),
        FAULT("indikator;felt;tegn\ntallet;værdi;^-\n", "tegnene kan ikke læses"),
        FAULT("indikator;felt;tegn\ntallet;værdi;^nul=-|..\n", "tegnene kan ikke læses"),
        FAULT("indikator;felt;tegn\ntallet;værdi;^nul=-,,x\n", "tegnene kan ikke læses"),
        FAULT("indikator;felt;tegn\ntallet;værdi;^ukendt=-\n", "tegnene kan ikke læses"),
        FAULT("indikator;felt;tegn\ntallet;værdi;^-=nul\n", "tegnene kan ikke læses"),
        FAULT("indikator;felt;decimaltegn\ntallet;værdi;^,\n", "»,« kendes ikke her"),
    };
    CHECK_FAULTS(*state, faults, read_mapping);
}

static void a_faulty_rule_does_not_hide_the_next_one(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping mapping;
    assert_false(
        mapping_of(folder, "indikator;felt;tegn\nukendt;værdi;\ntallet;værdi;x\n", &mapping));
    assert_problem_count(folder, 2);
    assert_int_equal(folder->diagnostics.items[0].at.line, 2);
    assert_int_equal(folder->diagnostics.items[1].at.line, 3);
}

static void a_file_without_a_needed_column_is_refused(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping mapping;
    assert_false(mapping_of(folder, "indikator;udvalg\ntallet;\n", &mapping));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_INPUT], 1);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "felt"));
}

/* --- lines ------------------------------------------------------------------------------------ */

static const struct mapping_line lines[] = {
    {{"andelen", "tæller", "job", "KØN=Mænd|Kvinder & ALDER=I alt", "OMRÅDE", "", "", "sum", "nul",
      "nul=-|diskret=<5", "komma", "en note"}},
    {{"andelen", "nævner", "", "selskab=FOB & Bo", "", "2019", "ALDER", "", "", "", "punktum", ""}},
    {{"valget", "kontrol", "", "", "parken", "", "", "2011=2011-09-15|2015=2015-06-18", "mangler",
      "mangler=blank,fejl", "", ""}},
    {{"tallet", "værdi", "", "valg=KV*", "", "", "", "M12", "", "", "", ""}},
};

static void lines_are_read_like_the_file_they_make(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct input_file file = {MAPPING_FILE, MAPPING_FILE, PROBLEM_INPUT};
    struct mapping made;
    const char *text = "";
    for (size_t c = 0; c < MAPPING_COLUMNS; c++)
        text = arena_printf(folder->arena, "%s%s%s", text, c ? ";" : "", mapping_column(c));
    assert_string_equal(arena_printf(folder->arena, "%s\n", text), HEADER);
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        for (size_t c = 0; c < MAPPING_COLUMNS; c++)
            text = arena_printf(folder->arena, "%s%s%s", text, c ? ";" : "\n", lines[i].texts[c]);
    const struct mapping read = good_mapping_of(folder, arena_printf(folder->arena, "%s\n", text));
    assert_true(mapping_from_lines(&folder->diagnostics, &file, &folder->catalogue, lines,
                                   COUNT_OF(lines), &made));
    assert_int_equal(made.count, COUNT_OF(lines));
    assert_int_equal(read.count, COUNT_OF(lines));
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        assert_string_equal(rule_text(folder->arena, &made.rules[i]),
                            rule_text(folder->arena, &read.rules[i]));
        assert_int_equal(made.rules[i].at.line, read.rules[i].at.line);
        assert_string_equal(made.rules[i].at.file, read.rules[i].at.file);
    }
}

static void a_faulty_line_is_named_by_its_line_in_the_file(void **state)
{
    static const struct mapping_line faulty[] = {
        {{"tallet", "værdi", "", "", "", "", "", "", "", "", "", ""}},
        {{"tallet", "tæller", "", "", "", "", "", "", "", "", "", ""}},
    };
    struct plan_folder *folder = import_folder(state);
    const struct input_file file = {MAPPING_FILE, MAPPING_FILE, PROBLEM_INPUT};
    struct mapping mapping;
    assert_false(mapping_from_lines(&folder->diagnostics, &file, &folder->catalogue, faulty,
                                    COUNT_OF(faulty), &mapping));
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].at.line, 3);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "feltet passer ikke"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_column_is_read),
        PLAN_FOLDER_TEST(what_is_not_said_stays_open),
        PLAN_FOLDER_TEST(the_fields_are_those_of_the_types),
        PLAN_FOLDER_TEST(a_selection_is_columns_and_their_values),
        PLAN_FOLDER_TEST(a_conversion_is_a_word_a_part_or_days),
        PLAN_FOLDER_TEST(signs_have_meanings),
        PLAN_FOLDER_TEST(the_decimal_sign_and_absent_rows_are_words),
        PLAN_FOLDER_TEST(each_fault_is_named_where_it_stands),
        PLAN_FOLDER_TEST(a_faulty_rule_does_not_hide_the_next_one),
        PLAN_FOLDER_TEST(a_file_without_a_needed_column_is_refused),
        PLAN_FOLDER_TEST(lines_are_read_like_the_file_they_make),
        PLAN_FOLDER_TEST(a_faulty_line_is_named_by_its_line_in_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
