/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/gap_verdict.h"

#include "plan_folder.h"

#include "pejling/findings/findings.h"
#include "pejling/stats/distribution.h"

#define MOST 2000
#define REST 50 /* the rest's level throughout, of REST_PERSONS */
#define REST_PERSONS 70000

/* A catalogue, and the cells of a released table to be made of them. */
struct fixture {
    struct plan_folder *folder;
    struct released_cell *cells;
    size_t count;
    struct verdicts verdicts;
};

#define VERDICT_INDICATORS                                                                         \
    "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse;lbf_nr;tendens;delta;faktor\n"
#define VERDICT_AREAS                                                                              \
    "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\nsyd;Syd;område;by;;;;\n"                     \
    "vest;Vest;område;by;;;;\n"

/* The indicators s1 to s9 (stock, fixed), f1 to f9 (flow, context), and one of each other kind. */
static void write_indicators(struct plan_folder *folder)
{
    const char *rows = VERDICT_INDICATORS;
    for (int i = 1; i <= 9; i++)
        rows = arena_printf(folder->arena, "%ss%d;S;andel;pct.;op;kalenderår;K;bestand;%d;;;\n",
                            rows, i, i);
    for (int i = 1; i <= 9; i++)
        rows =
            arena_printf(folder->arena, "%sf%d;F;andel;pct.;op;kalenderår;K;strøm;;;;\n", rows, i);
    rows = arena_printf(folder->arena, "%s%s", rows,
                        "ned;N;andel;pct.;ned;kalenderår;K;bestand;;;;\n"
                        "neutral;E;andel;pct.;neutral;kalenderår;K;bestand;;;;\n"
                        "uden;U;andel;pct.;op;kalenderår;K;bestand;1;nej;;\n"
                        "brudt;B;andel;pct.;op;kalenderår;K;bestand;;;;\n"
                        "raten;R;rate;pr. 1.000;ned;kalenderår;K;strøm;;;1;\n"
                        "stor;R;rate;pr. 10.000;ned;kalenderår;K;strøm;;;10;10000\n"
                        "snittet;G;gennemsnit;point;op;kalenderår;K;strøm;2;;;\n"
                        "svarene;Q;survey;pct.;op;kalenderår;K;bestand;;;;\n"
                        "tallet;V;værdi;kr.;op;kalenderår;K;bestand;3;;;\n"
                        "dagen;D;andel;pct.;op;dato;K;bestand;;;;\n");
    plan_folder_write(folder, "indikatorer.csv", rows);
}

static struct fixture *fixture_new(const char *areas)
{
    distribution_start();
    struct plan_folder *folder = plan_folder_new();
    struct fixture *fixture = arena_alloc(folder->arena, 1, sizeof *fixture);
    fixture->cells = arena_alloc(folder->arena, MOST, sizeof *fixture->cells);
    write_indicators(folder);
    plan_folder_write(folder, "omraader.csv", areas);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nbrudt;;2018;Ny\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    fixture->folder = folder;
    return fixture;
}

static int setup(void **state)
{
    *state = fixture_new(AREAS_HEADER VERDICT_AREAS);
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    plan_folder_free(fixture->folder);
    return 0;
}

static const struct indicator *indicator_at(const struct fixture *fixture, const char *place)
{
    size_t length = (size_t)(strchr(place, '/') - place);
    return indicator_of(fixture->folder, arena_text(fixture->folder->arena, place, length));
}

static const struct area *area_at(const struct fixture *fixture, const char *place)
{
    const char *code = strchr(place, '/') + 1;
    if (strcmp(code, "rest") == 0)
        return catalogue_rest(&fixture->folder->catalogue, area_of(fixture->folder, "by"));
    return area_of(fixture->folder, code);
}

/* One more open cell of a place like `s1/nord`; the test changes what it is about. */
static struct released_cell *put_period(struct fixture *fixture, const char *place,
                                        const char *period, double value, double denominator)
{
    assert_true(fixture->count < MOST);
    struct released_cell *cell = &fixture->cells[fixture->count++];
    *cell = (struct released_cell){.indicator = indicator_at(fixture, place),
                                   .area = area_at(fixture, place),
                                   .period = period_of(period),
                                   .value = value,
                                   .denominator = denominator,
                                   .spread = -1,
                                   .design_effect = 1};
    cell->time = period_time(cell->period, cell->indicator->reporting);
    return cell;
}

static struct released_cell *put(struct fixture *fixture, const char *place, int year, double value,
                                 double denominator)
{
    const char *period = arena_printf(fixture->folder->arena, "%d", year);
    return put_period(fixture, place, period, value, denominator);
}

/* The same level each year of 2000 to 2029 in what the areas of an indicator are compared with. */
static void put_rest(struct fixture *fixture, const char *place, double value)
{
    for (int year = 2000; year < 2030; year++)
        put(fixture, place, year, value, REST_PERSONS);
}

/* Gaps to REST in consecutive years, and their number. */
struct gaps {
    const double *values;
    int count;
};

/* clang-format off */
#define GAPS(...) ((struct gaps){(const double[]){__VA_ARGS__},                                    \
                                 (int)(sizeof((const double[]){__VA_ARGS__}) / sizeof(double))})
/* clang-format on */

static void put_gaps(struct fixture *fixture, const char *place, int first, struct gaps gaps,
                     double persons)
{
    for (int i = 0; i < gaps.count; i++)
        put(fixture, place, first + i, REST + gaps.values[i], persons);
}

static struct released_table *make_table(struct fixture *fixture)
{
    struct arena *arena = fixture->folder->arena;
    struct released_table *table = arena_alloc(arena, 1, sizeof *table);
    *table = released_table_make(arena, &fixture->folder->catalogue, EDITION_SHARED, fixture->cells,
                                 fixture->count);
    return table;
}

static void compute(struct fixture *fixture)
{
    fixture->verdicts = verdicts_compute(fixture->folder->arena, make_table(fixture), NULL);
}

static const struct gap_verdict *find(const struct fixture *fixture, const char *place)
{
    return verdict_of(&fixture->verdicts, indicator_at(fixture, place), area_at(fixture, place));
}

/* The verdict on one series by itself. */
static const struct gap_verdict *judge(struct fixture *fixture, const char *place, struct gaps gaps,
                                       double persons)
{
    fixture->count = 0;
    size_t length = (size_t)(strchr(place, '/') - place);
    const char *indicator = arena_text(fixture->folder->arena, place, length);
    put_rest(fixture, arena_printf(fixture->folder->arena, "%s/rest", indicator), REST);
    put_gaps(fixture, place, 2010, gaps, persons);
    compute(fixture);
    return find(fixture, place);
}

