/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_verdict.h"

#include "sentence_world.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

#define FIRM STRENGTH_FIRM
#define SIGN STRENGTH_INDICATED
#define NARROWING VERDICT_NARROWING
#define WIDENING VERDICT_WIDENING

#define CLEAR_DA                                                                                    \
    " Svaret er klart: det holder også, når der tages højde for, at mange tal vurderes på én " \
    "gang."
#define CLEAR_EN                                                                                   \
    " The answer is clear: it stands when allowance is made for the many figures that are judged " \
    "at once."
#define SIGN_DA " Svaret er ikke sikkert nok til at stå alene."
#define SIGN_EN " The answer is not certain enough to stand alone."
#define REST_DA "afstanden til resten af kommunen"
#define REST_EN "the gap to the rest of the municipality"
#define UNDETERMINED_DA "Nordparken: det kan ikke afgøres, om " REST_DA " ændrer sig: "
#define UNDETERMINED_EN "Nordparken: it cannot be determined whether " REST_EN " is changing: "

static struct sentence sentence_of(struct world *world, enum language language)
{
    const struct speaker *speaker = world_speaker(world, language);
    struct sentence sentence = {.text = ""};
    verdict_say(speaker, world->verdicts[0], &sentence);
    sentence.text = visible(world->folder->arena, sentence.text);
    return sentence;
}

static void assert_says(struct world *world, const char *danish, const char *english)
{
    assert_string_equal(sentence_of(world, DANISH).text, danish);
    assert_string_equal(sentence_of(world, ENGLISH).text, english);
}

/* --- gaps that have moved -------------------------------------------------------------------- */
struct move_case {
    struct verdict_case verdict;
    const char *danish, *english;
};

static struct verdict_case moved(const char *place, enum verdict verdict,
                                 enum verdict_strength strength, enum verdict_direction direction,
                                 double first, double last)
{
    bool rising = last > first;
    return (struct verdict_case){.place = place,
                                 .verdict = verdict,
                                 .strength = strength,
                                 .direction = direction,
                                 .slope =
                                     rising ? between(1.324, 0.65, 2) : between(-1.324, -2, -0.65),
                                 .first = first,
                                 .last = last,
                                 .figures = 11,
                                 .line = VERDICT_LINE_MOVED};
}

