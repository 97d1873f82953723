/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/findings.h"

#include "plan_folder.h"

#include "pejling/findings/level.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

static int start(void **state)
{
    (void)state;
    distribution_start();
    return 0;
}

static struct findings compute(struct plan_folder *folder, enum edition edition)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    *table = plan_folder_release(folder, edition);
    return findings_compute(folder->arena, table);
}

/* The finding of a period, or with NULL the one an area; NULL where there is none. */
static const struct finding *find(const struct plan_folder *folder, const struct findings *findings,
                                  const char *place, enum statistic statistic, const char *period)
{
    const char *area = strchr(place, '/');
    const char *indicator = arena_text(folder->arena, place, (size_t)(area - place));
    if (!period)
        return finding_single(findings, indicator_of(folder, indicator), area_of(folder, area + 1),
                              statistic);
    return finding_at(findings, indicator_of(folder, indicator), area_of(folder, area + 1),
                      statistic, period_of(period));
}

/* --- the general elections of 2011 to 2022 in two polling districts of Slagelse -----------------
 */
static void write_elections(struct plan_folder *folder, const char *reporting,
                            const char *const periods[4])
{
    static const char *const areas[] = {"nordhallen", "korsoer", "slagelse"};
    static const int votes[3][4] = {
        {4639, 4545, 4776, 4570}, {4542, 4329, 4122, 3934}, {49763, 48752, 48626, 47946}};
    static const int electors[3][4] = {
        {5714, 5863, 6131, 6113}, {5537, 5523, 5371, 5264}, {58086, 58576, 59710, 60183}};
    const char *rows = "";
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            rows = arena_printf(folder->arena, "%svalg;%s;%s;;%d;%d;;;\n", rows, areas[i],
                                periods[j], votes[i][j], electors[i][j]);
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;Valg\nkommune;slagelse\nplanstart;2021-10-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "slagelse;Slagelse Kommune;kommune;;;;;\n"
                                   "nordhallen;Nordhallen;område;slagelse;;;;\n"
                                   "korsoer;Korsør Nordre Bydel;område;slagelse;;;;\n");
    plan_folder_write(
        folder, "indikatorer.csv",
        arena_printf(folder->arena, INDICATORS_HEADER "valg;V;andel;pct.;op;%s;DST\n", reporting));
    plan_folder_figures(folder, rows);
}

static const char *const election_years[] = {"2011", "2015", "2019", "2022"};
static const char *const election_days[] = {"2011-09-15", "2015-06-18", "2019-06-05", "2022-11-01"};

static void the_elections_give_their_reference_values(void **state)
{
    static const struct {
        const char *place;
        double slope;
    } slopes[] = {
        {"valg/nordhallen", -0.505111}, {"valg/korsoer", -0.637216}, {"valg/slagelse", -0.534906}};
    struct plan_folder *folder = *state;
    write_elections(folder, "kalenderår", election_years);
    struct findings all = compute(folder, EDITION_INTERNAL);
    const struct finding *level = find(folder, &all, "valg/nordhallen", STATISTIC_LEVEL, "2022");
    assert_interval(level->estimate, 74.7587, 73.6544, 75.8319, 5e-5);
    assert_int_equal(level->estimate.method, METHOD_WILSON);
    for (size_t i = 0; i < 3; i++) {
        const struct finding *slope =
            find(folder, &all, slopes[i].place, STATISTIC_LEVEL_SLOPE, NULL);
        assert_near(slope->estimate.value, slopes[i].slope, 5e-7);
        assert_int_equal(slope->estimate.state, ESTIMATE_INTERVAL);
        assert_int_equal(slope->periods, 4);
        assert_false(slope->has_p);
        assert_int_equal(slope->from.year, 2011);
        assert_int_equal(slope->to.year, 2022);
    }
}

static void the_slope_of_the_elections_is_on_their_days(void **state)
{
    struct plan_folder *folder = *state;
    write_elections(folder, "dato", election_days);
    struct findings all = compute(folder, EDITION_INTERNAL);
    assert_near(find(folder, &all, "valg/nordhallen", STATISTIC_LEVEL_SLOPE, NULL)->estimate.value,
                -0.5022148, 5e-8);
}

