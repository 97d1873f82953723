/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/step_error.h"

#include "near.h"

static struct released_cell cell(const struct indicator *indicator, double value, double persons)
{
    return (struct released_cell){.indicator = indicator,
                                  .release = RELEASE_OPEN,
                                  .value = value,
                                  .denominator = persons,
                                  .design_effect = 2,
                                  .spread = 3};
}

/* Each by hand: p = (10 + 30 + 0.5)/401 of shares, (10 + 30 + 0.5)/400 of rates. */
static void it_is_the_error_of_what_was_counted(void **state)
{
    const struct indicator share = {.measure = MEASURE_SHARE, .factor = 100};
    const struct indicator rate = {.measure = MEASURE_RATE, .factor = 100};
    const struct indicator survey = {.measure = MEASURE_SURVEY, .factor = 100};
    const struct indicator mean = {.measure = MEASURE_MEAN, .factor = 1};
    (void)state;
    struct released_cell a = cell(&share, 5, 200), b = cell(&share, 15, 200);
    assert_near(step_error(&a, &b), 3.0135, 1e-3);
    a.indicator = b.indicator = &rate;
    assert_near(step_error(&a, &b), 3.1820, 1e-3);
    a = cell(&survey, 5, 400), b = cell(&survey, 15, 400);
    assert_near(step_error(&a, &b), 3.0135, 1e-3);
    a = cell(&mean, 5, 100), b = cell(&mean, 5, 100);
    assert_near(step_error(&a, &b), 0.42426, 1e-4);
}

static void it_is_none_where_nothing_is_known(void **state)
{
    const struct indicator value = {.measure = MEASURE_VALUE, .factor = 1};
    const struct indicator mean = {.measure = MEASURE_MEAN, .factor = 1};
    (void)state;
    struct released_cell a = cell(&value, 5, 0), b = cell(&value, 15, 0);
    assert_near(step_error(&a, &b), 0, 0);
    a = cell(&mean, 5, 100), b = cell(&mean, 15, 100);
    b.spread = -1;
    assert_near(step_error(&a, &b), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_error_of_what_was_counted),
        cmocka_unit_test(it_is_none_where_nothing_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
