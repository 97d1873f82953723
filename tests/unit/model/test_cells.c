/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#include "pejling/base/moments.h"

/* Two areas, one of them with a section that belongs to it in 2018 and 2019 only. */
#define SECTIONS                                                                                   \
    BASE_AREAS "n1;Et;afdeling;nord;;;;\n"                                                         \
               "n2;To;afdeling;nord;2018-01-01;2020-01-01;;\n"

/* What a cell is to hold; one without a figure holds nothing but its reason. */
struct expected {
    const char *indicator, *area, *period;
    enum reason reason;
    double numerator, denominator;
};

static void read_rows(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    plan_folder_read(folder);
}

static void assert_empty(const struct amounts *amounts)
{
    const struct amounts nothing = {0};
    assert_memory_equal(amounts, &nothing, sizeof nothing);
}

static void assert_cell(const struct cell *cell, enum reason reason, double x, double n)
{
    assert_non_null(cell);
    assert_int_equal(cell->reason, reason);
    if (reason)
        assert_empty(&cell->amounts);
    assert_near(cell->amounts.numerator, x, 1e-9);
    assert_near(cell->amounts.denominator, n, 1e-9);
}

static void assert_cells(const struct plan_folder *folder, const struct expected *expected,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_cell(cell_of(folder, expected[i].indicator, expected[i].area, expected[i].period),
                    expected[i].reason, expected[i].numerator, expected[i].denominator);
}

#define ASSERT_CELLS(folder, expected)                                                             \
    assert_cells((folder), (expected), sizeof(expected) / sizeof *(expected))

/* --- sections and areas ----------------------------------------------------------------------- */
static void sections_sum_to_their_area_by_counts(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "andelen;n1;2019;;30;120;;;\nandelen;n2;2019;;10,5;40;;;\n"
                      "raten;n1;2019;;300;120;;;foreløbig\nraten;n2;2019;;10;40;;;skøn\n");
    static const struct expected expected[] = {
        {"andelen", "n1", "2019", REASON_NONE, 30, 120},
        {"andelen", "nord", "2019", REASON_NONE, 40.5, 160},
        {"raten", "nord", "2019", REASON_NONE, 310, 160},
    };
    ASSERT_CELLS(folder, expected);
    const struct cell *sum = cell_of(folder, "andelen", "nord", "2019");
    assert_near(cell_value(sum), 100 * 40.5 / 160, 1e-12);
    assert_int_equal(sum->at.line, 0);
    assert_near(sum->time, 2019.5, 1e-12);
    assert_int_equal(sum->status, FIGURE_FINAL);
    assert_int_equal(cell_of(folder, "raten", "nord", "2019")->status, FIGURE_ESTIMATED);
    assert_near(cell_value(cell_of(folder, "raten", "nord", "2019")), 1000 * 310.0 / 160, 1e-9);
}

static void a_section_counts_only_while_it_belongs_to_its_area(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "andelen;n1;2017;;10;100;;;\nandelen;n2;2017;;1;50;;;\n"
                      "andelen;n1;2018;;20;100;;;\nandelen;n2;2018;;2;50;;;\n"
                      "andelen;n1;2019;;30;100;;;\n"
                      "andelen;n1;2020;;40;100;;;\nandelen;n2;2020;;4;50;;;\n"
                      "andelen;n2;2021;;5;50;;;\n");
    static const struct expected expected[] = {
        {"andelen", "nord", "2017", REASON_NONE, 10, 100},
        {"andelen", "nord", "2018", REASON_NONE, 22, 150},
        {"andelen", "nord", "2019", REASON_INCOMPLETE, 0, 0},
        {"andelen", "nord", "2020", REASON_NONE, 40, 100},
        {"andelen", "n2", "2017", REASON_NONE, 1, 50},
    };
    ASSERT_CELLS(folder, expected);
    assert_null(cell_of(folder, "andelen", "nord", "2021"));
}

static void membership_is_told_by_the_day_of_the_figure(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER "a;A;andel;pct.;op;01-01;K\nd;D;andel;pct.;op;dato;K\n");
    read_rows(folder, "a;n1;2018;;1;10;;;\na;n2;2018;;1;10;;;\n"
                      "a;n1;2020;;1;10;;;\na;n2;2020;;1;10;;;\n"
                      "d;n1;2017-12-31;;1;10;;;\nd;n2;2017-12-31;;1;10;;;\n"
                      "d;n1;2019-12-31;;1;10;;;\nd;n2;2019-12-31;;1;10;;;\n");
    static const struct expected expected[] = {
        {"a", "nord", "2018", REASON_NONE, 2, 20},
        {"a", "nord", "2020", REASON_NONE, 1, 10},
        {"d", "nord", "2017-12-31", REASON_NONE, 1, 10},
        {"d", "nord", "2019-12-31", REASON_NONE, 2, 20},
    };
    ASSERT_CELLS(folder, expected);
}

static void figures_of_an_unknown_period_are_summed_too(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "andelen;n1;ukendt;;3;30;;;\nandelen;n2;ukendt;;4;40;;;\n"
                      "andelen;syd;ukendt;;5;50;;;\nandelen;by;ukendt;;20;200;;;\n");
    static const struct expected expected[] = {
        {"andelen", "nord", "ukendt", REASON_NONE, 7, 70},
        {"andelen", "samlet", "ukendt", REASON_NONE, 12, 120},
        {"andelen", "rest", "ukendt", REASON_NONE, 8, 80},
    };
    ASSERT_CELLS(folder, expected);
    assert_true(isnan(cell_of(folder, "andelen", "nord", "ukendt")->time));
}