static void the_shared_edition_computes_from_what_it_shows(void **state)
{
    struct plan_folder *folder = *state;
    write_elections(folder, "kalenderår", election_years);
    struct findings all = compute(folder, EDITION_SHARED);
    static const double shown[] = {81.2, 77.5, 77.9, 74.8}, x[] = {-5.75, -1.75, 2.25, 5.25};
    double sxy = 0, sxx = 0;
    for (size_t i = 0; i < 4; i++) {
        const struct finding *level =
            find(folder, &all, "valg/nordhallen", STATISTIC_LEVEL, election_years[i]);
        assert_near(level->estimate.value, shown[i], 1e-9);
        sxy += x[i] * shown[i];
        sxx += x[i] * x[i];
    }
    assert_near(find(folder, &all, "valg/nordhallen", STATISTIC_LEVEL_SLOPE, NULL)->estimate.value,
                sxy / sxx, 1e-9);
    const struct finding *gap = find(folder, &all, "valg/nordhallen", STATISTIC_GAP_REST, "2022");
    assert_near(gap->estimate.value, 74.8 - 80.8, 1e-9);
}

static void the_gap_slope_is_fitted_to_the_yearly_gaps(void **state)
{
    struct plan_folder *folder = *state;
    write_elections(folder, "dato", election_days);
    struct findings all = compute(folder, EDITION_INTERNAL);
    double x[4], y[4], mean_x = 0, mean_y = 0, sxx = 0, sxy = 0;
    for (size_t i = 0; i < 4; i++) {
        const struct finding *gap =
            find(folder, &all, "valg/korsoer", STATISTIC_GAP_REST, election_days[i]);
        assert_ptr_equal(gap->comparator, area_of(folder, "rest"));
        x[i] = period_start(period_of(election_days[i]));
        y[i] = gap->estimate.value;
        mean_x += x[i] / 4;
        mean_y += y[i] / 4;
    }
    for (size_t i = 0; i < 4; i++) {
        sxx += (x[i] - mean_x) * (x[i] - mean_x);
        sxy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    const struct finding *slope = find(folder, &all, "valg/korsoer", STATISTIC_GAP_SLOPE, NULL);
    assert_near(slope->estimate.value, sxy / sxx, 1e-9);
    assert_ptr_equal(slope->comparator, area_of(folder, "rest"));
    const struct finding *change = find(folder, &all, "valg/korsoer", STATISTIC_GAP_CHANGE, NULL);
    assert_near(change->estimate.value, y[3] - y[2], 1e-9);
    assert_int_equal(change->from.year, 2019);
    assert_int_equal(change->to.year, 2022);
}

/* --- which findings there are --------------------------------------------------------------------
 */
#define EVERY_TYPE                                                                                 \
    "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;30;100;;;\nandelen;syd;2020;;40;100;;;\n"    \
    "raten;by;2020;;500;1000;;;\nraten;nord;2020;;30;100;;;\nraten;syd;2020;;40;100;;;\n"          \
    "snittet;by;2020;;;1000;6;2;\nsnittet;nord;2020;;;100;5;2;\nsnittet;syd;2020;;;100;7;2;\n"     \
    "svarene;by;2020;;;1000;60;;\nsvarene;nord;2020;;;100;50;;\n"                                  \
    "tallet;by;2020;;;;60;;\ntallet;nord;2020;;;;50;;\n"

static void each_type_has_its_methods_and_comparator(void **state)
{
    static const struct {
        const char *place, *comparator;
        enum method level, gap, rest, ratio; /* METHOD_NONE: undefined */
    } cases[] = {
        {"andelen/nord", "rest", METHOD_WILSON, METHOD_NEWCOMBE10_PART_WHOLE, METHOD_NEWCOMBE10,
         METHOD_KATZ_LOG},
        {"raten/nord", "rest", METHOD_GARWOOD, METHOD_MOVER_GARWOOD_PART_WHOLE,
         METHOD_MOVER_GARWOOD, METHOD_EXACT_RATIO},
        {"snittet/nord", "rest", METHOD_T, METHOD_WELCH_PART_WHOLE, METHOD_WELCH, METHOD_NONE},
        {"svarene/nord", "by", METHOD_WILSON_SURVEY, METHOD_NEWCOMBE10, METHOD_NONE, METHOD_NONE},
        {"tallet/nord", "by", METHOD_GIVEN, METHOD_DIFFERENCE, METHOD_NONE, METHOD_NONE},
        {"andelen/samlet", "rest", METHOD_WILSON, METHOD_NEWCOMBE10_PART_WHOLE, METHOD_NEWCOMBE10,
         METHOD_KATZ_LOG},
    };
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, EVERY_TYPE);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct findings all = compute(folder, (enum edition)edition);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            const enum method methods[] = {cases[i].level, cases[i].gap, cases[i].rest,
                                           cases[i].ratio};
            for (int j = STATISTIC_LEVEL; j <= STATISTIC_RATIO; j++)
                assert_int_equal(
                    find(folder, &all, cases[i].place, (enum statistic)j, "2020")->estimate.method,
                    methods[j]);
            assert_ptr_equal(
                find(folder, &all, cases[i].place, STATISTIC_GAP_SLOPE, NULL)->comparator,
                area_of(folder, cases[i].comparator));
            assert_ptr_equal(
                find(folder, &all, cases[i].place, STATISTIC_GAP_CHANGE, NULL)->comparator,
                area_of(folder, cases[i].comparator));
        }
        assert_undefined(find(folder, &all, "svarene/nord", STATISTIC_GAP_REST, "2020")->estimate,
                         REASON_NO_COMPARATOR);
        assert_undefined(find(folder, &all, "snittet/nord", STATISTIC_RATIO, "2020")->estimate,
                         REASON_NOT_APPLICABLE);
    }
}

