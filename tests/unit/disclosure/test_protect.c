/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onlooker.h"
#include "random_plan.h"

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

/*
 * A hidden or absent cell says what it is and why; every number in it is zero, but for what
 * everybody can know of a hidden one of so many persons that they may be told.
 */
static void assert_nothing_in(const struct plan_folder *folder, const struct released_cell *cell)
{
    const double numbers[] = {cell->value,      cell->numerator,     cell->spread,
                              cell->population, cell->response_rate, cell->design_effect};
    const double limits[] = {cell->denominator, cell->lowest, cell->highest};
    const double zeros[sizeof numbers / sizeof *numbers] = {0};
    assert_memory_equal(numbers, zeros, sizeof numbers);
    assert_false(cell->has_numerator);
    assert_int_equal(cell->status, FIGURE_FINAL);
    assert_int_not_equal(cell->reason, REASON_NONE);
    if (!cell->has_limits) {
        assert_memory_equal(limits, zeros, sizeof limits);
        return;
    }
    assert_int_equal(cell->release, RELEASE_HIDDEN);
    assert_true(cell->denominator >= folder->catalogue.plan.minimum_denominator);
    assert_true(cell->lowest >= 0 && cell->lowest < cell->highest);
}

static void assert_release(const struct plan_folder *folder, const struct released_cell *cell,
                           enum release release, enum reason reason)
{
    assert_non_null(cell);
    assert_int_equal(cell->release, release);
    assert_int_equal(cell->reason, reason);
    if (release != RELEASE_OPEN)
        assert_nothing_in(folder, cell);
    else
        assert_false(cell->has_limits);
}

/* Which cells of the table are hidden: `nord syd/unge nord@2021`, the period if not 2020. */
static const char *hidden_in(const struct plan_folder *folder, const struct released_table *table)
{
    const char *text = "";
    for (size_t i = 0; i < table->count; i++) {
        const struct released_cell *cell = &table->cells[i];
        if (cell->release != RELEASE_HIDDEN)
            continue;
        assert_release(folder, cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
        text = arena_printf(folder->arena, "%s%s%s%s%s", text, *text ? " " : "", cell->area->code,
                            cell->group ? "/" : "", cell->group ? cell->group : "");
        if (cell->period.year != 2020)
            text = arena_printf(folder->arena, "%s@%d", text, cell->period.year);
    }
    return text;
}

/* Figures, and which of them are hidden in the shared edition; in the internal one none is. */
struct plan_case {
    const char *about, *rows, *hidden;
};

static void check_plan(struct plan_folder *folder, const struct plan_case *plan)
{
    plan_folder_figures(folder, plan->rows);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const char *hidden = hidden_in(folder, &table);
    if (strcmp(hidden, plan->hidden) != 0)
        fail_msg("%s: hidden is »%s«, not »%s«", plan->about, hidden, plan->hidden);
    table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_string_equal(hidden_in(folder, &table), "");
}

static void check_plans(struct plan_folder *folder, const struct plan_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_plan(folder, &cases[i]);
}

#define CHECK_PLANS(folder, cases) check_plans((folder), (cases), sizeof(cases) / sizeof *(cases))

/* --- the rule for one figure by itself -------------------------------------------------------- */
static void check_primary(struct plan_folder *folder, const struct primary *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        plan_folder_figures(folder,
                            arena_printf(folder->arena, "i;nord;2020;;%s;\n", cases[i].row));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        const struct released_cell *cell = released_of(folder, &table, "i", "nord", "2020");
        if ((cell->release == RELEASE_HIDDEN) != cases[i].hidden)
            print_error("wrong: %s\n", cases[i].row);
        assert_release(folder, cell, cases[i].hidden ? RELEASE_HIDDEN : RELEASE_OPEN,
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
        {"0;20;;", false},
        {"1;20;;", true},
        {"4;20;;", true},
        {"5;20;;", false},
        {"10;20;;", false},
        {"15;20;;", false},
        {"16;20;;", true},
        {"19;20;;", true},
        {"20;20;;", false},
        {"4,999;20;;", true},
        {"0,001;20;;", true},
        {"5,001;20;;", false},
        {"15,001;20;;", true},
        {"14,999;20;;", false},
        {"10;19;;", true},
        {"0;19;;", true},
        {"19;19;;", true},
        {"5;1000;;", false},
        {"4;1000;;", true},
        {"995;1000;;", false},
        {"996;1000;;", true},
        {"1000;1000;;", false},
        /* whose share or interval would tell the count: disclosure-013 and -017 */
        {"3;41;;", true},
        {"2;60;;", true},
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
    write_indicator(*state, "værdi", ";nej");
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
    check_plan(folder, &(struct plan_case){"small everywhere",
                                           "i;by;2020;;1;7;;;\ni;danmark;2020;;0;3;;;\n"
                                           "i;tvil;2020;;1;70;;;\ni;alle;2020;;1;70;;;\n",
                                           "alle tvil"});
}

static void a_twin_is_hidden_by_itself(void **state)
{
    static const struct plan_case cases[] = {
        {"small", "andelen;tvil;2020;;2;100;;;\nandelen;nord;2020;;30;100;;;\n", "tvil"},
        {"nearly all", "andelen;tvil;2020;;98;100;;;\nandelen;nord;2020;;30;100;;;\n", "tvil"},
        {"large", "andelen;tvil;2020;;20;100;;;\nandelen;nord;2020;;30;100;;;\n", ""},
    };
    plan_folder_write(*state, "omraader.csv", BASE_AREAS "tvil;Tvillingen;tvilling;by;;;;\n");
    CHECK_PLANS(*state, cases);
}

static void nobody_in_an_area_is_a_denominator_too_small_to_show(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;0;0;;;\nandelen;syd;2020;;50;100;;;\n"
                                "andelen;by;2020;;500;1000;;;\nandelen;by;2019;;0;0;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    assert_release(folder, released_of(folder, &table, "andelen", "nord", "2020"), RELEASE_HIDDEN,
                   REASON_SUPPRESSED);
    assert_string_equal(hidden_in(folder, &table), "nord");
    assert_release(folder, released_of(folder, &table, "andelen", "by", "2019"), RELEASE_ABSENT,
                   REASON_NO_DENOMINATOR);
}

/* --- areas and their total -------------------------------------------------------------------- */
#define BY_2020 "andelen;by;2020;;30000;75000;;;\n" /* so that a decimal leaves much open */

/* The project's own reference cases, topic `disclosure`, function `suppress_year`. */
static const struct {
    const char *id;
    int a, b, c, rest, persons_a, threshold;
    const char *suppressed; /* of a, b, c and the rest */
    size_t count;
    double attacker_low, attacker_high;
} years[] = {
    {"disclosure-001", 37, 88, 21, 1800, 900, 5, "", 0, 0, 0},
    {"disclosure-002", 7, 88, 2, 412, 900, 5, "a c", 2, 0, 9},
    {"disclosure-003", 3, 2, 40, 512, 900, 5, "a b", 2, 0, 5},
    {"disclosure-004", 1, 1, 40, 512, 900, 5, "a b c", 3, 0, 42},
    {"disclosure-005", 4, 0, 6, 300, 900, 5, "a c", 2, 0, 10},
    {"disclosure-006", 12, 3, 0, 3, 900, 5, "b rest", 2, 0, 6},
    {"disclosure-011", 8, 9, 4, 1000, 900, 10, "a b c", 3, 0, 21},
    {"disclosure-012", 20, 4, 4, 900, 40, 5, "b c", 2, 0, 8},
};
#define YEARS (sizeof years / sizeof *years)

static void write_year(struct plan_folder *folder, size_t at)
{
    int x = years[at].a + years[at].b + years[at].c + years[at].rest;
    plan_folder_write(folder, "plan.csv",
                      arena_printf(folder->arena, BASE_PLAN "tærskel;%d\n", years[at].threshold));
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;M;kommune;;;;;\na;A;område;by;;;;\nb;B;område;by;;;;\n"
                                   "c;C;område;by;;;;\n");
    plan_folder_figures(folder,
                        arena_printf(folder->arena,
                                     "andelen;by;2020;;%d;%d;;;\nandelen;a;2020;;%d;%d;;;\n"
                                     "andelen;b;2020;;%d;2400;;;\nandelen;c;2020;;%d;420;;;\n",
                                     x, years[at].persons_a + 2400 + 420 + 72000, years[at].a,
                                     years[at].persons_a, years[at].b, years[at].c));
}

