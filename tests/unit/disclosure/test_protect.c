/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#include "pejling/base/number.h"

/* One cell of one area, and what becomes of it in a shared edition. */
struct primary {
    const char *row;
    bool hidden;
};

#define POLICY_HEADER "kode;navn;type;enhed;god_retning;opgørelse;kilde;mindste_antal;følsom\n"

static void write_indicator(struct plan_folder *folder, const char *type, const char *policy)
{
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena, POLICY_HEADER "i;I;%s;pct.;op;kalenderår;K;%s\n",
                                   type, policy));
}

/* A hidden or absent cell says what it is and why; every number in it is zero. */
static void assert_nothing_in(const struct released_cell *cell)
{
    const double numbers[] = {
        cell->value,      cell->numerator,     cell->denominator,   cell->spread,
        cell->population, cell->response_rate, cell->design_effect, 0};
    const double zeros[sizeof numbers / sizeof *numbers] = {0};
    assert_memory_equal(numbers, zeros, sizeof zeros);
    assert_false(cell->has_numerator);
    assert_int_not_equal(cell->reason, REASON_NONE);
}

static void assert_release(const struct released_cell *cell, enum release release,
                           enum reason reason)
{
    assert_non_null(cell);
    assert_int_equal(cell->release, release);
    assert_int_equal(cell->reason, reason);
    if (release != RELEASE_OPEN)
        assert_nothing_in(cell);
}

static void check_primary(struct plan_folder *folder, const struct primary *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        plan_folder_figures(folder,
                            arena_printf(folder->arena, "i;nord;2020;;%s;\n", cases[i].row));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        const struct released_cell *cell = released_of(folder, &table, "i", "nord", "2020");
        if ((cell->release == RELEASE_HIDDEN) != cases[i].hidden)
            print_error("wrong: %s\n", cases[i].row);
        assert_release(cell, cases[i].hidden ? RELEASE_HIDDEN : RELEASE_OPEN,
                       cases[i].hidden ? REASON_SUPPRESSED : REASON_NONE);
        table = plan_folder_release(folder, EDITION_INTERNAL);
        const struct released_cell *all = released_of(folder, &table, "i", "nord", "2020");
        assert_int_equal(all->release, RELEASE_OPEN);
    }
}

#define CHECK_PRIMARY(folder, cases)                                                               \
    check_primary((folder), (cases), sizeof(cases) / sizeof *(cases))

static void a_small_count_or_complement_of_a_share_is_hidden(void **state)
{
    static const struct primary cases[] = {
        {"0;20;;", false},     {"1;20;;", true},       {"4;20;;", true},     {"5;20;;", false},
        {"10;20;;", false},    {"15;20;;", false},     {"16;20;;", true},    {"19;20;;", true},
        {"20;20;;", false},    {"4,999;20;;", true},   {"0,001;20;;", true}, {"5,001;20;;", false},
        {"15,001;20;;", true}, {"14,999;20;;", false}, {"10;19;;", true},    {"0;19;;", true},
        {"19;19;;", true},     {"5;1000;;", false},    {"4;1000;;", true},   {"995;1000;;", false},
        {"996;1000;;", true},  {"1000;1000;;", false},
    };
    write_indicator(*state, "andel", ";");
    CHECK_PRIMARY(*state, cases);
}

static void where_it_is_sensitive_none_and_all_are_hidden_too(void **state)
{
    static const struct primary cases[] = {
        {"0;20;;", true}, {"20;20;;", true}, {"5;20;;", false},  {"15;20;;", false},
        {"4;20;;", true}, {"16;20;;", true}, {"0;1000;;", true}, {"1000;1000;;", true},
    };
    write_indicator(*state, "andel", ";ja");
    CHECK_PRIMARY(*state, cases);
}

static void an_indicator_may_have_its_own_threshold(void **state)
{
    static const struct primary low[] = {{"2;20;;", true},
                                         {"3;20;;", false},
                                         {"17;20;;", false},
                                         {"18;20;;", true},
                                         {"3;19;;", true}};
    static const struct primary high[] = {
        {"9;40;;", true}, {"10;40;;", false}, {"30;40;;", false}, {"31;40;;", true}};
    write_indicator(*state, "andel", "3;");
    CHECK_PRIMARY(*state, low);
    write_indicator(*state, "andel", "10;");
    CHECK_PRIMARY(*state, high);
}

