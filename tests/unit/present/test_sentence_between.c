/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_between.h"

#include "sentence_world.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define REST_DA "afstanden til resten af kommunen "
#define REST_EN "the gap to the rest of the municipality "

typedef struct sentence (*say_fn)(const struct speaker *, const struct indicator *,
                                  const struct area *);

/* Both areas have figures of every indicator that is spoken of; what is said of them is by hand. */
static struct world *new_world(void **state)
{
    static const char *const indicators[] = {"ned", "op", "neutral"};
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    const char *rows = "";
    for (size_t i = 0; i < 3; i++)
        rows = arena_printf(folder->arena,
                            "%s%s;by;2024;;5000;10000;;;\n%s;nord;2024;;500;1000;;;\n"
                            "%s;syd;2024;;500;1000;;;\n",
                            rows, indicators[i], indicators[i], indicators[i]);
    plan_folder_remove(folder, FIGURES_FILE);
    plan_folder_figures(folder, rows);
    world->table = plan_folder_release(folder, EDITION_SHARED);
    return world;
}

static struct finding *add_between(struct world *world, const char *place, enum statistic statistic,
                                   struct estimate estimate)
{
    bool yearly =
        statistic == STATISTIC_LEVEL_HETEROGENEITY || statistic == STATISTIC_LEVEL_DIFFERENCE;
    struct finding *row =
        add_span(world, place, statistic, YEAR(yearly ? 2024 : 2014), YEAR(2024), estimate);
    row->compared = 2;
    return row;
}

static void add_pooled(struct world *world, const char *place, enum verdict verdict,
                       struct estimate slope, enum reason reason)
{
    add_between(world, place, STATISTIC_POOLED_GAP_SLOPE, slope);
    struct finding *row =
        add_between(world, place, STATISTIC_POOLED_VERDICT, estimate_undefined(reason));
    row->text = verdict_code(verdict);
}

static void add_test(struct world *world, const char *place, enum statistic statistic, double p)
{
    struct finding *row = add_between(world, place, statistic,
                                      estimate_point(METHOD_CHI_SQUARED, 4, REASON_NOT_APPLICABLE));
    row->has_p = true;
    row->p = p;
}

static void add_pair(struct world *world, enum statistic statistic, struct estimate estimate)
{
    struct finding *row = add_between(world, "ned/nord", statistic, estimate);
    row->comparator = world_area(world, "syd");
}

static void assert_text(struct world *world, say_fn say_it, const char *code, const char *danish,
                        const char *english)
{
    struct arena *arena = world->folder->arena;
    const struct indicator *indicator = indicator_of(world->folder, code);
    const struct area *total = world_area(world, "samlet");
    assert_string_equal(visible(arena, say_it(world_speaker(world, DANISH), indicator, total).text),
                        danish);
    assert_string_equal(
        visible(arena, say_it(world_speaker(world, ENGLISH), indicator, total).text), english);
}

/* --- the areas as one ------------------------------------------------------------------------- */
static void what_moves_is_better_or_worse_by_the_good_direction(void **state)
{
    struct world *world = new_world(state);
    add_pooled(world, "ned/samlet", VERDICT_NARROWING, between(-0.66, -1.12, -0.21), REASON_NONE);
    add_pooled(world, "op/samlet", VERDICT_WIDENING, between(-0.66, -1.12, -0.21), REASON_NONE);
    add_pooled(world, "neutral/samlet", VERDICT_WIDENING, between(0.66, 0.21, 1.12), REASON_NONE);
    assert_text(world, sentence_between_pooled, "ned",
                "De to områder under ét: der er tegn på, at " REST_DA
                "er indsnævret med 0,66~pct.-point om året (mellem 0,21 og 1,12) fra 2014 til "
                "2024. Det er i givet fald en forbedring.",
                "The two areas as one: there are signs that " REST_EN
                "has narrowed by 0.66~percentage points a year (between 0.21 and 1.12) from 2014 "
                "to 2024. If so, that is an improvement.");
    assert_text(world, sentence_between_pooled, "op",
                "De to områder under ét: der er tegn på, at " REST_DA
                "er udvidet med 0,66~pct.-point om året (mellem 0,21 og 1,12) fra 2014 til 2024. "
                "Det er i givet fald en forværring.",
                "The two areas as one: there are signs that " REST_EN
                "has widened by 0.66~percentage points a year (between 0.21 and 1.12) from 2014 "
                "to 2024. If so, that is a deterioration.");
    assert_text(world, sentence_between_pooled, "neutral",
                "De to områder under ét: der er tegn på, at " REST_DA
                "er udvidet med 0,66~pct.-point om året (mellem 0,21 og 1,12) fra 2014 til 2024. "
                "Det er hverken godt eller dårligt i sig selv.",
                "The two areas as one: there are signs that " REST_EN
                "has widened by 0.66~percentage points a year (between 0.21 and 1.12) from 2014 "
                "to 2024. That is neither good nor bad in itself.");
}