/*
 * The same cells go as in the reference, though the rule is another: of two that would do, the one
 * of fewer persons, not of the smaller count, which would tell something of it. Two things differ,
 * and are meant to. The total of the areas is shown here, and binds them in the place of the rest,
 * which is rounded; so where the rest itself is small, the total goes with it. And a hidden count
 * is at least one, for a zero would be shown: what an onlooker is left with starts one higher, and
 * ends lower by one for each other hidden cell. But where the total is hidden nobody is told that
 * its areas are not zero.
 */
static void the_reference_years_are_hidden_as_they_must_be(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < YEARS; i++) {
        size_t hidden = 0;
        const char *names = "";
        write_year(folder, i);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        for (size_t j = 0; j < table.count; j++) {
            const struct released_cell *cell = &table.cells[j];
            if (cell->release != RELEASE_HIDDEN || cell->area->role == AREA_TOTAL)
                continue;
            names =
                arena_printf(folder->arena, "%s%s%s", names, *names ? " " : "", cell->area->code);
            hidden++;
        }
        if (strcmp(names, years[i].suppressed) != 0 || hidden != years[i].count)
            fail_msg("%s: hidden is »%s«", years[i].id, names);
        bool total = strstr(hidden_in(folder, &table), "samlet") != NULL;
        assert_int_equal(total, strstr(names, "rest") != NULL);
        onlooker_assert_safe(folder, &table, "andelen");
    }
}

static void the_limits_of_the_reference_years_are_what_an_onlooker_is_left_with(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < YEARS; i++) {
        write_year(folder, i);
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        for (size_t j = 0; j < table.count; j++) {
            const struct released_cell *cell = &table.cells[j];
            if (cell->release != RELEASE_HIDDEN || cell->area->role == AREA_TOTAL)
                continue;
            double persons = folder->cells.items[j]->amounts.denominator;
            bool with_total = strstr(years[i].suppressed, "rest") != NULL;
            bool is_rest = cell->area->role == AREA_REST;
            double least = with_total && !is_rest ? 0 : 1; /* as each of the others */
            double others = with_total && is_rest ? 0 : (double)years[i].count - 1;
            assert_true(cell->has_limits);
            assert_near(cell->denominator, persons, 0);
            assert_near(cell->lowest * persons / 100, years[i].attacker_low + least, 1e-9);
            assert_near(cell->highest * persons / 100, years[i].attacker_high - others, 1e-9);
        }
    }
}

