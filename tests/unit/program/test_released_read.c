/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/released_read.h"

#include "plan_folder.h"

#include "pejling/present/released_sheet.h"

static struct input_file file_of(struct plan_folder *folder)
{
    return (struct input_file){plan_folder_file(folder, RELEASED_FILE), RELEASED_FILE,
                               PROBLEM_INPUT};
}

/* What stands in the file, which must be sound. */
static struct released_table read_back(struct plan_folder *folder, enum edition edition)
{
    const struct input_file file = file_of(folder);
    struct released_table table;
    plan_folder_forget_problems(folder);
    bool read =
        released_read(&folder->diagnostics, &file, &folder->catalogue, edition, &table);
    assert_problem_count(folder, 0);
    assert_true(read);
    assert_int_equal(table.edition, edition);
    assert_ptr_equal(table.catalogue, &folder->catalogue);
    return table;
}

/* The table as a file and back. */
static struct released_table round_trip(struct plan_folder *folder,
                                        const struct released_table *table)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    assert_true(released_write(&place, table));
    struct released_table back = read_back(folder, table->edition);
    plan_folder_remove(folder, RELEASED_FILE);
    return back;
}

/* --- comparing -------------------------------------------------------------------------------- */
static void assert_same_text(const char *actual, const char *expected)
{
    assert_true(!actual == !expected);
    if (expected)
        assert_string_equal(actual, expected);
}

static void assert_same_period(struct period actual, struct period expected)
{
    assert_int_equal(actual.kind, expected.kind);
    assert_int_equal(period_compare(actual, expected), 0);
}

static void assert_same_cell(const struct released_cell *actual,
                             const struct released_cell *expected)
{
    assert_ptr_equal(actual->indicator, expected->indicator);
    assert_ptr_equal(actual->area, expected->area);
    assert_same_period(actual->period, expected->period);
    assert_same_text(actual->group, expected->group);
    assert_true(isnan(actual->time) ? isnan(expected->time) : true);
    if (!isnan(actual->time))
        assert_near(actual->time, expected->time, 0);
    assert_int_equal(actual->release, expected->release);
    assert_int_equal(actual->reason, expected->reason);
    assert_int_equal(actual->status, expected->status);
    assert_int_equal(actual->has_numerator, expected->has_numerator);
    assert_int_equal(actual->has_limits, expected->has_limits);
    assert_near(actual->lowest, expected->lowest, 0);
    assert_near(actual->highest, expected->highest, 0);
    assert_near(actual->value, expected->value, 0);
    assert_near(actual->numerator, expected->numerator, 0);
    assert_near(actual->denominator, expected->denominator, 0);
    assert_near(actual->spread, expected->spread, 0);
    assert_near(actual->design_effect, expected->design_effect, 0);
    assert_near(actual->population, expected->population, 0);
    assert_near(actual->response_rate, expected->response_rate, 0);
}

static void assert_same_pool(const struct released_pool *actual,
                             const struct released_pool *expected)
{
    assert_ptr_equal(actual->indicator, expected->indicator);
    assert_ptr_equal(actual->area, expected->area);
    assert_same_period(actual->from, expected->from);
    assert_same_period(actual->to, expected->to);
    assert_near(actual->value, expected->value, 0);
    assert_near(actual->numerator, expected->numerator, 0);
    assert_near(actual->denominator, expected->denominator, 0);
}

static void assert_same_table(const struct released_table *actual,
                              const struct released_table *expected)
{
    assert_int_equal(actual->edition, expected->edition);
    assert_int_equal(actual->count, expected->count);
    for (size_t i = 0; i < expected->count; i++)
        assert_same_cell(&actual->cells[i], &expected->cells[i]);
    assert_int_equal(actual->pool_count, expected->pool_count);
    for (size_t i = 0; i < expected->pool_count; i++)
        assert_same_pool(&actual->pools[i], &expected->pools[i]);
}

/* --- the table of a plan ---------------------------------------------------------------------- */
/* Two more, so that there is one of every way to count time. */
#define ALL_INDICATORS                                                                             \
    BASE_INDICATORS "skolen;Skole;andel;pct.;op;skoleår;K\n"                                      \
                    "kvartalet;Kvartal;rate;pr. 1.000;ned;kvartal;K\n"                             \
                    "valget;Valg;andel;pct.;op;dato;K\n"                                           \
                    "status;Status;andel;pct.;op;09-30;K\n"

