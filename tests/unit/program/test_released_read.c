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
    bool read = released_read(&folder->diagnostics, &file, &folder->catalogue, edition, &table);
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
    if (isnan(expected->time))
        assert_true(isnan(actual->time));
    else
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
    "andelen;by;2020;;511;1013;;;\nandelen;nord;2020;;2;71;;;\nandelen;syd;2020;;44;127;;;\n"      \
    "andelen;by;2021;;502;1007;;;\nandelen;nord;2021;;3;73;;;\nandelen;syd;2021;;41;129;;;\n"      \
    "andelen;by;2022;;499;1003;;;\nandelen;nord;2022;;17;72;;;\nandelen;syd;2022;;45;128;;;\n"     \
    "andelen;by;ukendt;;9;100;;;\n"

#define OTHER_PERIODS                                                                              \
    "skolen;by;2019/20;;300;1000;;;foreløbig\nskolen;nord;2019/20;;3;70;;;foreløbig\n"           \
    "skolen;syd;2019/20;;40;130;;;\nskolen;by;1999/00;;310;1000;;;foreløbig\n"                    \
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
        bool counted =
            cell->indicator->measure == MEASURE_SHARE || cell->indicator->measure == MEASURE_RATE;
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
    assert_true(kinds.open && kinds.rounded && kinds.hidden && kinds.limited && kinds.absent);
    assert_true(kinds.grouped && kinds.unknown && kinds.estimated && table.pool_count > 0);
    struct released_table back = round_trip(folder, &table);
    assert_same_table(&back, &table);
}

static void an_internal_edition_comes_back_as_it_was(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    struct released_table table = plan_folder_release(folder, EDITION_INTERNAL);
    struct kinds kinds = kinds_of(&table);
    assert_true(kinds.open && kinds.absent && kinds.grouped && kinds.unknown && kinds.estimated);
    assert_int_equal(kinds.rounded + kinds.hidden + kinds.limited, 0);
    struct released_table back = round_trip(folder, &table);
    assert_same_table(&back, &table);
}

static void a_table_without_cells_comes_back_empty(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_table table =
        released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, NULL, 0);
    struct released_table back = round_trip(folder, &table);
    assert_same_table(&back, &table);
    assert_null(released_cell(&back, indicator_of(folder, "andelen"), area_of(folder, "by"),
                              period_of("2020")));
}

/* --- tables made by hand ---------------------------------------------------------------------- */
/* An open cell with numbers in the fields that its measure has. */
static struct released_cell open_cell(const struct plan_folder *folder, const char *code,
                                      const char *period)
{
    const struct indicator *indicator = indicator_of(folder, code);
    enum measure measure = indicator->measure;
    struct released_cell cell = {.indicator = indicator,
                                 .area = area_of(folder, "nord"),
                                 .period = period_of(period),
                                 .value = 1.0 / 3};
    cell.time = period_time(cell.period, indicator->reporting);
    cell.denominator = measure == MEASURE_VALUE ? 0 : 977;
    cell.spread = measure == MEASURE_MEAN ? 2.0 / 3 : 0;
    cell.has_numerator = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    cell.numerator = cell.has_numerator ? 200.0 / 3 : 0;
    if (measure == MEASURE_SURVEY) {
        cell.design_effect = 4.0 / 3;
        cell.population = 9001;
        cell.response_rate = 100.0 / 9;
    }
    return cell;
}

/* Cells in different places; each comes back as it was, in both editions. */
static void check_cells(struct plan_folder *folder, struct released_cell *cells, size_t count)
{
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct released_table table = released_table_make(folder->arena, &folder->catalogue,
                                                          (enum edition)edition, cells, count);
        struct released_table back = round_trip(folder, &table);
        assert_same_table(&back, &table);
    }
}

