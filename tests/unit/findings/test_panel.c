/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/panel.h"

#include "plan_folder.h"

#define FIGURES                                                                                    \
    "andelen;by;2020;;500;1000;;;\n"                                                               \
    "andelen;by;2021;;510;1000;;;\n"                                                               \
    "andelen;nord;2020;;60;100;;;\n"                                                               \
    "andelen;nord;2021;;61;100;;;\n"                                                               \
    "andelen;syd;2020;;50;120;;;\n"                                                                \
    "andelen;syd;2021;;52;121;;;\n"

static const char *key_of(struct plan_folder *folder, enum edition edition)
{
    struct released_table table = plan_folder_release(folder, edition);
    return panel_key(folder->arena, &table);
}

static const char *internal_key(struct plan_folder *folder, const char *figures)
{
    plan_folder_figures(folder, figures);
    return key_of(folder, EDITION_INTERNAL);
}

static void a_key_is_a_word_of_fixed_length(void **state)
{
    const char *key = internal_key(*state, FIGURES);
    assert_int_equal(key[0], 'p');
    assert_int_equal(strlen(key), 17);
    assert_int_equal(strspn(key + 1, "0123456789abcdef"), 16);
}

static void the_figures_themselves_and_sections_and_groups_do_not_count(void **state)
{
    static const char *const others[] = {
        "andelen;by;2020;;700;1000;;;\n"
        "andelen;by;2021;;400;1000;;;\n"
        "andelen;nord;2020;;70;100;;;foreløbig\n"
        "andelen;nord;2021;;31;100;;;\n"
        "andelen;syd;2020;;59;120;;;\n"
        "andelen;syd;2021;;52;121;;;\n",
        FIGURES "andelen;nord;2020;unge;12;30;;;\n",
        FIGURES "andelen;n1;2020;;20;40;;;\nandelen;n1;2021;;20;40;;;\n",
    };
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", BASE_AREAS "n1;Et;afdeling;nord;;;;\n");
    const char *key = internal_key(folder, FIGURES);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_equal(internal_key(folder, others[i]), key);
}

static void order_does_not_count(void **state)
{
    struct plan_folder *folder = *state;
    const char *key = internal_key(folder, FIGURES);
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "syd;Sydparken;område;by;;;;\n"
                                   "nord;Nordparken;område;by;;;;\n"
                                   "by;Byen;kommune;;;;;\n");
    assert_string_equal(internal_key(folder, FIGURES), key);
}

static void each_part_of_the_panel_counts(void **state)
{
    static const struct {
        const char *name, *text;
    } changes[] = {
        {FIGURES_FILE, FIGURES_HEADER FIGURES "andelen;by;2022;;500;1000;;;\n"},
        {FIGURES_FILE, FIGURES_HEADER FIGURES "raten;by;2020;;500;1000;;;\n"},
        {FIGURES_FILE, FIGURES_HEADER "andelen;by;2020;;500;1000;;;\n"
                                      "andelen;by;2021;;510;1000;;;\n"
                                      "andelen;nord;2020;;60;100;;;\n"
                                      "andelen;nord;2021;;61;100;;;\n"
                                      "andelen;syd;2020;;50;120;;;\n"
                                      "andelen;syd;2021;;52;122;;;\n"},
        {FIGURES_FILE, FIGURES_HEADER "andelen;by;2020;;500;1000;;;\n"
                                      "andelen;by;2021;;510;1000;;;\n"
                                      "andelen;nord;2020;;60;100;;;\n"
                                      "andelen;nord;2021;;61;100;;;\n"
                                      "andelen;syd;2020;;50;120;;;\n"
                                      "andelen;syd;2021;;;;;;mangler\n"},
        {"omraader.csv", AREAS_HEADER "by;Byen;kommune;;;;;\n"
                                      "nord;Nordparken;område;by;;;;\n"
                                      "syd;Sydparken;tvilling;by;;;;\n"},
        {"indikatorer.csv", "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse;delta\n"
                            "andelen;Andel;andel;pct.;op;kalenderår;K;bestand;\n"
                            "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;;\n"},
        {"indikatorer.csv", "kode;navn;type;enhed;god_retning;opgørelse;kilde;klasse;delta\n"
                            "andelen;Andel;andel;pct.;op;kalenderår;K;;0,7\n"
                            "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;;\n"},
        {"indikatorer.csv", "kode;navn;type;enhed;god_retning;opgørelse;kilde;tendens\n"
                            "andelen;Andel;andel;pct.;op;kalenderår;K;nej\n"
                            "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;\n"},
        {"brud.csv", "indikator;område;periode;årsag\nandelen;;2021;Ny opgørelse\n"},
        {"brud.csv", "indikator;område;periode;årsag\nandelen;nord;2021;Ny opgørelse\n"},
        {"brud.csv", "indikator;område;periode;årsag\nandelen;;2020;Ny opgørelse\n"},
    };
    struct plan_folder *base = *state;
    const char *keys[1 + sizeof changes / sizeof *changes];
    size_t count = 0;
    keys[count++] = internal_key(base, FIGURES);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct plan_folder *folder = plan_folder_new();
        plan_folder_figures(folder, FIGURES);
        plan_folder_write(folder, changes[i].name, changes[i].text);
        keys[count++] = arena_copy(base->arena, key_of(folder, EDITION_INTERNAL));
        plan_folder_free(folder);
        for (size_t j = 0; j + 1 < count; j++)
            assert_string_not_equal(keys[j], keys[count - 1]);
    }
}

static void the_answers_behind_a_survey_count(void **state)
{
    static const char header[] = "indikator;område;periode;værdi;nævner;designeffekt;population\n";
    struct plan_folder *folder = *state;
    const char *keys[3];
    static const char *const rows[] = {"svarene;nord;2020;60;100;1;\n",
                                       "svarene;nord;2020;60;100;1,5;\n",
                                       "svarene;nord;2020;60;100;1;900\n"};
    for (size_t i = 0; i < 3; i++) {
        plan_folder_write(folder, FIGURES_FILE,
                          arena_printf(folder->arena, "%s%s", header, rows[i]));
        keys[i] = key_of(folder, EDITION_INTERNAL);
    }
    assert_string_not_equal(keys[0], keys[1]);
    assert_string_not_equal(keys[0], keys[2]);
    assert_string_not_equal(keys[1], keys[2]);
}

static void editions_differ_only_where_one_hides_something(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *open = key_of(folder, EDITION_INTERNAL);
    assert_string_equal(key_of(folder, EDITION_SHARED), open);
    plan_folder_figures(folder, FIGURES "andelen;nord;2022;;2;100;;;\n");
    assert_string_not_equal(key_of(folder, EDITION_SHARED), key_of(folder, EDITION_INTERNAL));
}

static void an_empty_table_has_a_key(void **state)
{
    struct plan_folder *folder = *state;
    struct released_cell none = {0};
    plan_folder_read_catalogue(folder);
    struct released_table table =
        released_table_make(folder->arena, &folder->catalogue, EDITION_INTERNAL, &none, 0);
    assert_string_equal(panel_key(folder->arena, &table), "p0000000000000000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_key_is_a_word_of_fixed_length),
        PLAN_FOLDER_TEST(the_figures_themselves_and_sections_and_groups_do_not_count),
        PLAN_FOLDER_TEST(order_does_not_count),
        PLAN_FOLDER_TEST(each_part_of_the_panel_counts),
        PLAN_FOLDER_TEST(the_answers_behind_a_survey_count),
        PLAN_FOLDER_TEST(editions_differ_only_where_one_hides_something),
        PLAN_FOLDER_TEST(an_empty_table_has_a_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
