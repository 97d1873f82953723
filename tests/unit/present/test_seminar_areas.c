/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_areas.h"

#include "page_world.h"

static void every_area_has_an_article_with_all_its_indicators(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, seminar_areas_write);
    assert_int_equal(occurrences(part, "<article "), 3);
    assert_non_null(strstr(part, "id=\"omraade-nord\">\n<p class=\"kicker\">Nordparken</p>"));
    assert_int_equal(occurrences(part, "href=\"#indikator-andelen\""), 3);
    assert_int_equal(occurrences(part, "href=\"#indikator-raten\""), 3);
    assert_int_equal(occurrences(part, "href=\"#indikator-snittet\""), 0); /* no figures */
    assert_int_equal(occurrences(part, "Kilde: K · "), 3);
    assert_int_equal(occurrences(part, "Figuren mangler"), 3);
}

/* Two areas whose gap moves and whose gap does not: a sentence for the one that does. */
static void what_has_moved_is_said_in_sentences(void **state)
{
    struct plan_folder *folder = *state;
    const char *figures = "";
    for (int year = 2012; year <= 2023; year++)
        figures = arena_printf(folder->arena,
                               "%sandelen;by;%d;;30000;60000;;;\nandelen;nord;%d;;%d;4000;;;\n"
                               "andelen;syd;%d;;%d;4000;;;\n",
                               figures, year, year, 1000 + 90 * (year - 2012), year,
                               1400 + 60 * (7 * year % 5));
    plan_folder_figures(folder, figures);
    const char *part = part_of(folder, EDITION_SHARED, seminar_areas_write);

    const char *north = strstr(part, "id=\"omraade-nord\""),
               *south = strstr(part, "id=\"omraade-syd\"");
    const char *said = strstr(part, "<ul class=\"says\">");
    assert_true(north && south && said && north < said && said < south);
    assert_non_null(strstr(said, "data-quotes=\"andelen/nord/verdict"));
    said = strstr(south, "<ul class=\"says\">");
    assert_true(!said || said > strstr(south, "</article>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_area_has_an_article_with_all_its_indicators),
        PLAN_FOLDER_TEST(what_has_moved_is_said_in_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