static void every_digit_of_every_measure_comes_back(void **state)
{
    static const char *const codes[] = {"andelen", "raten", "snittet", "svarene", "tallet"};
    static const char *const years[] = {"2013", "2014", "2015", "2016",
                                        "2017", "2018", "2019", "2020"};
    static const double values[] = {0, 0.1, 1.0 / 3, -5.25, 1e-7, 123456789012.125, -1e15, 5e-324};
    struct plan_folder *folder = *state;
    struct released_cell cells[40];
    size_t count = 0;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        for (size_t j = 0; j < sizeof values / sizeof *values; j++) {
            cells[count] = open_cell(folder, codes[i], years[j]);
            cells[count].value = values[j];
            cells[count++].status = (enum figure_status)(j % 3);
        }
    check_cells(folder, cells, count);
}

static void what_is_not_known_is_not_known_afterwards(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_cell cells[] = {
        open_cell(folder, "snittet", "2019"), open_cell(folder, "snittet", "2020"),
        open_cell(folder, "svarene", "2020"), open_cell(folder, "raten", "2020")};
    cells[0].spread = -1;
    cells[1].spread = 0;
    cells[2].population = cells[2].response_rate = 0;
    cells[3].has_numerator = false;
    cells[3].numerator = 0;
    check_cells(folder, cells, sizeof cells / sizeof *cells);
}

static void every_reason_comes_back(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell cells[2 * REASON_COUNT];
    size_t count = 0;
    plan_folder_read_catalogue(folder);
    for (int reason = REASON_MISSING; reason < REASON_COUNT; reason++)
        for (int release = RELEASE_HIDDEN; release <= RELEASE_ABSENT; release++) {
            const char *area = release == RELEASE_HIDDEN ? "nord" : "rest";
            const char *year = arena_printf(folder->arena, "%d", 2000 + reason);
            cells[count++] = (struct released_cell){.indicator = indicator_of(folder, "raten"),
                                                    .area = area_of(folder, area),
                                                    .period = period_of(year),
                                                    .time = 2000.5 + reason,
                                                    .release = (enum release)release,
                                                    .reason = (enum reason)reason};
        }
    check_cells(folder, cells, count);
}

/* A hidden cell with limits, a group of its own. */
static struct released_cell limited_cell(const struct plan_folder *folder, const char *code,
                                         double lowest, unsigned persons)
{
    struct released_cell cell = {.indicator = indicator_of(folder, code),
                                 .area = area_of(folder, "nord"),
                                 .period = period_of("2020"),
                                 .time = 2020.5,
                                 .group = arena_printf(folder->arena, "%u %g", persons, lowest),
                                 .release = RELEASE_HIDDEN,
                                 .reason = REASON_SUPPRESSED,
                                 .has_limits = true,
                                 .denominator = persons};
    cell.lowest = released_limit(cell.indicator, lowest, persons);
    cell.highest = released_limit(cell.indicator, persons, persons);
    return cell;
}

#define MOST_LIMITS 2000

/* Counts with two decimals at most, as limits are; the display unit must not lose one of them. */
static void limits_come_back_as_they_were(void **state)
{
    static const char *const codes[] = {"andelen", "raten", "svarene"};
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct released_cell *cells = arena_alloc(folder->arena, MOST_LIMITS, sizeof *cells);
        size_t count = 0;
        for (unsigned persons = 20; persons < 1100; persons += 53)
            for (unsigned hundredths = 0; hundredths < 100 * persons; hundredths += 997) {
                assert_true(count < MOST_LIMITS);
                cells[count++] = limited_cell(folder, codes[i], hundredths / 100.0, persons);
            }
        struct released_table table =
            released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, count);
        struct released_table back = round_trip(folder, &table);
        assert_same_table(&back, &table);
    }
}

