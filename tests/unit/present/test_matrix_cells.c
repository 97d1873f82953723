/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/matrix_cells.h"

#include "plan_world.h"

struct verdict_case {
    enum verdict verdict;
    enum verdict_strength strength;
    enum verdict_direction direction;
    enum reason reason;
    bool decides;
    enum matrix_class class;
    const char *name, *symbol, *word, *reason_words;
};

static const struct verdict_case cases[] = {
    {VERDICT_NARROWING, STRENGTH_FIRM, DIRECTION_BETTER, REASON_NONE, true, MATRIX_CLEARLY_BETTER,
     "clearly-better", "▲▲", "klart bedre", ""},
    {VERDICT_NARROWING, STRENGTH_INDICATED, DIRECTION_BETTER, REASON_NONE, true, MATRIX_BETTER,
     "better", "▲", "bedre", ""},
    /* Narrowing is worse where the area was ahead, widening better. */
    {VERDICT_NARROWING, STRENGTH_INDICATED, DIRECTION_WORSE, REASON_NONE, true, MATRIX_WORSE,
     "worse", "▼", "værre", ""},
    {VERDICT_WIDENING, STRENGTH_FIRM, DIRECTION_BETTER, REASON_NONE, true, MATRIX_CLEARLY_BETTER,
     "clearly-better", "▲▲", "klart bedre", ""},
    {VERDICT_WIDENING, STRENGTH_FIRM, DIRECTION_WORSE, REASON_NONE, true, MATRIX_CLEARLY_WORSE,
     "clearly-worse", "▼▼", "klart værre", ""},
    {VERDICT_NARROWING, STRENGTH_INDICATED, DIRECTION_NEUTRAL, REASON_NONE, true, MATRIX_NARROWING,
     "narrowing", "▸◂", "indsnævres", ""},
    {VERDICT_WIDENING, STRENGTH_FIRM, DIRECTION_NEUTRAL, REASON_NONE, true, MATRIX_WIDENING,
     "widening", "◂▸", "udvides klart", ""},
    {VERDICT_UNCHANGED, STRENGTH_FIRM, DIRECTION_NONE, REASON_NONE, true, MATRIX_UNCHANGED,
     "unchanged", "●", "uændret", ""},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_IMPRECISE, true, MATRIX_UNTOLD,
     "untold", "?", "kan ikke afgøres", "for upræcist"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_SERIES_BREAK, false,
     MATRIX_UNTOLD, "untold", "?", "kan ikke afgøres", "databrud"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_TOO_FEW_YEARS, false,
     MATRIX_UNTOLD, "untold", "?", "kan ikke afgøres", "for få år"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_NO_TREND, false, MATRIX_UNTOLD,
     "untold", "?", "kan ikke afgøres", "måles for sjældent"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_SUPPRESSED, false,
     MATRIX_HIDDEN, "hidden", "–", "skjult", "få personer"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_SUPPRESSED_SOURCE, false,
     MATRIX_HIDDEN, "hidden", "–", "skjult", "kilden skjuler tal"},
    {VERDICT_NOT_DETERMINABLE, STRENGTH_NONE, DIRECTION_NONE, REASON_SUPPRESSED, true,
     MATRIX_UNTOLD, "untold", "?", "kan ikke afgøres", "skjulte år"},
};

/* The verdict that the findings rest on, to be set by a case. */
static struct gap_verdict *verdict_in(const struct findings *findings,
                                      const struct indicator *indicator, const struct area *area)
{
    size_t slot = indicator->index * findings->table->catalogue->area_count + area->index;
    assert_ptr_equal(findings->verdicts.items[slot],
                     verdict_of(&findings->verdicts, indicator, area));
    return findings->verdicts.items[slot];
}

static void every_verdict_has_class_symbol_and_word(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Andel", "", POLARITY_UP, 1);
    add_lines(world, indicator, 1.5);
    const struct findings findings = findings_of(world);
    const struct speaker speaker = speaker_of(world, &findings);
    struct gap_verdict *verdict = verdict_in(&findings, indicator, &world->areas[1]);
    const struct engine_answer *answer = verdict->decides;
    assert_non_null(answer);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct verdict_case *expected = &cases[i];
        verdict->verdict = expected->verdict;
        verdict->strength = expected->strength;
        verdict->direction = expected->direction;
        verdict->reason = expected->reason;
        verdict->decides = expected->decides ? answer : NULL;
        struct matrix_cell cell = matrix_cell(&speaker, indicator, &world->areas[1]);
        assert_int_equal(cell.class, expected->class);
        assert_string_equal(cell.name, expected->name);
        assert_string_equal(cell.name, matrix_class_name(cell.class));
        assert_string_equal(cell.symbol, expected->symbol);
        assert_string_equal(cell.symbol, matrix_class_symbol(cell.class));
        assert_string_equal(cell.word, expected->word);
        assert_string_equal(cell.reason, expected->reason_words);
        assert_int_equal(matrix_has_verdict(cell.class), !*cell.reason);
    }
}

