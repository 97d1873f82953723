/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/questions.h"

#include "series_world.h"

#include "plan_folder.h"

#define SP "\xC2\xA0"
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* --- a world for each rule, and the one cell that takes the rule away -------------------------- */
static struct released_cell *make_differing(struct series_world *world)
{
    struct indicator *neet = world_indicator(world, "neet", POLARITY_DOWN);
    neet->short_name = "Unge i restgruppen";
    world_line(world, neet, BY, 20, 20);
    world_line(world, neet, MOTALAVEJ, 30, 30);
    return &world_line(world, neet, RINGPARKEN, 30, 21)[9];
}

static struct released_cell *make_broken_chain(struct series_world *world)
{
    struct indicator *neet = world_indicator(world, "neet", POLARITY_DOWN);
    struct indicator *job = world_indicator(world, "job", POLARITY_UP);
    world_step(world, HORIZON_SHORT, neet, POLARITY_DOWN);
    world_step(world, HORIZON_LONG, job, POLARITY_UP);
    world_line(world, neet, BY, 20, 20);
    world_line(world, neet, RINGPARKEN, 30, 21);
    world_line(world, job, BY, 70, 70);
    return &world_line(world, job, RINGPARKEN, 60, 60)[9];
}

static struct released_cell *make_tide(struct series_world *world)
{
    struct indicator *neet = world_indicator(world, "neet", POLARITY_DOWN);
    world_line(world, neet, BY, 28, 20);
    return &world_line(world, neet, RINGPARKEN, 38, 30)[9];
}

static struct released_cell *make_missed_target(struct series_world *world)
{
    struct indicator *neet = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, neet, RINGPARKEN, 2025, 10);
    world_line(world, neet, BY, 20, 20);
    return &world_line(world, neet, RINGPARKEN, 30, 24)[9];
}

static struct released_cell *make_standing_gap(struct series_world *world)
{
    struct indicator *job = world_indicator(world, "job", POLARITY_UP);
    world_line(world, job, BY, 70, 70);
    world_line(world, job, MOTALAVEJ, 65, 65);
    return &world_line(world, job, RINGPARKEN, 60, 60)[9];
}

static struct released_cell *make_areas_apart(struct series_world *world)
{
    struct indicator *trygge = world_indicator(world, "trygge", POLARITY_UP);
    trygge->measure = MEASURE_SURVEY;
    trygge->has_trend = false;
    world_cell(world, trygge, BY, 2023, 85);
    world_cell(world, trygge, MOTALAVEJ, 2023, 71);
    world_cell(world, trygge, RINGPARKEN, 2023, 69);
    return world_cell(world, trygge, SYDBYEN, 2023, 82);
}

static struct released_cell *make_two_figures(struct series_world *world)
{
    struct indicator *valg = world_indicator(world, "valg", POLARITY_UP);
    world_cell(world, valg, BY, 2019, 70);
    world_cell(world, valg, BY, 2023, 72);
    world_cell(world, valg, RINGPARKEN, 2019, 50);
    return world_cell(world, valg, RINGPARKEN, 2023, 52);
}