static void a_name_of_a_group_comes_back_letter_by_letter(void **state)
{
    static const char *const groups[] = {
        "unge",       "15-29 år",  "Ærø, å",    "a;b",  "12\" rør",  "\"",   "\"=x\"",
        "to\nlinjer", "en\rretur", "tab\tinde", "=1+1", "=A1,\"x\"", "+45",  "-65",
        "@SUM(A1)",   "＝1",       "＠",        "'",    "'a'",       "''=1", "= 1",
        "rounded",    "2020",      "ukendt",    "#N/A", "0",         "-",    "=",
        "'=1",        "'+45",      "'-",        "'@x",  "'＝1",
    };
    struct plan_folder *folder = *state;
    struct released_cell cells[sizeof groups / sizeof *groups];
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        cells[i] = open_cell(folder, "andelen", "2020");
        cells[i].group = groups[i];
    }
    check_cells(folder, cells, sizeof groups / sizeof *groups);
}

static void every_kind_of_period_comes_back(void **state)
{
    static const char *const periods[] = {"1990",   "2019/20",    "1999/00",    "2022K1",
                                          "2022K4", "2021-02-28", "2024-02-29", "ukendt"};
    struct plan_folder *folder = *state;
    struct released_cell cells[sizeof periods / sizeof *periods];
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        cells[i] = open_cell(folder, "andelen", periods[i]);
    check_cells(folder, cells, sizeof periods / sizeof *periods);
}

static void pools_come_back_as_they_were(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    struct released_pool pools[] = {
        {indicator_of(folder, "andelen"), area_of(folder, "samlet"), period_of("2019"),
         period_of("2021"), 100.0 / 3, 12.25, 219},
        {indicator_of(folder, "andelen"), area_of(folder, "nord"), period_of("2019"),
         period_of("2021"), 0, 0, 60},
        {indicator_of(folder, "raten"), area_of(folder, "nord"), period_of("2019/20"),
         period_of("2021/22"), 41.1, 9, 219},
    };
    struct released_cell cells[] = {open_cell(folder, "raten", "2019"),
                                    open_cell(folder, "raten", "2018")};
    struct released_table table =
        released_table_make(folder->arena, &folder->catalogue, EDITION_SHARED, cells, 2);
    released_table_pool(&table, pools, sizeof pools / sizeof *pools);
    struct released_table back = round_trip(folder, &table);
    assert_same_table(&back, &table);
}

/* --- files made by hand ----------------------------------------------------------------------- */
#define HEADER                                                                                     \
    "indicator,area,period,period_to,group,release,reason,figure,value,unit,numerator,"            \
    "denominator,spread,design_effect,population,response_rate,lowest,highest\n"
#define OLD_HEADER                                                                                 \
    "indicator,area,period,group,release,reason,figure,value,unit,numerator,denominator,spread,"   \
    "design_effect,population,response_rate\n"

static struct released_table read_text(struct plan_folder *folder, const char *text)
{
    plan_folder_read_catalogue(folder);
    plan_folder_write(folder, RELEASED_FILE, text);
    return read_back(folder, EDITION_SHARED);
}

static void rows_may_stand_in_any_order(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table =
        read_text(folder, HEADER "raten,nord,2022,2024,,open,,,7,pr. 1.000,8,219,,,,,,\n"
                                 "tallet,nord,2020,,,open,,final,5,kr.,,,,,,,,\n"
                                 "andelen,nord,2021,,,open,,final,4,pct.,40,1000,,,,,,\n"
                                 "andelen,nord,2019,2021,,open,,,6,pct.,90,219,,,,,,\n"
                                 "andelen,by,2020,,unge,open,,final,3,pct.,30,1000,,,,,,\n"
                                 "andelen,by,2021,,,open,,final,2,pct.,20,1000,,,,,,\n"
                                 "andelen,by,2020,,,open,,final,1,pct.,10,1000,,,,,,\n");
    assert_int_equal(table.count, 5);
    for (size_t i = 0; i < table.count; i++)
        assert_near(table.cells[i].value, 1 + (double)i, 0);
    assert_int_equal(table.pool_count, 2);
    assert_near(table.pools[0].value, 6, 0);
    assert_near(table.pools[1].value, 7, 0);
    assert_near(released_of(folder, &table, "andelen", "nord", "2021")->numerator, 40, 0);
}