static void a_missing_or_hidden_part_makes_a_sum_incomplete(void **state)
{
    static const char *const known[] = {"andelen;n1;2019;;30;100;;;\n", "raten;n1;2019;;3;100;;;\n",
                                        "snittet;n1;2019;;;100;6;2;\n"};
    static const char *const indicators[] = {"andelen", "raten", "snittet"};
    static const char *const parts[] = {"", "n2;2019;;;;;;mangler", "n2;2019;;;;;;diskret"};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            const char *indicator = *parts[j] ? indicators[i] : "";
            const char *mark = *parts[j] ? ";" : "";
            read_rows(folder, arena_printf(folder->arena, "%s%s%s%s\n", known[i], indicator, mark,
                                           parts[j]));
            assert_cell(cell_of(folder, indicators[i], "nord", "2019"), REASON_INCOMPLETE, 0, 0);
            assert_problem_count(folder, 0);
        }
}

static void the_areas_own_row_wins_over_its_sections(void **state)
{
    static const struct {
        const char *row;
        enum reason reason;
        double numerator, denominator;
        size_t remarks;
    } cases[] = {
        {"~andelen;nord;2019;;40;160;;;\n", REASON_NONE, 40, 160, 0},
        {"~andelen;nord;2019;;40,04;160;;;\n", REASON_NONE, 40.04, 160, 0},
        {"~andelen;nord;2019;;41;160;;;\n", REASON_NONE, 41, 160, 1},
        {"~andelen;nord;2019;;40;161;;;\n", REASON_NONE, 40, 161, 1},
        {"~andelen;nord;2019;;;;;;diskret\n", REASON_SUPPRESSED_SOURCE, 0, 0, 0},
        {"~andelen;nord;2019;;;;;;mangler\n", REASON_MISSING, 0, 0, 0},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = arena_printf(
            folder->arena, "%sandelen;n1;2019;;30;120;;;\n%sandelen;n2;2019;;10;40;;;\n",
            FIGURES_HEADER, cases[i].row);
        plan_folder_write(folder, FIGURES_FILE, rows);
        plan_folder_read(folder);
        assert_cell(cell_of(folder, "andelen", "nord", "2019"), cases[i].reason, cases[i].numerator,
                    cases[i].denominator);
        assert_problem_count(folder, cases[i].remarks);
        if (cases[i].remarks)
            assert_problem(folder, PROBLEM_REMARK, FIGURES_FILE, rows,
                           "»andelen« i »nord«: tallet og summen af delene er forskellige · tallet "
                           "her bruges");
    }
}

/* Sections with other years and groups than each other, and than the area's own rows. */
static void sums_take_their_places_among_the_areas_own_rows(void **state)
{
    static const struct {
        const char *group, *period;
        enum reason reason;
        double numerator;
    } expected[] = {
        {NULL, "2017", REASON_INCOMPLETE, 0}, {NULL, "2018", REASON_NONE, 7},
        {NULL, "2019", REASON_NONE, 40},      {NULL, "2020", REASON_NONE, 5},
        {NULL, "2022", REASON_NONE, 50},      {"a", "2018", REASON_INCOMPLETE, 0},
        {"b", "2018", REASON_NONE, 11},       {"c", "2019", REASON_INCOMPLETE, 0},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;;;;\n"
                                 "n2;To;afdeling;nord;2017-01-01;2020-01-01;;\n");
    read_rows(folder, "andelen;n1;2018;;3;90;;;\nandelen;n1;2019;;9;90;;;\n"
                      "andelen;n1;2020;;5;90;;;\nandelen;n1;2018;b;4;90;;;\n"
                      "andelen;n1;2018;a;1;90;;;\nandelen;n2;2017;;2;90;;;\n"
                      "andelen;n2;2018;;4;90;;;\nandelen;n2;2018;b;7;90;;;\n"
                      "andelen;n2;2019;c;7;90;;;\nandelen;n2;2021;;8;90;;;\n"
                      "andelen;nord;2022;;50;180;;;\nandelen;nord;2019;;40;180;;;\n");
    size_t found = 0;
    for (size_t i = 0; i < folder->cells.count; i++) {
        const struct cell *cell = folder->cells.items[i];
        if (cell->area != area_of(folder, "nord"))
            continue;
        assert_true(found < sizeof expected / sizeof *expected);
        assert_int_equal(period_compare(cell->period, period_of(expected[found].period)), 0);
        assert_int_equal(group_compare(cell->group, expected[found].group), 0);
        assert_int_equal(cell->reason, expected[found].reason);
        assert_near(cell->amounts.numerator, expected[found].numerator, 0);
        found++;
    }
    assert_int_equal(found, sizeof expected / sizeof *expected);
}

static void a_mean_that_differs_from_its_sections_is_remarked_on(void **state)
{
    static const struct {
        const char *value;
        size_t remarks;
    } cases[] = {{"6,4", 0}, {"6,44", 0}, {"6,5", 1}, {"6,3", 1}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < 4; i++) {
        read_rows(folder, arena_printf(folder->arena,
                                       "snittet;n1;2019;;;60;6;;\nsnittet;n2;2019;;;40;7;;\n"
                                       "snittet;nord;2019;;;100;%s;;\n",
                                       cases[i].value));
        assert_problem_count(folder, cases[i].remarks);
    }
}

