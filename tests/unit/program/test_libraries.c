/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/libraries.h"

#include "near.h"

#include <stdio.h>
#include <string.h>

#define MOST_TEXT 65536

static void each_has_a_name_and_a_version_in_the_order_of_the_names(void **state)
{
    (void)state;
    const char *before = "";
    size_t count = 0;
    for (struct library library; (library = library_at(count)).name; count++) {
        assert_true(strcmp(before, library.name) < 0);
        before = library.name;
        assert_true(*library.version >= '0' && *library.version <= '9');
        assert_non_null(strchr(library.version, '.'));
        assert_int_equal(strspn(library.version, "0123456789.-abcdefghijklmnopqrstuvwxyz"),
                         strlen(library.version));
    }
    assert_true(count > 0);
    assert_null(library_at(count).version);
    assert_null(library_at(count + 1000).name);
}

/* The list of files that this process runs from, as Linux tells it. */
static void each_is_loaded_in_this_process(void **state)
{
    (void)state;
    static char maps[MOST_TEXT];
    FILE *file = fopen("/proc/self/maps", "r");
    if (!file)
        skip();
    maps[fread(maps, 1, sizeof maps - 1, file)] = '\0';
    fclose(file);
    struct library library;
    for (size_t i = 0; (library = library_at(i)).name; i++) {
        char wanted[64];
        const char *name = strcmp(library.name, "zlib") == 0 ? "libz" : library.name;
        snprintf(wanted, sizeof wanted, "/%s%s.so", strncmp(name, "lib", 3) == 0 ? "" : "lib",
                 name);
        assert_non_null(strstr(maps, wanted));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_a_name_and_a_version_in_the_order_of_the_names),
        cmocka_unit_test(each_is_loaded_in_this_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
