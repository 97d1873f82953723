/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/headline.h"

#include "sentence_world.h"

#include "pejling/base/text.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

/* Verdicts by a letter each. */
static struct gap_verdict *put(struct world *world, const char *place, char kind)
{
    struct verdict_case given = {.place = place, .strength = STRENGTH_INDICATED, .figures = 9};
    given.slope = between(-1, -2, -0.5);
    given.first = 9;
    given.last = 4;
    switch (kind) {
    case 'N': /* narrowing, firm, better */
    case 'n':
        given.verdict = VERDICT_NARROWING;
        given.direction = DIRECTION_BETTER;
        break;
    case 'W': /* widening, firm, worse */
    case 'w':
        given.verdict = VERDICT_WIDENING;
        given.direction = DIRECTION_WORSE;
        break;
    case 'L': /* a lead that shrinks, firm */
    case 'l':
        given.verdict = VERDICT_NARROWING;
        given.direction = DIRECTION_WORSE;
        break;
    case 'g': /* a lead that grows */
        given.verdict = VERDICT_WIDENING;
        given.direction = DIRECTION_BETTER;
        break;
    case 'x': /* from behind to ahead */
        given.verdict = VERDICT_NARROWING;
        given.direction = DIRECTION_BETTER;
        given.last = -4;
        break;
    case '0': /* a neutral indicator */
        given.verdict = VERDICT_WIDENING;
        given.direction = DIRECTION_NEUTRAL;
        break;
    case '=':
        given.verdict = VERDICT_UNCHANGED;
        break;
    case 'y': /* too few years */
        given.verdict = VERDICT_NOT_DETERMINABLE;
        given.strength = STRENGTH_NONE;
        given.reason = REASON_TOO_FEW_YEARS;
        break;
    default: /* too imprecise */
        given.verdict = VERDICT_NOT_DETERMINABLE;
        given.strength = STRENGTH_NONE;
        given.reason = REASON_IMPRECISE;
    }
    if (strchr("NWL", kind))
        given.strength = STRENGTH_FIRM;
    return add_verdict(world, given);
}

#define FOUR_AREAS BASE_AREAS "vest;Vestparken;område;by;;;;\noest;Østparken;område;by;;;;\n"

static const char *const area_codes[] = {"nord", "syd", "vest", "oest"};

/* Verdicts of one indicator, an area a letter. */
static struct world *with_areas(struct plan_folder *folder, const char *kinds)
{
    plan_folder_write(folder, "omraader.csv", FOUR_AREAS);
    struct world *world = world_new(folder);
    for (size_t i = 0; kinds[i]; i++)
        put(world, arena_printf(folder->arena, "ned/%s", area_codes[i]), kinds[i]);
    return world;
}

static struct sentence indicator_headline(struct world *world, enum language language)
{
    const struct speaker *speaker = world_speaker(world, language);
    return headline_indicator(speaker, indicator_of(world->folder, "ned"));
}