static void rows_of_other_plans_are_passed_over(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table =
        read_text(folder, HEADER "findes_ikke,nord,2020,,,open,,final,1,pct.,10,1000,,,,,,\n"
                                 "andelen,nedlagt,2020,,,open,,final,2,pct.,10,1000,,,,,,\n"
                                 "nej,nej,ikke en periode,x,,?,?,?,?,?,?,?,?,?,?,?,?,?\n"
                                 "andelen,nord,2020,,,open,,final,3,pct.,10,1000,,,,,,\n"
                                 "nej,nord,2019,2021,,open,,,4,pct.,10,1000,,,,,,\n"
                                 "andelen,nej,2019,2021,,open,,,5,pct.,10,1000,,,,,,\n");
    assert_int_equal(table.count, 1);
    assert_near(table.cells[0].value, 3, 0);
    assert_int_equal(table.pool_count, 0);
}

static void a_file_of_before_the_new_columns_is_read(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table =
        read_text(folder, OLD_HEADER "andelen,nord,2020,,open,,provisional,3.1,pct.,31,1000,,,,\n"
                                     "andelen,nord,2021,=1,hidden,suppressed,,,pct.,,,,,,\n"
                                     "andelen,nord,2021,,hidden,suppressed,,,pct.,,,,,,\n"
                                     "svarene,nord,2020,,open,,final,61.5,pct.,,300,,1.5,900,33\n");
    const struct released_cell *open = released_of(folder, &table, "andelen", "nord", "2020");
    const struct released_cell *hidden = released_of(folder, &table, "andelen", "nord", "2021");
    const struct released_cell *survey = released_of(folder, &table, "svarene", "nord", "2020");
    assert_int_equal(table.count, 4);
    assert_int_equal(table.pool_count, 0);
    assert_true(open->release == RELEASE_OPEN && open->has_numerator);
    assert_int_equal(open->status, FIGURE_PROVISIONAL);
    assert_near(open->numerator, 31, 0);
    assert_true(hidden->release == RELEASE_HIDDEN && !hidden->has_limits);
    assert_int_equal(hidden->reason, REASON_SUPPRESSED);
    assert_near(survey->design_effect, 1.5, 0);
    assert_near(survey->response_rate, 33, 0);
}

static void a_copy_with_semicolons_and_a_mark_is_read(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table = read_text(
        folder,
        "\xEF\xBB\xBFindicator;area;period;group;release;reason;figure;value;unit;numerator;"
        "denominator;spread;design_effect;population;response_rate\r\n"
        "raten;Nordparken;2020;;rounded;;final;31;pr. 1.000;;1000\r\n");
    const struct released_cell *cell = released_of(folder, &table, "raten", "nord", "2020");
    assert_true(cell->release == RELEASE_OPEN && !cell->has_numerator);
    assert_near(cell->value, 31, 0);
    assert_near(cell->denominator, 1000, 0);
}

/* --- damage ----------------------------------------------------------------------------------- */
static const char *const names[] = {
    "indicator", "area",          "period",     "period_to",     "group",     "release",
    "reason",    "figure",        "value",      "unit",          "numerator", "denominator",
    "spread",    "design_effect", "population", "response_rate", "lowest",    "highest",
};
#define COLUMNS (sizeof names / sizeof *names)

/* A line of fields, but for one of them. */
static const char *line_without(struct arena *arena, const char *const fields[], size_t without)
{
    const char *line = "";
    for (size_t i = 0; i < COLUMNS; i++)
        if (i != without)
            line = arena_printf(arena, "%s%s%s", line, *line ? "," : "", fields[i]);
    return arena_printf(arena, "%s\n", line);
}