static void areas_are_hidden_beside_a_small_one_as_far_as_it_takes(void **state)
{
    static const struct plan_case cases[] = {
        {"nothing is small", BY_2020 "andelen;nord;2020;;30;100;;;\nandelen;syd;2020;;40;100;;;\n",
         ""},
        {"the total gives it away",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;100;;;\n", "nord syd"},
        {"a zero would be shown, so the total goes",
         BY_2020 "andelen;nord;2020;;9;19;;;\nandelen;syd;2020;;0;100;;;\n", "nord samlet"},
        {"all of them likewise",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;100;100;;;\n", "nord samlet"},
        {"both small, and together enough",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;2;100;;;\n", "nord syd"},
        {"few persons", BY_2020 "andelen;nord;2020;;9;19;;;\nandelen;syd;2020;;30;100;;;\n",
         "nord syd"},
        {"no total, no municipality", "andelen;nord;2020;;3;100;;;\n", "nord"},
        {"in the municipality, with a rounded rest", BY_2020 "andelen;nord;2020;;3;100;;;\n",
         "nord"},
        {"counts by halves",
         "andelen;by;2020;;30000,5;75000;;;\nandelen;nord;2020;;2,5;100;;;\n"
         "andelen;syd;2020;;30;100;;;\n",
         "nord syd"},
        {"a rate",
         "raten;by;2020;;30000;75000;;;\nraten;nord;2020;;3;100;;;\n"
         "raten;syd;2020;;30;100;;;\n",
         "nord syd"},
        {"events of nearly as many as there are persons",
         "raten;by;2020;;30000;75000;;;\nraten;nord;2020;;99;100;;;\nraten;syd;2020;;30;100;;;\n",
         ""},
    };
    CHECK_PLANS(*state, cases);
}

/*
 * Were a zero shown, each hidden area would be known to be one at least, and the total of two of
 * them not to be one.
 */
static void areas_that_are_too_small_together_are_hidden_with_their_total(void **state)
{
    static const struct plan_case cases[] = {
        {"three in all", BY_2020 "andelen;nord;2020;;1;100;;;\nandelen;syd;2020;;2;100;;;\n",
         "nord syd samlet"},
        {"nearly all of both",
         BY_2020 "andelen;nord;2020;;99;100;;;\nandelen;syd;2020;;99;100;;;\n", "nord syd samlet"},
        {"all of them in one area",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;0;100;;;\n", "nord syd samlet"},
        {"nobody in any area", BY_2020 "andelen;nord;2020;;0;100;;;\nandelen;syd;2020;;0;100;;;\n",
         ""},
    };
    static const struct plan_case with_sections[] = {
        {"the area's sections would say that it has none",
         BY_2020 "andelen;n1;2020;;0;50;;;\nandelen;n2;2020;;0;50;;;\nandelen;syd;2020;;3;100;;;\n",
         "nord syd n1 n2 samlet"},
    };
    CHECK_PLANS(*state, cases);
    plan_folder_write(*state, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n");
    CHECK_PLANS(*state, with_sections);
}

static void a_given_total_counts_as_the_sum_of_its_areas(void **state)
{
    static const struct plan_case cases[] = {
        {"all given",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;syd;2020;;30;100;;;\n"
                 "andelen;samlet;2020;;33;200;;;\n",
         "nord syd"},
        {"what is left for the area without a row is small",
         BY_2020 "andelen;nord;2020;;30;100;;;\nandelen;samlet;2020;;33;200;;;\n", "nord"},
        {"what is left is large enough",
         BY_2020 "andelen;nord;2020;;30;100;;;\nandelen;samlet;2020;;60;200;;;\n", ""},
        {"what is left protects the other",
         BY_2020 "andelen;nord;2020;;3;100;;;\nandelen;samlet;2020;;60;200;;;\n", "nord"},
        {"only the total is known, and it is small", BY_2020 "andelen;samlet;2020;;3;200;;;\n",
         "samlet"},
    };
    CHECK_PLANS(*state, cases);
}

/* What the source withholds is not ours to give away, be it small or large. */
static void what_the_source_withholds_stays_unknown(void **state)
{
    static const struct plan_case cases[] = {
        {"all else given",
         BY_2020 "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;30;100;;;\n"
                 "andelen;samlet;2020;;60;200;;;\n",
         "syd"},
        {"a zero can protect nothing",
         BY_2020 "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;0;100;;;\n"
                 "andelen;samlet;2020;;60;200;;;\n",
         "samlet"},
        {"both withheld: their sum tells of neither",
         BY_2020 "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;;;;;diskret\n"
                 "andelen;samlet;2020;;60;200;;;\n",
         ""},
        {"no total of which it is left over",
         BY_2020 "andelen;nord;2020;;;;;;diskret\nandelen;syd;2020;;30;100;;;\n", ""},
        {"it is missing, not withheld, and large",
         BY_2020 "andelen;nord;2020;;;;;;mangler\nandelen;syd;2020;;30;100;;;\n"
                 "andelen;samlet;2020;;60;200;;;\n",
         ""},
        {"it is missing and small",
         BY_2020 "andelen;nord;2020;;;;;;mangler\nandelen;syd;2020;;30;100;;;\n"
                 "andelen;samlet;2020;;32;200;;;\n",
         "syd"},
        {"a mean",
         "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;;;;diskret\n"
         "snittet;syd;2020;;;100;6;2;\nsnittet;samlet;2020;;;140;6;2;\n",
         "syd"},
    };
    CHECK_PLANS(*state, cases);
}

/* The rest is shown as a rate alone, so the less can be told of it the larger it is. */
static void a_small_rest_is_hidden_and_the_total_with_it(void **state)
{
    static const struct {
        const char *by, *hidden;
    } cases[] = {{"60;229", "nord samlet rest"},
                 {"60;230", ""},
                 {"64;1000", "nord samlet rest"},
                 {"65;1000", ""},
                 {"60;1000", ""},
                 {"76;230", "nord samlet rest"}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, arena_printf(folder->arena,
                                                 "andelen;nord;2020;;30;100;;;\n"
                                                 "andelen;syd;2020;;30;110;;;\n"
                                                 "andelen;by;2020;;%s;;;\n",
                                                 cases[i].by));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        if (strcmp(hidden_in(folder, &table), cases[i].hidden) != 0)
            fail_msg("%s: hidden is »%s«", cases[i].by, hidden_in(folder, &table));
    }
}

/* Where there are so few in all, being hidden is not to say of a part that it is not none. */
static void every_part_of_a_municipality_with_few_is_hidden(void **state)
{
    static const struct plan_case cases[] = {
        {"three",
         "andelen;by;2020;;3;1000;;;\nandelen;nord;2020;;0;100;;;\n"
         "andelen;syd;2020;;2;120;;;\n",
         "nord syd samlet rest"},
        {"nearly all",
         "andelen;by;2020;;997;1000;;;\nandelen;nord;2020;;100;100;;;\n"
         "andelen;syd;2020;;120;120;;;\n",
         "nord syd samlet rest"},
        {"none at all",
         "andelen;by;2020;;0;1000;;;\nandelen;nord;2020;;0;100;;;\n"
         "andelen;syd;2020;;0;120;;;\n",
         ""},
        {"five",
         "andelen;by;2020;;5;1000;;;\nandelen;nord;2020;;0;100;;;\n"
         "andelen;syd;2020;;0;120;;;\n",
         ""},
        {"a rate of events in nearly as many as there are persons",
         "raten;by;2020;;997;1000;;;\nraten;nord;2020;;100;100;;;\nraten;syd;2020;;120;120;;;\n",
         ""},
    };
    CHECK_PLANS(*state, cases);
}

/* --- sections --------------------------------------------------------------------------------- */
#define SECTIONS                                                                                   \
    BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n"                                \
               "n3;Tre;afdeling;nord;;;;\n"
#define NORD(x1, x2, x3)                                                                           \
    "andelen;n1;2020;;" x1 ";50;;;\nandelen;n2;2020;;" x2 ";60;;;\nandelen;n3;2020;;" x3 ";70;;;"  \
    "\n"

static void sections_are_hidden_before_areas(void **state)
{
    static const struct plan_case cases[] = {
        {"nothing is small", NORD("20", "30", "40"), ""},
        {"one small: the partner of fewest persons", NORD("20", "3", "40"), "n1 n2"},
        {"two that make five", NORD("3", "2", "40"), "n1 n2"},
        {"two that make four: one may be none", NORD("1", "3", "40"), "n1 n2 n3"},
        {"two ones", NORD("1", "1", "40"), "n1 n2 n3"},
        {"none beside a hidden one is hidden", NORD("20", "0", "3"), "n1 n2 n3"},
        {"and does not protect it by that", NORD("4", "0", "40"), "n1 n2 n3"},
        {"nor does everybody", NORD("3", "60", "40"), "n1 n2 n3"},
        {"none and everybody beside nothing hidden", NORD("0", "60", "40"), ""},
        {"few persons",
         "andelen;n1;2020;;10;19;;;\nandelen;n2;2020;;30;60;;;\nandelen;n3;2020;;40;70;;;\n",
         "n1 n2"},
        {"few persons beside none",
         "andelen;n1;2020;;10;19;;;\nandelen;n2;2020;;0;60;;;\nandelen;n3;2020;;40;70;;;\n",
         "n1 n2"},
        {"the area is small, and its sections must not tell",
         NORD("4", "0", "0") "andelen;syd;2020;;40;70;;;\n", "nord syd n1 n2 n3"},
        {"a large section in a small remainder of its area",
         NORD("48", "59", "69") "andelen;syd;2020;;40;70;;;\n", "nord syd n1 n2 n3"},
    };
    plan_folder_write(*state, "omraader.csv", SECTIONS);
    CHECK_PLANS(*state, cases);
}

static void what_sections_without_a_row_leave_over_is_protected(void **state)
{
    static const struct plan_case cases[] = {
        {"small",
         "andelen;nord;2020;;42;180;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;20;60;;;\n",
         "n1"},
        {"nearly all",
         "andelen;nord;2020;;108;180;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;20;60;;;\n",
         "n1"},
        {"none",
         "andelen;nord;2020;;40;180;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;20;60;;;\n",
         ""},
        {"large",
         "andelen;nord;2020;;60;180;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;20;60;;;\n",
         ""},
        {"of few persons",
         "andelen;nord;2020;;48;129;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;20;60;;;\n",
         "n1"},
        {"large, and protects a small one",
         "andelen;nord;2020;;43;180;;;\n"
         "andelen;n1;2020;;3;50;;;\nandelen;n2;2020;;20;60;;;\n",
         "n1"},
        {"withheld by the source, and large",
         "andelen;nord;2020;;60;180;;;\n"
         "andelen;n1;2020;;20;50;;;\nandelen;n2;2020;;20;60;;;\n"
         "andelen;n3;2020;;;;;;diskret\n",
         "n1"},
        {"two are withheld",
         "andelen;nord;2020;;60;180;;;\nandelen;n1;2020;;20;50;;;\n"
         "andelen;n2;2020;;;;;;diskret\nandelen;n3;2020;;;;;;diskret\n",
         ""},
        {"no figure of the area: nothing can be worked out",
         "andelen;n1;2020;;20;50;;;\nandelen;n2;2020;;20;60;;;\n", ""},
    };
    plan_folder_write(*state, "omraader.csv", SECTIONS);
    CHECK_PLANS(*state, cases);
}

/* A section without anybody has no row, and the others make the area all the same. */
static void sections_with_all_the_persons_make_the_area(void **state)
{
    static const struct plan_case cases[] = {
        {"the area is hidden for another",
         BY_2020 "andelen;nord;2020;;40;110;;;\nandelen;n1;2020;;20;50;;;\n"
                 "andelen;n2;2020;;20;60;;;\nandelen;syd;2020;;3;100;;;\n",
         "nord syd n1"},
    };
    plan_folder_write(*state, "omraader.csv", SECTIONS);
    CHECK_PLANS(*state, cases);
}

static void sections_areas_and_the_total_hold_each_other(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      SECTIONS "s1;Fire;afdeling;syd;;;;\n"
                               "s2;Fem;afdeling;syd;;;;\n");
    /* »nord« is small: »syd« must go, and so must a way of working »syd« out from its sections */
    check_plan(folder,
               &(struct plan_case){"down and up",
                                   BY_2020 NORD("1", "1", "1") "andelen;s1;2020;;20;50;;;\n"
                                                               "andelen;s2;2020;;20;60;;;\n",
                                   "nord syd n1 n2 n3 s1"});
}

/* A subgroup of a section is too fine for an edition that is handed out, whatever its size. */
static void subgroups_of_sections_are_withheld(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    plan_folder_figures(folder, "andelen;n1;2020;unge;200;400;;;\nandelen;n2;2020;unge;0;0;;;\n"
                                "andelen;n3;2020;unge;;;;;mangler\n"
                                "andelen;n1;2020;;300;600;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    for (size_t i = 0; i < table.count; i++) {
        const struct released_cell *cell = &table.cells[i];
        bool missing = cell->area == area_of(folder, "n3");
        if (cell->area->role == AREA_SECTION && cell->group)
            assert_release(folder, cell, missing ? RELEASE_ABSENT : RELEASE_HIDDEN,
                           missing ? REASON_MISSING : REASON_WITHHELD);
    }
    assert_release(folder, released_of(folder, &table, "andelen", "n1", "2020"), RELEASE_OPEN,
                   REASON_NONE);
    table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_string_equal(hidden_in(folder, &table), "");
}

/* --- groups ----------------------------------------------------------------------------------- */
static void groups_are_hidden_before_everybody(void **state)
{
    static const struct plan_case cases[] = {
        {"none small",
         "andelen;nord;2020;;60;160;;;\nandelen;nord;2020;15-29;20;60;;;\n"
         "andelen;nord;2020;30+;40;100;;;\n",
         ""},
        {"one small: the other goes",
         "andelen;nord;2020;;43;160;;;\nandelen;nord;2020;15-29;3;60;;;\n"
         "andelen;nord;2020;30+;40;100;;;\n",
         "nord/15-29 nord/30+"},
        {"none beside a small one",
         "andelen;nord;2020;;44;190;;;\nandelen;nord;2020;15-29;4;60;;;\n"
         "andelen;nord;2020;30-59;0;30;;;\nandelen;nord;2020;60+;40;100;;;\n",
         "nord/15-29 nord/30-59 nord/60+"}, /* four under 60 are a small group of their own */
        {"one group alone, with a small difference to everybody",
         "andelen;nord;2020;;23;160;;;\nandelen;nord;2020;15-29;20;60;;;\n", "nord/15-29"},
        {"one group alone, with a large difference",
         "andelen;nord;2020;;60;160;;;\nandelen;nord;2020;15-29;20;60;;;\n", ""},
        {"ages in each other, with a small difference",
         "andelen;nord;2020;;90;260;;;\nandelen;nord;2020;0-29;23;160;;;\n"
         "andelen;nord;2020;15-29;20;60;;;\n",
         "nord/15-29"},
        {"names without ages lie in everybody only",
         "andelen;nord;2020;;90;260;;;\nandelen;nord;2020;unge;23;160;;;\n"
         "andelen;nord;2020;meget unge;20;60;;;\n",
         ""},
        {"across areas: the total of the group gives it away",
         "andelen;nord;2020;unge;3;60;;;\nandelen;syd;2020;unge;30;70;;;\n", "nord/unge syd/unge"},
    };
    CHECK_PLANS(*state, cases);
}

/* --- other measures --------------------------------------------------------------------------- */
static void sensitive_figures_hide_none_and_all_and_protect_them(void **state)
{
    static const struct plan_case cases[] = {
        {"none", "i;by;2020;;30000;75000;;;\ni;nord;2020;;0;100;;;\ni;syd;2020;;40;100;;;\n",
         "nord syd"},
        {"all", "i;by;2020;;30000;75000;;;\ni;nord;2020;;100;100;;;\ni;syd;2020;;40;100;;;\n",
         "nord syd"},
        {"none of both: the total is none too",
         "i;by;2020;;30000;75000;;;\ni;nord;2020;;0;100;;;\ni;syd;2020;;0;100;;;\n",
         "nord syd samlet"},
        {"a small one beside none, which is no longer told by its being hidden",
         "i;by;2020;;30000;75000;;;\ni;nord;2020;;4;100;;;\ni;syd;2020;;0;100;;;\n",
         "nord syd samlet"},
    };
    write_indicator(*state, "andel", ";ja");
    CHECK_PLANS(*state, cases);
}

static void means_of_few_are_hidden_from_their_sums(void **state)
{
    static const struct plan_case cases[] = {
        {"large enough",
         "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;100;6;2;\nsnittet;syd;2020;;;100;6;2;\n",
         ""},
        {"few",
         "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;15;6;2;\n"
         "snittet;syd;2020;;;100;6;2;\n",
         "nord syd"},
        {"few, beside so many that the decimals say nothing",
         "snittet;by;2020;;;100000;6;2;\nsnittet;nord;2020;;;15;6;2;\n"
         "snittet;syd;2020;;;9000;6;2;\n",
         "nord"},
        {"few, and how persons differ is not known",
         "snittet;by;2020;;;100000;6;;\nsnittet;nord;2020;;;15;6;2;\n"
         "snittet;syd;2020;;;9000;6;2;\n",
         "nord syd"},
        {"a given total",
         "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;15;6;2;\nsnittet;syd;2020;;;100;6;2;\n"
         "snittet;samlet;2020;;;115;6;2;\n",
         "nord syd"},
    };
    CHECK_PLANS(*state, cases);
}

static void surveys_are_bound_where_their_answers_add_up(void **state)
{
    static const struct plan_case cases[] = {
        {"the answers add up",
         "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;100;3;;\nsvarene;syd;2020;;;100;60;;\n"
         "svarene;samlet;2020;;;200;31,5;;\n",
         "nord syd"},
        {"another survey",
         "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;100;3;;\nsvarene;syd;2020;;;100;60;;\n"
         "svarene;samlet;2020;;;260;31,5;;\n",
         "nord"},
        {"few answers",
         "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;19;60;;\nsvarene;syd;2020;;;100;60;;\n"
         "svarene;samlet;2020;;;119;60;;\n",
         "nord syd"},
        {"values are not counted",
         "tallet;nord;2020;;;;1;;\ntallet;syd;2020;;;;6;;\ntallet;samlet;2020;;;;7;;\n", ""},
    };
    CHECK_PLANS(*state, cases);
}

/* Of the fixed indicator 6, persons charged, everything under ten is small. */
static void persons_charged_are_hidden_under_ten(void **state)
{
    static const struct plan_case cases[] = {
        {"ten", "i;by;2020;;30000;300000;;;\ni;nord;2020;;10;100;;;\ni;syd;2020;;40;100;;;\n", ""},
        {"nine", "i;by;2020;;30000;300000;;;\ni;nord;2020;;9;100;;;\ni;syd;2020;;40;100;;;\n",
         "nord syd"},
        {"two fives", "i;by;2020;;30000;300000;;;\ni;nord;2020;;5;100;;;\ni;syd;2020;;5;100;;;\n",
         "nord syd"},
        {"a nine alone",
         "i;by;2020;;30009;300000;;;\ni;nord;2020;;9;100;;;\ni;syd;2020;;0;100;;;\n",
         "nord syd samlet"},
    };
    plan_folder_write(*state, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                      "i;I;rate;pr. 1.000;ned;kalenderår;K;6\n");
    CHECK_PLANS(*state, cases);
}

/* Figures that contradict each other bind nobody; what is small is hidden all the same. */
static void areas_that_exceed_their_municipality_are_still_protected(void **state)
{
    static const struct plan_case cases[] = {
        {"together",
         "andelen;by;2020;;50;1000;;;\nandelen;nord;2020;;3;100;;;\n"
         "andelen;syd;2020;;60;100;;;\n",
         "nord syd"},
        {"one alone",
         "andelen;by;2020;;2;1000;;;\nandelen;nord;2020;;3;100;;;\n"
         "andelen;syd;2020;;60;100;;;\n",
         "nord syd"},
        {"more persons",
         "andelen;by;2020;;50;100;;;\nandelen;nord;2020;;3;100;;;\n"
         "andelen;syd;2020;;40;100;;;\n",
         "nord syd"},
    };
    CHECK_PLANS(*state, cases);
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
    check_plan(folder, &(struct plan_case){"one year of one area", rows, "nord syd tvil"});
}

/* --- what cannot be protected ----------------------------------------------------------------- */
static bool try_to_protect(struct plan_folder *folder, enum edition edition)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    struct released_table table;
    plan_folder_read(folder);
    return protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &none, edition,
                   &table);
}

/* Where no hiding helps nothing may be published; `~` marks the line of the figure. */
static void what_no_hiding_protects_is_a_problem(void **state)
{
    static const struct {
        const char *indicator, *rows, *area, *group;
    } cases[] = {
        /* all of the one and none of the other are shown: the three are of the rest */
        {"andelen",
         "andelen;by;2020;;43;240;;;\nandelen;nord;2020;;40;40;;;\nandelen;syd;2020;;0;100;;;\n",
         "rest", ""},
        /* two in the area and the rest, of which neither can be none */
        {"andelen",
         "andelen;by;2020;;42;240;;;\nandelen;nord;2020;;40;40;;;\n~andelen;syd;2020;;1;100;;;\n",
         "syd", ""},
        /* all the young of the municipality, whose mean is public, live there */
        {"snittet", "snittet;by;2020;unge;;15;6;2;\n~snittet;nord;2020;unge;;15;6;2;\n", "nord",
         ", unge"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_figures(folder, cases[i].rows);
        assert_false(try_to_protect(folder, EDITION_SHARED));
        assert_int_equal(folder->diagnostics.of_kind[PROBLEM_DISCLOSURE], 1);
        assert_int_equal(diagnostics_exit_status(&folder->diagnostics, true, false), 4);
        const struct diagnostic *last = &folder->diagnostics.items[folder->diagnostics.count - 1];
        if (i > 0) /* the rest has no line of its own */
            assert_problem(folder, PROBLEM_DISCLOSURE, FIGURES_FILE,
                           arena_printf(folder->arena, "%s%s", FIGURES_HEADER, cases[i].rows),
                           cases[i].area);
        assert_non_null(
            strstr(last->text, arena_printf(folder->arena, "»%s« i »%s« for 2020%s kan regnes ud",
                                            cases[i].indicator, cases[i].area, cases[i].group)));
        assert_true(try_to_protect(folder, EDITION_INTERNAL));
        assert_int_equal(folder->diagnostics.of_kind[PROBLEM_DISCLOSURE], 0);
    }
}

/* --- earlier editions ------------------------------------------------------------------------- */
/* The table of an earlier edition that showed one cell of 2020. */
static struct released_table earlier_table(struct plan_folder *folder, const char *area,
                                           double count, double persons)
{
    struct released_cell *cell = arena_alloc(folder->arena, 1, sizeof *cell);
    *cell = (struct released_cell){.indicator = indicator_of(folder, "andelen"),
                                   .area = area_of(folder, area),
                                   .period = period_of("2020"),
                                   .time = 2020.5,
                                   .has_numerator = true,
                                   .value = number_round(100 * count / persons, 1),
                                   .numerator = count,
                                   .denominator = persons};
    return released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cell, 1);
}

static void what_an_earlier_edition_showed_cannot_be_taken_back(void **state)
{
    static const struct {
        const char *area;
        double count, persons;
        const char *hidden;
    } cases[] = {
        {"nord", 3, 100, "nord"},        /* known: nothing protects it any more */
        {"syd", 30, 120, "nord samlet"}, /* hiding »syd« is no use; the total must go */
        {"nord", 4, 100, "nord syd"},    /* corrected since: tells of nobody */
        {"syd", 26, 114, "nord syd"},    /* six persons came, and the difference is theirs */
    };
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY_2020 "andelen;nord;2020;;3;100;;;\n"
                                        "andelen;syd;2020;;30;120;;;\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_read(folder);
        struct released_table before = earlier_table(folder, cases[i].area, cases[i].count,
                                                     cases[i].persons),
                              table;
        const struct earlier_editions earlier = {&before, 1, NULL};
        assert_true(protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &earlier,
                            EDITION_SHARED, &table));
        if (strcmp(hidden_in(folder, &table), cases[i].hidden) != 0)
            fail_msg("case %zu: hidden is »%s«", i, hidden_in(folder, &table));
        assert_problem_count(folder, 0);
    }
}