static void unchanged_says_what_it_covers(void **state)
{
    struct world *world = new_world(state);
    add_pooled(world, "ned/samlet", VERDICT_UNCHANGED, between(0.01, -0.05, 0.07), REASON_NONE);
    add_test(world, "ned/samlet", STATISTIC_SLOPE_HETEROGENEITY, 0.01);
    assert_text(world, sentence_between_pooled, "ned",
                "De to områder under ét: " REST_DA
                "er uændret fra 2014 til 2024: forskellens ændring ligger mellem et fald på 0,05 "
                "og en stigning på 0,07~pct.-point om året. Det dækker over, at områderne har "
                "udviklet sig forskelligt.",
                "The two areas as one: " REST_EN
                "is unchanged from 2014 to 2024: the change of the difference lies between a fall "
                "of 0.05 and a rise of 0.07~percentage points a year. Behind it the areas have "
                "developed differently.");
}

static void what_cannot_be_determined_says_why(void **state)
{
    static const struct {
        enum reason reason;
        const char *danish, *english;
    } cases[] = {{REASON_SUPPRESSED,
                  "der mangler tal, som er skjult, fordi de handler om få personer",
                  "figures are missing that are hidden because they are about few persons"},
                 {REASON_SUPPRESSED_SOURCE, "der mangler tal, som er skjult af kilden",
                  "figures are missing that are withheld by the source"},
                 {REASON_TOO_FEW_YEARS, "der er for få målinger", "there are too few figures"},
                 {REASON_INCOMPLETE, "områdernes tal er ikke fra de samme år",
                  "the figures of the areas are not of the same years"},
                 {REASON_NO_COUNTS, "kun værdien er oplyst, ingen antal",
                  "only the value is given, no counts"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = new_world(state);
        struct arena *arena = world->folder->arena;
        add_pooled(world, "ned/samlet", VERDICT_NOT_DETERMINABLE,
                   estimate_undefined(cases[i].reason), cases[i].reason);
        assert_text(world, sentence_between_pooled, "ned",
                    arena_printf(arena,
                                 "De to områder under ét: det kan ikke afgøres, om " REST_DA
                                 "ændrer sig: %s.",
                                 cases[i].danish),
                    arena_printf(arena,
                                 "The two areas as one: it cannot be determined whether " REST_EN
                                 "is changing: %s.",
                                 cases[i].english));
    }
    struct world *world = new_world(state);
    add_pooled(world, "ned/samlet", VERDICT_NOT_DETERMINABLE, between(0.1, -0.4, 0.6),
               REASON_IMPRECISE);
    assert_text(world, sentence_between_pooled, "ned",
                "De to områder under ét: det kan ikke afgøres, om " REST_DA
                "ændrer sig: tallene er for usikre (forskellens ændring ligger mellem et fald på "
                "0,40 og en stigning på 0,60~pct.-point om året).",
                "The two areas as one: it cannot be determined whether " REST_EN
                "is changing: the figures are too uncertain (the change of the difference lies "
                "between a fall of 0.40 and a rise of 0.60~percentage points a year).");
}

static void who_is_left_out_is_said(void **state)
{
    struct world *world = new_world(state);
    add_test(world, "ned/samlet", STATISTIC_LEVEL_HETEROGENEITY, 0.5);
    world->rows[world->count - 1].compared = 1;
    assert_text(world, sentence_between_levels, "ned",
                "Ét af de to områder: forskellene på deres niveauer i 2024 kan ikke skelnes fra "
                "tilfældig variation.",
                "One of the two areas: the differences between their levels in 2024 cannot be "
                "told from random variation.");
}

/* --- whether they differ ---------------------------------------------------------------------- */
static void levels_that_differ_are_named_with_their_interval(void **state)
{
    struct world *world = new_world(state);
    add_test(world, "ned/samlet", STATISTIC_LEVEL_HETEROGENEITY, 0.01);
    add_pair(world, STATISTIC_LEVEL_DIFFERENCE, between(-10.7, -19.3, -2.1));
    assert_text(world, sentence_between_levels, "ned",
                "De to områder: forskellene på deres niveauer i 2024 er større, end tilfældige "
                "udsving plejer at give. Sydparken ligger 10,7~pct.-point højere end Nordparken "
                "(mellem 2,1 og 19,3).",
                "The two areas: the differences between their levels in 2024 are larger than "
                "chance usually gives. Sydparken lies 10.7~percentage points higher than "
                "Nordparken (between 2.1 and 19.3).");
}

static void which_differ_may_be_unknown(void **state)
{
    struct world *world = new_world(state);
    add_test(world, "ned/samlet", STATISTIC_SLOPE_HETEROGENEITY, 0.04);
    add_pair(world, STATISTIC_SLOPE_DIFFERENCE, between(1, -0.1, 2.1));
    assert_text(world, sentence_between_slopes, "ned",
                "De to områder: forskellene på deres udvikling fra 2014 til 2024 er større, end "
                "tilfældige udsving plejer at give. Hvilke af dem der adskiller sig, kan ikke "
                "afgøres.",
                "The two areas: the differences between their developments from 2014 to 2024 are "
                "larger than chance usually gives. Which of them differ cannot be determined.");
}

static void a_test_without_p_is_no_answer(void **state)
{
    struct world *world = new_world(state);
    add_between(world, "ned/samlet", STATISTIC_LEVEL_HETEROGENEITY,
                estimate_point(METHOD_CHI_SQUARED, 4, REASON_TOO_FEW_EVENTS));
    assert_text(world, sentence_between_levels, "ned",
                "De to områder: det kan ikke afgøres, om deres niveauer er forskellige: tallene "
                "bygger på for få personer eller hændelser.",
                "The two areas: it cannot be determined whether their levels differ: the figures "
                "rest on too few persons or events.");
}

static void without_rows_nothing_is_said(void **state)
{
    static const say_fn all[] = {sentence_between_pooled, sentence_between_levels,
                                 sentence_between_slopes};
    struct world *world = new_world(state);
    for (size_t i = 0; i < 3; i++)
        assert_text(world, all[i], "ned", "", "");
}

/* --- ranks and further comparators ------------------------------------------------------------ */
static void a_rank_is_what_is_possible(void **state)
{
    struct world *world = new_world(state);
    add_between(world, "ned/nord", STATISTIC_RANK, between(1, 1, 2));
    add_between(world, "ned/syd", STATISTIC_RANK, between(2, 2, 2));
    add_between(world, "op/syd", STATISTIC_RANK, estimate_undefined(REASON_SUPPRESSED));
    const struct speaker *speaker = world_speaker(world, DANISH);
    const struct finding *rows = speaker->findings->rows;
    const struct finding *const ranks[] = {&rows[0], &rows[1]};
    struct sentence first = sentence_between_rank(speaker, &rows[0], ranks, 2);
    assert_string_equal(first.text, "plads 1–2 af 2");
    assert_int_equal(first.count, 2);
    assert_string_equal(sentence_between_rank(speaker, &rows[1], ranks, 2).text, "plads 2 af 2");
    assert_string_equal(sentence_between_rank(speaker, &rows[2], ranks, 2).text,
                        "skjult: få personer");
    assert_string_equal(
        sentence_between_rank(world_speaker(world, ENGLISH), &rows[0], ranks, 2).text,
        "place 1–2 of 2");
}

static const char *further(struct world *world, enum language language)
{
    const struct speaker *speaker = world_speaker(world, language);
    return visible(world->folder->arena,
                   sentence_further(speaker, indicator_of(world->folder, "ned"),
                                    world_area(world, "nord"), world_area(world, "syd"))
                       .text);
}

static void a_further_gap_tells_which_side_and_how_sure(void **state)
{
    static const struct {
        struct estimate gap;
        const char *danish, *english;
    } cases[] = {
        {{ESTIMATE_INTERVAL, REASON_NONE, METHOD_NEWCOMBE10, 4.2, 2, 6.4},
         "Nordparken: andelen var 4,2~pct.-point højere end tallet for Sydparken i 2024 (mellem "
         "2,0 og 6,4).",
         "Nordparken: the share was 4.2~percentage points higher than the figure of Sydparken in "
         "2024 (between 2.0 and 6.4)."},
        {{ESTIMATE_INTERVAL, REASON_NONE, METHOD_NEWCOMBE10, -4.2, -6.4, -2},
         "Nordparken: andelen var 4,2~pct.-point lavere end tallet for Sydparken i 2024 (mellem "
         "2,0 og 6,4).",
         "Nordparken: the share was 4.2~percentage points lower than the figure of Sydparken in "
         "2024 (between 2.0 and 6.4)."},
        {{ESTIMATE_INTERVAL, REASON_NONE, METHOD_NEWCOMBE10, 0.4, -0.8, 1.6},
         "Nordparken: andelen kunne ikke skelnes fra tallet for Sydparken i 2024 (mellem "
         "0,8~pct.-point lavere og 1,6~pct.-point højere).",
         "Nordparken: the share could not be told from the figure of Sydparken in 2024 (between "
         "0.8~percentage points lower and 1.6~percentage points higher)."},
        {{ESTIMATE_POINT, REASON_NO_COUNTS, METHOD_DIFFERENCE, 4.2, 0, 0},
         "Nordparken: andelen var 4,2~pct.-point højere end tallet for Sydparken i 2024 "
         "(usikkerheden kendes ikke: kun værdien er oplyst, ingen antal).",
         "Nordparken: the share was 4.2~percentage points higher than the figure of Sydparken in "
         "2024 (the uncertainty is not known: only the value is given, no counts)."},
        {{ESTIMATE_UNDEFINED, REASON_NO_COMPARATOR, METHOD_NONE, 0, 0, 0},
         "Nordparken: der er ingen afstand til tallet for Sydparken: intet at sammenligne med.",
         "Nordparken: there is no gap to the figure of Sydparken: nothing to compare with."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = new_world(state);
        struct finding *row = add(world, "ned/nord", STATISTIC_FURTHER_GAP, 2024, cases[i].gap);
        row->comparator = world_area(world, "syd");
        assert_string_equal(further(world, DANISH), cases[i].danish);
        assert_string_equal(further(world, ENGLISH), cases[i].english);
    }
    assert_string_equal(further(new_world(state), DANISH), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_moves_is_better_or_worse_by_the_good_direction),
        PLAN_FOLDER_TEST(unchanged_says_what_it_covers),
        PLAN_FOLDER_TEST(what_cannot_be_determined_says_why),
        PLAN_FOLDER_TEST(who_is_left_out_is_said),
        PLAN_FOLDER_TEST(levels_that_differ_are_named_with_their_interval),
        PLAN_FOLDER_TEST(which_differ_may_be_unknown),
        PLAN_FOLDER_TEST(a_test_without_p_is_no_answer),
        PLAN_FOLDER_TEST(without_rows_nothing_is_said),
        PLAN_FOLDER_TEST(a_rank_is_what_is_possible),
        PLAN_FOLDER_TEST(a_further_gap_tells_which_side_and_how_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
