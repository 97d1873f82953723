/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence.h"

#include "sentence_check.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH
#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static const char *text_of(struct world *world, enum language language,
                           struct sentence (*say_it)(const struct speaker *,
                                                     const struct indicator *, const struct area *),
                           const char *place)
{
    const struct speaker *speaker = world_speaker(world, language);
    const char *slash = strchr(place, '/');
    const char *code = arena_text(world->folder->arena, place, (size_t)(slash - place));
    struct sentence sentence =
        say_it(speaker, indicator_of(world->folder, code), world_area(world, slash + 1));
    return visible(world->folder->arena, sentence.text);
}

static void assert_says(struct world *world,
                        struct sentence (*say_it)(const struct speaker *, const struct indicator *,
                                                  const struct area *),
                        const char *place, const char *danish, const char *english)
{
    assert_string_equal(text_of(world, DANISH, say_it, place), danish);
    assert_string_equal(text_of(world, ENGLISH, say_it, place), english);
}

/* --- quoting --------------------------------------------------------------------------------- */
static void a_finding_is_quoted_once_and_never_past_the_end(void **state)
{
    struct finding findings[SENTENCE_QUOTES + 2] = {{0}};
    struct sentence sentence = {.text = ""};
    (void)state;
    sentence_quote(&sentence, NULL);
    assert_int_equal(sentence.count, 0);
    sentence_quote(&sentence, &findings[0]);
    sentence_quote(&sentence, &findings[0]);
    assert_int_equal(sentence.count, 1);
    for (size_t i = 0; i < SENTENCE_QUOTES + 2; i++)
        sentence_quote(&sentence, &findings[i]);
    assert_int_equal(sentence.count, SENTENCE_QUOTES);
}

static void a_key_is_the_place_in_the_machine_file(void **state)
{
    struct world *world = world_new(*state);
    struct arena *arena = world->folder->arena;
    assert_string_equal(
        sentence_key(arena, add(world, "ned/nord", STATISTIC_LEVEL, 2023, point(1))),
        "ned/nord/level/2023");
    assert_string_equal(
        sentence_key(arena, add(world, "ned/nord", STATISTIC_VERDICT, 2023, point(1))),
        "ned/nord/verdict");
}

static void the_name_of_the_area_can_be_left_out(void **state)
{
    struct world *world = world_new(*state);
    struct arena *arena = world->folder->arena;
    const struct area *area = area_of(world->folder, "nord");
    const struct finding *level = add(world, "ned/nord", STATISTIC_LEVEL, 2023, point(1));
    struct sentence sentence = {.text = "Nordparken: andelen er 1. Nordparken: 2."};
    sentence_quote(&sentence, level);
    struct sentence bare = sentence_unnamed(arena, sentence, area);
    assert_string_equal(bare.text, "Andelen er 1. Nordparken: 2.");
    assert_int_equal(bare.count, 1);
    assert_ptr_equal(bare.quoted[0], level);
    sentence.text = "Nordparken er et sted.";
    assert_string_equal(sentence_unnamed(arena, sentence, area).text, sentence.text);
    sentence.text = "";
    assert_string_equal(sentence_unnamed(arena, sentence, area).text, "");
}

/* --- levels with a baseline ------------------------------------------------------------------- */
struct level_case {
    const char *place;
    double first, last;
    struct estimate change;
    const char *danish, *english;
};

