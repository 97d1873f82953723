/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_structure.h"

#include "sentence_world.h"

/* `~` of an expected text is a no-break space. */
static void assert_text(struct plan_folder *folder, struct sentence sentence, const char *expected)
{
    const char *text = "";
    for (; *expected; expected++)
        text = arena_printf(folder->arena, "%s%.*s", text, *expected == '~' ? 2 : 1,
                            *expected == '~' ? "\xC2\xA0" : expected);
    assert_string_equal(sentence.text, text);
}

static void add_ages(struct world *world, struct estimate standardised, struct estimate rates,
                     struct estimate ages)
{
    add(world, "ned/nord", STATISTIC_LEVEL, 2023, between(43, 40, 46));
    add(world, "ned/nord", STATISTIC_AGE_STANDARDISED, 2023, standardised);
    add(world, "ned/nord", STATISTIC_AGE_RATE_EFFECT, 2023, rates);
    add(world, "ned/nord", STATISTIC_AGE_COMPOSITION_EFFECT, 2023, ages);
}

static struct sentence about(struct world *world, enum language language,
                             struct sentence (*sentence)(const struct speaker *,
                                                         const struct indicator *,
                                                         const struct area *))
{
    return sentence(world_speaker(world, language), indicator_of(world->folder, "ned"),
                    area_of(world->folder, "nord"));
}

static void ages_are_told_beside_the_level_shown(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    add_ages(world, between(41.2, 38.1, 44.4), between(6.2, 3.1, 9.3), between(1.8, 0.9, 2.7));
    assert_text(
        folder, about(world, LANGUAGE_DANISH, sentence_ages),
        "Nordparken: med samme alderssammensætning som resten af kommunen ville andelen i "
        "2023 være 41,2~pct. (mellem 38,1 og 44,4) mod de viste 43,0~pct. Ved de to "
        "steders gennemsnitlige tal svarer forskellen i alderssammensætning til, at andelen er "
        "1,8~pct.-point højere (mellem 0,9 og 2,7); ved "
        "samme alder er andelen 6,2~pct.-point højere end i resten af kommunen (mellem 3,1 "
        "og 9,3).");
    struct sentence english = about(world, LANGUAGE_ENGLISH, sentence_ages);
    assert_text(folder, english,
                "Nordparken: with the same ages as the rest of the municipality the share in 2023 "
                "would be 41.2~per cent (between 38.1 and 44.4) against 43.0~per cent as shown. "
                "At the mean figures of the two places the difference in age composition "
                "corresponds to the "
                "share being 1.8~percentage points "
                "higher (between 0.9 and 2.7); at the same ages the share is 6.2~percentage points "
                "higher than in the rest of the municipality (between 3.1 and 9.3).");
    assert_int_equal(english.count, 4);
}

/* No side is told that the interval does not bear out. */
static void what_may_be_either_way_is_not_told_as_one(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    add_ages(world, between(41.2, 38.1, 44.4), between(-0.4, -3.1, 2.3), between(0.3, -0.2, 0.8));
    assert_text(
        folder, about(world, LANGUAGE_DANISH, sentence_ages),
        "Nordparken: med samme alderssammensætning som resten af kommunen ville andelen i "
        "2023 være 41,2~pct. (mellem 38,1 og 44,4) mod de viste 43,0~pct. Om forskellen i "
        "alderssammensætning trækker op eller ned, kan ikke afgøres (mellem 0,2~pct.-point lavere "
        "og "
        "0,8~pct.-point højere); ved samme alder kan det ikke afgøres, om andelen er højere "
        "eller lavere end i resten af kommunen (mellem 3,1~pct.-point lavere og "
        "2,3~pct.-point højere).");
}

static void ages_that_cannot_be_taken_out_say_why(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_ages), "");
    struct estimate none = estimate_undefined(REASON_EMPTY_STRATUM);
    add_ages(world, none, none, none);
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_ages),
                arena_printf(folder->arena, "Nordparken: der kan ikke tages højde for alder (%s).",
                             reason_text(REASON_EMPTY_STRATUM, LANGUAGE_DANISH)));
}

