/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/edition_news.h"

#include "two_editions.h"

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
    assert_int_equal(nord->added_count, 2);
    assert_int_equal(nord->added[0]->from.year, 2021);
    assert_int_equal(nord->added[1]->from.year, 2022);
    assert_int_equal(nord->added[0]->statistic, STATISTIC_LEVEL);
    assert_near(nord->added[1]->estimate.value, 44, 1e-9);
    assert_int_equal(nord->latest->from.year, 2022);
    assert_int_equal(nord->revised_count, 0);
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
    both->news = edition_news_compare(folder->arena, &both->then, &both->now);
    assert_int_equal(both->news.count, 1);
    assert_true(news_of(folder, both, "nord")->verdict_changed);
    *then = kept;
    then->direction = DIRECTION_WORSE;
    both->news = edition_news_compare(folder->arena, &both->then, &both->now);
    assert_int_equal(both->news.count, 1);
    *then = kept;
    then->reason = REASON_IMPRECISE; /* another reason alone is no other verdict */
    both->news = edition_news_compare(folder->arena, &both->then, &both->now);
    assert_int_equal(both->news.count, 0);
}

static void one_revised_count_is_the_only_news(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;");
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        struct two_editions *both = compare_editions(folder, then, now, (enum edition)edition);
        assert_int_equal(both->news.count, 1);
        const struct area_news *nord = news_of(folder, both, "nord");
        assert_int_equal(nord->revised_count, 1);
        assert_int_equal(nord->added_count, 0);
        assert_int_equal(nord->revised[0].then->from.year, 2018);
        assert_int_equal(nord->revised[0].now->from.year, 2018);
        assert_near(nord->revised[0].then->estimate.value, 32, 1e-9);
        assert_near(nord->revised[0].now->estimate.value, 32.2, 1e-9);
    }
}

/* One person more does not show in the rounded share, but in the count beside it. */
static void a_count_is_revised_though_its_share_is_not(void **state)
{
    static const struct {
        const char *before, *after;
    } cases[] = {{"nord;2018;;640;2000;", "nord;2018;;640,5;2000;"},
                 {"nord;2018;;640;2000;", "nord;2018;;640;2001;"}};
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    for (size_t i = 0; i < 2; i++) {
        const char *now = replaced(folder, then, cases[i].before, cases[i].after);
        struct two_editions *both = compare_editions(folder, then, now, EDITION_SHARED);
        assert_int_equal(both->news.count, 1);
        assert_int_equal(news_of(folder, both, "nord")->revised_count, 1);
        assert_near(news_of(folder, both, "nord")->revised[0].now->estimate.value, 32, 1e-9);
    }
}

/* The total is added up from the areas; alone it is news where no area explains it. */
static void a_total_that_follows_from_an_area_is_not_told_too(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "alle;Alle;samlet;by;;;;\n");
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "nord;2018;;640;", "nord;2018;;660;");
    struct two_editions *both = compare_editions(folder, then, now, EDITION_SHARED);
    assert_int_equal(both->news.count, 1);
    assert_non_null(news_of(folder, both, "nord"));
    then = "andelen;by;2020;;500;1000;;;\nandelen;alle;2020;;150;300;;;\n";
    now = "andelen;by;2020;;500;1000;;;\nandelen;alle;2020;;160;300;;;\n";
    both = compare_editions(folder, then, now, EDITION_SHARED);
    assert_int_equal(both->news.count, 1);
    assert_int_equal(news_of(folder, both, "alle")->revised_count, 1);
}

/* Neither then nor now. The total stays open, and what that was then and is now everybody knows. */
static void what_an_edition_hides_is_neither_new_nor_revised(void **state)
{
    static const struct {
        const char *then, *now;
        enum edition edition;
    } cases[] = {
        {"andelen;nord;2020;;2;200;;;\n", "andelen;nord;2020;;90;200;;;\n", EDITION_SHARED},
        {"andelen;nord;2020;;90;200;;;\n", "andelen;nord;2020;;2;200;;;\n", EDITION_SHARED},
        {"andelen;nord;2020;;2;200;;;\n", "andelen;nord;2020;;3;200;;;\n", EDITION_SHARED},
        {"", "andelen;nord;2020;;3;200;;;\n", EDITION_SHARED},
        {"andelen;nord;2020;;90;200;;;\n", "", EDITION_SHARED},
        {"andelen;nord;2020;;2;200;;;\n", "andelen;nord;2020;;3;200;;;\n", EDITION_INTERNAL},
    };
    static const char *const rest =
        "andelen;by;2020;;500;1000;;;\nandelen;syd;2020;;40;200;;;\nandelen;nord;2019;;90;200;;;\n";
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *then = arena_printf(folder->arena, "%s%s", rest, cases[i].then);
        const char *now = arena_printf(folder->arena, "%s%s", rest, cases[i].now);
        struct two_editions *both = compare_editions(folder, then, now, cases[i].edition);
        assert_null(news_of(folder, both, "nord"));
        assert_null(news_of(folder, both, "syd"));
        assert_int_equal(news_of(folder, both, "samlet") != NULL, i != 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_same_figures_have_no_news),
        PLAN_FOLDER_TEST(an_internal_edition_is_compared_as_it_would_be_shared),
        PLAN_FOLDER_TEST(new_years_are_those_the_earlier_edition_had_no_figure_for),
        PLAN_FOLDER_TEST(a_changed_verdict_is_told_by_the_same_rule),
        PLAN_FOLDER_TEST(strength_and_direction_are_part_of_the_verdict),
        PLAN_FOLDER_TEST(one_revised_count_is_the_only_news),
        PLAN_FOLDER_TEST(a_count_is_revised_though_its_share_is_not),
        PLAN_FOLDER_TEST(a_total_that_follows_from_an_area_is_not_told_too),
        PLAN_FOLDER_TEST(what_an_edition_hides_is_neither_new_nor_revised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