static const struct {
    const char *code;
    struct released_cell *(*make)(struct series_world *world); /* returns the cell to change ... */
    double changed;                                            /* ... to this; NaN: to nothing */
    const char *danish, *english;
} worlds[QUESTION_RULES] = {
    [QUESTION_AREAS_DIFFER] =
        {"areas_differ", make_differing, 33,
         "Unge i restgruppen. Ringparken: der er tegn på, at afstanden til kommunen som helhed er "
         "indsnævret med 0,99" SP
         "pct.-point om året fra 2014 til 2023 (mellem 0,71 og 1,25). Det er i givet fald en "
         "forbedring. Motalavej: afstanden til kommunen som helhed er uændret fra 2014 til 2023: "
         "ændringen ligger mellem en indsnævring på 0,27 og en udvidelse på 0,30" SP
         "pct.-point om året. Hvad kan områderne lære af hinanden?",
         "Unge i restgruppen. Ringparken: there are signs that the gap to the municipality as a "
         "whole has narrowed by 0.99" SP
         "percentage points a year from 2014 to 2023 (between 0.71 and 1.25). If so, that is an "
         "improvement. Motalavej: the gap to the municipality as a whole is unchanged from 2014 to "
         "2023: the change lies between a narrowing of 0.27 and a widening of 0.30" SP
         "percentage points a year. What can the areas learn from each other?"},
    [QUESTION_CHAIN_BREAKS] =
        {"chain_breaks", make_broken_chain, 75,
         "neet, kort sigt: som forventet. Ringparken: der er tegn på, at afstanden til kommunen "
         "som helhed er indsnævret med 0,99" SP
         "pct.-point om året fra 2014 til 2023 (mellem 0,71 og 1,25). Det er i givet fald en "
         "forbedring. job, langt sigt: uændret. Ringparken: afstanden til kommunen som helhed er "
         "uændret fra 2014 til 2023: ændringen ligger mellem en indsnævring på 0,33 og en "
         "udvidelse på 0,28" SP
         "pct.-point om året. Hvad ved I om vejen fra det ene resultat til det andet?",
         "neet, short run: as expected. Ringparken: there are signs that the gap to the "
         "municipality as a whole has narrowed by 0.99" SP
         "percentage points a year from 2014 to 2023 (between 0.71 and 1.25). If so, that is an "
         "improvement. job, long run: unchanged. Ringparken: the gap to the municipality as a "
         "whole is unchanged from 2014 to 2023: the change lies between a narrowing of 0.33 and a "
         "widening of 0.28" SP
         "percentage points a year. What do you know of the way from the one result to the other?"},
    [QUESTION_MUNICIPALITY_MOVED] =
        {"municipality_moved", make_tide, 44,
         "neet. Ringparken: andelen er faldet med 0,88" SP
         "pct.-point om året (mellem 0,86 og 0,90), i kommunen som helhed med 0,89" SP
         "pct.-point om året (mellem 0,87 og 0,91). Afstanden til kommunen som helhed er uændret "
         "fra 2014 til 2023: ændringen ligger mellem en indsnævring på 0,27 og en udvidelse på "
         "0,31" SP "pct.-point om året. Hvilket af tallene svarer bedst til det, I selv oplever?",
         "neet. Ringparken: the share has fallen by 0.88" SP
         "percentage points a year (between 0.86 and 0.90), in the municipality as a whole by "
         "0.89" SP "percentage points a year (between 0.87 and 0.91). The gap to the municipality "
         "as a whole is unchanged from 2014 to 2023: the change lies between a narrowing "
         "of 0.27 and a widening of 0.31" SP
         "percentage points a year. Which of the figures matches best what you see yourselves?"},
    [QUESTION_TARGET_OFF_COURSE] =
        {"target_off_course", make_missed_target, 9.5,
         "neet. Ringparken: målet er 10" SP "pct. i 2025. Andelen var 24,1" SP
         "pct. i 2023 (mellem 22,3 og 26,0). Fortsætter udviklingen fra 2014 til 2023, ligger "
         "andelen mellem 22,5 og 22,9" SP
         "pct. i 2025 og er dermed ikke på vej mod målet. Hvad taler for at holde fast i målet, og "
         "hvad taler for at ændre det?",
         "neet. Ringparken: the target is 10" SP "per cent in 2025. The share was 24.1" SP
         "per cent in 2023 (between 22.3 and 26.0). If the development from 2014 to 2023 goes on, "
         "the share will lie between 22.5 and 22.9" SP
         "per cent in 2025, which is off course for the target. What speaks for keeping the "
         "target, and what for changing it?"},
    [QUESTION_GAP_STANDS] =
        {"gap_stands", make_standing_gap, 75,
         "job. Ringparken: andelen var 9,9" SP
         "pct.-point lavere end i kommunen som helhed i 2023 (mellem 7,8 og 12,0). Området ligger "
         "dermed dårligere end kommunen som helhed. Afstanden til kommunen som helhed er uændret "
         "fra 2014 til 2023: ændringen ligger mellem en indsnævring på 0,33 og en udvidelse på "
         "0,28" SP
         "pct.-point om året. Hvad ville I lægge mærke til først, hvis afstanden blev mindre?",
         "job. Ringparken: the share was 9.9" SP
         "percentage points lower than in the municipality as a whole in 2023 (between 7.8 and "
         "12.0). The area is thus worse off than the municipality as a whole. The gap to the "
         "municipality as a whole is unchanged from 2014 to 2023: the change lies between a "
         "narrowing of 0.33 and a widening of 0.28" SP
         "percentage points a year. What would you notice first if the gap became smaller?"},
    [QUESTION_AREAS_APART] =
        {"areas_apart", make_areas_apart, 70,
         "trygge. Sydbyen: andelen var 82,0" SP
         "pct. i 2023 (mellem 80,3 og 83,6). Ringparken: 69,0" SP
         "pct. (mellem 66,9 og 71,0). Hvilke forskelle kender I mellem de to områder?",
         "trygge. Sydbyen: the share was 82.0" SP
         "per cent in 2023 (between 80.3 and 83.6). Ringparken: 69.0" SP
         "per cent (between 66.9 and 71.0). Which differences do you know of between the two "
         "areas?"},
    [QUESTION_NO_VERDICT] =
        {"no_verdict", make_two_figures, (double)NAN,
         "valg. Ringparken: andelen er steget fra 50,0" SP "pct. i 2019 til 52,0" SP
         "pct. i 2023. Det går den rigtige vej, men det kan være tilfældigt: ændringen ligger "
         "mellem et fald på 1,1 og en stigning på 5,1" SP
         "pct.-point. Det kan ikke afgøres, om afstanden til kommunen som helhed ændrer sig: der "
         "er to målinger, og det kræver mindst fem over mindst fire år. Hvad siger jeres egne "
         "iagttagelser?",
         "valg. Ringparken: the share has risen from 50.0" SP "per cent in 2019 to 52.0" SP
         "per cent in 2023. That is in the right direction, but it may be chance: the change lies "
         "between a fall of 1.1 and a rise of 5.1" SP
         "percentage points. It cannot be determined whether the gap to the municipality as a "
         "whole is changing: there are two figures, and it takes at least five over at least four "
         "years. What do your own observations say?"},
};