static void the_number_is_the_deciding_slope_and_is_quoted(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Andel", "", POLARITY_DOWN, 1);
    add_lines(world, indicator, 1.5);
    const struct findings findings = findings_of(world);
    const struct speaker speaker = speaker_of(world, &findings);
    struct matrix_cell cell = matrix_cell(&speaker, indicator, &world->areas[2]);
    assert_string_equal(cell.number, "+1,50");
    assert_int_equal(cell.slope->statistic, STATISTIC_VERDICT_SLOPE);
    assert_ptr_equal(cell.slope->area, &world->areas[2]);
    assert_int_equal(cell.quotes.count, 4);
    assert_ptr_equal(cell.quotes.quoted[3], cell.slope);
    assert_string_equal(cell.quotes.text, "værre, +1,50 pct.-point pr. år");
    assert_non_null(strstr(matrix_measure(LANGUAGE_DANISH), "pr. år"));
    assert_non_null(strstr(matrix_measure(LANGUAGE_ENGLISH), "a year"));
    assert_non_null(strstr(matrix_gap_note(LANGUAGE_DANISH), "ellers hele kommunen."));
    assert_non_null(strstr(matrix_gap_note(LANGUAGE_ENGLISH), "else the whole of it."));
}

static void without_figures_there_is_an_empty_cell(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Andel", "", POLARITY_DOWN, 1);
    const struct findings findings = findings_of(world);
    struct speaker speaker = speaker_of(world, &findings);
    struct matrix_cell cell = matrix_cell(&speaker, indicator, &world->areas[1]);
    assert_int_equal(cell.class, MATRIX_NO_DATA);
    assert_string_equal(cell.number, "");
    assert_string_equal(cell.quotes.text, "ingen tal");
    assert_null(cell.slope);
    assert_int_equal(cell.quotes.count, 0);
    speaker.language = LANGUAGE_ENGLISH;
    cell = matrix_cell(&speaker, indicator, &world->areas[1]);
    assert_string_equal(cell.word, "no figures");
}

static void reasons_stand_behind_the_words(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Andel", "", POLARITY_DOWN, 1);
    for (size_t i = 0; i < 4; i++)
        add_line(world, indicator, &world->areas[i], 2, 40, 1);
    const struct findings findings = findings_of(world);
    const struct speaker speaker = speaker_of(world, &findings);
    struct matrix_cell cell = matrix_cell(&speaker, indicator, &world->areas[1]);
    assert_string_equal(cell.quotes.text, "kan ikke afgøres: for få år");
    assert_string_equal(cell.number, "");
    assert_non_null(cell.slope);
}

/* A value that the edition leaves out is not hidden for its few persons. */
static void hidden_cells_say_their_own_reason(void **state)
{
    static const struct {
        enum reason reason;
        const char *danish, *english;
    } hidden[] = {
        {REASON_SUPPRESSED, "skjult: få personer", "hidden: few persons"},
        {REASON_WITHHELD, "skjult: ikke i delt udgave", "hidden: not in a shared edition"}};
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Andel", "", POLARITY_UP, 1);
    for (size_t i = 0; i < 4; i++)
        add_line(world, indicator, &world->areas[i], 6, 40, 1);
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < world->count; i++)
            if (world->cells[i].area == &world->areas[1]) {
                world->cells[i].release = RELEASE_HIDDEN;
                world->cells[i].reason = hidden[k].reason;
            }
        const struct findings findings = findings_of(world);
        struct speaker speaker = speaker_of(world, &findings);
        struct matrix_cell cell = matrix_cell(&speaker, indicator, &world->areas[1]);
        assert_int_equal(cell.class, MATRIX_HIDDEN);
        assert_string_equal(cell.quotes.text, hidden[k].danish);
        speaker.language = LANGUAGE_ENGLISH;
        cell = matrix_cell(&speaker, indicator, &world->areas[1]);
        assert_string_equal(cell.quotes.text, hidden[k].english);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_verdict_has_class_symbol_and_word),
        WORLD_TEST(the_number_is_the_deciding_slope_and_is_quoted),
        WORLD_TEST(without_figures_there_is_an_empty_cell),
        WORLD_TEST(reasons_stand_behind_the_words),
        WORLD_TEST(hidden_cells_say_their_own_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