static void assert_undetermined(const struct gap_verdict *verdict, enum verdict_line line,
                                enum reason reason)
{
    if (verdict->reason != reason)
        print_error("»%s«, not »%s«\n", reason_code(verdict->reason), reason_code(reason));
    assert_int_equal(verdict->verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(verdict->line, line);
    assert_int_equal(verdict->reason, reason);
    assert_int_equal(verdict->strength, STRENGTH_NONE);
    assert_int_equal(verdict->direction, DIRECTION_NONE);
}

/* --- line 1: may it be judged? -------------------------------------------------------------------
 */
#define NARROWING_GAPS GAPS(-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6)
#define WIDENING_GAPS GAPS(-6, -7.8, -10.1, -12, -13.9, -16.1, -18.2, -20)

static void a_series_must_be_long_and_large_enough(void **state)
{
    static const struct {
        const char *place;
        int years;
        double gap, persons;
        enum reason reason; /* REASON_NONE: it may be judged */
    } cases[] = {
        {"s1/nord", 5, -20, 1000, REASON_NONE},
        {"s1/nord", 4, -20, 1000, REASON_TOO_FEW_YEARS},
        {"s1/nord", 1, -20, 1000, REASON_TOO_FEW_YEARS},
        {"s1/nord", 6, -20, 20, REASON_NONE},
        {"s1/nord", 6, -20, 19, REASON_TOO_FEW_EVENTS},    /* persons */
        {"s1/nord", 5, -48, 100, REASON_NONE},             /* 10 with */
        {"s1/nord", 5, -48.2, 100, REASON_TOO_FEW_EVENTS}, /* 9 with */
        {"s1/nord", 5, 48, 100, REASON_NONE},              /* 10 without */
        {"s1/nord", 5, 48.2, 100, REASON_TOO_FEW_EVENTS},  /* 9 without */
        {"raten/nord", 5, 950, 100, REASON_NONE},          /* every one of them, 500 events */
        {"raten/nord", 5, -30, 100, REASON_NONE},          /* 10 events */
        {"raten/nord", 5, -32, 100, REASON_TOO_FEW_EVENTS},
        {"snittet/nord", 5, -48, 20, REASON_NONE}, /* no events to count */
        {"snittet/nord", 5, -48, 19, REASON_TOO_FEW_EVENTS},
        {"tallet/nord", 5, -48, 0, REASON_NONE}, /* nor persons */
        {"tallet/nord", 4, -48, 0, REASON_TOO_FEW_YEARS},
        {"uden/nord", 8, -20, 1000, REASON_NO_TREND},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double values[12];
        for (int year = 0; year < cases[i].years; year++)
            values[year] = cases[i].gap;
        const struct gap_verdict *verdict =
            judge(fixture, cases[i].place, (struct gaps){values, cases[i].years}, cases[i].persons);
        if (cases[i].reason) {
            assert_undetermined(verdict, VERDICT_LINE_ADMISSIBLE, cases[i].reason);
            assert_null(verdict->decides);
            assert_false(verdict->a.available || verdict->b.available);
        } else {
            assert_int_not_equal(verdict->line, VERDICT_LINE_ADMISSIBLE);
            assert_ptr_equal(verdict->decides, &verdict->a);
        }
        assert_false(verdict->hidden);
    }
}

static void five_years_must_span_four(void **state)
{
    static const struct {
        const char *periods[5];
        bool judged;
    } cases[] = {
        {{"2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "2020-01-01"}, true},
        {{"2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "2019-12-31"}, true},
        {{"2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "2019-12-01"}, false},
        {{"2018-01-01", "2018-04-01", "2018-07-01", "2018-10-01", "2019-01-01"}, false},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        for (size_t j = 0; j < 5; j++) {
            put_period(fixture, "dagen/nord", cases[i].periods[j], 30, 1000);
            put_period(fixture, "dagen/rest", cases[i].periods[j], 50, REST_PERSONS);
        }
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, "dagen/nord");
        assert_int_equal(verdict->reason == REASON_TOO_FEW_YEARS, !cases[i].judged);
        assert_int_equal(verdict->decides != NULL, cases[i].judged);
    }
}

static struct released_cell *cell_at(struct fixture *fixture, const char *place, int year)
{
    for (size_t i = 0; i < fixture->count; i++)
        if (fixture->cells[i].indicator == indicator_at(fixture, place) &&
            fixture->cells[i].area == area_at(fixture, place) &&
            fixture->cells[i].period.year == year)
            return &fixture->cells[i];
    fail_msg("no cell of %s in %d", place, year);
    return NULL;
}

static void withhold(struct released_cell *cell, enum release release, enum reason reason)
{
    cell->release = release;
    cell->reason = reason;
    cell->value = cell->denominator = 0;
}

/* Everybody may know that the gap to REST lies within these; with NAN nobody knows anything. */
static void hide(struct fixture *fixture, const char *place, int year, double lowest,
                 double highest)
{
    struct released_cell *cell = cell_at(fixture, place, year);
    withhold(cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
    cell->has_limits = !isnan(lowest);
    cell->lowest = cell->has_limits ? REST + lowest : 0;
    cell->highest = cell->has_limits ? REST + highest : 0;
}

static void a_break_or_hidden_years_may_be_why_a_series_is_short(void **state)
{
    static const struct {
        const char *place;
        int years, hidden, missing; /* the first ones, of 2010 on */
        enum reason reason;
        bool is_hidden;
    } cases[] = {
        {"brudt/nord", 12, 0, 0, REASON_SERIES_BREAK, false},
        {"brudt/nord", 8, 0, 0, REASON_NONE, false}, /* all before the break */
        {"brudt/nord", 12, 0, 8, REASON_TOO_FEW_YEARS, false},
        {"s1/nord", 8, 4, 0, REASON_SUPPRESSED, true},
        {"s1/nord", 8, 8, 0, REASON_SUPPRESSED, true},
        {"s1/nord", 8, 0, 4, REASON_TOO_FEW_YEARS, false},
        {"s1/nord", 8, 0, 8, REASON_TOO_FEW_YEARS, false},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double values[12] = {0};
        judge(fixture, cases[i].place, (struct gaps){values, cases[i].years}, 1000);
        const char *code = indicator_at(fixture, cases[i].place)->code;
        put_rest(fixture, arena_printf(fixture->folder->arena, "%s/by", code), REST);
        for (int j = 0; j < cases[i].hidden; j++)
            hide(fixture, cases[i].place, 2010 + j, (double)NAN, (double)NAN);
        for (int j = 0; j < cases[i].missing; j++)
            withhold(cell_at(fixture, cases[i].place, 2010 + j), RELEASE_ABSENT, REASON_MISSING);
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, cases[i].place);
        if (cases[i].reason)
            assert_undetermined(verdict, VERDICT_LINE_ADMISSIBLE, cases[i].reason);
        else
            assert_non_null(verdict->decides);
        assert_int_equal(verdict->hidden, cases[i].is_hidden);
    }
}

static void without_anything_to_compare_with_there_is_no_verdict(void **state)
{
    struct fixture *fixture = *state;
    put_gaps(fixture, "s1/nord", 2010, NARROWING_GAPS, 1000);
    put_rest(fixture, "s2/rest", REST);
    compute(fixture);
    assert_undetermined(find(fixture, "s1/nord"), VERDICT_LINE_ADMISSIBLE, REASON_NO_COMPARATOR);
    assert_null(find(fixture, "s2/nord"));
    assert_null(find(fixture, "s2/rest"));
    assert_null(find(fixture, "s1/by"));
    assert_int_equal(fixture->verdicts.family_size, 0);
}

/* --- lines 2 to 4: engine A alone ----------------------------------------------------------------
 */
static void each_line_of_the_rule_gives_its_verdict(void **state)
{
    static const struct {
        double gaps[8], persons;
        enum verdict verdict;
        enum verdict_line line;
        bool crossed;
    } cases[] = {
        {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
         1000,
         VERDICT_NARROWING,
         VERDICT_LINE_MOVED,
         false},
        {{20, 18.2, 16.1, 13.9, 12, 10.1, 7.8, 6},
         1000,
         VERDICT_NARROWING,
         VERDICT_LINE_MOVED,
         false},
        {{-6, -7.8, -10.1, -12, -13.9, -16.1, -18.2, -20},
         1000,
         VERDICT_WIDENING,
         VERDICT_LINE_MOVED,
         false},
        {{6, 7.8, 10.1, 12, 13.9, 16.1, 18.2, 20},
         1000,
         VERDICT_WIDENING,
         VERDICT_LINE_MOVED,
         false},
        {{-10, -7.8, -6.1, -4, -1.9, 0.1, 2, 3.9},
         1000,
         VERDICT_NARROWING,
         VERDICT_LINE_MOVED,
         true},
        {{-4, -1.9, 0.1, 2, 3.9, 6.1, 7.8, 10}, 1000, VERDICT_WIDENING, VERDICT_LINE_MOVED, true},
        {{-20, -20.1, -19.9, -20, -20.1, -20, -19.9, -20},
         20000,
         VERDICT_UNCHANGED,
         VERDICT_LINE_EQUIVALENT,
         false},
        {{-20, -20, -20, -20, -20, -20, -20, -20},
         20000,
         VERDICT_UNCHANGED,
         VERDICT_LINE_EQUIVALENT,
         false},
        {{-20, -14, -23, -15, -12, -19, -13, -14},
         100,
         VERDICT_NOT_DETERMINABLE,
         VERDICT_LINE_IMPRECISE,
         false},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct gaps gaps = {cases[i].gaps, 8};
        const struct gap_verdict *verdict = judge(fixture, "s1/nord", gaps, cases[i].persons);
        bool imprecise = cases[i].line == VERDICT_LINE_IMPRECISE;
        assert_int_equal(verdict->verdict, cases[i].verdict);
        assert_int_equal(verdict->line, cases[i].line);
        assert_int_equal(verdict->reason, imprecise ? REASON_IMPRECISE : REASON_NONE);
        assert_int_equal(verdict->decides->judgement.crossed, cases[i].crossed);
        assert_ptr_equal(verdict->decides, &verdict->a);
        assert_false(verdict->b.available);
        assert_int_equal(verdict->pool->reason, REASON_TOO_FEW_SERIES);
        /* One engine can agree with nobody. */
        assert_int_equal(verdict->strength, imprecise ? STRENGTH_NONE : STRENGTH_INDICATED);
    }
}

/* Engine A's parts: the union of four intervals and the largest p, at the class's correlation. */
static void engine_a_takes_the_union_of_its_four_intervals(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *place;
        double rho;
    } cases[] = {{"s1/nord", 0.5}, {"f1/nord", 0.3}};
    for (size_t i = 0; i < 2; i++) {
        const struct gap_verdict *verdict =
            judge(fixture, cases[i].place, GAPS(-20, -14, -23, -15, -12, -19, -13, -14), 100);
        double lower = HUGE_VAL, upper = -HUGE_VAL, p = 0;
        assert_near(verdict->gap_line.fits[0].rho, 0, 0);
        assert_near(verdict->gap_line.fits[1].rho, cases[i].rho, 0);
        for (size_t j = 0; j < 2; j++) {
            struct gap_fit fit =
                gap_line_fit(&verdict->series->points, verdict->gap_line.fits[j].rho, 0.95).fits[1];
            double known = fit.known.line.slope, random = fit.random.line.slope;
            lower = fmin(lower, fmin(known - fit.known.half.full, random - fit.random.half.full));
            upper = fmax(upper, fmax(known + fit.known.half.full, random + fit.random.half.full));
            p = fmax(p, fmax(fit.known.p, fit.random.p));
        }
        assert_near(verdict->a.slope.lower, lower, 1e-12);
        assert_near(verdict->a.slope.upper, upper, 1e-12);
        assert_near(verdict->a.p, p, 1e-12);
        assert_int_equal(verdict->a.slope.method, METHOD_ENGINE_A);
        assert_true(verdict->a.equivalence[0] > lower && verdict->a.equivalence[1] < upper);
    }
}

static void what_matters_is_a_share_of_the_gap_or_the_indicators_own_delta(void **state)
{
    static const struct {
        const char *place;
        double gap, delta;
    } cases[] = {{"s1/nord", -20, 1}, {"s1/nord", 20, 1},    {"s1/nord", -1, 0.1},
                 {"s1/nord", 0, 0.1}, {"raten/nord", 10, 1}, {"raten/nord", 30, 1.5}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double values[6];
        for (size_t j = 0; j < 6; j++)
            values[j] = cases[i].gap;
        const struct gap_verdict *verdict =
            judge(fixture, cases[i].place, (struct gaps){values, 6}, 1000);
        assert_near(verdict->a.judgement.delta, cases[i].delta, 1e-9);
    }
}

/* A change that matters lies inside the interval of the small area, outside that of the large. */
static void unchanged_takes_a_precise_series(void **state)
{
    struct fixture *fixture = *state;
    double values[8] = {-20, -20, -20, -20, -20, -20, -20, -20};
    bool seen[2] = {false, false};
    for (double persons = 40; persons < 2e5; persons *= 2) {
        const struct gap_verdict *verdict =
            judge(fixture, "s1/nord", (struct gaps){values, 8}, persons);
        const struct engine_answer *a = &verdict->a;
        bool inside = a->equivalence[0] > -1 && a->equivalence[1] < 1;
        assert_int_equal(verdict->verdict, inside ? VERDICT_UNCHANGED : VERDICT_NOT_DETERMINABLE);
        seen[inside] = true;
    }
    assert_true(seen[0] && seen[1]);
}

/* --- the direction -------------------------------------------------------------------------------
 */
static void better_is_a_gap_that_moves_the_good_way(void **state)
{
    static const struct {
        const char *place;
        bool ahead, narrowing; /* ahead: above the rest */
        enum verdict_direction direction;
    } cases[] = {
        {"s1/nord", false, true, DIRECTION_BETTER},
        {"s1/nord", false, false, DIRECTION_WORSE},
        {"s1/nord", true, true, DIRECTION_WORSE},
        {"s1/nord", true, false, DIRECTION_BETTER},
        {"ned/nord", false, true, DIRECTION_WORSE},
        {"ned/nord", false, false, DIRECTION_BETTER},
        {"ned/nord", true, true, DIRECTION_BETTER},
        {"ned/nord", true, false, DIRECTION_WORSE},
        {"neutral/nord", true, true, DIRECTION_NEUTRAL},
        {"neutral/nord", false, false, DIRECTION_NEUTRAL},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double values[8];
        for (int j = 0; j < 8; j++) {
            double size = cases[i].narrowing ? 20 - 2 * j : 6 + 2 * j;
            values[j] = cases[i].ahead ? size : -size;
        }
        const struct gap_verdict *verdict =
            judge(fixture, cases[i].place, (struct gaps){values, 8}, 1000);
        assert_int_equal(verdict->verdict,
                         cases[i].narrowing ? VERDICT_NARROWING : VERDICT_WIDENING);
        assert_int_equal(verdict->direction, cases[i].direction);
    }
}

static void an_unchanged_gap_moves_no_way(void **state)
{
    const struct gap_verdict *verdict =
        judge(*state, "s1/nord", GAPS(-20, -20, -20, -20, -20, -20), 40000);
    assert_int_equal(verdict->verdict, VERDICT_UNCHANGED);
    assert_int_equal(verdict->direction, DIRECTION_NONE);
}

static void strengths_and_directions_have_their_words(void **state)
{
    (void)state;
    assert_string_equal(verdict_strength_code(STRENGTH_NONE), "");
    assert_string_equal(verdict_strength_code(STRENGTH_INDICATED), "indicated");
    assert_string_equal(verdict_strength_code(STRENGTH_FIRM), "firm");
    assert_string_equal(verdict_direction_code(DIRECTION_NONE), "");
    assert_string_equal(verdict_direction_code(DIRECTION_BETTER), "better");
    assert_string_equal(verdict_direction_code(DIRECTION_WORSE), "worse");
    assert_string_equal(verdict_direction_code(DIRECTION_NEUTRAL), "neutral");
}

/* --- engine B ------------------------------------------------------------------------------------
 */
static const char *const pool_areas[] = {"nord", "syd", "vest"};

/* About standard normal, the same in every run. */
static double noise(uint32_t *seed)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        sum += (double)(*seed >> 8) / 16777216.0;
    }
    return sum;
}

/* The three areas in indicators `letter`1 and on, gaps of about -10; the first `short_ones` of
 * these series have four years only. */
static void put_pool(struct fixture *fixture, char letter, int indicators, int years,
                     int short_ones)
{
    struct arena *arena = fixture->folder->arena;
    uint32_t seed = 20250901;
    for (int i = 1; i <= indicators; i++) {
        put_rest(fixture, arena_printf(arena, "%c%d/rest", letter, i), REST);
        for (int j = 0; j < 3; j++) {
            const char *place = arena_printf(arena, "%c%d/%s", letter, i, pool_areas[j]);
            int length = short_ones-- > 0 ? 4 : years;
            for (int year = 0; year < years; year++) {
                double gap = -10 + 1.5 * noise(&seed);
                if (year < length)
                    put(fixture, place, 2010 + year, REST + gap, 1000);
            }
        }
    }
}

/* Replaces the gaps of a series that is there. */
static void set_gaps(struct fixture *fixture, const char *place, struct gaps gaps)
{
    for (int i = 0; i < gaps.count; i++)
        cell_at(fixture, place, 2010 + i)->value = REST + gaps.values[i];
}

static void engine_b_decides_from_eighteen_series_and_sixty_degrees_of_freedom_on(void **state)
{
    static const struct {
        int indicators, years, short_ones;
        size_t pooled;
        bool decides;
    } cases[] = {
        {6, 8, 0, 18, true},  {6, 8, 1, 17, false}, {9, 12, 10, 17, false}, {7, 5, 1, 20, true},
        {7, 5, 2, 19, false}, {6, 5, 0, 18, false}, {7, 5, 0, 21, true},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture->count = 0;
        put_pool(fixture, 's', cases[i].indicators, cases[i].years, cases[i].short_ones);
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, "s6/vest");
        assert_int_equal(verdict->pool->pooled, cases[i].pooled);
        assert_int_equal(verdict->pool->count, cases[i].pooled);
        assert_int_equal(verdict->b.available, cases[i].decides);
        assert_ptr_equal(verdict->decides, cases[i].decides ? &verdict->b : &verdict->a);
        assert_true(verdict->a.available);
    }
}

static void engine_b_answers_from_the_whole_pool(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 6, 8, 0);
    set_gaps(fixture, "s1/nord", NARROWING_GAPS);
    set_gaps(fixture, "s2/syd", WIDENING_GAPS);
    compute(fixture);
    struct gls_points points[18];
    for (int i = 0; i < 18; i++) {
        const char *place =
            arena_printf(fixture->folder->arena, "s%d/%s", i / 3 + 1, pool_areas[i % 3]);
        points[i] = find(fixture, place)->series->points;
    }
    struct pool pool = pooling_fit(fixture->folder->arena,
                                   expected_correlations_new(fixture->folder->arena), points, 18);
    for (int i = 0; i < 18; i++) {
        const char *place =
            arena_printf(fixture->folder->arena, "s%d/%s", i / 3 + 1, pool_areas[i % 3]);
        const struct gap_verdict *verdict = find(fixture, place);
        const struct pooled_series *own = &pool.series[i];
        struct estimate slope = pooling_slope(own, student_quantile(0.975, own->total_df));
        struct estimate inner = pooling_slope(own, student_quantile(0.95, own->total_df));
        assert_interval(verdict->b.slope, slope.value, slope.lower, slope.upper, 1e-12);
        assert_near(verdict->b.equivalence[0], inner.lower, 1e-12);
        assert_near(verdict->b.equivalence[1], inner.upper, 1e-12);
        assert_near(verdict->b.p, own->p, 1e-12);
        assert_near(verdict->b.first, own->line.level + own->line.slope * -3.5, 1e-9);
        assert_near(verdict->b.last, own->line.level + own->line.slope * 3.5, 1e-9);
        assert_int_equal(verdict->b.slope.method, METHOD_ENGINE_B);
        assert_near(verdict->pooled.r.value, own->r.value, 1e-12);
        assert_int_equal(verdict->verdict, verdict->b.judgement.verdict);
    }
    assert_int_equal(find(fixture, "s1/nord")->verdict, VERDICT_NARROWING);
    assert_int_equal(find(fixture, "s2/syd")->verdict, VERDICT_WIDENING);
}

static void stock_and_flow_have_pools_of_their_own(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 3, 8, 0);
    put_pool(fixture, 'f', 6, 8, 0);
    compute(fixture);
    assert_ptr_equal(find(fixture, "s1/nord")->decides, &find(fixture, "s1/nord")->a);
    assert_ptr_equal(find(fixture, "f1/nord")->decides, &find(fixture, "f1/nord")->b);
    assert_int_equal(find(fixture, "s1/nord")->pool->count, 9);
    assert_ptr_equal(find(fixture, "f1/nord")->pool, find(fixture, "f6/vest")->pool);
}