static void a_gap_that_has_moved_says_how_much_and_for_better_or_worse(void **state)
{
    const struct move_case cases[] = {
        {moved("ned/nord", NARROWING, FIRM, DIRECTION_BETTER, 20, 7),
         "Nordparken: " REST_DA " er indsnævret med 1,32~pct.-point om året fra 2014 til 2024 "
         "(mellem 0,65 og 2,00). Det er en forbedring." CLEAR_DA,
         "Nordparken: " REST_EN " has narrowed by 1.32~percentage points a year from 2014 to 2024 "
         "(between 0.65 and 2.00). That is an improvement." CLEAR_EN},
        {moved("op/nord", NARROWING, SIGN, DIRECTION_BETTER, -20, -7),
         "Nordparken: der er tegn på, at " REST_DA " er indsnævret med 1,32~pct.-point om året fra "
         "2014 til 2024 (mellem 0,65 og 2,00). Det er i givet fald en forbedring." SIGN_DA,
         "Nordparken: there are signs that " REST_EN " has narrowed by 1.32~percentage points a "
         "year from 2014 to 2024 (between 0.65 and 2.00). If so, that is an improvement." SIGN_EN},
        {moved("ned/nord", WIDENING, FIRM, DIRECTION_WORSE, 7, 20),
         "Nordparken: " REST_DA " er udvidet med 1,32~pct.-point om året fra 2014 til 2024 (mellem "
         "0,65 og 2,00). Det er en forværring." CLEAR_DA,
         "Nordparken: " REST_EN " has widened by 1.32~percentage points a year from 2014 to 2024 "
         "(between 0.65 and 2.00). That is a deterioration." CLEAR_EN},
        {moved("op/nord", WIDENING, SIGN, DIRECTION_WORSE, -7, -20),
         "Nordparken: der er tegn på, at " REST_DA " er udvidet med 1,32~pct.-point om året fra "
         "2014 til 2024 (mellem 0,65 og 2,00). Det er i givet fald en forværring." SIGN_DA,
         "Nordparken: there are signs that " REST_EN " has widened by 1.32~percentage points a "
         "year from 2014 to 2024 (between 0.65 and 2.00). If so, that is a deterioration." SIGN_EN},
        {moved("op/nord", NARROWING, FIRM, DIRECTION_WORSE, 20, 7),
         "Nordparken: " REST_DA " er indsnævret med 1,32~pct.-point om året fra 2014 til 2024 "
         "(mellem 0,65 og 2,00). Området ligger bedst, men forspringet er skrumpet: en "
         "forværring." CLEAR_DA,
         "Nordparken: " REST_EN " has narrowed by 1.32~percentage points a year from 2014 to 2024 "
         "(between 0.65 and 2.00). The area is ahead, but the lead has shrunk: a "
         "deterioration." CLEAR_EN},
        {moved("ned/nord", WIDENING, SIGN, DIRECTION_BETTER, -7, -20),
         "Nordparken: der er tegn på, at " REST_DA " er udvidet med 1,32~pct.-point om året fra "
         "2014 til 2024 (mellem 0,65 og 2,00). Området ligger bedst, og forspringet er i givet "
         "fald vokset: en forbedring." SIGN_DA,
         "Nordparken: there are signs that " REST_EN " has widened by 1.32~percentage points a "
         "year from 2014 to 2024 (between 0.65 and 2.00). The area is ahead, and if so the lead "
         "has grown: an improvement." SIGN_EN},
        {moved("neutral/nord", WIDENING, SIGN, DIRECTION_NEUTRAL, 7, 20),
         "Nordparken: der er tegn på, at " REST_DA " er udvidet med 1,32~pct.-point om året fra "
         "2014 til 2024 (mellem 0,65 og 2,00). Det er hverken godt eller dårligt i sig "
         "selv." SIGN_DA,
         "Nordparken: there are signs that " REST_EN " has widened by 1.32~percentage points a "
         "year from 2014 to 2024 (between 0.65 and 2.00). That is neither good nor bad in "
         "itself." SIGN_EN},
        {moved("op/nord", NARROWING, FIRM, DIRECTION_BETTER, -9, 4),
         "Nordparken: andelen er gået fra at være lavere til at være højere end i resten af "
         "kommunen; forskellen har flyttet sig med 1,32~pct.-point om året fra 2014 til 2024 "
         "(mellem 0,65 og 2,00). Det er en forbedring." CLEAR_DA,
         "Nordparken: the share has gone from lower to higher than in the rest of the "
         "municipality; the difference has moved by 1.32~percentage points a year from 2014 to "
         "2024 (between 0.65 and 2.00). That is an improvement." CLEAR_EN},
        {moved("op/nord", WIDENING, SIGN, DIRECTION_WORSE, 4, -9),
         "Nordparken: der er tegn på, at andelen er gået fra at være højere til at være lavere end "
         "i resten af kommunen; forskellen har flyttet sig med 1,32~pct.-point om året fra 2014 "
         "til 2024 (mellem 0,65 og 2,00). Det er i givet fald en forværring." SIGN_DA,
         "Nordparken: there are signs that the share has gone from higher to lower than in the "
         "rest of the municipality; the difference has moved by 1.32~percentage points a year from "
         "2014 to 2024 (between 0.65 and 2.00). If so, that is a deterioration." SIGN_EN},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        add_verdict(world, cases[i].verdict);
        assert_says(world, cases[i].danish, cases[i].english);
        struct sentence sentence = sentence_of(world, DANISH);
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT));
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT_SLOPE));
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT_STRENGTH));
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT_DIRECTION));
        assert_int_equal(sentence.count, 4);
    }
}