static void the_plan_sets_the_policy(void **state)
{
    static const struct primary cases[] = {{"9;12;;", true},  {"5;10;;", false}, {"3;10;;", true},
                                           {"4;10;;", false}, {"6;10;;", false}, {"7;10;;", true},
                                           {"4;9;;", true}};
    plan_folder_write(*state, "plan.csv", BASE_PLAN "tærskel;4\nmindste_nævner;10\n");
    write_indicator(*state, "andel", ";");
    CHECK_PRIMARY(*state, cases);
}

static void a_rate_has_no_complement(void **state)
{
    static const struct primary cases[] = {
        {"0;20;;", false},  {"1;20;;", true},   {"4;20;;", true},
        {"4,5;20;;", true}, {"5;20;;", false},  {"16;20;;", false},
        {"20;20;;", false}, {"25;20;;", false}, {"10;19;;", true},
    };
    static const struct primary sensitive[] = {{"0;20;;", true}, {"20;20;;", false}};
    write_indicator(*state, "rate", ";");
    CHECK_PRIMARY(*state, cases);
    write_indicator(*state, "rate", ";ja");
    CHECK_PRIMARY(*state, sensitive);
}

static void a_mean_is_hidden_for_few_persons_alone(void **state)
{
    static const struct primary cases[] = {
        {";19;6;2", true}, {";20;6;2", false}, {";20;0;0", false}, {";1;6;", true}};
    static const struct primary more[] = {{";24;6;2", true}, {";25;6;2", false}};
    write_indicator(*state, "gennemsnit", ";");
    CHECK_PRIMARY(*state, cases);
    write_indicator(*state, "gennemsnit", "25;");
    CHECK_PRIMARY(*state, more);
}

static void a_survey_is_judged_by_the_answers_behind_it(void **state)
{
    static const struct primary cases[] = {
        {";19;50;", true},   {";20;50;", false},   {";20;20;", true},    {";20;25;", false},
        {";20;0;", false},   {";20;100;", false},  {";20;80;", true},    {";20;75;", false},
        {";100;4,4;", true}, {";100;4,6;", false}, {";100;0,4;", false}, {";100;0,6;", true},
        {"4;100;;", true},   {"5;100;;", false},   {"96;100;;", true},
    };
    static const struct primary sensitive[] = {
        {";20;0;", true}, {";20;100;", true}, {";20;50;", false}};
    write_indicator(*state, "survey", ";");
    CHECK_PRIMARY(*state, cases);
    write_indicator(*state, "survey", ";ja");
    CHECK_PRIMARY(*state, sensitive);
}

static void a_given_value_has_no_persons_to_count(void **state)
{
    static const struct primary cases[] = {{";;0;", false}, {";;1;", false}, {";;-3,25;", false}};
    write_indicator(*state, "værdi", ";ja");
    CHECK_PRIMARY(*state, cases);
}

/* --- who is shown at all ---------------------------------------------------------------------- */
static void public_areas_are_open_whatever_they_hold(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;danmark;;;;\ndanmark;Danmark;land;;;;;\n"
                                   "nord;Nord;område;by;;;;\nalle;Alle;samlet;by;;;;\n"
                                   "tvil;Tvillingen;tvilling;;;;;\n");
    write_indicator(folder, "andel", ";ja");
    plan_folder_figures(folder, "i;by;2020;;1;7;;;\ni;danmark;2020;;0;3;;;\n"
                                "i;tvil;2020;;1;70;;;\ni;alle;2020;;1;70;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_release(released_of(folder, &table, "i", "by", "2020"), RELEASE_OPEN, REASON_NONE);
    assert_release(released_of(folder, &table, "i", "danmark", "2020"), RELEASE_OPEN, REASON_NONE);
    assert_release(released_of(folder, &table, "i", "tvil", "2020"), RELEASE_HIDDEN,
                   REASON_SUPPRESSED);
    assert_release(released_of(folder, &table, "i", "alle", "2020"), RELEASE_HIDDEN,
                   REASON_SUPPRESSED);
}