static void a_level_is_told_from_the_baseline_on(void **state)
{
    const struct level_case cases[] = {
        {"ned/nord", 16.2, 12.7, between(-3.5, -5.6, -1.4),
         "Nordparken: andelen er faldet fra 16,2~pct. i 2021 til 12,7~pct. i 2024. Det er en "
         "forbedring på 3,5~pct.-point (mellem 1,4 og 5,6), mere end tilfældige udsving plejer at "
         "give.",
         "Nordparken: the share has fallen from 16.2~per cent in 2021 to 12.7~per cent in 2024. "
         "That is an improvement of 3.5~percentage points (between 1.4 and 5.6), more than chance "
         "usually gives."},
        {"op/nord", 16.2, 12.7, between(-3.5, -5.6, -1.4),
         "Nordparken: andelen er faldet fra 16,2~pct. i 2021 til 12,7~pct. i 2024. Det er en "
         "forværring på 3,5~pct.-point (mellem 1,4 og 5,6), mere end tilfældige udsving plejer at "
         "give.",
         "Nordparken: the share has fallen from 16.2~per cent in 2021 to 12.7~per cent in 2024. "
         "That is a deterioration of 3.5~percentage points (between 1.4 and 5.6), more than "
         "chance usually gives."},
        {"op/nord", 12.7, 16.2, between(3.5, 0.02, 7),
         "Nordparken: andelen er steget fra 12,7~pct. i 2021 til 16,2~pct. i 2024. Det er en "
         "forbedring på 3,5~pct.-point (mellem lidt over 0,0 og 7,0), mere end tilfældige udsving "
         "plejer at give.",
         "Nordparken: the share has risen from 12.7~per cent in 2021 to 16.2~per cent in 2024. "
         "That is an improvement of 3.5~percentage points (between just above 0.0 and 7.0), more "
         "than chance usually gives."},
        {"neutral/nord", 12.7, 16.2, between(3.5, 1, 7),
         "Nordparken: andelen er steget fra 12,7~pct. i 2021 til 16,2~pct. i 2024. Ændringen er på "
         "3,5~pct.-point (mellem 1,0 og 7,0), mere end tilfældige udsving plejer at give.",
         "Nordparken: the share has risen from 12.7~per cent in 2021 to 16.2~per cent in 2024. The "
         "change is 3.5~percentage points (between 1.0 and 7.0), more than chance usually gives."},
        {"ned/nord", 22.5, 21.8, between(-0.7, -4.1, 2.7),
         "Nordparken: andelen er faldet fra 22,5~pct. i 2021 til 21,8~pct. i 2024. Det går den "
         "rigtige vej, men det kan være tilfældigt: ændringen ligger mellem et fald på 4,1 og en "
         "stigning på 2,7~pct.-point.",
         "Nordparken: the share has fallen from 22.5~per cent in 2021 to 21.8~per cent in 2024. "
         "That is in the right direction, but it may be chance: the change lies between a fall of "
         "4.1 and a rise of 2.7~percentage points."},
        {"op/nord", 22.5, 21.8, between(-0.7, -4.1, 0.04),
         "Nordparken: andelen er faldet fra 22,5~pct. i 2021 til 21,8~pct. i 2024. Det går den "
         "forkerte vej, men det kan være tilfældigt: ændringen ligger mellem et fald på "
         "4,1~pct.-point og ingen ændring.",
         "Nordparken: the share has fallen from 22.5~per cent in 2021 to 21.8~per cent in 2024. "
         "That is in the wrong direction, but it may be chance: the change lies between a fall of "
         "4.1~percentage points and no change."},
        {"neutral/nord", 22.5, 21.8, between(-0.7, -4.1, 2.7),
         "Nordparken: andelen er faldet fra 22,5~pct. i 2021 til 21,8~pct. i 2024. Det kan være "
         "tilfældigt: ændringen ligger mellem et fald på 4,1 og en stigning på 2,7~pct.-point.",
         "Nordparken: the share has fallen from 22.5~per cent in 2021 to 21.8~per cent in 2024. "
         "That may be chance: the change lies between a fall of 4.1 and a rise of 2.7~percentage "
         "points."},
        {"ned/nord", 7.3, 7.3, between(0, -3.7, 3.7),
         "Nordparken: andelen var 7,3~pct. i 2024, det samme som i 2021. Usikkerheden taget i "
         "betragtning ligger ændringen mellem et fald på 3,7 og en stigning på 3,7~pct.-point.",
         "Nordparken: the share was 7.3~per cent in 2024, the same as in 2021. Allowing for "
         "uncertainty the change lies between a fall of 3.7 and a rise of 3.7~percentage points."},
        {"ned/nord", 7.34, 7.36, between(0.02, -0.01, 0.03),
         "Nordparken: andelen var 7,4~pct. i 2024, stort set som i 2021 (7,3~pct.). Usikkerheden "
         "taget i betragtning ligger ændringen tæt på 0,0.",
         "Nordparken: the share was 7.4~per cent in 2024, much the same as in 2021 (7.3~per cent). "
         "Allowing for uncertainty the change lies close to 0.0."},
        /* The least that can be seen, and maybe none: neither way. */
        {"ned/nord", 39.4, 39.3, between(-0.1, -5, 4.8),
         "Nordparken: andelen var 39,3~pct. i 2024, stort set som i 2021 (39,4~pct.). "
         "Usikkerheden taget i betragtning ligger ændringen mellem et fald på 5,0 og en stigning "
         "på 4,8~pct.-point.",
         "Nordparken: the share was 39.3~per cent in 2024, much the same as in 2021 (39.4~per "
         "cent). Allowing for uncertainty the change lies between a fall of 5.0 and a rise of "
         "4.8~percentage points."},
        {"ned/nord", 39.5, 39.3, between(-0.2, -5, 4.8),
         "Nordparken: andelen er faldet fra 39,5~pct. i 2021 til 39,3~pct. i 2024. Det går den "
         "rigtige vej, men det kan være tilfældigt: ændringen ligger mellem et fald på 5,0 og en "
         "stigning på 4,8~pct.-point.",
         "Nordparken: the share has fallen from 39.5~per cent in 2021 to 39.3~per cent in 2024. "
         "That is in the right direction, but it may be chance: the change lies between a fall of "
         "5.0 and a rise of 4.8~percentage points."},
        {"ned/nord", 39.4, 39.3, between(-0.1, -0.14, -0.06),
         "Nordparken: andelen er faldet fra 39,4~pct. i 2021 til 39,3~pct. i 2024. Det er en "
         "forbedring på 0,1~pct.-point (mellem 0,1 og 0,1), mere end tilfældige udsving plejer at "
         "give.",
         "Nordparken: the share has fallen from 39.4~per cent in 2021 to 39.3~per cent in 2024. "
         "That is an improvement of 0.1~percentage points (between 0.1 and 0.1), more than chance "
         "usually gives."},
        {"raten/nord", 31.1, 28.6, between(-2.5, -13.9, 8.8),
         "Nordparken: tallet er faldet fra 31,1~pr. 1.000 i 2021 til 28,6~pr. 1.000 i 2024. Det "
         "går den rigtige vej, men det kan være tilfældigt: ændringen ligger mellem et fald på "
         "13,9 og en stigning på 8,8~pr. 1.000.",
         "Nordparken: the figure has fallen from 31.1~per 1,000 in 2021 to 28.6~per 1,000 in 2024. "
         "That is in the right direction, but it may be chance: the change lies between a fall of "
         "13.9 and a rise of 8.8~per 1,000."},
        {"kroner/nord", 334000, 341900, point(7900),
         "Nordparken: beløbet er steget fra 334.000~kr. i 2021 til 341.900~kr. i 2024. Det går den "
         "rigtige vej, men usikkerheden kendes ikke: kun værdien er oplyst, ingen antal.",
         "Nordparken: the amount has risen from 334,000~kr. in 2021 to 341,900~kr. in 2024. That "
         "is "
         "in the right direction, but the uncertainty is not known: only the value is given, no "
         "counts."},
        {"antallet/nord", 360, 352, point(-8),
         "Nordparken: antallet er faldet fra 360 i 2021 til 352 i 2024. Usikkerheden kendes ikke: "
         "kun værdien er oplyst, ingen antal.",
         "Nordparken: the number has fallen from 360 in 2021 to 352 in 2024. The uncertainty is "
         "not "
         "known: only the value is given, no counts."},
        {"folk/nord", 1360, 1352, point(-8),
         "Nordparken: antallet er faldet fra 1.360~personer i 2021 til 1.352~personer i 2024. "
         "Usikkerheden kendes ikke: kun værdien er oplyst, ingen antal.",
         "Nordparken: the number has fallen from 1,360~personer in 2021 to 1,352~personer in 2024. "
         "The uncertainty is not known: only the value is given, no counts."},
        {"tallet/nord", -1.5, -0.5, point(1),
         "Nordparken: tallet er steget fra −1,5~point i 2021 til −0,5~point i 2024. Det går den "
         "rigtige vej, men usikkerheden kendes ikke: kun værdien er oplyst, ingen antal.",
         "Nordparken: the figure has risen from −1.5~point in 2021 to −0.5~point in 2024. That is "
         "in the right direction, but the uncertainty is not known: only the value is given, no "
         "counts."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct level_case *each = &cases[i];
        struct world *world = world_new(*state);
        add(world, each->place, STATISTIC_LEVEL, 2020, point(99)); /* neither baseline nor latest */
        add(world, each->place, STATISTIC_LEVEL, 2021, point(each->first));
        add(world, each->place, STATISTIC_LEVEL, 2024, point(each->last));
        add_span(world, each->place, STATISTIC_LEVEL_CHANGE, YEAR(2021), YEAR(2024), each->change);
        assert_says(world, sentence_level, each->place, each->danish, each->english);
        const struct speaker *speaker = world_speaker(world, DANISH);
        struct sentence sentence =
            sentence_level(speaker, world->rows[0].indicator, world->rows[0].area);
        assert_int_equal(sentence.count, 3); /* both levels and the change */
    }
}

static void periods_are_said_as_people_say_them(void **state)
{
    struct world *world = world_new(*state);
    const struct period first[] = {
        {PERIOD_SCHOOL_YEAR, 2020, 0, 0}, {PERIOD_QUARTER, 2019, 4, 0}, {PERIOD_DATE, 2019, 6, 5}};
    const struct period last[] = {
        {PERIOD_SCHOOL_YEAR, 2023, 0, 0}, {PERIOD_QUARTER, 2022, 1, 0}, {PERIOD_DATE, 2022, 11, 1}};
    static const char *const places[] = {"snittet/nord", "antallet/nord", "svarene/nord"};
    for (size_t i = 0; i < 3; i++) {
        add_span(world, places[i], STATISTIC_LEVEL, first[i], first[i], point(4));
        add_span(world, places[i], STATISTIC_LEVEL, last[i], last[i], point(5));
        add_span(world, places[i], STATISTIC_LEVEL_CHANGE, first[i], last[i], between(1, 0.5, 2));
    }
    assert_says(world, sentence_level, places[0],
                "Nordparken: gennemsnittet er steget fra 4,0~karakterpoint i skoleåret 2020/21 til "
                "5,0~karakterpoint i skoleåret 2023/24. Det er en forbedring på 1,0~karakterpoint "
                "(mellem 0,5 og 2,0), mere end tilfældige udsving plejer at give.",
                "Nordparken: the mean has risen from 4.0~karakterpoint in the school year 2020/21 "
                "to 5.0~karakterpoint in the school year 2023/24. That is an improvement of "
                "1.0~karakterpoint (between 0.5 and 2.0), more than chance usually gives.");
    assert_says(world, sentence_level, places[1],
                "Nordparken: antallet er steget fra 4 i 4. kvartal 2019 til 5 i 1. kvartal 2022. "
                "Ændringen er på 1 (mellem 1 og 2), mere end tilfældige udsving plejer at give.",
                "Nordparken: the number has risen from 4 in Q4 2019 to 5 in Q1 2022. The change is "
                "1 (between 1 and 2), more than chance usually gives.");
    assert_says(world, sentence_level, places[2],
                "Nordparken: andelen er steget fra 4,0~pct. den 5. juni 2019 til 5,0~pct. den 1. "
                "november 2022. Det er en forbedring på 1,0~pct.-point (mellem 0,5 og 2,0), mere "
                "end tilfældige udsving plejer at give.",
                "Nordparken: the share has risen from 4.0~per cent on 5 June 2019 to 5.0~per cent "
                "on 1 November 2022. That is an improvement of 1.0~percentage points (between 0.5 "
                "and 2.0), more than chance usually gives.");
}

/* --- levels without one ----------------------------------------------------------------------- */
static void a_level_that_cannot_be_compared_stands_alone_and_says_why(void **state)
{
    static const struct {
        enum reason reason;
        const char *danish, *english;
    } cases[] = {
        {REASON_SERIES_BREAK, "Det kan ikke sammenlignes med baseline: der er databrud imellem.",
         "It cannot be compared with the baseline: there is a break between them."},
        {REASON_TOO_FEW_YEARS, "Der er endnu ingen måling efter baseline.",
         "There is no figure after the baseline yet."},
        {REASON_NO_BASELINE,
         "Ændringen siden baseline kan ikke opgøres (ingen måling i basisåret eller før).",
         "The change since the baseline cannot be determined (no figure in or before the baseline "
         "year)."},
        {REASON_SUPPRESSED, "Ændringen siden baseline kan ikke opgøres (skjult: få personer).",
         "The change since the baseline cannot be determined (hidden: few persons)."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        struct arena *arena = world->folder->arena;
        add(world, "ned/samlet", STATISTIC_LEVEL, 2024, between(7.3, 5.4, 9.8));
        add(world, "ned/samlet", STATISTIC_LEVEL_CHANGE, 2024, estimate_undefined(cases[i].reason));
        const char *name = world_area(world, "samlet")->name;
        assert_says(world, sentence_level, "ned/samlet",
                    arena_printf(arena, "%s: andelen var 7,3~pct. i 2024 (mellem 5,4 og 9,8). %s",
                                 name, cases[i].danish),
                    arena_printf(arena,
                                 "%s: the share was 7.3~per cent in 2024 (between 5.4 and 9.8). %s",
                                 name, cases[i].english));
    }
}

static void a_level_of_no_known_time_says_so(void **state)
{
    static const struct period unknown = {.kind = PERIOD_UNKNOWN};
    struct world *world = world_new(*state);
    add_span(world, "kroner/nord", STATISTIC_LEVEL, unknown, unknown, point(325000));
    add(world, "kroner/nord", STATISTIC_LEVEL_CHANGE, 2024, estimate_undefined(REASON_NO_BASELINE));
    assert_says(world, sentence_level, "kroner/nord",
                "Nordparken: beløbet er 325.000~kr. (usikkerheden kendes ikke: kun værdien er "
                "oplyst, ingen antal). Det vides ikke, hvilket tidspunkt tallet gælder.",
                "Nordparken: the amount is 325,000~kr. (the uncertainty is not known: only the "
                "value is given, no counts). The time that the figure is of is not known.");
}

static void without_a_level_the_reasons_are_said_once_each(void **state)
{
    struct world *world = world_new(*state);
    assert_says(world, sentence_level, "ned/nord", "", "");
    add(world, "ned/nord", STATISTIC_LEVEL, 2021, estimate_undefined(REASON_SUPPRESSED));
    add(world, "ned/nord", STATISTIC_LEVEL, 2022, estimate_undefined(REASON_MISSING));
    add(world, "ned/nord", STATISTIC_LEVEL, 2023, estimate_undefined(REASON_SUPPRESSED));
    add(world, "op/nord", STATISTIC_LEVEL, 2023, estimate_undefined(REASON_WITHHELD));
    assert_says(world, sentence_level, "ned/nord",
                "Nordparken: der er ingen tal at vise (skjult: få personer; mangler).",
                "Nordparken: there are no figures to show (hidden: few persons; missing).");
    assert_says(world, sentence_level, "op/nord",
                "Nordparken: der er ingen tal at vise (vises ikke i den delte udgave).",
                "Nordparken: there are no figures to show (not shown in the shared edition).");
}

static void the_latest_figure_is_told_with_what_it_is(void **state)
{
    struct plan_folder *folder = *state;
    struct world *world = world_new(folder);
    plan_folder_figures(folder, "ned;nord;2022;;40;70;;;foreløbig\nop;nord;2022;;40;70;;;skøn\n");
    world->table = plan_folder_release(folder, EDITION_SHARED);
    add(world, "ned/nord", STATISTIC_LEVEL, 2022, between(57.1, 45, 68));
    add(world, "ned/nord", STATISTIC_LEVEL, 2023, estimate_undefined(REASON_SUPPRESSED));
    add(world, "op/nord", STATISTIC_LEVEL, 2022, between(57.1, 45, 68));
    assert_says(
        world, sentence_level, "ned/nord",
        "Nordparken: andelen var 57,1~pct. i 2022 (mellem 45,0 og 68,0). Det seneste tal er "
        "foreløbigt. Nyere tal kan ikke vises (skjult: få personer).",
        "Nordparken: the share was 57.1~per cent in 2022 (between 45.0 and 68.0). The "
        "latest figure is provisional. Later figures cannot be shown (hidden: few "
        "persons).");
    assert_says(
        world, sentence_level, "op/nord",
        "Nordparken: andelen var 57,1~pct. i 2022 (mellem 45,0 og 68,0). Det seneste tal er "
        "et skøn.",
        "Nordparken: the share was 57.1~per cent in 2022 (between 45.0 and 68.0). The "
        "latest figure is an estimate.");
}

/* --- gaps ------------------------------------------------------------------------------------ */
struct gap_case {
    const char *place;
    struct estimate gap;
    const char *danish, *english;
};

static void a_gap_says_its_size_its_side_and_how_sure_it_is(void **state)
{
    const struct gap_case cases[] = {
        {"ned/nord", between(12.8, 8.1, 17.6),
         "Nordparken: andelen var 12,8~pct.-point højere end i resten af kommunen i 2024 (mellem "
         "8,1 og 17,6). Området ligger dermed dårligere end resten af kommunen.",
         "Nordparken: the share was 12.8~percentage points higher than in the rest of the "
         "municipality in 2024 (between 8.1 and 17.6). The area is thus worse off than the rest of "
         "the municipality."},
        {"op/nord", between(12.8, 8.1, 17.6),
         "Nordparken: andelen var 12,8~pct.-point højere end i resten af kommunen i 2024 (mellem "
         "8,1 og 17,6). Området ligger dermed bedre end resten af kommunen.",
         "Nordparken: the share was 12.8~percentage points higher than in the rest of the "
         "municipality in 2024 (between 8.1 and 17.6). The area is thus better off than the rest "
         "of the municipality."},
        {"op/nord", between(-12.8, -17.6, -8.1),
         "Nordparken: andelen var 12,8~pct.-point lavere end i resten af kommunen i 2024 (mellem "
         "8,1 og 17,6). Området ligger dermed dårligere end resten af kommunen.",
         "Nordparken: the share was 12.8~percentage points lower than in the rest of the "
         "municipality in 2024 (between 8.1 and 17.6). The area is thus worse off than the rest of "
         "the municipality."},
        {"neutral/nord", between(12.8, 8.1, 17.6),
         "Nordparken: andelen var 12,8~pct.-point højere end i resten af kommunen i 2024 (mellem "
         "8,1 og 17,6).",
         "Nordparken: the share was 12.8~percentage points higher than in the rest of the "
         "municipality in 2024 (between 8.1 and 17.6)."},
        {"ned/nord", between(1.2, -0.8, 3.1),
         "Nordparken: andelen var 1,2~pct.-point højere end i resten af kommunen i 2024, men "
         "forskellen kan være tilfældig: den ligger mellem 0,8~pct.-point lavere og 3,1~pct.-point "
         "højere.",
         "Nordparken: the share was 1.2~percentage points higher than in the rest of the "
         "municipality in 2024, but the difference may be chance: it lies between 0.8~percentage "
         "points lower and 3.1~percentage points higher."},
        {"ned/nord", between(0.04, -0.8, 0.7),
         "Nordparken: andelen var på niveau med resten af kommunen i 2024; forskellen ligger "
         "mellem "
         "0,8~pct.-point lavere og 0,7~pct.-point højere.",
         "Nordparken: the share was on a level with the rest of the municipality in 2024; the "
         "difference lies between 0.8~percentage points lower and 0.7~percentage points higher."},
        {"kroner/nord", point(-179800),
         "Nordparken: beløbet var 179.800~kr. lavere end i resten af kommunen i 2024 (usikkerheden "
         "kendes ikke: kun værdien er oplyst, ingen antal). Området ligger dermed dårligere end "
         "resten af kommunen.",
         "Nordparken: the amount was 179,800~kr. lower than in the rest of the municipality in "
         "2024 "
         "(the uncertainty is not known: only the value is given, no counts). The area is thus "
         "worse off than the rest of the municipality."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        add(world, cases[i].place, STATISTIC_GAP, 2024, point(77)); /* of the other comparator */
        add(world, cases[i].place, STATISTIC_GAP_REST, 2023, point(66));
        add(world, cases[i].place, STATISTIC_GAP_REST, 2024, cases[i].gap);
        add(world, cases[i].place, STATISTIC_GAP_CHANGE, 2024, estimate_undefined(REASON_MISSING));
        assert_says(world, sentence_gap, cases[i].place, cases[i].danish, cases[i].english);
    }
}

/* What was measured of the municipality since then makes a gap one of the past. */
static void a_gap_that_is_not_of_today_says_so(void **state)
{
    struct world *world = world_new(*state);
    add(world, "ned/nord", STATISTIC_GAP_REST, 2018, between(12.8, 8.1, 17.6));
    add(world, "ned/nord", STATISTIC_GAP_REST, 2022, estimate_undefined(REASON_SUPPRESSED));
    add_span(world, "ned/nord", STATISTIC_GAP_CHANGE, YEAR(2018), YEAR(2018), point(0));
    const struct finding *now = add(world, "ned/by", STATISTIC_LEVEL, 2018, point(5));
    assert_says(world, sentence_gap, "ned/nord",
                "Nordparken: andelen var 12,8~pct.-point højere end i resten af kommunen i 2018 "
                "(mellem 8,1 og 17,6). Området ligger dermed dårligere end resten af kommunen.",
                "Nordparken: the share was 12.8~percentage points higher than in the rest of the "
                "municipality in 2018 (between 8.1 and 17.6). The area is thus worse off than the "
                "rest of the municipality.");
    now = add(world, "ned/by", STATISTIC_LEVEL, 2022, point(4));
    assert_says(world, sentence_gap, "ned/nord",
                "Nordparken: andelen var 12,8~pct.-point højere end i resten af kommunen i 2018 "
                "(mellem 8,1 og 17,6). Området lå dermed dårligere end resten af kommunen i 2018. "
                "Kommunens seneste tal er fra 2022, men afstanden kan ikke opgøres senere (skjult: "
                "få personer).",
                "Nordparken: the share was 12.8~percentage points higher than in the rest of the "
                "municipality in 2018 (between 8.1 and 17.6). The area was thus worse off than the "
                "rest of the municipality in 2018. The municipality's latest figure is from 2022, "
                "but the gap cannot be determined later (hidden: few persons).");
    struct sentence sentence =
        sentence_gap(world_speaker(world, DANISH), now->indicator, world->rows[0].area);
    assert_true(quotes(&sentence, "by", STATISTIC_LEVEL));
}

static void a_gap_to_the_municipality_says_so_and_a_total_is_several_areas(void **state)
{
    struct world *world = world_new(*state);
    const char *name = world_area(world, "samlet")->name;
    add(world, "op/samlet", STATISTIC_GAP, 2024, between(-5, -8, -2));
    add(world, "op/samlet", STATISTIC_GAP_CHANGE, 2024, point(1))->comparator =
        world_area(world, "by");
    assert_says(world, sentence_gap, "op/samlet",
                arena_printf(world->folder->arena,
                             "%s: andelen var 5,0~pct.-point lavere end i kommunen som helhed i "
                             "2024 (mellem 2,0 og 8,0). Områderne ligger dermed dårligere end "
                             "kommunen som helhed.",
                             name),
                arena_printf(world->folder->arena,
                             "%s: the share was 5.0~percentage points lower than in the "
                             "municipality as a whole in 2024 (between 2.0 and 8.0). The areas are "
                             "thus worse off than the municipality as a whole.",
                             name));
}

static void a_gap_that_is_not_there_says_why(void **state)
{
    struct world *world = world_new(*state);
    add(world, "op/nord", STATISTIC_GAP, 2023, estimate_undefined(REASON_NO_COMPARATOR));
    add(world, "op/nord", STATISTIC_GAP_CHANGE, 2024, estimate_undefined(REASON_NO_BASELINE))
        ->comparator = NULL;
    assert_says(world, sentence_gap, "op/nord",
                "Nordparken: afstanden til kommunen som helhed kan ikke opgøres (intet at "
                "sammenligne med).",
                "Nordparken: the gap to the municipality as a whole cannot be determined (nothing "
                "to compare with).");
    assert_says(world, sentence_gap, "op/syd", "", "");
    assert_says(world, sentence_gap_change, "op/nord", "", "");
}

static void the_change_of_a_gap_is_told_from_the_side_it_lies_on(void **state)
{
    static const struct {
        double first, last;
        struct estimate change;
        const char *danish, *english;
    } cases[] = {
        {-10,
         -13,
         {ESTIMATE_INTERVAL, REASON_NONE, METHOD_MOVER, -3, -5, -1},
         "Nordparken: afstanden til resten af kommunen er blevet 3,0~pct.-point større siden 2021 "
         "(mellem 1,0 og 5,0).",
         "Nordparken: the gap to the rest of the municipality has become 3.0~percentage points "
         "larger since 2021 (between 1.0 and 5.0)."},
        {10,
         7,
         {ESTIMATE_INTERVAL, REASON_NONE, METHOD_MOVER, -3, -7, 1},
         "Nordparken: afstanden til resten af kommunen er blevet 3,0~pct.-point mindre siden 2021, "
         "men det kan være tilfældigt (mellem en indsnævring på 7,0 og en udvidelse på "
         "1,0~pct.-point).",
         "Nordparken: the gap to the rest of the municipality has become 3.0~percentage points "
         "smaller since 2021, but that may be chance (between a narrowing of 7.0 and a widening of "
         "1.0~percentage points)."},
        {-7,
         -7,
         {ESTIMATE_INTERVAL, REASON_NONE, METHOD_MOVER, 0, -4, 1},
         "Nordparken: afstanden til resten af kommunen er den samme som i 2021; ændringen ligger "
         "mellem en indsnævring på 1,0 og en udvidelse på 4,0~pct.-point.",
         "Nordparken: the gap to the rest of the municipality is the same as in 2021; the change "
         "lies between a narrowing of 1.0 and a widening of 4.0~percentage points."},
        {-1,
         2,
         {ESTIMATE_INTERVAL, REASON_NONE, METHOD_MOVER, 3, -1, 7},
         "Nordparken: andelen var 1,0~pct.-point lavere end i resten af kommunen i 2021. Siden da "
         "har forskellen flyttet sig 3,0~pct.-point (mellem et fald på 1,0 og en stigning på "
         "7,0~pct.-point).",
         "Nordparken: the share was 1.0~percentage points lower than in the rest of the "
         "municipality in 2021. Since then the difference has moved by 3.0~percentage points "
         "(between a fall of 1.0 and a rise of 7.0~percentage points)."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct world *world = world_new(*state);
        add(world, "op/nord", STATISTIC_GAP_REST, 2021, point(cases[i].first));
        add(world, "op/nord", STATISTIC_GAP_REST, 2024, point(cases[i].last));
        add_span(world, "op/nord", STATISTIC_GAP_CHANGE, YEAR(2021), YEAR(2024), cases[i].change);
        assert_says(world, sentence_gap_change, "op/nord", cases[i].danish, cases[i].english);
    }
}

static void a_gap_has_changed_since_a_date(void **state)
{
    static const struct period from = {PERIOD_DATE, 2019, 6, 5}, to = {PERIOD_DATE, 2022, 11, 1};
    struct world *world = world_new(*state);
    add_span(world, "svarene/nord", STATISTIC_GAP_REST, from, from, point(-4));
    add_span(world, "svarene/nord", STATISTIC_GAP_REST, to, to, point(-5));
    add_span(world, "svarene/nord", STATISTIC_GAP_CHANGE, from, to, between(-1, -2, -0.5));
    assert_says(
        world, sentence_gap_change, "svarene/nord",
        "Nordparken: afstanden til resten af kommunen er blevet 1,0~pct.-point større siden "
        "den 5. juni 2019 (mellem 0,5 og 2,0).",
        "Nordparken: the gap to the rest of the municipality has become 1.0~percentage "
        "points larger since 5 June 2019 (between 0.5 and 2.0).");
}

static void without_a_verdict_there_is_no_sentence(void **state)
{
    struct world *world = world_new(*state);
    assert_says(world, sentence_verdict, "op/nord", "", "");
}

/* --- every sentence of whole plans ------------------------------------------------------------ */
static void check_all(const struct speaker *speaker, unsigned *sentences)
{
    const struct catalogue *catalogue = speaker->findings->table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++) {
            const struct area *area = &catalogue->areas[j];
            const struct indicator *indicator = &catalogue->indicators[i];
            if (area->role != AREA_ESTATE && area->role != AREA_TOTAL)
                continue;
            const struct sentence made[] = {sentence_level(speaker, indicator, area),
                                            sentence_gap(speaker, indicator, area),
                                            sentence_gap_change(speaker, indicator, area),
                                            sentence_verdict(speaker, indicator, area)};
            for (size_t k = 0; k < COUNT_OF(made); k++) {
                check_sentence(speaker, &made[k], area);
                *sentences += *made[k].text != 0;
            }
        }
}

static void every_sentence_of_the_shipped_plans_is_true_of_its_findings(void **state)
{
    static const char *const plans[] = {"data/eksempel", "data/valg", "data/aftalen"};
    unsigned sentences = 0;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(plans); i++)
        for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
            struct arena *arena = arena_new();
            struct diagnostics diagnostics = {.arena = arena};
            struct catalogue catalogue = catalogue_read(&diagnostics, plans[i]);
            struct observations observations =
                observations_read(&diagnostics, plans[i], &catalogue);
            struct cells cells = cells_build(&diagnostics, &catalogue, &observations, true);
            static const struct earlier_editions none; /* all zero */
            struct released_table table;
            assert_true(
                protect(&diagnostics, &catalogue, &cells, &none, (enum edition)edition, &table));
            struct findings findings = findings_compute(arena, &table);
            for (int language = DANISH; language <= ENGLISH; language++) {
                const struct speaker speaker = {arena, (enum language)language, &findings};
                check_all(&speaker, &sentences);
            }
            arena_free(arena);
        }
    assert_true(sentences > 1000);
}

/* Series that fall, rise, cross or stay, small and large, with years missing or hidden. */
static void put_random_series(struct plan_folder *folder, struct chance *chance, const char **rows,
                              const char *indicator, const char *area)
{
    unsigned persons = chance_between(chance, 15, 900);
    double level = chance_between(chance, 2, 90) / 100.0;
    double slope = ((int)chance_between(chance, 0, 40) - 20) / 400.0;
    bool given = strcmp(indicator, "kroner") == 0 || strcmp(indicator, "folk") == 0;
    for (int year = 2014; year <= 2024; year++) {
        double share = level + slope * (year - 2014) + chance_between(chance, 0, 40) / 1000.0;
        share = share < 0 ? 0 : share > 1 ? 1 : share;
        unsigned count = (unsigned)(share * persons);
        if (chance_between(chance, 0, 9) == 0)
            continue;
        *rows = given ? arena_printf(folder->arena, "%s%s;%s;%d;;;;%u;;\n", *rows, indicator, area,
                                     year, count + 1)
                      : arena_printf(folder->arena, "%s%s;%s;%d;;%u;%u;;;%s\n", *rows, indicator,
                                     area, year, count, persons, year == 2024 ? "foreløbig" : "");
    }
}

static void every_sentence_of_plans_by_chance_is_true_of_its_findings(void **state)
{
    static const char *const indicators[] = {"ned", "op", "neutral", "raten", "kroner", "folk"};
    struct plan_folder *folder = *state;
    struct chance chance = {11};
    unsigned sentences = 0;
    plan_folder_write(folder, "indikatorer.csv", WORLD_INDICATORS);
    for (int round = 0; round < 6; round++) {
        const char *rows = "";
        for (size_t i = 0; i < COUNT_OF(indicators); i++) {
            for (int year = 2014; year <= 2024; year++)
                rows = arena_printf(folder->arena,
                                    i < 4 ? "%s%s;by;%d;;%u;40000;;;\n" : "%s%s;by;%d;;;;%u;;\n",
                                    rows, indicators[i], year, chance_between(&chance, 9000, 9400));
            put_random_series(folder, &chance, &rows, indicators[i], "nord");
            put_random_series(folder, &chance, &rows, indicators[i], "syd");
        }
        plan_folder_figures(folder, rows);
        for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
            struct released_table table = plan_folder_release(folder, (enum edition)edition);
            struct findings findings = findings_compute(folder->arena, &table);
            for (int language = DANISH; language <= ENGLISH; language++) {
                const struct speaker speaker = {folder->arena, (enum language)language, &findings};
                check_all(&speaker, &sentences);
            }
        }
    }
    assert_true(sentences > 1000);
}