static void a_movement_too_small_to_be_seen_has_no_digits(void **state)
{
    struct world *world = world_new(*state);
    struct verdict_case given = moved("ned/nord", NARROWING, FIRM, DIRECTION_BETTER, 20, 7);
    given.slope = between(-0.004, -0.006, -0.001);
    add_verdict(world, given);
    assert_string_equal(sentence_of(world, DANISH).text,
                        "Nordparken: " REST_DA " er indsnævret ganske lidt fra 2014 til 2024 "
                        "(mellem lidt over 0,00 og 0,01). Det er en forbedring." CLEAR_DA);
}

static void lead_and_side_are_told_from_direction_and_ends(void **state)
{
    struct world *world = world_new(*state);
    assert_true(verdict_was_ahead(
        add_verdict(world, moved("op/nord", NARROWING, FIRM, DIRECTION_WORSE, 20, 7))));
    assert_true(verdict_was_ahead(
        add_verdict(world, moved("op/nord", WIDENING, FIRM, DIRECTION_BETTER, 7, 20))));
    assert_false(verdict_was_ahead(
        add_verdict(world, moved("op/nord", NARROWING, FIRM, DIRECTION_BETTER, -20, -7))));
    assert_false(verdict_was_ahead(
        add_verdict(world, moved("neutral/nord", NARROWING, FIRM, DIRECTION_NEUTRAL, 20, 7))));
    const struct gap_verdict *crossed =
        add_verdict(world, moved("op/nord", NARROWING, FIRM, DIRECTION_WORSE, 9, -4));
    assert_false(verdict_was_ahead(crossed));
    assert_true(verdict_has_crossed(crossed));
}

/* --- who has moved ---------------------------------------------------------------------------- */
static void add_slope(struct world *world, const char *place, struct estimate slope, size_t periods)
{
    add_span(world, place, STATISTIC_LEVEL_SLOPE, YEAR(2014), YEAR(2024), slope)->periods = periods;
}

static void who_has_moved_is_said_where_both_slopes_bear_it_out(void **state)
{
    const struct {
        struct estimate own, other;
        size_t periods;
        const char *danish, *english;
    } cases[] = {
        {between(-2, -3, -1), between(-0.5, -0.9, -0.1), 11,
         " Både i området og i resten af kommunen er andelen faldet, mest i området.",
         " Both in the area and in the rest of the municipality the share has fallen, most in the "
         "area."},
        {between(1, 0.5, 2), between(3, 2, 4), 11,
         " Både i området og i resten af kommunen er andelen steget, mest i resten af kommunen.",
         " Both in the area and in the rest of the municipality the share has risen, most in the "
         "rest of the municipality."},
        {between(-1, -2, -0.5), between(3, 2, 4), 11,
         " I området er andelen faldet, i resten af kommunen steget.",
         " In the area the share has fallen, in the rest of the municipality risen."},
        {between(-1, -2, -0.5), between(3, -2, 4), 11,
         " I området er andelen faldet; i resten af kommunen ses ingen sikker ændring.",
         " In the area the share has fallen; in the rest of the municipality no certain change is "
         "seen."},
        {between(-1, -2, 0.5), between(3, 2, 4), 11,
         " I resten af kommunen er andelen steget; i området ses ingen sikker ændring.",
         " In the rest of the municipality the share has risen; in the area no certain change is "
         "seen."},
        {between(-1, -2, 0.5), between(3, -2, 4), 11, "", ""}, /* neither */
        {between(-1, -2, -0.5), between(3, 2, 4), 10, "", ""}, /* not the same years */
        {point(-1), point(3), 11, "", ""},                     /* no intervals */
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        struct arena *arena = world->folder->arena;
        add_verdict(world, moved("ned/nord", NARROWING, FIRM, DIRECTION_BETTER, 20, 7));
        const char *danish = sentence_of(world, DANISH).text;
        const char *english = sentence_of(world, ENGLISH).text;
        add_slope(world, "ned/nord", cases[i].own, 11);
        add_slope(world, "ned/rest", cases[i].other, cases[i].periods);
        assert_says(world, arena_printf(arena, "%s%s", danish, cases[i].danish),
                    arena_printf(arena, "%s%s", english, cases[i].english));
        struct sentence sentence = sentence_of(world, DANISH);
        assert_int_equal(quotes(&sentence, "rest", STATISTIC_LEVEL_SLOPE), *cases[i].danish != 0);
        assert_int_equal(quotes(&sentence, "nord", STATISTIC_LEVEL_SLOPE), *cases[i].danish != 0);
    }
}