/* A line of fields with another, marked one in one place. */
static const char *line_with(struct arena *arena, const char *const fields[], size_t place,
                             const char *field)
{
    const char *line = "";
    for (size_t i = 0; i < COLUMNS; i++)
        line = arena_printf(arena, "%s%s%s%s", line, i ? "," : "", i == place ? "^" : "",
                            i == place ? field : fields[i]);
    return arena_printf(arena, "%s\n", line);
}

/* An attempt that must fail; the problems are to be looked at. */
static void read_damaged(struct plan_folder *folder)
{
    const struct input_file file = file_of(folder);
    struct released_table table;
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    assert_false(
        released_read(&folder->diagnostics, &file, &folder->catalogue, EDITION_SHARED, &table));
}

/*
 * Damage in a text, at its mark: it is said there, in both languages, and nothing else but what
 * follows from it in the same row, so that there are so many messages.
 */
static void check_refusal(struct plan_folder *folder, const char *text, size_t messages)
{
    static const char *const says[] = {[LANGUAGE_DANISH] = "filen er ændret, siden den blev lavet",
                                       [LANGUAGE_ENGLISH] = "the file was changed since it was"};
    struct location at = plan_folder_place(RELEASED_FILE, text);
    plan_folder_reset(folder);
    plan_folder_write(folder, RELEASED_FILE, text);
    for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
        folder->diagnostics.language = (enum language)language;
        read_damaged(folder);
        assert_problem(folder, PROBLEM_INPUT, RELEASED_FILE, text, says[language]);
        assert_problem_count(folder, messages);
        for (size_t i = 0; i < messages; i++)
            assert_int_equal(folder->diagnostics.items[i].at.line, at.line);
    }
}

/* Each of the damaged fields in its place in the row, with so many messages. */
static void check_damage(struct plan_folder *folder, const char *const row[], const char *column,
                         const char *const damages[], size_t count, size_t messages)
{
    size_t place = 0;
    while (strcmp(names[place], column) != 0)
        place++;
    for (size_t i = 0; i < count; i++)
        check_refusal(folder,
                      arena_printf(folder->arena,
                                   HEADER "tallet,by,2020,,,open,,final,5,kr.,,,,,,,,\n%s",
                                   line_with(folder->arena, row, place, damages[i])),
                      messages);
}

/* CHECK_DAMAGE(folder, row, column, damages): the same for a whole array. */
#define CHECK_DAMAGE(folder, row, column, damages)                                                 \
    check_damage((folder), (row), (column), (damages), sizeof(damages) / sizeof *(damages), 1)

/* ... where another field does not fit the damaged one, and is said to be damaged too. */
#define CHECK_DAMAGE_OF_TWO(folder, row, column, damages)                                          \
    check_damage((folder), (row), (column), (damages), sizeof(damages) / sizeof *(damages), 2)

static const char *const survey_row[COLUMNS] = {
    "svarene", "nord", "2020", "", "",    "open", "",     "final", "61.5",
    "pct.",    "",     "300",  "", "1.5", "900",  "33.5", "",      "",
};
static const char *const mean_row[COLUMNS] = {
    "snittet", "nord", "2020", "",    "", "open", "", "final", "6.5",
    "point",   "",     "300",  "2.5", "", "",     "", "",      "",
};
static const char *const share_row[COLUMNS] = {
    "andelen", "nord",  "2020", "", "=1", "open", "", "final", "61.5",
    "pct.",    "184.5", "300",  "", "",   "",     "", "",      "",
};
static const char *const limits_row[COLUMNS] = {
    "andelen", "nord", "2020", "", "", "hidden", "suppressed", "",  "",
    "pct.",    "",     "300",  "", "", "",       "",           "1", "4",
};
static const char *const pool_row[COLUMNS] = {
    "andelen", "nord", "2019", "2021", "", "open", "", "", "4.1",
    "pct.",    "9",    "219",  "",     "", "",     "", "", "",
};

