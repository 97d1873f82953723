/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/areas_read.h"

#include "plan_folder.h"

#define FILE_NAME "omraader.csv"
#define CITY "by;Byen;kommune;;;;;\n"
#define HARBOUR "havn;Havnen;kommune;;;;;\n"

static void read_file(struct plan_folder *folder)
{
    plan_folder_forget_problems(folder);
    folder->catalogue = (struct catalogue){0};
    areas_read(&folder->diagnostics, folder->path, &folder->catalogue);
}

static void read_areas(struct plan_folder *folder, const char *text)
{
    plan_folder_write(folder, FILE_NAME, text);
    read_file(folder);
    assert_problem_count(folder, 0);
}

static void every_role_is_read_and_linked(void **state)
{
    static const struct {
        const char *code;
        enum area_role role;
        const char *part_of, *municipality;
    } expected[] = {
        {"danmark", AREA_COUNTRY, NULL, NULL},     {"by", AREA_MUNICIPALITY, "danmark", "by"},
        {"alle", AREA_TOTAL, "by", "by"},          {"nord", AREA_ESTATE, "by", "by"},
        {"nord_1", AREA_SECTION, "nord", "by"},    {"syd", AREA_ESTATE, "by", "by"},
        {"andetsteds", AREA_TWIN, "havn", "havn"}, {"langt_vaek", AREA_TWIN, NULL, NULL},
        {"havn", AREA_MUNICIPALITY, NULL, "havn"},
    };
    struct plan_folder *folder = *state;
    read_areas(folder, AREAS_HEADER "danmark;Danmark;land;;;;;\n"
                                    "by;Byen;Kommune;danmark;;;;\n"
                                    "alle;Alle;samlet;by;;;;\n"
                                    "nord;Nordparken;omraade;by;;;;En note\n"
                                    "nord_1;Afdeling 1;afdeling;nord;;;;\n"
                                    "syd;Sydparken;OMRÅDE;by;;;;\n"
                                    "andetsteds;Andetsteds;tvilling;havn;;;;\n"
                                    "langt_vaek;Langt væk;tvilling;;;;;\n" HARBOUR);
    size_t count = sizeof expected / sizeof *expected;
    for (size_t i = 0; i < count; i++) {
        const struct area *area = &folder->catalogue.areas[i];
        const char *part_of = expected[i].part_of, *municipality = expected[i].municipality;
        assert_string_equal(area->code, expected[i].code);
        assert_int_equal(area->index, i);
        assert_int_equal(area->role, expected[i].role);
        assert_int_equal(area->at.line, i + 2);
        assert_ptr_equal(area->part_of, part_of ? area_of(folder, part_of) : NULL);
        assert_ptr_equal(area_municipality(area),
                         municipality ? area_of(folder, municipality) : NULL);
    }
    assert_string_equal(area_of(folder, "nord")->name, "Nordparken");
    assert_string_equal(area_of(folder, "nord")->note, "En note");
    assert_int_equal(folder->catalogue.area_count, count + 1); /* and the rest of the city */
}

static void a_municipality_with_areas_gets_a_total_and_a_rest(void **state)
{
    struct plan_folder *folder = *state;
    read_areas(folder, BASE_AREAS);
    const struct area *city = area_of(folder, "by"), *total = area_of(folder, "samlet");
    const struct area *rest = area_of(folder, "rest");
    assert_int_equal(folder->catalogue.area_count, 5);
    assert_int_equal(total->role, AREA_TOTAL);
    assert_string_equal(total->name, "Områderne samlet");
    assert_int_equal(total->index, 3);
    assert_ptr_equal(total->part_of, city);
    assert_int_equal(rest->role, AREA_REST);
    assert_string_equal(rest->name, "Resten af Byen");
    assert_int_equal(rest->index, 4);
    assert_ptr_equal(rest->part_of, city);
    assert_ptr_equal(catalogue_rest(&folder->catalogue, city), rest);
    assert_ptr_equal(total_in(&folder->catalogue, city), total);
}

static void derived_areas_are_named_in_the_language_of_the_run(void **state)
{
    struct plan_folder *folder = *state;
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    read_areas(folder, BASE_AREAS);
    assert_string_equal(area_of(folder, "samlet")->name, "All areas");
    assert_string_equal(area_of(folder, "rest")->name, "The rest of Byen");
}