#define SECTION "n1;Et;afdeling;nord;;;;\n"

static void sections_and_groups_are_withheld(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS SECTION);
    plan_folder_figures(folder, "andelen;n1;2020;;50;100;;;\nandelen;n1;2021;;0;0;;;\n"
                                "andelen;by;2020;unge;50;100;;;\nandelen;nord;2020;unge;2;100;;;\n"
                                "andelen;nord;2021;unge;0;0;;;\n"
                                "tallet;n1;2020;;;;7;;\nandelen;n1;2022;;;;;;mangler\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    for (size_t i = 0; i < table.count; i++) {
        const struct released_cell *cell = &table.cells[i];
        if (cell->area == area_of(folder, "n1") && cell->period.year == 2022)
            assert_release(cell, RELEASE_ABSENT, REASON_MISSING);
        else if (cell->area == area_of(folder, "n1"))
            assert_release(cell, RELEASE_HIDDEN, REASON_WITHHELD);
        else if (cell->group && !folder->cells.items[i]->reason)
            assert_release(cell, RELEASE_HIDDEN, REASON_WITHHELD);
        else if (cell->group)
            assert_release(cell, RELEASE_ABSENT, REASON_INCOMPLETE);
    }
    assert_release(released_of(folder, &table, "andelen", "nord", "2020"), RELEASE_OPEN,
                   REASON_NONE);
    table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_release(released_of(folder, &table, "andelen", "n1", "2020"), RELEASE_OPEN, REASON_NONE);
    assert_release(released_of(folder, &table, "andelen", "n1", "2021"), RELEASE_ABSENT,
                   REASON_NO_DENOMINATOR);
}

static void nobody_in_an_area_is_a_denominator_too_small_to_show(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;0;0;;;\nandelen;syd;2020;;50;100;;;\n"
                                "andelen;by;2020;;500;1000;;;\nandelen;by;2019;;0;0;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_release(released_of(folder, &table, "andelen", "nord", "2020"), RELEASE_HIDDEN,
                   REASON_SUPPRESSED);
    assert_release(released_of(folder, &table, "andelen", "samlet", "2020"), RELEASE_HIDDEN,
                   REASON_SUPPRESSED);
    assert_release(released_of(folder, &table, "andelen", "by", "2019"), RELEASE_ABSENT,
                   REASON_NO_DENOMINATOR);
}

/* --- the sums --------------------------------------------------------------------------------- */
static void the_sums_of_a_hidden_area_are_hidden_with_it(void **state)
{
    static const struct {
        const char *indicator, *rows;
        bool has_rest;
    } cases[] = {
        {"andelen", "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;100;;;\n", true},
        {"andelen",
         "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;100;;;\n"
         "andelen;samlet;2020;;33;200;;;\n",
         true},
        {"andelen",
         "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;30;100;;;\n"
         "andelen;samlet;2020;;33;200;;;\n",
         false},
        {"andelen", "andelen;nord;2020;;;;;;diskret\nandelen;samlet;2020;;33;200;;;\n", false},
        {"andelen", "andelen;nord;2020;;3;100;;;\nandelen;samlet;2020;;33;200;;;\n", false},
        {"raten", "raten;nord;2020;;3;100;;;\nraten;syd;2020;;30;100;;;\n", true},
        {"snittet", "snittet;nord;2020;;;15;6;2;\nsnittet;syd;2020;;;100;6;2;\n", true},
        {"snittet",
         "snittet;nord;2020;;;15;6;2;\nsnittet;syd;2020;;;100;6;2;\n"
         "snittet;samlet;2020;;;115;6;2;\n",
         true},
        {"svarene",
         "svarene;nord;2020;;;15;60;;\nsvarene;syd;2020;;;100;60;;\n"
         "svarene;samlet;2020;;;115;60;;\n",
         false},
        {"svarene", "svarene;nord;2020;;;;;;diskret\nsvarene;samlet;2020;;;115;60;;\n", false},
        {"tallet",
         "tallet;nord;2020;;;;;;diskret\ntallet;syd;2020;;;;6;;\n"
         "tallet;samlet;2020;;;;6;;\n",
         false},
    };
    static const char whole[] = "andelen;by;2020;;500;1000;;;\nraten;by;2020;;500;1000;;;\n"
                                "snittet;by;2020;;;1000;6;2;\nsvarene;by;2020;;;1000;60;;\n"
                                "tallet;by;2020;;;;6;;\n";
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *indicator = cases[i].indicator;
        plan_folder_figures(folder, arena_printf(folder->arena, "%s%s", cases[i].rows, whole));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        assert_release(released_of(folder, &table, indicator, "samlet", "2020"), RELEASE_HIDDEN,
                       REASON_SUPPRESSED);
        assert_release(released_of(folder, &table, indicator, "by", "2020"), RELEASE_OPEN,
                       REASON_NONE);
        const struct released_cell *rest = released_cell(
            &table, indicator_of(folder, indicator), area_of(folder, "rest"), period_of("2020"));
        if (cases[i].has_rest)
            assert_release(rest, RELEASE_HIDDEN, REASON_SUPPRESSED);
        else if (rest)
            assert_release(rest, RELEASE_ABSENT, REASON_INCOMPLETE);
        table = plan_folder_release(folder, EDITION_INTERNAL);
        const struct released_cell *total =
            released_of(folder, &table, indicator, "samlet", "2020");
        assert_int_equal(total->release, RELEASE_OPEN);
    }
}