/* --- the total -------------------------------------------------------------------------------- */
static void the_total_is_given_or_else_summed_from_the_areas(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "andelen;nord;2018;;10;100;;;\nandelen;syd;2018;;20;300;;;\n"
                      "andelen;nord;2019;;10;100;;;\nandelen;syd;2019;;20;300;;;\n"
                      "andelen;samlet;2019;;31;400;;;\n"
                      "andelen;nord;2020;;10;100;;;\n"
                      "andelen;nord;2021;;10;100;;;\nandelen;syd;2021;;;;;;diskret\n"
                      "andelen;samlet;2022;;50;500;;;\n");
    static const struct expected expected[] = {
        {"andelen", "samlet", "2018", REASON_NONE, 30, 400},
        {"andelen", "samlet", "2019", REASON_NONE, 31, 400},
        {"andelen", "samlet", "2020", REASON_INCOMPLETE, 0, 0},
        {"andelen", "samlet", "2021", REASON_INCOMPLETE, 0, 0},
        {"andelen", "samlet", "2022", REASON_NONE, 50, 500},
    };
    ASSERT_CELLS(folder, expected);
    for (size_t i = 0; i < 4; i++) {
        const char *year = expected[i].period;
        const struct cell *total = cell_of(folder, "andelen", "samlet", year);
        assert_ptr_equal(cell_of(folder, "andelen", "nord", year)->total, total);
        assert_null(total->total);
    }
    assert_problem_count(folder, 1);
    assert_problem(folder, PROBLEM_REMARK, FIGURES_FILE, "\n\n\n\n\n~", "»andelen« i »samlet«");
}

static void the_total_sums_what_the_sections_sum_to(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "andelen;n1;2019;;30;120;;;\nandelen;n2;2019;;10;40;;;\n"
                      "andelen;syd;2019;;5;50;;;\nandelen;by;2019;;100;1000;;;\n");
    static const struct expected expected[] = {
        {"andelen", "samlet", "2019", REASON_NONE, 45, 210},
        {"andelen", "rest", "2019", REASON_NONE, 55, 790},
    };
    ASSERT_CELLS(folder, expected);
}

static void surveys_and_values_are_not_added_up(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "svarene;n1;2019;;;120;60;;\nsvarene;n2;2019;;;40;50;;\n"
                      "svarene;syd;2019;;;80;70;;\nsvarene;by;2019;;;900;65;;\n"
                      "tallet;nord;2019;;;;300;;\ntallet;syd;2019;;;;400;;\n"
                      "tallet;samlet;2019;;;;350;;\ntallet;by;2019;;;;500;;\n");
    static const struct expected expected[] = {
        {"svarene", "nord", "2019", REASON_NOT_SUMMABLE, 0, 0},
        {"svarene", "samlet", "2019", REASON_NOT_SUMMABLE, 0, 0},
        {"svarene", "by", "2019", REASON_NONE, 0, 900},
        {"tallet", "samlet", "2019", REASON_NONE, 0, 0},
    };
    ASSERT_CELLS(folder, expected);
    assert_near(cell_value(cell_of(folder, "tallet", "samlet", "2019")), 350, 0);
    assert_near(cell_value(cell_of(folder, "svarene", "by", "2019")), 65, 0);
    assert_null(cell_of(folder, "svarene", "rest", "2019"));
    assert_null(cell_of(folder, "tallet", "rest", "2019"));
    assert_problem_count(folder, 0);
}

/* --- the rest --------------------------------------------------------------------------------- */
static void the_rest_is_the_municipality_without_its_areas(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "andelen;by;2019;;500,5;1000;;;\nandelen;nord;2019;;10;100;;;foreløbig\n"
                      "andelen;syd;2019;;20,25;300;;;\nandelen;samlet;2019;;77;400;;;\n"
                      "raten;by;2019;;5000;1000;;;\nraten;nord;2019;;900;100;;;\n"
                      "raten;syd;2019;;0;300;;;\n");
    static const struct expected expected[] = {
        {"andelen", "rest", "2019", REASON_NONE, 470.25, 600},
        {"raten", "rest", "2019", REASON_NONE, 4100, 600},
    };
    ASSERT_CELLS(folder, expected);
    const struct cell *rest = cell_of(folder, "andelen", "rest", "2019");
    assert_int_equal(rest->status, FIGURE_PROVISIONAL);
    assert_int_equal(rest->at.line, 0);
    assert_near(rest->time, 2019.5, 1e-12);
}

static void without_an_area_the_rest_is_incomplete(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "andelen;by;2017;;500;1000;;;\nandelen;nord;2017;;10;100;;;\n"
                      "andelen;by;2018;;500;1000;;;\nandelen;nord;2018;;10;100;;;\n"
                      "andelen;syd;2018;;;;;;mangler\n"
                      "andelen;by;2019;;500;1000;;;\nandelen;nord;2019;;10;100;;;\n"
                      "andelen;syd;2019;;;;;;diskret\n"
                      "andelen;by;2020;;;;;;mangler\nandelen;nord;2020;;10;100;;;\n"
                      "andelen;syd;2020;;20;300;;;\n"
                      "andelen;nord;2021;;10;100;;;\nandelen;syd;2021;;20;300;;;\n"
                      "snittet;by;2019;;;1000;6;2;\nsnittet;nord;2019;;;100;6;2;\n");
    static const struct expected expected[] = {
        {"andelen", "rest", "2017", REASON_INCOMPLETE, 0, 0},
        {"andelen", "rest", "2018", REASON_INCOMPLETE, 0, 0},
        {"andelen", "rest", "2019", REASON_INCOMPLETE, 0, 0},
        {"andelen", "rest", "2020", REASON_INCOMPLETE, 0, 0},
        {"snittet", "rest", "2019", REASON_INCOMPLETE, 0, 0},
    };
    ASSERT_CELLS(folder, expected);
    assert_null(cell_of(folder, "andelen", "rest", "2021"));
    assert_problem_count(folder, 0);
}