static struct speaker speaker_of(struct series_world *world, enum language language)
{
    return (struct speaker){world->arena, language, world_findings(world)};
}

static bool ask(struct series_world *world, enum language language, enum question_rule rule,
                struct question *question)
{
    const struct speaker speaker = speaker_of(world, language);
    return question_ask(&speaker, "Job", rule, &world->indicators[0], question);
}

static struct released_cell *start_world(struct series_world *world, size_t rule)
{
    world->count = 0;
    world->catalogue.indicator_count = world->catalogue.target_count = 0;
    world->catalogue.theory_count = 0;
    return worlds[rule].make(world);
}

static void each_rule_asks_in_its_words(void **state)
{
    struct series_world *world = *state;
    for (size_t i = 0; i < QUESTION_RULES; i++) {
        struct question question;
        start_world(world, i);
        assert_string_equal(question_rule_code((enum question_rule)i), worlds[i].code);
        assert_true(ask(world, LANGUAGE_DANISH, (enum question_rule)i, &question));
        assert_string_equal(question.sentence.text, worlds[i].danish);
        assert_int_equal(question.rule, i);
        assert_ptr_equal(question.indicator, &world->indicators[0]);
        assert_true(question.sentence.count >= 2);
        assert_true(ask(world, LANGUAGE_ENGLISH, (enum question_rule)i, &question));
        assert_string_equal(question.sentence.text, worlds[i].english);
    }
}