static void only_the_period_and_the_municipality_concerned_are_hidden(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\n"
                                   "nord;Nord;område;by;;;;\nsyd;Syd;område;by;;;;\n"
                                   "b_alle;Alle i byen;samlet;by;;;;\n"
                                   "kaj;Kajen;område;havn;;;;\nmole;Molen;område;havn;;;;\n"
                                   "h_alle;Alle i havnen;samlet;havn;;;;\n"
                                   "tvil;Tvillingen;tvilling;havn;;;;\n");
    const char *rows = "andelen;tvil;2020;;2;100;;;\n";
    for (int year = 2019; year <= 2021; year++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;500;1000;;;\nandelen;havn;%d;;500;1000;;;\n"
                            "andelen;nord;%d;;%d;100;;;\nandelen;syd;%d;;30;100;;;\n"
                            "andelen;kaj;%d;;30;100;;;\nandelen;mole;%d;;30;100;;;\n",
                            rows, year, year, year, year == 2020 ? 3 : 30, year, year, year);
    plan_folder_figures(folder, rows);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const struct area *city = area_of(folder, "by");
    for (size_t i = 0; i < table.count; i++) {
        const struct released_cell *cell = &table.cells[i];
        bool sum_of_city = cell->area->part_of == city && cell->area != area_of(folder, "syd");
        bool is_twin = cell->area == area_of(folder, "tvil");
        bool hidden = is_twin || (cell->period.year == 2020 && sum_of_city);
        assert_int_equal(cell->release, hidden ? RELEASE_HIDDEN : RELEASE_OPEN);
    }
}

static void a_small_rest_is_judged_like_any_cell(void **state)
{
    static const struct {
        const char *by;
        bool hidden;
    } cases[] = {{"60;219", true},   {"60;220", false},  {"64;1000", true},
                 {"65;1000", false}, {"60;1000", false}, {"76;220", true}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, arena_printf(folder->arena,
                                                 "andelen;nord;2020;;30;100;;;\n"
                                                 "andelen;syd;2020;;30;100;;;\n"
                                                 "andelen;by;2020;;%s;;;\n",
                                                 cases[i].by));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        const struct released_cell *rest = released_of(folder, &table, "andelen", "rest", "2020");
        assert_release(rest, cases[i].hidden ? RELEASE_HIDDEN : RELEASE_OPEN,
                       cases[i].hidden ? REASON_SUPPRESSED : REASON_NONE);
    }
}