static void areas_that_exceed_the_municipality_are_inconsistent(void **state)
{
    static const struct {
        const char *by, *nord, *syd;
        enum reason reason;
        double numerator, denominator;
    } cases[] = {
        {"raten;by;2019;;29;1000", "raten;nord;2019;;10;100", "raten;syd;2019;;20;300",
         REASON_INCONSISTENT_INPUT, 0, 0},
        {"raten;by;2019;;30;400", "raten;nord;2019;;10;100", "raten;syd;2019;;20;300",
         REASON_INCONSISTENT_INPUT, 0, 0},
        {"raten;by;2019;;50;390", "raten;nord;2019;;10;100", "raten;syd;2019;;20;300",
         REASON_INCONSISTENT_INPUT, 0, 0},
        {"andelen;by;2019;;450;500", "andelen;nord;2019;;10;100", "andelen;syd;2019;;20;300",
         REASON_INCONSISTENT_INPUT, 0, 0},
        {"raten;by;2019;;450;500", "raten;nord;2019;;10;100", "raten;syd;2019;;20;300", REASON_NONE,
         420, 100},
        {"andelen;by;2019;;130;500", "andelen;nord;2019;;10;100", "andelen;syd;2019;;20;300",
         REASON_NONE, 100, 100},
        {"raten;by;2019;;30;500", "raten;nord;2019;;10;100", "raten;syd;2019;;20;300", REASON_NONE,
         0, 100},
        /* 0,1 + 0,2 is more than 0,3 to a computer, and no person more to anybody else */
        {"raten;by;2019;;0,3;500", "raten;nord;2019;;0,1;100", "raten;syd;2019;;0,2;300",
         REASON_NONE, 0, 100},
        {"andelen;by;2019;;100,3;500", "andelen;nord;2019;;0,1;100", "andelen;syd;2019;;0,2;300",
         REASON_NONE, 100, 100},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char indicator[] = "andelen";
        memcpy(indicator, cases[i].by, strcspn(cases[i].by, ";"));
        indicator[strcspn(cases[i].by, ";")] = '\0';
        read_rows(folder, arena_printf(folder->arena, "%s;;;\n%s;;;\n%s;;;\n", cases[i].nord,
                                       cases[i].by, cases[i].syd));
        const struct cell *rest = cell_of(folder, indicator, "rest", "2019");
        assert_cell(rest, cases[i].reason, cases[i].numerator, cases[i].denominator);
        assert_true(rest->amounts.numerator >= 0);
        assert_problem_count(folder, cases[i].reason ? 1 : 0);
        if (cases[i].reason)
            assert_problem(folder, PROBLEM_REMARK, FIGURES_FILE, "\n\n~",
                           "områderne har tilsammen lige så mange som kommunen eller flere");
    }
}

/* --- means, by two routes: from the persons themselves, and from what is said of each group -----
 */
static const double grades[] = {2,  4, 7,   10, 12, 7, 4,  -3, 0, 7, 10,  4, 7, 7, 2,
                                12, 2, 4.5, 7,  10, 4, 12, 7,  7, 2, 0.5, 4, 7, 10};
#define PERSONS (sizeof grades / sizeof *grades)
enum { N1_END = 6, N2_END = 13, SYD_END = 20 };

static struct mean mean_of(size_t from, size_t to)
{
    struct mean all = {.n = (double)(to - from)};
    double squares = 0;
    for (size_t i = from; i < to; i++)
        all.mean += grades[i] / all.n;
    for (size_t i = from; i < to; i++)
        squares += (grades[i] - all.mean) * (grades[i] - all.mean);
    all.spread = sqrt(squares / (all.n - 1));
    return all;
}

static const char *decimal(struct plan_folder *folder, double value)
{
    char *text = arena_printf(folder->arena, "%.12f", value);
    *strchr(text, '.') = ',';
    return text;
}

static const char *mean_row(struct plan_folder *folder, const char *area, struct mean mean)
{
    return arena_printf(folder->arena, "snittet;%s;2019;;;%.0f;%s;%s;\n", area, mean.n,
                        decimal(folder, mean.mean),
                        mean.spread < 0 ? "" : decimal(folder, mean.spread));
}

static void assert_mean(const struct cell *cell, struct mean expected)
{
    assert_non_null(cell);
    assert_int_equal(cell->reason, REASON_NONE);
    assert_near(cell->amounts.denominator, expected.n, 0);
    assert_near(cell->amounts.value, expected.mean, 1e-9);
    assert_near(cell->amounts.spread, expected.spread, 1e-9);
}

static void means_are_put_together_and_taken_apart_by_sums_of_squares(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder,
              arena_printf(folder->arena, "%s%s%s%s", mean_row(folder, "n1", mean_of(0, N1_END)),
                           mean_row(folder, "n2", mean_of(N1_END, N2_END)),
                           mean_row(folder, "syd", mean_of(N2_END, SYD_END)),
                           mean_row(folder, "by", mean_of(0, PERSONS))));
    assert_mean(cell_of(folder, "snittet", "nord", "2019"), mean_of(0, N2_END));
    assert_mean(cell_of(folder, "snittet", "samlet", "2019"), mean_of(0, SYD_END));
    assert_mean(cell_of(folder, "snittet", "rest", "2019"), mean_of(SYD_END, PERSONS));
    assert_near(cell_value(cell_of(folder, "snittet", "rest", "2019")),
                mean_of(SYD_END, PERSONS).mean, 1e-9);
}

