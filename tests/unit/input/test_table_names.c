/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_names.h"

#include "near.h"

static int start(void **state)
{
    *state = arena_new();
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

static void check(struct arena *arena, bool (*is)(struct arena *, const char *),
                  const char *const *names, bool expected)
{
    for (; *names; names++)
        if (is(arena, *names) != expected)
            fail_msg("»%s« is taken for %s", *names, expected ? "something else" : "one");
}

static void the_surest_name_of_periods_has_the_highest_rank(void **state)
{
    static const char *const names[] = {"dato",   "Måned",         "KVARTAL",     "skoleår", "År",
                                        "årstal", "Valgt periode", "time_period", "TID",     NULL};
    int before = 0;
    for (size_t i = 0; names[i]; i++) {
        int rank = table_name_period_rank(*state, names[i]);
        if (rank <= before)
            fail_msg("»%s« ranks %d, and the one before it %d", names[i], rank, before);
        before = rank;
    }
}

static void other_names_head_no_periods(void **state)
{
    static const char *const names[] = {"",      "OMRÅDE", "områdeår", "tidsrum",
                                        "antal", "datoer", "INDHOLD"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (table_name_period_rank(*state, names[i]))
            fail_msg("»%s« is taken for periods", names[i]);
}

static void names_of_areas_begin_a_word(void **state)
{
    static const char *const areas[] = {
        "OMRÅDE",   "område",        "Kommune",       "BOPOMR/bopæl", "BOPKOM kommune",
        "Afdeling", "afdelingsnavn", "Boligafdeling", "Valgsted",     "municipality",
        "Area",     "Landsdel",      "bopælskommune", "geografi",     NULL};
    static const char *const others[] = {"",      "TID", "antal", "tilstedeværende",
                                         "alder", "KØN", NULL};
    check(*state, table_name_is_area, areas, true);
    check(*state, table_name_is_area, others, false);
}

/* Of StatBank's own formats, and nothing like it. */
static void the_figures_of_the_statbank_stand_under_one_word(void **state)
{
    static const char *const figures[] = {"INDHOLD", "Indhold", "indhold", NULL};
    static const char *const others[] = {"", "INDHOLD 2019", "indholdet", "antal", "TAL", NULL};
    check(*state, table_name_is_api_figure, figures, true);
    check(*state, table_name_is_api_figure, others, false);
}

static void school_years_are_told_by_a_word_that_begins_so(void **state)
{
    static const char *const years[] = {"Skoleår",         "SKOLEÅR",       "skoleaar", "Skoleåret",
                                        "Elever, skoleår", "valgt skoleår", NULL};
    static const char *const others[] = {"", "skole", "år", "TID", "årgang", "forskoleår", NULL};
    check(*state, table_name_is_school_year, years, true);
    check(*state, table_name_is_school_year, others, false);
}

/* Numbers under these are no figures. */
static void codes_and_ages_are_dimensions(void **state)
{
    static const char *const dimensions[] = {
        "kommune", "KOMKODE", "kommunekode", "afdelingsnr", "afdelings nr", "ALDER", "Alder i år",
        "KØN",     "id",      "code",        NULL};
    static const char *const figures[] = {
        "", "antal", "INDHOLD", "Nord", "kroner", "slagelse_kommune", "Slagelse Kommune", NULL};
    check(*state, table_name_is_dimension, dimensions, true);
    check(*state, table_name_is_dimension, figures, false);
}

static void sources_and_notes_are_told_by_a_word(void **state)
{
    static const char *const sources[] = {"kilde",      "Kilde",      "datakilde",
                                          "source",     "Note",       "Bemærkninger",
                                          "Anmærkning", "kilde/note", NULL};
    static const char *const others[] = {"", "kildeskat", "noteret", "antal", NULL};
    check(*state, table_name_is_source, sources, true);
    check(*state, table_name_is_source, others, false);
}

static void what_a_figure_is_like_is_an_attribute(void **state)
{
    static const char *const attributes[] = {"status",      "Præcision",    "opdateret",
                                             "Rettet dato", "last updated", NULL};
    static const char *const others[] = {"", "civilstatus", "antal", "område", NULL};
    check(*state, table_name_is_attribute, attributes, true);
    check(*state, table_name_is_attribute, others, false);
}

static void the_unit_is_what_follows_its_name(void **state)
{
    static const struct {
        const char *line, *unit;
    } rows[] = {
        {"Enhed: pct.", "pct."}, {"enhed:Antal", "Antal"}, {"Units:   number", "number"},
        {"Unit: -", "-"},        {"Enheder: kr.", "kr."},  {"Enhed:", ""},
        {"Enheden: pct.", NULL}, {"Folketal", NULL},       {"", NULL},
        {"I enhed: pct.", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *unit = table_name_unit(*state, rows[i].line);
        if ((unit == NULL) != (rows[i].unit == NULL))
            fail_msg("»%s«", rows[i].line);
        if (unit)
            assert_string_equal(unit, rows[i].unit);
    }
}

static void values_that_stand_for_all_are_known(void **state)
{
    static const char *const totals[] = {"I alt",      "i alt",       "Ialt",       "Total",
                                         "Alle",       "TOT",         "Age, total", "Alder i alt",
                                         "Køn, i alt", "Grand total", "all",        "Hovedtotal",
                                         "HOVEDTOTAL", NULL};
    static const char *const others[] = {"",       "I alt antal", "Mænd",         "total 2",
                                         "Totalt", "overalt",     "hovedtotaler", "Nord hovedtotal",
                                         NULL};
    check(*state, table_name_is_total, totals, true);
    check(*state, table_name_is_total, others, false);
}

#define NAMES_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        NAMES_TEST(the_surest_name_of_periods_has_the_highest_rank),
        NAMES_TEST(other_names_head_no_periods),
        NAMES_TEST(names_of_areas_begin_a_word),
        NAMES_TEST(the_figures_of_the_statbank_stand_under_one_word),
        NAMES_TEST(school_years_are_told_by_a_word_that_begins_so),
        NAMES_TEST(codes_and_ages_are_dimensions),
        NAMES_TEST(sources_and_notes_are_told_by_a_word),
        NAMES_TEST(what_a_figure_is_like_is_an_attribute),
        NAMES_TEST(the_unit_is_what_follows_its_name),
        NAMES_TEST(values_that_stand_for_all_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
