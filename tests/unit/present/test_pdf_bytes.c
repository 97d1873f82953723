/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/pdf_bytes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define MOST 512

/* What becomes of a text; it has no room behind it, so that a step too far is seen. */
static const char *settled(char text[MOST], const char *before)
{
    size_t length = strlen(before);
    memset(text, '#', MOST);
    memcpy(text, before, length);
    pdf_settle(text, length);
    assert_int_equal(text[length], '#');
    text[length] = '\0';
    return text;
}

static void dates_become_blanks(void **state)
{
    char text[MOST];
    (void)state;
    assert_string_equal(settled(text, "<</CreationDate (D:20261126010240+00'00')\n"
                                      "/ModDate (D:20261126010241Z)>>"),
                        "<<                                       \n"
                        "                            >>");
}

static void other_words_stay_as_they_are(void **state)
{
    static const char *const texts[] = {
        "",
        "/",
        "/ModDate",
        "/ModDate (",
        "/ModDate (D:",
        "/ModDate (D:2026",
        "/ModDate (i dag)",
        "/Title (\\(D:20261126\\))",
        "(node0000001)",
        "(node000000001)",
        "(node0000000a)",
        "(node00000009",
        "(node",
        "node00000009)",
    };
    char text[MOST];
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(settled(text, texts[i]), texts[i]);
}

static void ids_are_numbered_in_their_order(void **state)
{
    char text[MOST];
    (void)state;
    assert_string_equal(settled(text,
                                "/ID (node00000056) /Headers [(node00001072) (node00000056)] "
                                "/Names [(node00000056) 1 (node00000100) 2 (node00001072) 3]"),
                        "/ID (node00000001) /Headers [(node00000003) (node00000001)] "
                        "/Names [(node00000001) 1 (node00000002) 2 (node00000003) 3]");
}

/* As between two runs: other dates, and the count of nodes ten further on. */
static void two_makings_of_a_page_become_the_same(void **state)
{
    char first[MOST], second[MOST];
    (void)state;
    settled(first, "/ModDate (D:20261126010240+00'00') (node00000098) (node00000099)");
    settled(second, "/ModDate (D:20270101235959+00'00') (node00000108) (node00000109)");
    assert_string_equal(first, second);
}

/* Streams hold any bytes. */
static void bytes_of_zero_do_not_end_the_search(void **state)
{
    char bytes[] = "\0(\0(node00000007)\0/ModDate (D:1)\0(node0000\0000)";
    static const char after[] = "\0(\0(node00000001)\0              \0(node0000\0000)";
    (void)state;
    pdf_settle(bytes, sizeof bytes - 1);
    assert_memory_equal(bytes, after, sizeof after);
}

static void a_whole_pdf_has_a_beginning_and_an_end(void **state)
{
    static const struct {
        const char *bytes;
        bool whole;
    } cases[] = {
        {"%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF\n", true},
        {"%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF", true},
        {"%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EO", false},
        {"%PDF-1.4\n1 0 obj\nstart", false},
        {"<html>noget langt noget %%EOF", false},
        {"%PDF-%%EOF", false},
        {"\n", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(pdf_is_whole(cases[i].bytes, strlen(cases[i].bytes)), cases[i].whole);
}

static void letters_need_a_typeface(void **state)
{
    char with[] = "1 0 obj\n\0<</Type /FontDescriptor\n", without[] = "1 0 obj\n<</FontDescripto";
    (void)state;
    assert_true(pdf_has_letters(with, sizeof with - 1));
    assert_false(pdf_has_letters(without, sizeof without - 1));
    assert_false(pdf_has_letters(without, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_become_blanks),
        cmocka_unit_test(other_words_stay_as_they_are),
        cmocka_unit_test(ids_are_numbered_in_their_order),
        cmocka_unit_test(two_makings_of_a_page_become_the_same),
        cmocka_unit_test(bytes_of_zero_do_not_end_the_search),
        cmocka_unit_test(letters_need_a_typeface),
        cmocka_unit_test(a_whole_pdf_has_a_beginning_and_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