static void each_role_has_its_own_statistics(void **state)
{
    static const struct {
        const char *area;
        size_t count;
    } cases[] = {{"nord", 48},   {"samlet", 49}, {"by", 4}, {"rest", 4},
                 {"danmark", 4}, {"tvil", 4},    {"n1", 2}};
    static const char *const areas[] = {"n1", "tvil", "danmark", "by"};
    struct plan_folder *folder = *state;
    const char *rows = "";
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "danmark;Danmark;land;;;;;\nby;Byen;kommune;danmark;;;;\n"
                                   "nord;Nord;område;by;;;;\nalle;Samlet;samlet;by;;;;\n"
                                   "n1;Et;afdeling;nord;;;;\ntvil;T;tvilling;;;;;\n");
    for (size_t i = 0; i < 4; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;%s;2020;;30;100;;;\nandelen;%s;2021;;30;100;;;\n"
                            "andelen;%s;2020;unge;30;100;;;\n",
                            rows, areas[i], areas[i], areas[i]);
    plan_folder_figures(folder, rows);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct findings all = compute(folder, (enum edition)edition);
        size_t seen = 0;
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            size_t slot = area_of(folder, cases[i].area)->index;
            size_t count = all.starts[slot + 1] - all.starts[slot];
            assert_int_equal(count, cases[i].count);
            seen += count;
        }
        assert_int_equal(all.count, seen);
    }
}

static void findings_are_ordered_and_found_again(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, EVERY_TYPE "andelen;nord;2019;;30;100;;;\n"
                                           "andelen;nord;ukendt;;30;100;;;\n");
    struct findings all = compute(folder, EDITION_INTERNAL);
    for (size_t i = 0; i < all.count; i++) {
        const struct finding *row = &all.rows[i], *last = row - 1;
        assert_ptr_equal(finding_against(&all, row->indicator, row->area, row->comparator,
                                         row->statistic, row->from),
                         row);
        if (i == 0)
            continue;
        size_t place = row->indicator->index * 100 + row->area->index;
        size_t before = last->indicator->index * 100 + last->area->index;
        assert_true(before <= place);
        if (before < place)
            continue;
        assert_true(last->statistic <= row->statistic);
        if (last->statistic == row->statistic)
            assert_true(period_compare(last->from, row->from) < 0);
    }
    assert_null(find(folder, &all, "andelen/nord", STATISTIC_LEVEL, "2018"));
    assert_null(find(folder, &all, "andelen/by", STATISTIC_GAP, "2020"));
    assert_null(find(folder, &all, "andelen/by", STATISTIC_GAP_SLOPE, NULL));
    assert_near(all.confidence, 0.95, 1e-12);
}

static void every_estimate_is_sound(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder,
                        EVERY_TYPE "andelen;nord;2019;;3;100;;;\nandelen;by;2019;;4;900;;;\n"
                                   "andelen;syd;2019;;100;100;;;\nraten;nord;2019;;0;0;;;\n"
                                   "raten;by;2019;;0;70;;;\nsnittet;by;2019;;;1;7;;\n");
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct findings all = compute(folder, (enum edition)edition);
        for (size_t i = 0; i < all.count; i++) {
            const struct estimate *estimate = &all.rows[i].estimate;
            if (estimate->state != ESTIMATE_UNDEFINED)
                assert_true(isfinite(estimate->value));
            else if (!all.rows[i].text)
                assert_int_not_equal(estimate->reason, REASON_NONE);
            if (estimate->state == ESTIMATE_INTERVAL)
                assert_true(isfinite(estimate->lower) && estimate->lower <= estimate->value &&
                            isfinite(estimate->upper) && estimate->value <= estimate->upper);
            if (all.rows[i].has_p)
                assert_true(all.rows[i].p >= 0 && all.rows[i].p <= 1);
            if (all.rows[i].hidden)
                assert_undefined(*estimate, REASON_SUPPRESSED);
        }
    }
}

/* --- the verdict ---------------------------------------------------------------------------------
 */
static const char *const verdict_years[] = {"2015", "2016", "2017", "2018", "2019", "2020", "2021"};