/* A figure that was large enough then, and of which a few persons have left since. */
static void a_figure_revised_by_a_few_persons_is_hidden(void **state)
{
    static const struct {
        double count, persons;
        const char *hidden;
    } cases[] = {
        {40, 120, ""},           /* the same */
        {38, 117, "syd samlet"}, /* three came, two of them counted */
        {50, 145, ""},           /* 25 left, ten of them counted */
        {43, 145, "syd samlet"}, /* 25 left, three of them counted */
        {45, 120, ""},           /* counted anew */
    };
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY_2020 "andelen;nord;2020;;0;100;;;\n"
                                        "andelen;syd;2020;;40;120;;;\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_read(folder);
        struct released_table before =
                                  earlier_table(folder, "syd", cases[i].count, cases[i].persons),
                              table;
        const struct earlier_editions earlier = {&before, 1, NULL};
        assert_true(protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &earlier,
                            EDITION_SHARED, &table));
        if (strcmp(hidden_in(folder, &table), cases[i].hidden) != 0)
            fail_msg("case %zu: hidden is »%s«", i, hidden_in(folder, &table));
        assert_problem_count(folder, 0);
    }
}

/* It stays so close to what it was that neither the other area nor the total may be told beside it.
 */
static void a_figure_revised_by_one_or_two_persons_is_hidden(void **state)
{
    static const double before_counts[][2] = {
        {39, 119}, {40, 119}, {38, 118}, {39, 118}, {41, 121}};
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, BY_2020 "andelen;nord;2020;;30;100;;;\n"
                                        "andelen;syd;2020;;40;120;;;\n");
    for (size_t i = 0; i < sizeof before_counts / sizeof *before_counts; i++) {
        plan_folder_read(folder);
        struct released_table before = earlier_table(folder, "syd", before_counts[i][0],
                                                     before_counts[i][1]),
                              table;
        const struct earlier_editions earlier = {&before, 1, NULL};
        if (!protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &earlier,
                     EDITION_SHARED, &table))
            fail_msg("case %zu cannot be protected", i);
        assert_string_equal(hidden_in(folder, &table), "nord syd samlet");
    }
}