static void what_is_derived_depends_on_what_is_there(void **state)
{
    static const struct {
        const char *text;
        bool has_total, has_rest;
        size_t areas;
    } cases[] = {
        {AREAS_HEADER CITY, false, false, 1},
        {AREAS_HEADER CITY "nord;Nord;område;by;;;;\n", false, true, 3},
        {AREAS_HEADER CITY "nord;Nord;område;by;;;;\nsyd;Syd;område;by;;;;\n", true, true, 5},
        {AREAS_HEADER CITY "alle;Alle;samlet;by;;;;\nnord;Nord;område;by;;;;\n"
                           "syd;Syd;område;by;;;;\n",
         true, true, 5},
        {AREAS_HEADER CITY "samlet;Alle;samlet;by;;;;\nnord;Nord;område;by;;;;\n", true, true, 4},
        {AREAS_HEADER CITY "tvil;Tvil;tvilling;by;;;;\n", false, false, 2},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_areas(folder, cases[i].text);
        const struct area *city = area_of(folder, "by");
        assert_int_equal(folder->catalogue.area_count, cases[i].areas);
        assert_int_equal(total_in(&folder->catalogue, city) != NULL, cases[i].has_total);
        assert_int_equal(catalogue_rest(&folder->catalogue, city) != NULL, cases[i].has_rest);
    }
}

static void each_municipality_has_its_own_rest_and_total(void **state)
{
    struct plan_folder *folder = *state;
    read_areas(folder, AREAS_HEADER CITY HARBOUR "nord;Nord;område;by;;;;\n"
                                                 "syd;Syd;område;by;;;;\n"
                                                 "kaj;Kajen;område;havn;;;;\n"
                                                 "mole;Molen;område;havn;;;;\n");
    const struct area *city = area_of(folder, "by"), *harbour = area_of(folder, "havn");
    const struct catalogue *catalogue = &folder->catalogue;
    assert_int_equal(catalogue->area_count, 10);
    assert_ptr_equal(catalogue_rest(catalogue, city)->part_of, city);
    assert_ptr_equal(catalogue_rest(catalogue, harbour)->part_of, harbour);
    assert_string_equal(catalogue_rest(catalogue, harbour)->name, "Resten af Havnen");
    assert_ptr_equal(total_in(catalogue, harbour)->part_of, harbour);
    assert_ptr_not_equal(total_in(catalogue, harbour), total_in(catalogue, city));
    assert_string_equal(total_in(catalogue, harbour)->code, "samlet_havn");
    assert_string_equal(catalogue_rest(catalogue, city)->code, "rest_by");
}

static void an_area_without_part_of_lies_in_the_only_municipality(void **state)
{
    struct plan_folder *folder = *state;
    read_areas(folder, AREAS_HEADER CITY "nord;Nord;område;;;;;\nalle;Alle;samlet;;;;;\n");
    assert_ptr_equal(area_of(folder, "nord")->part_of, area_of(folder, "by"));
    assert_ptr_equal(area_of(folder, "alle")->part_of, area_of(folder, "by"));
}

