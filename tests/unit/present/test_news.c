/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/news.h"

#include "two_editions.h"

#include "pejling/base/file.h"
#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

static const struct two_editions *told_of; /* by the last call of tell() */

static struct news tell(struct plan_folder *folder, const char *then, const char *now,
                        enum edition edition)
{
    const struct two_editions *both = compare_editions(folder, then, now, edition);
    const struct speaker speaker = {folder->arena, folder->diagnostics.language, &both->now};
    told_of = both;
    return news_tell(&speaker, &both->news, "2024");
}

static void assert_items(const struct news *news, const char *const *expected, size_t count)
{
    for (size_t i = 0; i < news->count && i < count; i++)
        assert_string_equal(news->items[i].text, expected[i]);
    assert_int_equal(news->count, count);
}

/* The sentences about changed verdicts; they come first. */
static size_t changed_verdicts(const struct news *news)
{
    size_t count = 0;
    while (count < news->count && (strstr(news->items[count].text, ": vurderingen af afstanden ") ||
                                   strstr(news->items[count].text, ": the verdict on the gap ")))
        count++;
    return count;
}

/* All that a sentence quotes is of this edition: a row of its resultater.csv. */
static void assert_quotes(const struct news *news)
{
    const struct findings *now = &told_of->now;
    for (size_t i = 0; i < news->count; i++)
        for (size_t j = 0; j < news->items[i].count; j++) {
            const struct finding *quoted = news->items[i].quoted[j];
            assert_true(quoted >= now->rows && quoted < now->rows + now->count);
        }
}

static void identical_editions_have_nothing_new(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct news news = tell(folder, rows, rows, EDITION_SHARED);
    assert_items(&news,
                 (const char *const[]){"Intet nyt for områderne og kommunen: ingen nye eller "
                                       "reviderede tal og de samme vurderinger som i udgaven "
                                       "2024."},
                 1);
    assert_string_equal(news.basis,
                        "Sammenlignet med udgaven 2024. Begge udgaver er vurderet efter samme "
                        "regel ud fra de tal, de hver især viser.");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    news = tell(folder, rows, rows, EDITION_SHARED);
    assert_items(&news,
                 (const char *const[]){"Nothing new of the areas and the municipality: no new or "
                                       "revised figures, and the same verdicts as in the edition "
                                       "2024."},
                 1);
}

static void one_revised_figure_is_named_and_nothing_else(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;");
    struct news news = tell(folder, then, now, EDITION_SHARED);
    assert_items(
        &news,
        (const char *const[]){"Andel: ét tal er revideret: Nordparken 2018, nu 32,2" NBSP "pct."},
        1);
    assert_int_equal(news.items[0].count, 1);
    assert_near(news.items[0].quoted[0]->estimate.value, 32.2, 1e-9);
    assert_quotes(&news);
    now = replaced(folder, then, "nord;2018;;640;", "nord;2018;;640,5;");
    news = tell(folder, then, now, EDITION_SHARED);
    assert_string_equal(news.items[0].text,
                        "Andel: ét tal er revideret: Nordparken 2018, stadig 32,0" NBSP "pct.");
}

static void a_changed_verdict_comes_first_with_what_else_is_new(void **state)
{
    struct plan_folder *folder = *state;
    struct news news =
        tell(folder, panel_rows(folder, 2016), panel_rows(folder, 2022), EDITION_SHARED);
    assert_int_equal(changed_verdicts(&news), 3);
    assert_int_equal(news.count, 3 + 4 + 1); /* four have moved: two areas' gaps or levels */
    assert_string_equal(news.items[0].text,
                        "Andel, Nordparken: vurderingen af afstanden er ændret fra »kan ikke "
                        "afgøres (for få år)« til »indsnævres (bedre)«; det følger af nye tal.");
    assert_string_equal(news.items[7].text,
                        "Én indikator har fået tal for seks perioder fra 2017 til 2022: Andel.");
    assert_int_equal(news.items[0].quoted[0]->statistic, STATISTIC_VERDICT);
    assert_string_equal(news.items[0].quoted[0]->text, "narrowing");
    assert_int_equal(news.items[0].quoted[1]->from.year, 2022);
    assert_quotes(&news);
}