/* --- what a cell shows ------------------------------------------------------------------------ */
static void hidden_cells_tell_their_limits_where_there_are_any(void **state)
{
    static const struct {
        const char *place;
        double persons, lowest, highest; /* persons 0: no limits */
    } cases[] = {
        {"andelen/nord", 80, 1, 32}, {"andelen/syd", 120, 1, 32}, {"raten/nord", 80, 1, 32},
        {"snittet/nord", 0, 0, 0},   {"svarene/nord", 80, 1, 79}, {"andelen/tvil", 200, 1, 199},
        {"raten/tvil", 0, 0, 0},     {"andelen/n1", 0, 0, 0},     {"andelen/n2", 61, 0, 32},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n"
                                 "tvil;Tvilling;tvilling;;;;;\n");
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;3;80;;;\n"
                                "andelen;syd;2020;;30;120;;;\nandelen;tvil;2020;;3;200;;;\n"
                                "andelen;n1;2020;;2;19;;;\nandelen;n2;2020;;1;61;;;\n"
                                "raten;by;2020;;500;1000;;;\nraten;nord;2020;;3;80;;;\n"
                                "raten;syd;2020;;30;120;;;\nraten;tvil;2020;;3;200;;;\n"
                                "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;15;6;2;\n"
                                "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;80;2;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *indicator = arena_copy(folder->arena, cases[i].place);
        char *area = strchr(indicator, '/');
        *area++ = '\0';
        const struct released_cell *cell = released_of(folder, &table, indicator, area, "2020");
        double factor = cell->indicator->factor;
        assert_release(folder, cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
        assert_int_equal(cell->has_limits, cases[i].persons > 0);
        assert_near(cell->denominator, cases[i].persons, 0);
        assert_near(cell->lowest * cases[i].persons / factor, cases[i].lowest, 1e-9);
        assert_near(cell->highest * cases[i].persons / factor, cases[i].highest, 1e-9);
    }
}