/* Fixed indicators and context indicators of a class stand in one pool. */
static void context_indicators_join_the_pool(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 5, 8, 0);
    for (int i = 0; i < 3; i++) {
        put_gaps(fixture, arena_printf(fixture->folder->arena, "ned/%s", pool_areas[i]), 2010,
                 GAPS(-10, -11, -8, -9, -12, -10, -9, -11), 1000);
    }
    put_rest(fixture, "ned/rest", REST);
    compute(fixture);
    assert_int_equal(find(fixture, "s1/nord")->pool->pooled, 18);
    assert_ptr_equal(find(fixture, "s1/nord")->decides, &find(fixture, "s1/nord")->b);
    assert_ptr_equal(find(fixture, "ned/nord")->decides, &find(fixture, "ned/nord")->b);
    assert_int_equal(fixture->verdicts.family_size, 15);
}

static void each_municipality_has_a_pool_of_its_own(void **state)
{
    struct fixture *first = *state;
    struct fixture *fixture = fixture_new(
        AREAS_HEADER VERDICT_AREAS "fjernby;F;kommune;;;;;\nfjern;Fjern;område;fjernby;;;;\n");
    (void)first;
    put_pool(fixture, 's', 6, 8, 0);
    put_gaps(fixture, "s1/fjern", 2010, NARROWING_GAPS, 1000);
    put_gaps(fixture, "s1/fjernby", 2010, GAPS(0, 0, 0, 0, 0, 0, 0, 0), 60000);
    compute(fixture);
    const struct gap_verdict *far = find(fixture, "s1/fjern");
    assert_ptr_equal(far->series->comparator, area_of(fixture->folder, "fjernby"));
    assert_int_equal(far->pool->count, 1);
    assert_ptr_equal(far->decides, &far->a);
    assert_int_equal(find(fixture, "s1/nord")->pool->count, 18);
    plan_folder_free(fixture->folder);
}