static void an_indicator_tells_of_every_area(void **state)
{
    static const struct {
        const char *kinds, *danish, *english;
    } cases[] = {
        {"N", "Uden job: afstanden er klart indsnævret for Nordparken",
         "Uden job: the gap has clearly narrowed for Nordparken"},
        {"nn", "Uden job: afstanden er indsnævret i begge områder",
         "Uden job: the gap has narrowed in both areas"},
        {"===", "Uden job: afstanden er uændret i alle tre områder",
         "Uden job: the gap is unchanged in all three areas"},
        {"LLLL", "Uden job: forspringet er klart skrumpet i alle fire områder",
         "Uden job: the lead has clearly shrunk in all four areas"},
        {"?y?", "Uden job: det kan ikke afgøres, om afstanden ændrer sig",
         "Uden job: it cannot be determined whether the gap is changing"},
        {"yyy", "Uden job: det kan ikke afgøres, om afstanden ændrer sig (for få år)",
         "Uden job: it cannot be determined whether the gap is changing (too few years)"},
        {"?N=",
         "Uden job: afstanden er klart indsnævret for Sydparken, uændret for Vestparken; for "
         "Nordparken kan det ikke afgøres",
         "Uden job: gap clearly narrowed for Sydparken, unchanged for Vestparken, undetermined for "
         "Nordparken"},
        {"Nn", "Uden job: afstanden er klart indsnævret for Nordparken, indsnævret for Sydparken",
         "Uden job: the gap has clearly narrowed for Nordparken, has narrowed for Sydparken"},
        {"nwn",
         "Uden job: afstanden er indsnævret for Nordparken og Vestparken, udvidet for "
         "Sydparken",
         "Uden job: the gap has narrowed for Nordparken and Vestparken, has widened for Sydparken"},
        {"lg", "Uden job: forspringet er vokset for Sydparken, skrumpet for Nordparken",
         "Uden job: the lead has grown for Sydparken, has shrunk for Nordparken"},
        {"=wn",
         "Uden job: afstanden er indsnævret for Vestparken, udvidet for Sydparken, uændret for "
         "Nordparken",
         "Uden job: the gap has narrowed for Vestparken, has widened for Sydparken, is unchanged "
         "for Nordparken"},
        {"=g", "Uden job: forspringet er vokset for Sydparken; afstanden er uændret for Nordparken",
         "Uden job: the lead has grown for Sydparken; the gap is unchanged for Nordparken"},
        {"wl",
         "Uden job: afstanden er udvidet for Nordparken; forspringet er skrumpet for "
         "Sydparken",
         "Uden job: the gap has widened for Nordparken; the lead has shrunk for Sydparken"},
        {"x0", "Uden job: afstanden er vendt til det bedre for Nordparken, udvidet for Sydparken",
         "Uden job: the gap has turned for the better for Nordparken, has widened for Sydparken"},
        {"NN==",
         "Uden job: afstanden er klart indsnævret for Nordparken og Sydparken, uændret for "
         "Vestparken og Østparken",
         "Uden job: the gap has clearly narrowed for Nordparken and Sydparken, is unchanged for "
         "Vestparken and Østparken"},
        {"Nw=?",
         "Uden job: afstand klart indsnævret i ét, udvidet i ét, uændret i ét, uafklaret i "
         "ét (fire områder)",
         "Uden job: gap clearly narrowed in one, widened in one, unchanged in one, undetermined in "
         "one (four areas)"},
        {"", "Uden job: ingen tal at vurdere", "Uden job: no figures to judge"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = with_areas(*state, cases[i].kinds);
        assert_string_equal(indicator_headline(world, DANISH).text, cases[i].danish);
        assert_string_equal(indicator_headline(world, ENGLISH).text, cases[i].english);
        struct sentence sentence = indicator_headline(world, DANISH);
        for (size_t k = 0; cases[i].kinds[k]; k++)
            assert_true(quotes(&sentence, area_codes[k], STATISTIC_VERDICT));
    }
}

static void without_a_verdict_of_an_area_the_total_speaks(void **state)
{
    struct world *world = world_new(*state);
    put(world, "ned/samlet", 'W');
    assert_string_equal(indicator_headline(world, DANISH).text,
                        "Uden job: afstanden er klart udvidet for områderne samlet");
    put(world, "ned/nord", '=');
    assert_string_equal(indicator_headline(world, DANISH).text,
                        "Uden job: afstanden er uændret for Nordparken; samlet klart udvidet");
}

/* It is added where it says what none of the areas does, and only there. */
static void a_total_that_differs_is_told_behind_its_areas(void **state)
{
    static const struct {
        const char *kinds;
        char total;
        const char *danish, *english;
    } cases[] = {
        {"===", 'w', "afstanden er uændret i alle tre områder; samlet udvidet",
         "the gap is unchanged in all three areas; together widened"},
        {"===", 'g', "afstanden er uændret i alle tre områder; samlet er forspringet vokset",
         "the gap is unchanged in all three areas; together the lead has grown"},
        {"??y", '=', "det kan ikke afgøres for det enkelte område; samlet er afstanden uændret",
         "it cannot be determined for the single areas; together the gap is unchanged"},
        {"===", '=', "afstanden er uændret i alle tre områder",
         "the gap is unchanged in all three areas"},
        {"===", '?', "afstanden er uændret i alle tre områder",
         "the gap is unchanged in all three areas"},
        {"n=", 'n', "afstanden er indsnævret for Nordparken, uændret for Sydparken",
         "the gap has narrowed for Nordparken, is unchanged for Sydparken"},
        {"N=", 'n', "afstanden er klart indsnævret for Nordparken, uændret for Sydparken",
         "the gap has clearly narrowed for Nordparken, is unchanged for Sydparken"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = with_areas(*state, cases[i].kinds);
        struct arena *arena = world->folder->arena;
        put(world, "ned/samlet", cases[i].total);
        struct sentence sentence = indicator_headline(world, DANISH);
        assert_string_equal(sentence.text, arena_printf(arena, "Uden job: %s", cases[i].danish));
        assert_string_equal(indicator_headline(world, ENGLISH).text,
                            arena_printf(arena, "Uden job: %s", cases[i].english));
        bool told = strstr(cases[i].danish, "samlet") != NULL;
        assert_int_equal(quotes(&sentence, world_area(world, "samlet")->code, STATISTIC_VERDICT),
                         told);
    }
    struct world *world = with_areas(*state, "Nw=?");
    put(world, "ned/samlet", 'l');
    world->folder->catalogue.indicators[0].short_name =
        "Et navn, der er så langt, at det må kortes";
    const char *text = indicator_headline(world, DANISH).text;
    assert_non_null(strstr(text, "; samlet er forspringet skrumpet"));
}

/* The counts leave room for the whole of a name that a list of areas would not. */
static void a_name_is_whole_where_it_fits_with_the_counts(void **state)
{
    struct world *world = with_areas(*state, "n==w");
    static const char name[] = "18–29-årige med grundskole og ingen uddannelse";
    world->folder->catalogue.indicators[0].short_name = name;
    assert_string_equal(indicator_headline(world, DANISH).text,
                        "18–29-årige med grundskole og ingen uddannelse: afstand indsnævret i "
                        "ét, udvidet i ét, uændret i to (fire områder)");
}

static void a_long_name_is_cut_and_the_finding_is_not(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = with_areas(folder, "Nw=?");
    struct indicator *indicator = &folder->catalogue.indicators[0];
    indicator->short_name = "Andel 18–29-årige, der har grundskole som højest fuldførte uddannelse";
    const char *text = indicator_headline(world, DANISH).text;
    assert_non_null(strstr(text, "Andel 18–29-årige, der…: afstand klart"));
    assert_non_null(strstr(text, "(fire områder)"));
    assert_true(text_characters(text, strlen(text)) <= HEADLINE_LONGEST);
    indicator->short_name = "Ordetudenblankeellermellemrumsomerlængereendtilladt";
    text = indicator_headline(world, DANISH).text;
    assert_non_null(strstr(text, "Ordetudenblankeellermell…: afstand"));
    indicator->short_name = "";
    text = indicator_headline(world, DANISH).text;
    assert_memory_equal(text, "Andel uden job: ", 16);
}

/* --- many indicators ------------------------------------------------------------------------- */
/* Verdicts of the fixed indicators »ned«, »op« and »neutral« in an area. */
static void put_fixed(struct world *world, const char *area, const char *kinds)
{
    static const char *const codes[] = {"ned", "op", "neutral"};
    for (size_t i = 0; kinds[i]; i++)
        put(world, arena_printf(world->folder->arena, "%s/%s", codes[i], area), kinds[i]);
}

static void an_area_tells_better_worse_and_the_rest(void **state)
{
    static const struct {
        const char *kinds, *danish, *english;
    } cases[] = {
        {"N=?",
         "bedre på én af tre faste indikatorer, værre på ingen; én er uændret, én kan ikke "
         "afgøres",
         "better on one of three fixed indicators, worse on none; one is unchanged, one cannot be "
         "determined"},
        {"Nw", "bedre på én af to faste indikatorer, værre på én",
         "better on one of two fixed indicators, worse on one"},
        {"gl0", "bedre på én af tre faste indikatorer, værre på én; én ændret uden god retning",
         "better on one of three fixed indicators, worse on one; one moved, neither good nor bad"},
        {"===", "bedre på ingen af tre faste indikatorer, værre på ingen; tre er uændrede",
         "better on none of three fixed indicators, worse on none; three are unchanged"},
        {"?y?", "det kan ikke afgøres for nogen af tre faste indikatorer, om afstanden ændrer sig",
         "it cannot be determined for any of three fixed indicators whether the gap is changing"},
        {"?", "det kan ikke afgøres for én fast indikator, om afstanden ændrer sig",
         "it cannot be determined for one fixed indicator whether the gap is changing"},
        {"", "ingen tal at vurdere", "no figures to judge"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        struct arena *arena = world->folder->arena;
        const struct area *nord = area_of(world->folder, "nord");
        put_fixed(world, "nord", cases[i].kinds);
        put(world, "ned/syd", 'W'); /* another area */
        if (*cases[i].kinds)
            put(world, "raten/nord", 'N'); /* not fixed */
        assert_string_equal(headline_area(world_speaker(world, DANISH), nord).text,
                            arena_printf(arena, "Nordparken: %s", cases[i].danish));
        assert_string_equal(headline_area(world_speaker(world, ENGLISH), nord).text,
                            arena_printf(arena, "Nordparken: %s", cases[i].english));
    }
}

static void without_fixed_indicators_all_are_counted(void **state)
{
    struct world *world = world_new(*state);
    put(world, "raten/nord", 'N');
    put(world, "kroner/nord", '?');
    assert_string_equal(
        headline_area(world_speaker(world, DANISH), area_of(world->folder, "nord")).text,
        "Nordparken: bedre på én af to indikatorer, værre på ingen; én kan ikke afgøres");
    assert_string_equal(headline_plan(world_speaker(world, DANISH)).text,
                        "Bedre på én og værre på ingen af to afstande til kommunen; én kan ikke "
                        "afgøres");
}

static void a_plan_counts_its_areas_and_not_their_total(void **state)
{
    struct world *world = world_new(*state);
    assert_string_equal(headline_plan(world_speaker(world, DANISH)).text, "Ingen tal at vurdere");
    assert_string_equal(headline_plan(world_speaker(world, ENGLISH)).text, "No figures to judge");
    put_fixed(world, "samlet", "W");
    assert_string_equal(headline_plan(world_speaker(world, DANISH)).text,
                        "Bedre på ingen og værre på én af én afstand til kommunen");
    put_fixed(world, "nord", "N=?");
    put_fixed(world, "syd", "wl0");
    assert_string_equal(headline_plan(world_speaker(world, DANISH)).text,
                        "Bedre på én og værre på to af de faste indikatorers seks afstande til "
                        "kommunen; én er uændret, "
                        "én ændret uden god retning, én kan ikke afgøres");
    assert_string_equal(headline_plan(world_speaker(world, ENGLISH)).text,
                        "Better on one and worse on two of the fixed indicators' six gaps to the "
                        "municipality; one is "
                        "unchanged, one moved, neither good nor bad, one cannot be determined");
    world->folder->catalogue.plan.municipality = NULL;
    assert_non_null(strstr(headline_plan(world_speaker(world, DANISH)).text,
                           " indikatorers seks afstande til kommunerne; én er uændret"));
    struct world *dark = world_new(*state);
    put_fixed(dark, "nord", "?y?");
    assert_string_equal(headline_plan(world_speaker(dark, DANISH)).text,
                        "Det kan ikke afgøres for nogen af de faste indikatorers tre afstande til "
                        "kommunen, om den ændrer sig");
}

/* --- recounted ------------------------------------------------------------------------------- */
/* The number that stands behind these words, up to ten in words; -1 where they are not there. */
static int number_behind(const char *text, const char *words)
{
    static const char *const numbers[] = {"ingen", "én",  "to",   "tre", "fire", "fem",
                                          "seks",  "syv", "otte", "ni",  "ti"};
    const char *at = strstr(text, words);
    if (!at)
        return -1;
    at += strlen(words);
    for (int i = 0; i <= 10; i++)
        if (strncmp(at, numbers[i], strlen(numbers[i])) == 0 && at[strlen(numbers[i])] == ' ')
            return i;
    return atoi(at);
}

/* How many verdicts of the plan are for the better or worse, from the rows of resultater.csv. */
static int rows_that_say(const struct findings *findings, const char *direction)
{
    int count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *row = &findings->rows[i];
        count += row->statistic == STATISTIC_VERDICT_DIRECTION && row->indicator->lbf_number &&
                 row->area->role == AREA_ESTATE && row->text && strcmp(row->text, direction) == 0;
    }
    return count;
}

static void a_headline_of_the_plan_stands_a_recount(void **state)
{
    static const char kinds[] = "NnWwLgx0=y?";
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", FOUR_AREAS);
    unsigned seed = 7;
    for (int round = 0; round < 60; round++) {
        struct world *world = world_new(folder);
        for (size_t k = 0; k < 4; k++) {
            char row[4] = "";
            for (size_t i = 0; i < 3; i++) {
                seed = seed * 1664525 + 1013904223;
                row[i] = kinds[(seed >> 8) % (sizeof kinds - 1)];
            }
            put_fixed(world, area_codes[k], row);
        }
        const char *text =
            arena_printf(folder->arena, "%s ", headline_plan(world_speaker(world, DANISH)).text);
        int better = rows_that_say(&world->findings, "better");
        int worse = rows_that_say(&world->findings, "worse");
        assert_int_equal(number_behind(text, "Bedre på "), better);
        assert_int_equal(number_behind(text, "værre på "), worse);
        assert_int_equal(number_behind(text, " indikatorers "), 12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_indicator_tells_of_every_area),
        PLAN_FOLDER_TEST(without_a_verdict_of_an_area_the_total_speaks),
        PLAN_FOLDER_TEST(a_total_that_differs_is_told_behind_its_areas),
        PLAN_FOLDER_TEST(a_name_is_whole_where_it_fits_with_the_counts),
        PLAN_FOLDER_TEST(a_long_name_is_cut_and_the_finding_is_not),
        PLAN_FOLDER_TEST(an_area_tells_better_worse_and_the_rest),
        PLAN_FOLDER_TEST(without_fixed_indicators_all_are_counted),
        PLAN_FOLDER_TEST(a_plan_counts_its_areas_and_not_their_total),
        PLAN_FOLDER_TEST(a_headline_of_the_plan_stands_a_recount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