static const char *const bad_numbers[] = {"x",   "61.5x", "6 1",  "6.1.5", "\"61,5\"",
                                          "nan", "inf",   "-inf", "1e999", "..",
                                          "-",   "<5",    "0x1F", "0x1p3", "1E2"};

static void a_number_that_is_none_is_damage(void **state)
{
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, survey_row, "value", bad_numbers);
    CHECK_DAMAGE(folder, survey_row, "denominator", bad_numbers);
    CHECK_DAMAGE(folder, survey_row, "design_effect", bad_numbers);
    CHECK_DAMAGE(folder, survey_row, "population", bad_numbers);
    CHECK_DAMAGE(folder, survey_row, "response_rate", bad_numbers);
    CHECK_DAMAGE(folder, mean_row, "spread", bad_numbers);
    CHECK_DAMAGE(folder, share_row, "numerator", bad_numbers);
}

static void a_number_of_limits_or_pools_that_is_none_is_damage(void **state)
{
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, limits_row, "lowest", bad_numbers);
    CHECK_DAMAGE_OF_TWO(folder, limits_row, "highest", bad_numbers);
    CHECK_DAMAGE(folder, pool_row, "value", bad_numbers);
    CHECK_DAMAGE(folder, pool_row, "numerator", bad_numbers);
    CHECK_DAMAGE(folder, pool_row, "denominator", bad_numbers);
}

static void a_word_that_no_edition_writes_is_damage(void **state)
{
    static const char *const releases[] = {"åben", "OPEN", "opened", "", "0"};
    static const char *const reasons[] = {"for få", "Suppressed", "suppresse", "0"};
    static const char *const figures[] = {"", "endelig", "Final", "absent"};
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, share_row, "release", releases);
    CHECK_DAMAGE(folder, limits_row, "release", releases);
    CHECK_DAMAGE_OF_TWO(folder, share_row, "reason", reasons); /* a row with a figure has none */
    CHECK_DAMAGE(folder, limits_row, "reason", reasons);
    CHECK_DAMAGE(folder, share_row, "figure", figures);
}

static void a_period_that_is_none_is_damage(void **state)
{
    static const char *const periods[] = {"x", "19", "2019/21", "44516", "dec-11", "2021-02-29"};
    static const char *const blank[] = {""};
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, share_row, "period", periods);
    CHECK_DAMAGE(folder, share_row, "period", blank);
    CHECK_DAMAGE(folder, limits_row, "period", periods);
    CHECK_DAMAGE(folder, pool_row, "period", periods);
    CHECK_DAMAGE_OF_TWO(folder, pool_row, "period_to", periods);
}

static void a_figure_that_must_be_there_is_not_taken_for_zero(void **state)
{
    static const char *const blank[] = {""}, *const none_or_negative[] = {"", "-1", "-0.5"};
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, share_row, "value", blank);
    CHECK_DAMAGE(folder, mean_row, "value", blank);
    CHECK_DAMAGE(folder, survey_row, "value", blank);
    CHECK_DAMAGE(folder, share_row, "denominator", none_or_negative);
    CHECK_DAMAGE(folder, mean_row, "denominator", none_or_negative);
    CHECK_DAMAGE(folder, survey_row, "denominator", none_or_negative);
    CHECK_DAMAGE(folder, pool_row, "value", none_or_negative);
    CHECK_DAMAGE(folder, pool_row, "numerator", none_or_negative);
    CHECK_DAMAGE(folder, pool_row, "denominator", none_or_negative);
}

