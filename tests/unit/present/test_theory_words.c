/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/theory_words.h"

#include "series_world.h"

static void each_state_and_horizon_has_its_words(void **state)
{
    static const char *const states[THEORY_STATES][2] = {
        {"ingen tal endnu", "no figures yet"},
        {"som forventet", "as expected"},
        {"modsat det forventede", "the opposite of what was expected"},
        {"uændret", "unchanged"},
        {"kan ikke afgøres", "cannot be determined"}};
    static const char *const horizons[3][2] = {
        {"kort sigt", "short run"}, {"mellemlangt sigt", "middle run"}, {"langt sigt", "long run"}};
    (void)state;
    for (size_t i = 0; i < THEORY_STATES; i++)
        for (int j = 0; j < 2; j++)
            assert_string_equal(
                theory_state_text(j ? LANGUAGE_ENGLISH : LANGUAGE_DANISH, (enum theory_state)i),
                states[i][j]);
    for (size_t i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++)
            assert_string_equal(
                theory_horizon_text(j ? LANGUAGE_ENGLISH : LANGUAGE_DANISH, (enum horizon)i),
                horizons[i][j]);
}

static void an_expectation_has_a_word_where_there_is_one(void **state)
{
    (void)state;
    assert_string_equal(theory_expected_text(LANGUAGE_DANISH, POLARITY_UP), "op");
    assert_string_equal(theory_expected_text(LANGUAGE_DANISH, POLARITY_DOWN), "ned");
    assert_string_equal(theory_expected_text(LANGUAGE_ENGLISH, POLARITY_UP), "up");
    assert_string_equal(theory_expected_text(LANGUAGE_ENGLISH, POLARITY_DOWN), "down");
    assert_string_equal(theory_expected_text(LANGUAGE_DANISH, POLARITY_NEUTRAL), "");
}

static void a_reason_is_that_of_the_step_or_of_the_figures(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct released_cell *cell = world_cell(world, indicator, RINGPARKEN, 2023, 20);
    struct theory_step step = {.indicator = indicator, .expected = POLARITY_UP};
    struct theory_evidence evidence = {
        .step = &step, .area = &world->areas[RINGPARKEN], .state = THEORY_AS_EXPECTED};
    world_take(cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
    const struct released_table *table = world_findings(world)->table;
    assert_string_equal(theory_reason_text(LANGUAGE_DANISH, table, &evidence), "");
    evidence.reason = REASON_SUPPRESSED;
    assert_string_equal(theory_reason_text(LANGUAGE_DANISH, table, &evidence),
                        "skjult: få personer");
    cell->reason = REASON_WITHHELD;
    table = world_findings(world)->table;
    assert_string_equal(theory_reason_text(LANGUAGE_DANISH, table, &evidence),
                        "vises ikke i den delte udgave");
    evidence.reason = REASON_NOT_APPLICABLE;
    assert_string_equal(theory_reason_text(LANGUAGE_ENGLISH, table, &evidence),
                        "has no meaning for this indicator");
    step.expected = POLARITY_NEUTRAL;
    assert_string_equal(theory_reason_text(LANGUAGE_DANISH, table, &evidence),
                        "der er ikke angivet en forventet retning");
    step.indicator = NULL;
    assert_string_equal(theory_reason_text(LANGUAGE_DANISH, table, &evidence),
                        "ingen indikator følger trinnet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_state_and_horizon_has_its_words),
        cmocka_unit_test(an_expectation_has_a_word_where_there_is_one),
        SERIES_TEST(a_reason_is_that_of_the_step_or_of_the_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