/* Seven years in which the gap of nord closes, that of syd stays, and all are together samlet. */
static void write_verdict_years(struct plan_folder *folder)
{
    static const int nord[] = {3000, 3190, 3420, 3590, 3810, 4020, 4190};
    const char *rows = "";
    for (int i = 0; i < 7; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%s;;%d;80000;;;\nandelen;nord;%s;;%d;10000;;;\n"
                            "andelen;syd;%s;;4000;10000;;;\n",
                            rows, verdict_years[i], 37000 + nord[i], verdict_years[i], nord[i],
                            verdict_years[i]);
    plan_folder_figures(folder, rows);
}

static void the_verdict_stands_among_the_rows_of_each_area_and_the_total(void **state)
{
    static const struct {
        const char *place, *verdict, *direction;
    } cases[] = {{"andelen/nord", "narrowing", "better"},
                 {"andelen/syd", "unchanged", NULL},
                 {"andelen/samlet", "narrowing", "better"}};
    struct plan_folder *folder = *state;
    write_verdict_years(folder);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct findings all = compute(folder, (enum edition)edition);
        for (size_t i = 0; i < 3; i++) {
            const char *place = cases[i].place;
            const struct finding *verdict = find(folder, &all, place, STATISTIC_VERDICT, NULL);
            const struct finding *way =
                find(folder, &all, place, STATISTIC_VERDICT_DIRECTION, NULL);
            const struct finding *slope = find(folder, &all, place, STATISTIC_VERDICT_SLOPE, NULL);
            assert_string_equal(verdict->text, cases[i].verdict);
            assert_ptr_equal(verdict->comparator, area_of(folder, "rest"));
            assert_int_equal(way->text != NULL, cases[i].direction != NULL);
            if (way->text)
                assert_string_equal(way->text, cases[i].direction);
            assert_int_equal(slope->estimate.method, METHOD_ENGINE_A);
            assert_int_equal(slope->periods, 7);
        }
        assert_null(find(folder, &all, "andelen/by", STATISTIC_VERDICT, NULL));
        assert_null(find(folder, &all, "andelen/rest", STATISTIC_VERDICT, NULL));
    }
}

static void the_companions_of_the_gap_slope_agree_with_the_yearly_gaps(void **state)
{
    struct plan_folder *folder = *state;
    write_verdict_years(folder);
    struct findings all = compute(folder, EDITION_INTERNAL);
    double gaps[7], slopes[21];
    size_t count = 0;
    for (size_t i = 0; i < 7; i++)
        gaps[i] = find(folder, &all, "andelen/nord", STATISTIC_GAP_REST, verdict_years[i])
                      ->estimate.value;
    for (size_t i = 0; i < 7; i++)
        for (size_t j = i + 1; j < 7; j++)
            slopes[count++] = (gaps[j] - gaps[i]) / (double)(j - i);
    const struct finding *sen = find(folder, &all, "andelen/nord", STATISTIC_GAP_THEIL_SEN, NULL);
    size_t below = 0;
    for (size_t i = 0; i < count; i++)
        below += slopes[i] < sen->estimate.value - 1e-9;
    assert_true(below <= 10);
    for (size_t i = 0; i < count; i++)
        below += fabs(slopes[i] - sen->estimate.value) <= 1e-9;
    assert_true(below >= 11);
    const struct finding *kendall =
        find(folder, &all, "andelen/nord", STATISTIC_MANN_KENDALL_S, NULL);
    assert_near(kendall->estimate.value, 21, 0);
    assert_near(kendall->p, 2 / 5040.0, 1e-12);
}

/* --- the comparator ------------------------------------------------------------------------------
 */
static void the_comparator_is_chosen_once_for_the_series(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2018;;500;1000;;;\nandelen;nord;2018;;30;100;;;\n"
                                "andelen;syd;2018;;40;100;;;\n"
                                "andelen;by;2019;;500;1000;;;\nandelen;nord;2019;;30;100;;;\n"
                                "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;30;100;;;\n"
                                "andelen;syd;2020;;40;100;;;\n"
                                "raten;by;2019;;500;1000;;;\nraten;nord;2019;;30;100;;;\n"
                                "raten;by;2020;;500;1000;;;\nraten;nord;2020;;30;100;;;\n"
                                "raten;syd;2020;;40;100;;;\n");
    struct findings all = compute(folder, EDITION_INTERNAL);
    assert_undefined(find(folder, &all, "andelen/nord", STATISTIC_GAP_REST, "2019")->estimate,
                     REASON_INCOMPLETE);
    const struct finding *slope = find(folder, &all, "andelen/nord", STATISTIC_GAP_SLOPE, NULL);
    assert_ptr_equal(slope->comparator, area_of(folder, "rest"));
    assert_int_equal(slope->periods, 2); /* most of its periods have the rest */
    slope = find(folder, &all, "raten/nord", STATISTIC_GAP_SLOPE, NULL);
    assert_ptr_equal(slope->comparator, area_of(folder, "by"));
    assert_int_equal(slope->periods, 2); /* half of them have not */
}