/* Small counts in three years of one window and beside it; both areas open in 2022. */
#define SHARES                                                                                     \
    "andelen;by;2019;;500;1000;;;\nandelen;nord;2019;;3;70;;;\nandelen;syd;2019;;40;130;;;\n"      \
    "andelen;by;2020;;511;1013;;;\nandelen;nord;2020;;4;71;;;\nandelen;syd;2020;;44;127;;;\n"      \
    "andelen;by;2021;;502;1007;;;\nandelen;nord;2021;;3;73;;;\nandelen;syd;2021;;41;129;;;\n"      \
    "andelen;by;2022;;499;1003;;;\nandelen;nord;2022;;17;72;;;\nandelen;syd;2022;;45;128;;;\n"     \
    "andelen;by;ukendt;;9;100;;;\n"

#define OTHER_PERIODS                                                                              \
    "skolen;by;2019/20;;300;1000;;;foreløbig\nskolen;nord;2019/20;;3;70;;;foreløbig\n"           \
    "skolen;syd;2019/20;;40;130;;;\nskolen;by;1999/00;;310;1000;;;foreløbig\n"                           \
    "kvartalet;by;2022K4;;20,25;1000;;;\nkvartalet;nord;2022K4;;2,5;77;;;\n"                       \
    "kvartalet;syd;2022K4;;7,75;131;;;skøn\n"                                                     \
    "valget;by;16-11-2021;;744;1013;;;\nvalget;nord;2021-11-16;;40;71;;;\n"                        \
    "valget;syd;2021-11-16;;;;;;mangler\nstatus;by;2021;;12;1013;;;\nstatus;nord;2021;;2;19;;;\n"

#define OTHER_MEASURES                                                                             \
    "raten;by;2020;;20;1000;;;\nraten;nord;2020;;2;70;;;\nraten;syd;2020;;9;130;;;\n"              \
    "snittet;by;2020;;;1000;6,123456789;2,987654321;\nsnittet;nord;2020;;;70;-5,25;;\n"            \
    "snittet;syd;2020;;;130;7,5;0;\nsnittet;nord;2021;;;2;7,5;0;\n"                                \
    "tallet;by;2020;;;;-34567,123456789;;skøn\ntallet;nord;2020;;;;;;diskret\n"

#define SUBGROUPS                                                                                  \
    "andelen;by;2022;=1+1;200;500;;;\nandelen;by;2022;\"kvinder, \"\"unge\"\"\";150;300;;;\n"      \
    "andelen;nord;2022;=1+1;3;40;;;\nandelen;nord;2022;-65;14;32;;;\n"

#define SURVEYS                                                                                    \
    "indikator;område;periode;nævner;værdi;svarprocent;designeffekt;population\n"               \
    "svarene;by;2020;900;61,123456789;44,123456789;1,123456789;9000\n"                             \
    "svarene;nord;2020;300;70;;;\nsvarene;syd;2020;31;6,5;;;\n"

static void write_plan(struct plan_folder *folder)
{
    plan_folder_write(folder, "indikatorer.csv", ALL_INDICATORS);
    plan_folder_figures(folder, SHARES OTHER_PERIODS OTHER_MEASURES SUBGROUPS);
    plan_folder_write(folder, "observationer/svar.csv", SURVEYS);
}

/* How many cells of a table are of each kind that a file must tell apart. */
struct kinds {
    size_t open, rounded, hidden, limited, absent, grouped, unknown, estimated;
};

static struct kinds kinds_of(const struct released_table *table)
{
    struct kinds kinds = {0};
    for (size_t i = 0; i < table->count; i++) {
        const struct released_cell *cell = &table->cells[i];
        bool counted = cell->indicator->measure == MEASURE_SHARE ||
                       cell->indicator->measure == MEASURE_RATE;
        kinds.open += cell->release == RELEASE_OPEN;
        kinds.rounded += cell->release == RELEASE_OPEN && counted && !cell->has_numerator;
        kinds.hidden += cell->release == RELEASE_HIDDEN && !cell->has_limits;
        kinds.limited += cell->has_limits;
        kinds.absent += cell->release == RELEASE_ABSENT;
        kinds.grouped += cell->group != NULL;
        kinds.unknown += cell->period.kind == PERIOD_UNKNOWN;
        kinds.estimated += cell->status == FIGURE_ESTIMATED;
    }
    return kinds;
}

static void a_shared_edition_comes_back_as_it_was(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct kinds kinds = kinds_of(&table);
    print_message("%zu %zu %zu %zu %zu %zu %zu %zu p%zu\n", kinds.open, kinds.rounded, kinds.hidden, kinds.limited, kinds.absent, kinds.grouped, kinds.unknown, kinds.estimated, table.pool_count);
    assert_true(kinds.open && kinds.rounded && kinds.hidden && kinds.limited && kinds.absent);
    assert_true(kinds.grouped && kinds.unknown && kinds.estimated);
    assert_true(table.pool_count > 0);
    struct released_table back = round_trip(folder, &table);
    assert_same_table(&back, &table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_shared_edition_comes_back_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