static void of_a_total_the_areas_have_moved(void **state)
{
    struct world *world = world_new(*state);
    add_verdict(world, moved("op/samlet", NARROWING, FIRM, DIRECTION_WORSE, 20, 7));
    add_slope(world, "op/samlet", between(-2, -3, -1), 11);
    add_slope(world, "op/rest", between(1, 0.5, 2), 11);
    const char *text = sentence_of(world, DANISH).text;
    assert_non_null(strstr(text, "Områderne ligger bedst, men forspringet er skrumpet"));
    assert_non_null(strstr(text, " I områderne er andelen faldet, i resten af kommunen steget."));
}

/* --- gaps that have not, or may not have ------------------------------------------------------ */
static void an_unchanged_gap_shows_what_can_have_happened(void **state)
{
    static const struct {
        double first, last;
        const char *danish, *english;
    } cases[] = {
        {10, 9, "ændringen ligger mellem en indsnævring på 0,84 og en udvidelse på 0,76",
         "the change lies between a narrowing of 0.84 and a widening of 0.76"},
        {-10, -9, "ændringen ligger mellem en indsnævring på 0,76 og en udvidelse på 0,84",
         "the change lies between a narrowing of 0.76 and a widening of 0.84"},
        {0.2, -0.1, "forskellens ændring ligger mellem et fald på 0,84 og en stigning på 0,76",
         "the change of the difference lies between a fall of 0.84 and a rise of 0.76"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        struct arena *arena = world->folder->arena;
        add_verdict(world, (struct verdict_case){.place = "ned/nord",
                                                 .verdict = VERDICT_UNCHANGED,
                                                 .strength = SIGN,
                                                 .slope = between(-0.04, -0.84, 0.76),
                                                 .first = cases[i].first,
                                                 .last = cases[i].last,
                                                 .figures = 11});
        assert_says(world,
                    arena_printf(arena,
                                 "Nordparken: " REST_DA " er uændret fra 2014 til 2024: "
                                 "%s~pct.-point om året. En ændring af betydning er usandsynlig.",
                                 cases[i].danish),
                    arena_printf(arena,
                                 "Nordparken: " REST_EN " is unchanged from 2014 to 2024: "
                                 "%s~percentage points a year. A change that matters is unlikely.",
                                 cases[i].english));
    }
}

static void an_imprecise_gap_says_so_and_when_it_can_be_told(void **state)
{
    struct verdict_case given = {.place = "ned/nord",
                                 .slope = between(-0.3, -1.2, 0.6),
                                 .first = 10,
                                 .last = 9,
                                 .figures = 11,
                                 .reason = REASON_IMPRECISE,
                                 .line = VERDICT_LINE_IMPRECISE,
                                 .determinable = 2027};
    struct world *world = world_new(*state);
    add_verdict(world, given);
    assert_says(world,
                UNDETERMINED_DA "tallene er for usikre (ændringen ligger mellem en indsnævring på "
                                "1,20 og en udvidelse på 0,60~pct.-point om året). Går det, som "
                                "det er gået, kan det tidligst afgøres i 2027.",
                UNDETERMINED_EN "the figures are too uncertain (the change lies between a "
                                "narrowing of 1.20 and a widening of 0.60~percentage points a "
                                "year). If it goes on as it has, it can be determined in 2027 at "
                                "the earliest.");
    /* Ten years after the last figure, of 2024, is as far as a year is told. */
    static const struct {
        int year;
        const char *end;
    } ahead[] = {{2034, "kan det tidligst afgøres i 2034."},
                 {2035, "kan det ikke afgøres inden for ti år."}};
    for (size_t i = 0; i < 2; i++) {
        given.determinable = ahead[i].year;
        world = world_new(*state);
        add_verdict(world, given);
        struct sentence sentence = sentence_of(world, DANISH);
        assert_string_equal(strstr(sentence.text, "kan det "), ahead[i].end);
        assert_true(quotes(&sentence, "nord", STATISTIC_DETERMINABLE_YEAR));
    }
    assert_non_null(strstr(sentence_of(world, ENGLISH).text,
                           "If it goes on as it has, it cannot be determined within ten years."));
    given.determinable = 0;
    world = world_new(*state);
    add_verdict(world, given);
    assert_says(world,
                UNDETERMINED_DA "tallene er for usikre (ændringen ligger mellem en indsnævring på "
                                "1,20 og en udvidelse på 0,60~pct.-point om året).",
                UNDETERMINED_EN "the figures are too uncertain (the change lies between a "
                                "narrowing of 1.20 and a widening of 0.60~percentage points a "
                                "year).");
}

/* What a question takes from it: the finding, and not how sure it is or what is ahead. */
static void a_verdict_can_be_told_briefly(void **state)
{
    static const struct {
        struct verdict_case given;
        const char *text;
    } cases[] = {
        {{.verdict = VERDICT_NARROWING,
          .strength = STRENGTH_FIRM,
          .direction = DIRECTION_BETTER,
          .first = 9,
          .last = 4},
         "Nordparken: afstanden til resten af kommunen er indsnævret med 1,00~pct.-point om året "
         "fra 2014 til 2024 (mellem 0,50 og 2,00). Det er en forbedring."},
        {{.verdict = VERDICT_UNCHANGED, .first = 9, .last = 4},
         "Nordparken: afstanden til resten af kommunen er uændret fra 2014 til 2024: ændringen "
         "ligger mellem en indsnævring på 2,00 og en indsnævring på 0,50~pct.-point om året."},
        {{.verdict = VERDICT_NOT_DETERMINABLE,
          .reason = REASON_IMPRECISE,
          .first = 9,
          .last = 4,
          .determinable = 2030},
         "Nordparken: det kan ikke afgøres, om afstanden til resten af kommunen ændrer sig: "
         "tallene er for usikre (ændringen ligger mellem en indsnævring på 2,00 og en "
         "indsnævring på 0,50~pct.-point om året)."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = world_new(*state);
        struct verdict_case given = cases[i].given;
        struct sentence sentence = {.text = ""};
        given.place = "ned/nord";
        given.slope = between(-1, -2, -0.5);
        const struct gap_verdict *verdict = add_verdict(world, given);
        verdict_say_briefly(world_speaker(world, DANISH), verdict, &sentence);
        assert_string_equal(visible(world->folder->arena, sentence.text), cases[i].text);
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT));
        assert_true(quotes(&sentence, "nord", STATISTIC_VERDICT_SLOPE));
    }
}