/* An area that is one more than its sections: limits drawn from that sum would tell by how much. */
static void figures_of_sums_that_do_not_add_up_have_no_limits(void **state)
{
    static const char *const sections[] = {"n1", "n2"};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\nn2;To;afdeling;nord;;;;\n");
    for (int more = 0; more < 2; more++) {
        plan_folder_figures(
            folder, arena_printf(folder->arena,
                                 "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;%d;160;;;\n"
                                 "andelen;syd;2020;;30;120;;;\nandelen;n1;2020;;3;80;;;\n"
                                 "andelen;n2;2020;;27;80;;;\n",
                                 30 + more));
        struct released_table table = plan_folder_release(folder, EDITION_SHARED);
        for (size_t i = 0; i < 2; i++) {
            const struct released_cell *cell =
                released_of(folder, &table, "andelen", sections[i], "2020");
            assert_int_equal(cell->release, RELEASE_HIDDEN);
            assert_int_equal(cell->has_limits, more == 0);
        }
    }
}

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
        assert_release(folder, cell, RELEASE_OPEN, REASON_NONE);
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
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "n1;Et;afdeling;nord;;;;\n");
    plan_folder_figures(folder, "andelen;n1;2020;;1;7;;;\nandelen;syd;2020;;0;3;;;\n"
                                "andelen;by;2020;;500;777;;;\nandelen;by;2020;unge;1;7;;;\n"
                                "snittet;nord;2020;;;7;6,2345;2,3456;\n");
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    assert_int_equal(table.edition, EDITION_INTERNAL);
    assert_int_equal(table.count, folder->cells.count);
    assert_int_equal(table.pool_count, 0);
    for (size_t i = 0; i < table.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        const struct released_cell *out = &table.cells[i];
        assert_ptr_equal(out->area, cell->area);
        assert_release(folder, out, cell->reason ? RELEASE_ABSENT : RELEASE_OPEN, cell->reason);
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

/* A plan of shares over some years without small counts or complements. */
static void write_large_plan(struct plan_folder *folder, unsigned *seed)
{
    static const char *const areas[] = {"nord", "syd", "vest"};
    const char *rows = "";
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "vest;Vestparken;område;by;;;;\n");
    for (unsigned year = 2014; year <= 2024; year++) {
        unsigned x = next_random(seed, 200, 900), n = 0;
        for (size_t i = 0; i < 3; i++) {
            unsigned yes = next_random(seed, 5, 45), no = next_random(seed, 25, 65);
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
        write_large_plan(folder, &seed);
        struct released_table shared = plan_folder_release(folder, EDITION_SHARED);
        struct released_table internal = plan_folder_release(folder, EDITION_INTERNAL);
        assert_int_equal(shared.count, 6 * 11);
        assert_int_equal(shared.pool_count, 0);
        for (size_t i = 0; i < shared.count; i++) {
            bool is_rest = shared.cells[i].area->role == AREA_REST;
            assert_int_equal(shared.cells[i].release, RELEASE_OPEN);
            assert_near(shared.cells[i].value, number_round(internal.cells[i].value, 1), 0);
            assert_near(shared.cells[i].denominator, internal.cells[i].denominator, 0);
            assert_near(shared.cells[i].numerator, is_rest ? 0 : internal.cells[i].numerator, 0);
        }
    }
}

/* Everything possible lies within the limits that a hidden cell tells. */
static void assert_limits_true(const struct onlooker *onlooker)
{
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        const struct onlooker_figure *figure = &onlooker->figures[i];
        const struct released_cell *shown = figure->shown;
        if (figure->is_left || !shown->has_limits)
            continue;
        for (size_t count = 0; count < ONLOOKER_VALUES; count++) {
            double limit = shown->indicator->factor * (double)count / (double)figure->persons;
            assert_true(!figure->possible[count] ||
                        (shown->lowest < limit + 1e-9 && limit < shown->highest + 1e-9));
        }
    }
}