static void the_total_borrows_from_the_pool_and_is_no_part_of_it(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 6, 8, 0);
    compute(fixture);
    struct estimate before = find(fixture, "s1/nord")->b.slope;
    put_gaps(fixture, "s1/samlet", 2010, NARROWING_GAPS, 3000);
    compute(fixture);
    const struct gap_verdict *total = find(fixture, "s1/samlet");
    assert_ptr_equal(total->pool, find(fixture, "s1/nord")->pool);
    assert_int_equal(total->pool->count, 18);
    assert_ptr_equal(total->decides, &total->b);
    struct pooled_series applied = pooling_apply(total->pool, &total->series->points);
    assert_near(total->b.p, applied.p, 1e-15);
    assert_int_equal(total->verdict, VERDICT_NARROWING);
    assert_false(total->in_family);
    assert_int_equal(fixture->verdicts.family_size, 18);
    struct estimate after = find(fixture, "s1/nord")->b.slope;
    assert_interval(after, before.value, before.lower, before.upper, 0);
    /* It stands in no family, so nothing holds its p-value against the other tests. */
    assert_int_equal(total->strength, STRENGTH_INDICATED);
}

static void without_a_pool_the_total_is_judged_by_itself(void **state)
{
    const struct gap_verdict *total = judge(*state, "s1/samlet", NARROWING_GAPS, 3000);
    assert_ptr_equal(total->decides, &total->a);
    assert_int_equal(total->verdict, VERDICT_NARROWING);
    assert_false(total->in_family);
}

/* --- the family, and firm or indicated -----------------------------------------------------------
 */
static void the_family_is_the_fixed_indicators_of_the_areas(void **state)
{
    static const struct {
        const char *place;
        bool in_family, tested;
    } cases[] = {
        {"s1/nord", true, true},     {"s9/vest", true, true},   {"s2/syd", true, false},
        {"s1/samlet", false, false}, {"f1/nord", false, false}, {"raten/nord", false, false},
        {"tallet/nord", true, true},
    };
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 9, 8, 0);
    put_pool(fixture, 'f', 2, 8, 0);
    for (int year = 2010; year < 2014; year++)
        withhold(cell_at(fixture, "s2/syd", year), RELEASE_ABSENT, REASON_MISSING);
    put_gaps(fixture, "s1/samlet", 2010, NARROWING_GAPS, 3000);
    put_rest(fixture, "raten/rest", REST);
    put_gaps(fixture, "raten/nord", 2010, NARROWING_GAPS, 3000);
    put_rest(fixture, "tallet/by", REST);
    put_gaps(fixture, "tallet/nord", 2010, NARROWING_GAPS, 0);
    withhold(cell_at(fixture, "s2/syd", 2014), RELEASE_ABSENT, REASON_MISSING);
    compute(fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct gap_verdict *verdict = find(fixture, cases[i].place);
        assert_int_equal(verdict->in_family, cases[i].in_family);
        assert_int_equal(verdict->test.is_tested, cases[i].tested);
    }
    assert_int_equal(fixture->verdicts.family_size, 27); /* 9 x 3, less one, and a given value */
}

static void the_family_adjusts_the_deciding_p_values_together(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 6, 8, 0);
    put_pool(fixture, 'f', 6, 8, 0);
    set_gaps(fixture, "s3/vest", NARROWING_GAPS);
    compute(fixture);
    double smallest = 1, largest = 0, holm = 0, bh = 0;
    for (int i = 0; i < 18; i++) {
        const struct gap_verdict *verdict = find(
            fixture, arena_printf(fixture->folder->arena, "s%d/%s", i / 3 + 1, pool_areas[i % 3]));
        double p = verdict->decides->p;
        assert_near(verdict->test.p, p, 0);
        assert_true(verdict->test.bh >= p && verdict->test.holm >= verdict->test.bh);
        if (p < smallest) {
            smallest = p;
            holm = verdict->test.holm;
        }
        if (p > largest) {
            largest = p;
            bh = verdict->test.bh;
        }
    }
    assert_near(smallest, find(fixture, "s3/vest")->decides->p, 0);
    assert_near(holm, 18 * smallest, 1e-15);
    assert_near(bh, largest, 1e-15);
}

/* The gap of a series closes faster and faster, among others that do not: first nothing can be
 * said, then it is indicated, and in the end firm. */
static void firm_takes_both_engines_and_a_place_among_the_discoveries(void **state)
{
    struct fixture *fixture = *state;
    size_t seen[3] = {0, 0, 0}, disagreed = 0, lost = 0;
    enum verdict_strength before = STRENGTH_NONE;
    put_pool(fixture, 's', 6, 8, 0);
    for (double pace = 0; pace < 3; pace += 0.02) {
        double values[8];
        static const double bumps[] = {0.4, -0.6, 0.3, 0.5, -0.7, 0.2, -0.4, 0.3};
        for (int i = 0; i < 8; i++)
            values[i] = -25 + pace * i + bumps[i];
        set_gaps(fixture, "s1/nord", (struct gaps){values, 8});
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, "s1/nord");
        bool agree = verdict->a.judgement.verdict == verdict->b.judgement.verdict;
        bool moved = verdict->verdict == VERDICT_NARROWING;
        if (!moved)
            continue;
        bool firm = agree && verdict->test.bh <= 0.1;
        assert_int_equal(verdict->strength, firm ? STRENGTH_FIRM : STRENGTH_INDICATED);
        disagreed += !agree;
        lost += !(verdict->test.bh <= 0.1);
        seen[verdict->strength]++;
        assert_true(verdict->strength >= before);
        before = verdict->strength;
    }
    assert_true(seen[STRENGTH_INDICATED] > 0 && seen[STRENGTH_FIRM] > 0);
    assert_true(disagreed > 0 && lost > 0);
}