/* The words of the verdict are those of the sheet, then and now. */
static void each_sentence_of_a_verdict_says_both_as_they_are_worded(void **state)
{
    struct plan_folder *folder = *state;
    for (int language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
        folder->diagnostics.language = (enum language)language;
        struct news news =
            tell(folder, panel_rows(folder, 2016), panel_rows(folder, 2022), EDITION_SHARED);
        assert_int_equal(changed_verdicts(&news), 3);
        for (size_t i = 0; i < 3; i++) {
            const struct finding *quoted = news.items[i].quoted[0];
            const struct findings *editions[] = {&told_of->then, &told_of->now};
            const char *at = news.items[i].text;
            for (size_t j = 0; j < 2; j++) {
                const char *words = wording_verdict(folder->arena, folder->diagnostics.language,
                                                    editions[j], quoted->indicator, quoted->area);
                at = strstr(at, arena_printf(folder->arena, "»%s«", words));
                assert_non_null(at);
            }
        }
    }
}

static void a_verdict_may_change_by_a_revision_or_by_others_figures(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "syd;2019;;800;", "syd;2019;;744;");
    struct news news = tell(folder, then, now, EDITION_SHARED);
    assert_int_equal(changed_verdicts(&news), 1);
    assert_string_equal(news.items[0].text,
                        "Andel, Sydparken: vurderingen af afstanden er ændret fra »indsnævres "
                        "(bedre)« til »kan ikke afgøres (for upræcist)«; det følger af "
                        "reviderede tal.");
    now = then;
    for (int year = 2019; year <= 2022; year++)
        now = replaced(folder, now, arena_printf(folder->arena, "by;%d;;10000;", year),
                       arena_printf(folder->arena, "by;%d;;13000;", year));
    news = tell(folder, then, now, EDITION_SHARED);
    assert_true(changed_verdicts(&news) > 0);
    for (size_t i = 0; i < changed_verdicts(&news); i++)
        assert_non_null(strstr(news.items[i].text, "«; det følger af reviderede tal."));
    now = replaced(folder, panel_rows(folder, 2022), "syd;2019;;800;", "syd;2019;;744;");
    news = tell(folder, panel_rows(folder, 2015), now, EDITION_SHARED);
    assert_null(strstr(news.items[0].text, "revideret"));
}

static void indicators_with_the_same_new_years_share_a_sentence(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = "raten;by;2020;;20;1000;;;\nraten;nord;2020;;20;200;;;\n"
                       "snittet;by;2020;;;900;6,5;2,5;\nsnittet;nord;2020;;;90;6,5;2,5;\n"
                       "svarene;by;2020;;;900;61,5;;\nsvarene;nord;2020;;;200;61,5;;\n";
    const char *now = arena_printf(
        folder->arena,
        "%sraten;nord;2021;;21;200;;;\nsnittet;nord;2021;;;95;6,5;2,5;\n"
        "svarene;nord;2022;;;200;61,5;;\nsvarene;nord;2023;;;200;61,5;;\n"
        "tallet;nord;2021;;;;300;;\nandelen;by;2021;;500;1000;;;\nandelen;nord;2021;;90;200;;;\n",
        then);
    struct news news = tell(folder, then, now, EDITION_SHARED);
    assert_items(&news,
                 (const char *const[]){"To indikatorer er nye siden udgaven 2024: Andel og Værdi.",
                                       "To indikatorer har fået tal for 2021: Rate og Gennemsnit.",
                                       "Én indikator har fået tal for 2022 og 2023: Survey."},
                 3);
    assert_quotes(&news);
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    news = tell(folder, then, now, EDITION_SHARED);
    assert_items(
        &news,
        (const char *const[]){"Two indicators are new since the edition 2024: Andel and Værdi.",
                              "Two indicators have new figures for 2021: Rate and Gennemsnit.",
                              "One indicator has new figures for 2022 and 2023: Survey."},
        3);
}