static void without_every_spread_there_is_no_rest_of_a_mean(void **state)
{
    static const char *const areas[] = {"nord", "syd", "by"};
    static const size_t ends[][2] = {{0, N2_END}, {N2_END, SYD_END}, {0, PERSONS}};
    struct plan_folder *folder = *state;
    for (size_t unknown = 0; unknown < 3; unknown++) {
        const char *rows = "";
        for (size_t i = 0; i < 3; i++) {
            struct mean mean = mean_of(ends[i][0], ends[i][1]);
            mean.spread = i == unknown ? -1 : mean.spread;
            rows = arena_printf(folder->arena, "%s%s", rows, mean_row(folder, areas[i], mean));
        }
        read_rows(folder, rows);
        assert_cell(cell_of(folder, "snittet", "rest", "2019"), REASON_NO_SPREAD, 0, 0);
        const struct cell *total = cell_of(folder, "snittet", "samlet", "2019");
        struct mean expected = mean_of(0, SYD_END);
        expected.spread = unknown < 2 ? -1 : expected.spread;
        assert_mean(total, expected);
    }
}

static void means_of_more_persons_than_the_municipality_are_inconsistent(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "snittet;nord;2019;;;60;6;2;\nsnittet;syd;2019;;;50;6;2;\n"
                      "snittet;by;2019;;;100;6;2;\n");
    assert_cell(cell_of(folder, "snittet", "rest", "2019"), REASON_INCONSISTENT_INPUT, 0, 0);
    assert_problem_count(folder, 1);
}

/* --- groups, order, remarks ------------------------------------------------------------------- */
static void groups_are_summed_and_subtracted_each_by_itself(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "andelen;by;2019;;100;1000;;;\nandelen;nord;2019;;10;100;;;\n"
                      "andelen;syd;2019;;20;200;;;\n"
                      "andelen;by;2019;unge;50;400;;;\nandelen;nord;2019;unge;5;40;;;\n"
                      "andelen;syd;2019;unge;6;60;;;\n"
                      "andelen;by;2019;gamle;7;70;;;\nandelen;nord;2019;gamle;1;10;;;\n");
    static const struct {
        const char *area, *group;
        enum reason reason;
        double numerator, denominator;
    } cases[] = {
        {"samlet", NULL, REASON_NONE, 30, 300},       {"rest", NULL, REASON_NONE, 70, 700},
        {"samlet", "unge", REASON_NONE, 11, 100},     {"rest", "unge", REASON_NONE, 39, 300},
        {"samlet", "gamle", REASON_INCOMPLETE, 0, 0}, {"rest", "gamle", REASON_INCOMPLETE, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_cell(group_cell_of(folder, "andelen", cases[i].area, "2019", cases[i].group),
                    cases[i].reason, cases[i].numerator, cases[i].denominator);
}

static void each_municipality_is_summed_by_itself(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\n"
                                   "nord;Nord;område;by;;;;\nkaj;Kajen;område;havn;;;;\n"
                                   "tvil;Tvilling;tvilling;by;;;;\n");
    read_rows(folder, "andelen;by;2019;;100;1000;;;\nandelen;nord;2019;;10;100;;;\n"
                      "andelen;tvil;2019;;10;100;;;\n"
                      "andelen;havn;2019;;50;400;;;\nandelen;kaj;2019;;5;40;;;\n");
    const struct catalogue *catalogue = &folder->catalogue;
    static const struct {
        const char *municipality;
        double numerator, denominator;
    } cases[] = {{"by", 90, 900}, {"havn", 45, 360}};
    for (size_t i = 0; i < 2; i++) {
        const struct area *rest = catalogue_rest(catalogue, area_of(folder, cases[i].municipality));
        size_t seen = 0;
        for (size_t j = 0; j < folder->cells.count; j++) {
            if (folder->cells.items[j]->area != rest)
                continue;
            assert_cell(folder->cells.items[j], REASON_NONE, cases[i].numerator,
                        cases[i].denominator);
            seen++;
        }
        assert_int_equal(seen, 1);
    }
}

#define MANY_ROWS                                                                                  \
    "andelen;n1;2018;;7531;8642;;;\n", "andelen;n2;2018;;24;310,0;;;\n",                           \
        "andelen;nord;2018;;7556;8952;;;\n", "andelen;syd;2018;;975;8640;;;\n",                    \
        "andelen;samlet;2018;;8531;17593;;;\n", "andelen;by;2018;;8530;99999;;;\n",                \
        "andelen;by;2019;;9753;98765;;;\n", "andelen;n1;2019;;642;6420;;;\n",                      \
        "andelen;n2;2019;;135;1357;;;\n", "andelen;syd;2019;;864;8643;;;skøn\n",                   \
        "andelen;by;2018;unge;531;5310;;;\n", "andelen;nord;2018;unge;53;5300;;;\n",               \
        "andelen;syd;2018;unge;31;3100;;;\n", "raten;by;ukendt;;975;864;;;\n",                     \
        "snittet;n1;2018;;;86;6,42;2,1;\n", "snittet;n2;2018;;;97;7,53;2,2;\n",                    \
        "snittet;nord;2018;;;183;9,87;2,2;\n", "snittet;by;2018;;;135;6,66;2,4;\n",                \
        "snittet;syd;2018;;;75;5,31;2,3;\n"

