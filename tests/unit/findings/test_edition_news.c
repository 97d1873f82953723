/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/edition_news.h"

#include "two_editions.h"

#include <math.h>

/* The news of »andelen« in an area; NULL where there is none. */
static const struct area_news *news_of(struct plan_folder *folder, const struct two_editions *both,
                                       const char *area)
{
    for (size_t i = 0; i < both->news.count; i++)
        if (both->news.items[i].area == area_of(folder, area) &&
            both->news.items[i].indicator == indicator_of(folder, "andelen"))
            return &both->news.items[i];
    return NULL;
}

static void the_same_figures_have_no_news(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++)
        assert_int_equal(compare_editions(folder, rows, rows, (enum edition)edition)->news.count,
                         0);
}

/* Rounding is no revision: 1/3 of the persons is told as 33.3 in the shared edition. */
static void an_internal_edition_is_compared_as_it_would_be_shared(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "andelen;by;2020;;5000;9999;;;\nandelen;nord;2020;;333;1001;;;\n"
                       "snittet;by;2020;;;900;6,5123456;2,5;\ntallet;by;2020;;;;300,1234567;;\n";
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_INTERNAL);
    assert_int_equal(both->news.count, 0);
}

static void new_years_are_those_the_earlier_edition_had_no_figure_for(void **state)
{
    struct plan_folder *folder = *state;
    struct two_editions *both = compare_editions(folder, panel_rows(folder, 2020),
                                                 panel_rows(folder, 2022), EDITION_SHARED);
    const struct area_news *nord = news_of(folder, both, "nord");
    assert_non_null(nord);
    assert_int_equal(nord->change_count, 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(nord->changes[i].kind, CHANGE_NEW);
        assert_int_equal(nord->changes[i].cell->period.year, 2021 + i);
    }
    assert_near(nord->changes[1].now->value, 44, 1e-9);
    assert_int_equal(nord->latest->from.year, 2022);
    assert_non_null(news_of(folder, both, "by"));
}