/* --- what an open cell shows ------------------------------------------------------------------ */
static void open_cells_show_levels_with_their_decimals(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, FIGURES_FILE,
                      "indikator;område;periode;tæller;nævner;værdi;spredning;status;svarprocent;"
                      "designeffekt;population\n"
                      "andelen;nord;2020;30;70;;;foreløbig;;;\nandelen;syd;2020;30;90;;;;;;\n"
                      "andelen;by;2020;500;777;;;;;;\nraten;nord;2020;30,5;70;;;;;;\n"
                      "snittet;nord;2020;;70;6,2345;2,3456;;;;\nsnittet;syd;2020;;70;6,25;;;;;\n"
                      "svarene;nord;2020;30;70;;;;38,42;1,12;837\n"
                      "tallet;nord;2020;;;1234,5678;;;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    static const struct {
        const char *indicator, *area;
        double value, numerator, denominator, spread;
    } cases[] = {
        {"andelen", "nord", 42.9, 30, 70, 0},    {"andelen", "by", 64.4, 500, 777, 0},
        {"andelen", "samlet", 37.5, 60, 160, 0}, {"andelen", "rest", 71.3, 0, 617, 0},
        {"raten", "nord", 435.7, 30.5, 70, 0},   {"snittet", "nord", 6.2, 0, 70, 2.35},
        {"snittet", "syd", 6.3, 0, 70, -1},      {"svarene", "nord", 42.9, 0, 70, 0},
        {"tallet", "nord", 1234.5678, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct released_cell *cell =
            released_of(folder, &table, cases[i].indicator, cases[i].area, "2020");
        assert_int_equal(cell->release, RELEASE_OPEN);
        assert_near(cell->value, cases[i].value, 1e-12);
        assert_near(cell->numerator, cases[i].numerator, 0);
        assert_int_equal(cell->has_numerator, cases[i].numerator > 0);
        assert_near(cell->denominator, cases[i].denominator, 0);
        assert_near(cell->spread, cases[i].spread, 1e-12);
    }
    const struct released_cell *survey = released_of(folder, &table, "svarene", "nord", "2020");
    assert_near(survey->design_effect, 1.12, 0);
    assert_near(survey->population, 837, 0);
    assert_near(survey->response_rate, 38.42, 0);
    assert_int_equal(released_of(folder, &table, "andelen", "nord", "2020")->status,
                     FIGURE_PROVISIONAL);
    assert_near(released_of(folder, &table, "andelen", "nord", "2020")->time, 2020.5, 1e-12);
}

static void the_internal_edition_releases_everything_as_it_is(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS SECTION);
    plan_folder_figures(folder, "andelen;n1;2020;;1;7;;;\nandelen;syd;2020;;0;3;;;\n"
                                "andelen;by;2020;;500;777;;;\nandelen;by;2020;unge;1;7;;;\n"
                                "snittet;nord;2020;;;7;6,2345;2,3456;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_int_equal(table.edition, EDITION_INTERNAL);
    assert_int_equal(table.count, folder->cells.count);
    for (size_t i = 0; i < table.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        const struct released_cell *out = &table.cells[i];
        assert_ptr_equal(out->area, cell->area);
        assert_release(out, cell->reason ? RELEASE_ABSENT : RELEASE_OPEN, cell->reason);
        if (cell->reason)
            continue;
        assert_near(out->value, cell_value(cell), 0);
        assert_near(out->denominator, cell->amounts.denominator, 0);
        assert_near(out->spread, cell->amounts.spread, 0);
        assert_int_equal(out->has_numerator, cell->indicator->measure == MEASURE_SHARE);
        assert_near(out->numerator, cell->amounts.numerator, 0);
    }
    const struct released_cell *rest = released_of(folder, &table, "andelen", "rest", "2020");
    assert_near(rest->value, 100 * 499.0 / 767, 0);
    assert_near(rest->numerator, 499, 0);
}

/* --- invented plans --------------------------------------------------------------------------- */
static unsigned next_random(unsigned *seed, unsigned from, unsigned to)
{
    *seed = *seed * 1664525 + 1013904223;
    return from + (*seed >> 8) % (to - from + 1);
}