/* A random plan and its table; whether it can be published. */
static bool protect_few(struct random_plan *plan, const char *measure, struct released_table *table)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    struct plan_folder *folder = plan->folder;
    random_plan_write(plan, measure);
    plan_folder_read(folder);
    return protect(&folder->diagnostics, &folder->catalogue, &folder->cells, &none, EDITION_SHARED,
                   table);
}

static struct onlooker *look(struct random_plan *plan, const struct released_table *table)
{
    struct onlooker *onlooker = onlooker_look(plan->folder, table, plan->measure);
    onlooker_try(onlooker);
    return onlooker;
}

static void explain(const struct random_plan *plan, const struct onlooker *onlooker)
{
    print_error("%s", plan->rows);
    onlooker_print(onlooker);
}

/* Nobody is to be able to name a small count, whatever else is shown. */
static void nobody_can_work_out_a_hidden_figure_of_a_small_plan(void **state)
{
    struct random_plan plan = {.folder = *state, .seed = 31};
    size_t hidden = 0, refused = 0;
    for (int turn = 0; turn < 300; turn++) {
        struct released_table table;
        if (!protect_few(&plan, turn % 3 ? "andelen" : "raten", &table)) {
            refused++;
            continue;
        }
        struct onlooker *onlooker = look(&plan, &table);
        const struct onlooker_figure *fault = onlooker_fault(onlooker);
        if (fault) {
            explain(&plan, onlooker);
            fail_msg("too much is told of »%s«", fault->cell->area->code);
        }
        assert_limits_true(onlooker);
        for (size_t i = 0; i < table.count; i++)
            hidden += table.cells[i].release == RELEASE_HIDDEN;
    }
    assert_true(hidden > 800);
    assert_true(refused < 60);
}

static bool has_hidden_section(const struct onlooker *onlooker, const struct area *estate,
                               const struct onlooker_figure *but)
{
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        const struct onlooker_figure *other = &onlooker->figures[i];
        bool beside =
            other->cell->area->role == AREA_SECTION && other->cell->area->part_of == estate;
        if (beside && other != but && other->hidden && !onlooker_goes_along(onlooker, other))
            return true;
    }
    return false;
}

/* The table with one hidden figure shown again, and with it what was hidden for its sake only. */
static struct released_table show_again(const struct random_plan *plan,
                                        const struct onlooker *onlooker,
                                        const struct onlooker_figure *figure)
{
    struct released_table table = *onlooker->table;
    struct released_cell *cells = onlooker_copy(plan->folder, &table);
    const struct area *area = figure->cell->area;
    onlooker_show(figure->cell, &cells[figure->cell->index]);
    if (area->role != AREA_SECTION || has_hidden_section(onlooker, area->part_of, figure))
        return table;
    for (size_t i = 0; i < onlooker->figure_count; i++) {
        const struct onlooker_figure *other = &onlooker->figures[i];
        if (other->cell->area->part_of == area->part_of && onlooker_goes_along(onlooker, other))
            onlooker_show(other->cell, &cells[other->cell->index]);
    }
    return table;
}

/* Each figure that is hidden for others' sake is needed: shown again, it tells too much. */
static void nothing_is_hidden_that_need_not_be(void **state)
{
    struct random_plan plan = {.folder = *state, .seed = 32};
    size_t needed = 0;
    for (int turn = 0; turn < 200; turn++) {
        struct released_table table;
        if (!protect_few(&plan, turn % 3 ? "andelen" : "raten", &table))
            continue;
        const struct onlooker *onlooker = look(&plan, &table);
        for (size_t i = 0; i < onlooker->figure_count; i++) {
            const struct onlooker_figure *figure = &onlooker->figures[i];
            if (!figure->hidden || figure->is_left || onlooker_must_hide(onlooker, figure) ||
                onlooker_goes_along(onlooker, figure))
                continue;
            struct released_table other = show_again(&plan, onlooker, figure);
            if (onlooker_fault(look(&plan, &other)) == NULL) {
                explain(&plan, onlooker);
                fail_msg("»%s« could be shown", figure->cell->area->code);
            }
            needed++;
        }
    }
    assert_true(needed > 100);
}

