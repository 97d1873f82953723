/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_words.h"

#include "dumbbell_world.h"

static struct dumbbell_rows rows_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    const struct speaker speaker = {world->arena, LANGUAGE_DANISH, findings};
    return dumbbell_rows_make(&speaker, &world->areas[1], false);
}

static void words_are_made_of_the_rows(void **state)
{
    struct world *world = *state;
    add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11});
    struct dumbbell_rows rows = rows_of(world);
    const struct dumbbell_row *row = &rows.items[0];
    assert_string_equal(dumbbell_title(&rows), "Ringparken og Slagelse Kommune");
    assert_string_equal(dumbbell_subtitle(&rows), "Seneste tal: 2024, hvor ikke andet står");
    assert_string_equal(dumbbell_summary(&rows), "Seneste tal: 2024, hvor ikke andet står. "
                                                 "Uden job: 24,0" NBSP "pct., forskel +13,0");
    assert_string_equal(dumbbell_number(&rows, row->gap), "+13,0");
    assert_string_equal(dumbbell_values(&rows, row, "her"),
                        "24,0" NBSP "pct. i her, 11,0 i kommunen");
    assert_string_equal(dumbbell_change_note(&rows, row->change), "");
    assert_string_equal(dumbbell_period(&rows, (struct period){PERIOD_UNKNOWN, 0, 0, 0}),
                        "tidspunkt ukendt");
    assert_non_null(strstr(dumbbell_reading(&rows), "med 95" NBSP "pct. konfidensinterval."));
    world->indicators[0].short_name = "Kort";
    assert_non_null(strstr(dumbbell_summary(&rows), ". Kort: 24,0"));
    rows.count = 0;
    assert_string_equal(dumbbell_subtitle(&rows), "");
    assert_string_equal(dumbbell_reading(&rows), "");
}

static void the_comparator_is_named(void **state)
{
    struct world *world = *state;
    struct indicator *jobs =
        add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11});
    add_rest(world, jobs, (double[]){11, 10.5});
    struct dumbbell_rows rows = rows_of(world);
    assert_string_equal(dumbbell_title(&rows), "Ringparken og resten af Slagelse Kommune");
    assert_string_equal(dumbbell_values(&rows, rows.items, "her"),
                        "24,0" NBSP "pct. i her, 10,5 i resten af kommunen");
    assert_non_null(
        strstr(dumbbell_reading(&rows), "Forskel: området minus resten af kommunen. Pil op"));
    assert_string_equal(dumbbell_row_note(&rows, rows.items), "");
    add_row(world, "Tryghed", "Arbejde", POLARITY_UP, (double[]){61, 80, 60, 80});
    rows = rows_of(world);
    assert_non_null(strstr(dumbbell_reading(&rows),
                           "området minus resten af kommunen, ellers hele kommunen. Pil op"));
    assert_string_equal(dumbbell_row_note(&rows, &rows.items[0]), "");
    assert_string_equal(dumbbell_row_note(&rows, &rows.items[1]), "mod hele kommunen");
    assert_string_equal(dumbbell_values(&rows, &rows.items[1], "her"),
                        "60,0" NBSP "pct. i her, 80,0 i hele kommunen");
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "Resten af Slagelse Kommune"));
    assert_non_null(label(world, svg, "10,5"));
    assert_non_null(label(world, svg, "+13,5"));
    assert_non_null(label(world, svg, "mod hele kommunen"));
    assert_null(label(world, svg, "11,0"));
}

static void a_change_that_may_be_none_is_not_sure(void **state)
{
    struct world *world = *state;
    add_row(world, "Tryghed", "Mål", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *svg = drawn(world);
    assert_label(world, svg, "−1,0", UNSURE);
    assert_non_null(label(world, svg, "ikke sikker"));
}

static void a_change_without_a_baseline_says_why(void **state)
{
    struct world *world = *state;
    struct indicator *indicator = add_indicator(world, "Nyt tal", "Mål", POLARITY_UP);
    add(world, indicator, 1, year(2024), 60);
    add(world, indicator, 0, year(2024), 80);
    add_row(world, "Brudt", "Mål", POLARITY_UP, (double[]){61, 80, 60, 80});
    world->breaks[0] = (struct series_break){&world->indicators[1], NULL, 2022, "ny opgørelse"};
    world->catalogue.break_count = 1;
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "ingen måling i basisåret eller før"));
    assert_non_null(label(world, svg, "databrud i serien"));
}

static void an_earlier_baseline_is_told(void **state)
{
    struct world *world = *state;
    struct indicator *indicator = add_indicator(world, "Survey", "Mål", POLARITY_UP);
    for (int number = 2018; number <= 2023; number += 5) {
        add(world, indicator, 1, year(number), 60);
        add(world, indicator, 0, year(number), 80);
    }
    assert_non_null(label(world, drawn(world), "ikke sikker, siden 2018"));
}

static void other_units_are_told_in_words(void **state)
{
    struct world *world = *state;
    struct indicator *income =
        add_row(world, "Indkomst", "", POLARITY_UP, (double[]){316000, 480000, 325000, 495000});
    income->unit = "kr.";
    income->measure = MEASURE_VALUE;
    income->factor = 1;
    income->decimals = 0;
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "325.000" NBSP "kr. i Ringparken, 495.000 i kommunen"));
    assert_label(world, svg, "−170.000", UNSURE);
    assert_label(world, svg, "−6.000", UNSURE);
    assert_non_null(label(world, svg, "usikkerhed ukendt"));
    assert_non_null(label(world, svg, "kr."));
    assert_null(label(world, svg, "100" NBSP "pct."));
    world->areas[1].name = "Den store og vidt forgrenede bebyggelse ved den gamle havn";
    assert_non_null(strstr(drawn(world), "325.000" NBSP "kr. i området"));
}

static void it_speaks_english(void **state)
{
    struct world *world = *state;
    world->bench.diagnostics.language = LANGUAGE_ENGLISH;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "Change since 2019"));
    assert_non_null(label(world, svg, "not certain"));
    assert_non_null(label(world, svg, "Other key figures"));
    assert_non_null(label(world, svg, "60.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(words_are_made_of_the_rows),
        WORLD_TEST(the_comparator_is_named),
        WORLD_TEST(a_change_that_may_be_none_is_not_sure),
        WORLD_TEST(a_change_without_a_baseline_says_why),
        WORLD_TEST(an_earlier_baseline_is_told),
        WORLD_TEST(other_units_are_told_in_words),
        WORLD_TEST(it_speaks_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
