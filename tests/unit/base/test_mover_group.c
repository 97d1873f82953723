/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/mover_group.h"

#include "near.h"

static void movers_are_known_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum mover_group group;
    } cases[] = {
        {"fastboende", MOVER_STAYERS}, {"Fastboende ", MOVER_STAYERS}, {"Stayers", MOVER_STAYERS},
        {"tilflyttere", MOVER_IN},     {"TILFLYTTER", MOVER_IN},       {"tilflyttede", MOVER_IN},
        {"in-movers", MOVER_IN},       {"In movers", MOVER_IN},        {"inmover", MOVER_IN},
        {"fraflyttere", MOVER_OUT},    {"fraflyttede", MOVER_OUT},     {"out-mover", MOVER_OUT},
        {"outmovers", MOVER_OUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (mover_group_of(cases[i].name) != cases[i].group)
            fail_msg("»%s«: %d", cases[i].name, mover_group_of(cases[i].name));
}

static void other_groups_are_none(void **state)
{
    (void)state;
    static const char *const names[] = {"",         "-",           "15-29",         "fraflytning",
                                        "flyttere", "fastboendes", "tilflyttere 2", "movers"};
    assert_int_equal(mover_group_of(NULL), MOVER_NONE);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mover_group_of(names[i]) != MOVER_NONE)
            fail_msg("»%s«: %d", names[i], mover_group_of(names[i]));
}

static void a_misspelt_name_is_near_the_word_it_was_meant_to_be(void **state)
{
    (void)state;
    static const struct {
        const char *name, *meant;
    } cases[] = {
        {"fastboend", "fastboende"},     {"Fast-boenden", "fastboende"},
        {"fastbonde", "fastboende"},     {"fastobende", "fastboende"},
        {"tilfyttere", "tilflyttere"},   {"TILFLYTERE", "tilflyttere"},
        {"tilflytterne", "tilflyttere"}, {"tilflytted", "tilflytter"},
        {"fraflyttre", "fraflyttere"},   {"frafyltere", "fraflyttere"},
        {"stayer s.", "stayers"},        {"in-movrs", "inmovers"},
        {"out-mowerz", "outmovers"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *meant = mover_group_meant(cases[i].name);
        if (!meant || strcmp(meant, cases[i].meant) != 0)
            fail_msg("»%s«: %s", cases[i].name, meant ? meant : "none");
    }
}

static void other_names_are_meant_as_they_are(void **state)
{
    (void)state;
    static const char *const names[] = {"",
                                        "-",
                                        "x",
                                        "fastboende",
                                        "Tilflyttere",
                                        "In-movers",
                                        "15-29",
                                        "fastboende 2",
                                        "flyttere",
                                        "fraflytning",
                                        "tilflytning",
                                        "indflyttere",
                                        "udflyttere",
                                        "movers",
                                        "non-movers",
                                        "players",
                                        "mænd",
                                        "enlige",
                                        "fastansatte",
                                        "fastboende kvinder",
                                        "fastboende og tilflyttere"};
    assert_null(mover_group_meant(NULL));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mover_group_meant(names[i]))
            fail_msg("»%s«: %s", names[i], mover_group_meant(names[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(movers_are_known_by_name),
        cmocka_unit_test(other_groups_are_none),
        cmocka_unit_test(a_misspelt_name_is_near_the_word_it_was_meant_to_be),
        cmocka_unit_test(other_names_are_meant_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
