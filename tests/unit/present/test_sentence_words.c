/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_words.h"

#include "sentence_world.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static const struct finding *slope_of(struct world *world, const char *indicator, double lower,
                                      double upper)
{
    const char *place = arena_printf(world->folder->arena, "%s/nord", indicator);
    return add(world, place, STATISTIC_VERDICT_SLOPE, 2024,
               between((lower + upper) / 2, lower, upper));
}

static void a_sentence_ends_with_one_full_stop(void **state)
{
    struct world *world = world_new(*state);
    struct sentence sentence = {.text = ""};
    const struct speaker *speaker = world_speaker(world, DANISH);
    words_add(speaker, &sentence, "");
    assert_string_equal(sentence.text, "");
    words_add(speaker, &sentence, "Først én");
    words_add(speaker, &sentence, "Det er 5 kr.");
    words_add(speaker, &sentence, "");
    assert_string_equal(sentence.text, "Først én. Det er 5 kr.");
}

static void what_is_spoken_of_follows_the_measure_and_the_unit(void **state)
{
    static const char *const cases[][3] = {
        {"ned", "andelen", "the share"},     {"svarene", "andelen", "the share"},
        {"raten", "tallet", "the figure"},   {"snittet", "gennemsnittet", "the mean"},
        {"kroner", "beløbet", "the amount"}, {"antallet", "antallet", "the number"},
        {"folk", "antallet", "the number"},  {"tallet", "tallet", "the figure"},
    };
    struct world *world = world_new(*state);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct indicator *indicator = indicator_of(world->folder, cases[i][0]);
        assert_string_equal(words_subject(world_speaker(world, DANISH), indicator), cases[i][1]);
        assert_string_equal(words_subject(world_speaker(world, ENGLISH), indicator), cases[i][2]);
    }
}

static void a_value_that_is_named_a_share_is_called_one(void **state)
{
    struct world *world = world_new(*state);
    const struct indicator share = {
        .measure = MEASURE_VALUE, .unit = "pct.", .name = "Andel i job"};
    const struct indicator place = {
        .measure = MEASURE_VALUE, .unit = "pct.", .name = "Andelsboliger"};
    assert_string_equal(words_subject(world_speaker(world, DANISH), &share), "andelen");
    assert_string_equal(words_subject(world_speaker(world, DANISH), &place), "tallet");
}

static void a_comparator_is_the_rest_or_the_whole(void **state)
{
    struct world *world = world_new(*state);
    assert_string_equal(words_comparator(DANISH, world_area(world, "rest")), "resten af kommunen");
    assert_string_equal(words_comparator(DANISH, world_area(world, "by")), "kommunen som helhed");
    assert_string_equal(words_comparator(ENGLISH, NULL), "the municipality as a whole");
    assert_string_equal(words_comparator(ENGLISH, world_area(world, "rest")),
                        "the rest of the municipality");
}

static void units_are_those_of_levels_or_of_differences(void **state)
{
    static const char *const cases[][5] = {
        {"ned", "pct.", "pct.-point", "per cent", "percentage points"},
        {"raten", "pr. 1.000", "pr. 1.000", "per 1,000", "per 1,000"},
        {"kroner", "kr.", "kr.", "kr.", "kr."},
        {"antallet", "", "", "", ""},
        {"folk", "personer", "personer", "personer", "personer"},
    };
    struct world *world = world_new(*state);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct indicator *indicator = indicator_of(world->folder, cases[i][0]);
        const struct finding level = {.indicator = indicator, .statistic = STATISTIC_LEVEL};
        const struct finding slope = {.indicator = indicator, .statistic = STATISTIC_VERDICT_SLOPE};
        assert_string_equal(words_unit(world_speaker(world, DANISH), &level), cases[i][1]);
        assert_string_equal(words_unit(world_speaker(world, DANISH), &slope), cases[i][2]);
        assert_string_equal(words_unit(world_speaker(world, ENGLISH), &level), cases[i][3]);
        assert_string_equal(words_unit(world_speaker(world, ENGLISH), &slope), cases[i][4]);
    }
}