/* Every gap of the pool closes by so much more a year. */
static void add_pace(struct fixture *fixture, double pace)
{
    for (size_t i = 0; i < fixture->count; i++)
        if (fixture->cells[i].area->role == AREA_ESTATE)
            fixture->cells[i].value += pace * (fixture->cells[i].period.year - 2017);
}

/* Many together are discoveries where each by itself, held to be free of any error, is not. */
static void the_family_is_held_to_its_rate_of_false_discoveries(void **state)
{
    struct fixture *fixture = *state;
    size_t firm = 0, by_holm = 0;
    put_pool(fixture, 's', 6, 8, 0);
    for (int step = 0; step < 12; step++) {
        add_pace(fixture, 0.1);
        compute(fixture);
        for (int i = 0; i < 18; i++) {
            const struct gap_verdict *verdict =
                find(fixture,
                     arena_printf(fixture->folder->arena, "s%d/%s", i / 3 + 1, pool_areas[i % 3]));
            if (verdict->verdict != VERDICT_NARROWING)
                continue;
            bool agree = verdict->a.judgement.verdict == VERDICT_NARROWING &&
                         verdict->b.judgement.verdict == VERDICT_NARROWING;
            assert_int_equal(verdict->strength == STRENGTH_FIRM, agree && verdict->test.bh <= 0.1);
            firm += verdict->strength == STRENGTH_FIRM;
            by_holm += agree && verdict->test.holm <= 0.1;
        }
    }
    assert_true(firm > by_holm);
}

static void a_movement_outside_the_family_is_never_firm(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 'f', 6, 8, 0);
    set_gaps(fixture, "f1/nord", NARROWING_GAPS);
    compute(fixture);
    const struct gap_verdict *verdict = find(fixture, "f1/nord");
    assert_int_equal(verdict->a.judgement.verdict, VERDICT_NARROWING);
    assert_int_equal(verdict->b.judgement.verdict, VERDICT_NARROWING);
    assert_int_equal(verdict->strength, STRENGTH_INDICATED);
    assert_false(verdict->in_family);
    assert_int_equal(fixture->verdicts.family_size, 0);
}

static void unchanged_is_no_discovery_and_never_firm(void **state)
{
    struct fixture *fixture = *state;
    put_pool(fixture, 's', 6, 8, 0);
    for (size_t i = 0; i < fixture->count; i++)
        if (fixture->cells[i].area != area_of(fixture->folder, "rest")) {
            fixture->cells[i].value = REST - 20 + (fixture->cells[i].value - REST + 10) / 40;
            fixture->cells[i].denominator = 60000;
        }
    compute(fixture);
    const struct gap_verdict *verdict = find(fixture, "s1/nord");
    assert_int_equal(verdict->a.judgement.verdict, VERDICT_UNCHANGED);
    assert_int_equal(verdict->b.judgement.verdict, VERDICT_UNCHANGED);
    assert_true(verdict->test.bh > 0.1); /* no discovery: firm is for those */
    assert_int_equal(verdict->strength, STRENGTH_INDICATED);
}

/* Given values, and means without spread: engine A with variance 0, in no pool. */
static void a_series_without_variances_is_never_firm(void **state)
{
    static const struct {
        const char *place, *other, *pool;
        double persons;
    } cases[] = {{"tallet/nord", "tallet/by", "s", 0}, {"snittet/nord", "snittet/rest", "f", 500}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 2; i++) {
        fixture->count = 0;
        put_pool(fixture, *cases[i].pool, 6, 8, 0);
        put_rest(fixture, cases[i].other, REST);
        put_gaps(fixture, cases[i].place, 2010, NARROWING_GAPS, cases[i].persons);
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, cases[i].place);
        assert_int_equal(verdict->verdict, VERDICT_NARROWING);
        assert_int_equal(verdict->strength, STRENGTH_INDICATED);
        assert_true(verdict->in_family);
        assert_true(verdict->test.bh < 0.001);
        assert_false(verdict->series->counted);
        assert_null(verdict->pool);
        assert_ptr_equal(verdict->decides, &verdict->a);
        const char *pooled = arena_printf(fixture->folder->arena, "%s1/nord", cases[i].pool);
        assert_int_equal(find(fixture, pooled)->pool->count, 18);
    }
}

/* --- hidden years --------------------------------------------------------------------------------
 */
struct hidden_case {
    double gaps[8], persons;
    int years[2]; /* hidden ones, 0 for none */
    double lowest, highest;
    enum verdict verdict;
    enum reason reason;
};

static const struct hidden_case hidden_cases[] = {
    /* wherever it lies the gap narrows */
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2013, 0},
     -15,
     -13,
     VERDICT_NARROWING,
     REASON_NONE},
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2017, 0},
     -8,
     -4,
     VERDICT_NARROWING,
     REASON_NONE},
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2010, 2017},
     -20,
     -6,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    /* or not */
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2017, 0},
     -30,
     -4,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2010, 0},
     -21,
     -3,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    /* nobody knows where it lies */
    {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
     1000,
     {2013, 0},
     (double)NAN,
     (double)NAN,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    {{-6, -7.8, -10.1, -12, -13.9, -16.1, -18.2, -20},
     1000,
     {2012, 0},
     -11,
     -9,
     VERDICT_WIDENING,
     REASON_NONE},
    {{-6, -7.8, -10.1, -12, -13.9, -16.1, -18.2, -20},
     1000,
     {2017, 0},
     -21,
     8,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    {{-20, -20, -20, -20, -20, -20, -20, -20},
     20000,
     {2016, 0},
     -20.2,
     -19.8,
     VERDICT_UNCHANGED,
     REASON_NONE},
    {{-20, -20, -20, -20, -20, -20, -20, -20},
     20000,
     {2016, 0},
     -35,
     -5,
     VERDICT_NOT_DETERMINABLE,
     REASON_SUPPRESSED},
    /* what nothing can be said of anyway stays so */
    {{-20, -14, -23, -15, -12, -19, -13, -14},
     100,
     {2012, 0},
     -24,
     -22,
     VERDICT_NOT_DETERMINABLE,
     REASON_IMPRECISE},
    {{-20, -14, -23, -15, -12, -19, -13, -14},
     100,
     {2012, 0},
     (double)NAN,
     (double)NAN,
     VERDICT_NOT_DETERMINABLE,
     REASON_IMPRECISE},
};

static void check_hidden(struct fixture *fixture, const struct hidden_case *hidden)
{
    set_gaps(fixture, "s1/nord", (struct gaps){hidden->gaps, 8});
    for (int i = 0; i < 8; i++)
        cell_at(fixture, "s1/nord", 2010 + i)->denominator = hidden->persons;
    for (int i = 0; i < 2 && hidden->years[i]; i++)
        hide(fixture, "s1/nord", hidden->years[i], hidden->lowest, hidden->highest);
    compute(fixture);
    const struct gap_verdict *verdict = find(fixture, "s1/nord");
    bool suppressed = hidden->reason == REASON_SUPPRESSED;
    assert_int_equal(verdict->verdict, hidden->verdict);
    assert_int_equal(verdict->reason, hidden->reason);
    assert_int_equal(verdict->hidden, suppressed);
    if (suppressed)
        assert_undetermined(verdict, VERDICT_LINE_HIDDEN, REASON_SUPPRESSED);
    else
        assert_int_not_equal(verdict->line, VERDICT_LINE_HIDDEN);
}

static void hidden_years_may_not_change_the_answer(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof hidden_cases / sizeof *hidden_cases; i++) {
        judge(fixture, "s1/nord", NARROWING_GAPS, 1000);
        check_hidden(fixture, &hidden_cases[i]);
        assert_ptr_equal(find(fixture, "s1/nord")->decides, &find(fixture, "s1/nord")->a);
    }
}

static void nor_may_they_that_of_engine_b(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 8; i++) {
        fixture->count = 0;
        put_pool(fixture, 's', 7, 8, 0);
        check_hidden(fixture, &hidden_cases[i]);
        assert_ptr_equal(find(fixture, "s1/nord")->decides, &find(fixture, "s1/nord")->b);
    }
}

/* A pace that engine B alone can tell from none is tried on engine B. */
static void hidden_years_are_put_to_the_engine_that_decides(void **state)
{
    static const double bumps[] = {0.4, -0.6, 0.3, 0.5, -0.7, 0.2, -0.4, 0.3};
    struct fixture *fixture = *state;
    size_t seen = 0;
    for (double pace = 0.3; pace < 1.5; pace += 0.01) {
        double values[8];
        for (int i = 0; i < 8; i++)
            values[i] = -25 + pace * i + bumps[i];
        fixture->count = 0;
        put_pool(fixture, 's', 7, 8, 0);
        set_gaps(fixture, "s1/nord", (struct gaps){values, 8});
        hide(fixture, "s1/nord", 2013, values[3], values[3] + 0.01);
        compute(fixture);
        const struct gap_verdict *verdict = find(fixture, "s1/nord");
        bool alone = verdict->b.judgement.verdict == VERDICT_NARROWING &&
                     verdict->a.judgement.verdict != VERDICT_NARROWING;
        assert_ptr_equal(verdict->decides, &verdict->b);
        seen += alone && verdict->verdict == VERDICT_NARROWING &&
                verdict->strength == STRENGTH_INDICATED;
    }
    assert_true(seen > 3);
}