/* A plan of shares over some years, with counts and complements of at least `least`. */
static void write_random_plan(struct plan_folder *folder, unsigned *seed, unsigned least)
{
    static const char *const areas[] = {"nord", "syd", "vest"};
    const char *rows = "";
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "vest;Vestparken;område;by;;;;\n");
    for (unsigned year = 2014; year <= 2024; year++) {
        unsigned x = next_random(seed, 200, 900), n = 0;
        for (size_t i = 0; i < 3; i++) {
            unsigned yes = next_random(seed, least, least + 40);
            unsigned no = next_random(seed, least + 20, least + 60);
            rows = arena_printf(folder->arena, "%sandelen;%s;%u;;%u;%u;;;\n", rows, areas[i], year,
                                yes, yes + no);
            x += yes;
            n += yes + no;
        }
        rows = arena_printf(folder->arena, "%sandelen;by;%u;;%u;%u;;;\n", rows, year, x, x + n);
    }
    plan_folder_figures(folder, rows);
}

static void a_plan_without_small_cells_loses_nothing_but_decimals(void **state)
{
    struct plan_folder *folder = *state;
    unsigned seed = 1;
    for (int turn = 0; turn < 20; turn++) {
        write_random_plan(folder, &seed, 5);
        struct released_table shared = plan_folder_release(folder, EDITION_SHARED);
        struct released_table internal = plan_folder_release(folder, EDITION_INTERNAL);
        assert_int_equal(shared.count, 6 * 11);
        for (size_t i = 0; i < shared.count; i++) {
            assert_int_equal(shared.cells[i].release, RELEASE_OPEN);
            assert_near(shared.cells[i].value, number_round(internal.cells[i].value, 1), 0);
            assert_near(shared.cells[i].denominator, internal.cells[i].denominator, 0);
        }
    }
}

static void no_open_sum_rests_on_a_hidden_area(void **state)
{
    struct plan_folder *folder = *state;
    unsigned seed = 2;
    size_t hidden_areas = 0, open_sums = 0;
    for (int turn = 0; turn < 20; turn++) {
        write_random_plan(folder, &seed, 0);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        for (size_t i = 0; i < folder->cells.relation_count; i++) {
            const struct relation *relation = &folder->cells.relations[i];
            size_t hidden = 0, open = 0;
            for (size_t j = 0; j < relation->count; j++) {
                const struct released_cell *part = &table.cells[relation->parts[j]->index];
                bool is_rest = part->area->role == AREA_REST;
                hidden += !is_rest && part->release == RELEASE_HIDDEN;
                open += is_rest && part->release == RELEASE_OPEN;
            }
            const struct released_cell *whole = &table.cells[relation->whole->index];
            open += whole->area->role == AREA_TOTAL && whole->release == RELEASE_OPEN;
            assert_false(hidden && open);
            hidden_areas += hidden;
            open_sums += open;
        }
    }
    assert_true(hidden_areas > 50);
    assert_true(open_sums > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_small_count_or_complement_of_a_share_is_hidden),
        PLAN_FOLDER_TEST(where_it_is_sensitive_none_and_all_are_hidden_too),
        PLAN_FOLDER_TEST(an_indicator_may_have_its_own_threshold),
        PLAN_FOLDER_TEST(the_plan_sets_the_policy),
        PLAN_FOLDER_TEST(a_rate_has_no_complement),
        PLAN_FOLDER_TEST(a_mean_is_hidden_for_few_persons_alone),
        PLAN_FOLDER_TEST(a_survey_is_judged_by_the_answers_behind_it),
        PLAN_FOLDER_TEST(a_given_value_has_no_persons_to_count),
        PLAN_FOLDER_TEST(public_areas_are_open_whatever_they_hold),
        PLAN_FOLDER_TEST(sections_and_groups_are_withheld),
        PLAN_FOLDER_TEST(nobody_in_an_area_is_a_denominator_too_small_to_show),
        PLAN_FOLDER_TEST(the_sums_of_a_hidden_area_are_hidden_with_it),
        PLAN_FOLDER_TEST(only_the_period_and_the_municipality_concerned_are_hidden),
        PLAN_FOLDER_TEST(a_small_rest_is_judged_like_any_cell),
        PLAN_FOLDER_TEST(open_cells_show_levels_with_their_decimals),
        PLAN_FOLDER_TEST(the_internal_edition_releases_everything_as_it_is),
        PLAN_FOLDER_TEST(a_plan_without_small_cells_loses_nothing_but_decimals),
        PLAN_FOLDER_TEST(no_open_sum_rests_on_a_hidden_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