static void periods_have_their_prepositions(void **state)
{
    static const struct {
        struct period period;
        const char *danish, *english;
    } cases[] = {
        {{PERIOD_YEAR, 2019, 0, 0}, "i 2019", "in 2019"},
        {{PERIOD_SCHOOL_YEAR, 2019, 0, 0}, "i skoleåret 2019/20", "in the school year 2019/20"},
        {{PERIOD_QUARTER, 2022, 3, 0}, "i 3. kvartal 2022", "in Q3 2022"},
        {{PERIOD_DATE, 2021, 11, 16}, "den 16. november 2021", "on 16 November 2021"},
        {{PERIOD_DATE, 2021, 1, 2}, "den 2. januar 2021", "on 2 January 2021"},
        {{PERIOD_DATE, 2021, 12, 31}, "den 31. december 2021", "on 31 December 2021"},
        {{PERIOD_UNKNOWN, 0, 0, 0}, "", ""},
    };
    struct world *world = world_new(*state);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(words_in(world_speaker(world, DANISH), cases[i].period),
                            cases[i].danish);
        assert_string_equal(words_in(world_speaker(world, ENGLISH), cases[i].period),
                            cases[i].english);
    }
    const struct finding school = {.from = {PERIOD_SCHOOL_YEAR, 2014, 0, 0},
                                   .to = {PERIOD_SCHOOL_YEAR, 2023, 0, 0}};
    assert_string_equal(words_span(world_speaker(world, DANISH), &school),
                        "fra skoleåret 2014/15 til 2023/24");
    assert_string_equal(words_span(world_speaker(world, ENGLISH), &school),
                        "from the school year 2014/15 to 2023/24");
}

static void amounts_are_sizes_but_for_levels(void **state)
{
    struct world *world = world_new(*state);
    struct arena *arena = world->folder->arena;
    const struct speaker *speaker = world_speaker(world, DANISH);
    const struct finding *slope = slope_of(world, "ned", -2, 1);
    assert_string_equal(visible(arena, words_amount(speaker, slope, -1.325)), "1,33~pct.-point");
    const struct finding level = {.indicator = slope->indicator, .statistic = STATISTIC_LEVEL};
    assert_string_equal(visible(arena, words_amount(speaker, &level, -1.3)), "−1,3~pct.");
    assert_true(words_is_zero(slope, 0.004));
    assert_false(words_is_zero(slope, -0.006));
}

static void limits_on_one_side_of_zero_are_sizes(void **state)
{
    struct world *world = world_new(*state);
    const struct speaker *speaker = world_speaker(world, DANISH);
    const struct finding *below = slope_of(world, "ned", -2, -0.65);
    const struct finding *near = slope_of(world, "ned", 0.001, 0.65);
    assert_string_equal(words_between(speaker, below), "mellem 0,65 og 2,00");
    assert_string_equal(words_between(speaker, near), "mellem lidt over 0,00 og 0,65");
    assert_false(words_holds_zero(below));
    assert_false(words_holds_zero(near));
    assert_true(words_holds_zero(slope_of(world, "ned", 0, 0.65)));
}

/* A level of −0,5 is not one of 0,5. */
static void limits_of_a_level_keep_their_signs(void **state)
{
    struct world *world = world_new(*state);
    const struct speaker *speaker = world_speaker(world, DANISH);
    const struct finding *low =
        add(world, "snittet/nord", STATISTIC_LEVEL, 2024, between(0.3, -0.5, 1.1));
    const struct finding *lower =
        add(world, "snittet/syd", STATISTIC_LEVEL, 2024, between(-1.4, -2, -0.65));
    assert_string_equal(words_between(speaker, low), "mellem −0,5 og 1,1");
    assert_string_equal(words_between(speaker, lower), "mellem −2,0 og −0,7");
}

static void months_have_their_names(void **state)
{
    (void)state;
    assert_string_equal(words_month(DANISH, 1), "januar");
    assert_string_equal(words_month(DANISH, 12), "december");
    assert_string_equal(words_month(ENGLISH, 5), "May");
}

