/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of small plans, for the tests of each part of them. */
#ifndef PEJLING_TESTS_EXPLANATION_SUPPORT_H
#define PEJLING_TESTS_EXPLANATION_SUPPORT_H

#include "plan_folder.h"

#include "pejling/present/explanation.h"

#define DANISH LANGUAGE_DANISH
#define ENGLISH LANGUAGE_ENGLISH

/* »andelen« of ten years: a gap of »nord« that narrows from 20 points to 2, and a still »syd«. */
static inline void ten_years(struct plan_folder *folder)
{
    const char *rows = "";
    for (int i = 0; i < 10; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;%d;20000;;;\nandelen;nord;%d;;%d;1000;;;\n"
                            "andelen;syd;%d;;%d;1000;;;\n",
                            rows, 2014 + i, 10000 + 10 * (i % 3), 2014 + i,
                            700 - 20 * i + 3 * (i % 2), 2014 + i, 400 + 4 * (i % 2));
    plan_folder_figures(folder, rows);
}

/* explain(folder, edition, language, indicator, area): the text, with no source lines. */
static inline const char *explain(struct plan_folder *folder, enum edition edition,
                                  enum language language, const char *indicator, const char *area)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    *table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, table);
    const struct explanation_request request = {.indicator = indicator_of(folder, indicator),
                                                .area = area_of(folder, area)};
    return explanation_text(folder->arena, language, &findings, &request);
}

/* words(folder, text): with every run of blanks and line feeds as one blank. */
static inline const char *words(struct plan_folder *folder, const char *text)
{
    char *plain = arena_copy(folder->arena, text);
    size_t to = 0;
    for (; *text; text++) {
        char next = *text == '\n' ? ' ' : *text;
        if (next != ' ' || to == 0 || plain[to - 1] != ' ')
            plain[to++] = next;
    }
    plain[to] = '\0';
    return plain;
}

static inline void assert_says_at(struct plan_folder *folder, const char *text, const char *says,
                                  bool is_there, int line)
{
    if ((strstr(words(folder, text), says) != NULL) == is_there)
        return;
    print_error("%s: »%s« in:\n%s\n", is_there ? "missing" : "unwanted", says, text);
    _fail(__FILE__, line);
}

/* assert_says(folder, text, says): however its lines are broken. assert_silent: not so. */
#define assert_says(folder, text, says) assert_says_at((folder), (text), (says), true, __LINE__)
#define assert_silent(folder, text, says) assert_says_at((folder), (text), (says), false, __LINE__)

#endif