static void aliases_are_names_of_the_area(void **state)
{
    static const char *const names[] = {"by",       "byen",         "330",
                                        "330 byen", "byen kommune", "koebing aa"};
    struct plan_folder *folder = *state;
    read_areas(folder, AREAS_HEADER "by;Byen;kommune;;;;330|330 Byen||Byen  Kommune | Købing Å;\n"
                                    "nord;Nord;område;by;;;;\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_ptr_equal(area_of(folder, names[i]), &folder->catalogue.areas[0]);
    assert_null(catalogue_area(&folder->catalogue, ""));
}

static void a_section_that_joins_or_leaves_is_a_break_of_its_area(void **state)
{
    struct plan_folder *folder = *state;
    read_areas(folder, AREAS_HEADER CITY "nord;Nord;område;by;;;;\n"
                                         "n1;Første;afdeling;nord;;;;\n"
                                         "n2;Anden;afdeling;nord;2018-01-01;;;\n"
                                         "n3;Tredje;afdeling;nord;01-07-2015;2020-01-01;;\n");
    static const struct {
        double time;
        const char *cause;
    } expected[] = {{2018, "Anden kommer til"},
                    {2015 + 181 / 365.0, "Tredje kommer til"},
                    {2020, "Tredje udgår"}};
    assert_int_equal(folder->catalogue.break_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct series_break *found = &folder->catalogue.breaks[i];
        assert_null(found->indicator);
        assert_ptr_equal(found->area, area_of(folder, "nord"));
        assert_near(found->time, expected[i].time, 1e-9);
        assert_string_equal(found->cause, expected[i].cause);
    }
    assert_true(area_of(folder, "n1")->from < 0 && isinf(area_of(folder, "n1")->from));
    assert_true(area_of(folder, "n1")->to > 0 && isinf(area_of(folder, "n1")->to));
}

static void each_fault_is_said_where_it_stands(void **state)
{
#define HEADED AREAS_HEADER CITY
#define NORTH "nord;Nord;område;by;;;;\n"
    static const struct faulty_file faults[] = {
        {FILE_NAME, "kode;navn;rolle;del_af;^farve\n" CITY, PROBLEM_INPUT,
         "ukendt kolonne »farve« · filens kolonner er: kode, navn, rolle, del_af, fra, til, alias, "
         "note"},
        {FILE_NAME, HEADED "^;Nord;område;by;;;;\n", PROBLEM_INPUT, "feltet er tomt"},
        {FILE_NAME, HEADED "^330;Nord;område;by;;;;\n", PROBLEM_INPUT,
         "»330« kan ikke være en kode"},
        {FILE_NAME, HEADED "^jan15;Nord;område;by;;;;\n", PROBLEM_INPUT, "kan ikke være en kode"},
        {FILE_NAME, HEADED "^rest;Nord;område;by;;;;\n", PROBLEM_INPUT,
         "koden »rest« bruges af programmet selv"},
        {FILE_NAME, HEADED "^samlet;Nord;område;by;;;;\n", PROBLEM_INPUT,
         "koden »samlet« bruges af programmet selv"},
        {FILE_NAME, HEADED "nord;^;område;by;;;;\n", PROBLEM_INPUT,
         "»nord« har intet navn · skriv det i kolonnen navn"},
        {FILE_NAME, HEADED "nord;Nord;^;by;;;;\n", PROBLEM_INPUT, "rollen mangler"},
        {FILE_NAME, HEADED "nord;Nord;område;by;^2020-01-01;;;\n", PROBLEM_INPUT,
         "kun en afdeling kan have »fra« og »til«"},
        {FILE_NAME, HEADED "nord;Nord;område;by;^;2020-01-01;;\n", PROBLEM_INPUT,
         "kun en afdeling kan have »fra« og »til«"},
        {FILE_NAME, HEADED "nord;Nørd;^bydel;by;;;;\n", PROBLEM_INPUT,
         "skriv en af: område, afdeling, kommune, samlet, tvilling, land"},
        {FILE_NAME, HEADED "nord;Nord;^rest;by;;;;\n", PROBLEM_INPUT, "»rest« kendes ikke her"},
        {FILE_NAME, HEADED "nord;Nord;område;^bye;;;;\n", PROBLEM_INPUT, "»bye« findes ikke"},
        {FILE_NAME, HEADED NORTH "n1;Et;afdeling;^by;;;;\n", PROBLEM_INPUT,
         "»n1« kan ikke være del af »by«"},
        {FILE_NAME, HEADED NORTH "syd;Syd;område;^nord;;;;\n", PROBLEM_INPUT,
         "»syd« kan ikke være del af »nord«"},
        {FILE_NAME, HEADED "land;Landet;land;^by;;;;\n", PROBLEM_INPUT, "kan ikke være del af"},
        {FILE_NAME, HEADED "havn;Havnen;kommune;^by;;;;\n", PROBLEM_INPUT, "kan ikke være del af"},
        {FILE_NAME, HEADED NORTH "n1;Et;afdeling;^;;;;\n", PROBLEM_INPUT, "»n1« mangler del_af"},
        {FILE_NAME, HEADED HARBOUR "nord;Nord;område;^;;;;\n", PROBLEM_INPUT,
         "»nord« mangler del_af"},
        {FILE_NAME, HEADED NORTH "n1;Et;afdeling;nord;^2015;;;\n", PROBLEM_INPUT, "ikke en dato"},
        {FILE_NAME, HEADED NORTH "n1;Et;afdeling;nord;;^dec-11;;\n", PROBLEM_INPUT,
         "Excel har lavet perioden om til en måned"},
        {FILE_NAME, HEADED NORTH "n1;Et;afdeling;nord;2015-01-01;^2015-01-01;;\n", PROBLEM_INPUT,
         "»til« er ikke efter »fra«"},
        {FILE_NAME, HEADED "nord;Nord;område;by;^2015-01-01;;;\n", PROBLEM_INPUT,
         "kun en afdeling kan have »fra« og »til«"},
        {FILE_NAME, HEADED NORTH "~nord;Nord igen;område;by;;;;\n", PROBLEM_INPUT,
         "koden »nord« er brugt i linje 3"},
        {FILE_NAME, HEADED "nord;Nord;område;by;;;Parken;\n~syd;Syd;område;by;;;Andet|PARKEN;\n",
         PROBLEM_INPUT, "»syd« og »nord« har et navn eller alias til fælles"},
        {FILE_NAME, HEADED NORTH "~syd;Nord;område;by;;;;\n", PROBLEM_INPUT,
         "»syd« og »nord« har et navn eller alias til fælles"},
        {FILE_NAME,
         HEADED HARBOUR "n1;Et;område;by;;;;\nn2;To;område;by;;;;\n"
                        "h1;Kaj;område;havn;;;Åen;\n~h2;Mole;område;havn;;;Åen;\n",
         PROBLEM_INPUT, "»h2« og »h1« har et navn eller alias til fælles"},
        {FILE_NAME,
         HEADED HARBOUR "n1;Et;område;by;;;;\nn2;To;område;by;;;;\n"
                        "h1;Kaj;område;havn;;;Ø;\n~h2;Mole;område;havn;;;Ø;\n"
                        "h3;Fyr;område;havn;;;;\n",
         PROBLEM_INPUT, "»h2« og »h1« har et navn eller alias til fælles"},
    };
    CHECK_FAULTS(*state, faults, read_file);
}

static void every_shared_name_shows_in_one_run(void **state)
{
    static const char text[] = AREAS_HEADER CITY HARBOUR "nord;Nord;område;by;;;Parken;\n"
                                                         "~syd;Syd;område;by;;;Parken;\n"
                                                         "kaj;Kajen;område;havn;;;Åen;\n";
    struct plan_folder *folder = *state;
    const char *whole = arena_printf(folder->arena, "%s%s", text, "mole;Å;område;havn;;;Åen|Ø;\n");
    plan_folder_write(folder, FILE_NAME, whole);
    read_file(folder);
    assert_problem(folder, PROBLEM_INPUT, FILE_NAME, text, "»syd« og »nord«");
    assert_problem(folder, PROBLEM_INPUT, FILE_NAME, "\n\n\n\n\n\n~", "»mole« og »kaj«");
    assert_problem_count(folder, 2);
}

/* In a country many do; but no code may be another area's name, and municipalities have their own. */
static void areas_of_two_municipalities_may_share_a_name(void **state)
{
    static const struct {
        const char *row, *says;
    } cases[] = {{"kaj;Nordby;område;havn;;;Parken;\n", NULL},
                 {"kaj;Kajen;område;havn;;;nord;\n", "»kaj« og »nord«"},
                 {"parken;Kajen;område;havn;;;;\n", "»parken« og »nord«"},
                 {"kaj;Kajen;område;havn;;;;\noe;Byen;kommune;;;;;\n", "»oe« og »by«"}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_write(folder, FILE_NAME,
                          arena_printf(folder->arena,
                                       AREAS_HEADER CITY HARBOUR
                                       "nord;Nordby;område;by;;;Parken;\n%ssyd;Syd;område;by;;;;\n",
                                       cases[i].row));
        read_file(folder);
        assert_problem_count(folder, cases[i].says != NULL);
        assert_int_equal(folder->catalogue.has_shared_names, cases[i].says != NULL);
        if (cases[i].says) {
            assert_non_null(strstr(folder->diagnostics.items[0].text, cases[i].says));
            continue;
        }
        assert_string_equal(area_of(folder, "nord")->name, "Nordby, Byen");
        assert_string_equal(area_of(folder, "kaj")->name, "Nordby, Havnen");
        assert_string_equal(area_of(folder, "syd")->name, "Syd");
        assert_true(catalogue_is_ambiguous(&folder->catalogue, "nordby"));
        assert_true(catalogue_is_ambiguous(&folder->catalogue, "parken"));
    }
    plan_folder_write(folder, FILE_NAME,
                      AREAS_HEADER CITY HARBOUR "nord;Nord;område;by;;;Parken;\n"
                                                "kaj;Kajen;område;havn;;;Parken;\n"
                                                "~syd;Syd;område;by;;;Parken;\n");
    read_file(folder);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "»syd« og »nord«"));
    assert_problem_count(folder, 1);
}

