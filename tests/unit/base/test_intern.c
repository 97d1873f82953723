/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/intern.h"

#include "near.h"

#define MANY 20000

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void numbers_follow_the_first_appearance(void **state)
{
    struct intern *intern = intern_new(*state);
    assert_int_equal(intern_number(intern, "nord"), 0);
    assert_int_equal(intern_number(intern, ""), 1);
    assert_int_equal(intern_number(intern, "syd"), 2);
    assert_int_equal(intern_number(intern, ""), 1);
    assert_int_equal(intern_number(intern, "Nord"), 3);
    assert_int_equal(intern_number(intern, "nord"), 0);
    const char **texts = intern_texts(intern);
    assert_string_equal(texts[0], "nord");
    assert_string_equal(texts[1], "");
    assert_string_equal(texts[2], "syd");
    assert_string_equal(texts[3], "Nord");
}

static void the_text_is_kept_as_a_copy(void **state)
{
    struct intern *intern = intern_new(*state);
    char text[] = "nord";
    intern_number(intern, text);
    memcpy(text, "vest", 4);
    assert_string_equal(intern_texts(intern)[0], "nord");
    assert_int_equal(intern_number(intern, text), 1);
    assert_int_equal(intern_number(intern, "nord"), 0);
}

/* Far beyond the first table, so that it is made anew many times. */
static void many_texts_keep_their_numbers(void **state)
{
    struct intern *intern = intern_new(*state);
    char text[32];
    for (size_t i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "k%zu_afd", i);
        assert_int_equal(intern_number(intern, text), i);
    }
    for (size_t i = MANY; i-- > 0;) {
        snprintf(text, sizeof text, "k%zu_afd", i);
        assert_int_equal(intern_number(intern, text), i);
        assert_string_equal(intern_texts(intern)[i], text);
    }
}

/* What came next the last time is only a guess. */
static void texts_may_come_in_another_order_each_time(void **state)
{
    struct intern *intern = intern_new(*state);
    unsigned seed = 1;
    for (size_t i = 0; i < MANY; i++) {
        char text[32];
        seed = seed * 1103515245u + 12345u;
        size_t number = i < 7 ? i : (seed >> 16) % 7;
        snprintf(text, sizeof text, "k%zu", number);
        assert_int_equal(intern_number(intern, text), number);
    }
}

static void collections_know_nothing_of_each_other(void **state)
{
    struct intern *one = intern_new(*state), *other = intern_new(*state);
    intern_number(one, "nord");
    assert_int_equal(intern_number(other, "syd"), 0);
    assert_int_equal(intern_number(one, "syd"), 1);
}

#define INTERN_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        INTERN_TEST(numbers_follow_the_first_appearance),
        INTERN_TEST(the_text_is_kept_as_a_copy),
        INTERN_TEST(many_texts_keep_their_numbers),
        INTERN_TEST(texts_may_come_in_another_order_each_time),
        INTERN_TEST(collections_know_nothing_of_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