/* The other way: the year is there, with the figure at that end. */
static void the_answer_at_a_bound_is_that_of_the_year_at_that_end(void **state)
{
    struct fixture *fixture = *state;
    judge(fixture, "s1/nord", NARROWING_GAPS, 1000);
    hide(fixture, "s1/nord", 2010, -21, -19);
    compute(fixture);
    const struct gap_verdict *verdict = find(fixture, "s1/nord");
    struct engine_answer lowest = gap_verdict_at_bound(fixture->folder->arena, verdict, false);
    struct engine_answer highest = gap_verdict_at_bound(fixture->folder->arena, verdict, true);
    double open = verdict->decides->slope.value;
    for (int high = 0; high < 2; high++) { /* an early year that lies high makes the slope low */
        judge(fixture, "s1/nord", NARROWING_GAPS, 1000);
        cell_at(fixture, "s1/nord", 2010)->value =
            cell_at(fixture, "s1/rest", 2010)->value + (high ? -19 : -21);
        compute(fixture);
        verdict = find(fixture, "s1/nord");
        const struct engine_answer *there = high ? &lowest : &highest;
        assert_near(there->slope.value, verdict->decides->slope.value, 0.01);
        assert_near(there->slope.lower, verdict->decides->slope.lower, 0.02);
    }
    assert_true(lowest.slope.value < highest.slope.value);
    assert_false(fabs(lowest.slope.value - open) < 1e-6 && fabs(highest.slope.value - open) < 1e-6);
    struct engine_answer own = gap_verdict_at_bound(fixture->folder->arena, verdict, true);
    assert_near(own.slope.value, verdict->decides->slope.value, 0);
}

static void a_year_withheld_by_the_source_or_of_the_comparator_has_no_limits(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        judge(fixture, "s1/nord", NARROWING_GAPS, 1000);
        if (i == 0)
            withhold(cell_at(fixture, "s1/nord", 2013), RELEASE_ABSENT, REASON_SUPPRESSED_SOURCE);
        else
            withhold(cell_at(fixture, "s1/rest", 2013), RELEASE_HIDDEN, REASON_SUPPRESSED);
        compute(fixture);
        assert_undetermined(find(fixture, "s1/nord"), VERDICT_LINE_HIDDEN,
                            i == 0 ? REASON_SUPPRESSED_SOURCE : REASON_SUPPRESSED);
    }
}

/* Narrowing from below in the one case, and from above in the other: not the same. */
static void the_same_word_from_both_sides_is_not_the_same_answer(void **state)
{
    struct fixture *fixture = *state;
    judge(fixture, "s1/nord", GAPS(0, 0, -4, -3.2, -2.4, -1.6, -0.8, -0.1, 0, 0), 25000);
    assert_int_equal(find(fixture, "s1/nord")->series->year_count, 10);
    hide(fixture, "s1/nord", 2010, -20.25, 20.25);
    hide(fixture, "s1/nord", 2011, -16, 16);
    hide(fixture, "s1/nord", 2018, -8, 8);
    hide(fixture, "s1/nord", 2019, -10, 10);
    compute(fixture);
    const struct gap_verdict *verdict = find(fixture, "s1/nord");
    assert_int_equal(verdict->a.judgement.verdict, VERDICT_NARROWING);
    assert_undetermined(verdict, VERDICT_LINE_HIDDEN, REASON_SUPPRESSED);
}

static void a_verdict_with_hidden_years_rests_on_the_open_ones(void **state)
{
    struct fixture *fixture = *state;
    judge(fixture, "s1/nord", NARROWING_GAPS, 1000);
    hide(fixture, "s1/nord", 2013, -14, -13);
    compute(fixture);
    struct estimate hidden = find(fixture, "s1/nord")->decides->slope;
    withhold(cell_at(fixture, "s1/nord", 2013), RELEASE_ABSENT, REASON_MISSING);
    cell_at(fixture, "s1/nord", 2013)->has_limits = false;
    compute(fixture);
    struct estimate missing = find(fixture, "s1/nord")->decides->slope;
    assert_interval(hidden, missing.value, missing.lower, missing.upper, 0);
}

/* --- what must not matter, and what must turn ----------------------------------------------------
 */
static void time_reversed_turns_narrowing_into_widening(void **state)
{
    static const double gaps[][8] = {{-20, -18.2, -16.1, -13.9, -12, -10.1, -7.8, -6},
                                     {9, 8.6, 7.1, 7.3, 6, 4.4, 4.6, 3},
                                     {-20, -20.1, -19.9, -20, -20.1, -20, -19.9, -20}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 3; i++) {
        double reversed[8];
        for (size_t j = 0; j < 8; j++)
            reversed[j] = gaps[i][7 - j];
        const struct gap_verdict *there =
            judge(fixture, "s1/nord", (struct gaps){gaps[i], 8}, 4000);
        const struct gap_verdict *back =
            judge(fixture, "s1/nord", (struct gaps){reversed, 8}, 4000);
        assert_interval(back->a.slope, -there->a.slope.value, -there->a.slope.upper,
                        -there->a.slope.lower, 1e-9);
        assert_near(back->a.p, there->a.p, 1e-9);
        assert_near(back->a.first, there->a.last, 1e-9);
        assert_near(back->a.judgement.change, -there->a.judgement.change, 1e-9);
        bool moved = there->line == VERDICT_LINE_MOVED;
        assert_int_equal(moved, i < 2);
        assert_int_equal(there->verdict == VERDICT_NARROWING, moved);
        assert_int_equal(back->verdict == VERDICT_WIDENING, moved);
        assert_int_equal(back->line, there->line);
    }
}

static void another_unit_scales_the_slope_and_what_matters(void **state)
{
    static const double paces[] = {0, 0.3, 1, 1.5, 2.5};
    struct fixture *fixture = *state;
    bool seen[VERDICT_COUNT] = {false};
    for (size_t i = 0; i < 5; i++)
        for (int size = 200; size <= 400000; size *= 20) {
            fixture->count = 0;
            put_rest(fixture, "raten/rest", 60);
            put_rest(fixture, "stor/rest", 600);
            for (int year = 0; year < 9; year++) {
                double value = 100 - paces[i] * year + (year % 3 == 1 ? 1.5 : -0.7);
                put(fixture, "raten/nord", 2010 + year, value, size);
                put(fixture, "stor/nord", 2010 + year, 10 * value, size);
            }
            compute(fixture);
            const struct gap_verdict *one = find(fixture, "raten/nord");
            const struct gap_verdict *ten = find(fixture, "stor/nord");
            struct estimate slope = one->a.slope;
            assert_int_equal(one->verdict, ten->verdict);
            assert_int_equal(one->line, ten->line);
            assert_interval(ten->a.slope, 10 * slope.value, 10 * slope.lower, 10 * slope.upper,
                            1e-6);
            assert_near(ten->a.judgement.delta, 10 * one->a.judgement.delta, 1e-9);
            assert_near(ten->a.p, one->a.p, 1e-9);
            seen[one->verdict] = true;
        }
    assert_true(seen[VERDICT_NARROWING] && seen[VERDICT_UNCHANGED] &&
                seen[VERDICT_NOT_DETERMINABLE]);
}

static void the_order_of_the_areas_does_not_matter(void **state)
{
    struct fixture *there = *state;
    struct fixture *back =
        fixture_new(AREAS_HEADER "vest;Vest;område;by;;;;\nsyd;Syd;område;by;;;;\n"
                                 "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n");
    put_pool(there, 's', 7, 8, 1);
    put_pool(back, 's', 7, 8, 1);
    set_gaps(there, "s3/syd", NARROWING_GAPS);
    set_gaps(back, "s3/syd", NARROWING_GAPS);
    compute(there);
    compute(back);
    assert_int_equal(there->verdicts.family_size, back->verdicts.family_size);
    for (int i = 0; i < 21; i++) {
        const char *place =
            arena_printf(there->folder->arena, "s%d/%s", i / 3 + 1, pool_areas[i % 3]);
        const struct gap_verdict *one = find(there, place), *other = find(back, place);
        assert_int_equal(one->verdict, other->verdict);
        assert_int_equal(one->strength, other->strength);
        assert_int_equal(one->direction, other->direction);
        assert_int_equal(one->reason, other->reason);
        if (!one->decides)
            continue;
        struct estimate slope = one->decides->slope;
        assert_interval(other->decides->slope, slope.value, slope.lower, slope.upper, 1e-9);
        assert_near(one->test.bh, other->test.bh, 1e-9);
    }
    plan_folder_free(back->folder);
}