static void limits_on_both_sides_each_have_their_word(void **state)
{
    static const struct {
        double lower, upper, sign;
        enum words_sides sides;
        const char *danish, *english;
    } cases[] = {
        {-0.8, 0.7, 1, WORDS_CHANGE, "mellem et fald på 0,80 og en stigning på 0,70~pct.-point",
         "between a fall of 0.80 and a rise of 0.70~percentage points"},
        {-0.8, 0.7, 1, WORDS_GAP,
         "mellem en indsnævring på 0,80 og en udvidelse på 0,70~pct.-point",
         "between a narrowing of 0.80 and a widening of 0.70~percentage points"},
        {-0.8, 0.7, -1, WORDS_GAP,
         "mellem en indsnævring på 0,70 og en udvidelse på 0,80~pct.-point",
         "between a narrowing of 0.70 and a widening of 0.80~percentage points"},
        {-0.8, 0.7, 1, WORDS_SIDE, "mellem 0,80~pct.-point lavere og 0,70~pct.-point højere",
         "between 0.80~percentage points lower and 0.70~percentage points higher"},
        {-0.8, 0.002, 1, WORDS_CHANGE, "mellem et fald på 0,80~pct.-point og ingen ændring",
         "between a fall of 0.80~percentage points and no change"},
        {-0.002, 0.7, 1, WORDS_SIDE, "mellem på niveau og 0,70~pct.-point højere",
         "between on a level and 0.70~percentage points higher"},
        {-0.002, 0.001, 1, WORDS_CHANGE, "tæt på 0,00", "close to 0.00"},
        {-0.8, -0.7, 1, WORDS_CHANGE, "mellem et fald på 0,80 og et fald på 0,70~pct.-point",
         "between a fall of 0.80 and a fall of 0.70~percentage points"},
    };
    struct world *world = world_new(*state);
    struct arena *arena = world->folder->arena;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct finding *slope = slope_of(world, "ned", cases[i].lower, cases[i].upper);
        assert_string_equal(visible(arena, words_range(world_speaker(world, DANISH), slope,
                                                       cases[i].sides, cases[i].sign)),
                            cases[i].danish);
        assert_string_equal(visible(arena, words_range(world_speaker(world, ENGLISH), slope,
                                                       cases[i].sides, cases[i].sign)),
                            cases[i].english);
    }
}

static void small_counts_are_words(void **state)
{
    struct world *world = world_new(*state);
    const struct speaker *danish = world_speaker(world, DANISH);
    assert_string_equal(words_count(danish, 0, WORDS_COMMON), "ingen");
    assert_string_equal(words_count(danish, 1, WORDS_COMMON), "én");
    assert_string_equal(words_count(danish, 1, WORDS_NEUTER), "ét");
    assert_string_equal(words_count(danish, 10, WORDS_NEUTER), "ti");
    assert_string_equal(words_count(danish, 11, WORDS_COMMON), "11");
    const struct speaker *english = world_speaker(world, ENGLISH);
    assert_string_equal(words_count(english, 1, WORDS_NEUTER), "one");
    assert_string_equal(words_count(english, 7, WORDS_COMMON), "seven");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_sentence_ends_with_one_full_stop),
        PLAN_FOLDER_TEST(what_is_spoken_of_follows_the_measure_and_the_unit),
        PLAN_FOLDER_TEST(a_value_that_is_named_a_share_is_called_one),
        PLAN_FOLDER_TEST(a_comparator_is_the_rest_or_the_whole),
        PLAN_FOLDER_TEST(units_are_those_of_levels_or_of_differences),
        PLAN_FOLDER_TEST(periods_have_their_prepositions),
        PLAN_FOLDER_TEST(amounts_are_sizes_but_for_levels),
        PLAN_FOLDER_TEST(limits_on_one_side_of_zero_are_sizes),
        PLAN_FOLDER_TEST(limits_of_a_level_keep_their_signs),
        cmocka_unit_test(months_have_their_names),
        PLAN_FOLDER_TEST(limits_on_both_sides_each_have_their_word),
        PLAN_FOLDER_TEST(small_counts_are_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