static void a_missing_file_is_said_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_remove(folder, FILE_NAME);
    read_file(folder);
    assert_problem(folder, PROBLEM_INPUT, FILE_NAME, "", "findes ikke");
    assert_problem_count(folder, 1);
    assert_int_equal(folder->catalogue.area_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_role_is_read_and_linked),
        PLAN_FOLDER_TEST(a_municipality_with_areas_gets_a_total_and_a_rest),
        PLAN_FOLDER_TEST(derived_areas_are_named_in_the_language_of_the_run),
        PLAN_FOLDER_TEST(what_is_derived_depends_on_what_is_there),
        PLAN_FOLDER_TEST(each_municipality_has_its_own_rest_and_total),
        PLAN_FOLDER_TEST(an_area_without_part_of_lies_in_the_only_municipality),
        PLAN_FOLDER_TEST(aliases_are_names_of_the_area),
        PLAN_FOLDER_TEST(a_section_that_joins_or_leaves_is_a_break_of_its_area),
        PLAN_FOLDER_TEST(each_fault_is_said_where_it_stands),
        PLAN_FOLDER_TEST(every_shared_name_shows_in_one_run),
        PLAN_FOLDER_TEST(areas_of_two_municipalities_may_share_a_name),
        PLAN_FOLDER_TEST(a_missing_file_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
