/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/target_words.h"

#include "series_world.h"

#define SP "\xC2\xA0"
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const double falling[10] = {30, 29.5, 28.4, 28.1, 27, 26.3, 26.1, 25, 24.4, 24};

static struct sentence sentence_of(struct series_world *world, enum language language)
{
    const struct speaker speaker = {world->arena, language, world_findings(world)};
    return target_sentence(&speaker, &speaker.findings->targets.items[0]);
}

static void assert_says(struct series_world *world, const char *danish, const char *english)
{
    assert_string_equal(sentence_of(world, LANGUAGE_DANISH).text, danish);
    assert_string_equal(sentence_of(world, LANGUAGE_ENGLISH).text, english);
}

/* Ringparken's target on falling figures, 2014 to 2023. */
static struct target *set_target(struct series_world *world, int year, double value)
{
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    return world_target(world, indicator, RINGPARKEN, year, value);
}

static void where_the_trend_leads_is_told_with_its_limits(void **state)
{
    static const struct {
        double target;
        const char *danish, *english;
    } cases[] = {
        {23.9,
         "Målet for Ringparken er 23,9" SP "pct. i" SP "2025. Tallet var 24,0" SP
         "pct. (22,2 til 25,9) i" SP "2023. Fortsætter udviklingen fra 2014 til 2023, ligger det "
         "mellem 21,8 og 23,0" SP "pct. i" SP "2025: tallet er på vej til at nå målet.",
         "The target for Ringparken is 23.9" SP "pct. in" SP "2025. The figure was 24.0" SP
         "pct. (22.2 to 25.9) in" SP "2023. If the development from 2014 to 2023 goes on, it will "
         "lie between 21.8 and 23.0" SP "pct. in" SP
         "2025: the figure is on course for the target."},
        {22,
         "Målet for Ringparken er 22" SP "pct. i" SP "2025. Tallet var 24,0" SP
         "pct. (22,2 til 25,9) i" SP "2023. Fortsætter udviklingen fra 2014 til 2023, ligger det "
         "mellem 21,8 og 23,0" SP "pct. i" SP "2025: det kan ikke afgøres, om målet nås.",
         "The target for Ringparken is 22" SP "pct. in" SP "2025. The figure was 24.0" SP
         "pct. (22.2 to 25.9) in" SP "2023. If the development from 2014 to 2023 goes on, it will "
         "lie between 21.8 and 23.0" SP "pct. in" SP
         "2025: it cannot be told whether the target will be reached."},
        {18.25,
         "Målet for Ringparken er 18,25" SP "pct. i" SP "2025. Tallet var 24,0" SP
         "pct. (22,2 til 25,9) i" SP "2023. Fortsætter udviklingen fra 2014 til 2023, ligger det "
         "mellem 21,8 og 23,0" SP "pct. i" SP "2025: tallet er ikke på vej til at nå målet.",
         "The target for Ringparken is 18.25" SP "pct. in" SP "2025. The figure was 24.0" SP
         "pct. (22.2 to 25.9) in" SP "2023. If the development from 2014 to 2023 goes on, it will "
         "lie between 21.8 and 23.0" SP "pct. in" SP
         "2025: the figure is not on course for the target."},
    };
    struct series_world *world = *state;
    struct target *target = set_target(world, 2025, 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        target->value = cases[i].target;
        assert_says(world, cases[i].danish, cases[i].english);
    }
}

static void a_figure_that_decides_is_told_with_its_uncertainty(void **state)
{
    struct series_world *world = *state;
    struct target *target = set_target(world, 2023, 20);
    assert_says(world,
                "Målet for Ringparken er 20" SP "pct. i" SP "2023. Tallet var 24,0" SP
                "pct. (22,2 til 25,9) i" SP "2023: målet blev ikke nået.",
                "The target for Ringparken is 20" SP "pct. in" SP "2023. The figure was 24.0" SP
                "pct. (22.2 to 25.9) in" SP "2023: the target was not reached.");
    target->value = 24.5;
    assert_says(world,
                "Målet for Ringparken er 24,5" SP "pct. i" SP "2023. Tallet var 24,0" SP
                "pct. (22,2 til 25,9) i" SP "2023: målet er nået. Målet ligger inden for tallets "
                "usikkerhed.",
                "The target for Ringparken is 24.5" SP "pct. in" SP "2023. The figure was 24.0" SP
                "pct. (22.2 to 25.9) in" SP "2023: the target is reached. The target lies within "
                "the figure's uncertainty.");
    target->period = world_year(2025);
    target->value = 27;
    assert_says(world,
                "Målet for Ringparken er 27" SP "pct. i" SP "2025. Tallet var allerede 24,0" SP
                "pct. (22,2 til 25,9) i" SP "2023: målet er nået.",
                "The target for Ringparken is 27" SP "pct. in" SP "2025. The figure was already "
                "24.0" SP "pct. (22.2 to 25.9) in" SP "2023: the target is reached.");
}