static void remarks_never_quote_a_figure(void **state)
{
    static const char *const rows[] = {MANY_ROWS};
    static const char *const numbers[] = {"7531", "8642",  "310",  "7556",  "8952", "975", "8640",
                                          "8531", "17593", "8530", "99999", "531",  "53",  "31",
                                          "6,42", "7,53",  "9,87", "6,66",  "183",  "135", "86"};
    struct plan_folder *folder = *state;
    const char *text = "";
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        text = arena_printf(folder->arena, "%s%s", text, rows[i]);
    for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
        folder->diagnostics.language = (enum language)language;
        read_rows(folder, text);
        assert_problem_count(folder, 6);
        for (size_t i = 0; i < folder->diagnostics.count; i++) {
            assert_int_equal(folder->diagnostics.items[i].problem, PROBLEM_REMARK);
            for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j++)
                assert_null(strstr(folder->diagnostics.items[i].text, numbers[j]));
        }
    }
}

static void assert_same_cell(const struct cell *a, const struct cell *b)
{
    assert_string_equal(a->indicator->code, b->indicator->code);
    assert_string_equal(a->area->code, b->area->code);
    assert_int_equal(group_compare(a->group, b->group), 0);
    assert_int_equal(period_compare(a->period, b->period), 0);
    assert_int_equal(a->reason, b->reason);
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->index, b->index);
    assert_memory_equal(&a->amounts, &b->amounts, sizeof a->amounts);
}

static void the_order_of_the_rows_changes_nothing(void **state)
{
    const char *rows[] = {MANY_ROWS};
    const size_t count = sizeof rows / sizeof *rows;
    struct plan_folder *folder = *state;
    struct cells first = {0};
    unsigned random = 20210831;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t turn = 0; turn < 20; turn++) {
        const char *text = "";
        for (size_t i = 0; i < count; i++)
            text = arena_printf(folder->arena, "%s%s", text, rows[i]);
        read_rows(folder, text);
        if (turn == 0)
            first = folder->cells;
        assert_int_equal(folder->cells.count, first.count);
        assert_int_equal(folder->cells.relation_count, first.relation_count);
        for (size_t i = 0; i < first.count; i++)
            assert_same_cell(folder->cells.items[i], first.items[i]);
        for (size_t i = count - 1; i > 0; i--) {
            random = random * 1664525 + 1013904223;
            size_t j = (random >> 16) % (i + 1);
            const char *other = rows[i];
            rows[i] = rows[j];
            rows[j] = other;
        }
    }
}

static int compare_cells(const struct cell *a, const struct cell *b)
{
    if (a->indicator != b->indicator)
        return a->indicator->index < b->indicator->index ? -1 : 1;
    if (a->area != b->area)
        return a->area->index < b->area->index ? -1 : 1;
    int order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->period, b->period);
}

static void cells_are_ordered_and_know_their_place(void **state)
{
    static const char *const rows[] = {MANY_ROWS};
    struct plan_folder *folder = *state;
    const char *text = "";
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = sizeof rows / sizeof *rows; i-- > 0;)
        text = arena_printf(folder->arena, "%s%s", text, rows[i]);
    read_rows(folder, text);
    for (size_t i = 0; i < folder->cells.count; i++) {
        assert_int_equal(folder->cells.items[i]->index, i);
        if (i > 0)
            assert_true(compare_cells(folder->cells.items[i - 1], folder->cells.items[i]) < 0);
    }
}

static void a_relation_names_a_whole_and_all_its_parts(void **state)
{
    static const struct {
        const char *whole, *parts[3];
        enum relation_kind kind;
    } expected[] = {{"by", {"nord", "syd", "rest"}, RELATION_REST},
                    {"nord", {"n1", "n2"}, RELATION_PARTS},
                    {"samlet", {"nord", "syd"}, RELATION_PARTS}};
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    read_rows(folder, "andelen;n1;2019;;30;120;;;\nandelen;n2;2019;;10;40;;;\n"
                      "andelen;syd;2019;;5;50;;;\nandelen;by;2019;;100;1000;;;\n"
                      "tallet;nord;2019;;;;3;;\ntallet;syd;2019;;;;3;;\ntallet;by;2019;;;;3;;\n");
    assert_int_equal(folder->cells.relation_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct relation *relation = &folder->cells.relations[i];
        double numerator = 0, denominator = 0;
        assert_ptr_equal(relation->whole, cell_of(folder, "andelen", expected[i].whole, "2019"));
        assert_int_equal(relation->count, i == 0 ? 3 : 2);
        assert_int_equal(relation->kind, expected[i].kind);
        assert_false(relation->partial);
        for (size_t j = 0; j < relation->count; j++) {
            const struct cell *part = cell_of(folder, "andelen", expected[i].parts[j], "2019");
            assert_ptr_equal(relation->parts[j], part);
            numerator += part->amounts.numerator;
            denominator += part->amounts.denominator;
        }
        assert_near(relation->whole->amounts.numerator, numerator, 1e-9);
        assert_near(relation->whole->amounts.denominator, denominator, 1e-9);
    }
}

/* The relations of everybody, each as `kind whole: part part`, with `…` where it is partial. */
static const char *relations_text(struct plan_folder *folder)
{
    static const char *const kinds[] = {"parts", "rest", "groups"};
    const char *text = "";
    for (size_t i = 0; i < folder->cells.relation_count; i++) {
        const struct relation *relation = &folder->cells.relations[i];
        text = arena_printf(folder->arena, "%s%s%s %s:", text, *text ? ", " : "",
                            kinds[relation->kind], relation->whole->area->code);
        for (size_t j = 0; j < relation->count; j++)
            text = arena_printf(folder->arena, "%s %s", text, relation->parts[j]->area->code);
        text = arena_printf(folder->arena, "%s%s", text, relation->partial ? " …" : "");
    }
    return text;
}

#define NORD_ROWS "andelen;n1;2019;;30;120;;;\nandelen;n2;2019;;10;40;;;\n"