/* Three years are too few for a verdict; nine that rise every year are enough. */
static void a_changed_verdict_is_told_by_the_same_rule(void **state)
{
    struct plan_folder *folder = *state;
    struct two_editions *both = compare_editions(folder, panel_rows(folder, 2016),
                                                 panel_rows(folder, 2022), EDITION_SHARED);
    const struct area_news *nord = news_of(folder, both, "nord");
    assert_true(nord->verdict_changed);
    const struct gap_verdict *then = verdict_of(&both->then.verdicts, nord->indicator, nord->area);
    const struct gap_verdict *now = verdict_of(&both->now.verdicts, nord->indicator, nord->area);
    assert_int_equal(then->verdict, VERDICT_NOT_DETERMINABLE);
    assert_int_equal(then->reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(now->verdict, VERDICT_NARROWING);
    assert_int_equal(now->direction, DIRECTION_BETTER);
    assert_false(news_of(folder, both, "by")->verdict_changed);
    both = compare_editions(folder, panel_rows(folder, 2021), panel_rows(folder, 2022),
                            EDITION_SHARED);
    assert_false(news_of(folder, both, "nord")->verdict_changed);
}

/* A verdict that became firmer, or whose direction is another, has changed too. */
static void strength_and_direction_are_part_of_the_verdict(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    size_t slot = indicator_of(folder, "andelen")->index * folder->catalogue.area_count +
                  area_of(folder, "nord")->index;
    struct gap_verdict *then = both->then.verdicts.items[slot], kept = *then;
    assert_int_equal(kept.strength, STRENGTH_INDICATED);
    then->strength = STRENGTH_FIRM;
    compare_again(folder, both);
    assert_int_equal(both->news.count, 1);
    assert_true(news_of(folder, both, "nord")->verdict_changed);
    *then = kept;
    then->direction = DIRECTION_WORSE;
    compare_again(folder, both);
    assert_int_equal(both->news.count, 1);
    *then = kept;
    then->reason = REASON_IMPRECISE; /* another reason alone is no other verdict */
    compare_again(folder, both);
    assert_int_equal(both->news.count, 0);
}

/* ---- What made a verdict another one ----------------------------------------------------------
 */

static void a_cause_is_the_step_that_changes_the_verdict(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both =
        compare_editions(folder, panel_rows(folder, 2016), rows, EDITION_SHARED);
    assert_int_equal(news_of(folder, both, "nord")->causes, CAUSE_NEW);
    both = compare_editions(
        folder, rows, replaced(folder, rows, "syd;2019;;800;", "syd;2019;;744;"), EDITION_SHARED);
    assert_int_equal(news_of(folder, both, "syd")->causes, CAUSE_REVISED);
    assert_null(news_of(folder, both, "nord"));
}

/* New figures would leave the verdict, and a revision of old ones alone makes it another one. */
static void both_causes_are_named_where_both_steps_change_it(void **state)
{
    struct plan_folder *folder = *state;
    const char *then =
        replaced(folder, panel_rows(folder, 2021), "syd;2019;;800;", "syd;2019;;744;");
    struct two_editions *both =
        compare_editions(folder, then, panel_rows(folder, 2022), EDITION_SHARED);
    const struct area_news *syd = news_of(folder, both, "syd");
    const struct released_table *table = &both->now_table;
    size_t revised = 0, added = 0;
    for (size_t i = 0; i < syd->change_count; i++) {
        revised += syd->changes[i].kind == CHANGE_REVISED;
        added += syd->changes[i].kind == CHANGE_NEW;
    }
    assert_int_equal(revised, 1);
    assert_int_equal(added, 1);
    assert_int_equal(table->edition, EDITION_SHARED);
    assert_true(!syd->verdict_changed || syd->causes != 0);
    assert_int_equal(syd->causes & (unsigned)~(CAUSE_REVISED | CAUSE_NEW), 0);
}

/* Told otherwise then than today's rule has it on the same figures. */
static void another_verdict_on_the_same_figures_is_another_method(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    const struct indicator *indicator = indicator_of(folder, "andelen");
    size_t slots = folder->catalogue.indicator_count * folder->catalogue.area_count;
    size_t nord = indicator->index * folder->catalogue.area_count + area_of(folder, "nord")->index;
    struct gap_verdict **items = arena_alloc(folder->arena, slots, sizeof *items);
    struct gap_verdict told = {.verdict = VERDICT_UNCHANGED, .strength = STRENGTH_INDICATED};
    const struct verdicts as_told = {.catalogue = &folder->catalogue, .items = items};
    const struct edition_pair pair = {&both->then, &both->now, NULL, &as_told};
    items[nord] = &told;
    both->news = edition_news_compare(folder->arena, &pair);
    assert_int_equal(both->news.count, 1);
    assert_true(news_of(folder, both, "nord")->verdict_changed);
    assert_int_equal(news_of(folder, both, "nord")->causes, CAUSE_METHOD);
    assert_true(both->news.method_changed);
    assert_ptr_equal(news_of(folder, both, "nord")->verdict_then, &told);
    told = *both->now.verdicts.items[nord];
    both->news = edition_news_compare(folder->arena, &pair);
    assert_int_equal(both->news.count, 0);
    assert_false(both->news.method_changed);
    struct gap_verdict *then = both->then.verdicts.items[nord]; /* by today's rule */
    const struct gap_verdict kept = *then;
    then->strength = STRENGTH_FIRM; /* ... another one than was told, though that is today's */
    both->news = edition_news_compare(folder->arena, &pair);
    assert_int_equal(both->news.count, 0);
    assert_true(both->news.method_changed);
    *then = kept;
}

static void a_break_that_is_registered_since_is_told_as_that(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nandelen;nord;2020;Ny\n");
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    struct catalogue earlier = folder->catalogue;
    const struct edition_pair pair = {&both->then, &both->now, &earlier, NULL};
    assert_int_equal(edition_news_compare(folder->arena, &pair).count, 0);
    earlier.break_count = 0;
    both->news = edition_news_compare(folder->arena, &pair);
    const struct area_news *nord = news_of(folder, both, "nord");
    assert_true(nord->verdict_changed);
    assert_int_equal(nord->causes, CAUSE_BREAKS);
    assert_int_equal(nord->verdict_then->verdict, VERDICT_NARROWING);
    assert_int_equal(verdict_of(&both->now.verdicts, nord->indicator, nord->area)->verdict,
                     VERDICT_NOT_DETERMINABLE);
}

/* Engine B pools the series, so that others' figures can make a verdict another one. */
static void a_verdict_without_news_of_its_own_follows_from_other_series(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    const struct indicator *indicator = indicator_of(folder, "andelen");
    size_t nord = indicator->index * folder->catalogue.area_count + area_of(folder, "nord")->index;
    both->then.verdicts.items[nord]->strength =
        STRENGTH_FIRM; /* as if other tests had allowed it */
    compare_again(folder, both);
    assert_int_equal(both->news.count, 1);
    assert_int_equal(news_of(folder, both, "nord")->causes, CAUSE_OTHER_SERIES);
    assert_int_equal(news_of(folder, both, "nord")->others.count, 0);
}

/* They are named by their indicators: those of its class, in its municipality, that have changed. */
static void the_other_series_are_those_judged_together_with_it(void **state)
{
    struct plan_folder *folder = *state;
    static const char more[] = "raten;by;2020;;20;1000;;;\nraten;syd;2020;;20;200;;;\n"
                               "tallet;nord;2020;;;;300;;\nsnittet;tv;2020;;;900;6,5;2,5;\n";
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "tv;Tvilling;tvilling;by;;;;\n");
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse\n"
                      "andelen;Andel;andel;pct.;op;kalenderår;K;strøm\n"
                      "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;strøm\n"
                      "snittet;Gennemsnit;gennemsnit;point;op;kalenderår;K;strøm\n"
                      "tallet;Værdi;værdi;kr.;neutral;kalenderår;K;bestand\n");
    const char *then = arena_printf(folder->arena, "%s%s", panel_rows(folder, 2022), more);
    const char *now = replaced(folder, then, "syd;2020;;20;200", "syd;2020;;21;200");
    now = replaced(folder, now, ";300;", ";301;");
    now = replaced(folder, now, ";6,5;", ";6,9;");
    struct two_editions *both = compare_editions(folder, then, now, EDITION_SHARED);
    size_t nord = indicator_of(folder, "andelen")->index * folder->catalogue.area_count +
                  area_of(folder, "nord")->index;
    both->then.verdicts.items[nord]->strength = STRENGTH_FIRM;
    compare_again(folder, both);
    const struct area_news *news = news_of(folder, both, "nord");
    assert_int_equal(news->causes, CAUSE_OTHER_SERIES);
    assert_int_equal(news->others.count, 1);
    assert_string_equal(news->others.items[0]->code, "raten");
    assert_int_equal(news->other_changes, 1 << CHANGE_REVISED);
}