int main(void)
{
    distribution_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_is_quoted_once_and_never_past_the_end),
        PLAN_FOLDER_TEST(a_key_is_the_place_in_the_machine_file),
        PLAN_FOLDER_TEST(the_name_of_the_area_can_be_left_out),
        PLAN_FOLDER_TEST(a_level_is_told_from_the_baseline_on),
        PLAN_FOLDER_TEST(periods_are_said_as_people_say_them),
        PLAN_FOLDER_TEST(a_level_that_cannot_be_compared_stands_alone_and_says_why),
        PLAN_FOLDER_TEST(a_level_of_no_known_time_says_so),
        PLAN_FOLDER_TEST(without_a_level_the_reasons_are_said_once_each),
        PLAN_FOLDER_TEST(the_latest_figure_is_told_with_what_it_is),
        PLAN_FOLDER_TEST(a_gap_says_its_size_its_side_and_how_sure_it_is),
        PLAN_FOLDER_TEST(a_gap_to_the_municipality_says_so_and_a_total_is_several_areas),
        PLAN_FOLDER_TEST(a_gap_that_is_not_there_says_why),
        PLAN_FOLDER_TEST(a_gap_that_is_not_of_today_says_so),
        PLAN_FOLDER_TEST(the_change_of_a_gap_is_told_from_the_side_it_lies_on),
        PLAN_FOLDER_TEST(a_gap_has_changed_since_a_date),
        PLAN_FOLDER_TEST(without_a_verdict_there_is_no_sentence),
        cmocka_unit_test(every_sentence_of_the_shipped_plans_is_true_of_its_findings),
        PLAN_FOLDER_TEST(every_sentence_of_plans_by_chance_is_true_of_its_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
