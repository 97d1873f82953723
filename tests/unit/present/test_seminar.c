/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar.h"

#include "page_world.h"

static struct finding some_level(const struct seminar *seminar)
{
    return (struct finding){.indicator = &seminar->catalogue->indicators[0],
                            .area = seminar->areas[0],
                            .statistic = STATISTIC_LEVEL,
                            .from = {PERIOD_YEAR, 2021, 0, 0},
                            .to = {PERIOD_YEAR, 2021, 0, 0},
                            .estimate = estimate_interval(METHOD_WILSON, 44.25, 33.1, 56)};
}

static void write_numbers(const struct seminar *seminar)
{
    struct finding level = some_level(seminar);
    seminar_number(seminar, &level, "Nu", true);
    seminar_number(seminar, &level, "", false);
    level.estimate = estimate_undefined(REASON_SUPPRESSED);
    seminar_number(seminar, &level, "Nu", true);
    seminar_number(seminar, NULL, "Nu", true);
    seminar_text(seminar, "A & B", "<x>");
}

static void a_number_has_its_place_in_the_results_beside_it(void **state)
{
    assert_string_equal(
        part_of(*state, EDITION_SHARED, write_numbers),
        "<td class=\"n\" data-label=\"Nu\" data-cell=\"andelen/nord/level/2021\">44,3<small>33,1 "
        "til 56,0</small>\n</td>\n"
        "<td class=\"n\" data-cell=\"andelen/nord/level/2021\">44,3</td>\n"
        "<td class=\"n why\" data-label=\"Nu\">skjult: få personer</td>\n"
        "<td class=\"n\" data-label=\"Nu\">–</td>\n"
        "<td data-label=\"A &amp; B\">&lt;x&gt;</td>\n");
}

static void write_sentences(const struct seminar *seminar)
{
    const struct finding level = some_level(seminar);
    struct sentence sentence = {.text = "Andelen er 44,3 & <x>."};
    sentence_quote(&sentence, &level);
    seminar_sentence(seminar, "p class=\"headline\"", &sentence);
    sentence.text = "";
    seminar_sentence(seminar, "p", &sentence);
}

static void a_sentence_has_the_places_of_what_it_quotes(void **state)
{
    assert_string_equal(part_of(*state, EDITION_SHARED, write_sentences),
                        "<p class=\"headline\" data-quotes=\"andelen/nord/level/2021\">Andelen er "
                        "44,3 &amp; &lt;x&gt;.</p>\n");
}

static void write_sources(const struct seminar *seminar)
{
    seminar_source(seminar, seminar_sources(seminar, NULL));
    seminar_source(seminar, seminar_sources(seminar, "Flere"));
    seminar_source(seminar, "");
}

static void a_source_is_named_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;mål;type;enhed;god_retning;opgørelse;kilde\n"
                      "andelen;Andel;;andel;pct.;op;kalenderår;K\n"
                      "raten;Rate;Flere;rate;pr. 1.000;ned;kalenderår;L\n"
                      "tallet;Tal;Flere;værdi;kr.;ned;kalenderår;K\n");
    const char *part = part_of(folder, EDITION_SHARED, write_sources);
    assert_int_equal(occurrences(part, "<p class=\"source\">Kilde: K; L · Udgave 2025. Tallene"),
                     1);
    assert_int_equal(occurrences(part, "<p class=\"source\">Kilde: L; K · Udgave 2025. Tallene"),
                     1);
    assert_int_equal(occurrences(part, "<p class=\"source\">Udgave 2025. Tallene"), 1);
    assert_int_equal(occurrences(part, wording_no_cause(LANGUAGE_DANISH)), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_number_has_its_place_in_the_results_beside_it),
        PLAN_FOLDER_TEST(a_sentence_has_the_places_of_what_it_quotes),
        PLAN_FOLDER_TEST(a_source_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