static void without_a_figure_of_the_municipality_there_is_no_comparator(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "svarene;nord;2020;;;100;50;;\ntallet;nord;2020;;;;50;;\n"
                                "andelen;nord;2020;;30;100;;;\nandelen;by;2020;;;;;;mangler\n");
    struct findings all = compute(folder, EDITION_SHARED);
    assert_undefined(find(folder, &all, "svarene/nord", STATISTIC_GAP, "2020")->estimate,
                     REASON_NO_COMPARATOR);
    assert_undefined(find(folder, &all, "tallet/nord", STATISTIC_GAP, "2020")->estimate,
                     REASON_NO_COMPARATOR);
    assert_undefined(find(folder, &all, "andelen/nord", STATISTIC_GAP, "2020")->estimate,
                     REASON_MISSING);
}

static void the_gap_to_the_municipality_is_that_to_the_rest_where_there_is_one_area(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n");
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;30;100;;;\n");
    struct findings all = compute(folder, EDITION_INTERNAL);
    struct estimate gap = find(folder, &all, "andelen/nord", STATISTIC_GAP, "2020")->estimate;
    struct estimate rest = find(folder, &all, "andelen/nord", STATISTIC_GAP_REST, "2020")->estimate;
    assert_interval(gap, 0.9 * rest.value, 0.9 * rest.lower, 0.9 * rest.upper, 1e-9);
    assert_near(gap.value, -20, 1e-9);
}

/* --- what is hidden ------------------------------------------------------------------------------
 */
/* Five years of two areas of 100 and 120 persons; in 2021 the municipality and »nord« are so. */
static void write_five_years(struct plan_folder *folder, int whole, int nord)
{
    const char *rows = "";
    for (int year = 2019; year <= 2023; year++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;%d;1000;;;\nandelen;nord;%d;;%d;100;;;\n"
                            "andelen;syd;%d;;40;120;;;\n",
                            rows, year, year == 2021 ? whole : 500, year, year == 2021 ? nord : 30,
                            year);
    plan_folder_figures(folder, rows);
}

static void assert_hidden(const struct finding *found, bool hidden)
{
    assert_int_equal(found->hidden, hidden);
    assert_int_equal(found->estimate.state == ESTIMATE_UNDEFINED, hidden);
    if (hidden)
        assert_undefined(found->estimate, REASON_SUPPRESSED);
}

static void what_rests_on_a_hidden_cell_is_hidden(void **state)
{
    struct plan_folder *folder = *state;
    write_five_years(folder, 500, 3);
    struct findings all = compute(folder, EDITION_SHARED);
    for (int i = STATISTIC_LEVEL; i <= STATISTIC_RATIO; i++) {
        enum statistic statistic = (enum statistic)i;
        /* »syd« with »nord«, which the total would else give away */
        assert_hidden(find(folder, &all, "andelen/nord", statistic, "2021"), true);
        assert_hidden(find(folder, &all, "andelen/syd", statistic, "2021"), true);
        assert_hidden(find(folder, &all, "andelen/samlet", statistic, "2021"), false);
        assert_hidden(find(folder, &all, "andelen/nord", statistic, "2020"), false);
    }
    const struct finding *slope = find(folder, &all, "andelen/nord", STATISTIC_LEVEL_SLOPE, NULL);
    assert_int_equal(slope->periods, 4);
    assert_false(slope->hidden);
    all = compute(folder, EDITION_INTERNAL);
    slope = find(folder, &all, "andelen/nord", STATISTIC_LEVEL_SLOPE, NULL);
    assert_int_equal(slope->periods, 5);
    assert_true(slope->has_p);
}

static void what_is_compared_with_a_hidden_rest_is_hidden(void **state)
{
    struct plan_folder *folder = *state;
    write_five_years(folder, 73, 30); /* which leaves three for the rest in 2021 */
    struct findings all = compute(folder, EDITION_SHARED);
    assert_hidden(find(folder, &all, "andelen/rest", STATISTIC_LEVEL, "2021"), true);
    for (int i = STATISTIC_LEVEL; i <= STATISTIC_RATIO; i++) {
        enum statistic statistic = (enum statistic)i;
        assert_hidden(find(folder, &all, "andelen/syd", statistic, "2021"),
                      statistic >= STATISTIC_GAP_REST);
        assert_hidden(find(folder, &all, "andelen/syd", statistic, "2020"), false);
    }
}

