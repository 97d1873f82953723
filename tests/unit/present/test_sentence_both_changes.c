/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_both_changes.h"

#include "series_world.h"

#include <string.h>

#define BASELINE 2021
#define LATEST 2024

/* The levels at the baseline and the latest of one area and of the town. */
struct both {
    double area[2], town[2];
};

static struct sentence said_of(struct series_world *world, const struct both *both, size_t area,
                               enum language language)
{
    world->count = 0;
    world->catalogue.indicator_count = 0;
    world->catalogue.plan.start = (struct period){PERIOD_DATE, 2021, 10, 1};
    world->catalogue.plan.end = (struct period){PERIOD_DATE, 2025, 9, 30};
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_DOWN);
    for (int i = 0; i < 2; i++) {
        int year = i ? LATEST : BASELINE;
        world_cell(world, indicator, BY, year, both->town[i])->denominator = 100000;
        world_cell(world, indicator, area, year, both->area[i])->denominator = 2000;
    }
    const struct speaker speaker = {world->arena, language, world_findings(world)};
    return sentence_both_changes(&speaker, indicator, &world->areas[area]);
}

static void both_changes_are_told_side_by_side(void **state)
{
    struct series_world *world = *state;
    const struct both both = {{30, 22}, {20, 19.9}};
    const struct sentence sentence = said_of(world, &both, MOTALAVEJ, LANGUAGE_DANISH);
    const char *expected = "Motalavej: andelen faldt 8,0\xC2\xA0pct.-point i området og faldt "
                           "0,1\xC2\xA0pct.-point i kommunen som helhed, fra 2021 til 2024. "
                           "Forskellen mellem dem faldt 7,9\xC2\xA0pct.-point (mellem et fald på ";
    assert_memory_equal(sentence.text, expected, strlen(expected));
    assert_int_equal(sentence.count, 4);
}

/* Which of the two moved by more than chance gives; the place's name stands in each sentence. */
static void who_has_moved_is_told_in_both_languages(void **state)
{
    struct series_world *world = *state;
    static const struct {
        struct both both;
        const char *danish, *english;
    } cases[] = {
        {{{30, 22}, {20, 20.1}},
         " Kun i %s er ændringen større, end tilfældige udsving plejer at give.",
         " Only in %s is the change larger than chance tends to give."},
        {{{30, 30.5}, {20, 26}},
         " I %s er ændringen ikke større, end tilfældige udsving plejer at give; hos "
         "sammenligningen er den.",
         " In %s the change is no larger than chance tends to give; in what it is compared with it "
         "is."},
        {{{30, 22}, {20, 26}},
         " Både i %s og hos sammenligningen er ændringen større, end tilfældige udsving plejer at "
         "give.",
         " Both in %s and in what it is compared with is the change larger than chance tends to "
         "give."},
        {{{30, 31.5}, {20, 21}},
         " Om det er %s eller sammenligningen, der har flyttet sig, kan ikke afgøres.",
         " Whether it is %s or what it is compared with that has moved cannot be determined."},
        {{{30, 30.5}, {20, 20.1}},
         " Hverken i %s eller hos sammenligningen er ændringen større, end tilfældige udsving "
         "plejer at give.",
         " Neither in %s nor in what it is compared with is the change larger than chance tends to "
         "give."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int total = 0; total < 2; total++)
            for (int english = 0; english < 2; english++) {
                const struct sentence sentence =
                    said_of(world, &cases[i].both, total ? SAMLET : MOTALAVEJ,
                            english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH);
                const char *format = english ? cases[i].english : cases[i].danish;
                const char *place = english ? total ? "the areas" : "the area"
                                    : total ? "områderne"
                                            : "området";
                const char *name = strstr(format, "%s");
                const char *end = arena_printf(world->arena, "%.*s%s%s", (int)(name - format),
                                               format, place, name + 2);
                size_t length = strlen(sentence.text);
                assert_true(length > strlen(end));
                assert_string_equal(sentence.text + length - strlen(end), end);
            }
}

static void without_one_of_them_nothing_is_told(void **state)
{
    struct series_world *world = *state;
    const struct both both = {{30, 22}, {20, 19.9}};
    said_of(world, &both, MOTALAVEJ, LANGUAGE_DANISH);
    world_take(&world->cells[1], RELEASE_HIDDEN, REASON_SUPPRESSED);
    const struct speaker speaker = {world->arena, LANGUAGE_DANISH, world_findings(world)};
    assert_string_equal(
        sentence_both_changes(&speaker, &world->indicators[0], &world->areas[MOTALAVEJ]).text, "");
    assert_string_equal(
        sentence_both_changes(&speaker, &world->indicators[0], &world->areas[SYDBYEN]).text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(both_changes_are_told_side_by_side),
        SERIES_TEST(who_has_moved_is_told_in_both_languages),
        SERIES_TEST(without_one_of_them_nothing_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
