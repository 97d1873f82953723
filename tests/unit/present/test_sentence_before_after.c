/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said of simulated plans that had no part in anything: gaps that drift, and areas that were
 * chosen because a chance year made them the worst. No text may take either for more than it is.
 */
#include "pejling/present/sentence_before_after.h"

#include "pejling/present/sentence_both_changes.h"
#include "series_world.h"

#include <string.h>

#define FIRST 2014
#define YEARS 11 /* to 2024: seven before, 2021 in transition, three after */
#define ROUNDS 150
#define CANDIDATES 40

static const double town = 20;

struct draws {
    unsigned long long state;
};

/* splitmix64 (Steele, Lea & Flood 2014). */
static double uniform(struct draws *draws)
{
    unsigned long long z = draws->state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return ((double)((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(struct draws *draws)
{
    double size = sqrt(-2 * log(uniform(draws)));
    return size * cos(2 * 3.14159265358979323846 * uniform(draws));
}

/* A year's level: what it truly is, 1 point between years, and chance among 2,000 persons. */
static double figure_of(struct draws *draws, double truth)
{
    return truth + normal(draws) * sqrt(1 + truth * (100 - truth) / 2000);
}

static struct indicator *start_round(struct series_world *world)
{
    world->count = 0;
    world->catalogue.indicator_count = 0;
    world->catalogue.plan.start = (struct period){PERIOD_DATE, 2021, 10, 1};
    world->catalogue.plan.end = (struct period){PERIOD_DATE, 2025, 9, 30};
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_DOWN);
    for (int year = 0; year < YEARS; year++)
        world_cell(world, indicator, BY, FIRST + year, town);
    return indicator;
}

static struct speaker speaker_of(struct series_world *world, enum language language)
{
    return (struct speaker){world->arena, language, world_findings(world)};
}

/* Nothing of causes, of success or of tests. */
static void assert_never(const char *text)
{
    static const char *const never[] = {"skyldes",
                                        "på grund",
                                        "takket være",
                                        "effekt",
                                        "virkning",
                                        "virket",
                                        "medfør",
                                        "resulter",
                                        "løftet",
                                        "sænket",
                                        "forbedr",
                                        "fremgang",
                                        "succes",
                                        "lykkedes",
                                        "bidrag",
                                        "signifikan",
                                        "bevis",
                                        "★",
                                        "*",
                                        "p =",
                                        "p <",
                                        "due to",
                                        "because of the plan",
                                        "caused",
                                        "thanks to",
                                        "effect",
                                        "impact",
                                        "success",
                                        "improve",
                                        "significan",
                                        "proof",
                                        "(null)",
                                        "nan ",
                                        "..",
                                        "  "};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(text, never[i]))
            fail_msg("»%s« in: %s", never[i], text);
}

static bool says(const struct sentence *sentence, const char *words)
{
    return strstr(sentence->text, words) != NULL;
}

static const struct finding *quoted(const struct sentence *sentence, enum statistic statistic)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->quoted[i]->statistic == statistic)
            return sentence->quoted[i];
    return NULL;
}

/* How many of the reasons for doubt stand in a text. */
static size_t doubts(const struct sentence *sentence)
{
    return (size_t)says(sentence, "allerede på vej ned") +
           (size_t)says(sentence, "intet sikkert spring") +
           (size_t)says(sentence, "mindst lige så stor ændring") +
           (size_t)says(sentence, "kan være almindelig drift") +
           (size_t)says(sentence, "tilbagevenden mod gennemsnittet");
}

