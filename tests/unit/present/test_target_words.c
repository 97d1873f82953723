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
         "Ringparken: målet er 23,9" SP "pct. i 2025. Andelen var 24,0" SP
         "pct. i 2023 (mellem 22,2 og 25,9). Fortsætter udviklingen fra 2014 til 2023, ligger "
         "andelen mellem 21,8 og 23,0" SP "pct. i 2025 og er dermed på vej mod målet.",
         "Ringparken: the target is 23.9" SP "per cent in 2025. The share was 24.0" SP
         "per cent in 2023 (between 22.2 and 25.9). If the development from 2014 to 2023 goes on, "
         "the share will lie between 21.8 and 23.0" SP
         "per cent in 2025, which is on course for the target."},
        {22,
         "Ringparken: målet er 22" SP "pct. i 2025. Andelen var 24,0" SP
         "pct. i 2023 (mellem 22,2 og 25,9). Fortsætter udviklingen fra 2014 til 2023, ligger "
         "andelen mellem 21,8 og 23,0" SP "pct. i 2025: det kan ikke afgøres, om målet nås.",
         "Ringparken: the target is 22" SP "per cent in 2025. The share was 24.0" SP
         "per cent in 2023 (between 22.2 and 25.9). If the development from 2014 to 2023 goes on, "
         "the share will lie between 21.8 and 23.0" SP
         "per cent in 2025: it cannot be determined whether the target will be reached."},
        {18.25,
         "Ringparken: målet er 18,25" SP "pct. i 2025. Andelen var 24,00" SP
         "pct. i 2023 (mellem 22,18 og 25,92). Fortsætter udviklingen fra 2014 til 2023, ligger "
         "andelen mellem 21,79 og 23,04" SP "pct. i 2025 og er dermed ikke på vej mod målet.",
         "Ringparken: the target is 18.25" SP "per cent in 2025. The share was 24.00" SP
         "per cent in 2023 (between 22.18 and 25.92). If the development from 2014 to 2023 goes "
         "on, the share will lie between 21.79 and 23.04" SP
         "per cent in 2025, which is off course for the target."},
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
                "Ringparken: målet er 20" SP "pct. i 2023. Andelen var 24,0" SP
                "pct. i 2023 (mellem 22,2 og 25,9): målet blev ikke nået.",
                "Ringparken: the target is 20" SP "per cent in 2023. The share was 24.0" SP
                "per cent in 2023 (between 22.2 and 25.9): the target was not reached.");
    target->value = 24.5;
    assert_says(world,
                "Ringparken: målet er 24,5" SP "pct. i 2023. Andelen var 24,0" SP
                "pct. i 2023 (mellem 22,2 og 25,9): målet er nået. Målet ligger inden for "
                "tallets usikkerhed.",
                "Ringparken: the target is 24.5" SP "per cent in 2023. The share was 24.0" SP
                "per cent in 2023 (between 22.2 and 25.9): the target is reached. The target lies "
                "within the figure's uncertainty.");
    target->period = world_year(2025);
    target->value = 27;
    assert_says(
        world,
        "Ringparken: målet er 27" SP "pct. i 2025. Andelen var allerede 24,0" SP
        "pct. i 2023 (mellem 22,2 og 25,9): målet er nået, men dets eget år er ikke målt endnu.",
        "Ringparken: the target is 27" SP "per cent in 2025. The share was already 24.0" SP
        "per cent in 2023 (between 22.2 and 25.9): the target is reached, but its own year is not "
        "measured yet.");
}

static void why_nothing_can_be_told_is_told(void **state)
{
    struct series_world *world = *state;
    struct target *target = set_target(world, 2030, 20);
    assert_says(world,
                "Ringparken: målet er 20" SP "pct. i 2030. Andelen var 24,0" SP
                "pct. i 2023 (mellem 22,2 og 25,9). Det kan ikke afgøres, om målet nås (for langt "
                "frem).",
                "Ringparken: the target is 20" SP "per cent in 2030. The share was 24.0" SP
                "per cent in 2023 (between 22.2 and 25.9). It cannot be determined whether the "
                "target will be reached (too far ahead).");
    world_take(&world->cells[9], RELEASE_HIDDEN, REASON_SUPPRESSED);
    target->period = (struct period){PERIOD_SCHOOL_YEAR, 2030, 0, 0};
    assert_says(world,
                "Ringparken: målet er 20" SP "pct. i skoleåret 2030/31. Andelen var 24,4" SP
                "pct. i 2022 (mellem 22,6 og 26,3). Det kan ikke afgøres, om målet nås (skjult: få "
                "personer).",
                "Ringparken: the target is 20" SP
                "per cent in the school year 2030/31. The share was 24.4" SP
                "per cent in 2022 (between 22.6 and 26.3). It cannot be determined whether the "
                "target will be reached (hidden: few persons).");
    world->count = 0;
    target->period = (struct period){PERIOD_DATE, 2025, 11, 18};
    assert_says(world,
                "Ringparken: målet er 20" SP "pct. den 18. november 2025. Der er ingen tal at "
                "holde op mod målet.",
                "Ringparken: the target is 20" SP "per cent on 18 November 2025. There are no "
                "figures to hold against the target.");
    world->indicators[0].polarity = POLARITY_NEUTRAL;
    target->period = (struct period){.kind = PERIOD_UNKNOWN};
    assert_says(world,
                "Ringparken: målet er 20" SP
                "pct. Det kan ikke afgøres, om målet nås (indikatoren har ingen god retning).",
                "Ringparken: the target is 20" SP
                "per cent. It cannot be determined whether the target will be reached (the "
                "indicator has no good direction).");
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
        {TARGET_NOT_DETERMINABLE, TARGET_BY_TREND, "kan ikke afgøres", "cannot be determined"},
        {TARGET_NOT_DETERMINABLE, TARGET_BY_NOTHING, "kan ikke afgøres", "cannot be determined"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(where_the_trend_leads_is_told_with_its_limits),
        SERIES_TEST(a_figure_that_decides_is_told_with_its_uncertainty),
        SERIES_TEST(why_nothing_can_be_told_is_told),
        SERIES_TEST(what_is_told_is_quoted),
        cmocka_unit_test(each_state_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