static void limits_come_in_pairs_in_order_and_with_persons(void **state)
{
    static const char *const none_or_negative[] = {"", "-1"}, *const above[] = {"4.01", "5"};
    static const char *const rows[] = {
        "andelen,nord,2020,,,hidden,suppressed,,,pct.,,0,,,,,^1,4\n", /* of nobody */
        "andelen,nord,2020,,,hidden,suppressed,,,pct.,,300,,,,,^4,1\n",
        "andelen,nord,2020,,,absent,missing,,,pct.,,300,,,,,^1,4\n",
    };
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, limits_row, "lowest", none_or_negative);
    CHECK_DAMAGE(folder, limits_row, "lowest", above);
    CHECK_DAMAGE_OF_TWO(folder, limits_row, "highest", none_or_negative);
    CHECK_DAMAGE_OF_TWO(folder, limits_row, "denominator", none_or_negative);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_refusal(folder, arena_printf(folder->arena, HEADER "%s", rows[i]), 1);
}

static void a_reason_goes_with_a_figure_that_is_not_there(void **state)
{
    static const char *const reasons[] = {"suppressed", "missing"}, *const none[] = {""};
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, share_row, "reason", reasons);
    CHECK_DAMAGE(folder, limits_row, "reason", none);
    check_refusal(folder, HEADER "andelen,nord,2020,,,absent,^,,,pct.,,,,,,,,\n", 1);
}

static void a_pool_is_open_and_goes_forward(void **state)
{
    static const char *const releases[] = {"rounded", "hidden", "absent", "", "Open"};
    static const char *const rows[] = {
        "andelen,nord,2019,2019,,^open,,,4.1,pct.,9,219,,,,,,\n",
        "andelen,nord,2021,2019,,^open,,,4.1,pct.,9,219,,,,,,\n",
    };
    struct plan_folder *folder = *state;
    CHECK_DAMAGE(folder, pool_row, "release", releases);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_refusal(folder, arena_printf(folder->arena, HEADER "%s", rows[i]), 1);
}

static void all_the_damage_is_found_in_one_run(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, RELEASED_FILE,
                      HEADER "andelen,nord,2020,,,open,,final,x,pct.,y,300,,,,,,\n"
                             "andelen,nord,2021,,,open,,final,5,pct.,15,300,,,,,,\n"
                             "andelen,nord,2022,,,lukket,,final,5,pct.,15,300,,,,,,\n"
                             "andelen,nord,x,,,open,,final,5,pct.,15,300,,,,,,\n");
    read_damaged(folder);
    assert_problem_count(folder, 4);
    static const struct location places[] = {{RELEASED_FILE, 2, 33},
                                             {RELEASED_FILE, 2, 40},
                                             {RELEASED_FILE, 4, 21},
                                             {RELEASED_FILE, 5, 14}};
    for (size_t i = 0; i < 4; i++)
        assert_true(diagnostic_is(&folder->diagnostics.items[i], PROBLEM_INPUT, places[i], ""));
}

static void a_column_may_be_missing_only_if_it_is_new(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < COLUMNS; i++) {
        bool is_new = strcmp(names[i], "period_to") == 0 || strcmp(names[i], "lowest") == 0 ||
                      strcmp(names[i], "highest") == 0;
        const char *text =
            arena_printf(folder->arena, "~%s%s", line_without(folder->arena, names, i),
                         line_without(folder->arena, share_row, i));
        if (is_new) {
            assert_int_equal(read_text(folder, text).count, 1);
            continue;
        }
        const struct faulty_file fault = {RELEASED_FILE, text, PROBLEM_INPUT,
                                          arena_printf(folder->arena, "»%s« mangler", names[i])};
        check_faults(folder, &fault, 1, read_damaged);
    }
}

static void a_file_that_cannot_be_taken_apart_is_damage(void **state)
{
    static const struct faulty_file faults[] = {
        {RELEASED_FILE, "", PROBLEM_INPUT, "filen er tom"},
        {RELEASED_FILE, "^nej," HEADER, PROBLEM_INPUT, "ukendt kolonne »nej«"},
        {RELEASED_FILE, HEADER "andelen,nord,2020,,^\"a\"b,open,,final,5,pct.,15,300,,,,,,\n",
         PROBLEM_INPUT, "anførselstegn"},
        {RELEASED_FILE, HEADER "tallet,by,2020,,,open,,final,5,kr.,,,,,,,,,^5\n", PROBLEM_INPUT,
         "kolonne uden overskrift"},
    };
    CHECK_FAULTS(*state, faults, read_damaged);
}