static void a_relation_is_partial_where_parts_have_no_cell(void **state)
{
    static const struct {
        const char *rows, *relations;
    } cases[] = {
        /* »syd« has no row: so the total has no figure, which is said of it all the same */
        {NORD_ROWS "andelen;nord;2019;;40;160;;;\n", "parts nord: n1 n2, parts samlet: nord …"},
        /* a row is missing: with a figure of the whole, that of the others can be worked out */
        {"andelen;n1;2019;;30;120;;;\nandelen;nord;2019;;40;160;;;\n",
         "parts nord: n1 …, parts samlet: nord …"},
        /* without one what is known of its parts may still be taken from what it is in */
        {"andelen;n1;2019;;30;120;;;\n", "parts nord: n1 …, parts samlet: nord …"},
        /* a part without a figure has a cell all the same */
        {"andelen;nord;2019;;40;160;;;\nandelen;syd;2019;;;;;;diskret\n"
         "andelen;samlet;2019;;90;300;;;\n",
         "parts samlet: nord syd"},
        {"andelen;nord;2019;;40;160;;;\nandelen;samlet;2019;;90;300;;;\n", "parts samlet: nord …"},
        {"andelen;nord;2019;;40;160;;;\nandelen;by;2019;;100;1000;;;\n",
         "rest by: nord …, parts samlet: nord …"},
        {"andelen;nord;2019;;40;160;;;\nandelen;syd;2019;;;;;;diskret\n"
         "andelen;by;2019;;100;1000;;;\n",
         "rest by: nord syd …, parts samlet: nord syd"},
        /* areas do not make a municipality that is smaller than they are */
        {"andelen;nord;2019;;40;160;;;\nandelen;syd;2019;;50;100;;;\n"
         "andelen;by;2019;;80;1000;;;\n",
         "parts samlet: nord syd"},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_rows(folder, cases[i].rows);
        assert_string_equal(relations_text(folder), cases[i].relations);
    }
}

/* One by one, for two twins may have persons in common; and not where there is no rest. */
static void twins_in_the_municipality_are_parts_of_the_rest(void **state)
{
    static const struct {
        const char *rows, *relations;
    } cases[] = {
        {"andelen;by;2019;;100;1000;;;\nandelen;syd;2019;;5;50;;;\n",
         "rest by: nord syd rest, parts samlet: nord syd, rest rest: t1 …, rest rest: t2 …"},
        {"andelen;by;2019;;100;1000;;;\nandelen;syd;2019;;;;;;diskret\n",
         "rest by: nord syd …, parts samlet: nord syd"},
        {"andelen;syd;2019;;5;50;;;\n", "parts samlet: nord syd"},
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "t1;En;tvilling;by;;;;\nt2;To;tvilling;by;;;;\n"
                                 "uden;Udenbys;tvilling;;;;;\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_rows(folder, arena_printf(folder->arena,
                                       "andelen;nord;2019;;40;160;;;\nandelen;t1;2019;;9;90;;;\n"
                                       "andelen;t2;2019;;8;80;;;\nandelen;uden;2019;;7;70;;;\n%s",
                                       cases[i].rows));
        assert_string_equal(relations_text(folder), cases[i].relations);
    }
}

static void a_twin_is_a_part_of_its_own_municipalitys_rest(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nhavn;Havnen;kommune;;;;;\n"
                                   "nord;Nord;område;by;;;;\nkaj;Kajen;område;havn;;;;\n"
                                   "t1;En;tvilling;havn;;;;\nt2;To;tvilling;by;;;;\n");
    read_rows(folder, "andelen;by;2019;;100;1000;;;\nandelen;nord;2019;;10;100;;;\n"
                      "andelen;t1;2019;;9;90;;;\nandelen;t2;2019;;10;100;;;\n"
                      "andelen;havn;2019;;50;400;;;\nandelen;kaj;2019;;5;40;;;\n");
    size_t found = 0;
    for (size_t i = 0; i < folder->cells.relation_count; i++) {
        const struct relation *relation = &folder->cells.relations[i];
        if (relation->whole->area->role != AREA_REST)
            continue;
        assert_int_equal(relation->count, 1);
        assert_int_equal(relation->parts[0]->area->role, AREA_TWIN);
        assert_ptr_equal(relation->parts[0]->area->part_of, relation->whole->area->part_of);
        found++;
    }
    assert_int_equal(found, 2);
}

static void a_surveys_given_total_is_bound_where_the_answers_add_up(void **state)
{
    static const struct {
        const char *answers, *relations;
    } cases[] = {{"160", "parts samlet: nord syd"}, {"161", ""}, {"159", ""}, {"", ""}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *total =
            *cases[i].answers
                ? arena_printf(folder->arena, "svarene;samlet;2019;;;%s;60;;\n", cases[i].answers)
                : "";
        read_rows(folder, arena_printf(folder->arena,
                                       "svarene;nord;2019;;;120;60;;\nsvarene;syd;2019;;;40;50;;\n"
                                       "svarene;by;2019;;;900;65;;\n%s",
                                       total));
        assert_string_equal(relations_text(folder), cases[i].relations);
    }
}

/* Bound in the same area, and across areas group by group. */
static void groups_are_bound_among_each_other_and_across_areas(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "andelen;nord;2019;;40;160;;;\nandelen;nord;2019;15-29;10;60;;;\n"
                      "andelen;nord;2019;30+;30;100;;;\nandelen;syd;2019;15-29;20;70;;;\n");
    const struct cell *everybody = cell_of(folder, "andelen", "nord", "2019");
    size_t whole = 0, partial = 0, across = 0;
    for (size_t i = 0; i < folder->cells.relation_count; i++) {
        const struct relation *relation = &folder->cells.relations[i];
        bool groups = relation->kind == RELATION_GROUPS;
        across += relation->kind == RELATION_PARTS && relation->whole->group && !relation->partial;
        if (groups)
            assert_ptr_equal(relation->whole, everybody);
        whole += groups && !relation->partial && relation->count == 2;
        partial += groups && relation->partial && relation->count == 1;
    }
    assert_int_equal(whole, 1);
    assert_int_equal(partial, 2);
    assert_int_equal(across, 1); /* both areas have the young ones; one lacks the others */
}