static void one_other_cell_takes_the_question_away(void **state)
{
    struct series_world *world = *state;
    for (size_t i = 0; i < QUESTION_RULES; i++) {
        struct question question;
        struct released_cell *cell = start_world(world, i);
        assert_true(ask(world, LANGUAGE_DANISH, (enum question_rule)i, &question));
        if (isfinite(worlds[i].changed))
            cell->value = worlds[i].changed;
        else
            world_take(cell, RELEASE_ABSENT, REASON_MISSING);
        if (ask(world, LANGUAGE_DANISH, (enum question_rule)i, &question))
            fail_msg("»%s« is still asked: %s", worlds[i].code, question.sentence.text);
        assert_string_equal(question.sentence.text, "");
    }
}

/* A figure of Ringparken in the year before its first, as high as that. */
static struct released_cell *add_before(struct series_world *world,
                                        const struct indicator *indicator)
{
    const struct released_cell *first = NULL;
    for (size_t i = world->count; i-- > 0;)
        if (world->cells[i].indicator == indicator &&
            world->cells[i].area == &world->areas[RINGPARKEN])
            first = &world->cells[i];
    assert_non_null(first);
    return world_cell(world, indicator, RINGPARKEN, first->period.year - 1, first->value);
}

static void nothing_is_asked_of_an_area_with_a_hidden_figure(void **state)
{
    struct series_world *world = *state;
    for (size_t i = 0; i < QUESTION_RULES; i++) {
        struct question question;
        struct released_cell *cell = start_world(world, i);
        struct released_cell *further = add_before(world, cell->indicator);
        assert_true(ask(world, LANGUAGE_DANISH, (enum question_rule)i, &question));
        world_take(further, RELEASE_HIDDEN, REASON_SUPPRESSED);
        if (ask(world, LANGUAGE_DANISH, (enum question_rule)i, &question))
            assert_null(strstr(question.sentence.text, "Ringparken"));
    }
}

static void another_focus_area_is_not_asked_of(void **state)
{
    struct series_world *world = *state;
    for (size_t i = 0; i < QUESTION_RULES; i++) {
        struct question question;
        start_world(world, i);
        const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
        assert_false(question_ask(&speaker, "Skole", (enum question_rule)i, &world->indicators[0],
                                  &question));
        assert_int_equal(questions_of(&speaker, "Skole").count, 0);
    }
}

/* --- which of them are asked ------------------------------------------------------------------- */
static void add_standing(struct series_world *world, const char *code)
{
    struct indicator *job = world_indicator(world, code, POLARITY_UP);
    world_line(world, job, BY, 70, 70);
    world_line(world, job, RINGPARKEN, 60, 60);
}

/* Neither comes again where there is another, and a rule comes again before an indicator does. */
static void other_rules_and_indicators_come_first(void **state)
{
    struct series_world *world = *state;
    make_standing_gap(world);
    struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    struct questions questions = questions_of(&speaker, "Job");
    assert_int_equal(questions.count, 2); /* of one indicator, for want of others */
    assert_int_equal(questions.items[0].rule, QUESTION_GAP_STANDS);
    assert_int_equal(questions.items[1].rule, QUESTION_AREAS_APART);
    assert_ptr_equal(questions.items[1].indicator, questions.items[0].indicator);
    add_standing(world, "andet");
    speaker = speaker_of(world, LANGUAGE_DANISH);
    questions = questions_of(&speaker, "Job");
    assert_int_equal(questions.count, 2); /* of the same rule, and of two indicators */
    assert_int_equal(questions.items[1].rule, QUESTION_GAP_STANDS);
    assert_ptr_equal(questions.items[1].indicator, &world->indicators[1]);
    make_missed_target(world);
    speaker = speaker_of(world, LANGUAGE_DANISH);
    questions = questions_of(&speaker, "Job");
    assert_int_equal(questions.count, 2); /* a third only of a third rule */
    assert_int_equal(questions.items[0].rule, QUESTION_TARGET_OFF_COURSE);
    assert_int_equal(questions.items[1].rule, QUESTION_GAP_STANDS);
    make_areas_apart(world);
    speaker = speaker_of(world, LANGUAGE_DANISH);
    questions = questions_of(&speaker, "Job");
    assert_int_equal(questions.count, QUESTIONS_MOST);
    assert_int_equal(questions.items[2].rule, QUESTION_AREAS_APART);
}