/* A gap that narrows half a point a year throughout, before the start as after it. */
static void a_drift_is_not_taken_for_more(void **state)
{
    struct series_world *world = *state;
    struct draws draws = {2021};
    size_t sure = 0, drifting = 0, unanswered = 0, changed = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct indicator *indicator = start_round(world);
        for (int year = 0; year < YEARS; year++)
            world_cell(world, indicator, MOTALAVEJ, FIRST + year,
                       figure_of(&draws, 32 - 0.5 * year));
        const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
        const struct sentence long_one =
            sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
        const struct sentence short_one =
            sentence_before_after_short(&speaker, indicator, &world->areas[MOTALAVEJ]);
        assert_never(long_one.text);
        assert_never(short_one.text);
        assert_true(says(&long_one, "af sig selv") && says(&short_one, "af sig selv"));
        changed += says(&long_one, "er ændret efter planens start");
        if (!says(&long_one, "er ændret efter planens start") &&
            !says(&long_one, "i gennemsnit anderledes efter planens start"))
            continue;
        sure++;
        drifting += says(&long_one, "allerede på vej ned");
        unanswered += doubts(&long_one) < 2;
        assert_int_equal(says(&long_one, "allerede på vej ned"),
                         says(&short_one, "allerede på vej ned"));
        assert_true(doubts(&long_one) > 0);
    }
    /* The mean change alone takes the drift for a change in most plans: that is what it is for. */
    assert_true(sure > ROUNDS / 2);
    assert_true(changed * 10 <= ROUNDS); /* and the step beside the drift says so */
    assert_true(drifting * 10 >= sure * 9);
    assert_true(unanswered * 50 <= sure);
}

/* Gaps that never change; three of forty areas chosen as the worst of 2020. */
static void choose_worst(struct series_world *world, struct indicator *indicator,
                         struct draws *draws)
{
    double levels[CANDIDATES][YEARS];
    for (int i = 0; i < CANDIDATES; i++) {
        double truth = 30 + normal(draws);
        for (int year = 0; year < YEARS; year++)
            levels[i][year] = figure_of(draws, truth);
    }
    for (size_t chosen = MOTALAVEJ; chosen <= SYDBYEN; chosen++) {
        int worst = 0;
        for (int i = 1; i < CANDIDATES; i++)
            if (levels[i][2020 - FIRST] > levels[worst][2020 - FIRST])
                worst = i;
        /* The figures begin two years before the choice, which so weighs a third. */
        for (int year = 2018 - FIRST; year < YEARS; year++)
            world_cell(world, indicator, chosen, FIRST + year, levels[worst][year]);
        levels[worst][2020 - FIRST] = -HUGE_VAL;
    }
}

static void regression_to_the_mean_is_named(void **state)
{
    struct series_world *world = *state;
    struct draws draws = {1886};
    size_t narrowed = 0, named = 0;
    double moved = 0, expected_of_mean = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct indicator *indicator = start_round(world);
        choose_worst(world, indicator, &draws);
        const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
        for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++) {
            const struct sentence sentence =
                sentence_before_after_short(&speaker, indicator, &world->areas[i]);
            const struct finding *change = quoted(&sentence, STATISTIC_BEFORE_AFTER_MEAN);
            const struct finding *expected = quoted(&sentence, STATISTIC_REGRESSION_TO_MEAN);
            assert_never(sentence.text);
            assert_true(change && expected);
            moved -= change->estimate.value / (3 * ROUNDS);
            expected_of_mean += expected->estimate.value / (3 * ROUNDS);
            if (!(change->estimate.value < 0)) {
                assert_false(says(&sentence, "tilbagevenden mod gennemsnittet"));
                continue;
            }
            narrowed++;
            named += says(&sentence, "tilbagevenden mod gennemsnittet");
            assert_int_equal(says(&sentence, "kan alene være tilbagevenden mod gennemsnittet"),
                             -change->estimate.value <= expected->estimate.value);
        }
    }
    assert_true(moved > 0.5); /* planted: chance alone narrows the gaps */
    assert_true(narrowed > 2 * ROUNDS);
    /* The choice weighs a third, and so does what is expected; more of it, as B is taken low. */
    assert_true(expected_of_mean > moved && expected_of_mean < 1.6 * moved);
    assert_true(named * 100 >= narrowed * 95);
}