static void why_nothing_can_be_told_is_told(void **state)
{
    struct series_world *world = *state;
    struct target *target = set_target(world, 2030, 20);
    assert_says(world,
                "Målet for Ringparken er 20" SP "pct. i" SP "2030. Tallet var 24,0" SP
                "pct. (22,2 til 25,9) i" SP "2023. Det kan ikke afgøres, om målet nås (for langt "
                "frem).",
                "The target for Ringparken is 20" SP "pct. in" SP "2030. The figure was 24.0" SP
                "pct. (22.2 to 25.9) in" SP "2023. It cannot be told whether the target will be "
                "reached (too far ahead).");
    world_take(&world->cells[9], RELEASE_HIDDEN, REASON_SUPPRESSED);
    target->period = (struct period){PERIOD_SCHOOL_YEAR, 2030, 0, 0};
    assert_says(world,
                "Målet for Ringparken er 20" SP "pct. i skoleåret" SP "2030/31. Tallet var 24,4" SP
                "pct. (22,6 til 26,3) i" SP "2022. Det kan ikke afgøres, om målet nås (skjult: få "
                "personer).",
                "The target for Ringparken is 20" SP "pct. in the school year" SP
                "2030/31. The figure was 24.4" SP "pct. (22.6 to 26.3) in" SP "2022. It cannot be "
                "told whether the target will be reached (hidden: few persons).");
    world->count = 0;
    target->period = (struct period){PERIOD_DATE, 2025, 11, 18};
    assert_says(
        world,
        "Målet for Ringparken er 20" SP "pct. den" SP "18.11.2025. Der er ingen tal at holde "
        "op mod målet.",
        "The target for Ringparken is 20" SP "pct. on" SP "18.11.2025. There are no figures "
        "to hold against the target.");
    world->indicators[0].polarity = POLARITY_NEUTRAL;
    target->period = (struct period){.kind = PERIOD_UNKNOWN};
    assert_says(world,
                "Målet for Ringparken er 20" SP
                "pct. på et tidspunkt, der ikke er angivet. Det kan "
                "ikke afgøres, om målet nås: indikatoren har ingen god retning.",
                "The target for Ringparken is 20" SP "pct. at a time that is not given. It cannot "
                "be told whether the target will be reached: the indicator has no good "
                "direction.");
}

static void what_is_told_is_quoted(void **state)
{
    struct series_world *world = *state;
    set_target(world, 2025, 20);
    struct sentence sentence = sentence_of(world, LANGUAGE_DANISH);
    assert_int_equal(sentence.count, 3);
    assert_string_equal(sentence_key(world->arena, sentence.quoted[0]),
                        "neet/ringparken/target_value/2025");
    assert_string_equal(sentence_key(world->arena, sentence.quoted[1]),
                        "neet/ringparken/target/2025");
    assert_string_equal(sentence_key(world->arena, sentence.quoted[2]),
                        "neet/ringparken/level/2023");
}

static void each_state_has_its_word(void **state)
{
    static const struct {
        enum target_state state;
        enum target_basis basis;
        const char *danish, *english;
    } cases[] = {
        {TARGET_REACHED, TARGET_BY_FIGURE, "nået", "reached"},
        {TARGET_REACHED, TARGET_BY_LATEST, "nået", "reached"},
        {TARGET_OFF_COURSE, TARGET_BY_FIGURE, "ikke nået", "not reached"},
        {TARGET_OFF_COURSE, TARGET_BY_TREND, "ikke på vej", "off course"},
        {TARGET_ON_COURSE, TARGET_BY_TREND, "på vej", "on course"},
        {TARGET_NOT_DETERMINABLE, TARGET_BY_TREND, "kan ikke afgøres", "cannot be told"},
        {TARGET_NOT_DETERMINABLE, TARGET_BY_NOTHING, "kan ikke afgøres", "cannot be told"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct target_outlook outlook = {.state = cases[i].state, .basis = cases[i].basis};
        assert_string_equal(target_state_text(LANGUAGE_DANISH, &outlook), cases[i].danish);
        assert_string_equal(target_state_text(LANGUAGE_ENGLISH, &outlook), cases[i].english);
        assert_int_equal(*target_basis_text(LANGUAGE_DANISH, cases[i].basis) == '\0',
                         cases[i].basis == TARGET_BY_NOTHING);
    }
}

static void a_target_has_the_decimals_it_is_written_with(void **state)
{
    (void)state;
    assert_int_equal(target_decimals(20), 0);
    assert_int_equal(target_decimals(6.2), 1);
    assert_int_equal(target_decimals(-0.05), 2);
    assert_int_equal(target_decimals(18.255), 3);
    assert_int_equal(target_decimals(1.0 / 3), 3);
    assert_int_equal(target_decimals(250000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(where_the_trend_leads_is_told_with_its_limits),
        SERIES_TEST(a_figure_that_decides_is_told_with_its_uncertainty),
        SERIES_TEST(why_nothing_can_be_told_is_told),
        SERIES_TEST(what_is_told_is_quoted),
        cmocka_unit_test(each_state_has_its_word),
        cmocka_unit_test(a_target_has_the_decimals_it_is_written_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