static void a_chain_takes_up_both_of_its_indicators(void **state)
{
    struct series_world *world = *state;
    make_broken_chain(world);
    const struct speaker speaker = speaker_of(world, LANGUAGE_DANISH);
    struct questions questions = questions_of(&speaker, "Job");
    assert_int_equal(questions.items[0].rule, QUESTION_CHAIN_BREAKS);
    assert_ptr_equal(questions.items[0].other, &world->indicators[1]);
    assert_int_equal(questions.count, 2); /* nothing else is there, so »job« may come again */
    assert_int_equal(questions.items[1].rule, QUESTION_GAP_STANDS);
}

static void an_unlucky_municipality_is_no_success_of_the_area(void **state)
{
    struct series_world *world = *state;
    struct question question;
    struct released_cell *own = make_tide(world);
    for (int i = 0; i < 10; i++)
        world->cells[i].value = 28 + own[i - 9].value - 38; /* as the area does */
    assert_true(ask(world, LANGUAGE_DANISH, QUESTION_MUNICIPALITY_MOVED, &question));
    world->indicators[0].polarity = POLARITY_UP; /* so both became worse */
    assert_false(ask(world, LANGUAGE_DANISH, QUESTION_MUNICIPALITY_MOVED, &question));
    assert_false(ask(world, LANGUAGE_DANISH, QUESTION_GAP_STANDS, &question));
}

/* The municipality, and Ringparken beside it, from 2014 to 2023. */
static void make_pair(struct series_world *world, const double whole[2], const double own[2])
{
    world->count = world->catalogue.indicator_count = 0;
    struct indicator *neet = world_indicator(world, "neet", POLARITY_DOWN);
    world_line(world, neet, BY, whole[0], whole[1]);
    world_line(world, neet, RINGPARKEN, own[0], own[1]);
}

static void a_tide_takes_both_and_a_gap_that_is_no_better(void **state)
{
    static const struct {
        double whole[2], own[2];
        bool tide, stands;
    } cases[] = {
        {{21, 20}, {31, 30}, true, true},   /* both, and the gap is as it was */
        {{20, 20}, {30, 29}, false, true},  /* the area alone, by less than matters */
        {{21, 20}, {30, 30}, false, true},  /* the municipality alone */
        {{28, 27}, {38, 30}, false, false}, /* both, and the gap is better */
        {{28, 20}, {38, 37}, true, false},  /* both, and the gap is worse */
    };
    struct series_world *world = *state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct question question;
        make_pair(world, cases[i].whole, cases[i].own);
        assert_int_equal(ask(world, LANGUAGE_DANISH, QUESTION_MUNICIPALITY_MOVED, &question),
                         cases[i].tide);
        assert_int_equal(ask(world, LANGUAGE_DANISH, QUESTION_GAP_STANDS, &question),
                         cases[i].stands);
    }
}