/* The year of the choice as the baseline: all that chance gave comes back, and the text says so. */
static void a_baseline_that_areas_were_chosen_by_is_named(void **state)
{
    struct series_world *world = *state;
    struct draws draws = {1886};
    size_t narrowed = 0, named = 0, alone = 0;
    double moved = 0, expected_of_year = 0;
    world->catalogue.plan.baseline_year = 2020;
    for (int round = 0; round < ROUNDS; round++) {
        struct indicator *indicator = start_round(world);
        choose_worst(world, indicator, &draws);
        const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
        for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++) {
            const struct sentence sentence =
                sentence_both_changes(&speaker, indicator, &world->areas[i]);
            const struct finding *change = quoted(&sentence, STATISTIC_GAP_CHANGE);
            const struct finding *expected = quoted(&sentence, STATISTIC_REGRESSION_TO_MEAN_YEAR);
            assert_never(sentence.text);
            assert_true(change && expected && says(&sentence, "udpeget på basisårets tal"));
            assert_int_equal(change->from.year, 2020);
            moved -= change->estimate.value / (3 * ROUNDS);
            expected_of_year += expected->estimate.value / (3 * ROUNDS);
            if (!(change->estimate.value < 0)) {
                assert_false(says(&sentence, "tilbagevenden mod gennemsnittet"));
                continue;
            }
            narrowed++;
            named += says(&sentence, "tilbagevenden mod gennemsnittet");
            alone += says(&sentence, "kan alene være tilbagevenden mod gennemsnittet");
            assert_int_equal(says(&sentence, "kan alene være tilbagevenden mod gennemsnittet"),
                             -change->estimate.value <= expected->estimate.value);
        }
    }
    assert_true(moved > 1.5); /* the whole of it, where a mean over three years keeps a third */
    assert_true(expected_of_year > moved && expected_of_year < 1.6 * moved);
    assert_true(named * 100 >= narrowed * 95);
    assert_true(alone * 2 > narrowed);
}

/* --- the words ---------------------------------------------------------------------------------- */

static const char *visible(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text), *out = copy;
    for (const char *c = text; *c; c++) {
        bool blank = (unsigned char)c[0] == 0xC2 && (unsigned char)c[1] == 0xA0;
        *out++ = blank ? '~' : *c;
        c += blank;
    }
    *out = '\0';
    return copy;
}

static struct indicator *make_case(struct series_world *world, const double *levels)
{
    struct indicator *indicator = start_round(world);
    world_series(world, indicator, MOTALAVEJ, FIRST, levels, YEARS);
    return indicator;
}