/* Then something is new, though nothing of the areas. */
static void a_new_year_of_the_municipality_alone_is_told_as_that(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = "raten;by;2020;;20;1000;;;\nraten;nord;2020;;20;200;;;\n";
    struct news news =
        tell(folder, then, arena_printf(folder->arena, "%sraten;by;2021;;20;1000;;;\n", then),
             EDITION_SHARED);
    assert_items(
        &news,
        (const char *const[]){"Én indikator har fået tal for 2021, men kun for kommunen: Rate."},
        1);
    assert_quotes(&news);
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    news = tell(folder, then, arena_printf(folder->arena, "%sraten;by;2021;;20;1000;;;\n", then),
                EDITION_SHARED);
    assert_items(&news,
                 (const char *const[]){"One indicator has new figures for 2021, but of the "
                                       "municipality alone: Rate."},
                 1);
    news = tell(folder, then,
                arena_printf(folder->arena,
                             "%sraten;by;2021;;20;1000;;;\nraten;nord;2021;;20;200;;;\n", then),
                EDITION_SHARED);
    assert_items(&news, (const char *const[]){"One indicator has new figures for 2021: Rate."}, 1);
}

static void an_indicator_without_a_short_name_is_called_by_its_name(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "nord;2018;;640;", "nord;2018;;644;");
    tell(folder, then, now, EDITION_SHARED);
    folder->catalogue.indicators[0].short_name = "";
    folder->catalogue.indicators[0].name = "Andel i job";
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, &told_of->now};
    struct news news = news_tell(&speaker, &told_of->news, "2024");
    assert_memory_equal(news.items[0].text, "Andel i job: ", 13);
}

static void several_revisions_are_told_by_indicator_and_area(void **state)
{
    struct plan_folder *folder = *state;
    const char *then = panel_rows(folder, 2022);
    const char *now = replaced(folder, then, "by;2017;;10000;", "by;2017;;10004;");
    now = replaced(folder, now, "nord;2018;;640;", "nord;2018;;641;");
    now = replaced(folder, now, "nord;2019;;700;", "nord;2019;;701;");
    now = replaced(folder, now, "syd;2019;;800;", "syd;2019;;801;");
    struct news news = tell(folder, then, now, EDITION_SHARED);
    assert_items(&news,
                 (const char *const[]){"Andel: fire tal er revideret: Byen 2017; Nordparken 2018 "
                                       "og 2019; Sydparken 2019."},
                 1);
    for (int year = 2014; year <= 2022; year++)
        now = replaced(folder, now, arena_printf(folder->arena, "syd;%d;;80", year),
                       arena_printf(folder->arena, "syd;%d;;88", year));
    news = tell(folder, then, now, EDITION_SHARED);
    const char *last = news.items[news.count - 1].text;
    assert_non_null(strstr(last, "Andel: 12 tal er revideret: Byen 2017;"));
    assert_non_null(strstr(last, "; Sydparken, ni perioder fra 2014 til 2022."));
    assert_quotes(&news);
}

static void an_internal_edition_says_what_it_is_compared_with(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022);
    struct news news = tell(folder, rows, rows, EDITION_INTERNAL);
    assert_non_null(strstr(news.basis, "hvad den delte udgave 2024 viste"));
    assert_non_null(strstr(news.basis, "alene af den grund"));
    assert_non_null(strstr(news.basis, "efter samme regel"));
    struct edition_news changed = told_of->news;
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, &told_of->now};
    changed.method_changed = true;
    news = news_tell(&speaker, &changed, "2024");
    assert_null(strstr(news.basis, "samme regel"));
    assert_non_null(strstr(news.basis, "viste. Reglen for vurderingerne, eller programmet, "));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    news = tell(folder, rows, rows, EDITION_INTERNAL);
    assert_non_null(strstr(news.basis, "what the shared edition 2024 showed"));
}

static void what_has_moved_is_told_with_both_levels(void **state)
{
    struct plan_folder *folder = *state;
    struct news news = tell(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n",
                            "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n"
                            "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;200;400;;;\n",
                            EDITION_SHARED);
    assert_items(
        &news,
        (const char *const[]){
            "Andel, Nordparken: niveauet har flyttet sig mere end tilfældige udsving "
            "plejer at give, fra 25,0" NBSP "pct. i 2020 til 50,0" NBSP "pct. i 2021 (bedre).",
            "Andel, Nordparken: afstanden til kommunen som helhed har flyttet sig mere end "
            "tilfældige udsving plejer at give, fra −25,0" NBSP "pct.-point i 2020 til 0,0" NBSP
            "pct.-point i 2021 (bedre).",
            "Én indikator har fået tal for 2021: Andel."},
        3);
    assert_quotes(&news);
}