static void a_problem_is_of_the_kind_that_the_file_is(void **state)
{
    struct plan_folder *folder = *state;
    struct released_table table;
    struct input_file file = file_of(folder);
    plan_folder_read_catalogue(folder);
    for (int kind = PROBLEM_INPUT; kind <= PROBLEM_FILE; kind += PROBLEM_FILE - PROBLEM_INPUT) {
        file.problem = (enum problem)kind;
        plan_folder_remove(folder, RELEASED_FILE);
        plan_folder_forget_problems(folder);
        assert_false(
            released_read(&folder->diagnostics, &file, &folder->catalogue, EDITION_SHARED, &table));
        assert_problem_count(folder, 1);
        assert_problem(folder, file.problem, RELEASED_FILE, "", "findes ikke");
        plan_folder_write(folder, RELEASED_FILE,
                          HEADER "tallet,by,x,,,open,,final,5,kr.,,,,,,,,\n");
        plan_folder_forget_problems(folder);
        assert_false(
            released_read(&folder->diagnostics, &file, &folder->catalogue, EDITION_SHARED, &table));
        assert_problem_count(folder, 1);
        assert_int_equal(folder->diagnostics.of_kind[kind], 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_shared_edition_comes_back_as_it_was),
        PLAN_FOLDER_TEST(an_internal_edition_comes_back_as_it_was),
        PLAN_FOLDER_TEST(a_table_without_cells_comes_back_empty),
        PLAN_FOLDER_TEST(every_digit_of_every_measure_comes_back),
        PLAN_FOLDER_TEST(what_is_not_known_is_not_known_afterwards),
        PLAN_FOLDER_TEST(every_reason_comes_back),
        PLAN_FOLDER_TEST(limits_come_back_as_they_were),
        PLAN_FOLDER_TEST(a_name_of_a_group_comes_back_letter_by_letter),
        PLAN_FOLDER_TEST(every_kind_of_period_comes_back),
        PLAN_FOLDER_TEST(pools_come_back_as_they_were),
        PLAN_FOLDER_TEST(rows_may_stand_in_any_order),
        PLAN_FOLDER_TEST(rows_of_other_plans_are_passed_over),
        PLAN_FOLDER_TEST(a_file_of_before_the_new_columns_is_read),
        PLAN_FOLDER_TEST(a_copy_with_semicolons_and_a_mark_is_read),
        PLAN_FOLDER_TEST(a_number_that_is_none_is_damage),
        PLAN_FOLDER_TEST(a_number_of_limits_or_pools_that_is_none_is_damage),
        PLAN_FOLDER_TEST(a_word_that_no_edition_writes_is_damage),
        PLAN_FOLDER_TEST(a_period_that_is_none_is_damage),
        PLAN_FOLDER_TEST(a_figure_that_must_be_there_is_not_taken_for_zero),
        PLAN_FOLDER_TEST(limits_come_in_pairs_in_order_and_with_persons),
        PLAN_FOLDER_TEST(a_reason_goes_with_a_figure_that_is_not_there),
        PLAN_FOLDER_TEST(a_pool_is_open_and_goes_forward),
        PLAN_FOLDER_TEST(all_the_damage_is_found_in_one_run),
        PLAN_FOLDER_TEST(a_column_may_be_missing_only_if_it_is_new),
        PLAN_FOLDER_TEST(a_file_that_cannot_be_taken_apart_is_damage),
        PLAN_FOLDER_TEST(a_problem_is_of_the_kind_that_the_file_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