/* An internal edition does without relations, and without nothing else. */
static void cells_without_relations_are_the_same_cells(void **state)
{
    static const char *const rows[] = {MANY_ROWS};
    struct plan_folder *folder = *state;
    const char *text = "andelen;by;2021;;9;60;;;\nandelen;nord;2021;15-29;10;60;;;\n"
                       "andelen;nord;2021;;40;160;;;\nandelen;syd;2021;;50;150;;;\n";
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        text = arena_printf(folder->arena, "%s%s", text, rows[i]);
    read_rows(folder, text);
    size_t remarks = folder->diagnostics.count;
    struct cells alone =
        cells_build(&folder->diagnostics, &folder->catalogue, &folder->observations, false);
    assert_true(remarks > 0);
    assert_int_equal(folder->diagnostics.count, 2 * remarks);
    assert_true(folder->cells.relation_count > 0);
    assert_false(folder->cells.unrelated);
    assert_int_equal(alone.relation_count, 0);
    assert_true(alone.unrelated);
    assert_int_equal(alone.count, folder->cells.count);
    for (size_t i = 0; i < alone.count; i++)
        assert_same_cell(alone.items[i], folder->cells.items[i]);
}

static void without_figures_there_are_no_cells(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder, "");
    assert_int_equal(folder->cells.count, 0);
    assert_int_equal(folder->cells.relation_count, 0);
}

/* Who moves between two areas has moved in both, and not in the municipality. */
static void movers_need_not_add_up(void **state)
{
    struct plan_folder *folder = *state;
    read_rows(folder,
              "andelen;by;2020;tilflyttere;10;50;;;\nandelen;nord;2020;tilflyttere;9;40;;;\n"
              "andelen;syd;2020;tilflyttere;5;30;;;\n");
    assert_problem_count(folder, 0);
    assert_int_equal(group_cell_of(folder, "andelen", "rest", "2020", "tilflyttere")->reason,
                     REASON_INCONSISTENT_INPUT);
    read_rows(folder, "andelen;by;2020;fastboende;10;50;;;\nandelen;nord;2020;fastboende;9;40;;;\n"
                      "andelen;syd;2020;fastboende;5;30;;;\n");
    assert_problem_count(folder, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(sections_sum_to_their_area_by_counts),
        PLAN_FOLDER_TEST(a_section_counts_only_while_it_belongs_to_its_area),
        PLAN_FOLDER_TEST(membership_is_told_by_the_day_of_the_figure),
        PLAN_FOLDER_TEST(figures_of_an_unknown_period_are_summed_too),
        PLAN_FOLDER_TEST(a_missing_or_hidden_part_makes_a_sum_incomplete),
        PLAN_FOLDER_TEST(the_areas_own_row_wins_over_its_sections),
        PLAN_FOLDER_TEST(sums_take_their_places_among_the_areas_own_rows),
        PLAN_FOLDER_TEST(a_mean_that_differs_from_its_sections_is_remarked_on),
        PLAN_FOLDER_TEST(the_total_is_given_or_else_summed_from_the_areas),
        PLAN_FOLDER_TEST(the_total_sums_what_the_sections_sum_to),
        PLAN_FOLDER_TEST(surveys_and_values_are_not_added_up),
        PLAN_FOLDER_TEST(the_rest_is_the_municipality_without_its_areas),
        PLAN_FOLDER_TEST(without_an_area_the_rest_is_incomplete),
        PLAN_FOLDER_TEST(areas_that_exceed_the_municipality_are_inconsistent),
        PLAN_FOLDER_TEST(means_are_put_together_and_taken_apart_by_sums_of_squares),
        PLAN_FOLDER_TEST(without_every_spread_there_is_no_rest_of_a_mean),
        PLAN_FOLDER_TEST(means_of_more_persons_than_the_municipality_are_inconsistent),
        PLAN_FOLDER_TEST(groups_are_summed_and_subtracted_each_by_itself),
        PLAN_FOLDER_TEST(each_municipality_is_summed_by_itself),
        PLAN_FOLDER_TEST(remarks_never_quote_a_figure),
        PLAN_FOLDER_TEST(the_order_of_the_rows_changes_nothing),
        PLAN_FOLDER_TEST(cells_are_ordered_and_know_their_place),
        PLAN_FOLDER_TEST(a_relation_names_a_whole_and_all_its_parts),
        PLAN_FOLDER_TEST(a_relation_is_partial_where_parts_have_no_cell),
        PLAN_FOLDER_TEST(twins_in_the_municipality_are_parts_of_the_rest),
        PLAN_FOLDER_TEST(a_twin_is_a_part_of_its_own_municipalitys_rest),
        PLAN_FOLDER_TEST(a_surveys_given_total_is_bound_where_the_answers_add_up),
        PLAN_FOLDER_TEST(groups_are_bound_among_each_other_and_across_areas),
        PLAN_FOLDER_TEST(cells_without_relations_are_the_same_cells),
        PLAN_FOLDER_TEST(without_figures_there_are_no_cells),
        PLAN_FOLDER_TEST(movers_need_not_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