/* Whether public figures alone rule out a small count; but a total is not smaller than its parts.
 */
static bool is_ruled_out(const struct onlooker *onlooker, const struct onlooker_figure *figure)
{
    bool with = onlooker_is_small(onlooker, figure->count);
    bool without =
        onlooker_is_share(onlooker) && onlooker_is_small(onlooker, figure->persons - figure->count);
    long low, high;
    onlooker_public(onlooker, figure, &low, &high);
    if (figure->cell->area->role == AREA_TOTAL)
        return false;
    for (long i = 1; i < (long)onlooker->indicator->minimum_count; i++) {
        long other = figure->persons - i;
        if ((with && i <= high && (i < figure->best_low || i > figure->best_high)) ||
            (without && other >= low && (other < figure->best_low || other > figure->best_high)))
            return true;
    }
    return false;
}

/* Whether somebody would be told too much even if all that may be hidden were. */
static bool is_lost(struct random_plan *plan, struct released_table table)
{
    struct released_cell *cells = onlooker_copy(plan->folder, &table);
    for (size_t i = 0; i < table.count; i++) {
        const struct cell *cell = plan->folder->cells.items[i];
        bool all = cell->indicator->measure == MEASURE_SHARE &&
                   !(cell->amounts.numerator < cell->amounts.denominator);
        bool stands = cell->area->role != AREA_SECTION && (all || !(cell->amounts.numerator > 0));
        if (cell->reason || cell->area->role == AREA_MUNICIPALITY)
            continue;
        cells[i].release = stands ? RELEASE_OPEN : RELEASE_HIDDEN;
    }
    const struct onlooker *onlooker = look(plan, &table);
    for (size_t i = 0; i < onlooker->figure_count; i++)
        if (onlooker_must_hide(onlooker, &onlooker->figures[i]) &&
            (is_ruled_out(onlooker, &onlooker->figures[i]) ||
             onlooker_is_narrowed(onlooker, &onlooker->figures[i]) ||
             onlooker_is_one_of_few(onlooker, &onlooker->figures[i])))
            return true;
    return false;
}

static void nothing_is_refused_that_hiding_could_protect(void **state)
{
    struct random_plan plan = {.folder = *state, .seed = 33};
    size_t refused = 0;
    for (int turn = 0; turn < 400; turn++) {
        struct released_table table;
        if (protect_few(&plan, turn % 3 ? "andelen" : "raten", &table))
            continue;
        refused++;
        if (!is_lost(&plan, table)) {
            print_error("%s", plan.rows);
            plan_folder_print(plan.folder);
            fail_msg("hiding more would help");
        }
    }
    assert_true(refused > 10);
}

/*
 * All but one of those who lived there have left. With 50 of the 54 without the property, and 50 in
 * all without it the year before, the 4 would be told to be 4 or 5 by what everybody was.
 */
static void everybody_of_the_year_before_does_not_tell_of_those_who_left(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;5;55;;;\nandelen;nord;2021;;20;60;;;\n"
                                "andelen;nord;2021;fraflyttere;4;54;;;\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const struct indicator *indicator = indicator_of(folder, "andelen");
    const struct area *nord = area_of(folder, "nord");
    assert_int_equal(released_cell(&table, indicator, nord, period_of("2020"))->release,
                     RELEASE_HIDDEN);
    assert_int_equal(released_cell(&table, indicator, nord, period_of("2021"))->release,
                     RELEASE_OPEN);
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
        PLAN_FOLDER_TEST(a_twin_is_hidden_by_itself),
        PLAN_FOLDER_TEST(nobody_in_an_area_is_a_denominator_too_small_to_show),
        PLAN_FOLDER_TEST(the_reference_years_are_hidden_as_they_must_be),
        PLAN_FOLDER_TEST(the_limits_of_the_reference_years_are_what_an_onlooker_is_left_with),
        PLAN_FOLDER_TEST(areas_are_hidden_beside_a_small_one_as_far_as_it_takes),
        PLAN_FOLDER_TEST(areas_that_are_too_small_together_are_hidden_with_their_total),
        PLAN_FOLDER_TEST(a_given_total_counts_as_the_sum_of_its_areas),
        PLAN_FOLDER_TEST(what_the_source_withholds_stays_unknown),
        PLAN_FOLDER_TEST(a_small_rest_is_hidden_and_the_total_with_it),
        PLAN_FOLDER_TEST(every_part_of_a_municipality_with_few_is_hidden),
        PLAN_FOLDER_TEST(sections_are_hidden_before_areas),
        PLAN_FOLDER_TEST(what_sections_without_a_row_leave_over_is_protected),
        PLAN_FOLDER_TEST(sections_with_all_the_persons_make_the_area),
        PLAN_FOLDER_TEST(sections_areas_and_the_total_hold_each_other),
        PLAN_FOLDER_TEST(subgroups_of_sections_are_withheld),
        PLAN_FOLDER_TEST(groups_are_hidden_before_everybody),
        PLAN_FOLDER_TEST(sensitive_figures_hide_none_and_all_and_protect_them),
        PLAN_FOLDER_TEST(means_of_few_are_hidden_from_their_sums),
        PLAN_FOLDER_TEST(surveys_are_bound_where_their_answers_add_up),
        PLAN_FOLDER_TEST(persons_charged_are_hidden_under_ten),
        PLAN_FOLDER_TEST(areas_that_exceed_their_municipality_are_still_protected),
        PLAN_FOLDER_TEST(only_the_period_and_the_municipality_concerned_are_hidden),
        PLAN_FOLDER_TEST(what_no_hiding_protects_is_a_problem),
        PLAN_FOLDER_TEST(what_an_earlier_edition_showed_cannot_be_taken_back),
        PLAN_FOLDER_TEST(a_figure_revised_by_a_few_persons_is_hidden),
        PLAN_FOLDER_TEST(a_figure_revised_by_one_or_two_persons_is_hidden),
        PLAN_FOLDER_TEST(hidden_cells_tell_their_limits_where_there_are_any),
        PLAN_FOLDER_TEST(figures_of_sums_that_do_not_add_up_have_no_limits),
        PLAN_FOLDER_TEST(open_cells_show_levels_with_their_decimals),
        PLAN_FOLDER_TEST(the_internal_edition_releases_everything_as_it_is),
        PLAN_FOLDER_TEST(a_plan_without_small_cells_loses_nothing_but_decimals),
        PLAN_FOLDER_TEST(nobody_can_work_out_a_hidden_figure_of_a_small_plan),
        PLAN_FOLDER_TEST(nothing_is_hidden_that_need_not_be),
        PLAN_FOLDER_TEST(nothing_is_refused_that_hiding_could_protect),
        PLAN_FOLDER_TEST(everybody_of_the_year_before_does_not_tell_of_those_who_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
