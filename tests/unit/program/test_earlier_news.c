/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/earlier_news.h"

#include "two_folders.h"

#define TEST(test) cmocka_unit_test_setup_teardown(test, two_folders_start, two_folders_end)
#define ROWS "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;90;200;;;\n"
#define REVISED "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;91;200;;;\n"

static void name_earlier(struct two_folders *work, const char *plan)
{
    plan_folder_write(
        work->plan, "plan.csv",
        arena_printf(work->plan->arena, "%stidligere_udgave;%s/a\n", plan, work->root));
}

static void the_news_are_in_the_pack(void **state)
{
    struct two_folders *work = *state;
    two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    name_earlier(work, BASE_PLAN);
    const char *folder = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    assert_non_null(strstr(two_folders_text(work, folder, "tabeller/nyt.csv"),
                           "revideret tal;Andel;Nordparken;;;2020;45,0;45,5;"));
    assert_non_null(strstr(two_folders_text(work, folder, "seminar.html"), "ét tal er revideret"));
}

/* The run goes on, and the page says in a sentence why there is no news. */
static void an_edition_that_cannot_be_compared_is_said_on_the_page(void **state)
{
    static const struct {
        const char *file, *before, *after, *said;
    } cases[] = {
        {"manifest.json", "\"faktor\": 100.0", "\"faktor\": 1000.0",
         "Der sammenlignes ikke med udgaven 2025: »andelen« er defineret på en anden måde "
         "(faktor)."},
        {"manifest.json", "\"konfidens\": 0.95", "\"konfidens\": 0.9",
         "Der sammenlignes ikke med udgaven 2025: udgaverne er ikke lavet med de samme "
         "indstillinger (konfidens)."},
        {"manifest.json", "\"titel\": \"Prøveplan\"", "\"titel\": \"A (b: c · d: e\"",
         "Der sammenlignes ikke med udgaven 2025: udgaverne er af hver sin plan (titel)."},
        {"manifest.json", "\"konfidens\": 0.95", "\"konfidens\": 95",
         "Der sammenlignes ikke med udgaven 2025: definitionerne kan ikke læses "
         "(plan.konfidens)."},
        {"manifest.json", "\"definitions\"", "\"definition\"",
         "Der sammenlignes ikke med udgaven 2025: udgaven siger ikke, hvordan indikatorerne er "
         "defineret; den er lavet, før udgaver kunne sammenlignes."},
        {"manifest.json", "\"keep_going\": ", "\"summary\": true, \"keep_going\": ",
         "Der sammenlignes ikke med udgaven 2025: den er en sammenfatning, ikke en hel udgave."},
        {"resultater.csv", "not_determinable", "afgjort",
         "Der sammenlignes ikke med udgaven 2025: dens vurderinger kan ikke læses."},
    };
    struct two_folders *work = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plan_folder_write(work->plan, "plan.csv", BASE_PLAN);
        const char *earlier = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
        two_folders_forget_checksums(work, earlier);
        two_folders_change(work, earlier, cases[i].file, cases[i].before, cases[i].after);
        name_earlier(work, BASE_PLAN);
        const char *folder = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
        assert_non_null(strstr(two_folders_text(work, folder, "seminar.html"), cases[i].said));
        assert_null(two_folders_text(work, folder, "tabeller/nyt.csv"));
    }
}

static void several_differences_are_counted(void **state)
{
    struct two_folders *work = *state;
    const char *earlier = two_folders_edition(work, "a", ROWS, EDITION_SHARED);
    two_folders_change(work, earlier, "manifest.json", "\"faktor\": 100.0", "\"faktor\": 1000.0");
    two_folders_change(work, earlier, "manifest.json", "\"konfidens\": 0.95", "\"konfidens\": 0.9");
    name_earlier(work, BASE_PLAN);
    const char *folder = two_folders_edition(work, "b", REVISED, EDITION_SHARED);
    assert_non_null(strstr(two_folders_text(work, folder, "seminar.html"),
                           "(faktor), blandt flere forskelle."));
}

static void without_an_earlier_edition_there_is_no_news(void **state)
{
    struct two_folders *work = *state;
    const char *folder = two_folders_edition(work, "b", ROWS, EDITION_SHARED);
    assert_null(two_folders_text(work, folder, "tabeller/nyt.csv"));
    assert_null(strstr(two_folders_text(work, folder, "seminar.html"), "Nyt siden sidste udgave"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_news_are_in_the_pack),
        TEST(an_edition_that_cannot_be_compared_is_said_on_the_page),
        TEST(several_differences_are_counted),
        TEST(without_an_earlier_edition_there_is_no_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