static void a_chain_breaks_only_behind_a_link_that_held(void **state)
{
    struct series_world *world = *state;
    struct question question;
    make_broken_chain(world);
    assert_true(ask(world, LANGUAGE_DANISH, QUESTION_CHAIN_BREAKS, &question));
    world->theory[0].expected = POLARITY_UP; /* so that it went the other way */
    assert_false(ask(world, LANGUAGE_DANISH, QUESTION_CHAIN_BREAKS, &question));
    world->theory[0].expected = POLARITY_DOWN;
    world->theory[1].horizon = HORIZON_MIDDLE; /* so that nothing was to come of it */
    assert_false(ask(world, LANGUAGE_DANISH, QUESTION_CHAIN_BREAKS, &question));
}

/* Better is the indicator's direction: an area ahead of the municipality may widen its gap. */
static void a_gap_that_is_better_wider_says_so(void **state)
{
    struct series_world *world = *state;
    struct question question;
    struct released_cell *own = make_differing(world);
    for (int i = 0; i < 10; i++)
        own[i - 9].value -= 15; /* from 15 to 6, where the municipality has 20 */
    assert_true(ask(world, LANGUAGE_DANISH, QUESTION_AREAS_DIFFER, &question));
    assert_non_null(
        strstr(question.sentence.text,
               "Ringparken: der er tegn på, at afstanden til kommunen som helhed er udvidet med"));
    assert_non_null(strstr(
        question.sentence.text,
        "Området ligger bedst, og forspringet er i givet fald vokset: en forbedring. Motalavej: "));
}

/* What readers see as no change is nothing to ask of. */
static void an_area_where_nothing_moved_is_not_asked_of(void **state)
{
    struct series_world *world = *state;
    struct question question;
    struct released_cell *last = make_two_figures(world);
    last->value = 50.04;
    assert_false(ask(world, LANGUAGE_DANISH, QUESTION_NO_VERDICT, &question));
    last->value = 50.06;
    assert_true(ask(world, LANGUAGE_DANISH, QUESTION_NO_VERDICT, &question));
}

/* --- the shipped example ----------------------------------------------------------------------- */
static void each_focus_area_of_the_example_has_two_or_three(void **state)
{
    struct plan_folder *folder = *state;
    struct plan_folder *shipped = arena_alloc(folder->arena, 1, sizeof *shipped);
    *shipped = *folder;
    shipped->path = "data/eksempel";
    struct released_table table = plan_folder_release(shipped, EDITION_SHARED);
    const struct findings findings = findings_compute(folder->arena, &table);
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, &findings};
    size_t focus_areas = 0;
    for (size_t i = 0; i < shipped->catalogue.indicator_count; i++) {
        const char *focus_area = shipped->catalogue.indicators[i].focus_area;
        struct questions questions = questions_of(&speaker, focus_area);
        if (!*focus_area)
            continue;
        focus_areas++;
        assert_in_range(questions.count, 2, QUESTIONS_MOST);
        for (size_t j = 0; j < questions.count; j++) {
            assert_true(questions.items[j].sentence.count >= 2);
            for (size_t k = 0; k < j; k++)
                assert_ptr_not_equal(questions.items[j].indicator, questions.items[k].indicator);
        }
    }
    assert_true(focus_areas > 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(each_rule_asks_in_its_words),
        SERIES_TEST(one_other_cell_takes_the_question_away),
        SERIES_TEST(nothing_is_asked_of_an_area_with_a_hidden_figure),
        SERIES_TEST(another_focus_area_is_not_asked_of),
        SERIES_TEST(other_rules_and_indicators_come_first),
        SERIES_TEST(a_chain_takes_up_both_of_its_indicators),
        SERIES_TEST(an_unlucky_municipality_is_no_success_of_the_area),
        SERIES_TEST(a_tide_takes_both_and_a_gap_that_is_no_better),
        SERIES_TEST(a_chain_breaks_only_behind_a_link_that_held),
        SERIES_TEST(a_gap_that_is_better_wider_says_so),
        SERIES_TEST(an_area_where_nothing_moved_is_not_asked_of),
        PLAN_FOLDER_TEST(each_focus_area_of_the_example_has_two_or_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
