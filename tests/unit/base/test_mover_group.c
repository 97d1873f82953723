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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(movers_are_known_by_name),
        cmocka_unit_test(other_groups_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