static void three_years_together_stand_among_the_rows_of_their_area(void **state)
{
    struct plan_folder *folder = *state;
    write_five_years(folder, 500, 3);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    const struct indicator *share = indicator_of(folder, "andelen");
    struct released_pool pools[] = {
        {share, area_of(folder, "nord"), period_of("2019"), period_of("2021"), 21, 63, 300},
        {share, area_of(folder, "samlet"), period_of("2019"), period_of("2021"), 27.7, 183, 660}};
    released_table_pool(&table, pools, 2);
    struct findings all = findings_compute(folder->arena, &table);
    const struct finding *nord = find(folder, &all, "andelen/nord", STATISTIC_POOLED_LEVEL, "2019");
    const struct finding *both =
        find(folder, &all, "andelen/samlet", STATISTIC_POOLED_LEVEL, "2019");
    struct estimate level = interval_wilson(63, 300, 0.95);
    assert_interval(nord->estimate, 21, 100 * level.lower, 100 * level.upper, 1e-9);
    assert_near(both->estimate.value, 27.7, 1e-12);
    assert_int_equal(nord->from.year, 2019);
    assert_int_equal(nord->to.year, 2021);
    assert_int_equal(nord->periods, 3);
    assert_null(nord->comparator);
    assert_false(nord->hidden);
    assert_null(find(folder, &all, "andelen/syd", STATISTIC_POOLED_LEVEL, "2019"));
    assert_null(find(folder, &all, "andelen/by", STATISTIC_POOLED_LEVEL, "2019"));
}

static void what_matters_stands_where_a_verdict_rests_on_a_slope(void **state)
{
    struct plan_folder *folder = *state;
    write_five_years(folder, 500, 30);
    struct findings all = compute(folder, EDITION_SHARED);
    const struct finding *least =
        find(folder, &all, "andelen/nord", STATISTIC_MEANINGFUL_SLOPE, NULL);
    const struct gap_verdict *verdict =
        verdict_of(&all.verdicts, indicator_of(folder, "andelen"), area_of(folder, "nord"));
    assert_non_null(least);
    assert_near(least->estimate.value, verdict->decides->judgement.delta, 1e-12);
    assert_int_equal(least->from.year, 2019);
    assert_int_equal(least->to.year, 2023);
    assert_false(least->has_p);
    assert_null(find(folder, &all, "andelen/by", STATISTIC_MEANINGFUL_SLOPE, NULL));
}

static void a_survey_says_how_many_have_answered(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, FIGURES_FILE,
                      "indikator;område;periode;nævner;værdi;svarprocent\n"
                      "svarene;nord;2020;140;67,9;38,4\nsvarene;nord;2021;150;68,1;\n");
    struct findings all = compute(folder, EDITION_SHARED);
    assert_near(find(folder, &all, "svarene/nord", STATISTIC_RESPONSE_RATE, "2020")->estimate.value,
                38.4, 1e-9);
    assert_null(find(folder, &all, "svarene/nord", STATISTIC_RESPONSE_RATE, "2021"));
}

static void a_missing_figure_is_missing_whatever_it_is_compared_with(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;3;100;;;\n"
                                "andelen;syd;2020;;30;100;;;\nandelen;samlet;2020;;;;;;mangler\n");
    struct findings all = compute(folder, EDITION_SHARED);
    const struct finding *gap = find(folder, &all, "andelen/samlet", STATISTIC_GAP_REST, "2020");
    assert_undefined(gap->estimate, REASON_MISSING);
    assert_false(gap->hidden);
}

/* --- the latest and the baseline -----------------------------------------------------------------
 */
static void the_latest_finding_is_the_last_with_a_value(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;ukendt;;500;1000;;;\nandelen;by;2019;;500;1000;;;\n"
                                "andelen;by;2020;;500;1000;;;\nandelen;by;2021;;;;;;mangler\n"
                                "raten;by;ukendt;;500;1000;;;\nraten;by;2020;;;;;;mangler\n"
                                "tallet;by;2022;;;;;;mangler\ntallet;by;2023;;;;4;;\n");
    struct findings all = compute(folder, EDITION_INTERNAL);
    const struct area *city = area_of(folder, "by");
    const struct indicator *share = indicator_of(folder, "andelen");
    const struct indicator *rate = indicator_of(folder, "raten");
    const struct indicator *value = indicator_of(folder, "tallet");
    assert_int_equal(finding_latest(&all, share, city, STATISTIC_LEVEL)->from.year, 2020);
    assert_int_equal(finding_baseline(&all, share, city, STATISTIC_LEVEL)->from.year, 2020);
    assert_int_equal(finding_latest(&all, rate, city, STATISTIC_LEVEL)->from.kind, PERIOD_UNKNOWN);
    assert_null(finding_baseline(&all, rate, city, STATISTIC_LEVEL));
    assert_int_equal(finding_latest(&all, value, city, STATISTIC_LEVEL)->from.year, 2023);
    assert_null(finding_baseline(&all, value, city, STATISTIC_LEVEL));
    assert_null(finding_latest(&all, share, city, STATISTIC_GAP));
    assert_null(finding_latest(&all, share, area_of(folder, "nord"), STATISTIC_LEVEL));
    assert_null(finding_baseline(&all, share, area_of(folder, "nord"), STATISTIC_LEVEL));
}