static void causes_have_codes_of_their_own(void **state)
{
    (void)state;
    for (unsigned a = CAUSE_METHOD; a <= CAUSE_OTHER_SERIES; a *= 2)
        for (unsigned b = CAUSE_METHOD; b < a; b *= 2)
            assert_string_not_equal(verdict_cause_code((enum verdict_cause)a),
                                    verdict_cause_code((enum verdict_cause)b));
}

/* ---- What has moved ---------------------------------------------------------------------------
 */

#define BOTH_YEARS(x)                                                                              \
    "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n"                                \
    "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;" x ";400;;;\n"

static void only_what_leaves_zero_out_has_moved(void **state)
{
    struct plan_folder *folder = *state;
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n";
    struct two_editions *both = compare_editions(folder, then, BOTH_YEARS("112"), EDITION_SHARED);
    assert_null(news_of(folder, both, "nord")->level.to);
    assert_null(news_of(folder, both, "nord")->gap.to);
    both = compare_editions(folder, then, BOTH_YEARS("160"), EDITION_SHARED);
    const struct area_news *nord = news_of(folder, both, "nord");
    assert_near(nord->level.change.value, 15, 1e-9);
    assert_true(nord->level.change.lower > 0);
    assert_int_equal(nord->level.from->from.year, 2020);
    assert_int_equal(nord->level.to->from.year, 2021);
    /* MOVER by hand, from the limits of the two levels. */
    const struct estimate *a = &nord->level.to->estimate, *b = &nord->level.from->estimate;
    assert_near(nord->level.change.lower,
                15 - sqrt((a->value - a->lower) * (a->value - a->lower) +
                          (b->upper - b->value) * (b->upper - b->value)),
                1e-9);
    assert_int_equal(nord->gap.to->statistic, STATISTIC_GAP);
    assert_near(nord->gap.change.value, 15, 1e-6); /* the municipality stays */
}

/* »andelen« of »nord« from 2014 to `last`: 40 and 50 per cent by turns, or 45 until the last. */
static const char *turning_rows(struct plan_folder *folder, int last, bool by_turns)
{
    const char *rows = "";
    for (int year = 2014; year <= last; year++) {
        int level = by_turns ? 400 + 100 * (year % 2) : year < 2023 ? 450 : 500;
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;10000;20000;;;\nandelen;nord;%d;;%d;1000;;;\n", rows,
                            year, year, level);
    }
    return rows;
}