static void every_other_reason_is_said(void **state)
{
    static const struct {
        enum reason reason;
        enum verdict_line line;
        size_t figures;
        const char *danish, *english;
    } cases[] = {
        {REASON_TOO_FEW_YEARS, VERDICT_LINE_ADMISSIBLE, 3,
         "der er tre målinger, og det kræver mindst fem over mindst fire år.",
         "there are three figures, and it takes at least five over at least four years."},
        {REASON_TOO_FEW_YEARS, VERDICT_LINE_ADMISSIBLE, 1,
         "der er én måling, og det kræver mindst fem over mindst fire år.",
         "there is one figure, and it takes at least five over at least four years."},
        {REASON_TOO_FEW_YEARS, VERDICT_LINE_ADMISSIBLE, 0,
         "der er ingen målinger, og det kræver mindst fem over mindst fire år.",
         "there are no figures, and it takes at least five over at least four years."},
        {REASON_SERIES_BREAK, VERDICT_LINE_ADMISSIBLE, 2,
         "der er to målinger efter det seneste databrud, og det kræver mindst fem over mindst fire "
         "år.",
         "there are two figures since the latest break in the series, and it takes at least five "
         "over at least four years."},
        {REASON_NO_TREND, VERDICT_LINE_ADMISSIBLE, 5, "der måles for sjældent til en tendens.",
         "it is measured too seldom for a trend."},
        {REASON_NO_COMPARATOR, VERDICT_LINE_ADMISSIBLE, 0, "der er intet at sammenligne med.",
         "there is nothing to compare with."},
        {REASON_TOO_FEW_EVENTS, VERDICT_LINE_ADMISSIBLE, 9,
         "tallene bygger på for få personer eller hændelser.",
         "the figures rest on too few persons or events."},
        {REASON_SUPPRESSED, VERDICT_LINE_ADMISSIBLE, 4,
         "for mange år er skjult, fordi tallene handler om få personer.",
         "too many years are hidden, because the figures are about few persons."},
        {REASON_SUPPRESSED, VERDICT_LINE_HIDDEN, 8,
         "svaret afhænger af år, der er skjult, fordi tallene handler om få personer.",
         "the answer depends on years that are hidden, because the figures are about few "
         "persons."},
        {REASON_SUPPRESSED_SOURCE, VERDICT_LINE_ADMISSIBLE, 4, "for mange år er skjult af kilden.",
         "too many years are withheld by the source."},
        {REASON_SUPPRESSED_SOURCE, VERDICT_LINE_HIDDEN, 8,
         "svaret afhænger af år, der er skjult af kilden.",
         "the answer depends on years that are withheld by the source."},
        {REASON_NO_COUNTS, VERDICT_LINE_ADMISSIBLE, 8, "kun værdien er oplyst, ingen antal.",
         "only the value is given, no counts."},
        {REASON_NO_VARIATION, VERDICT_LINE_IMPRECISE, 8, "ingen variation.", "no variation."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        struct arena *arena = world->folder->arena;
        add_verdict(world, (struct verdict_case){.place = "ned/nord",
                                                 .slope = estimate_undefined(cases[i].reason),
                                                 .reason = cases[i].reason,
                                                 .line = cases[i].line,
                                                 .figures = cases[i].figures});
        assert_says(world, arena_printf(arena, UNDETERMINED_DA "%s", cases[i].danish),
                    arena_printf(arena, UNDETERMINED_EN "%s", cases[i].english));
        struct sentence sentence = sentence_of(world, DANISH);
        assert_int_equal(sentence.count, 1); /* the verdict alone: no slope is told */
    }
}

static void a_sensitive_value_is_said_to_be_withheld(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "ned;A;værdi;pct.;op;kalenderår;K;ja\n");
    plan_folder_figures(folder, "ned;nord;2020;;;;47;;\n");
    world->table = plan_folder_release(folder, EDITION_SHARED);
    add_verdict(world, (struct verdict_case){.place = "ned/nord",
                                             .slope = estimate_undefined(REASON_SUPPRESSED),
                                             .reason = REASON_SUPPRESSED});
    assert_says(world, UNDETERMINED_DA "tallene vises ikke i den delte udgave.",
                UNDETERMINED_EN "the figures are not shown in the shared edition.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_gap_that_has_moved_says_how_much_and_for_better_or_worse),
        PLAN_FOLDER_TEST(a_movement_too_small_to_be_seen_has_no_digits),
        PLAN_FOLDER_TEST(lead_and_side_are_told_from_direction_and_ends),
        PLAN_FOLDER_TEST(who_has_moved_is_said_where_both_slopes_bear_it_out),
        PLAN_FOLDER_TEST(of_a_total_the_areas_have_moved),
        PLAN_FOLDER_TEST(an_unchanged_gap_shows_what_can_have_happened),
        PLAN_FOLDER_TEST(an_imprecise_gap_says_so_and_when_it_can_be_told),
        PLAN_FOLDER_TEST(a_verdict_can_be_told_briefly),
        PLAN_FOLDER_TEST(every_other_reason_is_said),
        PLAN_FOLDER_TEST(a_sensitive_value_is_said_to_be_withheld),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