static void a_finding_is_sure_where_its_interval_leaves_0_out(void **state)
{
    (void)state;
    const struct {
        struct estimate estimate;
        bool has_value, is_sure;
    } cases[] = {
        {estimate_undefined(REASON_MISSING), false, false},
        {estimate_point(METHOD_MOVER, 3, REASON_NO_SPREAD), true, false},
        {estimate_interval(METHOD_MOVER, 3, -1, 7), true, false},
        {estimate_interval(METHOD_MOVER, 3, 0, 6), true, false},
        {estimate_interval(METHOD_MOVER, -3, -6, 0), true, false},
        {estimate_interval(METHOD_MOVER, 3, 1, 5), true, true},
        {estimate_interval(METHOD_MOVER, -3, -5, -1), true, true},
    };
    assert_false(finding_has_value(NULL));
    assert_false(finding_is_sure(NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct finding finding = {.estimate = cases[i].estimate};
        assert_int_equal(finding_has_value(&finding), cases[i].has_value);
        assert_int_equal(finding_is_sure(&finding), cases[i].is_sure);
    }
}

static void an_empty_plan_has_no_findings(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "");
    struct findings all = compute(folder, EDITION_SHARED);
    assert_int_equal(all.count, 0);
    assert_null(find(folder, &all, "andelen/nord", STATISTIC_LEVEL, "2020"));
}