/* --- reference series ----------------------------------------------------------------------------
 * Invented counts of three areas and the municipality around them, and what R 4.2.2 makes of them
 * from the same formulas; in shares and rates per person.
 */
struct reference_area {
    enum verdict verdict;
    int crossed;
    /* engine A: slope, 95 pct., 90 pct., fitted gap first and last, delta; then three plain slopes
     */
    double slope, lower, upper, inner_lower, inner_upper, first, last, delta;
    double gap_slope, level_slope, theil_sen;
    double p, gap_p, mann_kendall_p, tau2, parity;
    int mann_kendall;
};

struct reference_case {
    const char *indicator;
    int count, years[8];
    int events[4][8], persons[4][8]; /* nord, syd, vest, by */
    struct reference_area areas[3];
};

static const struct reference_case references[] = {
    {"andelen",
     8,
     {2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024},
     {{422, 430, 388, 376, 355, 339, 343, 309},
      {929, 922, 925, 949, 957, 924, 896, 865},
      {157, 137, 141, 129, 144, 152, 164, 148},
      {17265, 17321, 17150, 17417, 17451, 17422, 17384, 17274}},
     {{905, 899, 905, 874, 851, 850, 855, 856},
      {2469, 2447, 2480, 2476, 2430, 2438, 2353, 2349},
      {417, 415, 409, 401, 401, 401, 402, 404},
      {75287, 75401, 75578, 75679, 75754, 75905, 75970, 76113}},
     {{VERDICT_NARROWING, 0, -0.0146528126, -0.0239523747, -0.00563075948, -0.0220664923,
       -0.00751664188, 0.253156185, 0.150586497, 0.010095304, -0.0146590474, -0.0145914806,
       -0.0144066403, 0.00752965264, 0.000260174491, 0.00173611111, 0, 10.2734789, -24},
      {VERDICT_UNCHANGED, 0, -0.000129434505, -0.0047762158, 0.00362178736, -0.00391179166,
       0.00275736322, 0.158566539, 0.157660497, 0.00790469186, -0.000157575664, -9.00088119e-05,
       0.000106046917, 0.933142904, 0.894309391, 1, 0, 999.788408, 0},
      {VERDICT_NOT_DETERMINABLE, 0, 0.00532945912, -0.0138319532, 0.0180312434, -0.0105522073,
       0.0147514975, 0.12129555, 0.158601764, 0.00699428054, 0.00538954239, 0.00545710924,
       0.00587056914, 0.758028839, 0.24338408, 0.275099206, 0.000159929328, -29.455007, 10}}},
    {"raten",
     6,
     {2019, 2020, 2021, 2022, 2023, 2024},
     {{47, 55, 54, 41, 38, 28},
      {97, 109, 113, 129, 93, 116},
      {14, 20, 15, 24, 28, 31},
      {1022, 1021, 1031, 1065, 1065, 1100}},
     {{1471, 1469, 1463, 1477, 1440, 1437},
      {4904, 4906, 4994, 4963, 4961, 4925},
      {664, 675, 678, 665, 664, 667},
      {78679, 78834, 79063, 79177, 79281, 79389}},
     {{VERDICT_NOT_DETERMINABLE, 0, -0.00316715156, -0.00679231412, 0.00080684561, -0.0059101779,
       -7.52906114e-05, 0.0257539407, 0.00991818291, 0.001, -0.00317685832, -0.00298960584,
       -0.0039790877, 0.0940207663, 0.047317973, 0.0555555556, 1.31687924e-06, 3.11335256, -11},
      {VERDICT_NOT_DETERMINABLE, 0, 0.000148925874, -0.0023838664, 0.00298109999, -0.00176108292,
       0.0023583165, 0.00962559549, 0.0103702249, 0.001, 0.000150416487, 0.000337668967,
       0.000265969765, 0.846085976, 0.844305844, 0.719444444, 4.3794287e-06, -68.9583503, 3},
      {VERDICT_WIDENING, 0, 0.0049128208, 0.000634086532, 0.00920108749, 0.00162857304,
       0.00820660098, 0.00847589693, 0.0330400009, 0.00103863027, 0.00491405004, 0.00510130252,
       0.00493388402, 0.0332974698, 0.0119120763, 0.0166666667, 0, -6.72718637, 13}}},
    {"andelen",
     7,
     {2016, 2017, 2019, 2020, 2022, 2023, 2024},
     {{148, 127, 145, 136, 142, 150, 142},
      {308, 367, 382, 345, 394, 367, 390},
      {44, 47, 55, 56, 68, 75, 97},
      {7705, 7599, 7774, 7596, 7818, 7617, 7786}},
     {{1185, 1215, 1215, 1235, 1221, 1225, 1202},
      {3508, 3675, 3815, 3691, 3724, 3635, 3688},
      {514, 495, 479, 460, 447, 444, 452},
      {76610, 76932, 77344, 77365, 77659, 77715, 77897}},
     {{VERDICT_NOT_DETERMINABLE, 0, 0.000692940796, -0.00299007546, 0.00383486761, -0.00225259957,
       0.00309739172, 0.0145966389, 0.0201401652, 0.001, 0.000672766617, 0.000427488517,
       0.00151008828, 0.771411325, 0.514832305, 0.561904762, 0, -29.8781254, 5},
      {VERDICT_NOT_DETERMINABLE, 1, 0.00182114386, -0.000321613759, 0.00414853554, 0.00016141259,
       0.0036655092, -0.00741681581, 0.00715233506, 0.001, 0.00183944484, 0.00159416674,
       0.00198773905, 0.0790251397, 0.0338954149, 0.069047619, 0, -3.89992711, 13},
      {VERDICT_WIDENING, 1, 0.0145801457, 0.00935393902, 0.0204596482, 0.0105539773, 0.0192596099,
       -0.0231506291, 0.0934905366, 0.0018538198, 0.0146686014, 0.0144233233, 0.0126003697,
       0.000978911245, 0.000528791164, 0.000396825397, 0, -6.38474553, 21}}},
};

static struct findings reference_findings(struct plan_folder *folder,
                                          const struct reference_case *reference, bool stock)
{
    static const char *const codes[] = {"nord", "syd", "vest", "by"};
    const char *rows = "";
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < reference->count; j++)
            rows = arena_printf(folder->arena, "%s%s;%s;%d;;%d;%d;;;\n", rows, reference->indicator,
                                codes[i], reference->years[j], reference->events[i][j],
                                reference->persons[i][j]);
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena,
                                   VERDICT_INDICATORS
                                   "andelen;A;andel;pct.;op;kalenderår;K;%s;;;0,1;\n"
                                   "raten;R;rate;pr. 1.000;ned;kalenderår;K;%s;;;1;\n",
                                   stock ? "bestand" : "strøm", stock ? "bestand" : "strøm"));
    plan_folder_write(folder, "omraader.csv", AREAS_HEADER VERDICT_AREAS);
    plan_folder_figures(folder, rows);
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    *table = plan_folder_release(folder, EDITION_INTERNAL);
    return findings_compute(folder->arena, table);
}

static void assert_scaled_at(double actual, double expected, double factor, int line)
{
    assert_near_at(actual, factor * expected, factor * (1e-7 + 1e-5 * fabs(expected)), __FILE__,
                   line);
}

#define assert_scaled(actual, expected, factor)                                                    \
    assert_scaled_at((actual), (expected), (factor), __LINE__)

static void check_reference_engine(const struct gap_verdict *verdict,
                                   const struct reference_area *expected, double factor)
{
    const struct engine_answer *a = &verdict->a;
    assert_int_equal(verdict->verdict, expected->verdict);
    assert_int_equal(a->judgement.crossed, expected->crossed);
    assert_scaled(a->slope.value, expected->slope, factor);
    assert_scaled(a->slope.lower, expected->lower, factor);
    assert_scaled(a->slope.upper, expected->upper, factor);
    assert_scaled(a->equivalence[0], expected->inner_lower, factor);
    assert_scaled(a->equivalence[1], expected->inner_upper, factor);
    assert_scaled(a->first, expected->first, factor);
    assert_scaled(a->last, expected->last, factor);
    assert_scaled(a->judgement.delta, expected->delta, factor);
    assert_scaled(a->p, expected->p, 1);
    assert_scaled(verdict->gap_line.fits[0].random.tau2, expected->tau2, factor * factor);
}

static const struct finding *row_of(const struct findings *all, const struct gap_verdict *verdict,
                                    enum statistic statistic)
{
    return finding_at(all, verdict->series->indicator, verdict->series->area, statistic,
                      period_of("ukendt"));
}