static void a_change_divides_between_stayers_and_moves(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    add_span(world, "ned/nord", STATISTIC_STAYERS_CHANGE, YEAR(2021), YEAR(2024),
             between(-1.8, -4.9, 1.3));
    add_span(world, "ned/nord", STATISTIC_MOVES_CHANGE, YEAR(2021), YEAR(2024),
             between(0.8, 0.1, 1.5));
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_moves),
                "Nordparken: ændringen i andelen fra 2021 til 2024 deler sig i et fald på "
                "1,8~pct.-point hos de fastboende (mellem et fald på 4,9 og en stigning på "
                "1,3~pct.-point) og en stigning på 0,8~pct.-point ved flytninger (mellem 0,1 og "
                "1,5).");
    world->count = 0;
    add_span(world, "ned/nord", STATISTIC_STAYERS_CHANGE, YEAR(2024), YEAR(2024),
             estimate_undefined(REASON_NO_BASELINE));
    add_span(world, "ned/nord", STATISTIC_MOVES_CHANGE, YEAR(2024), YEAR(2024),
             estimate_undefined(REASON_NO_BASELINE));
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_moves),
                arena_printf(folder->arena,
                             "Nordparken: ændringen i andelen kan ikke deles på fastboende og "
                             "flytninger (%s).",
                             reason_text(REASON_NO_BASELINE, LANGUAGE_DANISH)));
}

static void in_movers_are_told_beside_out_movers(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_movers), "");
    add(world, "ned/nord", STATISTIC_MOVERS_DIFFERENCE, 2023, between(-4.6, -8.1, -1.2));
    assert_text(folder, about(world, LANGUAGE_DANISH, sentence_movers),
                "Nordparken: andelen blandt tilflytterne var i 2023 4,6~pct.-point lavere end "
                "blandt fraflytterne (mellem 1,2 og 8,1).");
    world->count = 0;
    add(world, "ned/nord", STATISTIC_MOVERS_DIFFERENCE, 2023, between(-4.6, -12.7, 5.6));
    assert_text(
        folder, about(world, LANGUAGE_DANISH, sentence_movers),
        "Nordparken: det kan ikke afgøres, om andelen blandt tilflytterne i 2023 var højere "
        "eller lavere end blandt fraflytterne (mellem 12,7~pct.-point lavere og "
        "5,6~pct.-point højere).");
}

static void the_latest_with_a_value_is_told(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    add(world, "ned/nord", STATISTIC_AGE_STANDARDISED, 2021, between(41, 38, 44));
    add(world, "ned/nord", STATISTIC_AGE_STANDARDISED, 2022, estimate_undefined(REASON_SUPPRESSED));
    add(world, "ned/syd", STATISTIC_AGE_STANDARDISED, 2021, estimate_undefined(REASON_INCOMPLETE));
    add(world, "ned/syd", STATISTIC_AGE_STANDARDISED, 2022, estimate_undefined(REASON_SUPPRESSED));
    add_span(world, "op/nord", STATISTIC_STAYERS_CHANGE, YEAR(2021), YEAR(2024), point(1));
    const struct findings *findings = world_speaker(world, LANGUAGE_DANISH)->findings;
    const struct indicator *ned = indicator_of(folder, "ned");
    assert_int_equal(
        structure_last(findings, ned, area_of(folder, "nord"), STATISTIC_AGE_STANDARDISED)
            ->from.year,
        2021);
    assert_int_equal(
        structure_last(findings, ned, area_of(folder, "syd"), STATISTIC_AGE_STANDARDISED)
            ->from.year,
        2022);
    assert_null(structure_last(findings, ned, area_of(folder, "by"), STATISTIC_AGE_STANDARDISED));
    assert_false(structure_has_movers(findings, ned));
    assert_true(structure_has_movers(findings, indicator_of(folder, "op")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(ages_are_told_beside_the_level_shown),
        PLAN_FOLDER_TEST(what_may_be_either_way_is_not_told_as_one),
        PLAN_FOLDER_TEST(ages_that_cannot_be_taken_out_say_why),
        PLAN_FOLDER_TEST(a_change_divides_between_stayers_and_moves),
        PLAN_FOLDER_TEST(in_movers_are_told_beside_out_movers),
        PLAN_FOLDER_TEST(the_latest_with_a_value_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