static void each_reason_is_told_in_plain_words(void **state)
{
    struct series_world *world = *state;
    const double levels[YEARS] = {34, 33.2, 33.1, 32, 31.8, 31, 30.1, 30, 27, 26.8, 26.1};
    struct indicator *indicator = make_case(world, levels);
    const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    const struct sentence sentence =
        sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
    const char *text = visible(world->arena, sentence.text);
    const char *const parts[] = {
        "Motalavej: i de syv målinger før planens start (fra 2014 til 2020) var andelen i "
        "gennemsnit 12,2~pct.-point højere i området end i kommunen som helhed, i de tre målinger "
        "efter (fra 2022 til 2024) 6,6~pct.-point højere.",
        "Afstanden er i gennemsnit anderledes efter planens start: en indsnævring på "
        "5,5~pct.-point (mellem 3,6 og 7,4); men at den ændrede sig netop da, er ikke vist.",
        "Afstanden var allerede på vej ned før planens start, med 0,62~pct.-point om året (mellem ",
        "Trækkes én jævn tendens over alle målinger fra, er der intet sikkert spring",
        "andre datoer viser",
        "Områder, der er udpeget, fordi de lå yderst i et enkelt af årene før starten, må ventes "
        "at rykke op til "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("»%s« is not in: %s", parts[i], text);
    assert_null(strstr(text, "gange så meget")); /* no sure step, so nothing beyond the drift */
    const struct speaker english = {world->arena, LANGUAGE_ENGLISH, speaker.findings};
    const struct sentence other =
        sentence_before_after(&english, indicator, &world->areas[MOTALAVEJ]);
    assert_never(other.text);
    assert_non_null(
        strstr(other.text, "is on average different after the plan’s start: a narrowing of"));
    assert_non_null(strstr(other.text, "was already on its way down before"));
}

static void drift_that_is_enough_is_told_and_so_is_what_it_would_take(void **state)
{
    struct series_world *world = *state;
    const double wild[YEARS] = {34, 30, 34, 30, 34, 30, 34, 30, 24, 25, 24};
    const double calm[YEARS] = {32, 32.4, 32, 32.3, 32.1, 32.3, 32, 30, 22, 22.2, 22.1};
    struct indicator *indicator = make_case(world, wild);
    struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    struct sentence sentence = sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
    assert_true(quoted(&sentence, STATISTIC_BREAKDOWN)->estimate.value < 1);
    assert_true(says(&sentence, "Ændringen kan være almindelig drift fra før"));
    indicator = make_case(world, calm);
    speaker = speaker_of(world, LANGUAGE_DANISH);
    sentence = sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
    assert_true(quoted(&sentence, STATISTIC_BREAKDOWN)->estimate.value > 1);
    assert_true(says(&sentence, "gange så meget om året som i det største udsving"));
    assert_true(says(&sentence, "står et spring tilbage ved planens start: en indsnævring"));
    assert_true(says(&sentence, "med så få datoer siger det ikke meget"));
}

/* An area that passes its municipality has no gap that narrows. */
static void a_gap_that_turns_is_told_as_a_difference(void **state)
{
    struct series_world *world = *state;
    const double levels[YEARS] = {23, 23.1, 22.9, 23, 23.2, 22.8, 23, 20, 17, 17.1, 16.9};
    struct indicator *indicator = make_case(world, levels);
    const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    const struct sentence sentence =
        sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
    const char *text = visible(world->arena, sentence.text);
    assert_non_null(strstr(text, "3,0~pct.-point højere i området"));
    assert_non_null(strstr(text, "3,0~pct.-point lavere."));
    assert_non_null(strstr(text, "Forskellen er ændret efter planens start: et fald på 6,0"));
    assert_null(strstr(text, "indsnævring"));
}

static void what_cannot_be_compared_says_why(void **state)
{
    struct series_world *world = *state;
    const double levels[YEARS] = {34, 33, 33, 32, 31, 31, 30, 30, 29, 28, 27};
    struct indicator *indicator = make_case(world, levels);
    struct released_cell *cell = &world->cells[YEARS + 2];
    world_take(cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
    const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    const struct area *area = &world->areas[MOTALAVEJ];
    const struct sentence hidden = sentence_before_after(&speaker, indicator, area);
    assert_string_equal(hidden.text, "Motalavej: før og efter planens start kan ikke sammenlignes "
                                     "(skjult: få personer).");
    assert_string_equal(sentence_before_after_short(&speaker, indicator, area).text, "");
    assert_string_equal(sentence_before_after(&speaker, indicator, &world->areas[SYDBYEN]).text,
                        "");
    world->catalogue.plan.start = (struct period){.kind = PERIOD_UNKNOWN};
    const struct speaker without = speaker_of(world, LANGUAGE_DANISH);
    assert_string_equal(sentence_before_after(&without, indicator, area).text, "");
}

/* Years that may overlap are no draws to judge chance by. */
static void means_without_a_trend_are_told_without_certainty(void **state)
{
    struct series_world *world = *state;
    const double levels[YEARS] = {34, 33, 33, 32, 31, 31, 30, 30, 27, 26, 27};
    struct indicator *indicator = make_case(world, levels);
    indicator->has_trend = false;
    const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    const struct sentence sentence =
        sentence_before_after(&speaker, indicator, &world->areas[MOTALAVEJ]);
    const char *text = visible(world->arena, sentence.text);
    assert_non_null(strstr(text, "De to gennemsnit ligger 5,3~pct.-point fra hinanden; om det er "
                                 "mere end tilfældige udsving, kan ikke afgøres (måles for "
                                 "sjældent til en tendens)."));
    assert_null(strstr(text, "mellem"));
    assert_int_equal(sentence.count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(a_drift_is_not_taken_for_more),
        SERIES_TEST(regression_to_the_mean_is_named),
        SERIES_TEST(a_baseline_that_areas_were_chosen_by_is_named),
        SERIES_TEST(each_reason_is_told_in_plain_words),
        SERIES_TEST(drift_that_is_enough_is_told_and_so_is_what_it_would_take),
        SERIES_TEST(a_gap_that_turns_is_told_as_a_difference),
        SERIES_TEST(what_cannot_be_compared_says_why),
        SERIES_TEST(means_without_a_trend_are_told_without_certainty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