static void a_revised_group_is_named(void **state)
{
    struct plan_folder *folder = *state;
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n"
                               "andelen;nord;2020;kvinder;60;200;;;\n";
    struct news news =
        tell(folder, then, replaced(folder, then, "kvinder;60;", "kvinder;61;"), EDITION_SHARED);
    assert_items(
        &news, (const char *const[]){"Andel: ét tal er revideret: Nordparken, kvinder, 2020."}, 1);
}

static void figures_that_went_are_counted(void **state)
{
    struct plan_folder *folder = *state;
    static const char rest[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n";
    static const char then[] = "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n"
                               "andelen;by;2019;;500;1000;;;\nandelen;nord;2019;;100;400;;;\n";
    struct news news = tell(folder, then, rest, EDITION_SHARED);
    assert_items(&news, (const char *const[]){"Af tallene i udgaven 2024: to er ikke længere med."},
                 1);
}

static void an_edition_that_cannot_be_compared_is_one_sentence(void **state)
{
    struct plan_folder *folder = *state;
    struct news news = news_refused(folder->arena, LANGUAGE_DANISH, "2024", "grunden");
    assert_string_equal(news.basis, "Der sammenlignes ikke med udgaven 2024: grunden.");
    assert_int_equal(news.count, 0);
    assert_null(news.compared);
    news = news_refused(folder->arena, LANGUAGE_ENGLISH, "2024", "the reason");
    assert_string_equal(news.basis, "The edition 2024 is not compared with: the reason.");
}

static void the_table_is_a_file_of_the_edition(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = panel_rows(folder, 2022), *path = plan_folder_file(folder, "tabeller");
    const struct input_file file = {plan_folder_file(folder, "tabeller/nyt.csv"), "nyt.csv",
                                    PROBLEM_FILE};
    const struct place place = {&folder->diagnostics, folder->path, "plots"};
    size_t length;
    tell(folder, rows, rows, EDITION_SHARED);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_true(news_write(&place, &told_of->news, "2024"));
    assert_string_equal(
        file_read(&folder->diagnostics, &file, 1000, &length),
        "\xEF\xBB\xBFNyt;Indikator;Område;Gruppe;Periode før;Periode;Før;Nu;Ændring;Nedre "
        "grænse;Øvre grænse;Enhed;Følger af;Tæller før;Tæller nu;Nævner "
        "før;Nævner nu;Før: udgave;Udgave\r\n");
    unlink(file.path);
    rmdir(path);
    assert_false(news_write(&place, &told_of->news, "2024"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(identical_editions_have_nothing_new),
        PLAN_FOLDER_TEST(one_revised_figure_is_named_and_nothing_else),
        PLAN_FOLDER_TEST(a_changed_verdict_comes_first_with_what_else_is_new),
        PLAN_FOLDER_TEST(each_sentence_of_a_verdict_says_both_as_they_are_worded),
        PLAN_FOLDER_TEST(a_verdict_may_change_by_a_revision_or_by_others_figures),
        PLAN_FOLDER_TEST(indicators_with_the_same_new_years_share_a_sentence),
        PLAN_FOLDER_TEST(a_new_year_of_the_municipality_alone_is_told_as_that),
        PLAN_FOLDER_TEST(an_indicator_without_a_short_name_is_called_by_its_name),
        PLAN_FOLDER_TEST(several_revisions_are_told_by_indicator_and_area),
        PLAN_FOLDER_TEST(an_internal_edition_says_what_it_is_compared_with),
        PLAN_FOLDER_TEST(what_has_moved_is_told_with_both_levels),
        PLAN_FOLDER_TEST(a_revised_group_is_named),
        PLAN_FOLDER_TEST(figures_that_went_are_counted),
        PLAN_FOLDER_TEST(an_edition_that_cannot_be_compared_is_one_sentence),
        PLAN_FOLDER_TEST(the_table_is_a_file_of_the_edition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
