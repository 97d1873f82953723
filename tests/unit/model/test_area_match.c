/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/area_match.h"

struct example {
    const char *text, *code; /* NULL for none */
    bool exact;
};

static void check(struct plan_folder *folder, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool exact = !examples[i].exact;
        const struct area *area = area_match(&folder->catalogue, examples[i].text, &exact);
        if ((area ? strcmp(area->code, examples[i].code ? examples[i].code : "") != 0
                  : examples[i].code != NULL) ||
            exact != examples[i].exact)
            fail_msg("»%s«: %s, %s", examples[i].text, area ? area->code : "none",
                     exact ? "exact" : "not exact");
    }
}

static void name_and_alias_are_exact_whatever_the_case_and_a_code_as_it_is_written(void **state)
{
    static const struct example examples[] = {
        {"parken", "parken", true},
        {"Parken", "parken", true},
        {"  PARKEN ", "parken", true},
        {"Lunden Øst", "lunden", true},
        {"lunden oest", "lunden", true},
        {"lundens  afdeling", "lunden", true},
        {"Riget", "riget", true},
        {"Nordby Kommune", "nordby", true},
        {"nordby", "nordby", true},
        {"riget", "riget", true},
        {"Mosen", "mosen", true},
        {"LUNDENS AFDELING", "lunden", true},
        {"Områderne samlet", "samlet", true},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

/* It can be the number of something else. */
static void a_number_alone_is_not_exact(void **state)
{
    static const struct example examples[] = {
        {"081", "parken", false}, {"999", "nordby", false},   {"000", "riget", false},
        {"12", "lunden", false},  {" 999 ", "nordby", false}, {"012", "lunden", false},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

/* Areas of two municipalities have the name: the third, which is called almost so, is not meant. */
static void a_name_of_several_is_nobodys(void **state)
{
    static const char areas[] = AREAS_HEADER
        "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\nn;Nordby Kommune;kommune;;;;;\n"
        "b1;Nordby;område;by;;;;\nh1;Nordby;område;havn;;;;\n";
    static const struct example examples[] = {
        {"Nordby", NULL, false}, {"b1", "b1", true}, {"Nordby Kommune", "n", true}};
    struct plan_folder *folder = import_folder(state);
    plan_folder_write(folder, "omraader.csv", areas);
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;Plan\nplanstart;2021-10-01\nplanslut;2025-09-30\n"
                      "basisår;2021\nudgave;2025\n");
    plan_folder_read_catalogue(folder);
    check(folder, examples, COUNT_OF(examples));
}

/* A town can be called as the code of its municipality. */
static void a_code_in_another_case_is_not_exact(void **state)
{
    static const char areas[] = AREAS_HEADER "nordby;Nordby Kommune;kommune;;;;;\n"
                                             "parken;Storparken;område;nordby;;;;\n"
                                             "a1;Engen;område;nordby;;;;\n";
    static const struct example examples[] = {
        {"nordby", "nordby", true},
        {"Nordby", "nordby", false},
        {"NORDBY", "nordby", false},
        {"Nordby kommune", "nordby", true},
        {"parken", "parken", true},
        {"Parken", "parken", false},
        {"storparken", "parken", true},
        {"a1", "a1", true},
        {"A1", "a1", false},
        {"ENGEN", "a1", true},
    };
    struct plan_folder *folder = *state;
    import_folder_read(folder, areas);
    check(folder, examples, COUNT_OF(examples));
}

static void a_part_of_a_name_is_taken_but_is_not_exact(void **state)
{
    static const struct example examples[] = {
        {"999 Nordby Kommune", "nordby", false},
        {"999 Nordby", "nordby", false},
        {"0999 Nordby", "nordby", false},
        {"081 Parken", "parken", false},
        {"12. Lunden Øst", "lunden", false},
        {"12 - Lunden Øst", "lunden", false},
        {"7. Engen", "engen", false},
        {"123 Engen", "engen", false}, /* it has no number of its own */
        {"81", "parken", false},       /* a spreadsheet took the zero */
        {"0081", NULL, false},
        {"0999", "nordby", false},
        {"0", "riget", false},
        {"00", "riget", false},
        {"lunden_øst", "lunden", false},
        {"nordby_kommune", "nordby", false},
        {"12_lunden_øst", "lunden", false},
        {"hele landet", "riget", false},
        {"Hele landet", "riget", false},
        {"Landet", "riget", false},
        {"Danmark", "riget", false},
        {"All Denmark", "riget", false},
        {"000 Hele landet", NULL, false},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void a_number_that_belongs_to_another_area_is_refused(void **state)
{
    static const struct example examples[] = {
        {"999 Parken", NULL, false},         /* the municipality's */
        {"12. Parken", NULL, false},         /* a section's */
        {"998 Nordby", NULL, false},         /* the municipality is 999 */
        {"998 Nordby Kommune", NULL, false}, /* under its whole name too */
        {"082 Parken", NULL, false},
        {"4 Nordby", "nordby", false}, /* a number of another form says nothing */
        {"1234 Parken", "parken", false},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void names_that_are_none_match_nothing(void **state)
{
    static const struct example examples[] = {
        {"", NULL, false},
        {"   ", NULL, false},
        {"I alt", NULL, false},
        {"Sønderby", NULL, false},
        {"99", NULL, false},
        {"998", NULL, false},
        {"12.", NULL, false},
        {"1234567 Engen", NULL, false}, /* no such numbers */
        {"999Nordby", NULL, false},
        {"Parken Kommune", NULL, false}, /* no municipality */
        {"Mosen kommune", NULL, false},
        {"Uoplyst kommune", NULL, false},
        {"kommune", NULL, false},
        {" kommune", NULL, false},
        {"Park", NULL, false},
        {"_", NULL, false},
        {"samlet", "samlet", true},
    };
    check(import_folder(state), examples, COUNT_OF(examples));
}

static void the_derived_rest_is_never_meant(void **state)
{
    static const struct example examples[] = {
        {"rest", NULL, false},
        {"Resten af Nordby Kommune", NULL, false},
        {"12. rest", NULL, false},
    };
    struct plan_folder *folder = import_folder(state);
    assert_int_equal(area_of(folder, "rest")->role, AREA_REST);
    check(folder, examples, COUNT_OF(examples));
}

static void a_municipality_is_known_with_and_without_the_word(void **state)
{
    static const char areas[] = AREAS_HEADER "k1;Nordby Kommune;kommune;;;;;\n"
                                             "k2;Vesterby;kommune;;;;;\n"
                                             "o1;Østerby;område;k1;;;;\n";
    static const struct example examples[] = {
        {"Nordby", "k1", false},
        {"NORDBY", "k1", false},
        {"Vesterby Kommune", "k2", false},
        {"vesterby_kommune", "k2", false},
        {"999 Vesterby Kommune", "k2", false},
        {"999 Nordby", "k1", false},
        {"Østerby Kommune", NULL, false},
    };
    struct plan_folder *folder = *state;
    import_folder_read(folder, areas);
    check(folder, examples, COUNT_OF(examples));
}

static void the_country_is_known_only_where_there_is_one(void **state)
{
    static const struct example none[] = {{"hele landet", NULL, false}, {"danmark", NULL, false}};
    struct plan_folder *folder = *state;
    import_folder_read(folder, AREAS_HEADER "k1;Nordby Kommune;kommune;;;;;\n");
    check(folder, none, COUNT_OF(none));
    import_folder_read(folder, AREAS_HEADER "k1;Nordby Kommune;kommune;;;;;\n"
                                            "l1;Riget;land;;;;;\nl2;Naboriget;land;;;;;\n");
    check(folder, none, COUNT_OF(none));
}

static void a_name_of_two_areas_means_neither(void **state)
{
    static const char areas[] = AREAS_HEADER "k1;Nordby Kommune;kommune;;;;;\n"
                                             "o1;Parken;område;k1;;;;\n"
                                             "a1;Parken;afdeling;o1;;;7;\n"
                                             "a2;Engen;afdeling;o1;;;7|07;\n";
    static const struct example examples[] = {
        {"Parken", NULL, false}, {"12. Parken", NULL, false}, {"7", "a2", false},
        {"07", "a2", false},     {"Engen", "a2", true},
    };
    struct plan_folder *folder = *state;
    import_folder_read(folder, areas);
    check(folder, examples, COUNT_OF(examples));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(name_and_alias_are_exact_whatever_the_case_and_a_code_as_it_is_written),
        PLAN_FOLDER_TEST(a_number_alone_is_not_exact),
        PLAN_FOLDER_TEST(a_name_of_several_is_nobodys),
        PLAN_FOLDER_TEST(a_code_in_another_case_is_not_exact),
        PLAN_FOLDER_TEST(a_part_of_a_name_is_taken_but_is_not_exact),
        PLAN_FOLDER_TEST(a_number_that_belongs_to_another_area_is_refused),
        PLAN_FOLDER_TEST(names_that_are_none_match_nothing),
        PLAN_FOLDER_TEST(the_derived_rest_is_never_meant),
        PLAN_FOLDER_TEST(a_municipality_is_known_with_and_without_the_word),
        PLAN_FOLDER_TEST(the_country_is_known_only_where_there_is_one),
        PLAN_FOLDER_TEST(a_name_of_two_areas_means_neither),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