static void check_reference_rows(const struct findings *all, const struct gap_verdict *verdict,
                                 const struct reference_area *expected, double factor)
{
    const struct finding *gap = row_of(all, verdict, STATISTIC_GAP_SLOPE);
    const struct finding *kendall = row_of(all, verdict, STATISTIC_MANN_KENDALL_S);
    const struct finding *parity = row_of(all, verdict, STATISTIC_YEARS_TO_PARITY);
    assert_scaled(gap->estimate.value, expected->gap_slope, factor);
    assert_scaled(gap->p, expected->gap_p, 1);
    assert_scaled(row_of(all, verdict, STATISTIC_LEVEL_SLOPE)->estimate.value,
                  expected->level_slope, factor);
    assert_scaled(row_of(all, verdict, STATISTIC_GAP_THEIL_SEN)->estimate.value,
                  expected->theil_sen, factor);
    assert_near(kendall->estimate.value, expected->mann_kendall, 0);
    assert_scaled(kendall->p, expected->mann_kendall_p, 1);
    assert_string_equal(row_of(all, verdict, STATISTIC_VERDICT)->text,
                        verdict_code(expected->verdict));
    assert_scaled(row_of(all, verdict, STATISTIC_VERDICT_SLOPE)->estimate.lower, expected->lower,
                  factor);
    if (expected->verdict == VERDICT_NARROWING)
        assert_scaled(parity->estimate.value, expected->parity, 1);
    else
        assert_int_equal(parity->estimate.state, ESTIMATE_UNDEFINED);
}

static void the_reference_series_give_their_values(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const struct reference_case *reference = &references[i];
        struct findings all = reference_findings(folder, reference, i == 0);
        const struct indicator *indicator = indicator_of(folder, reference->indicator);
        for (size_t j = 0; j < 3; j++) {
            const struct gap_verdict *verdict =
                verdict_of(&all.verdicts, indicator, area_of(folder, pool_areas[j]));
            assert_ptr_equal(verdict->series->comparator, area_of(folder, "rest"));
            assert_ptr_equal(verdict->decides, &verdict->a);
            check_reference_engine(verdict, &reference->areas[j], indicator->factor);
            check_reference_rows(&all, verdict, &reference->areas[j], indicator->factor);
        }
    }
}

/* --- employment in Slagelse and the whole country ------------------------------------------------
 * Statistics Denmark, RAS200: employment rate at the end of November, per cent, all ages and kinds.
 */
static void write_employment(struct plan_folder *folder, const char *areas,
                             const char *municipality, const char *class)
{
    static const char *const values[2][10] = {
        {"76,0", "72,8", "72,1", "71,8", "71,3", "71,3", "71,6", "72,1", "72,8", "73,6"},
        {"74,0", "70,8", "69,9", "69,4", "68,8", "68,6", "69,2", "69,6", "70,5", "71,1"}};
    const char *rows = "";
    for (int i = 0; i < 2; i++)
        for (int year = 0; year < 10; year++)
            rows = arena_printf(folder->arena, "%sras;%s;%d;;;;%s;;\n", rows,
                                i ? "slagelse" : "danmark", 2008 + year, values[i][year]);
    plan_folder_write(folder, "plan.csv",
                      arena_printf(folder->arena,
                                   "nøgle;værdi\ntitel;RAS\nkommune;%s\nplanstart;2021-10-01\n"
                                   "planslut;2025-09-30\nbasisår;2010\nudgave;2018\n",
                                   municipality));
    plan_folder_write(folder, "omraader.csv",
                      arena_printf(folder->arena, "%s%s", AREAS_HEADER, areas));
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena,
                                   VERDICT_INDICATORS
                                   "ras;Beskæftigelse;værdi;pct.;op;kalenderår;RAS200;%s;;;;\n",
                                   class));
    plan_folder_figures(folder, rows);
}

static struct findings employment_findings(struct plan_folder *folder)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    *table = plan_folder_release(folder, EDITION_SHARED);
    return findings_compute(folder->arena, table);
}

static void employment_falls_behind_by_least_squares_but_not_by_the_verdict(void **state)
{
    static const char *const classes[] = {"", "strøm", "bestand"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 3; i++) {
        write_employment(folder,
                         "danmark;Danmark;kommune;;;;;\nslagelse;Slagelse;område;danmark;;;;\n",
                         "danmark", classes[i]);
        struct findings all = employment_findings(folder);
        const struct gap_verdict *verdict =
            verdict_of(&all.verdicts, indicator_of(folder, "ras"), area_of(folder, "slagelse"));
        const struct finding *level = row_of(&all, verdict, STATISTIC_LEVEL_SLOPE);
        const struct finding *gap = row_of(&all, verdict, STATISTIC_GAP_SLOPE);
        assert_near(level->estimate.value, -0.184848, 5e-7);
        assert_true(level->has_p && level->p > 0.05);
        assert_interval(gap->estimate, -0.050303, -0.095740, -0.004866, 5e-7);
        assert_int_equal(gap->estimate.method, METHOD_OLS_T);
        assert_true(gap->has_p && gap->p < 0.05);
        assert_ptr_equal(gap->comparator, area_of(folder, "danmark"));
        assert_int_equal(gap->periods, 10);
        assert_undetermined(verdict, VERDICT_LINE_IMPRECISE, REASON_IMPRECISE);
        assert_ptr_equal(verdict->decides, &verdict->a);
        assert_near(verdict->a.slope.value, -0.050303, 5e-7);
        assert_true(verdict->a.slope.upper > 0 && verdict->a.p > 0.05);
        assert_false(verdict->series->counted);
    }
}

/* A municipality is no area of the plan: it has a level and its slope, and no verdict. */
static void a_municipality_gets_no_verdict_against_its_country(void **state)
{
    struct plan_folder *folder = *state;
    write_employment(folder, "danmark;Danmark;land;;;;;\nslagelse;Slagelse;kommune;danmark;;;;\n",
                     "slagelse", "");
    struct findings all = employment_findings(folder);
    const struct indicator *indicator = indicator_of(folder, "ras");
    const struct area *area = area_of(folder, "slagelse");
    assert_null(verdict_of(&all.verdicts, indicator, area));
    struct period any = period_of("ukendt");
    assert_near(finding_at(&all, indicator, area, STATISTIC_LEVEL_SLOPE, any)->estimate.value,
                -0.184848, 5e-7);
    assert_null(finding_at(&all, indicator, area, STATISTIC_GAP_SLOPE, any));
    assert_null(finding_at(&all, indicator, area, STATISTIC_VERDICT, any));
}

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_series_must_be_long_and_large_enough),
        TEST(five_years_must_span_four),
        TEST(a_break_or_hidden_years_may_be_why_a_series_is_short),
        TEST(without_anything_to_compare_with_there_is_no_verdict),
        TEST(each_line_of_the_rule_gives_its_verdict),
        TEST(engine_a_takes_the_union_of_its_four_intervals),
        TEST(what_matters_is_a_share_of_the_gap_or_the_indicators_own_delta),
        TEST(unchanged_takes_a_precise_series),
        TEST(better_is_a_gap_that_moves_the_good_way),
        TEST(an_unchanged_gap_moves_no_way),
        TEST(strengths_and_directions_have_their_words),
        TEST(engine_b_decides_from_eighteen_series_and_sixty_degrees_of_freedom_on),
        TEST(engine_b_answers_from_the_whole_pool),
        TEST(stock_and_flow_have_pools_of_their_own),
        TEST(context_indicators_join_the_pool),
        TEST(each_municipality_has_a_pool_of_its_own),
        TEST(the_total_borrows_from_the_pool_and_is_no_part_of_it),
        TEST(without_a_pool_the_total_is_judged_by_itself),
        TEST(the_family_is_the_fixed_indicators_of_the_areas),
        TEST(the_family_adjusts_the_deciding_p_values_together),
        TEST(firm_takes_both_engines_and_a_place_among_the_discoveries),
        TEST(the_family_is_held_to_its_rate_of_false_discoveries),
        TEST(a_movement_outside_the_family_is_never_firm),
        TEST(unchanged_is_no_discovery_and_never_firm),
        TEST(a_series_without_variances_is_never_firm),
        TEST(hidden_years_may_not_change_the_answer),
        TEST(nor_may_they_that_of_engine_b),
        TEST(hidden_years_are_put_to_the_engine_that_decides),
        TEST(the_answer_at_a_bound_is_that_of_the_year_at_that_end),
        TEST(a_year_withheld_by_the_source_or_of_the_comparator_has_no_limits),
        TEST(the_same_word_from_both_sides_is_not_the_same_answer),
        TEST(a_verdict_with_hidden_years_rests_on_the_open_ones),
        TEST(time_reversed_turns_narrowing_into_widening),
        TEST(another_unit_scales_the_slope_and_what_matters),
        TEST(the_order_of_the_areas_does_not_matter),
        PLAN_FOLDER_TEST(the_reference_series_give_their_values),
        PLAN_FOLDER_TEST(employment_falls_behind_by_least_squares_but_not_by_the_verdict),
        PLAN_FOLDER_TEST(a_municipality_gets_no_verdict_against_its_country),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