static void each_statistic_has_its_name(void **state)
{
    (void)state;
    static const struct {
        enum statistic statistic;
        const char *code;
        bool has_period; /* one of its own */
    } cases[] = {
        {STATISTIC_LEVEL, "level", true},
        {STATISTIC_GAP, "gap", true},
        {STATISTIC_GAP_REST, "gap_rest", true},
        {STATISTIC_RATIO, "ratio", true},
        {STATISTIC_LEVEL_SLOPE, "level_slope", false},
        {STATISTIC_GAP_SLOPE, "gap_slope", false},
        {STATISTIC_VERDICT_SLOPE, "verdict_slope", false},
        {STATISTIC_VERDICT, "verdict", false},
        {STATISTIC_VERDICT_STRENGTH, "verdict_strength", false},
        {STATISTIC_VERDICT_DIRECTION, "verdict_direction", false},
        {STATISTIC_GAP_CHANGE, "gap_change", false},
        {STATISTIC_THEIL_SEN, "theil_sen", false},
        {STATISTIC_GAP_THEIL_SEN, "gap_theil_sen", false},
        {STATISTIC_MANN_KENDALL_S, "mann_kendall_s", false},
        {STATISTIC_CLOSING_RATE, "closing_rate", false},
        {STATISTIC_YEARS_TO_PARITY, "years_to_parity", false},
        {STATISTIC_DETECTABLE_SLOPE, "detectable_slope", false},
        {STATISTIC_DETERMINABLE_YEAR, "determinable_year", false},
        {STATISTIC_LEVEL_CHANGE, "level_change", false},
        {STATISTIC_POOLED_LEVEL, "pooled_level", true},
        {STATISTIC_TARGET, "target", false},
        {STATISTIC_TARGET_VALUE, "target_value", false},
        {STATISTIC_MEANINGFUL_SLOPE, "meaningful_slope", false},
        {STATISTIC_RESPONSE_RATE, "response_rate", true},
        {STATISTIC_EXPOSURE, "exposure", true},
        {STATISTIC_MEAN_GAP_BEFORE, "mean_gap_before", false},
        {STATISTIC_MEAN_GAP_AFTER, "mean_gap_after", false},
        {STATISTIC_BEFORE_AFTER_MEAN, "before_after_mean", false},
        {STATISTIC_BEFORE_AFTER_STEP, "before_after_step", false},
        {STATISTIC_GAP_SLOPE_BEFORE, "gap_slope_before", false},
        {STATISTIC_PLACEBO_CHANGE, "placebo_change", true},
        {STATISTIC_PLACEBO_SHARE, "placebo_share", false},
        {STATISTIC_BREAKDOWN, "breakdown", false},
        {STATISTIC_REGRESSION_TO_MEAN, "regression_to_mean", false},
        {STATISTIC_REGRESSION_TO_MEAN_YEAR, "regression_to_mean_year", false},
        {STATISTIC_GAP_CHANGE_AREA, "gap_change_area", false},
        {STATISTIC_GAP_CHANGE_COMPARATOR, "gap_change_comparator", false},
        {STATISTIC_GAP_CHANGE_MOVED, "gap_change_moved", false},
        {STATISTIC_POOLED_GAP_SLOPE, "pooled_gap_slope", false},
        {STATISTIC_POOLED_VERDICT, "pooled_verdict", false},
        {STATISTIC_LEVEL_HETEROGENEITY, "level_heterogeneity", false},
        {STATISTIC_SLOPE_HETEROGENEITY, "slope_heterogeneity", false},
        {STATISTIC_LEVEL_DIFFERENCE, "level_difference", false},
        {STATISTIC_SLOPE_DIFFERENCE, "slope_difference", false},
        {STATISTIC_RANK, "rank", false},
        {STATISTIC_FURTHER_GAP, "further_gap", true},
        {STATISTIC_FURTHER_GAP_SLOPE, "further_gap_slope", false},
        {STATISTIC_FURTHER_GAP_CHANGE, "further_gap_change", false},
        {STATISTIC_AGE_STANDARDISED, "age_standardised", true},
        {STATISTIC_AGE_RATE_EFFECT, "age_rate_effect", true},
        {STATISTIC_AGE_COMPOSITION_EFFECT, "age_composition_effect", true},
        {STATISTIC_AGE_RATE_CHANGE, "age_rate_change", false},
        {STATISTIC_AGE_COMPOSITION_CHANGE, "age_composition_change", false},
        {STATISTIC_STAYERS_CHANGE, "stayers_change", false},
        {STATISTIC_MOVES_CHANGE, "moves_change", false},
        {STATISTIC_MOVERS_DIFFERENCE, "movers_difference", true},
        {STATISTIC_DETECTABLE_CHANGE, "detectable_change", false},
        {STATISTIC_DETECTABLE_CHANGE_YEARS, "detectable_change_years", false},
        {STATISTIC_DETECTABLE_CHANGE_AREAS, "detectable_change_areas", false},
        {STATISTIC_VERDICT_YEAR, "verdict_year", false},
    };
    assert_int_equal(sizeof cases / sizeof *cases, STATISTIC_COUNT);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(statistic_code(cases[i].statistic), cases[i].code);
        const struct finding finding = {.statistic = cases[i].statistic};
        assert_int_equal(finding_period(&finding) != NULL, cases[i].has_period);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_elections_give_their_reference_values),
        PLAN_FOLDER_TEST(the_slope_of_the_elections_is_on_their_days),
        PLAN_FOLDER_TEST(the_shared_edition_computes_from_what_it_shows),
        PLAN_FOLDER_TEST(the_gap_slope_is_fitted_to_the_yearly_gaps),
        PLAN_FOLDER_TEST(each_type_has_its_methods_and_comparator),
        PLAN_FOLDER_TEST(each_role_has_its_own_statistics),
        PLAN_FOLDER_TEST(findings_are_ordered_and_found_again),
        PLAN_FOLDER_TEST(every_estimate_is_sound),
        PLAN_FOLDER_TEST(the_verdict_stands_among_the_rows_of_each_area_and_the_total),
        PLAN_FOLDER_TEST(the_companions_of_the_gap_slope_agree_with_the_yearly_gaps),
        PLAN_FOLDER_TEST(the_comparator_is_chosen_once_for_the_series),
        PLAN_FOLDER_TEST(without_a_figure_of_the_municipality_there_is_no_comparator),
        PLAN_FOLDER_TEST(the_gap_to_the_municipality_is_that_to_the_rest_where_there_is_one_area),
        PLAN_FOLDER_TEST(what_rests_on_a_hidden_cell_is_hidden),
        PLAN_FOLDER_TEST(what_is_compared_with_a_hidden_rest_is_hidden),
        PLAN_FOLDER_TEST(three_years_together_stand_among_the_rows_of_their_area),
        PLAN_FOLDER_TEST(what_matters_stands_where_a_verdict_rests_on_a_slope),
        PLAN_FOLDER_TEST(a_survey_says_how_many_have_answered),
        PLAN_FOLDER_TEST(a_missing_figure_is_missing_whatever_it_is_compared_with),
        PLAN_FOLDER_TEST(the_latest_finding_is_the_last_with_a_value),
        cmocka_unit_test(a_finding_is_sure_where_its_interval_leaves_0_out),
        PLAN_FOLDER_TEST(an_empty_plan_has_no_findings),
        PLAN_FOLDER_TEST(each_statistic_has_its_name),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