/* Ten points are more than chance within two years, and nothing new where each year is so. */
static void a_year_like_the_others_before_it_has_not_moved(void **state)
{
    struct plan_folder *folder = *state;
    struct two_editions *both = compare_editions(folder, turning_rows(folder, 2022, true),
                                                 turning_rows(folder, 2023, true), EDITION_SHARED);
    assert_null(news_of(folder, both, "nord")->level.to);
    assert_null(news_of(folder, both, "nord")->gap.to);
    both = compare_editions(folder, turning_rows(folder, 2022, false),
                            turning_rows(folder, 2023, false), EDITION_SHARED);
    const struct area_news *nord = news_of(folder, both, "nord");
    assert_non_null(nord->level.to);
    /* The other way: the spread about the line of nine years alike and one five points above. */
    double slope = 5 * 4.5 / 82.5, rest = 0;
    for (int i = 0; i < 10; i++) {
        double about = (i == 9 ? 4.5 : -0.5) - slope * (i - 4.5);
        rest += about * about;
    }
    double reach = student_quantile(0.975, 8) * sqrt(rest / 8) * sqrt(2);
    const struct estimate *a = &nord->level.to->estimate, *b = &nord->level.from->estimate;
    double within = sqrt((a->value - a->lower) * (a->value - a->lower) +
                         (b->upper - b->value) * (b->upper - b->value));
    assert_near(nord->level.change.lower, 5 - fmax(reach, within), 1e-9);
}

/* A revised figure of the latest period has not moved from one period to the next. */
static void a_revision_is_no_move_and_a_break_allows_none(void **state)
{
    struct plan_folder *folder = *state;
    struct two_editions *both =
        compare_editions(folder, BOTH_YEARS("112"), BOTH_YEARS("200"), EDITION_SHARED);
    assert_null(news_of(folder, both, "nord")->level.to);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nandelen;nord;2021;Ny\n");
    both = compare_editions(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n",
                            BOTH_YEARS("160"), EDITION_SHARED);
    assert_null(news_of(folder, both, "nord")->level.to);
    assert_null(news_of(folder, both, "nord")->gap.to);
}

/* ---- Indicators and areas ---------------------------------------------------------------------
 */

static void what_only_one_edition_has_is_listed(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct two_editions *both = compare_editions(folder, rows, rows, EDITION_SHARED);
    struct catalogue earlier = folder->catalogue;
    const struct edition_pair pair = {&both->then, &both->now, &earlier, NULL};
    struct indicator *indicators =
        arena_alloc(folder->arena, earlier.indicator_count, sizeof *indicators);
    memcpy(indicators, earlier.indicators, earlier.indicator_count * sizeof *indicators);
    indicators[1].code = "gammel";
    earlier.indicators = indicators;
    catalogue_index(&earlier, folder->arena);
    both->news = edition_news_compare(folder->arena, &pair);
    assert_int_equal(both->news.new_indicators.count, 1);
    assert_string_equal(both->news.new_indicators.items[0]->code, "raten");
    assert_int_equal(both->news.gone_indicators.count, 1);
    assert_string_equal(both->news.gone_indicators.items[0]->code, "gammel");
    assert_int_equal(both->news.new_areas.count + both->news.gone_areas.count, 0);
}

static void a_figure_that_is_gone_is_news(void **state)
{
    struct plan_folder *folder = *state;
    struct two_editions *both = compare_editions(folder, panel_rows(folder, 2022),
                                                 panel_rows(folder, 2021), EDITION_SHARED);
    assert_int_equal(news_of(folder, both, "nord")->change_count, 1);
    assert_int_equal(news_of(folder, both, "nord")->changes[0].kind, CHANGE_GONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_same_figures_have_no_news),
        PLAN_FOLDER_TEST(an_internal_edition_is_compared_as_it_would_be_shared),
        PLAN_FOLDER_TEST(new_years_are_those_the_earlier_edition_had_no_figure_for),
        PLAN_FOLDER_TEST(a_changed_verdict_is_told_by_the_same_rule),
        PLAN_FOLDER_TEST(strength_and_direction_are_part_of_the_verdict),
        PLAN_FOLDER_TEST(a_cause_is_the_step_that_changes_the_verdict),
        PLAN_FOLDER_TEST(both_causes_are_named_where_both_steps_change_it),
        PLAN_FOLDER_TEST(another_verdict_on_the_same_figures_is_another_method),
        PLAN_FOLDER_TEST(a_break_that_is_registered_since_is_told_as_that),
        PLAN_FOLDER_TEST(a_verdict_without_news_of_its_own_follows_from_other_series),
        PLAN_FOLDER_TEST(the_other_series_are_those_judged_together_with_it),
        cmocka_unit_test(causes_have_codes_of_their_own),
        PLAN_FOLDER_TEST(only_what_leaves_zero_out_has_moved),
        PLAN_FOLDER_TEST(a_year_like_the_others_before_it_has_not_moved),
        PLAN_FOLDER_TEST(a_revision_is_no_move_and_a_break_allows_none),
        PLAN_FOLDER_TEST(what_only_one_edition_has_is_listed),
        PLAN_FOLDER_TEST(a_figure_that_is_gone_is_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
